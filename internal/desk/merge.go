package desk

import (
	"context"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Merge joins the mails of one ticket to another, as if they had been sent there: for a requester who began a new mail instead of
// answering. What the mails state completes the claim, where they come from the requester's own address; others reopen the check
// (R4). The ticket that is emptied is closed. Both histories say so.
func (d *Desk) Merge(ctx context.Context, from, into ticket.Ref, by string) error {
	return d.act(ctx, from, by, "merge", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		target, err := tx.Ticket(into)
		if err != nil {
			return err
		}
		if err := mergeable(tx, t, &target); err != nil {
			return err
		}
		mails, err := tx.MailsOf(t.ID)
		if err != nil {
			return err
		}
		if err := d.empty(tx, t, &target, by); err != nil {
			return err
		}
		for _, m := range mails {
			if err := d.joinMail(tx, &target, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// mergeable says why two tickets cannot be merged. What was decided keeps its own ticket: an answer must be found where it was approved.
func mergeable(tx Tx, t, into *ticket.Ticket) error {
	switch {
	case t.ID == into.ID:
		return ticket.Refuse("%s cannot be merged into itself: %w", t.Ref, ticket.ErrNotAllowed)
	case t.Status == ticket.Closed:
		return ticket.Refuse("%s is closed: %w", t.Ref, ticket.ErrNotAllowed)
	case into.Status == ticket.Closed:
		return ticket.Refuse("%s is closed and takes no more mail: %w", into.Ref, ticket.ErrNotAllowed)
	}
	decided, err := tx.LastDecision(t.ID)
	if err == nil && decided.ID != 0 {
		return ticket.Refuse("%s was decided already, so it stays a ticket of its own: %w", t.Ref, ticket.ErrNotAllowed)
	}
	return err
}

// empty closes a ticket of which the mails go to another.
func (d *Desk) empty(tx Tx, t, into *ticket.Ticket, by string) error {
	if err := d.supersede(tx, t, "the ticket was merged into %s", into.Ref); err != nil {
		return err
	}
	if err := tx.MoveMails(t.ID, into.ID); err != nil {
		return err
	}
	was := t.Status
	t.Status, t.Trouble = ticket.Closed, ""
	if err := tx.UpdateTicket(t, was); err != nil {
		return err
	}
	if err := event(tx, t.ID, by, ticket.EventMerged, "Merged into %s, which has the mails now.", into.Ref); err != nil {
		return err
	}
	return event(tx, into.ID, by, ticket.EventMerged, "The mails of %s were merged into this ticket.", t.Ref)
}

// joinMail takes what a moved mail says into its new ticket.
func (d *Desk) joinMail(tx Tx, into *ticket.Ticket, m ticket.Mail) error {
	seen, err := d.evidenceOf(tx, m.ID, into.Kind)
	if err != nil {
		return err
	}
	in := &intake{Incoming: Incoming{Size: m.Size, Received: m.ReceivedAt}, Reading: seen.Reading, id: m.ID}
	return d.takeFollowUp(tx, into, in)
}

// proposeMerge tells staff of an unsolved ticket of the same address: the new mail may belong to it. It is never joined by force, for
// a From address proves nothing.
func (d *Desk) proposeMerge(tx Tx, t *ticket.Ticket) error {
	refs, err := tx.UnsolvedTicketsFrom(t.Requester.Addr, t.ID)
	if err != nil || len(refs) == 0 {
		return err
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventProposed, "The same address has an unsolved ticket: %s. If this mail belongs to it, merge the two.", refWords(refs))
}
