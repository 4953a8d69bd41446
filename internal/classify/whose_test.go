package classify

import "testing"

// whoseCases are texts of Joris Wielemans with numbers of several people, and the one that is his.
var whoseCases = []struct{ name, text, number string }{
	// Behind the number.
	{"nl behind, own second", "Ik ben mijn e-mailadres vergeten. {B} is van mijn broer en {A} is van mij.\nJoris Wielemans\n", "A"},
	{"nl behind, bracket", "Ik ben mijn e-mailadres vergeten. {B} (mijn vrouw), {A} (ikzelf)\nJoris Wielemans\n", "A"},
	{"fr behind", "J'ai oublié mon adresse e-mail. Le {B} est celui de ma femme, le {A} est le mien.\nJoris Wielemans\n", "A"},
	{"en behind", "I forgot my e-mail address. {A} is mine, {B} belongs to my husband.\nJoris Wielemans\n", "A"},
	{"de behind", "Ich habe meine E-Mail-Adresse vergessen. {B} gehört meiner Frau, {A} ist meine.\nJoris Wielemans\n", "A"},
	{"nl behind, only another", "Ik ben mijn e-mailadres vergeten. {B} is het nummer van mijn vrouw.\nJoris Wielemans\n", ""},
	{"nl behind, denied", "Ik ben mijn e-mailadres vergeten. Het nummer {B} is niet van mij. Mijn nummer is {A}.\nJoris Wielemans\n", "A"},
	// Before the number.
	{"nl that of", "Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer is {A}, dat van mijn partner {B}.\nJoris Wielemans\n", "A"},
	{"nl that of, first", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer van mijn partner: {B}, van mij: {A}.\nJoris Wielemans\n", "A"},
	{"fr celui de", "J'ai oublié mon adresse e-mail. Mon numéro national : {A}. Celui de mon patron : {B}.\nJoris Wielemans\n", "A"},
	{"fr le mien", "J'ai oublié mon adresse e-mail. Le numéro de mon collègue est {B} et le mien {A}.\nJoris Wielemans\n", "A"},
	{"en mine is", "I forgot my e-mail address. My husband's number is {B}, mine is {A}.\nJoris Wielemans\n", "A"},
	{"de das meine", "Ich habe meine E-Mail-Adresse vergessen. Die Nummer meines Mannes ist {B}, meine ist {A}.\nJoris Wielemans\n", "A"},
	{"nl supervisor", "Ik ben mijn e-mailadres vergeten. Mijn stagemeester is Lien Maes ({B}). Rijksregisternummer: {A}\nJoris Wielemans\n", "A"},
	{"fr supervisor", "J'ai oublié mon adresse e-mail. Chez ma maître de stage (Lien Maes, {B}) personne ne sait. NN : {A}\nJoris Wielemans\n", "A"},
	{"nl deceased father", "Ik ben mijn e-mailadres vergeten. Mijn overleden vader had nummer {B}.\nJoris Wielemans, {A}\n", "A"},
	{"nl client", "Voor klant Maes ({B}) moet ik iets indienen, maar ik ken mijn e-mailadres niet meer.\n\nJoris Wielemans\n{A}\n", "A"},
	{"nl child", "Ik ben mijn e-mailadres vergeten. Het nummer van ons dochtertje ({B}) hebt u niet nodig.\nJoris Wielemans\nRR {A}\n", "A"},
	{"nl own bracket, wife first", "Mijn vrouw Lien ({B}) en ik ({A}) zijn ons e-mailadres vergeten.\nJoris Wielemans\n", "A"},
	{"nl title is another", "Ik ben mijn e-mailadres vergeten. Mevrouw Maes ({B}) zit naast mij.\nJoris Wielemans, {A}\n", "A"},
	{"nl firm", "Ik ben mijn e-mailadres vergeten. Wielemans Tax bv, BTW BE 0123.456.749\nJoris Wielemans\nRRN {A}\n", "A"},
	{"nl boss said so", "Ik ben mijn e-mailadres vergeten. Volgens mijn baas moet ik mijn rijksregisternummer geven: {A}\nJoris Wielemans\n", "A"},
	{"nl hij is the platform", "Ik ben mijn e-mailadres vergeten. Hij vraagt mijn rijksregisternummer: {A}\nJoris Wielemans\n", "A"},
	{"nl zijn is a verb", "Ik ben mijn e-mailadres vergeten. Mijn gegevens zijn: Joris Wielemans, rijksregisternummer {A}\n", "A"},
	{"fr il faut", "J'ai oublié mon adresse e-mail. Il vous faut mon registre national : {A}\nJoris Wielemans\n", "A"},
	{"fr s'il vous plaît", "Mon adresse e-mail oubliée, s'il vous plaît, NN {A}\nJoris Wielemans\n", "A"},
	{"de Sie", "Ich habe meine E-Mail-Adresse vergessen. Wie Sie wünschen, Nationalregisternummer {A}\nJoris Wielemans\n", "A"},
	{"nl function", "Ik ben mijn e-mailadres vergeten.\n\nJoris Wielemans, zaakvoerder, {A}\n", "A"},
	{"fr function in its own line", "J'ai oublié mon adresse e-mail.\n\nJoris Wielemans\nGérant\nNN {A}\n", "A"},
	// Lists and tables.
	{"nl respectively", "Ik ben mijn e-mailadres vergeten. De rijksregisternummers van mijn vrouw en mij zijn respectievelijk {B} en {A}.\nJoris Wielemans\n", "A"},
	{"en respectively", "I forgot my e-mail address. The national numbers of my wife and myself are {B} and {A} respectively.\nJoris Wielemans\n", "A"},
	{"de respectively", "Ich habe meine E-Mail-Adresse vergessen. Die Nationalregisternummern von mir und meiner Frau sind {A} beziehungsweise {B}.\nJoris Wielemans\n", "A"},
	{"nl the first", "Ik ben mijn e-mailadres vergeten. Er zijn twee nummers: {A} en {B}. Het eerste is van mij, het tweede van mijn vrouw.\nJoris Wielemans\n", "A"},
	{"fr the second", "J'ai oublié mon adresse e-mail. Voici deux numéros nationaux, {B} et {A}. Le premier est à mon mari, le second est le mien.\nJoris Wielemans\n", "A"},
	{"nl table", "Ik ben mijn e-mailadres vergeten.\nik | mijn vrouw\nNaam | Wielemans | Maes\nVoornaam | Joris | Lien\nRijksregisternummer | {A} | {B}\n\nJoris Wielemans\n", "A"},
	{"nl rows", "Ik ben mijn e-mailadres vergeten.\nMaes\tLien\t{B}\nWielemans\tJoris\t{A}\n\nJoris\n", "A"},
	{"fr signatures side by side", "J'ai oublié mon adresse e-mail.\n\nLien Maes             Joris Wielemans\nNN {B}    NN {A}\n", "A"},
	{"nl blocks with heads", "Ik ben mijn e-mailadres vergeten.\n\nMijn echtgenote:\nMaes Lien\n{B}\n\nIkzelf:\nWielemans Joris\n{A}\n", "A"},
	{"nl list of items", "Ik ben mijn e-mailadres vergeten.\n- lidnummer: 12345\n- nummer van mijn vrouw: {B}\n- rijksregisternummer: {A}\nJoris Wielemans\n", "A"},
	{"nl nothing tells", "Ik ben mijn e-mailadres vergeten. Rijksregisternummers: {A} en {B}.\nJoris Wielemans\n", "ambiguous"},
	// Corrections, examples, old numbers.
	{"nl not but", "Ik ben mijn e-mailadres vergeten. Mijn rijksregisternummer is niet {B} maar {A}.\nJoris Wielemans\n", "A"},
	{"fr not but", "J'ai oublié mon adresse e-mail. Mon numéro national n'est pas {B} mais {A}.\nJoris Wielemans\n", "A"},
	{"en instead of", "I forgot my e-mail address. My national number is {A} instead of {B}.\nJoris Wielemans\n", "A"},
	{"nl must be", "Ik ben mijn e-mailadres vergeten. Foutje: {B} moet {A} zijn.\nJoris Wielemans\n", "A"},
	{"nl you have a wrong one", "Ik ben mijn e-mailadres vergeten. U hebt een verkeerd rijksregisternummer: {B}. Het juiste is {A}.\nJoris Wielemans\n", "A"},
	{"fr that one is wrong", "J'ai oublié mon adresse e-mail. Vous avez noté le numéro national {B}. C'est faux. Le bon numéro est {A}.\nJoris Wielemans\n", "A"},
	{"nl old and new", "Ik ben mijn e-mailadres vergeten.\nOud rijksregisternummer: {B}\nNieuw rijksregisternummer: {A}\nJoris Wielemans\n", "A"},
	{"nl example", "Ik ben mijn e-mailadres vergeten. U vraagt een nummer zoals bijvoorbeeld {B}. Het mijne is {A}.\nJoris Wielemans\n", "A"},
	{"fr only an example", "J'ai oublié mon adresse e-mail. Faut-il écrire mon numéro national sous la forme p. ex. {B} ?\nJoris Wielemans\n", ""},
	{"nl old address is no old number", "Ik ken mijn e-mailadres niet meer, mijn oud adres is vervallen. Rijksregisternummer {A}\nJoris Wielemans\n", "A"},
	{"nl slip without a label", "Ik ben mijn e-mailadres vergeten. RR 85073090134, sorry, {A11}\nJoris Wielemans\n", "A"},
	// No national number.
	{"parcel", "Ik ben mijn e-mailadres vergeten, en mijn pakje {B11} is onderweg.\nJoris Wielemans\n", ""},
	{"order", "Ik ben mijn e-mailadres vergeten. Bestelnummer {B11}.\nJoris Wielemans\n", ""},
	{"ticket", "J'ai oublié mon adresse e-mail, ticket n° {B11}.\nJoris Wielemans\n", ""},
	{"link", "Ik ben mijn e-mailadres vergeten: https://platform.example/u/{B11}?x=1\nJoris Wielemans\n", ""},
	{"message id", "Ik ben mijn e-mailadres vergeten, zie bericht <{B11}@mail.example>.\nJoris Wielemans\n", ""},
	{"letters behind", "Ik ben mijn e-mailadres vergeten.\nJoris Wielemans\n{B11}ABCD\n", ""},
	{"letters in front", "Ik ben mijn e-mailadres vergeten.\nJoris Wielemans\nBE{B11}\n", ""},
	{"date and time", "Ik ben mijn e-mailadres vergeten sinds 15/03/2026 11:22:33.\nJoris Wielemans\n", ""},
	{"meeting", "I forgot my e-mail address. Meeting ID: {B11}\nJoris Wielemans\n", ""},
	// Part of a number.
	{"only the end", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: 901-33\nJoris Wielemans\n", "length"},
	{"letters for digits", "Ik ben mijn e-mailadres vergeten. Rijksregisternummer: 85.O7.3O-9O1.33\nJoris Wielemans\n", "length"},
	{"a zero lost, in a row", "Ik ben mijn e-mailadres vergeten.\nWielemans\tJoris\t5031590165\n", "length"},
}

func TestWhose(t *testing.T) {
	for _, tt := range whoseCases {
		t.Run(tt.name, func(t *testing.T) {
			s := sample{name: tt.name, from: "Joris Wielemans", addr: "joris@w.example", subject: "?", text: tt.text, number: tt.number}
			v := Classify(s.message(), Options{Today: today, Fallback: nl})
			number, problem := s.wantNumber(t)
			if v.Claim.Number != number || v.Claim.NumberProblem != problem {
				t.Errorf("number %v %s, want %v %s", v.Claim.Number, v.Claim.NumberProblem, number, problem)
				for _, reason := range v.Reasons {
					t.Logf("%s: %s", reason.Thing, reason.Text)
				}
			}
		})
	}
}
