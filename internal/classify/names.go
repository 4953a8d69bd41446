package classify

import (
	"slices"
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/ticket"
)

// nameFound is a name with the place where it stands.
type nameFound struct {
	fullName
	passage *passage // where it stands; nil for the display name
	where   string   // ends the sentence "It stands ..."
}

// names collects the sender's own name from fields, sentences, subject, closing and display name, in that order. The parts can come
// from two places. Where the mail asks for somebody else, only what goes with the sender's own signature or account is the sender's.
func (r reading) names(numbers numberFound, behalf bool) (fullName, []Reason) {
	h := r.nameHints()
	var sources []nameFound
	display := r.displayName(h)
	add := func(n fullName, p *passage, where string) {
		if display.complete() && n.complete() && plainName(n.first+n.last) == plainName(display.first) {
			// "Marie Claire" alone, whose display name has a last name too.
			n = fullName{first: n.first + " " + n.last}
		}
		if !n.empty() {
			sources = append(sources, nameFound{n, p, where})
		}
	}
	data := func(n fullName, p *passage, where string) {
		if !behalf || r.signedBy(n, h) {
			add(n, p, where)
		}
	}
	data(fieldNames(r.text, h), r.text, "in a field of the text")
	add(sentenceName(r.text, h), r.text, "in a sentence of the text")
	data(r.besideNumber(numbers, h), numbers.passage, "beside the national number")
	if r.passed != nil {
		data(fieldNames(r.passed, h), r.passed, "in a field of the own message that is forwarded")
	}
	data(r.stackedLines(h), r.text, "in two lines of its own")
	data(r.dataLine(h), r.text, "in a line of its own")
	data(r.subjectName(h), r.subject, "in the subject")
	add(r.closingName(h), r.text, "below the text")
	add(r.lastSentence(h), r.text, "at the end of the text")
	add(r.displayName(h), nil, "in the display name")
	return r.merge(r.familyAccount(sources))
}

// signedBy reports whether a name shares a word with the signature or the display name.
func (r reading) signedBy(n fullName, h hints) bool {
	own := map[string]bool{}
	for _, m := range []fullName{r.closingName(h), r.displayName(h), sentenceName(r.text, h)} {
		for _, w := range strings.Fields(fold(m.first + " " + m.last)) {
			own[w] = true
		}
	}
	// The last name alone may be that of the family.
	words := strings.Fields(fold(firstOf(n.first, n.last)))
	return slices.ContainsFunc(words, func(w string) bool { return own[w] && !particleWords[w] })
}

// familyAccount reads a display name of one word as the last name where the signature has another first name and the address of the
// account shows both: "Thijs" <anke-t@...>, signed Anke.
func (r reading) familyAccount(sources []nameFound) []nameFound {
	n := len(sources)
	if n < 2 || sources[n-1].last != "" || sources[n-2].first == "" || len(r.mail.From) == 0 {
		return sources
	}
	word, first := plainName(sources[n-1].first), plainName(sources[n-2].first)
	pieces := localPieces(r.mail.From[0].Addr)
	if word == first || len(pieces) != 2 || pieces[0] != first || !strings.HasPrefix(word, pieces[1]) {
		return sources
	}
	sources[n-1].fullName = fullName{last: sources[n-1].first}
	return sources
}

// merge completes the first name found with what later ones add.
func (r reading) merge(sources []nameFound) (fullName, []Reason) {
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
			reasons = append(reasons, r.nameReason(ticket.LastName, s))
		}
		if n.first == "" && s.first != "" {
			n.first = s.first
			reasons = append(reasons, r.nameReason(ticket.FirstName, s))
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
			j := p.skipFillers(i + len(words))
			if j >= len(p.tokens) || strings.ContainsAny(p.text[p.tokens[j-1].end:p.tokens[j].start], "!?;") {
				continue
			}
			n := p.personAt(j, h)
			if n.empty() || !n.complete() && len(words) == 1 {
				continue
			}
			// "Dit is nu de DERDE keer" introduces nobody.
			if s := p.nameSpan(j, true); pointing[words[0]] && !p.anyGiven(s, h) && !p.anyHint(s, h) {
				continue
			}
			return n
		}
		if n := p.apposition(i, h); !n.empty() {
			return n
		}
		if p.saysIAm(i) {
			if n := p.personAt(i+1, h); n.complete() {
				return n
			}
		}
	}
	return hereName(p, h)
}

// fillers stand between "ik ben" and the name.
var fillers = wordSet(`dus nu wel trouwens inderdaad namelijk even eigenlijk gewoon echt tegenwoordig voortaan officieel sinds toch
	maintenant desormais donc bien aujourd hui actuellement now still actually currently officially jetzt nun also inzwischen
	eigentlich ubrigens nochmals weer opnieuw encore again uw votre votre your een un une a membre lid member mitglied`)

// pointing are the first words of introductions that mostly point at a thing.
var pointing = wordSet("dit c ici this pour hier hallo dag bonjour allo moi met")

// skipFillers returns the first token from j on that is no filler.
func (p *passage) skipFillers(j int) int {
	for k := 0; k < 3 && j < len(p.tokens) && fillers[p.tokens[j].word] && !isUpperAt(p.text, p.tokens[j].start); k++ {
		j++
	}
	return j
}

// apposition reads the full name behind a pronoun of the sender, set apart: "ik (Jan Peeters) ben", "van mij, Jan Peeters".
func (p *passage) apposition(i int, h hints) fullName {
	if !senderPronouns[p.tokens[i].word] || i+1 >= len(p.tokens) || p.tokens[i+1].line != p.tokens[i].line {
		return fullName{}
	}
	if gap := strings.TrimSpace(p.text[p.tokens[i].end:p.tokens[i+1].start]); gap != "," && gap != "(" && gap != "-" && gap != "–" {
		return fullName{}
	}
	s := p.nameSpan(i+1, false)
	if n := p.personAt(i+1, h); n.complete() && s.to-s.from >= 2 && p.anyGiven(s, h) {
		return n
	}
	return fullName{}
}

// senderPronouns are the writer in any case.
var senderPronouns = wordSet("ik je i ich mij moi me mir mich ikzelf")

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
		if loose.to-loose.from < 2 || !p.anyGiven(loose, h) || loose.to-loose.from > 6 {
			if s.to == s.from || h.given(p.spanText(s)) <= 0 && h.family(p.spanText(s)) < 2 {
				return fullName{}
			}
		} else {
			s = loose
		}
	}
	s = p.withoutFirm(s, h)
	text := p.spanText(s)
	if !isPersonal(text) {
		return fullName{}
	}
	n := h.splitAs(text, spoken)
	// "Je suis de Mouscron" is no name, unless the account has it.
	if n.first == "" && s.to-s.from > 1 && p.isLowerParticle(s.from) && !p.anyHint(s, h) {
		return fullName{}
	}
	return n
}

// withoutFirm cuts a firm off a name: "Jan Peeters van Peeters BV".
func (p *passage) withoutFirm(s span, h hints) span {
	for k := s.from + 2; k < s.to; k++ {
		if !p.isLowerParticle(k) || h.given(p.tokens[s.from].word) <= 0 {
			continue
		}
		repeats := slices.ContainsFunc(p.tokens[k+1:s.to], func(t token) bool {
			return slices.ContainsFunc(p.tokens[s.from:k], func(u token) bool { return u.word == t.word })
		})
		// "Kevin Piron de Marche", whose account is Kevin Piron's, comes from there.
		fromTown := p.allHinted(span{s.from, k}, h) && !p.anyHint(span{k, s.to}, h)
		if fromTown || repeats || s.to < len(p.tokens) && firmWords[p.tokens[s.to].word] && p.tokens[s.to].line == p.tokens[k].line && p.nameGap(s.to) {
			return span{s.from, k}
		}
	}
	return s
}

func (p *passage) allHinted(s span, h hints) bool {
	return !slices.ContainsFunc(p.tokens[s.from:s.to], func(t token) bool { return h[t.word] == 0 })
}

// anyHint reports whether the account has a word of a span. A particle is of half the country.
func (p *passage) anyHint(s span, h hints) bool {
	return slices.ContainsFunc(p.tokens[s.from:s.to], func(t token) bool { return h[t.word] != 0 && !particleWords[t.word] })
}

func (p *passage) anyGiven(s span, h hints) bool {
	for _, t := range p.tokens[s.from:s.to] {
		if h.given(t.word) > 0 || h[t.word] != 0 {
			return true
		}
	}
	return false
}

// onThePhone reads a sentence that is nothing but "Met Jan Peeters.", as one answers the telephone.
func (p *passage) onThePhone(i int, h hints) fullName {
	if p.tokens[i].word != "met" || i > 0 && p.tokens[i-1].sentence == p.tokens[i].sentence || i+1 >= len(p.tokens) {
		return fullName{}
	}
	s := p.nameSpan(i+1, false)
	if s.to-s.from < 2 || !p.sentenceOver(s.to) || !p.anyGiven(s, h) || !isPersonal(p.spanText(s)) {
		return fullName{}
	}
	return h.splitAs(p.spanText(s), spoken)
}

// sentenceOver reports whether a sentence ends in front of token i.
func (p *passage) sentenceOver(i int) bool {
	return i >= len(p.tokens) || p.tokens[i].sentence != p.tokens[i-1].sentence
}

// speaksHere reports whether the words at token i say that the one named before them speaks.
func (p *passage) speaksHere(i int) bool {
	switch p.tokens[i].word {
	case "hier", "here", "ici", "speaking":
		return true
	}
	for _, words := range [][]string{{"a", "l", "appareil"}, {"aan", "de", "lijn"}, {"aan", "het", "woord"}, {"am", "apparat"}} {
		if p.says(i, words) {
			return true
		}
	}
	return false
}

// nameBehindHere reads the full name behind "here" at token i, at the beginning or behind a greeting. What somebody did follows on the
// name of another: "hier Jean Dupont m'a dit" is yesterday.
func (p *passage) nameBehindHere(i int, h hints) fullName {
	t := p.tokens[i]
	if t.word != "hier" && t.word != "here" || !p.beginsPart(i) && (!greetings[p.tokens[i-1].word] && !noNames[p.tokens[i-1].word] || !p.beginsPart(i-1)) {
		return fullName{}
	}
	from := p.skipFillers(i + 1)
	s := p.withoutFirm(p.nameSpan(from, false), h)
	if s.to-s.from < 2 || !p.anyGiven(s, h) || !isPersonal(p.spanText(s)) {
		return fullName{}
	}
	if s.to < len(p.tokens) && p.tokens[s.to].clause == t.clause && !againWords[p.tokens[s.to].word] && !ofWords[p.tokens[s.to].word] {
		return fullName{}
	}
	return h.splitAs(p.spanText(s), spoken)
}

// againWords follow the name of one who calls or writes once more.
var againWords = wordSet("weer opnieuw nog nogmaals terug even again encore nochmals wieder")

// hereName finds "Jef Wouters hier" and "... here", and "goeiedag hier Jef Wouters weer".
func hereName(p *passage, h hints) fullName {
	for i, t := range p.tokens {
		if n := p.onThePhone(i, h); !n.empty() {
			return n
		}
		if !p.speaksHere(i) || i > 12 && !p.sentenceOver(i+1) {
			continue
		}
		if n := p.nameBehindHere(i, h); !n.empty() {
			return n
		}
		for from := max(0, i-4); from < i; from++ {
			s := p.nameSpan(from, false)
			if loose := p.nameSpan(from, true); s.to != i && loose.to == i && p.beginsPart(from) && p.anyGiven(loose, h) {
				s = loose
			}
			if s.to == i && s.to-s.from >= 2 && p.tokens[from].line == t.line && (i <= 12 || p.beginsPart(from) && p.anyGiven(s, h)) {
				return h.splitAs(p.spanText(s), spoken)
			}
		}
	}
	return fullName{}
}
