package mailbox

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func newHandover(commit func([]Fetched) error) *handover {
	h := &handover{queue: make(chan []Fetched), ended: make(chan struct{}), commit: commit}
	go h.run()
	return h
}

// While a batch is being committed the next is filled, up to its limit, and not a mail more.
func TestHandoverFillsWhileItCommits(t *testing.T) {
	for name, test := range map[string]struct {
		size int
		want int // mails in the batch that was filled meanwhile
	}{"by count": {10, batchCount}, "by octets": {batchBytes / 4, 4}, "one large mail": {batchBytes * 2, 1}} {
		t.Run(name, func(t *testing.T) {
			committing, goOn := make(chan int, 1000), make(chan struct{})
			h := newHandover(func(batch []Fetched) error {
				committing <- len(batch)
				<-goOn
				return nil
			})
			raw := make([]byte, test.size)
			if err := h.add(Fetched{UID: 1, Raw: raw}, true); err != nil { // the last that is there: it goes at once
				t.Fatal(err)
			}
			if n := <-committing; n != 1 {
				t.Fatalf("first batch of %d", n)
			}
			for n := range test.want - 1 { // these are only gathered: add does not wait
				if err := h.add(Fetched{UID: uint32(n + 2), Raw: raw}, false); err != nil {
					t.Fatal(err)
				}
			}
			full := make(chan error)
			go func() { full <- h.add(Fetched{UID: uint32(test.want + 1), Raw: raw}, false) }() // this one waits
			goOn <- struct{}{}
			if n := <-committing; n != test.want {
				t.Errorf("second batch of %d, want %d", n, test.want)
			}
			close(goOn)
			if err := errors.Join(<-full, h.close()); err != nil {
				t.Error(err)
			}
			if h.cursor != uint32(test.want+1) {
				t.Errorf("cursor %d", h.cursor)
			}
		})
	}
}

func TestHandoverStopsAtAFailure(t *testing.T) {
	var seen []int
	h := newHandover(func(batch []Fetched) error {
		seen = append(seen, len(batch))
		if batch[0].UID > 1 {
			return errDisk
		}
		return nil
	})
	var err error
	for uid := uint32(1); err == nil; uid++ {
		err = h.add(Fetched{UID: uid}, true)
	}
	if closing := h.close(); !errors.Is(err, errDisk) || !errors.Is(closing, errDisk) {
		t.Errorf("%v, %v", err, closing)
	}
	if diff := cmp.Diff([]int{1, 1}, seen); diff != "" || h.cursor != 1 {
		t.Error(diff, h.cursor)
	}
}

func TestCulprit(t *testing.T) {
	var c culprit
	for range suspect - 1 {
		c.add(7, 42)
	}
	if c.is(7, 42) || c.suspected() {
		t.Error("suspected too early")
	}
	c.add(7, 42)
	if !c.is(7, 42) || c.is(8, 42) || c.is(7, 43) || !c.suspected() {
		t.Errorf("%+v", c)
	}
	c.passed(7, 41)
	if !c.suspected() {
		t.Error("forgotten too early")
	}
	c.passed(7, 42)
	if c.suspected() {
		t.Error("not forgotten")
	}
	c.add(7, 43)
	c.add(7, 44)
	if c.tries(7, 43) != 0 || c.tries(7, 44) != 1 {
		t.Errorf("%+v", c)
	}
}
