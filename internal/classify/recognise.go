package classify

import (
	"slices"
	"strings"
)

// dictionary holds all phrases of requests. It is built once and never changes.
var dictionary = newLexicon(slices.Concat(kindPhrases, whoPhrases, numberPhrases), spelledOften)

// spelledOften are the concepts of the words that every mail to us has, and so in every spelling. Other words are taken as they
// stand: a slip of one is too often another word.
const spelledOften = aMail | anAddr | aLogin | aPassword | forgotten | change | fresh | nnLabel | anyLabel

// recognise gives each token its concepts.
func (p *passage) recognise() {
	for i := range p.tokens {
		t := p.tokens[i]
		if t.mail {
			continue
		}
		if !dictionary.at(p, i, p.mark) {
			p.tokens[i].is |= nearMiss(t.word)
		}
	}
	himself := p.himself()
	for i := range p.tokens {
		if himself {
			p.tokens[i].is &^= theirs
		}
		p.correctWord(i)
		p.correctFresh(i)
	}
}

// correctWord takes away from token i what its words mean elsewhere, and not beside these ones.
func (p *passage) correctWord(i int) {
	t := &p.tokens[i]
	if t.is.has(person) && p.selfDescribed(i) {
		t.is &^= person
	}
	// "Ik mail dat liever niet": no address is meant.
	if t.word == "mail" && p.isVerb(i) {
		t.is &^= aMail
	}
	// "M. Dubuisson" is no "m'".
	if t.word == "m" && strings.HasPrefix(p.text[t.end:], ".") {
		t.is &^= mine
	}
	// "Elektronisch postadres" is one of mail.
	if i > 0 && t.is.has(postal) && t.is.hasAll(aMail|anAddr) {
		t.is &^= postal
	}
	// "... of een ander adres?" changes nothing.
	if t.is.has(another) && otherWords[t.word] && p.alternative(i) {
		for j := i; j < min(len(p.tokens), i+3); j++ {
			p.tokens[j].is &^= another
		}
	}
}

// correctFresh looks at what is called new, in front of token i.
func (p *passage) correctFresh(i int) {
	if i == 0 || !p.tokens[i-1].is.has(fresh) {
		return
	}
	before := &p.tokens[i-1]
	switch is := p.tokens[i].is; {
	// "Nieuwe computer": no address is new.
	case is.has(device):
		before.is &^= fresh | change
	// "Nieuwe medewerker": somebody is new, and no address.
	case is.has(person):
		before.is = newcomer
	}
}

// isVerb reports whether token i is what the writer does: "ik mail", "daarom mail ik".
func (p *passage) isVerb(i int) bool {
	if i > 0 && firstPerson[p.tokens[i-1].word] {
		return true
	}
	return i+1 < len(p.tokens) && firstPerson[p.tokens[i+1].word] && !p.parted(i+1) && (i == 0 || !p.tokens[i-1].is.has(which) && !possessives[p.tokens[i-1].word] && !determiners[p.tokens[i-1].word])
}

// determiners stand in front of a noun.
var determiners = wordSet("de het een die dat deze dit le la les un une ce cet cette the a an this that der die das ein eine diese dieser uw votre your ihre")

// otherWords are the ways to say "another", and alternatives join what is one or the other.
var (
	otherWords   = wordSet("ander andere autre another different anderen andern")
	alternatives = wordSet("of ou or oder ofwel soit either")
)

// alternative reports whether token i is the second of two possibilities: "X or another".
func (p *passage) alternative(i int) bool {
	return slices.ContainsFunc(p.tokens[max(0, i-4):i], func(t token) bool { return alternatives[t.word] })
}

// himself reports whether the sender speaks of himself as "he": the undersigned, in a mail that names nobody else.
func (p *passage) himself() bool {
	all := concept(0)
	for _, t := range p.tokens {
		// "Mijnheer, Mevrouw" of the salutation is nobody that the mail is about.
		if titles[t.word] && t.line <= 1 {
			continue
		}
		all |= t.is
	}
	return all.has(undersigned) && !all.has(person|behalf)
}

// selfDescribed reports whether the person of token i is the writer: "ik ben stagiair", "en tant que membre".
func (p *passage) selfDescribed(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		switch p.tokens[j].word {
		case "ben", "suis", "am", "bin", "als", "comme", "as", "que", "ondergetekende", "wij", "nous":
			return true
		case "van", "de", "of", "von", "mijn", "mon", "my":
			return false
		}
	}
	return false
}

// nearMiss returns the concepts of the long word that word is a slip of.
func nearMiss(word string) concept {
	if len(word) < 6 || commonWords[word] != 0 {
		return 0
	}
	for _, f := range dictionary.fuzzy[word[0]] {
		if near(f.word, word) {
			return f.is
		}
	}
	return 0
}

// mark gives concepts to tokens.
func (p *passage) mark(is concept, covered []int) {
	for _, j := range covered {
		p.tokens[j].is |= is
	}
}
