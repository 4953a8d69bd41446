package desk

import (
	"context"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Ask mails the requester a question in an agent's own words; the ticket waits for the answer.
func (d *Desk) Ask(ctx context.Context, ref ticket.Ref, by, text string) error {
	return d.act(ctx, ref, by, text, func(tx Tx, t *ticket.Ticket, by, text string) error {
		if err := d.ownWords(tx, t, text, func(name reply.Person) reply.Data { return reply.Question{Ref: t.Ref, Name: name, Text: text} }); err != nil {
			return err
		}
		was := t.Status
		t.Status = ticket.Pending
		if err := tx.UpdateTicket(t, was); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventAsked, "Asked %s: %s", t.Requester.Addr, text)
	})
}

// Answer mails the requester an answer in an agent's own words, and solves the ticket. Where a check waits, that is decided first: an answer
// beside it would leave it behind.
func (d *Desk) Answer(ctx context.Context, ref ticket.Ref, by, text string) error {
	return d.act(ctx, ref, by, text, func(tx Tx, t *ticket.Ticket, by, text string) error {
		if err := answerable(tx, t); err != nil {
			return err
		}
		if err := d.ownWords(tx, t, text, func(name reply.Person) reply.Data { return reply.Answer{Ref: t.Ref, Name: name, Text: text} }); err != nil {
			return err
		}
		was := t.Status
		t.Status, t.Trouble = ticket.Solved, ""
		if err := tx.UpdateTicket(t, was); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventAnswered, "Answered %s: %s", t.Requester.Addr, text)
	})
}

func answerable(tx Tx, t *ticket.Ticket) error {
	c, err := tx.LastCheck(t.ID)
	if err == nil && c.Status == ticket.Waiting {
		return ticket.Refuse("%s has an identity check that waits: %w; decide it, or change the kind of the ticket first", t.Ref, ticket.ErrNotAllowed)
	}
	return ignoreMissing(err)
}

// ownWords queues what an agent wrote to the requester.
func (d *Desk) ownWords(tx Tx, t *ticket.Ticket, text string, data func(reply.Person) reply.Data) error {
	if err := inWork(t); err != nil {
		return err
	}
	if !mailable(t.Requester.Addr) {
		return ticket.Refuse("%s has nobody to answer: %w", t.Ref, ticket.ErrNotAllowed)
	}
	if err := tellsNothing(tx, t, text); err != nil {
		return err
	}
	claim, _, err := tx.Claim(t.ID)
	if err != nil {
		return err
	}
	thread, err := d.threadOf(tx, t)
	if err != nil {
		return err
	}
	return d.queue(tx, t, 0, letter{to: t.Requester.Addr, lang: t.Language, data: data(claimed(claim)), thread: thread})
}

// Note adds a line for staff; it is never mailed.
func (d *Desk) Note(ctx context.Context, ref ticket.Ref, by, text string) error {
	return d.act(ctx, ref, by, text, func(tx Tx, t *ticket.Ticket, by, text string) error {
		return event(tx, t.ID, by, ticket.EventNoted, "%s", text)
	})
}

// Close ends a ticket without an answer, for a reason; a later mail becomes a new ticket. A waiting check ends with it.
func (d *Desk) Close(ctx context.Context, ref ticket.Ref, by, reason string) error {
	return d.act(ctx, ref, by, reason, func(tx Tx, t *ticket.Ticket, by, reason string) error {
		if t.Status == ticket.Closed {
			return ticket.Refuse("%s is closed already: %w", ref, ticket.ErrNotAllowed)
		}
		if err := d.supersede(tx, t, "the ticket was closed"); err != nil {
			return err
		}
		was := t.Status
		t.Status, t.Trouble, t.Contested = ticket.Closed, "", ""
		if err := tx.UpdateTicket(t, was); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventClosed, "Closed: %s", reason)
	})
}

// SendAgain puts the failed and bounced messages of a ticket back into the outbox: the same bytes to the same address (R9).
func (d *Desk) SendAgain(ctx context.Context, ref ticket.Ref, by string) (n int, err error) {
	err = d.act(ctx, ref, by, "send again", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		all, err := tx.DeliveriesOf(t.ID)
		if err != nil {
			return err
		}
		for _, m := range all {
			if was := m.Status; was.CanBecome(ticket.Queued) {
				m.Status, m.QueuedAt, m.DueAt = ticket.Queued, tx.Now(), tx.Now()
				if err := tx.UpdateDelivery(&m, was); err != nil {
					return err
				}
				n++
			}
		}
		if n == 0 {
			return ticket.Refuse("%s has no failed or bounced message: %w", ref, ticket.ErrNotAllowed)
		}
		t.Trouble = ""
		if err := tx.UpdateTicket(t, t.Status); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventReopened, "%d message(s) are sent again.", n)
	})
	return n, err
}

// act runs one step of a person on one ticket.
func (d *Desk) act(ctx context.Context, ref ticket.Ref, by, text string, f func(tx Tx, t *ticket.Ticket, by, text string) error) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	if text = strings.TrimSpace(text); text == "" {
		return ticket.Refuse("%w: the text is empty", ticket.ErrInvalid)
	}
	err = d.Write(ctx, func(tx Tx) error {
		t, err := tx.Ticket(ref)
		if err != nil {
			return err
		}
		if err := d.unchanged(tx, &t); err != nil {
			return err
		}
		return f(tx, &t, by, text)
	})
	if err == nil {
		d.Queued()
	}
	return err
}

// threadOf is the References of an answer to the last mail of the requester.
func (d *Desk) threadOf(tx Tx, t *ticket.Ticket) ([]string, error) {
	own, err := ownMails(tx, t)
	if err != nil || len(own) == 0 {
		return nil, err
	}
	seen, err := d.evidenceOf(tx, own[len(own)-1].ID, t.Kind)
	return seen.thread(), err
}

// ownMails are the mails of a ticket from the address of its requester, oldest first.
func ownMails(tx Tx, t *ticket.Ticket) ([]ticket.Mail, error) {
	all, err := tx.MailsOf(t.ID)
	return slices.DeleteFunc(all, func(m ticket.Mail) bool { return m.From != t.Requester.Addr }), err
}
