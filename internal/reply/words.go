package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Every value of a reply stands in its template as one private-use character, which the renderers exchange for the value after
// the Markdown was parsed. So a value cannot be a template, Markdown or HTML, whatever it holds (R10): no parser ever sees it.
const (
	firstPlaceholder = '\uE000'
	lastPlaceholder  = '\uF8FF'
)

// maxLine is the length in runes to which a one-line value is cut: the longest possible mail address (RFC 5321 section 4.5.3.1.3).
const maxLine = 254

// words are the values of one reply.
type words struct {
	desk   Desk
	values []string
	secret bool // a value holds a national number
}

// add keeps a clean value and returns its placeholder; an empty value is empty, so that templates can ask for it.
func (w *words) add(clean string) string {
	if clean == "" {
		return ""
	}
	w.values = append(w.values, clean)
	return string(firstPlaceholder + rune(len(w.values)-1))
}

func (w *words) line(s string) string { return w.guarded(cleanLine(s)) }

func (w *words) lines(s string) string { return w.guarded(cleanLines(s)) }

func (w *words) guarded(clean string) string {
	w.secret = w.secret || nrn.Contains(clean)
	return w.add(clean)
}

func (w *words) common(ref ticket.Ref) common {
	return common{Ref: w.line(string(ref)), Desk: w.ourselves()}
}

func (w *words) ourselves() deskView {
	return deskView{Name: w.add(w.desk.Name), Address: w.add(w.desk.Address), Phone: w.add(whole(w.desk.Phone)), Website: w.add(w.desk.Website)}
}

// whole keeps what has spaces on one line.
func whole(s string) string { return strings.ReplaceAll(s, " ", "\u00A0") }

func (w *words) person(p Person) personView {
	return personView{FirstName: w.line(p.FirstName), LastName: w.line(p.LastName)}
}

// claimed returns both names where both could be those of a person, else none. Whoever forges a From address chooses what we
// mail to its owner: a greeting must not carry an advertisement or a link.
func (w *words) claimed(p Person) personView {
	if !plausibleName(p.FirstName) || !plausibleName(p.LastName) {
		return personView{}
	}
	return w.person(p)
}

// value returns what a placeholder stands for.
func (w *words) value(r rune) (string, bool) {
	i := int(r) - firstPlaceholder
	if i < 0 || i >= len(w.values) {
		return "", false
	}
	return w.values[i], true
}

// replace exchanges every placeholder in s for its value.
func (w *words) replace(s string) string {
	var b strings.Builder
	for _, r := range s {
		if v, ok := w.value(r); ok {
			b.WriteString(v)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

const maxName = 60 // runes; the longest first and last names on Belgian cards are shorter

// plausibleName reports whether s could be a first or last name: letters and what joins them, and no dot inside a word, since
// mail programs make links of what looks like a host.
func plausibleName(s string) bool {
	s = cleanLine(s)
	if s == "" || utf8.RuneCountInString(s) > maxName {
		return false
	}
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), r == ' ', r == '-', r == '\'', r == '’':
		case r == '.' && (i+1 == len(runes) || runes[i+1] == ' ' || runes[i+1] == '-'):
		default:
			return false
		}
	}
	return true
}

// cleanLine makes s one line of visible text: runs of white space become one space; control, invisible and private characters go.
func cleanLine(s string) string {
	s = strings.Join(strings.Fields(visible(s)), " ")
	if utf8.RuneCountInString(s) > maxLine {
		s = strings.TrimSpace(string([]rune(s)[:maxLine]))
	}
	return s
}

// lineEnds are the line ends of Unicode (Standard Annex 14); never changed.
var lineEnds = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n",
)

// cleanLines makes s lines of visible text that end in \n, without empty lines at the ends or more than one between.
func cleanLines(s string) string {
	s = lineEnds.Replace(s)
	var out []string
	for line := range strings.Lines(s) {
		line = strings.Join(strings.Fields(visible(line)), " ")
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// visible drops what cannot be seen, may reorder what can (bidirectional controls are of category Cf), or is not a character.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.In(r, unicode.C, unicode.Noncharacter_Code_Point):
			return -1
		}
		return r
	}, s)
}
