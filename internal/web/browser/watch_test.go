package browser

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// watch hears what happens in a window. chromedp calls hear in the order of the events.
type watch struct {
	host   string
	dialog func() // closes one

	mu        sync.Mutex
	loads     int
	changed   chan struct{} // closed, and made anew, at every load
	documents map[string]bool
	trouble   []string
}

func newWatch(host string) *watch {
	return &watch{host: host, changed: make(chan struct{}), documents: map[string]bool{}}
}

// loaded counts the pages that have loaded.
func (w *watch) loaded() (int, <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.loads, w.changed
}

// count is loaded without the wait.
func (w *watch) count() int {
	n, _ := w.loaded()
	return n
}

// take returns what went wrong, once.
func (w *watch) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := w.trouble
	w.trouble = nil
	return list
}

func (w *watch) note(format string, args ...any) {
	w.trouble = append(w.trouble, fmt.Sprintf(format, args...))
}

func (w *watch) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *page.EventLoadEventFired:
		w.loads++
		close(w.changed)
		w.changed = make(chan struct{})
	case *page.EventJavascriptDialogOpening:
		w.note("a dialog: %s", e.Message)
		go w.dialog() // no command may be sent from here
	case *network.EventRequestWillBeSent:
		w.requested(e)
	case *runtime.EventExceptionThrown:
		w.note("an exception: %s", thrown(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if slices.Contains([]runtime.ConsoleAPICalledType{runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeAssert}, e.Type) {
			w.note("console.%s was called", e.Type)
		}
	case *log.EventEntryAdded:
		w.logged(e.Entry)
	}
}

// requested notes what is asked of other hosts.
func (w *watch) requested(e *network.EventRequestWillBeSent) {
	if e.Type == network.ResourceTypeDocument {
		w.documents[e.Request.URL] = true
	}
	u, err := url.Parse(e.Request.URL)
	if err != nil || (u.Scheme == "http" || u.Scheme == "https") && u.Host != w.host {
		w.note("a request elsewhere: %s", e.Request.URL)
	}
}

// logged notes warnings and errors of the browser, but for pages that are errors themselves (a page not found, a conflict): those a test
// can see.
func (w *watch) logged(e *log.Entry) {
	if e.Level != log.EntryLevelError && e.Level != log.EntryLevelWarning || e.Source == log.EntrySourceNetwork && w.documents[e.URL] {
		return
	}
	w.note("%s %s: %s %s", e.Source, e.Level, e.Text, e.URL)
}

// dismissDialog closes the dialog that stops the page.
func dismissDialog(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	_, err := cdp.Call(ctx, t, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: false})
	return chromedp.Void{}, err
}

func thrown(d *runtime.ExceptionDetails) string {
	if d.Exception != nil {
		return d.Exception.Description
	}
	return d.Text
}
