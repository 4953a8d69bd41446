package outbox

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

const (
	sent      = ticket.AttemptSent
	deferred  = ticket.AttemptDeferred
	refused   = ticket.AttemptRefused
	unknown   = ticket.AttemptUnknown
	abandoned = ticket.AttemptAbandoned
)

// Several deliveries in one pass: what each comes to, over how many connections, and how many messages were taken.
func TestBatches(t *testing.T) {
	down := (func(*peer))(nil)
	first := func(last string, then ...func(*peer)) func(*peer) { // one message, answered; then what then does
		return func(p *peer) {
			p.greet()
			p.envelope()
			p.message()
			p.say(last)
			for _, do := range then {
				do(p)
			}
		}
	}
	tests := []struct {
		name  string
		plays []func(*peer)
		want  string
		dials int
		took  int
	}{
		{"all over one connection", []func(*peer){serve}, "sent sent sent", 1, 3},
		{"closed after the first", []func(*peer){first("250 Ok"), serve}, "sent sent sent", 2, 3},
		{"closed after each", []func(*peer){first("250 Ok")}, "sent sent sent", 3, 3},
		{"421 to the second MAIL", []func(*peer){first("250 Ok", func(p *peer) { p.reply("421 4.7.0 enough") }), serve}, "sent sent sent", 2, 3},
		{"450 to the second MAIL", []func(*peer){first("250 Ok", func(p *peer) { p.reply("450 4.7.0 slowly"); p.mails() })},
			"sent deferred sent", 1, 2},
		{"first refused", []func(*peer){func(p *peer) { p.greet(); p.reply("250 Ok", "550 5.1.1 no"); p.mails() }}, "refused sent sent", 1, 2},
		{"first refused, RSET refused", []func(*peer){func(p *peer) { p.greet(); p.reply("250 Ok", "550 5.1.1 no", "502 RSET?") }, serve},
			"refused sent sent", 2, 2},
		{"first refused, closed", []func(*peer){func(p *peer) { p.greet(); p.reply("250 Ok", "550 5.1.1 no") }, serve}, "refused sent sent", 2, 2},
		{"first refused after the dot", []func(*peer){first("554 5.7.1 spam", (*peer).mails)}, "refused sent sent", 1, 3},
		{"first kills the connection", []func(*peer){func(p *peer) { p.greet(); p.reply("250 Ok"); p.hear() }, serve}, "deferred sent sent", 2, 2},
		{"first unknown", []func(*peer){func(p *peer) { p.greet(); p.envelope(); p.message() }, serve}, "unknown sent sent", 2, 3},
		{"down", []func(*peer){down}, "deferred deferred deferred", 1, 0},
		{"down after the first", []func(*peer){first("250 Ok"), down}, "sent deferred deferred", 2, 1},
		{"AUTH demanded", []func(*peer){func(p *peer) { p.greet(); p.reply("530 5.7.0 AUTH first"); p.mails() }},
			"deferred deferred deferred", 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := newScript(tt.plays...)
				s, q := mustSender(t, server.config(), "a@example.be", "b@example.be", "c@example.be")
				s.tick(t.Context())
				server.playing.Wait()
				var got []string
				for _, row := range q.rows {
					got = append(got, strings.Trim(fmt.Sprint(q.results(row)), "[]"))
				}
				if strings.Join(got, " ") != tt.want {
					t.Errorf("results %q, want %q", got, tt.want)
				}
				if server.dials != tt.dials || len(server.messages()) != tt.took {
					t.Errorf("%d connections and %d messages, want %d and %d", server.dials, len(server.messages()), tt.dials, tt.took)
				}
			})
		})
	}
}

// While the server is away one delivery at a time asks for it, ever less often; when it is back all go out at once.
func TestOutage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(nil)
		s, q := mustSender(t, server.config(), "a@example.be", "b@example.be", "c@example.be")
		began := time.Now()
		for time.Since(began) < 2*time.Hour {
			s.tick(t.Context())
			time.Sleep(time.Second)
		}
		status := s.Status()
		if !status.FailingSince.Equal(began) || !strings.Contains(status.LastError, "no address is known for localhost") ||
			!strings.Contains(status.LastError, "smtp.host") || status.NextTry.Before(time.Now()) {
			t.Errorf("status while away: %+v", status)
		}
		if server.dials < 9 || server.dials > 14 {
			t.Errorf("%d connections tried in two hours", server.dials)
		}
		attempts := 0
		for _, row := range q.rows {
			attempts += row.Attempts
		}
		if want := server.dials + 2; attempts != want {
			t.Errorf("%d attempts recorded, want %d: one a try, and two that were given back at first", attempts, want)
		}
		server.plays = []func(*peer){serve}
		time.Sleep(16 * time.Minute)
		s.tick(t.Context())
		server.playing.Wait()
		if status = s.Status(); len(server.messages()) != 3 || !status.FailingSince.IsZero() || !status.NextTry.IsZero() {
			t.Errorf("%d messages, status %+v", len(server.messages()), status)
		}
		if status.Attempts[sent] != 3 || status.LastSent.IsZero() || status.LastError == "" {
			t.Errorf("status when it is over: %+v", status)
		}
	})
}

func TestBackOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(func(p *peer) { p.greet(); p.reply("250 Ok", "450 4.2.0 later"); p.mails() })
		s, q := mustSender(t, server.config(), "an@example.be")
		row, began := q.rows[0], time.Now()
		var waits []time.Duration
		for row.Status == ticket.Queued {
			s.tick(t.Context())
			if row.Status == ticket.Queued {
				waits = append(waits, time.Until(row.DueAt))
				time.Sleep(time.Until(row.DueAt))
			}
		}
		server.playing.Wait()
		want := []time.Duration{time.Minute, 2 * time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 4 * time.Hour}
		if diff := cmp.Diff(want, waits[:len(want)]); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		if lasted := time.Since(began); lasted != 96*time.Hour {
			t.Errorf("given up after %v, want 96h: the last try is at the end", lasted)
		}
		last := q.attempts(row)[len(row.attempts)-1]
		if last.Result != abandoned || !strings.Contains(last.Text, "given up after 96h0m0s: RCPT TO: 4.2.0 later") || last.Code != 450 {
			t.Errorf("last attempt %+v", last)
		}
	})
}

func TestJitterSpreads(t *testing.T) {
	for _, tt := range []struct {
		jitter float64
		want   time.Duration
	}{{0, 54 * time.Second}, {0.5, 60 * time.Second}, {1, 66 * time.Second}} {
		s := &Sender{cfg: Config{Jitter: func() float64 { return tt.jitter }}}
		if got := s.spread(time.Minute); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.jitter, got, tt.want)
		}
	}
}

// What cannot be said in SMTP is refused without a connection, and stops nobody else.
func TestUnsendable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		s, q := mustSender(t, server.config(), "", "an", "an@", "@example.be", "a@b>\r\nRSET", "a@b> X=<c@d", "a b@example.be", "an@example.be")
		q.add("empty@example.be", "")
		q.add("sender@example.be", message).Sender = "x\r\nDATA"
		s.tick(t.Context())
		server.playing.Wait()
		for _, row := range q.rows {
			want := []ticket.AttemptResult{refused}
			if row.Recipient == "an@example.be" {
				want = []ticket.AttemptResult{sent}
			}
			if diff := cmp.Diff(want, q.results(row)); diff != "" {
				t.Errorf("%q: %s", row.Recipient, diff)
			}
		}
		if len(server.messages()) != 1 || strings.Count(server.said(), "RSET")+strings.Count(server.said(), "RCPT") != 1 {
			t.Errorf("said %q", server.said())
		}
	})
}

func TestNullSender(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		s, q := mustSender(t, server.config(), "an@example.be")
		q.rows[0].Sender = ""
		s.tick(t.Context())
		server.playing.Wait()
		if len(server.messages()) != 1 || !strings.Contains(server.said(), "MAIL FROM:<> ") {
			t.Errorf("said %q", server.said())
		}
	})
}

func TestSMTPUTF8OnlyWhereNeeded(t *testing.T) {
	tests := []struct {
		name, recipient, raw string
		offered, asked       bool
		want                 ticket.AttemptResult
	}{
		{"plain", "an@example.be", message, true, false, sent},
		{"body only", "an@example.be", message + "é\r\n", true, false, sent},
		{"address", "zoë@example.be", message, true, true, sent},
		{"header", "an@example.be", "Subject: é\r\n" + message, true, true, sent},
		{"address, not offered", "zoë@example.be", message, false, false, refused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := newScript(func(p *peer) {
					if tt.offered {
						p.serve("SMTPUTF8")
					} else {
						p.serve()
					}
				})
				s, q := mustSender(t, server.config())
				row := q.add(tt.recipient, tt.raw)
				s.tick(t.Context())
				server.playing.Wait()
				if got := q.results(row); len(got) != 1 || got[0] != tt.want {
					t.Errorf("results %v, want %s", got, tt.want)
				}
				if asked := strings.Contains(server.said(), "SMTPUTF8"); asked != tt.asked {
					t.Errorf("asked for SMTPUTF8: %v, want %v", asked, tt.asked)
				}
			})
		})
	}
}

// A slow server must not take so long that a lease ends while its delivery is under way.
func TestLeaseIsNeverOutlived(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(func(p *peer) {
			p.greet()
			for !p.gone {
				p.envelope()
				p.message()
				p.wait(9 * time.Minute)
				p.say("250 Ok")
			}
		})
		s, q := mustSender(t, server.config(), "a@example.be", "b@example.be", "c@example.be")
		for range 3 {
			s.tick(t.Context())
		}
		server.playing.Wait()
		if diff := cmp.Diff([]ticket.AttemptResult{deferred, sent}, q.results(q.rows[1])); diff != "" {
			t.Error(diff)
		}
		if text := q.attempts(q.rows[1])[0].Text; text != "not tried: the mail server is slow" {
			t.Errorf("text %q", text)
		}
		if n := len(server.messages()); n != 3 {
			t.Errorf("%d messages", n)
		}
	})
}

func TestQueueFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newScript(serve)
		s, q := mustSender(t, server.config(), "a@example.be", "b@example.be")
		q.fail = recordTries
		s.tick(t.Context())
		server.playing.Wait()
		status := s.Status()
		if len(server.messages()) != 1 || !strings.Contains(status.LastError, "queue: database is locked; see whether the database") {
			t.Errorf("%d messages, status %+v", len(server.messages()), status)
		}
		if status.FailingSince.IsZero() {
			t.Error("it does not tell that it cannot send")
		}
	})
}
