package address

import (
	"strings"
	"testing"
)

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"An.Peeters@Example.BE":             "an.peeters@example.be",
		" <an@example.be.> ":                "an@example.be",
		"mailto:an@example.be":              "an@example.be",
		"@relay.example,@b.example:an@x.be": "an@x.be",
		"'an@example.be'":                   "an@example.be",
		`"an"@example.be`:                   "an@example.be",
		`"an peeters"@example.be`:           "",
		"an @ example . be":                 "an@example.be",
		"a\u200bn@exam\u202eple.be":         "an@example.be",
		"an@bücher.example":                 "an@xn--bcher-kva.example",
		"an@BÜCHER.example":                 "an@xn--bcher-kva.example",
		"an@bu\u0308cher.example":           "an@xn--bcher-kva.example",
		"an@xn--bcher-kva.example":          "an@xn--bcher-kva.example",
		"an@ｅｘａｍｐｌｅ.be":                     "an@example.be",
		"an@example_x.be":                   "an@example_x.be",
		strings.Repeat("a", 330) + "@x.be":  "",
		"an\r\n@example.org":                "an@example.org",
		"e\u0301lise@x.example":             "élise@x.example",
		"an+tag@x.example":                  "an+tag@x.example",
		"an@x.example evil":                 "",
		"an,piet@x.example":                 "",
		"":                                  "",
		"an":                                "",
		"@example.be":                       "",
		"an@":                               "",
		"a@b@example.be":                    "",
		"an@-example.be":                    "",
		"an@exa(x)mple.be":                  "",
		"an@maes´claes.example":             "",
		"0@xn--0´0-xdc":                     "",
		"an@maes!.example":                  "",
		"an@[192.0.2.7]":                    "an@[192.0.2.7]",
		"an@[ipv6:2001:db8::7]":             "an@[ipv6:2001:db8::7]",
	} {
		if got := Canonical(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCanonicalTwiceIsTheSame(t *testing.T) {
	for _, in := range []string{"An@Bücher.example", "an@xn--bcher-kva.example", "an@пример.example", "х@y.example"} {
		if once := Canonical(in); Canonical(once) != once {
			t.Errorf("%q, then %q", once, Canonical(once))
		}
	}
}

func TestShown(t *testing.T) {
	for canonical, want := range map[string]string{
		"an@example.be":            "an@example.be",
		"an@xn--bcher-kva.example": "an@bücher.example (xn--bcher-kva.example)",
		"an@xn--.example":          "an@xn--.example",
		"":                         "",
	} {
		if got := Shown(canonical); got != want {
			t.Errorf("%q: %q, want %q", canonical, got, want)
		}
	}
}

func TestDisguised(t *testing.T) {
	for in, want := range map[string]string{
		"an@example.be":     "",
		"an@bücher.example": "", // an honest accent
		"an@пример.example": "", // an honest alphabet
		"an@ехамрlе.be":     "an@examp\u006ce.be",
		"аn@example.be":     "an@example.be",
		"an@exɑmple.be":     "an@example.be",
	} {
		got, yes := Disguised(Canonical(in))
		if yes != (want != "") || yes && got != want {
			t.Errorf("%q: %q %t, want %q", in, got, yes, want)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"an@example.be", "an@example.be", false},
		{"an@example.be", "an@ехаmple.be", true},
		{"an@kantoor.be", "an@kant0or.be", true},
		{"an@molens.be", "an@rnolens.be", true},
		{"jan.peeters@x.be", "janpeeters@x.be", true},
		{"lien@x.be", "1ien@x.be", true},
		{"andré@x.be", "andre@x.be", true},
		{"an@example.be", "jan@example.be", false},
		{"an@example.be", "an@example.com", false},
	} {
		if got := Alike(Canonical(c.a), Canonical(c.b)); got != c.want {
			t.Errorf("%s and %s: %t", c.a, c.b, got)
		}
	}
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"An@Example.be", "<an@bücher.example>", "a@xn--zz", "'@'", "\"\"@x", "a@b. c", "0@xn--0´0-xdc", "a@[192.0.2.7]", "a@b_c.example"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Canonical(s)
		if twice := Canonical(once); twice != once {
			t.Errorf("%q gives %q and then %q", s, once, twice)
		}
		Shown(once)
		Disguised(once)
		if Alike(once, once) {
			t.Errorf("%q is not alike itself", once)
		}
	})
}
