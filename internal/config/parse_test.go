package config

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// problemsOf parses and returns the lines of the error.
func problemsOf(text string) []string {
	_, err := Parse(strings.NewReader(text), "/etc/servicedesk")
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

const good = `desk:
  address: servicedesk@iec-iab.be
mailbox:
  host: mail.example.be
  username: servicedesk
  password_file: imap.password
smtp:
  host: mail.example.be
`

func TestProblems(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"good", good, nil},
		{"unknown key", good + "  hots: x\n", []string{"unknown key smtp.hots (line 9): did you mean host?"}},
		{"its own mistake only", strings.Replace(good, "  host: mail.example.be\n  user", "  hots: mail.example.be\n  user", 1),
			[]string{"unknown key mailbox.hots (line 4): did you mean host?"}},
		{"the word of another program", good + "  server: x\n", []string{"unknown key smtp.server (line 9): did you mean host?"}},
		{"a key of another section", good + "  listen: x\n",
			[]string{"unknown key smtp.listen (line 9): that key belongs in the section console"}},
		{"far from every key", good + "console: {frobnicate: 1}\n", []string{"unknown key console.frobnicate (line 9): known here are listen, public_url, certificate_file, key_file, trusted_proxies, plain_http"}},
		{"unknown section", good + "imap:\n", []string{"unknown key imap (line 9): did you mean mailbox?"}},
		{"section renamed", strings.Replace(good, "mailbox:", "imap:", 1), []string{"unknown key imap (line 3): did you mean mailbox?"}},
		{"secret in the file", good + "  password: hunter2\n", []string{"unknown key smtp.password (line 9): secrets do not belong in " +
			"this file: put it in a file of its own and name that with password_file"}},
		{"empty section", good + "log:\n", []string{"log (line 9): has no value: give it one, or leave the key out"}},
		{"null section", good + "log: null\n", []string{"log (line 9): has no value: give it one, or leave the key out"}},
		{"empty value", good + "  tls:\n", []string{"smtp.tls (line 9): has no value: give it one, or leave the key out"}},
		{"twice", good + "  host: other.example.be\n", []string{"smtp.host (line 9): already set in line 8: remove one of the two"}},
		{"section twice", good + "desk: {name: x}\n", []string{"desk (line 9): already set in line 1: remove one of the two"}},
		{"list for a value", good + "  tls: [none]\n", []string{"smtp.tls (line 9): one value is wanted here, not a list or a section"}},
		{"value for a list", strings.Replace(good, "mailbox:", "  own_addresses: a@example.be\nmailbox:", 1),
			[]string{"desk.own_addresses (line 3): a list is wanted here: [one, two], or a dash before each on lines of their own"}},
		{"list in a list", strings.Replace(good, "mailbox:", "  own_addresses: [[a@example.be]]\nmailbox:", 1),
			[]string{"desk.own_addresses (line 3): one value is wanted here, not a list or a section"}},
		{"empty item of a list", strings.Replace(good, "mailbox:", "  own_addresses: [~]\nmailbox:", 1),
			[]string{"desk.own_addresses (line 3): has no value: give it one, or leave it out"}},
		{"not a truth", strings.Replace(good, "mailbox:", "  acknowledge: maybe\nmailbox:", 1),
			[]string{`desk.acknowledge (line 3): "maybe": use true or false`}},
		{"value for a section", good + "log: debug\n",
			[]string{"log (line 9): keys with values are wanted here, one a line, indented the same"}},
		{"hexadecimal port", good + "  port: 0x10\n", []string{`smtp.port (line 9): "0x10" is not a whole number`}},
		{"port zero", good + "  port: 0\n", []string{"smtp.port (line 9): 0 is out of range: use 1 to 65535"}},
		{"duration without unit", good + "  give_up_after: 96\n",
			[]string{`smtp.give_up_after (line 9): "96" has no unit: write 30s, 5m or 12h`}},
		{"odd duration", good + "  give_up_after: 4d\n",
			[]string{`smtp.give_up_after (line 9): "4d" is not a duration: write 30s, 5m or 12h`}},
		{"tag", good + "  username: !env X\n  password_file: x\n", []string{"smtp.username (line 9): tags (a word that begins with !) are " +
			"not supported: write the value, in quotes if it begins with !"}},
		{"line break", good + "  hello_name: \"a\\nb\"\n",
			[]string{"smtp.hello_name (line 9): holds a line break or a control character: write it on one line"}},
		{"empty", "", []string{"the file is empty: start from config.example.yaml"}},
		{"comments only", "# desk:\n", []string{"the file is empty: start from config.example.yaml"}},
		{"a dash", "---\n", []string{"the file is empty: start from config.example.yaml"}},
		{"second document", good + "---\nlog: {level: debug}\n",
			[]string{"(line 9): a second document starts here: remove the line --- and what follows"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := problemsOf(tt.text)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestEveryProblemAtOnceInOrderOfLines(t *testing.T) {
	got := problemsOf(`log: {level: loud}
desk: {address: servicedesk, language: latin, automatic_answers_per_day: 1000}
mailbox: {host: "imaps://mail.example.be", port: 99999, tls: ssl, poll_interval: 1ms, max_message_size: 1}
smtp: {host: mail.example.be, tls: none, username: x}
`)
	want := []string{
		`log.level (line 1): "loud" is not known: use debug, info, warn or error`,
		`desk.address (line 2): "servicedesk" is not a mail address: write it bare, as servicedesk@example.be`,
		`desk.language (line 2): "latin" is not known: use nl, fr, en or de`,
		`desk.automatic_answers_per_day (line 2): 1000 is out of range: use 0 to 20`,
		`mailbox.max_message_size (line 3): "1" is not a size: write a whole number with a unit, as in 512KiB or 10MiB`,
		`mailbox.host (line 3): "imaps://mail.example.be" is not a host name: write it bare, as mail.example.be; the port has its own key`,
		`mailbox.port (line 3): 99999 is out of range: use 1 to 65535`,
		`mailbox.tls (line 3): "ssl" is not known: use implicit, starttls or none`,
		`mailbox.poll_interval (line 3): 1ms is out of range: use 1s to 24h0m0s`,
		`smtp.tls (line 4): none would send the password unprotected to mail.example.be: use implicit or starttls (none is for 127.0.0.1 only)`,
		`mailbox.username: missing: the name to sign in with`,
		`mailbox.password_file: missing: the file that holds the password, on one line`,
		`smtp.password_file: missing beside smtp.username: add it, or leave both out to send without AUTH`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestListAtTheTop(t *testing.T) {
	got := problemsOf("- desk\n")
	if len(got) == 0 || got[0] != "(line 1): keys with values are wanted here, one a line, indented the same" {
		t.Errorf("got %q", got)
	}
}

func TestSyntaxErrorsSayWhereAndWhat(t *testing.T) {
	tests := []struct{ text, want string }{
		{"desk:\n\taddress: x\n", "(line 2): a tab, or a character that has to stand in quotes: indent with spaces"},
		{"desk:\n  name: a: b\n", "(line 2): not YAML: mapping values are not allowed in this context; look there"},
		{"desk: {name: *CANARY}\n", "a value that begins with * has to stand in quotes"},
		{"desk: {name: caf\xe9}\n", "not UTF-8 text: save the file as UTF-8"},
		{"desk: {name: \"x\n", "not YAML: found unexpected end of stream"},
		{strings.Repeat("#", maxFile+1), "larger than 1 MiB"},
		{good + "---\n\tx\n", "a tab, or a character"},
	}
	for _, tt := range tests {
		got := problemsOf(tt.text)
		if len(got) != 1 || !strings.Contains(got[0], tt.want) {
			t.Errorf("%.40q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// An alias bomb has no values of ours behind it, and nothing is expanded.
func TestAliases(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'l'; c++ {
		prev := string(c - 1)
		bomb += string(c) + ": &" + string(c) + " [*" + strings.Repeat(prev+", *", 8) + prev + "]\n"
	}
	if got := problemsOf(bomb); len(got) == 0 || !strings.HasPrefix(got[0], "unknown key a (line 1)") {
		t.Errorf("got %q", got)
	}
	c := mustParse(t, strings.Replace(strings.Replace(good, "host: mail.example.be", "host: &h mail.example.be", 1),
		"smtp:\n  host: mail.example.be", "smtp:\n  host: *h", 1))
	if c.SMTP.Host != "mail.example.be" {
		t.Errorf("alias gave %q", c.SMTP.Host)
	}
}

func TestValuesStayAsTheyAreWritten(t *testing.T) {
	c := mustParse(t, strings.Replace(good, "username: servicedesk", "username: 12.10", 1))
	if c.Mailbox.Username != "12.10" {
		t.Errorf("username %q", c.Mailbox.Username)
	}
}

// No value of a key that is not ours, and no name of a file that is not there, is ever repeated.
func TestErrorsRepeatNoSecret(t *testing.T) {
	const canary = "CANARY7"
	for _, text := range []string{
		good + "  password: " + canary + "\n",
		good + "  password: *" + canary + "\n",
		good + "  secret: {a: " + canary + "}\n",
		good + "  username: x\n  password_file: " + canary + "\n",
		good + "  username: x\n  password_file: a/" + canary + "\n",
		good + "  password: \"" + canary + "\n",
		good + "  password: " + canary + ": x\n",
		good + "  password: `" + canary + "\n",
	} {
		_, err := Load(write(t, text, nil))
		if err == nil {
			t.Errorf("%q passes", text)
		} else if strings.Contains(err.Error(), canary) {
			t.Errorf("%q: the error repeats it: %v", text, err)
		}
	}
}

func TestErrorHoldsProblems(t *testing.T) {
	_, err := Load(write(t, good+"  hots: x\n", nil))
	var e *Error
	if !errors.As(err, &e) || len(e.Problems) != 1 || e.Problems[0].Line != 9 || e.Problems[0].What != "unknown key smtp.hots" {
		t.Errorf("error %#v", err)
	}
	if !strings.HasSuffix(e.File, "servicedesk.yaml") || !strings.HasPrefix(err.Error(), e.File+": ") {
		t.Errorf("the file is not named: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{smallest, good, good + "log: null\n", "? {a: b}\n: c\n", "desk: &a {name: *a}\n", "<<: {desk: 1}\n",
		"desk: !!binary x\n", "a: 1\n---\nb: 2\n", "desk: {? [x] : y}\n", "\xff", "desk:\n\tx", "%YAML 9.9\n---\nx\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(strings.NewReader(text), "/etc/servicedesk")
		if (c == nil) == (err == nil) {
			t.Fatalf("config %v and error %v", c, err)
		}
		if err == nil {
			if err := c.Validate(); err != nil {
				t.Fatalf("parsed, but not valid: %v", err)
			}
			return
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			if line == "" || strings.ContainsFunc(line, unicode.IsControl) {
				t.Fatalf("not one clean line a problem: %q", err)
			}
		}
	})
}
