package classify

// whoPhrases tell of whom a mail speaks.
var whoPhrases = []phrases{
	{mine, `ik; mijn; mij; me; mn; wij; ons; onze; ikzelf; je; j; mon; ma; mes; moi; m; nous; notre; i; my; me; mine; we; our; ich; mein;
		meine; meiner; meinen; meinem; mir; mich; wir; unsere; unser; k`},
	{yours, `jullie * emailadres~|mailadres~|adres~; uw * emailadres~|mailadres~|adres~; vos adresse~; vos * adresse~; votre adresse;
		your * address~; your mailbox|password|account; ihre * emailadresse~|adresse~; que vous changiez; u verandert; jullie veranderen`},
	{undersigned, `ondergetekende; ondergetekenden; soussigne; soussignee; undersigned; unterzeichnete; unterzeichner; unterzeichneter`},
	{theirs, `hij; he; she; waarmee|waaronder zij|ze; van hem|haar|hen; pour lui; de lui; about him|her; for him|her; von ihm; fur ihn;
		il|elle * sait|connait|souvient|arrive|parvient|inscrit|inscrite|utilise|connu|connue|retrouve|dispose;
		zijn|haar|hun emailadres|mailadres|adres|email|mail|login|rijksregisternummer|registernummer|nieuw|nieuwe|account|gegevens|gebruikersnaam|wachtwoord;
		son|sa|leur ancien|ancienne|adresse|nouvelle|nouveau|email|mail|courriel|compte|login|identifiant|numero|registre|niss|mot;
		his|her|their email|address|account|new|login|national|number|user|password; seine|ihre|seiner|deren emailadresse nicht;
		er|sie weiss|weiß|hat|kennt`},
	{person, `collega; collegas; confrater; confraters; consoeur; confrere; confreres; collegue; collegues; colleague; colleagues; kollege;
		kollegin; kollegen; client; clients; cliente; clienten; klant; klanten; mandant; mandanten; customer; customers; vrouw;
		echtgenote; echtgenoot; man; partner; vader; moeder; zoon; dochter; papa; mama; broer; zus; ouders; pere; mere; mari; femme;
		epouse; epoux; fils; fille; frere; soeur; compagne; compagnon; father; mother; husband; wife; spouse; son; daughter; brother;
		sister; vater; mutter; mann; frau; ehefrau; ehemann; sohn; tochter; bruder; schwester; baas; zaakvoerder; patron; gerant; boss;
		chef; manager; werkgever; employeur; employer; arbeitgeber; medewerker; medewerkster; stagiair; stagiaire; stagemeester; associe;
		associee; vennoot; werknemer; employe; employee; bestuurder; spreker; orateur; speaker; een|van|ander|andere|welk|dat lid; un|autre|ce|quel membre; another|other member; dhr; mevr; mijnheer;
		schoonvader; schoonmoeder; grootvader; grootmoeder; opa; oma; grandpere; beau pere; kleinzoon; nonkel; oncle; tante; vriend;
		vriendin; ami; amie; friend; freund; werkneemster; cedant; notaris; notaire; assistent; assistente; assistant; collaborateur; collaboratrice; collaborateurs; medewerkers; mitarbeiter; mitarbeiterin; werknemers; personeelslid; jobstudent; secretaresse; secretaire; sekretarin; zaakvoerster`},
	{customer, `client; clients; cliente; clientes; clienten; klant; klanten; mandant; mandanten; customer; customers`},
	{self, `over mij; mezelf; mijzelf; voor mij; moi meme; pour moi; c est moi; moi c; about me; myself; for me; um mich; fur mich;
		mich selbst; gaat om mij; ikzelf`},
	{behalf, `in opdracht van; namens; in naam van; op vraag van; op verzoek van; voor rekening van; in de plaats van * dhr|mevrouw|collega;
		a la demande de; a la demande du; a la demande d; au nom de; au nom du; pour le compte de; pour le compte d; de la part de;
		de la part du; on behalf of; in the name of; at the request of; im auftrag; im namen; bitte von herrn|frau; mandate de;
		voor mijn baas|patron|zaakvoerder|vader|moeder|man|vrouw|echtgenote|echtgenoot|collega|zoon|dochter|schoonvader|stagiair|stagiaire|werkgever|vennoot;
		pour mon|ma pere|mere|mari|epouse|epoux|femme|collegue|patron|associe|associee|fils|fille|stagiaire|directeur|gerant;
		for my boss|father|mother|husband|wife|colleague|manager|partner|son|daughter|employer|client;
		fur meinen|meine|unseren chef|vater|mutter|mann|frau|kollegen|kollegin|sohn|tochter|partner; als secretaresse|assistente;
		en tant que secretaire; im auftrag von`},
	{reach, `contacteren; bereiken; contact opnemen; contact; joindre; contacter; ecrire; reach; erreichen; kontaktieren; overdragen;
		overmaken; te mailen; mailen; hem * sturen; haar * sturen; hem mailen; lui envoyer; lui ecrire; lui transmettre;
		send him|her|them; write to him|her; ihm|ihr * schicken|senden; uitnodigen; inviter; invite; doorverwijzen; overname;
		reprise du dossier; transfert`},
	{sendTo, `sturen; stuur; opsturen; doorsturen; mailen; indienen; richten; envoyer; adresser; envoie; m adresser; transmettre; send; submit;
		schicken; senden; richten; richte; kan ik * terecht; waar * sturen; naar|op welk|welke * sturen|mailen|indienen|richten|bezorgen;
		a quelle|quel * envoyer|adresser|ecrire|transmettre; to which|what * send; an welche * schicken|senden|richten`},
}
