package classify

import (
	"math/bits"
	"strings"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// sign is what a phrase tells of the machine, or the person, that wrote a mail. A set of them is a bit mask.
type sign uint64

// The signs.
const (
	saysAuto      sign = 1 << iota // says of itself that it is automatic
	autoLabel                      // "automatic answer": the same where it stands apart
	because                        // you get this because ...
	becauseWrote                   // ... you wrote
	noReply                        // do not answer
	unattended                     // nobody reads this mailbox
	yourMail                       // nobody read your mail, or it was passed on
	slow                           // mails are read now and then
	absent                         // somebody is away
	closedOffice                   // the office is closed
	absentFrom                     // away from an exam or a meeting, of which people tell
	left                           // no longer there
	deceased                       // died
	goneThis                       // this address is no longer used
	until                          // how long
	comesBack                      // back on
	delegate                       // whom to ask instead
	willAnswer                     // the absent will answer later
	thanked                        // thanks for your mail
	received                       // your mail was received
	promise                        // it will be answered
	ticketNo                       // a number that it got
	yourCase                       // your ticket
	caseClosed                     // the ticket was closed
	replyLine                      // what to do with the subject or the line of an answer
	survey                         // how satisfied are you?
	button                         // click here
	ours                           // what our own letters say
	form                           // a form of a web site
	undelivered                    // your mail could not be delivered
	delayed                        // not yet
	refusal                        // why it was not delivered
	copied                         // the header or a copy of the mail
	receiptSaid                    // was read at
	calendarSaid                   // accepted an invitation
	challengeSaid                  // the mail is held until its sender confirms
	deviceSaid                     // scanners
	callSaid                       // voicemail, fax, missed calls
	youHave                        // you have a new ...
	labels                         // duration, pages, host
	monitorSaid                    // backups, certificates, monitoring
	unsubscribe                    // a way out of a mailing
	browser                        // read it in the browser
	newsWord                       // calls itself a newsletter
	notice                         // passwords, parcels, invoices, appointments, social networks
	tells                          // a person tells of an automatic mail
	begs                           // a person asks for something
	encloses                       // a person sends something
	incidental                     // small print about viruses and archives
	past                           // an absence that is over
	whoever                        // speaks to whoever writes
	reachMe                        // "you can reach me at": asks for nothing
	rhetorical                     // "Did you know ...?": asked of everybody
	ruled                          // sent on by a rule of a mailbox
	unsolved                       // "... but it does not work"
	greetsRole                     // "Dear customer"
	busy                           // answers take long
	promo                          // offers of mailings
	baits                          // presses for a password or an account
	own                            // the first person singular speaks
)

func (s sign) has(any sign) bool { return s&any != 0 }

// machineDictionary holds the phrases of machines. It is built once and never changes.
var machineDictionary = newLexicon(concat(saidPhrases, absencePhrases, officePhrases, deliveryPhrases, machinePhrases, tellingPhrases,
	everyonePhrases, noticePhrases), 0)

func concat(tables ...[]phrasesOf[sign]) (all []phrasesOf[sign]) {
	for _, t := range tables {
		all = append(all, t...)
	}
	return all
}

// The most words of a mail that are searched for signs, from its beginning and from its end: machines write short.
const (
	signWords = 400
	tailWords = 150
)

// hit is one phrase that was found.
type hit struct {
	is          sign
	first, last int // tokens
}

// tally is what a passage says, and how often.
type tally struct {
	all      sign
	times    [64]int
	sentence map[int]sign // by sentence
}

// count returns how often the signs are found, overlaps once.
func (t tally) count(any sign) int {
	n := 0
	for s := any; s != 0; s &= s - 1 {
		n += t.times[bits.TrailingZeros64(uint64(s))]
	}
	return n
}

// kinds returns how many of the signs are found.
func (t tally) kinds(any sign) int { return bits.OnesCount64(uint64(t.all & any)) }

// signsOf reads the signs of a passage.
func (p *passage) signsOf() tally {
	var hits []hit
	t := tally{sentence: map[int]sign{}}
	for i := range p.tokens {
		if i >= signWords && i < len(p.tokens)-tailWords || p.tokens[i].mail {
			continue
		}
		if w := p.tokens[i].word; egoWords[w] || w == "i" || w == "je" {
			t.sentence[p.tokens[i].sentence] |= own
		}
		machineDictionary.at(p, i, func(is sign, covered []int) {
			last := covered[len(covered)-1]
			// "I received your mail, this is an automatic answer" tells of nothing.
			if is == tells && strings.ContainsAny(p.text[p.tokens[i].start:p.tokens[last].end], ",:–(") {
				return
			}
			hits = append(hits, hit{is, i, last})
			t.sentence[p.tokens[i].sentence] |= is
		})
	}
	var end [64]int
	for _, h := range hits {
		for s := h.is &^ p.pointless(h, t.sentence[p.tokens[h.first].sentence]); s != 0; s &= s - 1 {
			b := bits.TrailingZeros64(uint64(s))
			if h.first >= end[b] {
				t.times[b]++
				end[b] = h.last + 1
			}
			t.all |= 1 << b
		}
	}
	return t
}

// Signs that do not count in a sentence of another sort.
const (
	ofSelf   = saysAuto | autoLabel | because | becauseWrote | noReply | unattended | yourMail
	ofOthers = ofSelf | undelivered | delayed | refusal | copied | receiptSaid | received | absent | closedOffice
)

// pointless returns the signs of a hit that count for nothing where it stands.
func (p *passage) pointless(h hit, sentence sign) sign {
	none := sign(0)
	if sentence.has(tells) {
		none |= ofOthers
	}
	if sentence.has(incidental) {
		none |= ofSelf | challengeSaid
	}
	if sentence.has(form) {
		none |= saysAuto | autoLabel | because
	}
	if sentence.has(past) {
		none |= absent | closedOffice | autoLabel
	}
	if sentence.has(absentFrom) {
		none |= absent
	}
	if p.parts[p.tokens[h.first].clause].question {
		none |= ofSelf | absent | closedOffice | received | thanked | promise
	}
	if h.is.has(saysAuto|autoLabel) && p.denied(h) || p.cited(h) {
		none |= ofOthers
	}
	if h.is.has(absent) && p.ofAnother(h) {
		none |= absent
	}
	// "In bijlage vindt u uw factuur" is a notice, "hierbij mijn formulier" is not.
	if sentence.has(notice) && !sentence.has(own) {
		none |= encloses
	}
	if sentence.has(reachMe | rhetorical) {
		none |= begs
	}
	if p.parts[p.tokens[h.first].clause].question {
		none |= unsolved
	}
	if p.another(h.first - 1) {
		none |= unattended | goneThis
	}
	if !p.setApart(h) {
		none |= autoLabel
	}
	return none
}

// denied reports whether a negation stands in front of or in a hit: "this is no automatic message".
func (p *passage) denied(h hit) bool {
	for i := max(0, h.first-3); i <= h.last; i++ {
		switch p.tokens[i].word {
		case "geen", "niet", "pas", "not", "no", "t", "kein", "keine", "keinen", "nicht", "sans", "zonder", "without":
			if i < h.first && p.tokens[i].sentence != p.tokens[h.first].sentence {
				continue
			}
			return true
		}
	}
	return false
}

// cited reports whether a hit stands between quotation marks.
func (p *passage) cited(h hit) bool {
	t := p.tokens[h.first]
	before := p.text[p.lines[t.line].start:t.start]
	return strings.Count(before, "\"")%2 == 1 || strings.LastIndexAny(before, "«„“") > strings.LastIndexAny(before, "»”") || p.quoted(t)
}

// ofAnother reports whether somebody else is away, of whom the sender tells: "my colleague is on leave".
func (p *passage) ofAnother(h hit) bool {
	for _, t := range p.tokens[p.parts[p.tokens[h.first].clause].first:h.first] {
		if t.is.has(person|theirs) || courtesy[t.word] {
			return true
		}
	}
	return false
}

// courtesy stands in front of the names of others.
var courtesy = wordSet("heer dhr mevrouw mevr mw monsieur madame mme mlle mr mrs ms herr herrn frau")

// another reports whether token i makes what follows that of somebody else, or an old one.
func (p *passage) another(i int) bool {
	return i >= 0 && (anotherWords[p.tokens[i].word] || p.tokens[i].is.has(old))
}

var anotherWords = wordSet("haar zijn hun son sa ses leur his her their sein seine seinen")

// setApart reports whether a hit stands apart: at the beginning of a line or behind a mark that sets it off.
func (p *passage) setApart(h hit) bool {
	t := p.tokens[h.first]
	before := strings.TrimRight(p.text[p.lines[t.line].start:t.start], " \t*_\"'")
	if before == "" {
		return true
	}
	return strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–") || strings.ContainsAny(before[len(before)-1:], "[(:.|!>/+=")
}

// machine is what tells whether a machine wrote a mail.
type machine struct {
	r             reading
	kind          ticket.Kind
	text, subject tally
	subjectHead   string // folded, in front of the first colon
	subjectRest   string // behind it
	answers       bool   // the mail answers another one
	ego           bool   // the first person singular speaks
	asks          bool   // a person asks for something, or sends it
	person        int    // how surely a person asks for something, see personal
	words         int
}

// How sure a finding is. A mail is automatic when the machine is surer than the person.
const (
	shaped  = 2 // several things that only such mails say
	says    = 3 // it says so itself, or has a form that persons do not use
	certain = 4
)

// finding is the kind of machine that wrote, and how sure that is.
type finding struct {
	sure int
	code string
	why  string
}

// byWords returns the reason for which a mail is automatic by its words, nil when a person wrote it. Words count only as far as no
// person asks for something: to lose the mail of a person is worse than to read that of a machine.
func (r reading) byWords(k ticket.Kind, lang ticket.Language, news newAddresses, number numberFound) *message.Automation {
	m := newMachine(r, k, lang, news, number)
	for _, look := range []func() finding{
		m.receipt, m.calendar, m.bounce, m.challenge, m.apparatus, m.absence, m.ticketSystem, m.loop, m.monitoring, m.newsletter,
		m.platformNotice, m.declared, m.doubted, m.impersonal,
	} {
		if f := look(); f.sure > m.person {
			return &message.Automation{Code: f.code, Why: f.why}
		}
	}
	return nil
}

func newMachine(r reading, k ticket.Kind, lang ticket.Language, news newAddresses, number numberFound) *machine {
	whole := newPassage(cut(r.mail.Subject, 4<<10))
	m := &machine{r: r, kind: k, text: r.text.signsOf(), subject: whole.signsOf(), answers: r.reply, words: len(r.text.tokens)}
	head, rest, _ := strings.Cut(fold(r.mail.Subject), ":")
	m.subjectHead, m.subjectRest = strings.Join(strings.Fields(head), " "), strings.TrimSpace(rest)
	m.ego = r.speaksI(lang, m.text.all.has(survey))
	m.person = m.personal(lang, news, number)
	return m
}
