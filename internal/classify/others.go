package classify

// othersAddress reports whether a clause names the address of somebody who is not the sender, or of a part of the Institute: "het
// e-mailadres van accountant Jan Peeters", "l'adresse du service juridique".
func (r reading) othersAddress(p *passage, c clause) bool {
	for i := c.first; i+2 < c.last; i++ {
		if !p.tokens[i].is.has(aMail | anAddr | aLogin) {
			continue
		}
		for j := i + 1; j+1 < c.last && j <= i+2; j++ {
			if ofWords[p.tokens[j].word] && r.namesOther(p, j, c) {
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
	for i := of + 1; i < c.last && i <= of+4; i++ {
		t := p.tokens[i]
		switch {
		case possessives[t.word] || t.is.has(mine):
			return false
		case t.is.has(department):
			return true
		case t.is.has(profession) || titles[t.word] || particleWords[t.word] || institutes[t.word]:
			continue
		}
		s := p.nameSpan(i, false)
		return s.to-s.from >= 2 && r.isOther(p, s)
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

// refersToAddress reports whether clause i says that something is no longer known, without naming it, and the nearest thing named
// earlier in its sentence is an address: "... moet ik een e-mailadres invullen, en dat ken ik niet".
func (p *passage) refersToAddress(i int) bool {
	objects := aMail | anAddr | aLogin | aPassword
	if c := p.parts[i]; !c.is.has(forgotten) || p.heard(i).has(objects|which|change|nnLabel|phone|person) || c.is.has(forgotToDo) {
		return false
	}
	for j := i - 1; j >= 0 && p.parts[j].sentence == p.parts[i].sentence; j-- {
		if p.parts[j].is.has(postal | invoice | newsletter | nnLabel | anAddress | person) {
			return false
		}
		for k := p.parts[j].last - 1; k >= p.parts[j].first; k-- {
			if is := p.tokens[k].is; is.has(objects) {
				return !is.has(aPassword) && is.has(aMail|aLogin)
			}
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
		if knowing[a] && firstPerson[b] || firstPerson[a] && knowing[b] {
			return true
		}
	}
	return false
}

// knowing are the verbs of knowing in the first person.
var knowing = wordSet("ken weet kennen weten connais sais know kenne weiss onthoud retiens remember")
