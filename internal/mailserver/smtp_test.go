package mailserver_test

import (
	"crypto/tls"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/smtp"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/mailserver"
)

const letter = "Subject: hello\r\n\r\n.dot\r\nbody\r\n"

func send(s *mailserver.Server, from string, to ...string) error {
	auth := smtp.PlainAuth("", desk, secret, "127.0.0.1")
	return smtp.SendMail(s.SMTPAddr(), auth, from, to, []byte(letter))
}

func code(err error) int {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		return reply.Code
	}
	return 0
}

func TestSubmissionDelivers(t *testing.T) {
	s := start(t, mailserver.Options{Domains: []string{"example.com"}})
	if err := send(s, desk, "an@example.com", "jan@EXAMPLE.be"); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"an@example.com", "jan@example.be"} {
		if err := s.WaitFor(t.Context(), to, 1); err != nil {
			t.Fatal(err)
		}
		got, err := s.Messages(to)
		if err != nil {
			t.Fatal(err)
		}
		text := string(got[0])
		if !strings.HasPrefix(text, "Return-Path: <"+desk+">\r\nReceived: from localhost ([127.0.0.1])\r\n\tby example.be with ESMTPA;") || !strings.HasSuffix(text, letter) {
			t.Errorf("%s got:\n%s", to, text)
		}
	}
	if c := s.Counts(); c.Submitted != 1 || c.Accepted != 1 || c.Bounced != 0 {
		t.Errorf("%+v", c)
	}
}

func TestSubmissionRefuses(t *testing.T) {
	s := start(t, mailserver.Options{})
	for to, want := range map[string]int{"reject@example.be": 550, "tempfail@example.org": 450, "overquota@example.be": 452} {
		if err := send(s, desk, to); code(err) != want {
			t.Errorf("%s: %v, want %d", to, err, want)
		}
	}
	if err := smtp.SendMail(s.SMTPAddr(), nil, desk, []string{"an@example.be"}, []byte(letter)); code(err) != 530 {
		t.Errorf("without AUTH: %v", err)
	}
	wrong := smtp.PlainAuth("", desk, "wrong", "127.0.0.1")
	if err := smtp.SendMail(s.SMTPAddr(), wrong, desk, []string{"an@example.be"}, []byte(letter)); code(err) != 535 {
		t.Errorf("with a wrong password: %v", err)
	}
	if c := s.Counts(); c.Submitted != 0 {
		t.Errorf("%+v", c)
	}
}

func TestAnonymousIsForLocalMailOnly(t *testing.T) {
	s := start(t, mailserver.Options{Anonymous: true})
	if err := smtp.SendMail(s.SMTPAddr(), nil, "member@gmail.example", []string{desk}, []byte(letter)); err != nil {
		t.Error(err)
	}
	if err := smtp.SendMail(s.SMTPAddr(), nil, "member@gmail.example", []string{"x@elsewhere.example"}, []byte(letter)); code(err) != 550 {
		t.Errorf("relayed: %v", err)
	}
}

func TestSubmissionOverTLS(t *testing.T) {
	cert, err := mailserver.NewCertificate(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, mailserver.Options{TLS: cert.TLS})
	config := &tls.Config{RootCAs: cert.CAs, ServerName: "localhost"}
	conn, err := tls.Dial("tcp", s.SMTPSAddr(), config)
	if err != nil {
		t.Fatal(err)
	}
	implicit, err := smtp.NewClient(conn, "localhost")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := smtp.Dial(s.SMTPAddr())
	if err != nil {
		t.Fatal(err)
	}
	if err := plain.StartTLS(config); err != nil {
		t.Fatal(err)
	}
	for host, c := range map[string]*smtp.Client{"localhost": implicit, "127.0.0.1": plain} {
		if err := c.Auth(smtp.PlainAuth("", desk, secret, host)); err != nil {
			t.Errorf("%s: %v", host, err)
		}
		if err := c.Quit(); err != nil {
			t.Error(err)
		}
	}
}

func TestForeignMailComesBackAsAReport(t *testing.T) {
	s := start(t, mailserver.Options{})
	if err := send(s, desk, "gone@elsewhere.example"); err != nil {
		t.Fatal(err)
	}
	got, err := s.Messages(desk)
	if err != nil || len(got) != 1 {
		t.Fatalf("%d messages, %v", len(got), err)
	}
	m, err := mail.ReadMessage(strings.NewReader(string(got[0])))
	if err != nil {
		t.Fatal(err)
	}
	if m.Header.Get("Return-Path") != "<>" || m.Header.Get("Auto-Submitted") != "auto-replied" || !strings.Contains(m.Header.Get("From"), "MAILER-DAEMON@example.be") {
		t.Errorf("header: %v", m.Header)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/report" || params["report-type"] != "delivery-status" {
		t.Fatalf("%s %v %v", kind, params, err)
	}
	r := multipart.NewReader(m.Body, params["boundary"])
	for _, want := range []struct{ kind, text string }{
		{"text/plain; charset=utf-8", "gone@elsewhere.example"},
		{"message/delivery-status", "Final-Recipient: rfc822; gone@elsewhere.example\r\nAction: failed\r\nStatus: 5.1.2\r\n"},
		{"message/rfc822", "Subject: hello\r\n"},
	} {
		part, err := r.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part)
		if err != nil || part.Header.Get("Content-Type") != want.kind || !strings.Contains(string(body), want.text) {
			t.Errorf("%s:\n%s\n%v", part.Header.Get("Content-Type"), body, err)
		}
	}
	if err := send(s, "", "gone@elsewhere.example"); err != nil { // nobody to report to
		t.Error(err)
	}
	if c := s.Counts(); c.Bounced != 1 {
		t.Errorf("%d bounces", c.Bounced)
	}
}

func TestHooks(t *testing.T) {
	s := start(t, mailserver.Options{})
	never := make(chan struct{})
	for name, test := range map[string]struct {
		hooks     mailserver.Hooks
		code      int
		delivered bool
	}{
		"refused at RCPT": {mailserver.Hooks{Rcpt: func(_, to string) error { return mailserver.Reply(550, "5.1.1 no "+to) }}, 550, false},
		"refused at DATA": {mailserver.Hooks{Data: answer(mailserver.Answer{Err: mailserver.Reply(451, "later")})}, 451, false},
		"refused at AUTH": {mailserver.Hooks{Auth: func(string) error { return mailserver.Reply(454, "4.7.0 try later") }}, 454, false},
		"cut after dot":   {mailserver.Hooks{Data: answer(mailserver.Answer{Drop: true})}, 0, true},
		"lost":            {mailserver.Hooks{Data: answer(mailserver.Answer{Discard: true})}, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			to := strings.ReplaceAll(name, " ", ".") + "@example.be"
			s.SetHooks(test.hooks)
			if err := send(s, desk, to); code(err) != test.code {
				t.Errorf("answer %v, want %d", err, test.code)
			}
			got, err := s.Messages(to)
			if err != nil || (len(got) == 1) != test.delivered {
				t.Errorf("%d messages, %v", len(got), err)
			}
		})
	}
	s.SetHooks(mailserver.Hooks{Data: answer(mailserver.Answer{Wait: never})})
	go func() { _ = send(s, desk, "slow@example.be") }()
	if err := s.WaitFor(t.Context(), "slow@example.be", 1); err != nil {
		t.Error(err)
	}
}

func answer(a mailserver.Answer) func(mailserver.Envelope, []byte) mailserver.Answer {
	return func(mailserver.Envelope, []byte) mailserver.Answer { return a }
}
