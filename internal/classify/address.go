package classify

import (
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// newAddresses is what a text says of the address wanted from now on.
type newAddresses struct {
	chosen string   // the one that it states; empty when there is none or nothing tells which
	cue    bool     // some address is called new in so many words
	loose  []string // addresses of which nothing is said
	why    string
}

// role is what a text says of an address in it.
type role int

const (
	plain role = iota
	asNew      // wanted from now on
	asOld      // replaced
	aside      // for something else: invoices, an answer, a header line that somebody injected
)

// cue is a word or phrase, folded, beside an address. before says on which side of the address it stands.
type cue struct {
	is    role
	words []string
}

// cuesBefore stand before an address; the one nearest to it counts.
var cuesBefore = []cue{
	{asNew, list(`nieuw;nieuwe;voortaan;vanaf nu;vanaf heden;vanaf vandaag;wordt;worden;is gewijzigd;gewijzigd;gewijzigde;gewijzigd in;
		gewijzigd naar;veranderd in;veranderd naar;wijzigen in;wijzigen naar;veranderen in;aanpassen naar;aanpassen aan;
		vervangen door;omzetten naar;wijziging naar;gebruiken;gebruik;noteren;noteert;noteer;zet het op;koppelen aan;linken aan;
		koppelen met;overzetten naar;zetten op;juiste adres;juiste emailadres;juiste mailadres;juiste email;correcte adres;
		correcte emailadres;correcte mailadres;bonne adresse;adresse correcte;lier a;associer a;door;naar;vers;aan;by;with;
		correct address;right address;right email;correct email;link to;link it to;richtige adresse;richtige emailadresse;
		verknupfen mit;zet het maar op;zet maar op;is nu;moet zijn;moet worden;->;=>;→;➔;⇒;nouvelle;nouveau;nouvel;dorenavant;
		desormais;devient;devenir;doit etre;a change;ai change;change en;change pour;changer en;changer par;changer pour;modifier en;
		modifiee en;modifier par;remplacer par;remplacee par;remplace par;par;est maintenant;utiliser;utilisez;reprendre;noter;notez;
		a l avenir;new;from now on;now is;is now;changed to;change to;change it to;update to;updated to;switch to;replaced by;
		replace by;replace with;replaced with;replace it with;use;becomes;become;should be;must be;henceforth;to;neue;neuer;neues;
		neuen;neu;ab sofort;ab jetzt;kunftig;in zukunft;geandert in;geandert;andern in;andern auf;ersetzen durch;lautet jetzt;
		ist jetzt;jetzt;nunmehr;auf;durch;zu;has changed;have changed;modifiee;modifie;mis a jour;changement`)},
	{asOld, list(`oud;oude;vorig;vorige;vroeger;vroegere;in plaats van;i p v;ipv;in de plaats van;was;vervangt;niet meer;ancien;ancienne;avant;
		precedente;precedent;au lieu de;au lieu d;a la place de;remplace;etait;old;previous;former;formerly;instead of;was;replaces;
		replacing;replace;alte;alter;alten;alt;bisher;bisherige;bisherigen;fruher;vorherige;statt;anstatt;anstelle von;ersetzt;
		anciennement;voorheen;eerder;ne plus;plus utiliser`)},
	{aside, list(`factuur;facturen;facture;factures;facturation;invoice;invoices;rechnung;rechnungen;nieuwsbrief;newsletter;nieuwsbrieven;
		boekhouding;bcc;cc;reply to;stuur;sturen;antwoord;antwoorden;envoyer;repondre;reponse;send;answer;reply;antwort;antworten;
		schicken;send it;contact;vragen;questions;meldt;misbruik;abuse;privacy;confrater;collega;collegue;colleague;kollege;kollegin;
		hulp;info;spreker;orateur;speaker;dossierbeheer;van mijn vrouw;van mijn man;de mon epouse;de mon mari`)},
}

// cuesAfter stand behind an address; the one nearest to it counts.
var cuesAfter = []cue{
	{asNew, list(`geworden;te gebruiken;gebruiken;vervangt;remplace;replaces;ersetzt;verwenden;worden;a partir de maintenant;benutzen;wijzigen;
		te noteren;in plaats van;au lieu de;au lieu d;instead of;statt;werkt al;zijn;replacing;i p v;ipv;a la place de`)},
	{asOld, list(`bestaat niet meer;bestaat niet langer;werkt niet meer;mag vervangen;vervangen door;wordt vervangen;mag weg;mag verwijderd;
		mag geschrapt;is vervallen;vervalt;verdwijnt;verdwijnen;wordt afgesloten;wordt opgeheven;wordt;is opgeheven;naar;is niet meer;
		gebruik ik niet meer;heb ik niet meer;niet meer;was mijn oude;n existe plus;ne fonctionne plus;n est plus;sera supprimee;
		sera supprime;est supprimee;est remplacee;devient;par;vers;no longer;doesn t exist;does not exist;is replaced;to be replaced;
		to;expires;existiert nicht mehr;gilt nicht mehr;funktioniert nicht mehr;nicht mehr;wird durch;wird ersetzt;wird;auf;durch;->;
		=>;→;ne sera plus;plus valable;is oud;is dood;moet;doit etre;should be;becomes;is now;met;with`)},
}

// Directional cues only count right beside the address, in a sentence that speaks of a change.
var (
	directionalBefore = wordSet("door aan by with to par durch auf zu naar vers use")
	beside            = wordSet("was werd etait")
	directionalAfter  = wordSet("to par durch auf zu naar vers wordt worden zijn met with wird moet doit devient")
)

// maxAddresses is how many different addresses of a text are weighed.
const maxAddresses = 24

// newAddress finds the address wanted from now on in the sender's words.
func (r reading) newAddress() newAddresses {
	var n newAddresses
	roles := map[string]role{}
	var order []string
	previous := plain
	for i, t := range r.text.tokens {
		if !t.mail || t.line >= r.tail || r.ours(t.word) {
			continue
		}
		if len(order) == maxAddresses {
			break
		}
		got := r.roleOf(i, previous)
		previous = got
		if got == asNew {
			n.cue = true
		}
		if t.malformed {
			// An address that cannot be used is still the one that was meant.
			t.word = ""
		}
		if old, seen := roles[t.word]; !seen {
			roles[t.word] = got
			order = append(order, t.word)
		} else if old == plain {
			roles[t.word] = got
		}
	}
	if len(order) == 0 {
		n.chosen, n.why = r.addressInSubject()
		return n
	}
	pick := func(want role) []string {
		return slices.DeleteFunc(slices.Clone(order), func(a string) bool { return roles[a] != want })
	}
	fresh := pick(asNew)
	n.loose = pick(plain)
	switch {
	case len(fresh) == 1:
		n.chosen, n.why = fresh[0], "It is called the new address in the text."
	case len(fresh) > 1:
		n.chosen, n.why = r.ownAmong(fresh)
	default:
		n.chosen, n.why = r.onlyAddress(n.loose)
	}
	return n
}

// addressInSubject takes the only address of the subject, where the text has none.
func (r reading) addressInSubject() (string, string) {
	found := ""
	for _, t := range r.subject.tokens {
		switch {
		case !t.mail || r.ours(t.word):
		case t.malformed, found != "" && found != t.word:
			return "", "No new address is stated in the text."
		default:
			found = t.word
		}
	}
	if found == "" {
		return "", "No new address is stated in the text."
	}
	return found, "It is the only address in the subject, and the text has none."
}

// ours reports whether an address is of the house that the mail was sent to, such as that of the desk.
func (r reading) ours(addr string) bool {
	_, domain, _ := strings.Cut(addr, "@")
	return slices.ContainsFunc(r.mail.To, func(a message.Address) bool { return strings.HasSuffix(a.Addr, "@"+domain) })
}

// onlyAddress takes an address of which nothing is said when it is the only one outside the signature.
func (r reading) onlyAddress(loose []string) (string, string) {
	body := slices.DeleteFunc(slices.Clone(loose), func(a string) bool { return r.onlyInSignature(a) })
	if len(body) == 1 {
		return body[0], "It is the only address in the text that is not called old."
	}
	if len(body) > 1 {
		return "", "Several addresses are stated and nothing tells which is wanted."
	}
	return "", "No new address is stated in the text."
}

// onlyInSignature reports whether an address stands nowhere above the closing formula.
func (r reading) onlyInSignature(addr string) bool {
	for _, t := range r.text.tokens {
		if t.mail && t.word == addr && t.line <= r.closing {
			return false
		}
	}
	return true
}

// ownAmong picks, among several new addresses, the one in the line that names the sender.
func (r reading) ownAmong(addrs []string) (string, string) {
	words := r.senderWords()
	bestAddr, bestHits, tie := "", 0, false
	for _, a := range addrs {
		for _, l := range r.text.lines {
			line := r.text.tokens[l.first:l.last]
			if !slices.ContainsFunc(line, func(t token) bool { return t.mail && t.word == a }) {
				continue
			}
			hits := 0
			for _, t := range line {
				if words[t.word] && !t.mail {
					hits++
				}
			}
			switch {
			case hits > bestHits:
				bestAddr, bestHits, tie = a, hits, false
			case hits == bestHits && bestAddr != a:
				tie = true
			}
		}
	}
	if bestAddr == "" || tie {
		return "", "Several new addresses are stated and nothing tells which is wanted."
	}
	return bestAddr, "It is the new address in the line with the sender's name."
}

// roleOf says what the words around token i, an address, make of it.
func (r reading) roleOf(i int, previous role) role {
	p := r.text
	before, after, follows := p.around(i)
	if got, ok := r.columnRole(i); ok {
		return got
	}
	if follows && isListGap(before) {
		return previous
	}
	if start := p.lines[p.tokens[i].line].start; p.tokens[i].start-start > 64 {
		// Too far from the beginning of the line to be a header field.
	} else if header, _, ok := strings.Cut(p.text[p.lines[p.tokens[i].line].start:p.tokens[i].start], ":"); ok && headerNames[fold(strings.TrimSpace(header))] {
		return aside
	}
	if c := p.parts[p.tokens[i].clause].is; c.has(invoice|newsletter) && !c.has(platform) || r.speaksOf(p.tokens[i].sentence, newcomer) {
		return aside
	}
	// "van X naar Y", "X -> Y": the words between two addresses tell.
	if follows && previous != aside && isTurn(before) {
		return asNew
	}
	if isTurn(after) && p.mailFollows(i) {
		return asOld
	}
	changes := r.speaksOf(p.tokens[i].sentence, change|fresh|gone)
	was, wasAt := nearestCue(before, cuesBefore, changes, true)
	will, _ := nearestCue(after, cuesAfter, changes, false)
	switch {
	case was == asOld && wasAt <= 24:
		return asOld
	case will == asOld && !(was == asNew && wasAt <= 12):
		return asOld
	case strings.HasSuffix(strings.TrimRight(before, " :("), " van") && strings.Contains(after, " naar"),
		strings.HasSuffix(strings.TrimRight(before, " :("), " de") && (strings.Contains(after, " a ") || strings.Contains(after, " vers")),
		strings.HasSuffix(strings.TrimRight(before, " :("), " from") && strings.Contains(after, " to"),
		strings.HasSuffix(strings.TrimRight(before, " :("), " von") && (strings.Contains(after, " auf") || strings.Contains(after, " zu")):
		return asOld
	case was == asOld:
		return asOld
	case was == asNew || will == asNew && was != aside:
		return asNew
	case strings.HasSuffix(strings.TrimRight(before, " :"), " naar") && changes:
		return asNew
	}
	return was
}

// columnRole says what the head of a table makes of an address in a row below it.
func (r reading) columnRole(i int) (role, bool) {
	p := r.text
	t := p.tokens[i]
	head := t.line - 1
	for head > 0 && p.lines[head].first == p.lines[head].last {
		head--
	}
	if head < 0 || p.lines[t.line].end-p.lines[t.line].start > 400 {
		return plain, false
	}
	heads, row := cells(p.lineText(head)), cells(p.lineText(t.line))
	if len(heads) < 2 || len(heads) != len(row) || strings.Contains(p.lineText(head), "@") {
		return plain, false
	}
	column := strings.Count(p.text[p.lines[t.line].start:t.start], "|") + strings.Count(p.text[p.lines[t.line].start:t.start], "\t")
	if column >= len(heads) {
		return plain, false
	}
	is := newPassage(heads[column]).parts
	switch {
	case len(is) > 0 && is[0].is.has(old):
		return asOld, true
	case len(is) > 0 && is[0].is.has(fresh):
		return asNew, true
	}
	return plain, false
}

// turns stand between an old address and the new one.
var turns = wordSet(`naar in to into vers en a par door by with auf zu durch -> => → wordt devient wird becomes
	mag moet vervangen worden remplacee pour met is now est replaced`)

// isTurn reports whether text is nothing but the words between an old and a new address.
func isTurn(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !turns[w] {
			return false
		}
	}
	return len(words) > 0 && len(words) < 5 && !(len(words) == 1 && words[0] == "en")
}

// mailFollows reports whether another address follows token i in its sentence.
func (p *passage) mailFollows(i int) bool {
	for j := i + 1; j < len(p.tokens) && p.tokens[j].sentence == p.tokens[i].sentence; j++ {
		if p.tokens[j].mail {
			return true
		}
	}
	return false
}

// headerNames begin lines that imitate header fields.
var headerNames = wordSet("bcc cc to from reply-to sender return-path van aan de von an a")

// speaksOf reports whether a sentence has any of the concepts.
func (r reading) speaksOf(sentence int, any concept) bool {
	i, _ := slices.BinarySearchFunc(r.text.parts, sentence, func(c clause, s int) int { return c.sentence - s })
	for ; i < len(r.text.parts) && r.text.parts[i].sentence == sentence; i++ {
		if r.text.parts[i].is.has(any) {
			return true
		}
	}
	return false
}

// around returns the folded text before and behind token i, up to the sentence's ends or another address; follows says that it
// was another address that ended the text before.
func (p *passage) around(i int) (before, after string, follows bool) {
	t := p.tokens[i]
	from, to := i, i+1
	for from > 0 && p.tokens[from-1].sentence == t.sentence && !p.tokens[from-1].mail && i-from < 24 {
		from--
	}
	start := p.tokens[from].start
	if from > 0 && p.tokens[from-1].mail && p.tokens[from-1].sentence == t.sentence {
		start, follows = p.tokens[from-1].end, true
	}
	for to < len(p.tokens) && p.tokens[to].sentence == t.sentence && !p.tokens[to].mail && to-i < 12 {
		to++
	}
	end := p.tokens[to-1].end
	if to < len(p.tokens) && p.tokens[to].sentence == t.sentence {
		end = p.tokens[to].start
	}
	return spaced(p.text[start:t.start]), spaced(p.text[t.end:end]), follows
}

// spaced folds s and puts one space around each word, so that phrases are found as whole words.
func spaced(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	divides := func(c rune) bool { return strings.ContainsRune(" \t\n\u00a0.,:;'’()[]<\"|*/", c) }
	for _, f := range strings.FieldsFunc(strings.ReplaceAll(fold(s), "e-mail", "email"), divides) {
		b.WriteString(f)
		b.WriteByte(' ')
	}
	return b.String()
}

// isListGap reports whether nothing but "and" or a comma stands between two addresses.
func isListGap(gap string) bool {
	words := strings.Fields(gap)
	return len(words) == 0 || len(words) == 1 && (ands[words[0]] || words[0] == "ofwel" || words[0] == "soit" || words[0] == "&")
}

// nearestCue returns the cue that is nearest to the address and its distance in bytes.
func nearestCue(text string, cues []cue, changes, fromEnd bool) (role, int) {
	found, distance, size := plain, len(text)+1, 0
	directional := directionalAfter
	if fromEnd {
		directional = directionalBefore
	}
	for _, c := range cues {
		for _, w := range c.words {
			at := cueAt(text, w, fromEnd)
			if at < 0 || directional[w] && (!changes || at > 3) || beside[w] && at > 3 {
				continue
			}
			if at < distance || at == distance && len(w) > size {
				found, distance, size = c.is, at, len(w)
			}
		}
	}
	return found, distance
}

// cueAt returns how far a cue stands from the address, -1 when it is not there.
func cueAt(text, w string, fromEnd bool) int {
	w = " " + w + " "
	if fromEnd {
		if i := strings.LastIndex(text, w); i >= 0 {
			return len(text) - i - len(w)
		}
		return -1
	}
	return strings.Index(text, w)
}

// explainAddress tells staff how the new address was found.
func (n newAddresses) reason() Reason { return Reason{string(ticket.NewAddress), n.why} }
