package outbox

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2.0.0 Ok", "2.0.0 Ok"},
		{" a\r\n\tb\u00a0c ", "a b c"},
		{"a\x1b[31mred\x07", "a?[31mred?"},
		{"bad \xff\xfe octets", "bad ? octets"},
		{"right-to-left \u202e", "right-to-left ?"},
		{"", ""},
		{strings.Repeat("é", 301), strings.Repeat("é", 297) + "..."},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

// tape is a server that says what stands on it, whatever it is told, and then closes.
type tape struct {
	io.Reader
	heard bytes.Buffer
}

func (t *tape) Write(b []byte) (int, error)      { return t.heard.Write(b) }
func (t *tape) Close() error                     { return nil }
func (t *tape) LocalAddr() net.Addr              { return &net.TCPAddr{} }
func (t *tape) RemoteAddr() net.Addr             { return &net.TCPAddr{} }
func (t *tape) SetDeadline(time.Time) error      { return nil }
func (t *tape) SetReadDeadline(time.Time) error  { return nil }
func (t *tape) SetWriteDeadline(time.Time) error { return nil }

// Whatever a server says: one result, told in one clean line, and nothing is sent without its word.
func FuzzServer(f *testing.F) {
	const hello = "220 x\r\n250-x\r\n250-AUTH PLAIN\r\n250 SMTPUTF8\r\n235 Ok\r\n"
	for _, seed := range []string{
		hello + "250 Ok\r\n250 Ok\r\n354 go\r\n250 taken\r\n221 bye\r\n",
		hello + "250 Ok\r\n550-no\r\n550 never\r\n250 Ok\r\n",
		hello + "250 Ok\r\n250 Ok\r\n354 go\r\n", hello + "530 5.7.0 AUTH\r\n", "421 \x1b[2J\r\n", "220 x\r\n502 what\r\n250 x\r\n",
		"220-\r\n220-\r\n220 \r\n250 AUTH \r\n334 \r\n", "-1 x\r\n", "999999999999 x\r\n", "250 \xff\xfe\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, said string) {
		server := &tape{Reader: strings.NewReader(said)}
		cfg := withPassword(Config{Host: "localhost", TLS: noTLS, HelloName: "x"}, password)
		dials := 0
		cfg.Dial = func(_ context.Context, _, _ string) (net.Conn, error) {
			if dials++; dials > 1 {
				return nil, io.EOF
			}
			return server, nil
		}
		s, q := mustSender(t, cfg, "an@example.be")
		s.tick(t.Context())
		a := q.attempts(q.rows[0])
		if len(a) != 1 || a[0].Result == ticket.AttemptStarted {
			t.Fatalf("attempts %+v", a)
		}
		for _, text := range []string{a[0].Text, s.Status().LastError} {
			if utf8.RuneCountInString(text) > maxText || strings.ContainsFunc(text, unicode.IsControl) || strings.Contains(text, "CANARY") {
				t.Fatalf("text %q", text)
			}
		}
		whole := strings.Contains(server.heard.String(), "\r\n.\r\n")
		if a[0].Result == ticket.AttemptSent && (!whole || !strings.Contains(said, "354") || a[0].Code/100 != 2) {
			t.Fatalf("%+v after %q", a, said)
		}
		if a[0].Result == ticket.AttemptUnknown && !whole {
			t.Fatalf("unknown, but the dot was never said: %q", server.heard.String())
		}
	})
}

func BenchmarkSend(b *testing.B) {
	for _, mode := range []string{noTLS, startTLS} {
		b.Run(mode, func(b *testing.B) {
			_, cfg := mustServe(b, mode)
			cfg.Batch = 100
			s, q := mustSender(b, cfg)
			for i := range b.N {
				q.add(fmt.Sprintf("member%d@example.net", i%50), message)
				q.rows[i].Sender = "" // no bounces: the recipients are elsewhere
			}
			b.ResetTimer()
			s.tick(b.Context())
			b.StopTimer()
			if n := s.Status().Attempts[ticket.AttemptSent]; n != int64(b.N) {
				b.Fatalf("%d of %d sent", n, b.N)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "mails/s")
		})
	}
}
