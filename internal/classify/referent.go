package classify

import "iec-iab.be/servicedesk/internal/ticket"

// objects are the things that a request of ours is about.
const objects = aMail | anAddr | aLogin | aPassword

// weighReferent applies the rule for a clause that says that something is lost without naming it: it is what was named last, "... moet
// ik een e-mailadres invullen, en dat ken ik niet".
func (p *passage) weighReferent(s *sums, i int) {
	is := p.heard(i)
	if !is.has(forgotten|lacks|gone) || is.has(objects|which|nnLabel|phone|person) || is.has(change) && !is.has(gone) || is.has(forgotToDo|stays) {
		return
	}
	switch object, here := p.referent(i); {
	case object == aPassword && here:
		s.add(ticket.PasswordForgotten, clear, "says that a password is forgotten or refused")
	case object == aPassword:
		s.add(ticket.PasswordForgotten, likely, "tells that the password is not known")
	case object == anAddr && here:
		s.add(ticket.AddressForgotten, clear, "says that the address is not known")
	}
}

// referent returns what the clauses before clause i named last, aPassword or anAddr, and whether its own sentence did. It looks two
// sentences back.
func (p *passage) referent(i int) (object concept, here bool) {
	sentence := p.parts[i].sentence
	for j := i - 1; j >= 0 && p.parts[j].sentence >= sentence-2; j-- {
		here = p.parts[j].sentence == sentence
		if is := p.parts[j].is; is.has(postal|invoice|newsletter|nnLabel|anAddress|person) || is.has(topic) && !is.has(aMail|aLogin|aPassword) {
			return 0, false
		}
		if object := p.lastObject(p.parts[j]); object != 0 {
			return object, here
		}
	}
	return 0, false
}

// lastObject returns the object that a clause names last: aPassword, or anAddr for an address of mail or a login; else 0.
func (p *passage) lastObject(c clause) concept {
	for k := c.last - 1; k >= c.first; k-- {
		switch is := p.tokens[k].is; {
		case is.has(aPassword) && p.contrasted(c):
		case is.has(aPassword):
			return aPassword
		case is.has(aMail | aLogin):
			return anAddr
		}
	}
	return 0
}
