package classify

// machinePhrases are what apparatus, programs and bulk mail say.
var machinePhrases = []phrasesOf[sign]{
	{deviceSaid, `using|met|avec|mit|via a|an|een|un|einem * xerox|ricoh|canon|konica|kyocera|brother|sharp|toshiba|epson|
		lexmark|scanner|copier|printer|mfp; apparaatnaam|apparaatmodel|toestelnaam|toestelmodel;
		nom du peripherique|modele|appareil|copieur; modele du|de * peripherique|appareil; device name|model;
		geratename|geratemodell|geratestandort; bestandsindeling|bestandsformaat; format de fichier|du fichier;
		file format|attachment; dateiformat; resolutie|resolution|resolutions|auflosung * dpi|#; # dpi; dpi; # x # dpi;
		scandatum|scan date; date de numerisation|scan; scandatum; gescand|gescande * beeld|document|bestand|pagina;
		gescand naar|vanaf|van|met|op * #|email|mfp|apparaat|toestel|printer|multifunctional|kopieerapparaat|scanner|mfc;
		scanned|scan from|to|by|image|document|data|file|sent|has * mfp|copier|printer|xerox|device|email|multifunction|scanner|
		attached|ricoh|canon|konica|kyocera|brother|sharp|epson|lexmark|hp|toshiba|your; numerise|numerisation|scanne|
		scan * depuis|de|du|par|sur|vers * mfp|copieur|imprimante|multifonction|photocopieur|scanner|appareil|peripherique|#;
		document|image|fichier|numerise * numerise|numerisee|numerises * joint|ci|ete|depuis; envoye|envoyee|verzonden|
		verstuurd|sent|gesendet|received depuis|vanaf|van|from|von|vom|door|by * mfp|copieur|printer|imprimante|multifonction|
		multifunctional|scanner|rnp~|km~|apparaat|copier|multifunktion~|kopierer|kopieermachine|xerox|ricoh|canon|konica|
		kyocera|brother|sharp|toshiba|epson|lexmark|bizhub|mp|mfc; mfp; rnp~; multifunctional; multifunctioneel;
		multifunktionsgerat; workcentre; bizhub; imagerunner; taskalfa; kopieertoestel; kopieermachine; photocopieur;
		eingescannt~; gescannt * von|mit|dokument; bijgevoegd|bijgevoegde|joint|attached|angehangt|anbei * bestand|file|
		document|image|scan|dokument|fichier|datei * gescand|gescande|beeld|scan|numerise|scanned|gescannt;
		question|questions|vragen a|to|aan; aantal|nombre|number|anzahl * pagina|paginas|pages|seiten|beelden|images|vellen`},
	{callSaid, `fax * verzonden|sent|envoye|envoyee|gesendet|verstuurd; voicemailbericht; voicemailberichten; voicemail;
		voicemails; voice mail|message|messages; message|messages|messagerie vocal|vocale|vocaux;
		sprachnachricht|sprachnachrichten; mailboxnachricht; sprachmemo; antwoordapparaat; repondeur; anrufbeantworter;
		gemiste|gemist oproep|oproepen|gesprek|gesprekken; oproep gemist; appel|appels manque|manques|en|absence;
		appel en absence; missed call|calls; verpasster|verpasste|entgangener anruf|anrufe; fax|faxbericht|faxen|telefax|
		fax2mail|faxnachricht * ontvangen|recu|recus|received|van|from|de|erhalten|von|nieuw|empfangen|nieuwe|new|neues;
		nieuw|nieuwe|nouveau|new|neues|recu|ontvangen|un|een|a|erhalten|votre fax|faxbericht|telefax; faxrapport;
		fax report|status|transmission; rapport de fax|transmission; sendebericht; verzendrapport; terugbelverzoek;
		wachtrij oproep; call|oproep|appel|anruf * from|van|de|von|recording|opname|enregistrement; sms van|from|de|von`},
	{youHave, `u|je|jij hebt|heeft|kreeg|ontving|hebt|heb * nieuw|nieuwe|een|ontvangen|gemiste|oproep|#;
		er is|werd|zijn * nieuw|nieuwe|een|voicemail~|fax|bericht; vous avez * recu|un|une|nouveau|nouvel|nouvelle|#;
		you have|ve|received|got|missed * new|a|received|an|missed|#; sie haben * neue|neuen|ein|eine|einen|erhalten|verpasst`},
	{labels, `pagina s #; duur|duree|duration|dauer|lengte|longueur|length #; paginas|pages|seiten|pagina|page #;
		identifiant|id|messageid|jobid|taaknummer #|bf|id; begintijd|starttijd|start|debut|startzeit|einde|eindtijd|fin|endzeit|
		begin|started|finished|duration|tijdstip|heure|uhrzeit|tijd|time|date|datum|ontvangen|received|recu|beller|appelant|
		caller|anrufer #; caller id; nummerweergave; transcriptie|transcription|transkript|transkription;
		doel|cible|target|ziel|destination volume~|backup|nas|d|c|share|\\\\; host|hostname|service|state|toestand|etat|zustand|
		dienst|status|statut|severity|ernst|gravite * critical|warning|down|ok|error|up|kritiek|failed|mislukt|voltooid|
		recovery|http|https|server|web~|eloket|ping|smtp|disk|probleem|problem`},
	{monitorSaid, `back|backup|backups|backuptaak|backuptask|backuprapport|backupjob|sauvegarde|sauvegardes|datensicherung|
		sicherung|sicherungsauftrag|snapshot|replicatie|replication|synchronisatie|synchronisation|rsync * up|mislukt|voltooid|
		geslaagd|failed|completed|successful|successfully|finished|gelukt|afgerond|reussi|reussie|echoue|terminee|termine|
		fehlgeschlagen|abgeschlossen|erfolgreich|warnings|waarschuwingen|error|fout|erreur|rapport|report|taak|task|job|status;
		back up|uptaak|ups * mislukt|voltooid|geslaagd|failed|completed|successful|taak|rapport|taken|job|rapport; back uptaak;
		back uprapport; certificaat|certificat|certificate|zertifikat ** verloopt|vervalt|verstrijkt|expiry|verval|expire|
		expires|expiring|expirera|expiration|lauft|abgelaufen|verlopen|expired|vernieuwen|renew;
		ssl|tls certificaat|certificat|certificate|zertifikat; domein|domeinnaam|domain|domaine|licentie|licence|license|
		abonnement|hosting|lizenz * verloopt|vervalt|expires|expire|expiring|expiration|lauft|verlengd|renewal|renouvellement;
		critical; kritiek; kritisch; kritischer; disk|schijf|schijfruimte|disque|festplatte|volume|speicherplatz|espace * vol|
		full|usage|gebruik|space|ruimte|low|laag|plein|sature|voll|disque|#; cpu|memory|geheugen|load|temperature|temperatuur|
		temperatur|ups|uptime|downtime|latency * high|hoog|#|above|boven|critical|alert; server|host|service|dienst|website|
		site|serveur|verbinding|connection|connexion|systeem|system|sensor|probe * down|offline|unreachable|onbereikbaar|hors|
		injoignable|niet|nicht|not|up|online|recovered|hersteld|retabli|wieder|warning; problem|probleem|probleme|recovery|
		alert|alerte|alarm|alarme|warning|herstel * critical|warning|host|service|down|type|ok|is|detected|gedetecteerd|nr|id|
		state|niveau; socket timeout; time out after; cron; crontab; cronjob; logwatch;
		scheduled|geplande|planifiee|geplante * task|taak|tache|aufgabe|job; alarmmelding; storingsmelding; monitoring;
		surveillance|bewaking|uberwachung|supervision systeem|system|systeme|alarm|de|van; nas|synology|qnap|diskstation|veeam|
		acronis|nagios|zabbix|prtg|icinga|grafana|datadog|sentry|uptimerobot|munin|checkmk|centreon;
		antivirus * scan|rapport|report|gevonden|detected; updates * available|beschikbaar|installed|disponibles|verfugbar;
		firmware; quarantainerapport; quarantaineoverzicht;
		quarantine|quarantaine|spam * report|summary|digest|rapport|overzicht|resume|notification|melding|bericht; spam digest;
		login|aanmeld|connexion * attempts|pogingen|tentatives; exit|return code|status #;
		error|errors|warnings|fouten|erreurs|fehler #; dmarc|tls report|aggregate|rapport`},
	{unsubscribe, `uitschrijven; uit te schrijven; schrijf * uit; afmelden; af te melden; meld * af voor|van|hier;
		uitschrijflink; desabonner; desinscrire; desinscription; desabonnement; desabonnez; desinscrivez; ne plus recevoir;
		plus recevoir * newsletter|emails|communications|messages|mails|nos; unsubscribe; unsubscribing; opt out; abmelden;
		abbestellen; abmeldelink; austragen; geen * mails|emails|berichten|nieuwsbrieven|meldingen meer|ontvangen;
		niet langer|meer ontvangen; stop receiving; no longer * receive|wish; voorkeuren|preferences|preferenties|
		meldingsinstellingen|instellingen * wijzigen|beheren|aanpassen|manage|update|email|mail|meldingen|de|communication|
		notification; manage * preferences|subscription|notifications|settings;
		gerer|modifier|modifiez|gerez * preferences|abonnement|notifications|abonnements|parametres;
		einstellungen * andern|verwalten|benachrichtigung~; benachrichtigungen * verwalten|abbestellen|andern;
		notification settings; email preferences; update your profile`},
	{browser, `in|dans|im|en uw|je|votre|your|ihrem|de|the|browser|navigateur|een|a|ligne * browser|webbrowser|navigateur|
		bekijken|anzeigen; webversie; online versie|version; onlineversie; version en ligne|web|online;
		view|bekijk|voir|afficher|consulter|read * online|browser|navigateur|ligne|webversie; view in;
		wordt|problemen * mail|email|nieuwsbrief|bericht|weergegeven|lezen|niet * goed|correct|weergegeven|browser;
		trouble|problems viewing|reading|displaying; s affiche * pas; webansicht; im browser; alle rechten voorbehouden;
		tous droits reserves; all rights reserved; alle rechte vorbehalten; volg ons; suivez nous; follow us; folgen sie uns`},
	{newsWord, `nieuwsbrief; nieuwsbrieven; newsletter; newsletters; nieuwsflash; newsflash; infolettre; infolettres;
		lettre d information|info; lettre hebdomadaire|mensuelle; rundbrief; infobrief; mailinglijst; mailing; mailings;
		mailingliste; liste de diffusion; mailing list; mailinglist; digest; flash info; infoflash; nieuwsoverzicht; e zine;
		verteiler; persbericht; communique de presse; press release; pressemitteilung;
		uitgave|editie|edition|numero|nr|nummer|ausgabe|no #`},
	{notice, `wachtwoord|paswoord|password|passwort|kennwort * werd|is|was|has|wurde * gewijzigd|aangepast|changed|reset|
		updated|geandert|hersteld|zuruckgesetzt|been; mot de passe * ete|a modifie|change|reinitialise|ete|bien; nieuwe|
		nouvelle|new|neue|ongewone|onbekende|inhabituelle|unusual|ungewohnliche aanmelding|login|inlogpoging|connexion|sign|
		anmeldung|apparaat|appareil|device|gerat|activiteit|activity|activite; aanmelding|inlogpoging|connexion|sign|
		anmeldung * vanaf|vanop|depuis|from|gedetecteerd|detectee|detected|in|festgestellt|von;
		verificatiecode|bevestigingscode|beveiligingscode|toegangscode|activatiecode|bestatigungscode|sicherheitscode;
		code * verification|validation|securite|confirmation|activation;
		verification|security|confirmation|access|one|login|activation * code|time|passcode;
		eenmalige|tijdelijke code|pincode|wachtwoordcode; was u|jij dit|dat niet; was|wasn this|t * you;
		vous n etes pas|etiez a|pas|al; ce n etait pas vous; waren sie das|es nicht; niet zelf|u aangevraagd|gedaan;
		account * aangemaakt|geactiveerd|bevestigd|created|activated|verified|cree|active|confirme|erstellt|aktiviert|
		bestatigt; bevestig|confirm|confirmez|verifieer|verify|activeer|activez|activate|bestatigen|valideer|validez * uw|your|
		votre|ihre|je|sie * emailadres|mailadres|email|adresse|account|compte|registratie|inscription|konto|registration|
		address|inschrijving; welkom|bienvenue|welcome|willkommen bij|chez|sur|to|bei|op|aboard; colis|pakket|pakje|parcel|
		package|paket|zending|sendung|bestelling|commande|order|bestellung|shipment|envoi|levering|livraison|delivery|
		lieferung * en|onderweg|arrive|arrivera|verzonden|shipped|delivered|bezorgd|geleverd|livre|expedie|expediee|unterwegs|
		zugestellt|versandt|out|way|bevestigd|confirmee|confirmed|bestatigt|klaar|pret|ready|prevue|verwacht|expected|voorzien|
		geplaatst|ontvangen|prete; numero de suivi; tracking number|link|code|nummer; volgnummer|trackingnummer|tracking;
		sendungsverfolgung|sendungsnummer; track and trace; track trace; volg * pakket|zending|bestelling;
		suivez|suivre * colis|envoi|commande; facture|factuur|invoice|rechnung|releve|rekeninguittreksel|rekeningoverzicht|
		statement|afrekening|maandoverzicht|creditnota|loonbrief|loonfiche|document|kontoauszug|abrechnung|decompte|avis|
		attestation|fiche|rapport|overzicht * beschikbaar|disponible|available|verfugbar|klaar|bereit|ready|disponibles|online|
		bijlage|joint|annexe|attached|angehangt|vervalt|echeance|due|vervallen|echue|overdue|fallig|zumois;
		montant|bedrag|amount|betrag|total|totaal|solde|saldo * du|dû|due|te|payer|betalen|fallig|verschuldigd|regler|open;
		te betalen|vervaldatum|vervaldag; date d echeance; due date; zahlbar bis; falligkeitsdatum;
		numero|nummer de|van client|klant; klantnummer|klantnr|kundennummer; customer number|id; factuurnummer|rechnungsnummer;
		numero de facture; invoice number; betalingsherinnering; rappel de paiement; payment reminder|received|confirmation;
		zahlungserinnerung; uw betaling|domiciliering; votre paiement|domiciliation; your payment; afspraak|rendez|appointment|
		termin|reservatie|reservering|reservation|booking|buchung|inschrijving|inscription|registration|anmeldung|
		deelname * bevestigd|confirme|confirmee|confirmed|bestatigt|bevestiging|confirmation|vous|bestatigung|ontvangen|
		geregistreerd; bevestiging|confirmation|herinnering|rappel|reminder|erinnerung|bestatigung * afspraak|rendez|
		appointment|termin|reservatie|inschrijving|inscription|webinar|webinaire|opleiding|formation|event|evenement|bestelling|
		commande|order|betaling|deelname|vergadering|seminar|seminarie|reservation|registration|anmeldung|booking; webinar|
		webinaire|livestream|onlinesessie|opleiding|formation|evenement|event|sessie|seminarie|seminar|meeting|
		vergadering * begint|start|starts|commence|beginnt|morgen|demain|tomorrow|over|dans|in|vandaag|today|heute|aujourd;
		zoom|teams|webex|gotowebinar|google meeting|meet|webinar|vergadering|link|join|id; join * meeting|webinar|here|link;
		neem deel; rejoignez|rejoindre * webinaire|reunion|session; wil|wants|souhaite|mochte|heeft|has|a|hat|would * connectie|
		connect|connecter|relatie|netwerk|reseau|network|volgen|uitgenodigd|invited|invite|eingeladen|gereageerd|commented|
		commente|kommentiert|gedeeld|shared|partage|geteilt|liked|getagd|tagged|mentioned|vermeld|mentionne|geplaatst|posted|
		gepost|bericht|message|connection|contact; nieuwe|nouveau|nouveaux|nouvelle|new|neue|neuer volger|volgers|abonne|
		abonnes|follower|followers|reactie|reacties|commentaire|commentaires|comment|comments|connectie|connecties|relation|
		relations|connection|connections|contact|kommentar|verbinding|melding|meldingen|notification|notifications|
		benachrichtigung|benachrichtigungen|vacatures|jobs|offres|job;
		profiel|profil|profile * bekeken|consulte|viewed|angesehen|weergaven|vues|views|besuche;
		shared|gedeeld|partage|geteilt * document|bestand|fichier|file|map|folder|dossier|datei|you|met|avec|with;
		vermeld|tagged|mentioned|mentionne|assigned|toegewezen * u|you|vous|je|to; u bent uitgenodigd; vous etes invite~;
		you|re are|have been|invited invited|to; sie wurden eingeladen; deelt * met u;
		opslagruimte|stockage|storage * vol|bijna|presque|almost|full|plein; abonnement|subscription|abo|licentie * verlengd|
		renouvele|renewed|verlangert|vervalt|expire|expires|loopt|verloopt|ends; proefperiode; periode d essai; trial;
		probezeitraum`},
}
