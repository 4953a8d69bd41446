package classify

import (
	"errors"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// numberFound is the national number that a mail presents as its sender's own.
type numberFound struct {
	number  nrn.Number
	problem ticket.NumberProblem
	passage *passage // where it stands, for the name beside it
	at, end int      // bytes
	why     string
}

// presented is a candidate with what the words around it make of it.
type presented struct {
	nrn.Candidate
	passage  *passage
	labelled bool
	hits     int // words of the sender's name beside it
	foreign  bool
}

// findNumber decides for one number, or for none: a wrong one would be worse than none.
func (r reading) findNumber(k ticket.Kind, behalf bool) numberFound {
	words := r.own
	var all []presented
	all = append(all, r.candidates(r.text, r.tail, words, behalf)...)
	all = append(all, r.candidates(r.subject, len(r.subject.lines), words, behalf)...)
	if alt := r.mail.AltText; alt != "" {
		p := newPassage(cut(alt, maxText))
		all = append(all, r.candidates(p, len(p.lines), words, behalf)...)
	}
	if r.passed != nil {
		all = append(all, r.candidates(r.passed, len(r.passed.lines), words, false)...)
	}
	if len(all) == 0 && !behalf && r.spoiltNumber() {
		return numberFound{problem: ticket.NumberLength, why: "A national number is announced, but no eleven digits follow."}
	}
	// Without a request that needs a number, only one that is announced as such is meant to be read.
	return chooseNumber(slices.DeleteFunc(all, func(c presented) bool { return c.foreign || !c.labelled && !k.NeedsCheck() }))
}

// spoiltNumber reports whether a label announces a number of which the digits are broken up by something else, such as a letter O.
func (r reading) spoiltNumber() bool {
	p := r.text
	for i, t := range p.tokens {
		if !t.is.has(nnLabel) || i+1 == len(p.tokens) || p.tokens[i+1].is.has(nnLabel) || t.line >= r.tail {
			continue
		}
		next := p.tokens[i+1]
		if next.word[0] < '0' || next.word[0] > '9' || next.start-t.end > 6 || t.is.has(theirs) {
			continue
		}
		if n := len(digitsOf(p.text[next.start:min(next.start+20, p.lines[next.line].end)])); n >= 8 && n < 14 {
			return true
		}
	}
	return false
}

// chooseNumber takes the only valid number, or says what is wrong with the ones that there are.
func chooseNumber(all []presented) numberFound {
	var valid []presented
	for _, c := range all {
		if c.Err == nil {
			valid = append(valid, c)
		}
	}
	if len(valid) > 1 {
		valid = tellApart(valid)
	}
	switch {
	case len(valid) == 1:
		return valid[0].found()
	case len(valid) > 1:
		return numberFound{problem: ticket.NumberAmbiguous, why: "Several valid national numbers are there and nothing tells which is the sender's."}
	case len(all) == 0:
		return numberFound{why: "No national number is presented as the sender's own."}
	}
	// A slip in eleven digits says more than a group of ten beside it.
	if i := slices.IndexFunc(all, func(c presented) bool { return errors.Is(c.Err, nrn.ErrChecksum) }); i >= 0 {
		return all[i].refused(ticket.NumberChecksum, "The number has eleven digits, but its check digits or birth date cannot be right.")
	}
	return all[0].refused(ticket.NumberLength, "The number does not have eleven digits.")
}

func (c presented) refused(problem ticket.NumberProblem, why string) numberFound {
	return numberFound{problem: problem, passage: c.passage, at: c.Start, end: c.End, why: why}
}

func (c presented) found() numberFound {
	why := "It is a valid national number beside the sender's data."
	if c.labelled {
		why = "It is valid and announced as a national number."
	}
	return numberFound{number: c.Number, passage: c.passage, at: c.Start, end: c.End, why: why}
}

// tellApart keeps one of several valid numbers where they are all the same, or only one stands beside the sender's name.
func tellApart(valid []presented) []presented {
	if !slices.ContainsFunc(valid, func(c presented) bool { return c.Number != valid[0].Number }) {
		return valid[:1]
	}
	most := slices.MaxFunc(valid, func(a, b presented) int { return a.hits - b.hits }).hits
	if most == 0 {
		return valid
	}
	kept := slices.DeleteFunc(slices.Clone(valid), func(c presented) bool { return c.hits < most })
	if slices.ContainsFunc(kept, func(c presented) bool { return c.Number != kept[0].Number }) {
		return valid
	}
	// A number without any name beside it can be the correction of the one that has it.
	if slices.ContainsFunc(valid, func(c presented) bool { return c.hits == 0 && !c.named() && c.passage == kept[0].passage }) {
		return valid
	}
	// Subject and text say different things of one person.
	if slices.ContainsFunc(valid, func(c presented) bool { return c.passage != kept[0].passage }) {
		return valid
	}
	return kept[:1]
}

// named reports whether some name stands beside the number.
func (c presented) named() bool { return c.passage.nameBefore(c.Start).to > 0 }

// maxPresented is how many numbers of one passage are weighed; more than a few are no request of one person.
const maxPresented = 32

// candidates returns the digits of a passage that can be meant as a national number, with what is known of their owner.
func (r reading) candidates(p *passage, lines int, words map[string]bool, behalf bool) []presented {
	var out []presented
	for _, c := range nrn.Find(p.text, r.opts.Today) {
		if len(out) == maxPresented {
			break
		}
		at := p.tokenAt(c.Start)
		if at >= len(p.tokens) || p.tokens[at].line >= lines {
			continue
		}
		x := presented{Candidate: c, passage: p}
		label := p.labelOf(at, c)
		x.labelled = label == nnLabel
		if label == otherLabel || !x.labelled && !r.plausible(p, at, c, words) {
			continue
		}
		if c.Digits < 6 || c.Digits > 14 {
			continue
		}
		x.hits = p.hitsBeside(at, words)
		x.foreign = r.isForeign(p, at, x, behalf)
		out = append(out, x)
	}
	return out
}

// tokenAt returns the token that begins at or behind byte i.
func (p *passage) tokenAt(i int) int {
	at, _ := slices.BinarySearchFunc(p.tokens, i, func(t token, i int) int { return t.end - 1 - i })
	return at
}

// labelOf returns nnLabel or otherLabel after the word nearest before the digits, or behind them, that announces a number.
func (p *passage) labelOf(at int, c nrn.Candidate) concept {
	if strings.HasSuffix(strings.TrimRight(p.text[:c.Start], " (\u00a0"), "+") || p.glued(c.Start) {
		return otherLabel
	}
	if label := p.labelBefore(at); label != 0 {
		return label
	}
	return p.labelBehind(c)
}

// glued reports whether letters stand right before the digits, as in BE0123456749; a label glued to them is one all the same.
func (p *passage) glued(start int) bool {
	i := start
	for i > 0 && isLetterByte(p.text[i-1]) {
		i--
	}
	if i == start {
		return false
	}
	switch fold(p.text[i:start]) {
	case "nn", "rr", "rrn", "nrn", "niss", "insz", "nr", "no", "rn":
		return false
	}
	return true
}

func (p *passage) labelBefore(at int) concept {
	line := p.tokens[at].line
	for i := at - 1; i >= 0 && i >= at-14; i-- {
		t := p.tokens[i]
		if t.line < line-2 || t.line < line && strings.Contains(p.text[t.end:p.tokens[i+1].start], "\n\n\n") {
			return 0
		}
		here := t.line == line || t.line == line-1 && p.continues(i, at)
		switch {
		case t.is.has(nnLabel):
			return nnLabel
		case t.is.has(otherLabel) && here && p.announces(i, at):
			return otherLabel
		case len(t.word) >= 6 && t.word[0] >= '0' && t.word[0] <= '9' && t.line == line:
			// Another number stands between.
			return 0
		}
	}
	return 0
}

// continues reports whether token i, in the line before, is the end of a label in front of token at.
func (p *passage) continues(i, at int) bool {
	line := strings.TrimSpace(p.lineText(p.tokens[i].line))
	return strings.HasSuffix(line, ":") || p.tokens[i].sentence == p.tokens[at].sentence
}

// announces reports whether a label of another kind still speaks for the digits at token at: a sentence or a name between them ends it.
func (p *passage) announces(i, at int) bool {
	if p.tokens[i].sentence != p.tokens[at].sentence && p.tokens[i].line != p.tokens[at].line {
		return strings.HasSuffix(strings.TrimSpace(p.lineText(p.tokens[i].line)), ":")
	}
	// "dossier", "carte" and the like are only labels right before the digits.
	if len(p.tokens[i].word) <= 2 {
		return i == at-1 && isUpperAt(p.text, p.tokens[i].start)
	}
	return at-i <= 6
}

func (p *passage) labelBehind(c nrn.Candidate) concept {
	i := p.tokenAt(c.End)
	for n := 0; i < len(p.tokens) && n < 6; i, n = i+1, n+1 {
		t := p.tokens[i]
		if strings.Contains(p.text[c.End:max(c.End, t.start)], "\n") { // letters can be glued to the digits
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

// plausible reports whether digits without a label look like a national number: grouped like one and no telephone number, or alone
// in their line and beginning with a date.
func (r reading) plausible(p *passage, at int, c nrn.Candidate, words map[string]bool) bool {
	digits := digitsOf(p.text[c.Start:c.End])
	if strings.HasPrefix(digits, "324") && !strings.ContainsAny(p.text[c.Start:c.End], ".-/") || strings.HasPrefix(digits, "00") && c.Err != nil {
		return false
	}
	if p == r.text && p.tokens[at].line > r.closing+6 {
		return false
	}
	if c.Usual {
		return c.Err == nil || startsWithDate(digits)
	}
	line := p.lineText(p.tokens[at].line)
	alone := len(line) <= 80 && len(strings.Trim(line, " \t.,;()")) <= c.End-c.Start+1
	// Spreadsheets drop the 0 that the numbers of the years 2000 to 2009 begin with.
	dated := startsWithDate(digits) || c.Digits == 10 && digits[0] != '0' && startsWithDate("0"+digits)
	return (alone || c.Err != nil && p.behindSender(at, words)) && (c.Err == nil || c.Digits >= 9 && c.Digits <= 13 && dated)
}

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
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
