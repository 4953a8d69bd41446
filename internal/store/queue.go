package store

import (
	"encoding/json"
	"slices"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// placedRow is a ticket with the columns that triggers keep; nothing writes it.
type placedRow struct {
	Row   ticketRow `gorm:"embedded"`
	Tab   string
	Worst string
}

func (r placedRow) placed() ticket.Placed {
	return ticket.Placed{Ticket: r.Row.ticket(), Tab: ticket.Tab(r.Tab), Worst: ticket.Verdict(r.Worst)}
}

// Tabs counts the tickets in each tab.
func (tx *Tx) Tabs() (map[ticket.Tab]int64, error) {
	var rows []struct {
		Tab string
		N   int64
	}
	err := tx.db.Raw("SELECT tab, n FROM tab_counts").Scan(&rows).Error
	counts := make(map[ticket.Tab]int64, len(rows))
	for _, r := range rows {
		counts[ticket.Tab(r.Tab)] = r.N
	}
	return counts, err
}

// QueueIDs lists up to limit tickets of one tab beyond the ticket after (0: from the end on), oldest first or newest first. Each mixture of
// kind, language and verdict is read from its own stretch of one index, so no filter makes it walk over tickets that it does not want.
func (tx *Tx) QueueIDs(s ticket.Selection, after int64, newest bool, limit int) (ids []int64, err error) {
	sql, args := queueQuery(s, after, newest, limit)
	return ids, tx.db.Raw(sql, args...).Scan(&ids).Error
}

func queueQuery(s ticket.Selection, after int64, newest bool, limit int) (sql string, args []any) {
	beyond, order := "id > ?", "ORDER BY id"
	if newest {
		beyond, order = "id < ?", "ORDER BY id DESC"
		if after == 0 {
			after = maxID
		}
	}
	if s.Kind == "" && s.Language == "" && s.Verdict == "" {
		return "SELECT id FROM tickets WHERE tab = ? AND " + beyond + " " + order + " LIMIT ?", []any{string(s.Tab), after, limit}
	}
	for _, m := range mixtures(s) {
		if sql != "" {
			sql += " UNION ALL "
		}
		sql += "SELECT id FROM (SELECT id FROM tickets WHERE tab = ? AND kind = ? AND language = ? AND worst = ? AND " + beyond + " " + order + " LIMIT ?)"
		args = append(args, string(m.Tab), string(m.Kind), string(m.Language), string(m.Verdict), after, limit)
	}
	return sql + " " + order + " LIMIT ?", append(args, limit)
}

// maxID is above every id.
const maxID = 1<<63 - 1

// mixtures are the selections of one kind, one language and one verdict that s is made of; there are 20 at most where one part is given.
func mixtures(s ticket.Selection) (all []ticket.Selection) {
	kinds, languages, verdicts := ticket.Kinds(), ticket.Languages(), append(ticket.Verdicts(), "")
	if s.Kind != "" {
		kinds = []ticket.Kind{s.Kind}
	}
	if s.Language != "" {
		languages = []ticket.Language{s.Language}
	}
	if s.Verdict != "" {
		verdicts = []ticket.Verdict{s.Verdict}
	}
	for _, k := range kinds {
		for _, l := range languages {
			for _, v := range verdicts {
				all = append(all, ticket.Selection{Tab: s.Tab, Kind: k, Language: l, Verdict: v})
			}
		}
	}
	return all
}

// Selected returns those of the tickets that a selection means, in no order.
func (tx *Tx) Selected(ids []int64, s ticket.Selection) (out []int64, err error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	q := tx.db.Model(&ticketRow{}).Select("id").Where("id IN (SELECT value FROM json_each(?))", string(list))
	for column, value := range map[string]string{"tab": string(s.Tab), "kind": string(s.Kind), "language": string(s.Language), "worst": string(s.Verdict)} {
		if value != "" {
			q = q.Where("+"+column+" = ?", value) // the plus keeps SQLite from walking the index of the column instead
		}
	}
	return out, q.Scan(&out).Error
}

// PlacedTickets returns tickets with where they stand, in the order of ids.
func (tx *Tx) PlacedTickets(ids []int64) ([]ticket.Placed, error) {
	var rows []placedRow
	if err := tx.db.Table("tickets").Where("id IN ?", ids).Find(&rows).Error; err != nil {
		return nil, err
	}
	out := convert(rows, placedRow.placed)
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(out, func(a, b ticket.Placed) int { return place[a.ID] - place[b.ID] })
	return out, nil
}

// ClaimedNames returns the newest claim of each ticket, by ticket: its names and nothing else.
func (tx *Tx) ClaimedNames(ticketIDs []int64) (map[int64]ticket.Claim, error) {
	var rows []claimRow
	err := tx.db.Select("id", "ticket_id", "last_name", "first_name").
		Where("id IN (SELECT max(id) FROM claims WHERE ticket_id IN ? GROUP BY ticket_id)", ticketIDs).Find(&rows).Error
	claims := make(map[int64]ticket.Claim, len(rows))
	for _, r := range rows {
		claims[r.TicketID] = ticket.Claim{LastName: r.LastName, FirstName: r.FirstName}
	}
	return claims, err
}

// TicketsOf lists the tickets that ever claimed a number, or of which a check found the member with it: up to limit below the ticket
// below, newest first.
func (tx *Tx) TicketsOf(number nrn.Number, below int64, limit int) (ids []int64, err error) {
	indexes := tx.keys.indexes("number", number.Reveal())
	return ids, tx.db.Raw(`SELECT ticket_id FROM claims WHERE number_index IN ? AND ticket_id < ?
		UNION SELECT c.ticket_id FROM checks c JOIN members m ON m.id = c.member_id WHERE m.number_index IN ? AND c.ticket_id < ?
		ORDER BY 1 DESC LIMIT ?`, indexes, below, indexes, below, limit).Scan(&ids).Error
}

// LastEventID is the id of the newest event, 0 when nothing happened yet.
func (tx *Tx) LastEventID() (id int64, err error) {
	return id, tx.db.Raw("SELECT coalesce(max(id), 0) FROM events").Scan(&id).Error
}

// EventsSince lists up to limit events behind the event after, oldest first.
func (tx *Tx) EventsSince(after int64, limit int) ([]ticket.Happening, error) {
	var rows []struct {
		Row eventRow `gorm:"embedded"`
		Ref string
		Tab string
	}
	err := tx.db.Raw(`SELECT e.*, coalesce(t.ref, '') AS ref, coalesce(t.tab, '') AS tab
		FROM events e LEFT JOIN tickets t ON t.id = e.ticket_id WHERE e.id > ? ORDER BY e.id LIMIT ?`, after, limit).Scan(&rows).Error
	out := make([]ticket.Happening, len(rows))
	for i, r := range rows {
		out[i] = ticket.Happening{Event: r.Row.event(), Ref: ticket.Ref(r.Ref), Tab: ticket.Tab(r.Tab)}
	}
	return out, err
}
