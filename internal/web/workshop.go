package web

import (
	"cmp"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
)

// matrixPage is every template: a row for each occasion, a column for each language.
type matrixPage struct {
	Frame
	Columns     []string
	Rows        []matrixRow
	SecondAdmin bool
}

type matrixRow struct {
	Name  string
	Cells []matrixCell
}

type matrixCell struct {
	Path, Name, State, Class, Note string
}

func (r *request) showTemplates() error {
	cells, err := r.Workshop.Matrix(r.Context())
	if err != nil {
		return err
	}
	p := &matrixPage{Frame: Frame{Title: r.T("Reply templates")}}
	if p.SecondAdmin, err = r.Workshop.SecondAdmin(r.Context()); err != nil {
		return err
	}
	for _, l := range ticket.Languages() {
		p.Columns = append(p.Columns, r.LanguageName(l))
	}
	for _, c := range cells {
		if n := len(p.Rows); n == 0 || p.Rows[n-1].Name != r.Occasion(c.Key.Occasion) {
			p.Rows = append(p.Rows, matrixRow{Name: r.Occasion(c.Key.Occasion)})
		}
		row := &p.Rows[len(p.Rows)-1]
		row.Cells = append(row.Cells, r.matrixCell(c))
	}
	return r.show(http.StatusOK, "templates", p)
}

// matrixCell says in words how a template stands.
func (r *request) matrixCell(c workshop.Cell) matrixCell {
	m := matrixCell{Path: "/templates/" + c.Key.String(), Name: r.Occasion(c.Key.Occasion) + ", " + r.LanguageName(c.Key.Language)}
	switch c.State {
	case workshop.Missing:
		m.State, m.Class = r.T("missing"), string(ticket.Warning)
	case workshop.Changed:
		m.State, m.Class = r.T("changed"), string(ticket.OK)
	default:
		m.State = r.T("original")
	}
	switch {
	case c.Unfit:
		m.State, m.Class = r.T("not fit to go out: the original does"), string(ticket.Alarm)
	case c.Behind:
		m.State, m.Class = m.State+", "+r.T("behind"), string(ticket.Warning)
	}
	if d := c.Draft; d != nil {
		m.Note = r.T("draft of %s", d.By)
		if d.Proposed() {
			m.Note = r.T("proposed by %s", d.ProposedBy)
		}
	}
	return m
}

func (r *request) demandSecondAdmin() error {
	err := r.Workshop.DemandSecondAdmin(r.Context(), r.who.Name, r.PostFormValue("demand") == "yes")
	if err != nil {
		return err
	}
	return r.goTo("/templates")
}

// templatePage is the workshop of one template: the text left, the mail right, what it may say and what it said before below.
type templatePage struct {
	Frame
	Key                    ticket.TemplateKey
	Path, Heading, Refused string
	Source, Ref, Reason    string
	Unsaved                bool // Source was typed and is not kept
	Seen, Newest           int64
	State                  string
	Problems               []problemLine
	Fields                 []fieldLine
	Preview                *previewView
	HasDraft, Proposed     bool
	CanPublish, CanPropose bool
	Outdated, IsChanged    bool
	ProposedBy             string
	History                []versionLine
	Compare                *comparison
}

type problemLine struct {
	Line  int
	Class string
	Word  string
	Text  string
}

type fieldLine struct{ Name, Meaning, Example, Insert string }

type previewView struct {
	reply.Rendered
	From, To, Frame string
}

type versionLine struct {
	workshop.Version
	What, ComparePath string
	Now               bool
}

type comparison struct {
	Title string
	Lines []workshop.DiffLine
}

func (r *request) templateKey() (ticket.TemplateKey, error) {
	k, err := ticket.ParseTemplateKey(r.PathValue("key"))
	if err != nil {
		return k, errors.Join(ticket.ErrNotFound, err)
	}
	return k, nil
}

func (r *request) showTemplate() error { return r.showTemplatePage(http.StatusOK, nil, "") }

// showTemplatePage shows the workshop. typed is what stands in the editor and is not saved; nil: the draft, or what goes out now.
func (r *request) showTemplatePage(status int, typed *string, refused string) error {
	k, err := r.templateKey()
	if err != nil {
		return err
	}
	open, err := r.Workshop.Open(r.Context(), k)
	if err != nil {
		return err
	}
	p := &templatePage{
		Frame: Frame{Title: r.Capital(r.Occasion(k.Occasion)) + ", " + r.LanguageName(k.Language), Section: "templates"}, Key: k, Path: "/templates/" + k.String(),
		Refused: refused, Source: cmp.Or(open.Published, open.Original), Ref: nrn.Redact(strings.TrimSpace(r.FormValue("ref"))), Reason: nrn.Redact(r.PostFormValue("reason")),
		State: r.matrixCell(open.Cell).State, Outdated: open.Outdated, IsChanged: open.State == workshop.Changed, Newest: open.Newest(),
	}
	problems := open.Problems
	if d := open.Draft; d != nil {
		p.Source, p.Seen, p.HasDraft, p.Proposed, p.ProposedBy = d.Source, d.Version, true, d.Proposed(), d.ProposedBy
		p.CanPropose = open.SecondAdmin && !d.Proposed() && !broken(problems)
		p.CanPublish = (!open.SecondAdmin || d.Proposed() && d.ProposedBy != r.who.Name) && !broken(problems)
	}
	if typed != nil {
		p.Unsaved = *typed != p.Source
		p.Source, problems = *typed, r.Workshop.Check(k, *typed)
		p.CanPublish, p.CanPropose = false, false // what is typed has to be saved first
		r.fillSeen(p, open.Draft, status)
	}
	r.fillProblems(p, problems)
	if err := r.fillPreview(p); err != nil {
		return err
	}
	p.Source = nrn.Redact(p.Source) // a number that was typed is said to be one, and not shown again (R7)
	r.fillFields(p)
	r.fillVersions(p, open)
	r.w.Header().Set("Content-Security-Policy", policy+"; frame-src 'self'")
	return r.show(status, "template", p)
}

// fillSeen says which draft the words that are typed go on from: the one that was shown when they were begun (R8). A step that was refused for
// another one shows that one beside them, and only then do they go on from it.
func (r *request) fillSeen(p *templatePage, d *workshop.Draft, status int) {
	began := max(r.formNumber("seen"), 0)
	switch {
	case status != http.StatusConflict:
		p.Seen = began
	case d != nil && d.Version != began:
		p.Compare = &comparison{Title: r.T("The draft of %s beside what stands in the editor", d.By), Lines: workshop.Compare(d.Source, nrn.Redact(p.Source))}
	}
}

func broken(problems []reply.Problem) bool {
	for _, p := range problems {
		if p.Severity == reply.Error {
			return true
		}
	}
	return false
}

func (r *request) fillProblems(p *templatePage, problems []reply.Problem) {
	for _, x := range problems {
		line := problemLine{Line: x.Line, Class: string(ticket.Warning), Word: r.T("look at this"), Text: nrn.Redact(r.problemText(x))}
		if x.Severity == reply.Error {
			line.Class, line.Word = string(ticket.Alarm), r.T("error")
		}
		p.Problems = append(p.Problems, line)
	}
}

// fillPreview renders what stands in the editor, on made-up data or on a real ticket. The HTML part goes into a frame of its own, which
// can run nothing and reach nothing.
func (r *request) fillPreview(p *templatePage) error {
	rendered, problems, err := reply.Rendered{}, []reply.Problem(nil), error(nil)
	to := reply.SampleAddress(p.Key.Language)
	if p.Ref != "" {
		rendered, problems, err = r.Workshop.PreviewTicket(r.Context(), p.Key, p.Source, ticket.Ref(strings.ToUpper(p.Ref)))
		to = p.Ref
	} else {
		rendered, problems, err = r.Workshop.Preview(p.Key, p.Source, reply.Sample(p.Key.Occasion, p.Key.Language))
	}
	if text, _, ok := refusal(r.Speaker, err); ok || errors.Is(err, ticket.ErrNotFound) {
		p.Refused = cmp.Or(p.Refused, text, r.T("There is no such ticket."))
		return nil
	}
	if err != nil || broken(problems) {
		return err
	}
	id := r.previews.keep(r.who.ID, rendered.HTML)
	p.Preview = &previewView{Rendered: rendered, From: r.Desk.Address.Name + " <" + r.Desk.Address.Addr + ">", To: to, Frame: p.Path + "/frame/" + id}
	return nil
}

func (r *request) fillVersions(p *templatePage, open workshop.Page) {
	other, _ := strconv.ParseInt(r.FormValue("compare"), 10, 64)
	for i, v := range open.History {
		line := versionLine{Version: v, Now: i == 0, What: r.T("version %d", v.Number), ComparePath: p.Path + "?compare=" + strconv.FormatInt(v.ID, 10)}
		if v.Original {
			line.What = r.T("version %d, back to the original", v.Number)
		}
		p.History = append(p.History, line)
		if v.ID == other {
			p.Compare = &comparison{Title: r.T("Version %d beside what stands in the editor", v.Number), Lines: workshop.Compare(v.Source, p.Source)}
		}
	}
	if r.FormValue("compare") == "original" {
		p.Compare = &comparison{Title: r.T("The original beside what stands in the editor"), Lines: workshop.Compare(open.Original, p.Source)}
	}
}

// templateStep runs one form of the workshop. What was typed stays, whatever happens.
func (r *request) templateStep(done string, step func(k ticket.TemplateKey) error) error {
	k, err := r.templateKey()
	if err != nil {
		return err
	}
	err = step(k)
	text, status, ok := refusal(r.Speaker, err)
	switch {
	case err == nil:
		r.say("", r.T(done))
		return r.goTo("/templates/" + k.String())
	case ok && r.PostForm.Has("source"):
		typed := r.editorText()
		return r.showTemplatePage(status, &typed, text)
	case ok:
		return r.showTemplatePage(status, nil, text)
	}
	return err
}

// editorText is the text of the editor. A browser sends lines that end in CRLF.
func (r *request) editorText() string {
	return strings.ReplaceAll(r.PostFormValue("source"), "\r\n", "\n")
}

// saveTemplate keeps the draft, broken or not, or only shows what it would look like.
func (r *request) saveTemplate() error {
	if r.PostFormValue("do") == "preview" {
		typed := r.editorText()
		return r.showTemplatePage(http.StatusOK, &typed, "")
	}
	return r.templateStep("The draft is kept.", func(k ticket.TemplateKey) error {
		_, err := r.Workshop.SaveDraft(r.Context(), r.who.Name, k, r.editorText(), max(r.formNumber("seen"), 0))
		return err
	})
}

func (r *request) publishTemplate() error {
	return r.templateStep("Published: this goes out from now on.", func(k ticket.TemplateKey) error {
		_, err := r.Workshop.Publish(r.Context(), r.who.Name, k, r.formNumber("seen"), r.PostFormValue("reason"))
		return err
	})
}

func (r *request) proposeTemplate() error {
	return r.templateStep("Proposed: another admin publishes it.", func(k ticket.TemplateKey) error {
		_, err := r.Workshop.Propose(r.Context(), r.who.Name, k, r.formNumber("seen"), r.PostFormValue("reason"))
		return err
	})
}

func (r *request) rebaseTemplate() error {
	return r.templateStep("The draft goes on from what is published now. Compare the two before you publish.", func(k ticket.TemplateKey) error {
		_, err := r.Workshop.Rebase(r.Context(), r.who.Name, k, r.formNumber("seen"))
		return err
	})
}

func (r *request) discardTemplate() error {
	return r.templateStep("The draft is thrown away.", func(k ticket.TemplateKey) error {
		return r.Workshop.DiscardDraft(r.Context(), r.who.Name, k, r.formNumber("seen"))
	})
}

func (r *request) restoreTemplate() error {
	return r.templateStep("The earlier version goes out again.", func(k ticket.TemplateKey) error {
		_, err := r.Workshop.Restore(r.Context(), r.who.Name, k, r.formNumber("version"), r.formNumber("newest"), r.PostFormValue("reason"))
		return err
	})
}

func (r *request) templateToOriginal() error {
	return r.templateStep("The original goes out again.", func(k ticket.TemplateKey) error {
		_, err := r.Workshop.BackToOriginal(r.Context(), r.who.Name, k, r.formNumber("newest"), r.PostFormValue("reason"))
		return err
	})
}

// sendTemplate mails what stands in the editor to the admin who asks for it, marked as a test.
func (r *request) sendTemplate() error {
	typed := r.editorText()
	k, err := r.templateKey()
	if err != nil {
		return err
	}
	err = r.Workshop.SendTest(r.Context(), r.who.Name, r.who.Address, k, typed)
	if text, status, ok := refusal(r.Speaker, err); ok {
		return r.showTemplatePage(status, &typed, text)
	}
	if err != nil {
		return err
	}
	r.say("", r.T("A test is on its way to %s.", r.who.Address))
	return r.showTemplatePage(http.StatusOK, &typed, "")
}

// problemText says what is wrong in the language of the reader.
func (r *request) problemText(p reply.Problem) string { return r.Say(p.Said) }

// fillFields lists what the template may say, each with its meaning and an example.
func (r *request) fillFields(p *templatePage) {
	for _, f := range reply.FieldsOf(p.Key.Occasion, p.Key.Language) {
		line := fieldLine{Name: f.Name, Meaning: r.Say(f.Meaning), Example: f.Example, Insert: f.Insert}
		if f.Required {
			line.Meaning += " " + r.T("It must be there.")
		}
		p.Fields = append(p.Fields, line)
	}
}
