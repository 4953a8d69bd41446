package mailserver

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// Envelope is what SMTP says of a message, which its header need not agree with.
type Envelope struct {
	From string // empty: the null return path
	To   []string
	User string // who signed in; empty without AUTH
}

// Answer is what becomes of a message after the final dot. The zero Answer takes it.
type Answer struct {
	Err     error           // told instead of 250, and the message is not taken: use Reply
	Wait    <-chan struct{} // the message is taken, and the answer held back until this is closed, or for ever
	Drop    bool            // the message is taken, and the connection cut instead of an answer
	Discard bool            // the message is not taken, whatever is answered
}

// Hooks let a test decide. nil hooks say yes.
type Hooks struct {
	Auth func(user string) error                    // before the password is looked at
	Rcpt func(from, to string) error                // at RCPT
	Data func(envelope Envelope, raw []byte) Answer // after the final dot
}

// SetHooks sets the hooks of the SMTP side; the zero Hooks end them.
func (s *Server) SetHooks(h Hooks) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hooks = h
}

func (s *Server) currentHooks() Hooks {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hooks
}

// Reply is an SMTP answer such as 451 "4.3.0 try again later"; the enhanced status code (RFC 3463) may lead the text.
func Reply(code int, text string) error {
	err := &smtp.SMTPError{Code: code, Message: text, EnhancedCode: smtp.EnhancedCode{code / 100, 0, 0}}
	var e smtp.EnhancedCode
	if n, _ := fmt.Sscanf(text, "%d.%d.%d", &e[0], &e[1], &e[2]); n == 3 {
		_, err.Message, _ = strings.Cut(text, " ")
		err.EnhancedCode = e
	}
	return err
}

func (s *Server) newSMTP() *smtp.Server {
	srv := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &submission{s: s, conn: c}, nil
	}))
	srv.Domain = s.opt.Domain
	srv.TLSConfig = s.opt.TLS
	srv.AllowInsecureAuth = true // loopback only
	srv.EnableSMTPUTF8 = true
	srv.EnableDSN = true
	srv.MaxMessageBytes = s.opt.MaxSize
	srv.MaxLineLength = 1 << 20 // a test may send what RFC 5321 forbids; refusing is the hooks' work
	srv.ErrorLog = log.New(io.Discard, "", 0)
	return srv
}

// submission is one SMTP connection.
type submission struct {
	s        *Server
	conn     *smtp.Conn
	user     string
	envelope Envelope
}

// AuthMechanisms offers PLAIN (RFC 4616) and LOGIN.
func (c *submission) AuthMechanisms() []string { return []string{sasl.Plain, sasl.Login} }

// Auth starts a sign-in.
func (c *submission) Auth(mechanism string) (sasl.Server, error) {
	switch mechanism {
	case sasl.Plain:
		return sasl.NewPlainServer(func(_, user, password string) error { return c.signIn(user, password) }), nil
	case sasl.Login:
		return &loginServer{check: c.signIn}, nil
	}
	return nil, smtp.ErrAuthUnknownMechanism
}

func (c *submission) signIn(user, password string) error {
	if hook := c.s.currentHooks().Auth; hook != nil {
		if err := hook(user); err != nil {
			return err
		}
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	a := c.s.accounts[strings.ToLower(user)]
	if a == nil || a.password == "" || subtle.ConstantTimeCompare([]byte(a.password), []byte(password)) != 1 {
		return smtp.ErrAuthFailed
	}
	c.user = a.address
	return nil
}

// loginServer is the other half of AUTH LOGIN, which some clients insist on.
type loginServer struct {
	check func(user, password string) error
	step  int
	user  string
}

// Next asks for the user, then for the password.
func (l *loginServer) Next(response []byte) ([]byte, bool, error) {
	l.step++
	switch {
	case l.step == 1 && response == nil:
		return []byte("Username:"), false, nil
	case l.user == "":
		l.user = string(response)
		return []byte("Password:"), false, nil
	}
	return nil, true, l.check(l.user, string(response))
}

// Reset forgets the envelope.
func (c *submission) Reset() { c.envelope = Envelope{} }

// Logout ends the connection.
func (c *submission) Logout() error { return nil }

// Mail starts a message.
func (c *submission) Mail(from string, _ *smtp.MailOptions) error {
	if c.user == "" && !c.s.opt.Anonymous {
		return Reply(530, "5.7.0 Authentication required")
	}
	c.envelope = Envelope{From: from, User: c.user}
	return nil
}

// Rcpt adds a recipient. Some names are known to be refused everywhere: reject@ for good, tempfail@ and overquota@ for now.
func (c *submission) Rcpt(to string, _ *smtp.RcptOptions) error {
	local, _, _ := strings.Cut(strings.ToLower(to), "@")
	switch local {
	case "reject":
		return Reply(550, "5.1.1 No such user here")
	case "tempfail":
		return Reply(450, "4.2.0 Mailbox busy, try again later")
	case "overquota":
		return Reply(452, "4.2.2 Mailbox is full")
	}
	if hook := c.s.currentHooks().Rcpt; hook != nil {
		if err := hook(c.envelope.From, to); err != nil {
			return err
		}
	}
	if c.user == "" && !c.s.Local(to) {
		return Reply(550, "5.7.1 Relaying denied")
	}
	c.envelope.To = append(c.envelope.To, to)
	return nil
}

// Data takes a message, delivers it, and answers as the hook says.
func (c *submission) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	c.s.count(func(n *Counts) { n.Submitted++ })
	var answer Answer
	if hook := c.s.currentHooks().Data; hook != nil {
		answer = hook(c.envelope, raw)
	}
	if answer.Err == nil && !answer.Discard {
		c.s.count(func(n *Counts) { n.Accepted++ })
		if err := c.s.route(c.envelope, c.received(), raw); err != nil {
			return err
		}
	}
	if answer.Wait != nil {
		c.hold(answer.Wait)
	}
	if answer.Drop {
		_ = c.conn.Conn().Close()
	}
	return answer.Err
}

// hold waits, but not longer than the server lives: the connection's reader cannot tell, since it is us.
func (c *submission) hold(wait <-chan struct{}) {
	for {
		changed := c.s.Changed()
		c.s.mu.Lock()
		closed := c.s.closed
		c.s.mu.Unlock()
		if closed {
			return
		}
		select {
		case <-wait:
			return
		case <-changed:
		}
	}
}

// received is the trace line of this hop (RFC 5321 section 4.4); "with" as RFC 3848 has it.
func (c *submission) received() string {
	with := "ESMTP"
	if _, ok := c.conn.TLSConnectionState(); ok {
		with += "S"
	}
	if c.user != "" {
		with += "A"
	}
	host := "127.0.0.1"
	if h, _, err := net.SplitHostPort(c.conn.Conn().RemoteAddr().String()); err == nil {
		host = h
	}
	return fmt.Sprintf("Received: from %s ([%s])\r\n\tby %s with %s;\r\n\t%s\r\n",
		c.conn.Hostname(), host, c.s.opt.Domain, with, c.s.opt.Now().UTC().Format(time.RFC1123Z))
}

// route delivers to the local recipients and returns what is for others.
func (s *Server) route(e Envelope, received string, raw []byte) error {
	raw = append([]byte(received), raw...)
	var foreign []string
	for _, to := range e.To {
		if !s.Local(to) {
			foreign = append(foreign, to)
			continue
		}
		if err := s.Deliver(to, append([]byte("Return-Path: <"+e.From+">\r\n"), raw...)); err != nil {
			return errors.Join(Reply(451, "4.3.0 Not delivered"), err)
		}
	}
	if len(foreign) == 0 || e.From == "" || !s.Local(e.From) {
		return nil // a bounce of a bounce is never written (RFC 5321 section 4.5.5)
	}
	s.count(func(n *Counts) { n.Bounced++ })
	b := bounce{reporter: s.opt.Domain, to: e.From, failed: foreign, at: s.opt.Now().UTC(), original: raw}
	return s.Deliver(e.From, b.bytes())
}
