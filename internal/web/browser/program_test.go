package browser

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is far longer than anything on this machine takes, even while others use it.
const patience = 30 * time.Second

// build compiles the program once for all tests.
func build(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "servicedesk")
	cmd := exec.Command("go", "build", "-o", path, "./cmd/servicedesk")
	cmd.Dir = filepath.Join("..", "..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return path
}

// account is somebody who may sign in.
type account struct{ login, password, name string }

// program is a running `servicedesk demo`.
type program struct {
	address string // http://127.0.0.1:N, of the console
	dir     string // its working folder, with config.yaml
	eva     account
	marc    account // an admin, too
	out     *screen
	ended   chan struct{} // closed when it has
	err     error         // how it ended
}

// startProgram starts the demo, with what it opens with and no further mail for as long as a test lasts, and ends it with the test.
func startProgram(t *testing.T, binary string) *program {
	t.Helper()
	p := &program{dir: filepath.Join(t.TempDir(), "demo"), ended: make(chan struct{})}
	p.out = newScreen(p.ended)
	cmd := exec.Command(binary, "demo", "--dir", p.dir, "--pace", "24h")
	cmd.Stdout, cmd.Stderr = p.out, p.out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		p.err = cmd.Wait()
		close(p.ended)
	}()
	t.Cleanup(func() { p.stop(t, cmd.Process) })
	said := p.out.wait(t, `(?m)^Console:  (http://\S+)(?:   sign in as (\S+) / (\S+)  or  (\S+) / (\S+))?$`)
	p.address, p.eva, p.marc = said[1], account{said[2], said[3], "Eva"}, account{said[4], said[5], "Marc"}
	return p
}

// stop ends the program with a signal, as an admin would, and holds it to a clean end.
func (p *program) stop(t *testing.T, process *os.Process) {
	limit := time.AfterFunc(patience, func() { _ = process.Kill() })
	defer limit.Stop()
	_ = process.Signal(syscall.SIGTERM) // fails where it has ended by itself
	if <-p.ended; p.err != nil {
		t.Errorf("the program ended badly: %v", p.err)
	}
	if !t.Failed() {
		return
	}
	text, _ := p.out.now()
	log, _ := os.ReadFile(filepath.Join(p.dir, "servicedesk.log"))
	t.Logf("it said:\n%s\nits log:\n%s", text, log)
}

// screen is what a program prints, for a test to wait on.
type screen struct {
	mu      sync.Mutex
	text    bytes.Buffer
	changed chan struct{}
	ended   <-chan struct{} // no more comes
}

var _ io.Writer = (*screen)(nil)

func newScreen(ended <-chan struct{}) *screen {
	return &screen{changed: make(chan struct{}), ended: ended}
}

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

// wait returns what the pattern and its groups match, once that is on the screen.
func (s *screen) wait(t *testing.T, pattern string) []string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for re := regexp.MustCompile(pattern); ; {
		text, changed := s.now()
		if m := re.FindStringSubmatch(text); m != nil {
			return m
		}
		select {
		case <-changed:
		case <-s.ended:
			t.Fatalf("the program ended before it said %q", pattern)
		case <-ctx.Done():
			t.Fatalf("the program does not say %q", pattern)
		}
	}
}
