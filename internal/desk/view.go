package desk

import (
	"context"
	"errors"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Summary is a ticket as lists show it.
type Summary struct {
	Ticket ticket.Ticket
	Check  *ticket.Check // the newest, without its claim; nil when there never was one
	Member string        // the name of the member of that check; empty when unknown
}

// List returns tickets, oldest first.
func (d *Desk) List(ctx context.Context, f ticket.Filter) (out []Summary, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		found, err := tx.Tickets(f)
		if err != nil {
			return err
		}
		ids := make([]int64, len(found))
		for i, t := range found {
			ids[i] = t.ID
		}
		checks, err := tx.LastChecks(ids)
		if err != nil {
			return err
		}
		names, err := tx.MemberNames(membersOf(checks))
		for _, t := range found {
			s := Summary{Ticket: t}
			if c, ok := checks[t.ID]; ok {
				s.Check, s.Member = &c, names[c.MemberID]
			}
			out = append(out, s)
		}
		return err
	})
	return out, err
}

func membersOf(checks map[int64]ticket.Check) (ids []int64) {
	for _, c := range checks {
		if c.MemberID != 0 {
			ids = append(ids, c.MemberID)
		}
	}
	return ids
}

// Letter is an answer as it would go out.
type Letter struct {
	To string
	reply.Rendered
}

// Outgoing is a message of a ticket with its attempts.
type Outgoing struct {
	ticket.Delivery
	Attempts      []ticket.Attempt
	Subject, Text string // as they were sent
}

// Received is a mail of a ticket as it was read.
type Received struct {
	ticket.Mail
	Reading
	Left bool // it was not read: newer mails of the ticket are all that is shown at once
}

// What is read of a ticket at once, so that whoever mails again and again keeps nobody waiting. The newest mail is always read.
const (
	maxShownMails = 50
	maxShownSize  = 50 << 20 // octets
)

// View is everything that staff see of one ticket.
type View struct {
	Ticket    ticket.Ticket
	Claim     ticket.Claim
	Check     *ticket.Check  // the newest; nil when there never was one
	Member    *ticket.Member // of the check; nil when unknown
	Approvals []ticket.Approval
	Answers   []Letter    // what approving would send; empty when there is nothing to approve
	Obstacle  ticket.Said // why approving is not possible as it stands; zero when it is
	HandsOn   []string    // who may not approve it, by the rule of four eyes
	Shown     string      // the digest of the waiting check and of Answers, to decide on just this; empty when nothing waits
	Mails     []Received
	Outgoing  []Outgoing
	Events    []ticket.Event
	Related   []ticket.Ref // other unsolved tickets of the same address: the mails may belong together
}

// Show returns everything of one ticket, or ticket.ErrNotFound.
func (d *Desk) Show(ctx context.Context, ref ticket.Ref) (v View, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		if v.Ticket, err = tx.Ticket(ref); err != nil {
			return err
		}
		for _, fill := range []func(Tx, *View) error{d.showClaim, d.showCheck, d.showMails, d.showOutgoing} {
			if err := fill(tx, &v); err != nil {
				return err
			}
		}
		if v.Related, err = tx.UnsolvedTicketsFrom(v.Ticket.Requester.Addr, v.Ticket.ID); err != nil {
			return err
		}
		v.Events, err = tx.Events(v.Ticket.ID)
		return err
	})
	return v, err
}

func (d *Desk) showClaim(tx Tx, v *View) (err error) {
	v.Claim, _, err = tx.Claim(v.Ticket.ID)
	return err
}

func (d *Desk) showCheck(tx Tx, v *View) error {
	c, err := tx.LastCheck(v.Ticket.ID)
	if errors.Is(err, ticket.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	v.Check = &c
	if c.MemberID != 0 {
		m, err := tx.MemberByID(c.MemberID)
		if err != nil {
			return err
		}
		v.Member = &m
	}
	if v.Approvals, err = tx.Approvals(c.ID); err != nil || c.Status != ticket.Waiting {
		return err
	}
	if v.HandsOn, err = handsOn(tx, v.Check); err != nil {
		return err
	}
	if err := d.showAnswers(tx, v); err != nil {
		return err
	}
	v.Shown = digest(v.Check, v.Answers)
	return nil
}

// showAnswers renders what approving would send, with the code that approving runs.
func (d *Desk) showAnswers(tx Tx, v *View) error {
	member, err := d.approvable(tx, &v.Ticket, v.Check)
	if err != nil {
		return v.refuse(err)
	}
	letters, err := d.answers(tx, &v.Ticket, v.Check, member)
	if err != nil {
		return err
	}
	if v.Answers, err = d.write(tx, letters); err != nil {
		return v.refuse(err) // such as an address that spells a national number: a person has to see the ticket all the same
	}
	return nil
}

// write renders letters as they would go out.
func (d *Desk) write(tx Published, letters []letter) (out []Letter, err error) {
	replies, err := d.Replies(tx)
	if err != nil {
		return nil, err
	}
	for _, l := range letters {
		r, err := replies.Render(l.lang, l.data)
		if err != nil {
			return nil, ticket.Refuse("the answer to %s cannot be written: %w", nrn.Redact(l.to), err)
		}
		out = append(out, Letter{To: l.to, Rendered: r})
	}
	return out, nil
}

// refuse says why approving is not possible. A fault is no such reason, and is returned.
func (v *View) refuse(err error) error {
	if !isRefusal(err) {
		return err
	}
	v.Obstacle = ticket.SaidOf(err)
	return nil
}

func isRefusal(err error) bool {
	var no *ticket.Refusal
	return errors.As(err, &no)
}

func (d *Desk) showMails(tx Tx, v *View) error {
	all, err := tx.MailsOf(v.Ticket.ID)
	if err != nil {
		return err
	}
	v.Mails = make([]Received, len(all))
	size := int64(0)
	for i := len(all) - 1; i >= 0; i-- {
		m, last := all[i], len(all)-1
		if size += m.Kept; i < last && (i <= last-maxShownMails || size > maxShownSize) {
			v.Mails[i] = Received{Mail: m, Reading: Reading{Message: &message.Message{}}, Left: true}
			continue
		}
		m, raw, err := tx.Mail(m.ID)
		if err != nil {
			return err
		}
		v.Mails[i] = Received{Mail: m, Reading: d.Reader.Read(raw, m.Kept < m.Size)}
	}
	return nil
}

func (d *Desk) showOutgoing(tx Tx, v *View) error {
	all, err := tx.DeliveriesOf(v.Ticket.ID)
	if err != nil {
		return err
	}
	for _, m := range all {
		attempts, err := tx.AttemptsOf(m.ID)
		if err != nil {
			return err
		}
		sent := message.Parse(m.Raw, message.Options{})
		v.Outgoing = append(v.Outgoing, Outgoing{Delivery: m, Attempts: attempts, Subject: sent.Subject, Text: sent.Text})
	}
	return nil
}

// Account is how the mails and deliveries stand.
type Account struct {
	Ledger     ticket.Ledger
	Deliveries map[ticket.DeliveryStatus]int64
	Members    int64
}

// Account counts mails, deliveries and members.
func (d *Desk) Account(ctx context.Context) (a Account, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		if a.Ledger, err = tx.Ledger(); err != nil {
			return err
		}
		if a.Deliveries, err = tx.CountDeliveries(); err != nil {
			return err
		}
		a.Members, err = tx.CountMembers()
		return err
	})
	return a, err
}
