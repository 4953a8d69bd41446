package classify

const (
	delNL = `afgeleverd|bezorgd|besteld|verzonden|doorgestuurd|overgemaakt|geleverd|toegestuurd|aangenomen|aanvaard|
		geaccepteerd|verstuurd`
	delFR = `remis|remise|distribue|distribuee|delivre|delivree|livre|livree|transmis|transmise|achemine|acheminee|envoye|
		envoyee|remettre|delivrer|distribuer|livrer|acheminer|accepte`
	delEN = `delivered|delivering|deliver|sent|accepted|relayed|forwarded|completed|transmitted`
	delDE = `zugestellt|ubermittelt|ausgeliefert|weitergeleitet|zustellen|ausliefern|gesendet|ubertragen|angenommen`
	ourNL = `uw|je|jouw|dit|deze|het|de|volgende|volgend|onderstaand|onderstaande|een`
	ourFR = `votre|vos|ce|cet|le|l|la|un`
	ourEN = `your|the|this|following|a|you`
	ourDE = `ihre|ihrer|deine|die|diese|folgende|eine|der`
)

// deliveryPhrases are what mail servers and mailers say of a mail of ours.
var deliveryPhrases = []phrasesOf[sign]{
	{undelivered, ourNL + ` ** bericht|mail|email|berichten|levering|aflevering|bezorging ** niet ** ` + delNL + `;
		kon|kan|konden|kunnen|werd|is * niet * ` + delNL + `; niet * kon|kunnen|worden ` + delNL + `|worden; onbestelbaar;
		onbestelbare; niet te bezorgen|bestellen|leveren; niet bezorgd|afgeleverd|besteld;
		aflevering|bezorging|levering * mislukt|gefaald|mislukte|onmogelijk|niet; mislukte bezorging|aflevering|levering;
		bezorgingsfout; afleveringsfout; teruggestuurd|retour naar|aan afzender;
		kan|kon|konden ** niet ** afleveren|bezorgen|bereiken;
		` + ourFR + ` ** message|mail|email|courriel|courrier|envoi ** n|pas|impossible|jamais ** ` + delFR + `;
		n a|ont pas|pu * ` + delFR + `; pas pu etre * ` + delFR + `; pas ete * ` + delFR + `;
		non remis|distribue|delivre|livre|distribuable|remise|delivree;
		echec de|d|lors * remise|livraison|distribution|envoi|transmission|acheminement|delivrance;
		remise|livraison|distribution|envoi * echoue|impossible|echec|pas; impossible de|d * ` + delFR + `;
		retour a l expediteur; retourne a l expediteur; ` + ourEN + ` ** message|mail|email|delivery|messages ** not|unable|
		couldn|wasn|cannot|failed|undelivered|undeliverable ** ` + delEN + `|delivery|undeliverable;
		could|was|is|has|have|been|be|can|cannot|couldn|wasn * not|t|be * ` + delEN + `;
		unable|failed|failure * to deliver|delivery|delivering; undeliverable; undelivered;
		delivery * failed|failure|unsuccessful|error|incomplete|problem|has; returned to sender;
		mail|message delivery failed|failure|error; nondeliverable|nondelivery; non delivery|deliverable; returned mail;
		failure notice; wasn|was t|not able to deliver; bounced back;
		` + ourDE + ` ** nachricht|mail|email|zustellung ** nicht|konnte|unmoglich ** ` + delDE + `;
		konnte|kann|wurde|konnten * nicht ** ` + delDE + `; nicht zugestellt|zustellbar|ausgeliefert; unzustellbar;
		zustellung * fehlgeschlagen|nicht|gescheitert|unmoglich|misslungen; zustellfehler; zustellungsfehler;
		fehler bei * zustellung|ubermittlung; unzustellbare; zuruck an absender; zuruck an den absender`},
	{delayed, `vertraagd|uitgesteld * levering|bezorging|aflevering|bericht;
		levering|bezorging|aflevering|bericht|mail * vertraagd|uitgesteld;
		remise|livraison|distribution|envoi|message * retardee|differee|retarde|differe|reportee; remise differee;
		nouvelles tentatives|tentative; sera|seront * reessaye~|retente~; reessayer|reessaiera|reessaierons pendant|de|encore;
		delivery|delivered|mail|message * delayed|delay; delayed mail|delivery;
		will|be|keep * retry|retried|retrying|trying * more|for|again|until|hours|hour|days;
		not * need|necessary to * resend|send again|it|your; no need to resend; pas|inutile|n * necessaire de|d * renvoyer;
		hoeft * niet opnieuw * verzenden|sturen|versturen; nieuwe|verdere * pogingen|poging;
		opnieuw * geprobeerd|proberen|geprobeerd|verzonden; zustellung|nachricht * verzogert|verspatet;
		weitere|erneute zustellversuche|versuche; wird * weiter * versucht; not been delivered yet;
		nog|encore|yet|noch niet|pas|not|nicht afgeleverd|remis|delivered|zugestellt`},
	{refusal, `postvak|mailbox|postbus|inbox|brievenbus * vol|volledig|limiet|quota|quotum|overschreden|bereikt|maximale;
		postvak vol; volle mailbox; limiet * bereikt|overschreden; opslaglimiet; quota; quotum;
		boite * pleine|saturee|quota|depasse; boite lettres * pleine; a depasse * quota|espace|taille;
		mailbox|inbox|account * full|quota|exceeded|over|storage|limit; over quota; quota exceeded; out of storage;
		postfach * voll|uberfullt|quota|speicherplatz|kapazitat; speicherplatz * uberschritten|erschopft;
		user|recipient|mailbox|address|account * unknown|exist|disabled|rejected|invalid|found|inactive|unavailable;
		unknown|invalid|no * user|recipient|mailbox|address|such; no such * user|mailbox|recipient|account;
		does not exist|have; doesn t exist; not found; gebruiker|ontvanger|geadresseerde|adres|postvak|emailadres * onbekend|
		bestaat|gevonden|ongeldig|uitgeschakeld|gedeactiveerd; bestaat niet; niet gevonden;
		onbekende|ongeldige|onbestaande gebruiker|ontvanger|geadresseerde|emailadres|adres; destinataire|utilisateur|adresse|
		compte|boite * inconnu|inconnue|introuvable|existe|invalide|inexistant|inexistante|desactive|desactivee|rejete|rejetee;
		inconnu|inconnue|introuvable a cette|sur|dans; n existe pas|plus;
		empfanger|benutzer|adresse|postfach * unbekannt|existiert|ungultig|gefunden|deaktiviert; existiert nicht;
		nicht gefunden; unbekannter empfanger|benutzer;
		geblokkeerd|geweigerd|tegengehouden|afgewezen|gefilterd|in quarantaine * door|wegens|als|omdat|onze|geplaatst;
		door * filter|spamfilter|firewall|antispam|beveiliging|mailgateway|gateway|beleid * geblokkeerd|geweigerd|
		tegengehouden; bloque|bloquee|refuse|refusee|rejete|rejetee|filtre|mis|mise * par|car|en|comme * filtre|serveur|
		antispam|spam|politique|quarantaine|passerelle|pare|destinataire; blocked|rejected|refused|quarantined|denied|
		filtered * by|as|because|due|for * filter|firewall|server|spam|policy|recipient|gateway|system;
		was|been|is blocked|rejected|refused|quarantined; message * blocked;
		abgelehnt|blockiert|zuruckgewiesen|gefiltert|quarantane * vom|von|durch|wegen|als;
		server|mailserver|filter|spamfilter * abgelehnt|blockiert|zuruckgewiesen;
		access|relay|relaying|permission|recipient denied|address; relay access; spam|policy * reject~|block~; bulk email;
		spam firewall; too large|big; te groot; trop volumineux|grand|gros; zu gross|groß;
		bijlage|attachment|piece|anhang * geblokkeerd|niet|blocked|not|bloquee|interdite|blockiert|zugelassen|type;
		virus * detected|found|gedetecteerd|gevonden|detecte|gefunden|verwijderd|removed; permanent|permanente|fatal|fatale|
		temporary|temporaire|tijdelijke|definitieve|definitive|dauerhafter * error|errors|erreur|fout|failure|fehler|problem;
		smtp error|code|550|554|553|451|421|service|server|reply|response; 550; 551; 552; 553; 554; 5 # #; 4 # #; # 5 # #;
		error code; foutcode; code d erreur; fehlercode; diagnostic code|information|diagnostics;
		diagnosegegevens|diagnosecode; remote server|host|mta; dns domain; host unknown|not; domain not|name;
		domein * niet|onbekend; connection timed|refused|out; time out; timed out; verbinding * verbroken|mislukt;
		gave|given up; opgegeven na;
		reden|reason|raison|motif|grund|cause * niet|mailbox|postvak|the|boite|user|adresse|550|552|gebruiker|postfach`},
	{copied, `message|mail|email|original|bericht|full|complete|the|of|partial headers|header;
		headers * follow|below|message|original|attached|included; mailheader; berichtkoppen; berichtheaders; koptekst~;
		en tetes; entetes; kopfzeilen; nachrichtenkopf; original message|recipient;
		oorspronkelijk|oorspronkelijke|origineel|originele * bericht|mail|email|verzonden|tekst|onderwerp;
		message|courriel|mail * original|origine; message d origine;
		ursprungliche|originale|original * nachricht|mail|empfanger; copy of * message|headers|mail;
		kopie|copie van|de|du|des|ci|d * bericht|message|mail|en|entetes|tetes|email; kopie der|ihrer * nachricht|mail;
		onderwerp|subject|objet|sujet|betreff|met|with|avec * van|of|de|bericht|following|suivant|volgende * uw|your|votre;
		reporting mta; final recipient; remote mta; arrival date; your message to; votre message a|adresse|pour|destine|envoye;
		uw bericht aan|voor|naar|gericht; ihre nachricht an|vom; recipient|recipients|destinataire|destinataires|ontvanger|
		ontvangers|geadresseerde|geadresseerden|empfanger * smtp|suivant|suivants|following|volgende|groups|groupes|groepen|
		gruppen|folgende|folgenden; following|volgende|suivant|suivants|folgende|folgenden recipient|recipients|address|
		addresses|ontvanger|ontvangers|destinataire|destinataires|groupes|empfanger|adres|adressen|geadresseerden;
		mail system at|host; mail delivery system|subsystem; mailer daemon; mailserver|mailsysteem|emailsysteem|mailgateway;
		serveur de messagerie|mail|courrier; systeme de messagerie; mailsystem`},

	{receiptSaid, `um # gelesen|angezeigt|geoffnet|geloscht; um # # gelesen|angezeigt|geoffnet|geloscht;
		is|werd|zijn gelezen|weergegeven|geopend|verwijderd|afgedrukt op|om|door|zonder|#; gelezen op * #;
		zonder * te|zijn gelezen|worden; zonder gelezen te; ongelezen verwijderd; leesbevestiging voor|van|op;
		ontvangstbevestiging voor|van * bericht|mail|email;
		dit|deze|hierbij is|betreft|een * leesbevestiging|leesontvangstbewijs|ontvangstbewijs;
		weergegeven op * computer|scherm|toestel|pc;
		garandeert|garantie|betekent|bewijst * niet|geen|dat * gelezen|begrepen|dat; niet * garantie|bewijs * gelezen|begrepen;
		a ete|bien lu|lue|affiche|affichee|ouvert|ouverte|supprime|supprimee|vu; lu|affiche|ouvert|supprime le|a|sans|par * #;
		supprime|supprimee|efface sans|avant * lu|lue|ete; ceci|present * accuse|confirmation de lecture|reception pour|de;
		accuse|confirmation|avis de lecture|remise; accuse de reception pour|du;
		ne garantit|signifie|prouve pas * lu|compris|que|message; affiche|visualise sur * ordinateur|ecran|poste;
		was|has been|is read|displayed|opened|deleted|viewed on|at|without|by|#; read|displayed|opened|viewed on|at * #;
		deleted without being|having; without being read; return|read|delivery receipt for|your|the;
		this is * receipt * for|mail|message|you; return receipt; no guarantee * that|read|understood;
		not guarantee * that|read; was received by; displayed on * computer|recipient|screen; has * read|opened your;
		wurde * gelesen|angezeigt|geoffnet|geloscht|entfernt am|um|ohne|#; ungelesen geloscht|entfernt; ohne gelesen|* gelesen;
		lesebestatigung fur|ihrer|zu; dies ist * lesebestatigung|empfangsbestatigung|empfangsbestatigung;
		keine garantie * gelesen|dass; garantiert * nicht * gelesen|dass; auf * computer|bildschirm|rechner angezeigt;
		gelesen am|um * #; tracking|suivi|opvolging de|van lecture|lezing`},
	{calendarSaid, `uitnodiging ** geaccepteerd|aanvaard|geweigerd|afgewezen|gereageerd|voorlopig|bevestigd|afgezegd;
		geaccepteerd|aanvaard|geweigerd|afgewezen|gereageerd|voorlopig ** uitnodiging|afspraak|vergadering|evenement; heeft|
		hebt * uitnodiging|afspraak|vergadering|evenement|voorlopig * geaccepteerd|aanvaard|geweigerd|afgewezen|gereageerd;
		a accepte|refuse|decline|repondu * invitation|peut|rendez|reunion|cette|provisoirement;
		invitation ** acceptee|refusee|declinee|accepte|decline|provisoire|repondu;
		has|have|is accepted|declined|tentatively|replied|responded|attending * invitation|this|your|maybe|event|meeting|the;
		invitation ** accepted|declined|tentative; accepted|declined this|your|the invitation|meeting|event;
		tentatively accepted; hat * einladung|termin|besprechung * angenommen|abgelehnt|zugesagt|vorbehalt|abgesagt;
		einladung ** angenommen|abgelehnt|zugesagt|vorbehalt; nimmt * teil|nicht; google agenda|kalender|calendar;
		agenda google; uitnodiging van|via agenda|google|kalender; invitation from google; invitation * de google;
		einladung von google; afspraakreacties; wanneer|quand|when|wann * #; tijdzone; fuseau horaire; time zone; zeitzone;
		deelnemers|organisator|organizer|organisateur|participants|teilnehmer; proposed|proposes|voorgesteld|stelt|propose|
		schlagt * new|nieuw|nieuwe|nouvelle|nouvel|neue|neuen|andere|autre * time|tijdstip|tijd|heure|horaire|zeit|uhrzeit|
		moment`},
	{challengeSaid, `message|mail|email|messages * held|quarantined|waiting|pending|queued|blocked|delayed; is|been|being held;
		to * deliver|have|complete|ensure|release|allow * your message|delivered|delivery|mail|email|it; confirm|verify|prove|
		certify|authenticate * that|you|your|yourself|this * human|sent|sender|robot|person|real|identity|email|message|address|
		not; add|added|approve|approved|whitelist|authorise|authorize * sender|senders|list|whitelist|yourself|me;
		not * on|in * approved|whitelist|list|allowed * senders|list; known senders; approved senders;
		one|first time|click * only|sender|verification|confirmation; spam protection|filter|arrest|blocker;
		protected by|against * spam|junk|unwanted; wordt|werd|is|zijn * vastgehouden|tegengehouden|afgeleverd|geblokkeerd|
		bewaard|aangehouden|doorgelaten|vrijgegeven * omdat|tot|zodra|door|na|als|wanneer; vastgehouden; bevestig|bevestigt|
		bevestigen|verifieer|bewijs * dat|uw|je|afzender|verzending|mail|email|bericht|mens * robot|afzender|mens|verzonden|
		klikken|link|aan|door|bericht; bevestig * mail|email|bericht|verzending; geen robot;
		lijst * bekende|toegelaten|goedgekeurde|vertrouwde afzenders;
		bekende|onbekende|toegelaten|goedgekeurde|vertrouwde afzender|afzenders;
		eenmalig|een|eenmalige keer|maal|klik|bevestiging|verificatie; spamfilter; antispam; anti spam;
		ongewenste mail|mails|email|berichten; message|mail|email|courriel * attente|retenu|bloque|quarantaine|suspens|retenue;
		en attente de * validation|confirmation|verification|votre|livraison; confirmez|confirmer|validez|valider|prouvez|
		verifiez|authentifiez * que|votre|etes|envoi|expediteur|humain|message|adresse * humain|expediteur|robot|envoi|message|
		auteur|clic|cliquant|mail|courriel; pas un robot;
		pour que|afin votre|que * message|mail|courriel|email * parvienne|livre|delivre|remis|lu|distribue|arrive|transmis;
		sera * delivre|livre|remis|distribue|transmis * des|apres|une|lorsque|automatiquement|si;
		expediteurs autorises|connus|approuves|inconnus; liste * blanche|expediteurs;
		protege|protegee|filtre * contre|par|boite|anti * spam|spams|indesirables|pourriels|messages;
		contre les * spam|spams|indesirables|pourriels; messages|courriers indesirables; antispam; mailinblack; une seule fois;
		nachricht|mail|email * zuruckgehalten|quarantane|blockiert|wartet; zuruckgehalten;
		bestatigen sie * dass|ihre|ihren|mensch|absender|versand; kein roboter;
		bekannte|bekannten|zugelassene|freigegebene|unbekannter|unbekannte absender|absendern;
		damit ihre * nachricht|mail|email * zugestellt|ankommt|ausgeliefert; einmalig * bestatigen|klicken|bestatigung;
		spamschutz; unerwunschte`},
}
