package classify

import "testing"

// Mails of machines in the words of every day, with what their senders are called.
func TestMachinesAsTheyAreSent(t *testing.T) {
	runSent(t, true, []sentMail{
		// away and gone
		{"Griet Maertens <griet@maertens-fisc.example>", "Re: Uw e-mailadres", "Je mail komt op een slecht moment: ik zit tot 14 juni op de fiets richting Santiago. Wat niet kan wachten mag naar tom@maertens-fisc.example.\n\nGriet"},
		{"Joris Bal <joris@bal.example>", "Donderdag is mijn vrije dag", "Dag,\n\nU schrijft mij op een donderdag, en dan ben ik bij de kinderen. Vrijdagochtend krijgt u antwoord.\n\nJoris"},
		{"Ann De Smedt <ann@desmedt.example>", "RE: Wij hebben uw e-mail ontvangen", "Wie dit leest, heeft mij gemaild tijdens het bouwverlof. Wij zijn er weer op maandag 4 augustus. Tot dan liggen alle dossiers stil."},
		{"Wim Goris <wim@goris.example>", "Tot 2 mei in Vietnam Re: Uw vraag", "Ik zit in Vietnam, zes uur voor op België en meestal zonder internet. Elke zaterdag kijk ik eens in mijn mailbox. Even geduld dus!"},
		{"Karen Lens <karen@lens.example>", "Re: [IEC-IAB] uw aanvraag", "Hallo! Op 3 maart is onze dochter Noor geboren. Mama geniet tot eind augustus van de kleine. Intussen helpt Bert u verder: bert@lens.example, 03 000 00 00."},
		{"Dirk Pauwels <dirk.pauwels@oudkantoor.example>", "Dirk Pauwels werkt hier niet meer", "Beste afzender,\n\nDe persoon die u wenst te bereiken heeft onze organisatie verlaten. Gelieve uw adresboek aan te passen en uw bericht te richten tot secretariaat@oudkantoor.example."},
		{"Nele Foubert <nele@telenet.example>", "Mijn adres is veranderd Re: Uw e-mailadres", "Hallo,\n\nbedankt voor je mail. Op dit adres kom ik niet meer. Wie mij zoekt vindt mij op nele.foubert@nieuw.example.\n\nGroetjes, Nele"},
		{"Patrick Thys <p.thys@thys.example>", "Re: Uw e-mailadres", "Aan allen die mij schrijven: sinds 1 april geniet ik van mijn pensioen. Mijn cliënten kunnen terecht bij kantoor Wouters. Het ga u goed!\n\nPatrick"},
		{"Sabine Leroy <sabine@leroy.example>", "Re: Votre adresse e-mail", "Bonjour à vous qui m'écrivez,\n\nLe vendredi je ne suis pas derrière mon écran. Votre message sera lu lundi matin.\n\nSabine"},
		{"Thierry Noël <thierry@noel.example>", "Parti en mer Re: adresse e-mail oubliée", "Je navigue quelque part entre Brest et les Açores, sans réseau. Les messages m'attendront jusqu'au 30 juin. Pour le reste, voyez avec Isabelle, isabelle@noel.example."},
		{"Cabinet Wéry <info@wery.example>", "Re: Votre demande", "Le cabinet Wéry prend ses quartiers d'été du 14 au 31 juillet. Les courriels reçus pendant cette période seront traités à partir du 1er août, dans l'ordre de leur arrivée."},
		{"Luc Herman <luc.herman@grandcabinet.example>", "Départ de Luc Herman", "La personne à qui vous écrivez ne fait plus partie de nos effectifs depuis le 15 mars. Votre message n'est ni lu ni transféré. Nous vous invitons à le renvoyer à accueil@grandcabinet.example."},
		{"Anne Petit <anne@skynet.example>", "Changement d'adresse Re: Votre adresse e-mail", "Cher correspondant,\n\nVous m'écrivez encore à mon ancienne adresse. Elle disparaîtra à la fin du mois. Notez dès à présent anne.petit@petit.example dans votre carnet d'adresses.\n\nAnne"},
		{"Sarah Mills <sarah@mills.example>", "Re: Your request", "You have caught me on a Friday. I do not work Fridays, so expect to hear from me at the start of next week."},
		{"Tom Beck <tom@beck.example>", "Gone hiking Re: Your e-mail address", "I am somewhere in the Alps until 12 August and have left the laptop at home on purpose. Everything sent before then will be deleted unread. If it matters, write again after that date."},
		{"Kanzlei Vogt <post@vogt.example>", "AW: Ihre Anfrage", "Wer uns zwischen dem 22. Juli und dem 9. August schreibt, muss etwas Geduld haben: Wir sind in den Ferien. Ab dem 12. August sind wir wieder für Sie da."},
		{"Ute Kramer <ute@kramer.example>", "Elternzeit Re: Ihre E-Mail-Adresse", "Hallo, ich bin bis März 2026 in Elternzeit. Frau Brandt kümmert sich so lange um alles: brandt@kramer.example."},
		{"Els Van Hoof <els@vanhoof.example>", "Re: Uw e-mailadres", "Wegens een ongeval ben ik er de komende weken niet. Mijn man houdt de mailbox in het oog maar kan geen vragen beantwoorden."},
		// offices
		{"BDC Accountants <info@bdc.example>", "Uw bericht aan BDC Accountants", "Uw mail is veilig bij ons terechtgekomen. Wij doen ons best om binnen de 48 uur te reageren. Heeft u haast, bel dan 050 00 00 00.\n\nBDC Accountants"},
		{"Onthaal <onthaal@kantoor-maes.example>", "We hebben je mail!", "Dankjewel, je mail is binnen. Een van onze dossierbeheerders bekijkt hem en laat zo snel mogelijk iets weten.\n\nTeam Maes"},
		{"Fiduciaire du Lac <bonjour@dulac.example>", "Votre message nous est bien parvenu", "Bonjour,\n\nVotre message nous est bien parvenu. En raison des déclarations à l'IPP, nos délais de réponse peuvent atteindre deux semaines. Inutile de nous relancer, chaque demande est traitée.\n\nL'équipe du Lac"},
		{"Hallmark Tax <hello@hallmark.example>", "Got it!", "Thanks for dropping us a line. A real human being will read it and come back to you, usually within one working day.\n\nThe Hallmark team"},
		{"Service client Assurix <service@assurix.example>", "Votre dossier 2025-44871", "Madame, Monsieur,\n\nVotre dossier porte le numéro 2025-44871. Merci de le rappeler dans toute correspondance. Un gestionnaire le prendra en charge sous 5 jours ouvrables."},
		{"Helpdesk Softbank <support@softbank.example>", "Melding 88412 afgehandeld", "Dag servicedesk,\n\nUw melding 88412 hebben wij als afgehandeld gemarkeerd. Is het probleem niet van de baan? Beantwoord dan deze mail binnen 7 dagen, anders sluit het dossier definitief."},
		{"Support <support@hostix.example>", "[Hostix #90231] Storing mailverkeer", "Er is een nieuwe reactie op uw ticket #90231:\n\nDe storing is verholpen.\n\nBekijk het ticket: https://hostix.example/t/90231"},
		{"Stadsarchief <archief@stad.example>", "Ontvangst van uw vraag", "Geachte mevrouw, geachte heer\n\nUw vraag heeft ons bereikt. Door het grote aantal vragen bedraagt de wachttijd op dit moment drie weken. Wij danken u voor uw begrip."},
		// delivery
		{"Mailbeveiliging <mailfilter@bergsma.example>", "Uw bericht werd niet doorgelaten", "Het bericht 'Uw e-mailadres' van servicedesk@iec-iab.be aan jan@bergsma.example bevatte een koppeling die ons beleid niet toestaat. De ontvanger heeft het niet gekregen."},
		{"Postmeister <postmaster@werke.example>", "Ihre E-Mail an k.lang@werke.example", "Das Postfach k.lang@werke.example hat seine Größe erreicht und nimmt keine Nachrichten an. Bitte versuchen Sie es später noch einmal."},
		{"Système de messagerie <postmaster@dupuis.example>", "Message en souffrance", "Le serveur mx2.dupuis.example ne répond pas. Votre message du 12/03 pour paul@dupuis.example sera représenté pendant 4 jours encore ; vous n'avez rien à faire."},
		{"Paul Rens <paul@rens.example>", "Read: Uw e-mailadres", "Your message\n\n   To: Paul Rens\n   Subject: Uw e-mailadres\n   Sent: Monday, 3 March 2025 09:12\n\nwas read on Monday, 3 March 2025 09:40."},
	})
}

// Mails of programs, shops and publishers.
func TestProgramsAsTheyAreSent(t *testing.T) {
	runSent(t, true, []sentMail{
		// programs
		{"Nachtverwerking <batch@rekencentrum.example>", "Verwerking LEDENSYNC 04/02: 3 fouten", "Job: LEDENSYNC\nBegin: 02:00:01\nEinde: 02:04:33\nVerwerkt: 14 882\nGeweigerd: 3\n  rij 22: e-mailadres gewijzigd maar leeg\n  rij 870: rijksregisternummer ontbreekt\nReturncode: 8"},
		{"sync <robot@koppel.example>", "Import adherents.csv terminé avec avertissements", "Fichier : adherents.csv\nLignes : 9 412\nIgnorées : 17\nMotif : adresse e-mail inconnue\nDurée : 00:03:12\nJournal : /var/log/import/adherents.log"},
		{"Uptime Watch <alerts@upwatch.example>", "eloket.iec-iab.be is DOWN", "Monitor: eloket.iec-iab.be\nReason: HTTP 503\nSince: 2025-03-04 03:12 CET\nChecked from: Paris, London"},
		{"Serverraum <waechter@technik.example>", "Temperatur Serverraum 31,5 °C", "Sensor 4 meldet 31,5 °C, Grenzwert 28 °C.\nNächste Messung in 10 Minuten."},
		{"NAS Zolder <nas@vdb.example>", "Volume 1 bijna vol", "Volume 1 op NAS Zolder is voor 92 % gevuld. Maak ruimte vrij of breid het volume uit."},
		{"Copieur 2e étage <copieur@duval.example>", "Message de KM_C258", "TASKalfa 2553ci\n[00:17:c8:00:00:00]\n-------------------"},
		{"Telefonie <pbx@belgacloud.example>", "Gemist: 09 000 00 00 om 14:22", "U miste een oproep van 09 000 00 00 op lijn 12.\nWachttijd: 00:41"},
		{"Messagerie vocale <vocal@telcobel.example>", "Message de 0470 00 00 00 (0:32)", "Transcription du message laissé sur le poste 118 :\n« bonjour c'est madame lambert j'ai changé d'adresse mail et je n'arrive plus à me connecter pouvez-vous me rappeler merci »\nDurée : 0:32"},
		{"Voicemail <voicemail@ringo.example>", "New voice message from 02 000 00 00", "Mailbox 400 has one new message.\n\n\"hi this is peter i forgot my login address could you call me please\"\n\nListen: https://ringo.example/v/1"},
		// accounts
		{"Docubox <security@docubox.example>", "Your password was reset", "Hi servicedesk@iec-iab.be,\n\nThe password of your Docubox account was reset on 3 March at 10:12. If this was not you, contact support right away."},
		{"Mijn Energie <accounts@energie.example>", "Uw e-mailadres is gewijzigd", "Dag,\n\nHet e-mailadres van uw klantaccount is gewijzigd van servicedesk@iec-iab.be naar it@iec-iab.be. Hebt u dit niet gedaan? Laat het ons weten via https://energie.example/help"},
		{"E-TVA <comptes@etva.example>", "Nouvelle connexion à votre espace", "Une connexion à l'espace de servicedesk@iec-iab.be a eu lieu le 4 mars à 08:15 depuis Chrome (Windows). Si c'est vous, vous pouvez ignorer ce message."},
		{"Kundenportal <konto@druckhaus.example>", "Ihr Passwort läuft ab", "Das Passwort des Benutzers servicedesk@iec-iab.be läuft in 5 Tagen ab. Ändern Sie es rechtzeitig unter https://druckhaus.example/konto"},
		{"Cloudmap <team@cloudmap.example>", "Lotte heeft een map met u gedeeld", "Lotte Baert heeft de map 'Examens 2025' gedeeld met servicedesk@iec-iab.be.\n\nOpenen: https://cloudmap.example/m/81"},
		// shops, news
		{"Papierwinkel <bestelling@papierwinkel.example>", "Bestelling 55102 is onderweg", "Goed nieuws! Uw bestelling 55102 heeft ons magazijn verlaten. Verwachte levering: woensdag 5 maart tussen 9 en 13 uur. Volgen kan via https://papierwinkel.example/t/55102"},
		{"Eaux de l'Est <facturation@eauxest.example>", "Votre facture de mars", "Cher client,\n\nVotre facture n° 2025-03-118 d'un montant de 84,20 EUR est en pièce jointe. Échéance : 31/03/2025. IBAN BE68 5390 0754 7034, communication +++090/9337/55493+++."},
		{"Parkeerplus <billing@parkeerplus.example>", "Herinnering factuur 7719", "Geachte klant,\n\nVolgens onze gegevens staat factuur 7719 nog open voor een bedrag van 112,00 euro. Hebt u intussen betaald, dan mag u dit bericht als niet verstuurd beschouwen."},
		{"Kurierdienst <sendung@kurier.example>", "Ihre Sendung kommt heute", "Guten Tag,\n\nIhre Sendung 00340434 wird heute zwischen 11 und 14 Uhr zugestellt. Sie sind nicht da? Ändern Sie den Ablageort: https://kurier.example/s"},
		{"Fiscale Actualiteit <redactie@fiscact.example>", "Week 10: btw op renovatie, wat verandert er?", "Beste lezer,\n\nDeze week in Fiscale Actualiteit:\n- Btw op renovatie\n- Het nieuwe verenigingsrecht\n- Column: de laatste fax\n\nLees alles op https://fiscact.example/w10\n\nLiever geen mails meer? https://fiscact.example/uit"},
		{"Comptavenir <hello@comptavenir.example>", "Les 5 erreurs à éviter en clôture", "Bonjour,\n\nÀ la clôture, tout se joue en quelques jours. Nos experts ont réuni les 5 erreurs les plus fréquentes dans un guide gratuit.\n\nTélécharger le guide : https://comptavenir.example/guide\n\nComptavenir SA, rue Neuve 1, 1000 Bruxelles - Se désinscrire"},
		{"Academy <academy@ledgerly.example>", "Last seats for our XBRL course", "Dear customer,\n\nOnly 4 seats left for XBRL in practice on 20 March. Early birds save 10 %.\n\nBook now: https://ledgerly.example/xbrl\n\nYou can opt out here: https://ledgerly.example/out"},
		{"Beroepenbond <enquete@beroepenbond.example>", "Uw mening over onze helpdesk", "Beste,\n\nVorige week belde u met onze helpdesk. Hoe verliep dat? Geef ons een cijfer via https://beroepenbond.example/q/71. Het kost u één minuut."},
		{"Sondage Qualité <sondage@mesure.example>", "Comment s'est passé votre appel ?", "Bonjour,\n\nSur une échelle de 1 à 5, quelle note donnez-vous à notre accueil téléphonique ?\n\n1 - 2 - 3 - 4 - 5\n\nRépondre : https://mesure.example/r/2"},
		{"Kring <berichten@kring.example>", "3 nieuwe reacties op uw bericht", "Tine, Bart en 1 andere reageerden op uw bericht in de groep Stagiairs.\n\nBekijk de reacties: https://kring.example/g/3"},
		{"Proconnect <updates@proconnect.example>", "Vous êtes apparu dans 9 recherches", "Cette semaine, 9 personnes ont trouvé votre page en cherchant « institut ».\n\nVoir qui : https://proconnect.example/v\n\nModifier les notifications"},
		{"Webinarhuis <webinar@webinarhuis.example>", "Nog 24 uur: webinar e-invoicing", "Beste deelnemer,\n\nMorgen om 11 uur start het webinar e-invoicing. Uw persoonlijke link: https://webinarhuis.example/w/9\n\nTot morgen!"},
		{"Planning <planning@medicheck.example>", "Rappel de votre rendez-vous", "Bonjour,\n\nNous vous rappelons votre rendez-vous du mardi 11 mars à 14h30, avenue Louise 1. Annulation possible jusqu'à 24h à l'avance : https://medicheck.example/a"},
		// our own letters
		{"Info Lambrecht <info@lambrecht.example>", "FW: Uw e-mailadres", "[Automatisch doorgestuurd door een regel]\n\nGeachte mevrouw, geachte heer\n\nU vroeg ons welk e-mailadres het Instituut van u kent. Stuur ons nooit uw wachtwoord."},
		{"Règle <contact@ruelle.example>", "TR: Votre adresse e-mail", "--- Transfert automatique ---\nBonjour, vous nous avez demandé quelle adresse e-mail nous connaissons de vous. Il nous manque encore votre numéro de registre national.\nServicedesk"},
		{"Agenda <agenda@delhaye.example>", "Refusé : Session d'information", "Marie Delhaye a décliné votre invitation.\nQuand : mardi 4 mars, 10h - 11h"},
	})
}
