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
	return d.post(tx, t.ID, checkID, l)
}

// Post is what queueing a letter needs of a transaction.
type Post interface {
	Now() time.Time
	InsertDelivery(d *ticket.Delivery) error
}

// QueueStaffLink mails one of the staff the link to choose a password, in the transaction that filed the link. It belongs to no ticket.
func (d *Desk) QueueStaffLink(tx Post, to string, lang ticket.Language, link reply.StaffLink) error {
	return d.post(tx, 0, 0, letter{to: to, lang: lang, data: link})
}

func (d *Desk) post(tx Post, ticketID, checkID int64, l letter) error {
	if !mailable(l.to) {
		return ticket.Refuse("%w: %q is not an address that can be mailed", ticket.ErrInvalid, l.to)
	}
	text, err := d.Replies.Render(l.lang, l.data)
	if errors.Is(err, reply.ErrNationalNumber) {
		return ticket.Refuse("%w: %w", ticket.ErrInvalid, err) // an agent's own words: they never leave with a number (R7)
	}
	if err != nil {
		return err
	}
	_, domain, _ := strings.Cut(d.Address.Addr, "@")
	id, err := reply.NewMessageID(domain, d.Random)
	if err != nil {
		return err
	}
	raw, err := reply.Compose(d.envelope(tx, l, id), text)
	if err != nil {
		return err
	}
	return tx.InsertDelivery(&ticket.Delivery{
		TicketID: ticketID, CheckID: checkID, Occasion: l.data.Occasion(), Language: text.Language,
		// A service responder takes back what cannot be delivered (RFC 3834 section 3.3): a bounce reopens the ticket, and is
		// itself never answered, so no loop can come of it.
		Sender: d.Address.Addr, Recipient: l.to, MessageID: id, Raw: raw, ByHand: l.byHand,
	})
}

func (d *Desk) envelope(tx Post, l letter, id string) reply.Envelope {
	// The sender chose his Message-IDs; one that spells a national number is left out of ours (R7).
	thread := slices.DeleteFunc(slices.Clone(l.thread), nrn.Contains)
	e := reply.Envelope{
		From: d.Address, To: ticket.Address{Addr: l.to}, MessageID: id, References: thread,
		Automatic: l.data.Occasion().Automatic() && !l.byHand, Generated: l.data.Occasion() == ticket.StaffLink, Date: tx.Now(),
	}
	if len(thread) > 0 {
		e.InReplyTo = thread[len(thread)-1]
	}
	return e
}
