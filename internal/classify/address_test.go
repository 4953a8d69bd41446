package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// stated classifies a text of a fixed sender.
func stated(subject, text string) Verdict {
	from := []message.Address{{Name: "Jan Peeters", Addr: "jan.peeters@mail.example"}}
	return Classify(&message.Message{From: from, Subject: subject, Text: text}, Options{Today: today})
}

// The ways in which people state a new address, with and without the old one and those of others.
func TestAddressesStated(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Mijn oude mail was jan@oud.example. Dat bestaat niet meer. Noteer jan@nieuw.example.", "jan@nieuw.example"},
		{"jan@oud.example -> jan@nieuw.example", "jan@nieuw.example"},
		{"jan@oud.example\n=>\njan@nieuw.example", "jan@nieuw.example"},
		{"Oud: jan@oud.example\nNieuw: jan@nieuw.example", "jan@nieuw.example"},
		{"Nieuw | Oud\njan@nieuw.example | jan@oud.example", "jan@nieuw.example"},
		{"Gelieve aan te passen.\n\nhuidig:\nNaam: Peeters\nE-mail: jan@oud.example\n\nnieuw:\nNaam: Peeters\nE-mail: jan@nieuw.example", "jan@nieuw.example"},
		{"Gelieve jan@nieuw.example te gebruiken i.p.v. jan@oud.example", "jan@nieuw.example"},
		{"Veuillez utiliser jan@nieuw.example au lieu de jan@oud.example", "jan@nieuw.example"},
		{"Please use jan@nieuw.example in place of jan@oud.example", "jan@nieuw.example"},
		{"Bitte statt jan@oud.example künftig jan@nieuw.example verwenden", "jan@nieuw.example"},
		{"jan@nieuw.example (voorheen jan@oud.example) is mijn mailadres", "jan@nieuw.example"},
		{"jan@nieuw.example (anciennement jan@oud.example)\nMerci d'adapter mon adresse mail", "jan@nieuw.example"},
		{"Foutje in mijn vorige mail: ik schreef jan@oud.example, het moet jan@nieuw.example zijn", "jan@nieuw.example"},
		{"Nieuw adres: jan@niew.example, sorry, jan@nieuw.example", "jan@nieuw.example"},
		{"Mijn nieuw mailadres is jan@nieuw.example of jan2@nieuw.example, kies maar", ""},
		{"Ik heb jan@a.example en jan@b.example. Gebruik het eerste.", "jan@a.example"},
		{"J'ai deux adresses : jan@a.example et jan@b.example. Prenez la seconde pour la plateforme.", "jan@b.example"},
		{"I have jan@a.example and jan@b.example; please use the latter for the platform", "jan@b.example"},
		{"Alles achter de @ wordt kantoor.example", ""},
		{"Mijn mailadres wijzigt: jan punt peeters at telenet punt be", ""},
		{"Mijn nieuw adres: jan@@nieuw.example", ""},
		{"Mijn nieuw adres: jan@nieuw", ""},
		{"Mijn nieuwe mail is jan@nieuw.example. Facturen blijven naar boekhouding@nieuw.example gaan.", "jan@nieuw.example"},
		{"Ma nouvelle adresse mail : jan@nieuw.example\nFactures : compta@nieuw.example", "jan@nieuw.example"},
		{"Mijn mailadres is gewijzigd.\n\nMvg\nJan Peeters\njan@nieuw.example", ""},
		{"Gelieve mijn adres aan te passen naar jan@nieuw.example.\n\nMvg\nJan Peeters\nKantoor X\ninfo@kantoor.example", "jan@nieuw.example"},
		{"Ik gebruik vanaf nu jan@nieuw.example; jan@oud.example mag u schrappen", "jan@nieuw.example"},
		{"Vous pouvez supprimer jan@oud.example et mettre jan@nieuw.example", "jan@nieuw.example"},
		{"Mon ancienne adresse jan@oud.example n'est plus valable, voici la bonne : jan@nieuw.example", "jan@nieuw.example"},
		{"Bij jullie sta ik nog met jan@oud.example. Graag jan@nieuw.example.", "jan@nieuw.example"},
		{"Vous avez encore jan@oud.example dans votre fichier, pouvez-vous en faire jan@nieuw.example ?", "jan@nieuw.example"},
		{"You still have jan@oud.example on file. It should read jan@nieuw.example.", "jan@nieuw.example"},
		{"Bei Ihnen ist noch jan@oud.example hinterlegt. Bitte ändern auf jan@nieuw.example", "jan@nieuw.example"},
		{"Gelieve mijn mailadres te wijzigen. Antwoord mag naar mijn collega an@x.example. Nieuw adres: jan@nieuw.example", "jan@nieuw.example"},
		{"Mijn emailadres jan@oud.example is niet meer actief, voortaan ben ik te bereiken op jan@nieuw.example", "jan@nieuw.example"},
		{"Mijn emailadres is veranderd van jan@oud.example naar jan@nieuw.example", "jan@nieuw.example"},
		{"Mon adresse passe de jan@oud.example à jan@nieuw.example", "jan@nieuw.example"},
		{"My address changed from jan@oud.example to jan@nieuw.example", "jan@nieuw.example"},
		{"Meine Adresse ändert sich von jan@oud.example auf jan@nieuw.example", "jan@nieuw.example"},
		{"Mijn adres wordt jan@nieuw.example, het oude jan@oud.example verdwijnt eind deze maand", "jan@nieuw.example"},
		{"Ik wil graag inloggen met jan@nieuw.example in plaats van met jan@oud.example", "jan@nieuw.example"},
		{"jan@nieuw.example vervangt jan@oud.example", "jan@nieuw.example"},
		{"jan@oud.example mag vervangen worden door jan@nieuw.example", "jan@nieuw.example"},
		{"jan@oud.example is fout, jan@nieuw.example is juist. Kunt u mijn mailadres aanpassen?", "jan@nieuw.example"},
		{"Graag mijn mail aanpassen.\nVan: jan@oud.example\nNaar: jan@nieuw.example", "jan@nieuw.example"},
		{"Merci de modifier mon adresse e-mail\nDe : jan@oud.example\nVers : jan@nieuw.example", "jan@nieuw.example"},
		{"Ik ben verhuisd naar een ander kantoor en kreeg daar een nieuw mailadres, namelijk jan@nieuw.example", "jan@nieuw.example"},
		{"Kunnen jullie jan@nieuw.example als mijn login instellen?", "jan@nieuw.example"},
		{"Pourriez-vous enregistrer l'adresse jan@nieuw.example à la place de l'ancienne ?", "jan@nieuw.example"},
		{"Mijn mailbox jan@oud.example wordt afgesloten. Voor het platform graag jan@nieuw.example.", "jan@nieuw.example"},
		{"Neue E-Mail: jan@nieuw.example (alt: jan@oud.example)", "jan@nieuw.example"},
		{"Mijn nieuwe e-mailadres = jan@nieuw.example; oude = jan@oud.example", "jan@nieuw.example"},
		{"Ik geef u hierbij mijn gewijzigd mailadres door: jan@nieuw.example", "jan@nieuw.example"},
		{"Vanaf 1 maart werk ik bij Deloitte: jan@nieuw.example", "jan@nieuw.example"},
		{"New e-mail address: v.d'hondt@x.example", "v.d'hondt@x.example"},
		{"Au lieu d'andre@oud.example, mettez andre@nieuw.example svp", "andre@nieuw.example"},
		{"Mijn huidig mailadres jan@oud.example moet jan@nieuw.example worden", "jan@nieuw.example"},
		{"Mon adresse actuelle est jan@nieuw.example, l'ancienne (jan@oud.example) est fermée", "jan@nieuw.example"},
		{"Je souhaite échanger mon ancienne adresse par celle-ci : jan@nieuw.example.", "jan@nieuw.example"},
		{"Kan u mijn oude adres omruilen door dit hier: jan@nieuw.example", "jan@nieuw.example"},
		{"Mijn nieuw e-mailadres voor het loket is jan@nieuw.example, niet meer het vorige.", "jan@nieuw.example"},
		{"Ma nouvelle adresse e-mail auprès de l'Institut est jan@nieuw.example, et non plus l'ancienne.", "jan@nieuw.example"},
		{"De code om mijn adres te wijzigen gaat naar jan@oud.example en daar geraak ik niet meer in. Kan u mijn adres op jan@nieuw.example zetten?", "jan@nieuw.example"},
		{"Naam ....... Peeters\nOud e-mail ... jan@oud.example\nNieuw e-mail . jan@nieuw.example", "jan@nieuw.example"},
		{"Voornaam ........ Jan\nOude mail ....... jan@oud.example\nNieuwe mail ..... jan@nieuw.example", "jan@nieuw.example"},
		{"Prénom ............ : Jan\nAncien e-mail ..... : jan@oud.example (ne plus utiliser, merci d'avance)\nNouvel e-mail .. : jan@nieuw.example\nRemarque .... : /", "jan@nieuw.example"},
		{"bisherig | neu\nE-Mail | jan@oud.example | jan@nieuw.example", "jan@nieuw.example"},
		{"nouveau | ancien\ntéléphone | 02 000 00 00 | 02 000 00 01\nmail | jan@nieuw.example | jan@oud.example", "jan@nieuw.example"},
		{"Naam: Peeters\nHuidig e-mailadres: jan@oud.example\nGewenst e-mailadres: jan@nieuw.example", "jan@nieuw.example"},
		{"Adresse mail actuelle : jan@oud.example\nAdresse mail souhaitée : jan@nieuw.example", "jan@nieuw.example"},
		{"Derzeitige E-Mail-Adresse: jan@oud.example\nGewünschte E-Mail-Adresse: jan@nieuw.example", "jan@nieuw.example"},
		{"Current email = jan@oud.example\nDesired email = jan@nieuw.example", "jan@nieuw.example"},
		{"Oud e-mailadres: jan@oud.example\nHuidig e-mailadres: jan@nieuw.example", "jan@nieuw.example"},
		{"Sinds mijn pensioen ben ik privé bereikbaar op jan@nieuw.example; het kantooradres jan@oud.example gebruikt nu mijn opvolger. Gelieve dat aan te passen.", "jan@nieuw.example"},
		{"Je suis désormais joignable en privé sur jan@nieuw.example ; jan@oud.example est passée à mon successeur. Merci d'adapter mon adresse e-mail.", "jan@nieuw.example"},
		{"Kan mijn e-mailadres aangepast worden? In jullie lijst staat jan@oud.example, dat ik niet meer gebruik.", ""},
		{"Mon adresse e-mail est à modifier : vous avez jan@oud.example, que je n'utilise plus depuis longtemps.", ""},
		{"Eerder vroeg ik om jan@oud.example in te stellen als mijn mailadres, maar dat trek ik in. jan@nieuw.example is de definitieve.", "jan@nieuw.example"},
		{"(écrit en vitesse, une copie suit)\nL'adresse jan@nieuw.example est désormais la seule valable pour mon compte.", "jan@nieuw.example"},
		{"Mijn e-mailadres is veranderd: jan@nieuw.example is het enige juiste.", "jan@nieuw.example"},
		{"Gelieve mijn e-mailadres jan@oud.example aan te passen naar jan@nieuw.example.", "jan@nieuw.example"},
		{"Kunnen jullie jan@oud.example veranderen in jan@nieuw.example?", "jan@nieuw.example"},
		{"jan@oud.example --> jan@nieuw.example", "jan@nieuw.example"},
		{"Ik gebruik jan@oud.example niet meer, wel jan@nieuw.example.", "jan@nieuw.example"},
		{"Ich verwende jan@oud.example nicht mehr, sondern jan@nieuw.example.", "jan@nieuw.example"},
		{"Mag ik vragen jan@nieuw.example te registreren?", "jan@nieuw.example"},
		{"Gelieve in mijn fiche het e-mailadres jan@nieuw.example in te vullen.", "jan@nieuw.example"},
		{"Je change de boîte mail, merci de désormais tout envoyer à jan@nieuw.example.", "jan@nieuw.example"},
		{"jan@nieuw.example est désormais mon adresse, jan@oud.example sera supprimée.", "jan@nieuw.example"},
		{"Je souhaite que mon accès soit lié à jan@nieuw.example.", "jan@nieuw.example"},
		{"Please use <jan@nieuw.example> instead of <jan@oud.example>.", "jan@nieuw.example"},
		{"Kunt u jan@oud.example schrappen en jan@nieuw.example toevoegen als mijn adres?", "jan@nieuw.example"},
		{"Please remove jan@oud.example and add jan@nieuw.example.", "jan@nieuw.example"},
		{"Ik schrijf u vanop mijn nieuw adres. Het oude was jan@oud.example.", ""},
		{"Merci de remplacer l'adresse jan@oud.example par celle-ci : jan@nieuw.example", "jan@nieuw.example"},
		{"Thuis heb ik een nieuwe mailbox: jan@nieuw.example. Mag die gebruikt worden voor het platform?", "jan@nieuw.example"},
		{"Het adres jan@oud.example bestaat niet meer; nieuw: zie handtekening.\n\nMvg\nJan\njan@nieuw.example", "jan@nieuw.example"},
	} {
		t.Run(tt.text, func(t *testing.T) {
			if got := stated("e-mailadres gewijzigd", tt.text); got.Claim.NewAddress != tt.want || got.Kind != changed {
				t.Errorf("got %s %q, want %q", got.Kind, got.Claim.NewAddress, tt.want)
			}
		})
	}
}

// Addresses that are no new ones must not turn another request into a change.
func TestAddressesOfOtherRequests(t *testing.T) {
	for _, tt := range []struct {
		kind  ticket.Kind
		texts []string
	}{
		{forgot, []string{
			"Ik ben vergeten welk adres ik gebruikte. U kan mij bereiken op jan@x.example.",
			"Welk e-mailadres hebben jullie van mij? Misschien jan@a.example of jan@b.example?",
			"J'ai oublié l'adresse. Envoyez la réponse à jan@x.example svp.",
			"Ik kan niet inloggen met jan@x.example, welk adres kennen jullie?",
			"Is it jan@a.example or another address? I no longer know which e-mail address I gave you.",
			"Ik probeerde jan@a.example maar dat wordt niet aanvaard. Welk adres staat er in uw systeem?",
			"Je ne sais plus si c'est jan@a.example ou jan@b.example. Quelle adresse est la bonne ?",
			"Ich weiß nicht mehr, welche Adresse registriert ist: jan@a.example oder jan@b.example?",
			"Welk adres is gekend? Antwoord gerust op dit adres of via mijn secretaresse: an@x.example.",
		}},
		{password, []string{
			"Ik ben mijn wachtwoord vergeten. Kan u een nieuw wachtwoord sturen naar jan@x.example?",
			"J'ai oublié mon mot de passe pour l'adresse jan@x.example. Pouvez-vous m'en envoyer un nouveau ?",
			"My login is jan@x.example but I forgot the password. Please send a new one.",
			"Mein Login lautet jan@x.example, Passwort vergessen. Bitte ein neues schicken.",
			"Ik heb een nieuwe pc en ken mijn wachtwoord niet meer. Login: jan@x.example",
			"Wachtwoord vergeten voor account jan@x.example, graag een nieuw.",
			"Je n'ai plus mon code d'accès. Il m'en faut un nouveau pour lundi si c'est possible, l'adresse c'est jan@x.example.",
			"Kan ik een nieuw wachtwoord krijgen? Mijn login luidt jan@x.example en die werkt, alleen het wachtwoord niet meer.",
			"Nieuwe telefoon en alle bewaarde logins zijn weg. Mail = jan@x.example, maar het wachtwoord moet gereset worden.",
		}},
	} {
		subject := map[ticket.Kind]string{forgot: "e-mailadres vergeten", password: "wachtwoord vergeten"}[tt.kind]
		for _, text := range tt.texts {
			if got := stated(subject, text); got.Kind != tt.kind {
				t.Errorf("%s: got %s, want %s", text, got.Kind, tt.kind)
			}
		}
	}
}
