package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
)

// TestIdentity holds names and numbers in the places where people put them.
func TestIdentity(t *testing.T) {
	ask := "Welk e-mailadres kent u van mij?\n\n"
	run(t, []sample{
		{name: "initial in the signature, no display name", addr: "r.verhelst@x.example", subject: "e-mailadres vergeten", text: ask + "Mvg\nR. Verhelst\n", kind: forgot, language: nl, last: "Verhelst"},
		{name: "two initials without a closing", addr: "jp.dumont@x.example", subject: "adresse oubliée", text: "Quelle adresse e-mail avez-vous pour moi ?\n\nJ.-P. Dumont\n", kind: forgot, language: fr, last: "Dumont"},
		{name: "initial, first name in the display name", from: "Rik Verhelst", addr: "info@x.example", subject: "e-mailadres vergeten", text: ask + "Mvg\nR. Verhelst\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik"},
		{name: "noble double name", from: "", addr: "x@x.example", subject: "adresse oubliée", text: "Je me nomme Thierry Coquelet de Warnant et j'ai égaré mon adresse e-mail. NN {A}\n", kind: forgot, language: fr, last: "Coquelet de Warnant", first: "Thierry", number: "A"},
		{name: "last name in the subject", from: "Priscilla", addr: "priscilla.waelkens@x.example", subject: "e-mailadres vergeten (Waelkens)", text: ask + "Priscilla\n", kind: forgot, language: nl, last: "Waelkens", first: "Priscilla"},
		{name: "terse, small letters, number beside the name", from: "", addr: "x@x.example", subject: "mail kwijt", text: "mailadres kwijt. rik verhelst {A_}\n", kind: forgot, language: nl, last: "verhelst", first: "rik", number: "A"},
		{name: "thirteen digits beside the name", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: "Zoals gevraagd: Rik Verhelst, 85.07.30-9011.331. Ik ken mijn e-mailadres nog altijd niet.\n\nRik\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "length"},
		{name: "the zero that a spreadsheet drops", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Verhelst Rik\n5031590165\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "length"},
		{name: "the zero that a spreadsheet drops, in a row of it", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Verhelst;Rik;5031590165;Gent\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "length"},
		{name: "a telephone number in a row", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Verhelst;Rik;0470000009;Gent\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik"},
		{name: "a telephone number below the name is no number", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Rik Verhelst\n0470/00.00.09\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik"},
		{name: "number that is not meant", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Rijksregisternummer: {A} (en niet {B}, dat was een vergissing).\nRik Verhelst\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "number that is not meant, first", from: "Rik Verhelst", addr: "x@x.example", subject: "adresse oubliée", text: "Quelle est mon adresse e-mail ? Mon numéro national est le {A}, et non {B} comme écrit hier.\nRik Verhelst\n", kind: forgot, language: fr, last: "Verhelst", first: "Rik", number: "A"},
		{name: "undersigned writes of himself as he", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: "Ondergetekende, Rik Verhelst, verzoekt u hem te melden onder welk e-mailadres hij bekend is. Rijksregisternummer {A}.\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "undersigned asks for his father", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: "Ondergetekende, Rik Verhelst, vraagt voor zijn vader welk e-mailadres gekend is. Zijn rijksregisternummer is {B}.\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", behalf: true},
		{name: "number in eleven digits that is not meant", from: "Rik Verhelst", addr: "x@x.example", subject: "adresse oubliée", text: "Quelle est mon adresse e-mail ? Mon numéro national est {A11}, pas {B}.\nRik Verhelst\n", kind: forgot, language: fr, last: "Verhelst", first: "Rik", number: "A"},
		{name: "one asks for the number of another", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: "Welk e-mailadres kent u van mij? Bij de notaris vraagt men het rijksregisternummer van Lien Maes, {B}.\nRik Verhelst\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik"},
		{name: "number from the back of the card", from: "", addr: "x@x.example", subject: "Re: adresse oubliée", text: "Mon nom est Lambert, mon prénom Thierry et le numéro au verso de ma carte d'identité est {A}. Quelle est l'adresse connue ?\n", kind: forgot, language: fr, last: "Lambert", first: "Thierry", number: "A"},
		{name: "the boss asked for it, but it is the own number", from: "Rik Verhelst", addr: "x@x.example", subject: "vraag", text: "Ik weet nie meer welk adres ik gebruik. Den baas zei dat ik mijne rijksregisternummer moest geven: {A_}\n\nRik Verhelst\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "number of the secretary's boss", from: "Lien Maes", addr: "x@x.example", subject: "e-mailadres vergeten", text: "Mijn baas Rik Verhelst, {A}, weet niet meer welk e-mailadres u van hem heeft.\n\nLien Maes\n", kind: forgot, language: nl, last: "Maes", first: "Lien", behalf: true},
		{name: "even the wife does not know", from: "Rik Verhelst", addr: "x@x.example", subject: "wachtwoord", text: "Er wordt mij een e-mailadres gevraagd, en dat ken ik niet. Zelfs mijn vrouw weet het niet.\n\nRik Verhelst\nRRN {A}\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "own message from another mailbox, with the new address", from: "Rik Verhelst", addr: "rik@prive.example", subject: "FW: e-mailadres gewijzigd", text: "Ik stuur mijn aanvraag nog eens door.\nRik\n",
			forwarded: &message.Forwarded{From: message.Address{Name: "Rik Verhelst", Addr: "rik@werk.example"}, Subject: "e-mailadres gewijzigd", Text: "Mijn nieuw e-mailadres: rik@prive.example\nRik Verhelst\nRRN {A}\n"},
			kind:      changed, language: nl, last: "Verhelst", first: "Rik", number: "A", address: "rik@prive.example"},
		{name: "own message from another mailbox, under a nickname", from: "Fonske", addr: "fonske@prive.example", subject: "FW: e-mailadres vergeten", text: "Ik stuur mijn mail van vorige week nog eens. Alfons",
			forwarded: &message.Forwarded{From: message.Address{Name: "Alfons Daems", Addr: "a.daems@werk.example"}, Subject: "e-mailadres vergeten", Text: ask + "Alfons Daems\nRRN {A}\n"},
			kind:      forgot, language: nl, last: "Daems", first: "Alfons", number: "A"},
		{name: "message of another that is only called the own one", from: "Karin Celis", addr: "karin@prive.example", subject: "FW: e-mailadres vergeten", text: "Ik stuur mijn mail van vorige week nog eens. Karin",
			forwarded: &message.Forwarded{From: message.Address{Name: "Alfons Daems", Addr: "a.daems@werk.example"}, Subject: "e-mailadres vergeten", Text: ask + "Alfons Daems\nRRN {A}\n"},
			kind:      forgot, language: nl, last: "Celis", first: "Karin", behalf: true},
		{name: "Spanish double name", from: "Lucía Moreno Vidal", addr: "x@x.example", subject: "address", text: "Which e-mail address do you have for me?\n\nBest regards\nLucía Moreno Vidal\n{A}\n", kind: forgot, language: en, last: "Moreno Vidal", first: "Lucía", number: "A"},
		{name: "last name first with a comma in the signature", from: "verhelst-acc", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Verhelst, Rik\n{A}\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "particle and capitals", from: "", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Rik VAN DEN BOSSCHE\nNN {A}\n", kind: forgot, language: nl, last: "VAN DEN BOSSCHE", first: "Rik", number: "A"},
		{name: "married name in brackets", from: "Lien Maes-Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Lien Maes-Verhelst\n{A}\n", kind: forgot, language: nl, last: "Maes-Verhelst", first: "Lien", number: "A"},
		{name: "title and name", from: "", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Hoogachtend\nMevr. Lien Maes\n", kind: forgot, language: nl, last: "Maes", first: "Lien"},
		{name: "name in the greeting is not the sender's", from: "", addr: "lien.maes@x.example", subject: "e-mailadres vergeten", text: "Beste Jan Peeters,\n\n" + ask + "Lien Maes\n", kind: forgot, language: nl, last: "Maes", first: "Lien"},
		{name: "double first name", from: "", addr: "x@x.example", subject: "adresse oubliée", text: "Quelle est mon adresse e-mail ?\n\nMarie-Laure Henrotte\n{A}\n", kind: forgot, language: fr, last: "Henrotte", first: "Marie-Laure", number: "A"},
		{name: "north African particle", from: "Karima Ben Salah", addr: "x@x.example", subject: "adresse oubliée", text: "Quelle est mon adresse e-mail ?\n\nKarima Ben Salah\n{A}\n", kind: forgot, language: fr, last: "Ben Salah", first: "Karima", number: "A"},
		{name: "label behind the number", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Rik Verhelst - {A11} (rijksregister)\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "VAT number with a valid checksum", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: ask + "Rik Verhelst\nVerhelst Tax bv - dossier 72021480114\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik"},
		{name: "numbers of two people in one mail", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten", text: "Mijn vrouw Lien ({B}) en ik ({A}) weten niet meer welk e-mailadres we opgaven.\nRik Verhelst\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
		{name: "subject and text name different numbers", from: "Rik Verhelst", addr: "x@x.example", subject: "e-mailadres vergeten {B}", text: ask + "Rik Verhelst {A}\n", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "ambiguous"},
		{name: "slash between name and number", from: "", addr: "x@x.example", subject: "Verhelst Rik / {A} / e-mailadres vergeten", text: "", kind: forgot, language: nl, last: "Verhelst", first: "Rik", number: "A"},
	})
}
