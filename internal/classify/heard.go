package classify

import (
	"slices"
	"strings"
)

// heard returns the concepts of a clause that count: not what stands between quotation marks as a mention of the key words, nor
// what is only supposed ("if I no longer know my address").
func (p *passage) heard(i int) concept {
	c := p.parts[i]
	is := concept(0)
	neither := p.hasWord(c, neitherWords)
	for _, t := range p.tokens[c.first:c.last] {
		if t.is == 0 && !t.mail {
			continue
		}
		// Between quotation marks stand the words of a page or of the instructions: they name things and say nothing.
		if t.is.has(predicates) && p.quoted(t) {
			t.is &^= predicates
		}
		if t.is.has(byMail) {
			t.is &^= aMail
		}
		if t.is.hasAll(stays | change) { // "niets veranderen"
			t.is &^= change
		}
		switch {
		case !t.is.has(stays) || neither:
		case p.unknowing(c): // "ik ken mijn adres niet meer"
			t.is &^= stays
		default: // "niet vergeten": what is not forgotten is known
			t.is &^= forgotten
		}
		is |= t.is
		if t.mail {
			is |= anAddress
		}
	}
	return p.settle(i, is, neither)
}

// settle corrects what the words of clause i mean, is, by what they mean beside each other; neither tells that it denies two things.
func (p *passage) settle(i int, is concept, neither bool) concept {
	c := p.parts[i]
	if is.has(conditional) {
		is &^= forgotten | change | gone | fresh
	}
	if is.has(notAbout) {
		is &^= aMail | anAddr | aLogin | aPassword
	}
	if is.has(forgotten) && is.has(objects) && !c.is.has(negation) && p.deniedLater(i) {
		is = is&^forgotten | stays
	}
	if is.has(objects) && p.endsUnknown(c) {
		is = is&^stays | forgotten
	}
	if is.has(lacks) && !(i+1 < len(p.parts) && !is.has(negation) && p.parts[i+1].is.hasAll(lacks|negation) && p.parts[i+1].is.has(objects)) {
		is = possessed(is)
	}
	if is.has(gone|another) && !is.has(fresh|anAddress) && p.sentFrom(c) {
		is &^= gone | another | change
	}
	// Who tells of another address that was given wants none.
	if is.has(another) && !is.has(known|which|forgotten|unsure) {
		is |= change
	}
	// "Met mijn adres is alles in orde": that is not what the mail is about.
	if is.has(solved) && is.has(anAddress) {
		is = is&^solved | stays
	}
	if neither {
		is &^= stays
	}
	if is.has(forgotten) {
		is &^= why
	}
	// "Hoe lang duurt zo'n wijziging?" wants none yet.
	if is.has(why) && c.question && !is.has(anAddress) {
		is &^= change | fresh
	}
	// "Je n'arrive pas à me connecter": it is the sender who does not get there.
	if is.hasAll(nothingComes | blocked | platform) {
		is &^= nothingComes
	}
	// "Niet gevonden" solves nothing.
	if is.has(negation) {
		is &^= solved
	}
	// What was changed, or works as it is, is not wanted changed.
	if is.has(done | solved) {
		is &^= change | fresh
	}
	// Thanks for what was done ask for nothing.
	if is.has(thanksFor) && !is.has(anAddress|negation|aPassword) && !p.inAdvance(c) {
		is &^= forgotten | change | fresh | which | find | ask | known
	}
	// "The address from which I write" asks nothing.
	if is.has(fromHere) {
		is &^= which | sendTo
	}
	return is
}

// unknowing reports whether a clause denies to know: its verb of knowing is the one of a phrase of not knowing.
func (p *passage) unknowing(c clause) bool {
	return c.is.has(negation) && slices.ContainsFunc(p.tokens[c.first:c.last], func(t token) bool { return knowing[t.word] && t.is.has(forgotten) })
}

// neitherWords deny two things at once.
var neitherWords = wordSet("noch weder neither nor")

// predicates are what a clause can say of a thing.
const predicates = forgotten | change | fresh | gone | lacks | selfService

// possessed says what it means that something is had no longer: an address that is written out is gone, one that is not is unknown.
func possessed(is concept) concept {
	switch {
	case is.has(nothingComes) && !is.has(aLogin):
		return is
	case is.has(anAddress):
		return is | gone
	case is.has(anAddr | aLogin | aPassword):
		return is | forgotten
	}
	return is
}

// elliptic reports whether clause i goes on with "... but the address no longer" behind one that says what is still known.
func (p *passage) elliptic(i int) bool {
	if i == 0 || p.parts[i-1].sentence != p.parts[i].sentence || !(p.parts[i-1].is.has(stays) || p.knows(p.parts[i-1])) {
		return false
	}
	is := p.parts[i].is
	return is.has(negation) && is.has(aMail|anAddr|aLogin|aPassword) && !is.has(stays|change|broken)
}

// quoteWindow is how far from a word its quotation marks are looked for, in bytes.
const quoteWindow = 64

// quoted reports whether a token stands between quotation marks that hold a few words.
func (p *passage) quoted(t token) bool {
	// Quotation marks can open in the line before, where a text is wrapped.
	start, end := p.lines[max(0, t.line-1)].start, p.lines[min(len(p.lines)-1, t.line+1)].end
	before, after := p.text[max(start, t.start-quoteWindow):t.start], p.text[t.end:min(end, t.end+quoteWindow)]
	if !strings.ContainsAny(before, "“«„‘'\"") {
		return false
	}
	for _, q := range [][2]string{{"“", "”"}, {"«", "»"}, {"„", "“"}, {"‘", "’"}, {" '", "'"}, {"\"", "\""}} {
		open := strings.LastIndex(" "+before, q[0])
		if open < 0 || q[0] == "\"" && strings.Count(before, "\"")%2 == 0 {
			continue
		}
		inside := (" " + before)[open+len(q[0]):]
		end := strings.Index(after, q[1])
		// The apostrophe of "l'adresse" closes nothing.
		apostrophe := q[0] == " '" && end >= 0 && end+1 < len(after) && isLetterByte(after[end+1])
		if end >= 0 && !apostrophe && len(inside)+end < 48 && !strings.Contains(inside, q[1]) {
			return true
		}
	}
	return false
}
