package classify

import (
	"slices"
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/message"
)

// onBehalf reports whether the mail asks for somebody else, and why. Such a mail goes to an agent: what it says of a number or a
// name is not the sender's.
func (r reading) onBehalf() (bool, string) {
	p := r.text
	for i, c := range p.parts {
		if p.tokens[c.first].line >= r.tail {
			break
		}
		is := p.heard(i)
		switch {
		case is.has(behalf) && !p.ownBehalf(c):
			return true, "The text says that it asks in the name of somebody else."
		case is.has(theirs) && is.has(forgotten|which|known|change|nnLabel|find|fresh|gone) && is.has(aMail|anAddr|aLogin|aPassword|nnLabel) && !mineBeside(p, c) && !p.machineSpeaks(c) && !p.settled(c) && !r.himselfByName(c):
			return true, "The text tells of the address or number of somebody else."
		case is.has(forgotten) && othersForget(p, c) && !r.himselfByName(c):
			return true, "The text says that somebody else no longer knows the address."
		case p.addressSentence(i) && r.namedOwner(p, c):
			return true, "The text asks about the address of somebody who is named and is not the sender."
		}
	}
	if r.othersMatter() {
		return true, "The text is about the address of somebody else, and says nothing of the sender's own."
	}
	if r.signsFor() {
		return true, "The mail is signed for somebody else."
	}
	if r.othersForward() {
		return true, "A message of somebody else is forwarded."
	}
	return false, ""
}

// signsFor reports whether the last lines name, with a title, the person for whom the mail is signed: "Pour M. Ledent,".
func (r reading) signsFor() bool {
	const last, words = 4, 6
	p := r.text
	for i := max(1, min(len(p.lines), r.tail)-last); i < min(len(p.lines), r.tail); i++ {
		l := p.lines[i]
		if l.last-l.first > 2 && byOrder[p.tokens[l.first].word+p.tokens[l.first+1].word] && isUpperAt(p.text, p.tokens[l.first+2].start) {
			return true
		}
		if n := l.last - l.first; n < 3 || n > words || !signedFor[p.tokens[l.first].word] || !isTitle(p.tokens[l.first+1].word) && !isTitle(p.tokens[l.first+1].word+".") || !isUpperAt(p.text, p.tokens[l.first+2].start) {
			continue
		}
		if named := r.own[p.tokens[l.last-1].word]; !named || !r.isSignature(p, i) && i+1 < len(p.lines) {
			return true
		}
	}
	return false
}

// byOrder are the letters in front of the name of who signs by order: "i. A. Sandra Lux", "p.o.".
var byOrder = wordSet("ia iv io po")

// signedFor begin the line that says for whom a mail is signed.
var signedFor = wordSet("pour voor namens for fur p/o i.o.")

// ownBehalf reports whether a clause asks in the sender's own name, or at the request of the Institute.
func (p *passage) ownBehalf(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if !p.tokens[i].is.has(behalf) || i+1 < len(p.tokens) && p.tokens[i+1].is.has(behalf) {
			continue
		}
		if i+1 < len(p.tokens) && (addressed[p.tokens[i+1].word] || nobodyElse[p.tokens[i+1].word]) {
			return true
		}
		for j := i + 1; j < len(p.tokens) && j <= i+4; j++ {
			if p.tokens[j].is.has(self) || ownAlone[p.tokens[j].word] {
				return true
			}
		}
	}
	return false
}

// machineSpeaks reports whether "he" in a clause is the platform, that asks the sender for something: "hij vraagt een paswoord".
func (p *passage) machineSpeaks(c clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		a, b := p.tokens[i].word, p.tokens[i+1].word
		if machineVerbs[a] && thirdPersons[b] || thirdPersons[a] && machineVerbs[b] {
			return true
		}
	}
	return false
}

// settled reports whether a clause tells of what was done already: "mijn vrouw heeft haar adres al doorgekregen".
func (p *passage) settled(c clause) bool {
	for _, t := range p.tokens[c.first:c.last] {
		if alreadyWords[t.word] && !c.is.has(forgotten) {
			return true
		}
	}
	return false
}

// himselfByName reports whether the sentence up to the end of a clause names the sender, who speaks of himself as somebody else:
// "Lien Maes zoekt haar e-mailadres".
func (r reading) himselfByName(c clause) bool {
	p, seen := r.text, map[string]bool{}
	for i := c.last - 1; i >= 0 && p.tokens[i].sentence == c.sentence; i-- {
		if r.own[p.tokens[i].word] {
			seen[p.tokens[i].word] = true
		}
		if p.tokens[i].is.has(person) {
			return false
		}
	}
	return len(seen) >= 2
}

// namedOwner reports whether an address in the sentence of a clause belongs to somebody with a title or a full name, or is asked for
// him: "het adres van mevrouw Peeters", "pour Monsieur Delvaux", "op naam van Lien Maes".
func (r reading) namedOwner(p *passage, c clause) bool {
	for i := max(c.first, 1); i+1 < len(p.tokens) && p.tokens[i].sentence == c.sentence && i < c.last+8; i++ {
		of := i
		switch {
		case isTitle(p.tokens[i].word) && !particleWords[p.tokens[i].word] && isUpperAt(p.text, p.tokens[i+1].start):
			if s := p.nameSpan(i+1, false); s.to == s.from || !r.isOther(p, s) {
				continue
			}
			of = p.beforeTitle(i)
		case ofWords[p.tokens[i].word] || forWords[p.tokens[i].word]:
			s := p.nameSpan(i+1, false)
			if s.to-s.from < 2 || !givenNames[p.tokens[i+1].word] || !isUpperAt(p.text, p.tokens[i+1].start) || !isPersonal(p.spanText(s)) || !r.isOther(p, s) {
				continue
			}
		default:
			continue
		}
		if forWords[p.tokens[of].word] || ofWords[p.tokens[of].word] && p.ownedBefore(of) {
			return true
		}
	}
	return false
}

// beforeTitle returns the token in front of a title and what belongs to it: "van" of "van de heer".
func (p *passage) beforeTitle(i int) int {
	of := i - 1
	for of > 0 {
		w := p.tokens[of].word
		if !articles[w] && !isTitle(w) || ofWords[w] && (w != "de" || p.tokens[of+1].word != "heer") {
			break
		}
		of--
	}
	return of
}

// addressSentence reports whether the sentence of clause i speaks of an address or a login, and not of the sender's own.
func (p *passage) addressSentence(i int) bool {
	found, sentence := false, p.parts[i].sentence
	for i > 0 && p.parts[i-1].sentence == sentence {
		i--
	}
	for ; i < len(p.parts) && p.parts[i].sentence == sentence; i++ {
		found = found || p.parts[i].is.has(aMail|anAddr|aLogin|platform)
		if mineBeside(p, p.parts[i]) {
			return false
		}
	}
	return found
}

// ownedBefore reports whether an address, an account or a file stands right before "of" at token of.
func (p *passage) ownedBefore(of int) bool {
	for i := of - 1; i >= 0 && i >= of-3 && p.tokens[i].sentence == p.tokens[of].sentence; i-- {
		if p.tokens[i].is.has(aMail|anAddr|aLogin|platform) || filesOf[p.tokens[i].word] {
			return true
		}
	}
	return false
}

// othersForget reports whether the person named last before a verb of forgetting is not the sender.
func othersForget(p *passage, c clause) bool {
	at := c.first
	for at < c.last && !p.tokens[at].is.has(forgotten) {
		at++
	}
	for i := min(at, c.last-1); i >= 0 && p.tokens[i].sentence == c.sentence; i-- {
		switch {
		case firstPerson[p.tokens[i].word]:
			return false
		case p.tokens[i].is.has(person) && !p.genitive(i) && !p.isGreeted(i) && !p.alsoHe(i), othersPronouns[p.tokens[i].word], p.tokens[i].word == "il" && p.says(i+1, []string{"ne"}), p.tokens[i].word == "il" && p.says(i+1, []string{"n"}):
			return true
		}
	}
	return false
}

// othersPronouns are the pronouns of somebody else as the one who acts.
var othersPronouns = wordSet("hij he she elle")

// alsoHe reports whether the person of token i is only one more who does not know: "zelfs mijn vrouw weet het niet".
func (p *passage) alsoHe(i int) bool {
	return slices.ContainsFunc(p.tokens[max(0, i-3):i], func(t token) bool { return evenWords[t.word] })
}

var evenWords = wordSet("zelfs meme even sogar ook auch aussi")

// genitive reports whether the person of token i only owns something: "het adres van mijn collega".
func (p *passage) genitive(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		switch p.tokens[j].word {
		case "van", "de", "du", "d", "des", "of", "von", "vom", "der":
			return true
		}
	}
	return false
}

// firstPerson are the pronouns of the writer as the one who acts.
var firstPerson = wordSet("ik k ikzelf je j moi i ich wij we nous wir")

// othersForward reports whether a message of another person is passed on, one that asks something of its own.
func (r reading) othersForward() bool {
	f := r.mail.Forwarded
	if f == nil || r.passed != nil || len(r.mail.From) == 0 || f.From.Addr == "" {
		return false
	}
	if machineSender(f.From.Addr) || slices.ContainsFunc(r.mail.To, func(a message.Address) bool { return a.Addr == f.From.Addr }) {
		return false
	}
	e, ok := r.weigh(newPassage(cut(f.Subject+"\n"+f.Text, maxText)), 1<<20).decide()
	return ok && e.kind.NeedsCheck()
}

// machineSender reports whether no member writes from an address: a bounce, a service or a provider.
func machineSender(addr string) bool {
	local, _, _ := strings.Cut(strings.ToLower(addr), "@")
	words := strings.FieldsFunc(local, func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.ContainsFunc(words, func(w string) bool { return machineNames[w] }) || strings.HasPrefix(local, "microsoftexchange")
}

// ownForward returns the forwarded message when the sender wrote it, for example from another mailbox.
func (r reading) ownForward() *passage {
	f := r.mail.Forwarded
	if f == nil || len(r.mail.From) == 0 {
		return nil
	}
	from := r.mail.From[0]
	if f.From.Addr != "" && f.From.Addr == from.Addr || samePerson(from, f.From) || r.callsItMine() && (couldBe(from, f.From) || r.signsAs(f.From)) {
		return newPassage(cut(f.Text, maxText))
	}
	return nil
}

// samePerson reports whether two display names hold the same last and first name, in any order.
func samePerson(a, b message.Address) bool {
	if b.Name == "" {
		return false
	}
	x, y := splitDisplay(a, hints{}), splitDisplay(b, hints{})
	return x.complete() && y.complete() &&
		(sameName(x.last, y.last) && sameName(x.first, y.first) || sameName(x.last, y.first) && sameName(x.first, y.last))
}

// callsItMine reports whether the new text calls the forwarded message the sender's own: "mijn mail van gisteren", "je renvoie".
func (r reading) callsItMine() bool {
	p := r.text
	for i, t := range p.tokens {
		if i > 60 {
			break
		}
		if ownMessages[t.word] && !p.parts[t.clause].is.has(person|theirs) && (i == 0 || !p.tokens[i-1].is.has(person)) {
			for j := max(0, i-3); j < i; j++ {
				if possessives[p.tokens[j].word] || otherMailbox[p.tokens[j].word] {
					return true
				}
			}
		}
		if resends[t.word] && i > 0 && firstPerson[p.tokens[i-1].word] {
			return true
		}
	}
	return false
}

// signsAs reports whether the last sentence of the new text, or the line below its closing, is the first or full name of the one who
// wrote the forwarded message, while the account has only a nickname.
func (r reading) signsAs(a message.Address) bool {
	author, account := splitDisplay(a, hints{}), splitDisplay(r.mail.From[0], hints{})
	if !author.complete() || account.complete() || len(r.text.tokens) == 0 {
		return false
	}
	p, end := r.text, len(r.text.tokens)
	for end > 0 && p.isPhoneLine(p.tokens[end-1].line) {
		end--
	}
	first := end
	for first > 0 && p.tokens[first-1].sentence == p.tokens[end-1].sentence {
		first--
	}
	signed := plainName(p.spanText(span{first, end}))
	return signed != "" && (signed == plainName(author.first) || signed == plainName(author.first+author.last) || signed == plainName(author.last+author.first))
}

// couldBe reports whether two display names that are not the same can be those of one person: an initial for a last name, a short
// form of the first name.
func couldBe(a, b message.Address) bool {
	x, y := strings.FieldsFunc(fold(a.Name), notLetter), strings.FieldsFunc(fold(b.Name), notLetter)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	fits := 0
	for _, w := range x {
		if slices.ContainsFunc(y, func(v string) bool {
			return v == w || len(w) == 1 && strings.HasPrefix(v, w) || len(v) == 1 && strings.HasPrefix(w, v) || len(w) > 2 && len(v) > 2 && (strings.HasPrefix(v, w) || strings.HasPrefix(w, v))
		}) {
			fits++
		}
	}
	return fits == len(x) && fits > 1 || fits == len(y) && fits > 1
}
