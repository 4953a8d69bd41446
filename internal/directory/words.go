package directory

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TextWords returns the words of letters and digits of a text, in small letters without accents, as names are compared.
func TextWords(text string) []string { return wordsWith(text, plainLetters) }

// NameWords returns what a name can be looked for by: its words, with letters such as ü shortened and written out, and written together
// too, for Van den Broeck is Vandenbroeck as well.
func NameWords(name string) []string {
	var out []string
	for _, letters := range []*strings.Replacer{plainLetters, longLetters} {
		words := wordsWith(name, letters)
		for _, w := range slices.Concat(words, joinParticles(words), []string{strings.Join(words, "")}) {
			if w != "" && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// JoinedWords is TextWords with the small words of names written together with the word behind them: Van den Broeck is vandenbroeck.
func JoinedWords(text string) []string {
	return joinParticles(TextWords(text))
}

func joinParticles(words []string) (out []string) {
	small := ""
	for _, w := range words {
		if small += w; !particles[w] {
			out, small = append(out, small), ""
		}
	}
	if small != "" {
		out = append(out, small)
	}
	return out
}

func wordsWith(text string, letters *strings.Replacer) []string {
	return strings.FieldsFunc(fold(text, letters), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// fold returns text in small letters without accents.
func fold(text string, letters *strings.Replacer) string {
	// After NFC, or the letters of the replacer would not be found in decomposed text.
	text = plainLetters.Replace(letters.Replace(strings.ToLower(norm.NFC.String(text))))
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) || unicode.Is(unicode.Cf, c) {
			return -1
		}
		return c
	}, norm.NFKD.String(text))
}
