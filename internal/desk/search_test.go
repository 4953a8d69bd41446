package desk_test

import (
	"errors"
	"slices"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// finds searches in all tabs, after the index was brought up to date.
func (w *world) finds(text string) []ticket.Ref {
	w.t.Helper()
	if _, err := w.IndexWords(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	refs, _ := w.queue(desk.QueueFilter{Search: text})
	return refs
}

func TestSearchFindsNamesAddressesAndTexts(t *testing.T) {
	w := newWorld(t)
	w.receive(
		forgotten(),
		letter{"Joséphine Van den Broeck <j.vdb@elsewhere.example>", "Zitting", "Beste,\n\nWanneer is de vergadering van de commissie?\n\nGroeten\n", nil},
		letter{"Max Müller <max@home.example>", "e-mailadres vergeten", "Naam: Maes\nVoornaam: Bart\nRijksregisternummer: " + numberBart + "\n", nil},
	)
	for _, c := range []struct {
		text string
		want []ticket.Ref
	}{
		{"peeters", sd(1)},
		{"PEETERS an", sd(1)},
		{"peet", sd(1)},            // the beginning of a name
		{"an@home.example", sd(1)}, // an address
		{"home.exam", sd(3, 1)},    // newest first
		{"commissie", sd(2)},       // a word of a text
		{"commis", nil},            // of which the beginning is not enough
		{"Josephine", sd(2)},       // without the accent
		{"vandenbroeck", sd(2)},    // written together
		{"van den broeck", sd(2)},  // and apart
		{"mueller", sd(3)},         // written out
		{"müller", sd(3)},
		{"maes", sd(3)},            // a claimed name, and a member's
		{"zitting", sd(2)},         // a subject
		{"peeters commissie", nil}, // never together
		{"peeters xyzzy", nil},     // one of them nowhere
		{"sd-2026-000002", sd(2)},  // a Ref
		{" SD-2026-2 ", sd(2)},     // shortened
		{"2026-000003", sd(3)},     // and without its letters
		{"SD-2026-000099", nil},    // nobody's
		{"rijksregisternummer", sd(3, 1)},
	} {
		if got := w.finds(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q finds %v, want %v", c.text, got, c.want)
		}
	}
	for _, text := range []string{"?", "a b", " "} {
		if _, err := w.Queue(t.Context(), desk.QueueFilter{Search: text}); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("%q searches for nothing: %v", text, err)
		}
	}
}
