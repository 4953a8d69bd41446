package desk

import (
	"context"
	"errors"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// ReplyData is what a reply of an occasion would say on a ticket as it stands, for a preview before staff: nothing is queued. It returns
// ticket.ErrNotAllowed where the ticket has nothing that such a reply could say.
func (d *Desk) ReplyData(ctx context.Context, ref ticket.Ref, o ticket.Occasion) (data reply.Data, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		t, err := tx.Ticket(ref)
		if err != nil {
			return err
		}
		claim, _, err := tx.Claim(t.ID)
		if err != nil {
			return err
		}
		if o.Tells() {
			data, err = telling(tx, &t, o)
			return err
		}
		data, err = plainData(&t, claim, o)
		return err
	})
	return data, err
}

// plainData is the data of an occasion that tells nothing of a member.
func plainData(t *ticket.Ticket, claim ticket.Claim, o ticket.Occasion) (reply.Data, error) {
	switch o {
	case ticket.DataMissing:
		if len(t.Missing) > 0 {
			return dataMissing(t, claim), nil
		}
	case ticket.IdentityNotConfirmed:
		return reply.IdentityNotConfirmed{Ref: t.Ref, Name: claimed(claim)}, nil
	case ticket.PasswordSteps:
		return reply.PasswordSteps{Ref: t.Ref}, nil
	case ticket.Received:
		return reply.Received{Ref: t.Ref}, nil
	case ticket.Question:
		if q, ok := reply.Sample(o, t.Language).(reply.Question); ok { // nobody has asked yet
			q.Ref, q.Name = t.Ref, claimed(claim)
			return q, nil
		}
	case ticket.Answer:
		if a, ok := reply.Sample(o, t.Language).(reply.Answer); ok { // nor answered
			a.Ref, a.Name = t.Ref, claimed(claim)
			return a, nil
		}
	}
	return nil, noReply(t, o)
}

// telling is the data of an occasion that tells something of the member of the newest check.
func telling(tx Tx, t *ticket.Ticket, o ticket.Occasion) (reply.Data, error) {
	c, err := tx.LastCheck(t.ID)
	if errors.Is(err, ticket.ErrNotFound) || err == nil && c.MemberID == 0 {
		return nil, noReply(t, o)
	}
	if err != nil {
		return nil, err
	}
	m, err := tx.MemberByID(c.MemberID)
	if err != nil {
		return nil, err
	}
	name := reply.Person{FirstName: m.FirstName, LastName: m.LastName}
	switch {
	case o == ticket.AddressKnown && m.Address != "":
		return reply.AddressKnown{Ref: t.Ref, Member: name, KnownAddress: m.Address}, nil
	case o == ticket.AddressChangedReply && c.NewAddress != "":
		return reply.AddressChanged{Ref: t.Ref, Member: name, NewAddress: c.NewAddress}, nil
	case o == ticket.AddressChangedNotice && m.Address != "":
		return reply.AddressChangedNotice{Ref: t.Ref, Member: name, OldAddress: m.Address}, nil
	}
	return nil, noReply(t, o)
}

func noReply(t *ticket.Ticket, o ticket.Occasion) error {
	return ticket.Refuse("%s has nothing that %s could say: %w; look at it on another ticket", t.Ref, o, ticket.ErrNotAllowed)
}
