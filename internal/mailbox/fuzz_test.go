package mailbox

import (
	"bufio"
	"context"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

// FuzzServer lets a server say anything at all, an answer a command. Whatever it says, a watcher neither hangs nor panics, hands over no UID
// twice or out of order, and no mail above the limit.
func FuzzServer(f *testing.F) {
	const signIn = "* OK [CAPABILITY IMAP4rev1] hello|* CAPABILITY IMAP4rev1\n$ OK|$ OK [CAPABILITY IMAP4rev1] in|* CAPABILITY IMAP4rev1 IDLE MOVE\n$ OK|* 2 EXISTS\n* OK [UIDVALIDITY 7] ok\n$ OK done|$ OK noop|"
	for _, seed := range []string{
		signIn + "* SEARCH 1 2\n$ OK|* 1 FETCH (UID 1 RFC822.SIZE 3 BODY[]<0> {3}\nabc)\n* 2 FETCH (UID 2 BODY[] \"x\")\n$ OK|$ OK moved|+ idling|* 3 EXISTS",
		signIn + "* ESEARCH (TAG \"T5\") UID ALL 1:4294967295\n$ OK|* 1 FETCH (UID 1 BODY[] {99999999}\nabc",
		signIn + "* SEARCH 5\n$ OK|* 1 FETCH (FLAGS (\\Seen) UID 5)\n$ NO [EXPUNGEISSUED] gone|$ NO|$ OK|* SEARCH\n$ OK",
		signIn + "* SEARCH 9 8\n$ OK|* 2 FETCH (UID 9 BODY[] NIL)\n* 1 FETCH (UID 8 BODY[] {2}\nxy)\n$ OK|$ NO [TRYCREATE] no folder|+ idling|* BYE",
		"* OK [CAPABILITY IMAP4rev1] hello|* CAPABILITY IMAP4rev1\n$ OK|$ NO [AUTHENTICATIONFAILED] no",
		"* OK hello|* CAPABILITY (IMAP4rev1\n$ OK|* OK [UIDVALIDITY 0]\n$ OK",
		"* PREAUTH in|* OK [UIDVALIDITY 1]\n$ OK|$ OK|* XFOO",
		"* BYE busy",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, script string) {
		client, server := net.Pipe()
		go say(server, strings.Split(script, "|"))
		dialled := false
		cfg := Config{Host: "127.0.0.1", TLS: NoTLS, Username: user, Password: password(secret), MaxMessageSize: 1000, HandledFolder: "Handled",
			PollInterval: time.Millisecond, CommandTimeout: 20 * time.Millisecond, ConnectTimeout: 20 * time.Millisecond}
		cfg.dial = func(context.Context, string, string) (net.Conn, error) {
			if dialled {
				return nil, io.EOF
			}
			dialled = true
			return client, nil
		}
		d := newDesk()
		d.fileAll = true
		w, err := New(cfg, d, nil)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		err = w.watch(ctx)
		if err == nil || ctx.Err() != nil {
			t.Fatalf("%v after 20 s", err) // the script ends, so the watching must
		}
		for _, m := range d.all(0) {
			if len(m.Raw) > 1000 {
				t.Errorf("%d octets", len(m.Raw))
			}
		}
	})
}

// say answers each command with the next part of the script, in which "$" stands for the tag of the command; then it hangs up.
func say(conn net.Conn, script []string) {
	defer conn.Close()
	commands := make(chan string, 1000)
	go func() {
		defer close(commands)
		for lines := bufio.NewScanner(conn); lines.Scan(); {
			commands <- lines.Text()
		}
	}()
	for i, part := range script {
		tag := "*"
		if i > 0 {
			command, ok := <-commands
			if !ok {
				return
			}
			tag, _, _ = strings.Cut(command, " ")
		}
		part = strings.NewReplacer("\n", "\r\n", "$", tag).Replace(part)
		if _, err := io.WriteString(conn, part+"\r\n"); err != nil {
			return
		}
	}
}
