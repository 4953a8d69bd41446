package message

import (
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-message/charset"
	"golang.org/x/text/encoding/charmap"
)

// decodeUndeclared makes UTF-8 of bytes that nothing names the charset of: UTF-8 when they are, else windows-1252, which is what
// old Western mailers send.
func decodeUndeclared(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	return windows1252(b)
}

// windows1252 never fails; the five bytes that it leaves undefined become U+FFFD.
func windows1252(b []byte) string {
	s, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(s)
}

// decodeCharset makes UTF-8 of b, and reports whether the label could be believed. Bytes beyond ASCII that are valid UTF-8 are
// UTF-8 whatever single-byte charset is named: no text in those charsets comes out valid by chance.
func decodeCharset(label string, b []byte) (s string, believed bool) {
	label = strings.ToLower(strings.Trim(label, " \t\"'"))
	switch label {
	case "":
		return decodeUndeclared(b), true
	case "x-user-defined": // the WHATWG has one of this name that moves letters into the private use area
		return decodeUndeclared(b), false
	case "utf-8", "utf8", "us-ascii", "ascii":
		return decodeUndeclared(b), utf8.Valid(b)
	case "iso-8859-1", "latin1", "iso8859-1", "windows-1252", "cp1252", "iso-8859-15":
		if utf8.Valid(b) {
			return string(b), isASCII(b)
		}
	}
	if label == "iso-8859-1" || label == "latin1" || label == "iso8859-1" {
		return windows1252(b), true // as all readers do (WHATWG Encoding): the C1 controls of ISO-8859-1 are never meant
	}
	r, err := charset.Reader(label, bytes.NewReader(b))
	if err != nil && strings.Contains(label, "-") {
		r, err = charset.Reader(strings.ReplaceAll(label, "-", ""), bytes.NewReader(b)) // cp-850
	}
	if err != nil {
		return decodeUndeclared(b), false
	}
	out, err := io.ReadAll(io.LimitReader(r, 4*maxText))
	return string(out), err == nil
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// decodeTransfer undoes a Content-Transfer-Encoding (RFC 2045 section 6) as far as it goes. Of an encoding that nobody knows the
// body is taken as it stands.
func decodeTransfer(encoding string, b []byte, note *problems) []byte {
	encoding, _, _ = strings.Cut(encoding, ";")
	encoding, _, _ = strings.Cut(encoding, "(")
	switch strings.ToLower(strings.Trim(encoding, " \t\"'")) {
	case "", "7bit", "8bit", "binary":
	case "quoted-printable":
		return decodeQuotedPrintable(b)
	case "base64":
		return decodeBase64Body(b, note)
	default:
		note.add("A part names a transfer encoding that does not exist; it was read as it stands.")
	}
	return b
}

// decodeQuotedPrintable undoes RFC 2045 section 6.7. An equals sign that begins no escape stays.
func decodeQuotedPrintable(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		i := bytes.IndexByte(b, '\n')
		line, end := b, ""
		if i >= 0 {
			line, b, end = b[:i], b[i+1:], "\n"
		} else {
			b = nil
		}
		line = bytes.TrimRight(line, " \t\r")
		if bytes.HasSuffix(line, []byte("=")) {
			line, end = line[:len(line)-1], ""
		}
		out = append(appendUnescaped(out, line, '='), end...)
	}
	return out
}

// appendUnescaped appends line with its =XX escapes undone.
func appendUnescaped(out, line []byte, mark byte) []byte {
	for i := 0; i < len(line); i++ {
		if line[i] == mark && i+2 < len(line) {
			hi, ok1 := unhex(line[i+1])
			lo, ok2 := unhex(line[i+2])
			if ok1 && ok2 {
				out = append(out, hi<<4|lo)
				i += 2
				continue
			}
		}
		out = append(out, line[i])
	}
	return out
}

func unhex(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	}
	return 0, false
}

// decodeBase64Body decodes a body and keeps clear text that a list or a gateway put behind it. A body that is no base64 at all is
// clear text under a wrong label.
func decodeBase64Body(b []byte, note *problems) []byte {
	encoded, clear := splitBase64(b)
	if len(clear) > 0 {
		note.add("A base64 part was followed by or consists of clear text; it was read as it stands.")
	}
	out, junk := decodeBase64(encoded)
	if junk {
		note.add("A base64 part was damaged; what could be decoded was kept.")
	}
	if len(clear) > 0 && len(out) > 0 {
		out = append(out, '\n')
	}
	return append(out, clear...)
}

// splitBase64 finds where base64 ends and clear text begins: at a line of several words in front of all, or behind an empty line
// or padding at a line with the marks that clear text has.
func splitBase64(b []byte) (encoded, clear []byte) {
	rest, marks := b, " \t"
	for len(rest) > 0 {
		line, after := cutLine(rest)
		line = bytes.TrimSpace(line)
		switch {
		case marks != "" && bytes.ContainsAny(line, marks):
			return b[:len(b)-len(rest)], rest
		case len(line) == 0, bytes.HasSuffix(line, []byte("=")):
			marks = " \t-_.,:;@<>'"
		default:
			marks = ""
		}
		rest = after
	}
	return b, nil
}

// decodeBase64 decodes what is base64 and skips the rest (RFC 2045 section 6.8 asks for that). Padding ends a group of four, so
// that pieces set one behind the other come out whole. junk tells that more than white space was skipped or bits were lost.
func decodeBase64(b []byte) (out []byte, junk bool) {
	out = make([]byte, 0, len(b)/4*3+3)
	var group [4]byte
	n := 0
	for _, c := range b {
		switch {
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/':
			group[n] = c
			if n++; n == 4 {
				out, n = appendGroup(out, group[:n]), 0
			}
		case c == '=':
			out, n = appendGroup(out, group[:n]), 0
		case c != '\r' && c != '\n' && c != ' ' && c != '\t':
			junk = true
		}
	}
	return appendGroup(out, group[:n]), junk || n == 1
}

func appendGroup(out, group []byte) []byte {
	if len(group) < 2 {
		return out
	}
	var buf [3]byte
	n, _ := base64.RawStdEncoding.Decode(buf[:], group) // only characters of the alphabet get here
	return append(out, buf[:n]...)
}
