package classify

// noticePhrases are what accounts, shops, surveys, jobs and mailings say to everybody, and how they greet.
var noticePhrases = []phrasesOf[sign]{
	{greetsRole, `beste|geachte|dag|lieve|hallo|waarde * klant|klanten|lezer|lezers|lezeres|lezeressen|deelnemer|deelnemers|abonnee|
		abonnees|gebruiker|gebruikers|relatie|relaties|afzender|correspondent|bezoeker|zakenrelatie|accounthouder|domeinhouder;
		cher|chere|chers|cheres|bonjour * client|cliente|clients|clientes|lecteur|lectrice|lecteurs|lectrices|participant|
		participante|participants|abonne|abonnee|abonnes|utilisateur|utilisatrice|utilisateurs|correspondant|correspondants|
		expediteur|visiteur|partenaire; dear|hi|hello|valued * customer|customers|reader|readers|subscriber|user|users|client|
		clients|participant|participants|attendee|sender|guest|owner|holder; liebe|lieber|liebes|geehrter|geehrte|geehrten * kunde|
		kundin|kunden|kundinnen|leser|leserin|leserinnen|abonnent|nutzer|nutzerin|teilnehmer|teilnehmerin|absender|
		geschaftspartner|benutzer`},
	{baits, `reply|respond|antwoord|repondez|antworten|send|stuur|envoyez|senden * with|met|avec|mit|your|uw|votre|ihr **
		password|wachtwoord|paswoord|passe|passwort|kennwort; verify|confirm|validate|verifieer|bevestig|valideer|confirmez|
		verifiez|validez|confirmer|verifier|bestatigen|prufen ** password|wachtwoord|paswoord|mailbox|passe|boite|passwort|
		postfach|identiteit|identite|identity|bankgegevens; old|current|oud|oude|huidig|huidige|actuel|aktuelles|altes
		password|wachtwoord|paswoord|passwort; mot de passe actuel|ancien; account|mailbox|compte|boite|konto|postfach|postvak **
		suspended|closed|deactivated|blocked|terminated|gesloten|geblokkeerd|geschorst|gedeactiveerd|suspendu|suspendue|ferme|
		fermee|bloque|desactive|desactivee|gesperrt|geschlossen|deaktiviert; keep * same password`},
	{received, `uw|je|jouw|jullie ** ` + askedNL + ` ** bereikt|terechtgekomen|aangekomen|binnengekomen|beland|binnengelopen;
		uw|je|jouw ` + askedNL + ` * is * binnen; hebben * je|uw|jullie ` + askedNL + `;
		votre|vos ** ` + askedFR + ` ** parvenu|parvenue|arrive|arrivee|recu|recue|bonne destination;
		your ** ` + askedEN + ` ** reached|arrived|landed; got your|it ` + askedEN + `;
		ihre|deine ** ` + askedDE + ` ** angekommen|erreicht|gelandet|eingelangt`},
	{thanked, `dankjewel|dankuwel|dank je * mail|bericht|mailtje; thanks|thank * for * dropping * line|note;
		merci|danke|dank * avoir|dass ** ecrit|contacte|geschrieben`},
	{promise, `doen|doe|doet * ons|hun|onze best|uiterste; proberen|trachten|streven * u|je ** antwoorden|helpen|reageren;
		human|person|somebody|someone ** read|reads|look|looks; come|comes|coming back to you;
		faisons|ferons * mieux|maximum|possible; tun|geben * unser|bestes; wird|werden * prioriteit|behandeld|opgepikt;
		elke|chaque|each|every|jede vraag|mail|bericht|demande|message|request|email|anfrage ** beantwoord|behandeld|gelezen|traite~|
		lu|examine~|answered|read|handled|bearbeitet|beantwortet; gestionnaire|medewerker|collega ** prendra|oppakken|pikt`},
	{promise, `volgt|volgen|bekijkt|behandelt * op; volgt|volgen * dit|dat|hem|uw ** op; in * volgorde|reihenfolge; ordre d|de * arrivee|
		reception; order of|in * receipt|arrival|received; wird|werden * in ** bearbeitet|beantwortet`},
	{busy, `file d attente; wachtrij; wachtlijst; in the|a queue; warteschlange; position # ; drukke|drukste|druk periode|seizoen|weken|maanden; grote|groot|hoge|vele|veel|uitzonderlijk|erg * drukte|aantal|
		aanvragen|toevloed|volume|vragen|berichten|mails; duurt|duren|bedraagt|oplopen|loopt ** werkdagen|dagen|weken|uur|langer;
		wachttijd|wachttijden|antwoordtermijn|antwoordtermijnen; langer dan * gewoonlijk|normaal|gebruikelijk|anders;
		grand|important|eleve * nombre|volume|afflux; periode * chargee|intense|fiscale; delai|delais de * reponse|traitement|
		attente; nos delais; inutile * relancer|renvoyer|rappeler|reecrire; ne nous relancez pas; plus long|longtemps que *
		habitude|normal|ordinaire; high|large|unusual|exceptional * volume|number|volumes; longer than * usual|normal|expected;
		busy|busiest season|period|time; response|waiting|reply times|time; no need * chase|write again|resend;
		hohes|hohen|hoher|grosse|grossen|großen|viele * aufkommen|anfrageaufkommen|anzahl|anfragen; langer als * ublich|gewohnlich|
		gewohnt; wartezeit|wartezeiten|bearbeitungszeit|bearbeitungsdauer; stuur|mail|vraag ** geen tweede|tweemaal;
		geen tweede keer|maal; openingsuren; heures d ouverture; opening|office hours; offnungszeiten;
		open van # tot|en; ouvert de|du # a`},
	{caseClosed, `melding|ticket|vraag|aanvraag|dossier ** afgehandeld|afgesloten|gesloten|opgelost * gemarkeerd|verklaard|gezet;
		gemarkeerd als * afgehandeld|opgelost|gesloten; als * afgehandeld|opgelost|gesloten|beantwoord * gemarkeerd|beschouwd;
		sluit|sluiten * dossier|ticket|melding ** automatisch|definitief; marque|marquee comme * resolu|resolue|clos|close|cloture;
		als * gelost|erledigt * markiert`},
	{yourCase, `nieuwe|new|nouvelle|neue reactie|update|reply|comment|reponse|antwort ** ticket|melding|case|dossier|incident|
		vorgang; bekijk|view|voir|consulter|ansehen * ticket|melding|case; dossier|ticket|case porte|has|draagt|kreeg|hat *
		numero|number|nummer`},
	{replyLine, `rappeler|rappelez|mentionner ** correspondance|courrier|echange;
		in|bij elke|alle|toute|all|jeder|uw * correspondentie|correspondance|correspondence|korrespondenz|schrijven`},
	{survey, `schaal van|op; echelle de; scale of|from|to; skala von|bis; cijfer|score|rapport|punten * geven|via|geef|van;
		geef|gaf|geeft|geven * cijfer|score|sterren|punten; quelle note; note * donnez|donneriez; hoe waarschijnlijk; quelle
		probabilite; how likely; wie wahrscheinlich; aanbevelen|aanbeveelt|aanraden|aanraadt; recommander|recommanderiez|
		recommandez; recommend us|our|this; weiterempfehlen; duurt|kost|vraagt * minder|een|amper|slechts|# * minuut|minuten;
		prend|dure|faut * une|deux|trois|# minute|minutes; takes|take * one|two|a|# minute|minutes; dauert * eine|# minute|minuten;
		uw|votre|your|ihre|je mening|avis|opinion|meinung over|sur|about|of|zu|uber`},
	{notice, `wachtwoord|paswoord|password|passwort|kennwort ** verloopt|vervalt|verstrijkt|verlopen|ingesteld|expires|
		expire|expired|reset|changed|updated|lauft|ablauft|abgelaufen|geandert|zuruckgesetzt|gewijzigd|aangepast;
		mot de passe ** expire|expirera|reinitialise|modifie|change|renouvele; reinitialisation * mot de passe;
		email|mail|emailadres|mailadres|adresse|address|emailadresse ** account|klantaccount|profiel|profile|compte|profil|konto|
		kundenkonto|accounts ** gewijzigd|changed|updated|modifiee|modifie|changee|geandert|aangepast|vervangen|replaced;
		connexion|login|sign|aanmelding|anmeldung|inlogpoging ** espace|compte|account|konto|profiel ** lieu|detecte~|detected|
		festgestellt|gezien|gebeurd|from|vanaf|depuis|von; dit * niet|zelf * gedaan|gevraagd|aangevraagd|gevraagd;
		u|je dit|deze|het * niet|zelf * gedaan|aangevraagd|gevraagd|gewijzigd|bent; vous n etes|avez|etiez pas * origine|demande|
		auteur|fait; si|s * c est|etait|il * vous; ignorer|ignorez|negeer|negeren|ignore|ignorieren|disregard * ce|cet|dit|deze|
		this|diese|dieses|it * message|mail|courriel|email|bericht|nachricht; this|it was|wasn|is * not|t * you;
		did|didn not|t|you * make|request|change|do|recognise|recognize * this|it; sie das|dies|es * nicht|waren;
		wenn|falls sie * nicht * waren|angefordert|beantragt|veranlasst; beschermen|proteger|protect|schutzen * uw|votre|your|ihr *
		account|compte|konto; opnieuw|veilig ingesteld; gekoppeld|lie|linked|verknupft aan|a|to|mit * servicedesk|compte;
		map|bestand|document|folder|file|dossier|fichier|ordner|datei|album|lijst ** gedeeld|partage|shared|geteilt|freigegeben;
		heeft|hebben|a|ont|has|hat|haben ** gedeeld|partage|shared|geteilt|freigegeben met|avec|with|mit;
		bestelling|pakket|pakje|zending|commande|colis|order|parcel|sendung|bestellung|paket ** magazijn|verlaten|onderweg|route|
		livre|livraison|zugestellt|geleverd|delivered|dispatched|verzonden|unterwegs|afhaalpunt|relais|bezorgd|ophalen|retrait;
		verwachte|geplande|estimated|expected levering|bezorging|delivery|leverdatum; livraison prevue|estimee; ablageort; uw|votre|
		your|ihre bestelling|pakket|pakje|zending|commande|colis|order|parcel|sendung|bestellung|paket;
		uw|votre|your|ihre|nouvelle|nieuwe|de|la|onze factuur|facture|invoice|rechnung|kredietnota|creditnota|aanmaning|domiciliering;
		staat|staan|reste|remains|is|ist * nog|encore|still|noch * open|impayee|unpaid|offen|overdue; impayee; onbetaald;
		als niet|nul * verstuurd|geschreven|verzonden|beschouwen|ontvangen; volgens onze|ons gegevens|administratie|boekhouding;
		sauf erreur; deja paye|betaald|bezahlt|paid; tenir compte de ce|cet; beschouwen als; zu begleichen; bereits gezahlt;
		mededeling|communication|verwendungszweck|echeance|vervaldag|vervaldatum|due #|date|on;
		rappelons|herinneren|remind|erinnern * votre|u|you|sie|aan; uw|votre|your|ihr|ihren afspraak|rendez|appointment|termin|
		reservatie|reservation|inschrijving|booking|boeking|buchung; annulation|annulering|cancel|stornierung|annuleren * possible|
		gratuite|kan|mogelijk|free|moglich|kosteloos; persoonlijke|personal|personnel|personlicher|unieke link|code; lien
		personnel; start|begint|commence|starts|begins|beginnt ** webinar|webinaire|sessie|session|opleiding;
		reageerde|reageerden|reageert|commented|replied|kommentierte|kommentierten op|on|auf|to uw|je|your|ihren|ihre;
		a|ont commente|reagi|aime * votre|vos; pagina|profiel|page|profil|profile|bericht|post ** bekeken|gezien|consulte|consultee|
		viewed|vue|angesehen|keer|fois|times|bezocht; apparu|apparue|appeared|verschenen dans|in; personen|mensen|personnes|people|
		anderen|andere|autres|others ** bekeken|gezien|reageerden|reagi|viewed|reacted|trouve|volgen|vond|found|vues;
		nieuwe|nouvelles|new|neue volgers|reacties|reactions|comments|reponses|kommentare|berichten|likes|bezoekers;
		uw|votre|your account|profiel|compte|profil|toegang|abonnement|proefperiode|licentie|domein|domaine|domain|subscription`},
	{unsubscribe, `geen|liever * mails|nieuwsbrief|berichten * meer|ontvangen; uitschrijven; desinscri~; desabonn~; abmeld~|
		abbestell~; opt out; optout; meldingen|notificaties|notifications wijzigen|aanpassen|beheren|instellen|uitzetten;
		modifier|gerer|desactiver * notifications|alertes|preferences; change|manage|edit|mute * notifications|alerts|emails`},
	{promo, `korting; reduction|remise|ristourne de|sur; #|% korting|reduction|rabatt|discount|off; early bird|birds;
		profitez; profiteer; profitieren; gratis|gratuit|free|kostenlos * guide|gids|demo|ebook|proef|whitepaper|checklist|webinar|
		leitfaden; telecharger|download|downloaden|herunterladen * guide|gids|whitepaper|ebook|checklist; laatste|derniers|
		dernieres|last|letzte plaatsen|places|seats|platze; seats|places|plaatsen|platze left|restantes|vrij|frei|over;
		book|order|register|enrol now|today|here; inscrivez vous; schrijf * in voor|via|nu; jetzt anmelden|buchen|bestellen;
		reserveer|reservez|reserver * nu|votre|uw|place|plaats; deze|cette|this|diese * semaine|week|maand|month|ausgabe|woche|mois
		in|dans|chez|op|bij; ce mois ci; lees|lire|read|lesen * alles|article|artikel|more|suite|mehr|verder; tips; ontdek;
		decouvrez; discover; entdecken; experts ont|hebben; onze experts|aanbod|acties; nos experts|offres|formations; nouveautes`},
	{monitorSaid, `job|jobs|job_id; verwerking|traitement|import|export|batch|verarbeitung|transfert|upload|synchro ** fout|fouten|
		erreur|erreurs|error|errors|fehler|termine|terminee|voltooid|beendet|avertissements|waarschuwingen|#;
		lignes|rijen|records|lines|rows|zeilen|regels|enregistrements lues|rejetees|ignorees|gelezen|geweigerd|verwerkt|read|
		rejected|skipped|processed|verarbeitet|abgelehnt|#; returncode; code retour|sortie|de; return|exit|error code; foutcode; rc #;
		threshold; grenzwert; schwellwert; drempel|drempelwaarde; seuil; next check|run; prochain controle; volgende controle|meting;
		nachste|letzte prufung|messung; gecontroleerd vanuit; checked from; verifie depuis; filesystem; mounted; used; gevuld;
		belegt; laatste fout; derniere erreur; last error; onderbreking; interruption; http #; sinds|since|depuis|seit # # #;
		is|opnieuw|again|nouveau * down|up|offline|online|hersteld|ok|retabli|bereikbaar|joignable|available; logbestand; logfile;
		journal var|log; log file; sensor|capteur|sonde #|meldet|meldt|signale; timeout; ping; latency; responstijd`},
	{callSaid, `miste|mist|gemist * oproep|oproepen; gemist #; bericht|message|nachricht ** postbus|poste|mailbox|toestel|lijn|ligne|
		anschluss|extension #; message laisse * sur|poste; transcriptie|transcription|transkription|transkript|transcript;
		voicemail~; beller; appelant; caller; anrufer; sprachmailbox; postbus|poste|mailbox|toestel|extension #`},
	{undelivered, `was|were|wurde|werd|is|a ete|ont * stopped|intercepted|held|blocked|rejected|gestoppt|gestopt|geblokkeerd|onderschept|
		tegengehouden|bloque|arrete|intercepte|angehalten|blockiert * because|by|as|omdat|door|wegens|car|par|parce|weil|durch|wegen;
		bericht|mail|message|nachricht keert|komt|revient|kommt|returns ** terug|zuruck|back; message vous revient|est retourne`},
	{challengeSaid, `om|pour|to|um ** bericht|mail|message|courriel|nachricht * laten|te|faire|delivered|bezorgen * bezorgen|afleveren|
		livrer|delivrer|distribuer|zustellen|deliver; voor het eerst; premiere fois; first time; ersten|erste mal;
		have|get your message|mail delivered|released`},
	{notice, `plaatste|schreef|postte|publiceerde|deelde|posted|wrote|shared|publie|poste|gepostet|schrieb * een|un|une|a|new|ein|eine *
		bericht|message|post|update|reactie|publication|beitrag|foto|artikel; invite|invited|nodigt|ladt * vous|u|you|sie * uit|a|to|
		zu|ein; boeking|booking|reservation|buchung|inschrijving|inscription|aanvraag ** bevestigd|confirmee|confirmed|bestatigt;
		inchecken|checkin|enregistrement en; geleverd|livre|livree|delivered|zugestellt|bezorgd * tussen|entre|between|zwischen`},
	{newsWord, `in this|dit|deze|dieser|our issue|nummer|editie|uitgave|ausgabe; dans ce numero; au sommaire; inhoud van deze`},
	{notice, `votre|uw|your|ihr|je code|pin|otp #|is|est|lautet|ist|luidt; expire|expires|vervalt|verloopt|valable|geldig|valid|gultig|
		gilt ** minutes|minuten|minute|minuut; uw|votre|vos|your|ihre|ihr ** bijlage|annexe|attached|attachment|anhang|jointe|jointes;
		klik|cliquez|click|klicken * binnen|dans|within|innerhalb; toegang|acces|access|zugang * aangemaakt|cree|created|angelegt|
		eingerichtet; herkent|reconnaissez|recognise|recognize|erkennen u|vous|sie|you * dit|pas|this|not|nicht|deze; meldde|meldet
		* aan|an met|mit; ligt|staat|est|is|liegt * klaar|prete|pret|ready|bereit; af te halen; retirer|retrait;
		uw|vos|your|ihre tickets|toegangskaarten|billets|eintrittskarten|inkomkaarten|plaatsen|badges`},
	{refusal, `bevatte|contenait|contained|enthielt ** koppeling|link|lien|bijlage|macro|attachment|piece|anhang; beleid|politique|
		policy|richtlinie * niet|pas|not|nicht; niet|pas doorgelaten|toegelaten; nimmt|accepte|neemt|accepts * keine|plus|geen|no *
		nachrichten|messages|berichten|mail|mails; hat|a|heeft * grosse|große|taille|grootte|grens|limite * erreicht|atteint|bereikt;
		serveur|server ** repond pas|antwoordt niet|not respond~|antwortet nicht`},
	{undelivered, `ontvanger|destinataire|recipient|empfanger ** niet|pas|not|nicht * gekregen|ontvangen|recu|received|erhalten;
		niet * doorgelaten; pas * laisse passer`},
	{delayed, `represente|represented|retente|reessaye pendant; message|bericht en souffrance; nieuwe poging; sera represente`},
}
