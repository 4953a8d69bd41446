package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
	"iec-iab.be/servicedesk/templates"
)

// office is an open desk with what it stands on.
type office struct {
	*desk.Desk
	config  *config.Config
	store   *store.Store
	replies *workshop.Replies
	shop    *workshop.Workshop
	log     *slog.Logger
}

// openOffice reads the configuration and opens the database of a command. Close it.
func openOffice(ctx context.Context, file string, logTo io.Writer) (*office, error) {
	c, err := config.Load(file)
	if err != nil {
		return nil, err
	}
	return newOffice(ctx, c, newLog(c, logTo), func() {})
}

func newOffice(ctx context.Context, c *config.Config, log *slog.Logger, queued func()) (*office, error) {
	replies, err := loadReplies(c, log)
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, store.Options{Path: c.Database.Path, KeyFile: c.Database.KeyFile, Log: log})
	if err != nil {
		return nil, err
	}
	o := &office{config: c, store: s, replies: replies, log: log}
	o.Desk = desk.New(desk.Options{
		Write: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Reader: reader(c), Random: rand.Reader,
		Replies:       func(tx desk.Published) (*reply.Set, error) { return replies.Of(tx) },
		Address:       ticket.Address{Name: c.Desk.Name, Addr: c.Desk.Address},
		AnswersPerDay: c.Desk.AutomaticAnswersPerDay, AnswersPerHour: c.Desk.AutomaticAnswersPerHour, QuestionsPerTicket: c.Desk.QuestionsPerTicket, Acknowledge: c.Desk.Acknowledge,
		Log: log, Queued: queued,
	})
	o.shop = workshop.New(workshop.Options{
		Write: func(ctx context.Context, f func(workshop.Tx) error) error {
			return s.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(workshop.Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Mail:    func(tx workshop.Tx, to string, r reply.Rendered) error { return o.QueueTemplateTest(tx, to, r) },
		Replies: replies, Tickets: o.Desk, Queued: queued,
	})
	return o, nil
}

// Close closes the database.
func (o *office) Close() error { return o.store.Close() }

// withOffice runs one command on an open desk.
func withOffice(ctx context.Context, file string, t terminal, f func(*office) error) error {
	o, err := openOffice(ctx, file, t.err)
	if err != nil {
		return err
	}
	return errors.Join(f(o), o.Close())
}

func reader(c *config.Config) desk.Reader {
	return desk.Reader{
		OwnAddresses: append([]string{c.Desk.Address}, c.Desk.OwnAddresses...), AuthservID: c.Mailbox.AuthservID,
		Fallback: ticket.Language(c.Desk.Language), Clock: time.Now,
	}
}

// loadReplies reads the factory setting of the reply templates.
func loadReplies(c *config.Config, log *slog.Logger) (*workshop.Replies, error) {
	replies, err := workshop.Load(templateFiles(c), replyDesk(c), log)
	if err != nil {
		return nil, fmt.Errorf("reply templates%s: %w", orEmpty(" in ", c.Templates.Folder), err)
	}
	return replies, nil
}

func replyDesk(c *config.Config) reply.Desk {
	return reply.Desk{
		Name: c.Desk.Name, Address: c.Desk.Address, Phone: c.Desk.Phone, Website: c.Desk.Website, Language: ticket.Language(c.Desk.Language),
		AllowedHosts: c.Templates.AllowedHosts,
	}
}

// templateFiles are the embedded templates, shadowed by those in the folder of the configuration.
func templateFiles(c *config.Config) fs.FS {
	if c.Templates.Folder == "" {
		return templates.FS
	}
	return shadow{os.DirFS(c.Templates.Folder), templates.FS}
}

// shadow is a file system whose files of over take the place of those of under.
type shadow struct{ over, under fs.FS }

func (s shadow) Open(name string) (fs.File, error) {
	f, err := s.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) || name == "." {
		return s.under.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both.
func (s shadow) ReadDir(name string) ([]fs.DirEntry, error) {
	under, err := fs.ReadDir(s.under, name)
	if err != nil {
		return nil, err
	}
	over, err := fs.ReadDir(s.over, name)
	if err != nil {
		return nil, err
	}
	for _, e := range over {
		i := slices.IndexFunc(under, func(u fs.DirEntry) bool { return u.Name() == e.Name() })
		if i >= 0 {
			under[i] = e
		} else {
			under = append(under, e)
		}
	}
	slices.SortFunc(under, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return under, nil
}

// newLog writes text on a terminal and JSON elsewhere, unless the configuration says otherwise.
func newLog(c *config.Config, w io.Writer) *slog.Logger {
	o := &slog.HandlerOptions{Level: c.Log.Slog(), ReplaceAttr: redact}
	if c.Log.Format == "json" || c.Log.Format != "text" && !isTerminal(w) {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// redact masks national numbers in everything that is logged: what mail servers say and what senders write can hold one (R7).
func redact(_ []string, a slog.Attr) slog.Attr {
	switch v := a.Value.Any().(type) {
	case string:
		a.Value = slog.StringValue(nrn.Redact(v))
	case error:
		a.Value = slog.StringValue(nrn.Redact(v.Error()))
	}
	return a
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
