package classify

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"": "", "Élise": "elise", "E\u0301lise": "elise", "GROSS": "gross", "Groß": "gross", "Øyvind": "oyvind",
		"Yılmaz": "yilmaz", "İnci": "inci", "Łukasz": "lukasz", "œuvre": "oeuvre", "e\u00ad-mail": "e-mail"} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"vergeten", "vergetn", true}, {"vergeten", "vergete", true}, {"gewijzigd", "gewijzgid", true}, {"emailadres", "emaildres", true},
		{"rijksregisternummer", "rijkregistrnummer", true}, {"vergeten", "verbeteren", false}, {"adres", "adre", false}, {"modifie", "modifier", true}, {"vergeten", "vertegen", false},
	} {
		if got := near(tt.a, tt.b); got != tt.want {
			t.Errorf("near(%s, %s) = %t", tt.a, tt.b, got)
		}
	}
}

func TestNearIsSymmetric(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abcde")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if near(a, b) != near(b, a) {
			t.Fatalf("near(%s, %s) is %t one way only", a, b, near(a, b))
		}
	})
}

func TestPlainSubject(t *testing.T) {
	for in, want := range map[string]string{
		"e-mailadres vergeten": "e-mailadres vergeten", "RE: FW: e-mailadres vergeten": "e-mailadres vergeten", "[EXTERN] TR : oubli": "oubli",
		"Re: [#2025-31] oubli": "oubli", "Antw: x": "x", "Nieuw: a@b.example": "Nieuw: a@b.example", "[": "[", "re:": "", "": "",
	} {
		if got := plainSubject(in); got != want {
			t.Errorf("plainSubject(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSplitName(t *testing.T) {
	for in, want := range map[string]fullName{
		"Jan Peeters": {"Peeters", "Jan"}, "Peeters Jan": {"Peeters", "Jan"}, "PEETERS Jan": {"PEETERS", "Jan"}, "Peeters, Jan": {"Peeters", "Jan"},
		"Van den Broeck Lieve": {"Van den Broeck", "Lieve"}, "Lieve Van den Broeck": {"Van den Broeck", "Lieve"}, "Broeck, Lieve van den": {"van den Broeck", "Lieve"},
		"Ann 't Kindt": {"'t Kindt", "Ann"}, "Ben Peeters": {"Peeters", "Ben"}, "Ben Haddou Karim": {"Ben Haddou", "Karim"}, "P. Delvaux": {"Delvaux", ""},
		"Marie D.": {"", "Marie"}, "Marie-Thérèse Gillet": {"Gillet", "Marie-Thérèse"}, "Jan": {"", "Jan"}, "": {}, "J.-P. Dubois": {"Dubois", ""},
	} {
		if diff := cmp.Diff(want, hints{}.split(in), cmp.AllowUnexported(fullName{})); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestMailToken(t *testing.T) {
	for in, want := range map[string]string{
		"jan@peeters.example": "jan@peeters.example", "Jan.P+iup@Peeters.Example.": "jan.p+iup@peeters.example", "<jan@peeters.example>": "jan@peeters.example",
		"(jan@peeters.example)": "jan@peeters.example", "jan@peeters,example": "", "jan@peeters": "", "jan@@peeters.example": "", "jan@peeters..example": "", "@peeters.example": "", "jan @ peeters": "",
	} {
		got := ""
		for _, k := range newPassage(in).tokens {
			if k.mail && !k.malformed {
				got = k.word
			}
		}
		if got != want {
			t.Errorf("%q: address %q, want %q", in, got, want)
		}
	}
}
