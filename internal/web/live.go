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
	newsQueue = 32               // news that a slow page may be behind
	mostNews  = 200              // events of one look
)

// news is what changed since the last look.
type news struct {
	tabs   map[ticket.Tab]int64
	events []ticket.Happening // of tickets
}

// bulletin tells open pages what changed: it asks the database once a second, whoever changed it, and only while somebody listens. It
// also knows who is looking at which ticket.
type bulletin struct {
	desk *desk.Desk
	log  *slog.Logger

	mu      sync.Mutex
	readers map[chan news]bool
	base    int64                           // the last event that the page of the first reader knew of; 0: not said
	looking map[ticket.Ref]map[string]*look // by name of the person
	swept   time.Time                       // when the looks that are over were forgotten
}

type look struct {
	open  int       // live connections
	until time.Time // for a page that has none
}

func newBulletin(d *desk.Desk, log *slog.Logger) *bulletin {
	return &bulletin{desk: d, log: log, readers: map[chan news]bool{}, looking: map[ticket.Ref]map[string]*look{}}
}

// run looks until ctx is done.
func (b *bulletin) run(ctx context.Context) error {
	clock := time.NewTicker(beat)
	defer clock.Stop()
	last := desk.Pulse{LastEvent: -1}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-clock.C:
		}
		if !b.heard() {
			last.LastEvent = -1
			continue
		}
		if last.LastEvent < 0 {
			last = desk.Pulse{LastEvent: b.from()} // nothing is missed between a page and the first look
		}
		now, err := b.tick(ctx, last)
		if err != nil {
			b.log.Warn("live updates: the database could not be asked", "error", err)
			continue
		}
		last = now
	}
}

func (b *bulletin) heard() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.readers) > 0
}

// from is where the first look behind a silence begins: -1 for now.
func (b *bulletin) from() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.base == 0 {
		return -1
	}
	return b.base
}

// tick is one look.
func (b *bulletin) tick(ctx context.Context, last desk.Pulse) (desk.Pulse, error) {
	now, err := b.desk.Pulse(ctx)
	if err != nil || last.LastEvent < 0 || now.LastEvent == last.LastEvent && maps.Equal(now.Tabs, last.Tabs) {
		return now, err
	}
	n, err := b.since(ctx, last.LastEvent, now)
	if err != nil {
		return last, err
	}
	b.tell(n)
	return now, nil
}

// since is what happened behind an event.
func (b *bulletin) since(ctx context.Context, event int64, now desk.Pulse) (news, error) {
	events, err := b.desk.EventsSince(ctx, event, mostNews)
	return news{tabs: now.Tabs, events: slices.DeleteFunc(events, func(e ticket.Happening) bool { return e.Ref == "" })}, err
}

// tell passes news on. A page that does not keep up misses some; it sees them when it is loaded next.
func (b *bulletin) tell(n news) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for r := range b.readers {
		select {
		case r <- n:
		default:
		}
	}
}

// subscribe passes news on to a page that knows of everything up to the event since.
func (b *bulletin) subscribe(since int64) (chan news, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.readers) == 0 {
		b.base = since
	}
	c := make(chan news, newsQueue)
	b.readers[c] = true
	return c, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.readers, c)
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
	b.tell(news{})
	return func() {
		b.count(ref, name, -1)
		b.tell(news{})
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
	since, err := strconv.ParseInt(cmp.Or(r.FormValue("since"), "0"), 10, 64)
	if err != nil || since < 0 {
		return errors.Join(ticket.ErrNotFound, err)
	}
	s := &stream{request: r, to: http.NewResponseController(r.w), ref: ref}
	h := r.w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no")
	in, leave := r.live.subscribe(since)
	defer leave()
	if ref != "" {
		defer r.live.connect(ref, r.who.Name)()
	}
	if err := s.catchUp(since); err != nil {
		return err
	}
	return s.run(in)
}

// stream is one open page.
type stream struct {
	*request
	to      *http.ResponseController
	ref     ticket.Ref
	looking string
}

// catchUp tells what happened since the page was written: it may have been hidden, or its line broken.
func (s *stream) catchUp(since int64) error {
	now, err := s.Desk.Pulse(s.Context())
	if err != nil || since == 0 || now.LastEvent <= since {
		return err
	}
	n, err := s.live.since(s.Context(), since, now)
	if err != nil {
		return err
	}
	return s.pass(n)
}

func (s *stream) run(in <-chan news) error {
	clock := time.NewTicker(keepAlive)
	defer clock.Stop()
	for err := s.send("hello", "{}"); err == nil; {
		select {
		case <-s.Context().Done():
			return nil
		case n := <-in:
			err = s.pass(n)
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

func (s *stream) pass(n news) error {
	if n.tabs == nil {
		return nil // somebody came or went
	}
	tabs := map[ticket.Tab]string{}
	for t, count := range n.tabs {
		tabs[t] = s.Number(count)
	}
	if err := s.sendJSON("tabs", tabs); err != nil {
		return err
	}
	for _, e := range n.events {
		if !telling(e.Name) {
			continue
		}
		if err := s.sendJSON("changed", s.change(e)); err != nil {
			return err
		}
	}
	return nil
}

// change is what a page is told of an event.
type change struct {
	Ref  ticket.Ref `json:"ref"`
	Text string     `json:"text"`
	Own  bool       `json:"own"` // the person of this page did it
	Tab  ticket.Tab `json:"tab"` // where the ticket stands now
}

func (s *stream) change(e ticket.Happening) change {
	return change{Ref: e.Ref, Text: e.Actor + ": " + s.Event(e.Event), Own: e.Actor == s.who.Name, Tab: e.Tab}
}

// telling reports whether an event changes what a page shows.
func telling(name string) bool {
	return slices.Contains([]string{
		ticket.EventReceived, ticket.EventChecked, ticket.EventSuperseded, ticket.EventAsked, ticket.EventApproved, ticket.EventRejected, ticket.EventReopened,
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

func (s *stream) send(event, data string) error {
	if err := s.to.SetWriteDeadline(time.Now().Add(keepAlive)); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.w, "event: %s\ndata: %s\n\n", event, data); err != nil {
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
