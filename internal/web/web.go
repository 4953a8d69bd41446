// Package web serves what the worker tells over HTTP: whether it is well, and the figures of a monitoring system. The console of staff
// joins it here.
package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"iec-iab.be/servicedesk/internal/desk"
)

// Part is how one part of the worker is doing.
type Part struct {
	Name  string // mailbox, outbox
	Well  bool
	Since time.Time // when Well last changed; zero: since the start
	Text  string    // what is wrong and what to do, for an admin; empty while all is well
}

// Accounts tells how mails and deliveries stand; *desk.Desk does.
type Accounts interface {
	Account(ctx context.Context) (desk.Account, error)
}

// Options are what the pages are made of.
type Options struct {
	Desk  Accounts
	Parts func() []Part
	Log   *slog.Logger
}

// New returns the handler of all pages.
func New(o Options) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(&collector{Options: o})
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", o.health)
	return mux
}

// health answers 200 while every part is well, and 503 with a line for each that is not.
func (o Options) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	status, text := http.StatusOK, ""
	for _, p := range o.Parts() {
		if p.Well {
			text += p.Name + ": well\n"
			continue
		}
		status = http.StatusServiceUnavailable
		text += fmt.Sprintf("%s: since %s: %s\n", p.Name, p.Since.UTC().Format(time.RFC3339), p.Text)
	}
	w.WriteHeader(status)
	fmt.Fprint(w, text)
}

// Serve serves h until ctx is done, and then lets requests in hand end.
func Serve(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- s.Shutdown(grace)
	})
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
