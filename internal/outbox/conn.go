package outbox

import (
	"errors"
	"net"
	"sync"
	"time"
)

// maxReply bounds what a server may say in one stage, TLS included. Replies are short: RFC 5321 section 4.5.3.1.5 allows 512
// octets a line.
const maxReply = 256 << 10

var errFlood = errors.New("the server does not stop talking")

// conn owns the deadlines of one connection. Each stage has one, set when it begins: a server that sends an octet now and then
// does not prolong it. Over all stages stands a limit, that of the message under way, or of a shutdown.
type conn struct {
	net.Conn

	mu      sync.Mutex
	end     time.Time // of the stage
	limit   time.Time // zero: none
	left    int       // octets that the server may still say in this stage
	handing bool      // DATA was said: the message is finished even when we are to stop
	stopped bool
}

// stage starts the next exchange.
func (c *conn) stage(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end, c.left = time.Now().Add(d), maxReply
	c.apply()
}

// within sets the limit for all stages to come, unless a shutdown has set one already.
func (c *conn) within(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.stopped {
		c.limit = time.Now().Add(d)
	}
}

// handOver tells that DATA begins (true) or has been answered.
func (c *conn) handOver(on bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.handing = on
	if !on && c.stopped {
		c.limit = time.Now()
		c.apply()
	}
}

// stop ends the connection's work: at once, or after the grace when a message is being handed over.
func (c *conn) stop(grace time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stopped {
		return
	}
	c.stopped = true
	limit := time.Now()
	if c.handing {
		limit = limit.Add(grace)
	}
	if c.limit.IsZero() || limit.Before(c.limit) {
		c.limit = limit
	}
	c.apply()
}

func (c *conn) isStopped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.stopped
}

// apply holds c.mu. An error of SetDeadline means that the connection is closed: the next read or write says so too.
func (c *conn) apply() {
	t := c.end
	if !c.limit.IsZero() && (t.IsZero() || c.limit.Before(t)) {
		t = c.limit
	}
	_ = c.Conn.SetDeadline(t)
}

// Read counts what the server says.
func (c *conn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left -= n; c.left < 0 {
		return 0, errFlood
	}
	return n, err
}
