package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestTheChainCoversWhatIsSaid(t *testing.T) {
	for name, stmt := range map[string]string{
		"changed":      `UPDATE events SET said = replace(said, 'Asked', 'Told') WHERE id = 2`,
		"taken out":    `UPDATE events SET said = '' WHERE id = 2`,
		"put in":       `UPDATE events SET said = '{"format":"Approved"}' WHERE id = 1`,
		"put in place": `UPDATE events SET text = said, said = '' WHERE id = 2`,
	} {
		t.Run(name, func(t *testing.T) {
			b := mustOpen(t, t.TempDir())
			b.write(t, func(tx *Tx) error { return olderEvent(tx, "Asked an@example.be.") })
			b.write(t, func(tx *Tx) error {
				return tx.AddEvent(0, "Eva", ticket.EventAsked, ticket.Say("Asked %s.", "an@example.be"))
			})
			if n, err := b.VerifyEvents(t.Context()); n != 2 || err != nil {
				t.Fatalf("%d lines agree, of an older and this version: %v", n, err)
			}
			tamper(t, b.writers, stmt)
			if _, err := b.VerifyEvents(t.Context()); err == nil {
				t.Error("nobody noticed")
			}
		})
	}
}

// olderEvent writes a line as the version before the column did: nothing is said, and the hash has six parts.
func olderEvent(tx *Tx, text string) error {
	row := eventRow{ID: 1, At: millis(tx.now), Actor: "Eva", Name: ticket.EventAsked, Text: text, KeyID: tx.keys.current, PrevHash: []byte{}}
	hash, err := tx.keys.chain(row.KeyID, row.PrevHash, "1", "0", "1772366400000", "Eva", "asked", text)
	if err != nil {
		return err
	}
	row.Hash = hash
	err = tx.db.Exec("INSERT INTO events (id, at, actor, name, text, key_id, prev_hash, hash) VALUES (1, ?, 'Eva', 'asked', ?, ?, x'', ?)", row.At, text, row.KeyID, hash).Error
	if err != nil {
		return err
	}
	return tx.sealHead(row)
}

func TestWhatIsSaidComesBack(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k := insertTicket(t, b)
	asked, trouble := ticket.Say("Asked %s for %d.", "an@example.be", 0), ticket.Say("The mail to %s failed: %s", "an@example.be", "550")
	k.Trouble, k.TroubleSaid = trouble.String(), trouble
	k.Contested, k.ContestedSaid = "said otherwise", trouble
	b.write(t, func(tx *Tx) error {
		if err := tx.UpdateTicket(&k, k.Status); err != nil {
			return err
		}
		return tx.AddEvent(k.ID, "Eva", ticket.EventAsked, asked)
	})
	err := b.Read(t.Context(), func(tx *Tx) error {
		got, err := tx.TicketByID(k.ID)
		if err != nil {
			return err
		}
		if diff := cmp.Diff(trouble, got.TroubleSaid); diff != "" {
			t.Errorf("the trouble came back otherwise:\n%s", diff)
		}
		if !got.ContestedSaid.IsZero() {
			t.Errorf("%q is kept beside %q", got.ContestedSaid, got.Contested)
		}
		events, err := tx.Events(k.ID)
		if err != nil {
			return err
		}
		last := events[len(events)-1]
		if diff := cmp.Diff(asked, last.Said); diff != "" || last.Text != "Asked an@example.be for 0." {
			t.Errorf("%q came back otherwise:\n%s", last.Text, diff)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	k.Trouble = "" // it is over: nothing of it stays
	b.write(t, func(tx *Tx) error { return tx.UpdateTicket(&k, k.Status) })
	var left string
	if err := b.writers.QueryRow("SELECT trouble_said FROM tickets WHERE id = ?", k.ID).Scan(&left); err != nil || left != "" {
		t.Errorf("%q stayed, %v", left, err)
	}
}

func TestFindingsOfAnOlderVersionAreRead(t *testing.T) {
	row := checkRow{Findings: `[{"name":"last_name","verdict":"ok","text":"The last name agrees."}]`}
	c, err := row.check()
	want := []ticket.Finding{{Name: "last_name", Verdict: ticket.OK, Text: "The last name agrees."}}
	if diff := cmp.Diff(want, c.Findings); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if s := saidFrom("{broken"); !s.IsZero() {
		t.Errorf("a broken column says %v", s)
	}
	if got := saidJSON(ticket.Say("%s", "<a>")); !strings.Contains(got, `"args"`) {
		t.Error(got)
	}
}
