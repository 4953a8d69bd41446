package desk

import (
	"fmt"
	"time"

	"iec-iab.be/servicedesk/internal/classify"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Reader understands mails; it touches nothing.
type Reader struct {
	OwnAddresses []string        // canonical: mail from these is our own
	AuthservID   string          // whose Authentication-Results count
	Fallback     ticket.Language // where a mail is too short to tell
	Clock        func() time.Time
}

// Reading is what was understood of one mail.
type Reading struct {
	Message *message.Message
	Verdict classify.Verdict
	Fault   string // not empty: the reader itself broke down on this mail, with a panic of this type
}

// Read never fails and never panics: one bad mail must not stop the next (R1).
func (r Reader) Read(raw []byte, truncated bool) (out Reading) {
	defer func() {
		if p := recover(); p != nil {
			out = Reading{
				Message: &message.Message{Unreadable: true},
				Verdict: classify.Verdict{Kind: ticket.Other, Language: r.Fallback},
				Fault:   fmt.Sprintf("%T", p), // not %v: a panic can carry what it was reading
			}
		}
	}()
	m := message.Parse(raw, message.Options{OwnAddresses: r.OwnAddresses, AuthservID: r.AuthservID, Truncated: truncated})
	return Reading{Message: m, Verdict: classify.Classify(m, classify.Options{Today: r.Clock(), Fallback: r.Fallback})}
}

// asAnswer understands a mail that answers on a ticket of this kind: who was asked for a number answers with nothing else. Only the new
// words of the mail count, as ever.
func (r Reader) asAnswer(m Reading, to ticket.Kind) Reading {
	if m.Verdict.Kind != ticket.Other || !to.NeedsCheck() || m.Fault != "" {
		return m
	}
	m.Verdict = classify.Classify(m.Message, classify.Options{Today: r.Clock(), Fallback: r.Fallback, Answers: to})
	return m
}

// asKind understands a mail of which a person said what it asks for.
func (r Reader) asKind(m Reading, k ticket.Kind) Reading {
	if m.Verdict.Kind == k || m.Fault != "" {
		return m
	}
	m.Verdict = classify.Classify(m.Message, classify.Options{Today: r.Clock(), Fallback: r.Fallback, Kind: k})
	return m
}

// Outcome is how a mail that was read so ends, as far as the mail alone can tell: whether it joins a ticket is not known here.
func (r Reading) Outcome() ticket.Outcome {
	switch {
	case r.Message.Unreadable:
		return ticket.WasUnreadable
	case r.Message.Bounce != nil:
		return ticket.WasBounce
	case r.Verdict.Kind == ticket.Automatic:
		return ticket.WasAutomatic
	}
	return ticket.BecameTicket
}

// Sender is the first From address, as a canonical address; empty when there is none.
func (r Reading) Sender() ticket.Address {
	if len(r.Message.From) == 0 {
		return ticket.Address{}
	}
	return ticket.Address{Name: r.Message.From[0].Name, Addr: r.Message.From[0].Addr}
}

// SentFrom is the first From address as the mail has it, in lower case.
func (r Reading) SentFrom() string {
	if len(r.Message.From) == 0 {
		return ""
	}
	return r.Message.From[0].AsWritten()
}

// thread is the References of an answer: those of the mail, and the mail itself.
func (r Reading) thread() []string {
	refs := append([]string{}, r.Message.References...)
	if r.Message.MessageID != "" {
		refs = append(refs, r.Message.MessageID)
	}
	return refs
}
