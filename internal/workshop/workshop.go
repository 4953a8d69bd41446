// Package workshop is where admins tune the reply templates: draft, check, preview, publish, compare, restore. The files are the factory
// setting; what is published lives in the database and shadows them, and nothing that was published is ever changed. No template goes out
// unless it passes the checks of package reply, whoever publishes it and from where.
package workshop

import (
	"context"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Key is what there is one template of.
type Key = ticket.TemplateKey

// Version is a template as it was published once.
type Version = ticket.TemplateVersion

// Draft is what somebody writes and has not published yet.
type Draft = ticket.TemplateDraft

// Tx is what the workshop needs of the database inside one transaction. Methods that change a state do so by compare-and-swap and return
// a *ticket.Conflict when somebody was first; TemplateDraft returns ticket.ErrNotFound when there is none.
type Tx interface {
	Now() time.Time
	Published
	TemplateVersions(k Key) ([]Version, error)
	InsertTemplateVersion(v *Version) error
	TemplateDraft(k Key) (Draft, error)
	TemplateDrafts() ([]Draft, error)
	SaveTemplateDraft(d *Draft, was int64) error
	DeleteTemplateDraft(k Key, was int64) error
	InsertDelivery(d *ticket.Delivery) error
	AddEvent(ticketID int64, actor, name string, what ticket.Said) error
	Rule(r ticket.Rule) (on bool, err error)
	SetRule(r ticket.Rule, on bool) error
}

// Transact runs a function in one transaction.
type Transact func(ctx context.Context, f func(Tx) error) error

// Tickets tells what a reply would say on a real ticket.
type Tickets interface {
	ReplyData(ctx context.Context, ref ticket.Ref, o ticket.Occasion) (reply.Data, error)
}

// Options are what a workshop works with. All but Queued are needed.
type Options struct {
	Write Transact // commits durably when the function returns nil, else rolls back
	Read  Transact // one state of the database, nothing written

	Replies *Replies
	Tickets Tickets
	Mail    func(tx Tx, to string, r reply.Rendered) error // queues a test to one of the staff, in the transaction
	Queued  func()                                         // called after a transaction that queued mail; may be nil
}

// Workshop is the use cases. It is safe for concurrent use, also by several processes on one database.
type Workshop struct{ Options }

// New returns a workshop.
func New(o Options) *Workshop {
	if o.Queued == nil {
		o.Queued = func() {}
	}
	return &Workshop{o}
}

// Refused says that templates have errors, and which: no template that has one goes out.
type Refused struct {
	Problems []reply.Problem // of all of them, warnings too
	why      error
}

// Error lists the errors, one line each, below what is refused.
func (r *Refused) Error() string {
	lines := []string{r.why.Error()}
	for _, p := range r.Problems {
		if p.Severity == reply.Error {
			lines = append(lines, p.String())
		}
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the refusal, which can be said in the language of the reader.
func (r *Refused) Unwrap() error { return r.why }

// fit refuses a source that has errors.
func (w *Workshop) fit(k Key, source string) error {
	problems := w.Check(k, source)
	if !broken(problems) {
		return nil
	}
	return &Refused{problems, ticket.Refuse("%w: %s in %s has errors and cannot go out: mend them first", ticket.ErrInvalid, k.Occasion, k.Language)}
}

func broken(problems []reply.Problem) bool {
	for _, p := range problems {
		if p.Severity == reply.Error {
			return true
		}
	}
	return false
}

// event appends to the history of no ticket. Names and reasons pass through it, so numbers are masked here, once for all (R7).
func event(tx Tx, actor, name, format string, args ...any) error {
	return tx.AddEvent(0, actor, name, ticket.Say(format, args...).Redacted())
}

// person demands the name of who acts.
func person(by string) (string, error) {
	by = strings.Join(strings.Fields(by), " ")
	if by == "" || by == ticket.Robot {
		return "", ticket.Refuse("%w: say who you are", ticket.ErrInvalid)
	}
	return by, nil
}

// act runs one step of a person on the template of a key.
func (w *Workshop) act(ctx context.Context, by string, k Key, f func(tx Tx, by string) error) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	if _, err := ticket.ParseTemplateKey(k.String()); err != nil {
		return err
	}
	return w.Write(ctx, func(tx Tx) error { return f(tx, by) })
}

// oneLine is a reason as it is kept: on one line, without national numbers (R7).
func oneLine(reason string) string { return nrn.Redact(strings.Join(strings.Fields(reason), " ")) }

// because is a reason behind a sentence, or nothing.
func because(reason string) ticket.Said {
	if reason == "" {
		return ticket.Said{}
	}
	return ticket.Say(" Reason: %s", reason)
}

// lastOf is the newest version of a key; its ID is 0 where there is none.
func lastOf(tx Tx, k Key) (Version, error) {
	all, err := tx.TemplateVersions(k)
	if err != nil || len(all) == 0 {
		return Version{Key: k}, err
	}
	return all[0], nil
}

// asShown refuses to go on from another version than the one that a person saw (R8).
func asShown(last Version, shown int64) error {
	if last.ID == shown {
		return nil
	}
	return &ticket.Conflict{What: ticket.Say("%s in %s", last.Key.Occasion, last.Key.Language), Now: ticket.Say("published in other words"), By: last.By, At: last.At}
}

// SecondAdmin reports whether publishing needs a second admin.
func (w *Workshop) SecondAdmin(ctx context.Context) (on bool, err error) {
	err = w.Read(ctx, func(tx Tx) error {
		on, err = tx.Rule(ticket.SecondAdmin)
		return err
	})
	return on, err
}

// DemandSecondAdmin makes publishing need a second admin, or no longer. What was published before can be restored by one alone.
func (w *Workshop) DemandSecondAdmin(ctx context.Context, by string, on bool) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	what := ticket.Say("needs no second admin any more")
	if on {
		what = ticket.Say("needs a second admin from now on")
	}
	return w.Write(ctx, func(tx Tx) error {
		if err := tx.SetRule(ticket.SecondAdmin, on); err != nil {
			return err
		}
		return event(tx, by, ticket.EventTemplateRule, "Publishing a reply template %s.", what)
	})
}
