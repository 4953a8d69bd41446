// Package web is the console of staff: the pages where identity checks are read and decided, the directory, the figures, and who may
// sign in. It also serves what the worker tells a monitoring system: whether it is well, and its metrics.
//
// Pages are HTML that the server writes (templates/console), one file here for each. Everything works without script; with it come
// keys and live updates. routes.go holds the table of all routes with the permission that each asks for.
package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/workshop"
)

// Part is how one part of the worker is doing.
type Part struct {
	Name  string // mailbox, outbox
	Well  bool
	Since time.Time // when Well last changed; zero: since the start
	Text  string    // what is wrong and what to do, for an admin; empty while all is well
	Last  time.Time // when it last did its work; zero: never yet
}

// Options are what the console is made of. All but TrustedProxies, Version and Clock are needed.
type Options struct {
	Desk           *desk.Desk
	Staff          *staff.Staff
	Replies        *reply.Set         // for the ready questions
	Workshop       *workshop.Workshop // of the reply templates
	Parts          func() []Part
	URL            string         // of the console, as staff reach it
	TrustedProxies []netip.Prefix // whose X-Forwarded-For counts
	Version        string
	Clock          func() time.Time // default time.Now
	Log            *slog.Logger
}

// Console is the handler of all pages. Run keeps its live updates going.
type Console struct {
	Options
	http.Handler
	sessions *sessions
	pages    *pages
	live     *bulletin
	imports  *imports
	seeks    *seeks
	previews previews
	figures  figures
}

// New returns the console. It fails only when a page template is broken, which is a programming error.
func New(o Options) (*Console, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	c := &Console{Options: o, imports: newImports(), seeks: newSeeks(o.Clock)}
	c.sessions = newSessions(o.Staff, c.visit)
	c.live = newBulletin(o.Desk, o.Log)
	var err error
	if c.pages, err = loadPages(o.Clock); err != nil {
		return nil, err
	}
	c.Handler = c.handler()
	return c, nil
}

// handler joins the figures, which need no sign-in, and the pages.
func (c *Console) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics(c.Desk, c.Parts, c.Log))
	mux.HandleFunc("GET /healthz", health(c.Parts))
	mux.Handle("GET /static/{file}", c.pages.assets)
	for _, r := range routes() {
		mux.Handle(r.Pattern, c.page(r))
	}
	mux.Handle("/", c.page(route{Public: true, serve: notFound}))
	return c.secure(mux)
}

// Run tells open pages what changed until ctx is done, and then ends their live updates. It is called once.
func (c *Console) Run(ctx context.Context) error { return c.live.run(ctx) }

// metrics serves the figures for Prometheus.
func metrics(accounts Accounts, parts func() []Part, log *slog.Logger) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(&collector{accounts, parts, log})
	return promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
}

// health answers 200 while every part is well, and 503 with a line for each that is not.
func health(parts func() []Part) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		status, text := http.StatusOK, ""
		for _, p := range parts() {
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
}

// Serve serves h until ctx is done, and then lets requests in hand end: those of a Console do once its Run has ended. With a protection it
// speaks TLS, and HTTP/2 then.
func Serve(ctx context.Context, l net.Listener, protection *tls.Config, h http.Handler, log *slog.Logger) error {
	serving, leave := context.WithCancel(context.WithoutCancel(ctx))
	defer leave() // what takes longer than the grace is given up
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10, TLSConfig: protection,
		BaseContext: func(net.Listener) context.Context { return serving },
		ErrorLog:    slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- s.Shutdown(grace)
	})
	serve := func() error { return s.Serve(l) }
	if protection != nil {
		serve = func() error { return s.ServeTLS(l, "", "") }
	}
	if err := serve(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
