// Package rigtest starts the real thing for tests: Dovecot and Postfix on loopback, by the program that the environment variable
// SERVICEDESK_TEST_RIG names. Where there is none the test is skipped; where SERVICEDESK_TEST_REQUIRE lists "rig" it fails instead.
package rigtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Rig is a running pair of servers with state of its own.
type Rig struct {
	Env     map[string]string // HOST, IMAP_PORT, IMAPS_PORT, SUBMISSION_PORT, USER, PASSWORD, CA_FILE, …
	program string
	dir     string
	t       testing.TB
}

// Message is one mail of a mailbox, as Dump reads it over IMAP.
type Message struct {
	Mailbox     string      `json:"mailbox"`
	Folder      string      `json:"folder"`
	UIDValidity uint32      `json:"uidvalidity"`
	UID         uint32      `json:"uid"`
	Flags       []string    `json:"flags"`
	Size        int         `json:"size"`
	From        string      `json:"from"`
	To          string      `json:"to"`
	Subject     string      `json:"subject"`
	MessageID   string      `json:"message_id"`
	InReplyTo   string      `json:"in_reply_to"`
	ReturnPath  string      `json:"return_path"`
	Headers     [][2]string `json:"headers"`
	Text        string      `json:"text"`
	HTML        string      `json:"html"`
}

// Start starts the parts (imap, smtp, oauth; all when none is named) and stops them when the test ends.
func Start(t testing.TB, parts ...string) *Rig {
	t.Helper()
	program := os.Getenv("SERVICEDESK_TEST_RIG")
	if program == "" {
		if slices.Contains(strings.Split(os.Getenv("SERVICEDESK_TEST_REQUIRE"), ","), "rig") {
			t.Fatal("SERVICEDESK_TEST_REQUIRE demands the rig, but SERVICEDESK_TEST_RIG does not name its program")
		}
		t.Skip("no Dovecot and Postfix here: SERVICEDESK_TEST_RIG does not name the rig's program")
	}
	dir, err := os.MkdirTemp("/tmp", "rig") // short: unix sockets lie in it
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil { // the servers drop their privileges
		t.Fatal(err)
	}
	r := &Rig{program: program, dir: dir, t: t}
	t.Cleanup(r.stop)
	r.Up(parts...)
	return r
}

func (r *Rig) stop() {
	if _, err := os.Stat(filepath.Join(r.dir, "rig.env")); errors.Is(err, fs.ErrNotExist) {
		_ = os.RemoveAll(r.dir) // never came up
		return
	}
	if out, err := exec.Command(r.program, "down", r.dir, "--wipe").CombinedOutput(); err != nil {
		r.t.Errorf("rig down: %v\n%s", err, out)
	}
}

func (r *Rig) run(command string, args ...string) string {
	r.t.Helper()
	cmd := exec.Command(r.program, append([]string{command, r.dir}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("rig %s %s: %v\n%s", command, strings.Join(args, " "), err, stderr.Bytes())
	}
	return string(out)
}

// Up starts what does not run, on the ports and the state of before.
func (r *Rig) Up(parts ...string) {
	r.t.Helper()
	r.Env = map[string]string{}
	for line := range strings.Lines(r.run("up", parts...)) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			r.Env[key] = value
		}
	}
}

// Kill ends parts with SIGKILL, as a crash does.
func (r *Rig) Kill(parts ...string) { r.t.Helper(); r.run("kill", parts...) }

// Pause makes a part accept and then say nothing.
func (r *Rig) Pause(part string) { r.t.Helper(); r.run("pause", part) }

// Resume ends a Pause.
func (r *Rig) Resume(part string) { r.t.Helper(); r.run("resume", part) }

// Renumber gives a folder ("user" or "user:folder") a new UIDVALIDITY and UIDs from 1.
func (r *Rig) Renumber(mailbox string) { r.t.Helper(); r.run("renumber", mailbox) }

// Password changes the password of a listed user.
func (r *Rig) Password(user, password string) { r.t.Helper(); r.run("passwd", user, password) }

// Port returns a port of Env: IMAP_PORT, IMAPS_PORT, SMTP_PORT, SUBMISSION_PORT, SMTPS_PORT.
func (r *Rig) Port(key string) int {
	r.t.Helper()
	port, err := strconv.Atoi(r.Env[key])
	if err != nil {
		r.t.Fatalf("rig: %s is %q", key, r.Env[key])
	}
	return port
}

// Inject puts messages into a mailbox by Maildir: the INBOX of USER, or what the options say, such as "--to", "x@example.be".
func (r *Rig) Inject(messages [][]byte, options ...string) {
	r.t.Helper()
	folder := r.t.TempDir()
	for i, raw := range messages {
		name := filepath.Join(folder, "m"+strconv.Itoa(100000+i)+".eml")
		if err := os.WriteFile(name, raw, 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	r.run("inject", append([]string{folder}, options...)...)
}

// Folder makes an empty folder in the mailbox of a user.
func (r *Rig) Folder(user, folder string) {
	r.t.Helper()
	r.Inject([][]byte{[]byte("Subject: first\n\nfirst\n")}, "--to", user, "--folder", folder)
	r.run("clear", user+":"+folder)
}

// Dump reads a mailbox ("user" or "user:folder") over IMAP; options such as "--wait", "1", "--timeout", "10".
func (r *Rig) Dump(mailbox string, options ...string) []Message {
	r.t.Helper()
	var list []Message
	for line := range strings.Lines(r.run("dump", append([]string{mailbox}, options...)...)) {
		var m Message
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			r.t.Fatalf("rig dump: %v\n%s", err, line)
		}
		list = append(list, m)
	}
	return list
}
