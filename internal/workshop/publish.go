package workshop

import (
	"context"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Publish lets the draft that was shown go out from now on. The error is a *Refused that lists what is wrong with it, a *ticket.Conflict
// when somebody saved or published meanwhile (R8), ticket.ErrReasonNeeded without a reason, or ticket.ErrNotAllowed where a second admin
// is needed.
func (w *Workshop) Publish(ctx context.Context, by string, k Key, seen int64, reason string) (v Version, err error) {
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		d, err := w.publishable(tx, k, seen)
		if err != nil {
			return err
		}
		v = Version{Key: k, Source: d.Source, By: by, Reason: oneLine(reason)}
		if err := second(tx, d, &v); err != nil {
			return err
		}
		if v.Reason == "" {
			return ticket.Refuse("%w: say why the template is changed", ticket.ErrReasonNeeded)
		}
		if err := tx.DeleteTemplateDraft(k, seen); err != nil {
			return err
		}
		return publish(tx, &v)
	})
	return v, err
}

// publishable returns the draft that was shown, where it is fit, begun from what goes out, and says something else than that.
func (w *Workshop) publishable(tx Tx, k Key, seen int64) (Draft, error) {
	d, err := seenDraft(tx, k, seen)
	if err != nil {
		return d, err
	}
	last, err := lastOf(tx, k)
	if err != nil {
		return d, err
	}
	if err := asShown(last, d.Base); err != nil {
		return d, err
	}
	if err := w.fit(k, d.Source); err != nil {
		return d, err
	}
	return d, w.different(tx, k, d.Source)
}

// different refuses a source that goes out already.
func (w *Workshop) different(tx Tx, k Key, source string) error {
	now, err := w.sourceOf(tx, k)
	if err == nil && now == source {
		err = ticket.Refuse("%s in %s goes out in these words already: %w", k.Occasion, k.Language, ticket.ErrNotAllowed)
	}
	return err
}

// sourceOf is the source that goes out for a key; empty where there is none.
func (w *Workshop) sourceOf(tx Tx, k Key) (string, error) {
	m, err := w.Replies.mixOf(tx)
	if err != nil {
		return "", err
	}
	last, err := lastOf(tx, k)
	if err != nil {
		return "", err
	}
	c := Cell{Key: k, Last: &last}
	if last.ID == 0 {
		c.Last = nil
	}
	_, unfit := m.unfit[k]
	c.State = w.stateOf(k, c.Last, unfit)
	return w.goesOut(c), nil
}

// second keeps the rule that nobody publishes alone, where it is on. Who wrote the text last and who proposed it may be two; who proposed it
// is the first of the two that the rule wants.
func second(tx Tx, d Draft, v *Version) error {
	on, err := tx.Rule(ticket.SecondAdmin)
	switch {
	case err != nil || !on:
		return err
	case !d.Proposed():
		return ticket.Refuse("publishing needs a second admin: %w; propose the draft first", ticket.ErrNotAllowed)
	case strings.EqualFold(d.ProposedBy, v.By):
		return ticket.Refuse("publishing needs a second admin: %w; you proposed this draft, so a colleague publishes it", ticket.ErrNotAllowed)
	}
	v.By, v.SecondBy = d.ProposedBy, v.By
	if v.Reason == "" {
		v.Reason = d.Reason
	}
	return nil
}

// publish files a version; the next mail is written with it.
func publish(tx Tx, v *Version) error {
	if err := tx.InsertTemplateVersion(v); err != nil {
		return err
	}
	if v.SecondBy != "" {
		return event(tx, v.SecondBy, ticket.EventTemplatePublished, "%s in %s: version %d, proposed by %s, was published.%s", v.Key.Occasion, v.Key.Language, v.Number, v.By, because(v.Reason))
	}
	return event(tx, v.By, ticket.EventTemplatePublished, "%s in %s: version %d was published.%s", v.Key.Occasion, v.Key.Language, v.Number, because(v.Reason))
}

// Restore lets an older version go out again, as a new version. It needs no second admin: it went out before. A version that breaks the
// rules of this program is refused with a *Refused. newest is that of the cell that was shown; where another version was published meanwhile,
// nothing is restored and the error is a *ticket.Conflict (R8).
func (w *Workshop) Restore(ctx context.Context, by string, k Key, versionID, newest int64, reason string) (v Version, err error) {
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		old, err := versionOf(tx, k, versionID)
		if err != nil {
			return err
		}
		if old.Original {
			v, err = w.backToOriginal(tx, by, k, newest, reason)
			return err
		}
		last, err := lastOf(tx, k)
		if err != nil {
			return err
		}
		if err := asShown(last, newest); err != nil {
			return err
		}
		if err := w.fit(k, old.Source); err != nil {
			return err
		}
		if err := w.different(tx, k, old.Source); err != nil {
			return err
		}
		v = Version{Key: k, Source: old.Source, By: by, Reason: oneLine(reason)}
		if err := tx.InsertTemplateVersion(&v); err != nil {
			return err
		}
		return event(tx, by, ticket.EventTemplateRestored, "%s in %s: version %d goes out again, as version %d.%s", k.Occasion, k.Language, old.Number, v.Number, because(v.Reason))
	})
	return v, err
}

func versionOf(tx Tx, k Key, id int64) (Version, error) {
	all, err := tx.TemplateVersions(k)
	if err != nil {
		return Version{}, err
	}
	for _, v := range all {
		if v.ID == id {
			return v, nil
		}
	}
	return Version{}, ticket.Refuse("%s in %s has no such version: %w", k.Occasion, k.Language, ticket.ErrNotFound)
}

// BackToOriginal lets the factory setting go out again, now and after every update of the program. It needs no second admin; newest is that
// of Restore.
func (w *Workshop) BackToOriginal(ctx context.Context, by string, k Key, newest int64, reason string) (v Version, err error) {
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		v, err = w.backToOriginal(tx, by, k, newest, reason)
		return err
	})
	return v, err
}

func (w *Workshop) backToOriginal(tx Tx, by string, k Key, newest int64, reason string) (Version, error) {
	last, err := lastOf(tx, k)
	if err != nil {
		return Version{}, err
	}
	if last.ID == 0 || last.Original {
		return Version{}, ticket.Refuse("%s in %s goes out in the original words already: %w", k.Occasion, k.Language, ticket.ErrNotAllowed)
	}
	if err := asShown(last, newest); err != nil {
		return Version{}, err
	}
	v := Version{Key: k, Source: w.Replies.sources[k], By: by, Reason: oneLine(reason), Original: true}
	if err := tx.InsertTemplateVersion(&v); err != nil {
		return Version{}, err
	}
	return v, event(tx, by, ticket.EventTemplateRestored, "%s in %s: the original goes out again, as version %d.%s", k.Occasion, k.Language, v.Number, because(v.Reason))
}
