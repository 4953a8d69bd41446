package message

import "strings"

// outsideWords say that a mail came from outside.
var outsideWords = []string{
	"van buiten", "buiten de organisatie", "buiten uw organisatie", "buiten onze organisatie", "buiten het bedrijf", "extern bericht", "externe mail", "externe e-mail", "externe afzender",
	"extern e-mailbericht", "externe bron", "extern verzonden", "extern afkomstig", "een externe", "externe herkomst", "extern adres",
	"outside of the", "outside the", "outside of your", "outside your", "outside of our", "outside our", "from outside", "external sender", "external email",
	"external e-mail", "external message", "external source", "external mail", "externally", "an external",
	"l'extérieur", "en dehors de", "hors de l'organisation", "hors de notre", "hors de votre", "expéditeur externe", "expéditeur extérieur", "externe à", "courriel externe", "message externe",
	"mail externe", "e-mail externe", "source externe", "origine externe", "adresse externe", "d'un externe",
	"von außerhalb", "von ausserhalb", "externer absender", "externen absender", "externe nachricht", "externe e-mail", "externen quelle", "externe quelle", "von extern", "von einem externen",
}

// cautionWords ask to take care.
var cautionWords = []string{
	"let op", "opgelet", "waarschuwing", "voorzichtig", "wees alert", "klik niet", "open geen", "open nooit", "klik nooit", "klik enkel", "klik alleen", "geen koppelingen", "vertrouw",
	"caution", "warning", "do not click", "don't click", "be careful", "be cautious", "beware", "do not open", "exercise caution", "think before",
	"attention", "prudence", "prudent", "ne cliquez", "n'ouvrez", "avertissement", "vigilan", "méfiez", "ne pas cliquer", "ne pas ouvrir", "soyez attentif",
	"achtung", "vorsicht", "klicken sie", "öffnen sie", "warnung", "hinweis", "seien sie",
}

// restWords are of the sentences in between, which a gateway sets over several lines.
var restWords = []string{
	"links", "koppeling", "bijlage", "afzender", "inhoud", "veilig", "attachment", "sender", "content", "safe", "recogni", "trust", "liens", "pièces jointes", "pièce jointe",
	"expéditeur", "contenu", "sûr", "connaissez", "confiance", "anhänge", "absender", "inhalt", "sicher", "kennen", "verify", "suspicious", "phishing", "report", "verdacht",
}

// tagLines stand alone in a line or in brackets before the text.
var tagLines = []string{
	"extern", "external", "externe", "externer", "extern bericht", "externe mail", "externe e-mail", "external email", "external e-mail", "external sender", "external message",
	"external mail", "message externe", "mail externe", "courriel externe", "e-mail externe", "expéditeur externe", "externe nachricht", "externer absender", "externe afzender",
	"ext", "e-mail extern", "email externe", "mail extern", "avis externe",
}

// strangerLines are how Microsoft says that somebody rarely writes; the address of the sender stands in them.
var strangerLines = []string{
	"you don't often get email from", "some people who received this message don't often get email from",
	"u ontvangt niet vaak e-mail van", "u ontvangt niet vaak e-mailberichten van", "je ontvangt niet vaak e-mail van", "sommige personen die dit bericht hebben ontvangen",
	"u krijgt niet vaak e-mail van", "u ontvangt vaak geen e-mail van",
	"vous ne recevez pas souvent", "vous n'obtenez pas souvent", "certaines personnes qui ont reçu ce message", "vous n'avez pas souvent", "découvrez pourquoi cela est important",
	"sie erhalten nicht oft", "sie erhalten nicht häufig", "einige personen, die diese nachricht erhalten haben", "sie bekommen nicht oft",
}

// personWords are what only a person says; no gateway speaks of itself.
var personWords = []string{
	" ik ", " mijn ", " mij ", " i ", " my ", " i'm ", " i've ", " je suis", " j'ai", " j'écris", " je vous", " je ne ", " mon ", " ma ", " mes ", " ich ", " mein ", " meine ", " mir ",
	"beste ", "geachte", "bonjour", "hallo ", "dear ", "madame", "mevrouw", "guten tag", "dag ", "goedemorgen", "goedendag", "bonsoir", "hello", "sehr geehrte",
}

// dropGatewayBanner leaves out the warnings that mail gateways set above or below a mail from outside. Only lines that together say "from
// outside" and "take care", or nothing but a tag, are taken for one; with an address or a long number they are not, nor where a person speaks.
func dropGatewayBanner(text string, note *problems) string {
	const most = 5
	lines := strings.Split(text, "\n")
	top, end := 0, len(lines)
	for range most {
		n := bannerSize(lines[top:end])
		if n == 0 {
			break
		}
		top += n
	}
	for range most {
		start := lastParagraph(lines[top:end]) + top
		if n := bannerSize(lines[start:end]); start == top || n == 0 || start+n < end {
			break
		}
		end = start
	}
	rest := lines[top:end]
	if len(rest) == len(lines) || strings.TrimSpace(strings.Join(rest, "")) == "" {
		return text
	}
	note.add("The warning of a mail gateway around the text was left out.")
	return tidy(strings.Join(rest, "\n"))
}

// lastParagraph returns the index of the first line of the last paragraph.
func lastParagraph(lines []string) int {
	i := len(lines)
	for i > 0 && strings.TrimSpace(lines[i-1]) == "" {
		i--
	}
	for i > 0 && strings.TrimSpace(lines[i-1]) != "" {
		i--
	}
	return i
}

// bannerSize counts the lines of a warning at the start of lines with the empty ones around it; 0 when there is none.
func bannerSize(lines []string) int {
	const maxLines, maxSize = 8, 900
	i := 0
	for i < len(lines) && strings.TrimSpace(lines[i]) == "" {
		i++
	}
	start, size := i, 0
	outside, caution := false, false
	for ; i < len(lines) && i < start+maxLines && size < maxSize; i++ {
		line := bannerText(lines[i])
		size += len(line)
		if i == start && (isTag(lines[i]) || isStrangerLine(line)) {
			return skipEmpty(lines, i+1)
		}
		out, care := containsAny(line, outsideWords), containsAny(line, cautionWords)
		if line == "" || isPersonal(line) || !out && !care && !containsAny(line, restWords) {
			break
		}
		outside, caution = outside || out, caution || care
	}
	if !outside || !caution || size >= maxSize {
		return 0
	}
	return skipEmpty(lines, i)
}

func skipEmpty(lines []string, i int) int {
	for i < len(lines) && strings.TrimSpace(lines[i]) == "" {
		i++
	}
	return i
}

// bannerText is a line in the form in which it is compared.
func bannerText(line string) string {
	const enough = 1000
	return strings.ToLower(strings.ReplaceAll(strings.Trim(line[:min(len(line), enough)], " \t|*_-=>#"), "’", "'"))
}

// isTag recognises "[EXTERN]", "*** External email ***" and the like.
func isTag(line string) bool {
	const longest = 40
	if len(line) > longest {
		return false
	}
	line = strings.ToLower(strings.TrimSpace(line))
	core := strings.TrimSpace(strings.TrimFunc(line, func(c rune) bool { return c != 'é' && (c < 'a' || c > 'z') }))
	if core == "" {
		return false
	}
	for _, tag := range tagLines {
		if core == tag {
			return len(core) > 8 || core != line // the bare word may be the answer to a question
		}
	}
	return false
}

// isStrangerLine recognises Microsoft's sentence: one line, with an address in it or a link behind it.
func isStrangerLine(line string) bool {
	const longest = 400
	return len(line) < longest && hasAnyPrefix(line, strangerLines)
}

// isPersonal reports whether a line cannot be that of a gateway.
func isPersonal(line string) bool {
	const mostDigits = 4
	digits := 0
	for i := range len(line) {
		if line[i] >= '0' && line[i] <= '9' {
			digits++
		}
	}
	return digits > mostDigits || strings.Contains(line, "@") || containsAny(" "+line+" ", personWords)
}

func containsAny(s string, words []string) bool {
	for _, word := range words {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}
