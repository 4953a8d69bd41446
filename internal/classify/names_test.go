package classify

import (
	"testing"

	"iec-iab.be/servicedesk/internal/message"
)

// Names as people state them: labels, sentences, signatures and display names, in the order of the sender's country or of the form.
func TestNamesStated(t *testing.T) {
	for _, tt := range []struct{ from, addr, text, last, first string }{
		{"Peeters Jan", "jan.peeters@x.example", "Naam/voornaam: Peeters / Jan\nRRN 85.07.30-901.33\n", "Peeters", "Jan"},
		{"info", "info@x.example", "Naam en voornaam : Peeters Jan\n", "Peeters", "Jan"},
		{"info", "info@x.example", "naam peeters voornaam jan rijksregisternummer 85073090133 welk adres hebben jullie\n", "peeters", "jan"},
		{"", "info@x.example", "1. Naam: Vandenbroucke\n2. Voornaam: Griet\n3. RRN: 85.07.30-901.33\n", "Vandenbroucke", "Griet"},
		{"", "info@x.example", "- naam - Vandenbroucke\n- voornaam - Griet\n", "Vandenbroucke", "Griet"},
		{"", "info@x.example", "NOM DE JEUNE FILLE : Lambert\nPRÉNOM USUEL : Marie-Claire\n", "Lambert", "Marie-Claire"},
		{"", "info@x.example", "Nom (en majuscules) : DUPONT\nPrénom(s) : Jean Luc\n", "DUPONT", "Jean Luc"},
		{"", "info@x.example", "Ik, Fatima Ben Haddou, ben mijn adres vergeten. Welk is het?\n", "Ben Haddou", "Fatima"},
		{"", "info@x.example", "Ondergetekende, Jan-Baptist De Keersmaeker, rijksregisternummer 85.07.30-901.33, weet zijn adres niet meer.\n", "De Keersmaeker", "Jan-Baptist"},
		{"", "info@x.example", "Je soussigné Mohamed El Amrani, né à Tanger, ai oublié mon adresse e-mail\n", "El Amrani", "Mohamed"},
		{"", "info@x.example", "Welk adres?\n\nMet vriendelijke groeten\n\nPeeters Jan\nAccountant\n", "Peeters", "Jan"},
		{"", "info@x.example", "Quelle adresse ?\n\nBien à vous, Anne-Sophie de la Croix\n", "de la Croix", "Anne-Sophie"},
		{"", "info@x.example", "Quelle adresse ?\n\nCordialement\n\nMarie DUBOIS ép. LAMBERT\n", "DUBOIS", "Marie"},
		{"", "info@x.example", "Welk adres?\n\nGroeten\nMia Peeters echtg. Claes\n85.07.30-901.33", "Peeters", "Mia"},
		{"Nguyen Thi Mai", "ntmai@x.example", "Quelle adresse ?\n", "Nguyen", "Thi Mai"},
		{"Wang Xiaoming", "wang@x.example", "Which address?\n", "Wang", "Xiaoming"},
		{"João Pedro da Silva Santos", "j@x.example", "Quelle adresse ?\n", "da Silva Santos", "João Pedro"},
		{"KABONGO MUKENDI Jean-Pierre", "j@x.example", "Quelle adresse ?\n", "KABONGO MUKENDI", "Jean-Pierre"},
		{"Ilunga Kabeya Patrick", "j@x.example", "Quelle adresse ?\n", "Ilunga Kabeya", "Patrick"},
		{"mehmet yilmaz", "m@x.example", "welk adres?\n", "yilmaz", "mehmet"},
		{"Yılmaz Mehmet", "m@x.example", "welk adres?\n", "Yılmaz", "Mehmet"},
		{"Katarzyna Nowak-Kowalska", "m@x.example", "welk adres?\n", "Nowak-Kowalska", "Katarzyna"},
		{"José Luis Fernández López", "m@x.example", "quelle adresse?\n", "Fernández López", "José Luis"},
		{"Accountantskantoor Peeters (Jan Peeters)", "m@x.example", "welk adres?\n", "Peeters", "Jan"},
		{"Peeters & Co | Jan Claes", "m@x.example", "welk adres?\n", "Claes", "Jan"},
		{"Jan Claes, Peeters & Co", "m@x.example", "welk adres?\n", "Claes", "Jan"},
		{"Dr. Hans Müller", "m@x.example", "Welche Adresse?\n", "Müller", "Hans"},
		{"Mevr. Van Hove", "m@x.example", "welk adres?\n", "Van Hove", ""},
		{"S. Van Hove", "m@x.example", "welk adres?\n\nGroeten\nSofie\n", "Van Hove", "Sofie"},
		{"Kevin", "k.dm@x.example", "kevin de meyer hier, welk adres gebruik ik bij jullie? 85.07.30-901.33\n", "de meyer", "kevin"},
		{"Kevin", "k.dm@x.example", "hallo met kevin de meyer, welk adres gebruik ik bij jullie? 85.07.30-901.33\n", "de meyer", "kevin"},
		{"", "k.dm@x.example", "Welk adres?\n\nMvg,\n\nBoekhoudkantoor De Meyer BV\nKevin De Meyer, zaakvoerder\nTel 0470 00 00 00", "De Meyer", "Kevin"},
		{"", "k.dm@x.example", "Welk adres?\n\nVriendelijke groeten,\n\nKevin\n\nKevin De Meyer | Gecertificeerd accountant | ITAA\n", "De Meyer", "Kevin"},
		{"An Wouters", "an@x.example", "Welk adres?\n\nGroeten\n\nJan Peeters & An Wouters\n", "Wouters", "An"},
		{"", "x@x.example", "Voornaam en naam: Lieve Van den Broeck, rijksregisternummer 85.07.30-901.33\n", "Van den Broeck", "Lieve"},
		{"", "x@x.example", "Familienaam = Van den Broeck; Voornaam = Lieve; RRN = 85.07.30-901.33\n", "Van den Broeck", "Lieve"},
		{"", "x@x.example", "Surname\tVan den Broeck\nGiven names\tLieve Maria\nNRN\t85.07.30-901.33\n", "Van den Broeck", "Lieve Maria"},
		{"", "x@x.example", "Ich bin Karl-Heinz Schröder und habe meine E-Mail-Adresse vergessen.\n", "Schröder", "Karl-Heinz"},
		{"", "x@x.example", "Nachname, Vorname: Schröder, Karl-Heinz\nNationalregisternummer: 85.07.30-901.33\n", "Schröder", "Karl-Heinz"},
		{"", "x@x.example", "Zuname: Schröder Rufname: Karl Nationalregisternummer: 85.07.30-901.33\n", "Schröder", "Karl"},
		{"Bert", "bert@x.example", "mijn naam is bert en mijn achternaam is van de velde\n", "van de velde", "bert"},
		{"", "x@x.example", "mon nom c'est Dupont et mon prénom c'est Jean\n", "Dupont", "Jean"},
		{"", "x@x.example", "Mijn naam is Sofie Claeys, ik werk bij Fiduciaire Dupont. Welk adres kent u?\n", "Claeys", "Sofie"},
		{"", "x@x.example", "Ik ben lid nummer 12345. Welk adres?\n", "", ""},
		{"", "x@x.example", "Ik ben accountant in Gent en weet mijn adres niet meer.\n", "", ""},
		{"", "x@x.example", "Je suis comptable à Namur et j'ai oublié mon adresse.\n", "", ""},
		{"", "x@x.example", "Ik ben Mertens. Welk adres hebt u?\n", "Mertens", ""},
		{"Gert Mertens", "x@x.example", "Ik ben Mertens. Welk adres hebt u?\n", "Mertens", "Gert"},
		{"", "x@x.example", "Naam: Vermeulen J.\nVoornaam: Johan\n", "Vermeulen", "Johan"},
		{"", "x@x.example", "Naam: dhr. Johan Vermeulen (accountant)\n", "Vermeulen", "Johan"},
		{"", "x@x.example", "Naam kantoor: Fiscalia\nNaam: Vermeulen\nVoornaam: Johan\n", "Vermeulen", "Johan"},
		{"", "x@x.example", "Naam: Vermeulen Johan\nVoornaam: Johan\n", "Vermeulen", "Johan"},
		{"", "x@x.example", "VERMEULEN\nJohan\n85.07.30-901.33\nwelk adres?\n", "VERMEULEN", "Johan"},
		{"", "x@x.example", "welk adres? Johan Vermeulen\n85.07.30-901.33\n", "Vermeulen", "Johan"},
		{"Simon Laurent", "x@x.example", "quelle adresse?\n\nLaurent SIMON\n", "SIMON", "Laurent"},
		{"Van Damme, Jean-Claude", "x@x.example", "quelle adresse?\n", "Van Damme", "Jean-Claude"},
		{"'Jan Peeters'", "x@x.example", "welk adres?\n", "Peeters", "Jan"},
		{"PEETERS JAN", "x@x.example", "welk adres?\n", "PEETERS", "JAN"},
		{"jan.peeters", "jan.peeters@x.example", "welk adres?\n", "peeters", "jan"},
		{"Jan P.", "jan.p@x.example", "welk adres?\n\nJan Peeters\n", "Peeters", "Jan"},
		{"Mohammed Amine El Yousfi", "x@x.example", "quelle adresse?\n", "El Yousfi", "Mohammed Amine"},
		{"Ousmane Diallo", "x@x.example", "quelle adresse?\n\nDIALLO Ousmane\n", "DIALLO", "Ousmane"},
		{"Mr Patrick O'Connor", "x@x.example", "which address?\n", "O'Connor", "Patrick"},
		{"", "x@x.example", "Geachte heer Willems,\n\nik ben mijn adres vergeten.\n\nmet vriendelijke groet\njohan vermeulen\n", "vermeulen", "johan"},
		{"", "x@x.example", "Met vriendelijke groeten,\nPieter van der Straeten - Accountant & Fiscalist\nwelk adres?\n", "van der Straeten", "Pieter"},
		{"Marie-Claire Dubois-Lambert", "x@x.example", "quelle adresse?\n", "Dubois-Lambert", "Marie-Claire"},
		{"Jean-Marie", "x@x.example", "quelle adresse?\n\nLEROY Jean-Marie\n", "LEROY", "Jean-Marie"},
		{"Leroy Jean Marie", "x@x.example", "quelle adresse?\n", "Leroy", "Jean Marie"},
		{"Le Roy Jean", "x@x.example", "quelle adresse?\n", "Le Roy", "Jean"},
		{"Ben Claes", "x@x.example", "welk adres?\n", "Claes", "Ben"},
		{"Claes Ben", "x@x.example", "welk adres?\n", "Claes", "Ben"},
		{"t Kindt Ann", "x@x.example", "welk adres?\n", "t Kindt", "Ann"},
		{"Ann 't Kindt", "x@x.example", "welk adres?\n", "'t Kindt", "Ann"},
		{"De Smet Kristof", "x@x.example", "welk adres?\n", "De Smet", "Kristof"},
		{"Kristof De Smet (Deloitte)", "x@x.example", "welk adres?\n", "De Smet", "Kristof"},
		{"Kristof De Smet ITAA", "x@x.example", "welk adres?\n", "De Smet", "Kristof"},
		{"Servais Martin", "martin.servais@x.example", "quelle adresse?\n", "Servais", "Martin"},
		{"Martin Servais", "martin.servais@x.example", "quelle adresse?\n", "Servais", "Martin"},
		{"Kristof D.", "x@x.example", "welk adres?\nKristof Dhaese\n", "Dhaese", "Kristof"},
	} {
		t.Run(tt.from+"/"+tt.text, func(t *testing.T) {
			m := &message.Message{From: []message.Address{{Name: tt.from, Addr: tt.addr}}, Subject: "e-mailadres vergeten", Text: tt.text}
			if got := Classify(m, Options{Today: today}).Claim; got.LastName != tt.last || got.FirstName != tt.first {
				t.Errorf("got %q, %q; want %q, %q", got.LastName, got.FirstName, tt.last, tt.first)
			}
		})
	}
}
