package locale

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the binary carries what it needs

	"iec-iab.be/servicedesk/internal/ticket"
)

// style is how a language of Belgium writes numbers and sizes.
type style struct {
	thousand string
	decimal  string
	units    [4]string // octets, and a thousand times more each
}

// styles never changes.
var styles = map[ticket.Language]style{
	ticket.Dutch: {
		thousand: ".", decimal: ",", units: [4]string{"bytes", "kB", "MB", "GB"},
	},
	ticket.French: {
		thousand: "\u202f", decimal: ",", units: [4]string{"octets", "ko", "Mo", "Go"}, // U+202F: narrow, and never broken
	},
	ticket.English: {
		thousand: ",", decimal: ".", units: [4]string{"bytes", "kB", "MB", "GB"},
	},
}

var brussels = sync.OnceValue(func() *time.Location {
	here, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		panic(fmt.Sprintf("Europe/Brussels: %v", err)) // embedded: a fault of the build
	}
	return here
})

func local(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.In(brussels()).Format(layout)
}

// Date is a day as Belgium writes it, 27/11/2026; empty for the zero time, as all of these are.
func (s *Speaker) Date(t time.Time) string { return local(t, "02/01/2006") }

// DateTime is a day and a time to the minute, 27/11/2026 17:04.
func (s *Speaker) DateTime(t time.Time) string { return local(t, "02/01/2006 15:04") }

// Day is a day within a sentence.
func (s *Speaker) Day(t time.Time) string { return s.Date(t) }

// Moment is a time within a sentence.
func (s *Speaker) Moment(t time.Time) string { return s.DateTime(t) }

// Ago is how long something took or has waited, short: 12 s, 5 min, 3 u, 2 d. A time that is still to come counts as none.
func (s *Speaker) Ago(d time.Duration) string {
	switch d = max(d, 0); {
	case d < time.Minute:
		return s.T("%d s|age", int(d.Seconds()))
	case d < time.Hour:
		return s.T("%d min|age", int(d.Minutes()))
	case d < 48*time.Hour:
		return s.T("%d h|age", int(d.Hours()))
	}
	return s.T("%d d|age", int(d.Hours()/24))
}

// AgoLong is the same in words: 5 minuten geleden.
func (s *Speaker) AgoLong(d time.Duration) string {
	switch {
	case d < time.Second:
		return s.T("just now")
	case d < time.Minute:
		return s.count(int(d.Seconds()), s.T("1 second ago"), "%d seconds ago")
	case d < time.Hour:
		return s.count(int(d.Minutes()), s.T("1 minute ago"), "%d minutes ago")
	case d < 48*time.Hour:
		return s.count(int(d.Hours()), s.T("1 hour ago"), "%d hours ago")
	}
	return s.T("%d days ago", int(d.Hours()/24))
}

func (s *Speaker) count(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return s.T(many, n)
}

// Number is a whole number with its thousands apart: 1.234, 1 234, 1,234.
func (s *Speaker) Number(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	return sign + strings.Join(append([]string{digits}, parts...), s.style.thousand)
}

// Size is a number of octets, rounded for people: 512 bytes, 3,4 MB.
func (s *Speaker) Size(octets int64) string {
	if octets < 1000 {
		return s.Number(octets) + " " + s.style.units[0]
	}
	size, unit := float64(octets)/1000, 1
	for size >= 999.5 && unit < len(s.style.units)-1 {
		size, unit = size/1000, unit+1
	}
	if size >= 9.95 {
		return s.Number(int64(size+0.5)) + " " + s.style.units[unit]
	}
	text := strings.TrimSuffix(strconv.FormatFloat(size, 'f', 1, 64), ".0")
	return strings.Replace(text, ".", s.style.decimal, 1) + " " + s.style.units[unit]
}
