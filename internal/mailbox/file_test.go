package mailbox

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver"
)

func folder(t *testing.T, s *mailserver.Server, name string) []string {
	t.Helper()
	list, err := s.Folder(user, name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range list {
		subject, _, _ := bytes.Cut(m.Raw, []byte("\r\n"))
		out = append(out, strings.Join(append([]string{string(subject[len("Subject: "):])}, m.Flags...), " "))
	}
	return out
}

// R11: ours go to the handled folder, the others stay as they are; also one that a person merely flagged \Deleted.
func TestR11Filing(t *testing.T) {
	for _, test := range []struct {
		without string
		inbox   []string
		handled []string
		uses    map[string]int
	}{
		{"", []string{"letter 1", `letter 3 \Deleted`}, []string{"letter 2", "letter 4"}, map[string]int{"MOVE": 1}},
		{"MOVE", []string{"letter 1", `letter 3 \Deleted`}, []string{"letter 2", "letter 4"}, map[string]int{"COPY": 1, "STORE": 1, "UID EXPUNGE": 1}},
		{"UIDPLUS", []string{"letter 1", `letter 3 \Deleted`}, []string{"letter 2", "letter 4"}, map[string]int{"MOVE": 1}},
		{"MOVE UIDPLUS", []string{"letter 1", `letter 2 \Deleted`, `letter 3 \Deleted`, `letter 4 \Deleted`}, []string{"letter 2", "letter 4"}, map[string]int{"COPY": 1, "STORE": 1}},
	} {
		t.Run("without "+test.without, func(t *testing.T) {
			s := start(t, mailserver.Options{Without: strings.Fields(test.without), Folders: []string{"Handled"}})
			deliver(t, s, 1, 5)
			if err := s.SetFlags(user, 3, `\Deleted`); err != nil {
				t.Fatal(err)
			}
			s.Remove(user, 5)
			d := newDesk()
			d.toFile = map[uint32]bool{2: true, 4: true, 5: true} // 5 vanished
			cfg := config(t, s)
			cfg.HandledFolder = "Handled"
			w, stop := watch(t, cfg, d)
			d.wait(t, "filed", func() bool { return len(d.toFile) == 0 })
			stop()
			if diff := cmp.Diff(test.inbox, folder(t, s, "INBOX")); diff != "" {
				t.Errorf("INBOX (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.handled, folder(t, s, "Handled")); diff != "" {
				t.Errorf("Handled (-want +got):\n%s", diff)
			}
			have := s.Counts().Commands
			for _, other := range []string{"FETCH", "SEARCH", "SELECT", "IDLE", "POLL"} {
				delete(have, other)
			}
			if diff := cmp.Diff(test.uses, have); diff != "" {
				t.Errorf("commands (-want +got):\n%s", diff)
			}
			if st := w.Status(); st.Filed != 3 || st.FilingError != "" {
				t.Errorf("%+v", st)
			}
		})
	}
}

func TestFilingOnlyVanishedMails(t *testing.T) {
	for _, without := range []string{"", "MOVE", "MOVE UIDPLUS"} {
		s := start(t, mailserver.Options{Without: strings.Fields(without), Folders: []string{"Handled"}})
		deliver(t, s, 1, 1)
		s.Remove(user, 1)
		deliver(t, s, 2, 2)
		d := newDesk()
		d.toFile = map[uint32]bool{1: true}
		cfg := config(t, s)
		cfg.HandledFolder = "Handled"
		_, stop := watch(t, cfg, d)
		d.wait(t, "filed", func() bool { return len(d.toFile) == 0 && d.total() == 1 })
		stop()
		if n := s.Counts().Logins; n != 1 {
			t.Errorf("without %q: %d connections for it", without, n)
		}
	}
}

// Fetching goes on while the handled folder is missing, and that is told once.
func TestHandledFolderMissing(t *testing.T) {
	for _, without := range []string{"", "MOVE", "MOVE UIDPLUS"} {
		t.Run("without "+without, func(t *testing.T) {
			s := start(t, mailserver.Options{Without: strings.Fields(without)})
			d := newDesk()
			d.fileAll = true
			cfg := config(t, s)
			cfg.HandledFolder = "Handled"
			log := &lines{}
			w, stop := watchLog(t, cfg, d, log.logger())
			for n := 1; n <= 5; n++ {
				deliver(t, s, n, n)
				d.waitFor(t, n)
			}
			stop()
			var want []string
			for n := 1; n <= 5; n++ {
				want = append(want, fmt.Sprintf("letter %d", n))
			}
			if diff := cmp.Diff(want, folder(t, s, "INBOX")); diff != "" {
				t.Error(diff)
			}
			if st := w.Status(); !strings.Contains(st.FilingError, `the folder "Handled"`) || st.LastError != "" {
				t.Errorf("%+v", st)
			}
			if n := strings.Count(log.String(), "not filed"); n != 1 {
				t.Errorf("told %d times:\n%s", n, log)
			}
		})
	}
}
