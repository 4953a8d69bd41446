package directory

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestComparePart(t *testing.T) {
	for _, tt := range []struct {
		claim, known string
		want         Likeness
		text         string
	}{
		{"Peeters", "Peeters", Same, "The last name agrees."},
		{"Lefe\u0300vre", "Lefèvre", Same, "The last name agrees."},
		{"DUBOIS", "Dubois", Spelling, "The last name agrees apart from capitals."},
		{"Bensaid", "Bensaïd", Spelling, "The last name agrees apart from accents, hyphens or apostrophes."},
		{"Dhondt", "D'Hondt", Spelling, "The last name agrees apart from spaces, hyphens or apostrophes."},
		{"D’Hondt", "D'Hondt", Spelling, "The last name agrees apart from accents, hyphens or apostrophes."},
		{"Vandenbroeck", "Van den Broeck", Spelling, "The last name agrees apart from spaces, hyphens or apostrophes."},
		{"Jean Francois", "Jean-François", Spelling, "The last name agrees apart from accents, hyphens or apostrophes."},
		{"Mueller", "Müller", Spelling, "The last name agrees apart from letters written out."},
		{"Muller", "Müller", Spelling, "The last name agrees apart from accents, hyphens or apostrophes."},
		{"Groß", "Gross", Spelling, ""},
		{"Soerensen", "Sørensen", Spelling, "The last name agrees apart from letters written out."},
		{"Sorensen", "Sørensen", Spelling, ""},
		{"Djordjevic", "Đorđević", Spelling, ""},
		{"Dordevic", "Đorđević", Spelling, ""},
		{"Yilmaz", "Yılmaz", Spelling, ""},
		{"Kowalczyk", "Kowalczyk", Same, ""},
		{"Lukasz", "Łukasz", Spelling, ""},
		{"Ibrahim", "İbrahim", Spelling, ""},
		{"Aegidius", "Ægidius", Spelling, ""},
		{"Broeck van den", "Van den Broeck", Words, "The last name agrees apart from the order of the words."},
		{"Broeck", "Van den Broeck", Words, "The last name agrees apart from the order of the words or a particle such as van, de or le."},
		{"Amrani", "El Amrani", Words, ""},
		{"Weißenfels", "von und zu Weißenfels", Words, ""},
		{"Santos Ferreira", "Ferreira dos Santos", Words, ""},
		{"Velde", "Vande Velde", Words, ""},
		{"Do", "Dos", Different, ""},
		{"Haddou Ben", "Ben Haddou", Words, ""},
		{"Hof", "Van 't Hof", Words, ""},
		{"Jansens", "Janssens", Slip, "The last name differs by one typing slip."},
		{"Jnassens", "Janssens", Slip, ""},
		{"Janssenss", "Janssens", Slip, ""},
		{"Jansseps", "Janssens", Slip, ""},
		{"Jansen", "Janssens", Different, "The last name differs."},
		{"Jaap", "Jaak", Different, ""},
		{"Jef", "Jozef", Different, ""},
		{"Claes", "Claus", Slip, ""},
		{"Janssens", "Janssens-Peeters", Half, "The last name is only a part of the known one."},
		{"Janssens-Peeters", "Janssens", Half, "The last name has more words than the known one."},
		{"", "Janssens", Absent, "The last name is not claimed."},
		{"Janssens", " ", Absent, "The last name is not known to the Institute."},
		{"123", "456", Absent, ""},
		{"Иванов", "Петров", Different, ""},
		{"Иванов", "ИВАНОВ", Spelling, ""},
		{"Van", "De", Different, ""},
	} {
		t.Run(tt.claim+"/"+tt.known, func(t *testing.T) {
			got := CompareNames(tt.claim, "Jan", tt.known, "Jan")
			if got.Last.Likeness != tt.want || (tt.text != "" && got.Last.Text != tt.text) {
				t.Errorf("got %s: %s", got.Last.Likeness, got.Last.Text)
			}
			if got.Agrees() != tt.want.Agrees() || got.Swapped || got.First.Likeness != Same {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestSwapped(t *testing.T) {
	got := CompareNames("Laurent", "martin", "Martin", "Laurent")
	if !got.Agrees() || !got.Swapped {
		t.Errorf("got %+v", got)
	}
	if want := "The last name agrees apart from capitals, with last and first name swapped."; got.Last.Text != want {
		t.Errorf("got %q, want %q", got.Last.Text, want)
	}
	if got := CompareNames("Laurent", "Martin", "Martin", "Lorenzo"); got.Agrees() || got.Swapped {
		t.Errorf("half a swap agrees: %+v", got)
	}
	if got := CompareNames("Jan", "Jan", "Jan", "Jan"); !got.Agrees() || got.Swapped {
		t.Errorf("not swapped: %+v", got)
	}
}

func TestCompareIsSymmetric(t *testing.T) {
	name := rapid.StringOfN(rapid.RuneFrom([]rune("abcdevnr éüøßđłıAB-' ")), 0, 14, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := name.Draw(t, "a"), name.Draw(t, "b")
		x, y := CompareNames(a, "Jan", b, "Jan"), CompareNames(b, "Jan", a, "Jan")
		if x.Agrees() != y.Agrees() {
			t.Fatalf("%+v but %+v", x, y)
		}
	})
}

// What people do to their own name must not count, whatever the name.
func TestHarmlessChangesAgree(t *testing.T) {
	name := rapid.StringMatching(`(van |de |d'|el )?[A-Zéü][a-zéèüøß]{3,9}(-[A-Z][a-z]{3,8})?`)
	changes := map[string]func(string) string{
		"upper": strings.ToUpper, "lower": strings.ToLower, "no spaces": func(s string) string { return strings.ReplaceAll(s, " ", "") },
		"no hyphens": func(s string) string { return strings.ReplaceAll(s, "-", " ") },
		"umlaut":     func(s string) string { return strings.ReplaceAll(s, "ü", "ue") },
		"reversed": func(s string) string {
			w := strings.Fields(s)
			for i, j := 0, len(w)-1; i < j; i, j = i+1, j-1 {
				w[i], w[j] = w[j], w[i]
			}
			return strings.Join(w, " ")
		},
		"quote": func(s string) string { return strings.ReplaceAll(s, "'", "’") },
	}
	rapid.Check(t, func(t *rapid.T) {
		n := name.Draw(t, "name")
		for what, change := range changes {
			if got := CompareNames(change(n), "An", n, "An"); !got.Agrees() {
				t.Fatalf("%s: %q and %q: %+v", what, change(n), n, got)
			}
		}
	})
}

func FuzzCompareNames(f *testing.F) {
	f.Add("Van den Broeck", "Lieve", "Vandenbroeck", "Lieve")
	f.Add("\xff", "'", "ß", "İ")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		got := CompareNames(a, b, c, d)
		if got.Last.Text == "" || got.First.Text == "" {
			t.Fatalf("no sentence: %+v", got)
		}
		if got.Agrees() && (blank(a) || blank(b) || blank(c) || blank(d)) {
			t.Fatalf("nothing agrees with something: %+v", got)
		}
	})
}
