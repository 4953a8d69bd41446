package staff

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/store/storetest"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

const (
	goodPassword  = "trein kaars mossel wolk"
	otherPassword = "lampe canard violon neige"
	home          = "192.0.2.7"
	elsewhere     = "198.51.100.9"
)

// world is staff on a real database in a temporary folder, with a clock that stands still until it is moved, and waits that only add up.
type world struct {
	*Staff
	t      testing.TB
	store  *store.Store
	folder string
	log    *bytes.Buffer
	now    time.Time
	waits  []time.Duration
	mails  []reply.StaffLink // written, also those that were not queued
	hashes atomic.Int64
	writes int
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return openWorld(t, t.TempDir())
}

// openWorld is one more process on the database of a folder.
func openWorld(t testing.TB, folder string) *world {
	t.Helper()
	w := &world{t: t, folder: folder, log: &bytes.Buffer{}, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	log := slog.New(slog.NewTextHandler(w.log, nil))
	clock := func() time.Time { return w.now }
	storetest.Empty(t, folder)
	s, err := store.Open(t.Context(), store.Options{
		Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key"), Clock: clock, Log: log,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w.store = s
	w.Staff, err = New(Options{
		Write: func(ctx context.Context, f func(Tx) error) error {
			w.writes++
			return s.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Random: rand.Reader, Clock: clock, PublicURL: func() string { return "https://desk.example.org" }, Log: log,
		Pause: func(ctx context.Context, d time.Duration) error {
			w.waits = append(w.waits, d)
			return ctx.Err()
		},
		Mail: w.mailer(log), Hashing: Hashing{Memory: 8, Time: 1, Threads: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	w.hasher.derive = func(password, salt []byte, h Hashing, size int) []byte {
		w.hashes.Add(1)
		return argon2id(password, salt, h, size)
	}
	return w
}

// houseReplies are the templates of the house, checked once for all tests.
var houseReplies = sync.OnceValues(func() (*reply.Set, error) {
	return reply.Load(templates.FS, reply.Desk{Name: "Servicedesk", Address: "desk@example.org"})
})

// mailer writes real mails, with the desk and the templates of the house.
func (w *world) mailer(log *slog.Logger) func(Tx, string, ticket.Language, reply.StaffLink) error {
	w.t.Helper()
	replies, err := houseReplies()
	if err != nil {
		w.t.Fatal(err)
	}
	d := desk.New(desk.Options{Replies: desk.Fixed(replies), Random: rand.Reader, Address: ticket.Address{Name: "Servicedesk", Addr: "desk@example.org"}, Log: log})
	return func(tx Tx, to string, lang ticket.Language, l reply.StaffLink) error {
		w.mails = append(w.mails, l)
		return d.QueueStaffLink(tx, to, lang, l)
	}
}

// add adds an account that can sign in.
func (w *world) add(name, address string, roles ...ticket.Role) Account {
	w.t.Helper()
	if err := w.AddWithPassword(w.t.Context(), "test", Account{Name: name, Address: address, Roles: roles}, goodPassword); err != nil {
		w.t.Fatal(err)
	}
	return w.find(address)
}

func (w *world) eva() Account {
	return w.add("Eva Peeters", "eva@example.org", ticket.Agent, ticket.Admin)
}

func (w *world) find(login string) Account {
	w.t.Helper()
	a, err := w.Find(w.t.Context(), login)
	if err != nil {
		w.t.Fatal(err)
	}
	return a
}

func (w *world) signIn(name, password, source, device string) (Admission, error) {
	w.t.Helper()
	w.waits = nil
	return w.SignIn(w.t.Context(), Credentials{Name: name, Password: password, Source: source, Device: device})
}

func (w *world) mustSignIn(name, source, device string) Admission {
	w.t.Helper()
	in, err := w.signIn(name, goodPassword, source, device)
	if err != nil {
		w.t.Fatalf("%s does not get in: %v", name, err)
	}
	return in
}

// waited is how long the last answer took.
func (w *world) waited() (sum time.Duration) {
	for _, d := range w.waits {
		sum += d
	}
	return sum
}

// events are the lines of the history, the newest first.
func (w *world) events() []ticket.Event {
	w.t.Helper()
	all, err := w.History(w.t.Context(), 0, 1000)
	if err != nil {
		w.t.Fatal(err)
	}
	return all
}

func (w *world) last() ticket.Event {
	w.t.Helper()
	all := w.events()
	if len(all) == 0 {
		w.t.Fatal("nothing happened")
	}
	return all[0]
}

func (w *world) wantLast(name string, words ...string) {
	w.t.Helper()
	e := w.last()
	if e.Name != name {
		w.t.Errorf("the last event is %s (%s), want %s", e.Name, e.Text, name)
	}
	for _, word := range words {
		if !strings.Contains(e.Text, word) {
			w.t.Errorf("%s does not say %q: %s", name, word, e.Text)
		}
	}
}

// holds fails when secrets stand anywhere in the database as they are, in the history, or in the log.
func (w *world) holdsNone(secrets ...string) {
	w.t.Helper()
	files, err := filepath.Glob(filepath.Join(w.folder, "desk.db*"))
	if err != nil {
		w.t.Fatal(err)
	}
	var all []byte
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			w.t.Fatal(err)
		}
		all = append(all, b...)
	}
	all = append(all, w.log.Bytes()...)
	for _, s := range secrets {
		if s == "" {
			w.t.Error("an empty secret: the test looks for nothing")
		}
		if bytes.Contains(all, []byte(s)) {
			w.t.Errorf("%.6s… stands in the database or the log", s)
		}
	}
}

func wantErr(t testing.TB, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) || want == nil && err != nil {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func tokenOf(t testing.TB, url string) string {
	t.Helper()
	token, ok := strings.CutPrefix(url, "https://desk.example.org"+LinkPath)
	if !ok || len(token) != 43 {
		t.Fatalf("the link %q does not lead to the console", url)
	}
	return token
}

func names(all []ticket.Event) (out []string) {
	for _, e := range slices.Backward(all) {
		out = append(out, e.Name)
	}
	return out
}

func TestNewSaysWhatIsWrong(t *testing.T) {
	if _, err := New(Options{Random: strings.NewReader("short")}); err == nil {
		t.Error("an exhausted source of randomness is taken")
	}
	if _, err := New(Options{Random: rand.Reader, Hashing: Hashing{Memory: 1}}); err == nil || !strings.Contains(err.Error(), "argon2id") {
		t.Errorf("costs out of bounds: %v", err)
	}
}

func TestNumbersNeverReachTheHistory(t *testing.T) {
	w := newWorld(t)
	w.add("Eva 11.02.14-801.91", "eva@example.org", ticket.Admin)
	for _, e := range w.events() {
		if strings.Contains(e.Text, "801.91") {
			t.Errorf("R7: %s", e.Text)
		}
	}
}

func TestPauseEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wantErr(t, "a pause whose request is gone", pause(ctx, time.Hour), context.Canceled)
	wantErr(t, "a pause", pause(t.Context(), time.Nanosecond), nil)
}
