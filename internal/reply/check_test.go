package reply

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

// house copies the shipped templates into files that a test may change.
func house(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(templates.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			continue // the package's own Go file is not embedded
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func lines(problems []Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.String())
	}
	return out
}

func TestHouseTemplatesAreWithoutProblems(t *testing.T) {
	files := house(t)
	if want := (len(ticket.Occasions())+1)*len(ticket.Languages()) + 1; len(files) != want {
		t.Errorf("%d files, want %d: every occasion and the questions in every language, and the layout", len(files), want)
	}
	for _, desk := range []Desk{testDesk(), {Name: "Desk", Address: "desk@example.be"}} {
		if problems := Check(files, desk); len(problems) > 0 {
			t.Errorf("desk %q:\n%s", desk.Name, strings.Join(lines(problems), "\n"))
		}
	}
}

// The ends of some problems.
const (
	allFields = "use one of .Ref, .Desk.Name, .Desk.Address, .Desk.Phone, .Desk.Website, .Member.FirstName, .Member.LastName, " +
		".KnownAddress"
	oneField = " is not for reply templates: write one field, such as {{.Ref}}"
	onlyIf   = " is not for reply templates: use fields and {{if}}…{{else}}…{{end}}"
)

func notAllowed(link string) string {
	return fmt.Sprintf("the link %q is not allowed: use https://eloket.iec-iab.be, https://www.iec-iab.be, {{.Desk.Website}} "+
		"or mailto:{{.Desk.Address}}", link)
}

// TestProblems changes one template and expects exactly these lines. Each names file:line, the thing and a proposal.
func TestProblems(t *testing.T) {
	const file = "address_known.nl.md"
	const good = "Subject: Adres [{{.Ref}}]\n\nBeste {{.Member.FirstName}},\n\n**{{.KnownAddress}}** {{.Desk.Name}}\n"
	replace := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	cases := map[string]struct {
		source string
		want   []string
	}{
		"good": {good, nil},
		"wrong field": {replace(".Member.FirstName", ".Member.Firstname"),
			[]string{"3: .Member.Firstname is not known here: did you mean .Member.FirstName?"}},
		"part without its whole": {replace(".Member.FirstName", ".Firstname"),
			[]string{"3: .Firstname is not known here: did you mean .Member.FirstName?"}},
		"field of another occasion": {replace(".Member.FirstName", ".Text"),
			[]string{"3: .Text is not known here: " + allFields}},
		"whole struct": {replace("{{.Member.FirstName}}", "{{.Member}}"),
			[]string{"3: .Member has parts: write one of them, such as .Member.FirstName"}},
		"dot": {replace("{{.Member.FirstName}}", "{{.}}"), []string{"3: {{.}}" + oneField}},
		"part of a text": {replace(".Member.FirstName", ".Ref.Year"),
			[]string{"3: .Ref.Year: .Ref has no parts"}},
		"embedded": {replace(".Member.FirstName", ".common.Ref"),
			[]string{"3: .common.Ref is not known here: " + allFields}},
		"printf": {replace("{{.Member.FirstName}}", `{{printf "%999999999d" 1}}`),
			[]string{`3: {{printf "%999999999d" 1}}` + oneField}},
		"pipe": {replace(".Member.FirstName", ".Member.FirstName | html"),
			[]string{"3: {{.Member.FirstName | html}}" + oneField}},
		"call": {replace("{{.Member.FirstName}}", "{{call .Ref}}"),
			[]string{"3: {{call .Ref}}" + oneField}},
		"variable": {replace("{{.Member.FirstName}}", "{{$x := .Ref}}"),
			[]string{"3: {{$x := .Ref}}" + oneField}},
		"range": {replace("{{.Member.FirstName}}", "{{range 100000000}}x{{end}}"),
			[]string{"3: {{range 100000000}}x{{end}}" + onlyIf}},
		"with": {replace("{{.Member.FirstName}}", "{{with .Ref}}{{.}}{{end}}"),
			[]string{"3: {{with .Ref}}{{.}}{{end}}" + onlyIf}},
		"template": {replace("{{.Member.FirstName}}", `{{template "x"}}`),
			[]string{`3: {{template "x"}}` + onlyIf}},
		"define": {good + `{{define "x"}}{{template "x"}}{{end}}`,
			[]string{"6: {{define}} and {{block}} are not for reply templates: write the text out"}},
		"condition calls": {good + "{{if eq .Ref 1}}x{{end}}",
			[]string{
				`6: "eq" is not for reply templates: use and, or, not with fields`,
				"6: 1 is not for reply templates: use and, or, not with fields",
			}},
		"condition on two": {good + "{{if .Ref .KnownAddress}}x{{end}}",
			[]string{"6: {{if .Ref .KnownAddress}}: not takes one field, and and or take several"}},
		"condition on struct": {good + "{{if .Member}}x{{end}}",
			[]string{"6: .Member has parts: ask for one of them, such as .Member.FirstName"}},
		"condition inside": {good + "{{if and .Ref (not .Foo)}}x{{end}}",
			[]string{"6: .Foo is not known here: " + allFields}},
		"condition good": {good + "{{if or .Ref (not .Member.LastName)}}x{{else if .Ref}}y{{end}}", nil},
		"open if": {good + "{{if .Ref}}",
			[]string{"6: unexpected EOF: close every {{ with }} and every {{if}} with {{end}}"}},
		"open braces": {good + "{{ .Ref",
			[]string{"6: unclosed action: close every {{ with }} and every {{if}} with {{end}}"}},
		"no subject": {"Adres\n\n" + good,
			[]string{"1: the first line must be the subject: begin it with Subject:"}},
		"empty subject": {"Subject: \n\nx", []string{"1: the subject is empty: write it after Subject:"}},
		"no empty line": {"Subject: x\nx",
			[]string{"2: the second line must be empty: the text begins below it"}},
		"no text": {"Subject: x\n\n",
			[]string{"3: the text is empty: write it below the empty line"}},
		"ref not in subject": {replace("[{{.Ref}}]", "Ref"),
			[]string{"1: .Ref is missing in the subject: write [{{.Ref}}], answers find their ticket by it"}},
		"address in subject": {replace("Adres [", "{{.KnownAddress}} ["),
			[]string{"1: .KnownAddress is not known here: did you mean .Desk.Address?"}},
		"address missing": {replace("**{{.KnownAddress}}**", "x"),
			[]string{"3: .KnownAddress is missing: write {{.KnownAddress}} where it belongs"}},
		"address only asked for": {replace("**{{.KnownAddress}}**", "{{if .KnownAddress}}x{{end}}"),
			[]string{"5: .KnownAddress is asked for but says nothing: write {{.KnownAddress}} where it belongs"}},
		"foreign link": {good + "\nzie https://evil.example/x",
			[]string{"7: " + notAllowed("https://evil.example/x")}},
		"foreign www": {good + "\nzie www.evil.example.",
			[]string{"7: " + notAllowed("https://www.evil.example")}},
		"host as user": {good + "\nhttps://www.iec-iab.be@evil.example/",
			[]string{"7: " + notAllowed("https://www.iec-iab.be@evil.example/")}},
		"not encrypted": {good + "\nhttp://www.iec-iab.be",
			[]string{"7: " + notAllowed("http://www.iec-iab.be")}},
		"script link": {good + "\n[x](javascript:alert(1))",
			[]string{"7: " + notAllowed("javascript:alert(1)")}},
		"foreign mailto": {good + "\n[mail](mailto:x@evil.example)",
			[]string{"7: the link to x@evil.example leads elsewhere than to the desk: write {{.Desk.Address}}"}},
		"good links": {
			good + "\n[mail](mailto:{{.Desk.Address}}), <https://eloket.iec-iab.be>, [site]({{.Desk.Website}}) www.iec-iab.be.",
			nil,
		},
		"picture": {good + "\n![x](https://www.iec-iab.be/logo.png)",
			[]string{"7: the picture https://www.iec-iab.be/logo.png is not for mails: leave out the ! in front of its ["}},
		"link title": {good + "\n[x](https://www.iec-iab.be \"titel\")",
			[]string{"7: the link to https://www.iec-iab.be has a title, which few mail programs show: leave it out"}},
		"field in an autolink": {good + "\n<https://eloket.iec-iab.be/{{.KnownAddress}}>",
			[]string{"7: a field stands where it cannot be put in, such as inside <…> or after &#: write it in plain text"}},
		"html": {good + "\n<b>vet</b>",
			[]string{"7: <b> is shown as it stands: HTML and code are not used"}},
		"national number": {good + "\n85.07.30-033.28",
			[]string{"7: holds a national number: take it out, none may leave by mail"}},
		"not utf-8": {good + "\xff", []string{"1: is not UTF-8: save it as UTF-8"}},
		"placeholder": {good + "\n\uE000",
			[]string{"7: holds the invisible character U+E000: delete it"}},
		"forged placeholder": {good + "\n&#xE000;",
			[]string{"7: holds the invisible character U+E000: delete it"}},
		"too long": {good + strings.Repeat("x", maxSource),
			[]string{fmt.Sprintf("1: has %d octets: %d at most", len(good)+maxSource, maxSource)}},
		"windows lines": {"\uFEFF" + strings.ReplaceAll(good, "\n", "\r\n"), nil},
	}
	set := mustLoad(t)
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var want []string
			for _, w := range c.want {
				want = append(want, file+":"+w)
			}
			if diff := cmp.Diff(want, lines(set.Problems(file, []byte(c.source)))); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRequiredFields removes and misspells each required field of each shipped template, in all its places: each time the check names it,
// with its line.
func TestRequiredFields(t *testing.T) {
	s, files, mutants := mustLoad(t), house(t), 0
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			for _, name := range Required(o) {
				file := FileName(o, l)
				source := string(files[file].Data)
				shows := regexp.MustCompile(`\{\{` + regexp.QuoteMeta(name) + `\}\}`)
				ask := regexp.MustCompile(`\{\{(-? ?if) ` + regexp.QuoteMeta(name) + `\}\}`)
				without := ask.ReplaceAllString(shows.ReplaceAllString(source, "x"), "{{$1 .Desk.Name}}")
				mustName(t, s, file, source, without, name+" is missing", 0)
				wrong := name[:len(name)-1] + "zz"
				misspelt := ask.ReplaceAllString(shows.ReplaceAllString(source, "{{"+wrong+"}}"), "{{$1 "+wrong+"}}")
				mustName(t, s, file, source, misspelt, wrong+" is not known here: ", lineAt(misspelt, max(strings.Index(misspelt, wrong), 0)))
				mutants += 2
			}
		}
	}
	t.Logf("%d mutants", mutants)
}

// mustName expects a mutant to be refused with a text that begins so, in a line; 0 is any line of the file.
func mustName(t *testing.T, s *Set, file, source, mutant, begins string, line int) {
	t.Helper()
	if mutant == source {
		t.Errorf("%s: nothing to change for %q", file, begins)
		return
	}
	problems := s.Problems(file, []byte(mutant))
	if !slices.ContainsFunc(problems, func(p Problem) bool {
		inFile := p.Line >= 1 && p.Line <= strings.Count(mutant, "\n")
		return p.File == file && p.Severity == Error && strings.HasPrefix(p.Text, begins) && inFile && (line == 0 || p.Line == line)
	}) {
		t.Errorf("%s: want %d: %s…, got %v", file, line, begins, lines(problems))
	}
	if _, err := s.With(file, []byte(mutant)); err == nil {
		t.Errorf("%s is taken though %s", file, begins)
	}
}

func TestFlagWithoutEffect(t *testing.T) {
	files := house(t)
	source := string(files["data_missing.nl.md"].Data)
	at := strings.Index(source, "{{- if .Missing.FirstName}}")
	cut := strings.Replace(source, "\n- uw **voornaam**\n", "\n", 1)
	files["data_missing.nl.md"] = &fstest.MapFile{Data: []byte(cut)}
	want := fmt.Sprintf("data_missing.nl.md:%d: .Missing.FirstName is asked for but says nothing: "+
		"write {{if .Missing.FirstName}} and what to say then",
		1+strings.Count(source[:at], "\n"))
	if diff := cmp.Diff([]string{want}, lines(Check(files, testDesk()))); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestFlagIsNoText(t *testing.T) {
	source := append([]byte(nil), house(t)["data_missing.nl.md"].Data...)
	_, err := mustLoad(t).With("data_missing.nl.md", append(source, "{{.Change}}"...))
	if err == nil || !strings.HasSuffix(err.Error(), ": .Change is a flag, not a text: ask for it with {{if .Change}}") {
		t.Errorf("error %v", err)
	}
}

func TestAllowedLinks(t *testing.T) {
	for link, want := range map[string]bool{
		"https://eloket.iec-iab.be": true, "https://www.iec-iab.be/x?y": true,
		"https://help.example.be/": true, "mailto:Desk@example.be": true,
		"https:": false, "https:x": false, "https://x@www.iec-iab.be/": false,
		"https://www.iec-iab.be:8443": false, "http://eloket.iec-iab.be": false, "//eloket.iec-iab.be": false,
		"":         false,
		"https://": false, "https://eloket.iec-iab.be.evil.example": false,
		"https://evil.example/eloket.iec-iab.be": false, "mailto:": false,
		"mailto:desk@example.be?bcc=x@evil.example": false, "data:text/html,x": false, "https://[::1": false,
	} {
		err := Desk{Address: "desk@example.be", Website: "https://help.example.be"}.allows(link)
		if (err == nil) != want {
			t.Errorf("%q: %v", link, err)
		}
		err = Desk{Address: "desk@example.be"}.allows(link)
		if without := want && !strings.Contains(link, "help"); (err == nil) != without {
			t.Errorf("%q, desk without a website: %v", link, err)
		}
	}
}

const absentText = "does not exist: write it, Dutch, French and the desk's language must be complete"

func TestAbsentFiles(t *testing.T) {
	cases := []struct {
		language ticket.Language
		remove   string
		want     []string
	}{
		{"", "received.nl.md", []string{"received.nl.md:1: " + absentText}},
		{"", "received.fr.md", []string{"received.fr.md:1: " + absentText}},
		{"", "received.de.md", nil},
		{ticket.German, "received.de.md", []string{"received.de.md:1: " + absentText}},
		{"", "mail.html", []string{"mail.html:1: cannot be read: open mail.html: file does not exist"}},
	}
	for _, c := range cases {
		files, desk := house(t), testDesk()
		desk.Language = c.language
		delete(files, c.remove)
		if diff := cmp.Diff(c.want, lines(Check(files, desk))); diff != "" {
			t.Errorf("without %s (-want +got):\n%s", c.remove, diff)
		}
	}
}

func TestLayoutProblems(t *testing.T) {
	for source, want := range map[string]string{
		"<p>{{.Subject}}</p>":   "mail.html:1: shows no text: write {{.Body}} where it belongs",
		"{{.Body}}{{.Nothing}}": "mail.html:1: template: mail.html:1:",
		"{{.Body":               "mail.html:1: template: mail.html:1: unclosed action",
	} {
		files := house(t)
		files["mail.html"] = &fstest.MapFile{Data: []byte(source)}
		got := lines(Check(files, testDesk()))
		if len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%s: got %q, want %q", source, got, want)
		}
	}
}

func TestUnknownFile(t *testing.T) {
	files := house(t)
	files["adress_known.nl.md"] = files["address_known.nl.md"]
	want := []string{"adress_known.nl.md:1: belongs to no occasion: did you mean address_known.nl.md?"}
	if diff := cmp.Diff(want, lines(Check(files, testDesk()))); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestLoadTellsEverything has three broken files and expects three lines.
func TestLoadTellsEverything(t *testing.T) {
	files := house(t)
	for _, name := range []string{"received.nl.md", "question.de.md", "address_changed.fr.md"} {
		files[name] = &fstest.MapFile{Data: []byte("x")}
	}
	_, err := Load(files, testDesk())
	if err == nil || len(strings.Split(err.Error(), "\n")) != 3 {
		t.Errorf("got %v, want three lines", err)
	}
}

func TestWith(t *testing.T) {
	s := mustLoad(t)
	before := mustRender(t, s, ticket.Dutch, Received{Ref: "SD-2026-000001"})
	changed, err := s.With("received.nl.md", []byte("Subject: Nieuw [{{.Ref}}]\n\nNieuwe tekst\n"))
	if err != nil {
		t.Fatal(err)
	}
	if r := mustRender(t, changed, ticket.Dutch, Received{Ref: "SD-2026-000001"}); r.Subject != "Nieuw [SD-2026-000001]" {
		t.Errorf("subject %q", r.Subject)
	}
	if diff := cmp.Diff(before, mustRender(t, s, ticket.Dutch, Received{Ref: "SD-2026-000001"})); diff != "" {
		t.Errorf("With changed the set that it was called on:\n%s", diff)
	}
	if _, err := s.With("received.nl.md", []byte("Subject: x\n\nx")); err == nil {
		t.Error("a broken template was taken")
	}
	if _, err := s.With("nothing.nl.md", []byte("Subject: x\n\nx")); err == nil {
		t.Error("a template of no occasion was taken")
	}
}

func TestParseFile(t *testing.T) {
	for name, want := range map[string]bool{
		"address_known.nl.md": true, "texts/staff_link.de.md": true, "": false, "address_known.md": false, "address_known.es.md": false, "adress_known.nl.md": false,
		"address_known.nl.md.bak": false, "ADDRESS_KNOWN.nl.md": false, "mail.html": false, "questions.nl.txt": false,
	} {
		o, l, ok := ParseFile(name)
		if ok != want || ok && FileName(o, l) != name[strings.LastIndex(name, "/")+1:] {
			t.Errorf("%q: %s %s %v", name, o, l, ok)
		}
	}
}

func TestFields(t *testing.T) {
	want := []string{".Ref", ".Desk.Name", ".Desk.Address", ".Desk.Phone", ".Desk.Website",
		".Member.FirstName", ".Member.LastName", ".KnownAddress"}
	if diff := cmp.Diff(want, Fields(ticket.AddressKnown)); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if got := Fields("nothing"); got != nil {
		t.Errorf("fields of no occasion: %v", got)
	}
	seen := maps.Collect(func(yield func(ticket.Occasion, bool) bool) {
		for _, o := range ticket.Occasions() {
			if !yield(o, len(Fields(o)) >= 5) {
				return
			}
		}
	})
	for o, ok := range seen {
		if !ok {
			t.Errorf("%s has no fields", o)
		}
	}
}
