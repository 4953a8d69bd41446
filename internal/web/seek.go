package web

import (
	"net/http"
	"slices"
	"sync"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// seeksPerHour is how often somebody searches by a national number. Trying the thousand numbers that a masked one can be takes days then, and
// stands in the history (R7).
const seeksPerHour = 60

// seeks counts searches by national number, in memory: of each account those of the last hour.
type seeks struct {
	clock func() time.Time
	mu    sync.Mutex
	made  map[int64][]time.Time
}

func newSeeks(clock func() time.Time) *seeks {
	return &seeks{clock: clock, made: map[int64][]time.Time{}}
}

// take reports whether an account may search once more, and counts it.
func (s *seeks) take(account int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.clock()
	made := slices.DeleteFunc(s.made[account], func(t time.Time) bool { return now.Sub(t) >= time.Hour })
	fits := len(made) < seeksPerHour
	if fits {
		made = append(made, now)
	}
	s.made[account] = made
	return fits
}

// seek lets somebody search by a national number, and writes that he does.
func (r *request) seek(n nrn.Number) error {
	if !r.seeks.take(r.who.ID) {
		return problem{
			Status: http.StatusTooManyRequests, Title: ticket.Say("Too many searches by national number"),
			Text: ticket.Say("Search by name or address, or go on in an hour."),
		}
	}
	return r.Desk.Sought(r.Context(), r.who.Name, n)
}
