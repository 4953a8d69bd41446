package desk

import (
	"context"
	"errors"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Secret says which national number of a ticket is to be shown in full.
type Secret string

// The secrets of a ticket.
const (
	ClaimNumber  Secret = "claim"  // of its claim
	MemberNumber Secret = "member" // of the member of its newest check
)

// Reveal returns a national number of a ticket in full. The history says who was shown it, in the transaction that reads it: without the
// event there is no number (R7). ticket.ErrNotAllowed when there is none to show, or when this person was shown too many in the last hour.
func (d *Desk) Reveal(ctx context.Context, ref ticket.Ref, by string, what Secret) (n nrn.Number, err error) {
	err = d.act(ctx, ref, by, "reveal", func(tx Tx, t *ticket.Ticket, by, _ string) (err error) {
		if err := d.mayReveal(tx, by); err != nil {
			return err
		}
		switch what {
		case ClaimNumber:
			n, err = claimNumber(tx, t, by)
		case MemberNumber:
			n, err = memberNumber(tx, t, by)
		default:
			err = ticket.Refuse("%w: %q: say claim or member", ticket.ErrInvalid, what)
		}
		return err
	})
	if err != nil {
		return nrn.Number{}, err
	}
	return n, nil
}

// RevealMember returns the national number of a member in full, with an event as Reveal does.
func (d *Desk) RevealMember(ctx context.Context, memberID int64, by string) (n nrn.Number, err error) {
	if by, err = person(by); err != nil {
		return n, err
	}
	err = d.Write(ctx, func(tx Tx) error {
		if err := d.mayReveal(tx, by); err != nil {
			return err
		}
		m, err := tx.MemberByID(memberID)
		if err != nil {
			return err
		}
		n = m.Number
		return event(tx, 0, by, ticket.EventRevealed, "The national number of %s %s was shown to %s.", m.FirstName, m.LastName, by)
	})
	if err != nil {
		return nrn.Number{}, err
	}
	return n, nil
}

// mayReveal bounds what one person can carry away in an hour.
func (d *Desk) mayReveal(tx Tx, by string) error {
	n, err := tx.Reveals(by, tx.Now().Add(-time.Hour))
	if err == nil && n >= int64(d.RevealsPerHour) {
		err = ticket.Refuse("%s was shown %d national numbers in the last hour, which is the limit: %w; go on later", by, n, ticket.ErrNotAllowed)
	}
	return err
}

func claimNumber(tx Tx, t *ticket.Ticket, by string) (nrn.Number, error) {
	claim, _, err := tx.Claim(t.ID)
	if err != nil {
		return nrn.Number{}, err
	}
	if claim.Number.IsZero() {
		return nrn.Number{}, ticket.Refuse("the claim of %s states no national number: %w", t.Ref, ticket.ErrNotAllowed)
	}
	return claim.Number, event(tx, t.ID, by, ticket.EventRevealed, "The national number of the claim was shown to %s.", by)
}

func memberNumber(tx Tx, t *ticket.Ticket, by string) (nrn.Number, error) {
	c, err := tx.LastCheck(t.ID)
	if errors.Is(err, ticket.ErrNotFound) || err == nil && c.MemberID == 0 {
		return nrn.Number{}, ticket.Refuse("%s lies beside no member: %w", t.Ref, ticket.ErrNotAllowed)
	}
	if err != nil {
		return nrn.Number{}, err
	}
	m, err := tx.MemberByID(c.MemberID)
	if err != nil {
		return nrn.Number{}, err
	}
	return m.Number, event(tx, t.ID, by, ticket.EventRevealed, "The national number of the member %s %s was shown to %s.", m.FirstName, m.LastName, by)
}

// Sought writes into the history that a person searches by a national number. Each such search tells whether a number is somebody's: with
// the birth date that the mask leaves, a thousand of them find the number of anyone, as if it had been shown (R7).
func (d *Desk) Sought(ctx context.Context, by string, n nrn.Number) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	return d.Write(ctx, func(tx Tx) error {
		return event(tx, 0, by, ticket.EventSought, "%s searched by the national number %s.", by, n.Masked())
	})
}
