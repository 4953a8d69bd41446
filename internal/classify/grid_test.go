package classify

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Plain mails made of parts: every part with every other. What goes in must come out.

// gridQuestions ask for the known address in each language.
var gridQuestions = map[ticket.Language]string{
	nl: "Welk e-mailadres hebben jullie van mij? Ik ben het vergeten.",
	fr: "Quelle adresse e-mail avez-vous pour moi ? Je l'ai oubliée.",
	de: "Welche E-Mail-Adresse haben Sie von mir? Ich habe sie vergessen.",
	en: "Which e-mail address do you have on file for me? I forgot it.",
}

// gridNames are first and last names with particles, hyphens, apostrophes, and words that are something else as well.
var gridNames = [][2]string{
	{"Bieke", "Van den Bossche"}, {"Kristof", "De Smet"}, {"Ann", "'t Kint"}, {"Gerlinde", "von der Weiden"}, {"Paolo", "Di Rupo"}, {"Koen", "D'Hondt"},
	{"Samira", "Ben Ali"}, {"Youssef", "El Amrani"}, {"Jean-Pierre", "Dubois"}, {"Marie Claire", "Lambert"}, {"An-Sofie", "Claeys"}, {"Griet", "Peeters-Claes"},
	{"Sven", "Borloo"}, {"Luc", "Martin"}, {"Brecht", "Vos"}, {"Jürgen", "Müller"}, {"Thi Mai", "Nguyen"}, {"Patrick", "O'Connor"}, {"Marleen", "Op de Beeck"},
	{"Lies", "Verhaeghe"},
}

// gridPlaces are where a name stands: F and L for the parts, U for the last name in capitals, S for the whole in small letters.
var gridPlaces = map[ticket.Language][]string{
	nl: {"Naam: {L}\nVoornaam: {F}\n{Q}", "{Q}\nVoornaam: {F}, familienaam: {L}", "Naam en voornaam: {L} {F}\n{Q}", "{Q}\nVolledige naam: {F} {L}", "Ik ben {F} {L}. {Q}", "{Q} Mijn naam is {S}.",
		"Met {F} {L}. {Q}", "{Q} {F} {L} hier.", "Ondergetekende {F} {L}, wonende te Gent. {Q}", "{Q}\n\nMvg\n\n{S}", "{Q}\n\nMet vriendelijke groeten\n\n{U} {F}\nAccountant ITAA\nFiscalia BV\nT 09 000 00 00"},
	fr: {"Nom : {L}\nPrénom : {F}\n{Q}", "{Q}\nNOM Prénom : {U} {F}", "Je m'appelle {F} {L}. {Q}", "Je soussigné {F} {L}, né à Namur. {Q}", "Moi, {F} {L}, membre depuis 2004. {Q}", "{Q}\n\nBien à vous\n\n{L}, {F}\nExpert-comptable"},
	de: {"Nachname: {L}\nVorname: {F}\n{Q}", "Mein Name ist {F} {L}. {Q}", "Ich, {F} {L}, bin Mitglied. {Q}", "{Q}\n\nMit freundlichen Grüßen\n{F} {U}"},
	en: {"Last name: {L}\nFirst name: {F}\n{Q}", "My name is {F} {L}. {Q}", "{Q}\n\nKind regards\n\n{F} {L} | Tax adviser | Fiscalia"},
}

func TestGridOfNames(t *testing.T) {
	for lang, places := range gridPlaces {
		for _, place := range places {
			for _, name := range gridNames {
				first, last := name[0], name[1]
				text := strings.NewReplacer("{F}", first, "{L}", last, "{U}", strings.ToUpper(last), "{S}", strings.ToLower(first+" "+last), "{Q}", gridQuestions[lang]).Replace(place)
				m := &message.Message{From: []message.Address{{Addr: "info@kantoor.example"}}, Subject: "info", Text: text}
				got := Classify(m, Options{Today: today}).Claim
				if !strings.EqualFold(got.FirstName, first) || !strings.EqualFold(got.LastName, last) {
					t.Errorf("%q: got %q, %q; want %q, %q", text, got.FirstName, got.LastName, first, last)
				}
			}
		}
	}
}

// gridChanges state a new address N, most of them beside the old one O.
var gridChanges = []string{
	"Mijn nieuw e-mailadres is {N}.", "Gelieve mijn e-mailadres {O} te wijzigen in {N}.", "Gelieve {O} te vervangen door {N}.", "Kunt u {N} noteren in plaats van {O}?",
	"Mijn adres wijzigt van {O} naar {N}.", "{O} wordt {N}.", "{O} --> {N}", "Oud: {O}\nNieuw: {N}", "Nieuw: {N}\nOud: {O}", "Huidig e-mailadres: {O}\nGewenst e-mailadres: {N}",
	"Mijn e-mailadres is niet langer {O} maar {N}.", "Ik gebruik {O} niet meer, wel {N}.", "Mag ik vragen {N} te registreren?", "In jullie systeem sta ik met {O}; dat moet {N} worden.",
	"Graag {O} schrappen en {N} toevoegen als mijn adres.", "Oud adres | Nieuw adres\n{O} | {N}", "Tot nu toe gebruikte ik {O}. Graag wijzigen naar {N}.",
	"Ma nouvelle adresse e-mail est {N}.", "Merci de remplacer {O} par {N}.", "Mon adresse passe de {O} à {N}.", "Ancienne adresse : {O}\nNouvelle adresse : {N}",
	"Mon adresse n'est plus {O} mais {N}.", "{N} est désormais mon adresse, {O} sera supprimée.", "Je voudrais que mon compte soit lié à {N}.", "Vous avez encore {O}, la bonne est {N}.",
	"Meine neue E-Mail-Adresse lautet {N}.", "Bitte {N} statt {O} verwenden.", "Meine Adresse ist nicht mehr {O}, sondern {N}.", "Bisher: {O}\nKünftig: {N}",
	"Please change my e-mail address to {N}.", "Please use {N} instead of {O}.", "My address is no longer {O} but {N}.", "Please delete {O} and add {N}.", "You still have {O}, the right one is {N}.",
}

func TestGridOfNewAddresses(t *testing.T) {
	const fresh, stale = "lies.nieuw@voorbeeld.example", "lies@oud-kantoor.example"
	for _, change := range gridChanges {
		for _, written := range []string{"%", "<%>"} {
			for _, below := range []string{"", "\nFiscalia BV\nTel. 09 000 00 00\n" + stale, "\nFiscalia BV\nTel. 09 000 00 00\n" + fresh} {
				text := strings.NewReplacer("{N}", strings.ReplaceAll(written, "%", fresh), "{O}", strings.ReplaceAll(written, "%", stale)).Replace(change)
				v := spokenMail{"info", text + "\n\nLies Verhaeghe\n85.07.30-001.60" + below, ""}.verdict()
				if v.Kind != ticket.AddressChanged || v.Claim.NewAddress != fresh {
					t.Errorf("%q: kind %s, new address %q", text+below, v.Kind, v.Claim.NewAddress)
				}
			}
		}
	}
}

// gridOthers are people whose number is not the sender's, behind each of the sentences of their language.
var gridOthers = []struct{ sentences, people string }{
	{"Het rijksregisternummer van mijn %s is {B}.;Mijn %s, rijksregisternummer {B}, vraagt dit ook.", "man vrouw partner zoon dochter moeder broer zuster collega vennoot klant buurman neef oom medewerkster"},
	{"Le numéro national de notre %s est {B}.;Mon %s a le numéro national {B}.", "mari femme conjoint fils fille père sœur collègue associé client employé voisin amie neveu secrétaire"},
	{"Die Nationalregisternummer meines %s ist {B}.;Nationalregisternummer unseres %s: {B}", "Mannes Ehemannes Sohnes Vaters Bruders Kollegen Chefs Kunden Mandanten Partners Mitarbeiters"},
	{"Unser %s mit der Nationalnummer {B} fragt auch.;Mein %s hat die Nationalregisternummer {B}.", "Mann Ehemann Sohn Bruder Kollege Chef Kunde Mandant Geschäftspartner Mitarbeiter Nachbar"},
	{"My %s has national number {B}.;The national number of my %s is {B}.", "husband wife son sister colleague boss client employee neighbour nephew secretary"},
}

func TestGridOfOthersNumbers(t *testing.T) {
	for _, group := range gridOthers {
		for sentence := range strings.SplitSeq(group.sentences, ";") {
			for _, who := range strings.Fields(group.people) {
				text := gridQuestions[nl] + " " + strings.ReplaceAll(sentence, "%s", who) + "\n\nLies Verhaeghe\n"
				if v := (spokenMail{"info", text, ""}).verdict(); v.Claim.Number != (ticket.Claim{}).Number {
					t.Errorf("%q: took %v", text, v.Claim.Number)
				}
			}
		}
	}
}
