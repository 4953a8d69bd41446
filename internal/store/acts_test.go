package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestATicketIsWrittenInTheVersionThatWasRead(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k := insertTicket(t, b)
	stale := k
	b.write(t, func(tx *Tx) error {
		k.Subject = "changed"
		if err := tx.UpdateTicket(&k, ticket.Open); err != nil {
			return err
		}
		return tx.AddEvent(k.ID, "Eva", ticket.EventNoted, ticket.Say("changed"))
	})
	if k.Version != stale.Version+1 {
		t.Errorf("version %d after %d", k.Version, stale.Version)
	}
	b.write(t, func(tx *Tx) error { return tx.UpdateTicket(&k, ticket.Open) }) // the version that it has now
	var c *ticket.Conflict
	err := b.Write(t.Context(), func(tx *Tx) error { return tx.UpdateTicket(&stale, ticket.Open) })
	if !errors.As(err, &c) || c.By != "Eva" || stale.Version != 1 {
		t.Errorf("%v: a stale ticket was written over a newer one; version %d", err, stale.Version)
	}
}

func TestCorrections(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k := insertTicket(t, b)
	read := ticket.Claim{LastName: "Peeters", FirstName: "Jam"}
	first, second := read, read
	first.FirstName = "Jan"
	second.FirstName, second.Number = "Jan", mustNumber(t, digits)
	b.write(t, func(tx *Tx) error {
		if list, err := tx.Corrections(k.ID, 0); len(list) > 0 || err != nil {
			t.Errorf("nobody corrected anything: %+v, %v", list, err)
		}
		_, err := tx.InsertClaim(k.ID, read)
		above, also := tx.CorrectClaim(k.ID, first, "Eva")
		_, third := tx.CorrectClaim(k.ID, second, "Marc")
		_, last := tx.InsertClaim(k.ID, read)
		if err := errors.Join(err, also, third, last); err != nil {
			return err
		}
		all, err := tx.Corrections(k.ID, 0)
		want := []ticket.Correction{{By: "Eva", Before: read, After: first}, {By: "Marc", Before: first, After: second}}
		if diff := cmp.Diff(want, all); diff != "" {
			t.Error(diff)
		}
		later, also := tx.Corrections(k.ID, above)
		if diff := cmp.Diff(want[1:], later); diff != "" {
			t.Error(diff)
		}
		return errors.Join(err, also)
	})
}

func TestReveals(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	b.write(t, func(tx *Tx) error {
		for _, by := range []string{"Eva", "Marc", "Eva"} {
			if err := tx.AddEvent(0, by, ticket.EventRevealed, ticket.Say("shown")); err != nil {
				return err
			}
		}
		if err := tx.AddEvent(0, "Eva", ticket.EventNoted, ticket.Say("no number")); err != nil {
			return err
		}
		for since, want := range map[time.Duration]int64{-time.Hour: 2, 0: 0} {
			if n, err := tx.Reveals("Eva", tx.Now().Add(since)); n != want || err != nil {
				t.Errorf("since %s: %d, %v; want %d", since, n, err, want)
			}
		}
		var plan []struct{ Detail string }
		err := tx.db.Raw("EXPLAIN QUERY PLAN SELECT count(*) FROM events WHERE name = 'revealed' AND actor = ? AND at > ?", "Eva", 0).Scan(&plan).Error
		if len(plan) != 1 || !strings.Contains(plan[0].Detail, "events_revealed") {
			t.Errorf("it walks the history: %+v", plan)
		}
		return err
	})
}
