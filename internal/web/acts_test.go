package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Each form of a ticket does what its button says, through the page that shows it.
func TestTheFormsOfATicket(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		path := "/tickets/" + string(ref)
		act := func(form, says string, typed url.Values) {
			t.Helper()
			a := eva.submit(eva.get(path).statusIs(http.StatusOK), form, typed)
			eva.follow(a).statusIs(http.StatusOK).says(says)
		}
		act("/note", "The note is added.", url.Values{"text": {"Ik belde: <b>het klopt</b>."}})
		eva.get(path).says("Ik belde: <b>het klopt</b>.")
		act("/correct", "The claim is corrected and compared again.", url.Values{"last_name": {"Peters"}, "number": {numberBart}})
		if c := h.show(ref).Claim; c.LastName != "Peters" || c.Number != h.number(numberBart) {
			t.Errorf("%+v", c)
		}
		h.index()
		found := eva.submit(eva.get(path), "/member", url.Values{"q": {"Peet"}}).statusIs(http.StatusOK).says("Another member for " + string(ref))
		a := eva.submit(found, "/choose", url.Values{"reason": {"zij is het"}}).leadsTo(path)
		eva.follow(a).says("The claim is compared with the member that you chose.")
		if m := h.show(ref).Member; m == nil || m.LastName != "Peeters" {
			t.Errorf("beside %+v", m)
		}
		act("/reclassify", "Kind and language are as you chose.", url.Values{"kind": {string(ticket.Other)}, "language": {"fr"}})
		if v := h.show(ref); v.Ticket.Kind != ticket.Other || v.Ticket.Language != ticket.French || v.Check.Status != ticket.Superseded {
			t.Errorf("%+v, %+v", v.Ticket, v.Check)
		}
		act("/ask", "The question for "+string(ref)+" goes out.", url.Values{"text": {"Quel âge avez-vous?"}})
		h.wantSent(ref, "question to an@home.example")
		act("/close", "The ticket is closed.", url.Values{"reason": {"opgelost per telefoon"}})
		if got := h.show(ref).Ticket.Status; got != ticket.Closed {
			t.Errorf("it is %s", got)
		}
	})
}

// A mail to read is answered in one's own words, and the next ticket opens.
func TestAnAnswerInOwnWords(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, marc := h.pair()
		check := h.receive(forgotten())
		ref := h.receive(otherMatter())
		path := "/tickets/" + string(ref)
		if page := eva.get("/tickets/" + string(check)).statusIs(http.StatusOK); page.hasForm("/answer") {
			t.Error("an answer is offered beside a check that waits")
		}
		stale := marc.get(path)
		a := eva.submit(eva.get(path), "/answer", url.Values{"text": {"Het adres is an.old@example.be."}}).statusIs(http.StatusUnprocessableEntity)
		if alert := a.refusal(); !strings.Contains(alert, "only an approved check tells it") {
			t.Errorf("%q", alert)
		}
		if got := a.form("/answer").fields.Get("text"); got != "Het adres is an.old@example.be." {
			t.Errorf("of the answer stays %q", got)
		}
		if !strings.Contains(string(a.body), "data-unsaved") {
			t.Error("what was typed is left by a slip, without a question")
		}
		h.wantSent(ref)
		a = eva.submit(a, "/answer", url.Values{"text": {"Op 1 september."}}).leadsTo("/tickets/" + string(check))
		eva.follow(a).says(string(ref) + " is solved. Your answer goes out.")
		h.wantSent(ref, "answer to "+h.show(ref).Ticket.Requester.Addr)
		late := marc.submit(stale, "/answer", url.Values{"text": {"Op 2 september."}}).statusIs(http.StatusConflict).says("Eva")
		if !strings.Contains(string(late.body), "data-unsaved") {
			t.Error("what Marc typed is left by a slip, without a question")
		}
		if got := text(late.element("textarea", "id", "unsent")); got != "Op 2 september." {
			t.Errorf("of what Marc typed stays %q", got)
		}
		h.wantSent(ref, "answer to "+h.show(ref).Ticket.Requester.Addr)
		if page := eva.get(path).statusIs(http.StatusOK).says("Op 1 september."); page.hasForm("/answer") || !page.hasForm("/reopen") {
			t.Error("a solved ticket is answered again, or cannot be opened")
		}
	})
}

// A ticket with very many mails is a page all the same, and those that are not shown can be had.
func TestATicketOfManyMails(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		again := forgotten()
		again.subject = "Re: [" + string(ref) + "]"
		for n := range 50 {
			again.body += strconv.Itoa(n) + "\n"
			h.receive(again)
		}
		page := eva.get("/tickets/" + string(ref)).statusIs(http.StatusOK)
		if n := strings.Count(page.words(), "This ticket has too many mails for one page."); n != 1 {
			t.Errorf("%d mails are not shown, want the oldest", n)
		}
	})
}

func TestTheFormsOfAnAnswer(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(incomplete())
		path := "/tickets/" + string(ref)
		h.deliver(ticket.AttemptRefused, "550 no such user")
		a := eva.get(path).statusIs(http.StatusOK).says("550 no such user")
		eva.follow(eva.submit(a, "/resend", nil)).says("What failed goes out again.")
		h.deliver(ticket.AttemptSent, "250 fine")
		a = eva.submit(eva.get(path), "/ask-for-data", nil).leadsTo(path)
		eva.follow(a).says("The requester is asked for what is missing.")
		h.wantSent(ref, "data_missing to cas@home.example", "data_missing to cas@home.example")

		lost := h.receive(passwordForgotten())
		eva.follow(eva.submit(eva.get("/tickets/"+string(lost)), "/reopen", url.Values{"reason": {"hij belde"}})).says("The ticket is open again.")
		eva.follow(eva.submit(eva.get("/tickets/"+string(lost)), "/password-steps", nil)).says("The steps of the self-service go out.")
		h.wantSent(lost, "password_steps to ed@home.example", "password_steps to ed@home.example")
	})
}

func TestMerging(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		into, from := h.receive(incomplete()), h.receive(forgotten())
		page := eva.get("/tickets/" + string(from))
		eva.submit(page, "/merge", url.Values{"into": {"SD-2000-000999"}}).statusIs(http.StatusNotFound)
		eva.submit(page, "/merge", url.Values{"into": {string(from)}}).statusIs(http.StatusUnprocessableEntity)
		a := eva.submit(page, "/merge", url.Values{"into": {" " + strings.ToLower(string(into))}}).leadsTo("/tickets/" + string(into))
		eva.follow(a).says("The mails of " + string(from) + " are here now.")
		if v := h.show(into); len(v.Mails) != 2 {
			t.Errorf("%d mails", len(v.Mails))
		}
		eva.get("/tickets/" + string(from)).says("No mail is left on this ticket.")
	})
}

// A form that the ticket does not admit says why, and the page stays whole.
func TestFormsThatAreRefused(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		path := "/tickets/" + string(ref)
		page := eva.get(path)
		for _, test := range []struct {
			form  string
			typed url.Values
			says  string
		}{
			{"/note", url.Values{"text": {" "}}, ""},
			{"/ask", url.Values{"text": {""}}, ""},
			{"/close", url.Values{"reason": {""}}, "the text is empty"},
			{"/correct", nil, "says that already"},
			{"/correct", url.Values{"number": {"123"}}, "eleven digits"},
			{"/correct", url.Values{"last_name": {strings.Repeat("x", 101)}}, "longer than 100"},
			{"/reclassify", url.Values{"kind": {"spam"}}, ""},
			{"/reclassify", url.Values{"language": {"xx"}}, ""},
		} {
			a := eva.submit(page, test.form, test.typed).statusIs(http.StatusUnprocessableEntity)
			if alert := a.refusal(); alert == "" || !strings.Contains(alert, test.says) {
				t.Errorf("%s %v says %q", test.form, test.typed, alert)
			}
		}
		closed := h.receive(otherMatter())
		eva.post("/tickets/"+string(closed)+"/member", nil).statusIs(http.StatusConflict)
		eva.post(path+"/mails/999", nil).statusIs(http.StatusNotFound)
		eva.post(path+"/mails/x", nil).statusIs(http.StatusNotFound)
		mail := path + "/mails/" + itoa(h.show(ref).Mails[0].ID)
		eva.post(mail+"/files/7", nil).statusIs(http.StatusNotFound)
		eva.post(mail+"/files/x", nil).statusIs(http.StatusNotFound)
		eva.post("/tickets/"+string(closed)+"/mails/"+itoa(h.show(ref).Mails[0].ID), nil).statusIs(http.StatusNotFound)
		eva.get("/?tab=none").statusIs(http.StatusBadRequest)
		eva.send(eva.request(http.MethodPost, path+"/note", strings.NewReader("text=%zz"), "application/x-www-form-urlencoded")).statusIs(http.StatusBadRequest)
	})
}
