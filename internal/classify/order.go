package classify

import (
	"slices"
	"strings"
	"unicode"
)

// fullName is a name of which some part can be unknown.
type fullName struct {
	last, first string
}

func (n fullName) empty() bool { return n.last == "" && n.first == "" }

func (n fullName) complete() bool { return n.last != "" && n.first != "" }

// usage is the order in which the two parts of a name usually stand at some place.
type usage int

const (
	firstLast usage = iota // a letter, a signature, a display name
	lastFirst              // a form or a line of data
	spoken                 // a sentence: hardly anybody introduces himself with the last name first
)

// splitLastFirst is split for places where the last name usually stands first, such as a form or a line of data.
func (h hints) splitLastFirst(s string) fullName { return h.splitAs(s, lastFirst) }

// split divides the name that stands as s into last and first name, the first name usually in front.
func (h hints) split(s string) fullName { return h.splitAs(s, firstLast) }

// splitAs divides the name that stands as s into last and first name. A comma or capitals tell; without them it is what a Belgian
// reader takes it for, who knows given names, family names and the order that is usual at such a place.
func (h hints) splitAs(s string, usual usage) fullName {
	s = strings.TrimSpace(s)
	if last, first, ok := strings.Cut(s, ","); ok {
		if !h.fullBefore(last, first) {
			return behind(nameWords(last), nameWords(first))
		}
		s = last
	}
	words := dropInitials(nameWords(s))
	switch len(words) {
	case 0:
		return fullName{}
	case 1:
		return h.single(s, words[0])
	}
	if n, ok := byCapitals(words); ok {
		return n
	}
	if usual == lastFirst && len(words) > 2 {
		usual = firstLast
	}
	return h.byWeight(words, usual)
}

// fullBefore reports whether a full name stands in front of a comma already, and behind it something else, such as a town: "Jan
// Peeters, Izegem".
func (h hints) fullBefore(before, after string) bool {
	words := nameWords(before)
	if len(words) < 2 || slices.ContainsFunc(nameWords(after), func(w string) bool { return h.given(w) > 0 }) {
		return false
	}
	n := len(words)
	return (h.given(words[0]) > 0 || h.given(words[n-1]) > 0) && !particleWords[fold(words[0])]
}

// single reads the only written-out word of a name.
func (h hints) single(s, word string) fullName {
	all := nameWords(s)
	if len(all) > 1 {
		// An initial beside it: what is written out is the last name, unless the initial stands behind a first name.
		if isInitial(all[0]) || h.family(word) > 0 && h.given(word) <= 0 {
			return fullName{last: word}
		}
		return fullName{first: word}
	}
	// Behind a title stands the last name: "Mevr. Peeters".
	if h.given(word) >= 0 && len(strings.Fields(s)) == 1 && (h.family(word) <= 0 || h.given(word) > 0) {
		return fullName{first: word}
	}
	return fullName{last: word}
}

// behind makes a name of "Last, First": particles behind the first name stand in front of the last one. Some say the last name again,
// as in "Peeters, Jan Peeters".
func behind(last, first []string) fullName {
	if n := len(first) - len(last); n > 0 && slices.EqualFunc(first[n:], last, strings.EqualFold) {
		first = first[:n]
	}
	at := len(first)
	for at > 1 && particleWords[fold(strings.Trim(first[at-1], "'’"))] {
		at--
	}
	first = append([]string(nil), first...)
	last = append(slices.Clone(first[at:]), last...)
	first = dropInitials(first[:at])
	return fullName{strings.Join(last, " "), strings.Join(first, " ")}
}

// byCapitals takes words in capitals for the last name when others are not.
func byCapitals(words []string) (fullName, bool) {
	var last, first []string
	for i, w := range words {
		if isCapitals(w) || i+1 < len(words) && isCapitals(words[i+1]) && fold(strings.Trim(w, "'’")) == "t" {
			last = append(last, w)
		} else {
			first = append(first, w)
		}
	}
	// Particles in small letters in front of capitals belong to them.
	for len(first) > 0 && len(last) > 0 && particleWords[fold(first[len(first)-1])] && len(first) > 1 && followedBy(words, first[len(first)-1], last[0]) {
		last = append([]string{first[len(first)-1]}, last...)
		first = first[:len(first)-1]
	}
	if len(last) == 0 || len(first) == 0 || len(last) == 1 && (len([]rune(last[0])) < 2 || areInitials(last[0])) {
		return fullName{}, false
	}
	if len(last) == 1 && isAbbreviation(last[0]) {
		return fullName{first: strings.Join(first, " ")}, true
	}
	return fullName{strings.Join(last, " "), strings.Join(first, " ")}, true
}

// isAbbreviation reports whether a word in capitals has no vowel: "VDB" is short for a last name and is none.
func isAbbreviation(w string) bool { return len(w) > 2 && !strings.ContainsAny(fold(w), "aeiouy") }

func followedBy(words []string, a, b string) bool {
	i := slices.Index(words, a)
	return i >= 0 && i+1 < len(words) && words[i+1] == b
}

// byWeight tries each place and order to divide the words, and takes the one in which most words stand where they are known from.
func (h hints) byWeight(words []string, usual usage) fullName {
	if usual == spoken && h.bothGiven(words) {
		return fullName{words[1], words[0]}
	}
	if n, ok := h.byCustom(words); ok {
		return n
	}
	if fold(words[0]) != "thi" && len(words) > 2 && fold(words[1]) == "thi" {
		// The middle name of Vietnamese women: the last name stands in front of it.
		return fullName{words[0], strings.Join(words[1:], " ")}
	}
	best, top := fullName{last: strings.Join(words, " ")}, -1000
	for k := 1; k < len(words); k++ {
		a, b := words[:k], words[k:]
		if !h.endsIn(a) {
			continue
		}
		natural, reverse := h.weigh(b, a), h.weigh(a, b)
		if usual == lastFirst {
			reverse++
		} else {
			natural++
		}
		if natural > top {
			best, top = fullName{strings.Join(b, " "), strings.Join(a, " ")}, natural
		}
		if reverse > top {
			best, top = fullName{strings.Join(a, " "), strings.Join(b, " ")}, reverse
		}
	}
	return best
}

// areInitials reports whether a word in capitals is the initials of first names: "PJ Raes".
func areInitials(w string) bool {
	return len(w) == 2 && !strings.ContainsAny(w, "AEIOUY") && w != "NG"
}

// byCustom divides names that consist of given names alone, where custom tells the order: "Thi Mai Nguyen", "Ben Ali Samira", "Luc
// Martin". Where the account tells it, that counts.
func (h hints) byCustom(words []string) (fullName, bool) {
	if slices.ContainsFunc(words, func(w string) bool { return h[fold(w)] != 0 }) {
		return fullName{}, false
	}
	listed := !slices.ContainsFunc(words, func(w string) bool { return !givenNames[fold(w)] })
	a, b := fold(words[0]), fold(words[len(words)-1])
	switch {
	case len(words) == 3 && a == "thi" && vietnamese[b]:
		return fullName{words[2], words[0] + " " + words[1]}, true
	case len(words) == 3 && a == "ben" && listed:
		return fullName{words[0] + " " + words[1], words[2]}, true
	case len(words) == 3 && listed && compoundFirst[fold(words[1])] && !compoundFirst[a]:
		return fullName{words[0], words[1] + " " + words[2]}, true
	case len(words) == 3 && listed && compoundFirst[a]:
		return fullName{words[2], words[0] + " " + words[1]}, true
	case len(words) == 2 && listed && lastAsWell[b] && !lastAsWell[a]:
		return fullName{words[1], words[0]}, true
	}
	return fullName{}, false
}

// compoundFirst begin first names of two words, and lastAsWell are given names that are common last names in the country.
var (
	compoundFirst = wordSet("jean marie anne")
	lastAsWell    = wordSet("martin simon lambert gerard laurent denis bernard michel francois robert richard lucas willem arnold gilles leonard remy hubert")
)

// bothGiven reports whether a name is two given names, and nothing sure tells that the second is the first name.
func (h hints) bothGiven(words []string) bool {
	return len(words) == 2 && givenNames[fold(words[0])] && givenNames[fold(words[1])] && !(h[fold(words[0])] <= -sure && h[fold(words[1])] >= sure)
}

// endsIn reports whether words can end there: not in a particle.
func (h hints) endsIn(words []string) bool {
	w := words[len(words)-1]
	return !isParticle(w) || h.given(w) > 0 || vietnamese[fold(words[0])]
}

// weigh says how well words fit as last and first name.
func (h hints) weigh(last, first []string) int {
	score := 0
	for i, w := range first {
		given := 2 * h.given(w)
		switch {
		case given > 0 && !(i > 0 && isParticle(w)):
			score += given
		case isParticle(w) && !vietnamese[fold(last[0])]:
			score -= 6
		case len(first) > 1:
			score += given - 2 - h.family(w)
		case i == 0:
			score += given - h.family(w)
		}
	}
	for i, w := range last {
		if given := h.given(w); i == 0 && len(last) > 1 && isParticle(w) {
			continue
		} else if given != 0 {
			score -= given
		} else {
			score += h.family(w)
		}
	}
	return score + particleWeight(last)
}

// particleWeight is the weight of a particle in front of a last name. Those of French stand inside double last names as well.
func particleWeight(last []string) int {
	switch w := fold(last[0]); {
	case len(last) == 1 && isJoinedParticle(last[0]):
		return 3
	case len(last) == 1 || !isParticle(last[0]):
		return 0
	case innerParticles[w]:
		return 1
	}
	return 4
}

// innerParticles stand inside double last names.
var innerParticles = wordSet("de du des da do dos y")

func isParticle(w string) bool { return particleWords[fold(strings.Trim(w, "'’"))] }

// isJoinedParticle reports whether a particle is joined to w by an apostrophe, as in D'Hondt.
func isJoinedParticle(w string) bool {
	return len(w) > 3 && beginsWithAny(fold(w), []string{"d'", "o'", "d’", "o’", "'t", "n'", "m'"})
}

// titles are no part of a name.
var titles = wordSet(`dhr dhr. de heer mevr mevr. mevrouw mw mw. mr mr. mrs mrs. ms ms. m. mme mme. madame monsieur mlle dr dr. ir ir. ing.
	prof prof. herr frau me mtr. drs. mijnheer meester maitre maître mejuffrouw mej. mademoiselle docteur freiherr baron barones baronne
	ridder chevalier graaf gravin comte comtesse jonkheer jonkvrouw mag. dipl. ing sir miss dra. lic. drs ere-notaris`)

// titlesBehind stand behind a name and are no part of it.
var titlesBehind = wordSet("jr jr. jr sr sr. phd msc mba itaa iec iab ibr ire bibf ipcf cpa cfa acca bsc llm ext ext. external extern externe")

// nameWords divides s into the words of a name, without titles around it and without what tells of a marriage behind it.
func nameWords(s string) []string {
	words := strings.Fields(strings.Trim(s, " \t.,;:-–|\"“”"))
	for len(words) > 1 && titles[fold(words[0])] && (!particleWords[fold(words[0])] || fold(words[1]) == "heer") {
		words = words[1:]
	}
	for i := 1; i < len(words); i++ {
		if nameEnds[strings.Trim(fold(words[i]), ".()")] {
			words = words[:i]
		}
	}
	for len(words) > 2 && titlesBehind[fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return words
}

// nameEnds are words behind which another name of the same person, or a date, stands.
var nameEnds = wordSet(`geboren geb nee ne born epouse epoux epse ep echtgenote echtgenoot echtg veuve vve weduwe wed gehuwd getrouwd
	married geborene verheiratete verh verheiratet alias ook`)

// dropInitials takes the words out that are only initials.
func dropInitials(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), isInitial)
}

func isInitial(w string) bool {
	if w == "t" {
		// The article of 't Kindt.
		return false
	}
	letters := strings.Trim(w, ".")
	if strings.Contains(letters, ".") || strings.Contains(letters, "-") {
		for _, part := range strings.FieldsFunc(letters, func(c rune) bool { return c == '.' || c == '-' }) {
			if len([]rune(part)) > 1 {
				return false
			}
		}
		return true
	}
	return len([]rune(letters)) <= 1
}

func isCapitals(w string) bool {
	letters := 0
	for _, c := range w {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters > 1
}
