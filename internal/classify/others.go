package classify

import (
	"slices"
	"strings"
)

// othersAddress reports whether a clause names the address of somebody who is not the sender, or of a part of the Institute: "het
// e-mailadres van accountant Jan Peeters", "l'adresse du service juridique".
func (r reading) othersAddress(p *passage, c clause) bool {
	for i := c.first; i+2 < c.last; i++ {
		if !p.tokens[i].is.has(aMail | anAddr | aLogin) {
			continue
		}
		for j := i + 1; j+1 < c.last && j <= i+2; j++ {
			// "L'adresse connue de vos services" is not theirs.
			if ofWords[p.tokens[j].word] && !p.tokens[j-1].is.has(known) && r.namesOther(p, j, c) {
				return true
			}
		}
	}
	return false
}

// speaks reports whether any clause of a passage has any of the concepts.
func (p *passage) speaks(any concept) bool { return p.all.has(any) }

// ofWords stand between an address and its owner.
var ofWords = wordSet("van de du d des von vom of for voor pour ihrer ihres seiner")

// namesOther reports whether a department, or the full name of somebody else, follows token of, perhaps with a title or profession
// in front of the name.
func (r reading) namesOther(p *passage, of int, c clause) bool {
	for i := of + 1; i < c.last && i <= of+6; i++ {
		t := p.tokens[i]
		switch {
		case possessives[t.word] || t.is.has(mine):
			return false
		case t.is.has(department):
			return true
		case t.is.has(profession) || titles[t.word] || particleWords[t.word] || institutes[t.word] || articles[t.word]:
			continue
		}
		s := p.nameSpan(i, false)
		titled := (titles[p.tokens[i-1].word] || p.tokens[i-1].is.has(profession)) && i-1 > of && s.to > s.from
		return (s.to-s.from >= 2 || titled) && r.isOther(p, s)
	}
	return false
}

// institutes are the words by which the Institute is addressed.
var institutes = wordSet("uw votre vos your ihrer ihres ihre jullie the die das het la le les un une een a an")

// isOther reports whether a full name has no word of the sender's own. Of a sender without a name nothing is known.
func (r reading) isOther(p *passage, s span) bool {
	for _, t := range p.tokens[s.from:s.to] {
		if r.own[t.word] {
			return false
		}
	}
	return len(r.own) > 0
}

// actsForOther reports whether a passage asks in the place of somebody else, who does not know or cannot get in, and not to reach him.
func (r reading) actsForOther(p *passage) bool {
	if p.speaks(behalf|aLogin|platform|aPassword|blocked|selfService) || r.othersForward() {
		return true
	}
	if slices.ContainsFunc(p.parts, func(c clause) bool { return c.is.has(forgotten) && othersForget(p, c) }) {
		return true
	}
	for i, t := range p.tokens {
		// "Kunnen jullie hem ... bezorgen": it is to be told to him.
		if datives[t.word] && (i == 0 || !ofWords[p.tokens[i-1].word] && !reachWords[p.tokens[i-1].word]) && p.parts[t.clause].is.has(find) {
			return true
		}
	}
	return false
}

// knows reports whether a clause says that the sender knows the address: "het e-mailadres ken ik".
func (p *passage) knows(c clause) bool {
	if c.is.has(negation|forgotten|which|aPassword) || c.question || !c.is.has(aMail|aLogin|anAddr) {
		return false
	}
	for i := c.first; i+1 < c.last; i++ {
		a, b := p.tokens[i].word, p.tokens[i+1].word
		verbs := knowing[a] || knowing[b] || c.last-c.first <= 4 && (having[a] || having[b])
		if verbs && (firstPerson[a] || firstPerson[b]) {
			return true
		}
	}
	return false
}

// The pronouns of whom something is told to, and the verbs behind which they are whom somebody wants to reach.
var (
	datives    = wordSet("hem haar hun lui leur him her them ihm ihr ihnen")
	reachWords = wordSet("bereik bereiken contacteren contacteer joindre contacter reach contact erreichen")
)

// statesKnown reports whether a clause says that the address is known, or states it: "login heb ik", "mijn login is ...".
func (p *passage) statesKnown(c clause) bool {
	if c.question || !c.is.has(aMail|aLogin|anAddr) || c.is.has(aPassword|forgotten|which|negation|change|fresh|gone|old) {
		return false
	}
	return c.is.has(stays) || c.is.has(anAddress) && (c.is.has(aLogin|mine) || c.last-c.first <= 5 && p.equates(c))
}

// equates reports whether a clause is no more than a word for an address and the address: "Mail = ...", "l'adresse c'est ...".
func (p *passage) equates(c clause) bool {
	for i := c.first + 1; i < c.last; i++ {
		if !p.tokens[i].mail {
			continue
		}
		gap := p.text[p.tokens[i-1].end:p.tokens[i].start]
		return copulas[p.tokens[i-1].word] || p.tokens[i-1].is.has(aMail|anAddr) && strings.ContainsAny(gap, "=:")
	}
	return false
}

// knowing are the verbs of knowing in the first person, and having those that say as much in few words: "login heb ik".
var having = wordSet("heb hebben ai avons have ve habe haben")

var knowing = wordSet("ken weet kennen weten connais sais know kenne weiss onthoud retiens remember")
