package classify

import (
	"slices"
	"strings"
)

// wishes are words of wanting, oughts those of what ought to be, and means what stands between a login and its address.
var (
	wishes = []string{" graag ", " wil ", " wens ", " souhaite ", " souhaiterais ", " voudrais ", " aimerais ", " would like ", " d like ", " mochte "}
	oughts = []string{" mag ", " moet ", " moeten ", " dient ", " laat "}
	means  = []string{" met ", " via ", " avec ", " au moyen de ", " with ", " using ", " mit "}
)

// wishedFor reports whether the address of token i is what ought to be, "dat moet X zijn", or what the sender wants to log in with.
func (p *passage) wishedFor(i int, before, after string) bool {
	if beginsWithAny(after, []string{" worden ", " zijn "}) && containsAny(before, oughts) {
		return true
	}
	if !containsAny(before, wishes) || p.speaks(broken|nothingComes|forgotten|aPassword|negation) || !p.parts[p.tokens[i].clause].is.has(platform) {
		return false
	}
	return slices.ContainsFunc(means, func(m string) bool { return strings.HasSuffix(before, m) })
}

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// forPassword reports whether the address of token i is only where a password is sent to: "graag een nieuw wachtwoord op ...".
func (p *passage) forPassword(i int) bool {
	for j := i - 1; j >= p.parts[p.tokens[i].clause].first; j-- {
		switch is := p.tokens[j].is; {
		case is.has(aPassword):
			return true
		case is.has(aMail | anAddr | aLogin):
			return false
		}
	}
	return false
}

// listed reports whether the address of token i stands in a line of a list that is announced as changes: "Gelieve te wijzigen:",
// and below it "- e-mail: ...".
func (r reading) listed(i int) bool {
	p := r.text
	l := p.tokens[i].line
	if !isItem(p.lineText(l)) || r.speaksOf(p.tokens[i].sentence, old|gone|invoice|newsletter) {
		return false
	}
	for l > 0 && (isItem(p.lineText(l)) || p.lines[l].first == p.lines[l].last) {
		l--
	}
	head := p.lines[l]
	if head.first == head.last || !strings.HasSuffix(strings.TrimSpace(p.lineText(l)), ":") {
		return false
	}
	return r.speaksOf(p.tokens[head.last-1].sentence, change|fresh)
}

// isItem reports whether a line begins like the item of a list.
func isItem(line string) bool {
	return beginsWithAny(strings.TrimSpace(line), []string{"- ", "-\t", "* ", "• ", "– ", "· ", "o "})
}
