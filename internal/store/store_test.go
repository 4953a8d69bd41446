package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// digits is a valid number of nobody: born in 1911.
const digits = "11021480191"

func mustNumber(t *testing.T, s string) nrn.Number {
	t.Helper()
	n, err := nrn.Parse(s, noon)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

type box struct {
	*Store
	folder string
	log    *bytes.Buffer
}

func mustOpen(t *testing.T, folder string) box {
	t.Helper()
	var log bytes.Buffer
	s, err := Open(t.Context(), Options{
		Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key"),
		Clock: func() time.Time { return noon }, Log: slog.New(slog.NewTextHandler(&log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return box{s, folder, &log}
}

func (b box) write(t *testing.T, f func(*Tx) error) {
	t.Helper()
	if err := b.Write(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func insertTicket(t *testing.T, b box) ticket.Ticket {
	t.Helper()
	k := ticket.Ticket{Kind: ticket.AddressForgotten, Status: ticket.Open, Language: ticket.Dutch, Requester: ticket.Address{Name: "An", Addr: "an@example.be"}}
	b.write(t, func(tx *Tx) error { return tx.InsertTicket(&k) })
	return k
}

func insertCheck(t *testing.T, b box) (ticket.Ticket, ticket.Check) {
	t.Helper()
	k := insertTicket(t, b)
	c := ticket.Check{TicketID: k.ID, Kind: k.Kind, Recipient: "an@example.be", Findings: []ticket.Finding{{Name: "x", Verdict: ticket.OK, Text: "fine"}}}
	b.write(t, func(tx *Tx) error {
		m := ticket.Mail{TicketID: k.ID, Outcome: ticket.BecameTicket, SHA256: sha256.Sum256([]byte("raw"))}
		if err := tx.InsertMail(&m, ticket.MailKey{Mailbox: "m", UIDValidity: 1, UID: uint32(k.ID)}, []byte("raw")); err != nil {
			return err
		}
		claim := ticket.Claim{LastName: "Peeters", FirstName: "An", Number: mustNumber(t, digits)}
		id, err := tx.InsertClaim(k.ID, claim)
		if err != nil {
			return err
		}
		c.MailID, c.Claim = m.ID, claim
		return tx.InsertCheck(&c, id)
	})
	return k, c
}

func TestFilesAreOnlyForTheirOwner(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	for _, name := range []string{"desk.db", "desk.key"} {
		info, err := os.Stat(filepath.Join(b.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %04o, want 0600", name, info.Mode().Perm())
		}
	}
	if !strings.Contains(b.log.String(), "keep a copy") {
		t.Error("a new key file is not announced: nobody would back it up")
	}
}

func TestEveryConnectionIsDurable(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	for name, want := range map[string]string{"synchronous": "2", "foreign_keys": "1", "secure_delete": "1", "journal_mode": "wal", "busy_timeout": "10000"} {
		var got string
		if err := b.writers.QueryRow("PRAGMA " + name).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", name, got, err, want)
		}
	}
}

func TestANewerSchemaIsRefused(t *testing.T) {
	folder := t.TempDir()
	b := mustOpen(t, folder)
	if _, err := b.writers.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)"); err != nil {
		t.Fatal(err)
	}
	b.Close()
	_, err := Open(t.Context(), Options{Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key")})
	if err == nil || !strings.Contains(err.Error(), "newer program") {
		t.Fatalf("got %v, want a refusal that names the newer program", err)
	}
}

func TestAnotherKeyFileIsRefused(t *testing.T) {
	folder, other := t.TempDir(), t.TempDir()
	mustOpen(t, folder).Close()
	mustOpen(t, other).Close()
	open := func(key string) error {
		s, err := Open(t.Context(), Options{Path: filepath.Join(folder, "desk.db"), KeyFile: key})
		if err == nil {
			s.Close()
		}
		return err
	}
	if err := open(filepath.Join(other, "desk.key")); err == nil || !strings.Contains(err.Error(), "key file is another one") {
		t.Errorf("a foreign key file: got %v", err)
	}
	if err := open(filepath.Join(folder, "gone.key")); err == nil || !strings.Contains(err.Error(), "restore") {
		t.Errorf("a lost key file must not be replaced by a fresh one: got %v", err)
	}
	if err := open(filepath.Join(folder, "desk.key")); err != nil {
		t.Errorf("its own key file: %v", err)
	}
}

func TestAReadableKeyFileIsRefused(t *testing.T) {
	folder := t.TempDir()
	mustOpen(t, folder).Close()
	key := filepath.Join(folder, "desk.key")
	if err := os.Chmod(key, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), Options{Path: filepath.Join(folder, "desk.db"), KeyFile: key})
	if err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Fatalf("got %v", err)
	}
}

func TestKeysCanBeRotated(t *testing.T) {
	folder := t.TempDir()
	b := mustOpen(t, folder)
	m := ticket.Member{LastName: "Peeters", FirstName: "An", Number: mustNumber(t, digits), Language: ticket.Dutch}
	b.write(t, func(tx *Tx) error { return tx.InsertMember(&m) })
	b.Close()
	key := filepath.Join(folder, "desk.key")
	text, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, []byte("2 2026-06-01 "+strings.Repeat("A", 43)+"=\n")...)
	if err := os.WriteFile(key, text, 0o600); err != nil {
		t.Fatal(err)
	}
	b = mustOpen(t, folder)
	b.write(t, func(tx *Tx) error {
		got, err := tx.MemberByNumber(m.Number)
		if err != nil || got.Number != m.Number {
			t.Errorf("under the old key: %v, %v", got, err)
		}
		if id := tx.keys.seal("x", nil)[3]; id != 2 {
			t.Errorf("new values are sealed with key %d, want 2", id)
		}
		return nil
	})
}

func TestSealedValuesAreBoundToTheirPlace(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	sealed := b.keys.seal("a/1", []byte("secret"))
	if _, err := b.keys.open("a/2", sealed); err == nil {
		t.Error("a sealed value opens in another row")
	}
	if bytes.Contains(sealed, []byte("secret")) {
		t.Error("sealed is readable")
	}
	if got, err := b.keys.open("a/1", sealed); err != nil || string(got) != "secret" {
		t.Errorf("got %q, %v", got, err)
	}
	for n := range sealed {
		bad := bytes.Clone(sealed)
		bad[n] ^= 1
		if _, err := b.keys.open("a/1", bad); err == nil {
			t.Fatalf("octet %d changed, and it still opens", n)
		}
	}
}

// R7: nothing that is stored shows a national number, in the file, its log or the program's log.
func TestR7NoNumberInAnyFile(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k, c := insertCheck(t, b)
	b.write(t, func(tx *Tx) error {
		m := ticket.Member{LastName: "Peeters", FirstName: "An", Number: c.Claim.Number, Address: "an@example.be", Language: ticket.Dutch}
		if err := tx.InsertMember(&m); err != nil {
			return err
		}
		mail := ticket.Mail{TicketID: k.ID, Outcome: ticket.BecameFollowUp, MessageID: digits + "@example.be"}
		if err := tx.InsertMail(&mail, ticket.MailKey{Mailbox: "m", UIDValidity: 1, UID: 99}, []byte("my number is "+digits)); err != nil {
			return err
		}
		return tx.InsertDelivery(&ticket.Delivery{TicketID: k.ID, Occasion: ticket.DataMissing, MessageID: "x@y", Recipient: "an@example.be", Raw: []byte(digits)})
	})
	// A failing statement is logged; its values must not be.
	err := b.Write(t.Context(), func(tx *Tx) error {
		m := ticket.Member{Number: c.Claim.Number, LastName: digits, Language: "xx"}
		return tx.InsertMember(&m)
	})
	if err == nil {
		t.Fatal("a wrong language was taken")
	}
	if strings.Contains(err.Error()+b.log.String(), digits) {
		t.Errorf("the number is in the error or the log: %v\n%s", err, b.log)
	}
	files, err := os.ReadDir(b.folder)
	if err != nil || len(files) < 3 {
		t.Fatalf("database, WAL and key expected: %v, %v", files, err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(b.folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{digits, "11.02.14-801.91", "110214"} {
			if bytes.Contains(data, []byte(s)) {
				t.Errorf("%s holds %s", f.Name(), s)
			}
		}
	}
}

// R3: the database itself refuses a message that tells something without an approved check.
func TestR3OnlyAnApprovedCheckTells(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k, c := insertCheck(t, b)
	for _, o := range ticket.Occasions() {
		insert := func(checkID int64, id string) error {
			return b.Write(t.Context(), func(tx *Tx) error {
				return tx.InsertDelivery(&ticket.Delivery{TicketID: k.ID, CheckID: checkID, Occasion: o, MessageID: id + string(o), Recipient: "an@example.be"})
			})
		}
		if err := insert(0, "a"); (err != nil) != o.Tells() {
			t.Errorf("%s without a check: %v", o, err)
		}
		if err := insert(c.ID, "b"); (err != nil) != o.Tells() {
			t.Errorf("%s with a waiting check: %v", o, err)
		}
	}
	b.write(t, func(tx *Tx) error { return tx.DecideCheck(&c, ticket.Approved, "Eva", "") })
	b.write(t, func(tx *Tx) error {
		return tx.InsertDelivery(&ticket.Delivery{TicketID: k.ID, CheckID: c.ID, Occasion: ticket.AddressKnown, MessageID: "c", Recipient: "an@example.be"})
	})
	other := insertTicket(t, b)
	err := b.Write(t.Context(), func(tx *Tx) error {
		return tx.InsertDelivery(&ticket.Delivery{TicketID: other.ID, CheckID: c.ID, Occasion: ticket.AddressKnown, MessageID: "d", Recipient: "an@example.be"})
	})
	if err == nil {
		t.Error("the approved check of one ticket opened the gate for another")
	}
}

// R8: of twenty who decide at once, one wins, and the others learn who.
func TestR8OneDecisionWins(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	_, c := insertCheck(t, b)
	var wins, conflicts int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			mine := c
			err := b.Write(context.Background(), func(tx *Tx) error { return tx.DecideCheck(&mine, ticket.Approved, "Eva", "") })
			mu.Lock()
			defer mu.Unlock()
			var conflict *ticket.Conflict
			switch {
			case err == nil:
				wins++
			case errors.As(err, &conflict) && conflict.By == "Eva" && conflict.Now.String() == "approved":
				conflicts++
			default:
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if wins != 1 || conflicts != 19 {
		t.Errorf("%d won and %d were told, want 1 and 19", wins, conflicts)
	}
}

// R9: the bytes of a queued message cannot be changed, by no code path.
func TestR9BytesAreWrittenOnce(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k := insertTicket(t, b)
	d := ticket.Delivery{TicketID: k.ID, Occasion: ticket.PasswordSteps, MessageID: "a@b", Recipient: "an@example.be", Raw: []byte("one")}
	b.write(t, func(tx *Tx) error { return tx.InsertDelivery(&d) })
	for column, kind := range map[string]string{"raw": "BLOB", "message_id": "TEXT", "recipient": "TEXT", "sender": "TEXT"} {
		if _, err := b.writers.Exec("UPDATE deliveries SET " + column + " = CAST('x' AS " + kind + ")"); err == nil || !strings.Contains(err.Error(), "R9") {
			t.Errorf("%s was changed: %v", column, err)
		}
	}
	b.write(t, func(tx *Tx) error {
		got, err := tx.DeliveryByMessageID("a@b")
		if err != nil || string(got.Raw) != "one" {
			t.Errorf("got %q, %v", got.Raw, err)
		}
		return nil
	})
}

func TestEventsAreAChain(t *testing.T) {
	change := map[string]string{
		"changed": "UPDATE events SET text = 'x' WHERE id = 2",
		"removed": "DELETE FROM events WHERE id = 2",
		"moved":   "UPDATE events SET ticket_id = NULL WHERE id = 1",
		"cut off": "DELETE FROM events WHERE id = 3",
	}
	for name, stmt := range change {
		t.Run(name, func(t *testing.T) {
			b := mustOpen(t, t.TempDir())
			k := insertTicket(t, b)
			for range 3 {
				b.write(t, func(tx *Tx) error { return tx.AddEvent(k.ID, "Eva", ticket.EventNoted, ticket.Say("called back")) })
			}
			if n, err := b.VerifyEvents(t.Context()); n != 3 || err != nil {
				t.Fatalf("%d lines agree, %v", n, err)
			}
			if _, err := b.writers.Exec(stmt); err == nil || !strings.Contains(err.Error(), "append-only") {
				t.Errorf("the database took %s: %v", stmt, err)
			}
			tamper(t, b.writers, stmt)
			if _, err := b.VerifyEvents(t.Context()); err == nil {
				t.Error("nobody noticed")
			}
		})
	}
}

// tamper does what somebody with the file could do: the triggers are no obstacle to him, the keyed chain is.
func tamper(t *testing.T, db *sql.DB, stmt string) {
	t.Helper()
	for _, s := range []string{"DROP TRIGGER events_no_update", "DROP TRIGGER events_no_delete", stmt} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFailedTransactionLeavesNothing(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	boom := errors.New("boom")
	err := b.Write(t.Context(), func(tx *Tx) error {
		k := ticket.Ticket{Kind: ticket.Other, Status: ticket.Open, Language: ticket.Dutch}
		if err := tx.InsertTicket(&k); err != nil {
			t.Fatal(err)
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	if k := insertTicket(t, b); k.Ref != "SD-2026-000001" {
		t.Errorf("the Ref is %s: the number of the rolled back ticket was used up", k.Ref)
	}
	err = b.Read(t.Context(), func(tx *Tx) error { return tx.setSetting("x", []byte("y")) })
	if err == nil {
		t.Error("a read transaction wrote")
	}
}

func TestTicketsChangeByCompareAndSwap(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k := insertTicket(t, b)
	k.Status = ticket.Solved
	b.write(t, func(tx *Tx) error { return tx.UpdateTicket(&k, ticket.Open) })
	k.Status = ticket.Closed
	err := b.Write(t.Context(), func(tx *Tx) error { return tx.UpdateTicket(&k, ticket.Open) })
	var c *ticket.Conflict
	if !errors.As(err, &c) || c.Now.String() != "solved" {
		t.Errorf("from a state that is gone: %v", err)
	}
	b.write(t, func(tx *Tx) error { return tx.UpdateTicket(&k, ticket.Solved) })
	k.Status = ticket.Open
	err = b.Write(t.Context(), func(tx *Tx) error { return tx.UpdateTicket(&k, ticket.Closed) })
	if !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("from closed to open: %v", err)
	}
}

func TestLockIsForOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	unlock, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(path); !errors.Is(err, ErrRunning) {
		t.Fatalf("a second worker: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	again, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	again()
}

func TestLedger(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	key := ticket.MailKey{Mailbox: "m", UIDValidity: 1, UID: 1}
	b.write(t, func(tx *Tx) error {
		m := ticket.Mail{Outcome: ticket.WasAutomatic, Reason: "list", SHA256: sha256.Sum256([]byte("a")), Size: 1}
		if err := tx.InsertMail(&m, key, []byte("a")); err != nil {
			return err
		}
		return tx.PassCursor("m", 1, 1, 1)
	})
	renumbered := ticket.MailKey{Mailbox: "m", UIDValidity: 2, UID: 7}
	b.write(t, func(tx *Tx) error {
		find := func(uidValidity, uid uint32) ticket.Found {
			t.Helper()
			found, err := tx.FindMails("m", uidValidity, []ticket.Trace{{UID: 99}, {UID: uid, SHA256: sha256.Sum256([]byte("a")), Size: 1}})
			if err != nil || len(found) != 2 || found[0] != (ticket.Found{}) {
				t.Fatalf("%+v, %v", found, err)
			}
			return found[1]
		}
		id := find(2, 7).MailID
		if f := find(2, 7); f.MailID == 0 || f.Copied || f.Filed {
			t.Errorf("after renumbering: %+v", f)
		}
		if f := find(1, 2); !f.Copied || f.Filed {
			t.Errorf("a second copy beside the first: %+v", f)
		}
		if f := find(1, 1); !f.Filed {
			t.Errorf("handed over once more: %+v", f)
		}
		if err := tx.FoundAgain(renumbered, id); err != nil {
			return err
		}
		return tx.PassCursor("m", 2, 7, 1)
	})
	b.write(t, func(tx *Tx) error {
		l, err := tx.Ledger()
		if err != nil || l.Fetched != 2 || l.FoundAgain != 1 || !l.Balanced() {
			t.Errorf("%+v, %v", l, err)
		}
		return tx.PassCursor("m", 2, 8, 1)
	})
	b.write(t, func(tx *Tx) error {
		if l, _ := tx.Ledger(); l.Balanced() {
			t.Error("a mail without an outcome is not missed")
		}
		return nil
	})
}

func TestATransactionEndsHoweverItEnds(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	insert := func(tx *Tx) {
		t.Helper()
		k := ticket.Ticket{Kind: ticket.Other, Status: ticket.Open, Language: ticket.Dutch}
		if err := tx.InsertTicket(&k); err != nil {
			t.Fatal(err)
		}
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a panic was swallowed")
			}
		}()
		_ = b.Write(t.Context(), func(tx *Tx) error { insert(tx); panic("at work") })
	}()
	ctx, cancel := context.WithCancel(t.Context())
	err := b.Write(ctx, func(tx *Tx) error { insert(tx); cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before its COMMIT: %v", err)
	}
	if err := b.Write(ctx, func(*Tx) error { t.Error("begun"); return nil }); err == nil {
		t.Error("a transaction began on a context that is done")
	}
	if k := insertTicket(t, b); k.ID != 1 {
		t.Errorf("ticket %d: something of the broken transactions stayed", k.ID)
	}
}

func TestTheStatementCacheIsBounded(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	b.write(t, func(tx *Tx) error {
		for n := range 2 * maxStmts {
			if err := tx.db.Exec("UPDATE settings SET value = x'00' WHERE name = ? AND "+strings.Repeat("1 AND ", n%300)+"0 = "+strings.Repeat("1", 1+n/300), "x").Error; err != nil {
				return err
			}
		}
		return nil
	})
	if n := len(b.writer.stmts); n > maxStmts {
		t.Errorf("%d statements are kept, at most %d should be", n, maxStmts)
	}
}

func TestManyOpenAFreshFolderAtOnce(t *testing.T) {
	folder := t.TempDir()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			s, err := Open(context.Background(), Options{Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key"), Log: slog.New(slog.DiscardHandler)})
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			err = s.Write(context.Background(), func(tx *Tx) error { return tx.AddEvent(0, "Eva", "noted", ticket.Say("here")) })
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	b := mustOpen(t, folder)
	if n, err := b.VerifyEvents(t.Context()); n != 8 || err != nil {
		t.Errorf("%d events, %v", n, err)
	}
}

// However a context ends in the middle of things, the next transaction finds the connection as it should be.
func TestCancelledAtAnyMoment(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	for n := range 6000 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(n%300)*200*time.Nanosecond)
		_ = b.Write(ctx, func(tx *Tx) error {
			k := ticket.Ticket{Kind: ticket.Other, Status: ticket.Open, Language: ticket.Dutch}
			return tx.InsertTicket(&k)
		})
		cancel()
	}
	b.write(t, func(tx *Tx) error { return tx.AddEvent(0, "Eva", ticket.EventNoted, ticket.Say("still here")) })
}
