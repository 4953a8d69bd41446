package classify

// tellingPhrases are those of persons, and what takes the point off a sign.
var tellingPhrases = []phrasesOf[sign]{
	{tells, `ik|k|heb * kreeg|krijg|ontving|ontvang|ontvangen|gekregen|zie|zag|vond * automatisch~|foutmelding|foutmeldingen|
		onbestelbaar|mailer|bounce|foutbericht|terugmelding|afwezigheidsbericht|ontvangstbevestiging;
		automatisch~|foutmelding|onbestelbaar|bounce|afwezigheidsbericht * gekregen|kreeg|krijg|ontving|terugkreeg; mijn|
		onze * mail|bericht|mails|berichten|email|emails * kwam|kwamen|komt|komen|geweigerd|onbestelbaar|teruggekomen|weigert|
		ketste; jullie|uw automatisch|automatische|geautomatiseerd|geautomatiseerde; reageer|antwoord * op|uw * automatisch~;
		sorry|excuses|excuseer|negeer * automatisch~|afwezigheidsbericht|afwezigheidsmelding; kreeg|krijg|ontving|ontvang|
		bekwam|krijgen|kregen|ontvangen ik|wij|we * automatisch~|foutmelding|onbestelbaar|mailer|bounce|foutbericht|
		ontvangstbevestiging; moet|moest|mag|kan ik|wij|we * automatisch~; automatische zever;
		j|je|ai|nous * recois|recu|recevais|vois|revenu|recevons * automatique|automatiques|erreur|remis|accuse;
		recu|recois * reponse|message|accuse|mail|courriel * automatique|erreur|remis; mon|mes|nos|notre * message|mail|
		courriel|messages|mails|courriels|email * revenu|revenus|revient|reviennent|refuse|rejete;
		votre|vos reponse|accuse|message|mail|systeme|reponses|courriel|messages automatique|automatiques;
		votre accuse de reception; desole|excusez|pardon|excuses|ignorez * absence|automatique; m est|sont * revenu|revenus; i|
		m|ve|keep|we * got|get|receive|receiving|getting|saw|seen * automatic|auto|automated|error|bounce|bounced|
		undeliverable; i|ve received * automatic|auto|automated|error|bounce|undeliverable;
		my|our * message|mail|email|mails|emails * bounced|returned|rejected|came; your automatic|automated|auto;
		sorry|apologies|apologise|ignore * automatic|auto|replies|office; firing out; ich|habe * erhalte|erhielt|erhalten|
		bekomme|bekam|bekommen|kriege|gefunden|sehe * automatisch~|fehlermeldung|unzustellbar~|abwesenheitsnotiz;
		habe * automatisch~ * erhalten|bekommen|gefunden;
		meine|unsere * mail|nachricht|email|mails|nachrichten * zuruck|zuruckgekommen|abgelehnt|unzustellbar|kam;
		ihre|eure|ihrer automatische|automatischen; entschuldigung|entschuldigen|sorry * automatische|abwesenheitsnotiz;
		dachte|dacht|thought|pensais|croyais * automat~|machine|robot; automatisch antwoord gekregen|ontvangen`},
	{encloses, `mijn|mn|onze nummer|rijksregisternummer|gegevens|identiteitskaart|dossier|aanvraag|vraag|lidmaatschap|stage|
		inschrijving|registratie|account|bijdrage|attest|klacht; mon|ma|mes|notre numero|registre|donnees|coordonnees|carte|
		dossier|demande|question|affiliation|stage|inscription|compte|cotisation|attestation|plainte|identifiant; my number|
		details|data|id|identity|card|file|request|question|membership|registration|account|certificate|complaint|login;
		meine|mein|meinen daten|nummer|ausweis|anfrage|frage|mitgliedschaft|antrag|konto|anmeldung|beitrag;
		in|als bijlage|attach|annexe|anhang; en annexe|attache; ci joint|jointe|joints|jointes|apres;
		hierbij mijn|de|het|onze|vindt; anbei; herewith; bijgevoegd; attached is|are|please|you; i attach; im anhang;
		zie bijlage; voici mon|ma|mes|le|la|les; je joins; vous trouverez; convient|convenir;
		past mij|me|ons|voor|dat|woensdag|dinsdag|donderdag|vrijdag|maandag; schikt; suits me|us; works for me; passt mir|uns;
		suis disponible|libre; ben beschikbaar|vrij; i m|am free|available`},
	{begs, `kunnen|kan|kunt|kun|zou|zouden|zoudt|wilt|wil|willen|kunde|gelieve|mag|mogen|graag jullie|u|je|gij|ik|mij|me|wij|we|
		ons ** mij|me|ons|even|nakijken|bezorgen|zeggen|sturen|bevestigen|doorgeven|aanpassen|wijzigen|laten|vragen|weten|had|
		ontvangen|krijgen; gelieve ons|mij|me; stuur|bezorg|geef|zend|meld|bevestig|laat mij|me|ons; stuurt|bezorgt u|mij|me;
		graag had|zou|wou|wens|verneem|ontving|kreeg ik|wij|we; ik had graag; ik zou graag; ik wil|wou graag|u vragen|melden;
		graag uw|je|jullie|een * advies|mening|bevestiging|antwoord|reactie|feedback|hulp|akkoord|raad|bericht; in afwachting;
		schrijf mij; hoor graag|het|van u|jullie|graag; laat iets weten; is mijn|onze * aanvraag|vraag|mail|bericht|dossier|
		nummer|adres|account|lidmaatschap|betaling|attest|login|emailadres|formulier|stage|inschrijving|brief|klacht|toegang; heeft u mijn; hebt u mijn;
		hebben jullie mijn; pouvez|pourriez|pourrais|pouvons|auriez|voulez|saurait|peux|puis|dois vous|je|tu|nous ** me|m|nous|
		mon|ma|mes|la|faire|verifier|envoyer|dire; merci|veuillez|priere de|d|me|m|nous ** me|m|mon|ma|mes confirmer|envoyer|
		dire|faire|donner|transmettre|communiquer|adresser|adresse|compte; envoyez|dites|donnez|confirmez|faites moi|nous;
		je souhaite|souhaiterais|voudrais|desire|aimerais; me faire parvenir|savoir; dites moi;
		j attends|attendons|attente votre|de * reponse|confirmation|avis|retour|nouvelles;
		merci de|pour votre avis|aide|confirmation; votre avis * merci|svp; est ce que vous|je|mon|ma;
		avez vous bien|recu mon|ma; could|can|would|will you ** me|my|us|please|confirm|check|send|tell|change|update;
		please|kindly send|tell|confirm|let|give|provide|inform|advise|remind|change|update me|us|my|our;
		i would|d like|appreciate|love; i want|need|wish; let me know; send me; tell me; did you get|receive my; may i; can i;
		looking forward * your; awaiting your; your advice|opinion|confirmation please;
		konnen|konnten|konnte|wurden|wollen sie|ich ** mir|mich|uns|meine|meiner|bitte|mein;
		bitte|senden|schicken|teilen|geben|bestatigen|sagen * mir|uns;
		ich mochte|wurde|hatte|brauche|bitte * gern|sie|um|ihnen|eine|gerne|mein|meine|wissen; haben sie mein|meine;
		lassen sie mich`},
	{incidental, `gescand; gescanned; virussen; virus; viruses; antivirus; virenfrei; malware; scanned; disclaimer; archivage;
		archief; archiv; archive; archiving; vertaald; traduit; traduite; translated; ubersetzt; ondertekend; handtekening;
		signature; signatur; vertrouwelijk; confidentiel; confidential; vertraulich; per vergissing; par erreur; by mistake;
		in error; irrtumlich; geadresseerde; destinataire * prevu|vise|exclusif; intended recipient;
		copie|kopie|copy|afschrift; archivering; geencrypteerd; versleuteld; crypte; encrypted; doorstuurregel; scan op;
		geanalyseerd; analyse par; avast; sophos; proton; bcc; niet * bestemmeling|bestemd; not the intended`},
	{absentFrom, `pourrai|pourrais|pourrons|peux|puis|suis pas * passer|assister|participer|presenter|venir|presente|present;
		kan|kunnen|zal|kon * niet * deelnemen|komen|bijwonen|afleggen|aanwezig;
		cannot|unable|not * attend|come|participate|join; nicht * teilnehmen|kommen|erscheinen`},
	{past, `was|waren * afwezig|met|op|in|ziek|weg|buiten|niet; ben|bent * geweest; terug van|uit; na|sinds mijn|onze|m n|een|
		de|het|zwangerschapsverlof|ouderschapsverlof|bevallingsverlof * verlof|vakantie|afwezigheid|zwangerschapsverlof|
		ziekteverlof|ouderschapsverlof|bevallingsverlof|loopbaanonderbreking|opleiding;
		weer|opnieuw|eindelijk|pas|net * terug|thuis; terug sinds; etais; j etais|etions; etait;
		de retour|retour de|d|depuis|apres; apres|depuis * conge|conges|vacances|absence|maladie|maternite|arret|sabbatique;
		avant * depart|conge|conges|vacances; rentre|rentree de|d|des; ai ete;
		was|were|had|been * away|on|out|off|sick|absent|abroad; back|returned|returning from|after;
		after|since * leave|holiday|holidays|vacation|maternity|absence|sick;
		war|waren|gewesen * urlaub|krank|abwesend|nicht|im|in; bin * gewesen; zuruck aus|vom|von;
		nach * urlaub|mutterschutz|elternzeit|krankheit|abwesenheit; aus dem urlaub;
		voor|vooraleer * vertrek|verlof|vakantie|vertrekt|ik|op; binnenkort|straks|weldra * afwezig|verlof|vakantie;
		vanaf ` + dayWords + ` afwezig|met|in; bientot en|absent`},
}
