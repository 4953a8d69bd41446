package desk

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Correction is what a claim says according to a person who read the mails himself. Names and new address are all there is: what is empty
// is taken out of the claim.
type Correction struct {
	Ref        ticket.Ref
	CheckID    int64 // the check that was shown; when another waits by now, nothing is corrected. 0: not compared
	By         string
	LastName   string
	FirstName  string
	NewAddress string // address_changed only
	Number     string // as typed; empty: it stays as it is
}

// Correct puts right what reading made of a claim. The check that waited is superseded and made anew, with the correction among its
// findings; a claim that is complete by it gets a check. Who is answered does not change: the From of the checked mail (R4). The error is a
// *ticket.Conflict when somebody was first (R8), ticket.ErrInvalid for what cannot be so; it never repeats what was typed (R7).
func (d *Desk) Correct(ctx context.Context, c Correction) error {
	return d.act(ctx, c.Ref, c.By, "correct", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		old, err := shownCheck(tx, t, c.CheckID)
		if err != nil {
			return err
		}
		if err := correctable(t); err != nil {
			return err
		}
		before, _, err := tx.Claim(t.ID)
		if err != nil {
			return err
		}
		after, err := c.of(before, t, tx.Now())
		if err != nil {
			return err
		}
		return d.correct(tx, t, old, ticket.Correction{By: by, Before: before, After: after})
	})
}

func (d *Desk) correct(tx Tx, t *ticket.Ticket, old ticket.Check, c ticket.Correction) error {
	changes := c.Before.Changes(c.After)
	if len(changes) == 0 {
		return ticket.Refuse("%w: the claim of %s says that already", ticket.ErrInvalid, t.Ref)
	}
	claimID, err := tx.CorrectClaim(t.ID, c.After, c.By)
	if err != nil {
		return err
	}
	err = event(tx, t.ID, c.By, ticket.EventCorrected, "The claim was corrected: %s.", ticket.List(changes))
	if err != nil {
		return err
	}
	if c.Before.Number != c.After.Number {
		old.ChosenBy = "" // a member was chosen beside the number that was read
	}
	less := len(c.After.Missing(t.Kind)) > len(c.Before.Missing(t.Kind))
	return d.restate(tx, t, restated{old: old, claim: c.After, claimID: claimID, open: less, why: ticket.Say("the claim was corrected")})
}

func correctable(t *ticket.Ticket) error {
	if !t.Kind.NeedsCheck() {
		return ticket.Refuse("%s is %s, which makes no claim: %w; change its kind first", t.Ref, t.Kind, ticket.ErrNotAllowed)
	}
	return inWork(t)
}

// of returns the corrected claim.
func (c Correction) of(before ticket.Claim, t *ticket.Ticket, today time.Time) (after ticket.Claim, err error) {
	after = before
	if after.LastName, err = typedName(ticket.LastName, c.LastName); err != nil {
		return after, err
	}
	if after.FirstName, err = typedName(ticket.FirstName, c.FirstName); err != nil {
		return after, err
	}
	if t.Kind == ticket.AddressChanged {
		if after.NewAddress, err = typedAddress(c.NewAddress); err != nil {
			return after, err
		}
	} else if typed := strings.TrimSpace(c.NewAddress); typed != "" && typed != before.NewAddress {
		return after, ticket.Refuse("%s is %s and has no new address: %w; change its kind first", t.Ref, t.Kind, ticket.ErrNotAllowed)
	}
	if strings.TrimSpace(c.Number) == "" {
		return after, nil
	}
	after.NumberProblem = ticket.NumberFine
	if after.Number, err = nrn.Parse(c.Number, today); err != nil {
		return after, ticket.Refuse("%w: the national number: %w", ticket.ErrInvalid, err) // which never repeats the digits
	}
	return after, nil
}

// longestName is more than any register takes, in characters.
const longestName = 100

// typedName is a name as a person typed it, in one line.
func typedName(what ticket.Field, typed string) (string, error) {
	name := strings.Join(strings.Fields(typed), " ")
	switch {
	case utf8.RuneCountInString(name) > longestName:
		return "", ticket.Refuse("%w: the %s is longer than %d characters", ticket.ErrInvalid, what, longestName)
	case !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return "", ticket.Refuse("%w: the %s holds characters that nobody can see: type it anew", ticket.ErrInvalid, what)
	case nrn.Contains(name):
		return "", ticket.Refuse("%w: the %s holds a national number: type that in its own field", ticket.ErrInvalid, what)
	}
	return name, nil
}

func typedAddress(typed string) (string, error) {
	if strings.TrimSpace(typed) == "" {
		return "", nil
	}
	addr := address.Canonical(typed)
	if !mailable(addr) || nrn.Contains(addr) {
		return "", ticket.Refuse("%w: the new address is none that can be mailed: type it as name@example.be", ticket.ErrInvalid)
	}
	return addr, nil
}

// corrected tells what people put right in the claim since the last decision, and who.
func (k *comparison) corrected() error {
	if k.seen.opened {
		return nil // nobody has seen it yet
	}
	list, err := k.tx.Corrections(k.check.TicketID, k.seen.decided.ClaimID)
	for _, c := range list {
		k.find("corrected", weightOfCorrection(c), "The claim was corrected by %s: %s.", c.By, ticket.List(c.Before.Changes(c.After)))
	}
	return err
}

// weightOfCorrection is Alarm for what says whose account it is and where it goes: who typed that himself says why he approves it.
func weightOfCorrection(c ticket.Correction) ticket.Verdict {
	if c.Before.Number != c.After.Number || c.Before.NewAddress != c.After.NewAddress {
		return ticket.Alarm
	}
	return ticket.Warning
}
