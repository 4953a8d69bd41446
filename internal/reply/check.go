package reply

import (
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Severity says whether a template with a problem may be used.
type Severity string

// The severities.
const (
	Error   Severity = "error"   // the template is refused
	Warning Severity = "warning" // it works, but look at it
)

// Problem is something wrong with a template file.
type Problem struct {
	File     string
	Line     int // 1 is the first
	Text     string
	Severity Severity
	Said     ticket.Said // Text in the language of who reads it
}

// wrong is a problem for which a template is refused.
func wrong(file string, line int, what ticket.Said) Problem {
	return Problem{File: file, Line: line, Text: what.String(), Severity: Error, Said: what}
}

// doubtful is a problem that the author may shrug off.
func doubtful(file string, line int, what ticket.Said) Problem {
	return Problem{File: file, Line: line, Text: what.String(), Severity: Warning, Said: what}
}

// unreadable is the problem of a file that is there and does not open.
func unreadable(file string, err error) Problem {
	return wrong(file, 1, ticket.Say("cannot be read: %s", err))
}

// String is one line, file:line: text.
func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// layoutFile is the layout of the HTML part, an html/template.
const layoutFile = "mail.html"

// Check reads every template of fsys as Load does and returns all that is wrong, in the order of files and lines.
func Check(fsys fs.FS, desk Desk) []Problem {
	_, problems := load(fsys, desk)
	return problems
}

// load reads all files. The set is only to be used when no problem is an error.
func load(fsys fs.FS, desk Desk) (*Set, []Problem) {
	s := &Set{
		desk: desk.clean(), templates: map[key]*replyTemplate{}, questions: map[ticket.Language][]string{}, parser: newParser(), html: newHTMLRenderer(),
	}
	problems := s.loadLayout(fsys)
	if problems != nil {
		return nil, problems // no template can be tried without it
	}
	files, err := fs.Glob(fsys, "*.md")
	if err != nil {
		return nil, []Problem{unreadable(".", err)}
	}
	for _, file := range files {
		source, err := fs.ReadFile(fsys, file)
		if err != nil {
			problems = append(problems, unreadable(file, err))
			continue
		}
		t, found := s.compile(file, source)
		problems = append(problems, found...)
		if t != nil {
			s.templates[t.key] = t
		}
	}
	problems = append(problems, s.absent(files)...)
	problems = append(problems, s.loadQuestions(fsys)...)
	sortProblems(problems)
	return s, problems
}

func sortProblems(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}

func (s *Set) loadLayout(fsys fs.FS) []Problem {
	source, err := fs.ReadFile(fsys, layoutFile)
	if err != nil {
		return []Problem{unreadable(layoutFile, err)}
	}
	const probe = "<p>body</p>"
	var b strings.Builder
	s.layout, err = template.New(layoutFile).Option("missingkey=error").Parse(string(source))
	if err == nil {
		err = s.layout.Execute(&b, layoutData{Language: ticket.Dutch, Subject: "subject", Desk: s.desk, Body: probe, Outlook: outlookColumn()})
	}
	if err != nil {
		return []Problem{wrong(layoutFile, 1, ticket.SaidOf(err))}
	}
	if !strings.Contains(b.String(), probe) {
		return []Problem{wrong(layoutFile, 1, ticket.Say("shows no text: write {{.Body}} where it belongs"))}
	}
	return nil
}

// absent finds the templates that the house must have: all occasions in Dutch, French and the desk's language.
func (s *Set) absent(files []string) []Problem {
	var problems []Problem
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			file, needed := FileName(o, l), l == ticket.Dutch || l == ticket.French || l == s.desk.Language
			if needed && !slices.Contains(files, file) {
				problems = append(problems,
					wrong(file, 1, ticket.Say("does not exist: write it, Dutch, French and the desk's language must be complete")))
			}
		}
	}
	return problems
}

// compile checks one file as a template of this set: its name, its words, its grammar, and what it renders.
func (s *Set) compile(file string, source []byte) (*replyTemplate, []Problem) {
	o, l, ok := ParseFile(file)
	if !ok {
		return nil, []Problem{wrong(file, 1, ticket.Say("belongs to no occasion: %s", propose(file, fileNames())))}
	}
	t, problems := compile(file, key{o, l}, source)
	if t != nil {
		problems = append(problems, s.try(t, file, string(source))...)
	}
	sortProblems(problems)
	if hasError(problems) {
		return nil, problems
	}
	return t, problems
}

// ParseFile reads OCCASION.LANGUAGE.md, with or without a folder before it.
func ParseFile(name string) (ticket.Occasion, ticket.Language, bool) {
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			if path.Base(name) == FileName(o, l) {
				return o, l, true
			}
		}
	}
	return "", "", false
}

func fileNames() []string {
	var names []string
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			names = append(names, FileName(o, l))
		}
	}
	return names
}
