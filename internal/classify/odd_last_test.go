package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
)

// TestOddLast holds a fourth round, with more of what goes wrong: hostile, broken, doubled and half mails.
func TestOddLast(t *testing.T) {
	run(t, []sample{
		{name: "header injection in the text", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres gewijzigd", text: "Naam: Daems\nVoornaam: Nora\nCc: boef@kwaad.example\nRijksregisternummer: {A}\nNieuw e-mailadres: n@d.example\nBcc: boef@kwaad.example\n",
			kind: changed, language: nl, last: "Daems", first: "Nora", number: "A", address: "n@d.example"},
		{name: "says that it was checked already", from: "servicedesk", addr: "x@kwaad.example", subject: "e-mailadres gewijzigd", text: "Interne nota: identiteit gecontroleerd, goedgekeurd door admin. RRN {A}. Nieuw mailadres x@kwaad.example.\n",
			kind: changed, language: nl, number: "A", address: "x@kwaad.example"},
		{name: "sql in a name", from: "x'; DROP TABLE leden;--", addr: "x@kwaad.example", subject: "e-mailadres vergeten", text: "Naam: x'; DROP TABLE leden;--\nVoornaam: Nora\nRRN {A}\n", kind: forgot, language: nl, first: "Nora", number: "A"},
		{name: "two people, no sender's name", from: "", addr: "kantoor@d.example", subject: "e-mailadres vergeten", text: "Nora Daems {A}\nJoost Daems {B}\nWelke adressen hebben jullie?\n", kind: forgot, language: nl, number: "ambiguous"},
		{name: "client case with exact subject", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres vergeten", text: "Mijn cliënt Jos Maes, rijksregisternummer {B}, heeft geen toegang tot MyMinfin. Wat kan ik doen?\n", kind: other, language: nl},
		{name: "asks for the wife as well as himself", from: "Joost Daems", addr: "j@d.example", subject: "e-mailadressen vergeten", text: "Ik ben mijn e-mailadres vergeten: Joost Daems, {A}.\nMijn echtgenote Nora Claes ({B}) ook.\n", kind: forgot, language: nl, last: "Daems", first: "Joost", number: "A"},
		{name: "thanks in advance only", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres vergeten", text: "Alvast bedankt!\n\nNora Daems\n{A}\n", kind: forgot, language: nl, last: "Daems", first: "Nora", number: "A"},
		{name: "greeting only", from: "Luc Piette", addr: "l@p.example", subject: "adresse e-mail oubliée", text: "Bonjour,\n\nMerci pour votre aide.\n\nLuc Piette\n", kind: forgot, language: fr, last: "Piette", first: "Luc"},
		{name: "number first", from: "Luc Piette", addr: "l@p.example", subject: "adresse e-mail oubliée", text: "{A}\nPiette\nLuc\n", kind: forgot, language: fr, last: "Piette", first: "Luc", number: "A"},
		{name: "label and sentence in capitals", from: "Luc Piette", addr: "l@p.example", subject: "adresse e-mail oubliee", text: "NUMERO NATIONAL {A11} NOM PIETTE PRENOM LUC\n", kind: forgot, language: fr, last: "PIETTE", first: "LUC", number: "A"},
		{name: "question mark subject", from: "Luc Piette", addr: "l@p.example", subject: "Mon adresse e-mail ?", text: "Bonjour,\n\nPiette Luc, né à Huy, NN {A}.\n\nBonne journée\n", kind: forgot, language: fr, last: "Piette", first: "Luc", number: "A"},
		{name: "changed in the subject with the address", from: "Luc Piette", addr: "l@p.example", subject: "Nouvelle adresse : l@p.example", text: "Piette Luc\n{A}\n", kind: changed, language: fr, last: "Piette", first: "Luc", number: "A", address: "l@p.example"},
		{name: "mailto in brackets twice", from: "Luc Piette", addr: "l@p.example", subject: "adresse e-mail modifiée", text: "Nouvelle adresse : l@p.example <mailto:l@p.example>\nPiette Luc\n", kind: changed, language: fr, last: "Piette", first: "Luc", address: "l@p.example"},
		{name: "address with a full stop and quotes", from: "Luc Piette", addr: "l@p.example", subject: "adresse e-mail modifiée", text: "Ma nouvelle adresse est « luc.piette@p.example ».\nPiette Luc\n", kind: changed, language: fr, last: "Piette", first: "Luc", address: "luc.piette@p.example"},
		{name: "new address only for invoices", from: "Luc Piette", addr: "l@p.example", subject: "adresse e-mail modifiée", text: "Merci d'envoyer dorénavant les factures de cotisation à compta@p.example.\n", kind: other, language: fr},
		{name: "adds a second address", from: "Luc Piette", addr: "l@p.example", subject: "deuxième adresse", text: "Serait-il possible d'ajouter l'adresse de ma secrétaire pour les convocations ? secr@p.example\n", kind: other, language: fr},
		{name: "french with english disclaimer", from: "Luc Piette", addr: "l@p.example", subject: "adresse mail", text: "Bonjour, quelle adresse avez-vous encodée pour moi ?\n\nLuc Piette\n\nThis message is confidential and intended for the addressee only. If you are not the addressee please delete it and inform the sender at privacy@p.example.\n", kind: forgot, language: fr, last: "Piette", first: "Luc"},
		{name: "dutch with english signature", from: "Nora Daems", addr: "n@d.example", subject: "login", text: "Welk mailadres hebben jullie van mij?\n\nKind regards,\n\nNora Daems\nSenior Tax Manager\nDaems Tax Consulting Ltd\n", kind: forgot, language: nl, last: "Daems", first: "Nora"},
		{name: "own forward without a word", from: "Nora Daems", addr: "nora@prive.example", subject: "Fwd: e-mailadres gewijzigd", text: "", forwarded: &message.Forwarded{From: message.Address{Name: "Nora Daems", Addr: "n@d.example"}, Subject: "e-mailadres gewijzigd", Text: "Naam: Daems\nVoornaam: Nora\nRRN {A}\n"},
			kind: changed, language: nl, last: "Daems", first: "Nora", number: "A"},
		{name: "forward of a colleague for help", from: "Luc Piette", addr: "l@p.example", subject: "TR: adresse e-mail oubliée", text: "Pouvez-vous aider ma collègue ? Merci\nLuc\n", forwarded: &message.Forwarded{From: message.Address{Name: "Anne Roba", Addr: "a@r.example"}, Subject: "adresse e-mail oubliée", Text: "J'ai oublié mon adresse. Roba Anne {B}\n"},
			kind: forgot, language: fr, last: "Piette", first: "Luc", behalf: true},
		{name: "en for father", from: "Mary Whelan", addr: "m@w.example", subject: "address forgotten", text: "My father John Whelan no longer knows which e-mail address he registered. His national number is {A}.\nMary Whelan\n", kind: forgot, language: en, last: "Whelan", first: "Mary", behalf: true},
		{name: "de wife", from: "Karl Lenges", addr: "k@l.example", subject: "E-Mail-Adresse vergessen", text: "Meine Frau Ursula Lenges (Nationalregisternummer {A}) weiß nicht mehr, mit welcher E-Mail-Adresse sie angemeldet ist.\nKarl Lenges\n", kind: forgot, language: de, last: "Lenges", first: "Karl", behalf: true},
		{name: "phone number as the only digits", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres vergeten", text: "Kunnen jullie mij bellen op 0470 00 00 09 in verband met mijn vergeten mailadres? Nora Daems\n", kind: forgot, language: nl, last: "Daems", first: "Nora"},
		{name: "birth date as a number", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres vergeten", text: "Nora Daems, rijksregisternummer 30.07.85\n", kind: forgot, language: nl, last: "Daems", first: "Nora", number: "length"},
		{name: "order number that is valid", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres vergeten", text: "Ik ben mijn e-mailadres vergeten en kan dus mijn bestelling 72021480114 niet volgen.\nNora Daems\n", kind: forgot, language: nl, last: "Daems", first: "Nora"},
		{name: "password subject, changed text", from: "Nora Daems", addr: "n@d.example", subject: "wachtwoord vergeten", text: "Kan u mijn e-mailadres wijzigen in n@d.example? Daarna vraag ik zelf een wachtwoord aan.\nNora Daems\n", kind: changed, language: nl, last: "Daems", first: "Nora", address: "n@d.example"},
		{name: "changed subject, forgotten text", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres gewijzigd", text: "Ik weet niet meer welk e-mailadres bij jullie gekend is.\nNora Daems\n", kind: forgot, language: nl, last: "Daems", first: "Nora"},
		{name: "password without a word for it", from: "Nora Daems", addr: "n@d.example", subject: "paswoord vergeten", text: "Zie onderwerp, mvg Nora Daems\n", kind: password, language: nl},
	})
}
