// Package demo is the made-up world behind `servicedesk demo`: a mail server in the process, members, the mails that they send, and
// the story that says what ought to come of each. Nothing in it is a real person: names are common ones, addresses lie under .example
// (RFC 2606), and national numbers have serial numbers from 800 on.
package demo

import (
	"crypto/rand"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/mailserver"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Desk is the address that the members write to.
const Desk = "servicedesk@institute.example"

// Handled is the folder for mail that became a ticket.
const Handled = "Handled"

const (
	mx      = "mx.institute.example" // the server that states Authentication-Results
	nowhere = "nirgendwo.example"    // a domain that the mail server does not know: mail to it comes back
)

//go:embed members.csv
var membersCSV []byte

// Members returns the members, in the order of members.csv.
func Members(today time.Time) ([]ticket.Member, error) {
	var list []ticket.Member
	for row, err := range directory.ReadMembers(strings.NewReader(string(membersCSV)), today) {
		if err != nil {
			return nil, fmt.Errorf("demo members.csv: %w", err)
		}
		list = append(list, row.Member)
	}
	return list, nil
}

// World is a running mail server with the folder that a servicedesk works in. Its methods may be called from several goroutines.
type World struct {
	dir    string
	port   int // of the console
	server *mailserver.Server
	now    func() time.Time

	mu        sync.Mutex
	mailboxes map[string]bool // who may have got mail, besides the desk
}

// Start writes config.yaml, the password files and members.csv into dir, which has to exist, and serves until Close. The console of the
// configuration listens on the port, or on any free one where that is 0.
func Start(dir string, port int, now func() time.Time) (*World, error) {
	w := &World{dir: dir, port: port, now: now, mailboxes: map[string]bool{}}
	if err := w.people(); err != nil {
		return nil, err
	}
	cert, err := mailserver.NewCertificate(now())
	if err != nil {
		return nil, fmt.Errorf("demo: %w", err)
	}
	password := rand.Text()
	w.server, err = mailserver.Start(mailserver.Options{
		Domain: "institute.example", Domains: w.domains(), Users: map[string]string{Desk: password}, Folders: []string{Handled},
		TLS: cert.TLS, Now: now,
	})
	if err != nil {
		return nil, fmt.Errorf("demo: %w", err)
	}
	w.server.SetHooks(mailserver.Hooks{Data: w.remember})
	if err := w.write(password, cert.PEM); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// Close ends the mail server and forgets all mail. The folder stays.
func (w *World) Close() error { return w.server.Close() }

// people gives everyone in the story a mailbox.
func (w *World) people() error {
	members, err := Members(w.now())
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.Address != "" {
			w.mailboxes[m.Address] = true
		}
	}
	for _, s := range Story() {
		w.mailboxes[s.From()] = true
		if s.NewAddress != "" {
			w.mailboxes[s.NewAddress] = true
		}
	}
	return nil
}

// domains are those of everyone, but for the one that the server does not know.
func (w *World) domains() []string {
	seen := map[string]bool{}
	for a := range w.mailboxes {
		if _, d, _ := strings.Cut(a, "@"); d != nowhere {
			seen[d] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// remember notes whom the servicedesk mails, so that no letter escapes Letters, whoever it goes to.
func (w *World) remember(e mailserver.Envelope, _ []byte) mailserver.Answer {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, to := range e.To {
		if to = strings.ToLower(to); to != Desk { // what somebody mails to the desk is no letter of ours
			w.mailboxes[to] = true
		}
	}
	return mailserver.Answer{}
}

const configText = `# Written by servicedesk demo: a mail server on this machine, and nobody real.
# config.example.yaml explains every key.
desk:
  address: %[1]s
  name: Servicedesk (demo)
mailbox:
  host: 127.0.0.1
  port: %[2]s
  tls: implicit
  ca_file: ca.pem
  username: %[1]s
  password_file: imap.password
  handled_folder: %[3]s
  authserv_id: %[4]s
smtp:
  host: 127.0.0.1
  port: %[5]s
  tls: starttls
  ca_file: ca.pem
  username: %[1]s
  password_file: smtp.password
console:
  listen: 127.0.0.1:%[6]d # 0: any free port
log:
  level: warn
  format: text
`

func (w *World) write(password string, ca []byte) error {
	_, imap, err := net.SplitHostPort(w.server.IMAPSAddr())
	_, smtp, err2 := net.SplitHostPort(w.server.SMTPAddr())
	if err := errors.Join(err, err2); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	for name, content := range map[string]string{
		"config.yaml":   fmt.Sprintf(configText, Desk, imap, Handled, mx, smtp, w.port),
		"imap.password": password + "\n",
		"smtp.password": password + "\n",
		"ca.pem":        string(ca),
		"members.csv":   string(membersCSV),
	} {
		if err := os.WriteFile(filepath.Join(w.dir, name), []byte(content), 0o600); err != nil {
			return fmt.Errorf("demo: %w", err)
		}
	}
	return nil
}

// ConfigFile is the configuration of a servicedesk on this mail server.
func (w *World) ConfigFile() string { return filepath.Join(w.dir, "config.yaml") }

// MembersFile is members.csv.
func (w *World) MembersFile() string { return filepath.Join(w.dir, "members.csv") }

// Changed returns a channel that is closed when something happens at the mail server: read it, look, then wait for it.
func (w *World) Changed() <-chan struct{} { return w.server.Changed() }

// Deliver puts the mail of a scene into the mailbox of the desk.
func (w *World) Deliver(s Scene) error { return w.arrive(s, s.Raw) }

// Answer lets the member of a scene answer a question of ours, quoting it as mail programs do.
func (w *World) Answer(s Scene, question Letter) error { return w.arrive(s, s.answerTo(question)) }

// arrive adds what the receiving mail server writes on top: the trace (RFC 5321 section 4.4), what it found out about the sender
// (RFC 8601), and the date, which the files leave out because the demo is always now.
func (w *World) arrive(s Scene, raw []byte) error {
	from := s.From()
	_, domain, _ := strings.Cut(from, "@")
	now := w.now().Format(time.RFC1123Z)
	dmarc := s.DMARC
	if dmarc == "" {
		dmarc = "pass"
	}
	top := "Return-Path: <" + from + ">\n" +
		"Received: from mail." + domain + " by " + mx + " with ESMTPS; " + now + "\n" +
		"Authentication-Results: " + mx + "; dmarc=" + dmarc + " header.from=" + domain + "\n" +
		"Date: " + now + "\n"
	if err := w.server.Deliver(Desk, crlf(append([]byte(top), raw...))); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	return nil
}

// Mail is one mail that lies in the mailbox of the desk.
type Mail struct {
	MessageID string // without angle brackets
	Folder    string
	Seen      bool // somebody read it
	Raw       []byte
}

// Mails returns what lies in the mailbox of the desk: INBOX and Handled.
func (w *World) Mails() ([]Mail, error) {
	var list []Mail
	// INBOX first: a mail that is moved meanwhile is found twice rather than not at all.
	for _, folder := range []string{mailserver.Inbox, Handled} {
		found, err := w.server.Folder(Desk, folder)
		if err != nil {
			return nil, fmt.Errorf("demo: %w", err)
		}
		for _, m := range found {
			id := messageID(m.Raw)
			list = slices.DeleteFunc(list, func(before Mail) bool { return before.MessageID == id })
			list = append(list, Mail{MessageID: id, Folder: folder, Seen: slices.Contains(m.Flags, `\Seen`), Raw: m.Raw})
		}
	}
	return list, nil
}

// Letters returns what lies in the mailboxes of everyone else, in the order in which it arrived.
func (w *World) Letters() ([]Letter, error) {
	w.mu.Lock()
	people := slices.Sorted(maps.Keys(w.mailboxes))
	w.mu.Unlock()
	var list []Letter
	for _, to := range people {
		found, err := w.server.Folder(to, mailserver.Inbox)
		if err != nil {
			return nil, fmt.Errorf("demo: %w", err)
		}
		for _, m := range found {
			l, err := readLetter(m.Raw)
			if err != nil {
				return nil, fmt.Errorf("demo: a letter to %s cannot be read: %w", to, err)
			}
			l.To, l.at = to, m.At
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, func(a, b Letter) int { return a.at.Compare(b.at) })
	return list, nil
}
