package classify

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// sentMail is a mail with its sender, "Name <address>", and without anything in the header that tells of a machine.
type sentMail struct{ from, subject, text string }

func (s sentMail) mail() *message.Message {
	name, addr, _ := strings.Cut(strings.TrimSuffix(s.from, ">"), "<")
	return &message.Message{
		Subject: s.subject, Text: placeholders.Replace(s.text), From: []message.Address{{Name: strings.TrimSpace(name), Addr: addr}},
		To: []message.Address{{Addr: "servicedesk@iec-iab.be"}},
	}
}

func runSent(t *testing.T, automatic bool, mails []sentMail) {
	t.Helper()
	for _, s := range mails {
		v := Classify(s.mail(), Options{Today: today, Fallback: ticket.Dutch})
		if (v.Kind == ticket.Automatic) != automatic {
			t.Errorf("%s, of %s %q: %q: %v", v.Kind, s.from, s.subject, s.text, v.Reasons)
		}
	}
}
