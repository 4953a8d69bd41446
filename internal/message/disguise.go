package message

import (
	"slices"
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/address"
)

// judgeSenders says what about the addresses of the mail may deceive staff. Nothing is refused for it: honest people use two addresses,
// and forms send for them.
func (m *Message) judgeSenders(own []string, note *problems) {
	for _, a := range slices.Concat(m.From, m.ReplyTo) {
		if _, yes := address.Disguised(a.Addr); yes {
			note.suspect("An address is made of letters of another alphabet that look like ours.")
		}
		if slices.ContainsFunc(own, func(o string) bool { return isAlike(o, a.Addr) }) {
			note.suspect("An address looks nearly like one of the service desk, and is another one.")
		}
		if namesAnother(a) {
			note.suspect("The name beside an address reads like another address.")
		}
		if mixesAlphabets(a.Name) {
			note.suspect("The name beside an address mixes letters of several alphabets that look alike.")
		}
	}
	if len(m.From) > 0 && slices.ContainsFunc(m.ReplyTo, func(a Address) bool { return !isOneOf(a.Addr, m.From) }) {
		note.add("Answers are asked to another address than the one the mail was sent from.")
	}
}

// isAlike is the quick look before the thorough one: addresses that look alike have nearly one length.
func isAlike(a, b string) bool {
	const most = 8 // an A-label is longer than its letters
	d := len(a) - len(b)
	return (d < most && d > -most || strings.Contains(b, "xn--")) && address.Alike(a, b)
}

// namesAnother reports whether a display name shows an address that is not the one beside it.
func namesAnother(a Address) bool {
	for word := range strings.FieldsSeq(a.Name) {
		shown := address.Canonical(strings.Trim(word, "\"'()[]<>,;:"))
		if shown != "" && shown != a.Addr && strings.Contains(domainOf(shown), ".") {
			return true
		}
	}
	return false
}

// mixesAlphabets reports whether a word has Latin letters and look-alikes of other alphabets.
func mixesAlphabets(name string) bool {
	for word := range strings.FieldsSeq(name) {
		latin, other := false, false
		for _, c := range word {
			switch {
			case unicode.Is(unicode.Latin, c):
				latin = true
			case unicode.In(c, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee):
				other = true
			}
		}
		if latin && other {
			return true
		}
	}
	return false
}
