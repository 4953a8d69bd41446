package reply

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// goodSource has six lines and no problem.
const goodSource = "Subject: Adres [{{.Ref}}]\n\nBeste {{.Member.FirstName}},\n\n**{{.KnownAddress}}**\n\n{{.Desk.Name}}\n"

// ninth are the problems that a line brings which stands in line 9 of a good template.
func ninth(s *Set, line string) []string {
	var out []string
	for _, p := range s.Problems("address_known.nl.md", []byte(goodSource+"\n"+line+"\n")) {
		out = append(out, fmt.Sprintf("%d %s: %s", p.Line, p.Severity, p.Text))
	}
	return out
}

func TestClickHere(t *testing.T) {
	s := mustLoad(t)
	for line, lure := range map[string]string{
		"Klik hier om u aan te melden.":               "Klik hier",
		"klik dan even hier":                          "klik dan even hier",
		"Klik hieronder.":                             "Klik hieronder",
		"Klikt u hier om in te loggen":                "Klikt u hier",
		"Meld u aan via deze link.":                   "link ",
		"Gebruik de volgende knop om in te loggen.":   "knop ",
		"Cliquez ici pour vous connecter.":            "Cliquez ici",
		"Veuillez cliquer ici.":                       "cliquer ici",
		"Suivez ce lien afin de vous identifier.":     "lien ",
		"Click here to log in.":                       "Click here",
		"Please click **here**.":                      "click here",
		"Use this link to sign in.":                   "link ",
		"Klicken Sie hier, um sich anzumelden.":       "Klicken Sie hier",
		"Melden Sie sich über diesen Link an.":        "Link ",
		"Bitte hier klicken":                          "hier klicken",
		"K{{/* x */}}lik _hier_ even.":                "Klik hier",
		"Kijk [hier](https://eloket.iec-iab.be).":     "hier",
		"[Meld u nu aan](https://eloket.iec-iab.be).": "Meld u nu aan",
		"[Log in](https://eloket.iec-iab.be)":         "Log in",
	} {
		want := fmt.Sprintf("9 error: %q asks to follow a link, as fraudsters do: name the page and write its address out, such as https://eloket.iec-iab.be",
			strings.TrimSpace(lure))
		if got := ninth(s, line); len(got) == 0 || got[0] != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
	for _, line := range []string{
		"Klik op **Can't access your account?**", "Cliquez sur le bouton **Password reset**.", "Lukt het aanmelden niet? Antwoord dan op deze e-mail.",
		"Gebruik nooit een link in een e-mail om u aan te melden.", "We never ask you to click here to log in.", "Wij vragen u nooit om ergens op te klikken.",
		"Kies het wachtwoord via deze link.", "Ga naar de aanmeldpagina: https://eloket.iec-iab.be.", "Klicken Sie auf die Schaltfläche **Password reset**.",
	} {
		if got := ninth(s, line); got != nil {
			t.Errorf("%s: %q", line, got)
		}
	}
}

// TestClickHereOverTwoLines has the line in which the words begin.
func TestClickHereOverTwoLines(t *testing.T) {
	if got := ninth(mustLoad(t), "Voor alle zekerheid\nen gemak: klik\nhier."); len(got) != 1 || !strings.HasPrefix(got[0], `10 error: "klik hier" asks`) {
		t.Errorf("got %q", got)
	}
}

func TestLinksInWords(t *testing.T) {
	s := mustLoad(t)
	cases := map[string][]string{
		"zie evil.com":                     {"9 error: " + notAllowed("https://evil.com")},
		"zie evil.example.be/x, of niet":   {"9 error: " + notAllowed("https://evil.example.be")},
		"zie (evil.be).":                   {"9 error: " + notAllowed("https://evil.be")},
		"zie evil.be.":                     {"9 error: " + notAllowed("https://evil.be")},
		"zie eloket.iec-iab.be":            nil,
		"Zie www.iec-iab.be.":              nil,
		"https://www.iec-iab.be/evil.com/": nil,
		"d.w.z. bv. p.ex. z.B. e.g. 1.2.3": nil,
		"mail naar servicedesk@iec-iab.be": nil,
		"mail naar x@evil.example":         {"9 warning: x@evil.example is another mail address than the desk's: members may write to it"},
		"[www.iec-iab.be](https://eloket.iec-iab.be)": {
			"9 error: the link says www.iec-iab.be and leads to eloket.iec-iab.be: write where it leads"},
		"[https://www.iec-iab.be/x](https://eloket.iec-iab.be)": {
			"9 error: the link says www.iec-iab.be and leads to eloket.iec-iab.be: write where it leads"},
		"[www.iec-iab.be](https://www.iec-iab.be/x)": nil,
		"[onze site](https://www.iec-iab.be)":        nil,
	}
	for line, want := range cases {
		if diff := cmp.Diff(want, ninth(s, line)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}

func TestAllowedHosts(t *testing.T) {
	desk := testDesk()
	desk.AllowedHosts = []string{"portaal.example.be"}
	for link, want := range map[string]bool{
		"https://portaal.example.be/x": true, "https://PORTAAL.example.be": true, "https://www.iec-iab.be": true, // the website of the desk
		"https://eloket.iec-iab.be": false, "https://example.be": false, "http://portaal.example.be": false,
	} {
		if err := desk.allows(link); (err == nil) != want {
			t.Errorf("%s: %v", link, err)
		}
	}
	for host, want := range map[string]bool{"portaal.example.be": true, "https://portaal.example.be": false, "*.example.be": false, "": false,
		"Portaal.example.be": false, "portaal": false, "portaal.example.be/x": false, "portaal.example.be:443": false} {
		desk.AllowedHosts = []string{host}
		if err := desk.validate(); (err == nil) != want {
			t.Errorf("%q: %v", host, err)
		}
	}
}

func TestWhatCannotBeSeen(t *testing.T) {
	s := mustLoad(t)
	const number = "9 error: holds a national number: take it out, none may leave by mail"
	for line, want := range map[string]string{
		"&#8238;": "9 error: holds the invisible character U+202E: delete it", "a&shy;b": "9 error: holds the invisible character U+00AD: delete it",
		"&#xF8FF;": "9 error: holds the invisible character U+F8FF: delete it", "&#10;": "9 error: holds the invisible character U+000A: delete it",
		"85.07.30-**033**.28": number, "85.07{{/* x */}}.30-033.28": number, "85&#46;07.30-033.28": number, `85\.07.30-033\.28`: number,
		"x <{{.Ref}}>": "9 error: a field stands where it cannot be put in, such as inside <…> or after &#: write it in plain text",
	} {
		if got := ninth(s, line); len(got) != 1 || got[0] != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
	for _, line := range []string{"&nbsp;", "a&amp;b", "&copy;", "AT&T", "&#233;"} {
		if got := ninth(s, line); got != nil {
			t.Errorf("%s: %q", line, got)
		}
	}
}

// TestNumberOverTwoLines is seen in the finished mail alone.
func TestNumberOverTwoLines(t *testing.T) {
	const want = "3 error: holds a national number: take it out, none may leave by mail"
	if got := ninth(mustLoad(t), "85.07.30\n-033.28"); len(got) != 1 || got[0] != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWarnings are of what works: With takes each.
func TestWarnings(t *testing.T) {
	s := mustLoad(t)
	words := strings.Repeat("woord ", longParagraph+1)
	for line, want := range map[string]string{
		"**vet":               "5 warning: ** is shown as it stands: close what is bold with ** right behind its last letter",
		"<b>vet</b>":          "9 warning: <b> is shown as it stands: HTML and code are not used",
		"`code`":              "9 warning: ` is shown as it stands: HTML and code are not used",
		"> citaat":            "9 warning: > is shown as it stands: quotes, tables and lines are not used",
		"---":                 "9 warning: --- is shown as it stands: quotes, tables and lines are not used",
		"LEES DIT ZEKER GOED": "", // words of three letters are no shouting
		"LEES EERST ALLES NA": `9 warning: "LEES EERST ALLES" looks like shouting, and like spam: write it in a calm voice`,
		"Antwoord nu!!":       `9 warning: "!!" looks like shouting, and like spam: write it in a calm voice`,
		words:                 fmt.Sprintf("9 warning: the paragraph has %d words: break it up, keep it below %d", longParagraph+1, longParagraph),
	} {
		got := strings.Join(ninth(s, line), "\n")
		if got != want {
			t.Errorf("%.30s: got %q, want %q", line, got, want)
		}
		if _, err := s.With("address_known.nl.md", []byte(goodSource+"\n"+line+"\n")); err != nil {
			t.Errorf("%.30s: a warning blocks: %v", line, err)
		}
	}
}

func TestLongMails(t *testing.T) {
	s := mustLoad(t)
	got := ninth(s, strings.Repeat(strings.Repeat("woord ", 100)+"\n\n", 4))
	if len(got) != 1 || !strings.HasPrefix(got[0], "3 warning: the text has 4") {
		t.Errorf("a long text: %q", got)
	}
	for n, want := range map[int]string{
		60:  "1 warning: the subject has 83 characters: most mail programs cut it, keep it below 78",
		250: "1 error: .Ref is missing in the subject: write [{{.Ref}}], answers find their ticket by it", // it would be cut off
	} {
		source := strings.Replace(goodSource, "Adres", "Adres "+strings.Repeat("x", n), 1)
		if got := lines(s.Problems("address_known.nl.md", []byte(source))); len(got) == 0 || !strings.HasSuffix(got[0], want[strings.Index(want, ": "):]) {
			t.Errorf("a subject of %d: %q, want %q", n, got, want)
		}
	}
	unsigned := strings.Replace(goodSource, "{{.Desk.Name}}", "Groeten", 1)
	if got := lines(s.Problems("address_known.nl.md", []byte(unsigned))); len(got) != 1 ||
		got[0] != "address_known.nl.md:7: the mail is not signed: end it with {{.Desk.Name}}" {
		t.Errorf("without a signature: %q", got)
	}
}

func TestLimits(t *testing.T) {
	s := mustLoad(t)
	for line, want := range map[string]string{
		strings.Repeat("- ", 6) + "x": "9 error: holds a list in a list in a list: write it more simply",
		strings.Repeat("[", 200):      "3 error: has 201 brackets [: 200 at most",
		strings.Repeat("{{if .Ref}}", 9) + "x" + strings.Repeat("{{end}}", 9): "9 error: the conditions stand too deep in each other: write them side by side",
		"{{if " + strings.Repeat("(", 9) + ".Ref" + strings.Repeat(")", 9) + "}}x{{end}}": "9 error: the conditions stand too deep in each other: " +
			"write them side by side",
	} {
		if got := ninth(s, line); len(got) == 0 || got[0] != want {
			t.Errorf("%.30s: got %q, want %q", line, got, want)
		}
	}
	if got := ninth(s, strings.Repeat("{{if .Ref}}", 8)+"x"+strings.Repeat("{{end}}", 8)); got != nil {
		t.Errorf("eight conditions in each other: %q", got)
	}
	if got := ninth(s, "{{if .Ref}}x"+strings.Repeat("{{else if .Ref}}y", 20)+"{{end}}"); got != nil {
		t.Errorf("a choice of twenty: %q", got)
	}
}

// TestAlwaysTold puts required fields where only some mails would have them.
func TestAlwaysTold(t *testing.T) {
	s, files := mustLoad(t), house(t)
	missing := string(files["data_missing.nl.md"].Data)
	chained := strings.Replace(missing, "{{- end}}\n{{- if .Missing.FirstName}}", "{{- else if .Missing.FirstName}}", 1)
	if chained == missing {
		t.Fatal("the template has changed")
	}
	cases := map[string]struct{ file, source, want string }{
		"address only for who has a first name": {"address_known.nl.md",
			strings.Replace(goodSource, "**{{.KnownAddress}}**", "{{if .Member.FirstName}}**{{.KnownAddress}}**{{end}}", 1), ".KnownAddress is not always told: "},
		"question only where the name is known": {"question.nl.md",
			"Subject: x [{{.Ref}}]\n\n{{if .Name.LastName}}{{.Text}}{{else}}Hallo{{end}}\n\n{{.Desk.Name}}", ".Text is not always told: "},
		"first name only where the last is there": {"data_missing.nl.md", chained, ".Missing.FirstName is not always told: "},
		"number only for a change": {"data_missing.nl.md",
			strings.Replace(missing, "{{- if .Number.Length}}", "{{- if and .Change .Number.Length}}", 1), ".Number.Length is not always told: "},
		"link only the first time": {"staff_link.nl.md", "Subject: x\n\n{{if .First}}{{.Link}}{{else}}Nee{{end}} {{.Hours}} {{.Desk.Name}}\n", ".Link is not always told: "},
	}
	for name, c := range cases {
		problems := s.Problems(c.file, []byte(c.source))
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Text, c.want) || problems[0].Severity != Error {
			t.Errorf("%s: %q", name, lines(problems))
		}
	}
	fine := strings.Replace(missing, "{{- if .Missing.NewAddress}}", "{{- if and .Change .Missing.NewAddress}}", 1)
	if got := lines(s.Problems("data_missing.nl.md", []byte(fine))); got != nil {
		t.Errorf("a new address is only missing where the address changes: %q", got)
	}
}

// TestProblemsAreSaid gives the same in the language of the reader and in English.
func TestProblemsAreSaid(t *testing.T) {
	for _, p := range mustLoad(t).Problems("address_known.nl.md", []byte("Subject: {{.Refff}}\n\n{{.Member}} <b> https://evil.example {{range .X}}{{end}}")) {
		if p.Said.IsZero() || p.Said.String() != p.Text {
			t.Errorf("%s is said %q", p, p.Said)
		}
	}
}

// TestSituationsAreThoseOfMails counts what can be missing: no two situations are the same, and each would be mailed.
func TestSituationsAreThoseOfMails(t *testing.T) {
	s, seen := mustLoad(t), map[any]bool{}
	for _, d := range situations(ticket.DataMissing, ticket.Dutch) {
		view := d.view(&words{desk: s.desk})
		if seen[view] || lacking(d, "x") != "" {
			t.Errorf("twice, or not to be mailed: %+v", d)
		}
		seen[view] = true
	}
	if want := 2 * (3 + 4*4 + 7 + 8*4); len(seen) != want {
		t.Errorf("%d situations, want %d", len(seen), want)
	}
}
