package desk_test

import (
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

func (w *world) overview(days int) desk.Overview {
	w.t.Helper()
	o, err := w.Overview(w.t.Context(), days)
	if err != nil {
		w.t.Fatal(err)
	}
	return o
}

func TestOverviewCountsByTheDaysOfBrussels(t *testing.T) {
	w := newWorld(t)
	// Summer time begins on 29 March 2026: that day has 23 hours.
	for _, at := range []string{"2026-03-27T22:59:00Z", "2026-03-27T23:01:00Z", "2026-03-28T22:59:00Z", "2026-03-28T23:01:00Z", "2026-03-29T21:59:00Z", "2026-03-29T22:01:00Z"} {
		w.now, _ = time.Parse(time.RFC3339, at)
		w.receive(from(int(w.uid)))
	}
	w.receive(other(99))
	o := w.overview(3)
	if len(o.Days) != 3 {
		t.Fatalf("%d days", len(o.Days))
	}
	for i, want := range []struct {
		date             string
		forgotten, other int
	}{{"2026-03-28", 2, 0}, {"2026-03-29", 2, 0}, {"2026-03-30", 1, 1}} {
		d := o.Days[i]
		if d.Date.Format(time.DateOnly) != want.date || d.Received[ticket.AddressForgotten] != want.forgotten || d.Received[ticket.Other] != want.other {
			t.Errorf("day %d is %s with %v, want %+v", i, d.Date, d.Received, want)
		}
	}
	if o := w.overview(0); len(o.Days) != 1 {
		t.Errorf("no days are %d", len(o.Days))
	}
	if o := w.overview(10_000); len(o.Days) != 400 {
		t.Errorf("too many days are %d", len(o.Days))
	}
}

func TestOverviewTellsTheTimeToAnswer(t *testing.T) {
	w := newWorld(t)
	for n := range 10 {
		w.receive(from(n))
	}
	start := w.now
	for n, s := range w.all() {
		if n == 9 {
			break // nobody answers the last
		}
		w.now = start.Add(time.Duration(n+1) * time.Hour)
		w.approve(w.show(s.Ticket.Ref), "seen")
	}
	w.now = start.Add(12 * time.Hour)
	day := w.overview(1).Days[0]
	if day.Answered != 9 || day.Median != 5*time.Hour || day.NineOfTen != 9*time.Hour {
		t.Errorf("%d answered, half within %s, nine of ten within %s", day.Answered, day.Median, day.NineOfTen)
	}
	w.receive(incomplete()) // is asked at once, by the desk itself
	w.now = w.now.Add(time.Hour)
	if err := w.Ask(t.Context(), "SD-2026-000011", "Eva", "And?"); err != nil {
		t.Fatal(err)
	}
	if day = w.overview(1).Days[0]; day.Answered != 10 || day.Median != 4*time.Hour {
		t.Errorf("with an automatic question %d are answered, half of them within %s", day.Answered, day.Median)
	}
}

// That a mail was received is no answer, however fast it is said.
func TestAnAcknowledgementIsNoAnswer(t *testing.T) {
	w := newWorld(t, func(o *desk.Options) { o.Acknowledge = true })
	w.receive(forgotten())
	wantSent(t, w, "received to an@home.example")
	if day := w.overview(1).Days[0]; day.Answered != 0 || day.Median != 0 {
		t.Errorf("%+v", day)
	}
}

func TestOverviewTellsWhatWaitsAndTheLedger(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	first := w.now
	w.now = w.now.Add(time.Hour)
	w.receive(from(2), other(3))
	o := w.overview(7)
	if len(o.Waiting) != 4 || o.Waiting[0].Tab != ticket.ToDecide || o.Waiting[0].Count != 2 || !o.Waiting[0].Oldest.Equal(first) {
		t.Errorf("%+v", o.Waiting)
	}
	for _, x := range o.Waiting {
		if (x.Count == 0) != x.Oldest.IsZero() {
			t.Errorf("%+v", x)
		}
	}
	if !o.Ledger.Balanced() || o.Ledger.Fetched != 3 || o.Members != 2 {
		t.Errorf("%+v", o.Account)
	}
}
