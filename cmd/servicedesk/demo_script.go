package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"iec-iab.be/servicedesk/internal/demo"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/mailserver"
	"iec-iab.be/servicedesk/internal/ticket"
)

// settleTimeout is far longer than anything on this machine takes.
const settleTimeout = 20 * time.Second

// play plays the whole story with decisions, and then holds what came of it against what should. It ends well only when all is where
// it should be.
func (s *stage) play(ctx context.Context) error {
	s.brief = true
	for _, scene := range s.scenes {
		if err := s.playScene(ctx, scene); err != nil {
			return err
		}
	}
	if err := s.settle(ctx, s.unfiled); err != nil {
		return err
	}
	fmt.Fprintln(s.t.out, "--- The tickets in the end")
	if err := s.tickets(ctx, "list", "--all"); err != nil {
		return err
	}
	return s.verify(ctx)
}

func (s *stage) playScene(ctx context.Context, scene demo.Scene) error {
	if err := errors.Join(s.world.Deliver(scene), s.settle(ctx, s.unsettled)); err != nil {
		return err
	}
	for len(s.asked) > 0 {
		if err := errors.Join(s.answer(), s.settle(ctx, s.unsettled)); err != nil {
			return err
		}
	}
	if scene.Act == demo.Nothing {
		return nil
	}
	ref, err := s.refOf(ctx, scene)
	if err != nil {
		return err
	}
	line := string(scene.Act) + " " + string(ref) + orEmpty(" ", scene.Words)
	fmt.Fprintf(s.t.out, "> %s\n", line)
	if err := s.command(ctx, line, "--as=demo"); err != nil {
		return err
	}
	return s.settle(ctx, s.unsettled)
}

func (s *stage) refOf(ctx context.Context, scene demo.Scene) (ticket.Ref, error) {
	views, err := s.views(ctx)
	if err != nil {
		return "", err
	}
	v := viewOf(views, scene.MessageID())
	if v == nil {
		return "", fmt.Errorf("%s became no ticket", scene.Name)
	}
	return v.Ticket.Ref, nil
}

// settle waits until the worker has nothing left to do, telling what happens meanwhile.
func (s *stage) settle(ctx context.Context, busy func(context.Context) (string, error)) error {
	limit := time.After(settleTimeout)
	for {
		changed := s.world.Changed()
		if err := s.look(ctx); err != nil {
			return err
		}
		what, err := busy(ctx)
		if what == "" || err != nil {
			return err
		}
		select {
		case <-changed:
		case <-time.After(settleAgain):
		case err := <-s.done:
			return s.ended(ctx, err)
		case <-ctx.Done():
			return ctx.Err()
		case <-limit:
			return fmt.Errorf("%s after %v; the log is %s", what, settleTimeout, s.logFile())
		}
	}
}

// unsettled says what the worker still has to do about mails and answers, nothing when all is done.
func (s *stage) unsettled(ctx context.Context) (string, error) {
	mails, err := s.world.Mails()
	letters, err2 := s.world.Letters()
	a, err3 := s.Account(ctx)
	if err := errors.Join(err, err2, err3); err != nil {
		return "", err
	}
	switch queued := a.Deliveries[ticket.Queued]; {
	case a.Ledger.Fetched < int64(len(mails)) || len(s.mails) < len(mails):
		return fmt.Sprintf("%d of %d mails were fetched", a.Ledger.Fetched, len(mails)), nil
	case queued > 0 || len(s.letters) < len(letters):
		return fmt.Sprintf("%d answers are still queued", queued), nil
	}
	return "", nil
}

// unfiled says which mail that became a ticket of ours was not filed yet.
func (s *stage) unfiled(ctx context.Context) (string, error) {
	mails, err := s.world.Mails()
	if err != nil {
		return "", err
	}
	views, err := s.views(ctx)
	for _, m := range mails {
		v := viewOf(views, m.MessageID)
		if m.Folder == mailserver.Inbox && v != nil && v.Ticket.Kind != ticket.Other && s.Reader.Read(m.Raw, false).Message.Bounce == nil {
			return "a mail of " + string(v.Ticket.Ref) + " is not filed", err
		}
	}
	return "", err
}

// verify tells, a line each, what should be and whether it is.
func (s *stage) verify(ctx context.Context) error {
	fmt.Fprintln(s.t.out, "\n--- What should be")
	failed := false
	for _, look := range []struct {
		what string
		f    func(context.Context) ([]string, error)
	}{
		{"each mail was understood as what it is", s.verifyTickets},
		{"each answer lies in the mailbox of who it is for, in the thread of the question, and there is no other", s.verifyLetters},
		{"automatic mail got no answer", s.verifyAutomatic},
		{"the directory holds the new addresses, and the others as they were", s.verifyDirectory},
		{"what is not ours lies unread in the mailbox, the rest is filed", s.verifyMailbox},
		{"every mail that was fetched has an outcome", s.verifyLedger},
	} {
		faults, err := look.f(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.t.out, "  %-6s %s\n", orWord(len(faults) == 0, "ok", "LACKS"), look.what)
		for _, f := range faults {
			failed = true
			fmt.Fprintf(s.t.out, "         %s\n", clean(f))
		}
	}
	if failed {
		return errSaid
	}
	return nil
}

func (s *stage) verifyTickets(ctx context.Context) (faults []string, err error) {
	views, err := s.views(ctx)
	for _, scene := range s.scenes {
		for _, f := range verifyTicket(scene, viewOf(views, scene.MessageID())) {
			faults = append(faults, scene.Name+" "+f)
		}
	}
	return faults, err
}

func verifyTicket(scene demo.Scene, v *desk.View) (faults []string) {
	if v == nil || scene.Outcome != ticket.BecameTicket {
		if (v != nil) != (scene.Outcome == ticket.BecameTicket) {
			faults = append(faults, fmt.Sprintf("became a ticket: %t", v != nil))
		}
		return faults
	}
	t := v.Ticket
	if t.Kind != scene.Kind || t.Language != scene.Language || t.Status != scene.Status {
		faults = append(faults, fmt.Sprintf("is %s, %s, %s instead of %s, %s, %s", t.Kind, t.Language, t.Status, scene.Kind, scene.Language, scene.Status))
	}
	if (t.Trouble != "") != (scene.Trouble != "") {
		faults = append(faults, fmt.Sprintf("has the trouble %q, and should have %q", t.Trouble, scene.Trouble))
	}
	for _, m := range v.Outgoing {
		if want := cmp.Or(scene.Trouble, ticket.Sent); m.Status != want {
			faults = append(faults, fmt.Sprintf("has a mail to %s that is %s instead of %s", m.Recipient, m.Status, want))
		}
	}
	return faults
}

func (s *stage) verifyLetters(context.Context) ([]string, error) {
	letters, err := s.world.Letters()
	return demo.Verify(s.scenes, letters), err
}

func (s *stage) verifyAutomatic(context.Context) (faults []string, err error) {
	letters, err := s.world.Letters()
	for _, scene := range s.scenes {
		for _, l := range letters {
			if scene.Outcome == ticket.WasAutomatic && (l.To == scene.From() || l.InReplyTo == scene.MessageID()) {
				faults = append(faults, fmt.Sprintf("%s was answered: %s", scene.Name, l.Subject))
			}
		}
	}
	return faults, err
}

func (s *stage) verifyDirectory(ctx context.Context) (faults []string, err error) {
	want := map[string]string{}
	for _, scene := range s.scenes {
		want[scene.Known] = scene.NewAddress
	}
	for _, m := range s.members {
		found, err := s.FindMembers(ctx, m.FirstName+" "+m.LastName, 2)
		if err != nil {
			return nil, err
		}
		if address := cmp.Or(want[m.Address], m.Address); len(found) != 1 || found[0].Address != address {
			faults = append(faults, fmt.Sprintf("%s %s is not one member with the address %s", m.FirstName, m.LastName, cmp.Or(address, "(none)")))
		}
	}
	return faults, nil
}

func (s *stage) verifyMailbox(context.Context) (faults []string, err error) {
	mails, err := s.world.Mails()
	for _, scene := range s.scenes {
		folder := orWord(scene.Kind == ticket.Other || scene.Kind == ticket.Automatic, mailserver.Inbox, demo.Handled)
		there := slices.ContainsFunc(mails, func(m demo.Mail) bool { return m.MessageID == scene.MessageID() && m.Folder == folder && !m.Seen })
		if !there {
			faults = append(faults, fmt.Sprintf("%s does not lie unread in %s", scene.Name, folder))
		}
	}
	return faults, err
}

func (s *stage) verifyLedger(ctx context.Context) (faults []string, err error) {
	mails, err := s.world.Mails()
	if err != nil {
		return nil, err
	}
	a, err := s.Account(ctx)
	if n := int64(len(mails)); a.Ledger.Fetched != n || !a.Ledger.Balanced() {
		faults = append(faults, fmt.Sprintf("%d mails came and %d were fetched; do the outcomes add up: %t", n, a.Ledger.Fetched, a.Ledger.Balanced()))
	}
	want := map[ticket.Outcome]int64{}
	for _, scene := range s.scenes {
		want[scene.Outcome]++
		if scene.Answer != "" {
			want[ticket.BecameFollowUp]++
		}
		if scene.Trouble == ticket.Bounced {
			want[ticket.WasBounce]++
		}
	}
	for _, o := range ticket.Outcomes() {
		if a.Ledger.Outcomes[o] != want[o] {
			faults = append(faults, fmt.Sprintf("%d mails are %s instead of %d", a.Ledger.Outcomes[o], o, want[o]))
		}
	}
	return faults, err
}
