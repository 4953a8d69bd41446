// Package storetest fills a database for benchmarks: tickets of every kind, in every tab, with mails, claims, checks, deliveries and
// history, and members. Everything goes through the store's own steps, in large transactions.
package storetest

import (
	"crypto/sha256"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

// now is the time in a filled database: its tickets were opened in the 400 days before.
var now = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// What the mails of a filled database say, so that a search finds it.
const (
	CommonWord  = "rijksregisternummer" // in every ticket
	RareWord    = "hippopotamus"        // in one ticket
	EvenWord    = "vergadering"         // in every second ticket
	OddWord     = "zitting"             // in the others
	CommonName  = "peet"                // the beginning of the name of every second requester, so that both sizes fill a page
	perBatch    = 250
	unsolved    = 50 // one ticket of so many is not solved, and the last ones are not
	lastOnes    = 60
	days        = 400
	memberBatch = 2000
)

// Many is the larger of the two sizes that benchmarks compare: 100,000 tickets, or what SERVICEDESK_BENCH_TICKETS says.
func Many() int {
	n, err := strconv.Atoi(os.Getenv("SERVICEDESK_BENCH_TICKETS"))
	if err != nil {
		return 100_000
	}
	return n
}

// Now returns the time in a filled database.
func Now() time.Time { return now }

// Number is the national number of the n-th member, and of the requester of the n-th ticket: of nobody, born before 1916.
func Number(n int) nrn.Number {
	nine := (n/100_000%6+10)*10_000_000 + (n/28%12+1)*100_000 + (n%28+1)*1000 + n/336%298*2 + 1
	number, err := nrn.Parse(fmt.Sprintf("%09d%02d", nine, 97-nine%97), now)
	if err != nil {
		panic(fmt.Sprintf("number %d of the benchmark: %v", n, err)) // a fault of this function
	}
	return number
}

// Open opens a database with so many tickets and members in a temporary folder. It is closed with the test.
func Open(tb testing.TB, tickets, members int) *store.Store {
	tb.Helper()
	folder, clock := tb.TempDir(), now
	s, err := store.Open(tb.Context(), store.Options{
		Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key"), Clock: func() time.Time { return clock }, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	write := func(f func(*store.Tx) error) {
		if err := s.Write(tb.Context(), f); err != nil {
			tb.Fatal(err)
		}
	}
	for n := 0; n < members; n += memberBatch {
		write(func(tx *store.Tx) error { return fillMembers(tx, n, min(n+memberBatch, members)) })
	}
	for n := 0; n < tickets; n += perBatch {
		clock = now.Add(-time.Duration(float64(days*24*time.Hour) * float64(tickets-n) / float64(tickets)))
		write(func(tx *store.Tx) error { return fillTickets(tx, n, min(n+perBatch, tickets), tickets, members) })
	}
	clock = now
	return s
}

func fillMembers(tx *store.Tx, from, to int) error {
	for n := from; n < to; n++ {
		last, first := name(n)
		m := ticket.Member{LastName: last, FirstName: first, Number: Number(n), Address: fmt.Sprintf("member%d@example.be", n), Language: language(n)}
		if err := tx.InsertMember(&m); err != nil {
			return err
		}
	}
	return nil
}

func fillTickets(tx *store.Tx, from, to, all, members int) error {
	for n := from; n < to; n++ {
		f := filler{tx: tx, n: n, member: n % max(members, 1)}
		if err := f.fill(n >= all-max(all/unsolved, lastOnes)); err != nil {
			return err
		}
	}
	return nil
}

// filler makes the n-th ticket.
type filler struct {
	tx     *store.Tx
	n      int
	member int
	t      ticket.Ticket
	mail   ticket.Mail
}

func (f *filler) fill(waits bool) error {
	last, first := name(f.n)
	f.t = ticket.Ticket{
		Kind: ticket.Kinds()[kindOf(f.n)], Status: ticket.Solved, Language: language(f.n), Subject: fmt.Sprintf("e-mailadres vergeten %d", f.n%100),
		Requester: ticket.Address{Name: first + " " + last, Addr: fmt.Sprintf("requester%d@home.example", f.n)},
	}
	if waits {
		f.t.Status = []ticket.Status{ticket.Open, ticket.Open, ticket.Pending, ticket.Open}[f.n%4]
		if f.n%16 == 3 {
			f.t.Trouble = "The mail to the requester came back."
		}
	}
	for _, step := range []func() error{f.open, f.claim, f.answer} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) open() error {
	if err := f.tx.InsertTicket(&f.t); err != nil {
		return err
	}
	raw := f.raw()
	f.mail = ticket.Mail{
		TicketID: f.t.ID, SHA256: sha256.Sum256(raw), Size: int64(len(raw)), Kept: int64(len(raw)), Outcome: ticket.BecameTicket,
		MessageID: fmt.Sprintf("mail-%d@home.example", f.n), From: f.t.Requester.Addr, ReceivedAt: f.tx.Now(),
	}
	if err := f.tx.InsertMail(&f.mail, ticket.MailKey{Mailbox: "m", UIDValidity: 1, UID: uint32(f.n + 1)}, raw); err != nil {
		return err
	}
	return f.tx.AddEvent(f.t.ID, ticket.Robot, ticket.EventReceived, ticket.Say("Mail from %s, understood as %s in %s.", f.t.Requester.Addr, f.t.Kind, f.t.Language))
}

// claim files the claim and its check; the check of a solved ticket, and of one that was asked something, is decided.
func (f *filler) claim() error {
	if !f.t.Kind.NeedsCheck() || f.t.Status == ticket.Pending {
		return nil
	}
	last, first := name(f.n)
	claim := ticket.Claim{LastName: last, FirstName: first, Number: Number(f.member)}
	id, err := f.tx.InsertClaim(f.t.ID, claim)
	if err != nil {
		return err
	}
	c := ticket.Check{
		TicketID: f.t.ID, MailID: f.mail.ID, Kind: f.t.Kind, MemberID: int64(f.member + 1), MemberVersion: 1, Recipient: f.t.Requester.Addr, Findings: findings(f.n),
	}
	if err := f.tx.InsertCheck(&c, id); err != nil {
		return err
	}
	if err := f.tx.AddEvent(f.t.ID, ticket.Robot, ticket.EventChecked, ticket.Say("Identity check %d waits for a decision.", c.ID)); err != nil {
		return err
	}
	if f.t.Status != ticket.Solved {
		return nil
	}
	return f.tx.DecideCheck(&c, ticket.Approved, "Eva", "")
}

func (f *filler) answer() error {
	if f.t.Status == ticket.Open {
		return nil
	}
	o := ticket.DataMissing
	if f.t.Status == ticket.Solved {
		o = ticket.IdentityNotConfirmed
	}
	d := ticket.Delivery{
		TicketID: f.t.ID, Occasion: o, Language: f.t.Language, Sender: "desk@example.org", Recipient: f.t.Requester.Addr,
		MessageID: fmt.Sprintf("answer-%d@example.org", f.n), Raw: []byte(strings.Repeat("The text of an answer. ", 30)),
	}
	if err := f.tx.InsertDelivery(&d); err != nil {
		return err
	}
	return f.tx.AddEvent(f.t.ID, "Eva", ticket.EventApproved, ticket.Say("%s was queued for %s.", o, d.Recipient))
}

func (f *filler) raw() []byte {
	word := EvenWord
	if f.n%2 == 1 {
		word = OddWord
	}
	if f.n == 7 {
		word += " " + RareWord
	}
	last, first := name(f.n)
	return fmt.Appendf(nil, "From: %[1]s %[2]s <%[3]s>\r\nTo: desk@example.org\r\nSubject: %[4]s\r\nMessage-ID: <mail-%[5]d@home.example>\r\nMIME-Version: 1.0\r\n"+
		"Content-Type: text/plain; charset=utf-8\r\n\r\nGeachte heer of mevrouw,\r\n\r\nIk weet niet meer met welk e-mailadres ik bij het Instituut bekend ben, en zag het op de %[6]s van\r\n"+
		"afdeling %[7]s. Kunt u mij helpen?\r\n\r\nNaam: %[2]s\r\nVoornaam: %[1]s\r\n%[8]s: zie de vorige brief\r\n\r\nMet vriendelijke groeten\r\n%[1]s %[2]s\r\n",
		first, last, f.t.Requester.Addr, f.t.Subject, f.n, word, section(f.n), CommonWord)
}

// section is a word of which there are thousands.
func section(n int) string {
	var b strings.Builder
	for v := n % 5000; ; v /= 20 {
		b.WriteString([]string{"ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qi", "ro", "su", "ta", "ve", "wi", "xo", "zu"}[v%20])
		if v < 20 {
			return b.String()
		}
	}
}

var (
	lastNames = strings.Fields("Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters Dubois Lambert Dupont Martin Simon Laurent Leroy " +
		"Desmet Vermeulen VandenBroeck Hermans Aerts Michiels Pauwels Lemmens Thijs Segers Bogaerts Cools Smets Wauters")
	firstNames = strings.Fields("An Jan Marie Luc Els Bart Joséphine Karel Sofie Tom Lies Pieter Emma Louis Nathalie Marc Hilde Koen Isabelle Thomas " +
		"Katrien Frank Inge Philippe Veerle Dirk Chantal Wim Greet Olivier")
)

func name(n int) (last, first string) {
	if n%2 == 0 {
		last = lastNames[0]
	} else {
		last = lastNames[n%len(lastNames)]
	}
	return last, firstNames[n/len(lastNames)%len(firstNames)]
}

func language(n int) ticket.Language {
	return []ticket.Language{ticket.Dutch, ticket.French, ticket.Dutch, ticket.French, ticket.Dutch, ticket.German, ticket.English}[n%7]
}

// kindOf makes most tickets the commonest kind.
func kindOf(n int) int { return []int{0, 0, 0, 1, 0, 3, 0, 1, 2}[n%9] }

func findings(n int) []ticket.Finding {
	list := []ticket.Finding{
		{Name: "number_valid", Verdict: ticket.OK, Text: "The number is well formed and its check digits agree."},
		{Name: "number_known", Verdict: ticket.OK, Text: "A member has this number."},
		{Name: "last_name", Verdict: ticket.OK, Text: "The last name agrees."},
		{Name: "first_name", Verdict: ticket.OK, Text: "The first name agrees apart from accents, hyphens or apostrophes."},
		{Name: "sender_address", Verdict: ticket.Info, Text: "The mail comes from another address than the known one."},
		{Name: "sender_authentication", Verdict: ticket.Info, Text: "Our mail server says nothing of the sender's authenticity."},
	}
	switch n % 10 {
	case 0:
		list[2] = ticket.Finding{Name: "last_name", Verdict: ticket.Alarm, Text: "The last name differs."}
	case 1, 2:
		list[3] = ticket.Finding{Name: "first_name", Verdict: ticket.Warning, Text: "The first name differs by one typing slip."}
	}
	return list
}
