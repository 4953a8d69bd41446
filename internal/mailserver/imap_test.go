package mailserver_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/mailserver"
)

const desk, secret = "servicedesk@example.be", "s3cret"

func start(t *testing.T, opt mailserver.Options) *mailserver.Server {
	t.Helper()
	if opt.Users == nil {
		opt.Users = map[string]string{desk: secret}
	}
	s, err := mailserver.Start(opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func mustDeliver(t *testing.T, s *mailserver.Server, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if err := s.Deliver(desk, []byte("Subject: "+text+"\r\n\r\n"+text+"\r\n")); err != nil {
			t.Fatal(err)
		}
	}
}

func signIn(t *testing.T, s *mailserver.Server, opt *imapclient.Options) *imapclient.Client {
	t.Helper()
	c, err := imapclient.DialInsecure(s.IMAPAddr(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := c.Login(desk, secret).Wait(); err != nil {
		t.Fatal(err)
	}
	return c
}

func mustSelect(t *testing.T, c *imapclient.Client, name string) *imap.SelectData {
	t.Helper()
	data, err := c.Select(name, nil).Wait()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func subjects(t *testing.T, s *mailserver.Server, folder string) []string {
	t.Helper()
	list, err := s.Folder(desk, folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range list {
		first, _, _ := strings.Cut(string(m.Raw), "\r\n")
		out = append(out, strings.TrimPrefix(first, "Subject: "))
	}
	return out
}

func TestFetchIsByteForByteAndPeekLeavesSeenAlone(t *testing.T) {
	s := start(t, mailserver.Options{})
	broken := []byte("no header at all\n\x00\xff\r\rFrom me\n")
	if err := s.Deliver(desk, broken); err != nil {
		t.Fatal(err)
	}
	c := signIn(t, s, nil)
	if data := mustSelect(t, c, "inbox"); data.UIDNext != 2 || data.NumMessages != 1 {
		t.Fatalf("UIDNEXT %d, EXISTS %d", data.UIDNext, data.NumMessages)
	}
	for _, test := range []struct {
		section imap.FetchItemBodySection
		want    []byte
		flags   []string
	}{
		{imap.FetchItemBodySection{Peek: true}, broken, nil},
		{imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Offset: 3, Size: 6}}, broken[3:9], nil},
		{imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Offset: 20, Size: 600}}, broken[20:], nil},
		{imap.FetchItemBodySection{}, broken, []string{`\Seen`}},
	} {
		got, err := c.Fetch(imap.UIDSetNum(1), &imap.FetchOptions{RFC822Size: true, BodySection: []*imap.FetchItemBodySection{&test.section}}).Collect()
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != 1 || !bytes.Equal(got[0].FindBodySection(&test.section), test.want) || got[0].RFC822Size != int64(len(broken)) {
			t.Errorf("%+v: got %+v", test.section, got)
		}
		list, err := s.Folder(desk, "INBOX")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.flags, list[0].Flags); diff != "" {
			t.Errorf("%+v: flags (-want +got):\n%s", test.section, diff)
		}
	}
}

// "n:*" holds the last message even when n lies behind it: a client has to compare.
func TestStarIsTheLastMessage(t *testing.T) {
	s := start(t, mailserver.Options{})
	mustDeliver(t, s, "one", "two")
	c := signIn(t, s, nil)
	mustSelect(t, c, "INBOX")
	for _, test := range []struct {
		start imap.UID
		want  []imap.UID
	}{{1, []imap.UID{1, 2}}, {2, []imap.UID{2}}, {9, []imap.UID{2}}} {
		got, err := c.UIDSearch(&imap.SearchCriteria{UID: []imap.UIDSet{{{Start: test.start}}}}, nil).Wait()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got.AllUIDs()); diff != "" {
			t.Errorf("UID %d:* (-want +got):\n%s", test.start, diff)
		}
	}
}

func TestSearch(t *testing.T) {
	s := start(t, mailserver.Options{})
	mustDeliver(t, s, "apple", "banana", "cherry")
	if err := s.SetFlags(desk, 2, `\Seen`); err != nil {
		t.Fatal(err)
	}
	c := signIn(t, s, nil)
	mustSelect(t, c, "INBOX")
	seen, header := imap.FlagSeen, []imap.SearchCriteriaHeaderField{{Key: "Subject", Value: "APPLE"}}
	tomorrow := time.Now().AddDate(0, 0, 1)
	for name, test := range map[string]struct {
		criteria imap.SearchCriteria
		want     []imap.UID
	}{
		"all":     {imap.SearchCriteria{}, []imap.UID{1, 2, 3}},
		"unseen":  {imap.SearchCriteria{NotFlag: []imap.Flag{seen}}, []imap.UID{1, 3}},
		"seen":    {imap.SearchCriteria{Flag: []imap.Flag{seen}}, []imap.UID{2}},
		"header":  {imap.SearchCriteria{Header: header}, []imap.UID{1}},
		"body":    {imap.SearchCriteria{Body: []string{"cherry"}}, []imap.UID{3}},
		"not":     {imap.SearchCriteria{Not: []imap.SearchCriteria{{Header: header}}}, []imap.UID{2, 3}},
		"or":      {imap.SearchCriteria{Or: [][2]imap.SearchCriteria{{{Header: header}, {Flag: []imap.Flag{seen}}}}}, []imap.UID{1, 2}},
		"larger":  {imap.SearchCriteria{Larger: 1000}, nil},
		"smaller": {imap.SearchCriteria{Smaller: 1000}, []imap.UID{1, 2, 3}},
		"since":   {imap.SearchCriteria{Since: tomorrow}, nil},
		"before":  {imap.SearchCriteria{Before: tomorrow}, []imap.UID{1, 2, 3}},
	} {
		got, err := c.UIDSearch(&test.criteria, nil).Wait()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got.AllUIDs()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMoveTellsTheRightNumbers(t *testing.T) {
	s := start(t, mailserver.Options{Folders: []string{"Handled"}})
	mustDeliver(t, s, "one", "two", "three")
	gone := make(chan uint32, 8)
	c := signIn(t, s, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{Expunge: func(n uint32) { gone <- n }}})
	mustSelect(t, c, "INBOX")
	data, err := c.Move(imap.UIDSetNum(1, 2, 77), "Handled").Wait()
	if err != nil {
		t.Fatal(err)
	}
	if got := data.SourceUIDs.String(); got != "1:2" {
		t.Errorf("COPYUID tells of %s, want 1:2", got)
	}
	if a, b := <-gone, <-gone; a != 2 || b != 1 {
		t.Errorf("EXPUNGE %d, %d; want 2, 1", a, b)
	}
	if diff := cmp.Diff([]string{"three"}, subjects(t, s, "INBOX")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"one", "two"}, subjects(t, s, "Handled")); diff != "" {
		t.Error(diff)
	}
	for name, try := range map[string]func() error{ // of a UID that vanished: OK, and the connection lives
		"MOVE": func() error { _, err := c.Move(imap.UIDSetNum(1), "Handled").Wait(); return err },
		"COPY": func() error { _, err := c.Copy(imap.UIDSetNum(1), "Handled").Wait(); return err },
		"NOOP": func() error { return c.Noop().Wait() },
	} {
		if err := try(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.Move(imap.UIDSetNum(3), "Nowhere").Wait(); err == nil {
		t.Error("MOVE to a missing folder went well")
	}
}

func TestUIDExpungeSparesOthers(t *testing.T) {
	s := start(t, mailserver.Options{})
	mustDeliver(t, s, "one", "two")
	c := signIn(t, s, nil)
	mustSelect(t, c, "INBOX")
	if err := c.Store(imap.UIDSetNum(1, 2), &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}, nil).Close(); err != nil {
		t.Fatal(err)
	}
	if err := c.UIDExpunge(imap.UIDSetNum(2)).Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"one"}, subjects(t, s, "INBOX")); diff != "" {
		t.Error(diff)
	}
	if err := c.Expunge().Close(); err != nil {
		t.Fatal(err)
	}
	if got := subjects(t, s, "INBOX"); got != nil {
		t.Errorf("left: %v", got)
	}
}

// A message that comes while IDLE begins is told too, again and again, since there is but a moment in which it can be missed.
func TestIdleTellsAtOnce(t *testing.T) {
	s := start(t, mailserver.Options{})
	told := make(chan uint32, 1)
	c := signIn(t, s, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(d *imapclient.UnilateralDataMailbox) { told <- *d.NumMessages },
	}})
	mustSelect(t, c, "INBOX")
	for want := uint32(1); want <= 2000; want++ {
		idle, err := c.Idle()
		if err != nil {
			t.Fatal(err)
		}
		mustDeliver(t, s, "one")
		select {
		case n := <-told:
			if n != want {
				t.Fatalf("EXISTS %d, want %d", n, want)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("message %d was never told", want)
		}
		if err := errors.Join(idle.Close(), idle.Wait()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWithoutExtensions(t *testing.T) {
	all := []imap.Cap{imap.CapIdle, imap.CapMove, imap.CapUIDPlus}
	for _, without := range all {
		t.Run(string(without), func(t *testing.T) {
			c := signIn(t, start(t, mailserver.Options{Without: []string{string(without)}}), nil)
			caps := c.Caps()
			for _, name := range all {
				if caps.Has(name) == (name == without) {
					t.Errorf("%s advertised: %v", name, caps.Has(name))
				}
			}
		})
	}
}

func TestTLS(t *testing.T) {
	cert, err := mailserver.NewCertificate(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, mailserver.Options{TLS: cert.TLS, Without: []string{"IDLE"}})
	opt := &imapclient.Options{TLSConfig: &tls.Config{RootCAs: cert.CAs}}
	for name, dial := range map[string]func() (*imapclient.Client, error){
		"starttls": func() (*imapclient.Client, error) { return imapclient.DialStartTLS(s.IMAPAddr(), opt) },
		"implicit": func() (*imapclient.Client, error) { return imapclient.DialTLS(s.IMAPSAddr(), opt) },
	} {
		t.Run(name, func(t *testing.T) {
			c, err := dial()
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if err := c.Login(desk, "wrong").Wait(); err == nil {
				t.Error("a wrong password was taken")
			}
			if err := c.Login(desk, secret).Wait(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestRenumber(t *testing.T) {
	s := start(t, mailserver.Options{})
	mustDeliver(t, s, "one", "two")
	s.Remove(desk, 1)
	before := s.UIDValidity(desk, "INBOX")
	c := signIn(t, s, nil)
	mustSelect(t, c, "INBOX")
	if err := s.Renumber(desk, "INBOX"); err != nil {
		t.Fatal(err)
	}
	<-c.Closed()
	list, err := s.Folder(desk, "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	if s.UIDValidity(desk, "INBOX") <= before || len(list) != 1 || list[0].UID != 1 {
		t.Errorf("UIDVALIDITY %d after %d, messages %+v", s.UIDValidity(desk, "INBOX"), before, list)
	}
}

func TestPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := mailserver.StartPipe(mailserver.Options{Users: map[string]string{desk: secret}})
		defer s.Close()
		conn, err := s.DialIMAP(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		c := imapclient.New(conn, nil)
		defer c.Close()
		if err := c.Login(desk, secret).Wait(); err != nil {
			t.Fatal(err)
		}
		s.Pause()
		answered := make(chan error, 1)
		go func() { answered <- c.Noop().Wait() }()
		synctest.Wait()
		if len(answered) > 0 {
			t.Error("a paused server answered")
		}
		s.Resume()
		if err := <-answered; err != nil {
			t.Error(err)
		}
	})
}

func TestDrop(t *testing.T) {
	s := start(t, mailserver.Options{})
	c := signIn(t, s, nil)
	s.DropIMAP()
	<-c.Closed()
	signIn(t, s, nil)
}

func TestRewrite(t *testing.T) {
	s := start(t, mailserver.Options{})
	c := signIn(t, s, nil)
	s.RewriteIMAP(func(out []byte) []byte { return bytes.ReplaceAll(out, []byte(" OK "), []byte(" NO ")) })
	if err := c.Noop().Wait(); err == nil {
		t.Error("the answer was not rewritten")
	}
	s.RewriteIMAP(nil)
	if err := c.Noop().Wait(); err != nil {
		t.Error(err)
	}
}

func TestFoldersOfAClient(t *testing.T) {
	s := start(t, mailserver.Options{})
	c := signIn(t, s, nil)
	if err := c.Create("Old", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if err := c.Create("Old", nil).Wait(); err == nil {
		t.Error("made twice")
	}
	w := c.Append("Old", 3, nil)
	if _, err := io.WriteString(w, "abc"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Wait(); err != nil {
		t.Fatal(err)
	}
	if err := c.Rename("Old", "New", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	status, err := c.Status("New", &imap.StatusOptions{NumMessages: true, NumUnseen: true, NumDeleted: true}).Wait()
	if err != nil || *status.NumMessages != 1 || *status.NumUnseen != 1 || *status.NumDeleted != 0 {
		t.Errorf("%+v, %v", status, err)
	}
	list, err := c.List("", "*", nil).Collect()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range list {
		names = append(names, l.Mailbox)
	}
	if !slices.Equal(names, []string{"INBOX", "New"}) {
		t.Errorf("LIST: %v", names)
	}
	if err := c.Delete("New").Wait(); err != nil {
		t.Error(err)
	}
	if _, err := s.Folder(desk, "New"); err == nil {
		t.Error("still there")
	}
}

func TestPipe(t *testing.T) {
	s := mailserver.StartPipe(mailserver.Options{Users: map[string]string{desk: secret}})
	conn, err := s.DialIMAP(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := imapclient.New(conn, nil)
	if err := c.Login(desk, secret).Wait(); err != nil {
		t.Error(err)
	}
	if err := errors.Join(c.Close(), s.Close()); err != nil {
		t.Error(err)
	}
	if _, err := s.DialIMAP(t.Context()); err == nil {
		t.Error("a closed server was reached")
	}
}

func TestWaitForGivesUp(t *testing.T) {
	s := start(t, mailserver.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.WaitFor(ctx, desk, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	mustDeliver(t, s, "one")
	if err := s.WaitFor(t.Context(), desk, 1); err != nil {
		t.Error(err)
	}
}
