package config

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Size is a number of octets. It is written with a unit: 512KiB, 10MiB, 1GiB, or kB, MB, GB for powers of ten.
type Size int64

var sizeUnits = []struct {
	name   string
	octets int64
}{
	{"GiB", 1 << 30}, {"GB", 1e9}, {"MiB", 1 << 20}, {"MB", 1e6}, {"KiB", 1 << 10}, {"kB", 1e3}, {"B", 1},
}

// ParseSize reads a whole number with a unit.
func ParseSize(s string) (Size, error) {
	s = strings.TrimSpace(s)
	for _, u := range sizeUnits {
		digits, ok := cutUnit(s, u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseUint(strings.TrimSpace(digits), 10, 63)
		if err != nil || n > uint64(math.MaxInt64/u.octets) {
			break
		}
		return Size(int64(n) * u.octets), nil
	}
	return 0, fmt.Errorf("%.20q is not a size: write a whole number with a unit, as in 512KiB or 10MiB", s)
}

func cutUnit(s, unit string) (string, bool) {
	at := len(s) - len(unit)
	if at < 0 || !strings.EqualFold(s[at:], unit) {
		return "", false
	}
	return s[:at], true
}

// String is the size with the largest unit of 1024 that divides it.
func (s Size) String() string {
	for _, u := range sizeUnits {
		if n := int64(s); u.octets&(u.octets-1) == 0 && n != 0 && n%u.octets == 0 {
			return strconv.FormatInt(n/u.octets, 10) + u.name
		}
	}
	return strconv.FormatInt(int64(s), 10) + "B"
}
