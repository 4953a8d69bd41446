package store

import (
	"fmt"
	"strings"
	"testing"
)

// plan is how SQLite reads a query: one line a step.
func (b box) plan(t *testing.T, sql string, args ...any) string {
	t.Helper()
	rows, err := b.writers.Query("EXPLAIN QUERY PLAN "+sql, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out strings.Builder
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&out, detail)
	}
	return out.String()
}

func TestTmp(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	t.Log(b.plan(t, `SELECT kind, created_at,
		coalesce((SELECT min(nullif(received_at, 0)) FROM mails m WHERE m.ticket_id = t.id), created_at) AS mailed_at,
		coalesce((SELECT created_at FROM deliveries d WHERE d.ticket_id = t.id AND d.occasion <> ? ORDER BY d.id LIMIT 1), 0) AS answered_at
		FROM tickets t WHERE created_at >= ? ORDER BY created_at`, "x", 1))
	t.Log(b.plan(t, `SELECT outcome, count(*) AS n FROM mails GROUP BY outcome`))
	t.Log(b.plan(t, `SELECT status, count(*) AS n FROM deliveries GROUP BY status`))
	t.Log(b.plan(t, `SELECT count(*) FROM mail_locations WHERE found_again = 1`))
	t.Log(b.plan(t, `SELECT * FROM members WHERE (last_name, first_name, id) > (?, ?, ?) ORDER BY last_name, first_name, id LIMIT 10`, "a", "b", 1))
	t.Log(b.plan(t, `SELECT ticket_id FROM claims WHERE number_index IN (?,?) AND ticket_id < ?
		UNION SELECT c.ticket_id FROM checks c JOIN members m ON m.id = c.member_id WHERE m.number_index IN (?,?) AND c.ticket_id < ?
		ORDER BY 1 DESC LIMIT ?`, "a", "b", 1, "a", "b", 1, 2))
	t.Log(b.plan(t, "SELECT token, block, ids FROM words WHERE token IN (SELECT unhex(value) FROM json_each(?)) AND block BETWEEN ? AND ?", "", 1, 2))
	t.Log(b.plan(t, "SELECT id FROM checks WHERE id IN (SELECT max(id) FROM checks WHERE ticket_id IN (1,2,3) GROUP BY ticket_id)"))
}
