package message

import (
	"slices"
	"strings"
)

// originalWords begin the line between dashes that mailers and help desks set above the mail that is answered.
var originalWords = []string{
	"original message", "original mail", "original email", "original e-mail", "original appointment", "reply message", "previous message",
	"oorspronkelijk bericht", "oorspronkelijke bericht", "oorspronkelijk e-mailbericht", "oorspronkelijke e-mail", "oorspronkelijke mail", "oorspronkelijke afspraak",
	"origineel bericht", "originele bericht", "originele e-mail", "originele mail", "vorig bericht",
	"message d'origine", "message original", "message originel", "message initial", "message précédent", "mail original", "mail d'origine", "courriel original",
	"courriel d'origine", "courrier original", "e-mail d'origine", "e-mail original", "rendez-vous d'origine",
	"ursprüngliche nachricht", "ursprüngliche mail", "ursprüngliche e-mail", "ursprünglicher termin", "originalnachricht", "original-nachricht", "originalmail",
	"original nachricht", "vorherige nachricht",
}

// aboveWords begin the line of help desks above which an answer is to be written.
var aboveWords = []string{
	"please type your reply above", "please reply above", "reply above this line", "antwoord boven deze", "gelieve boven deze", "typ uw antwoord boven", "gelieve te antwoorden boven",
	"répondre au-dessus", "répondez au-dessus", "veuillez répondre au-dessus", "merci de répondre au-dessus", "bitte oberhalb", "bitte antworten sie oberhalb", "antworten sie oberhalb",
}

// forwardWords begin the line between dashes that mailers set above a mail that is passed on.
var forwardWords = []string{
	"forwarded message", "forwarded mail", "forwarded email", "forwarded e-mail", "forwarded by", "forwarded from", "forward message",
	"doorgestuurd bericht", "doorgestuurde bericht", "doorgestuurde e-mail", "doorgestuurde mail", "doorgezonden bericht", "doorgezonden mail", "doorgestuurd door",
	"doorgezonden door", "doorgestuurd e-mailbericht",
	"message transféré", "message réexpédié", "message transmis", "message réacheminé", "mail transféré", "mail transmis", "courriel transféré", "e-mail transféré", "courrier transféré",
	"transféré par", "réacheminé par", "transmis par", "réexpédié par",
	"weitergeleitete nachricht", "weitergeleiteten nachricht", "weitergeleitete mail", "weitergeleitete e-mail", "weitergeleitet von", "weitergeleitet durch",
}

// forwardLines stand alone on a line, without dashes around them.
var forwardLines = []string{
	"begin forwarded message", "begin doorgestuurd bericht", "begin van doorgestuurd bericht", "begin van het doorgestuurde bericht", "begin van doorgestuurde bericht",
	"start doorgestuurd bericht", "begin doorgezonden bericht",
	"début du message réexpédié", "début du message transféré", "début du message transmis", "anfang der weitergeleiteten nachricht",
	"anfang der weitergeleiteten e-mail", "beginn der weitergeleiteten nachricht",
}

var wroteWords = []string{
	"schreef", "geschreven", "schreven", "a écrit", "ecrit", "écrivait", "écrit", "wrote", "writes", "schrieb", "geschrieben", "ha scritto", "escribió",
	"escreveu", "napisał", "skrev",
}

// selfWords are how a person tells what was written before; mailers name the writer.
var selfWords = []string{" ik ", " u ", " u:", " jullie ", " je ", "j'ai ", " vous ", " nous ", " i ", " you ", " we ", " ich ", " sie ", " ihnen ", " wij "}

// banner recognises the line that mailers set above an earlier mail.
func banner(line string) sign {
	const maxBanner = 160
	if len(line) > maxBanner {
		return signNone
	}
	core := strings.Trim(line, "-_=*#~ ")
	dashes := len(core) < len(line)-2 && strings.IndexByte("-_=*#~", line[0]) >= 0
	core = strings.ToLower(strings.ReplaceAll(core, "’", "'"))
	for _, words := range forwardLines {
		if rest, ok := strings.CutPrefix(core, words); ok && strings.Trim(rest, " :") == "" {
			return signForward
		}
	}
	if !dashes {
		return signNone
	}
	switch {
	case hasAnyPrefix(core, forwardWords):
		return signForward
	case hasAnyPrefix(core, originalWords):
		return signOriginal
	case hasAnyPrefix(core, aboveWords):
		return signAbove
	case strings.HasSuffix(line, "--") && containsAny(core, wroteWords) && (strings.Contains(core, "@") || hasTime(core)): // "---- On ... X wrote ----"
		return signOriginal
	}
	return signNone
}

// bareBanner recognises such a line without dashes, as telephones write it: nothing else stands in it, and copied fields follow.
func bareBanner(lines []string, i int) sign {
	const longest = 60
	core := strings.Trim(lines[i], " :*")
	if len(core) > longest {
		return signNone
	}
	core = strings.ToLower(strings.ReplaceAll(core, "’", "'"))
	forward := slices.Contains(forwardWords, core)
	if !forward && !slices.Contains(originalWords, core) {
		return signNone
	}
	next := nextLine(lines, i+1)
	if next >= len(lines) {
		return signNone
	}
	if kind, value := blockField(strings.TrimSpace(lines[next])); kind == fieldNone || value == "" {
		return signNone
	}
	if forward {
		return signForward
	}
	return signOriginal
}

// isGroupWise recognises ">>> Jan Peeters <jan@x.be> 3/06/2025 10:02 >>>", below which nothing is marked.
func isGroupWise(line string) bool {
	const longest = 200
	return len(line) > 8 && len(line) < longest && strings.HasPrefix(line, ">>> ") && strings.HasSuffix(line, ">>>") && hasTime(line)
}
