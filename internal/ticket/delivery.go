package ticket

import (
	"strings"
	"time"
)

// Occasion names the reason for an outgoing message, and so its reply template.
type Occasion string

// The occasions.
const (
	AddressKnown         Occasion = "address_known"          // the answer to address_forgotten
	AddressChangedReply  Occasion = "address_changed"        // the answer to address_changed
	AddressChangedNotice Occasion = "address_changed_notice" // to the old address
	DataMissing          Occasion = "data_missing"           // asks for what an identity check lacks
	IdentityNotConfirmed Occasion = "identity_not_confirmed" // says nothing of what the directory holds
	PasswordSteps        Occasion = "password_steps"         // the self-service
	Received             Occasion = "received"               // acknowledges, where the configuration asks for it
	Question             Occasion = "question"               // an agent's own words, to which the requester is to reply
	Answer               Occasion = "answer"                 // an agent's own words, which solve the ticket
	StaffLink            Occasion = "staff_link"             // to one of the staff: a link to choose a password
	TemplateTest         Occasion = "template_test"          // to one of the staff: how a reply template looks. It has no template of its own
)

// Occasions lists those that have a reply template, in the order of reports.
func Occasions() []Occasion {
	return []Occasion{AddressKnown, AddressChangedReply, AddressChangedNotice, DataMissing, IdentityNotConfirmed, PasswordSteps,
		Received, Question, Answer, StaffLink}
}

// Tells reports whether a message of this occasion tells anything about a member, so that only an approved check may queue it (R3).
func (o Occasion) Tells() bool {
	return o == AddressKnown || o == AddressChangedReply || o == AddressChangedNotice
}

// OfTicket reports whether a message of this occasion belongs to a ticket: its subject carries the Ref, by which answers find back.
func (o Occasion) OfTicket() bool { return o != StaffLink && o != TemplateTest }

// Automatic reports whether no person decided that this message goes out: it is marked Auto-Submitted (RFC 3834) and counted.
func (o Occasion) Automatic() bool { return o == DataMissing || o == PasswordSteps || o == Received }

// Delivery is an outgoing message on its way. Its bytes and Message-ID are fixed when it is queued (R9).
type Delivery struct {
	ID        int64
	TicketID  int64 // 0: of no ticket, which only what goes to the staff may be
	CheckID   int64 // the decided check behind it, 0 for an automatic message and for an agent's own words
	Occasion  Occasion
	Language  Language
	Sender    string // the envelope sender, where a bounce returns to
	Recipient string // one address: one delivery each
	MessageID string // without angle brackets
	ByHand    bool   // a person had it sent: not automatic, whatever its occasion is; not read back
	Raw       []byte // the RFC 5322 message with CRLF
	Status    DeliveryStatus
	Attempts  int
	QueuedAt  time.Time // when it was put into the queue last: the outbox gives up some days after this
	DueAt     time.Time // when the outbox tries next
	CreatedAt time.Time
	UpdatedAt time.Time
	LastError string // what the server said last, one line
}

// AttemptResult is what one try came to.
type AttemptResult string

// The results of an attempt.
const (
	AttemptStarted   AttemptResult = "started"   // handed over; nothing known yet. Left behind by a crash: the outcome is unknown
	AttemptSent      AttemptResult = "sent"      // 250 after the final dot
	AttemptDeferred  AttemptResult = "deferred"  // a 4xx, or the line broke: tried again
	AttemptUnknown   AttemptResult = "unknown"   // broken after the final dot: the same bytes are sent once more
	AttemptRefused   AttemptResult = "refused"   // a 5xx: never tried again by itself
	AttemptAbandoned AttemptResult = "abandoned" // deferred for too long
)

// Attempt is one try of a delivery.
type Attempt struct {
	ID         int64
	DeliveryID int64
	Number     int // 1 is the first
	Result     AttemptResult
	Code       int    // the SMTP reply code, 0 where there was none
	Text       string // what the server said, or what broke; one line
	StartedAt  time.Time
	EndedAt    time.Time
}

// AnswerKey is an address without what reaches the same mailbox in many ways: capitals, and the detail behind a + (RFC 5233). What is
// counted for one of them counts for all.
func AnswerKey(addr string) string {
	local, domain, ok := strings.Cut(strings.ToLower(addr), "@")
	if plain, _, detail := strings.Cut(local, "+"); detail && plain != "" {
		local = plain
	}
	if !ok {
		return local
	}
	return local + "@" + domain
}
