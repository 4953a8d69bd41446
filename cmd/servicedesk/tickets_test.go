package main

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// runs starts `run` on the house, and ends it, in good order, with the test.
func (h *house) runs() {
	h.t.Helper()
	conf := h.config()
	ctx, stop := context.WithCancel(h.t.Context())
	ended := make(chan string, 1)
	go func() {
		status, _, errs := program(ctx, "", "run", "--config", conf)
		if status == exitOK {
			errs = ""
		}
		ended <- errs
	}()
	h.t.Cleanup(func() {
		stop()
		if errs := <-ended; errs != "" {
			h.t.Errorf("run failed: %s", errs)
		}
	})
}

func (h *house) must(args ...string) string {
	h.t.Helper()
	status, out, errs := program(h.t.Context(), "", append(args, "--config", h.folder+"/config.yaml")...)
	if status != exitOK {
		h.t.Fatalf("%q: %d %s%s", args, status, out, errs)
	}
	return out
}

// waitFor asks again and again until the answer has the words; the worker writes the database, which tells nobody.
func (h *house) waitFor(words string, args ...string) string {
	h.t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	var out string
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); <-tick.C {
		if out = h.must(args...); strings.Contains(out, words) {
			return out
		}
	}
	h.t.Fatalf("%q never said %q:\n%s", args, words, out)
	return ""
}

func (h *house) deliver(from, subject, text string) {
	h.t.Helper()
	raw := "From: " + from + "\r\nTo: " + mailUser + "\r\nSubject: " + subject + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		strings.ReplaceAll(text, "\n", "\r\n")
	if err := h.server.Deliver(mailUser, []byte(raw)); err != nil {
		h.t.Fatal(err)
	}
}

// ref is the Ref of the n-th ticket of this year.
func ref(n int64) string { return string(ticket.MakeRef(time.Now().UTC().Year(), n)) }

func TestTicketsFromTheCommandLine(t *testing.T) {
	h := newHouse(t)
	h.runs()
	h.must("members", "import", h.write("members.csv", "last_name,first_name,national_number,email,language\nPeeters,An,11.02.14-801.91,an.old@iec-iab.be,nl\n"))
	h.deliver("An Peeters <an@iec-iab.be>", "e-mailadres vergeten", "Naam: Peeters\nVoornaam: An\nRijksregisternummer: 11.02.14-801.91\n\n\x1b[31mGroeten\n")
	h.deliver("Bart <bart@iec-iab.be>", "e-mailadres vergeten", "Naam: Maes\nVoornaam: Bart\nRijksregisternummer: 12.05.03-803.73\n")
	h.waitFor(ref(2), "tickets", "list", "--json")

	var list []map[string]any
	if err := json.Unmarshal([]byte(h.must("tickets", "list", "--json")), &list); err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	for _, key := range []string{"ref", "kind", "status", "language", "requester", "member", "check", "findings", "missing", "received_at", "updated_at"} {
		if _, ok := list[0][key]; !ok {
			t.Errorf("no key %s", key)
		}
	}
	if list[0]["check"] != "waiting" || list[0]["member"] != "An Peeters" || list[1]["member"] != nil || list[0]["requester"] != "an@iec-iab.be" {
		t.Errorf("%v", list)
	}
	findings, _ := list[0]["findings"].([]any)
	for _, f := range findings {
		if keys := slices.Sorted(maps.Keys(f.(map[string]any))); !slices.Equal(keys, []string{"name", "text", "verdict"}) {
			t.Errorf("a finding has the keys %v", keys)
		}
	}
	if len(findings) == 0 {
		t.Error("no findings")
	}
	if out := h.must("tickets", "list"); strings.Count(out, "\n") != 3 || !strings.HasPrefix(out, "REF ") {
		t.Errorf("%s", out)
	}
	show := h.must("tickets", "show", strings.ToLower(ref(1)))
	for _, words := range []string{"11.02.14-***.**", "The last name agrees.", "Approving mails an@iec-iab.be", "an.old@iec-iab.be", "History"} {
		if !strings.Contains(show, words) {
			t.Errorf("show lacks %q:\n%s", words, show)
		}
	}
	if strings.Contains(show, "801.91") || strings.Contains(show, "\x1b") {
		t.Errorf("show reveals a number, or moves the cursor of who reads it:\n%q", show)
	}
	h.decide(t)
}

// R7: somebody can have his national number as his address.
func TestR7AnAddressIsMaskedOnTheCommandLine(t *testing.T) {
	h := newHouse(t)
	h.runs()
	h.deliver("An Peeters <11.02.14-801.91@iec-iab.be>", "e-mailadres gewijzigd", "Naam: Peeters\nVoornaam: An\nRijksregisternummer: 11.02.14-801.91\nNieuw adres: 11021480191@iec-iab.be\n")
	h.waitFor(ref(1), "tickets", "list", "--json")
	h.must("tickets", "ask", ref(1), "--as", "Eva", "Klopt dat?")
	mail := h.write("an.eml", "From: 11021480191@iec-iab.be\nSubject: e-mailadres gewijzigd\n\nNieuw adres: 11.02.14-801.91@iec-iab.be\n")
	for _, args := range [][]string{{"tickets", "list"}, {"tickets", "list", "--json"}, {"tickets", "show", ref(1)}, {"tickets", "ask", ref(1), "--as", "Eva", "En dit?"}} {
		if out := h.must(args...); strings.Contains(out, "80191") || strings.Contains(out, "801.91") || !strings.Contains(out, ref(1)) {
			t.Errorf("%v shows a number:\n%s", args, out)
		}
	}
	for _, args := range [][]string{{"read", mail}, {"read", "--json", mail}} {
		if _, out, errs := program(t.Context(), "", args...); strings.Contains(out, "80191") || strings.Contains(out, "801.91") || !strings.Contains(out, "address_changed") {
			t.Errorf("%v shows a number:\n%s%s", args, out, errs)
		}
	}
}

func (h *house) decide(t *testing.T) {
	t.Helper()
	conf := h.folder + "/config.yaml"
	fails := func(want string, args ...string) {
		t.Helper()
		status, out, errs := program(t.Context(), "", append(args, "--config", conf)...)
		if status != exitFailed || out != "" || !strings.Contains(errs, want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%q: %d, %q; want one line with %q", args, status, out+errs, want)
		}
	}
	fails("tickets list --all", "tickets", "approve", ref(99), "--as", "Eva")
	fails("no member has", "tickets", "approve", ref(2), "--as", "Eva", "--reason", "known by voice")
	fails("no member has", "tickets", "approve", ref(2), "--as", "Eva")
	fails("waiting in place of", "tickets", "approve", ref(1), "--as", "Eva", "--check", "77")
	if out := h.must("tickets", "approve", ref(1), "--as", "Eva", "--check", "1"); !strings.Contains(out, "approved") {
		t.Errorf("%s", out)
	}
	fails("Eva was first", "tickets", "approve", ref(1), "--as", "Jan")
	h.must("tickets", "note", ref(2), "called", "--as", "Eva")
	h.must("tickets", "ask", ref(2), "Welk nummer bedoelt u?", "--as", "Eva")
	h.must("tickets", "reject", ref(2), "--as", "Eva", "--reason", "unknown")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for user, n := range map[string]int{"an@iec-iab.be": 1, "bart@iec-iab.be": 2} {
		if err := h.server.WaitFor(ctx, user, n); err != nil {
			t.Fatalf("%s: %v", user, err)
		}
	}
	raw, err := h.server.Messages("an@iec-iab.be")
	if err != nil {
		t.Fatal(err)
	}
	if m := message.Parse(raw[0], message.Options{}); !strings.Contains(m.Text, "an.old@iec-iab.be") || m.Automation != nil {
		t.Errorf("%+v", m)
	}
	fails("no failed or bounced", "tickets", "resend", ref(1), "--as", "Eva")
	h.must("tickets", "close", ref(1), "--as", "Eva", "--reason", "done")
	out := h.waitFor("closed", "tickets", "list", "--all")
	if strings.Count(out, "SD-") != 2 {
		t.Errorf("%s", out)
	}
	if out := h.must("check"); strings.Contains(out, "FAIL") {
		t.Errorf("%s", out)
	}
}
