package staff

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

// line is a throttle whose clock is moved by hand, and whose waits add up.
type line struct {
	*throttle
	t     *testing.T
	now   time.Time
	waits []time.Duration
}

func newLine(t *testing.T) *line {
	l := &line{t: t, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	l.throttle = newThrottle(func() time.Time { return l.now }, func(ctx context.Context, d time.Duration) error {
		l.waits = append(l.waits, d)
		return ctx.Err()
	}, []byte("key"))
	return l
}

// try is one try; it returns how long it waited.
func (l *line) try(all ...by) (time.Duration, *turn) {
	l.t.Helper()
	l.waits = nil
	t, err := l.begin(l.t.Context(), all...)
	if err != nil {
		l.t.Fatal(err)
	}
	var sum time.Duration
	for _, d := range l.waits {
		sum += d
	}
	return sum, t
}

func TestEachFailureMakesTheNextAnswerSlower(t *testing.T) {
	l := newLine(t)
	eva := by{byName, "eva"}
	for i, want := range []time.Duration{0, 1, 2, 4, 8, 15, 15, 15} {
		if got, _ := l.try(eva); got != want*time.Second {
			t.Errorf("try %d waits %v, want %v s", i+1, got, int(want))
		}
	}
	if got, _ := l.try(by{byName, "jan"}); got != 0 {
		t.Errorf("another name waits %v", got)
	}
	if got, _ := l.try(by{bySource, "eva"}); got != 0 {
		t.Errorf("a source of the same spelling waits %v", got)
	}
	_, turn := l.try(eva)
	turn.succeeded()
	if got, _ := l.try(eva); got != 0 {
		t.Errorf("after a success it waits %v", got)
	}
}

func TestFailuresAreForgotten(t *testing.T) {
	l := newLine(t)
	for range 8 {
		l.try(by{byName, "eva"})
	}
	for _, want := range []time.Duration{15, 8, 2} { // 8 failures, then (8+1)/2, then (4+1)/2
		if got, _ := l.try(by{byName, "eva"}); got != want*time.Second {
			t.Errorf("waits %v, want %v s", got, int(want))
		}
		l.now = l.now.Add(decay)
	}
	l.now = l.now.Add(100 * 24 * time.Hour)
	if got, _ := l.try(by{byName, "eva"}); got != 0 {
		t.Errorf("after a season it waits %v", got)
	}
}

func TestASuccessLeavesTheFailuresOfItsSource(t *testing.T) {
	l := newLine(t)
	for _, name := range []string{"a", "b", "c"} {
		l.try(by{byName, name}, by{bySource, home})
	}
	_, turn := l.try(by{byName, "mine"}, by{bySource, home})
	turn.succeeded()
	if got, _ := l.try(by{byName, "d"}, by{bySource, home}); got != 4*time.Second {
		t.Errorf("an account of one's own buys tries at others: waits %v, want 4 s", got)
	}
}

func TestASourceIsANetwork(t *testing.T) {
	for address, want := range map[string]string{
		"192.0.2.7": "192.0.2.7", "::ffff:192.0.2.7": "192.0.2.7", "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "2001:db8:1:2::9": "2001:db8:1:2::/64",
		"fe80::1%eth0": "fe80::/64", "": "", "unix": "unix",
	} {
		if got := sourceOf(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

// Many tries at once do not all come before the first failure is counted.
func TestTriesAtOnceAreCountedAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newThrottle(time.Now, pause, []byte("key"))
		start := time.Now()
		took := make(chan time.Duration, 5)
		for range 5 {
			go func() {
				if _, err := l.begin(t.Context(), by{byName, "eva"}); err != nil {
					t.Error(err)
				}
				took <- time.Since(start)
			}()
		}
		var got []time.Duration
		for range 5 {
			got = append(got, (<-took).Round(time.Second)/time.Second)
		}
		if fmt.Sprint(got) != fmt.Sprint([]time.Duration{0, 1, 2, 4, 8}) {
			t.Errorf("five tries at once take %d seconds", got)
		}
	})
}

func TestAWaitEndsWithItsRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newThrottle(time.Now, pause, []byte("key"))
		eva := by{byName, "eva"}
		for range 4 {
			if _, err := l.begin(t.Context(), eva); err != nil {
				t.Fatal(err)
			}
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start := time.Now()
		if _, err := l.begin(ctx, eva); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		if c := l.counter(eva, time.Now()); c.failures != 4 || c.waiting != 0 || l.waiting != 0 {
			t.Errorf("a try that never was is counted: %+v, %d wait", c, l.waiting)
		}
	})
}

func TestWaitersAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newThrottle(time.Now, pause, []byte("key"))
		ctx, cancel := context.WithCancel(t.Context())
		busy := 0
		for source := range 30 {
			for range maxWaitingOne + 2 { // the first does not wait, and the last is one too many
				synctest.Wait()
				from := by{bySource, fmt.Sprint(source)}
				l.mu.Lock()
				free := l.counter(from, time.Now()).waiting < maxWaitingOne && l.waiting < maxWaiting
				l.mu.Unlock()
				if free {
					go func() { _, _ = l.begin(ctx, from) }()
					continue
				}
				if _, err := l.begin(ctx, by{byName, "x"}, from); errors.Is(err, ErrBusy) {
					busy++
				}
			}
		}
		synctest.Wait()
		if l.waiting != maxWaiting || busy < 20 {
			t.Errorf("%d wait, %d were sent away", l.waiting, busy)
		}
		if _, err := l.begin(ctx, by{byName, "owner"}, by{bySource, "his own"}); err != nil {
			t.Errorf("who need not wait is sent away: %v", err)
		}
		cancel()
		synctest.Wait()
		if l.waiting != 0 {
			t.Errorf("%d still wait", l.waiting)
		}
	})
}

func TestCountersAreBounded(t *testing.T) {
	l := newLine(t)
	for range 6 {
		l.try(by{byName, "eva"})
	}
	for i := range maxCounters + 500 {
		l.try(by{bySource, fmt.Sprint(i)})
	}
	if n := len(l.counters[bySource]); n > maxCounters {
		t.Errorf("%d counters", n)
	}
	if got, _ := l.try(by{byName, "eva"}); got != maxDelay {
		t.Errorf("a flood of addresses makes the failures of a name forgotten: waits %v", got)
	}
}
