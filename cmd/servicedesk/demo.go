package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/demo"
)

type demoCmd struct {
	Script bool          `help:"Play a whole story with decisions, hold what came of it against what should, and end."`
	Dir    string        `help:"The working folder, empty or not there yet; it is kept. By default a temporary one, removed at the end." placeholder:"DIR"`
	Pace   time.Duration `help:"The pause between two mails (${default})." default:"4s" placeholder:"DURATION"`
	Port   int           `help:"The port of the console; by default any free one." placeholder:"N"`
}

// Run shows the worker of `run` at work; only the mail server and the people are made up.
func (c demoCmd) Run(ctx context.Context, t terminal) (err error) {
	dir, remove, err := c.folder()
	if err != nil {
		return err
	}
	s := &stage{t: t, dir: dir}
	defer func() {
		err = errors.Join(err, s.close(), remove())
		if c.Dir == "" {
			fmt.Fprintf(t.out, "\nThe working folder %s is removed.\n", dir)
		}
	}()
	if err := s.open(ctx, c.Port); err != nil {
		return err
	}
	fmt.Fprintf(s.t.out, "A mail server, %d members and %d mails, all made up, on this machine only.\n", len(s.members), len(s.scenes))
	if c.Script {
		s.welcome("An agent named demo decides. Nothing is asked of you.")
		return s.play(ctx)
	}
	if err := errors.Join(s.hire(ctx), s.begin(ctx)); err != nil {
		return unlessStopped(ctx, err)
	}
	s.welcome("Decide on what waits, in the console or here: type help to see how.")
	return s.interact(ctx, c.Pace)
}

// folder makes the working folder, for this user alone.
func (c demoCmd) folder() (dir string, remove func() error, err error) {
	if c.Dir == "" {
		dir, err = os.MkdirTemp("", "servicedesk-demo-")
		return dir, func() error { return os.RemoveAll(dir) }, err
	}
	if dir, err = filepath.Abs(c.Dir); err != nil {
		return "", nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", nil, err
	}
	found, err := os.ReadDir(dir)
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("--dir %s is not empty: name a new folder", dir)
	}
	return dir, func() error { return nil }, err
}

// stage is a world with a worker in it, and the transcript of what happens.
type stage struct {
	t     terminal
	dir   string
	world *demo.World
	*worker
	log  *os.File
	stop context.CancelFunc
	done chan error // what the worker returned

	colleagues []colleague // who can sign in
	watched
}

// open starts the mail server, fills the directory and starts the worker.
func (s *stage) open(ctx context.Context, port int) (err error) {
	if s.world, err = demo.Start(s.dir, port, time.Now); err != nil {
		return err
	}
	var said strings.Builder
	quiet := terminal{in: s.t.in, out: &said, err: &said}
	if run(ctx, []string{"members", "import", "--as=demo", "--config=" + s.world.ConfigFile(), s.world.MembersFile()}, quiet) != exitOK {
		return errors.New(said.String())
	}
	conf, err := config.Load(s.world.ConfigFile())
	if err != nil {
		return err
	}
	if s.log, err = os.OpenFile(s.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err != nil {
		return err
	}
	conf.Log.Level = "info" // in the file; the commands on the terminal only warn
	w, err := newWorker(ctx, conf, newLog(conf, s.log))
	if err != nil {
		return err
	}
	s.worker = w
	ctx, s.stop = context.WithCancel(ctx)
	s.done = make(chan error, 1)
	go func() { s.done <- s.worker.Run(ctx) }()
	return s.prepare()
}

func (s *stage) logFile() string { return filepath.Join(s.dir, "servicedesk.log") }

// close ends what open started, the worker before the servers that it talks to.
func (s *stage) close() error {
	var errs []error
	if s.stop != nil {
		s.stop()
		<-s.done // its error, if there was one, was told while it mattered
	}
	if s.worker != nil {
		errs = append(errs, s.worker.Close())
	}
	if s.log != nil {
		errs = append(errs, s.log.Close())
	}
	if s.world != nil {
		errs = append(errs, s.world.Close())
	}
	return errors.Join(errs...)
}

// calledAs is how the caller can call this program once more.
func calledAs() string {
	if strings.Contains(os.Args[0], "go-build") {
		return "go run ./cmd/servicedesk"
	}
	return os.Args[0]
}

// welcome tells where everything is. It comes after the first mails, so that it is the last thing on the screen.
func (s *stage) welcome(story string) {
	fmt.Fprintf(s.t.out, `%s
Console:  %s%s
Working folder: %s
In a second terminal, beside this one:
  %s tickets list --config %s
  (and tickets show REF, tickets approve REF, ... likewise)

`, story, s.url(), s.signIns(), s.dir, calledAs(), s.world.ConfigFile())
}

// errQuit ends the demo.
var errQuit = errors.New("quit")

// command carries out one line that was typed. The commands are those of `servicedesk tickets`, and their error has been told.
func (s *stage) command(ctx context.Context, line string, as ...string) error {
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	ref, text, _ := strings.Cut(strings.TrimSpace(rest), " ")
	text = strings.TrimSpace(text)
	err := errSaid
	switch {
	case word == "":
		return nil
	case word == "quit" || word == "exit":
		return errQuit
	case word == "list":
		err = s.tickets(ctx, word, "--all")
	case word == "show" && ref != "":
		err = s.tickets(ctx, word, "--", ref)
	case (word == "approve" || word == "reject") && ref != "":
		err = s.tickets(ctx, word, append(as, "--reason="+text, "--", ref)...)
	case (word == "ask" || word == "answer" || word == "note") && ref != "":
		err = s.tickets(ctx, word, append(as, "--", ref, text)...)
	default:
		fmt.Fprint(s.t.out, demoHelp)
	}
	fmt.Fprintln(s.t.out)
	return err
}

const demoHelp = `  list                   all tickets
  show REF               one ticket: the mail, what agrees and what does not, the answer that approving sends
  approve REF [REASON]   confirm the identity, and mail the answer; against an alarm a reason is needed
  reject REF [REASON]    tell the sender that the identity could not be confirmed
  ask REF TEXT           mail the sender a question of yours
  answer REF TEXT        mail the sender an answer of yours; the ticket is solved
  note REF TEXT          add a line for staff
  quit                   end the demo
`

// tickets runs `servicedesk tickets`, as in a second terminal, and wakes the outbox of this process, which would look a second later.
func (s *stage) tickets(ctx context.Context, word string, args ...string) error {
	status := run(ctx, append([]string{"tickets", word, "--config=" + s.world.ConfigFile()}, args...), s.t)
	s.sender.Wake()
	if status != exitOK {
		return errSaid
	}
	return nil
}
