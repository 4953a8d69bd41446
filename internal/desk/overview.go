package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Day is what happened to the tickets that were opened on one day, by the calendar of Brussels.
type Day struct {
	Date     time.Time // its first moment
	Received map[ticket.Kind]int

	// The time to answer: from the first mail to the first answer or question, whoever wrote it.
	Answered  int // tickets of this day that were answered by now; without them the times mean nothing
	Median    time.Duration
	NineOfTen time.Duration // nine of ten were answered within it
}

// Waiting is what stands in one tab.
type Waiting struct {
	Tab    ticket.Tab
	Count  int64
	Oldest time.Time // when the oldest of them was opened; zero when there is none
}

// Overview is how the desk is doing.
type Overview struct {
	Now     time.Time
	Days    []Day     // oldest first, today last; a day without tickets is there too
	Waiting []Waiting // every tab but the solved, in their order
	Account
}

// maxDays is the longest overview.
const maxDays = 400

// Overview tells of the last days, today among them, and of what waits now. It reads the tickets of these days, and no older ones.
func (d *Desk) Overview(ctx context.Context, days int) (o Overview, err error) {
	days = min(max(days, 1), maxDays)
	zone, err := time.LoadLocation("Europe/Brussels") // package locale brings the time zones along, for machines that have none
	if err != nil {
		return o, fmt.Errorf("the calendar of Brussels: %w", err)
	}
	err = d.Read(ctx, func(tx Tx) error {
		o = Overview{Now: tx.Now(), Days: emptyDays(tx.Now().In(zone), days)}
		list, err := tx.AnsweredSince(o.Days[0].Date)
		if err != nil {
			return err
		}
		countDays(o.Days, list, zone)
		o.Waiting, err = waiting(tx)
		return err
	})
	if err != nil {
		return o, err
	}
	o.Account, err = d.Account(ctx)
	return o, err
}

// emptyDays are the last days up to today. A day of the calendar has 23 or 25 hours twice a year, so days are never counted in hours.
func emptyDays(today time.Time, n int) []Day {
	days := make([]Day, n)
	for i := range days {
		y, m, d := today.Date()
		days[i] = Day{Date: time.Date(y, m, d-(n-1-i), 0, 0, 0, 0, today.Location()), Received: map[ticket.Kind]int{}}
	}
	return days
}

func countDays(days []Day, list []ticket.Answered, zone *time.Location) {
	took := make([][]time.Duration, len(days))
	for _, a := range list {
		at := a.ReceivedAt.In(zone)
		i, exact := slices.BinarySearchFunc(days, at, func(d Day, t time.Time) int { return d.Date.Compare(t) })
		if !exact {
			i--
		}
		if i < 0 {
			continue
		}
		days[i].Received[a.Kind]++
		if !a.AnsweredAt.IsZero() {
			took[i] = append(took[i], max(0, a.AnsweredAt.Sub(a.MailedAt)))
		}
	}
	for i, t := range took {
		slices.Sort(t)
		days[i].Answered, days[i].Median, days[i].NineOfTen = len(t), share(t, 50), share(t, 90)
	}
}

// share is the smallest of the sorted times within which so many of a hundred lie.
func share(sorted []time.Duration, percent int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[(len(sorted)*percent+99)/100-1]
}

func waiting(tx Tx) ([]Waiting, error) {
	counts, err := tx.Tabs()
	if err != nil {
		return nil, err
	}
	var out []Waiting
	for _, tab := range ticket.Tabs() {
		if tab == ticket.Done {
			continue
		}
		w := Waiting{Tab: tab, Count: counts[tab]}
		ids, err := tx.QueueIDs(ticket.Selection{Tab: tab}, 0, false, 1)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			t, err := tx.TicketByID(id)
			if err != nil {
				return nil, err
			}
			w.Oldest = t.CreatedAt
		}
		out = append(out, w)
	}
	return out, nil
}
