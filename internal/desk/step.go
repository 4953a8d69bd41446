package desk

import (
	"slices"
	"time"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// move is what happens next to a ticket after a mail.
type move int

const (
	toStaff   move = iota // a person reads it
	toCheck               // an identity check waits for a decision
	toAsk                 // the requester is asked for what is missing
	toExplain             // the requester gets the steps of the self-service
)

type step struct {
	move
	held ticket.Said // why the automatic answer of this step is not sent, if it is not
}

func (s step) status() ticket.Status {
	switch {
	case !s.held.IsZero():
		return ticket.Open
	case s.move == toAsk:
		return ticket.Pending
	case s.move == toExplain:
		return ticket.Solved
	}
	return ticket.Open
}

// nextStep decides on the mail and its claim alone. It must never look at the directory: otherwise an answer would tell who is a
// member (R5).
func (d *Desk) nextStep(tx Tx, t *ticket.Ticket, in *intake, claim ticket.Claim) (step, error) {
	var s step
	switch lacking := needed(claim, t.Kind); {
	case t.Kind == ticket.PasswordForgotten && !in.Verdict.OnBehalf:
		s.move = toExplain
	case t.Kind.NeedsCheck() && len(lacking) == 0:
		s.move = toCheck
	case t.Kind.NeedsCheck() && !in.Verdict.OnBehalf:
		s.move = toAsk
	}
	if s.move != toAsk && s.move != toExplain {
		return s, nil
	}
	var err error
	s.held, err = d.heldBack(tx, t, in, s.move)
	return s, err
}

// needed is what must be there before a person can decide. A new address that is not stated can be proposed, so it is not needed.
func needed(c ticket.Claim, k ticket.Kind) []ticket.Field {
	return slices.DeleteFunc(c.Missing(k), func(f ticket.Field) bool { return f == ticket.NewAddress })
}

// heldBack says why no automatic answer may go to the sender of a mail, or nothing (R6; RFC 3834 section 2).
func (d *Desk) heldBack(tx Tx, t *ticket.Ticket, in *intake, m move) (ticket.Said, error) {
	if why := d.notAnswerable(in); !why.IsZero() {
		return why, nil
	}
	if m == toAsk && t.Questions >= d.QuestionsPerTicket {
		return ticket.Say("the requester was asked %d times already", t.Questions), nil
	}
	return d.enough(tx, in.Sender().Addr)
}

// enough says which limit of automatic answers is reached, or nothing.
func (d *Desk) enough(tx Tx, addr string) (ticket.Said, error) {
	n, err := tx.CountAutomatic(addr, tx.Now().Add(-24*time.Hour))
	if err != nil {
		return ticket.Said{}, err
	}
	if n >= int64(d.AnswersPerDay) {
		return ticket.Say("%s got %d automatic answers in the last 24 hours", addr, n), nil
	}
	if n, err = tx.CountAutomatic("", tx.Now().Add(-time.Hour)); err != nil {
		return ticket.Said{}, err
	}
	if n >= int64(d.AnswersPerHour) {
		return ticket.Say("%d automatic answers went out in the last hour, which looks like a storm", n), nil
	}
	return ticket.Said{}, nil
}

func (d *Desk) notAnswerable(in *intake) ticket.Said {
	switch from := in.Sender().Addr; {
	case from == "":
		return ticket.Say("the mail has no From address")
	case len(in.Message.From) > 1:
		return ticket.Say("the mail has several From addresses")
	case !mailable(from):
		return ticket.Say("its From is not an address that can be answered")
	case slices.Contains(d.Reader.OwnAddresses, from):
		return ticket.Say("its From is our own address")
	case in.Verdict.Kind == ticket.Automatic:
		return ticket.Say("it is automatic mail")
	case in.Message.NoAutoReply:
		return ticket.Say("its sender wants no automatic answer")
	case in.Message.Auth.Known && in.Message.Auth.DMARC == "fail":
		return ticket.Say("our mail server does not confirm its sender (DMARC fail), who may be somebody else's victim")
	}
	return ticket.Said{}
}

// mailable reports whether a letter to an address can be written: what is held back here is never found out in the middle of a
// transaction.
func mailable(addr string) bool { return addr != "" && reply.Mailable(addr) == nil }

// take carries out a step for a ticket that is in the database with its new status already.
func (d *Desk) take(tx Tx, t *ticket.Ticket, in *intake, claim ticket.Claim, s step) error {
	if t.Kind.NeedsCheck() {
		claimID, err := tx.InsertClaim(t.ID, claim)
		if err != nil {
			return err
		}
		if s.move == toCheck {
			return d.queueCheck(tx, t, evidence{Reading: in.Reading, mailID: in.id, truncated: in.truncated(), opened: in.opened}, claim, claimID)
		}
	}
	if !s.held.IsZero() {
		return event(tx, t.ID, ticket.Robot, ticket.EventHeldBack, "No automatic answer was sent: %s. A person has to read this.", s.held)
	}
	switch s.move {
	case toAsk:
		return d.askForData(tx, t, in, claim)
	case toExplain:
		return d.explainPassword(tx, t, in)
	}
	return nil
}

func (d *Desk) askForData(tx Tx, t *ticket.Ticket, in *intake, claim ticket.Claim) error {
	t.Questions++
	if err := tx.UpdateTicket(t, t.Status); err != nil {
		return err
	}
	data := dataMissing(t, claim)
	if err := d.queue(tx, t, 0, letter{to: in.Sender().Addr, lang: t.Language, data: data, thread: in.thread()}); err != nil {
		return err
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventAsked, "Asked %s for %s.", in.Sender().Addr, fieldWords(data.Missing))
}

// dataMissing asks for what a claim lacks; it is made of the claim alone (R5).
func dataMissing(t *ticket.Ticket, claim ticket.Claim) reply.DataMissing {
	return reply.DataMissing{Ref: t.Ref, Name: claimed(claim), Kind: t.Kind, Missing: claim.Missing(t.Kind), NumberProblem: claim.NumberProblem}
}

func (d *Desk) explainPassword(tx Tx, t *ticket.Ticket, in *intake) error {
	data := reply.PasswordSteps{Ref: t.Ref}
	if err := d.queue(tx, t, 0, letter{to: in.Sender().Addr, lang: t.Language, data: data, thread: in.thread()}); err != nil {
		return err
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventAnswered, "The steps for a forgotten password were mailed to %s.", in.Sender().Addr)
}

func claimed(c ticket.Claim) reply.Person {
	return reply.Person{FirstName: c.FirstName, LastName: c.LastName}
}

func fieldWords(fields []ticket.Field) ticket.Said {
	words := make([]ticket.Said, len(fields))
	for i, f := range fields {
		words[i] = ticket.Say("%s", f)
	}
	return ticket.List(words)
}
