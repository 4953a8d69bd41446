package store

import (
	"crypto/rand"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"iec-iab.be/servicedesk/internal/ticket"
)

// A database of before the queue: its tickets get their tabs, verdicts and counts, its members their turn in the search.
func TestTicketsOfAnOlderSchemaGetTheirPlace(t *testing.T) {
	folder := t.TempDir()
	if _, _, err := OpenKeys(filepath.Join(folder, "desk.key"), noon, func(b []byte) { rand.Read(b) }); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", dsn(filepath.Join(folder, "desk.db")))
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), 4); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		ticketOf(1, "open", ""), ticketOf(2, "open", "It came back."), ticketOf(3, "pending", ""), ticketOf(4, "open", ""), ticketOf(5, "closed", ""), ticketOf(6, "solved", "It came back."),
		`INSERT INTO mails (id, sha256, size, kept, outcome, reason, from_address, received_at, filed_at) VALUES (1, x'00', 1, 1, 'ticket', '', '', 1, 1)`,
		`INSERT INTO claims (id, ticket_id, last_name, first_name, number_problem, new_address, created_at) VALUES (1, 1, '', '', '', '', 1)`,
		checkOf(1, 1, "superseded", "alarm"), checkOf(2, 1, "waiting", "warning"), checkOf(3, 5, "superseded", "ok"),
		`INSERT INTO members (id, last_name, first_name, number, number_index, address, language, version, updated_at) VALUES (7, 'A', 'B', x'00', x'00', '', 'nl', 1, 1)`,
		`INSERT INTO deliveries (ticket_id, occasion, automatic, language, sender, recipient, answer_key, message_id, raw, status, attempts, queued_at, due_at, lease_until, last_error, created_at, updated_at)
			VALUES (3, 'data_missing', 1, 'nl', '', '', '', 'a', x'00', 'sent', 1, 1, 1, 0, '', 77, 1)`,
	} {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	b := mustOpen(t, folder)
	b.write(t, func(tx *Tx) error {
		placed, err := tx.PlacedTickets([]int64{1, 2, 3, 4, 5, 6})
		var got []string
		for _, p := range placed {
			got = append(got, string(p.Tab)+" "+string(p.Worst))
		}
		if diff := cmp.Diff([]string{"decide warning", "trouble ", "pending ", "read ", "solved ok", "trouble "}, got); diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
		counts, err := tx.Tabs()
		if diff := cmp.Diff(map[ticket.Tab]int64{"decide": 1, "trouble": 2, "pending": 1, "read": 1, "solved": 1}, counts); diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
		var due, answered int64
		if err := tx.db.Raw("SELECT member_id FROM members_due").Scan(&due).Error; err != nil || due != 7 {
			t.Errorf("member %d is due (%v)", due, err)
		}
		if err := tx.db.Raw("SELECT answered_at FROM tickets WHERE id = 3").Scan(&answered).Error; err != nil || answered != 77 {
			t.Errorf("answered at %d (%v)", answered, err)
		}
		return nil
	})
}

func ticketOf(id int, status, trouble string) string {
	n := string(rune('0' + id))
	return "INSERT INTO tickets (id, ref, kind, status, language, requester_name, requester_address, subject, missing, questions, trouble, contested, created_at, updated_at) VALUES (" +
		n + ", 'SD-2026-00000" + n + "', 'other', '" + status + "', 'nl', '', '', '', '', 0, '" + trouble + "', '', 1, 1)"
}

func checkOf(id, ticketID int, status, verdict string) string {
	return "INSERT INTO checks (id, ticket_id, claim_id, mail_id, kind, status, member_version, recipient, new_address, findings, created_at, decided_by, reason) VALUES (" +
		string(rune('0'+id)) + ", " + string(rune('0'+ticketID)) + ", 1, 1, 'address_forgotten', '" + status + "', 0, '', '', '[{\"name\":\"x\",\"verdict\":\"" + verdict + "\",\"text\":\"\"}]', 1, '', '')"
}

// The column worst is read out of the JSON by its verdicts: no text may pass for one.
func TestATextCannotPassForAVerdict(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k, c := insertCheck(t, b)
	b.write(t, func(tx *Tx) error {
		if err := tx.SupersedeCheck(&c, "x"); err != nil {
			return err
		}
		again := ticket.Check{TicketID: k.ID, MailID: c.MailID, Kind: k.Kind, Findings: []ticket.Finding{
			{Name: "x", Verdict: ticket.Info, Text: `He wrote "verdict":"alarm" in his name.`}, {Name: "verdict", Verdict: ticket.OK, Text: "alarm"},
		}}
		return tx.InsertCheck(&again, c.ClaimID)
	})
	b.write(t, func(tx *Tx) error {
		placed, err := tx.PlacedTickets([]int64{k.ID})
		if err != nil || placed[0].Worst != ticket.Info || placed[0].Tab != ticket.ToDecide {
			t.Errorf("%+v, %v", placed, err)
		}
		return nil
	})
}

// Findings that change where they stand, and checks that go, change the place of their ticket too.
func TestTheTicketFollowsItsChecks(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k, c := insertCheck(t, b)
	place := func(want ticket.Tab, worst ticket.Verdict) {
		t.Helper()
		b.write(t, func(tx *Tx) error {
			placed, err := tx.PlacedTickets([]int64{k.ID})
			counts, _ := tx.Tabs()
			if err != nil || placed[0].Tab != want || placed[0].Worst != worst || counts[want] != 1 {
				t.Errorf("%+v, %v, %v; want %s and %q", placed, counts, err, want, worst)
			}
			return nil
		})
	}
	place(ticket.ToDecide, ticket.OK)
	exec := func(sql string, args ...any) {
		t.Helper()
		b.write(t, func(tx *Tx) error { return tx.db.Exec(sql, args...).Error })
	}
	exec(`UPDATE checks SET findings = '[{"name":"x","verdict":"alarm","text":""}]' WHERE id = ?`, c.ID)
	place(ticket.ToDecide, ticket.Alarm)
	exec("DELETE FROM checks WHERE id = ?", c.ID)
	place(ticket.ToRead, "")
	exec("DELETE FROM claims")
	exec("DELETE FROM mails WHERE id NOT IN (SELECT mail_id FROM mail_locations)")
	exec("UPDATE mails SET ticket_id = NULL")
	exec("DELETE FROM tickets WHERE id = ?", k.ID)
	b.write(t, func(tx *Tx) error {
		if counts, err := tx.Tabs(); err != nil || counts[ticket.ToRead] != 0 {
			t.Errorf("a ticket that is gone is counted: %v, %v", counts, err)
		}
		return nil
	})
}

// found is what a search in the store answers.
func (b box) found(t *testing.T, below int64, words ...string) (ids []int64) {
	t.Helper()
	err := b.Read(t.Context(), func(tx *Tx) error {
		return tx.TicketsWithWords([][]string{words}, below, func(some []int64) (bool, error) {
			ids = append(ids, some...)
			return false, nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestWordsOfManyBlocks(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	// Tickets far apart, beyond what is read at once, so that every step is walked.
	far := int64(stepBlocks * blockSize * 2)
	ids := []int64{1, 2, 63, 64, blockSize - 1, blockSize, blockSize + 1, far - 1, far}
	b.write(t, func(tx *Tx) error {
		if err := tx.db.Exec(strings.Replace(ticketOf(1, "open", ""), "(1,", "(?,", 1), far).Error; err != nil {
			return err
		}
		for i, id := range ids {
			words := []string{"every", []string{"even", "odd"}[i%2]}
			if err := tx.SetWords(map[int64][]string{id: words}); err != nil {
				return err
			}
		}
		return nil
	})
	newest := slices.Clone(ids)
	slices.Reverse(newest)
	if got := b.found(t, maxID, "every"); !slices.Equal(got, newest) {
		t.Errorf("every: %v", got)
	}
	if got := b.found(t, blockSize, "every"); !slices.Equal(got, []int64{blockSize - 1, 64, 63, 2, 1}) {
		t.Errorf("below %d: %v", blockSize, got)
	}
	if got := b.found(t, maxID, "every", "odd"); !slices.Equal(got, []int64{far - 1, blockSize, 64, 2}) {
		t.Errorf("every and odd: %v", got)
	}
	for _, words := range [][]string{{"even", "odd"}, {"nowhere"}, {"every", "nowhere"}} {
		if got := b.found(t, maxID, words...); got != nil {
			t.Errorf("%v: %v", words, got)
		}
	}
	if got := b.found(t, 1, "every"); got != nil {
		t.Errorf("below the first: %v", got)
	}
	b.write(t, func(tx *Tx) error { return tx.SetWords(map[int64][]string{2: {"other"}, 64: nil}) })
	if got := b.found(t, maxID, "every", "odd"); !slices.Equal(got, []int64{far - 1, blockSize}) {
		t.Errorf("after some lost their words: %v", got)
	}
	if got := b.found(t, maxID, "other"); !slices.Equal(got, []int64{2}) {
		t.Errorf("a new word: %v", got)
	}
	b.write(t, func(tx *Tx) error {
		return tx.SetWords(map[int64][]string{1: nil, 2: nil, 63: nil, blockSize - 1: nil, blockSize: nil, blockSize + 1: nil, far - 1: nil, far: nil})
	})
	b.write(t, func(tx *Tx) error {
		var n int64
		if err := tx.db.Raw("SELECT count(*) FROM words").Scan(&n).Error; err != nil || n != 0 {
			t.Errorf("%d empty sets are kept (%v)", n, err)
		}
		return nil
	})
}

func TestWordsAreFoundAfterTheKeyChanged(t *testing.T) {
	folder := t.TempDir()
	b := mustOpen(t, folder)
	k := insertTicket(t, b)
	b.write(t, func(tx *Tx) error { return tx.SetWords(map[int64][]string{k.ID: {"old", "both"}}) })
	b.Close()
	key := filepath.Join(folder, "desk.key")
	text, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(key, append(text, []byte("2 2026-06-01 "+strings.Repeat("A", 43)+"=\n")...), 0o600); err != nil {
		t.Fatal(err)
	}
	b = mustOpen(t, folder)
	other := insertTicket(t, b)
	b.write(t, func(tx *Tx) error { return tx.SetWords(map[int64][]string{other.ID: {"both"}}) })
	if got := b.found(t, maxID, "both"); !slices.Equal(got, []int64{other.ID, k.ID}) {
		t.Errorf("under two keys: %v", got)
	}
	b.write(t, func(tx *Tx) error { return tx.SetWords(map[int64][]string{k.ID: {"both"}}) })
	if got := b.found(t, maxID, "old"); got != nil {
		t.Errorf("a word that was lost since is found under the old key: %v", got)
	}
}

func TestTheWordIndexMovesByCompareAndSwap(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	b.write(t, func(tx *Tx) error { return tx.PassWords(0, 5) })
	err := b.Write(t.Context(), func(tx *Tx) error { return tx.PassWords(0, 7) })
	if err == nil || !strings.Contains(err.Error(), "at event 5") {
		t.Errorf("a second indexer: %v", err)
	}
	b.write(t, func(tx *Tx) error { return tx.PassWords(5, 7) })
}
