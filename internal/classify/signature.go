package classify

import (
	"slices"
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/message"
)

// displayName reads the display name of the sender.
func (r reading) displayName(h hints) fullName {
	if len(r.mail.From) == 0 {
		return fullName{}
	}
	return splitDisplay(r.mail.From[0], h)
}

func splitDisplay(from message.Address, h hints) fullName {
	s := from.Name
	if i := strings.IndexAny(s, "|(/[<\n\r"); i >= 0 {
		s = s[:i]
	}
	s, _, _ = strings.Cut(s, " - ")
	if !isPersonal(s) {
		return fullName{}
	}
	return h.split(s)
}

// isPersonal reports whether s can be the name of a person: letters, few words, no firm, no template syntax.
func isPersonal(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 80 || strings.ContainsAny(s, "@{}$<>%=\\/#*_0123456789:;!?&+[]|") {
		return false
	}
	words := strings.FieldsFunc(fold(s), func(c rune) bool { return c == ' ' || c == ',' || c == '.' || c == '\u00a0' })
	if len(words) == 0 || len(words) > 7 {
		return false
	}
	for _, w := range words {
		if firmWords[w] {
			return false
		}
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// closingName finds the name below the text: behind the closing formula, or in the last lines.
func (r reading) closingName(h hints) fullName {
	p := r.text
	if r.closing < len(p.lines) {
		// "groetjes gerda vranckx" in one line.
		if n := r.nameInClosing(h); !n.empty() {
			return n
		}
		seen := 0
		for i := r.closing + 1; i < len(p.lines) && seen < 3; i++ {
			if p.lines[i].first == p.lines[i].last {
				continue
			}
			seen++
			if n := p.signedName(i, h); !n.empty() {
				return n
			}
		}
	}
	return r.lastLines(h)
}

// nameInClosing reads what stands behind the formula in its own line.
func (r reading) nameInClosing(h hints) fullName {
	l := r.text.lines[r.closing]
	for j := l.first + 1; j < l.last; j++ {
		s := r.text.nameSpan(j, true)
		if s.to < l.last || commonWords[r.text.tokens[j].word] != 0 && !givenNames[r.text.tokens[j].word] {
			continue
		}
		text := r.text.spanText(s)
		if isPersonal(text) && r.text.anyGiven(s, h) {
			return h.split(text)
		}
	}
	return fullName{}
}

// signedName reads line i as a signature: the name in front, perhaps a function or firm behind a mark.
func (p *passage) signedName(i int, h hints) fullName {
	l := p.lines[i]
	if l.first == l.last || p.isPhoneLine(i) {
		return fullName{}
	}
	line := strings.TrimSpace(p.lineText(i))
	for _, mark := range []string{"|", " - ", " – ", "(", "\t", "/", " • "} {
		line, _, _ = strings.Cut(line, mark)
	}
	s := p.nameSpan(l.first, true)
	text := p.spanText(s)
	if text == "" || !isPersonal(text) {
		return fullName{}
	}
	rest := strings.TrimSpace(strings.Replace(line, text, "", 1))
	if rest != "" && rest[0] != ',' && rest != "." && rest != "'" && !strings.HasPrefix(rest, "’") {
		return fullName{}
	}
	n := s.to - s.from
	if n > 5 || n == 1 && h.given(text) <= 0 && (!isUpperAt(p.text, p.tokens[l.first].start) || p.tokens[l.first].is != 0 || len(text) < 3) {
		return fullName{}
	}
	if n > 1 && !p.anyGiven(s, h) && !isUpperAt(p.text, p.tokens[l.first].start) {
		return fullName{}
	}
	if n == 1 && h[fold(text)] < 0 {
		return fullName{last: text}
	}
	return h.split(text)
}

// lastLines looks for a name in the last lines where no formula was found, or none behind it.
func (r reading) lastLines(h hints) fullName {
	p := r.text
	seen := 0
	for i := min(len(p.lines), r.tail) - 1; i > 0 && seen < 8; i-- {
		if p.lines[i].first == p.lines[i].last || p.isPhoneLine(i) {
			continue
		}
		seen++
		l := p.lines[i]
		s := p.nameSpan(l.first, false)
		if s.to-s.from < 1 || s.to-s.from == 1 && h.given(p.spanText(s)) <= 0 || !p.anyGiven(s, h) && s.to-s.from > 1 && !r.displayWords(s) {
			continue
		}
		if n := p.signedName(i, h); !n.empty() {
			return n
		}
	}
	return fullName{}
}

// lastSentence takes the last sentence for a name when it is nothing else: "... merci. Hugues Delbrouck".
func (r reading) lastSentence(h hints) fullName {
	p := r.text
	end := len(p.tokens)
	for end > 0 && (p.tokens[end-1].line >= r.tail || p.isPhoneLine(p.tokens[end-1].line)) {
		end--
	}
	first := end
	for first > 0 && end-first < 6 && p.tokens[first-1].sentence == p.tokens[end-1].sentence {
		first--
	}
	if end-first < 2 || end-first > 5 {
		return fullName{}
	}
	s := p.nameSpan(first, false)
	text := p.spanText(s)
	if s.to != end || !isPersonal(text) || !p.anyGiven(s, h) {
		return fullName{}
	}
	return h.split(text)
}

// displayWords reports whether a word of a span is also in the display name.
func (r reading) displayWords(s span) bool {
	if len(r.mail.From) == 0 {
		return false
	}
	display := " " + fold(r.mail.From[0].Name) + " "
	return slices.ContainsFunc(r.text.tokens[s.from:s.to], func(t token) bool { return strings.Contains(display, " "+t.word+" ") })
}
