package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// person is somebody before a browser window of their own, with cookies of their own. What a person does waits for what it needs, and fails
// the test where that does not come.
type person struct {
	t       *testing.T
	ctx     context.Context
	address string // of the console
	watch   *watch
	plain   bool // without script
}

// person opens a window, as large as the screen of a small laptop, for the length of the test, at whose end nothing in it may have gone wrong.
func (c *chromium) person(t *testing.T, address string) *person {
	t.Helper()
	return openWindow(c.ctx, t, address, chromedp.WithNewBrowserContext())
}

// secondWindow opens another window of the same person: it shares the cookies.
func (p *person) secondWindow() *person {
	p.t.Helper()
	return openWindow(p.ctx, p.t, p.address)
}

func openWindow(parent context.Context, t *testing.T, address string, options ...chromedp.ContextOption) *person {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	w := newWatch(u.Host)
	ctx, cancel := chromedp.NewContext(parent, append(options, chromedp.WithListener(w.hear))...)
	p := &person{t: t, ctx: ctx, address: address, watch: w}
	t.Cleanup(func() {
		if t.Failed() {
			p.shot("failed " + t.Name())
		}
		for _, fault := range p.faults() {
			t.Errorf("in the browser: %s", fault)
		}
		cancel()
	})
	w.dialog = p.dismiss
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1366, 768)); err != nil { // not by do: the window lives as long as its first context
		t.Fatal(err)
	}
	return p
}

// do carries out steps that take no time of their own.
func (p *person) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("%s: %v\n%s", what, err, p.describe())
	}
}

// command is a step of one command of the protocol.
func command[P, R any](cmd cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cmd, params)
		return err
	})
}

// open goes to a page of the console.
func (p *person) open(path string) {
	p.t.Helper()
	p.do("open "+path, chromedp.Navigate(p.address+path))
}

// turn does what leads to another page, and waits until that has loaded.
func (p *person) turn(what string, act func()) {
	p.t.Helper()
	before, changed := p.watch.loaded()
	act()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for now := before; now == before; now, changed = p.watch.loaded() {
		select {
		case <-changed:
		case <-ctx.Done():
			p.t.Fatalf("%s: no other page comes\n%s", what, p.describe())
		}
	}
}

// ready waits until the page says that it takes keys: what is typed ahead is not meant for it.
func (p *person) ready() {
	p.t.Helper()
	if p.plain {
		return
	}
	p.until("the page takes keys", `document.readyState === "complete" && document.body.dataset.keys === "on"`)
}

// press presses keys, each rune of the words one; those of package kb are no letters.
func (p *person) press(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.do(fmt.Sprintf("press %q", k), strokes(k, chromedp.ModifierNone))
	}
}

// pressCtrl presses a key while Ctrl is held.
func (p *person) pressCtrl(key string) {
	p.t.Helper()
	p.do(fmt.Sprintf("press Ctrl and %q", key), strokes(key, chromedp.ModifierCtrl))
}

// strokes presses and releases keys as a keyboard does. A key and its character are one event, so that a page that takes the key keeps
// the character out of the field to which it moves; chromedp sends two.
func strokes(keys string, held chromedp.Modifier) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, r := range keys {
			events := kb.Encode(r)
			down, up := *events[0], *events[len(events)-1]
			if len(events) > 2 && held == chromedp.ModifierNone {
				down.Text, down.UnmodifiedText = events[1].Text, events[1].UnmodifiedText
			}
			for _, e := range []input.DispatchKeyEventParams{down, up} {
				e.Modifiers |= int64(held)
				if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, e); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// fill replaces what a field holds, typing.
func (p *person) fill(selector, text string) {
	p.t.Helper()
	p.await(selector)
	p.do("fill "+selector, chromedp.Clear(chromedp.CSS(selector)), chromedp.SendKeys(chromedp.CSS(selector), text))
}

// click clicks on the first visible element.
func (p *person) click(selector string) {
	p.t.Helper()
	p.await(selector)
	p.do("click on "+selector, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// await waits until an element is there and can be seen.
func (p *person) await(selector string) {
	p.t.Helper()
	p.until(selector+" is seen", `document.querySelector(`+quote(selector)+`)?.checkVisibility()`)
}

// awaitGone waits until no such element can be seen.
func (p *person) awaitGone(selector string) {
	p.t.Helper()
	p.until(selector+" is gone", `document.body && ![...document.querySelectorAll(`+quote(selector)+`)].some(e => e.checkVisibility())`)
}

// awaitPath waits for a page: a path with its query, or the beginning of one that ends in *.
func (p *person) awaitPath(path string) {
	p.t.Helper()
	test := `location.pathname + location.search === ` + quote(path)
	if start, ok := strings.CutSuffix(path, "*"); ok {
		test = `(location.pathname + location.search).startsWith(` + quote(start) + `)`
	}
	p.until("the page is "+path, test+` && document.readyState === "complete"`)
}

// sees waits until a text can be read on the page; spaces and line ends count alike.
func (p *person) sees(text string) {
	p.t.Helper()
	p.until(fmt.Sprintf("%q is read", text), `document.body.innerText.replace(/\s+/g, " ").includes(`+quote(text)+`)`)
}

// seesNot fails where a text can be read now.
func (p *person) seesNot(text string) {
	p.t.Helper()
	if strings.Contains(strings.Join(strings.Fields(p.text("body")), " "), text) {
		p.t.Errorf("%q can be read\n%s", text, p.describe())
	}
}

// text returns what can be read in an element.
func (p *person) text(selector string) string {
	p.t.Helper()
	p.await(selector)
	return evaluate[string](p, `document.querySelector(`+quote(selector)+`).innerText`)
}

// count counts the elements that can be seen now.
func (p *person) count(selector string) int {
	p.t.Helper()
	return evaluate[int](p, `[...document.querySelectorAll(`+quote(selector)+`)].filter(e => e.checkVisibility()).length`)
}

// path is where the person is.
func (p *person) path() string {
	p.t.Helper()
	return evaluate[string](p, `location.pathname + location.search`)
}

// evaluate asks the page. The content security policy is in force for what the page does, not for this.
func evaluate[T any](p *person, js string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		p.t.Fatalf("%s: %v\n%s", js, err, p.describe())
	}
	return v
}

// until waits until an expression is true, looking at each frame that is drawn. A page that goes away meanwhile is followed by the next.
func (p *person) until(what, js string) {
	p.t.Helper()
	next := `requestAnimationFrame(look)`
	if p.plain { // a page without script is called back for no frame: it is asked again
		next = `done(false)`
	}
	look := `new Promise(done => {
		const look = () => {
			let is = false;
			try { is = !!(` + js + `) } catch { /* not yet */ }
			is ? done(true) : ` + next + `;
		};
		look();
	})`
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for ctx.Err() == nil {
		is, err := chromedp.Run(ctx, chromedp.Evaluate[bool](look, func(e *runtime.EvaluateParams) { chromedp.EvalAwaitPromise(e) }))
		if err == nil && is {
			return
		}
		select {
		case <-again.C:
		case <-ctx.Done():
		}
	}
	p.t.Fatalf("it is not so: %s\n%s", what, p.describe())
}

// describe tells where the person is and what can be read there.
func (p *person) describe() string {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location.href + "\n" + document.body?.innerText`))
	if err != nil {
		return err.Error()
	}
	return text
}

// faults takes what went wrong in the browser so far: what the content security policy stopped, errors of scripts, requests that failed,
// dialogs, and requests to other hosts.
func (p *person) faults() []string { return p.watch.take() }

// dismiss closes a dialog, which would stop the page.
func (p *person) dismiss() { _ = chromedp.Do(p.ctx, dismissDialog) }

// shot takes a picture of the window for SERVICEDESK_TEST_SHOTS.
func (p *person) shot(name string) {
	p.t.Helper()
	folder := os.Getenv("SERVICEDESK_TEST_SHOTS")
	if folder == "" {
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		name = strings.NewReplacer("/", "-", " ", "-").Replace(name) + ".png"
		err = os.WriteFile(filepath.Join(folder, name), png, 0o644)
	}
	if err != nil {
		p.t.Errorf("no picture: %v", err)
	}
}

// phone makes the window as small as a telephone, with fingers for a mouse.
func (p *person) phone() {
	p.t.Helper()
	p.do("take a telephone", chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait))
}

// prefers sets what the person's system says to style sheets, such as prefers-color-scheme: dark.
func (p *person) prefers(feature, value string) {
	p.t.Helper()
	p.do("prefer "+value, command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}}))
}

// speaks sets the languages that the browser asks for, as in nl-BE,nl.
func (p *person) speaks(languages string) {
	p.t.Helper()
	agent := evaluate[string](p, `navigator.userAgent`)
	p.do("speak "+languages, command(emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: agent, AcceptLanguage: languages}))
}

// withoutScript switches the scripts of the pages off.
func (p *person) withoutScript() {
	p.t.Helper()
	p.plain = true
	p.do("switch scripts off", command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
}

// signIn signs in and waits for the queue.
func (p *person) signIn(a account) {
	p.t.Helper()
	p.open("/sign-in")
	p.fill("[name=name]", a.login)
	p.fill("[name=password]", a.password)
	p.turn("sign in", func() { p.press("\r") })
	p.awaitPath("/")
}

func quote(s string) string {
	b, _ := json.Marshal(s) // a string always can be
	return string(b)
}
