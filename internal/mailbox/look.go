package mailbox

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// look fetches what lies above the cursor.
type look struct {
	watcher *Watcher
	session *session
	cursor  uint32 // committed; only moved by commit
}

// run hands over everything above the cursor. Told of news it asks for the mails at once; else, and where that leaves a doubt, it first asks
// which there are. So a mail that the server leaves out of an answer is noticed, and never passed by the next one (R1).
func (l *look) run(ctx context.Context, told bool) error {
	if told && !l.watcher.culprit.suspected() {
		if sure, err := l.news(ctx); err != nil || sure {
			return err
		}
	}
	for {
		want, err := l.list()
		if err != nil {
			return err
		}
		if len(want) > 0 {
			err := l.commit(ctx, func(hand *handover) error { return l.fetchAll(ctx, hand, want) })
			if err != nil {
				return err
			}
		}
		if len(want) < searchCount {
			l.watcher.looked()
			return nil
		}
	}
}

// commit runs fetch with a goroutine beside it that commits. What came in good order is committed, whatever came after it.
func (l *look) commit(ctx context.Context, fetch func(*handover) error) error {
	hand := l.handOver(ctx)
	err := fetch(hand)
	if failed := hand.close(); failed != nil {
		err = failed
	}
	l.cursor = hand.cursor
	l.watcher.culprit.passed(l.session.validity, l.cursor)
	return err
}

// news fetches everything above the cursor in one round trip, right behind the DONE of an IDLE. UIDs that follow each other without a gap
// leave nothing out; at a gap it stops and is not sure. It does not ask for the list in the same breath: a server may answer the later
// command first (RFC 9051 section 5.5; Dovecot does), and while go-imap holds a mail that nobody takes, it reads nothing else.
func (l *look) news(ctx context.Context) (sure bool, err error) {
	s := l.session
	err = l.commit(ctx, func(hand *handover) error {
		fetch := s.client.Fetch(l.above(), s.items(true))
		expected := l.cursor + 1
		for {
			mail, err := s.next(fetch)
			switch {
			case err != nil:
				_ = l.drain(fetch, 0)
				return err
			case mail == nil:
				sure = true
			case mail.UID < expected || mail.Raw == nil:
				continue // "n:*" also means the last mail; or somebody changed flags
			}
			if mail == nil || mail.UID != expected {
				return l.drain(fetch, fetchCount)
			}
			expected++
			s.wire.rest() // from here on it is us who are slow
			if err := hand.add(*mail, false); err != nil {
				return l.abandon(fetch, err)
			}
		}
	})
	if err != nil {
		return false, l.blame(l.cursor+1, err)
	}
	if sure {
		l.watcher.looked()
	}
	return sure, s.finish()
}

// above is the set of what lies above the cursor: "n:*".
func (l *look) above() imap.UIDSet { return imap.UIDSet{{Start: imap.UID(l.cursor) + 1}} }

// list returns the UIDs above the cursor in ascending order. It asks first what changed, because a server may leave out of a SEARCH what it
// has not told yet.
func (l *look) list() (want []uint32, err error) {
	s := l.session
	if err := s.do("look for mail", searchBytes, func() error { return s.client.Noop().Wait() }); err != nil {
		return nil, err
	}
	if err := s.finish(); err != nil {
		return nil, err
	}
	s.hear()
	err = s.do("look for mail", searchBytes, func() error {
		data, err := s.client.UIDSearch(&imap.SearchCriteria{UID: []imap.UIDSet{l.above()}}, nil).Wait()
		if err == nil {
			set, _ := data.All.(imap.UIDSet)
			want = ascending(set, l.cursor)
		}
		return err
	})
	return want, err
}

// ascending lists the UIDs above the cursor: "n:*" also means the last mail where n lies behind it (RFC 9051 section 9, seq-range).
func ascending(set imap.UIDSet, cursor uint32) []uint32 {
	var uids []uint32
	for _, r := range set {
		for uid := uint64(max(r.Start, imap.UID(cursor)+1)); uid <= uint64(r.Stop) && len(uids) < searchCount; uid++ {
			uids = append(uids, uint32(uid))
		}
	}
	return uids
}

// items says what is fetched of a mail: little besides the mail itself, because what go-imap cannot read costs the connection.
func (s *session) items(full bool) *imap.FetchOptions {
	return &imap.FetchOptions{UID: true, RFC822Size: full, InternalDate: full, BodySection: []*imap.FetchItemBodySection{{
		Peek:    true, // \Seen stays as it is (R11)
		Partial: &imap.SectionPartial{Size: s.cfg.MaxMessageSize + 1},
	}}}
}

// fetchAll fetches the wanted mails, many with one FETCH.
func (l *look) fetchAll(ctx context.Context, hand *handover, want []uint32) error {
	s := l.session
	for len(want) > 0 {
		n := 0
		if !l.watcher.culprit.is(s.validity, want[0]) {
			chunk := want[:min(len(want), fetchCount)]
			fetch := s.client.Fetch(imap.UIDSet{{Start: imap.UID(chunk[0]), Stop: imap.UID(chunk[len(chunk)-1])}}, s.items(true))
			var err error
			if n, err = l.take(hand, fetch, chunk); err != nil {
				return l.blame(want[min(n, len(want)-1)], err)
			}
			if n == len(chunk) {
				want = want[n:]
				continue
			}
		}
		if err := l.single(ctx, hand, want[n]); err != nil { // passed over by the server: it vanished, or cannot be read
			return err
		}
		want = want[n+1:]
	}
	return nil
}

// blame remembers at which mail an answer broke.
func (l *look) blame(uid uint32, err error) error {
	var t *Trouble
	if errors.As(err, &t) && t.stalled {
		l.watcher.culprit.add(l.session.validity, uid)
	}
	return err
}

// take hands over mails as they come, as long as they are the wanted ones in order, and returns how many.
func (l *look) take(hand *handover, fetch *imapclient.FetchCommand, want []uint32) (n int, err error) {
	for n < len(want) {
		mail, err := l.session.next(fetch)
		if err != nil {
			_ = l.drain(fetch, 0)
			return n, err
		}
		if mail == nil || mail.UID > want[n] {
			break
		}
		if mail.UID != want[n] || mail.Raw == nil {
			continue // a change of flags that somebody made, or a mail handed over before
		}
		n++
		l.session.wire.rest() // from here on it is us who are slow
		if err := hand.add(*mail, n == len(want)); err != nil {
			return n, l.abandon(fetch, err)
		}
	}
	return n, l.drain(fetch, len(want)-n)
}

// abandon ends the connection in the middle of an answer: the rest is not worth the reading.
func (l *look) abandon(fetch *imapclient.FetchCommand, err error) error {
	l.session.wire.end(err)
	_ = l.drain(fetch, 0)
	return err
}

// drain reads the rest of an answer, in which so many mails may be. A plain NO is no error: what it left out is asked for again, one by
// one.
func (l *look) drain(fetch *imapclient.FetchCommand, mails int) error {
	s := l.session
	s.wire.expect(s.cfg.CommandTimeout, 30*s.cfg.CommandTimeout, int64(mails+1)*(s.cfg.MaxMessageSize+chatter))
	err := fetch.Close()
	s.wire.rest()
	if reply := (*imap.Error)(nil); err == nil || errors.As(err, &reply) {
		return nil
	}
	return s.stalled(err)
}

// stalled marks an error as one that a mail may be to blame for.
func (s *session) stalled(err error) error {
	var t *Trouble
	if err = s.explain("fetch mail", err); errors.As(err, &t) {
		t.stalled = true
	}
	return err
}

// next reads one mail of an answer; nil at its end. Raw is nil when the answer held no mail, which is how a change of flags looks.
func (s *session) next(fetch *imapclient.FetchCommand) (*Fetched, error) {
	s.wire.expect(s.cfg.CommandTimeout, 10*s.cfg.CommandTimeout, s.cfg.MaxMessageSize+chatter)
	msg := fetch.Next()
	if msg == nil {
		return nil, nil
	}
	var mail Fetched
	for item := msg.Next(); item != nil; item = msg.Next() {
		switch item := item.(type) {
		case imapclient.FetchItemDataUID:
			mail.UID = uint32(item.UID)
		case imapclient.FetchItemDataRFC822Size:
			mail.Size = item.Size
		case imapclient.FetchItemDataInternalDate:
			mail.Received = item.Time.UTC()
		case imapclient.FetchItemDataBodySection:
			if item.Section.Specifier != imap.PartSpecifierNone || len(item.Section.Part) > 0 {
				continue // not what was asked for
			}
			raw, err := readBody(item.Literal, s.cfg.MaxMessageSize)
			if err != nil {
				s.wire.end(err) // not worth the reading on
				return nil, s.stalled(err)
			}
			mail.Raw = raw
		}
	}
	mail.Size = max(mail.Size, int64(len(mail.Raw)))
	mail.Raw = mail.Raw[:min(int64(len(mail.Raw)), s.cfg.MaxMessageSize)]
	return &mail, nil
}

// readBody reads a literal. One octet more than the limit was asked for, so that a cut mail shows.
func readBody(body imap.LiteralReader, limit int64) ([]byte, error) {
	if body == nil {
		return []byte{}, nil // NIL: a mail without an octet
	}
	if body.Size() > limit+1 {
		return nil, errFlood
	}
	raw := make([]byte, body.Size())
	if _, err := io.ReadFull(body, raw); err != nil {
		return nil, fmt.Errorf("in a mail: %w", err)
	}
	return raw, nil
}

// handOver starts a goroutine that commits while the fetching goes on.
func (l *look) handOver(ctx context.Context) *handover {
	w, validity := l.watcher, l.session.validity
	h := &handover{
		cursor: l.cursor,
		queue:  make(chan []Fetched),
		ended:  make(chan struct{}),
		commit: func(batch []Fetched) error {
			if err := w.handler.Receive(ctx, w.cfg.Name(), validity, batch); err != nil {
				return w.cfg.ownTrouble(fmt.Sprintf("store %d mails", len(batch)), err)
			}
			w.received(batch)
			return nil
		},
	}
	go h.run()
	return h
}

func (w *Watcher) received(batch []Fetched) {
	w.update(func(s *Status) {
		s.Fetched += int64(len(batch))
		for _, mail := range batch {
			if mail.Fault != "" {
				s.Faults++
			}
		}
	})
	for _, mail := range batch {
		if mail.Fault != "" {
			w.log.Error("mailbox: a mail could not be fetched; it is kept as unreadable", "uid", mail.UID, "fault", mail.Fault)
		}
	}
	w.log.Debug("mailbox: mails stored", "count", len(batch), "last_uid", batch[len(batch)-1].UID)
}
