package web

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"sync"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Limits of an import.
const (
	maxImport   = 64 << 20 // octets of CSV: some 800,000 members
	shownLines  = 200      // of what would change, on the page
	importBatch = 500      // members in one transaction: nobody waits for longer than it takes
	importLife  = 30 * time.Minute
)

// imports are the files that were looked at and not yet carried out. They hold national numbers, so they are kept in memory only, not
// for long, and one for each person.
type imports struct {
	mu   sync.Mutex
	kept map[int64]*pendingImport // by account
}

type pendingImport struct {
	id      string
	file    string
	members []ticket.Member
	refused []*directory.LineError
	preview desk.ImportPreview
}

func newImports() *imports { return &imports{kept: map[int64]*pendingImport{}} }

func (i *imports) keep(account int64, p *pendingImport) {
	i.mu.Lock()
	defer i.mu.Unlock()
	id := rand.Text()
	p.id, i.kept[account] = id, p
	time.AfterFunc(importLife, func() { i.forget(account, id) })
}

// find returns what a person looked at; nil when it is too long ago, or another one took its place.
func (i *imports) find(account int64, id string) *pendingImport {
	i.mu.Lock()
	defer i.mu.Unlock()
	if p := i.kept[account]; p != nil && p.id == id {
		return p
	}
	return nil
}

// forget takes away what a person looked at, unless another one took its place.
func (i *imports) forget(account int64, id string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if p := i.kept[account]; p != nil && p.id == id {
		delete(i.kept, account)
	}
}

type importPage struct {
	Frame
	Preview                                 bool
	ID, File, Refused, Cut                  string
	Added, ChangedCount, Same, RefusedCount int
	RefusedLines, Shared                    []string
	Changed                                 []changeLine
}

type changeLine struct{ Who, What, Before, After string }

func (r *request) showImport() error { return r.showImportPage(http.StatusOK, "") }

func (r *request) showImportPage(status int, refused string) error {
	return r.show(status, "import", &importPage{Frame: Frame{Title: r.T("Import members")}, Refused: refused})
}

// previewImport reads the file and shows what it would change. Nothing is changed.
func (r *request) previewImport() error {
	r.Body = http.MaxBytesReader(r.w, r.Body, maxImport)
	if err := r.ParseMultipartForm(maxImport); err != nil { // all of it in memory: a temporary file would hold national numbers (R7)
		return unreadable(err)
	}
	file, header, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return r.showImportPage(http.StatusUnprocessableEntity, r.T("Choose a file first."))
	}
	if err != nil {
		return err
	}
	defer file.Close()
	p := &pendingImport{file: nrn.Redact(header.Filename)}
	if p.members, p.refused, err = readMembers(file, r.Console.Clock()); err != nil {
		return r.showImportPage(http.StatusUnprocessableEntity, r.T("This is not a file of members: %s", err))
	}
	if p.preview, err = r.Desk.PreviewImport(r.Context(), p.members); err != nil {
		return err
	}
	r.imports.keep(r.who.ID, p)
	return r.goTo("/import/" + p.id)
}

func readMembers(in io.Reader, today time.Time) (list []ticket.Member, refused []*directory.LineError, err error) {
	for row, err := range directory.ReadMembers(in, today) {
		var line *directory.LineError
		switch {
		case errors.As(err, &line):
			refused = append(refused, line)
		case err != nil:
			return nil, nil, err
		default:
			list = append(list, row.Member)
		}
	}
	return list, refused, nil
}

var errImportGone = problem{
	Status: http.StatusGone, Title: ticket.Say("That file is no longer here"), Text: ticket.Say("What would change is kept for half an hour. Nothing was imported: choose the file again."),
}

func (r *request) showPreview() error {
	in := r.imports.find(r.who.ID, r.PathValue("id"))
	if in == nil {
		return errImportGone
	}
	p := &importPage{
		Frame: Frame{Title: r.T("Import members")}, Preview: true, ID: in.id, File: in.file,
		Added: in.preview.Added, Same: in.preview.Same, ChangedCount: len(in.preview.Changed), RefusedCount: len(in.refused),
	}
	for _, line := range in.refused[:min(len(in.refused), shownLines)] {
		p.RefusedLines = append(p.RefusedLines, r.Say(line.Said()))
	}
	for _, s := range in.preview.Shared[:min(len(in.preview.Shared), shownLines)] {
		p.Shared = append(p.Shared, nrn.Redact(s.Address)+": "+joinNames(s.Members))
	}
	for _, c := range in.preview.Changed[:min(len(in.preview.Changed), shownLines)] {
		p.Changed = append(p.Changed, r.changeLines(c)...)
	}
	if more := len(in.preview.Changed) - shownLines; more > 0 {
		p.Cut = r.T("And %d members more.", more)
	}
	return r.show(http.StatusOK, "import", p)
}

func (r *request) changeLines(c desk.MemberChange) (out []changeLine) {
	who := c.Before.LastName + " " + c.Before.FirstName
	for _, part := range []struct{ what, before, after string }{
		{r.Field(ticket.LastName), c.Before.LastName, c.After.LastName}, {r.Field(ticket.FirstName), c.Before.FirstName, c.After.FirstName},
		{r.T("known address"), c.Before.Address, c.After.Address}, {r.T("language"), r.LanguageName(c.Before.Language), r.LanguageName(c.After.Language)},
	} {
		if part.before != part.after {
			out = append(out, changeLine{who, part.what, nrn.Redact(part.before), nrn.Redact(part.after)})
		}
	}
	return out
}

func joinNames(members []ticket.Member) string {
	text := ""
	for i, m := range members {
		if i > 0 {
			text += ", "
		}
		text += m.FirstName + " " + m.LastName
	}
	return text
}

// carryOutImport imports what was shown, in transactions of a size that lets the worker in between.
func (r *request) carryOutImport() error {
	in := r.imports.find(r.who.ID, r.PathValue("id"))
	if in == nil {
		return errImportGone
	}
	if now, err := r.asItStands(in); err != nil {
		return err
	} else if now.id != in.id {
		r.say("info", r.T("The directory has changed since this was shown. Nothing was imported: look at it again."))
		return r.goTo("/import/" + now.id)
	}
	var sum desk.ImportResult
	for batch := range slices.Chunk(in.members, importBatch) {
		done, err := r.Desk.ImportShown(r.Context(), r.who.Name, batch, in.preview)
		if err != nil {
			return stopped(sum.Added+sum.Changed+sum.Same, err)
		}
		sum.Added, sum.Changed, sum.Same = sum.Added+done.Added, sum.Changed+done.Changed, sum.Same+done.Same
	}
	r.imports.forget(r.who.ID, in.id)
	r.say("", r.T("Members imported: %d added, %d changed, %d as they were.", sum.Added, sum.Changed, sum.Same))
	return r.goTo("/members")
}

// asItStands is what importing would do by now: in, where that is still what was shown, or else another one in its place.
func (r *request) asItStands(in *pendingImport) (*pendingImport, error) {
	now, err := r.Desk.PreviewImport(r.Context(), in.members)
	if err != nil || reflect.DeepEqual(now, in.preview) {
		return in, err
	}
	again := *in
	again.preview = now
	r.imports.keep(r.who.ID, &again)
	return &again, nil
}

// stopped tells of an import that came to a part of the file only, which is not nothing.
func stopped(done int, err error) error {
	if done == 0 {
		return err
	}
	return problem{
		Status: http.StatusInternalServerError, Title: ticket.Say("The import stopped half way"),
		Text:  ticket.Say("A part of the members is imported. Choose the file once more: what is left is shown first."),
		cause: fmt.Errorf("import after %d members: %w", done, err),
	}
}
