package demo

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/smtp"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/message"
)

func mustStart(t *testing.T) *World {
	t.Helper()
	w, err := Start(t.TempDir(), 0, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func TestStartWritesAWorkingFolder(t *testing.T) {
	w := mustStart(t)
	c, err := config.Load(w.ConfigFile())
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Warnings(); len(got) > 0 {
		t.Errorf("warnings: %v", got)
	}
	if c.Desk.Address != Desk || c.Mailbox.Host != "127.0.0.1" || c.Mailbox.HandledFolder != Handled {
		t.Errorf("%+v", c)
	}
	for _, name := range []string{"config.yaml", "imap.password", "smtp.password", "members.csv", "ca.pem"} {
		info, err := os.Stat(filepath.Join(filepath.Dir(w.ConfigFile()), name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
	}
	if got, err := os.ReadFile(w.MembersFile()); err != nil || string(got) != string(membersCSV) {
		t.Errorf("members.csv differs: %v", err)
	}
}

func TestStartListensWhereItIsTold(t *testing.T) {
	w, err := Start(t.TempDir(), 43121, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if c, err := config.Load(w.ConfigFile()); err != nil || c.Console.Listen != "127.0.0.1:43121" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestStartNeedsItsFolder(t *testing.T) {
	w, err := Start(filepath.Join(t.TempDir(), "nowhere"), 0, time.Now)
	if err == nil {
		t.Fatal(w.Close(), "started")
	}
}

func TestDeliverAddsWhatTheServerStates(t *testing.T) {
	w := mustStart(t)
	for _, s := range Story() {
		if err := w.Deliver(s); err != nil {
			t.Fatal(err)
		}
	}
	mails, err := w.Mails()
	if err != nil {
		t.Fatal(err)
	}
	if len(mails) != len(Story()) {
		t.Fatalf("%d mails lie there", len(mails))
	}
	for i, s := range Story() {
		m := message.Parse(mails[i].Raw, message.Options{AuthservID: mx})
		if mails[i].MessageID != s.MessageID() || mails[i].Seen || mails[i].Folder != "INBOX" {
			t.Errorf("%s: %s in %s, read %t", s.Name, mails[i].MessageID, mails[i].Folder, mails[i].Seen)
		}
		if want := map[string]string{"": "pass", "fail": "fail"}[s.DMARC]; !m.Auth.Known || m.Auth.DMARC != want {
			t.Errorf("%s: authentication %+v", s.Name, m.Auth)
		}
		if time.Since(m.Date).Abs() > time.Hour {
			t.Errorf("%s: date %v", s.Name, m.Date)
		}
	}
}

// submit mails a letter as the desk, with the password and the certificate of the folder.
func submit(t *testing.T, w *World, to string) {
	t.Helper()
	password, err := os.ReadFile(filepath.Join(w.dir, "smtp.password"))
	ca, err2 := os.ReadFile(filepath.Join(w.dir, "ca.pem"))
	c, err3 := smtp.Dial(w.server.SMTPAddr())
	if err := errors.Join(err, err2, err3); err != nil {
		t.Fatal(err)
	}
	trust := &tls.Config{ServerName: "127.0.0.1", RootCAs: x509.NewCertPool()}
	trust.RootCAs.AppendCertsFromPEM(ca)
	auth := smtp.PlainAuth("", Desk, strings.TrimSpace(string(password)), "127.0.0.1")
	for _, step := range []func() error{
		func() error { return c.StartTLS(trust) }, func() error { return c.Auth(auth) },
		func() error { return c.Mail(Desk) }, func() error { return c.Rcpt(to) },
		func() error {
			data, err := c.Data()
			if err != nil {
				return err
			}
			_, err = data.Write(crlf([]byte(strings.ReplaceAll(composed, "TO", to))))
			return errors.Join(err, data.Close())
		},
		c.Quit,
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
}

// Whoever tries the demo mails the desk by SMTP too: that is no letter of ours, which would have to be one that can be read.
func TestLettersAreNoneToTheDesk(t *testing.T) {
	w := mustStart(t)
	submit(t, w, Desk)
	letters, err := w.Letters()
	mails, err2 := w.Mails()
	if err := errors.Join(err, err2); err != nil || len(letters) != 0 || len(mails) != 1 {
		t.Errorf("%d letters and %d mails, %v", len(letters), len(mails), err)
	}
}

const composed = `From: Servicedesk <servicedesk@institute.example>
To: <TO>
Subject: =?utf-8?q?Votre_adresse_=C3=A0_l'Institut?=
Message-ID: <letter@institute.example>
In-Reply-To: <question@thuis.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b1

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Fran=C3=A7oise,
--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Fran=C3=A7oise,</p>
--b1--
`

func TestReadLetter(t *testing.T) {
	got, err := readLetter(crlf([]byte(composed)))
	if err != nil {
		t.Fatal(err)
	}
	want := Letter{
		Subject: "Votre adresse à l'Institut", MessageID: "letter@institute.example", InReplyTo: "question@thuis.example", Automatic: true,
		Text: "Françoise,", HTML: "<p>Françoise,</p>",
	}
	got.Raw, got.at = nil, time.Time{}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Letter{})); diff != "" {
		t.Error(diff)
	}
	for what, change := range map[string][2]string{
		"not an alternative":  {"multipart/alternative; boundary=b1", "text/plain"},
		"no content type":     {"Content-Type: multipart/alternative; boundary=b1\n", ""},
		"never ends":          {"--b1--", ""},
		"an unknown alphabet": {"?utf-8?q?Votre", "?klingon?q?Votre"},
		"no header":           {"From:", "\n"},
	} {
		if _, err := readLetter(crlf([]byte(strings.Replace(composed, change[0], change[1], 1)))); err == nil {
			t.Errorf("%s: read without an error", what)
		}
	}
}

func FuzzReadLetter(f *testing.F) {
	f.Add([]byte(composed))
	f.Add([]byte("Content-Type: multipart/alternative; boundary=x\n\n--x\n\n--x--"))
	f.Add([]byte("Subject: =?"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if l, err := readLetter(raw); err == nil && strings.Contains(l.Text+l.HTML, "\r\n") {
			t.Errorf("%q", l.Text+l.HTML)
		}
		if id := messageID(raw); strings.ContainsAny(id, "\n") {
			t.Errorf("a Message-ID of two lines: %q", id)
		}
	})
}

func TestLettersAreWhatWasMailed(t *testing.T) {
	w := mustStart(t)
	to := []string{"an.peeters@thuis.example", "somebody-else@thuis.example"} // the second one is in no list of ours
	for _, a := range to {
		submit(t, w, a)
	}
	got, err := w.Letters()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].To != to[0] || got[1].To != to[1] {
		t.Errorf("%+v", got)
	}
}

func TestMailToNowhereComesBack(t *testing.T) {
	w := mustStart(t)
	submit(t, w, "juergen@"+nowhere)
	letters, err := w.Letters()
	if err != nil || len(letters) > 0 {
		t.Errorf("%v, %v", letters, err)
	}
	mails, err := w.Mails()
	if err != nil || len(mails) != 1 {
		t.Fatalf("%d mails, %v", len(mails), err)
	}
	if b := message.Parse(mails[0].Raw, message.Options{}).Bounce; b == nil || b.MessageID != "letter@institute.example" {
		t.Errorf("%+v", b)
	}
}

func TestAnswerQuotesTheQuestion(t *testing.T) {
	w := mustStart(t)
	for _, s := range Story() {
		if s.Answer == "" {
			continue
		}
		q := Letter{MessageID: "q@institute.example", Raw: []byte("Subject: Nog iets\n\n"), Text: "Geachte,\n\nWelk nummer?\n"}
		if err := w.Answer(s, q); err != nil {
			t.Fatal(err)
		}
		mails, err := w.Mails()
		if err != nil {
			t.Fatal(err)
		}
		m := message.Parse(mails[len(mails)-1].Raw, message.Options{})
		if diff := cmp.Diff([]string{s.MessageID(), "q@institute.example"}, m.References); diff != "" {
			t.Error(diff)
		}
		if m.Subject != "Re: Nog iets" || m.MessageID != s.AnswerID() || !strings.Contains(m.Quoted, "Welk nummer?") || strings.Contains(m.Text, "Welk nummer?") {
			t.Errorf("%+v", m)
		}
	}
}
