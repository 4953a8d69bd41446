package desk

import (
	"errors"
	"slices"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// letter is one answer before it is written.
type letter struct {
	to     string
	lang   ticket.Language
	data   reply.Data
	thread []string // References, oldest first; the last one is answered
	byHand bool     // a person has it sent, so it is not automatic
}

// queue writes a letter and queues its delivery in the transaction that decided it: once, with its Message-ID for life (R9).
func (d *Desk) queue(tx Tx, t *ticket.Ticket, checkID int64, l letter) error {
	written, err := d.post(tx, t.ID, checkID, l)
	if err != nil || written == l.lang || l.lang == "" {
		return err
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventNoted, "There is no reply template of %s in %s: it is written in %s.", l.data.Occasion(), l.lang, written)
}

// Post is what queueing a letter needs of a transaction.
type Post interface {
	Now() time.Time
	Published
	InsertDelivery(d *ticket.Delivery) error
}

// QueueStaffLink mails one of the staff the link to choose a password, in the transaction that filed the link. It belongs to no ticket.
func (d *Desk) QueueStaffLink(tx Post, to string, lang ticket.Language, link reply.StaffLink) error {
	_, err := d.post(tx, 0, 0, letter{to: to, lang: lang, data: link})
	return err
}

// QueueTemplateTest mails one of the staff how a reply template looks, rendered with made-up data. It belongs to no ticket.
func (d *Desk) QueueTemplateTest(tx Post, to string, r reply.Rendered) error {
	return d.hand(tx, r, ticket.Delivery{Occasion: ticket.TemplateTest, Recipient: to}, nil)
}

// post writes and queues a letter, and returns the language in which it is written.
func (d *Desk) post(tx Post, ticketID, checkID int64, l letter) (ticket.Language, error) {
	replies, err := d.Replies(tx)
	if err != nil {
		return "", err
	}
	text, err := replies.Render(l.lang, l.data)
	if errors.Is(err, reply.ErrNationalNumber) {
		return "", ticket.Refuse("%w: %w", ticket.ErrInvalid, err) // an agent's own words: they never leave with a number (R7)
	}
	if errors.Is(err, reply.ErrTooLong) {
		return "", ticket.Refuse("%w: %w", ticket.ErrInvalid, reply.ErrTooLong)
	}
	if err != nil {
		return "", err
	}
	return text.Language, d.hand(tx, text, ticket.Delivery{TicketID: ticketID, CheckID: checkID, Occasion: l.data.Occasion(), Recipient: l.to, ByHand: l.byHand}, l.thread)
}

// hand composes a written reply and queues its delivery.
func (d *Desk) hand(tx Post, text reply.Rendered, m ticket.Delivery, thread []string) error {
	if !mailable(m.Recipient) {
		return ticket.Refuse("%w: %q is not an address that can be mailed", ticket.ErrInvalid, m.Recipient)
	}
	_, domain, _ := strings.Cut(d.Address.Addr, "@")
	id, err := reply.NewMessageID(domain, d.Random)
	if err != nil {
		return err
	}
	m.Language, m.MessageID = text.Language, id
	// A service responder takes back what cannot be delivered (RFC 3834 section 3.3): a bounce reopens the ticket, and is itself never
	// answered, so no loop can come of it.
	m.Sender = d.Address.Addr
	if m.Raw, err = reply.Compose(d.envelope(tx, m, thread), text); err != nil {
		return err
	}
	return tx.InsertDelivery(&m)
}

func (d *Desk) envelope(tx Post, m ticket.Delivery, thread []string) reply.Envelope {
	// The sender chose his Message-IDs; one that spells a national number is left out of ours (R7).
	thread = slices.DeleteFunc(slices.Clone(thread), nrn.Contains)
	e := reply.Envelope{
		From: d.Address, To: ticket.Address{Addr: m.Recipient}, MessageID: m.MessageID, References: thread,
		Automatic: m.Occasion.Automatic() && !m.ByHand, Generated: !m.Occasion.OfTicket(), Date: tx.Now(),
	}
	if len(thread) > 0 {
		e.InReplyTo = thread[len(thread)-1]
	}
	return e
}
