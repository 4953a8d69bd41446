package outbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// memory is a Queue that works, as the store's does.
type memory struct {
	mu   sync.Mutex
	rows []*queued
	fail int // how many calls of Finish fail from now on; the program has "crashed" when it never ends
}

type queued struct {
	ticket.Delivery
	lease    time.Time
	attempts []ticket.Attempt
}

func (m *memory) add(recipient string, raw string) *queued {
	m.mu.Lock()
	defer m.mu.Unlock()
	id := int64(len(m.rows) + 1)
	now := time.Now()
	q := &queued{Delivery: ticket.Delivery{ID: id, TicketID: 100 + id, Sender: "servicedesk@iec-iab.be", Recipient: recipient,
		MessageID: fmt.Sprintf("%d@iec-iab.be", id), Raw: []byte(raw), Status: ticket.Queued, DueAt: now, CreatedAt: now}}
	m.rows = append(m.rows, q)
	return q
}

func (m *memory) Claim(_ context.Context, limit int, lease time.Duration) ([]ticket.Delivery, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	var batch []ticket.Delivery
	for _, q := range m.rows {
		if len(batch) == limit || q.Status != ticket.Queued || q.DueAt.After(now) || q.lease.After(now) {
			continue
		}
		for i, a := range q.attempts {
			if a.Result == ticket.AttemptStarted {
				q.attempts[i].Result = ticket.AttemptUnknown
			}
		}
		q.Attempts++
		q.lease = now.Add(lease)
		q.attempts = append(q.attempts, ticket.Attempt{DeliveryID: q.ID, Number: q.Attempts, Result: ticket.AttemptStarted, StartedAt: now})
		batch = append(batch, q.Delivery)
	}
	return batch, nil
}

func (m *memory) Finish(ctx context.Context, a ticket.Attempt, retryAt time.Time) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail > 0 {
		m.fail--
		return errors.New("database is locked")
	}
	for _, q := range m.rows {
		i := slices.IndexFunc(q.attempts, func(x ticket.Attempt) bool { return x.DeliveryID == a.DeliveryID && x.Number == a.Number })
		if i < 0 {
			continue
		}
		if q.attempts[i].Result != ticket.AttemptStarted {
			return fmt.Errorf("attempt %d of delivery %d was finished before", a.Number, a.DeliveryID)
		}
		q.attempts[i], q.lease, q.DueAt = a, time.Time{}, retryAt
		q.Status = statusAfter(a.Result)
		if (q.Status == ticket.Queued) == retryAt.IsZero() {
			return fmt.Errorf("result %s with retry at %v", a.Result, retryAt)
		}
		return nil
	}
	return ticket.ErrNotFound
}

func statusAfter(r ticket.AttemptResult) ticket.DeliveryStatus {
	switch r {
	case ticket.AttemptSent:
		return ticket.Sent
	case ticket.AttemptRefused, ticket.AttemptAbandoned:
		return ticket.Failed
	}
	return ticket.Queued
}

// results are those of all attempts of a delivery, first to last.
func (m *memory) results(q *queued) []ticket.AttemptResult {
	var r []ticket.AttemptResult
	for _, a := range m.attempts(q) {
		r = append(r, a.Result)
	}
	return r
}

func (m *memory) attempts(q *queued) []ticket.Attempt {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(q.attempts)
}

func (m *memory) due(q *queued) time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return q.DueAt
}

const message = "From: servicedesk@iec-iab.be\r\nTo: an@example.be\r\nSubject: hello\r\nMessage-ID: <1@iec-iab.be>\r\n\r\nLine.\r\n..dot\r\n.\r\nend\r\n"

var quiet = slog.New(slog.DiscardHandler)

// mustSender makes a Sender with a queue of one delivery a recipient.
func mustSender(t testing.TB, cfg Config, recipients ...string) (*Sender, *memory) {
	t.Helper()
	q := &memory{}
	for _, r := range recipients {
		q.add(r, message)
	}
	if cfg.Jitter == nil {
		cfg.Jitter = func() float64 { return 0.5 }
	}
	s, err := New(cfg, q, quiet)
	if err != nil {
		t.Fatal(err)
	}
	return s, q
}

// script answers connections over net.Pipe: one function for each, the last for all that follow.
type script struct {
	mu       sync.Mutex
	plays    []func(*peer)
	dials    int
	accepted [][]byte // messages that the server answered with 250, or meant to
	heard    bytes.Buffer
	playing  sync.WaitGroup
}

func newScript(plays ...func(*peer)) *script { return &script{plays: plays} }

// config is for a Sender or Check that talks to the script.
func (s *script) config() Config {
	return Config{Host: "localhost", TLS: noTLS, HelloName: "desk.example.be", Dial: s.dial}
}

func (s *script) dial(context.Context, string, string) (net.Conn, error) {
	client, server := net.Pipe()
	s.mu.Lock()
	defer s.mu.Unlock()
	play := s.plays[min(s.dials, len(s.plays)-1)]
	s.dials++
	if play == nil {
		return nil, &net.DNSError{Err: "no such host", Name: "localhost", IsNotFound: true}
	}
	s.playing.Go(func() {
		p := newPeer(s, server)
		defer p.close()
		play(p)
	})
	return client, nil
}

func (s *script) messages() [][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.accepted)
}

func (s *script) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.heard.String()
}
