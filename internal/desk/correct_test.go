package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// misread is a request whose first name was read wrong, so that a good check has an alarm.
func misread(w *world) desk.View {
	l := forgotten()
	l.body = strings.ReplaceAll(l.body, "Voornaam: An", "Voornaam: Jozefien")
	w.receive(l)
	return w.last()
}

func TestCorrect(t *testing.T) {
	w := newWorld(t)
	v := misread(w)
	if f := finding(t, v, "first_name"); f.Verdict != ticket.Alarm {
		t.Fatalf("%+v", f)
	}
	c := correction(v)
	c.FirstName = "  An "
	w.must(w.Correct(t.Context(), c))
	after := w.last()
	if after.Claim.FirstName != "An" || after.Check.ID == v.Check.ID || after.Check.Status != ticket.Waiting || after.Ticket.Status != ticket.Open {
		t.Fatalf("%+v %+v", after.Claim, after.Check)
	}
	if f := finding(t, after, "first_name"); f.Verdict != ticket.OK {
		t.Errorf("it was not compared again: %+v", f)
	}
	want := "The claim was corrected by Eva: the first name is now An, it was Jozefien."
	if f := finding(t, after, "corrected"); f.Verdict != ticket.Warning || f.Text != want {
		t.Errorf("%+v, want %q", f, want)
	}
	wantEvent(t, after, ticket.EventCorrected, "the first name is now An, it was Jozefien")
	wantEvent(t, after, ticket.EventSuperseded, "the claim was corrected")
	wantSent(t, w)
	w.approve(after, "")
	wantSent(t, w, "address_known to an@home.example")
}

// TestR4ACorrectionDoesNotChangeWhoIsAnswered: whatever a person types, the answer goes to the From of the mail that was checked.
func TestR4ACorrectionDoesNotChangeWhoIsAnswered(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	v := w.last()
	// A stranger wrote last: his mail is not the one that is checked.
	w.receive(letter{"Eve <eve@evil.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Mijn nieuw e-mailadres: eve@evil.example\n", nil})
	c := correction(w.last())
	c.LastName, c.FirstName, c.NewAddress, c.Number = "Maes", "Bart", "An@Newer.Example", numberBart
	w.must(w.Correct(t.Context(), c))
	after := w.last()
	if after.Check.Recipient != "an@home.example" || after.Check.NewAddress != "an@newer.example" || after.Check.MailID != v.Check.MailID {
		t.Errorf("%+v", after.Check)
	}
	if f := finding(t, after, "another_sender"); f.Verdict != ticket.Alarm {
		t.Errorf("%+v", f)
	}
	if after.Answers[0].To != "an@home.example" {
		t.Errorf("%+v", after.Answers)
	}
	for _, f := range after.Check.Findings {
		if strings.Contains(f.Text, "803") {
			t.Errorf("R7: a finding tells the number: %s", f.Text)
		}
	}
	wantEvent(t, after, ticket.EventCorrected, "the national number is another one", "the new address is now an@newer.example, it was an@new.example")
}

func TestACorrectionCompletesAClaim(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	v := w.last()
	wantSent(t, w, "data_missing to an@home.example")
	if v.Ticket.Status != ticket.Pending || v.Check != nil {
		t.Fatalf("%+v", v.Ticket)
	}
	c := correction(v)
	c.LastName, c.FirstName = "Peeters", "Anne"
	w.must(w.Correct(t.Context(), c))
	if got := w.last(); got.Ticket.Status != ticket.Pending || got.Check != nil || !slices.Equal(got.Ticket.Missing, []ticket.Field{ticket.NationalNumber}) {
		t.Errorf("while the number is missing: %+v", got.Ticket)
	}
	c.FirstName, c.Number = "An", numberAn
	w.must(w.Correct(t.Context(), c))
	after := w.last()
	if after.Check == nil || after.Check.Status != ticket.Waiting || after.Ticket.Status != ticket.Open || len(after.Ticket.Missing) > 0 {
		t.Fatalf("%+v %+v", after.Ticket, after.Check)
	}
	if text := finding(t, after, "corrected").Text; strings.Contains(text, "801") || countFindings(after, "corrected") != 2 {
		t.Errorf("%+v", after.Check.Findings)
	}
	for _, f := range after.Check.Findings { // whose account it is was typed by a person: approving needs a reason
		if f.Name == "corrected" && strings.Contains(f.Text, "national number") != (f.Verdict == ticket.Alarm) {
			t.Errorf("%+v", f)
		}
	}
	wantEvent(t, after, ticket.EventCorrected, "the national number was added")
	wantSent(t, w, "data_missing to an@home.example") // nothing more
}

func countFindings(v desk.View, name string) (n int) {
	for _, f := range v.Check.Findings {
		if f.Name == name {
			n++
		}
	}
	return n
}

func TestACorrectionTakesAway(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	w.must(w.Ask(t.Context(), v.Ticket.Ref, "Eva", "Hoe is uw naam?"))
	c := correction(w.last())
	c.LastName = ""
	w.must(w.Correct(t.Context(), c))
	after := w.last()
	if after.Ticket.Status != ticket.Open || after.Check.Status != ticket.Superseded || !slices.Equal(after.Ticket.Missing, []ticket.Field{ticket.LastName}) {
		t.Errorf("%+v %s", after.Ticket, after.Check.Status)
	}
	wantEvent(t, after, ticket.EventCorrected, "the last name was taken out, it was Peeters")
	// The requester states it himself, and the rest stands.
	w.receive(letter{"An Peeters <an@home.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Naam: Peeters\n", nil})
	if after = w.last(); after.Check.Status != ticket.Waiting || after.Claim != v.Claim || !hasFinding(after.Check, "corrected") {
		t.Errorf("%+v %+v", after.Claim, after.Check)
	}
}

// TestACorrectionSurvives what comes later: another mail of the requester, a stranger, a directory that changed.
func TestACorrectionSurvives(t *testing.T) {
	for name, later := range map[string]func(*world, desk.View){
		"a further mail": func(w *world, v desk.View) {
			w.receive(letter{"An Peeters <an@home.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Mijn rijksregisternummer is " + numberBart + "\n", nil})
		},
		"a stranger": func(w *world, v desk.View) {
			w.receive(letter{"Eve <eve@evil.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Voornaam: Eve\n", nil})
		},
		"the directory": func(w *world, v desk.View) {
			m := w.member(numberAn)
			m.Address = "an.import@example.be"
			_, err := w.ImportMembers(w.t.Context(), "Eva", []ticket.Member{m})
			w.must(err)
			if err := w.Approve(w.t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Eva"}); err == nil {
				w.t.Error("approved on a stale directory")
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			c := correction(misread(w))
			c.FirstName = "An"
			w.must(w.Correct(t.Context(), c))
			before := w.last()
			later(w, before)
			after := w.last()
			if after.Check.ID == before.Check.ID || after.Check.Status != ticket.Waiting || after.Claim.FirstName != "An" {
				t.Errorf("%+v", after.Check)
			}
			if f := finding(t, after, "corrected"); !strings.Contains(f.Text, "by Eva") {
				t.Errorf("%+v", f)
			}
		})
	}
}

// TestR4ACorrectionOfADecidedClaimIsNotForgotten: after a rejection, a corrected claim gets a check that tells of it.
func TestR4ACorrectionOfADecidedClaimIsNotForgotten(t *testing.T) {
	w := newWorld(t)
	v := misread(w)
	w.must(w.Reject(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Marc"}))
	c := correction(w.last())
	c.FirstName = "An"
	if err := w.Correct(t.Context(), c); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("on a solved ticket: %v", err)
	}
	w.must(w.Reopen(t.Context(), v.Ticket.Ref, "Eva", "the name was misread"))
	w.must(w.Correct(t.Context(), c))
	after := w.last()
	if f := finding(t, after, "last_decision"); f.Verdict != ticket.Alarm || after.Check.Recipient != "an@home.example" {
		t.Errorf("%+v", after.Check)
	}
	w.approve(after, "it was misread")
	w.must(w.Reopen(t.Context(), v.Ticket.Ref, "Eva", "once more"))
	c = correction(w.last())
	c.LastName = "Peters"
	w.must(w.Correct(t.Context(), c))
	if n := countFindings(w.last(), "corrected"); n != 1 {
		t.Errorf("%d corrections: what was approved already is told again", n)
	}
}

func TestCorrectionsThatCannotBe(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	v := w.last()
	for name, test := range map[string]struct {
		change func(*desk.Correction)
		want   error
	}{
		"nothing":                    {func(*desk.Correction) {}, ticket.ErrInvalid},
		"the same number":            {func(c *desk.Correction) { c.Number = "11021480191" }, ticket.ErrInvalid},
		"check digits":               {func(c *desk.Correction) { c.Number = "11.02.14-801.92" }, ticket.ErrInvalid},
		"too short a number":         {func(c *desk.Correction) { c.Number = "11.02.14-801.9" }, ticket.ErrInvalid},
		"a number as a name":         {func(c *desk.Correction) { c.LastName = "Peeters " + numberBart }, ticket.ErrInvalid},
		"a number as an address":     {func(c *desk.Correction) { c.NewAddress = "11021480191@example.be" }, ticket.ErrInvalid},
		"a long name":                {func(c *desk.Correction) { c.FirstName = strings.Repeat("a", 101) }, ticket.ErrInvalid},
		"an invisible name":          {func(c *desk.Correction) { c.FirstName = "An\u202e" }, ticket.ErrInvalid},
		"no UTF-8":                   {func(c *desk.Correction) { c.FirstName = "An\xff" }, ticket.ErrInvalid},
		"no address":                 {func(c *desk.Correction) { c.NewAddress = "an at new.example" }, ticket.ErrInvalid},
		"an address beyond ASCII":    {func(c *desk.Correction) { c.NewAddress = "añ@new.example" }, ticket.ErrInvalid},
		"nobody":                     {func(c *desk.Correction) { c.By = " " }, ticket.ErrInvalid},
		"the worker itself":          {func(c *desk.Correction) { c.By = ticket.Robot }, ticket.ErrInvalid},
		"a ticket that is not there": {func(c *desk.Correction) { c.Ref = "SD-2026-999999" }, ticket.ErrNotFound},
	} {
		c := correction(v)
		test.change(&c)
		err := w.Correct(t.Context(), c)
		if !errors.Is(err, test.want) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text := err.Error(); strings.Contains(text, "801") || strings.Contains(text, "803") || strings.Contains(text, "110214") {
			t.Errorf("R7, %s: the error repeats digits: %s", name, text)
		}
	}
	other := correction(v)
	other.CheckID, other.FirstName = 77, "Anna"
	wantConflict(t, w.Correct(t.Context(), other), "")
	if after := w.last(); after.Check.ID != v.Check.ID || after.Ticket.Version != v.Ticket.Version {
		t.Error("something happened all the same")
	}
	w.receive(question())
	if err := w.Correct(t.Context(), desk.Correction{Ref: w.last().Ticket.Ref, By: "Eva", LastName: "Jan"}); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a ticket without a claim: %v", err)
	}
	w.receive(forgotten())
	c := correction(w.last())
	c.NewAddress = "an@new.example"
	if err := w.Correct(t.Context(), c); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a new address where none is asked: %v", err)
	}
	w.must(w.Close(t.Context(), c.Ref, "Eva", "done"))
	c.NewAddress, c.FirstName, c.CheckID = "", "Anna", 0
	if err := w.Correct(t.Context(), c); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a closed ticket: %v", err)
	}
}

// TestR8ACorrectedCheckCannotBeApproved: who looked at the check before learns who corrected it.
func TestR8ACorrectedCheckCannotBeApproved(t *testing.T) {
	w := newWorld(t)
	v := misread(w)
	c := correction(v)
	c.FirstName = "An"
	w.now = w.now.Add(time.Minute)
	w.must(w.Correct(t.Context(), c))
	wantConflict(t, w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Marc", Reason: "sure"}), "Eva")
	c.By, c.FirstName = "Marc", "Anna"
	wantConflict(t, w.Correct(t.Context(), c), "Eva")
	wantSent(t, w)
	w.approve(w.last(), "")
	wantConflict(t, w.Correct(t.Context(), c), "Eva")
}

// TestACorrectedCheckRestsOnTheMailThatWasChecked: thanks that came since state nothing, and are not what is checked.
func TestACorrectedCheckRestsOnTheMailThatWasChecked(t *testing.T) {
	w := newWorld(t)
	v := misread(w)
	w.receive(letter{"an@home.example", "RE: [" + string(v.Ticket.Ref) + "]", "Hartelijk dank!\n", nil})
	if now := w.last(); now.Check.ID != v.Check.ID || len(now.Mails) != 2 {
		t.Fatalf("%+v", now.Check)
	}
	c := correction(v)
	c.FirstName = "An"
	w.must(w.Correct(t.Context(), c))
	if after := w.last(); after.Check.MailID != v.Check.MailID || hasFinding(after.Check, "earlier_mail") {
		t.Errorf("%+v", after.Check)
	}
}

func TestACorrectedNumberHasNoProblem(t *testing.T) {
	w := newWorld(t)
	l := forgotten()
	l.body = strings.ReplaceAll(l.body, numberAn, "11.02.14-801.92")
	w.receive(l)
	v := w.last()
	if v.Claim.NumberProblem != ticket.NumberChecksum {
		t.Fatalf("%+v", v.Claim)
	}
	c := correction(v)
	c.Number = " 11021480191 "
	w.must(w.Correct(t.Context(), c))
	if after := w.last(); after.Claim.NumberProblem != ticket.NumberFine || after.Check.Status != ticket.Waiting || after.Member.FirstName != "An" {
		t.Errorf("%+v", after.Claim)
	}
}
