package classify

import (
	"slices"
	"strings"
)

// points adds up weak signs, with a name for each that staff can read.
type points struct {
	sum   int
	found []string
	hard  bool // one of them is what people do not write
}

func (p *points) add(n int, what string) {
	if n != 0 {
		p.sum += n
		if n > 0 {
			p.found = append(p.found, what)
		}
	}
}

func (p *points) reason() string {
	return "No person asks for anything, and it has what machines write: " + strings.Join(p.found, ", ") + "."
}

// The least sums for a verdict. A machine's sender is never enough: half of the sum comes from what the mail says.
const (
	enoughSaid  = 2
	enoughInAll = 4
)

// impersonal weighs many signs that tell little each: mail in which nobody speaks, from an address that is nobody's, with links,
// labels, amounts and the phrases of notices.
func (m *machine) impersonal() finding {
	// Who presses for a password is no machine of which we need to know, but one that staff should see.
	if m.ego || m.asks || m.r.text.presses() || m.text.all.has(baits) || m.answers && m.senderWeight() < nobody {
		return finding{}
	}
	said := m.impersonalWords()
	all := *said
	weight := m.senderWeight()
	personal := weight == 0 && m.personSends()
	if !personal && !m.polite() && (weight == nobody || said.sum >= enoughSaid) {
		all.add(1, "neither a greeting nor a closing")
		said.sum++
	}
	if weight == 0 && !personal && said.hard {
		all.add(1, "a sender without a person's name")
	}
	all.add(weight, "a sender that is no person")
	if m.r.mail.Doubt != nil {
		all.add(2, "a header of bulk mail")
	}
	if personal {
		all.add(-2, "")
	}
	if m.personSigns() {
		all.add(-3, "")
	}
	// "It does not work" is what people report.
	if weight < nobody && m.r.text.all.has(broken|nothingComes|blocked) && !said.hard {
		return finding{}
	}
	f := finding{code: "machine_report", why: all.reason()}
	switch {
	case said.sum < enoughSaid, all.sum < enoughInAll, weight == 0 && all.sum <= enoughInAll:
		return finding{}
	}
	f.sure = shaped
	if all.sum >= 2*enoughInAll-1 && weight == nobody {
		f.sure = says
	}
	return f
}

// impersonalWords weighs what subject and text say.
func (m *machine) impersonalWords() *points {
	var p points
	text, both := m.text, m.text.all|m.subject.all
	if m.greets(greetsRole) {
		p.add(2, "a greeting to customers or readers")
	}
	if m.namesUs() {
		p.add(3, "our own address as an account or recipient")
	}
	p.add(min(2, strings.Count(m.r.mail.Text, "://")), "links")
	p.add(min(3, m.labelLines()-1), "lines of labels")
	p.add(min(2, text.count(notice))+min(1, m.subject.count(notice)), "the words of a notice")
	p.add(min(2, text.count(monitorSaid|callSaid|deviceSaid)+max(0, text.count(labels)-1))+min(1, m.subject.count(monitorSaid|callSaid)), "the words of a report")
	p.add(min(2, text.count(refusal|undelivered|delayed|copied)), "the words of a mail server")
	p.add(min(2, text.count(survey))+min(1, m.subject.count(survey)), "the words of a survey")
	p.add(min(2, text.count(promo|newsWord))+min(1, m.subject.count(promo|newsWord)), "the words of a mailing")
	p.add(min(2, machineData(m.r.mail.Text)), "times, percentages or paths")
	if both.has(unsubscribe | browser | because) {
		p.add(2, "a way out of a mailing")
	}
	if both.has(unsubscribe) && both.has(because) {
		p.add(1, "why it is sent")
	}
	if text.all.has(button) {
		p.add(1, "a button")
	}
	if amounts(m.r.text) {
		p.add(1, "an amount")
	}
	p.hard = m.greets(greetsRole) || m.namesUs() || both.has(unsubscribe|browser|because|button|copied|undelivered) || strings.Contains(m.r.mail.Text, "://")
	return &p
}

// polite reports whether the text greets or closes as a letter does.
func (m *machine) polite() bool {
	p := m.r.text
	return m.r.closing < len(p.lines) || len(p.tokens) > 0 && greetingWords[p.tokens[0].word]
}

var greetingWords = wordSet(`beste geachte dag hallo hey hoi goeiedag goedendag goedemorgen goedemiddag goeiemorgen lieve mevrouw mijnheer heer heren
	bonjour bonsoir cher chere chers madame monsieur mesdames messieurs salut dear hi hello good sir madam sehr guten liebe lieber mensen collega
	confrater`)

// greets reports whether one of the first sentences has a sign.
func (m *machine) greets(is sign) bool {
	return m.text.sentence[0].has(is) || m.text.sentence[1].has(is)
}

// namesUs reports whether the text names an address of ours.
func (m *machine) namesUs() bool {
	for _, t := range m.r.text.tokens {
		if t.mail && m.r.ours(t.word) {
			return true
		}
	}
	return false
}

// personalLabels begin the lines in which people state their data.
var personalLabels = wordSet(`naam nom name voornaam prenom vorname nachname achternaam familienaam prenoms noms email mail adres adresse address
	tel telefoon telephone telefon phone gsm mobile mobiel lid lidnummer lidnr membre member mitglied btw tva vat kantoor cabinet
	oud oude nieuw nieuwe ancien ancienne nouveau nouvelle old new alt alte neu neue geboren geboortedatum rijksregisternummer rrn
	rijksregister browser toestel foutmelding erreur probleem probleme problem nn niss insz vraag question frage login functie aan van betreft betreffende objet to from subject fonction ps nb`)

// labelLines counts the lines of a label and a value; none where people state their data so.
func (m *machine) labelLines() int {
	p, n := m.r.text, 0
	for i, l := range p.lines {
		if i >= m.r.tail {
			break
		}
		text := strings.TrimSpace(p.lineText(i))
		label, value, ok := strings.Cut(text, ":")
		words := strings.Fields(fold(label))
		if !ok || len(words) == 0 || len(words) > 4 || strings.TrimSpace(value) == "" || strings.HasPrefix(value, "//") || l.first == l.last {
			continue
		}
		for j := l.first; j < min(l.first+len(words), l.last); j++ {
			if personalLabels[p.tokens[j].word] || p.tokens[j].is.has(nnLabel|phone) {
				return 0
			}
		}
		n++
	}
	return max(1, n)
}

// machineData counts what programs write and people do not: times with seconds, percentages, paths.
func machineData(s string) int {
	n := min(1, strings.Count(s, "/var/")+strings.Count(s, "/dev/")+strings.Count(s, ":\\"))
	for _, word := range strings.Fields(s) {
		digits := digitsOf(word)
		if len(digits) >= 6 && strings.Count(word, ":") >= 2 || len(digits) > 0 && strings.HasSuffix(strings.TrimRight(word, ".,;"), "%") || word == "%" || word == "%." {
			n++
		}
	}
	return n
}

// amounts reports whether an amount of money is named.
func amounts(p *passage) bool {
	for i, t := range p.tokens {
		if (t.word == "eur" || t.word == "euro" || t.word == "euros") && (i > 0 && isDigit(p.tokens[i-1].word[0]) || i+1 < len(p.tokens) && isDigit(p.tokens[i+1].word[0])) {
			return true
		}
	}
	return strings.Contains(p.text, "€") || strings.Contains(p.text, "+++")
}

// awayPoints weighs what answers of those who are away say, in whatever words: to whoever writes, how long, whom to ask.
func (m *machine) awayPoints(subject int) int {
	all := m.text.all
	if m.asks || all.has(encloses|past) || !(all|m.subject.all).has(absent|closedOffice|left|deceased|goneThis|comesBack|slow) && !m.ofHimself() {
		return 0
	}
	n := subject
	for _, s := range []struct {
		is     sign
		points int
	}{
		{whoever, 2}, {absent | closedOffice | left | deceased | goneThis, 2}, {until, 1}, {comesBack, 1}, {delegate, 1}, {thanked, 1},
		{willAnswer, 1}, {yourMail, 1}, {slow | unattended, 1},
	} {
		if all.has(s.is) {
			n += s.points
		}
	}
	if m.answers {
		n++
	}
	if m.answers && m.offTopic() {
		n++
	}
	if m.namesOther() {
		n++
	}
	if m.ofHimself() {
		n += 2
	}
	if m.tellsOwnData() && !all.has(whoever|goneThis|yourMail) {
		n -= 3
	}
	if m.r.text.all.has(solved|thanks) && !all.has(thanked|whoever) {
		n -= 2
	}
	return n
}

// offTopic reports whether the text says nothing of what members write about.
func (m *machine) offTopic() bool {
	return m.person == 0 && !m.r.text.all.has(anAddr|aLogin|aPassword|nnLabel|platform|forgotten|solved|newsletter|topic)
}

// tellsOwnData reports whether a clause speaks of the sender's own address, login, password or number.
func (m *machine) tellsOwnData() bool {
	return slices.ContainsFunc(m.r.text.parts, func(c clause) bool { return c.is.has(mine) && c.is.has(anAddr|aLogin|aPassword|nnLabel) })
}

// namesOther reports whether an address of somebody else stands in the text.
func (m *machine) namesOther() bool {
	for _, t := range m.r.text.tokens {
		if t.mail && !m.r.ours(t.word) && (len(m.r.mail.From) == 0 || t.word != m.r.mail.From[0].Addr) {
			return true
		}
	}
	return false
}

// toWhoever reports whether the text speaks to whoever writes, so that a new address in it is told and not asked for.
func (m *machine) toWhoever() bool {
	all := m.text.all
	if all.has(begs | encloses) {
		return false
	}
	return all.has(whoever) || m.insertedRe() || m.ofHimself() || all.has(left|goneThis|deceased) && all.has(yourMail) || m.namesUs() && all.has(notice) ||
		m.senderWeight() == nobody && !m.ego
}

// presses reports whether a passage presses for an account, as unwanted mail does: that is for a person to see.
func (p *passage) presses() bool {
	return p.all.has(phishing) && p.all.has(aPassword|aLogin|platform|blocked)
}
