package staff

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Account returns an account as it is now, with its roles: each request loads it. One that is disabled or gone is ErrRefused.
func (s *Staff) Account(ctx context.Context, id int64) (a Account, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		a, err = enabled(tx, id)
		return err
	})
	return a, err
}

func enabled(tx Tx, id int64) (Account, error) {
	a, err := tx.StaffByID(id)
	if errors.Is(err, ticket.ErrNotFound) || err == nil && a.Disabled {
		return Account{}, ErrRefused
	}
	return a, err
}

// Find returns the account with this name or address, disabled or not, or ticket.ErrNotFound. It is for admins: nobody else may learn
// who has an account.
func (s *Staff) Find(ctx context.Context, login string) (a Account, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		if a, err = find(tx, login); errors.Is(err, ticket.ErrNotFound) {
			return ticket.Refuse("there is no account %q: %w", strings.TrimSpace(login), err)
		}
		return err
	})
	return a, err
}

// List lists all accounts, in the order in which they were added.
func (s *Staff) List(ctx context.Context) (list []Account, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		list, err = tx.AllStaff()
		return err
	})
	return list, err
}

// maxName is the length of a name, in characters.
const maxName = 100

// checked returns an account as it is stored, or says what is wrong with it.
func checked(a Account) (Account, error) {
	a.Name, a.Address = strings.Join(strings.Fields(a.Name), " "), canonical(a.Address)
	a.Roles = slices.DeleteFunc(ticket.AllRoles(), func(r ticket.Role) bool { return !slices.Contains(a.Roles, r) })
	badSign := func(r rune) bool { return !unicode.IsPrint(r) || r == '@' || r == '<' || r == '>' }
	switch {
	case fold(a.Name) == "" || utf8.RuneCountInString(a.Name) > maxName || strings.ContainsFunc(a.Name, badSign):
		return a, ticket.Refuse("%w: write the name as people know it, as Eva Peeters, in at most %d letters", ticket.ErrInvalid, maxName)
	case fold(a.Name) == ticket.Robot:
		return a, ticket.Refuse("%w: %s is the name of the program in the history: choose another", ticket.ErrInvalid, ticket.Robot)
	case reply.Mailable(a.Address) != nil || !strings.Contains(a.Address, "@"):
		return a, ticket.Refuse("%w: the address cannot be mailed to: write it as eva@example.be", ticket.ErrInvalid)
	case len(a.Roles) == 0:
		return a, ticket.Refuse("%w: give at least one role: agent, admin or auditor", ticket.ErrInvalid)
	case a.Language != "" && !slices.Contains(ticket.Languages(), a.Language):
		return a, ticket.Refuse("%w: language %q is not known: use nl, fr or en, or none for that of the browser", ticket.ErrInvalid, a.Language)
	}
	return a, nil
}

// free says that no other account is reached by the name or the address of a.
func free(tx Tx, a Account) error {
	for _, login := range []string{a.Name, a.Address} {
		other, err := find(tx, login)
		if err == nil && other.ID != a.ID {
			return ErrTaken
		}
		if err != nil && !errors.Is(err, ticket.ErrNotFound) {
			return err
		}
	}
	return nil
}

// Add adds an account. With link it returns a one-time link to choose the first password; whoever has it can, so it is handed over and
// not kept. SendLink mails one instead.
func (s *Staff) Add(ctx context.Context, by string, a Account, link bool) (url string, err error) {
	err = s.add(ctx, by, a, func(tx Tx, a Account, by string) error {
		if link {
			url, err = s.handLink(tx, by, a)
		}
		return err
	})
	return url, err
}

// AddWithPassword adds an account that can sign in at once.
func (s *Staff) AddWithPassword(ctx context.Context, by string, a Account, password string) error {
	if err := s.CheckPassword(a.Name, a.Address, password); err != nil {
		return err
	}
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return s.add(ctx, by, a, func(tx Tx, a Account, _ string) error { return tx.SetStaffPassword(a.ID, hash) })
}

func (s *Staff) add(ctx context.Context, by string, a Account, then func(tx Tx, a Account, by string) error) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	if a, err = checked(a); err != nil {
		return err
	}
	a.ID, a.Disabled = 0, false
	return s.Write(ctx, func(tx Tx) error {
		if err := free(tx, a); err != nil {
			return err
		}
		if err := tx.InsertStaff(&a, fold(a.Name)); err != nil {
			return err
		}
		if err := event(tx, by, ticket.EventAccountAdded, "%s <%s> was added as %s.", a.Name, a.Address, a.Roles); err != nil {
			return err
		}
		return then(tx, a, by)
	})
}

// SetRoles changes the roles of an account, and nothing else of it.
func (s *Staff) SetRoles(ctx context.Context, by string, id int64, roles ticket.Roles) error {
	return s.act(ctx, by, id, func(tx Tx, old Account, by string) error {
		a := old
		a.Roles = roles
		a, err := checked(a)
		if err != nil {
			return err
		}
		if !slices.Contains(a.Roles, ticket.Admin) {
			if err := notLast(tx, old); err != nil {
				return err
			}
		}
		if err := tx.UpdateStaff(a, fold(a.Name)); err != nil {
			return err
		}
		return event(tx, by, ticket.EventAccountChanged, "%s <%s> (%s) is now %s <%s> (%s).", old.Name, old.Address, old.Roles, a.Name, a.Address, a.Roles)
	})
}

// SetLanguage chooses the language of the interface; empty: the browser's.
func (s *Staff) SetLanguage(ctx context.Context, id int64, lang ticket.Language) error {
	return s.Write(ctx, func(tx Tx) error {
		a, err := enabled(tx, id)
		if err != nil {
			return err
		}
		a.Language = lang
		if a, err = checked(a); err != nil {
			return err
		}
		return tx.UpdateStaff(a, fold(a.Name))
	})
}

// notLast refuses to take from the last enabled admin what makes him one.
func notLast(tx Tx, a Account) error {
	if a.Disabled || !slices.Contains(a.Roles, ticket.Admin) {
		return nil
	}
	all, err := tx.AllStaff()
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID != a.ID && !other.Disabled && slices.Contains(other.Roles, ticket.Admin) {
			return nil
		}
	}
	return ErrLastAdmin
}

// Disable keeps somebody out; his sessions and links end at once. The last admin is not disabled.
func (s *Staff) Disable(ctx context.Context, by string, id int64) error {
	return s.disable(ctx, by, id, notLast)
}

// ForceDisable is Disable for the last admin too. It is for the command line, which needs no account.
func (s *Staff) ForceDisable(ctx context.Context, by string, id int64) error {
	return s.disable(ctx, by, id, func(Tx, Account) error { return nil })
}

func (s *Staff) disable(ctx context.Context, by string, id int64, allowed func(Tx, Account) error) error {
	return s.act(ctx, by, id, func(tx Tx, a Account, by string) error {
		if a.Disabled {
			return ticket.Refuse("%s is disabled already: %w", a.Name, ticket.ErrNotAllowed)
		}
		if err := allowed(tx, a); err != nil {
			return err
		}
		a.Disabled = true
		if err := tx.UpdateStaff(a, fold(a.Name)); err != nil {
			return err
		}
		n, err := endAll(tx, a.ID)
		if err != nil {
			return err
		}
		return event(tx, by, ticket.EventAccountDisabled, "%s was disabled; %d session(s) ended.", a.Name, n)
	})
}

// endAll ends the sessions, links and known browsers of an account.
func endAll(tx Tx, id int64) (int64, error) {
	if err := errors.Join(tx.UseStaffLinks(id), tx.EndStaffDevices(id)); err != nil {
		return 0, err
	}
	return tx.EndSessions(id, nil)
}

// Enable lets somebody in again, with the password that he had.
func (s *Staff) Enable(ctx context.Context, by string, id int64) error {
	return s.act(ctx, by, id, func(tx Tx, a Account, by string) error {
		if !a.Disabled {
			return ticket.Refuse("%s is enabled already: %w", a.Name, ticket.ErrNotAllowed)
		}
		a.Disabled = false
		if err := tx.UpdateStaff(a, fold(a.Name)); err != nil {
			return err
		}
		return event(tx, by, ticket.EventAccountEnabled, "%s was enabled again.", a.Name)
	})
}

// Reset takes password, second factor, known browsers and sessions of an account away, and returns a one-time link to choose a new
// password.
func (s *Staff) Reset(ctx context.Context, by string, id int64) (url string, err error) {
	err = s.act(ctx, by, id, func(tx Tx, a Account, by string) error {
		if a.Disabled {
			return ticket.Refuse("%s is disabled: %w; enable the account first", a.Name, ticket.ErrNotAllowed)
		}
		n, err := endAll(tx, a.ID)
		if err != nil {
			return err
		}
		if err := errors.Join(tx.SetStaffPassword(a.ID, ""), tx.SetStaffTOTP(a.ID, "", "", 0)); err != nil {
			return err
		}
		if err := event(tx, by, ticket.EventAccountReset, "Password and second factor of %s were taken away; %d session(s) ended.", a.Name, n); err != nil {
			return err
		}
		url, err = s.handLink(tx, by, a)
		return err
	})
	return url, err
}

// act runs one step of an admin on one account.
func (s *Staff) act(ctx context.Context, by string, id int64, f func(tx Tx, a Account, by string) error) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	return s.Write(ctx, func(tx Tx) error {
		a, err := tx.StaffByID(id)
		if err != nil {
			return err
		}
		return f(tx, a, by)
	})
}
