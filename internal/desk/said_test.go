package desk_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/ticket"
)

// spoken checks, at the end of every test that has a world, that all that staff would see of its tickets can be said in their
// languages, and says in English what the command line shows.
func (w *world) spoken() {
	list, err := w.List(context.Background(), ticket.Filter{})
	if err != nil {
		return // the test broke the database
	}
	for _, s := range list {
		v, err := w.Show(context.Background(), s.Ticket.Ref)
		if err != nil {
			continue
		}
		if v.Check != nil {
			for _, f := range v.Check.Findings {
				said(w.t, "the finding "+f.Name, f.Said, f.Text)
			}
		}
		for _, e := range v.Events {
			said(w.t, "the event "+e.Name, e.Said, e.Text)
		}
		said(w.t, "the trouble of a ticket", v.Ticket.TroubleSaid, v.Ticket.Trouble)
		said(w.t, "what is contested", v.Ticket.ContestedSaid, v.Ticket.Contested)
		said(w.t, "the obstacle", v.Obstacle, v.Obstacle.String())
	}
}

func said(t testing.TB, what string, s ticket.Said, text string) {
	if s.String() != text {
		t.Errorf("%s says %q beside %q", what, s, text)
	}
	for _, format := range formats(s) {
		for _, l := range []ticket.Language{ticket.Dutch, ticket.French} {
			if strings.ContainsAny(strings.NewReplacer("%s", "", "%d", "").Replace(format), "abcdefghijklmnopqrstuvwxyz") && !locale.For(l).Has(format) {
				t.Errorf("%s holds %q, which %s lacks", what, format, l)
			}
		}
	}
}

// formats are those of a sentence and of all phrases in it.
func formats(s ticket.Said) (all []string) {
	if s.Format != "" {
		all = append(all, s.Format)
	}
	for _, a := range s.Args {
		if a.Phrase != nil {
			all = append(all, formats(*a.Phrase)...)
		}
	}
	return all
}

func TestStaffReadTheirOwnLanguage(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"An Peeters <an@home.example>", "e-mailadres vergeten", "Naam: Peters\nVoornaam: AN\nRijksregisternummer: " + numberAn + "\n", nil})
	v, nl, fr := w.last(), locale.For(ticket.Dutch), locale.For(ticket.French)
	for name, want := range map[string]string{
		"last_name":      "De familienaam verschilt door één tikfout.",
		"first_name":     "De voornaam komt overeen, op hoofdletters na.",
		"number_known":   "Een lid heeft dit nummer: An Peeters.",
		"sender_address": "De mail komt van an@home.example, niet van het gekende adres.",
	} {
		if got := nl.Finding(finding(t, v, name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got, want := fr.Event(v.Events[0]), "Message de an@home.example, compris comme\u202f: adresse oubliée (langue\u202f: néerlandais)."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := v.Events[0].Text, "Mail from an@home.example, understood as address_forgotten in nl."; got != want {
		t.Errorf("the English changed: %q, want %q", got, want)
	}
}

func TestRefusalsAreSaidInTheReadersLanguage(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"Jo <jo@home.example>", "e-mailadres vergeten", "Naam: Nul\nVoornaam: Jo\nRijksregisternummer: " + numberNobody + "\n", nil})
	ref, nl := w.last().Ticket.Ref, locale.For(ticket.Dutch)
	for _, c := range []struct {
		err      error
		is       error
		nl, text string
	}{
		{
			w.Approve(t.Context(), desk.Decision{Ref: ref, By: "Eva"}), ticket.ErrNotAllowed,
			string(ref) + ": geen enkel lid heeft het opgegeven nummer, dus er valt niets goed te keuren: niet toegelaten in deze toestand; wijs af of vraag",
			string(ref) + ": no member has the claimed number, so there is nothing to approve: not allowed in this state; reject or ask",
		},
		{w.Note(t.Context(), ref, "", "x"), ticket.ErrInvalid, "ongeldig: zeg wie u bent", "invalid: say who you are"},
		{w.Ask(t.Context(), ref, "Eva", "Is het "+numberAn+"?"), ticket.ErrInvalid,
			"ongeldig: het antwoord zou een rijksregisternummer bevatten: haal het uit de tekst",
			"invalid: the reply would hold a national number: take it out of the text"},
		{w.Close(t.Context(), "SD-2026-999999", "Eva", "x"), ticket.ErrNotFound,
			"er is geen ticket SD-2026-999999: niet gevonden", "there is no ticket SD-2026-999999: not found"},
	} {
		if !errors.Is(c.err, c.is) || nl.Error(c.err) != c.nl || c.err.Error() != c.text {
			t.Errorf("%v\n%s\nwant %s", c.err, nl.Error(c.err), c.nl)
		}
	}
	if got := nl.Say(w.last().Obstacle); !strings.HasPrefix(got, string(ref)+": geen enkel lid") {
		t.Errorf("the obstacle: %s", got)
	}
}

func TestAnAlarmStandsInTheRefusalWithoutItsFullStop(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"An Maes <an@home.example>", "e-mailadres vergeten", "Naam: Iemand\nVoornaam: An\nRijksregisternummer: " + numberAn + "\n", nil})
	err := w.Approve(t.Context(), desk.Decision{Ref: w.last().Ticket.Ref, By: "Eva"})
	if got := locale.For(ticket.Dutch).Error(err); !errors.Is(err, ticket.ErrReasonNeeded) || !strings.HasSuffix(got, "heeft een alarm (De familienaam verschilt): een reden is nodig om toch goed te keuren") {
		t.Errorf("%s", got)
	}
	if !strings.HasSuffix(err.Error(), "has an alarm (The last name differs): a reason is needed to approve it all the same") {
		t.Errorf("the English changed: %v", err)
	}
}

func TestR7NoSaidHoldsANumber(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	ref := w.last().Ticket.Ref
	for _, text := range []string{"Het is " + numberAn, "110214", "80191"} {
		if err := w.Note(t.Context(), ref, "Eva", text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(t.Context(), ref, "Eva", "dubbel: "+strings.NewReplacer(".", "", "-", "").Replace(numberAn)); err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(w.last().Events)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(raw), "801.91") || strings.Contains(string(raw), "11021480191") || !strings.Contains(string(raw), "11.02.14-***.**") {
		t.Errorf("%s", raw)
	}
}
