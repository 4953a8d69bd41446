package message

import "strings"

// fieldKind is a header field that mailers copy above an earlier mail.
type fieldKind int

const (
	fieldNone fieldKind = iota
	fieldFrom
	fieldDate
	fieldTo
	fieldSubject
	fieldOther
)

func kindOfField(name string) fieldKind {
	switch name {
	case "van", "de", "from", "von", "afzender", "expéditeur", "sender", "absender", "émetteur", "verzonden door", "envoyé par", "gesendet von", "sent by":
		return fieldFrom
	case "verzonden", "verstuurd", "datum", "envoyé", "envoye", "date", "sent", "gesendet", "verzonden op", "verstuurd op", "verzonden om", "verzenddatum", "date d'envoi",
		"envoyé le", "date et heure", "datum en tijd", "sent on", "date sent", "gesendet am", "message du":
		return fieldDate
	case "aan", "à", "a", "to", "an", "pour", "naar", "destinataire", "destinataires", "ontvanger", "ontvangers", "bestemmeling", "empfänger", "recipient", "recipients":
		return fieldTo
	case "onderwerp", "objet", "subject", "betreff", "sujet", "betreft":
		return fieldSubject
	case "cc", "bcc", "cci", "copie", "copie à", "kopie", "kopie an", "antwoord aan", "antwoorden aan", "reply-to", "reply to", "répondre à", "antwort an", "antworten an",
		"bijlagen", "bijlage", "attachments", "attachment", "pièces jointes", "pièce jointe", "anlagen", "anlage", "anhang", "anhänge",
		"importance", "belang", "urgentie", "prioriteit", "priorité", "priorität", "priority", "wichtigkeit", "gevoeligheid":
		return fieldOther
	}
	return fieldNone
}

// blockField reads a line such as "Van: Jan <jan@x.be>", also with stars for bold and with ">" in front.
func blockField(line string) (kind fieldKind, value string) {
	const maxName = 24
	i := strings.IndexByte(line, ':')
	if i <= 0 || i > maxName {
		return fieldNone, ""
	}
	name := strings.ToLower(strings.Trim(line[:i], " *>_\t"))
	return kindOfField(strings.ReplaceAll(name, "’", "'")), strings.Trim(line[i+1:], " *\t|")
}

// isHeaderBlock reports whether a block of copied header fields begins at line i: From, a date, and To or Subject, close together
// in any order. A web form that mails "From: ... Subject: ..." has no date there, and is no earlier mail.
func isHeaderBlock(lines []string, i int) bool {
	const reach, mayBeStrange = 10, 2
	kind, value := blockField(lines[i])
	if value == "" || kind != fieldFrom && kind != fieldDate && kind != fieldSubject {
		return false
	}
	var seen [fieldOther + 1]bool
	seen[kind] = true
	strange := 0
	for _, line := range lines[i+1 : min(len(lines), i+reach)] {
		kind, _ := blockField(strings.Trim(line, " >"))
		if seen[kind] = true; kind == fieldNone { // an empty line between fields, or the end of a long one
			if strange++; strange > mayBeStrange {
				break
			}
		}
		if seen[fieldFrom] && seen[fieldDate] && (seen[fieldTo] || seen[fieldSubject]) {
			return true
		}
	}
	return false
}

// isForwardSubject reports whether a subject announces a forwarded message. Tags such as "[EXTERN]" may stand in front, and old mailers
// set the whole in brackets; of several prefixes the first tells what the sender did last.
func isForwardSubject(subject string) bool {
	s := strings.TrimSpace(subject)
	for strings.HasPrefix(s, "[") {
		tag, rest, ok := strings.Cut(s[1:], "]")
		if prefix, _, colon := strings.Cut(tag, ":"); colon && isForwardPrefix(prefix) {
			return true
		}
		if !ok {
			break
		}
		s = strings.TrimSpace(rest)
	}
	prefix, _, ok := strings.Cut(s, ":")
	return ok && isForwardPrefix(prefix)
}

func isForwardPrefix(prefix string) bool {
	switch strings.ToLower(strings.Trim(prefix, " .")) {
	case "fw", "fwd", "tr", "wg", "doorst", "doorg", "doorgest", "doorgestuurd", "doorsturen", "doorgezonden", "transf", "transféré", "transfert", "trans", "rv", "i", "enc", "wtr", "weitergeleitet":
		return true
	}
	return false
}

// A message that was passed on more often is read as far as this.
const maxForwards = 8

// readForwarded reads a message that stands in the text, from the line that announces it on: its header fields, then its own
// words. What it quotes itself is returned apart. depth is in how many others it is wrapped.
func readForwarded(lines []string, depth int, note *problems) (f *Forwarded, quoted string) {
	lines = unquote(lines)
	f = &Forwarded{}
	fields, i := 0, 0
	for ; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		kind, value := blockField(line)
		switch {
		case line == quoteMark, line == "" && fields == 0, fields == 0 && (banner(line) != signNone || bareBanner(lines, i) != signNone), isRule(line) && fields == 0:
			continue
		case kind == fieldFrom && f.From == (Address{}):
			f.From = forwardedAddress(value, note)
		case kind == fieldSubject && f.Subject == "":
			f.Subject = cleanLine(value)
		case kind == fieldNone && !(line != "" && fields > 0 && continues(lines, i)):
			return f, f.body(lines[i:], depth, note)
		}
		fields++
	}
	return f, ""
}

// continues reports whether line i continues a copied field, because more fields follow it.
func continues(lines []string, i int) bool {
	for _, line := range lines[i+1 : min(len(lines), i+3)] {
		if kind, _ := blockField(strings.TrimSpace(line)); kind != fieldNone {
			return true
		}
		if strings.TrimSpace(line) == "" {
			return false
		}
	}
	return false
}

// body files the words of the forwarded message and returns what it quotes.
func (f *Forwarded) body(lines []string, depth int, note *problems) (quoted string) {
	p := splitText(strings.Join(lines, "\n"), thread{})
	f.Text = tidy(p.own.String())
	quoted = p.quoted.String()
	inside := p.earlier
	if p.forwarded != nil {
		inside = p.forwarded
	}
	if inside == nil || depth >= maxForwards || !f.onlyPasses() {
		return quoted + strings.Join(p.forwarded, "\n")
	}
	outer := f.Text
	inner, more := readForwarded(inside, depth+1, note)
	*f = *inner
	return outer + more
}

// onlyPasses reports whether a forwarded message is only the wrapping of another one: it says nothing itself, or a machine brought that back.
func (f *Forwarded) onlyPasses() bool {
	return strings.TrimSpace(f.Text) == "" || isMachineAddress(f.From.Addr) || localOf(f.From.Addr) == "postmaster"
}

// forwardedAddress reads "Jan Peeters <jan@x.be>", "Jan Peeters [mailto:jan@x.be]" or a name alone.
func forwardedAddress(value string, note *problems) Address {
	value = mailtoBrackets.Replace(value)
	if found := parseAddresses(value, &problems{}); len(found) > 0 {
		return found[0]
	}
	note.add("A forwarded message shows no address of its sender.")
	name, _, _ := strings.Cut(value, "/") // Notes writes Jan Peeters/Department/Firm
	return Address{Name: cleanLine(strings.Trim(name, "<>\" "))}
}

// unquote takes one level of ">" away where the whole forwarded message is quoted.
func unquote(lines []string) []string {
	first := nextLine(lines, 1)
	if first >= len(lines) || !isQuoted(lines[first]) {
		return lines
	}
	bare := make([]string, 0, len(lines))
	for _, line := range lines {
		line = strings.TrimPrefix(strings.TrimLeft(line, " "), ">")
		bare = append(bare, strings.TrimPrefix(line, " "))
	}
	return bare
}

// mailtoBrackets turns the way in which Outlook writes an address in a text into the usual one.
var mailtoBrackets = strings.NewReplacer("[mailto:", "<", "]", ">")
