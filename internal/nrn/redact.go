package nrn

import (
	"strings"
	"unicode"
)

// Redact returns text with every national number in it masked, and the rest byte for byte. It is the guard before subjects, logs and
// outgoing mail (R7) and rather masks too much: any eleven digits in a row that can be a number count, also inside longer ones,
// in any spelling; and whatever is written like a number or stands behind a label such as "rijksregisternummer", also when its
// check digits are wrong, because then it is the number of somebody but for one digit.
func Redact(text string) string {
	// A pass can bring digits together that were apart; each pass that changes something leaves fewer digits.
	for range 4 {
		masked := redactOnce(text)
		if masked == text {
			break
		}
		text = masked
	}
	return text
}

// Contains reports whether Redact would mask something.
func Contains(text string) bool {
	for i := 0; i < len(text); {
		r, next := nextRun(text, i)
		if len(r.digits) == 0 {
			return false
		}
		if _, found := r.secret(text, 0); found {
			return true
		}
		i = next
	}
	return false
}

func redactOnce(text string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(text); {
		r, next := nextRun(text, i)
		for from := 0; from < len(r.digits); {
			w, found := r.secret(text, from)
			if !found {
				break
			}
			b.WriteString(text[done:r.starts[w.from]])
			b.WriteString(w.mask(r))
			done = r.ends[w.to-1]
			from = w.to
		}
		i = next
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// window is a part of a run, in digits.
type window struct {
	from, to int
	valid    bool
}

// mask shows the birth date only where the number stands alone: beside other digits it could complete another one.
func (w window) mask(r run) string {
	if w.valid && w.from == 0 && w.to == len(r.digits) {
		return mask(string(r.digits))
	}
	return hidden
}

// secret returns the first window from a digit on that has to be masked.
func (r run) secret(text string, from int) (window, bool) {
	for i := from; i+length <= len(r.digits); i++ {
		digits := string(r.digits[i : i+length])
		if _, ok := read(digits); ok {
			return window{i, i + length, true}, true
		}
		if r.looksWritten(text, i) {
			return window{i, i + length, false}, true
		}
	}
	// A label makes nine to twelve digits a number with a slip: check digits left out, a zero lost, one typed twice.
	if n := len(r.digits) - from; n >= 9 && n <= 12 && labelled(text[:r.starts[from]]) {
		return window{from, len(r.digits), false}, true
	}
	return window{}, false
}

// looksWritten reports whether eleven digits are grouped the official way, YY.MM.DD-SSS.CC, whatever their check digits.
func (r run) looksWritten(text string, at int) bool {
	const form = "00.00.00-000.00"
	end := r.ends[at+length-1]
	if end-r.starts[at] != len(form) || (at > 0 && r.ends[at-1] == r.starts[at]) {
		return false
	}
	if at+length < len(r.digits) && r.starts[at+length] == end {
		return false
	}
	for i, c := range []byte(text[r.starts[at]:end]) {
		if c != form[i] && (form[i] != '0' || c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// labels are folded words that announce a national number, in the languages of our mail.
var labels = []string{
	"rijksregister", "rijksreg", "registre national", "national register", "nationalregister", "national number", "national nr",
	"numero national", "numéro national", "n° national", "nationaal nummer", "insz", "niss", "rrn", "nrn", "bisnummer", "bis-nummer",
	"numero bis", "numéro bis", "bis number",
}

// shortLabels only count as whole words.
var shortLabels = []string{"nn", "rr"}

// labelWindow is how far before the digits a label can begin, in bytes.
const labelWindow = 48

// labelled reports whether the text before a number, on the same or the line before, ends in a label.
func labelled(before string) bool {
	if len(before) > labelWindow {
		before = before[len(before)-labelWindow:]
	}
	// What stands before an earlier number is about that one.
	before = strings.ToLower(before[strings.LastIndexAny(before, "0123456789")+1:])
	for _, l := range labels {
		if strings.Contains(before, l) {
			return true
		}
	}
	words := strings.FieldsFunc(before, func(c rune) bool { return !unicode.IsLetter(c) })
	for _, l := range shortLabels {
		if len(words) > 0 && words[len(words)-1] == l {
			return true
		}
	}
	return false
}
