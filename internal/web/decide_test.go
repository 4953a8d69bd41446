package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// pair are two agents, each in a browser.
func (h *house) pair() (eva, marc *visitor) {
	h.t.Helper()
	h.hire("Eva", ticket.Agent)
	h.hire("Marc", ticket.Agent)
	return h.signedIn("Eva"), h.signedIn("Marc")
}

// wantSent compares what was queued on a ticket.
func (h *house) wantSent(ref ticket.Ref, want ...string) {
	h.t.Helper()
	if diff := cmp.Diff(want, h.sent(ref)); diff != "" {
		h.t.Errorf("what goes out for %s, -want +got:\n%s", ref, diff)
	}
}

func TestApprovingOpensTheNextCheck(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		first, second := h.receive(forgotten()), h.receive(changed("bart.new@home.example"))
		a := eva.submit(eva.get("/tickets/"+string(first)), "/approve", nil).leadsTo("/tickets/" + string(second))
		page := eva.follow(a).statusIs(http.StatusOK).says(string(first) + " is approved. The answer goes out.")
		if again := eva.get("/tickets/" + string(second)); strings.Contains(again.words(), "is approved. The answer") {
			t.Error("a sentence is said twice")
		}
		h.wantSent(first, "address_known to an@home.example")
		a = eva.submit(page, "/reject", url.Values{"why": {string(ticket.RejectReasons()[0])}, "reason": {"ik belde"}}).leadsTo("/")
		eva.follow(a).says("is rejected").says("nothing waits for a decision")
		h.wantSent(second, "identity_not_confirmed to bart@home.example")
		if c := h.show(second).Check; c.DecidedBy != "Eva" || c.Reason != string(ticket.RejectReasons()[0])+" ik belde" {
			t.Errorf("%+v", c)
		}
		eva.get("/tickets/" + string(second)).says("rejected by Eva")
	})
}

// R8: the second of two to decide is told who was first, and nothing goes out twice.
func TestR8TheSecondToDecideIsTold(t *testing.T) {
	for first, second := range map[string]string{"/approve": "/reject", "/reject": "/approve"} {
		inHouse(t, func(t *testing.T, h *house) {
			eva, marc := h.pair()
			ref := h.receive(forgotten())
			mine, other := eva.get("/tickets/"+string(ref)), marc.get("/tickets/"+string(ref))
			why := url.Values{"why": {string(ticket.RejectReasons()[0])}, "reason": {"typed by Marc"}}
			eva.submit(mine, first, why).leadsTo("/")
			sent, before := h.sent(ref), h.database()
			for range 2 {
				a := marc.submit(other, second, why).statusIs(http.StatusConflict)
				if !strings.Contains(a.refusal(), "Eva was first") {
					t.Errorf("%s after %s does not say who was first: %s", second, first, a.refusal())
				}
				if a.hasForm("/approve") {
					t.Error("the check that was decided can be approved again")
				}
			}
			h.wantSent(ref, sent...)
			if diff := h.changedSince(before); diff != "" {
				t.Errorf("%s after %s did something:\n%s", second, first, diff)
			}
		})
	}
}

// R8: newer facts have replaced the check that was shown.
func TestR8ACheckThatIsReplacedIsNotDecided(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		page := eva.get("/tickets/" + string(ref))
		old := h.show(ref).Check.ID
		again := forgotten()
		again.subject = "RE: e-mailadres vergeten [" + string(ref) + "]"
		again.from = "An Peeters <another@away.example>"
		h.receive(again)
		now := h.show(ref).Check.ID
		if now == old {
			t.Fatal("the follow-up replaced no check: the test is void")
		}
		before := h.database()
		for _, form := range []string{"/approve", "/reject", "/correct"} {
			a := eva.submit(page, form, url.Values{"why": {string(ticket.RejectReasons()[0])}, "last_name": {"Peters"}, "reason": {"typed"}}).statusIs(http.StatusConflict)
			if got := a.form("/approve").fields.Get("check"); got != itoa(now) {
				t.Errorf("%s: the page shows check %s, not the new one", form, got)
			}
		}
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("an old check was decided:\n%s", diff)
		}
		h.wantSent(ref)
		eva.submit(eva.get("/tickets/"+string(ref)), "/approve", url.Values{"reason": {"de tweede mail klopt"}}).leadsTo("/")
	})
}

// R8: the answer that was shown is the one that goes out. A directory or a language that changed meanwhile makes another.
func TestR8AnotherAnswerThanShownIsNotSent(t *testing.T) {
	for name, change := range map[string]func(*house, ticket.Ref) error{
		"the known address": func(h *house, _ ticket.Ref) error {
			_, err := h.ImportMembers(h.t.Context(), "test", []ticket.Member{
				{LastName: "Peeters", FirstName: "An", Number: h.number(numberAn), Address: "an.new@example.be", Language: ticket.Dutch},
			})
			return err
		},
		"the language": func(h *house, ref ticket.Ref) error {
			return h.Reclassify(h.t.Context(), desk.Reclassification{Ref: ref, By: "Marc", Language: ticket.French})
		},
	} {
		inHouse(t, func(t *testing.T, h *house) {
			eva, _ := h.pair()
			ref := h.receive(forgotten())
			page := eva.get("/tickets/" + string(ref))
			if err := change(h, ref); err != nil {
				t.Fatal(err)
			}
			a := eva.submit(page, "/approve", nil).statusIs(http.StatusConflict)
			h.wantSent(ref)
			eva.submit(a, "/approve", nil).leadsTo("/") // what is shown by now
			if len(h.sent(ref)) != 1 {
				t.Errorf("%s changed, and what goes out is %v", name, h.sent(ref))
			}
		})
	}
}

// A form that lacks what was shown, or says something else, decides nothing.
func TestAFormWithoutWhatWasShownDecidesNothing(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		path := "/tickets/" + string(ref)
		page := eva.get(path)
		before := h.database()
		for form, fields := range map[string][]string{
			"/approve": {"check", "shown"}, "/reject": {"check"}, "/ask": {"seen"}, "/correct": {"seen"}, "/reclassify": {"seen"}, "/merge": {"seen"}, "/close": {"seen"},
			"/choose": {"seen", "check"},
		} {
			for _, field := range fields {
				for _, value := range []string{"(missing)", "", "0", "-1", "999", "x", "1e3"} {
					typed := url.Values{
						"reason": {"typed by Eva"}, "text": {"typed by Eva"}, "why": {string(ticket.RejectReasons()[0])}, "last_name": {"Peters"}, "first_name": {"An"},
						"kind": {string(ticket.Other)}, "into": {"SD-2000-000999"}, "member": {"2"},
					}
					if form == "/choose" {
						fillIn(typed, page.form("/approve").fields)
					} else {
						fillIn(typed, page.form(form).fields, "reason", "text", "last_name", "first_name", "kind", "into", "why")
					}
					if typed.Set(field, value); value == "(missing)" {
						typed.Del(field)
					}
					if a := eva.post(path+form, typed); a.status != http.StatusConflict && a.status != http.StatusBadRequest {
						t.Errorf("%s with %s %s: %d to %q", form, field, value, a.status, a.header.Get("Location"))
					}
				}
			}
		}
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("a form without what was shown did something:\n%s", diff)
		}
	})
}

// fillIn adds the fields of a form to what was typed, but for those that are typed.
func fillIn(typed, fields url.Values, but ...string) {
	for name, values := range fields {
		if !slices.Contains(but, name) {
			typed[name] = values
		}
	}
}

// What was typed stays in a form that was not carried out.
func TestWhatWasTypedStays(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, marc := h.pair()
		ref := h.receive(forgotten())
		page := eva.get("/tickets/" + string(ref))
		marc.submit(marc.get("/tickets/"+string(ref)), "/correct", url.Values{"last_name": {"Peters"}}).leadsTo("/tickets/" + string(ref))
		for _, test := range []struct {
			form, field, typed string
		}{
			{"/ask", "text", "Mijn vraag <b>& meer</b>\nop twee regels"}, {"/reject", "reason", `Een "reden" van Eva`}, {"/correct", "first_name", "Anna"},
			{"/close", "reason", "dubbel"}, {"/merge", "into", "SD-2000-000077"},
		} {
			a := eva.submit(page, test.form, url.Values{test.field: {test.typed}, "why": {string(ticket.OtherReason)}}).statusIs(http.StatusConflict).says("Marc")
			if got := a.form(test.form).fields.Get(test.field); got != test.typed {
				t.Errorf("%s: of %q stays %q", test.form, test.typed, got)
			}
			open := slices.Collect(func(yield func(string) bool) {
				for n := range a.elements("details") {
					if has(n, "open") && attr(n, "name") == "act" && !yield(attr(n, "id")) {
						return
					}
				}
			})
			if want := strings.TrimPrefix(test.form, "/"); len(open) != 1 || open[0] != want && open[0] != "more" {
				t.Errorf("%s: what stands open is %v", test.form, open)
			}
		}
	})
}

// A ticket with an alarm is approved only for a reason, which the history keeps.
func TestAnAlarmNeedsAReason(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		l := forgotten()
		l.body = strings.ReplaceAll(l.body, "Peeters", "Vandenberghe")
		l.from = "Vandenberghe <an@home.example>"
		ref := h.receive(l)
		page := eva.get("/tickets/" + string(ref)).statusIs(http.StatusOK)
		page.element("input", "id", "approve-reason")
		eva.submit(page, "/approve", nil).statusIs(http.StatusUnprocessableEntity).says("a reason is needed")
		h.wantSent(ref)
		eva.submit(page, "/approve", url.Values{"reason": {"Vandenberghe is haar meisjesnaam"}}).leadsTo("/")
		eva.get("/tickets/" + string(ref)).says("Vandenberghe is haar meisjesnaam")
	})
}
