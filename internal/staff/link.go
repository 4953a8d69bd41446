package staff

import (
	"context"
	"errors"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// LinkPath is the path of the page that a link leads to; the token follows it. The page must not consume the link before a password is
// posted: programs that look at mails open what is in them.
const LinkPath = "/link/"

// How long a link can be used, and how many are mailed.
const (
	forgottenFor = time.Hour
	linksAnHour  = 3
)

// LinkLife is how long a first link works, and one that is handed over: a new colleague may be away.
const LinkLife = 72 * time.Hour

// secretLink is a link before it is handed over.
type secretLink struct {
	hash []byte
	url  string
	life time.Duration
}

// newLink makes a link for an account that is not stored yet.
func (s *Staff) newLink(a Account) (secretLink, error) {
	base := s.PublicURL()
	if base == "" {
		return secretLink{}, ticket.Refuse("%w: no link can be made: say in console.public_url where staff reach the console", ticket.ErrInvalid)
	}
	life := LinkLife
	if a.HasPassword {
		life = forgottenFor
	}
	for {
		token, err := s.newToken()
		if err != nil {
			return secretLink{}, err
		}
		url := base + LinkPath + token
		if !nrn.Contains(url) || nrn.Contains(base) {
			return secretLink{hash: hashOf(token), url: url, life: life}, nil
		}
	}
}

// handLink files a link that goes to the person who asked for it, and not by mail.
func (s *Staff) handLink(tx Tx, by string, a Account) (string, error) {
	a.HasPassword = false // Reset has taken it
	l, err := s.newLink(a)
	if err != nil {
		return "", err
	}
	if err := tx.InsertStaffLink(l.hash, a.ID, false, tx.Now().Add(l.life)); err != nil {
		return "", err
	}
	return l.url, event(tx, by, ticket.EventLinkSent, "%s was given a link with which %s chooses a password within %d hours.", by, a.Name, int(l.life.Hours()))
}

// SendLink mails somebody a link to choose a password, as an admin asks for it.
func (s *Staff) SendLink(ctx context.Context, by string, id int64, lang ticket.Language) error {
	err := s.act(ctx, by, id, func(tx Tx, a Account, by string) error {
		if a.Disabled {
			return ticket.Refuse("%s is disabled: %w; enable the account first", a.Name, ticket.ErrNotAllowed)
		}
		why, err := enough(tx, a)
		if err != nil {
			return err
		}
		if !why.IsZero() {
			return ticket.Refuse("%s: %w", why, ticket.ErrNotAllowed)
		}
		return s.mailLink(tx, a, by, lang)
	})
	if err == nil {
		s.Queued()
	}
	return err
}

// enough says why no further link is mailed for an account, or nothing.
func enough(tx Tx, a Account) (ticket.Said, error) {
	n, err := tx.CountStaffLinks(a.ID, tx.Now().Add(-time.Hour))
	if err != nil || n < linksAnHour {
		return ticket.Said{}, err
	}
	return ticket.Say("%d links were mailed to %s within the last hour", n, a.Name), nil
}

// mailLink files a link and queues its mail, both in the one transaction.
func (s *Staff) mailLink(tx Tx, a Account, by string, lang ticket.Language) error {
	l, err := s.newLink(a)
	if err != nil {
		return err
	}
	if a.Language != "" {
		lang = a.Language
	}
	if err := tx.InsertStaffLink(l.hash, a.ID, true, tx.Now().Add(l.life)); err != nil {
		return err
	}
	mail := reply.StaffLink{Name: a.Name, Link: l.url, Hours: int(l.life.Hours()), First: !a.HasPassword}
	if err := s.Mail(tx, a.Address, lang, mail); err != nil {
		return err
	}
	return event(tx, by, ticket.EventLinkSent, "A link with which %s chooses a password within %d hours was mailed to %s.", a.Name, mail.Hours, a.Address)
}

// decoyTx lets a mail be written and leaves it at that: an unknown name costs the same work.
type decoyTx struct{ Tx }

// InsertDelivery queues nothing.
func (decoyTx) InsertDelivery(*ticket.Delivery) error { return nil }

// InsertStaffLink files nothing.
func (decoyTx) InsertStaffLink([]byte, int64, bool, time.Time) error { return nil }

// AddEvent adds nothing.
func (decoyTx) AddEvent(int64, string, string, ticket.Said) error { return nil }

// ForgotPassword mails a link to choose a new password, where the name or address is that of an enabled account which did not get too
// many of them. It answers the same, after the same work, where it is not.
func (s *Staff) ForgotPassword(ctx context.Context, nameOrAddress string, lang ticket.Language) error {
	v := visitOf(ctx)
	if _, err := s.throttle.begin(ctx, by{byName, "forgot " + fold(nameOrAddress)}, by{bySource, orPrefix("forgot ", sourceOf(v.source))}); err != nil {
		return err
	}
	err := s.Write(ctx, func(tx Tx) error {
		a, err := find(tx, nameOrAddress)
		if err != nil && !errors.Is(err, ticket.ErrNotFound) {
			return err
		}
		why, err := s.noLink(tx, a)
		if err != nil {
			return err
		}
		if why.IsZero() {
			return s.mailLink(tx, a, ticket.Robot, lang)
		}
		nobody := Account{Name: "Nobody At All", Address: "nobody@example.org", HasPassword: true}
		if err := s.mailLink(decoyTx{tx}, nobody, ticket.Robot, lang); err != nil {
			return err
		}
		return event(tx, ticket.Robot, ticket.EventLinkRefused, "A link to choose a password was asked for from %s and not mailed: %s.", v.from(), why)
	})
	if err == nil {
		s.Queued()
	}
	return err
}

// noLink says why no link is mailed, or nothing. The name that was typed is not repeated: it may be a password.
func (s *Staff) noLink(tx Tx, a Account) (ticket.Said, error) {
	switch {
	case a.ID == 0:
		return ticket.Say("there is no such account"), nil
	case a.Disabled:
		return ticket.Say("%s is disabled", a.Name), nil
	}
	return enough(tx, a)
}

func orPrefix(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// OpenLink returns the account that a link is for, or ErrLink. It does not use the link up.
func (s *Staff) OpenLink(ctx context.Context, token string) (a Account, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		a, err = openLink(tx, token)
		return err
	})
	return a, err
}

func openLink(tx Tx, token string) (Account, error) {
	id, err := tx.StaffLink(hashOf(token))
	if errors.Is(err, ticket.ErrNotFound) {
		return Account{}, ErrLink
	}
	if err != nil {
		return Account{}, err
	}
	a, err := enabled(tx, id)
	if errors.Is(err, ErrRefused) {
		return Account{}, ErrLink
	}
	return a, err
}
