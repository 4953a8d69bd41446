package mailbox

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/emersion/go-imap/v2"
)

// Trouble is an error in words for an admin: the thing, the place, and the remedy in one line.
type Trouble struct {
	Place  string // user@host/folder
	Doing  string // "sign in"
	What   string // what came of it
	Remedy string // what to do; empty when waiting is all there is to do
	Err    error  // the cause, for errors.Is and errors.As

	refused bool // the sign-in was refused: the next one must wait long
	stalled bool // it broke between FETCH and its end: perhaps one mail is to blame
}

// Error says it in one line.
func (t *Trouble) Error() string {
	s := t.Place + ": " + t.Doing + ": " + t.What
	if t.Remedy != "" {
		s += "; " + t.Remedy
	}
	return s
}

// Unwrap returns the cause.
func (t *Trouble) Unwrap() error { return t.Err }

// The reasons for which this side ends a connection.
var (
	errSilent = errors.New("no answer in time")
	errFlood  = errors.New("the answer is larger than what was asked for")
	errGone   = errors.New("the server closed the connection")
)

// trouble explains an error that came while doing something.
func (c Config) trouble(doing string, err error) *Trouble {
	t := &Trouble{Place: c.Name(), Doing: doing, Err: err}
	t.What, t.Remedy = c.explain(err)
	return t
}

// ownTrouble explains an error of the Handler, which speaks for itself and has nothing to do with the mail server.
func (c Config) ownTrouble(doing string, err error) *Trouble {
	return &Trouble{Place: c.Name(), Doing: doing, What: oneLine(err.Error()), Err: err}
}

func (c Config) explain(err error) (what, remedy string) {
	if what, remedy = c.explainTLS(err); what != "" {
		return what, remedy
	}
	var (
		dns   *net.DNSError
		reply *imap.Error
		where = fmt.Sprintf("%s port %d", c.Host, c.Port)
	)
	switch {
	case errors.As(err, &dns):
		return "the name " + c.Host + " is not known", "check mailbox.host and the name server of this machine"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "nothing listens at " + where, "check mailbox.host and mailbox.port, and whether the mail server runs"
	case errors.Is(err, errSilent), errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return where + " does not answer", "check whether the mail server is overloaded, or a firewall drops the connection"
	case errors.Is(err, errFlood):
		return where + " sends far more than was asked for", "check whether this really is the mail server"
	case errors.As(err, &reply):
		return fmt.Sprintf("the server says %s: %s", reply.Type, oneLine(reply.Text)), ""
	case errors.Is(err, errGone), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "the connection to " + where + " broke", ""
	}
	return oneLine(err.Error()), ""
}

func (c Config) explainTLS(err error) (what, remedy string) {
	var (
		unknown  x509.UnknownAuthorityError
		host     x509.HostnameError
		invalid  x509.CertificateInvalidError
		noTLS    tls.RecordHeaderError
		alert    tls.AlertError
		fallback *tls.CertificateVerificationError
	)
	switch {
	case errors.As(err, &unknown):
		return "the certificate of " + c.Host + " is signed by nobody this machine trusts", "set mailbox.ca_file to the certificate of the authority that signed it"
	case errors.As(err, &host):
		return "the certificate is for another name than " + c.Host, "set mailbox.host to the name in the certificate"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "the certificate of " + c.Host + " has expired or is not valid yet", "have it renewed, and check the clock of this machine"
	case errors.As(err, &invalid), errors.As(err, &fallback):
		return "the certificate of " + c.Host + " is not valid: " + oneLine(err.Error()), "have it replaced"
	case errors.As(err, &noTLS):
		return fmt.Sprintf("%s port %d does not speak TLS", c.Host, c.Port), "set mailbox.tls to starttls, or mailbox.port to 993"
	case errors.As(err, &alert):
		return "no agreement on TLS: " + oneLine(err.Error()), "the server must offer TLS 1.2 or newer"
	}
	return "", ""
}

// oneLine cuts a text that came from outside to what a log line can hold.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + "…"
	}
	return s
}

// noDigits hides digits in an error text that may quote a mail: a national number must not reach a log (R7).
func noDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, s)
}
