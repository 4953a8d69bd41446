package classify

import "testing"

// Mails of people, some from the addresses and with the words of machines.
func TestPeopleAsTheyAreSent(t *testing.T) {
	runSent(t, false, []sentMail{
		{"Facturatie Bogaert <facturatie@bogaert.example>", "e-mailadres", "Beste, wij zouden graag weten met welk adres ons kantoor bij u aangemeld is. Dank bij voorbaat, Nadia"},
		{"Comptes Simon <comptes@simon.example>", "adresse e-mail modifiée", "Bonjour, veuillez prendre note de notre nouvelle adresse : cabinet@simon.example. Rachel Simon"},
		{"Kantoor Mertens <info@mertens.example>", "e-mailadres gewijzigd", "Gelieve voortaan kantoor@mertens.example te gebruiken. Met vriendelijke groeten, Hilde Mertens, {A}"},
		{"Hilde Mertens <hilde@mertens.example>", "nieuw adres", "Gelieve voortaan hilde@nieuw.example te gebruiken voor mijn login."},
		{"Team Delva <team@delva.example>", "vraag", "Dag servicedesk,\n\nKlopt het dat de uitnodigingen voor de algemene vergadering al verstuurd zijn? Wij kregen niets.\n\nTeam Delva"},
		{"An Joos <an@joos.example>", "nieuw e-mailadres", "Hallo, pas je mijn adres even aan? Het wordt an.joos@nieuw.example.\n\nAn Joos"},
		{"Rik Daems <rik@daems.example>", "adreswijziging mail", "Ik heb een nieuw mailadres: rik@daems-tax.example. Het oude verdwijnt eind deze maand. Mag ik u vragen uw bestanden aan te passen?\n\nRik Daems"},
		{"Paul Rens <paul@rens.example>", "ander mailadres", "Op het oude adres kom ik niet meer. Voor het platform graag paul@rens-nieuw.example.\nPaul Rens"},
		{"Lea Claes <lea@claes.example>", "verlof", "U mailde mij woensdag, maar dan werk ik niet. Hierbij alsnog mijn antwoord: mijn nummer is {A}."},
		{"Bob Ost <bob@ost.example>", "RE: Uw e-mailadres", "Ik werk niet op woensdag, vandaar mijn late antwoord. Het is het adres bob@ost.example dat ik bedoelde."},
		{"Marc Lievens <marc@lievens.example>", "RE: Nog gegevens nodig", "Ik zit in het buitenland tot 3 mei. Ik bezorg u mijn nummer bij thuiskomst."},
		{"Nadine Roy <nadine@roy.example>", "Re: Votre demande", "Je suis en congé jusqu'à lundi mais je réponds quand même : mon numéro est le {A}."},
		{"Nadine Roy <nadine@roy.example>", "merci", "Bien reçu, merci. Je regarde cela à mon retour de vacances."},
		{"Info Wagner <info@wagner.example>", "Anfrage", "Unser Büro ist ab Montag geschlossen. Können Sie mir noch heute mein Benutzerkonto freischalten?"},
		{"Tim Ward <tim@ward.example>", "login", "I am off tomorrow, so if you could send my user name today that would be great. Tim"},
		{"Accounts Dept <accounts@greenfield.example>", "membership", "Dear sirs, could you confirm which email is on file for Mr Green? Regards, Joan Smith"},
		{"Security Office <security@bank.example>", "phishing", "We noticed a mail that pretends to come from your institute. Are you aware of it? Regards, Peter Long"},
		{"Bewaking Plus <bewaking@plus.example>", "login werkt niet", "Beste, wij geraken niet meer op het platform met dit adres. Wat nu? Groeten, Stan"},
		{"Monitoring bv <monitoring@mbv.example>", "wachtwoord", "Hallo, ik ben mijn paswoord kwijt. Stan Monnens"},
		{"Robert Watch <watch@watchbooks.example>", "user name", "Hello, I no longer remember my user name for the platform. Robert Watch"},
		{"Gaby News <news@gabynews.example>", "contact", "Bonjour, qui puis-je contacter pour un partenariat ? Gaby"},
		{"Order of Accountants <order@ooa.example>", "cooperation", "Dear colleagues, we would like to visit your institute in May. Which date suits you?"},
		{"Bestelling <bestelling@vanloo.example>", "boek", "Graag bestel ik twee exemplaren van het vademecum. Facturatie op naam van Van Loo bv.\nMet vriendelijke groeten\nMia Van Loo"},
		{"Team Janssens <team@janssens.example>", "bedankt", "Dankjewel voor de snelle hulp, het werkt weer.\n\nTeam Janssens"},
		{"Mia Sels <mia@sels.example>", "status", "Naam: Sels\nVoornaam: Mia\nRijksregisternummer: {A}\nStatus: stagiair"},
		{"Jean Michel <jean@michel.example>", "données", "Nom : Michel\nPrénom : Jean\nNuméro de registre national : {A}\nE-mail : jean@michel.example"},
		{"Jean Michel <jean@michel.example>", "adresse oubliée", "Nom : Michel\nPrénom : Jean"},
		{"Ilse Bek <ilse@bek.example>", "adres", "Oud adres: ilse@oud.example\nNieuw adres: ilse@nieuw.example\nGelieve aan te passen"},
		{"Ilse Bek <ilse@bek.example>", "e-mailadres gewijzigd", "ilse@oud.example -> ilse@nieuw.example"},
		{"Guy Piron <guy@piron.example>", "e-mail", "Nouvelle adresse : guy@piron-fidu.example\nAncienne adresse : guy@skynet.example\nGuy Piron"},
		{"Luc Herman <luc@herman.example>", "Départ du cabinet", "Bonjour, je ne fais plus partie du cabinet X depuis le 15 mars. Mon adresse devient luc@herman.example."},
		{"Jef Aerts <jef@aerts.example>", "overlijden Jozef Aerts", "Geachte, met droefheid melden wij dat onze vader Jozef Aerts op 4 januari overleden is. Zijn mailbox sluiten wij eind deze maand. Wat moeten wij nog doen voor zijn lidgeld?"},
		{"Jef Aerts <jef@aerts.example>", "overlijden", "Met grote droefheid melden wij u het overlijden van Jozef Aerts, lid van uw Instituut. De familie Aerts"},
		{"Fiduciaire Noord <contact@noord.example>", "verhuisd", "Wij zijn verhuisd. U vindt ons voortaan op Kade 9, 2000 Antwerpen. Gelieve dit aan te passen in de lijst van leden."},
		{"Kantoor Zuid <info@zuid.example>", "nieuw adres kantoor", "Beste, wij zijn verhuisd naar Kade 9 te Antwerpen."},
	})
}

// Mails of people about bills, seminars, codes and the like.
func TestPeopleOfAllSortsAsTheyAreSent(t *testing.T) {
	runSent(t, false, []sentMail{
		{"Bart Sys <bart@sys.example>", "factuur lidgeld", "Ik ontving uw factuur van 480 EUR, te betalen voor 31/03/2025. Ik heb al betaald op 3 maart op BE68 5390 0754 7034."},
		{"Fabrice Goffin <fabrice@goffin.example>", "facture", "Bonjour, le montant de la facture 2025-118 (84,20 EUR) est à charge de mon ancien employeur. Merci de lui adresser."},
		{"Stefan Huys <stefan@huys.example>", "webinar", "Beste, de link voor het webinar van morgen om 11 uur werkt niet: https://iec-iab.example/w/1"},
		{"Chloé Remy <chloe@remy.example>", "formation du 11 mars", "Bonjour, je ne pourrai pas être présente à la formation du mardi 11 mars à 14h30."},
		{"Jan Dries <jan@dries.example>", "code", "De verificatiecode die ik kreeg is 884 210 maar het platform zegt dat hij ongeldig is."},
		{"Vera Stone <vera@stone.example>", "password reset", "I asked for a reset of my password three times and no mail arrives. My account is vera@stone.example."},
		{"Vera Stone <vera@stone.example>", "Your password was changed", "I got a mail saying my password was changed. I did not do this. Please look into it."},
		{"Ivo Pints <ivo@pints.example>", "FW: Uw e-mailadres is gewijzigd", "Dit heb ik niet gevraagd! Wie heeft dat gedaan?"},
		{"Kris Hens <kris@hens.example>", "mailbox vol", "Mijn mailbox is voor 99 % vol en ik krijg uw mails niet. Nieuw adres: kris@hens.example"},
		{"Sam Otten <sam@otten.example>", "ticket 88412", "Melding 88412 is afgesloten maar het probleem is niet opgelost."},
		{"Eva Thom <eva@thom.example>", "Re: ticket 4411", "Ihre Antwort ist angekommen, danke. Es klappt jetzt."},
		{"Eric Poels <eric@poels.example>", "voicemail", "Ik sprak gisteren een bericht in op uw antwoordapparaat. Nog niets gehoord. Eric Poels 0470 00 00 00"},
		{"Zoë Blom <zoe@blom.example>", "scan", "Document in bijlage. Zoë"},
		{"Zoë Blom <zoe@blom.example>", "identiteitskaart", "zie bijlage"},
		{"Copie Duval <copie@duval.example>", "adresse mail", "bonjour, laquelle de mes adresses avez vous ? marie duval {A}"},
		{"Carl Ney <carl@ney.example>", "Gelezen: Uw e-mailadres", "Ik las uw mail over mijn e-mailadres. Mijn nummer volgt."},
		{"Lien Wuyts <lien@wuyts.example>", "enquête", "Ik geef jullie helpdesk een 9 op 10. Goed gedaan!"},
		{"Patrice Bodart <patrice@bodart.example>", "sondage", "Je n'arrive pas à ouvrir votre sondage : https://iec-iab.example/s/1 demande une adresse que j'ai oubliée."},
		{"Mieke Raes <mieke@raes.example>", "nieuwsbrief", "De nieuwsbrief komt nog op het adres van mijn vorige werkgever toe. Graag voortaan mieke@raes.example."},
		{"Hans Wolf <hans@wolf.example>", "Umzug", "Wer ist bei Ihnen für Adressänderungen zuständig? Hans Wolf"},
		{"Ida Lenz <ida@lenz.example>", "E-Mail-Adresse geändert", "Sehr geehrte Damen und Herren,\n\nbitte verwenden Sie ab sofort ida@lenz-steuer.example.\n\nMit freundlichen Grüßen\nIda Lenz"},
		{"Notaris Peeters <info@notaris.example>", "dossier 2024/55", "Geachte, wij verwijzen naar ons schrijven van 3 maart, dat zonder antwoord bleef. Met achting, namens notaris Peeters"},
		{"Gerechtsdeurwaarder Bos <post@bos.example>", "ref. 88/2025", "Mijnheer, Mevrouw\n\nIn bijlage vindt u een dagvaarding lastens een van uw leden.\n\nHoogachtend"},
		{"Studio Print <studio@print.example>", "offerte", "Beste, in bijlage vindt u onze offerte voor het drukwerk: 1.250 EUR excl. btw, geldig tot 30/04. Laat maar weten of het past.\nBert"},
		{"Kathleen <kathleen@buro.example>", "afwezigheid", "Beste collega's, ik ben volgende week met verlof. Els neemt over. Kathleen"},
	})
}
