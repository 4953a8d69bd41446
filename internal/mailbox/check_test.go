package mailbox

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver"
)

func certificate(t *testing.T, now time.Time) *mailserver.Certificate {
	t.Helper()
	cert, err := mailserver.NewCertificate(now)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}

func TestCheckAllIsWell(t *testing.T) {
	cert := certificate(t, time.Now())
	for _, test := range []struct {
		tls, without string
		details      map[string]string
	}{
		{Implicit, "", map[string]string{"TLS": "TLS 1.3, certificate of 127.0.0.1 valid until 20", "handled folder": "mails are moved", "new mail": "at once"}},
		{Implicit, "IDLE MOVE", map[string]string{"handled folder": "then removed", "new mail": "looked for every 1m0s"}},
		{StartTLS, "MOVE UIDPLUS", map[string]string{"TLS": "TLS 1.3", "handled folder": "flagged as deleted"}},
		{NoTLS, "", map[string]string{"TLS": "same machine", "folder": "INBOX holds 2 mails", "sign in": user}},
	} {
		t.Run(test.tls+" without "+test.without, func(t *testing.T) {
			s := start(t, mailserver.Options{TLS: cert.TLS, Without: strings.Fields(test.without), Folders: []string{"Handled"}})
			deliver(t, s, 1, 2)
			cfg := config(t, s)
			cfg.TLS, cfg.TLSConfig, cfg.HandledFolder = test.tls, &tls.Config{RootCAs: cert.CAs}, "Handled"
			if test.tls == Implicit {
				cfg.Port = port(t, s.IMAPSAddr())
			}
			var names []string
			for _, step := range Check(t.Context(), cfg) {
				names = append(names, step.Name)
				if step.Err != nil || step.Remedy != "" || !strings.Contains(step.Detail, test.details[step.Name]) || step.Detail == "" {
					t.Errorf("%+v", step)
				}
			}
			if diff := cmp.Diff([]string{"name", "connect", "TLS", "sign in", "folder", "handled folder", "new mail"}, names); diff != "" {
				t.Error(diff)
			}
			d := newDesk() // and what Check finds well, a Watcher can work with
			watch(t, cfg, d)
			d.waitFor(t, 2)
		})
	}
}

func TestCheckTellsWhatToDo(t *testing.T) {
	cert := certificate(t, time.Now())
	s := start(t, mailserver.Options{TLS: cert.TLS})
	plain := start(t, mailserver.Options{})
	old := certificate(t, time.Now().AddDate(-2, 0, 0))
	expired := start(t, mailserver.Options{TLS: old.TLS})
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nowhere := port(t, closed.Addr().String())
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		change func(*Config)
		step   string // the one that fails
		want   string // in its detail
		remedy string
	}{
		"configuration":    {func(c *Config) { c.Host = "" }, "configuration", "mailbox.host", ""},
		"unknown name":     {func(c *Config) { c.Host = "mail.invalid" }, "name", "mail.invalid", "mailbox.host"},
		"nothing listens":  {func(c *Config) { c.Port = nowhere }, "connect", "nothing listens", "mailbox.port"},
		"unknown CA":       {func(c *Config) { c.TLSConfig = nil }, "TLS", "nobody this machine trusts", "mailbox.ca_file"},
		"other name":       {func(c *Config) { c.TLSConfig.ServerName = "mail.example.be" }, "TLS", "another name", "mailbox.host"},
		"expired":          {func(c *Config) { c.Port = port(t, expired.IMAPSAddr()); c.TLSConfig.RootCAs = old.CAs }, "TLS", "expired", "renewed"},
		"no TLS there":     {func(c *Config) { c.Port = port(t, s.IMAPAddr()) }, "TLS", "does not speak TLS", "starttls"},
		"no STARTTLS":      {func(c *Config) { c.TLS, c.Port = StartTLS, port(t, plain.IMAPAddr()) }, "TLS", "STARTTLS refused", "implicit"},
		"TLS from start":   {func(c *Config) { c.TLS = StartTLS; c.ConnectTimeout = 50 * time.Millisecond }, "TLS", "does not answer", ""},
		"wrong password":   {func(c *Config) { c.Password = password("x") }, "sign in", "refuses " + user, "mailbox.password_file"},
		"no folder":        {func(c *Config) { c.Folder = "Vragen" }, "folder", "No such mailbox", "mailbox.folder"},
		"no handled":       {func(c *Config) { c.HandledFolder = "Klaar" }, "handled folder", "No such mailbox", `"Klaar"`},
		"cannot be looked": {func(c *Config) { c.Password = func() (string, error) { return "", errDisk } }, "sign in", "the disk is full", "mailbox.password_file"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := config(t, s)
			cfg.TLS, cfg.Port, cfg.TLSConfig = Implicit, port(t, s.IMAPSAddr()), &tls.Config{RootCAs: cert.CAs}
			test.change(&cfg)
			var failed []Step
			for _, step := range Check(t.Context(), cfg) {
				if step.Err != nil {
					failed = append(failed, step)
				}
			}
			if len(failed) != 1 || failed[0].Name != test.step || !strings.Contains(failed[0].Detail, test.want) || !strings.Contains(failed[0].Remedy, test.remedy) {
				t.Errorf("%+v", failed)
			}
		})
	}
}

// A person in the middle who answers STARTTLS and slips commands' answers in behind it gets a broken handshake, not a believed answer.
func TestStartTLSInjection(t *testing.T) {
	client, server := net.Pipe()
	defer client.Close()
	go func() {
		defer server.Close()
		if _, err := server.Write([]byte("* OK hello\r\n")); err != nil {
			return
		}
		if _, err := readLine(server); err != nil {
			return
		}
		go io.Copy(io.Discard, server)
		_, _ = server.Write([]byte("a OK go on\r\n* PREAUTH welcome\r\n"))
	}()
	cfg := Config{Host: "mail.example.be", TLS: StartTLS}.withDefaults()
	_, err := secure(t.Context(), cfg, client)
	if noTLS := (tls.RecordHeaderError{}); !errors.As(err, &noTLS) {
		t.Errorf("%v", err)
	}
}

func TestStartTLSDemandsOK(t *testing.T) {
	for _, dialogue := range []string{"", "* OK", "* PREAUTH hello\r\na OK\r\n", "* BYE\r\na OK\r\n", "* OK\r\na NO later\r\n", "* OK\r\na BAD what\r\n", strings.Repeat("x", 9000)} {
		client, server := net.Pipe()
		go func() {
			for line := range strings.SplitAfterSeq(dialogue, "\n") {
				_, _ = server.Write([]byte(line))
				if line == "* OK\r\n" {
					_, _ = readLine(server)
				}
			}
			_ = server.Close()
		}()
		if err := startTLS(client); err == nil {
			t.Errorf("%q was believed", dialogue)
		}
		_ = client.Close()
	}
}
