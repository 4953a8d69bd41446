package message

import (
	"strings"
)

// readAuth reads the topmost Authentication-Results field (RFC 8601), if our own server wrote it: a sender can put any number of
// them below, and servers remove what bears their own name only. A field that is not well-formed in every letter, or that judges
// DMARC twice, says nothing.
func readAuth(h header, authservID string) Authentication {
	if authservID == "" || !h.has("authentication-results") {
		return Authentication{}
	}
	s := authScan{rest: h.first("authentication-results")}
	results, ok := s.field(authservID)
	if !ok {
		return Authentication{}
	}
	return judgeAuth(results)
}

// authResult is one "method=result reason ptype.property=value ..." (section 2.2).
type authResult struct {
	method, result string
	props          map[string]string
}

// judgeAuth draws the results together. Where a method was judged several times, SPF and DKIM have to agree on anything but a
// pass: for DKIM one passing signature is enough (RFC 6376 section 6.1), for SPF none may contradict.
func judgeAuth(results []authResult) Authentication {
	a := Authentication{Known: true}
	for _, r := range results {
		switch r.method {
		case "spf":
			if a.SPF == "" || a.SPF == "pass" {
				a.SPF = r.result
			}
		case "dkim":
			if a.DKIM != "pass" {
				a.DKIM = r.result
				if a.DKIM == "pass" {
					a.DKIMDomain = dkimDomain(r.props)
				}
			}
		case "dmarc":
			if a.DMARC != "" {
				return Authentication{}
			}
			a.DMARC = r.result
		}
	}
	return a
}

func dkimDomain(props map[string]string) string {
	d := props["header.d"]
	if d == "" {
		d = domainOf(props["header.i"])
	}
	return strings.ToLower(strings.TrimRight(d, "."))
}

// authScan reads the field from left to right; rest is what is not read yet.
type authScan struct{ rest string }

// field reads the whole field: authserv-id [version] *( ";" resinfo ).
func (s *authScan) field(authservID string) (results []authResult, ok bool) {
	if !s.skip() {
		return nil, false
	}
	id, ok := s.value()
	if !ok || !strings.EqualFold(id, authservID) || !s.skip() {
		return nil, false
	}
	if version := s.token(); version != "" && version != "1" || !s.skip() {
		return nil, false
	}
	for s.rest != "" {
		if !s.literal(';') || !s.skip() {
			return nil, false
		}
		if s.rest == "" {
			break // a semicolon at the end is what many servers write
		}
		r, ok := s.result()
		if !ok {
			return nil, false
		}
		if r.result != "" {
			results = append(results, r)
		}
	}
	return results, true
}

// result reads one resinfo, or the word "none" that says that nothing was checked.
func (s *authScan) result() (r authResult, ok bool) {
	r.method = strings.ToLower(s.token())
	if r.method == "" || !s.skip() {
		return r, false
	}
	if r.method == "none" && (s.rest == "" || s.rest[0] == ';') {
		return r, true
	}
	if s.literal('/') { // a version of the method
		if !s.skip() || s.token() == "" || !s.skip() {
			return r, false
		}
	}
	if !s.literal('=') || !s.skip() {
		return r, false
	}
	if r.result = strings.ToLower(s.token()); r.result == "" {
		return r, false
	}
	r.props = map[string]string{}
	for s.skip() {
		if s.rest == "" || s.rest[0] == ';' {
			return r, true
		}
		if !s.property(r.props) {
			return r, false
		}
	}
	return r, false
}

// property reads "reason=value" or "ptype.property=value". One that is stated twice makes the field malformed.
func (s *authScan) property(props map[string]string) bool {
	name := strings.ToLower(s.token())
	if name == "" || !s.skip() {
		return false
	}
	if s.literal('.') { // white space may stand around the dot
		if !s.skip() {
			return false
		}
		name += "." + strings.ToLower(s.token())
		if !s.skip() {
			return false
		}
	}
	if !s.literal('=') || !s.skip() {
		return false
	}
	value, ok := s.value()
	if _, twice := props[name]; twice || !ok {
		return false
	}
	props[name] = value
	return true
}

// skip passes white space and comments, which nest. It reports false for a comment that never ends.
func (s *authScan) skip() bool {
	for {
		s.rest = strings.TrimLeft(s.rest, " \t\r\n")
		if s.rest == "" || s.rest[0] != '(' {
			return true
		}
		_, size := cutDelimited(s.rest)
		if size == 0 {
			return false
		}
		s.rest = s.rest[size:]
	}
}

func (s *authScan) literal(c byte) bool {
	if s.rest == "" || s.rest[0] != c {
		return false
	}
	s.rest = s.rest[1:]
	return true
}

// token reads a keyword: letters, digits, and what servers use in names. It returns "" when there is none.
func (s *authScan) token() string {
	end := 0
	for end < len(s.rest) {
		c := s.rest[end]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' {
			end++
			continue
		}
		break
	}
	token := s.rest[:end]
	s.rest = s.rest[end:]
	return token
}

// value reads a quoted string, a word, or an address of both: "a b"@example.com. Servers write words more freely than a MIME
// token may be (base64, addresses, paths); what ends one is white space, a semicolon, a comment or a quote.
func (s *authScan) value() (string, bool) {
	var b strings.Builder
	start := len(s.rest)
	for s.rest != "" {
		if s.rest[0] == '"' {
			inner, size := cutDelimited(s.rest)
			if size == 0 {
				return "", false
			}
			b.WriteString(inner)
			s.rest = s.rest[size:]
			continue
		}
		end := strings.IndexAny(s.rest, " \t\r\n;()\"")
		if end < 0 {
			end = len(s.rest)
		}
		if end == 0 {
			break
		}
		b.WriteString(s.rest[:end])
		s.rest = s.rest[end:]
	}
	return b.String(), len(s.rest) < start && (s.rest == "" || s.rest[0] != ')')
}
