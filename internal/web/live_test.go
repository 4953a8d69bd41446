package web

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/sync/errgroup"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

// run keeps live updates going until the test ends.
func (h *house) run() {
	h.t.Helper()
	ctx, stop := context.WithCancel(h.t.Context())
	done := make(chan error, 1)
	go func() { done <- h.console.Run(ctx) }()
	h.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			h.t.Errorf("live updates end with %v", err)
		}
	})
}

// wait lets the bulletin look.
func wait() {
	time.Sleep(2 * beat)
	synctest.Wait()
}

// changes are what a stream told of tickets.
func changes(t *testing.T, list []told) (out []change) {
	t.Helper()
	for _, x := range list {
		if x.event != "changed" {
			continue
		}
		var c change
		if err := json.Unmarshal([]byte(x.data), &c); err != nil {
			t.Fatalf("%s: %v", x.data, err)
		}
		out = append(out, c)
	}
	return out
}

func events(list []told) (out []string) {
	for _, x := range list {
		out = append(out, x.event+" "+x.data)
	}
	return out
}

// An open page is told of what a colleague decides and of what comes in, with the counts of the tabs; who did it himself is told so.
func TestAnOpenPageIsTold(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, marc := h.pair()
		h.run()
		ref := h.receive(forgotten())
		hers, his := eva.open("/live?ref="+string(ref)), marc.open("/live")
		wait()
		if list, ended := his.hears(); ended || len(list) != 0 {
			t.Errorf("what happened before is told: %v, ended %v", list, ended)
		}
		_, _ = hers.hears()
		eva.submit(eva.get("/tickets/"+string(ref)), "/approve", nil)
		wait()
		list, _ := his.hears()
		got := changes(t, list)
		if len(got) != 1 || got[0].Ref != ref || got[0].Own || got[0].Tab != ticket.Done || !strings.HasPrefix(got[0].Text, "Eva: Approved") {
			t.Errorf("Marc is told %+v", got)
		}
		if i := slices.IndexFunc(list, func(x told) bool { return x.event == "tabs" }); i < 0 || !strings.Contains(list[i].data, `"solved":"1"`) || !strings.Contains(list[i].data, `"decide":"0"`) {
			t.Errorf("counts: %v", list)
		}
		list, _ = hers.hears()
		if got := changes(t, list); len(got) != 1 || !got[0].Own {
			t.Errorf("Eva is told %+v of what she did", got)
		}
		second := h.receive(changed("bart.new@home.example"))
		wait()
		list, _ = his.hears()
		got = changes(t, list)
		if len(got) == 0 || got[0].Ref != second || got[0].Tab != ticket.ToDecide {
			t.Errorf("of a new ticket Marc is told %+v", got)
		}
		for _, x := range list {
			if found := numberIn(x.data); found != "" {
				t.Errorf("live updates tell of a number: %s", x.data)
			}
		}
		eva.submit(eva.get("/tickets/"+string(second)), "/ask", url.Values{"text": {strings.Repeat("Is dit één van uw adressen? ", 100)}})
		wait()
		list, _ = his.hears()
		if got := changes(t, list); len(got) != 1 || !strings.HasSuffix(got[0].Text, "…") || len(got[0].Text) > 300 {
			t.Errorf("of a long question Marc is told %+v", got)
		}
		eva.post("/tickets/"+string(second)+"/note", url.Values{"text": {"Een nota"}})
		eva.post("/tickets/"+string(second)+"/reveal", url.Values{"what": {"claim"}})
		wait()
		if list, _ := his.hears(); len(changes(t, list)) != 0 {
			t.Errorf("what changes no page is told: %v", list)
		}
	})
}

// Who else looks at a ticket is said, when they come and when they go.
func TestWhoElseLooksIsTold(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, marc := h.pair()
		ref := h.receive(forgotten())
		path := "/tickets/" + string(ref)
		if a := eva.get(path); strings.Contains(a.words(), "Also open with") {
			t.Errorf("somebody looks: %s", a.words())
		}
		hers := eva.open("/live?ref=" + string(ref))
		marc.get(path).says("Also open with Eva")
		his := marc.open("/live?ref=" + string(ref))
		want := []string{`looking "Also open with Marc"`}
		if list, _ := hers.hears(); !slices.Equal(events(list), want) {
			t.Errorf("Eva is told %q, want %q", events(list), want)
		}
		second := marc.open("/live?ref=" + string(ref)) // he has it in two windows
		second.close()
		if list, _ := hers.hears(); len(list) != 0 {
			t.Errorf("of a second window Eva is told %q", events(list))
		}
		his.close()
		want = []string{`looking ""`}
		if list, _ := hers.hears(); !slices.Equal(events(list), want) {
			t.Errorf("when Marc has left, Eva is told %q, want %q", events(list), want)
		}
		hers.close()
		synctest.Wait()
		// A page without script counts for two minutes.
		eva.get(path)
		marc.get(path).says("Also open with Eva")
		time.Sleep(lookLife + time.Second)
		if a := marc.get(path); strings.Contains(a.words(), "Also open with") {
			t.Errorf("Eva still looks: %s", a.words())
		}
		if n := len(h.console.live.looking); n > 1 {
			t.Errorf("%d tickets are kept as looked at", n)
		}
	})
}

// A stream ends with the session that it belongs to, however that ended; it never keeps anybody signed in.
func TestAStreamEndsWithItsSession(t *testing.T) {
	for name, end := range map[string]func(*house, *visitor){
		"signed out": func(_ *house, v *visitor) { v.post("/sign-out", nil) },
		"ended":      func(h *house, _ *visitor) { h.endSessions("Eva") },
		"disabled":   func(h *house, _ *visitor) { h.disable("Eva") },
		"idle":       func(*house, *visitor) { time.Sleep(idle) },
		"a long time": func(_ *house, v *visitor) {
			for range 37 {
				time.Sleep(20 * time.Minute)
				v.get("/")
			}
		},
	} {
		inHouse(t, func(t *testing.T, h *house) {
			eva, _ := h.pair()
			h.run()
			l := eva.open("/live")
			time.Sleep(idle - time.Minute)
			if _, ended := l.hears(); ended {
				t.Fatalf("%s: it ended before", name)
			}
			end(h, eva)
			time.Sleep(keepAlive + time.Second)
			list, ended := l.hears()
			if !ended || len(list) == 0 || list[len(list)-1].event != "signed-out" {
				t.Errorf("%s: ended %v, after %q", name, ended, events(list))
			}
			if n := len(h.console.live.bells); n != 0 {
				t.Errorf("%s: %d readers are left", name, n)
			}
			eva.get("/").leadsTo("/sign-in")
		})
	}
}

// What happens between the writing of a page and its first look is told, and so is what a page missed that was hidden.
func TestNothingIsMissedBeforeTheFirstLook(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		h.run()
		h.receive(forgotten())
		_, path, _ := strings.Cut(string(eva.get("/").body), `data-live="`)
		path, _, _ = strings.Cut(path, `"`)
		second := forgotten()
		second.subject += " (2)"
		ref := h.receive(second)
		l := eva.open(strings.ReplaceAll(path, "&amp;", "&"))
		list, _ := l.hears()
		if !slices.ContainsFunc(changes(t, list), func(c change) bool { return c.Ref == ref }) {
			t.Errorf("%s is not told at %s, but %q", ref, path, events(list))
		}
	})
}

// A browser that connects anew by itself says what it was told last, and hears what came since: not all of the day once more.
func TestABrowserThatConnectsAnewHearsNothingTwice(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		h.run()
		known, err := h.Pulse(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		path := livePath(known, "")
		first := h.receive(forgotten())
		l := eva.open(path)
		if list, _ := l.hears(); len(changes(t, list)) == 0 || changes(t, list)[0].Ref != first {
			t.Errorf("the page is told %q", events(list))
		}
		l.close()
		_, _ = l.hears()
		second := h.receive(changed("bart.new@home.example"))
		eva.header.Set("Last-Event-ID", l.lastID)
		list, _ := eva.open(path).hears()
		got := changes(t, list)
		if len(got) == 0 || slices.ContainsFunc(got, func(c change) bool { return c.Ref != second }) {
			t.Errorf("connected anew behind %q it is told %+v", l.lastID, got)
		}
	})
}

// A page that is left open reads its session and does not keep it alive, however often its browser connects anew.
func TestAnOpenPageKeepsNobodySignedIn(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		for range 4 {
			l := eva.open("/live")
			if l.status != http.StatusOK || len(l.header.Values("Set-Cookie")) != 0 {
				t.Errorf("%d, cookies %q", l.status, l.header.Values("Set-Cookie"))
			}
			time.Sleep(8 * time.Minute)
			l.close()
			synctest.Wait()
		}
		eva.get("/").leadsTo("/sign-in")
	})
}

// What the script asks for by itself, to put new tickets behind the last row, keeps nobody signed in either, and takes no sentence away that
// another page is to show.
func TestWhatTheScriptAsksForKeepsNobodySignedIn(t *testing.T) {
	script, err := fs.ReadFile(templates.Console, "console/console.js")
	if err != nil || !strings.Contains(string(script), `"`+liveHeader+`"`) {
		t.Fatalf("the script does not say %s: %v", liveHeader, err)
	}
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		eva.post("/tickets/"+string(ref)+"/note", url.Values{"text": {"Een nota"}})
		byScript := http.Header{}
		byScript.Set(liveHeader, "1")
		byHand := eva.header
		eva.header = byScript
		eva.get("/").says("The note is added.")
		eva.get("/").says("The note is added.")
		for range 4 {
			time.Sleep(8 * time.Minute)
			eva.get("/")
		}
		eva.header = byHand
		eva.get("/").leadsTo("/sign-in")
	})
}

func (h *house) endSessions(name string) {
	h.t.Helper()
	a, err := h.staff.Find(h.t.Context(), name)
	if err == nil {
		err = h.staff.EndOtherSessions(h.t.Context(), a.ID, "")
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) disable(name string) {
	h.t.Helper()
	a, err := h.staff.Find(h.t.Context(), name)
	if err == nil {
		err = h.staff.Disable(h.t.Context(), "test", a.ID)
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

func TestAStreamNeedsSomebodyWhoIsSignedIn(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		if l := h.visitor().open("/live"); l.status != http.StatusUnauthorized {
			t.Errorf("nobody gets %d", l.status)
		}
	})
}

// Many idle pages cost the database one look a second, and each a look at its session every 20 seconds. Without any there is none.
func TestIdlePagesCostOneLookASecond(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(forgotten())
		h.run()
		reads := func(d time.Duration) int64 {
			synctest.Wait()
			before := h.reads.Load()
			time.Sleep(d)
			synctest.Wait()
			return h.reads.Load() - before
		}
		if n := reads(time.Minute); n != 0 {
			t.Errorf("%d reads while nobody has a page open", n)
		}
		var open []*live
		for range 200 {
			open = append(open, eva.open("/live?ref="+string(ref)))
		}
		reads(2 * keepAlive)
		const pages, looks = 200, 19
		if n := reads(looks * time.Second); n > looks+2*pages {
			t.Errorf("%d reads in %d seconds", n, looks)
		}
		for _, l := range open {
			l.close()
		}
		if n := reads(time.Minute); n != 0 {
			t.Errorf("%d reads after all pages were left", n)
		}
	})
}

// Shutting down waits for no open page: over a real connection, with a real stream.
func TestServeEndsOpenStreams(t *testing.T) {
	h := newHouse(t)
	h.hire("Eva", ticket.Agent)
	v := h.signedIn("Eva")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var g errgroup.Group
	g.Go(func() error { return h.console.Run(ctx) })
	g.Go(func() error { return Serve(ctx, l, nil, h.console, quiet()) })
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+l.Addr().String()+"/live", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: sessionCookie, Value: v.token()})
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	hello := make([]byte, len("event: hello"))
	if _, err := io.ReadFull(resp.Body, hello); err != nil || string(hello) != "event: hello" {
		t.Fatalf("%q, %v", hello, err)
	}
	stop()
	if err := g.Wait(); err != nil { // a stream that stays open has the grace of the server run out
		t.Error(err)
	}
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		t.Errorf("the stream was cut, not ended: %v", err)
	}
}
