package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

const postmark = "From an@home.example Mon Mar  2 10:11:12 2026\n"

func split(t *testing.T, r io.Reader, limit int64) (mails []string, cut []bool) {
	t.Helper()
	for m, err := range splitMbox(r, limit) {
		if err != nil {
			t.Fatal(err)
		}
		mails, cut = append(mails, string(m.raw)), append(cut, m.truncated)
	}
	return mails, cut
}

func TestSplitMbox(t *testing.T) {
	long := strings.Repeat("x", 200<<10)
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"no mbox":                   {"Subject: x\n\nFrom here on\n", []string{"Subject: x\n\nFrom here on\n"}},
		"one mail with a postmark":  {postmark + "Subject: x\n\ntext\n", []string{"Subject: x\n\ntext\n"}},
		"two mails":                 {postmark + "A: 1\n\ntext\n\n" + postmark + "B: 2\n\n", []string{"A: 1\n\ntext\n\n", "B: 2\n\n"}},
		"a sentence is no postmark": {postmark + "A: 1\n\nFrom now on my address is new.\n", []string{"A: 1\n\nFrom now on my address is new.\n"}},
		"a postmark inside a text":  {postmark + "A: 1\n\ntext\n" + postmark, []string{"A: 1\n\ntext\n" + postmark}},
		"quoted lines":              {postmark + "A: 1\n\n>From a\n>>From b\n> From c\n", []string{"A: 1\n\nFrom a\n>From b\n> From c\n"}},
		"Thunderbird and CRLF":      {"From - Mon Mar 02 10:11:12 2026\r\nA: 1\r\n\r\n\r\nFrom - Mon Mar 02 10:11:12 2026\r\nB: 2\r\n", []string{"A: 1\r\n\r\n\r\n", "B: 2\r\n"}},
		"a line over the buffer":    {postmark + "A: 1\n\n" + long + "\n\n" + postmark + "B: 2\n", []string{"A: 1\n\n" + long + "\n\n", "B: 2\n"}},
		"no line end":               {postmark + "A: 1\n\n" + postmark + "B: 2", []string{"A: 1\n\n", "B: 2"}},
		"empty":                     {"", []string{""}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := split(t, iotest.OneByteReader(strings.NewReader(c.file)), 1<<20)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSplitMboxLimit: a mail above the limit is cut and says so, and the next one is whole.
func TestSplitMboxLimit(t *testing.T) {
	got, cut := split(t, strings.NewReader(postmark+"A: 1\n\n"+strings.Repeat("text\n", 100)+"\n"+postmark+"B: 2\n\nok\n"), 20)
	if len(got) != 2 || len(got[0]) != 20 || got[1] != "B: 2\n\nok\n" || !slices.Equal(cut, []bool{true, false}) {
		t.Errorf("%q %v", got, cut)
	}
}

func TestSplitMboxFault(t *testing.T) {
	fault := errors.New("disk")
	var last error
	for _, err := range splitMbox(io.MultiReader(strings.NewReader(postmark+"A: 1\n"), iotest.ErrReader(fault)), 1<<20) {
		last = err
	}
	if !errors.Is(last, fault) {
		t.Errorf("%v", last)
	}
}

func FuzzSplitMbox(f *testing.F) {
	f.Add("Subject: x\n\ntext")
	f.Add(postmark + "A: 1\n\n" + postmark + "\n>From x\n")
	f.Fuzz(func(t *testing.T, file string) {
		size := 0
		for m, err := range splitMbox(strings.NewReader(file), 100) {
			if err != nil {
				t.Fatal(err)
			}
			if size += len(m.raw); len(m.raw) > 100 {
				t.Fatalf("%d octets", len(m.raw))
			}
		}
		if size > len(file) {
			t.Fatalf("%d octets of a file of %d", size, len(file))
		}
	})
}

// TestReadFolders reads a Maildir with a subfolder, a folder of .eml files and one of mbox files, and leaves housekeeping alone.
func TestReadFolders(t *testing.T) {
	h := newHouse(t)
	one := func(n int) string {
		return fmt.Sprintf("From: a%d@home.example\nSubject: e-mailadres vergeten\n\nhallo\n", n)
	}
	h.write("maildir/cur/1:2,S", one(1))
	h.write("maildir/new/2", one(2))
	h.write("maildir/tmp/3", one(3))
	h.write("maildir/dovecot-uidlist", "3 V1 N1\n")
	h.write("maildir/.Archive.2025/cur/4:2,", one(4))
	h.write("maildir/.Archive.2025/maildirfolder", "")
	h.write("maildir/.hidden/5", one(5))
	h.write("export/6.eml", one(6))
	h.write("export/Local Folders/Inbox", postmark+one(7)+"\n"+postmark+one(8))
	h.write("export/Local Folders/Inbox.msf", "// index")
	status, out, errs := program(t.Context(), "", "read", filepath.Join(h.folder, "maildir"), filepath.Join(h.folder, "export"))
	if status != exitOK {
		t.Fatalf("%d %s", status, errs)
	}
	var seen []string
	for line := range strings.Lines(out) {
		if what, from, ok := strings.Cut(strings.TrimSpace(line), " "); ok && what == "from" {
			seen = append(seen, strings.TrimSpace(from)[1:2])
		}
	}
	if got := strings.Join(slices.Sorted(slices.Values(seen)), ""); got != "124678" {
		t.Errorf("mails %s of:\n%s", got, out)
	}
	if !strings.Contains(out, "Local Folders/Inbox#2") || !strings.Contains(out, "6 mails") {
		t.Errorf("%s", out)
	}
	_, out, _ = program(t.Context(), "", "read", "--summary", filepath.Join(h.folder, "export"))
	if strings.Contains(out, "because") || !strings.HasPrefix(out, "3 mails\n") || !strings.Contains(out, "address forgotten 3") || !strings.Contains(out, "the slowest (") {
		t.Errorf("--summary:\n%s", out)
	}
}

func TestReadEmptyFolder(t *testing.T) {
	h := newHouse(t)
	if err := os.Mkdir(filepath.Join(h.folder, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := program(t.Context(), "", "read", filepath.Join(h.folder, "empty")); status != exitFailed || !strings.Contains(errs, "holds no mail") {
		t.Errorf("%d %s", status, errs)
	}
}
