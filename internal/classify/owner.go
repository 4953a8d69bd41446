package classify

import (
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
)

// hitsBeside counts the words of the sender's name in the line of the digits and, where that holds nothing else, the lines around.
func (p *passage) hitsBeside(at int, words map[string]bool) int {
	s := p.nameBefore(p.tokens[at].start)
	if s.to == 0 {
		s = p.nameBehind(at)
	}
	hits := 0
	seen := map[string]bool{}
	for _, t := range p.tokens[s.from:s.to] {
		if words[t.word] && !seen[t.word] {
			hits++
			seen[t.word] = true
		}
	}
	return hits
}

// nameBefore returns the name that stands nearest before byte i, in its line or the line before; the zero span when there is none.
func (p *passage) nameBefore(i int) span {
	at := p.tokenAt(i)
	if at >= len(p.tokens) {
		return span{}
	}
	line := p.tokens[at].line
	for j := at - 1; j >= 0 && j >= at-12; j-- {
		t := p.tokens[j]
		if t.line < line-1 || t.mail || t.word[0] >= '0' && t.word[0] <= '9' && len(t.word) > 1 {
			break
		}
		if !isUpperAt(p.text, t.start) || t.is.has(nnLabel|anyLabel|otherLabel) && !givenNames[t.word] {
			continue
		}
		s := span{j, j + 1}
		for s.from > 0 && s.to-s.from < 6 && p.nameLike(s.from-1, false) && (p.nameGap(s.from) || p.commaGap(s.from)) {
			s.from--
		}
		if p.nameLike(j, false) && s.to-s.from >= 2 {
			// "Broeck, Lieve van den": particles behind the comma are part of it.
			for strings.Contains(p.spanText(s), ",") && s.to < at && p.isLowerParticle(s.to) {
				s.to++
			}
			return s
		}
	}
	return span{}
}

// commaGap reports whether only a comma stands in front of token i.
func (p *passage) commaGap(i int) bool {
	return strings.TrimSpace(p.text[p.tokens[i-1].end:p.tokens[i].start]) == "," && p.tokens[i-1].line == p.tokens[i].line
}

// nameInLine returns the name that fills a line or clause up to the digits of token at, also in small letters.
func (p *passage) nameInLine(at int, h hints) span {
	for _, first := range []int{p.lines[p.tokens[at].line].first, p.parts[p.tokens[at].clause].first, p.parts[max(0, p.tokens[at].clause-1)].first} {
		if s := p.nameSpan(first, true); s.to == at && s.to-s.from >= 2 && p.anyGiven(s, h) {
			return s
		}
	}
	return span{}
}

// nameBehind returns the name right behind the digits of token at.
func (p *passage) nameBehind(at int) span {
	line := p.tokens[at].line
	j := at
	if p.lines[line].first < at {
		line--
	}
	for j < len(p.tokens) && j-at < 16 && p.tokens[j].word[0] >= '0' && p.tokens[j].word[0] <= '9' {
		j++
	}
	for n := 0; j < len(p.tokens) && n < 3 && p.tokens[j].line <= line+1; j, n = j+1, n+1 {
		if s := p.nameSpan(j, false); s.to-s.from >= 2 {
			return s
		}
	}
	return span{}
}

// behindSender reports whether the full name of the sender stands right before the digits of token at, in the same line.
func (p *passage) behindSender(at int, words map[string]bool) bool {
	s := p.nameBefore(p.tokens[at].start)
	return s.to == at && p.tokens[s.from].line == p.tokens[at].line && p.hitsBeside(at, words) >= 2
}

// besideNumber reads the name that stands beside the sender's own number.
func (r reading) besideNumber(n numberFound, h hints) fullName {
	p := n.passage
	if p == nil {
		return fullName{}
	}
	at := p.tokenAt(n.at)
	for _, s := range []span{p.nameBefore(n.at), p.nameInLine(at, h), p.nameBehind(at)} {
		text := p.spanText(s)
		if s.to == 0 || !isPersonal(text) || r.namesColleague(p, s, at) || p.counted(s) || p.explains(s, at) {
			continue
		}
		name := h.splitAs(text, r.usageBeside(p, s))
		// Words that no list knows are only a name where the sender's own words say so.
		if name.complete() && (p.anyGiven(s, h) || n.number != nrn.Number{}) || name.last != "" && p == r.text && r.initialed(p, s) {
			return name
		}
	}
	return fullName{}
}

// usageBeside is the order in which a name beside a number usually stands: as asked for, last name first, where both fill a line or
// clause, but not in a sentence or a signature.
func (r reading) usageBeside(p *passage, s span) usage {
	first := s.from
	if first > 0 && titles[p.tokens[first-1].word] {
		first--
	}
	if p == r.text && p.tokens[s.from].line >= r.closing || !p.beginsPart(first) {
		return firstLast
	}
	return lastFirst
}

// namesColleague reports whether a name in the line above a number, behind other words, is that of somebody else in the signature:
// "Fiscalia BV, managing partner Tom Janes".
func (r reading) namesColleague(p *passage, s span, at int) bool {
	if at >= len(p.tokens) || p != r.text || p.tokens[s.from].line == p.tokens[at].line || p.lines[p.tokens[s.from].line].first == s.from {
		return false
	}
	display := r.displayName(hints{})
	return display.complete() && !r.displayWords(s)
}

// counted reports whether a name is that of several people or of one more, who share it with the sender: "er zijn nogal wat Jan
// Peetersen", "un autre Jean Dupont".
func (p *passage) counted(s span) bool {
	return s.from > 0 && p.tokens[s.from-1].sentence == p.tokens[s.from].sentence && counts[p.tokens[s.from-1].word]
}

// counts stand in front of people that are several, or one of several.
var counts = wordSet(`een twee drie vier vijf veel wat meerdere verschillende enkele andere un une deux trois quatre cinq plusieurs autre autres quelques
	one two three four five several many some other another ein zwei drei vier funf mehrere viele einige anderer weitere`)

// explains reports whether a name stands between brackets behind another number, in a line above that of token at: it tells whose that
// one is.
func (p *passage) explains(s span, at int) bool {
	return s.from > 0 && at < len(p.tokens) && p.tokens[s.from].line < p.tokens[at].line && isDigitRune(rune(p.tokens[s.from-1].word[0])) &&
		strings.TrimSpace(p.text[p.tokens[s.from-1].end:p.tokens[s.from].start]) == "("
}
