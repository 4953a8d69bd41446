package desk

import (
	"context"
	"errors"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Attachment returns the content of the n-th attachment of a mail of a ticket, as Received.Message.Attachments numbers them from 0, and
// its name with national numbers masked. The content is a stranger's: hand it out as a download that cannot run. It may show a number,
// so the history says who opened it; without that event nothing is returned (R7).
func (d *Desk) Attachment(ctx context.Context, ref ticket.Ref, by string, mailID int64, n int) (name string, content []byte, err error) {
	m, raw, err := d.rawMail(ctx, ref, mailID)
	if err != nil {
		return "", nil, err
	}
	content, a, err := message.OpenAttachment(raw, n) // outside of the transaction that writes: a mail never changes
	if errors.Is(err, message.ErrNoAttachment) {
		return "", nil, ticket.Refuse("mail %d of %s has no attachment %d: %w", mailID, ref, n, ticket.ErrNotFound)
	}
	if err != nil {
		return "", nil, err
	}
	name = nrn.Redact(a.Name)
	err = d.act(ctx, ref, by, "open", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		return event(tx, t.ID, by, ticket.EventOpened, "Downloaded the attachment %s of the mail of %s.", orUnnamed(name), ticket.Moment(m.ReceivedAt))
	})
	if err != nil {
		return "", nil, err
	}
	return name, content, nil
}

// RawMail returns a mail of a ticket as it came. The history says who opened it; without that event nothing is returned (R7).
func (d *Desk) RawMail(ctx context.Context, ref ticket.Ref, by string, mailID int64) ([]byte, error) {
	m, raw, err := d.rawMail(ctx, ref, mailID)
	if err != nil {
		return nil, err
	}
	err = d.act(ctx, ref, by, "open", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		return event(tx, t.ID, by, ticket.EventOpened, "Downloaded the mail of %s as it came.", ticket.Moment(m.ReceivedAt))
	})
	if err != nil {
		return nil, err
	}
	return raw, nil
}

// rawMail reads a mail that belongs to the ticket. Whoever may see one ticket cannot name the mails of another.
func (d *Desk) rawMail(ctx context.Context, ref ticket.Ref, mailID int64) (m ticket.Mail, raw []byte, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		t, err := tx.Ticket(ref)
		if err != nil {
			return err
		}
		m, raw, err = tx.Mail(mailID)
		if errors.Is(err, ticket.ErrNotFound) || err == nil && (m.TicketID != t.ID || raw == nil) {
			return ticket.Refuse("%s has no mail %d: %w", ref, mailID, ticket.ErrNotFound)
		}
		return err
	})
	return m, raw, err
}

func orUnnamed(name string) ticket.Said {
	if name == "" {
		return ticket.Say("without a name")
	}
	return ticket.Say("%s", name)
}
