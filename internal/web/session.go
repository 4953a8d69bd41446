package web

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"iec-iab.be/servicedesk/internal/staff"
)

const (
	sessionCookie  = "__Host-servicedesk" // the prefix: only over TLS or on this machine, for this host alone (RFC 6265bis)
	deviceCookie   = "__Host-device"
	languageCookie = "__Host-language"
)

// How long somebody stays signed in.
const (
	idle  = 30 * time.Minute
	limit = 12 * time.Hour
)

// What a session holds. Whose it is stands beside it (staff.AccountID).
const (
	keyHalf  = "half"  // who has given the password, and must give a code yet
	keyEnrol = "enrol" // who has given the password, and must set up a second factor first
	keyProof = "proof" // which password that was
	keyUntil = "until" // how long half a sign-in counts
	keyAfter = "after" // where it leads
	keyFlash = "flash"
)

// halfLife is how long the second step of a sign-in may take.
const halfLife = 10 * time.Minute

// sessions are the sign-ins, kept in the database: a restart ends none, and their owner can.
type sessions struct {
	*scs.SessionManager
	clients func(*http.Request) (source, agent string)
}

// newSessions does without scs.New, which begins with a store in memory whose goroutine never ends.
func newSessions(s *staff.Staff, clients func(*http.Request) (source, agent string)) *sessions {
	return &sessions{&scs.SessionManager{
		Store: s.SessionStore(), Codec: scs.GobCodec{}, IdleTimeout: idle, Lifetime: limit,
		Cookie: scs.SessionCookie{Name: sessionCookie, Path: "/", HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode},
		ErrorFunc: func(w http.ResponseWriter, r *http.Request, err error) {
			if r.Context().Err() == nil {
				s.Log.Error("a session could not be read or kept", "error", err)
			}
			http.Error(w, "The session could not be read or kept. Look what was done before you try again.", http.StatusInternalServerError)
		},
	}, clients}
}

// liveHeader marks what the script of a page asks for by itself.
const liveHeader = "X-Live"

// around loads the session of a request and keeps what changed. Live updates, and what the script asks for because of them, only read it: a
// page left open must not keep its owner signed in.
func (s *sessions) around(rt route, next http.Handler) http.Handler {
	keep, read := s.LoadAndSave(next), s.readOnly(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		source, agent := s.clients(r)
		h := keep
		if rt.Pattern == "GET /live" || r.Method == http.MethodGet && r.Header.Get(liveHeader) != "" {
			h = read
		}
		h.ServeHTTP(w, r.WithContext(staff.WithVisit(r.Context(), source, agent)))
	})
}

func (s *sessions) readOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := ""
		if c, err := r.Cookie(sessionCookie); err == nil {
			token = c.Value
		}
		ctx, err := s.Load(r.Context(), token)
		if err != nil {
			http.Error(w, "the session could not be read", http.StatusInternalServerError)
			return
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// admit signs an account in, under a new token: one that somebody else may have planted before is worth nothing. It returns where half a
// sign-in was to lead.
func (s *sessions) admit(ctx context.Context, account int64) (after string, err error) {
	if err := s.RenewToken(ctx); err != nil {
		return "", err
	}
	after = s.GetString(ctx, keyAfter)
	s.forgetHalf(ctx)
	staff.SetAccount(ctx, account)
	return after, nil
}

// admitHalf keeps who has given the password, under a new token as well.
func (s *sessions) admitHalf(ctx context.Context, key string, a staff.Admission, after string, now time.Time) error {
	if err := s.RenewToken(ctx); err != nil {
		return err
	}
	s.forgetHalf(ctx)
	s.Put(ctx, key, a.Account.ID)
	s.Put(ctx, keyProof, a.Proof)
	s.Put(ctx, keyAfter, after)
	s.Put(ctx, keyUntil, now.Add(halfLife).Unix())
	return nil
}

// half is who has given the password, and which one; 0: nobody, or too long ago.
func (s *sessions) half(ctx context.Context, key string, now time.Time) (account int64, proof string) {
	if now.Unix() >= s.GetInt64(ctx, keyUntil) {
		return 0, ""
	}
	return s.GetInt64(ctx, key), s.GetString(ctx, keyProof)
}

func (s *sessions) forgetHalf(ctx context.Context) {
	for _, key := range []string{keyHalf, keyEnrol, keyProof, keyUntil, keyAfter} {
		s.Remove(ctx, key)
	}
}

func (s *sessions) destroy(ctx context.Context) error { return s.Destroy(ctx) }

// say keeps a sentence for the next page.
func (s *sessions) say(ctx context.Context, f flash) {
	text, err := json.Marshal(append(s.peek(ctx), f))
	if err == nil {
		s.Put(ctx, keyFlash, string(text))
	}
}

func (s *sessions) peek(ctx context.Context) (list []flash) {
	if json.Unmarshal([]byte(s.GetString(ctx, keyFlash)), &list) != nil {
		return nil
	}
	return list
}

// said takes what was kept.
func (s *sessions) said(ctx context.Context) []flash {
	list := s.peek(ctx)
	if list != nil {
		s.Remove(ctx, keyFlash)
	}
	return list
}
