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
	} {
		if v := (spokenMail{test.subject, test.text, ""}).verdict(); v.Kind != test.want {
			t.Errorf("%q %q: kind %s, want %s", test.subject, test.text, v.Kind, test.want)
		}
	}
}
