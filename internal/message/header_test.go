package message

import (
	"strings"
	"testing"
	"time"
)

func TestReadHeaderRepairs(t *testing.T) {
	tests := []struct {
		name, raw     string
		subject, body string
		problem       string
	}{
		{"as it should be", "From: a@b.c\nSubject: x\n\nbody\n", "x", "body\n", ""},
		{"mbox line", "From els@x Tue Jun 3 10:02:00 2025\nFrom: a@b.c\nSubject: x\n\nbody\n", "x", "body\n", ""},
		{"blank lines in front", "\n \nFrom: a@b.c\nSubject: x\n\nbody\n", "x", "body\n", ""},
		{"byte order mark", "\xef\xbb\xbfFrom: a@b.c\nSubject: x\n\nbody\n", "x", "body\n", ""},
		{"line without colon", "From: a@b.c\nrubbish here\nSubject: x\n\nbody\n", "x", "body\n", "no header fields"},
		{"NUL in a line", "From: a@b.c\nSub\x00ject: x\x00\n\nbody\n", "x", "body\n", "NUL"},
		{"no blank line before the text", "From: a@b.c\n" +
			"Subject: x\n" +
			"Beste,\n" +
			"ik ben het vergeten\n", "x", "Beste,\n" +
			"ik ben het vergeten\n", ""},
		{"no header at all", "Naam: Peeters\nVoornaam: Jan\n\nDank\n", "", "Naam: Peeters\nVoornaam: Jan\n\nDank\n", ""},
		{"folded", "From: a@b.c\nSubject: one\n two\n\tthree\n\nbody\n", "one two three", "body\n", ""},
		{"folded with an empty line of blanks", "From: a@b.c\nSubject: one\n \nTo: d@e.f\n\nbody\n", "one", "body\n", ""},
		{"blank before the colon", "From : a@b.c\nSubject : x\n\nbody\n", "x", "body\n", ""},
		{"nothing but a header", "From: a@b.c\nSubject: x", "x", "", ""},
		{"two subjects, the first counts", "From: a@b.c\nSubject: x\nSubject: y\n\nbody\n", "x", "body\n", "several Subject"},
	}
	for _, test := range tests {
		for _, ending := range []string{"\n", "\r\n"} {
			m := Parse([]byte(strings.ReplaceAll(test.raw, "\n", ending)), Options{})
			if m.Subject != test.subject || m.Text != test.body {
				t.Errorf("%s (%q): subject %q text %q, want %q %q", test.name, ending, m.Subject, m.Text, test.subject, test.body)
			}
			if test.problem != "" && !hasProblem(m, test.problem) {
				t.Errorf("%s: problems %q do not say %q", test.name, m.Problems, test.problem)
			}
		}
	}
}

func TestLoneCarriageReturns(t *testing.T) {
	m := Parse([]byte("From: a@b.example\rSubject: oud\r\rDag\rJan\r"), Options{})
	if m.Subject != "oud" || m.Text != "Dag\nJan\n" {
		t.Errorf("subject %q, text %q", m.Subject, m.Text)
	}
}

func TestHeaderLimits(t *testing.T) {
	long := strings.Repeat("x", 2*maxField)
	m := Parse(letter("Dag", "Subject: "+long), Options{})
	if len(m.Subject) != maxField || m.Text != "Dag\n" || !hasProblem(m, "too long") {
		t.Errorf("a long field: subject of %d, text %q, %q", len(m.Subject), m.Text, m.Problems)
	}
	many := strings.Repeat("X-Filler: y\n", 3*maxFields)
	m = Parse([]byte("From: a@b.example\n"+many+"Subject: late\n\nDag\n"), Options{})
	if m.Text != "Dag\n" || m.From[0].Addr != "a@b.example" || m.Subject != "" || !hasProblem(m, "header is too large") {
		t.Errorf("many fields: %q %q %q", m.Text, m.Subject, m.Problems)
	}
}

func TestSubject(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"=?utf-8?B?YWRyZXNzZSBvdWJsacOpZQ==?=", "adresse oubliée"},
		{"=?utf-8?B?YWRyZXNzZSBvdWJsacOpZQ?=", "adresse oubliée"},
		{"=?ISO-8859-1?Q?oubli=E9e?=", "oubliée"},
		{"=?iso-8859-1*fr?q?oubli=E9e?=", "oubliée"},
		{"=?utf-8?Q?oubli=C3?= =?utf-8?Q?=A9e?=", "oubliée"},
		{"=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=", "ab"},
		{"=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"},
		{"=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?=", "aé"},
		{"=?utf-8?Q?open end", "=?utf-8?Q?open end"},
		{"=?utf-8?Q?oubli=C3=A9e", "oubliée"},
		{"=?utf-8?X?abc?=", "=?utf-8?X?abc?="},
		{"=?x-none?Q?oubli=E9e?=", "oubliée"},
		{"=?utf-8?Q?a=0D=0ABcc:_x@y.example?=", "a Bcc: x@y.example"},
		{"=?utf-8?Q?with blanks inside?=", "with blanks inside"},
		{"e-mail\u200badres\u202e vergeten", "e-mailadres vergeten"},
		{"oubli\xe9e", "oubliée"},
		{"oublie\u0301e", "oubliée"},
		{"a\tb  c", "a b c"},
		{"a =?= b ?= =?", "a =?= b ?= =?"},
		{"", ""},
	}
	for _, test := range tests {
		if got := Parse(letter("x", "Subject: "+test.raw), Options{}).Subject; got != test.want {
			t.Errorf("%q: got %q, want %q", test.raw, got, test.want)
		}
	}
}

func TestSubjectProblems(t *testing.T) {
	m := Parse(letter("x", "Subject: =?utf-8?Q?a=0Ab?="), Options{})
	if !hasProblem(m, "line break") {
		t.Errorf("problems %q do not name the line break", m.Problems)
	}
	m = Parse(letter("x", "Subject: a\u200bb"), Options{})
	if !hasProblem(m, "subject held invisible") {
		t.Errorf("problems %q do not name the invisible character", m.Problems)
	}
}

func TestIdentifiers(t *testing.T) {
	tests := []struct {
		name   string
		fields []string
		id     string
		refs   []string
	}{
		{"one each", []string{"Message-ID: <a@b>", "In-Reply-To: <p@q>", "References: <n@o> <p@q>"}, "a@b", []string{"n@o", "p@q"}},
		{"in-reply-to only", []string{"Message-ID: <a@b>", "In-Reply-To: Your mail of Tuesday <p@q>"}, "a@b", []string{"p@q"}},
		{"folded and broken", []string{"Message-ID: a@b", "References: <n@o>\n <p@\n q> <open"}, "a@b", []string{"n@o", "p@q"}},
		{"none", []string{"Message-ID: ", "In-Reply-To: hello"}, "", nil},
		{"control characters", []string{"Message-ID: <a\x07\u202eb@c>"}, "ab@c", nil},
	}
	for _, test := range tests {
		m := Parse(letter("x", test.fields...), Options{})
		if m.MessageID != test.id {
			t.Errorf("%s: Message-ID %q, want %q", test.name, m.MessageID, test.id)
		}
		diff(t, test.name, m.References, test.refs)
	}
	m := Parse(letter("x", "References: "+strings.Repeat("<a@b.example> ", 10)+strings.Repeat("<c@d.example>", 4000)), Options{})
	diff(t, "repeats", m.References, []string{"a@b.example", "c@d.example"})
}

func TestDate(t *testing.T) {
	tests := []struct {
		raw  string
		want time.Time
	}{
		{"Tue, 3 Jun 2025 10:02:00 +0200", time.Date(2025, 6, 3, 8, 2, 0, 0, time.UTC)},
		{"3 Jun 2025 10:02:00 +0200 (CEST)", time.Date(2025, 6, 3, 8, 2, 0, 0, time.UTC)},
		{"Thu, 99 Foo 2025 99:99:99 +9999", time.Time{}},
		{"Thu, 1 Jan 1970 00:00:00 +0000", time.Time{}},
		{"", time.Time{}},
	}
	for _, test := range tests {
		if got := Parse(letter("x", "Date: "+test.raw), Options{}).Date; !got.Equal(test.want) {
			t.Errorf("%q: got %v, want %v", test.raw, got, test.want)
		}
	}
}
