package workshop_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/store/storetest"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
	"iec-iab.be/servicedesk/templates"
)

// numberAn is valid and nobody's: born before 1916.
const numberAn = "11.02.14-801.91"

var known = workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.Dutch} // never changed

// world is one process: a workshop and a desk on a real database in a folder, with a clock that stands still until it is moved.
type world struct {
	*workshop.Workshop
	t      testing.TB
	desk   *desk.Desk
	store  *store.Store
	files  fstest.MapFS // the originals
	folder string
	log    *bytes.Buffer
	now    time.Time
	queued int
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return openWorld(t, t.TempDir(), house(t))
}

// house copies the shipped templates into files that a test may change.
func house(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(templates.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// openWorld is one more process on the database of a folder.
func openWorld(t testing.TB, folder string, files fstest.MapFS) *world {
	t.Helper()
	w := &world{t: t, folder: folder, files: files, log: &bytes.Buffer{}, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	log, clock := slog.New(slog.NewTextHandler(w.log, nil)), func() time.Time { return w.now }
	storetest.Empty(t, folder)
	s, err := store.Open(t.Context(), store.Options{Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key"), Clock: clock, Log: log})
	w.must(err)
	t.Cleanup(func() { s.Close() })
	replies, err := workshop.Load(files, reply.Desk{Name: "Servicedesk", Address: "desk@example.org"}, log)
	w.must(err)
	w.store = s
	w.desk = desk.New(desk.Options{
		Write: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Reader:  desk.Reader{OwnAddresses: []string{"desk@example.org"}, Fallback: ticket.Dutch, Clock: clock},
		Replies: func(tx desk.Published) (*reply.Set, error) { return replies.Of(tx) },
		Random:  rand.Reader, Address: ticket.Address{Name: "Servicedesk", Addr: "desk@example.org"},
		AnswersPerDay: 3, AnswersPerHour: 100, QuestionsPerTicket: 2, Log: log,
	})
	w.Workshop = workshop.New(workshop.Options{
		Write: func(ctx context.Context, f func(workshop.Tx) error) error {
			return s.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(workshop.Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Mail:    func(tx workshop.Tx, to string, r reply.Rendered) error { return w.desk.QueueTemplateTest(tx, to, r) },
		Replies: replies, Tickets: w.desk, Queued: func() { w.queued++ },
	})
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// original is the file of a key.
func (w *world) original(k workshop.Key) string {
	w.t.Helper()
	data, err := w.files.ReadFile(k.String() + ".md")
	w.must(err)
	return string(data)
}

// with is the original of a key with one more paragraph.
func (w *world) with(k workshop.Key, words string) string {
	w.t.Helper()
	return strings.TrimRight(w.original(k), "\n") + "\n\n" + words + "\n"
}

func (w *world) open(k workshop.Key) workshop.Page {
	w.t.Helper()
	p, err := w.Open(w.t.Context(), k)
	w.must(err)
	return p
}

func (w *world) cell(k workshop.Key) workshop.Cell {
	w.t.Helper()
	cells, err := w.Matrix(w.t.Context())
	w.must(err)
	for _, c := range cells {
		if c.Key == k {
			return c
		}
	}
	w.t.Fatalf("no cell of %s in the matrix", k)
	return workshop.Cell{}
}

func (w *world) save(by string, k workshop.Key, source string, seen int64) workshop.Draft {
	w.t.Helper()
	d, err := w.SaveDraft(w.t.Context(), by, k, source, seen)
	w.must(err)
	return d
}

// publish writes a draft and publishes it.
func (w *world) publish(k workshop.Key, source string) workshop.Version {
	w.t.Helper()
	v, err := w.Publish(w.t.Context(), "Eva", k, w.save("Eva", k, source, 0).Version, "clearer")
	w.must(err)
	return v
}

// events are the lines of the history that are about no ticket, oldest first.
func (w *world) events() (out []string) {
	w.t.Helper()
	w.must(w.store.Read(w.t.Context(), func(tx *store.Tx) error {
		list, err := tx.EventsOfNone(0, 100)
		for _, e := range list {
			if strings.HasPrefix(e.Name, "template_") {
				out = append([]string{fmt.Sprintf("%s %s: %s", e.Actor, e.Name, e.Text)}, out...)
			}
		}
		return err
	}))
	return out
}

// request lets An ask for her address in a language, and returns her ticket.
func (w *world) request(subject string) desk.View {
	w.t.Helper()
	number, err := nrn.Parse(numberAn, w.now)
	w.must(err)
	_, err = w.desk.ImportMembers(w.t.Context(), "test", []ticket.Member{
		{LastName: "Peeters", FirstName: "An", Number: number, Address: "an.old@example.be", Language: ticket.Dutch},
	})
	w.must(err)
	raw := fmt.Appendf(nil, "From: An Peeters <an@home.example>\r\nTo: desk@example.org\r\nSubject: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"+
		"\r\nNaam: Peeters\r\nVoornaam: An\r\nRijksregisternummer: %s\r\n", subject, numberAn)
	w.must(w.desk.Receive(w.t.Context(), "m", 1, []desk.Incoming{{UID: 1, Size: int64(len(raw)), Received: w.now, Raw: raw}}))
	return w.show()
}

// show is the only ticket.
func (w *world) show() desk.View {
	w.t.Helper()
	list, err := w.desk.List(w.t.Context(), ticket.Filter{})
	w.must(err)
	if len(list) != 1 {
		w.t.Fatalf("%d tickets, want one", len(list))
	}
	v, err := w.desk.Show(w.t.Context(), list[0].Ticket.Ref)
	w.must(err)
	return v
}

func wantConflict(t testing.TB, err error, by string) {
	t.Helper()
	var conflict *ticket.Conflict
	if !errors.As(err, &conflict) || conflict.By != by {
		t.Errorf("the error is %v, want a conflict with %q", err, by)
	}
}

func wantRefused(t testing.TB, err error, line int, text string) {
	t.Helper()
	var refused *workshop.Refused
	if !errors.As(err, &refused) {
		t.Fatalf("the error is %v, want the problems", err)
	}
	for _, p := range refused.Problems {
		if p.Line == line && strings.Contains(p.Text, text) {
			return
		}
	}
	t.Errorf("the problems are %v, want %q in line %d", refused.Problems, text, line)
}

func wantError(t testing.TB, err, want error, words string) {
	t.Helper()
	if !errors.Is(err, want) || !strings.Contains(fmt.Sprint(err), words) {
		t.Errorf("the error is %v, want %v with %q", err, want, words)
	}
}
