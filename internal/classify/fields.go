package classify

import (
	"strings"
	"unicode"
)

// fieldKind is what a field of a form asks for.
type fieldKind int

const (
	noField fieldKind = iota
	lastField
	firstField
	fullField  // last and first name in one
	ownField   // "name": the last name where there is a first name as well, else the full one
	otherField // any other label: ends a value
)

// fieldLabel is a label of one or more folded words.
type fieldLabel struct {
	words []string
	kind  fieldKind
}

var fieldLabels = newFieldLabels(map[fieldKind]string{
	fullField: `naam en voornaam; naam voornaam; voornaam en naam; voornaam naam; voornaam en achternaam; naam + voornaam; nom et prenom;
		nom prenom; prenom et nom; prenom nom; noms et prenoms; nom complet; volledige naam; naam lid; full name; first and last name;
		name and surname; name and first name; last and first name; vor und nachname; vorname und name; vorname und nachname;
		name und vorname; name vorname; achternaam en voornaam; familienaam en voornaam; nom de famille et prenom; name first name;
		naam voornamen; vollstandiger name`,
	lastField: `achternaam; familienaam; nom de famille; last name; lastname; surname; family name; nachname; familienname; zuname;
		nom de naissance; naam familie`,
	firstField: `voornaam; voornamen; prenom; prenoms; first name; firstname; given name; given names; forename; vorname; vornamen; roepnaam`,
	ownField:   `naam; nom; name; noms`,
	otherField: `rijksregisternummer; rijksregisternr; rijksregister; rijksreg; rrn; rr; nn; niss; insz; registre; numero; nummer; national;
		nationalregisternummer; nationalregisternr; telefoon; tel; gsm; adres; adresse; address; email; mail; geboortedatum; date;
		datum; bericht; message; onderwerp; objet; subject; betreff; nouvelle; nouvel; nieuw; new; oud; ancien; old; woonplaats;
		lidnummer; erkenningsnummer; kantoor; n; no; num; registernummer; bisnummer; functie; firma; societe; company;
		ondernemingsnummer; birth; naissance; straat; gemeente`,
})

// fieldWords are the words of the labels of names; no name contains them.
var fieldWords = newFieldWords()

func newFieldLabels(lists map[fieldKind]string) []fieldLabel {
	var labels []fieldLabel
	// Longer labels first: "nom de famille" before "nom".
	for _, kind := range []fieldKind{fullField, lastField, firstField, ownField, otherField} {
		for _, s := range strings.Split(lists[kind], ";") {
			labels = append(labels, fieldLabel{strings.Fields(strings.ReplaceAll(s, "+", "")), kind})
		}
	}
	return labels
}

func newFieldWords() map[string]bool {
	words := map[string]bool{}
	for _, l := range fieldLabels {
		if l.kind == noField {
			continue
		}
		for _, w := range l.words {
			if len(w) > 2 && w != "famille" && w != "date" {
				words[w] = true
			}
		}
	}
	return words
}

// labelAt returns the label that begins at token i, the longest one.
func (p *passage) labelAt(i int) (fieldLabel, bool) {
	var found fieldLabel
	for _, l := range fieldLabels {
		if l.words[0] == p.tokens[i].word && len(l.words) > len(found.words) && p.says(i, l.words) && p.together(i, len(l.words)) {
			found = l
		}
	}
	return found, found.kind != noField
}

// together reports whether the n tokens from i on stand in one line with nothing but spaces, commas or signs of "and" between them.
func (p *passage) together(i, n int) bool {
	for j := i; j+1 < i+n; j++ {
		if strings.Trim(p.text[p.tokens[j].end:p.tokens[j+1].start], " ,+&/'’-\u00a0") != "" {
			return false
		}
	}
	return true
}

// fieldNames reads "Naam: ..., Voornaam: ..." in lines, cells or sentences, and tables with a head.
func fieldNames(p *passage, h hints) fullName {
	if n := tableNames(p); !n.empty() {
		return n
	}
	var n fullName
	own, full := "", fullName{}
	for i := 0; i < len(p.tokens); i++ {
		l, ok := p.labelAt(i)
		if !ok || l.kind == otherField {
			continue
		}
		at := i + len(l.words)
		value, ok := p.fieldValue(i, at)
		i = at - 1
		if !ok {
			continue
		}
		switch l.kind {
		case lastField:
			n.last = firstOf(n.last, value)
		case firstField:
			n.first = firstOf(n.first, value)
		case ownField:
			own = firstOf(own, value)
		case fullField:
			if full.empty() {
				full = splitField(l, value, h)
			}
		}
	}
	switch {
	case !full.empty():
		n = n.completed(full)
	case own != "" && n.first != "":
		n.last = firstOf(n.last, own)
	case own != "" && n.last == "":
		n = fieldFull(own, h)
	case own != "":
		n.first = firstOf(n.first, own)
	}
	if len(dropInitials(nameWords(n.first))) == 0 {
		n.first = ""
	}
	if len(dropInitials(nameWords(n.last))) == 0 {
		n.last = ""
	}
	return n
}

// splitField divides the value of a field for both names; the label tells the order where the words do not.
func splitField(l fieldLabel, value string, h hints) fullName {
	if strings.HasPrefix(l.words[0], "voor") || strings.HasPrefix(l.words[0], "pre") || l.words[0] == "vorname" || l.words[0] == "full" || l.words[0] == "first" {
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

// fieldValue reads the value of a label that ends before token at. Between them stand a colon, a cell border, spaces or "is".
func (p *passage) fieldValue(label, at int) (string, bool) {
	if at >= len(p.tokens) {
		return "", false
	}
	start := p.tokens[at-1].end
	gap := p.text[start:p.tokens[at].start]
	marked := strings.ContainsAny(gap, ":=|\t") || strings.Contains(gap, " - ") || strings.Contains(gap, "–")
	if strings.Count(gap, "\n") > 1 || strings.Contains(gap, "\n") && !strings.ContainsAny(gap, ":") && p.lines[p.tokens[label].line].first != label {
		return "", false
	}
	lower := marked
	switch p.tokens[at].word {
	case "is", "est", "ist", "luidt", "lautet", "zijn", "sont":
		at, lower = at+1, true
		if at >= len(p.tokens) {
			return "", false
		}
	default:
		// Without a mark only at the beginning of a line or clause, or behind another field: "naam gijsbrecht voornaam maarten".
		if !marked && p.parts[p.tokens[label].clause].first != label && p.lines[p.tokens[label].line].first != label && !p.behindField(label) {
			return "", false
		}
		lower = true
	}
	if l, ok := p.labelAt(at); ok && len(l.words[0]) > 2 && !marked {
		return "", false
	}
	return p.readValue(at, lower, marked)
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
func (p *passage) readValue(at int, lower, marked bool) (string, bool) {
	start := p.tokens[at].start
	line := p.lines[p.tokens[at].line]
	// What stands between a label and the first letters must not be the mark of a template or an encoding.
	before := p.text[p.tokens[at-1].end:start]
	if strings.ContainsAny(before, "{}$<>%#@") {
		return "", false
	}
	end := at
	for end < line.last && end-at < 10 {
		t := p.tokens[end]
		if end > at {
			gap := p.text[p.tokens[end-1].end:t.start]
			if strings.ContainsAny(gap, "|\t;:()\n") || strings.Contains(gap, " - ") || strings.Contains(gap, "–") || strings.Contains(gap, "   ") {
				break
			}
			if strings.Contains(gap, ",") && !p.afterComma(end) {
				break
			}
			if l, ok := p.labelAt(end); ok && (len(l.words[0]) > 2 || l.kind != otherField) && !givenNames[t.word] {
				break
			}
		}
		if t.mail || unicode.IsDigit(rune(t.word[0])) || t.is.has(nnLabel|aMail|forgotten) && !givenNames[t.word] || !marked && !p.nameLike(end, lower) {
			break
		}
		if (ands[t.word] || pronouns[t.word]) && !givenNames[t.word] && !particleWords[t.word] {
			break
		}
		end++
	}
	value := strings.Trim(p.spanText(span{at, end}), " ,.;:-\"")
	if rest := p.text[p.tokens[max(at, end-1)].end:line.end]; end == line.last && strings.ContainsAny(rest, "{}<>%$@") {
		return "", false
	}
	if end-at > 6 || !isPersonal(value) {
		return "", false
	}
	return value, true
}

// tableNames reads a table whose first line is its head: "Naam | Voornaam | Rijksregisternr" and the values in the line below.
func tableNames(p *passage) fullName {
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
			}
		}
		if n.complete() && isPersonal(n.last) && isPersonal(n.first) && kindOfLabel(n.first) == noField && kindOfLabel(n.last) == noField {
			return n
		}
	}
	return fullName{}
}

// cells divides a line at cell borders or tabs, or wide gaps.
func cells(line string) []string {
	sep := "|"
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
	words := strings.Join(strings.Fields(strings.Trim(fold(cell), " :.")), " ")
	for _, l := range fieldLabels {
		if strings.Join(l.words, " ") == words && l.kind != otherField {
			return l.kind
		}
	}
	return noField
}
