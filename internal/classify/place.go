package classify

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// How much of a line a reason shows, in bytes, and how much of that stands before the place that is meant.
const (
	maxPlace    = 80
	beforePlace = 24
)

// nowhere is the place of what no single line says.
const nowhere = -1

// place names the line of byte at in a passage, from 1, and shows what stands there: `line 3: “mijn nummer is 80.02.02-***.**”`.
func (r reading) place(p *passage, at int) string {
	if p == nil || at < 0 || at >= len(p.text) {
		return ""
	}
	line := 0
	for line < len(p.lines)-1 && at > p.lines[line].end {
		line++
	}
	l := p.lines[line]
	shown := excerpt(p.text[l.start:l.end], at-l.start)
	switch {
	case shown == "":
		return ""
	case p == r.subject:
		return fmt.Sprintf("subject: “%s”", shown)
	case p == r.passed:
		return fmt.Sprintf("line %d of the message forwarded: “%s”", line+1, shown)
	}
	return fmt.Sprintf("line %d: “%s”", line+1, shown)
}

// excerpt shows a line around byte at of it, national numbers masked.
func excerpt(line string, at int) string {
	shown := nrn.Redact(line) // first: half a number would not be found
	start, end := 0, len(shown)
	if len(shown) == len(line) && at > beforePlace && end > maxPlace {
		start = wordStart(shown, at-beforePlace)
	}
	if end-start > maxPlace {
		end = wordStart(shown, start+maxPlace)
	}
	text := strings.Join(strings.Fields(shown[start:end]), " ")
	if start > 0 {
		text = "… " + text
	}
	if end < len(shown) {
		text += " …"
	}
	return text
}

// wordStart returns the beginning of the word that holds byte at, unless that word is long; then that of the character.
func wordStart(s string, at int) int {
	const long = 24
	if i := strings.LastIndexByte(s[max(0, at-long):at], ' '); i >= 0 {
		return max(0, at-long) + i + 1
	}
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

// placeOf is the first place of s, an address or a name, in the text or else in the subject.
func (r reading) placeOf(s string) string {
	for _, p := range []*passage{r.text, r.passed, r.subject} {
		if at := p.find(s); at >= 0 {
			return r.place(p, at)
		}
	}
	return ""
}

// nameReason explains a part of a name that was found.
func (r reading) nameReason(part ticket.Field, n nameFound) Reason {
	value := n.last
	if part == ticket.FirstName {
		value = n.first
	}
	at := nowhere
	for _, s := range []string{n.first + " " + n.last, n.last + " " + n.first, value} {
		if at = n.passage.find(s); at >= 0 {
			break
		}
	}
	return Reason{string(part), "It stands " + n.where + ".", r.place(n.passage, at)}
}

// find returns where s stands first in a passage, whatever its capitals; nowhere when it does not.
func (p *passage) find(s string) int {
	if s = strings.TrimSpace(s); s == "" || p == nil {
		return nowhere
	}
	if at := strings.Index(p.text, s); at >= 0 {
		return at
	}
	for _, l := range p.lines { // line by line, as lower case may be longer
		if strings.Contains(strings.ToLower(p.text[l.start:l.end]), strings.ToLower(s)) {
			return l.start
		}
	}
	return nowhere
}
