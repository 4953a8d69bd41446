package mailbox

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/mailserver"
	"iec-iab.be/servicedesk/internal/mailserver/rigtest"
)

// taker is a Handler that takes everything from the first mail on, and costs nothing.
type taker func([]Fetched)

func (f taker) Cursor(context.Context, string, uint32) (uint32, error) { return 0, nil }
func (f taker) Receive(_ context.Context, _ string, _ uint32, batch []Fetched) error {
	f(batch)
	return nil
}
func (f taker) ToFile(context.Context, string, uint32) ([]uint32, error) { return nil, nil }
func (f taker) Filed(context.Context, string, uint32, []uint32) error    { return nil }

// BenchmarkNews is the time from the delivery of a mail, while the watcher idles, to Receive; the server is in the same process.
func BenchmarkNews(b *testing.B) {
	s, err := mailserver.Start(mailserver.Options{Users: map[string]string{user: secret}})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	received := make(chan struct{}, 1)
	cfg := Config{Host: "127.0.0.1", Port: port(b, s.IMAPAddr()), TLS: NoTLS, Username: user, Password: password(secret)}
	defer run(b, cfg, taker(func([]Fetched) { received <- struct{}{} }))()
	idles := 0
	for b.Loop() {
		b.StopTimer()
		if err := s.Wait(b.Context(), func() bool { return s.Counts().Commands["IDLE"] > idles }); err != nil {
			b.Fatal(err)
		}
		idles = s.Counts().Commands["IDLE"]
		b.StartTimer()
		if err := s.Deliver(user, letter(1)); err != nil {
			b.Fatal(err)
		}
		<-received
	}
}

// BenchmarkDovecot is the time to connect and fetch 5,000 mails of 3 KB from Dovecot, over TLS, storing nothing.
func BenchmarkDovecot(b *testing.B) {
	r := rigtest.Start(b, "imap")
	line := bytes.Repeat([]byte("0123456789abcdef"), 4)
	raw := fmt.Appendf(nil, "From: an@example.be\nSubject: x\n\n%s", bytes.Repeat(append(line[:62:62], '\n'), 48))
	const mails = 5000
	var all [][]byte
	for range mails {
		all = append(all, raw)
	}
	r.Inject(all)
	r.Dump(r.Env["USER"], "--headers-only", "--since", fmt.Sprint(mails)) // Dovecot indexes at the first look
	cfg := rigConfig(b, r)
	for b.Loop() {
		n, done := 0, make(chan struct{})
		stop := run(b, cfg, taker(func(batch []Fetched) {
			if n += len(batch); n == mails {
				close(done)
			}
		}))
		<-done
		b.StopTimer()
		stop()
		b.StartTimer()
	}
	b.ReportMetric(mails*float64(b.N)/b.Elapsed().Seconds(), "mails/s")
}

// run runs a watcher until the returned function is called.
func run(b *testing.B, cfg Config, h Handler) (stop func()) {
	b.Helper()
	w, err := New(cfg, h, nil)
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	return func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				b.Error(err)
			}
		case <-time.After(10 * time.Second):
			b.Error("Run did not end")
		}
	}
}
