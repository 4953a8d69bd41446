package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"

	"iec-iab.be/servicedesk/internal/ticket"
)

// token stands for a word in the blind index: the text of mails is sealed, and the words by which it is found must not give it away.
type token [8]byte

func (t token) hex() string { return hex.EncodeToString(t[:]) }

// wordChange is what becomes of one token in one block.
type wordChange struct{ add, remove []int }

// SetWords makes each of the tickets be found by its words here, and by no others.
func (tx *Tx) SetWords(words map[int64][]string) error {
	ids := slices.Collect(maps.Keys(words))
	before, err := tx.ticketTokens(ids)
	if err != nil {
		return err
	}
	changes := map[int64]map[token]*wordChange{}
	var rows [][2]string
	for _, id := range ids {
		now := tx.tokens(words[id])
		if slices.Equal(now, before[id]) {
			continue
		}
		rows = append(rows, [2]string{strconv.FormatInt(id, 10), joinTokens(now)})
		b := id / blockSize
		if changes[b] == nil {
			changes[b] = map[token]*wordChange{}
		}
		noteChanges(changes[b], int(id%blockSize), before[id], now)
	}
	for b, c := range changes {
		if err := tx.changeBlock(b, c); err != nil {
			return err
		}
	}
	return tx.eachJSON(`INSERT INTO ticket_words (ticket_id, tokens) SELECT CAST(value ->> 0 AS INTEGER), unhex(value ->> 1) FROM json_each(?)
		WHERE true ON CONFLICT DO UPDATE SET tokens = excluded.tokens`, rows)
}

// eachJSON runs a statement that takes a list of rows as one parameter, so that it is one statement whatever their number.
func (tx *Tx) eachJSON(sql string, rows [][2]string, args ...any) error {
	if len(rows) == 0 {
		return nil
	}
	list, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	return tx.db.Exec(sql, append(args, string(list))...).Error
}

// tokens are the tokens of words under the current key, in their order.
func (tx *Tx) tokens(words []string) []token {
	out := make([]token, len(words))
	for i, w := range words {
		out[i] = tx.keys.token(tx.keys.current, w)
	}
	slices.SortFunc(out, func(a, b token) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(out)
}

func joinTokens(list []token) string {
	var b bytes.Buffer
	for _, t := range list {
		b.WriteString(t.hex())
	}
	return b.String()
}

// ticketTokens are the tokens by which tickets are found now.
func (tx *Tx) ticketTokens(ids []int64) (map[int64][]token, error) {
	var rows []struct {
		TicketID int64
		Tokens   []byte
	}
	err := tx.db.Raw("SELECT ticket_id, tokens FROM ticket_words WHERE ticket_id IN ?", ids).Scan(&rows).Error
	out := make(map[int64][]token, len(rows))
	for _, r := range rows {
		for t := range slices.Chunk(r.Tokens, len(token{})) {
			out[r.TicketID] = append(out[r.TicketID], token(t))
		}
	}
	return out, err
}

// noteChanges adds to changes what one ticket gained and lost.
func noteChanges(changes map[token]*wordChange, n int, before, now []token) {
	change := func(t token) *wordChange {
		if changes[t] == nil {
			changes[t] = &wordChange{}
		}
		return changes[t]
	}
	had, has := setOf(before), setOf(now)
	for t := range has {
		if !had[t] {
			c := change(t)
			c.add = append(c.add, n)
		}
	}
	for t := range had {
		if !has[t] {
			c := change(t)
			c.remove = append(c.remove, n)
		}
	}
}

func setOf(list []token) map[token]bool {
	set := make(map[token]bool, len(list))
	for _, t := range list {
		set[t] = true
	}
	return set
}

// changeBlock writes the changes of one block of tickets.
func (tx *Tx) changeBlock(number int64, changes map[token]*wordChange) error {
	sets, err := tx.wordBlocks(slices.Collect(maps.Keys(changes)), number, number)
	if err != nil {
		return err
	}
	var written, emptied [][2]string
	for t, c := range changes {
		b := sets[wordKey{t, number}]
		if b == nil {
			b = &block{}
		}
		for _, n := range c.remove {
			b.remove(n)
		}
		for _, n := range c.add {
			b.add(n)
		}
		if b.count() == 0 {
			emptied = append(emptied, [2]string{t.hex()})
		} else {
			written = append(written, [2]string{t.hex(), hex.EncodeToString(b.encode())})
		}
	}
	err = tx.eachJSON(`INSERT INTO words (block, token, ids) SELECT ?, unhex(value ->> 0), unhex(value ->> 1) FROM json_each(?)
		WHERE true ON CONFLICT DO UPDATE SET ids = excluded.ids`, written, number)
	return errors.Join(err, tx.eachJSON("DELETE FROM words WHERE block = ? AND token IN (SELECT unhex(value ->> 0) FROM json_each(?))", emptied, number))
}

type wordKey struct {
	token
	block int64
}

// wordBlocks reads the sets of tokens in the blocks from low to high.
func (tx *Tx) wordBlocks(tokens []token, low, high int64) (map[wordKey]*block, error) {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.hex()
	}
	var blocks []int64 // each by its number: a range would be read whole
	for b := low; b <= high; b++ {
		blocks = append(blocks, b)
	}
	list, err := json.Marshal([]any{blocks, words})
	if err != nil {
		return nil, err
	}
	rows, err := tx.db.Raw(`SELECT token, block, ids FROM words WHERE block IN (SELECT value FROM json_each(?, '$[0]'))
		AND token IN (SELECT unhex(value) FROM json_each(?, '$[1]'))`, string(list), string(list)).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sets := map[wordKey]*block{}
	for rows.Next() {
		var t, ids []byte
		var number int64
		if err := rows.Scan(&t, &number, &ids); err != nil {
			return nil, err
		}
		b := &block{}
		if err := b.decode(ids); err != nil {
			return nil, err
		}
		sets[wordKey{token(t), number}] = b
	}
	return sets, rows.Err()
}

// stepBlocks is how many blocks are read at once: those of 131,072 tickets.
const stepBlocks = 32

// TicketsWithWords hands the tickets below an id that hold all the words of one of the phrases to visit, newest first and some at a time, until it has
// enough. Words are compared as sets of 4,096 tickets, so words that stand in every ticket, and words that never stand together, are quick too.
func (tx *Tx) TicketsWithWords(phrases [][]string, below int64, visit func(ids []int64) (enough bool, err error)) error {
	var last int64
	if err := tx.db.Raw("SELECT coalesce(max(id), 0) FROM tickets").Scan(&last).Error; err != nil {
		return err
	}
	below = min(below, last+1)
	var groups [][][]token
	var all []token
	for _, words := range phrases {
		g, tokens := tx.wordTokens(words)
		groups, all = append(groups, g), append(all, tokens...)
	}
	for high := (below - 1) / blockSize; below > 0 && high >= 0; high -= stepBlocks {
		low := max(0, high-stepBlocks+1)
		sets, err := tx.wordBlocks(all, low, high)
		if err != nil {
			return err
		}
		for number := high; number >= low; number-- {
			var found block
			for _, g := range groups {
				found.or(together(g, sets, number))
			}
			ids := belowID(found.descending(number), below)
			if len(ids) == 0 {
				continue
			}
			if enough, err := visit(ids); enough || err != nil {
				return err
			}
		}
	}
	return nil
}

// wordTokens are the tokens of each word, under every key: a ticket may have been indexed under an older one.
func (tx *Tx) wordTokens(words []string) (groups [][]token, all []token) {
	for _, w := range words {
		var g []token
		for _, id := range tx.keys.ids {
			g = append(g, tx.keys.token(id, w))
		}
		groups, all = append(groups, g), append(all, g...)
	}
	return groups, all
}

// together is the set of a block's tickets that hold one token of every group.
func together(groups [][]token, sets map[wordKey]*block, number int64) *block {
	out := &block{}
	for i, g := range groups {
		var any block
		for _, t := range g {
			if b := sets[wordKey{t, number}]; b != nil {
				any.or(b)
			}
		}
		if i == 0 {
			*out = any
		} else {
			out.and(&any)
		}
	}
	return out
}

// belowID cuts what is not below an id off a descending list.
func belowID(ids []int64, below int64) []int64 {
	i := slices.IndexFunc(ids, func(id int64) bool { return id < below })
	if i < 0 {
		return nil
	}
	return ids[i:]
}

// IndexedTickets returns those of the tickets that are in the word index.
func (tx *Tx) IndexedTickets(ids []int64) (out []int64, err error) {
	return out, tx.db.Raw("SELECT ticket_id FROM ticket_words WHERE ticket_id IN ?", ids).Scan(&out).Error
}

// quietEvents change nothing that a ticket is found by.
var quietEvents = map[string]bool{ticket.EventAttempted: true, ticket.EventSent: true, ticket.EventFailed: true, ticket.EventNoted: true}

// TicketsToIndex lists the tickets of which the history went on behind the cursor of the word index, looking at up to limit events. next
// is where the cursor is to be moved.
func (tx *Tx) TicketsToIndex(limit int) (ids []int64, cursor, next int64, err error) {
	if cursor, err = tx.wordsCursor(); err != nil {
		return nil, 0, 0, err
	}
	var rows []eventRow
	err = tx.db.Select("id", "ticket_id", "name").Where("id > ?", cursor).Order("id").Limit(limit).Find(&rows).Error
	next = cursor
	for _, r := range rows {
		next = r.ID
		if id := orZero(r.TicketID); id != 0 && !quietEvents[r.Name] && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, cursor, next, err
}

const wordsCursor = "words_cursor"

func (tx *Tx) wordsCursor() (int64, error) {
	value, err := tx.setting(wordsCursor)
	if errors.Is(err, ticket.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return strconv.ParseInt(string(value), 10, 64)
}

// PassWords moves the cursor of the word index, provided that it still stands where it was.
func (tx *Tx) PassWords(was, next int64) error {
	now, err := tx.wordsCursor()
	if err != nil {
		return err
	}
	if now != was {
		return &ticket.Conflict{What: ticket.Say("the word index"), Now: ticket.Say("at event %d", now), At: tx.now}
	}
	return tx.setSetting(wordsCursor, []byte(strconv.FormatInt(next, 10)))
}
