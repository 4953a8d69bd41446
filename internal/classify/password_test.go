package classify

import "testing"

// Mails of people who know the address and not the password.
func TestPassword(t *testing.T) {
	run(t, []sample{
		{name: "nl", from: "Tilde Verpoorten", addr: "tilde@v.example", subject: "hulp", text: "Ik herinner me mijn paswoord niet meer. Gelieve mij een nieuw te bezorgen.\nTilde\n", kind: password, language: nl},
		{name: "nl address known", from: "Tilde Verpoorten", addr: "tilde@v.example", subject: "e-mailadres vergeten",
			text: "Sorry verkeerd onderwerp: mijn e-mailadres ken ik, het is tilde@v.example, maar mijn wachtwoord ben ik kwijt.\n", kind: password, language: nl},
		{name: "nl expired", from: "Tilde Verpoorten", addr: "tilde@v.example", subject: "IUP", text: "Mijn wachtwoord is vervallen. Hoe stel ik een nieuw in?\n", kind: password, language: nl},
		{name: "fr", from: "Apolline Wéry", addr: "a@w.example", subject: "mdp", text: "Bonjour, je ne me souviens plus de mon mot de passe. Que faire ?\nApolline\n", kind: password, language: fr},
		{name: "fr reset", from: "Apolline Wéry", addr: "a@w.example", subject: "accès", text: "Pouvez-vous réinitialiser mon mot de passe svp ? Merci\n", kind: password, language: fr},
		{name: "en", from: "Fiona Macready", addr: "f@m.example", subject: "Locked out", text: "Hi, I have lost my password and cannot sign in any more. How do I get a new one?\n", kind: password, language: en},
		{name: "de", from: "Gerlinde Pauels", addr: "g@p.example", subject: "Kennwort", text: "Guten Abend, ich habe mein Kennwort vergessen, können Sie mir ein neues schicken?\n", kind: password, language: de},
		{name: "thread of another kind", from: "Apolline Wéry", addr: "a@w.example", subject: "RE: adresse e-mail modifiée", text: "Merci, mais il me manque encore le mot de passe...\n", kind: password, language: fr},
		{name: "password forgotten, user name written out", from: "Ronan Fitzgerald", addr: "r@f.example", subject: "e-mail address", text: "My e-mail address is r@f.example, I just forgot my password.\n", kind: password, language: en},
		{name: "password wanted new", from: "Lotte Raes", addr: "lotte@raes.example", subject: "nieuw wachtwoord", text: "Kan u mij een nieuw wachtwoord toesturen op dit e-mailadres?\n", kind: password, language: nl},
		{name: "en thanks and a second wish", from: "Grace Mbeki", addr: "g@m.example", subject: "RE: e-mail address forgotten", text: "Thank you! Could you also tell me how to reset the password?\n", kind: password, language: en},
		{name: "nl password and mail named", from: "Piet Huys", addr: "piet@h.example", subject: "inloggen", text: "Ik log in met mijn e-mailadres piet@h.example maar mijn wachtwoord wordt niet aanvaard. Kan het gereset worden?\n", kind: password, language: nl},
		{name: "de password mail", from: "Norbert Schyns", addr: "n@s.example", subject: "Passwort", text: "Ich habe kein Passwort mehr für das Portal, bitte um ein neues.\nNorbert Schyns\n", kind: password, language: de},
		{name: "nl first time password", from: "Piet Huys", addr: "piet@h.example", subject: "eerste aanmelding", text: "Ik meld mij voor het eerst aan en heb nog geen wachtwoord. Hoe krijg ik dat?\n", kind: password, language: nl},
		{name: "nl locked after three passwords", from: "Bruno Vercammen", addr: "b@v.example", subject: "IUP", text: "Mijn account is vergrendeld na 3 foute wachtwoorden. Kan u het resetten?\n", kind: password, language: nl},
		{name: "fr how to get a new one", from: "Estelle Navez", addr: "e@n.example", subject: "IUP", text: "Comment faire pour obtenir un nouveau mot de passe ? Le mien ne fonctionne plus.\n", kind: password, language: fr},
		{name: "en expired", from: "Harriet Quayle", addr: "h@q.example", subject: "Account", text: "My password has expired, please send the instructions to set a new one.\n", kind: password, language: en},
		{name: "de how to change it", from: "Tobias Heinen", addr: "t@h.example", subject: "Passwort", text: "Wie kann ich mein Passwort ändern? Ich kenne das alte nicht mehr.\n", kind: password, language: de},
		{name: "password without a word for it", from: "Nora Daems", addr: "n@d.example", subject: "paswoord vergeten", text: "Zie onderwerp, mvg Nora Daems\n", kind: password, language: nl},
	})
	runPhrasings(t, password, waysToLosePasswords)
}

// waysToLosePasswords are ways to say that the password is what is lacking.
var waysToLosePasswords = []phrasing{
	// Dutch.
	{"e-mailadres vergeten", "Sorry voor het verkeerde onderwerp: mijn adres weet ik, het is mijn paswoord dat ik kwijt ben.", ""},
	{"pw", "pw vergeten, login is jonas@verhelst.example", ""},
	{"wachtwoord", "Graag een nieuw wachtwoord naar jonas@verhelst.example, daarmee ben ik geregistreerd.", ""},
	{"e-loket", "Hoe kan ik mijn wachtwoord opnieuw instellen?", ""},
	{"wachtwoord vergeten", "Ik ken mijn e-mailadres wel, maar niet mijn wachtwoord.", ""},
	{"wachtwoord", "Mijn wachtwoord is verlopen.", ""},
	{"account geblokkeerd", "Na te veel foute pogingen is mijn account geblokkeerd, ik was mijn wachtwoord vergeten.", ""},
	{"e-mailadres gewijzigd", "Mijn e-mailadres is al gewijzigd vorige maand, dat is in orde. Nu wil ik nog een wachtwoord instellen.", ""},
	{"vraag", "Hoe wijzig ik mijn wachtwoord?", ""},
	{"adres vergeten", "Verkeerd onderwerp, sorry. Ik zoek een nieuw wachtwoord.", ""},
	{"e-mailadres gewijzigd", "Mijn adres blijft jonas@verhelst.example. Enkel het wachtwoord moet vernieuwd worden.", ""},
	{"wachtwoord", "Ik wil mijn wachtwoord veranderen maar ken het oude niet meer.", ""},
	{"inloggen", "Ik geef mijn e-mailadres in, dat wordt herkend, maar dan vraagt hij een wachtwoord en dat heb ik niet meer.", ""},
	{"login", "Mijn e-mailadres wordt aanvaard, mijn paswoord niet meer.", ""},

	// French.
	{"adresse e-mail oubliée", "L'adresse, je la connais (jonas@verhelst.example), mais j'ai perdu mon mot de passe.", ""},
	{"accès", "Mon mot de passe n'est plus accepté, pouvez-vous m'en envoyer un autre ?", ""},
	{"mot de passe", "Comment faire pour obtenir un nouveau mot de passe ? Mon identifiant est jonas@verhelst.example.", ""},
	{"accès", "J'ai bien mon adresse e-mail mais plus mon mot de passe.", ""},
	{"portail", "Je n'ai jamais reçu de mot de passe pour le portail, comment en créer un ?", ""},
	{"adresse e-mail oubliée", "Contrairement à l'objet, il s'agit du mot de passe que j'ai oublié ; mon adresse est bien jonas@verhelst.example.", ""},
	{"compte verrouillé", "Compte verrouillé après trois essais, j'avais oublié le mot de passe.", ""},
	{"portail", "L'adresse est reconnue mais pas le mot de passe. Comment le récupérer ?", ""},
	{"adresse", "Je connais l'adresse. C'est le mot de passe qui me manque.", ""},

	// English.
	{"account", "My account is jonas@verhelst.example and I need a new password.", ""},
	{"login", "locked out, forgot pw, help", ""},
	{"password", "I know my e-mail address, it is the password I forgot.", ""},
	{"login", "It keeps saying wrong password although my e-mail address is right.", ""},
	{"password", "Never received a password after my registration, can you send me one?", ""},
	{"login", "Could you send me a link to set a new password?", ""},

	// German.
	{"Passwort", "Meine Adresse ist unverändert, ich brauche nur ein neues Kennwort.", ""},
	{"Kennwort", "Bitte setzen Sie mein Kennwort zurück, Benutzername jonas@verhelst.example.", ""},
	{"Konto", "Mein Konto ist gesperrt, weil ich das Passwort dreimal falsch eingegeben habe.", ""},
	{"Kennwort", "Wie kann ich mein Kennwort ändern?", ""},
	{"Anmeldung", "Die E-Mail-Adresse stimmt, aber das Passwort wird nicht angenommen.", ""},

	// Hardly a word.
	{"oubli", "mdp oublié svp", ""},
	{"login", "paswoord werkt niet meer", ""},
	{"wachtwoord vergeten", "", ""},
	{"Mot de passe oublié", "Cf. objet. Merci.", ""},
	{"wachtwoord", "hoe reset ik mijn ww", ""},
	{"Passwort vergessen", "Siehe Betreff.", ""},
	{"pass", "passwoord kwijt grtjs", ""},

	// Asked for somebody else.
	{"voor mijn baas", "Mijn baas is zijn wachtwoord voor het platform kwijt. Hoe krijgt hij een nieuw?", ""},
	{"pour mon patron", "Mon patron a oublié son mot de passe, son adresse est karel@maes.example.", ""},
}
