package message

import (
	"bytes"
	"net/mail"
	"strings"
	"time"
)

// Caps on what a header may hold. Far above what real mail has, far below what costs time.
const (
	maxFields     = 2000
	maxHeaderSize = 512 << 10
	maxField      = 64 << 10
)

// field is one header field: its name in lower case, its value unfolded but otherwise as it came.
type field struct{ name, value string }

type header []field

// first returns the value of the topmost field of that name, "" when there is none. Names are in lower case.
func (h header) first(name string) string {
	for _, f := range h {
		if f.name == name {
			return f.value
		}
	}
	return ""
}

func (h header) all(name string) []string {
	var values []string
	for _, f := range h {
		if f.name == name {
			values = append(values, f.value)
		}
	}
	return values
}

func (h header) has(name string) bool {
	for _, f := range h {
		if f.name == name {
			return true
		}
	}
	return false
}

// readHeader splits a message or a part into header and body (RFC 5322 section 2.1) where it can, and repairs what libraries
// refuse: an mbox line, blank lines in front, lines that are no field, a missing blank line, NULs. Where no field is one that
// mail knows there is no header: then all is body, so that a text starting with "Naam: ..." is not eaten.
func readHeader(raw []byte, note *problems) (header, []byte) {
	rest := skipPreamble(raw)
	scan := headerScan{note: note}
	for len(rest) > 0 {
		line, after := cutLine(rest)
		if len(line) == 0 {
			rest = after
			break
		}
		if !scan.take(line, after) {
			break
		}
		rest = after
	}
	scan.end()
	if !scan.known {
		return nil, bytes.TrimPrefix(raw, utf8BOM)
	}
	return scan.fields, rest
}

var utf8BOM = []byte("\xef\xbb\xbf")

// skipPreamble drops what stands before the first field: a byte order mark, blank lines, the line that mbox files put in front.
// A part whose first line is blank has no header (RFC 2046 section 5.1), and the caller finds none known after it either.
func skipPreamble(raw []byte) []byte {
	rest := bytes.TrimPrefix(raw, utf8BOM)
	for len(rest) > 0 && len(raw)-len(rest) < maxField {
		line, after := cutLine(rest)
		mbox := bytes.HasPrefix(line, []byte("From ")) || bytes.HasPrefix(line, []byte(">From "))
		if !mbox && len(bytes.Trim(line, " \t\x00")) > 0 {
			break
		}
		rest = after
	}
	return rest
}

// headerScan collects fields line by line.
type headerScan struct {
	fields header
	value  []byte // of the last field, while more lines of it may come
	size   int    // of all lines
	known  bool   // a field that mail knows was seen
	note   *problems
}

// take adds one line that is not empty, and reports whether the header goes on.
func (s *headerScan) take(line, after []byte) bool {
	if s.size += len(line) + 1; s.size > maxHeaderSize || len(s.fields) >= maxFields {
		s.note.add("The header is too large; its end was left out.")
		return true
	}
	if bytes.IndexByte(line, 0) >= 0 {
		line = bytes.ReplaceAll(line, []byte{0}, nil)
		s.note.add("The header held NUL characters; they were left out.")
	}
	if len(bytes.TrimSpace(line)) == 0 {
		return moreFields(after)
	}
	if line[0] == ' ' || line[0] == '\t' {
		s.fold(line)
		return true
	}
	name, value, ok := cutField(line)
	if !ok {
		if !moreFields(after) {
			return false
		}
		s.strange(line)
		return true
	}
	s.end()
	s.known = s.known || knownField(name)
	s.fields = append(s.fields, field{name: name})
	s.value = append(s.value, bytes.TrimSpace(value)...)
	return true
}

// strange deals with a line that is no field among others. Behind a subject it is its end: the blank that folds a line gets lost.
func (s *headerScan) strange(line []byte) {
	const longest = 200
	if n := len(s.fields); n > 0 && s.fields[n-1].name == "subject" && len(line) < longest && bytes.IndexByte(line, ':') < 0 {
		s.fold(line)
		s.note.add("A line of the header was not marked as one that goes on; it was read as the end of the subject.")
		return
	}
	s.note.add("The header held lines that are no header fields; they were left out.")
}

// fold appends a continuation line (RFC 5322 section 2.2.3).
func (s *headerScan) fold(line []byte) {
	s.value = append(append(s.value, ' '), bytes.TrimSpace(line)...)
}

// end files the value of the last field.
func (s *headerScan) end() {
	if n := len(s.fields); n > 0 {
		if len(s.value) > maxField {
			s.value = s.value[:maxField]
			s.note.add("A header field is too long; its end was left out.")
		}
		s.fields[n-1].value = string(s.value)
	}
	s.value = s.value[:0]
}

// moreFields reports whether a field that mail knows follows before the next empty line: if so, a strange line is a slip in the
// header, else the blank line before the body is missing.
func moreFields(rest []byte) bool {
	for range 50 {
		if len(rest) == 0 {
			return false
		}
		var line []byte
		line, rest = cutLine(rest)
		if len(line) == 0 {
			return false
		}
		if name, _, ok := cutField(line); ok && knownField(name) {
			return true
		}
	}
	return false
}

// cutField splits "Name: value". Blanks before the colon are obsolete syntax (RFC 5322 section 4.5) and accepted.
func cutField(line []byte) (name string, value []byte, ok bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 80 {
		return "", nil, false
	}
	key := bytes.TrimRight(line[:i], " \t")
	for _, c := range key {
		if c <= ' ' || c >= 127 {
			return "", nil, false
		}
	}
	return strings.ToLower(string(key)), line[i+1:], len(key) > 0
}

// knownField reports whether mail knows a field of that name; anybody may invent X- fields.
func knownField(name string) bool {
	switch name {
	case "from", "to", "cc", "bcc", "subject", "date", "message-id", "mime-version", "received", "return-path", "reply-to",
		"sender", "references", "in-reply-to", "delivered-to", "envelope-to", "precedence", "auto-submitted", "importance",
		"user-agent", "thread-topic", "thread-index", "feedback-id", "accept-language", "authentication-results", "priority":
		return true
	}
	for _, prefix := range []string{"x-", "content-", "list-", "resent-", "arc-", "dkim-", "received-"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// cutLine cuts at the next line end, LF or CRLF.
func cutLine(b []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(b, []byte{'\n'})
	return bytes.TrimSuffix(line, []byte{'\r'}), rest
}

// headerText decodes an unstructured field into one clean line.
func headerText(value string, note *problems) string {
	decoded := decodeWords(decodeUndeclared([]byte(value)))
	if strings.ContainsAny(decoded, "\r\n") {
		note.suspect("A header field held an encoded line break; it was made a blank.")
	}
	decoded, repaired := undouble(decoded)
	if repaired {
		note.add("The letters with accents had been damaged on the way; they were restored.")
	}
	return cleanLine(decoded)
}

// readDate reads a date, zero when it is absent, malformed or outside what mail can be.
func readDate(value string) time.Time {
	t, err := mail.ParseDate(strings.TrimSpace(value))
	if err != nil || t.Year() < 1980 || t.Year() > 2200 {
		return time.Time{}
	}
	return t
}

// Message identifiers are for threading: a mail with more than this is no thread that we began.
const maxReferences = 200

// messageIDs returns the identifiers of a field without their angle brackets.
func messageIDs(value string) []string {
	var ids []string
	for len(ids) < maxReferences {
		_, after, ok := strings.Cut(value, "<")
		if !ok {
			break
		}
		id, rest, ok := strings.Cut(after, ">")
		if !ok {
			break
		}
		if id = cleanToken(id); id != "" {
			ids = append(ids, id)
		}
		value = rest
	}
	if ids == nil && !strings.Contains(value, "<") {
		if id := cleanToken(value); strings.Contains(id, "@") {
			ids = append(ids, id)
		}
	}
	return ids
}

// references returns References and then In-Reply-To, oldest first, each once.
func references(h header) []string {
	var ids []string
	seen := map[string]bool{}
	for _, name := range []string{"references", "in-reply-to"} {
		for _, id := range messageIDs(h.first(name)) {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func firstOf(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}
