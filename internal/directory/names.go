// Package directory compares what a mail claims with what the Institute knows of its members, and reads members from a CSV file.
// It is pure: members are kept by package store.
package directory

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Likeness says how two parts of a name are alike or not.
type Likeness string

// The likenesses, best first. Up to Slip the parts agree.
const (
	Same      Likeness = "same"      // letter by letter
	Spelling  Likeness = "spelling"  // but for capitals, accents, spaces, hyphens, apostrophes, letters written out
	Words     Likeness = "words"     // but for the order of the words or a particle
	Slip      Likeness = "slip"      // one typing slip in five letters or more
	Half      Likeness = "half"      // one has a word that the other lacks, as half a double name
	Different Likeness = "different" // another name, which a nickname is too
	Absent    Likeness = "absent"    // not claimed or not known
)

// Agrees reports whether the parts agree.
func (l Likeness) Agrees() bool { return l == Same || l == Spelling || l == Words || l == Slip }

// PartComparison is the comparison of a last or a first name.
type PartComparison struct {
	Likeness Likeness
	Text     string      // one English sentence for staff
	Said     ticket.Said // the same for readers of other languages
}

// NameComparison is the comparison of a claimed name with the name of a member.
type NameComparison struct {
	Last, First PartComparison
	Swapped     bool // the claimed last name is the member's first name and the other way round
}

// Agrees reports whether last and first name agree.
func (c NameComparison) Agrees() bool { return c.Last.Likeness.Agrees() && c.First.Likeness.Agrees() }

// CompareNames compares a claimed name with the name of a member. Where the two parts only agree when they are swapped, they are
// compared that way and Swapped is set.
func CompareNames(claimLast, claimFirst, memberLast, memberFirst string) NameComparison {
	last, how := compare(claimLast, memberLast)
	first, howFirst := compare(claimFirst, memberFirst)
	if last.Agrees() && first.Agrees() {
		return NameComparison{compared(last, ticket.Say("The last name %s.", how)), compared(first, ticket.Say("The first name %s.", howFirst)), false}
	}
	crossLast, howCrossLast := compare(claimFirst, memberLast)
	crossFirst, howCrossFirst := compare(claimLast, memberFirst)
	if crossLast.Agrees() && crossFirst.Agrees() {
		return NameComparison{
			compared(crossLast, ticket.Say("The last name %s, with last and first name swapped.", howCrossLast)),
			compared(crossFirst, ticket.Say("The first name %s, with last and first name swapped.", howCrossFirst)), true,
		}
	}
	return NameComparison{compared(last, ticket.Say("The last name %s.", how)), compared(first, ticket.Say("The first name %s.", howFirst)), false}
}

func compared(l Likeness, sentence ticket.Said) PartComparison {
	return PartComparison{l, sentence.String(), sentence}
}

// compare returns the likeness of two parts and the rest of a sentence about it.
func compare(claim, known string) (Likeness, ticket.Said) {
	if blank(claim) {
		return Absent, ticket.Say("is not claimed")
	}
	if blank(known) {
		return Absent, ticket.Say("is not known to the Institute")
	}
	claim, known = norm.NFC.String(strings.TrimSpace(claim)), norm.NFC.String(strings.TrimSpace(known))
	if claim == known {
		return Same, ticket.Say("agrees")
	}
	if strings.EqualFold(claim, known) {
		return Spelling, ticket.Say("agrees apart from capitals")
	}
	if how, agree := compareWords(claim, known); agree {
		return how.Likeness, how.Said
	}
	return compareFaults(words(claim, plainLetters), words(known, plainLetters))
}

func blank(name string) bool { return len(words(name, plainLetters)) == 0 }

// compareWords compares two parts word by word, in each way to write their letters out or shorten them.
func compareWords(claim, known string) (PartComparison, bool) {
	best := PartComparison{Likeness: Different}
	for i, a := range [][]string{words(claim, plainLetters), words(claim, longLetters)} {
		for j, b := range [][]string{words(known, plainLetters), words(known, longLetters)} {
			l, how := alike(a, b)
			if l == Spelling && i != j {
				how = ticket.Say("agrees apart from letters written out")
			}
			if l == Spelling || (l == Words && best.Likeness == Different) {
				best = PartComparison{Likeness: l, Said: how}
			}
			if l == Spelling {
				return best, true
			}
		}
	}
	return best, best.Likeness.Agrees()
}

// alike compares words of which the letters are already brought to one form.
func alike(a, b []string) (Likeness, ticket.Said) {
	joined, other := strings.Join(a, ""), strings.Join(b, "")
	coreA, coreB := strings.Join(core(a), ""), strings.Join(core(b), "")
	switch {
	case slices.Equal(a, b):
		return Spelling, ticket.Say("agrees apart from accents, hyphens or apostrophes")
	case joined == other:
		return Spelling, ticket.Say("agrees apart from spaces, hyphens or apostrophes")
	case slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))):
		return Words, ticket.Say("agrees apart from the order of the words")
	case coreA == coreB, coreA == other, joined == coreB:
		return Words, ticket.Say("agrees apart from the order of the words or a particle such as van, de or le")
	}
	return Different, ticket.Said{}
}

// compareFaults tells a typing slip from half a name and from another name.
func compareFaults(a, b []string) (Likeness, ticket.Said) {
	switch {
	case oneSlip(strings.Join(a, ""), strings.Join(b, "")):
		return Slip, ticket.Say("differs by one typing slip")
	case within(core(a), core(b)):
		return Half, ticket.Say("is only a part of the known one")
	case within(core(b), core(a)):
		return Half, ticket.Say("has more words than the known one")
	}
	return Different, ticket.Say("differs")
}

// within reports whether every word of a is a word of b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}
