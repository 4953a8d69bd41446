package directory

import (
	"slices"
	"strings"
	"unicode"
)

// Letters that NFKD does not take apart: shortened to the letter they look like, or written out as their languages do it.
var (
	plainLetters = strings.NewReplacer("ß", "ss", "ẞ", "ss", "ø", "o", "ł", "l", "ı", "i", "đ", "d", "ð", "d", "þ", "th", "æ", "ae",
		"œ", "oe", "ĳ", "ij", "ħ", "h")
	longLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "đ", "dj", "ß", "ss", "ẞ", "ss")
)

// particles are the small words that people leave out, move or write together.
var particles = map[string]bool{
	"van": true, "de": true, "den": true, "der": true, "het": true, "t": true, "ter": true, "ten": true, "te": true, "le": true,
	"la": true, "les": true, "du": true, "d": true, "des": true, "von": true, "el": true, "al": true, "ben": true, "da": true,
	"di": true, "op": true, "vande": true, "vanden": true, "vander": true, "vom": true, "zu": true, "zum": true, "zur": true, "und": true,
	"dos": true, "das": true, "do": true, "del": true, "della": true, "bel": true, "bin": true, "ibn": true, "abu": true, "abou": true,
	"ait": true, "aan": true, "y": true, "e": true,
}

// words returns the words of a name in small letters without accents. Apostrophes and hyphens divide words as spaces do.
func words(name string, letters *strings.Replacer) []string {
	return strings.FieldsFunc(fold(name, letters), func(c rune) bool { return !unicode.IsLetter(c) })
}

// core returns the words without particles in alphabetical order; all of them when there are only particles.
func core(words []string) []string {
	var kept []string
	for _, w := range words {
		if !particles[w] {
			kept = append(kept, w)
		}
	}
	if kept == nil {
		kept = slices.Clone(words)
	}
	slices.Sort(kept)
	return kept
}

// oneSlip reports whether two words of five letters or more are one letter too many, too few or wrong apart, or two swapped ones.
func oneSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 5 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	x, y = x[i:], y[i:]
	switch {
	case len(y) == 0:
		return true
	case len(x) < len(y):
		return slices.Equal(x, y[1:])
	case slices.Equal(x[1:], y[1:]):
		return true
	}
	return len(x) > 1 && x[0] == y[1] && x[1] == y[0] && slices.Equal(x[2:], y[2:])
}
