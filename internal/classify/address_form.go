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

// changeVerbs stand between an old and a new address, with one of changeTo behind them: "A te wijzigen in B".
var (
	changeVerbs = wordSet(`wijzigen wijzigt gewijzigd veranderen verandert veranderd aanpassen aangepast passen omzetten omgezet zetten vervangen changer change
		modifier modifie modifiee remplacer remplace remplacee changed modified replaced switched andern geandert ersetzen ersetzt umstellen umgestellt`)
	changeTo = wordSet("in naar door en par pour to into by auf zu durch")
)

// takesPlace reports whether text, between two addresses of a sentence, says that the second takes the place of the first.
func takesPlace(text string) bool {
	words := strings.Fields(text)
	n := len(words)
	return n > 1 && n < 6 && changeTo[words[n-1]] && (changeVerbs[words[n-2]] || changeVerbs[words[0]] || n > 2 && changeVerbs[words[1]])
}

// Words around an address that decide whatever else is said.
var (
	// noMore follow what is not used any more: "ik gebruik X niet meer".
	noMore = []string{" niet meer ", " niet langer ", " nicht mehr ", " no longer ", " anymore ", " any more ", " any longer ", " nu niet meer "}
	// butThis lead from there to the address that is used: "..., wel Y".
	butThis = []string{" wel ", " maar ", " maar wel ", " maar nu ", " mais ", " mais bien ", " but ", " sondern ", " but only ", " wohl aber "}
	// allTo stand before an address to which everything is to be sent from now on.
	allTo = []string{" tout envoyer a ", " tout adresser a ", " tout sur ", " tout a ", " alles naar ", " alles sturen naar ", " alles te sturen naar ", " alles op ", " everything to ", " alles an "}
	// polite are forms of asking in which nobody has questions.
	polite = []string{" mag ik vragen ", " ik vraag ", " wil ik vragen ", " wou ik vragen ", " zou ik willen vragen ", " zou willen vragen ", " wil u vragen ", " wou vragen ", " durf ik vragen "}
)

// decided says what the words right beside token i, an address, make of it. follows says that another address stands before it.
func (r reading) decided(i int, before, after string, follows bool) (role, bool) {
	p := r.text
	switch {
	case p.withdrawn(i), beginsWithAny(after, noMore) && !endsWithAny(before, rightIs):
		return asOld, true
	case follows && (takesPlace(before) || beginsWithAny(before, noMore) && endsWithAny(before, butThis)):
		return asNew, true
	case follows && r.removesBefore(i) && (beginsWithAny(after, addBehind) || endsWithAny(before, addBefore)):
		return asNew, true
	case takesPlace(after) && p.mailFollows(i):
		return asOld, true
	case endsWithAny(before, allTo) && r.changesAddress(i):
		return asNew, true
	}
	// Before a clause that begins with an address, something is said of the one before: "A is nu mijn adres, B vervalt".
	if is, at := (situation{changes: true}).cueAfter(after); follows && is == asOld && at == 0 && p.parts[p.tokens[i].clause].first == i && !p.mailFollows(i) {
		return asOld, true
	}
	return plain, false
}

// Words that remove one address, and those that add another in its place.
var (
	removes   = []string{" schrappen ", " schrap ", " verwijderen ", " verwijder ", " wissen ", " supprimer ", " supprimez ", " effacer ", " retirer ", " retirez ", " delete ", " remove ", " loschen ", " losche "}
	addBehind = []string{" toevoegen ", " toe te voegen ", " hinzufugen ", " hinzuzufugen ", " ajouter ", " erbij ", " zetten "}
	addBefore = []string{" voeg ", " add ", " ajouter ", " ajoutez ", " zet ", " mettre ", " mettez "}
)

// removesBefore reports whether the sentence of token i, up to it, asks to remove an address.
func (r reading) removesBefore(i int) bool {
	p := r.text
	first := p.firstInScope(i)
	return containsAny(spaced(p.text[p.tokens[first].start:p.tokens[i].start]), removes)
}

// bracketLine reports whether token i begins a line behind one that ends with a bracket: what stands in it is said aside.
func (p *passage) bracketLine(i int) bool {
	lead, rest, ok := strings.Cut(p.text[p.tokens[i-1].end:p.tokens[i].start], ")")
	return ok && strings.TrimSpace(lead) == "" && strings.Contains(rest, "\n")
}

// endOf returns where token i ends, an address, with the bracket around it.
func (p *passage) endOf(i int) int {
	t := p.tokens[i]
	if t.start > 0 && p.text[t.start-1] == '<' && strings.HasPrefix(p.text[t.end:], ">") {
		return t.end + 1
	}
	return t.end
}

// isListGap reports whether nothing but "and" or a comma stands between two addresses.
func isListGap(gap string) bool {
	words := strings.Fields(gap)
	if len(words) == 2 && listPrepositions[words[1]] {
		words = words[:1]
	}
	return len(words) == 0 || len(words) == 1 && (ands[words[0]] || words[0] == "ofwel" || words[0] == "soit" || words[0] == "&")
}

// listPrepositions are repeated in front of each address of a list: "op ... en op ...".
var listPrepositions = wordSet("op via a sur par at on auf unter ook aussi also auch")
