package web

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// key is the secret that a page of a second factor shows.
func (a *answer) key() string {
	a.t.Helper()
	for n := range a.elements("code") {
		return text(n)
	}
	a.t.Fatalf("%s (%d) shows no key: %s", a.what, a.status, shorten(a.words()))
	return ""
}

// typePassword stops half way: a code comes next.
func (v *visitor) typePassword(name string) *answer {
	v.h.t.Helper()
	return v.post("/sign-in", url.Values{"name": {name}, "password": {goodPassword}})
}

// A thief who has a password, and stopped before the second factor, is out once the account is reset: the key that its owner is shown next
// is not his.
func TestHalfASignInEndsWithThePassword(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva := h.hire("Eva", ticket.Agent, ticket.Admin)
		if err := h.staff.DemandTOTP(t.Context(), "test", true); err != nil {
			t.Fatal(err)
		}
		thief := h.visitor()
		thief.typePassword("Eva").leadsTo("/sign-in/totp")
		link, err := h.staff.Reset(t.Context(), "test", eva.ID)
		if err != nil {
			t.Fatal(err)
		}
		thief.get("/sign-in/totp").leadsTo("/sign-in")
		owner := h.visitor()
		owner.post(link[len(publicURL):], url.Values{"password": {"another four words entirely"}}).leadsTo("/sign-in")
		owner.post("/sign-in", url.Values{"name": {"Eva"}, "password": {"another four words entirely"}}).leadsTo("/sign-in/totp")
		key := owner.get("/sign-in/totp").key()

		thief.get("/sign-in/totp").leadsTo("/sign-in")
		thief.get("/sign-in/totp/qr.png").leadsTo("/sign-in")
		thief.post("/sign-in/totp/confirm", h.codeOf(key)).leadsTo("/sign-in")
		thief.get("/account").leadsTo("/sign-in?next=%2Faccount")
		owner.post("/sign-in/totp/confirm", h.codeOf(key)).leadsTo("/")
	})
}

func TestHalfASignInLastsTenMinutes(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		if err := h.staff.DemandTOTP(t.Context(), "test", true); err != nil {
			t.Fatal(err)
		}
		v := h.visitor()
		v.typePassword("Eva").leadsTo("/sign-in/totp")
		time.Sleep(halfLife - time.Minute)
		code := h.codeOf(v.get("/sign-in/totp").statusIs(http.StatusOK).key())
		time.Sleep(time.Minute)
		v.post("/sign-in/totp/confirm", code).leadsTo("/sign-in")
	})
}

// Who finds a browser left alone cannot put an authenticator of his own in the place of its owner's.
func TestASecondFactorIsNotReplacedWithoutThePassword(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v := h.signedIn("Eva")
		v.post("/account/totp", nil).leadsTo("/account/totp")
		key := v.get("/account/totp").key()
		v.post("/account/totp/confirm", h.codeOf(key)).leadsTo("/account")

		v.post("/account/totp", nil).statusIs(http.StatusUnprocessableEntity)
		v.get("/account/totp").statusIs(http.StatusNotFound)
		time.Sleep(time.Minute)
		v.post("/account/totp/confirm", h.codeOf(key)).statusIs(http.StatusUnprocessableEntity)

		other := h.visitor()
		other.typePassword("Eva").leadsTo("/sign-in/code")
		other.post("/sign-in/code", h.codeOf(key)).leadsTo("/")
	})
}

// A second factor is no reason to forget where somebody was going.
func TestASignInWithACodeComesBack(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		if err := h.staff.DemandTOTP(t.Context(), "test", true); err != nil {
			t.Fatal(err)
		}
		form := url.Values{"name": {"Eva"}, "password": {goodPassword}, "next": {"/overview"}}
		v := h.visitor()
		v.post("/sign-in", form).leadsTo("/sign-in/totp")
		key := v.get("/sign-in/totp").key()
		v.post("/sign-in/totp/confirm", h.codeOf(key)).leadsTo("/overview")
		time.Sleep(time.Minute)
		v = h.visitor()
		v.post("/sign-in", form).leadsTo("/sign-in/code")
		v.post("/sign-in/code", h.codeOf(key)).leadsTo("/overview")
		v.post("/sign-out", nil)
		v.post("/sign-in", url.Values{"name": {"Eva"}, "password": {goodPassword}}).leadsTo("/sign-in/code")
		time.Sleep(time.Minute)
		v.post("/sign-in/code", h.codeOf(key)).leadsTo("/")
	})
}
