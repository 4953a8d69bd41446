package desk

import (
	"context"
	"errors"
	"slices"

	"iec-iab.be/servicedesk/internal/ticket"
)

// At returns the desk for a person who was shown a ticket at a version (ticket.Ticket.Version): what he does on it through this desk is
// refused with a *ticket.Conflict, which says who was first, when the ticket has changed since (R8). 0: not compared.
func (d *Desk) At(version int64) *Desk {
	at := *d
	at.seen = version
	return &at
}

// unchanged compares a ticket with the version that was shown.
func (d *Desk) unchanged(tx Tx, t *ticket.Ticket) error {
	if d.seen == 0 || d.seen == t.Version {
		return nil
	}
	return byWhom(tx, t, &ticket.Conflict{What: ticket.Say("%s", t.Ref), Now: ticket.Say("changed"), At: t.UpdatedAt})
}

// byWhom names in a conflict the person who changed the ticket last; nobody when it was a mail or the outbox.
func byWhom(tx Tx, t *ticket.Ticket, c *ticket.Conflict) error {
	by, err := whoChanged(tx, t)
	if err != nil {
		return err
	}
	c.By = by
	return c
}

// passing are the events that leave a ticket as it is.
var passing = []string{ticket.EventAttempted, ticket.EventSent, ticket.EventNoted, ticket.EventRevealed, ticket.EventOpened, ticket.EventProposed}

// whoChanged names the person who changed a ticket last; empty when it was a mail or the outbox.
func whoChanged(tx Tx, t *ticket.Ticket) (string, error) {
	all, err := tx.Events(t.ID)
	all = slices.DeleteFunc(all, func(e ticket.Event) bool { return slices.Contains(passing, e.Name) })
	for i := len(all) - 1; i >= 0 && all[i].At.Equal(all[len(all)-1].At); i-- { // one moment is one transaction
		if all[i].Actor != ticket.Robot {
			return all[i].Actor, err
		}
	}
	return "", err
}

// shownCheck returns the check that waits, or the zero check. With the id of a check that was shown, another one is a conflict (R8).
func shownCheck(tx Tx, t *ticket.Ticket, id int64) (ticket.Check, error) {
	c, err := tx.LastCheck(t.ID)
	if errors.Is(err, ticket.ErrNotFound) {
		return ticket.Check{}, nil
	}
	if err != nil {
		return c, err
	}
	switch {
	case id != 0 && c.Status != ticket.Waiting:
		return c, ended(tx, t, &c)
	case id != 0 && id != c.ID:
		return c, replaced(tx, t, &c, id)
	case c.Status != ticket.Waiting:
		return ticket.Check{}, nil
	}
	return c, nil
}

// ended is the conflict of a check that waits no more.
func ended(tx Tx, t *ticket.Ticket, c *ticket.Check) error {
	conflict := &ticket.Conflict{What: checkWords(t, c), Now: ticket.Say("%s", c.Status), By: c.DecidedBy, At: c.DecidedAt}
	if c.DecidedBy == ticket.Robot { // superseded, perhaps by what a person did
		return byWhom(tx, t, conflict)
	}
	return conflict
}

// replaced is the conflict of a check in whose place a newer one waits.
func replaced(tx Tx, t *ticket.Ticket, c *ticket.Check, shown int64) error {
	return byWhom(tx, t, &ticket.Conflict{What: checkWords(t, c), Now: ticket.Say("waiting in place of check %d", shown), At: c.CreatedAt})
}

func checkWords(t *ticket.Ticket, c *ticket.Check) ticket.Said {
	return ticket.Say("identity check %d of %s", c.ID, t.Ref)
}

// inWork says why nothing can be done on a ticket any more.
func inWork(t *ticket.Ticket) error {
	switch t.Status {
	case ticket.Closed:
		return ticket.Refuse("%s is closed: %w", t.Ref, ticket.ErrNotAllowed)
	case ticket.Solved:
		return ticket.Refuse("%s is solved: %w; open it again first", t.Ref, ticket.ErrNotAllowed)
	}
	return nil
}

// restated is a claim that a person changed, or whose kind he changed.
type restated struct {
	old     ticket.Check // the check that waited; zero when none did
	claim   ticket.Claim
	claimID int64
	open    bool        // an agent acts next, whatever the claim lacks
	why     ticket.Said // the old check is superseded
}

// restate lays a claim beside the directory once more, in place of the check that waited, or leaves the ticket without one while the
// claim lacks something. Nothing is mailed: a click is no request to.
func (d *Desk) restate(tx Tx, t *ticket.Ticket, r restated) error {
	if err := d.supersede(tx, t, "%s", r.why); err != nil {
		return err
	}
	complete := t.Kind.NeedsCheck() && len(needed(r.claim, t.Kind)) == 0
	was := t.Status
	if t.Missing = r.claim.Missing(t.Kind); complete || r.open {
		t.Status = ticket.Open
	}
	if err := tx.UpdateTicket(t, was); err != nil || !complete {
		return err
	}
	seen, err := d.evidenceFor(tx, t, r.old)
	if err != nil {
		return err
	}
	return d.queueCheck(tx, t, seen, r.claim, r.claimID)
}

// evidenceFor reads the mail that a check rests on whose claim a person changed: the one of the check in whose place it comes, or the last
// of the requester (R4).
func (d *Desk) evidenceFor(tx Tx, t *ticket.Ticket, old ticket.Check) (evidence, error) {
	mail := old.MailID
	if mail == 0 {
		own, err := ownMails(tx, t)
		if err != nil {
			return evidence{}, err
		}
		if len(own) == 0 {
			return evidence{}, ticket.Refuse("%s has no mail of its requester to check: %w", t.Ref, ticket.ErrNotAllowed)
		}
		mail = own[len(own)-1].ID
	}
	seen, err := d.evidenceOf(tx, mail, t.Kind)
	seen.Reading = d.Reader.asKind(seen.Reading, t.Kind)
	seen.keepChoice(&old)
	return seen, err
}

// Reopen takes a ticket that is solved, or waits for its requester, back to staff. Nothing is undone by it: what was mailed stays mailed.
func (d *Desk) Reopen(ctx context.Context, ref ticket.Ref, by, reason string) error {
	return d.act(ctx, ref, by, reason, func(tx Tx, t *ticket.Ticket, by, reason string) error {
		switch t.Status {
		case ticket.Closed:
			return ticket.Refuse("%s is closed, which is final: %w", ref, ticket.ErrNotAllowed)
		case ticket.Open:
			return ticket.Refuse("%s is open already: %w", ref, ticket.ErrNotAllowed)
		}
		was := t.Status
		t.Status = ticket.Open
		if err := tx.UpdateTicket(t, was); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventReopened, "Opened again: %s. Nothing was undone: what was mailed or changed stays so.", reason)
	})
}
