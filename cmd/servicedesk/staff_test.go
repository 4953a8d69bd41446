package main

import (
	"context"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// staffOf opens the accounts of a house, as a second process beside the worker does.
func (h *house) staffOf() *staff.Staff {
	h.t.Helper()
	o, err := openOffice(h.t.Context(), h.config(), io.Discard)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { o.Close() })
	s, err := newStaff(o, o.config.Console.URL(o.config.Console.Listen), func() {})
	if err != nil {
		h.t.Fatal(err)
	}
	return s
}

var linkPattern = regexp.MustCompile(`http://127\.0\.0\.1:0/link/([\w-]{43})\b`)

// linkIn returns the token of the one link in a text.
func linkIn(t *testing.T, text string) string {
	t.Helper()
	found := linkPattern.FindAllStringSubmatch(text, -1)
	if len(found) != 1 {
		t.Fatalf("%d links in:\n%s", len(found), text)
	}
	return found[0][1]
}

func TestStaffFromTheCommandLine(t *testing.T) {
	h := newHouse(t)
	conf := h.config()
	fails := func(status int, want string, stdin string, args ...string) {
		t.Helper()
		got, out, errs := program(t.Context(), stdin, append(args, "--config", conf)...)
		if got != status || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%q: %d, %q; want %d and %q", args, got, out+errs, status, want)
		}
	}
	if out := h.must("staff", "list"); !strings.Contains(out, "servicedesk staff add --name") {
		t.Errorf("an empty list does not say how to begin: %s", out)
	}
	if out := h.must("staff", "list", "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("%s", out)
	}
	out := h.must("staff", "add", "--name", "Eva Peeters", "--address", "Eva@iec-iab.be", "--roles", "admin,agent", "--as", "root")
	first := linkIn(t, out)
	if !strings.Contains(out, "once, for 72 hours") {
		t.Errorf("%s", out)
	}
	const password = "trein kaars mossel wolk"
	add := func(name, address, roles string) []string {
		return []string{"staff", "add", "--name", name, "--address", address, "--roles", roles, "--password-stdin"}
	}
	fails(exitFailed, "at least 12 characters", "kort\n", add("Jan Maes", "jan@iec-iab.be", "agent")...)
	fails(exitUsage, `role "boss"`, password, add("Jan Maes", "jan@iec-iab.be", "boss")...)
	fails(exitFailed, "another account", password, add("Jan Maes", "eva@iec-iab.be", "agent")...)
	fails(exitFailed, "eva@example.be", password, add("Jan Maes", "jan", "agent")...)
	if status, out, errs := program(t.Context(), password+"\r\n", append(add("Jan Maes", "jan@iec-iab.be", "agent"), "--config", conf)...); status != exitOK || strings.Contains(out, "link") {
		t.Fatalf("%d %s%s", status, out, errs)
	}
	fails(exitFailed, "servicedesk staff list", "", "staff", "disable", "Nobody")
	fails(exitFailed, "give --force", "", "staff", "disable", "Eva Peeters")
	if out := h.must("staff", "disable", "jan@iec-iab.be"); !strings.Contains(out, "Jan Maes cannot sign in") {
		t.Errorf("%s", out)
	}
	list := h.must("staff", "list")
	for _, line := range []string{`Eva Peeters +eva@iec-iab.be +agent,admin +no password +-`, `Jan Maes +jan@iec-iab.be +agent +disabled +-`} {
		if !regexp.MustCompile(line).MatchString(list) {
			t.Errorf("no %q in\n%s", line, list)
		}
	}
	if out := h.must("staff", "enable", "Jan Maes"); !strings.Contains(out, "Jan Maes can sign in again") {
		t.Errorf("%s", out)
	}
	second := linkIn(t, h.must("staff", "reset", "Eva Peeters"))
	h.signIn(t, first, second, password)
	h.must("staff", "disable", "Eva Peeters", "--force")
	if strings.Contains(h.must("staff", "list"), password) {
		t.Error("a list tells a password")
	}
}

// signIn uses the links that the command line printed, as the console will.
func (h *house) signIn(t *testing.T, used, link, password string) {
	t.Helper()
	s, ctx := h.staffOf(), t.Context()
	if _, err := s.OpenLink(ctx, used); err == nil {
		t.Error("a link of before the reset opens")
	}
	if err := s.SetPassword(ctx, link, password); err != nil {
		t.Fatal(err)
	}
	for name, id := range map[string]int64{"eva@iec-iab.be": 1, "Jan Maes": 2} {
		in, err := s.SignIn(ctx, staff.Credentials{Name: name, Password: password, Source: "127.0.0.1"})
		if err != nil || in.Account.ID != id {
			t.Errorf("%s: %+v, %v", name, in.Account, err)
		}
	}
	var list []accountJSON
	if err := json.Unmarshal([]byte(h.must("staff", "list", "--json")), &list); err != nil || len(list) != 2 {
		t.Fatalf("%+v, %v", list, err)
	}
	if a := list[0]; a.Name != "Eva Peeters" || a.Roles.String() != "agent,admin" || !a.Password || a.TOTP || a.Disabled || a.SignedInAt == nil || a.Language != nil {
		t.Errorf("%+v", a)
	}
}

// A forgotten password, through the real outbox of a worker in another process: the mail arrives, and its link works once.
func TestALinkIsMailed(t *testing.T) {
	h := newHouse(t)
	h.runs()
	h.must("staff", "add", "--name", "Eva Peeters", "--address", "eva@iec-iab.be", "--roles", "admin", "--language", "fr")
	s := h.staffOf()
	for _, name := range []string{"nobody@iec-iab.be", "Eva Peeters"} {
		if err := s.ForgotPassword(t.Context(), name, ticket.Dutch); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	if err := h.server.WaitFor(ctx, "eva@iec-iab.be", 1); err != nil {
		t.Fatal(err)
	}
	raw, err := h.server.Messages("eva@iec-iab.be")
	if err != nil {
		t.Fatal(err)
	}
	m := message.Parse(raw[0], message.Options{})
	if !strings.Contains(m.Text, "Bonjour Eva Peeters") || !strings.Contains(string(raw[0]), "Auto-Submitted: auto-generated\r\n") {
		t.Errorf("%s", raw[0])
	}
	token := linkIn(t, m.Text)
	if err := s.SetPassword(t.Context(), token, "lampe canard violon neige"); err != nil {
		t.Fatal(err)
	}
	if err := s.SetPassword(t.Context(), token, "autre canard violon neige"); err == nil {
		t.Error("the link works twice")
	}
	if other, err := h.server.Messages("nobody@iec-iab.be"); err == nil && len(other) > 0 {
		t.Error("somebody unknown got a mail")
	}
	if out := h.must("tickets", "list", "--all"); strings.Contains(out, "SD-") {
		t.Errorf("a link for staff became a ticket: %s", out)
	}
}
