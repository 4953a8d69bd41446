// Package nrn reads Belgian national register numbers (rijksregisternummer, numéro de registre national) and bis-numbers.
//
// Eleven digits, YYMMDD SSS CC, usually written YY.MM.DD-SSS.CC: birth date, serial number of that day (001 to 998, odd for men
// and even for women), and check digits CC = 97 - (the nine digits before them mod 97); for births from 2000 on a 2 is put in
// front of the nine digits first. Bis-numbers have 20 or 40 added to the month. Source: royal decree of 3 April 1984 on the
// composition of the identification number, royal decree of 25 November 1997, and the bis-register decree of 8 February 1991.
package nrn

import (
	"errors"
	"strings"
	"time"
	"unique"
)

// Number is a valid national number. It is a secret (R7): no formatting verb, logger or encoder gets at its digits; Reveal does.
// The zero Number is none. Numbers compare with ==.
type Number struct {
	// A handle holds a pointer: fmt prints an address for it even where, in an unexported field, it cannot call String.
	digits unique.Handle[string]
}

// Why something is not a number.
var (
	ErrLength   = errors.New("a national number has eleven digits")
	ErrChecksum = errors.New("the check digits or the birth date cannot be those of a national number")
)

// length is the number of digits of a national number.
const length = 11

// Parse reads a number in any usual spelling: eleven digits, and between them only spaces, dots, dashes, slashes and the like.
// today is the day up to which a person can have been born. The error is ErrLength or ErrChecksum and never repeats the input.
func Parse(s string, today time.Time) (Number, error) {
	digits, ok := onlyDigits(strings.TrimFunc(s, isInvisibleOrSpace))
	if !ok {
		return Number{}, ErrLength
	}
	return fromDigits(digits, today)
}

// fromDigits checks eleven ASCII digits.
func fromDigits(digits string, today time.Time) (Number, error) {
	if len(digits) != length {
		return Number{}, ErrLength
	}
	d, ok := read(digits)
	if !ok || d.after(today) {
		return Number{}, ErrChecksum
	}
	return Number{unique.Make(digits)}, nil
}

// IsZero reports whether n is no number.
func (n Number) IsZero() bool { return n == Number{} }

// Equal reports whether n and m are the same number. It is the same as ==, for tools that look for the method.
func (n Number) Equal(m Number) bool { return n == m }

// Reveal returns the eleven digits. Every call site is a place where the law is at stake.
func (n Number) Reveal() string {
	if n.IsZero() {
		return ""
	}
	return n.digits.Value()
}

// BirthDate returns what the number tells of the day of birth. An unknown month or day is 0, and then known is false. The year
// follows from the check digits, which differ between the centuries.
func (n Number) BirthDate() (year, month, day int, known bool) {
	d, ok := read(n.Reveal())
	return d.year, d.month, d.day, ok && d.month != 0 && d.day != 0
}

// date is a day of birth; month and day can be 0, unknown.
type date struct{ year, month, day int }

// after reports whether d lies after the day of t. Unknown parts count as the earliest day possible.
func (d date) after(t time.Time) bool {
	year, month, day := t.Date()
	if d.year != year {
		return d.year > year
	}
	if d.month != int(month) {
		return d.month > int(month)
	}
	return d.month != 0 && d.day > day
}

// exists reports whether a calendar has the day. The days of an unknown month only count on when serial numbers run out.
func (d date) exists() bool {
	if d.month > 12 || d.day > 31 {
		return false
	}
	if d.month == 0 || d.day == 0 {
		return true
	}
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() == d.day
}

// read checks form and check digits of eleven ASCII digits; a birth in the future passes.
func read(digits string) (date, bool) {
	if len(digits) != length {
		return date{}, false
	}
	nine, check := atoi(digits[:9]), atoi(digits[9:])
	serial, month := atoi(digits[6:9]), atoi(digits[2:4])
	// Month 13 to 19 and so on fail as month%20 > 12; from 60 on there is no bis-number.
	if serial < 1 || serial > 998 || month >= 60 {
		return date{}, false
	}
	d := date{atoi(digits[:2]), month % 20, atoi(digits[4:6])}
	switch check {
	case 97 - nine%97:
		d.year += 1900
	case 97 - (2_000_000_000+nine)%97:
		d.year += 2000
	default:
		return date{}, false
	}
	return d, d.exists()
}

// atoi reads ASCII digits that were checked before; at most nine of them, so it cannot overflow.
func atoi(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
