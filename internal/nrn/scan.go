package nrn

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// run is a stretch of digits that nothing but separators divides, such as 85.07.30-033.28 or two telephone numbers in a row.
type run struct {
	digits []byte // ASCII
	starts []int  // byte position of each digit
	ends   []int  // byte position behind each digit
	split  []bool // whether something that a reader sees stands before each digit
}

// Gaps between two digits that still belong together: " - " or "- \r\n  " and the like. Invisible characters do not count.
const (
	maxGap   = 8
	maxBreak = 2 // line feeds
)

// nextRun returns the first run of text at or after from, and the position to go on from; an empty run means that there is none.
func nextRun(text string, from int) (r run, next int) {
	gap, breaks := 0, 0
	for i := from; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if d, ok := digit(c); ok {
			r.digits = append(r.digits, d)
			r.starts = append(r.starts, i)
			r.ends = append(r.ends, i+size)
			r.split = append(r.split, gap > 0)
			gap, breaks = 0, 0
		} else if len(r.digits) > 0 && !isInvisible(c) {
			gap++
			if c == '\n' {
				breaks++
			}
			if !isSeparator(c) || gap > maxGap || breaks > maxBreak {
				return r, i + size
			}
		}
		i += size
	}
	return r, len(text)
}

// onlyDigits returns the digits of s, and false when s is not one run of them from the first to the last byte.
func onlyDigits(s string) (string, bool) {
	r, _ := nextRun(s, 0)
	n := len(r.digits)
	if n == 0 || r.starts[0] != 0 || r.ends[n-1] != len(s) {
		return "", false
	}
	return string(r.digits), true
}

// digit returns the ASCII digit that c is, also for the digits of other scripts and the full-width ones of East Asian keyboards.
func digit(c rune) (byte, bool) {
	if c < utf8.RuneSelf {
		return byte(c), '0' <= c && c <= '9'
	}
	if !unicode.Is(unicode.Nd, c) {
		return 0, false
	}
	// The Unicode Standard (section 4.6) promises that decimal digits come in contiguous runs from 0 to 9.
	for _, r := range unicode.Nd.R16 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return '0' + byte((c-rune(r.Lo))%10), true
		}
	}
	for _, r := range unicode.Nd.R32 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return '0' + byte((c-rune(r.Lo))%10), true
		}
	}
	return 0, false
}

// isSeparator reports whether people put c between the digits of one number.
func isSeparator(c rune) bool {
	if c < utf8.RuneSelf {
		return strings.ContainsRune(" \t\r\n.-/\\,_()[]|>'`~:*=", c)
	}
	return unicode.IsSpace(c) || unicode.Is(unicode.Pd, c) ||
		strings.ContainsRune("\u00b7\u2022\u2219\u22c5\u2212\u2043\u2024\u2027\u2044\u2215\u30fb\uff0e\uff0f\uff1a\u2236\u2019\u00b4", c)
}

// isInvisible reports whether a reader does not see c: zero-width and direction characters, soft hyphens, variation selectors,
// and marks that sit on the digit before them.
func isInvisible(c rune) bool {
	return c >= utf8.RuneSelf && (unicode.Is(unicode.Cf, c) || unicode.In(c, unicode.Mn, unicode.Me) || c == '\u3164' || c == '\u115f')
}

func isInvisibleOrSpace(c rune) bool { return unicode.IsSpace(c) || isInvisible(c) }
