package web

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Who may, written by hand: whoever changes routes.go says it here once more.
const (
	anybody = "anybody agent admin auditor"
	signed  = "agent admin auditor"
	decides = "agent"
	manages = "admin"
)

func mayCall() map[string]string {
	return map[string]string{
		"GET /sign-in": anybody, "POST /sign-in": anybody, "GET /sign-in/code": anybody, "POST /sign-in/code": anybody,
		"GET /sign-in/totp": anybody, "GET /sign-in/totp/qr.png": anybody, "POST /sign-in/totp/confirm": anybody,
		"GET /sign-in/forgotten": anybody, "POST /sign-in/forgotten": anybody, "GET /link/{token}": anybody, "POST /link/{token}": anybody,
		"POST /language": anybody,

		"POST /sign-out": signed, "GET /account": signed, "POST /account/password": signed, "POST /account/totp": signed, "GET /account/totp": signed,
		"GET /account/totp/qr.png": signed, "POST /account/totp/confirm": signed, "POST /account/totp/remove": signed,
		"POST /account/sessions/end": signed, "POST /account/sessions/{id}/end": signed,

		"GET /{$}": signed, "POST /search": signed, "GET /live": signed, "GET /tickets/{ref}": signed,
		"POST /tickets/{ref}/approve": decides, "POST /tickets/{ref}/reject": decides, "POST /tickets/{ref}/ask": decides,
		"POST /tickets/{ref}/answer": decides, "POST /tickets/{ref}/ask-for-data": decides, "POST /tickets/{ref}/password-steps": decides, "POST /tickets/{ref}/note": decides,
		"POST /tickets/{ref}/correct": decides, "POST /tickets/{ref}/member": decides, "POST /tickets/{ref}/choose": decides,
		"POST /tickets/{ref}/reclassify": decides, "POST /tickets/{ref}/merge": decides, "POST /tickets/{ref}/reopen": decides,
		"POST /tickets/{ref}/close": decides, "POST /tickets/{ref}/resend": decides, "POST /tickets/{ref}/reveal": decides,
		"POST /tickets/{ref}/mails/{mail}": decides, "POST /tickets/{ref}/mails/{mail}/files/{n}": decides,

		"GET /members": signed, "POST /members": signed, "GET /members/{id}": signed, "POST /members/{id}/reveal": decides,
		"GET /import": manages, "POST /import": manages, "GET /import/{id}": manages, "POST /import/{id}": manages,
		"GET /overview": signed, "GET /overview/{chart}": signed,
		"GET /templates": manages, "POST /templates": manages, "GET /templates/{key}": manages, "POST /templates/{key}": manages,
		"POST /templates/{key}/publish": manages, "POST /templates/{key}/propose": manages, "POST /templates/{key}/rebase": manages,
		"POST /templates/{key}/discard": manages, "POST /templates/{key}/restore": manages, "POST /templates/{key}/original": manages,
		"POST /templates/{key}/test": manages, "GET /templates/{key}/frame/{id}": manages,
		"GET /staff": manages, "POST /staff": manages, "POST /staff/totp": manages, "POST /staff/four-eyes": manages, "POST /staff/{id}/roles": manages,
		"POST /staff/{id}/reset": manages, "POST /staff/{id}/disable": manages, "POST /staff/{id}/enable": manages,
	}
}

func may(pattern, who string) bool { return slices.Contains(strings.Fields(mayCall()[pattern]), who) }

// scene is a house with everything that the table of routes names.
type scene struct {
	*house
	ref    ticket.Ref
	target staff.Account // whom the forms of the staff page are about
	first  int64         // the version of a template that can be restored
}

func newScene(h *house) scene {
	h.t.Helper()
	for _, role := range ticket.AllRoles() {
		h.hire(string(role), role)
	}
	s := scene{house: h, target: h.hire("Target", ticket.Agent)}
	s.ref = h.receive(withFile())
	s.first = h.publish("Target", h.with("Tot ziens.")).ID
	h.publish("Target", h.with("Tot binnenkort."))
	h.draft("Target", h.with("Tot later."))
	return s
}

// withFile is a complete request with an attachment.
func withFile() letter {
	l := forgotten()
	l.header = []string{"Content-Type: multipart/mixed; boundary=b"}
	l.body = "--b\nContent-Type: text/plain; charset=utf-8\n\n" + l.body +
		"--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=\"kaart.html\"\n\n<script>alert(1)</script>\n--b--\n"
	return l
}

// call makes the path of a pattern and its form, as complete as it needs to be to do something.
func (s scene) call(pattern string) (method, path string, form url.Values) {
	s.t.Helper()
	v := s.show(s.ref)
	method, path, _ = strings.Cut(pattern, " ")
	id := fmt.Sprint(s.target.ID)
	if strings.HasPrefix(path, "/members/") {
		id = "1"
	}
	for hole, value := range map[string]string{
		"{$}": "", "{token}": "no-such-token", "{ref}": string(s.ref), "{mail}": fmt.Sprint(v.Mails[0].ID), "{n}": "0", "{id}": id, "{chart}": "received.svg",
		"{key}": known.String(),
	} {
		path = strings.Replace(path, hole, value, 1)
	}
	form = url.Values{
		"seen": {fmt.Sprint(v.Ticket.Version)}, "shown": {v.Shown}, "what": {string(desk.ClaimNumber)}, "text": {"Kunt u dat zeggen?"}, "reason": {"ik zag het"},
		"why": {string(ticket.RejectReasons()[0])}, "last_name": {"Peters"}, "first_name": {"Ann"}, "kind": {string(ticket.Other)}, "language": {"fr"}, "q": {"Peeters"},
		"name": {"New Name"}, "address": {"new@example.org"}, "role": {"agent"}, "demand": {"yes"}, "old": {goodPassword}, "new": {"een heel ander wachtwoord"},
		"into": {string(s.ref)}, "member": {"2"}, "password": {goodPassword}, "code": {"123456"},
	}
	if strings.HasPrefix(path, "/templates/") {
		form.Set("seen", fmt.Sprint(s.seenDraft()))
		form.Set("source", s.with("Tot gauw."))
		form.Set("version", fmt.Sprint(s.first))
	}
	if v.Check != nil {
		form.Set("check", fmt.Sprint(v.Check.ID))
	}
	return method, path, form
}

func (s scene) try(v *visitor, pattern string) *answer {
	s.t.Helper()
	method, path, form := s.call(pattern)
	switch {
	case pattern == "GET /live":
		return s.openAndClose(v, path)
	case method == http.MethodGet:
		return v.get(path)
	case pattern == "POST /import":
		return v.upload("members.csv", "no members")
	}
	return v.post(path, form)
}

// refuses wants a request turned away without a trace.
func (s scene) refuses(v *visitor, who, pattern string) {
	s.t.Helper()
	before := s.database()
	a := s.try(v, pattern)
	want := http.StatusForbidden
	if who == "nobody" {
		want = http.StatusUnauthorized
		if strings.HasPrefix(pattern, "GET ") && pattern != "GET /live" {
			want = http.StatusSeeOther
		}
	}
	if a.status != want {
		s.t.Errorf("%s, %s: %d, want %d: %s", who, pattern, a.status, want, shorten(a.words()))
	}
	if to := a.header.Get("Location"); want == http.StatusSeeOther && to != "/sign-in" && !strings.HasPrefix(to, "/sign-in?next=") {
		s.t.Errorf("%s, %s: sent to %q, not to sign in", who, pattern, to)
	}
	if diff := s.changedSince(before); diff != "" {
		s.t.Errorf("%s was refused %s, and yet:\n%s", who, pattern, diff)
	}
}

// admits wants a request let through to its page, whatever becomes of it there.
func (s scene) admits(v *visitor, who, pattern string) {
	s.t.Helper()
	a := s.try(v, pattern)
	public := strings.Contains(mayCall()[pattern], "anybody")
	turned := a.status == http.StatusForbidden || a.status == http.StatusUnauthorized && pattern != "POST /sign-in" ||
		!public && pattern != "POST /sign-out" && strings.HasPrefix(a.header.Get("Location"), "/sign-in")
	if turned || a.status >= http.StatusInternalServerError {
		s.t.Errorf("%s may not %s: %d to %q: %s", who, pattern, a.status, a.header.Get("Location"), shorten(a.words()))
	}
}

func TestTheTableOfRoutesIsWhole(t *testing.T) {
	var served []string
	for _, r := range routes() {
		served = append(served, r.Pattern)
	}
	table := mayCall()
	for _, pattern := range served {
		if table[pattern] == "" {
			t.Errorf("who may %s? Say it in the table of this test", pattern)
		}
	}
	for pattern := range table {
		if !slices.Contains(served, pattern) {
			t.Errorf("%s is in the table and not served", pattern)
		}
	}
}

// TestRoutesByRole walks every route as everybody, and compares with the table above.
func TestRoutesByRole(t *testing.T) {
	for _, who := range []string{"nobody", "agent", "admin", "auditor"} {
		t.Run(who, func(t *testing.T) {
			inHouse(t, func(t *testing.T, h *house) {
				s := newScene(h)
				browser := func() *visitor {
					if who == "nobody" {
						return h.visitor()
					}
					return h.signedIn(who)
				}
				role := strings.Replace(who, "nobody", "anybody", 1)
				patterns := slices.Sorted(maps.Keys(mayCall()))
				v := browser()
				for _, pattern := range patterns {
					if !may(pattern, role) {
						s.refuses(v, who, pattern)
					}
				}
				for _, pattern := range patterns {
					if may(pattern, role) {
						s.admits(v, who, pattern)
					}
					if ends := []string{"POST /sign-out", "POST /account/password", "POST /sign-in"}; slices.Contains(ends, pattern) && who != "nobody" {
						h.resetPassword(who)
						v = browser()
					}
				}
			})
		})
	}
}

// resetPassword gives somebody the password of these tests back.
func (h *house) resetPassword(name string) {
	h.t.Helper()
	a, err := h.staff.Find(h.t.Context(), name)
	if err != nil {
		h.t.Fatal(err)
	}
	link, err := h.staff.Reset(h.t.Context(), "test", a.ID)
	if err != nil {
		h.t.Fatal(err)
	}
	if err := h.staff.SetPassword(h.t.Context(), strings.TrimPrefix(link, publicURL+staff.LinkPath), goodPassword); err != nil {
		h.t.Fatal(err)
	}
}

// Roles are those of this very request, not those of the sign-in.
func TestARoleThatIsTakenAwayCountsAtOnce(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		chief := h.hire("Chief", ticket.Agent, ticket.Admin)
		v := h.signedIn("Chief")
		v.get("/staff").statusIs(http.StatusOK)
		if err := h.staff.SetRoles(t.Context(), "test", chief.ID, ticket.Roles{ticket.Auditor}); err != nil {
			t.Fatal(err)
		}
		for pattern := range mayCall() {
			if !may(pattern, "auditor") {
				s.refuses(v, "auditor", pattern)
			}
		}
	})
}

func TestADisabledAccountIsNobodyAtOnce(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		v, gone := h.signedIn("agent"), h.visitor()
		a, err := h.staff.Find(t.Context(), "agent")
		if err != nil {
			t.Fatal(err)
		}
		if err := h.staff.Disable(t.Context(), "test", a.ID); err != nil {
			t.Fatal(err)
		}
		for pattern := range mayCall() {
			if !may(pattern, "anybody") {
				s.refuses(v, "nobody", pattern)
			}
		}
		gone.post("/sign-in", url.Values{"name": {"agent"}, "password": {goodPassword}}).statusIs(http.StatusUnauthorized)
	})
}

// What a role may not do is not shown to it: every link and form of every page leads where its reader may go.
func TestPagesShowNobodyWhatHeMayNot(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		s := newScene(h)
		h.receive(changed("bart.new@home.example"))
		mux := http.NewServeMux()
		for pattern := range mayCall() {
			mux.HandleFunc(pattern, http.NotFound)
		}
		for _, role := range ticket.AllRoles() {
			v := h.signedIn(string(role))
			pages := []string{"/", "/?tab=solved", "/tickets/" + string(s.ref), "/members", "/members/1", "/overview", "/account"}
			if role == ticket.Admin {
				pages = append(pages, "/staff", "/import", "/templates", "/templates/"+known.String())
			}
			shown := map[string]bool{}
			for _, path := range pages {
				for _, to := range v.get(path).statusIs(http.StatusOK).leads() {
					_, pattern := mux.Handler(to)
					shown[pattern] = true
					if pattern == "" && !strings.HasPrefix(to.URL.Path, "/static/") {
						t.Errorf("%s shows %s %s, which leads nowhere", path, to.Method, to.URL)
					} else if pattern != "" && !may(pattern, string(role)) {
						t.Errorf("%s shows a %s %s, which he may not", path, role, pattern)
					}
				}
			}
			for _, pattern := range []string{"POST /tickets/{ref}/approve", "POST /tickets/{ref}/reveal", "POST /members/{id}/reveal", "GET /staff", "GET /import", "POST /tickets/{ref}/mails/{mail}",
				"GET /templates", "POST /templates/{key}", "POST /templates/{key}/test", "POST /templates/{key}/restore", "GET /templates/{key}/frame/{id}"} {
				if may(pattern, string(role)) != shown[pattern] {
					t.Errorf("a %s sees %s: %v", role, pattern, shown[pattern])
				}
			}
		}
	})
}

// leads are the requests that a page offers.
func (a *answer) leads() (out []*http.Request) {
	a.t.Helper()
	add := func(method, to string) {
		if to == "" || strings.HasPrefix(to, "#") {
			return
		}
		u, err := url.Parse(to)
		if err != nil {
			a.t.Fatalf("%s offers %q: %v", a.what, to, err)
		}
		out = append(out, &http.Request{Method: method, URL: u, Host: "desk.example.org"})
	}
	for _, f := range a.forms() {
		if f.method != "DIALOG" {
			add(f.method, f.action)
		}
	}
	for n := range a.elements("a") {
		add(http.MethodGet, attr(n, "href"))
	}
	for n := range a.elements("button") {
		add(http.MethodPost, attr(n, "formaction"))
	}
	for _, name := range []string{"img", "iframe"} {
		for n := range a.elements(name) {
			add(http.MethodGet, attr(n, "src"))
		}
	}
	return out
}
