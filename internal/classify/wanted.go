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
	if p.setOn(i, before, after) || endsWithAny(before, byThis) {
		return true
	}
	if !containsAny(before, wishes) || p.speaks(broken|nothingComes|forgotten|aPassword|negation) || !p.parts[p.tokens[i].clause].is.has(platform) {
		return false
	}
	return slices.ContainsFunc(means, func(m string) bool { return strings.HasSuffix(before, m) })
}

// setOn reports whether the address or login of the sender is to be put on the address of token i: "mijn adres op X zetten".
func (p *passage) setOn(i int, before, after string) bool {
	c := p.parts[p.tokens[i].clause]
	return c.is.has(anAddr|aLogin) && !c.is.has(negation|aPassword) && slices.ContainsFunc(setTo, func(w string) bool { return strings.HasSuffix(before, w) }) &&
		beginsWithAny(after, setVerbs)
}

// The words between which an address stands on which another one is to be put.
var (
	setTo    = []string{" op ", " naar ", " in ", " auf ", " zu ", " in "}
	setVerbs = []string{" zetten ", " te zetten ", " brengen ", " wijzigen ", " te wijzigen ", " veranderen ", " te veranderen ", " aanpassen ", " aan te passen ", " instellen ", " in te stellen ",
		" omzetten ", " om te zetten ", " setzen ", " zu setzen ", " andern ", " zu andern ", " umstellen ", " umzustellen "}
)

var (
	// byThis announce what takes the place of what was named before: "remplacer mon ancienne adresse par celle-ci : ...".
	byThis = []string{" par celle-ci ", " par celle ci ", " par celui-ci ", " par celui ci ", " par cette adresse ", " par l adresse suivante ", " door dit ", " door deze ", " door dit adres ",
		" door dit hier ", " door het volgende ", " door het volgende adres ", " by this ", " by this one ", " with this ", " with this one ", " by the following ", " with the following ",
		" durch diese ", " durch diese hier ", " durch folgende ", " durch die folgende "}
	// goesTo end what stands before an address to which mail goes, without anybody's wish.
	goesTo = []string{" gaat naar ", " gaan naar ", " vertrekt naar ", " komt toe op ", " komen toe op ", " va a ", " va vers ", " vont a ", " vont vers ", " part vers ", " partent vers ",
		" arrive sur ", " arrivent sur ", " goes to ", " go to ", " is sent to ", " geht an ", " gehen an "}
)

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// elsewhere reports whether the address of token i is only where something is sent to, bills or a password, or one that the Institute
// is said to know: "op mijn adres X dat u kent".
func (r reading) elsewhere(i int, before, after string) bool {
	p := r.text
	sentence := p.tokens[i].sentence
	switch {
	case r.speaksOf(sentence, invoice|newsletter) && !r.speaksOf(sentence, platform|aLogin):
		local, _, _ := strings.Cut(p.tokens[i].word, "@")
		return billing[strings.Trim(local, "0123456789.-_")] || endsWithAny(before, sendEnds)
	case beginsWithAny(after, knownAfter) || endsWithAny(before, knownBefore):
		return true
	case r.speaksOf(sentence, aPassword) && endsWithAny(before, sendEnds):
		return true
	}
	return r.standingNotice(i)
}

// standingNotice reports whether the address of token i is that of the account and stands below the closing of a mail that says
// nothing of a change: a notice to everybody, as in a signature.
func (r reading) standingNotice(i int) bool {
	p := r.text
	if p.tokens[i].line <= r.closing || len(r.mail.From) == 0 || p.tokens[i].word != r.mail.From[0].Addr {
		return false
	}
	for _, c := range p.parts {
		if p.tokens[c.first].line >= r.closing {
			break
		}
		if c.is.has(change|fresh) && !c.is.has(aPassword) {
			return false
		}
	}
	return !r.subject.speaks(change | fresh)
}

var (
	// billing are local parts of addresses for bills and the like.
	billing = wordSet(`facturen factuur facturatie facture factures facturation invoice invoices invoicing billing rechnung rechnungen boekhouding compta
		comptabilite accounting accounts buchhaltung nieuwsbrief newsletter`)
	// sendEnds end what stands before an address to which something is sent.
	sendEnds = []string{" mailen naar ", " sturen naar ", " opsturen naar ", " doorsturen naar ", " bezorgen op ", " sturen op ", " stuur naar ", " stuur op ", " stuur aan ", " envoyer a ",
		" envoyer vers ", " envoyer sur ", " envoyez a ", " envoyez sur ", " envoyer a l adresse ", " adresser a ", " transmettre a ", " send to ", " send it to ", " send a new one to ", " sent to ",
		" mail to ", " senden an ", " schicken an ", " schicken sie an ", " sturen aan ", " te sturen op ", " envoi a "}
	// knownBefore and knownAfter stand beside an address that the Institute knows.
	knownBefore = []string{" bekannte adresse ", " bekannten adresse ", " bekannte emailadresse ", " bekannten emailadresse ", " gekende adres ", " gekend adres ", " gekende emailadres ",
		" gekende mailadres ", " bekende adres ", " bekende emailadres ", " adresse connue ", " adresse mail connue ", " adresse email connue ", " known address ", " known email address ",
		" registered address ", " registered email address ", " registered email "}
	knownAfter = []string{" dat u kent ", " die u kent ", " dat jullie kennen ", " dat u van mij hebt ", " dat jullie hebben ", " dat u hebt ", " dat u heeft ", " que vous connaissez ", " que vous avez ",
		" connue chez vous ", " connue de vous ", " which you know ", " that you know ", " you know ", " you have on file ", " that you have ", " which you have ", " das sie kennen ", " die sie kennen ",
		" die ihnen bekannt ", " die sie haben ", " is bij jullie gekend ", " is bij u gekend ", " zoals bij jullie gekend ", " gekend bij jullie ", " gekend bij u "}
)

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

// changesAddress reports whether the sentence of token i, an address, speaks of a change, and not of a password that changes.
func (r reading) changesAddress(i int) bool {
	p := r.text
	if p.forPassword(i) {
		return false
	}
	sentence, own := p.tokens[i].sentence, p.tokens[i].clause
	k, _ := slices.BinarySearchFunc(p.parts, sentence, func(c clause, s int) int { return c.sentence - s })
	for ; k < len(p.parts) && p.parts[k].sentence == sentence; k++ {
		switch is := p.parts[k].is; {
		case k != own && p.passwordAlone(k):
		case is.has(change | fresh), is.has(gone) && !(k == own && p.worksBeside(k)):
			return true
		}
	}
	return false
}

// worksBeside reports whether clause k is about what works, and only the password in the clause behind it no longer does: "die werkt, alleen
// het wachtwoord niet meer".
func (p *passage) worksBeside(k int) bool {
	return k+1 < len(p.parts) && p.parts[k+1].sentence == p.parts[k].sentence && p.passwordAlone(k+1) && p.parts[k+1].is.has(negation) && !p.parts[k].is.has(negation)
}

// passwordAlone reports whether clause k speaks of a password and of no address: "graag een nieuw wachtwoord", "il m'en faudrait un
// nouveau" behind one.
func (p *passage) passwordAlone(k int) bool {
	c := p.parts[k]
	return c.is.has(aPassword) && !c.is.has(aMail|anAddr|anAddress|aLogin) || p.asksNewOne(k)
}

// listed reports whether the address of token i stands in a line of a list that is announced as changes: "Gelieve te wijzigen:",
// and below it "- e-mail: ...".
func (r reading) listed(i int) bool {
	p := r.text
	l := p.tokens[i].line
	if r.speaksOf(p.tokens[i].sentence, old|gone|invoice|newsletter) {
		return false
	}
	item, least := isItem(p.lineText(l)), max(0, l-maxList)
	for l > least && (isItem(p.lineText(l)) || p.lines[l].first == p.lines[l].last || !item && p.holdsMail(l)) {
		if strings.HasSuffix(strings.TrimSpace(p.lineText(l)), ":") {
			break
		}
		l--
	}
	head := p.lines[l]
	if head.first == head.last || !strings.HasSuffix(strings.TrimSpace(p.lineText(l)), ":") {
		return false
	}
	return r.speaksOf(p.tokens[head.last-1].sentence, change|fresh)
}

// maxList is how many lines below its head an item of a list can stand.
const maxList = 60

// holdsMail reports whether a line has a mail address.
func (p *passage) holdsMail(i int) bool {
	return slices.ContainsFunc(p.tokens[p.lines[i].first:p.lines[i].last], func(t token) bool { return t.mail })
}

// isItem reports whether a line begins like the item of a list.
func isItem(line string) bool {
	return beginsWithAny(strings.TrimSpace(line), []string{"- ", "-\t", "* ", "• ", "– ", "· ", "o "})
}
