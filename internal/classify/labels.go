package classify

import "strings"

// fieldKind is what a field of a form asks for.
type fieldKind int

const (
	noField fieldKind = iota
	lastField
	firstField
	fullField   // last and first name in one
	ownField    // "name": the last name where there is a first name as well, else the full one
	maidenField // the last name by birth: the last name where no other field has one
	otherField  // any other label: ends a value
)

// fieldLabel is a label of one or more folded words.
type fieldLabel struct {
	words []string
	kind  fieldKind
}

// fieldLabels are the labels by their first word, the longer ones first: "nom de famille" before "nom".
var fieldLabels = newFieldLabels(map[fieldKind]string{
	fullField: `naam en voornaam; naam voornaam; naam met voornaam; voornaam en naam; voornaam naam; voornaam en achternaam; voornaam achternaam;
		voornaam en familienaam; voornaam familienaam; achternaam en voornaam; achternaam voornaam; familienaam en voornaam;
		familienaam voornaam; naam en voornamen; naam voornamen; voornamen en naam; voornamen naam; familienaam en voornamen;
		volledige naam; mijn volledige naam; naam lid; naam van het lid; naam voluit; naam afzender; naam aanvrager; voor en achternaam;
		voor en familienaam; voor en naam; naam voluit; naam ondergetekende;
		nom et prenom; nom prenom; nom et prenoms; nom prenoms; prenom et nom; prenom nom; prenoms et nom; prenoms nom; noms et prenoms;
		noms prenoms; noms et prenom; nom complet; nom de famille et prenom; nom de famille prenom; prenom et nom de famille;
		nom du membre; nom de l expediteur; nom du demandeur; identite; votre nom complet;
		full name; complete name; first and last name; first name last name; first name and last name; last and first name;
		last name first name; last name and first name; name and surname; name surname; surname and name; surname name; name and first name;
		name first name; surname and first name; surname first name; first name and surname; first name surname; member name; name of member; your name;
		vor und nachname; vor und zuname; vorname und name; vorname name; vorname und nachname; vorname nachname; vorname und familienname;
		vorname familienname; name und vorname; name vorname; nachname und vorname; nachname vorname; familienname und vorname;
		familienname vorname; zuname und vorname; name und vornamen; vollstandiger name; voller name; name des mitglieds`,
	lastField: `achternaam; achternamen; familienaam; famillienaam; familie naam; achter naam; fam naam; famnaam; nom de famille; nom famille; patronyme; nom patronymique;
		nom officiel; last name; lastname; last names; surname; surnames; family name; familyname; nachname; nachnamen; familienname; zuname;
		naam familie; apelido; apellido; apellidos; nazwisko; cognome`,
	firstField: `voornaam; voornamen; voor naam; vnaam; prenom; prenoms; premier prenom; prenom usuel; prenom officiel; prenom principal; first name;
		first names; firstname; firstnames; given name; given names; forename; forenames; christian name; vorname; vornamen; rufname;
		roepnaam; eerste voornaam; officiele voornaam; nome proprio; nombre; imie`,
	ownField: `naam; nom; name; noms; namen`,
	maidenField: `meisjesnaam; geboortenaam; naam bij geboorte; nom de naissance; nom de jeune fille; nom de fille; nom jeune fille; maiden name; birth name;
		name at birth; geburtsname; madchenname; geboren als`,
	otherField: `rijksregisternummer; rijksregisternr; rijksregister; rijksreg; rrn; rr; rn; nn; niss; insz; registre; numero; nummer; national; identificatienummer;
		nationalregisternummer; nationalregisternr; nationalnummer; telefoon; tel; telephone; phone; gsm; mobiel; mobile; portable; adres; adresse; address; email; emailadres; mailadres; mail; courriel; geboortedatum; date;
		datum; bericht; message; onderwerp; objet; subject; betreff; betreft; concerne; nouvelle; nouvel; nieuw; new; oud; ancien; old; woonplaats; geboren; nee; geb;
		lidnummer; erkenningsnummer; itaa; kantoor; n; no; nr; num; registernummer; bisnummer; functie; fonction; function; firma; societe; company; titel; titre; title;
		ondernemingsnummer; birth; naissance; straat; gemeente; commune; rue; taal; langue; language; sprache; geslacht; sexe; nationaliteit; nationalite;
		kantoornaam; naam kantoor; naam van het kantoor; naam firma; naam van de firma; naam bedrijf; bedrijfsnaam; naam vennootschap; firmanaam;
		naam klant; naam client; naam van de klant; naam van mijn klant; naam werkgever; naam echtgenote; naam echtgenoot; naam van mijn echtgenote;
		naam van mijn vrouw; naam van mijn man; naam moeder; naam vader; gebruikersnaam; domeinnaam; naam van het instituut;
		nom du cabinet; nom de la societe; nom de societe; nom de l entreprise; nom du bureau; nom de la fiduciaire; nom commercial; nom du client; nom de mon client;
		nom du conjoint; nom de mon epouse; nom de mon mari; nom marital; nom d epouse; nom d usage; nom d utilisateur; nom de domaine; nom du domaine;
		company name; firm name; name of the firm; name of my firm; name of company; business name; user name; username; domain name; client name; name of client;
		name of the client; name of my client; name of spouse; married name; name der firma; name des buros; firmenname; name des unternehmens; benutzername; domainname; ehename`,
})

// fieldWords are the words of the labels of names; no name contains them.
var fieldWords = newFieldWords()

func newFieldLabels(lists map[fieldKind]string) map[string][]fieldLabel {
	labels := map[string][]fieldLabel{}
	for kind, text := range lists {
		for _, s := range list(text) {
			words := strings.Fields(s)
			labels[words[0]] = append(labels[words[0]], fieldLabel{words, kind})
		}
	}
	return labels
}

func newFieldWords() map[string]bool {
	words := map[string]bool{}
	for _, labels := range fieldLabels {
		for _, l := range labels {
			for _, w := range l.words {
				if len(w) > 2 && !notOnlyLabels[w] {
					words[w] = true
				}
			}
		}
	}
	return words
}

// notOnlyLabels are words of labels that also stand in names.
var notOnlyLabels = wordSet("famille date fille jeune klant van het the des der itaa rue nombre portable page national nationalite premier eerste member mijn mon mein your usage bij als")

// labelAt returns the label that begins at token i, the longest one.
func (p *passage) labelAt(i int) (fieldLabel, bool) {
	var found fieldLabel
	for _, l := range fieldLabels[p.tokens[i].word] {
		if len(l.words) > len(found.words) && p.says(i, l.words) && p.together(i, len(l.words)) {
			found = l
		}
	}
	return found, found.kind != noField
}

// together reports whether the n tokens from i on stand in one line with nothing but spaces, commas or signs of "and" between them.
func (p *passage) together(i, n int) bool {
	for j := i; j+1 < i+n; j++ {
		if strings.Trim(p.text[p.tokens[j].end:p.tokens[j+1].start], " ,+&/'’-\u00a0()") != "" {
			return false
		}
	}
	return true
}

// qualified extends the label at token i by what stands between brackets behind it, "Prénom(s)" or "Naam (meisjesnaam)", and returns
// the token behind all of it. A label between the brackets makes the meaning narrower.
func (p *passage) qualified(i int, l fieldLabel) (fieldLabel, int) {
	at := i + len(l.words)
	if at >= len(p.tokens) || strings.TrimSpace(p.text[p.tokens[at-1].end:p.tokens[at].start]) != "(" {
		return l, at
	}
	end := at
	for end < len(p.tokens) && end < at+7 && p.tokens[end].line == p.tokens[i].line && !strings.Contains(p.text[p.tokens[end].end:p.gapEnd(end)], ")") {
		end++
	}
	if end >= len(p.tokens) || end >= at+7 || p.tokens[end].line != p.tokens[i].line || isUpperAt(p.text, p.tokens[at].start) && p.nameSpan(at, false).to > at {
		return l, at
	}
	for j := at; j <= end; j++ {
		inner, ok := p.labelAt(j)
		switch {
		case !ok || inner.kind == otherField || l.kind != ownField:
		case inner.kind == firstField:
			l.kind = fullField
		case inner.kind != ownField:
			l.kind = inner.kind
		}
	}
	return l, end + 1
}

// gapEnd returns where the text behind token i ends: at the next token or the end.
func (p *passage) gapEnd(i int) int {
	if i+1 < len(p.tokens) {
		return p.tokens[i+1].start
	}
	return len(p.text)
}
