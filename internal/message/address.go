package message

import (
	"strings"

	"iec-iab.be/servicedesk/internal/address"
)

// Nobody writes a mail to more; what lies above is left out.
const (
	maxAddresses = 500
	maxName      = 200
)

// parseAddresses reads an address list (RFC 5322 section 3.4) as a person would. It takes what strict parsers refuse: raw 8-bit
// names, "Peeters, Jan <jan@x.be>" and "jan@x.be <jan@x.be>" without quotes, unbalanced quotes and brackets. Each address in
// angle brackets counts, also a second one behind one name, so that none goes unseen.
func parseAddresses(value string, note *problems) []Address {
	text := decodeUndeclared([]byte(value))
	s := addressScan{note: note}
	if !s.scan(text, true) {
		s = addressScan{note: note}
		s.scan(text, false)
		note.add("An address field is malformed; it was read as far as possible.")
	}
	return s.found
}

// addressScan holds one entry of the list while it is read.
type addressScan struct {
	found   []Address
	phrase  strings.Builder // words outside brackets
	comment strings.Builder
	angles  []string
	before  string // words of entries without address: "Peeters" of "Peeters, Jan <...>"
	note    *problems
}

// scan walks over the list. It reports whether quotes, comments and brackets were balanced; with quotes false they are ordinary
// characters.
func (s *addressScan) scan(text string, quotes bool) (balanced bool) {
	for i := 0; i < len(text) && len(s.found) < maxAddresses; i++ {
		switch c := text[i]; {
		case c == '=' && s.word(text[i:], &i):
		case c == '"' && quotes, c == '(' && quotes, c == '<':
			inner, size := cutDelimited(text[i:])
			if size == 0 {
				if c != '<' {
					return false
				}
				inner, size = text[i+1:], len(text)-i
			}
			s.delimited(c, inner)
			i += size - 1
		case c == ',' || c == ';':
			s.finish(c == ';')
		case c == ':' && !strings.Contains(s.phrase.String(), "@"):
			s.phrase.Reset() // the name of a group, or "mailto"
		case c != '"':
			s.phrase.WriteByte(c)
		}
	}
	s.finish(true)
	return true
}

// word copies an encoded word whole: unencoded commas and quotes inside it separate nothing.
func (s *addressScan) word(text string, i *int) bool {
	w, ok := cutWord(text)
	if ok {
		s.phrase.WriteString(text[:w.size])
		*i += w.size - 1
	}
	return ok
}

func (s *addressScan) delimited(open byte, inner string) {
	switch open {
	case '"':
		s.phrase.WriteString(inner)
	case '(':
		s.comment.WriteString(inner)
	default:
		s.angles = append(s.angles, inner)
	}
}

// finish ends one entry of the list.
func (s *addressScan) finish(last bool) {
	phrase := strings.TrimSpace(s.phrase.String())
	name := phrase
	if len(s.angles) == 0 {
		name = s.bare(phrase)
	}
	if name == "" {
		name = s.comment.String()
	}
	if len(s.before) > maxName {
		s.before = "" // a run of words and commas is no name
	}
	if s.before != "" && name != "" {
		name = s.before + ", " + name
	} else if s.before != "" {
		name = s.before
	}
	if len(s.angles) == 0 && !last {
		s.before = name
	} else {
		s.before = ""
	}
	for _, angle := range s.angles {
		s.add(name, angle)
	}
	s.phrase.Reset()
	s.comment.Reset()
	s.angles = nil
}

// bare looks for an address without brackets among the words of an entry and returns the other words.
func (s *addressScan) bare(phrase string) (name string) {
	var words []string
	for _, word := range strings.Fields(phrase) {
		if strings.Contains(word, "@") && address.Canonical(word) != "" {
			s.angles = append(s.angles, word)
		} else {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func (s *addressScan) add(name, addr string) {
	written, canonical := address.Written(addr), address.Canonical(addr)
	if quoted := quotedLocal(addr); canonical == "" && quoted != "" {
		s.note.add("An address has a local part in quotes that no program here can write to.")
		written = quoted
	} else if canonical == "" {
		if strings.TrimSpace(addr) != "" {
			s.note.add("An address field holds something that is no address.")
		}
		return
	}
	if hasInvisible(addr) {
		s.note.suspect("An address held invisible characters; they were left out.")
	}
	decoded := decodeWords(name)
	if hasInvisible(decoded) {
		s.note.suspect("The name beside an address held invisible characters; they were left out.")
	}
	s.found = append(s.found, newAddress(headerText(name, s.note), canonical, written))
}

// quotedLocal returns an address whose local part is a quoted string that cannot do without its quotes (RFC 5321 section 4.1.2), as it is
// written; else "".
func quotedLocal(addr string) string {
	const longest = 320
	s := strings.ToLower(cleanLine(strings.Trim(addr, "<> \t")))
	local, domain, ok := address.Split(s)
	if !ok || len(s) > longest || len(local) < 3 || local[0] != '"' || local[len(local)-1] != '"' || strings.ContainsAny(local[1:len(local)-1], "\"\\") {
		return ""
	}
	if address.Canonical("a@"+domain) == "" {
		return ""
	}
	return s
}

func newAddress(name, canonical, written string) Address {
	a := Address{Name: name, Addr: canonical}
	if written != canonical {
		a.Written = written
	}
	return a
}

// cutDelimited returns what stands between the opening character of s and the one that closes it, and the size of both with what
// is between; 0 when it never closes. Comments nest; quoted pairs are undone (RFC 5322 section 3.2).
func cutDelimited(s string) (inner string, size int) {
	closing := map[byte]byte{'"': '"', '(': ')', '<': '>'}[s[0]]
	var b strings.Builder
	depth := 1
	for i := 1; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && closing != '>' && i+1 < len(s):
			i++
			c = s[i]
		case c == closing:
			if depth--; depth == 0 {
				return b.String(), i + 1
			}
		case c == '(' && closing == ')':
			depth++
		}
		b.WriteByte(c)
	}
	return "", 0
}

// domainOf returns what stands behind the last @.
func domainOf(addr string) string { return addr[strings.LastIndexByte(addr, '@')+1:] }

// localOf returns what stands before the last @.
func localOf(addr string) string { return addr[:max(0, strings.LastIndexByte(addr, '@'))] }
