package classify

// absencePhrases are what answers say while somebody is away, or for good.
var absencePhrases = []phrasesOf[sign]{
	{absent, `ben|zijn ik|wij|we er|even * niet|tussenuit; ik|wij|we ben|zijn er * niet; ben|zijn * offline;
		offline tot|t|van|vandaag|deze|tijdens; werk|werken enkel|alleen|slechts|deeltijds|halftijds|parttime;
		ben|is|zijn|zal|zullen|blijf|blijft * afwezig; ben|zijn er * niet tot|vandaag|deze|van|op|t|voor;
		er niet|even niet tot|vandaag|deze|van|t;
		momenteel|tijdelijk|vandaag|heden|even|uitzonderlijk|thans|wegens|onverwacht|langdurig|nu * afwezig;
		afwezig tot|t|van|vanaf|wegens|in|op|t|voor|gedurende|tussen|omwille|door|met; ik afwezig;
		niet op|in kantoor|bureau|post; niet op|in het|ons|mijn werk|kantoor|bureau|land;
		niet|weinig|beperkt|moeilijk|minder|slecht aanwezig|beschikbaar|bereikbaar|werkzaam; niet aan het werk;
		niet|geen te bereiken; onbereikbaar; even niet bereikbaar; met|in|op|van * verlof|vakantie|verlofdag|jaarverlof|
		zwangerschapsverlof|bevallingsverlof|moederschapsrust|moederschapsverlof|ouderschapsverlof|vaderschapsverlof|
		geboorteverlof|ziekteverlof|zwangerschap|rouwverlof|recup|recuperatie|tijdskrediet|loopbaanonderbreking|conge|
		huwelijksreis|zakenreis|dienstreis|studiereis|reis|opleiding|zending|cursus|studiedag|seminarie|bedrijfsbezoek|
		klantenbezoek|sabbatical|sabbatjaar|congres|bezinning|bijscholing|vorming; zwangerschapsverlof; bevallingsverlof;
		bevallingsrust; ouderschapsverlof; geniet * van * verlof|vakantie; neem|nemen * verlof|vakantie; jaarlijks verlof;
		jaarlijkse vakantie; uit|buiten kantoor|bureau|strijd; buitenshuis; in het buitenland; out of office; ziek * thuis|tot;
		ben ziek; ik ben * ziek; wegens ziekte|omstandigheden|verlof|vakantie|opleiding|ouderschapsverlof|zwangerschapsverlof;
		arbeidsongeschikt; gehospitaliseerd; opgenomen in * ziekenhuis; in het ziekenhuis;
		in|een vergadering|meeting|bespreking|overleg; in een * vergadering|meeting|bespreking|overleg; achter het stuur;
		aan het rijden; onderweg|rijd * nu; er even|een tijdje|enkele tussenuit|uit; even tussenuit;
		werk * niet op ` + dayWords + `; werk deeltijds|parttime; tijdens * verlof|vakantie|afwezigheid; afwezigheid wegens;
		mijn afwezigheid; staak|staken|staking`},
	{closedOffice, `kantoor|kantoren|bureau|bureel|burelen|praktijk|secretariaat|kabinet|wij|we|winkel|dienst|diensten|
		onderneming|zaak|helpdesk * gesloten|dicht|toe;
		gesloten|dicht * kantoor|kantoren|bureau|burelen|wij|we|praktijk|secretariaat;
		sluit|sluiten * kantoor|kantoren|bureau|deuren|burelen|wij|we|onze; kantoor|kantoren|bureau|wij|we sluit|sluiten;
		kerstsluiting; jaarlijkse|collectieve|uitzonderlijke sluiting|vakantie; sluitingsperiode; zomersluiting; brugdag;
		verlofperiode; gesloten tot|van|vanaf|wegens|op|in|tussen|t; cabinet|bureau|bureaux|etude|fiduciaire|secretariat|nous|
		service|services|agence|societe|entreprise|maison * ferme|fermes|fermee|fermera|fermeront|fermerons|fermons|clos;
		fermeture annuelle|estivale|exceptionnelle|hivernale|collective|du|de|pour; faisons le pont; jour de pont;
		conge|conges annuel|annuels|collectif; ferme|fermes du|jusqu|pour|le|au|ce;
		office|offices|we|practice|department|team|company|desk * closed|closing|shut; closed until|from|for|on|between|over;
		christmas|annual|summer closure|closing|shutdown; bank holiday;
		buro|kanzlei|wir|sekretariat|praxis|unternehmen|betrieb * geschlossen|schliesst|schließt;
		geschlossen vom|bis|von|wegen|am|zwischen; betriebsferien|betriebsurlaub|bruckentag|buroschliessung`},
	{absent, `suis|serai|sommes|serons|est|sera|etant|reste|actuellement|momentanement|temporairement|presentement|
		aujourd * absent|absente|absents|absentes; absent|absente|absents du|jusqu|pour|de|au|cette|ce|en|depuis|e; suis|serai|
		sommes|serons|actuellement|momentanement|part|pars|pris|est|sera|en * en * conge|conges|vacances|deplacement|formation|
		reunion|mission|voyage|arret|maladie|rendez|clientele|recuperation|stage|seminaire|repos|sabbatique|greve|incapacite|
		visite; en conge|conges|vacances|deplacement|incapacite|formation jusqu|du|pour|de|au|a|maternite|parental;
		conge|repos|arret de|pour maternite|paternite|maladie|naissance|travail; conge parental|maternite|annuel|sans;
		arret maladie|travail; hors|en dehors * bureau|pays|du bureau; pas|plus|peu|difficilement|point au|disponible|joignable|
		present|presente|atteignable|presents|disponibles bureau|jusqu|du|avant|pour|ce|cette|actuellement|pendant;
		pas * au bureau; ne suis|serai|sommes|serons pas disponible|joignable|present|presente|disponibles|joignables|la;
		injoignable; en clientele|deplacement|mission|audience|plaidoirie; toute la journee|semaine;
		travaille que le|les|lundi|mardi|mercredi|jeudi|vendredi; mi temps; temps partiel; indisponible; indisponibles;
		au volant; train de conduire; conduis|conduire; en reunion; en conge; en vacances; mon absence; notre absence;
		malade jusqu|actuellement|depuis; suis malade|souffrant|souffrante|hospitalise|hospitalisee; a l etranger; hospitalise;
		travaille * pas * le|les ` + dayWords},
	{absent, `out of|off the|my office|town|country|desk|work; out of office; away from * office|desk|my|work;
		am|i|m|be|currently|is|are away|absent|ooo; away until|from|for|on|this|till;
		on * leave|holiday|holidays|vacation|sabbatical|trip|training|pto|honeymoon;
		sick|annual|maternity|parental|paternity|medical|study|bereavement|compassionate|family leave; not * in * office;
		not * available|reachable|working|at|contactable until|from|today|this|during|between|on|work|currently|my|till|for;
		unavailable|unreachable|uncontactable;
		am|m|be|currently travelling|traveling|driving|abroad|sick|unwell|ill|hospitalised|hospitalized;
		in|attending a|an|back * meeting|meetings|conference|training|seminar; off sick|work|today|until; driving right|now;
		unable to respond|answer|reply; not working|work on ` + dayWords + `; my|our absence; work part time; i m driving;
		on strike; on a|an|the plane|flight|train; taking * time|days|week off; time off;
		nicht * im|am|zu buro|haus|hause|platz|arbeitsplatz|dienst|arbeiten;
		nicht|schlecht|eingeschrankt * erreichbar|verfugbar|anwesend|da bis|vom|ab|ich|und|wieder|am;
		derzeit|momentan|zurzeit|aktuell|leider|zur|bis|vom|heute|ab|diese * nicht * erreichbar|verfugbar|anwesend|da; im|in|
		auf|mein|jahres urlaub|mutterschutz|elternzeit|krankenstand|ausland|aussendienst|dienstreise|geschaftsreise|fortbildung|
		schulung|weiterbildung|besprechung|sitzung|reisen|seminar|ferien|mutterschaftsurlaub; in|auf|bei|zu einer|einem|
		der * besprechung|sitzung|meeting|termin|schulung|fortbildung|konferenz|messe|tagung|seminar|kunden;
		bin|sind|ist|abwesend * abwesend|verreist|krank|unterwegs|erkrankt|krankgeschrieben; abwesend bis|vom|von|ab|am;
		ausser|außer haus|dienst|hause; am steuer; fahre gerade|auto; meine abwesenheit; meiner abwesenheit;
		unserer abwesenheit; wegen krankheit|urlaub|abwesenheit; elternzeit; mutterschutz; nicht im hause; streik|streiken`},
	{absentFrom, `afwezig|absent|absente|absents|absentes|abwesend op|a|au|aux|lors|bij|pour|voor|tijdens|bei|beim * examen|
		examens|vergadering|formation|cours|opleiding|reunion|assemblee|stage|seminaire|seminarie|les|algemene|evenement|
		webinaire|webinar|kurs|prufung|seance|conference; absent from|for|at * exam|meeting|course|training|seminar|class;
		inhaalexamen`},

	// For good.
	{left, `werk|werkt|werken * niet meer|langer|niet;
		niet|langer meer|langer * werkzaam|actief|tewerkgesteld|dienst|verbonden|bereikbaar|verantwoordelijk;
		heb|heeft|hebben * kantoor|bedrijf|onderneming|organisatie|firma|vennootschap * verlaten|vaarwel;
		heeft ons|kantoor|de|het * verlaten; uit dienst; met|op pensioen|rust|prepensioen|brugpensioen; gepensioneerd;
		gepensionneerd; niet meer|langer in dienst; maak * geen deel|team * meer;
		stopgezet|gestopt|stop|stoppen|beeindigd * activiteiten|praktijk|kantoor|zaak|werken;
		activiteiten|activiteit|praktijk * stopgezet|beeindigd|gestaakt; ben|is vertrokken; nieuwe uitdaging; andere wending;
		niet meer voor|bij; kantoor|praktijk * overgenomen|overgelaten; overgenomen door; ne travaille|travaillons plus;
		ne fait|fais plus partie; n est|suis|occupe plus * service|fonction|employe|employee|collaborateur|en|poste|charge|
		societe|cabinet|joignable|dans|chez; ai|a|as * quitte|cesse|remis|cede;
		quitte|quittee * le|la|mes|ses * cabinet|societe|fonctions|entreprise|bureau; a la retraite;
		pris|prend|prends * retraite|pension; en retraite; retraite|retraitee; pensionne|pensionnee depuis;
		cesse|cessation * activites|activite|fonctions; cabinet|bureau|dossiers|clientele * repris|reprise par; ne suis plus;
		no longer * work|working|works|with|at|employed|employee|part;
		has|have|having|i|ve left * company|firm|office|organisation|organization|business|practice|us|the;
		left the|our|this company|firm|organisation|organization|office; is|am|have|has|now retired; my retirement;
		moved on|departed; ceased trading|activities|operations|practice;
		nicht mehr|langer * fur|bei|im|in * tatig|beschaftigt|unternehmen|firma|kanzlei|dienst|arbeite|angestellt;
		nicht mehr * tatig|beschaftigt|erreichbar; unternehmen|kanzlei|firma|buro * verlassen; verlassen habe|hat;
		im|in ruhestand|rente|pension; ausgeschieden; pensioniert; tatigkeit * eingestellt|beendet; ubernommen von|durch`},
	{deceased, `overleden; overlijden; ontvallen; heengegaan; gestorven; niet meer onder ons; decede|decedee; deces;
		quittes * nous|pour; nous a quittes|quitte|quittee; passed away; deceased; died; his|her passing; verstorben;
		gestorben; von uns gegangen; tod von; disparition de; disparu`},
	{goneThis, `een|une|an|eine adres|emailadres|mailadres|adresse|address|emailadresse * niet|plus|no|not|nicht * meer|langer|
		service|utilisee|valide|active|use|longer|valid|mehr|gultig; dit|deze * ` + boxNL + ` * niet|wordt|werd|is|zal|
		buiten * meer|langer|opgeheven|afgesloten|gedeactiveerd|uitgeschakeld|verwijderd|gewijzigd|verdwijnt|vervalt|vervallen|
		stopgezet|inactief|gebruik|geschrapt; dit|deze ` + boxNL + ` bestaat|werkt|geldt|verdwijnt|vervalt|stopt|verviel;
		` + boxNL + ` * niet|buiten langer|meer * gebruik|gebruikt|actief|geldig; ` + boxNL + ` * gebruikt|gebruik; cette|ce|
		mon|notre ` + boxFR + ` ** plus|desactivee|desactive|supprimee|supprime|fermee|ferme|cloturee|hors|inactive|abandonnee|
		obsolete; l|la ` + boxFR + ` ** n|ne * plus * utilisee|active|valide|consultee|utilise|fonctionne|service|existe;
		this * ` + boxEN + ` ** longer|deactivated|disabled|closed|inactive|obsolete|retired|discontinued|decommissioned|
		changed|exist|expired; ` + boxEN + ` * no longer * use|used|active|valid|exists|available; diese|dieses|die|
		das * ` + boxDE + ` ** nicht|abgeschaltet|deaktiviert|geloscht|geschlossen|stillgelegt|ungultig|aufgegeben;
		` + boxDE + ` ** nicht mehr * gultig|aktiv|genutzt|verwendet|gebrauch|benutzt`},

	// How long, and what to do meanwhile.
	{until, `tot|t en|m * #; tot|vanaf|tem #; tot|vanaf|tem ` + dayWords + `; tot en met ` + dayWords + `;
		tot|t * ` + dayWords + `; tot #; van # tot; tot de zomer; t m #; vanaf #; op # ` + dayWords + `;
		voor onbepaalde tijd|duur; jusqu ** #; jusqu * ` + dayWords + `; du # au; du # ` + dayWords + `;
		du lundi|mardi|mercredi|jeudi|vendredi; a partir * #; le # ` + dayWords + `; duree indeterminee;
		until|till|from|through|between|before * #; until|till * ` + dayWords + `; until further; indefinitely; bis * #;
		bis * ` + dayWords + `; vom # bis; vom #; ab * #; ab * ` + dayWords + `; auf unbestimmte;
		# ` + dayWords + ` inclus|inbegrepen|inclusief|inclusive|einschliesslich; deze namiddag|voormiddag|week|maand|avond;
		cet apres; cette semaine; this week|afternoon|month; diese woche; toute la journee|semaine; de hele dag|week;
		all day|week; den ganzen tag; les ` + dayWords + `; op ` + dayWords},
	{comesBack, `keer|kom|keren|komen|kom|zal|zullen|ben|zijn|weer|opnieuw|pas|ik|wij|we|vanaf * terug;
		terug * op|aanwezig|bereikbaar|beschikbaar|kantoor|open|vanaf|aan|binnen|in;
		bij|na|tot|voor|wanneer mijn|onze|ik|we|* terugkeer|terugkomst|thuiskomst|terugkom|terug;
		mijn|onze terugkeer|terugkomst; weer|opnieuw|terug * bereikbaar|beschikbaar|aanwezig|open|op|aan|paraat;
		heropen~ op|de|onze|we|wij|vanaf|#; heropenen; hervat|hervatten; welkom vanaf; weer open; tot dan; tot binnenkort;
		de retour; mon|notre retour; retour le|au|prevu|des|lundi|mardi; des mon|notre retour;
		reprendrai|reprendrons|reprends|reprise|reprenons * contact|travail|activites|le|du|activite|service;
		rouvrira|rouvre|rouvrons|rouvrirons|reouverture; serai|serons|sera * retour|nouveau;
		a nouveau|bientot disponible|joignable|ouvert|la; reviens|reviendrai; rentre|rentrerai le|au|lundi|mardi;
		back on|in|at|by|from|to|next|#; be|am|are|i|m|ll back; upon|on|after|until|when|with my|our|i return;
		i|we|will|ll|am|be return|returning; my|our return; reopen~; re open; return to|on|in the|office|#|monday|work;
		resume|resuming; wieder * erreichbar|da|im|zuruck|geoffnet|verfugbar|fur|anwesend|erreichen|zur; zuruck; ruckkehr;
		bin|sind ab * wieder; ab * wieder; kehre * zuruck; offnen * wieder; stehe|stehen * wieder`},
	{delegate, `dringend~; urgent~; hoogdringend~; urgence~; emergency; emergencies; noodgeval~; spoedgeval~; eilfall~;
		notfall~; immediate assistance; dringend~|urgent~|hoogdringend~|spoed~|noodgeval~|hoogdringendheid * bel|bellen|mail|
		contact~|kan|kunt|vragen|zaken|zaak|gevallen|geval|gelieve|neem|vraag|aangelegenheden|situaties|dossier|dossiers|
		berichten|terecht|hulp|nodig|wenden|stuur;
		bij|voor|in|indien|als|is * dringend~|urgent~|hoogdringend~|noodgeval~|spoedgeval~|hoogdringendheid|urgentie|nood;
		voor|met|bij * vraag|vragen|andere|alle|verdere * kan|kunt|kun|gelieve|mail|bel|neem|terecht|contact~;
		kan|kunt|kun|mag * terecht|contacteren|wenden|bereiken|opbellen|richten|bellen; u|je zich wenden|richten;
		gelieve * wenden|contacteren|contact|richten|bellen; neem|neemt|nemen * contact * op|met;
		contacteer|contacteert|mail|bel|mailen|schrijf|stuur * naar|met|mijn|onze|collega|kantoor|het; mijn|onze * collega|
		collegas|vervanger|vervangster|opvolger|opvolgster|vennoot|confrater|medewerker|medewerkster|assistente;
		collega s|neemt|vervangt|helpt;
		zaken|dossiers|mails|berichten|taken|functie * opgevolgd|waargenomen|behandeld|overgenomen|voortgezet|gelezen door;
		vervangen|waargenomen|opgevolgd|voortgezet door; u|je verder helpen|helpen;
		uw|je vraag|vragen|mails|bericht * richten|sturen|bezorgen aan|naar;
		uw mail|bericht|vraag|email * opnieuw|nogmaals|doorsturen|terug * sturen|versturen|naar;
		gebruik|noteer * nieuw|nieuwe * adres|mailadres|emailadres; ons nieuwe|nieuw * adres|emailadres|mailadres; urgence|
		urgences|urgent|urgente|urgents|urgentes * contacter|contactez|appeler|appelez|joindre|veuillez|pouvez|adressez|demande|
		ecrire|merci|prenez|voyez|tel|composez|question|dossier;
		cas|pour|si|toute|demande|demandes|question|questions d|les|toute|vos|votre urgence|urgences|urgente|urgentes; pouvez|
		pourrez|veuillez|merci|priere|hesitez|prie|invitons|invite * contacter|adresser|joindre|ecrire|appeler|renvoyer|envoyer|
		tourner|reprendre|noter|utiliser|prendre; vous adresser a;
		adressez|contactez|joignez|appelez|ecrivez vous|a|mon|ma|le|la|notre|mes; prenez|prendre; mon|ma|mes|notre * collegue|
		collegues|remplacant|remplacante|successeur|confrere|consoeur|associe|associee|collaborateur|collaboratrice|assistante;
		remplace|remplacee|suivi|suivis|repris|reprise|traites|assure|assuree par; prend le relais;
		assure * suivi|permanence|remplacement; est|sera joignable|disponible au|par|pour; nouvelle adresse|boite est|a; urgent|
		emergency|emergencies|immediate|assistance|pressing|important * matters|matter|questions|please|contact|call|issues|
		queries|email|enquiries|need|requests|attention|assistance;
		for|if|in|any|case|with * urgent|urgency|emergency|immediate|pressing;
		please|can|may|kindly|should * contact|call|reach|email|direct|refer|redirect|forward|get|speak|write|use|resend;
		reach out to; contact|email|call * my|our|the|colleague|colleagues|office;
		my|our * colleague|colleagues|replacement|successor|assistant|partner|team|associate; covering for|my;
		will|is * handle|handling|covering|cover|deputise|standing; in my|our absence; dringend~|eilig~|notfall~|notfallen|
		eilfallen * wenden|kontaktieren|fallen|falle|fall|angelegenheiten|rufen|bitte|anliegen|fragen|sachen|erreichen;
		in|bei|fur dringend~|eilig~|notfall~;
		wenden|kontaktieren|rufen|schreiben|melden|richten sie * bitte|sich|an|meine|meinen|unsere|uns|mich; meine|mein|meinen|
		meiner|meinem|unsere * kollegin|kollege|kollegen|vertretung|nachfolger|nachfolgerin|vertreter|stellvertreter|
		stellvertreterin|assistentin|partner; vertritt|vertreten|vertretung; ubernimmt|betreut; hilft ihnen|helfen;
		neue adresse|emailadresse lautet|ist`},
	{willAnswer, `ik|wij|we antwoord|antwoorden|lees|lezen|bekijk|bekijken * volgende|morgen|later|vanavond|straks|maandag;
		je|nous traiterai|traiterons|lirai|lirons|repondrai|repondrons|reviendrai|reviendrons|regarderai; uw|je|jouw|alle mail|
		email|bericht|vraag|berichten|mails|emails * beantwoord|behandeld|gelezen|verwerkt|opgevolgd|bekeken; beantwoord|
		beantwoorden|antwoord|antwoorden|behandel|behandelen|contacteer|reageer|bel|bekijk|lees|lezen|neem|verwerk * uw|je|u|
		jou|contact|dan|zodra|zo|later|terug|bij|na|op|pas; uw|je|mail|email|bericht|vraag * beantwoord|beantwoorden|beantwoord|
		behandeld|behandelen|gelezen|verwerkt|beantwoordt * zodra|zo|na|bij|door|vanaf|ik|wij|later; vous|te|y|lui|leur|le|
		la repondrai|repondrons|recontacte|recontacterai|recontacterons|rappelle|rappellerai|reponds|repondons|traiterai|
		reviens|reviendrai|lirai; repondrai|repondrons|traiterai|reponds|repondrais|lirai;
		reponse aux|a|des emails|messages|mails|mon|notre; votre|vos * sera|seront * traite|traitee|lu|traites|examine; i|we|ll|
		will|shall * respond|reply|answer|return|attend|contact|call|read|get|deal * your|you|as|when|upon|to|on|after|later|
		back|with; your * will be answered|read|dealt|handled;
		melde|antworte|beantworte|bearbeite|kontaktiere|rufe|lese|werde|kummere * mich|ihnen|ihre|sie|danach|sobald|zuruck|dir;
		ihre|deine * bearbeitet|beantwortet; werde|werden * antworten|beantworten|bearbeiten|melden`},
}
