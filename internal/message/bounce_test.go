package message

import (
	"strings"
	"testing"
)

func dsn(status, returned string) []byte {
	return letter(entity("B", "\nYour mail could not be delivered.", "Content-Type: message/delivery-status\n\n"+status, returned),
		"From: Mail Delivery System <MAILER-DAEMON@mx.example>", "Return-Path: <>", "Subject: Undelivered Mail Returned to Sender",
		"Content-Type: multipart/report; report-type=delivery-status; boundary=B")
}

func TestDeliveryStatus(t *testing.T) {
	message := "Content-Type: message/rfc822\n\n" +
		"From: desk@institute.example\n" +
		"Message-ID: <9@institute.example>\n" +
		"Subject: RE\n\n" +
		"Geachte, 85.07\n"
	fields := "Content-Type: text/rfc822-headers\n\nFrom: desk@institute.example\nMessage-ID: <9@institute.example>\n"
	tests := []struct {
		name             string
		status, returned string
		want             Bounce
	}{
		{"failed", "Reporting-MTA: dns; mx.example\n\n" +
			"Final-Recipient: rfc822; Jan@X.example\n" +
			"Action: failed\n" +
			"Status: 5.1.1\n" +
			"Diagnostic-Code: smtp; 550 5.1.1\n" +
			" <jan@x.example>: User unknown\n", message,
			Bounce{"9@institute.example", "jan@x.example", "failed", "5.1.1", "550 5.1.1 <jan@x.example>: User unknown"}},
		{"header only", "Reporting-MTA: dns; mx.example\n\n" +
			"Final-Recipient: rfc822;jan@x.example\n" +
			"Action: Delayed (soon again)\n" +
			"Status: 4.4.1 (no route)\n", fields,
			Bounce{"9@institute.example", "jan@x.example", "delayed", "4.4.1", ""}},
		{"the failed one of two", "Reporting-MTA: dns; mx.example\n\n" +
			"Final-Recipient: rfc822; a@x.example\n" +
			"Action: relayed\n" +
			"Status: 2.1.9\n\n" +
			"Final-Recipient: rfc822; b@x.example\n" +
			"Action: failed\n" +
			"Status: 5.2.2\n", fields,
			Bounce{"9@institute.example", "b@x.example", "failed", "5.2.2", ""}},
		{"original recipient only", "Original-Recipient: rfc822;jan@x.example\n" +
			"Action: failed\n", fields, Bounce{"9@institute.example", "jan@x.example", "failed", "", ""}},
		{"empty status", "", fields, Bounce{MessageID: "9@institute.example"}},
		{"diagnosis with a secret", "Final-Recipient: rfc822; jan@x.example\n" +
			"Action: failed\n" +
			"Status: 5.7.1\n" +
			"Diagnostic-Code: smtp; 550 spam: 85.07.30-033.28\n", fields,
			Bounce{"9@institute.example", "jan@x.example", "failed", "5.7.1", "550 spam: **.**.**-***.**"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(dsn(test.status, test.returned), own)
			diff(t, "bounce", m.Bounce, &test.want)
			if code(m) != "bounce" || m.Text != "Your mail could not be delivered.\n" || m.Forwarded != nil {
				t.Errorf("code %q, text %q, forwarded %v", code(m), m.Text, m.Forwarded)
			}
		})
	}
}

func TestWrittenBounces(t *testing.T) {
	tests := []struct {
		name    string
		subject string
		text    string
		want    Bounce
		said    string
	}{
		{"qmail", "failure notice", "Hi. This is the qmail-send program at mx.example.\n\n" +
			"<jan@x.example>:\n" +
			"Sorry, no mailbox here by that name. (#5.1.1)\n\n" +
			"--- Below this line is a copy of the message.\n\n" +
			"Return-Path: <desk@institute.example>\n" +
			"Message-ID: <9@institute.example>\n\n" +
			"nummer 85.07\n",
			Bounce{"9@institute.example", "jan@x.example", "failed", "5.1.1", "Sorry, no mailbox here by that name. (#5.1.1)"}, "Sorry, no mailbox here by that name. (#5.1.1)\n"},
		{"old Exchange", "Onbestelbaar: RE: vraag", "Uw bericht kon niet worden bezorgd aan jan@x.example. 5.1.10\n", Bounce{"", "jan@x.example", "failed", "5.1.10", "Uw bericht kon niet worden bezorgd aan jan@x.example. 5.1.10"}, "bezorgd"},
		{"delay", "Warning: could not send message for past 4 hours", "jan@x.example: 4.4.1 no route\n", Bounce{"", "jan@x.example", "delayed", "4.4.1", "jan@x.example: 4.4.1 no route"}, "no route"},
		{"nothing to find", "Undeliverable: x", "Niet gelukt.\n", Bounce{Action: "failed"}, "Niet gelukt.\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter(test.text, "From: postmaster@mx.example", "Subject: "+test.subject), own)
			diff(t, "bounce", m.Bounce, &test.want)
			if code(m) != "bounce" || !strings.Contains(m.Text, test.said) || strings.Contains(m.Text, "85.07") {
				t.Errorf("code %q, text %q", code(m), m.Text)
			}
		})
	}
}

func TestNoBounce(t *testing.T) {
	tests := map[string][]byte{
		"a person of that name": letter("Dag", "From: postmaster@claes.example", "Subject: vraag"),
		"a person who tells":    letter("Mijn mail kwam terug.", "Subject: Undeliverable: vraag"),
		"a person who forwards": multipart("mixed", plainHead+"Wat is dit?", "Content-Type: message/rfc822\n\n"+
			"From: MAILER-DAEMON@x.example\n"+
			"Content-Type: multipart/report; report-type=delivery-status; boundary=C\n\n"+entity("C", "Content-Type: message/delivery-status\n\n"+
			"Final-Recipient: rfc822; a@x.example\n")),
		"a status without report": multipart("mixed", plainHead+"Dag", "Content-Type: message/delivery-status\n\n"+
			"Final-Recipient: rfc822; a@x.example\n"),
	}
	for name, raw := range tests {
		if m := Parse(raw, own); m.Bounce != nil || m.Automation != nil {
			t.Errorf("%s: bounce %v, automation %v", name, m.Bounce, m.Automation)
		}
	}
}

func TestReceiptsAndReports(t *testing.T) {
	for kind, want := range map[string]string{"disposition-notification": "read_receipt", "feedback-report": "report", "": "report"} {
		m := Parse(letter(entity("B", plainHead+"Gelezen.", "Content-Type: message/disposition-notification\n\n"+
			"Disposition: manual-action/MDN-sent-manually; displayed\n"),
			"Content-Type: multipart/report; report-type="+kind+"; boundary=B"), own)
		if code(m) != want || m.Bounce != nil || m.Text != "Gelezen.\n" {
			t.Errorf("report-type=%s: code %q, want %q; text %q", kind, code(m), want, m.Text)
		}
	}
}

// Gateways that take the type of a report away leave its parts.
func TestReportsWithoutType(t *testing.T) {
	receipt := multipart("mixed", plainHead+"Gelezen.", "Content-Type: message/disposition-notification\n\n"+"Disposition: displayed\n")
	if m := Parse(receipt, own); code(m) != "read_receipt" || m.Bounce != nil {
		t.Errorf("receipt: code %q, bounce %v", code(m), m.Bounce)
	}
	status := "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n"
	bounce := letter(entity("B", plainHead+"Sorry.", status), "Content-Type: multipart/mixed; boundary=B", "Subject: Undeliverable: uw vraag")
	if m := Parse(bounce, own); m.Bounce == nil || m.Bounce.Recipient != "a@x.example" || m.Bounce.Status != "5.1.1" || code(m) != "bounce" {
		t.Errorf("bounce: code %q, %+v", code(m), m.Bounce)
	}
}

func TestStatusCode(t *testing.T) {
	for in, want := range map[string]string{
		"5.1.1": "5.1.1", "smtp 550 5.1.10 x": "5.1.10", "(#4.4.2)": "4.4.2", "192.0.2.5.1": "", "15.1.1": "", "5.1": "", "5.1.1.1": "", "5.1.1.": "5.1.1", "": "", "5..1": "",
	} {
		if got := statusCode(in); got != want {
			t.Errorf("statusCode(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMaskDigits(t *testing.T) {
	for in, want := range map[string]string{
		"85.07.30-033.28": "**.**.**-***.**", "85073003328": "***********", "tel 02 000 00": "tel 02 000 00", "a 85073003328 b": "a *********** b", "": "",
	} {
		if got := maskDigits(in); got != want {
			t.Errorf("maskDigits(%q) = %q, want %q", in, got, want)
		}
	}
}
