package classify

import (
	"iec-iab.be/servicedesk/internal/ticket"
)

// togetherWords say that of two things both are meant.
var togetherWords = wordSet("ook en noch ni zowel beide allebei alles et aussi tout deux and also both neither nor everything und auch weder alles als sowie")

// doing ends a question for advice: "Wat moet ik doen?"
var doing = wordSet("do doen faire tun machen nu maintenant now jetzt")

// sentence is what one sentence says, and what was said before it.
type sentence struct {
	now, before concept
	last        concept // what the sentences before named last, aPassword or anAddr
	question    bool
	advice      bool // it asks what to do, and no more
	both        bool // two things are named together
	ownLoss     bool // the sender says of himself that he does not know
	whichIsIt   bool // a clause of its own asks which is known: "... lequel vous avez ?"
	words       int
}

// weighSentences applies the rules for what is said over several clauses of a sentence.
func (r reading) weighSentences(s *sums, p *passage, lines int) {
	var said sentence
	object, last := concept(0), -1
	s.at = 0
	for i, c := range p.parts {
		if p.tokens[c.first].line >= lines {
			break
		}
		if c.sentence != last && last >= 0 {
			said.weigh(s, p)
			s.at = p.tokens[c.first].start
			said = sentence{before: said.before | said.now, last: object}
		}
		if o := p.lastObject(c); o != 0 {
			object = o
		}
		last = c.sentence
		heard := p.heard(i)
		said.now |= heard
		said.ownLoss = said.ownLoss || heard.has(mine) && heard.has(forgotten|which) && (!heard.has(person|theirs) || p.iForget(c))
		s.ownLoss = s.ownLoss || said.ownLoss
		said.whichIsIt = said.whichIsIt || c.question && heard.hasAll(which|known) && !heard.has(change|fresh|sendTo|reach|topic|postal)
		said.question = said.question || c.question
		said.words += c.last - c.first
		said.advice = doing[p.tokens[c.last-1].word]
		said.both = said.both || p.hasWord(c, togetherWords)
	}
	if last >= 0 {
		said.weigh(s, p)
	}
}

func (x sentence) weigh(s *sums, p *passage) {
	if x.now.has(postal|phone|invoice|newsletter|topic) && (x.question || x.now.has(ask|find|change)) && !(x.names() && x.now.has(mine)) {
		s.wants = true
	}
	switch {
	case x.bothLost():
		s.add(ticket.AddressForgotten, clear, "says that address and password are both no longer known")
	case x.now.has(forgotToDo | aPassword), x.now.has(stays) && !x.now.hasAll(which|find), x.now.has(newsletter|invoice) && !x.now.hasAll(which|known), x.now.has(person) && !x.ownLoss:
	case x.asksOutright():
		s.asked = true
		s.add(ticket.AddressForgotten, clear, "asks which address is known")
	case x.asks(p):
		s.add(ticket.AddressForgotten, likely, "asks which address is the known one")
	case x.unknown():
		s.add(ticket.AddressForgotten, likely, "tells that an address is not known")
	case x.now.has(change|fresh) && x.now.has(ask) && x.last == aPassword && !x.now.has(objects|anAddress):
		s.add(ticket.PasswordForgotten, likely, "asks for a new one")
	case x.now.hasAll(change|ask) && x.context() && !x.now.has(forgotten|which|phone|postal):
		s.add(ticket.AddressChanged, likely, "asks to change it")
	}
}

// bothLost reports whether the sentence says that neither the password nor the address is known.
func (x sentence) bothLost() bool {
	return x.now.hasAll(forgotten|aPassword) && x.now.has(aMail|anAddr|aLogin) && x.both &&
		!x.now.has(stays|anAddress|find|fresh|sendTo|nothingComes|conditional)
}

// names reports whether an address is named, of mail or not.
func (x sentence) names() bool { return x.now.has(aMail | anAddr | aLogin) }

// context reports whether the sentences before named a mail address, so that "it" is one.
func (x sentence) context() bool {
	return x.before.has(aMail|aLogin|anAddress) && !x.now.has(postal|invoice|topic|newsletter)
}

// asksOutright reports whether the sentence leaves no doubt that it asks for the known address, whatever else is told of addresses.
func (x sentence) asksOutright() bool {
	switch elsewhere := change | fresh | sendTo | reach; {
	case x.now.has(forgotten|unsure) && x.now.hasAll(old|fresh):
		return x.names() && !x.now.has(anAddress|postal)
	case x.now.hasAll(which|known|find|mine) && x.names():
		// "... daarvoor moet ik weten welk adres u kent"
		return !x.now.has(sendTo | reach | topic)
	case x.whichIsIt && x.names():
		return !x.now.has(anAddress | yours | person)
	case !x.question || !x.now.has(which) || x.now.has(elsewhere) || x.advice:
		return false
	case x.words <= 8 && x.before.has(aMail|anAddr|aLogin|anAddress):
		// "Laquelle est la bonne ?"
		return !x.now.has(postal | topic | phone | aMail | anAddr | yours | department)
	default:
		return x.now.hasAll(known|mine) && (x.names() || x.context() || x.before.has(anAddr))
	}
}

// asks reports whether the sentence asks which address is known, or whether one of those named is.
func (x sentence) asks(p *passage) bool {
	now, whether := x.now, change|fresh|postal|sendTo|phone
	switch {
	case now.has(which) && (now.has(find) || x.question && now.has(ask)) && x.before.hasAll(anAddr|mine):
		return !now.has(change | fresh | sendTo | reach | postal | topic)
	case x.question && now.hasAll(known|mine) && (now.has(anAddress) && !now.has(gone) || x.names() && p.speaks(platform)):
		return !now.has(whether | solved | why)
	case now.hasAll(anAddress|known|mine) && now.has(find|which|ask):
		return !now.has(whether | gone)
	}
	if now.has(which) && now.has(find|ask) && x.words <= 10 && x.context() {
		return !now.has(change | fresh | sendTo | topic)
	}
	return now.hasAll(which|known) && x.context() && !now.has(change|sendTo)
}

// unknown reports whether the sentence tells that an address is not known.
func (x sentence) unknown() bool {
	switch now := x.now; {
	case now.hasAll(forgotten|known) && x.before.hasAll(anAddr|mine) && !x.before.has(postal|yours) && !now.has(change|postal):
		return true
	case now.has(forgotten|which) && x.names():
		return !now.has(change | fresh | postal | sendTo | reach)
	case now.hasAll(unsure|known) && (x.names() || x.context()):
		return !now.has(postal | sendTo | reach)
	default:
		return now.has(forgotten) && x.context() && (!now.has(change) || now.hasAll(which|known))
	}
}
