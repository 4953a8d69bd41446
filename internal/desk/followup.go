package desk

import (
	"errors"
	"slices"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// followUp joins a mail to its ticket. From the requester's own address it completes the claim; from any other it is shown to staff,
// adds nothing to the claim, and reopens the check (R4).
func (d *Desk) followUp(tx Tx, t *ticket.Ticket, in *intake) error {
	if err := d.insertMail(tx, in, ticket.BecameFollowUp, "", t.ID); err != nil {
		return err
	}
	in.Reading = d.Reader.asAnswer(in.Reading, t.Kind)
	return d.takeFollowUp(tx, t, in)
}

// takeFollowUp takes what a mail says that was filed on a ticket already.
func (d *Desk) takeFollowUp(tx Tx, t *ticket.Ticket, in *intake) error {
	if in.Sender().Addr != t.Requester.Addr || t.Requester.Addr == "" {
		return d.strangerWrote(tx, t, in)
	}
	if err := event(tx, t.ID, ticket.Robot, ticket.EventReceived, "The requester wrote again.%s", in.cut()); err != nil {
		return err
	}
	before, settled, err := standing(tx, t)
	if err != nil {
		return err
	}
	claim, kind := before.Merge(in.Verdict.Claim), kindAfter(t, in, settled)
	if !kind.NeedsCheck() || kind == t.Kind && claim == before || settled && !standsAlone(in, kind) {
		return d.nothingNew(tx, t)
	}
	if err := sayReplaced(tx, t, before, in.Verdict.Claim); err != nil {
		return err
	}
	return d.newFacts(tx, t, in, kind, claim)
}

// sayReplaced writes into the history what a later mail states otherwise than an earlier one.
func sayReplaced(tx Tx, t *ticket.Ticket, before, now ticket.Claim) error {
	replaced := before.Replaced(now)
	if len(replaced) == 0 {
		return nil
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventReceived, "The mail states otherwise than before: %s.", ticket.List(replaced))
}

// standing is the claim that a further mail completes: what was stated since the last decision. A decided ticket lends its identity to
// nobody, whatever opened it again: who asks for more has to prove who he is once more, for a From address and a Ref are no proof.
// settled reports that nothing was stated since.
func standing(tx Tx, t *ticket.Ticket) (claim ticket.Claim, settled bool, err error) {
	claim, id, err := tx.Claim(t.ID)
	if err != nil {
		return claim, false, err
	}
	decided, err := tx.LastDecision(t.ID)
	if id <= decided.ClaimID {
		return ticket.Claim{}, t.Status == ticket.Solved || decided.ID != 0, err
	}
	return claim, false, err
}

// standsAlone reports whether a mail on a settled ticket is a request of its own: it asks, or it states all that a check needs. Thanks do
// neither.
func standsAlone(in *intake, kind ticket.Kind) bool {
	return in.Verdict.Kind.NeedsCheck() || len(needed(in.Verdict.Claim, kind)) == 0
}

// kindAfter is the kind of a ticket after another mail of its requester. The words of our own subject come back in every answer, so
// a ticket that waits for an address only changes its kind when the text states a new one.
func kindAfter(t *ticket.Ticket, in *intake, settled bool) ticket.Kind {
	v := in.Verdict
	switch {
	case v.Kind == t.Kind || !v.Kind.NeedsCheck():
		return t.Kind
	case t.Kind.NeedsCheck() && !settled && v.Claim.NewAddress == "":
		return t.Kind
	}
	return v.Kind
}

// newFacts gives the ticket its completed claim, and takes the step that follows from it.
func (d *Desk) newFacts(tx Tx, t *ticket.Ticket, in *intake, kind ticket.Kind, claim ticket.Claim) error {
	if err := d.supersede(tx, t, "the requester stated new facts"); err != nil {
		return err
	}
	was := t.Status
	t.Kind, t.Missing = kind, claim.Missing(kind)
	s, err := d.nextStep(tx, t, in, claim)
	if err != nil {
		return err
	}
	t.Status = s.status()
	if err := tx.UpdateTicket(t, was); err != nil {
		return err
	}
	return d.take(tx, t, in, claim, s)
}

// supersede ends the waiting check of a ticket, if there is one.
func (d *Desk) supersede(tx Tx, t *ticket.Ticket, why string, args ...any) error {
	c, err := tx.LastCheck(t.ID)
	if errors.Is(err, ticket.ErrNotFound) || err == nil && c.Status != ticket.Waiting {
		return nil
	}
	if err != nil {
		return err
	}
	if err := tx.SupersedeCheck(&c, nrn.Redact(ticket.Say(why, args...).String())); err != nil {
		return err
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventSuperseded, "Identity check %d was superseded: %s.", c.ID, ticket.Say(why, args...))
}

// nothingNew leaves everything as it is but asks a person to read the mail.
func (d *Desk) nothingNew(tx Tx, t *ticket.Ticket) error {
	return d.reopen(tx, t, "the requester's mail has to be read")
}

func (d *Desk) reopen(tx Tx, t *ticket.Ticket, why string, args ...any) error {
	was := t.Status
	t.Status = ticket.Open
	if err := tx.UpdateTicket(t, was); err != nil {
		return err
	}
	if was == ticket.Open {
		return nil
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventReopened, "Opened again: %s.", ticket.Say(why, args...))
}

// strangerWrote handles a mail from another address than the requester's. An approval in preparation is not inherited: the check
// starts anew with an alarm. Where the directory was changed already, it may be the rightful member who protests.
func (d *Desk) strangerWrote(tx Tx, t *ticket.Ticket, in *intake) error {
	from := orNobody(in.Sender().Addr)
	err := event(tx, t.ID, ticket.Robot, ticket.EventReceived, "Another address, %s, wrote on this ticket. Its words are not taken into the claim.%s", from, in.cut())
	if err != nil {
		return err
	}
	t.TroubleSaid = ticket.Say("Another address wrote on this ticket: %s.", from).Redacted()
	t.Trouble = t.TroubleSaid.String()
	changed, err := tx.ChangedBy(t.ID)
	if err != nil {
		return err
	}
	if changed {
		t.ContestedSaid = ticket.Say("The change of address is contested by %s: look at once.", from).Redacted()
		t.Contested = t.ContestedSaid.String()
	}
	if err := d.reopen(tx, t, "Another address wrote on this ticket: %s.", from); err != nil {
		return err
	}
	c, err := tx.LastCheck(t.ID)
	if errors.Is(err, ticket.ErrNotFound) || err == nil && (c.Status != ticket.Waiting || warned(c)) {
		return nil
	}
	if err != nil {
		return err
	}
	return d.checkAgain(tx, t, &c, "another address wrote on the ticket")
}

// warned reports whether a check tells of another sender already: then one more changes nothing, and cannot be used to make decisions
// fail for ever.
func warned(c ticket.Check) bool {
	return slices.ContainsFunc(c.Findings, func(f ticket.Finding) bool { return f.Name == anotherSender })
}

// checkAgain replaces a waiting check by a new one on the same claim and the same mail.
func (d *Desk) checkAgain(tx Tx, t *ticket.Ticket, c *ticket.Check, why string, args ...any) error {
	if err := d.supersede(tx, t, why, args...); err != nil {
		return err
	}
	seen, err := d.evidenceOf(tx, c.MailID, t.Kind)
	if err != nil {
		return err
	}
	seen.keepChoice(c)
	claim, claimID, err := tx.Claim(t.ID)
	if err != nil {
		return err
	}
	return d.queueCheck(tx, t, seen, claim, claimID)
}

// past adds to the evidence of a mail what else was written on its ticket: by the requester since the last decision, because the claim
// may come from there, and by others.
func (d *Desk) past(tx Tx, t *ticket.Ticket, seen *evidence) error {
	if seen.opened {
		return nil // nothing else was
	}
	all, err := tx.MailsOf(t.ID)
	if err != nil {
		return err
	}
	decided, err := tx.LastDecision(t.ID)
	if err != nil {
		return err
	}
	seen.decided = decided
	for _, m := range all {
		switch {
		case m.Outcome == ticket.BecameFollowUp && m.From != t.Requester.Addr:
			seen.stranger = orNobody(m.From)
		case m.ID < seen.mailID && m.ID > decided.MailID && m.Outcome != ticket.WasBounce:
			earlier, err := d.evidenceOf(tx, m.ID, t.Kind)
			if err != nil {
				return err
			}
			seen.earlier = append(seen.earlier, earlierMail{Reading: earlier.Reading, at: m.ReceivedAt})
		}
	}
	return nil
}

// evidenceOf reads a filed mail of a ticket of this kind once more.
func (d *Desk) evidenceOf(tx Tx, mailID int64, kind ticket.Kind) (evidence, error) {
	m, raw, err := tx.Mail(mailID)
	if err != nil {
		return evidence{}, err
	}
	truncated := m.Kept < m.Size
	r := d.Reader.Read(raw, truncated)
	if m.Outcome == ticket.BecameFollowUp {
		r = d.Reader.asAnswer(r, kind)
	}
	return evidence{Reading: r, mailID: mailID, truncated: truncated}, nil
}

// acknowledge tells the requester that a complete request arrived, where the configuration asks for it.
func (d *Desk) acknowledge(tx Tx, t *ticket.Ticket, seen evidence) error {
	held, err := d.heldBack(tx, t, &intake{Reading: seen.Reading}, toCheck)
	if err != nil || !held.IsZero() {
		return err
	}
	return d.queue(tx, t, 0, letter{to: seen.Sender().Addr, lang: t.Language, data: reply.Received{Ref: t.Ref}, thread: seen.thread()})
}
