package outbox

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver/rigtest"
	"iec-iab.be/servicedesk/internal/ticket"
)

// rigConfig reaches a port of the rig's Postfix.
func rigConfig(t *testing.T, rig *rigtest.Rig, mode string) Config {
	t.Helper()
	pem, err := os.ReadFile(rig.Env["CA_FILE"])
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		t.Fatal("no certificate")
	}
	port := map[string]string{startTLS: "SUBMISSION_PORT", implicitTLS: "SMTPS_PORT"}[mode]
	return Config{Host: "127.0.0.1", Port: rig.Port(port), TLS: mode, TLSConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12},
		Username: rig.Env["USER"], Password: func() (string, error) { return rig.Env["PASSWORD"], nil }}
}

func TestPostfix(t *testing.T) {
	rig := rigtest.Start(t)
	for _, mode := range []string{startTLS, implicitTLS} {
		t.Run(mode, func(t *testing.T) {
			s, q := mustSender(t, rigConfig(t, rig, mode))
			to := map[string]string{startTLS: "an.peeters@example.be", implicitTLS: "jan.janssens@example.be"}[mode]
			for _, recipient := range []string{"reject@example.be", to, "tempfail@example.be", "overquota@example.be"} {
				q.add(recipient, strings.Replace(message, "<1@", "<"+mode+"-"+to+"-", 1))
			}
			s.tick(t.Context())
			type result struct {
				Result ticket.AttemptResult
				Code   int
			}
			var got []result
			for _, row := range q.rows {
				for _, a := range q.attempts(row) {
					got = append(got, result{a.Result, a.Code})
				}
			}
			want := []result{{refused, 550}, {sent, 250}, {deferred, 450}, {deferred, 452}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s%+v", diff, q.attempts(q.rows[0]))
			}
			mails := rig.Dump(to, "--wait", "1", "--timeout", "10")
			if len(mails) != 1 || !strings.Contains(mails[0].MessageID, mode) || !strings.Contains(mails[0].Text, ".dot\r\n.\r\nend") {
				t.Errorf("%d mails: %+v", len(mails), mails)
			}
		})
	}
}

func TestPostfixCheck(t *testing.T) {
	rig := rigtest.Start(t, "smtp", "imap")
	cfg := rigConfig(t, rig, startTLS)
	if got := steps(Check(t.Context(), cfg)); got != "resolve connect tls sign-in" {
		t.Errorf("right: %s", got)
	}
	wrong := withPassword(cfg, "wrong")
	all := Check(t.Context(), wrong)
	if last := all[len(all)-1]; steps(all) != "resolve connect tls sign-in!" || codeOf(last.Err) != 535 {
		t.Errorf("wrong password: %v", all)
	}
	anonymous := cfg
	anonymous.Username = ""
	s, q := mustSender(t, anonymous, "an.peeters@example.be")
	s.tick(t.Context())
	if a := q.attempts(q.rows[0]); len(a) != 1 || a[0].Result != refused || a[0].Code != 554 { // not to be told from a refused recipient
		t.Errorf("without AUTH: %+v", a)
	}
}

// killer is a queue that kills the mail server after so many mails.
type killer struct {
	*memory
	left int
	kill func()
}

func (k *killer) Finish(ctx context.Context, a ticket.Attempt, retryAt time.Time) error {
	if k.left--; k.left == 0 {
		k.kill()
	}
	return k.memory.Finish(ctx, a, retryAt)
}

// R9: Postfix is killed while mails go out: every one arrives, under the Message-ID that it was queued with.
func TestPostfixKilled(t *testing.T) {
	rig := rigtest.Start(t)
	s, q := mustSender(t, rigConfig(t, rig, startTLS))
	const mails = 60
	s.q = &killer{memory: q, left: mails / 2, kill: func() { rig.Kill("smtp") }}
	var want []string
	for i := range mails {
		q.add("marie.dubois@example.com", strings.Replace(message, "<1@", fmt.Sprintf("<kill-%02d@", i), 1))
		want = append(want, fmt.Sprintf("<kill-%02d@iec-iab.be>", i))
	}
	s.tick(t.Context())
	if n := s.Status().Attempts[sent]; n >= mails || s.Status().FailingSince.IsZero() {
		t.Errorf("nothing was interrupted: %+v", s.Status())
	}
	rig.Up()
	for _, row := range q.rows { // as when the waits are over
		row.DueAt = time.Now()
	}
	s.works("")
	s.tick(t.Context())
	got := map[string]bool{}
	for _, m := range rig.Dump("marie.dubois@example.com", "--wait", fmt.Sprint(mails), "--timeout", "30") {
		got[m.MessageID] = true
	}
	for _, id := range want {
		if !got[id] {
			t.Errorf("%s did not arrive", id)
		}
	}
}
