package classify

import (
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/nrn"
)

// plausible reports whether digits without a label are presented as a national number: written as one is and nothing else, or beside
// the sender's name, or alone.
func (r reading) plausible(p *passage, at int, c presented) bool {
	digits := digitsOf(p.text[c.Start:c.End])
	official := p.official(c.Candidate)
	if isMobile(digits) && !official || strings.HasPrefix(digits, "00") && c.Err != nil {
		return false
	}
	if p == r.text && p.tokens[at].line > r.closing+6 {
		return false
	}
	alone := p.alone(c.Candidate)
	if c.Usual && c.Err == nil {
		return official || alone || c.hits > 0 || p == r.subject || p.standsApart(at, c.Candidate) || p.belowNames(at) || groupsOf(p.text[c.Start:c.End]) > 3
	}
	if c.Usual {
		return startsWithDate(digits) && (official || alone || c.hits > 0)
	}
	// Spreadsheets drop the 0 that the numbers of the years 2000 to 2009 begin with.
	dated := startsWithDate(digits) || c.Digits == 10 && digits[0] != '0' && startsWithDate("0"+digits)
	beside := p.behindSender(at, r.own) || p.inRow(at) && c.hits >= 2
	return (alone || c.Err != nil && beside) && (c.Err == nil || c.Digits >= 9 && c.Digits <= 13 && dated)
}

// alone reports whether the digits fill their line, but for a mark or the number of an item in front.
func (p *passage) alone(c nrn.Candidate) bool {
	first, last := p.lines[p.tokens[p.tokenAt(c.Start)].line].start, p.lines[p.tokens[p.tokenAt(c.End-1)].line].end
	if c.Start-first+last-c.End > 60 {
		return false
	}
	rest := p.text[first:c.Start] + p.text[c.End:last]
	return !strings.ContainsFunc(rest, unicode.IsLetter) && len(digitsOf(rest)) <= 1
}

// standsApart reports whether the digits are a clause of their own between commas, brackets or line ends.
func (p *passage) standsApart(at int, c nrn.Candidate) bool {
	k := p.parts[p.tokens[at].clause]
	return p.tokens[k.first].start >= c.Start && p.tokens[k.last-1].end <= c.End
}

// belowNames reports whether the digits of token at stand behind the one word "number", in the line below a field of a name.
func (p *passage) belowNames(at int) bool {
	line := p.tokens[at].line
	l := p.lines[line]
	if line == 0 || l.first != at-1 || !p.tokens[l.first].is.has(anyLabel) {
		return false
	}
	above := p.lines[line-1]
	return above.last > above.first && fieldWords[p.tokens[above.first].word]
}

// inRow reports whether token at stands in a line of cells, also in one copied from a spreadsheet with semicolons between them.
func (p *passage) inRow(at int) bool {
	line := p.tokens[at].line
	return len(p.cells(line)) > 1 || p.lines[line].end-p.lines[line].start <= maxRow && strings.Count(p.lineText(line), ";") >= 2
}

// groupsOf counts the groups of digits.
func groupsOf(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !isDigitRune(r) }))
}

// isMobile reports whether digits can be a Belgian mobile telephone number with its country in front: eleven digits, some of which
// check as a national number.
func isMobile(digits string) bool { return strings.HasPrefix(digits, "324") }

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if !isDigitRune(c) {
			return -1
		}
		return c
	}, s)
}

// startsWithDate reports whether the first six digits can be a date of birth, bis-numbers included.
func startsWithDate(digits string) bool {
	if len(digits) < 6 {
		return false
	}
	month := (int(digits[2]-'0')*10 + int(digits[3]-'0')) % 20
	return digits[2] < '6' && month <= 13 && digits[4] <= '3'
}

// hitsNear counts the words of the sender's name beside the digits of token at: in the name before or behind them, else in their
// line, also in small letters or in cells, or in the line that heads their block.
func (r reading) hitsNear(p *passage, at int) int {
	seen := map[string]bool{}
	line := p.tokens[at].line
	for i := at - 1; i >= 0 && i >= at-8 && p.tokens[i].line == line && !isDigitRune(rune(p.tokens[i].word[0])); i-- {
		if w := p.tokens[i].word; r.own[w] && (at-i <= 4 || p.inRow(at)) {
			seen[w] = true
		}
	}
	if p.inRow(at) {
		return len(seen)
	}
	for i := p.tokenBehind(p.tokens[at].end); i < len(p.tokens) && i <= at+7 && p.tokens[i].line == line && p.tokens[i].sentence == p.tokens[at].sentence; i++ {
		w, gap := p.tokens[i].word, p.text[p.tokens[i-1].end:p.tokens[i].start]
		switch {
		case isDigitRune(rune(w[0])):
			continue
		case r.own[w] && strings.TrimSpace(gap) == "":
			seen[w] = true
			continue
		}
		break
	}
	hits := max(p.hitsBeside(at, r.own), len(seen))
	if hits > 0 || p.nameBefore(p.tokens[at].start).to > 0 {
		return hits
	}
	if l := p.lines[p.blockHead(line)]; r.ownLine(p, l) {
		return l.last - l.first
	}
	return 0
}

// blockHead returns the line above, three at most, that begins with a name, with nothing between but lines without digits or mail
// addresses; or the line itself.
func (p *passage) blockHead(at int) int {
	for i := at - 1; i >= 0 && i >= at-3; i-- {
		l := p.lines[i]
		if l.first == l.last || l.last-l.first > 6 {
			break
		}
		for _, t := range p.tokens[l.first:l.last] {
			if t.mail || isDigitRune(rune(t.word[0])) {
				return at
			}
		}
		if p.tokens[l.first].is.has(nnLabel|otherLabel) || strings.HasSuffix(strings.TrimSpace(p.lineText(i)), ":") {
			continue
		}
		if s := p.nameSpan(l.first, true); s.to == l.last && s.to-s.from >= 2 && p.anyGiven(s, hints{}) {
			return i
		}
	}
	return at
}

// ownLine reports whether a line holds the sender's name and nothing else, perhaps with a slip.
func (r reading) ownLine(p *passage, l line) bool {
	exact := 0
	for _, t := range p.tokens[l.first:l.last] {
		switch {
		case r.own[t.word]:
			exact++
		case !particleWords[t.word] && !r.nearOwn(t.word):
			return false
		}
	}
	return exact > 0
}

func (r reading) nearOwn(word string) bool {
	for w := range r.own {
		if len(w) >= 5 && distance(w, word, 1) <= 1 {
			return true
		}
	}
	return false
}
