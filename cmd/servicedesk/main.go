// Command servicedesk is the worker behind a helpdesk mailbox: it reads the mail of members who no longer know, or have changed,
// the e-mail address that is their user name, puts an identity check before staff, and mails the answer that they approved.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// terminal is what a command reads from and writes to.
type terminal struct {
	in       io.Reader
	out, err io.Writer
}

// cli is the command line. One file a command; wiring only.
type cli struct {
	Demo      demoCmd      `cmd:"" help:"Show the whole thing on this machine: an embedded mail server, sample members and mails."`
	Run       runCmd       `cmd:"" help:"Run the worker: mailbox, outbox and console."`
	Check     checkCmd     `cmd:"" help:"Try the configuration for real: mailbox, SMTP, folders, directory, templates, database."`
	Read      readCmd      `cmd:"" help:"Show what is understood of mails, touching nothing."`
	Tickets   ticketsCmd   `cmd:"" help:"Staff work without a browser: list, show, approve, reject, ask, answer, correct, choose, reclassify, note, merge, close, reopen, resend, reveal."`
	Members   membersCmd   `cmd:"" help:"The local directory of members."`
	Templates templatesCmd `cmd:"" help:"The reply templates."`
	Staff     staffCmd     `cmd:"" help:"Who may sign in at the console."`
	Version   versionCmd   `cmd:"" help:"Print the version."`
}

// configFlag is the flag of the commands that work on a desk.
type configFlag struct {
	Config string `help:"The configuration file (config.yaml); config.example.yaml explains every key." default:"config.yaml" placeholder:"FILE"`
}

func main() {
	// The first signal ends the work in hand cleanly; a second one ends the process at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], terminal{os.Stdin, os.Stdout, os.Stderr}))
}

// run is the whole program; it returns the exit status.
func run(ctx context.Context, args []string, t terminal) (status int) {
	type exit int
	defer func() {
		switch p := recover().(type) {
		case nil:
		case exit: // kong ends the program after --help
			status = int(p)
		default:
			panic(p)
		}
	}()
	parser, err := kong.New(&cli{},
		kong.Name("servicedesk"),
		kong.Description("The worker behind a helpdesk mailbox: who asks for the e-mail address that is the user name is checked against the member directory, and answered once a person has approved."),
		kong.Writers(t.out, t.err), kong.Exit(func(code int) { panic(exit(code)) }),
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(t))
	if err != nil {
		panic(err) // the command line itself is wrong: a programming error
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(t.err, "servicedesk: %v\n", err)
		fmt.Fprintln(t.err, "Try: servicedesk --help")
		return exitUsage
	}
	return report(t, command.Run())
}

// errUsage marks an error that the caller made in the words of the call.
var errUsage = errors.New("wrong use")

func report(t terminal, err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, context.Canceled):
		return exitFailed
	case errors.Is(err, errSaid):
		return exitFailed
	}
	if errors.Is(err, ticket.ErrNotFound) {
		err = fmt.Errorf("%w; 'servicedesk tickets list --all' names them", err)
	}
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(t.err, "servicedesk: %s\n", strings.TrimSpace(line))
	}
	if errors.Is(err, errUsage) {
		return exitUsage
	}
	return exitFailed
}

// errSaid ends a command whose output has told already what failed.
var errSaid = errors.New("failed as shown")
