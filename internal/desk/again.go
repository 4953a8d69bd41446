package desk

import (
	"context"

	"iec-iab.be/servicedesk/internal/nrn"
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
	for i := 0; i < len(all) && err == nil; i++ {
		err = d.Write(ctx, func(tx Tx) error { return d.readAgain(tx, all[i].ID) })
	}
	return err
}

func (d *Desk) readAgain(tx Tx, mailID int64) error {
	m, raw, err := tx.Mail(mailID)
	if err != nil || len(raw) == 0 {
		return err
	}
	in := &intake{Incoming: Incoming{Size: m.Size, Raw: raw, Received: m.ReceivedAt}, id: mailID}
	in.Reading = d.Reader.Read(raw, in.truncated())
	if in.Outcome() == ticket.WasUnreadable {
		return nil
	}
	t, err := tx.TicketByID(m.TicketID)
	if err != nil || t.Status != ticket.Open {
		return err // a person dealt with it already
	}
	if in.Outcome() != ticket.BecameTicket {
		if err := tx.ReadAgain(mailID, in.Outcome(), in.Verdict.AutomaticReason, in.Sender().Addr); err != nil {
			return err
		}
		t.Status = ticket.Solved
		return tx.UpdateTicket(&t, ticket.Open)
	}
	return d.understood(tx, &t, in)
}

// understood gives the ticket of a mail that was unreadable what is now known of it.
func (d *Desk) understood(tx Tx, t *ticket.Ticket, in *intake) error {
	fresh := d.newTicket(in)
	t.Kind, t.Language, t.Missing, t.Requester, t.Subject = fresh.Kind, fresh.Language, fresh.Missing, fresh.Requester, fresh.Subject
	if err := tx.ReadAgain(in.id, ticket.BecameTicket, "", nrn.Redact(in.Sender().Addr)); err != nil {
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
	return d.take(tx, t, in, in.Verdict.Claim, s)
}
