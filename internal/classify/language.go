package classify

import (
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// tongues is a set of languages, one bit each in the order of ticket.Languages.
type tongues uint8

// languageWords are frequent words of the four languages and of our mail, folded. A word of several languages counts for each.
var languageWords = map[ticket.Language]string{
	ticket.Dutch: `de het een en van ik mijn mij me u uw je jij jullie wij we ons onze hij zij ze is zijn was ben bent heb hebt heeft hebben had
		niet geen meer wel ook nog al dat die dit deze wat wie welk welke waar hoe wanneer waarom met voor op in aan bij naar uit om te
		door over onder tussen zonder tot als dan of maar want omdat zodat kan kunt kunnen kon zou zouden wil wilt mag mogen moet moeten
		graag gelieve alvast bedankt dank beste geachte dag hallo goedemorgen goedemiddag groeten groetjes groet vriendelijke hoogachtend
		mvg aub alstublieft heer mevrouw mijnheer vergeten gewijzigd nieuw nieuwe adres emailadres mailadres wachtwoord paswoord naam
		voornaam achternaam familienaam rijksregisternummer rijksregister nummer weet ken krijg geraak inloggen aanmelden hierbij bijlage
		gekend bekend ingeschreven sta staat vanaf nu voortaan oud oude verstuurd mn ni gij nu hier er haar hem vraag vraagje kantoor lid
		zie onderwerp doorgegeven opgegeven bezorgen wijzigen veranderd aanpassen adressen jaar maand mail gebruikersnaam telefoonnummer
		da dak wa woar myn zyn uut kykn vergeetn vergetn keer nie gy ulder ulle gynder kunje kunde efkes allee amai merci factuur geworden wordt worden namens opdracht collega bericht hartelijk hoi goeiedag goeiemorgen welkom gegevens momenteel`,
	ticket.French: `le la les un une des du de et est sont je j mon ma mes me m nous notre nos vous votre vos il elle on ils ce cette ces cet
		que qui quoi quel quelle dont ou ne n pas plus rien jamais aucun aucune avec pour par sur dans en chez sans sous entre aux au
		mais donc car si comme ai a as avons avez ont suis es etes sommes serait pouvez pourriez puis peux veuillez voudrais souhaite
		bonjour bonsoir salut madame monsieur cher chere merci cordialement cordiales salutations bien vous sinceres meilleures distinguees svp
		adresse email courriel oublie oubliee modifie modifiee nouvelle nouveau ancienne change changement changer mot passe nom prenom
		numero registre national connue enregistree inscrit inscrite connecter envoye depuis ci joint dossier sais connais retrouve
		retrouver desormais dorenavant tard aide demande voici toujours etre avoir fait faire votre lors apres avant bav mdp perdu
		impossible compte communiquer quelques aussi cotisation attestation question facture objet ici`,
	ticket.English: `the a an and of to in on at for from with without by is are was were be been am i my me mine we our us you your he she it
		they his her their this that these those not no do does did don t can could would should will have has had which what who when
		where how why please thanks thank dear hello hi regards kind best sincerely yours faithfully sir madam forgot forgotten changed
		address new old password name first last surname given number know known longer remember linked registered account update send
		could help since need want like just also but or if as so any change user following instructions more access reset email
		forward attached subject looking cheers morning afternoon institute member`,
	ticket.German: `der die das den dem des ein eine einen einem einer und ist sind war bin ich mein meine meiner meinen mir mich wir uns unser
		sie ihr ihre ihnen er es nicht kein keine mehr auch noch nur schon aber oder wenn weil dass was wer wie wo wann warum welche
		welcher mit fur von bei zu zum zur auf aus an im in nach uber unter ohne bis als durch kann konnen konnten mochte wurde habe
		haben hat bitte danke guten tag hallo sehr geehrte geehrter damen herren freundlichen grussen freundliche grusse viele beste
		vergessen geandert neue neuer alte adresse emailadresse passwort kennwort name vorname nachname nummer nationalregisternummer
		weiss weiß leider hinterlegt registriert ab sofort jetzt statt zugang anmelden einloggen schicken senden seit gruss gesendet grusse
		hiermit teile mitteilen kennen lautet finde erhalten bekomme anderung andern geburtsdatum`,
}

// commonWords are the same words with their languages.
var commonWords = newCommonWords()

func newCommonWords() map[string]tongues {
	words := map[string]tongues{}
	for i, l := range ticket.Languages() {
		for _, w := range strings.Fields(languageWords[l]) {
			words[w] |= 1 << i
		}
	}
	return words
}

// endings are the ends of words that one language has and the others hardly.
var endings = []struct {
	language ticket.Language
	ends     []string
}{
	{ticket.Dutch, []string{"ij", "ijk", "heid", "lijk", "lijke", "eren", "aar", "oor", "uur", "nummer", "straat", "schap", "tje"}},
	{ticket.French, []string{"tion", "ment", "eux", "euse", "ique", "aire", "ez", "oir", "ees", "elle"}},
	{ticket.English, []string{"ing", "tion", "ould", "ness", "ful"}},
	{ticket.German, []string{"ung", "lich", "keit", "schaft", "isch"}},
}

// The weights of one word: one of a single language tells more than one of three.
var wordWeights = [...]int{0, 12, 6, 3, 1}

// language tells the language of what the sender wrote: of the text, else of the subject, else of the line that a telephone adds.
func language(m reading, fallback ticket.Language) (ticket.Language, string) {
	scores := map[ticket.Language]int{}
	for i, t := range m.text.tokens {
		if t.line >= m.tail {
			break
		}
		weight := 10
		if m.text.isPhoneLine(t.line) {
			weight = 1
		}
		scoreWord(scores, m.text, i, weight)
	}
	where := "the text"
	if best(scores) == "" || total(scores) < 400 {
		where = "the text and the subject"
		for i := range m.subject.tokens {
			scoreWord(scores, m.subject, i, 4)
		}
	}
	if l := best(scores); l != "" {
		return l, "The words of " + where + " are " + languageNames[l] + "."
	}
	if fallback == "" {
		fallback = ticket.Dutch
	}
	return fallback, "The mail is too short to tell its language; it is taken for " + languageNames[fallback] + "."
}

var languageNames = map[ticket.Language]string{ticket.Dutch: "Dutch", ticket.French: "French", ticket.English: "English", ticket.German: "German"}

func scoreWord(scores map[ticket.Language]int, p *passage, i, weight int) {
	t := p.tokens[i]
	if t.mail || t.word == "" || t.word[0] <= '9' {
		return
	}
	if set := commonWords[t.word]; set != 0 {
		for j, l := range ticket.Languages() {
			if set&(1<<j) != 0 {
				scores[l] += weight * wordWeights[ones(set)]
			}
		}
		return
	}
	// Capitals are mostly names, and names have no language.
	if len(t.word) < 6 || isUpperAt(p.text, t.start) {
		return
	}
	for _, e := range endings {
		for _, end := range e.ends {
			if strings.HasSuffix(t.word, end) {
				scores[e.language] += weight * 3
				break
			}
		}
	}
}

func ones(set tongues) int {
	n := 0
	for ; set != 0; set >>= 1 {
		n += int(set & 1)
	}
	return n
}

// best returns the language with the highest score, none when nothing or two lead.
func best(scores map[ticket.Language]int) ticket.Language {
	var lead ticket.Language
	tie := false
	for _, l := range ticket.Languages() {
		switch {
		case scores[l] > scores[lead]:
			lead, tie = l, false
		case lead != "" && scores[l] == scores[lead]:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return lead
}

func total(scores map[ticket.Language]int) int {
	n := 0
	for _, s := range scores {
		n += s
	}
	return n
}
