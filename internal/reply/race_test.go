//go:build race

package reply

const measuresTime = false // the race detector slows Markdown a hundredfold
