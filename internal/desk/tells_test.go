package desk_test

import (
	"errors"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// R3: a question in one's own words is no way around an approval.
func TestR3AQuestionTellsNoKnownAddress(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	ref := w.last().Ticket.Ref
	for _, text := range []string{
		"Is an.old@example.be uw adres?", "Bedoelt u <AN.OLD@Example.be>?", "Is het an.old@example.be.", "“an.old@example.be”, klopt dat?",
	} {
		if err := w.Ask(t.Context(), ref, "Eva", text); !errors.Is(err, ticket.ErrNotAllowed) {
			t.Errorf("%q: %v, want it refused", text, err)
		}
	}
	wantSent(t, w)
	w.must(w.Ask(t.Context(), ref, "Eva", "Is an@home.example uw adres, of an.nieuw@example.be?"))
}
