// Package mailserver is a mail server in the process, on loopback: IMAP (RFC 9051, RFC 3501) and SMTP submission (RFC 6409) over the same
// mailboxes, all in memory. `servicedesk demo` shows the product with it, and tests hold the mailbox and the outbox against real sockets.
//
// It is a whole server for well-behaved clients, and it can be told to misbehave: hang, drop, refuse, renumber, leave out extensions.
package mailserver

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-smtp"
)

// Inbox is the folder that mail is delivered to.
const Inbox = "INBOX"

// Options says what to serve. The zero value serves example.be on free loopback ports, without TLS, to nobody.
type Options struct {
	Domain   string            // the server's own name, and a local domain; example.be when empty
	Domains  []string          // more local domains; mail to any other domain comes back to its sender as a bounce
	Users    map[string]string // address to password; each has a mailbox from the start
	Password string            // of the mailboxes that are made on first mail; empty: those cannot sign in
	Folders  []string          // made in every mailbox, besides INBOX
	TLS      *tls.Config       // nil: no TLS. Else STARTTLS on both ports, and both ports once more with TLS from the start

	IMAPAddr, SMTPAddr string // where to listen; 127.0.0.1:0 when empty

	Without   []string // IMAP extensions that are neither advertised nor obeyed: IDLE, MOVE, UIDPLUS, …
	Anonymous bool     // SMTP: take mail for local domains without AUTH, as an MX does
	MaxSize   int64    // SMTP: octets a message may have; 0: no limit

	Now func() time.Time // nil: time.Now
}

// Server is a running mail server. Its methods may be called from several goroutines.
type Server struct {
	opt     Options
	started time.Time
	imap    *imapserver.Server
	smtp    *smtp.Server
	imapTCP []*listener // plain, and implicit TLS when there is TLS
	smtpTCP []*listener
	pipe    *pipeListener
	faults  faults
	serving sync.WaitGroup

	mu       sync.Mutex
	accounts map[string]*account
	hooks    Hooks
	counts   Counts
	changed  chan struct{} // closed, and made anew, at every change
	closed   bool
}

// Start listens and serves until Close.
func Start(opt Options) (*Server, error) {
	s := newServer(opt)
	if err := s.listen(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.serve()
	return s, nil
}

// StartPipe serves IMAP without a socket, for tests inside a testing/synctest bubble: DialIMAP is the only way in.
func StartPipe(opt Options) *Server {
	s := newServer(opt)
	s.serve()
	return s
}

func newServer(opt Options) *Server {
	if opt.Domain == "" {
		opt.Domain = "example.be"
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	opt.Domains = append(slices.Clone(opt.Domains), opt.Domain)
	s := &Server{
		opt:      opt,
		started:  opt.Now(),
		accounts: map[string]*account{},
		changed:  make(chan struct{}),
		pipe:     newPipeListener(),
	}
	s.faults.init()
	for address, password := range opt.Users {
		s.account(address).password = password
	}
	s.imap = s.newIMAP()
	s.smtp = s.newSMTP()
	return s
}

func (s *Server) listen() error {
	for _, l := range []struct {
		addr string
		tls  *tls.Config
		to   *[]*listener
	}{
		{s.opt.IMAPAddr, nil, &s.imapTCP},
		{"", s.opt.TLS, &s.imapTCP},
		{s.opt.SMTPAddr, nil, &s.smtpTCP},
		{"", s.opt.TLS, &s.smtpTCP},
	} {
		if l.tls == nil && len(*l.to) > 0 {
			continue // no TLS at all
		}
		ln, err := net.Listen("tcp", cmp.Or(l.addr, "127.0.0.1:0"))
		if err != nil {
			return fmt.Errorf("mail server: listen: %w", err)
		}
		*l.to = append(*l.to, &listener{Listener: ln, tls: l.tls, server: s})
	}
	for _, l := range s.imapTCP {
		l.wrap = s.wrapIMAP
	}
	return nil
}

func (s *Server) serve() {
	for _, l := range s.imapTCP {
		s.serving.Go(func() { _ = s.imap.Serve(l) })
	}
	for _, l := range s.smtpTCP {
		s.serving.Go(func() { _ = s.smtp.Serve(l) })
	}
	s.serving.Go(func() { _ = s.imap.Serve(&listener{Listener: s.pipe, server: s, wrap: s.wrapIMAP}) })
}

// Close ends all connections and forgets all mail.
func (s *Server) Close() error {
	s.mu.Lock()
	already := s.closed
	s.closed = true
	s.announce()
	s.mu.Unlock()
	if already {
		return nil
	}
	s.Resume()
	for _, l := range append(slices.Clone(s.imapTCP), s.smtpTCP...) {
		_ = l.Close()
	}
	_ = s.pipe.Close()
	s.serving.Wait() // before the engines are closed: theirs is a race between Serve and Close
	s.faults.drop(s.imapTCP, s.smtpTCP)
	_ = s.imap.Close()
	_ = s.smtp.Close()
	return nil
}

// IMAPAddr is the host:port of IMAP, plain and with STARTTLS.
func (s *Server) IMAPAddr() string { return addrOf(s.imapTCP, 0) }

// IMAPSAddr is the host:port of IMAP with TLS from the start; empty without TLS.
func (s *Server) IMAPSAddr() string { return addrOf(s.imapTCP, 1) }

// SMTPAddr is the host:port of SMTP submission, plain and with STARTTLS.
func (s *Server) SMTPAddr() string { return addrOf(s.smtpTCP, 0) }

// SMTPSAddr is the host:port of SMTP submission with TLS from the start; empty without TLS.
func (s *Server) SMTPSAddr() string { return addrOf(s.smtpTCP, 1) }

func addrOf(l []*listener, i int) string {
	if i >= len(l) {
		return ""
	}
	return l[i].Addr().String()
}

// DialIMAP connects to IMAP through a pipe.
func (s *Server) DialIMAP(ctx context.Context) (net.Conn, error) { return s.pipe.dial(ctx) }

// Local reports whether mail to this address stays on this server.
func (s *Server) Local(address string) bool {
	at := strings.LastIndexByte(address, '@')
	return slices.ContainsFunc(s.opt.Domains, func(d string) bool { return strings.EqualFold(d, address[at+1:]) })
}

// Counts is what happened since the start.
type Counts struct {
	Connections int            // IMAP
	Logins      int            // IMAP, accepted
	Refused     int            // IMAP sign-ins refused
	Commands    map[string]int // IMAP commands that reached a mailbox: FETCH, IDLE, MOVE, COPY, STORE, EXPUNGE (plain), UID EXPUNGE, SEARCH, SELECT, POLL
	Submitted   int            // SMTP transactions that got as far as the final dot
	Accepted    int            // of those, taken
	Bounced     int            // bounces written
}

// Counts returns what happened since the start.
func (s *Server) Counts() Counts {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.counts
	c.Commands = map[string]int{}
	for name, n := range s.counts.Commands {
		c.Commands[name] = n
	}
	return c
}

func (s *Server) count(f func(*Counts)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(&s.counts)
	s.announce()
}

func (s *Server) command(name string) {
	s.count(func(c *Counts) {
		if c.Commands == nil {
			c.Commands = map[string]int{}
		}
		c.Commands[name]++
	})
}

// announce wakes everyone who waits; s.mu is held.
func (s *Server) announce() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// Changed returns a channel that is closed at the next change of a mailbox or a count: read it, look, then wait for it.
func (s *Server) Changed() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changed
}

// Wait waits until ok says true, looking at every change, without ever sleeping.
func (s *Server) Wait(ctx context.Context, ok func() bool) error {
	for {
		changed := s.Changed()
		if ok() {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// WaitFor waits until the INBOX of user holds at least n messages.
func (s *Server) WaitFor(ctx context.Context, user string, n int) error {
	err := s.Wait(ctx, func() bool {
		have, err := s.Messages(user)
		return err == nil && len(have) >= n
	})
	if err != nil {
		have, _ := s.Messages(user)
		return fmt.Errorf("%s has %d of %d messages: %w", user, len(have), n, err)
	}
	return nil
}
