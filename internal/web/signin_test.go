package web

import (
	"bytes"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

func credentials(name, password string) url.Values {
	return url.Values{"name": {name}, "password": {password}}
}

// token is the session that a browser holds; empty: none.
func (v *visitor) token() string { return v.cookie(sessionCookie) }

// What was typed while the session ended is there to be copied, and does nothing.
func TestWhatWasTypedOutlivesTheSession(t *testing.T) {
	h := newHouse(t)
	before := h.database()
	a := h.visitor().post("/tickets/SD-2000-000001/ask", url.Values{"text": {"Welk <adres> bedoelt u?"}}).statusIs(http.StatusUnauthorized)
	a.says("You are no longer signed in").says("Welk <adres> bedoelt u?")
	if changed := h.changedSince(before); changed != "" {
		t.Error(changed)
	}
}

func (v *visitor) cookie(name string) string {
	v.h.t.Helper()
	u, err := url.Parse(publicURL)
	if err != nil {
		v.h.t.Fatal(err)
	}
	for _, c := range v.client.Jar.Cookies(u) {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// Whether a name is known cannot be told from the answer: not one byte differs, nor a header.
func TestAnUnknownNameAndAWrongPasswordAreAnsweredAlike(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		gone := h.hire("Gone", ticket.Agent)
		if err := h.staff.Disable(t.Context(), "test", gone.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := h.staff.Add(t.Context(), "test", staff.Account{Name: "Young", Address: "young@example.org", Roles: ticket.Roles{ticket.Agent}}, false); err != nil {
			t.Fatal(err)
		}
		var first *answer
		for _, name := range []string{"Eva", "Eve", "Gone", "Young", "eva@example.org", "nobody@example.org"} {
			a := h.visitor().post("/sign-in", credentials(name, "a wrong password")).statusIs(http.StatusUnauthorized)
			a.body = bytes.ReplaceAll(a.body, []byte(`value="`+name+`"`), []byte(`value=""`)) // what was typed is shown again
			a.header.Del("Date")
			if first == nil {
				first = a
			} else if !bytes.Equal(a.body, first.body) || len(a.header) != len(first.header) {
				t.Errorf("%s is answered otherwise than Eva: %s", name, a.words())
			}
		}
		for _, name := range []string{"Eva", "Eve", "Gone"} {
			a := h.visitor().post("/sign-in/forgotten", url.Values{"name": {name}}).statusIs(http.StatusOK).says("If there is an account of that name")
			if strings.Contains(a.words(), name) {
				t.Errorf("%s is named in the answer", name)
			}
		}
	})
}

// A token that somebody knows from before the sign-in is worth nothing after it, and one of before the sign-out nothing after that.
func TestTheSessionChangesWithWhoHoldsIt(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v, thief := h.visitor(), h.visitor()
		v.post("/sign-in", credentials("Eva", "a wrong password"))
		planted := &http.Cookie{Name: sessionCookie, Value: "planted-by-somebody-else", Path: "/", Secure: true}
		u, _ := url.Parse(publicURL)
		v.client.Jar.SetCookies(u, []*http.Cookie{planted})
		v.signIn("Eva")
		if v.token() == planted.Value || len(v.token()) < 40 {
			t.Errorf("the session after signing in is %q", v.token())
		}
		thief.client.Jar.SetCookies(u, []*http.Cookie{planted})
		thief.get("/").leadsTo("/sign-in")

		before := v.token()
		v.post("/sign-out", nil).leadsTo("/sign-in")
		if v.token() != "" {
			t.Error("the cookie outlives the sign-out")
		}
		thief.client.Jar.SetCookies(u, []*http.Cookie{{Name: sessionCookie, Value: before, Path: "/", Secure: true}})
		thief.get("/").leadsTo("/sign-in")
		if strings.Contains(h.database()+h.log.String(), before) {
			t.Error("a token is stored, or logged")
		}
	})
}

// Idle for half an hour, or twelve hours whatever one does, and one is nobody.
func TestASessionEnds(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v := h.signedIn("Eva")
		time.Sleep(29 * time.Minute)
		v.get("/").statusIs(http.StatusOK)
		time.Sleep(29 * time.Minute)
		v.get("/").statusIs(http.StatusOK)
		time.Sleep(31 * time.Minute)
		v.get("/").leadsTo("/sign-in")

		v = h.signedIn("Eva")
		for range 35 {
			time.Sleep(20 * time.Minute)
			v.get("/").statusIs(http.StatusOK)
		}
		time.Sleep(21 * time.Minute)
		v.get("/").leadsTo("/sign-in")
	})
}

func TestSessionsAreListedAndEnded(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		marc := h.hire("Marc", ticket.Agent)
		office, telephone, lost, other := h.signedIn("Eva"), h.visitor(), h.visitor(), h.signedIn("Marc")
		telephone.header.Set("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1")
		telephone.source = "203.0.113.9:1234"
		telephone.signIn("Eva")
		lost.header.Set("User-Agent", "lynx <b>2</b>")
		lost.signIn("Eva")
		page := office.get("/account").statusIs(http.StatusOK).says("Firefox, Linux 192.0.2.7").says("Safari, iPhone 203.0.113.9").says("lynx <b>2</b>").says("this one")
		ends := 0
		for _, f := range page.forms() {
			if strings.HasSuffix(f.action, "/end") && f.action != "/account/sessions/end" {
				ends++
			}
		}
		if ends != 2 {
			t.Errorf("%d other sessions can be ended", ends)
		}
		of, err := h.staff.ListSessions(t.Context(), marc.ID)
		if err != nil || len(of) != 1 {
			t.Fatalf("%v, %v", of, err)
		}
		office.post("/account/sessions/"+of[0].ID+"/end", nil).statusIs(http.StatusNotFound)
		other.get("/").statusIs(http.StatusOK)
		f := telephone.get("/account").forms()
		telephone.post(f[indexOf(f, "/account/sessions/")].action, nil).leadsTo("/account")
		telephone.follow(telephone.post("/account/sessions/end", nil)).says("All other browsers are signed out.")
		telephone.get("/").statusIs(http.StatusOK)
		office.get("/").leadsTo("/sign-in")
		lost.get("/").leadsTo("/sign-in")
	})
}

// indexOf is the first form whose action begins so.
func indexOf(forms []form, beginning string) int {
	for i, f := range forms {
		if strings.HasPrefix(f.action, beginning) {
			return i
		}
	}
	return -1
}

func TestChangingThePassword(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v, other := h.signedIn("Eva"), h.signedIn("Eva")
		page := v.get("/account")
		v.submit(page, "/account/password", url.Values{"old": {"wrong"}, "new": {"lampe canard violon neige"}}).statusIs(http.StatusUnprocessableEntity).says("not your present password")
		v.submit(page, "/account/password", url.Values{"old": {goodPassword}, "new": {"kort"}}).statusIs(http.StatusUnprocessableEntity).says("12 characters")
		a := v.submit(page, "/account/password", url.Values{"old": {goodPassword}, "new": {"lampe canard violon neige"}}).leadsTo("/account")
		v.follow(a).says("The password is changed.")
		other.get("/").leadsTo("/sign-in")
		h.visitor().post("/sign-in", credentials("Eva", goodPassword)).statusIs(http.StatusUnauthorized)
		h.visitor().post("/sign-in", credentials("Eva", "lampe canard violon neige")).leadsTo("/")
	})
}

// The link of the mail leads to a page that uses nothing up; the password that is chosen there opens the console.
func TestTheLinkOfAForgottenPassword(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v, other := h.visitor(), h.signedIn("Eva")
		v.submit(v.get("/sign-in/forgotten"), "/sign-in/forgotten", url.Values{"name": {"eva@example.org"}}).statusIs(http.StatusOK)
		link := h.mailedLink()
		for range 3 { // programs that look at mails open what is in them
			v.get(link).statusIs(http.StatusOK).says("For Eva.")
		}
		page := v.get(link)
		v.submit(page, link, url.Values{"password": {"Eva Eva Eva Eva"}}).statusIs(http.StatusUnprocessableEntity).says("name")
		a := v.submit(page, link, url.Values{"password": {"lampe canard violon neige"}}).leadsTo("/sign-in")
		v.follow(a).says("The password is set. Sign in with it.")
		other.get("/").leadsTo("/sign-in")
		v.get(link).statusIs(http.StatusNotFound).says("This link is no longer good")
		v.post(link, url.Values{"password": {"een ander lang wachtwoord"}}).statusIs(http.StatusNotFound)
		v.post("/sign-in", credentials("eva", "lampe canard violon neige")).leadsTo("/")
		v.get("/link/none").statusIs(http.StatusNotFound)
		if strings.Contains(h.log.String(), strings.TrimPrefix(link, staff.LinkPath)) {
			t.Error("a link is logged")
		}
	})
}

// mailedLink is the path of the link in the mail that waits in the outbox.
func (h *house) mailedLink() string {
	h.t.Helper()
	due, err := h.Claim(h.t.Context(), 1, time.Hour)
	if err != nil || len(due) != 1 {
		h.t.Fatalf("%d mails wait, %v", len(due), err)
	}
	raw := regexp.MustCompile(`=\r?\n`).ReplaceAllString(string(due[0].Raw), "")
	m := regexp.MustCompile(regexp.QuoteMeta(publicURL) + `(/link/[\w-]+)`).FindStringSubmatch(raw)
	if m == nil {
		h.t.Fatalf("no link in %s", raw)
	}
	return m[1]
}

// The way back after signing in leads to this console and nowhere else.
func TestTheWayBackStaysHere(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v := h.visitor()
		a := v.get("/tickets/SD-2000-000001?x=1").leadsTo("/sign-in?next=%2Ftickets%2FSD-2000-000001%3Fx%3D1")
		v.submit(v.follow(a), "/sign-in", credentials("Eva", goodPassword)).leadsTo("/tickets/SD-2000-000001?x=1")
		v.get("/sign-in").leadsTo("/")
		for _, next := range []string{
			"https://elsewhere.example/", "//elsewhere.example/", `/\elsewhere.example`, `\/elsewhere.example`, "javascript:alert(1)", "/\telsewhere.example", "http:elsewhere",
			"/\r\nSet-Cookie: a=b", "elsewhere.example", "/%0d%0aX: y\x00", "///elsewhere.example", " //elsewhere.example", "/ok/..//elsewhere.example\n", "/?q=" + numberAn,
		} {
			v := h.visitor()
			page := v.get("/sign-in?next=" + url.QueryEscape(next)).statusIs(http.StatusOK)
			for _, a := range []*answer{
				v.submit(page, "/sign-in", credentials("Eva", goodPassword)),
				h.visitor().post("/sign-in", url.Values{"name": {"Eva"}, "password": {goodPassword}, "next": {next}}),
				h.visitor().post("/language", url.Values{"language": {"nl"}, "back": {next}}),
			} {
				to, err := url.Parse(a.header.Get("Location"))
				if err != nil || to.Host != "" || to.Scheme != "" || !strings.HasPrefix(to.String(), "/") || strings.HasPrefix(to.String(), "//") || strings.ContainsAny(to.String(), "\\\r\n\t\x00") {
					t.Errorf("%q leads to %q, %v", next, a.header.Get("Location"), err)
				}
			}
		}
	})
}

// What a proxy says of who calls counts only from a proxy of ours, and of what came through it only what it added itself.
func TestWhoCallsThroughAProxy(t *testing.T) {
	proxies := func(o *Options) {
		o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	}
	inHouse(t, func(t *testing.T, h *house) {
		for _, test := range []struct{ source, forwarded, want string }{
			{"192.0.2.7:1", "", "192.0.2.7"},
			{"192.0.2.7:1", "198.51.100.1", "192.0.2.7"},
			{"10.1.1.1:1", "198.51.100.1", "198.51.100.1"},
			{"10.1.1.1:1", "203.0.113.66, 198.51.100.1", "198.51.100.1"},
			{"10.1.1.1:1", "198.51.100.1, 10.2.2.2", "198.51.100.1"},
			{"10.1.1.1:1", "203.0.113.66, nonsense, 10.2.2.2", "10.2.2.2"},
			{"10.1.1.1:1", "", "10.1.1.1"},
			{"[fd00::1]:1", "2001:db8::5", "2001:db8::5"},
			{"[::ffff:10.1.1.1]:1", "198.51.100.1", "198.51.100.1"},
			{"@", "198.51.100.1", "@"},
		} {
			r := &http.Request{RemoteAddr: test.source, Header: http.Header{}}
			if test.forwarded != "" {
				r.Header.Set("X-Forwarded-For", test.forwarded)
			}
			if got := h.console.source(r); got != test.want {
				t.Errorf("%s, forwarded for %q: %s, want %s", test.source, test.forwarded, got, test.want)
			}
		}
	}, proxies)
}

func TestTheLanguageOfThePages(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		a := h.hire("Eva", ticket.Agent)
		v := h.visitor()
		lang := func(want string) {
			t.Helper()
			page := v.get("/sign-in?next=%2Foverview")
			if page.status == http.StatusSeeOther {
				page = v.get("/")
			}
			for n := range page.elements("html") {
				if got := attr(n, "lang"); got != want {
					t.Errorf("the page is in %q, want %q", got, want)
				}
			}
		}
		lang("en")
		v.header.Set("Accept-Language", "de-DE;q=0.9, fr-BE;q=0.8, nl;q=0.7")
		lang("fr")
		page := v.get("/sign-in?next=%2Foverview")
		v.submit(page, "/language", url.Values{"language": {"nl"}}).leadsTo("/sign-in?next=%2Foverview")
		lang("nl")
		v.signIn("Eva")
		lang("en") // the account has its own
		v.post("/language", url.Values{"language": {"fr"}, "back": {"/members"}}).leadsTo("/members")
		lang("fr")
		v.post("/language", url.Values{"language": {"xx"}, "back": {"/"}}).leadsTo("/")
		lang("fr")
		if a, err := h.staff.Account(t.Context(), a.ID); err != nil || a.Language != ticket.French {
			t.Errorf("%+v, %v", a, err)
		}
	})
}
