package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// What a clause means can stand in the clauses around it.
func TestKindByTheClausesAround(t *testing.T) {
	for _, test := range []struct {
		subject, text string
		want          ticket.Kind
	}{
		{"changement d'adresse", "Bonjour,\nNotre siège est transféré avenue des Tilleuls 14, 4000 Liège. Mon adresse mail et mon GSM restent identiques.\nJulie Marchal", ticket.Other},
		{"changement d'adresse", "Bonjour,\nNotre siège est transféré avenue des Tilleuls 14, 4000 Liège. Le mail et le GSM restent inchangés.\nJulie Marchal", ticket.Other},
		{"adres gewijzigd?", "Hallo,\nEergisteren hebben jullie mijn e-mailadres gewijzigd, bedankt. Als ik met het nieuwe adres aanmeld blijft de pagina leeg. Enig idee?\nStijn Aerts", ticket.Other},
		{"e-mailadres gewijzigd", "Hallo,\nJullie hebben mijn e-mailadres nog niet gewijzigd: stijn.aerts@voorbeeld.example is het nieuwe.\nStijn Aerts", ticket.AddressChanged},
		{"toegang", "Gebruikersnaam heb ik, wachtwoord niet meer. Mag ik een ander?\nLotte Smet", ticket.PasswordForgotten},
		{"toegang", "Mijn wachtwoord heb ik, mijn gebruikersnaam niet meer.\nLotte Smet", ticket.AddressForgotten},
		{"Zugang", "Guten Tag,\nmein Passwort habe ich verlegt. Könnten Sie mir bitte ein neues an die bekannte Adresse schicken?\nKlara Jost", ticket.PasswordForgotten},
		{"stopzetting", "Ik stop eind juni en vraag om geschrapt te worden. Mijn e-mailadres mag u eveneens verwijderen.\nLuc Baert", ticket.Other},
		{"facturen", "Gelieve uw facturen (bijdrage, opleidingen) voortaan te mailen naar boekhouding@baert.example.\nLuc Baert", ticket.Other},
		{"vraag", "Onze informaticus heeft alles verhuisd en nu weet ik niet meer welk van mijn adressen bij u mijn gebruikersnaam is.\nMia Claes", ticket.AddressForgotten},
		{"Fwd: e-mailadres vergeten", "Excuus, dit was vanaf het verkeerde adres gestuurd, hieronder opnieuw.\nMia Claes\n\nIk ben mijn e-mailadres vergeten.", ticket.AddressForgotten},
		{"Companyweb", "De blok companyweb is weg sinds dinsdag. Weet u hoe dat komt?\nMet vriendelijke groeten,\nRik Smets\n\nWachtwoord vergeten van ons klantenportaal? Bel ons.", ticket.Other},
		{"Adresse e-mail modifiée ?", "Bonjour,\nJ'ai peut-être changé mon adresse il y a deux ans. Je ne souhaite rien modifier, juste connaître laquelle est en vigueur.\nAnne Gillet", ticket.AddressForgotten},
		{"mail", "J'ai changé deux fois de bureau et deux fois de mail, laquelle avez-vous encore ??\nAnne Gillet", ticket.AddressForgotten},
		{"Fwd: vraag", "Ik mail u dit nog eens vanuit mijn andere mailbox.\nMia Claes", ticket.Other},
		{"vraag", "Mijn schooladres vervalt eind juni. Graag had ik mijn account bij jullie overgezet op het adres waarmee ik dit bericht stuur.\nMia Claes", ticket.AddressChanged},
		{"Telefon", "Guten Tag, bitte ersetzen Sie meine Handynummer. An der E-Mail-Adresse ändert sich nichts.\nKlara Jost", ticket.Other},
		{"e-mailadres gewijzigd?", "Eerst een vraag: hoe lang duurt een wijziging van e-mailadres bij jullie? Ik beslis later.\nMia Claes", ticket.Other},
		{"aide", "Bonjour, Firefox ne remplit plus mon mot de passe. Que dois-je faire ? Mon fils ne trouve pas.\nAnne Gillet", ticket.PasswordForgotten},
		{"e-mailadres vergeten", "Ik wou een confrater contacteren over een dossier maar ben zijn mailadres vergeten. Kunt u dat bezorgen?\nMia Claes", ticket.Other},
		{"adresse", "Bonjour,\nMon adresse est connue, mais le code pour accéder au site, impossible de mettre la main dessus. Comment en obtenir un nouveau ?\nAnne Gillet", ticket.PasswordForgotten},
		{"vraag", "Stel dat ik van werk verander, moet ik dan mijn e-mailadres laten wijzigen? En hoe lang duurt dat?\nMia Claes", ticket.Other},
		{"wachtwoord", "Vorige maand ben ik verhuisd. Ik ben mijn wachtwoord vergeten.\nMia Claes", ticket.PasswordForgotten},
		{"aide", "Je n'arrive pas à me connecter à la plateforme. J'ai oublié mon mot de passe.\nAnne Gillet", ticket.PasswordForgotten},
		{"adresse", "Merci de me renseigner l'adresse connue de vos services.\nAnne Gillet", ticket.AddressForgotten},
		{"wachtwoord vergeten", "Kan ik een attest van lidmaatschap krijgen?\nMia Claes", ticket.Other},
		{"Mot de passe oublié", "Quand a lieu l'assemblée générale ?\nAnne Gillet", ticket.Other},
		{"vraag", "Mijn gebruikersnaam ken ik (zie boven), het is het paswoord dat ik niet meer weet. Stuurt u een tijdelijk?\nMia Claes", ticket.PasswordForgotten},
		{"Re: adres", "Het is in orde: de toegang werkt.\nMet vriendelijke groeten\nMia Claes\n\nE-mailadres gewijzigd? Onze gegevens staan op onze website.", ticket.Other},
		{"wachtwoord", "Wachtwoord kwijt, en de mail gaat naar mia@oud.example waar ik niet meer aan kan. Zet mijn account dus op mia@nieuw.example.\nMia Claes", ticket.AddressChanged},
		{"examen", "À quelle adresse se déroule l'examen ? Je ne la retrouve plus, j'ai oublié de la noter.\nAnne Gillet", ticket.Other},
		{"accès", "Impossible de me connecter, l'adresse que j'utilisais m'échappe. GILLET Anne, NN 85.07.30-001.60.\n\nExperts-comptables\nRue Haute 12, 4000 Liège\nTél. +32 4 000 00 00", ticket.AddressForgotten},
	} {
		if v := (spokenMail{test.subject, test.text, ""}).verdict(); v.Kind != test.want {
			t.Errorf("%q %q: kind %s, want %s", test.subject, test.text, v.Kind, test.want)
		}
	}
}
