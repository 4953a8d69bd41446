package message

import (
	"strings"
	"testing"
)

func TestOwnWordsAndQuotes(t *testing.T) {
	tests := []struct{ name, in, own, quoted string }{
		{"nothing quoted", "Dag\n\nJan\n", "Dag\n\nJan\n", ""},
		{"Dutch", "Ja.\n\n" +
			"Op 25/03/2025 om 16:20 schreef Geert:\n" +
			"> Dag\n" +
			"> 67\n", "Ja.\n", "Op 25/03/2025 om 16:20 schreef Geert:\n" +
			"> Dag\n" +
			"> 67\n"},
		{"Dutch of a telephone", "Ja.\n\n" +
			"Op 3 apr. 2025 om 10:14 heeft d@x.example het volgende geschreven:\n\n" +
			"> Dag\n", "Ja.\n", "Op 3 apr. 2025 om 10:14 heeft d@x.example het volgende geschreven:\n" +
			"> Dag\n"},
		{"Dutch, name first", "Ja.\n" +
			"Geert schreef op 25/03/2025 om 16:20:\n" +
			"> Dag\n", "Ja.\n", "Geert schreef op 25/03/2025 om 16:20:\n" +
			"> Dag\n"},
		{"Dutch over two lines", "Ja.\n\n" +
			"Op di 3 jun 2025 om 10:02 schreef Servicedesk van het Instituut <\n" +
			"d@x.example>:\n\n" +
			"Dag 67\n", "Ja.\n", "Op di 3 jun 2025 om 10:02 schreef Servicedesk van het Instituut <\n" +
			"d@x.example>:\n\n" +
			"Dag 67\n"},
		{"French", "Oui.\n\n" +
			"Le lun. 5 mai 2025 à 14:03, <d@x.example> a écrit :\n" +
			"> Madame\n", "Oui.\n", "Le lun. 5 mai 2025 à 14:03, <d@x.example> a écrit :\n" +
			"> Madame\n"},
		{"French over two lines, not marked", "Oui.\n" +
			"Le 5 mai 2025 à 14:03, Servicedesk\n" +
			"<d@x.example> a écrit :\n" +
			"Madame\n" +
			"67\n", "Oui.\n", "Le 5 mai 2025 à 14:03, Servicedesk\n" +
			"<d@x.example> a écrit :\n" +
			"Madame\n" +
			"67\n"},
		{"English", "Yes.\n\n" +
			"On Tue, Jun 3, 2025 at 10:02 AM Desk <d@x.example> wrote:\n" +
			"> Hi\n", "Yes.\n", "On Tue, Jun 3, 2025 at 10:02 AM Desk <d@x.example> wrote:\n" +
			"> Hi\n"},
		{"German", "Ja.\n\nAm 03.06.25 um 10:02 schrieb Desk:\n> Tag\n", "Ja.\n", "Am 03.06.25 um 10:02 schrieb Desk:\n> Tag\n"},
		{"German, perfect", "Ja.\n" +
			"Am Di., 3. Juni 2025 um 10:02 Uhr hat Desk <d@x.example> geschrieben:\n" +
			"Tag\n", "Ja.\n", "Am Di., 3. Juni 2025 um 10:02 Uhr hat Desk <d@x.example> geschrieben:\n" +
			"Tag\n"},
		{"a language that we do not know", "Ja.\n" +
			"ke 3.6.2025 klo 10:02 Desk (d@x.example) kirjoitti:\n" +
			"> Hei\n", "Ja.\n", "ke 3.6.2025 klo 10:02 Desk (d@x.example) kirjoitti:\n" +
			"> Hei\n"},
		{"answers between", "Le 11/04/25 à 10:02, D a écrit :\n" +
			"> nom ?\n\n" +
			"Le Roy\n\n" +
			"> numéro ?\n\n" +
			"77.12\n\n" +
			"> Bien à vous\n", "Nom: Le Roy\n\n" +
			"77.12\n", "Le 11/04/25 à 10:02, D a écrit :\n" +
			"> nom ?\n" +
			"> numéro ?\n" +
			"> Bien à vous\n"},
		{"attribution that is quoted", "Top!\n\n" +
			"> Op 3 apr. 2025 om 10:14 heeft d@x.example het volgende geschreven:\n" +
			">\n" +
			"> Dag\n", "Top!\n", "> Op 3 apr. 2025 om 10:14 heeft d@x.example het volgende geschreven:\n" +
			">\n" +
			"> Dag\n"},
		{"Outlook Dutch", "Ja.\n\n" +
			"Van: d@x.example <d@x.example>\n" +
			"Verzonden: maandag 31 maart 2025 9:12\n" +
			"Aan: Thomas\n" +
			"Onderwerp: RE: x\n\n" +
			"67\n", "Ja.\n", "Van: d@x.example <d@x.example>\n" +
			"Verzonden: maandag 31 maart 2025 9:12\n" +
			"Aan: Thomas\n" +
			"Onderwerp: RE: x\n\n" +
			"67\n"},
		{"Outlook French", "Oui.\n\n" +
			"De : D <d@x.example>\n" +
			"Envoyé : lundi 31 mars 2025 9:12\n" +
			"À : Th\n" +
			"Objet : x\n\n" +
			"67\n", "Oui.\n", "De : D <d@x.example>\n" +
			"Envoyé : lundi 31 mars 2025 9:12\n" +
			"À : Th\n" +
			"Objet : x\n\n" +
			"67\n"},
		{"Outlook English under a rule", "Yes.\n" +
			"________________________________\n" +
			"From: D <d@x.example>\n" +
			"Sent: Monday\n" +
			"To: Th\n" +
			"Subject: x\n\n" +
			"67\n", "Yes.\n", "From: D <d@x.example>\n" +
			"Sent: Monday\n" +
			"To: Th\n" +
			"Subject: x\n\n" +
			"67\n"},
		{"Outlook German", "Ja.\n" +
			"Von: D\n" +
			"Gesendet: Montag\n" +
			"An: Th\n" +
			"Betreff: x\n" +
			"67\n", "Ja.\n", "Von: D\n" +
			"Gesendet: Montag\n" +
			"An: Th\n" +
			"Betreff: x\n" +
			"67\n"},
		{"bold fields, blank lines between", "Ja.\n\n" +
			"*Van:* D <d@x.example>\n\n" +
			"*Datum:* maandag\n\n" +
			"*Aan:* Th\n\n" +
			"67\n", "Ja.\n", "*Van:* D <d@x.example>\n\n" +
			"*Datum:* maandag\n\n" +
			"*Aan:* Th\n\n" +
			"67\n"},
		{"date first", "Ja.\n" +
			"Gesendet: Montag, 2. Juni 2025\n" +
			"Von: D <d@x.example>\n" +
			"An: Th\n" +
			"67\n", "Ja.\n", "Gesendet: Montag, 2. Juni 2025\n" +
			"Von: D <d@x.example>\n" +
			"An: Th\n" +
			"67\n"},
		{"original message", "Ja.\n\n" +
			"-----Oorspronkelijk bericht-----\n" +
			"Van: D\n\n" +
			"67\n", "Ja.\n", "-----Oorspronkelijk bericht-----\n" +
			"Van: D\n\n" +
			"67\n"},
		{"original message French", "Oui.\n-----Message d’origine-----\n67\n", "Oui.\n", "-----Message d’origine-----\n67\n"},
		{"original message German", "Ja.\n-----Ursprüngliche Nachricht-----\n67\n", "Ja.\n", "-----Ursprüngliche Nachricht-----\n67\n"},
		{"original message English, marked", "-----Original Message-----\n" +
			"> 67\n\n" +
			"Yes.\n", "Yes.\n", "-----Original Message-----\n" +
			"> 67\n"},
		{"wrapped quote", "> " + strings.Repeat("een lange regel ", 5) + "en\n" +
			"nog iets\n" +
			"> Dag\n" +
			"ja\n", "ja\n", "> " + strings.Repeat("een lange regel ", 5) + "en\n" +
			"nog iets\n" +
			"> Dag\n"},

		{"a person who writes so", "Op 3 mei schreef ik u:\nmijn nummer is 67\n", "Op 3 mei schreef ik u:\nmijn nummer is 67\n", ""},
		{"a person who writes so, with the year", "Op 3 mei 2025 schreef ik u het volgende:\n" +
			"mijn nummer is 67\n", "Op 3 mei 2025 schreef ik u het volgende:\n" +
			"mijn nummer is 67\n", ""},
		{"a form without date", "Van: Jan <j@x.example>\n" +
			"Onderwerp: vergeten\n" +
			"Bericht: mijn nummer is 67\n", "Van: Jan <j@x.example>\n" +
			"Onderwerp: vergeten\n" +
			"Bericht: mijn nummer is 67\n", ""},
		{"fields of a person", "Naam: Verstraete\n" +
			"Bcc: x@y.example\n" +
			"To: x@y.example\n" +
			"nummer: 67\n", "Naam: Verstraete\n" +
			"Bcc: x@y.example\n" +
			"To: x@y.example\n" +
			"nummer: 67\n", ""},
		{"colon at the end", "Mijn gegevens (zie mail van 10:02):\nNaam: Jan\n", "Mijn gegevens (zie mail van 10:02):\nNaam: Jan\n", ""},
		{"rule in own words", "a\n----------\nb\n", "a\n----------\nb\n", ""},
		{"arrow", "oud -> nieuw\n", "oud -> nieuw\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter(test.in, "Subject: RE: x"), Options{})
			if m.Text != test.own || m.Quoted != test.quoted {
				t.Errorf("own %q, quoted %q; want %q, %q", m.Text, m.Quoted, test.own, test.quoted)
			}
			if m.Forwarded != nil {
				t.Errorf("forwarded: %+v", *m.Forwarded)
			}
		})
	}
}

// A first mail that is set out as a letter has a block of fields on top; all of it is own words.
func TestLetterIsNoQuote(t *testing.T) {
	text := "Van: Jan Peeters\nDatum: 3 juni 2025\nAan: de servicedesk\nBetreft: adres vergeten\n\nMijn nummer is 67.\n"
	if m := Parse(letter(text, "Subject: adres vergeten"), Options{}); m.Text != text || m.Quoted != "" {
		t.Errorf("own %q, quoted %q", m.Text, m.Quoted)
	}
	if m := Parse(letter(text, "Subject: RE: adres vergeten"), Options{}); m.Text != "" || m.Quoted != text {
		t.Errorf("an answer: own %q, quoted %q", m.Text, m.Quoted)
	}
	if m := Parse(letter("Ja.\n\n"+text, "Subject: adres vergeten"), Options{}); m.Text != "Ja.\n" {
		t.Errorf("words above: own %q", m.Text)
	}
	if m := Parse(letter(text, "Subject: adres vergeten", "In-Reply-To: <1@x>"), Options{}); m.Text != "" {
		t.Errorf("an answer by its header: own %q", m.Text)
	}
}

func TestForwarded(t *testing.T) {
	block := "Van: An Claes <an@x.example>\nVerzonden: maandag 31 maart 2025 9:12\nAan: Jan\nOnderwerp: vergeten\n\nNaam: Claes\n"
	want := &Forwarded{From: Address{Name: "An Claes", Addr: "an@x.example"}, Subject: "vergeten", Text: "Naam: Claes\n"}
	tests := []struct {
		name, subject, in string
		own               string
		want              *Forwarded
	}{
		{"FW and a block", "FW: vergeten", "Zie hieronder.\n\n" + block, "Zie hieronder.\n", want},
		{"tag in front", "[EXTERN] TR: vergeten", "Zie.\n" + block, "Zie.\n", want},
		{"WG and an original message", "WG: vergeten", "Zie.\n-----Oorspronkelijk bericht-----\n" + block, "Zie.\n", want},
		{"Gmail", "vergeten", "Zie.\n\n---------- Forwarded message ---------\n" + block, "Zie.\n", want},
		{"Thunderbird", "Fwd: vergeten", "Zie.\n-------- Doorgestuurd bericht --------\n" + block, "Zie.\n", want},
		{"Apple", "Fwd: vergeten", "Zie.\n\n" +
			"Begin doorgestuurd bericht:\n\n" +
			"> " + strings.ReplaceAll(strings.TrimSpace(block), "\n", "\n> "), "Zie.\n", want},
		{"quoted block without a line above", "Fwd: vergeten", "Zie.\n> " + strings.ReplaceAll(strings.TrimSpace(block), "\n", "\n> "), "Zie.\n", want},
		{"quoted below another quote", "RE: vergeten", "Ja.\n> oud\n> Begin doorgestuurd bericht:\n> 67\n", "Ja.\n", nil},
		{"French", "TR: oubli", "Voir.\n" +
			"-------- Message transféré --------\n" +
			"Sujet : oubli\n" +
			"Date : lundi\n" +
			"De : An Claes <an@x.example>\n" +
			"Pour : Jan\n\n" +
			"Nom : Claes\n", "Voir.\n",
			&Forwarded{From: Address{Name: "An Claes", Addr: "an@x.example"}, Subject: "oubli", Text: "Nom : Claes\n"}},
		{"old Outlook", "FW: x", "From: An Claes [mailto:an@x.example]\n" +
			"Sent: Monday\n" +
			"To: Jan;\n" +
			" Piet\n" +
			"Subject: x\n\n" +
			"67\n", "", &Forwarded{From: Address{Name: "An Claes", Addr: "an@x.example"}, Subject: "x", Text: "67\n"}},
		{"name only", "FW: x", "Van: An Claes\n" +
			"Datum: maandag\n" +
			"Aan: Jan\n\n" +
			"67\n", "", &Forwarded{From: Address{Name: "An Claes", Addr: ""}, Text: "67\n"}},
		{"announced only", "Fwd: x", "Mijn nummer is 67\n", "Mijn nummer is 67\n", nil},
		{"a reply to a forwarded mail", "RE: FW: x", "Ja.\n" + block, "Ja.\n", nil},
		{"FW above an attribution", "FW: x", "Ja.\nOp 3/6/2025 om 10:02 schreef An:\n> 67\n", "Ja.\n", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter(test.in, "Subject: "+test.subject), Options{})
			if m.Text != test.own {
				t.Errorf("own %q, want %q", m.Text, test.own)
			}
			diff(t, "forwarded", m.Forwarded, test.want)
		})
	}
}

func TestForwardedThread(t *testing.T) {
	m := Parse(letter("Zie.\n\n"+
		"---------- Forwarded message ---------\n"+
		"Van: An <an@x.example>\n"+
		"Datum: maandag\n"+
		"Onderwerp: x\n"+
		"Aan: Jan\n\n"+
		"Ik ben An.\n\n"+
		"Op 3/6/2025 om 10:02 schreef Desk:\n"+
		"> voorbeeld 85\n"), Options{})
	if m.Forwarded == nil || m.Forwarded.Text != "Ik ben An.\n" {
		t.Errorf("forwarded %+v", m.Forwarded)
	}
	if !strings.Contains(m.Quoted, "voorbeeld 85") || strings.Contains(m.Text, "85") {
		t.Errorf("what the forwarded mail quotes must be quoted: %q", m.Quoted)
	}
}

func TestForwardedAsHTML(t *testing.T) {
	m := Parse(letter(`<div>Zie.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Van: <b>An</b> &lt;an@x.example&gt;<br>Date: di 3 jun 2025<br>Subject: x<br>To: Jan<br></div><br><div>Ik ben An.</div></div>`,
		"Content-Type: text/html; charset=utf-8", "Subject: Fwd: x"), Options{})
	if m.Text != "Zie.\n" {
		t.Errorf("own %q", m.Text)
	}
	diff(t, "forwarded", m.Forwarded, &Forwarded{From: Address{Name: "An", Addr: "an@x.example"}, Subject: "x", Text: "Ik ben An.\n"})
}

func TestGatewayBanner(t *testing.T) {
	tests := []struct{ in, want string }{
		{"LET OP: dit bericht komt van buiten de organisatie. Klik niet op koppelingen.\n\nBeste, 85.07\n", "Beste, 85.07\n"},
		{"ATTENTION : ce message provient de l’extérieur de l'entreprise. Ne cliquez pas.\n\nBonjour\n", "Bonjour\n"},
		{"[EXTERNAL EMAIL] Caution: do not click\nlinks you do not trust.\n\nHello\n", "Hello\n"},
		{"ACHTUNG: Externer Absender. Klicken Sie auf keine Links.\n\nTag\n", "Tag\n"},
		{"Opgelet, ik werk van buiten de organisatie: 85.07.30-033.28\n\n" +
			"Jan\n", "Opgelet, ik werk van buiten de organisatie: 85.07.30-033.28\n\n" +
			"Jan\n"},
		{"Attention, j'écris de l'extérieur de mon bureau (an@x.example).\n\n" +
			"An\n", "Attention, j'écris de l'extérieur de mon bureau (an@x.example).\n\n" +
			"An\n"},
		{"Let op: mijn adres is veranderd.\n\nJan\n", "Let op: mijn adres is veranderd.\n\nJan\n"},
		{"Let op: extern bericht\n", "Let op: extern bericht\n"},
	}
	for _, test := range tests {
		m := Parse(letter(test.in), Options{})
		if m.Text != test.want {
			t.Errorf("%q became %q, want %q", test.in, m.Text, test.want)
		}
		if dropped := test.in != test.want; dropped != hasProblem(m, "gateway") {
			t.Errorf("%q: problems %q", test.in, m.Problems)
		}
	}
}
