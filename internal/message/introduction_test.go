package message

import (
	"strings"
	"testing"
)

// attributions introduce an earlier mail whose lines may be marked or not.
var attributions = []string{
	"Op di 3 jun 2025 om 10:02 schreef Desk <d@x.example>:",
	"Op 3 jun 2025 om 10:02 heeft Desk <d@x.example> het volgende geschreven:",
	"Op 3/06/2025 om 10:02 schreef Desk <d@x.example>:",
	"Op 2025-06-03 10:02 schreef d@x.example:",
	"Op dinsdag 3 juni 2025 om 10:02:33 CEST schreef Desk <d@x.example>:",
	"Op 3 juni 2025 10:02:33 CEST schreef Desk <d@x.example>:",
	"Op 3 jun. 2025 10:02 +0200 schreef Desk <d@x.example>, het volgende:",
	"Desk schreef op 3/06/2025 om 10:02:",
	"d@x.example schreef op 2025-06-03 10:02:",
	"Op dinsdag 3 juni 2025 om 10:02 AM, Desk <d@x.example> schreef:",
	"Le mar. 3 juin 2025 à 10:02, Desk <d@x.example> a écrit :",
	"Le 3 juin 2025 à 10:02, Desk <d@x.example> a écrit :",
	"Le 03/06/2025 à 10:02, Desk a écrit :",
	"Le 2025-06-03 10:02, d@x.example a écrit :",
	"Le mardi 3 juin 2025 à 10:02:33 UTC+2, Desk <d@x.example> a écrit :",
	"Le 3 juin 2025 à 10:02 +0200, Desk <d@x.example>, a écrit :",
	"Desk a écrit le 03/06/2025 à 10:02 :",
	"On Tue, Jun 3, 2025 at 10:02 AM Desk <d@x.example> wrote:",
	"On 3 Jun 2025, at 10:02, Desk <d@x.example> wrote:",
	"On 03/06/2025 10:02, Desk wrote:",
	"On Tuesday, June 3rd, 2025 at 10:02 AM, d@x.example <d@x.example> wrote:",
	"Am Di., 3. Juni 2025 um 10:02 Uhr schrieb Desk <d@x.example>:",
	"Am 03.06.2025 um 10:02 schrieb Desk <d@x.example>:",
	"Am 3. Juni 2025 10:02:33 MESZ schrieb Desk <d@x.example>:",
	"Desk <d@x.example> hat am 03.06.2025 10:02 CEST geschrieben:",
	"Op di 3 jun 2025 om 10:02 schreef Servicedesk van het Instituut <\nservicedesk@x.example>:",
	"Le mar. 3 juin 2025 à 10:02, Servicedesk de l'Institut des conseillers\n<servicedesk@x.example> a écrit :",
	"Servicedesk van het Instituut <servicedesk@x.example> schreef op 3 juni\n2025 10:02:",
}

// originals are lines below which all is an earlier mail.
var originals = []string{
	"-----Oorspronkelijk bericht-----\nVan: Desk <d@x.example>\nVerzonden: dinsdag 3 juni 2025 10:02\nAan: Els\nOnderwerp: x",
	"-----Original Message-----", "-------- Originele bericht --------", "-------- Message original --------", "-----Message d'origine-----", "-----Ursprüngliche Nachricht-----",
	"------ Origineel bericht ------", "-------- Originalnachricht --------", "----- Mail original -----", "----Oorspronkelijk bericht----",
	"------- Original Message -------\nOn Tuesday, June 3rd, 2025 at 10:02 AM, Desk <d@x.example> wrote:",
	"Oorspronkelijk bericht\nVan: Desk", "Original Message\nFrom: Desk",
	"________________________________\nVan: Desk <d@x.example>\nVerzonden: dinsdag 3 juni 2025 10:02\nAan: Els\nOnderwerp: x",
	"Van: Desk\nVerzonden: dinsdag 3 juni 2025 10:02\nAan: Els\nOnderwerp: x", "*De :* Desk\n*Envoyé :* mardi 3 juin 2025 10:02\n*À :* Els\n*Objet :* x",
	"Von: Desk\nGesendet: Dienstag, 3. Juni 2025 10:02\nAn: Els\nBetreff: x", "Gesendet: Dienstag, 3. Juni 2025 um 10:02 Uhr\nVon: Desk\nAn: Els\nBetreff: x",
	"De : Desk\nDate : 3/06/2025 - 10:02 (CEST)\nA : Els\nSujet : x", "Afzender: Desk\nVerzonden op: 3/06/2025 10:02\nOntvanger: Els\nOnderwerp: x",
	"-----Desk <d@x.example> schreef: -----", "---- On Tue, 03 Jun 2025 10:02:33 +0200 Desk <d@x.example> wrote ----", "---- Le mar., 03 juin 2025 10:02:33 +0200 Desk a écrit ----",
	">>> Desk <d@x.example> 3/06/2025 10:02 >>>", "##- Gelieve boven deze lijn te antwoorden -##", "##- Please type your reply above this line -##",
}

// forwards announce a mail that is passed on.
var forwards = []string{
	"---------- Forwarded message ---------", "---------- Doorgestuurd bericht ---------", "---------- Message transféré ---------", "-------- Weitergeleitete Nachricht --------",
	"-------- Forwarded Message --------", "Begin doorgestuurd bericht:", "Begin forwarded message:", "Début du message réexpédié :", "Anfang der weitergeleiteten Nachricht:",
	"----- Doorgestuurd door Els Claes/Kantoor op 3/06/2025 10:02 -----", "----- Réacheminé par Els Claes/Bureau le 03/06/2025 10:02 -----", "----- Mail transféré -----",
	"----- Message transmis -----", "----- Weitergeleitet von Els Claes am 03.06.2025 10:02 -----", "Doorgestuurd bericht", "----- Doorgestuurd bericht van d@x.example -----",
}

func TestEveryIntroduction(t *testing.T) {
	const earlier = "Geachte,\nuw nummer is 66.\n\nDe servicedesk\n"
	marked := "> " + strings.ReplaceAll(strings.TrimSpace(earlier), "\n", "\n> ") + "\n"
	check := func(name, text, own string) {
		t.Helper()
		m := Parse(letter(text, "Subject: Re: x", "In-Reply-To: <1@x.example>"), Options{})
		if m.Text != own || !strings.Contains(m.Quoted, "uw nummer is 66") || m.Forwarded != nil {
			t.Errorf("%s: own %q, quoted %q, forwarded %v", name, m.Text, m.Quoted, m.Forwarded)
		}
	}
	for _, line := range attributions {
		check(line+" marked", "Mijn nummer is 67.\n\n"+line+"\n"+marked, "Mijn nummer is 67.\n")
		check(line+" marked after an empty line", "Mijn nummer is 67.\n\n"+line+"\n\n"+marked, "Mijn nummer is 67.\n")
		check(line+" not marked", "Mijn nummer is 67.\n\n"+line+"\n\n"+earlier, "Mijn nummer is 67.\n")
		check(line+" above", line+"\n"+marked+"\nMijn nummer is 67.\n", "Mijn nummer is 67.\n")
		check(line+" between", "Dag.\n"+line+"\n"+marked+"67\n> en?\nClaes\n", "Dag.\n67\nClaes\n")
		check(line+" quoted itself", "67\n\n> "+strings.ReplaceAll(line, "\n", "\n> ")+"\n>\n"+marked, "67\n")
	}
	for _, line := range originals {
		check(line, "Mijn nummer is 67.\n\n"+line+"\n\n"+earlier, "Mijn nummer is 67.\n")
		check(line+" right below", "67\n"+line+"\n"+earlier, "67\n")
	}
}

func TestEveryForward(t *testing.T) {
	block := "Van: An Claes <an@x.example>\nDatum: 2 juni 2025 om 9:00\nOnderwerp: vergeten\nAan: Els\n\nMijn nummer is 66.\n"
	for _, line := range forwards {
		m := Parse(letter("Zie hieronder.\n\n"+line+"\n"+block, "Subject: x"), Options{})
		if f := m.Forwarded; m.Text != "Zie hieronder.\n" || f == nil || f.From.Addr != "an@x.example" || f.Text != "Mijn nummer is 66.\n" {
			t.Errorf("%s: own %q, forwarded %+v", line, m.Text, m.Forwarded)
		}
	}
	for subject, want := range map[string]bool{"Fwd: x": true, "TR : x": true, "[Fwd: x]": true, "[EXT] WG: x": true, "Doorst: x": true, "Re: Fwd: x": false, "I: x": true, "Vraag: x": false, "[x": false} {
		if isForwardSubject(subject) != want {
			t.Errorf("%q: %v", subject, !want)
		}
	}
}

// Whoever sends an own mail again often passes it on more than once, or inside the answer of a mail server.
func TestForwardedTwice(t *testing.T) {
	inner := "Van: Els Claes <els@oud.example>\nVerzonden: maandag 2 juni 2025 9:00\nAan: desk@x.example\nOnderwerp: vergeten\n\nMijn nummer is 67.\n"
	want := Address{Name: "Els Claes", Addr: "els@oud.example"}
	bounced := "Van: MAILER-DAEMON@x.example\nDatum: 2 juni 2025 om 9:01\nOnderwerp: Undelivered Mail\nAan: els@oud.example\n\nI could not deliver.\n\n" + inner
	message := func(from, text string) string {
		return "Content-Type: message/rfc822\n\nFrom: " + from + "\nSubject: x\nContent-Type: multipart/mixed; boundary=C\n\n" + entity("C", plainHead+text,
			"Content-Type: message/rfc822\n\nFrom: Els Claes <els@oud.example>\nSubject: vergeten\n\nMijn nummer is 67.\n")
	}
	tests := []struct {
		name string
		raw  []byte
	}{
		{"a forward of a forward", letter("---------- Forwarded message ---------\nVan: An <an@x.example>\nDatum: 3 juni 2025 om 9:00\nOnderwerp: FW: vergeten\nAan: Els\n\n"+inner, "Subject: Fwd: FW: x")},
		{"with a line of its own", letter("Van: An <an@x.example>\nDatum: 3 juni 2025 om 9:00\nOnderwerp: FW: x\nAan: Els\n\n---------- Forwarded message ---------\n"+inner, "Subject: FW: x")},
		{"a bounce", letter("Zie.\n---------- Forwarded message ---------\n"+bounced, "Subject: Fwd: Undelivered Mail")},
		{"a quoted bounce", letter("Zie.\n\n> Begin doorgestuurd bericht:\n> \n> "+strings.ReplaceAll(bounced, "\n", "\n> "), "Subject: Fwd: Undelivered Mail")},
		{"an attached forward without words", multipart("mixed", plainHead+"Zie.", message("An <an@x.example>", " "))},
		{"an attached bounce", multipart("mixed", plainHead+"Zie.", message("postmaster@x.example", "I could not deliver."))},
	}
	for _, test := range tests {
		if f := Parse(test.raw, Options{}).Forwarded; f == nil || f.From != want || f.Text != "Mijn nummer is 67.\n" {
			t.Errorf("%s: %+v", test.name, f)
		}
	}
	if f := Parse(multipart("mixed", message("An <an@x.example>", "Dit is van mij.")), Options{}).Forwarded; f == nil || f.From.Addr != "an@x.example" {
		t.Errorf("a forward with words of its own: %+v", f)
	}
}

func TestEscapedFromIsNoQuote(t *testing.T) {
	if m := Parse(letter("Dag\n\n>From now on: 67\nEls\n"), Options{}); m.Text != "Dag\n\nFrom now on: 67\nEls\n" {
		t.Errorf("own %q, quoted %q", m.Text, m.Quoted)
	}
	if m := Parse(letter("Dag\n> a\n>From now on: 66\n> b\n"), Options{}); m.Text != "Dag\n" {
		t.Errorf("own %q, quoted %q", m.Text, m.Quoted)
	}
}

// Who answers between the lines does not repeat the question; the field that was asked for stands before the answer.
func TestAnswersBearTheirField(t *testing.T) {
	tests := []struct{ name, in, own string }{
		{"Dutch", "Zie onder.\nOp 3/06/2025 om 10:02 schreef Desk:\n> Naam:\nClaes\n> Voornaam:\nEls\n> Rijksregisternummer:\n67\n> Nieuw e-mailadres:\nels@x.example\n> Groeten\n\nOké zo?\n",
			"Zie onder.\nNaam: Claes\nVoornaam: Els\nRijksregisternummer: 67\nNieuw e-mailadres: els@x.example\n\nOké zo?\n"},
		{"French, numbered", "Le 03/06/2025 à 10:02, Desk a écrit :\n> 1. votre nom\n\nLambot\n\n> 2. votre prénom\n\nFabienne\n\n> 3. votre numéro de registre national (exemple : 66)\n\n67 (sans faute)\n\n> Merci\n",
			"Nom: Lambot\n\nPrénom: Fabienne\n\nRegistre national: 67 (sans faute)\n"},
		{"German", "> - Ihr Nachname?\nClaes\n> - Vorname?\nEls\n", "Name: Claes\nVorname: Els\n"},
		{"English", "> What is your first name?\nEls\n> What is your surname?\nClaes\n", "First name: Els\nName: Claes\n"},
		{"a label of its own", "> Naam:\nnaam: Claes\n", "naam: Claes\n"},
		{"another question", "> Naam van uw kantoor:\nClaes\n", "Claes\n"},
		{"a text below", "> Naam:\nIk geef die niet,\nen waarom zou ik?\n", "Ik geef die niet,\nen waarom zou ik?\n"},
		{"a question back", "> Naam:\nWaarom?\n", "Waarom?\n"},
	}
	for _, test := range tests {
		if m := Parse(letter(test.in, "Subject: Re: x"), Options{}); m.Text != test.own {
			t.Errorf("%s: %q, want %q", test.name, m.Text, test.own)
		}
	}
}
