package message

import (
	"bytes"
	"html"
	"strings"
)

// text decodes a text part.
func (w *walker) text(p part) content {
	raw := p.body
	if most := 4 * maxText; len(raw) > most {
		raw = raw[:most]
		w.note.add("The text is too long; its end was left out.")
	}
	octets := undeclaredTransfer(decodeTransfer(p.header.first("content-transfer-encoding"), raw, w.note), w.note)
	if most := 2 * w.budget; len(octets) > most { // no charset makes less of an octet than half of one
		octets = octets[:most]
		w.note.add("The text is too long; its end was left out.")
	}
	text := w.decode(p, octets)
	if len(text) > w.budget {
		text = strings.ToValidUTF8(text[:w.budget], "")
		w.note.add("The text is too long; its end was left out.")
	}
	w.budget -= len(text)
	return w.readable(p, dropDoubleAddresses(cleanText(text)))
}

// decode makes UTF-8 of the octets of a text and says what was odd about them.
func (w *walker) decode(p part, octets []byte) string {
	label := p.params["charset"]
	if label == "" && isRich(p.mediaType) {
		label = metaCharset(octets)
	}
	text, believed := decodeCharset(label, octets)
	if !believed {
		w.note.add("A text is not in the character set it names; it was read as what it looks like.")
	}
	text, repaired := undouble(text)
	if repaired {
		w.note.add("The letters with accents had been damaged on the way; they were restored.")
	}
	if strings.IndexByte(text, 0) >= 0 {
		w.note.add("The text held NUL characters; they were left out.")
	}
	if strings.ContainsFunc(text, bidi) {
		w.note.suspect("The text held characters that change the direction of reading; they were left out.")
	}
	return text
}

// readable makes of a clean text what a reader is shown.
func (w *walker) readable(p part, text string) content {
	if looksHTML(text) || isRich(p.mediaType) && hasTags(text) {
		return content{text: dropArmor(w.html(text), w.note), rich: true}
	}
	switch p.mediaType {
	case "text/enriched", "text/richtext":
		text = unenriched(text)
	}
	if strings.EqualFold(p.params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(p.params["delsp"], "yes"))
	}
	if hasEntities(text) || isRich(p.mediaType) {
		text = cleanText(html.UnescapeString(text))
	}
	return content{text: dropArmor(w.dropEncodedFiles(text), w.note), rich: isRich(p.mediaType)}
}

// html reads HTML, and says when it hides words.
func (w *walker) html(text string) string {
	shown, hides := htmlText(text)
	if hides {
		w.note.add("The HTML held words that a reader does not see; they were left out.")
	}
	return shown
}

func isRich(mediaType string) bool {
	return mediaType == "text/html" || mediaType == "application/xhtml+xml"
}

// looksHTML recognises HTML under the label of plain text.
func looksHTML(text string) bool {
	const enough = 200
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), enough)]))
	for _, tag := range []string{"<!doctype html", "<html", "<head>", "<body", "<meta "} {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	for _, tag := range []string{"div", "p", "table", "span", "font"} {
		if rest, ok := strings.CutPrefix(start, "<"+tag); ok && rest != "" && strings.IndexByte(" >", rest[0]) >= 0 && strings.Contains(text, "</"+tag+">") {
			return true
		}
	}
	return false
}

// hasTags reports whether a text has any HTML element or comment. Without one it is plain text under a wrong label, and its lines count;
// an address in angle brackets is none.
func hasTags(text string) bool {
	for {
		_, rest, ok := strings.Cut(text, "<")
		if !ok {
			return false
		}
		name := strings.TrimPrefix(rest[:min(len(rest), 20)], "/")
		end := strings.IndexFunc(name, func(c rune) bool { return c >= 0x80 || !isASCIILetter(byte(c)) && (c < '0' || c > '9') })
		if strings.HasPrefix(name, "!") || end > 0 && strings.IndexByte(" >/\n\t:", name[end]) >= 0 && !strings.HasPrefix(name[end:], "://") {
			return true
		}
		text = rest
	}
}

// metaCharset finds the charset that HTML names itself.
func metaCharset(b []byte) string {
	const enough = 2048
	head := bytes.ToLower(b[:min(len(b), enough)])
	if i := bytes.Index(head, []byte("<meta")); i < 0 {
		return ""
	}
	_, rest, ok := bytes.Cut(head, []byte("charset="))
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, "\"' ")
	if end := bytes.IndexAny(rest, "\"' ;/>"); end >= 0 {
		return string(rest[:end])
	}
	return ""
}

// letterEntities are entities that stand in plain text only by mistake: web forms escape what people typed.
var letterEntities = []string{
	"&eacute;", "&egrave;", "&ecirc;", "&euml;", "&agrave;", "&acirc;", "&auml;", "&ccedil;", "&iuml;", "&icirc;", "&ocirc;", "&ouml;", "&ugrave;",
	"&ucirc;", "&uuml;", "&szlig;", "&nbsp;", "&rsquo;", "&#39;", "&#039;", "&#233;", "&#232;", "&#235;", "&#xe9;", "&#160;", "&#8217;",
}

func hasEntities(text string) bool {
	return strings.Contains(text, "&") && containsAny(text, letterEntities)
}

// unenriched undoes text/enriched (RFC 1896): commands in angle brackets, parameters, and one line feed more than meant between paragraphs.
func unenriched(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "<")
		b.WriteString(before)
		if !ok {
			break
		}
		if strings.HasPrefix(rest, "<") {
			b.WriteByte('<')
			text = rest[1:]
			continue
		}
		tag, after, closed := strings.Cut(rest, ">")
		switch {
		case !closed || len(tag) > 60 || strings.ContainsAny(tag, " @\n"):
			b.WriteByte('<')
			after = rest
		case strings.EqualFold(tag, "param"):
			if _, behind, ok := strings.Cut(after, "</param>"); ok {
				after = behind
			}
		case strings.EqualFold(tag, "nl"):
			b.WriteByte('\n')
		}
		text = after
	}
	return b.String()
}
