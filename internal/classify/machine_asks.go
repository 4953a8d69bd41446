package classify

import (
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

func isEgo(word string, lang ticket.Language) bool { return egoWords[word] || egoWordsOf[lang][word] }

// speaksI reports whether the first person singular speaks in the text; not in the answers that a survey offers as links.
func (r reading) speaksI(lang ticket.Language, choices bool) bool {
	for i, t := range r.text.tokens {
		if choices && strings.Contains(r.text.lineText(t.line), "://") {
			continue
		}
		if isEgo(t.word, lang) && t.line < r.tail && !r.text.inLink(t) && !r.text.product(i) {
			return true
		}
	}
	return false
}

// product reports whether token i begins the name of a product inside a sentence: "staat klaar in Mijn Telecom".
func (p *passage) product(i int) bool {
	t := p.tokens[i]
	return len(t.word) > 1 && i > 0 && i+1 < len(p.tokens) && p.tokens[i-1].sentence == t.sentence && isUpperAt(p.text, t.start) && isUpperAt(p.text, p.tokens[i+1].start)
}

// inLink reports whether a token is a part of a link.
func (p *passage) inLink(t token) bool {
	before := p.text[max(0, t.start-200):t.start]
	return strings.Contains(before[strings.LastIndexAny(before, " \n\t<(")+1:], "://")
}

// The words of the first person. Some mean other things in other languages: "je" is you in Dutch.
var (
	egoWords   = wordSet("ik mijn mij ikzelf j moi mes my myself ich mein meine meiner meinen meinem mir mich")
	egoWordsOf = map[ticket.Language]map[string]bool{
		ticket.Dutch:   wordSet("k mn"),
		ticket.French:  wordSet("je mon ma"),
		ticket.English: wordSet("i"),
	}
	weWords = map[ticket.Language]map[string]bool{
		ticket.Dutch:   wordSet("wij we ons onze"),
		ticket.French:  wordSet("nous notre nos"),
		ticket.English: wordSet("we our us"),
		ticket.German:  wordSet("wir unser unsere unseren uns"),
	}
)

// personal says how surely a person asks for something: 4 with a national number of the own, 3 for the own address or password, or
// about an automatic mail, 2 with another request or a new address, 1 with a mere question, else 0.
func (m *machine) personal(lang ticket.Language, news newAddresses, number numberFound) int {
	presents := !number.number.IsZero() || number.problem != ticket.NumberFine
	if presents && (m.kind != ticket.Other || m.r.text.all.has(nnLabel) && !m.text.all.has(saysAuto)) && !m.signsWith(number, news) {
		return certain
	}
	level := 0
	if m.text.all.has(tells) {
		level = says
	}
	m.asks = m.text.all.has(begs | encloses)
	told := m.toWhoever()
	if m.asks || m.kind == ticket.AddressChanged && news.cue && !told {
		level = max(level, shaped)
	}
	var said asked
	for i, c := range m.r.text.parts {
		if m.r.text.tokens[c.first].line >= m.r.tail {
			break
		}
		if i > 0 && c.sentence != m.r.text.parts[i-1].sentence {
			level, said = max(level, said.level()), asked{}
		}
		said.add(m.r.text, i, lang)
		m.asks = m.asks || said.question && said.ego
		said.supposes = said.supposes || m.text.sentence[c.sentence].has(ofEverybody)
	}
	return max(level, said.level())
}

// signsWith reports whether the number stands in a signature below a text that says of itself that it is automatic, and asks nothing:
// the kind is that of the mail which it answers.
func (m *machine) signsWith(number numberFound, news newAddresses) bool {
	p := m.r.text
	return number.passage == p && p.tokens[min(p.tokenAt(number.at), len(p.tokens)-1)].line >= m.r.signed && m.itself() && !news.cue &&
		m.r.weigh(p, m.r.tail).most() < likely
}

// ofEverybody are signs of a sentence that asks whoever reads it.
const ofEverybody = delegate | survey | notice | unsubscribe | button | willAnswer | ours | replyLine | challengeSaid | rhetorical | whoever | reachMe

// asked is what a sentence asks for.
type asked struct {
	is       concept
	ego, we  bool
	question bool
	supposes bool // "An urgent question?": asked of those who read it
	words    int
}

func (a *asked) add(p *passage, i int, lang ticket.Language) {
	c := p.parts[i]
	a.is |= p.heard(i)
	a.question = a.question || c.question
	a.words += c.last - c.first
	for _, t := range p.tokens[c.first:c.last] {
		a.ego = a.ego || isEgo(t.word, lang)
		a.we = a.we || weWords[lang][t.word]
		a.supposes = a.supposes || supposed[t.word]
	}
}

// supposed are words of questions that machines ask of everybody.
var supposed = wordSet(`vraag vragen question questions frage fragen dringend urgent hulp help aide hilfe probleem probleme problem
	opmerking opmerkingen remarque nodig`)

func (a asked) level() int {
	account := a.is.has(aMail|anAddr|aLogin|aPassword) && (a.ego || a.we)
	switch {
	case account && (a.is.has(forgotten) || a.question && a.is.has(which|known|find|ask|broken|blocked)),
		a.question && a.is.hasAll(which|known) && a.is.has(aMail|anAddr|aLogin):
		return says
	case account && (a.is.has(aLogin|aPassword) || a.is.has(change|fresh|ask) && a.is.has(anAddr|anAddress)), a.question && a.ego:
		return shaped
	case a.question && a.words > 3 && !a.supposes:
		return shaped
	case a.question && a.words > 3:
		return 1
	}
	return 0
}
