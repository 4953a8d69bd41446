package mailbox

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/mailserver/rigtest"
)

// rigConfig watches the rig's mailbox over TLS.
func rigConfig(t testing.TB, r *rigtest.Rig) Config {
	t.Helper()
	pem, err := os.ReadFile(r.Env["CA_FILE"])
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	return Config{
		Host: "localhost", Port: r.Port("IMAPS_PORT"), TLSConfig: &tls.Config{RootCAs: roots},
		Username: r.Env["USER"], Password: password(r.Env["PASSWORD"]),
		PollInterval: time.Second, RetryMin: 10 * time.Millisecond, RetryMax: 100 * time.Millisecond,
	}
}

func letters(from, to int) [][]byte {
	var list [][]byte
	for n := from; n <= to; n++ {
		list = append(list, fmt.Appendf(nil, "From: an@example.be\r\nSubject: letter %d\r\n\r\nhello\r\n", n))
	}
	return list
}

func TestDovecot(t *testing.T) {
	r := rigtest.Start(t, "imap")
	r.Folder(r.Env["USER"], "Handled")
	cfg := rigConfig(t, r)
	cfg.HandledFolder = "Handled"
	d := newDesk()
	r.Inject(letters(1, 1000))
	begin := time.Now()
	w, _ := watch(t, cfg, d)
	d.waitFor(t, 1000)
	t.Logf("1000 mails in %v, from dialling on", time.Since(begin))
	subjects := map[string]int{}
	for i, m := range d.all(0) {
		if m.Size != int64(len(m.Raw)) || m.Received.IsZero() || !bytes.HasSuffix(m.Raw, []byte("\r\n\r\nhello\r\n")) {
			t.Fatalf("mail %d: %+v", i, m)
		}
		subjects[string(m.Raw)]++
	}
	if len(subjects) != 1000 {
		t.Errorf("%d different mails of 1000", len(subjects))
	}

	r.Kill("imap")
	r.Inject(letters(1001, 1010))
	r.Up("imap")
	d.waitFor(t, 1010)

	for _, m := range r.Dump(r.Env["USER"], "--headers-only") {
		if slices.Contains(m.Flags, `\Seen`) {
			t.Fatalf("UID %d is %v: only reading makes a mail seen (R11)", m.UID, m.Flags)
		}
	}
	d.set(func() { d.toFile[3], d.toFile[1010] = true, true })
	d.wait(t, "filed", func() bool { return len(d.toFile) == 0 })
	if left := r.Dump(r.Env["USER"], "--headers-only"); len(left) != 1008 {
		t.Errorf("%d mails left in the INBOX", len(left))
	}
	if handled := r.Dump(r.Env["USER"]+":Handled", "--headers-only"); len(handled) != 2 {
		t.Errorf("handled: %+v", handled)
	}
	if s := w.Status(); s.Fetched != 1010 || s.Filed != 2 || s.Faults != 0 || s.FilingError != "" {
		t.Errorf("%+v", s)
	}
}

func TestDovecotFaults(t *testing.T) {
	r := rigtest.Start(t, "imap")
	cfg := rigConfig(t, r)
	cfg.TLS, cfg.Port = StartTLS, r.Port("IMAP_PORT")
	cfg.CommandTimeout, cfg.ConnectTimeout, cfg.RefusedMin, cfg.RefusedMax = time.Second, time.Second, 50*time.Millisecond, 50*time.Millisecond
	cfg.HandledFolder = "Nowhere"
	d := newDesk()
	d.fileAll = true
	w, _ := watch(t, cfg, d)
	r.Inject(letters(1, 3))
	d.waitFor(t, 3)
	d.eventually(t, func() bool { return strings.Contains(w.Status().FilingError, `the folder "Nowhere"`) })

	r.Pause("imap") // silent: noticed within a poll and the command timeout
	d.eventually(t, func() bool { return strings.Contains(w.Status().LastError, "does not answer") })
	r.Resume("imap")
	r.Inject(letters(4, 6))
	d.waitFor(t, 6)

	r.Renumber(r.Env["USER"])
	d.waitFor(t, 12)

	r.Password(r.Env["USER"], "another")
	r.Kill("imap")
	r.Up("imap")
	d.eventually(t, func() bool { return strings.Contains(w.Status().LastError, "refuses "+r.Env["USER"]) })
	r.Password(r.Env["USER"], r.Env["PASSWORD"])
	r.Inject(letters(7, 7))
	d.waitFor(t, 13)
	d.eventually(t, func() bool { return w.Status().LastError == "" })
}

// eventually looks at something that tells of its changes to nobody, every few milliseconds.
func (d *desk) eventually(t *testing.T, ok func() bool) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	end := time.After(30 * time.Second)
	for !ok() {
		select {
		case <-tick.C:
		case <-end:
			t.Fatal("not so after 30 s")
		}
	}
}

func TestDovecotCheck(t *testing.T) {
	r := rigtest.Start(t, "imap")
	r.Folder(r.Env["USER"], "Handled")
	cfg := rigConfig(t, r)
	cfg.HandledFolder = "Handled"
	for _, step := range Check(t.Context(), cfg) {
		if step.Err != nil {
			t.Errorf("%+v", step)
		}
	}
	cfg.HandledFolder = "Nowhere"
	steps := Check(t.Context(), cfg)
	if got := steps[5]; got.Err == nil || !strings.Contains(got.Remedy, `"Nowhere"`) || steps[6].Err != nil {
		t.Errorf("%+v", steps)
	}
}
