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
	if commonWords[p.tokens[j].word] != 0 && !isUpperAt(p.text, p.tokens[j].start) {
		return false
	}
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

// isElided reports whether token j is a letter joined to a name by an apostrophe: N'Diaye, O'Brien, M'Barek.
func (p *passage) isElided(j int) bool {
	t := p.tokens[j]
	if len(t.word) != 1 || j+1 >= len(p.tokens) || !isUpperAt(p.text, t.start) || !isUpperAt(p.text, p.tokens[j+1].start) {
		return false
	}
	gap := p.text[t.end:p.tokens[j+1].start]
	return gap == "'" || gap == "’"
}

// isVonUndZu reports whether token j is the "und" of "von und zu".
func (p *passage) isVonUndZu(j int) bool {
	return p.tokens[j].word == "und" && j > 0 && j+1 < len(p.tokens) && p.tokens[j-1].word == "von" && p.tokens[j+1].word == "zu"
}

// isFamilyWord reports whether token j is a last name that is a common word as well, such as Vos or De Lang, beside a given name.
func (p *passage) isFamilyWord(j int) bool {
	t := p.tokens[j]
	if !familyNames[t.word] || !isUpperAt(p.text, t.start) {
		return false
	}
	beside := func(i int) bool {
		return i >= 0 && i < len(p.tokens) && p.tokens[i].line == t.line && isUpperAt(p.text, p.tokens[i].start) && (givenNames[p.tokens[i].word] || particleWords[p.tokens[i].word])
	}
	return beside(j-1) && p.nameGap(j) || beside(j+1) && (p.nameGap(j+1) || p.commaGap(j+1) && givenNames[p.tokens[j+1].word])
}

// noNames are words of greeting and the like that stand beside names and are no part of them.
var noNames = wordSet(`yo rue avenue chaussee boulevard place quai allee straat laan steenweg lei plein strasse street road tel telefoon gsm fax email hey heey hoi hallo hello hi dag bonjour bonsoir salut coucou tchu goeiedag goedendag goedemorgen goedemiddag goedenavond
	goeiemorgen goeiemiddag goeienavond goeiendag goendag beste liefste geachte collega collegae confrater confrere chers chere cher dear
	liebe lieber guten gruezi moin servus grts grtz grtjs groetjes groeten groet gr mvg cdlt cdt bav bien xx xxx xo merci thx thanks bedankt
	dank danke ok oke okay oui ja nee non no yes ps nb pps fyi dus echt nu now wel ook sorry pardon oeps oups vervolgens daarna zie voir see
	siehe cf idem dito ditto hieronder onderaan onder hierboven boven ci dessous below above unten oben signature handtekening signatuur onderschrift
	geboren geb nee ne born epouse epoux epse ep echtgenote echtgenoot echtg veuve vve weduwe gehuwd getrouwd married verheiratet
	namens via voor pour fur for from managing partner zaakvoerder gerant gerante vennoot bestuurder manager director directeur
	accountant boekhouder boekhoudster belastingadviseur belastingconsulent fiscalist expert comptable conseil conseiller fiscal
	steuerberater steuerberaterin buchhalter buchhalterin adviser advisor bediende assistent assistente secretaresse secretaire stagiair
	stagiaire gecertificeerd certifie certifiee certified chartered zelfstandig independant fiscaal auditor revisor reviseur
	maandag dinsdag woensdag donderdag vrijdag lundi mardi mercredi jeudi vendredi monday tuesday wednesday thursday friday
	januari februari maart april juni juli augustus september oktober november december janvier fevrier mars avril juin juillet aout
	septembre octobre novembre decembre`)

// nameLike reports whether token j can be a word of a name.
func (p *passage) nameLike(j int, lower bool) bool {
	t := p.tokens[j]
	first := t.word[0]
	if t.mail || '0' <= first && first <= '9' || t.is.has(aPassword|nnLabel|forgotten|aLogin|platform) && !givenNames[t.word] || t.is.has(aMail|anAddr) {
		return false
	}
	if p.saysIAm(j) {
		return false
	}
	if particleWords[t.word] || p.isInitialAt(j) || p.isElided(j) {
		return true
	}
	if noNames[t.word] && !(givenNames[t.word] && isUpperAt(p.text, t.start)) {
		return false
	}
	if p.isVonUndZu(j) || p.isFamilyWord(j) || lower && p.isSmallName(j) {
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

// isSmallName reports whether token j, a common word as well and in small letters, is of a name: "lies verhaeghe", "an-sofie", "brecht vos".
func (p *passage) isSmallName(j int) bool {
	t := p.tokens[j]
	switch {
	case givenNames[t.word] && j+1 < len(p.tokens) && p.tokens[j+1].line == t.line && p.nameGap(j+1):
		next := p.tokens[j+1].word
		return hints{}.family(next) > 0 && commonWords[next] == 0 || p.doubleGiven(j)
	case familyNames[t.word] && j > 0 && p.tokens[j-1].line == t.line && p.nameGap(j):
		before := p.tokens[j-1].word
		return givenNames[before] && commonWords[before] == 0
	}
	return false
}

// saysIAm reports whether "ben" at token j is the verb, of which the sender left "ik" out, and no part of a name: it begins a line or
// clause, in small letters, in front of a name with capitals.
func (p *passage) saysIAm(j int) bool {
	t := p.tokens[j]
	return t.word == "ben" && !isUpperAt(p.text, t.start) && j+1 < len(p.tokens) && p.tokens[j+1].line == t.line &&
		isUpperAt(p.text, p.tokens[j+1].start) && (j == 0 || !p.nameGap(j) || p.tokens[j-1].line != t.line)
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
