package desk_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

// must ends the test where a step of a person fails that should not.
func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// wantConflict demands a conflict that names who was first; empty: nobody in particular.
func wantConflict(t *testing.T, err error, by string) {
	t.Helper()
	var c *ticket.Conflict
	if !errors.As(err, &c) || c.By != by {
		t.Errorf("%v, want a conflict that names %q", err, by)
	}
}

func hasFinding(c *ticket.Check, name string) bool {
	return slices.ContainsFunc(c.Findings, func(f ticket.Finding) bool { return f.Name == name })
}

// question is a mail for people to read.
func question() letter {
	return letter{"Jan <jan@home.example>", "Vraag over mijn stage", "Wanneer begint de volgende stageperiode?\n", nil}
}

// correction is the claim of a ticket as it stands, to be changed by a test.
func correction(v desk.View) desk.Correction {
	c := desk.Correction{Ref: v.Ticket.Ref, By: "Eva", LastName: v.Claim.LastName, FirstName: v.Claim.FirstName, NewAddress: v.Claim.NewAddress}
	if v.Check != nil && v.Check.Status == ticket.Waiting {
		c.CheckID = v.Check.ID
	}
	return c
}

// TestR8TwoAgentsAtOnce: whatever the first does on a ticket, what the second does on the same page is refused, and names the first.
func TestR8TwoAgentsAtOnce(t *testing.T) {
	acts := map[string]func(d *desk.Desk, v desk.View, by string) error{
		"ask": func(d *desk.Desk, v desk.View, by string) error {
			return d.Ask(context.Background(), v.Ticket.Ref, by, "Welk adres?")
		},
		"close": func(d *desk.Desk, v desk.View, by string) error {
			return d.Close(context.Background(), v.Ticket.Ref, by, "twice")
		},
		"reject": func(d *desk.Desk, v desk.View, by string) error {
			return d.Reject(context.Background(), desk.Decision{Ref: v.Ticket.Ref, By: by})
		},
		"correct": func(d *desk.Desk, v desk.View, by string) error {
			c := correction(v)
			c.CheckID, c.By, c.FirstName = 0, by, "Anna"
			return d.Correct(context.Background(), c)
		},
		"choose": func(d *desk.Desk, v desk.View, by string) error {
			return d.ChooseMember(context.Background(), desk.Choice{Ref: v.Ticket.Ref, MemberID: 2, By: by, Reason: "known by voice"})
		},
		"reclassify": func(d *desk.Desk, v desk.View, by string) error {
			return d.Reclassify(context.Background(), desk.Reclassification{Ref: v.Ticket.Ref, By: by, Language: ticket.French})
		},
		"change the kind": func(d *desk.Desk, v desk.View, by string) error {
			return d.Reclassify(context.Background(), desk.Reclassification{Ref: v.Ticket.Ref, By: by, Kind: ticket.Other})
		},
	}
	for first, one := range acts {
		for second, other := range acts {
			if first != "correct" && second != "reject" {
				continue // each of them once as the first, and once as the second
			}
			w := newWorld(t)
			w.receive(forgotten())
			v := w.last()
			w.now = w.now.Add(time.Minute)
			if err := one(w.At(v.Ticket.Version), v, "Eva"); err != nil {
				t.Errorf("%s: %v", first, err)
				continue
			}
			w.now = w.now.Add(time.Minute)
			w.must(w.Note(t.Context(), v.Ticket.Ref, "Lies", "a note changes nothing"))
			before := w.show(v.Ticket.Ref)
			var c *ticket.Conflict
			if err := other(w.At(v.Ticket.Version), v, "Marc"); !errors.As(err, &c) || c.By != "Eva" {
				t.Errorf("%s, then %s: %v", first, second, err)
			}
			if after := w.show(v.Ticket.Ref); after.Ticket.Version != before.Ticket.Version || len(after.Events) != len(before.Events) {
				t.Errorf("%s, then %s: something happened all the same", first, second)
			}
		}
	}
}

func TestR8OneOfManyCorrectionsWins(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	var mu sync.Mutex
	var wg sync.WaitGroup
	var winners []string
	for i := range 10 {
		wg.Go(func() {
			c := correction(v)
			c.By, c.FirstName = fmt.Sprintf("agent %d", i), fmt.Sprintf("An%c", 'a'+i)
			err := w.At(v.Ticket.Version).Correct(context.Background(), c)
			mu.Lock()
			defer mu.Unlock()
			var conflict *ticket.Conflict
			if err == nil {
				winners = append(winners, c.By)
			} else if !errors.As(err, &conflict) || !strings.HasPrefix(conflict.By, "agent ") {
				t.Errorf("%s learned %v, not who was first", c.By, err)
			}
		})
	}
	wg.Wait()
	if after := w.last(); len(winners) != 1 || !strings.Contains(finding(t, after, "corrected").Text, winners[0]) {
		t.Errorf("winners: %v; on record: %+v", winners, after.Check.Findings)
	}
}

// TestR8WhatTheRequesterChangedNamesNobody: a mail that came between is a conflict too, but nobody was first.
func TestR8WhatTheRequesterChangedNamesNobody(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	v := w.last()
	w.now = w.now.Add(time.Minute)
	w.must(w.Note(t.Context(), v.Ticket.Ref, "Lies", "waits"))
	w.receive(letter{"An Peeters <an@home.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Mijn rijksregisternummer is " + numberAn + "\n", nil})
	wantConflict(t, w.At(v.Ticket.Version).Close(t.Context(), v.Ticket.Ref, "Eva", "no answer"), "")
	w.must(w.At(w.last().Ticket.Version).Close(t.Context(), v.Ticket.Ref, "Eva", "no answer"))
}

// TestR8ADecisionHoldsForWhatWasShown: whatever changes the answer or the findings changes the digest, and the old one is refused.
func TestR8ADecisionHoldsForWhatWasShown(t *testing.T) {
	for name, change := range map[string]func(*world, desk.View) *desk.Desk{
		"directory": func(w *world, _ desk.View) *desk.Desk {
			m := w.member(numberAn)
			m.Address = "an.import@example.be"
			_, err := w.ImportMembers(w.t.Context(), "Eva", []ticket.Member{m})
			w.must(err)
			return w.Desk
		},
		"language": func(w *world, v desk.View) *desk.Desk {
			w.must(w.Reclassify(w.t.Context(), desk.Reclassification{Ref: v.Ticket.Ref, By: "Marc", Language: ticket.French}))
			return w.Desk
		},
		"reply template": func(w *world, _ desk.View) *desk.Desk {
			source, err := templates.FS.ReadFile("address_known.nl.md")
			w.must(err)
			set, err := reply.Load(templates.FS, reply.Desk{Name: "Servicedesk", Address: "desk@example.org"})
			w.must(err)
			set, err = set.With("address_known.nl.md", []byte(strings.Replace(string(source), "Geachte", "Beste", 1)))
			w.must(err)
			o := w.Options
			o.Replies = desk.Fixed(set)
			return desk.New(o)
		},
		"setting": func(w *world, _ desk.View) *desk.Desk {
			set, err := reply.Load(templates.FS, reply.Desk{Name: "Another name", Address: "desk@example.org"})
			w.must(err)
			o := w.Options
			o.Replies = desk.Fixed(set)
			return desk.New(o)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.receive(forgotten())
			v := w.last()
			if again := w.last(); v.Shown == "" || again.Shown != v.Shown {
				t.Fatalf("shown %q and %q", v.Shown, again.Shown)
			}
			d := change(w, v)
			after, err := d.Show(t.Context(), v.Ticket.Ref)
			w.must(err)
			if after.Shown == v.Shown {
				t.Error("the digest is the same")
			}
			var c *ticket.Conflict
			err = d.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Eva", Shown: v.Shown})
			if !errors.As(err, &c) {
				t.Errorf("approved what nobody was shown: %v", err)
			}
			wantSent(t, w)
			if name == "directory" {
				after, err = d.Show(t.Context(), v.Ticket.Ref) // the check was made anew
				w.must(err)
			} else if after.Check.ID != v.Check.ID || after.Check.Status != ticket.Waiting {
				t.Error("something happened all the same")
			}
			w.must(d.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: after.Check.ID, By: "Eva", Shown: after.Shown}))
		})
	}
}

func TestReopen(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	ref := w.last().Ticket.Ref
	if err := w.Reopen(t.Context(), ref, "Eva", "why not"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("open already: %v", err)
	}
	w.approve(w.last(), "")
	if err := w.Reopen(t.Context(), ref, "Eva", " "); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("without a reason: %v", err)
	}
	w.must(w.Reopen(t.Context(), ref, "Eva", "An called"))
	v := w.last()
	if v.Ticket.Status != ticket.Open || v.Check.Status != ticket.Approved {
		t.Errorf("%s, %s", v.Ticket.Status, v.Check.Status)
	}
	wantEvent(t, v, ticket.EventReopened, "An called", "Nothing was undone")
	wantSent(t, w, "address_known to an@home.example")
	w.must(w.Close(t.Context(), ref, "Eva", "done"))
	if err := w.Reopen(t.Context(), ref, "Eva", "once more"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("closed is final: %v", err)
	}
	// R4: opening a decided ticket again lends its identity to nobody.
	if err := w.Approve(t.Context(), desk.Decision{Ref: ref, By: "Eva"}); err == nil {
		t.Error("approved twice")
	}
}

func TestPasswordStepsByHand(t *testing.T) {
	w := newWorld(t)
	l := letter{"Jan <jan@home.example>", "wachtwoord vergeten", "Ik ben mijn wachtwoord vergeten.\n", []string{"X-Auto-Response-Suppress: All"}}
	w.receive(l)
	v := w.last()
	if v.Ticket.Kind != ticket.PasswordForgotten || v.Ticket.Status != ticket.Open {
		t.Fatalf("%+v: not held back", v.Ticket)
	}
	wantSent(t, w)
	p, err := w.Previews(t.Context(), v.Ticket.Ref)
	w.must(err)
	if p.PasswordSteps == nil || p.Reject != nil || p.AskForData != nil || p.PasswordSteps.To != "jan@home.example" {
		t.Fatalf("%+v", p)
	}
	w.must(w.SendPasswordSteps(t.Context(), v.Ticket.Ref, "Eva"))
	wantSent(t, w, "password_steps to jan@home.example")
	sent := message.Parse(w.sent()[0].Raw, message.Options{})
	if sent.Subject != p.PasswordSteps.Subject || sent.Automation != nil {
		t.Errorf("sent %q, shown %q; automatic: %v", sent.Subject, p.PasswordSteps.Subject, sent.Automation)
	}
	v = w.last()
	wantEvent(t, v, ticket.EventAnswered, "jan@home.example")
	if v.Ticket.Status != ticket.Solved {
		t.Errorf("%s", v.Ticket.Status)
	}
	if err := w.SendPasswordSteps(t.Context(), v.Ticket.Ref, "Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("twice: %v", err)
	}
	w.receive(forgotten())
	if err := w.SendPasswordSteps(t.Context(), w.last().Ticket.Ref, "Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("on a request that a check decides: %v", err)
	}
	nobody := l
	nobody.from = ""
	w.receive(nobody)
	if err := w.SendPasswordSteps(t.Context(), w.last().Ticket.Ref, "Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("to nobody: %v", err)
	}
}

// TestR5AskingByHandTellsNothing: what a person has asked by hand is the text that would go out by itself, the same for a known and an
// unknown number, and it does not look at the directory.
func TestR5AskingByHandTellsNothing(t *testing.T) {
	var bodies []string
	for _, number := range []string{numberAn, numberNobody} {
		looked := 0
		w := newWorld(t)
		w.wrap = func(tx desk.Tx) desk.Tx { return brokenTx{Tx: tx, looked: &looked} }
		w.receive(letter{"x@home.example", "e-mailadres vergeten", "Mijn rijksregisternummer is " + number + "\n", []string{"X-Auto-Response-Suppress: All"}})
		ref := w.last().Ticket.Ref
		wantSent(t, w)
		p, err := w.Previews(t.Context(), ref)
		w.must(err)
		w.must(w.AskForData(t.Context(), ref, "Eva"))
		wantSent(t, w, "data_missing to x@home.example")
		v := w.last()
		if v.Ticket.Status != ticket.Pending || v.Ticket.Questions != 1 || looked != 0 {
			t.Errorf("%+v, the directory was asked %d times", v.Ticket, looked)
		}
		wantEvent(t, v, ticket.EventAsked, "x@home.example", "last name")
		sent := message.Parse(w.sent()[0].Raw, message.Options{})
		if sent.Automation != nil || p.AskForData == nil || strings.TrimSpace(sent.Text) == "" || !strings.HasPrefix(p.AskForData.Text, strings.SplitAfter(sent.Text, "\n")[0]) {
			t.Errorf("sent:\n%s\nshown: %+v; automatic: %v", sent.Text, p.AskForData, sent.Automation)
		}
		bodies = append(bodies, neutral(string(w.sent()[0].Raw)))
	}
	if bodies[0] != bodies[1] {
		t.Errorf("the two questions differ:\n%s\n---\n%s", bodies[0], bodies[1])
	}
	// What is sent by hand does not count as automatic (R6).
	w := newWorld(t, func(o *desk.Options) { o.AnswersPerDay = 1 })
	w.receive(letter{"An Peeters <an@home.example>", "e-mailadres vergeten", "Ik weet het niet meer.\n", []string{"X-Auto-Response-Suppress: All"}})
	w.must(w.AskForData(t.Context(), w.last().Ticket.Ref, "Eva"))
	w.receive(incomplete())
	if n := len(w.sent()); n != 2 {
		t.Errorf("%d messages: the one by hand was counted", n)
	}
}

func TestAskingForNothing(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), question())
	for _, s := range w.all() {
		if err := w.AskForData(t.Context(), s.Ticket.Ref, "Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
			t.Errorf("%s: %v", s.Ticket.Kind, err)
		}
	}
	wantSent(t, w)
}

func TestPreviewOfARejection(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	p, err := w.Previews(t.Context(), v.Ticket.Ref)
	w.must(err)
	if p.Reject == nil || p.Reject.To != "an@home.example" || strings.Contains(p.Reject.Text, "an.old") || p.AskForData != nil || p.PasswordSteps != nil {
		t.Fatalf("%+v", p)
	}
	w.must(w.Reject(t.Context(), desk.Decision{Ref: v.Ticket.Ref, By: "Eva"}))
	if m := message.Parse(w.sent()[0].Raw, message.Options{}); m.Subject != p.Reject.Subject {
		t.Errorf("sent %q, shown %q", m.Subject, p.Reject.Subject)
	}
	if p, err = w.Previews(t.Context(), v.Ticket.Ref); err != nil || p.Reject != nil {
		t.Errorf("after the decision: %+v, %v", p, err)
	}
	if _, err := w.Previews(t.Context(), "SD-2026-999999"); !errors.Is(err, ticket.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

// deafTx writes no events of a name.
type deafTx struct {
	desk.Tx
	name string
}

func (d deafTx) AddEvent(ticketID int64, actor, name string, what ticket.Said) error {
	if name == d.name {
		return errors.New("disk full")
	}
	return d.Tx.AddEvent(ticketID, actor, name, what)
}

// TestR7NoEventNoNumber: a number is shown together with its line in the history, or not at all.
func TestR7NoEventNoNumber(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	shows := map[string]func() (nrn.Number, error){
		"of the claim":        func() (nrn.Number, error) { return w.Reveal(t.Context(), v.Ticket.Ref, "Eva", desk.ClaimNumber) },
		"of the member":       func() (nrn.Number, error) { return w.Reveal(t.Context(), v.Ticket.Ref, "Eva", desk.MemberNumber) },
		"on the members card": func() (nrn.Number, error) { return w.RevealMember(t.Context(), v.Member.ID, "Eva") },
	}
	for name, show := range shows {
		w.wrap = func(tx desk.Tx) desk.Tx { return deafTx{tx, ticket.EventRevealed} }
		if n, err := show(); err == nil || !n.IsZero() {
			t.Errorf("%s: shown without an event", name)
		}
		w.wrap = func(tx desk.Tx) desk.Tx { return tx }
		if n, err := show(); err != nil || n != w.number(numberAn) {
			t.Errorf("%s: %v, %v", name, n, err)
		}
	}
	after := w.last()
	wantEvent(t, after, ticket.EventRevealed, "of the claim was shown to Eva")
	wantEvent(t, after, ticket.EventRevealed, "of the member An Peeters was shown to Eva")
	err := w.store.Read(t.Context(), func(tx *store.Tx) error {
		n, err := tx.Reveals("Eva", w.now.Add(-time.Hour))
		if n != 3 {
			t.Errorf("%d events on record, want 3: that of the members card too", n)
		}
		return err
	})
	w.must(err)
	for _, e := range after.Events {
		if strings.Contains(e.Text, "801") {
			t.Errorf("an event tells the number: %s", e.Text)
		}
	}
}

func TestR7ALimitOfReveals(t *testing.T) {
	w := newWorld(t, func(o *desk.Options) { o.RevealsPerHour = 2 })
	w.receive(forgotten())
	v := w.last()
	show := func(by string) error {
		_, err := w.Reveal(t.Context(), v.Ticket.Ref, by, desk.ClaimNumber)
		return err
	}
	w.must(show("Eva"))
	_, err := w.RevealMember(t.Context(), v.Member.ID, "Eva")
	w.must(err)
	if err := show("Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a third in the hour: %v", err)
	}
	if _, err := w.RevealMember(t.Context(), v.Member.ID, "Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("on the members card: %v", err)
	}
	w.must(show("Marc"))
	w.now = w.now.Add(61 * time.Minute)
	w.must(show("Eva"))
	if n := newWorld(t).RevealsPerHour; n != 30 {
		t.Errorf("%d an hour where nothing is configured", n)
	}
}

func TestNothingToReveal(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	ref := w.last().Ticket.Ref
	for _, what := range []desk.Secret{desk.ClaimNumber, desk.MemberNumber} {
		if _, err := w.Reveal(t.Context(), ref, "Eva", what); !errors.Is(err, ticket.ErrNotAllowed) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := w.Reveal(t.Context(), ref, "Eva", "both"); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("%v", err)
	}
	if _, err := w.RevealMember(t.Context(), 99, "Eva"); !errors.Is(err, ticket.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := w.RevealMember(t.Context(), 1, " "); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("by nobody: %v", err)
	}
}
