package classify

import (
	"slices"
	"strings"
	"unicode"
)

// subjectBegins reports whether the subject begins with one of the words, with a colon behind.
func (m *machine) subjectBegins(heads map[string]bool) bool {
	return heads[m.subjectHead] && m.subjectRest != ""
}

func (m *machine) receipt() finding {
	f := finding{says, "read_receipt", "A receipt, by its words: a mail was read or deleted."}
	head := m.subjectBegins(receiptHeads) || m.subject.all.has(receiptSaid)
	switch {
	case head && m.text.all.has(receiptSaid), m.text.count(receiptSaid) >= 2 && !m.ego && m.words < 80:
		return f
	}
	return finding{}
}

func (m *machine) calendar() finding {
	f := finding{says, "calendar_reply", "An answer to an invitation, by its words."}
	if m.subjectBegins(calendarHeads) && (m.words == 0 || m.text.all.has(calendarSaid)) || m.text.count(calendarSaid) >= 3 && !m.ego {
		return f
	}
	return finding{}
}

// bounce adds up what mail servers say. That a mail was not delivered people say as well; why, and to whom, only servers.
func (m *machine) bounce() finding {
	points := 0
	if m.text.all.has(undelivered | delayed) {
		points += 2
	}
	if m.subject.all.has(undelivered | delayed | refusal) {
		points++
	}
	points += min(2, m.text.count(refusal)) + min(2, m.text.count(copied))
	if m.fromMachine() {
		points++
	}
	code, why := "bounce", "A mail server tells, in words only, that a mail was not delivered."
	switch {
	case !(m.text.all | m.subject.all).has(undelivered | delayed), m.ego && m.text.count(refusal|copied) < 3:
	case points >= 4:
		return finding{says, code, why}
	case points == 3:
		return finding{shaped, code, why}
	}
	return finding{}
}

func (m *machine) challenge() finding {
	points := m.text.count(challengeSaid) + m.subject.count(challengeSaid)
	link := strings.Contains(m.r.mail.Text, "http") || m.text.all.has(button)
	f := finding{says, "challenge", "A spam filter asks for a confirmation."}
	if points >= 2 && link || points >= 1 && link && m.text.all.has(saysAuto|autoLabel) {
		return f
	}
	return finding{}
}

func (m *machine) apparatus() finding {
	calls := m.text.count(callSaid) + m.subject.count(callSaid)
	switch {
	case (m.fromPhone() || m.subject.all.has(callSaid) && lasts(m.r.mail.Text)) && calls+m.text.count(labels|youHave) >= 2,
		calls >= 2 && m.text.all.has(youHave|labels),
		m.subject.all.has(callSaid) && m.words < 30 && !m.ego && !m.answers && m.text.all.has(callSaid|labels):
		return finding{certain, "machine_report", "A telephone exchange reports a call, a message or a fax."}
	case m.text.count(deviceSaid) >= 2 && !m.ego, (m.text.all & m.subject.all).has(deviceSaid) && m.fromMachine():
		return finding{says, "machine_report", "A scanner or printer sends a document."}
	}
	return finding{}
}

// lasts reports whether a text gives a duration as telephones do: "(0:21)".
func lasts(s string) bool {
	for word := range strings.FieldsSeq(s) {
		minutes, seconds, ok := strings.Cut(strings.Trim(word, "().,;"), ":")
		if ok && word[0] == '(' && len(seconds) == 2 && len(digitsOf(minutes)) == len(minutes) && minutes != "" && len(digitsOf(seconds)) == 2 {
			return true
		}
	}
	return false
}

// absenceSubject says how much the subject looks like that of an absence.
func (m *machine) absenceSubject() int {
	whole := strings.Join(strings.Fields(fold(m.r.mail.Subject)), " ")
	if absenceHeads[m.subjectHead] || absenceHeads[whole] {
		return 2
	}
	for head := range absenceHeads {
		if rest, ok := strings.CutPrefix(whole, head+" "); ok && (beginsWithAny(rest, answerHeads) || strings.HasPrefix(rest, "- ")) {
			return 2
		}
	}
	switch {
	case m.setOff(whole):
		return 2
	case weakAbsenceHeads[m.subjectHead] && (m.subjectRest != "" || whole == m.subjectHead):
		return 1
	case m.subject.all.has(absent|closedOffice) && !m.r.subject.all.has(anAddr):
		return 1
	}
	return 0
}

// setOff reports whether a subject calls the mail automatic behind or between marks: "Kerstsluiting - automatisch bericht". Behind "RE:"
// people answer such a mail.
func (m *machine) setOff(whole string) bool {
	if !m.subject.all.has(autoLabel) || m.subject.all.has(tells|past) {
		return false
	}
	if !beginsWithAny(whole, answerHeads) {
		return true
	}
	_, rest, _ := strings.Cut(whole, ":")
	return strings.ContainsAny(rest, "[(") && !absenceHeads[strings.TrimSpace(strings.SplitN(rest, ":", 2)[0])]
}

// itself reports whether the text says of itself that it is automatic.
func (m *machine) itself() bool { return m.text.all.has(saysAuto | autoLabel | becauseWrote) }

// toWriter are signs that speak to somebody who wrote.
const toWriter = thanked | willAnswer | unattended | yourMail | slow | becauseWrote

// absence recognises answers of those who are away, or gone for good. A subject of the right form is nearly enough; without it the
// text has to say more that such answers say.
func (m *machine) absence() finding {
	f := finding{code: "out_of_office", why: "An out-of-office answer, by its words."}
	gone := m.text.all.has(left|deceased|goneThis) && (m.itself() || m.text.all.has(unattended|yourMail))
	away := m.text.all.has(absent|closedOffice) || gone
	switch subject := m.absenceSubject(); {
	case m.surelyAway(subject, away):
		f.sure = says
	case m.likelyAway(subject, away), gone && m.meanwhile() >= 1, m.awayPoints(subject) >= 5:
		f.sure = shaped
	}
	return f
}

// meanwhile counts what answers of an absence say besides it.
func (m *machine) meanwhile() int {
	n := m.text.kinds(until | comesBack | delegate | toWriter)
	if m.r.mail.NoAutoReply {
		n++
	}
	return n
}

func (m *machine) surelyAway(subject int, away bool) bool {
	switch {
	case subject == 2 && (m.itself() || away && !m.asks), m.itself() && (away || m.text.kinds(until|delegate|willAnswer|comesBack) >= 2):
		return true
	}
	all := m.text.all
	switch {
	case all.has(whoever) && !m.asks && all.has(absent|closedOffice|left|deceased|goneThis|comesBack|willAnswer|slow) && m.awayPoints(subject) > 3:
		return true
	case m.insertedRe() && !m.asks && (all | m.subject.all).has(absent|closedOffice|left|goneThis|whoever|comesBack|yourMail|slow):
		return true
	}
	return all.has(goneThis) && all.has(yourMail)
}

func (m *machine) likelyAway(subject int, away bool) bool {
	more, all := m.meanwhile(), m.text.all
	short := m.words < 60
	switch {
	case subject == 2 && (away || all.has(comesBack|delegate|toWriter) || short && m.silent()),
		subject == 1 && beginsWithAny(m.subjectRest, answerHeads) && (away || more > 0 || m.silent()):
		return true
	case subject == 1 && away && m.person == 0 && (m.answers && more > 0 || all.has(toWriter)):
		return true
	case away && (more >= 2 || more == 1 && m.answers && short && m.opensAbsent()):
		return true
	case all.has(comesBack) && all.has(delegate):
		return m.answers && short && m.person == 0
	}
	return all.has(left|deceased|goneThis) && m.answers && m.text.kinds(delegate|slow|thanked|until) >= 2
}

// silent reports whether the text says nothing of what members write about, and more than a name.
func (m *machine) silent() bool {
	return m.person == 0 && (m.words == 0 || m.words >= 4) &&
		!m.r.text.all.has(aMail|anAddr|aLogin|aPassword|nnLabel|platform|forgotten|solved|thanks|phone|newsletter|topic|ask)
}

// insertedRe reports whether the subject stands in front of the "Re:" of the mail that it answers, as some mailers do it.
func (m *machine) insertedRe() bool {
	s := " " + strings.Join(strings.Fields(fold(m.r.mail.Subject)), " ")
	return !beginsWithAny(s[1:], answerHeads) && !personalHeads[strings.Fields(s + " x")[0]] && (strings.Contains(s, " re: ") || strings.Contains(s, " aw: ") || strings.Contains(s, " antw: "))
}

// opensAbsent reports whether the absence stands in the first two sentences, below the greeting.
func (m *machine) opensAbsent() bool {
	for i := range 4 {
		if m.text.sentence[i].has(absent | closedOffice | left) {
			return true
		}
	}
	return false
}

// ticketSystem recognises "your request was received, its number is ..." and "thank you, we will answer soon": who writes so
// answers, and does not ask. People say "I".
func (m *machine) ticketSystem() finding {
	f := finding{says, "acknowledgement", "The confirmation of another office or ticket system, by its words."}
	text, subject := m.text.all, m.subject.all
	got := text.has(received) || subject.has(received)
	numbered := text.has(ticketNo) || hasTicketNumber(m.r.mail.Subject)
	points := 0
	for _, yes := range []bool{
		got, text.has(thanked), text.has(promise), numbered, (text | subject).has(yourCase), text.has(replyLine),
		text.has(noReply | unattended | yourMail), m.itself(), text.has(busy),
	} {
		if yes {
			points++
		}
	}
	switch {
	case m.ego && !m.itself(), text.has(unsolved):
		return finding{}
	case (text | subject).has(caseClosed) && (numbered || subject.has(yourCase) || m.itself()),
		text.has(survey) && (numbered || m.text.count(survey) >= 2 || text.has(button|noReply)):
		return f
	case (got || text.has(replyLine)) && points >= 3, got && m.itself():
		return f
	case text.has(promise) && text.has(busy), text.has(yourCase) && numbered, got && points >= 2, text.has(thanked) && text.has(promise), text.has(replyLine) && points >= 2:
		f.sure = shaped
		return f
	}
	return finding{}
}

// hasTicketNumber finds "#48213", "ticket ABC-48213" and the like in a subject.
func hasTicketNumber(s string) bool {
	s = fold(s)
	for _, word := range []string{"#", "ticket", "nummer", "numero", "number", "reference", "referentie", "case", "incident", "n°", "nr.", "melding", "dossier", "demande",
		"aanvraag", "vorgang"} {
		_, after, ok := strings.Cut(s, word)
		if ok && len(digitsOf(after[:min(len(after), 16)])) >= 3 {
			return true
		}
	}
	return slices.ContainsFunc(strings.FieldsFunc(s, notLetterOrDigit), isTicketWord)
}

func notLetterOrDigit(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }

// isTicketWord reports whether a word is a few letters and four digits or more: INC0012345.
func isTicketWord(w string) bool {
	digits := strings.TrimLeftFunc(w, unicode.IsLetter)
	letters := len(w) - len(digits)
	return letters >= 2 && letters <= 6 && len(digits) >= 4 && len(digitsOf(digits)) == len(digits)
}

// loop recognises our own letters that come back from somewhere: they speak before anybody else does, and at length; or a rule of a
// mailbox says that it sent on what follows, in which no person speaks.
func (m *machine) loop() finding {
	if m.greets(ruled) && !m.ego {
		return finding{says, "own_letter", "A rule of a mailbox sent this on, and no person speaks in it."}
	}
	if m.text.count(ours) < 3 || m.ego {
		return finding{}
	}
	for i := range 6 {
		if m.text.sentence[i].has(ours | received | thanked) {
			return finding{certain, "own_letter", "One of our own letters came back: a loop."}
		}
	}
	return finding{}
}

func (m *machine) monitoring() finding {
	points := m.text.count(monitorSaid|labels) + 2*min(1, m.subject.count(monitorSaid))
	if m.fromMachine() {
		points++
	}
	if beginsWithAny(fold(m.r.mail.Subject), programSubjects) {
		return finding{says, "machine_report", "A report of a program, by its subject."}
	}
	if points >= 3 && !m.ego && !m.answers && (m.text.all | m.subject.all).has(monitorSaid) {
		return finding{says, "machine_report", "A program reports: a backup, a certificate, monitoring or the like."}
	}
	return finding{}
}

// newsletter wants several of the things that mailings have; a way out alone stands below the mails of people, too.
func (m *machine) newsletter() finding {
	points := 0
	for _, yes := range []bool{
		m.text.all.has(unsubscribe), m.text.all.has(unsubscribe) && m.text.all.has(because), m.text.all.has(newsWord),
		m.subject.all.has(newsWord), m.text.all.has(browser),
		strings.Count(m.r.mail.Text, "http") >= 2 || m.text.all.has(button), m.fromNewsletter(), !m.ego, m.r.mail.Doubt != nil,
	} {
		if yes {
			points++
		}
	}
	if m.r.closing < len(m.r.text.lines) && m.ego {
		points--
	}
	f := finding{says, "newsletter", "A newsletter, by its words."}
	switch {
	case m.answers || !m.text.all.has(unsubscribe|browser|because):
	case points >= 5:
		return f
	case points == 4:
		f.sure = shaped
		return f
	}
	return finding{}
}

// platformNotice recognises what platforms, shops and carriers tell their users.
func (m *machine) platformNotice() finding {
	f := finding{says, "machine_report", "A notice of a platform, shop or carrier, by its words."}
	if m.ego || m.answers || !(m.text.all | m.subject.all).has(notice) {
		return finding{}
	}
	mechanical := m.itself() || m.text.all.has(noReply|unattended|yourMail) || m.fromMachine() ||
		m.r.mail.Doubt != nil && m.r.mail.Doubt.Code != "newsletter"
	switch {
	case mechanical:
		return f
	case m.text.count(notice) >= 3, m.text.all.has(because | unsubscribe):
		f.sure = shaped
		return f
	}
	return finding{}
}

// declared recognises what says of itself that it is automatic, whatever else it is.
func (m *machine) declared() finding {
	f := finding{says, "auto_reply", "The mail says of itself that it was sent automatically, or that it was sent because we wrote."}
	switch {
	case m.itself():
		return f
	case m.text.all.has(noReply|unattended|yourMail) && !m.ego,
		m.text.all.has(unattended|yourMail) && m.text.all.has(noReply|goneThis|thanked|delegate):
		f.sure, f.why = shaped, "The mail says that nobody reads what is answered to it."
		return f
	}
	return finding{}
}

// says reports whether the text has one of the words.
func (r reading) says(words ...string) bool {
	return slices.ContainsFunc(r.text.tokens, func(t token) bool { return slices.Contains(words, t.word) })
}

// doubted takes the sign of the header, which persons' mail can have as well, where no person speaks.
func (m *machine) doubted() finding {
	d := m.r.mail.Doubt
	switch {
	case d == nil:
	case d.Code == "newsletter" && !m.text.all.has(form):
		// The profile of the reader is "my profile" in mailings; "I" is a person.
		if m.r.says("ik", "k", "ich", "i", "j", "je") && m.ego {
			return finding{shaped, d.Code, d.Why}
		}
		return finding{says, d.Code, d.Why}
	case !m.ego && !m.text.all.has(form) && !m.text.all.has(begs):
		return finding{shaped, d.Code, d.Why}
	}
	return finding{}
}
