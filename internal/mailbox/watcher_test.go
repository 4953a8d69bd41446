package mailbox

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver"
)

func TestEveryMailOnceAndInOrder(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 300)
	d := newDesk()
	w, stop := watch(t, config(t, s), d)
	d.waitFor(t, 300)
	deliver(t, s, 301, 1000)
	d.waitFor(t, 1000)
	stop()
	for i, m := range d.all(0) {
		if m.UID != uint32(i+1) || !bytes.Equal(m.Raw, letter(i+1)) || m.Size != int64(len(m.Raw)) || m.Received.IsZero() {
			t.Fatalf("mail %d: %+v", i+1, m)
		}
	}
	if most := slices.Max(d.batches); most > batchCount {
		t.Errorf("a batch of %d", most)
	}
	if st := w.Status(); st.Fetched != 1000 || st.LastError != "" || st.Connected {
		t.Errorf("%+v", st)
	}
}

// R1: the cursor is the desk's, so a new watcher goes on where the old one was committed.
func TestR1GoesOnAtTheCursor(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 5)
	d := newDesk()
	_, stop := watch(t, config(t, s), d)
	d.waitFor(t, 5)
	stop()
	deliver(t, s, 6, 7)
	watch(t, config(t, s), d)
	d.waitFor(t, 7)
	if n := d.total(); n != 7 {
		t.Errorf("%d mails", n)
	}
}

// R1: what could not be stored is handed over again.
func TestR1StoringFails(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 5)
	d := newDesk()
	failed := make(chan struct{}, 100)
	d.received = func([]Fetched) { failed <- struct{}{} }
	d.fail = errDisk
	w, _ := watch(t, config(t, s), d)
	for range 3 {
		<-failed
	}
	if st := w.Status(); !regexp.MustCompile(`store [1-5] mails: the disk is full`).MatchString(st.LastError) { // how many came together is chance
		t.Errorf("%+v", st)
	}
	d.set(func() { d.fail, d.received = nil, nil })
	d.waitFor(t, 5)
	if diff := cmp.Diff(uids(1, 5), got(d)); diff != "" {
		t.Error(diff)
	}
}

func uids(from, to uint32) []uint32 {
	var list []uint32
	for uid := from; uid <= to; uid++ {
		list = append(list, uid)
	}
	return list
}

func got(d *desk) []uint32 {
	var list []uint32
	for _, m := range d.all(0) {
		list = append(list, m.UID)
	}
	return list
}

// spoil changes the first answers, or every one, that hold the mail with a UID.
func spoil(s *mailserver.Server, uid, times int, old, new string) {
	mark := fmt.Appendf(nil, "FETCH (UID %d ", uid)
	s.RewriteIMAP(func(out []byte) []byte {
		if times > 0 && bytes.Contains(out, mark) {
			times--
			return bytes.Replace(out, []byte(old), []byte(new), 1)
		}
		return out
	})
}

const always = 1000

// R1: one bad mail never stops the next, whether it lay there before or came while we watched.
func TestR1OneBadMail(t *testing.T) {
	for name, test := range map[string]struct {
		times    int
		old, new string
		fault    bool // it cannot be had at all
	}{
		"unknown item":             {always, "(UID 3 ", "(UID 3 XFOO ", true},
		"bad date":                 {always, `INTERNALDATE "`, `INTERNALDATE "the 3rd of `, false},
		"more than was asked for":  {always, "BODY[]<0> {", "BODY[]<0> {99999999", true},
		"left out of every answer": {always, "* 3 FETCH (UID 3 ", "* 3 FETCH (UID 3 FLAGS ())\r\n* 3 FETCH (UID 999 ", true},
		"left out of one answer":   {1, "* 3 FETCH (UID 3 ", "* 3 FETCH (UID 999 ", false},
		"change of flags":          {1, "* 3 FETCH (UID 3 ", "* 3 FETCH (UID 3 FLAGS (\\Seen))\r\n* 3 FETCH (UID 3 ", false},
		"part instead of whole":    {always, "BODY[]", "BODY[TEXT]", true},
		"connection cut":           {always, "* 3 FETCH", "* BYE sorry\r\n* 3 GARBAGE", true},
		"a hiccup":                 {2, "* 3 FETCH", "* 3 GARBAGE", false},
	} {
		for _, live := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, live %v", name, live), func(t *testing.T) {
				s := start(t, mailserver.Options{})
				d := newDesk()
				if !live {
					spoil(s, 3, test.times, test.old, test.new)
					deliver(t, s, 1, 5)
				}
				w, stop := watch(t, config(t, s), d)
				if live {
					if err := s.Wait(t.Context(), func() bool { return s.Counts().Commands["IDLE"] > 0 }); err != nil {
						t.Fatal(err)
					}
					spoil(s, 3, test.times, test.old, test.new)
					deliver(t, s, 1, 5)
				}
				d.waitFor(t, 5)
				deliver(t, s, 6, 6)
				d.waitFor(t, 6)
				stop()
				oneBadMail(t, d, w, test.fault)
			})
		}
	}
}

// oneBadMail looks at six mails, of which the third may be a fault.
func oneBadMail(t *testing.T, d *desk, w *Watcher, fault bool) {
	t.Helper()
	if diff := cmp.Diff(uids(1, 6), got(d)); diff != "" {
		t.Fatal(diff)
	}
	for i, m := range d.all(0) {
		if want := fault && i == 2; (m.Fault != "") != want || (len(m.Raw) == 0) != want {
			t.Errorf("%+v", m)
		}
	}
	if st := w.Status(); (st.Faults == 1) != fault {
		t.Errorf("%+v", st)
	}
}

// A server that can hand over no mail at all is sick: no mail of it may pass for unreadable, and all come when it is well.
func TestR1SickServer(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 3)
	s.RewriteIMAP(func(out []byte) []byte { return bytes.Replace(out, []byte("FETCH (UID "), []byte("FETCH (XFOO "), 1) })
	d := newDesk()
	watch(t, config(t, s), d)
	if err := s.Wait(t.Context(), func() bool { return s.Counts().Logins > 20 }); err != nil {
		t.Fatal(err)
	}
	if mails := d.all(0); mails != nil {
		t.Errorf("%+v", mails)
	}
	s.RewriteIMAP(nil)
	d.waitFor(t, 3)
	for _, m := range d.all(0) {
		if m.Fault != "" {
			t.Errorf("%+v", m)
		}
	}
}

func TestR1VanishedMailHoldsUpNothing(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 4)
	first := true
	s.RewriteIMAP(func(out []byte) []byte { // UID 2 vanishes between SEARCH and FETCH
		if first && bytes.HasPrefix(out, []byte("* SEARCH")) {
			first = false
			s.Remove(user, 2)
		}
		return out
	})
	d := newDesk()
	w, stop := watch(t, config(t, s), d)
	d.waitFor(t, 3)
	stop()
	if diff := cmp.Diff([]uint32{1, 3, 4}, got(d)); diff != "" || w.Status().LastError != "" {
		t.Error(diff, w.Status())
	}
}

func TestConnectionsThatBreak(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 3)
	d := newDesk()
	watch(t, config(t, s), d)
	for n := 3; n < 10; n++ {
		d.waitFor(t, n)
		s.DropIMAP()
		deliver(t, s, n+1, n+1)
	}
	d.waitFor(t, 10)
	if diff := cmp.Diff(uids(1, 10), got(d)); diff != "" {
		t.Error(diff)
	}
}

func TestRenumber(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 3)
	d := newDesk()
	watch(t, config(t, s), d)
	d.waitFor(t, 3)
	old := s.UIDValidity(user, "INBOX")
	s.Remove(user, 1)
	if err := s.Renumber(user, "INBOX"); err != nil {
		t.Fatal(err)
	}
	d.waitFor(t, 5)
	if again := d.all(s.UIDValidity(user, "INBOX")); len(again) != 2 || !bytes.Equal(again[0].Raw, letter(2)) {
		t.Errorf("%+v", again)
	}
	if len(d.all(old)) != 3 {
		t.Errorf("%+v", d.all(old))
	}
}

func TestOversizeIsCut(t *testing.T) {
	s := start(t, mailserver.Options{})
	for _, size := range []int{999, 1000, 1001, 5000, 0} {
		if err := s.Deliver(user, bytes.Repeat([]byte("a"), size)); err != nil {
			t.Fatal(err)
		}
	}
	cfg := config(t, s)
	cfg.MaxMessageSize = 1000
	d := newDesk()
	watch(t, cfg, d)
	d.waitFor(t, 5)
	type sizes struct{ Size, Raw int }
	var have []sizes
	for _, m := range d.all(0) {
		have = append(have, sizes{int(m.Size), len(m.Raw)})
		if m.Raw == nil || m.Fault != "" {
			t.Errorf("%+v", m)
		}
	}
	if diff := cmp.Diff([]sizes{{999, 999}, {1000, 1000}, {1001, 1000}, {5000, 1000}, {0, 0}}, have); diff != "" {
		t.Error(diff)
	}
}

// R11: watching leaves no trace.
func TestR11SeenIsUntouched(t *testing.T) {
	s := start(t, mailserver.Options{})
	deliver(t, s, 1, 3)
	if err := s.SetFlags(user, 2, `\Seen`, "Important"); err != nil {
		t.Fatal(err)
	}
	d := newDesk()
	watch(t, config(t, s), d)
	d.waitFor(t, 3)
	list, err := s.Folder(user, "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{nil, {"Important", `\Seen`}, nil}, [][]string{list[0].Flags, list[1].Flags, list[2].Flags}); diff != "" {
		t.Error(diff)
	}
}

func TestNewsTakesOneRoundTrip(t *testing.T) {
	s := start(t, mailserver.Options{})
	d := newDesk()
	watch(t, config(t, s), d)
	idle := func() bool { return s.Counts().Commands["IDLE"] == 1 }
	if err := s.Wait(t.Context(), idle); err != nil {
		t.Fatal(err)
	}
	before := s.Counts().Commands
	deliver(t, s, 1, 1)
	d.waitFor(t, 1)
	after := s.Counts().Commands
	if after["SEARCH"] != before["SEARCH"] || after["FETCH"] != before["FETCH"]+1 {
		t.Errorf("before %v, after %v", before, after)
	}
}

func TestNew(t *testing.T) {
	good := Config{Host: "mail.example.be", Username: user, Password: password(secret)}
	for name, test := range map[string]struct {
		change func(*Config)
		want   string // in the error; empty: none
	}{
		"minimal":        {func(*Config) {}, ""},
		"no host":        {func(c *Config) { c.Host = "" }, "mailbox.host"},
		"no user":        {func(c *Config) { c.Username = "" }, "mailbox.username"},
		"no password":    {func(c *Config) { c.Password = nil }, "mailbox.password_file"},
		"port":           {func(c *Config) { c.Port = 70000 }, "mailbox.port"},
		"tls":            {func(c *Config) { c.TLS = "ssl" }, "mailbox.tls"},
		"clear":          {func(c *Config) { c.TLS = NoTLS }, "mail.example.be is another machine"},
		"clear, here":    {func(c *Config) { c.TLS, c.Host = NoTLS, "localhost" }, ""},
		"clear, here v6": {func(c *Config) { c.TLS, c.Host = NoTLS, "::1" }, ""},
		"same folder":    {func(c *Config) { c.HandledFolder = "inbox" }, "mailbox.handled_folder"},
		"poll":           {func(c *Config) { c.PollInterval = -1 }, "mailbox.poll_interval"},
	} {
		cfg := good
		test.change(&cfg)
		_, err := New(cfg, newDesk(), nil)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestName(t *testing.T) {
	for _, test := range []struct {
		cfg  Config
		want string
	}{
		{Config{Username: "desk", Host: "Mail.Example.be"}, "desk@mail.example.be/INBOX"},
		{Config{Username: "desk@iec.example", Host: "mail", Folder: "inbox"}, "desk@iec.example@mail/INBOX"},
		{Config{Username: "desk", Host: "mail", Folder: "Vragen"}, "desk@mail/Vragen"},
	} {
		if got := test.cfg.Name(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestPasswordIsReadAnew(t *testing.T) {
	s := start(t, mailserver.Options{})
	cfg := config(t, s)
	asked := 0
	cfg.Password = func() (string, error) {
		if asked++; asked < 3 {
			return "", errors.New("no such file")
		}
		return secret, nil
	}
	deliver(t, s, 1, 1)
	d := newDesk()
	watch(t, cfg, d)
	d.waitFor(t, 1)
}
