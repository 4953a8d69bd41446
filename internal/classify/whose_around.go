package classify

import (
	"strings"
)

// ownerBehind looks behind the digits, in their sentence: "... is van mijn broer", "... (mijn vrouw)", "... is fout".
func (r reading) ownerBehind(p *passage, at int, c presented) (owner, string) {
	// The digits can be cut by what looks like the end of a sentence: "85. 07. 30".
	i := p.tokenBehind(c.End)
	if i >= len(p.tokens) || p.tokens[i].sentence != p.tokens[i-1].sentence || !p.linksBack(i, c.End) {
		return unknown, ""
	}
	if buts[p.tokens[i].word] {
		i++ // "..., maar dat klopt niet"
	}
	if mustWords[p.tokens[i].word] && p.numberSoon(i+1) {
		return notMeant, isWrong
	}
	bracket := strings.Contains(p.text[c.End:p.tokens[i].start], "(")
	denied, from := false, i
	for n := 0; i < len(p.tokens) && n < 9 && p.tokens[i].sentence == p.tokens[from].sentence; i, n = i+1, n+1 {
		t := p.tokens[i]
		if n > 0 && (isDigitRune(rune(t.word[0])) || bracket && strings.Contains(p.text[p.tokens[i-1].end:t.start], ")")) {
			break
		}
		if i > from && p.parts[t.clause].first == i && demonstratives[t.word] {
			denied = false // "geen streepjes, dat mag"
		}
		denied = denied || p.denies(i)
		o, why := p.ownerWord(i, denied)
		if o == unknown {
			if ands[t.word] && !bracket {
				break
			}
			continue
		}
		if p.announcesNext(i, strings.Contains(p.text[c.End:p.tokens[from].start], ",")) {
			break
		}
		return o, why
	}
	return unknown, ""
}

// denies reports whether token i denies what is said of a number. "Klopt" does so only with "niet" behind it.
func (p *passage) denies(i int) bool {
	t := p.tokens[i]
	if !isRightVerb[t.word] {
		return denials[t.word]
	}
	for j := i + 1; j < len(p.tokens) && j <= i+3 && p.tokens[j].clause == t.clause; j++ {
		if denials[p.tokens[j].word] && !isRightVerb[p.tokens[j].word] {
			return true
		}
	}
	return false
}

// isRightVerb are the verbs that say of a number that it is right.
var isRightVerb = wordSet("klopt stimmt")

// numberSoon reports whether another number stands among the next tokens: "B moet A zijn".
func (p *passage) numberSoon(i int) bool {
	for n := 0; n < 3 && i < len(p.tokens); i, n = i+1, n+1 {
		if t := p.tokens[i]; t.mail || t.line != p.tokens[i-1].line {
			return false
		} else if isDigitRune(rune(t.word[0])) {
			return len(p.numbersOfSentence(i)) > 1
		}
	}
	return false
}

// linksBack reports whether token i, behind a number that ends at byte end, goes on to speak of that number.
func (p *passage) linksBack(i, end int) bool {
	gap, word := p.text[end:p.tokens[i].start], p.tokens[i].word
	if buts[word] {
		return i+2 < len(p.tokens) && demonstratives[p.tokens[i+1].word] && isVerbs[p.tokens[i+2].word]
	}
	switch {
	case strings.Contains(gap, "\n"), strings.Contains(gap, ")") && !demonstratives[word] && !isVerbs[word]:
		return false
	case demonstratives[word]:
		// "Dat is van mijn broer", but not "dat van mijn broer is ...".
		return i+1 < len(p.tokens) && isVerbs[p.tokens[i+1].word]
	}
	return strings.ContainsAny(gap, "(=") || linkWords[word] || mustWords[word]
}

// ownerWord tells what token i, behind a number, says of its owner.
func (p *passage) ownerWord(i int, denied bool) (owner, string) {
	t := p.tokens[i]
	switch {
	case p.isOther(i) && !(t.is.has(theirs) && p.ownsAddress(i)):
		return somebodyElse, isOthers
	case i > 0 && ownBeside[t.word] && believing[p.tokens[i-1].word]:
		// "Dat is, denk ik, ..."
	case ownAlone[t.word], ownBeside[t.word] && i > 0 && (ofWords[p.tokens[i-1].word] || p.parts[t.clause].last == i+1), possessives[t.word] && p.labelSoon(i):
		if denied {
			return notMeant, isWrong
		}
		return sender, isOwn
	case wrongWords[t.word]:
		return p.calledWrong(i, i)
	case denied && rightWords[t.word]:
		return notMeant, isWrong
	case exampleWords[t.word]:
		return notMeant, isExample
	}
	return unknown, ""
}

// believing are the verbs behind which the pronoun of the sender owns nothing.
var believing = wordSet("denk dacht vrees geloof meen vermoed pensais think thought believe fear guess suppose glaube denke furchte meine vermute")

// announcesNext reports whether the words around token i lead on to another number: "..., van mij: A". apart says that a comma
// stands between the first number and the words.
func (p *passage) announcesNext(i int, apart bool) bool {
	for j := i + 1; j < len(p.tokens) && j <= i+3 && p.tokens[j].sentence == p.tokens[i].sentence; j++ {
		if !isDigitRune(rune(p.tokens[j].word[0])) {
			continue
		}
		gap := p.text[p.tokens[j-1].end:p.tokens[j].start]
		return apart || strings.ContainsAny(gap, ":=(") || j == i+1 && !strings.ContainsAny(gap, ",.;)")
	}
	return false
}

// ownsAddress reports whether the third person of token i only owns an address: "A, is haar e-mailadres vergeten".
func (p *passage) ownsAddress(i int) bool {
	for j := i; j < len(p.tokens) && j <= i+3; j++ {
		if p.tokens[j].is.has(nnLabel | anyLabel) {
			return false
		}
		if p.tokens[j].is.has(aMail | anAddr | aLogin | aPassword) {
			return true
		}
	}
	return false
}

// tokenBehind returns the first token that begins at or behind byte i.
func (p *passage) tokenBehind(i int) int {
	at := p.tokenAt(i)
	for at < len(p.tokens) && p.tokens[at].start < i {
		at++
	}
	return at
}

// labelSoon reports whether a word for a number follows the possessive of token i.
func (p *passage) labelSoon(i int) bool {
	for j := i + 1; j < len(p.tokens) && j <= i+3; j++ {
		if p.isOther(j) {
			return false
		}
		if p.tokens[j].is.has(nnLabel | anyLabel) {
			return true
		}
	}
	return false
}

// ownerInNextSentence reads "Dat is het nummer van mijn broer." and "That one has been cancelled." behind the last number of a sentence.
func (r reading) ownerInNextSentence(p *passage, at int, c presented) (owner, string) {
	i := p.tokenBehind(c.End)
	for last := p.tokens[max(0, i-1)].sentence; i < len(p.tokens) && p.tokens[i].sentence == last; {
		if isDigitRune(rune(p.tokens[i].word[0])) && len(p.tokens[i].word) > 1 {
			return unknown, ""
		}
		i++
	}
	if i >= len(p.tokens) || !demonstratives[p.tokens[i].word] || p.tokens[i].line > p.tokens[at].line+1 {
		return unknown, ""
	}
	if i+1 < len(p.tokens) && p.tokens[i+1].is.has(nnLabel) && len(p.numbersOfSentence(i)) > 0 {
		// "A. Die Nationalregisternummer meines Mannes ist B."
		return unknown, ""
	}
	sentence, denied := p.tokens[i].sentence, false
	for n := 0; i < len(p.tokens) && n < 12 && p.tokens[i].sentence == sentence; i, n = i+1, n+1 {
		t := p.tokens[i]
		denied = denied || p.denies(i)
		switch {
		case isDigitRune(rune(t.word[0])), rightMarks[t.word], t.is.has(aMail | anAddr | aLogin | aPassword):
			return unknown, ""
		case p.isOther(i) && n > 1:
			return somebodyElse, "the next sentence tells that it is that of somebody else"
		case wrongWords[t.word] || denied && rightWords[t.word]:
			return notMeant, "the next sentence calls it wrong or old"
		}
	}
	return unknown, ""
}

// ownerInHeading reads the line that heads a block of data: "Mijn echtgenote:" or "Ikzelf".
func (r reading) ownerInHeading(p *passage, at int, c presented) (owner, string) {
	line := p.tokens[at].line
	for up := line - 1; up >= 0 && up >= line-6; up-- {
		l := p.lines[up]
		if l.first == l.last {
			return unknown, ""
		}
		if isDigitRune(rune(p.tokens[l.last-1].word[0])) && len(p.tokens[l.last-1].word) > 1 {
			return unknown, ""
		}
		if l.last-l.first > 6 {
			return unknown, ""
		}
		colon := strings.HasSuffix(strings.TrimSpace(p.lineText(up)), ":")
		for i := l.first; i < l.last; i++ {
			switch {
			case p.isOther(i) && c.hits < 2 && (colon || possessives[p.tokens[l.first].word] || l.last-l.first <= 2):
				return somebodyElse, "the line above it tells of somebody else"
			case (ownAlone[p.tokens[i].word] || p.tokens[i].is.has(self)) && (colon || l.last-l.first <= 3):
				return sender, "the line above it tells that it is the sender's"
			}
		}
	}
	return unknown, ""
}

// ownerByName compares the name right before the digits with that of the sender. A title is for others: nobody writes "M. Dupont" of
// himself; and who signs with another name gives the number of another.
func (r reading) ownerByName(p *passage, at int, c presented) (owner, string) {
	if c.hits > 0 {
		return unknown, ""
	}
	const why = "it stands behind the name of somebody else"
	s, first := p.nameBefore(p.tokens[at].start), p.firstInScope(at)
	if s.to == 0 || !p.onlyLabels(s.to, at) {
		s = p.titledName(first, at)
	}
	if s.to == 0 || !p.onlyLabels(s.to, at) {
		return unknown, ""
	}
	if s.from > 0 && isTitle(p.tokens[s.from-1].word) && s.from-1 >= first {
		if p.introduced(s.from) {
			return unknown, ""
		}
		return somebodyElse, why
	}
	if s.to-s.from >= 2 && p.anyGiven(s, r.nameHints()) && r.signsOtherwise(p, s) && !p.introduced(s.from) {
		return somebodyElse, why
	}
	return unknown, ""
}

// isTitle reports whether a word stands in front of the name of somebody else.
func isTitle(word string) bool { return titles[word] || moreTitles[word] }

// introduced reports whether the sender presents the own name before token i: "ik ben mevrouw Peeters".
func (p *passage) introduced(i int) bool {
	for j := max(0, i-5); j < i; j++ {
		if p.tokens[j].is.has(undersigned) {
			return true
		}
		for _, words := range introductions[p.tokens[j].word] {
			if p.says(j, words) && j+len(words) <= i {
				return true
			}
		}
	}
	return false
}

// titledName returns the single name behind a title, nearest before token at: "Monsieur Delvaux".
func (p *passage) titledName(first, at int) span {
	for i := at - 1; i > first && i >= at-8; i-- {
		if isTitle(p.tokens[i-1].word) && isUpperAt(p.text, p.tokens[i].start) && p.nameLike(i, false) && !particleWords[p.tokens[i-1].word] {
			return span{i, i + 1}
		}
	}
	return span{}
}

// onlyLabels reports whether between the tokens stand only words that announce a number.
func (p *passage) onlyLabels(from, at int) bool {
	if at-from > 8 {
		return false
	}
	for _, t := range p.tokens[from:at] {
		if !t.is.has(nnLabel|anyLabel) && !labelGlue[t.word] {
			return false
		}
	}
	return true
}

// signsOtherwise reports whether the sender is named in the text itself, and no word of the name is in span s.
func (r reading) signsOtherwise(p *passage, s span) bool {
	if p != r.text {
		return false
	}
	h := r.nameHints()
	for _, n := range []fullName{r.closingName(h), sentenceName(p, h)} {
		if n.first == "" || n.last == "" {
			continue
		}
		for _, t := range p.tokens[s.from:s.to] {
			if strings.Contains(" "+fold(n.first+" "+n.last)+" ", t.word) {
				return false
			}
		}
		return true
	}
	return false
}
