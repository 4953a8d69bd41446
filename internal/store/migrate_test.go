package store

import (
	"crypto/rand"
	"database/sql"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"iec-iab.be/servicedesk/internal/ticket"
)

// mustDatabaseOf makes a database as the program wrote it that knew the migrations up to version.
func mustDatabaseOf(t *testing.T, folder string, version int64) *sql.DB {
	t.Helper()
	if _, _, err := OpenKeys(filepath.Join(folder, "desk.key"), noon, func(b []byte) { rand.Read(b) }); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", dsn(filepath.Join(folder, "desk.db")))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
	return db
}

// rowsOf prints every row of a query, so that two databases can be compared.
func rowsOf(t *testing.T, db *sql.DB, query string) (out []string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values, to := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			to[i] = &values[i]
		}
		if err := rows.Scan(to...); err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%q", values))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

const oldDeliveries = `
INSERT INTO tickets (id, ref, kind, status, language, requester_name, requester_address, subject, missing, questions, trouble, contested, created_at, updated_at)
	VALUES (1, 'SD-2026-000001', 'other', 'open', 'nl', '', 'an@example.be', '', '', 0, '', '', 1, 1);
INSERT INTO deliveries (id, ticket_id, check_id, occasion, automatic, language, sender, recipient, answer_key, message_id, raw, status, attempts, queued_at, due_at,
	lease_until, last_error, created_at, updated_at) VALUES
	(1, 1, NULL, 'received', 1, 'nl', 'd@example.be', 'an@example.be', 'an@example.be', 'one@example.be', x'0001', 'sent', 2, 1, 2, 0, '', 1, 3),
	(4, 1, NULL, 'question', 0, 'fr', 'd@example.be', 'an@example.be', 'an@example.be', 'four@example.be', x'0002', 'queued', 1, 4, 5, 6, 'later', 4, 6),
	(9, 1, NULL, 'question', 0, 'fr', 'd@example.be', 'an@example.be', 'an@example.be', 'nine@example.be', x'0003', 'queued', 0, 4, 5, 6, '', 4, 6);
INSERT INTO attempts (id, delivery_id, number, result, code, text, started_at, ended_at) VALUES
	(1, 1, 1, 'deferred', 451, 'later', 1, 2), (2, 1, 2, 'sent', 250, 'fine', 2, 3), (7, 4, 1, 'started', 0, '', 5, NULL), (8, 9, 1, 'started', 0, '', 5, NULL);
DELETE FROM attempts WHERE id = 8;
DELETE FROM deliveries WHERE id = 9;
`

// The deliveries and attempts of the first two versions are there afterwards, each with its id, and no id is given out twice.
func TestStaffMigrationKeepsDeliveries(t *testing.T) {
	folder := t.TempDir()
	old := mustDatabaseOf(t, folder, 2)
	if _, err := old.Exec(oldDeliveries); err != nil {
		t.Fatal(err)
	}
	const deliveries, attempts = "SELECT * FROM deliveries ORDER BY id", "SELECT * FROM attempts ORDER BY id"
	const schema = "SELECT type, name FROM sqlite_schema WHERE tbl_name IN ('deliveries', 'attempts') ORDER BY type, name"
	const counters = "SELECT name, seq FROM sqlite_sequence WHERE name IN ('deliveries', 'attempts') ORDER BY name"
	before := [][]string{rowsOf(t, old, deliveries), rowsOf(t, old, attempts), rowsOf(t, old, schema), rowsOf(t, old, counters)}
	if len(before[0]) != 2 || len(before[1]) != 3 || len(before[3]) != 2 {
		t.Fatalf("nothing to keep: %q", before)
	}
	old.Close()
	now := mustDatabaseOf(t, folder, 3)
	after := [][]string{rowsOf(t, now, deliveries), rowsOf(t, now, attempts), rowsOf(t, now, schema), rowsOf(t, now, counters)}
	now.Close()
	b := mustOpen(t, folder)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("deliveries, attempts, indexes and triggers, counters (-before +after):\n%s", diff)
	}
	for _, check := range []string{"PRAGMA foreign_key_check", "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'"} {
		if wrong := rowsOf(t, b.writers, check); len(wrong) > 0 {
			t.Errorf("%s: %q", check, wrong)
		}
	}
	checkConstraints(t, b)
}

// checkConstraints tries what the tables must refuse after the migration as before it.
func checkConstraints(t *testing.T, b box) {
	t.Helper()
	const columns = "INSERT INTO deliveries (ticket_id, occasion, automatic, language, sender, recipient, answer_key, message_id, raw, status, attempts, " +
		"queued_at, due_at, lease_until, last_error, created_at, updated_at) VALUES "
	for statement, want := range map[string]string{
		columns + "(NULL, 'question', 0, 'nl', '', '', '', 'a', x'00', 'queued', 0, 1, 1, 0, '', 1, 1)":      "CHECK constraint",
		columns + "(99, 'question', 0, 'nl', '', '', '', 'b', x'00', 'queued', 0, 1, 1, 0, '', 1, 1)":        "FOREIGN KEY",
		columns + "(1, 'address_known', 0, 'nl', '', '', '', 'c', x'00', 'queued', 0, 1, 1, 0, '', 1, 1)":    "R3:",
		columns + "(NULL, 'address_known', 0, 'nl', '', '', '', 'd', x'00', 'queued', 0, 1, 1, 0, '', 1, 1)": "R3:",
		"UPDATE deliveries SET raw = x'00' WHERE id = 1":                                                     "R9:",
		"UPDATE deliveries SET ticket_id = NULL WHERE id = 1":                                                "R9:",
		"DELETE FROM deliveries WHERE id = 1":                                                                "FOREIGN KEY",
	} {
		if _, err := b.writers.Exec(statement); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", statement, err, want)
		}
	}
	b.write(t, func(tx *Tx) error {
		d := ticket.Delivery{Occasion: ticket.StaffLink, MessageID: "link", Recipient: "eva@example.be", Raw: []byte("x")}
		if err := tx.InsertDelivery(&d); err != nil {
			return err
		}
		if d.ID != 10 {
			t.Errorf("the new delivery has the id %d, which an older one may have had", d.ID)
		}
		_, err := tx.DeliveryByMessageID("link")
		return err
	})
	b.write(t, func(tx *Tx) error {
		if id, err := tx.TicketByReference([]string{"link"}); id != 0 || err != nil {
			t.Errorf("an answer to a link for staff: ticket %d, %v", id, err)
		}
		return nil
	})
}
