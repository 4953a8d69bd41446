package classify

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

const typical = `Geachte mevrouw, geachte heer,

Ik weet niet meer met welk e-mailadres ik bij u gekend ben en geraak daardoor niet op het platform. Kunt u mij dat laten weten?

Naam: Verpoorten
Voornaam: Tilde
Rijksregisternummer: 85.07.30-901.33

Alvast bedankt voor uw hulp.

Met vriendelijke groeten
Tilde Verpoorten
Gecertificeerd accountant
Runtstraat 5, 3500 Hasselt | T +32 11 00 00 00 | BE 0123.456.749
`

func TestR6AutomaticMailClaimsNothing(t *testing.T) {
	m := &message.Message{Subject: "e-mailadres vergeten", Text: typical, From: []message.Address{{Name: "Tilde Verpoorten", Addr: "t@v.example"}},
		Automation: &message.Automation{Code: "auto_submitted", Why: "The field Auto-Submitted says so."}}
	v := Classify(m, Options{Today: today})
	if v.Kind != ticket.Automatic || v.AutomaticReason != "auto_submitted" || v.Claim != (ticket.Claim{}) || v.Missing != nil || v.OnBehalf {
		t.Errorf("got %+v", v)
	}
}

func TestMissing(t *testing.T) {
	m := &message.Message{Subject: "e-mailadres gewijzigd", Text: "Zie onderwerp.\n"}
	v := Classify(m, Options{Today: today})
	want := []ticket.Field{ticket.LastName, ticket.FirstName, ticket.NationalNumber, ticket.NewAddress}
	if diff := cmp.Diff(want, v.Missing); diff != "" {
		t.Error(diff)
	}
}

func TestFallbackLanguage(t *testing.T) {
	for _, l := range ticket.Languages() {
		if v := Classify(&message.Message{Text: "123\n"}, Options{Today: today, Fallback: l}); v.Language != l {
			t.Errorf("language %s, want %s", v.Language, l)
		}
	}
	if v := Classify(&message.Message{}, Options{}); v.Language != ticket.Dutch || v.Kind != ticket.Other {
		t.Errorf("an empty mail without options: %+v", v)
	}
}

func TestEveryVerdictHasItsReasons(t *testing.T) {
	m := &message.Message{Subject: "e-mailadres vergeten", Text: typical, From: []message.Address{{Name: "Tilde Verpoorten", Addr: "t@v.example"}}}
	seen := map[string]bool{}
	for _, r := range Classify(m, Options{Today: today}).Reasons {
		seen[r.Thing] = true
		if !strings.HasSuffix(r.Text, ".") {
			t.Errorf("%s: %q is no sentence", r.Thing, r.Text)
		}
	}
	for _, thing := range []string{"kind", "language", "last_name", "first_name", "national_number"} {
		if !seen[thing] {
			t.Errorf("no reason for %s", thing)
		}
	}
}

// A number that no reader could call the sender's must never come out, whatever stands around it.
func TestNoForeignNumber(t *testing.T) {
	frames := []string{
		"Mijn klant (rijksregisternummer %s) is zijn adres vergeten.", "Zijn rijksregisternummer is %s.", "Haar rijksregisternummer: %s",
		"Facture %s", "factuurnummer: %s", "Le numéro national de mon client est %s.", "Son numéro national : %s", "Numéro de client : %s",
		"Mijn bestelling met nummer %s", "GSM +%s", "His national number is %s.", "On behalf of Mr Janes (%s)", "Namens dhr. Janes, %s",
		"Dossiernummer %s", "IBAN BE%s", "Mon épouse (NN %s) a aussi oublié la sienne.", "Ma mère, Anne Petit, NN %s, ne sait plus son adresse.",
	}
	rapid.Check(t, func(t *rapid.T) {
		frame := rapid.SampledFrom(frames).Draw(t, "frame")
		lead := rapid.SampledFrom([]string{"", "Beste,\n\n", "Ik ben mijn e-mailadres vergeten.\n", "Bonjour,\n"}).Draw(t, "lead")
		number := rapid.SampledFrom([]string{"85073090133", "72021480114", "05031590165"}).Draw(t, "number")
		m := &message.Message{Subject: "e-mailadres vergeten", Text: lead + fmt.Sprintf(frame, number) + "\n\nBo Claeys\n",
			From: []message.Address{{Name: "Bo Claeys", Addr: "bo@c.example"}}}
		if v := Classify(m, Options{Today: today}); !v.Claim.Number.IsZero() {
			t.Fatalf("took the number of %q", m.Text)
		}
	})
}

// The sender's data must be found in whatever order and spelling they are given.
func TestOwnDataAreFound(t *testing.T) {
	spellings := []string{"85.07.30-901.33", "85073090133", "850730 901 33", "85/07/30-901/33", "85 07 30 901 33", "85.07.30 – 901.33"}
	frames := []string{
		"Naam: %[1]s\nVoornaam: %[2]s\nRijksregisternummer: %[3]s\n", "Voornaam: %[2]s\nRRN: %[3]s\nNaam: %[1]s\n", "Nom : %[1]s\nPrénom : %[2]s\nNN : %[3]s\n",
		"Ik ben %[2]s %[1]s, rijksregisternummer %[3]s.\n", "Je suis %[2]s %[1]s, numéro national %[3]s.\n", "%[1]s %[2]s\n%[3]s\n", "%[2]s %[1]s, %[3]s\n",
		"My name is %[2]s %[1]s and my national number is %[3]s.\n", "%[3]s\n\nMvg\n%[2]s %[1]s\n", "Mein Name ist %[2]s %[1]s (Nationalregisternummer %[3]s).\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		last := rapid.SampledFrom([]string{"Verpoorten", "Van den Eynde", "D'Haene", "El Bakkali", "Noirhomme", "Müller"}).Draw(t, "last")
		first := rapid.SampledFrom([]string{"Joris", "Marie-Christine", "Fatima", "Gaspard", "Heike"}).Draw(t, "first")
		text := fmt.Sprintf(rapid.SampledFrom(frames).Draw(t, "frame"), last, first, rapid.SampledFrom(spellings).Draw(t, "spelling"))
		v := Classify(&message.Message{Subject: "e-mailadres vergeten", Text: text}, Options{Today: today})
		if v.Claim.LastName != last || v.Claim.FirstName != first || v.Claim.Number.Reveal() != "85073090133" {
			t.Fatalf("%q: %q, %q, %v", text, v.Claim.LastName, v.Claim.FirstName, v.Claim.Number)
		}
	})
}

func FuzzClassify(f *testing.F) {
	f.Add("e-mailadres vergeten", typical, "Tilde Verpoorten", "t@v.example", "", "")
	f.Add("FW: adresse e-mail modifiée", "a@b.example -> c@d.example\n't Hof", "Hof, 't", "x@y.example", "Nom : \nPrénom :", "x")
	f.Add("", "85.07.30-901.33 'e\u200b-mail' |\t|\n: is\nik ben", "\xff", "@", "M. D. (NN 72.02.14-801.14)", "\n\n-- \n")
	f.Add("", "Nationaal nummer\n85073090133abc\nQ85.07.30-901.33x", "", "@", "85073090133A 85073090133é", "")
	f.Add("0", "\uff9e", "\uff9e", "\uff9e@\uff9e", "\uff9e", "0")
	f.Fuzz(func(t *testing.T, subject, text, name, addr, forwarded, alt string) {
		m := &message.Message{Subject: strings.ToValidUTF8(subject, ""), Text: strings.ToValidUTF8(text, ""), AltText: strings.ToValidUTF8(alt, ""),
			From:      []message.Address{{Name: strings.ToValidUTF8(name, ""), Addr: addr}},
			Forwarded: &message.Forwarded{From: message.Address{Name: name, Addr: addr}, Text: strings.ToValidUTF8(forwarded, "")}}
		v := Classify(m, Options{Today: today})
		if v.Kind == "" || v.Language == "" || (v.Claim.NewAddress != "" && v.Kind != ticket.AddressChanged) || !v.Claim.Number.IsZero() && v.Claim.NumberProblem != "" {
			t.Fatalf("got %+v", v)
		}
		for _, r := range v.Reasons {
			if nrn.Contains(r.Text) || nrn.Contains(r.Place) {
				t.Fatalf("R7: %s %s", r.Text, r.Place)
			}
		}
		for _, part := range []string{v.Claim.LastName, v.Claim.FirstName} {
			if strings.ContainsAny(part, "\n@{}<>0123456789") {
				t.Fatalf("%q is no name", part)
			}
		}
	})
}

func BenchmarkClassify(b *testing.B) {
	m := &message.Message{Subject: "e-mailadres vergeten", Text: typical, From: []message.Address{{Name: "Tilde Verpoorten", Addr: "t@v.example"}}}
	for b.Loop() {
		Classify(m, Options{Today: today})
	}
}

// BenchmarkLong shows that the time grows with the text and not faster.
func BenchmarkLong(b *testing.B) {
	for _, unit := range []string{typical, "ik ben an ", "naam ", "85.07.30-901.33 ", "a@b.example ", "'", "\n", "weet niet "} {
		for _, size := range []int{8 << 10, 32 << 10} {
			m := &message.Message{Text: strings.Repeat(unit, size/len(unit))}
			b.Run(fmt.Sprintf("%.9q/%d", unit, size), func(b *testing.B) {
				for b.Loop() {
					Classify(m, Options{Today: today})
				}
			})
		}
	}
}
