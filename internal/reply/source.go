package reply

import (
	"cmp"
	"slices"

	"iec-iab.be/servicedesk/internal/ticket"
)

// CheckSource returns all that is wrong with source as the template of this file name (OCCASION.LANGUAGE.md): what With refuses it for,
// and warnings.
func (s *Set) CheckSource(file string, source []byte) []Problem {
	_, problems := s.compile(file, source)
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return problems
}

// Has reports whether there is a template of an occasion in just this language.
func (s *Set) Has(o ticket.Occasion, lang ticket.Language) bool {
	_, ok := s.templates[key{o, lang}]
	return ok
}
