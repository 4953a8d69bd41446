package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"time"

	"golang.org/x/sync/errgroup"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/mailbox"
	"iec-iab.be/servicedesk/internal/outbox"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/web"
)

// worker is a desk with its mailbox and outbox: what `run` runs, and `demo` too.
type worker struct {
	*office
	watcher *mailbox.Watcher
	sender  *outbox.Sender
	unlock  func() error
	mailbox string // user@host/folder
	console net.Listener
	staff   *staff.Staff
	pages   *web.Console
	tls     *tls.Config // of the console; nil: plain HTTP
}

// newWorker takes the lock of the database and assembles the worker. Close it.
func newWorker(ctx context.Context, c *config.Config, log *slog.Logger) (*worker, error) {
	unlock, err := store.Lock(c.Database.Path)
	if err != nil {
		return nil, err
	}
	w := &worker{unlock: unlock}
	if err := w.assemble(ctx, c, log); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func (w *worker) assemble(ctx context.Context, c *config.Config, log *slog.Logger) (err error) {
	if w.console, err = net.Listen("tcp", c.Console.Listen); err != nil { // first: nothing is made where this fails
		return fmt.Errorf("console.listen: %w; choose another port", err)
	}
	if w.office, err = newOffice(ctx, c, log, func() { w.sender.Wake() }); err != nil {
		return err
	}
	in, err := mailboxConfig(c)
	if err != nil {
		return err
	}
	w.mailbox = in.Name()
	if w.watcher, err = mailbox.New(in, inbox{w.Desk}, log); err != nil {
		return err
	}
	out, err := outboxConfig(c)
	if err != nil {
		return err
	}
	if w.sender, err = outbox.New(out, w.Desk, log); err != nil {
		return err
	}
	return w.openConsole(c, log)
}

// url is where staff reach the console.
func (w *worker) url() string { return w.config.Console.URL(w.console.Addr().String()) }

func (w *worker) openConsole(c *config.Config, log *slog.Logger) (err error) {
	if w.tls, err = c.Console.TLSConfig(); err != nil {
		return err
	}
	if w.staff, err = newStaff(w.office, w.url(), w.Queued); err != nil {
		return err
	}
	proxies := make([]netip.Prefix, len(c.Console.TrustedProxies))
	for i, p := range c.Console.TrustedProxies {
		if proxies[i], err = config.ParseNetwork(p); err != nil {
			return fmt.Errorf("console.trusted_proxies: %w", err)
		}
	}
	w.pages, err = web.New(web.Options{
		Desk: w.Desk, Staff: w.staff, Replies: w.replies.Originals(), Workshop: w.shop, Parts: w.parts, URL: w.url(), TrustedProxies: proxies, Version: version(), Log: log,
	})
	return err
}

// Run works until ctx is done.
func (w *worker) Run(ctx context.Context) error {
	if err := w.Start(ctx); err != nil {
		return err
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return w.watcher.Run(ctx) })
	g.Go(func() error { return w.sender.Run(ctx) })
	g.Go(func() error { return w.RunIndex(ctx, nil) })
	g.Go(func() error { return w.pages.Run(ctx) })
	g.Go(func() error { return web.Serve(ctx, w.console, w.tls, w.pages, w.log) })
	return g.Wait()
}

// parts tells how mailbox and outbox are doing.
func (w *worker) parts() []web.Part {
	in, out := w.watcher.Status(), w.sender.Status()
	mailbox := web.Part{Name: "mailbox", Well: in.Connected && in.LastError == "", Since: in.Since, Text: in.LastError, Last: in.LastLook}
	outbox := web.Part{Name: "outbox", Well: out.FailingSince.IsZero(), Since: out.FailingSince, Last: out.LastSent}
	if !outbox.Well {
		outbox.Text = out.LastError
	}
	return []web.Part{mailbox, outbox}
}

// Close closes the database and gives its lock back.
func (w *worker) Close() error {
	var errs []error
	if w.console != nil {
		w.console.Close() // closed already where Run served it
	}
	if w.office != nil {
		errs = append(errs, w.office.Close())
	}
	return errors.Join(append(errs, w.unlock())...)
}

// inbox hands mails from the mailbox to the desk; the two know nothing of each other.
type inbox struct{ *desk.Desk }

// Receive implements mailbox.Handler.
func (i inbox) Receive(ctx context.Context, name string, uidValidity uint32, batch []mailbox.Fetched) error {
	in := make([]desk.Incoming, len(batch))
	for n, m := range batch {
		in[n] = desk.Incoming(m)
	}
	return i.Desk.Receive(ctx, name, uidValidity, in)
}

func mailboxConfig(c *config.Config) (mailbox.Config, error) {
	m := c.Mailbox
	trust, err := m.TLSConfig()
	return mailbox.Config{
		Host: m.Host, Port: m.Port, TLS: string(m.TLS), TLSConfig: trust, Username: m.Username, Password: m.ReadSecret, Folder: m.Folder,
		HandledFolder: m.HandledFolder, PollInterval: m.PollInterval, MaxMessageSize: int64(m.MaxMessageSize),
	}, err
}

func outboxConfig(c *config.Config) (outbox.Config, error) {
	s := c.SMTP
	trust, err := s.TLSConfig()
	return outbox.Config{
		Host: s.Host, Port: s.Port, TLS: string(s.TLS), TLSConfig: trust, Username: s.Username, Password: s.ReadSecret,
		HelloName: s.HelloName, GiveUpAfter: s.GiveUpAfter,
	}, err
}

// startTimeout bounds the check of the servers before the worker starts.
const startTimeout = 30 * time.Second
