package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

type staffCmd struct {
	Add     staffAddCmd     `cmd:"" help:"Add an account for the console, and print a one-time link to choose its password."`
	List    staffListCmd    `cmd:"" help:"List the accounts."`
	Disable staffDisableCmd `cmd:"" help:"Keep somebody out; sessions end at once."`
	Enable  staffEnableCmd  `cmd:"" help:"Let somebody in again."`
	Reset   staffResetCmd   `cmd:"" help:"Take password, second factor and sessions away, and print a one-time link to choose a new password."`
}

// newStaff says who may sign in at the console of a desk at url. queued is called after mail was queued.
func newStaff(o *office, url string, queued func()) (*staff.Staff, error) {
	return staff.New(staff.Options{
		Write: func(ctx context.Context, f func(staff.Tx) error) error {
			return o.store.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(staff.Tx) error) error {
			return o.store.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Mail: func(tx staff.Tx, to string, lang ticket.Language, l reply.StaffLink) error {
			return o.QueueStaffLink(tx, to, lang, l)
		},
		Random: rand.Reader, PublicURL: func() string { return url }, Queued: queued, Issuer: o.config.Desk.Name, Log: o.log,
	})
}

// withStaff runs one command on the accounts of a desk.
func withStaff(ctx context.Context, file string, t terminal, f func(*staff.Staff) error) error {
	return withOffice(ctx, file, t, func(o *office) error {
		s, err := newStaff(o, o.config.Console.URL(o.config.Console.Listen), func() {})
		if err != nil {
			return err
		}
		return f(s)
	})
}

type staffAddCmd struct {
	configFlag
	byFlag
	Name          string `help:"The name, as it will stand in the history." required:"" placeholder:"NAME"`
	Address       string `help:"The mail address; one may sign in with name or address." required:"" placeholder:"ADDRESS"`
	Roles         string `help:"agent (decides), admin (templates, staff, settings, members), auditor (may only look); several with commas." required:"" placeholder:"ROLES"`
	Language      string `help:"Of the interface: nl, fr or en; by default that of the browser." enum:",nl,fr,en" default:"" placeholder:"LANG"`
	PasswordStdin bool   `help:"Read the password from standard input, in place of printing a link."`
}

// Run adds an account.
func (c staffAddCmd) Run(ctx context.Context, t terminal) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	roles, err := ticket.ParseRoles(c.Roles)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	a := staff.Account{Name: c.Name, Address: c.Address, Roles: roles, Language: ticket.Language(c.Language)}
	return withStaff(ctx, c.Config, t, func(s *staff.Staff) error {
		if c.PasswordStdin {
			return addWithPassword(ctx, t, s, by, a)
		}
		link, err := s.Add(ctx, by, a, true)
		if err != nil {
			return err
		}
		printLink(t.out, a.Name, link)
		return nil
	})
}

// addWithPassword adds an account whose password is read from standard input.
func addWithPassword(ctx context.Context, t terminal, s *staff.Staff, by string, a staff.Account) error {
	line, err := io.ReadAll(io.LimitReader(t.in, staff.MaxPassword+3))
	if err != nil {
		return fmt.Errorf("read the password: %w", err)
	}
	password := strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r")
	if err := s.AddWithPassword(ctx, by, a, password); err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%s was added and can sign in.\n", clean(a.Name))
	return nil
}

func printLink(w io.Writer, name, link string) {
	fmt.Fprintf(w, "%s chooses a password at\n\n  %s\n\nThe link works once, for 72 hours. Whoever has it can choose the password: hand it over safely.\n", clean(name), link)
}

type staffListCmd struct {
	configFlag
	JSON bool `help:"For machines." name:"json"`
}

// accountJSON is an account of `staff list --json`.
type accountJSON struct {
	Name       string       `json:"name"`
	Address    string       `json:"address"`
	Roles      ticket.Roles `json:"roles"`
	Language   *string      `json:"language"` // null: the browser's
	Disabled   bool         `json:"disabled"`
	Password   bool         `json:"password"` // one was chosen
	TOTP       bool         `json:"totp"`     // a second factor is confirmed
	CreatedAt  time.Time    `json:"created_at"`
	SignedInAt *time.Time   `json:"signed_in_at"` // null: never
}

// Run lists the accounts.
func (c staffListCmd) Run(ctx context.Context, t terminal) error {
	return withStaff(ctx, c.Config, t, func(s *staff.Staff) error {
		list, err := s.List(ctx)
		if err != nil {
			return err
		}
		if !c.JSON {
			printStaff(t.out, list)
			return nil
		}
		out := make([]accountJSON, len(list))
		for i, a := range list {
			out[i] = accountJSON{
				Name: a.Name, Address: a.Address, Roles: a.Roles, Language: textOrNull(string(a.Language)), Disabled: a.Disabled,
				Password: a.HasPassword, TOTP: a.HasTOTP, CreatedAt: a.CreatedAt,
			}
			if !a.SignedInAt.IsZero() {
				out[i].SignedInAt = &a.SignedInAt
			}
		}
		e := json.NewEncoder(t.out)
		e.SetIndent("", "  ")
		return e.Encode(out)
	})
}

func printStaff(w io.Writer, list []staff.Account) {
	if len(list) == 0 {
		fmt.Fprintln(w, "Nobody may sign in. Add an admin: servicedesk staff add --name NAME --address ADDRESS --roles agent,admin")
		return
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "NAME\tADDRESS\tROLES\tSTATE\tSIGNED IN")
	for _, a := range list {
		last := "-"
		if !a.SignedInAt.IsZero() {
			last = a.SignedInAt.Local().Format("2006-01-02 15:04")
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\t%s\n", clean(a.Name), clean(a.Address), a.Roles, stateOf(a), last)
	}
	tab.Flush()
}

func stateOf(a staff.Account) string {
	switch {
	case a.Disabled:
		return "disabled"
	case !a.HasPassword:
		return "no password"
	case a.HasTOTP:
		return "with second factor"
	}
	return "enabled"
}

// oneAccount are the words of the commands that act on one account.
type oneAccount struct {
	configFlag
	byFlag
	Who string `arg:"" help:"The name or the address of the account."`
}

// do acts on the account.
func (c oneAccount) do(ctx context.Context, t terminal, f func(s *staff.Staff, by string, a staff.Account) error) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	return withStaff(ctx, c.Config, t, func(s *staff.Staff) error {
		a, err := s.Find(ctx, c.Who)
		if errors.Is(err, ticket.ErrNotFound) {
			return fmt.Errorf("there is no account %q: 'servicedesk staff list' names them", c.Who)
		}
		if err != nil {
			return err
		}
		return f(s, by, a)
	})
}

type staffDisableCmd struct {
	oneAccount
	Force bool `help:"Also the last admin who may sign in."`
}

// Run disables an account.
func (c staffDisableCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, func(s *staff.Staff, by string, a staff.Account) error {
		disable := s.Disable
		if c.Force {
			disable = s.ForceDisable
		}
		err := disable(ctx, by, a.ID)
		if errors.Is(err, staff.ErrLastAdmin) {
			return fmt.Errorf("%s: %w, or give --force", a.Name, err)
		}
		if err == nil {
			fmt.Fprintf(t.out, "%s cannot sign in any more.\n", clean(a.Name))
		}
		return err
	})
}

type staffEnableCmd struct{ oneAccount }

// Run enables an account.
func (c staffEnableCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, func(s *staff.Staff, by string, a staff.Account) error {
		if err := s.Enable(ctx, by, a.ID); err != nil {
			return err
		}
		fmt.Fprintf(t.out, "%s can sign in again.\n", clean(a.Name))
		return nil
	})
}

type staffResetCmd struct{ oneAccount }

// Run resets an account.
func (c staffResetCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, func(s *staff.Staff, by string, a staff.Account) error {
		link, err := s.Reset(ctx, by, a.ID)
		if err != nil {
			return err
		}
		printLink(t.out, a.Name, link)
		return nil
	})
}
