package reply

import (
	"fmt"
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Patterns of what is looked for in the source of a template; never changed.
var (
	bareLink = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s<>()\[\]{}"]+`)
	// bareHost is a host without a scheme, of which many mail programs make a link.
	bareHost = regexp.MustCompile(`(?:^|[^\w@./:&?=#-])((?:[a-z0-9-]+\.)+` +
		`(?:be|com|net|org|eu|nl|fr|de|lu|uk|info|io|biz|app|me|co|online|site|shop|xyz|click|link|vlaanderen|brussels))(?:$|[^\w@.-]|\.(?:\W|$))`)
	bareAddress  = regexp.MustCompile(`(mailto:)?([A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})`)
	wholeHost    = regexp.MustCompile(`^(?:[a-z0-9-]+\.)+[a-z]{2,}$`)
	markedLink   = regexp.MustCompile(`\[([^\]\n]*)\]\(([^)\s]*)`)
	markup       = regexp.MustCompile("</?[a-zA-Z][a-zA-Z0-9]*(?: [^>]*)?/?>|`")
	unknownBlock = regexp.MustCompile(`^\s*(?:>|\||~~~|---+\s*$|===+\s*$)`)
	insideAngles = regexp.MustCompile(`<[^<>\s]*\{\{`)
	entity       = regexp.MustCompile(`&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z]+);`)
	deepList     = regexp.MustCompile(`^\s*(?:(?:[-+*]|\d+[.)])\s+){6}`)
	listItem     = regexp.MustCompile(`^(?:[-+*]|\d+[.)])\s`)
	action       = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	shouted      = regexp.MustCompile(`\p{Lu}{4,}(?:\s+\p{Lu}{4,}){2,}|!!+|\?\?+`)
)

// What may stand in one template: Markdown takes long over many brackets.
const (
	maxBrackets   = 200
	longParagraph = 120 // words
)

// lint looks at the words of a template, wherever they stand.
func lint(file, text string) []Problem {
	var problems []Problem
	for n, line := range numbered(text) {
		problems = append(problems, lintLine(file, n, line)...)
	}
	if n := strings.Count(text, "["); n > maxBrackets {
		problems = append(problems, wrong(file, bodyLine, ticket.Say("has %d brackets [: %d at most", n, maxBrackets)))
	}
	problems = append(problems, longParagraphs(file, text)...)
	return append(problems, secrets(file, text)...)
}

func lintLine(file string, n int, line string) []Problem {
	var problems []Problem
	if hidden, ok := hiddenIn(line); ok {
		problems = append(problems, invisible(file, n, hidden))
	}
	if insideAngles.MatchString(line) {
		problems = append(problems, wrong(file, n, ticket.SaidOf(errMisplaced)))
	}
	if deepList.MatchString(action.ReplaceAllString(line, "")) {
		problems = append(problems, wrong(file, n, ticket.Say("holds a list in a list in a list: write it more simply")))
	}
	if m := markup.FindString(line); m != "" {
		problems = append(problems, doubtful(file, n, ticket.Say("%s is shown as it stands: HTML and code are not used", m)))
	}
	if m := unknownBlock.FindString(line); m != "" {
		problems = append(problems, doubtful(file, n, ticket.Say("%s is shown as it stands: quotes, tables and lines are not used", strings.TrimSpace(m))))
	}
	if m := shouted.FindString(action.ReplaceAllString(line, "")); m != "" {
		problems = append(problems, doubtful(file, n, ticket.Say("%q looks like shouting, and like spam: write it in a calm voice", m)))
	}
	return problems
}

// secrets finds national numbers, also those that Markdown or a comment cuts up.
func secrets(file, text string) []Problem {
	var problems []Problem
	clear := unmarked(text)
	lines := strings.Split(clear, "\n")
	for n, line := range numbered(text) {
		if nrn.Contains(line) || nrn.Contains(lines[n-1]) {
			problems = append(problems, nationalNumber(file, n))
		}
	}
	return problems
}

func nationalNumber(file string, line int) Problem {
	return wrong(file, line, ticket.Say("holds a national number: take it out, none may leave by mail"))
}

func invisible(file string, line int, r rune) Problem {
	return wrong(file, line, ticket.Say("holds the invisible character %s: delete it", fmt.Sprintf("%U", r)))
}

// hiddenIn finds an entity that stands for something that cannot be seen: an order of reading, a placeholder of ours.
func hiddenIn(line string) (rune, bool) {
	for _, e := range entity.FindAllString(line, -1) {
		for _, r := range string(plain([]byte(e))) {
			if r == utf8.RuneError || unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
				return r, true
			}
		}
	}
	return 0, false
}

// longParagraphs warns of walls of words, lists apart.
func longParagraphs(file, text string) []Problem {
	var problems []Problem
	start, words := 1, 0
	for n, line := range numbered(text + "\n\n") {
		line = strings.TrimSpace(action.ReplaceAllString(line, ""))
		if line == "" || listItem.MatchString(line) {
			if words > longParagraph {
				problems = append(problems, doubtful(file, start, ticket.Say("the paragraph has %d words: break it up, keep it below %d", words, longParagraph)))
			}
			start, words = n+1, 0
			continue
		}
		words += len(strings.Fields(line))
	}
	return problems
}

// marks are what Markdown takes for signs; never changed.
var marks = strings.NewReplacer("*", "", "_", "", "[", "", "]", "", "\\", "")

// unmarked is the text as its reader sees it, without fields, in the same lines.
func unmarked(text string) string {
	text = action.ReplaceAllStringFunc(text, func(a string) string { return strings.Repeat("\n", strings.Count(a, "\n")) })
	text = entity.ReplaceAllStringFunc(text, func(e string) string { return strings.ReplaceAll(string(plain([]byte(e))), "\n", " ") })
	return marks.Replace(text)
}

// numbered yields the lines of a text with their numbers, from 1.
func numbered(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.SplitSeq(text, "\n") {
			n++
			if !yield(n, line) {
				return
			}
		}
	}
}

// lineAt is the line of an offset.
func lineAt(text string, at int) int { return 1 + strings.Count(text[:at], "\n") }
