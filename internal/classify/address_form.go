package classify

import "strings"

// maxLabel is of how many words the label in front of an address in a form consists at most.
const maxLabel = 6

// Words in the label of an address in a form: of the one that is wanted, and of the one at present, which is the old one beside a wanted
// one and the new one beside an old one.
var (
	wantedLabels = wordSet(`gewenst gewenste wenselijk gevraagd gevraagde toekomstig toekomstige correct correcte juist juiste definitief definitieve
		souhaite souhaitee desire desiree voulu voulue futur future corrige corrigee exact exacte demande demandee definitif definitive
		desired wanted requested preferred future correct right gewunscht gewunschte gewunschter kunftig kunftige richtige korrekte
		gebruiken utiliser use verwenden`)
	presentLabels = wordSet(`huidig huidige actueel actuele bestaand bestaande actuel actuelle existant existante current present existing
		derzeitig derzeitige bisherig bisherige aktuell aktuelle jetzige momentane`)
)

// labelRole says what the label in front of token i, an address that fills the line of a form, makes of it.
func (r reading) labelRole(i int) (role, bool) {
	p := r.text
	label := p.formLabel(i)
	if label == (span{}) || !p.conceptsOf(label.from, label.to).has(aMail|anAddr|aLogin) || p.conceptsOf(label.from, label.to).has(invoice|newsletter|old|fresh) {
		return plain, false
	}
	switch {
	case p.anyWord(label, wantedLabels):
		return asNew, true
	case !p.anyWord(label, presentLabels):
		return plain, false
	}
	for j, t := range p.tokens {
		if !t.mail || t.word == p.tokens[i].word {
			continue
		}
		switch other := p.formLabel(j); {
		case other == (span{}):
		case p.anyWord(other, wantedLabels), p.conceptsOf(other.from, other.to).has(fresh):
			return asOld, true
		case p.conceptsOf(other.from, other.to).has(old):
			return asNew, true
		}
	}
	return plain, false
}

// formLabel returns the words in front of token i in its line, where they are few and a mark stands behind them; else the zero span.
func (p *passage) formLabel(i int) span {
	first := p.lines[p.tokens[i].line].first
	if i == first || i-first > maxLabel || !strings.ContainsAny(p.text[p.tokens[i-1].end:p.tokens[i].start], ":=|\t→.") {
		return span{}
	}
	return span{first, i}
}

// anyWord reports whether a word of a span is of a set.
func (p *passage) anyWord(s span, set map[string]bool) bool {
	for _, t := range p.tokens[s.from:s.to] {
		if set[t.word] {
			return true
		}
	}
	return false
}

// withdrawals say that what was asked for before is not wanted any more: "... maar dat trek ik terug".
var withdrawals = []string{" trek ik terug ", " trek ik in ", " neem ik terug ", " herroep ik ", " annuleer ik ", " mag vervallen ", " gaat niet door ", " je retire ", " je renonce ",
	" j annule ", " j y renonce ", " i withdraw ", " i take back ", " i take that back ", " ziehe ich zuruck ", " nehme ich zuruck ", " widerrufe ich "}

// withdrawn reports whether the rest of the sentence of token i, an address, takes back what was asked.
func (p *passage) withdrawn(i int) bool {
	to := i + 1
	for to < len(p.tokens) && p.tokens[to].sentence == p.tokens[i].sentence && !p.tokens[to].mail && to-i < 16 {
		to++
	}
	return containsAny(spaced(p.text[p.tokens[i].end:p.tokens[to-1].end]), withdrawals)
}

// bracketLine reports whether token i begins a line behind one that ends with a bracket: what stands in it is said aside.
func (p *passage) bracketLine(i int) bool {
	lead, rest, ok := strings.Cut(p.text[p.tokens[i-1].end:p.tokens[i].start], ")")
	return ok && strings.TrimSpace(lead) == "" && strings.Contains(rest, "\n")
}
