package classify

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// plainSentences are sentences as anybody would write them, %s standing for each of the objects.
var plainSentences = []struct {
	kind      ticket.Kind
	objects   string
	sentences string
}{
	{ticket.AddressForgotten, `gebruikersnaam;login;e-mailadres;mailadres;inlognaam;aanmeldadres`, `
		Ik ken mijn %s niet meer.
		Ik weet mijn %s niet meer.
		Ik ben mijn %s vergeten.
		Mijn %s ben ik vergeten.
		Ik herinner me mijn %s niet meer.
		Ik ben mijn %s kwijt.
		Ik vind mijn %s niet meer terug.
		Ik kan me mijn %s niet meer herinneren.
		Wat is mijn %s bij jullie?
		Kunt u mij mijn %s bezorgen?
		Graag mijn %s aub.
		Met welk %s ben ik bij u gekend?
		Ik zou graag weten welk %s jullie van mij hebben.
		Mag ik weten wat mijn %s is?
		Ik weet niet welk %s ik destijds opgegeven heb.
		%s vergeten, wat nu?
		Ik kan niet inloggen want ik weet mijn %s niet.
		Mijn %s? Geen idee meer.
		Niet zeker welk %s bij jullie staat.
		Gelieve mij mijn %s mee te delen.
	`},
	{ticket.AddressForgotten, `nom d'utilisateur;identifiant;adresse e-mail;adresse mail;login;adresse de connexion`, `
		Je ne connais plus mon %s.
		Je ne sais plus mon %s.
		J'ai oublié mon %s.
		Mon %s, je l'ai oublié.
		Je ne me souviens plus de mon %s.
		J'ai perdu mon %s.
		Je ne retrouve plus mon %s.
		Quel est mon %s chez vous ?
		Pouvez-vous me communiquer mon %s ?
		Merci de me rappeler mon %s.
		Je ne me rappelle plus mon %s.
		Impossible de me souvenir de mon %s.
		Sous quel %s suis-je enregistré chez vous ?
		J'aimerais connaître mon %s.
		Je ne sais plus quel %s j'avais donné à l'époque.
		%s oublié, que faire ?
		Je n'arrive pas à me connecter car je ne sais plus mon %s.
		Pourriez-vous me dire quel %s vous avez pour moi ?
		Mon %s m'échappe.
	`},
	{ticket.AddressForgotten, `E-Mail-Adresse;Benutzernamen;Login;Mailadresse`, `
		Ich kenne meine %s nicht mehr.
		Ich weiß meine %s nicht mehr.
		Ich habe meine %s vergessen.
		Wie lautet meine %s bei Ihnen?
		Ich erinnere mich nicht mehr an meine %s.
		Können Sie mir bitte meine %s mitteilen?
		Mit welcher %s bin ich bei Ihnen registriert?
		Ich finde meine %s nicht mehr.
	`},
	{ticket.AddressForgotten, `e-mail address;user name;username;login`, `
		I don't know my %s anymore.
		I have forgotten my %s.
		I forgot my %s.
		What is my %s?
		Which %s do you have on file for me?
		I can't remember my %s.
		Could you tell me my %s?
		I no longer know my %s.
		I lost my %s.
		Please remind me of my %s.
		I am not sure which %s I used.
	`},
	{ticket.PasswordForgotten, `wachtwoord;paswoord;password`, `
		Ik ken mijn %s niet meer.
		Ik weet mijn %s niet meer.
		Ik ben mijn %s vergeten.
		%s vergeten.
		Ik ben mijn %s kwijt.
		Kan ik een nieuw %s krijgen?
		Mijn %s werkt niet meer.
		Mijn %s wordt niet aanvaard.
		Hoe kan ik mijn %s resetten?
		Gelieve mijn %s te resetten.
		Ik herinner me mijn %s niet meer.
		Mijn %s is verlopen.
		Ik kan niet inloggen, fout %s.
		Mijn e-mailadres ken ik nog, mijn %s niet meer.
		Graag een nieuw %s.
		Ik heb mijn %s niet meer.
		Het %s dat ik heb klopt niet meer.
		Ik moet mijn %s opnieuw instellen.
	`},
	{ticket.PasswordForgotten, `mot de passe;code secret;password`, `
		J'ai oublié mon %s.
		Je ne connais plus mon %s.
		Je ne retrouve plus mon %s.
		Mon %s ne fonctionne plus.
		Mon %s est refusé.
		Comment réinitialiser mon %s ?
		Pouvez-vous m'envoyer un nouveau %s ?
		%s oublié.
		J'ai perdu mon %s.
		Mon %s a expiré.
		Je connais mon adresse mais pas mon %s.
		Merci de réinitialiser mon %s.
		Je ne me souviens plus de mon %s.
		Je voudrais un nouveau %s.
	`},
	{ticket.PasswordForgotten, ``, `
		Ich habe mein Passwort vergessen.
		Mein Kennwort funktioniert nicht mehr.
		Bitte setzen Sie mein Passwort zurück.
		Ich weiß mein Passwort nicht mehr.
		Ich brauche ein neues Passwort.
		I forgot my password.
		My password does not work anymore.
		Please reset my password.
		I need a new password.
		I lost my password.
		I don't remember my password.
	`},
	{ticket.AddressChanged, ``, `
		Mijn e-mailadres is gewijzigd.
		Mijn mailadres is veranderd.
		Ik heb een nieuw e-mailadres.
		Ik heb een ander mailadres.
		Mijn nieuw e-mailadres is lies.nieuw@voorbeeld.example.
		Gelieve mijn e-mailadres te wijzigen in lies.nieuw@voorbeeld.example.
		Vanaf nu gebruik ik lies.nieuw@voorbeeld.example.
		Kunt u mijn e-mailadres aanpassen naar lies.nieuw@voorbeeld.example?
		Ik ben van mailadres veranderd: lies.nieuw@voorbeeld.example
		Mijn oude mailadres bestaat niet meer, gebruik voortaan lies.nieuw@voorbeeld.example.
		Ik ben veranderd van provider, mijn adres is nu lies.nieuw@voorbeeld.example.
		Mijn e-mail is nu lies.nieuw@voorbeeld.example.
		Wil mijn gebruikersnaam veranderen in lies.nieuw@voorbeeld.example.
		Kan mijn account op lies.nieuw@voorbeeld.example gezet worden?
		Gelieve mijn gegevens aan te passen: e-mail lies.nieuw@voorbeeld.example
		Mijn mailadres wordt lies.nieuw@voorbeeld.example.
		Ik heb geen toegang meer tot mijn oude mailbox, nieuw adres: lies.nieuw@voorbeeld.example
		Ik wil mijn e-mailadres wijzigen.
		Ik zou graag mijn e-mailadres willen aanpassen.
		Mag ik mijn mailadres laten wijzigen?
		Mijn werkgever is veranderd en dus ook mijn e-mailadres.
		Gelieve te noteren dat mijn e-mailadres gewijzigd is naar lies.nieuw@voorbeeld.example.
		Vanaf 1 januari heb ik een nieuw e-mailadres: lies.nieuw@voorbeeld.example
		Noteer aub mijn nieuwe mail lies.nieuw@voorbeeld.example
		mijn telenet adres is opgezegd, nieuw is lies.nieuw@voorbeeld.example
		Mon adresse e-mail a changé.
		J'ai changé d'adresse e-mail.
		J'ai une nouvelle adresse mail.
		Ma nouvelle adresse est lies.nieuw@voorbeeld.example.
		Veuillez modifier mon adresse e-mail en lies.nieuw@voorbeeld.example.
		Merci de remplacer mon adresse par lies.nieuw@voorbeeld.example.
		Désormais j'utilise lies.nieuw@voorbeeld.example.
		Mon ancienne adresse n'existe plus, la nouvelle est lies.nieuw@voorbeeld.example.
		Pourriez-vous mettre à jour mon adresse mail : lies.nieuw@voorbeeld.example ?
		Je souhaite changer mon adresse e-mail.
		Je voudrais modifier mon adresse mail.
		Mon adresse devient lies.nieuw@voorbeeld.example.
		À partir de maintenant : lies.nieuw@voorbeeld.example.
		Je n'ai plus accès à mon ancienne boîte mail, voici la nouvelle : lies.nieuw@voorbeeld.example
		Comment changer mon adresse e-mail ? La nouvelle est lies.nieuw@voorbeeld.example
		Prière de noter ma nouvelle adresse électronique : lies.nieuw@voorbeeld.example
		Mon identifiant doit devenir lies.nieuw@voorbeeld.example.
		Changement d'adresse mail : lies.nieuw@voorbeeld.example
		My e-mail address has changed.
		I have a new email address: lies.nieuw@voorbeeld.example
		Please change my email to lies.nieuw@voorbeeld.example.
		My new address is lies.nieuw@voorbeeld.example.
		Please update my username to lies.nieuw@voorbeeld.example.
		I would like to change my e-mail address.
		From now on use lies.nieuw@voorbeeld.example.
		I no longer use my old address; the new one is lies.nieuw@voorbeeld.example.
		Meine E-Mail-Adresse hat sich geändert.
		Ich habe eine neue E-Mail-Adresse: lies.nieuw@voorbeeld.example
		Bitte ändern Sie meine E-Mail-Adresse auf lies.nieuw@voorbeeld.example.
		Meine neue Adresse lautet lies.nieuw@voorbeeld.example.
		Ich möchte meine E-Mail-Adresse ändern.
		Ab sofort bitte lies.nieuw@voorbeeld.example verwenden.
	`},
	{ticket.Other, ``, `
		Ik verhuis naar Kerkstraat 5, 9000 Gent.
		Mijn telefoonnummer is gewijzigd.
		Wanneer is het volgende seminarie?
		Hoeveel bedraagt de bijdrage?
		Mijn postadres is veranderd.
		Ik wil mij uitschrijven voor de nieuwsbrief.
		Wat zijn jullie openingsuren?
		Ik heb de factuur niet ontvangen.
		Dank u wel, het is gelukt.
		Kan ik een attest krijgen?
		Companyweb doet het niet.
		De website geeft foutmelding 500.
		Wie is mijn dossierbeheerder?
		Hoe lang duurt de behandeling van een aanvraag?
		Ik krijg geen mail van de wachtwoordreset, ook niet in de spam.
		Ik zoek het e-mailadres van de dienst stage.
		Naar welk adres stuur ik mijn stageverslag?
		Mijn bankrekeningnummer is gewijzigd.
		Mon numéro de téléphone a changé.
		J'ai déménagé : rue Haute 3, 1000 Bruxelles.
		Quand a lieu le prochain séminaire ?
		Je n'ai pas reçu la facture.
		Merci, tout fonctionne.
		À quelle adresse envoyer mon rapport de stage ?
		Je cherche l'adresse e-mail du service stage.
		Le site affiche une erreur 500.
		Je veux me désinscrire de la newsletter.
		My phone number has changed.
		I moved to another street.
		When is the next seminar?
		Meine Telefonnummer hat sich geändert.
		Ich bin umgezogen: Hauptstraße 3, 4700 Eupen.
		Wann findet das nächste Seminar statt?
		Ik wil ontslag nemen als lid.
	`},
}

func TestPlainSentences(t *testing.T) {
	const stated = "lies.nieuw@voorbeeld.example"
	count := 0
	for _, group := range plainSentences {
		for line := range strings.Lines(group.sentences) {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			for object := range strings.SplitSeq(group.objects, ";") {
				text := strings.ReplaceAll(line, "%s", object)
				v := spokenMail{"vraag", text + "\n\nLies Verhaeghe\n85.07.30-001.60", ""}.verdict()
				count++
				if v.Kind != group.kind {
					t.Errorf("%q: kind %s, want %s", text, v.Kind, group.kind)
				} else if v.Kind == ticket.AddressChanged && strings.Contains(text, stated) && v.Claim.NewAddress != stated {
					t.Errorf("%q: new address %q", text, v.Claim.NewAddress)
				}
			}
		}
	}
	t.Logf("%d sentences", count)
}
