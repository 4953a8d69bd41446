package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"log/slog"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/store/storetest"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
	"iec-iab.be/servicedesk/templates"
)

// The members of these tests. Their numbers are valid and nobody's: born before 1916.
const (
	numberAn   = "11.02.14-801.91"
	numberBart = "12.05.03-803.73"
	numberNone = "13.07.21-805.51" // of no member
)

const (
	publicURL    = "https://desk.example.org"
	goodPassword = "trein kaars mossel wolk"
)

// house is a console on a real desk, real staff and a real database in a temporary folder. It lives in a bubble of synctest, so that every
// clock is the same one, that of the session library too, and no test waits.
type house struct {
	*desk.Desk
	t       testing.TB
	store   *store.Store
	staff   *staff.Staff
	shop    *workshop.Workshop
	console *Console
	folder  string
	log     *logbook
	url     string
	parts   []Part
	reads   atomic.Int64
	uid     uint32
}

// inHouse runs a test in a house of its own.
func inHouse(t *testing.T, test func(t *testing.T, h *house), change ...func(*Options)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(t, newHouse(t, change...)) })
}

func newHouse(t testing.TB, change ...func(*Options)) *house {
	t.Helper()
	folder := t.TempDir()
	h := &house{t: t, folder: folder, log: &logbook{}, url: publicURL, parts: []Part{{Name: "mailbox", Well: true}, {Name: "outbox", Well: true}}}
	var err error
	storetest.Empty(t, folder)
	h.store, err = store.Open(t.Context(), store.Options{Path: h.path(), KeyFile: filepath.Join(folder, "desk.key"), Log: h.logger()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		h.store.Close()
		if found := h.numberInLog(); found != "" {
			t.Errorf("the log tells of a national number (R7): %s", found)
		}
	})
	h.furnish(change...)
	_, err = h.ImportMembers(t.Context(), "test", []ticket.Member{
		{LastName: "Peeters", FirstName: "An", Number: h.number(numberAn), Address: "an.old@example.be", Language: ticket.Dutch},
		{LastName: "Maes", FirstName: "Bart", Number: h.number(numberBart), Address: "bart@example.be", Language: ticket.French},
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// furnish assembles desk, staff and console on the database, as cmd/servicedesk does.
func (h *house) furnish(change ...func(*Options)) {
	h.t.Helper()
	replies := h.mustReplies()
	h.Desk = h.newDesk(replies)
	h.shop = h.newShop(replies)
	var err error
	if h.staff, err = h.newStaff(); err != nil {
		h.t.Fatal(err)
	}
	o := Options{
		Desk: h.Desk, Staff: h.staff, Replies: replies.Originals(), Workshop: h.shop, Parts: func() []Part { return h.parts }, URL: h.url, Version: "test", Log: h.logger(),
	}
	for _, c := range change {
		c(&o)
	}
	if h.console, err = New(o); err != nil {
		h.t.Fatal(err)
	}
	rendered.watch(h.console.pages)
}

// houseReplies are the templates of the house, checked once for all tests. Each house mixes its own published ones in.
var houseReplies = sync.OnceValues(func() (*reply.Set, error) {
	return reply.Load(templates.FS, reply.Desk{Name: "Servicedesk", Address: "desk@example.org"})
})

func (h *house) mustReplies() *workshop.Replies {
	h.t.Helper()
	set, err := houseReplies()
	if err != nil {
		h.t.Fatal(err)
	}
	replies, err := workshop.From(set, templates.FS, h.logger())
	if err != nil {
		h.t.Fatal(err)
	}
	return replies
}

func (h *house) newShop(replies *workshop.Replies) *workshop.Workshop {
	return workshop.New(workshop.Options{
		Write: func(ctx context.Context, f func(workshop.Tx) error) error {
			return h.store.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(workshop.Tx) error) error {
			return h.store.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Mail:    func(tx workshop.Tx, to string, r reply.Rendered) error { return h.QueueTemplateTest(tx, to, r) },
		Replies: replies, Tickets: h.Desk,
	})
}

func (h *house) newDesk(replies *workshop.Replies) *desk.Desk {
	h.t.Helper()
	return desk.New(desk.Options{
		Write: func(ctx context.Context, f func(desk.Tx) error) error {
			return h.store.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(desk.Tx) error) error {
			h.reads.Add(1)
			return h.store.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Reader:  desk.Reader{OwnAddresses: []string{"desk@example.org"}, AuthservID: "mx.example.org", Fallback: ticket.Dutch, Clock: time.Now},
		Replies: func(tx desk.Published) (*reply.Set, error) { return replies.Of(tx) }, Random: rand.Reader,
		Address:       ticket.Address{Name: "Servicedesk", Addr: "desk@example.org"},
		AnswersPerDay: 100, AnswersPerHour: 1000, QuestionsPerTicket: 2, Log: h.logger(),
	})
}

func (h *house) newStaff() (*staff.Staff, error) {
	return staff.New(staff.Options{
		Write: func(ctx context.Context, f func(staff.Tx) error) error {
			return h.store.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(staff.Tx) error) error {
			h.reads.Add(1)
			return h.store.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Mail: func(tx staff.Tx, to string, lang ticket.Language, l reply.StaffLink) error {
			return h.QueueStaffLink(tx, to, lang, l)
		},
		Random: rand.Reader, PublicURL: func() string { return h.url }, Hashing: staff.Hashing{Memory: 8, Time: 1, Threads: 1}, Log: h.logger(),
	})
}

func (h *house) path() string { return filepath.Join(h.folder, "desk.db") }

func (h *house) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(h.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// logbook keeps what is logged.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func (h *house) number(s string) nrn.Number {
	h.t.Helper()
	n, err := nrn.Parse(s, time.Now())
	if err != nil {
		h.t.Fatalf("%s: %v", s, err)
	}
	return n
}

// hire adds an account that can sign in.
func (h *house) hire(name string, roles ...ticket.Role) staff.Account {
	h.t.Helper()
	a := staff.Account{Name: name, Address: strings.ToLower(name) + "@example.org", Roles: roles, Language: ticket.English}
	if err := h.staff.AddWithPassword(h.t.Context(), "test", a, goodPassword); err != nil {
		h.t.Fatal(err)
	}
	a, err := h.staff.Find(h.t.Context(), name)
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

// letter is a mail in the making.
type letter struct {
	from, subject, body string
	header              []string // whole lines
}

func (l letter) raw() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "From: %s\r\nTo: desk@example.org\r\nSubject: %s\r\nMIME-Version: 1.0\r\n", l.from, l.subject)
	if !slices.ContainsFunc(l.header, func(s string) bool { return strings.HasPrefix(s, "Content-Type:") }) {
		b.WriteString("Content-Type: text/plain; charset=utf-8\r\n")
	}
	for _, line := range l.header {
		b.WriteString(line + "\r\n")
	}
	b.WriteString("\r\n" + strings.ReplaceAll(l.body, "\n", "\r\n"))
	return []byte(b.String())
}

// forgotten is a complete request of An from another address than the known one.
func forgotten() letter {
	return letter{from: "An Peeters <an@home.example>", subject: "e-mailadres vergeten",
		body: "Beste,\n\nNaam: Peeters\nVoornaam: An\nRijksregisternummer: " + numberAn + "\n\nMet vriendelijke groeten\nAn Peeters\n"}
}

func changed(to string) letter {
	return letter{from: "Bart Maes <bart@home.example>", subject: "adresse e-mail modifiée",
		body: "Bonjour,\n\nMon adresse e-mail a changé.\nNom: Maes\nPrénom: Bart\nNuméro national: " + numberBart + "\nNouvelle adresse: " + to + "\n\nBart Maes\n"}
}

func incomplete() letter {
	return letter{from: "Cas Smets <cas@home.example>", subject: "e-mailadres vergeten",
		body: "Beste,\n\nIk weet niet meer welk e-mailadres u van mij kent.\n\nGroeten\nCas Smets\n"}
}

func otherMatter() letter {
	return letter{from: "Dora Claes <dora@home.example>", subject: "Openingsuren", body: "Beste,\n\nTot hoe laat is het secretariaat open op vrijdag?\n\nGroeten\nDora\n"}
}

func passwordForgotten() letter {
	return letter{from: "Ed Wouters <ed@home.example>", subject: "wachtwoord vergeten", body: "Beste,\n\nIk ben mijn wachtwoord vergeten. Wat moet ik doen?\n\nEd Wouters\n"}
}

// stranger is a complete request with a number that nobody has, which makes an alarm.
func stranger() letter {
	return letter{from: "Fons Bogaerts <fons@home.example>", subject: "e-mailadres vergeten",
		body: "Beste,\n\nNaam: Bogaerts\nVoornaam: Fons\nRijksregisternummer: " + numberNone + "\n\nFons Bogaerts\n"}
}

// receive hands a mail over as the mailbox would, and returns the ticket that it became or joined.
func (h *house) receive(l letter) ticket.Ref {
	h.t.Helper()
	return h.receiveRaw(l.raw())
}

func (h *house) receiveRaw(raw []byte) ticket.Ref {
	h.t.Helper()
	h.uid++
	in := desk.Incoming{UID: h.uid, Size: int64(len(raw)), Received: time.Now(), Raw: raw}
	if err := h.Receive(h.t.Context(), "m", 1, []desk.Incoming{in}); err != nil {
		h.t.Fatal(err)
	}
	var ref ticket.Ref
	err := h.store.Read(h.t.Context(), func(tx *store.Tx) error {
		id, err := tx.LastEventID()
		if err != nil {
			return err
		}
		list, err := tx.EventsSince(max(id-20, 0), 20)
		for _, e := range list {
			if e.Name == ticket.EventReceived {
				ref = e.Ref
			}
		}
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return ref
}

// index makes words of names findable, as the worker does each second.
func (h *house) index() {
	h.t.Helper()
	if _, err := h.IndexWords(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) show(ref ticket.Ref) desk.View {
	h.t.Helper()
	v, err := h.Show(h.t.Context(), ref)
	if err != nil {
		h.t.Fatal(err)
	}
	return v
}

// sent is what was queued on a ticket.
func (h *house) sent(ref ticket.Ref) (out []string) {
	h.t.Helper()
	for _, o := range h.show(ref).Outgoing {
		out = append(out, string(o.Occasion)+" to "+o.Recipient)
	}
	return out
}

// deliver hands everything that is due to a mail server, which takes it or refuses it for good.
func (h *house) deliver(result ticket.AttemptResult, said string) {
	h.t.Helper()
	due, err := h.Claim(h.t.Context(), 100, time.Hour)
	if err != nil {
		h.t.Fatal(err)
	}
	for _, d := range due {
		if err := h.Finish(h.t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: d.Attempts, Result: result, Text: said}, time.Time{}); err != nil {
			h.t.Fatal(err)
		}
	}
}

// database is everything that is stored, as text, but for the sessions of browsers: each request may touch its own.
func (h *house) database() string {
	h.t.Helper()
	db, err := sql.Open("sqlite", "file:"+h.path()+"?mode=ro")
	if err != nil {
		h.t.Fatal(err)
	}
	defer db.Close()
	var b strings.Builder
	for _, table := range h.column(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'sessions' ORDER BY name") {
		columns := h.column(db, "SELECT 'quote(' || name || ')' FROM pragma_table_info('"+table+"')")
		for _, row := range h.column(db, "SELECT "+strings.Join(columns, " || ',' || ")+" FROM "+table) {
			b.WriteString(table + ": " + row + "\n")
		}
	}
	return b.String()
}

func (h *house) column(db *sql.DB, query string) (out []string) {
	h.t.Helper()
	rows, err := db.QueryContext(h.t.Context(), query)
	if err != nil {
		h.t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			h.t.Fatal(err)
		}
		out = append(out, text)
	}
	if err := rows.Err(); err != nil {
		h.t.Fatal(err)
	}
	return out
}

// changedSince says what a step did to the database; empty: nothing.
func (h *house) changedSince(before string) string {
	h.t.Helper()
	old := strings.Split(before, "\n")
	var fresh []string
	for line := range strings.SplitSeq(h.database(), "\n") {
		if i := slices.Index(old, line); i >= 0 {
			old = slices.Delete(old, i, i+1)
		} else {
			fresh = append(fresh, "+ "+shorten(line))
		}
	}
	for _, line := range old {
		fresh = append(fresh, "- "+shorten(line))
	}
	return strings.Join(fresh, "\n")
}

func shorten(s string) string {
	if len(s) > 200 {
		return s[:200] + "…"
	}
	return s
}

// events are the names of what happened on a ticket, oldest first.
func (h *house) events(ref ticket.Ref) (names []string) {
	h.t.Helper()
	for _, e := range h.show(ref).Events {
		names = append(names, e.Name)
	}
	return names
}

// statusIs is what most tests want to know first.
func (a *answer) statusIs(want int) *answer {
	a.t.Helper()
	if a.status != want {
		a.t.Fatalf("%s answers %d, want %d: %s", a.what, a.status, want, shorten(a.words()))
	}
	return a
}

// leadsTo wants a redirect to a path.
func (a *answer) leadsTo(path string) *answer {
	a.t.Helper()
	if got := a.header.Get("Location"); a.status != http.StatusSeeOther || got != path {
		a.t.Fatalf("%s answers %d to %q, want 303 to %q: %s", a.what, a.status, got, path, shorten(a.words()))
	}
	return a
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
