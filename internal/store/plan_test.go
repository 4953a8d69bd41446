package store

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
	"testing"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/ticket"
)

// listening notes how SQLite reads each query of a transaction.
type listening struct {
	gorm.ConnPool
	t     *testing.T
	plans map[string]string
}

func (l listening) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	rows, err := l.ConnPool.QueryContext(ctx, "EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		l.t.Fatalf("%s: %v", query, err)
	}
	var out strings.Builder
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			l.t.Fatal(err)
		}
		fmt.Fprintln(&out, detail)
	}
	rows.Close()
	l.plans[query] = out.String()
	return l.ConnPool.QueryContext(ctx, query, args...)
}

// walks is a step that reads a whole table; sorts is one that has to have read all before it answers.
var (
	walks = regexp.MustCompile(`(?m)^SCAN (tickets|checks|claims|mails|deliveries|events|words|members|member_words|t|c|m|e)\b.*$`)
	sorts = regexp.MustCompile(`USE TEMP B-TREE FOR ORDER BY`)
)

// No page may cost more the more tickets there are: every query seeks in an index, and none sorts what it found but for short lists.
func TestNoQueryOfTheConsoleWalksATable(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k, c := insertCheck(t, b)
	steps := map[string]func(*Tx) error{
		"tabs":   func(tx *Tx) error { _, err := tx.Tabs(); return err },
		"events": func(tx *Tx) error { _, err := tx.EventsSince(1, 10); return err },
		"last":   func(tx *Tx) error { _, err := tx.LastEventID(); return err },
		"placed": func(tx *Tx) error { _, err := tx.PlacedTickets([]int64{1, 2}); return err },
		"claims": func(tx *Tx) error { _, err := tx.ClaimedNames([]int64{1, 2}); return err },
		"checks": func(tx *Tx) error { _, err := tx.LastChecks([]int64{1, 2}); return err },
		"select": func(tx *Tx) error {
			_, err := tx.Selected([]int64{1, 2}, ticket.Selection{Tab: ticket.Done, Kind: ticket.Other, Language: ticket.Dutch, Verdict: ticket.OK})
			return err
		},
		"number": func(tx *Tx) error { _, err := tx.TicketsOf(c.Claim.Number, 100, 10); return err },
		"words": func(tx *Tx) error {
			return tx.TicketsWithWords([][]string{{"one", "two"}, {"onetwo"}}, maxID, func([]int64) (bool, error) { return false, nil })
		},
		"due tickets": func(tx *Tx) error { _, _, _, err := tx.TicketsToIndex(10); return err },
		"due members": func(tx *Tx) error { _, _, err := tx.MembersToIndex(10); return err },
		"answered":    func(tx *Tx) error { _, err := tx.AnsweredSince(noon); return err },
		"word":        func(tx *Tx) error { _, err := tx.MembersWithWord("jan", 10); return err },
		"have word":   func(tx *Tx) error { _, err := tx.HaveWord([]int64{1, 2}, "jan"); return err },
		"behind":      func(tx *Tx) error { _, err := tx.MembersBehind(ticket.Member{ID: 1, LastName: "x"}, 10); return err },
		"ticket":      func(tx *Tx) error { _, err := tx.Ticket(k.Ref); return err },
	}
	for _, s := range shownSelections() {
		for _, newest := range []bool{false, true} {
			name := "tab"
			if s != (ticket.Selection{Tab: s.Tab}) {
				name = "filter"
			}
			steps[fmt.Sprintf("%s%v newest=%v", name, s, newest)] = func(tx *Tx) error { _, err := tx.QueueIDs(s, 0, newest, 10); return err }
		}
	}
	// The tickets of one number are few; and a mixture of filters merges stretches that are cut to the length of a page.
	short := func(name, query string) bool {
		return name == "number" || strings.Contains(query, "LIMIT ?) UNION ALL")
	}
	for name, step := range steps {
		plans := map[string]string{}
		db, err := open(listening{b.readers, t, plans}, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		err = step(&Tx{db: db.WithContext(t.Context()), keys: b.keys, now: noon})
		if err != nil || len(plans) == 0 {
			t.Fatalf("%s: %v, %d queries", name, err, len(plans))
		}
		for query, plan := range plans {
			if bad := walks.FindString(plan); bad != "" {
				t.Errorf("%s: %s\n%s", name, bad, query)
			}
			if strings.HasPrefix(name, "filter") && strings.Count(plan, "tickets_by_filter (tab=? AND kind=? AND language=? AND worst=?") != strings.Count(plan, "SEARCH tickets") {
				t.Errorf("%s walks over tickets that it does not want:\n%s", name, plan)
			}
			if name == "words" && strings.Contains(plan, "words") && !strings.Contains(plan, "SEARCH words USING PRIMARY KEY (block=? AND token=?)") {
				t.Errorf("the search reads more than the sets of its words:\n%s", plan)
			}
			if sorts.MatchString(plan) && !short(name, query) {
				t.Errorf("%s sorts what it found:\n%s\n%s", name, query, plan)
			}
		}
	}
}

// shownSelections are the filters that the queue offers.
func shownSelections() (all []ticket.Selection) {
	for _, tab := range ticket.Tabs() {
		all = append(all, ticket.Selection{Tab: tab}, ticket.Selection{Tab: tab, Kind: ticket.Other}, ticket.Selection{Tab: tab, Language: ticket.French},
			ticket.Selection{Tab: tab, Verdict: ticket.Alarm}, ticket.Selection{Tab: tab, Kind: ticket.Other, Language: ticket.French, Verdict: ticket.Alarm})
	}
	return all
}
