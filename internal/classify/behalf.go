package classify

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
		case is.has(behalf):
			return true, "The text says that it asks in the name of somebody else."
		case is.has(theirs) && is.has(forgotten|which|known|change|nnLabel|find|fresh|gone) && is.has(aMail|anAddr|aLogin|aPassword|nnLabel) && !mineBeside(p, c):
			return true, "The text tells of the address or number of somebody else."
		case is.has(forgotten) && othersForget(p, c):
			return true, "The text says that somebody else no longer knows the address."
		}
	}
	if r.othersForward() {
		return true, "A message of somebody else is forwarded."
	}
	return false, ""
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
		case p.tokens[i].is.has(person) && !p.genitive(i), othersPronouns[p.tokens[i].word]:
			return true
		}
	}
	return false
}

// othersPronouns are the pronouns of somebody else as the one who acts.
var othersPronouns = wordSet("hij he she elle")

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
	k, _, ok := r.weigh(newPassage(cut(f.Subject+"\n"+f.Text, maxText)), 1<<20).decide()
	return ok && k.NeedsCheck()
}

// ownForward returns the forwarded message when the sender wrote it, for example from another mailbox.
func (r reading) ownForward() *passage {
	f := r.mail.Forwarded
	if f == nil || len(r.mail.From) == 0 {
		return nil
	}
	from := r.mail.From[0]
	same := f.From.Addr != "" && f.From.Addr == from.Addr
	if !same && f.From.Name != "" {
		a, b := splitDisplay(from, hints{}), splitDisplay(f.From, hints{})
		same = a.complete() && b.complete() && sameName(a.last, b.last) && sameName(a.first, b.first) ||
			a.complete() && b.complete() && sameName(a.last, b.first) && sameName(a.first, b.last)
	}
	if !same {
		return nil
	}
	return newPassage(cut(f.Text, maxText))
}
