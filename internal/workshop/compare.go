package workshop

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DiffLine is one line of two texts side by side. A side that has no such line has the number 0.
type DiffLine struct {
	Left, Right             []Piece
	LeftNumber, RightNumber int // 1 is the first
	Changed                 bool
}

// Piece is a part of a line.
type Piece struct {
	Text   string
	Marked bool // it is not on the other side
}

// Compare lays two texts side by side, line by line; in lines that differ the words are marked that the other side does not have. Its cost
// is bounded: where two long texts have next to nothing in common, whole parts are marked.
func Compare(a, b string) []DiffLine {
	left, right := linesOf(a), linesOf(b)
	var out []DiffLine
	for _, s := range align(left, right) {
		for i := range max(s.aEnd-s.a, s.bEnd-s.b) {
			line := DiffLine{Changed: !s.same}
			l, r := "", ""
			if s.a+i < s.aEnd {
				line.LeftNumber, l = s.a+i+1, left[s.a+i]
			}
			if s.b+i < s.bEnd {
				line.RightNumber, r = s.b+i+1, right[s.b+i]
			}
			line.Left, line.Right = sides(line, l, r)
			out = append(out, line)
		}
	}
	return out
}

// linesOf splits a text; a line end at its end begins no further line.
func linesOf(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(s, "\r\n", "\n"), "\n"), "\n")
}

// sides marks the words of one line that differ.
func sides(line DiffLine, l, r string) (left, right []Piece) {
	if !line.Changed || line.LeftNumber == 0 || line.RightNumber == 0 {
		return whole(l, line.Changed), whole(r, line.Changed)
	}
	a, b := wordsOf(l), wordsOf(r)
	for _, s := range align(a, b) {
		left = append(left, whole(strings.Join(a[s.a:s.aEnd], ""), !s.same)...)
		right = append(right, whole(strings.Join(b[s.b:s.bEnd], ""), !s.same)...)
	}
	return left, right
}

func whole(s string, marked bool) []Piece {
	if s == "" {
		return nil
	}
	return []Piece{{s, marked}}
}

// wordsOf splits a line into words, and what stands between them; fields of templates stay whole.
func wordsOf(s string) (words []string) {
	for s != "" {
		n := wordEnd(s)
		words, s = append(words, s[:n]), s[n:]
	}
	return words
}

func wordEnd(s string) int {
	if strings.HasPrefix(s, "{{") {
		if end := strings.Index(s, "}}"); end > 0 {
			return end + 2
		}
	}
	first, size := utf8.DecodeRuneInString(s)
	if !inWord(first) {
		return size
	}
	if n := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) }); n > 0 {
		return n
	}
	return len(s)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

// stretch is a part of two lists: the same in both, or in the place of each other.
type stretch struct {
	a, aEnd, b, bEnd int
	same             bool
}

// maxCells bounds the table of align: 500 lines that changed beside 500 others, or so many words.
const maxCells = 250_000

// align finds the longest list of things that two lists have in common, and returns all stretches in order.
func align(a, b []string) []stretch {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out joint
	out.add(stretch{0, head, 0, head, true})
	out.middle(a[head:len(a)-tail], b[head:len(b)-tail], head)
	out.add(stretch{len(a) - tail, len(a), len(b) - tail, len(b), true})
	return out
}

// joint are stretches, each beginning where the last one ends.
type joint []stretch

// add appends a stretch; two of a kind become one.
func (j *joint) add(s stretch) {
	if s.a == s.aEnd && s.b == s.bEnd {
		return
	}
	if n := len(*j); n > 0 && (*j)[n-1].same == s.same {
		(*j)[n-1].aEnd, (*j)[n-1].bEnd = s.aEnd, s.bEnd
		return
	}
	*j = append(*j, s)
}

// middle aligns what has neither beginning nor end in common, by the table of longest common lists.
func (j *joint) middle(a, b []string, at int) {
	if len(a)*len(b) > maxCells || len(a) == 0 || len(b) == 0 {
		j.add(stretch{at, at + len(a), at, at + len(b), false})
		return
	}
	longest := table(a, b)
	for x, y := 0, 0; x < len(a) || y < len(b); {
		switch {
		case x < len(a) && y < len(b) && a[x] == b[y]:
			j.add(stretch{at + x, at + x + 1, at + y, at + y + 1, true})
			x, y = x+1, y+1
		case y == len(b) || x < len(a) && longest[x+1][y] >= longest[x][y+1]:
			j.add(stretch{at + x, at + x + 1, at + y, at + y, false})
			x++
		default:
			j.add(stretch{at + x, at + x, at + y, at + y + 1, false})
			y++
		}
	}
}

// table holds for each two ends of the lists how much they have in common.
func table(a, b []string) [][]int32 {
	t := make([][]int32, len(a)+1)
	for x := range t {
		t[x] = make([]int32, len(b)+1)
	}
	for x := len(a) - 1; x >= 0; x-- {
		for y := len(b) - 1; y >= 0; y-- {
			if a[x] == b[y] {
				t[x][y] = t[x+1][y+1] + 1
			} else {
				t[x][y] = max(t[x+1][y], t[x][y+1])
			}
		}
	}
	return t
}
