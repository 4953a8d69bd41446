package classify

import (
	"strings"
	"unicode/utf8"
)

// span is a stretch of tokens that can be a name.
type span struct {
	from, to int // to exclusive
}

// nameSpan gathers words of a name from token i on. lower accepts words in small letters, where it is clear that a name is meant.
func (p *passage) nameSpan(i int, lower bool) span {
	s := span{i, i}
	comma := false
	for j := i; j < len(p.tokens) && j-i < 7; j++ {
		t := p.tokens[j]
		if j > i {
			gap := p.text[p.tokens[j-1].end:t.start]
			if !p.nameGap(j) {
				if strings.TrimSpace(gap) != "," || comma || strings.Contains(gap, "\n") || !p.afterComma(j) {
					break
				}
				comma = true
			}
		}
		if !p.nameLike(j, lower) {
			break
		}
		s.to = j + 1
	}
	// A particle can only end a name behind a comma.
	for !comma && s.to > s.from+1 && p.isLowerParticle(s.to-1) {
		s.to--
	}
	return s
}

// afterComma reports whether token j, behind a comma, is a first name: one or two words in front of a mark or the end.
func (p *passage) afterComma(j int) bool {
	return givenNames[p.tokens[j].word] || p.doubleGiven(j)
}

func (p *passage) doubleGiven(j int) bool {
	return j+1 < len(p.tokens) && p.text[p.tokens[j].end:p.tokens[j+1].start] == "-" && givenNames[p.tokens[j].word]
}

// nameGap reports whether what stands in front of token i can stand inside a name; a dot only behind an initial or a title.
func (p *passage) nameGap(i int) bool {
	before := p.tokens[i-1]
	switch strings.ReplaceAll(p.text[before.end:p.tokens[i].start], "\u00a0", " ") {
	case " ", "  ", "-", "'", "’", "´", "`", " '", " ’", "' ", "’ ":
		return true
	case ". ", ".", ".-", "-. ":
		return len(before.word) == 1 || titles[before.word]
	}
	return false
}

// isInitialAt reports whether token j is a capital with a dot behind it and another word of a name.
func (p *passage) isInitialAt(j int) bool {
	t := p.tokens[j]
	return len(t.word) == 1 && j+1 < len(p.tokens) && isUpperAt(p.text, t.start) && strings.HasPrefix(p.text[t.end:], ".") &&
		p.tokens[j+1].line == t.line && isUpperAt(p.text, p.tokens[j+1].start)
}

// nameLike reports whether token j can be a word of a name.
func (p *passage) nameLike(j int, lower bool) bool {
	t := p.tokens[j]
	first := t.word[0]
	if t.mail || '0' <= first && first <= '9' || t.is.has(aPassword|nnLabel|forgotten|aLogin|platform) && !givenNames[t.word] || t.is.has(aMail|anAddr) {
		return false
	}
	if particleWords[t.word] || p.isInitialAt(j) {
		return true
	}
	if commonWords[t.word] != 0 && !givenNames[t.word] || firmWords[t.word] || fieldWords[t.word] {
		return false
	}
	if givenNames[t.word] && commonWords[t.word] != 0 && !isUpperAt(p.text, t.start) {
		return false
	}
	return lower && (t.is == 0 || givenNames[t.word]) || isUpperAt(p.text, t.start)
}

func (p *passage) isLowerParticle(j int) bool {
	return particleWords[p.tokens[j].word] && !isUpperAt(p.text, p.tokens[j].start)
}

// spanText returns a span as it is written, with the apostrophe of 't.
func (p *passage) spanText(s span) string {
	if s.to <= s.from {
		return ""
	}
	start := p.tokens[s.from].start
	if p.tokens[s.from].word == "t" && start > 0 {
		if c, size := utf8.DecodeLastRuneInString(p.text[:start]); c == '\'' || c == '’' || c == '´' || c == '`' {
			start -= size
		}
	}
	end := p.tokens[s.to-1].end
	if end < len(p.text) && p.text[end] == '.' && len(p.tokens[s.to-1].word) == 1 {
		end++
	}
	return strings.Join(strings.Fields(p.text[start:end]), " ")
}
