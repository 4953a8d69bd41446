package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/mailbox"
	"iec-iab.be/servicedesk/internal/mailserver"
	"iec-iab.be/servicedesk/internal/mailserver/rigtest"
)

// ground is a mail server for a benchmark: Dovecot where there is a rig, else the embedded one.
type ground struct {
	addr, password string
	deliver        func(raw ...[]byte)
}

func newGround(b *testing.B) ground {
	b.Helper()
	if os.Getenv("SERVICEDESK_TEST_RIG") != "" {
		rig := rigtest.Start(b, "imap")
		return ground{"127.0.0.1:" + rig.Env["IMAP_PORT"], rig.Env["PASSWORD"], func(raw ...[]byte) { rig.Inject(raw) }}
	}
	return embedded(b)
}

func embedded(b *testing.B) ground {
	b.Helper()
	s, err := mailserver.Start(mailserver.Options{Domain: "iec-iab.be", Users: map[string]string{mailUser: "secret"}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return ground{s.IMAPAddr(), "secret", func(raw ...[]byte) {
		for _, m := range raw {
			if err := s.Deliver(mailUser, m); err != nil {
				b.Fatal(err)
			}
		}
	}}
}

// simpleMail is a complete request; n makes each another one, of another person.
func simpleMail(n int) []byte {
	nine := 110101801 + n%190 + n/190%28*1000 // a serial number, and a day of January
	number := fmt.Sprintf("%09d%02d", nine, 97-nine%97)
	return fmt.Appendf(nil, "From: Lid Nummer%[1]d <member%[1]d@example.be>\r\nTo: %[2]s\r\nSubject: e-mailadres vergeten\r\nMessage-ID: <bench-%[1]d@example.be>\r\n"+
		"Date: Mon, 2 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"+
		"Geachte,\r\n\r\nIk weet niet meer met welk e-mailadres ik bij u bekend ben.\r\n\r\nNaam: Peeters\r\nVoornaam: An\r\nRijksregisternummer: %[3]s\r\n\r\nMet vriendelijke groeten\r\nAn Peeters\r\n",
		n, mailUser, spelled(number))
}

// office opens a desk with its mailbox on this ground, in a fresh folder.
func (g ground) office(b *testing.B) (*office, mailbox.Config) {
	b.Helper()
	host, port, err := net.SplitHostPort(g.addr)
	if err != nil {
		b.Fatal(err)
	}
	c := config.Default()
	folder := b.TempDir()
	c.Desk.Address, c.Desk.AutomaticAnswersPerDay = mailUser, 3
	c.Database = config.Database{Path: filepath.Join(folder, "desk.db"), KeyFile: filepath.Join(folder, "desk.key")}
	o, err := newOffice(b.Context(), c, slog.New(slog.DiscardHandler), func() {})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { o.Close() })
	n, err := strconv.Atoi(port)
	if err != nil {
		b.Fatal(err)
	}
	return o, mailbox.Config{Host: host, Port: n, TLS: "none", Username: mailUser, Password: func() (string, error) { return g.password, nil }}
}

// counter tells when so many mails are committed.
type counter struct {
	inbox
	commit chan int
}

func (c counter) Receive(ctx context.Context, name string, uidValidity uint32, batch []mailbox.Fetched) error {
	err := c.inbox.Receive(ctx, name, uidValidity, batch)
	if err == nil {
		c.commit <- len(batch)
	}
	return err
}

// watch runs a mailbox on a desk until stop is called.
func watch(b *testing.B, o *office, conf mailbox.Config) (commits chan int, stop func()) {
	b.Helper()
	commits = make(chan int, 1000)
	w, err := mailbox.New(conf, counter{inbox{o.Desk}, commits}, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(b.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); _ = w.Run(ctx) }()
	return commits, func() { cancel(); <-ended }
}

// bareLoop is the floor: it fetches the same bodies in one stream and does one durable commit of each.
func (g ground) bareLoop(b *testing.B, want int) time.Duration {
	b.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "floor.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=busy_timeout(10000)")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE mails (uid INTEGER PRIMARY KEY, raw BLOB)"); err != nil {
		b.Fatal(err)
	}
	insert, err := db.Prepare("INSERT INTO mails VALUES (?, ?)")
	if err != nil {
		b.Fatal(err)
	}
	defer insert.Close()
	start := time.Now()
	c, err := imapclient.DialInsecure(g.addr, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	if err := c.Login(mailUser, g.password).Wait(); err != nil {
		b.Fatal(err)
	}
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		b.Fatal(err)
	}
	fetch := c.Fetch(imap.UIDSet{{Start: 1}}, &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{{Peek: true}}})
	n := 0
	for m := fetch.Next(); m != nil; m = fetch.Next() {
		var uid imap.UID
		var raw []byte
		for item := m.Next(); item != nil; item = m.Next() {
			switch item := item.(type) {
			case imapclient.FetchItemDataUID:
				uid = item.UID
			case imapclient.FetchItemDataBodySection:
				if raw, err = io.ReadAll(item.Literal); err != nil {
					b.Fatal(err)
				}
			}
		}
		if _, err := insert.Exec(uint32(uid), raw); err != nil {
			b.Fatal(err)
		}
		n++
	}
	if err := fetch.Close(); err != nil || n != want {
		b.Fatalf("%d of %d mails, %v", n, want, err)
	}
	return time.Since(start)
}

// BenchmarkIntake holds the intake of 1,000 simple mails, from sign-in to committed tickets with their identity checks, against the
// bare loop, in turns. ratio is the time of the loop over ours: 1 is as fast.
func BenchmarkIntake(b *testing.B) {
	const mails = 1000
	g := newGround(b)
	var all [][]byte
	for i := range mails {
		all = append(all, simpleMail(i))
	}
	g.deliver(all...)
	g.bareLoop(b, mails) // warms the server's caches for both
	var floor, ours []time.Duration
	for b.Loop() {
		floor = append(floor, g.bareLoop(b, mails))
		ours = append(ours, g.intake(b, mails))
	}
	b.ReportMetric(float64(median(floor))/float64(median(ours)), "ratio")
	b.ReportMetric(mails/median(floor).Seconds(), "floor-mails/s")
	b.ReportMetric(mails/median(ours).Seconds(), "mails/s")
	b.ReportMetric(0, "ns/op")
}

func (g ground) intake(b *testing.B, mails int) time.Duration {
	o, conf := g.office(b)
	start := time.Now()
	commits, stop := watch(b, o, conf)
	for n := 0; n < mails; n += <-commits {
	}
	took := time.Since(start)
	stop()
	list, err := o.Account(b.Context())
	if err != nil || list.Ledger.Fetched != int64(mails) || !list.Ledger.Balanced() {
		b.Fatalf("%+v, %v", list.Ledger, err)
	}
	return took
}

func median(d []time.Duration) time.Duration {
	d = slices.Sorted(slices.Values(d))
	return d[len(d)/2]
}

// BenchmarkNotice measures the way from the server's notice of one new mail to the committed ticket, on the embedded server: it gives its
// notice at once, so the figure is the worker's own. (Dovecot holds a notice back for half a second, to gather more of them; a short
// mailbox.poll_interval beats that.)
func BenchmarkNotice(b *testing.B) {
	g := embedded(b)
	o, conf := g.office(b)
	commits, stop := watch(b, o, conf)
	defer stop()
	g.deliver(simpleMail(0))
	<-commits
	var took []time.Duration
	for b.Loop() {
		raw := simpleMail(1 + len(took))
		start := time.Now()
		g.deliver(raw)
		<-commits
		took = append(took, time.Since(start))
	}
	b.ReportMetric(float64(median(took).Microseconds())/1000, "median-ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkReceive is the intake without a mail server: batches of 100 mails, read, compared and committed.
func BenchmarkReceive(b *testing.B) {
	o, _ := ground{addr: "127.0.0.1:1"}.office(b)
	uid := uint32(0)
	for b.Loop() {
		batch := make([]desk.Incoming, 100)
		for i := range batch {
			uid++
			raw := simpleMail(int(uid))
			batch[i] = desk.Incoming{UID: uid, Size: int64(len(raw)), Raw: raw}
		}
		if err := o.Receive(b.Context(), "m", 1, batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(uid), "µs/mail")
}
