package ticket

import "time"

// Verdict grades one finding, from good to bad.
type Verdict string

// The verdicts, best first. Never shown by colour alone: each finding has its sentence.
const (
	OK      Verdict = "ok"      // agrees
	Info    Verdict = "info"    // nothing to compare, or worth knowing
	Warning Verdict = "warning" // look before you approve
	Alarm   Verdict = "alarm"   // approving needs a reason
)

// Worse reports whether v is a worse verdict than w.
func (v Verdict) Worse(w Verdict) bool { return v.weight() > w.weight() }

func (v Verdict) weight() int {
	for i, x := range []Verdict{OK, Info, Warning, Alarm} {
		if x == v {
			return i
		}
	}
	return len(v) // an unknown word is the worst: it must not pass for good
}

// Finding is one compared thing, explained in one sentence for staff. Its text holds no national number.
type Finding struct {
	Name    string  `json:"name"`
	Verdict Verdict `json:"verdict"`
	Text    string  `json:"text"` // in English
	Said    Said    `json:"-"`    // the same for readers of other languages; zero for what was found by an older version
}

// Worst returns the worst verdict of the findings, OK when there are none.
func Worst(findings []Finding) Verdict {
	worst := OK
	for _, f := range findings {
		if f.Verdict.Worse(worst) {
			worst = f.Verdict
		}
	}
	return worst
}

// Check is an identity check: a claim beside a member, waiting for a decision.
type Check struct {
	ID            int64
	TicketID      int64
	MailID        int64 // the mail that was checked
	ClaimID       int64 // grows with each claim of a ticket: what is above it was stated later
	Kind          Kind
	Status        CheckStatus
	Claim         Claim
	MemberID      int64  // 0: no member has the claimed number
	MemberVersion int64  // of the member when the findings were made
	ChosenBy      string // who laid the claim beside this member by hand; empty: it is the one of the claimed number
	Recipient     string // the From address of the mail that was checked (R4)
	NewAddress    string // address_changed: what approving would make the known address; stated, or proposed from From
	Findings      []Finding
	CreatedAt     time.Time
	DecidedAt     time.Time
	DecidedBy     string
	Reason        string
}

// Approval is one person's yes or no to a check. They are rows of their own: several people may have to approve.
type Approval struct {
	CheckID int64
	Status  CheckStatus // Approved or Rejected
	By      string
	Reason  string
	At      time.Time
}
