package desk

import (
	"context"
	"math"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// MemberCard is what the Institute knows of one member, and what the desk had to do with them.
type MemberCard struct {
	Member  ticket.Member
	Changes []ticket.AddressChange // newest first
	Tickets []QueueRow             // that claimed the number, or of which a check found the member: the newest 50, newest first
}

// Member returns the card of a member, or ticket.ErrNotFound.
func (d *Desk) Member(ctx context.Context, id int64) (c MemberCard, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		if c.Member, err = tx.MemberByID(id); err != nil {
			return err
		}
		if c.Changes, err = tx.AddressChanges(id); err != nil {
			return err
		}
		ids, err := tx.TicketsOf(c.Member.Number, math.MaxInt64, defaultRows)
		if err != nil {
			return err
		}
		c.Tickets, err = queueRows(tx, ids)
		return err
	})
	return c, err
}

// MemberPage is one page of members, in the order of their names.
type MemberPage struct {
	Members []ticket.Member
	// Next is the after of the page behind; 0: there is none. Where every word that was typed is one of thousands of members, a page can
	// be short, or even empty, with more behind it.
	Next int64
}

// What a search for members looks at, at most.
const (
	manyMembers = 5000 // a word that more members have is too common to begin with
	maxWalk     = 2000 // members that are walked over for one page
	walkStep    = 250
)

// SearchMembers returns the members with words that begin like all of those in text, in their names and addresses, behind the member
// after (MemberPage.Next; 0: from the first on). Spaces do not matter in names such as Van den Broeck. A national number finds its
// member; without text, all are listed.
func (d *Desk) SearchMembers(ctx context.Context, text string, after int64, limit int) (page MemberPage, err error) {
	if limit <= 0 {
		limit = defaultRows
	}
	limit = min(limit, maxRows)
	number, secret := d.NumberSearch(text)
	err = d.Read(ctx, func(tx Tx) error {
		if secret {
			return page.byNumber(tx, number)
		}
		from, err := startOf(tx, after)
		if err != nil {
			return err
		}
		words, err := wordsOfNames(tx, text)
		if err != nil {
			return err
		}
		page, err = searchMembers(tx, words, from, limit)
		return err
	})
	return page, err
}

// wordsOfNames are the words to look for: Van den Broeck written together, where that finds anybody, for then it finds both.
func wordsOfNames(tx Tx, text string) ([]string, error) {
	apart, together := directory.TextWords(text), directory.JoinedWords(text)
	if slices.Equal(apart, together) {
		return apart, nil
	}
	page, err := searchMembers(tx, together, ticket.Member{}, 1)
	if err == nil && (len(page.Members) > 0 || page.Next != 0) {
		return together, nil
	}
	return apart, err
}

func (p *MemberPage) byNumber(tx Tx, n nrn.Number) error {
	if n.IsZero() {
		return nil
	}
	m, err := tx.MemberByNumber(n)
	if err == nil {
		p.Members = []ticket.Member{m}
	}
	return ignoreMissing(err)
}

// startOf is the member behind whom a page begins; one that is gone meanwhile begins at the first again.
func startOf(tx Tx, after int64) (ticket.Member, error) {
	if after == 0 {
		return ticket.Member{}, nil
	}
	m, err := tx.MemberByID(after)
	return m, ignoreMissing(err)
}

// searchMembers begins with the words that are not too common.
func searchMembers(tx Tx, words []string, from ticket.Member, limit int) (MemberPage, error) {
	var ids []int64
	var common []string
	rare := false
	for _, w := range words {
		have, err := tx.MembersWithWord(w, manyMembers+1)
		if err != nil {
			return MemberPage{}, err
		}
		switch {
		case len(have) > manyMembers:
			common = append(common, w)
		case !rare:
			ids, rare = have, true
		default:
			ids = intersect(ids, have)
		}
	}
	if !rare {
		return walkMembers(tx, words, from, limit)
	}
	var err error
	for _, w := range common {
		if ids, err = tx.HaveWord(ids, w); err != nil {
			return MemberPage{}, err
		}
	}
	members, err := tx.MembersAmong(ids, from, limit+1)
	return cutMembers(members, limit), err
}

func intersect(a, b []int64) []int64 {
	in := make(map[int64]bool, len(b))
	for _, id := range b {
		in[id] = true
	}
	return slices.DeleteFunc(a, func(id int64) bool { return !in[id] })
}

// cutMembers makes a page of one member more than fits, where there are so many.
func cutMembers(members []ticket.Member, limit int) MemberPage {
	if len(members) <= limit {
		return MemberPage{Members: members}
	}
	return MemberPage{Members: members[:limit], Next: members[limit-1].ID}
}

// walkMembers reads the members in the order of their names until a page is full, or long enough was walked.
func walkMembers(tx Tx, words []string, from ticket.Member, limit int) (MemberPage, error) {
	var found []ticket.Member
	for walked := 0; walked < maxWalk; walked += walkStep {
		some, err := tx.MembersBehind(from, walkStep)
		if err != nil {
			return MemberPage{}, err
		}
		for _, m := range some {
			if hasWords(m, words) {
				found = append(found, m)
			}
		}
		if len(found) > limit || len(some) < walkStep {
			return cutMembers(found, limit), nil
		}
		from = some[len(some)-1]
	}
	return MemberPage{Members: found, Next: from.ID}, nil
}

func hasWords(m ticket.Member, words []string) bool {
	have := memberWords(m)
	for _, w := range words {
		if !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, w) }) {
			return false
		}
	}
	return true
}

// MemberChange is a member before and after an import.
type MemberChange struct {
	Before, After ticket.Member
}

// SharedAddress is an address that several members would have: it is the user name, so only one of them could sign in.
type SharedAddress struct {
	Address string
	Members []ticket.Member
}

// ImportPreview is what an import would do.
type ImportPreview struct {
	Added, Same int
	Changed     []MemberChange  // in the order of the list
	Shared      []SharedAddress // in the order of the list
}

// PreviewImport tells what ImportMembers would do with a list. It changes nothing.
func (d *Desk) PreviewImport(ctx context.Context, list []ticket.Member) (p ImportPreview, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		p = ImportPreview{}
		numbers := make([]nrn.Number, len(list))
		for i, m := range list {
			numbers[i] = m.Number
		}
		known, err := tx.MembersByNumbers(numbers)
		if err != nil {
			return err
		}
		p.compare(list, known)
		p.Shared, err = shared(tx, list, known)
		return err
	})
	return p, err
}

func (p *ImportPreview) compare(list []ticket.Member, known map[nrn.Number]ticket.Member) {
	for _, m := range list {
		old, ok := known[m.Number]
		switch {
		case !ok:
			p.Added++
		case sameMember(old, m):
			p.Same++
		default:
			m.ID, m.Version, m.UpdatedAt = old.ID, old.Version, old.UpdatedAt
			p.Changed = append(p.Changed, MemberChange{Before: old, After: m})
		}
	}
}

// shared lists the addresses of a list that two members would have: two of the list, or one of it and one that is not in it.
func shared(tx Tx, list []ticket.Member, known map[nrn.Number]ticket.Member) (out []SharedAddress, err error) {
	var addresses []string
	owners := map[string][]ticket.Member{}
	listed := map[int64]bool{}
	for _, m := range list {
		listed[known[m.Number].ID] = true
		if m.Address == "" {
			continue
		}
		if owners[m.Address] == nil {
			addresses = append(addresses, m.Address)
		}
		m.ID = known[m.Number].ID
		owners[m.Address] = append(owners[m.Address], m)
	}
	standing, err := tx.MembersByAddresses(addresses)
	for _, a := range addresses {
		for _, m := range standing[a] {
			if !listed[m.ID] {
				owners[a] = append(owners[a], m)
			}
		}
		if len(owners[a]) > 1 {
			out = append(out, SharedAddress{Address: a, Members: owners[a]})
		}
	}
	return out, err
}
