package ticket

import (
	"log/slog"
	"time"
)

// Account is a person of the staff who may sign in.
type Account struct {
	ID          int64
	Name        string // as it stands in the history
	Address     string // lower case; where a link to choose a password goes
	Roles       Roles
	Language    Language // of the interface; empty: the browser's
	Disabled    bool
	HasPassword bool
	HasTOTP     bool // a second factor is confirmed
	CreatedAt   time.Time
	SignedInAt  time.Time // zero: never
}

// Secrets are what proves that somebody is the person of an account. They are sealed at rest and never printed.
type Secrets struct {
	Password   string // a PHC string; empty: none was chosen yet
	PasswordAt time.Time
	TOTP       string // in base32; empty: no second factor
	Pending    string // a second factor that was shown and not confirmed yet
	TOTPStep   int64  // the last step whose code was taken
}

// String tells nothing.
func (Secrets) String() string { return "(secrets)" }

// GoString tells nothing.
func (Secrets) GoString() string { return "(secrets)" }

// LogValue tells nothing.
func (Secrets) LogValue() slog.Value { return slog.StringValue("(secrets)") }

// Session is one browser in which somebody is signed in.
type Session struct {
	ID        string // names it for its owner; not the token, which nobody can read from the database
	AccountID int64  // 0: nobody has signed in yet
	CreatedAt time.Time
	SeenAt    time.Time // to the minute
	ExpiresAt time.Time
	Source    string // the IP address
	Agent     string // what the browser calls itself
}
