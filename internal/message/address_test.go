package message

import (
	"strings"
	"testing"
)

func TestAddresses(t *testing.T) {
	tests := []struct {
		raw  string
		want []Address
	}{
		{"jan@x.example", []Address{{"", "jan@x.example"}}},
		{"Jan Peeters <Jan.Peeters@X.Example>", []Address{{"Jan Peeters", "jan.peeters@x.example"}}},
		{`"Peeters, Jan" <jan@x.example>`, []Address{{"Peeters, Jan", "jan@x.example"}}},
		{"Peeters, Jan <jan@x.example>", []Address{{"Peeters, Jan", "jan@x.example"}}},
		{"jan@x.example <jan@x.example>", []Address{{"jan@x.example", "jan@x.example"}}},
		{"jan@x.example (Jan Peeters)", []Address{{"Jan Peeters", "jan@x.example"}}},
		{"Jan Peeters jan@x.example", []Address{{"Jan Peeters", "jan@x.example"}}},
		{"<jan@x.example> <an@y.example>", []Address{{"", "jan@x.example"}, {"", "an@y.example"}}},
		{`"Jan" <jan@x.example>, An <an@y.example>; z@z.example`, []Address{{"Jan", "jan@x.example"}, {"An", "an@y.example"}, {"", "z@z.example"}}},
		{"Team: Jan <jan@x.example>, an@y.example;", []Address{{"Jan", "jan@x.example"}, {"", "an@y.example"}}},
		{"undisclosed-recipients:;", nil},
		{`"Jan <jan@x.example>`, []Address{{"Jan", "jan@x.example"}}},
		{"Jan (unclosed <jan@x.example>", []Address{{"Jan (unclosed", "jan@x.example"}}},
		{"Jan <jan@x.example", []Address{{"Jan", "jan@x.example"}}},
		{"'jan@x.example' <'jan@x.example'>", []Address{{"'jan@x.example'", "jan@x.example"}}},
		{"\"O'Connor \\\"SJ\\\"\" <s@x.example>", []Address{{`O'Connor "SJ"`, "s@x.example"}}},
		{"=?utf-8?Q?Peeters,_Jan?= <jan@x.example>", []Address{{"Peeters, Jan", "jan@x.example"}}},
		{"=?utf-8?B?w4lsaXNl?= =?utf-8?Q?_Kahn?= <e@x.example>", []Address{{"Élise Kahn", "e@x.example"}}},
		{`"=?utf-8?Q?=C3=89lise?=" <e@x.example>`, []Address{{"Élise", "e@x.example"}}},
		{"Ren\xe9 <r@x.example>", []Address{{"René", "r@x.example"}}},
		{"Jan <jan.@x.example.>", []Address{{"Jan", "jan.@x.example"}}},
		{"Jan <@a.example,@b.example:jan@x.example>", []Address{{"Jan", "jan@x.example"}}},
		{"<mailto:jan@x.example>", []Address{{"", "jan@x.example"}}},
		{"Jan <jan @ x.example>", []Address{{"Jan", "jan@x.example"}}},
		{`<"jan"@x.example>`, []Address{{"", "jan@x.example"}}},
		{"Jan <jan@x\u200b.example\u202e>", []Address{{"Jan", "jan@x.example"}}},
		{"Jan <jan peeters@x.example>", nil},
		{"Jan Peeters", nil},
		{"<>", nil},
		{"@x.example", nil},
		{"jan@", nil},
		{"a@b@c.example", nil},
		{"", nil},
	}
	for _, test := range tests {
		got := parseAddresses(test.raw, &problems{})
		diff(t, test.raw, got, test.want)
	}
}

func TestAddressProblems(t *testing.T) {
	tests := []struct{ field, problem string }{
		{"From: Jan <jan@x\u200b.example>", "address held invisible"},
		{"From: \u202enaJ\u202c <jan@x.example>", "name beside an address held invisible"},
		{"From: Jan", "no sender"},
		{"From: Jan <not an address>", "no address"},
		{"From: \"Jan <jan@x.example>", "malformed"},
		{"From: jan@x.example, an@y.example", "several senders"},
	}
	for _, test := range tests {
		if m := Parse(letter("x", test.field), Options{}); !hasProblem(m, test.problem) {
			t.Errorf("%q: problems %q do not say %q", test.field, m.Problems, test.problem)
		}
	}
}

func TestEveryFromIsCollected(t *testing.T) {
	m := Parse(letter("x", "From: Jan <jan@x.example>", "From: An <an@y.example>, z@z.example", "Reply-To: r@x.example"), Options{})
	diff(t, "From", m.From, []Address{{"Jan", "jan@x.example"}, {"An", "an@y.example"}, {"", "z@z.example"}})
	diff(t, "Reply-To", m.ReplyTo, []Address{{"", "r@x.example"}})
	diff(t, "To", m.To, []Address{{"", "desk@institute.example"}})
	if !hasProblem(m, "several From") || !hasProblem(m, "several senders") {
		t.Errorf("problems %q", m.Problems)
	}
}

func TestAddressNameHoldsNoLineBreak(t *testing.T) {
	m := Parse(letter("x", "From: =?utf-8?Q?Jan=0D=0ABcc:_all@x.example?= <jan@x.example>"), Options{})
	diff(t, "From", m.From, []Address{{"Jan Bcc: all@x.example", "jan@x.example"}})
	if !hasProblem(m, "line break") {
		t.Errorf("problems %q", m.Problems)
	}
}

func TestManyAddresses(t *testing.T) {
	m := Parse(letter("x", "To: "+strings.Repeat("a@b.example,", 5000)), Options{})
	if len(m.To) != maxAddresses {
		t.Errorf("%d addresses kept, want %d", len(m.To), maxAddresses)
	}
}

func TestCanonicalAddr(t *testing.T) {
	long := strings.Repeat("a", 330) + "@x.example"
	for in, want := range map[string]string{
		" Jan@X.Example ": "jan@x.example", "jan+tag@x.example": "jan+tag@x.example", "jan\u00ad@x.example": "jan@x.example",
		"élise@x.example": "élise@x.example", "e\u0301lise@x.example": "élise@x.example", long: "", "jan@-x.example": "",
		"jan@x .example": "jan@x.example", "jan@x.example evil": "", "jan,piet@x.example": "",
	} {
		if got := canonicalAddr(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
