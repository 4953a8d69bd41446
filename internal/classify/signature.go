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

// splitDisplay reads a display name: the part of it that is a person's, without the firm or the list that it is sent through.
func splitDisplay(from message.Address, h hints) fullName {
	best := ""
	if strings.ContainsAny(from.Name, "{}$%=\\#") {
		return fullName{}
	}
	for _, part := range displayParts(from.Name) {
		switch {
		case !isPersonal(part):
		case best == "":
			best = part
		case !h.anyGivenWord(best) && h.anyGivenWord(part) && len(nameWords(part)) > 1:
			best = part
		}
	}
	if best == "" {
		return fullName{}
	}
	return h.split(best)
}

func (h hints) anyGivenWord(s string) bool {
	return slices.ContainsFunc(nameWords(s), func(w string) bool { return h.given(strings.Trim(w, ",")) > 0 })
}

// displayMarks divide a person from a firm in a display name; displayTails begin what is none of the person's.
var (
	displayMarks = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", "(", "|", "/", "|", "[", "|", "<", "|", "\n", "|", "\r", "|", " @ ", "|", "•", "|", " · ", "|", ";", "|", ": ", "|")
	displayTails = []string{" via ", " namens ", " i.o.v. ", " for ", " on behalf of ", " pour ", " voor ", " fur ", " chez ", " bij ", " im auftrag "}
)

// displayParts divides a display name. Of two people nobody tells which one writes, but the last name may be of both.
func displayParts(s string) []string {
	var parts []string
	for _, part := range strings.Split(displayMarks.Replace(s), "|") {
		part = trimDisplay(part)
		for _, tail := range displayTails {
			if i := strings.Index(fold(part), tail); i > 0 && len(fold(part)) == len(part) {
				part = part[:i]
			}
		}
		if head, tail, ok := strings.Cut(part, ","); ok && !isPersonal(tail) {
			part = head
		}
		if first, last, ok := strings.Cut(part, "."); ok && !strings.Contains(part, " ") && len(first) > 1 && len(last) > 1 {
			part = first + " " + last
		}
		parts = append(parts, familyOf(part))
	}
	return parts
}

// trimDisplay takes the marks around a display name away, but not the apostrophe of 't.
func trimDisplay(part string) string {
	part = strings.TrimSpace(part)
	trimmed := strings.Trim(part, " '\"“”)]>*")
	if strings.HasPrefix(part, "'") && beginsWithAny(strings.ToLower(trimmed), []string{"t "}) && !strings.HasSuffix(part, "'") {
		return "'" + trimmed
	}
	return trimmed
}

// familyOf reads the display name of two people: the last name that both have, "Mevr." in front so that it is taken for one; empty
// when they have none.
func familyOf(part string) string {
	words := strings.Fields(part)
	at := slices.IndexFunc(words, func(w string) bool { return w == "&" || w == "+" || ands[fold(w)] })
	if at < 1 {
		return part
	}
	if at+2 >= len(words) {
		return ""
	}
	return "Mevr. " + strings.Join(words[at+2:], " ")
}

// isPersonal reports whether s can be the name of a person: letters, few words, no firm, no template syntax.
func isPersonal(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 80 || strings.ContainsAny(s, "@{}$<>%=\\/#*_0123456789:;!?&+[]|") {
		return false
	}
	words := strings.FieldsFunc(fold(s), func(c rune) bool { return c == ' ' || c == ',' || c == '.' || c == '\u00a0' })
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		if isFirmWord(w) || noValues[w] {
			return false
		}
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// noValues stand where a name was asked for and tell that it stands elsewhere.
var noValues = wordSet("idem dito ditto zie voir see siehe cf hieronder onderaan hierboven below above unten nvt onbekend inconnu unknown keine geen aucun")

// isFirmWord reports whether a word is of a firm or a profession.
func isFirmWord(w string) bool {
	return firmWords[w] || len(w) > 6 && !givenNames[w] && beginsWithAny(w, firmBeginnings)
}

// firmBeginnings begin words for what firms of this trade do.
var firmBeginnings = []string{"accountan", "accounting", "boekhoud", "fiduci", "compta", "consult", "fiscal", "fiscaa", "audit", "buchhalt", "steuerb",
	"belasting", "bedrijfs", "administra", "secretar", "sekretar", "helpdesk", "servicedesk"}

// closingName finds the name below the text: behind the closing formula, or in the last lines.
func (r reading) closingName(h hints) fullName {
	p := r.text
	if r.closing < len(p.lines) {
		// "groetjes gerda vranckx" in one line.
		if n := r.nameInClosing(h); !n.empty() {
			return n
		}
		if n := r.nameBelow(r.closing, h); !n.empty() {
			return n
		}
	}
	return r.lastLines(h)
}

// nameBelow reads the name in the lines below a closing formula: the first one, completed by the full name of a signature below it.
func (r reading) nameBelow(closing int, h hints) fullName {
	p := r.text
	var found fullName
	for i, seen := closing+1, 0; i < len(p.lines) && seen < 4; i++ {
		if p.lines[i].first == p.lines[i].last {
			continue
		}
		seen++
		switch n := r.signedName(i, h); {
		case n.complete() && (found.empty() || goesWith(found, n)):
			return n
		case found.empty():
			found = n
		}
	}
	return found
}

// nameInClosing reads what stands behind the formula in its own line.
func (r reading) nameInClosing(h hints) fullName {
	p := r.text
	l := p.lines[r.closing]
	for j := l.first + 1; j < l.last; j++ {
		s := p.nameSpan(j, true)
		if s.to == s.from || s.to < l.last && !p.markAt(s.to) || commonWords[p.tokens[j].word] != 0 && !givenNames[p.tokens[j].word] {
			continue
		}
		text := p.spanText(s)
		if isPersonal(text) && p.anyGiven(s, h) {
			return h.split(text)
		}
	}
	return fullName{}
}

// markAt reports whether token j is divided from the one before it by a mark behind which something else than a name follows.
func (p *passage) markAt(j int) bool {
	gap := p.text[p.tokens[j-1].end:p.tokens[j].start]
	return strings.ContainsAny(gap, ",|(/\t•") || strings.Contains(gap, " - ") || strings.Contains(gap, " – ") || strings.Contains(gap, "   ")
}

// signedName reads line i as a signature: the name in front, perhaps a function or firm behind a mark. Of several people in columns
// the one of the account is the sender.
func (r reading) signedName(i int, h hints) fullName {
	p := r.text
	l := p.lines[i]
	if l.first == l.last || p.isPhoneLine(i) {
		return fullName{}
	}
	found := fullName{}
	for j := l.first; j < l.last; j++ {
		if j > l.first && !p.newColumn(j) {
			continue
		}
		s := p.signatureAt(j, l, h)
		if s.to == s.from {
			continue
		}
		n := h.split(p.spanText(s))
		if s.to-s.from == 1 && h[fold(p.spanText(s))] < 0 {
			n = fullName{last: p.spanText(s)}
		}
		if r.displayWords(s) {
			return n
		}
		if found.empty() && j == l.first {
			found = n
		}
	}
	return found
}

// newColumn reports whether token j begins another column of a signature, or another person in it.
func (p *passage) newColumn(j int) bool {
	gap := p.text[p.tokens[j-1].end:p.tokens[j].start]
	return strings.ContainsAny(gap, "\t|&/") || strings.Contains(gap, "   ") || ands[p.tokens[j-1].word]
}

// signatureAt reads the name that begins at token j of line l; the empty span when something else stands there.
func (p *passage) signatureAt(j int, l line, h hints) span {
	if signingWords[p.tokens[j].word] && j+1 < l.last {
		j++
	}
	s := p.nameSpan(j, true)
	text := p.spanText(s)
	n := s.to - s.from
	switch {
	case text == "" || n > 6 || !isPersonal(text) || !p.endsSignature(s, l):
		return span{}
	case n == 1 && h.given(text) <= 0 && (!isUpperAt(p.text, p.tokens[j].start) || p.tokens[j].is != 0 || len(text) < 3):
		return span{}
	case n > 1 && !p.anyGiven(s, h) && !isUpperAt(p.text, p.tokens[j].start):
		return span{}
	}
	return s
}

// signingWords stand in front of the name that signs.
var signingWords = wordSet("getekend get gez signe signed gezeichnet wg")

// endsSignature reports whether what stands behind a name in its line lets it be a signature: nothing, a mark, a number or a function.
func (p *passage) endsSignature(s span, l line) bool {
	if s.to >= l.last {
		rest := strings.TrimSpace(p.text[p.tokens[s.to-1].end:l.end])
		return rest == "" || rest[0] == ',' || rest[0] == '.' || rest[0] == '\'' || beginsWithAny(rest, []string{"’", "|", "-", "–", "(", ")", ";", "*", "/", "•", ":", "_", "!"}) ||
			!strings.ContainsAny(rest, "@?")
	}
	t := p.tokens[s.to]
	return p.markAt(s.to) || p.newColumn(s.to) || ands[t.word] || nameEnds[t.word] ||
		s.to-s.from > 1 && (p.digitsIn(t.line) || t.is.has(profession|nnLabel) || professions[t.word])
}

// professions follow a name in a signature without a mark between.
var professions = wordSet(`accountant boekhouder boekhoudster belastingadviseur belastingconsulent fiscalist expert comptable conseil conseiller
	steuerberater steuerberaterin zaakvoerder gerant gerante vennoot bestuurder partner gecertificeerd certified chartered tax`)

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
		n := s.to - s.from
		if p.digitsIn(i) && !r.displayWords(s) {
			// A line of data is no signature.
			continue
		}
		if n < 1 || n == 1 && h.given(p.spanText(s)) <= 0 || n > 1 && !p.anyGiven(s, h) && !r.displayWords(s) && !r.initialed(p, s) {
			continue
		}
		if n := r.signedName(i, h); !n.empty() {
			return n
		}
	}
	return fullName{}
}

// initialed reports whether a span is an initial and a last name, the initial being that of the account where it has a name: "S. Van
// den Bossche".
func (r reading) initialed(p *passage, s span) bool {
	if s.to-s.from < 2 || len(r.mail.From) == 0 || !p.isInitialAt(s.from) {
		return false
	}
	if r.mail.From[0].Name == "" {
		return true
	}
	letter := p.tokens[s.from].word
	pieces := localPieces(r.mail.From[0].Addr)
	return strings.HasPrefix(fold(r.mail.From[0].Name), letter) || len(pieces) > 0 && strings.HasPrefix(pieces[0], letter)
}

// lastSentence takes the last sentence for a name when it is nothing else: "... merci. Hugues Delbrouck".
func (r reading) lastSentence(h hints) fullName {
	p := r.text
	end := len(p.tokens)
	for end > 0 && (p.tokens[end-1].line >= r.tail || p.isPhoneLine(p.tokens[end-1].line)) {
		end--
	}
	first := end
	for first > 0 && end-first < 7 && p.tokens[first-1].sentence == p.tokens[end-1].sentence {
		first--
	}
	if end-first < 2 || end-first > 6 {
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
	return slices.ContainsFunc(r.text.tokens[s.from:s.to], func(t token) bool {
		return !particleWords[t.word] && strings.Contains(r.display, " "+t.word+" ")
	})
}
