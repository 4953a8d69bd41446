package message

import (
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

const damaged = "Geachte,\nIk ben mijn e-mailadres vergeten. Groeten, Renée Lefèvre, coördinatrice – 85\n"

// utf16le is s in UTF-16 without a byte order mark.
func utf16le(s string) string {
	var b strings.Builder
	for _, c := range utf16.Encode([]rune(s)) {
		b.Write([]byte{byte(c), byte(c >> 8)})
	}
	return b.String()
}

// twice is s as it comes out when its UTF-8 is taken for windows-1252 and encoded again.
func twice(s string) string {
	out, _ := charmap.Windows1252.NewDecoder().String(s)
	return out
}

func base64Lines(s, between string) string {
	encoded := base64.StdEncoding.EncodeToString([]byte(s))
	var b strings.Builder
	for len(encoded) > 60 {
		b.WriteString(encoded[:60] + between)
		encoded = encoded[60:]
	}
	return b.String() + encoded
}

func TestDamagedTextIsReadAllTheSame(t *testing.T) {
	latin := strings.NewReplacer("é", "\xe9", "è", "\xe8", "ö", "\xf6", "–", "\x96").Replace(damaged)
	dos := strings.NewReplacer("é", "\x82", "è", "\x8a", "ö", "\x94", "–", "-").Replace(damaged)
	mac := strings.NewReplacer("é", "\x8e", "è", "\x8f", "ö", "\x9a", "–", "\xd0").Replace(damaged)
	escaped := strings.NewReplacer("é", "=C3=A9", "è", "=C3=A8", "ö", "=C3=B6", "–", "=E2=80=93", "vergeten.", "ver=\ngeten=2E").Replace(damaged)
	plainDash := strings.ReplaceAll(damaged, "–", "-")
	runBodies(t, []bodyTest{
		{"as it should be", "text/plain; charset=utf-8", "8bit", damaged, damaged, ""},
		{"DOS, undeclared", "text/plain", "8bit", dos, plainDash, ""},
		{"DOS called Latin 1", "text/plain; charset=iso-8859-1", "8bit", dos, plainDash, "character set"},
		{"DOS by one of its names", "text/plain; charset=cp-850", "8bit", dos, plainDash, ""},
		{"Macintosh, undeclared", "text/plain", "8bit", mac, damaged, ""},
		{"Macintosh by one of its names", "text/plain; charset=\"x-mac\"", "8bit", mac, damaged, ""},
		{"Windows called UTF-8", "text/plain; charset=UTF-8", "8bit", latin, damaged, "character set"},
		{"Windows called ISO-8859-15", "text/plain; charset=ISO-8859-15", "8bit", latin, damaged, ""},
		{"Windows called ASCII", "text/plain; charset=us-ascii", "8bit", latin, damaged, "character set"},
		{"Windows called nonsense", "text/plain; charset=\"my own set\"", "8bit", latin, damaged, "character set"},
		{"an empty charset", "text/plain; charset=", "8bit", damaged, damaged, ""},
		{"UTF-8 called DOS", "text/plain; charset=ibm850", "8bit", damaged, damaged, "character set"},
		{"UTF-8 cut in a letter", "text/plain; charset=utf-8", "8bit", damaged + "Ren\xc3", damaged + "Ren\n", "character set"},
		{"UTF-8 with a footer in Windows", "text/plain; charset=utf-8", "8bit", damaged + "caf\xe9\n", damaged + "café\n", "character set"},
		{"capitals and quotes of Windows", "text/plain", "8bit", "\xabIDENTIT\xc9\xbb, IDENTIT\xc9\xa0: 5\n", "«IDENTITÉ», IDENTITÉ : 5\n", ""},
		{"UTF-16 with its mark", "text/plain; charset=utf-16", "base64", base64Lines("\xff\xfe"+utf16le(damaged), "\n"), damaged, ""},
		{"UTF-16 without a mark", "text/plain; charset=unicode", "base64", base64Lines(utf16le(damaged), "\n"), damaged, ""},
		{"UTF-16 called UTF-8", "text/plain; charset=utf-8", "base64", base64Lines(utf16le(damaged), "\n"), damaged, "character set"},
		{"UTF-8 called UTF-16", "text/plain; charset=utf-16", "8bit", damaged, damaged, "character set"},
		{"UTF-7", "text/plain; charset=utf-7", "7bit", "Ren+AOk-e Lef+AOg-vre +- 1 +2D3eAA-\n", "Renée Lefèvre + 1 😀\n", ""},
		{"encoded twice", "text/plain; charset=utf-8", "8bit", twice(damaged), damaged, "restored"},
		{"encoded three times", "text/plain; charset=utf-8", "8bit", twice(twice(damaged)), damaged, "restored"},
		{"encoded twice in HTML entities", "text/html", "7bit", "<p>Ren&Atilde;&copy;e</p>", "Renée\n", ""},
		{"one strange word among accents", "text/plain; charset=utf-8", "8bit", "Ã©: zo staat het in mijn mail, één hé\n", "Ã©: zo staat het in mijn mail, één hé\n", ""},

		{"quoted-printable, undeclared", "text/plain; charset=utf-8", "7bit", escaped, damaged, "encoded without saying so"},
		{"quoted-printable of Latin 1, undeclared", "text/plain; charset=iso-8859-1", "7bit", "Ren=E9e Lef=E8vre\n", "Renée Lefèvre\n", "encoded without saying so"},
		{"an equals sign before a number", "text/plain", "7bit", "RR=85073003328 en tel=E9\n", "RR=85073003328 en tel=E9\n", ""},
		{"a link", "text/plain", "7bit", "https://x.example/?a=12&b=E4&c=C3\n", "https://x.example/?a=12&b=E4&c=C3\n", ""},
		{"base64, undeclared", "text/plain; charset=utf-8", "7bit", base64Lines(damaged, "\n"), damaged, "encoded without saying so"},
		{"base64 in base64", "text/plain; charset=utf-8", "base64", base64Lines(base64Lines(damaged, "\n"), "\n"), damaged, "encoded without saying so"},
		{"base64 with blanks in its lines", "text/plain; charset=utf-8", "base64", " " + strings.ReplaceAll(base64Lines(damaged, "\n "), "a", "a "), damaged, ""},
		{"base64 cut off", "text/plain; charset=utf-8", "Base64", base64Lines(damaged, "\n")[:100], damaged[:74] + "\n", ""},
		{"one long word", "text/plain", "7bit", "Beroepsaansprakelijkheidsverzekering\n", "Beroepsaansprakelijkheidsverzekering\n", ""},
		{"quoted printable with a blank", "text/plain; charset=utf-8", "quoted printable", escaped, damaged, ""},
		{"a charset as encoding", "text/plain", "utf-8", damaged, damaged, ""},
		{"uuencode", "text/plain", "x-uuencode", "begin 644 a.txt\n,1&%G+\"!*86X*.#4*\n`\nend\n", "Dag, Jan\n85\n", ""},
		{"a file in uuencode below the text", "text/plain", "7bit", "Dag\nbegin 644 a.txt\n,1&%G+\"!*86X*.#4*\n`\nend\nJan\n", "Dag\nJan\n", ""},
		{"a line that begins", "text/plain", "7bit", "begin 644 keer opnieuw\nhet lukt niet\n", "begin 644 keer opnieuw\nhet lukt niet\n", ""},

		{"entities of a web form", "text/plain", "7bit", "Pr&eacute;nom : Andr&eacute;e &amp; co\n", "Prénom : Andrée & co\n", ""},
		{"plain text called HTML", "text/html", "7bit", "Naam: Claes\nVoornaam: Els <els@claes.example>\n", "Naam: Claes\nVoornaam: Els <els@claes.example>\n", ""},
		{"HTML called plain text", "text/plain", "7bit", "<div>Naam: Claes</div><div>Voornaam: Els</div>", "Naam: Claes\nVoornaam: Els\n", ""},
		{"the charset of the page", "text/html", "quoted-printable", "<meta http-equiv=3Dx content=3D\"text/html; charset=3Dmacintosh\"><p>Ren=8Ee</p>", "Renée\n", ""},
		{"enriched", "text/enriched", "7bit", "<bold>Dag</bold> <color><param>red</param>Jan</color> << 5 <els@x.example>\n", "Dag Jan < 5 <els@x.example>\n", ""},
		{"a text of an unknown kind", "text/x-web-markdown", "7bit", "Dag Jan\n", "Dag Jan\n", ""},
		{"a body of an unknown kind", "application/x-mail", "7bit", "Dag Jan, tot straks\n", "Dag Jan, tot straks\n", ""},
	})
}

func TestArmorIsNoText(t *testing.T) {
	signed := "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nDag\n\n- - Naam: Claes\n- -- \nEls\n"
	signature := "-----BEGIN PGP SIGNATURE-----\nVersion: 1\n\niQIz85073003328\n=Ab12\n-----END PGP SIGNATURE-----\n"
	tests := []struct{ name, in, want, problem string }{
		{"signed", signed + signature, "Dag\n\n- Naam: Claes\n--\nEls\n", ""},
		{"the end is missing", signed + signature[:60], "Dag\n\n- Naam: Claes\n--\nEls\n", ""},
		{"text below", signed + signature + "\nfooter\n", "Dag\n\n- Naam: Claes\n--\nEls\n\nfooter\n", ""},
		{"encrypted", "Zie:\n-----BEGIN PGP MESSAGE-----\n\nhQEMA85073003328\n-----END PGP MESSAGE-----\n", "Zie:\n", "encrypted"},
		{"a key", "Dag\n-----BEGIN PGP PUBLIC KEY BLOCK-----\nComment: x\n\nmQEN\n-----END PGP PUBLIC KEY BLOCK-----\nEls\n", "Dag\nEls\n", ""},
		{"no armor", "-----BEGIN van mijn brief-----\nDag\n", "-----BEGIN van mijn brief-----\nDag\n", ""},
	}
	for _, test := range tests {
		m := Parse(letter(test.in), Options{})
		if m.Text != test.want {
			t.Errorf("%s: %q, want %q", test.name, m.Text, test.want)
		}
		if test.problem == "" && len(m.Problems) > 0 || test.problem != "" && !hasProblem(m, test.problem) {
			t.Errorf("%s: problems %q", test.name, m.Problems)
		}
	}
}

func TestDamagedPartsAreFound(t *testing.T) {
	alternatives := entity("B", plainHead+"nummer 67", htmlHead+"<p>nummer <b>67</b></p>")
	tests := []struct {
		name, kind, body, want, problem string
	}{
		{"no boundary named", "multipart/mixed", alternatives, "nummer 67\nnummer 67\n", "boundary"},
		{"another boundary named", "multipart/alternative; boundary=C", alternatives, "nummer 67\n", "boundary"},
		{"indented boundary", "multipart/alternative; boundary=C", strings.ReplaceAll(alternatives, "--B", " --B"), "nummer 67\n", "boundary"},
		{"no multipart named", "text/plain", alternatives, "nummer 67\n", "does not say that it has parts"},
		{"no end", "multipart/alternative; boundary=B", strings.TrimSuffix(alternatives, "--B--\n"), "nummer 67\n", ""},
		{"text above empty parts", "multipart/mixed; boundary=B", "Dag, nummer 67\n\n" + entity("B", plainHead, htmlHead), "Dag, nummer 67\n", "above the parts"},
		{"note above a text", "multipart/mixed; boundary=B", "Dag, nummer 66\n\n" + entity("B", plainHead+"nummer 67"), "nummer 67\n", ""},
		{"note above nothing", "multipart/mixed; boundary=B", "This is a multi-part message in MIME format.\n\n" + entity("B", plainHead), "", ""},
		{"a piece that Exchange cut", "multipart/mixed; boundary=B", entity("B", plainHead+"Dag", "Content-Type: text/plain; name=\"ATT00001.txt\"\nContent-Disposition: attachment; filename=\"ATT00001.txt\"\n\nnummer 67"), "Dag\nnummer 67\n", ""},
		{"a file of the sender", "multipart/mixed; boundary=B", entity("B", plainHead+"Dag", "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"attest.txt\"\n\nnummer 67"), "Dag\n", ""},
		{"AMP", "multipart/alternative; boundary=B", entity("B", plainHead+"Dag", "Content-Type: text/x-amp-html\n\n<html amp4email>nummer 67", htmlHead+"Dag"), "Dag\n", ""},
		{"lines that end in CR twice", "multipart/alternative; boundary=B", strings.ReplaceAll(alternatives, "\n", "\r\n"), "nummer 67\n", ""},
		{"lines that end in CR only", "multipart/alternative; boundary=B", strings.ReplaceAll(alternatives, "\n", "\r"), "nummer 67\n", ""},
		{"a line that looks like a boundary", "text/plain", "--\nEls\n--\n", "--\nEls\n--\n", ""},
	}
	for _, test := range tests {
		raw := letter(test.body, "Content-Type: "+test.kind)
		m := Parse(raw, Options{})
		if m.Text != test.want || len(m.Attachments) > 0 && test.name != "a file of the sender" {
			t.Errorf("%s: text %q, want %q; %+v", test.name, m.Text, test.want, m.Attachments)
		}
		if test.problem == "" && len(m.Problems) > 0 || test.problem != "" && !hasProblem(m, test.problem) {
			t.Errorf("%s: problems %q", test.name, m.Problems)
		}
	}
}
