package classify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// specials are letters that NFKD does not take apart.
var specials = strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "ı", "i", "đ", "d", "æ", "ae", "œ", "oe", "ĳ", "ij")

// fold returns s in small letters without accents, so that é and e, or E and e, are one. White space and punctuation stay.
func fold(s string) string {
	s = strings.ToLower(s)
	if isASCII(s) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if unicode.In(c, unicode.Mn, unicode.Cf) {
			return -1
		}
		return c
	}, norm.NFKD.String(specials.Replace(s)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// near reports whether two words are the same but for a typing error: one in words of six letters or more, two from ten on. A
// letter too many, too few or wrong counts one, and so do two swapped neighbours.
func near(a, b string) bool {
	short := min(len(a), len(b))
	switch {
	case short < 6:
		return false
	case short < 10:
		return distance(a, b, 1) <= 1
	}
	return distance(a, b, 2) <= 2
}

// distance is the number of typing errors between two words, or limit+1 when there are more.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	if limit == 0 {
		return 1
	}
	best := distance(a[1:], b[1:], limit-1)
	best = min(best, distance(a[1:], b, limit-1), distance(a, b[1:], limit-1))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		best = min(best, distance(a[2:], b[2:], limit-1))
	}
	return best + 1
}
