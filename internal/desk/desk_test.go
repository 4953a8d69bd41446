package desk_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/store/storetest"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

// The members of these tests. Their numbers are valid and nobody's: born before 1916.
const (
	numberAn     = "11.02.14-801.91"
	numberBart   = "12.05.03-803.73"
	numberNobody = "13.07.21-805.51"
)

// world is a desk on a real database in a temporary folder, with a clock that stands still until it is moved.
type world struct {
	*desk.Desk
	t      testing.TB
	store  *store.Store
	folder string
	log    *bytes.Buffer
	now    time.Time
	uid    uint32
	wrap   func(desk.Tx) desk.Tx // between the desk and the database, for tests that break things
}

// houseReplies are the templates of the house, checked once for all tests.
var houseReplies = sync.OnceValues(func() (*reply.Set, error) {
	return reply.Load(templates.FS, reply.Desk{Name: "Servicedesk", Address: "desk@example.org"})
})

func newWorld(t testing.TB, change ...func(*desk.Options)) *world {
	t.Helper()
	w := &world{t: t, folder: t.TempDir(), log: &bytes.Buffer{}, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), wrap: func(tx desk.Tx) desk.Tx { return tx }}
	log := slog.New(slog.NewTextHandler(w.log, nil))
	clock := func() time.Time { return w.now }
	storetest.Empty(t, w.folder)
	s, err := store.Open(t.Context(), store.Options{
		Path: filepath.Join(w.folder, "desk.db"), KeyFile: filepath.Join(w.folder, "desk.key"), Clock: clock, Log: log,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w.store = s
	replies, err := houseReplies()
	if err != nil {
		t.Fatal(err)
	}
	o := desk.Options{
		Write: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Write(ctx, func(tx *store.Tx) error { return f(w.wrap(tx)) })
		},
		Read: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Reader:  desk.Reader{OwnAddresses: []string{"desk@example.org"}, Fallback: ticket.Dutch, Clock: clock},
		Replies: desk.Fixed(replies), Random: rand.Reader, Address: ticket.Address{Name: "Servicedesk", Addr: "desk@example.org"},
		AnswersPerDay: 3, AnswersPerHour: 100, QuestionsPerTicket: 2, Log: log,
	}
	for _, c := range change {
		c(&o)
	}
	w.Desk = desk.New(o)
	if _, test := t.(*testing.T); test {
		t.Cleanup(w.spoken)
	}
	w.members()
	return w
}

func (w *world) members() {
	w.t.Helper()
	_, err := w.ImportMembers(w.t.Context(), "test", []ticket.Member{
		{LastName: "Peeters", FirstName: "An", Number: w.number(numberAn), Address: "an.old@example.be", Language: ticket.Dutch},
		{LastName: "Maes", FirstName: "Bart", Number: w.number(numberBart), Address: "bart@example.be", Language: ticket.French},
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) number(s string) nrn.Number {
	w.t.Helper()
	n, err := nrn.Parse(s, w.now)
	if err != nil {
		w.t.Fatalf("%s: %v", s, err)
	}
	return n
}

// letter is a mail in the making.
type letter struct {
	from, subject, body string
	header              []string // whole lines
}

func (l letter) raw() []byte {
	var b strings.Builder
	if l.from != "" {
		fmt.Fprintf(&b, "From: %s\r\n", l.from)
	}
	fmt.Fprintf(&b, "To: desk@example.org\r\nSubject: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n", l.subject)
	for _, h := range l.header {
		b.WriteString(h + "\r\n")
	}
	b.WriteString("\r\n" + strings.ReplaceAll(l.body, "\n", "\r\n"))
	return []byte(b.String())
}

// forgotten is a complete request of An from another address than the known one.
func forgotten() letter {
	return letter{"An Peeters <an@home.example>", "e-mailadres vergeten",
		"Beste,\n\nNaam: Peeters\nVoornaam: An\nRijksregisternummer: " + numberAn + "\n\nMet vriendelijke groeten\nAn Peeters\n", []string{"Message-ID: <first@home.example>"}}
}

func changed(to string) letter {
	return letter{"An Peeters <an@home.example>", "e-mailadres gewijzigd",
		"Beste,\n\nMijn e-mailadres is gewijzigd.\nNaam: Peeters\nVoornaam: An\nRijksregisternummer: " + numberAn + "\nMijn nieuw e-mailadres: " + to + "\n\nAn Peeters\n", nil}
}

func incomplete() letter {
	return letter{"An Peeters <an@home.example>", "e-mailadres vergeten", "Beste,\n\nIk weet niet meer welk e-mailadres u van mij kent.\n\nGroeten\nAn Peeters\n", nil}
}

// receive hands mails over as the mailbox would, with UIDs that go up.
func (w *world) receive(letters ...letter) {
	w.t.Helper()
	batch := make([]desk.Incoming, len(letters))
	for i, l := range letters {
		batch[i] = w.incoming(l.raw())
	}
	if err := w.Receive(w.t.Context(), "m", 1, batch); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) incoming(raw []byte) desk.Incoming {
	w.uid++
	return desk.Incoming{UID: w.uid, Size: int64(len(raw)), Received: w.now, Raw: raw}
}

// last is the newest ticket.
func (w *world) last() desk.View {
	w.t.Helper()
	all := w.all()
	if len(all) == 0 {
		w.t.Fatal("there is no ticket")
	}
	return w.show(all[len(all)-1].Ticket.Ref)
}

func (w *world) show(ref ticket.Ref) desk.View {
	w.t.Helper()
	v, err := w.Show(w.t.Context(), ref)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w *world) all() []desk.Summary {
	w.t.Helper()
	list, err := w.List(w.t.Context(), ticket.Filter{})
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}

func (w *world) account() desk.Account {
	w.t.Helper()
	a, err := w.Account(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return a
}

// sent is everything that was queued, over all tickets.
func (w *world) sent() (out []ticket.Delivery) {
	w.t.Helper()
	for _, s := range w.all() {
		for _, o := range w.show(s.Ticket.Ref).Outgoing {
			out = append(out, o.Delivery)
		}
	}
	return out
}

func (w *world) approve(v desk.View, reason string) {
	w.t.Helper()
	if err := w.Approve(w.t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Eva", Reason: reason}); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) member(number string) ticket.Member {
	w.t.Helper()
	var m ticket.Member
	err := w.store.Read(w.t.Context(), func(tx *store.Tx) (err error) {
		m, err = tx.MemberByNumber(w.number(number))
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return m
}

// deliver hands everything due to a mail server that says yes.
func (w *world) deliver() {
	w.t.Helper()
	due, err := w.Claim(w.t.Context(), 100, time.Hour)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, d := range due {
		err := w.Finish(w.t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: d.Attempts, Result: ticket.AttemptSent, Code: 250}, time.Time{})
		if err != nil {
			w.t.Fatal(err)
		}
	}
}

func finding(t testing.TB, v desk.View, name string) ticket.Finding {
	t.Helper()
	i := slices.IndexFunc(v.Check.Findings, func(f ticket.Finding) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no finding %s in %+v", name, v.Check.Findings)
	}
	return v.Check.Findings[i]
}

func occasions(list []ticket.Delivery) (out []string) {
	for _, d := range list {
		out = append(out, string(d.Occasion)+" to "+d.Recipient)
	}
	return out
}

func wantSent(t testing.TB, w *world, want ...string) {
	t.Helper()
	if got := occasions(w.sent()); !slices.Equal(got, want) {
		t.Errorf("queued: %q, want %q", got, want)
	}
}
