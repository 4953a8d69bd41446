package reply

import (
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// TestHostileTemplatesEndSoon offers sources that cost much in other engines. Each is refused or rendered within 100 ms.
func TestHostileTemplatesEndSoon(t *testing.T) {
	const head = "Subject: x [{{.Ref}}]\n\n"
	bodies := map[string]string{
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
	s := mustLoad(t)
	for name, body := range bodies {
		t.Run(name, func(t *testing.T) {
			took, size, err := cost(t, s, []byte(head+body))
			if size > maxPart || measuresTime && took > 100*time.Millisecond {
				t.Errorf("took %v, %d octets", took, size)
			}
			t.Logf("%v, %d octets, %.80v", took, size, err)
		})
	}
}

// cost tries a template three times, since other programs use the machine too, and returns the shortest time.
func cost(t *testing.T, s *Set, source []byte) (took time.Duration, size int, err error) {
	t.Helper()
	took = time.Hour
	for range 3 {
		start := time.Now()
		var with *Set
		with, err = s.With("received.nl.md", source)
		took = min(took, time.Since(start))
		if err == nil {
			r := mustRender(t, with, ticket.Dutch, Received{Ref: "SD-2026-000001"})
			size = max(len(r.Text), len(r.HTML))
		}
	}
	return took, size, err
}

func indentedLists(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "- x\n")
	}
	return b.String()[:min(b.Len(), 8000)]
}
