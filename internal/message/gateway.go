package message

import "strings"

var outsideWords = []string{
	"van buiten de organisatie", "van buiten uw organisatie", "van buiten onze organisatie", "van buiten het bedrijf",
	"buiten de organisatie verzonden", "extern bericht", "externe mail", "externe e-mail", "externe afzender",
	"outside of the organi", "outside the organi", "outside of your organi", "outside your organi", "outside of our organi",
	"outside our organi", "external sender", "external email", "external e-mail", "external message",
	"extérieur de", "en dehors de l'organisation", "en dehors de votre organisation", "expéditeur externe", "externe à",
	"courriel externe", "message externe", "mail externe", "von außerhalb", "externer absender", "externe nachricht",
}

var cautionWords = []string{
	"let op", "opgelet", "waarschuwing", "voorzichtig", "klik niet", "open geen", "caution", "warning", "do not click",
	"don't click", "be careful", "attention", "prudence", "ne cliquez", "avertissement", "achtung", "vorsicht", "klicken sie",
}

// dropGatewayBanner leaves out the warning that a mail gateway sets above a mail from outside. Only a first paragraph that says
// both "from outside" and "take care", and holds neither an address nor a long number, is taken for one.
func dropGatewayBanner(text string, note *problems) string {
	const maxBanner = 500
	paragraph, rest, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n\n")
	if len(paragraph) > maxBanner {
		paragraph, rest, _ = strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	}
	lower := strings.ToLower(strings.ReplaceAll(paragraph, "’", "'"))
	digits := 0
	for i := range len(lower) {
		if lower[i] >= '0' && lower[i] <= '9' {
			digits++
		}
	}
	if len(paragraph) > maxBanner || digits > 4 || strings.Contains(lower, "@") || rest == "" {
		return text
	}
	if !containsAny(lower, outsideWords) || !containsAny(lower, cautionWords) {
		return text
	}
	note.add("The warning of a mail gateway above the text was left out.")
	return rest
}

func containsAny(s string, words []string) bool {
	for _, word := range words {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}
