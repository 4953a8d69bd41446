package message

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// letter sets a mail together: header lines, then its text in UTF-8. A header line that is given replaces the usual one.
func letter(text string, fields ...string) []byte {
	usual := []string{
		"Return-Path: <els@claes.example>", "From: Els Claes <els@claes.example>", "To: desk@institute.example",
		"Subject: vraag", "Date: Tue, 3 Jun 2025 10:02:00 +0200", "Message-ID: <1@claes.example>", "MIME-Version: 1.0",
		"Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
	}
	var head []string
	for _, line := range usual {
		name, _, _ := strings.Cut(line, ":")
		replaced := false
		for _, f := range fields {
			other, _, _ := strings.Cut(f, ":")
			replaced = replaced || strings.EqualFold(name, other)
		}
		if !replaced {
			head = append(head, line)
		}
	}
	head = append(head, fields...)
	return crlf(strings.Join(head, "\n") + "\n\n" + text)
}

func crlf(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) }

// own are the options of the desk in these tests.
var own = Options{OwnAddresses: []string{"desk@institute.example"}, AuthservID: "mx.institute.example"}

func diff(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func hasProblem(m *Message, words string) bool {
	for _, p := range m.Problems {
		if strings.Contains(p, words) {
			return true
		}
	}
	return false
}

// bodyTest is a body of one part, and what is read from it. An empty problem wants none.
type bodyTest struct{ name, kind, encoding, body, want, problem string }

func runBodies(t *testing.T, tests []bodyTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter(test.body, "Content-Type: "+test.kind, "Content-Transfer-Encoding: "+test.encoding), Options{})
			if m.Text != test.want {
				t.Errorf("text %q, want %q", m.Text, test.want)
			}
			if test.problem == "" && len(m.Problems) > 0 || test.problem != "" && !hasProblem(m, test.problem) {
				t.Errorf("problems %q, want %q", m.Problems, test.problem)
			}
		})
	}
}
