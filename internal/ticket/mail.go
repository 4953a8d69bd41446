package ticket

import "time"

// MailKey is where a mail lies in a mailbox. UIDs are only comparable within one UIDVALIDITY (RFC 9051 section 2.3.1.1).
type MailKey struct {
	Mailbox     string // user@host/folder
	UIDValidity uint32
	UID         uint32
}

// Trace is what tells whether a mail is known: where it lies, and its bytes.
type Trace struct {
	UID    uint32
	SHA256 [32]byte
	Size   int64 // octets on the server
}

// Found is what is known of a mail that comes in.
type Found struct {
	Filed  bool  // under this very key: it is handed over once more, after a crash
	MailID int64 // a filed mail with the same bytes, 0 for none
	Copied bool  // and it lies under the same UIDVALIDITY too: a second copy. Else the mailbox was renumbered, and it is the same mail
}

// Mail is one received mail, filed once.
type Mail struct {
	ID         int64
	TicketID   int64 // 0: became none
	SHA256     [32]byte
	Size       int64 // octets on the server
	Kept       int64 // octets kept; less than Size when the mail was above the size limit
	Outcome    Outcome
	Reason     string // a short code: why it was automatic, ignored or unreadable
	MessageID  string // chosen by the sender: a hint for threading, never a key; not read back, the database keeps a keyed hash of it
	From       string // canonical; empty when there is none
	ReceivedAt time.Time
}

// Ledger is the account of rule R2.
type Ledger struct {
	Fetched    int64 // handed over by the mailbox
	FoundAgain int64 // of these, mails that were known before the mailbox was renumbered
	Outcomes   map[Outcome]int64
}

// Balanced reports whether every mail that was fetched has an outcome.
func (l Ledger) Balanced() bool {
	sum := l.FoundAgain
	for _, n := range l.Outcomes {
		sum += n
	}
	return sum == l.Fetched
}
