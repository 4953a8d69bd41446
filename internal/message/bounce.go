package message

import (
	"strings"

	"iec-iab.be/servicedesk/internal/address"
)

// readGroups reads the groups of fields of a message/delivery-status: one for the message, then one a recipient (RFC 3464
// section 2.1). The first group has Reporting-MTA.
func readGroups(p part, note *problems) []header {
	const maxGroups = 100
	text := string(decodeTransfer(p.header.first("content-transfer-encoding"), p.body, note))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var groups []header
	var group header
	for line := range strings.SplitSeq(text[:min(len(text), maxHeaderSize)], "\n") {
		if strings.TrimSpace(line) == "" {
			if group != nil && len(groups) < maxGroups {
				groups = append(groups, group)
			}
			group = nil
			continue
		}
		if line[0] == ' ' || line[0] == '\t' {
			if n := len(group); n > 0 {
				group[n-1].value += " " + strings.TrimSpace(line)
			}
		} else if name, value, ok := cutField([]byte(line)); ok {
			group = append(group, field{name, strings.TrimSpace(string(value))})
		}
	}
	if group != nil {
		groups = append(groups, group)
	}
	return groups
}

// readBounce finds what a delivery status notification says of a message of ours: from its report, or from the text of those
// mail servers that send none. It returns nil for other mail.
func readBounce(h header, m *Message, w *walker) *Bounce {
	switch {
	// Some gateways take the type of the report away and leave its parts.
	case len(w.status) > 0 && (w.isReport || isBounceSender(h, m) || isBounceSubject(m.Subject)):
		return reportedBounce(w, m.References)
	case w.isReport && w.reportType == "delivery-status":
		return &Bounce{MessageID: firstOf(messageIDs(w.returned.first("message-id")))}
	case isBounceSender(h, m) && isBounceSubject(m.Subject), h.has("x-failed-recipients") && hasEmptyReturnPath(h):
		return writtenBounce(h, m, w)
	}
	return nil
}

// reportedBounce reads the group of the first recipient that failed, else of the first one.
func reportedBounce(w *walker, references []string) *Bounce {
	var chosen header
	for _, group := range w.status {
		if !group.has("final-recipient") && !group.has("action") && !group.has("original-recipient") {
			continue
		}
		if chosen == nil || !strings.EqualFold(chosen.first("action"), "failed") && strings.EqualFold(group.first("action"), "failed") {
			chosen = group
		}
	}
	b := &Bounce{
		MessageID:  firstOf(messageIDs(w.returned.first("message-id"))),
		Recipient:  typedAddress(chosen.first("final-recipient")),
		Action:     firstWord(chosen.first("action")),
		Status:     statusCode(chosen.first("status")),
		Diagnostic: typedValue(chosen.first("diagnostic-code")),
	}
	if b.Recipient == "" {
		b.Recipient = typedAddress(chosen.first("original-recipient"))
	}
	if b.MessageID == "" {
		b.MessageID = firstOf(references)
	}
	return b
}

// typedValue drops the type in front of a value: "smtp; 550 no" (RFC 3464 section 2.1.2).
func typedValue(value string) string {
	if kind, rest, ok := strings.Cut(value, ";"); ok && !strings.Contains(strings.TrimSpace(kind), " ") {
		value = rest
	}
	return maskDigits(cleanLine(decodeUndeclared([]byte(value))))
}

func typedAddress(value string) string {
	if _, rest, ok := strings.Cut(value, ";"); ok {
		value = rest
	}
	return address.Canonical(value)
}

// firstWord returns the leading word in lower case, without comments around it.
func firstWord(value string) string {
	s := authScan{rest: value}
	s.skip()
	return strings.ToLower(s.token())
}

// statusCode finds a status such as 5.1.1 (RFC 3463 section 2) in s.
func statusCode(s string) string {
	for i := range len(s) {
		if (s[i] == '2' || s[i] == '4' || s[i] == '5') && (i == 0 || !strings.ContainsRune("0123456789.", rune(s[i-1]))) {
			if code := leadingStatus(s[i:]); code != "" {
				return code
			}
		}
	}
	return ""
}

func leadingStatus(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if end < 0 {
		end = len(s)
	}
	code := strings.TrimRight(s[:end], ".")
	numbers := strings.Split(code, ".")
	if len(numbers) != 3 || len(numbers[0]) != 1 {
		return ""
	}
	for _, n := range numbers[1:] {
		if len(n) == 0 || len(n) > 3 {
			return ""
		}
	}
	return code
}

// maskDigits hides runs of eleven digits and more: what a server says of a message may repeat what stood in it.
func maskDigits(s string) string {
	const secret = 11
	out := []byte(s)
	digits, start := 0, 0
	for i := 0; i <= len(out); i++ {
		if i < len(out) && out[i] >= '0' && out[i] <= '9' {
			if digits++; digits == 1 {
				start = i
			}
			continue
		}
		if i < len(out) && digits > 0 && digits < secret && strings.IndexByte(".-/ ", out[i]) >= 0 && i+1 < len(out) {
			continue
		}
		if digits == secret {
			for j := start; j < i; j++ {
				if out[j] >= '0' && out[j] <= '9' {
					out[j] = '*'
				}
			}
		}
		digits = 0
	}
	return string(out)
}

// isBounceSender recognises the sender of a bounce that has no report.
func isBounceSender(h header, m *Message) bool {
	if hasEmptyReturnPath(h) {
		return true
	}
	local := ""
	if len(m.From) > 0 {
		local = localOf(m.From[0].Addr)
	} else {
		local = strings.ToLower(strings.Trim(h.first("from"), " <>"))
	}
	name := ""
	if len(m.From) > 0 {
		name = strings.ToLower(m.From[0].Name)
	}
	return local == "mailer-daemon" || local == "postmaster" || strings.HasPrefix(name, "mail delivery s")
}

var bounceSubjects = []string{
	"failure notice", "undelivered mail", "undeliverable", "undelivered", "delivery status notification", "delivery failure",
	"delivery notification", "returned mail", "mail delivery fail", "mail delivery system", "mail system error", "delivery delayed",
	"delayed mail", "warning: could not send", "warning: message", "message could not be delivered", "nondeliverable",
	"non-deliverable", "non delivery", "onbestelbaar", "niet te bezorgen", "niet bestelbaar", "mislukte bezorging",
	"avis de non-remise", "remise impossible", "notification d'état de remise", "niet bezorgd", "niet afgeleverd",
	"aflevering mislukt", "bezorging mislukt",
	"non remis", "non distribu", "échec de la remise", "échec de remise", "échec de distribution", "message non délivré",
	"courrier non distribué", "remise différée", "unzustellbar", "zustellung fehlgeschlagen", "nicht zugestellt",
	"fehler bei der zustellung", "message delivery fail", "message undeliver", "mail undeliver", "kan niet worden bezorgd",
	"kan niet bezorgd", "message non distribué", "message non remis", "impossible de remettre", "échec de l'envoi", "remise retardée",
	"vertraagde levering", "vertraagde bezorging", "bezorging vertraagd", "levering vertraagd", "zustellung verzögert",
	"zustellung verspätet", "mail could not be delivered", "message blocked", "message rejected", "rejected:", "**message you sent",
	"uw bericht werd niet", "uw bericht kon niet", "votre message n'a pas", "ihre nachricht konnte nicht", "retour à l'expéditeur",
}

func isBounceSubject(subject string) bool {
	subject = strings.ToLower(subject)
	for _, words := range bounceSubjects {
		if strings.HasPrefix(subject, words) {
			return true
		}
	}
	return false
}

// writtenBounce reads the text of a bounce without report, such as of qmail and old Exchange, and parts it from the copy of the
// message that came back. What it finds is a best effort.
func writtenBounce(h header, m *Message, w *walker) *Bounce {
	text := m.Text + "\n" + m.Quoted
	said, copied := text, ""
	if i := copyBelow(text); i >= 0 {
		said, copied = text[:i], text[i:]
		m.Text, m.AltText, m.Quoted = tidy(said), "", tidy(copied) // the copy is our own mail, no words of the sender
	}
	b := &Bounce{
		Recipient: address.Canonical(h.first("x-failed-recipients")),
		Status:    statusCode(said),
		Action:    "failed",
		MessageID: firstOf(messageIDs(fieldInText(copied, "message-id:"))),
	}
	if b.MessageID == "" && w.forwarded == nil {
		b.MessageID = firstOf(m.References)
	}
	if strings.HasPrefix(b.Status, "4.") || strings.Contains(strings.ToLower(m.Subject), "delay") || strings.Contains(strings.ToLower(m.Subject), "warning") {
		b.Action = "delayed"
	}
	b.findRecipient(said, m)
	return b
}

// copyBelow finds the line where the copy of the returned message begins, -1 when there is none.
func copyBelow(text string) int {
	offset := 0
	for line := range strings.Lines(text) {
		if containsAny(strings.ToLower(line), copyWords) {
			return offset
		}
		offset += len(line)
	}
	return -1
}

var copyWords = []string{
	"below this line is a copy", "this is a copy of the message", "original message", "unsent message", "message header follows",
	"message-id:", "return-path:",
}

// fieldInText returns the value behind a field name at the start of a line.
func fieldInText(text, name string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(line, "> ")
		if len(line) >= len(name) && strings.EqualFold(line[:len(name)], name) {
			return strings.TrimSpace(line[len(name):])
		}
	}
	return ""
}

// findRecipient looks for the first address in the text that is not that of the mail itself, and takes the line after it or its
// own for the diagnosis.
func (b *Bounce) findRecipient(said string, m *Message) {
	lines := strings.Split(said, "\n")
	for i, line := range lines {
		for word := range strings.FieldsSeq(line) {
			addr := address.Canonical(strings.Trim(word, "<>()[]:;,.\"'"))
			if addr == "" || b.Recipient != "" && addr != b.Recipient || isOneOf(addr, m.From) || isOneOf(addr, m.To) {
				continue
			}
			b.Recipient = addr
			alone := len(strings.Trim(line, " <>:\t")) == len(addr)
			if i+1 < len(lines) && (alone || strings.HasSuffix(strings.TrimSpace(line), ":")) {
				line = lines[i+1]
			}
			b.Diagnostic = maskDigits(cleanLine(line))
			return
		}
	}
}

func isOneOf(addr string, list []Address) bool {
	for _, a := range list {
		if a.Addr == addr {
			return true
		}
	}
	return false
}
