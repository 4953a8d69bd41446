package nrn

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strconv"
)

// hidden stands for a number of which nothing is shown.
const hidden = "**.**.**-***.**"

// Masked returns the number for people, with the birth date only: 85.07.30-***.**. The zero Number is the empty string.
func (n Number) Masked() string {
	if n.IsZero() {
		return ""
	}
	return mask(n.Reveal())
}

func mask(digits string) string {
	return digits[:2] + "." + digits[2:4] + "." + digits[4:6] + "-***.**"
}

// String returns the masked number.
func (n Number) String() string { return n.Masked() }

// GoString returns the masked number in the form of a Go value.
func (n Number) GoString() string { return "nrn.Number(" + n.Masked() + ")" }

// Format writes the masked number for every verb, also for those that would go to the bytes (%x) or the fields (%#v).
func (n Number) Format(f fmt.State, verb rune) {
	text := n.Masked()
	switch {
	case verb == 'q':
		text = strconv.Quote(text)
	case verb == 'v' && f.Flag('#'):
		text = n.GoString()
	}
	// The error is the writer's; fmt.State has no way to return it.
	_, _ = io.WriteString(f, text)
}

// LogValue gives loggers the masked number.
func (n Number) LogValue() slog.Value { return slog.StringValue(n.Masked()) }

// MarshalText gives encoders the masked number.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.Masked()), nil }

// MarshalJSON gives the masked number, and null for none.
func (n Number) MarshalJSON() ([]byte, error) {
	if n.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(n.Masked())
}
