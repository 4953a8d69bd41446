package browser

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// receive puts a mail, as it stands, into the mailbox that the program watches: APPEND (RFC 9051 section 6.3.12), with what the working
// folder of the demo says of its mail server. Lines may end in \n.
func (p *program) receive(t *testing.T, raw string) {
	t.Helper()
	raw = strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\n", "\r\n")
	c := p.dialIMAP(t)
	defer c.Close()
	password := strings.TrimSpace(p.file(t, "imap.password"))
	for _, step := range []struct{ send, expect string }{
		{"", "* OK"},
		{fmt.Sprintf("a LOGIN %q %q", p.setting(t, `username: (\S+)`), password), "a OK"},
		{fmt.Sprintf("b APPEND INBOX {%d}", len(raw)), "+"},
		{raw, "b OK"},
		{"c LOGOUT", "c OK"},
	} {
		if err := converse(c, step.send, step.expect); err != nil {
			t.Fatalf("APPEND: %v", err)
		}
	}
}

func (p *program) dialIMAP(t *testing.T) *textproto.Conn {
	t.Helper()
	trust := &tls.Config{ServerName: "127.0.0.1", RootCAs: x509.NewCertPool()}
	trust.RootCAs.AppendCertsFromPEM([]byte(p.file(t, "ca.pem")))
	dialer := &tls.Dialer{NetDialer: &net.Dialer{Timeout: patience}, Config: trust}
	c, err := dialer.DialContext(t.Context(), "tcp", "127.0.0.1:"+p.setting(t, `(?s)mailbox:.*?port: (\d+)`))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	return textproto.NewConn(c)
}

// converse sends a line and reads until the line that answers it.
func converse(c *textproto.Conn, send, expect string) error {
	if send != "" {
		if err := c.PrintfLine("%s", send); err != nil {
			return err
		}
	}
	for {
		line, err := c.ReadLine()
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(line, expect):
			return nil
		case !strings.HasPrefix(line, "* "):
			return errors.New(line)
		}
	}
}

func (p *program) file(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// setting returns what the group of the pattern matches in config.yaml.
func (p *program) setting(t *testing.T, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(p.file(t, "config.yaml"))
	if m == nil {
		t.Fatalf("config.yaml has no %s", pattern)
	}
	return m[1]
}
