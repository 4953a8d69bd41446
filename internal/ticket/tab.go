package ticket

// Tab is the part of the queue that a ticket stands in: it says who acts next, and on what. Every ticket stands in exactly one.
type Tab string

// The tabs, in the order in which staff look at them; a ticket stands in the first that fits.
const (
	ToDecide   Tab = "decide"  // an identity check waits for a decision, and nobody has asked the requester something about it
	InTrouble  Tab = "trouble" // an answer failed or bounced, a stranger wrote, a change is contested
	WaitingFor Tab = "pending" // the requester acts next
	ToRead     Tab = "read"    // a person has to read it: other, unreadable, held back
	Done       Tab = "solved"  // solved and closed
)

// Tabs lists them in their order.
func Tabs() []Tab { return []Tab{ToDecide, InTrouble, WaitingFor, ToRead, Done} }
