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
	where    string // where it stands: "in the text"
	labelled bool
	hits     int // words of the sender's name beside it
	owner    owner
	why      string // of the owner: ends the sentence "The number in the text is not taken: ..."
}

// source is a passage in which numbers are looked for.
type source struct {
	passage *passage
	lines   int // how many of its lines count
	where   string
	behalf  bool // it asks for somebody else
}

func (r reading) numberSources(behalf bool) []source {
	sources := []source{
		{r.text, r.tail, "in the text", behalf},
		{r.subject, len(r.subject.lines), "in the subject", behalf},
	}
	if alt := r.mail.AltText; alt != "" && !sameWords(alt, r.mail.Text) {
		p := newPassage(cut(alt, maxText))
		sources = append(sources, source{p, len(p.lines), "in the other form of the text", behalf})
	}
	if r.passed != nil {
		sources = append(sources, source{r.passed, len(r.passed.lines), "in the own message that is forwarded", false})
	}
	return sources
}

// sameWords reports whether two texts differ in nothing but white space, which columns can be lost with.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}

// findNumber decides for one number, or for none: a wrong one would be worse than none.
func (r reading) findNumber(k ticket.Kind, behalf bool) numberFound {
	var all []presented
	for _, s := range r.numberSources(behalf) {
		all = append(all, r.candidates(s)...)
	}
	if len(all) == 0 && !behalf && r.spoiltNumber() {
		return numberFound{problem: ticket.NumberLength, why: "A national number is announced in the text, but no eleven digits follow."}
	}
	// Without a request that needs a number, only one that is announced as such or beside the own name is meant to be read.
	if n := severalMeant(all); n > 1 && r.text.inDoubt() {
		return numberFound{problem: ticket.NumberAmbiguous, why: "Several valid national numbers are there and the sender does not know which is right."}
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(c presented) bool {
		return c.owner >= somebodyElse || !c.labelled && c.hits == 0 && !k.NeedsCheck() && !r.onlyNumber(c)
	})
	if len(kept) == 0 {
		if c, ok := onlyFormer(all); ok && !behalf {
			return c.found()
		}
		return notTaken(all)
	}
	return chooseNumber(kept)
}

// severalMeant counts the different valid numbers of the text that are not somebody else's.
func severalMeant(all []presented) int {
	seen := map[nrn.Number]bool{}
	for _, c := range all {
		if c.Err == nil && c.owner != somebodyElse {
			seen[c.Number] = true
		}
	}
	return len(seen)
}

// inDoubt reports whether a passage says that of two things it is not known which is right: "geen idee welk van de twee".
func (p *passage) inDoubt() bool {
	for i := range p.tokens {
		if !p.saysAny(i, ofTwo) {
			continue
		}
		for _, c := range p.parts {
			if c.sentence == p.tokens[i].sentence && c.is.has(which|forgotten|unsure) {
				return true
			}
		}
	}
	return false
}

// onlyNumber reports whether the text is a number and hardly anything else, as in an answer to the question for it.
func (r reading) onlyNumber(c presented) bool {
	words := 0
	for _, t := range r.text.tokens {
		if !isDigitRune(rune(t.word[0])) {
			words++
		}
	}
	return c.passage == r.text && words <= 3
}

// onlyFormer returns the old number of the sender, such as the one from before the register had him, where the mail presents no other one.
func onlyFormer(all []presented) (presented, bool) {
	i := slices.IndexFunc(all, func(c presented) bool { return c.owner == former && c.labelled && c.Err == nil })
	if i < 0 || slices.ContainsFunc(all, func(c presented) bool {
		return c.owner != somebodyElse && (c.owner != former || c.Number != all[i].Number)
	}) {
		return presented{}, false
	}
	return all[i], true
}

// notTaken says why none of the numbers that are there is taken.
func notTaken(all []presented) numberFound {
	for _, c := range all {
		if c.owner >= somebodyElse {
			return numberFound{why: "No national number is presented as the sender's own. The one " + c.where + " is not taken: " + c.why + "."}
		}
	}
	return numberFound{why: "No national number is presented as the sender's own."}
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
		valid = tellApart(claimedOnes(valid))
	}
	switch {
	case len(valid) == 1:
		return valid[0].found()
	case len(valid) > 1:
		return numberFound{problem: ticket.NumberAmbiguous, why: "Several valid national numbers are there (" + places(valid) + ") and nothing tells which is the sender's."}
	}
	// What the sender calls the own number says more than digits beside it, and a slip in eleven digits more than a group of ten.
	for _, problem := range []struct {
		err  error
		is   ticket.NumberProblem
		why  string
		only owner
	}{
		{nrn.ErrChecksum, ticket.NumberChecksum, "has eleven digits, but its check digits or birth date cannot be right", sender},
		{nrn.ErrChecksum, ticket.NumberChecksum, "has eleven digits, but its check digits or birth date cannot be right", unknown},
		{nrn.ErrLength, ticket.NumberLength, "does not have eleven digits", unknown},
	} {
		i := slices.IndexFunc(all, func(c presented) bool {
			return errors.Is(c.Err, problem.err) && (problem.only == unknown || c.owner == sender)
		})
		if i >= 0 {
			return all[i].refused(problem.is, "The number "+all[i].where+" "+problem.why+".")
		}
	}
	return numberFound{}
}

// places names where numbers stand, each place once.
func places(all []presented) string {
	text := all[0].where
	for i, c := range all[1:] {
		if !slices.ContainsFunc(all[:i+1], func(d presented) bool { return d.where == c.where }) {
			text += " and " + c.where
		}
	}
	return text
}

func (c presented) refused(problem ticket.NumberProblem, why string) numberFound {
	return numberFound{problem: problem, passage: c.passage, at: c.Start, end: c.End, why: why}
}

func (c presented) found() numberFound {
	why := "It is valid and stands " + c.where
	switch {
	case c.owner == former:
		why += ", as an old one of the sender, and no other is there"
	case c.owner == sender && c.why != "":
		why += ", where " + c.why
	case c.labelled:
		why += ", announced as a national number"
	case c.hits > 0:
		why += ", beside the sender's name"
	default:
		why += ", written as a national number is"
	}
	return numberFound{number: c.Number, passage: c.passage, at: c.Start, end: c.End, why: why + "."}
}

// claimedOnes drops the numbers of a passage of which nothing tells whose they are, where the sender calls another one of it the own.
func claimedOnes(valid []presented) []presented {
	return slices.DeleteFunc(slices.Clone(valid), func(c presented) bool {
		return c.owner == unknown && slices.ContainsFunc(valid, func(d presented) bool { return d.owner == sender && d.passage == c.passage })
	})
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
	if slices.ContainsFunc(valid, func(c presented) bool { return c.passage != kept[0].passage && c.Number != kept[0].Number }) {
		return valid
	}
	return kept[:1]
}

// named reports whether some name stands beside the number.
func (c presented) named() bool {
	p, at := c.passage, c.passage.tokenAt(c.Start)
	line := p.tokens[at].line
	if p.inRow(at) || p.nameBefore(c.Start).to > 0 || p.blockHead(line) != line {
		return true
	}
	for i := at - 1; i >= 0 && i >= at-2 && p.tokens[i].line == line; i-- {
		if givenNames[p.tokens[i].word] && isUpperAt(p.text, p.tokens[i].start) {
			return true
		}
	}
	return false
}
