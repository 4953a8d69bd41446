package desk

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// NumberSearch reports whether what was typed into a search box holds something that looks like a national number, in any spelling. Then
// it must not reach an address line, a log or an event (R7): ask with QueueFilter.Number. The number is zero where the check digits
// are wrong: it is somebody's but for a slip, so it is kept as secret, and nothing can be found by it.
func (d *Desk) NumberSearch(text string) (n nrn.Number, secret bool) {
	if _, ok := typedRef(text); ok {
		return nrn.Number{}, false
	}
	today := d.Reader.Clock()
	if n, err := nrn.Parse(text, today); err == nil {
		return n, true
	}
	for _, c := range nrn.Find(text, today) {
		if c.Err == nil {
			return c.Number, true
		}
		secret = secret || c.Digits >= slipDigits
	}
	return nrn.Number{}, secret || nrn.Contains(text)
}

// slipDigits is how many digits in a stretch are taken for a national number with some left out.
const slipDigits = 9

// refTyped are the spellings of a Ref in a search box. Without its letters it is short enough that it is no national number with a slip.
var refTyped = regexp.MustCompile(`^(?:(?i:sd)[- ]?(20\d\d)-(\d{1,9})|[- ]?(20\d\d)-(\d{1,6}))$`)

// typedRef reads a Ref, alone, in any usual spelling.
func typedRef(text string) (ticket.Ref, bool) {
	m := refTyped.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || nrn.Contains(text) {
		return "", false
	}
	var year int
	var n int64
	if _, err := fmt.Sscan(m[1]+m[3]+" "+strings.TrimLeft(m[2]+m[4], "0"), &year, &n); err != nil {
		return "", false
	}
	return ticket.MakeRef(year, n), true
}

// What a search looks at, at most.
const (
	maxSearchWords = 8    // of what was typed; more narrow nothing down
	maxCandidates  = 3000 // tickets with the words that are held against the filter for one page
	smallTab       = 2000 // tickets of a tab that are held against the words, instead of the other way round
	candidateStep  = 200
)

// search reads a page of what is searched for, newest first.
func search(tx Tx, f QueueFilter) ([]int64, int64, error) {
	p := &found{tx: tx, filter: f}
	if f.After == 0 {
		p.filter.After = math.MaxInt64
	}
	err := p.look()
	if p.next == 0 && len(p.ids) > f.Limit {
		p.ids = p.ids[:f.Limit]
		p.next = p.ids[f.Limit-1]
	}
	return p.ids, p.next, err
}

// found is a page of tickets in the making.
type found struct {
	tx     Tx
	filter QueueFilter

	few    map[int64]bool // the tickets of the filter, where they are few; else nil
	looked int            // candidates that were held against the filter
	ids    []int64        // one more than fits where there is another page
	next   int64          // not 0: the search stopped here
}

func (p *found) look() error {
	f := p.filter
	if !f.Number.IsZero() {
		ids, err := p.tx.TicketsOf(f.Number, f.After, maxCandidates)
		if err == nil {
			_, err = p.take(ids)
		}
		return err
	}
	if ref, ok := typedRef(f.Search); ok {
		return p.byRef(ref)
	}
	phrases := searchPhrases(f.Search)
	if len(phrases) == 0 {
		return ticket.Refuse("%w: type a word of two letters or more to search for", ticket.ErrInvalid)
	}
	if err := p.smallTab(); err != nil {
		return err
	}
	return p.tx.TicketsWithWords(phrases, f.After, p.take)
}

// searchPhrases are the words that were typed, and those of names such as Van den Broeck once more written together: mails have them either way.
func searchPhrases(text string) (phrases [][]string) {
	apart, joined := searchWords(directory.TextWords(text)), searchWords(directory.JoinedWords(text))
	if len(apart) > 0 {
		phrases = append(phrases, apart)
	}
	if len(joined) > 0 && !slices.Equal(joined, apart) {
		phrases = append(phrases, joined)
	}
	return phrases
}

func searchWords(typed []string) (words []string) {
	for _, w := range typed {
		if utf8.RuneCountInString(w) >= minWord && !slices.Contains(words, w) && len(words) < maxSearchWords {
			words = append(words, w)
		}
	}
	return words
}

func (p *found) byRef(ref ticket.Ref) error {
	t, err := p.tx.Ticket(ref)
	if err != nil || t.ID >= p.filter.After {
		return ignoreMissing(err)
	}
	_, err = p.take([]int64{t.ID})
	return err
}

// smallTab lists the tickets of the filter where they are few: then no candidate outside them costs anything, and no page is short.
func (p *found) smallTab() error {
	if p.filter.Tab == "" {
		return nil
	}
	counts, err := p.tx.Tabs()
	if err != nil || counts[p.filter.Tab] > smallTab {
		return err
	}
	ids, err := p.tx.QueueIDs(p.filter.selection(), 0, false, smallTab+1)
	p.few = make(map[int64]bool, len(ids))
	for _, id := range ids {
		p.few[id] = true
	}
	return err
}

// take holds candidates against the filter until the page is full.
func (p *found) take(ids []int64) (enough bool, err error) {
	if p.few != nil {
		ids = slices.DeleteFunc(ids, func(id int64) bool { return !p.few[id] })
	}
	s := p.filter.selection()
	bound := p.few == nil && s != ticket.Selection{}
	for some := range slices.Chunk(ids, candidateStep) {
		fit := some
		if bound {
			if fit, err = p.fitting(some, s); err != nil {
				return true, err
			}
		}
		p.ids = append(p.ids, fit...)
		if len(p.ids) > p.filter.Limit {
			return true, nil
		}
		if p.looked += len(some); bound && p.looked >= maxCandidates {
			p.next = some[len(some)-1]
			return true, nil
		}
	}
	return false, nil
}

// fitting are those of the candidates that the filter wants, in their order.
func (p *found) fitting(ids []int64, s ticket.Selection) ([]int64, error) {
	wanted, err := p.tx.Selected(ids, s)
	slices.Sort(wanted)
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool {
		_, ok := slices.BinarySearch(wanted, id)
		return !ok
	}), err
}

// What a ticket is found by, at most; and the beginnings of names that are found.
const (
	minWord      = 2
	maxWord      = 40
	maxTextWords = 400
	maxNameWords = 60
	minBeginning = 2
	maxBeginning = 12
	maxText      = 100_000 // octets of a mail that are looked at
	secretDigits = 6       // a word with so many could be a national number (R7)
)

// wordList is what one ticket is found by.
type wordList struct {
	today        time.Time
	words        []string
	seen         map[string]bool
	names, texts int // words of either sort so far
}

func (l *wordList) add(word string) bool {
	if l.seen[word] {
		return false
	}
	l.seen[word] = true
	l.words = append(l.words, word)
	return true
}

// name adds the words of a name or an address with their beginnings. Digits are kept: nothing with a national number comes here.
func (l *wordList) name(words []string) {
	for _, w := range words {
		letters := []rune(w)
		if len(letters) < minWord || len(letters) > maxWord || l.names >= maxNameWords {
			continue
		}
		if l.add(w) {
			l.names++
		}
		for n := minBeginning; n <= min(maxBeginning, len(letters)-1); n++ {
			l.add(string(letters[:n]))
		}
	}
}

func (l *wordList) person(names ...string) {
	for _, n := range names {
		l.name(directory.NameWords(withoutNumbers(n, l.today)))
	}
}

func (l *wordList) address(addr string) {
	if !nrn.Contains(addr) {
		l.name(directory.TextWords(addr))
	}
}

// text adds the whole words of a text, without numbers that could be national ones.
func (l *wordList) text(text string) {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	for _, w := range directory.TextWords(withoutNumbers(text, l.today)) {
		if l.texts >= maxTextWords {
			return
		}
		if n := utf8.RuneCountInString(w); n < minWord || n > maxWord || digits(w) >= secretDigits {
			continue
		}
		if l.add(w) {
			l.texts++
		}
	}
}

func digits(word string) (n int) {
	for _, c := range word {
		if '0' <= c && c <= '9' {
			n++
		}
	}
	return n
}

// withoutNumbers leaves out every stretch of six digits or more, however it is spelled: not even the pieces of a national number are to
// be found (R7).
func withoutNumbers(text string, today time.Time) string {
	text = nrn.Redact(text)
	var b strings.Builder
	done := 0
	for _, c := range nrn.Find(text, today) {
		b.WriteString(text[done:c.Start] + " ")
		done = c.End
	}
	return b.String() + text[done:]
}

func ignoreMissing(err error) error {
	if isMissing(err) {
		return nil
	}
	return err
}
