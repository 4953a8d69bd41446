package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Claim hands up to limit due deliveries to the outbox, each with an attempt on record, for the time of the lease. When the program
// stops before Finish, the lease runs out and the same bytes are handed out once more; the history says so (R9).
func (d *Desk) Claim(ctx context.Context, limit int, lease time.Duration) (due []ticket.Delivery, err error) {
	if some, err := d.anyDue(ctx); !some || err != nil {
		return nil, err // an idle outbox never takes the write lock
	}
	err = d.Write(ctx, func(tx Tx) error {
		if due, err = tx.DueDeliveries(limit); err != nil {
			return err
		}
		for i := range due {
			left, err := tx.StartAttempt(&due[i], lease)
			if err != nil {
				return err
			}
			if !left {
				continue
			}
			err = event(tx, due[i].TicketID, ticket.Robot, ticket.EventAttempted,
				"The program stopped while it handed a message to %s over; whether it arrived is unknown. The same message is sent once more.", due[i].Recipient)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return due, err
}

func (d *Desk) anyDue(ctx context.Context) (some bool, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		due, err := tx.DueDeliveries(1)
		some = len(due) > 0
		return err
	})
	return some, err
}

// Finish records what an attempt came to. With a retryAt the delivery stays in the queue; without, it is sent or failed, and a
// failure opens the ticket for staff.
func (d *Desk) Finish(ctx context.Context, a ticket.Attempt, retryAt time.Time) error {
	a.Text = nrn.Redact(a.Text) // a mail server's words, which can repeat ours or anybody's
	return d.Write(ctx, func(tx Tx) error {
		m, err := tx.DeliveryByID(a.DeliveryID)
		if err != nil {
			return err
		}
		if err := tx.EndAttempt(a); err != nil {
			return err
		}
		if m.Status != ticket.Queued {
			return nil // its bounce was faster than this record
		}
		m.LastError = said(a)
		switch {
		case a.Result == ticket.AttemptSent:
			m.Status, m.LastError = ticket.Sent, ""
		case !retryAt.IsZero():
			m.DueAt = retryAt
		default:
			m.Status = ticket.Failed
		}
		if err := tx.UpdateDelivery(&m, ticket.Queued); err != nil {
			return err
		}
		return d.tellTicket(tx, &m, a)
	})
}

func (d *Desk) tellTicket(tx Tx, m *ticket.Delivery, a ticket.Attempt) error {
	switch m.Status {
	case ticket.Sent:
		return event(tx, m.TicketID, ticket.Robot, ticket.EventSent, "%s was mailed to %s.", m.Occasion, m.Recipient)
	case ticket.Failed:
		return d.trouble(tx, m, ticket.EventFailed, "The mail to %s failed: %s", m.Recipient, said(a))
	}
	return event(tx, m.TicketID, ticket.Robot, ticket.EventAttempted, "Attempt %d to mail %s: %s: %s", a.Number, m.Recipient, a.Result, said(a))
}

// said is what the server answered, with its code.
func said(a ticket.Attempt) string {
	if a.Code == 0 {
		return a.Text
	}
	return fmt.Sprintf("%d %s", a.Code, a.Text)
}

// trouble opens the ticket of a delivery again, so that an agent sees that the requester got nothing.
func (d *Desk) trouble(tx Tx, m *ticket.Delivery, name, what string, args ...any) error {
	if m.TicketID == 0 { // for one of the staff: there is nothing to open, and who waits for it asks again
		d.Log.Warn("a mail to one of the staff did not arrive", "occasion", m.Occasion, "delivery", m.ID, "error", nrn.Redact(m.LastError))
		return event(tx, 0, ticket.Robot, name, what, args...)
	}
	t, err := tx.TicketByID(m.TicketID)
	if err != nil {
		return err
	}
	if err := event(tx, t.ID, ticket.Robot, name, what, args...); err != nil {
		return err
	}
	t.TroubleSaid = ticket.Say(what, args...).Redacted()
	t.Trouble = t.TroubleSaid.String()
	if t.Status == ticket.Closed {
		return tx.UpdateTicket(&t, t.Status)
	}
	return d.reopen(tx, &t, "an answer did not arrive")
}

// fileBounce matches a delivery status notification (RFC 3464) to the message of ours that came back.
func (d *Desk) fileBounce(tx Tx, in *intake) error {
	b := in.Message.Bounce
	m, err := tx.DeliveryByMessageID(b.MessageID)
	if errors.Is(err, ticket.ErrNotFound) || b.MessageID == "" {
		return d.insertMail(tx, in, ticket.WasBounce, "not_ours", 0)
	}
	if err != nil {
		return err
	}
	if err := d.insertMail(tx, in, ticket.WasBounce, actionOf(b), m.TicketID); err != nil {
		return err
	}
	was := m.Status
	if b.Action != "failed" || !was.CanBecome(ticket.Bounced) {
		return event(tx, m.TicketID, ticket.Robot, ticket.EventAttempted, "A mail server reports on the mail to %s: %s: %s", m.Recipient, ticket.Word("action", actionOf(b)), reported(b))
	}
	m.Status, m.LastError = ticket.Bounced, reported(b)
	if err := tx.UpdateDelivery(&m, was); err != nil {
		return err
	}
	return d.trouble(tx, &m, ticket.EventBounced, "The mail to %s came back: %s", m.Recipient, m.LastError)
}

// reported is what the remote server said, with its status where it does not stand there already.
func reported(b *message.Bounce) string {
	if b.Status == "" || strings.Contains(b.Diagnostic, b.Status) {
		return nrn.Redact(b.Diagnostic)
	}
	return nrn.Redact(strings.TrimSpace(b.Status + " " + b.Diagnostic))
}

// actionOf is one of the five words of RFC 3464 section 2.3.3, or "unknown": the field is a stranger's.
func actionOf(b *message.Bounce) string {
	if slices.Contains([]string{"failed", "delayed", "delivered", "relayed", "expanded"}, b.Action) {
		return b.Action
	}
	return "unknown"
}
