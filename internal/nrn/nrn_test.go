package nrn

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var today = time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC)

func mustParse(t testing.TB, s string) Number {
	t.Helper()
	n, err := Parse(s, today)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return n
}

// withCheck completes nine digits for a century.
func withCheck(nine string, century int) string {
	n := atoi(nine)
	if century == 2000 {
		n += 2_000_000_000
	}
	return fmt.Sprintf("%s%02d", nine, 97-n%97)
}

func TestParseSpellings(t *testing.T) {
	const want = "85073003328" // the published example
	for _, s := range []string{
		"85073003328", "85.07.30-033.28", " 85.07.30-033.28\n", "85 07 30 033 28", "850730 033 28", "850730-033-28", "85/07/30-033/28",
		"85.07.30 – 033.28", "85.07.30—033.28", "85\u00a007\u00a030\u2011033\u00a028", "85.07.30-\u200b033.28\u200b", "\ufeff85.07.30-033.28",
		"85.07.30-\r\n033.28", "8 5 . 0 7 . 3 0 - 0 3 3 . 2 8", "8\u00ad5073003328", "85·07·30−033·28", "８５．０７．３０-033.28", "٨٥٠٧٣٠٠٣٣٢٨",
	} {
		n, err := Parse(s, today)
		if err != nil || n.Reveal() != want {
			t.Errorf("Parse(%q) = %q, %v", s, n.Reveal(), err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     error
	}{
		{"empty", "", ErrLength},
		{"blank", " \t", ErrLength},
		{"only separators", ".-.", ErrLength},
		{"ten digits", "8507300332", ErrLength},
		{"twelve digits", "850730033280", ErrLength},
		{"long", strings.Repeat("85073003328", 1000), ErrLength},
		{"a letter", "85.07.30-033.2O", ErrLength},
		{"a label", "NN 85073003328", ErrLength},
		{"a sign in front", "-85073003328", ErrLength},
		{"a dot behind", "85073003328.", ErrLength},
		{"far apart", "850730         03328", ErrLength},
		{"a plus", "85073003328+", ErrLength},
		{"wrong check digits", "85.07.30-033.29", ErrChecksum},
		{"check digits 00", withCheck("850730033", 1900)[:9] + "00", ErrChecksum},
		{"month 13", withCheck("641322911", 1900), ErrChecksum},
		{"month 19", withCheck("641922911", 1900), ErrChecksum},
		{"month 33", withCheck("643322911", 1900), ErrChecksum},
		{"month 53", withCheck("645322911", 1900), ErrChecksum},
		{"month 60", withCheck("646022911", 1900), ErrChecksum},
		{"month 99", withCheck("649922911", 1900), ErrChecksum},
		{"day 32", withCheck("640132911", 1900), ErrChecksum},
		{"30 February", withCheck("640230911", 1900), ErrChecksum},
		{"29 February of no leap year", withCheck("650229911", 1900), ErrChecksum},
		{"29 February 1900", withCheck("000229911", 1900), ErrChecksum},
		{"31 April, bis", withCheck("654431911", 1900), ErrChecksum},
		{"serial 000", withCheck("850730000", 1900), ErrChecksum},
		{"serial 999", withCheck("850730999", 1900), ErrChecksum},
		{"born tomorrow", withCheck("260316901", 2000), ErrChecksum},
		{"born next month, day unknown", withCheck("260400901", 2000), ErrChecksum},
		{"born next year, date unknown", withCheck("270000901", 2000), ErrChecksum},
		{"born in 2062", "62.10.07-856.44", ErrChecksum},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n, err := Parse(tt.in, today)
			if !errors.Is(err, tt.want) || !n.IsZero() {
				t.Errorf("Parse(%q) = %v, %v; want %v", tt.in, n, err, tt.want)
			}
		})
	}
}

func TestBirthDate(t *testing.T) {
	for _, tt := range []struct {
		name, in         string
		year, month, day int
		known            bool
	}{
		{"the published example", "85073003328", 1985, 7, 30, true},
		{"born in 2000, 29 February", withCheck("000229901", 2000), 2000, 2, 29, true},
		{"born today", withCheck("260315901", 2000), 2026, 3, 15, true},
		{"a hundred years ago", withCheck("260316901", 1900), 1926, 3, 16, true},
		{"bis, sex unknown", withCheck("852730901", 1900), 1985, 7, 30, true},
		{"bis, sex known", withCheck("854730901", 1900), 1985, 7, 30, true},
		{"bis, month 52", withCheck("855231901", 1900), 1985, 12, 31, true},
		{"bis, month unknown", withCheck("854000901", 1900), 1985, 0, 0, false},
		{"date unknown", withCheck("480000808", 1900), 1948, 0, 0, false},
		{"day unknown", withCheck("480500808", 1900), 1948, 5, 0, false},
		{"month unknown, days count on", withCheck("480031808", 1900), 1948, 0, 31, false},
		{"first serial", withCheck("850730001", 1900), 1985, 7, 30, true},
		{"last serial", withCheck("850730998", 1900), 1985, 7, 30, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			year, month, day, known := mustParse(t, tt.in).BirthDate()
			if year != tt.year || month != tt.month || day != tt.day || known != tt.known {
				t.Errorf("BirthDate() = %d-%d-%d %t, want %d-%d-%d %t", year, month, day, known, tt.year, tt.month, tt.day, tt.known)
			}
		})
	}
	if year, month, day, known := (Number{}).BirthDate(); year != 0 || month != 0 || day != 0 || known {
		t.Errorf("the zero Number was born on %d-%d-%d", year, month, day)
	}
}

func TestEqual(t *testing.T) {
	a, b := mustParse(t, "85073003328"), mustParse(t, "85.07.30-033.28")
	if a != b || !a.Equal(b) {
		t.Error("two spellings of one number differ")
	}
	if a.Equal(Number{}) || a.IsZero() || !(Number{}).IsZero() || (Number{}).Reveal() != "" {
		t.Error("the zero Number is not told from others")
	}
}

// genDigits draws the eleven digits of a valid number.
func genDigits(t *rapid.T) string {
	year := rapid.IntRange(1900, 2025).Draw(t, "year")
	day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 364).Draw(t, "day"))
	month := int(day.Month()) + rapid.SampledFrom([]int{0, 0, 20, 40}).Draw(t, "bis")
	nine := fmt.Sprintf("%02d%02d%02d%03d", year%100, month, day.Day(), rapid.IntRange(1, 998).Draw(t, "serial"))
	return withCheck(nine, year/100*100)
}

// genSpelling draws a spelling of eleven digits.
func genSpelling(t *rapid.T, digits string) string {
	gap := rapid.SampledFrom([]string{
		"", "", "", ".", "-", "/", " ", "\u00a0", "\u2011", " – ", "\u200b", "\u202f", ".\u200b", " - ", "\n", "-\r\n", "\u2060", "\u00ad", " . ",
	})
	var b strings.Builder
	for i, d := range digits {
		if i > 0 {
			b.WriteString(gap.Draw(t, "gap"))
		}
		b.WriteRune(d)
	}
	return b.String()
}

func TestAnySpellingIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := genDigits(t)
		n, err := Parse(genSpelling(t, digits), today)
		if err != nil || n.Reveal() != digits {
			t.Fatalf("not read: %v", err)
		}
		year, month, day, known := n.BirthDate()
		if !known || year%100 != atoi(digits[:2]) || month != atoi(digits[2:4])%20 || day != atoi(digits[4:6]) {
			t.Fatalf("born on %d-%d-%d", year, month, day)
		}
	})
}

// One wrong digit must never pass in the same century: 97 is prime and divides no difference d*10^k. In the other century it can
// (the 2 in front shifts the remainder), and then it is another number with another birth year, but never the original.
func TestOneWrongDigitIsNeverTheOriginal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := genDigits(t)
		at, other := rapid.IntRange(0, 10).Draw(t, "at"), rapid.IntRange(1, 9).Draw(t, "other")
		changed := []byte(digits)
		changed[at] = '0' + (changed[at]-'0'+byte(other))%10
		n, err := Parse(string(changed), today)
		if err != nil {
			return
		}
		original, _ := Parse(digits, today)
		a, _, _, _ := original.BirthDate()
		b, _, _, _ := n.BirthDate()
		if n == original || a/100 == b/100 {
			t.Fatalf("digit %d changed and still valid in the same century", at)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"85.07.30-033.28", "0", "99.99.99-999.99", "\u200b85073003328", "８５０７３００３３２８", "85.07.30-033.28.", "\xff85", "850730         03328"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Parse(s, today)
		if (err == nil) == n.IsZero() {
			t.Fatalf("%v with error %v", n, err)
		}
		if err != nil {
			return
		}
		if again, err := Parse(n.Reveal(), today); err != nil || again != n {
			t.Fatalf("not read again: %v", err)
		}
		if !Contains(s) {
			t.Fatal("Parse accepts what Contains does not see")
		}
	})
}

// One digit typed wrong is never accepted as the number of somebody born in the same century: it moves the sum that the check digits
// make zero (mod 97) by d times a power of ten, which 97 does not divide. In the other century it can be right by chance, but only
// for births that were possible there.
func TestOneWrongDigitIsNeverAccepted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := []byte(genDigits(t))
		right, err := Parse(string(digits), today)
		if err != nil {
			t.Fatal(err)
		}
		at := rapid.IntRange(0, len(digits)-1).Draw(t, "at")
		digits[at] = '0' + (digits[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		wrong, err := Parse(string(digits), today)
		if err != nil {
			return
		}
		was, _, _, _ := right.BirthDate()
		is, _, _, _ := wrong.BirthDate()
		if was/100 == is/100 {
			t.Fatalf("accepted with the digit at %d wrong", at)
		}
		if years, _ := strconv.Atoi(string(digits[:2])); years > today.Year()%100 && is >= 2000 {
			t.Fatalf("accepted somebody born in %d", is)
		}
	})
}
