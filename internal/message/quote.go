package message

import (
	"strings"
)

// pieces is a text taken apart: what the sender wrote, what was quoted from earlier mails, what was passed on.
type pieces struct {
	own, quoted strings.Builder
	begun       bool            // own has more than blank lines
	bare        strings.Builder // own without the names of fields that were asked
	forwarded   []string        // lines below the sign of a forwarded message, nil when there is none
	earlier     []string        // lines from the introduction of an earlier mail on that are not marked; they are quoted, too
}

// thread is what the header says of the place of a mail in a conversation.
type thread struct {
	forward bool // the subject announces a forwarded message
	fresh   bool // it answers nothing and announces nothing
}

// splitText takes a text apart, line by line. Lines quoted with ">" are quoted wherever they stand, so that answers between them
// are own words. Below the introduction of an earlier mail without such marks all is quoted, or all is passed on where the
// subject announces it.
func splitText(text string, in thread) *pieces {
	p := &pieces{}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); {
		if p.quoted.Len() == 0 && isQuotedForward(lines, i, in.forward) {
			p.forwarded = lines[i:]
			return p
		}
		size, sign := introduction(lines, i)
		// A first mail that begins with "Van: ... Datum: ..." is a letter, no earlier mail; with "reply above this line" it is the help
		// desk's own.
		opens := !p.begun && (sign == signAbove || in.fresh && sign == signOriginal && isHeaderBlock(lines, i))
		if size == 0 || opens {
			p.line(lines, i)
			i++
			continue
		}
		if sign == signForward || in.forward && sign != signAttribution {
			p.forwarded = lines[i:]
			return p
		}
		start := i
		p.quote(lines[i : i+size])
		i += size
		if next := nextLine(lines, i); next < len(lines) && isQuoted(lines[next]) {
			continue
		}
		p.quote(lines[i:])
		if p.earlier = lines[start:]; sign == signAttribution {
			p.earlier = nil
		}
		return p
	}
	return p
}

func (p *pieces) quote(lines []string) {
	for _, line := range lines {
		if line != quoteMark {
			p.quoted.WriteString(line)
			p.quoted.WriteByte('\n')
		}
	}
}

// line files one ordinary line.
func (p *pieces) line(lines []string, i int) {
	line := lines[i]
	if isEscapedFrom(lines, i) {
		p.begun = true
		p.own.WriteString(line[1:] + "\n")
		p.bare.WriteString(line[1:] + "\n")
		return
	}
	if isQuoted(line) || isSpilled(lines, i) {
		p.quote(lines[i : i+1])
		return
	}
	if isRule(line) {
		if next := nextLine(lines, i+1); next < len(lines) {
			if size, _ := introduction(lines, next); size > 0 {
				return // the rule above an earlier mail
			}
		}
	}
	p.begun = p.begun || strings.TrimSpace(line) != ""
	p.own.WriteString(answered(lines, i))
	p.own.WriteByte('\n')
	p.bare.WriteString(line)
	p.bare.WriteByte('\n')
}

// isQuotedForward recognises a forwarded message that is quoted as a whole, its introduction included, as Apple Mail does. Below
// other quoted lines it belongs to an earlier mail; the caller sees to that.
func isQuotedForward(lines []string, i int, forward bool) bool {
	if !isQuoted(lines[i]) {
		return false
	}
	sign := banner(strings.TrimLeft(lines[i], "> "))
	return sign == signForward || forward && (sign == signOriginal || isHeaderBlock(lines, i))
}

func isQuoted(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " "), ">") }

// isEscapedFrom recognises the mark that mbox files set before a line that begins with "From ", which quotes nothing.
func isEscapedFrom(lines []string, i int) bool {
	return strings.HasPrefix(lines[i], ">From ") && (i == 0 || !isQuoted(lines[i-1])) && (i+1 == len(lines) || !isQuoted(lines[i+1]))
}

// isSpilled recognises the end of a quoted line that was wrapped without a mark: a short line squeezed between two quoted ones,
// the first of them full.
func isSpilled(lines []string, i int) bool {
	const full = 66
	return i > 0 && i+1 < len(lines) && lines[i] != "" && len(lines[i]) < 30 && len(lines[i-1]) >= full &&
		isQuoted(lines[i-1]) && isQuoted(lines[i+1])
}

// isRule recognises a line of underscores or dashes.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 10 && strings.Trim(line, "_-=*") == ""
}

// nextLine returns the index of the first line from i on that is not empty, at most three further on.
func nextLine(lines []string, i int) int {
	for n := range 4 {
		if i+n < len(lines) && strings.TrimSpace(lines[i+n]) != "" {
			return i + n
		}
	}
	return len(lines)
}

// sign is what introduces an earlier mail.
type sign int

const (
	signNone        sign = iota
	signAttribution      // "On ... wrote:"
	signOriginal         // "-----Original Message-----", a block of header fields, a mark in HTML
	signAbove            // "-- Please type your reply above this line --"
	signForward          // "---------- Forwarded message ----------"
)

// introduction reports how many lines from i on introduce an earlier mail, and how; 0 when they do not.
func introduction(lines []string, i int) (size int, s sign) {
	line := strings.TrimSpace(lines[i])
	if line == quoteMark {
		return markedQuote(lines, i)
	}
	if isGroupWise(line) {
		return 1, signOriginal
	}
	if line == "" || line[0] == '>' {
		return 0, signNone
	}
	if s := banner(line); s != signNone {
		return 1, s
	}
	if s := bareBanner(lines, i); s != signNone {
		return 1, s
	}
	if isHeaderBlock(lines, i) {
		return 1, signOriginal
	}
	if n := attribution(lines, i); n > 0 {
		return n, signAttribution
	}
	return 0, signNone
}

// markedQuote reads what a mark in HTML introduces: what the lines below it say, else an earlier mail.
func markedQuote(lines []string, i int) (int, sign) {
	next := nextLine(lines, i+1)
	if next >= len(lines) {
		return 1, signNone
	}
	if lines[next] == quoteMark {
		return next - i, signNone
	}
	if size, s := introduction(lines, next); size > 0 {
		return next - i + size, s
	}
	if isQuoted(lines[next]) {
		return next - i, signAttribution
	}
	return 1, signOriginal
}

// attribution recognises "On 3 May 2025 at 10:02, X wrote:", in our languages, over up to four lines. Own words may look like
// it; so there must be a date with a time, an address, or quoted lines right below.
func attribution(lines []string, i int) int {
	const maxLine, maxLines = 300, 4
	joined := ""
	for n := range maxLines {
		if i+n >= len(lines) || len(lines[i+n]) > maxLine || isQuoted(lines[i+n]) {
			return 0
		}
		line := strings.TrimSpace(lines[i+n])
		if line == "" || line == quoteMark || n > 0 && len(joined) > 2*maxLine {
			return 0
		}
		if joined = strings.TrimSpace(joined + " " + line); n == 0 && !opensAttribution(joined) {
			return 0
		}
		if strings.HasSuffix(line, ":") {
			next := nextLine(lines, i+n+1)
			below := next < len(lines) && isQuoted(lines[next])
			if isAttribution(strings.ToLower(joined), below) {
				return n + 1
			}
			return 0
		}
	}
	return 0
}

// opensAttribution is the quick test on the first line: an attribution that goes on in the next line begins with a date.
func opensAttribution(line string) bool {
	if strings.HasSuffix(line, ":") {
		return true
	}
	if !strings.ContainsAny(line, "0123456789") {
		return false
	}
	for _, start := range []string{"Op ", "Le ", "On ", "Am ", "Il ", "El ", "Em ", "W dniu ", "Den "} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return containsAny(strings.ToLower(line), wroteWords)
}

// isAttribution judges one joined line in lower case. below tells that quoted lines follow.
func isAttribution(line string, below bool) bool {
	wrote := false
	for _, word := range wroteWords {
		wrote = wrote || strings.Contains(line, word)
	}
	dated := strings.ContainsAny(line, "0123456789")
	precise := hasTime(line) || strings.Contains(line, "@")
	if below {
		return wrote || precise
	}
	return wrote && precise && dated && !containsAny(" "+line, selfWords)
}

// hasTime reports whether s holds a time such as 10:02, 10h02 or 10.02 uur; a year does as well where a date is complete.
func hasTime(s string) bool {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := range len(s) {
		if (s[i] == ':' || s[i] == 'h' || s[i] == '.') && digit(i-1) && digit(i+1) && digit(i+2) && !digit(i+3) && !digit(i-3) {
			return true
		}
		if s[i] == '2' && strings.HasPrefix(s[i:], "20") && digit(i+2) && digit(i+3) && !digit(i+4) && !digit(i-1) {
			return true
		}
	}
	return false
}
