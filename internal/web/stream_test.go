package web

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// wire is the connection under a stream of live updates.
type wire struct {
	header  http.Header
	status  int
	to      *io.PipeWriter
	started chan struct{}
}

func (w *wire) Header() http.Header              { return w.header }
func (w *wire) SetWriteDeadline(time.Time) error { return nil }
func (w *wire) FlushError() error                { return nil }
func (w *wire) Write(p []byte) (int, error)      { w.WriteHeader(http.StatusOK); return w.to.Write(p) }
func (w *wire) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
		close(w.started)
	}
}

// live is an open page that is told what changes.
type live struct {
	t      testing.TB
	told   chan told // closed when the stream ends
	status int
	header http.Header
	lastID string             // what a browser sends back when it connects anew; read it when the stream has ended
	close  context.CancelFunc // the page is left
}

type told struct{ event, data string }

// open opens a stream with the cookies of a browser.
func (v *visitor) open(path string) *live {
	v.h.t.Helper()
	ctx, cancel := context.WithCancel(v.h.t.Context())
	r := v.request(http.MethodGet, path, nil, "").WithContext(ctx)
	for _, c := range v.client.Jar.Cookies(r.URL) {
		r.AddCookie(c)
	}
	r.RemoteAddr, r.RequestURI, r.Body = v.source, path, http.NoBody
	from, to := io.Pipe()
	w := &wire{header: http.Header{}, to: to, started: make(chan struct{})}
	l := &live{t: v.h.t, told: make(chan told, 1000), close: cancel}
	go func() {
		defer to.Close()
		v.h.console.ServeHTTP(w, r)
	}()
	go l.read(from)
	<-w.started
	l.status, l.header = w.status, w.header
	v.h.t.Cleanup(cancel)
	synctest.Wait()
	return l
}

func (l *live) read(from io.Reader) {
	defer close(l.told)
	var t told
	for lines := bufio.NewScanner(from); lines.Scan(); {
		switch line := lines.Text(); {
		case strings.HasPrefix(line, "event: "):
			t.event = line[len("event: "):]
		case strings.HasPrefix(line, "id: "):
			l.lastID = line[len("id: "):]
		case strings.HasPrefix(line, "data: "):
			t.data = line[len("data: "):]
		case line == "" && t.event != "":
			l.told <- t
			t = told{}
		}
	}
}

// hears returns what was told by now, but for hello and signs of life.
func (l *live) hears() (list []told, ended bool) {
	synctest.Wait()
	for {
		select {
		case t, open := <-l.told:
			if !open {
				return list, true
			}
			if t.event != "hello" && t.event != "alive" {
				list = append(list, t)
			}
		default:
			return list, false
		}
	}
}

// openAndClose asks for live updates and leaves at once.
func (s scene) openAndClose(v *visitor, path string) *answer {
	s.t.Helper()
	l := v.open(path)
	l.close()
	_, _ = l.hears()
	return &answer{t: s.t, what: "GET " + path, path: path, status: l.status, header: l.header}
}
