package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"syscall"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/mailbox"
	"iec-iab.be/servicedesk/internal/outbox"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

type checkCmd struct{ configFlag }

// finding is one line of `check`.
type finding struct {
	thing, text, remedy string
	err                 error
}

func (f finding) print(w io.Writer) {
	if f.err == nil {
		fmt.Fprintf(w, "ok    %-10s %s\n", f.thing, f.text)
		return
	}
	fmt.Fprintf(w, "FAIL  %-10s %s: %v\n", f.thing, f.text, f.err)
	if f.remedy != "" {
		fmt.Fprintf(w, "      %-10s -> %s\n", "", f.remedy)
	}
}

// Run tries everything that the configuration names and prints a line each. It sends no mail and moves none.
func (c checkCmd) Run(ctx context.Context, t terminal) error {
	conf, err := config.Load(c.Config)
	if err != nil {
		return err
	}
	finding{"config", c.Config + " is complete", "", nil}.print(t.out)
	for _, w := range conf.Warnings() {
		fmt.Fprintf(t.out, "warn  %-10s %s\n", "config", w)
	}
	failed := false
	for _, look := range []func(context.Context, *config.Config) []finding{checkTemplates, checkDatabase, checkMailbox, checkSMTP} {
		for _, f := range look(ctx, conf) {
			f.print(t.out)
			failed = failed || f.err != nil
		}
	}
	if failed {
		return errSaid
	}
	return nil
}

func checkTemplates(_ context.Context, c *config.Config) []finding {
	var out []finding
	for _, p := range reply.Check(templateFiles(c), replyDesk(c)) {
		if p.Severity == reply.Error {
			out = append(out, finding{"templates", "a template cannot be used", "servicedesk templates check", errors.New(p.String())})
		}
	}
	if out == nil {
		out = append(out, finding{thing: "templates", text: "all can be used"})
	}
	return out
}

// checkDatabase opens the database only where there is one: a check makes nothing.
func checkDatabase(ctx context.Context, c *config.Config) []finding {
	if _, err := os.Stat(c.Database.Path); errors.Is(err, os.ErrNotExist) {
		return []finding{{thing: "database", text: c.Database.Path + " does not exist yet; run and members import make it"}}
	}
	s, err := store.Open(ctx, store.Options{Path: c.Database.Path, KeyFile: c.Database.KeyFile, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return []finding{{"database", "cannot be used", "", err}}
	}
	defer s.Close()
	out := []finding{{thing: "database", text: c.Database.Path + " opens"}}
	n, err := s.VerifyEvents(ctx)
	out = append(out, finding{"history", fmt.Sprintf("%d events", n), "restore the database from its backup, and find out who changed it", err})
	return append(out, checkAccounts(ctx, s)...)
}

func checkAccounts(ctx context.Context, s *store.Store) []finding {
	var ledger ticket.Ledger
	var members int64
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		if ledger, err = tx.Ledger(); err != nil {
			return err
		}
		members, err = tx.CountMembers()
		return err
	})
	if err == nil && !ledger.Balanced() {
		err = errors.New("their outcomes do not add up")
	}
	out := []finding{{"mails", fmt.Sprintf("%d fetched, each with an outcome", ledger.Fetched), "tell who maintains servicedesk", err}}
	if err != nil {
		out[0].text = fmt.Sprintf("%d fetched", ledger.Fetched)
	}
	if members == 0 {
		return append(out, finding{"directory", "is empty", "servicedesk members import FILE.csv", errors.New("no member can be found")})
	}
	return append(out, finding{thing: "directory", text: fmt.Sprintf("%d members", members)})
}

func checkMailbox(ctx context.Context, c *config.Config) []finding {
	conf, err := mailboxConfig(c)
	if err != nil {
		return []finding{{"mailbox", "cannot be tried", "", err}}
	}
	var out []finding
	for _, s := range mailbox.Check(ctx, conf) {
		text := s.Name + orEmpty(": ", s.Detail)
		if s.Err != nil {
			text = s.Name // what was seen is the error
		}
		out = append(out, finding{"mailbox", text, s.Remedy, brief(s.Err)})
	}
	return out
}

// brief is the place and the cause of a mailbox's trouble alone: step and remedy stand in the line already.
func brief(err error) error {
	var t *mailbox.Trouble
	if !errors.As(err, &t) {
		return err
	}
	return cause{t.Place + ": " + t.What, t.Err}
}

// cause is an error in other words.
type cause struct {
	text string
	err  error
}

func (c cause) Error() string { return c.text }
func (c cause) Unwrap() error { return c.err }

func checkSMTP(ctx context.Context, c *config.Config) []finding {
	conf, err := outboxConfig(c)
	if err != nil {
		return []finding{{"smtp", "cannot be tried", "", err}}
	}
	var out []finding
	for _, s := range outbox.Check(ctx, conf) {
		out = append(out, finding{"smtp", s.Name + orEmpty(": ", s.Detail), s.Remedy, s.Err})
	}
	return out
}

func orEmpty(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

// tryServers looks for what only an admin can mend, before the worker touches anything. A server that is down or silent for the
// moment is no reason not to start: after a power cut the worker may well be up before it.
func tryServers(ctx context.Context, c *config.Config, log *slog.Logger) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	for _, f := range append(checkMailbox(ctx, c), checkSMTP(ctx, c)...) {
		switch {
		case f.err == nil:
		case passing(f.err):
			log.Warn(f.thing+" cannot be reached now; the worker starts and tries again", "error", f.err)
		default:
			return fmt.Errorf("%s: %s: %w%s", f.thing, f.text, f.err, orEmpty("; ", f.remedy))
		}
	}
	return nil
}

// passing reports whether an error can go away without an admin.
func passing(err error) bool {
	var t net.Error
	return errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.ECONNRESET) || errors.Is(err, io.EOF) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, context.DeadlineExceeded) || errors.As(err, &t) && t.Timeout()
}
