package desk_test

import (
	"errors"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// R3: a question or an answer in one's own words is no way around an approval.
func TestR3OwnWordsTellNoKnownAddress(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), question())
	ref, toRead := ticket.Ref("SD-2026-000001"), w.last().Ticket.Ref
	for _, text := range []string{
		"Is an.old@example.be uw adres?", "Bedoelt u <AN.OLD@Example.be>?", "Is het an.old@example.be.", "“an.old@example.be”, klopt dat?",
		"Ist „an.old@example.be“ Ihre Adresse?", "Is het an.old@example.be…", "Zie https://example.org/?adres=an.old@example.be&x=1", "an.old@example.be/an@home.example",
		"Is het an.old @ example.be?", "Is het an.old＠example.be?", "Het is _an.old@example.be_.", "Het is an.old@example.be.Klopt dat?", "an.o\u00adld@example.be",
	} {
		if err := w.Ask(t.Context(), ref, "Eva", text); !errors.Is(err, ticket.ErrNotAllowed) {
			t.Errorf("%q: %v, want it refused", text, err)
		}
		if err := w.Answer(t.Context(), toRead, "Eva", text); !errors.Is(err, ticket.ErrNotAllowed) {
			t.Errorf("%q: %v, want it refused as an answer", text, err)
		}
	}
	wantSent(t, w)
	w.must(w.Answer(t.Context(), toRead, "Eva", "Schrijf naar jan@home.example of stage@example.be."))
	w.must(w.Ask(t.Context(), ref, "Eva", "Is an@home.example uw adres, of an.nieuw@example.be?"))
}

// Words that are too long for a mail are refused, so that the page shows them again: they are no fault of the program.
func TestOwnWordsAreNotTooLong(t *testing.T) {
	w := newWorld(t)
	w.receive(question())
	ref := w.last().Ticket.Ref
	long := strings.Repeat("Beste lezer ", 10_000)
	if err := w.Ask(t.Context(), ref, "Eva", long); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("a long question: %v", err)
	}
	if err := w.Answer(t.Context(), ref, "Eva", long); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("a long answer: %v", err)
	}
	wantSent(t, w)
}
