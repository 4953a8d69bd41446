package reply

import (
	"fmt"
	"reflect"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/ticket"
)

const (
	maxSource = 8 << 10  // octets of one template file: the longest of the house has under 4000, and Markdown has quadratic corners
	maxPart   = 64 << 10 // octets of one rendered part
)

// key is what there is one template of.
type key struct {
	occasion ticket.Occasion
	language ticket.Language
}

// FileName is the name of the template file of an occasion in a language.
func FileName(o ticket.Occasion, lang ticket.Language) string {
	return fmt.Sprintf("%s.%s.md", o, lang)
}

// replyTemplate is one file, checked.
type replyTemplate struct {
	key
	subject *template.Template
	body    *template.Template
}

// compile checks the words and the grammar of one file. The template is nil where a problem is an error.
func compile(file string, k key, source []byte) (*replyTemplate, []Problem) {
	text, problems := readSource(file, source)
	if problems != nil {
		return nil, problems
	}
	subject, body, problems := split(file, text)
	if problems != nil {
		return nil, problems
	}
	t := &replyTemplate{key: k}
	problems = lint(file, text)

	head := newGrammar(file, subjectView(k.occasion))
	t.subject = head.parseText(subject)
	problems = append(problems, head.found...)

	g := newGrammar(file, reflect.TypeOf(sampleView(k, &words{})))
	t.body = g.parseText(body)
	problems = append(problems, g.found...)
	if t.body != nil {
		problems = append(problems, unmentioned(file, k.occasion, g.seen)...)
	}
	if hasError(problems) {
		return nil, problems
	}
	return t, problems
}

// readSource returns the text of a file with \n line ends, or why it is not text.
func readSource(file string, source []byte) (string, []Problem) {
	text := strings.ReplaceAll(strings.TrimPrefix(string(source), "\uFEFF"), "\r\n", "\n")
	switch {
	case len(source) > maxSource:
		return "", []Problem{wrong(file, 1, ticket.Say("has %d octets: %d at most", len(source), maxSource))}
	case !utf8.ValidString(text):
		return "", []Problem{wrong(file, 1, ticket.Say("is not UTF-8: save it as UTF-8"))}
	}
	line := 1
	for _, r := range text {
		switch {
		case r == '\n':
			line++
		case r != '\t' && unicode.In(r, unicode.C, unicode.Zl, unicode.Zp):
			return "", []Problem{invisible(file, line, r)}
		}
	}
	return text, nil
}

// split returns subject and body. The body keeps its place in the file, so that its problems have the right line.
func split(file, text string) (subject, body string, problems []Problem) {
	first, rest, _ := strings.Cut(text, "\n")
	second, rest, _ := strings.Cut(rest, "\n")
	subject, ok := strings.CutPrefix(first, "Subject:")
	switch {
	case !ok:
		problems = []Problem{wrong(file, 1, ticket.Say("the first line must be the subject: begin it with Subject:"))}
	case strings.TrimSpace(subject) == "":
		problems = []Problem{wrong(file, 1, ticket.Say("the subject is empty: write it after Subject:"))}
	case strings.TrimSpace(second) != "":
		problems = []Problem{wrong(file, 2, ticket.Say("the second line must be empty: the text begins below it"))}
	case strings.TrimSpace(rest) == "":
		problems = []Problem{wrong(file, 3, ticket.Say("the text is empty: write it below the empty line"))}
	}
	return subject, "\n\n" + rest, problems
}

// unmentioned finds the required fields that a template does not name.
func unmentioned(file string, o ticket.Occasion, seen map[string]int) []Problem {
	var problems []Problem
	for _, field := range requirements(o) {
		if seen[field] == 0 {
			problems = append(problems, wrong(file, 3, ticket.Say("%s is missing: %s", field, howToUse(field))))
		}
	}
	return problems
}

func howToUse(field string) ticket.Said {
	if isFlag(field) {
		return ticket.Say("write {{if %s}} and what to say then", field)
	}
	return ticket.Say("write {{%s}} where it belongs", field)
}

func isFlag(field string) bool {
	return strings.HasPrefix(field, ".Missing") || strings.HasPrefix(field, ".Number") || field == ".First" || field == ".Change"
}

// execute writes subject and Markdown, both with placeholders.
func (t *replyTemplate) execute(view any) (subject, markdown string, err error) {
	s, m := limited{left: maxPart}, limited{left: maxPart}
	if err := t.subject.Execute(&s, view); err != nil {
		return "", "", err
	}
	if err := t.body.Execute(&m, view); err != nil {
		return "", "", err
	}
	markdown = m.String()
	if t.language == ticket.French {
		markdown = frenchSpaces.Replace(markdown)
	}
	return s.String(), markdown, nil
}

// frenchSpaces binds the punctuation that French sets off, so that no line begins with it.
var frenchSpaces = strings.NewReplacer(
	" :", "\u00A0:", " ;", "\u00A0;", " ?", "\u00A0?", " !", "\u00A0!", " »", "\u00A0»", "« ", "«\u00A0",
)

// limited is a buffer that refuses to grow beyond a limit.
type limited struct {
	strings.Builder
	left int
}

// ErrTooLong is returned for a reply that is longer than any mail of ours, because of a value in it.
var ErrTooLong = ticket.Refuse("longer than 64 KiB: shorten it")

// Write fails once the limit is reached.
func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, ErrTooLong
	}
	return l.Builder.Write(p)
}

func hasError(problems []Problem) bool {
	for _, p := range problems {
		if p.Severity == Error {
			return true
		}
	}
	return false
}
