package message

import (
	"slices"
	"strings"
)

// words recognises machines that say so in words only.
func (e *evidence) words() *Automation {
	switch {
	case e.isReceipt():
		return &Automation{"read_receipt", "A receipt: a mail was read or deleted."}
	case e.isOutOfOffice():
		return &Automation{"out_of_office", "An out-of-office answer, by its words."}
	case e.isAcknowledgement():
		return &Automation{"acknowledgement", "The confirmation of another ticket system, by its words."}
	case e.isChallenge():
		return &Automation{"challenge", "A spam filter asks for a confirmation."}
	case e.isMachineReport():
		return &Automation{"machine_report", "A report of a program, by its subject."}
	case e.isNewsletter():
		return &Automation{"newsletter", "A newsletter, by its words."}
	}
	return nil
}

// Subjects that mailers set in front of the one they answer, with a colon behind, or use alone.
var absencePrefixes = []string{
	"automatisch antwoord", "automatische reactie", "automatische beantwoording", "automatisch bericht", "afwezigheidsassistent",
	"afwezigheidsbericht", "afwezigheidsmelding", "out of office", "out-of-office", "ooo", "out of the office", "automatic reply",
	"automatic response", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse",
	"vacation reply", "out of office autoreply", "out of office reply", "réponse automatique", "reponse automatique", "réponse auto",
	"message d'absence", "message automatique", "notification d'absence", "absence du bureau", "absent du bureau",
	"automatische antwort", "abwesenheitsnotiz", "abwesenheitsnachricht", "abwesenheitsmeldung",
}

// weakPrefixes are words that persons use in subjects too.
var weakPrefixes = []string{
	"afwezig", "afwezigheid", "niet aanwezig", "niet op kantoor", "auto", "vacation", "on vacation", "away", "absence", "absent",
	"absente", "absent(e)", "en congé", "abwesenheit", "abwesend", "nicht im büro",
}

// absencePrefix takes the subject apart: what it begins with, and whether it goes on with the subject of another mail.
func (e *evidence) absencePrefix() (strong, weak, answers bool) {
	head, rest, colon := strings.Cut(e.subject, ":")
	head, rest = strings.TrimSpace(head), strings.TrimSpace(rest)
	answers = colon && rest != ""
	strong = slices.Contains(absencePrefixes, head)
	weak = answers && slices.Contains(weakPrefixes, head)
	if !strong {
		strong = slices.ContainsFunc(absencePrefixes, func(p string) bool {
			return strings.HasPrefix(e.subject, p+" re:") || strings.HasPrefix(e.subject, p+" - ")
		})
		answers = answers || strong
	}
	return strong, weak, answers && (strong || hasAnyPrefix(rest, replyPrefixes))
}

var replyPrefixes = []string{"re:", "re :", "aw:", "antw:", "fw:", "fwd:", "tr:", "wg:", "betr:", "rép:"}

var absenceWords = []string{
	"ik ben afwezig", "ben ik afwezig", "momenteel afwezig", "afwezig tot", "afwezig van", "afwezig t/m", "niet op kantoor",
	"ik ben momenteel niet aanwezig", "niet bereikbaar",
	"met verlof", "in verlof", "met vakantie", "op vakantie", "zwangerschapsverlof", "ziekteverlof", "bevallingsverlof",
	"ouderschapsverlof", "buiten kantoor", "ik ben uit kantoor",
	"zijn wij gesloten", "wij zijn gesloten", "kantoor is gesloten", "kantoor gesloten", "je suis absent",
	"je suis actuellement absent", "je serai absent", "actuellement absent", "absent jusqu'", "absente jusqu'",
	"en congé", "en vacances", "hors du bureau", "hors bureau", "bureau est fermé", "bureaux sont fermés", "bureaux seront fermés",
	"bureau sera fermé", "cabinet est fermé", "cabinet sera fermé", "je ne suis pas au bureau", "congé de maternité",
	"i am out of", "i'm out of", "currently out of", "out of the office", "will be out of office", "on holiday", "on leave",
	"on vacation", "on annual leave", "maternity leave", "parental leave", "i am away", "currently away", "office is closed",
	"nicht im büro", "bin derzeit nicht", "bin momentan nicht", "bin zurzeit nicht", "im urlaub", "ich bin abwesend", "außer haus",
	"im mutterschutz", "in elternzeit", "büro ist geschlossen",
}

var returnWords = []string{
	"keer terug", "ben terug", "terug op", "mijn terugkeer", "de retour", "mon retour", "back on", "on my return",
	"upon my return", "when i return", "return on", "returning", "wieder erreichbar", "wieder im büro",
	"nach meiner rückkehr", "zurück",
}

// untilWords end an absence when a date or a day follows.
var untilWords = []string{" tot ", "tot en met ", "t/m ", "vanaf ", "jusqu'au ", "jusqu'à ", " du ", "until ", "till ", "from ", "bis zum ", "bis ", "ab dem ", "vom "}

var dayWords = []string{
	"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "monday",
	"tuesday", "wednesday", "thursday", "friday", "montag", "dienstag", "mittwoch",
	"donnerstag", "freitag", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
	"november", "december", "janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre", "january", "march", "june", "july", "august", "october",
	"dezember",
}

// saysUntil reports whether the text says when an absence ends.
func (e *evidence) saysUntil() bool {
	const reach = 24
	if containsAny(e.text, returnWords) {
		return true
	}
	for _, word := range untilWords {
		if _, after, ok := strings.Cut(e.text, word); ok {
			after = after[:min(len(after), reach)]
			if strings.ContainsAny(after, "0123456789") || containsAny(after, dayWords) {
				return true
			}
		}
	}
	return false
}

var delegateWords = []string{
	"dringende zaken", "dringende gevallen", "dringende vragen", "voor dringend", "bij dringende", "in dringende",
	"bij afwezigheid", "kan u terecht bij", "kunt u terecht bij", "kan u contact opnemen",
	"kunt u contact opnemen", "mijn collega", "en cas d'urgence", "pour toute urgence", "pour les urgences",
	"pour toute demande urgente", "vous pouvez contacter", "veuillez contacter",
	"urgent matters", "urgent questions", "in urgent cases", "for urgent", "if urgent", "in case of emergency", "please contact",
	"in dringenden", "dringenden fällen", "wenden sie sich",
}

var unattendedWords = []string{
	"wordt niet doorgestuurd", "niet automatisch doorgestuurd", "niet gelezen", "geen toegang tot mijn", "beperkt toegang tot",
	"beperkte toegang tot", "lees mijn mails", "mails niet lezen",
	"n'aurai pas accès", "n'ai pas accès", "pas transféré", "pas redirigé", "accès limité", "limited access", "no access to",
	"not have access", "not be forwarded", "will not be read", "keinen zugriff",
	"nicht weitergeleitet", "nicht gelesen", "eingeschränkten zugriff",
}

var receivedWords = []string{
	"bedankt voor uw bericht", "bedankt voor uw vraag", "bedankt voor uw aanvraag", "wij hebben uw aanvraag",
	"we hebben uw aanvraag", "we hebben uw bericht", "merci pour votre demande", "nous avons bien reçu",
	"thank you for contacting", "thanks for contacting", "thank you for your request", "wir haben ihre", "we have received your",
	"bedankt voor uw mail", "bedankt voor uw e-mail", "bedankt voor je mail", "bedankt voor je bericht", "dank voor uw",
	"wij hebben uw bericht", "uw bericht goed ontvangen",
	"uw e-mail goed ontvangen", "uw mail goed ontvangen", "merci pour votre message", "merci pour votre mail",
	"merci pour votre e-mail", "merci de votre message", "merci pour votre courriel",
	"bien reçu votre", "thank you for your message", "thank you for your mail", "thank you for your e-mail",
	"thank you for your email", "thanks for your message", "thanks for your e-mail",
	"thanks for your email", "received your message", "received your email", "vielen dank für ihre", "danke für ihre",
	"vielen dank für deine",
}

var machineSentences = []string{
	"dit is een automatisch", "dit bericht is automatisch", "dit bericht werd automatisch", "deze e-mail is automatisch",
	"deze e-mail werd automatisch", "deze mail is automatisch", "deze mail werd automatisch",
	"dit antwoord is automatisch", "dit antwoord werd automatisch", "automatisch gegenereerd", "gelieve niet te antwoorden op",
	"gelieve deze mail niet te beantwoorden", "gelieve dit bericht niet te beantwoorden",
	"ceci est un message automatique", "ceci est une réponse automatique", "ceci est un e-mail automatique",
	"ceci est un mail automatique", "ce message est automatique", "ce message a été généré automatiquement",
	"ce mail a été généré automatiquement", "cet e-mail a été généré automatiquement", "message généré automatiquement",
	"message automatique", "merci de ne pas y répondre", "merci de ne pas répondre à", "veuillez ne pas répondre à",
	"this is an automatic", "this is an automated", "this is an auto", "this message was automatically",
	"this message has been automatically", "this message was generated automatically", "this email was automatically",
	"this e-mail was automatically", "automatically generated", "please do not reply to this", "do not reply to this",
	"dies ist eine automatisch", "diese e-mail wurde automatisch", "diese nachricht wurde automatisch", "automatisch generiert",
	"automatisch erstellt", "bitte antworten sie nicht auf",
}

// requestWords are what a person writes who wants something of this desk, or tells of an automatic answer that came in.
var requestWords = []string{
	"?", "rijksregister", "registre national", "national number", "nationalregister", "mijn naam", "mon nom", "my name",
	"mein name", "je m'appelle", " rrn", "vergeten", "oublié", "forgot", "vergessen",
	"wachtwoord", "paswoord", "mot de passe", "password", "passwort", "mijn e-mailadres", "mijn adres", "mijn mailadres",
	"mijn emailadres", "mon adresse", "my address", "my e-mail", "my email", "meine adresse", "meine e-mail",
	"ik kreeg", "ik krijg", "ik ontving", "ik ontvang", "ik heb een automatisch", "kreeg ik", "krijg ik", "ontving ik",
	"ontvang ik", "j'ai reçu", "je reçois", "i received", "i got", "i get", "i receive", "i keep", "ich habe eine", "ich erhalte",
	"ich bekomme", "erhielt ich", "bekam ich",
	"kunnen jullie", "kunt u mij", "kan u mij", "gelieve mij", "stuur mij", "pourriez-vous", "pouvez-vous", "could you", "can you",
	"können sie",
}

// isOutOfOffice weighs the words of an absence. A subject of the right shape is enough unless the text asks for something. Without
// it the text has to say that its writer is away and two more of what such answers say, and ask nothing; in a short answer that
// begins with it, one more.
func (e *evidence) isOutOfOffice() bool {
	absent := containsAny(e.text, absenceWords)
	machine := e.saysMachine()
	strong, weak, answers := e.absencePrefix()
	if containsAny(e.text, requestWords) {
		return strong && answers && (absent || machine) && !containsAny(e.text, requestWords[1:]) // a question mark alone
	}
	more := e.absenceSigns()
	switch {
	case strong:
		return answers || absent || machine
	case weak && (answers || machine || absent && more > 0):
		return true
	case absent:
		return more >= 2 || machine || more == 1 && hasAnyPrefix(e.subject, replyPrefixes) && e.opensAbsent()
	}
	return machine && (more >= 2 || containsAny(e.text, receivedWords))
}

// absenceSigns counts what answers of an absence say besides the absence.
func (e *evidence) absenceSigns() int {
	signs := 0
	for _, words := range [][]string{delegateWords, unattendedWords, receivedWords} {
		if containsAny(e.text, words) {
			signs++
		}
	}
	if e.saysUntil() {
		signs++
	}
	if suppressesReplies(e.header) {
		signs++
	}
	return signs
}

// opensAbsent reports whether a short text begins with the absence, below the greeting.
func (e *evidence) opensAbsent() bool {
	const short, opening = 300, 100
	return len(e.text) < short && containsAny(e.text[:min(len(e.text), opening)], absenceWords)
}

// saysMachine reports whether a line of the text begins by saying that a machine wrote it, or closes so. Persons who tell of such
// a mail say it in the middle.
func (e *evidence) saysMachine() bool {
	for line := range strings.Lines(e.text) {
		line = strings.Trim(line, " *-_[]()\n")
		for _, words := range machineSentences {
			if i := strings.Index(line, words); i == 0 || i > 0 && strings.HasSuffix(strings.TrimSpace(line[:i]), ".") {
				return true
			}
		}
	}
	return false
}

var receiptSubjects = []string{
	"gelezen:", "niet gelezen:", "ongelezen verwijderd:", "leesbevestiging:", "lu:", "lu :", "non lu:", "non lu :",
	"accusé de lecture",
	"read:", "not read:", "read receipt", "return receipt", "gelesen:", "ungelesen:", "lesebestätigung",
	"ontvangstbevestiging (weergegeven)", "ontvangstbevestiging:",
}

var receiptWords = []string{
	"is gelezen op", "werd gelezen op", "is weergegeven op", "werd weergegeven", "zonder te zijn gelezen", "ongelezen verwijderd",
	"a été lu", "a été affiché", "a été supprimé sans", "was read on", "was deleted without being read", "has been displayed",
	"was displayed", "wurde gelesen", "wurde ungelesen", "wurde am", "leesbevestiging voor", "confirmation de lecture",
	"accusé de réception pour", "return receipt for", "dit is een ontvangstbevestiging",
}

func (e *evidence) isReceipt() bool {
	return hasAnyPrefix(e.subject, receiptSubjects) && containsAny(e.text, receiptWords)
}

var ackWords = []string{
	"uw aanvraag is ontvangen", "uw aanvraag werd ontvangen", "uw aanvraag is geregistreerd", "uw aanvraag werd geregistreerd",
	"uw aanvraag kreeg", "uw aanvraag goed ontvangen", "uw vraag is ontvangen", "uw vraag goed ontvangen",
	"uw melding is ontvangen", "uw melding is geregistreerd", "uw melding werd geregistreerd", "uw ticket is", "uw ticket werd",
	"uw ticketnummer", "uw bericht is geregistreerd", "uw bericht goed ontvangen", "er is een ticket aangemaakt",
	"ticket aangemaakt", "ontvangstbevestiging",
	"votre demande a été", "votre demande a bien été", "votre demande est enregistrée", "bien reçu votre demande",
	"votre message a bien été", "votre ticket a", "votre ticket est", "votre numéro de ticket", "un ticket a été créé",
	"accusé de réception",
	"your request has been", "your request was", "received your request", "your ticket has", "your ticket is",
	"your ticket number", "a ticket has been", "ticket has been created", "your case has been", "your message has been received",
	"ihre anfrage ist", "ihre anfrage wurde", "ihre anfrage haben wir", "ihr ticket wurde", "ihr ticket ist", "ihre ticketnummer",
	"ein ticket wurde", "eingangsbestätigung",
}

// promiseWords are how an office says that it will answer; a person says "I".
var promiseWords = []string{
	"nemen wij", "nemen we", "wij nemen", "we nemen", "antwoorden wij", "wij antwoorden", "we antwoorden", "beantwoorden wij",
	"wij beantwoorden", "we beantwoorden", "wij behandelen", "we behandelen", "zullen wij", "zullen we", "wij zullen", "we zullen",
	"nous vous répond", "nous y répond", "nous reviendrons", "nous reviens", "nous traiterons", "nous mettons tout",
	"nous vous recontact", "we will get back", "we'll get back", "we will respond", "we will reply", "we will answer", "we aim to",
	"our team will",
	"wir melden uns", "wir werden", "wir bearbeiten", "wir antworten",
}

// firstPerson are words that an office does not use.
var firstPerson = []string{"ik heb", " ik ", "j'ai ", " je ", "i have", " i ", "ich habe", " ich "}

// isAcknowledgement recognises "your request was received, its number is ..." and "thank you, we will answer soon": who writes
// so answers, and does not ask.
func (e *evidence) isAcknowledgement() bool {
	if hasAnyPrefix(e.subject, replyPrefixes) || containsAny(e.text, requestWords) || containsAny(" "+e.text, firstPerson) {
		return false
	}
	words := containsAny(e.text, ackWords)
	numbered := hasTicketNumber(e.subject) || hasTicketNumber(e.text)
	thanks := containsAny(e.text, receivedWords) || words || containsAny(e.subject, receivedWords)
	return words && (numbered || e.saysMachine()) || numbered && containsAny(e.subject, ackWords) ||
		thanks && containsAny(e.text, promiseWords)
}

// hasTicketNumber finds "#48213", "nummer 48213", "ticket ABC-48213" and the like.
func hasTicketNumber(s string) bool {
	for _, word := range []string{"#", "ticket", "nummer", "numéro", "number", "référence", "referentie", "reference", "case", "incident", "n°", "nr."} {
		for rest := s; ; {
			i := strings.Index(rest, word)
			if i < 0 {
				break
			}
			rest = rest[i+len(word):]
			near := rest[:min(len(rest), 20)]
			if d := strings.IndexAny(near, "0123456789"); d >= 0 && len(rest) > d+2 && isDigit(rest[d+1]) && isDigit(rest[d+2]) {
				return true
			}
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

var challengeWords = []string{
	"your message is held", "your message has been held", "your message is being held", "your email is being held",
	"to deliver your message", "to have your message delivered", "confirm that you are human", "verify that you sent",
	"uw bericht wordt vastgehouden", "uw bericht wordt afgeleverd zodra", "bevestig dat u de afzender", "bevestig uw bericht door",
	"votre message est en attente", "confirmez que vous êtes l'expéditeur", "votre message sera délivré",
	"ihre nachricht wird zurückgehalten", "bestätigen sie, dass sie",
}

// isChallenge recognises filters that hold a mail back until its sender follows a link.
func (e *evidence) isChallenge() bool {
	return strings.Contains(e.text, "http") && (containsAny(e.text, challengeWords) || containsAny(e.subject, challengeWords))
}

func (e *evidence) isMachineReport() bool {
	switch {
	case strings.HasPrefix(e.subject, "cron <"), strings.HasPrefix(e.subject, "report domain:") && strings.Contains(e.subject, "report-id:"):
		return true
	case strings.HasPrefix(e.subject, "logwatch for "), strings.HasPrefix(e.subject, "** problem "), strings.HasPrefix(e.subject, "** recovery "):
		return true
	}
	return containsAny(e.subject, []string{"voicemailbericht van", "voicemail van", "new voicemail", "voice message from", "nouveau message vocal", "neue sprachnachricht"}) &&
		!hasAnyPrefix(e.subject, replyPrefixes) && !containsAny(e.text, requestWords)
}

var unsubscribeWords = []string{
	"uitschrijven", "uit te schrijven", "afmelden", "af te melden", "désabonner", "désinscrire", "désinscription", "désabonnement",
	"unsubscribe", "abmelden", "abbestellen",
}

// isNewsletter wants a way out with a link, and a subject or sender that calls itself a newsletter: persons ask to be taken off.
func (e *evidence) isNewsletter() bool {
	called := containsAny(e.subject, newsWords)
	for _, a := range e.mail.From {
		called = called || containsAny(a.Addr, newsWords)
	}
	tail := plainLower(e.mail.Text[max(0, len(e.mail.Text)-2*maxWords):])
	return called && containsAny(tail, unsubscribeWords) && !containsAny(e.text, []string{"ik wil", "je souhaite", "je voudrais", "i want", "i would", "ich möchte", "gelieve mij", "schrijf mij"}) &&
		!hasAnyPrefix(e.subject, replyPrefixes)
}

var newsWords = []string{"newsletter", "nieuwsbrief", "nieuwsflash", "mailing@", "lettre d'information", "infolettre", "rundbrief"}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}
