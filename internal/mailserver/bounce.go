package mailserver

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"mime/multipart"
	"net/textproto"
	"strings"
	"time"
)

// bounce is a failure report: multipart/report with a text for people, the machine-readable part, and the message that came back
// (RFC 3461, 3462, 3464).
type bounce struct {
	reporter string   // the domain that reports
	to       string   // the envelope sender of what failed
	failed   []string // its recipients here
	at       time.Time
	original []byte
}

// bytes writes the report with the null return path and with the signs of an automatic message (RFC 3834), so that nobody answers it.
func (b bounce) bytes() []byte {
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	b.part(parts, "text/plain; charset=utf-8", b.text())
	b.part(parts, "message/delivery-status", b.status())
	b.part(parts, "message/rfc822", string(b.original))
	_ = parts.Close() // a bytes.Buffer takes everything

	var out bytes.Buffer
	for _, line := range []string{
		"Return-Path: <>",
		"From: Mail Delivery System <MAILER-DAEMON@" + b.reporter + ">",
		"To: <" + b.to + ">",
		"Subject: Undelivered Mail Returned to Sender",
		"Date: " + b.at.Format(time.RFC1123Z),
		fmt.Sprintf("Message-ID: <%d.%x@%s>", b.at.UnixNano(), sum(b.original), b.reporter),
		"Auto-Submitted: auto-replied",
		"MIME-Version: 1.0",
		"Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"" + parts.Boundary() + "\"",
	} {
		out.WriteString(line + "\r\n")
	}
	out.WriteString("\r\n")
	out.Write(body.Bytes())
	return out.Bytes()
}

func (b bounce) part(parts *multipart.Writer, contentType, text string) {
	w, _ := parts.CreatePart(textproto.MIMEHeader{"Content-Type": {contentType}}) // a bytes.Buffer takes everything
	_, _ = w.Write([]byte(text))
}

func (b bounce) text() string {
	return "This is the mail system at " + b.reporter + ".\r\n\r\n" +
		"Your message could not be delivered to:\r\n\r\n  <" + strings.Join(b.failed, ">\r\n  <") + ">: no such domain\r\n"
}

func (b bounce) status() string {
	s := "Reporting-MTA: dns; " + b.reporter + "\r\nArrival-Date: " + b.at.Format(time.RFC1123Z) + "\r\n"
	for _, to := range b.failed {
		_, domain, _ := strings.Cut(to, "@")
		s += "\r\nFinal-Recipient: rfc822; " + to + "\r\nAction: failed\r\nStatus: 5.1.2\r\n" +
			"Diagnostic-Code: smtp; 550 5.1.2 " + domain + ": no such domain\r\n"
	}
	return s
}

func sum(b []byte) uint32 {
	h := fnv.New32a()
	_, _ = h.Write(b)
	return h.Sum32()
}
