package message

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// quoteMark is a line of its own where mailers mark in HTML that an earlier mail follows. No mail can forge it: control
// characters are cleaned away before.
const quoteMark = "\x01"

// htmlText makes of HTML the text that a reader sees: blocks and line breaks as lines, cells of a row set apart by " | ", quoted
// blocks with "> " in front. Scripts, styles, comments and hidden elements are not seen; neighbouring inline elements are glued.
// hides tells that some element hides words.
func htmlText(source string) (text string, hides bool) {
	w := readHTML(source, false)
	text = w.block().finish()
	if w.unseen && !holdsWord([]byte(text)) {
		// A telephone in dark mode writes white letters and sends no background; a reader marks them to see them.
		if bare := readHTML(source, true); holdsWord([]byte(bare.block().done.String())) {
			return bare.block().finish(), false
		}
	}
	return text, w.hides
}

// readHTML lays source out; plain tells not to mind colours and sizes.
func readHTML(source string, plain bool) *htmlWriter {
	w := &htmlWriter{blocks: []*htmlBlock{{}}, plain: plain}
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(2 * maxText)
	for {
		switch z.Next() {
		case html.ErrorToken:
			for len(w.tables) > 0 {
				w.endTable()
			}
			w.breakBlock()
			return w
		case html.TextToken:
			w.text(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start(readTag(z))
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(string(name))
		}
	}
}

// tag is what of a start tag decides how its text is shown.
type tag struct {
	name, class, id, style, kind string
	color, back                  string // of attributes
	hidden                       bool
}

func readTag(z *html.Tokenizer) tag {
	name, more := z.TagName()
	t := tag{name: string(name)}
	for range 100 {
		if !more {
			break
		}
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class":
			t.class = string(value)
		case "id":
			t.id = string(value)
		case "style":
			t.style = squeezeCSS(string(value))
		case "type", "name":
			t.kind = string(value)
		case "color":
			t.color = string(value)
		case "bgcolor":
			t.back = string(value)
		case "background":
			t.back = "picture"
		case "hidden":
			t.hidden = true
		}
	}
	return t
}

// htmlBlock is a piece of the page that is laid out by itself: the page, or a cell of a table.
type htmlBlock struct {
	done  strings.Builder // finished lines
	line  strings.Builder // the line being written
	space bool            // white space waits for a word
	empty bool            // a no-break space alone asks for an empty line
	light bool            // holds a word that is not bold
	base  int             // quote depth outside
}

// finish returns the lines of the block.
func (b *htmlBlock) finish() string {
	if b.line.Len() > 0 {
		b.done.WriteString(b.line.String())
		b.line.Reset()
	}
	return b.done.String()
}

type htmlWriter struct {
	blocks []*htmlBlock // the innermost is the last
	tables []*htmlTable
	styles hiddenStyles
	hidden string // name of the element that hides what comes, with the depth of its namesakes inside it
	depth  int
	paints paints
	plain  bool // colours and sizes do not matter
	hides  bool // words were hidden
	unseen bool // by their colour or size
	quote  int  // depth of quoting
	indent []bool
	bold   int
	pre    int
}

func (w *htmlWriter) block() *htmlBlock { return w.blocks[len(w.blocks)-1] }

// text writes what stands between tags.
func (w *htmlWriter) text(raw []byte) {
	if w.hidden != "" {
		if w.hidden == "style" {
			w.styles.read(string(raw))
		}
		w.hides = w.hides || !hidesContent(w.hidden) && holdsWord(raw)
		return
	}
	if w.paints.hidden && !w.plain {
		if holdsWord(raw) {
			w.hides, w.unseen = true, true
		}
		w.block().space = true
		return
	}
	b := w.block()
	b.empty = b.empty || bytes.Contains(raw, []byte("\u00a0"))
	words, _ := undouble(string(raw)) // of entities; the rest was repaired before
	words = cleanText(words)
	if w.pre > 0 {
		w.preformatted(words)
		return
	}
	for i := 0; i < len(words); {
		if words[i] == ' ' || words[i] == '\n' || words[i] == '\t' {
			b.space = true
			i++
			continue
		}
		end := strings.IndexAny(words[i:], " \n\t")
		if end < 0 {
			end = len(words) - i
		}
		w.word(words[i : i+end])
		i += end
	}
}

func (w *htmlWriter) word(word string) {
	b := w.block()
	if b.space && b.line.Len() > 0 {
		b.line.WriteByte(' ')
	}
	b.space = false
	b.light = b.light || w.bold == 0
	b.line.WriteString(word)
}

func (w *htmlWriter) preformatted(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			w.newLine()
		}
		w.block().line.WriteString(line)
	}
}

// newLine ends the line, also when it is empty.
func (w *htmlWriter) newLine() {
	b := w.block()
	line := b.line.String()
	b.line.Reset()
	b.space, b.empty = false, false
	if b.done.Len() > 2*maxText {
		return // quoting can make much of little
	}
	if line == quoteMark && w.quote > b.base {
		return
	}
	if line != quoteMark && w.quote > b.base {
		b.done.WriteString(strings.Repeat(">", w.quote-b.base) + " ")
	}
	b.done.WriteString(line)
	b.done.WriteByte('\n')
}

// breakBlock ends the line at the edge of a block element.
func (w *htmlWriter) breakBlock() {
	if b := w.block(); b.line.Len() > 0 || b.empty {
		w.newLine()
	}
	w.block().space = false
}

// mark writes a line that says that an earlier mail follows.
func (w *htmlWriter) mark() {
	w.breakBlock()
	w.block().line.WriteString(quoteMark)
	w.newLine()
}

// lines writes lines that are laid out already.
func (w *htmlWriter) lines(text string) {
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		w.block().line.WriteString(line)
		w.newLine()
	}
}

func (w *htmlWriter) start(t tag) {
	if w.hidden != "" {
		if t.name == w.hidden {
			w.depth++
		}
		if w.hidden != "p" || !isBlock(t.name) {
			return
		}
		w.hidden = "" // a block ends a paragraph
	}
	if hidesContent(t.name) || !isVoid(t.name) && (t.hidden || isStruck(t) || hidesCSS(t.style) || w.styles.hide(t)) {
		if isBlock(t.name) {
			w.breakBlock()
		}
		w.hidden, w.depth = t.name, 1
		return
	}
	w.paints.open(t, w.styles.colours)
	if w.tableStart(t.name) {
		return
	}
	if marksQuote(t) {
		w.mark()
	}
	switch t.name {
	case "br":
		w.newLine()
	case "b", "strong":
		w.bold++
	case "pre":
		w.breakBlock()
		w.pre++
	case "blockquote":
		w.breakBlock()
		w.openQuote(t)
	case "li":
		w.breakBlock()
		w.block().line.WriteString("- ")
	case "p":
		w.breakBlock()
		if !strings.Contains(t.class, "Mso") && !strings.Contains(t.style, "margin:0") && w.block().done.Len() > 0 {
			w.newLine()
		}
	default:
		if isBlock(t.name) {
			w.breakBlock()
		}
	}
}

// Deeper quoting is shown at this depth.
const maxQuote = 50

// openQuote begins a quoted block. Mailers also use blockquote to indent own words; then it has no border.
func (w *htmlWriter) openQuote(t tag) {
	indent := strings.Contains(t.style, "border:none") && t.kind != "cite" && !strings.Contains(t.class, "quote")
	if w.indent = append(w.indent, indent); !indent && w.quote < maxQuote {
		w.quote++
	} else {
		w.indent[len(w.indent)-1] = true
	}
}

func (w *htmlWriter) closeQuote() {
	if n := len(w.indent); n > 0 {
		if !w.indent[n-1] {
			w.quote--
		}
		w.indent = w.indent[:n-1]
	}
}

func (w *htmlWriter) end(name string) {
	if w.hidden != "" {
		if name == w.hidden {
			if w.depth--; w.depth == 0 {
				w.hidden = ""
			}
		}
		return
	}
	w.paints.close(name)
	if w.tableEnd(name) {
		return
	}
	switch name {
	case "b", "strong":
		w.bold = max(0, w.bold-1)
	case "pre":
		w.breakBlock()
		w.pre = max(0, w.pre-1)
	case "blockquote":
		w.breakBlock()
		w.closeQuote()
	default:
		if isBlock(name) {
			w.breakBlock()
		}
	}
}

// quoteClasses and quoteIDs are on the elements in which mailers put the mail that is answered or passed on.
var (
	quoteClasses = []string{"gmail_quote", "yahoo_quoted", "moz-cite-prefix", "moz-forward-container", "protonmail_quote", "zmail_extra", "tutanota_quote", "front-blockquote", "ms-outlook-mobile-reference-message", "gmx_quote"}
	quoteIDs     = []string{"divRplyFwdMsg", "mail-editor-reference-message-container", "ms-outlook-mobile-body-separator-line", "replySplit", "zwchr", "OLK_SRC_BODY_SECTION", "reply-intro"}
)

// marksQuote recognises the elements in which mailers put the mail that is answered or passed on.
func marksQuote(t tag) bool {
	switch t.name {
	case "div", "span", "table", "p", "hr":
		return containsAny(t.class, quoteClasses) || slices.Contains(quoteIDs, t.id) || t.name == "div" && t.kind == "quote" || t.kind == "messageReplySection"
	}
	return false
}

func isBlock(name string) bool {
	switch name {
	case "address", "article", "aside", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
		"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "section", "table", "tr",
		"ul", "blockquote", "pre", "td", "th", "caption", "details", "summary":
		return true
	}
	return false
}

// isVoid tells the elements that have no content (HTML section 13.1.2), and so nothing to hide.
func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

// hidesContent tells the elements whose content no reader sees.
func hidesContent(name string) bool {
	switch name {
	case "script", "style", "title", "template", "iframe", "noembed", "noframes", "object", "audio", "video", "canvas", "datalist":
		return true
	}
	return false
}
