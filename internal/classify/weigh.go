package classify

import (
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// weighClause applies the rules that need no more than one clause.
func (r reading) weighClause(s *sums, p *passage, c clause) {
	is := c.is
	address := is.has(aMail|anAddr) || is.has(aLogin)
	mailAddress := is.has(aMail|aLogin|anAddress|fromHere) && !is.has(newsletter)
	elsewhere := is.has(postal|phone) && !is.has(aMail|aLogin|anAddress)
	switch {
	case is.has(forgotToDo):
		s.against(decisive, "tells that something else was forgotten")
		return
	case is.has(aPassword):
		if is.has(needs) && !is.has(anAddress) && (p.nearer(c, needs, aMail|anAddr|aLogin, aPassword) || p.isPurpose(c) && address) {
			s.add(ticket.AddressForgotten, clear, "says that the address is needed for a password")
			return
		}
		r.weighPassword(s, p, c)
		if !is.has(aMail | anAddr) {
			return
		}
	}
	if is.has(person) && is.has(forgotten|ask|which|find) && address && !is.has(behalf|theirs|known) && !r.ownWords(p, c) && !othersForget(p, c) {
		s.against(decisive, "asks for the address of somebody else")
		return
	}
	if is.has(forgotten|ask|which|find) && !is.has(change|fresh|aPassword) && !p.speaks(behalf|theirs) && r.othersAddress(p, c) {
		s.against(decisive, "asks for the address of somebody else")
		return
	}
	if is.hasAll(theirs|forgotten) && address && p.wantsToReach(c) {
		s.against(decisive, "asks for the address of somebody else")
		return
	}
	if is.has(theirs) && is.has(ask|find|needs|which) && address && !is.has(change|fresh|gone|aPassword|anAddress) && !mineBeside(p, c) && !r.actsForOther(p) {
		s.against(decisive*2, "asks for the address of somebody else")
		return
	}
	if is.has(anAddress|anAddr) && p.adds(c) {
		s.against(decisive, "asks to add an address")
		return
	}
	if is.has(yours) && is.has(change|fresh) && !is.has(fromHere) && !mineBeside(p, c) {
		s.about(clear, "is about addresses of the Institute")
		return
	}
	r.weighForgotten(s, p, c, address && !elsewhere && (!is.has(postal) || is.has(aMail|aLogin) && p.iForget(c)))
	if !is.has(aPassword) || !p.nearer(c, change|fresh|gone, aPassword, aMail|anAddr|aLogin) {
		weighChanged(s, c, mailAddress, address && !elsewhere)
	}
	weighOther(s, c)
}

// mineBeside reports whether the first person owns the address in a clause.
func mineBeside(p *passage, c clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		if possessives[p.tokens[i].word] {
			for j := i + 1; j < c.last && j <= i+3; j++ {
				if p.tokens[j].is.has(aMail | anAddr | aLogin | aPassword) {
					return true
				}
			}
		}
	}
	return false
}

var possessives = wordSet("mijn mn mon ma my mein meine meiner meinen ons onze notre our unsere unser eigen mijne mijnen mne")

// ownWords reports whether a clause is about the sender's own address although it names somebody.
func (r reading) ownWords(p *passage, c clause) bool {
	return mineBeside(p, c) || c.is.has(selfService) || strings.Contains(spaced(p.text[p.tokens[c.first].start:p.tokens[c.last-1].end]), " van mij ")
}

func (r reading) weighForgotten(s *sums, p *passage, c clause, address bool) {
	is := c.is
	if is.has(stays) && !is.has(which|gone) || is.has(invoice|newsletter) && !is.hasAll(which|known) {
		return
	}
	switch {
	case is.has(forgotten) && address && !passwordNearer(p, c):
		s.add(ticket.AddressForgotten, clear, "says that the address is no longer known")
	case is.has(which) && address && is.has(sendTo|reach) && !is.has(platform|known|aLogin):
		s.about(likely, "asks where to send something")
	case is.has(which) && address && is.has(anAddress) && !c.question && !is.has(forgotten):
		// "The mail with which I log in is ..." tells it.
	case is.has(which) && is.has(topic) && !is.has(aMail|aLogin|known|mine):
		// "À quelle adresse se déroule l'examen ?"
	case is.has(which) && address && !is.has(change):
		s.add(ticket.AddressForgotten, clear, "asks which address it is")
	case is.has(which) && address && is.has(known):
		s.add(ticket.AddressForgotten, clear, "asks which address is known")
	case address && is.has(aMail|aLogin) && is.has(known) && is.has(ask|find) && !is.has(change|fresh) && (!is.has(anAddress) || is.has(find)):
		s.add(ticket.AddressForgotten, clear, "asks for the known address")
	case address && is.hasAll(anAddr|known|find|mine) && !is.has(change|fresh|anAddress|sendTo):
		s.add(ticket.AddressForgotten, clear, "asks for the known address")
	case address && is.has(aMail|aLogin) && is.hasAll(anAddr|mine) && is.has(ask|find) && !is.has(change|fresh|anAddress|newsletter|topic) && !p.deletes(c):
		s.add(ticket.AddressForgotten, likely, "asks for the own address")
	case (p == r.subject || c.last-c.first <= 3) && c.question && is.hasAll(aMail|anAddr) && !is.has(change|fresh|gone):
		s.add(ticket.AddressForgotten, likely, "asks about an address")
	case address && is.has(anAddr|aLogin) && is.has(aMail|aLogin) && is.has(find) && is.has(ask|platform) && !is.has(change|fresh|anAddress|reach):
		s.add(ticket.AddressForgotten, likely, "asks for an address")
	}
}

// deletes reports whether a clause asks to take something out.
func (p *passage) deletes(c clause) bool {
	return p.hasWord(c, deletions)
}

var deletions = wordSet("wissen gewist verwijderen verwijderd schrappen geschrapt effacer effacez supprimer supprimez delete deleted erase remove removed loschen entfernen streichen")

// adds reports whether a clause asks to add something to what there is.
func (p *passage) adds(c clause) bool {
	return p.hasWord(c, additions)
}

var additions = wordSet("toevoegen toegevoegd ajouter ajoutez rajouter rajoutez add added hinzufugen erganzen")

// passwordNearer reports whether what was forgotten in a clause is the password and not the address.
func passwordNearer(p *passage, c clause) bool {
	if !c.is.has(aPassword) {
		return false
	}
	// "password and address forgotten": both.
	return p.nearer(c, forgotten, aPassword, aMail|anAddr|aLogin) && !joined(p, c)
}

// nearer reports whether, in a clause, a stands nearer to what than b does.
func (p *passage) nearer(c clause, what, a, b concept) bool {
	return p.apart(c, what, a) < p.apart(c, what, b)
}

// apart returns the smallest number of words between two concepts in a clause, a large one when one of them is not there.
func (p *passage) apart(c clause, a, b concept) int {
	best := maxClause * 2
	for i := c.first; i < c.last; i++ {
		for j := c.first; j < c.last; j++ {
			if p.tokens[i].is.has(a) && p.tokens[j].is.has(b) {
				best = min(best, max(i-j, j-i))
			}
		}
	}
	return best
}

// isPurpose reports whether the password of a clause is only what something else is for: "um das Passwort zurückzusetzen".
func (p *passage) isPurpose(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if p.tokens[i].is.has(aPassword) {
			return slices.ContainsFunc(p.tokens[max(c.first, i-4):i], func(t token) bool { return purposeWords[t.word] })
		}
	}
	return false
}

// purposeWords begin a purpose.
var purposeWords = wordSet("om um pour afin to voor")

// joined reports whether password and address are named together in a clause.
func joined(p *passage, c clause) bool {
	for i := c.first + 1; i+1 < c.last; i++ {
		if joiners[p.tokens[i].word] && (near2(p, i, aPassword) && near2(p, i, aMail|anAddr|aLogin)) {
			return true
		}
	}
	return false
}

// joiners stand between two things that are both meant.
var joiners = wordSet("en et and und of ou or oder als ni noch nor plus sowie alsook ainsi")

// near2 reports whether a concept stands within three tokens of token i.
func near2(p *passage, i int, what concept) bool {
	for j := max(0, i-3); j <= min(len(p.tokens)-1, i+3); j++ {
		if p.tokens[j].is.has(what) {
			return true
		}
	}
	return false
}

func weighChanged(s *sums, c clause, mailAddress, address bool) {
	is := c.is
	switch {
	case is.has(stays) && !is.has(gone), is.has(forgotten|which) && !is.has(fresh):
		return
	case is.has(invoice|newsletter|topic) && !is.has(platform), is.has(phone) && !is.has(aMail|anAddress):
		return
	}
	switch {
	case mailAddress && is.has(change|fresh) && (is.has(anAddr|anAddress|aLogin|mine) || !is.has(ask)):
		s.add(ticket.AddressChanged, clear, "says that the mail address changes")
	case is.hasAll(fromHere | useIt):
		s.add(ticket.AddressChanged, clear, "asks to use the address that it comes from")
	case mailAddress && is.has(gone) && !is.has(sendTo):
		s.add(ticket.AddressChanged, likely, "says that an address is no longer used")
	case address && is.has(change|fresh) && !is.has(postal|person|topic):
		s.add(ticket.AddressChanged, likely, "says that an address changes")
	case address && is.has(gone) && !is.has(postal|sendTo):
		s.add(ticket.AddressChanged, likely, "says that an address is no longer right")
	}
}

// weighPassword judges what a clause says of a password. To name one asks for nothing yet: it has to be lost, refused, or wanted.
func (r reading) weighPassword(s *sums, p *passage, c clause) {
	is := c.is
	switch {
	case is.has(phishing):
		s.against(decisive, "presses to confirm a password, as no member does")
	case is.has(why|topic) && !is.has(forgotten|gone|broken|blocked):
		s.about(clear, "asks about passwords in general")
	case p.contrasted(c), is.has(stays) && !is.has(forgotten|broken|change):
	case is.has(forgotten | gone | blocked | broken | lacks):
		s.add(ticket.PasswordForgotten, clear, "says that a password is forgotten or refused")
	case is.has(theirs | person):
	case is.has(selfService | which | needs | negation), is.has(change|fresh|find) && (is.has(ask) || c.question || p.isShort() || p == r.subject):
		s.add(ticket.PasswordForgotten, clear, "asks for a password")
	case is.has(ask), c.question && is.has(mine), p.isShort():
		s.add(ticket.PasswordForgotten, likely, "is about a password")
	default:
		s.add(ticket.PasswordForgotten, hint, "names a password")
	}
}

// isShort reports whether a passage has no more words than a subject.
func (p *passage) isShort() bool { return len(p.tokens) <= 12 }

// contrasted reports whether the password of a clause is named only to say that something else is meant: "(niet het wachtwoord)".
func (p *passage) contrasted(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if !p.tokens[i].is.has(aPassword) {
			continue
		}
		for j := max(c.first, i-2); j < i; j++ {
			if refusals[p.tokens[j].word] && (j == c.first || ands[p.tokens[j-1].word] || refusalLeads[p.tokens[j-1].word]) {
				return true
			}
		}
	}
	return false
}

// The words by which a thing is refused, and those that may stand in front of them.
var (
	refusals     = wordSet("niet not non pas nicht ni nie")
	refusalLeads = wordSet("c est is it s ist om dus wel donc")
)

func weighOther(s *sums, c clause) {
	for _, rule := range []struct {
		is     concept
		weight int
		why    string
	}{
		{postal, clear, "is about a postal address"}, {phone, hint, "is about a telephone number"}, {invoice, clear, "is about bills or payments"},
		{newsletter, clear, "is about a newsletter"}, {topic, clear, "is about another matter"}, {solved, clear, "says that nothing is needed any more"},
		{why, clear, "asks about the procedure"}, {phishing, clear, "looks like unwanted mail"}, {thanks, hint, "says thanks"},
	} {
		if c.is.has(rule.is) {
			s.about(rule.weight, rule.why)
		}
	}
	if c.is.hasAll(phone | change) {
		s.about(clear, "is about a new telephone number")
	}
}

// weighWhole applies the rules that need the whole passage.
func weighWhole(s *sums, p *passage, all concept, r reading) {
	w := s.weight
	failed := all.has(nothingComes) && all.has(selfService|aPassword) || s.tried && all.hasAll(broken|aPassword) && (p.temporary() || !all.has(forgotten|blocked))
	if p == r.text && all.has(nothingComes) && r.subject.speaks(aPassword) && !all.has(aPassword) {
		failed = true
	}
	if all.has(firstPassword) && !all.has(selfService) || s.newOne && !all.has(nothingComes) {
		failed = false
	}
	if failed && w[ticket.AddressForgotten] < clear && w[ticket.AddressChanged] < clear && (w[ticket.PasswordForgotten] > 0 || all.has(selfService) || r.subject.speaks(aPassword)) {
		s.against(decisive*2, "says that the self-service was tried and fails")
	}
	if all.has(postal) && !all.has(aMail|aLogin|anAddress|aPassword) {
		s.against(decisive, "is about a postal address only")
	}
	if all.has(notAbout) && w[ticket.AddressForgotten]+w[ticket.AddressChanged]+w[ticket.PasswordForgotten] == 0 {
		s.about(clear, "says what it is not about")
	}
	if all.has(customer) && max(w[ticket.AddressForgotten], w[ticket.AddressChanged], w[ticket.PasswordForgotten]) < clear {
		s.about(clear, "is about a client")
		s.wants = true
	}
	if all.has(why) && !all.has(anAddress) && (w[ticket.AddressForgotten]+w[ticket.AddressChanged] < clear || all.has(conditional) && w[ticket.AddressForgotten] == 0) {
		s.against(decisive, "asks about the procedure only")
	}
	if all.has(suspect) && (!all.has(anAddress) || r.subject.speaks(suspect)) || p == r.text && r.subject.speaks(suspect) && s.most() <= clear {
		s.against(decisive, "asks whether a mail is genuine")
	}
	if all.hasAll(solved|thanks) && r.reply && p == r.text && !all.has(negation|gone|anAddress|ask|which) && r.onlyThanks() {
		s.against(decisive, "says thanks, and that it is solved")
	}
	if all.has(phishing) && !p.holdsNumber(r.opts) {
		s.wants = true
	}
	if all.has(phishing) && !all.has(mine|nnLabel) {
		s.against(decisive*2, "asks for what no member asks")
	}
	if all.has(phishing) && all.has(yours) {
		s.against(decisive*2, "presses as unwanted mail does")
	}
	if p == r.text && all.has(reach) && all.has(person) && w[ticket.AddressForgotten] > 0 && !all.has(platform|behalf|theirs) && !s.ownLoss && s.stop.weight < decisive {
		s.against(decisive, "asks for an address to get in touch with somebody")
	}
	if all.has(unasked) && !all.has(anAddress|which) {
		s.against(decisive*2, "tells of something that was not asked for")
	}
	if all.has(solved|noNeed) && s.most() < clear && r.passed == nil {
		s.against(decisive, "says that it is solved")
	}
	if p == r.text && all.has(thanksFor) && (r.reply || all.has(objects|solved)) && s.most() == 0 && !all.has(forgotten|which|gone|aPassword|aLogin|anAddress|nnLabel|ask|find) && r.onlyThanks() {
		s.against(decisive, "only says thanks")
	}
	if all.has(thanks) && p == r.text && r.reply && !all.has(forgotten|which|change|fresh|gone|aPassword|aLogin|anAddress|nnLabel|platform|find) && r.onlyThanks() {
		s.against(decisive, "only says thanks")
	}
}

// temporary reports whether a passage speaks of a temporary password: who has one used the self-service.
func (p *passage) temporary() bool {
	return slices.ContainsFunc(p.tokens, func(t token) bool { return temporaryWords[t.word] })
}

var temporaryWords = wordSet("tijdelijk tijdelijke temporaire provisoire temporary temporares temporare vorlaufiges vorlaufige voorlopig voorlopige")

// holdsNumber reports whether a valid national number stands in a passage.
func (p *passage) holdsNumber(o Options) bool {
	return slices.ContainsFunc(nrn.Find(p.text, o.Today), func(c nrn.Candidate) bool { return c.Err == nil })
}

// onlyThanks reports whether the text is short, asks nothing and holds no data.
func (r reading) onlyThanks() bool {
	p := r.text
	for i, t := range p.tokens {
		switch {
		case i > 30, p.parts[t.clause].question, t.word[0] >= '0' && t.word[0] <= '9':
			return false
		}
		if advanceWords[t.word] || dataWords[t.word] {
			return false
		}
	}
	return true
}

// Words that tell that thanks are for what is still to be done, and those that announce data.
var (
	advanceWords = wordSet("alvast avance advance voraus")
	dataWords    = wordSet("hierbij voici herewith anbei onderwerp objet subject betreff")
)

// inAdvance reports whether a clause thanks for what is still to be done.
func (p *passage) inAdvance(c clause) bool {
	return p.hasWord(c, advanceWords)
}

// postalHint returns postal when a clause names a street with a number or a postcode with a town.
func postalHint(p *passage, c clause) concept {
	for i := c.first; i+1 < c.last; i++ {
		t, next := p.tokens[i], p.tokens[i+1]
		if isDigitRune(rune(next.word[0])) && len(next.word) <= 4 {
			for _, end := range []string{"straat", "laan", "steenweg", "plein", "dreef", "lei", "kaai", "baan", "strasse", "straße", "platz", "weg"} {
				if strings.HasSuffix(t.word, end) && len(t.word) > len(end)+2 {
					return postal
				}
			}
		}
	}
	return 0
}
