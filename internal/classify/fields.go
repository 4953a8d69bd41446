package classify

import (
	"slices"
	"strings"
	"unicode"
)

// formFields are the names that the fields of a text give.
type formFields struct {
	name        fullName
	own, maiden string
	full        fullName
}

// fieldNames reads "Naam: ..., Voornaam: ..." in lines, cells or sentences, and tables with a head.
func fieldNames(p *passage, h hints) fullName {
	if n := tableNames(p, h); !n.empty() {
		return n
	}
	var f formFields
	for i := 0; i < len(p.tokens); i++ {
		l, ok := p.labelAt(i)
		if !ok || l.kind == otherField || p.inPattern(i) {
			if ok {
				i += len(l.words) - 1
			}
			continue
		}
		if value := p.valueInFront(i, len(l.words)); value != "" {
			f.add(l, value, h)
			continue
		}
		l, at := p.qualified(i, l)
		if value, ok := p.fieldValue(i, at); ok {
			f.add(l, value, h)
		}
		i = at - 1
	}
	return f.merged(h)
}

// inPattern reports whether the label of token i is a part of a pattern for addresses: "prénom.nom".
func (p *passage) inPattern(i int) bool {
	start, end := p.tokens[i].start, p.tokens[i].end
	return start > 0 && strings.IndexByte("._", p.text[start-1]) >= 0 || end+1 < len(p.text) && strings.IndexByte("._", p.text[end]) >= 0 && isLetterByte(p.text[end+1])
}

// add takes the value of a field, the first one of each kind.
func (f *formFields) add(l fieldLabel, value string, h hints) {
	switch l.kind {
	case lastField:
		f.name.last = firstOf(f.name.last, value)
	case firstField:
		f.name.first = firstOf(f.name.first, value)
	case maidenField:
		f.maiden = firstOf(f.maiden, value)
	case ownField:
		f.own = firstOf(f.own, value)
	case fullField:
		if f.full.empty() {
			f.full = splitField(l, value, h)
		}
	}
}

// merged makes one name of all fields.
func (f *formFields) merged(h hints) fullName {
	n := f.name
	switch {
	case !f.full.empty():
		n = n.completed(f.full)
	case f.own != "" && n.first != "":
		n.last = firstOf(n.last, withoutFirst(f.own, n.first))
	case f.own != "" && n.last == "":
		n = fieldFull(f.own, h)
	case f.own != "":
		n.first = firstOf(n.first, withoutFirst(f.own, n.last))
	}
	n.last = firstOf(n.last, f.maiden)
	n.first, n.last = onlyNames(n.first), onlyNames(n.last)
	return n
}

// withoutFirst takes the first name, which has a field of its own, out of a field for the name.
func withoutFirst(own, first string) string {
	words, drop := strings.Fields(own), strings.Fields(first)
	if n := len(words) - len(drop); n > 0 {
		switch {
		case strings.EqualFold(strings.Join(words[:len(drop)], " "), first):
			return strings.Join(words[len(drop):], " ")
		case strings.EqualFold(strings.Join(words[n:], " "), first):
			return strings.Join(words[:n], " ")
		}
	}
	return own
}

// onlyNames takes initials, titles and what tells of a marriage off a value; empty when nothing is left.
func onlyNames(value string) string {
	words := nameWords(value)
	if len(dropInitials(words)) == 0 {
		return ""
	}
	return strings.Join(words, " ")
}

// splitField divides the value of a field for both names; a sign between them or the label tells the order where the words do not.
func splitField(l fieldLabel, value string, h hints) fullName {
	firstInFront := beginsWithAny(l.words[0], []string{"voor", "pre", "vor", "first", "given"})
	whole := slices.ContainsFunc(l.words, func(w string) bool {
		return beginsWithAny(w, []string{"full", "volledig", "voluit", "complet", "vollstandig", "voller"})
	})
	for _, sign := range []string{" / ", "/", " + ", " - ", ";"} {
		if a, b, ok := strings.Cut(value, sign); ok && strings.TrimSpace(a) != "" && strings.TrimSpace(b) != "" {
			if firstInFront {
				a, b = b, a
			}
			return fullName{strings.Join(nameWords(a), " "), strings.Join(nameWords(b), " ")}
		}
	}
	if firstInFront || whole {
		return h.split(value)
	}
	return h.splitLastFirst(value)
}

// fieldFull reads a field "name" that stands alone: the last name or the full one.
func fieldFull(own string, h hints) fullName {
	words := nameWords(own)
	if len(words) == 1 {
		if h.given(words[0]) > 2 {
			return fullName{first: own}
		}
		return fullName{last: own}
	}
	return h.split(own)
}

func (n fullName) completed(m fullName) fullName {
	return fullName{firstOf(n.last, m.last), firstOf(n.first, m.first)}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// valueInFront reads a value with its label between brackets behind it: "Peeters (familienaam)".
func (p *passage) valueInFront(label, words int) string {
	end := label + words
	if label == 0 || strings.TrimSpace(p.text[p.tokens[label-1].end:p.tokens[label].start]) != "(" || !strings.HasPrefix(p.text[p.tokens[end-1].end:], ")") {
		return ""
	}
	from := label
	for from > 0 && label-from < 5 && p.nameLike(from-1, true) && p.tokens[from-1].line == p.tokens[label].line && (from == label || p.nameGap(from)) {
		from--
	}
	value := p.spanText(span{from, label})
	if value == "" || !isPersonal(value) {
		return ""
	}
	return value
}

// copulas stand between a label and its value.
var copulas = wordSet("is est ist luidt lautet zijn sont are heet was")

// fieldValue reads the value of a label that ends before token at. Between them stand a colon, a cell border, spaces or "is".
func (p *passage) fieldValue(label, at int) (string, bool) {
	if at >= len(p.tokens) {
		return "", false
	}
	start := p.tokens[at-1].end
	gap := p.text[start:p.tokens[at].start]
	marked := strings.ContainsAny(gap, ":=|\t→") || strings.Contains(gap, " - ") || strings.Contains(gap, "–") || strings.Contains(gap, "..") || strings.Contains(gap, "__")
	if strings.Count(gap, "\n") > 2 || strings.Contains(gap, "\n") && !strings.ContainsAny(gap, ":") && p.lines[p.tokens[label].line].first != label {
		return "", false
	}
	switch said := p.copulaAt(at); {
	case said > 0:
		at = p.skipFillers(at + said)
		if at >= len(p.tokens) || !p.canBeSaid(at) {
			return "", false
		}
	case !marked && !p.beginsPart(label) && !p.behindField(label):
		// Without a mark only at the beginning of a line or clause, or behind another field: "naam gijsbrecht voornaam maarten".
		return "", false
	}
	if l, ok := p.labelAt(at); ok && len(l.words[0]) > 2 && (!marked || !givenNames[l.words[0]]) {
		return "", false
	}
	return p.readValue(at, marked)
}

// canBeSaid reports whether the words from token at on can be the name that something "is": not "souvent mal orthographié".
func (p *passage) canBeSaid(at int) bool {
	if isUpperAt(p.text, p.tokens[at].start) || particleWords[p.tokens[at].word] || p.anyGiven(p.nameSpan(at, true), nil) {
		return true
	}
	s := p.nameSpan(at, true)
	return s.to-s.from < 3 && (s.to == len(p.tokens) || p.beginsPart(s.to) || ands[p.tokens[s.to].word])
}

// copulaAt returns of how many words "is" or "c'est" consists that stands at token i, 0 when none does.
func (p *passage) copulaAt(i int) int {
	switch {
	case copulas[p.tokens[i].word]:
		return 1
	case p.says(i, []string{"c", "est"}):
		return 2
	}
	return 0
}

// beginsPart reports whether token i begins a line or a clause.
func (p *passage) beginsPart(i int) bool {
	return p.parts[p.tokens[i].clause].first == i || p.lines[p.tokens[i].line].first == i
}

// behindField reports whether a number or another label of a name stands earlier in the same line.
func (p *passage) behindField(label int) bool {
	if label > 0 && unicode.IsDigit(rune(p.tokens[label-1].word[0])) {
		return true
	}
	for i := max(p.lines[p.tokens[label].line].first, label-24); i < label; i++ {
		if l, ok := p.labelAt(i); ok && l.kind != otherField {
			return true
		}
	}
	return false
}

// readValue reads a name from token at to the end of the line, the next label or mark.
func (p *passage) readValue(at int, marked bool) (string, bool) {
	start := p.tokens[at].start
	line := p.lines[p.tokens[at].line]
	// What stands between a label and the first letters must not be the mark of a template or an encoding.
	if strings.ContainsAny(p.text[p.tokens[at-1].end:start], "{}$<>%#@") {
		return "", false
	}
	end := at
	for end < line.last && end-at < 10 && (end == at || !p.valueEnds(at, end)) && p.valueWord(end, marked) {
		end++
	}
	value := strings.Trim(p.spanText(span{at, end}), " ,.;:-\"")
	if rest := p.text[p.tokens[max(at, end-1)].end:line.end]; end == line.last && strings.ContainsAny(rest, "{}<>%$@") {
		return "", false
	}
	if end-at > 7 || !isPersonal(strings.NewReplacer("/", " ", "+", " ").Replace(value)) {
		return "", false
	}
	return value, true
}

// valueEnds reports whether a value that began at token at ends in front of token i: at a mark, a comma or another label.
func (p *passage) valueEnds(at, i int) bool {
	t := p.tokens[i]
	gap := p.text[p.tokens[i-1].end:t.start]
	switch {
	case strings.ContainsAny(gap, "|\t;:()\n") || strings.Contains(gap, " - ") || strings.Contains(gap, "–") || strings.Contains(gap, "   "):
		return true
	case strings.HasPrefix(gap, ". ") && len(p.tokens[i-1].word) > 1 && !titles[p.tokens[i-1].word]:
		return true
	case strings.Contains(gap, ",") && !p.afterComma(i):
		return true
	case strings.Contains(gap, "/") && i-at > 4:
		return true
	}
	l, ok := p.labelAt(i)
	return ok && (len(l.words[0]) > 2 || l.kind != otherField) && !givenNames[t.word]
}

// valueWord reports whether token i can be a word of a value.
func (p *passage) valueWord(i int, marked bool) bool {
	t := p.tokens[i]
	switch {
	case t.mail || unicode.IsDigit(rune(t.word[0])) || t.is.has(nnLabel|aMail|forgotten) && !givenNames[t.word]:
		return false
	case noNames[t.word] && !givenNames[t.word] && !isUpperAt(p.text, t.start), nameEnds[t.word]:
		return false
	case !marked && !p.nameLike(i, true) && !p.fillsLine(i):
		return false
	}
	return !(ands[t.word] || pronouns[t.word]) || givenNames[t.word] || particleWords[t.word]
}

// fillsLine reports whether token i stands alone in its line, with a capital: the value of the label in the line above it.
func (p *passage) fillsLine(i int) bool {
	l := p.lines[p.tokens[i].line]
	return l.last-l.first == 1 && familyNames[p.tokens[i].word] && isUpperAt(p.text, p.tokens[i].start)
}

// tableNames reads a table whose first line is its head: "Naam | Voornaam | Rijksregisternr" and the values in the line below.
func tableNames(p *passage, h hints) fullName {
	for i := 0; i+1 < len(p.lines); i++ {
		heads := cells(p.lineText(i))
		if len(heads) < 2 {
			continue
		}
		below := i + 1
		for below < len(p.lines)-1 && p.lines[below].first == p.lines[below].last {
			below++
		}
		values := cells(p.lineText(below))
		if len(values) != len(heads) {
			continue
		}
		var n fullName
		for j, head := range heads {
			switch kindOfLabel(head) {
			case lastField, ownField:
				n.last = values[j]
			case firstField:
				n.first = values[j]
			case fullField:
				n = h.splitLastFirst(values[j])
			}
		}
		if n.complete() && isPersonal(n.last) && isPersonal(n.first) && kindOfLabel(n.first) == noField && kindOfLabel(n.last) == noField {
			return n
		}
	}
	return fullName{}
}

// wideGaps makes tabs of columns that blanks divide.
var wideGaps = strings.NewReplacer("        ", "\t", "     ", "\t", "    ", "\t", "   ", "\t")

// cells divides a line at cell borders or tabs, or wide gaps.
func cells(line string) []string {
	sep := "|"
	if !strings.ContainsAny(line, "|\t;") && strings.Contains(strings.TrimSpace(line), "   ") {
		line = wideGaps.Replace(strings.TrimRight(line, " "))
		for strings.Contains(line, "\t\t") || strings.Contains(line, "\t ") {
			line = strings.NewReplacer("\t\t", "\t", "\t ", "\t").Replace(line)
		}
	}
	switch {
	case strings.Contains(line, "\t"):
		sep = "\t"
	case strings.Contains(line, ";") && !strings.Contains(line, "|"):
		sep = ";"
	}
	var out []string
	for _, c := range strings.Split(line, sep) {
		out = append(out, strings.TrimSpace(c))
	}
	return out
}

// kindOfLabel tells what a cell of a table's head asks for.
func kindOfLabel(cell string) fieldKind {
	words := strings.Fields(strings.Trim(fold(cell), " :.*"))
	if len(words) == 0 {
		return noField
	}
	for _, l := range fieldLabels[words[0]] {
		if strings.Join(l.words, " ") == strings.Join(words, " ") && l.kind != otherField {
			return l.kind
		}
	}
	return noField
}
