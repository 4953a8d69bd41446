package classify

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// amid are requests and what people tell besides, by language. Every request is read before and after every such sentence.
var amid = []struct {
	besides  string
	requests []request
}{
	{`
		Ik heb een nieuwe computer.
		Ik ben van kantoor veranderd.
		Vorig jaar ben ik verhuisd.
		Mijn gsm is stuk.
		Ik kan niet inloggen op het platform.
		Ik ben al dertig jaar lid.
		Ik heb uw brief van vorige week ontvangen.
		Sinds de nieuwe website lukt het niet meer.
		Ik moet mijn opleidingsuren ingeven.
		Mijn dochter helpt mij hierbij.
		Ik heb al gebeld maar kreeg niemand aan de lijn.
		Ik heb verschillende mailadressen.
		Mijn vorige werkgever was een groot kantoor.
		Mijn computer is gecrasht.
		Ik ga binnenkort met pensioen.
		Ik probeer al de hele ochtend.
		Ik betaal elk jaar mijn bijdrage.
	`, []request{
		{ticket.AddressForgotten, "Ik weet niet meer welk mailadres ik bij u gebruik."},
		{ticket.AddressForgotten, "Welk e-mailadres hebt u van mij?"},
		{ticket.AddressForgotten, "Kunt u mij zeggen wat mijn gebruikersnaam is?"},
		{ticket.AddressForgotten, "Ik ben mijn e-mailadres vergeten."},
		{ticket.AddressForgotten, "Onder welk adres sta ik bij jullie bekend?"},
		{ticket.AddressChanged, "Mijn nieuwe e-mailadres is lies.nieuw@voorbeeld.example."},
		{ticket.AddressChanged, "Gelieve mijn e-mailadres te wijzigen in lies.nieuw@voorbeeld.example."},
		{ticket.AddressChanged, "Kunt u lies.nieuw@voorbeeld.example als mijn mailadres noteren?"},
		{ticket.AddressChanged, "Mijn e-mailadres is gewijzigd."},
		{ticket.AddressChanged, "Voortaan ben ik bereikbaar op lies.nieuw@voorbeeld.example."},
		{ticket.PasswordForgotten, "Ik ben mijn wachtwoord vergeten."},
		{ticket.PasswordForgotten, "Kunt u mij een nieuw wachtwoord bezorgen?"},
		{ticket.PasswordForgotten, "Mijn wachtwoord wordt niet aanvaard."},
		{ticket.PasswordForgotten, "Ik ken mijn wachtwoord niet meer."},
		{ticket.Other, "Mijn telefoonnummer is gewijzigd."},
		{ticket.Other, "Wanneer is de algemene vergadering?"},
		{ticket.Other, "Kan ik een attest van lidmaatschap krijgen?"},
		{ticket.Other, "Hoeveel bedraagt de bijdrage dit jaar?"},
	}},
	{`
		J'ai un nouvel ordinateur.
		J'ai changé de bureau.
		J'ai déménagé l'an dernier.
		Mon GSM est cassé.
		Je n'arrive pas à me connecter à la plateforme.
		Je suis membre depuis trente ans.
		J'ai bien reçu votre courrier de la semaine passée.
		Depuis le nouveau site, cela ne marche plus.
		Je dois encoder mes heures de formation.
		Ma fille m'aide pour ceci.
		J'ai déjà téléphoné mais personne ne répond.
		J'ai plusieurs adresses mail.
		Mon ancien employeur était un grand cabinet.
		Mon ordinateur est tombé en panne.
		Je pars bientôt à la retraite.
		J'essaie depuis ce matin.
		Je paie ma cotisation chaque année.
	`, []request{
		{ticket.AddressForgotten, "Je ne sais plus quelle adresse mail j'utilise chez vous."},
		{ticket.AddressForgotten, "Quelle adresse e-mail avez-vous pour moi ?"},
		{ticket.AddressForgotten, "Pouvez-vous me dire quel est mon nom d'utilisateur ?"},
		{ticket.AddressForgotten, "J'ai oublié mon adresse e-mail."},
		{ticket.AddressForgotten, "Sous quelle adresse suis-je connu chez vous ?"},
		{ticket.AddressChanged, "Ma nouvelle adresse e-mail est lies.nieuw@voorbeeld.example."},
		{ticket.AddressChanged, "Veuillez remplacer mon adresse e-mail par lies.nieuw@voorbeeld.example."},
		{ticket.AddressChanged, "Pouvez-vous noter lies.nieuw@voorbeeld.example comme mon adresse mail ?"},
		{ticket.AddressChanged, "Mon adresse e-mail a changé."},
		{ticket.AddressChanged, "Désormais je suis joignable à lies.nieuw@voorbeeld.example."},
		{ticket.PasswordForgotten, "J'ai oublié mon mot de passe."},
		{ticket.PasswordForgotten, "Pouvez-vous m'envoyer un nouveau mot de passe ?"},
		{ticket.PasswordForgotten, "Mon mot de passe est refusé."},
		{ticket.PasswordForgotten, "Je ne connais plus mon mot de passe."},
		{ticket.Other, "Mon numéro de téléphone a changé."},
		{ticket.Other, "Quand a lieu l'assemblée générale ?"},
		{ticket.Other, "Puis-je obtenir une attestation d'affiliation ?"},
		{ticket.Other, "À combien s'élève la cotisation cette année ?"},
	}},
	{`
		Ich habe einen neuen Computer.
		Ich habe das Büro gewechselt.
		Ich kann mich nicht einloggen.
		Ich bin seit dreißig Jahren Mitglied.
		Ich habe mehrere Mailadressen.
	`, []request{
		{ticket.AddressForgotten, "Ich weiß nicht mehr, welche Mailadresse ich bei Ihnen verwende."},
		{ticket.AddressForgotten, "Welche E-Mail-Adresse haben Sie von mir?"},
		{ticket.AddressChanged, "Meine neue E-Mail-Adresse lautet lies.nieuw@voorbeeld.example."},
		{ticket.AddressChanged, "Bitte ändern Sie meine E-Mail-Adresse in lies.nieuw@voorbeeld.example."},
		{ticket.PasswordForgotten, "Ich habe mein Passwort vergessen."},
		{ticket.Other, "Meine Telefonnummer hat sich geändert."},
	}},
	{`
		I have a new computer.
		I changed offices.
		I cannot log in.
		I have been a member for thirty years.
		I have several email addresses.
		I moved last year.
	`, []request{
		{ticket.AddressForgotten, "I no longer know which email address I use with you."},
		{ticket.AddressForgotten, "Which email address do you have for me?"},
		{ticket.AddressChanged, "My new email address is lies.nieuw@voorbeeld.example."},
		{ticket.AddressChanged, "Please change my email address to lies.nieuw@voorbeeld.example."},
		{ticket.PasswordForgotten, "I forgot my password."},
		{ticket.Other, "My phone number has changed."},
		{ticket.PasswordForgotten, "Could you send me a new password?"},
	}},
}

type request struct {
	kind ticket.Kind
	text string
}

func TestRequestsAmidOtherWords(t *testing.T) {
	senders := []message.Address{
		{Name: "Lies Verhaeghe", Addr: "lies@verhaeghe.example"}, {Name: "Fiduciaire Clément", Addr: "info@clement.example"},
		{Addr: "admin@kantoor.example"}, {Name: "Support Claes", Addr: "support@claes.example"},
	}
	signatures := []string{"", "Lies Verhaeghe\n85.07.30-001.60", "Met vriendelijke groeten\nKantoor Claes\nwww.claes.example", "Cordialement,\nL'équipe\nhttps://www.clement.example/contact\nTel 02 000 00 00"}
	count := 0
	for _, group := range amid {
		for besides := range strings.Lines(group.besides) {
			besides = strings.TrimSpace(besides)
			for _, r := range group.requests {
				for _, text := range []string{besides + " " + r.text, r.text + " " + besides} {
					count++
					m := &message.Message{Subject: "vraag", From: senders[count%4 : count%4+1], Text: strings.TrimSpace(text) + "\n\n" + signatures[count/4%4]}
					v := Classify(m, Options{Today: today, Fallback: ticket.Dutch})
					if v.Kind != r.kind || v.Kind == ticket.AddressChanged && strings.Contains(text, "@") && v.Claim.NewAddress == "" {
						t.Errorf("%q from %v: kind %s, new address %q", m.Text, m.From, v.Kind, v.Claim.NewAddress)
					}
				}
			}
		}
	}
	t.Logf("%d mails", count)
}
