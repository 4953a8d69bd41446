// Package desk holds the use cases of the servicedesk: a mail is received, an identity check is decided, something is asked, an
// answer is delivered or comes back. Each is one transaction. The rules R1 to R9 of the design live here and in the database's own
// constraints; mail servers, files and the terminal are elsewhere.
package desk

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Tx is what the use cases need of the database inside one transaction. Methods that change a state do so by compare-and-swap and
// return a *ticket.Conflict when somebody was first; methods that look for one thing return ticket.ErrNotFound when it is not there.
type Tx interface {
	Now() time.Time
	mails
	tickets
	checks
	members
	deliveries
	queue
	words
	rules
	Published
	AddEvent(ticketID int64, actor, name string, what ticket.Said) error
	Events(ticketID int64) ([]ticket.Event, error)
	Reveals(by string, since time.Time) (int64, error)
}

type mails interface {
	Cursor(mailbox string, uidValidity uint32) (uint32, error)
	PassCursor(mailbox string, uidValidity, uid uint32, fetched int) error
	FindMails(mailbox string, uidValidity uint32, traces []ticket.Trace) ([]ticket.Found, error)
	InsertMail(m *ticket.Mail, key ticket.MailKey, raw []byte) error
	FoundAgain(key ticket.MailKey, mailID int64) error
	Mail(id int64) (ticket.Mail, []byte, error)
	MailsOf(ticketID int64) ([]ticket.Mail, error)
	UnreadableMails() ([]ticket.Mail, error)
	MoveMails(from, into int64) error
	ReadAgain(mailID int64, outcome ticket.Outcome, reason, from string, ticketID int64) error
	ToFile(mailbox string, uidValidity uint32) ([]uint32, error)
	Filed(mailbox string, uidValidity uint32, uids []uint32) error
	Ledger() (ticket.Ledger, error)
}

type tickets interface {
	InsertTicket(t *ticket.Ticket) error
	UpdateTicket(t *ticket.Ticket, was ticket.Status) error
	Ticket(ref ticket.Ref) (ticket.Ticket, error)
	TicketByID(id int64) (ticket.Ticket, error)
	TicketByReference(messageIDs []string) (int64, error)
	UnsolvedTicketsOf(number nrn.Number, except int64) ([]ticket.Ref, error)
	UnsolvedTicketsFrom(address string, except int64) ([]ticket.Ref, error)
	Tickets(f ticket.Filter) ([]ticket.Ticket, error)
}

type checks interface {
	InsertClaim(ticketID int64, c ticket.Claim) (int64, error)
	CorrectClaim(ticketID int64, c ticket.Claim, by string) (int64, error)
	Corrections(ticketID, above int64) ([]ticket.Correction, error)
	Claim(ticketID int64) (ticket.Claim, int64, error)
	InsertCheck(c *ticket.Check, claimID int64) error
	LastCheck(ticketID int64) (ticket.Check, error)
	LastChecks(ticketIDs []int64) (map[int64]ticket.Check, error)
	DecideCheck(c *ticket.Check, next ticket.CheckStatus, by, reason string) error
	SupersedeCheck(c *ticket.Check, why string) error
	Approvals(checkID int64) ([]ticket.Approval, error)
	LastDecision(ticketID int64) (ticket.Check, error)
	Superseded(ticketID int64) (bool, error)
	ChangedBy(ticketID int64) (bool, error)
}

type members interface {
	MemberByNumber(n nrn.Number) (ticket.Member, error)
	MemberByID(id int64) (ticket.Member, error)
	MemberNames(ids []int64) (map[int64]string, error)
	MembersByAddress(address string) ([]ticket.Member, error)
	FindMembers(words []string, limit int) ([]ticket.Member, error)
	InsertMember(m *ticket.Member) error
	UpdateMember(m *ticket.Member, by string, checkID int64) error
	AddressChanges(memberID int64) ([]ticket.AddressChange, error)
	CountMembers() (int64, error)
	MembersByNumbers(numbers []nrn.Number) (map[nrn.Number]ticket.Member, error)
	MembersByAddresses(addresses []string) (map[string][]ticket.Member, error)
	MembersWithWord(beginning string, limit int) ([]int64, error)
	HaveWord(ids []int64, beginning string) ([]int64, error)
	MembersAmong(ids []int64, m ticket.Member, limit int) ([]ticket.Member, error)
	MembersBehind(m ticket.Member, limit int) ([]ticket.Member, error)
}

type deliveries interface {
	InsertDelivery(d *ticket.Delivery) error
	DeliveriesOf(ticketID int64) ([]ticket.Delivery, error)
	DueDeliveries(limit int) ([]ticket.Delivery, error)
	DeliveryByID(id int64) (ticket.Delivery, error)
	DeliveryByMessageID(id string) (ticket.Delivery, error)
	StartAttempt(d *ticket.Delivery, lease time.Duration) (left bool, err error)
	EndAttempt(a ticket.Attempt) error
	ReleaseLeases() error
	UpdateDelivery(d *ticket.Delivery, was ticket.DeliveryStatus) error
	AttemptsOf(deliveryID int64) ([]ticket.Attempt, error)
	CountAutomatic(address string, since time.Time) (int64, error)
	CountDeliveries() (map[ticket.DeliveryStatus]int64, error)
}

type queue interface {
	Tabs() (map[ticket.Tab]int64, error)
	QueueIDs(s ticket.Selection, after int64, newest bool, limit int) ([]int64, error)
	Selected(ids []int64, s ticket.Selection) ([]int64, error)
	PlacedTickets(ids []int64) ([]ticket.Placed, error)
	ClaimedNames(ticketIDs []int64) (map[int64]ticket.Claim, error)
	TicketsOf(number nrn.Number, below int64, limit int) ([]int64, error)
	LastEventID() (int64, error)
	EventsSince(after int64, limit int) ([]ticket.Happening, error)
	AnsweredSince(since time.Time) ([]ticket.Answered, error)
}

type words interface {
	TicketsWithWords(phrases [][]string, below int64, visit func(ids []int64) (enough bool, err error)) error
	TicketsToIndex(limit int) (ids []int64, cursor, next int64, err error)
	IndexedTickets(ids []int64) ([]int64, error)
	SetWords(words map[int64][]string) error
	PassWords(was, next int64) error
	MembersToIndex(limit int) (members []ticket.Member, upTo int64, err error)
	SetMemberWords(words map[int64][]string, upTo int64) error
}

type rules interface {
	Rule(r ticket.Rule) (on bool, err error)
	SetRule(r ticket.Rule, on bool) error
}

// Published is how a transaction tells which reply templates were published.
type Published interface {
	LastTemplateVersion() (int64, error)
	NewestTemplates() ([]ticket.TemplateVersion, error)
}

// Fixed replies with one set for ever.
func Fixed(s *reply.Set) func(Published) (*reply.Set, error) {
	return func(Published) (*reply.Set, error) { return s, nil }
}

// Transact runs a function in one transaction.
type Transact func(ctx context.Context, f func(Tx) error) error

// Options are what a desk works with. Write, Read, Replies, Reader and Random are needed.
type Options struct {
	Write Transact // commits durably when the function returns nil, else rolls back
	Read  Transact // one state of the database, nothing written

	Reader  Reader
	Replies func(tx Published) (*reply.Set, error) // what goes out in this transaction: templates can be published at any time
	Random  io.Reader                              // for Message-IDs
	Address ticket.Address                         // of the desk: From, envelope sender and domain of Message-IDs

	AnswersPerDay      int  // automatic answers to one address in 24 hours, at most (R6)
	AnswersPerHour     int  // automatic answers to everybody together in an hour, at most
	QuestionsPerTicket int  // automatic requests for missing data, at most
	Acknowledge        bool // mail `received` for a complete request
	RevealsPerHour     int  // national numbers that one person can be shown in an hour; 0 means 30 (R7)

	Log    *slog.Logger
	Queued func() // called after a transaction that queued mail; may be nil
}

// Desk is the use cases. It is safe for concurrent use.
type Desk struct {
	Options
	seen int64 // the version of a ticket that whoever acts was shown; 0: not compared
}

// New returns a desk.
func New(o Options) *Desk {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Queued == nil {
		o.Queued = func() {}
	}
	if o.RevealsPerHour == 0 {
		o.RevealsPerHour = 30
	}
	return &Desk{Options: o}
}

// event appends to the history. Members' and agents' words pass through it, so numbers are masked here, once for all (R7).
func event(tx Tx, ticketID int64, actor, name, format string, args ...any) error {
	return tx.AddEvent(ticketID, actor, name, ticket.Say(format, args...).Redacted())
}

// person demands the name of who acts: decisions are never anonymous.
func person(by string) (string, error) {
	by = strings.Join(strings.Fields(by), " ")
	if by == "" || by == ticket.Robot {
		return "", ticket.Refuse("%w: say who you are", ticket.ErrInvalid)
	}
	return by, nil
}
