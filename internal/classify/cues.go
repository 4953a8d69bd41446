package classify

import "strings"

// cue is a word or phrase, folded, beside an address. before says on which side of the address it stands.
type cue struct {
	is    role
	words []string
}

// cuesBefore stand before an address; the one nearest to it counts.
var cuesBefore = []cue{
	{asNew, list(`nieuw;nieuwe;voortaan;vanaf nu;vanaf heden;vanaf vandaag;wordt;worden;is gewijzigd;gewijzigd;gewijzigde;gewijzigd in;
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
		in favor of;zugunsten von;il faut;faut;mail nu;email nu;adres nu;mailadres nu;emailadres nu;zet;zetten;put;mettre;mettez;instellen;compte a;acces a;identifiant a;login a;dossier a;profil a;bereikbaar op;bereikbaar via;joignable a;joignable sur;reachable at;erreichbar unter`)},
	{asOld, list(`oud;oude;vorig;vorige;vroeger;vroegere;in plaats van;i p v;ipv;in de plaats van;was;vervangt;niet meer;ancien;ancienne;avant;
		precedente;precedent;au lieu de;au lieu d;a la place de;remplace;etait;old;previous;former;formerly;instead of;was;replaces;
		replacing;replace;alte;alter;alten;alt;bisher;bisherige;bisherigen;fruher;vorherige;statt;anstatt;anstelle von;ersetzt;
		anciennement;voorheen;eerder;ne plus;plus utiliser`)},
	{aside, list(`factuur;facturen;facture;factures;facturation;invoice;invoices;rechnung;rechnungen;nieuwsbrief;newsletter;nieuwsbrieven;
		boekhouding;bcc;cc;reply to;stuur;sturen;antwoord;antwoorden;envoyer;repondre;reponse;send;answer;reply;antwort;antworten;
		schicken;send it;contact;vragen;questions;meldt;misbruik;abuse;privacy;confrater;collega;collegue;colleague;kollege;kollegin;
		hulp;info;spreker;orateur;speaker;dossierbeheer;van mijn vrouw;van mijn man;de mon epouse;de mon mari`)},
}

// cuesAfter stand behind an address; the one nearest to it counts.
var cuesAfter = []cue{
	{asNew, list(`geworden;te gebruiken;gebruiken;vervangt;remplace;replaces;ersetzt;verwenden;worden;a partir de maintenant;benutzen;wijzigen;
		te noteren;in plaats van;au lieu de;au lieu d;instead of;statt;werkt al;zijn;replacing;i p v;ipv;a la place de;a la place;
		van te maken;van maken;in de plaats;instead;te registreren;registreren;te noteren;stattdessen;eintragen;hinterlegen;registrieren;
		ubernehmen;a enregistrer;a encoder;als hoofdadres;als contactadres;als adres;comme adresse;as main;as my;als adresse;als meine;comme login;als login;als gebruikersnaam;as login;comme identifiant`)},
	{asOld, list(`bestaat niet meer;bestaat niet langer;werkt niet meer;mag vervangen;vervangen door;wordt vervangen;mag weg;mag verwijderd;
		mag geschrapt;is vervallen;vervalt;verdwijnt;verdwijnen;wordt afgesloten;wordt opgeheven;wordt;is opgeheven;naar;is niet meer;
		gebruik ik niet meer;heb ik niet meer;niet meer;was mijn oude;n existe plus;ne fonctionne plus;n est plus;sera supprimee;
		sera supprime;est supprimee;est remplacee;devient;par;vers;no longer;doesn t exist;does not exist;is replaced;to be replaced;
		to;expires;existiert nicht mehr;gilt nicht mehr;funktioniert nicht mehr;nicht mehr;wird durch;wird ersetzt;wird;auf;durch;->;
		=>;→;ne sera plus;plus valable;is oud;is dood;moet;doit etre;should be;becomes;is now;met;with`)},
}

// Directional cues only count right beside the address, in a sentence that speaks of a change.
var (
	directionalBefore = wordSet("door aan by with to par durch auf zu naar vers use")
	beside            = wordSet("was werd etait")
	directionalAfter  = wordSet("to par durch auf zu naar vers wordt worden zijn met with wird moet doit devient")
)

// nearestCue returns the cue that is nearest to the address and its distance in bytes.
func nearestCue(text string, cues []cue, changes, fromEnd bool) (role, int) {
	found, distance, size := plain, len(text)+1, 0
	directional := directionalAfter
	if fromEnd {
		directional = directionalBefore
	}
	for _, c := range cues {
		for _, w := range c.words {
			at := cueAt(text, w, fromEnd)
			if at < 0 || directional[w] && (!changes || at > 3) || beside[w] && at > 3 {
				continue
			}
			if at < distance || at == distance && len(w) > size {
				found, distance, size = c.is, at, len(w)
			}
		}
	}
	return found, distance
}

// cueAt returns how far a cue stands from the address, -1 when it is not there.
func cueAt(text, w string, fromEnd bool) int {
	w = " " + w + " "
	if fromEnd {
		if i := strings.LastIndex(text, w); i >= 0 {
			return len(text) - i - len(w)
		}
		return -1
	}
	return strings.Index(text, w)
}
