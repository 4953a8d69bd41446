package classify

import (
	"slices"
	"strings"
)

// concept is what a word or phrase means for a request, in any of the four languages. A set of them is a bit mask.
type concept uint64

// The concepts.
const (
	aMail         concept = 1 << iota // e-mail
	anAddr                            // an address, of mail or not
	aLogin                            // the user name, which is the address
	aPassword                         // the password
	forgotten                         // somebody no longer knows or has it
	forgotToDo                        // somebody forgot to do something: attach, send
	which                             // which one is it?
	known                             // known to the Institute
	change                            // is changed or wanted changed
	fresh                             // new
	old                               // old
	gone                              // no longer works or exists
	stays                             // stays as it is
	ask                               // please, could you
	find                              // find back, tell me
	mine                              // first person
	yours                             // of the Institute
	theirs                            // third person
	person                            // somebody else: colleague, client, spouse
	behalf                            // in the name of somebody else
	reach                             // to get in touch, to pass something on
	postal                            // a street, moving house
	phone                             // telephone
	invoice                           // bills and payments
	newsletter                        // mailing lists
	topic                             // another matter of the Institute
	thanks                            // thanks
	solved                            // it works, found, no longer needed
	why                               // a question about the procedure
	conditional                       // if, when
	selfService                       // the password reset of the platform
	nothingComes                      // the mail of the self-service does not come, it fails
	phishing                          // pressure that no member uses
	platform                          // the platform
	anAddress                         // a mail address is written out
	negation                          // not
	broken                            // does not work
	blocked                           // an account is locked
	sendTo                            // where something is sent to
	nnLabel                           // announces a national number
	otherLabel                        // announces another number: telephone, invoice, VAT
	anyLabel                          // announces some number
	self                              // the sender and nobody else
	newcomer                          // a person who is new
	customer                          // a client of the sender
	byMail                            // mail as the way to answer: "by return e-mail"
	notAbout                          // what follows is not what the mail is about
	department                        // a part of the Institute that has an address of its own
	fromHere                          // the address that the mail comes from: "with which I write to you"
	undersigned                       // the sender speaks of himself as "he"
	thanksFor                         // thanks for what was done
	needs                             // what is needed
	useIt                             // use, register: what is to be done with an address
	done                              // what was changed already
	suspect                           // asks whether a mail is genuine
	firstPassword                     // never had a password
	device                            // a computer or the like
	unsure                            // does not know whether
	profession                        // what a colleague is, in front of a name
	lacks                             // no longer has something
	unasked                           // what was never asked for
	noNeed                            // says that nothing is to be done any more
	another                           // another address: one that is wanted, or one of several
)

func (c concept) has(any concept) bool    { return c&any != 0 }
func (c concept) hasAll(all concept) bool { return c&all == all }

// phrase is one entry of a table of phrases, cut into elements; C is the set of what phrases of its table can mean.
type phrase[C ~uint64] struct {
	elements []element
	is       C
}

// element is one place of a phrase: words of which one must stand there, or a gap.
type element struct {
	words    []string        // exact
	many     map[string]bool // the same, where there are many
	prefixes []string        // beginnings of words
	digits   bool            // a word that begins with a digit
	gap      int             // up to so many other words
}

// How many words a * and a ** of a phrase stand for at most.
const (
	gapWords     = 4
	wideGapWords = 8
)

// lexicon finds phrases by their first word.
type lexicon[C ~uint64] struct {
	words    map[string][]*phrase[C]
	prefixes map[string][]*phrase[C] // by the first three letters
	numbers  []*phrase[C]            // that begin with a number
	fuzzy    map[byte][]fuzzyWord[C] // long single words by their first letter, for near misses
	often    C                       // the meanings of which near misses are looked for
}

type fuzzyWord[C ~uint64] struct {
	word string
	is   C
}

// dictionary holds all phrases of requests. It is built once and never changes.
var dictionary = newLexicon(slices.Concat(kindPhrases, whoPhrases, numberPhrases), spelledOften)

func newLexicon[C ~uint64](table []phrasesOf[C], often C) *lexicon[C] {
	l := &lexicon[C]{words: map[string][]*phrase[C]{}, prefixes: map[string][]*phrase[C]{}, fuzzy: map[byte][]fuzzyWord[C]{}, often: often}
	for _, group := range table {
		for _, text := range strings.Split(group.list, ";") {
			if text = strings.TrimSpace(text); text != "" {
				l.add(text, group.is)
			}
		}
	}
	return l
}

func (l *lexicon[C]) add(text string, is C) {
	p := &phrase[C]{is: is}
	// Alternatives may go on in the next line of a table.
	word := ""
	for _, field := range strings.Fields(text) {
		if word += field; !strings.HasSuffix(word, "|") {
			p.elements = append(p.elements, newElement(word))
			word = ""
		}
	}
	first := p.elements[0]
	for _, w := range first.words {
		l.words[w] = append(l.words[w], p)
		if len(p.elements) == 1 && len(w) >= 6 && is&l.often != 0 {
			l.fuzzy[w[0]] = append(l.fuzzy[w[0]], fuzzyWord[C]{w, is})
		}
	}
	for _, w := range first.prefixes {
		l.prefixes[w[:3]] = append(l.prefixes[w[:3]], p)
	}
	if first.digits {
		l.numbers = append(l.numbers, p)
	}
}

// spelledOften are the concepts of the words that every mail to us has, and so in every spelling. Other words are taken as they
// stand: a slip of one is too often another word.
const spelledOften = aMail | anAddr | aLogin | aPassword | forgotten | change | fresh | nnLabel | anyLabel

// at tells found of each phrase that begins at token i of p, with the tokens that it covers, gaps excepted. It reports whether there
// was one.
func (l *lexicon[C]) at(p *passage, i int, found func(is C, covered []int)) bool {
	word, known := p.tokens[i].word, false
	try := func(phrases []*phrase[C]) {
		var at [16]int
		for _, ph := range phrases {
			if covered := p.match(ph.elements, i, at[:0]); covered != nil {
				known = true
				found(ph.is, covered)
			}
		}
	}
	try(l.words[word])
	if len(word) >= 3 {
		try(l.prefixes[word[:3]])
	}
	if isDigit(word[0]) {
		try(l.numbers)
	}
	return known
}

func newElement(field string) element {
	switch field {
	case "*":
		return element{gap: gapWords}
	case "**":
		return element{gap: wideGapWords}
	}
	var e element
	for _, w := range strings.Split(field, "|") {
		if p, ok := strings.CutSuffix(w, "~"); ok {
			e.prefixes = append(e.prefixes, p)
		} else if w == "#" {
			e.digits = true
		} else {
			e.words = append(e.words, w)
		}
	}
	if len(e.words) > 8 {
		e.many = wordSet(strings.Join(e.words, " "))
	}
	return e
}

func (e element) matches(word string) bool {
	if e.digits && isDigit(word[0]) {
		return true
	}
	if e.many != nil {
		if e.many[word] {
			return true
		}
	} else if slices.Contains(e.words, word) {
		return true
	}
	for _, w := range e.prefixes {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

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
		if p.tokens[i].is.has(person) && p.selfDescribed(i) {
			p.tokens[i].is &^= person
		}
		// "Nieuwe computer": no address is new.
		if i > 0 && p.tokens[i].is.has(device) && p.tokens[i-1].is.has(fresh) {
			p.tokens[i-1].is &^= fresh | change
		}
		// "Ik mail dat liever niet": no address is meant.
		if p.tokens[i].word == "mail" && p.isVerb(i) {
			p.tokens[i].is &^= aMail
		}
		// "M. Dubuisson" is no "m'".
		if p.tokens[i].word == "m" && strings.HasPrefix(p.text[p.tokens[i].end:], ".") {
			p.tokens[i].is &^= mine
		}
		// "Elektronisch postadres" is one of mail.
		if i > 0 && p.tokens[i].is.has(postal) && p.tokens[i].is.hasAll(aMail|anAddr) {
			p.tokens[i].is &^= postal
		}
		// "... of een ander adres?" changes nothing.
		if p.tokens[i].is.has(another) && otherWords[p.tokens[i].word] && p.alternative(i) {
			for j := i; j < min(len(p.tokens), i+3); j++ {
				p.tokens[j].is &^= another
			}
		}
		// "Nieuwe medewerker": somebody is new, and no address.
		if i > 0 && p.tokens[i].is.has(person) && p.tokens[i-1].is.has(fresh) {
			p.tokens[i-1].is = newcomer
		}
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

// match returns the tokens that the elements cover from token i on, nil when they do not match. A phrase ends with its sentence.
func (p *passage) match(elements []element, i int, covered []int) []int {
	for len(elements) > 0 {
		e := elements[0]
		if e.gap > 0 {
			return p.skip(elements[1:], i, e.gap, covered)
		}
		if i >= len(p.tokens) || !e.matches(p.tokens[i].word) || (len(covered) > 0 && p.parted(i)) {
			return nil
		}
		covered = append(covered, i)
		elements, i = elements[1:], i+1
	}
	return covered
}

// skip matches the elements behind a gap of up to most words.
func (p *passage) skip(elements []element, i, most int, covered []int) []int {
	for j := i; j <= i+most && j < len(p.tokens); j++ {
		if j > 0 && p.parted(j) || j > i && contrasts[p.tokens[j-1].word] {
			return nil
		}
		if found := p.match(elements, j, covered); found != nil {
			return found
		}
	}
	return nil
}

// contrasts begin the other half of a contrast: "... ken ik, maar niet ...".
var contrasts = wordSet("maar mais but aber sondern")

// parted reports whether a mark that ends a sentence stands before token i.
func (p *passage) parted(i int) bool {
	return strings.ContainsAny(p.text[p.tokens[i-1].end:p.tokens[i].start], ".!?;")
}
