package locale

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		header string
		want   ticket.Language
	}{
		{"nl-BE,nl;q=0.9,en;q=0.8", ticket.Dutch},
		{"fr-BE", ticket.French},
		{"fr-CH, fr;q=0.9, en;q=0.8", ticket.French},
		{"en-GB", ticket.English},
		{"de-BE, en;q=0.5", ticket.English},
		{"en;q=0.2, nl;q=0.7", ticket.Dutch},
		{"ja", ticket.French},
		{"", ticket.French},
		{"*", ticket.French},
		{"this is no header;q=x", ticket.French},
		{strings.Repeat("nl,", 100_000), ticket.French},
	} {
		if got := Match(c.header, ticket.French); got != c.want {
			t.Errorf("%.40q: %s, want %s", c.header, got, c.want)
		}
	}
}

func TestForFallsBackToEnglish(t *testing.T) {
	for l, want := range map[ticket.Language]ticket.Language{
		ticket.Dutch: ticket.Dutch, ticket.French: ticket.French, ticket.English: ticket.English, ticket.German: ticket.English, "": ticket.English,
	} {
		if got := For(l).Language(); got != want {
			t.Errorf("the speaker of %q speaks %s, not %s", l, got, want)
		}
	}
}

func TestWhatACatalogueLacksIsSaidInEnglish(t *testing.T) {
	nl := For(ticket.Dutch)
	for _, c := range []struct{ got, want string }{
		{nl.T("Nobody translated this"), "Nobody translated this"},
		{nl.T("Nobody translated %s|context", "this"), "Nobody translated this"},
		{nl.T("100% of it"), "100% of it"},
		{nl.T("not found"), "niet gevonden"},
		{nl.T("%d days ago", 3), "3 dagen geleden"},
		{For(ticket.English).T("%d d|age", 3), "3 d"},
		{nl.T("%s", ticket.AddressForgotten), "adres vergeten"},
		{nl.Kind("of_tomorrow"), "of_tomorrow"},
		{nl.Capital(nl.Kind(ticket.Other)), "Andere"},
		{For(ticket.French).Capital("échoué"), "Échoué"},
		{nl.Capital(""), ""},
		{nl.NumberProblem(ticket.NumberFine), ""},
		{nl.NumberProblem(ticket.NumberLength), "geen elf cijfers"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if !nl.Has("not found") || nl.Has("Nobody translated this") {
		t.Error("Has does not tell what the catalogue has")
	}
}

func TestSayTranslatesPhrasesTimesAndTypedWords(t *testing.T) {
	at := time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC)
	what := ticket.Say("%s (%s, %d): %s; %s; %s", ticket.Say("not found"), ticket.AddressChanged, 1234, ticket.Moment(at), ticket.Day(at), "Jo <b>")
	for l, want := range map[ticket.Language]string{
		ticket.Dutch:  "niet gevonden (adres gewijzigd, 1234): 02/07/2026 00:30; 02/07/2026; Jo <b>",
		ticket.French: "introuvable (adresse modifiée, 1234): 02/07/2026 00:30; 02/07/2026; Jo <b>",
	} {
		if got := For(l).Say(what); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if got, want := what.String(), "not found (address_changed, 1234): 1 July 2026 22:30; 1 July 2026; Jo <b>"; got != want {
		t.Errorf("plain: %q, want %q", got, want)
	}
}

func TestErrorsAreSaidToStaff(t *testing.T) {
	nl := For(ticket.Dutch)
	refusal := ticket.Refuse("there is no ticket %s: %w", "SD-2026-000001", ticket.ErrNotFound)
	for _, c := range []struct {
		err  error
		want string
	}{
		{ticket.ErrNotFound, "niet gevonden"},
		{refusal, "er is geen ticket SD-2026-000001: niet gevonden"},
		{fmt.Errorf("show: %w", refusal), "er is geen ticket SD-2026-000001: niet gevonden"},
		{errors.New("disk full: 100%"), "disk full: 100%"},
		{&ticket.Conflict{What: ticket.Say("delivery"), Now: ticket.Say("in another state")}, "verzending is intussen in een andere toestand: kijk opnieuw voor u beslist"},
	} {
		if got := nl.Error(c.err); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestWhatIsOnRecordInEnglishOnlyIsShownSo(t *testing.T) {
	nl, said := For(ticket.Dutch), ticket.Say("not found")
	for _, c := range []struct{ got, want string }{
		{nl.Finding(ticket.Finding{Text: "old"}), "old"},
		{nl.Finding(ticket.Finding{Text: "not found", Said: said}), "niet gevonden"},
		{nl.Event(ticket.Event{Text: "old"}), "old"},
		{nl.Event(ticket.Event{Text: "not found", Said: said}), "niet gevonden"},
		{nl.Trouble(ticket.Ticket{Trouble: "not found", TroubleSaid: said}), "niet gevonden"},
		{nl.Trouble(ticket.Ticket{TroubleSaid: said}), ""}, // it is over
		{nl.Trouble(ticket.Ticket{Trouble: "another", TroubleSaid: said}), "another"},
		{nl.Contested(ticket.Ticket{Contested: "not found", ContestedSaid: said}), "niet gevonden"},
		{nl.Contested(ticket.Ticket{}), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// entries reads a catalogue in its order, duplicates and all.
func entries(t *testing.T, l ticket.Language) (keys, values []string) {
	t.Helper()
	raw, err := files.ReadFile(string(l) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return keys, values
		}
		if err != nil {
			t.Fatalf("%s.json: %v", l, err)
		}
		if s, ok := tok.(string); ok && len(keys) == len(values) {
			keys = append(keys, s)
		} else if ok {
			values = append(values, s)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([a-z%])`)

// verbs lists the verbs of a format by the argument that they take.
func verbs(format string) map[int]string {
	taken, next := map[int]string{}, 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			fmt.Sscan(m[1], &next)
		}
		taken[next] = m[2]
		next++
	}
	return taken
}

func TestCataloguesAreWellFormed(t *testing.T) {
	for _, l := range Languages() {
		keys, values := entries(t, l)
		if !slices.IsSorted(keys) {
			t.Errorf("%s.json is not sorted", l)
		}
		if n := len(slices.Compact(slices.Clone(keys))); n != len(keys) {
			t.Errorf("%s.json has %d keys twice", l, len(keys)-n)
		}
		for i, key := range keys {
			if strings.TrimSpace(values[i]) == "" {
				t.Errorf("%s.json says nothing for %q", l, key)
			}
			if diff := cmp.Diff(verbs(key), verbs(values[i])); diff != "" {
				t.Errorf("%s.json takes other arguments for %q (-key +value):\n%s", l, key, diff)
			}
			if strings.HasPrefix(key, " ") != strings.HasPrefix(values[i], " ") || !strings.Contains(key, "|") && strings.HasSuffix(key, ".") != strings.HasSuffix(values[i], ".") {
				t.Errorf("%s.json begins or ends otherwise than %q", l, key)
			}
		}
	}
}

func TestVerbs(t *testing.T) {
	if diff := cmp.Diff(map[int]string{1: "s", 2: "d"}, verbs("%[2]d of %[1]s, 100%%")); diff != "" {
		t.Error(diff)
	}
}

// Every value of every type has a word in every language: the values are read from the sources, so that a new one is not forgotten.
func TestEveryValueHasAWord(t *testing.T) {
	for _, key := range codeKeys(t) {
		for _, l := range Languages() {
			if !For(l).Has(key) && (l != ticket.English || strings.Contains(key, "|")) {
				t.Errorf("%s.json lacks %q", l, key)
			}
		}
	}
}

// Each method says the words of its own type.
func TestEachMethodSaysItsType(t *testing.T) {
	fr := For(ticket.French)
	got := []string{
		fr.Kind(ticket.AddressForgotten), fr.Status(ticket.Closed), fr.Verdict(ticket.OK), fr.Tab(ticket.ToDecide), fr.Field(ticket.NationalNumber), fr.Role(ticket.Auditor),
		fr.CheckStatus(ticket.Rejected), fr.DeliveryStatus(ticket.Bounced), fr.AttemptResult(ticket.AttemptDeferred), fr.Occasion(ticket.DataMissing),
		fr.Outcome(ticket.BecameFollowUp), fr.LanguageName(ticket.German), fr.EventName(ticket.EventHeldBack), fr.NumberProblem(ticket.NumberLength),
	}
	want := []string{
		"adresse oubliée", "clôturé", "conforme", "à décider", "numéro de registre national", "auditeur", "refusé", "revenu", "différé",
		"demande de données manquantes", "suite", "allemand", "retenu", "pas onze chiffres",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
