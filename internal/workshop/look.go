package workshop

import (
	"context"
	"errors"
	"time"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// State is how the template of a key stands.
type State string

// The states.
const (
	Missing  State = "missing"  // there is none: the desk's language goes out in its place
	Original State = "original" // the file goes out
	Changed  State = "changed"  // what an admin published goes out
)

// Cell is how the template of one key stands beside the others.
type Cell struct {
	Key    Key
	State  State
	Behind bool     // another language of the occasion was changed later
	Unfit  bool     // its newest version breaks the rules of this program, so the original goes out
	Draft  *Draft   // nil: nobody is writing
	Last   *Version // the newest version; nil: never published
}

// Newest is the id of the newest version; 0: never published.
func (c Cell) Newest() int64 {
	if c.Last == nil {
		return 0
	}
	return c.Last.ID
}

// Matrix tells how all templates stand, by occasion, the languages in the order of ticket.Languages.
func (w *Workshop) Matrix(ctx context.Context) (cells []Cell, err error) {
	err = w.Read(ctx, func(tx Tx) error {
		cells, err = w.matrix(tx)
		return err
	})
	return cells, err
}

func (w *Workshop) matrix(tx Tx) ([]Cell, error) {
	m, err := w.Replies.mixOf(tx)
	if err != nil {
		return nil, err
	}
	newest, err := tx.NewestTemplates()
	if err != nil {
		return nil, err
	}
	drafts, err := tx.TemplateDrafts()
	if err != nil {
		return nil, err
	}
	last, draft := map[Key]*Version{}, map[Key]*Draft{}
	for i, v := range newest {
		last[v.Key] = &newest[i]
	}
	for i, d := range drafts {
		draft[d.Key] = &drafts[i]
	}
	var cells []Cell
	for _, k := range ticket.TemplateKeys() {
		_, unfit := m.unfit[k]
		cells = append(cells, Cell{Key: k, State: w.stateOf(k, last[k], unfit), Unfit: unfit, Draft: draft[k], Last: last[k]})
	}
	for i := range cells {
		cells[i].Behind = behind(cells[i], cells)
	}
	return cells, nil
}

// stateOf is the state of a key whose newest version is last.
func (w *Workshop) stateOf(k Key, last *Version, unfit bool) State {
	original, there := w.Replies.sources[k]
	switch {
	case last != nil && !last.Original && !unfit && (!there || last.Source != original):
		return Changed
	case there:
		return Original
	}
	return Missing
}

// behind reports whether another language of the occasion was changed after this one. Two originals agree, whatever was tried between.
func behind(c Cell, all []Cell) bool {
	for _, other := range all {
		apart := other.Key.Occasion == c.Key.Occasion && other.Key.Language != c.Key.Language && c.State != Missing
		if apart && (other.State == Changed || c.State == Changed) && changedAt(other).After(changedAt(c)) {
			return true
		}
	}
	return false
}

// changedAt is when a template was published last; zero: never.
func changedAt(c Cell) (at time.Time) {
	if c.Last != nil {
		at = c.Last.At
	}
	return at
}

// Page is everything about the template of one key.
type Page struct {
	Cell
	Published   string // the source that goes out now; empty where there is none
	Original    string // the factory setting; empty where there is none
	History     []Version
	Problems    []reply.Problem // of the draft, or of what goes out where there is none; of a newest version that is Unfit
	SecondAdmin bool            // publishing needs a second admin
	Outdated    bool            // a version was published after the draft was begun: it can be published only after Rebase
}

// Open returns everything about the template of one key; the history begins with the newest version.
func (w *Workshop) Open(ctx context.Context, k Key) (p Page, err error) {
	if _, err := ticket.ParseTemplateKey(k.String()); err != nil {
		return Page{}, err
	}
	err = w.Read(ctx, func(tx Tx) error {
		cells, err := w.matrix(tx)
		if err != nil {
			return err
		}
		for _, c := range cells {
			if c.Key == k {
				p.Cell = c
			}
		}
		p.Original = w.Replies.sources[k]
		p.Published = w.goesOut(p.Cell)
		if p.SecondAdmin, err = tx.Rule(ticket.SecondAdmin); err != nil {
			return err
		}
		p.History, err = tx.TemplateVersions(k)
		return err
	})
	if err != nil {
		return Page{}, err
	}
	p.Outdated = p.Draft != nil && p.Draft.Base != p.Newest()
	p.Problems = w.problemsOf(p)
	return p, nil
}

// goesOut is the source that goes out for a key.
func (w *Workshop) goesOut(c Cell) string {
	if c.State == Changed {
		return c.Last.Source
	}
	return w.Replies.sources[c.Key]
}

func (w *Workshop) problemsOf(p Page) []reply.Problem {
	switch {
	case p.Draft != nil:
		return w.Check(p.Key, p.Draft.Source)
	case p.Unfit:
		return w.Check(p.Key, p.Last.Source)
	case p.State == Missing:
		return nil
	}
	return w.Check(p.Key, p.Published)
}

// Check returns all that is wrong with a source as the template of a key: line, text, severity.
func (w *Workshop) Check(k Key, source string) []reply.Problem {
	return w.Replies.originals.Problems(fileName(k), []byte(source))
}

// Preview renders a source as the template of a key with data; nil is made-up data. There is nothing to see while a problem is an error.
// A value that cannot be rendered is an error.
func (w *Workshop) Preview(k Key, source string, data reply.Data) (reply.Rendered, []reply.Problem, error) {
	problems := w.Check(k, source)
	if broken(problems) {
		return reply.Rendered{}, problems, nil
	}
	if data == nil {
		data = reply.Sample(k.Occasion, k.Language)
	}
	set, err := w.Replies.originals.With(fileName(k), []byte(source))
	if err != nil {
		return reply.Rendered{}, problems, err
	}
	r, err := set.Render(k.Language, data)
	if errors.Is(err, reply.ErrIncomplete) {
		err = ticket.Refuse("%w: this ticket has nothing that the template could say", ticket.ErrNotAllowed)
	}
	return r, problems, err
}

// PreviewTicket renders a source as the template of a key with what a real ticket would have it say. Nothing is queued.
func (w *Workshop) PreviewTicket(ctx context.Context, k Key, source string, ref ticket.Ref) (reply.Rendered, []reply.Problem, error) {
	if !k.Occasion.OfTicket() {
		return reply.Rendered{}, nil, ticket.Refuse("%s belongs to no ticket: %w", k.Occasion, ticket.ErrNotAllowed)
	}
	data, err := w.Tickets.ReplyData(ctx, ref, k.Occasion)
	if err != nil {
		return reply.Rendered{}, nil, err
	}
	return w.Preview(k, source, data)
}

func isNotFound(err error) bool { return errors.Is(err, ticket.ErrNotFound) }
