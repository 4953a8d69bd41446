package classify

import (
	"slices"
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// phrasing is one way to ask for something, with what the subject says.
type phrasing struct {
	subject, text string
	kind          ticket.Kind
	address       string
}

// TestPhrasing holds ways to say the five kinds, apart from any names and numbers.
func TestPhrasing(t *testing.T) {
	for _, p := range slices.Concat(phrasings, morePhrasings, thirdPhrasings, fourthPhrasings, fifthPhrasings, sixthPhrasings) {
		m := &message.Message{Subject: p.subject, Text: p.text, From: []message.Address{{Name: "Jonas Verhelst", Addr: "jonas@verhelst.example"}},
			To: []message.Address{{Addr: "desk@institute.example"}}}
		v := Classify(m, Options{Today: today})
		if v.Kind != p.kind || v.Claim.NewAddress != p.address {
			t.Errorf("%q, %q:\n kind %s address %q, want %s %q\n %v", p.subject, p.text, v.Kind, v.Claim.NewAddress, p.kind, p.address, v.Reasons[1])
		}
	}
}

var phrasings = []phrasing{
	// The address is not known.
	{"inloggen", "Ik raak niet binnen op het portaal, ik heb geen benul welk mailadres jullie van mij gebruiken.", forgot, ""},
	{"probleem", "Kunnen jullie eens kijken met welke mail ik ooit een account maakte?", forgot, ""},
	{"", "Met welk adres log ik eigenlijk in? Ik heb er vier.", forgot, ""},
	{"wachtwoord vergeten", "Ik wil mijn wachtwoord opnieuw instellen, maar het systeem vraagt een e-mailadres dat ik me niet herinner.", forgot, ""},
	{"wachtwoord", "Wachtwoord en e-mailadres zijn mij allebei ontglipt.", forgot, ""},
	{"vraag", "Zou u kunnen nagaan of u jonas@verhelst.example of j.verhelst@oud.example als adres voor mij hebt?", forgot, ""},
	{"vraag", "Ik vermoed dat ik met een oud kantooradres geregistreerd ben, maar welk dat is weet ik niet.", forgot, ""},
	{"e-mailadres gewijzigd?", "Ik denk dat mijn adres ooit gewijzigd werd. Welk e-mailadres staat er nu in jullie systeem?", forgot, ""},
	{"login", "Mijn wachtwoord heb ik nog, mijn gebruikersnaam niet.", forgot, ""},
	{"mot de passe", "Je voudrais réinitialiser mon mot de passe mais j'ignore quelle adresse e-mail vous avez pour moi.", forgot, ""},
	{"connexion", "Je ne sais ni mon mot de passe ni l'adresse avec laquelle je me suis inscrit.", forgot, ""},
	{"connexion", "Quel est mon nom d'utilisateur pour la plateforme ?", forgot, ""},
	{"question", "Suis-je inscrit avec jonas@verhelst.example ou avec une autre adresse ?", forgot, ""},
	{"adresse mail", "Impossible de me rappeler de l'e-mail que j'utilisais pour l'extranet.", forgot, ""},
	{"aide", "Pourriez-vous vérifier sous quelle adresse électronique mon dossier est enregistré ? Aucune de celles que j'essaie ne fonctionne.", forgot, ""},
	{"adresse", "Je n'ai plus en tête l'adresse mail utilisée lors de mon affiliation.", forgot, ""},
	{"login", "I can't log in because I don't know which of my addresses you have.", forgot, ""},
	{"password reset", "The reset page asks for my registered e-mail, but I have no clue what it is.", forgot, ""},
	{"login", "Both the password and the e-mail address have slipped my mind.", forgot, ""},
	{"account", "Please tell me the e-mail linked to my account.", forgot, ""},
	{"Zugang", "Ich weiß weder mein Passwort noch die E-Mail-Adresse, mit der ich registriert bin.", forgot, ""},
	{"Zugang", "Mit welcher Adresse bin ich bei Ihnen angemeldet?", forgot, ""},
	{"Frage", "Können Sie mir sagen, welche E-Mail-Adresse für mich hinterlegt ist?", forgot, ""},
	{"help", "dag, ben mn login vergeten vr t eloket", forgot, ""},
	{"adres", "Sinds mijn pensioen heb ik niet meer ingelogd. Nu weet ik niet meer hoe: welk e-mailadres moet ik ingeven?", forgot, ""},
	{"portail", "On me demande une adresse e-mail pour entrer sur le portail et je ne la retrouve plus.", forgot, ""},
	{"RE: e-mailadres vergeten", "Dank voor uw snelle antwoord, maar het adres dat bij u gekend is ken ik nog altijd niet.", forgot, ""},

	// Another address is wanted.
	{"e-mailadres vergeten", "Ik weet niet meer welk adres u hebt, gebruik gerust jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"wachtwoord vergeten", "Mijn oude mailbox bestaat niet meer, dus de resetmail komt nergens aan. Kunt u jonas@verhelst.example instellen?", changed, "jonas@verhelst.example"},
	{"vraag", "Ik zou graag inloggen met jonas@verhelst.example in plaats van met mijn werkadres.", changed, "jonas@verhelst.example"},
	{"nieuwe werkgever", "Ik werk sinds kort elders. Mag mijn account overgezet worden op jonas@verhelst.example?", changed, "jonas@verhelst.example"},
	{"verhuis", "Wij zijn verhuisd naar Dorpsstraat 3, 9000 Gent. Ons nieuw e-mailadres is jonas@verhelst.example, telefoon 09 000 00 00.", changed, "jonas@verhelst.example"},
	{"gegevens", "Gelieve aan te passen:\n- straat: Dorpsstraat 3\n- tel.: 09 000 00 00\n- e-mail: jonas@verhelst.example\n", changed, "jonas@verhelst.example"},
	{"mijn mail", "jonas.oud@kantoor.example mag vervangen worden door jonas@verhelst.example", changed, "jonas@verhelst.example"},
	{"mailadres", "Het e-mailadres dat u hebt klopt niet meer. Het juiste is jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"e-mailadres", "Kan ik mijn e-mailadres laten wijzigen? Het nieuwe is dat waarmee ik u nu schrijf.", changed, ""},
	{"e-mailadres gewijzigd", "Voortaan ben ik te bereiken op jonas@verhelst.example of op jonas@bis.example.", changed, ""},
	{"adresse oubliée", "Peu importe l'ancienne adresse, veuillez utiliser jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"mot de passe oublié", "Je ne peux pas réinitialiser mon mot de passe car mon ancienne boîte n'existe plus. Merci d'encoder jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"mise à jour", "Merci de mettre à jour mes coordonnées :\n- rue du Moulin 4\n- GSM 0470 00 00 00\n- mail : jonas@verhelst.example\n", changed, "jonas@verhelst.example"},
	{"e-mail", "Je quitte mon cabinet ; mon accès doit être lié à jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"e-mail", "Je préférerais me connecter avec jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"adresse", "Veuillez prendre note de ma nouvelle adresse électronique, celle d'où part ce message.", changed, ""},
	{"account", "Could you switch my login from jonas@old.example to jonas@verhelst.example?", changed, "jonas@verhelst.example"},
	{"new firm", "I have left my firm and would rather use jonas@verhelst.example for the platform.", changed, "jonas@verhelst.example"},
	{"forgotten e-mail address", "My old mailbox is gone, please put jonas@verhelst.example in your file.", changed, "jonas@verhelst.example"},
	{"Adresse", "Bitte ersetzen Sie meine E-Mail-Adresse durch jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"Adresse", "Könnten Sie für mich jonas@verhelst.example eintragen? Die bisherige Adresse gibt es nicht mehr.", changed, "jonas@verhelst.example"},
	{"Wechsel", "Ich habe den Arbeitgeber gewechselt und möchte mich künftig mit jonas@verhelst.example anmelden.", changed, "jonas@verhelst.example"},

	// The address is known, the password is not.
	{"e-mailadres vergeten", "Sorry voor het verkeerde onderwerp: mijn adres weet ik, het is mijn paswoord dat ik kwijt ben.", password, ""},
	{"pw", "pw vergeten, login is jonas@verhelst.example", password, ""},
	{"wachtwoord", "Graag een nieuw wachtwoord naar jonas@verhelst.example, daarmee ben ik geregistreerd.", password, ""},
	{"e-loket", "Hoe kan ik mijn wachtwoord opnieuw instellen?", password, ""},
	{"adresse e-mail oubliée", "L'adresse, je la connais (jonas@verhelst.example), mais j'ai perdu mon mot de passe.", password, ""},
	{"accès", "Mon mot de passe n'est plus accepté, pouvez-vous m'en envoyer un autre ?", password, ""},
	{"account", "My account is jonas@verhelst.example and I need a new password.", password, ""},
	{"login", "locked out, forgot pw, help", password, ""},
	{"Passwort", "Meine Adresse ist unverändert, ich brauche nur ein neues Kennwort.", password, ""},
	{"wachtwoord vergeten", "Ik ken mijn e-mailadres wel, maar niet mijn wachtwoord.", password, ""},

	// Everything else.
	{"RE: e-mailadres vergeten", "Hartelijk dank, ik ben terug binnen!", other, ""},
	{"RE: adresse e-mail oubliée", "Merci beaucoup pour l'adresse, tout est en ordre.", other, ""},
	{"RE: e-mailadres gewijzigd", "Top, bedankt om mijn e-mailadres zo snel aan te passen.", other, ""},
	{"RE: forgotten e-mail address", "Thank you for sending me the address. I am in.", other, ""},
	{"RE: E-Mail-Adresse vergessen", "Vielen Dank für die schnelle Hilfe, die Anmeldung hat geklappt.", other, ""},
	{"e-mailadres", "Kunt u mij het e-mailadres bezorgen van belastingadviseur Lien Dumortier?", other, ""},
	{"adresse e-mail oubliée", "J'ai égaré l'adresse e-mail de mon confrère Luc Maréchal, pourriez-vous me la communiquer ?", other, ""},
	{"address", "Could you give me the e-mail address of Ms Helen Archer, one of your members?", other, ""},
	{"Adresse", "Ich suche die E-Mail-Adresse von Steuerberater Karl Lenges aus Eupen.", other, ""},
	{"e-mailadres vergeten", "Wat is het mailadres van de dienst opleidingen? Ik ben het kwijt.", other, ""},
	{"adresse e-mail oubliée", "Quelle est l'adresse e-mail de votre service comptabilité ?", other, ""},
	{"adres gewijzigd", "Mijn kantoor is verhuisd naar Dorpsstraat 3 te 9000 Gent.", other, ""},
	{"adresse modifiée", "Notre cabinet a déménagé, notre nouvelle adresse : rue du Moulin 4, 5000 Namur.", other, ""},
	{"e-mailadres gewijzigd", "Het gaat niet om mijn mailadres: enkel mijn telefoonnummer is veranderd.", other, ""},
	{"wachtwoord vergeten", "Ik volgde de procedure drie keer maar er komt geen mail toe, ook niet in de spam.", other, ""},
	{"mot de passe oublié", "J'ai suivi toutes les étapes mais je ne reçois pas le message de réinitialisation.", other, ""},
	{"facturen", "Gelieve de facturen voortaan te sturen naar boekhouding@verhelst.example.", other, ""},
	{"question", "Est-ce obligatoire de donner le numéro national pour retrouver une adresse ?", other, ""},
	{"KYC", "Can you confirm by e-mail that Mr Tom Archer is registered with you?", other, ""},
	{"nieuwsbrief", "Ik wil jullie nieuwsbrief liever op een ander e-mailadres ontvangen.", other, ""},
	{"", "Mijn collega start volgende week. Hoe krijgt hij toegang tot het platform?", other, ""},
}
