package message

import (
	"strings"
	"testing"
)

func TestDisguisesAreReported(t *testing.T) {
	tests := []struct{ name, field, problem string }{
		{"an ordinary sender", "From: Els Claes <els@claes.example>", ""},
		{"an honest accent", "From: Els Claes <els@bücher.example>", ""},
		{"Cyrillic letters in the domain", "From: Els <els@сlаеs.example>", "another alphabet"},
		{"a Cyrillic letter in the local part", "From: Els <еls@claes.example>", "another alphabet"},
		{"a domain in Cyrillic throughout", "From: Иван <ivan@пример.example>", ""},
		{"nearly the desk", "From: Desk <desk@lnstitute.example>", "nearly like one of the service desk"},
		{"the desk's address as a name", "From: \"desk@institute.example\" <els@claes.example>", "reads like another address"},
		{"the own address as a name", "From: \"els@claes.example\" <els@claes.example>", ""},
		{"a Greek letter in a name", "From: Εls Claes <els@claes.example>", "mixes letters"},
		{"answers elsewhere", "Reply-To: els@elders.example", "another address than the one"},
		{"answers to the sender", "Reply-To: Els@Claes.example", ""},
		{"a name that turns around", "From: \"Els \u202eseaC\u202c\" <els@claes.example>", "invisible"},
		{"a line break in a name", "From: =?utf-8?Q?Els=0D=0ABcc:_x@y.example?= <els@claes.example>", "line break"},
		{"a line break in the subject", "Subject: =?utf-8?Q?vraag=0D=0ABcc:_x@y.example?=", "line break"},
	}
	for _, test := range tests {
		m := Parse(letter("Dag", test.field), own)
		if test.problem == "" && len(m.Problems) > 0 || test.problem != "" && !hasProblem(m, test.problem) {
			t.Errorf("%s: problems %q", test.name, m.Problems)
		}
		for _, p := range m.Problems {
			if strings.Contains(p, "claes") || strings.Contains(p, "x@y") {
				t.Errorf("%s: the mail is quoted: %q", test.name, p)
			}
		}
		checkMessage(t, m)
	}
}

// What looks like a program is what the sender wrote, and nothing more.
func TestTemplatesAndScriptsAreData(t *testing.T) {
	const text = "{{.Member.Email}} ${jndi:x} <%= 1 %> '; DROP TABLE x; --\n=cmd|' /C calc'!A1\n"
	if m := Parse(letter(text), own); m.Text != text || len(m.Problems) > 0 {
		t.Errorf("%q, %q", m.Text, m.Problems)
	}
}

func TestQuotedLocalPart(t *testing.T) {
	for in, want := range map[string]string{
		`Jan <"Jan Smet"@Smet.example>`: `"jan smet"@smet.example`, `Jan <"jan.smet"@smet.example>`: "jan.smet@smet.example", `Jan <"a b"@-x>`: "",
	} {
		m := Parse(letter("Dag", "From: "+in), own)
		got := ""
		if len(m.From) > 0 {
			got = m.From[0].AsWritten()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
		checkMessage(t, m)
	}
}

func TestSubjectFoldedWithoutBlank(t *testing.T) {
	m := Parse([]byte("From: a@b.example\r\nSubject: vraag over mijn\r\nadres\r\nrubbish: yes\r\nTo: c@d.example\r\n\r\nDag"), own)
	if m.Subject != "vraag over mijn adres" || m.Text != "Dag\n" {
		t.Errorf("subject %q, text %q", m.Subject, m.Text)
	}
}
