package mailbox

import (
	"errors"
	"net"
	"os"
	"sync"
	"time"
)

// wire is a connection that the reader cannot outwait and the server cannot flood. go-imap sets its own read deadlines, forgets them between
// commands, and tries a timed-out read again: so this takes over all of it, and closes the connection instead.
type wire struct {
	net.Conn

	mu       sync.Mutex
	silent   time.Duration // how long one read may take; 0: at rest, and it may take for ever
	limit    time.Time     // when everything must have been said
	deadline time.Time     // of the read under way; zero: none
	budget   int64         // octets that the server may still send
	cause    error         // why the connection was closed, from the first who closed it
	said     scanner
}

// expect starts the watch: from now on each read must bring something within silent, and everything must be said within total.
func (w *wire) expect(silent, total time.Duration, budget int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.silent, w.limit, w.budget = silent, time.Now().Add(total), budget
	w.arm()
}

// rest ends the watch: nothing is awaited, or we are the ones who are slow.
func (w *wire) rest() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.silent, w.limit, w.budget = 0, time.Time{}, max(w.budget, chatter)
	w.arm()
}

// arm moves the deadline, also that of a read that already waits; w.mu is held.
func (w *wire) arm() {
	w.deadline = time.Time{}
	if w.silent > 0 {
		w.deadline = time.Now().Add(w.silent)
		if w.limit.Before(w.deadline) {
			w.deadline = w.limit
		}
	}
	_ = w.Conn.SetReadDeadline(w.deadline) // fails on a closed connection only, as the read then does too
}

// Read reads within the deadline and the budget.
func (w *wire) Read(p []byte) (int, error) {
	for {
		w.mu.Lock()
		w.arm()
		left := w.budget
		w.mu.Unlock()
		if left <= 0 {
			w.end(errFlood)
			return 0, errFlood
		}
		n, err := w.Conn.Read(p[:min(int64(len(p)), left)])
		if garbled := w.note(p[:n]); garbled != nil {
			w.end(garbled)
			return 0, garbled
		}
		if n == 0 && errors.Is(err, os.ErrDeadlineExceeded) && w.moved() {
			continue
		}
		if err != nil {
			w.end(err)
		}
		return n, err
	}
}

// moved reports whether the deadline that woke a read is not the deadline any more.
func (w *wire) moved() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.cause == nil && (w.deadline.IsZero() || time.Now().Before(w.deadline))
}

// Write writes; go-imap gives it 30 seconds.
func (w *wire) Write(p []byte) (int, error) {
	n, err := w.Conn.Write(p)
	if err != nil {
		w.end(err)
	}
	return n, err
}

func (w *wire) note(b []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.budget -= int64(len(b))
	return w.said.scan(b)
}

// bye returns the text of the server's last BYE.
func (w *wire) bye() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.said.bye
}

// end closes the connection for a reason; the first reason stays.
func (w *wire) end(cause error) {
	w.mu.Lock()
	first := w.cause == nil
	if first {
		w.cause = cause
		if errors.Is(cause, os.ErrDeadlineExceeded) {
			w.cause = errSilent
		}
	}
	w.mu.Unlock()
	if first {
		_ = w.Conn.Close()
	}
}

// why returns the reason for which the connection ended, nil while it lives.
func (w *wire) why() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.cause
}

// SetReadDeadline does nothing: the deadlines are expect's.
func (w *wire) SetReadDeadline(time.Time) error { return nil }

// Close ends the connection for no particular reason.
func (w *wire) Close() error {
	w.end(net.ErrClosed)
	return nil
}
