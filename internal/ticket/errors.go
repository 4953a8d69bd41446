package ticket

import (
	"errors"
	"fmt"
	"time"
)

// The errors that use cases return. Test with errors.Is and errors.As.
var (
	ErrNotFound     = errors.New("not found")
	ErrNotAllowed   = errors.New("not allowed in this state")
	ErrReasonNeeded = errors.New("a reason is needed")
	ErrInvalid      = errors.New("invalid")
)

// Conflict says that somebody was first (R8): the compare-and-swap found another state than the one that was shown.
type Conflict struct {
	What string    // "check of SD-2026-000123"
	Now  string    // its state now
	By   string    // who was first; empty when unknown
	At   time.Time // when
}

// Error names who was first.
func (c *Conflict) Error() string {
	if c.By == "" {
		return fmt.Sprintf("%s is %s by now: look again before you decide", c.What, c.Now)
	}
	return fmt.Sprintf("%s is %s by now: %s was first, at %s", c.What, c.Now, c.By, c.At.UTC().Format("2006-01-02 15:04:05 UTC"))
}
