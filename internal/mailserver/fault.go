package mailserver

import (
	"bytes"
	"context"
	"crypto/tls"
	"net"
	"slices"
	"sync"
)

// faults are the ways in which the server misbehaves on order.
type faults struct {
	mu      sync.Mutex
	going   chan struct{} // closed: going on; open: paused
	rewrite func(out []byte) []byte
	conns   map[*conn]struct{}
}

func (f *faults) init() {
	f.going = make(chan struct{})
	close(f.going)
	f.conns = map[*conn]struct{}{}
}

// Pause makes the server accept connections and commands and say nothing, IMAP and SMTP alike, until Resume.
func (s *Server) Pause() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	if isClosed(s.faults.going) {
		s.faults.going = make(chan struct{})
	}
}

// Resume ends a Pause.
func (s *Server) Resume() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	if !isClosed(s.faults.going) {
		close(s.faults.going)
	}
}

func isClosed(c chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// DropIMAP cuts all IMAP connections without a word. New ones are welcome.
func (s *Server) DropIMAP() { s.faults.drop(s.imapTCP, []*listener{nil}) }

// DropSMTP cuts all SMTP connections without a word.
func (s *Server) DropSMTP() { s.faults.drop(s.smtpTCP) }

// RewriteIMAP lets change see, and replace, everything that IMAP sends from now on, a write at a time: each response starts a new write.
// It sees clear text, but for connections that turned to STARTTLS, and is called by one connection at a time. nil ends it.
func (s *Server) RewriteIMAP(change func(out []byte) []byte) {
	var one sync.Mutex
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.rewrite = nil
	if change != nil {
		s.faults.rewrite = func(out []byte) []byte {
			one.Lock()
			defer one.Unlock()
			return change(out)
		}
	}
}

// drop closes the connections of some listeners; a nil listener stands for the pipe.
func (f *faults) drop(of ...[]*listener) {
	f.mu.Lock()
	var doomed []*conn
	for c := range f.conns {
		for _, list := range of {
			if slices.Contains(list, c.from) || (c.piped && slices.Contains(list, nil)) {
				doomed = append(doomed, c)
			}
		}
	}
	f.mu.Unlock()
	for _, c := range doomed {
		_ = c.Close()
	}
}

// listener hands out connections that obey the faults.
type listener struct {
	net.Listener
	tls    *tls.Config // not nil: TLS from the start
	server *Server
	wrap   func(*conn) net.Conn
}

// Accept waits for the next connection.
func (l *listener) Accept() (net.Conn, error) {
	raw, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	f := &l.server.faults
	_, piped := l.Listener.(*pipeListener)
	c := &conn{Conn: raw, faults: f, from: l, piped: piped, closed: make(chan struct{})}
	f.mu.Lock()
	f.conns[c] = struct{}{}
	f.mu.Unlock()
	switch {
	case l.tls != nil && l.wrap != nil: // the filter goes on top: it must see clear text
		c.Conn = tls.Server(raw, l.tls)
		return l.wrap(c), nil
	case l.tls != nil:
		return tls.Server(c, l.tls), nil // SMTP looks for a *tls.Conn
	case l.wrap != nil:
		return l.wrap(c), nil
	}
	return c, nil
}

// conn is a connection that can be paused and dropped.
type conn struct {
	net.Conn
	faults *faults
	from   *listener
	piped  bool
	filter func([]byte) []byte
	once   sync.Once
	closed chan struct{}
}

// Write sends, unless the server is paused: then it waits.
func (c *conn) Write(b []byte) (int, error) {
	c.faults.mu.Lock()
	going, rewrite := c.faults.going, c.faults.rewrite
	c.faults.mu.Unlock()
	select {
	case <-going:
	case <-c.closed:
		return 0, net.ErrClosed
	}
	out := b
	if c.filter != nil {
		out = c.filter(out)
		if rewrite != nil {
			out = rewrite(slices.Clone(out))
		}
	}
	if _, err := c.Conn.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Close ends the connection, also out of a pause.
func (c *conn) Close() error {
	c.once.Do(func() { close(c.closed) })
	c.faults.mu.Lock()
	delete(c.faults.conns, c)
	c.faults.mu.Unlock()
	return c.Conn.Close()
}

// wrapIMAP hides IDLE where it is to be left out: the protocol engine always advertises it.
func (s *Server) wrapIMAP(c *conn) net.Conn {
	c.filter = func(out []byte) []byte {
		if s.has("IDLE") || !bytes.Contains(out, []byte("CAPABILITY ")) {
			return out
		}
		return bytes.Replace(out, []byte(" IDLE"), nil, 1)
	}
	return c
}

// pipeListener accepts connections made by net.Pipe.
type pipeListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})}
}

func (l *pipeListener) dial(ctx context.Context) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case l.conns <- server:
		return client, nil
	case <-l.done:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// Accept waits for the next connection.
func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

// Close ends the accepting.
func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

// Addr is a name only.
func (l *pipeListener) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }
