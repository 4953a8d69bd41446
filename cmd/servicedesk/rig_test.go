package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/mailserver/rigtest"
	"iec-iab.be/servicedesk/internal/ticket"
)

// site is an institute in a folder: a real mail server pair, a configuration, the built program, and its database.
type site struct {
	t       *testing.T
	rig     *rigtest.Rig
	folder  string
	program string
	config  string
	worker  *exec.Cmd
	logs    logBook
	peak    string // VmHWM of the workers
}

// people are members whose mailboxes are on the rig. Numbers of people born before 1916.
var people = []struct{ last, first, number, known, from string }{
	{"Peeters", "An", "11021480191", "an.old@example.com", "an.peeters@example.be"},
	{"Janssens", "Jan", "12050380373", "jan.janssens@example.be", "jan.janssens@example.be"},
	{"Dubois", "Marie", "13072180551", "marie.old@example.be", "marie.dubois@example.com"},
	{"Lambert", "Luc", "14010280749", "luc.old@example.com", "luc.lambert@example.com"},
	{"Claes", "Els", "10031580943", "els.old@example.be", "els.claes@example.be"},
	{"Refuse", "Rita", "09040481181", "rita.old@example.be", "reject@example.be"},
	{"Bounce", "Bob", "08050581318", "bob.old@example.be", "bob@gone.invalid"},
}

// logBook takes what the workers and the commands log, each from its own goroutine.
type logBook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, rig: rigtest.Start(t, "imap", "smtp"), folder: t.TempDir()}
	s.program = filepath.Join(s.folder, "servicedesk")
	if out, err := exec.Command("go", "build", "-o", s.program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	e := s.rig.Env
	s.config = s.write("config.yaml", fmt.Sprintf(`
desk: {address: %[1]s, name: Servicedesk}
mailbox: {host: 127.0.0.1, port: %[2]s, tls: implicit, ca_file: %[5]q, username: %[1]s, password_file: password, handled_folder: Archive, poll_interval: 2s}
smtp: {host: 127.0.0.1, port: %[3]s, tls: starttls, ca_file: %[5]q, username: %[1]s, password_file: password}
database: {path: desk.db, key_file: desk.key}
console: {listen: '127.0.0.1:0'}
log: {level: %[4]s}
`, e["USER"], e["IMAPS_PORT"], e["SUBMISSION_PORT"], "debug", e["CA_FILE"]))
	s.write("password", e["PASSWORD"]+"\n")
	csv := "last_name,first_name,national_number,email,language\n"
	for _, p := range people {
		csv += fmt.Sprintf("%s,%s,%s,%s,nl\n", p.last, p.first, checked(p.number), p.known)
	}
	s.mustRun("members", "import", s.write("members.csv", csv))
	t.Cleanup(s.kill)
	return s
}

// checked gives nine digits their check digits.
func checked(number string) string {
	var n int
	fmt.Sscan(strings.TrimLeft(number[:9], "0"), &n)
	return fmt.Sprintf("%s%02d", number[:9], 97-n%97)
}

func (s *site) write(name, text string) string {
	s.t.Helper()
	path := filepath.Join(s.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// mustRun runs a command of the program in this process.
func (s *site) mustRun(args ...string) string {
	s.t.Helper()
	var out, errs bytes.Buffer
	status := run(s.t.Context(), append(args, "--config", s.config), terminal{strings.NewReader(""), &out, &errs})
	s.logs.Write(errs.Bytes())
	if status != exitOK {
		s.t.Fatalf("%q: status %d\n%s%s", args, status, out.Bytes(), errs.Bytes())
	}
	return out.String()
}

// start starts the worker as a process of its own.
func (s *site) start() {
	s.t.Helper()
	s.worker = exec.Command(s.program, "run", "--config", s.config)
	s.worker.Stdout, s.worker.Stderr = &s.logs, &s.logs
	if err := s.worker.Start(); err != nil {
		s.t.Fatal(err)
	}
}

// kill ends the worker as a crash does.
func (s *site) kill() {
	if s.worker == nil {
		return
	}
	_ = s.worker.Process.Kill()
	_ = s.worker.Wait()
	s.worker = nil
}

// stop ends the worker as an admin does, and demands that it ends well.
func (s *site) stop() {
	s.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.worker.Process.Pid))
	if err == nil {
		s.peak = regexp.MustCompile(`VmHWM:\s+(\d+ kB)`).FindString(string(status))
	}
	if err := s.worker.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
	if err := s.worker.Wait(); err != nil {
		s.t.Errorf("SIGTERM: the worker ended with %v\n%s", err, tail(s.logs.String()))
	}
	s.worker = nil
}

func tail(s string) string { return s[max(0, len(s)-3000):] }

// eventually waits until ok says so; other processes are at work, so there is nothing to wait on but the clock. Postfix leaves a
// transport that failed once alone for a minute (transport_retry_time), so a minute is not enough.
func (s *site) eventually(what string, ok func(*office) bool) {
	s.t.Helper()
	o, err := openOffice(s.t.Context(), s.config, io.Discard)
	if err != nil {
		s.t.Fatal(err)
	}
	defer o.Close()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(150 * time.Second); time.Now().Before(end); <-tick.C {
		if ok(o) {
			return
		}
	}
	a, _ := o.Account(context.Background())
	s.t.Fatalf("not in time: %s; now %+v\n%s", what, a, tail(s.logs.String()))
}

func (s *site) fetched(n int) {
	s.t.Helper()
	s.eventually(fmt.Sprintf("%d mails fetched", n), func(o *office) bool {
		a, err := o.Account(s.t.Context())
		return err == nil && a.Ledger.Fetched >= int64(n)
	})
}

func (s *site) account() desk.Account {
	s.t.Helper()
	o, err := openOffice(s.t.Context(), s.config, io.Discard)
	if err != nil {
		s.t.Fatal(err)
	}
	defer o.Close()
	a, err := o.Account(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return a
}

// tickets are all tickets with everything about them.
func (s *site) tickets() []desk.View {
	s.t.Helper()
	o, err := openOffice(s.t.Context(), s.config, io.Discard)
	if err != nil {
		s.t.Fatal(err)
	}
	defer o.Close()
	list, err := o.List(s.t.Context(), ticket.Filter{})
	if err != nil {
		s.t.Fatal(err)
	}
	views := make([]desk.View, len(list))
	for i, t := range list {
		if views[i], err = o.Show(s.t.Context(), t.Ticket.Ref); err != nil {
			s.t.Fatal(err)
		}
	}
	return views
}

func (s *site) ticketOf(address string) desk.View {
	s.t.Helper()
	for _, v := range s.tickets() {
		if v.Ticket.Requester.Addr == address {
			return v
		}
	}
	s.t.Fatalf("no ticket of %s", address)
	return desk.View{}
}

// requests are a complete request of each of the people; the second half wants the address to be changed to that of the mail.
func requests() (raw [][]byte) {
	for i, p := range people {
		subject, wish := "e-mailadres vergeten", "Ik weet niet meer welk e-mailadres u kent."
		if i == 2 || i == 3 {
			subject, wish = "e-mailadres gewijzigd", "Mijn nieuw e-mailadres is "+p.from
		}
		raw = append(raw, fmt.Appendf(nil, "From: %s %s <%s>\r\nTo: servicedesk@iec-iab.be\r\nSubject: %s\r\nMessage-ID: <request-%d@example.be>\r\nMIME-Version: 1.0\r\n"+
			"Content-Type: text/plain; charset=utf-8\r\n\r\nBeste,\r\n\r\n%s\r\n\r\nNaam: %s\r\nVoornaam: %s\r\nRijksregisternummer: %s\r\n\r\nMet vriendelijke groeten\r\n%s %s\r\n",
			p.first, p.last, p.from, subject, i, wish, p.last, p.first, spelled(checked(p.number)), p.first, p.last))
	}
	return raw
}

func spelled(n string) string {
	return n[:2] + "." + n[2:4] + "." + n[4:6] + "-" + n[6:9] + "." + n[9:]
}

// corpusMails are the labelled mails, when there are any, else only a few of our own making.
func corpusMails(t *testing.T) (raw [][]byte) {
	t.Helper()
	folder := os.Getenv("SERVICEDESK_TEST_CORPUS")
	if folder == "" {
		if strings.Contains(os.Getenv("SERVICEDESK_TEST_REQUIRE"), "corpus") {
			t.Fatal("SERVICEDESK_TEST_REQUIRE demands the corpus, but SERVICEDESK_TEST_CORPUS does not name its folder")
		}
		t.Skip("no labelled mails here: SERVICEDESK_TEST_CORPUS does not name their folder")
	}
	files, err := filepath.Glob(filepath.Join(folder, "mail", "*.eml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in %s: %v", folder, err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		raw = append(raw, data)
	}
	return raw
}

// The whole way on Dovecot and Postfix: a mailbox full of mails, a mail server that crashes and is renumbered, decisions, answers
// read back from the members' mailboxes, one that is refused, one that comes back.
func TestRealServers(t *testing.T) {
	s := newSite(t)
	mails := slices.Concat(corpusMails(t), requests())
	half := len(mails) / 2
	s.rig.Inject(mails[:half])
	s.start()
	s.fetched(half)
	s.rig.Kill("imap")
	s.rig.Up("imap")
	s.rig.Inject(mails[half:])
	s.fetched(len(mails))
	before := s.account()
	tickets := len(s.tickets())
	if !before.Ledger.Balanced() {
		t.Errorf("fetched is not the sum of the outcomes: %+v", before.Ledger)
	}
	t.Logf("%d mails: %+v, %d tickets", len(mails), before.Ledger.Outcomes, tickets)

	s.decide()
	s.answersArrive()
	s.failuresAreSeen()
	s.renumbered(tickets)
	s.stop()
	t.Logf("peak memory of the worker: %s", s.peak)
	var kb int
	if fmt.Sscanf(strings.TrimSpace(strings.TrimPrefix(s.peak, "VmHWM:")), "%d", &kb); kb == 0 || kb > 100<<10 {
		t.Errorf("peak memory: %s, want under 100 MB", s.peak)
	}
	s.noNumberAnywhere()
}

func (s *site) decide() {
	s.t.Helper()
	for _, p := range people {
		v := s.ticketOf(p.from)
		s.mustRun("tickets", "approve", string(v.Ticket.Ref), "--as", "Eva", "--check", fmt.Sprint(v.Check.ID))
	}
}

func (s *site) answersArrive() {
	s.t.Helper()
	for i, p := range people[:5] {
		m := s.mailTo(p.from, "request-"+fmt.Sprint(i)+"@")
		told := p.known
		if i == 2 || i == 3 {
			told = p.from
		}
		if !strings.Contains(m.Text, told) || !strings.Contains(m.HTML, told) {
			s.t.Errorf("the answer to %s does not name %s:\n%s", p.from, told, m.Text)
		}
		for _, h := range m.Headers {
			if strings.EqualFold(h[0], "Auto-Submitted") {
				s.t.Errorf("the answer to %s, which a person decided, says that it is automatic", p.from)
			}
		}
		if !strings.Contains(m.From, "servicedesk@iec-iab.be") || !strings.Contains(m.Subject, "SD-") {
			s.t.Errorf("From: %s, Subject: %s", m.From, m.Subject)
		}
	}
	for _, p := range people[2:4] { // the old addresses of the changed ones
		if m := s.rig.Dump(p.known, "--wait", "1"); len(m) != 1 || strings.Contains(m[0].Text, p.from) {
			s.t.Errorf("the notice to %s: %+v", p.known, m)
		}
	}
}

// mailTo waits for the mail that answers a Message-ID.
func (s *site) mailTo(address, inReplyTo string) rigtest.Message {
	s.t.Helper()
	for _, m := range s.rig.Dump(address, "--wait", "1") {
		if strings.Contains(m.InReplyTo, inReplyTo) {
			return m
		}
	}
	s.t.Fatalf("%s has no answer to %s", address, inReplyTo)
	return rigtest.Message{}
}

func (s *site) failuresAreSeen() {
	s.t.Helper()
	status := func(o *office, address string) (ticket.DeliveryStatus, ticket.Ticket) {
		list, err := o.List(s.t.Context(), ticket.Filter{})
		if err != nil {
			return "", ticket.Ticket{}
		}
		for _, l := range list {
			if l.Ticket.Requester.Addr == address {
				v, err := o.Show(s.t.Context(), l.Ticket.Ref)
				if err == nil && len(v.Outgoing) > 0 {
					return v.Outgoing[0].Status, v.Ticket
				}
			}
		}
		return "", ticket.Ticket{}
	}
	s.eventually("the refused answer is seen as failed", func(o *office) bool {
		d, k := status(o, "reject@example.be")
		return d == ticket.Failed && k.Status == ticket.Open && strings.Contains(k.Trouble, "550")
	})
	s.eventually("the answer to an unknown domain is seen as bounced", func(o *office) bool {
		d, k := status(o, "bob@gone.invalid")
		return d == ticket.Bounced && k.Status == ticket.Open && k.Trouble != ""
	})
}

// quiet waits until every mail on the server is known and the outbox is empty, and returns how many mails lie in the watched folder.
func (s *site) quiet() (left int) {
	s.t.Helper()
	s.eventually("every mail on the server is known", func(o *office) bool {
		left = len(s.rig.Dump("servicedesk", "--headers-only"))
		moved := len(s.rig.Dump("servicedesk:Archive", "--headers-only"))
		a, err := o.Account(s.t.Context())
		return err == nil && a.Deliveries[ticket.Queued] == 0 && a.Ledger.Fetched == int64(left+moved)
	})
	return left
}

func (s *site) renumbered(tickets int) {
	s.t.Helper()
	left := s.quiet()
	before := s.account().Ledger
	s.rig.Renumber("servicedesk")
	s.eventually("the renumbered mailbox is read again", func(o *office) bool {
		a, err := o.Account(s.t.Context())
		return err == nil && a.Ledger.Fetched >= before.Fetched+int64(left)
	})
	after := s.account().Ledger
	if !after.Balanced() || after.FoundAgain != int64(left) {
		s.t.Errorf("%d mails lay in the renumbered mailbox: %+v", left, after)
	}
	if n := len(s.tickets()); n != tickets {
		s.t.Errorf("%d tickets after renumbering, %d before", n, tickets)
	}
}

// noNumberAnywhere looks for every national number that was used in the files of the desk, in the logs and in what was mailed.
func (s *site) noNumberAnywhere() {
	s.t.Helper()
	var numbers []string
	for _, p := range people {
		n := checked(p.number)
		numbers = append(numbers, n, spelled(n), n[6:9]+"."+n[9:])
	}
	for _, m := range regexp.MustCompile(`"national_number": "(\d{11})"`).FindAllStringSubmatch(mustRead(s.t, filepath.Join(os.Getenv("SERVICEDESK_TEST_CORPUS"), "labels.jsonl")), -1) {
		numbers = append(numbers, m[1], spelled(m[1]))
	}
	places := map[string]string{"logs": s.logs.String()}
	for _, name := range []string{"desk.db", "desk.db-wal"} {
		if data, err := os.ReadFile(filepath.Join(s.folder, name)); err == nil {
			places[name] = string(data)
		}
	}
	for _, v := range s.tickets() {
		for _, o := range v.Outgoing {
			places["mail to "+o.Recipient] += string(o.Raw)
		}
	}
	for place, text := range places {
		for _, n := range numbers {
			if strings.Contains(text, n) {
				s.t.Errorf("%s: a national number is readable (%s…)", place, n[:6])
			}
		}
	}
	s.t.Logf("looked for %d spellings in %d places", len(numbers), len(places))
}

func mustRead(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// startAndKill lets a worker live for less than a second.
func (s *site) startAndKill(random *rand.Rand) {
	s.t.Helper()
	s.start()
	timer := time.NewTimer(time.Duration(random.IntN(700)) * time.Millisecond)
	<-timer.C // any moment will do: that is the point
	s.kill()
}

// answeredOnce demands that each of the people has one answer. A crash between hand-over and record may have sent it twice: then it is the
// same mail (R9).
func (s *site) answeredOnce() {
	s.t.Helper()
	for i, p := range people[:5] {
		ids := map[string]int{}
		for _, m := range s.rig.Dump(p.from, "--wait", "1") {
			if strings.Contains(m.InReplyTo, fmt.Sprintf("request-%d@", i)) {
				ids[m.MessageID]++
			}
		}
		if len(ids) != 1 {
			s.t.Errorf("%s has %d different answers, want 1: %v", p.from, len(ids), ids)
		}
	}
}

// A worker that is killed at any moment, again and again, files every mail once, as one that was left alone does.
func TestKilledWorker(t *testing.T) {
	s := newSite(t)
	mails := slices.Concat(corpusMails(t), requests())
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(1, seed))
	t.Logf("seed %d", seed)
	rounds := 0
	for done := 0; done < len(mails); rounds++ {
		n := min(len(mails)-done, 1+random.IntN(40))
		s.rig.Inject(mails[done : done+n])
		done += n
		s.startAndKill(random)
	}
	s.start()
	s.quiet()
	s.stop()
	s.decide() // nothing is sent yet: nobody runs
	for range 6 {
		s.startAndKill(random)
	}
	s.start()
	s.quiet()
	s.stop()
	s.answeredOnce()
	a := s.account()
	if !a.Ledger.Balanced() || a.Ledger.Fetched < int64(len(mails)) {
		t.Errorf("%+v", a.Ledger)
	}
	t.Logf("killed %d times: %+v", rounds, a.Ledger.Outcomes)
	for _, p := range people {
		n := 0
		for _, v := range s.tickets() {
			if v.Ticket.Requester.Addr == p.from {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s has %d tickets, want 1", p.from, n)
		}
	}
	calm := newSite(t)
	calm.rig.Inject(mails)
	calm.start()
	calm.quiet()
	calm.stop()
	want := calm.account().Ledger
	for _, outcome := range ticket.Outcomes() {
		// How many of the automatic answers had come back by then is chance; nothing else may be.
		if got := a.Ledger.Outcomes[outcome]; got != want.Outcomes[outcome] && outcome != ticket.WasBounce {
			t.Errorf("%s: %d, of a worker that was left alone %d", outcome, got, want.Outcomes[outcome])
		}
	}
}
