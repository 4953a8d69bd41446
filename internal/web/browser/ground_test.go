package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// sample is a page with all that the tests of the console rely on.
const sample = `<!doctype html><html lang=en><head><title>Sample</title><meta name=viewport content="width=device-width"><link rel=icon href=data:,><script src=/script.js></script></head><body>
<main><h1>Sample</h1><p id=who>%s</p><p id=hidden hidden>nobody sees this</p>
<form method=post action=/there><label>Name <input name=name value=old></label><button>Go</button></form></main></body></html>`

const script = `
addEventListener("DOMContentLoaded", () => document.querySelector("main").insertAdjacentHTML("beforeend", "<p>with script</p>"));
addEventListener("keydown", e => {
	if (e.key === "g" && e.isTrusted) setTimeout(() => location.assign("/later"), 50);
	if (e.key === "f") { document.querySelector("[name=name]").select(); e.preventDefault(); }
	if (e.key === "d") document.querySelector("#hidden").hidden = false;
});`

// sampleSite answers with the sample, in which stands what the browser tells of itself; /strict has our policy, and breaks it.
func sampleSite(t *testing.T) (address string) {
	var visits atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("GET /script.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, script)
	})
	mux.HandleFunc("GET /strict", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'")
		fmt.Fprint(w, `<!doctype html><title>x</title><body onload="alert(1)"><script>alert(2)</script><img src="http://elsewhere.example/pixel.png"><p style="color:red">Strict`)
	})
	mux.HandleFunc("GET /bad", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<!doctype html><title>x</title><img src=/missing.png><img src=http://127.0.0.1:9/pixel.png><script>console.error("broken"); setTimeout(() => { throw new Error("thrown") }); alert("hello")</script>Bad`)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/missing.png" {
			http.NotFound(w, r)
			return
		}
		if c, err := r.Cookie("__Host-who"); err == nil {
			fmt.Fprintf(w, sample, "known as "+c.Value+", "+r.Header.Get("Accept-Language")+", "+r.PostFormValue("name"))
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "__Host-who", Value: fmt.Sprint(visits.Add(1)), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode})
		w.WriteHeader(http.StatusConflict)
		fmt.Fprintf(w, sample, "a stranger")
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// The ground itself, on a page of its own.
func TestGround(t *testing.T) {
	browser := startChromium(t)
	address := sampleSite(t)
	for _, scene := range []struct {
		name string
		play func(*testing.T, func() *person)
	}{
		{"keys and forms", groundKeys}, {"two people", groundTwoPeople}, {"faults", groundFaults}, {"systems", groundSystems}, {"axe", groundAxe},
	} {
		t.Run(scene.name, func(t *testing.T) { scene.play(t, func() *person { return browser.person(t, address) }) })
	}
}

func groundKeys(t *testing.T, person func() *person) {
	p := person()
	p.open("/")
	p.sees("a stranger")
	p.seesNot("nobody sees this")
	if n := p.count("#hidden"); n != 0 {
		t.Errorf("%d hidden things are seen", n)
	}
	p.press("d")
	p.await("#hidden")
	p.press("f", "typed") // the key that moves to the field is not typed into it
	if got := evaluate[string](p, `document.querySelector("[name=name]").value`); got != "typed" {
		t.Errorf("the field holds %q", got)
	}
	p.press(kb.Tab, "g") // goes a moment later: the wait outlives the page
	p.awaitPath("/later")
	p.awaitGone("#hidden")
	p.fill("[name=name]", "Zoë's")
	p.turn("send", func() { p.press(kb.Enter) })
	p.sees("Zoë's")
	p.turn("send", func() { p.click("button") })
	p.awaitPath("/th*")
	p.shot("ground")
}

func groundTwoPeople(t *testing.T, person func() *person) {
	a, b := person(), person()
	for _, p := range []interface{ open(string) }{a, b, a, b} {
		p.open("/")
	}
	if x, y := a.text("#who"), b.text("#who"); x == y || !strings.HasPrefix(x, "known as ") || !strings.HasPrefix(y, "known as ") {
		t.Errorf("%q and %q are one", x, y)
	}
	second := a.secondWindow()
	second.open("/")
	if x, y := a.text("#who"), second.text("#who"); x != y {
		t.Errorf("%q and %q are two", x, y)
	}
	a.press("g") // while the other window has the focus
	a.awaitPath("/later")
}

func groundFaults(t *testing.T, person func() *person) {
	p := person()
	if p.open("/"); len(p.faults()) > 0 { // a conflict is a page
		t.Error("a page that is an error is a fault")
	}
	for path, want := range map[string][]string{
		"/strict": {"inline event handler", "inline script", "elsewhere.example", "inline style"},
		"/bad":    {"a dialog: hello", "console.error", "an exception: Error: thrown", "missing.png", "a request elsewhere: http://127.0.0.1:9/"},
	} {
		p.open(path)
		found := ""
		for limit := time.Now().Add(patience); time.Now().Before(limit) && !holdsAll(found, want); {
			evaluate[bool](p, `new Promise(done => requestAnimationFrame(() => done(true))) && true`)
			found += strings.Join(p.faults(), "\n") + "\n"
		}
		if !holdsAll(found, want) {
			t.Errorf("%s: %q are to be found in\n%s", path, want, found)
		}
	}
}

func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func groundSystems(t *testing.T, person func() *person) {
	p := person()
	p.phone()
	p.prefers("prefers-color-scheme", "dark")
	p.open("/")
	p.speaks("fr-BE,fr")
	p.open("/")
	p.sees("with script")
	p.sees("fr-BE,fr")
	if got := evaluate[string](p, `innerWidth + " " + matchMedia("(prefers-color-scheme: dark)").matches`); got != "390 true" {
		t.Errorf("a dark telephone says %s", got)
	}
	p.withoutScript()
	p.open("/plain")
	p.sees("known as")
	p.seesNot("with script")
	p.fill("[name=name]", "plain")
	p.turn("send", func() { p.click("button") })
	p.sees("plain")
}

func groundAxe(t *testing.T, person func() *person) {
	source := needAxe(t)
	p := person()
	p.open("/")
	if found := p.axe(source); len(found) > 0 {
		t.Errorf("found: %s", found)
	}
	p.open("/strict")
	p.faults()
	ids := map[string]bool{}
	for _, v := range p.axe(source) {
		if ids[v.ID] = true; len(v.Nodes) == 0 || len(v.Nodes[0].Target) == 0 {
			t.Errorf("%s: where?", v)
		}
	}
	if !ids["html-has-lang"] || !ids["image-alt"] || !ids["landmark-one-main"] {
		t.Errorf("found only %v", ids)
	}
}

// The program opens with something to decide, and takes in a mail that is put into its mailbox.
func TestProgram(t *testing.T) {
	p := startProgram(t, build(t))
	r, err := http.Get(p.address + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusOK {
		t.Errorf("%s/healthz: %s", p.address, r.Status)
	}
	p.receive(t, hostileMail)
	p.out.wait(t, `(?s)A mail from outside the story\..*<rik@webpost\.example>.*An Peeters, 71\.03\.14-\*\*\*\.\*\*\n`)
}
