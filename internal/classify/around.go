package classify

import "slices"

// What a clause means can stand in the clauses around it.

// sentenceOf returns the clauses of the sentence that a clause belongs to.
func (p *passage) sentenceOf(c clause) []clause {
	bySentence := func(part clause, sentence int) int { return part.sentence - sentence }
	first, _ := slices.BinarySearchFunc(p.parts, c.sentence, bySentence)
	end, _ := slices.BinarySearchFunc(p.parts, c.sentence+1, bySentence)
	return p.parts[first:end]
}

// hasWord reports whether a clause has one of the words.
func (p *passage) hasWord(c clause, words map[string]bool) bool {
	return slices.ContainsFunc(p.tokens[c.first:c.last], func(t token) bool { return words[t.word] })
}

// saysStays reports whether clause i, which means is, says that the address stays as it is. What stays may be listed before: "L'e-mail
// et le téléphone restent les mêmes".
func (p *passage) saysStays(i int, is concept) bool {
	if !is.has(stays) || is.has(gone|forgotten|fresh) {
		return false
	}
	if is.has(aMail | aLogin) {
		return true
	}
	if i == 0 || p.parts[i-1].sentence != p.parts[i].sentence || !ands[p.tokens[p.parts[i].first].word] {
		return false
	}
	const listed = 4 // words of what is only named, without a verb
	before := p.parts[i-1]
	return before.last-before.first <= listed && before.is.has(aMail|aLogin) && !before.is.has(predicates|anAddress|ask|which)
}

// alreadyDone reports whether clause i tells that the Institute has changed the address: "Vorige week hebben jullie mijn adres gewijzigd".
func (p *passage) alreadyDone(i int) bool {
	c := p.parts[i]
	return !c.question && c.is.hasAll(done|yours|change|anAddr) && !c.is.has(negation)
}

// sharedMatter returns invoice or newsletter when clause i goes on with a sentence about them without naming an object of its own:
// "Gelieve jullie facturen (lidgeld, seminaries) vanaf nu te mailen naar ...".
func (p *passage) sharedMatter(i int) (shared concept) {
	if is := p.parts[i].is; !is.has(sendTo|reach) || is.has(objects|platform) {
		return 0
	}
	for j := i - 1; j >= 0 && p.parts[j].sentence == p.parts[i].sentence; j-- {
		if p.parts[j].is.has(objects | platform) {
			return 0
		}
		shared |= p.parts[j].is & (invoice | newsletter)
	}
	return shared
}

// asksNewOne reports whether clause i speaks of "a new one" and the password was named last: "Bitte schicken Sie mir ein neues an ...".
func (p *passage) asksNewOne(i int) bool {
	c := p.parts[i]
	if !c.is.has(fresh) || c.is.has(aMail|aLogin|aPassword) || i == 0 {
		return false
	}
	if object, _ := p.referent(i); object != aPassword {
		return false
	}
	for k := c.first; k < c.last; k++ {
		if p.tokens[k].is.has(fresh) && newOnes[p.tokens[k].word] && (k+1 == c.last || prepositions[p.tokens[k+1].word]) {
			return true
		}
	}
	return false
}

// Words for a new thing that is not named, and those that may follow.
var (
	newOnes      = wordSet("nieuw nieuwe nouveau new neues neue")
	prepositions = wordSet("op naar aan via per voor a sur par pour to at by on for an auf in fur aub svp s please bitte krijgen ontvangen")
)

// sentFrom reports whether a clause tells from which address something is or was sent.
func (p *passage) sentFrom(c clause) bool {
	words := p.tokens[c.first:c.last]
	if !p.hasWord(c, sendings) {
		return false
	}
	const between = 3
	for k, t := range words {
		if originWords[t.word] && slices.ContainsFunc(words[k+1:min(len(words), k+1+between)], func(t token) bool { return t.is.has(anAddr | aMail) }) {
			return true
		}
	}
	return false
}

// The words of having sent, and those in front of the address that it was sent from.
var (
	sendings    = wordSet("stuur schrijf mail verstuur envoie ecris send write schicke schreibe sende gestuurd verstuurd verzonden gemaild gezonden opgestuurd envoye expedie ecrit sent written mailed geschickt gesendet geschrieben")
	originWords = wordSet("van vanaf vanuit via depuis de from von aus uit")
)

// iForget reports whether the verb of not knowing in a clause is that of the sender, whoever else the clause names: "onze IT-man heeft
// alles verplaatst en nu weet ik niet meer ...".
func (p *passage) iForget(c clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		a, b := p.tokens[i], p.tokens[i+1]
		if a.is.has(forgotten) && b.is.has(forgotten) && (firstPerson[a.word] || firstPerson[b.word]) {
			return true
		}
	}
	return false
}

// toReaders reports whether the sentence of clause i, below a signature, is a standing notice to whoever gets mail from the sender: it
// speaks to clients, or of what is "ours", or asks something without a first person.
func (p *passage) toReaders(i int) bool {
	said, house, clients := concept(0), false, false
	for _, c := range p.sentenceOf(p.parts[i]) {
		said |= c.is
		house = house || p.hasWord(c, shared)
		clients = clients || c.first <= p.parts[i].first && p.hasWord(c, clientWords)
	}
	return clients || house && !said.has(aPassword|forgotten) || p.parts[i].question && !said.has(mine)
}

var clientWords = wordSet("klant klanten klantenzone klantenportaal clienten clienteel clients cliente clientele client customers customer kunde kunden kundenbereich")

// endsUnknown reports whether a clause says "ik weet mijn ... niet": a verb of knowing of the first person, and the denial at the end.
func (p *passage) endsUnknown(c clause) bool {
	if !refusals[p.tokens[c.last-1].word] {
		return false
	}
	for i := c.first; i+2 < c.last; i++ {
		if firstPerson[p.tokens[i].word] && knowing[p.tokens[i+1].word] || knowing[p.tokens[i].word] && firstPerson[p.tokens[i+1].word] {
			return true
		}
	}
	return false
}

// wantsToReach reports whether the first person of a clause wants to get in touch with somebody: "ik wil een collega contacteren maar
// ben zijn adres vergeten".
func (p *passage) wantsToReach(c clause) bool {
	if !p.hasWord(c, auxiliaries) {
		return false
	}
	said, first := concept(0), false
	for _, part := range p.sentenceOf(c) {
		if part.first <= c.first {
			said |= part.is
			first = first || p.hasWord(part, firstPerson)
		}
	}
	return first && said.hasAll(reach|person)
}

// auxiliaries are the first person of to be and to have.
var auxiliaries = wordSet("ben heb ai suis have am habe bin")

// deniedLater reports whether clause i only names what is known, and a later clause of its sentence what is not: "mijn adres ken ik, het is
// het wachtwoord dat ik niet meer weet".
func (p *passage) deniedLater(i int) bool {
	const ahead = 6 // clauses
	c := p.parts[i]
	if !p.hasWord(c, knowing) {
		return false
	}
	later := p.parts[i+1 : min(len(p.parts), i+1+ahead)]
	return slices.ContainsFunc(later, func(l clause) bool { return l.sentence == c.sentence && l.is.has(negation) && l.is.has(objects) })
}

// bareAddress reports whether the sentence of a clause is a street or a town and nothing else, as in the lines below a name.
func (p *passage) bareAddress(c clause) bool {
	said := concept(0)
	for _, part := range p.sentenceOf(c) {
		said |= part.is
	}
	return said&^(postal|phone|otherLabel|anyLabel|profession|old|fresh|change) == 0 && !said.hasAll(postal|change)
}
