package web

import (
	"bytes"
	"image/png"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// codeOf is what an authenticator shows now.
func (h *house) codeOf(key string) url.Values {
	h.t.Helper()
	code, err := totp.GenerateCode(key, time.Now())
	if err != nil {
		h.t.Fatal(err)
	}
	return url.Values{"code": {code}}
}

// keyOf is the key on the page that sets an authenticator up, where the picture can be read too.
func (v *visitor) keyOf(page *answer, picture string) string {
	v.h.t.Helper()
	qr := v.get(picture).statusIs(http.StatusOK)
	if _, err := png.Decode(bytes.NewReader(qr.body)); err != nil || qr.header.Get("Content-Type") != "image/png" {
		v.h.t.Errorf("the QR code is %s: %v", qr.header.Get("Content-Type"), err)
	}
	key := ""
	for n := range page.elements("code") {
		key = text(n)
	}
	return key
}

// enrol sets an authenticator up for somebody who is signed in, and returns its key.
func (v *visitor) enrol() string {
	v.h.t.Helper()
	page := v.follow(v.submit(v.get("/account"), "/account/totp", nil).leadsTo("/account/totp")).statusIs(http.StatusOK)
	key := v.keyOf(page, "/account/totp/qr.png")
	v.submit(page, "/account/totp/confirm", url.Values{"code": {"000000"}}).statusIs(http.StatusUnprocessableEntity).says("That code does not fit.")
	a := v.submit(page, "/account/totp/confirm", v.h.codeOf(key)).leadsTo("/account")
	v.follow(a).says("From now on signing in asks for a code.").says("On: signing in asks for a code.")
	time.Sleep(time.Minute) // a code counts once
	return key
}

func TestSigningInWithACode(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		first := h.signedIn("Eva")
		key := first.enrol()
		v := h.visitor()
		v.get("/sign-in/code").leadsTo("/sign-in")
		v.post("/sign-in/code", h.codeOf(key)).leadsTo("/sign-in")
		page := v.follow(v.post("/sign-in", credentials("Eva", goodPassword)).leadsTo("/sign-in/code")).statusIs(http.StatusOK)
		half := v.token()
		v.submit(page, "/sign-in/code", url.Values{"code": {"000000"}}).statusIs(http.StatusUnauthorized).says("That code does not fit")
		v.submit(page, "/sign-in/code", h.codeOf(key)).leadsTo("/")
		if v.token() == half {
			t.Error("the session keeps its token when it becomes whole")
		}
		v.get("/").statusIs(http.StatusOK)
		again := h.visitor()
		page = again.follow(again.post("/sign-in", credentials("Eva", goodPassword)))
		again.submit(page, "/sign-in/code", h.codeOf(key)).statusIs(http.StatusUnauthorized)

		// Who finds the browser open cannot put another authenticator in place of this one.
		if v.get("/account").hasForm("/account/totp") {
			t.Error("a second authenticator is offered")
		}
		v.post("/account/totp", nil).statusIs(http.StatusUnprocessableEntity)
		v.get("/account/totp").statusIs(http.StatusNotFound)
		v.submit(v.get("/account"), "/account/totp/remove", url.Values{"password": {"wrong"}}).statusIs(http.StatusUnprocessableEntity)
		v.follow(v.submit(v.get("/account"), "/account/totp/remove", url.Values{"password": {goodPassword}})).says("Signing in no longer asks for a code.")
		h.signedIn("Eva")
	})
}

// Who has given the password and no code yet is nobody: no page opens but that of the code, and no other authenticator can be set up.
func TestHalfASessionOpensNothing(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		h.hire("Eva", ticket.Agent, ticket.Admin)
		key := h.signedIn("Eva").enrol()
		v := h.visitor()
		v.post("/sign-in", credentials("Eva", goodPassword)).leadsTo("/sign-in/code")
		for pattern := range mayCall() {
			if !may(pattern, "anybody") {
				s.refuses(v, "nobody", pattern)
			}
		}
		for _, path := range []string{"/sign-in/totp", "/sign-in/totp/qr.png"} {
			v.get(path).leadsTo("/sign-in")
		}
		v.post("/sign-in/totp/confirm", h.codeOf(key)).leadsTo("/sign-in")
		v.get("/").leadsTo("/sign-in")
		v.post("/sign-in/code", h.codeOf(key)).leadsTo("/")
	})
}

// Once a code is demanded of everyone, a sign-in without an authenticator leads to the page that sets one up, and nowhere else.
func TestACodeThatIsDemandedOfEveryone(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		h.hire("Chief", ticket.Admin)
		h.hire("Eva", ticket.Agent)
		chief := h.signedIn("Chief")
		chief.follow(chief.submit(chief.get("/staff"), "/staff/totp", url.Values{"demand": {"yes"}})).says("Demanded of everyone.")
		v := h.visitor()
		page := v.follow(v.post("/sign-in", credentials("Eva", goodPassword)).leadsTo("/sign-in/totp")).statusIs(http.StatusOK).says("An admin demands it of everyone")
		for pattern := range mayCall() {
			if !may(pattern, "anybody") {
				s.refuses(v, "nobody", pattern)
			}
		}
		v.get("/sign-in/code").leadsTo("/sign-in")
		key := v.keyOf(page, "/sign-in/totp/qr.png")
		v.submit(page, "/sign-in/totp/confirm", url.Values{"code": {"000000"}}).statusIs(http.StatusUnprocessableEntity)
		half := v.token()
		v.submit(page, "/sign-in/totp/confirm", h.codeOf(key)).leadsTo("/")
		if v.token() == half {
			t.Error("the session keeps its token when it becomes whole")
		}
		if account := v.get("/account").statusIs(http.StatusOK); account.hasForm("/account/totp/remove") || !strings.Contains(account.words(), "An admin demands it of everyone.") {
			t.Errorf("it can be turned off: %s", account.words())
		}
		v.post("/account/totp/remove", url.Values{"password": {goodPassword}}).statusIs(http.StatusUnprocessableEntity)
		chief.get("/staff").says("Eva eva@example.org")
		chief.follow(chief.submit(chief.get("/staff"), "/staff/totp", nil)).says("Everyone chooses for themselves.")
	})
}

// A setup that nobody began has no page, and a key that was never shown no picture.
func TestNoKeyWithoutASetup(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v := h.signedIn("Eva")
		v.get("/account/totp").statusIs(http.StatusNotFound)
		v.get("/account/totp/qr.png").statusIs(http.StatusNotFound)
		if a := v.post("/account/totp/confirm", url.Values{"code": {"123456"}}); a.status != http.StatusNotFound && a.status != http.StatusUnprocessableEntity {
			t.Errorf("a code of nothing: %d %s", a.status, a.words())
		}
	})
}
