package message

import (
	"bytes"
	"mime"
	"strings"
)

// Caps on the structure of a mail. The deepest that honest mailers send is below 10; one level costs one look at its bytes.
const (
	maxDepth       = 50
	maxParts       = 500
	maxText        = 1 << 20
	maxAttachments = 200
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
	attachments []Attachment
	forwarded   *Forwarded // the first attached message, with its whole text
	returned    header     // of the message that a report returns
	status      []header   // the groups of a message/delivery-status (RFC 3464 section 2.1)
	isReport    bool
	reportType  string
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
	p.fileName = cleanLine(decodeWords(decodeUndeclared([]byte(params["filename"]))))
	if p.fileName == "" {
		p.fileName = cleanLine(decodeWords(decodeUndeclared([]byte(p.params["name"]))))
	}
	return p
}

// parseParams reads "value; name=value" (RFC 2045 section 5.1, RFC 2231), also where the standard library refuses it.
func parseParams(value string) (first string, params map[string]string) {
	if value == "" {
		return "", nil
	}
	if first, params, err := mime.ParseMediaType(value); err == nil {
		return first, params
	}
	first, rest, _ := strings.Cut(value, ";")
	first, _, _ = strings.Cut(strings.TrimSpace(first), " ")
	params = map[string]string{}
	for rest != "" && len(params) < 50 {
		var item string
		name, after, ok := strings.Cut(rest, "=")
		if !ok {
			break
		}
		after = strings.TrimSpace(after)
		if strings.HasPrefix(after, `"`) {
			item, rest, _ = strings.Cut(after[1:], `"`)
			_, rest, _ = strings.Cut(rest, ";")
		} else {
			item, rest, _ = strings.Cut(after, ";")
		}
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := params[name]; !twice {
			params[name] = strings.TrimSpace(item)
		}
	}
	return strings.ToLower(first), params
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
	case p.mediaType == "message/disposition-notification" && w.isReport:
		return content{}
	case p.mediaType == "text/calendar":
		w.readCalendar(p)
	}
	if isText(p, first, depth) {
		return w.text(p)
	}
	w.attach(p)
	return content{}
}

// isText decides whether a leaf is text to read or an attachment. A named file counts as text only where the text of a mail
// stands, and never when it is declared an attachment.
func isText(p part, first bool, depth int) bool {
	switch p.mediaType {
	case "text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "text/x-markdown", "application/xhtml+xml":
	default:
		return false
	}
	if p.disposition == "attachment" {
		return depth == 0 && p.fileName == ""
	}
	return p.fileName == "" || first
}

func (w *walker) attach(p part) {
	if len(w.attachments) >= maxAttachments {
		w.note.add("The mail has too many attachments; the rest of them is not listed.")
		return
	}
	w.attachments = append(w.attachments, Attachment{Name: p.fileName, Type: cleanToken(p.mediaType), Size: decodedSize(p)})
}

// decodedSize counts what a part would be when decoded, without decoding it.
func decodedSize(p part) int64 {
	switch strings.ToLower(strings.TrimSpace(p.header.first("content-transfer-encoding"))) {
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

// text decodes a text part.
func (w *walker) text(p part) content {
	raw := p.body
	if most := 4 * maxText; len(raw) > most {
		raw = raw[:most]
		w.note.add("The text is too long; its end was left out.")
	}
	octets := decodeTransfer(p.header.first("content-transfer-encoding"), raw, w.note)
	text, believed := decodeCharset(p.params["charset"], octets)
	if !believed {
		w.note.add("A text is not in the character set it names; it was read as UTF-8 or windows-1252.")
	}
	if len(text) > w.budget {
		text = strings.ToValidUTF8(text[:w.budget], "")
		w.note.add("The text is too long; its end was left out.")
	}
	w.budget -= len(text)
	if strings.IndexByte(text, 0) >= 0 {
		w.note.add("The text held NUL characters; they were left out.")
	}
	if strings.ContainsFunc(text, bidi) {
		w.note.add("The text held characters that change the direction of reading; they were left out.")
	}
	text = cleanText(text)
	if p.mediaType == "text/html" || p.mediaType == "application/xhtml+xml" || looksHTML(text) {
		return content{text: htmlText(text), rich: true}
	}
	if strings.EqualFold(p.params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(p.params["delsp"], "yes"))
	}
	return content{text: text}
}

// looksHTML recognises HTML under the label of plain text.
func looksHTML(text string) bool {
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 200)]))
	return strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html")
}

// multipart reads the parts of p. Where no boundary can be found it is read as the raw text that it is.
func (w *walker) multipart(p part, depth int) content {
	if p.mediaType == "multipart/report" && depth == 0 {
		w.isReport, w.reportType = true, strings.ToLower(p.params["report-type"])
	}
	bodies := splitParts(p.body, p.params["boundary"])
	if bodies == nil {
		decoded := decodeTransfer(p.header.first("content-transfer-encoding"), p.body, w.note)
		if bodies = splitParts(decoded, p.params["boundary"]); bodies == nil {
			bodies = splitParts(decoded, guessBoundary(decoded))
			w.note.add("The boundary between the parts was not found; the mail was read as far as possible.")
		}
		if bodies == nil {
			return w.text(part{body: decoded, mediaType: "text/plain"})
		}
	}
	var contents []content
	for i, body := range bodies {
		if w.parts >= maxParts {
			w.note.add("The mail has too many parts or levels; the rest of them was left out.")
			break
		}
		h, inner := readPartHeader(body, w.note)
		contents = append(contents, w.walk(newPart(h, inner, p.mediaType), depth+1, i == 0))
	}
	if p.mediaType == "multipart/alternative" {
		return choose(contents)
	}
	return join(contents)
}

// readPartHeader reads the header of a part, which may be missing: then its first line is empty (RFC 2046 section 5.1).
func readPartHeader(raw []byte, note *problems) (header, []byte) {
	if line, after := cutLine(raw); len(line) == 0 && !bytes.HasPrefix(bytes.ToLower(after[:min(len(after), 8)]), []byte("content-")) {
		return nil, after
	}
	return readHeader(raw, note)
}

// splitParts cuts a multipart body at its boundary lines (RFC 2046 section 5.1.1); nil when there is none. A missing last
// boundary is forgiven.
func splitParts(body []byte, boundary string) [][]byte {
	if boundary == "" {
		return nil
	}
	mark := []byte("--" + boundary)
	var parts [][]byte
	start := -1
	for at := 0; at < len(body); {
		i := bytes.Index(body[at:], mark)
		if i < 0 {
			break
		}
		i += at
		line, rest := cutLine(body[i:])
		at = len(body) - len(rest)
		tail := bytes.TrimRight(line[len(mark):], " \t")
		last := bytes.HasPrefix(tail, []byte("--"))
		if i > 0 && body[i-1] != '\n' || len(tail) > 0 && !last {
			continue
		}
		if start >= 0 {
			parts = append(parts, trimLineEnd(body[start:i]))
		}
		if start = at; last || len(parts) > maxParts {
			return parts
		}
	}
	if start >= 0 {
		parts = append(parts, body[start:])
	}
	return parts
}

// trimLineEnd drops the line end before a boundary, which belongs to the boundary.
func trimLineEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte{'\n'}), []byte{'\r'})
}

// guessBoundary looks for a line that is used like a boundary: dashes in front, a Content- field below.
func guessBoundary(body []byte) string {
	for range 200 {
		if len(body) == 0 {
			return ""
		}
		var line []byte
		line, body = cutLine(body)
		if bytes.HasPrefix(line, []byte("--")) && len(line) > 2 && bytes.HasPrefix(bytes.ToLower(body[:min(len(body), 8)]), []byte("content-")) {
			return string(bytes.TrimRight(line[2:], " \t"))
		}
	}
	return ""
}

// join sets contents one below the other.
func join(contents []content) content {
	var texts, alts []string
	var all content
	differs := false
	for _, c := range contents {
		if c.text == "" {
			continue
		}
		texts = append(texts, c.text)
		if all.rich = all.rich || c.rich; c.alt != "" {
			alts, differs = append(alts, c.alt), true
		} else {
			alts = append(alts, c.text)
		}
	}
	all.text = strings.Join(texts, "\n")
	if differs {
		all.alt = strings.Join(alts, "\n")
	}
	return all
}

// choose picks the plain text of a multipart/alternative, which mailers write for programs, and keeps the other one beside it. The
// plain text loses where it only says that the mail is HTML.
func choose(contents []content) content {
	var plain, rich content
	for _, c := range contents {
		switch {
		case strings.TrimSpace(c.text) == "":
		case c.rich:
			rich = c // the last is the best (RFC 2046 section 5.1.4)
		case plain.text == "":
			plain = c
		}
	}
	switch {
	case plain.text == "":
		return rich
	case rich.text == "":
		return plain
	case len(plain.text) < 200 && strings.Contains(strings.ToLower(plain.text), "html") && len(rich.text) > len(plain.text):
		return content{text: rich.text, alt: plain.text, rich: true}
	}
	return content{text: plain.text, alt: rich.text}
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
	w.forwarded = &Forwarded{} // claimed before going deeper: messages nest
	below := &walker{note: w.note, parts: w.parts, budget: w.budget, forwarded: w.forwarded}
	c := below.walk(newPart(h, inner, ""), depth+1, true)
	w.parts, w.budget = below.parts, below.budget
	w.attachments = append(w.attachments, below.attachments...)
	if from := parseAddresses(h.first("from"), w.note); len(from) > 0 {
		w.forwarded.From = from[0]
	}
	w.forwarded.Subject = headerText(h.first("subject"), w.note)
	w.forwarded.Text = c.text
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
