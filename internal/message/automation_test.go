package message

import "testing"

func code(m *Message) string {
	switch {
	case m.Automation != nil:
		return m.Automation.Code
	case m.Doubt != nil:
		return "doubt: " + m.Doubt.Code
	}
	return ""
}

func TestAutomationByFields(t *testing.T) {
	tests := []struct {
		name   string
		fields []string
		want   string
	}{
		{"a person", nil, ""},
		{"own address", []string{"From: Desk <DESK@institute.example>"}, "own_address"},
		{"own address behind another", []string{"From: a@b.example, desk@institute.example"}, "own_address"},
		{"own address as display name", []string{`From: "desk@institute.example" <els@claes.example>`}, ""},
		{"loop field of ours", []string{"X-Loop: desk@institute.example"}, "own_address"},
		{"loop field of others", []string{"X-Loop: other@x.example"}, ""},
		{"auto-replied", []string{"Auto-Submitted: auto-replied"}, "auto_submitted"},
		{"auto-generated with comment", []string{"Auto-Submitted: (by cron) Auto-Generated"}, "auto_submitted"},
		{"auto-replied with parameter", []string{"Auto-Submitted: auto-replied; owner-email=\"x@y\""}, "auto_submitted"},
		{"auto-notified", []string{"auto-submitted: auto-notified"}, "auto_submitted"},
		{"not automatic", []string{"Auto-Submitted: no"}, ""},
		{"not automatic, with comment", []string{"Auto-Submitted: No (a person wrote)"}, ""},
		{"empty field", []string{"Auto-Submitted:"}, ""},
		{"bulk", []string{"Precedence: bulk"}, "precedence"},
		{"junk", []string{"Precedence: Junk"}, "precedence"},
		{"list precedence", []string{"Precedence: list"}, "precedence"},
		{"auto_reply precedence", []string{"Precedence: auto_reply"}, "precedence"},
		{"normal precedence", []string{"Precedence: normal"}, ""},
		{"first class precedence", []string{"Precedence: first-class"}, ""},
		{"list", []string{"List-Id: <tax.lists.example>"}, "list"},
		{"list post", []string{"List-Post: <mailto:tax@lists.example>"}, "list"},
		{"way out of a mailing", []string{"List-Unsubscribe: <https://x.example/u>"}, "doubt: newsletter"},
		{"bulk sender", []string{"Feedback-ID: 1:2:3:x"}, "doubt: newsletter"},
		{"bulk mailer", []string{"X-Campaign: spring"}, "doubt: newsletter"},
		{"form through a bulk sender", []string{"Feedback-ID: 1:2:3:x", "From: form@site.example", "Reply-To: an@peeters.example"}, ""},
		{"X-Autoreply", []string{"X-Autoreply: yes"}, "auto_reply"},
		{"X-Autoreply no", []string{"X-Autoreply: no"}, ""},
		{"X-Autorespond empty", []string{"X-Autorespond:"}, "auto_reply"},
		{"autoresponder class", []string{"X-POST-MessageClass: 9; Autoresponder"}, "auto_reply"},
		{"empty return path", []string{"Return-Path: <>"}, "empty_return_path"},
		{"empty return path with blank", []string{"Return-Path: < >"}, "empty_return_path"},
		{"return path of another", []string{"Return-Path: <bounce-12@mailer.example>"}, ""},
		{"only receipts suppressed", []string{"X-Auto-Response-Suppress: RN, NRN"}, ""},
		{"all suppressed", []string{"X-Auto-Response-Suppress: All"}, ""},
		{"mailer-daemon", []string{"From: MAILER-DAEMON@mx.example", "Subject: hello"}, "machine_sender"},
		{"mailer-daemon without domain", []string{"From: MAILER-DAEMON", "Subject: hello"}, "machine_sender"},
		{"root", []string{"From: root <root@web1.example>"}, "machine_sender"},
		{"noreply alone", []string{"From: no-reply@form.example"}, ""},
		{"noreply that suppresses answers", []string{"From: noreply@shop.example", "X-Auto-Response-Suppress: All"}, "doubt: no_reply_sender"},
		{"web server", []string{"From: www-data@web1.example"}, "machine_sender"},
		{"web server for a person", []string{"From: www-data@web1.example", "Reply-To: an@peeters.example"}, ""},
		{"noreply of a form", []string{"From: noreply@form.example", "Reply-To: an@peeters.example", "X-Auto-Response-Suppress: All"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter("Graag had ik een afspraak.", test.fields...), own)
			if got := code(m); got != test.want {
				t.Errorf("code %q, want %q", got, test.want)
			}
			if m.Automation != nil && m.Automation.Why == "" {
				t.Error("no sentence for staff")
			}
		})
	}
}

func TestNoAutoReply(t *testing.T) {
	tests := map[string]bool{
		"X-Auto-Response-Suppress: All":                     true,
		"X-Auto-Response-Suppress: DR, OOF":                 true,
		"X-Auto-Response-Suppress: AutoReply":               true,
		"X-Auto-Response-Suppress: RN, NRN":                 false,
		"X-Auto-Response-Suppress: DR, RN, NRN":             false,
		"From: do-not-reply@portal.example":                 true,
		"From: \"No Reply\" <an@peeters.example>":           false,
		"From: Noreply Systems <ne_pas_repondre@x.example>": true,
	}
	for f, want := range tests {
		if got := Parse(letter("Dag", f), own).NoAutoReply; got != want {
			t.Errorf("%s: NoAutoReply %v, want %v", f, got, want)
		}
	}
}

func TestReturnPathWithoutSenderProvesNothing(t *testing.T) {
	m := Parse(crlf("Return-Path: <>\nSubject: adres vergeten\nTo: undisclosed-recipients:;\n\nPeeters Jan\n"), own)
	if m.Automation != nil || len(m.From) != 0 || len(m.To) != 0 || m.Text != "Peeters Jan\n" {
		t.Errorf("got %+v", m)
	}
	if !hasProblem(m, "no sender") {
		t.Errorf("problems %q do not name the missing sender", m.Problems)
	}
}

func TestCalendar(t *testing.T) {
	for method, want := range map[string]string{"REPLY": "calendar_reply", "COUNTER": "calendar_reply", "REQUEST": "", "PUBLISH": ""} {
		inHeader := letter("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "Content-Type: text/calendar; method="+method)
		if got := code(Parse(inHeader, own)); got != want {
			t.Errorf("method=%s in the header: code %q, want %q", method, got, want)
		}
		inObject := letter("BEGIN:VCALENDAR\nMETHOD:"+method+"\nEND:VCALENDAR\n", "Content-Type: text/calendar")
		if got := code(Parse(inObject, own)); got != want {
			t.Errorf("METHOD:%s in the object: code %q, want %q", method, got, want)
		}
	}
}
