package classify

import "iec-iab.be/servicedesk/internal/ticket"

// supposed reads a mail of which no words say what it asks for, as a person of the desk does who knows what members write about: who
// speaks of the own address and of nothing else, and wants something, wants to know it; who states one has another. In a mail that
// is about something else nothing is supposed.
func (r reading) supposed(text *sums, news newAddresses) (ticket.Kind, string, bool) {
	if text.topic.weight >= clear || text.stop.weight > 0 || text.wants {
		return "", "", false
	}
	said := r.said()
	lost := said.has(forgotten | which | lacks)
	switch {
	case said.hasAll(aPassword|mine) && !lost && !said.has(topic|unasked|noNeed|solved|conditional|theirs) && said.has(broken) && (said.question || said.has(ask)):
		return ticket.PasswordForgotten, "The text speaks of the password and of nothing else.", true
	case said.has(stays | unasked | noNeed | solved | conditional | postal | phone | theirs | person | department | yours), said.hasAll(sendTo | which), r.text.deletes(clause{last: len(r.text.tokens)}):
	case len(news.loose) > 0 && !said.question && said.has(useIt|ask|known|platform|gone|old|change|fresh|aLogin):
		return ticket.AddressChanged, "The text states an address and speaks of nothing else.", true
	case said.has(aPassword) && !said.has(forgotten|which|lacks) && (said.question || said.has(ask|find|needs|negation|broken|blocked|selfService|gone)):
		return ticket.PasswordForgotten, "The text speaks of the password and of nothing else.", true
	case said.names && said.has(mine|aLogin|platform|nnLabel) && (said.question || said.has(ask|find|needs|known|which|forgotten|lacks|negation|nnLabel)):
		return ticket.AddressForgotten, "The text speaks of the own address and asks for something, and of nothing else.", true
	}
	return "", "", false
}

// gist is what a text says as a whole.
type gist struct {
	concept
	names    bool // an address of mail, or the login
	question bool
}

// said gathers what the text above the signature says; where it names no address, the subject may.
func (r reading) said() gist {
	var g gist
	add := func(p *passage, lines int) {
		for i, c := range p.parts {
			if p.tokens[c.first].line >= lines {
				break
			}
			is := p.heard(i)
			g.concept |= is
			g.names = g.names || is.hasAll(aMail|anAddr) || is.has(aLogin) || is.has(aMail) && is.has(known)
			g.question = g.question || c.question
		}
	}
	add(r.text, min(r.signed, r.tail))
	if !g.names {
		add(r.subject, len(r.subject.lines))
	}
	return g
}
