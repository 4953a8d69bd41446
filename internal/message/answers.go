package message

import "strings"

// askedFields are the data that desks ask for, as a quoted question may name them, each with the name under which the answer is filed.
var askedFields = newAskedFields(map[string]string{
	"Naam":                "naam|achternaam|familienaam",
	"Naam en voornaam":    "naam en voornaam|voornaam en naam|naam voornaam",
	"Nom et prénom":       "nom et prénom|prénom et nom|nom prénom",
	"Voornaam":            "voornaam|roepnaam",
	"Nom":                 "nom|nom de famille",
	"Prénom":              "prénom|prenom",
	"Name":                "name|last name|surname|family name|nachname|familienname",
	"First name":          "first name|given name|forename",
	"Vorname":             "vorname",
	"Rijksregisternummer": "rijksregisternummer|rijksregisternr|rijksregister nummer|rrn|insz|insz-nummer|nationaal nummer",
	"Registre national":   "numéro de registre national|n° de registre national|numéro national|registre national|numéro du registre national|niss|n° registre national|nrn",
	"National number":     "national number|national register number|national registration number|nationalregisternummer|nationalnummer",
	"Nieuw e-mailadres":   "nieuw e-mailadres|nieuw mailadres|nieuw emailadres|nieuwe e-mailadres",
	"Nouvelle adresse":    "nouvelle adresse e-mail|nouvelle adresse mail|nouvelle adresse email|nouvelle adresse électronique|nouvel e-mail",
	"New e-mail address":  "new e-mail address|new email address|new address",
	"Neue E-Mail-Adresse": "neue e-mail-adresse|neue mailadresse|neue emailadresse",
})

func newAskedFields(names map[string]string) map[string]string {
	table := map[string]string{}
	for field, words := range names {
		for word := range strings.SplitSeq(words, "|") {
			table[word] = field
		}
	}
	return table
}

// politeWords stand in front of the name of a field in a question.
var politeWords = []string{"uw ", "je ", "jouw ", "votre ", "vos ", "your ", "ihr ", "ihre ", "wat is ", "quel est ", "quelle est ", "what is ", "wie ist ", "le ", "la ", "de ", "het ", "the "}

// askedField returns the field for which a quoted line asks, and for nothing else: "> 1. votre nom :", "> Rijksregisternummer (11 cijfers)?".
func askedField(quoted string) string {
	const longest = 90
	s := strings.Trim(quoted, "> \t")
	if len(s) > longest {
		return ""
	}
	s = strings.TrimLeft(strings.ToLower(strings.ReplaceAll(s, "’", "'")), "0123456789.)-*•· ")
	s, _, _ = strings.Cut(s, "(")
	s = strings.TrimRight(s, " :?.*;,")
	for range 3 {
		for _, word := range politeWords {
			s = strings.TrimPrefix(s, word)
		}
	}
	return askedFields[s]
}

// isAnswer reports whether lines[i] alone answers the quoted line above it: a short line without a name of its own, and the quoted text
// or an empty line goes on below.
func isAnswer(lines []string, i int) bool {
	const longest = 100
	line := strings.TrimSpace(lines[i])
	if line == "" || len(line) > longest || strings.Contains(line, ":") || strings.HasSuffix(line, "?") {
		return false
	}
	return i+1 >= len(lines) || isQuoted(lines[i+1]) || strings.TrimSpace(lines[i+1]) == ""
}

// answered sets the name of the asked field before an answer that was typed below a quoted question, as a reader takes it.
func answered(lines []string, i int) string {
	above := i - 1
	for above >= 0 && above >= i-2 && strings.TrimSpace(lines[above]) == "" {
		above--
	}
	if above < 0 || !isQuoted(lines[above]) || !isAnswer(lines, i) {
		return lines[i]
	}
	if field := askedField(lines[above]); field != "" {
		return field + ": " + strings.TrimSpace(lines[i])
	}
	return lines[i]
}
