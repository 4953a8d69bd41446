package desk

import (
	"context"
	"errors"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Start puts right what an earlier worker left behind when it stopped, perhaps by a crash. Only the one worker of a database calls it.
func (d *Desk) Start(ctx context.Context) error {
	if err := d.Write(ctx, func(tx Tx) error { return tx.ReleaseLeases() }); err != nil {
		return err
	}
	return d.readUnreadable(ctx)
}

// readUnreadable reads the mails that no earlier version could read: a better reader may be at work by now (R2: unreadable is kept, with a
// retry). What can be read goes the way of a new mail, on the ticket that it has.
func (d *Desk) readUnreadable(ctx context.Context) error {
	var all []ticket.Mail
	err := d.Read(ctx, func(tx Tx) (err error) {
		all, err = tx.UnreadableMails()
		return err
	})
	for _, m := range all {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := d.Write(ctx, func(tx Tx) error { return d.readAgain(tx, m.ID) }); err != nil {
			d.Log.Error("a mail that was unreadable still cannot be filed; it stays with its ticket", "mail", m.ID, "error", err)
		}
	}
	return err
}

// readAgain reads one mail anew. What now proves to be a bounce or an answer goes where it belongs, and the ticket that stood in for it is
// closed; a new request goes on in the ticket that it has.
func (d *Desk) readAgain(tx Tx, mailID int64) error {
	m, raw, err := tx.Mail(mailID)
	if err != nil || len(raw) == 0 {
		return err
	}
	in := &intake{Incoming: Incoming{Size: m.Size, Raw: raw, Received: m.ReceivedAt}, id: mailID, again: true}
	in.Reading = d.Reader.Read(raw, in.truncated())
	if in.Outcome() == ticket.WasUnreadable {
		return nil
	}
	t, err := tx.TicketByID(m.TicketID)
	if err != nil || t.Status != ticket.Open {
		return err // a person dealt with it already
	}
	_, err = d.ticketOf(tx, in)
	if in.Outcome() == ticket.BecameTicket && errors.Is(err, ticket.ErrNotFound) {
		return guarded(func(tx Tx, in *intake) error { return d.understood(tx, &t, in) }, tx, in)
	}
	if err := guarded(d.file, tx, in); err != nil {
		return err
	}
	if err := event(tx, t.ID, ticket.Robot, ticket.EventClosed, "The mail could be read now, and went where it belongs: %s.", in.Outcome()); err != nil {
		return err
	}
	t.Status = ticket.Closed
	return tx.UpdateTicket(&t, ticket.Open)
}

// understood gives the ticket of a mail that was unreadable what is now known of it.
func (d *Desk) understood(tx Tx, t *ticket.Ticket, in *intake) error {
	fresh := d.newTicket(in)
	t.Kind, t.Language, t.Missing, t.Requester, t.Subject = fresh.Kind, fresh.Language, fresh.Missing, fresh.Requester, fresh.Subject
	if err := d.insertMail(tx, in, ticket.BecameTicket, "", t.ID); err != nil {
		return err
	}
	s, err := d.nextStep(tx, t, in, in.Verdict.Claim)
	if err != nil {
		return err
	}
	t.Status = s.status()
	if err := tx.UpdateTicket(t, ticket.Open); err != nil {
		return err
	}
	if err := event(tx, t.ID, ticket.Robot, ticket.EventReceived, "The mail could be read now: %s in %s.", t.Kind, t.Language); err != nil {
		return err
	}
	in.opened = true
	return d.take(tx, t, in, in.Verdict.Claim, s)
}
