package mailbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/mailserver"
)

const (
	user   = "servicedesk@example.be"
	secret = "s3cret"
)

// desk is a Handler that keeps everything in memory, as a database would.
type desk struct {
	mu       sync.Mutex
	mails    map[uint32][]Fetched // by UIDVALIDITY
	batches  []int                // how many mails each batch had
	toFile   map[uint32]bool      // UIDs; filed ones are taken out
	fileAll  bool                 // every mail is to be filed
	received func([]Fetched)      // called before a batch is kept
	fail     error                // what Receive says
	changed  chan struct{}
}

func newDesk() *desk {
	return &desk{mails: map[uint32][]Fetched{}, toFile: map[uint32]bool{}, changed: make(chan struct{})}
}

func (d *desk) announce() {
	close(d.changed)
	d.changed = make(chan struct{})
}

func (d *desk) Cursor(_ context.Context, _ string, validity uint32) (uint32, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if mails := d.mails[validity]; len(mails) > 0 {
		return mails[len(mails)-1].UID, nil
	}
	return 0, nil
}

func (d *desk) Receive(ctx context.Context, _ string, validity uint32, batch []Fetched) error {
	d.mu.Lock()
	received := d.received
	d.mu.Unlock()
	if received != nil {
		received(batch)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	defer d.announce()
	if d.fail != nil {
		return d.fail
	}
	cursor := uint32(0)
	if mails := d.mails[validity]; len(mails) > 0 {
		cursor = mails[len(mails)-1].UID
	}
	for _, mail := range batch {
		if mail.UID <= cursor {
			return fmt.Errorf("UID %d after %d", mail.UID, cursor) // the promise of Receive: ascending, and each once
		}
		cursor = mail.UID
		d.mails[validity] = append(d.mails[validity], mail)
		if d.fileAll {
			d.toFile[mail.UID] = true
		}
	}
	d.batches = append(d.batches, len(batch))
	return ctx.Err()
}

func (d *desk) ToFile(context.Context, string, uint32) ([]uint32, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var uids []uint32
	for uid := range d.toFile {
		uids = append(uids, uid)
	}
	slices.Sort(uids)
	return uids, nil
}

func (d *desk) Filed(_ context.Context, _ string, _ uint32, uids []uint32) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, uid := range uids {
		delete(d.toFile, uid)
	}
	d.announce()
	return nil
}

// set changes the desk while a watcher works for it.
func (d *desk) set(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f()
	d.announce()
}

// wait waits until ok says true of the desk.
func (d *desk) wait(t *testing.T, what string, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for {
		d.mu.Lock()
		done, changed := ok(), d.changed
		d.mu.Unlock()
		if done {
			return
		}
		select {
		case <-changed:
		case <-ctx.Done():
			t.Fatalf("%s: not so after 30 s", what)
		}
	}
}

// waitFor waits until n mails were received in all.
func (d *desk) waitFor(t *testing.T, n int) {
	t.Helper()
	d.wait(t, strconv.Itoa(n)+" mails", func() bool { return d.total() >= n })
}

func (d *desk) total() int {
	n := 0
	for _, mails := range d.mails {
		n += len(mails)
	}
	return n
}

// all returns the mails of one UIDVALIDITY, or of the only one when it is 0.
func (d *desk) all(validity uint32) []Fetched {
	d.mu.Lock()
	defer d.mu.Unlock()
	for v, mails := range d.mails {
		if validity == 0 || v == validity {
			return slices.Clone(mails)
		}
	}
	return nil
}

func letter(n int) []byte {
	return fmt.Appendf(nil, "Subject: letter %d\r\n\r\n%s\r\n", n, bytes.Repeat([]byte("x"), n%97))
}

func start(t *testing.T, opt mailserver.Options) *mailserver.Server {
	t.Helper()
	opt.Users = map[string]string{user: secret}
	s, err := mailserver.Start(opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func deliver(t *testing.T, s *mailserver.Server, from, to int) {
	t.Helper()
	for n := from; n <= to; n++ {
		if err := s.Deliver(user, letter(n)); err != nil {
			t.Fatal(err)
		}
	}
}

// config watches s, and never waits long for another try.
func config(t *testing.T, s *mailserver.Server) Config {
	t.Helper()
	cfg := Config{Host: "127.0.0.1", TLS: NoTLS, Username: user, Password: password(secret), PollInterval: time.Minute, RetryMin: time.Millisecond, RetryMax: 5 * time.Millisecond}
	if s.IMAPAddr() == "" {
		cfg.dial = func(ctx context.Context, _, _ string) (net.Conn, error) { return s.DialIMAP(ctx) }
		return cfg
	}
	cfg.Port = port(t, s.IMAPAddr())
	return cfg
}

func port(t testing.TB, address string) int {
	t.Helper()
	_, p, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(p)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func password(p string) func() (string, error) { return func() (string, error) { return p, nil } }

// watch runs a watcher until the test ends, or until the returned function is called.
func watch(t *testing.T, cfg Config, d Handler) (*Watcher, func()) {
	t.Helper()
	return watchLog(t, cfg, d, nil)
}

func watchLog(t *testing.T, cfg Config, d Handler, log *slog.Logger) (*Watcher, func()) {
	t.Helper()
	w, err := New(cfg, d, log)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	stop := sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	t.Cleanup(stop)
	return w, stop
}

// lines is a log that tests can read while it is written.
type lines struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

func (l *lines) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

var errDisk = errors.New("the disk is full")
