package staff

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Credentials are what somebody signs in with.
type Credentials struct {
	Name     string // or the address
	Password string
	Source   string // the IP address of the browser
	Device   string // the device cookie; may be empty
}

// String tells nothing: people type passwords where their name belongs.
func (Credentials) String() string { return "(credentials)" }

// GoString tells nothing.
func (Credentials) GoString() string { return "(credentials)" }

// LogValue tells nothing.
func (Credentials) LogValue() slog.Value { return slog.StringValue("(credentials)") }

// Admission is who has proved a password.
type Admission struct {
	Account     Account
	CodeNeeded  bool   // the second factor comes next: nobody is signed in before CheckCode agrees
	EnrolNeeded bool   // a second factor is demanded of everyone, and this account has none: nothing else may be done before ConfirmTOTP agrees
	Proof       string // names password and second factor as they were proved; see StillProved
	Device      string // a new device cookie for this browser, to be kept for DeviceLife; empty: the one that it has still counts
}

// String tells who, and not the cookie.
func (a Admission) String() string { return a.Account.Name }

// GoString tells who, and not the cookie.
func (a Admission) GoString() string { return a.Account.Name }

// LogValue tells who, and not the cookie.
func (a Admission) LogValue() slog.Value { return slog.StringValue(a.Account.Name) }

// DeviceLife is how long a browser is known after somebody signed in there.
const DeviceLife = 365 * 24 * time.Hour

// login is what is known of the one who signs in.
type login struct {
	Account // zero: unknown
	secrets ticket.Secrets
	device  bool // the browser is known
}

// SignIn compares a name and a password. Everything that does not let somebody in is ErrRefused, after the same work.
func (s *Staff) SignIn(ctx context.Context, c Credentials) (Admission, error) {
	who, err := s.lookUp(ctx, c)
	if err != nil {
		return Admission{}, err
	}
	counts := []by{{byName, "sign in " + fold(c.Name)}, {bySource, sourceOf(c.Source)}}
	if who.device {
		counts = []by{{byDevice, c.Device}}
	}
	t, err := s.throttle.begin(ctx, counts...)
	if err != nil {
		return Admission{}, err
	}
	ok, stale, err := s.compare(ctx, who.secrets, c.Password)
	if err != nil {
		return Admission{}, err
	}
	if why := who.refused(ok); !why.IsZero() {
		err := s.Write(ctx, func(tx Tx) error { return refusal(tx, c.Source, why) })
		return Admission{}, orRefused(err)
	}
	t.succeeded()
	fresh := ""
	if stale {
		if fresh, err = s.hasher.hash(ctx, c.Password); err != nil {
			return Admission{}, err
		}
	}
	return s.admit(ctx, who, c.Source, fresh)
}

func (s *Staff) lookUp(ctx context.Context, c Credentials) (who login, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		who.Account, err = find(tx, c.Name)
		if errors.Is(err, ticket.ErrNotFound) {
			who.Account = Account{}
			return nil
		}
		if err != nil {
			return err
		}
		if who.secrets, err = tx.StaffSecrets(who.ID); err != nil || c.Device == "" {
			return err
		}
		who.device, err = tx.StaffDevice(hashOf(c.Device), who.ID)
		return err
	})
	return who, err
}

// refused says for the history why somebody does not get in, or nothing. A name that is unknown is not repeated.
func (l login) refused(passwordAgrees bool) ticket.Said {
	switch {
	case l.ID == 0:
		return ticket.Say("an unknown name")
	case l.Disabled:
		return ticket.Say("%s, who is disabled", l.Name)
	case !l.HasPassword:
		return ticket.Say("%s, who has chosen no password yet", l.Name)
	case !passwordAgrees:
		return ticket.Say("%s: the password is wrong", l.Name)
	}
	return ticket.Said{}
}

func refusal(tx Tx, source string, why ticket.Said) error {
	return event(tx, ticket.Robot, ticket.EventSignInRefused, "Sign-in from %s refused for %s.", from(source), why)
}

// admit files what follows from a right password: whatever has changed since it was looked up counts.
func (s *Staff) admit(ctx context.Context, who login, source, freshHash string) (Admission, error) {
	device, err := s.newToken()
	if err != nil {
		return Admission{}, err
	}
	in := Admission{}
	err = s.Write(ctx, func(tx Tx) error {
		if in.Account, err = enabled(tx, who.ID); err != nil {
			return err
		}
		now, err := tx.StaffSecrets(who.ID)
		if err != nil {
			return err
		}
		if now.Password != who.secrets.Password {
			return ErrRefused // changed or taken away meanwhile
		}
		if freshHash != "" {
			if err := tx.SetStaffPassword(who.ID, freshHash); err != nil {
				return err
			}
		}
		if !who.device {
			in.Device = device
			if err := tx.InsertStaffDevice(hashOf(device), who.ID, tx.Now().Add(DeviceLife)); err != nil {
				return err
			}
		}
		demanded, err := tx.Rule(ticket.CodeForEveryone)
		if err != nil {
			return err
		}
		in.CodeNeeded, in.EnrolNeeded = in.Account.HasTOTP, demanded && !in.Account.HasTOTP
		if now, err = tx.StaffSecrets(who.ID); err != nil {
			return err
		}
		in.Proof = proofOf(now)
		if in.CodeNeeded {
			return nil
		}
		return signedIn(tx, in.Account, source)
	})
	if err != nil {
		return Admission{}, err
	}
	return in, nil
}

// proofOf names a password and a second factor without telling them: the stored hash has a salt of its own.
func proofOf(s ticket.Secrets) string {
	return base64.RawURLEncoding.EncodeToString(hashOf(s.Password + "\x00" + s.TOTP))
}

// StillProved reports with ErrRefused that the password that somebody proved, or the second factor that he was to be asked for, is
// another one by now: a sign-in that stopped half way must not outlive them.
func (s *Staff) StillProved(ctx context.Context, accountID int64, proof string) error {
	_, secrets, err := s.secretsOf(ctx, accountID)
	if err != nil {
		return err
	}
	return stillProved(secrets, proof)
}

func stillProved(now ticket.Secrets, proof string) error {
	if now.Password == "" || subtle.ConstantTimeCompare([]byte(proofOf(now)), []byte(proof)) != 1 {
		return ErrRefused
	}
	return nil
}

func signedIn(tx Tx, a Account, source string) error {
	if err := tx.StaffSignedIn(a.ID); err != nil {
		return err
	}
	return event(tx, a.Name, ticket.EventSignedIn, "%s signed in from %s.", a.Name, from(source))
}

// SignedOut notes that somebody ended the session that he was in. Package web destroys the session itself.
func (s *Staff) SignedOut(ctx context.Context, accountID int64) error {
	return s.Write(ctx, func(tx Tx) error {
		a, err := tx.StaffByID(accountID)
		if err != nil {
			return err
		}
		return event(tx, a.Name, ticket.EventSignedOut, "%s signed out.", a.Name)
	})
}

// CheckCode compares the code of the second factor of somebody whose password agreed, and signs in. proof is that of the Admission: it may
// be worth nothing any more when the code has waited for its turn. A code counts once.
func (s *Staff) CheckCode(ctx context.Context, accountID int64, proof, code, source string) error {
	account, where := fmt.Sprint("account ", accountID), sourceOf(source)
	t, err := s.throttle.begin(ctx, by{byCode, account}, by{byCodeFrom, account + " from " + where}, by{bySource, where})
	if err != nil {
		return err
	}
	refused := false
	err = s.Write(ctx, func(tx Tx) error {
		a, err := enabled(tx, accountID)
		if err != nil {
			return err
		}
		secrets, err := tx.StaffSecrets(accountID)
		if err != nil {
			return err
		}
		if err := stillProved(secrets, proof); err != nil {
			return err
		}
		step, ok := s.stepOf(secrets.TOTP, code)
		if ok {
			ok, err = tx.UseTOTPStep(accountID, step)
		}
		if err != nil {
			return err
		}
		if !ok {
			refused = true
			return refusal(tx, source, ticket.Say("%s: the code is wrong, or was used already", a.Name))
		}
		return signedIn(tx, a, source)
	})
	if err != nil || refused {
		return orRefused(err)
	}
	t.succeeded()
	return nil
}
