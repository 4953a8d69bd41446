// Package reply turns an occasion and its data into a mail: it loads and checks the reply templates, renders one into a subject,
// a text and an HTML part, and composes the bytes that are queued.
//
// A template is Markdown with fields. Its values take no part in any parsing: they are placeholders until the document tree
// stands, and are then set beside it, escaped for where they land (R10).
package reply

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Desk is who writes, as the configuration says. Name and Address are needed.
type Desk struct {
	Name     string          // such as Servicedesk IEC-IAB
	Address  string          // where answers to our mails go
	Phone    string          // may be empty
	Website  string          // an https URL; may be empty
	Language ticket.Language // what a requester gets whose own language has no template; empty means Dutch
	// AllowedHosts are the hosts to which links may lead besides that of Website, in lower case; none means those of the Institute.
	AllowedHosts []string
}

// clean returns the desk as it is written into mails.
func (d Desk) clean() Desk {
	if d.Language == "" {
		d.Language = ticket.Dutch
	}
	d.Name, d.Address, d.Phone, d.Website = cleanLine(d.Name), cleanLine(d.Address), cleanLine(d.Phone), cleanLine(d.Website)
	return d
}

// validate says what of the configuration would make a broken mail.
func (d Desk) validate() error {
	d = d.clean()
	switch {
	case d.Name == "":
		return errors.New("desk.name is empty: replies are signed with it")
	case d.Address == "":
		return errors.New("desk.address is empty: replies are sent from it")
	case d.Website != "" && d.websiteHost() == "":
		return fmt.Errorf("desk.website %q is not a web address: begin it with https://", d.Website)
	}
	for _, host := range d.AllowedHosts {
		if !wholeHost.MatchString(host) {
			return fmt.Errorf("the allowed host %q is not a host: write it as www.example.be, in lower case", host)
		}
	}
	return nil
}

// footer is the last line of a mail: how to reach the desk.
func (d Desk) footer() []string {
	lines := []string{d.Address}
	for _, s := range []string{d.Phone, d.Website} {
		if s != "" {
			lines = append(lines, s)
		}
	}
	return lines
}

// Set is a complete and checked set of reply templates. It does not change and may be used by many goroutines.
type Set struct {
	desk      Desk
	templates map[key]*replyTemplate
	questions map[ticket.Language][]string
	layout    *template.Template
	parser    parser.Parser
	html      renderer.Renderer
}

// Load reads and checks every reply template of fsys. Its error holds all problems, one line each: file:line, what, and a proposal.
func Load(fsys fs.FS, desk Desk) (*Set, error) {
	s, problems := load(fsys, desk)
	if err := errors.Join(desk.validate(), joined(problems)); err != nil {
		return nil, err
	}
	return s, nil
}

// With returns a set in which the template of this file name (OCCASION.LANGUAGE.md) is replaced, or all that forbids it.
func (s *Set) With(file string, source []byte) (*Set, error) {
	t, problems := s.compile(file, source)
	if err := joined(problems); err != nil {
		return nil, err
	}
	with := *s
	with.templates = maps.Clone(s.templates)
	with.templates[t.key] = t
	return &with, nil
}

// Problems returns all that is wrong with a template of this file name, warnings too, in the order of lines.
func (s *Set) Problems(file string, source []byte) []Problem {
	_, problems := s.compile(file, source)
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return problems
}

// Has reports whether there is a template of an occasion in just this language.
func (s *Set) Has(o ticket.Occasion, lang ticket.Language) bool {
	_, ok := s.templates[key{o, lang}]
	return ok
}

// joined is one error of all problems that are errors, or nil.
func joined(problems []Problem) error {
	var errs []error
	for _, p := range problems {
		if p.Severity == Error {
			errs = append(errs, errors.New(p.String()))
		}
	}
	return errors.Join(errs...)
}

// Rendered is a reply, ready to be shown or composed.
type Rendered struct {
	Subject  string          // one line, with the Ref where there is a ticket
	Text     string          // lines end in \n
	HTML     string          // a whole document
	Language ticket.Language // the one used: the desk's where the wanted one has no template
}

// Why a reply is not written.
var (
	// ErrNationalNumber is returned when a value, such as an agent's question, holds a national number (R7).
	ErrNationalNumber = ticket.Refuse("the reply would hold a national number: take it out of the text")
	// ErrIncomplete is returned when data lacks what its occasion is about.
	ErrIncomplete = errors.New("the reply would say nothing")
	// ErrLink is returned for a link of StaffLink that cannot be mailed.
	ErrLink = errors.New("the link is too long, or neither https nor to this machine: see console.public_url")
)

// Render writes the reply of d in a language.
func (s *Set) Render(lang ticket.Language, d Data) (Rendered, error) {
	t, ok := s.templates[key{d.Occasion(), lang}]
	if !ok {
		t, ok = s.templates[key{d.Occasion(), s.desk.Language}]
	}
	if !ok {
		return Rendered{}, fmt.Errorf("no reply template %s", FileName(d.Occasion(), lang))
	}
	w := &words{desk: s.desk}
	view := d.view(w)
	if name := lacking(d, refOf(view)); name != "" {
		return Rendered{}, fmt.Errorf("%w: %s of %s is empty", ErrIncomplete, name, d.Occasion())
	}
	if w.secret {
		return Rendered{}, ErrNationalNumber
	}
	if l, ok := d.(StaffLink); ok && !l.sound() {
		return Rendered{}, ErrLink // it is a secret: not named
	}
	r, err := s.render(t, view, w)
	if err != nil {
		return Rendered{}, fmt.Errorf("render %s: %w", FileName(t.occasion, t.language), err)
	}
	return r, nil
}

// render executes t and renders both parts from the one document.
func (s *Set) render(t *replyTemplate, view any, w *words) (Rendered, error) {
	subject, markdown, err := t.execute(view)
	if err != nil {
		return Rendered{}, err
	}
	doc, err := parseDocument(s.parser, markdown, w)
	if err != nil {
		return Rendered{}, err
	}
	body, err := doc.html(s.html)
	if err != nil {
		return Rendered{}, err
	}
	r := Rendered{Subject: cleanLine(w.replace(subject)), Language: t.language}
	r.Text = doc.text() + "\n-- \n" + strings.Join(s.desk.footer(), "\n") + "\n"
	page := limited{left: maxPart}
	err = s.layout.Execute(&page, layoutData{
		Language: t.language, Subject: r.Subject, Desk: s.desk, Body: template.HTML(body), // made by goldmark, values escaped
		Outlook: outlookColumn(),
	})
	if err != nil {
		return Rendered{}, err
	}
	r.HTML = page.String()
	return r, r.check()
}

// check is the last look at a reply before it may leave.
func (r Rendered) check() error {
	switch {
	case r.Subject == "":
		return errors.New("the subject is empty")
	case len(r.Text) > maxPart:
		return ErrTooLong
	case strings.ContainsFunc(r.Subject+r.Text+r.HTML, func(c rune) bool { return c >= firstPlaceholder && c <= lastPlaceholder }):
		return errMisplaced
	}
	return nil
}

// errMisplaced is the net below the checks of the source: no placeholder may leave.
var errMisplaced = ticket.Refuse("a field stands where it cannot be put in, such as inside <…> or after &#: write it in plain text")

// layoutData is what the layout of the HTML part sees.
type layoutData struct {
	Language ticket.Language
	Subject  string
	Desk     Desk
	Body     template.HTML
	Outlook  column
}

// column keeps lines readable in Outlook for Windows, which ignores max-width: a table in comments that it alone reads. Written here, since
// html/template drops comments.
type column struct{ Begin, End template.HTML }

func outlookColumn() column {
	return column{
		Begin: `<!--[if mso]><table role="presentation" width="640" cellspacing="0" cellpadding="0" border="0"><tr><td><![endif]-->`,
		End:   `<!--[if mso]></td></tr></table><![endif]-->`,
	}
}
