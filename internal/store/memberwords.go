package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// MembersToIndex lists up to limit members of whom the words are due, those that are gone left out. upTo is what SetMemberWords takes.
func (tx *Tx) MembersToIndex(limit int) (members []ticket.Member, upTo int64, err error) {
	var due []struct{ ID, MemberID int64 }
	if err := tx.db.Raw("SELECT id, member_id FROM members_due ORDER BY id LIMIT ?", limit).Scan(&due).Error; err != nil || len(due) == 0 {
		return nil, 0, err
	}
	ids := make([]int64, len(due))
	for i, d := range due {
		ids[i], upTo = d.MemberID, d.ID
	}
	members, err = tx.MembersByID(ids)
	return members, upTo, err
}

// SetMemberWords makes each of the members be found by these words and no others, and takes what was due up to an id off the list.
func (tx *Tx) SetMemberWords(words map[int64][]string, upTo int64) error {
	var rows [][2]string
	for id, list := range words {
		if err := tx.db.Exec("DELETE FROM member_words WHERE member_id = ?", id).Error; err != nil {
			return err
		}
		for _, w := range list {
			rows = append(rows, [2]string{w, strconv.FormatInt(id, 10)})
		}
	}
	err := tx.eachJSON("INSERT OR IGNORE INTO member_words (word, member_id) SELECT value ->> 0, CAST(value ->> 1 AS INTEGER) FROM json_each(?) ORDER BY 1", rows)
	if err != nil {
		return err
	}
	return tx.db.Exec("DELETE FROM members_due WHERE id <= ?", upTo).Error
}

// MembersByID returns members in the order of their names; those that are not there are left out.
func (tx *Tx) MembersByID(ids []int64) ([]ticket.Member, error) {
	var rows []memberRow
	for some := range slices.Chunk(ids, maxParameters) {
		var more []memberRow
		if err := tx.db.Where("id IN ?", some).Find(&more).Error; err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	members, err := convertAll(rows, tx.member)
	slices.SortFunc(members, ticket.Member.Compare)
	return members, err
}

// MembersWithWord lists members with a word that begins so: limit of them at most, by id, each once.
func (tx *Tx) MembersWithWord(beginning string, limit int) (ids []int64, err error) {
	return ids, tx.db.Raw("SELECT DISTINCT member_id FROM member_words WHERE word >= ? AND word < ? LIMIT ?", beginning, beginning+"\U0010FFFF", limit).Scan(&ids).Error
}

// HaveWord returns those of the members that have a word that begins so, by id.
func (tx *Tx) HaveWord(ids []int64, beginning string) (out []int64, err error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return out, tx.db.Raw(`SELECT DISTINCT member_id FROM member_words WHERE member_id IN (SELECT value FROM json_each(?)) AND +word >= ? AND +word < ?
		ORDER BY member_id`, string(list), beginning, beginning+"\U0010FFFF").Scan(&out).Error
}

// MembersBehind lists up to limit members behind one in the order of names; behind the zero member, from the first on.
func (tx *Tx) MembersBehind(m ticket.Member, limit int) ([]ticket.Member, error) {
	var rows []memberRow
	err := tx.db.Where("(last_name, first_name, id) > (?, ?, ?)", m.LastName, m.FirstName, m.ID).Order("last_name, first_name, id").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	return convertAll(rows, tx.member)
}

// MembersAmong is MembersBehind for the members with these ids.
func (tx *Tx) MembersAmong(ids []int64, m ticket.Member, limit int) ([]ticket.Member, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	var rows []memberRow
	err = tx.db.Where("id IN (SELECT value FROM json_each(?)) AND (last_name, first_name, +id) > (?, ?, ?)", string(list), m.LastName, m.FirstName, m.ID).
		Order("last_name, first_name, +id").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	return convertAll(rows, tx.member)
}

// MembersByNumbers returns the members with these national numbers, by number.
func (tx *Tx) MembersByNumbers(numbers []nrn.Number) (map[nrn.Number]ticket.Member, error) {
	out := make(map[nrn.Number]ticket.Member, len(numbers))
	for some := range slices.Chunk(numbers, maxParameters) {
		var indexes [][]byte
		for _, n := range some {
			indexes = append(indexes, tx.keys.indexes("number", n.Reveal())...)
		}
		var rows []memberRow
		if err := tx.db.Where("number_index IN ?", indexes).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			m, err := tx.member(r)
			if err != nil {
				return nil, fmt.Errorf("member %d: %w", r.ID, err)
			}
			out[m.Number] = m
		}
	}
	return out, nil
}

// MembersByAddresses returns the members with these known addresses, by address.
func (tx *Tx) MembersByAddresses(addresses []string) (map[string][]ticket.Member, error) {
	out := map[string][]ticket.Member{}
	for some := range slices.Chunk(addresses, maxParameters) {
		var rows []memberRow
		if err := tx.db.Where("address IN ? AND address <> ''", some).Order("id").Find(&rows).Error; err != nil {
			return nil, err
		}
		members, err := convertAll(rows, tx.member)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			out[m.Address] = append(out[m.Address], m)
		}
	}
	return out, nil
}
