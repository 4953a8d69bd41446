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

// hints tell which words of a name are first names, besides the list of given names: from the display name and the address.
type hints map[string]int

// given weighs how much a word looks like a first name.
func (h hints) given(word string) int {
	w := fold(word)
	score := 2 * h[w]
	if givenNames[w] {
		score += 2
	}
	// Double names: Jean-Pierre, An-Sofie, Pieter-Jan.
	if a, b, ok := strings.Cut(w, "-"); ok && (givenNames[a] || givenNames[b]) {
		score += 2
	}
	return score
}

// splitLastFirst is split for places where the last name usually stands first, such as a form or a line of data.
func (h hints) splitLastFirst(s string) fullName {
	words := dropInitials(nameWords(s))
	if len(words) == 2 && !strings.Contains(s, ",") && h.given(words[0]) == h.given(words[1]) && isCapitals(words[0]) == isCapitals(words[1]) &&
		!particleWords[fold(words[0])] && !isJoinedParticle(words[1]) {
		return fullName{words[0], words[1]}
	}
	return h.split(s)
}

// split divides the name that stands as s into last and first name. A comma or capitals tell; without them it is what a Belgian
// reader takes it for.
func (h hints) split(s string) fullName {
	s = strings.TrimSpace(s)
	if last, first, ok := strings.Cut(s, ","); ok {
		return behind(nameWords(last), nameWords(first))
	}
	words := dropInitials(nameWords(s))
	switch len(words) {
	case 0:
		return fullName{}
	case 1:
		if len(nameWords(s)) > 1 {
			// An initial beside it: what is written out is the last name, unless the initial stands behind.
			if isInitial(nameWords(s)[0]) {
				return fullName{last: words[0]}
			}
			return fullName{first: words[0]}
		}
		// Behind a title stands the last name: "Mevr. Peeters".
		if h.given(words[0]) >= 0 && len(strings.Fields(s)) == 1 {
			return fullName{first: words[0]}
		}
		return fullName{last: words[0]}
	}
	if n, ok := byCapitals(words); ok {
		return n
	}
	if n, ok := h.byParticle(words); ok {
		return n
	}
	return h.byGiven(words)
}

// behind makes a name of "Last, First": particles behind the first name stand in front of the last one.
func behind(last, first []string) fullName {
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
	for _, w := range words {
		if isCapitals(w) {
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
	if len(last) == 0 || len(first) == 0 || len(last) == 1 && len([]rune(last[0])) < 2 {
		return fullName{}, false
	}
	return fullName{strings.Join(last, " "), strings.Join(first, " ")}, true
}

func followedBy(words []string, a, b string) bool {
	i := slices.Index(words, a)
	return i >= 0 && i+1 < len(words) && words[i+1] == b
}

// byParticle takes a particle for the beginning of the last name.
func (h hints) byParticle(words []string) (fullName, bool) {
	at := slices.IndexFunc(words[:len(words)-1], func(w string) bool { return particleWords[fold(strings.Trim(w, "'’"))] || isJoinedParticle(w) })
	if at < 0 {
		return fullName{}, false
	}
	// "Ben Peeters" is a Ben, "Ben Haddou Karim" is not.
	if at == 0 && len(words) == 2 && h.given(words[0]) > 0 && fold(words[0]) == "ben" {
		return fullName{}, false
	}
	// "Jean Dupont de Nemours": words in front of the particle that are no given names belong to the last name as well.
	if at > 1 && frenchParticles[words[at]] && h.given(words[0]) > 0 {
		for at > 1 && h.given(words[at-1]) <= 0 {
			at--
		}
	}
	if at > 0 {
		return fullName{strings.Join(words[at:], " "), strings.Join(words[:at], " ")}, true
	}
	end := 0
	for end < len(words)-1 && particleWords[fold(strings.Trim(words[end], "'’"))] {
		end++
	}
	end++
	// The last name has one word behind its particles, unless no given name follows and two words would be left.
	if end == len(words) {
		return fullName{last: strings.Join(words, " ")}, true
	}
	return fullName{strings.Join(words[:end], " "), strings.Join(words[end:], " ")}, true
}

// frenchParticles stand inside double last names.
var frenchParticles = wordSet("de du des")

// isJoinedParticle reports whether a particle is joined to w by an apostrophe, as in D'Hondt.
func isJoinedParticle(w string) bool {
	return len(w) > 3 && beginsWithAny(fold(w), []string{"d'", "o'", "d’", "o’", "'t"})
}

// byGiven looks for given names at either end; the usual order is first name first.
func (h hints) byGiven(words []string) fullName {
	front, back := 0, 0
	for front < len(words)-1 && h.given(words[front]) > 0 {
		front++
	}
	for back < len(words)-1 && h.given(words[len(words)-1-back]) > 0 {
		back++
	}
	n := len(words)
	switch {
	case back > 0 && (front == 0 || h.given(words[n-1]) > h.given(words[0])):
		return fullName{strings.Join(words[:n-back], " "), strings.Join(words[n-back:], " ")}
	case front > 1 && n > 2:
		// Three given names in a row: the last of them is the last name.
		return fullName{strings.Join(words[front:], " "), strings.Join(words[:front], " ")}
	case front == 0 && h.given(words[n-1]) > h.given(words[0]):
		return fullName{strings.Join(words[:n-1], " "), words[n-1]}
	}
	return fullName{strings.Join(words[1:], " "), words[0]}
}

// titles are no part of a name.
var titles = wordSet(`dhr dhr. de heer mevr mevr. mevrouw mw mw. mr mr. mrs mrs. ms ms. m. mme mme. madame monsieur mlle dr dr. ir ir. ing.
	prof prof. herr frau me mtr. drs. mijnheer`)

// nameWords divides s into the words of a name, without titles in front.
func nameWords(s string) []string {
	words := strings.Fields(strings.Trim(s, " \t.,;:-–|\"“”"))
	for len(words) > 1 && titles[fold(words[0])] && !particleWords[fold(words[0])] {
		words = words[1:]
	}
	return words
}

// dropInitials takes the words out that are only initials.
func dropInitials(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), isInitial)
}

func isInitial(w string) bool {
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
