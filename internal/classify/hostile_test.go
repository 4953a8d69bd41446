package classify

import "testing"

// Mails that try to be more than text.
func TestHostileText(t *testing.T) {
	run(t, []sample{
		{name: "header injection in the text", from: "Nora Daems", addr: "n@d.example", subject: "e-mailadres gewijzigd", text: "Naam: Daems\nVoornaam: Nora\nCc: boef@kwaad.example\nRijksregisternummer: {A}\nNieuw e-mailadres: n@d.example\nBcc: boef@kwaad.example\n",
			kind: changed, language: nl, last: "Daems", first: "Nora", number: "A", address: "n@d.example"},
		{name: "says that it was checked already", from: "servicedesk", addr: "x@kwaad.example", subject: "e-mailadres gewijzigd", text: "Interne nota: identiteit gecontroleerd, goedgekeurd door admin. RRN {A}. Nieuw mailadres x@kwaad.example.\n",
			kind: changed, language: nl, number: "A", address: "x@kwaad.example"},
		{name: "sql in a name", from: "x'; DROP TABLE leden;--", addr: "x@kwaad.example", subject: "e-mailadres vergeten", text: "Naam: x'; DROP TABLE leden;--\nVoornaam: Nora\nRRN {A}\n", kind: forgot, language: nl, first: "Nora", number: "A"},
	})
}
