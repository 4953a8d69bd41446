package classify

import (
	"slices"
	"strings"
)

// phrase is one entry of a table of phrases, cut into elements; C is the set of what phrases of its table can mean.
type phrase[C ~uint64] struct {
	elements []element
	is       C
}

// element is one place of a phrase: words of which one must stand there, or a gap.
type element struct {
	words    []string        // exact
	many     map[string]bool // the same, where there are many
	prefixes []string        // beginnings of words
	digits   bool            // a word that begins with a digit
	gap      int             // up to so many other words
}

// How many words a * and a ** of a phrase stand for at most.
const (
	gapWords     = 4
	wideGapWords = 8
)

// lexicon finds phrases by their first word.
type lexicon[C ~uint64] struct {
	words    map[string][]*phrase[C]
	prefixes map[string][]*phrase[C] // by the first three letters
	numbers  []*phrase[C]            // that begin with a number
	fuzzy    map[byte][]fuzzyWord[C] // long single words by their first letter, for near misses
	often    C                       // the meanings of which near misses are looked for
}

type fuzzyWord[C ~uint64] struct {
	word string
	is   C
}

func newLexicon[C ~uint64](table []phrasesOf[C], often C) *lexicon[C] {
	l := &lexicon[C]{words: map[string][]*phrase[C]{}, prefixes: map[string][]*phrase[C]{}, fuzzy: map[byte][]fuzzyWord[C]{}, often: often}
	for _, group := range table {
		for _, text := range strings.Split(group.list, ";") {
			if text = strings.TrimSpace(text); text != "" {
				l.add(text, group.is)
			}
		}
	}
	return l
}

func (l *lexicon[C]) add(text string, is C) {
	p := &phrase[C]{is: is}
	// Alternatives may go on in the next line of a table.
	word := ""
	for _, field := range strings.Fields(text) {
		if word += field; !strings.HasSuffix(word, "|") {
			p.elements = append(p.elements, newElement(word))
			word = ""
		}
	}
	first := p.elements[0]
	for _, w := range first.words {
		l.words[w] = append(l.words[w], p)
		if len(p.elements) == 1 && len(w) >= 6 && is&l.often != 0 {
			l.fuzzy[w[0]] = append(l.fuzzy[w[0]], fuzzyWord[C]{w, is})
		}
	}
	for _, w := range first.prefixes {
		l.prefixes[w[:3]] = append(l.prefixes[w[:3]], p)
	}
	if first.digits {
		l.numbers = append(l.numbers, p)
	}
}

// at tells found of each phrase that begins at token i of p, with the tokens that it covers, gaps excepted. It reports whether there
// was one.
func (l *lexicon[C]) at(p *passage, i int, found func(is C, covered []int)) bool {
	word, known := p.tokens[i].word, false
	try := func(phrases []*phrase[C]) {
		var at [16]int
		for _, ph := range phrases {
			if covered := p.match(ph.elements, i, at[:0]); covered != nil {
				known = true
				found(ph.is, covered)
			}
		}
	}
	try(l.words[word])
	if len(word) >= 3 {
		try(l.prefixes[word[:3]])
	}
	if isDigit(word[0]) {
		try(l.numbers)
	}
	return known
}

func newElement(field string) element {
	switch field {
	case "*":
		return element{gap: gapWords}
	case "**":
		return element{gap: wideGapWords}
	}
	var e element
	for _, w := range strings.Split(field, "|") {
		if p, ok := strings.CutSuffix(w, "~"); ok {
			e.prefixes = append(e.prefixes, p)
		} else if w == "#" {
			e.digits = true
		} else {
			e.words = append(e.words, w)
		}
	}
	if len(e.words) > 8 {
		e.many = wordSet(strings.Join(e.words, " "))
	}
	return e
}

func (e element) matches(word string) bool {
	if e.digits && isDigit(word[0]) {
		return true
	}
	if e.many != nil {
		if e.many[word] {
			return true
		}
	} else if slices.Contains(e.words, word) {
		return true
	}
	for _, w := range e.prefixes {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// match returns the tokens that the elements cover from token i on, nil when they do not match. A phrase ends with its sentence.
func (p *passage) match(elements []element, i int, covered []int) []int {
	for len(elements) > 0 {
		e := elements[0]
		if e.gap > 0 {
			return p.skip(elements[1:], i, e.gap, covered)
		}
		if i >= len(p.tokens) || !e.matches(p.tokens[i].word) || (len(covered) > 0 && p.parted(i)) {
			return nil
		}
		covered = append(covered, i)
		elements, i = elements[1:], i+1
	}
	return covered
}

// skip matches the elements behind a gap of up to most words.
func (p *passage) skip(elements []element, i, most int, covered []int) []int {
	for j := i; j <= i+most && j < len(p.tokens); j++ {
		if j > 0 && p.parted(j) || j > i && contrasts[p.tokens[j-1].word] {
			return nil
		}
		if found := p.match(elements, j, covered); found != nil {
			return found
		}
	}
	return nil
}

// contrasts begin the other half of a contrast: "... ken ik, maar niet ...".
var contrasts = wordSet("maar mais but aber sondern")

// parted reports whether a mark that ends a sentence stands before token i.
func (p *passage) parted(i int) bool {
	return strings.ContainsAny(p.text[p.tokens[i-1].end:p.tokens[i].start], ".!?;")
}
