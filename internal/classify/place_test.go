package classify

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Each part of a verdict shows the line that it rests on.
func TestReasonsShowTheirPlace(t *testing.T) {
	m := &message.Message{
		From:    []message.Address{{Name: "Lies Verhaeghe", Addr: "lies@verhaeghe.example"}},
		Subject: "adres",
		Text: "Beste,\n\nMijn e-mailadres is gewijzigd, na lang aarzelen en met dank voor alle goede zorgen van de voorbije jaren. Het nieuwe is lies.verhaeghe@nieuw.example.\n" +
			"Naam: Verhaeghe Lies\nRijksregisternummer: 85.07.30-001.60 (zonder punten 85073000160)\n",
	}
	want := map[string]string{
		"kind":            `line 3: “… voorbije jaren. Het nieuwe is lies.verhaeghe@nieuw.example.”`,
		"new_address":     `line 3: “… voorbije jaren. Het nieuwe is lies.verhaeghe@nieuw.example.”`,
		"last_name":       `line 4: “Naam: Verhaeghe Lies”`,
		"first_name":      `line 4: “Naam: Verhaeghe Lies”`,
		"national_number": `line 5: “Rijksregisternummer: 85.07.30-***.** (zonder punten 85.07.30-***.**)”`,
	}
	got := map[string]string{}
	for _, r := range Classify(m, Options{Today: today, Fallback: ticket.Dutch}).Reasons {
		got[r.Thing] = r.Place
	}
	for thing, place := range want {
		if got[thing] != place {
			t.Errorf("%s: %s, want %s", thing, got[thing], place)
		}
	}
}

// R7: a reason shows no national number, wherever the line is cut.
func TestPlacesShowNoNumber(t *testing.T) {
	for _, before := range []string{"", "x ", strings.Repeat("woord ", 3), strings.Repeat("woord ", 12), strings.Repeat("a", 70) + " "} {
		line := before + "85 07 30 901 33 " + strings.Repeat("nog een woord ", 8)
		for at := range len(line) {
			if shown := excerpt(line, at); nrn.Redact(shown) != shown || strings.Contains(shown, "901") {
				t.Fatalf("byte %d: %s", at, shown)
			}
		}
	}
	files, _ := filepath.Glob(filepath.Join("testdata", "mails", "mail", "*.eml"))
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range Classify(message.Parse(raw, message.Options{}), Options{Today: today, Fallback: ticket.Dutch}).Reasons {
			if nrn.Redact(r.Place) != r.Place || nrn.Redact(r.Text) != r.Text {
				t.Errorf("%s: the reason for %s shows a number", file, r.Thing)
			}
		}
	}
	if len(files) == 0 {
		t.Error("no mails")
	}
}
