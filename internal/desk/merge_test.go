package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// wantEvent demands an event of that name whose text has all words.
func wantEvent(t *testing.T, v desk.View, name string, words ...string) {
	t.Helper()
	for _, e := range v.Events {
		if e.Name == name && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(e.Text, w) }) {
			return
		}
	}
	t.Errorf("no event %s with %q in %+v", name, words, v.Events)
}

// TestANewMailOfTheSameRequesterIsAProposal: a mail that answers nothing opens its own ticket; staff are told of the other one, and
// joining the two is theirs to do.
func TestANewMailOfTheSameRequesterIsAProposal(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	first := w.last().Ticket.Ref
	w.receive(letter{"an@home.example", "vervolg", "Mijn rijksregisternummer: " + numberAn + "\n", nil})
	second := w.last()
	if len(w.all()) != 2 || second.Ticket.Ref == first {
		t.Fatalf("%d tickets: it was joined by force", len(w.all()))
	}
	if !slices.Equal(second.Related, []ticket.Ref{first}) {
		t.Errorf("related %v", second.Related)
	}
	wantEvent(t, second, ticket.EventProposed, string(first))
	if err := w.Merge(t.Context(), second.Ticket.Ref, first, "Eva"); err != nil {
		t.Fatal(err)
	}
	v := w.show(first)
	if len(v.Mails) != 2 || v.Check == nil || v.Check.Status != ticket.Waiting || v.Ticket.Status != ticket.Open || v.Check.Recipient != "an@home.example" {
		t.Fatalf("%d mails, check %+v, %+v", len(v.Mails), v.Check, v.Ticket)
	}
	wantEvent(t, v, ticket.EventMerged, string(second.Ticket.Ref))
	emptied := w.show(second.Ticket.Ref)
	if emptied.Ticket.Status != ticket.Closed || len(emptied.Mails) != 0 {
		t.Errorf("%+v with %d mails", emptied.Ticket, len(emptied.Mails))
	}
	wantEvent(t, emptied, ticket.EventMerged, string(first))
	if a, err := w.Account(t.Context()); err != nil || !a.Ledger.Balanced() {
		t.Errorf("R2: %+v %v", a.Ledger, err)
	}
}

// TestR4MergingAnotherAddressInheritsNothing: words of another sender are shown, and add nothing to the claim.
func TestR4MergingAnotherAddressInheritsNothing(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	first := w.last()
	w.receive(letter{"evil@mallory.example", "e-mailadres gewijzigd", "Nieuw e-mailadres: evil@mallory.example\nNaam: Peeters\nVoornaam: An\nRijksregisternummer: " + numberAn + "\n", nil})
	other := w.last()
	if err := w.Merge(t.Context(), other.Ticket.Ref, first.Ticket.Ref, "Eva"); err != nil {
		t.Fatal(err)
	}
	v := w.show(first.Ticket.Ref)
	if v.Ticket.Kind != ticket.AddressForgotten || v.Claim.NewAddress != "" || v.Check.Recipient != "an@home.example" {
		t.Errorf("%+v %+v", v.Ticket, v.Claim)
	}
	if f := finding(t, v, "another_sender"); f.Verdict != ticket.Alarm {
		t.Errorf("%+v", f)
	}
}

func TestWhatCannotBeMerged(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), letter{"bart@example.be", "vraag", "Hebt u parking?\n", nil}, letter{"bart@example.be", "vraag 2", "En een fietsenstalling?\n", nil})
	decided, question, closed := w.all()[0].Ticket.Ref, w.all()[1].Ticket.Ref, w.all()[2].Ticket.Ref
	w.approve(w.show(decided), "")
	if err := w.Desk.Close(t.Context(), closed, "Eva", "answered by phone"); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		from, into ticket.Ref
		by         string
		want       error
	}{
		"itself":       {question, question, "Eva", ticket.ErrNotAllowed},
		"decided":      {decided, question, "Eva", ticket.ErrNotAllowed},
		"closed":       {closed, question, "Eva", ticket.ErrNotAllowed},
		"into closed":  {question, closed, "Eva", ticket.ErrNotAllowed},
		"unknown":      {question, "SD-2026-999999", "Eva", ticket.ErrNotFound},
		"by a machine": {question, decided, ticket.Robot, ticket.ErrInvalid},
	} {
		if err := w.Merge(t.Context(), c.from, c.into, c.by); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if v := w.show(question); v.Ticket.Status != ticket.Open || len(v.Mails) != 1 {
		t.Errorf("a refused merge changed %+v", v.Ticket)
	}
}

// TestALaterFactReplacesAnEarlierOneVisibly: staff see what was stated first, in the history and as a finding.
func TestALaterFactReplacesAnEarlierOneVisibly(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	ref := w.last().Ticket.Ref
	w.receive(letter{"An Peeters <an@home.example>", "Re: [" + string(ref) + "]", "Foutje, mijn nieuw e-mailadres is an@newer.example en ik heet Petersen.\n\nNaam: Petersen\n", nil})
	v := w.show(ref)
	if v.Claim.NewAddress != "an@newer.example" || v.Claim.LastName != "Petersen" {
		t.Fatalf("%+v", v.Claim)
	}
	wantEvent(t, v, ticket.EventReceived, "an@newer.example", "an@new.example", "Petersen", "Peeters")
	if f := finding(t, v, "replaced"); f.Verdict != ticket.Warning {
		t.Errorf("%+v", f)
	}
}

// TestANumberAloneAnswersOurQuestion: whoever is asked for a number sends a number and nothing else.
func TestANumberAloneAnswersOurQuestion(t *testing.T) {
	w := newWorld(t)
	w.receive(incomplete())
	ref := w.last().Ticket.Ref
	w.receive(letter{"an@home.example", "Re: uw vraag [" + string(ref) + "]", numberAn + "\n\nOp ma 2 mrt. 2026 om 10:00 schreef Servicedesk <desk@example.org>:\n> Wat is uw nummer? Bijvoorbeeld " + numberBart + "\n", nil})
	v := w.show(ref)
	if v.Check == nil || v.Claim.Number != w.number(numberAn) {
		t.Errorf("check %v, %+v", v.Check, v.Claim)
	}
}

func TestLookAlikeAddresses(t *testing.T) {
	w := newWorld(t)
	disguised := forgotten()
	disguised.from = "An Peeters <an@hоme.example>" // the o is Cyrillic
	w.receive(disguised)
	if f := finding(t, w.last(), "recipient"); f.Verdict != ticket.Alarm || !strings.Contains(f.Text, "xn--") {
		t.Errorf("%+v", f)
	}
	alike := forgotten()
	alike.from = "An Peeters <an.o1d@example.be>" // known: an.old@example.be
	w.receive(alike)
	if f := finding(t, w.last(), "sender_address"); f.Verdict != ticket.Alarm || !strings.Contains(f.Text, "looks like") {
		t.Errorf("%+v", f)
	}
	w.receive(changed("an.o1d@example.be"))
	found := false
	for _, f := range w.last().Check.Findings {
		found = found || f.Name == "new_address" && f.Verdict == ticket.Warning && strings.Contains(f.Text, "look alike")
	}
	if !found {
		t.Errorf("%+v", w.last().Check.Findings)
	}
}

// What may mean to deceive is a warning; what was only repaired is a note.
func TestSuspiciousSignsAreWarnings(t *testing.T) {
	for _, test := range []struct {
		from string
		want ticket.Verdict
		says string
	}{
		{"\"an.old@example.be\" <an@home.example>", ticket.Warning, "reads like another address"},
		{"An Peeters <a\u200bn@home.example>", ticket.Warning, "invisible characters"},
		{"\"An Peeters <an@home.example>", ticket.Info, "malformed"},
	} {
		w := newWorld(t)
		l := forgotten()
		l.from = test.from
		w.receive(l)
		found := false
		for _, f := range w.last().Check.Findings {
			if f.Name == "mail" && strings.Contains(f.Text, test.says) {
				found = true
				if f.Verdict != test.want {
					t.Errorf("%s: %+v", test.from, f)
				}
			}
		}
		if !found {
			t.Errorf("%s: %+v", test.from, w.last().Check.Findings)
		}
	}
}

// TestInternationalDomains: the letters and the ASCII form of a domain are one address, and can be answered.
func TestInternationalDomains(t *testing.T) {
	w := newWorld(t)
	l := incomplete()
	l.from = "An Peeters <an@bücher.example>"
	w.receive(l)
	wantSent(t, w, "data_missing to an@xn--bcher-kva.example")
	ref := w.last().Ticket.Ref
	w.receive(letter{"an@xn--bcher-kva.example", "Re: [" + string(ref) + "]", "Rijksregisternummer " + numberAn + "\n", nil})
	if v := w.show(ref); v.Check == nil {
		t.Error("the other form of the address is taken for a stranger's")
	}
}
