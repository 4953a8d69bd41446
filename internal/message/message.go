// Package message reads one received mail (RFC 5322, MIME) as a patient person would: headers, sender, own words apart from
// quoted ones, signs of automation, bounces, and what our own mail server says of the sender's authentication. It never fails: a
// mail that is broken is read as far as it can be, and says what was repaired or left out.
package message

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// Message is what could be read of one mail. All strings are valid UTF-8 in NFC, without NUL and control characters.
type Message struct {
	From        []Address // every address of every From field, in order; more than one is suspicious
	ReplyTo     []Address
	To          []Address
	Subject     string     // decoded, one line
	MessageID   string     // without angle brackets; chosen by the sender
	References  []string   // In-Reply-To and References without angle brackets, oldest first, without repeats
	Date        time.Time  // zero when absent or impossible
	Text        string     // the sender's own words, the signature included; lines end in \n, every blank is a space or tab, see cleanText; an answer below a quoted question for one field bears its name, see answered
	AltText     string     // own words of the other alternative (HTML beside plain text) when they are not the same; else empty
	Quoted      string     // what was quoted from earlier mails (replies); never evidence of a claim
	Forwarded   *Forwarded // a message that the sender passes on, nil when there is none
	Attachments []Attachment
	Automation  *Automation // header or structure tell that a machine wrote; nil: they do not, and the words decide (package classify)
	Doubt       *Automation `json:",omitempty"` // beside no Automation: something in the header that machines have, and some mail of persons; else nil
	NoAutoReply bool        // asks not to be answered by machines (X-Auto-Response-Suppress, a noreply sender); a person may have written all the same
	Bounce      *Bounce     // a delivery status notification (RFC 3464); then Automation is set too
	Auth        Authentication
	Problems    []string // what was repaired or left out, one sentence each, for staff
	Suspicious  []string `json:",omitempty"` // those of Problems that may mean to deceive
	Unreadable  bool     // neither header nor text could be found; Text is empty
}

// Address is one mail address.
type Address struct {
	Name    string
	Addr    string // canonical, for comparing: see package address; empty when only Written is there
	Written string `json:",omitempty"` // as the mail has it in lower case, where that differs; else empty
}

// AsWritten returns the address as the mail has it, in lower case.
func (a Address) AsWritten() string {
	if a.Written != "" {
		return a.Written
	}
	return a.Addr
}

// Forwarded is a message that was forwarded in the text or as an attached message/rfc822.
type Forwarded struct {
	From    Address // as the forwarded header shows, where it does
	Subject string
	Text    string
}

// Attachment is a part that is not shown as text. Its content is not read; OpenAttachment does.
type Attachment struct {
	Name string
	Type string // as declared, such as image/png
	Size int64  // octets, decoded
}

// Automation says why a mail was written by a machine. These are all codes; those of the second group tell words only, which package
// classify reads, and the codes between the brackets can be told by both:
//
//	own_address        our own address sent it, or it passed our desk before
//	bounce             a mail server reports on a delivery (both)
//	read_receipt       a mail was read or deleted (both)
//	report             another report of a mail system
//	calendar_reply     an answer to an invitation (both)
//	auto_submitted     Auto-Submitted says so
//	list               a mailing list
//	newsletter         bulk mail (both)
//	precedence         Precedence says so
//	auto_reply         another field of an automatic answer, or the text says so (both)
//	empty_return_path  there is no return path
//	machine_sender     an address that only programs use
//	no_reply_sender    an address that takes no answers, and no person speaks (both)
//
//	out_of_office      somebody is away, gone, or an address is no longer read
//	acknowledgement    another office or ticket system confirms
//	challenge          a spam filter wants a confirmation
//	machine_report     scanners, telephone exchanges, monitoring, platforms
//	own_letter         one of our letters came back
type Automation struct {
	Code string // short and stable: auto_submitted, list, own_address, ...
	Why  string // one sentence for staff
}

// Bounce is what a delivery status notification tells of a message of ours.
type Bounce struct {
	MessageID  string // of the message that came back, without angle brackets; empty when not found
	Recipient  string // canonical final recipient; empty when not found
	Action     string // failed, delayed, delivered, relayed, expanded (RFC 3464 section 2.3.3)
	Status     string // such as 5.1.1 (RFC 3463)
	Diagnostic string // one line, what the remote server said
}

// Authentication is what our own mail server found out about the sender (RFC 8601). An empty result was not stated.
type Authentication struct {
	SPF, DKIM, DMARC string // pass, fail, none, ...
	DKIMDomain       string // header.d of a passing signature
	Known            bool   // an Authentication-Results field of the configured server was found and well-formed
}

// Options tell what the mail itself cannot.
type Options struct {
	OwnAddresses []string // canonical: mail from these is our own (a loop)
	AuthservID   string   // only the topmost Authentication-Results field of this server counts; empty: none does
	Truncated    bool     // the end of the mail was not fetched
}

// Parse reads raw. It never returns nil and never panics on any input.
func Parse(raw []byte, opts Options) (m *Message) {
	defer func() {
		if recover() != nil {
			m = &Message{Unreadable: true, Problems: []string{"The mail could not be read: it is broken in a way that the reader does not know."}}
		}
	}()
	return parse(raw, opts)
}

func parse(raw []byte, opts Options) *Message {
	note := &problems{}
	if opts.Truncated {
		note.add("The end of the mail was not fetched.")
	}
	raw = plainLineEnds(raw)
	h, body := readHeader(raw, note)
	m := &Message{}
	m.readFields(h, note)
	m.judgeSenders(opts.OwnAddresses, note)
	w := &walker{note: note, budget: maxText}
	c := w.walk(newPart(h, body, ""), 0, true)
	if strings.TrimSpace(c.text) == "" && w.wrapped != "" {
		c = content{text: w.wrapped}
		note.add("The text stood in winmail.dat only, where most programs do not show it.")
	}
	m.Attachments = w.listed()
	m.splitContent(c, w, note)
	m.Bounce = readBounce(h, m, w)
	m.Automation, m.Doubt = findAutomation(h, m, w, opts)
	m.NoAutoReply = suppressesReplies(h) || slices.ContainsFunc(m.From, func(a Address) bool { return isMachineAddress(a.Addr) })
	m.Auth = readAuth(h, opts.AuthservID)
	m.judgeReadable(h, raw)
	m.Problems, m.Suspicious = note.list, note.suspicious
	return m
}

// readFields reads the header fields that do not depend on the text.
func (m *Message) readFields(h header, note *problems) {
	m.From = addressFields(h, "from", note)
	m.ReplyTo = addressFields(h, "reply-to", note)
	m.To = addressFields(h, "to", note)
	if len(m.From) == 0 {
		note.add("The mail has no sender address.")
	}
	if len(h.all("from")) > 1 {
		note.add("The mail has several From fields.")
	}
	if len(h.all("subject")) > 1 {
		note.add("The mail has several Subject fields.")
	}
	if len(h.all("sender")) > 1 {
		note.add("The mail has several Sender fields.")
	}
	if len(m.From) > 1 {
		note.add("The mail names several senders.")
	}
	subject := h.first("subject")
	m.Subject = headerText(subject, note)
	if hasInvisible(decodeWords(decodeUndeclared([]byte(subject)))) {
		note.add("The subject held invisible characters; they were left out.")
	}
	m.MessageID = firstOf(messageIDs(h.first("message-id")))
	m.References = references(h)
	m.Date = readDate(h.first("date"))
}

func addressFields(h header, name string, note *problems) []Address {
	var found []Address
	for _, value := range h.all(name) {
		found = append(found, parseAddresses(value, note)...)
	}
	return found[:min(len(found), maxAddresses)]
}

// splitContent files the text of the mail as own words, quoted and forwarded ones.
func (m *Message) splitContent(c content, w *walker, note *problems) {
	in := thread{forward: isForwardSubject(m.Subject)}
	in.fresh = !in.forward && len(m.References) == 0 && !hasAnyPrefix(strings.ToLower(m.Subject), replyPrefixes)
	p := splitText(c.text, in)
	quoted := p.quoted.String()
	m.Text = dropGatewayBanner(tidy(p.own.String()), note)
	if p.forwarded != nil {
		f, more := readForwarded(p.forwarded, 0, note)
		m.Forwarded, quoted = f, quoted+more
	} else if w.forwarded != nil {
		m.Forwarded = w.forwarded
		quoted += m.Forwarded.body(strings.Split(w.forwarded.Text, "\n"), 0, note)
	}
	m.Quoted = tidy(quoted)
	if c.alt != "" {
		other := splitText(c.alt, in)
		alt := dropGatewayBanner(tidy(other.own.String()), note)
		if essence(alt) != essence(m.Text) && essence(other.bare.String()) != essence(p.bare.String()) {
			m.AltText = alt
		}
	}
}

// replyPrefixes are what mailers set in front of a subject.
var replyPrefixes = []string{"re:", "re :", "aw:", "antw:", "fw:", "fwd:", "tr:", "wg:", "betr:", "rép:"}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

// essence is what two alternatives of one text have in common: letters and digits, without the addresses behind links that only
// plain text shows.
func essence(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, dropLinks(text))
}

// dropLinks leaves out "<https://...>", "<mailto:...>" and "[cid:...]".
func dropLinks(text string) string {
	var b strings.Builder
	for {
		i := strings.IndexAny(text, "<[")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		text = text[i+1:]
		for _, scheme := range []string{"http:", "https:", "mailto:", "cid:", "tel:"} {
			if strings.HasPrefix(text, scheme) {
				if end := strings.IndexAny(text, ">]\n"); end >= 0 {
					text = text[end:]
				}
				break
			}
		}
	}
}

// judgeReadable decides whether anything of the mail could be read: a sender, a subject, or text that is not mostly rubbish.
func (m *Message) judgeReadable(h header, raw []byte) {
	if len(h) > 0 && (len(m.From) > 0 || m.Subject != "" || len(m.To) > 0 || h.has("received")) {
		return
	}
	strange, all := 0, 0
	for _, c := range raw[:min(len(raw), 4096)] {
		if all++; c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f {
			strange++
		}
	}
	if strings.TrimSpace(m.Text+m.Quoted) == "" && m.Forwarded == nil || len(h) == 0 && strange*10 > all {
		m.Text, m.AltText, m.Quoted, m.Unreadable = "", "", "", true
	}
}
