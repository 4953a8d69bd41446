package mailbox

import (
	"context"
	"errors"
	"fmt"

	"github.com/emersion/go-imap/v2"
)

// single fetches one mail that an answer left out, or at which answers broke: as usual, then without size and date, and at last it is handed
// over as a fault, so that one bad mail never stops the next (R1).
func (l *look) single(ctx context.Context, hand *handover, uid uint32) error {
	s, tries := l.session, l.watcher.culprit.tries(l.session.validity, uid)
	if tries >= giveUp {
		return l.lastTry(ctx, hand, uid, tries)
	}
	mail, err := l.one(uid, s.items(tries < fewerItems))
	if err != nil {
		l.watcher.culprit.add(s.validity, uid)
		return err
	}
	if mail != nil {
		return hand.add(*mail, true)
	}
	exists, err := l.exists(uid)
	if err != nil || !exists { // it vanished: nothing was lost, a person took it
		return err
	}
	l.watcher.culprit.add(s.validity, uid)
	return s.cfg.trouble(fmt.Sprintf("fetch the mail with UID %d", uid), errors.New("the server lists it, but does not hand it over"))
}

// lastTry gives a mail up if it fails once more right after another mail went well. Without that proof nothing is given up: a sick server is
// no bad mail, and must not make all mails pass for unreadable.
func (l *look) lastTry(ctx context.Context, hand *handover, uid uint32, tries int) error {
	if err := l.others(uid, tries); err != nil {
		l.watcher.culprit.add(l.session.validity, uid)
		return err
	}
	mail, err := l.one(uid, l.session.items(false))
	if ctx.Err() != nil {
		return context.Cause(ctx) // it was us
	}
	if mail == nil || err != nil {
		fault := fmt.Sprintf("the mail server could not hand over the mail with UID %d in %d tries, while it could with others", uid, tries+1)
		mail = &Fetched{UID: uid, Fault: fault}
	}
	if failed := hand.add(*mail, true); failed != nil {
		return failed
	}
	return err
}

// one fetches one mail, nil when the answer does not hold it.
func (l *look) one(uid uint32, items *imap.FetchOptions) (*Fetched, error) {
	fetch := l.session.client.Fetch(imap.UIDSetNum(imap.UID(uid)), items)
	for {
		mail, err := l.session.next(fetch)
		if err != nil || mail == nil || mail.UID == uid && mail.Raw != nil {
			if closing := l.drain(fetch, 0); err == nil {
				err = closing
			}
			return mail, err
		}
	}
}

// exists asks whether a mail is still there, after hearing what vanished.
func (l *look) exists(uid uint32) (bool, error) {
	found := false
	err := l.session.do("look for mail", searchBytes, func() error {
		if err := l.session.client.Noop().Wait(); err != nil {
			return err
		}
		data, err := l.session.client.UIDSearch(&imap.SearchCriteria{UID: []imap.UIDSet{imap.UIDSetNum(imap.UID(uid))}}, nil).Wait()
		if err != nil {
			return err
		}
		set, _ := data.All.(imap.UIDSet)
		found = set.Contains(imap.UID(uid))
		return nil
	})
	return found, err
}

// others proves that the server can hand over some other mail; with each try another one, since that may be bad too. A mail that lies alone
// in its folder needs no proof.
func (l *look) others(uid uint32, tries int) error {
	s := l.session
	var all []imap.UID
	err := s.do("look for mail", searchBytes, func() error {
		not := []imap.SearchCriteria{{UID: []imap.UIDSet{imap.UIDSetNum(imap.UID(uid))}}}
		data, err := s.client.UIDSearch(&imap.SearchCriteria{Not: not}, nil).Wait()
		if err != nil {
			return err
		}
		set, _ := data.All.(imap.UIDSet)
		for _, n := range ascending(set, 0) {
			all = append(all, imap.UID(n))
		}
		return nil
	})
	if err != nil || len(all) == 0 {
		return err
	}
	other := all[len(all)-1-(tries-giveUp)%len(all)]
	mail, err := l.one(uint32(other), s.items(false))
	if err == nil && mail == nil {
		err = s.cfg.trouble("fetch mail", errors.New("the server hands over no mail at all"))
	}
	return err
}
