package classify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
)

// maxPresented is how many numbers of one passage are weighed; more than a few are no request of one person.
const maxPresented = 32

// candidates returns the digits of a passage that can be meant as a national number, with what is known of their owner.
func (r reading) candidates(s source) []presented {
	p := s.passage
	var out []presented
	before := announced{}
	for _, c := range nrn.Find(p.text, r.opts.Today) {
		if len(out) == maxPresented {
			break
		}
		at := p.tokenAt(c.Start)
		if at >= len(p.tokens) || p.tokens[at].line >= s.lines || c.Digits > 14 {
			continue
		}
		before = announced{c, at, p.labelOf(at, c, before)}
		x := presented{Candidate: c, passage: p, where: s.where, hits: r.hitsNear(p, at), labelled: before.label == nnLabel}
		if x.labelled && c.Err != nil && p.isAside(at, c) {
			continue
		}
		if before.label == otherLabel || !x.labelled && !r.plausible(p, at, x) {
			continue
		}
		x.owner, x.why = r.whose(p, at, x, s.behalf)
		out = append(out, x)
	}
	return out
}

// announced is a candidate that was met before, with its label.
type announced struct {
	nrn.Candidate
	at    int // token
	label concept
}

// tokenAt returns the token that begins at or behind byte i, or holds it.
func (p *passage) tokenAt(i int) int {
	at, _ := slices.BinarySearchFunc(p.tokens, i, func(t token, i int) int { return t.end - 1 - i })
	return at
}

// labelOf returns nnLabel or otherLabel after the word nearest before the digits, or behind them, that announces a number.
func (p *passage) labelOf(at int, c nrn.Candidate, before announced) concept {
	if strings.HasSuffix(strings.TrimRight(p.text[:c.Start], " (\u00a0"), "+") || p.glued(c) || p.linked(at, c) {
		return otherLabel
	}
	if label := p.labelBefore(at, before); label != 0 {
		return label
	}
	if ownLabels[p.wordBefore(c.Start)] || p.calledMine(at, c) || p.calledNumber(at, c) {
		return nnLabel
	}
	return p.labelBehind(c)
}

// The labels that people write without a space before the digits, NN85073003328; ownLabels are those of national numbers.
var (
	ownLabels  = wordSet("nn rr rrn nrn niss insz rn rrnr rrnummer rijksregisternummer rijksregister rijksregisternr nnr")
	otherGlued = wordSet("nr no n num be")
)

// wordBefore returns the letters right before byte i, folded.
func (p *passage) wordBefore(i int) string {
	before := p.text[:i]
	return fold(before[len(strings.TrimRightFunc(before, unicode.IsLetter)):])
}

// glued reports whether letters stand right before or behind the digits, as in BE0123456749 or a signature of PGP.
func (p *passage) glued(c nrn.Candidate) bool {
	if word := p.wordBefore(c.Start); word != "" && !ownLabels[word] && (!otherGlued[word] || word == "be" && !p.official(c)) {
		return true
	}
	behind, _ := utf8.DecodeRuneInString(p.text[c.End:])
	return unicode.IsLetter(behind) && !p.official(c)
}

// linked reports whether the digits are part of a link or a mail address.
func (p *passage) linked(at int, c nrn.Candidate) bool {
	if p.tokens[at].mail {
		return true
	}
	word := p.text[max(0, c.Start-512):c.Start]
	word = word[strings.LastIndexAny(word, " \t\n\u00a0<(\"")+1:]
	return strings.Contains(word, "://") || strings.HasPrefix(strings.ToLower(word), "www.") || strings.Contains(word, ".be/") || strings.HasSuffix(word, "@")
}

// official reports whether eleven digits are grouped as the authorities write a number, with signs between them: nothing else is.
func (p *passage) official(c nrn.Candidate) bool {
	text := p.text[c.Start:c.End]
	return c.Usual && len(text) > 11 && strings.ContainsFunc(text, func(r rune) bool { return !isDigitRune(r) && r != ' ' && r != '\u00a0' })
}

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }

func (p *passage) labelBefore(at int, before announced) concept {
	line := p.tokens[at].line
	for i := at - 1; i >= 0 && i >= at-14; i-- {
		t := p.tokens[i]
		if t.line < line-2 || t.line < line && strings.Contains(p.text[t.end:p.tokens[i+1].start], "\n\n\n") {
			return 0
		}
		if t.end <= before.End && t.start >= before.Start {
			// What stands before an earlier number is about that one; a correction behind it is of the same sort.
			if before.label == nnLabel && p.tokens[before.at].sentence == p.tokens[at].sentence {
				return nnLabel
			}
			return 0
		}
		switch {
		case t.is.has(nnLabel):
			return nnLabel
		case t.is.has(otherLabel) && at-i > 1 && strings.ContainsAny(p.text[t.end:p.tokens[at].start], "|\t"):
			// The label of another cell.
		case (t.is.has(otherLabel) || p.otherNumber(i)) && (t.line == line || t.line == line-1 && p.continues(i, at)) && p.announces(i, at):
			return otherLabel
		case len(t.word) >= 6 && isDigitRune(rune(t.word[0])) && t.line == line:
			return 0
		}
	}
	return 0
}

// otherNumber reports whether token i is a word for a number of another sort that no table knows: "personeelsnummer", "employee
// number", "numéro de matricule". A misspelt word for the national number still has a part of it.
func (p *passage) otherNumber(i int) bool {
	t := p.tokens[i]
	if t.is.has(nnLabel) {
		return false
	}
	for _, end := range []string{"nummer", "nummers", "nummern", "nr", "number"} {
		if before, ok := strings.CutSuffix(t.word, end); ok && len(before) > 2 {
			return !slices.ContainsFunc([]string{"reg", "rijks", "riks", "nati", "bis", "insz", "niss", "identi"}, func(part string) bool { return strings.Contains(before, part) })
		}
	}
	switch t.word {
	case "number", "no":
		before := p.tokens[max(0, i-1)]
		return i > 0 && before.clause == t.clause && len(before.word) > 2 && !isDigitRune(rune(before.word[0])) && !before.is.has(nnLabel|mine) && !plainNumber[before.word]
	case "numero", "num":
		return i+2 < len(p.tokens) && ofWords[p.tokens[i+1].word] && !p.tokens[i+2].is.has(nnLabel|mine) && !plainNumber[p.tokens[i+2].word]
	}
	return false
}

// plainNumber are the words beside "number" that say nothing of its sort.
var plainNumber = wordSet("the this that own your his her their our correct right full whole valid new old first second following national register registry identity registre identite securite social is and naam nom name")

// isAside reports whether digits that are too few, not right behind their label, are a date or a telephone number.
func (p *passage) isAside(at int, c nrn.Candidate) bool {
	for i := at - 1; i >= 0 && i >= at-3; i-- {
		if p.tokens[i].is.has(nnLabel) {
			return false
		}
	}
	digits := digitsOf(p.text[c.Start:c.End])
	return c.Digits != 11 && (!startsWithDate(digits) || groupsOf(p.text[c.Start:c.End]) >= 3 && (c.Digits == 8 || c.Digits == 12))
}

// continues reports whether token i, in the line before, is the end of a label in front of token at.
func (p *passage) continues(i, at int) bool {
	line := strings.TrimSpace(p.lineText(p.tokens[i].line))
	return strings.HasSuffix(line, ":") || p.tokens[i].sentence == p.tokens[at].sentence
}

// announces reports whether a label of another kind still speaks for the digits at token at: a sentence or a name between them ends it.
func (p *passage) announces(i, at int) bool {
	if p.tokens[i].sentence != p.tokens[at].sentence {
		// "Réf. 123": the dot of an abbreviation ends no sentence.
		return i == at-1 && p.tokens[i].line == p.tokens[at].line || p.tokens[i].line != p.tokens[at].line && strings.HasSuffix(strings.TrimSpace(p.lineText(p.tokens[i].line)), ":")
	}
	// "dossier", "carte" and the like are only labels right before the digits.
	if len(p.tokens[i].word) <= 2 {
		return i == at-1 && isUpperAt(p.text, p.tokens[i].start)
	}
	return at-i <= 6
}

// calledMine reports whether digits that can be a national number are called "my number".
func (p *passage) calledMine(at int, c nrn.Candidate) bool {
	digits := digitsOf(p.text[c.Start:c.End])
	if c.Digits < 9 || c.Digits > 12 || !startsWithDate(digits) || isMobile(digits) && !p.official(c) {
		return false
	}
	for i := at - 1; i >= 0 && i >= at-5 && p.tokens[i].sentence == p.tokens[at].sentence; i-- {
		if p.tokens[i].is.has(anyLabel) {
			return slices.ContainsFunc(p.tokens[max(0, i-2):i], func(t token) bool { return possessives[t.word] })
		}
		// "Le mien sans points : ...", where national numbers were spoken of.
		if ownAlone[p.tokens[i].word] && c.Err == nil {
			return p.lastLabel(at) == nnLabel
		}
	}
	return false
}

// lastLabel returns of which sort the label or address is that was last spoken of before token at; 0 when none was.
func (p *passage) lastLabel(at int) concept {
	for i := at - 1; i >= 0 && i >= at-40; i-- {
		switch t := p.tokens[i]; {
		case t.is.has(nnLabel):
			return nnLabel
		case t.mail || t.is.has(otherLabel|aMail|anAddr) && len(t.word) > 2 || p.otherNumber(i):
			return otherLabel
		}
	}
	return 0
}

// calledNumber reports whether a valid number is called "nr." and nothing more, right before the digits.
func (p *passage) calledNumber(at int, c nrn.Candidate) bool {
	return c.Err == nil && at > 0 && p.tokens[at-1].is.has(anyLabel) && p.tokens[at-1].line == p.tokens[at].line && !isMobile(digitsOf(p.text[c.Start:c.End])) &&
		!p.otherNumber(at-1) && (at < 2 || p.tokens[at-2].clause != p.tokens[at-1].clause || !p.tokens[at-2].is.has(otherLabel))
}

func (p *passage) labelBehind(c nrn.Candidate) concept {
	i := p.tokenAt(c.End)
	for n := 0; i < len(p.tokens) && n < 6; i, n = i+1, n+1 {
		t := p.tokens[i]
		if t.start < c.End {
			continue
		}
		if strings.Contains(p.text[c.End:max(c.End, t.start)], "\n") {
			break
		}
		if t.is.has(nnLabel) {
			// The label of the next number is not that of this one.
			if next := p.text[t.end:min(len(p.text), t.end+4)]; strings.ContainsAny(next, "0123456789:") {
				break
			}
			return nnLabel
		}
	}
	return 0
}

// spoiltNumber reports whether a label announces a number of which the digits are broken up by something else, such as a letter O,
// or of which only a part is given.
func (r reading) spoiltNumber() bool {
	p := r.text
	for i, t := range p.tokens {
		if !t.is.has(nnLabel) || i+1 == len(p.tokens) || p.tokens[i+1].is.has(nnLabel) || t.line >= r.tail {
			continue
		}
		next := p.tokens[i+1]
		if !isDigitRune(rune(next.word[0])) || next.start-t.end > 6 || t.is.has(theirs) {
			continue
		}
		least := 8
		if strings.ContainsAny(p.text[t.end:next.start], ":=|\t") && next.line == t.line {
			least = 3
		}
		if n := len(digitsOf(p.text[next.start:min(next.start+20, p.lines[next.line].end)])); n >= least && n < 14 {
			return true
		}
	}
	return false
}
