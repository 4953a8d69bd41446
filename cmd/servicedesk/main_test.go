package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/mailserver"
)

// program runs the whole program in this process and returns its exit status and what it printed.
func program(ctx context.Context, stdin string, args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = run(ctx, args, terminal{strings.NewReader(stdin), &o, &e})
	return status, o.String(), e.String()
}

// house is a folder with a complete configuration for an embedded mail server.
type house struct {
	t      *testing.T
	folder string
	server *mailserver.Server
	text   string // of the configuration
}

const mailUser = "servicedesk@iec-iab.be"

func newHouse(t *testing.T) *house {
	t.Helper()
	server, err := mailserver.Start(mailserver.Options{Domain: "iec-iab.be", Users: map[string]string{mailUser: "secret"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	h := &house{t: t, folder: t.TempDir(), server: server}
	h.text = fmt.Sprintf(`desk: {address: %[1]s}
mailbox: {host: 127.0.0.1, port: %[2]s, tls: none, username: %[1]s, password_file: secret}
smtp: {host: 127.0.0.1, port: %[3]s, tls: none, username: %[1]s, password_file: secret}
database: {path: desk.db, key_file: desk.key}
console: {listen: '127.0.0.1:0'}
`, mailUser, portOf(t, server.IMAPAddr()), portOf(t, server.SMTPAddr()))
	h.write("secret", "secret\n")
	return h
}

func portOf(t *testing.T, addr string) string {
	t.Helper()
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	return port
}

func (h *house) write(name, text string) string {
	h.t.Helper()
	path := filepath.Join(h.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return path
}

func (h *house) config() string { return h.write("config.yaml", h.text) }

func (h *house) replace(old, new string) {
	h.t.Helper()
	if !strings.Contains(h.text, old) {
		h.t.Fatalf("no %q in the configuration", old)
	}
	h.text = strings.Replace(h.text, old, new, 1)
}

// Everything that only an admin can mend: one line that names the thing and the remedy, status 1, and nothing touched.
func TestRunRefusesWhatAnAdminMustMend(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(h *house)
		want   []string
		lines  int
	}{
		{"unknown key", func(h *house) { h.replace("host:", "hots:") }, []string{"hots", "host", "line 2"}, 1},
		{"no password file", func(h *house) { os.Remove(filepath.Join(h.folder, "secret")) }, []string{"password_file", "line 2", "no such file"}, 2},
		{"unknown host", func(h *house) {
			h.replace("host: 127.0.0.1, port: ", "host: mail.invalid, tls: implicit, port: ")
			h.replace(" tls: none,", "")
		},
			[]string{"mail.invalid", "mailbox.host"}, 1},
		{"wrong password", func(h *house) { h.write("secret", "wrong\n") }, []string{mailUser, "password"}, 1},
		{"no such folder", func(h *house) { h.replace("mailbox: {", "mailbox: {folder: Helpdesk, ") }, []string{"Helpdesk", "folder"}, 1},
		{"template with a wrong field", func(h *house) {
			h.write("own/address_known.nl.md", "Subject: [{{.Ref}}] x\n\nBeste {{.Membr.FirstName}}, {{.KnownAddress}}\n")
			h.text += "templates: {folder: own}\n"
		}, []string{"address_known.nl.md:3", "Membr", ".Member"}, 1},
		{"no configuration", func(h *house) { h.text = "" }, []string{"config.yaml", "empty"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			c.change(h)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // a name server that never answers must not hang the test
			defer cancel()
			status, out, errs := program(ctx, "", "run", "--config", h.config())
			if status != exitFailed || out != "" {
				t.Errorf("status %d, stdout %q", status, out)
			}
			for _, w := range c.want {
				if !strings.Contains(errs, w) {
					t.Errorf("%q is not named in: %s", w, errs)
				}
			}
			if n := strings.Count(errs, "\n"); n != c.lines {
				t.Errorf("%d lines, want %d: %s", n, c.lines, errs)
			}
			if strings.Contains(errs, "secret\n") || strings.Contains(errs, "goroutine") {
				t.Errorf("too much is said: %s", errs)
			}
			if _, err := os.Stat(filepath.Join(h.folder, "desk.db")); err == nil {
				t.Error("the database was made all the same")
			}
		})
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{}, {"fly"}, {"tickets", "approve"}, {"run", "--conifg", "x"}, {"templates", "show", "address_known", "xx"}, {"templates", "preview", "weather", "nl"}} {
		status, _, errs := program(t.Context(), "", args...)
		if status != exitUsage || errs == "" {
			t.Errorf("%q: status %d, %q; want %d and a word of help", args, status, errs, exitUsage)
		}
	}
	if status, out, _ := program(t.Context(), "", "--help"); status != exitOK || !strings.Contains(out, "tickets") {
		t.Errorf("--help: %d, %s", status, out)
	}
	if status, out, _ := program(t.Context(), "", "version"); status != exitOK || !strings.HasPrefix(out, "servicedesk ") {
		t.Errorf("version: %d, %s", status, out)
	}
}

func TestCheck(t *testing.T) {
	h := newHouse(t)
	conf := h.config()
	members := h.write("members.csv", "last_name,first_name,national_number,email,language\nPeeters,An,11.02.14-801.91,an@example.be,nl\n")
	if status, out, _ := program(t.Context(), "", "check", "--config", conf); status != exitOK || !strings.Contains(out, "does not exist yet") {
		t.Errorf("before the first run: %d\n%s", status, out)
	}
	if status, out, errs := program(t.Context(), "", "members", "import", members, "--config", conf); status != exitOK {
		t.Fatalf("import: %d %s%s", status, out, errs)
	}
	status, out, errs := program(t.Context(), "", "check", "--config", conf)
	if status != exitOK || strings.Contains(out, "FAIL") {
		t.Errorf("all is well: %d\n%s%s", status, out, errs)
	}
	for _, thing := range []string{"config", "templates", "database", "directory", "mailbox", "smtp"} {
		if !strings.Contains(out, "ok    "+thing) {
			t.Errorf("no line for %s:\n%s", thing, out)
		}
	}
	h.write("secret", "wrong\n")
	status, out, _ = program(t.Context(), "", "check", "--config", conf)
	if status != exitFailed || strings.Count(out, "FAIL") != 2 || !strings.Contains(out, "->") {
		t.Errorf("with a wrong password: %d\n%s", status, out)
	}
}

func TestMembersImport(t *testing.T) {
	h := newHouse(t)
	conf := h.config()
	file := h.write("members.csv", "last_name,first_name,national_number,email,language\nPeeters,An,11.02.14-801.91,an@example.be,nl\nMaes,Bart,12.05.03-803.00,bart@example.be,fr\n")
	if status, out, _ := program(t.Context(), "", "members", "import", "--strict", file, "--config", conf); status != exitFailed || out != "" {
		t.Errorf("--strict with a bad line: %d %s", status, out)
	}
	status, out, errs := program(t.Context(), "", "members", "import", file, "--config", conf)
	if status != exitFailed || !strings.HasPrefix(out, "1 added, 0 changed, 0 as they were, 1 refused") || !strings.Contains(errs, "line 3, national_number") {
		t.Errorf("%d %s%s", status, out, errs)
	}
	if strings.Contains(errs, "803.00") || strings.Contains(errs, "12050380300") {
		t.Errorf("the number is in the error: %s", errs)
	}
	h.write("members.csv", "last_name,first_name,national_number,email,language\nPeeters,Anna,11021480191,an@example.be,nl\n")
	if _, out, _ = program(t.Context(), "", "members", "import", file, "--config", conf); !strings.HasPrefix(out, "0 added, 1 changed") {
		t.Errorf("by number: %s", out)
	}
	status, out, _ = program(t.Context(), "", "members", "find", "anna", "--config", conf)
	if status != exitOK || !strings.Contains(out, "11.02.14-***.**") || strings.Contains(out, "801") {
		t.Errorf("%d %s", status, out)
	}
}

func TestASecondRunIsRefused(t *testing.T) {
	h := newHouse(t)
	conf := h.config()
	ctx, stop := context.WithCancel(t.Context())
	first := make(chan int)
	go func() {
		status, _, _ := program(ctx, "", "run", "--config", conf)
		first <- status
	}()
	wait, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := h.server.Wait(wait, func() bool { return len(h.lock()) > 0 }); err != nil {
		t.Fatal(err)
	}
	status, _, errs := program(t.Context(), "", "run", "--config", conf)
	if status != exitFailed || !strings.Contains(errs, "running") {
		t.Errorf("%d %s", status, errs)
	}
	stop()
	if status := <-first; status != exitOK {
		t.Errorf("the first one ended with status %d after its signal", status)
	}
}

func (h *house) lock() []byte {
	data, _ := os.ReadFile(filepath.Join(h.folder, "desk.db.lock"))
	return data
}

func TestReadJSON(t *testing.T) {
	h := newHouse(t)
	members := h.write("members.csv", "last_name,first_name,national_number,email,language\nPeeters,An,11.02.14-801.91,an@example.be,nl\n")
	mbox := "From an@home.example Mon Mar  2 10:11:12 2026\nFrom: An Peeters <an@home.example>\nSubject: e-mailadres vergeten\n\nNaam: Peeters\nVoornaam: An\nRijksregisternummer: 11.02.14-801.91\n\n" +
		"From x@example.be  Tue Mar  3 08:00:00 2026 +0100\nFrom: x@example.be\nSubject: Afwezig\nAuto-Submitted: auto-replied\n\n>From today I am out.\n"
	status, out, errs := program(t.Context(), mbox, "read", "--json", "--members", members, "-")
	if status != exitOK {
		t.Fatalf("%d %s", status, errs)
	}
	var all []map[string]any
	for line := range strings.Lines(out) {
		var o map[string]any
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	if len(all) != 2 {
		t.Fatalf("%d objects for two mails:\n%s", len(all), out)
	}
	keys := []string{"file", "kind", "language", "from_address", "last_name", "first_name", "national_number", "new_address", "missing", "number_problem", "automatic_reason", "outcome", "match", "member_email"}
	for _, k := range keys {
		if _, ok := all[0][k]; !ok {
			t.Errorf("no key %s", k)
		}
	}
	for k, want := range map[string]any{"kind": "address_forgotten", "national_number": "11.02.14-***.**", "match": "match", "member_email": "an@example.be", "new_address": nil, "outcome": "ticket"} {
		if all[0][k] != want {
			t.Errorf("%s is %v, want %v", k, all[0][k], want)
		}
	}
	if all[1]["kind"] != "automatic" || all[1]["outcome"] != "automatic" || all[1]["automatic_reason"] == nil {
		t.Errorf("%v", all[1])
	}
	if _, out, _ = program(t.Context(), mbox, "read", "--json", "--reveal", "-"); !strings.Contains(out, "11021480191") {
		t.Error("--reveal reveals nothing")
	}
	if _, out, _ = program(t.Context(), mbox, "read", "-"); !strings.Contains(out, "because") || !strings.Contains(out, "2 mails") || strings.Contains(out, "801.91") {
		t.Errorf("for people:\n%s", out)
	}
}

func TestTemplates(t *testing.T) {
	status, out, errs := program(t.Context(), "", "templates", "check")
	if status != exitOK || strings.Contains(out, "error") {
		t.Errorf("%d %s%s", status, out, errs)
	}
	if _, out, _ = program(t.Context(), "", "templates", "list"); strings.Count(out, "built-in") != 40 {
		t.Errorf("%s", out)
	}
	if _, out, _ = program(t.Context(), "", "templates", "show", "address_known", "nl"); !strings.HasPrefix(out, "Subject: ") || !strings.Contains(out, "{{") {
		t.Errorf("%s", out)
	}
	if _, out, _ = program(t.Context(), "", "templates", "preview", "address_known", "fr"); !strings.HasPrefix(out, "Subject: ") || strings.Contains(out, "{{") {
		t.Errorf("%s", out)
	}
	if _, out, _ = program(t.Context(), "", "templates", "preview", "--html", "address_known", "de"); !strings.Contains(out, "<html") {
		t.Errorf("%s", out)
	}
	h := newHouse(t)
	h.write("own/address_known.nl.md", "Subject: [{{.Ref}}] x\n\nGeen adres.\n")
	h.text += "templates: {folder: own}\n"
	status, out, _ = program(t.Context(), "", "templates", "check", "--config", h.config())
	if status != exitFailed || !strings.Contains(out, "KnownAddress") {
		t.Errorf("a template without the known address: %d %s", status, out)
	}
	if _, out, _ = program(t.Context(), "", "templates", "list", "--config", h.config()); !strings.Contains(out, "own") {
		t.Errorf("%s", out)
	}
}
