package classify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// passage is a text cut into tokens: the subject, the sender's own words, or those of a forwarded message.
type passage struct {
	text   string
	tokens []token
	lines  []line
	parts  []clause
	all    concept // of all clauses
}

// token is one word, mail address or group of digits.
type token struct {
	word       string // folded; of a mail address the address in lower case
	start, end int    // bytes of the text
	line       int    // index
	clause     int    // index
	sentence   int
	is         concept
	mail       bool // a mail address
	malformed  bool // looks like a mail address, but none can be delivered to
}

// line is one line of a passage.
type line struct {
	start, end  int // bytes, without the line feed
	first, last int // tokens, last exclusive
	above       int // the last line with words above this one, or -1
}

// clause is a part of a sentence between commas, conjunctions or line ends.
type clause struct {
	first, last int // tokens, last exclusive
	sentence    int
	is          concept
	question    bool // its sentence ends in a question mark
}

// newPassage cuts text. Cost is linear in its length.
func newPassage(text string) *passage {
	p := &passage{text: text}
	p.cutLines()
	p.cutTokens()
	p.joinMail()
	p.markLines()
	p.recognise()
	p.cutClauses()
	return p
}

func (p *passage) cutLines() {
	start := 0
	for i := 0; i <= len(p.text); i++ {
		if i == len(p.text) || p.text[i] == '\n' {
			p.lines = append(p.lines, line{start: start, end: i})
			start = i + 1
		}
	}
}

func (p *passage) lineText(i int) string { return p.text[p.lines[i].start:p.lines[i].end] }

func (p *passage) cutTokens() {
	for i := 0; i < len(p.text); {
		c, size := utf8.DecodeRuneInString(p.text[i:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			i += size
			continue
		}
		if t, ok := mailToken(p.text, i); ok {
			p.tokens = append(p.tokens, t)
			i = t.end
			continue
		}
		end := wordEnd(p.text, i)
		if word := fold(p.text[i:end]); word != "" { // a voiced mark of Japanese is a letter and folds to nothing
			p.tokens = append(p.tokens, token{word: word, start: i, end: end})
		}
		i = end
	}
}

// wordEnd returns the end of the letters and digits that begin at i. Marks and invisible characters inside belong to the word.
func wordEnd(text string, i int) int {
	end := i
	for j := i; j < len(text); {
		c, size := utf8.DecodeRuneInString(text[j:])
		switch {
		case unicode.IsLetter(c), unicode.IsDigit(c):
			end = j + size
		case !unicode.In(c, unicode.Mn, unicode.Cf):
			return end
		}
		j += size
	}
	return end
}

// mailToken reads a mail address that begins at i, in the form that people type (the dot-atom of RFC 5322 section 3.4.1).
func mailToken(text string, i int) (token, bool) {
	at := i
	for at < len(text) && at-i <= 64 && (isLocalByte(text[at]) || at > i+1 && isApostrophe(text, at)) {
		at++
	}
	if at == i || at-i > 64 || at >= len(text)-1 || text[at] != '@' {
		return token{}, false
	}
	end := at + 1
	for end < len(text) && (isDomainByte(text[end])) {
		end++
	}
	trimmed := strings.TrimRight(text[at+1:end], ".-")
	end = at + 1 + len(trimmed)
	if len(trimmed) == 0 || len(trimmed) > 253 {
		return token{}, false
	}
	t := token{word: strings.ToLower(text[i:end]), start: i, end: end, mail: true}
	// A comma instead of a dot, or a blank label: what stands there is no address, and half of it is another one.
	t.malformed = !strings.Contains(trimmed, ".") || strings.Contains(trimmed, "..") || strings.HasPrefix(trimmed, ".") ||
		strings.Contains(text[i:at], "..") || (end < len(text) && (text[end] == '@' || text[end] == ',') && end+1 < len(text) && isLetterByte(text[end+1]))
	return t, true
}

// isApostrophe reports whether the apostrophe at i is of a local part such as v.d'hondt, and not of French in front of an address.
func isApostrophe(text string, i int) bool {
	return text[i] == '\'' && i > 1 && i+1 < len(text) && isLetterByte(text[i-1]) && isLetterByte(text[i+1]) && strings.IndexByte("._-", text[i-2]) >= 0
}

func isLetterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func isDomainByte(c byte) bool {
	return isLetterByte(c) || '0' <= c && c <= '9' || c == '-' || c == '.'
}

func isLocalByte(c byte) bool { return isDomainByte(c) || strings.IndexByte("_+%&", c) >= 0 }

// joinMail makes one word of "e-mail", "e mail" and "e-mailadres", and so on for "e-loket".
func (p *passage) joinMail() {
	kept := p.tokens[:0]
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.word == "e" && i+1 < len(p.tokens) {
			next := p.tokens[i+1]
			gap := p.text[t.end:next.start]
			if len(gap) <= 4 && !strings.Contains(gap, "\n") && (strings.HasPrefix(next.word, "mail") || strings.HasPrefix(next.word, "lok")) {
				t.word, t.end = "e"+next.word, next.end
				i++
			}
		}
		kept = append(kept, t)
	}
	p.tokens = kept
}

func (p *passage) markLines() {
	l := 0
	for i := range p.tokens {
		t := &p.tokens[i]
		for l < len(p.lines)-1 && t.start > p.lines[l].end {
			p.lines[l].last = i
			l++
			p.lines[l].first = i
		}
		t.line = l
	}
	for ; l < len(p.lines); l++ {
		p.lines[l].last = len(p.tokens)
		if l+1 < len(p.lines) {
			p.lines[l+1].first = len(p.tokens)
		}
	}
	above := -1
	for i := range p.lines {
		p.lines[i].above = above
		if p.lines[i].first < p.lines[i].last {
			above = i
		}
	}
}

// cutClauses divides the tokens into sentences and clauses.
func (p *passage) cutClauses() {
	sentence, first, opened := 0, 0, 0
	for i := range p.tokens {
		b := noBreak
		if i+1 < len(p.tokens) {
			b = max(p.breakAfter(i), tooLong(i-first, i-opened))
		}
		p.tokens[i].clause, p.tokens[i].sentence = len(p.parts), sentence
		if b == noBreak && i+1 < len(p.tokens) {
			continue
		}
		p.parts = append(p.parts, p.clause(first, i+1, sentence))
		p.all |= p.parts[len(p.parts)-1].is
		first = i + 1
		if b == sentenceBreak {
			sentence++
			opened = i + 1
		}
	}
	p.spreadQuestions()
}

func (p *passage) clause(first, last, sentence int) clause {
	c := clause{first: first, last: last, sentence: sentence}
	for _, t := range p.tokens[first:last] {
		c.is |= t.is
		if t.mail {
			c.is |= anAddress
		}
	}
	end := len(p.text)
	if last < len(p.tokens) {
		end = p.tokens[last].start
	}
	c.question = strings.Contains(p.text[p.tokens[last-1].end:end], "?")
	return c
}

// spreadQuestions marks every clause of a sentence that ends in a question mark.
func (p *passage) spreadQuestions() {
	for i := len(p.parts) - 2; i >= 0; i-- {
		if p.parts[i].sentence == p.parts[i+1].sentence && p.parts[i+1].question {
			p.parts[i].question = true
		}
	}
}

type breakKind int

const (
	noBreak breakKind = iota
	clauseBreak
	sentenceBreak
)

// The most words of a clause and of a sentence: text without marks must not make the rules slow, which compare words with words.
const (
	maxClause   = 40
	maxSentence = 160
)

// tooLong ends a clause or sentence of so many words.
func tooLong(clause, sentence int) breakKind {
	switch {
	case sentence >= maxSentence:
		return sentenceBreak
	case clause >= maxClause:
		return clauseBreak
	}
	return noBreak
}

// conjunctions begin a clause; the pronouns do so behind "and".
var (
	conjunctions = wordSet("maar mais but aber want omdat car parce because weil zodat sinon anders sondern puisque aangezien alhoewel hoewel although")
	ands         = wordSet("en et and und of ou or oder")
	pronouns     = wordSet("ik k je j i ich wij we nous ook kan kunt kunnen peux pouvez can could ne weet voudrais graag zou het le la the mag")
)

// wordSet makes a set of the words of a line.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// breakAfter says what ends behind token i, which is not the last one.
func (p *passage) breakAfter(i int) breakKind {
	t, next := p.tokens[i], p.tokens[i+1]
	gap := p.text[t.end:next.start]
	if strings.Contains(gap, "\n") && !p.wrapped(t, next, gap) {
		return sentenceBreak
	}
	if p.leads(i, gap) {
		return noBreak
	}
	for j, c := range gap {
		switch c {
		case '!', '?', ';', '…':
			return sentenceBreak
		case '.':
			if p.endsSentence(t, gap[j+1:]) {
				return sentenceBreak
			}
		}
	}
	switch {
	case strings.ContainsAny(gap, ",()[]|\"“”«»\t"), strings.Contains(gap, " - "), strings.Contains(gap, "–"):
		return clauseBreak
	case conjunctions[next.word]:
		return clauseBreak
	case ands[next.word] && i+2 < len(p.tokens) && (pronouns[p.tokens[i+2].word] || possessives[p.tokens[i+2].word] && p.stateAhead(i+3)):
		return clauseBreak
	}
	return noBreak
}

// leads reports whether the gap behind token i is the filling of a form between a label and its value: "Naam ..... Peeters". Two dots
// will do where a blank stands in front of them.
func (p *passage) leads(i int, gap string) bool {
	dots := strings.Trim(gap, " \t\u00a0:")
	if len(dots) < 2 || strings.Trim(dots, ".") != "" || i-p.lines[p.tokens[i].line].first > 4 {
		return false
	}
	return gap[0] != '.' || len(dots) > 3
}

// isField reports whether line i begins with a label of a form, in a capital, with its mark.
func (p *passage) isField(i int) bool {
	l := p.lines[i]
	for j := l.first; j+1 < l.last && j < l.first+4; j++ {
		if gap := p.text[p.tokens[j].end:p.tokens[j+1].start]; strings.Contains(gap, ":") || p.leads(j, gap) {
			return isUpperAt(p.text, p.tokens[l.first].start)
		}
	}
	return false
}

// wrapped reports whether the line feed in gap only wraps a long line, so that the sentence goes on.
func (p *passage) wrapped(t, next token, gap string) bool {
	if strings.Count(gap, "\n") > 1 || strings.ContainsAny(gap, ".!?;:") || p.lines[t.line].end-p.lines[t.line].start < 45 || p.isField(next.line) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(p.text[next.start:])
	return !unicode.IsUpper(c) || !strings.ContainsAny(gap, ",") && len(p.lineText(next.line)) > 45
}

// stateAhead reports whether one of the next words from token i says what something is, so that "and my ..." begins a statement of
// its own and is no second object.
func (p *passage) stateAhead(i int) bool {
	for j := i; j < len(p.tokens) && j < i+5; j++ {
		switch p.tokens[j].word {
		case "is", "est", "ist", "blijft", "klopt", "reste", "lautet", "luidt":
			return true
		}
		if p.tokens[j].mail {
			return true
		}
	}
	return false
}

// abbreviations end in a dot that ends no sentence.
var abbreviations = wordSet(`m mr mrs ms mme mlle dhr mevr mw dr ir prof st nr no tel nat bv bvb resp incl excl n reg registernr
	nationalregisternr rijksregisternr rijksreg hr fr a u b v z i e nl mn tw dwz ttz cad`)

// endsSentence reports whether a dot behind t, with rest behind it, ends a sentence.
func (p *passage) endsSentence(t token, rest string) bool {
	if abbreviations[t.word] || len(t.word) == 1 && isUpperAt(p.text, t.start) {
		return false
	}
	if strings.HasPrefix(rest, "...") {
		return false // "Naam ....... Peeters"
	}
	return rest != "" && (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '.' || strings.HasPrefix(rest, "\u00a0"))
}
