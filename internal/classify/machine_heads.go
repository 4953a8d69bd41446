package classify

// headSet makes a set of what mailers put in front of a subject.
func headSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, head := range list(s) {
		set[head] = true
	}
	return set
}

var receiptHeads = headSet(`
	gelezen; niet gelezen; ongelezen verwijderd; verwijderd; leesbevestiging; ontvangstbevestiging; lu; non lu;
	accuse de lecture; supprime; read; not read; deleted; read receipt; return receipt; gelesen; ungelesen; nicht gelesen;
	lesebestatigung; ontvangstbevestiging (weergegeven); geopend; ouvert; accuse de reception (affiche); accuse de reception;
	return receipt (displayed); empfangsbestatigung (angezeigt); empfangsbestatigung; confirmation de lecture
`)

var calendarHeads = headSet(`
	geaccepteerd; aanvaard; voorlopig; voorlopig geaccepteerd; geweigerd; afgewezen; afgezegd; accepte; acceptee; provisoire;
	provisoirement accepte; refuse; refusee; decline; accepted; tentative; tentatively accepted; declined; zugesagt;
	angenommen; abgelehnt; unter vorbehalt; mit vorbehalt; vorlaufig; vorlaufig zugesagt; nieuw tijdstip voorgesteld;
	nieuwe tijd voorgesteld; nouvelle heure proposee; new time proposed; neue zeit vorgeschlagen; maybe; peut etre; misschien
`)

// Subjects that mailers set in front of the one that they answer, or use alone.
var absenceHeads = headSet(`
	automatisch antwoord; automatische reactie; automatische beantwoording; automatisch bericht; automatische melding;
	afwezigheidsassistent; afwezigheidsbericht; afwezigheidsmelding; automatische afwezigheidsmelding;
	automatisch afwezigheidsbericht; out of office; out-of-office; ooo; out of the office; automatic reply; automatic response;
	automated reply; automated response; auto reply; auto-reply; autoreply; auto response; auto-response; autoresponse;
	auto-responder; autoresponder; automatic message; vacation reply; vacation response; out of office autoreply;
	out of office reply; out of office notification; out of office message; out of office auto-reply; reponse automatique;
	reponse automatisee; reponse auto; message d'absence; message d’absence; message automatique; notification d'absence;
	notification d’absence; avis d'absence; avis d’absence; absence du bureau; absent du bureau; reponse automatique d'absence;
	automatische antwort; abwesenheitsnotiz; abwesenheitsnachricht; abwesenheitsmeldung; abwesenheitsassistent;
	automatische nachricht; automatische ruckantwort; autom. antwort; automatische abwesenheitsnotiz; abwesend vom buro;
	autoantwoord; auto-antwoord
`)

// Words of such subjects that persons use too.
var weakAbsenceHeads = headSet(`
	afwezig; afwezigheid; niet aanwezig; niet op kantoor; auto; vacation; on vacation; away; absence; absent; absente;
	absent(e); en conge; conge; conges; abwesenheit; abwesend; nicht im buro; verlof; vakantie; met vakantie; in verlof;
	met verlof; vacances; en vacances; urlaub; im urlaub; holiday; on holiday; on leave; maternity leave; kantoor gesloten;
	gesloten; fermeture; bureau ferme; office closed; geschlossen
`)

// Where a mailer sets something in front of a subject that it answers.
var answerHeads = []string{
	"re:", "re :", "aw:", "aw :", "antw:", "antw :", "fw:", "fwd:", "tr:", "tr :", "wg:", "betr:", "rep:", "rep :", "sv:",
	"- re:",
}

// programSubjects begin the subjects of reports of well-known programs.
var programSubjects = []string{
	"cron <", "logwatch for ", "** problem ", "** recovery ", "** probleem ", "[alert", "[ok]", "[firing", "[resolved",
	"report domain:",
}

// personalHeads are what people set in front of the "Re:" of a subject.
var personalHeads = wordSet("dringend urgent urgence herinnering rappel reminder erinnerung tweede 2e 3e deuxieme second nogmaals vraag question frage spam extern external externe ext aanvulling complement antwoord reponse answer antwort fwd fw tr wg")
