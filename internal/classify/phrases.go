package classify

// phrasesOf are ways to say one thing, divided by semicolons. "a|b" is either word, "a~" any word that begins so, "#" one that begins
// with a digit, "*" up to four other words and "**" up to eight. Everything is folded: small letters, no accents; an apostrophe
// divides words.
type phrasesOf[C ~uint64] struct {
	is   C
	list string
}

// phrases are ways to say what counts for a request.
type phrases = phrasesOf[concept]

var kindPhrases = []phrases{
	// What it is about.
	{aMail, `email; mail; emails; mails; mailtje; courriel~; electronique; elektronisch~; electronic; mel; mailbox; inbox; emailaccount;
		schoolmail; kantoormail; werkmail; privemail; gmail; hotmail; outlookadres; boite mail; email account; messagerie; mailtjes;
		mailaccount; mailtje; boite electronique; postvak; postfach; mailbox`},
	{aMail | anAddr, `courrier electronique; coordonnees electroniques; elektronisch~ adres|postadres|contactgegevens; adresse de messagerie|courriel; electronic address;
		elektronische adresse|anschrift; adresse numerique; digitaal adres`},
	{aMail | anAddr, `emailadr~; mailadr~; emailaddr~; mailaddr~; gmailadr~; hotmailadr~; emailadres; mailadres; emailadresse; mailadresse;
		emailadressen; emailaddress; gmailadres; schooladres; contactadres; accountadres; contactemail`},
	{aMail | anAddr | aLogin, `loginadres; inlogadres; aanmeldadres; aanmeldingsadres; anmeldeadresse; loginadresse; adresse de connexion|login|contact;
		adresse d identification; login address; sign in address; login email; login mail`},
	{anAddr, `kantooradres; kantooradressen; bureauadres; priveadres; werkadres; adres; adresse; address; adressen; adresses; addresses; anschrift; adressje; adresje`},
	{aLogin, `gegevens * in te loggen|inloggen|aan te melden|aanmelden|te geraken; donnees * connexion|connecter; login details|data; credentials; zugangsdaten; logindaten; codes * connexion|connecter; accountgegevens; accountnaam; gebruikersid; inlognaam; inlog; user; nom de compte; code utilisateur; gebruikerscode; gebruikersnaam~;
		bovenste|eerste vak|vakje|veld|lijn|regel; champ du haut|dessus; premier champ|case; upper|first|top|other box|field;
		l autre champ; oberes|erstes|obere|erste feld; kontoname; anmeldedaten; identifiants de connexion`},
	{aLogin | which, `waarmee|waaronder * inlog|inloggen|aanmeld|aanmelden|log|moet|geregistreerd|gekend|bekend|ingeschreven|sta|geraak; met wat * inloggen|aanmelden;
		avec|sous quoi * connecter|identifier|inscrit|inscrite; what|which * log|sign in with|as; womit * anmelden|einloggen`},
	{aLogin, `login; logins; loginnaam; gebruikersnaam; aanmeldnaam; inlognaam; username; user name; user id; userid; identifiant; identifiants;
		nom d utilisateur; nom utilisateur; benutzername; benutzernamen; anmeldename; logingegevens; inloggegevens; account name;
		login name`},
	{aPassword | fresh, `andere|nieuwe|ander|nieuw code; autre|nouveau code; new|another|different code; neuen|neuer|anderen code`},
	{aPassword, `code pour|om|to|zum|fur|voor * entrer|acceder|acces|connecter|connexion|binnen|loggen|inloggen|aanmelden|log|login|einloggen|anmelden|toegang; wachtwoord~; paswoord~; passwoord~; password~; passwort~; kennwort~; mdp; mots de passe; mot de passe; mot de pass; pwd;
		wachtwoord; paswoord; password; passwort; kennwort; passwords; wachtwoorden; toegangscode; code d acces; passcode; ww; pw; wachtw; pincode;
		sleutelwoord~; geheime code; geheim woord|wachtwoord; codewoord; code secret; mot secret; codes secrets; secret code|word; pass phrase;
		passphrase; geheimwort; losungswort; zugangscode; geheimcode; motdepasse; mots passe; mot passe; toegangscodes; codes d acces;
		onderste|tweede vak|vakje|veld|lijn|regel; champ du bas|dessous; second|deuxieme champ; lower|bottom|second box|field; unteres|zweites|untere feld;
		wachwoord; wachtwoort; wachtword; watchwoord; wachtwoordt; pasword; passwort~; paswoort; paswort; kennwort~; passe oublie|perdu`},
	{platform, `iup; platform; plateforme; plattform; eloket; eguichet; portaal; portail; portal; extranet; myiec; inloggen; aanmelden;
		connecter; login; log in; sign in; einloggen; anmelden; connexion; zugang; toegang; acces; account; compte; konto`},

	// No longer knowing.
	{forgotten, `vergeten; vergeet; vergat; vergete; vergetn; kwijt; kwijtgeraakt; kwijtgespeeld; verloren; oublie; oubliee; oublies; oubliees;
		oubli; oublier; oublie~; perdu; perdue; egare; egaree; egare~; forgot; forgotten; forget; lost; misplaced; vergessen; verloren;
		vergass; vergaß; entfallen; ontschoten; ontgaan; ontglipt; ontsnapt; ontschiet; entglitten; niet * herinner; niet meer zeker; plus sur|sure|certain|certaine; not sure anymore; no longer sure; nicht mehr sicher; niet meer opgeslagen|bewaard; weet|weten|ken|kennen * adres|mailadres|emailadres|login|gebruikersnaam niet|ni|nie;
		plus enregistree|enregistre|memorisee`},
	{forgotten, `weet|weten|wist|wete|weed * niet|ni|nie|nimmer|niets meer; weet|weten * niet welk|wat; weet bij god niet; zou * niet * weten;
		zou|kan * niet meer weten; weet begot niet; herinner~ * niet|ni|nie; niet * herinneren; niet * thuisbreng|thuisbrengen|plaatsen; zou|kan|kunnen * niet thuisbrengen; erinnert * nicht; remembers * not; ken|kennen * niet meer; ken|kennen * niet;
		geen idee; geen flauw idee; geen spoor * van; geen benul; geen enkel idee; alles kwijt|vergeten; niet zeker * welk; vind|vinden * niet|nergens * terug; vind nergens; niet * terugvinden;
		niet meer * welk; weet|weten * niet * adres; niet * te binnen; twijfel * welk;
		weet|weten|ken|kennen * noch; noch ** emailadres|mailadres|adres|gebruikersnaam|login; niet|ni|nie meer * kennen|weten|herinneren|vinden;
		herinneren * niet|niets; zou * niet kunnen zeggen; weet|wist ik niets meer; onbekend voor mij; mij onbekend`},
	{forgotten, `sais|sait|savons|savent|savais|connais|connait|connaissons * plus; ne sais pas * quelle|quel; sais|sait * pas * adresse|email;
		souviens|souvient|souvenir|souvenais * plus|pas; plus * souviens|souvenir; rappelle|rappeler * plus|pas;
		impossible * souvenir|rappeler|retrouver; aucune idee; aucun souvenir; retrouve|retrouvons|retrouver * plus|pas; ne retrouve;
		plus retrouver; pas retrouver; m echappe; nous echappe; trou de memoire; ignore * quelle|quel; plus savoir; plus * aucune idee;
		pas moyen * retrouver; arrive|parviens|parvient * plus|pas * retrouver|rappeler|souvenir; ne connais|sais|retrouve ni;
		ni ** adresse|courriel|identifiant|login|email|mail; ne me souviens ni; ne * connais plus|pas|toujours; plus trop|tres * quelle|quel;
		plus su; sais|savons * plus trop; m est|a sorti~ de; plus en tete; plus en memoire; aucune|plus trace; plus aucune trace; tout perdu|oublie`},
	{forgotten, `weet ik|wij|we niet|ni|nie; weet ik|wij|we dus|echt|helaas|jammer|nu|spijtig|gewoon|eigenlijk|ook niet|ni|nie; weet|weten|wete * nie|ni mi|mee|meer; noch|weder|neither|ni ** weet|ken|herinner|weiss|know|sais|connais; zoek ik; ik|wij|we zoek|zoeken; niet te vinden; onvindbaar; introuvable; unauffindbar; je|nous cherche|cherchons|recherche; am|m|are|re looking|searching for;
		ich|wir suche|suchen; niet|niks achterhalen; weet da|dat nie|ni|niet; kweet nie|ni|niet|begot|nimmer; kweet * ni|nie|niet; weet da|het ni|nie|niet|nimmer;
		ignore|ignorons * laquelle|lequel|sous|si; aucune certitude; ne * plus|pas * en tete|memoire; plus la moindre idee; pas la moindre idee; pas|point idee;
		moindre souvenir; perdu de vue; remettre la main dessus; mettre la main dessus; perdu la trace; sorti de l esprit; me manque; nous manque; s est envole|envolee|perdu|perdue|egare; envole; envolee; foetsie; ribbedebie; vervlogen; te binnen schieten; niet meer te binnen; uit mijn hoofd;
		niet meer paraat; geen flauw benul|idee; geen herinnering; niet zeker|meer zeker; vraag mij|me af * welk|welke|onder|met; me demande * quelle|laquelle|sous|avec;
		no memory of; can|could not * recall|remember|recollect; cannot think; don t have a|the clue|foggiest|faintest; not the faintest; forgotten which|what;
		draw|drawing a blank; misplaced; ist * entfallen; ist mir nicht mehr bekannt; nicht mehr bekannt; nicht bekannt; ich weiss nicht|leider; fehlt mir; mir fehlt;
		ontbreekt mij|me; kan ik me niet meer voor de geest; geen weet van; is zoek|weg; ben ik niet zeker; niet zeker of; pas * sur|sure|certain|certaine si|de|du|d|que; l ignore; ignorons; sais|sait|savons plus rien; n en sais|sait rien; en sais plus`},
	{forgotten, `don|do|does|doesn|can|cannot|couldn|could|not|no|didn * remember|recall; don|do|does t|not * know;
		no longer know|knows|remember|remembers|have; longer know; no idea; not sure|certain * which|what; unable * remember|recall|find;
		can|cannot * find; slipped * mind; unsure which; wonder|wondering * which; neither ** nor; nor ** address|login|username|email; escapes me;
		haven t|have not * clue; no clue; not a clue; no recollection; can t|cannot|don t * think * which`},
	{forgotten, `weiss|weiß|wissen * nicht mehr; nicht mehr * weiss|weiß|wissen|erinnern; weiss|weiß|wissen * nicht * welche|welcher|mit;
		nicht * erinnern; erinnere|erinnern * nicht; keine ahnung; finde|finden * nicht * wieder|mehr; kenne|kennen * nicht mehr;
		nicht sicher * welche|welcher; nicht mehr * welche|welcher; verlegt; weder * noch; weder ** adresse|emailadresse|email;
		fallt * nicht * ein; nicht * im kopf; keinen schimmer; keine erinnerung`},
	{lacks, `heb|hebben|had mijn|m|het|de|dat|die|dit|geen * niet|ni|nie meer; heb|had ik|we|wij * niet|ni|nie meer; heb|hebben geen * meer; n ai|avons|a plus; l ai|avons|a plus; les ai|avons|a plus; dispose|disposons|possede|detiens * plus; no longer have|possess|has; don t|not have * anymore|any more;
		habe|haben * nicht mehr; habe|haben kein|keine * mehr; nooit gekregen|ontvangen|gehad; jamais recu|eu|obtenu; never received|got|had|given; nie erhalten|bekommen`},
	{forgotToDo, `vergeten ** te voegen|sturen|vermelden|melden|betalen|vullen|tekenen|dienen|antwoorden|schrijven|hangen|steken|ondertekenen;
		vergeten toevoegen|doorsturen|meesturen|bijvoegen|vermelden|betalen; vergeten bijlage; bijlage * vergeten;
		oublie|oubliee d|de * demander|redemander|prendre|noter; oublie|oubliee d|de ajouter|envoyer|joindre|inclure|annexer|indiquer|inscrire|inserer|repondre|payer|mentionner;
		oublie|oubliee d|de signer|preciser|transmettre|renvoyer|completer|remplir|vous|mettre;
		oubli de|d joindre|ajouter|envoyer|annexe; piece|annexe * oubliee;
		forgot|forgotten to add|attach|send|include|mention|pay|sign|forward|enclose|register|reply|fill|submit|put;
		forgot|forgotten * attachment; vergessen ** beizufugen|anzuhangen|hinzuzufugen|mitzuschicken|beizulegen|mitzusenden;
		anhang * vergessen; vergessener anhang`},

	// About the mail itself.
	{byMail, `in|per|via|par|by|dans|met|avec|with een|de|deze|dit|mijn|uw|gewone|un|une|mon|ma|votre|ce|cet|simple|a|an|my|your|this|normal|plain|einer|dieser|der|meiner|normaler mail|email|courriel|mails|emails;
		per|via|by|par|through kerende|return|retour|e email|mail|emails|mails|courriel; per|via|by|par email|mail|emails|mails|courriel;
		by|per return email|mail; par retour de mail|courriel|email; per kerende mail|email; vorige|eerdere|dernier|previous|last|earlier mail|email|courriel`},
	{thanksFor, `bedankt|dank|dankuwel|dankjewel * om|voor; merci|remercie|remerciements * pour|avoir; thanks|thank * for; dank|danke * fur;
		geholpen|helped|aide|aidee|geholfen met|with|avec|mit; geholpen * met`},
	{notAbout, `gaat niet over|om|niet; betreft niet; gaat * niet over|om; niet over mijn|het|een; ne concerne pas; ne s agit pas; pas au sujet|propos;
		s agit pas de|d; not about; isn t about; is not about; doesn t concern; does not concern; nicht um; geht nicht; betrifft nicht;
		niets te maken met; rien a voir avec; nothing to do with`},
	{department, `afdeling; afdelingen; dienst; diensten; departement; departementen; department; departments; rechtsabteilung; abteilung;
		ledenadministratie; ledendienst; ledenbeheer; secretariaat; secretariat; sekretariat; sekretariats; direction; directie; voorzitter;
		president; presidente; juridische dienst; service juridique; services; comite; commissie; commission; raad; conseil; bestuur; service;
		buchhaltungsabteilung; mitgliederverwaltung; vorstand; boekhoudafdeling; studiedienst; stagecommissie; stagedienst; board`},
	{fromHere, `avec|de|depuis laquelle|lequel je|nous * ecris|ecrivons|contacte|contactons|envoie|envoyons; dont|d ou je|j * ecris|envoie;
		from which|where i|we * writing|write|sending|send|mailing|emailing; i am|m writing|mailing|emailing|sending * from;
		vanwaar|waarvandaan|waarmee|waarvan ik|wij|we * mail|schrijf|stuur|verzend|contacteer|mailen|schrijven; waarmee * stuur|schrijf|mail|verstuur; waarmee|waarvan * deze|dit|u mail|bericht|mailtje * stuur|schrijf|verstuur|verzend;
		van der|von der|dem aus ich|diese|dieser; mit der|dem ich * schreibe|sende; von der|dem ich * schreibe|sende;
		adres|adresse|address * this|deze|dit|ce|dieser|diese message|mail|email|bericht|courriel|nachricht * comes|came|komt|vient|provient|kommt|sent;
		adres|adresse|address van|de|of|from deze|dit|ce|cet|this mail|email|courriel|message|bericht`},
	{needs, `en faudrait|faudra; m en faut; moet|moeten * gereset|geresetst; brauchte; nodig; besoin; need; brauche; benotige; brauchen; benotigen`},
	{useIt, `gebruik; gebruiken; noteer; noteren; registreren; registreer; utiliser; utilisez; enregistrer; enregistrez; noter; prendre; use;
		register; put; verwenden; nehmen; benutzen; eintragen; neem; zet; zetten; hanteren`},
	{done, `al|reeds|intussen|inmiddels gewijzigd|aangepast|veranderd; deja change|changee|modifie|modifiee|adapte|adaptee; already changed|updated|amended;
		bereits|schon geandert|angepasst; werd|is net gewijzigd|aangepast; u|jullie hebt|hebben|heeft * gewijzigd|aangepast|veranderd|ingebracht|geregistreerd; hebt|hebben|heeft u|jullie * gewijzigd|aangepast|veranderd|ingebracht|geregistreerd;
		vous avez|aviez * change|changee|modifie|modifiee|adapte|adaptee|encode|encodee|enregistre|enregistree; avez vous change|modifie; you|have changed|updated|amended; sie haben * geandert|angepasst|eingetragen`},
	{unasked, `jamais * demande|demandee|sollicite|sollicitee|introduit|introduite; nooit * gevraagd|aangevraagd|gedaan; never * asked|requested|applied; nie * beantragt|verlangt|gewunscht; niet * gevraagd|aangevraagd; pas * demande|demandee; not|t request|ask for; niet door mij; pas moi qui;
		erreur de destinataire; verkeerde bestemmeling|persoon; wrong person|recipient; nicht von mir`},
	{suspect, `is dat|dit van jullie|u; niet|nie|ni van jullie|u|ulle; pas de vous|chez; not from you; nicht von ihnen; zogezegd van; soi disant de; supposedly|allegedly from; angeblich von; zogezegde mail; echt van jullie|u; vraiment de vous; really from you; nep mail; faux mail; fake; komt * van jullie|u; vient il|elle de vous; est ce * de vous; is * from you; stammt * von ihnen; phishing;
		hameconnage; verdacht; verdachte; suspect; suspecte; suspicious; oplichting; arnaque; scam; betrug`},
	{firstPassword, `jamais recu|eu|obtenu * mot de passe; nooit|geen * wachtwoord gekregen|ontvangen|gehad; never * received|had|got * password;
		nie|kein * passwort * erhalten|bekommen|gehabt`},
	{device, `computer; computers; laptop; pc; ordinateur; rechner; tablet; tablette; toestel; iphone; ipad; smartphone; macbook; machine; browser;
		navigateur`},
	{unsure, `weet|weten * niet of; sais|savons * pas|plus si; don|do * t|not know if|whether; not sure if|whether; weiss|weiß|wissen * nicht ob`},
	{profession, `accountant; boekhouder; boekhoudster; belastingadviseur; belastingconsulent; fiscalist; expert; comptable; revisor; reviseur;
		notaris; notaire; advocaat; avocat; maitre; meester; confrater; confrere; consoeur; collega; collegue; colleague; kollege; kollegin;
		steuerberater; steuerberaterin; buchhalter; conseiller; conseil; fiscal; bedrijfsrevisor; gecertificeerd; auditor; rechter; juge; lid; membre; member; mitglied; leden; membres; members; stagiair; stagiaire; trainee`},

	// Asking which one it is.
	{which, `wat mijn|mn|m * is|was; was mein|meine * ist; what my * is|was; welken; wukken; wuk; le quel; la quelle; hetwelk; hetwelke; dewelke; wa; wat voor een|adres|mail|mailadres|emailadres; lesquelles; lesquels; whichever; wat moet ik * intypen|invullen|invoeren|gebruiken|opgeven;
		que dois je * encoder|mettre|introduire|entrer|utiliser; what should|do i * enter|type|fill|use|put; was muss|soll ich * eingeben|eintragen; wat staat er; wat hebt|heeft u|jullie;
		quoi; de welke; het welke; c est quelle|laquelle; wat voor`},
	{which, `welk; welke; quel; quelle; laquelle; lequel; quels; quelles; which; what; welche; welcher; welches; welchem; wat is * mijn; wat is|was het|de juiste|goede|correcte; was ist die richtige;
		wat was * mijn; wat is|was * adres~|mailadres~|emailadres~|login|gebruikersnaam; was ist * adresse|emailadresse; was ist * mein|meine; wat zou mijn; met wat voor;
		was ist meine; wie lautet; hoe luidt; wat was mijn; onder welk; met welk; c est quoi`},
	{known, `detenez|detient|detiennent; gekend; bekend; geregistreerd; ingeschreven; opgegeven; doorgegeven; doorgaf; opgaf; staat; sta; stond; staan; hebt; heeft;
		hebben; heb; kent; kennen; gekoppeld; gelinkt; hangt; aangesloten; bestand; systeem; gegevensbank; databank; dossier; connu;
		connue; enregistre~; inscrit; inscrite; avez; figure; lie; liee; associe; associee; donne; donnee; communiquee; communique;
		utilise; utilisee; repris; reprise; fichier~; base; systeme; indique; indiquee; encode; encodee; renseigne; renseignee;
		registered; known; linked; have; hold; associated; record; records; file; database; gave; given; used; on file; attached; use;
		hinterlegt; registriert; bekannt; haben; gespeichert; angemeldet; angegeben; verknupft; eingetragen; gemeldet; verwendet;
		benutzt; gefuhrt; genoteerd; laten noteren; meegedeeld; ingebracht; ingevuld; ingegeven; vermeld; opgenomen; opgegeve; gegeven;
		doorgegeve; gebruikt; repertorie~; reference~; attribue~; laisse; fourni; fournie; transmis; transmise; on record; holding;
		recorded; entered; provided; filed under; steht; stehe; stehen; gemeldet; hinterlegten; kennt; kennen; te boek; achtergelaten;
		encodes; encodiez; reprenez; gebruiken jullie; gebruikt u; utilisez vous|pour; sert d|de; conservez; bewaren; houden`},
	{find, `terugvinden; terug te vinden; opvragen; achterhalen; bezorgen; bezorg; meedelen; mee te delen; laten weten; zeggen; zoek;
		opzoeken; nakijken; doorgeven; retrouver; communiquer; rappeler; recuperer; obtenir; savoir; connaitre; me dire; indiquer;
		transmettre; donner; recover; retrieve; tell; know; find; find out; remind; let me know; herausfinden; mitteilen; nennen; sagen;
		erfahren; zuschicken; wiederfinden; recupereren; weten; geef; geven; stuur; sturen; send; envoyer; give; confirmer; confirm;
		bevestigen; brauchte; benotige; brauche; nodig; besoin; need; suche; cherche; recherche; looking for; recevoir; receive; ontvangen; krijgen;
		op weg helpen|zetten; bezorgt; nazien; nazie; nagaan; checken; check; zoeken; uitzoeken; opsnorren; zeg; zegt; me renseigner; renseigner; verifier; consulter; regarder; dites; dis; dire; disiez; informer; informeren; inlichten; renseignez; melden; melding; advise; look up;
		look it up; nachsehen; nachschauen; prufen; raussuchen; herausgeben; fournir; fournissez; communiquiez; rappeliez; indiquiez; donniez; procurer; provide; supply; send; faire parvenir;
		toesturen; doorsturen; meegeven; mededelen; mee te delen; vernemen; te weten komen; te horen krijgen; apprendre; share; forward; uberprufen; mailen; antwoorden; kenbaar`},
	{ask, `solliciter; sollicite; demander; requerir; request; requesting; beantrage; beantragen; verzoeken; hulp; helpen; helpt; help; aider; aidez; hilfe; helfen; verzoek; verzoeke; verzoekt; wens; wensen; pourrais; pourrait; auriez; aurais; saurais gre; reconnaissant; reconnaissante; zoudt; kunde; wilde; voulez; voudriez; desire; desirerais;
		dois je; moet ik; can i; may i; might; want; wanted; need; darf; durfen; wurden; hatte gern; ware dankbar; dankbaar; grateful; appreciate; like; wenst; hoop; hopelijk; espere; hope; hoffe`},
	{ask, `graag; gelieve; kunt; kunnen; kan; kun; zou; zouden; mag; wil; wilt; aub; alstublieft; alvast; pouvez; pourriez; puis; merci;
		veuillez; svp; souhaite; souhaiterais; voudrais; aimerais; prie; please; could; can; would; konnen; konnten; bitte; mochte;
		wurde; vraag; vragen; demande`},

	// Another address.
	{change, `gewijzigd; wijzig; wijzigen; wijziging; wijzigingen; gewijzigde; verandert; veranderd; veranderen; verander; verandering;
		aangepast; aanpassen; aan te passen; aanpassing; vervangen; vervang; vervangt; voortaan; vanaf nu; vanaf heden; vanaf vandaag;
		geworden; overschakelen; omzetten; updaten; geupdatet; bijwerken; bij te werken; corrigeren; verbeteren; overzetten; overgestapt;
		gemigreerd; nieuw; nieuwe; niew; zet het; zet maar; voorkeur; wisselen; adreswijziging; emailwijziging; mailwijziging; gewisseld;
		switchen; koppelen; linken; please link; lier; relier; associer; rattacher; verknupfen; stellen * um; liever; verkies; prefereer; van te maken; ten voordele van; ten gunste van`},
	{another, `ander|andere|anderen|andern * emailadres|mailadres|adres|mail|email|login|gmail|mailbox|mailaccount|postvak|postfach|boite|account; autre adresse|mail|courriel|email|boite; autre * adresse|courriel; another|different * address|email|mail|login;
		andere|anderen|andern adresse|emailadresse|mail|email|mailadresse`},
	{change | fresh, `ik|we|wij heb|hebben * een ander|andere; heb|hebben ik|we|wij * een ander|andere; j ai|nous avons * une autre; i|we have * another|different|a different; ich|wir habe|haben * eine andere|anderen`},
	{change, `zet|zetten * account|login|profiel|toegang; mettez|mettre * compte|acces|profil * sur; put|set|switch * account|login|profile * to; overgezet; omgezet; overgeplaatst; bascule; basculer; migrer; umgestellt; umstellen; pas|past * aan; zet|zetten * om; wijzigt; verander; schrijf * om; en lieu et place; lieu et place; gewijzicht; gewijzig; gewijzigt; verandert; instellen; in te stellen; aanmaken; aan te maken; definir; choisir; creer; aanvragen; aan te vragen; festlegen; verandering; in de plaats komen; veranderingen`},
	{change, `change; changee; changer; changement; changements; modifie; modifiee; modifier; modification; modifications; modifiez; remplacer;
		remplace; remplacee; remplacez; nouveau; nouvelle; nouvel; dorenavant; desormais; adapter; adaptez; adaptation; mettre a jour;
		mise a jour; mettez a jour; corriger; rectifier; actualiser; a partir de; a partir d aujourd; basculer; a l avenir; migre;
		au profit de|d; prefere; preferais; prefererais; plutot`},
	{change, `changed; change; changes; changing; update; updated; updating; amend; replace; replaced; replaces; new; from now on; henceforth;
		switch; switched; modify; in favour|favor of; prefer; rather have|use; zugunsten; lieber; geandert; anderung; andern; geanderte; gewechselt; wechsel; aktualisieren; ersetzen; ersetzt; neue;
		neuer; neues; neuen; ab sofort; kunftig; anpassen; umgestellt; ab jetzt; in zukunft; umstellen; emailanderung; adressanderung`},
	{fresh, `nieuw; nieuwe; nouveau; nouvelle; nouvel; new; neue; neuer; neues; neuen; neu; voortaan; vanaf nu; dorenavant; desormais;
		from now on; ab sofort; geworden; become; becomes; devient; devenir; deviennent; devenue; devenu; devenues; in het vervolg; kunftig`},
	{old, `oud; oude; vroeger; vroegere; vorig; vorige; ancien; ancienne; avant; precedent; precedente; old; previous; former; alte; alter;
		alten; altes; alt; vorherige; bisherige; bisher; voormalig; voormalige; verouderd; verouderde; obsolete; outdated; veraltet;
		veraltete; perimee; perime`},
	{gone, `is|zijn * weg|foetsie; failliet; faillite; opgedoekt; weggehaald; stopt op|eind|einde; s arrete; ferme|fermera|fermee ma|la|cette|cet; kan * niet meer aan|in|bij; kunnen * niet meer aan|in|bij; geraak * niet meer aan|in;
		plus * accessible; plus accessible; plus consulter|ouvrir|lire; bereik|lees * niet meer; not more working|works; no more; is weg|dood; disparu; disparue; verdwenen; gestopt; stopped; shut down; discontinued;
		eingestellt; gekundigd; wird geloscht|eingestellt; lauft aus; nicht mehr erreichbar|zuganglich; niet meer toegankelijk|bereikbaar; no longer accessible|reachable; can t|cannot|can no longer * reach|open|access|get into`},
	{gone, `erronee; errone; erronees; foutief; foutieve; fautif; fautive; niet juist; niet correct; pas correcte; pas correct; pas la bonne;
		plus la bonne; not correct; incorrecte; staat * fout; verkeerd adres; verkeerde adres; bestaat * niet meer; niet langer;
		werkt|werken * niet meer; niet meer * juist|correct|geldig|actief|bruikbaar|gebruiken|actueel; niet meer actief;
		gebruik|gebruiken * niet meer; opgeheven; afgesloten; vervalt; vervallen; verdwijnt; verdwijnen; opgezegd; stopgezet; afgeschaft;
		geen toegang meer; is dood; al jaren dood; klopt niet meer; niet meer klopt; verouderd; verouderde; stopt ermee; gesloten;
		niet meer in gebruik; heb ik niet meer; n existe plus; n est plus; existe plus; ne fonctionne plus; fonctionne plus;
		plus valable|valide|correcte|correct|active|actif|utilisable|bonne|d actualite|utilisee; supprimee; supprime; fermee; ferme;
		cloturee; desactivee; desactive; coupee; gedeactiveerd; deaktiviert; perimee; obsolete; n ai plus acces; plus acces; n utilise plus; plus l utiliser; n avons plus;
		disparait|disparaitra|disparaitront|disparaissent; plus consultee|relevee|lue|utilisee|lisible; no longer * valid|works|exists|active|correct|use|used|working|in use|access;
		not valid anymore; doesn t exist anymore; doesn t work anymore; closed; expired; deactivated; gultig; existiert nicht mehr;
		funktioniert nicht mehr; nicht mehr * gultig|aktuell|aktiv|existiert|richtig|korrekt; gibt es nicht mehr;
		wird abgeschaltet|gesloscht; abgeschaltet; geloscht; out of date; outdated`},
	{stays, `hatte|hab|habe ich noch; aurais|ai encore; still got; niet|ni|nie vergeten|kwijt|verloren; niet meer vergeten; pas oublie|oubliee|perdu|perdue; not|n t|never forgotten|forgot|lost|forget; t forgotten|forgot|lost|forget; nicht vergessen|verloren;
		niets|niks * veranderen|wijzigen|aanpassen|gewijzigd|veranderd|aangepast; niet|niets hoeven|hoeft; hoeft * niets|niet; rien * changer|modifier|change|modifie; nothing * change|changed|changes; nichts * andern|geandert;
		zoals ze zijn; zoals het is; gelijk blijven; gleich; staat in|op mijn|een|m n; staat netjes; is geen probleem; niet het probleem; geen probleem; pas de probleme; aucun probleme; pas le probleme; no problem;
		not the problem; kein problem; nicht das problem; is in orde; is dus in orde; heb ik bewaard|genoteerd|nog|opgeschreven; wel bewaard; bewaard; onthouden; ai retenu|note|conserve|garde; ai encore; l ai encore|toujours|bien;
		kept; that i have; i have it; still know; wrote * down; habe ich noch|aufgeschrieben|notiert; kenne ich; opgeschreven; werkt nog; fonctionne encore; works still; still works; onveranderd; dat wel; daar ligt het niet aan; comme elle est; telle quelle`},
	{stays, `heb ik nog; heb ik wel; ai encore|bien; still have; do have; habe ich noch; habe ich; ik heb * nog wel; ongewijzigd; ongewijzigde; onveranderd; blijft; blijven; zo blijven; niet * gewijzigd; niet * veranderd; niet * wijzigen;
		niet * veranderen; niet * aanpassen; inchange~; reste; restent; ne change pas; pas change; n a pas change; ne changent pas;
		unchanged; not changed|changing|change; stays; remains; remain; bleibt; bleiben; unverandert; nicht geandert; is wel juist;
		klopt wel; klopt nog; is nog juist; est correcte|correct; est * correcte; weet ik wel; ken ik wel; weet ik nog; ken ik nog;
		ik ken mijn; ik weet mijn; is correct; klopt; stimmt; connais bien; je connais mon|l; sais bien; is wel bekend; i know my|the;
		do know; kenne ich; weiss ich;
		wijzigt|verandert|wijzigen|veranderen niets|niks|niet|ni|nie; andert|andern sich nichts|nicht; andert|andern * nichts; change * rien; changent pas; doit|doivent|faut|veux|souhaite|voudrais|desire pas * changer|modifier|modifiee|changee|modifie|change;
		does|do|should|must not * change|changed; doesn|don|shouldn|mustn t * change|changed; wil|wens|hoef * niets|niks|niet|geen * wijzigen|veranderen|gewijzigd|veranderd|wijziging; moet|mag|hoeft niet|nie|ni * gewijzigd|veranderd|wijzigen|veranderen|aangepast; will|mochte * nichts|nicht * andern; soll|sollen|muss nicht * geandert`},
	{broken, `klopt * niet|ni|nie; kloppen niet; vult * niet * in; remplit plus|pas; est plus rempli~; not filled in; fills in no longer; fullt * nicht * aus; scheitert; hapert; wringt; cale; coince; geht nicht weiter; werkt niet|ni|nie; werken niet; lukt niet|ni|nie; fonctionne pas; marche pas; fonctionne plus; doesn t work; does not work;
		not working; isn t working; funktioniert nicht; geht nicht; klappt nicht; geweigerd; refuse; refusee; rejected; invalid;
		ongeldig; invalide; incorrect; verkeerd; mauvais; wrong; falsch; fout; foutmelding; message d erreur; error; erreur; fehler;
		fehlermeldung; fehlgeschlagen; mislukt; niet aanvaard; werkt ni meer; werkt * niet meer; lukt * niet meer; bug; witte pagina;
		page blanche; not accepted; abgelehnt`},
	{blocked, `raak|raakt|raken|geraak|geraakt|geraken|kom|komt|komen|kan|kunnen * niet|ni|nie binnen|in|aangemeld|ingelogd|verder; niet|ni|nie binnenraken|inloggen|aanmelden; peux|parviens|arrive|parvient|arrivons|peut * pas|plus * entrer|acceder|connecter|identifier; can t|cannot|unable|can|not * get in|log in|login|sign in|access; komme|kommt|kommen * nicht rein|hinein|weiter; kann * nicht anmelden|einloggen;
		geblokkeerd; vergrendeld; bloque; bloquee; verrouille; locked; blocked; gesperrt; blokkeert; locked out; bloque~`},

	// Other matters.
	{postal, `woon|wonen|woont|woonde; habite|habitons|habitais; live|living|lives in|at; wohne|wohnen; salle; zaal; lokaal; examenlokaal; leslokaal; locaux; lieu * examen|cours|formation|seminaire; locatie; gebouw; batiment; room; venue; saal; raum; gebaude; routebeschrijving; itineraire; verhuisadres; nieuwe vestiging; vestiging; demenageons; verhuizen`},
	{postal, `quai; allee; impasse; verhuisd; verhuis; verhuizing; verhuizen; maatschappelijke zetel; zetel; domicilie; woonplaats; woonadres; postadres;
		briefwisseling; straat; postcode; thuisadres; demenage; demenagement; domicile; siege; adresse postale; rue;
		avenue; chaussee; boulevard; moved office; moved house; postal; street; umgezogen; umzug; postanschrift; postadresse;
		wohnadresse; wohnsitz; strasse; siege social; code postal; steenweg; vestigingsadres;
		correspondentieadres; adresse de correspondance; courrier; courriers`},
	{phone, `gsm; gsmnummer; telefoonnummer; telefoon; gsm nummer; telephone; portable; mobile; phone; telefonnummer; handynummer; handy;
		rufnummer; tel; numero de telephone; phone number`},
	{invoice, `factuur; facturen; facturatie; facture; factures; facturation; comptabilite; invoice; invoices; invoicing; rechnung; rechnungen;
		bijdrage; lidgeld; lidmaatschapsbijdrage; cotisation; cotisations; betaald; betaling; betalen; paye; paiement; payer; payment;
		paid; zahlung; mitgliedsbeitrag; beitrag; herinnering; rappel de paiement; creditnota; note de credit; terugbetaling;
		remboursement; refund`},
	{newsletter, `nieuwsbrief; newsletter; newsletters; mailinglijst; mailing list; verzendlijst; liste de diffusion; infolettre; uitschrijven;
		desinscrire; desabonner; unsubscribe; abmelden; verteiler; nieuwsbrieven; liste de distribution; mailinglist; se desinscrire;
		mailings`},
	{topic, `witte pagina|scherm; ecran blanc; page blanche; white|blank screen|page; weisse seite; congres; colloque; kongress; conference; emailadressen van leden; mailadressen van leden; adresses * des membres; nocturne; receptie; itsme; eid; kaartlezer; lecteur de carte; certificat; certificaat; zertifikat; companyweb; bachelorproef; masterproef; thesis; memoire de fin; scriptie; eindwerk; interviewen; interview; journaliste; journalist; persvraag; presse;
		press; spf; dkim; smtp; ip adres; adresse ip; relay; firewall; stageplaats; job; jobs; stelle; bewerbung; poste d; parcours; curriculum; enquete; survey; umfrage; subsidie; erfenis; succession; nalatenschap; faillissement; curator;
		toegang * verwijderen|intrekken|afsluiten|ontnemen|schrappen; acces * supprimer|retirer|revoquer; supprimer|retirer|revoquer * acces; remove|revoke|delete * access; zugang * entfernen|loschen|sperren; lijst van * leden; liste * membres;
		list of * members; complete list; alle leden; all members|data; alle mitglieder; uitdiensttreding; uit dienst; overleden; overlijden; decede; decedee; deceased; verstorben; gestorven`},
	{topic, `attest; attesten; attestation; attestations; seminarie; seminaries; seminaire; seminaires; seminar; opleiding; opleidingen;
		formation; formations; permanente vorming; formation permanente; training; cursus; cours; studiedag; stagedagboek;
		stagevergoeding; journal de stage; examen; examens; exam; prufung; inschrijving; ledenlijst; liste des membres;
		tableau des membres; mitgliederliste; ontslag; demission; resignation; kundigung; klacht; plainte; complaint; beschwerde;
		sollicitatie; candidature; vacature; cv; vademecum; bestelling; commande; order; rgpd; gdpr; avg; dsgvo; deontologie;
		deontologisch~; deontologique; retention; honoraires; ereloon; btw aangifte; tuchtcommissie; qualification; diploma; diplome;
		erkenning van; reconnaissance; agrement; visa; verzekering; assurance; beroepsaansprakelijkheid; parking; evenement;
		algemene vergadering; assemblee generale; uitnodiging; invitation; offre; aanbieding; publicite; reclame; partnership;
		sponsoring; webinar; webinaire; antiwitwas; kwaliteitstoetsing; revue qualite; jaarverslag; wetgeving; circulaire; stempel;
		lidkaart; carte de membre; ziekte; overlijden; deces; overleden; decede`},
	{thanks, `ok; oke; okay; prima; d accord; fine; great; noted; bedankt; dank u; dank je; dankuwel; dankjewel; merci; remercie; thanks; thank you; danke; vielen dank; hartelijk dank; super;
		parfait; perfect; top; genial`},
	{noNeed, `rien a faire|changer|modifier; niets te doen; niets aan te doen; nothing to do|be done; nichts zu tun; pour votre information; ter informatie|info; for your information; fyi; zur information; zur kenntnis; hoeft niet meer; niet meer nodig; geen rekening houden; ne pas tenir compte; plus necessaire; plus besoin; ne tenez|tenir pas compte; no longer needed; not needed anymore; nicht mehr notig; laat * vallen; laten * vallen; laisse|laissez tomber;
		vergeet mijn vraag|mail|vorige|bericht; oubliez ma|mon; forget my|about my|it; vergessen sie meine; nulle et non avenue; never mind; nevermind; laat maar; niet nodig; niets meer te doen; kunnen * sluiten|afsluiten; mag * sluiten|afsluiten|dicht|gesloten;
		pouvez * fermer|cloturer|classer; can close|be closed; can be closed; konnen * schliessen|schließen; als niet geschreven|verstuurd; geen actie nodig|meer nodig`},
	{solved, `werkt * nu|weer|terug|opnieuw|perfect|prima|uitstekend|feilloos|vlekkeloos|goed; works * perfectly|fine|well|great|again|now; fonctionne * bien|parfaitement|nickel|impeccable|correctement|maintenant; klappt|funktioniert|geht * wieder|gut|einwandfrei|prima|jetzt;
		heb|hebben * gevonden|teruggevonden; ai|avons|a * trouve|retrouve|retrouvee|trouvee; have|ve|i found; habe|haben * gefunden|wiedergefunden; gevonden; gefunden; rentre dans l ordre; weer binnen; ben terug binnen; erin geraakt; can log in; kan inloggen; kan * inloggen|aanmelden nu;
		peux * me connecter|reconnecter; kann mich * anmelden|einloggen; log in fine; login fine; binnen geraakt; binnengeraakt`},
	{solved, `is gelukt; gelukt; opgelost; in orde; teruggevonden; al gevonden; reeds gevonden;
		mag u negeren; negeren; werkt nu|weer|terug|opnieuw; kan * weer|terug|opnieuw inloggen; kon inloggen;
		resolu; resolue; c est resolu; ai retrouve; a marche; ca marche; fonctionne maintenant|a nouveau;
		ignorer|ignorez mon|ma|ce|cet|le; en ordre; bien recu; bien arrive; ai de|a nouveau acces; heb weer|terug|opnieuw toegang; have access again; habe wieder zugang; onbestaande; annuleren; annuleer; annuler; annulez; cancel; stornieren; intrekken; intrek; als nietig; achterhaald; wachtwoord|paswoord werkt; mot de passe fonctionne|marche;
		password works; passwort funktioniert; solved; resolved; works now; it works;
		worked; ignore|disregard my; found it; erledigt; gelost; hat geklappt; hat funktioniert;
		funktioniert jetzt|wieder; wiedergefunden; goed ontvangen; ontvangen dank; well received;
		suis|reconnecte connecte|connectee|entre|entree; ben|zit ingelogd|aangemeld|binnen|erin; ben ik ingelogd|aangemeld|binnen; ik ben er in;
		ik zit er in; am|m|now logged in; managed to log in; bin * eingeloggt|angemeldet|drin; ai pu me connecter; pu me reconnecter;
		me suis connecte|connectee; kunnen inloggen * dank; alles werkt|ok|goed; tout fonctionne|marche; all good|sorted; all works;
		alles klar; in ordnung; sorted; is geregeld; geregeld; c est regle; regle`},
	{why, `est il|elle normal; is it normal; is het normaal; ist es|das normal; autant de temps; so lange; zo lang; zoveel tijd; so long; faut il * joindre|envoyer|fournir|une|un; moet ik * meesturen|bijvoegen|toevoegen|meesturen; do i need|have to * send|attach|include|provide; suffit il; volstaat; voldoende; reicht es; genugt; what happens; wat gebeurt; que se passe; was passiert;
		welke documenten|gegevens|stukken|informatie; quels documents|renseignements; which|what documents|information|data; welche unterlagen|angaben|daten; hoe gaat dat|het; comment se passe; how does it work; wie funktioniert; is het mogelijk om ook; bestaat er een; existe t il; is there a way;
		ook met itsme|eid|mijn; vaut il|elle; geldt dat ook; s applique`},
	{why, `waarom; hoelang; hoe lang; veilig; pourquoi; combien de temps; delai; securise; est ce sur; why; how long; safe; secure; warum;
		wie lange; sicher; wettelijk; moet ik ** kopie; dois je ** copie; do i ** copy; muss ich ** kopie; legal; privacy; vie privee; datenschutz; is dat normaal; est ce normal; verplicht; obligatoire;
		mandatory; rechtmatig`},
	{conditional, `quand|lorsque|si on|un|une|quelqu|vous|l; als ge|je|men|iemand|leden; wanneer je|men|iemand|leden|een; when you|one|somebody|members; wenn man|jemand|mitglieder; over * als; mocht ik; mochten wij; in geval van; en cas de; im falle; in case of`},
	{conditional, `als ik|iemand|een|je|men; indien ik|een|iemand|men; wanneer ik|een|iemand; stel dat; si je|j|un|on|quelqu|l; lorsqu;
		if i|a|someone|you|we; when i|someone|a; in case; wenn ich|man|jemand|ein; falls ich|man|jemand; leden die; membres qui;
		members who`},
	{selfService | aPassword, `link|lien|knop|bouton|button * reset|resetten|reinitialisation|reinitialiser|zurucksetzen`},
	{selfService, `resetten; password reset; reset geklikt; resetlink; reset link; geklikt; cliqu~; clicked; geklickt; can t access your account;
		access your account; resetknop; resetmail; procedure; procedures; stappen; etapes; steps; schritte; lien recu; reset;
		reinitialisation; reinitialiser; zurucksetzen; geprobeerd; essaye; tried; versucht; aangevraagd; gevraagd; demande; requested;
		angefordert; doorlopen; gevolgd; suivi; suivie; followed; befolgt; tijdelijk wachtwoord; mot de passe temporaire;
		temporary password`},
	{nothingComes, `geen mail|email|emails|mails|bericht|mailtje; geen * mail|email * ontvangen|gekregen|aangekomen; krijg * geen|niets|niks;
		ontvang * geen|niets|niks|nooit; niets ontvangen|gekregen|aangekomen; niks ontvangen|gekregen;
		nooit * mail|email|aangekomen|ontvangen; komt * niet aan|toe|binnen; komt niets|niks|geen; komt er niets|niks|geen;
		niet|nog niet ontvangen|aangekomen|toegekomen; ook niet in * spam; nergens * mail; aucun mail|email|message|courriel; rien recu;
		n ai rien recu; pas recu; ne recois rien|pas|aucun|jamais; recois * rien|pas|aucun|jamais; rien n arrive;
		n arrive * pas|jamais|rien; jamais recu; jamais arrive; no mail|email|message; nothing * arrives|comes|arrived|happens; niets|niks * toe|binnen; nichts * an; rien * arrive;
		not received|receiving|arriving;
		mail|email|link|code|message * never|not came|come|arrives|arrived; kommt * nicht|nie an; mail|lien|message * n arrive|arrivent;
		never|don t|didn t|haven t|have not|do not|did not * receive|received|arrive|arrived|get|got|comes; keine mail|email|nachricht;
		kommt keine|nichts|nie; nichts bekommen|erhalten|angekommen; erhalte keine|nichts|nie; bekomme keine|nichts`},
	{phishing, `notre societe|entreprise propose|offre; nous proposons|offrons; wij bieden; onze firma|software; we offer; our company|software; wir bieten;
		logiciel de gestion; unser unternehmen; verify your; expires|expire|expired today|tomorrow|soon; keep the same; old password; dear user|customer; cher utilisateur; beste gebruiker; verloopt vandaag|morgen; reply with your; confirm your|votre account|password|compte|mot; validate your; within 24|48 hours; quota; mailbox is * full;
		verify now; click here; click below; cliquez ici; cliquez sur le lien; suspended; wordt gedeactiveerd; klik hier;
		klicken sie hier; upgrade your mailbox; unusual activity; action required; bitcoin; casino; loterij; lottery; heritage de;
		million|millions|miljoen|millionen euro|euros|dollar|dollars|d|de|usd|eur|pounds; viagra; transfert|transfer|overdracht|overboeking de|of|van * euros|euro|dollars|usd|eur; personne de confiance; dieu vous|te; god bless; dear|cher friend|ami; cher ami;
		beneficiaire; beneficiary; investissement; investering; investment opportunity; ignore * previous|prior|above|all * instructions|rules|prompts; pre authorised|authorized; flat fee; page one; rank~; google ranking; backlinks; lead generation; gratis offerte;
		devis gratuit; free quote; special offer; korting; promo; promotion exclusive; seo; backlink~`},
	{negation, `niet; geen; nooit; pas; plus; jamais; aucun; aucune; rien; not; no; never; n t; nicht; kein; keine; nie; ni; nimmer; sans;
		zonder`},
}
