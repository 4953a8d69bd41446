package classify

import "testing"

// TestOwnNumber holds numbers in the spellings, with the labels and beside the people that members write.
func TestOwnNumber(t *testing.T) {
	for _, tt := range []struct{ text, number string }{
		{"hoi, ben mijn mailadres kwijt. joris wielemans, rr 85 07 30 901 33", "A"},
		{"Ik ben mijn e-mailadres vergeten.\nRijksregister nr.: 850730 901 33\nJoris", "A"},
		{"Ik ben mijn e-mailadres vergeten.\nRR-nummer\n85.07.30-901.33\nJoris", "A"},
		{"Ik ben mijn e-mailadres vergeten. Nationaal registratienummer 85.07.30-901.33", "A"},
		{"J'ai oublié mon adresse. N° de registre nat. 850730-901-33. Merci, Joris", "A"},
		{"J'ai oublié mon adresse mail. R.N. : 85/07/30/901/33", "A"},
		{"J'ai oublié mon adresse mail. Mon num nat est 85073090133", "A"},
		{"J'ai oublié mon adresse mail. mon nunéro natoinal : 85073090133", "A"},
		{"J'ai oublié mon adresse mail. registre nationnal 85073090133", "A"},
		{"I forgot my email. My national reg. no. is 850730 90133.", "A"},
		{"I forgot my email. My ID number is 85073090133.", "A"},
		{"I forgot my email. Belgian SSN: 85073090133.", "A"},
		{"Ich habe meine E-Mail-Adresse vergessen. Meine Nummer im Nationalregister: 85.07.30 901-33", "A"},
		{"Ich habe meine E-Mail-Adresse vergessen. NR-Nr. 85.07.30-901.33", "A"},
		{"Ik ben mijn e-mailadres vergeten. Rijksregister\u00adnummer (zie achterkant eID): 85.07.30-901.33", "A"},
		{"Ik ben mijn e-mailadres vergeten. Insz nr 85.07.30-901.33 (geen bisnr)", "A"},
		{"Ik ben mijn e-mailadres vergeten.\n\n85073090133\n", "A"},
		{"85073090133", "A"},
		{"Ik ben mijn e-mailadres vergeten. Joris Wielemans (°30/07/1985), nr 901-33", ""},
		{"Ik ben mijn e-mailadres vergeten. Rijksregisternummer geboren 30/07/1985, 901-33", "length"},
		{"Ik ben mijn e-mailadres vergeten. tel 0032 470 10 09 89, RR 85.07.30-901.33", "A"},
		{"Ik ben mijn e-mailadres vergeten. RR 85.07.30-901.33, tel 32470100989", "A"},
		{"Ik ben mijn e-mailadres vergeten.\n\nMvg\nJoris Wielemans\n32 470 10 09 89", ""},
		{"Ik ben mijn e-mailadres vergeten.\n\nMvg\nJoris Wielemans\n32470100989", ""},
		{"Ik ben mijn e-mailadres vergeten.\n\nMvg\nJoris Wielemans\nKBO 0123.456.749 | RPR Gent | 85.07.30-901.33", "A"},
		{"Mijn cliënte Lien Maes, {B}, wacht op mij. Ik ben mijn e-mailadres vergeten.\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Onze boekhouder heeft als nummer {B}.\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Mijn collega's nummer: {B}\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Haar rijksregisternummer is {B}, het mijne {A}\nJoris Wielemans", "A"},
		{"Ik ben mijn e-mailadres vergeten. Lien: {B}, Joris: {A}\nJoris Wielemans", "A"},
		{"Ik ben mijn e-mailadres vergeten. Lien Maes {B} / Joris Wielemans {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. {A} Joris Wielemans, {B} Lien Maes\n", "ambiguous"},
		{"Ik ben mijn e-mailadres vergeten. RR zoon: {B}. RR: {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. Rijksregisternummer (mijn vrouw heeft het opgezocht): {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. Mijn vrouw heeft mijn rijksregisternummer opgezocht: {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten, net als mijn collega vorige week. Rijksregisternummer: {A}\n", "A"},
		{"Mijn collega kreeg zijn adres van u, ik vraag nu het mijne. Rijksregisternummer: {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten en mijn vrouw ook. {A}\nJoris Wielemans", "A"},
		{"Ik ben mijn e-mailadres vergeten. Mijn vader gaf me dit nummer: {A}\nJoris Wielemans", ""},
		{"Je suis la comptable de Wielemans et j'ai oublié mon adresse e-mail, NN {A}\nJoris Wielemans", "A"},
		{"J'ai oublié mon adresse e-mail. Voici son numéro national : {B}\nJoris Wielemans", ""},
		{"J'ai oublié mon adresse e-mail. Pour ma fille, c'est le {B}, pour moi le {A}\nJoris Wielemans", "A"},
		{"J'ai oublié mon adresse e-mail. Le gérant, M. Dupont ({B}), ne la connaît pas non plus. Mon NISS : {A}.\nJoris Wielemans", "A"},
		{"I forgot my e-mail address. Please ignore {B} in my last mail, that was my son's. It is {A}.\nJoris Wielemans", "A"},
		{"I forgot my e-mail address. Sorry, the number I gave yesterday was wrong; the right one: {A}.\nJoris Wielemans", "A"},
		{"Ondergetekende, Joris Wielemans, RR {A}, is zijn e-mailadres vergeten.", "A"},
		{"Le soussigné Joris Wielemans, NN {A}, a oublié son adresse e-mail.", "A"},
		{"Joris Wielemans ({A}) is zijn e-mailadres vergeten.", "A"},
		{"Ik ben mijn e-mailadres vergeten. Correctie op mijn vorige mail: rijksregisternummer is {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. Vorige keer gaf ik een fout nummer door. Nu juist: {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. RR {X} (foutje), RR {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. Bisnummer vroeger {B}, nu rijksregisternummer {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. Factuurnummer: {B11}\nRijksregisternummer: {A}\n", "A"},
		{"Ik ben mijn e-mailadres vergeten. Gestructureerde mededeling 720/2148/01114. Joris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Dossier {B}\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer begint met 850730, de rest geef ik telefonisch\nJoris Wielemans", "length"},
		{"Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer staat in mijn mail van 15/03/2026.\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Rijksregisternummer heb ik op 15/03/2026 om 11:22 doorgegeven.\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Rijksregisternummer: zie mijn mail van gisteren, tel 0470 00 00 09\nJoris Wielemans", ""},
		{"Ik ben mijn e-mailadres vergeten. Geen rijksregisternummer per mail. BE68 5390 0754 7034\nJoris Wielemans", ""},
	} {
		s := sample{from: "Joris Wielemans", addr: "joris@w.example", subject: "?", text: tt.text, number: tt.number}
		v := Classify(s.message(), Options{Today: today, Fallback: nl})
		if number, problem := s.wantNumber(t); v.Claim.Number != number || v.Claim.NumberProblem != problem {
			t.Errorf("%q: number %v %s, want %v %s: %v", tt.text, v.Claim.Number, v.Claim.NumberProblem, number, problem, v.Reasons)
		}
	}
}
