package workshop

import (
	"context"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Sources are the sources that go out now, of every key that has one.
func (w *Workshop) Sources(ctx context.Context) (map[Key]string, error) {
	sources := map[Key]string{}
	err := w.Read(ctx, func(tx Tx) error {
		cells, err := w.matrix(tx)
		for _, c := range cells {
			if c.State != Missing {
				sources[c.Key] = w.goesOut(c)
			}
		}
		return err
	})
	return sources, err
}

// Change is a template that was written elsewhere, such as in a file, beside what goes out.
type Change struct {
	Key           Key
	Before, After string
	Last          int64 // the id of the newest version when it was compared; 0: there was none (R8)
}

// Plan compares sources with what goes out and returns what would change, in the order of keys. One source with errors is enough for a
// *Refused, which lists the problems of all.
func (w *Workshop) Plan(ctx context.Context, sources map[Key]string) (changes []Change, err error) {
	if err := w.allFit(sources); err != nil {
		return nil, err
	}
	err = w.Read(ctx, func(tx Tx) error {
		cells, err := w.matrix(tx)
		for _, c := range cells {
			after, given := sources[c.Key]
			if before := w.goesOut(c); given && before != after {
				changes = append(changes, Change{c.Key, before, after, c.Newest()})
			}
		}
		return err
	})
	return changes, err
}

func (w *Workshop) allFit(sources map[Key]string) error {
	var problems []reply.Problem
	for _, k := range ticket.TemplateKeys() {
		if source, given := sources[k]; given {
			problems = append(problems, w.Check(k, source)...)
		}
	}
	if !broken(problems) {
		return nil
	}
	return &Refused{problems, ticket.Refuse("%w: the templates have errors, so none of them is published: mend them first", ticket.ErrInvalid)}
}

// Push publishes changes as they were planned, a version each, all or none. Where publishing needs a second admin they become drafts that
// wait for one, and no version is returned. The error is a *ticket.Conflict when one was published, or its draft begun, meanwhile.
func (w *Workshop) Push(ctx context.Context, by string, changes []Change, reason string) (versions []Version, err error) {
	if by, err = person(by); err != nil {
		return nil, err
	}
	if reason = oneLine(reason); reason == "" {
		return nil, ticket.Refuse("%w: say why the template is changed", ticket.ErrReasonNeeded)
	}
	err = w.Write(ctx, func(tx Tx) error {
		on, err := tx.Rule(ticket.SecondAdmin)
		if err != nil {
			return err
		}
		for _, c := range changes {
			v := Version{Key: c.Key, Source: c.After, By: by, Reason: reason}
			if err := w.push(tx, &v, c.Last, on); err != nil {
				return err
			}
			if !on {
				versions = append(versions, v)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return versions, nil
}

// push publishes one change, or proposes it where that needs a second admin.
func (w *Workshop) push(tx Tx, v *Version, shown int64, second bool) error {
	if err := w.fit(v.Key, v.Source); err != nil {
		return err
	}
	last, err := lastOf(tx, v.Key)
	if err != nil {
		return err
	}
	if err := asShown(last, shown); err != nil {
		return err
	}
	if second {
		return propose(tx, &Draft{Key: v.Key, Source: v.Source, By: v.By, Base: last.ID, ProposedBy: v.By, Reason: v.Reason}, 0)
	}
	return publish(tx, v)
}
