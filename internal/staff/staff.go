// Package staff says who may sign in at the console: accounts with their roles, passwords, links to choose one, a second factor, and the
// sessions of browsers. It knows nothing of HTTP; package web asks it at every request.
//
// What a person holds (password, link, cookie, code) is compared here and never stored as it is, nor written to the history or the log.
// Who does not get in learns one thing, ErrRefused, whether the name is known or not, and after the same work.
package staff

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Account is a person who may sign in.
type Account = ticket.Account

// Session is one browser in which somebody is signed in.
type Session = ticket.Session

// The errors that callers tell apart.
var (
	// ErrRefused is the answer to everything that does not let somebody in: an unknown name, a wrong password or code, no password yet, a
	// disabled account.
	ErrRefused = ticket.Refuse("name, password or code is wrong, or the account is disabled")
	// ErrBusy is returned while more sign-ins wait than are allowed to.
	ErrBusy = ticket.Refuse("too many tries: wait a minute, then try again")
	// ErrLink is returned for a link that was used, has expired, or never was.
	ErrLink = ticket.Refuse("the link was used already or has expired: ask for a new one")
	// ErrLastAdmin keeps the console from having nobody who manages it.
	ErrLastAdmin = ticket.Refuse("this is the last admin who may sign in: make another one first")
	// ErrTaken is returned for a name or an address that another account has.
	ErrTaken = ticket.Refuse("another account has this name or address: choose another")
	// ErrDemanded keeps a second factor that everyone must have.
	ErrDemanded = ticket.Refuse("a second factor is demanded of everyone: an admin can reset the account")
)

// Tx is what staff needs of the database inside one transaction. Methods that look for one thing return ticket.ErrNotFound when it is
// not there.
type Tx interface {
	Now() time.Time
	accounts
	proofs
	sessions
	InsertDelivery(d *ticket.Delivery) error
	LastTemplateVersion() (int64, error)
	NewestTemplates() ([]ticket.TemplateVersion, error)
	AddEvent(ticketID int64, actor, name string, what ticket.Said) error
	EventsOfNone(before int64, limit int) ([]ticket.Event, error)
	Rule(r ticket.Rule) (on bool, err error)
	SetRule(r ticket.Rule, on bool) error
}

type accounts interface {
	InsertStaff(a *ticket.Account, nameKey string) error
	UpdateStaff(a ticket.Account, nameKey string) error
	StaffByID(id int64) (ticket.Account, error)
	StaffByLogin(nameKey, address string) (ticket.Account, error)
	AllStaff() ([]ticket.Account, error)
	StaffSignedIn(id int64) error
}

type proofs interface {
	StaffSecrets(id int64) (ticket.Secrets, error)
	SetStaffPassword(id int64, phc string) error
	SetStaffTOTP(id int64, secret, pending string, step int64) error
	UseTOTPStep(id, step int64) (bool, error)
	InsertStaffLink(hash []byte, id int64, mailed bool, expires time.Time) error
	StaffLink(hash []byte) (int64, error)
	UseStaffLinks(id int64) error
	CountStaffLinks(id int64, since time.Time) (int64, error)
	InsertStaffDevice(hash []byte, id int64, expires time.Time) error
	StaffDevice(hash []byte, id int64) (bool, error)
	EndStaffDevices(id int64) error
}

type sessions interface {
	FindSession(hash []byte) (ticket.Session, []byte, error)
	InsertSession(hash []byte, s ticket.Session, data []byte) error
	UpdateSession(hash []byte, s ticket.Session, data []byte) (bool, error)
	DeleteSession(hash []byte) (bool, error)
	SessionsOf(id int64) ([]ticket.Session, error)
	EndSession(id int64, session string) error
	EndSessions(id int64, keep []byte) (int64, error)
}

// Transact runs a function in one transaction.
type Transact func(ctx context.Context, f func(Tx) error) error

// Options are what staff works with. Write, Read, Random, PublicURL and Mail are needed.
type Options struct {
	Write Transact // commits durably when the function returns nil, else rolls back
	Read  Transact // one state of the database, nothing written

	Random    io.Reader
	Clock     func() time.Time                                                      // default time.Now
	Pause     func(ctx context.Context, d time.Duration) error                      // waits, or returns the error of ctx; default a timer
	PublicURL func() string                                                         // where staff reach the console, without a slash at its end
	Mail      func(tx Tx, to string, lang ticket.Language, l reply.StaffLink) error // queues the mail with a link, in the transaction
	Queued    func()                                                                // called after a transaction that queued mail; may be nil
	Issuer    string                                                                // what an authenticator app shows beside the name; default Servicedesk
	Hashing   Hashing                                                               // default DefaultHashing
	Log       *slog.Logger
}

// Staff is the use cases. It is safe for concurrent use; several processes may work on one database, each with counters of failures of
// its own.
type Staff struct {
	Options
	hasher   *hasher
	throttle *throttle
	decoy    string // a PHC string that no password matches: checked where there is no account
}

// New returns staff. It fails where the random source does, or where Hashing is out of bounds.
func New(o Options) (*Staff, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Pause == nil {
		o.Pause = pause
	}
	if o.Queued == nil {
		o.Queued = func() {}
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Issuer == "" {
		o.Issuer = "Servicedesk"
	}
	if o.Hashing == (Hashing{}) {
		o.Hashing = DefaultHashing()
	}
	key, noise := make([]byte, 32), make([]byte, saltSize+hashSize)
	for _, b := range [][]byte{key, noise} {
		if _, err := io.ReadFull(o.Random, b); err != nil {
			return nil, fmt.Errorf("staff: %w", err)
		}
	}
	if err := o.Hashing.check(); err != nil {
		return nil, fmt.Errorf("staff: %w", err)
	}
	return &Staff{
		Options: o, hasher: newHasher(o.Hashing, o.Random), throttle: newThrottle(o.Clock, o.Pause, key),
		decoy: phc{o.Hashing, noise[:saltSize], noise[saltSize:]}.String(),
	}, nil
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// event appends to the history of no ticket. Names and addresses pass through it, so numbers are masked here, once for all (R7).
func event(tx Tx, actor, name, format string, args ...any) error {
	return tx.AddEvent(0, actor, name, ticket.Say(format, args...).Redacted())
}

// History lists up to limit lines of the history that are about no ticket, sign-ins among them, the newest first; those before the line
// with the id before where that is not 0.
func (s *Staff) History(ctx context.Context, before int64, limit int) (list []ticket.Event, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		list, err = tx.EventsOfNone(before, limit)
		return err
	})
	return list, err
}

// person demands the name of who acts.
func person(by string) (string, error) {
	by = strings.Join(strings.Fields(by), " ")
	if by == "" || by == ticket.Robot {
		return "", ticket.Refuse("%w: say who you are", ticket.ErrInvalid)
	}
	return by, nil
}

// fold is a name as it is compared: small letters without accents, single spaces.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(strings.ToLower(norm.NFC.String(s))))
	return strings.Join(strings.Fields(s), " ")
}

func canonical(address string) string { return strings.ToLower(strings.TrimSpace(address)) }

// find returns the account that somebody names by its name or its address.
func find(tx Tx, login string) (Account, error) {
	return tx.StaffByLogin(fold(login), canonical(login))
}

// newToken makes a secret of 256 bits that can stand in a URL or a cookie. One that reads like a national number would be masked or
// refused on its way (R7), so another is made.
func (s *Staff) newToken() (string, error) {
	for {
		var b [32]byte
		if _, err := io.ReadFull(s.Random, b[:]); err != nil {
			return "", fmt.Errorf("make a secret: %w", err)
		}
		token := base64.RawURLEncoding.EncodeToString(b[:])
		if !nrn.Contains(token) {
			return token, nil
		}
	}
}

// hashOf is what is stored of a token: it is random enough that a plain hash tells nothing.
func hashOf(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
