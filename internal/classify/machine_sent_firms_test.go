package classify

import "testing"

// Mails of firms and offices behind which people write, without greetings, in the words of business.
func TestPeopleOfFirmsAsTheyAreSent(t *testing.T) {
	runSent(t, false, []sentMail{
		{"Fiduciaire Meir <info@meir.example>", "storing", "Sinds 10:22:04 krijgen wij foutcode 500 op https://iec-iab.example/login. Ook https://iec-iab.example/leden werkt niet."},
		{"Fiduciaire Meir <info@meir.example>", "betaling", "Uw factuur 2025-118 werd betaald op 3 maart: 480,00 EUR. Mededeling +++090/9337/55493+++."},
		{"Cabinet Duroy <contact@duroy.example>", "paiement", "Votre facture de 480,00 EUR a été payée ce jour."},
		{"Cabinet Duroy <contact@duroy.example>", "liste", "Nos collaborateurs :\nA. Duroy : duroy@duroy.example\nB. Petit : petit@duroy.example"},
		{"Accountants Lux <office@lux.example>", "Re: Your request", "The documents are attached. Our partner will sign the original next week."},
		{"Accountants Lux <office@lux.example>", "closure", "Our firm closes on 30 June. All members of our staff leave the register."},
		{"BDC <info@bdc.example>", "Re: Uw e-mailadres", "Onze medewerker is vandaag afwezig. Morgen bezorgt zij u haar nummer."},
		{"BDC <info@bdc.example>", "Re: Nog gegevens nodig", "De heer Maes is met verlof tot 3 mei en zal u daarna zelf antwoorden. Secretariaat BDC"},
		{"BDC <info@bdc.example>", "mail", "Uw mails aan ons kantoor komen in de spam terecht. Gelieve uw server na te kijken."},
		{"BDC <info@bdc.example>", "server", "Onze mailserver is vervangen. Alle adressen @bdc-oud.example worden @bdc.example. Geldt dit ook voor onze logins?"},
		{"Kanzlei Eck <kanzlei@eck.example>", "Rechnung", "Die Rechnung 118 über 480,00 EUR wurde am 3. März überwiesen."},
		{"Kanzlei Eck <kanzlei@eck.example>", "AW: Ihre Anfrage", "Die gewünschten Angaben: {A}"},
		{"Team Support <support@softhuis.example>", "koppeling", "Voor onze klanten bouwen wij een koppeling met uw ledenregister. Bij wie kunnen we terecht voor de technische documentatie?"},
		{"Drukkerij Pas <order@pas.example>", "drukproef", "In bijlage de drukproef van het tijdschrift. Levering: week 12. Oplage: 8.000. Akkoord?"},
		{"Zaalverhuur Forum <booking@forum.example>", "optie 12 mei", "De zaal is vrij op 12 mei. Prijs: 1.200,00 EUR. De optie loopt tot vrijdag, laat iets weten aub."},
		{"Uitgeverij Noord <redactie@noord.example>", "artikel", "Kan iemand van het Instituut een bijdrage schrijven over de btw-hervorming? Deadline: 1 april."},
		{"Hosting Bel <support@hostbel.example>", "ledenvoordeel", "Wij bieden uw leden graag 10 % korting op onze diensten. Kunnen we daarover praten? Bart van Hosting Bel"},
		{"Events Plus <events@plus.example>", "standruimte", "Voor de beurs van mei reserveren wij graag een stand. Welke plaatsen zijn nog vrij?"},
		{"Accounts <accounts@lowe.example>", "login problem", "Status: cannot log in\nBrowser: Edge\nSince: Monday\nWe tried the reset twice."},
		{"Security <security@bank.example>", "abuse", "A phishing page copies your site: https://iec-iab-login.example/. Please take action."},
		{"Compte <compte@durand.example>", "adresse", "Notre adresse est désormais cabinet@durand.example et non plus compte@durand.example."},
		{"Planning <planning@audit.example>", "kwaliteitstoetsing", "De toetsing van 11 maart om 14 uur kan niet doorgaan. Nieuwe datum: 18 maart."},
		{"Klantendienst Ziekenfonds <klantendienst@zf.example>", "attest", "Wij wachten nog op het attest van uw werknemer. Gelieve dit binnen 8 dagen te bezorgen."},
		{"Secretariaat <info@vanloo.example>", "deelname", "Drie deelnemers voor het seminarie van 12 mei: A. Van Loo, B. Pas, C. Ros."},
		{"VZW Confraters <info@confraters.example>", "uitnodiging", "Geachte\n\nGraag nodigen wij u uit op onze nieuwjaarsreceptie van 17 januari om 19 uur in het stadhuis.\n\nHet bestuur"},
	})
}

// More of them, by another reading of the same rules.
func TestMorePeopleOfFirmsAsTheyAreSent(t *testing.T) {
	runSent(t, false, []sentMail{
		{"Fidelia <info@fidelia.example>", "Re: Uw e-mailadres", "Tot nader order blijft alles bij het oude adres."},
		{"Fidelia <info@fidelia.example>", "Re: Uw vraag", "Wij sluiten op 30 juni definitief de deuren. Onze dossiers gaan naar kantoor Aerts (info@aerts.example)."},
		{"Fidelia <info@fidelia.example>", "kwijting", "Uw bestelling van 12 maart is bij ons niet aangekomen."},
		{"Comptaplus <info@comptaplus.example>", "Re: Votre demande", "Votre message du 3 mars mentionne un numéro de dossier inconnu chez nous."},
		{"Comptaplus <info@comptaplus.example>", "site web", "Le lien https://iec-iab.example/annuaire mène à une page vide depuis lundi."},
		{"Comptaplus <info@comptaplus.example>", "changement de nom", "Notre société s'appelle désormais Comptaplus SRL. Numéro d'entreprise inchangé."},
		{"Steuerbüro Ost <post@ost.example>", "Mitgliederliste", "In der Liste auf https://iec-iab.example/liste fehlt unser Büro."},
		{"Steuerbüro Ost <post@ost.example>", "Seminar", "Zwei Anmeldungen für das Seminar vom 12. Mai: K. Ost, L. Nord."},
		{"Green & Co <office@green.example>", "attendance list", "Attached is the attendance list: 12 participants, 3 absent."},
		{"Green & Co <office@green.example>", "your invoice", "Your invoice 118 shows the wrong VAT number. Correct number: BE 0123.456.749."},
		{"Notariaat Berg <kantoor@berg.example>", "akte", "Bijgevoegd het afschrift van de akte van 3 maart. De originelen volgen per post."},
		{"Kantoor Berg <support@berg.example>", "mail", "wij kregen vandaag 3 keer dezelfde mail van u, is dat normaal?"},
		{"Ledendienst ABC <service@abc.example>", "samenwerking", "Graag een overleg over de gezamenlijke opleiding in het najaar. Past 12 of 13 mei?"},
		{"Reception Delta <reception@delta.example>", "courrier", "Un courrier recommandé pour votre institut est arrivé chez nous par erreur. Nous le tenons à votre disposition."},
		{"Formations ABC <formations@abc.example>", "agrément", "Demande d'agrément pour notre formation TVA du 12 mai : programme en annexe."},
		{"Academie Noord <academie@noord.example>", "erkenning", "Onze opleiding btw is erkend onder nummer B0000/2025. Op uw site staat ze niet."},
		{"Review Commissie <review@toets.example>", "dossier 12", "Dossier 12 is nagekeken. Advies: positief. Het verslag gaat per post."},
		{"Pakketdienst Claes <info@pakketclaes.example>", "afspraak ophalen", "Onze chauffeur stond gisteren voor een gesloten deur. Wanneer kan hij terugkomen?"},
		{"Concierge <gebouw@beheer.example>", "lift", "De lift is donderdag van 9 tot 12 uur buiten dienst voor onderhoud."},
		{"Syndic Louise <syndic@louise.example>", "assemblée générale", "L'assemblée générale des copropriétaires aura lieu le 12 mai à 18h30 dans le hall."},
	})
}
