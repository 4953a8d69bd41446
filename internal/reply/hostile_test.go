package reply

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

const hostileHead = "Subject: x [{{.Ref}}]\n\n"

// costlyBodies are sources that cost much in other engines, or in Markdown.
func costlyBodies() map[string]string {
	return map[string]string{
		"range":             "{{range 100000000}}x{{end}}",
		"nested range":      strings.Repeat("{{range 1000}}", 9) + "x" + strings.Repeat("{{end}}", 9),
		"recursion":         `{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`,
		"block":             `{{block "a" .}}{{template "a" .}}{{end}}`,
		"printf width":      `{{printf "%999999999s" .Ref}}`,
		"many fields":       strings.Repeat("{{.Ref}}", 900),
		"many unknown":      strings.Repeat("{{.Reff}}", 800),
		"long field":        "{{." + strings.Repeat("x", 8000) + "}}",
		"deep field":        "{{.Desk" + strings.Repeat(".Name", 1500) + "}}",
		"deep if":           strings.Repeat("{{if .Ref}}", 425) + strings.Repeat("{{end}}", 425),
		"else if":           "{{if .Ref}}" + strings.Repeat("{{else if .Ref}}", 480) + "{{end}}",
		"wide or":           "{{if or" + strings.Repeat(" .Ref", 1500) + "}}x{{end}}",
		"deep parentheses":  "{{if " + strings.Repeat("(", 3500) + ".Ref" + strings.Repeat(")", 3500) + "}}x{{end}}",
		"deep not":          "{{if " + strings.Repeat("not (", 1250) + ".Ref" + strings.Repeat(")", 1250) + "}}x{{end}}",
		"open parentheses":  "{{if " + strings.Repeat("(", 8000),
		"braces":            strings.Repeat("{", 8000),
		"comments":          strings.Repeat("{{/**/}}", 980),
		"brackets":          strings.Repeat("[", 8000),
		"closing brackets":  strings.Repeat("]", 8000),
		"pictures":          strings.Repeat("![", 4000),
		"link openers":      strings.Repeat("[a](", 2000),
		"link ends":         strings.Repeat("[a", 2000) + strings.Repeat("](b)", 500),
		"links in links":    strings.Repeat("[", 199) + "a" + strings.Repeat("](https://www.iec-iab.be)", 199),
		"references":        strings.Repeat("[a]: b\n", 190),
		"stars":             strings.Repeat("*a ", 2500),
		"stars in pairs":    strings.Repeat("**a* ", 1500),
		"stars in a row":    strings.Repeat("*", 8000),
		"underscores":       strings.Repeat("_", 8000),
		"underscored words": strings.Repeat("_a_", 2600),
		"nested lists":      strings.Repeat("- ", 4000) + "x",
		"numbered lists":    strings.Repeat("1. ", 2500) + "x",
		"indented lists":    indentedLists(170),
		"long lists":        strings.Repeat("- x\n", 2000),
		"angles":            strings.Repeat("<", 8000),
		"autolinks":         strings.Repeat("<a@", 2500),
		"many autolinks":    strings.Repeat("<https://www.iec-iab.be>", 330),
		"backslashes":       strings.Repeat("\\", 8000),
		"entities":          strings.Repeat("&amp", 2000),
		"entity bomb":       strings.Repeat("&#x1F600;", 850),
		"long entity":       "&#" + strings.Repeat("9", 8000) + ";",
		"quotes":            strings.Repeat("\"", 8000),
		"headings":          strings.Repeat("# x\n", 2000),
		"hashes":            strings.Repeat("#", 8000),
		"empty lines":       strings.Repeat("\n", 8000) + "x",
		"spaces":            strings.Repeat(" ", 8000) + "x",
		"hosts":             strings.Repeat("a.be ", 1600),
		"dotted":            strings.Repeat("a.", 4000),
		"addresses":         strings.Repeat("a@b.be ", 1100),
		"digits":            strings.Repeat("850730033", 880),
		"capitals":          strings.Repeat("AAAA ", 1600),
		"click here":        strings.Repeat("klik hier. ", 700),
		"nearly click here": strings.Repeat("klik ", 1600),
		"over the limit":    strings.Repeat("x", maxSource+1),
	}
}

// hostileBodies are those, and sources that reach for what is not theirs.
func hostileBodies() map[string]string {
	bodies := costlyBodies()
	for _, body := range []string{
		"{{.}}", "{{$}}", "{{.Desk}}", "{{print .}}", `{{printf "%v" .}}`, `{{printf "%#v" .Desk}}`, "{{html .}}", "{{js .Ref}}", "{{urlquery .Ref}}", "{{len .Ref}}",
		"{{index .Ref 0}}", "{{slice .Ref 1}}", "{{call .Ref}}", "{{eq .Ref .Ref}}", "{{.Ref | print}}", "{{.Ref.String}}", "{{.common}}", "{{.common.Ref}}", "{{.KnownAddress}}",
		"{{.Member.FirstName}}", "{{.Text}}", "{{.desk}}", "{{.Desk.desk}}", "{{.Desk.Name.Foo}}", "{{$x := .Ref}}{{$x}}", "{{with .Ref}}{{.}}{{end}}", "{{range .Desk}}{{end}}",
		"{{break}}", "{{continue}}", "{{if true}}x{{end}}", `{{if "x"}}x{{end}}`, "{{if 1}}x{{end}}", "{{if nil}}x{{end}}", "{{nil}}", "{{1}}", `{{"x"}}`, "{{'x'}}", "{{true}}", "{{`x`}}",
		"{{template `received.nl.md`}}", "{{define `received.nl.md`}}x{{end}}", "{{if .Ref}}x", "{{else}}", "{{end}}", "{{", "}}", "{{}}", "{{ }}", "{{/*", "{{- -}}", "{{.Ref",
		"{{if and}}x{{end}}", "{{if not .Ref .Ref}}x{{end}}", "{{if .Ref | not}}x{{end}}", "{{if $x := .Ref}}x{{end}}", "{{if (print .)}}x{{end}}",
		"http://evil.example", "https://evil.example", "HTTPS://EVIL.EXAMPLE", "www.evil.example", "evil.com", "ga naar evil.be/x", "https://www.iec-iab.be.evil.example",
		"https://www.iec-iab.be@evil.example", "https://www.iec-iab.be:8080", "[x](https://evil.example)", "[x](//evil.example)", "[x](/x)", "[x](#x)", "[x](x)", "[x]()",
		"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)", "[x](file:///etc/passwd)", "[x](mailto:x@evil.example)", "[x](mailto:servicedesk@iec-iab.be?bcc=x)",
		"[www.iec-iab.be](https://eloket.iec-iab.be)", "[x](https://{{.Ref}}.example)", "[x](https://www.iec-iab.be \"{{.Ref}}\")", "![x](https://www.iec-iab.be/p.png)", "<https://evil.example>", "<x@evil.example>",
		"<https://www.iec-iab.be/{{.Ref}}>", "<javascript:alert(1)>", "&#xE000;", "&#57344;", "&#8238;x", "&shy;", "&zwj;", "\uE000", "\u202ex", "\u200b", "\x00", "\xff", "\x1b[31m",
		"85.07.30-033.28", "85073003328", "85.07.30-**033**.28", "85.07.30{{/**/}}-033.28", "85&#46;07.30-033.28", "8507\\3003328",
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<style>*{}</style>", "</body></html>", "<!--", "<iframe>", "```\nx\n```", "~~~\nx", "> x", "| a | b |\n|---|---|", "---\nx",
		"Klik hier om u aan te melden.", "Cliquez ici pour vous connecter.", "Click here to log in.", "Klicken Sie hier, um sich anzumelden.", "[Meld u hier aan](https://eloket.iec-iab.be)",
		"\r\nBcc: x@evil.example\r\n", "--\nContent-Type: text/html", "[x]: https://evil.example\n\n[x]", "- [ ] x", "a\\\nb", "Subject: x", "\uFEFFx",
	} {
		bodies[fmt.Sprintf("%.60q", body)] = body
	}
	return bodies
}

// Each of the hostile sources is refused with a line, or rendered to no more than a mail may hold, in which nothing runs, is fetched or
// leads away.
func TestHostileTemplatesAreRefusedOrHarmless(t *testing.T) {
	s := mustLoad(t)
	refused, bodies := 0, hostileBodies()
	for name, body := range bodies {
		t.Run(name, func(t *testing.T) {
			r, problems := renderSource(s, []byte(hostileHead+body))
			if problems == nil {
				checkInert(t, r)
				if size := max(len(r.Text), len(r.HTML)); size > maxPart {
					t.Errorf("%d octets", size)
				}
				return
			}
			refused++
			last := 1 + strings.Count(hostileHead+body, "\n")
			if i := slices.IndexFunc(problems, func(p Problem) bool { return p.Line < 1 || p.Line > last }); i >= 0 {
				t.Errorf("line %d of %d: %s", problems[i].Line, last, problems[i])
			}
		})
	}
	if len(bodies) < 150 || refused < 100 {
		t.Errorf("%d of %d are refused, want a hundred", refused, len(bodies))
	}
}

// renderSource tries a source as a template and renders it, or returns why it is refused.
func renderSource(s *Set, source []byte) (Rendered, []Problem) {
	if problems := s.Problems("received.nl.md", source); hasError(problems) {
		return Rendered{}, problems
	}
	with, err := s.With("received.nl.md", source)
	if err != nil {
		panic(err) // Problems and With disagree
	}
	r, err := with.Render(ticket.Dutch, Received{Ref: "SD-2026-000001"})
	if err != nil {
		panic(err)
	}
	return r, nil
}

// ordinary is a longer template of the kind that people write: the floor for the cost of hostile ones.
func ordinary() []byte {
	return []byte(hostileHead + strings.Repeat("Geachte heer, uw **bericht** is aangekomen. {{if .Desk.Phone}}Bel {{.Desk.Phone}}.{{end}}\n\n", 40))
}

// dearest is how many times an ordinary template a hostile one may cost. An ordinary one takes some 2 ms on one core of 2024, so that this
// keeps a hostile one well within the 100 ms that a page may take.
const dearest = 40

// TestHostileTemplatesCostLittle compares with the floor measured in the same moment, and takes the best of some tries, so that a busy
// machine slows both down.
func TestHostileTemplatesCostLittle(t *testing.T) {
	s := mustLoad(t)
	sources := map[string][]byte{}
	for name, body := range costlyBodies() {
		sources[name] = []byte(hostileHead + body)
	}
	const most = "data_missing.nl.md" // the occasion with the most situations
	full := string(house(t)[most].Data)
	sources[most] = []byte(full + strings.Repeat("{{.Ref}}", (maxSource-len(full))/8))
	for name, source := range sources {
		best, file := 0.0, "received.nl.md"
		if name == most {
			file = most
		}
		for range 5 {
			if best = cost(s, file, source); best < dearest {
				break
			}
		}
		if best >= dearest {
			t.Errorf("%s costs %.0f times an ordinary template", name, best)
		}
	}
}

// cost is the time for a source as a multiple of that for the ordinary one.
func cost(s *Set, file string, source []byte) float64 {
	took := func(file string, source []byte) time.Duration {
		start := time.Now()
		s.Problems(file, source)
		return time.Since(start)
	}
	hostile := took(file, source)
	return float64(hostile) / float64(took("received.nl.md", ordinary()))
}

// BenchmarkHostileTemplates reports the time as a multiple of that for an ordinary template, in the same run.
func BenchmarkHostileTemplates(b *testing.B) {
	s := mustLoad(b)
	for name, body := range costlyBodies() {
		b.Run(name, func(b *testing.B) {
			times := 0.0
			for b.Loop() {
				times += cost(s, "received.nl.md", []byte(hostileHead+body))
			}
			b.ReportMetric(times/float64(b.N), "times-ordinary")
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
