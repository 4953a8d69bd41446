package classify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/message"
)

// reading is a mail prepared for the questions that classify asks of it.
type reading struct {
	mail     *message.Message
	opts     Options
	subject  *passage
	text     *passage        // the sender's own words
	passed   *passage        // a forwarded message that is the sender's own, else nil
	own      map[string]bool // the words of the sender's name
	display  string          // the sender's name, folded, with a space around each word
	house    map[string]bool // the domains that the mail was sent to
	inPassed bool            // text is that of passed
	reply    bool            // the mail answers another one
	closing  int             // the line of text with the closing formula, or the number of lines
	signed   int             // the line from which on a signature follows: behind the closing, or the sender's name in a line of its own
	tail     int             // the line from which on a disclaimer or the like follows, or the number of lines
}

// How much is read of a text, a subject, a display name and an address, in bytes, and how many senders. A request has a few hundred
// bytes, and no address is longer than RFC 5321 section 4.5.3.1 allows.
const (
	maxText    = 64 << 10
	maxSubject = 4 << 10
	maxSender  = 512
	maxSenders = 8
)

// bounded returns m with no more of it than is read, so that its size cannot make it slow.
func bounded(m *message.Message) *message.Message {
	b := *m
	b.Subject, b.Text, b.AltText = cut(m.Subject, maxSubject), cut(m.Text, maxText), cut(m.AltText, maxText)
	b.From = nil
	for _, a := range m.From[:min(len(m.From), maxSenders)] {
		b.From = append(b.From, boundedAddress(a))
	}
	if f := m.Forwarded; f != nil {
		b.Forwarded = &message.Forwarded{From: boundedAddress(f.From), Subject: cut(f.Subject, maxSubject), Text: cut(f.Text, maxText)}
	}
	return &b
}

func boundedAddress(a message.Address) message.Address {
	a.Name, a.Addr = cut(a.Name, maxSender), cut(a.Addr, maxSender)
	return a
}

func newReading(m *message.Message, opts Options) reading {
	m = bounded(m)
	r := reading{mail: m, opts: opts, subject: newPassage(plainSubject(m.Subject)), text: newPassage(m.Text)}
	head, _, _ := strings.Cut(m.Subject, ":")
	r.reply = len(m.References) > 0 || m.Quoted != "" || subjectPrefixes[fold(strings.TrimSpace(head))]
	r.house = map[string]bool{}
	for _, a := range m.To {
		r.house[a.Addr[strings.LastIndexByte(a.Addr, '@')+1:]] = true
	}
	if len(m.From) > 0 {
		r.display = " " + strings.Join(strings.FieldsFunc(fold(m.From[0].Name), notLetter), " ") + " "
	}
	r.measure()
	r.own = r.senderWords()
	return r
}

// measure finds where in the text the closing and the small print begin.
func (r *reading) measure() {
	r.tail = r.text.findLine(isDisclaimer, 0)
	r.closing = r.text.findLine(isClosing, 0)
	r.signed = min(r.closing, r.text.findLine(r.isSignature, 1))
}

// ofPassed returns the reading of the own message that the sender forwards, as if it were the text.
func (r reading) ofPassed() reading {
	r.text, r.inPassed = r.passed, true
	r.measure()
	return r
}

// isSignature reports whether line i holds the name of the display name and nothing else.
func (r reading) isSignature(p *passage, i int) bool {
	l := p.lines[i]
	if len(r.mail.From) == 0 || l.last-l.first < 2 || l.last-l.first > 5 {
		return false
	}
	for _, t := range p.tokens[l.first:l.last] {
		if !strings.Contains(r.display, " "+t.word+" ") {
			return false
		}
	}
	return true
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }

// cut shortens s to n bytes at most, at the beginning of a rune.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// plainSubject takes the prefixes of replies, forwards, gateways and ticket systems off a subject.
func plainSubject(s string) string {
	for {
		before := s
		s = strings.TrimSpace(s)
		if strings.HasPrefix(s, "[") {
			if end := strings.IndexByte(s, ']'); end >= 0 && end < 40 {
				s = s[end+1:]
			}
		}
		if head, rest, ok := strings.Cut(s, ":"); ok && subjectPrefixes[fold(strings.TrimSpace(head))] {
			s = rest
		}
		if s == before {
			return s
		}
	}
}

var subjectPrefixes = wordSet("re aw antw antwoord fw fwd tr wg doorst ref rif vs extern external rv sv")

// findLine returns the first line from from on that is so, or the number of lines.
func (p *passage) findLine(is func(p *passage, i int) bool, from int) int {
	for i := from; i < len(p.lines); i++ {
		if is(p, i) {
			return i
		}
	}
	return len(p.lines)
}

// lineWords returns the tokens of a line as one string of folded words.
func (p *passage) lineWords(i int) string {
	var b strings.Builder
	for j, t := range p.tokens[p.lines[i].first:p.lines[i].last] {
		if j > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.word)
	}
	return b.String()
}

// isClosing reports whether line i is a closing formula: a short line that begins like one.
func isClosing(p *passage, i int) bool {
	n := p.lines[i].last - p.lines[i].first
	if n == 0 || n > 9 || i == 0 && len(p.lines) > 3 {
		return false
	}
	words := p.lineWords(i)
	for _, c := range closings {
		rest, ok := strings.CutPrefix(words, c)
		switch {
		case !ok, rest != "" && rest[0] != ' ' && len(c) <= 7:
		case len(c) > 9:
			return true
		// "Merci de me donner l'adresse" is a request.
		case n <= 5 && !beginsWithAny(rest, []string{" de ", " voor ", " for ", " pour "}):
			return true
		}
	}
	return false
}

func beginsWithAny(s string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(s, b) })
}

// isDisclaimer reports whether line i begins the small print.
func isDisclaimer(p *passage, i int) bool {
	return i > 0 && beginsWithAny(p.lineWords(i), disclaimers)
}

// pointsToSubject reports whether a text says that the subject tells: "Zie onderwerp".
func (p *passage) pointsToSubject() bool {
	for i := 0; i+1 < len(p.tokens); i++ {
		if seeWords[p.tokens[i].word] {
			for _, t := range p.tokens[i+1 : min(len(p.tokens), i+4)] {
				if subjectWords[t.word] {
					return true
				}
			}
		}
	}
	return false
}

var (
	seeWords     = wordSet("zie voir cfr cf see siehe conform comme like as")
	subjectWords = wordSet("onderwerp titel objet sujet titre subject title betreff betrefft")
)

// isPhoneLine reports whether line i is the one that a telephone or tablet puts below a mail.
func (p *passage) isPhoneLine(i int) bool {
	if p.lines[i].last-p.lines[i].first > 8 {
		return false
	}
	return beginsWithAny(p.lineWords(i), phoneLines)
}

func isUpperAt(text string, i int) bool {
	c, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(c)
}
