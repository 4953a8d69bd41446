package mailbox

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"
)

// Watcher watches one folder. Make it with New.
type Watcher struct {
	cfg     Config
	handler Handler
	log     *slog.Logger

	// Only Run touches these.
	culprit culprit
	filing  filing

	mu     sync.Mutex
	status Status
}

// New checks the configuration; it connects to nothing. A nil log drops everything.
func New(cfg Config, h Handler, log *slog.Logger) (*Watcher, error) {
	cfg = cfg.withDefaults()
	if err := cfg.validate(); err != nil {
		return nil, err
	}
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	w := &Watcher{cfg: cfg, handler: h, log: log.With("mailbox", cfg.Name())}
	w.status.Since = cfg.Now().UTC()
	return w, nil
}

// Status says how it goes; any goroutine may ask.
func (w *Watcher) Status() Status {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.status
}

func (w *Watcher) update(f func(*Status)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f(&w.status)
}

// Run watches until ctx is done, and then returns nil. Whatever fails is told by Status and the log, and tried again.
func (w *Watcher) Run(ctx context.Context) error {
	for failures := 0; ; failures++ {
		before := w.Status()
		err := w.watch(ctx)
		if ctx.Err() != nil {
			w.connected(false)
			return nil
		}
		after := w.Status()
		if after.Fetched > before.Fetched || after.LastLook.After(before.LastLook) {
			failures = 0 // it got on
		}
		wait := w.backoff(err, failures)
		w.failed(err, wait)
		if !pause(ctx, wait) {
			return nil
		}
	}
}

// backoff doubles from the first wait to the longest, and adds up to a quarter, so that many clients do not come back at once.
func (w *Watcher) backoff(err error, failures int) time.Duration {
	least, most := w.cfg.RetryMin, w.cfg.RetryMax
	var t *Trouble
	if errors.As(err, &t) && t.refused {
		least, most = w.cfg.RefusedMin, w.cfg.RefusedMax
	}
	wait := most
	if failures < 30 && least<<failures < most {
		wait = least << failures
	}
	return wait + time.Duration(w.cfg.Rand()*float64(wait)/4)
}

// pause waits, and reports whether ctx outlived it.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// failed tells once per kind of failure, not once per try.
func (w *Watcher) failed(err error, wait time.Duration) {
	w.connected(false)
	text, known := err.Error(), false
	w.update(func(s *Status) {
		known = s.LastError == text
		s.LastError, s.LastErrorAt = text, w.cfg.Now().UTC()
	})
	level := slog.LevelWarn
	if known {
		level = slog.LevelDebug
	}
	w.log.Log(context.Background(), level, "mailbox: "+text, "retry_in", wait.Round(time.Millisecond))
}

func (w *Watcher) connected(yes bool) {
	w.update(func(s *Status) {
		if s.Connected != yes {
			s.Connected, s.Since = yes, w.cfg.Now().UTC()
		}
		s.Idle = s.Idle && yes
	})
}

// watch is one connection: look, file, wait, until something breaks.
func (w *Watcher) watch(ctx context.Context) error {
	s, err := open(ctx, w.cfg)
	if err != nil {
		return err
	}
	defer s.close()
	cursor, err := w.handler.Cursor(ctx, w.cfg.Name(), s.validity)
	if err != nil {
		return w.cfg.ownTrouble("read the cursor", err)
	}
	w.connected(true)
	w.log.Info("mailbox: connected", "uid_validity", s.validity, "cursor", cursor, "idle", s.canIdle())
	l := &look{watcher: w, session: s, cursor: cursor}
	for told := false; ; {
		if err := l.run(ctx, told); err != nil {
			return err
		}
		if err := w.file(ctx, s); err != nil {
			return err
		}
		if told, err = s.wait(ctx, func() { w.update(func(st *Status) { st.Idle = true }) }); err != nil {
			return err
		}
	}
}

// looked records that nothing is left above the cursor.
func (w *Watcher) looked() {
	recovered := false
	w.update(func(s *Status) {
		s.LastLook = w.cfg.Now().UTC()
		recovered = s.LastError != ""
		s.LastError = ""
	})
	if recovered {
		w.log.Info("mailbox: all is well again")
	}
}

// wait returns when the server tells of news, or at the next poll. With IDLE the server tells at once (RFC 2177); it is left and taken up
// again at every poll, which also shows whether the connection still lives. DONE is sent, but its answer is not awaited: the next command
// follows at once, and finish looks at it later.
func (s *session) wait(ctx context.Context, idling func()) (told bool, err error) {
	if len(s.news) == 0 && s.canIdle() {
		if err := s.startIdle(); err != nil {
			return false, err
		}
		if s.idle != nil {
			idling()
		}
	}
	timer := time.NewTimer(min(s.cfg.PollInterval, maxIdle))
	defer timer.Stop()
	select {
	case <-s.news:
		told = true
	case <-timer.C:
	case <-s.client.Closed():
		return false, s.explain("wait for mail", errGone)
	case <-ctx.Done():
		return false, context.Cause(ctx)
	}
	if s.idle != nil {
		if err := s.idle.Close(); err != nil {
			return false, s.explain("end IDLE", err)
		}
	}
	return told, nil
}

// startIdle enters IDLE; a server that refuses it is polled from then on.
func (s *session) startIdle() error {
	err := s.do("IDLE", chatter, func() (err error) {
		s.idle, err = s.client.Idle()
		return err
	})
	if err != nil && s.wire.why() == nil {
		s.idle, s.noIdle = nil, true
		return nil
	}
	return err
}

// hear forgets the news so far: what is asked from now on covers it.
func (s *session) hear() {
	select {
	case <-s.news:
	default:
	}
}

// finish takes the answer to a DONE, once the answer to a later command is there.
func (s *session) finish() error {
	if s.idle == nil {
		return nil
	}
	idle := s.idle
	s.idle = nil
	return s.do("end IDLE", chatter, idle.Wait)
}
