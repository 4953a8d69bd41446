package mailbox

import (
	"errors"
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"
)

func pipe(t *testing.T) (*wire, net.Conn) {
	t.Helper()
	client, server := net.Pipe()
	t.Cleanup(func() { _ = server.Close() })
	return &wire{Conn: client, budget: chatter}, server
}

func TestWireDeadlines(t *testing.T) {
	for name, test := range map[string]struct {
		silent, total, every time.Duration // every: how often the server says one octet
		want                 time.Duration
	}{
		"silent from the start": {10 * time.Second, time.Minute, time.Hour, 10 * time.Second},
		"trickles":              {10 * time.Second, time.Minute, 7 * time.Second, time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, server := pipe(t)
				talk := time.NewTicker(test.every)
				ended := make(chan struct{})
				go func() {
					for {
						select {
						case <-talk.C:
							_, _ = server.Write([]byte("x"))
						case <-ended:
							return
						}
					}
				}()
				began := time.Now()
				w.expect(test.silent, test.total, 1000)
				_, err := io.ReadAll(w)
				if took := time.Since(began); err == nil || !errors.Is(w.why(), errSilent) || took != test.want {
					t.Errorf("%v, %v after %v", err, w.why(), took)
				}
				close(ended)
			})
		})
	}
}

// The reader of go-imap always waits for something: a deadline set or lifted meanwhile must reach it.
func TestWireDeadlineMovesUnderAWaitingRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, server := pipe(t)
		read := make(chan error, 1)
		go func() {
			_, err := w.Read(make([]byte, 1))
			read <- err
		}()
		w.expect(10*time.Second, 10*time.Second, 10)
		time.Sleep(5 * time.Second)
		w.rest() // the wait is lifted
		time.Sleep(time.Hour)
		if w.why() != nil {
			t.Fatalf("gave up: %v", w.why())
		}
		w.expect(10*time.Second, 10*time.Second, 10)
		time.Sleep(9 * time.Second)
		w.expect(10*time.Second, 10*time.Second, 10) // and put off
		time.Sleep(9 * time.Second)
		if w.why() != nil {
			t.Fatalf("gave up: %v", w.why())
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if err := <-read; !errors.Is(w.why(), errSilent) {
			t.Errorf("%v, %v", err, w.why())
		}
		_ = server.Close()
	})
}

func TestWireBudget(t *testing.T) {
	w, server := pipe(t)
	go func() {
		for {
			if _, err := server.Write(make([]byte, 100)); err != nil {
				return
			}
		}
	}()
	w.expect(time.Minute, time.Minute, 950)
	b, err := io.ReadAll(w)
	if len(b) != 950 || !errors.Is(err, errFlood) || !errors.Is(w.why(), errFlood) {
		t.Errorf("%d octets, %v", len(b), err)
	}
}
