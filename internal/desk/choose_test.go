package desk_test

import (
	"errors"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// unknown is a request with a number that no member has.
func unknown() letter {
	l := forgotten()
	l.body = strings.ReplaceAll(l.body, numberAn, numberNobody)
	return l
}

func choiceOf(w *world, v desk.View, number string) desk.Choice {
	c := desk.Choice{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Eva", Reason: "An called from her office"}
	if number != "" {
		c.MemberID = w.member(number).ID
	}
	return c
}

// TestR3AChosenMemberNeedsAReason: laying a claim beside another member raises an alarm, and approving needs a reason of its own.
func TestR3AChosenMemberNeedsAReason(t *testing.T) {
	w := newWorld(t)
	w.receive(unknown())
	v := w.last()
	if v.Check.MemberID != 0 || v.Obstacle.IsZero() {
		t.Fatalf("%+v", v.Check)
	}
	c := choiceOf(w, v, numberAn)
	c.Reason = " "
	if err := w.ChooseMember(t.Context(), c); !errors.Is(err, ticket.ErrReasonNeeded) {
		t.Errorf("chosen without a reason: %v", err)
	}
	w.must(w.ChooseMember(t.Context(), choiceOf(w, v, numberAn)))
	after := w.last()
	if after.Check.ID == v.Check.ID || after.Check.ChosenBy != "Eva" || after.Member.FirstName != "An" || after.Check.Recipient != "an@home.example" {
		t.Fatalf("%+v", after.Check)
	}
	for name, want := range map[string]ticket.Finding{
		"chosen_member": {Verdict: ticket.Alarm, Text: "Eva chose this member by hand; the claimed number is not theirs."},
		"number_known":  {Verdict: ticket.Alarm, Text: "No member has this number."},
		"first_name":    {Verdict: ticket.OK, Text: "The first name agrees."},
	} {
		if f := finding(t, after, name); f.Verdict != want.Verdict || f.Text != want.Text {
			t.Errorf("%+v, want %+v", f, want)
		}
	}
	wantEvent(t, after, ticket.EventChosen, "An Peeters", "called from her office")
	wantSent(t, w)
	err := w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: after.Check.ID, By: "Marc"})
	if !errors.Is(err, ticket.ErrReasonNeeded) {
		t.Errorf("approved without a reason: %v", err)
	}
	wantSent(t, w)
	w.approve(after, "she read the number out again")
	wantSent(t, w, "address_known to an@home.example")
}

func TestChoosingAnotherMemberThanTheOneOfTheNumber(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	w.must(w.ChooseMember(t.Context(), choiceOf(w, v, numberBart)))
	after := w.last()
	if f := finding(t, after, "number_known"); f.Verdict != ticket.Alarm || f.Text != "The number is that of another member: An Peeters." {
		t.Errorf("%+v", f)
	}
	if f := finding(t, after, "last_name"); f.Verdict != ticket.Alarm || after.Member.FirstName != "Bart" {
		t.Errorf("the names were not compared with the chosen member: %+v", f)
	}
	again := choiceOf(w, after, numberBart)
	if err := w.ChooseMember(t.Context(), again); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("the same member once more: %v", err)
	}
	for name, number := range map[string]string{"taken back": "", "the member of the number": numberAn} {
		w.must(w.ChooseMember(t.Context(), choiceOf(w, w.last(), number)))
		back := w.last()
		if back.Check.ChosenBy != "" || back.Member.FirstName != "An" || hasFinding(back.Check, "chosen_member") || ticket.Worst(back.Check.Findings).Worse(ticket.Info) {
			t.Errorf("%s: %+v", name, back.Check)
		}
		wantEvent(t, back, ticket.EventChosen, "taken back")
		if err := w.ChooseMember(t.Context(), choiceOf(w, back, number)); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("%s, once more: %v", name, err)
		}
		w.must(w.ChooseMember(t.Context(), choiceOf(w, back, numberBart)))
	}
}

// TestAChoiceSurvives what makes the check anew on the same claim, and ends where the claim is another one.
func TestAChoiceSurvives(t *testing.T) {
	for name, test := range map[string]struct {
		later func(*world, desk.View)
		stays bool
	}{
		"the directory": {func(w *world, v desk.View) {
			m := w.member(numberAn)
			m.Address = "an.import@example.be"
			_, err := w.ImportMembers(w.t.Context(), "Eva", []ticket.Member{m})
			w.must(err)
			var c *ticket.Conflict
			err = w.Approve(w.t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Eva", Reason: "sure"})
			if !errors.As(err, &c) {
				w.t.Errorf("R8: approved on a stale directory: %v", err)
			}
		}, true},
		"a stranger": {func(w *world, v desk.View) {
			w.receive(letter{"Eve <eve@evil.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Voornaam: Eve\n", nil})
		}, true},
		"a corrected name": {func(w *world, v desk.View) {
			c := correction(v)
			c.FirstName = "Anne"
			w.must(w.Correct(w.t.Context(), c))
		}, true},
		"a corrected number": {func(w *world, v desk.View) {
			c := correction(v)
			c.Number = numberBart
			w.must(w.Correct(w.t.Context(), c))
		}, false},
		"another number of the requester": {func(w *world, v desk.View) {
			w.receive(letter{"An Peeters <an@home.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Mijn rijksregisternummer is " + numberBart + "\n", nil})
		}, false},
		"the member gets the number": {func(w *world, v desk.View) {
			_, err := w.ImportMembers(w.t.Context(), "Eva", []ticket.Member{{LastName: "Nieuw", FirstName: "Jan", Number: w.number(numberNobody), Language: ticket.Dutch}})
			w.must(err)
			c := choiceOf(w, v, numberNobody)
			w.must(w.ChooseMember(w.t.Context(), c))
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.receive(unknown())
			w.must(w.ChooseMember(t.Context(), choiceOf(w, w.last(), numberAn)))
			before := w.last()
			test.later(w, before)
			after := w.last()
			if after.Check.ID == before.Check.ID || after.Check.Status != ticket.Waiting {
				t.Fatalf("no new check: %+v", after.Check)
			}
			if got := after.Check.ChosenBy == "Eva" && after.Member.FirstName == "An"; got != test.stays || hasFinding(after.Check, "chosen_member") != test.stays {
				t.Errorf("the choice stays: %v, want %v: %+v", got, test.stays, after.Check)
			}
		})
	}
}

func TestChoicesThatCannotBe(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	c := choiceOf(w, v, numberBart)
	c.MemberID = 99
	if err := w.ChooseMember(t.Context(), c); !errors.Is(err, ticket.ErrNotFound) {
		t.Errorf("a member who is not there: %v", err)
	}
	c = choiceOf(w, v, numberBart)
	c.CheckID = 77
	wantConflict(t, w.ChooseMember(t.Context(), c), "")
	w.approve(v, "")
	c.CheckID = 0
	if err := w.ChooseMember(t.Context(), c); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("after the decision: %v", err)
	}
	w.receive(incomplete())
	c.Ref = w.last().Ticket.Ref
	if err := w.ChooseMember(t.Context(), c); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("without a check: %v", err)
	}
}
