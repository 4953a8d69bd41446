package staff

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed common.txt
var commonText string

// commonWords are the lines of common.txt; read when the first password is chosen, for most commands never do.
var commonWords = sync.OnceValue(func() map[string]struct{} {
	words := make(map[string]struct{}, 9000)
	for line := range strings.Lines(commonText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			words[line] = struct{}{}
		}
	}
	return words
})

// guessedFirst reports whether a folded password is among those that are tried first: a common one, with some digits and signs around it
// or without; one thing over and over; or a walk over the keyboard.
func guessedFirst(folded string) bool {
	folded = strings.ReplaceAll(folded, " ", "")
	if isCommon(folded) || isWalk(folded) || isRepeated(folded) {
		return true
	}
	core := strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	if core == "" || core == folded {
		return false
	}
	before, after, _ := strings.Cut(folded, core)
	weak := len(before)+len(after) <= maxAround || isWalk(before+after)
	return weak && (isCommon(core) || isRepeated(core) || isWalk(core))
}

// maxAround is how many digits and signs do not make a common password another one.
const maxAround = 6

func isCommon(s string) bool {
	_, ok := commonWords()[s]
	return ok
}

// isRepeated reports whether s is one short thing over and over, such as welcomewelcome or abcabcabcabc.
func isRepeated(s string) bool {
	for n := 1; n <= min(10, len(s)/2); n++ {
		if len(s)%n == 0 && strings.Repeat(s[:n], len(s)/n) == s {
			return true
		}
	}
	return false
}

// walks are ways along the keyboards of the country (azerty and qwerty, in rows and in columns), the alphabet and the digits.
var walks = func() []string {
	there := []string{
		"abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "qwertzuiopasdfghjklyxcvbnm",
		"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm", "aqwzsxedcrfvtgbyhnujikolpm",
		"1q2w3e4r5t6y7u8i9o0p", "1a2z3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "a1b2c3d4e5f6g7h8i9",
	}
	all := there
	for _, w := range there {
		back := []byte(w)
		for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
			back[i], back[j] = back[j], back[i]
		}
		all = append(all, string(back))
	}
	return all
}()

// minWalk is how many keys make a walk.
const minWalk = 4

// isWalk reports whether s is made of walks alone, each as long as it goes.
func isWalk(s string) bool {
	for s != "" {
		longest := 0
		for _, w := range walks {
			for at := range len(w) {
				longest = max(longest, sharedPrefix(s, w[at:]))
			}
		}
		if longest < minWalk {
			return false
		}
		s = s[longest:]
	}
	return true
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
