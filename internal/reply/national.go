package reply

import (
	"regexp"
	"strconv"
	"strings"
)

// elevenDigits finds what is written like a national number: YYMMDD SSS CC with the usual marks between. A regexp is safe for
// concurrent use and never changed.
var elevenDigits = regexp.MustCompile(`\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{2}`)

// holdsNationalNumber reports whether s holds eleven digits that are a national or bis-number: none ever leaves by mail (R7).
// Package nrn is the judge of numbers that come in; this is a guard at the way out, and errs towards silence.
func holdsNationalNumber(s string) bool {
	for start := 0; start < len(s); {
		at := elevenDigits.FindStringIndex(s[start:])
		if at == nil {
			return false
		}
		from, to := start+at[0], start+at[1]
		if !digitAt(s, from-1) && !digitAt(s, to) && isNationalNumber(digits(s[from:to])) {
			return true
		}
		start = from + 1 // the next digit may begin one
	}
	return false
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// isNationalNumber checks month, day and check digits: 97 less the first nine digits modulo 97, with a 2 in front of them for
// births from 2000 on. Bis-numbers have 20 or 40 added to the month.
func isNationalNumber(d string) bool {
	month, day := number(d[2:4])%20, number(d[4:6])
	if month > 12 || day > 31 || number(d[2:4]) > 52 {
		return false
	}
	check := number(d[9:])
	return check == 97-number(d[:9])%97 || check == 97-number("2"+d[:9])%97
}

// number reads digits that a regexp has found.
func number(d string) int {
	n, _ := strconv.Atoi(d)
	return n
}
