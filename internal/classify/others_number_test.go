package classify

import (
	"strings"
	"testing"
	"unicode"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// othersMatters are mails about somebody else, made of all combinations: persons, their names, and what is said of them.
var othersMatters = []struct{ persons, names, sentences string }{
	{`mijn cliënt %s;mijn vrouw %s;mijn vennoot %s;onze medewerkster %s;mijn collega %s;mijn vader %s;een confrater, %s,;onze zaakvoerder %s;mijn baas %s;de heer %s;mevrouw %s;dhr. %s;mijn stagiair %s`, `Johan Claes;Claes;Johan`, `
		%s (rijksregisternummer {A}) weet niet meer welk e-mailadres bij u bekend is. Kunt u helpen?
		Het e-mailadres van %s (rrn {A}) is gewijzigd in {address}.
		Kunt u nagaan met welk e-mailadres %s, nationaal nummer {A}, geregistreerd staat?
		%s gebruikt voortaan {address}. Rijksregisternummer: {A}.
		Ik schrijf voor %s. Zijn rijksregisternummer is {A}. Welk mailadres hebt u van hem?
		%s heeft een nieuw adres: {address}, NN {A}. Gelieve aan te passen.
		Gelieve het mailadres van %s te wijzigen naar {address}. Nationaal nummer {A}
	`},
	{`mon client %s;ma femme %s;mon associé %s;notre collaboratrice %s;mon collègue %s;mon père %s;M. %s;Mme %s;Monsieur %s;mon patron %s;notre gérant %s;ma stagiaire %s`, `Jean Clément;Clément;Jean`, `
		%s (numéro national {A}) ne sait plus quelle adresse e-mail est connue chez vous.
		L'adresse e-mail de %s (RN {A}) a changé : {address}.
		Pouvez-vous vérifier sous quelle adresse %s, NN {A}, est enregistré ?
		%s utilise désormais {address} (n° national {A}). Pouvez-vous mettre son profil à jour ?
		J'écris pour %s. Son numéro national est {A}. Quelle adresse avez-vous ?
		%s a une nouvelle adresse : {address}, registre national {A}.
		Merci de modifier l'adresse de %s en {address}. Numéro national : {A}
	`},
	{`mein Mandant %s;meine Frau %s;mein Kollege %s;Herr %s;Frau %s;unser Geschäftsführer %s;mein Chef %s;unsere Mitarbeiterin %s`, `Karl Pauels;Pauels;Karl`, `
		%s (Nationalregisternummer {A}) weiß nicht mehr, welche E-Mail-Adresse bei Ihnen bekannt ist.
		Die E-Mail-Adresse von %s (NR {A}) hat sich geändert: {address}.
		%s verwendet ab sofort {address}. Nationalregisternummer: {A}.
		%s hat eine neue Adresse: {address}, Nationalnummer {A}.
		Bitte ändern Sie die Adresse von %s auf {address}. Nationalregisternummer {A}
	`},
	{`my client %s;my wife %s;my partner %s;my colleague %s;Mr %s;Mrs. %s;our director %s;my boss %s;our employee %s`, `John Clark;Clark;John`, `
		%s (national number {A}) no longer knows which email address you have.
		The email address of %s (NN {A}) has changed: {address}.
		%s now uses {address}. National number: {A}.
		%s has a new address: {address}, national register number {A}.
		Please change the address of %s to {address}. National number {A}
		Could you check under which address %s, national number {A}, is registered?
	`},
}

// The number of somebody else is never taken for that of the sender, a person or an office that signs.
func TestOthersNumberIsNeverTaken(t *testing.T) {
	senders := []struct{ display, address, signature string }{
		{"Aurore Kinet", "aurore@fidu.example", "Aurore Kinet"},
		{"Accueil Claes & Cie", "accueil@claes.example", "Aurore Kinet"},
		{"Fiduciaire Clément", "info@clement.example", "Aurore Kinet\nFiduciaire Clément"},
	}
	count := 0
	for _, matter := range othersMatters {
		for person := range strings.SplitSeq(matter.persons, ";") {
			for name := range strings.SplitSeq(matter.names, ";") {
				for sentence := range strings.Lines(matter.sentences) {
					if sentence = strings.TrimSpace(sentence); sentence == "" {
						continue
					}
					text := strings.NewReplacer("%s", strings.ReplaceAll(person, "%s", name), "{A}", "59.05.03-816.77", "{address}", "jan@new.example").Replace(sentence)
					text = string(unicode.ToUpper([]rune(text)[0])) + string([]rune(text)[1:])
					for _, s := range senders {
						m := &message.Message{Subject: "vraag", Text: "Geachte,\n\n" + text + "\n\n" + s.signature + "\n", From: []message.Address{{Name: s.display, Addr: s.address}}}
						count++
						if v := Classify(m, Options{Today: today, Fallback: ticket.Dutch}); !v.Claim.Number.IsZero() {
							t.Errorf("%s, %q: the number is taken", s.display, text)
						}
					}
				}
			}
		}
	}
	t.Logf("%d mails", count)
}
