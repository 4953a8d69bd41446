package classify

import (
	"regexp"
	"strings"
	"unicode"
)

// cell is a part of a line between cell borders, tabs or wide gaps.
type cell struct{ start, end int } // bytes

// cellBorders stand between the columns of a table or of two signatures side by side.
var cellBorders = regexp.MustCompile(`[ \t\x{a0}]*\|[ \t\x{a0}]*|\t+|[ \x{a0}]{3,}`)

// maxRow is how long a line with columns can be, in bytes.
const maxRow = 400

// cells cuts line i; one cell is no row.
func (p *passage) cells(i int) []cell {
	l := p.lines[i]
	text := p.text[l.start:l.end]
	if len(text) > maxRow || !strings.ContainsAny(text, "|\t") && !strings.Contains(text, "   ") && !strings.Contains(text, "\u00a0") {
		return nil
	}
	var out []cell
	at := 0
	add := func(end int) {
		if strings.TrimSpace(text[at:end]) != "" {
			out = append(out, cell{l.start + at, l.start + end})
		}
	}
	for _, b := range cellBorders.FindAllStringIndex(text, 32) {
		add(b[0])
		at = b[1]
	}
	add(len(text))
	return out
}

// ownerInColumn reads the heads of the columns above the digits: "ikzelf | mijn man", or two signatures side by side. Columns are
// counted from the right, since the first head of a table is often empty.
func (r reading) ownerInColumn(p *passage, at int, c presented) (owner, string) {
	line := p.tokens[at].line
	row := p.cells(line)
	k := -1
	for i, x := range row {
		if x.start <= c.Start && c.End <= x.end {
			k = len(row) - i
		}
	}
	if k < 0 || !r.pairs(p, row) {
		return unknown, ""
	}
	for up := line - 1; up >= 0 && up >= line-8; up-- {
		heads := p.cells(up)
		if len(heads) < 2 || len(heads) < k {
			return unknown, ""
		}
		if o := r.ownerOfHeads(p, heads, len(heads)-k, len(row)); o == sender {
			return o, "the column is the sender's"
		} else if o != unknown {
			return o, "the column is that of somebody else"
		}
	}
	return unknown, ""
}

// ownerOfHeads tells whose column k is from the heads of a table of so many columns, or from names side by side.
func (r reading) ownerOfHeads(p *passage, heads []cell, k, columns int) owner {
	mine, role := p.headOwner(heads[k])
	hits, elsewhere, senders := r.hitsIn(p, heads[k]), 0, 0
	for i, x := range heads {
		if i == k || i == 0 && len(heads) == columns && columns > 2 {
			continue
		}
		elsewhere = max(elsewhere, r.hitsIn(p, x))
		if o, _ := p.headOwner(x); o == sender {
			senders++
		}
	}
	switch {
	case mine != unknown:
		return mine
	case role && senders > 0:
		return somebodyElse
	case columns != len(heads) && senders == 0 || hits == elsewhere || role:
		return unknown
	case hits > elsewhere:
		return sender
	}
	return somebodyElse
}

// ownerInFields looks at the names in the fields beside the digits. Where the mailbox and the signature both are of one person and
// the fields of another, somebody fills them in for him.
func (r reading) ownerInFields(p *passage, at int, c presented) (owner, string) {
	if p != r.text || c.hits > 0 || len(r.mail.From) == 0 {
		return unknown, ""
	}
	h := r.nameHints()
	fields, display, signed := fieldNames(p, h), splitDisplay(r.mail.From[0], h), r.closingName(h)
	if !fields.complete() || !display.complete() || !signed.complete() || !sharesWord(display, signed) {
		return unknown, ""
	}
	// A name in another script tells nothing.
	if !isLatin(fields) || !isLatin(signed) || sharesWord(fields, display) || sharesWord(fields, signed) || sentenceName(p, h).complete() {
		return unknown, ""
	}
	return somebodyElse, "the fields beside it are of somebody else than the mailbox and the signature"
}

// isLatin reports whether a name is written in Latin letters.
func isLatin(n fullName) bool {
	return !strings.ContainsFunc(n.last+n.first, func(c rune) bool { return unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c) })
}

// sharesWord reports whether two names have a word in common, perhaps with a slip.
func sharesWord(a, b fullName) bool {
	for _, v := range strings.FieldsFunc(fold(a.last+" "+a.first), notLetter) {
		for _, w := range strings.FieldsFunc(fold(b.last+" "+b.first), notLetter) {
			if !particleWords[v] && (v == w || len(v) > 4 && distance(v, w, 1) <= 1) {
				return true
			}
		}
	}
	return false
}

// pairs reports whether the row holds numbers in several cells, so that its columns belong to several people.
func (r reading) pairs(p *passage, row []cell) bool {
	n := 0
	for _, x := range row {
		if len(digitsOf(p.text[x.start:x.end])) >= 9 {
			n++
		}
	}
	return n > 1
}

// headOwner tells whom the head of a column means, and whether it names a function that can be anybody's.
func (p *passage) headOwner(x cell) (found owner, role bool) {
	for i := p.tokenBehind(x.start); i < len(p.tokens) && p.tokens[i].start < x.end; i++ {
		t := p.tokens[i]
		switch {
		case roles[t.word]:
			role = true
		case p.isOther(i):
			return somebodyElse, false
		case ownAlone[t.word] || ownBeside[t.word] || t.is.has(self):
			found = sender
		}
	}
	return found, role
}

// hitsIn counts the words of the sender's name in a cell.
func (r reading) hitsIn(p *passage, x cell) int {
	n := 0
	for i := p.tokenBehind(x.start); i < len(p.tokens) && p.tokens[i].start < x.end; i++ {
		if r.own[p.tokens[i].word] {
			n++
		}
	}
	return n
}

// ownerInOrder reads "mijn man en ik: A en B, respectievelijk" and "A and B: the former is his, the latter mine".
func (r reading) ownerInOrder(p *passage, at int, c presented) (owner, string) {
	numbers := p.numbersOfSentence(at)
	place := -1
	for i, n := range numbers {
		if n == at {
			place = i
		}
	}
	if len(numbers) < 2 || place < 0 {
		return unknown, ""
	}
	if o := p.orderBehind(numbers, place); o != unknown {
		return o, "the next words tell which of the numbers is whose"
	}
	people := p.peopleBefore(numbers[0])
	if len(people) != len(numbers) {
		return unknown, ""
	}
	return people[place], "the people and the numbers stand in the same order"
}

// numbersOfSentence returns the tokens at which long groups of digits begin, in the sentence of token at.
func (p *passage) numbersOfSentence(at int) []int {
	first := p.firstInScope(at)
	var out []int
	for i := first; i < len(p.tokens) && p.tokens[i].sentence == p.tokens[at].sentence; {
		end, digits := i, 0
		for end < len(p.tokens) && isDigitRune(rune(p.tokens[end].word[0])) && (end == i || !strings.ContainsAny(p.text[p.tokens[end-1].end:p.tokens[end].start], ",;()") && digits < 11) {
			digits += len(p.tokens[end].word)
			end++
		}
		if digits >= 9 && digits <= 12 {
			out = append(out, i)
		}
		i = max(end, i+1)
	}
	return out
}

// peopleBefore lists the people that are named before token at in its sentence, in their order.
func (p *passage) peopleBefore(at int) []owner {
	var people []owner
	first := p.firstInScope(at)
	for i := first; i < at; i++ {
		t := p.tokens[i]
		if p.isOther(i) && !t.is.has(theirs|behalf) {
			people = append(people, somebodyElse)
		} else if withOthers[t.word] && !p.isSubject(i, at) {
			people = append(people, sender)
		}
	}
	return people
}

// isSubject reports whether the pronoun of token i is followed by a verb that only says that numbers are given: "ik geef u".
func (p *passage) isSubject(i, at int) bool {
	return i+1 < at && giving[p.tokens[i+1].word] || i > 0 && giving[p.tokens[i-1].word]
}

// orderBehind reads, behind the numbers, whose the first and the last are.
func (p *passage) orderBehind(numbers []int, place int) owner {
	last := numbers[len(numbers)-1]
	for i := last + 1; i < len(p.tokens) && i < last+40 && p.tokens[i].sentence <= p.tokens[last].sentence+2; i++ {
		if ordinal(p.tokens[i].word, len(numbers)) != place {
			continue
		}
		if o := p.ownerAhead(i+1, len(numbers)); o != unknown {
			return o
		}
	}
	return p.onlyOne(numbers, place)
}

// ordinal returns which of so many things "the former" or "the latter" is, -1 when the word is neither.
func ordinal(word string, of int) int {
	switch {
	case formers[word]:
		return 0
	case latters[word]:
		return of - 1
	}
	return -1
}

// ownerAhead returns whom the next words name, up to the next ordinal.
func (p *passage) ownerAhead(i, of int) owner {
	found := unknown
	for n := 0; n < 8 && i < len(p.tokens) && ordinal(p.tokens[i].word, of) < 0; i, n = i+1, n+1 {
		if p.isOther(i) {
			return somebodyElse
		}
		if ownAlone[p.tokens[i].word] || ownBeside[p.tokens[i].word] {
			found = sender
		}
	}
	return found
}

// onlyOne reads "please use only the latter".
func (p *passage) onlyOne(numbers []int, place int) owner {
	last := numbers[len(numbers)-1]
	only := false
	for i := last + 1; i < len(p.tokens) && i < last+30 && p.tokens[i].sentence <= p.tokens[last].sentence+2; i++ {
		t := p.tokens[i]
		only = only || onlys[t.word]
		if which := ordinal(t.word, len(numbers)); only && which >= 0 {
			if which == place {
				return sender
			}
			return notMeant
		}
	}
	return unknown
}
