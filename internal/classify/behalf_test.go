package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
)

// askedText is a text of Nora Stevens that asks for somebody else, or does not.
type askedText struct{ name, text string }

func (a askedText) verdict() Verdict {
	s := sample{from: "Nora Stevens", addr: "nora@s.example", subject: "?", text: a.text}
	return Classify(s.message(), Options{Today: today, Fallback: nl})
}

func TestAskedForAnother(t *testing.T) {
	for _, a := range []askedText{
		{"nl title", "Kunt u voor de heer Geert Maes ({A}) een ander e-mailadres noteren, geert@maes.example?\n\nNora Stevens\n"},
		{"nl of somebody with a title", "Welk e-mailadres van mevrouw Maes is bij jullie gekend?\nNora Stevens\n"},
		{"nl boss", "Mijn baas weet niet meer welk e-mailadres hij gebruikt.\nNora Stevens\n"},
		{"nl on behalf", "In opdracht van mijn werkgever vraag ik welk mailadres gekend is.\nNora Stevens\n"},
		{"nl colleague", "Mijn collega is haar e-mailadres vergeten. Kan u het bezorgen?\nNora Stevens\n"},
		{"nl father", "Mijn vader (83) kan niet meer inloggen, welk e-mailadres heeft hij opgegeven?\nNora Stevens\n"},
		{"nl his number", "Zijn rijksregisternummer is {A}. Kan u zijn mailadres wijzigen in geert@maes.example?\nNora Stevens\n"},
		{"fr title", "Quelle est l'adresse e-mail de Monsieur Dardenne (NN {A}) ?\nNora Stevens\n"},
		{"fr for", "Pourriez-vous changer l'adresse e-mail pour Madame Dardenne : a@d.example ?\nNora Stevens\n"},
		{"fr boss", "Mon patron a oublié son adresse e-mail.\nNora Stevens\n"},
		{"fr mother", "Ma mère ne sait plus quelle adresse e-mail elle utilisait.\nNora Stevens\n"},
		{"fr on behalf", "Au nom de M. Dardenne, je vous demande son adresse de connexion.\nNora Stevens\n"},
		{"en title", "Which e-mail address is known for Mr Janes? National number {A}.\nNora Stevens\n"},
		{"en husband", "My husband has forgotten his e-mail address.\nNora Stevens\n"},
		{"en manager", "On behalf of my manager: please change his login to tom@new.example.\nNora Stevens\n"},
		{"de title", "Bitte ändern Sie die E-Mail-Adresse von Herrn Pauels in k@p.example.\nNora Stevens\n"},
		{"de boss", "Im Auftrag meines Chefs frage ich, welche E-Mail-Adresse bekannt ist.\nNora Stevens\n"},
		{"de colleague", "Mein Kollege weiß seine E-Mail-Adresse nicht mehr.\nNora Stevens\n"},
	} {
		t.Run(a.name, func(t *testing.T) {
			if v := a.verdict(); !v.OnBehalf || !v.Claim.Number.IsZero() {
				t.Errorf("on behalf %v, number %v, kind %s", v.OnBehalf, v.Claim.Number, v.Kind)
			}
		})
	}
}

func TestAskedForOneself(t *testing.T) {
	for _, a := range []askedText{
		{"nl plain", "Ik ben mijn e-mailadres vergeten.\nNora Stevens\n"},
		{"nl third person by name", "Nora Stevens is haar e-mailadres vergeten, rijksregisternummer {A}.\n"},
		{"nl wife was helped already", "Mijn man heeft zijn adres al gekregen. Ik weet het mijne niet meer.\nNora Stevens\n"},
		{"nl the platform speaks", "Het scherm blijft staan, hij vraagt een paswoord dat ik nooit gehad heb.\nNora Stevens\n"},
		{"nl at the request of the Institute", "Op vraag van uw collega stuur ik mijn rijksregisternummer: {A}. Welk e-mailadres heb ik?\nNora Stevens\n"},
		{"nl at the advice of a person", "Op aanraden van mevrouw Maes mail ik u: ik ben mijn e-mailadres vergeten.\nNora Stevens\n"},
		{"nl greeting with a title", "Geachte mevrouw Maes,\nik ben mijn e-mailadres vergeten.\nNora Stevens\n"},
		{"nl colleague knows", "Mijn collega zei dat ik mijn e-mailadres hier kan opvragen.\nNora Stevens\n"},
		{"nl helped by the son", "Mijn zoon typt dit voor mij. Ik ben mijn e-mailadres vergeten.\nNora Stevens\n"},
		{"nl function", "Ik ben zaakvoerder en ik ben mijn e-mailadres vergeten.\nNora Stevens\n"},
		{"nl account of the wife", "Ik mail via het adres van mijn man, maar het gaat over mij: ik ken mijn e-mailadres niet meer.\nNora Stevens\n"},
		{"fr nobody else", "De la part de personne sinon moi : j'ai oublié mon adresse e-mail.\nNora Stevens\n"},
		{"fr attention", "À l'attention de Madame Dardenne : j'ai oublié mon adresse e-mail.\nNora Stevens\n"},
		{"fr at your request", "À la demande de votre collègue, voici mon numéro national {A}. Quelle est mon adresse e-mail ?\nNora Stevens\n"},
		{"fr colleague told me", "Mon collègue m'a dit de vous écrire : j'ai oublié mon adresse e-mail.\nNora Stevens\n"},
		{"en mine", "My colleague told me to write: I have forgotten my e-mail address.\nNora Stevens\n"},
		{"en in my own name", "I write on behalf of myself only: I forgot my e-mail address.\nNora Stevens\n"},
		{"de mine", "Mein Kollege sagte, ich soll Ihnen schreiben. Ich habe meine E-Mail-Adresse vergessen.\nNora Stevens\n"},
		{"de your number", "Sie wollten Ihre Nummer für mich suchen: welche E-Mail-Adresse habe ich bei Ihnen?\nNora Stevens\n"},
	} {
		t.Run(a.name, func(t *testing.T) {
			if v := a.verdict(); v.OnBehalf {
				t.Errorf("on behalf of somebody else, kind %s: %v", v.Kind, v.Reasons)
			}
		})
	}
}

func TestForwardOfAMachine(t *testing.T) {
	for addr, want := range map[string]bool{
		"postmaster@w.example": false, "MAILER-DAEMON@w.example": false, "support@w.example": false, "no-reply@w.example": false,
		"desk@institute.example": false, "lien@w.example": true,
	} {
		s := sample{from: "Nora Stevens", addr: "nora@s.example", subject: "FW: ?", text: "Zie hieronder.\nNora Stevens\n",
			forwarded: &message.Forwarded{From: message.Address{Name: "X", Addr: addr}, Text: "Ik ben mijn e-mailadres vergeten, welk adres is gekend?"}}
		if v := Classify(s.message(), Options{Today: today, Fallback: nl}); v.OnBehalf != want {
			t.Errorf("%s: on behalf %v, want %v", addr, v.OnBehalf, want)
		}
	}
}

// Mails for, about or through somebody else than the sender.
func TestOnBehalf(t *testing.T) {
	run(t, []sample{
		{name: "fr signed for", from: "Secrétariat Morel", addr: "secretariat@morel.example", subject: "coordonnées", text: "Bonjour,\n\nM. Morel (n° national {A}) emploie désormais luc@morel.example.\n\nPour M. Morel,\nNora Stevens\n",
			kind: changed, language: fr, last: "Stevens", first: "Nora", behalf: true, address: "luc@morel.example"},
		{name: "de by order", from: "Büro Dr. Keller", addr: "buero@keller.example", subject: "Änderung", text: "Für Herrn Dr. Karl Keller (Nationalregister {A}) gilt ab heute karl@keller.example; bitte ändern Sie seinen Zugang.\n\ni. A. Nora Stevens\n",
			kind: changed, language: de, behalf: true, address: "karl@keller.example"},
		{name: "nl own matter, former husband", from: "Nora Stevens", addr: "n@s.example", subject: "adres", text: "Ik wil het mailadres van mijn ex-man niet langer gebruiken. Gelieve nora@new.example te noteren.\nStevens Nora\nRijksregisternummer {A}\n",
			kind: changed, language: nl, last: "Stevens", first: "Nora", number: "A", address: "nora@new.example"},
		{name: "nl secretary", from: "Nora Stevens", addr: "secretariaat@w.example", subject: "e-mailadres vergeten", text: "Namens de heer Joris Wielemans (rijksregisternummer {A}) vraag ik welk e-mailadres bij jullie gekend is.\n\nMet vriendelijke groeten\nNora Stevens\n",
			kind: forgot, language: nl, last: "Stevens", first: "Nora", behalf: true},
		{name: "nl husband", from: "Nora Stevens", addr: "n@s.example", subject: "e-mailadres vergeten", text: "Mijn man weet niet meer welk e-mailadres hij heeft opgegeven. Zijn rijksregisternummer is {A}.\nNora Stevens\n",
			kind: forgot, language: nl, last: "Stevens", first: "Nora", behalf: true},
		{name: "fr secretary", from: "Nora Stevens", addr: "n@s.example", subject: "adresse e-mail modifiée", text: "De la part de M. Luc Dardenne, NN {A} : sa nouvelle adresse est luc@d.example.\nNora Stevens\n",
			kind: changed, language: fr, last: "Stevens", first: "Nora", behalf: true, address: "luc@d.example"},
		{name: "fr mother", from: "Basile Collin", addr: "b@c.example", subject: "adresse e-mail oubliée", text: "Bonjour, ma mère ne se souvient plus de l'adresse e-mail qu'elle utilisait pour votre portail. Son numéro national : {A}.\nBasile Collin\n",
			kind: forgot, language: fr, last: "Collin", first: "Basile", behalf: true},
		{name: "en", from: "Nora Stevens", addr: "n@s.example", subject: "Change of e-mail address", text: "On behalf of Mr Tom Janes (national number {A}): please change his e-mail address to tom@new.example.\nNora Stevens\n",
			kind: changed, language: en, last: "Stevens", first: "Nora", behalf: true, address: "tom@new.example"},
		{name: "de", from: "Nora Stevens", addr: "n@s.example", subject: "E-Mail-Adresse vergessen", text: "Im Auftrag von Herrn Karl Pauels frage ich nach der E-Mail-Adresse, die bei Ihnen hinterlegt ist. Nationalregisternummer {A}.\nNora Stevens\n",
			kind: forgot, language: de, last: "Stevens", first: "Nora", behalf: true},
		{name: "not on behalf: helped by a grandchild", from: "Godelieve Stevens", addr: "n@s.example", subject: "e-mailadres vergeten", text: "Mijn kleinzoon typt dit bericht. Ik ben het e-mailadres vergeten waarmee ik ingeschreven ben. Godelieve Stevens, {A}\n",
			kind: forgot, language: nl, last: "Stevens", first: "Godelieve", number: "A"},
		{name: "spouse writes for herself", from: "Jan Raes", addr: "jan@raes.example", subject: "e-mailadres vergeten", text: "Dit is het mailadres van mijn man, maar het gaat over mij: Lotte Claeys, {A}. Welk adres kent u van mij?\n",
			kind: forgot, language: nl, last: "Claeys", first: "Lotte", number: "A"},
		{name: "colleague mentioned in passing", from: "Lotte Raes", addr: "lotte@raes.example", subject: "e-mailadres vergeten", text: "Mijn collega zei dat ik bij jullie moest zijn. Ik ben vergeten welk e-mailadres ik gebruik. Lotte Raes, {A}\n",
			kind: forgot, language: nl, last: "Raes", first: "Lotte", number: "A"},
		{name: "fr secretary changes for the boss", from: "Carine Meunier", addr: "secretariat@d.example", subject: "Nouvelle adresse", text: "Bonjour, mon patron, Hugues Delbrouck, a une nouvelle adresse mail : hugues@neuf.example. Son numéro national est {A}.\nCarine Meunier\n", kind: changed, language: fr, last: "Meunier", first: "Carine", behalf: true, address: "hugues@neuf.example"},
		{name: "nl daughter", from: "Els Huys", addr: "els@h.example", subject: "e-mailadres vergeten", text: "Mijn vader (Piet Huys, rijksregisternummer {A}) kan niet meer op het platform. Welk e-mailadres is van hem gekend?\nEls Huys\n", kind: forgot, language: nl, last: "Huys", first: "Els", behalf: true},
		{name: "fr client's number in a complaint", from: "Hugues Delbrouck", addr: "h@d.example", subject: "Question", text: "Mon client M. Petit ({B}) me demande une attestation. Que faire ?\n", kind: other, language: fr},
		{name: "nl colleague's mail forwarded for information", from: "Piet Huys", addr: "piet@h.example", subject: "FW: seminarie", text: "Ter info.\nPiet\n", forwarded: &message.Forwarded{From: message.Address{Name: "Jan Maes", Addr: "jan@m.example"}, Subject: "seminarie", Text: "Het seminarie gaat door op 4 mei.\n"}, kind: other, language: nl},
		{name: "client case with exact subject", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres vergeten", text: "Mijn cliënt Jos Maes, rijksregisternummer {B}, heeft geen toegang tot MyMinfin. Wat kan ik doen?\n", kind: other, language: nl},
		{name: "asks for the wife as well as himself", from: "Joost Daems", addr: "j@d.example", subject: "e-mailadressen vergeten", text: "Ik ben mijn e-mailadres vergeten: Joost Daems, {A}.\nMijn echtgenote Nora Claes ({B}) ook.\n", kind: forgot, language: nl, last: "Daems", first: "Joost", number: "A"},
		{name: "forward of a colleague for help", from: "Luc Piette", addr: "l@p.example", subject: "TR: adresse e-mail oubliée", text: "Pouvez-vous aider ma collègue ? Merci\nLuc\n", forwarded: &message.Forwarded{From: message.Address{Name: "Anne Roba", Addr: "a@r.example"}, Subject: "adresse e-mail oubliée", Text: "J'ai oublié mon adresse. Roba Anne {B}\n"},
			kind: forgot, language: fr, last: "Piette", first: "Luc", behalf: true},
		{name: "en for father", from: "Mary Whelan", addr: "m@w.example", subject: "address forgotten", text: "My father John Whelan no longer knows which e-mail address he registered. His national number is {A}.\nMary Whelan\n", kind: forgot, language: en, last: "Whelan", first: "Mary", behalf: true},
		{name: "de wife", from: "Karl Lenges", addr: "k@l.example", subject: "E-Mail-Adresse vergessen", text: "Meine Frau Ursula Lenges (Nationalregisternummer {A}) weiß nicht mehr, mit welcher E-Mail-Adresse sie angemeldet ist.\nKarl Lenges\n", kind: forgot, language: de, last: "Lenges", first: "Karl", behalf: true},
	})
}
