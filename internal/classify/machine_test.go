package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// spokenMail is a mail that has nothing in its header which tells of a machine. A code is wanted, or none for a person.
type spokenMail struct{ subject, text, want string }

func (s spokenMail) verdict() Verdict {
	return Classify(s.mail(), Options{Today: today, Fallback: ticket.Dutch})
}

func (s spokenMail) mail() *message.Message {
	return &message.Message{Subject: s.subject, Text: placeholders.Replace(s.text), From: []message.Address{{Name: "An Peeters", Addr: "an@peeters.example"}}}
}

func runSpoken(t *testing.T, mails []spokenMail) {
	t.Helper()
	for _, s := range mails {
		t.Run(s.subject, func(t *testing.T) {
			v := s.verdict()
			if v.AutomaticReason != s.want {
				t.Errorf("code %q, want %q, of %q; kind %s", v.AutomaticReason, s.want, s.text, v.Kind)
			}
			if (v.Kind == ticket.Automatic) != (v.AutomaticReason != "") || v.Kind == ticket.Automatic && v.Claim != (ticket.Claim{}) {
				t.Errorf("kind %s, claim %+v", v.Kind, v.Claim)
			}
		})
	}
}

func TestMachinesByWords(t *testing.T) {
	runSpoken(t, []spokenMail{
		{"Afwezig: RE: uw vraag", "Ik ben terug op 3 mei.", "out_of_office"},
		{"Automatisch antwoord: inloggen", "Ons kantoor is gesloten tot 4 augustus.", "out_of_office"},
		{"Out of Office: login", "Back on Monday.", "out_of_office"},
		{"Out of office", "I am out of the office until Monday. For urgent matters, please contact Jan.", "out_of_office"},
		{"Réponse automatique : accès", "Je suis en congé jusqu’au 3 mai inclus.", "out_of_office"},
		{"Absence du bureau : Re: accès", "Absent jusqu'au 12.", "out_of_office"},
		{"Abwesenheitsnotiz: Zugang", "Ich bin im Urlaub und am Montag wieder erreichbar.", "out_of_office"},
		{"Re: uw bericht", "Beste,\n\n" +
			"Bedankt voor uw e-mail. Ik ben afwezig tot en met 5 mei en heb geen toegang tot mijn mails. Voor dringende zaken kan u terecht bij An.\n\n" +
			"Piet", "out_of_office"},
		{"Re: votre message", "Bonjour,\n\n" +
			"Je suis absente du 3 au 12 mai. En cas d'urgence, vous pouvez contacter ma collègue.\n\n" +
			"Marie", "out_of_office"},
		{"Re: your message", "Thank you for your message. I am on annual leave until 12 May with limited access to e-mail.", "out_of_office"},
		{"AW: Ihre Nachricht", "Vielen Dank für Ihre Nachricht. Ich bin bis zum 12. Mai nicht im Büro. In dringenden Fällen wenden Sie sich bitte an Herrn Groß.", "out_of_office"},
		{"Re: adres", "Dit is een automatisch antwoord. Bedankt voor uw bericht, we antwoorden binnen 2 dagen.", "acknowledgement"},
		{"Re: uw vraag", "Hallo,\n\nik ben met vakantie van 1 tot 15 juli. Tot dan!", "out_of_office"},
		{"Afwezig t/m 5 mei", "Bedankt voor uw mail. Ik ben met vakantie tot en met 5 mei. Uw mail wordt niet gelezen.", "out_of_office"},
		{"Fermeture annuelle", "Merci pour votre message. Notre cabinet est fermé du 21 juillet au 15 août.", "out_of_office"},
		{"RE: accès", "Actuellement en congé, je vous répondrai à mon retour le 12 mai.", "out_of_office"},
		{"Out of Office Re: login", "Maternity leave until September.", "out_of_office"},
		{"Bedankt voor uw bericht", "Bedankt voor uw bericht. We nemen zo snel mogelijk contact met u op.\n\n" +
			"Kantoor Claes", "acknowledgement"},
		{"Votre demande", "Bonjour,\n\n" +
			"Nous avons bien reçu votre message et nous vous répondrons dans les plus brefs délais.", "acknowledgement"},
		{"Thank you", "Thank you for contacting us. Our team will respond within two days.", "acknowledgement"},
		{"Gelezen: uw antwoord", "Uw bericht\n\nAan: Els\nis gelezen op 3 mei 2025 10:02.", "read_receipt"},
		{"Lu : votre réponse", "Votre message a été lu le 3 mai.", "read_receipt"},
		{"[#48213] Uw aanvraag is ontvangen", "We behandelen ze zo snel mogelijk.", "acknowledgement"},
		{"Accusé de réception", "Votre demande a bien été enregistrée sous la référence 2025-1187.", "acknowledgement"},
		{"Ticket created", "Your request has been received and is being reviewed (ticket #9921).", "acknowledgement"},
		{"Eingangsbestätigung", "Ihre Anfrage ist eingegangen. Ticketnummer: 44871", "acknowledgement"},
		{"Confirm your mail", "Your message has been held. Follow https://filter.example/c/1 to have your message delivered.", "challenge"},
		{"Cron <root@web2> backup", "rsync failed", "machine_report"},
		{"Logwatch for web2 (Linux)", "###", "machine_report"},
		{"Nieuw voicemailbericht van 09 000 00 00", "Duur 0:42.", "machine_report"},
		{"Nieuwsbrief juni", "Lees meer op onze site.\n\nUitschrijven", "newsletter"},
	})
}

// People, who write of absence, of automatic mails and of tickets; to take one for a machine loses a mail.
func TestPeopleAreNoMachines(t *testing.T) {
	runSpoken(t, []spokenMail{
		{"e-mailadres vergeten", "Ik ben afwezig tot 5 mei, maar kunnen jullie mijn e-mailadres intussen opzoeken?", ""},
		{"e-mailadres gewijzigd", "Ik ben met verlof vanaf morgen, gelieve mijn adres vandaag aan te passen: an@peeters.example", ""},
		{"adresse oubliée", "Je suis absent du bureau jusqu'au 12 mai, merci de m'envoyer mon adresse avant. Mon nom : Dupont", ""},
		{"forgotten address", "I am on holiday until Monday and have forgotten my address. Could you send it?", ""},
		{"Adresse vergessen", "Ich bin im Urlaub und habe meine E-Mail-Adresse vergessen. Können Sie helfen?", ""},
		{"RE: Automatisch antwoord: e-mailadres vergeten", "Bedankt. Hier mijn rijksregisternummer dan.", ""},
		{"FW: Automatic reply: address", "I keep getting this mail, please have a look.", ""},
		{"Automatisch antwoord gekregen", "Ik kreeg een automatisch antwoord, is mijn vraag wel aangekomen?", ""},
		{"Automatisch antwoord: wat nu?", "Ik ontving jullie automatisch antwoord. Moet ik nog iets doen?", ""},
		{"Réponse automatique", "J'ai reçu une réponse automatique : « ceci est un message automatique ». Que dois-je faire ?", ""},
		{"Vraag", "Ik krijg steeds een mail met \"dit is een automatisch bericht, gelieve niet te antwoorden op deze mail\". Waarom?", ""},
		{"uw ticket", "Ik heb ticket #4411 gekregen maar geen antwoord.", ""},
		{"Ticket 20250411", "Dank voor het snelle antwoord.", ""},
		{"STOP nieuwsbrief", "Gelieve mij uit te schrijven van de nieuwsbrief.", ""},
		{"newsletter", "Je souhaite me désabonner de votre newsletter.", ""},
		{"Gelezen: uw mail", "Ik heb uw mail gelezen, maar snap hem niet.", ""},
		{"Absent", "Jan est absent, je réponds à sa place : son numéro suit ?", ""},
		{"RE: e-mailadres vergeten", "Bedankt voor uw bericht. Ik stuur u mijn gegevens zo snel mogelijk door.", ""},
		{"RE: identité", "Merci pour votre message. Je vous envoie mon numéro dès que je suis de retour au bureau lundi.", ""},
		{"bedankt", "Bedankt voor uw bericht, alles werkt nu.", ""},
		{"RE: examen", "Ik was vorige week met vakantie. In bijlage het formulier.", ""},
		{"Jaarlijkse sluiting", "Is het Instituut gesloten tot 4 augustus? Wij zijn gesloten tot dan.", ""},
		{"congé", "Mon collègue est en congé ; je signe pour lui. Document en annexe.", ""},
		{"auto: leasing", "Kunnen jullie mij zeggen of de leasing aftrekbaar is?", ""},
		{"Undeliverable: mijn mail", "Mijn mail naar jullie kwam terug. Wat is het juiste adres?", ""},
		{"Mail delivery failed", "I got this for my last mail to you.", ""},
		{"afwezigheid examen", "Ik was afwezig op het examen wegens ziekte. Attest in bijlage.", ""},
		{"Absence", "Je serai absent à la formation du 12 mai.", ""},
	})
}
