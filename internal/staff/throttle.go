package staff

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"net/netip"
	"sync"
	"time"
)

// Failures make the next answer slower and never lock anybody out: who knows the password waits at most maxDelay, and in a browser in
// which he signed in before (a device cookie, see the OWASP page on them) he waits for nobody's failures but those of that browser.
const (
	maxDelay      = 15 * time.Second
	decay         = 15 * time.Minute // after which half of the failures are forgotten
	maxCounters   = 10_000           // of one kind
	maxWaiting    = 200              // tries that wait, altogether
	maxWaitingOne = 10               // of them from one source or device
	maxCodes      = 10               // wrong codes for one account from one source, until some are forgotten
)

// kind is what failures are counted by.
type kind int

const (
	byName     kind = iota // what was typed as a name, known or not
	bySource               // the IP address; of IPv6 the network of one customer
	byDevice               // the cookie of an earlier sign-in
	byCode                 // the account whose second factor is asked for
	byCodeFrom             // and from where
	kinds
)

// by is one thing that a try counts for.
type by struct {
	kind kind
	what string
}

type counterKey [sha256.Size]byte

type counter struct {
	failures int
	waiting  int
	at       time.Time // of the last failure
}

// throttle counts failures in memory. Its keys are keyed hashes: people type passwords where their name belongs.
type throttle struct {
	clock func() time.Time
	pause func(context.Context, time.Duration) error
	key   []byte

	mu       sync.Mutex
	counters [kinds]map[counterKey]*counter
	waiting  int
}

func newThrottle(clock func() time.Time, pause func(context.Context, time.Duration) error, key []byte) *throttle {
	t := &throttle{clock: clock, pause: pause, key: key}
	for k := range t.counters {
		t.counters[k] = map[counterKey]*counter{}
	}
	return t
}

// turn is one try. It counts as a failure from its begin on, so that many at once do not all come first.
type turn struct {
	t        *throttle
	counters []*counter
	kinds    []kind
}

// begin waits as long as earlier failures ask for. It fails when ctx ends, and with ErrBusy where too many wait already.
func (t *throttle) begin(ctx context.Context, all ...by) (*turn, error) {
	mine, wait, err := t.enter(all)
	if err != nil || wait == 0 {
		return mine, err
	}
	err = t.pause(ctx, wait)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.waiting--
	for _, c := range mine.counters {
		c.waiting--
		if err != nil {
			c.failures = max(0, c.failures-1) // it was no try
		}
	}
	if err != nil {
		return nil, err
	}
	return mine, nil
}

func (t *throttle) enter(all []by) (*turn, time.Duration, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now, mine, wait := t.clock(), &turn{t: t}, time.Duration(0)
	crowded := false
	for _, b := range all {
		if b.what == "" {
			continue
		}
		c := t.counter(b, now)
		if b.kind == byCodeFrom && c.failures >= maxCodes {
			return nil, 0, ErrBusy
		}
		crowded = crowded || (b.kind == bySource || b.kind == byDevice) && c.waiting >= maxWaitingOne
		wait = max(wait, delay(c.failures))
		mine.counters, mine.kinds = append(mine.counters, c), append(mine.kinds, b.kind)
	}
	if wait > 0 && (crowded || t.waiting >= maxWaiting) {
		return nil, 0, ErrBusy
	}
	if wait > 0 {
		t.waiting++
	}
	for _, c := range mine.counters {
		c.failures++
		c.at = now
		if wait > 0 {
			c.waiting++
		}
	}
	return mine, wait, nil
}

// delay is how long an answer takes after some failures: 1, 2, 4, 8, 15 seconds.
func delay(failures int) time.Duration {
	if failures == 0 {
		return 0
	}
	return min(maxDelay, time.Second<<min(failures-1, 10))
}

// counter returns the counter of a thing, made where there is none. The caller holds the lock.
func (t *throttle) counter(b by, now time.Time) *counter {
	all, key := t.counters[b.kind], t.keyOf(b)
	if c := all[key]; c != nil {
		c.forget(now)
		return c
	}
	if len(all) >= maxCounters {
		t.drop(all, now)
	}
	c := &counter{at: now}
	all[key] = c
	return c
}

func (c *counter) forget(now time.Time) {
	halvings := int(now.Sub(c.at) / decay)
	if halvings > 0 {
		c.failures >>= min(halvings, 30)
		c.at = c.at.Add(time.Duration(halvings) * decay)
	}
}

// drop makes room: of some counters, which a map hands out at random, those that are forgotten go, and the oldest one.
func (t *throttle) drop(all map[counterKey]*counter, now time.Time) {
	var oldest counterKey
	var at time.Time
	seen := 0
	for key, c := range all {
		if c.waiting > 0 {
			continue
		}
		if c.forget(now); c.failures == 0 {
			delete(all, key)
		} else if at.IsZero() || c.at.Before(at) {
			oldest, at = key, c.at
		}
		if seen++; seen == 64 {
			break
		}
	}
	delete(all, oldest)
}

func (t *throttle) keyOf(b by) counterKey {
	m := hmac.New(sha256.New, t.key)
	m.Write([]byte(b.what))
	return counterKey(m.Sum(nil))
}

// succeeded takes the failure back that begin had counted, and forgets the earlier ones of a name, device or account. Those of the
// source stay: with an account of his own nobody gets free tries at others.
func (r *turn) succeeded() {
	r.t.mu.Lock()
	defer r.t.mu.Unlock()
	for i, c := range r.counters {
		if r.kinds[i] == bySource {
			c.failures = max(0, c.failures-1)
		} else {
			c.failures = 0
		}
	}
}

// sourceOf is an IP address as failures are counted for it. A customer of IPv6 has a whole /64 to come from.
func sourceOf(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is4() {
		return ip.String()
	}
	network, err := ip.Prefix(64)
	if err != nil {
		return ip.String()
	}
	return network.String()
}
