package desk_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// finds searches in all tabs, after the index was brought up to date.
func (w *world) finds(text string) []ticket.Ref {
	w.t.Helper()
	if _, err := w.IndexWords(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	refs, _ := w.queue(desk.QueueFilter{Search: text})
	return refs
}

func TestSearchFindsNamesAddressesAndTexts(t *testing.T) {
	w := newWorld(t)
	w.receive(
		forgotten(),
		letter{"Joséphine Van den Broeck <j.vdb@elsewhere.example>", "Zitting", "Beste,\n\nWanneer is de vergadering van de commissie?\n\nGroeten\n", nil},
		letter{"Max Müller <max@home.example>", "e-mailadres vergeten", "Naam: Maes\nVoornaam: Bart\nRijksregisternummer: " + numberBart + "\n", nil},
		letter{"Luc Vandenbroeck <luc@away.example>", "Vraag", "Beste,\n\nWie is de voorzitter van het panel?\n\nGroeten\n", nil},
	)
	for _, c := range []struct {
		text string
		want []ticket.Ref
	}{
		{"peeters", sd(1)},
		{"PEETERS an", sd(1)},
		{"peet", sd(1)},              // the beginning of a name
		{"an@home.example", sd(1)},   // an address
		{"home.exam", sd(3, 1)},      // newest first
		{"commissie", sd(2)},         // a word of a text
		{"commis", nil},              // of which the beginning is not enough
		{"Josephine", sd(2)},         // without the accent
		{"vandenbroeck", sd(4, 2)},   // written together
		{"van den broeck", sd(4, 2)}, // and apart
		{"luc van den broeck", sd(4)},
		{"mueller", sd(3)}, // written out
		{"müller", sd(3)},
		{"maes", sd(3)},            // a claimed name, and a member's
		{"zitting", sd(2)},         // a subject
		{"peeters commissie", nil}, // never together
		{"peeters xyzzy", nil},     // one of them nowhere
		{"sd-2026-000002", sd(2)},  // a Ref
		{" SD-2026-2 ", sd(2)},     // shortened
		{"2026-000003", sd(3)},     // and without its letters
		{"SD-2026-000099", nil},    // nobody's
		{"rijksregisternummer", sd(3, 1)},
	} {
		if got := w.finds(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q finds %v, want %v", c.text, got, c.want)
		}
	}
	for _, text := range []string{"?", "a b", " "} {
		if _, err := w.Queue(t.Context(), desk.QueueFilter{Search: text}); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("%q searches for nothing: %v", text, err)
		}
	}
}

func TestASearchIsPagedByKey(t *testing.T) {
	w := newWorld(t)
	for n := range 7 {
		w.receive(other(n))
	}
	w.receive(forgotten())
	w.finds("zitting")
	f := desk.QueueFilter{Search: "zitting beste", Limit: 3}
	var got []ticket.Ref
	for {
		refs, next := w.queue(f)
		got = append(got, refs...)
		if f.After = next; next == 0 {
			break
		}
	}
	if !slices.Equal(got, sd(7, 6, 5, 4, 3, 2, 1)) {
		t.Errorf("the pages show %v", got)
	}
	for _, c := range []struct {
		f    desk.QueueFilter
		want []ticket.Ref
	}{
		{desk.QueueFilter{Search: "beste", Tab: ticket.ToDecide}, sd(8)},
		{desk.QueueFilter{Search: "beste", Kind: ticket.AddressForgotten}, sd(8)},
		{desk.QueueFilter{Search: "zitting", Tab: ticket.ToDecide}, nil},
		{desk.QueueFilter{Search: "SD-2026-000008", Tab: ticket.ToRead}, nil},
		{desk.QueueFilter{Number: w.number(numberAn)}, sd(8)},
		{desk.QueueFilter{Number: w.number(numberAn), Tab: ticket.ToRead}, nil},
		{desk.QueueFilter{Number: w.number(numberNobody)}, nil},
	} {
		if got, next := w.queue(c.f); !slices.Equal(got, c.want) || next != 0 {
			t.Errorf("%+v shows %v and then %d, want %v", c.f, got, next, c.want)
		}
	}
}

// R7: what looks like a national number is told apart from words, so that it never comes into an address line.
func TestR7ANumberInTheSearchBoxIsSecret(t *testing.T) {
	w := newWorld(t)
	an := w.number(numberAn)
	for _, text := range []string{numberAn, "11021480191", " 110214 801 91 ", "110214-80191", "peeters 11.02.14-801.91", "11/02/14 801 91", "1102-1480191", "SD1102-1480191"} {
		if n, secret := w.NumberSearch(text); n != an || !secret {
			t.Errorf("%q: %v, %t; want the number", text, n, secret)
		}
	}
	for _, text := range []string{"11.02.14-801.92", "11021480192", "an 1102148019", "1102-1480192", "2005-1212345"} {
		if n, secret := w.NumberSearch(text); !n.IsZero() || !secret {
			t.Errorf("%q, a number with a slip: %v, %t", text, n, secret)
		}
	}
	for _, text := range []string{"", "peeters", "SD-2026-000123", "2026-000123", "sd-2026-1", "SD-2026-1234567", "an.peeters2@example.be", "1000 Brussel", "25 jaar"} {
		if n, secret := w.NumberSearch(text); !n.IsZero() || secret {
			t.Errorf("%q is taken for a number: %v", text, n)
		}
	}
}

// R7: no piece of a national number is a word, however it is spelled, and no text stands in the file in the clear.
func TestR7NumbersAreNoWords(t *testing.T) {
	w := newWorld(t)
	l := forgotten()
	l.from = "An 110214 Peeters <11021480191@home.example>"
	l.body += "Nog eens: 110214 80191, 11 02 14 801 91, geboren op 14.02.1911, of 11-02-14/801/92. Lidnummer 1234567 en klant 12345. Nijlpaard!\n"
	w.receive(l)
	for _, text := range []string{"11", "02", "14", "801", "91", "92", "110214", "80191", "11021480191", "1911", "1234567"} {
		if got := w.finds(text); got != nil {
			t.Errorf("%q, a piece of a number, finds %v", text, got)
		}
	}
	if got := w.finds("nijlpaard 12345"); !slices.Equal(got, sd(1)) {
		t.Errorf("the other words find %v", got)
	}
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(w.folder, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(bytes.ToLower(data), []byte("nijlpaard")) {
		t.Error("a word of a mail stands in the file in the clear")
	}
}

func TestTheIndexFollowsTheHistory(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	if got := w.finds("nijlpaard"); got != nil {
		t.Fatalf("found too early: %v", got)
	}
	answer := letter{"An Peeters <an@home.example>", "Re: SD-2026-000001", "Ik zag een nijlpaard.\n", nil}
	w.receive(answer)
	if got := w.finds("nijlpaard"); !slices.Equal(got, sd(1)) {
		t.Errorf("a follow-up finds %v", got)
	}
	w.receive(letter{"An Peeters <an@home.example>", "Nog iets", "Beste,\n\nEn een giraf.\n", nil})
	if got := w.finds("giraf"); !slices.Equal(got, sd(2)) {
		t.Fatalf("%v", got)
	}
	if err := w.Merge(t.Context(), "SD-2026-000002", "SD-2026-000001", "Eva"); err != nil {
		t.Fatal(err)
	}
	if got := w.finds("giraf"); !slices.Equal(got, sd(1)) {
		t.Errorf("a merged mail is found in %v, want where it belongs now", got)
	}
	bart := w.member(numberAn)
	bart.LastName = "Zonnebloem"
	if _, err := w.ImportMembers(t.Context(), "test", []ticket.Member{bart}); err != nil {
		t.Fatal(err)
	}
	if got := w.finds("zonne"); !slices.Equal(got, sd(1)) {
		t.Errorf("the new name of the member finds %v", got)
	}
}

// A crash between two transactions, or two workers at once, leave the same index.
func TestIndexingTwiceChangesNothing(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), other(1), other(2))
	if n, err := w.IndexWords(t.Context()); n == 0 || err != nil {
		t.Fatal(n, err)
	}
	if n, err := w.IndexWords(t.Context()); n != 0 || err != nil {
		t.Errorf("with nothing new it looked at %d (%v)", n, err)
	}
	var wg sync.WaitGroup
	w.receive(other(3), other(4))
	for range 4 {
		wg.Go(func() {
			if _, err := w.IndexWords(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := w.finds("zitting"); !slices.Equal(got, sd(5, 4, 3, 2)) {
		t.Errorf("found %v", got)
	}
}

func TestATicketThatCannotBeReadStopsNoOther(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), other(1))
	broken := errors.New("the key is gone")
	d := desk.New(desk.Options{
		Write: w.Write, Reader: w.Reader, Log: w.Log,
		Read: func(ctx context.Context, f func(desk.Tx) error) error {
			return w.Read(ctx, func(tx desk.Tx) error { return f(unreadable{tx, broken}) })
		},
	})
	if _, err := d.IndexWords(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := w.finds("zitting"); !slices.Equal(got, sd(2)) {
		t.Errorf("the other ticket is found as %v", got)
	}
	if !strings.Contains(w.log.String(), broken.Error()) {
		t.Error("nobody is told of the ticket that the search does not know")
	}
}

// unreadable is a transaction in which the first mail does not open.
type unreadable struct {
	desk.Tx
	err error
}

func (u unreadable) Mail(id int64) (ticket.Mail, []byte, error) {
	if id == 1 {
		return ticket.Mail{}, nil, u.err
	}
	return u.Tx.Mail(id)
}

func TestRunIndexWorksUntilItIsStopped(t *testing.T) {
	w := newWorld(t)
	ctx, cancel := context.WithCancel(t.Context())
	wake, ended := make(chan struct{}), make(chan error)
	go func() { ended <- w.RunIndex(ctx, wake) }()
	wake <- struct{}{} // it has looked once
	w.receive(other(1))
	wake <- struct{}{} // it looks again
	wake <- struct{}{} // and has looked
	if refs, _ := w.queue(desk.QueueFilter{Search: "zitting"}); !slices.Equal(refs, sd(1)) {
		t.Errorf("found %v", refs)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
