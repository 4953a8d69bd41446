//go:build !race

package reply

const measuresTime = true
