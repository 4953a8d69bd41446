package classify

import (
	"slices"
	"strings"
)

// cue is a word or phrase, folded, beside an address. before says on which side of the address it stands.
type cue struct {
	is    role
	words []string
}

// cuesBefore stand before an address; the one nearest to it counts.
var cuesBefore = []cue{
	{asNew, list(`la suivante;le suivant;als volgt;het volgende;de volgende;as follows;the following;wie folgt;folgende;a dater de ce jour;a compter de;des a present;met ingang van;per heden;account should go to;should go to;moet naar;mag naar;ecriviez la;toekomstig;toekomstige;futur;future;kunftige;kunftiges;kunftiger;nieuw;nieuwe;voortaan;vanaf nu;vanaf heden;vanaf vandaag;wordt;worden;is gewijzigd;gewijzigd;gewijzigde;gewijzigd in;
		gewijzigd naar;veranderd in;veranderd naar;wijzigen in;wijzigen naar;veranderen in;aanpassen naar;aanpassen aan;
		vervangen door;omzetten naar;wijziging naar;gebruiken;gebruik;noteren;noteert;noteer;zet het op;koppelen aan;linken aan;
		koppelen met;overzetten naar;zetten op;juiste adres;juiste emailadres;juiste mailadres;juiste email;correcte adres;
		correcte emailadres;correcte mailadres;bonne adresse;adresse correcte;lier a;associer a;door;naar;vers;aan;by;with;
		correct address;right address;right email;correct email;link to;link it to;richtige adresse;richtige emailadresse;
		verknupfen mit;zet het maar op;zet maar op;is nu;moet zijn;moet worden;->;=>;→;➔;⇒;nouvelle;nouveau;nouvel;dorenavant;
		desormais;devient;devenir;doit etre;a change;ai change;change en;change pour;changer en;changer par;changer pour;modifier en;
		modifiee en;modifier par;remplacer par;remplacee par;remplace par;par;est maintenant;utiliser;utilisez;reprendre;noter;notez;
		a l avenir;new;from now on;now is;is now;changed to;change to;change it to;update to;updated to;switch to;replaced by;
		replace by;replace with;replaced with;replace it with;use;becomes;become;should be;must be;henceforth;to;neue;neuer;neues;
		neuen;neu;ab sofort;ab jetzt;kunftig;in zukunft;geandert in;geandert;andern in;andern auf;ersetzen durch;lautet jetzt;
		ist jetzt;jetzt;nunmehr;auf;durch;zu;has changed;have changed;modifiee;modifie;mis a jour;changement;enregistrer;enregistrez;
		encoder;encodez;introduire;registreren;registreer;registreert;please register;register instead;liever;prefere;preferais;
		prefererais;prefer;rather have;rather use;lieber;plutot;au profit de;au profit d;ten voordele van;ten gunste van;in favour of;
		in favor of;zugunsten von;il faut;faut;mail nu;email nu;adres nu;mailadres nu;emailadres nu;zet;zetten;put;mettre;mettez;instellen;compte a;acces a;identifiant a;login a;dossier a;profil a;bereikbaar op;bereikbaar via;joignable a;joignable sur;reachable at;erreichbar unter;
		in het vervolg;voor de toekomst;neem;neemt;nemen;neem nu;neem best;neem je best;neem maar;doe maar;prenez;prends;take;nehmen;nehmen sie;nimm;deviennent;deviendra;deviendront;
		zal voortaan;wordt voortaan;wordt nu;schrijf in;inscrire;inscrivez;inscris;mettez moi;mets;metz;het volgende;volgend adres;volgend mailadres;volgende adres;volgend emailadres;
		volgende emailadres;volgende mailadres;le suivant;la suivante;adresse suivante;adresse mail suivante;the following;following address;following email;folgende;folgende adresse;
		folgende emailadresse;richtig ware;richtig ist;ware richtig;correct is;correct would be;juist is;juiste is;zou moeten zijn;het juiste is;goede adres;goede mailadres;goede emailadres;
		juiste is nu;la bonne est;le bon est;la bonne adresse;le bon mail;la correcte est;adres dat ik wil;address i want;address i want is;i want is;gewenst adres;gewenste adres;
		gewenste emailadres;gewenst emailadres;adresse souhaitee;adresse desiree;adresse voulue;desired address;preferred address;gewunschte adresse;gewunschte emailadresse;
		write in your system;put in your system;in your system;invoeren;invullen;ingeven;opnemen;inbrengen;wijzigt u in;maak er;maak daar;er van maakt;ervan maakt;van maakt;van maken;van te maken;ervan maken;
		wordt dus;is dus;est donc;devient donc;est desormais;est dorenavant;is voortaan;is vanaf nu;is intussen;is inmiddels;est a present;est aujourd hui;ist ab sofort;ist nun;
		lautet nun;lautet neu;lautet ab sofort;luidt nu;luidt voortaan;umstellen auf;umtragen auf;eintragen;einzutragen;hinterlegen;overgestapt op;overgestapt naar;overgeschakeld op;
		overgeschakeld naar;passe a;passe sur;passee a;bascule vers;moved to;switched to;gewechselt zu;umgestiegen auf;te vervangen door;a remplacer par;te wijzigen in;te wijzigen naar;
		aanmelden met;inloggen met;me connecter avec;m identifier avec;connecter via;log in with;sign in with;einloggen mit;anmelden mit;
		right one is;correct one is;right address is;soit lie a;soit liee a;est lie a;gekoppeld aan;gelinkt aan;linked to;verknupft mit;
		zal zijn;sera;sera donc;seront;will be;wird sein;lautet;luidt;ander mailadres;ander adres;ander emailadres;ander mailadres nl;nl;autre adresse;autre mail;autre email;
		another address;other address;different address;andere adresse;andere emailadresse;a savoir;namelijk;namlich;reached at;reached on;reach me at;reach me on;bereiken op;bereiken via;
		joindre a;joindre sur;joindre via;contacter a;contacter sur;erreichen unter;erreichen sie mich unter;mail mij op;mail me op;mail mij;ecrivez moi a;as of today;ab heute`)},
	{asOld, list(`oud;oude;vorig;vorige;vroeger;vroegere;in plaats van;i p v;ipv;in de plaats van;was;vervangt;niet meer;ancien;ancienne;avant;
		precedente;precedent;au lieu de;au lieu d;a la place de;remplace;etait;old;previous;former;formerly;instead of;was;replaces;
		replacing;replace;alte;alter;alten;alt;bisher;bisherige;bisherigen;fruher;vorherige;statt;anstatt;anstelle von;ersetzt;
		anciennement;voorheen;eerder;ne plus;plus utiliser;het andere;het ander;dat andere;l autre;the other;the other one;das andere;die andere;is nog;staat nog;staat nog op;
		staan nog;sta nog;nog met;nog onder;nog op;encore avec;encore sous;still with;still under;noch mit;noch unter;is nog steeds;staat nog steeds;heeft u nog;hebt u nog;hebben jullie nog;heb nog;est encore;est toujours;figure encore;figure toujours;
		avez encore;avez toujours;is still;still have;still has;still shows;steht noch;ist noch;haben sie noch;steht immer noch;ist immer noch;not use;do not use;don t use;
		no longer use;stop using;not to use;gebruik niet meer;niet te gebruiken;n utilisez plus;ne pas utiliser;n utilise plus;nicht mehr verwenden;niet;not;
		verwijder;verwijderen;schrap;schrappen;wis;wissen;supprimer;supprimez;supprime;effacer;effacez;delete;remove;losche;loschen;entfernen;streichen;
		plus acces a;perdu l acces a;plus l acces a;lost access to;no access to;no longer have access to;no longer access;geen toegang tot;geen toegang meer tot;kein zugriff auf;keinen zugriff auf;
		keinen zugriff mehr auf;plus acceder a;niet meer in;niet meer aan;toegang kwijt tot;ik schreef;schreef ik;j ai ecrit;j avais ecrit;i wrote;ich schrieb;
		tot nu toe;tot nog toe;tot voor kort;jusqu ici;jusqu a present;jusqu a maintenant;until now;up to now;so far;bis jetzt;bislang;bis dato;initialement;
		oorspronkelijk;originally;ursprunglich;oude adres;oud adres;gesloten;fermee;closed;foutief;foutieve;verkeerde;fout adres;mauvaise adresse;wrong address;falsche adresse`)},
	{aside, list(`factuur;facturen;facture;factures;facturation;invoice;invoices;rechnung;rechnungen;nieuwsbrief;newsletter;nieuwsbrieven;
		boekhouding;bcc;cc;reply to;stuur;sturen;antwoord;antwoorden;envoyer;repondre;reponse;send;answer;reply;antwort;antworten;
		schicken;send it;contact;vragen;questions;meldt;misbruik;abuse;privacy;confrater;collega;collegue;colleague;kollege;kollegin;
		hulp;info;spreker;orateur;speaker;dossierbeheer;van mijn vrouw;van mijn man;de mon epouse;de mon mari;de ma femme;de mon conjoint;
		de ma conjointe;de ma fille;de mon fils;de mon collegue;de ma collegue;de mon associe;de ma secretaire;de mon comptable;van mijn echtgenote;van mijn echtgenoot;van mijn zoon;
		van mijn dochter;van mijn collega;van mijn vennoot;van mijn secretaresse;van mijn baas;van onze secretaresse;of my wife;of my husband;of my son;of my daughter;of my colleague;
		my wife s;my husband s;my colleague s;meiner frau;meines mannes;meiner kollegin;meines kollegen;meines sohnes;meiner tochter;algemene vragen;algemeen adres;general enquiries;
		pour toute question;uw antwoord;votre reponse;your reply;your answer;ihre antwort;en copie;in kopie;in copy;kopie;copie;copy`)},
}

// cuesAfter stand behind an address; the one nearest to it counts.
var cuesAfter = []cue{
	{asNew, list(`gezet worden;gekoppeld worden;geregistreerd worden;genoteerd worden;gebruikt worden;zetten;overzetten;instellen;en remplacement;ter vervanging;in vervanging;as a replacement;als ersatz;geworden;te gebruiken;gebruiken;vervangt;remplace;replaces;ersetzt;verwenden;worden;a partir de maintenant;benutzen;wijzigen;
		te noteren;in plaats van;au lieu de;au lieu d;instead of;statt;werkt al;zijn;replacing;i p v;ipv;a la place de;a la place;
		van te maken;van maken;in de plaats;instead;te registreren;registreren;te noteren;stattdessen;eintragen;hinterlegen;registrieren;
		ubernehmen;a enregistrer;a encoder;als hoofdadres;als contactadres;als adres;comme adresse;as main;as my;als adresse;als meine;comme login;als login;als gebruikersnaam;as login;comme identifiant;
		als mijn mailadres;als mijn emailadres;als mailadres;als emailadres;als mijn login;als nieuw;als nieuwe;zetten;te zetten;inschrijven;in te schrijven;opnemen;op te nemen;
		invoeren;in te voeren;ingeven;in te geven;instellen;in te stellen;hanteren;te hanteren;comme mail;comme email;comme nouvelle;comme nouveau;comme nouvel;comme adresse mail;
		a inscrire;a utiliser;a noter;a mettre;a prendre en compte;should be used;to be used;should be my;is the new;is my new;is mijn nieuw;is mijn nieuwe;is het nieuwe;is nieuw;
		est la nouvelle;est ma nouvelle;est mon nouvel;est mon nouveau;est le nouveau;est la bonne;est le bon;ist die neue;ist meine neue;ist neu;is het juiste;is juist;is the right;
		is the correct;ist die richtige;ist richtig;moet het zijn;moet het worden;wordt het;als neue;als mein;einzutragen;zu verwenden;zu benutzen;zu hinterlegen;erfassen;
		is voortaan;vanaf nu;voortaan;desormais;dorenavant;from now on;ab sofort;kunftig;is de definitieve;is het definitieve;is definitief;est la definitive;est definitive;
		is the final;is the definitive;ist die endgultige;ist endgultig;is het enige;is de enige;is nog het enige;est la seule;est le seul;est l unique;is the only;ist die einzige;
		in te vullen;invullen;in te brengen;toe te voegen als`)},
	{asOld, list(`bestaat niet meer;bestaat niet langer;werkt niet meer;mag vervangen;vervangen door;wordt vervangen;mag weg;mag verwijderd;
		mag geschrapt;is vervallen;vervalt;verdwijnt;verdwijnen;wordt afgesloten;wordt opgeheven;wordt;is opgeheven;naar;is niet meer;
		gebruik ik niet meer;heb ik niet meer;niet meer;was mijn oude;n existe plus;ne fonctionne plus;n est plus;sera supprimee;
		sera supprime;est supprimee;est remplacee;devient;par;vers;no longer;doesn t exist;does not exist;is replaced;to be replaced;
		to;expires;existiert nicht mehr;gilt nicht mehr;funktioniert nicht mehr;nicht mehr;wird durch;wird ersetzt;wird;auf;durch;->;
		=>;→;ne sera plus;plus valable;is oud;is dood;moet;doit etre;should be;becomes;is now;met;with;
		verwijderen;te verwijderen;schrappen;te schrappen;wissen;te wissen;mag je verwijderen;mag u verwijderen;mag u schrappen;supprimer;la supprimer;le supprimer;a supprimer;
		effacer;l effacer;deleted;removed;can be deleted;can go;delete;remove;loschen;geloscht;streichen;gestrichen;entfernen;entfernt;kann weg;peut etre supprimee;peut etre supprime;
		peut disparaitre;is afgesloten;is gesloten;is stopgezet;stopt;werkt niet;is dood;is weg;bestaat niet;bestond;n existe pas;doesn t work;does not work;funktioniert nicht;
		not any longer;any longer;anymore;is geblokkeerd;est bloquee;est bloque;est fermee;is closed;was closed;was my old;etait mon ancienne;est mon ancienne;est l ancienne;is mijn oude;
		is my old;is het oude;war meine alte;ist die alte;ist meine alte;is verkeerd;is fout;est fausse;est incorrecte;is wrong;ist falsch;kwijt;perdue;lost;
		n utilise plus;plus utilise;n emploie plus;n ai plus;niet meer gebruik;niet meer gebruiken;niet langer gebruik;niet meer heb;nicht mehr nutze;nicht mehr verwende;nicht mehr benutze;nicht mehr habe;
		no longer use;longer use;do not use;don t use;don t use anymore;stopped using;opvolger;opvolgster;successeur;successor;nachfolger;nachfolgerin;overnemer;repreneur`)},
}

// Directional cues only count right beside the address, in a sentence that speaks of a change.
var (
	directionalBefore = wordSet("door aan by with to par durch auf zu naar vers use niet not")
	beside            = wordSet("was werd etait")
	directionalAfter  = wordSet("to par durch auf zu naar vers wordt worden zijn met with wird moet doit devient")
)

// whenChanging are cues that only count in a sentence that speaks of a change: without one they tell where somebody is reached, or which
// address is known.
var whenChanging = setOf(list(`bereikbaar op;bereikbaar via;joignable a;joignable sur;reachable at;erreichbar unter;lautet;luidt;acces a;compte a;identifiant a;login a;dossier a;profil a;ander mailadres;ander adres;ander emailadres;ander mailadres nl;nl;autre adresse;autre mail;
	autre email;another address;other address;different address;andere adresse;andere emailadresse;a savoir;namelijk;namlich;reached at;reached on;reach me at;reach me on;bereiken op;
	bereiken via;joindre a;joindre sur;joindre via;contacter a;contacter sur;erreichen unter;erreichen sie mich unter;mail mij op;mail me op;mail mij;ecrivez moi a;as of today;ab heute;
	aanmelden met;inloggen met;me connecter avec;m identifier avec;connecter via;log in with;sign in with;einloggen mit;anmelden mit;is dus;est donc;in your system;is juist;est la bonne;
	est le bon;is the correct;is the right;ist richtig;ist die richtige;la bonne adresse;le bon mail;goede adres;goede mailadres;goede emailadres;invoeren;ingeven;in te geven;invullen;
	het volgende;volgend adres;volgende adres;volgend mailadres;volgende mailadres;volgend emailadres;volgende emailadres;le suivant;la suivante;adresse suivante;adresse mail suivante;
	the following;following address;following email;folgende;folgende adresse;folgende emailadresse;instellen;zetten;werkt niet;n existe pas;doesn t work;does not work;
	funktioniert nicht;lost;perdue;kwijt`))

func setOf(items []string) map[string]bool {
	set := map[string]bool{}
	for _, s := range items {
		set[s] = true
	}
	return set
}

// knownAs end what stands before the address by which the Institute knows somebody.
var knownAs = []string{" bij jullie is ", " bij u is ", " gekend als ", " gekend onder ", " gekend met ", " ingeschreven met ", " ingeschreven onder ", " ingeschreven op ", " ingeschreven als ",
	" geregistreerd met ", " geregistreerd onder ", " geregistreerd op ", " geregistreerd als ", " bekend als ", " bekend onder ", " bekend met ", " inscrit avec ", " inscrite avec ", " inscrit sous ",
	" inscrite sous ", " connu sous ", " connue sous ", " connu comme ", " enregistre sous ", " enregistree sous ", " enregistre avec ", " enregistree avec ", " registered with ", " registered under ",
	" registered as ", " known as ", " signed up with ", " on file is ", " registriert mit ", " registriert unter ", " bekannt unter ", " bekannt als ", " hinterlegt ist ", " angemeldet mit "}

// heading and following are the cues by their word next to the address.
var (
	heading   = indexCues(cuesBefore, true)
	following = indexCues(cuesAfter, false)
)

// indexed is one phrase of a cue.
type indexed struct {
	is    role
	words string // with a space on either side
}

// indexCues orders the phrases of cues by their last or their first word, the longest phrase first, as that is preferred.
func indexCues(cues []cue, byLast bool) map[string][]indexed {
	index := map[string][]indexed{}
	for _, c := range cues {
		for _, phrase := range c.words {
			words := strings.Fields(phrase)
			word := words[0]
			if byLast {
				word = words[len(words)-1]
			}
			index[word] = append(index[word], indexed{c.is, " " + phrase + " "})
		}
	}
	for _, phrases := range index {
		slices.SortStableFunc(phrases, func(a, b indexed) int { return len(b.words) - len(a.words) })
	}
	return index
}

// situation is what the sentence of an address does: it speaks of a change, or the sender says in it what he wants.
type situation struct{ changes, wants bool }

// counts reports whether a cue counts at that distance from the address.
func (s situation) counts(c indexed, distance int, directional map[string]bool) bool {
	w := c.words[1 : len(c.words)-1]
	switch {
	case w == "zijn" && distance > 0, beside[w] && distance > 3, directional[w] && (!s.changes || distance > 3):
		return false
	}
	return !whenChanging[w] || s.changes || s.wants
}

// cueBefore returns the cue that is nearest in front of the address, in a text of words with a space around each, and its distance in
// bytes.
func (s situation) cueBefore(text string) (role, int) {
	for end := len(text) - 1; end > 0; {
		start := strings.LastIndexByte(text[:end], ' ')
		for _, c := range heading[text[start+1:end]] {
			if distance := len(text) - 1 - end; strings.HasSuffix(text[:end+1], c.words) && s.counts(c, distance, directionalBefore) {
				return c.is, distance
			}
		}
		end = start
	}
	return plain, len(text) + 1
}

// cueAfter is cueBefore for the text behind the address.
func (s situation) cueAfter(text string) (role, int) {
	for start := 0; start < len(text)-1; {
		end := start + 1 + strings.IndexByte(text[start+1:], ' ')
		for _, c := range following[text[start+1:end]] {
			if strings.HasPrefix(text[start:], c.words) && s.counts(c, start, directionalAfter) {
				return c.is, start
			}
		}
		start = end
	}
	return plain, len(text) + 1
}
