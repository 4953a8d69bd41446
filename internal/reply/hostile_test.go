package reply

import (
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

const hostileHead = "Subject: x [{{.Ref}}]\n\n"

// hostileBodies are sources that cost much in other engines.
func hostileBodies() map[string]string {
	return map[string]string{
		"range":            "{{range 100000000}}x{{end}}",
		"nested range":     strings.Repeat("{{range 1000}}", 9) + "x" + strings.Repeat("{{end}}", 9),
		"recursion":        `{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`,
		"block":            `{{block "a" .}}{{template "a" .}}{{end}}`,
		"printf width":     `{{printf "%999999999s" .Ref}}`,
		"many fields":      strings.Repeat("{{.Ref}}", 900),
		"deep if":          strings.Repeat("{{if .Ref}}", 425) + strings.Repeat("{{end}}", 425),
		"deep parentheses": "{{if " + strings.Repeat("(", 3500) + ".Ref" + strings.Repeat(")", 3500) + "}}x{{end}}",
		"deep not":         "{{if " + strings.Repeat("not (", 1250) + ".Ref" + strings.Repeat(")", 1250) + "}}x{{end}}",
		"brackets":         strings.Repeat("[", 8000),
		"pictures":         strings.Repeat("![", 4000),
		"link openers":     strings.Repeat("[a](", 2000),
		"link ends":        strings.Repeat("[a", 2000) + strings.Repeat("](b)", 500),
		"stars":            strings.Repeat("*a ", 2500),
		"stars in pairs":   strings.Repeat("**a* ", 1500),
		"underscores":      strings.Repeat("_", 8000),
		"nested lists":     strings.Repeat("- ", 4000) + "x",
		"numbered lists":   strings.Repeat("1. ", 2500) + "x",
		"indented lists":   indentedLists(170),
		"angles":           strings.Repeat("<", 8000),
		"autolinks":        strings.Repeat("<a@", 2500),
		"backslashes":      strings.Repeat("\\", 8000),
		"entities":         strings.Repeat("&amp", 2000),
		"entity bomb":      strings.Repeat("&#x1F600;", 850),
		"quotes":           strings.Repeat("\"", 8000),
		"headings":         strings.Repeat("# x\n", 2000),
		"empty lines":      strings.Repeat("\n", 8000) + "x",
	}
}

// Each of the hostile sources is refused or rendered to no more than a mail may hold. BenchmarkHostileTemplates says what that costs.
func TestHostileTemplatesEnd(t *testing.T) {
	s := mustLoad(t)
	for name, body := range hostileBodies() {
		t.Run(name, func(t *testing.T) {
			if size, err := renderSource(t, s, []byte(hostileHead+body)); size > maxPart {
				t.Errorf("%d octets, %.80v", size, err)
			}
		})
	}
}

// renderSource tries a source as a template and returns the octets that it renders to, 0 when it is refused.
func renderSource(t testing.TB, s *Set, source []byte) (int, error) {
	t.Helper()
	with, err := s.With("received.nl.md", source)
	if err != nil {
		return 0, err
	}
	r := mustRender(t, with, ticket.Dutch, Received{Ref: "SD-2026-000001"})
	return max(len(r.Text), len(r.HTML)), nil
}

// BenchmarkHostileTemplates reports the time as a multiple of that for the house template, in the same run.
func BenchmarkHostileTemplates(b *testing.B) {
	s := mustLoad(b)
	ordinary := []byte(hostileHead + strings.Repeat("Geachte heer, uw bericht **{{.Ref}}** is aangekomen.\n\n", 20))
	for name, body := range hostileBodies() {
		b.Run(name, func(b *testing.B) {
			var took, floor time.Duration
			for b.Loop() {
				start := time.Now()
				renderSource(b, s, []byte(hostileHead+body))
				took += time.Since(start)
				start = time.Now()
				renderSource(b, s, ordinary)
				floor += time.Since(start)
			}
			b.ReportMetric(float64(took)/float64(floor), "times-ordinary")
		})
	}
}

func indentedLists(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "- x\n")
	}
	return b.String()[:min(b.Len(), 8000)]
}
