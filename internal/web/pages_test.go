package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Every page in every language: with TestMain, no page and no branch of one is left out.
func TestEveryPageInEveryLanguage(t *testing.T) {
	for _, l := range locale.Languages() {
		inHouse(t, func(t *testing.T, h *house) {
			h.hire("Chief", ticket.Agent, ticket.Admin)
			h.hire("Eva", ticket.Agent)
			ref := h.receive(forgotten())
			nobody := h.visitor()
			nobody.header.Set("Accept-Language", string(l))
			nobody.get("/sign-in").statusIs(http.StatusOK)
			nobody.get("/sign-in/forgotten").statusIs(http.StatusOK)
			nobody.post("/sign-in/forgotten", url.Values{"name": {"Eva"}}).statusIs(http.StatusOK)
			nobody.get(h.mailedLink()).statusIs(http.StatusOK)
			nobody.get("/nowhere").statusIs(http.StatusNotFound)
			v := h.signedIn("Chief")
			v.post("/language", url.Values{"language": {string(l)}, "back": {"/"}})
			v.tour(ref)
			for _, path := range []string{"/account", "/staff", "/import", "/templates", "/templates/" + known.String()} {
				v.get(path).statusIs(http.StatusOK)
			}
			a := v.post("/account/totp", nil)
			v.post("/account/totp/confirm", h.codeOf(v.keyOf(v.follow(a), "/account/totp/qr.png"))).leadsTo("/account")
			nobody.post("/sign-in", credentials("Chief", goodPassword)).leadsTo("/sign-in/code")
			nobody.get("/sign-in/code").statusIs(http.StatusOK)
			for n := range v.get("/").elements("html") {
				if got := attr(n, "lang"); got != string(l) {
					t.Errorf("the queue is in %s, not in %s", got, l)
				}
			}
		})
	}
}

// What is unusual about a ticket is said on its page.
func TestWhatATicketShows(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		first := h.receive(forgotten())
		alone := h.receive(stranger())
		eva.get("/tickets/" + string(first)).says("Next").says("fine")
		eva.get("/tickets/" + string(alone)).says("Previous").says("There is no member to compare with.").says("–")
		missing := h.receive(incomplete())
		eva.get("/tickets/" + string(missing)).says("Missing:").says("not stated")
		bare := h.receive(letter{from: "x@home.example", body: "Hallo"})
		eva.get("/tickets/" + string(bare)).says("no subject")
		h.receive(letter{from: "x@home.example", subject: "nog iets anders", body: "Hallo, nog een vraag over de vergadering van volgende week."})
		eva.get("/tickets/" + string(bare)).says("The same address has other unsolved tickets:")
		two := h.receive(letter{from: "y@home.example", subject: "Vraag", header: []string{"Content-Type: multipart/alternative; boundary=c", "Reply-To: z@elsewhere.example"},
			body: "--c\nContent-Type: text/plain\n\nDe ene tekst zegt dit en niets anders.\n--c\nContent-Type: text/html\n\n<p>Heel andere woorden staan hier te lezen voor wie HTML ziet.</p>\n--c--\n"})
		eva.get("/tickets/" + string(two)).says("The other version of this mail says something else").says("Reply-To, not used: z@elsewhere.example")
		fwd := h.receive(letter{from: "y@home.example", subject: "Fwd: vraag", body: "Kunt u dit bekijken?\n\n---------- Forwarded message ---------\nFrom: Cas <cas@home.example>\nDate: ma 1 jan. 2000\n" +
			"Subject: vraag\nTo: y@home.example\n\nBeste, hoe laat?\n"})
		eva.get("/tickets/" + string(fwd)).says("Forwarded message")
		answer := h.receive(letter{from: "q@home.example", subject: "Re: vraag", body: "Dank u.\n\nOp ma 1 jan. 2000 om 10:00 schreef Desk <desk@example.org>:\n> Beste, hoe laat?\n> Groeten\n"})
		eva.get("/tickets/" + string(answer)).says("Quoted text")
		sure := forgotten()
		sure.header = []string{"Authentication-Results: mx.example.org; dmarc=pass header.from=home.example"}
		eva.get("/tickets/" + string(h.receive(sure))).says("What else agrees: 1")
		broken := h.receiveRaw([]byte{0, 1, 2})
		eva.get("/tickets/" + string(broken)).statusIs(http.StatusOK)
		eva.get("/tickets/" + strings.ToLower(string(first))).statusIs(http.StatusOK)
	})
}

// The queue: its tabs, filters and pages are addresses, and a page more is behind the last row.
func TestTheQueue(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		for i := range pageRows + 5 {
			l := forgotten()
			l.from = fmt.Sprintf("An Peeters <an%d@home.example>", i)
			h.receive(l)
			time.Sleep(time.Minute)
		}
		h.receive(stranger())
		h.receive(otherMatter())
		h.index()
		eva, _ := h.pair()
		rows := func(a *answer) (n int) {
			for row := range a.elements("tr") {
				if has(row, "data-row") {
					n++
				}
			}
			return n
		}
		page := eva.get("/").statusIs(http.StatusOK).says("To decide " + itoa(pageRows+6)).says("To read 1")
		if rows(page) != pageRows {
			t.Errorf("%d rows", rows(page))
		}
		next := ""
		for n := range page.elements("a") {
			if strings.Contains(text(n), "Next page") {
				next = attr(n, "href")
			}
		}
		second := eva.get(next).statusIs(http.StatusOK).says("First page")
		if rows(second) != 6 || attr(second.element("table", "class", "queue"), "data-more") == "" {
			t.Errorf("%d rows on the second page", rows(second))
		}
		if n := rows(eva.get("/?kind=address_forgotten&language=nl&verdict=alarm&tab=decide").says("Show all")); n != 1 {
			t.Errorf("%d rows with an alarm", n)
		}
		if n := rows(eva.get("/?tab=read")); n != 1 {
			t.Errorf("%d rows to read", n)
		}
		a := eva.submit(page, "/search", url.Values{"q": {"bogaerts"}})
		if found := eva.follow(a).says("Tickets with “bogaerts”"); rows(found) != 1 {
			t.Errorf("%d rows of bogaerts", rows(found))
		}
		eva.follow(eva.post("/search", url.Values{"q": {"niemand"}})).says("Nothing was found.")
		for _, q := range []string{"x", "?", "%", "100%"} {
			if a := eva.follow(eva.post("/search", url.Values{"q": {q}})); a.status != http.StatusOK && a.status != http.StatusUnprocessableEntity {
				t.Errorf("a search for %q: %d %s", q, a.status, a.words())
			}
		}
		eva.follow(eva.post("/search", url.Values{"q": {"?"}})).says("type a word of two letters or more")
		eva.post("/search", url.Values{"q": {" sd-2000-000003 "}}).leadsTo("/tickets/SD-2000-000003")
		eva.post("/search", url.Values{"q": {"sd-2000-000999"}}).leadsTo("/tickets/SD-2000-000999")
		for _, bad := range []string{"tab=x", "kind=x", "language=x", "verdict=x", "after=-1", "after=x"} {
			eva.get("/?" + bad).statusIs(http.StatusBadRequest)
		}
		eva.get("/?tab=solved").says("Nothing waits here.")
	})
}

// While a part of the worker does not work, every page says so, and the overview what the figures are.
func TestTheWorkerIsUnwell(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		h.receive(forgotten())
		h.parts = []Part{
			{Name: "mailbox", Since: time.Now(), Text: "cannot sign in <b>at</b> the mail server: change the password"}, {Name: "outbox", Well: true, Last: time.Now().Add(-12 * time.Second)},
		}
		for _, path := range []string{"/", "/members", "/overview", "/account"} {
			eva.get(path).says("Mailbox : since 01/01/2000 01:00: cannot sign in <b>at</b> the mail server")
		}
		if a := h.visitor().get("/sign-in"); strings.Contains(a.words(), "mail server") {
			t.Error("nobody is told of the mail server")
		}
		eva.get("/overview").says("not well").says("last at work").says("adds up")
		h.parts[0].Text = ""
		eva.get("/").says("not connected yet")
		h.execute("UPDATE cursors SET fetched = fetched + 1")
		eva.get("/overview").says("does not add up")
	})
}

// Accounts: added with a link that is shown once, changed, disabled and enabled, and never without an admin.
func TestTheStaffPage(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		chief := h.hire("Chief", ticket.Admin)
		v := h.signedIn("Chief")
		page := v.get("/staff").statusIs(http.StatusOK)
		fields := url.Values{"name": {"Nieuw Iemand"}, "address": {"nieuw@example.org"}, "role": {"agent", "auditor"}}
		a := v.submit(page, "/staff", fields).statusIs(http.StatusOK).says("Nieuw Iemand; it works once").says("no password yet")
		link := text(a.element("p", "class", "flash info"))
		link = strings.Fields(link[strings.Index(link, publicURL)+len(publicURL):])[0]
		if again := v.get("/staff"); strings.Contains(again.words(), link) {
			t.Error("the link is shown twice")
		}
		other := h.visitor()
		other.submit(other.get(link), link, url.Values{"password": {"lampe canard violon neige"}}).leadsTo("/sign-in")
		other.post("/sign-in", credentials("nieuw@example.org", "lampe canard violon neige")).leadsTo("/")
		v.submit(page, "/staff", fields).statusIs(http.StatusUnprocessableEntity).says("another account has this name or address")
		v.submit(page, "/staff", url.Values{"name": {"X"}, "address": {"x@example.org"}, "role": nil}).statusIs(http.StatusUnprocessableEntity)

		id := itoa(chief.ID + 1)
		page = v.get("/staff")
		v.follow(v.submit(page, "/staff/"+id+"/roles", url.Values{"role": {"auditor"}})).says("The roles are changed.")
		v.follow(v.submit(page, "/staff/"+id+"/disable", nil)).says("signed out everywhere").says("disabled")
		other.get("/").leadsTo("/sign-in")
		v.follow(v.submit(v.get("/staff"), "/staff/"+id+"/enable", nil)).says("The account is enabled.")
		v.submit(page, "/staff/"+id+"/reset", nil).statusIs(http.StatusOK).says("it works once")
		v.submit(page, "/staff/"+itoa(chief.ID)+"/disable", nil).statusIs(http.StatusUnprocessableEntity).says("this is the last admin")
		v.submit(page, "/staff/"+itoa(chief.ID)+"/roles", url.Values{"role": {"agent"}}).statusIs(http.StatusUnprocessableEntity).says("this is the last admin")
		for _, path := range []string{"/staff/999/disable", "/staff/x/enable", "/staff/999/reset", "/staff/999/roles"} {
			v.post(path, url.Values{"role": {"agent"}}).statusIs(http.StatusNotFound)
		}
	})
}

// torn is a browser that leaves while it is answered.
type torn struct{ *httptest.ResponseRecorder }

func (torn) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

// Whoever leaves in the middle of an answer is no fault of the console, and gets no second answer behind the first.
func TestAnAnswerThatNobodyWaitsForIsNoFault(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		path := "/tickets/" + string(ref) + "/mails/" + itoa(h.show(ref).Mails[0].ID)
		for _, r := range []*http.Request{eva.request(http.MethodGet, "/", nil, ""), eva.request(http.MethodPost, path, http.NoBody, "application/x-www-form-urlencoded")} {
			for _, c := range eva.client.Jar.Cookies(r.URL) {
				r.AddCookie(c)
			}
			r.RemoteAddr, r.RequestURI = eva.source, r.URL.RequestURI()
			if r.Body == nil {
				r.Body = http.NoBody
			}
			w := torn{httptest.NewRecorder()}
			h.console.ServeHTTP(w, r)
			if w.Code != http.StatusOK || strings.Contains(h.log.String(), "a page failed") {
				t.Errorf("%s ends with %d; log: %s", r.URL.Path, w.Code, h.log.String())
			}
		}
	})
}
