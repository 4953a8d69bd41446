package classify

// everyonePhrases are what is said to whoever writes or reads, which persons who ask for something do not say.
var everyonePhrases = []phrasesOf[sign]{
	{whoever, `ieder|iedereen|al|allen|elkeen|wie|degene|diegene|degenen|diegenen|afzenders * die ** hier|mij|me|ons|dit|deze **
		schrijft|mailt|schrijven|mailen|schreef|stuurt|mailde|contacteert|zoekt|mailde;
		iedereen|ieder|wie|allen|elkeen * mij|me|ons|hier|hierheen|hiernaartoe * schrijft|mailt|schreef|mailde|zoekt|contacteert;
		wie mij|me|ons|dit * zoekt|schrijft|mailt|nodig|leest|contacteert|bereiken|gemaild|bereikt;
		naar|aan iedereen|elkeen|ieder|allen|alle * die|afzenders|mailt|schrijft|schrijven;
		u|je|jij|ge mailt|schrijft|contacteert|mail|schrijf mij|me|ons ** op een|tijdens|buiten|terwijl|nog|naar;
		u|je|jij|ge mailt|mailde|schrijft|schreef|stuurt|stuurde|gebruikt|gebruikte * naar * oud|oude|vorig|vorige|voormalig|
		voormalige|verkeerd|verkeerde|dit|deze * adres|mailadres|emailadres|mailbox|postvak|account;
		u|je|jij bent * terechtgekomen|beland in|op|bij;
		de|het|deze|dit persoon|medewerker|medewerkster|collega|adres|mailbox|geadresseerde|bestemmeling|ontvanger * aan|naar|die|
		waarnaar|waaraan|tot * wie|u|je ** richtte|richt|gericht|stuurde|stuurt|gestuurd|schreef|schrijft|mailde|mailt|gemaild|
		wenst|wil|probeert|zoekt|contacteert|contacteerde|bereiken;
		uw|je|jouw mail|mailtje|bericht|email|berichtje komt|treft|bereikt|vindt ** moment|ongelegen|afwezig|vakantie|verlof|timing;
		vous|tu qui m|nous ** ecrivez|contactez|lisez|ecris|cherchez; vous|tu m|nous ecrivez|contactez|ecris * un|pendant|sur|
		encore|mon|ancienne|alors|durant; vous ecrivez|avez ecrit * a * ancienne|cette;
		ceux|celles|toute|toutes|quiconque|chaque|tous|tout|toutes * qui|personne|correspondant|expediteur * m|nous|ici ** ecrit|
		ecrivent|ecrivant|contacte|contactent|adresse|adressent; la|le|l|cette personne|collaborateur|collaboratrice|employe|
		employee|destinataire|correspondant|agent ** a|que|auquel|laquelle|qui * vous ** ecrivez|ecrit|adressez|adresse|cherchez|
		contactez|joindre|tentez|essayez|souhaitez; votre message|mail|courriel|email tombe|arrive|parvient ** moment|vacances|
		absence|pendant|alors; you|ve have|ve reached|caught|found|emailed|written * me|my|an|the|a|to ** on|out|when|at|while|
		mailbox|inbox|account|address|voicemail|desk; you ve|have caught|reached me|us|the|my;
		you are|re writing|emailing|mailing|trying|contacting to|me|us|someone|an;
		anyone|everyone|whoever|those|all|everybody * who|writing|emailing|that ** write|writes|wrote|email|emails|mail|mails|
		contact|contacts|me|here|us;
		the person|employee|colleague|member|recipient|individual|mailbox|address * you ** trying|tried|wrote|writing|wish|
		emailed|contacted|contacting|looking|sent; your message|email|mail finds|catches|reaches|arrives|comes ** while|when|time|
		moment|holiday; sie schreiben|erreichen|mailen|kontaktieren mir|mich|uns ** an einem|auf|wahrend|noch|alte|unter;
		sie haben ** alte|an meine|an unsere geschrieben|adresse|gemailt; wer ** mir|uns|mich|hier|dies|hierher ** schreibt|sucht|
		mailt|kontaktiert|liest|erreichen; alle|jeder|jede|allen|jeden die|der ** schreibt|schreiben|mailt|mailen|wendet|wenden;
		die|der|das person|mitarbeiter|mitarbeiterin|kollege|kollegin|ansprechpartner|postfach * an|die|den|der * sie ** schreiben|
		erreichen|wenden|geschrieben|gerichtet|suchen|mochten; ihre nachricht|mail|email kommt|erreicht ** moment|urlaub|zeitpunkt`},
	{saysAuto, `u|je|jij|ge ontvangt|krijgt|leest dit|deze antwoord|antwoordje|reactie * omdat|want ik|wij|we|mijn|ons; vous recevez|
		lisez cette|ce reponse|retour * car|parce ** je|nous|mon|notre; you * receiving|getting|reading|receive|get this
		reply|response|answer because|as|since i|we|my|our; sie erhalten|bekommen|lesen diese antwort * weil|da ich|wir|mein;
		dit|deze ` + mailNL + ` ** vanzelf; gaat|vertrekt|vertrok vanzelf; ` + `part|partira tout seul;
		goes out to everyone|everybody|anyone|all; geht an alle|jeden die|der`},
	{yourMail, `berichten|mails|emails|mailtjes|post|bericht|mail ** gewist|gewiste|weggegooid|gedeletet|automatisch verwijderd;
		messages|mails|courriels|emails|courrier ** supprimes|effaces|detruits|supprime|efface;
		messages|emails|mails|email|everything|anything|sent|mail ** deleted|discarded|binned;
		nachrichten|mails|emails|post ** geloscht|vernichtet; n est|sera ni lu|transfere;
		messages|courriels|mails m|nous attendront|attendent; berichten|mails * wachten op mij|ons`},
	{willAnswer, `krijgt|krijg|verneemt|hoort u|je|jij * antwoord|reactie|nieuws|terug|iets;
		` + dayWords + ` * krijgt|krijg|hoort u|je; expect to hear|get; hear from me|us;
		courriels|mails|messages|emails|demandes ** seront|sera * traites|traitees|lus|lues|examines;
		messages|emails|mails|requests ** will be * read|answered|handled|dealt|processed;
		nachrichten|mails|emails ** werden ** bearbeitet|gelesen|beantwortet; even|wat geduld;
		patience|geduld jusqu|tot|haben|bitte|dus; un peu de patience; etwas geduld; bear with me|us`},
	{whoever | willAnswer, `uw|je|jouw bericht|mail|email wordt|zal * op|pas|eerst|ten|vanaf * ` + dayWords + ` **
		behandeld|gelezen|beantwoord|bekeken|opgevolgd`},
	{slow, `tourne|tournons * ralenti; faire attendre; op een laag pitje|toerental; halve kracht; slow|slower to respond|reply|answer;
		antworte|antworten|reagiere * verzogert|verspatet|spater; antwoord|reageer ik * trager|later|vertraagd;
		reponds|repondrai * plus|avec * lentement|retard|tard; zonder|sans|without|ohne|geen|kein|keinen|no * internet|reseau|network|netz|netwerk|bereik|wifi|laptop|ordinateur|
		ordi|computer|empfang|signal|ontvangst; sans * reseau|internet|connexion|ordinateur|ordi; kijk ik * eens|enkel|
		alleen|slechts ** mail|mails|mailbox|inbox; lees|bekijk|open|beantwoord ik|wij * geen|niet * mail|mails|emails|berichten;
		lees|lezen|beantwoord|open|bekijk geen * mails|mail|emails|berichten;
		kan|kunnen|kunt ** geen * vragen|mails|berichten beantwoorden; dit|dat|deze kijk|check|bekijk|raadpleeg|open ik ** meer|
		niet|nooit|zelden; je ne lis|releve|consulte|ouvre; left * laptop|phone|computer * at home|behind;
		laptop|phone|computer * at home|behind|off; lese|offne|prufe ich * keine|nicht|nur`},
	{absent, `op|met|in|tijdens|wegens|im|auf|nach * skivakantie|zomervakantie|kerstvakantie|paasvakantie|herfstvakantie|krokusvakantie|
		wintervakantie|skiverlof|skireis|zomerverlof|kerstverlof|paasverlof|winterverlof|familiebezoek|citytrip|weekend|skiurlaub|
		sommerurlaub|winterurlaub|weihnachtsurlaub|jahresurlaub|osterferien|sommerferien|herbstferien|weihnachtsferien;
		lappenmand; onder de wol|lakens; geveld door; griep; grippe; alite|alitee; under the weather; flu; krank * bett;
		jours|semaines|dagen|weken|days|weeks|tage|wochen de|van|of|* repos|rust|rest|relache|erholung|ruhe|ontspanning|detente;
		at|op|a|en|auf a|an|een|un|une|einer|einem conference|congress|congres|beurs|salon|fair|messe|tagung|seminarie|symposium;
		houdt|houden|houd|neemt * vakantie|siesta|winterslaap; m absente|absenterai; nous absentons|absenterons; blijft|blijven|
		staat|gaat * computer|pc|laptop|gsm|telefoon|smartphone|licht|lichten * uit|dicht; computer|pc|laptop|gsm|telefoon|smartphone
		blijft|blijven|staat|gaat|is * uit|dicht|thuis; ordinateur|pc|portable reste|restera * eteint|ferme;
		computer|laptop|phone is|stays|will|remains * off|closed; rechner|computer|handy bleibt|ist * aus; geef|volg|heb ik|* les|
		cursus|opleiding; huwelijksreis|wereldreis|rondreis; voyage de noces; tour du monde; honeymoon; enjoying * time|days|week off;
		catching up; auf * weltreise|rundreise|wanderung|hochzeitsreise|kur|reha|messe|tour; geniet|enjoying|profite ** gezin|
		family|famille|familie; op ` + dayWords + ` werk|werken|ben|zijn ik|wij|we * niet|nooit|thuis|vrij; ` + dayWords + ` werk ik|wij|we
		niet|nooit; werk|werken ik|wij|we * niet|nooit|enkel|deeltijds|halftijds; vrije dag; thuisdag; vrijaf; dag vrij;
		ik|wij|we zit|zitten|vertoef|verblijf|verblijven|fiets|fietsen|wandel|reis|reizen|trek|trekken|zwerf|zeil|vaar|stap|ski
		** tot|t|richting|door|van #|` + dayWords + `|vanaf; fiets|fietsen|wandel|reis|trek|zwerf|zeil|vaar|stap|ski|loop|zwem|klim
		ik|wij|we ** door|in|naar|op|rond; ben|zijn ik|wij|we er ** niet; komende|eerstkomende * weken|dagen|week * niet;
		geniet|genieten * ** rust|zon|reis|kleine|baby|gezin|kroost|bouwverlof; moederschapsrust; bouwverlof; kerstverlof;
		paasverlof; dochter|zoon|dochtertje|zoontje|kindje|baby ** geboren|kwam|ter; bevallen van|op; wegens * ongeval|
		operatie|ingreep|ziekenhuisopname; chemo; revalidatie; revalideer; wereldreis; huwelijk; trouw|trouwen * vandaag|vrijdag;
		prend|prends|prenons * quartiers; quartiers d ete|hiver; je|nous navigue|voyage|voyageons|marche|parcours|sillonne|
		randonne|pedale ** jusqu|entre|quelque|depuis|dans|sur|en; fille|fils|bebe ** ne|nee|monde; derriere mon ecran|bureau;
		pas derriere|devant mon|ma|notre; jour de conge|repos|recup; jour off; pas * bureau|cabinet|travail le|ce|les|du;
		in hospital; gone|off hiking|fishing|sailing|skiing|cycling|travelling|climbing|camping; somewhere|hiking|sailing|cycling|
		travelling|trekking * in|across|around|between|through|to * until|from|alps|the; do|not|don * t|not|* work * fridays|
		mondays|tuesdays|wednesdays|thursdays|weekends|evenings; day off; my|our daughter|son|baby was|is|arrived born|here;
		in den|die|unseren|meinen ferien|urlaub|bergen; am|zum|nach strand|meer; wander|segle|reise|radle|fahre ** bis|durch|nach;
		tochter|sohn|baby ** geboren|welt; arbeite|arbeiten * ` + dayWords + `|montags|dienstags|mittwochs|donnerstags|freitags
		nicht|nie; nur|immer montags|dienstags|mittwochs|donnerstags|freitags; freier|freien tag; im krankenhaus|kur|reha`},
	{left, `geniet|genieten ** pensioen|rust; profite|profitons * retraite; plus * de|dans * effectifs; enjoying|enjoy * retirement;
		genieße|geniesse * ruhestand|rente; nicht mehr|langer|* bei uns; niet meer|langer * in dienst; niet langer in dienst;
		heeft ons|onze|het|de * organisatie|bedrijf|kantoor|team|firma|vennootschap * verlaten`},
	{goneThis, `op|naar|via dit|deze adres|mailadres|emailadres|mailbox * kom|kijk|lees|ben|zit|gebruik * niet|nooit|amper * meer;
		elle|adresse|il ** disparaitra|disparait|sera supprimee|fermee; gebruik|gebruiken * dit|deze * adres|mailbox|mailadres *
		niet * meer`},
	{comesBack, `retour aux|au affaires|travail|bureau|boulot; bij|na terugkomst|terugkeer; hier ben ik|zijn wij|we weer|terug; pik|pikken|neem|nemen ** draad|alles|werk ** op; reprends|reprendrai|reprenons **
		fil|boulot|collier; a|de nouveau|retour present|presente|presents; pick|picking|picked * up ** again|on|from;
		nehme|nehmen ** wieder auf; ab * wieder * schreibtisch|buro|platz; wij|we|ik|er zijn|ben|is|zal er weer|terug|opnieuw; er weer|opnieuw * op|vanaf|bij|aan; er terug op|vanaf|bij;
		vanaf * ` + dayWords + ` * weer|terug|opnieuw; wieder fur * da|sie; retour|rentree le|en|prevue * #`},
	{closedOffice, `dossiers|kantoor|zaken|werk * ligt|liggen|valt|vallen * stil; cabinet|bureau|equipe ** vacances|quartiers`},
	{delegate, `d ici la|lundi; en attendant; entre temps; bis dahin; in der zwischenzeit; inzwischen; in the meantime; until|till then;
		tot dan|die|dat; intussen|ondertussen|inmiddels|ondertussen * helpt|vervangt|neemt|antwoordt|volgt; helpt|aide|aidera|hilft|
		helps ** u|je|vous|ihnen|you * graag|verder|voort|gerne|volontiers; reprend|reprennent|volgt|volgen|neemt|ubernimmt * vos|
		uw|mijn|mes|ihre|meine|zijn|haar dossiers|zaken|klanten|akten|taken; repond|antwoordt|antwortet au|op|unter|a * #`},
	{left, `nieuwe werkgever|uitdaging|job|baan|wending; nouvel|autre employeur|horizon|horizons; n est plus votre|notre;
		nouveau defi|poste; new employer|job|role|challenge|adventure; former employee|colleague|member|staff; ancien|ancienne
		collaborateur|collaboratrice|employe|employee; voormalig|voormalige medewerker|medewerkster|collega|werknemer;
		neuen arbeitgeber|job|herausforderung; ehemaliger|ehemalige|ehemaligen mitarbeiter|mitarbeiterin|kollege|kollegin`},
	{reachMe, `kan|kunt|kunnen u|je|jullie mij|me|ons * bereiken|vinden|contacteren|mailen|bellen|schrijven|terugvinden;
		bereik|bereikt|vindt|mail|bel|vind|mailt u|je|jij mij|me|ons op|via|voortaan|prive; vous pouvez|pourrez ** me|m|nous
		joindre|contacter|ecrire|trouver|atteindre; you can|may * reach|contact|find|email|call me|us; sie|du erreichen|finden mich|uns;
		sie|du konnen|kannst mich|uns ** erreichen|finden`},
	{rhetorical, `wist u|je|jij|jullie; saviez vous; le saviez; did you know; didn t know; wussten|wissten sie; je|uw|jullie|de
		adresboek|adresboeken|contacten|adressenlijst; votre|vos|ton carnet|carnets|contacts|repertoire; your address book|books;
		your contacts; ihr|ihrem|ihre|dein adressbuch|kontakte; heeft|hebt|hebben|heb u|je|jij|jullie haast|nood|interesse|vragen|
		intussen; heeft u dit|deze|het * niet|zelf; hebt u dit|deze|het|intussen * niet|zelf|betaald;
		vous ne|n souhaitez|voulez|etes|avez * plus|pas; need|want|prefer|looking help|more|to|for; not there|home|interested;
		sie sind|haben|mochten * nicht|keine; liever|vergeten|dringend|nieuwsgierig|geinteresseerd;
		is * probleem * niet|nog|opgelost; hoe|comment|how|wie * verliep|vond|ging|passe|deroule|was|did|war|zufrieden`},
	{ruled, `automatisch|automatiquement|automatically * doorgestuurd|doorgezonden|transfere|transmis|redirige|forwarded|redirected|
		weitergeleitet ** regel|regle|rule|mailbox|boite|postfach|door|par|by|durch; transfert|doorzending|doorstuurregel|
		weiterleitung|redirection automatique|automatisch; automatic|automatische|auto forward|forwarding|doorzending|doorsturing|
		weiterleitung; message|bericht|mail|nachricht transfere|doorgestuurd|weitergeleitet automatiquement|automatisch|par|door|
		durch * une|een|eine|regle|regel; transfere|redirige|reexpedie|doorgestuurd|doorgezonden|forwarded|redirected|weitergeleitet|
		umgeleitet * automatiquement|automatisch|automatically|par|door|by|durch ** regle|regel|rule|filtre|filter`},
	{unsolved, `niet|nog|nooit|evenmin * opgelost|verholpen|geholpen|beantwoord|tevreden; maar ** niet|geen|nog|nooit;
		mais ** pas|toujours|jamais|rien|aucun~|encore; n est|a pas|toujours|jamais ** resolu|regle|repondu; but ** not|t|still|no|
		never|nothing; not|never|still * solved|resolved|fixed|answered; zonder|sans|without|ohne * antwoord|reponse|answer|
		solution|oplossing|antwort|losung; aber ** nicht|kein~|noch|nie; nicht gelost|behoben; toujours|encore pas`},
	{past, `sluit|sluiten|stopt|stoppen|stop|closes|closing|ferme|fermons|fermera|schliesst|schliessen ** definitief|definitivement|
		permanently|endgultig; definitief|definitivement * dicht|sluit|sluiten|fermer|deuren; war|waren|was|were|etais|etions * auf|weltreise|wereldreis|huwelijksreis|verreist|unterwegs|weg|absent|voyage|travelling|
		honeymoon; seit|sinds|depuis|since ** wieder|weer|terug|retour|back|zuruck; vandaar * laat|late|mijn|dit; late|laattijdige antwoord|reactie; laat * antwoord; retard de|dans|pour ma|mon|cette *
		reponse; reponse tardive; late reply|response|answer; spate antwort; reponds quand|tout|maintenant; antwoord * toch`},
}
