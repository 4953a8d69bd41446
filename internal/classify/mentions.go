package classify

import "strings"

// mention is one place where a mail address is written, and what the words say of it.
type mention struct {
	at   int // token
	addr string
	is   role
}

// mentions returns the addresses of the text outside the small print, with what is said of each, also in another sentence.
func (r reading) mentions() []mention {
	var all []mention
	seen := map[string]bool{}
	previous := plain
	for i, t := range r.text.tokens {
		if !t.mail || t.line >= r.tail || r.ours(t.word) {
			continue
		}
		if seen[t.word] = true; len(seen) > maxAddresses || len(all) == maxMentions {
			break
		}
		got := r.roleOf(i, previous)
		if got == plain && r.forLogin(i) {
			got = asNew
		}
		previous = got
		if t.malformed {
			// An address that cannot be used is still the one that was meant.
			t.word = ""
		}
		all = append(all, mention{i, t.word, got})
	}
	for k := range all {
		if k+1 < len(all) {
			r.weighPair(&all[k], &all[k+1])
		}
		r.weighNext(all, k)
	}
	r.weighChoice(all)
	return all
}

// weighPair applies what stands between two addresses that follow each other, in whatever lines: a correction, or "instead of".
func (r reading) weighPair(a, b *mention) {
	p := r.text
	if a.addr != b.addr && p.fromTo(a.at, b.at) && p.speaks(change|fresh) {
		a.is, b.is = asOld, asNew
		return
	}
	if a.addr == b.addr || a.is == aside || b.is == aside {
		return
	}
	gap := p.text[min(p.endOf(a.at), p.tokens[b.at].start):p.tokens[b.at].start]
	if len(gap) > 160 {
		return
	}
	words := spaced(gap)
	switch {
	case len(gap) < 40 && insteadOf[strings.TrimSpace(words)]:
		a.is, b.is = asNew, asOld
	case len(gap) < 40 && strings.Contains(gap, "\n") && isTurn(words) && a.is != asNew:
		a.is, b.is = asOld, asNew
	case len(gap) < 40 && (a.is == asNew || b.is == asNew) && !containsAny(words, corrections) && containsAny(words, eitherWords):
		a.is, b.is = asNew, asNew
	case b.is != asOld && a.is != asOld && containsAny(words, corrections) && !containsAny(words, otherUses):
		if a.is == asNew {
			b.is = asNew
		}
		a.is = asOld
	}
}

// eitherWords stand between two addresses of which either will do.
var eitherWords = []string{" of ", " ofwel ", " hetzij ", " ou ", " soit ", " or ", " oder "}

// insteadOf is all that stands between a new address and the one that it replaces.
var insteadOf = map[string]bool{"ipv": true, "i p v": true, "in plaats van": true, "in de plaats van": true, "au lieu de": true, "au lieu d": true,
	"a la place de": true, "en lieu et place de": true, "instead of": true, "in place of": true, "statt": true, "anstatt": true, "anstelle von": true, "vervangt": true,
	"remplace": true, "replaces": true, "ersetzt": true}

// Corrections stand between what was written by mistake and what was meant; other uses excuse for something else.
var (
	corrections = []string{" oeps ", " oups ", " oops ", " foutje ", " typfout ", " tikfout ", " tikfoutje ", " typfoutje ", " schrijffout ", " verschrijving ",
		" correctie ", " correction ", " erratum ", " ik bedoel ", " bedoel ik ", " bedoelde ", " je veux dire ", " je voulais dire ", " i mean ", " i meant ",
		" ich meine ", " ich meinte ", " of beter ", " ou plutot ", " or rather ", " oder besser ", " faute de frappe ", " typo ", " vertippt ", " tippfehler ", " sorry ",
		" pardon ", " verkeerd getypt ", " fout getypt ", " mal ecrit ", " erreur de frappe ", " mistyped "}
	otherUses = []string{" storen ", " ongemak ", " derangement ", " inconvenience ", " bother ", " storung ", " nieuw wachtwoord "}
)

// Words at the beginning of lines that show the old and the new address like the header of a mail.
var (
	fromWords = wordSet("from van de von")
	toWords   = wordSet("to naar aan a vers nach zu auf")
)

// fromTo reports whether two addresses stand in two lines "From: ..." and "To: ...", one below the other.
func (p *passage) fromTo(a, b int) bool {
	first, second := p.tokens[p.lines[p.tokens[a].line].first], p.tokens[p.lines[p.tokens[b].line].first]
	return p.tokens[a].line < p.tokens[b].line && p.before(p.tokens[b].line) == p.tokens[a].line && fromWords[first.word] && toWords[second.word]
}

// weighNext applies what the sentence behind that of address k says of it: "Dat bestaat niet meer", "Mag dat in de plaats komen?"
func (r reading) weighNext(all []mention, k int) {
	p := r.text
	sentence := p.tokens[all[k].at].sentence
	from := all[k].at
	for from < len(p.tokens) && p.tokens[from].sentence == sentence {
		from++
	}
	to := from
	for to < len(p.tokens) && p.tokens[to].sentence == sentence+1 {
		to++
	}
	if all[k].is != plain || from == to || k+1 < len(all) && all[k+1].at < to || p.tokens[from].line >= min(r.signed, r.tail) || !p.pointsBack(from, to) && !p.relates(from) {
		return
	}
	is, words := p.conceptsOf(from, to), spaced(p.text[p.tokens[from].start:p.tokens[to-1].end])
	switch {
	case is.has(invoice | newsletter | aPassword):
	case containsAny(words, placeTaken) || is.has(useIt|fresh) && !is.has(negation|gone):
		all[k].is = asNew
	case is.has(gone|old) && !containsAny(words, theOther):
		all[k].is = asOld
	}
}

// relates reports whether token i goes on with what was named last: "..., que je n'utilise plus".
func (p *passage) relates(i int) bool {
	return relativePronouns[p.tokens[i].word] && strings.TrimSpace(p.text[p.tokens[i-1].end:p.tokens[i].start]) == ","
}

// pointsBack reports whether a sentence points to something named before it.
func (p *passage) pointsBack(from, to int) bool {
	for i := from; i < to && i < from+12; i++ {
		if pointers[p.tokens[i].word] {
			return true
		}
	}
	return false
}

var (
	// pointers point to what was just named.
	pointers = wordSet("dat die dit deze dees da celui celle ce cette it that this das dies diese dieses dieser er daarvan ervan")
	// placeTaken says that it takes the place of another.
	placeTaken = []string{" in de plaats ", " in plaats ", " lieu et place ", " au lieu de ", " a la place ", " instead ", " in place of ", " anstelle ", " statt ",
		" inscrire ", " inscrivez ", " encoder ", " encodez ", " eintragen ", " van maken ", " vervangt ", " remplace ", " replaces ", " ersetzt "}
	// theOther names another address than the one at hand.
	theOther = []string{" andere ", " autre ", " other ", " oude ", " ancien ", " ancienne ", " the old ", " alte ", " alten ", " vorige "}
)

// conceptsOf returns the concepts of the tokens from from to to, exclusive.
func (p *passage) conceptsOf(from, to int) concept {
	is := concept(0)
	for _, t := range p.tokens[from:to] {
		is |= t.is
	}
	return is
}

// weighChoice applies "het tweede", "le premier": which of two addresses, named before, is wanted.
func (r reading) weighChoice(all []mention) {
	p := r.text
	if len(all) != 2 || all[0].addr == all[1].addr || all[0].is == aside || all[1].is == aside {
		return
	}
	for _, c := range p.parts {
		if c.last <= all[1].at || p.tokens[c.first].line >= r.tail {
			continue
		}
		from := max(c.first, all[1].at+1)
		if from >= c.last {
			continue
		}
		words := spaced(p.text[p.tokens[from].start:p.tokens[c.last-1].end])
		bad := c.is.has(gone|negation|invoice|newsletter|old) || containsAny(words, privately)
		good := c.is.has(useIt|platform|aLogin|change|fresh|ask) || containsAny(words, chosenWords)
		first, second := containsAny(words, firstOfTwo), containsAny(words, secondOfTwo)
		switch {
		case first == second:
		case first && bad, second && good && !bad:
			all[0].is, all[1].is = asOld, asNew
			return
		case second && bad, first && good && !bad:
			all[0].is, all[1].is = asNew, asOld
			return
		}
	}
}

// How people name the first and the second of two, choose one, and keep one out.
var (
	firstOfTwo = []string{" het eerste ", " de eerste ", " eerstgenoemde ", " eerste adres ", " le premier ", " la premiere ", " premiere adresse ", " the first ", " das erste ",
		" die erste ", " erstere ", " erste adresse "}
	secondOfTwo = []string{" het tweede ", " de tweede ", " tweede adres ", " het laatste ", " de laatste ", " laatstgenoemde ", " le deuxieme ", " la deuxieme ", " le second ",
		" la seconde ", " seconde adresse ", " deuxieme adresse ", " ce dernier ", " cette derniere ", " la derniere ", " the second ", " the latter ", " the last one ", " das zweite ",
		" die zweite ", " letztere ", " letzteres ", " zweite adresse "}
	privately   = []string{" prive ", " privee ", " private ", " privat ", " personnel ", " personnelle ", " persoonlijk ", " fout ", " faux ", " fausse ", " wrong ", " falsch ", " verkeerd "}
	chosenWords = []string{" doe ", " maar ", " kies ", " kiezen ", " choisissez ", " choisir ", " choose ", " is juist ", " est bonne ", " est la bonne ", " est le bon ", " is right ",
		" is correct ", " ist richtig ", " nehmen ", " wahlen ", " geldt ", " vaut ", " telt ", " compte ", " counts ", " gilt "}
)

// announced reports whether the text says that the new address stands below, as in the signature.
func (r reading) announced() bool {
	p := r.text
	for i, c := range p.parts {
		if p.tokens[c.first].line >= r.signed || !p.speaks(aMail|anAddr|aLogin) || !r.speaksOf(c.sentence, change|fresh) {
			continue
		}
		words := spaced(p.text[p.tokens[c.first].start:p.tokens[p.parts[i].last-1].end])
		if containsAny(words, belowWords) {
			return true
		}
	}
	return false
}

// belowWords say that something stands further down.
var belowWords = []string{" hieronder ", " onderaan ", " onderstaand ", " onderstaande ", " handtekening ", " ci dessous ", " ci-dessous ", " ci-apres ", " plus bas ",
	" signature ", " au bas ", " en bas ", " below ", " underneath ", " unten ", " untenstehend ", " untenstehende ", " signatur "}
