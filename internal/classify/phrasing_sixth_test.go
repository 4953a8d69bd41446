package classify

// sixthPhrasings are a sixth round.
var sixthPhrasings = []phrasing{
	{"login", "Goeiedag, ik zie door de bomen het bos niet meer: welk van mijn adressen is nu mijn login bij jullie?", forgot, ""},
	{"e-mail onbekend", "Het systeem aanvaardt mijn e-mailadres niet. Kunt u zien welk adres wel juist is?", forgot, ""},
	{"Réinscription", "Après ma pause carrière, je ne retrouve aucune trace de mon identifiant.", forgot, ""},
	{"Compte IUP", "Merci de me communiquer l'adresse électronique sous laquelle je suis repris dans vos fichiers.", forgot, ""},
	{"e-mail address", "As I have not used the platform for ages, I can no longer tell which e-mail belongs to it.", forgot, ""},
	{"Frage", "Ich bräuchte die bei Ihnen gespeicherte E-Mail-Adresse.", forgot, ""},
	{"mailadres", "tis welk mailadres dak moet gebruiken?", forgot, ""},
	{"wachtwoord", "Ik kan geen wachtwoord aanvragen want ik weet het gekoppelde e-mailadres niet.", forgot, ""},

	{"aanpassing", "Graag jonas@verhelst.example ipv jonas@oud.example aub", changed, "jonas@verhelst.example"},
	{"adres", "Mijn @oud.example-adres verdwijnt. Mag ik overstappen op jonas@verhelst.example?", changed, "jonas@verhelst.example"},
	{"e-mail", "Il y a lieu de remplacer jonas@ancien.example par jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"e-mail", "Mon adresse mail professionnelle est désormais : jonas@verhelst.example. L'autre peut être effacée.", changed, "jonas@verhelst.example"},
	{"details", "Please note my new details: jonas@verhelst.example, mobile 0470 00 00 09.", changed, "jonas@verhelst.example"},
	{"Mail", "Statt jonas@alt.example bitte jonas@verhelst.example verwenden.", changed, "jonas@verhelst.example"},
	{"wachtwoord vergeten", "Kan niet inloggen, mail van vroeger bestaat niet meer. Nieuwe mail is jonas@verhelst.example", changed, "jonas@verhelst.example"},

	{"adresse", "Je connais l'adresse. C'est le mot de passe qui me manque.", password, ""},
	{"pass", "passwoord kwijt grtjs", password, ""},
	{"login", "Mijn e-mailadres wordt aanvaard, mijn paswoord niet meer.", password, ""},

	{"RE: adresse e-mail oubliée", "Grâce à vous j'ai de nouveau accès, merci.", other, ""},
	{"contact", "Ik ben op zoek naar een accountant in Gent. Hebt u e-mailadressen van leden?", other, ""},
	{"E-Mail-Adresse vergessen", "Welche Unterlagen brauche ich für die Prüfung?", other, ""},
	{"adresse", "Nous avons oublié d'indiquer notre adresse sur le formulaire : rue du Moulin 4, 5000 Namur.", other, ""},
	{"stage", "Mijn stagemeester vraagt naar welk e-mailadres hij het verslag mag sturen.", other, ""},
	{"facturatie", "Het e-mailadres voor onze facturen is gewijzigd in boekhouding@verhelst.example.", other, ""},
	{"klacht", "Al drie weken wacht ik op een antwoord op mijn klacht tegen een confrater.", other, ""},
}
