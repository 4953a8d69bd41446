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
		{"jan@x.example", []Address{{Name: "", Addr: "jan@x.example"}}},
		{"Jan Peeters <Jan.Peeters@X.Example>", []Address{{Name: "Jan Peeters", Addr: "jan.peeters@x.example"}}},
		{`"Peeters, Jan" <jan@x.example>`, []Address{{Name: "Peeters, Jan", Addr: "jan@x.example"}}},
		{"Peeters, Jan <jan@x.example>", []Address{{Name: "Peeters, Jan", Addr: "jan@x.example"}}},
		{"jan@x.example <jan@x.example>", []Address{{Name: "jan@x.example", Addr: "jan@x.example"}}},
		{"jan@x.example (Jan Peeters)", []Address{{Name: "Jan Peeters", Addr: "jan@x.example"}}},
		{"Jan Peeters jan@x.example", []Address{{Name: "Jan Peeters", Addr: "jan@x.example"}}},
		{"<jan@x.example> <an@y.example>", []Address{{Name: "", Addr: "jan@x.example"}, {Name: "", Addr: "an@y.example"}}},
		{`"Jan" <jan@x.example>, An <an@y.example>; z@z.example`, []Address{{Name: "Jan", Addr: "jan@x.example"}, {Name: "An", Addr: "an@y.example"}, {Name: "", Addr: "z@z.example"}}},
		{"Team: Jan <jan@x.example>, an@y.example;", []Address{{Name: "Jan", Addr: "jan@x.example"}, {Name: "", Addr: "an@y.example"}}},
		{"undisclosed-recipients:;", nil},
		{`"Jan <jan@x.example>`, []Address{{Name: "Jan", Addr: "jan@x.example"}}},
		{"Jan (unclosed <jan@x.example>", []Address{{Name: "Jan (unclosed", Addr: "jan@x.example"}}},
		{"Jan <jan@x.example", []Address{{Name: "Jan", Addr: "jan@x.example"}}},
		{"'jan@x.example' <'jan@x.example'>", []Address{{Name: "'jan@x.example'", Addr: "jan@x.example"}}},
		{"\"O'Connor \\\"SJ\\\"\" <s@x.example>", []Address{{Name: `O'Connor "SJ"`, Addr: "s@x.example"}}},
		{"=?utf-8?Q?Peeters,_Jan?= <jan@x.example>", []Address{{Name: "Peeters, Jan", Addr: "jan@x.example"}}},
		{"=?utf-8?B?w4lsaXNl?= =?utf-8?Q?_Kahn?= <e@x.example>", []Address{{Name: "Élise Kahn", Addr: "e@x.example"}}},
		{`"=?utf-8?Q?=C3=89lise?=" <e@x.example>`, []Address{{Name: "Élise", Addr: "e@x.example"}}},
		{"Ren\xe9 <r@x.example>", []Address{{Name: "René", Addr: "r@x.example"}}},
		{"Jan <jan.@x.example.>", []Address{{Name: "Jan", Addr: "jan.@x.example"}}},
		{"Jan <@a.example,@b.example:jan@x.example>", []Address{{Name: "Jan", Addr: "jan@x.example"}}},
		{"<mailto:jan@x.example>", []Address{{Name: "", Addr: "jan@x.example"}}},
		{"Jan <jan @ x.example>", []Address{{Name: "Jan", Addr: "jan@x.example"}}},
		{`<"jan"@x.example>`, []Address{{Name: "", Addr: "jan@x.example"}}},
		{"Jan <jan@x\u200b.example\u202e>", []Address{{Name: "Jan", Addr: "jan@x.example"}}},
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
	diff(t, "From", m.From, []Address{{Name: "Jan", Addr: "jan@x.example"}, {Name: "An", Addr: "an@y.example"}, {Name: "", Addr: "z@z.example"}})
	diff(t, "Reply-To", m.ReplyTo, []Address{{Name: "", Addr: "r@x.example"}})
	diff(t, "To", m.To, []Address{{Name: "", Addr: "desk@institute.example"}})
	if !hasProblem(m, "several From") || !hasProblem(m, "several senders") {
		t.Errorf("problems %q", m.Problems)
	}
}

func TestAddressNameHoldsNoLineBreak(t *testing.T) {
	m := Parse(letter("x", "From: =?utf-8?Q?Jan=0D=0ABcc:_all@x.example?= <jan@x.example>"), Options{})
	diff(t, "From", m.From, []Address{{Name: "Jan Bcc: all@x.example", Addr: "jan@x.example"}})
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
