package classify

import (
	"strings"
	"unicode"
)

// dataLine finds a line that holds a full name and nothing else, above the closing: "Peeters Jan".
func (r reading) dataLine(h hints) fullName {
	p := r.text
	for i, l := range p.lines {
		if i >= r.tail || i >= r.closing {
			break
		}
		n := l.last - l.first
		if n < 2 || n > 6 || p.tokens[l.first].is.has(ask|thanks) {
			continue
		}
		s := p.nameSpan(l.first, true)
		text := p.spanText(s)
		if s.to != l.last || !isPersonal(p.lineText(i)) || !p.anyGiven(s, h) {
			continue
		}
		usual := lastFirst
		if p.signs(i) {
			usual = firstLast
		}
		if name := h.splitAs(text, usual); name.complete() {
			return name
		}
	}
	return fullName{}
}

// signs reports whether line i stands where a letter is signed: behind a comma or at the end.
func (p *passage) signs(i int) bool {
	above := p.before(i)
	end := len(p.lines) - 1
	for end > i && p.lines[end].first == p.lines[end].last {
		end--
	}
	return end == i || above > 0 && strings.HasSuffix(strings.TrimSpace(p.lineText(above)), ",")
}

// subjectName finds a name beside the key words of the subject: "e-mailadres vergeten - Claes Thomas".
func (r reading) subjectName(h hints) fullName {
	p := r.subject
	for i := range p.tokens {
		if i > 0 && !strings.ContainsAny(p.text[p.tokens[i-1].end:p.tokens[i].start], "-–—:,(|/") && !p.tokens[i-1].is.has(forgotten|change) {
			continue
		}
		s := p.nameSpan(i, false)
		text := p.spanText(s)
		// A first name alone of which the account has the initial.
		if s.to-s.from == 1 && givenNames[p.tokens[i].word] && isUpperAt(p.text, p.tokens[i].start) && r.hasInitial(p.tokens[i].word[:1]) {
			return fullName{first: text}
		}
		// A last name alone, where the address tells that it is one.
		if s.to-s.from == 1 && h[p.tokens[i].word] < 0 && isUpperAt(p.text, p.tokens[i].start) {
			return fullName{last: text}
		}
		if s.to-s.from < 2 || !isPersonal(text) || !p.anyGiven(s, h) || i > 0 && titles[p.tokens[i].word] {
			continue
		}
		if n := h.split(text); n.complete() {
			return n
		}
	}
	return fullName{}
}

// hasInitial reports whether the display name begins with an initial, this one.
func (r reading) hasInitial(letter string) bool {
	if len(r.mail.From) == 0 {
		return false
	}
	words := nameWords(r.mail.From[0].Name)
	return len(words) > 1 && isInitial(words[0]) && strings.HasPrefix(fold(words[0]), letter)
}

// stackedLines reads last and first name in two lines of their own, above or below the number, as people fill in a form of which the
// labels are lost.
func (r reading) stackedLines(h hints) fullName {
	p := r.text
	above := -1
	for i := 0; i < len(p.lines) && i < r.tail; i++ {
		if p.lines[i].first == p.lines[i].last {
			continue
		}
		if above >= 0 && p.isNamePart(above, h) && p.isNamePart(i, h) && (p.digitsFollow(i) || p.digitsIn(p.before(above))) {
			if n := h.stacked(p.lineName(above), p.lineName(i)); n.complete() {
				return n
			}
		}
		above = i
	}
	return fullName{}
}

// stacked makes a name of two lines; forms ask for the last name first.
func (h hints) stacked(a, b string) fullName {
	x, y := nameWords(a), nameWords(b)
	ab, ba := h.weigh(x, y), h.weigh(y, x)
	switch {
	case ab < 2 && ba < 2:
		return fullName{}
	case ba > ab:
		return fullName{b, a}
	}
	return fullName{a, b}
}

func (p *passage) lineName(i int) string { return p.spanText(p.nameSpan(p.lines[i].first, false)) }

// isNamePart reports whether line i is a last or a first name and nothing else, not both.
func (p *passage) isNamePart(i int, h hints) bool {
	l := p.lines[i]
	s := p.nameSpan(l.first, false)
	if s.to != l.last || s.to-s.from > 4 || !isPersonal(p.lineText(i)) || strings.HasSuffix(strings.TrimSpace(p.lineText(i)), ",") {
		return false
	}
	given, other := 0, 0
	for _, t := range p.tokens[s.from:s.to] {
		switch {
		case givenNames[t.word]:
			given++
		case !particleWords[t.word]:
			other++
		}
	}
	return (given == 0 || other == 0) && !isClosing(p, i)
}

// before returns the last line with words above line i, or -1.
func (p *passage) before(i int) int { return p.lines[i].above }

// digitsFollow reports whether the next line with words below line i begins with digits or a label of a number.
func (p *passage) digitsFollow(i int) bool {
	for i++; i < len(p.lines) && p.lines[i].first == p.lines[i].last; i++ {
	}
	return i < len(p.lines) && p.digitsIn(i)
}

// digitsIn reports whether line i holds as many digits as a national number.
func (p *passage) digitsIn(i int) bool {
	if i < 0 || p.lines[i].first == p.lines[i].last {
		return false
	}
	digits := 0
	for _, c := range p.lineText(i) {
		if '0' <= c && c <= '9' {
			digits++
		}
	}
	l := p.lines[i]
	return digits >= 9 && digits <= 13 && (l.last-l.first < 12 || unicode.IsDigit(rune(p.tokens[l.first].word[0])))
}
