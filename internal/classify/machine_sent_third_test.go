package classify

import "testing"

// A third round of mails of machines.
func TestStillMoreMachinesAsTheyAreSent(t *testing.T) {
	runSent(t, true, []sentMail{
		{"Kaat Bos <kaat@bos.example>", "Re: Uw e-mailadres", "Hoi,\n\nIk lig momenteel in de lappenmand. Mijn collega's houden alles draaiende: kantoor@bos.example.\n\nKaat"},
		{"Bram Wit <bram@wit.example>", "Re: Uw vraag", "Ouderschapsverlof op maandag! Morgen lees ik je bericht."},
		{"Fons Kay <fons@kay.example>", "Fons Kay is met pensioen Re: Uw e-mailadres", "Beste,\n\nna 41 jaar trek ik de deur achter mij dicht. Dossiers: zie kantoor Kay junior.\n\nFons"},
		{"Lies Mol <lies@mol.example>", "RE: Uw e-mailadres", "Bedankt voor uw e-mail. Van 10 tot 21 februari ben ik op skivakantie. Uw bericht blijft in mijn postvak en ik behandel het bij terugkomst."},
		{"Odile Gras <odile@gras.example>", "Re: Votre demande", "Bonjour et merci de votre message. Le cabinet tourne au ralenti jusqu'au 18 août. Une réponse peut donc se faire attendre."},
		{"René Bay <rene@bay.example>", "Re: Votre adresse e-mail", "Je profite de quelques semaines de repos bien mérité. Retour aux affaires le 1er septembre."},
		{"Sue Park <sue@park.example>", "Re: Your e-mail address", "Thanks for getting in touch. I'm at a conference all week and will be slow to respond."},
		{"Uwe Graf <uwe@graf.example>", "AW: Ihre E-Mail-Adresse", "Guten Tag, ich bin diese Woche auf Dienstreise und antworte verzögert."},
		{"Centrum Zorg <info@zorg.example>", "Automatische bevestiging", "Beste, wij hebben je mail ontvangen en antwoorden zo spoedig mogelijk. Tijdens het weekend is de dienst gesloten."},
		{"Belastingkantoor <no-reply@fisc.example>", "Uw aanvraag is geregistreerd", "Uw aanvraag is geregistreerd met nummer 2025/8871. U kunt ze volgen in het portaal."},
		{"Commune de Wavre <population@wavre.example>", "Bien reçu", "Nous accusons réception de votre courriel et y donnerons suite dans un délai de 15 jours."},
		{"Helpline <help@softline.example>", "Ticket #5521 has been assigned to Dana", "Hello,\n\nDana will be looking after your ticket #5521.\n\nSoftline Help"},
		{"Mail Administrator <admin@mx.example>", "Returned: Uw e-mailadres", "The following address had permanent errors: piet@mx.example (host not found)."},
		{"Antispam <antispam@kbc-filter.example>", "Bevestig uw afzenderadres", "U mailde voor het eerst naar een van onze gebruikers. Klik op https://kbc-filter.example/ok om uw bericht te laten bezorgen."},
		{"Cron Daemon <cronjobs@web4.example>", "Cron job 'sync-leden'", "sync-leden: 14 toegevoegd, 2 gewijzigd, 0 fouten, klaar in 4.1 s"},
		{"Back-up <backup@kantoor.example>", "Back-up geslaagd", "De back-up van 5 maart is geslaagd. 412 GB in 02:14:09."},
		{"Sauvegarde <sauvegarde@cab.example>", "Échec de la sauvegarde", "La sauvegarde de cette nuit n'a pas pu se terminer. Espace disque insuffisant."},
		{"Pingdom <alert@pingers.example>", "UP: iec-iab.example", "iec-iab.example is up again after 4 minutes of downtime."},
		{"Multifunctional <mfp2@balie.example>", "Gescand document", "Bijgevoegd het gescande document (3 pagina's, 300 dpi)."},
		{"Proximo <voicemail@proximo.example>", "Vous avez un message vocal", "Vous avez 1 nouveau message de 0475 00 00 00. Écoutez-le au 1919."},
		{"Streamly <account@streamly.example>", "Sign-in code", "Your sign-in code is 448190. Never share it with anyone."},
		{"Webwinkel Ink <info@ink.example>", "Bedankt voor uw bestelling", "Bedankt voor uw bestelling!\n\nBestelnummer: 10029\nTotaal: 45,90 EUR\nLevering: 7 maart"},
		{"Bpack <info@bpack.example>", "Uw pakje komt eraan", "Uw pakje wordt morgen geleverd tussen 10 en 12 uur. Volg het op https://bpack.example/t/1"},
		{"Telecom Nu <facturen@telecomnu.example>", "Uw factuur voor maart staat klaar", "Beste klant\n\nUw factuur van 62,10 euro staat klaar in Mijn Telecom. Ze wordt via domiciliëring betaald op 20 maart."},
		{"Avis+ <avis@avisplus.example>", "Donnez-nous votre avis", "Cher client, êtes-vous satisfait de votre dernière commande ? Répondez à 3 questions : https://avisplus.example/3"},
		{"Vakblad Cijfer <nieuws@cijfer.example>", "Cijfer nr. 4 is uit", "In dit nummer: de btw-ketting, AI op kantoor, interview met de voorzitter.\nLees online: https://cijfer.example/4\nUitschrijven"},
		{"Netwerk Zuid <community@netzuid.example>", "Nieuw bericht in 'Stagiairs'", "Lotte plaatste een bericht in 'Stagiairs': Wie heeft er nog cursusmateriaal?\n\nAntwoorden: https://netzuid.example/s/1"},
		{"Meetingtool <meetings@meetly.example>", "Invitation: Point mensuel", "Marc vous invite à une réunion planifiée.\n\nHeure : 11 mars 2025 10:00 Bruxelles\nRejoindre : https://meetly.example/j/1\nCode secret : 118"},
		{"Reisagent <booking@vlucht.example>", "Boeking bevestigd QX118", "Uw boeking QX118 is bevestigd. Vertrek: 12 mei 08:10 Brussel. Online inchecken kan vanaf 24 uur voor vertrek."},
		{"Lotte Baert <info@baert.example>", "Fwd: RE: e-mailadres gewijzigd", "(Deze mail werd automatisch doorgezonden vanuit lotte@baert.example)\n\nGeachte, wij konden uw identiteit niet bevestigen. Bezorg ons de gegevens die nog ontbreken.\n\nServicedesk"},
	})
}

// A third round of mails of people.
func TestStillMorePeopleAsTheyAreSent(t *testing.T) {
	runSent(t, false, []sentMail{
		{"Kaat Bos <kaat@bos.example>", "RE: Uw e-mailadres", "Ik lag in de lappenmand, sorry. Hierbij: Kaat Bos, {B}"},
		{"Bram Wit <bram@wit.example>", "RE: Uw vraag", "Morgen lees ik uw bericht rustig door en laat iets weten. Bram"},
		{"Fons Kay <fons@kay.example>", "pensioen", "Beste, na 41 jaar trek ik de deur achter mij dicht. Gelieve mij te schrappen als lid. Fons Kay"},
		{"Odile Gras <odile@gras.example>", "Re: Votre demande", "Merci pour votre message. Je le transmets à mon mari, c'est lui le membre. Odile"},
		{"Sue Park <sue@park.example>", "Re: Your e-mail address", "Thanks for getting in touch. The address is fine, it was my password after all."},
		{"Centrum Zorg <info@zorg.example>", "vraag", "Beste, wij ontvingen een mail over een lid van u. Wie kan ons hierover te woord staan? Dienst onthaal"},
		{"Belastingkantoor <info@fisc.example>", "vraag om inlichtingen", "Geachte, in het kader van een onderzoek vragen wij u de inschrijvingsgegevens van een lid. Met de meeste hoogachting, de adviseur"},
		{"Commune de Wavre <population@wavre.example>", "changement", "Madame, Monsieur, notre service a une nouvelle adresse : population@ville-wavre.example."},
		{"Softline Help <help@softline.example>", "integration", "Hello, we maintain the software of some of your members and would like to know whether an API exists."},
		{"Back-up Boekhouding <backup@kantoor.example>", "nieuw mailadres", "Gelieve vanaf nu boekhouding@kantoor.example te gebruiken. Mvg, Tom Luyten"},
		{"Webwinkel Ink <info@ink.example>", "lid", "Dag, is accountant Peeters nog lid bij jullie? Ik vind hem niet meer terug. Groetjes Inge"},
		{"Nele Pot <nele@pot.example>", "bestelling", "Ik bestelde vorige week twee boeken. Bestelnummer: 10029. Nog niets gekregen."},
		{"Nele Pot <nele@pot.example>", "Uw factuur", "Uw factuur is niet correct: ik ben stagiair en betaal minder."},
		{"Marc Dor <marc@dor.example>", "réunion", "La réunion du 11 mars à 10h est confirmée, à bientôt. Marc"},
		{"Marc Dor <marc@dor.example>", "avis", "Très satisfait de votre aide. Merci !"},
		{"Ilka Rau <ilka@rau.example>", "AW: Ihre E-Mail-Adresse", "Guten Tag, die neue Adresse ist richtig. Danke und schöne Woche, Ilka Rau"},
		{"Ilka Rau <ilka@rau.example>", "Dienstreise", "Ich bin diese Woche auf Dienstreise und komme nicht ins Portal. Was kann ich tun?"},
		{"Griet Pel <griet@pel.example>", "gebruikersnaam", "Status: ingelogd nee\nBrowser: Edge\nFout: gebruiker onbekend\nWelke naam moet het zijn?"},
		{"Griet Pel <griet@pel.example>", "Re: gebruikersnaam", "Foutcode: 4011\nTijdstip: 10:22:04\nBrowser: Edge 122\n\nGriet"},
		{"Rob Vlam <rob@vlam.example>", "alarm", "Ons alarm ging af door uw pakje, geen erg. Groeten Rob"},
	})
}
