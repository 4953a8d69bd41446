package message

import (
	"bytes"
	"strings"
)

// encodedWord is one encoded word (RFC 2047 section 2) at the start of a string.
type encodedWord struct {
	charset string
	octets  []byte
	size    int // of the word as it stands, in bytes
}

// cutWord reads the encoded word at the start of s. It takes what mailers get wrong: blanks inside, missing base64 padding, and a
// missing end where the value ends.
func cutWord(s string) (w encodedWord, ok bool) {
	const maxWord = 4 << 10
	if !strings.HasPrefix(s, "=?") {
		return w, false
	}
	head := s[2:min(len(s), maxWord)]
	i := strings.IndexByte(head, '?')
	if i <= 0 || i > 60 || i+2 >= len(head) || head[i+2] != '?' || strings.ContainsAny(head[:i], " \t=<>\"") {
		return w, false
	}
	charset, _, _ := strings.Cut(head[:i], "*") // RFC 2231 section 5: a language may follow
	text := head[i+3:]
	w = encodedWord{charset: charset, size: 2 + i + 3}
	if end := strings.Index(text, "?="); end >= 0 {
		text, w.size = text[:end], w.size+end+2
	} else if strings.ContainsAny(text, " \t<>\"") {
		return w, false
	} else {
		w.size += len(text)
	}
	switch head[i+1] {
	case 'q', 'Q':
		w.octets = appendUnescaped(nil, bytes.ReplaceAll([]byte(text), []byte{'_'}, []byte{' '}), '=')
	case 'b', 'B':
		w.octets, _ = decodeBase64([]byte(text))
		if len(w.octets) == 0 && text != "" {
			return w, false
		}
	default:
		return w, false
	}
	return w, true
}

// decodeWords replaces the encoded words of s. The octets of neighbours in one charset are joined before they are decoded: many
// mailers cut in the middle of a character. What is no encoded word stays as it is.
func decodeWords(s string) string {
	i := strings.Index(s, "=?")
	if i < 0 {
		return s
	}
	var b strings.Builder
	var held encodedWord // octets not yet written
	flush := func() {
		if held.octets != nil {
			text, _ := decodeCharset(held.charset, held.octets)
			b.WriteString(text)
			held = encodedWord{}
		}
	}
	for ; i >= 0; i = strings.Index(s, "=?") {
		w, ok := cutWord(s[i:])
		if !ok {
			flush()
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		if held.octets == nil || strings.TrimLeft(s[:i], " \t\r\n") != "" || !strings.EqualFold(held.charset, w.charset) {
			joined := held.octets != nil && strings.TrimLeft(s[:i], " \t\r\n") == ""
			flush()
			if !joined {
				b.WriteString(s[:i])
			}
			held = encodedWord{charset: w.charset, octets: []byte{}}
		}
		held.octets = append(held.octets, w.octets...)
		s = s[i+w.size:]
	}
	flush()
	b.WriteString(s)
	return b.String()
}
