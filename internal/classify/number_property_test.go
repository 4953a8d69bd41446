package classify

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
)

// genNumber draws a valid number of somebody made up, bis-numbers and births after 2000 included.
func genNumber(t *rapid.T) nrn.Number {
	year := rapid.IntRange(1930, 2008).Draw(t, "year")
	day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 364).Draw(t, "day"))
	month := int(day.Month()) + rapid.SampledFrom([]int{0, 0, 0, 20, 40}).Draw(t, "bis")
	nine := fmt.Sprintf("%02d%02d%02d%03d", year%100, month, day.Day(), rapid.IntRange(800, 998).Draw(t, "serial"))
	rest := 0
	if year >= 2000 {
		rest = 2
	}
	for _, d := range nine {
		rest = (rest*10 + int(d-'0')) % 97
	}
	n, err := nrn.Parse(fmt.Sprintf("%s%02d", nine, 97-rest), today)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// genSpelling writes a number as people do: in the usual groups, with any sign between them, here and there with one nobody sees.
func genSpelling(t *rapid.T, n nrn.Number) string {
	groups := rapid.SampledFrom([][]int{{11}, {6, 5}, {6, 3, 2}, {9, 2}, {2, 2, 2, 3, 2}, {2, 2, 2, 5}}).Draw(t, "groups")
	gap := rapid.SampledFrom([]string{".", "-", "/", " ", "_", ":", "*", "·", "•", " - ", " / ", "\u00a0", "\u202f", "\u2009", "–", "—", "\u2011", "\u2212", "⁄", ". "})
	unseen := rapid.SampledFrom([]string{"", "", "", "", "\u200b", "\u00ad", "\u2060", "\u200d"})
	digits := n.Reveal()
	if rapid.IntRange(0, 9).Draw(t, "script") == 0 {
		digits = strings.Map(func(c rune) rune { return '０' + c - '0' }, digits)
	}
	var b strings.Builder
	left := groups[0]
	for _, d := range digits {
		if left == 0 {
			groups = groups[1:]
			left = groups[0]
			b.WriteString(gap.Draw(t, "gap"))
		}
		b.WriteRune(d)
		b.WriteString(unseen.Draw(t, "unseen"))
		left--
	}
	return b.String()
}

// requests are texts that ask for the address, with labels in the same language.
var requests = []struct {
	text   string
	labels []string
}{
	{"Ik ben mijn e-mailadres vergeten.", []string{"Rijksregisternummer", "rijksregisternr.", "RR", "RRN", "INSZ", "NN", "mijn rijksregisternummer is", "Nationaal nummer", "nummer op de achterkant van mijn kaart", "bisnummer", "rijksregistrnummer"}},
	{"J'ai oublié mon adresse e-mail.", []string{"Numéro national", "N° national", "NISS", "Registre national", "N° de registre national", "mon numéro de registre national est le", "RN", "n° nat.", "numéro au dos de la carte", "numéro bis"}},
	{"I have forgotten my e-mail address.", []string{"National number", "National register number", "my national number is", "NRN", "national no.", "number on the back of my card"}},
	{"Ich habe meine E-Mail-Adresse vergessen.", []string{"Nationalregisternummer", "Nationalregister-Nr.", "Nationalnummer", "meine Nationalregisternummer ist", "Nummer auf der Rückseite der Karte"}},
}

func classifyText(text string) Verdict {
	m := &message.Message{Subject: "?", Text: text, From: []message.Address{{Name: "Joris Wielemans", Addr: "joris@w.example"}}}
	return Classify(m, Options{Today: today, Fallback: nl})
}

func TestAnyLabelledSpellingIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := genNumber(t)
		request := rapid.SampledFrom(requests).Draw(t, "language")
		label, spelling := rapid.SampledFrom(request.labels).Draw(t, "label"), genSpelling(t, n)
		form := rapid.SampledFrom([]string{"%[1]s: %[2]s", "%[1]s %[2]s", "%[1]s = %[2]s", "%[1]s:\n%[2]s", "%[1]s\n%[2]s", "%[2]s (%[1]s)", "- %[1]s : %[2]s", "%[1]s | %[2]s", "%[1]s\t%[2]s"}).Draw(t, "form")
		body := fmt.Sprintf(form, label, spelling)
		text := rapid.SampledFrom([]string{request.text + " " + body + "\n\nJoris Wielemans\n", request.text + "\n\n" + body + "\nJoris Wielemans\n", body + "\n" + request.text + "\n\nJoris\n"}).Draw(t, "place")
		if v := classifyText(text); v.Claim.Number != n {
			t.Fatalf("%q: number %v, problem %q, %v", text, v.Claim.Number, v.Claim.NumberProblem, v.Reasons)
		}
	})
}

func TestNumberBelowTheNameIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := genNumber(t)
		request := rapid.SampledFrom(requests).Draw(t, "language")
		form := rapid.SampledFrom([]string{"Joris Wielemans\n%s\n", "Wielemans Joris, %s\n", "joris wielemans %s\n", "Joris Wielemans (%s)\n"}).Draw(t, "form")
		text := request.text + "\n\n" + fmt.Sprintf(form, genSpelling(t, n))
		if v := classifyText(text); v.Claim.Number != n && !strings.HasPrefix(n.Reveal(), "324") {
			t.Fatalf("%q: number %v, problem %q, %v", text, v.Claim.Number, v.Claim.NumberProblem, v.Reasons)
		}
	})
}

// A number of somebody else, told in any language, is never taken.
func TestNumberOfAnotherIsNeverTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := genNumber(t)
		request := rapid.SampledFrom(requests).Draw(t, "language")
		form := rapid.SampledFrom([]string{
			"Het rijksregisternummer van mijn vrouw is %s.", "Mijn collega Lien Maes heeft nummer %s.", "%s is van mijn zoon.", "Zijn rijksregisternummer: %s",
			"Le numéro national de mon mari est %s.", "%s est le numéro de ma fille.", "Ma cliente, NN %s, attend.", "Son registre national : %s",
			"My wife's national number is %s.", "%s belongs to my boss.", "Her national number: %s", "My client (%s) is waiting.",
			"Die Nationalregisternummer meiner Frau ist %s.", "%s gehört meinem Kollegen.",
		}).Draw(t, "form")
		text := request.text + " " + fmt.Sprintf(form, genSpelling(t, n)) + "\n\nJoris Wielemans\n"
		if v := classifyText(text); !v.Claim.Number.IsZero() {
			t.Fatalf("%q: number taken, %v", text, v.Reasons)
		}
	})
}

// Quoting a mail never adds a claim: whatever stands in the quotation was said before, or by somebody else.
func TestQuotationAddsNoClaim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quoted := "Naam: Maes\nVoornaam: Lien\nRijksregisternummer: " + genSpelling(t, genNumber(t)) + "\nMijn nieuw adres is lien@nieuw.example.\n"
		request := rapid.SampledFrom(requests).Draw(t, "language")
		own := rapid.SampledFrom([]string{"", "RRN " + genNumber(t).Reveal() + "\n"}).Draw(t, "own")
		head := rapid.SampledFrom([]string{
			"Op 15 mrt. 2026 om 11:22 schreef Lien Maes <lien@w.example>:\n", "Le 15 mars 2026 à 11:22, Lien Maes <lien@w.example> a écrit :\n",
			"On 15 Mar 2026, at 11:22, Lien Maes <lien@w.example> wrote:\n", "Am 15.03.2026 um 11:22 schrieb Lien Maes <lien@w.example>:\n",
			"-----Oorspronkelijk bericht-----\nVan: Lien Maes <lien@w.example>\nVerzonden: zondag 15 maart 2026 11:22\nAan: servicedesk\nOnderwerp: vraag\n\n",
			"________________________________\nDe : Lien Maes <lien@w.example>\nEnvoyé : dimanche 15 mars 2026 11:22\nÀ : servicedesk\nObjet : question\n\n",
		}).Draw(t, "head")
		if strings.HasSuffix(head, ":\n") || rapid.Bool().Draw(t, "marks") {
			quoted = "> " + strings.ReplaceAll(strings.TrimSuffix(quoted, "\n"), "\n", "\n> ") + "\n"
		}
		plain := request.text + "\n" + own + "\nJoris Wielemans\n"
		want, got := parsed(plain), parsed(plain+"\n"+head+quoted)
		if got.Claim != want.Claim {
			t.Fatalf("%q changes the claim from %+v to %+v", head+quoted, want.Claim, got.Claim)
		}
	})
}

// parsed classifies a raw mail with a text.
func parsed(text string) Verdict {
	raw := "From: Joris Wielemans <joris@w.example>\r\nTo: desk@institute.example\r\nSubject: Re: vraag\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n")
	return Classify(message.Parse([]byte(raw), message.Options{}), Options{Today: today, Fallback: nl})
}
