package desk

import (
	"context"
	"errors"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Decision is what a person decides on an identity check.
type Decision struct {
	Ref     ticket.Ref
	CheckID int64  // the check that was shown; when another waits by now, nothing is decided. 0: the one that waits
	By      string // who decides
	Reason  string // needed to approve in spite of an alarm
	Shown   string // the digest of what was shown (View.Shown); approving anything else is refused. Empty: not compared
}

// Approve confirms the identity. A forgotten address is mailed to the requester; a changed one is written into the directory, and the
// requester, the new and the old address are told: all in one transaction (R3, R4). The error is a *ticket.Conflict when somebody
// was first, ticket.ErrReasonNeeded or ticket.ErrNotAllowed when this check cannot be approved so.
func (d *Desk) Approve(ctx context.Context, dec Decision) error {
	return d.decide(ctx, dec, func(tx Tx, t *ticket.Ticket, c *ticket.Check, dec Decision) error {
		member, err := d.decidable(tx, t, c)
		if err != nil {
			return err
		}
		if err := anotherPair(tx, t, c, dec.By); err != nil {
			return err
		}
		letters, err := d.answers(tx, t, c, member)
		if err != nil {
			return err
		}
		if err := d.sameAsShown(tx, t, c, letters, dec.Shown); err != nil {
			return err
		}
		if ticket.Worst(c.Findings) == ticket.Alarm && dec.Reason == "" {
			return ticket.Refuse("%s has an alarm (%s): %w to approve it all the same", t.Ref, alarm(c.Findings), ticket.ErrReasonNeeded)
		}
		if err := tx.DecideCheck(c, ticket.Approved, dec.By, dec.Reason); err != nil {
			return err
		}
		if err := event(tx, t.ID, dec.By, ticket.EventApproved, "Approved identity check %d.%s", c.ID, because(dec.Reason)); err != nil {
			return err
		}
		if c.Kind == ticket.AddressChanged {
			if err := changeAddress(tx, t, c, member, dec.By); err != nil {
				return err
			}
		}
		return d.queueAll(tx, t, c.ID, letters)
	})
}

// Reject declines. The requester learns that the identity could not be confirmed, and nothing of what the directory holds.
func (d *Desk) Reject(ctx context.Context, dec Decision) error {
	return d.decide(ctx, dec, func(tx Tx, t *ticket.Ticket, c *ticket.Check, dec Decision) error {
		if !mailable(c.Recipient) {
			return ticket.Refuse("%s has nobody to answer: %w; close it instead", t.Ref, ticket.ErrNotAllowed)
		}
		if err := tx.DecideCheck(c, ticket.Rejected, dec.By, dec.Reason); err != nil {
			return err
		}
		if err := event(tx, t.ID, dec.By, ticket.EventRejected, "Rejected identity check %d.%s", c.ID, because(dec.Reason)); err != nil {
			return err
		}
		l, err := d.rejection(tx, t, c)
		if err != nil {
			return err
		}
		return d.queueAll(tx, t, c.ID, []letter{l})
	})
}

// errChecked says that the decision was not taken because the check had to be made anew; the new check is committed.
var errChecked = ticket.Refuse("the directory changed since this check was made; it is made anew when you decide")

func (d *Desk) decide(ctx context.Context, dec Decision, act func(Tx, *ticket.Ticket, *ticket.Check, Decision) error) error {
	by, err := person(dec.By)
	if err != nil {
		return err
	}
	dec.By, dec.Reason = by, nrn.Redact(strings.TrimSpace(dec.Reason)) // a reason is shown and kept for ever (R7)
	var stale *ticket.Conflict
	err = d.Write(ctx, func(tx Tx) error {
		t, c, err := d.waitingCheck(tx, dec)
		if err != nil {
			return err
		}
		err = act(tx, &t, &c, dec)
		if errors.Is(err, errChecked) {
			stale = &ticket.Conflict{What: checkWords(&t, &c), Now: ticket.Say("superseded, because the directory changed meanwhile"), At: tx.Now()}
			return nil // the new check stays
		}
		if err != nil {
			return err
		}
		was := t.Status
		t.Status, t.Trouble = ticket.Solved, ""
		return tx.UpdateTicket(&t, was)
	})
	if err != nil {
		return err
	}
	if stale != nil {
		return stale
	}
	d.Queued()
	return nil
}

// waitingCheck finds the check that a decision is about. Another check than the one that was shown is a conflict (R8).
func (d *Desk) waitingCheck(tx Tx, dec Decision) (ticket.Ticket, ticket.Check, error) {
	t, err := tx.Ticket(dec.Ref)
	if err != nil {
		return t, ticket.Check{}, err
	}
	c, err := tx.LastCheck(t.ID)
	if errors.Is(err, ticket.ErrNotFound) {
		return t, c, ticket.Refuse("%s has no identity check to decide: %w", t.Ref, ticket.ErrNotAllowed)
	}
	if err != nil {
		return t, c, err
	}
	if c.Status != ticket.Waiting {
		return t, c, ended(tx, &t, &c)
	}
	if dec.CheckID != 0 && dec.CheckID != c.ID {
		return t, c, replaced(tx, &t, &c, dec.CheckID)
	}
	if err := d.unchanged(tx, &t); err != nil {
		return t, c, err
	}
	if dec.CheckID == 0 && d.seen == 0 {
		// Whoever names no check may have looked at one that newer facts have replaced.
		if again, err := tx.Superseded(t.ID); again || err != nil {
			return t, c, errors.Join(err, ticket.Refuse("%s was checked more than once: look at it again and name the check that you saw, %d: %w", t.Ref, c.ID, ticket.ErrNotAllowed))
		}
	}
	return t, c, nil
}

// decidable returns the member of a check, provided that approving can be carried out on what was shown.
func (d *Desk) decidable(tx Tx, t *ticket.Ticket, c *ticket.Check) (ticket.Member, error) {
	m, err := d.approvable(tx, t, c)
	if errors.Is(err, errChecked) {
		if again := d.checkAgain(tx, t, c, "the directory changed meanwhile"); again != nil {
			return m, again
		}
	}
	return m, err
}

// approvable says why a check cannot be approved, whoever decides; it changes nothing.
func (d *Desk) approvable(tx Tx, t *ticket.Ticket, c *ticket.Check) (ticket.Member, error) {
	if c.MemberID == 0 {
		return ticket.Member{}, ticket.Refuse("%s: no member has the claimed number, so there is nothing to approve: %w; reject or ask", t.Ref, ticket.ErrNotAllowed)
	}
	if !mailable(c.Recipient) {
		return ticket.Member{}, ticket.Refuse("%s has nobody to answer: %w", t.Ref, ticket.ErrNotAllowed)
	}
	m, err := tx.MemberByID(c.MemberID)
	switch {
	case err != nil:
		return m, err
	case m.Version != c.MemberVersion:
		return m, errChecked
	case c.Kind == ticket.AddressForgotten && m.Address == "":
		return m, ticket.Refuse("%s: the Institute knows no address of this member: %w; ask for one", t.Ref, ticket.ErrNotAllowed)
	case c.Kind == ticket.AddressChanged:
		return m, changeable(tx, t, c, m)
	}
	return m, nil
}

func changeable(tx Tx, t *ticket.Ticket, c *ticket.Check, m ticket.Member) error {
	if !mailable(c.NewAddress) {
		return ticket.Refuse("%s states no usable new address: %w; ask for it", t.Ref, ticket.ErrNotAllowed)
	}
	if c.NewAddress == m.Address {
		return ticket.Refuse("%s: %s is the known address already, so nothing would change: %w; ask which address is meant", t.Ref, m.Address, ticket.ErrNotAllowed)
	}
	taken, err := takenBy(tx, c.NewAddress, m.ID)
	if err == nil && taken != "" {
		err = ticket.Refuse("%s: %s is the user name of another member, %s: %w; ask for another address", t.Ref, c.NewAddress, taken, ticket.ErrNotAllowed)
	}
	return err
}

func changeAddress(tx Tx, t *ticket.Ticket, c *ticket.Check, m ticket.Member, by string) error {
	old := m.Address
	m.Address = c.NewAddress
	if err := tx.UpdateMember(&m, by, c.ID); err != nil {
		return err
	}
	return event(tx, t.ID, by, ticket.EventChanged, "The known address of %s %s was changed from %s to %s.", m.FirstName, m.LastName, orNone(old), m.Address)
}

// answers are the letters that approving sends; staff see them before they decide.
func (d *Desk) answers(tx Tx, t *ticket.Ticket, c *ticket.Check, m ticket.Member) ([]letter, error) {
	seen, err := d.evidenceOf(tx, c.MailID, c.Kind)
	if err != nil {
		return nil, err
	}
	thread := seen.thread()
	name := reply.Person{FirstName: m.FirstName, LastName: m.LastName}
	if c.Kind == ticket.AddressForgotten {
		data := reply.AddressKnown{Ref: t.Ref, Member: name, KnownAddress: m.Address}
		return []letter{{to: c.Recipient, lang: t.Language, data: data, thread: thread}}, nil
	}
	changed := reply.AddressChanged{Ref: t.Ref, Member: name, NewAddress: c.NewAddress}
	letters := []letter{{to: c.Recipient, lang: t.Language, data: changed, thread: thread}}
	if c.NewAddress != c.Recipient {
		letters = append(letters, letter{to: c.NewAddress, lang: t.Language, data: changed})
	}
	if mailable(m.Address) && m.Address != c.Recipient {
		notice := reply.AddressChangedNotice{Ref: t.Ref, Member: name, OldAddress: m.Address}
		letters = append(letters, letter{to: m.Address, lang: m.Language, data: notice})
	}
	return letters, nil
}

func (d *Desk) rejection(tx Tx, t *ticket.Ticket, c *ticket.Check) (letter, error) {
	seen, err := d.evidenceOf(tx, c.MailID, c.Kind)
	data := reply.IdentityNotConfirmed{Ref: t.Ref, Name: claimed(c.Claim)}
	return letter{to: c.Recipient, lang: t.Language, data: data, thread: seen.thread()}, err
}

func (d *Desk) queueAll(tx Tx, t *ticket.Ticket, checkID int64, letters []letter) error {
	for _, l := range letters {
		if err := d.queue(tx, t, checkID, l); err != nil {
			return err
		}
	}
	return nil
}

func alarm(findings []ticket.Finding) ticket.Said {
	for _, f := range findings {
		if f.Verdict == ticket.Alarm {
			return told(f).Within()
		}
	}
	return ticket.Said{}
}

// told is what a finding says; an older version kept the English only.
func told(f ticket.Finding) ticket.Said {
	if f.Said.IsZero() {
		return ticket.Say("%s", f.Text)
	}
	return f.Said
}

func because(reason string) ticket.Said {
	if reason == "" {
		return ticket.Said{}
	}
	if usual := ticket.RejectReason(reason); slices.Contains(ticket.RejectReasons(), usual) {
		return ticket.Say(" Reason: %s", usual)
	}
	return ticket.Say(" Reason: %s", reason)
}

func orNone(addr string) ticket.Said {
	if addr == "" {
		return ticket.Say("none")
	}
	return ticket.Say("%s", addr)
}
