package message

import (
	"bytes"
	"strings"
)

// Caps on the structure of a mail. The deepest that honest mailers send is below 10; one level costs one look at its bytes.
const (
	maxDepth       = 50
	maxParts       = 500
	maxText        = 1 << 20
	maxAttachments = 200
	maxLooked      = 300 << 20
)

// part is one entity of a mail (RFC 2045 section 2.4): header, body, and what its Content- fields say.
type part struct {
	header      header
	body        []byte
	mediaType   string // in lower case; text/plain when absent or malformed
	params      map[string]string
	disposition string // in lower case, without parameters
	fileName    string
}

// content is the readable text of a part, marked as in markup.go; alt is that of another alternative.
type content struct {
	text, alt string
	rich      bool // of HTML
}

// walker collects what a tree of parts holds.
type walker struct {
	note        *problems
	parts       int
	budget      int // characters of text left
	looked      int // octets that were searched for boundaries: each level looks at its own again
	attachments []attached
	forwarded   *Forwarded // the first attached message, with its whole text
	passed      []byte     // its octets
	returned    header     // of the message that a report returns
	status      []header   // the groups of a message/delivery-status (RFC 3464 section 2.1)
	isReport    bool
	reportType  string
	wrapped     string // text that stands in a winmail.dat only
	disposition bool   // a part says that a mail was read (RFC 8098), at the top
	calendar    string // METHOD of a text/calendar part, in upper case
}

func newPart(h header, body []byte, parentType string) part {
	p := part{header: h, body: body, mediaType: "text/plain"}
	if parentType == "multipart/digest" {
		p.mediaType = "message/rfc822" // RFC 2046 section 5.1.5
	}
	if mediaType, params := parseParams(h.first("content-type")); strings.Contains(mediaType, "/") {
		p.mediaType, p.params = mediaType, params
	}
	disposition, params := parseParams(h.first("content-disposition"))
	p.disposition = disposition
	if p.fileName = paramText(params, h.first("content-disposition"), "filename"); p.fileName == "" {
		p.fileName = paramText(p.params, h.first("content-type"), "name")
	}
	return p
}

// walk reads a part and what is below it. first tells that it opens its parent, where the text of a mail stands.
func (w *walker) walk(p part, depth int, first bool) content {
	if depth > maxDepth || w.parts >= maxParts {
		w.note.add("The mail has too many parts or levels; the rest of them was left out.")
		return content{}
	}
	w.parts++
	kind, sub, _ := strings.Cut(p.mediaType, "/")
	switch {
	case kind == "multipart":
		return w.multipart(p, depth)
	case p.mediaType == "message/rfc822" || p.mediaType == "message/global":
		return w.attachedMessage(p, depth)
	case kind == "message" && strings.HasSuffix(sub, "delivery-status"):
		w.status = append(w.status, readGroups(p, w.note)...)
		return content{}
	case p.mediaType == "text/rfc822-headers" && w.isReport:
		w.returned, _ = readHeader(decodeTransfer(p.header.first("content-transfer-encoding"), p.body, w.note), w.note)
		return content{}
	case p.mediaType == "message/disposition-notification" && depth <= 1:
		w.disposition = true
		return content{}
	case p.mediaType == "text/calendar":
		w.readCalendar(p)
	case p.mediaType == "text/x-amp-html", p.mediaType == "text/watch-html":
		return content{} // another view of the text that stands beside it
	case isTNEF(p):
		return w.tnef(p)
	}
	if !isText(p, first, depth) {
		w.attach(p)
		return content{}
	}
	if depth == 0 && p.mediaType == "text/plain" && opensParts(p.body) {
		w.note.add("The mail does not say that it has parts; they were found all the same.")
		return w.multipart(p, depth)
	}
	return w.text(p)
}

// isText decides whether a leaf is text to read or an attachment. A named file counts as text only where the text of a mail
// stands, and never when it is declared an attachment. Exchange names the pieces of a text that it cut "ATT00001.txt".
func isText(p part, first bool, depth int) bool {
	switch p.mediaType {
	case "text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "text/x-markdown", "application/xhtml+xml":
	default:
		return p.fileName == "" && p.disposition != "attachment" && (isUnknownText(p.mediaType) || depth == 0 && holdsWords(p))
	}
	if isPiece(p.fileName) {
		return true
	}
	if p.disposition == "attachment" {
		return depth == 0 && p.fileName == ""
	}
	return p.fileName == "" || first
}

// isUnknownText tells the kinds of text that nobody registered; the others have a use of their own.
func isUnknownText(mediaType string) bool {
	sub, ok := strings.CutPrefix(mediaType, "text/")
	switch sub {
	case "calendar", "css", "csv", "directory", "javascript", "json", "rfc822-headers", "rtf", "tab-separated-values", "vcard", "x-vcard",
		"xml", "x-diff", "x-patch":
		return false
	}
	return ok
}

// holdsWords looks whether the body of a mail under a strange label is text.
func holdsWords(p part) bool {
	head := decodeTransfer(p.header.first("content-transfer-encoding"), p.body[:min(len(p.body), 4096)], &problems{})
	return isWords(head)
}

func isPiece(name string) bool {
	base, ext, _ := strings.Cut(strings.ToLower(name), ".")
	digits, ok := strings.CutPrefix(base, "att")
	return ok && len(digits) >= 4 && strings.Trim(digits, "0123456789") == "" && (ext == "txt" || ext == "htm" || ext == "html")
}

func (w *walker) attach(p part) {
	w.addAttachment(Attachment{Name: p.fileName, Type: cleanToken(p.mediaType), Size: decodedSize(p)}, func() []byte {
		return decodeTransfer(p.header.first("content-transfer-encoding"), p.body, &problems{})
	})
}

func (w *walker) addAttachment(a Attachment, open func() []byte) {
	if len(w.attachments) >= maxAttachments {
		w.note.add("The mail has too many attachments; the rest of them is not listed.")
		return
	}
	w.attachments = append(w.attachments, attached{a, open})
}

// decodedSize counts what a part would be when decoded, without decoding it.
func decodedSize(p part) int64 {
	switch transferEncoding(p.header.first("content-transfer-encoding")) {
	case "base64":
		n := 0
		for _, c := range p.body {
			if c > ' ' && c != '=' {
				n++
			}
		}
		return int64(n) * 3 / 4
	case "quoted-printable":
		return int64(len(decodeQuotedPrintable(p.body)))
	}
	return int64(len(p.body))
}

// attachedMessage reads a message in the mail: the one that a report returns, or one that the sender passes on.
func (w *walker) attachedMessage(p part, depth int) content {
	body := decodeTransfer(p.header.first("content-transfer-encoding"), p.body, w.note)
	h, inner := readHeader(body, w.note)
	if w.isReport {
		if w.returned == nil {
			w.returned = h
		}
		return content{}
	}
	if w.forwarded != nil {
		w.attach(p)
		return content{}
	}
	below := &walker{note: w.note, parts: w.parts, budget: w.budget, looked: w.looked}
	c := below.walk(newPart(h, inner, ""), depth+1, true)
	w.parts, w.budget, w.looked = below.parts, below.budget, below.looked
	w.attachments = append(w.attachments, below.attachments...)
	f := &Forwarded{Subject: headerText(h.first("subject"), w.note), Text: c.text}
	if from := parseAddresses(h.first("from"), w.note); len(from) > 0 {
		f.From = from[0]
	}
	switch {
	case below.forwarded != nil && f.onlyPasses():
		f, body = below.forwarded, below.passed
	case below.forwarded != nil:
		w.addAttachment(Attachment{Name: below.forwarded.Subject, Type: "message/rfc822", Size: int64(len(below.passed))}, func() []byte { return below.passed })
	}
	w.forwarded, w.passed = f, body
	return content{}
}

// readCalendar finds the METHOD of a calendar part (RFC 5546 section 1.4), in the header or in the object.
func (w *walker) readCalendar(p part) {
	method := p.params["method"]
	if method == "" {
		octets := decodeTransfer(p.header.first("content-transfer-encoding"), p.body[:min(len(p.body), 64<<10)], w.note)
		for line := range bytes.Lines(octets) {
			if name, value, ok := bytes.Cut(line, []byte(":")); ok && bytes.EqualFold(name, []byte("METHOD")) {
				method = string(bytes.TrimSpace(value))
				break
			}
		}
	}
	w.calendar = strings.ToUpper(method)
}
