package desk_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// withScan is a request with an attachment whose name spells a national number.
func withScan() []byte {
	return []byte("From: An Peeters <an@home.example>\r\nTo: desk@example.org\r\nSubject: e-mailadres vergeten\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNaam: Peeters\r\n" +
		"--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"scan " + numberAn + ".pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		"JVBERi0xLjcNCgA=\r\n--B--\r\n")
}

func TestR7WhatIsOpenedIsInTheHistory(t *testing.T) {
	w := newWorld(t)
	raw := withScan()
	if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(raw)}); err != nil {
		t.Fatal(err)
	}
	v := w.last()
	mail := v.Mails[0].ID
	w.wrap = func(tx desk.Tx) desk.Tx { return deafTx{tx, ticket.EventOpened} }
	if _, content, err := w.Attachment(t.Context(), v.Ticket.Ref, "Eva", mail, 0); err == nil || content != nil {
		t.Errorf("opened without an event: %q", content)
	}
	if content, err := w.RawMail(t.Context(), v.Ticket.Ref, "Eva", mail); err == nil || content != nil {
		t.Errorf("opened without an event: %q", content)
	}
	w.wrap = func(tx desk.Tx) desk.Tx { return tx }
	name, content, err := w.Attachment(t.Context(), v.Ticket.Ref, "Eva", mail, 0)
	if err != nil || string(content) != "%PDF-1.7\r\n\x00" || !strings.HasPrefix(name, "scan ") || strings.Contains(name, "801") {
		t.Errorf("%q: %q, %v", name, content, err)
	}
	got, err := w.RawMail(t.Context(), v.Ticket.Ref, "Marc", mail)
	if err != nil || !bytes.Equal(got, raw) {
		t.Errorf("%v: other bytes than those that came", err)
	}
	after := w.last()
	wantEvent(t, after, ticket.EventOpened, "scan ", "of the mail of 2 March 2026")
	wantEvent(t, after, ticket.EventOpened, "as it came")
	for _, e := range after.Events {
		if strings.Contains(e.Text, "801") {
			t.Errorf("an event tells the number: %s", e.Text)
		}
	}
	if after.Ticket.Version != v.Ticket.Version {
		t.Error("looking changed the ticket")
	}
}

func TestWhatCannotBeOpened(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), forgotten(), question())
	first, other := w.show(w.all()[0].Ticket.Ref), w.last()
	ref, mail := first.Ticket.Ref, first.Mails[0].ID
	for name, open := range map[string]func() error{
		"no attachment": func() error { _, _, err := w.Attachment(t.Context(), ref, "Eva", mail, 0); return err },
		"a negative":    func() error { _, _, err := w.Attachment(t.Context(), ref, "Eva", mail, -1); return err },
		"another's":     func() error { _, err := w.RawMail(t.Context(), ref, "Eva", other.Mails[0].ID); return err },
		"a second copy": func() error { _, err := w.RawMail(t.Context(), ref, "Eva", mail+1); return err },
		"no mail":       func() error { _, err := w.RawMail(t.Context(), ref, "Eva", 999); return err },
		"no ticket":     func() error { _, err := w.RawMail(t.Context(), "SD-2026-999999", "Eva", mail); return err },
	} {
		if err := open(); !errors.Is(err, ticket.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := w.RawMail(t.Context(), ref, "", mail); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("by nobody: %v", err)
	}
	if n := len(w.show(ref).Events); n != len(first.Events) {
		t.Errorf("%d events: what was not opened is in the history", n)
	}
}
