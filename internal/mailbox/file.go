package mailbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

// filing is what is known of trouble with the handled folder.
type filing struct {
	notBefore time.Time // the next try
}

// After trouble with the handled folder it is left alone for a while: longer when it cost the connection, since that holds up the fetching.
const (
	filingRetry       = time.Minute
	filingRetryBroken = 10 * time.Minute
	filingCount       = 200 // mails moved with one command
)

// file moves mails that became tickets to the handled folder. Its failures are told once an episode and never stop the fetching; only a
// connection that broke is an error.
func (w *Watcher) file(ctx context.Context, s *session) error {
	if w.cfg.HandledFolder == "" || time.Now().Before(w.filing.notBefore) {
		return nil
	}
	err := w.fileAll(ctx, s)
	if err == nil {
		w.filingWorks()
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	w.filing.notBefore = time.Now().Add(filingRetry)
	broken := s.wire.why() != nil
	if broken {
		w.filing.notBefore = time.Now().Add(filingRetryBroken)
	}
	w.filingFails(err)
	if broken {
		return err
	}
	return nil
}

func (w *Watcher) filingWorks() {
	recovered := false
	w.update(func(s *Status) {
		recovered = s.FilingError != ""
		s.FilingError = ""
	})
	if recovered {
		w.log.Info("mailbox: handled mails are filed again", "folder", w.cfg.HandledFolder)
	}
}

func (w *Watcher) filingFails(err error) {
	text, known := err.Error(), false
	w.update(func(s *Status) {
		known = s.FilingError == text
		s.FilingError = text
	})
	if !known {
		w.log.Warn("mailbox: handled mails are not filed: " + text)
	}
}

func (w *Watcher) fileAll(ctx context.Context, s *session) error {
	uids, err := w.handler.ToFile(ctx, w.cfg.Name(), s.validity)
	if err != nil {
		return w.cfg.ownTrouble("list the mails to file", err)
	}
	for len(uids) > 0 {
		n := min(len(uids), filingCount)
		if err := s.file(uids[:n]); err != nil {
			return err
		}
		if err := w.handler.Filed(ctx, w.cfg.Name(), s.validity, uids[:n]); err != nil {
			return w.cfg.ownTrouble("record the filed mails", err)
		}
		w.update(func(st *Status) { st.Filed += int64(n) })
		uids = uids[n:]
	}
	return nil
}

// file moves mails. Those that vanished meanwhile are left out by the server without a word, and count as filed.
func (s *session) file(uids []uint32) error {
	var set imap.UIDSet
	for _, uid := range uids {
		set.AddNum(imap.UID(uid))
	}
	if s.caps.Has(imap.CapMove) { // never without: go-imap would make up for it with a plain EXPUNGE
		return s.filed(s.do("move mails to "+s.cfg.HandledFolder, chatter, func() error {
			_, err := s.client.Move(set, s.cfg.HandledFolder).Wait()
			return err
		}))
	}
	return s.copyAway(set)
}

// copyAway is for servers without MOVE: each step waits for the one before it, and only mails that were copied are flagged. A plain EXPUNGE
// would also remove what other people flagged \Deleted; so without UIDPLUS ours stay, flagged, until somebody's mail program expunges.
func (s *session) copyAway(set imap.UIDSet) error {
	var copied *imap.CopyData
	err := s.do("copy mails to "+s.cfg.HandledFolder, chatter, func() (err error) {
		copied, err = s.client.Copy(set, s.cfg.HandledFolder).Wait()
		return err
	})
	if err != nil {
		return s.filed(err)
	}
	uidPlus := s.caps.Has(imap.CapUIDPlus)
	if uidPlus {
		set = both(set, copied.SourceUIDs)
	}
	if len(set) == 0 {
		return nil // all of them vanished
	}
	err = s.do("flag the copied mails", searchBytes, func() error {
		return s.client.Store(set, &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}, nil).Close()
	})
	if err != nil || !uidPlus {
		return err
	}
	return s.do("remove the copied mails", chatter, func() error { return s.client.UIDExpunge(set).Close() })
}

// both returns what is in two sets. The server's may hold anything: only what we asked for is ours to flag (R11).
func both(ours, theirs imap.UIDSet) imap.UIDSet {
	var set imap.UIDSet
	nums, _ := ours.Nums()
	for _, uid := range nums {
		if theirs.Contains(uid) {
			set.AddNum(uid)
		}
	}
	return set
}

// filed explains a missing handled folder.
func (s *session) filed(err error) error {
	var (
		t     *Trouble
		reply *imap.Error
	)
	if errors.As(err, &t) && errors.As(err, &reply) {
		t.Remedy = fmt.Sprintf("make sure that the account has the folder %q and may write to it, or change mailbox.handled_folder", s.cfg.HandledFolder)
	}
	return err
}
