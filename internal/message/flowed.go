package message

import "strings"

// unflow joins the lines of format=flowed (RFC 3676 section 4): a line that ends in a space goes on in the next one of the same
// quote depth. With delSp that space is only a mark and goes; a number cut in two comes out whole.
func unflow(text string, delSp bool) string {
	var b strings.Builder
	b.Grow(len(text))
	open, depth := false, 0
	for line := range strings.SplitSeq(text, "\n") {
		quotes, words := flowedLine(line)
		if open && quotes == depth && words != "-- " {
			// goes on
		} else {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			if quotes > 0 {
				b.WriteString(strings.Repeat(">", quotes) + " ")
			}
		}
		open = strings.HasSuffix(words, " ") && words != "-- "
		depth = quotes
		if open && delSp {
			words = words[:len(words)-1]
		}
		b.WriteString(words)
	}
	return b.String()
}

// flowedLine undoes quoting and space-stuffing of one line (sections 4.4 and 4.5).
func flowedLine(line string) (quotes int, words string) {
	words = strings.TrimLeft(line, ">")
	quotes = min(len(line)-len(words), 100)
	return quotes, strings.TrimPrefix(words, " ")
}
