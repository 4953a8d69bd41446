package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/demo"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// screen is a terminal's output that a test can wait on.
type screen struct {
	mu      sync.Mutex
	text    bytes.Buffer
	changed chan struct{}
}

func newScreen() *screen { return &screen{changed: make(chan struct{})} }

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.changed)
	s.changed = make(chan struct{})
	return s.text.Write(p)
}

func (s *screen) now() (string, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String(), s.changed
}

// wait returns what the pattern matches once it is on the screen, the last group of it where it has groups.
func (s *screen) wait(t *testing.T, pattern string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for re := regexp.MustCompile(pattern); ; {
		text, changed := s.now()
		if m := re.FindStringSubmatch(text); m != nil {
			return m[len(m)-1]
		}
		select {
		case <-changed:
		case <-ctx.Done():
			t.Fatalf("%q does not appear:\n%s", pattern, text)
		}
	}
}

func TestDemoScript(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"demo", "--script"}, terminal{strings.NewReader(""), &out, &errs}); status != exitOK || errs.Len() > 0 {
		t.Fatalf("status %d, %s\n%s", status, errs.String(), out.String())
	}
	text := out.String()
	for _, s := range demo.Story() {
		if !strings.Contains(text, s.From()) || !strings.Contains(text, ". "+s.Says+"\n") {
			t.Errorf("%s is not in the transcript", s.Name)
		}
		for _, l := range s.Letters {
			if !strings.Contains(text, "  mail to   "+l.To) {
				t.Errorf("%s: the letter to %s is not in the transcript", s.Name, l.To)
			}
		}
		if ref := "TROUBLE .* to " + s.From(); regexp.MustCompile(ref).MatchString(text) != (s.Trouble != "") {
			t.Errorf("%s: trouble told: %t", s.Name, s.Trouble == "")
		}
	}
	for line := range strings.Lines(text) {
		if nrn.Contains(line) {
			t.Errorf("a national number is in the transcript (R7): %s", nrn.Redact(line))
		}
	}
	if n := strings.Count(text, "\n  ok     "); n != 6 {
		t.Errorf("%d things are right:\n%s", n, text)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// The story's expectations are turned round, one for each line of the verdict, so that each line is seen to fail.
func TestDemoScriptTellsWhatLacks(t *testing.T) {
	out := new(bytes.Buffer)
	s := mustStage(t, terminal{strings.NewReader(""), out, out})
	s.scenes = s.scenes[:3]
	s.scenes[0].Kind = ticket.Other                     // so it ought to lie in INBOX, too
	s.scenes[1].Letters[0].Automatic = true             // a person decided
	s.scenes[1].Outcome = ticket.WasAutomatic           // so nobody ought to have answered
	s.scenes[2].NewAddress = "pieter@elsewhere.example" // not what he asked for
	if err := s.play(t.Context()); !errors.Is(err, errSaid) {
		t.Errorf("the story ended with %v", err)
	}
	if n := strings.Count(out.String(), "\n  LACKS  "); n != 6 {
		t.Errorf("%d of 6 lines fail:\n%s", n, out)
	}
	for _, want := range []string{
		"01-forgotten-nl is address_forgotten, nl, solved instead of other, nl, solved",
		"02-forgotten-fr became a ticket: true",
		"02-forgotten-fr: the letter to benoit.lambert@maison.example has Auto-Submitted: false instead of true",
		"02-forgotten-fr was answered: ",
		"Pieter De Smet is not one member with the address pieter@elsewhere.example",
		"01-forgotten-nl does not lie unread in INBOX",
		"3 mails are ticket instead of 2",
	} {
		if !strings.Contains(out.String(), "\n         "+want) {
			t.Errorf("not told: %s\n%s", want, out)
		}
	}
}

func mustStage(t *testing.T, term terminal) *stage {
	t.Helper()
	s := &stage{t: term, dir: t.TempDir()}
	t.Cleanup(func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	})
	if err := s.open(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestDemoScriptStopsAtACommandThatFails(t *testing.T) {
	var out, errs bytes.Buffer
	s := mustStage(t, terminal{strings.NewReader(""), &out, &errs})
	s.scenes = s.scenes[10:11]
	s.scenes[0].Act, s.scenes[0].Words = demo.Approve, "" // in spite of an alarm, without a reason
	if err := s.play(t.Context()); !errors.Is(err, errSaid) || !strings.Contains(errs.String(), ticket.ErrReasonNeeded.Error()) {
		t.Errorf("%v, %s", err, &errs)
	}
}

// A worker that stops by itself ends the demo with its error; one that stops because of a signal does not.
func TestDemoTellsThatTheWorkerStopped(t *testing.T) {
	for _, play := range []func(*stage, context.Context) error{
		func(s *stage, ctx context.Context) error { return s.interact(ctx, time.Hour) },
		func(s *stage, ctx context.Context) error {
			return s.settle(ctx, func(context.Context) (string, error) { return "waiting", nil })
		},
	} {
		s := mustStage(t, terminal{strings.NewReader(""), io.Discard, io.Discard})
		s.stop()
		<-s.done
		s.done <- errors.New("the disk is full")
		if err := play(s, t.Context()); err == nil || err.Error() != "the worker stopped: the disk is full" {
			t.Errorf("it ended with %v", err)
		}
		ctx, signal := context.WithCancel(t.Context())
		signal()
		if err := s.interact(ctx, time.Hour); err != nil {
			t.Errorf("after a signal it ended with %v", err)
		}
	}
}

// session is an interactive demo under way.
type session struct {
	screen *screen
	keys   *io.PipeWriter
	config string
	end    func() int // waits for the exit status
}

func startSession(ctx context.Context, t *testing.T, args ...string) session {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new")
	in, keys := io.Pipe()
	s := session{screen: newScreen(), keys: keys, config: filepath.Join(dir, "config.yaml")}
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, append([]string{"demo", "--dir", dir}, args...), terminal{in, s.screen, s.screen})
	}()
	s.end = sync.OnceValue(func() int { return <-status })
	t.Cleanup(func() { keys.Close() })
	return s
}

func (s session) typeLine(t *testing.T, line string) {
	t.Helper()
	if _, err := io.WriteString(s.keys, line+"\n"); err != nil {
		t.Fatal(err)
	}
}

func TestDemoInteractive(t *testing.T) {
	s := startSession(t.Context(), t, "--pace", "10ms")
	ref := s.screen.wait(t, `waits     for approval; nothing speaks against it\n  type      approve (SD-\d+-\d+)\n`)
	s.typeLine(t, "help")
	s.screen.wait(t, `\n  approve REF \[REASON\] `)
	s.typeLine(t, "show "+ref)
	s.screen.wait(t, `Approving mails an\.peeters@thuis\.example`)
	s.typeLine(t, "approve "+ref)
	s.screen.wait(t, ref+` approved; the ticket is solved\.`)
	s.screen.wait(t, `(?s)  mail to   an\.peeters@thuis\.example\n.*\| an\.peeters@kantoor-peeters\.example\n`)

	asked := s.screen.wait(t, `mail to   lucas\.maes@postbus\.example   \(automatic\)\n  subject .*\[(.*)\]`)
	s.screen.wait(t, `(?s)The member answers\..*type      approve `+asked+`\n`)
	alarm := s.screen.wait(t, `waits     for approval; alarm: .*\n  type      approve (SD-\d+-\d+) REASON\n`)
	s.screen.wait(t, "That was all the mail")
	s.typeLine(t, "note "+alarm+" -x looks odd")
	s.screen.wait(t, alarm+` noted`)
	s.typeLine(t, "reject "+alarm+" not his number")
	s.screen.wait(t, `mail to   marc\.w@webpost\.example`)
	s.typeLine(t, "list")
	s.screen.wait(t, alarm+` .*rejected`)
	s.typeLine(t, "approve") // help again, rather than an error
	s.typeLine(t, "approve SD-2000-000001")
	s.screen.wait(t, `SD-2000-000001: not found`)
	s.typeLine(t, "quit")
	if status := s.end(); status != exitOK {
		t.Errorf("status %d", status)
	}
	if _, err := os.Stat(s.config); err != nil {
		t.Errorf("a folder that was chosen has to stay: %v", err)
	}
}

// Before anything is typed and before the first pause is over there is something to decide, and it is said where.
func TestDemoOpensWithTicketsToDecide(t *testing.T) {
	s := startSession(t.Context(), t, "--pace", "1h")
	address := s.screen.wait(t, `(?s)type      approve SD-\d+-000006 REASON\n.*mail to   lucas\.maes@postbus\.example.*\nConsole:  (http://127\.0\.0\.1:\d+) `)
	r, err := http.Get(address + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	s.typeLine(t, "quit")
	if status := s.end(); status != exitOK || r.StatusCode != http.StatusOK {
		t.Errorf("status %d, and %s was %s", status, address, r.Status)
	}
}

func TestDemoTellsThatItsPortIsTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	s := startSession(t.Context(), t, "--port", port)
	if s.screen.wait(t, `console\.listen: .*choose another port`); s.end() != exitFailed {
		t.Error("it went on")
	}
}

// Two people can be played: the sign-ins on the screen are good, each with the roles of its part, and new at each start.
func TestDemoHasColleagues(t *testing.T) {
	seen := map[string]bool{}
	for range 2 {
		s := startSession(t.Context(), t, "--pace", "1h")
		s.screen.wait(t, `   sign in as eva / (\S+)  or  marc / (\S+)\n`)
		text, _ := s.screen.now()
		m := regexp.MustCompile(`eva / (\S+)  or  marc / (\S+)`).FindStringSubmatch(text)
		err := withStaff(t.Context(), s.config, terminal{strings.NewReader(""), io.Discard, io.Discard}, func(who *staff.Staff) error {
			for name, want := range map[string]struct {
				password string
				roles    ticket.Roles
			}{"eva": {m[1], ticket.Roles{ticket.Agent}}, "marc": {m[2], ticket.Roles{ticket.Agent, ticket.Admin}}} {
				in, err := who.SignIn(t.Context(), staff.Credentials{Name: name, Password: want.password, Source: "127.0.0.1"})
				if err != nil || in.CodeNeeded || in.EnrolNeeded || !slices.Equal(in.Account.Roles, want.roles) {
					t.Errorf("%s: %+v, %v", name, in, err)
				}
				seen[want.password] = true
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		s.typeLine(t, "quit")
		s.end()
	}
	if len(seen) != 4 {
		t.Errorf("%d passwords for four accounts", len(seen))
	}
}

// A second terminal works on the same desk, and the end of a pipe or a signal is no failure.
func TestDemoSecondTerminalAndSignal(t *testing.T) {
	ctx, signal := context.WithCancel(t.Context())
	s := startSession(ctx, t, "--pace", "10ms")
	s.keys.Close() // not a terminal: the mails go on
	ref := s.screen.wait(t, `(?s)De Smet.*type      approve (SD-\d+-000003)\n`)
	var out, errs bytes.Buffer
	args := []string{"tickets", "approve", ref, "--as", "anna", "--config", s.config}
	if status := run(t.Context(), args, terminal{strings.NewReader(""), &out, &errs}); status != exitOK {
		t.Errorf("status %d, %s%s", status, &out, &errs)
	}
	s.screen.wait(t, `mail to   pieter@desmet-accountants\.example`)
	s.screen.wait(t, `mail to   pieter\.desmet@oudkantoor\.example`)
	signal()
	if status := s.end(); status != exitOK {
		t.Errorf("status %d", status)
	}
}

func TestDemoRefusesAFolderInUse(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	status := run(t.Context(), []string{"demo", "--script", "--dir", dir}, terminal{strings.NewReader(""), &out, &errs})
	if want := "servicedesk: --dir " + dir + " is not empty: name a new folder\n"; status != exitFailed || errs.String() != want {
		t.Errorf("status %d, %q", status, &errs)
	}
}

func TestFindingWords(t *testing.T) {
	for want, findings := range map[string][]ticket.Finding{
		"for approval; nothing speaks against it": {{Name: "last_name", Verdict: ticket.OK}, {Name: "mail", Verdict: ticket.Info}},
		"for approval; warning: new address":      {{Name: "new_address", Verdict: ticket.Warning}, {Name: "last_name", Verdict: ticket.OK}},
		"for approval; alarm: last name, first name; warning: size": {
			{Name: "last_name", Verdict: ticket.Alarm}, {Name: "size", Verdict: ticket.Warning}, {Name: "first_name", Verdict: ticket.Alarm},
		},
	} {
		if got := findingWords(findings); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestClaimWords(t *testing.T) {
	number, err := nrn.Parse("71.03.14-882.16", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]ticket.Claim{
		"An Peeters, 71.03.14-***.**, new address a@b.example":        {FirstName: "An", LastName: "Peeters", Number: number, NewAddress: "a@b.example"},
		"Peeters, 71.03.14-***.**, missing first name, new address":   {LastName: "Peeters", Number: number},
		"An Peeters, checksum, missing national number, new address":  {FirstName: "An", LastName: "Peeters", NumberProblem: ticket.NumberChecksum},
		"missing last name, first name, national number, new address": {},
	} {
		if got := claimWords(c, ticket.AddressChanged); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
