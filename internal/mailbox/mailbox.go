// Package mailbox watches one IMAP folder (RFC 9051, RFC 3501) and hands over every mail that arrives in it, once and in order.
//
// A Watcher owns nothing that lasts: the Handler says how far it got (the cursor), commits what is handed over, and says which mails are to
// be filed. So no mail is lost (R1), whatever dies when. The mailbox still belongs to people (R11): mail is read with BODY.PEEK, no flag is
// touched but \Deleted on a mail that was copied to the handled folder before, and a plain EXPUNGE is never sent.
//
// The package hides emersion/go-imap, and mends three things about it: it has no deadlines once it is connected, it believes any size that
// the server names, and its Move loses mail on servers without the MOVE extension.
package mailbox

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"strings"
	"time"
)

// The values of Config.TLS.
const (
	Implicit = "implicit" // TLS from the first byte (RFC 8314 section 3.2), port 993
	StartTLS = "starttls" // TLS after STARTTLS (RFC 9051 section 6.2.1), port 143; a server that does not offer it is refused
	NoTLS    = "none"     // clear text, and so to this machine only
)

// Config says which folder to watch, and how patiently. A zero value means the default that stands beside it.
type Config struct {
	Host      string
	Port      int         // 993; 143 unless TLS is implicit
	TLS       string      // implicit
	TLSConfig *tls.Config // the authorities to trust; nil: the system's
	Username  string
	Password  func() (string, error) // asked at every sign-in, so that a changed password needs no restart

	Folder         string        // INBOX
	HandledFolder  string        // where mails that became tickets are moved; empty: they stay
	PollInterval   time.Duration // 60 s: how often to look even when the server promised to tell
	MaxMessageSize int64         // 25 MiB: octets of a mail that are fetched; the rest stays on the server

	ConnectTimeout time.Duration // 30 s: to connect, and once more for TLS and greeting
	CommandTimeout time.Duration // 60 s: a server that says nothing for so long is given up
	RetryMin       time.Duration // 1 s: the first wait after a failure; it doubles
	RetryMax       time.Duration // 5 min
	RefusedMin     time.Duration // 1 min: the first wait after a refused sign-in, so that no account gets locked
	RefusedMax     time.Duration // 15 min

	Rand func() float64   // [0,1), spreads the waits; nil: math/rand/v2
	Now  func() time.Time // for Status; nil: time.Now

	dial func(ctx context.Context, network, address string) (net.Conn, error) // tests: a pipe
}

// The limits of what is under way at one time. Two batches can be: one being committed, one being filled.
const (
	batchCount  = 100              // mails in a batch
	batchBytes  = 8 << 20          // octets in a batch, unless one mail alone is larger
	fetchCount  = 500              // mails asked for with one FETCH
	searchCount = 100_000          // UIDs taken from one SEARCH; the rest waits for the next look
	chatter     = 1 << 20          // octets that any answer may have besides the mails that were asked for
	searchBytes = 16 << 20         // octets of an answer to SEARCH
	maxIdle     = 27 * time.Minute // RFC 2177: a server may end an IDLE after 30 minutes
)

// withDefaults fills in what was left out.
func (c Config) withDefaults() Config {
	c.TLS = cmp.Or(c.TLS, Implicit)
	if c.TLS == Implicit {
		c.Port = cmp.Or(c.Port, 993)
	}
	c.Port = cmp.Or(c.Port, 143)
	c.Folder = cmp.Or(c.Folder, "INBOX")
	c.PollInterval = cmp.Or(c.PollInterval, time.Minute)
	c.MaxMessageSize = cmp.Or(c.MaxMessageSize, 25<<20)
	c.ConnectTimeout = cmp.Or(c.ConnectTimeout, 30*time.Second)
	c.CommandTimeout = cmp.Or(c.CommandTimeout, time.Minute)
	c.RetryMin = cmp.Or(c.RetryMin, time.Second)
	c.RetryMax = cmp.Or(c.RetryMax, 5*time.Minute)
	c.RefusedMin = cmp.Or(c.RefusedMin, time.Minute)
	c.RefusedMax = cmp.Or(c.RefusedMax, 15*time.Minute)
	if c.Rand == nil {
		c.Rand = rand.Float64
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.dial == nil {
		c.dial = (&net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: true}}).DialContext
	}
	return c
}

// validate says what is wrong, in terms of the configuration file.
func (c Config) validate() error {
	switch {
	case c.Host == "":
		return errors.New("mailbox.host is empty: name the IMAP server")
	case c.Username == "":
		return errors.New("mailbox.username is empty: name the account to watch")
	case c.Password == nil:
		return errors.New("mailbox.password_file is missing: name the file that holds the password")
	case c.Port < 1 || c.Port > 65535:
		return fmt.Errorf("mailbox.port is %d: give a number between 1 and 65535", c.Port)
	case c.TLS != Implicit && c.TLS != StartTLS && c.TLS != NoTLS:
		return fmt.Errorf("mailbox.tls is %q: say implicit, starttls or none", c.TLS)
	case c.TLS == NoTLS && !loopback(c.Host):
		return fmt.Errorf("mailbox.tls is none, but %s is another machine: password and mails would travel in clear; say implicit or starttls", c.Host)
	case c.PollInterval < 0 || c.MaxMessageSize < 0:
		return errors.New("mailbox.poll_interval and the size limit of mails must be above zero")
	case canonicalFolder(c.Folder) == canonicalFolder(c.HandledFolder):
		return fmt.Errorf("mailbox.handled_folder is %q, which is the folder that is watched: name another", c.HandledFolder)
	}
	return nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// canonicalFolder makes INBOX the only name without case (RFC 9051 section 5.1).
func canonicalFolder(name string) string {
	if strings.EqualFold(name, "INBOX") {
		return "INBOX"
	}
	return name
}

// Name is user@host/folder: the mailbox part of a mail's key, and how messages name the mailbox.
func (c Config) Name() string {
	return c.Username + "@" + strings.ToLower(c.Host) + "/" + canonicalFolder(cmp.Or(c.Folder, "INBOX"))
}

// Fetched is one mail as the server holds it.
type Fetched struct {
	UID      uint32
	Size     int64     // octets on the server (RFC822.SIZE); above len(Raw) when the mail is larger than the limit
	Received time.Time // INTERNALDATE in UTC; zero when the server could not tell
	Raw      []byte    // at most MaxMessageSize octets
	Fault    string    // not empty: why the mail could not be fetched; Raw is empty then
}

// Handler keeps what the Watcher finds. Its methods are called from one goroutine at a time, but not always the same.
type Handler interface {
	// Cursor returns the highest UID that is committed under this UIDVALIDITY, 0 for none.
	Cursor(ctx context.Context, mailbox string, uidValidity uint32) (uint32, error)
	// Receive commits all of a batch, in ascending UIDs, and passes the cursor; it returns nil only when that will survive a crash.
	Receive(ctx context.Context, mailbox string, uidValidity uint32, batch []Fetched) error
	// ToFile returns the mails that became tickets and still lie in the watched folder.
	ToFile(ctx context.Context, mailbox string, uidValidity uint32) ([]uint32, error)
	// Filed records that these mails lie in the watched folder no more.
	Filed(ctx context.Context, mailbox string, uidValidity uint32, uids []uint32) error
}

// Status is what staff and metrics see of a Watcher.
type Status struct {
	Connected   bool
	Since       time.Time // when Connected last changed
	Idle        bool      // the server tells of new mail by itself
	LastLook    time.Time // when everything above the cursor was last seen to be fetched
	LastError   string    // in words for an admin; empty while all is well
	LastErrorAt time.Time
	FilingError string // why mails are not moved to the handled folder; empty while they are
	Fetched     int64  // mails handed over and committed, since the start
	Faults      int64  // of those, the ones that could not be fetched
	Filed       int64
}
