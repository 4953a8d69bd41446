package classify

// fifthPhrasings are a fifth round: longer mails, where the request stands beside much else.
var fifthPhrasings = []phrasing{
	{"toegang IUP", "Dag allen,\n\nNa mijn moederschapsrust wil ik weer aan de slag. Mijn kantoor kreeg intussen een nieuwe naam en alle adressen zijn veranderd. Ik weet dus niet of u het oude of het nieuwe adres hebt. Kan u dat even opzoeken?", forgot, ""},
	{"Question", "Bonjour,\n\nNous avons changé de nom il y a deux ans. Je suppose que vous avez encore l'ancienne adresse, mais je ne suis plus certain. Pouvez-vous vérifier ce qui est encodé ?", forgot, ""},
	{"help", "Hello,\n\nI moved to Belgium last year and registered with you, with an e-mail address I cannot find back in my notes. Would you be so kind as to look it up?", forgot, ""},
	{"Hilfe", "Guten Tag,\n\nseit dem Umzug unserer Kanzlei komme ich nicht mehr auf die Plattform. Ich vermute, dass ich die falsche E-Mail-Adresse benutze. Welche ist die richtige?", forgot, ""},
	{"dringend", "Ik moet vandaag nog mijn dossier indienen en geraak er niet in. Aan welk mailadres is mijn account gekoppeld?", forgot, ""},
	{"vraagje", "hey, ff vraagje, me welke mail zit ik bij jullie? gr", forgot, ""},
	{"adres", "Kunt u bevestigen dat ik met jonas@verhelst.example ingeschreven sta?", forgot, ""},
	{"username", "I forgot my username.", forgot, ""},
	{"2 vragen", "1) Welk e-mailadres hebt u van mij?\n2) Wanneer komt de volgende nieuwsbrief?", forgot, ""},
	{"E-mailadres", "Gelieve mij het bij u geregistreerde e-mailadres over te maken.", forgot, ""},

	{"overstap", "Beste,\n\nVorig jaar heb ik mijn mailbox overgezet naar een andere provider. Op jullie platform sta ik nog met het oude. Graag aanpassen naar jonas@verhelst.example. Mijn gsm-nummer en postadres blijven dezelfde.", changed, "jonas@verhelst.example"},
	{"départ", "Je quitte la fiduciaire à la fin du mois. Mon adresse jonas@fidu.example sera alors désactivée. Pourriez-vous lier mon compte à jonas@verhelst.example ?", changed, "jonas@verhelst.example"},
	{"Two things", "First, my invoice address is unchanged. Second, my login e-mail should become jonas@verhelst.example.", changed, "jonas@verhelst.example"},
	{"gegevens wijzigen", "Naam: Verhelst\nVoornaam: Jonas\nE-mail: jonas@verhelst.example\nGelieve dit aan te passen.", changed, "jonas@verhelst.example"},
	{"nv mail", "nv adres = jonas@verhelst.example, oud = jonas@oud.example", changed, "jonas@verhelst.example"},
	{"mutation", "Veuillez acter le changement suivant : jonas@verhelst.example au lieu de jonas@ancien.example", changed, "jonas@verhelst.example"},

	{"inloggen", "Ik geef mijn e-mailadres in, dat wordt herkend, maar dan vraagt hij een wachtwoord en dat heb ik niet meer.", password, ""},
	{"portail", "L'adresse est reconnue mais pas le mot de passe. Comment le récupérer ?", password, ""},
	{"Anmeldung", "Die E-Mail-Adresse stimmt, aber das Passwort wird nicht angenommen.", password, ""},
	{"login", "Could you send me a link to set a new password?", password, ""},

	{"Dossier 2024/15", "In bijlage vindt u de gevraagde stukken. Gelieve ontvangst te bevestigen per e-mail.", other, ""},
	{"afspraak", "Kan ik volgende week langskomen? U kan mij bereiken op jonas@verhelst.example of 0470 00 00 09.", other, ""},
	{"Attestation", "Pourriez-vous m'envoyer mon attestation d'inscription à l'adresse jonas@verhelst.example ?", other, ""},
	{"training", "Please send the training programme to jonas@verhelst.example.", other, ""},
	{"lidmaatschap", "Ik stop mijn activiteiten op 31 december en wil mijn lidmaatschap beëindigen.", other, ""},
	{"site", "Votre formulaire de contact refuse mon adresse e-mail.", other, ""},
	{"vergadering", "Is het mailadres voor de inschrijvingen op het congres al bekend?", other, ""},
	{"bedankt", "Ik wilde even laten weten dat jullie mij fantastisch geholpen hebben met mijn nieuwe e-mailadres.", other, ""},
}
