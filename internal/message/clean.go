package message

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/address"
)

// problems collects sentences for staff, each once. They never quote the mail: what it holds may be a secret.
type problems struct {
	list       []string
	suspicious []string // those of list that may mean to deceive
}

const maxProblems = 40

func (p *problems) add(sentence string) {
	if len(p.list) < maxProblems && !slices.Contains(p.list, sentence) {
		p.list = append(p.list, sentence)
	}
}

// suspect adds a sentence about something that honest mail hardly has and that may deceive who reads it.
func (p *problems) suspect(sentence string) {
	p.add(sentence)
	if slices.Contains(p.list, sentence) && !slices.Contains(p.suspicious, sentence) {
		p.suspicious = append(p.suspicious, sentence)
	}
}

// hasInvisible reports whether s holds characters that a reader does not see.
func hasInvisible(s string) bool { return strings.ContainsFunc(s, address.Invisible) }

// bidi reports whether r changes the direction of what follows: with it digits are shown in another order than they stand.
func bidi(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// plainASCII reports whether s is printable ASCII with line feeds and tabs only, which needs no cleaning.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c >= 127 {
			return false
		}
	}
	return true
}

// cleanText makes what a reader sees of a text: valid UTF-8 in NFC, lines ending in \n, no control characters and no terminal
// codes. Blanks of all widths become an ordinary space and the no-break hyphen a hyphen, so that numbers can be read; what is
// drawn as nothing (zero-width, soft hyphen, bidi control) is left out, so that it cannot split a number or an address.
func cleanText(s string) string {
	if plainASCII(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if strings.IndexByte(s, 0x1b) >= 0 {
		s = dropEscapes(s)
	}
	return norm.NFC.String(strings.Map(cleanRune, s))
}

func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\r', r == 0x85, r == 0x2028, r == 0x2029, r == '\v', r == '\f':
		return '\n'
	case r < ' ', r >= 0x7F && r < 0xA0, address.Invisible(r):
		return -1
	case r == 0x2011:
		return '-'
	case r >= 0xA0 && unicode.Is(unicode.Zs, r):
		return ' '
	}
	return r
}

// dropEscapes leaves out terminal control sequences (ECMA-48 section 5.4) whole: their end would stand in the text else.
func dropEscapes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != 0x1b {
			b.WriteByte(s[i])
			continue
		}
		if i+1 < len(s) && s[i+1] == '[' {
			for i += 2; i < len(s) && s[i] >= 0x20 && s[i] < 0x40; i++ {
			}
		}
	}
	return b.String()
}

// cleanLine makes one clean line: as cleanText, with line breaks and tabs as blanks, blanks folded.
func cleanLine(s string) string {
	return strings.Join(strings.Fields(cleanText(s)), " ")
}

// cleanToken makes a clean word without any blank, such as a message identifier.
func cleanToken(s string) string {
	const maxToken = 998 // RFC 5322 section 2.1.1
	if len(s) > maxToken {
		s = s[:maxToken]
	}
	return strings.Join(strings.Fields(cleanText(s)), "")
}

// tidy trims blanks at the ends of lines, folds runs of empty lines into one and ends a text that is not empty in one line feed.
func tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 1)
	blank := false
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimRight(line, " \t")
		if line == "" {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte('\n')
			blank = false
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// plainLineEnds makes LF of a CR without LF, and of CRs in front of CRLF: old mailers and gateways write them. A mail without such is
// returned as it is.
func plainLineEnds(raw []byte) []byte {
	lone := func(i int) bool { return raw[i] == '\r' && (i+1 == len(raw) || raw[i+1] != '\n') }
	first := -1
	for i := 0; first < 0; {
		next := bytes.IndexByte(raw[i:], '\r')
		if next < 0 {
			return raw
		}
		if i += next; lone(i) {
			first = i
		}
		i++
	}
	out := append(make([]byte, 0, len(raw)), raw[:first]...)
	for i := first; i < len(raw); i++ {
		switch {
		case !lone(i):
			out = append(out, raw[i])
		case bytes.HasPrefix(raw[i:], []byte("\r\r\n")): // one end of a line
		default:
			out = append(out, '\n')
		}
	}
	return out
}

// dropDoubleAddresses leaves out the second of two equal addresses that plain text made of HTML shows: "an@x.be<mailto:an@x.be>".
func dropDoubleAddresses(text string) string {
	const open = "<mailto:"
	if !strings.Contains(text, open) {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, open)
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		link, rest, ok := strings.Cut(text[i+len(open):], ">")
		shown := strings.TrimRight(b.String()[max(0, b.Len()-maxAddr):], " \n")
		if !ok || link == "" || !strings.HasSuffix(strings.ToLower(shown), strings.ToLower(link)) {
			b.WriteString(open)
			text = text[i+len(open):]
			continue
		}
		text = rest
	}
}

// maxAddr is the longest address, in octets (RFC 5321 section 4.5.3.1).
const maxAddr = 320
