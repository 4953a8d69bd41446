package desk_test

import (
	"errors"
	"slices"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// vague is a mail that states who writes, and that reading took for another matter.
func vague() letter {
	return letter{"An Peeters <an@home.example>", "Vraag", "Beste,\n\nKunt u mij even bellen?\n\nNaam: Peeters\nVoornaam: An\nRijksregisternummer: " + numberAn + "\n\nAn Peeters\n", nil}
}

func (w *world) reclassify(v desk.View, kind ticket.Kind) desk.View {
	w.t.Helper()
	w.must(w.At(v.Ticket.Version).Reclassify(w.t.Context(), desk.Reclassification{Ref: v.Ticket.Ref, By: "Eva", Kind: kind}))
	return w.show(v.Ticket.Ref)
}

func TestReclassifyTakesTheClaimFromTheMails(t *testing.T) {
	w := newWorld(t)
	w.receive(vague())
	v := w.last()
	if v.Ticket.Kind != ticket.Other || v.Check != nil {
		t.Fatalf("%+v", v.Ticket)
	}
	after := w.reclassify(v, ticket.AddressForgotten)
	if after.Check == nil || after.Check.Status != ticket.Waiting || after.Member.FirstName != "An" || after.Check.Recipient != "an@home.example" || after.Ticket.Status != ticket.Open {
		t.Fatalf("%+v %+v %+v", after.Ticket, after.Claim, after.Check)
	}
	wantEvent(t, after, ticket.EventReclassified, "from other to address_forgotten")
	wantSent(t, w) // a click is no request to mail
	w.approve(after, "")
	wantSent(t, w, "address_known to an@home.example")
}

// TestReclassifyAsksForNothing: what is missing is for an agent to ask, not for a click.
func TestReclassifyAsksForNothing(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"An Peeters <an@home.example>", "Vraag", "Kunt u mij even bellen?\n\nNaam: Peeters\n", nil})
	after := w.reclassify(w.last(), ticket.AddressChanged)
	if after.Check != nil || after.Ticket.Status != ticket.Open || !slices.Contains(after.Ticket.Missing, ticket.NationalNumber) || after.Claim.LastName != "Peeters" {
		t.Errorf("%+v %+v", after.Ticket, after.Claim)
	}
	wantSent(t, w)
	w.must(w.AskForData(t.Context(), after.Ticket.Ref, "Eva"))
	wantSent(t, w, "data_missing to an@home.example")
}

func TestReclassifyToAChangeReadsTheNewAddress(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	after := w.reclassify(w.last(), ticket.AddressChanged)
	if f := finding(t, after, "new_address"); f.Verdict != ticket.Warning || after.Check.NewAddress != "an@home.example" {
		t.Errorf("none is stated: %+v", after.Check)
	}
	w.receive(changed("an@new.example"))
	v := w.last()
	forgot := w.reclassify(v, ticket.AddressForgotten)
	if forgot.Claim.NewAddress != "" || forgot.Check.NewAddress != "" || forgot.Check.Kind != ticket.AddressForgotten {
		t.Errorf("%+v", forgot.Check)
	}
	back := w.reclassify(forgot, ticket.AddressChanged)
	if back.Claim != v.Claim || back.Check.NewAddress != "an@new.example" {
		t.Errorf("%+v, want the claim that the mail states: %+v", back.Claim, v.Claim)
	}
	// A mail that reading took for another matter is read anew as what a person says that it is.
	l := vague()
	l.body += "Mijn e-mailadres: an@new.example\n"
	w.receive(l)
	if read := w.reclassify(w.last(), ticket.AddressChanged); read.Check == nil || read.Check.NewAddress != "an@new.example" {
		t.Errorf("%+v %+v", read.Claim, read.Check)
	}
}

// TestReclassifyKeepsWhatWasCorrected: the mails say it wrong still, and a person has put it right.
func TestReclassifyKeepsWhatWasCorrected(t *testing.T) {
	w := newWorld(t)
	c := correction(misread(w))
	c.FirstName = "An"
	w.must(w.Correct(t.Context(), c))
	after := w.reclassify(w.last(), ticket.AddressChanged)
	if after.Claim.FirstName != "An" || !hasFinding(after.Check, "corrected") {
		t.Errorf("%+v %+v", after.Claim, after.Check)
	}
}

func TestReclassifyToAnotherMatterEndsTheCheck(t *testing.T) {
	for _, kind := range []ticket.Kind{ticket.Other, ticket.PasswordForgotten} {
		w := newWorld(t)
		w.receive(forgotten())
		after := w.reclassify(w.last(), kind)
		if after.Check.Status != ticket.Superseded || after.Ticket.Kind != kind || after.Ticket.Status != ticket.Open {
			t.Errorf("%+v %+v", after.Ticket, after.Check)
		}
		wantEvent(t, after, ticket.EventSuperseded, "the kind of the ticket was changed")
		wantSent(t, w)
	}
}

// TestR4ReclassifyTakesNoWordsOfAStranger: only the requester's own mails make the claim.
func TestR4ReclassifyTakesNoWordsOfAStranger(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"An Peeters <an@home.example>", "Vraag", "Kunt u mij even bellen?\n", nil})
	v := w.last()
	w.receive(letter{"Eve <eve@evil.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Naam: Peeters\nVoornaam: An\nRijksregisternummer: " + numberAn + "\n", nil})
	after := w.reclassify(w.last(), ticket.AddressForgotten)
	if after.Check != nil || !after.Claim.Number.IsZero() {
		t.Errorf("a stranger's number is claimed: %+v", after.Check)
	}
	w.receive(vague())
	v = w.last()
	w.receive(letter{"Eve <eve@evil.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Rijksregisternummer: " + numberBart + "\n", nil})
	after = w.reclassify(w.last(), ticket.AddressForgotten)
	if after.Check.Recipient != "an@home.example" || after.Member.FirstName != "An" {
		t.Errorf("%+v", after.Check)
	}
	if f := finding(t, after, "another_sender"); f.Verdict != ticket.Alarm {
		t.Errorf("%+v", f)
	}
}

// TestR4ReclassifyLendsNoDecidedIdentity: what was stated before a decision is not read again once somebody wrote since.
func TestR4ReclassifyLendsNoDecidedIdentity(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	w.approve(v, "")
	w.receive(letter{"An Peeters <an@home.example>", "RE: [" + string(v.Ticket.Ref) + "]", "Mijn nieuw e-mailadres is evil@evil.example\n", nil})
	after := w.last()
	if after.Ticket.Kind == ticket.AddressChanged {
		after = w.reclassify(after, ticket.AddressForgotten)
	}
	after = w.reclassify(after, ticket.AddressChanged)
	if after.Check.Status == ticket.Waiting || !after.Claim.Number.IsZero() {
		t.Errorf("the approved number was lent: %+v", after.Check)
	}
}

func TestReclassifyADecidedRequestOnceMore(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	w.approve(v, "")
	if err := w.Reclassify(t.Context(), desk.Reclassification{Ref: v.Ticket.Ref, By: "Eva", Kind: ticket.AddressChanged}); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("a solved ticket: %v", err)
	}
	w.must(w.Reopen(t.Context(), v.Ticket.Ref, "Eva", "it was a change"))
	after := w.reclassify(w.last(), ticket.AddressChanged)
	if after.Check.Status != ticket.Waiting || after.Check.Kind != ticket.AddressChanged {
		t.Fatalf("%+v", after.Check)
	}
	if f := finding(t, after, "last_decision"); f.Verdict != ticket.Info {
		t.Errorf("%+v", f)
	}
}

func TestReclassifyTheLanguage(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	w.must(w.Reclassify(t.Context(), desk.Reclassification{Ref: v.Ticket.Ref, By: "Eva", Language: ticket.French}))
	after := w.last()
	if after.Ticket.Language != ticket.French || after.Check.ID != v.Check.ID || after.Check.Status != ticket.Waiting || after.Shown == v.Shown || after.Answers[0].Language != ticket.French {
		t.Errorf("%+v %+v", after.Ticket, after.Check)
	}
	wantEvent(t, after, ticket.EventReclassified, "from nl to fr")
}

func TestReclassificationsThatCannotBe(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	for name, r := range map[string]desk.Reclassification{
		"nothing":           {},
		"the same":          {Kind: ticket.AddressForgotten, Language: ticket.Dutch},
		"no kind":           {Kind: "x"},
		"a kind of mails":   {Kind: ticket.Automatic},
		"no language of us": {Language: "it"},
	} {
		r.Ref, r.By = v.Ticket.Ref, "Eva"
		if err := w.Reclassify(t.Context(), r); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := w.last(); after.Ticket.Version != v.Ticket.Version || len(after.Events) != len(v.Events) {
		t.Error("something happened all the same")
	}
}
