package outbox

import (
	"log/slog"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// pauses are how long nothing is tried after the connection, TLS or AUTH failed, once, twice, and so on: a server that is back is
// found soon, and wrong passwords are not tried so often that an account is locked.
var pauses = [...]time.Duration{15 * time.Second, time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute}

// delays are how long a delivery waits after its first deferred attempt, its second, and so on (RFC 5321 section 4.5.4.1 wants
// 30 minutes later on; the first tries are closer because greylisting ends after a few minutes).
var delays = [...]time.Duration{time.Minute, 2 * time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour,
	2 * time.Hour, 4 * time.Hour}

// spread moves a wait by up to a tenth either way, so that deliveries that failed together do not come back together.
func (s *Sender) spread(d time.Duration) time.Duration {
	return time.Duration(float64(d) * (0.9 + 0.2*s.cfg.Jitter()))
}

func nth(waits []time.Duration, n int) time.Duration {
	return waits[min(max(n, 1), len(waits))-1]
}

// trouble notes that nothing can be sent, and returns when to try again.
func (s *Sender) trouble(at Step) time.Time {
	now := s.cfg.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	begins := s.failing != at.Name
	if s.failing == "" {
		s.status.FailingSince = now
	}
	s.failing = at.Name
	s.fails++
	s.status.LastError, s.status.LastErrorAt = at.String(), now
	s.status.NextTry = now.Add(s.spread(nth(pauses[:], s.fails)))
	if begins { // once, not at each try
		s.log.Warn("cannot send mail", "step", at.Name, "error", at.String(), "next_try", s.status.NextTry)
	}
	return s.status.NextTry
}

// works notes that a step went well; "" means that all of them did.
func (s *Sender) works(step string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failing == "" || step != "" && step != s.failing {
		return
	}
	s.log.Info("mail can be sent again", "since", s.status.FailingSince)
	s.failing, s.fails = "", 0
	s.status.FailingSince, s.status.NextTry = time.Time{}, time.Time{}
}

// limit is how many deliveries to claim: none in a pause, and one to find out whether it is over.
func (s *Sender) limit() int {
	now := s.cfg.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.failing == "":
		return s.cfg.Batch
	case now.Before(s.status.NextTry):
		return 0
	}
	return 1
}

func (s *Sender) count(result ticket.AttemptResult) {
	now := s.cfg.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status.Attempts[result]++
	if result == ticket.AttemptSent {
		s.status.LastSent = now
	}
}

func levelOf(result ticket.AttemptResult) slog.Level {
	if result == ticket.AttemptSent {
		return slog.LevelInfo
	}
	return slog.LevelWarn
}
