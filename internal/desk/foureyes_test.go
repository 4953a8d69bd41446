package desk_test

import (
	"errors"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// What somebody set by hand is approved by a colleague, where the house wants it so; what reading made of a name is no such thing.
func TestFourEyes(t *testing.T) {
	set := map[string]func(w *world, by string) error{
		"new address": func(w *world, by string) error {
			c := correction(w.last())
			c.By, c.NewAddress = by, "an@elsewhere.example"
			return w.Correct(w.t.Context(), c)
		},
		"number": func(w *world, by string) error {
			c := correction(w.last())
			c.By, c.Number = by, numberBart
			return w.Correct(w.t.Context(), c)
		},
		"member": func(w *world, by string) error {
			return w.ChooseMember(w.t.Context(), desk.Choice{Ref: w.last().Ticket.Ref, MemberID: 2, By: by, Reason: "known by voice"})
		},
	}
	for name, byHand := range set {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.must(w.DemandFourEyes(t.Context(), "Marc", true))
			w.receive(changed("an@new.example"))
			w.must(byHand(w, "Eva"))
			v := w.last()
			decision := desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, Shown: v.Shown, By: "Eva", Reason: "I typed it"}
			if err := w.Approve(t.Context(), decision); !errors.Is(err, ticket.ErrNotAllowed) {
				t.Errorf("Eva approves what she set: %v", err)
			}
			decision.By = " eva "
			if err := w.Approve(t.Context(), decision); !errors.Is(err, ticket.ErrNotAllowed) {
				t.Errorf("in another spelling of her name: %v", err)
			}
			if len(v.HandsOn) != 1 || v.HandsOn[0] != "Eva" {
				t.Errorf("shown is %q", v.HandsOn)
			}
			wantSent(t, w)
			decision.By, decision.Reason = "Lies", "it is so in the mail"
			w.must(w.Approve(t.Context(), decision))
		})
	}
}

func TestFourEyesOnlyWhereTheyMatter(t *testing.T) {
	w := newWorld(t)
	if on, err := w.FourEyes(t.Context()); on || err != nil {
		t.Errorf("at first: %v, %v", on, err)
	}
	w.must(w.DemandFourEyes(t.Context(), "Marc", true))
	if on, err := w.FourEyes(t.Context()); !on || err != nil {
		t.Errorf("demanded: %v, %v", on, err)
	}
	w.receive(forgotten())
	c := correction(w.last())
	c.FirstName = "Anna"
	w.must(w.Correct(t.Context(), c)) // a name is compared, and opens nothing by itself
	v := w.last()
	w.must(w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, Shown: v.Shown, By: "Eva", Reason: "her nickname"}))

	w.must(w.DemandFourEyes(t.Context(), "Marc", false))
	w.receive(changed("an@new.example"))
	c = correction(w.last())
	c.NewAddress = "an@elsewhere.example"
	w.must(w.Correct(t.Context(), c))
	v = w.last()
	w.must(w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, Shown: v.Shown, By: "Eva", Reason: "as in the mail"}))
	if err := w.DemandFourEyes(t.Context(), "", true); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("by nobody: %v", err)
	}
}
