package classify

// phrases are ways to say one thing, divided by semicolons. "a|b" is either word, "a~" any word that begins so, "*" up to four
// other words and "**" up to eight. Everything is folded: small letters, no accents; an apostrophe divides words.
type phrases struct {
	is   concept
	list string
}

var kindPhrases = []phrases{
	// What it is about.
	{aMail, `email; mail; emails; mails; mailtje; courriel~; electronique; elektronisch~; electronic; mel; mailbox; inbox; emailaccount;
		schoolmail; kantoormail; werkmail; privemail; gmail; hotmail; outlookadres; boite mail; email account; messagerie`},
	{aMail | anAddr, `emailadr~; mailadr~; emailaddr~; mailaddr~; gmailadr~; hotmailadr~; emailadres; mailadres; emailadresse; mailadresse;
		emailadressen; emailaddress; gmailadres`},
	{anAddr, `kantooradres; kantooradressen; bureauadres; priveadres; werkadres; adres; adresse; address; adressen; adresses; addresses; anschrift; adressje; adresje`},
	{aLogin, `login; logins; loginnaam; gebruikersnaam; aanmeldnaam; inlognaam; username; user name; user id; userid; identifiant; identifiants;
		nom d utilisateur; nom utilisateur; benutzername; benutzernamen; anmeldename; logingegevens; inloggegevens; account name;
		login name`},
	{aPassword, `wachtwoord~; paswoord~; passwoord~; password~; passwort~; kennwort~; mdp; mots de passe; mot de passe; mot de pass; pwd;
		wachtwoord; paswoord; password; passwort; kennwort; passwords; wachtwoorden; toegangscode; code d acces; passcode; ww; pw; wachtw; pincode`},
	{platform, `iup; platform; plateforme; plattform; eloket; eguichet; portaal; portail; portal; extranet; myiec; inloggen; aanmelden;
		connecter; login; log in; sign in; einloggen; anmelden; connexion; zugang; toegang; acces; account; compte; konto`},

	// No longer knowing.
	{forgotten, `vergeten; vergeet; vergat; vergete; vergetn; kwijt; kwijtgeraakt; kwijtgespeeld; verloren; oublie; oubliee; oublies; oubliees;
		oubli; oublier; oublie~; perdu; perdue; egare; egaree; egare~; forgot; forgotten; forget; lost; misplaced; vergessen; verloren;
		vergass; vergaß; entfallen; ontschoten; ontgaan; ontglipt; ontsnapt; ontschiet; entglitten; niet * herinner; niet meer zeker; plus sur|sure|certain|certaine; not sure anymore; no longer sure; nicht mehr sicher; niet meer opgeslagen|bewaard; weet|weten|ken|kennen * adres|mailadres|emailadres|login|gebruikersnaam niet|ni|nie;
		plus enregistree|enregistre|memorisee`},
	{forgotten, `weet|weten|wist|wete|weed * niet|ni|nie|nimmer|niets meer; weet|weten * niet welk|wat; weet bij god niet; zou * niet * weten;
		zou|kan * niet meer weten; weet begot niet; herinner * niet; niet * herinneren; ken|kennen * niet meer; ken|kennen * niet;
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
	{forgotten, `don|do|does|doesn|can|cannot|couldn|could|not|no|didn * remember|recall; don|do|does t|not * know;
		no longer know|knows|remember|remembers|have; longer know; no idea; not sure|certain * which|what; unable * remember|recall|find;
		can|cannot * find; slipped * mind; unsure which; wonder|wondering * which; neither ** nor; nor ** address|login|username|email; escapes me;
		haven t|have not * clue; no clue; not a clue; no recollection; can t|cannot|don t * think * which`},
	{forgotten, `weiss|weiß|wissen * nicht mehr; nicht mehr * weiss|weiß|wissen|erinnern; weiss|weiß|wissen * nicht * welche|welcher|mit;
		nicht * erinnern; erinnere|erinnern * nicht; keine ahnung; finde|finden * nicht * wieder|mehr; kenne|kennen * nicht mehr;
		nicht sicher * welche|welcher; nicht mehr * welche|welcher; verlegt; weder * noch; weder ** adresse|emailadresse|email;
		fallt * nicht * ein; nicht * im kopf; keinen schimmer; keine erinnerung`},
	{forgotToDo, `vergeten ** te voegen|sturen|vermelden|melden|betalen|vullen|tekenen|dienen|antwoorden|schrijven|hangen|steken|ondertekenen;
		vergeten toevoegen|doorsturen|meesturen|bijvoegen|vermelden|betalen; vergeten bijlage; bijlage * vergeten;
		oublie|oubliee d|de ajouter|envoyer|joindre|inclure|annexer|indiquer|inscrire|inserer|repondre|payer|mentionner;
		oublie|oubliee d|de signer|preciser|transmettre|renvoyer|completer|remplir|vous|mettre;
		oubli de|d joindre|ajouter|envoyer|annexe; piece|annexe * oubliee;
		forgot|forgotten to add|attach|send|include|mention|pay|sign|forward|enclose|register|reply|fill|submit|put;
		forgot|forgotten * attachment; vergessen ** beizufugen|anzuhangen|hinzuzufugen|mitzuschicken|beizulegen|mitzusenden;
		anhang * vergessen; vergessener anhang`},

	// About the mail itself.
	{byMail, `per|via|by|par|through kerende|return|retour|e email|mail|emails|mails|courriel; per|via|by|par email|mail|emails|mails|courriel;
		by|per return email|mail; par retour de mail|courriel|email; per kerende mail|email; vorige|eerdere|dernier|previous|last|earlier mail|email|courriel`},
	{thanksFor, `bedankt|dank|dankuwel|dankjewel * om|voor; merci|remercie|remerciements * pour|avoir; thanks|thank * for; dank|danke * fur;
		geholpen|helped|aide|aidee|geholfen met|with|avec|mit; geholpen * met`},
	{notAbout, `gaat niet over|om|niet; betreft niet; gaat * niet over|om; niet over mijn|het|een; ne concerne pas; ne s agit pas; pas au sujet|propos;
		s agit pas de|d; not about; isn t about; is not about; doesn t concern; does not concern; nicht um; geht nicht; betrifft nicht;
		niets te maken met; rien a voir avec; nothing to do with`},
	{department, `afdeling; afdelingen; dienst; diensten; departement; departementen; department; departments; rechtsabteilung; abteilung;
		ledenadministratie; ledendienst; ledenbeheer; secretariaat; secretariat; sekretariat; sekretariats; direction; directie; voorzitter;
		president; presidente; juridische dienst; service juridique; services; comite; commissie; commission; raad; conseil; bestuur;
		buchhaltungsabteilung; mitgliederverwaltung; vorstand; boekhoudafdeling; studiedienst; stagecommissie; stagedienst; board`},
	{fromHere, `avec|de|depuis laquelle|lequel je|nous * ecris|ecrivons|contacte|contactons|envoie|envoyons; dont|d ou je|j * ecris|envoie;
		from which|where i|we * writing|write|sending|send|mailing|emailing; i am|m writing|mailing|emailing|sending * from;
		vanwaar|waarvandaan|waarmee|waarvan ik|wij|we * mail|schrijf|stuur|verzend|contacteer|mailen|schrijven; waarmee * stuur|schrijf|mail|verstuur;
		van der|von der|dem aus ich|diese|dieser; mit der|dem ich * schreibe|sende; von der|dem ich * schreibe|sende;
		adres|adresse|address * this|deze|dit|ce|dieser|diese message|mail|email|bericht|courriel|nachricht * comes|came|komt|vient|provient|kommt|sent;
		adres|adresse|address van|de|of|from deze|dit|ce|cet|this mail|email|courriel|message|bericht`},
	{needs, `brauchte; nodig; besoin; need; brauche; benotige; brauchen; benotigen`},
	{useIt, `gebruik; gebruiken; noteer; noteren; registreren; registreer; utiliser; utilisez; enregistrer; enregistrez; noter; prendre; use;
		register; put; verwenden; nehmen; benutzen; eintragen; neem; zet; zetten; hanteren`},
	{done, `al|reeds|intussen|inmiddels gewijzigd|aangepast|veranderd; deja change|changee|modifie|modifiee|adapte|adaptee; already changed|updated|amended;
		bereits|schon geandert|angepasst; werd|is net gewijzigd|aangepast`},
	{suspect, `is dat|dit van jullie|u; komt * van jullie|u; vient il|elle de vous; est ce * de vous; is * from you; stammt * von ihnen; phishing;
		hameconnage; verdacht; verdachte; suspect; suspecte; suspicious; oplichting; arnaque; scam; betrug`},
	{firstPassword, `jamais recu|eu|obtenu * mot de passe; nooit|geen * wachtwoord gekregen|ontvangen|gehad; never * received|had|got * password;
		nie|kein * passwort * erhalten|bekommen|gehabt`},
	{device, `computer; computers; laptop; pc; ordinateur; rechner; tablet; tablette; toestel; iphone; ipad; smartphone; macbook; machine; browser;
		navigateur`},
	{unsure, `weet|weten * niet of; sais|savons * pas|plus si; don|do * t|not know if|whether; not sure if|whether; weiss|weiß|wissen * nicht ob`},
	{profession, `accountant; boekhouder; boekhoudster; belastingadviseur; belastingconsulent; fiscalist; expert; comptable; revisor; reviseur;
		notaris; notaire; advocaat; avocat; maitre; meester; confrater; confrere; consoeur; collega; collegue; colleague; kollege; kollegin;
		steuerberater; steuerberaterin; buchhalter; conseiller; conseil; fiscal; bedrijfsrevisor; gecertificeerd; auditor; rechter; juge`},

	// Asking which one it is.
	{which, `welk; welke; quel; quelle; laquelle; lequel; quels; quelles; which; what; welche; welcher; welches; welchem; wat is * mijn; wat is|was het|de juiste|goede|correcte; was ist die richtige;
		wat was * mijn; wat is|was * adres~|mailadres~|emailadres~|login|gebruikersnaam; was ist * adresse|emailadresse; was ist * mein|meine; wat zou mijn; met wat voor;
		was ist meine; wie lautet; hoe luidt; wat was mijn; onder welk; met welk; c est quoi`},
	{known, `gekend; bekend; geregistreerd; ingeschreven; opgegeven; doorgegeven; doorgaf; opgaf; staat; sta; stond; staan; hebt; heeft;
		hebben; heb; kent; kennen; gekoppeld; gelinkt; hangt; aangesloten; bestand; systeem; gegevensbank; databank; dossier; connu;
		connue; enregistre~; inscrit; inscrite; avez; figure; lie; liee; associe; associee; donne; donnee; communiquee; communique;
		utilise; utilisee; repris; reprise; fichier~; base; systeme; indique; indiquee; encode; encodee; renseigne; renseignee;
		registered; known; linked; have; hold; associated; record; records; file; database; gave; given; used; on file; attached; use;
		hinterlegt; registriert; bekannt; haben; gespeichert; angemeldet; angegeben; verknupft; eingetragen; gemeldet; verwendet;
		benutzt; gefuhrt`},
	{find, `terugvinden; terug te vinden; opvragen; achterhalen; bezorgen; bezorg; meedelen; mee te delen; laten weten; zeggen; zoek;
		opzoeken; nakijken; doorgeven; retrouver; communiquer; rappeler; recuperer; obtenir; savoir; connaitre; me dire; indiquer;
		transmettre; donner; recover; retrieve; tell; know; find; find out; remind; let me know; herausfinden; mitteilen; nennen; sagen;
		erfahren; zuschicken; wiederfinden; recupereren; weten; geef; geven; stuur; sturen; send; envoyer; give; confirmer; confirm;
		bevestigen; brauchte; benotige; brauche; nodig; besoin; need; suche; cherche; recherche; looking for; recevoir; receive; ontvangen; krijgen`},
	{ask, `graag; gelieve; kunt; kunnen; kan; kun; zou; zouden; mag; wil; wilt; aub; alstublieft; alvast; pouvez; pourriez; puis; merci;
		veuillez; svp; souhaite; souhaiterais; voudrais; aimerais; prie; please; could; can; would; konnen; konnten; bitte; mochte;
		wurde; vraag; vragen; demande`},

	// Another address.
	{change, `gewijzigd; wijzig; wijzigen; wijziging; wijzigingen; gewijzigde; verandert; veranderd; veranderen; verander; verandering;
		aangepast; aanpassen; aan te passen; aanpassing; vervangen; vervang; vervangt; voortaan; vanaf nu; vanaf heden; vanaf vandaag;
		geworden; overschakelen; omzetten; updaten; geupdatet; bijwerken; bij te werken; corrigeren; verbeteren; overzetten; overgestapt;
		gemigreerd; nieuw; nieuwe; niew; zet het; zet maar; voorkeur; wisselen; adreswijziging; emailwijziging; mailwijziging; gewisseld;
		switchen; koppelen; linken; please link; lier; relier; associer; rattacher; verknupfen; stellen * um; liever; verkies; prefereer; van te maken; ten voordele van; ten gunste van`},
	{change, `change; changee; changer; changement; changements; modifie; modifiee; modifier; modification; modifications; modifiez; remplacer;
		remplace; remplacee; remplacez; nouveau; nouvelle; nouvel; dorenavant; desormais; adapter; adaptez; adaptation; mettre a jour;
		mise a jour; mettez a jour; corriger; rectifier; actualiser; a partir de; a partir d aujourd; basculer; a l avenir; migre;
		au profit de|d; prefere; preferais; prefererais; plutot`},
	{change, `changed; change; changes; changing; update; updated; updating; amend; replace; replaced; replaces; new; from now on; henceforth;
		switch; switched; modify; in favour|favor of; prefer; rather have|use; zugunsten; lieber; geandert; anderung; andern; geanderte; gewechselt; wechsel; aktualisieren; ersetzen; ersetzt; neue;
		neuer; neues; neuen; ab sofort; kunftig; anpassen; umgestellt; ab jetzt; in zukunft; umstellen; emailanderung; adressanderung`},
	{fresh, `nieuw; nieuwe; nouveau; nouvelle; nouvel; new; neue; neuer; neues; neuen; neu; voortaan; vanaf nu; dorenavant; desormais;
		from now on; ab sofort; geworden; become; becomes; devient; devenir`},
	{old, `oud; oude; vroeger; vroegere; vorig; vorige; ancien; ancienne; avant; precedent; precedente; old; previous; former; alte; alter;
		alten; altes; alt; vorherige; bisherige; bisher; voormalig; voormalige; verouderd; verouderde; obsolete; outdated; veraltet;
		veraltete; perimee; perime`},
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
	{stays, `heb ik nog; heb ik wel; ai encore|bien; still have; do have; habe ich noch; habe ich; ik heb * nog wel; ongewijzigd; ongewijzigde; onveranderd; blijft; blijven; zo blijven; niet * gewijzigd; niet * veranderd; niet * wijzigen;
		niet * veranderen; niet * aanpassen; inchange~; reste; restent; ne change pas; pas change; n a pas change; ne changent pas;
		unchanged; not changed|changing|change; stays; remains; remain; bleibt; bleiben; unverandert; nicht geandert; is wel juist;
		klopt wel; klopt nog; is nog juist; est correcte|correct; est * correcte; weet ik wel; ken ik wel; weet ik nog; ken ik nog;
		ik ken mijn; ik weet mijn; is correct; klopt; stimmt; connais bien; je connais mon|l; sais bien; is wel bekend; i know my|the;
		do know; kenne ich; weiss ich`},
	{broken, `werkt niet|ni|nie; werken niet; lukt niet|ni|nie; fonctionne pas; marche pas; fonctionne plus; doesn t work; does not work;
		not working; isn t working; funktioniert nicht; geht nicht; klappt nicht; geweigerd; refuse; refusee; rejected; invalid;
		ongeldig; invalide; incorrect; verkeerd; mauvais; wrong; falsch; fout; foutmelding; message d erreur; error; erreur; fehler;
		fehlermeldung; fehlgeschlagen; mislukt; niet aanvaard; werkt ni meer; werkt * niet meer; lukt * niet meer; bug; witte pagina;
		page blanche; not accepted; abgelehnt`},
	{blocked, `geblokkeerd; vergrendeld; bloque; bloquee; verrouille; locked; blocked; gesperrt; blokkeert; locked out; bloque~`},

	// Other matters.
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
	{solved, `is gelukt; gelukt; opgelost; in orde; teruggevonden; al gevonden; reeds gevonden; hoeft niet meer; niet meer nodig;
		mag u negeren; negeren; geen rekening houden; werkt nu|weer|terug|opnieuw; kan * weer|terug|opnieuw inloggen; kon inloggen;
		resolu; resolue; c est resolu; ai retrouve; a marche; ca marche; fonctionne maintenant|a nouveau; ne pas tenir compte;
		ignorer|ignorez mon|ma|ce|cet|le; plus necessaire; en ordre; bien recu; bien arrive; ai de|a nouveau acces; heb weer|terug|opnieuw toegang; have access again; habe wieder zugang; onbestaande; ne tenez|tenir pas compte; annuleren; annuleer; annuler; annulez; cancel; stornieren; intrekken; intrek; als nietig; nulle et non avenue; achterhaald; wachtwoord|paswoord werkt; mot de passe fonctionne|marche;
		password works; passwort funktioniert; solved; resolved; works now; it works;
		worked; ignore|disregard my; found it; no longer needed; erledigt; gelost; hat geklappt; hat funktioniert;
		funktioniert jetzt|wieder; wiedergefunden; nicht mehr notig; goed ontvangen; ontvangen dank; well received;
		suis|reconnecte connecte|connectee|entre|entree; ben|zit ingelogd|aangemeld|binnen|erin; ben ik ingelogd|aangemeld|binnen; ik ben er in;
		ik zit er in; am|m|now logged in; managed to log in; bin * eingeloggt|angemeldet|drin; ai pu me connecter; pu me reconnecter;
		me suis connecte|connectee; kunnen inloggen * dank; alles werkt|ok|goed; tout fonctionne|marche; all good|sorted; all works;
		alles klar; in ordnung; sorted; is geregeld; geregeld; c est regle; regle`},
	{why, `waarom; hoelang; hoe lang; veilig; pourquoi; combien de temps; delai; securise; est ce sur; why; how long; safe; secure; warum;
		wie lange; sicher; wettelijk; moet ik ** kopie; dois je ** copie; do i ** copy; muss ich ** kopie; legal; privacy; vie privee; datenschutz; is dat normaal; est ce normal; verplicht; obligatoire;
		mandatory; rechtmatig`},
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
		logiciel de gestion; unser unternehmen; verify your; confirm your|votre account|password|compte|mot; validate your; within 24|48 hours; quota; mailbox is * full;
		verify now; click here; click below; cliquez ici; cliquez sur le lien; suspended; wordt gedeactiveerd; klik hier;
		klicken sie hier; upgrade your mailbox; unusual activity; action required; bitcoin; casino; loterij; lottery; heritage de;
		million; viagra; seo; backlink~`},
	{negation, `niet; geen; nooit; pas; plus; jamais; aucun; aucune; rien; not; no; never; n t; nicht; kein; keine; nie; ni; nimmer; sans;
		zonder`},
}
