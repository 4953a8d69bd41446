package outbox

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"os"
	"strconv"
	"strings"
	"syscall"
	"unicode"
)

// maxText bounds what is kept of a server's words, in characters.
const maxText = 300

// clean makes one line of a server's words, without control characters: they go into pages, logs and the terminal.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > maxText {
		return string(r[:maxText-3]) + "..."
	}
	return s
}

// repeats looks for a password, as it is or as AUTH writes it.
func repeats(text, user, secret string) bool {
	if secret == "" {
		return false
	}
	encode := base64.StdEncoding.EncodeToString
	for _, form := range []string{secret, encode([]byte(secret)), encode([]byte("\x00" + user + "\x00" + secret))} {
		if strings.Contains(text, form) {
			return true
		}
	}
	return false
}

var errNoStartTLS = errors.New("the server does not offer STARTTLS")

// tlsError marks what went wrong in a handshake.
type tlsError struct{ err error }

func (e *tlsError) Error() string { return "no TLS: " + e.err.Error() }
func (e *tlsError) Unwrap() error { return e.err }

func isTLSError(err error) bool {
	var t *tlsError
	return errors.As(err, &t)
}

// greetingError is a connection on which no server greeted.
type greetingError struct{ err error }

func (e *greetingError) Error() string { return "no greeting: " + e.err.Error() }
func (e *greetingError) Unwrap() error { return e.err }

type passwordError struct{ err error }

func (e *passwordError) Error() string { return "no password: " + e.err.Error() }
func (e *passwordError) Unwrap() error { return e.err }

type noAuthError struct{ offered string }

func (e *noAuthError) Error() string {
	if e.offered == "" {
		return "the server offers no AUTH"
	}
	return "the server offers no AUTH mechanism that we know, only " + e.offered
}

// describe says what broke in words.
func describe(err error) string {
	var reply *textproto.Error
	var dns *net.DNSError
	switch {
	case errors.As(err, &reply):
		return fmt.Sprintf("%03d %s", reply.Code, reply.Msg)
	case errors.As(err, &dns) && dns.IsNotFound:
		return "no address is known for " + dns.Name
	case isTimeout(err):
		return "no answer in time"
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return "the server closed the connection"
	case errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe):
		return "the connection broke"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection refused"
	case errors.Is(err, context.Canceled):
		return "stopped"
	}
	return err.Error()
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.Is(err, os.ErrDeadlineExceeded) || errors.Is(err, context.DeadlineExceeded) || errors.As(err, &n) && n.Timeout()
}

// remedy says what an admin can do.
func remedy(step string, err error, cfg Config) string {
	switch step {
	case stepResolve:
		return "look for a typing error in smtp.host, or ask why this machine cannot look names up"
	case stepConnect:
		return remedyConnect(err, cfg)
	case stepTLS:
		return remedyTLS(err, cfg)
	}
	return remedySignIn(err)
}

func remedyConnect(err error, cfg Config) string {
	var reply *textproto.Error
	var greeting *greetingError
	where := net.JoinHostPort(cfg.Host, strconv.Itoa(cfg.Port))
	switch {
	case errors.As(err, &reply):
		return "the server does not want this machine now: ask its administrator, or wait"
	case errors.As(err, &greeting) && isTimeout(err) && cfg.TLS != implicitTLS:
		return "the server waits: if this port speaks TLS from the start, as 465 does, set smtp.tls to implicit"
	case isTimeout(err):
		return "see whether a firewall is between this machine and " + where
	}
	return "see whether smtp.host and smtp.port are right, and a mail server runs at " + where
}

func remedyTLS(err error, cfg Config) string {
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, errNoStartTLS):
		return "set smtp.tls to implicit and smtp.port to 465 if the server has that, or have STARTTLS switched on"
	case errors.As(err, &record):
		return "this port starts without TLS: set smtp.tls to starttls"
	case errors.As(err, &unknown):
		return "name the certificate of its authority in smtp.ca_file"
	case errors.As(err, &name):
		return "write smtp.host as the certificate has it"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "have the server's certificate renewed; see also this machine's clock"
	}
	return "see whether smtp.tls and smtp.port belong together (implicit with 465, starttls with 587) on " + cfg.Host
}

func remedySignIn(err error) string {
	var reply *textproto.Error
	var password *passwordError
	var offered *noAuthError
	switch {
	case errors.As(err, &password):
		return "see smtp.password_file"
	case errors.As(err, &offered):
		return "leave smtp.username and smtp.password_file out if the server takes our mail without, or use its submission port"
	case errors.As(err, &reply) && reply.Code/100 == 4:
		return "the server cannot check passwords now: wait, or ask its administrator"
	case errors.As(err, &reply):
		return "see smtp.username and the password in smtp.password_file; some servers want an app password"
	}
	return "try again; if it stays, ask the server's administrator"
}

// codeOf is the reply code in an error, 0 where there is none.
func codeOf(err error) int {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		return reply.Code
	}
	return 0
}
