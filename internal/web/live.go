package web

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

const (
	beat      = time.Second      // how often the bulletin looks for news; one look for all pages
	keepAlive = 20 * time.Second // a line for proxies that close quiet connections
	lookLife  = 2 * time.Minute  // how long a page without live updates counts as looked at
	mostNews  = 200              // events that a page is told in one go; the rest follows
)

// bulletin rings when something changed: it asks the database once a second, whoever changed it, and only while somebody listens. What
// changed, each page asks for itself, from where it stands, so that none misses anything. The bulletin also knows who is looking at
// which ticket.
type bulletin struct {
	desk *desk.Desk
	log  *slog.Logger
	over chan struct{} // closed when run has ended: pages hear nothing any more

	mu      sync.Mutex
	bells   map[chan struct{}]bool
	looking map[ticket.Ref]map[string]*look // by name of the person
	swept   time.Time                       // when the looks that are over were forgotten
}

type look struct {
	open  int       // live connections
	until time.Time // for a page that has none
}

func newBulletin(d *desk.Desk, log *slog.Logger) *bulletin {
	return &bulletin{desk: d, log: log, over: make(chan struct{}), bells: map[chan struct{}]bool{}, looking: map[ticket.Ref]map[string]*look{}}
}

// run looks until ctx is done.
func (b *bulletin) run(ctx context.Context) error {
	defer close(b.over)
	clock := time.NewTicker(beat)
	defer clock.Stop()
	var last desk.Pulse
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-clock.C:
		}
		if !b.heard() {
			continue
		}
		now, err := b.desk.Pulse(ctx)
		switch {
		case err != nil:
			b.log.Warn("live updates: the database could not be asked", "error", err)
		case now.LastEvent != last.LastEvent || !maps.Equal(now.Tabs, last.Tabs):
			last = now
			b.ring()
		}
	}
}

func (b *bulletin) heard() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.bells) > 0
}

// ring wakes every page. One that has not come to it yet is woken once.
func (b *bulletin) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for bell := range b.bells {
		select {
		case bell <- struct{}{}:
		default:
		}
	}
}

// listen returns a bell that has rung once already, so that its page begins with a look of its own.
func (b *bulletin) listen() (bell chan struct{}, leave func()) {
	bell = make(chan struct{}, 1)
	bell <- struct{}{}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.bells[bell] = true
	return bell, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.bells, bell)
	}
}

// look notes that somebody opened a ticket, and returns who else looks at it.
func (b *bulletin) look(ref ticket.Ref, name string, now time.Time) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	if now.Sub(b.swept) > lookLife {
		b.swept = now
		for ref := range b.looking {
			b.others(ref, "", now)
		}
	}
	b.lookOf(ref, name).until = now.Add(lookLife)
	return b.others(ref, name, now)
}

func (b *bulletin) lookOf(ref ticket.Ref, name string) *look {
	if b.looking[ref] == nil {
		b.looking[ref] = map[string]*look{}
	}
	if b.looking[ref][name] == nil {
		b.looking[ref][name] = &look{}
	}
	return b.looking[ref][name]
}

// connect counts a live connection of a page; the returned function ends it, and with the last one the look.
func (b *bulletin) connect(ref ticket.Ref, name string) func() {
	b.count(ref, name, 1)
	b.ring()
	return func() {
		b.count(ref, name, -1)
		b.ring()
	}
}

func (b *bulletin) count(ref ticket.Ref, name string, n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.lookOf(ref, name)
	l.open += n
	l.until = time.Time{}
	if l.open > 0 {
		return
	}
	if delete(b.looking[ref], name); len(b.looking[ref]) == 0 {
		delete(b.looking, ref)
	}
}

// others lists who else looks at a ticket, and forgets who no longer does.
func (b *bulletin) others(ref ticket.Ref, name string, now time.Time) (names []string) {
	for who, l := range b.looking[ref] {
		switch {
		case l.open <= 0 && now.After(l.until):
			delete(b.looking[ref], who)
		case who != name:
			names = append(names, who)
		}
	}
	if len(b.looking[ref]) == 0 {
		delete(b.looking, ref)
	}
	slices.Sort(names)
	return names
}

func (b *bulletin) whoElse(ref ticket.Ref, name string, now time.Time) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.others(ref, name, now)
}

// tellLive is the stream of one page (server-sent events, HTML standard section 9.2). It ends when its session does: an open page is
// no reason to stay signed in.
func (r *request) tellLive() error {
	ref := ticket.Ref(r.URL.Query().Get("ref"))
	if ref != "" && !refShape.MatchString(string(ref)) {
		return ticket.ErrNotFound
	}
	since, err := strconv.ParseInt(cmp.Or(r.Header.Get("Last-Event-ID"), r.FormValue("since"), "0"), 10, 64)
	if err != nil || since < 0 {
		return errors.Join(ticket.ErrNotFound, err)
	}
	s := &stream{request: r, to: http.NewResponseController(r.w), ref: ref, seen: since}
	h := r.w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no")
	bell, leave := r.live.listen()
	defer leave()
	if ref != "" {
		defer r.live.connect(ref, r.who.Name)()
	}
	return s.run(bell)
}

// stream is one open page.
type stream struct {
	*request
	to      *http.ResponseController
	ref     ticket.Ref
	seen    int64 // the last event that the page knows of
	tabs    map[ticket.Tab]int64
	looking string
}

func (s *stream) run(bell <-chan struct{}) error {
	clock := time.NewTicker(keepAlive)
	defer clock.Stop()
	for err := s.send("hello", "{}"); err == nil; {
		select {
		case <-s.Context().Done():
			return nil
		case <-s.live.over:
			return nil
		case <-bell:
			err = s.look()
		case <-clock.C:
			err = s.stillThere()
		}
		if err == nil {
			err = s.sayLooking()
		}
	}
	return nil // the page is gone, or its session: nothing to tell and nobody to tell it to
}

// stillThere ends the stream of who is no longer signed in.
func (s *stream) stillThere() error {
	token := s.sessions.Token(s.Context())
	_, found, err := s.sessions.Store.Find(token)
	if err != nil {
		return err
	}
	if _, err := s.Staff.Account(s.Context(), s.who.ID); err != nil || !found {
		_ = s.send("signed-out", "{}")
		return errSignIn
	}
	return s.send("alive", "{}")
}

// look tells the page what happened since it looked last, or since it was written.
func (s *stream) look() error {
	now, err := s.Desk.Pulse(s.Context())
	if err != nil {
		return err
	}
	if s.seen == 0 {
		s.seen = now.LastEvent // the page does not say what it knows: it hears what comes
	}
	if s.tabs == nil && s.seen == now.LastEvent {
		s.tabs = now.Tabs // the page has just been written, with these
	}
	if err := s.sayTabs(now.Tabs); err != nil {
		return err
	}
	for s.seen < now.LastEvent {
		events, err := s.Desk.EventsSince(s.Context(), s.seen, mostNews)
		if err != nil || len(events) == 0 {
			return err
		}
		for _, e := range events {
			s.seen = e.ID
			if e.Ref == "" || !telling(e.Name) {
				continue
			}
			if err := s.sendJSON("changed", s.change(e)); err != nil {
				return err
			}
		}
	}
	return nil
}

// sayTabs tells how many tickets stand in each tab, when that has changed.
func (s *stream) sayTabs(now map[ticket.Tab]int64) error {
	if maps.Equal(now, s.tabs) {
		return nil
	}
	s.tabs = now
	words := map[ticket.Tab]string{}
	for t, count := range now {
		words[t] = s.Number(count)
	}
	return s.sendJSON("tabs", words)
}

// change is what a page is told of an event.
type change struct {
	Ref  ticket.Ref `json:"ref"`
	Text string     `json:"text"`
	Own  bool       `json:"own"` // the person of this page did it
	Tab  ticket.Tab `json:"tab"` // where the ticket stands now
}

// mostWords is how many characters of an event an open page is told: a whole answer would push aside what one is about to click.
const mostWords = 200

func (s *stream) change(e ticket.Happening) change {
	words := []rune(s.Event(e.Event))
	if len(words) > mostWords {
		words = append(words[:mostWords], '…')
	}
	return change{Ref: e.Ref, Text: e.Actor + ": " + string(words), Own: e.Actor == s.who.Name, Tab: e.Tab}
}

// telling reports whether an event changes what a page shows.
func telling(name string) bool {
	return slices.Contains([]string{
		ticket.EventReceived, ticket.EventChecked, ticket.EventSuperseded, ticket.EventAsked, ticket.EventAnswered, ticket.EventApproved, ticket.EventRejected, ticket.EventReopened,
		ticket.EventClosed, ticket.EventMerged, ticket.EventFailed, ticket.EventBounced, ticket.EventCorrected, ticket.EventChosen, ticket.EventReclassified,
	}, name)
}

// sayLooking tells who else looks, when that has changed.
func (s *stream) sayLooking() error {
	if s.ref == "" {
		return nil
	}
	words := s.lookingWords(s.live.whoElse(s.ref, s.who.Name, s.Console.Clock()))
	if words == s.looking {
		return nil
	}
	s.looking = words
	return s.sendJSON("looking", words)
}

func (s *stream) sendJSON(event string, v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return s.send(event, string(text))
}

// send tells the page something, and how far it knows now: a browser that connects anew by itself says so in Last-Event-ID.
func (s *stream) send(event, data string) error {
	if err := s.to.SetWriteDeadline(time.Now().Add(keepAlive)); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.w, "event: %s\nid: %d\ndata: %s\n\n", event, s.seen, data); err != nil {
		return err
	}
	return s.to.Flush()
}

// livePath is where a page hears what happens after it was written.
func livePath(known desk.Pulse, ref ticket.Ref) string {
	v := url.Values{"since": {strconv.FormatInt(known.LastEvent, 10)}}
	if ref != "" {
		v.Set("ref", string(ref))
	}
	return "/live?" + v.Encode()
}
