package reply

import (
	"regexp"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Whoever wants a member's password writes "click here to log in". Our mails never do, in no language, so that members can tell: they name
// the page and write its address out. A template in one language is looked at in all four, since people copy. The patterns never change.
var (
	clickHere = regexp.MustCompile(`(?i)` + strings.Join([]string{
		`\bklikt?\s+(?:[\p{L}]+\s+){0,2}hier(?:onder|boven)?\b`, `\bhier(?:onder)?\s+(?:te\s+|om\s+te\s+)?klikken\b`,
		`\bcliqu(?:ez|er|ant)\s+(?:[\p{L}]+\s+)?(?:ici\b|ci-dessous|ci-après)`,
		`\bclick(?:ing)?\s+(?:[\p{L}]+\s+)?(?:here|below)\b`,
		`\bklicken\s+sie\s+(?:[\p{L}]+\s+)?(?:hier|unten|nachstehend)\b`, `\bhier\s+(?:zu\s+)?klicken\b`,
	}, "|"))
	onlyHere = regexp.MustCompile(`(?i)^\s*(?:klik\s+)?(?:hier|here|ici|link|lien)\s*[.!:]?\s*$`)
	signIn   = regexp.MustCompile(`(?i)\b(?:` + strings.Join([]string{
		`aan\s?(?:te\s)?melden`, `meld\s+(?:u|je)\b[^.!?]{0,40}\baan`, `in\s?(?:te\s)?loggen`, `log\s+in`,
		`(?:vous\s+|se\s+|re)?connect(?:er|ez)`, `(?:vous\s+|s['’])identifi(?:er|ez)`, `ouvr(?:ir|ez)\s+(?:une|votre)\s+session`,
		`log[\s-]?in`, `sign[\s-]?in`, `logging\s+in`, `signing\s+in`,
		`an(?:zu)?melden`, `melden\s+sie\s+sich\b[^.!?]{0,40}\ban`, `ein(?:zu)?loggen`, `loggen\s+sie\s+sich\b[^.!?]{0,40}\bein`,
	}, "|") + `)(?:$|[^\p{L}])`)
	linkWord    = regexp.MustCompile(`(?i)\b(?:links?|hyperlinks?|koppeling|knop|buttons?|liens?|bouton|schaltfläche|verknüpfung)(?:$|[^\p{L}])`)
	denied      = regexp.MustCompile(`(?i)\b(?:nooit|niet|geen|jamais|pas|never|not|nie|niemals|nicht|kein\p{L}*)(?:$|[^\p{L}])`)
	sentenceEnd = regexp.MustCompile(`[.!?]\s|\n\s*\n`)
)

// phishing finds the sentences that ask to follow a link to sign in.
func (c *trial) phishing() {
	text, from := unmarked(c.source), 0
	for _, end := range append(sentenceEnd.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		sentence := text[from:end[0]]
		if at := lureIn(sentence); at != nil {
			c.problem(lineAt(text, from+at[0]), phishy(sentence[at[0]:at[1]], c.set.desk))
		}
		from = end[1]
	}
}

// lureIn returns where the lure stands in a sentence. A sentence that warns of such links says no, never or not.
func lureIn(sentence string) []int {
	if denied.MatchString(sentence) {
		return nil
	}
	if at := clickHere.FindStringIndex(sentence); at != nil {
		return at
	}
	if signIn.MatchString(sentence) {
		return linkWord.FindStringIndex(sentence)
	}
	return nil
}

func phishy(words string, desk Desk) ticket.Said {
	return ticket.Say("%q asks to follow a link, as fraudsters do: name the page and write its address out, such as https://%s",
		strings.Join(strings.Fields(words), " "), desk.hosts()[0])
}

// bareLinkHost is the host in what may be a link, or the words as they are.
func bareLinkHost(link string) string {
	link = strings.TrimSpace(link)
	for _, scheme := range []string{"https://", "http://"} {
		if rest, ok := cutPrefixFold(link, scheme); ok {
			link = rest
		}
	}
	host, _, _ := strings.Cut(link, "/")
	return strings.ToLower(host)
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
