package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
)

func TestNames(t *testing.T) {
	const nlText = "Welk e-mailadres kennen jullie van mij?\n"
	run(t, []sample{
		{name: "capitals", from: "WIELEMANS Joris", addr: "j@w.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "WIELEMANS", first: "Joris"},
		{name: "last, first", from: "Van den Eynde, Rozemarijn", addr: "r@v.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "Van den Eynde", first: "Rozemarijn"},
		{name: "particles behind", from: "Eynde, Rozemarijn van den", addr: "r@v.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "van den Eynde", first: "Rozemarijn"},
		{name: "firm behind a bar", from: "Joris Wielemans | Wielemans & Co", addr: "j@w.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "Wielemans", first: "Joris"},
		{name: "firm", from: "Fiduciaire Wielemans", addr: "info@w.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl},
		{name: "address as display name", from: "joris@w.example", addr: "joris@w.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl},
		{name: "initial in the display name, full in the closing", from: "J. Wielemans", addr: "j@w.example", subject: "e-mailadres vergeten", text: nlText + "\nMet vriendelijke groet\nJoris Wielemans\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris"},
		{name: "only an initial", from: "J. Wielemans", addr: "j@w.example", subject: "e-mailadres vergeten", text: nlText + "J. Wielemans\n", kind: forgot, language: nl, last: "Wielemans"},
		{name: "first name in the closing", from: "", addr: "j@w.example", subject: "e-mailadres vergeten", text: nlText + "\nGroetjes\nJoris\n", kind: forgot, language: nl, first: "Joris"},
		{name: "account of the wife", from: "Hilde Mertens", addr: "h@m.example", subject: "e-mailadres vergeten", text: "Ik mail via het account van mijn vrouw. Ik ben Joris Wielemans ({A}) en weet niet meer met welk adres ik aanmeld.\n\nJoris\n",
			kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "A"},
		{name: "account of the husband, only a first name", from: "Patrick Leemans", addr: "p@l.example", subject: "e-mailadres vergeten", text: nlText + "Groeten\nGriet\n", kind: forgot, language: nl, first: "Griet"},
		{name: "fields against habit", from: "Laurent Martin", addr: "l@m.example", subject: "adresse e-mail oubliée", text: "Nom : Laurent\nPrénom : Martin\nNN : {A}\nQuelle est mon adresse e-mail ?\n", kind: forgot, language: fr, last: "Laurent", first: "Martin", number: "A"},
		{name: "one field for both", from: "", addr: "x@m.example", subject: "adresse e-mail oubliée", text: "Nom et prénom : Delcourt Apolline\nRN : {A}\n", kind: forgot, language: fr, last: "Delcourt", first: "Apolline", number: "A"},
		{name: "field name alone", from: "", addr: "x@m.example", subject: "e-mailadres vergeten", text: "Naam: Joris Wielemans\nRijksregisternummer: {A}\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "A"},
		{name: "fields in one line", from: "", addr: "x@m.example", subject: "e-mailadres vergeten", text: "naam: wielemans, voornaam: joris, rijksregisternummer: {A11}\n", kind: forgot, language: nl, last: "wielemans", first: "joris", number: "A"},
		{name: "cells", from: "", addr: "x@m.example", subject: "e-mailadres vergeten", text: "Naam | Wielemans\nVoornaam | Joris\nRijksregisternummer | {A}\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "A"},
		{name: "table with a head", from: "", addr: "x@m.example", subject: "adresse e-mail oubliée", text: "Nom | Prénom | Numéro national\nDelcourt | Apolline | {A}\n", kind: forgot, language: fr, last: "Delcourt", first: "Apolline", number: "A"},
		{name: "value in the next line", from: "", addr: "x@m.example", subject: "e-mailadres vergeten", text: "Naam:\nWielemans\nVoornaam:\nJoris\nRijksregisternummer:\n{A}\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "A"},
		{name: "sentence", from: "", addr: "x@m.example", subject: "e-mailadres vergeten", text: "Mijn naam is Joris Wielemans en mijn rijksregisternummer is {A}.\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "A"},
		{name: "undersigned", from: "", addr: "x@m.example", subject: "adresse e-mail oubliée", text: "Je soussignée Apolline Delcourt, numéro national {A}, ai oublié mon adresse e-mail.\n", kind: forgot, language: fr, last: "Delcourt", first: "Apolline", number: "A"},
		{name: "german sentence", from: "", addr: "x@m.example", subject: "Adresse vergessen", text: "Ich heiße Gerlinde von der Heydt und habe meine E-Mail-Adresse vergessen.\n", kind: forgot, language: de, last: "von der Heydt", first: "Gerlinde"},
		{name: "english sentence", from: "", addr: "x@m.example", subject: "Forgot my e-mail address", text: "My name is Siobhan O'Brien and I forgot which e-mail address I use.\n", kind: forgot, language: en, last: "O'Brien", first: "Siobhan"},
		{name: "here", from: "", addr: "x@m.example", subject: "mail vergeten", text: "Joris Wielemans hier, ik weet mijn mailadres niet meer.\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris"},
		{name: "double first name", from: "Marie-Christine Delcourt", addr: "x@m.example", subject: "adresse e-mail oubliée", text: "Voir objet.\n", kind: forgot, language: fr, last: "Delcourt", first: "Marie-Christine"},
		{name: "two first names", from: "Thi Lan Pham", addr: "x@m.example", subject: "adresse e-mail oubliée", text: "Voir objet.\n", kind: forgot, language: fr, last: "Pham", first: "Thi Lan"},
		{name: "moroccan", from: "Fatima El Bakkali", addr: "x@m.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "El Bakkali", first: "Fatima"},
		{name: "apostrophe", from: "Koen D’Haene", addr: "x@m.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "D’Haene", first: "Koen"},
		{name: "particle in capitals", from: "VAN DE WALLE Koen", addr: "x@m.example", subject: "e-mailadres vergeten", text: nlText, kind: forgot, language: nl, last: "VAN DE WALLE", first: "Koen"},
		{name: "last name first in the text", from: "Koen Wouters", addr: "x@m.example", subject: "e-mailadres vergeten", text: nlText + "Wouters Koen\n", kind: forgot, language: nl, last: "Wouters", first: "Koen"},
		{name: "percent-encoded", from: "%0d%0aBcc: x", addr: "x@m.example", subject: "e-mailadres vergeten", text: "Naam: %0d%0aX\nVoornaam: Joris\n", kind: forgot, language: nl, first: "Joris"},
		{name: "template", from: "{{.Name}}", addr: "x@m.example", subject: "e-mailadres vergeten", text: "Naam: ${name}\nVoornaam: {{.First}}\n", kind: forgot, language: nl},
	})
}

func TestNumbers(t *testing.T) {
	const from, addr, subject = "Joris Wielemans", "joris@w.example", "e-mailadres vergeten"
	s := func(name, text, number string) sample {
		return sample{name: name, from: from, addr: addr, subject: subject, text: text, kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: number}
	}
	run(t, []sample{
		s("alone in its line", "Ik ben mijn e-mailadres vergeten.\nJoris Wielemans\n{A}\n", "A"),
		s("label behind", "Ik ben mijn e-mailadres vergeten, {A} is mijn rijksregisternummer.\n", "A"),
		s("label with a slip", "rijksregistrnummer: {A11}. Ik ben mijn e-mailadres vergeten.\n", "A"),
		s("glued label", "Ik ben mijn e-mailadres vergeten. NN{A11}\n", "A"),
		s("telephone beside it", "Ik ben mijn e-mailadres vergeten. RR {A}, gsm 0470 00 00 09\n", "A"),
		s("correction", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer {X}, sorry, {A}.\n", "A"),
		s("twice the same", "Ik ben mijn e-mailadres vergeten. {A}\nRijksregisternummer: {A11}\n", "A"),
		s("two valid ones", "Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer is {A} of {B}.\n", "ambiguous"),
		s("wrong check digits", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: {X}\n", "checksum"),
		s("wrong check digits without a label", "Ik ben mijn e-mailadres vergeten. Joris Wielemans, {X}\n", "checksum"),
		s("month 13", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: {Y}\n", "checksum"),
		s("ten digits", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: {A10}\n", "length"),
		s("twelve digits", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: {A}5\n", "length"),
		s("birth date and serial", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: 85.07.30-901\n", "length"),
		s("no number", "Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer geef ik liever niet per mail.\n", ""),
		s("mobile with a valid checksum", "Ik ben mijn e-mailadres vergeten.\n\nMvg\nJoris Wielemans\nM +32 470 10 09 89\n", ""),
		s("mobile without a plus", "Ik ben mijn e-mailadres vergeten.\n\nMvg\nJoris Wielemans\nGSM 32470100989\n", ""),
		s("customer number", "Ik ben mijn e-mailadres vergeten. Mijn klantnummer is 72021480114.\n", ""),
		s("date of birth only", "Ik ben mijn e-mailadres vergeten. Geboren op 30.07.1985.\n", ""),
		s("number of the wife too", "Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer: {A}. Dat van mijn vrouw is {B}.\n", "A"),
		s("number of a client", "Ik ben mijn e-mailadres vergeten. Het gaat om het dossier van mijn klant (rijksregisternummer {B}).\n", ""),
		s("two names", "Ik ben mijn e-mailadres vergeten.\nAn Mertens, {B}\nJoris Wielemans, {A}\n", "A"),
		{name: "subject and text differ", from: from, addr: addr, subject: "e-mailadres vergeten {A}", text: "Joris Wielemans {B}\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "ambiguous"},
		{name: "alternatives differ", from: from, addr: addr, subject: subject, text: "Joris Wielemans {A}\n", alt: "Joris Wielemans {B}\n", kind: forgot, language: nl, last: "Wielemans", first: "Joris", number: "ambiguous"},
		{name: "the own forward counts", from: from, addr: addr, subject: "FW: e-mailadres vergeten", text: "Nogmaals, zie hieronder.\nJoris\n",
			forwarded: &message.Forwarded{From: message.Address{Name: "Wielemans Joris", Addr: "joris@oud.example"}, Subject: "e-mailadres vergeten", Text: "Ik ben mijn adres vergeten. Wielemans Joris, {A}\n"},
			kind:      forgot, language: nl, last: "Wielemans", first: "Joris", number: "A"},
		{name: "the forward of another does not", from: from, addr: addr, subject: "FW: e-mailadres vergeten", text: "Kunnen jullie dit bekijken?\nJoris\n",
			forwarded: &message.Forwarded{From: message.Address{Name: "Bo Claeys", Addr: "bo@c.example"}, Subject: "e-mailadres vergeten", Text: "Ik ben mijn adres vergeten. Claeys Bo, {B}\n"},
			kind:      forgot, language: nl, last: "Wielemans", first: "Joris", behalf: true},
	})
}

func TestOnBehalf(t *testing.T) {
	run(t, []sample{
		{name: "nl secretary", from: "Nora Stevens", addr: "secretariaat@w.example", subject: "e-mailadres vergeten", text: "Namens de heer Joris Wielemans (rijksregisternummer {A}) vraag ik welk e-mailadres bij jullie gekend is.\n\nMet vriendelijke groeten\nNora Stevens\n",
			kind: forgot, language: nl, last: "Stevens", first: "Nora", behalf: true},
		{name: "nl husband", from: "Nora Stevens", addr: "n@s.example", subject: "e-mailadres vergeten", text: "Mijn man weet niet meer welk e-mailadres hij heeft opgegeven. Zijn rijksregisternummer is {A}.\nNora Stevens\n",
			kind: forgot, language: nl, last: "Stevens", first: "Nora", behalf: true},
		{name: "fr secretary", from: "Nora Stevens", addr: "n@s.example", subject: "adresse e-mail modifiée", text: "De la part de M. Luc Dardenne, NN {A} : sa nouvelle adresse est luc@d.example.\nNora Stevens\n",
			kind: changed, language: fr, last: "Stevens", first: "Nora", behalf: true, address: "luc@d.example"},
		{name: "fr mother", from: "Basile Collin", addr: "b@c.example", subject: "adresse e-mail oubliée", text: "Bonjour, ma mère ne se souvient plus de l'adresse e-mail qu'elle utilisait pour votre portail. Son numéro national : {A}.\nBasile Collin\n",
			kind: forgot, language: fr, last: "Collin", first: "Basile", behalf: true},
		{name: "en", from: "Nora Stevens", addr: "n@s.example", subject: "Change of e-mail address", text: "On behalf of Mr Tom Janes (national number {A}): please change his e-mail address to tom@new.example.\nNora Stevens\n",
			kind: changed, language: en, last: "Stevens", first: "Nora", behalf: true, address: "tom@new.example"},
		{name: "de", from: "Nora Stevens", addr: "n@s.example", subject: "E-Mail-Adresse vergessen", text: "Im Auftrag von Herrn Karl Pauels frage ich nach der E-Mail-Adresse, die bei Ihnen hinterlegt ist. Nationalregisternummer {A}.\nNora Stevens\n",
			kind: forgot, language: de, last: "Stevens", first: "Nora", behalf: true},
		{name: "not on behalf: helped by a grandchild", from: "Godelieve Stevens", addr: "n@s.example", subject: "e-mailadres vergeten", text: "Mijn kleinzoon typt dit bericht. Ik ben het e-mailadres vergeten waarmee ik ingeschreven ben. Godelieve Stevens, {A}\n",
			kind: forgot, language: nl, last: "Stevens", first: "Godelieve", number: "A"},
	})
}
