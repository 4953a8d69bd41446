package staff

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Password is what a new password must be. There is no other rule: rules about kinds of characters make passwords worse (NIST SP
// 800-63B section 3.1.1.2).
const (
	MinPassword = 12   // characters
	MaxPassword = 1024 // octets
)

// Unfit says what is wrong with a new password, and what to do. It never holds the password.
type Unfit struct{ Said ticket.Said }

// Error says it in English.
func (u *Unfit) Error() string { return u.Said.String() }

// Unwrap says it in any language.
func (u *Unfit) Unwrap() error { return &ticket.Refusal{Said: u.Said} }

func unfit(format string, args ...string) error {
	u := &Unfit{ticket.Said{Format: format}}
	for _, a := range args {
		u.Said.Args = append(u.Said.Args, ticket.Arg{Text: a})
	}
	return u
}

// CheckPassword says why somebody of this name and address may not choose a password, as an *Unfit, or nil.
func (s *Staff) CheckPassword(name, address, password string) error {
	chars := utf8.RuneCountInString(norm.NFC.String(password))
	folded := fold(password)
	switch {
	case !utf8.ValidString(password) || strings.ContainsFunc(password, unicode.IsControl):
		return unfit("The password holds signs that cannot be typed: type it instead of pasting it.")
	case len(password) > MaxPassword:
		return unfit("The password is too long: use at most %s characters.", fmt.Sprint(MaxPassword))
	case chars < MinPassword:
		return unfit("The password is too short: use at least %s characters. Four words that have nothing to do with each other are easy to remember.",
			fmt.Sprint(MinPassword))
	case holdsOwn(folded, name, address):
		return unfit("The password contains your name or your address, which everybody knows: leave it out.")
	case guessedFirst(folded):
		return unfit("The password is one of those that are tried first: use four words that have nothing to do with each other.")
	}
	return nil
}

// minOwn is how long a part of a name must be for a password not to contain it: De and Li stand in half of all words.
const minOwn = 4

// holdsOwn reports whether a folded password contains a part of the name, or the local part of the address.
func holdsOwn(password, name, address string) bool {
	joined := strings.ReplaceAll(password, " ", "")
	contains := func(s string) bool { return strings.Contains(password, s) || strings.Contains(joined, s) }
	for _, part := range strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(part) >= minOwn && contains(part) {
			return true
		}
	}
	local, _, _ := strings.Cut(fold(address), "@")
	return utf8.RuneCountInString(local) >= minOwn-1 && contains(local)
}

// SetPassword chooses the password of the account that a link is for. The link and all others of the account are used up, and its
// sessions end.
func (s *Staff) SetPassword(ctx context.Context, token, password string) error {
	a, err := s.OpenLink(ctx, token)
	if err != nil {
		return err
	}
	if err := s.CheckPassword(a.Name, a.Address, password); err != nil {
		return err
	}
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return s.Write(ctx, func(tx Tx) error {
		a, err := openLink(tx, token) // it may have been used meanwhile
		if err != nil {
			return err
		}
		return setPassword(tx, a, hash, nil)
	})
}

// ChangePassword replaces a password by a new one. The other sessions of the account end; the one of ctx (see WithVisit) goes on.
func (s *Staff) ChangePassword(ctx context.Context, accountID int64, old, new string) error {
	a, secrets, err := s.secretsOf(ctx, accountID)
	if err != nil {
		return err
	}
	if err := s.CheckPassword(a.Name, a.Address, new); err != nil {
		return err
	}
	if err := s.prove(ctx, a, secrets, old, ticket.Say("%s, who wants another password: the old one is wrong", a.Name)); err != nil {
		return err
	}
	hash, err := s.hasher.hash(ctx, new)
	if err != nil {
		return err
	}
	return s.Write(ctx, func(tx Tx) error {
		now, err := tx.StaffSecrets(accountID)
		if err != nil {
			return err
		}
		if now.Password != secrets.Password {
			return ErrRefused // changed meanwhile: the old one is no proof any more
		}
		return setPassword(tx, a, hash, visitOf(ctx).hash())
	})
}

func orRefused(err error) error {
	if err != nil {
		return err
	}
	return ErrRefused
}

// setPassword stores a new hash and ends what stood on the old one.
func setPassword(tx Tx, a Account, hash string, keep []byte) error {
	if err := tx.SetStaffPassword(a.ID, hash); err != nil {
		return err
	}
	if err := tx.UseStaffLinks(a.ID); err != nil {
		return err
	}
	n, err := tx.EndSessions(a.ID, keep)
	if err != nil {
		return err
	}
	return event(tx, a.Name, ticket.EventPasswordSet, "%s chose a new password; %d session(s) ended.", a.Name, n)
}

// secretsOf loads an enabled account with its secrets.
func (s *Staff) secretsOf(ctx context.Context, id int64) (a Account, secrets ticket.Secrets, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		if a, err = enabled(tx, id); err != nil {
			return err
		}
		secrets, err = tx.StaffSecrets(id)
		return err
	})
	return a, secrets, err
}

// compare compares a password with the one of an account. It does the same work where there is none.
func (s *Staff) compare(ctx context.Context, secrets ticket.Secrets, password string) (ok, stale bool, err error) {
	stored := secrets.Password
	if stored == "" || len(password) > MaxPassword {
		stored, password = s.decoy, ""
	}
	return s.hasher.matches(ctx, stored, password)
}

// ConfirmPassword reports whether somebody who is signed in knows his password, for steps that a browser left alone must not take.
func (s *Staff) ConfirmPassword(ctx context.Context, accountID int64, password string) error {
	a, secrets, err := s.secretsOf(ctx, accountID)
	if err != nil {
		return err
	}
	return s.prove(ctx, a, secrets, password, ticket.Say("%s, who was asked for the password once more: it is wrong", a.Name))
}

// prove compares the password of somebody who is signed in; why stands in the history where it is wrong.
func (s *Staff) prove(ctx context.Context, a Account, secrets ticket.Secrets, password string, why ticket.Said) error {
	t, err := s.throttle.begin(ctx, by{byName, fmt.Sprint("account ", a.ID)})
	if err != nil {
		return err
	}
	ok, _, err := s.compare(ctx, secrets, password)
	if err != nil {
		return err
	}
	if !ok {
		return orRefused(s.Write(ctx, func(tx Tx) error { return refusal(tx, visitOf(ctx).source, why) }))
	}
	t.succeeded()
	return nil
}
