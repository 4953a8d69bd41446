package outbox

import (
	"context"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func serve(p *peer) { p.serve() }

// One try against servers that behave in every way: what it comes to, how many messages the server took, how long it lasted.
func TestOutcomes(t *testing.T) {
	at := func(answers ...string) func(*peer) { // answers to MAIL, RCPT, DATA; then to all else
		return func(p *peer) {
			p.greet()
			p.reply(answers...)
			p.mails()
		}
	}
	afterDot := func(do func(*peer)) func(*peer) {
		return func(p *peer) { p.greet(); p.envelope(); p.message(); do(p) }
	}
	tests := []struct {
		name   string
		play   func(*peer)
		result ticket.AttemptResult
		code   int
		text   string // is in the recorded text
		took   int
		lasts  time.Duration
	}{
		{"accepted", serve, ticket.AttemptSent, 250, "2.0.0 Ok: queued as 4F2A", 1, 0},
		{"accepted, closed instead of an answer to QUIT", afterDot(func(p *peer) { p.say("250 2.0.0 Ok") }), ticket.AttemptSent, 250, "2.0.0 Ok", 1, 0},
		{"accepted, 251", afterDot(func(p *peer) { p.say("251 fine") }), ticket.AttemptSent, 251, "fine", 1, 0},
		{"accepted after 9 minutes", afterDot(func(p *peer) { p.wait(9 * time.Minute); p.say("250 2.0.0 Ok") }),
			ticket.AttemptSent, 250, "2.0.0 Ok", 1, 9 * time.Minute},
		{"every answer slow", func(p *peer) {
			p.wait(4 * time.Minute)
			p.greet()
			for range 2 {
				p.wait(4 * time.Minute)
				p.reply("250 Ok")
			}
			p.reply("354 go on")
			p.message()
			p.wait(8 * time.Minute)
			p.say("250 Ok")
		}, ticket.AttemptSent, 250, "Ok", 1, 20 * time.Minute},

		{"silent after the dot", afterDot((*peer).silence), ticket.AttemptUnknown, 0, "after the final dot: no answer in time; it may have arrived", 1, 10 * time.Minute},
		{"closed after the dot", afterDot(func(*peer) {}), ticket.AttemptUnknown, 0, "closed the connection; it may have arrived", 1, 0},
		{"nonsense after the dot", afterDot(func(p *peer) { p.say("hello?") }), ticket.AttemptUnknown, 0, "after the final dot: ", 1, 0},
		{"354 after the dot", afterDot(func(p *peer) { p.say("354 more") }), ticket.AttemptUnknown, 354, "more", 1, 0},
		{"451 after the dot", afterDot(func(p *peer) { p.say("451 4.3.0 later") }), ticket.AttemptDeferred, 451, "message: 4.3.0 later", 1, 0},
		{"421 after the dot", afterDot(func(p *peer) { p.say("421 4.3.2 closing") }), ticket.AttemptDeferred, 421, "4.3.2 closing", 1, 0},
		{"554 after the dot", afterDot(func(p *peer) { p.say("554 5.7.1 spam") }), ticket.AttemptRefused, 554, "message: 5.7.1 spam", 1, 0},

		{"450 to MAIL", at("450 4.1.8 slow down"), ticket.AttemptDeferred, 450, "MAIL FROM: 4.1.8 slow down", 0, 0},
		{"550 to MAIL", at("550 5.7.60 not yours"), ticket.AttemptRefused, 550, "MAIL FROM: 5.7.60 not yours", 0, 0},
		{"450 to RCPT", at("250 Ok", "450 4.2.0 greylisted"), ticket.AttemptDeferred, 450, "RCPT TO: 4.2.0 greylisted", 0, 0},
		{"550 to RCPT", at("250 Ok", "550-5.1.1 no such\r\n550 5.1.1 user"), ticket.AttemptRefused, 550, "RCPT TO: 5.1.1 no such 5.1.1 user", 0, 0},
		{"421 to RCPT", at("250 Ok", "421 4.7.0 closing"), ticket.AttemptDeferred, 421, "RCPT TO: 4.7.0 closing", 0, 0},
		{"452 to DATA", at("250 Ok", "250 Ok", "452 4.3.1 full"), ticket.AttemptDeferred, 452, "DATA: 4.3.1 full", 0, 0},
		{"554 to DATA", at("250 Ok", "250 Ok", "554 5.5.1 no recipients"), ticket.AttemptRefused, 554, "DATA: 5.5.1 no recipients", 0, 0},
		{"silent after MAIL", func(p *peer) { p.greet(); p.hear(); p.silence() }, ticket.AttemptDeferred, 0, "MAIL FROM: no answer in time", 0, 5 * time.Minute},
		{"silent after DATA", func(p *peer) { p.greet(); p.reply("250 Ok", "250 Ok"); p.hear(); p.silence() },
			ticket.AttemptDeferred, 0, "DATA: no answer in time", 0, 2 * time.Minute},
		{"closed after RCPT", func(p *peer) { p.greet(); p.reply("250 Ok"); p.hear() }, ticket.AttemptDeferred, 0, "RCPT TO: the server closed the connection", 0, 0},
		{"closed in the message", func(p *peer) { p.greet(); p.envelope(); p.hear() }, ticket.AttemptDeferred, 0, "message: the connection broke", 0, 0},
		{"stopped reading in the message", func(p *peer) { p.greet(); p.envelope(); p.hear(); p.wait(time.Hour) },
			ticket.AttemptDeferred, 0, "message: no answer in time", 0, 3 * time.Minute},

		{"421 at greeting", func(p *peer) { p.say("421 4.3.2 too busy") }, ticket.AttemptDeferred, 421, "421 4.3.2 too busy; the server does not want", 0, 0},
		{"554 at greeting", func(p *peer) { p.say("554 5.7.1 go away") }, ticket.AttemptDeferred, 554, "554 5.7.1 go away", 0, 0},
		{"closed at greeting", func(*peer) {}, ticket.AttemptDeferred, 0, "connect: the server closed the connection", 0, 0},
		{"silent at greeting", (*peer).silence, ticket.AttemptDeferred, 0, "connect: no answer in time; the server waits", 0, 5 * time.Minute},
		{"an octet a minute at greeting", func(p *peer) {
			for !p.gone {
				p.wait(time.Minute)
				if _, err := p.conn.Write([]byte("2")); err != nil {
					return
				}
			}
		}, ticket.AttemptDeferred, 0, "connect: no greeting: short response", 0, 5 * time.Minute},
		{"endless greeting", func(p *peer) {
			for !p.gone {
				p.say("220-" + strings.Repeat("x", 4000))
			}
		}, ticket.AttemptDeferred, 0, "does not stop talking", 0, 0},
		{"550 to EHLO and HELO", func(p *peer) { p.say("220 x"); p.reply("550 no", "550 never") }, ticket.AttemptDeferred, 550, "550 no", 0, 0},
		{"HELO only", func(p *peer) { p.say("220 x"); p.reply("502 what?", "250 x"); p.mails() }, ticket.AttemptSent, 250, "queued", 1, 0},
		{"530 to MAIL", at("530 5.7.0 Must issue a STARTTLS command first"), ticket.AttemptDeferred, 530, "5.7.0 Must issue", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := newScript(tt.play)
				s, q := mustSender(t, server.config())
				q.add("an@example.be", message+strings.Repeat("a line of forty-two octets with its end..\r\n", 2000))
				began := time.Now()
				s.tick(t.Context())
				lasted := time.Since(began)
				server.playing.Wait()
				a := q.attempts(q.rows[0])
				if len(a) != 1 || a[0].Result != tt.result || a[0].Code != tt.code || !strings.Contains(a[0].Text, tt.text) {
					t.Errorf("attempts %+v, want %s %d %q", a, tt.result, tt.code, tt.text)
				}
				if n := len(server.messages()); n != tt.took {
					t.Errorf("the server took %d messages, want %d", n, tt.took)
				}
				if lasted != tt.lasts {
					t.Errorf("lasted %v, want %v", lasted, tt.lasts)
				}
				if a[0].EndedAt.Sub(a[0].StartedAt) != lasted {
					t.Errorf("recorded from %v to %v, lasted %v", a[0].StartedAt, a[0].EndedAt, lasted)
				}
			})
		})
	}
}

func TestSameBytesArrive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		s, q := mustSender(t, server.config())
		large := message + strings.Repeat("0123456789abcdef0123456789abcdef\r\n.\r\n", 20_000)
		q.add("an@example.be", message)
		q.add("bob@example.be", large)
		s.tick(t.Context())
		server.playing.Wait()
		got := server.messages()
		if len(got) != 2 || string(got[0]) != message || string(got[1]) != large {
			t.Errorf("%d messages, not as they were stored", len(got))
		}
		if server.dials != 1 {
			t.Errorf("%d connections, want one for both", server.dials)
		}
		want := "EHLO desk.example.be\r\nMAIL FROM:<servicedesk@iec-iab.be> BODY=8BITMIME\r\nRCPT TO:<an@example.be>\r\nDATA\r\n" +
			"MAIL FROM:<servicedesk@iec-iab.be> BODY=8BITMIME\r\nRCPT TO:<bob@example.be>\r\nDATA\r\nQUIT\r\n"
		if diff := cmp.Diff(want, server.said()); diff != "" {
			t.Errorf("(-want +said)\n%s", diff)
		}
	})
}

// R9: an outcome that is not known leads to the same bytes under the same Message-ID.
func TestR9UnknownOutcomeSendsTheSameBytes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(func(p *peer) { p.greet(); p.envelope(); p.message(); p.silence() }, serve)
		s, q := mustSender(t, server.config(), "an@example.be")
		s.tick(t.Context())
		time.Sleep(time.Until(q.due(q.rows[0]))) // the bubble's clock
		s.tick(t.Context())
		server.playing.Wait()
		got := server.messages()
		if len(got) != 2 || string(got[0]) != string(got[1]) || string(got[0]) != message {
			t.Errorf("%q", got)
		}
		if diff := cmp.Diff([]ticket.AttemptResult{ticket.AttemptUnknown, ticket.AttemptSent}, q.results(q.rows[0])); diff != "" {
			t.Error(diff)
		}
	})
}

// R9: a crash between the hand-over and its record leads to the same bytes once more, when the lease has ended, and not before.
func TestR9CrashBetweenHandOverAndRecord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		crashed, q := mustSender(t, server.config(), "an@example.be")
		q.fail = 1 << 20
		crashed.tick(t.Context())
		q.fail = 0

		s, err := New(server.config(), q, crashed.log) // the next process
		if err != nil {
			t.Fatal(err)
		}
		s.tick(t.Context())
		if n := len(server.messages()); n != 1 {
			t.Fatalf("%d messages while the lease holds", n)
		}
		time.Sleep(s.cfg.Lease)
		s.tick(t.Context())
		server.playing.Wait()
		got := server.messages()
		if len(got) != 2 || string(got[0]) != message || string(got[1]) != message {
			t.Errorf("messages %q", got)
		}
		if diff := cmp.Diff([]ticket.AttemptResult{ticket.AttemptUnknown, ticket.AttemptSent}, q.results(q.rows[0])); diff != "" {
			t.Error(diff)
		}
	})
}

// A database that is busy for a moment does not cost a second mail.
func TestRecordIsTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		s, q := mustSender(t, server.config(), "an@example.be")
		q.fail = recordTries - 1
		s.tick(t.Context())
		server.playing.Wait()
		if diff := cmp.Diff([]ticket.AttemptResult{ticket.AttemptSent}, q.results(q.rows[0])); diff != "" {
			t.Error(diff)
		}
		if s.Status().LastError != "" {
			t.Errorf("status %+v", s.Status())
		}
	})
}

// A short message stands in a buffer until the end: that the line broke before the dot must be known all the same.
func TestBrokenBeforeTheDotOfAShortMessage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(func(p *peer) { p.greet(); p.envelope() })
		s, q := mustSender(t, server.config(), "an@example.be")
		s.tick(t.Context())
		if a := q.attempts(q.rows[0]); len(a) != 1 || a[0].Result != ticket.AttemptDeferred || a[0].Text != "message: the connection broke" {
			t.Errorf("%+v", a)
		}
	})
}

// The connection as a whole has a limit, whatever its parts take.
func TestOpeningHasALimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(func(p *peer) { p.wait(4 * time.Minute); p.greet("AUTH PLAIN"); p.silence() })
		s, _ := mustSender(t, withPassword(server.config(), password), "an@example.be")
		began := time.Now()
		s.tick(t.Context())
		if lasted := time.Since(began); lasted != 5*time.Minute+30*time.Second {
			t.Errorf("lasted %v", lasted)
		}
	})
}

// The answer to the final dot is waited for in full, however slow all was before it.
func TestFinalDotHasItsOwnTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(func(p *peer) {
			p.greet()
			for _, answer := range []string{"250 Ok", "250 Ok"} {
				p.hear()
				p.wait(4*time.Minute + 30*time.Second)
				p.say(answer)
			}
			p.reply("354 go on")
			for range 3 {
				p.wait(2*time.Minute + 50*time.Second)
				_, _ = io.ReadFull(p.r, make([]byte, blockSize+64))
			}
			p.message()
			p.wait(9*time.Minute + 50*time.Second)
			p.say("250 Ok")
		})
		s, q := mustSender(t, server.config())
		q.add("an@example.be", message+strings.Repeat("a line of forty-two octets with its end..\r\n", 2500))
		began := time.Now()
		s.tick(t.Context())
		server.playing.Wait()
		if a := q.attempts(q.rows[0]); len(a) != 1 || a[0].Result != ticket.AttemptSent {
			t.Errorf("after %v: %+v", time.Since(began), a)
		}
		if lasted, budget := time.Since(began), 3*5*time.Minute+2*time.Minute+9*time.Minute; lasted <= budget {
			t.Errorf("it lasted %v, no longer than what stands before the dot, %v", lasted, budget)
		}
	})
}

// counted is a context that knows how many listen to its end.
type counted struct {
	context.Context
	done      chan struct{}
	listening atomic.Int64
}

func (c *counted) Done() <-chan struct{} { return c.done }

func (c *counted) AfterFunc(func()) (stop func() bool) {
	c.listening.Add(1)
	return sync.OnceValue(func() bool { c.listening.Add(-1); return true })
}

// A sender lives for months with one context: a connection that is closed must not stay registered with it.
func TestConnectionsLeaveNothingBehind(t *testing.T) {
	for _, play := range []func(*peer){serve, func(*peer) {}, func(p *peer) { p.greet() }} {
		server := newScript(play)
		s, _ := mustSender(t, server.config(), "an@example.be")
		ctx := &counted{Context: t.Context(), done: make(chan struct{})}
		s.tick(ctx)
		if n := ctx.listening.Load(); n != 0 {
			t.Errorf("%d still listen", n)
		}
	}
}
