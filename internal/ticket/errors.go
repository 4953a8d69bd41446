package ticket

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// The errors that use cases return. Test with errors.Is and errors.As.
var (
	ErrNotFound     = errors.New("not found")
	ErrNotAllowed   = errors.New("not allowed in this state")
	ErrReasonNeeded = errors.New("a reason is needed")
	ErrInvalid      = errors.New("invalid")
)

// Refusal says why something is refused and what to do, in the language of the reader; it wraps the errors that stand in the sentence.
type Refusal struct {
	Said Said
	Errs []error
}

// Refuse makes a refusal as fmt.Errorf makes an error: %w stands for an error that is wrapped.
func Refuse(format string, args ...any) error {
	format = strings.ReplaceAll(format, "%w", "%s")
	r := &Refusal{Said: Say(format, args...)}
	for _, a := range args {
		if err, ok := a.(error); ok {
			r.Errs = append(r.Errs, err)
		}
	}
	return r
}

// Error says it in English.
func (r *Refusal) Error() string { return r.Said.String() }

// Unwrap returns the errors that are wrapped.
func (r *Refusal) Unwrap() []error { return r.Errs }

// Conflict says that somebody was first (R8): the compare-and-swap found another state than the one that was shown.
type Conflict struct {
	What Said      // "check of SD-2026-000123"
	Now  Said      // its state now
	By   string    // who was first; empty when unknown
	At   time.Time // when
}

// Error names who was first.
func (c *Conflict) Error() string {
	if c.By == "" {
		return c.Said().String()
	}
	return fmt.Sprintf("%s is %s by now: %s was first, at %s", c.What, c.Now, c.By, c.At.UTC().Format("2006-01-02 15:04:05 UTC"))
}

// Said names who was first, for staff.
func (c *Conflict) Said() Said {
	if c.By == "" {
		return Say("%s is %s by now: look again before you decide", c.What, c.Now)
	}
	return Say("%s is %s by now: %s was first, at %s", c.What, c.Now, c.By, Moment(c.At))
}
