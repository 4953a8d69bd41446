package nrn

import (
	"slices"
	"time"
)

// Candidate is a stretch of digits in a text that could be meant as a national number. Whether it is one of the writer, or a number
// at all and no telephone, is for the reader of the words around it to tell.
type Candidate struct {
	Start, End int    // bytes of the text
	Digits     int    // how many there are
	Number     Number // zero where Err is set
	Err        error  // ErrLength or ErrChecksum
	Usual      bool   // eleven digits, grouped as a birth date, a serial number and check digits usually are
}

// usualShapes are the lengths of the groups of digits in the spellings that people use, whatever stands between the groups.
var usualShapes = [][]int{
	{11}, {6, 5}, {6, 3, 2}, {9, 2}, {2, 2, 2, 3, 2}, {2, 2, 2, 5}, {6, 2, 3}, {2, 2, 5, 2}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
}

// Find returns the candidates of text in their order, not overlapping: valid numbers first, then what is left of each stretch of
// digits, where it has six or more. Groups of digits are never cut, so a number inside a longer one is not found.
func Find(text string, today time.Time) []Candidate {
	var found []Candidate
	for i := 0; i < len(text); {
		r, next := nextRun(text, i)
		if len(r.digits) == 0 {
			break
		}
		found = append(found, r.candidates(today)...)
		i = next
	}
	return found
}

// groupStarts returns the index of the first digit of each group, and the number of digits at the end.
func (r run) groupStarts() []int {
	starts := []int{0}
	for i := 1; i < len(r.digits); i++ {
		if r.split[i] {
			starts = append(starts, i)
		}
	}
	return append(starts, len(r.digits))
}

func (r run) candidates(today time.Time) []Candidate {
	groups := r.groupStarts()
	var found []Candidate
	rest := 0 // the group from which on nothing was taken
	for g := 0; g+1 < len(groups); g++ {
		h, ok := slices.BinarySearch(groups, groups[g]+length)
		if !ok {
			continue
		}
		c := r.candidate(groups[g:h+1], today)
		// A part of a longer stretch has to look like a number, the whole of one need not.
		whole := g == 0 && h == len(groups)-1
		if !c.Usual && (!whole || c.Err != nil) {
			continue
		}
		found = append(found, r.leftover(groups[rest:g+1], today)...)
		found = append(found, c)
		g, rest = h-1, h
	}
	return append(found, r.leftover(groups[rest:], today)...)
}

// candidate makes one of the digits between the first and the last of groups.
func (r run) candidate(groups []int, today time.Time) Candidate {
	from, to := groups[0], groups[len(groups)-1]
	c := Candidate{Start: r.starts[from], End: r.ends[to-1], Digits: to - from}
	c.Number, c.Err = fromDigits(string(r.digits[from:to]), today)
	shape := make([]int, 0, length)
	for i := 1; i < len(groups) && i <= length; i++ {
		shape = append(shape, groups[i]-groups[i-1])
	}
	c.Usual = slices.ContainsFunc(usualShapes, func(s []int) bool { return slices.Equal(s, shape) })
	return c
}

func (r run) leftover(groups []int, today time.Time) []Candidate {
	if len(groups) < 2 || groups[len(groups)-1]-groups[0] < 6 {
		return nil
	}
	return []Candidate{r.candidate(groups, today)}
}
