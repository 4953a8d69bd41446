package ticket

import "slices"

// Status is the state of a ticket; the comment of each says who acts next.
type Status string

// The states of a ticket.
const (
	Open    Status = "open"    // an agent acts next
	Pending Status = "pending" // the requester acts next
	Solved  Status = "solved"  // nobody; a follow-up opens it again
	Closed  Status = "closed"  // final: a later mail becomes a new ticket
)

// CheckStatus is the state of an identity check.
type CheckStatus string

// The states of an identity check.
const (
	Waiting    CheckStatus = "waiting"    // an agent decides next
	Approved   CheckStatus = "approved"   // final
	Rejected   CheckStatus = "rejected"   // final
	Superseded CheckStatus = "superseded" // final: newer facts arrived, a newer check takes its place
)

// DeliveryStatus is the state of an outgoing message.
type DeliveryStatus string

// The states of a delivery.
const (
	Queued  DeliveryStatus = "queued"  // the outbox acts next
	Sent    DeliveryStatus = "sent"    // a mail server took responsibility (250 after the final dot)
	Failed  DeliveryStatus = "failed"  // refused for good, or given up; an agent acts next
	Bounced DeliveryStatus = "bounced" // taken, and later returned; an agent acts next
)

// The transition tables: what may follow each state. Buttons, SQL and the tests read these and nothing else.
var (
	statusNext = map[Status][]Status{
		Open:    {Pending, Solved, Closed},
		Pending: {Open, Solved, Closed},
		Solved:  {Open, Pending, Closed},
		Closed:  {},
	}
	checkNext = map[CheckStatus][]CheckStatus{
		Waiting:    {Approved, Rejected, Superseded},
		Approved:   {},
		Rejected:   {},
		Superseded: {},
	}
	deliveryNext = map[DeliveryStatus][]DeliveryStatus{
		Queued:  {Sent, Failed, Bounced}, // a bounce can be faster than the record of its sending
		Sent:    {Bounced},
		Failed:  {Queued}, // an agent sends again, the same bytes
		Bounced: {Queued},
	}
)

// CanBecome reports whether a ticket may go from s to next.
func (s Status) CanBecome(next Status) bool { return slices.Contains(statusNext[s], next) }

// CanBecome reports whether a check may go from s to next.
func (s CheckStatus) CanBecome(next CheckStatus) bool { return slices.Contains(checkNext[s], next) }

// CanBecome reports whether a delivery may go from s to next.
func (s DeliveryStatus) CanBecome(next DeliveryStatus) bool {
	return slices.Contains(deliveryNext[s], next)
}
