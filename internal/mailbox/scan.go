package mailbox

import (
	"bytes"
	"errors"
)

// errGarbled is the answer to a list in a CAPABILITY response. go-imap reads that for ever, on a whole processor, and not even closing the
// connection ends it; so such a response must not reach it.
var errGarbled = errors.New("a CAPABILITY response that holds a list")

// scanner follows what the server says line by line, knowing what is a literal, such as a mail, and what is protocol
// (RFC 9051 section 4.3).
type scanner struct {
	line    []byte // the protocol line so far; its start is enough
	caps    bool   // capabilities are being listed
	size    int64  // of the literal that it announces, read so far
	digits  bool   // within the braces of the announcement
	closed  bool   // behind them
	literal int64  // octets of a literal still to come
	bye     string // the text of the last BYE
}

// scan reads on.
func (s *scanner) scan(b []byte) error {
	for len(b) > 0 {
		if s.literal > 0 {
			n := min(s.literal, int64(len(b)))
			s.literal -= n
			b = b[n:]
			continue
		}
		if s.caps && b[0] == '(' {
			return errGarbled
		}
		s.octet(b[0])
		b = b[1:]
	}
	return nil
}

func (s *scanner) octet(c byte) {
	switch {
	case c == '\n':
		s.end()
		return
	case c == '{':
		s.size, s.digits, s.closed = 0, true, false
	case s.digits && c == '}':
		s.digits, s.closed = false, true
	case s.digits && '0' <= c && c <= '9' && s.size < 1<<50:
		s.size = s.size*10 + int64(c-'0')
	case s.closed && c == '\r':
	default:
		s.digits, s.closed = false, false
	}
	if len(s.line) < 500 {
		s.line = append(s.line, c)
	}
	s.caps = s.caps && c != ']' || s.listsCaps()
}

// listsCaps reports whether what follows are capabilities: in a response of their own, or in a response code up to the bracket.
func (s *scanner) listsCaps() bool {
	for _, start := range []string{"* CAPABILITY", "[CAPABILITY"} {
		if tail := s.line[max(0, len(s.line)-len(start)):]; len(s.line) < 500 && bytes.EqualFold(tail, []byte(start)) {
			return start[0] == '[' || len(s.line) == len(start)
		}
	}
	return false
}

// end ends a line: with a literal announced it goes on behind the literal.
func (s *scanner) end() {
	if s.closed {
		s.literal, s.closed = s.size, false
		return
	}
	if text, ok := bytes.CutPrefix(bytes.TrimSpace(s.line), []byte("* BYE ")); ok {
		s.bye = oneLine(string(text))
	}
	s.line, s.caps, s.digits = s.line[:0], false, false
}
