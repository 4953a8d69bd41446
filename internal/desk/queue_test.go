package desk_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// queue is a page of the queue, as Refs.
func (w *world) queue(f desk.QueueFilter) (refs []ticket.Ref, next int64) {
	w.t.Helper()
	page, err := w.Queue(w.t.Context(), f)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range page.Rows {
		refs = append(refs, r.Ticket.Ref)
	}
	return refs, page.Next
}

// from is a complete request of one of several people.
func from(n int) letter {
	l := forgotten()
	l.from, l.header = fmt.Sprintf("Lid Nummer%d <lid%d@home.example>", n, n), nil
	return l
}

func other(n int) letter {
	return letter{fmt.Sprintf("Lid Nummer%d <lid%d@home.example>", n, n), "Vraag", fmt.Sprintf("Beste,\n\nWanneer is de zitting nummer %d?\n\nGroeten\n", n), nil}
}

func sd(n ...int64) (refs []ticket.Ref) {
	for _, i := range n {
		refs = append(refs, ticket.MakeRef(2026, i))
	}
	return refs
}

func TestQueueShowsWhatWaitsOldestFirst(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), other(1), incomplete(), from(2))
	got, next := w.queue(desk.QueueFilter{})
	if !slices.Equal(got, sd(1, 4)) || next != 0 {
		t.Errorf("the front page shows %v and then %d, want the two checks that wait", got, next)
	}
	page, err := w.Queue(t.Context(), desk.QueueFilter{Tab: ticket.ToDecide, Limit: 1})
	if err != nil || len(page.Rows) != 1 || page.Next != page.Rows[0].Ticket.ID {
		t.Fatalf("%+v, %v", page, err)
	}
	r := page.Rows[0]
	if r.Tab != ticket.ToDecide || r.Check == nil || r.Check.Status != ticket.Waiting || r.Claimed.LastName != "Peeters" || !r.Claimed.Number.IsZero() || r.Member != "An Peeters" {
		t.Errorf("the row is %+v", r)
	}
	if r.Worst != ticket.Worst(r.Check.Findings) || r.WorstFinding.Verdict != r.Worst || r.WorstFinding.Text == "" {
		t.Errorf("worst %s, %+v of %+v", r.Worst, r.WorstFinding, r.Check.Findings)
	}
	for tab, want := range map[ticket.Tab][]ticket.Ref{ticket.ToRead: sd(2), ticket.WaitingFor: sd(3), ticket.InTrouble: nil, ticket.Done: nil} {
		if got, _ := w.queue(desk.QueueFilter{Tab: tab}); !slices.Equal(got, want) {
			t.Errorf("tab %s shows %v, want %v", tab, got, want)
		}
	}
}

func TestQueuePagesByKey(t *testing.T) {
	w := newWorld(t)
	for n := range 7 {
		w.receive(other(n))
	}
	var got []ticket.Ref
	f := desk.QueueFilter{Tab: ticket.ToRead, Limit: 3}
	for pages := 1; ; pages++ {
		refs, next := w.queue(f)
		got = append(got, refs...)
		if next == 0 {
			if pages != 3 {
				t.Errorf("7 tickets are %d pages of 3", pages)
			}
			break
		}
		f.After = next
	}
	if !slices.Equal(got, sd(1, 2, 3, 4, 5, 6, 7)) {
		t.Errorf("the pages show %v", got)
	}
	for n := int64(1); n <= 7; n++ {
		if err := w.Close(t.Context(), ticket.MakeRef(2026, n), "Eva", "read"); err != nil {
			t.Fatal(err)
		}
	}
	first, next := w.queue(desk.QueueFilter{Tab: ticket.Done, Limit: 4})
	rest, end := w.queue(desk.QueueFilter{Tab: ticket.Done, Limit: 4, After: next})
	if !slices.Equal(append(first, rest...), sd(7, 6, 5, 4, 3, 2, 1)) || end != 0 {
		t.Errorf("solved tickets are shown as %v and %v, want the newest first", first, rest)
	}
}

func TestQueueFilters(t *testing.T) {
	w := newWorld(t)
	french := letter{"Marie <marie@home.example>", "adresse e-mail oubliée", "Bonjour,\n\nJe ne sais plus quelle adresse vous connaissez.\nNom: Maes\nPrénom: Bart\nNuméro de registre national: " + numberBart + "\n\nBien à vous\n", nil}
	nobody := letter{"Els <els@home.example>", "e-mailadres vergeten", "Naam: Claes\nVoornaam: Els\nRijksregisternummer: " + numberNobody + "\n", nil}
	w.receive(forgotten(), french, changed("an@new.example"), nobody)
	for _, c := range []struct {
		f    desk.QueueFilter
		want []ticket.Ref
	}{
		{desk.QueueFilter{Kind: ticket.AddressChanged}, sd(3)},
		{desk.QueueFilter{Kind: ticket.AddressForgotten}, sd(1, 2, 4)},
		{desk.QueueFilter{Language: ticket.French}, sd(2)},
		{desk.QueueFilter{Verdict: ticket.Alarm}, sd(4)},
		{desk.QueueFilter{Kind: ticket.AddressForgotten, Language: ticket.Dutch, Verdict: ticket.Alarm}, sd(4)},
		{desk.QueueFilter{Kind: ticket.AddressForgotten, Limit: 2}, sd(1, 2)},
		{desk.QueueFilter{Kind: ticket.AddressForgotten, After: 2}, sd(4)},
		{desk.QueueFilter{Language: ticket.German}, nil},
	} {
		if got, _ := w.queue(c.f); !slices.Equal(got, c.want) {
			t.Errorf("%+v shows %v, want %v", c.f, got, c.want)
		}
	}
}

func TestTheNextCheckOpens(t *testing.T) {
	w := newWorld(t)
	next := func(after ticket.Ref) ticket.Ref {
		t.Helper()
		ref, err := w.NextToDecide(t.Context(), after)
		if err != nil {
			t.Fatal(err)
		}
		return ref
	}
	if _, err := w.NextToDecide(t.Context(), ""); !errors.Is(err, ticket.ErrNotFound) {
		t.Errorf("nothing waits, and the next is %v", err)
	}
	w.receive(from(1), other(2), from(3), from(4))
	r := sd(1, 2, 3, 4)
	for after, want := range map[ticket.Ref]ticket.Ref{"": r[0], r[0]: r[2], r[1]: r[2], r[2]: r[3], r[3]: r[0]} {
		if got := next(after); got != want {
			t.Errorf("behind %q comes %s, want %s", after, got, want)
		}
	}
	prev, behind, err := w.Neighbours(t.Context(), r[2])
	if err != nil || prev != r[0] || behind != r[3] {
		t.Errorf("beside %s stand %s and %s (%v)", r[2], prev, behind, err)
	}
	prev, behind, err = w.Neighbours(t.Context(), r[1])
	if err != nil || prev != "" || behind != "" {
		t.Errorf("beside the only one of its tab stand %s and %s (%v)", prev, behind, err)
	}
	if _, err := w.NextToDecide(t.Context(), "SD-1999-000001"); !errors.Is(err, ticket.ErrNotFound) {
		t.Errorf("behind a ticket that is not there: %v", err)
	}
}

func TestPulseChangesWhenSomethingHappens(t *testing.T) {
	w := newWorld(t)
	before, err := w.Pulse(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.receive(forgotten())
	after, err := w.Pulse(t.Context())
	if err != nil || after.LastEvent <= before.LastEvent || after.Tabs[ticket.ToDecide] != 1 {
		t.Errorf("%+v, %v", after, err)
	}
	w.now = w.now.Add(time.Minute)
	if err := w.Note(t.Context(), "SD-2026-000001", "Eva", "called"); err != nil {
		t.Fatal(err)
	}
	list, err := w.EventsSince(t.Context(), after.LastEvent, 10)
	if err != nil || len(list) != 1 || list[0].Ref != "SD-2026-000001" || list[0].Actor != "Eva" || list[0].Tab != ticket.ToDecide {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err = w.EventsSince(t.Context(), before.LastEvent, 1); err != nil || len(list) != 1 || list[0].ID != before.LastEvent+1 {
		t.Errorf("the first behind: %+v, %v", list, err)
	}
}
