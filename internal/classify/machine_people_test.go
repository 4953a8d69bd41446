package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// People who say what machines say as well: of absence, bounces, tickets, scans, newsletters.
func TestPeopleWhoSoundLikeMachines(t *testing.T) {
	runSpoken(t, []spokenMail{
		{"e-mailadres", "Dit is geen automatisch bericht: ik ben mijn e-mailadres kwijt.", ""},
		{"dit is geen automatisch bericht", "dit is geen automatisch bericht", ""},
		{"Automatisch antwoord: e-mailadres vergeten", "Ik ken mijn e-mailadres niet meer. Kunnen jullie het opzoeken? Jan Peeters, {A}", ""},
		{"Automatisch antwoord: inloggen", "Mijn adres is gewijzigd in jan@nieuw.example, graag aanpassen.", ""},
		{"Ik werk niet meer bij Claes", "Ik werk niet meer bij Claes. Gelieve mijn e-mailadres te wijzigen in jan@nieuw.example. Mijn oude mailbox wordt niet meer gelezen.", ""},
		{"adreswijziging", "Beste, vanaf 1 mei werk ik niet langer voor Deloitte. Mijn nieuwe adres is jan@nieuw.example. Groeten, Jan Peeters", ""},
		{"pensioen", "Ik ben met pensioen sinds vorige maand. Wat moet ik doen om mijn lidmaatschap stop te zetten?", ""},
		{"overlijden", "Mijn vader Jan Peeters, lid van uw Instituut, is op 3 mei overleden. Mogen wij u vragen zijn inschrijving te schrappen?", ""},
		{"décès", "Je vous informe du décès de mon époux, membre de l'Institut. Merci de fermer son compte.", ""},
		{"verlof", "Ik ben tot maandag met verlof maar check mijn mails. Welk e-mailadres hebben jullie van mij?", ""},
		{"bereikbaarheid", "Ik ben deze week moeilijk bereikbaar, bel mij gerust op 0470 00 00 00 over mijn login.", ""},
		{"vacances", "Bonjour, je pars en vacances demain ; pouvez-vous me répondre avant ?", ""},
		{"mail retour", "Votre mail m'est revenu avec « message non distribué ». Pouvez-vous renvoyer ?", ""},
		{"onbestelbaar", "Jullie mail naar mij kwam terug als onbestelbaar. Mijn nieuwe adres is an@nieuw.example.", ""},
		{"Delivery failure", "Your message to my old address could not be delivered because I changed provider. Use an@new.example from now on.", ""},
		{"bedankt", "Bedankt voor uw snelle antwoord! Ik heb het kunnen regelen.", ""},
		{"Re: ticket", "Merci pour votre réponse. Je vous tiens au courant dans les prochains jours.", ""},
		{"RE: vraag", "Goed ontvangen, dank u.", ""},
		{"RE: documents", "Bien reçu votre message, merci. Je vous envoie les documents dans les meilleurs délais.", ""},
		{"RE: documents", "We hebben uw mail goed ontvangen, bedankt. Hierbij de gevraagde documenten in bijlage.", ""},
		{"scan", "In bijlage de scan van mijn identiteitskaart zoals gevraagd.", ""},
		{"Gescand document", "Beste, hierbij het gescande document van de RSZ. Graag uw advies.", ""},
		{"certificaat", "Mijn certificaat van de eID is verlopen, kan ik nog inloggen?", ""},
		{"facture", "Bonjour, votre facture 2025/113 est-elle déjà payée ? Merci de me le confirmer.", ""},
		{"factuur", "In bijlage vindt u onze factuur nr. 2025-113. Te betalen voor 30 juni.\n\nMet vriendelijke groeten\nBart", ""},
		{"Uw nieuwsbrief", "Waarom ontvang ik deze nieuwsbrief? Ik ben niet ingeschreven.", ""},
		{"vraag", "Hoe tevreden zijn jullie over het softwarepakket van X? Wij overwegen het.", ""},
		{"vergadering", "Ik zit nu in een vergadering, ik bel u straks terug over mijn wachtwoord.", ""},
		{"RE: afspraak", "Dinsdag ben ik niet op kantoor. Past woensdag?", ""},
		{"RE: controle", "Je suis absente ce jeudi. Vendredi me convient.", ""},
		{"opening", "Is uw kantoor gesloten tussen kerst en nieuw?", ""},
		{"fax", "Ik heb u gisteren een fax gestuurd met mijn gegevens, hebt u die ontvangen?", ""},
		{"e-mail", "Ihre automatische Antwort habe ich erhalten, aber mein Passwort geht nicht.", ""},
		{"Re: login", "I got your automatic reply. When will someone look at my request?", ""},
		{"Abwesenheit", "Ich war im Urlaub. Bitte senden Sie mir die Unterlagen noch einmal.", ""},
		{"wachtwoord", "Ik krijg de melding dat mijn wachtwoord gewijzigd werd, maar ik heb dat niet gedaan!", ""},
		{"mailbox vol", "Mijn mailbox was vol, daardoor heb ik uw mail niet gekregen. Kan u opnieuw sturen?", ""},
		{"Gelieve niet te antwoorden op dit adres", "Gelieve niet te antwoorden op dit adres maar op jan@nieuw.example, want mijn oude mailbox sluit. Dat wordt ook mijn login.", ""},
		{"contact", "Dit bericht werd automatisch verzonden via het contactformulier van www.x.example.\n\nNaam: Jan Peeters\nBericht: ik weet niet meer met welk e-mailadres ik geregistreerd ben", ""},
		{"Re: uw e-mail", "Bedankt voor uw bericht.\n\nMet vriendelijke groeten\nTom\n\nU ontvangt deze e-mail omdat u een relatie bent van Novacount. Uitschrijven: https://n.example/u", ""},
		{"Bonjour", "Merci pour votre réponse. Tout fonctionne.\n\nMarc\nDécouvrez notre newsletter - se désabonner : https://n.example/u", ""},
		{"ingeschreven", "Graag had ik mij ingeschreven voor het webinar van morgen. Kan dat nog?", ""},
		{"inscription", "J'ai bien reçu la confirmation de mon inscription au webinaire, mais le lien ne marche pas.", ""},
		{"klacht", "Uw systeem stuurt mij telkens automatische antwoorden. Ik wil een mens spreken.", ""},
		{"Backup", "Onze back-up is mislukt waardoor ik mijn adresboek kwijt ben. Met welk e-mailadres ben ik bij jullie bekend?", ""},
		{"secretariaat", "Mevrouw Claes is afwezig tot 12 mei. Voor dringende zaken kan u mij contacteren. Intussen: kan u haar login nakijken?", ""},
		{"Re: uw identiteit", "Ik ben terug uit verlof. Hierbij mijn gegevens: Jan Peeters, {A}.", ""},
		{"STOP", "Gelieve mij geen nieuwsbrieven meer te sturen. Uitschrijven aub.", ""},
	})
}

// People who write of scans, tickets, bills and newsletters.
func TestPeopleOfScansTicketsAndBills(t *testing.T) {
	runSpoken(t, []spokenMail{
		{"Uitnodiging", "Ik aanvaard uw uitnodiging voor de infosessie en zal aanwezig zijn met twee collega's.", ""},
		{"Invitation", "J'ai accepté votre invitation mais je ne pourrai finalement pas venir.", ""},
		{"RE: uw vraag", "Ik heb uw bericht ontvangen. Mijn adres is nog steeds jan@x.example.", ""},
		{"RE: uw vraag", "Ik was in de veronderstelling dat dit automatisch gebeurde. Mijn adres blijft hetzelfde.", ""},
		{"gesloten dossier", "Mijn dossier werd gesloten, maar ik heb nog altijd geen toegang.", ""},
		{"Ticket 55120", "Mijn ticket 55120 werd gesloten zonder antwoord. Gelieve het te heropenen.", ""},
		{"closed", "My ticket was closed but my login still does not work.", ""},
		{"voicemail", "Ik heb een voicemail ingesproken op uw nummer. Bel mij terug aub.", ""},
		{"message vocal", "Je vous ai laissé un message vocal hier concernant mon accès.", ""},
		{"Gemiste oproep", "Ik heb een gemiste oproep van uw nummer. Waarover ging het?", ""},
		{"enquête", "Je réponds à votre enquête de satisfaction : très satisfait du service.", ""},
		{"newsletter", "Ik krijg uw nieuwsbrief op mijn oude adres. Kan dat naar an@x.example?", ""},
		{"spam", "Onze spamfilter houdt uw mails tegen. Kunt u ze opnieuw sturen?", ""},
		{"quarantaine", "Uw mail zat in quarantaine bij ons, sorry voor het late antwoord.", ""},
		{"factuur", "Uw factuur 2025-114 werd betaald op 3 mei.", ""},
		{"rappel", "J'ai reçu un rappel de paiement alors que j'ai déjà payé.", ""},
		{"certificat", "Mon certificat ISABEL expire demain, cela a-t-il un impact ?", ""},
		{"absent pour maladie", "Je suis absent pour maladie, je ne pourrai pas passer l'examen du 12 mai. Certificat en annexe.", ""},
		{"formation", "Je serai absente à la formation de vendredi.", ""},
		{"verlof stagemeester", "Mijn stagemeester is met verlof tot 15 augustus. Mag iemand anders mijn stagedagboek tekenen?", ""},
		{"zwangerschapsverlof", "Ik ga vanaf 1 mei met zwangerschapsverlof. Moet ik mijn stage laten schorsen?", ""},
		{"pension", "Je prends ma retraite le 1er juillet et je souhaite être omis de la liste des membres.", ""},
		{"stopzetting", "Ons kantoor stopt zijn activiteiten op 30 juni. Gelieve ons uit te schrijven als kantoor.", ""},
		{"kantoor gesloten", "Ons kantoor is gesloten van 1 tot 15 augustus; gelieve in die periode geen controles te plannen.", ""},
		{"Left firm", "I have left Acme. Please use jane@new.example for all correspondence from now on.", ""},
		{"Re: uw mail", "Ik ben niet langer bestuurder van die vennootschap. Gelieve contact op te nemen met Jan Claes.", ""},
		{"Re: dossier", "Mijn collega Sofie neemt dit over, ik ben vanaf maandag afwezig. Groeten", ""},
		{"Re: rendez-vous", "Merci pour votre message. Je suis disponible mardi, pas lundi : le cabinet est fermé.", ""},
		{"bericht", "Dit bericht verstuur ik via de computer van mijn dochter omdat de mijne stuk is. Ik ken mijn login niet meer.", ""},
		{"Automatisch", "Waarom word ik telkens automatisch uitgelogd?", ""},
		{"automatisation", "Mon mot de passe est rempli automatiquement par le navigateur mais il est refusé.", ""},
		{"do not reply", "Please do not reply to this address, it will be closed. Reply to jane@new.example, which should be my login.", ""},
		{"mail delivery", "Since Monday all mails from you are rejected by our server. Can you check your SPF record?", ""},
		{"Unzustellbar", "Ihre letzte E-Mail an mich war unzustellbar, weil mein Postfach voll war. Bitte nochmals senden.", ""},
		{"Kündigung", "Ich bin nicht mehr als Steuerberater tätig. Wie kündige ich meine Mitgliedschaft?", ""},
		{"Krank", "Ich bin krank und kann nicht zur Prüfung kommen.", ""},
		{"", "e-mailadres vergeten", ""},
		{"", "", ""},
		{"Bevestiging", "Hierbij bevestig ik de ontvangst van uw mail. Alles is duidelijk.", ""},
	})
}

// People who answer, in few words.
func TestPeopleWhoAnswer(t *testing.T) {
	runSpoken(t, []spokenMail{
		{"Re: documents", "Bonjour, je vous confirme la bonne réception de votre courrier. Cordialement", ""},
		{"Re: attest", "Wij bevestigen de goede ontvangst van uw attest. Hartelijk dank.\nMvg, Claes & Co", ""},
		{"Inschrijving bevestigd?", "Is mijn inschrijving voor het seminarie bevestigd?", ""},
		{"uitnodiging", "Bedankt voor de uitnodiging, ik kan er helaas niet bij zijn.", ""},
		{"aanvraag", "Graag vernemen wij of onze aanvraag goed ontvangen werd.", ""},
		{"Notification", "Nous vous informons que notre bureau déménage le 1er mai. Nouvelle adresse postale : rue Haute 1.", ""},
		{"Overlijden confrater", "Met droefheid melden wij u het overlijden van confrater Jan Claes. De uitvaart vindt plaats op 12 mei.", ""},
		{"back-up", "Na een crash van onze server en een mislukte back-up zijn wij alle wachtwoorden kwijt.", ""},
		{"nieuwe aanmelding", "Ik kreeg een mail 'nieuwe aanmelding vanaf een ander toestel'. Was u dat?", ""},
		{"Colis", "Votre colis (les documents demandés) est parti hier par la poste.", ""},
		{"RE: uw vraag", "Dank u voor uw antwoord, maar het adres dat u vermeldt is niet meer in gebruik.", ""},
		{"RE: uw vraag", "Beste, dit adres gebruik ik niet meer. Mijn nieuw adres: jan@nieuw.example.", ""},
		{"Re: accès", "Cette adresse n'est plus la bonne, voici la nouvelle : jean@nouveau.example. Merci d'adapter.", ""},
		{"RE: reset", "Ik krijg nog altijd geen mail. Ik ben volgende week in het buitenland, kan het vandaag?", ""},
		{"RE: identiteit", "Ik zit in vergadering, stuur u straks mijn nummer.", ""},
		{"RE: identiteit", "Sorry voor het late antwoord, ik was ziek. Mijn naam is Jan Peeters.", ""},
		{"RE: identiteit", "Ik ben momenteel op reis en heb mijn identiteitskaart niet bij. Volgende week bezorg ik u het nummer.", ""},
		{"RE: identité", "Je suis à l'étranger sans ma carte d'identité, je vous envoie le numéro lundi.", ""},
		{"RE: Nog gegevens nodig", "Prima, dank u. Ik bezorg ze u morgen.", ""},
		{"Re: Votre demande", "Parfait, merci beaucoup !", ""},
		{"Re: Your request", "Thanks, received. All good now.", ""},
		{"AW: Ihre Anfrage", "Danke, ich habe die E-Mail erhalten. Es funktioniert.", ""},
		{"vakantie", "Is de servicedesk open tijdens de vakantie?", ""},
		{"Gelezen", "Ik heb uw mail gelezen maar begrijp stap 4 niet.", ""},
		{"accepté", "Mon dossier a été accepté, quand recevrai-je mon identifiant ?", ""},
		{"Geweigerd", "Mijn login wordt geweigerd.", ""},
		{"onbekende gebruiker", "Ik krijg de melding 'gebruiker onbekend' (user unknown) bij het inloggen.", ""},
		{"erreur 550", "Quand j'écris à votre collègue je reçois l'erreur 550 user unknown. Quelle est son adresse ?", ""},
		{"mailbox", "Onze mailbox info@ wordt dagelijks gelezen, u mag daarnaar schrijven.", ""},
		{"code", "Ik ontvang geen verificatiecode op mijn gsm.", ""},
		{"Wachtwoord gewijzigd", "Mijn wachtwoord is gewijzigd maar ik geraak nog steeds niet binnen.", ""},
		{"afspraak", "Onze afspraak van dinsdag is bevestigd. Tot dan!", ""},
		{"factuur", "Kunt u mij een dubbel van factuur 2025-114 bezorgen? Het bedrag te betalen klopt niet.", ""},
		{"fiche", "De fiche 281.50 is nog niet beschikbaar op het platform. Wanneer wel?", ""},
		{"server", "Onze server is down, wij werken vanaf een gmailadres: kantoor@gmail.example. Is dat ok?", ""},
		{"licentie", "Mijn licentie voor de software vervalt op 30 juni. Is er een ledenkorting?", ""},
		{"colis", "Le colis avec mes documents a-t-il été livré chez vous ?", ""},
		{"Re: Uw e-mailadres", "Ik ben op pensioen, schrap mij maar uit jullie bestanden.", ""},
		{"Re: Uw e-mailadres", "Mijn man is overleden. U hoeft geen mails meer te sturen.", ""},
		{"Re: Uw e-mailadres", "Jan werkt hier niet meer. Wij kennen zijn nieuwe adres niet.", ""},
		{"Re: nieuwsbrief", "Bedankt! De nieuwsbrief was heel interessant deze maand.", ""},
		{"inlichting", "Bent u gesloten met Hemelvaart?", ""},
		{"stage", "Ik ben in het ziekenhuis opgenomen. Kan mijn stage-examen verplaatst worden?", ""},
		{"mijn collega", "Mijn collega heeft ontslag genomen en haar mailbox wordt niet meer gelezen. Gelieve haar te schrappen.", ""},
		{"test", "test", ""},
		{"RE: test", "ok", ""},
	})
}

// The header makes one doubt; the words decide.
func TestDoubtedMail(t *testing.T) {
	bulk, noReply := &message.Automation{Code: "newsletter", Why: "Bulk."}, &message.Automation{Code: "no_reply_sender", Why: "No answers."}
	tests := []struct {
		doubt      *message.Automation
		text, want string
	}{
		{bulk, "Cette semaine : la réforme de l'impôt des sociétés.", "newsletter"},
		{bulk, "E-mailadres gewijzigd? Pas uw profiel aan. Wachtwoord vergeten? Zo doet u het veilig.", "newsletter"},
		{bulk, "Ik ben mijn e-mailadres vergeten. Jan Peeters, {A}.", ""},
		{bulk, "Welk e-mailadres hebben jullie van mij? Mvg, Jan Peeters", ""},
		{bulk, "Thanks, but I no longer use that mailbox. Please switch my login to jan@new.example.", ""},
		{bulk, "Mon profil - Mes préférences. Vous avez changé d'adresse ? Modifiez votre profil.", "newsletter"},
		{bulk, "J'ai oublié mon mot de passe, pouvez-vous m'aider ?", ""},
		{bulk, "Gelieve mijn adres te wijzigen: jan@nieuw.example. Rijksregisternummer {A}", ""},
		{noReply, "Welkom in onze wereld van smaken.", "no_reply_sender"},
		{noReply, "Ik ben mijn adres kwijt. Jan Peeters, {A}.", ""},
		{noReply, "Graag had ik een afspraak.", ""},
		{noReply, "Via het formulier op de website.\nNaam: Jan Peeters\nVraag: openingsuren?", ""},
	}
	for _, test := range tests {
		m := spokenMail{"", test.text, ""}.mail()
		m.Doubt = test.doubt
		if v := Classify(m, Options{Today: today, Fallback: ticket.Dutch}); v.AutomaticReason != test.want {
			t.Errorf("%q: %q, want %q; kind %s", test.text, v.AutomaticReason, test.want, v.Kind)
		}
	}
}
