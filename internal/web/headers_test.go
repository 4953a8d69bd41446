package web

import (
	"bytes"
	"database/sql"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Every browser of these tests looks at the headers of every answer (isSafe). Here are the answers that are no pages.
func TestEveryAnswerIsProtected(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		h.hire("Chief", ticket.Agent, ticket.Admin)
		v := h.signedIn("Chief")
		page := v.get("/overview").statusIs(http.StatusOK)
		for n := range page.elements("link") {
			v.get(attr(n, "href")).statusIs(http.StatusOK)
		}
		v.get(attr(page.element("script", "src", h.console.pages.assets.paths["console.js"]), "src")).statusIs(http.StatusOK)
		v.get("/static/none.css").statusIs(http.StatusNotFound)
		for _, path := range []string{"/metrics", "/healthz", "/overview/received.svg", "/overview/answer-dark.svg"} {
			v.get(path).statusIs(http.StatusOK)
		}
		for _, path := range []string{"/nowhere", "/tickets/SD-1999-000001", "/members/999", "/members/x", "/overview/none.svg", "/overview/received.png", "/.well-known/x", "/live?ref=x"} {
			v.get(path).statusIs(http.StatusNotFound)
		}
		v.send(v.request(http.MethodPut, "/", nil, "")).statusIs(http.StatusNotFound)
		v.send(v.request(http.MethodTrace, "/account", nil, "")).statusIs(http.StatusNotFound)
		v.post("/search", url.Values{"q": {strings.Repeat("x", maxForm)}}).statusIs(http.StatusRequestEntityTooLarge)
		for _, browser := range []*visitor{v, h.visitor()} {
			var b bytes.Buffer
			w := multipart.NewWriter(&b)
			if part, err := w.CreateFormFile("name", "large"); err == nil {
				io.WriteString(part, strings.Repeat("x", maxForm))
			}
			w.Close()
			browser.send(browser.request(http.MethodPost, "/sign-in", &b, w.FormDataContentType())).statusIs(http.StatusRequestEntityTooLarge)
		}
		mail := v.get("/tickets/" + string(s.ref))
		for _, f := range mail.forms() {
			if strings.Contains(f.action, "/mails/") {
				a := v.post(f.action, nil).statusIs(http.StatusOK)
				if a.header.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(a.header.Get("Content-Disposition"), "attachment;") {
					t.Errorf("%s comes as %v", f.action, a.header)
				}
			}
		}
		if stream := s.openAndClose(v, "/live"); stream.status != http.StatusOK || !strings.HasPrefix(stream.header.Get("Content-Type"), "text/event-stream") {
			t.Errorf("live updates: %d %v", stream.status, stream.header)
		} else {
			stream.isSafe()
		}
		if got := v.get("/").header.Get("Strict-Transport-Security"); got != "max-age=31536000" {
			t.Errorf("over TLS, HSTS is %q", got)
		}
	})
}

// HSTS over plain HTTP would be ignored, and on loopback it would be wrong.
func TestNoStrictTransportWithoutTLS(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		if got := h.visitor().get("/sign-in").header.Values("Strict-Transport-Security"); len(got) != 0 {
			t.Errorf("HSTS is %q", got)
		}
	}, func(o *Options) { o.URL = "http://127.0.0.1:8080" })
}

// A fault tells its reader a number under which the log has the cause, and nothing else.
func TestAFaultIsAPageToo(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v := h.signedIn("Eva")
		h.execute("ALTER TABLE tab_counts RENAME TO gone")
		a := v.get("/").statusIs(http.StatusInternalServerError).says("Nothing was done.")
		if strings.Contains(string(a.body), "tab_counts") || !strings.Contains(h.log.String(), "tab_counts") {
			t.Errorf("the cause is told to the reader, or not to the log: %s", h.log)
		}
		_, incident, _ := strings.Cut(a.words(), "In the log under ")
		incident, _, _ = strings.Cut(incident, ".")
		if len(incident) != 10 || !strings.Contains(h.log.String(), "incident="+incident) {
			t.Errorf("incident %q is not in the log: %s", incident, h.log)
		}
		h.execute("ALTER TABLE sessions RENAME TO gone_too")
		a = v.get("/").statusIs(http.StatusInternalServerError)
		if strings.Contains(string(a.body), "sessions") || !strings.Contains(h.log.String(), "a session could not be read") {
			t.Errorf("%s; log %s", a.body, h.log)
		}
	})
}

// execute changes the database behind the back of the program.
func (h *house) execute(statement string) {
	h.t.Helper()
	db, err := sql.Open("sqlite", "file:"+h.path())
	if err != nil {
		h.t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(h.t.Context(), statement); err != nil {
		h.t.Fatal(err)
	}
}

// What another site sends is refused for each form, whoever is signed in, and changes nothing.
func TestNoFormOfAnotherSiteDoesAnything(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		h.hire("Chief", ticket.Agent, ticket.Admin)
		v := h.signedIn("Chief")
		before := h.database()
		for _, pattern := range slices.Sorted(maps.Keys(mayCall())) {
			method, path, fields := s.call(pattern)
			if method != http.MethodPost {
				continue
			}
			for name, foreign := range map[string]http.Header{
				"another origin":      {"Origin": {"https://elsewhere.example"}},
				"another port":        {"Origin": {publicURL + ":8443"}},
				"an opaque origin":    {"Origin": {"null"}},
				"a cross-site fetch":  {"Sec-Fetch-Site": {"cross-site"}},
				"a same-site fetch":   {"Sec-Fetch-Site": {"same-site"}, "Origin": {publicURL}},
				"both, contradicting": {"Sec-Fetch-Site": {"cross-site"}, "Origin": {publicURL}},
			} {
				r := v.request(method, path, strings.NewReader(fields.Encode()), "application/x-www-form-urlencoded")
				r.Header.Del("Origin")
				r.Header.Del("Sec-Fetch-Site")
				maps.Copy(r.Header, foreign)
				if a := v.send(r); a.status != http.StatusForbidden || len(a.header.Values("Set-Cookie")) > 0 {
					t.Errorf("%s with %s: %d %v", pattern, name, a.status, a.header)
				}
			}
		}
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("a form of another site did something:\n%s", diff)
		}
		v.get("/").statusIs(http.StatusOK)
	})
}
