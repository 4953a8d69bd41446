package reply

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Envelope says from whom, to whom and in which thread a reply goes.
type Envelope struct {
	From       ticket.Address
	To         ticket.Address
	MessageID  string   // without angle brackets, as NewMessageID makes it
	InReplyTo  string   // Message-ID of the mail that is answered, without angle brackets; may be empty
	References []string // of the thread, oldest first, without angle brackets
	Automatic  bool     // no person decided: marked Auto-Submitted (RFC 3834)
	Generated  bool     // and it answers no mail
	Date       time.Time
}

// NewMessageID makes a Message-ID, without angle brackets, from random bytes.
func NewMessageID(domain string, random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("make a Message-ID: %w", err)
	}
	id := strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:])) + "@" + domain
	if !isMessageID(id) {
		return "", fmt.Errorf("make a Message-ID: %q is not a domain", domain)
	}
	return id, nil
}

// Compose returns the bytes of the mail, multipart/alternative with CRLF. The same arguments give the same bytes (R9).
func Compose(e Envelope, r Rendered) ([]byte, error) {
	if !isMessageID(e.MessageID) {
		return nil, fmt.Errorf("compose a reply: %q is not a Message-ID", e.MessageID)
	}
	m := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := setAddresses(m, e); err != nil {
		return nil, fmt.Errorf("compose a reply: %w", err)
	}
	m.SetBoundary(boundary(e, r))
	m.SetDateWithValue(e.Date)
	m.SetMessageIDWithValue(e.MessageID)
	m.Subject(cleanLine(r.Subject)) // its runs of spaces too: go-mail may fold them into an empty line, the end of the header
	m.SetGenHeader("Content-Language", string(r.Language))
	setThread(m, e)
	if e.Automatic || e.Generated {
		m.SetGenHeader("Auto-Submitted", autoSubmitted(e))
		m.SetGenHeader("X-Auto-Response-Suppress", "All") // Exchange reads this one
	}
	m.SetBodyString(mail.TypeTextPlain, crlf(r.Text))
	m.AddAlternativeString(mail.TypeTextHTML, crlf(r.HTML))
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("compose a reply: %w", err)
	}
	return b.Bytes(), nil
}

// autoSubmitted is the keyword of RFC 3834 section 5.
func autoSubmitted(e Envelope) string {
	if e.Generated {
		return "auto-generated"
	}
	return "auto-replied"
}

func setAddresses(m *mail.Msg, e Envelope) error {
	from, err := formatAddress(e.From)
	if err != nil {
		return fmt.Errorf("sender: %w", err)
	}
	to, err := formatAddress(e.To)
	if err != nil {
		return fmt.Errorf("recipient: %w", err)
	}
	return errors.Join(m.From(from), m.To(to))
}

// maxDisplayName keeps a header line well below 998 octets (RFC 5322 section 2.1.1) in any encoding.
const maxDisplayName = 60

// Mailable says why an address cannot be mailed to, or nil: the one test of what Compose takes.
func Mailable(addr string) error {
	_, err := formatAddress(ticket.Address{Addr: addr})
	return err
}

// formatAddress writes an address for a header and refuses what is not exactly one.
func formatAddress(a ticket.Address) (string, error) {
	for _, r := range a.Addr {
		if r <= ' ' || r > '~' {
			return "", fmt.Errorf("%q: only addresses in ASCII can be mailed to", a.Addr)
		}
	}
	if strings.ContainsAny(a.Addr, "<>") || len(a.Addr) > maxLine {
		return "", fmt.Errorf("%q is not a mail address", a.Addr)
	}
	parsed, err := netmail.ParseAddress("<" + a.Addr + ">")
	if err != nil {
		return "", fmt.Errorf("%q is not a mail address: %w", a.Addr, err)
	}
	name := []rune(cleanLine(a.Name))
	parsed.Name = strings.TrimSpace(string(name[:min(len(name), maxDisplayName)]))
	return parsed.String(), nil
}

// setThread writes In-Reply-To and References (RFC 5322 section 3.6.4). The ids are strangers' words: what is none is left out.
func setThread(m *mail.Msg, e Envelope) {
	if isMessageID(e.InReplyTo) {
		m.SetGenHeader("In-Reply-To", "<"+e.InReplyTo+">")
	}
	if ids := references(e); len(ids) > 0 {
		m.SetGenHeader("References", "<"+strings.Join(ids, "> <")+">")
	}
}

// maxReferences keeps a long thread's header small: its first message, by which programs find the thread, and the latest.
const maxReferences = 20

func references(e Envelope) []string {
	var ids []string
	for _, id := range append(slices.Clone(e.References), e.InReplyTo) {
		if isMessageID(id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) > maxReferences {
		ids = append(ids[:1], ids[len(ids)-maxReferences+1:]...)
	}
	return ids
}

// isMessageID reports whether s can stand between angle brackets: visible ASCII with one part on either side of an @.
func isMessageID(s string) bool {
	left, right, ok := strings.Cut(s, "@")
	if !ok || left == "" || right == "" || len(s) > 250 {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' || r == '<' || r == '>' })
}

// boundary is made from the content, so that the same reply has the same one and no content can foresee it.
func boundary(e Envelope, r Rendered) string {
	sum := sha256.Sum256([]byte(e.MessageID + "\x00" + r.Text + "\x00" + r.HTML))
	return hex.EncodeToString(sum[:20])
}

// crlf ends lines as RFC 5322 section 2.3 wants them.
func crlf(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n")
}
