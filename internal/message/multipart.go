package message

import (
	"bytes"
	"strings"
)

// multipart reads the parts of p. Where no boundary can be found it is read as the raw text that it is.
func (w *walker) multipart(p part, depth int) content {
	if p.mediaType == "multipart/report" && depth == 0 {
		w.isReport, w.reportType = true, strings.ToLower(p.params["report-type"])
	}
	if w.looked += len(p.body); w.looked > maxLooked {
		w.note.add("The mail has too many parts or levels; the rest of them was left out.")
		return content{}
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
	all := join(contents)
	if p.mediaType == "multipart/alternative" || p.mediaType == "text/plain" && len(contents) == 2 && !contents[0].rich && contents[1].rich {
		all = choose(contents)
	}
	if all.text == "" && w.forwarded == nil && w.budget > 0 {
		all = w.aroundParts(p)
	}
	return all
}

// aroundParts reads what stands above the first boundary, where old and home-made mailers put a text. Only where the parts hold none: else
// it is a note to mailers without MIME.
func (w *walker) aroundParts(p part) content {
	body := p.body
	if i := bytes.Index(body, []byte("--"+p.params["boundary"])); i >= 0 && p.params["boundary"] != "" {
		body = body[:i]
	} else {
		return content{}
	}
	lower := bytes.ToLower(body[:min(len(body), 1000)])
	if len(bytes.TrimSpace(body)) == 0 || bytes.Contains(lower, []byte("mime")) || bytes.Contains(lower, []byte("multi-part")) || bytes.Contains(lower, []byte("multipart")) {
		return content{}
	}
	w.note.add("The text stood above the parts of the mail, where mailers do not show it.")
	return w.text(part{body: body, mediaType: "text/plain"})
}

// opensParts reports whether the body of a mail begins like that of a multipart.
func opensParts(body []byte) bool {
	body = bytes.TrimLeft(body[:min(len(body), 4096)], "\r\n\t ")
	return bytes.HasPrefix(body, []byte("--")) && guessBoundary(body) != ""
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
		if at = i + len(mark); !mayEndMark(body[at:]) {
			continue
		}
		line, rest := cutLine(body[i:])
		at = len(body) - len(rest)
		tail := bytes.TrimRight(line[len(mark):], " \t")
		last := bytes.HasPrefix(tail, []byte("--"))
		if i -= indent(body[:i]); i > 0 && body[i-1] != '\n' || len(tail) > 0 && !last {
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

// mayEndMark is the quick look behind a boundary: blanks, then the end of the line or the dashes of the last one.
func mayEndMark(b []byte) bool {
	for _, c := range b[:min(len(b), 100)] {
		if c != ' ' && c != '\t' {
			return c == '\r' || c == '\n' || c == '-'
		}
	}
	return true
}

// indent counts the blanks at the end of before; a gateway may have indented all lines.
func indent(before []byte) int {
	const most = 8
	n := 0
	for n < min(len(before), most) && (before[len(before)-1-n] == ' ' || before[len(before)-1-n] == '\t') {
		n++
	}
	return n
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
		line = bytes.TrimLeft(line, " \t")
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
	case isExcuse(plain.text, rich.text):
		return content{text: rich.text, alt: plain.text, rich: true}
	}
	return content{text: plain.text, alt: rich.text}
}

// excuseWords are of the sentences by which a plain text says that the mail is HTML.
var excuseWords = []string{
	"html", "webversie", "online versie", "in uw browser", "in je browser", "e-mailprogramma", "mailprogramma", "e-mailclient", "mailclient", "e-mail client", "mail client",
	"email client", "in your browser", "view this", "version en ligne", "dans votre navigateur", "client de messagerie", "logiciel de messagerie", "votre messagerie",
	"e-mail-programm", "mailprogramm", "im browser", "e-mail-client",
}

// isExcuse reports whether a plain text is none: a short sentence about HTML, or pictures and rules only.
func isExcuse(plain, rich string) bool {
	const short, nothing, something = 300, 12, 40
	if len(plain) < short && containsAny(strings.ToLower(plain), excuseWords) {
		return len(rich) > len(plain)
	}
	return len(plain) < short && len(essence(plain)) < nothing && len(essence(rich[:min(len(rich), 4096)])) >= something
}
