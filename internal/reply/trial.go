package reply

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// trial tries one template on what can happen: it renders the situations that show most of it, and looks in all of them for what the
// occasion must say.
type trial struct {
	set    *Set
	t      *replyTemplate
	file   string
	source string
	found  []Problem
	known  map[any]string // the Markdown of each view
}

func (s *Set) try(t *replyTemplate, file, source string) []Problem {
	c := trial{set: s, t: t, file: file, source: source, known: map[any]string{}}
	c.links()
	c.mailAddresses()
	c.phishing()
	for i, d := range typical(t.occasion, t.language) {
		if r, ok := c.render(d); ok && i == 0 {
			c.measure(r)
		}
	}
	if !hasError(c.found) {
		c.fields()
	}
	return c.found
}

func (c *trial) problem(line int, what ticket.Said) { c.add(wrong(c.file, line, what)) }

func (c *trial) warn(line int, what ticket.Said) { c.add(doubtful(c.file, line, what)) }

// add keeps a problem once: each situation finds it again.
func (c *trial) add(p Problem) {
	if !slices.ContainsFunc(c.found, func(q Problem) bool { return q.String() == p.String() }) {
		c.found = append(c.found, p)
	}
}

// view is data as the template sees it, with the words that stand behind it.
func (c *trial) view(d Data) (any, *words) {
	w := &words{desk: c.set.desk}
	return d.view(w), w
}

// links looks for web addresses in the source, where lines are known and every branch is seen.
func (c *trial) links() {
	for n, line := range numbered(c.source) {
		for _, link := range bareLink.FindAllString(line, -1) {
			link = strings.TrimRight(link, ".,;:!?*_'’»“”")
			if rest, ok := cutPrefixFold(link, "www."); ok {
				link = "https://www." + rest
			}
			c.link(n, link)
		}
		for _, m := range bareHost.FindAllStringSubmatch(bareLink.ReplaceAllString(line, " "), -1) {
			c.link(n, "https://"+m[1]) // mail programs make a link of it
		}
		for _, m := range markedLink.FindAllStringSubmatch(line, -1) {
			c.label(n, m[1], m[2])
		}
	}
}

func (c *trial) link(line int, to string) {
	if err := c.set.desk.allows(to); err != nil {
		c.problem(line, ticket.SaidOf(err))
	}
}

// label refuses the words of a link that promise another place than it leads to, or hide it: members shall not learn to trust such links.
func (c *trial) label(line int, label, to string) {
	clear := unmarked(label)
	for _, m := range bareHost.FindAllStringSubmatch(" "+bareLinkHost(clear), -1) {
		if host := bareLinkHost(to); !strings.EqualFold(m[1], host) {
			c.problem(line, ticket.Say("the link says %s and leads to %s: write where it leads", m[1], host))
		}
	}
	if onlyHere.MatchString(clear) || signIn.MatchString(clear) {
		c.problem(line, phishy(label, c.set.desk))
	}
}

// mailAddresses warns of addresses that members may take for ours.
func (c *trial) mailAddresses() {
	for n, line := range numbered(c.source) {
		for _, m := range bareAddress.FindAllStringSubmatch(bareLink.ReplaceAllString(line, " "), -1) {
			if !strings.EqualFold(m[1], "mailto:") && !strings.EqualFold(m[2], c.set.desk.Address) {
				c.warn(n, ticket.Say("%s is another mail address than the desk's: members may write to it", m[2]))
			}
		}
	}
}

// render tries the whole way and finds links of other kinds, and what only shows in the finished mail.
func (c *trial) render(d Data) (Rendered, bool) {
	view, w := c.view(d)
	r, err := c.set.render(c.t, view, w)
	switch {
	case err != nil:
		c.problem(c.lineOf(err), ticket.SaidOf(err))
	case nrn.Contains(r.Text) && !w.secret:
		c.add(nationalNumber(c.file, bodyLine))
	case c.t.occasion.OfTicket() && !strings.Contains(r.Subject, "["+w.replace(refOf(view))+"]"):
		c.problem(1, ticket.Say(".Ref is missing in the subject: write [{{.Ref}}], answers find their ticket by it"))
	}
	return r, err == nil
}

// bodyLine is the first line of the text, for what has no line of its own.
const bodyLine = 3

// lineOf guesses where in the source an error of rendering comes from: where its first quoted or linked thing stands.
func (c *trial) lineOf(err error) int {
	for word := range strings.FieldsSeq(err.Error()) {
		word = strings.Trim(word, `":,`)
		if at := strings.Index(c.source, word); len(word) > 8 && at >= 0 {
			return lineAt(c.source, at)
		}
	}
	return bodyLine
}

// How much is pleasant to read; what is longer brings a warning.
const (
	longSubject = 78  // characters: more is folded (RFC 5322 section 2.1.1) and cut by most programs
	longText    = 400 // words
)

// measure warns of what works and reads badly.
func (c *trial) measure(r Rendered) {
	if n := utf8.RuneCountInString(r.Subject); n > longSubject {
		c.warn(1, ticket.Say("the subject has %d characters: most mail programs cut it, keep it below %d", n, longSubject))
	}
	if n := len(strings.Fields(r.Text)); n > longText {
		c.warn(bodyLine, ticket.Say("the text has %d words: few will read it all, keep it below %d", n, longText))
	}
	if at := strings.Index(c.source, "**"); at >= 0 && strings.Contains(r.Text, "**") {
		c.warn(lineAt(c.source, at), ticket.Say("** is shown as it stands: close what is bold with ** right behind its last letter"))
	}
	if !strings.Contains(c.source, ".Desk.Name") {
		c.warn(strings.Count(strings.TrimRight(c.source, "\n"), "\n")+1, ticket.Say("the mail is not signed: end it with {{.Desk.Name}}"))
	}
}

// fields demands that each required text is shown and each required flag changes the text, in every situation.
func (c *trial) fields() {
	situations := situations(c.t.occasion, c.t.language)
	for _, name := range requirements(c.t.occasion) {
		says, of := 0, 0
		for _, d := range situations {
			view, _ := c.view(d)
			switch f := field(reflect.ValueOf(view), name); {
			case f.Kind() == reflect.Bool && !f.Bool():
				continue
			case f.Kind() == reflect.Bool && c.markdown(view) != c.markdown(without(view, name)),
				f.Kind() == reflect.String && strings.Contains(c.markdown(view), f.String()):
				says++
			}
			of++
		}
		switch {
		case says == 0:
			c.problem(c.lineOfField(name), ticket.Say("%s is asked for but says nothing: %s", name, howToUse(name)))
		case says < of:
			c.problem(c.lineOfField(name), ticket.Say("%s is not always told: take it out of the {{if}} or {{else}} around it", name))
		}
	}
}

// markdown is what the template makes of a view, kept since neighbouring situations are compared.
func (c *trial) markdown(view any) string {
	if known, ok := c.known[view]; ok {
		return known
	}
	_, markdown, err := c.t.execute(view)
	if err != nil {
		markdown = err.Error()
	}
	c.known[view] = markdown
	return markdown
}

// without is the view with one flag cleared.
func without(view any, flag string) any {
	v := reflect.New(reflect.TypeOf(view)).Elem() // a copy that can be set
	v.Set(reflect.ValueOf(view))
	field(v, flag).SetBool(false)
	return v.Interface()
}

func (c *trial) lineOfField(name string) int {
	if at := strings.Index(c.source, name); at >= 0 {
		return lineAt(c.source, at)
	}
	return bodyLine
}

// field returns the part of a view that a template calls name.
func field(v reflect.Value, name string) reflect.Value {
	for part := range strings.SplitSeq(strings.TrimPrefix(name, "."), ".") {
		v = v.FieldByName(part)
	}
	return v
}
