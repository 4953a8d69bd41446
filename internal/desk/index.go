package desk

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// The word index comes behind the mails, in transactions of its own, so that their intake does not wait for it. It follows the history:
// whatever changes what a ticket is found by writes an event. A crash between two transactions costs nothing, for a ticket that is
// indexed once more gets the same words.
const (
	indexEvents  = 500 // events that are looked at in one transaction
	indexMembers = 500
	indexPause   = time.Second // how far the index may be behind
)

// RunIndex keeps the word index up to date until ctx is done. It looks each second, and when it is woken; wake may be nil.
func (d *Desk) RunIndex(ctx context.Context, wake <-chan struct{}) error {
	tick := time.NewTicker(indexPause)
	defer tick.Stop()
	for {
		if _, err := d.IndexWords(ctx); err != nil && ctx.Err() == nil {
			d.Log.Error("the search does not know the newest mails; it is tried again", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-wake:
		case <-tick.C:
		}
	}
}

// IndexWords brings the word index up to date and returns how many tickets and members it looked at.
func (d *Desk) IndexWords(ctx context.Context) (n int, err error) {
	for _, some := range []func(context.Context) (int, bool, error){d.indexMembers, d.indexTickets} {
		for more := true; more; {
			var did int
			did, more, err = some(ctx)
			n += did
			var other *ticket.Conflict
			if errors.As(err, &other) {
				return n, nil // another one was first, and goes on
			}
			if err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

func (d *Desk) indexTickets(ctx context.Context) (n int, more bool, err error) {
	var cursor, next int64
	var words map[int64][]string
	err = d.Read(ctx, func(tx Tx) error {
		var ids []int64
		if ids, cursor, next, err = tx.TicketsToIndex(indexEvents); err == nil {
			words = d.wordsOf(tx, ids)
		}
		return err
	})
	if err != nil || next == cursor {
		return 0, false, err
	}
	err = d.Write(ctx, func(tx Tx) error {
		if err := tx.PassWords(cursor, next); err != nil {
			return err
		}
		return tx.SetWords(words)
	})
	return len(words), true, err
}

// indexMembers indexes members, and the tickets with their numbers once more: those are found by the names of the member too.
func (d *Desk) indexMembers(ctx context.Context) (n int, more bool, err error) {
	var upTo int64
	members, tickets := map[int64][]string{}, map[int64][]string{}
	err = d.Read(ctx, func(tx Tx) error {
		var list []ticket.Member
		if list, upTo, err = tx.MembersToIndex(indexMembers); err != nil {
			return err
		}
		var ids []int64
		for _, m := range list {
			members[m.ID] = memberWords(m)
			of, err := tx.TicketsOf(m.Number, math.MaxInt64, smallTab)
			if err != nil {
				return err
			}
			ids = append(ids, of...)
		}
		if ids, err = tx.IndexedTickets(ids); err == nil { // the others come with their history
			tickets = d.wordsOf(tx, ids)
		}
		return err
	})
	if err != nil || upTo == 0 {
		return 0, false, err
	}
	err = d.Write(ctx, func(tx Tx) error {
		if err := tx.SetMemberWords(members, upTo); err != nil {
			return err
		}
		return tx.SetWords(tickets)
	})
	return len(members) + len(tickets), true, err
}

// memberWords are what a member is found by: in full or by their beginnings.
func memberWords(m ticket.Member) []string {
	words := append(directory.NameWords(m.LastName), directory.NameWords(m.FirstName)...)
	words = append(words, directory.TextWords(m.Address)...)
	slices.Sort(words)
	return slices.Compact(words)
}

// wordsOf gathers the words of tickets. One that cannot be read is told of, and keeps what it is found by; the others go on.
func (d *Desk) wordsOf(tx Tx, ids []int64) map[int64][]string {
	out := make(map[int64][]string, len(ids))
	for _, id := range ids {
		l := wordList{today: tx.Now(), seen: map[string]bool{}}
		if err := l.ticket(tx, id); err != nil {
			d.Log.Error("a ticket cannot be indexed; the search finds it by what it knew before", "ticket", id, "error", err)
			continue
		}
		out[id] = l.words
	}
	return out
}

// ticket gathers what staff look for: who wrote, who he says he is, who the member is, and what his mails say.
func (l *wordList) ticket(tx Tx, id int64) error {
	t, err := tx.TicketByID(id)
	if err != nil {
		return err
	}
	claim, _, err := tx.Claim(id)
	if err != nil {
		return err
	}
	l.person(t.Requester.Name, claim.LastName, claim.FirstName)
	l.address(t.Requester.Addr)
	l.address(claim.NewAddress)
	if err := l.member(tx, id); err != nil {
		return err
	}
	l.text(t.Subject)
	return l.mails(tx, id)
}

func (l *wordList) member(tx Tx, ticketID int64) error {
	c, err := tx.LastCheck(ticketID)
	if err != nil || c.MemberID == 0 {
		return ignoreMissing(err)
	}
	m, err := tx.MemberByID(c.MemberID)
	l.person(m.LastName, m.FirstName)
	return err
}

func (l *wordList) mails(tx Tx, ticketID int64) error {
	all, err := tx.MailsOf(ticketID)
	if err != nil {
		return err
	}
	for _, m := range all {
		if m.Outcome == ticket.WasBounce {
			continue // the words of mail servers
		}
		m, raw, err := tx.Mail(m.ID)
		if err != nil {
			return fmt.Errorf("mail %d: %w", m.ID, err)
		}
		l.address(m.From)
		read := message.Parse(raw, message.Options{Truncated: m.Kept < m.Size})
		for _, a := range read.From {
			l.person(a.Name)
		}
		l.text(read.Subject)
		l.text(read.Text)
		l.text(read.AltText)
		if read.Forwarded != nil {
			l.text(read.Forwarded.Subject)
			l.text(read.Forwarded.Text)
		}
	}
	return nil
}

func isMissing(err error) bool { return errors.Is(err, ticket.ErrNotFound) }
