package desk

import (
	"context"
	"errors"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// QueueFilter says which tickets a page of the queue shows. Without a Tab it is ToDecide, and with something to search for all tabs.
type QueueFilter struct {
	Tab      ticket.Tab
	Kind     ticket.Kind
	Language ticket.Language
	Verdict  ticket.Verdict // the worst of the newest check
	Search   string         // words; see Desk.Queue
	Number   nrn.Number     // instead of words; see NumberSearch
	After    int64          // QueuePage.Next of the page before; 0: the first page
	Limit    int            // rows of a page; 0: 50
}

// searches reports whether something is searched for.
func (f QueueFilter) searches() bool { return f.Search != "" || !f.Number.IsZero() }

func (f QueueFilter) selection() ticket.Selection {
	return ticket.Selection{Tab: f.Tab, Kind: f.Kind, Language: f.Language, Verdict: f.Verdict}
}

// QueueRow is a ticket as the queue shows it.
type QueueRow struct {
	Ticket       ticket.Ticket
	Tab          ticket.Tab
	Check        *ticket.Check  // the newest, with its findings, without its claim; nil when there never was one
	Claimed      ticket.Claim   // the names of the newest claim, and nothing else
	Member       string         // the name of the member of that check; empty when unknown
	Worst        ticket.Verdict // of that check; empty when there never was one
	WorstFinding ticket.Finding // the first with that verdict
}

// QueuePage is one page of the queue.
type QueuePage struct {
	Rows []QueueRow
	// Next is QueueFilter.After of the page behind; 0: there is none. A search that is bound to a tab, kind, language or verdict stops
	// after some thousand tickets, so its page can be short, or even empty, with more behind it.
	Next int64
}

// defaultRows is the length of a page, maxRows the longest.
const (
	defaultRows = 50
	maxRows     = 200
)

// Queue returns one page of the queue: oldest first, but solved tickets and what was searched for newest first.
//
// Words are found in what received mails say (whole words) and in the names and addresses of requester, claim and member (their
// beginnings, of 3 to 12 letters); all of them have to be there. A Ref finds its ticket.
func (d *Desk) Queue(ctx context.Context, f QueueFilter) (page QueuePage, err error) {
	if f.Limit <= 0 {
		f.Limit = defaultRows
	}
	f.Limit = min(f.Limit, maxRows)
	if f.Tab == "" && !f.searches() {
		f.Tab = ticket.ToDecide
	}
	err = d.Read(ctx, func(tx Tx) error {
		var ids []int64
		if f.searches() {
			ids, page.Next, err = search(tx, f)
		} else {
			ids, page.Next, err = walk(tx, f)
		}
		if err != nil {
			return err
		}
		page.Rows, err = queueRows(tx, ids)
		return err
	})
	return page, err
}

// walk reads a page from its index; one ticket more than fits tells that there is another page.
func walk(tx Tx, f QueueFilter) (ids []int64, next int64, err error) {
	ids, err = tx.QueueIDs(f.selection(), f.After, f.Tab == ticket.Done, f.Limit+1)
	if len(ids) > f.Limit {
		ids, next = ids[:f.Limit], ids[f.Limit-1]
	}
	return ids, next, err
}

// queueRows are the tickets with these ids, in their order, with what the queue shows of them.
func queueRows(tx Tx, ids []int64) ([]QueueRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	placed, err := tx.PlacedTickets(ids)
	if err != nil {
		return nil, err
	}
	checks, err := tx.LastChecks(ids)
	if err != nil {
		return nil, err
	}
	claims, err := tx.ClaimedNames(ids)
	if err != nil {
		return nil, err
	}
	names, err := tx.MemberNames(membersOf(checks))
	rows := make([]QueueRow, len(placed))
	for i, p := range placed {
		rows[i] = QueueRow{Ticket: p.Ticket, Tab: p.Tab, Claimed: claims[p.ID]}
		if c, ok := checks[p.ID]; ok {
			rows[i].check(&c, names[c.MemberID])
		}
	}
	return rows, err
}

func (r *QueueRow) check(c *ticket.Check, member string) {
	r.Check, r.Member, r.Worst = c, member, ticket.Worst(c.Findings)
	for _, f := range c.Findings {
		if f.Verdict == r.Worst {
			r.WorstFinding = f
			return
		}
	}
}

// Tabs counts the tickets in each tab.
func (d *Desk) Tabs(ctx context.Context) (counts map[ticket.Tab]int64, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		counts, err = tx.Tabs()
		return err
	})
	return counts, err
}

// NextToDecide returns the oldest ticket behind another one that waits for a decision, or else the oldest of all that do: it begins
// again at the top. It is ticket.ErrNotFound when nothing waits. An empty after is before all.
func (d *Desk) NextToDecide(ctx context.Context, after ticket.Ref) (ref ticket.Ref, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		var from int64
		if after != "" {
			t, err := tx.Ticket(after)
			if err != nil {
				return err
			}
			from = t.ID
		}
		ref, err = nextIn(tx, ticket.ToDecide, from, false)
		if errors.Is(err, ticket.ErrNotFound) && from != 0 {
			ref, err = nextIn(tx, ticket.ToDecide, 0, false)
		}
		return err
	})
	return ref, err
}

// nextIn is the Ref of the next ticket of a tab.
func nextIn(tx Tx, tab ticket.Tab, after int64, down bool) (ticket.Ref, error) {
	ids, err := tx.QueueIDs(ticket.Selection{Tab: tab}, after, down, 1)
	if err != nil {
		return "", err
	}
	if len(ids) == 0 {
		return "", ticket.ErrNotFound
	}
	t, err := tx.TicketByID(ids[0])
	return t.Ref, err
}

// Neighbours returns the tickets before and behind one in its tab, in the order of the queue; empty where there is none.
func (d *Desk) Neighbours(ctx context.Context, ref ticket.Ref) (prev, next ticket.Ref, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		t, err := tx.Ticket(ref)
		if err != nil {
			return err
		}
		placed, err := tx.PlacedTickets([]int64{t.ID})
		if err != nil {
			return err
		}
		tab := placed[0].Tab
		newest := tab == ticket.Done
		if next, err = nextIn(tx, tab, t.ID, newest); err != nil && !errors.Is(err, ticket.ErrNotFound) {
			return err
		}
		if prev, err = nextIn(tx, tab, t.ID, !newest); errors.Is(err, ticket.ErrNotFound) {
			err = nil
		}
		return err
	})
	return prev, next, err
}

// Pulse is what changes when anything happens.
type Pulse struct {
	LastEvent int64
	Tabs      map[ticket.Tab]int64
}

// Pulse is cheap: the console asks each second.
func (d *Desk) Pulse(ctx context.Context) (p Pulse, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		if p.LastEvent, err = tx.LastEventID(); err != nil {
			return err
		}
		p.Tabs, err = tx.Tabs()
		return err
	})
	return p, err
}

// EventsSince returns up to limit events behind lastEvent, oldest first, with the tickets that they are about: what a page that is open
// has to show anew, and because of whom.
func (d *Desk) EventsSince(ctx context.Context, lastEvent int64, limit int) (list []ticket.Happening, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		list, err = tx.EventsSince(lastEvent, limit)
		return err
	})
	return list, err
}
