package outbox

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// start runs the sender and returns how to stop it, and wait.
func start(t *testing.T, s *Sender) (cancel func(), done <-chan error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	return cancel, ended
}

func TestRunSendsAndStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		s, q := mustSender(t, server.config(), "a@example.be")
		cancel, done := start(t, s)
		synctest.Wait()
		if n := len(server.messages()); n != 1 {
			t.Errorf("%d messages at the start", n)
		}
		q.add("b@example.be", message)
		s.Wake()
		synctest.Wait()
		if n := len(server.messages()); n != 2 {
			t.Errorf("%d messages after Wake", n)
		}
		q.add("c@example.be", message)
		time.Sleep(s.cfg.Interval)
		synctest.Wait()
		if n := len(server.messages()); n != 3 {
			t.Errorf("%d messages after the interval", n)
		}
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

func TestWakeNeverWaits(t *testing.T) {
	s, _ := mustSender(t, newScript(serve).config())
	for range 3 {
		s.Wake()
	}
}

// When we are told to stop, a message before DATA is left for later at once; one that is being handed over is finished.
func TestShutdown(t *testing.T) {
	tests := []struct {
		name   string
		play   func(*peer)
		result ticket.AttemptResult
		text   string
		lasts  time.Duration
	}{
		{"waiting for the greeting", (*peer).silence, deferred, "not sent: the servicedesk was stopped", 0},
		{"waiting for RCPT", func(p *peer) { p.greet(); p.reply("250 Ok"); p.hear(); p.silence() }, deferred, "not sent: the servicedesk was stopped", 0},
		{"waiting after the dot", func(p *peer) { p.greet(); p.envelope(); p.message(); p.wait(15 * time.Second); p.say("250 2.0.0 Ok") },
			sent, "2.0.0 Ok", 5 * time.Second},
		{"waiting too long after the dot", func(p *peer) { p.greet(); p.envelope(); p.message(); p.silence() },
			unknown, "after the final dot: no answer in time; it may have arrived", 20 * time.Second},
		{"waiting for 354", func(p *peer) {
			p.greet()
			p.reply("250 Ok", "250 Ok")
			p.hear()
			p.wait(15 * time.Second)
			p.say("354 Ok")
			p.message()
			p.say("250 Ok")
		}, sent, "Ok", 5 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := newScript(tt.play)
				s, q := mustSender(t, server.config(), "a@example.be", "b@example.be")
				cancel, done := start(t, s)
				time.Sleep(10 * time.Second)
				told := time.Now()
				cancel()
				if err := <-done; err != nil {
					t.Error(err)
				}
				if lasted := time.Since(told); lasted != tt.lasts {
					t.Errorf("stopped after %v, want %v", lasted, tt.lasts)
				}
				server.playing.Wait()
				a := q.attempts(q.rows[0])
				if len(a) != 1 || a[0].Result != tt.result || a[0].Text != tt.text {
					t.Errorf("first: %+v", a)
				}
				if diff := cmp.Diff([]ticket.AttemptResult{deferred}, q.results(q.rows[1])); diff != "" || !q.due(q.rows[1]).Equal(time.Now()) {
					t.Errorf("second is not given back, due now: %s %v", diff, q.due(q.rows[1]))
				}
				if status := s.Status(); !status.FailingSince.IsZero() {
					t.Errorf("a shutdown is no failure: %+v", status)
				}
			})
		})
	}
}

func TestNewRefuses(t *testing.T) {
	good := Config{Host: "mail.example.be"}
	tests := []struct {
		name  string
		spoil func(*Config)
		want  string
	}{
		{"good", func(*Config) {}, ""},
		{"no host", func(c *Config) { c.Host = "" }, "smtp.host is missing"},
		{"none elsewhere", func(c *Config) { c.TLS = "none" }, "smtp.tls none is for a server on this machine"},
		{"none here", func(c *Config) { c.TLS, c.Host = "none", "127.0.0.1" }, ""},
		{"TLS", func(c *Config) { c.TLS = "ssl" }, `smtp.tls "ssl" is not known`},
		{"no password", func(c *Config) { c.Username = "x" }, "smtp.username without a password"},
		{"short lease", func(c *Config) { c.Lease = time.Minute }, "a lease of 1m0s is too short"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cfg := good
			tt.spoil(&cfg)
			s, err := New(cfg, &memory{}, quiet)
			if tt.want == "" && (err != nil || s == nil) || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
	if _, err := New(good, nil, quiet); err == nil {
		t.Error("a sender without a queue")
	}
}

func TestDefaults(t *testing.T) {
	for mode, port := range map[string]int{"": 587, startTLS: 587, implicitTLS: 465} {
		c, err := Config{Host: "mail.example.be.", TLS: mode}.complete()
		if err != nil || c.Port != port || c.TLSConfig.ServerName != "mail.example.be" || c.HelloName == "" || c.GiveUpAfter != 96*time.Hour {
			t.Errorf("%q: %+v, %v", mode, c, err)
		}
		if c.Lease <= c.Timeouts.message() {
			t.Errorf("the default lease %v is shorter than a message may take, %v", c.Lease, c.Timeouts.message())
		}
	}
}
