package classify

const (
	askedNL = `vraag|aanvraag|bericht|mail|email|melding|verzoek|ticket|dossier|klacht|formulier|bestelling|inschrijving|
		schrijven|mailtje|opmerking|oproep|kandidatuur|sollicitatie|inzending|betaling|document|documenten|reactie|bijdrage`
	askedFR = `demande|message|mail|email|courriel|requete|ticket|dossier|question|reclamation|formulaire|commande|
		inscription|courrier|incident|signalement|candidature|paiement|envoi|declaration`
	askedEN = `request|message|mail|email|enquiry|inquiry|question|ticket|case|query|complaint|form|order|registration|
		submission|application|feedback|payment|issue|report`
	askedDE = `anfrage|nachricht|mail|email|frage|ticket|anliegen|vorgang|formular|bestellung|anmeldung|schreiben|meldung|
		antrag|zuschrift|reklamation|bewerbung|mitteilung`
)

// officePhrases are what offices and their ticket systems say of a mail that came in.
var officePhrases = []phrasesOf[sign]{
	{thanked, `bedankt|dank|dankuwel|dankjewel|dankbaar * voor|om uw|je|jouw|jullie|het|de|dit * ` + askedNL + `|interesse|
		contact|vertrouwen|contactname|begrip; bedankt|dank * om ** contacteren|schrijven|nemen|mailen|melden;
		bedankt voor het contacteren; merci|remercions|remercie * pour|de votre|vos|ton|l|cette * ` + askedFR + `|interet|
		contact|confiance|comprehension|prise; merci|remercions de|d * nous|m ** contacte|contactes|ecrit|contacter|ecrire;
		thank|thanks * for * your * ` + askedEN + `|interest|contact|patience|understanding;
		thank|thanks * for * contacting|reaching|writing|emailing|getting|submitting|the * us|out|in|to|` + askedEN + `;
		thank|thanks * for * contacting|reaching|getting|writing; dank|danke|danken * fur * ihre|ihr|deine|die|dein|eure|
		ihren * ` + askedDE + `|interesse|kontaktaufnahme|vertrauen|verstandnis; dass sie uns|mich kontaktiert|geschrieben`},
	{received, `hebben|heb|heeft|bevestigen|bevestig * uw|je|jouw|de ** ` + askedNL + ` ** ontvangen|ontvangst|geregistreerd|
		aangekregen; hebben|heb * uw|je|hem|haar * ` + askedNL + ` * ontvangen; uw|je|jouw ** ` + askedNL + ` ** ontvangen|
		toegekomen|aangekomen|binnengekomen|geregistreerd|binnen|genoteerd|kreeg|aangemaakt|doorgestuurd|toegewezen|bezorgd|
		bevestigd; hierbij|wij|we bevestigen|bevestig * ontvangst; bevestigen * goede ontvangst; de ontvangst van uw|je;
		ontvangstbevestiging; ontvangstmelding; ` + askedNL + ` * goed ontvangen|aangekomen;
		` + askedNL + ` * werd|is|zijn * ontvangen|geregistreerd|aangemaakt; hebben hem|het|ze|deze * goed * ontvangen;
		er is|werd * ticket|dossier * aangemaakt|geopend|geregistreerd;
		avons|ai * bien|pris recu|note|enregistre|receptionne|connaissance;
		avons|ai * recu|receptionne * votre|vos ** ` + askedFR + `; nous l avons * recu; votre|vos ** ` + askedFR + ` ** recu|
		recue|recus|enregistre|enregistree|transmis|transmise|parvenu|parvenue|arrive|arrivee|pris|prise|porte|cree|creee|
		receptionne|receptionnee|attribue|soumise|envoyee; accusons|accuse * reception; accuse de reception;
		confirmons * reception; bonne reception de votre; bien recu votre; un ticket * cree|ouvert|enregistre|attribue;
		prise en charge|compte de votre; have|ve|has * received|logged|registered * your|it; we|i * received * your;
		your ** ` + askedEN + ` ** received|logged|registered|created|submitted|assigned|opened|recorded|added|forwarded;
		acknowledge|acknowledges|acknowledging|confirm|confirms|confirming * receipt|received;
		acknowledgement|acknowledgment of receipt;
		ticket|case|request * has|was been|created|opened|logged * created|opened|logged|received|assigned|registered;
		receipt of your; haben|habe * ihre|deine|sie ** erhalten|empfangen|bekommen|registriert; ihre|ihr|
		deine ** ` + askedDE + ` ** eingegangen|erhalten|eingetroffen|registriert|erfasst|angekommen|angelegt|aufgenommen|
		weitergeleitet|ubermittelt|zugewiesen; bestatigen|bestatige * eingang|erhalt|empfang; eingangsbestatigung;
		empfangsbestatigung; ein ticket * erstellt|angelegt|eroffnet; bei uns eingegangen`},
	{promise, `nemen|nemen * wij|we|contact; wij|we|zullen|zal * nemen|antwoorden|beantwoorden|behandelen|contacteren|zullen|
		proberen|streven|trachten|bekijken|verwerken|doen|melden|reageren|bezorgen|koppelen|onderzoeken|helpen|komen|laten * u|
		uw|je|zo|ernaar|te|contact|ze|dit|hem|spoedig|snel|binnen|terug;
		antwoorden|beantwoorden|behandelen|contacteren|bekijken|verwerken|onderzoeken wij|we|uw|u|hem|het|deze; medewerker|
		medewerkers|collega|collegas|adviseur|team|dossierbeheerder|technicus|experten|iemand|specialist|consulent|behandelaar|
		klantendienst|helpdesk|agent * neemt|nemen|zal|zullen|contacteert|antwoordt|behandelt|bekijkt|helpt|gaat|kijkt|
		beantwoordt|onderzoekt;
		u|je krijgt|ontvangt|hoort|verneemt|mag * antwoord|reactie|bericht|terug|nieuws|verwachten|snel|spoedig|binnen;
		zo snel|spoedig|vlug als mogelijk|mogelijk; zo snel|spoedig|vlug mogelijk; zsm; spoedig * contact|antwoord|reactie;
		binnen|over # uur|uren|dagen|werkdagen|werkdag|weken; binnen * uur|uren|dagen|werkdagen|werkdag|weken;
		wordt|worden|werd * behandeld|bekeken|opgevolgd|onderzocht|toegewezen|verwerkt; in volgorde van;
		gemiddelde|verwachte * antwoordtijd|reactietijd|behandeltijd|wachttijd|responstijd; vous|y|la|lui|le|l repondra|
		repondrons|reviendrons|recontacterons|contacterons|recontactera|contactera|reponds|reviendra|traiterons|traitera|
		examinerons|informera|informerons|tiendrons; reviendrons|reviens vers|aupres;
		sera|seront|est|etre * traite|traitee|traites|traitees|examinee|examine|prise|attribuee|analysee|transmise;
		delai|delais|brefs; dans les * jours|heures|delais|plus; endeans|sous # jours|heures|h; jours|heures ouvrables|ouvres;
		des que possible; aussi rapidement|vite que; conseiller|collaborateur|technicien|gestionnaire|equipe|expert|agent|
		collegue|operateur|specialiste * repondra|contactera|traitera|traite|prendra|reviendra|va|vous|y|la|examine|chargee;
		mettons tout en; prendra * contact; dans les meilleurs; reponse * rapidement|rapide|bientot|jours|heures; we|team|
		colleague|colleagues|agent|someone|representative|member|specialist|staff|advisor|one * will|ll|aim|try|strive|
		endeavour|endeavor * get|respond|reply|answer|contact|be|to|review|look|process|handle|touch|shortly|you|deal;
		as soon as; as quickly as; within # hours|days|business|working|h; within * hours|days|working|business;
		get|be|getting back|in to|touch; is being * reviewed|processed|looked|handled;
		will be * processed|reviewed|handled|answered|assigned|dealt; response time|times; in the order; wir|mitarbeiter|
		kollege|team|berater|sachbearbeiter|kollegen|mitarbeiterin|jemand * melden|werden|bearbeiten|antworten|wird|bemuhen|
		kummern|setzen|prufen|kommen|meldet|beantworten|kontaktieren * uns|sich|sie|ihre|ihr|ihnen|umgehend|schnellstmoglich;
		so schnell|bald|rasch wie|als moglich; schnellstmoglich; umgehend; in kurze;
		innerhalb * stunden|tagen|werktagen|tage|arbeitstagen; wird * bearbeitet|gepruft|beantwortet|weitergeleitet;
		werden * in|mit|sie|ihnen * antworten|bearbeiten|melden|kontaktieren`},
	{ticketNo, `ticket|ticketnummer|ticketnr|ticketid|dossiernummer|referentienummer|referentie|referentienr|aanvraagnummer|
		meldingsnummer|casenummer|zaaknummer|incidentnummer|incident|case|reference|numero|nummer|number|dossier|vorgangsnummer|
		vorgang|kenmerk|demande|aanvraag|anfrage|request|ref|no|nr|id|registratienummer|fallnummer|bearbeitungsnummer|
		volgnummer #; ticket|referentie|reference|nummer|numero|number|dossier|case|kenmerk|aanvraag|demande|vorgang|
		vorgangsnummer|ticketnummer is|est|ist|kreeg|porte|has|hat|lautet|luidt|under|sous|met|number|nummer|nr|no|n|id|de|
		numero * #;
		ticket|incident|request|case|demande|aanvraag * nummer|numero|number|n|nr|no|id|reference|referentie|ref * #;
		onder|sous|under|unter|with|met|avec|mit * nummer|numero|number|referentie|reference|kenmerk|n|no|nr * #;
		geregistreerd|enregistre|enregistree|registered|erfasst|registriert|kreeg * #`},
	{yourCase, `uw|je|votre|your|ihr|ihre|this|dit|ce|dieses|het|le|the|das ticket|incident|case|ticketnummer|supportticket|
		supportaanvraag|supportverzoek;
		ticket|case|incident * created|updated|aangemaakt|bijgewerkt|cree|erstellt|aktualisiert|mis; support system;
		customer support; klantenservice; powered by; propulse par; helpdeskticket; zammad; zendesk; freshdesk; otrs; znuny;
		glpi; jira; servicenow; topdesk; osticket; hubspot; intercom; kayako; redmine; efficy; teamleader; odoo`},
	{caseClosed, `ticket|aanvraag|dossier|case|melding|incident|verzoek|vraag * gesloten|afgesloten|opgelost|heropend|
		afgehandeld|afgerond|geannuleerd; automatisch|hebben|werd * gesloten|afgesloten;
		sluiten|sluit * ticket|aanvraag|dossier|melding; demande|ticket|dossier|incident|requete * cloture|cloturee|fermee|
		ferme|resolu|resolue|rouvert|rouverte|clos|close|traitee;
		ticket|case|request|issue|incident|conversation * closed|resolved|solved|reopened|completed|marked;
		ticket|anfrage|vorgang|fall|anliegen * geschlossen|gelost|erledigt|abgeschlossen|wieder; heropend worden;
		wordt * heropend; marked as solved|resolved|closed`},
	{replyLine, `referentie|ticketnummer|nummer|dossiernummer|kenmerk * te vermelden;
		boven|onder|dessus|above|below|oberhalb|uber deze|cette|this|dieser|diese|de|la lijn|ligne|line|zeile|linie; antwoord|
		antwoorden|reageer|typ|schrijf|repondre|ecrire|repondez|ecrivez|reply|type|write|respond|antworten|schreiben * boven|
		above|dessus|oberhalb|uber * lijn|ligne|line|zeile|linie;
		dessus|above|boven|oberhalb|uber * lijn|ligne|line|zeile|linie; laat * onderwerp * staan|ongewijzigd|ongemoeid;
		onderwerp * niet * wijzigen|veranderen|aanpassen|aan|te;
		behoud|bewaar|vermeld * referentie|ticketnummer|nummer|dossiernummer|onderwerp|kenmerk|ref;
		ne modifiez|changez|modifier|changer pas|surtout|jamais * objet|sujet; ne pas modifier|changer|supprimer * objet|sujet;
		sans modifier|changer * objet|sujet; conserver|conservez|laissez|mentionner|mentionnez|rappeler|rappelez|indiquer|
		indiquez * objet|reference|numero|sujet|references|ticket|identifiant;
		leave|keep|quote|include|mention|do|please * subject|reference|ticket * unchanged|line|number|intact|id|in|when;
		not * change|modify|alter|edit * subject; betreff * nicht|unverandert|beibehalten|bei|belassen;
		andern sie * betreff * nicht; ticketnummer|vorgangsnummer|fallnummer|nummer * im|angeben|an|betreff;
		antwoord|antwoorden|reageer op|via|gewoon * deze|dit * mail|email|bericht * om|toe|vragen|toevoegen|aan;
		om|wilt|wil|iets|informatie * toe|toevoegen * voegen|antwoord|antwoordt|aan;
		repondez|repondre * a ce|cet|cette * pour|completer|ajouter|commenter;
		pour|souhaitez ajouter|completer * repondez|commentaire|information|informations|quelque;
		reply|respond|replying to this ** add|comment|update|comments|information|provide;
		antworten sie auf diese * um|wenn|mail|email`},
	{survey, `hoe tevreden|beoordeelt|ervaarde|ervoer|vond; hoe hebben wij|we|ik; tevredenheids~; bent u|je tevreden;
		beoordeel|waardeer|geef * onze|ons|uw|je|deze|dienstverlening|ervaring|mening|score;
		uw|je mening|ervaring|feedback * telt|belangrijk|horen|weten|met; korte|deze|onze enquete|bevraging|vragenlijst|survey;
		deelnemen|neem|vul * enquete|bevraging|vragenlijst; etes vous|vous satisfait~;
		evaluez|notez|donnez * votre|notre|nos|avis|service|experience|satisfaction;
		enquete|questionnaire|sondage de|court|sur|satisfaction|rapide;
		votre avis|opinion|satisfaction * compte|interesse|importe|important|precieux;
		how satisfied|did|would|was * we|you|your; rate|review your|our|this|us;
		your|share|value * feedback|opinion|experience; survey|questionnaire; take * survey; wie zufrieden; zufriedenheit~;
		bewerten|beurteilen sie; umfrage|befragung; ihre meinung`},
	{button, `klik|klikken|druk|tik * hier|op|onderstaande|knop|link; klikt u; cliquez|cliquer|appuyez * ici|sur|bouton|lien;
		click|tap|press * here|on|below|button|the|this; klicken|tippen|drucken * hier|auf|sie|den;
		via|gebruik * onderstaande|volgende link|knop; lees * meer|verder|online|artikel;
		bekijk * online|hier|bericht|profiel|details|alle; en savoir plus; lire la suite;
		voir|consultez|consulter * en|votre|le|la|plus ligne|profil|detail|facture|compte;
		read|learn|view|see more|online|all|details|profile|your; mehr erfahren|lesen|infos; weiterlesen; ansehen;
		log|meld u in|aan|op om|to; dans|via|in votre|uw|your|ihrem|onze|de espace|klantenzone|account|kundenkonto|
		kundenbereich|app|application|klantenportaal; espace client; klantenzone; mijn omgeving; app store; google play`},
	{ours, `u vroeg ons om uw emailadres te wijzigen; u vroeg ons welk emailadres; wij hebben uw identiteit gecontroleerd;
		konden wij uw identiteit niet bevestigen; konden uw identiteit niet bevestigen; dat|van het instituut van u kent;
		emailadres dat het instituut * kent; alleen u kent het; doorloop deze zeven stappen; de gegevens die nog ontbreken;
		hebt u ons niets gevraagd; bekeken en schrijven u daarover; stuur ons nooit uw wachtwoord; hebt u ons niet geschreven;
		uw wachtwoord hebben wij nooit nodig; hebt u dit niet gevraagd; hebt u de wijziging zelf gevraagd;
		hebt u ze niet gevraagd; om ieders|uw gegevens te beschermen; lukt het aanmelden niet;
		informatie en uitwisselingsplatform; laat het onderwerp ongewijzigd; delen wij niet mee wat wij;
		controleren wij eerst uw identiteit; aan iemand doorgeven ook niet aan ons; u hebt ons een vraag gesteld; is uw vraag hiermee niet beantwoord;
		vous nous avez demande de|sous modifier|quelle; nous avons|verifions verifie|d votre|abord identite|votre;
		permis de confirmer votre identite; pu confirmer votre identite; l institut vous connait;
		vous n avez alors rien a faire; vous n avez rien a faire; vous ne nous avez rien demande|pas ecrit;
		n avons jamais besoin de votre mot de passe; ne nous envoyez jamais votre mot de passe; il nous manque encore;
		suivez ces sept etapes; afin de|pour proteger * donnees; repondez alors immediatement a cet email;
		indiquant les donnees manquantes; examine votre demande et vous ecrivons; plateforme d information et d echange;
		vous n avez rien demande; ne modifiez pas l objet; vous seul * le connaissez; signalez le nous en repondant;
		vous nous avez pose une question; sans modifier l objet; cela ne repond pas a votre question il vous suffit;
		you asked us to|which change|email; we have checked your identity; could not confirm your identity;
		the institute has on record for you; the details that are missing; you did not ask us|for anything|this|it;
		we never need your password; never send us your password; you did not write to us; follow these seven steps;
		to protect your|everyone * data; reply to this email at once; nothing you need to do;
		information and exchange platform; leave the subject unchanged; looked at your request and would like;
		we first check your identity; only you know it; did you ask for this change; you asked us a question; does this not answer your question;
		sie haben uns gebeten|gefragt * ihre|welche emailadresse; wir haben ihre identitat gepruft;
		konnten wir ihre identitat nicht bestatigen; wir konnten ihre identitat nicht bestatigen;
		dem institut * von ihnen bekannt; haben sie uns nichts|nicht gefragt|geschrieben; haben sie das|sie nicht angefragt;
		haben sie die anderung selbst angefragt; dann brauchen sie nichts zu tun; senden sie uns niemals ihr passwort;
		ihr passwort benotigen wir nie; in diesen sieben schritten vor; zum schutz ihrer|der daten;
		antworten sie bitte sofort auf diese email; informations und austauschplattform; lassen sie den betreff unverandert;
		ihre anfrage angesehen und schreiben; mit den fehlenden angaben; prufen wir zuerst ihre identitat; nur sie kennen es;
		sie haben uns eine frage gestellt; ist ihre frage damit nicht beantwortet;
		account voor u gemaakt|aangemaakt in de console; wie hem heeft kan uw wachtwoord kiezen; uw wachtwoord telt minstens; vraag het na bij uw beheerder;
		compte a ete cree pour vous dans la console; celui qui le detient peut choisir; doit compter au moins; choisissez le par ce lien;
		account was made for you in the console; whoever has it can choose your password; your password needs at least; do not pass it on;
		hebt u dit niet aangevraagd; choisissez le a l aide de ce lien; account has been created for you in the console;
		wurde ein konto fur sie angelegt; wer ihn hat kann ihr passwort wahlen; ihr passwort braucht mindestens; geben sie ihn nicht weiter`},
	{form, `formulier; formulieren; contactformulier; webformulier; aanvraagformulier; formulaire; formulaires; form; webform;
		contact form; website form; kontaktformular; formular; webformular;
		via|par|through|uber * site|website|webseite|webpagina`},
}
