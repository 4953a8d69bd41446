package message

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// transferEncoding returns base64, quoted-printable, uuencode, "" for none, or "?" for one that nobody knows. Mailers write the names with
// blanks and without hyphens, and put the name of a charset there.
func transferEncoding(value string) string {
	value, _, _ = strings.Cut(value, ";")
	value, _, _ = strings.Cut(value, "(")
	switch squeezed(value) {
	case "", "7bit", "8bit", "binary", "7bits", "8bits", "none", "7", "8", "utf8", "usascii", "iso88591", "text", "plain", "identity":
		return ""
	case "quotedprintable", "qp", "q", "quotedprintables", "quoted", "quoteprintable":
		return "quoted-printable"
	case "base64", "b64", "b", "base":
		return "base64"
	case "xuuencode", "uuencode", "xuue", "uue":
		return "uuencode"
	}
	return "?"
}

// decodeTransfer undoes a Content-Transfer-Encoding (RFC 2045 section 6) as far as it goes. Of an encoding that nobody knows the
// body is taken as it stands.
func decodeTransfer(encoding string, b []byte, note *problems) []byte {
	switch transferEncoding(encoding) {
	case "quoted-printable":
		return decodeQuotedPrintable(b)
	case "base64":
		return decodeBase64Body(b, note)
	case "uuencode":
		if out, _, ok := decodeUU(b); ok {
			return out
		}
		note.add("A part names a transfer encoding that it is not in; it was read as it stands.")
	case "?":
		note.add("A part names a transfer encoding that does not exist; it was read as it stands.")
	}
	return b
}

// undeclaredTransfer decodes a text that is in base64 or quoted-printable although no field says so: gateways lose the field, or encode
// twice.
func undeclaredTransfer(b []byte, note *problems) []byte {
	const lost = "A text was encoded without saying so; it was decoded."
	switch {
	case looksBase64(b):
		note.add(lost)
		b, _ = decodeBase64(b)
	case looksQuotedPrintable(b):
		note.add(lost)
		b = decodeQuotedPrintable(b)
	}
	return b
}

// looksBase64 reports whether b is base64 of a text of several words, and nothing else.
func looksBase64(b []byte) bool {
	const shortest, enough = 24, 64 << 10
	b = bytes.TrimSpace(b[:min(len(b), enough)])
	if len(b) < shortest {
		return false
	}
	for _, c := range b {
		if !isASCIILetter(c) && (c < '0' || c > '9') && strings.IndexByte("+/=\r\n\t ", c) < 0 {
			return false
		}
	}
	out, _ := decodeBase64(b)
	return isWords(out)
}

// isWords reports whether octets are a text of more than one word in UTF-8, UTF-16 or a charset of the West.
func isWords(b []byte) bool {
	if _, wide := decodeWide(b); wide {
		return true
	}
	b = b[:min(len(b), 4096)]
	if !bytes.ContainsAny(b, " \n") {
		return false
	}
	strange, letters := 0, 0
	for _, c := range b {
		switch {
		case c < ' ' && c != '\n' && c != '\r' && c != '\t', c == 0x7f:
			return false
		case c >= 0x80:
			strange++
		case isASCIILetter(c):
			letters++
		}
	}
	broken := bytes.Count(bytes.ToValidUTF8(b, []byte{0}), []byte{0}) // the end can be cut in a letter
	return letters*2 >= len(b) && (broken <= 1 || strange*10 < letters)
}

// looksQuotedPrintable reports whether every equals sign of b begins an escape as quoted-printable has it, and one of them is what no
// other text has: a line that goes on behind a soft break, or a letter beyond ASCII where words have one.
func looksQuotedPrintable(b []byte) bool {
	proof := false
	lineStart := 0
	for i, c := range b {
		switch {
		case c >= 0x80:
			return false
		case c == '\n':
			lineStart = i + 1
		case c == '=':
			rest := b[i+1 : min(len(b), i+6)]
			if rest, ok := bytes.CutPrefix(bytes.TrimPrefix(rest, []byte{'\r'}), []byte{'\n'}); ok {
				proof = proof || i-lineStart >= 40 && len(rest) > 0
				continue
			}
			if len(rest) < 2 {
				return false
			}
			hi, ok1 := unhex(rest[0])
			lo, ok2 := unhex(rest[1])
			if !ok1 || !ok2 {
				return false
			}
			proof = proof || provesEscape(hi<<4|lo, b[:i], rest[2:])
		}
	}
	return proof
}

// provesEscape tells the escapes that are no accident, such as an é in a word, a blank at the end of a line, or an escaped equals sign. "RR=85..."
// is none.
func provesEscape(c byte, before, after []byte) bool {
	switch {
	case c == ' ':
		return len(after) > 0 && (after[0] == '\r' || after[0] == '\n')
	case c == 0xC3 || c == 0xE2 || c == 0xC2:
		return len(after) > 2 && after[0] == '=' && strings.IndexByte("89ABab", after[1]) >= 0
	case c >= 0xE0 && c != 0xE1:
		return len(before) > 0 && isASCIILetter(before[len(before)-1]) && len(after) > 0 && (after[0] == ' ' || after[0] >= 'a' && after[0] <= 'z')
	}
	return false
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
	if looksBase64(b) { // also where blanks came into the lines
		out, _ := decodeBase64(b)
		return out
	}
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

// decodeUU decodes the first file of uuencode (POSIX) in b and returns its name. Where the end was lost, what is there counts.
func decodeUU(b []byte) (out []byte, name string, ok bool) {
	for len(b) > 0 {
		var line []byte
		line, b = cutLine(b)
		if name, ok = beginsUU(line); ok {
			break
		}
	}
	for ok && len(b) > 0 {
		var line []byte
		if line, b = cutLine(b); bytes.Equal(bytes.TrimSpace(line), []byte("end")) {
			break
		}
		out = appendUU(out, line)
	}
	return out, name, ok
}

// beginsUU recognises "begin 644 name".
func beginsUU(line []byte) (name string, ok bool) {
	rest, ok := bytes.CutPrefix(line, []byte("begin "))
	mode, file, found := bytes.Cut(rest, []byte{' '})
	if !ok || !found || len(mode) < 3 || len(mode) > 4 || len(bytes.Trim(mode, "01234567")) > 0 {
		return "", false
	}
	return cleanLine(string(bytes.TrimSpace(file))), true
}

// isUULine reports whether line has the length that its first character states.
func isUULine(line []byte) bool {
	if len(line) == 0 || line[0] < ' ' || line[0] > '`' {
		return false
	}
	octets := int(line[0]-' ') & 63
	return len(line) >= 1+(octets*4+2)/3 && len(line) <= 3+(octets+2)/3*4
}

func appendUU(out, line []byte) []byte {
	if len(line) == 0 || line[0] < ' ' || line[0] > '`' {
		return out
	}
	octets := int(line[0]-' ') & 63
	at := func(i int) byte {
		if i < len(line) {
			return (line[i] - ' ') & 63
		}
		return 0
	}
	for i := 1; octets > 0 && i < len(line); i += 4 {
		group := [3]byte{at(i)<<2 | at(i+1)>>4, at(i+1)<<4 | at(i+2)>>2, at(i+2)<<6 | at(i+3)}
		n := min(octets, 3)
		out = append(out, group[:n]...)
		octets -= n
	}
	return out
}
