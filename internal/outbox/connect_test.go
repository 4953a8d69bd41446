package outbox

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"net"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver"
	"iec-iab.be/servicedesk/internal/ticket"
)

const user, password = "servicedesk@iec-iab.be", "hunter2-CANARY"

func withPassword(cfg Config, password string) Config {
	cfg.Username, cfg.Password = user, func() (string, error) { return password, nil }
	return cfg
}

// A fault of sign-in or TLS concerns every delivery: none is refused, and an admin is told what to do.
func TestFaultsOfTheConfiguration(t *testing.T) {
	auth := func(answers ...string) func(*peer) {
		return func(p *peer) { p.greet("AUTH PLAIN LOGIN"); p.reply(answers...); p.mails() }
	}
	tests := []struct {
		name string
		play func(*peer)
		cfg  func(*Config)
		want string // the whole LastError
	}{
		{"wrong password", auth("535 5.7.8 Error: authentication failed"), nil,
			"sign-in: 535 5.7.8 Error: authentication failed; see smtp.username and the password in smtp.password_file; some servers want an app password"},
		{"sign-in unavailable", auth("454 4.7.0 Temporary authentication failure"), nil,
			"sign-in: 454 4.7.0 Temporary authentication failure; the server cannot check passwords now: wait, or ask its administrator"},
		{"no AUTH", func(p *peer) { p.serve() }, nil,
			"sign-in: the server offers no AUTH; leave smtp.username and smtp.password_file out if the server takes our mail without, or use its submission port"},
		{"strange AUTH", func(p *peer) { p.serve("AUTH GSSAPI") }, nil,
			"sign-in: the server offers no AUTH mechanism that we know, only GSSAPI; leave smtp.username and smtp.password_file out if the server takes our mail without, or use its submission port"},
		{"no password file", func(p *peer) { p.serve("AUTH PLAIN") }, func(c *Config) {
			c.Password = func() (string, error) { return "", errors.New("smtp.password_file: the file that it names is empty") }
		}, "sign-in: no password: smtp.password_file: the file that it names is empty; see smtp.password_file"},
		{"the server repeats the password", auth("535 you said " + base64.StdEncoding.EncodeToString([]byte("\x00"+user+"\x00"+password))), nil,
			"sign-in: the server's answer repeats the password, and is left out; see smtp.username and the password in smtp.password_file; some servers want an app password"},
		{"no STARTTLS", func(p *peer) { p.serve("AUTH PLAIN") }, func(c *Config) { c.TLS = startTLS },
			"tls: the server does not offer STARTTLS; set smtp.tls to implicit and smtp.port to 465 if the server has that, or have STARTTLS switched on"},
		{"STARTTLS refused", func(p *peer) { p.greet("STARTTLS"); p.reply("502 5.5.1 not now"); p.mails() }, func(c *Config) { c.TLS = startTLS },
			"tls: 502 5.5.1 not now; see whether smtp.tls and smtp.port belong together (implicit with 465, starttls with 587) on localhost"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := newScript(tt.play)
				cfg := withPassword(server.config(), password)
				if tt.cfg != nil {
					tt.cfg(&cfg)
				}
				s, q := mustSender(t, cfg, "a@example.be", "b@example.be")
				s.tick(t.Context())
				server.playing.Wait()
				for _, row := range q.rows {
					a := q.attempts(row)
					if len(a) != 1 || a[0].Result != deferred || strings.Contains(a[0].Text, "CANARY") || !row.DueAt.Equal(s.Status().NextTry) {
						t.Errorf("attempts %+v, due %v", a, row.DueAt)
					}
				}
				if diff := cmp.Diff(tt.want, s.Status().LastError); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
				if server.dials != 1 || strings.Contains(server.said(), "MAIL") {
					t.Errorf("%d connections; said %q", server.dials, server.said())
				}
				if cfg.TLS != noTLS && strings.Contains(server.said(), "AUTH") {
					t.Errorf("the password went out without TLS: %q", server.said())
				}
			})
		})
	}
}

// mustServe starts a whole mail server with TLS and returns it with a configuration that reaches it.
func mustServe(t testing.TB, mode string) (*mailserver.Server, Config) {
	t.Helper()
	cert, err := mailserver.NewCertificate(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	server, err := mailserver.Start(mailserver.Options{Domain: "iec-iab.be", Domains: []string{"example.be"}, TLS: cert.TLS,
		Users: map[string]string{user: password}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	addr := server.SMTPAddr()
	if mode == implicitTLS {
		addr = server.SMTPSAddr()
	}
	host, port, _ := net.SplitHostPort(addr)
	n, _ := strconv.Atoi(port)
	return server, withPassword(Config{Host: host, Port: n, TLS: mode, TLSConfig: &tls.Config{RootCAs: cert.CAs, MinVersion: tls.VersionTLS12}}, password)
}

func TestRealServer(t *testing.T) {
	for _, mode := range []string{implicitTLS, startTLS, noTLS} {
		t.Run(mode, func(t *testing.T) {
			server, cfg := mustServe(t, mode)
			s, q := mustSender(t, cfg, "an@example.be", "reject@example.be", "tempfail@example.be", "zoë@example.be", "bob@example.be")
			s.tick(t.Context())
			var got []ticket.AttemptResult
			for _, row := range q.rows {
				got = append(got, q.results(row)...)
			}
			if diff := cmp.Diff([]ticket.AttemptResult{sent, refused, deferred, sent, sent}, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			mails, err := server.Messages("an@example.be")
			if err != nil || len(mails) != 1 || !strings.HasSuffix(string(mails[0]), "\r\n"+message) {
				t.Errorf("%v, %d mails", err, len(mails))
			}
			if n := server.Counts().Accepted; n != 3 {
				t.Errorf("%d accepted", n)
			}
		})
	}
}

func TestLostAnswerOfARealServer(t *testing.T) {
	server, cfg := mustServe(t, startTLS)
	server.SetHooks(mailserver.Hooks{Data: func(mailserver.Envelope, []byte) mailserver.Answer { return mailserver.Answer{Drop: true} }})
	s, q := mustSender(t, cfg, "an@example.be")
	s.tick(t.Context())
	if diff := cmp.Diff([]ticket.AttemptResult{unknown}, q.results(q.rows[0])); diff != "" || server.Counts().Accepted != 1 {
		t.Errorf("%s, %d accepted", diff, server.Counts().Accepted)
	}
}

// steps are the names of the steps, with a mark for the one that failed.
func steps(all []Step) string {
	var names []string
	for _, s := range all {
		name := s.Name
		if s.Err != nil {
			name += "!"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestCheck(t *testing.T) {
	tests := []struct {
		name, mode string
		spoil      func(*Config)
		want       string
		remedy     string
	}{
		{"implicit", implicitTLS, nil, "resolve connect sign-in", ""},
		{"STARTTLS", startTLS, nil, "resolve connect tls sign-in", ""},
		{"no AUTH", startTLS, func(c *Config) { c.Username = "" }, "resolve connect tls sign-in", ""},
		{"wrong password", startTLS, func(c *Config) { *c = withPassword(*c, "wrong") }, "resolve connect tls sign-in!", "smtp.password_file"},
		{"unknown authority", startTLS, func(c *Config) { c.TLSConfig = nil }, "resolve connect tls!", "smtp.ca_file"},
		{"unknown authority, implicit", implicitTLS, func(c *Config) { c.TLSConfig = nil }, "resolve tls!", "smtp.ca_file"},
		{"another name", startTLS, func(c *Config) { c.TLSConfig.ServerName = "mail.example.be" }, "resolve connect tls!", "as the certificate has it"},
		{"expired", startTLS, func(c *Config) { c.TLSConfig.Time = func() time.Time { return time.Now().AddDate(5, 0, 0) } }, "resolve connect tls!", "renewed"},
		{"implicit on a port that is not", startTLS, func(c *Config) { c.TLS = implicitTLS }, "resolve tls!", "set smtp.tls to starttls"},
		{"STARTTLS on a port that is implicit", implicitTLS, func(c *Config) { c.TLS = startTLS; c.Timeouts.Command = 100 * time.Millisecond },
			"resolve connect!", "set smtp.tls to implicit"},
		{"nobody there", startTLS, func(c *Config) { c.Port = 1 }, "resolve connect!", "see whether smtp.host and smtp.port are right"},
		{"no such name", startTLS, func(c *Config) { c.Host = "mail.invalid." }, "resolve!", "typing error in smtp.host"},
		{"configuration", startTLS, func(c *Config) { c.TLS = "ssl" }, "configuration!", "correct"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			server, cfg := mustServe(t, tt.mode)
			if tt.spoil != nil {
				tt.spoil(&cfg)
			}
			got := Check(t.Context(), cfg)
			last := got[len(got)-1]
			if steps(got) != tt.want || !strings.Contains(last.Remedy, tt.remedy) || (last.Err == nil) != (last.Remedy == "") {
				t.Errorf("%s: %+v, want %s", steps(got), last, tt.want)
			}
			for _, s := range got {
				if strings.Contains(s.String(), "CANARY") || strings.Contains(s.String(), "\n") || s.Err == nil && s.Detail == "" {
					t.Errorf("step %q", s)
				}
			}
			if n := server.Counts().Submitted; n != 0 {
				t.Errorf("%d mails sent", n)
			}
		})
	}
}

func TestCheckEndsWithItsContext(t *testing.T) {
	server, cfg := mustServe(t, startTLS)
	server.Pause()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if got := steps(Check(ctx, cfg)); got != "resolve connect!" {
		t.Error(got)
	}
}

func TestCheckTellsOfAUTHThatIsNotUsed(t *testing.T) {
	_, cfg := mustServe(t, startTLS)
	cfg.Username = ""
	all := Check(t.Context(), cfg)
	if got := all[len(all)-1].Detail; got != "no AUTH, as configured; the server offers PLAIN LOGIN" {
		t.Errorf("detail %q", got)
	}
}

func TestChoiceOfMechanism(t *testing.T) {
	o := &opening{cfg: Config{Host: "mail.example.be"}}
	for offered, want := range map[string]string{
		"LOGIN PLAIN": "PLAIN", "CRAM-MD5 LOGIN": "LOGIN", "CRAM-MD5 SCRAM-SHA-256": "SCRAM-SHA-256", "CRAM-MD5": "CRAM-MD5",
		"XOAUTH2": "", "": "",
	} {
		if got, auth := o.choose(strings.Fields(offered)); got != want || (auth == nil) != (want == "") {
			t.Errorf("%q: %q, want %q", offered, got, want)
		}
	}
}
