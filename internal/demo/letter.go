package demo

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
)

// Letter is a mail of ours as it lies in the mailbox of its recipient. It is read with the standard library alone, and not with the
// reader of the product, so that the two are held against each other.
type Letter struct {
	To        string // whose mailbox it is
	Subject   string
	MessageID string // without angle brackets, as the next one
	InReplyTo string
	Automatic bool // marked Auto-Submitted (RFC 3834)
	Text      string
	HTML      string
	Raw       []byte

	at time.Time
}

func readLetter(raw []byte) (Letter, error) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return Letter{}, err
	}
	l := Letter{Raw: raw, MessageID: bare(m.Header.Get("Message-ID")), InReplyTo: bare(m.Header.Get("In-Reply-To"))}
	if l.Subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil {
		return l, fmt.Errorf("subject: %w", err)
	}
	auto := m.Header.Get("Auto-Submitted")
	l.Automatic = auto != "" && !strings.EqualFold(auto, "no")
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return l, fmt.Errorf("content type: %w", err)
	}
	if kind != "multipart/alternative" {
		return l, fmt.Errorf("it is %s, not multipart/alternative", kind)
	}
	return l, l.readParts(multipart.NewReader(m.Body, params["boundary"]))
}

func (l *Letter) readParts(parts *multipart.Reader) error {
	for {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var body io.Reader = p
		if strings.EqualFold(p.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
			body = quotedprintable.NewReader(p)
		}
		text, err := io.ReadAll(body)
		if err != nil {
			return err
		}
		into := &l.Text
		if strings.HasPrefix(p.Header.Get("Content-Type"), "text/html") {
			into = &l.HTML
		}
		*into = strings.ReplaceAll(string(text), "\r\n", "\n")
	}
}

// bare takes the angle brackets off a Message-ID.
func bare(id string) string { return strings.Trim(strings.TrimSpace(id), "<>") }

// headerLine returns a field of a header that may be broken, so as it stands; none of the fields that are asked for is folded.
func headerLine(raw []byte, name string) string {
	head, _, _ := bytes.Cut(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	for line := range strings.SplitSeq(string(head), "\n") {
		if field, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(field, name) {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func messageID(raw []byte) string { return bare(headerLine(raw, "Message-ID")) }

// crlf ends lines as RFC 5322 section 2.3 wants them.
func crlf(raw []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
}
