// Package outbox sends the deliveries that are due, over SMTP submission (RFC 6409, RFC 5321). Each message goes out as the bytes
// that were queued, under one Message-ID, until a server took it or refused it (rule R9).
//
// SMTP has one gap that no client closes: when the line breaks between the final dot and its answer, nobody knows who has the
// message (RFC 5321 section 4.5.3.2.6). Such an attempt ends as unknown, and the same bytes go out once more, so that the
// recipient's server can recognise them by their Message-ID. The same holds for a crash between the answer and its record: the
// lease of Queue.Claim runs out, and the delivery is due again.
package outbox

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/netip"
	"os"
	"strings"
	"sync"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Queue holds the deliveries. The store's use cases implement it.
type Queue interface {
	// Claim takes up to limit deliveries that are due, records an attempt as started for each, and leases them to the caller until
	// lease has passed. Delivery.Attempts is the number of the attempt now started.
	Claim(ctx context.Context, limit int, lease time.Duration) ([]ticket.Delivery, error)
	// Finish records what the attempt came to. retryAt is when to try again, zero when it is over.
	Finish(ctx context.Context, a ticket.Attempt, retryAt time.Time) error
}

// Config says where to send, and how patiently. Host alone is required; TLS is starttls when empty.
type Config struct {
	Host      string
	Port      int                    // 0: 465 with implicit TLS, else 587
	TLS       string                 // implicit, starttls, or none (to a loopback host only)
	Username  string                 // empty: no AUTH
	Password  func() (string, error) // asked anew for each connection
	TLSConfig *tls.Config            // nil: the system's certificates
	HelloName string                 // empty: the name of this machine

	GiveUpAfter time.Duration // since the delivery was queued; 0: four days
	Interval    time.Duration // between looks at the queue; 0: one second
	Batch       int           // deliveries claimed at once; 0: 20
	Lease       time.Duration // 0: one hour; must be longer than one message may take
	Grace       time.Duration // for a message under way when the context ends; 0: 20 s
	Timeouts    Timeouts      // zero fields: those of RFC 5321 section 4.5.3.2

	Now    func() time.Time                                                  // nil: time.Now
	Jitter func() float64                                                    // 0 to 1; nil: random
	Dial   func(ctx context.Context, network, addr string) (net.Conn, error) // nil: the network
}

// Timeouts bound the stages of an SMTP dialogue.
type Timeouts struct {
	Connect  time.Duration // TCP, and TLS from the start; 30 s
	Command  time.Duration // all from greeting to AUTH together; MAIL, RCPT and RSET each; 5 min
	Data     time.Duration // the answer to DATA; 2 min
	Block    time.Duration // one block of the message; 3 min
	FinalDot time.Duration // the answer that takes the responsibility; 10 min
}

// Sender sends. Make one with New.
type Sender struct {
	cfg  Config
	q    Queue
	log  *slog.Logger
	wake chan struct{}

	mu      sync.Mutex
	status  Status
	failing string // the name of the step that fails; empty while all is well
	fails   int    // how many times in a row
}

// Status is what an admin wants to know of the outbox.
type Status struct {
	LastSent     time.Time
	LastError    string    // why nothing could be sent, and what to do; stays when it is over
	LastErrorAt  time.Time //
	FailingSince time.Time // zero while mail can be sent
	NextTry      time.Time // while failing

	Attempts map[ticket.AttemptResult]int64 // how the attempts of this process ended
}

// New checks the configuration; it does not connect.
func New(cfg Config, q Queue, log *slog.Logger) (*Sender, error) {
	cfg, err := cfg.complete()
	if err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	if q == nil || log == nil {
		return nil, errors.New("outbox: a queue and a logger are needed")
	}
	if need := cfg.Timeouts.message(); cfg.Lease <= need {
		return nil, fmt.Errorf("outbox: a lease of %v is too short: one message may take %v", cfg.Lease, need)
	}
	s := &Sender{cfg: cfg, q: q, log: log, wake: make(chan struct{}, 1)}
	s.status.Attempts = map[ticket.AttemptResult]int64{}
	return s, nil
}

func (c Config) complete() (Config, error) {
	c.TLS = cmp.Or(c.TLS, startTLS)
	switch c.TLS {
	case implicitTLS:
		c.Port = cmp.Or(c.Port, 465)
	case startTLS:
		c.Port = cmp.Or(c.Port, 587)
	case noTLS:
		c.Port = cmp.Or(c.Port, 587)
		if !isLoopback(c.Host) {
			return c, fmt.Errorf("smtp.tls none is for a server on this machine, not for %s: use starttls or implicit", c.Host)
		}
	default:
		return c, fmt.Errorf("smtp.tls %q is not known: use implicit, starttls or none", c.TLS)
	}
	if c.Host == "" {
		return c, errors.New("smtp.host is missing")
	}
	if c.Username != "" && c.Password == nil {
		return c, errors.New("smtp.username without a password")
	}
	c.GiveUpAfter = cmp.Or(c.GiveUpAfter, 96*time.Hour)
	c.Interval = cmp.Or(c.Interval, time.Second)
	c.Batch = cmp.Or(c.Batch, 20)
	c.Lease = cmp.Or(c.Lease, time.Hour)
	c.Grace = cmp.Or(c.Grace, 20*time.Second)
	c.HelloName = cmp.Or(c.HelloName, machineName())
	c.Timeouts = c.Timeouts.complete()
	c.TLSConfig = completeTLS(c.TLSConfig, c.Host)
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Jitter == nil {
		c.Jitter = rand.Float64
	}
	return c, nil
}

func (t Timeouts) complete() Timeouts {
	return Timeouts{
		Connect:  cmp.Or(t.Connect, 30*time.Second),
		Command:  cmp.Or(t.Command, 5*time.Minute),
		Data:     cmp.Or(t.Data, 2*time.Minute),
		Block:    cmp.Or(t.Block, 3*time.Minute),
		FinalDot: cmp.Or(t.FinalDot, 10*time.Minute),
	}
}

// upload is all that the blocks of one message may take together.
func (t Timeouts) upload() time.Duration { return 3 * t.Block }

// opening is all that a connection may take until it is ready for MAIL.
func (t Timeouts) opening() time.Duration { return 2*t.Connect + t.Command }

// message is the longest that one message can take: a connection that proves stale at RSET or MAIL, a new one, then MAIL, RCPT, DATA,
// the blocks and the final dot.
func (t Timeouts) message() time.Duration {
	return 2*t.opening() + 4*t.Command + t.Data + t.upload() + t.FinalDot
}

func completeTLS(t *tls.Config, host string) *tls.Config {
	if t == nil {
		t = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	t = t.Clone()
	t.ServerName = cmp.Or(t.ServerName, strings.TrimSuffix(host, "."))
	return t
}

func machineName() string {
	name, err := os.Hostname()
	if err != nil || name == "" || strings.ContainsAny(name, " \t\r\n") {
		return "localhost"
	}
	return name
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.Unmap().IsLoopback()
}

// Run sends what is due until the context ends, and then waits for the message under way, for Config.Grace at most.
func (s *Sender) Run(ctx context.Context) error {
	clock := time.NewTicker(s.cfg.Interval)
	defer clock.Stop()
	for {
		s.tick(ctx)
		select {
		case <-ctx.Done():
			return nil
		case <-clock.C:
		case <-s.wake:
		}
	}
}

// Wake makes Run look at the queue at once. It never waits.
func (s *Sender) Wake() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Status returns a copy of the state.
func (s *Sender) Status() Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	status := s.status
	status.Attempts = map[ticket.AttemptResult]int64{}
	for result, n := range s.status.Attempts {
		status.Attempts[result] = n
	}
	return status
}
