package classify

import (
	"slices"
	"strings"
)

// othersMatter reports whether the text speaks of the address of somebody else and of none of the sender's: "M. Ledent utilise désormais
// ...", "Gelieve het mailadres van mijn vennoot te wijzigen". A number in such a text is that of the other, wherever it stands.
func (r reading) othersMatter() bool {
	p, found := r.text, false
	for i := 0; i < len(p.parts); {
		parts := p.sentenceOf(p.parts[i])
		end := i + len(parts)
		if p.tokens[parts[0].first].line >= min(r.tail, r.signed) {
			break
		}
		switch said := p.allHeard(i, end); {
		case slices.ContainsFunc(parts, func(c clause) bool { return r.speaksOfOwn(p, c) }):
			return false
		case said.has(aMail|anAddr|anAddress|aLogin|platform) && said.has(change|fresh|forgotten|which|known|find|gone|anAddress) && !said.has(stays|thanksFor|fromHere):
			found = found || r.namesSomebody(p, parts)
		}
		i = end
	}
	return found
}

// allHeard returns what the clauses from first up to end say.
func (p *passage) allHeard(first, end int) (all concept) {
	for i := first; i < end; i++ {
		all |= p.heard(i)
	}
	return all
}

// maxNameWords is how many words a line with nothing but a name has at most.
const maxNameWords = 4

// speaksOfOwn reports whether a clause speaks of the address, the number or the knowledge of the sender.
func (r reading) speaksOfOwn(p *passage, c clause) bool {
	if mineBeside(p, c) || p.iForget(c) || c.is.has(self|fromHere) || c.last-c.first > maxNameWords && r.himselfByName(c) {
		return true
	}
	for i := c.first; i < c.last; i++ {
		t := p.tokens[i]
		if possessives[t.word] && !shared[t.word] && slices.ContainsFunc(p.tokens[i+1:min(c.last, i+4)], isOwnThing) || firstPerson[t.word] && c.is.has(forgotten|change|fresh|platform|blocked|useIt|gone|lacks) {
			return true
		}
	}
	return false
}

// namesSomebody reports whether the clauses of a sentence name a person who is not the sender as the one who acts or owns.
func (r reading) namesSomebody(p *passage, parts []clause) bool {
	for i := parts[0].first; i < parts[len(parts)-1].last; i++ {
		switch {
		case p.titles(i) && !p.addresses(i):
			if i+2 < len(p.tokens) && p.titles(i+1) {
				continue // "Herrn Dr. Krott"
			}
			s := p.nameSpan(i+1, false)
			if s.to > s.from && !p.introduced(i) && (r.isOther(p, s) || othersVerbs[p.wordAfter(s.to)]) {
				return true
			}
		case p.isGreeted(i):
		case p.isOther(i) && !p.alsoHe(i):
			return true
		}
	}
	return false
}

// titles reports whether token i is a title in front of a name: "Dhr. Claes", "de heer Claes".
func (p *passage) titles(i int) bool {
	word := p.tokens[i].word
	return (isTitle(word) || isTitle(word+".")) && !particleWords[word] && (isUpperAt(p.text, p.tokens[i].start) || spokenTitles[word]) &&
		i+1 < len(p.tokens) && isUpperAt(p.text, p.tokens[i+1].start)
}

// wordAfter returns the word of token i, or where a bracket opens there, that behind it; empty at the end.
func (p *passage) wordAfter(i int) string {
	const longest = 12 // words in brackets
	if i >= len(p.tokens) {
		return ""
	}
	if strings.Contains(p.text[p.tokens[i-1].end:p.tokens[i].start], "(") {
		for j := i; j+1 < len(p.tokens) && j < i+longest; j++ {
			if strings.Contains(p.text[p.tokens[j].end:p.tokens[j+1].start], ")") {
				return p.tokens[j+1].word
			}
		}
	}
	return p.tokens[i].word
}

// spokenTitles are written without a capital in a sentence.
var spokenTitles = wordSet("heer mevrouw mijnheer meneer juffrouw madame monsieur mademoiselle herrn frau")

// addresses reports whether the title of token i stands in a salutation: "Geachte heer Claes,".
func (p *passage) addresses(i int) bool {
	const salutation = 6 // words of a line that is nothing else
	l := p.lines[p.tokens[i].line]
	return l.last-l.first <= salutation || slices.ContainsFunc(p.tokens[max(l.first, i-3):i], func(t token) bool { return greetings[t.word] })
}

// othersVerbs are the third person of what is said of somebody who has, or no longer knows, an address.
var othersVerbs = wordSet("gebruikt heeft wil wenst weet kent kan is werkt utilise a souhaite ne veut desire aimerait uses has wants would hat will weiss nutzt verwendet mochte now no")

// isOwnThing reports whether a word is what only the sender has when it stands behind "my".
func isOwnThing(t token) bool { return t.is.has(nnLabel|anyLabel) || ownThings[t.word] }

var ownThings = wordSet("dossier profiel profil account compte konto fiche lidmaatschap gegevens donnees coordonnees contactgegevens details data daten kontaktdaten")
