package classify

import "strings"

// The words that tell whose number it is, folded. Those of requests are in phrases_who.go.
var (
	// ownAlone mean the sender wherever they stand.
	ownAlone = wordSet("mijne mijnen mien mienne miens miennes mine meins meinige meinigen ikzelf mezelf mijzelf mezelve myself")
	// ownBeside mean the sender right beside the number, or behind "of".
	ownBeside = wordSet("ik mij me moi je i ich mir mich meine mein")
	// shared are the possessives of several people.
	shared = wordSet("onze ons notre nos our unsere unser")
	// withOthers mean the sender in a list of people.
	withOthers = wordSet("ik ikzelf mij mezelf mijzelf moi i me myself ich mir mich")
	// giving are verbs of which the sender is only the one who writes.
	giving = wordSet(`geef stuur bezorg vind heb zend meld vraag schrijf donne envoie transmets communique ai vous give send have am
		sende gebe habe schicke kan wil zou voudrais would mochte hope hoop ben suis bin`)

	// relatives are people who are not in the table of persons, as they mean nothing for the of a mail.
	relatives = wordSet(`tweelingbroer tweelingzus tweelingbroers tweelingzussen kleindochter kleinzoon kleinkind kleinkinderen schoonzus
		schoonbroer schoonzoon schoondochter stiefzoon stiefdochter stiefvader stiefmoeder neef
		levensgezel levensgezellin verloofde ega wederhelft exman exvrouw weduwe weduwnaar overledene kinderen dochtertje zoontje
		stagebegeleider stagebegeleidster begeleider mentor supervisor voorganger opvolger vennote vennoten medevennoot
		medezaakvoerder buurman buurvrouw bediende personeelslid
		jumeau jumelle neveu niece cousin cousine gendre enfant enfants bebe veuf veuve defunt defunte conjoint
		conjointe compagne concubin concubine maitresse parrain marraine tuteur predecesseur successeur cogerant employes
		twin grandson granddaughter grandfather grandmother nephew niece stepson stepdaughter widow widower fiance fiancee child children
		kids parents uncle aunt predecessor successor landlord neighbour neighbor
		zwilling zwillingsbruder zwillingsschwester enkelin neffe nichte schwager schwagerin schwiegervater schwiegermutter
		schwiegersohn schwiegertochter kinder witwe witwer verlobte verlobter lebensgefahrte lebensgefahrtin eltern onkel nachbar
		stagiairs klantin zuster oom nonkel voisin voisine amie gatte gattin gatten ehegatte ehegattin ehegatten mannes ehemannes sohnes vaters bruders
		chefs chefin kunde kunden kundin mandantin partnerin partners freundin freundes geschaftspartner geschaftspartners geschaftspartnerin mitarbeiters`)
	// roles are what the sender can be as well: they only mean another behind an article or possessive.
	roles = wordSet(`secretary zaakvoerder zaakvoerster manager bestuurder stagiair stagiaire stagemeester associe associee vennoot employe employee
		secretaresse secretaire sekretarin assistent assistente assistant medewerker medewerkster lid membre partner gerant gerante
		collaborateur collaboratrice chef directeur directrice director direktor trainee expert boss patron bediende spreker speaker
		werknemer werkneemster beheerder mitarbeiter mitarbeiterin geschaftsfuhrer member praktikant praktikantin administrateur
		administratrice bedrijfsleider afgevaardigd gedelegeerd`)
	articles  = wordSet("meines meinem unseres unserer unserem unseren de het le la l les the der die das den dem een un une a an van du von of notre uw votre vos voor pour for fur")
	employers = wordSet("werkgever employeur employer arbeitgeber kantoor bureau cabinet firma")
	greetings = wordSet("beste dag geachte waarde cher chere chers cheres dear liebe lieber geehrte geehrter hallo hoi hey hi hello bonjour bonsoir goedendag goedemorgen")
	// thirdPersons are somebody who was named before.
	thirdPersons = wordSet("hij hem he him il elle lui elles ils sie zij")
	impersonals  = wordSet("faut vous y s est me m nous te t n ne semble paraitrait suffit convient manque reste existe")
	// plurals are what "zijn" is the verb of.
	plurals = wordSet(`gegevens nummers nummer naam voornaam identiteitsgegevens persoonsgegevens data rijksregisternummer rijksregisternummers
		volgende deze dit dat mijne hier hierbij emailadres mailadres`)

	// theirNames begin a sentence that names somebody else.
	// moreTitles are titles that are no part of the table for names.
	moreTitles = wordSet("herrn meester maitre mister miss dame notaris notaire dokter docteur doctor")
	theirNames = phraseList(`mijn nicht; m n nicht; onze nicht; her name; his name; their name; zijn naam; haar naam; hun naam; z n naam; d r naam; son nom; leur nom; sein name;
		zijn voornaam; haar voornaam; son prenom; her full name; his full name; haar volledige naam; zijn volledige naam; son nom complet`)

	masters   = wordSet("maitre")
	mastersOf = phraseList("maitre de stage; maitre de mon stage; maitre d apprentissage")

	// rightMarks come before the right number, wrongWords call one wrong or old.
	rightMarks = wordSet(`maar mais but sondern aber moet doit should must muss soll juist juiste correct correcte goede goeie bon bonne exact exacte
		right richtig richtige richtigen nieuw nieuwe nouveau nouvelle new neue neuer neues huidig huidige actuel actuelle current
		present sorry correctie correction rectification korrektur wel eigenlijk plutot pardon excuseer oeps oups oops`)
	rightWords = wordSet(`juist juiste correct correcte goed goede bon bonne exact exacte right richtig geldig valable valide valid gultig meer plus
		longer klopt stimmt mehr actueel actuel`)
	wrongWords = wordSet(`oud oude ouwe vorig vorige vroeger vroegere ancien ancienne anciens old former previous alte alter altes alten fruhere
		fout foutief foutieve foute verkeerd verkeerde onjuist onjuiste faux fausse errone erronee incorrect incorrecte inexact wrong
		falsch falsche falscher falschen geannuleerd geschrapt vervallen afgeschaft annule annulee supprime cancelled canceled revoked
		withdrawn invalid ongeldig ongeldige perime perimee geloscht ungultig ungultige mistaken obsolete vervangen remplace replaced`)
	// formerWords are those of wrongWords that call a number old; what was somebody's own once is nobody else's.
	formerWords = wordSet("oud oude ouwe vorig vorige vroeger vroegere ancien ancienne anciens old former previous alte alter altes alten fruhere")
	denials     = wordSet("niet non not nicht pas geen nie plus isn kein n klopt t")
	ignores     = wordSet("ignore ignorez disregard negeer negeren vergeet oubliez ignorieren vergessen schrap supprimez delete forget")
	insteads    = phraseList("in plaats van; ipv; i p v; au lieu de; au lieu du; a la place de; instead of; statt; anstatt; anstelle von; anstelle; rather than; plutot que; eerder dan; en lieu et place de")

	// exampleWords call a number an example.
	exampleWords = wordSet(`voorbeeld bijvoorbeeld bijv bvb bv vb voorbeeldnummer exemple example beispiel beispielsweise fictief fictieve
		fictif formaat format modele eg vgl`)
	exampleShort = wordSet("ex bv bvb vb bijv eg zb")
	examples     = phraseList("p ex; par ex; v b; d i; e g; z b; zum beispiel; for instance; b v; in de vorm; sous la forme; in the form; in der form; genre")

	// linkWords stand between a number and its owner.
	linkWords      = wordSet("is was est etait ist war van de d a pour voor for von fur of belongs hoort behoort toebehoort gehort appartient dat c that das klopt niet n")
	isVerbs        = wordSet("is was est etait ist war klopt niet n isn were zijn sont are sind hoort gehort appartient belongs")
	mustWords      = wordSet("moet moest doit devait should must muss soll wordt devient becomes wird")
	buts           = wordSet("maar mais but aber doch")
	demonstratives = wordSet("dat dit die deze ce c cela ca cet cette celui that this das dies dieses diese dieser dat")
	// labelGlue stands between a name and a number that is its.
	labelGlue = wordSet("met met avec with mit dont le la het l is est ist de du the numero sous onder au dos carte back of mit der")

	formers = wordSet("former eerste eerstgenoemde eerstvermelde premier premiere first erste ersteres erstere ersterer bovenste")
	latters = wordSet("latter tweede laatste laatstgenoemde second seconde deuxieme dernier derniere zweite letztere letzteres letzterer onderste last")
	onlys   = wordSet("only enkel alleen uitsluitend seul seulement uniquement nur ausschliesslich")
)

// The words that tell for whom a mail asks.
var (
	// addressed are the Institute, at whose request a member writes.
	addressed = wordSet("u uw jullie je jouw vous votre vos you your ihnen ihrer ihres ihre instituut institut institute itaa")
	// nobodyElse begin "of nobody else but me".
	nobodyElse = wordSet("personne niemand nobody none niemandem niemands")
	// machineVerbs are what a platform does.
	machineVerbs = wordSet(`vraagt zegt geeft meldt aanvaardt herkent accepteert weigert toont blijft demande dit affiche refuse accepte reconnait
		indique asks says shows refuses rejects accepts recognises recognizes tells fragt sagt zeigt verlangt erkennt akzeptiert`)
	alreadyWords = wordSet("al reeds deja already schon bereits")
	forWords     = wordSet("voor pour for fur")
	filesOf      = wordSet("dossier dossiers fiche profiel profil profile account compte konto toegang acces access gegevens donnees data nom naam name lidmaatschap")
	// ownMessages are what a sender forwards of the own, otherMailbox what it was sent from, and resends say so.
	ownMessages  = wordSet("mail mails email bericht berichtje aanvraag vraag mailtje message courriel demande request nachricht anfrage boite mailbox box adres adresse address compte account")
	otherMailbox = wordSet("ander andere autre other anderen anderem prive privee")
	resends      = wordSet("renvoie retransmets reexpedie renvoi herstuur verstuur opnieuw resend resending")
	// machineNames are the local parts of addresses behind which nobody is a member.
	machineNames = wordSet(`mailer daemon mailerdaemon postmaster noreply reply donotreply support servicedesk helpdesk service notification
		notifications newsletter nieuwsbrief alert alerts bounce bounces system info-noreply webmaster klantendienst customerservice`)
)

// phraseList cuts phrases that semicolons divide into words.
func phraseList(s string) [][]string {
	var out [][]string
	for _, item := range list(s) {
		out = append(out, strings.Fields(item))
	}
	return out
}

// ofTwo are the ways to speak of two things at once.
var ofTwo = phraseList("van de twee; van beide; van beiden; van die twee; of the two; of them; of these; des deux; de ces deux; de ces numeros; von beiden; der beiden; van deze twee; een van de")
