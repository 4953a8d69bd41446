package classify

import (
	"slices"
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/message"
)

// How much a sender's name is that of a machine.
const (
	nobody   = 3 // programs and apparatus
	function = 2 // what bulk mail and notices are sent from
	desk     = 1 // help desks and teams, behind which people write as well
)

// machineSenders are programs and apparatus. Persons can be called so too, so it is never enough.
var machineSenders = wordSet(`
	postmaster mailerdaemon mailer daemon system systeem systeme systemmail alarm alarms alert alerts alerte alertes alerting monitor
	monitoring moniteur backup backups nas scanner scan scans mfp copier copieur kopieerhoek kopierer kopieertoestel printer drucker
	imprimante fax fax2mail voicemail voicemails voicebox vocal vocale mailbox pbx telefooncentrale telefonie telephonie centrale
	quota bounce bounces gateway notification notifications notificatie notificaties notify notifier melding meldingen robot bot
	automail automatic automaat messagerie mailserver mailsystem mailfilter mailgateway filter spamfilter spam quarantine quarantaine
	antispam nagios zabbix sentry prtg grafana uptimerobot uptime upwatch synology qnap veeam updates update suivi tracking track server
	serveur host batch cron job jobs scheduler watch watcher watchdog bewaking surveillance uberwachung sensor noc storing replication
	import export sync synchro synchronisatie etl verwerking nachtverwerking traitement log logs logwatch devops deploy build jenkins
	gitlab github ci dmarc ups onduleur usv toner sauvegarde sauvegardes sicherung datensicherung brandcentrale alarmcentrale sql database db
	belcentrale pabx rapport rapporten reports report statistiek statistieken webstat protect protection certificates certbot letsencrypt autoreply autoresponder automatisch automatique regel regle
`)

// functionSenders are what shops, platforms and publishers send from.
var functionSenders = wordSet(`
	newsletter newsletters nieuwsbrief nieuwsbrieven news nieuws lettre letter letters infolettre mailing mailings marketing campaign campaigns
	promo promos promotions acties redactie redaction redaktion abonnement abonnementen abonnements magazine actu actua actualites
	editions berichten messages bericht billing facturatie facturation factures facturen invoice invoices invoicing rechnung
	rechnungen buchung accounts comptes account compte konto konten kundenkonto security securite veiligheid beveiliging sicherheit
	login auth verify verification verificatie code codes enquete enquetes survey surveys sondage sondages umfrage feedback avis
	review reviews webinar webinars webinaire webinaires academy academie akademie event events evenement evenementen opleidingen
	formations training trainings seminar seminars planning agenda afspraken rendezvous rdv termine reservations reservaties booking
	bookings ticketing tickets order orders bestelling bestellingen commande commandes shop webshop boutique store winkel sendung
	versand verzending shipping livraison livraisons levering leveringen delivery parcel pakket pakketten colis payment payments
	betaling betalingen paiement paiements zahlungen inkasso recouvrement invordering aanmaningen rappels subscriptions licences
	licenties domeinen domains hosting renewals kring netwerk network community connect invitations uitnodigingen registratie registration inscriptions digest jobalert
	vacatures noreply
`)

var deskSenders = wordSet(`
	hello hallo team support helpdesk service services servicedesk klantendienst klantenservice clients client customer customers
	customercare kundenservice clientele care onthaal accueil reception bonjour crew relations
`)

// Beginnings of senders that take no answers.
var noReplySenders = []string{
	"noreply", "donotreply", "dontreply", "nepasrepondre", "sansreponse", "nietbeantwoorden", "nietantwoorden", "geenantwoord",
	"keineantwort", "nichtantworten",
}

var noMarks = strings.NewReplacer("-", "", "_", "", ".", "")

// Senders of mailings, and words that begin their names.
var newsSenders = []string{
	"newsletter", "nieuwsbrief", "news", "mailing", "infolettre", "marketing", "campaign", "promo", "redactie", "redaction",
	"editions", "lettre",
}

// phoneSenders are telephone exchanges and their mailboxes.
var phoneSenders = wordSet(`
	voicemail voicemails voicebox vocal vocale vocaux pbx pabx belcentrale telefooncentrale telefonie telephonie centrale fax fax2mail anrufbeantworter
	sprachbox antwoordapparaat repondeur telefoon telephone telefon calls ivr mobilbox messagerie
`)

// senderNames returns the words of the local parts of the sender, and of display names that are not those of persons.
func (m *machine) senderNames() []string {
	var names []string
	for _, a := range m.r.mail.From {
		local, _, _ := strings.Cut(a.Addr, "@")
		words := strings.FieldsFunc(fold(local), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		names = append(append(names, strings.Join(words, "")), words...)
		display := strings.FieldsFunc(fold(a.Name), notLetter)
		if !slices.ContainsFunc(display, func(w string) bool { return givenNames[w] }) {
			names = append(names, display...)
		}
	}
	return names
}

// senderWeight says how much the sender's name is that of a machine.
func (m *machine) senderWeight() int {
	weight := 0
	for _, name := range m.senderNames() {
		switch {
		case machineSenders[name], beginsWithAny(name, noReplySenders):
			return nobody
		case functionSenders[name]:
			weight = function
		case deskSenders[name]:
			weight = max(weight, desk)
		}
	}
	return weight
}

func (m *machine) fromPhone() bool {
	return slices.ContainsFunc(m.senderNames(), func(n string) bool { return phoneSenders[n] })
}

func (m *machine) fromMachine() bool {
	for _, a := range m.r.mail.From {
		local, _, _ := strings.Cut(a.Addr, "@")
		local = noMarks.Replace(local)
		if machineSenders[local] || beginsWithAny(local, noReplySenders) {
			return true
		}
	}
	return false
}

func (m *machine) fromNewsletter() bool {
	for _, a := range m.r.mail.From {
		if slices.ContainsFunc(newsSenders, func(w string) bool { return strings.HasPrefix(a.Addr, w) }) {
			return true
		}
	}
	return false
}

// personSigns reports whether a person signs, with a given name in the last lines, or at the end of the last one.
func (m *machine) personSigns() bool {
	p := m.r.text
	last := len(p.tokens)
	if m.r.tail < len(p.lines) {
		last = p.lines[m.r.tail].first
	}
	for i := max(0, last-6); i < last; i++ {
		t := p.tokens[i]
		if givenNames[t.word] && isUpperAt(p.text, t.start) && (i >= last-2 || p.lines[t.line].last-p.lines[t.line].first <= 4 || t.line >= m.r.closing) {
			return true
		}
	}
	return m.r.signed < len(p.lines) && m.r.signed != m.r.closing
}

// ofHimself reports whether the text tells of the sender by his whole name, as answers do that others set up: "Jan Peeters is ...".
func (m *machine) ofHimself() bool {
	if len(m.r.mail.From) == 0 {
		return false
	}
	name := strings.FieldsFunc(fold(m.r.mail.From[0].Name), notLetter)
	p := m.r.text
	if len(name) < 2 {
		return false
	}
	for i := 0; i+len(name) < len(p.tokens) && p.tokens[i].line < m.r.closing; i++ {
		if toldVerbs[p.tokens[i+len(name)].word] && slices.EqualFunc(p.tokens[i:i+len(name)], name, func(t token, w string) bool { return t.word == w }) &&
			(i == 0 || p.tokens[i-1].sentence != p.tokens[i].sentence) {
			return true
		}
	}
	return false
}

// toldVerbs stand behind the name of somebody of whom is told.
var toldVerbs = wordSet("is heeft werkt geniet verliet zal was est a ne n sera has no left will works retired ist hat arbeitet wird war")

// personSends reports whether the display name has a given name.
func (m *machine) personSends() bool {
	return slices.ContainsFunc(m.r.mail.From, func(f message.Address) bool {
		return slices.ContainsFunc(strings.FieldsFunc(fold(f.Name), notLetter), func(w string) bool { return givenNames[w] })
	})
}
