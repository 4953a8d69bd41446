package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that is wrong, told for an admin.
type Problem struct {
	What string // "mailbox.port", "unknown key mailbox.hots"
	Line int    // in the file; 0 where there is none
	Text string // what is wrong and what to do; never a secret
}

// String is the problem in one line.
func (p Problem) String() string {
	what := p.What
	if p.Line > 0 {
		what = strings.TrimSpace(fmt.Sprintf("%s (line %d)", what, p.Line))
	}
	if what == "" {
		return p.Text
	}
	return what + ": " + p.Text
}

// Error holds every problem of a file, in the order of its lines.
type Error struct {
	File     string // empty when it was not read from a file
	Problems []Problem
}

// Error gives one line for each problem.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
		if e.File != "" {
			lines[i] = e.File + ": " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// asError sorts the problems, those without a line last, and is nil when there are none.
func asError(file string, problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	const last = 1 << 30
	line := func(p Problem) int { return cmp.Or(p.Line, last) }
	problems = slices.Clone(problems)
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(line(a), line(b)) })
	return &Error{File: file, Problems: problems}
}

// meant are the words that other programs use for our keys.
var meant = map[string]string{
	"imap": "mailbox", "inbox": "mailbox", "mail": "mailbox", "submission": "smtp", "db": "database", "web": "console",
	"http": "console", "logging": "log", "servicedesk": "desk",
	"user": "username", "login": "username", "server": "host", "hostname": "host", "ssl": "tls", "security": "tls",
	"lang": "language", "from": "address", "email": "address", "interval": "poll_interval", "processed_folder": "handled_folder",
	"archive_folder": "handled_folder", "dir": "folder", "directory": "folder", "bind": "listen", "file": "path",
	"cafile": "ca_file", "ca": "ca_file", "helo": "hello_name", "ehlo": "hello_name", "key": "key_file",
}

// advise says what an unknown key of a section was probably meant to be, and names that key where there is one. Values are
// not looked at: they may be secrets.
func advise(key string, known []string, elsewhere map[string]string) (advice, guess string) {
	lower := strings.ToLower(key)
	if isSecretName(lower) && slices.Contains(known, "password_file") {
		return "secrets do not belong in this file: put it in a file of its own and name that with password_file", "password_file"
	}
	if best := nearest(lower, known); best != "" {
		return "did you mean " + best + "?", best
	}
	if section, ok := elsewhere[lower]; ok {
		return "that key belongs in the section " + section, ""
	}
	return "known here are " + strings.Join(known, ", "), ""
}

func isSecretName(key string) bool {
	return slices.Contains([]string{"password", "pass", "passwd", "secret", "token"}, key)
}

func nearest(key string, known []string) string {
	if word, ok := meant[key]; ok && slices.Contains(known, word) {
		return word
	}
	best, bestAt := "", max(1, len(key)/3)+1
	for _, k := range known {
		if d := distance(key, k); d < bestAt {
			best, bestAt = k, d
		}
	}
	return best
}

// distance counts the single-letter edits and swaps of neighbours between two short words (optimal string alignment).
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
