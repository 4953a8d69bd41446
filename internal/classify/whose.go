package classify

import (
	"slices"
	"strings"
)

// owner is whose number a candidate is.
type owner int

// The owners. From somebodyElse on a number is not taken.
const (
	unknown owner = iota // nothing is said
	sender
	somebodyElse
	notMeant // an example or a wrong number
	former   // the sender's own, but an old one: taken where there is no other
)

// whose tells whose number the digits at token at are, with the words that tell it; they end the sentence "... is not taken: " or
// "..., where ".
func (r reading) whose(p *passage, at int, c presented, behalf bool) (owner, string) {
	if p.negated(at) {
		return notMeant, "the text says that it is not the right one"
	}
	if p.abbreviatedExample(at) {
		return notMeant, isExample
	}
	for _, rule := range []func(*passage, int, presented) (owner, string){
		r.ownerInColumn, r.ownerInFields, r.ownerInOrder, r.ownerBehind, r.ownerBefore, r.ownerInNextSentence, r.ownerInHeading, r.ownerByName,
	} {
		if o, why := rule(p, at, c); o != unknown {
			return o, why
		}
	}
	if behalf && c.hits < 2 {
		return somebodyElse, "the mail asks for somebody else"
	}
	return unknown, ""
}

// The reasons that several rules give.
const (
	isOwn     = "the sender calls it the own number"
	isOthers  = "the words beside it tell of somebody else"
	isWrong   = "it is called a wrong or old one"
	isFormer  = "it is called an old one"
	isExample = "it is called an example"
)

// negated reports whether the digits are what is not meant: "A, en niet B", "in plaats van B".
func (p *passage) negated(at int) bool {
	first := p.firstInScope(at)
	for i := max(first, at-2); i < at; i++ {
		if ignores[p.tokens[i].word] {
			return true
		}
	}
	if at-1 >= first && at >= 2 {
		gap := p.text[p.tokens[at-2].end:p.tokens[at-1].start]
		switch p.tokens[at-1].word {
		case "niet", "non", "not", "nicht", "pas", "geen", "nie":
			return ands[p.tokens[at-2].word] || strings.ContainsAny(gap, ",(-–") || p.correctedBehind(at)
		}
	}
	return slices.ContainsFunc(insteads, func(words []string) bool { return at-len(words) >= first && p.says(at-len(words), words) })
}

// correctedBehind reports whether the right number follows: "niet A maar B".
func (p *passage) correctedBehind(at int) bool {
	for i := at + 1; i < len(p.tokens) && i < at+10 && p.tokens[i].sentence == p.tokens[at].sentence; i++ {
		if rightMarks[p.tokens[i].word] {
			return true
		}
	}
	return false
}

// firstInScope returns the first token of what is said before token at: its sentence, but an item of a list stands for itself.
func (p *passage) firstInScope(at int) int {
	i := at
	for i > 0 && p.tokens[i-1].sentence == p.tokens[at].sentence {
		if p.tokens[i-1].line != p.tokens[i].line && p.beginsItem(i) {
			break
		}
		i--
	}
	return i
}

// beginsItem reports whether token i, the first of its line, begins an item of a list, or the line before ends in a number.
func (p *passage) beginsItem(i int) bool {
	lead := strings.TrimSpace(p.text[p.lines[p.tokens[i].line].start:p.tokens[i].start])
	return lead != "" && strings.ContainsAny(lead[:1], "-*+>") || strings.HasPrefix(lead, "•") || isDigitRune(rune(p.tokens[i-1].word[0])) && isUpperAt(p.text, p.tokens[i].start)
}

// ownerBefore looks in the sentence of the digits, from them backwards, for the nearest word that tells whose they are.
func (r reading) ownerBefore(p *passage, at int, c presented) (owner, string) {
	first := p.firstInScope(at)
	for i := at - 1; i >= first; i-- {
		if open := p.closedBracket(i, at); open >= 0 {
			i = open
			continue
		}
		switch {
		case p.isSaidRight(i, at):
			// "X is wrong, it must be Y": what stands before is about X.
			if !c.labelled {
				return unknown, ""
			}
		case p.isOwnWord(i, at):
			return sender, isOwn
		case p.isWrongWord(i, at):
			return p.calledWrong(i, at)
		case p.isExampleWord(i, at):
			return notMeant, isExample
		case p.isOther(i) && (c.hits < 2 || !p.nameBetween(i, at) || p.inApposition(i, at)), p.saysAny(i, theirNames):
			if p.selfAside(i, at) {
				return unknown, ""
			}
			return somebodyElse, isOthers
		case r.numberOf(p, i):
			return somebodyElse, "it is called that of somebody with another name"
		case !c.labelled && c.hits < 2 && p.tokens[i].is.has(topic|invoice) && at-i <= 8:
			return somebodyElse, "the words beside it tell of another matter"
		case p.tokens[i].is.has(self):
			return unknown, ""
		}
	}
	return unknown, ""
}

// numberOf reports whether token i is the first name of somebody else to whom a number belongs: "het nummer van Lien".
func (r reading) numberOf(p *passage, i int) bool {
	t := p.tokens[i]
	if i < 2 || !givenNames[t.word] || !isUpperAt(p.text, t.start) || r.own[t.word] || len(r.own) == 0 || !ofWords[p.tokens[i-1].word] {
		return false
	}
	return slices.ContainsFunc(p.tokens[max(0, i-4):i-1], func(t token) bool { return t.is.has(nnLabel | anyLabel) })
}

// closedBracket returns the first token inside the bracket that token i ends before token at, -1 when it ends none.
func (p *passage) closedBracket(i, at int) int {
	if i+1 > at || !strings.Contains(p.text[p.tokens[i].end:p.tokens[i+1].start], ")") {
		return -1
	}
	for j := i; j > 0 && j > i-30; j-- {
		if strings.Contains(p.text[p.tokens[j-1].end:p.tokens[j].start], "(") {
			return j
		}
	}
	return -1
}

// isOwnWord reports whether token i says that what follows is the sender's: "mijn rijksregisternummer is", "het mijne", "ik:".
func (p *passage) isOwnWord(i, at int) bool {
	t := p.tokens[i]
	if ownAlone[t.word] && !t.is.has(person) {
		return true
	}
	if ownBeside[t.word] && (at-i == 1 || at-i == 2 && (linkWords[p.tokens[at-1].word] || articles[p.tokens[at-1].word])) {
		return true
	}
	if !possessives[t.word] || t.is.has(theirs) || shared[t.word] && len(p.numbersOfSentence(at)) > 1 {
		return false
	}
	for j := i + 1; j < at && j <= i+5; j++ {
		switch {
		case p.isOther(j):
			return false
		case p.tokens[j].is.has(nnLabel | anyLabel):
			return true
		case p.tokens[j].is.has(aMail | anAddr | aLogin | aPassword | otherLabel):
			return false
		}
	}
	return false
}

// isOther reports whether token i names somebody who is not the sender.
func (p *passage) isOther(i int) bool {
	t := p.tokens[i]
	switch {
	case p.isSurname(i), p.isGreeted(i):
		return false
	case t.is.has(theirs):
		return !p.verbToBe(i)
	case t.is.has(behalf):
		return true
	case roles[t.word]:
		// "Jan Peeters, zaakvoerder": what the sender is.
		return p.belongsToSomebody(i) && !p.selfDescribed(i)
	case employers[t.word]:
		// A new employer is a reason for a new address.
		return p.genitive(i) && !p.parts[t.clause].is.has(change|fresh) && !p.selfDescribed(i)
	case t.is.has(person) || relatives[t.word]:
		return !p.selfDescribed(i)
	case t.is.has(profession):
		return i > 0 && possessives[p.tokens[i-1].word] && !p.selfDescribed(i)
	}
	return thirdPersons[t.word] && !p.impersonal(i) && p.spokeOfSomebody(i) || masters[t.word] && p.saysAny(i, mastersOf)
}

// isSurname reports whether token i is the last name of somebody, such as Cousin or Baas: behind a first name or a label.
func (p *passage) isSurname(i int) bool {
	if i == 0 || !isUpperAt(p.text, p.tokens[i].start) {
		return false
	}
	before := p.tokens[i-1]
	return givenNames[before.word] && isUpperAt(p.text, before.start) && p.nameGap(i) || fieldWords[before.word] && strings.Contains(p.text[before.end:p.tokens[i].start], ":")
}

// isGreeted reports whether the person of token i is the one to whom the mail is written: "Beste collega's", "Madame, Monsieur".
func (p *passage) isGreeted(i int) bool {
	t := p.tokens[i]
	if titles[t.word] && (i == 0 || !possessives[p.tokens[i-1].word] && !p.tokens[i-1].is.has(theirs)) && (i+1 >= len(p.tokens) || !isUpperAt(p.text, p.tokens[i+1].start) || p.text[t.end:p.tokens[i+1].start] != " ") {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-3 && p.tokens[j].line == t.line && p.tokens[j].clause == t.clause; j-- {
		if greetings[p.tokens[j].word] || titles[p.tokens[j].word] && j == p.lines[t.line].first {
			return true
		}
	}
	return false
}

// spokeOfSomebody reports whether somebody was named before the pronoun of token i; else it stands for a thing.
func (p *passage) spokeOfSomebody(i int) bool {
	for j := i - 1; j >= 0 && j >= i-60; j-- {
		t := p.tokens[j]
		if (t.is.has(person) || relatives[t.word] || isTitle(t.word)) && !p.isGreeted(j) || givenNames[t.word] && isUpperAt(p.text, t.start) {
			return true
		}
	}
	return false
}

// verbToBe reports whether "zijn" at or before token i is the verb: "mijn gegevens zijn: ...".
func (p *passage) verbToBe(i int) bool {
	for j := i; j >= 0 && j >= i-2 && p.tokens[j].is.has(theirs); j-- {
		if p.tokens[j].word != "zijn" {
			continue
		}
		if j+1 < len(p.tokens) && strings.ContainsAny(p.text[p.tokens[j].end:p.tokens[j+1].start], ":\n") {
			return true
		}
		for k := j - 1; k >= 0 && k >= j-5 && p.tokens[k].sentence == p.tokens[j].sentence; k-- {
			if plurals[p.tokens[k].word] {
				return true
			}
		}
		return j == 0 || p.tokens[j-1].is.has(nnLabel|anyLabel)
	}
	return false
}

// impersonal reports whether "il" at token i is nobody: "il faut", "s'il vous plaît".
func (p *passage) impersonal(i int) bool {
	t := p.tokens[i]
	if t.start > 0 && p.text[t.start-1] == '-' {
		return true // "est-il", "a-t-il"
	}
	if t.word == "sie" || t.word == "elles" || t.word == "ils" {
		return isUpperAt(p.text, t.start)
	}
	return t.word == "il" && (i+1 >= len(p.tokens) || impersonals[p.tokens[i+1].word] || i > 0 && p.tokens[i-1].word == "s")
}

// belongsToSomebody reports whether an article or possessive stands before the role at token i: "onze zaakvoerder", "le gérant".
func (p *passage) belongsToSomebody(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if t := p.tokens[j]; possessives[t.word] || t.is.has(theirs) || articles[t.word] {
			return p.tokens[j].sentence == p.tokens[i].sentence
		}
	}
	return false
}

// inApposition reports whether the person of token i is the one whose name follows right behind: "mijn zoon Jan Peeters".
func (p *passage) inApposition(i, at int) bool {
	s := p.nameBefore(p.tokens[at].start)
	return s.to > 0 && s.from == i+1 && i > 0 && possessives[p.tokens[i-1].word]
}

// nameBetween reports whether the name beside the digits does not stand before token i: "mijn collega zei het, Rik Verhelst, A".
func (p *passage) nameBetween(i, at int) bool {
	s := p.nameBefore(p.tokens[at].start)
	return s.to == 0 || s.from > i
}

// selfAside reports whether the writer comes back between the person of token i and the digits: "mijn vrouw en ik", "door mijn
// werkgever verandert mijn adres, rijksregisternummer A".
func (p *passage) selfAside(i, at int) bool {
	again := false
	for j := i + 1; j < at; j++ {
		t := p.tokens[j]
		if firstPerson[t.word] && t.word != "k" || again && t.is.has(nnLabel) {
			return true
		}
		again = again || possessives[t.word] && p.ownsAddress(j)
	}
	return false
}

// isSaidRight reports whether token i marks what follows as the right one, in the same clause or right before the digits.
func (p *passage) isSaidRight(i, at int) bool {
	return rightMarks[p.tokens[i].word] && (at-i <= 6)
}

// isWrongWord reports whether token i calls the number that follows wrong or old. An old mail address is none.
func (p *passage) isWrongWord(i, at int) bool {
	if !wrongWords[p.tokens[i].word] {
		return false
	}
	for j := i + 1; j < at && j <= i+6; j++ {
		switch is := p.tokens[j].is; {
		case is.has(nnLabel | anyLabel):
			return true
		case is.has(aMail|anAddr|aLogin|aPassword|otherLabel) || rightMarks[p.tokens[j].word]:
			return false
		}
	}
	return at-i <= 3 && p.tokens[i].clause == p.tokens[at].clause
}

// calledWrong is what token i, which calls a number wrong or old, makes of it. An old one is the sender's where he speaks of himself, or
// in a field: "mijn oud rijksregisternummer", "Oud nummer: ...".
func (p *passage) calledWrong(i, at int) (owner, string) {
	if !formerWords[p.tokens[i].word] {
		return notMeant, isWrong
	}
	if p.lines[p.tokens[i].line].first == i && at-i == 2 && p.tokens[i+1].is.has(nnLabel|anyLabel) {
		return former, isFormer
	}
	label, self := false, false
	for j := p.firstInScope(i); j < len(p.tokens) && p.tokens[j].sentence == p.tokens[i].sentence; j++ {
		t := p.tokens[j]
		label = label || j > i && j <= i+4 && t.is.has(nnLabel|anyLabel)
		self = self || firstPerson[t.word] || possessives[t.word] && !t.is.has(theirs)
	}
	if label && self {
		return former, isFormer
	}
	return notMeant, isWrong
}

// isExampleWord reports whether token i calls what follows an example.
func (p *passage) isExampleWord(i, at int) bool {
	if at-i > 6 {
		return false
	}
	return exampleWords[p.tokens[i].word] || p.saysAny(i, examples)
}

// abbreviatedExample reports whether "p. ex." or the like stands right before token at; its dots can look like the end of a sentence.
func (p *passage) abbreviatedExample(at int) bool {
	if at == 0 || p.tokens[at-1].line != p.tokens[at].line {
		return false
	}
	return exampleShort[p.tokens[at-1].word] || at >= 2 && p.saysAny(at-2, examples)
}

// saysAny reports whether one of the phrases stands at token i.
func (p *passage) saysAny(i int, phrases [][]string) bool {
	return slices.ContainsFunc(phrases, func(words []string) bool { return p.says(i, words) })
}
