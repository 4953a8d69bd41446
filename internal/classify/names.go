package classify

import (
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/ticket"
)

// nameFound is a name with the place where it stands.
type nameFound struct {
	fullName
	where string // ends the sentence "It stands ..."
}

// names collects the sender's own name from fields, sentences, subject, closing and display name, in that order. The parts can come
// from two places.
func (r reading) names(numbers numberFound) (fullName, []Reason) {
	h := r.nameHints()
	var sources []nameFound
	add := func(n fullName, where string) {
		if !n.empty() {
			sources = append(sources, nameFound{n, where})
		}
	}
	add(fieldNames(r.text, h), "in a field of the text")
	add(sentenceName(r.text, h), "in a sentence of the text")
	add(r.besideNumber(numbers, h), "beside the national number")
	if r.passed != nil {
		add(fieldNames(r.passed, h), "in a field of the own message that is forwarded")
	}
	add(r.dataLine(h), "in a line of its own")
	add(r.subjectName(h), "in the subject")
	add(r.closingName(h), "below the text")
	add(r.lastSentence(h), "at the end of the text")
	add(r.displayName(h), "in the display name")
	return merge(sources)
}

// merge completes the first name found with what later ones add.
func merge(sources []nameFound) (fullName, []Reason) {
	var n fullName
	var reasons []Reason
	for _, s := range sources {
		if n.complete() {
			break
		}
		if !n.empty() && !goesWith(n, s.fullName) {
			continue
		}
		if n.last == "" && s.last != "" {
			n.last = s.last
			reasons = append(reasons, Reason{string(ticket.LastName), "It stands " + s.where + "."})
		}
		if n.first == "" && s.first != "" {
			n.first = s.first
			reasons = append(reasons, Reason{string(ticket.FirstName), "It stands " + s.where + "."})
		}
	}
	return n, reasons
}

// goesWith reports whether a later name can be that of the same person as n, of which one part is missing: mailing from the account
// of a spouse must not make a name of two people.
func goesWith(n, later fullName) bool {
	switch {
	case n.first != "" && later.first != "":
		return sameBeginning(n.first, later.first)
	case n.last != "" && later.last != "":
		a, b := plainName(n.last), plainName(later.last)
		return sameName(n.last, later.last) || strings.Contains(a, b) || strings.Contains(b, a)
	}
	return true
}

// sameName compares two names without accents, spaces and signs.
func sameName(a, b string) bool {
	x, y := plainName(a), plainName(b)
	return x != "" && (x == y || len(x) > 4 && distance(x, y, 1) <= 1)
}

func sameBeginning(a, b string) bool {
	x, y := plainName(a), plainName(b)
	return x != "" && y != "" && (x[0] == y[0] || strings.Contains(x, y) || strings.Contains(y, x))
}

func plainName(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return c
		}
		return -1
	}, fold(s))
}

// nameHints tells which words the display name and the address take for first names.
func (r reading) nameHints() hints {
	h := hints{}
	if len(r.mail.From) == 0 {
		return h
	}
	from := r.mail.From[0]
	if n := splitDisplay(from, hints{}); n.complete() {
		for _, w := range strings.Fields(n.first) {
			h[fold(w)] = 2
		}
		for _, w := range strings.Fields(n.last) {
			h[fold(w)] = -2
		}
	}
	// first.last@ is the usual order of addresses.
	local, _, _ := strings.Cut(from.Addr, "@")
	if first, last, ok := strings.Cut(local, "."); ok && len(last) > 1 {
		if len(first) > 1 {
			h[first]++
		}
		h[last]--
	}
	return h
}

// senderWords are the words by which lines that name the sender are known.
func (r reading) senderWords() map[string]bool {
	words := map[string]bool{}
	put := func(n fullName) {
		for _, w := range strings.Fields(n.last + " " + n.first) {
			for _, part := range strings.FieldsFunc(fold(w), func(c rune) bool { return !unicode.IsLetter(c) }) {
				if len(part) > 1 && !particleWords[part] {
					words[part] = true
				}
			}
		}
	}
	h := r.nameHints()
	put(r.displayName(h))
	put(r.closingName(h))
	put(sentenceName(r.text, h))
	return words
}

// sentenceName finds "ik ben ..." and the like, and "... hier".
func sentenceName(p *passage, h hints) fullName {
	for i := range p.tokens {
		for _, words := range introductions[p.tokens[i].word] {
			if !p.says(i, words) {
				continue
			}
			j := i + len(words)
			if j >= len(p.tokens) || strings.ContainsAny(p.text[p.tokens[j-1].end:p.tokens[j].start], "!?;") {
				continue
			}
			if n := p.personAt(j, h); !n.empty() && (n.complete() || len(words) > 1) {
				return n
			}
		}
	}
	return hereName(p, h)
}

// says reports whether the words stand at token i.
func (p *passage) says(i int, words []string) bool {
	if i+len(words) > len(p.tokens) {
		return false
	}
	for k, w := range words {
		if p.tokens[i+k].word != w {
			return false
		}
	}
	return true
}

// personAt reads a name that begins at token j, in any letters; at least one word must be known as or written like a name.
func (p *passage) personAt(j int, h hints) fullName {
	s := p.nameSpan(j, false)
	if s.to-s.from < 2 {
		loose := p.nameSpan(j, true)
		if loose.to-loose.from < 2 || !p.anyGiven(loose, h) || loose.to-loose.from > 4 {
			if s.to == s.from || h.given(p.spanText(s)) <= 0 {
				return fullName{}
			}
		} else {
			s = loose
		}
	}
	text := p.spanText(s)
	if !isPersonal(text) {
		return fullName{}
	}
	return h.split(text)
}

func (p *passage) anyGiven(s span, h hints) bool {
	for _, t := range p.tokens[s.from:s.to] {
		if h.given(t.word) > 0 || h[t.word] != 0 {
			return true
		}
	}
	return false
}

// hereName finds "Jef Wouters hier" and "... here".
func hereName(p *passage, h hints) fullName {
	for i, t := range p.tokens {
		if t.word != "hier" && t.word != "here" && t.word != "ici" || i < 1 || i > 12 {
			continue
		}
		for from := max(0, i-4); from < i; from++ {
			s := p.nameSpan(from, false)
			if s.to == i && s.to-s.from >= 2 && p.tokens[from].line == t.line {
				return h.split(p.spanText(s))
			}
		}
	}
	return fullName{}
}

// dataLine finds a line that holds a full name and nothing else, above the closing: "Peeters Jan".
func (r reading) dataLine(h hints) fullName {
	p := r.text
	for i, l := range p.lines {
		if i >= r.tail || i >= r.closing {
			break
		}
		n := l.last - l.first
		if n < 2 || n > 5 || p.tokens[l.first].is.has(ask|thanks) {
			continue
		}
		s := p.nameSpan(l.first, true)
		text := p.spanText(s)
		if s.to != l.last || !isPersonal(p.lineText(i)) || !p.anyGiven(s, h) {
			continue
		}
		if name := h.splitLastFirst(text); name.complete() {
			return name
		}
	}
	return fullName{}
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
