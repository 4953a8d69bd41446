package desk

import (
	"cmp"
	"context"
	"slices"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Reclassification is what a person says that a ticket is about, and in which language.
type Reclassification struct {
	Ref      ticket.Ref
	By       string
	Kind     ticket.Kind     // empty: as it is
	Language ticket.Language // empty: as it is
}

func (r Reclassification) validate() error {
	kinds := []ticket.Kind{"", ticket.AddressForgotten, ticket.AddressChanged, ticket.PasswordForgotten, ticket.Other}
	if !slices.Contains(kinds, r.Kind) {
		return ticket.Refuse("%w: kind %q: use address_forgotten, address_changed, password_forgotten or other", ticket.ErrInvalid, r.Kind)
	}
	if r.Language == "" {
		return nil
	}
	if _, err := ticket.ParseLanguage(string(r.Language)); err != nil {
		return ticket.Refuse("%w: %w", ticket.ErrInvalid, err)
	}
	return nil
}

// Reclassify changes the kind of a ticket, its language, or both. A request that a check decides gets its claim from the mails of the
// requester, and a check when nothing is missing; any other kind ends the check that waited. Nothing is mailed. Another language
// leaves the check as it is, but not the answer, so View.Shown changes.
func (d *Desk) Reclassify(ctx context.Context, r Reclassification) error {
	if err := r.validate(); err != nil {
		return err
	}
	return d.act(ctx, r.Ref, r.By, "reclassify", func(tx Tx, t *ticket.Ticket, by, _ string) error {
		if err := inWork(t); err != nil {
			return err
		}
		kind, lang := cmp.Or(r.Kind, t.Kind), cmp.Or(r.Language, t.Language)
		if kind == t.Kind && lang == t.Language {
			return ticket.Refuse("%w: %s is %s in %s already", ticket.ErrInvalid, t.Ref, kind, lang)
		}
		if lang != t.Language {
			if err := event(tx, t.ID, by, ticket.EventReclassified, "The language was changed from %s to %s.", t.Language, lang); err != nil {
				return err
			}
			t.Language = lang
		}
		if kind == t.Kind {
			return tx.UpdateTicket(t, t.Status)
		}
		if err := event(tx, t.ID, by, ticket.EventReclassified, "The kind was changed from %s to %s.", t.Kind, kind); err != nil {
			return err
		}
		return d.changeKind(tx, t, kind)
	})
}

func (d *Desk) changeKind(tx Tx, t *ticket.Ticket, kind ticket.Kind) error {
	old, err := shownCheck(tx, t, 0)
	if err != nil {
		return err
	}
	r := restated{old: old, open: true, why: ticket.Say("the kind of the ticket was changed")}
	if kind.NeedsCheck() {
		if r.claim, err = d.claimAs(tx, t, kind); err != nil {
			return err
		}
		if r.claimID, err = tx.InsertClaim(t.ID, r.claim); err != nil {
			return err
		}
	}
	t.Kind = kind
	return d.restate(tx, t, r)
}

// claimAs is what the requester's own mails state of a request of this kind, and what of it stood before, with what people corrected.
func (d *Desk) claimAs(tx Tx, t *ticket.Ticket, kind ticket.Kind) (claim ticket.Claim, err error) {
	own, err := d.undecidedMails(tx, t)
	if err != nil {
		return claim, err
	}
	for _, m := range own {
		seen, err := d.evidenceOf(tx, m.ID, kind)
		if err != nil {
			return claim, err
		}
		claim = claim.Merge(d.Reader.asKind(seen.Reading, kind).Verdict.Claim)
	}
	before, _, err := standing(tx, t)
	if claim = claim.Merge(before); kind != ticket.AddressChanged {
		claim.NewAddress = ""
	}
	return claim, err
}

// undecidedMails are the requester's mails since the last decision. Where nothing came since, the decided ones are read once more: nobody
// else wrote, and a person asks for it.
func (d *Desk) undecidedMails(tx Tx, t *ticket.Ticket) ([]ticket.Mail, error) {
	own, err := ownMails(tx, t)
	if err != nil {
		return nil, err
	}
	decided, err := tx.LastDecision(t.ID)
	since := slices.DeleteFunc(slices.Clone(own), func(m ticket.Mail) bool { return m.ID <= decided.MailID })
	if len(since) == 0 {
		return own, err
	}
	return since, err
}
