package classify

import (
	"slices"
	"strings"
	"unicode"
)

// hints tell which words of a name are first names, above zero, or last names, below, besides the lists: from the display name and
// the address of the account.
type hints map[string]int

// How sure a hint is: that two words stand in this order in the display name, or that capitals, a comma or the lists say so.
const (
	unsureHint = 1
	sure       = 2
)

// given weighs how much a word looks like a first name.
func (h hints) given(word string) int {
	w := fold(word)
	score := 2 * h[w]
	if givenNames[w] {
		score += 2
	}
	// Double names: Jean-Pierre, An-Sofie, Pieter-Jan.
	if a, b, ok := strings.Cut(w, "-"); ok && (givenNames[a] || givenNames[b]) && !familyNames[a] && !familyNames[b] {
		score += 2
	}
	return score
}

// nameHints tells which words the display name and the address take for first names.
func (r reading) nameHints() hints {
	h := hints{}
	if len(r.mail.From) == 0 {
		return h
	}
	from := r.mail.From[0]
	pieces := localPieces(from.Addr)
	if first, last, ok := sameOrder(from.Name, pieces); ok {
		h[first], h[last] = sure, -sure
		return h
	}
	if a, b, ok := doubleLast(from.Name, pieces); ok {
		h[a], h[b] = -unsureHint, -unsureHint
		return h
	}
	if n := splitDisplay(from, hints{}); n.complete() {
		weight := displayWeight(from.Name, n)
		if weight == unsureHint && len(pieces) > 1 && pieces[0] == plainName(n.last) && pieces[1] == plainName(n.first) {
			// The address shows the order better.
			weight = 0
		}
		for _, w := range strings.Fields(n.first) {
			h[fold(w)] += weight
		}
		for _, w := range strings.Fields(n.last) {
			h[fold(w)] -= weight
		}
	} else if givenNames[fold(n.first)] {
		h[fold(n.first)] += unsureHint
	} else if word := firmNamed(from.Name); givenNames[fold(word)] {
		// A last name that is a first name as well.
		h[fold(word)] -= unsureHint
	}
	h.addLocal(pieces)
	return h
}

// sameOrder returns the two words of a display name that the address repeats in that order, where the second is a last name as well as
// a given one and no list knows the first: "Hodan Osman" <hodan.osman@...>. The lists alone would turn them round.
func sameOrder(display string, pieces []string) (first, last string, ok bool) {
	words := strings.Fields(fold(display))
	if len(words) != 2 || !slices.Equal(words, pieces) || !patronyms[words[1]] || givenNames[words[0]] {
		return "", "", false
	}
	return words[0], words[1], hints{}.family(words[0]) <= 0 && !beginsWithAny(words[0], []string{"ben", "bou", "ait", "abdel", "ould", "el"})
}

// patronyms are given names by which whole families are called, where the last name was the first name of the father.
var patronyms = wordSet(`abdi abdullah abdullahi adan adem ahmad ahmed ali amin aziz barre farah fatah hadi hamid hamza hassan hussain hussein ibrahim idris
	isa ismail issa jama kadir karim khalid khalil mahmoud malik mansour mohamed mohammad mohammed mohamud moussa musa mustafa nasser nur omar osman
	rahman rashid said salah saleh salem salim suleiman sultan yassin younis youssef yousuf yusuf`)

// doubleLast returns the parts of a display name that is nothing but a double last name, where the address repeats them:
// "Huysentruyt-Maes" <huysentruyt.maes@...>.
func doubleLast(display string, pieces []string) (a, b string, ok bool) {
	a, b, ok = strings.Cut(fold(strings.TrimSpace(display)), "-")
	if !ok || !slices.Equal([]string{a, b}, pieces) || givenNames[a] || givenNames[b] {
		return "", "", false
	}
	return a, b, true
}

// firmNamed returns the one word of a display name that is not of the trade: a firm is called after the last name of its founder,
// "Fiduciaire Dubois", "Peeters & Co".
func firmNamed(display string) string {
	found, firm := "", false
	for _, w := range strings.FieldsFunc(display, notLetter) {
		switch {
		case isFirmWord(fold(w)):
			firm = firm || !sharedBoxes[fold(w)]
		case particleWords[fold(w)] || ands[fold(w)]:
		case found != "":
			return ""
		default:
			found = w
		}
	}
	if !firm {
		return ""
	}
	return found
}

// sharedBoxes are words of the trade that stand beside a first name too: "Info Sophie", "secretariaat An".
var sharedBoxes = wordSet("info contact mail email office team admin support service secretariaat secretariat sekretariat boekhouding compta it hr desk iphone ipad")

// displayWeight is how sure the order of a display name is.
func displayWeight(display string, n fullName) int {
	listed := func(w string) bool { return givenNames[fold(w)] }
	first, last := strings.Fields(n.first), strings.Fields(n.last)
	switch {
	case strings.Contains(display, ","), isCapitals(n.last) && !isCapitals(n.first):
		return sure
	case slices.ContainsFunc(first, listed) && !slices.ContainsFunc(last, listed):
		return sure
	}
	return unsureHint
}

// addLocal adds what the local part of an address tells: first.last@ is the usual order, unless the lists say otherwise.
func (h hints) addLocal(pieces []string) {
	if len(pieces) < 2 || firmWords[pieces[0]] || firmWords[pieces[1]] {
		return
	}
	first, last := pieces[0], pieces[1]
	if len(last) > 1 && givenNames[last] && !givenNames[first] {
		if h.family(first) <= 0 {
			// Last and first name, or two last names.
			return
		}
		first, last = last, first
	}
	if len(first) > 1 && (len(last) > 1 || givenNames[first]) {
		h[first]++
	}
	if len(last) > 1 {
		h[last]--
	}
}

// localPieces divides the local part of an address at its dots, dashes and underscores; nil when it holds anything but letters.
func localPieces(addr string) []string {
	local, _, _ := strings.Cut(addr, "@")
	pieces := strings.FieldsFunc(local, func(c rune) bool { return c == '.' || c == '-' || c == '_' })
	for _, p := range pieces {
		if strings.ContainsFunc(p, func(c rune) bool { return !unicode.IsLetter(c) }) {
			return nil
		}
	}
	return pieces
}
