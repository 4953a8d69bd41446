package nrn

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const valid = "85.07.30-033.28"

func TestRedact(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain text", "Graag een antwoord. – é à ü \xff\x00", "Graag een antwoord. – é à ü \xff\x00"},
		{"official", "mijn nummer " + valid + ".", "mijn nummer 85.07.30-***.**."},
		{"eleven digits", "85073003328", "85.07.30-***.**"},
		{"subject", "e-mailadres vergeten - Jan 85073003328", "e-mailadres vergeten - Jan 85.07.30-***.**"},
		{"slashes", "72/02/14-812/03", "72.02.14-***.**"},
		{"no-break", "85\u00a007\u00a030\u2011033\u00a028!", "85.07.30-***.**!"},
		{"zero-width", "85.07.30-\u200b033.\u200d28\u200b", "85.07.30-***.**\u200b"},
		{"line break", "nr 85.07.30-\r\n  033.28 ok", "nr 85.07.30-***.** ok"},
		{"quoted line break", "> nr 85.07.30-\n> 033.28", "> nr 85.07.30-***.**"},
		{"digits apart", "8 5 . 0 7 . 3 0 - 0 3 3 . 2 8", "85.07.30-***.**"},
		{"full-width digits", "８５０７３００３３２８", "85.07.30-***.**"},
		{"keycap digits", "8\ufe0f\u20e35\ufe0f\u20e3073003328", "85.07.30-***.**"},
		{"brackets", "(85.07.30) 033-28", "(85.07.30-***.**"},
		{"letters around", "nr85073003328x", "nr85.07.30-***.**x"},
		{"born 2000", "00022987544", "00.02.29-***.**"},
		{"two", valid + ", " + "72.02.14-812.03", "**.**.**-***.**, **.**.**-***.**"},
		{"two sentences", valid + " of 72.02.14-812.03", "85.07.30-***.** of 72.02.14-***.**"},
		{"beside other digits", "12 " + valid, "12 **.**.**-***.**"},
		{"inside longer digits", "123" + "85073003328" + "9", "123**.**.**-***.**9"},
		{"wrong check digits, official form", "85.07.30-033.29", "**.**.**-***.**"},
		{"wrong check digits, labelled", "rijksregisternummer: 85073003329", "rijksregisternummer: **.**.**-***.**"},
		{"a digit lost, labelled", "NN 63.03.27-961.5", "NN **.**.**-***.**"},
		{"a digit doubled, labelled", "Numéro national : 880100694551", "Numéro national : **.**.**-***.**"},
		{"a zero lost, labelled", "RRN 2052183004", "RRN **.**.**-***.**"},
		{"check digits left out, labelled", "rijksregisternummer 87.04.25-811", "rijksregisternummer **.**.**-***.**"},
		{"invoice", "factuur 20250012345", "factuur 20250012345"},
		{"structured communication", "+++090/9337/55493+++", "+++090/9337/55493+++"},
		{"iban", "BE68 5390 0754 7034", "BE68 5390 0754 7034"},
		{"vat", "BTW BE 0123.456.749", "BTW BE 0123.456.749"},
		{"telephone", "T 03 000 00 00, M 0470 00 00 09", "T 03 000 00 00, M 0470 00 00 09"},
		{"telephone behind a labelled number", "NN 72.02.14-812.03 (tel 0470 00 00 09)", "NN 72.02.14-***.** (tel 0470 00 00 09)"},
		{"rr in a word", "Herr 123456789", "Herr 123456789"},
		{"ref and time", "SD-2026-000123 2026-03-15T11:22:33.123Z", "SD-2026-000123 2026-03-15T11:22:33.123Z"},
		{"already masked", "85.07.30-***.**", "85.07.30-***.**"},
		{"masked, labelled", "rijksregisternummer 85.07.30-***.**", "rijksregisternummer 85.07.30-***.**"},
		{"hidden", "NN **.**.**-***.**", "NN **.**.**-***.**"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Redact(tt.in)); diff != "" {
				t.Error(diff)
			}
			if got, want := Contains(tt.in), tt.in != tt.want; got != want {
				t.Errorf("Contains = %t, want %t", got, want)
			}
		})
	}
}

func TestRedactFindsAnySpellingAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := genDigits(t)
		before := rapid.SampledFrom([]string{"", "nr ", "NN:", "x", "(", "é", "tel 0470 00 00 09 ", "12 ", "\xff", "BE"}).Draw(t, "before")
		after := rapid.SampledFrom([]string{"", ".", ", dank u", "x", ")", " 2800 Mechelen", "\n", "\u00a0"}).Draw(t, "after")
		text := before + genSpelling(t, digits) + after
		if !Contains(text) {
			t.Fatalf("not seen in %q", text)
		}
		out := Redact(text)
		if Contains(out) || strings.Contains(onlyASCII(out), digits) {
			t.Fatalf("%q became %q", text, out)
		}
	})
}

func onlyASCII(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}

// Masking must not touch what it does not mask.
func TestRedactKeepsTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.StringOf(rapid.RuneFrom([]rune("abc é\n.-:,+ü€"))).Draw(t, "before")
		after := rapid.StringOf(rapid.RuneFrom([]rune("abc é\n.-:,+ü€"))).Draw(t, "after")
		digits := genDigits(t)
		want := before + "x" + mask(digits) + "x" + after
		if got := Redact(before + "x" + digits + "x" + after); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func TestFind(t *testing.T) {
	type hit struct {
		Text   string
		Digits int
		Valid  bool
		Usual  bool
	}
	for _, tt := range []struct {
		name, in string
		want     []hit
	}{
		{"none", "geen nummer, 2800 Mechelen", nil},
		{"one", "nr " + valid + ".", []hit{{valid, 11, true, true}}},
		{"colons", "nr 85:07:30:033:28!", []hit{{"85:07:30:033:28", 11, true, true}}},
		{"asterisks", "nr 85*07*30*033*28!", []hit{{"85*07*30*033*28", 11, true, true}}},
		{"what nobody sees divides no groups", "85073003\u200b328", []hit{{"85073003\u200b328", 11, true, true}}},
		{"date and time", "2026-03-15 11:22:33", []hit{{"2026-03-15 11:22:33", 14, false, false}}},
		{"five digits are too few", "nr 85073", nil},
		{"wrong check digits", "85.07.30-033.29", []hit{{"85.07.30-033.29", 11, false, true}}},
		{"nine digits", "86.12.24-952\n", []hit{{"86.12.24-952", 9, false, false}}},
		{"twelve digits", "880100694551", []hit{{"880100694551", 12, false, false}}},
		{"house number in front", "18 78 11 02 837 42", []hit{{"78 11 02 837 42", 11, true, true}}},
		{"telephone in the next line", "85073003328\n0470 00 00 09", []hit{{"85073003328", 11, true, true}, {"0470 00 00 09", 10, false, false}}},
		{"telephone before", "0470 00 00 09, 85073003328", []hit{{"0470 00 00 09", 10, false, false}, {"85073003328", 11, true, true}}},
		{"international telephone, valid by chance", "+32 470 10 09 89", []hit{{"32 470 10 09 89", 11, true, false}}},
		{"never inside longer digits", "12385073003328", []hit{{"12385073003328", 14, false, false}}},
		{"strange groups, alone", "8507-3003 328", []hit{{"8507-3003 328", 11, true, false}}},
		{"strange groups, not alone", "8507-3003 328 12345", []hit{{"8507-3003 328 12345", 16, false, false}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []hit
			for _, c := range Find(tt.in, today) {
				got = append(got, hit{tt.in[c.Start:c.End], c.Digits, !c.Number.IsZero() && c.Err == nil, c.Usual})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzRedact(f *testing.F) {
	for _, s := range []string{valid, "NN 12345 " + valid, "8 5 0 7 3 0 0 3 3 2 8 1 2 3", "12345678901234567890", "NN 123456789 85073003328", "\u200b8\u20e35\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := Redact(s)
		if Contains(out) {
			t.Fatalf("%q became %q", s, out)
		}
		if !Contains(s) && out != s {
			t.Fatalf("%q became %q without a number", s, out)
		}
		last := 0
		for _, c := range Find(s, today) {
			if c.Start < last || c.End <= c.Start || c.End > len(s) || (c.Err == nil) == c.Number.IsZero() {
				t.Fatalf("candidate %+v in %q", c, s)
			}
			if c.Err == nil && !Contains(s[c.Start:c.End]) {
				t.Fatalf("candidate in %q is not seen by Contains", s)
			}
			last = c.End
		}
	})
}

// The time must grow with the length of the text and not faster, also for texts made to hurt.
func BenchmarkRedact(b *testing.B) {
	shapes := map[string]string{"digits": "8", "spaced": "8 ", "numbers": valid + " ", "gaps": "8" + strings.Repeat("\u200b", 20), "words": "Geachte mevrouw "}
	for name, unit := range shapes {
		for _, size := range []int{10_000, 100_000} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Redact(text)
				}
			})
		}
	}
}
