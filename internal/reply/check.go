package reply

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"reflect"
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
		return nil, []Problem{{".", 1, "cannot be read: " + err.Error(), Error}}
	}
	for _, file := range files {
		source, err := fs.ReadFile(fsys, file)
		if err != nil {
			problems = append(problems, Problem{file, 1, "cannot be read: " + err.Error(), Error})
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
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return s, problems
}

func (s *Set) loadLayout(fsys fs.FS) []Problem {
	source, err := fs.ReadFile(fsys, layoutFile)
	if err != nil {
		return []Problem{{layoutFile, 1, "cannot be read: " + err.Error(), Error}}
	}
	const probe = "<p>body</p>"
	var b strings.Builder
	s.layout, err = template.New(layoutFile).Option("missingkey=error").Parse(string(source))
	if err == nil {
		err = s.layout.Execute(&b, layoutData{Language: ticket.Dutch, Subject: "subject", Desk: s.desk, Body: probe})
	}
	if err != nil {
		return []Problem{{layoutFile, 1, err.Error(), Error}}
	}
	if !strings.Contains(b.String(), probe) {
		return []Problem{{layoutFile, 1, "shows no text: write {{.Body}} where it belongs", Error}}
	}
	return nil
}

const absentText = "does not exist: write it, Dutch, French and the desk's language must be complete"

// absent finds the templates that the house must have: all occasions in Dutch, French and the desk's language.
func (s *Set) absent(files []string) []Problem {
	var problems []Problem
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			file, needed := FileName(o, l), l == ticket.Dutch || l == ticket.French || l == s.desk.Language
			if needed && !slices.Contains(files, file) {
				problems = append(problems, Problem{file, 1, absentText, Error})
			}
		}
	}
	return problems
}

// compile checks one file as a template of this set: its name, its words, its grammar, and what it renders.
func (s *Set) compile(file string, source []byte) (*replyTemplate, []Problem) {
	k, err := parseFileName(file)
	if err != nil {
		return nil, []Problem{{file, 1, err.Error(), Error}}
	}
	t, problems := compile(file, k, source)
	if t == nil {
		return nil, problems
	}
	problems = append(problems, s.try(t, string(source))...)
	if hasError(problems) {
		return nil, problems
	}
	return t, problems
}

// parseFileName reads OCCASION.LANGUAGE.md.
func parseFileName(file string) (key, error) {
	var names []string
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			if path.Base(file) == FileName(o, l) {
				return key{o, l}, nil
			}
			names = append(names, FileName(o, l))
		}
	}
	return key{}, errors.New("belongs to no occasion: " + propose(file, names))
}

// trial executes one template with the views that matter: its bases, and each of these with one required field changed.
type trial struct {
	set    *Set
	t      *replyTemplate
	source string
	found  []Problem
}

func (s *Set) try(t *replyTemplate, source string) []Problem {
	c := trial{set: s, t: t, source: source}
	c.links()
	for _, base := range c.bases() {
		c.render(base)
	}
	if len(c.found) == 0 {
		c.subject()
		c.fields()
	}
	return c.found
}

func (c *trial) problem(line int, text string) {
	p := Problem{FileName(c.t.occasion, c.t.language), line, text, Error}
	if !slices.Contains(c.found, p) {
		c.found = append(c.found, p)
	}
}

// bases are the changes to the sample from which a trial starts: none, and where the occasion has flags, no flag and all flags.
func (c *trial) bases() []func(reflect.Value) {
	asItIs := func(reflect.Value) {}
	none, _ := c.view(setFlags(false))
	if all, _ := c.view(setFlags(true)); all == none {
		return []func(reflect.Value){asItIs}
	}
	return []func(reflect.Value){asItIs, setFlags(false), setFlags(true)}
}

// view returns sample data changed by f, as the template sees it.
func (c *trial) view(f func(reflect.Value)) (any, *words) {
	w := &words{desk: c.set.desk}
	sample := reflect.ValueOf(sampleView(c.t.key, w))
	v := reflect.New(sample.Type()).Elem() // a copy that can be set
	v.Set(sample)
	f(v)
	return v.Interface(), w
}

// links looks for web addresses in the source, where lines are known and every branch is seen.
func (c *trial) links() {
	n := 0
	for line := range strings.SplitSeq(c.source, "\n") {
		n++
		for _, link := range bareLink.FindAllString(line, -1) {
			link = strings.TrimRight(link, ".,;:!?*_'’»“”")
			if rest, ok := cutPrefixFold(link, "www."); ok {
				link = "https://www." + rest
			}
			if err := c.set.desk.allows(link); err != nil {
				c.problem(n, err.Error())
			}
		}
	}
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// render tries the whole way and finds links of other kinds, and fields where none can stand.
func (c *trial) render(f func(reflect.Value)) {
	view, w := c.view(f)
	if _, err := c.set.render(c.t, view, w); err != nil {
		c.problem(c.lineOf(err), err.Error())
	}
}

// lineOf guesses where in the source an error of rendering comes from: where its first quoted or linked thing stands.
func (c *trial) lineOf(err error) int {
	for word := range strings.FieldsSeq(err.Error()) {
		word = strings.Trim(word, `":,`)
		if at := strings.Index(c.source, word); len(word) > 8 && at >= 0 {
			return 1 + strings.Count(c.source[:at], "\n")
		}
	}
	return 3
}

// subject demands the Ref in brackets: answers find their ticket by it.
func (c *trial) subject() {
	if !c.t.occasion.OfTicket() {
		return
	}
	view, _ := c.view(func(reflect.Value) {})
	ref := refOf(view)
	if subject, _, err := c.t.execute(view); err != nil || !strings.Contains(subject, "["+ref+"]") {
		c.problem(1, ".Ref is missing in the subject: write [{{.Ref}}], answers find their ticket by it")
	}
}

// fields demands that each required string is shown, and that each required flag changes the text.
func (c *trial) fields() {
	for _, name := range requirements(c.t.occasion) {
		if !c.matters(name) {
			c.problem(c.lineOfField(name), name+" is asked for but says nothing: "+howToUse(name))
		}
	}
}

func (c *trial) matters(name string) bool {
	for _, base := range c.bases() {
		on, off := c.outcome(base, name, true), c.outcome(base, name, false)
		if on != off {
			return true
		}
	}
	return false
}

// outcome is the Markdown of the sample with a flag set or not, or with a string there or not.
func (c *trial) outcome(base func(reflect.Value), name string, on bool) string {
	view, _ := c.view(func(v reflect.Value) {
		base(v)
		if f := field(v, name); f.Kind() == reflect.Bool {
			f.SetBool(on)
		} else if !on {
			f.SetString(strings.Repeat("x", 3)) // another text, so that a mere {{if}} does not count
		}
	})
	_, markdown, err := c.t.execute(view)
	if err != nil {
		return err.Error()
	}
	return markdown
}

func (c *trial) lineOfField(name string) int {
	if at := strings.Index(c.source, name); at >= 0 {
		return 1 + strings.Count(c.source[:at], "\n")
	}
	return 3
}

// field returns the part of a view that a template calls name.
func field(v reflect.Value, name string) reflect.Value {
	for part := range strings.SplitSeq(strings.TrimPrefix(name, "."), ".") {
		v = v.FieldByName(part)
	}
	return v
}

// setFlags returns a function that sets every flag of a view.
func setFlags(to bool) func(reflect.Value) {
	var set func(reflect.Value)
	set = func(v reflect.Value) {
		for i := range v.NumField() {
			switch f := v.Field(i); f.Kind() {
			case reflect.Struct:
				set(f)
			case reflect.Bool:
				f.SetBool(to)
			}
		}
	}
	return set
}
