package desk

import (
	"context"
	"errors"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Choice lays a claim beside a member whom a person looked up.
type Choice struct {
	Ref      ticket.Ref
	CheckID  int64 // the check that was shown; when another waits by now, nothing is chosen. 0: not compared
	MemberID int64 // 0, or the member of the claimed number: back to that one
	By       string
	Reason   string // needed
}

// ChooseMember makes the waiting check anew beside another member than the one of the claimed number, or beside one when no member has it.
// The new check has an alarm, so approving it needs a reason of its own. Nothing automatic depends on it (R5), and nothing leaves before
// the check is approved (R3). The choice stays when the check has to be made again on the same claim.
func (d *Desk) ChooseMember(ctx context.Context, c Choice) error {
	if strings.TrimSpace(c.Reason) == "" {
		return ticket.Refuse("%s: %w to choose a member by hand", c.Ref, ticket.ErrReasonNeeded)
	}
	return d.act(ctx, c.Ref, c.By, c.Reason, func(tx Tx, t *ticket.Ticket, by, reason string) error {
		old, err := shownCheck(tx, t, c.CheckID)
		if err != nil {
			return err
		}
		if old.ID == 0 {
			return ticket.Refuse("%s has no identity check that waits: %w; complete its claim first", t.Ref, ticket.ErrNotAllowed)
		}
		chosen, err := choice(tx, &old, c.MemberID)
		if err != nil {
			return err
		}
		if err := sayChosen(tx, t, &old, chosen, by, reason); err != nil {
			return err
		}
		if old.MemberID, old.ChosenBy = chosen.ID, by; chosen.ID == 0 {
			old.ChosenBy = ""
		}
		if err := tx.UpdateTicket(t, t.Status); err != nil {
			return err
		}
		return d.checkAgain(tx, t, &old, "the member beside the claim was chosen by hand")
	})
}

// choice returns the member to lay a claim beside, or the zero member for the one of its number. A choice that changes nothing is none.
func choice(tx Tx, old *ticket.Check, id int64) (ticket.Member, error) {
	owner, err := tx.MemberByNumber(old.Claim.Number)
	if err != nil && !errors.Is(err, ticket.ErrNotFound) {
		return owner, err
	}
	if id == 0 || id == owner.ID {
		if old.ChosenBy == "" {
			return ticket.Member{}, ticket.Refuse("%w: the claim lies beside the member of its number already", ticket.ErrInvalid)
		}
		return ticket.Member{}, nil
	}
	if old.ChosenBy != "" && id == old.MemberID {
		return ticket.Member{}, ticket.Refuse("%w: %s chose this member already", ticket.ErrInvalid, old.ChosenBy)
	}
	m, err := tx.MemberByID(id)
	if errors.Is(err, ticket.ErrNotFound) {
		return m, ticket.Refuse("there is no member %d: %w", id, ticket.ErrNotFound)
	}
	return m, err
}

func sayChosen(tx Tx, t *ticket.Ticket, old *ticket.Check, chosen ticket.Member, by, reason string) error {
	if chosen.ID == 0 {
		return event(tx, t.ID, by, ticket.EventChosen, "The choice of a member by %s was taken back: the claim lies beside the member of its number again. Reason: %s", old.ChosenBy, reason)
	}
	return event(tx, t.ID, by, ticket.EventChosen, "Laid the claim beside %s %s, chosen by hand. Reason: %s", chosen.FirstName, chosen.LastName, reason)
}

// keepChoice takes over which member a person chose for an earlier check of the same claim.
func (e *evidence) keepChoice(c *ticket.Check) {
	if c.ChosenBy != "" {
		e.chosen, e.chosenBy = c.MemberID, c.ChosenBy
	}
}

// chosenByHand raises an alarm: approving hands a member's account to who does not know his number.
func (k *comparison) chosenByHand() error {
	if by := k.check.ChosenBy; by != "" {
		k.find("chosen_member", ticket.Alarm, "%s chose this member by hand; the claimed number is not theirs.", by)
	}
	return nil
}
