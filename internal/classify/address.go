package classify

import (
	"slices"
	"strings"
)

// newAddresses is what a text says of the address wanted from now on.
type newAddresses struct {
	chosen   string   // the one that it states; empty when there is none or nothing tells which
	cue      bool     // some address is called new in so many words
	loose    []string // addresses of which nothing is said
	replaced bool     // one address is called old beside another
	why      string
}

// role is what a text says of an address in it.
type role int

const (
	plain role = iota
	asNew      // wanted from now on
	asOld      // replaced
	aside      // for something else: invoices, an answer, a header line that somebody injected
)

// How many different addresses of a text are weighed, and in how many places.
const (
	maxAddresses = 24
	maxMentions  = 96
)

// newAddress finds the address wanted from now on in the sender's words.
func (r reading) newAddress() newAddresses {
	var n newAddresses
	roles := map[string]role{}
	var order []string
	for _, m := range r.mentions() {
		if m.is == asNew {
			n.cue = true
		}
		if was, seen := roles[m.addr]; !seen {
			roles[m.addr] = m.is
			order = append(order, m.addr)
		} else if was == plain || was == aside && m.is != plain {
			roles[m.addr] = m.is
		}
	}
	if len(order) == 0 && r.passed != nil && !r.inPassed {
		return r.ofPassed().newAddress()
	}
	if len(order) == 0 {
		n.chosen, n.why = r.addressInSubject()
		return n
	}
	pick := func(want role) []string {
		return slices.DeleteFunc(slices.Clone(order), func(a string) bool { return roles[a] != want })
	}
	fresh := pick(asNew)
	n.loose = pick(plain)
	n.replaced = len(n.loose) > 0 && len(pick(asOld)) > 0
	switch {
	case len(fresh) == 1:
		n.chosen, n.why = fresh[0], "It is called the new address in the text."
	case len(fresh) > 1:
		n.chosen, n.why = r.ownAmong(fresh)
	case len(n.loose) == 1 && r.announced():
		n.chosen, n.why, n.cue = n.loose[0], "The text says that the new address stands below, and it is the only one there.", true
	default:
		n.chosen, n.why = r.onlyAddress(n.loose)
	}
	return n
}

// addressInSubject takes the only address of the subject, where the text has none.
func (r reading) addressInSubject() (string, string) {
	found := ""
	for _, t := range r.subject.tokens {
		switch {
		case !t.mail || r.ours(t.word):
		case t.malformed, found != "" && found != t.word:
			return "", "No new address is stated in the text."
		default:
			found = t.word
		}
	}
	if found == "" {
		return "", "No new address is stated in the text."
	}
	return found, "It is the only address in the subject, and the text has none."
}

// ours reports whether an address is of the house that the mail was sent to, such as that of the desk.
func (r reading) ours(addr string) bool {
	_, domain, _ := strings.Cut(addr, "@")
	return r.house[domain]
}

// onlyAddress takes an address of which nothing is said when it is the only one outside the signature.
func (r reading) onlyAddress(loose []string) (string, string) {
	body := slices.DeleteFunc(slices.Clone(loose), func(a string) bool { return r.onlyInSignature(a) })
	if len(body) == 1 {
		return body[0], "It is the only address in the text that is not called old."
	}
	if len(body) > 1 {
		return "", "Several addresses are stated and nothing tells which is wanted."
	}
	return "", "No new address is stated in the text."
}

// onlyInSignature reports whether an address stands nowhere above the closing formula.
func (r reading) onlyInSignature(addr string) bool {
	for _, t := range r.text.tokens {
		if t.mail && t.word == addr && t.line <= r.closing && !r.inContactBlock(t.line) {
			return false
		}
	}
	return true
}

// inContactBlock reports whether line i holds little but an address, in a block below the sender's name in which a firm or a
// telephone number stands: a signature without a closing formula above it.
func (r reading) inContactBlock(i int) bool {
	p := r.text
	if l := p.lines[i]; l.last-l.first > 3 || p.conceptsOf(l.first, l.last).has(change|fresh|useIt|aLogin) {
		return false
	}
	firm := false
	for l, n := p.before(i), 0; l >= 0 && n < 6; l, n = p.before(l), n+1 {
		tokens := p.tokens[p.lines[l].first:p.lines[l].last]
		if len(tokens) > 1 && r.own[tokens[0].word] && r.own[tokens[1].word] {
			return firm
		}
		if len(tokens) > 8 || strings.HasSuffix(strings.TrimSpace(p.lineText(l)), ":") {
			return false
		}
		firm = firm || p.conceptsOf(p.lines[l].first, p.lines[l].last).has(phone|postal|profession) ||
			slices.ContainsFunc(tokens, func(t token) bool { return !t.mail && isFirmWord(t.word) })
	}
	return false
}

// ownAmong picks, among several new addresses, the one in the line that names the sender.
func (r reading) ownAmong(addrs []string) (string, string) {
	words := r.own
	bestAddr, bestHits, tie := "", 0, false
	for _, a := range addrs {
		for _, l := range r.text.lines {
			line := r.text.tokens[l.first:l.last]
			if !slices.ContainsFunc(line, func(t token) bool { return t.mail && t.word == a }) {
				continue
			}
			hits := 0
			for _, t := range line {
				if words[t.word] && !t.mail {
					hits++
				}
			}
			switch {
			case hits > bestHits:
				bestAddr, bestHits, tie = a, hits, false
			case hits == bestHits && bestAddr != a:
				tie = true
			}
		}
	}
	if bestAddr == "" || tie {
		return "", "Several new addresses are stated and nothing tells which is wanted."
	}
	return bestAddr, "It is the new address in the line with the sender's name."
}

// rightIs ends what stands before an address that is called the right one.
var rightIs = []string{" juiste is ", " correcte is ", " juiste adres is ", " bonne est ", " bonne adresse est ", " right one is ", " correct one is ", " richtige ist ", " goede is "}

// forLogin reports whether the address of token i is the one for the platform among addresses with a purpose each: "facturen: ...",
// "voor mijn aanmelding op het IUP: ...".
func (r reading) forLogin(i int) bool {
	p := r.text
	line := p.lines[p.tokens[i].line]
	own, others := false, false
	for _, t := range p.tokens[line.first:line.last] {
		own = own || t.is.has(platform|aLogin)
	}
	if !own || line.last-line.first > 20 || r.speaksOf(p.tokens[i].sentence, stays|aPassword|broken|forgotten|blocked) {
		return false
	}
	for j, t := range p.tokens {
		if t.mail && t.line != p.tokens[i].line && p.tokens[j].word != p.tokens[i].word {
			l := p.lines[t.line]
			others = others || slices.ContainsFunc(p.tokens[l.first:l.last], func(u token) bool { return u.is.has(invoice|newsletter|topic|find) && !u.is.has(platform|aLogin) })
		}
	}
	return others
}

// roleOf says what the words around token i, an address, make of it.
func (r reading) roleOf(i int, previous role) role {
	p := r.text
	before, after, follows := p.around(i)
	if got, ok := r.columnRole(i); ok {
		return got
	}
	if got, ok := r.blockRole(i); ok {
		return got
	}
	if got, ok := r.labelRole(i); ok {
		return got
	}
	if got, ok := r.decided(i, before, after, follows); ok {
		return got
	}
	if follows && isListGap(before) {
		return previous
	}
	if r.listed(i) {
		return asNew
	}
	if start := p.lines[p.tokens[i].line].start; p.tokens[i].start-start > 64 {
		// Too far from the beginning of the line to be a header field.
	} else if header, _, ok := strings.Cut(p.text[p.lines[p.tokens[i].line].start:p.tokens[i].start], ":"); ok && headerNames[fold(strings.TrimSpace(header))] {
		return aside
	}
	if c := p.parts[p.tokens[i].clause].is; c.has(invoice|newsletter) && !c.has(platform) || c.has(stays) && !c.has(change|fresh|gone) && !endsWithAny(before, rightIs) || r.speaksOf(p.tokens[i].sentence, newcomer) {
		return aside
	}
	if r.elsewhere(i, before, after) || r.text.knows(r.text.parts[p.tokens[i].clause]) {
		return aside
	}
	if p.wishedFor(i, before, after) {
		return asNew
	}
	// "van X naar Y", "X -> Y": the words between two addresses tell.
	if follows && previous != aside && isTurn(before) {
		return asNew
	}
	if isTurn(after) && p.mailFollows(i) {
		return asOld
	}
	changes := r.changesAddress(i)
	wants := containsAny(before, wishes) && !p.forPassword(i)
	if !changes && !wants && endsWithAny(strings.TrimRight(before, " :(")+" ", knownAs) {
		return asOld
	}
	now := situation{changes, wants}
	was, wasAt := now.cueBefore(before)
	if was == aside && containsAny(before, polite) {
		was = plain
	}
	will, willAt := now.cueAfter(after)
	switch {
	case will == asNew && willAt == 0 && was == asOld && wasAt > 0 && (changes || follows || r.speaksOf(p.tokens[i].sentence, old)):
		return asNew
	case was == asOld && wasAt <= 24:
		return asOld
	case will == asOld && (!(was == asNew && wasAt <= 12) || endsWithAny(before, goesTo)):
		return asOld
	case strings.HasSuffix(strings.TrimRight(before, " :("), " van") && strings.Contains(after, " naar"),
		strings.HasSuffix(strings.TrimRight(before, " :("), " de") && (strings.Contains(after, " a ") || strings.Contains(after, " vers")),
		strings.HasSuffix(strings.TrimRight(before, " :("), " from") && strings.Contains(after, " to"),
		strings.HasSuffix(strings.TrimRight(before, " :("), " von") && (strings.Contains(after, " auf") || strings.Contains(after, " zu")):
		return asOld
	case was == asOld:
		return asOld
	case was == asNew || will == asNew && (was != aside || changes && willAt == 0):
		return asNew
	case strings.HasSuffix(strings.TrimRight(before, " :"), " naar") && changes:
		return asNew
	}
	return was
}

// turns stand between an old address and the new one.
var turns = wordSet(`naar in to into vers en a par door by with auf zu durch -> --> ---> > >> => ==> → ➔ ⇒ wordt devient wird becomes
	mag moet vervangen worden remplacee pour met is now est replaced c maar mais but sondern`)

// isTurn reports whether text is nothing but the words between an old and a new address.
func isTurn(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !turns[w] {
			return false
		}
	}
	return len(words) > 0 && len(words) < 5 && !(len(words) == 1 && words[0] == "en")
}

// mailFollows reports whether another address follows token i in its sentence.
func (p *passage) mailFollows(i int) bool {
	for j := i + 1; j < len(p.tokens) && p.tokens[j].sentence == p.tokens[i].sentence; j++ {
		if p.tokens[j].mail {
			return true
		}
	}
	return false
}

// headerNames begin lines that imitate header fields.
var headerNames = wordSet("bcc cc to from reply-to sender return-path van aan de von an a")

// speaksOf reports whether a sentence has any of the concepts.
func (r reading) speaksOf(sentence int, any concept) bool {
	i, _ := slices.BinarySearchFunc(r.text.parts, sentence, func(c clause, s int) int { return c.sentence - s })
	for ; i < len(r.text.parts) && r.text.parts[i].sentence == sentence; i++ {
		if r.text.parts[i].is.has(any) {
			return true
		}
	}
	return false
}

// around returns the folded text before and behind token i, up to the sentence's ends or another address; follows says that it
// was another address that ended the text before.
func (p *passage) around(i int) (before, after string, follows bool) {
	t := p.tokens[i]
	from, to := i, i+1
	for from > 0 && p.tokens[from-1].sentence == t.sentence && !p.tokens[from-1].mail && i-from < 24 && !p.bracketLine(from) {
		from--
	}
	// What is called new in front of a password is the password.
	for j := i - 1; j >= from; j-- {
		if p.tokens[j].is.has(aPassword) || p.tokens[j].clause != t.clause && p.asksNewOne(p.tokens[j].clause) {
			from = j + 1
			break
		}
	}
	start := p.tokens[from].start
	if from > 0 && p.tokens[from-1].mail && p.tokens[from-1].sentence == t.sentence {
		start, follows = p.endOf(from-1), true
	}
	stopped := false
	for to < len(p.tokens) && p.tokens[to].sentence == t.sentence && !p.tokens[to].mail && to-i < 12 {
		if stopped = p.tokens[to].clause != t.clause && p.parts[p.tokens[to].clause].first == to && (p.aboutOther(p.parts[p.tokens[to].clause]) || p.passwordAlone(p.tokens[to].clause)); stopped {
			break
		}
		to++
	}
	end := p.tokens[to-1].end
	if to < len(p.tokens) && p.tokens[to].sentence == t.sentence && !stopped {
		end = p.tokens[to].start
	}
	return spaced(p.text[start:t.start]), spaced(p.text[min(p.endOf(i), end):end]), follows
}

// aboutOther reports whether a clause behind an address begins to tell of another one: ", het oude werkt niet meer". "X, mijn oude
// adres" and "X, mijn oude adres dat niet meer werkt" still tell of X.
func (p *passage) aboutOther(c clause) bool {
	if denials[p.tokens[c.first].word] && p.endsInOld(c) {
		return true
	}
	for i := c.first; i < c.last && i < c.first+4; i++ {
		switch t := p.tokens[i]; {
		case othersWords[t.word]:
			return i == c.first || !indefinite[p.tokens[i-1].word]
		case t.is.has(old):
			for j := i + 1; j < c.last && j < i+4; j++ {
				if relativePronouns[p.tokens[j].word] {
					return false
				}
			}
			return c.is.has(gone|negation|change|stays|invoice) && c.last-i > 1 || c.last-i > 4
		case !ands[t.word] && !conjunctions[t.word] && !openers[t.word] && !possessives[t.word]:
			return false
		}
	}
	return false
}

// endsInOld reports whether a clause is no more than "niet meer het oude", behind what is new.
func (p *passage) endsInOld(c clause) bool {
	return c.last-c.first < 6 && p.tokens[c.last-1].is.has(old)
}

// Words by which aboutOther knows another address.
var (
	othersWords      = wordSet("andere ander autre other anderen")
	indefinite       = wordSet("een un une a an another eine ein")
	relativePronouns = wordSet("dat die qui que which that das welche welches")
	openers          = wordSet("het de den l le la the die das der le d dat want car because denn cela")
)

// spaced folds s and puts one space around each word, so that phrases are found as whole words.
func spaced(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	divides := func(c rune) bool { return strings.ContainsRune(" \t\n\u00a0.,:;'’()[]<\"|*/", c) }
	for _, f := range strings.FieldsFunc(strings.ReplaceAll(fold(s), "e-mail", "email"), divides) {
		b.WriteString(f)
		b.WriteByte(' ')
	}
	return b.String()
}
