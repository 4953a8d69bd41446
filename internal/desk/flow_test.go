package desk_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

func TestForgottenAddress(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	if v.Ticket.Kind != ticket.AddressForgotten || v.Ticket.Status != ticket.Open || v.Check.Status != ticket.Waiting || ticket.Worst(v.Check.Findings).Worse(ticket.Info) {
		t.Fatalf("%+v %+v", v.Ticket, v.Check)
	}
	wantSent(t, w)
	w.approve(v, "")
	v = w.last()
	if v.Ticket.Status != ticket.Solved || v.Check.Status != ticket.Approved || len(v.Approvals) != 1 || v.Approvals[0].By != "Eva" {
		t.Errorf("%+v %+v %+v", v.Ticket, v.Check, v.Approvals)
	}
	wantSent(t, w, "address_known to an@home.example")
	m := message.Parse(w.sent()[0].Raw, message.Options{})
	if !strings.Contains(m.Text, "an.old@example.be") || !slices.Equal(m.References, []string{"first@home.example"}) || m.Automation != nil {
		t.Errorf("the answer: %+v", m)
	}
	if m.To[0].Addr != "an@home.example" || !strings.Contains(m.Subject, string(v.Ticket.Ref)) {
		t.Errorf("to %v, subject %s", m.To, m.Subject)
	}
}

func TestChangedAddressTellsAllThree(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	v := w.last()
	if len(v.Answers) != 3 {
		t.Fatalf("the decision shows %d answers, want 3", len(v.Answers))
	}
	if w.member(numberAn).Address != "an.old@example.be" {
		t.Fatal("the directory changed before anybody approved")
	}
	w.approve(v, "")
	wantSent(t, w, "address_changed to an@home.example", "address_changed to an@new.example", "address_changed_notice to an.old@example.be")
	if got := w.member(numberAn).Address; got != "an@new.example" {
		t.Errorf("the directory says %s", got)
	}
	if notice := w.sent()[2]; bytes.Contains(notice.Raw, []byte("an@new.example")) {
		t.Error("the old address learns the new one")
	}
	// The next request within a month is warned of.
	next := forgotten()
	next.header = nil
	w.receive(next)
	if f := finding(t, w.last(), "recent_change"); f.Verdict != ticket.Warning || !strings.Contains(f.Text, "Eva") {
		t.Errorf("%+v", f)
	}
	w.now = w.now.Add(31 * 24 * time.Hour)
	next.body += " "
	w.receive(next)
	for _, f := range w.last().Check.Findings {
		if f.Name == "recent_change" {
			t.Error("a change of more than a month ago is still warned of")
		}
	}
}

func TestWithoutANewAddressFromIsProposed(t *testing.T) {
	w := newWorld(t)
	l := changed("x")
	l.body = strings.Replace(l.body, "Mijn nieuw e-mailadres: x\n", "", 1)
	w.receive(l)
	v := w.last()
	f := finding(t, v, "new_address")
	if v.Check.NewAddress != "an@home.example" || f.Verdict != ticket.Warning || !strings.Contains(f.Text, "proposal") {
		t.Errorf("%s, %+v", v.Check.NewAddress, f)
	}
	wantSent(t, w)
	w.approve(v, "")
	wantSent(t, w, "address_changed to an@home.example", "address_changed_notice to an.old@example.be")
}

func TestWhatCannotBeApproved(t *testing.T) {
	for name, c := range map[string]struct {
		mail    letter
		finding string
		text    string
		want    error
	}{
		"nobody has the number": {func() letter { l := forgotten(); l.body = strings.ReplaceAll(l.body, numberAn, numberNobody); return l }(), "number_known", "No member", ticket.ErrNotAllowed},
		"another name": {func() letter {
			l := forgotten()
			l.body = strings.ReplaceAll(l.body, "Naam: Peeters", "Naam: Vandamme")
			return l
		}(), "last_name", "", ticket.ErrReasonNeeded},
		"another's user name": {changed("bart@example.be"), "new_address", "Bart Maes", ticket.ErrNotAllowed},
		"the known address":   {changed("an.old@example.be"), "new_address", "already", ticket.ErrNotAllowed},
		"several From":        {func() letter { l := forgotten(); l.from = "an@home.example, eve@evil.example"; return l }(), "recipient", "2 From", ticket.ErrReasonNeeded},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.receive(c.mail)
			v := w.last()
			found := slices.ContainsFunc(v.Check.Findings, func(f ticket.Finding) bool {
				return f.Name == c.finding && f.Verdict == ticket.Alarm && strings.Contains(f.Text, c.text)
			})
			if !found {
				t.Errorf("no alarm on %s: %+v", c.finding, v.Check.Findings)
			}
			if err := w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, By: "Eva"}); !errors.Is(err, c.want) {
				t.Errorf("without a reason: %v", err)
			}
			wantSent(t, w)
		})
	}
	w := newWorld(t)
	w.receive(changed("bart@example.be"))
	if err := w.Approve(t.Context(), desk.Decision{Ref: w.last().Ticket.Ref, By: "Eva", Reason: "he said so"}); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("two members with one user name: %v", err)
	}
	if w.last().Obstacle.IsZero() {
		t.Error("the page does not say that this cannot be approved")
	}
	for _, d := range []desk.Decision{{Ref: w.last().Ticket.Ref}, {Ref: w.last().Ticket.Ref, By: " servicedesk "}, {Ref: "SD-2026-999999", By: "Eva"}} {
		if err := w.Approve(t.Context(), d); err == nil {
			t.Errorf("%+v was taken", d)
		}
	}
}

func TestMissingDataIsAskedForAndCompleted(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	v := w.last()
	if v.Ticket.Status != ticket.Pending || v.Check != nil || !slices.Equal(v.Ticket.Missing, []ticket.Field{ticket.NationalNumber}) {
		t.Fatalf("%+v, missing %v", v.Ticket, v.Ticket.Missing)
	}
	wantSent(t, w, "data_missing to an@home.example")
	question := message.Parse(w.sent()[0].Raw, message.Options{})
	if question.Automation == nil {
		t.Error("an automatic question does not say that it is one")
	}
	w.deliver()
	w.receive(letter{"An Peeters <an@home.example>", "RE: " + question.Subject, "Mijn rijksregisternummer is " + numberAn + "\n", []string{"In-Reply-To: <" + question.MessageID + ">"}})
	v = w.last()
	if len(w.all()) != 1 || v.Check == nil || v.Check.Status != ticket.Waiting || v.Ticket.Status != ticket.Open || v.Claim.LastName != "Peeters" || v.Check.MemberID == 0 {
		t.Fatalf("%d tickets, %+v, %+v", len(w.all()), v.Ticket, v.Claim)
	}
	w.approve(v, "")
	if got := occasions(w.sent()); got[len(got)-1] != "address_known to an@home.example" {
		t.Errorf("%q", got)
	}
}

func TestTheRefAloneJoinsTheTicket(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	ref := w.last().Ticket.Ref
	w.receive(letter{"an@home.example", "Antw: iets [" + string(ref) + "]", numberAn + " is mijn rijksregisternummer\n", nil})
	if v := w.show(ref); len(w.all()) != 1 || v.Check == nil {
		t.Errorf("%d tickets, check %v", len(w.all()), v.Check)
	}
	w.receive(letter{"an@home.example", "Re: [SD-2026-000077]", "Waar blijft het antwoord?\n", nil})
	if len(w.all()) != 2 {
		t.Error("a mail with the Ref of no ticket got lost")
	}
}

func TestAtMostTwoQuestionsATicket(t *testing.T) {
	w := newWorld(t, func(o *desk.Options) { o.AnswersPerDay = 100 })
	w.receive(incomplete())
	ref := w.last().Ticket.Ref
	for i := range 3 {
		l := letter{"An Peeters <an@home.example>", "RE: [" + string(ref) + "]", fmt.Sprintf("Mijn voornaam is An, poging %d\nMijn rijksregisternummer: 11.02.14-801.9%d\n", i, i+2), nil}
		w.receive(l)
	}
	if n := len(w.sent()); n != 2 {
		t.Errorf("%d questions, want 2: %q", n, occasions(w.sent()))
	}
	if v := w.show(ref); v.Ticket.Status != ticket.Open {
		t.Errorf("after the last question the ticket is %s: no agent sees it", v.Ticket.Status)
	}
}

func TestPasswordForgotten(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"Luc <luc@home.example>", "Mot de passe oublié", "Bonjour,\n\nJ'ai oublié mon mot de passe. Comment puis-je en obtenir un nouveau ?\n\nMerci\nLuc\n", nil})
	v := w.last()
	if v.Ticket.Kind != ticket.PasswordForgotten || v.Ticket.Status != ticket.Solved || v.Ticket.Language != ticket.French {
		t.Errorf("%+v", v.Ticket)
	}
	m := message.Parse(w.sent()[0].Raw, message.Options{})
	if m.Automation == nil || !strings.Contains(m.Text, "Can't access your account?") || !strings.Contains(m.Text, "7.") {
		t.Errorf("the steps:\n%s", m.Text)
	}
}

func TestOtherIsForPeople(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"Jan <jan@home.example>", "Stage", "Wanneer begint de volgende stageperiode?\n", nil})
	if v := w.last(); v.Ticket.Kind != ticket.Other || v.Ticket.Status != ticket.Open || v.Check != nil {
		t.Errorf("%+v", v.Ticket)
	}
	wantSent(t, w)
}

func TestWhoWantsNoAutomaticAnswerGetsNone(t *testing.T) {
	w := newWorld(t)
	l := incomplete()
	l.header = []string{"X-Auto-Response-Suppress: All"}
	w.receive(l)
	wantSent(t, w)
	if v := w.last(); v.Ticket.Status != ticket.Open || v.Ticket.Kind != ticket.AddressForgotten {
		t.Errorf("%+v", v.Ticket)
	}
}

func TestRejectSaysNothing(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	if err := w.Reject(t.Context(), desk.Decision{Ref: w.last().Ticket.Ref, By: "Eva", Reason: "not her voice"}); err != nil {
		t.Fatal(err)
	}
	wantSent(t, w, "identity_not_confirmed to an@home.example")
	raw := string(w.sent()[0].Raw)
	if strings.Contains(raw, "an.old") || strings.Contains(raw, "voice") || strings.Contains(raw, "Auto-Submitted") {
		t.Errorf("%s", raw)
	}
	if v := w.last(); v.Ticket.Status != ticket.Solved || v.Check.Reason != "not her voice" {
		t.Errorf("%+v %+v", v.Ticket, v.Check)
	}
}

// The letter of a rejection asks for the right data: who sends all of it is checked again, with an alarm that tells of the rejection.
func TestAfterARejectionAllDataAreCheckedAgain(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	if err := w.Reject(t.Context(), desk.Decision{Ref: w.last().Ticket.Ref, By: "Eva"}); err != nil {
		t.Fatal(err)
	}
	again := forgotten()
	again.subject, again.header = "RE: Wij konden uw identiteit niet bevestigen ["+string(w.last().Ticket.Ref)+"]", nil
	w.receive(again)
	v := w.last()
	if len(w.all()) != 1 || v.Check.Status != ticket.Waiting || finding(t, v, "last_decision").Verdict != ticket.Alarm {
		t.Errorf("%+v", v.Check)
	}
}

func TestAskAndTheAnswer(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	ref := w.last().Ticket.Ref
	if err := w.Ask(t.Context(), ref, "Eva", "Bedoelt u {{.Ref}} of <b>thuis</b>?\nGraag een woordje."); err != nil {
		t.Fatal(err)
	}
	v := w.show(ref)
	if v.Ticket.Status != ticket.Pending {
		t.Errorf("%s", v.Ticket.Status)
	}
	m := message.Parse(v.Outgoing[0].Raw, message.Options{})
	if !strings.Contains(m.Text, "Bedoelt u {{.Ref}} of <b>thuis</b>?") || m.Automation != nil {
		t.Errorf("%s", m.Text)
	}
	w.receive(letter{"An Peeters <an@home.example>", "RE: " + m.Subject, "Mijn nieuw e-mailadres is an@other.example\n", []string{"References: <" + m.MessageID + ">"}})
	after := w.show(ref)
	if after.Ticket.Status != ticket.Open || after.Check.ID == v.Check.ID || after.Check.NewAddress != "an@other.example" {
		t.Errorf("%+v %+v", after.Ticket, after.Check)
	}
	for _, text := range []string{"", "  \n"} {
		if err := w.Ask(t.Context(), ref, "Eva", text); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("an empty question: %v", err)
		}
	}
	w.must(w.Reject(t.Context(), desk.Decision{Ref: ref, CheckID: after.Check.ID, By: "Eva", Reason: "somebody else"}))
	if err := w.Ask(t.Context(), ref, "Eva", "Wie bent u?"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a question on a solved ticket: %v", err)
	}
}

func TestAnAnswerInOwnWordsSolves(t *testing.T) {
	w := newWorld(t)
	w.receive(question())
	ref, seen := w.last().Ticket.Ref, w.last().Ticket.Version
	w.must(w.Answer(t.Context(), ref, "Eva", "Op 1 september.\nVeel succes!"))
	v := w.show(ref)
	if v.Ticket.Status != ticket.Solved || len(v.Outgoing) != 1 || v.Outgoing[0].Recipient != "jan@home.example" || v.Outgoing[0].Occasion.Automatic() {
		t.Fatalf("%+v, %+v", v.Ticket, v.Outgoing)
	}
	m := message.Parse(v.Outgoing[0].Raw, message.Options{})
	if !strings.Contains(m.Text, "Op 1 september.\nVeel succes!") || !strings.Contains(m.Subject, string(ref)) || m.Automation != nil {
		t.Errorf("%s\n%s", m.Subject, m.Text)
	}
	if e := v.Events[len(v.Events)-1]; e.Name != ticket.EventAnswered || e.Actor != "Eva" || !strings.Contains(e.Said.String(), "Op 1 september.") {
		t.Errorf("%+v", e)
	}
	if err := w.Answer(t.Context(), ref, "Eva", "En nog iets."); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a solved ticket is answered again: %v", err)
	}
	var c *ticket.Conflict
	if err := w.At(seen).Answer(t.Context(), ref, "Marc", "Dat weet ik niet."); !errors.As(err, &c) || c.By != "Eva" { // R8
		t.Errorf("a second answer from an old page: %v", err)
	}
	w.receive(letter{"Jan <jan@home.example>", "RE: " + m.Subject, "En wanneer eindigt ze?\n", []string{"References: <" + m.MessageID + ">"}})
	if v := w.show(ref); v.Ticket.Status != ticket.Open || len(w.all()) != 1 {
		t.Errorf("a reply leaves it %s, and makes %d tickets", v.Ticket.Status, len(w.all()))
	}
	w.must(w.Answer(t.Context(), ref, "Marc", "Op 31 augustus."))
	wantSent(t, w, "answer to jan@home.example", "answer to jan@home.example")
}

// An answer beside a check would leave the check behind: nobody would decide it, and the requester would think that all is done.
func TestAnAnswerIsNoWayAroundACheck(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	ref := w.last().Ticket.Ref
	if err := w.Answer(t.Context(), ref, "Eva", "Dat regelen wij."); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("answered while a check waits: %v", err)
	}
	w.must(w.Reclassify(t.Context(), desk.Reclassification{Ref: ref, By: "Eva", Kind: ticket.Other}))
	for _, text := range []string{"", " \n", "Uw nummer is " + numberAn + "."} {
		if err := w.Answer(t.Context(), ref, "Eva", text); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("%q: %v", text, err)
		}
	}
	wantSent(t, w)
	w.must(w.Answer(t.Context(), ref, "Eva", "Dat regelt de griffie."))
	w.must(w.Desk.Close(t.Context(), ref, "Eva", "dubbel"))
	if err := w.Answer(t.Context(), ref, "Eva", "Nog iets."); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a closed ticket is answered: %v", err)
	}
}

func TestThanksOpenTheTicketForAPerson(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	id := w.sent()[0].MessageID
	w.receive(letter{"An Peeters <an@home.example>", "RE: antwoord", "Hartelijk dank!\n", []string{"In-Reply-To: <" + id + ">"}})
	v := w.last()
	if len(w.all()) != 1 || v.Ticket.Status != ticket.Open || v.Check.Status != ticket.Approved || len(w.sent()) != 1 {
		t.Errorf("%+v, %q", v.Ticket, occasions(w.sent()))
	}
}

func TestTheFormerAddressProtests(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	w.approve(w.last(), "")
	notice := w.sent()[2]
	w.receive(letter{"An Peeters <an.old@example.be>", "RE: uw adres", "Dit heb ik niet gevraagd!\n", []string{"In-Reply-To: <" + notice.MessageID + ">"}})
	v := w.last()
	if len(w.all()) != 1 || v.Ticket.Status != ticket.Open || !strings.Contains(v.Ticket.Contested, "contested") {
		t.Errorf("%+v", v.Ticket)
	}
}

func TestClosedIsFinal(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	ref := w.last().Ticket.Ref
	if err := w.Close(t.Context(), ref, "Eva", "spam"); err != nil {
		t.Fatal(err)
	}
	if v := w.show(ref); v.Ticket.Status != ticket.Closed || v.Check.Status != ticket.Superseded {
		t.Errorf("%+v %+v", v.Ticket, v.Check)
	}
	w.receive(letter{"An Peeters <an@home.example>", "RE: [" + string(ref) + "]", "Nog een vraag over mijn stage.\n", nil})
	if len(w.all()) != 2 {
		t.Error("a mail on a closed ticket opened no new one")
	}
	if err := w.Close(t.Context(), ref, "Eva", "again"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("closed twice: %v", err)
	}
}

func TestFailuresOpenTheTicket(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	fail := func(a ticket.Attempt, retry time.Time) {
		t.Helper()
		due, err := w.Claim(t.Context(), 10, time.Hour)
		if err != nil || len(due) != 1 {
			t.Fatalf("%d due, %v", len(due), err)
		}
		a.DeliveryID, a.Number = due[0].ID, due[0].Attempts
		if err := w.Finish(t.Context(), a, retry); err != nil {
			t.Fatal(err)
		}
	}
	fail(ticket.Attempt{Result: ticket.AttemptDeferred, Code: 450, Text: "later"}, w.now.Add(time.Minute))
	if v := w.last(); v.Ticket.Status != ticket.Solved || v.Outgoing[0].Status != ticket.Queued {
		t.Errorf("a delay is no failure: %+v", v.Ticket)
	}
	w.now = w.now.Add(2 * time.Minute)
	fail(ticket.Attempt{Result: ticket.AttemptRefused, Code: 550, Text: "no such user"}, time.Time{})
	v := w.last()
	if v.Ticket.Status != ticket.Open || !strings.Contains(v.Ticket.Trouble, "550 no such user") || v.Outgoing[0].Status != ticket.Failed || len(v.Outgoing[0].Attempts) != 2 {
		t.Errorf("%+v %+v", v.Ticket, v.Outgoing)
	}
	raw := v.Outgoing[0].Raw
	if n, err := w.SendAgain(t.Context(), v.Ticket.Ref, "Eva"); n != 1 || err != nil {
		t.Fatalf("%d, %v", n, err)
	}
	w.deliver()
	v = w.last()
	if v.Outgoing[0].Status != ticket.Sent || v.Ticket.Trouble != "" || !bytes.Equal(v.Outgoing[0].Raw, raw) {
		t.Errorf("%+v", v.Outgoing[0].Delivery)
	}
	if _, err := w.SendAgain(t.Context(), v.Ticket.Ref, "Eva"); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a message that was sent goes out again: %v", err)
	}
}

// bounceOf is a delivery status notification for a message of ours.
func bounceOf(d ticket.Delivery, action string) []byte {
	return fmt.Appendf(nil, "From: MAILER-DAEMON@example.org\r\nTo: desk@example.org\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"+
		"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsorry\r\n--b\r\n"+
		"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; example.org\r\n\r\nFinal-Recipient: rfc822; %s\r\nAction: %s\r\nStatus: 5.1.1\r\n"+
		"Diagnostic-Code: smtp; 550 no such user\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <%s>\r\nSubject: x\r\n\r\nx\r\n--b--\r\n",
		d.Recipient, action, d.MessageID)
}

func TestABounceFindsItsTicket(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	w.deliver()
	receive := func(raw []byte) {
		t.Helper()
		if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(raw)}); err != nil {
			t.Fatal(err)
		}
	}
	receive(bounceOf(w.sent()[0], "delayed"))
	if v := w.last(); v.Ticket.Status != ticket.Solved || v.Outgoing[0].Status != ticket.Sent {
		t.Errorf("a delay: %+v", v.Ticket)
	}
	receive(bounceOf(w.sent()[0], "failed"))
	v := w.last()
	if v.Ticket.Status != ticket.Open || !strings.Contains(v.Ticket.Trouble, "no such user") || v.Outgoing[0].Status != ticket.Bounced {
		t.Errorf("%+v %+v", v.Ticket, v.Outgoing[0].Delivery)
	}
	receive(bounceOf(ticket.Delivery{MessageID: "somebody@else", Recipient: "x@y"}, "failed"))
	if a := w.account(); len(w.all()) != 1 || a.Ledger.Outcomes[ticket.WasBounce] != 3 || !a.Ledger.Balanced() {
		t.Errorf("%d tickets, %+v", len(w.all()), a.Ledger)
	}
}

func TestABounceCanBeFasterThanItsRecord(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	due, err := w.Claim(t.Context(), 1, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(bounceOf(due[0], "failed"))}); err != nil {
		t.Fatal(err)
	}
	if err := w.Finish(t.Context(), ticket.Attempt{DeliveryID: due[0].ID, Number: 1, Result: ticket.AttemptSent}, time.Time{}); err != nil {
		t.Fatal(err)
	}
	if v := w.last(); v.Outgoing[0].Status != ticket.Bounced || v.Ticket.Status != ticket.Open {
		t.Errorf("%s, %+v", v.Outgoing[0].Status, v.Ticket)
	}
}

func TestAnotherOpenTicketIsSeen(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), changed("an@new.example"))
	if f := finding(t, w.last(), "other_ticket"); f.Verdict != ticket.Warning || !strings.Contains(f.Text, string(w.all()[0].Ticket.Ref)) {
		t.Errorf("%+v", f)
	}
}

func TestALargeMailIsReadAtItsBeginning(t *testing.T) {
	w := newWorld(t)
	in := w.incoming(forgotten().raw())
	in.Size += 1 << 20
	if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{in}); err != nil {
		t.Fatal(err)
	}
	if f := finding(t, w.last(), "size"); f.Verdict != ticket.Warning {
		t.Errorf("%+v", f)
	}
	if e := w.last().Events[0]; !strings.Contains(e.Text, "above the size limit") {
		t.Errorf("the ticket does not say so: %s", e.Text)
	}
}

// Whoever mails again and again, or at length, keeps nobody waiting who opens the ticket: the newest mails are read, the others are left.
func TestNotEveryMailIsReadAtOnce(t *testing.T) {
	read := func(v desk.View) (n int) {
		for i, m := range v.Mails {
			if m.Left && (n > 0 || m.Message.Text != "") {
				t.Errorf("mail %d of %d is left, and one before it or its text is not", i+1, len(v.Mails))
			}
			if !m.Left {
				n++
			}
		}
		return n
	}
	follow := func(n, size int) letter {
		text := fmt.Sprintf("Nog altijd niets gehoord, dag %d.\n", n) + strings.Repeat("Nog altijd niets gehoord.\n", size/26)
		return letter{"An Peeters <an@home.example>", "Re: [SD-2026-000001]", text, nil}
	}
	w := newWorld(t)
	w.receive(forgotten())
	for n := range 51 {
		w.receive(follow(n, 0))
	}
	if v := w.last(); len(w.all()) != 1 || len(v.Mails) != 52 || read(v) != 50 {
		t.Errorf("%d of %d mails are read", read(v), len(v.Mails))
	}

	w = newWorld(t)
	w.receive(forgotten())
	w.receive(follow(1, 27<<20), follow(2, 27<<20))
	if v := w.last(); len(v.Mails) != 3 || read(v) != 1 {
		t.Errorf("%d of %d large mails are read", read(v), len(v.Mails))
	}
}

func TestAcknowledgement(t *testing.T) {
	w := newWorld(t, func(o *desk.Options) { o.Acknowledge = true })
	w.receive(forgotten())
	wantSent(t, w, "received to an@home.example")
	if raw := string(w.sent()[0].Raw); strings.Contains(raw, "an.old") || !strings.Contains(raw, "Auto-Submitted: auto-replied") {
		t.Errorf("%s", raw)
	}
}

func TestAfterACrashTheOutboxBeginsAtOnce(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	if due, err := w.Claim(t.Context(), 10, time.Hour); len(due) != 1 || err != nil {
		t.Fatal(len(due), err)
	}
	if err := w.Start(t.Context()); err != nil { // the next worker
		t.Fatal(err)
	}
	if due, err := w.Claim(t.Context(), 10, time.Hour); len(due) != 1 || err != nil {
		t.Errorf("%d due, %v: the lease of the dead worker still holds", len(due), err)
	}
}

// A mail that could not be filed the first time is understood by a later worker.
func TestUnreadableIsReadAgain(t *testing.T) {
	w := newWorld(t)
	w.wrap = func(tx desk.Tx) desk.Tx {
		return brokenTx{Tx: tx, insertTicket: func(k *ticket.Ticket) error {
			if k.Kind != ticket.Other {
				return errors.New("a fault of this version")
			}
			return nil
		}}
	}
	w.receive(forgotten())
	if v := w.last(); v.Mails[0].Mail.Outcome != ticket.WasUnreadable || v.Ticket.Kind != ticket.Other {
		t.Fatalf("%+v", v.Ticket)
	}
	w.wrap = func(tx desk.Tx) desk.Tx { return tx }
	for range 2 {
		if err := w.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	v := w.last()
	if len(w.all()) != 1 || v.Ticket.Kind != ticket.AddressForgotten || v.Check == nil || v.Mails[0].Mail.Outcome != ticket.BecameTicket {
		t.Errorf("%+v", v.Ticket)
	}
	if a := w.account(); !a.Ledger.Balanced() {
		t.Errorf("%+v", a.Ledger)
	}
}

func TestTheHistoryIsWhole(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), incomplete())
	w.approve(w.show(w.all()[0].Ticket.Ref), "")
	w.deliver()
	if n, err := w.store.VerifyEvents(t.Context()); err != nil || n < 6 {
		t.Errorf("%d events, %v", n, err)
	}
	names := map[string]bool{}
	for _, e := range w.show(w.all()[0].Ticket.Ref).Events {
		names[e.Name] = true
	}
	for _, want := range []string{ticket.EventReceived, ticket.EventChecked, ticket.EventApproved, ticket.EventSent} {
		if !names[want] {
			t.Errorf("no event %s", want)
		}
	}
}

func TestAContestedChangeIsNotSilenced(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	w.approve(w.last(), "")
	w.deliver()
	w.receive(letter{"An Peeters <an.old@example.be>", "RE: uw adres", "Dit heb ik niet gevraagd!\n", []string{"In-Reply-To: <" + w.sent()[2].MessageID + ">"}})
	if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(bounceOf(w.sent()[0], "failed"))}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.SendAgain(t.Context(), w.last().Ticket.Ref, "Eva"); err != nil {
		t.Fatal(err)
	}
	if v := w.last(); v.Ticket.Contested == "" || v.Ticket.Status != ticket.Open {
		t.Errorf("the protest was silenced: %+v", v.Ticket)
	}
	if err := w.Close(t.Context(), w.last().Ticket.Ref, "Eva", "called her: all is well"); err != nil {
		t.Fatal(err)
	}
	if v := w.last(); v.Ticket.Contested != "" {
		t.Errorf("%+v", v.Ticket)
	}
}

func TestStaffSeeATicketWhoseAnswerCannotBeWritten(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("11021480191@example.be"))
	v := w.last()
	if v.Obstacle.IsZero() || len(v.Answers) != 0 {
		t.Errorf("obstacle %q, %d answers", v.Obstacle, len(v.Answers))
	}
}

// A bounce that could not be filed the first time still finds its delivery.
func TestABounceIsReadAgain(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	w.deliver()
	w.wrap = func(tx desk.Tx) desk.Tx { return noDeliveries{tx} }
	if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(bounceOf(w.sent()[0], "failed"))}); err != nil {
		t.Fatal(err)
	}
	w.wrap = func(tx desk.Tx) desk.Tx { return tx }
	if err := w.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	first, placeholder := w.show(w.all()[0].Ticket.Ref), w.show(w.all()[1].Ticket.Ref)
	if first.Outgoing[0].Status != ticket.Bounced || first.Ticket.Status != ticket.Open || placeholder.Ticket.Status != ticket.Closed {
		t.Errorf("%s, %+v, %+v", first.Outgoing[0].Status, first.Ticket, placeholder.Ticket)
	}
	if a := w.account(); !a.Ledger.Balanced() || a.Ledger.Outcomes[ticket.WasBounce] != 1 {
		t.Errorf("%+v", a.Ledger)
	}
}

// noDeliveries is a database that cannot find deliveries.
type noDeliveries struct{ desk.Tx }

func (noDeliveries) DeliveryByMessageID(string) (ticket.Delivery, error) {
	return ticket.Delivery{}, errors.New("a fault of this version")
}

// A database that fails is no obstacle of the ticket, and takes no button away in silence.
func TestAFaultIsNoObstacle(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	ref := w.last().Ticket.Ref
	gone := errors.New("the database is gone")
	w.Desk.Replies = func(desk.Published) (*reply.Set, error) { return nil, gone }
	if v, err := w.Show(t.Context(), ref); !errors.Is(err, gone) {
		t.Errorf("the ticket is shown with the obstacle %q, %v", v.Obstacle, err)
	}
	if p, err := w.Previews(t.Context(), ref); !errors.Is(err, gone) {
		t.Errorf("the steps are %+v, %v", p, err)
	}
}
