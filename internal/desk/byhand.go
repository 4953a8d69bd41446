package desk

import (
	"context"
	"errors"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// SendPasswordSteps mails the requester the steps for a forgotten password by hand, such as when the automatic answer was held back, and
// solves the ticket.
func (d *Desk) SendPasswordSteps(ctx context.Context, ref ticket.Ref, by string) error {
	return d.act(ctx, ref, by, "send the password steps", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		l, err := d.passwordLetter(tx, t)
		if err != nil {
			return err
		}
		if err := d.queue(tx, t, 0, l); err != nil {
			return err
		}
		was := t.Status
		t.Status, t.Trouble = ticket.Solved, ""
		if err := tx.UpdateTicket(t, was); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventAnswered, "The steps for a forgotten password were mailed to %s.", l.to)
	})
}

func (d *Desk) passwordLetter(tx Tx, t *ticket.Ticket) (letter, error) {
	if t.Kind.NeedsCheck() {
		return letter{}, ticket.Refuse("%s is %s, which an identity check decides: %w; change its kind first", t.Ref, t.Kind, ticket.ErrNotAllowed)
	}
	return d.byHand(tx, t, reply.PasswordSteps{Ref: t.Ref})
}

// AskForData mails the request for what is missing by hand, such as when the automatic one was held back; the ticket waits for the answer.
// It is the same text for a number that the Institute knows and one that it does not (R5).
func (d *Desk) AskForData(ctx context.Context, ref ticket.Ref, by string) error {
	return d.act(ctx, ref, by, "ask for data", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		l, err := d.dataLetter(tx, t)
		if err != nil {
			return err
		}
		if err := d.queue(tx, t, 0, l); err != nil {
			return err
		}
		was := t.Status
		t.Status = ticket.Pending
		t.Questions++
		if err := tx.UpdateTicket(t, was); err != nil {
			return err
		}
		return event(tx, t.ID, by, ticket.EventAsked, "Asked %s for %s.", l.to, fieldWords(t.Missing))
	})
}

func (d *Desk) dataLetter(tx Tx, t *ticket.Ticket) (letter, error) {
	claim, _, err := tx.Claim(t.ID)
	if err != nil {
		return letter{}, err
	}
	if len(t.Missing) == 0 {
		return letter{}, ticket.Refuse("%s lacks nothing that could be asked for: %w", t.Ref, ticket.ErrNotAllowed)
	}
	return d.byHand(tx, t, dataMissing(t, claim))
}

// byHand is a letter of an automatic occasion that a person sends to the requester.
func (d *Desk) byHand(tx Tx, t *ticket.Ticket, data reply.Data) (letter, error) {
	if err := inWork(t); err != nil {
		return letter{}, err
	}
	if !mailable(t.Requester.Addr) {
		return letter{}, ticket.Refuse("%s has nobody to answer: %w", t.Ref, ticket.ErrNotAllowed)
	}
	thread, err := d.threadOf(tx, t)
	return letter{to: t.Requester.Addr, lang: t.Language, data: data, thread: thread, byHand: true}, err
}

// Previews are the letters that the steps of a person would send now, besides approving (View.Answers). Nil: that step is not possible.
type Previews struct {
	Reject        *Letter
	AskForData    *Letter
	PasswordSteps *Letter
}

// Previews renders what each step would send, with the code that the step runs.
func (d *Desk) Previews(ctx context.Context, ref ticket.Ref) (p Previews, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		t, err := tx.Ticket(ref)
		if err != nil {
			return err
		}
		for _, step := range []struct {
			to     **Letter
			letter func(Tx, *ticket.Ticket) (letter, error)
		}{{&p.Reject, d.rejectLetter}, {&p.AskForData, d.dataLetter}, {&p.PasswordSteps, d.passwordLetter}} {
			if *step.to, err = d.preview(tx, &t, step.letter); err != nil {
				return err
			}
		}
		return nil
	})
	return p, err
}

func (d *Desk) preview(tx Tx, t *ticket.Ticket, of func(Tx, *ticket.Ticket) (letter, error)) (*Letter, error) {
	l, err := of(tx, t)
	if errors.Is(err, ticket.ErrNotAllowed) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	written, err := d.write(tx, []letter{l})
	if isRefusal(err) {
		return nil, nil // the step says why when it is taken
	}
	if err != nil {
		return nil, err
	}
	return &written[0], nil
}

func (d *Desk) rejectLetter(tx Tx, t *ticket.Ticket) (letter, error) {
	c, err := shownCheck(tx, t, 0)
	if err != nil {
		return letter{}, err
	}
	if c.ID == 0 || !mailable(c.Recipient) {
		return letter{}, ticket.ErrNotAllowed
	}
	return d.rejection(tx, t, &c)
}
