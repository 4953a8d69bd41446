package desk

import (
	"context"
	"errors"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// ImportResult counts what an import did.
type ImportResult struct {
	Added, Changed, Same int
}

// ImportMembers adds members and updates those whose number is known, in one transaction.
func (d *Desk) ImportMembers(ctx context.Context, by string, list []ticket.Member) (ImportResult, error) {
	return d.importMembers(ctx, by, list, func(ticket.Member) error { return nil })
}

// ImportShown is ImportMembers for who was shown a preview of the list, or of a longer one. A member who would be changed otherwise than was
// shown is a *ticket.Conflict, and none of the list is imported (R8): an address that was approved meanwhile does not go back unseen.
func (d *Desk) ImportShown(ctx context.Context, by string, list []ticket.Member, shown ImportPreview) (ImportResult, error) {
	versions := make(map[int64]int64, len(shown.Changed))
	for _, c := range shown.Changed {
		versions[c.Before.ID] = c.Before.Version
	}
	return d.importMembers(ctx, by, list, func(old ticket.Member) error {
		if versions[old.ID] == old.Version {
			return nil
		}
		return &ticket.Conflict{What: ticket.Say("member %s %s", old.LastName, old.FirstName), Now: ticket.Say("changed"), At: old.UpdatedAt}
	})
}

// importMembers asks may before it changes a member.
func (d *Desk) importMembers(ctx context.Context, by string, list []ticket.Member, may func(old ticket.Member) error) (r ImportResult, err error) {
	err = d.Write(ctx, func(tx Tx) error {
		r = ImportResult{}
		for i := range list {
			if err := importMember(tx, by, list[i], may, &r); err != nil {
				return err
			}
		}
		return event(tx, 0, by, ticket.EventImported, "Members imported: %d added, %d changed, %d as they were.", r.Added, r.Changed, r.Same)
	})
	return r, err
}

func importMember(tx Tx, by string, m ticket.Member, may func(old ticket.Member) error, r *ImportResult) error {
	old, err := tx.MemberByNumber(m.Number)
	if errors.Is(err, ticket.ErrNotFound) {
		r.Added++
		return tx.InsertMember(&m)
	}
	if err != nil {
		return err
	}
	if sameMember(old, m) {
		r.Same++
		return nil
	}
	if err := may(old); err != nil {
		return err
	}
	r.Changed++
	m.ID, m.Version = old.ID, old.Version
	return tx.UpdateMember(&m, by, 0)
}

// sameMember reports whether a line of an import says of a member what is known.
func sameMember(old, m ticket.Member) bool {
	return old.LastName == m.LastName && old.FirstName == m.FirstName && old.Address == m.Address && old.Language == m.Language
}

// FindMembers searches in names and addresses for all words of text, at most limit members.
func (d *Desk) FindMembers(ctx context.Context, text string, limit int) (found []ticket.Member, err error) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return nil, ticket.Refuse("%w: say a name or an address to look for", ticket.ErrInvalid)
	}
	err = d.Read(ctx, func(tx Tx) error {
		found, err = tx.FindMembers(words, limit)
		return err
	})
	return found, err
}
