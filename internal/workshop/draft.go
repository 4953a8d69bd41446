package workshop

import (
	"context"
	"strings"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// maxDraft is how many octets of a draft are kept: twice what a template may have, so that somebody can shorten it.
const maxDraft = 16 << 10

// SaveDraft stores what somebody has written, broken as it may be. seen is the version of the draft that was shown, 0 for none; when
// another one is there by now, nothing is stored and the error is a *ticket.Conflict that says whose it is (R8). A saved draft waits for
// no second admin any more.
func (w *Workshop) SaveDraft(ctx context.Context, by string, k Key, source string, seen int64) (d Draft, err error) {
	source = strings.ReplaceAll(source, "\r\n", "\n") // a form sends its lines so (HTML 4.10.22.7)
	if err := keepable(source); err != nil {
		return Draft{}, err
	}
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		was, err := draftOf(tx, k)
		if err != nil {
			return err
		}
		d = Draft{Key: k, Source: source, By: by, Base: was.Base}
		if was.Version == 0 {
			last, err := lastOf(tx, k)
			if err != nil {
				return err
			}
			d.Base = last.ID
		}
		if err := tx.SaveTemplateDraft(&d, seen); err != nil {
			return err
		}
		return tellDraft(tx, by, was, k)
	})
	return d, err
}

// keepable refuses what no draft may hold, even a broken one. A number is refused, because drafts are not sealed (R7).
func keepable(source string) error {
	switch {
	case len(source) > maxDraft:
		return ticket.Refuse("%w: the template has %d octets, and %d at most are kept", ticket.ErrInvalid, len(source), maxDraft)
	case !utf8.ValidString(source) || strings.Contains(source, "\x00"):
		return ticket.Refuse("%w: the template is not UTF-8 text", ticket.ErrInvalid)
	case nrn.Contains(source):
		return ticket.Refuse("%w: the template holds a national number: take it out, none is kept or mailed", ticket.ErrInvalid)
	}
	return nil
}

// draftOf is the draft of a key; its Version is 0 where there is none.
func draftOf(tx Tx, k Key) (Draft, error) {
	d, err := tx.TemplateDraft(k)
	if isNotFound(err) {
		return Draft{Key: k}, nil
	}
	return d, err
}

// tellDraft writes into the history who begins a draft, or goes on with that of somebody else: not every save.
func tellDraft(tx Tx, by string, was Draft, k Key) error {
	switch {
	case was.Version == 0:
		return event(tx, by, ticket.EventTemplateDrafted, "%s in %s: a draft was begun.", k.Occasion, k.Language)
	case was.By != by:
		return event(tx, by, ticket.EventTemplateDrafted, "%s in %s: the draft of %s was changed.", k.Occasion, k.Language, was.By)
	}
	return nil
}

// DiscardDraft throws the draft away that was shown.
func (w *Workshop) DiscardDraft(ctx context.Context, by string, k Key, seen int64) error {
	return w.act(ctx, by, k, func(tx Tx, by string) error {
		d, err := seenDraft(tx, k, seen)
		if err != nil {
			return err
		}
		if err := tx.DeleteTemplateDraft(k, seen); err != nil {
			return err
		}
		return event(tx, by, ticket.EventTemplateDiscarded, "%s in %s: the draft of %s was thrown away.", k.Occasion, k.Language, d.By)
	})
}

// seenDraft returns the draft that was shown, or a *ticket.Conflict.
func seenDraft(tx Tx, k Key, seen int64) (Draft, error) {
	d, err := draftOf(tx, k)
	if err == nil && d.Version != seen {
		err = d.Overtaken(tx.Now())
	}
	return d, err
}

// Rebase lets the draft begin from what was published meanwhile, in the words that it has: who does so has looked at both.
func (w *Workshop) Rebase(ctx context.Context, by string, k Key, seen int64) (d Draft, err error) {
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		was, err := seenDraft(tx, k, seen)
		if err != nil {
			return err
		}
		last, err := lastOf(tx, k)
		if err != nil {
			return err
		}
		d = Draft{Key: k, Source: was.Source, By: by, Base: last.ID}
		if err := tx.SaveTemplateDraft(&d, seen); err != nil {
			return err
		}
		return tellDraft(tx, by, was, k)
	})
	return d, err
}

// Propose lets a draft wait for a second admin. It must be fit to be published.
func (w *Workshop) Propose(ctx context.Context, by string, k Key, seen int64, reason string) (d Draft, err error) {
	if reason = oneLine(reason); reason == "" {
		return Draft{}, ticket.Refuse("%w: say why the template is changed", ticket.ErrReasonNeeded)
	}
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		if d, err = w.publishable(tx, k, seen); err != nil {
			return err
		}
		d.ProposedBy, d.Reason = by, reason
		return propose(tx, &d, seen)
	})
	return d, err
}

func propose(tx Tx, d *Draft, was int64) error {
	if err := tx.SaveTemplateDraft(d, was); err != nil {
		return err
	}
	return event(tx, d.ProposedBy, ticket.EventTemplateProposed, "%s in %s: proposed, and waits for a second admin.%s", d.Key.Occasion, d.Key.Language, because(d.Reason))
}
