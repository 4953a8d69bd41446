package classify

import (
	"iec-iab.be/servicedesk/internal/ticket"
)

// evidence is one thing in a mail that speaks for a kind.
type evidence struct {
	kind   ticket.Kind
	weight int
	why    string // ends the sentence "The text ..."
	at     int    // the byte of its passage where it stands, or nowhere
}

// The weights of evidence.
const (
	hint     = 1
	likely   = 3
	clear    = 6
	decisive = 9
)

// sums adds up evidence by kind, with the strongest reason of each. Repeating a thing does not make it truer: each reason counts once.
type sums struct {
	weight  map[ticket.Kind]int // of the kinds that ask for something of ours
	why     map[ticket.Kind]evidence
	seen    map[string]bool
	asked   bool     // which address is known is asked in so many words
	stop    evidence // the strongest reason why this is no request of these kinds, whatever its words
	topic   evidence // another matter that is spoken of; it decides only where nothing of ours is asked
	wants   bool     // something is asked of that other matter
	knows   bool     // the address is known: it is said so, or stated
	changes bool     // something other than a password changes
	stays   bool     // the address is said to stay
	tried   bool     // the self-service was used, not asked about
	newOne  bool     // "a new one" of the password is spoken of
	ownLoss bool     // the sender says of himself that he does not know
	at      int      // the byte of the passage that is weighed, or nowhere
}

func newSums() *sums {
	return &sums{weight: map[ticket.Kind]int{}, why: map[ticket.Kind]evidence{}, seen: map[string]bool{}, at: nowhere}
}

func (s *sums) add(k ticket.Kind, weight int, why string) {
	if s.seen[string(k)+why] {
		return
	}
	s.seen[string(k)+why] = true
	s.weight[k] += weight
	if weight > s.why[k].weight {
		s.why[k] = evidence{k, weight, why, s.at}
	}
}

// against notes a reason why a mail is none of our requests.
func (s *sums) against(weight int, why string) {
	if weight > s.stop.weight {
		s.stop = evidence{ticket.Other, weight, why, s.at}
	}
}

// about notes another matter.
func (s *sums) about(weight int, why string) {
	if weight > s.topic.weight {
		s.topic = evidence{ticket.Other, weight, why, s.at}
	}
}

// most is the weight of the strongest request.
func (s *sums) most() int {
	return max(s.weight[ticket.AddressForgotten], s.weight[ticket.AddressChanged], s.weight[ticket.PasswordForgotten])
}

// kind decides what the mail asks for. The text decides; the subject only where the text says nothing of its own.
func (r reading) kind(news newAddresses) (ticket.Kind, Reason) {
	text := r.weigh(r.text, r.tail)
	if news.cue && !(text.weight[ticket.PasswordForgotten] >= clear && !text.changes) {
		text.at = r.text.find(news.chosen)
		text.add(ticket.AddressChanged, decisive, "states an address to use from now on")
	}
	if news.replaced {
		text.at = r.text.find(news.chosen)
		text.add(ticket.AddressChanged, likely, "calls one of two addresses old")
	}
	because := func(k ticket.Kind, why, place string) (ticket.Kind, Reason) { return k, Reason{"kind", why, place} }
	subject := r.weigh(r.subject, len(r.subject.lines))
	if e, ok := text.decide(); ok {
		why, place := "The text "+e.why, r.place(r.text, e.at)
		if other, ok := subject.decide(); ok && other.kind != e.kind {
			why += "; the subject " + other.why
		}
		return because(e.kind, why+".", place)
	}
	if r.mail.Unreadable {
		return because(ticket.Other, "Nothing could be read.", "")
	}
	if len(news.loose) > 0 && subject.weight[ticket.AddressForgotten] == 0 {
		subject.add(ticket.AddressChanged, hint, "comes with an address in the text")
	}
	if r.passed != nil {
		forwarded := r.weigh(r.passed, len(r.passed.lines))
		if e, ok := forwarded.decide(); ok {
			return because(e.kind, "The sender forwards the own message, which "+e.why+".", r.place(r.passed, e.at))
		}
	}
	if e, ok := subject.decide(); ok && !(e.kind == ticket.AddressChanged && text.stays) && (!text.wants || r.text.pointsToSubject()) {
		return because(e.kind, "The text does not tell; the subject "+e.why+".", r.place(r.subject, e.at))
	}
	if k, why, ok := r.supposed(text, news); ok {
		return because(k, why, "")
	}
	if text.topic.why != "" {
		return because(ticket.Other, "The text "+text.topic.why+".", r.place(r.text, text.topic.at))
	}
	return because(ticket.Other, "Neither text nor subject asks for an address or a password.", "")
}

// decide picks the kind, where the evidence is enough for one.
func (s *sums) decide() (evidence, bool) {
	changed, forgot, password := s.weight[ticket.AddressChanged], s.weight[ticket.AddressForgotten], s.weight[ticket.PasswordForgotten]
	k := ticket.Other
	switch {
	case s.stop.weight >= decisive && s.stop.weight > s.most():
		return s.stop, true
	case s.wants && s.most() <= likely:
		return evidence{}, false
	// Who states a new address wants it, whatever else was forgotten.
	case changed >= decisive:
		k = ticket.AddressChanged
	// Who knows the address asks for no more than the password.
	case s.knows && password >= likely && changed < likely:
		k = ticket.PasswordForgotten
	// A question for the address that is known is one, whatever is told of other addresses.
	case s.asked && forgot >= clear && changed <= forgot:
		k = ticket.AddressForgotten
	case changed >= clear && changed >= forgot-likely:
		k = ticket.AddressChanged
	// Without the address the self-service for passwords is no use.
	case forgot >= likely && forgot >= changed && (password == 0 || forgot >= clear || forgot > password):
		k = ticket.AddressForgotten
	case password >= likely && password >= changed:
		k = ticket.PasswordForgotten
	case changed >= likely:
		k = ticket.AddressChanged
	case forgot >= likely:
		k = ticket.AddressForgotten
	default:
		return evidence{}, false
	}
	return s.why[k], true
}

// weigh collects the evidence of the first lines of a passage.
func (r reading) weigh(p *passage, lines int) *sums {
	s := newSums()
	all, wasDone := concept(0), false
	for i, c := range p.parts {
		if p.tokens[c.first].line >= lines {
			break
		}
		s.at = p.tokens[c.first].start
		c.is = p.heard(i) | postalHint(p, c) | p.sharedMatter(i)
		// The new address of a change that was made asks for no other.
		if wasDone && !c.is.has(ask|anAddress|negation) {
			c.is &^= change | fresh
		}
		wasDone = wasDone || p.alreadyDone(i)
		if c.is.has(postal) && p.bareAddress(c) {
			c.is &^= postal
		}
		if p.asksNewOne(i) {
			s.newOne = true
			c.is = c.is&^(change|fresh) | aPassword
		}
		if p.elliptic(i) {
			c.is |= forgotten
		}
		if p.knows(c) {
			c.is |= stays
		}
		p.weighReferent(s, i)
		if p == r.text && p.tokens[c.first].line >= r.signed {
			if p.toReaders(i) {
				continue
			}
			// What stands in a signature is not what the mail is about.
			c.is &^= postal | phone | invoice | topic | newsletter | anAddress
		}
		if c.question {
			c.is &^= solved
		}
		s.knows = s.knows || p.statesKnown(c)
		s.changes = s.changes || c.is.has(change|fresh|gone|old) && !c.is.has(aPassword)
		s.stays = s.stays || p.saysStays(i, c.is) || wasDone
		s.tried = s.tried || c.is.has(selfService) && !c.question
		if heard := c.is; heard.has(stays) && !heard.has(gone|forgotten) {
			// "E-mail en telefoon blijven gelijk": that is not what the mail is about.
			all |= heard &^ (objects | anAddress)
		} else {
			all |= heard
		}
		r.weighClause(s, p, c)
	}
	r.weighSentences(s, p, lines)
	s.at = nowhere
	weighWhole(s, p, all, r)
	return s
}
