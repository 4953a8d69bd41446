package staff

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"iec-iab.be/servicedesk/internal/ticket"
)

// browser is a session whose requests are made one by one.
type browser struct {
	*world
	token string
}

func encoded(t testing.TB, values map[string]any) []byte {
	t.Helper()
	data, err := scs.GobCodec{}.Encode(time.Unix(1, 0).UTC(), values)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// request is what the middleware of web and scs do: find, let the page work, commit.
func (b browser) request(page func(ctx context.Context), values map[string]any) {
	b.t.Helper()
	ctx := WithVisit(b.t.Context(), home, "Firefox")
	if _, _, err := b.SessionStore().FindCtx(ctx, b.token); err != nil {
		b.t.Fatal(err)
	}
	if page != nil {
		page(ctx)
	}
	if err := b.SessionStore().CommitCtx(ctx, b.token, encoded(b.t, values), b.now.Add(30*time.Minute)); err != nil {
		b.t.Fatal(err)
	}
}

// session signs an account in.
func (w *world) session(account int64, token string) browser {
	w.t.Helper()
	b := browser{w, token}
	b.request(func(ctx context.Context) { SetAccount(ctx, account) }, nil)
	if !w.alive(token) {
		w.t.Fatal("the session was not kept")
	}
	return b
}

func (w *world) alive(token string) bool {
	w.t.Helper()
	_, found, err := w.SessionStore().Find(token)
	if err != nil {
		w.t.Fatal(err)
	}
	return found
}

func (w *world) sessionsOf(a Account) []Session {
	w.t.Helper()
	list, err := w.ListSessions(w.t.Context(), a.ID)
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}

func TestASessionIsKept(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	b := w.session(a.ID, "secret token")
	values := map[string]any{"csrf": "x", "shown": int64(7)}
	b.request(nil, values)
	data, found, err := w.SessionStore().Find("secret token")
	if err != nil || !found || !bytes.Equal(data, encoded(t, values)) && !same(data, encoded(t, values)) {
		t.Errorf("%v, %v", found, err)
	}
	b.request(func(ctx context.Context) {
		if AccountID(ctx) != a.ID {
			t.Errorf("the next request is of account %d", AccountID(ctx))
		}
		id, err := w.SessionID(ctx)
		if list := w.sessionsOf(a); err != nil || len(list) != 1 || list[0].ID != id || list[0].Source != home || list[0].Agent != "Firefox" ||
			list[0].AccountID != a.ID || !list[0].CreatedAt.Equal(w.now) {
			t.Errorf("%q, %v, %+v", id, err, list)
		}
	}, values)
	w.holdsNone("secret token", "csrf")
	if _, found, _ := w.SessionStore().Find("another token"); found {
		t.Error("another token opens it")
	}
	if id, err := w.SessionID(t.Context()); id != "" || err != nil {
		t.Errorf("a request without a session has %q, %v", id, err)
	}
	w.now = w.now.Add(30 * time.Minute)
	if w.alive("secret token") || len(w.sessionsOf(a)) != 0 {
		t.Error("an expired session lives")
	}
}

// The writer is shared with the intake of mails: a request that changes nothing takes it once a minute at most.
func TestRequestsThatChangeNothingWriteNothing(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	values := map[string]any{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8}
	b := w.session(a.ID, "token")
	b.request(nil, values)
	writes := w.writes
	for range 59 {
		w.now = w.now.Add(time.Second)
		b.request(func(ctx context.Context) { SetAccount(ctx, a.ID) }, values)
	}
	if w.writes != writes {
		t.Errorf("%d of 59 requests within a minute wrote", w.writes-writes)
	}
	w.now = w.now.Add(time.Second)
	b.request(nil, values)
	if w.writes != writes+1 || !w.sessionsOf(a)[0].SeenAt.Equal(w.now) {
		t.Errorf("%d writes after a minute, seen %v", w.writes-writes, w.sessionsOf(a)[0].SeenAt)
	}
	values["a"] = 2
	b.request(nil, values)
	if w.writes != writes+2 {
		t.Error("what changed was not written")
	}
	other := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	writes = w.writes
	b.request(func(ctx context.Context) { SetAccount(ctx, other.ID) }, values)
	if w.writes != writes+1 || len(w.sessionsOf(other)) != 1 || len(w.sessionsOf(a)) != 0 {
		t.Error("who signs in where another one was, is not noted")
	}
}

// Two requests of one browser run at once: the one that changes nothing leaves what the other has put into the session.
func TestARequestThatChangesNothingOverwritesNothing(t *testing.T) {
	for name, later := range map[string]time.Duration{"at once": 0, "a minute later": time.Minute} {
		w := newWorld(t)
		b := w.session(w.eva().ID, "token")
		b.request(nil, map[string]any{"a": 1})
		b.request(func(context.Context) {
			b.request(nil, map[string]any{"a": 1, "flash": "done"})
			w.now = w.now.Add(later)
		}, map[string]any{"a": 1})
		data, _, err := w.SessionStore().Find("token")
		if err != nil {
			t.Fatal(err)
		}
		if _, values, err := (scs.GobCodec{}).Decode(data); err != nil || values["flash"] != "done" {
			t.Errorf("%s: the session holds %v, %v", name, values, err)
		}
		if got := w.sessionsOf(w.find("Eva Peeters"))[0].SeenAt; !got.Equal(w.now) {
			t.Errorf("%s: seen at %v", name, got)
		}
	}
}

// ended runs something that ends the session while a request of it is under way, and expects that it stays ended.
func TestASessionThatEndsDuringARequestStaysEnded(t *testing.T) {
	for name, end := range map[string]func(ctx context.Context, w *world, a Account) error{
		"disabled": func(ctx context.Context, w *world, a Account) error { return w.ForceDisable(ctx, "x", a.ID) },
		"ended": func(ctx context.Context, w *world, a Account) error {
			return w.EndSession(ctx, a.ID, w.sessionsOf(a)[0].ID)
		},
		"all others ended": func(ctx context.Context, w *world, a Account) error {
			return w.EndOtherSessions(ctx, a.ID, "another token")
		},
		"reset": func(ctx context.Context, w *world, a Account) error {
			_, err := w.Reset(ctx, "x", a.ID)
			return err
		},
		"signed out": func(ctx context.Context, w *world, a Account) error {
			return w.SessionStore().DeleteCtx(t.Context(), "token")
		},
	} {
		w := newWorld(t)
		a := w.eva()
		b := w.session(a.ID, "token")
		b.request(func(ctx context.Context) { wantErr(t, name, end(t.Context(), w, a), nil) }, map[string]any{"changed": true})
		if w.alive("token") || len(w.sessionsOf(a)) != 0 {
			t.Errorf("%s: the request under way brought the session back", name)
		}
		b = w.enabledAgain(a)
		ctx := WithVisit(t.Context(), home, "")
		if _, found, err := w.SessionStore().FindCtx(ctx, b.token); !found || err != nil {
			t.Fatalf("%v, %v", found, err)
		}
		wantErr(t, name, end(t.Context(), w, a), nil)
		if w.alive(b.token) { // signing out ends another one here
			continue
		}
		wantErr(t, "renewing its token", w.SessionStore().DeleteCtx(ctx, b.token), nil)
		wantErr(t, "renewing its token", w.SessionStore().CommitCtx(ctx, "renewed", encoded(t, nil), w.now.Add(time.Hour)), nil)
		if w.alive("renewed") {
			t.Errorf("%s: the request under way went on under a new token", name)
		}
	}
}

func (w *world) enabledAgain(a Account) browser {
	w.t.Helper()
	if now := w.find(a.Address); now.Disabled {
		if err := w.Enable(w.t.Context(), "x", a.ID); err != nil {
			w.t.Fatal(err)
		}
	}
	return w.session(a.ID, "second token")
}

func TestTheSessionsOfADisabledAccountAreGone(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	w.eva()
	a := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	for i := range 3 {
		w.session(a.ID, fmt.Sprint("token ", i))
	}
	eva := w.session(w.find("Eva Peeters").ID, "hers")
	if _, err := w.Account(ctx, a.ID); err != nil {
		t.Error(err)
	}
	wantErr(t, "disabling", w.Disable(ctx, "Eva Peeters", a.ID), nil)
	w.wantLast(ticket.EventAccountDisabled, "Jan Maes", "3 session(s)")
	for i := range 3 {
		if w.alive(fmt.Sprint("token ", i)) {
			t.Errorf("session %d lives", i)
		}
	}
	_, err := w.Account(ctx, a.ID)
	wantErr(t, "loading the account", err, ErrRefused)
	_, err = w.Account(ctx, 99)
	wantErr(t, "loading no account", err, ErrRefused)
	if !w.alive(eva.token) {
		t.Error("the session of somebody else ended")
	}
	b := browser{w, "new token"}
	b.request(func(ctx context.Context) { SetAccount(ctx, a.ID) }, nil)
	if w.alive("new token") {
		t.Error("a disabled account gets a new session")
	}
}

func TestOwnersEndTheirSessions(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	jan := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	for _, token := range []string{"one", "two", "three"} {
		w.session(a.ID, token)
	}
	list := w.sessionsOf(a)
	wantErr(t, "somebody else's", w.EndSession(ctx, jan.ID, list[0].ID), ticket.ErrNotFound)
	wantErr(t, "no number", w.EndSession(ctx, a.ID, "x"), ticket.ErrNotFound)
	wantErr(t, "the newest", w.EndSession(ctx, a.ID, list[0].ID), nil)
	w.wantLast(ticket.EventSessionEnded, "Eva Peeters")
	if w.alive("three") || !w.alive("two") {
		t.Error("another one ended")
	}
	wantErr(t, "the others", w.EndOtherSessions(ctx, a.ID, "one"), nil)
	w.wantLast(ticket.EventSessionEnded, "1 session(s)")
	if !w.alive("one") || w.alive("two") {
		t.Error("another one stayed")
	}
	wantErr(t, "all", w.EndOtherSessions(ctx, a.ID, ""), nil)
	if w.alive("one") {
		t.Error("one stayed")
	}
}

func TestAChangedPasswordEndsTheOtherSessions(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	w.session(a.ID, "thief")
	b := w.session(a.ID, "own")
	b.request(func(ctx context.Context) {
		wantErr(t, "changing", w.ChangePassword(ctx, a.ID, goodPassword, otherPassword), nil)
	}, nil)
	if w.alive("thief") || !w.alive("own") {
		t.Error("the other one stayed, or one's own ended")
	}
}

func TestExpiredSessionsAreTakenAway(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	w.session(a.ID, "old")
	w.now = w.now.Add(31 * time.Minute)
	w.session(a.ID, "new")
	w.now = w.now.Add(-31 * time.Minute)
	if w.alive("old") {
		t.Error("an expired session lies in the database for ever")
	}
}

func TestWhatABrowserCallsItselfIsCut(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	ctx := WithVisit(t.Context(), "not an address\n", "\x1b[31mFire\xfffox 11.02.14-801.91 "+strings.Repeat("é", 500))
	SetAccount(ctx, a.ID)
	wantErr(t, "committing", w.SessionStore().CommitCtx(ctx, "token", encoded(t, nil), w.now.Add(time.Hour)), nil)
	s := w.sessionsOf(a)[0]
	if len([]rune(s.Agent)) > maxAgent+10 || !strings.HasPrefix(s.Agent, "[31mFirefox ") || strings.Contains(s.Agent, "801.91") || s.Source != "an unknown address" {
		t.Errorf("%+v", s)
	}
}

// The manager of scs works on this store as web sets it up: idle 30 minutes, 12 hours at most.
func TestSCSWorksOnTheStore(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	w.now = time.Now().UTC()
	m := scs.New()
	m.Store, m.Lifetime, m.IdleTimeout = w.SessionStore(), 12*time.Hour, 30*time.Minute
	ctx, err := m.Load(WithVisit(t.Context(), home, "Firefox"), "")
	if err != nil {
		t.Fatal(err)
	}
	m.Put(ctx, "account", a.ID)
	wantErr(t, "renewing the token", m.RenewToken(ctx), nil)
	SetAccount(ctx, a.ID)
	token, expiry, err := m.Commit(ctx)
	if err != nil || expiry.Sub(w.now).Round(time.Minute) != 30*time.Minute {
		t.Fatalf("%v, %v", expiry, err)
	}
	if ctx, err = m.Load(WithVisit(t.Context(), home, "Firefox"), token); err != nil || m.GetInt64(ctx, "account") != a.ID || AccountID(ctx) != a.ID {
		t.Fatalf("account %d, %v", AccountID(ctx), err)
	}
	writes := w.writes
	if _, _, err := m.Commit(ctx); err != nil || w.writes != writes {
		t.Errorf("a request that changes nothing: %d writes, %v", w.writes-writes, err)
	}
	wantErr(t, "ending the others", w.EndOtherSessions(t.Context(), a.ID, token), nil)
	if !w.alive(token) {
		t.Error("the token that scs hands out is not the one of the store")
	}
	wantErr(t, "destroying", m.Destroy(ctx), nil)
	if w.alive(token) {
		t.Error("a destroyed session lives")
	}
	wantErr(t, "without a request", w.SessionStore().Commit("t", encoded(t, nil), w.now.Add(time.Hour)), nil)
	wantErr(t, "without a request", w.SessionStore().Delete("t"), nil)
}
