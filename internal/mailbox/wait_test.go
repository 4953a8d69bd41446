package mailbox

import (
	"context"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver"
)

// bubble runs a test whose clock stands still while anybody is busy, with a mail server behind a pipe.
func bubble(t *testing.T, opt mailserver.Options, f func(t *testing.T, s *mailserver.Server, cfg Config)) {
	synctest.Test(t, func(t *testing.T) {
		opt.Users = map[string]string{user: secret}
		s := mailserver.StartPipe(opt)
		cfg := config(t, s)
		cfg.Rand = func() float64 { return 0 }
		cfg.RetryMin, cfg.RetryMax = 0, 0 // the defaults
		f(t, s, cfg)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestPollWithoutIdle(t *testing.T) {
	bubble(t, mailserver.Options{Without: []string{"IDLE"}}, func(t *testing.T, s *mailserver.Server, cfg Config) {
		d := newDesk()
		w, stop := watch(t, cfg, d)
		synctest.Wait()
		began := time.Now()
		deliver(t, s, 1, 1)
		synctest.Wait()
		if d.total() != 0 || w.Status().Idle || !w.Status().Connected {
			t.Errorf("%d mails before the poll, %+v", d.total(), w.Status())
		}
		d.waitFor60(t, 1)
		if took := time.Since(began); took != time.Minute {
			t.Errorf("seen after %v", took)
		}
		stop()
	})
}

// waitFor60 is waitFor for a minute at most, on the clock of a bubble.
func (d *desk) waitFor60(t *testing.T, n int) {
	t.Helper()
	for range 601 {
		synctest.Wait()
		d.mu.Lock()
		have := d.total()
		d.mu.Unlock()
		if have >= n {
			return
		}
		time.Sleep(100 * time.Millisecond) // the bubble's clock: no real time passes
	}
	t.Fatalf("%d mails of %d after a minute", d.total(), n)
}

func TestIdleTellsBeforeThePoll(t *testing.T) {
	bubble(t, mailserver.Options{}, func(t *testing.T, s *mailserver.Server, cfg Config) {
		d := newDesk()
		w, stop := watch(t, cfg, d)
		synctest.Wait()
		began := time.Now()
		for n := 1; n <= 3; n++ {
			deliver(t, s, n, n)
			synctest.Wait()
		}
		if d.total() != 3 || time.Since(began) != 0 || !w.Status().Idle {
			t.Errorf("%d mails after %v, %+v", d.total(), time.Since(began), w.Status())
		}
		stop()
	})
}

// Even where IDLE is offered, the mailbox is looked at every poll interval, and an IDLE never gets older than 28 minutes (RFC 2177).
func TestIdleIsRenewed(t *testing.T) {
	for _, test := range []struct {
		poll    time.Duration
		want    time.Duration // between two looks
		logins  int
		minutes int
	}{{time.Minute, time.Minute, 1, 60}, {3 * time.Hour, 27 * time.Minute, 1, 180}} {
		bubble(t, mailserver.Options{}, func(t *testing.T, s *mailserver.Server, cfg Config) {
			cfg.PollInterval = test.poll
			w, stop := watch(t, cfg, newDesk())
			synctest.Wait()
			var looks []time.Duration
			last := w.Status().LastLook
			for range test.minutes {
				time.Sleep(time.Minute)
				synctest.Wait()
				if now := w.Status().LastLook; now != last {
					looks = append(looks, now.Sub(last))
					last = now
				}
			}
			want := make([]time.Duration, test.minutes/int(test.want.Minutes()))
			for i := range want {
				want[i] = test.want
			}
			if diff := cmp.Diff(want, looks); diff != "" {
				t.Error(diff)
			}
			if c := s.Counts(); c.Logins != test.logins || c.Commands["IDLE"] != len(want)+1 {
				t.Errorf("%+v", c)
			}
			stop()
		})
	}
}

// A server that falls silent is given up after the command timeout, wherever it does so, and found again when it speaks.
func TestSilentServer(t *testing.T) {
	for _, test := range []struct {
		name  string
		when  string // pause as soon as the server is about to send this
		doing string
		after time.Duration // from the pause to the error
	}{
		{"greeting", "IMAP server ready", "greeting", 30 * time.Second},
		{"sign-in", "Logged in", "sign in", time.Minute},
		{"folder", "SELECT completed", "open the folder INBOX", time.Minute},
		{"search", "SEARCH completed", "look for mail", time.Minute},
		{"mail", "FETCH (UID 2", "fetch mail", time.Minute},
		{"entering IDLE", "+ idling", "IDLE", time.Minute},
	} {
		t.Run(test.name, func(t *testing.T) {
			bubble(t, mailserver.Options{}, func(t *testing.T, s *mailserver.Server, cfg Config) {
				deliver(t, s, 1, 2)
				s.RewriteIMAP(func(out []byte) []byte {
					if strings.Contains(string(out), test.when) {
						s.RewriteIMAP(nil)
						s.Pause()
						return nil
					}
					return out
				})
				d := newDesk()
				w, stop := watch(t, cfg, d)
				synctest.Wait()
				began := time.Now()
				for w.Status().LastError == "" && time.Since(began) < time.Hour {
					time.Sleep(time.Second)
					synctest.Wait()
				}
				if took := time.Since(began); took != test.after {
					t.Errorf("noticed after %v, want %v", took, test.after)
				}
				if told := w.Status().LastError; !strings.Contains(told, test.doing+": 127.0.0.1 port 143 does not answer") {
					t.Errorf("%q", told)
				}
				s.Resume()
				d.waitFor60(t, 2)
				stop()
			})
		})
	}
}

// In IDLE silence is normal: it is noticed at the next poll.
func TestSilentServerInIdle(t *testing.T) {
	bubble(t, mailserver.Options{}, func(t *testing.T, s *mailserver.Server, cfg Config) {
		w, stop := watch(t, cfg, newDesk())
		synctest.Wait()
		s.Pause()
		time.Sleep(time.Minute - time.Second)
		synctest.Wait()
		if st := w.Status(); st.LastError != "" || !st.Connected {
			t.Errorf("too early: %+v", st)
		}
		time.Sleep(time.Minute + time.Second)
		synctest.Wait()
		if st := w.Status(); !strings.Contains(st.LastError, "does not answer") || st.Connected {
			t.Errorf("not noticed: %+v", st)
		}
		stop()
	})
}

// tries records when each connection was asked for, and refuses it.
func tries(t *testing.T, cfg Config, during time.Duration) []time.Duration {
	t.Helper()
	var at []time.Duration
	began := time.Now()
	inner := cfg.dial
	cfg.dial = func(ctx context.Context, network, address string) (net.Conn, error) {
		at = append(at, time.Since(began))
		if inner == nil {
			return nil, &net.OpError{Op: "dial", Err: net.UnknownNetworkError("down")}
		}
		return inner(ctx, network, address)
	}
	_, stop := watch(t, cfg, newDesk())
	time.Sleep(during)
	stop()
	return at
}

func TestBackoffDoublesWithJitter(t *testing.T) {
	for _, test := range []struct {
		rand float64
		want []time.Duration
	}{
		{0, []time.Duration{0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1111}}, // 1 s doubled, then 5 min
		{0.8, []time.Duration{0, 1200, 3600, 8400, 18000, 37200, 75600, 152400, 306000, 613200, 973200}},
	} {
		synctest.Test(t, func(t *testing.T) {
			cfg := Config{Host: "127.0.0.1", TLS: NoTLS, Username: user, Password: password(secret), Rand: func() float64 { return test.rand }}
			unit := time.Second
			if test.rand > 0 {
				unit = time.Millisecond
			}
			for i := range test.want {
				test.want[i] *= unit
			}
			if diff := cmp.Diff(test.want, tries(t, cfg, 20*time.Minute)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A refused sign-in is told in words, without the password, and not tried again for a minute, so that no account gets locked.
func TestRefusedSignIn(t *testing.T) {
	bubble(t, mailserver.Options{}, func(t *testing.T, s *mailserver.Server, cfg Config) {
		cfg.Password = password("hunter2-wrong")
		log := &lines{}
		w, stop := watchLog(t, cfg, newDesk(), log.logger())
		synctest.Wait()
		told := w.Status().LastError
		for _, want := range []string{user, "127.0.0.1", "mailbox.password_file", "Authentication failed"} {
			if !strings.Contains(told, want) {
				t.Errorf("%q is missing in %q", want, told)
			}
		}
		var at []time.Duration
		began, refused := time.Now(), 0
		for time.Since(began) < time.Hour {
			if n := s.Counts().Refused; n != refused {
				at, refused = append(at, time.Since(began)), n
			}
			time.Sleep(time.Second)
			synctest.Wait()
		}
		var want []time.Duration
		for _, minutes := range []time.Duration{0, 1, 3, 7, 15, 30, 45} {
			want = append(want, minutes*time.Minute)
		}
		if diff := cmp.Diff(want, at); diff != "" {
			t.Error(diff)
		}
		stop()
		if strings.Contains(log.String()+told, "hunter2") {
			t.Errorf("the password is told:\n%s", log)
		}
	})
}

// The handled folder is tried again a minute after it failed.
func TestFilingIsTriedAgain(t *testing.T) {
	bubble(t, mailserver.Options{}, func(t *testing.T, s *mailserver.Server, cfg Config) {
		cfg.HandledFolder, cfg.PollInterval = "Handled", 20*time.Second
		d := newDesk()
		d.fileAll = true
		deliver(t, s, 1, 1)
		w, stop := watch(t, cfg, d)
		synctest.Wait()
		s.CreateFolder(user, "Handled")
		time.Sleep(50 * time.Second)
		if n := s.Counts().Commands["MOVE"]; n != 1 {
			t.Errorf("%d tries in a minute", n)
		}
		time.Sleep(15 * time.Second)
		synctest.Wait()
		if st := w.Status(); st.Filed != 1 || st.FilingError != "" {
			t.Errorf("%+v", st)
		}
		stop()
	})
}
