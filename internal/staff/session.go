package staff

import (
	"bytes"
	"context"
	"errors"
	"net/netip"
	"reflect"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/alexedwards/scs/v2"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// visit is one request: what is noted beside the session that it belongs to.
type visit struct {
	source, agent string

	mu      sync.Mutex
	account int64
	found   []byte // hash of the session that the request came with
	data    []byte // and what it held then
	ended   bool   // and it was gone when the request wanted to replace it
}

type visitKey struct{}

// WithVisit notes for the session of a request where it comes from and what the browser calls itself. It stands before the middleware
// that loads the session.
func WithVisit(ctx context.Context, source, agent string) context.Context {
	return context.WithValue(ctx, visitKey{}, &visit{source: source, agent: shortAgent(agent)})
}

// SetAccount says who the session of a request belongs to, once somebody has proved it. It is kept with the session.
func SetAccount(ctx context.Context, accountID int64) {
	v := visitOf(ctx)
	v.mu.Lock()
	defer v.mu.Unlock()
	v.account = accountID
}

// AccountID is who the session of a request belongs to; 0: nobody has signed in.
func AccountID(ctx context.Context) int64 {
	v := visitOf(ctx)
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.account
}

// visitOf returns the visit of a request, or an empty one that nobody else sees.
func visitOf(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{}
}

// came notes the session that was found for the request.
func (v *visit) came(hash, data []byte, account int64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.found, v.data = hash, data
	if v.account == 0 {
		v.account = account
	}
}

func (v *visit) hash() []byte {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.found
}

// untouched reports whether the request leaves its session as it found it.
func (v *visit) untouched(hash, data []byte) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return bytes.Equal(hash, v.found) && same(data, v.data)
}

// gone notes that the session that the request came with was ended while it ran. What it would put in its place is not kept.
func (v *visit) gone(hash []byte) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ended = v.ended || bytes.Equal(v.found, hash)
}

func (v *visit) wasEnded() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.ended
}

func (v *visit) from() ticket.Said { return from(v.source) }

// from is a source as the history shows it: an IP address, whatever came.
func from(source string) ticket.Said {
	ip, err := netip.ParseAddr(source)
	if err != nil {
		return ticket.Say("an unknown address")
	}
	return ticket.Say("%s", ip.WithZone("").String())
}

// maxAgent is how much of what a browser calls itself is kept, in characters.
const maxAgent = 200

func shortAgent(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	if r := []rune(s); len(r) > maxAgent {
		s = string(r[:maxAgent])
	}
	return nrn.Redact(s)
}

// SessionStore keeps the sessions of scs in the database, under the hash of their token. HashTokenInStore of scs stays off: it is done
// here.
type SessionStore struct{ s *Staff }

var _ scs.CtxStore = SessionStore{}

// SessionStore returns the store of sessions.
func (s *Staff) SessionStore() SessionStore { return SessionStore{s} }

// Find implements scs.Store.
func (t SessionStore) Find(token string) ([]byte, bool, error) {
	return t.FindCtx(context.Background(), token)
}

// Commit implements scs.Store.
func (t SessionStore) Commit(token string, data []byte, expiry time.Time) error {
	return t.CommitCtx(context.Background(), token, data, expiry)
}

// Delete implements scs.Store.
func (t SessionStore) Delete(token string) error { return t.DeleteCtx(context.Background(), token) }

// FindCtx implements scs.CtxStore.
func (t SessionStore) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	hash := hashOf(token)
	err = t.s.Read(ctx, func(tx Tx) error {
		var now Session
		now, data, err = tx.FindSession(hash)
		if errors.Is(err, ticket.ErrNotFound) {
			return nil
		}
		if err == nil {
			found = true
			visitOf(ctx).came(hash, data, now.AccountID)
		}
		return err
	})
	return data, found, err
}

// seenEvery is how exactly it is known when a session was seen, and so how exactly it ends when idle.
const seenEvery = time.Minute

// CommitCtx implements scs.CtxStore. scs commits at every request to move the expiry; the one writer of the database is there for the
// mails too, so a commit that moves it by less than a minute and changes nothing else writes nothing. Of a session that the request left as
// it found it, only the expiry is written: another request of the same browser may have changed the rest meanwhile.
func (t SessionStore) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	v, hash, fresh := visitOf(ctx), hashOf(token), false
	untouched := v.untouched(hash, data)
	err := t.s.Read(ctx, func(tx Tx) error {
		now, stored, err := tx.FindSession(hash)
		if errors.Is(err, ticket.ErrNotFound) {
			return nil
		}
		account := AccountID(ctx)
		fresh = (account == 0 || account == now.AccountID) && tx.Now().Sub(now.SeenAt) < seenEvery &&
			expiry.Sub(now.ExpiresAt).Abs() < seenEvery && (untouched || same(data, stored))
		return err
	})
	if err != nil || fresh || v.wasEnded() {
		return err
	}
	return t.s.Write(ctx, func(tx Tx) error {
		now, stored, err := tx.FindSession(hash)
		if errors.Is(err, ticket.ErrNotFound) && bytes.Equal(hash, v.hash()) {
			return nil // it was ended while the request ran: it does not come to life again
		}
		if err != nil && !errors.Is(err, ticket.ErrNotFound) {
			return err
		}
		if untouched {
			data = stored
		}
		next := Session{AccountID: now.AccountID, Source: from(v.source).String(), Agent: v.agent, ExpiresAt: expiry}
		if account := AccountID(ctx); account != 0 {
			next.AccountID = account
		}
		return put(tx, hash, next, data)
	})
}

// put writes a session, unless its account has been disabled meanwhile.
func put(tx Tx, hash []byte, s Session, data []byte) error {
	if s.AccountID != 0 {
		if _, err := enabled(tx, s.AccountID); errors.Is(err, ErrRefused) {
			_, err := tx.DeleteSession(hash)
			return err
		} else if err != nil {
			return err
		}
	}
	there, err := tx.UpdateSession(hash, s, data)
	if err != nil || there {
		return err
	}
	return tx.InsertSession(hash, s, data)
}

// same reports whether two encoded sessions hold the same. scs encodes a map, whose order is another one each time.
func same(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	untilA, valuesA, errA := scs.GobCodec{}.Decode(a)
	untilB, valuesB, errB := scs.GobCodec{}.Decode(b)
	return errA == nil && errB == nil && untilA.Equal(untilB) && reflect.DeepEqual(valuesA, valuesB)
}

// DeleteCtx implements scs.CtxStore.
func (t SessionStore) DeleteCtx(ctx context.Context, token string) error {
	hash := hashOf(token)
	return t.s.Write(ctx, func(tx Tx) error {
		there, err := tx.DeleteSession(hash)
		if err == nil && !there {
			visitOf(ctx).gone(hash)
		}
		return err
	})
}

// ListSessions lists where somebody is signed in, the newest first.
func (s *Staff) ListSessions(ctx context.Context, accountID int64) (list []Session, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		list, err = tx.SessionsOf(accountID)
		return err
	})
	return list, err
}

// SessionID is the ID of the session of a request among those that ListSessions lists; empty where there is none.
func (s *Staff) SessionID(ctx context.Context) (id string, err error) {
	hash := visitOf(ctx).hash()
	if hash == nil {
		return "", nil
	}
	err = s.Read(ctx, func(tx Tx) error {
		now, _, err := tx.FindSession(hash)
		if errors.Is(err, ticket.ErrNotFound) {
			return nil
		}
		id = now.ID
		return err
	})
	return id, err
}

// EndSession ends one session of an account, or returns ticket.ErrNotFound.
func (s *Staff) EndSession(ctx context.Context, accountID int64, id string) error {
	return s.Write(ctx, func(tx Tx) error {
		a, err := tx.StaffByID(accountID)
		if err != nil {
			return err
		}
		if err := tx.EndSession(accountID, id); err != nil {
			return err
		}
		return event(tx, a.Name, ticket.EventSessionEnded, "%s ended a session.", a.Name)
	})
}

// EndOtherSessions ends the sessions of an account but the one with the token keep; an empty one keeps none.
func (s *Staff) EndOtherSessions(ctx context.Context, accountID int64, keep string) error {
	var kept []byte
	if keep != "" {
		kept = hashOf(keep)
	}
	return s.Write(ctx, func(tx Tx) error {
		a, err := tx.StaffByID(accountID)
		if err != nil {
			return err
		}
		n, err := tx.EndSessions(accountID, kept)
		if err != nil {
			return err
		}
		return event(tx, a.Name, ticket.EventSessionEnded, "%s ended %s.", a.Name, ticket.Say("%d session(s)", n))
	})
}
