package ticket

import (
	"cmp"
	"strings"
	"time"
)

// Selection says which tickets of the queue are meant. An empty part selects all.
type Selection struct {
	Tab      Tab
	Kind     Kind
	Language Language
	Verdict  Verdict // the worst of the newest identity check
}

// Placed is a ticket with where it stands in the queue.
type Placed struct {
	Ticket
	Tab   Tab
	Worst Verdict // of the newest identity check; empty when there never was one
}

// Happening is an event with the ticket that it is about, as that ticket stands now.
type Happening struct {
	Event
	Ref Ref // empty: the event is about no ticket
	Tab Tab
}

// Answered is how long the requester of a ticket waited for the first answer.
type Answered struct {
	Kind       Kind
	ReceivedAt time.Time // when the ticket was opened
	MailedAt   time.Time // when its first mail reached the mailbox
	AnsweredAt time.Time // when the first answer or question was queued; zero: none was yet
}

// Kinds lists the kinds of tickets, in the order of reports.
func Kinds() []Kind { return []Kind{AddressForgotten, AddressChanged, PasswordForgotten, Other} }

// Verdicts lists the verdicts, best first.
func Verdicts() []Verdict { return []Verdict{OK, Info, Warning, Alarm} }

// Compare orders members by last name, first name and id, octet by octet, as the database does.
func (m Member) Compare(o Member) int {
	return cmp.Or(strings.Compare(m.LastName, o.LastName), strings.Compare(m.FirstName, o.FirstName), cmp.Compare(m.ID, o.ID))
}
