package message

import (
	"fmt"
	"strings"
	"testing"
)

// multipart sets parts together under one boundary. Each part begins with its header lines, or with an empty line.
func multipart(kind string, parts ...string) []byte {
	return letter(entity("B", parts...), "Content-Type: multipart/"+kind+"; boundary=\"B\"")
}

func entity(boundary string, parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, "--%s\n%s\n", boundary, p)
	}
	return b.String() + "--" + boundary + "--\n"
}

const (
	plainHead = "Content-Type: text/plain; charset=utf-8\n\n"
	htmlHead  = "Content-Type: text/html; charset=utf-8\n\n"
)

func TestAlternatives(t *testing.T) {
	tests := []struct {
		name      string
		raw       []byte
		text, alt string
	}{
		{"the same", multipart("alternative", plainHead+"Dag *Jan*\n85", htmlHead+"<p>Dag <b>Jan</b><br>85</p>"), "Dag *Jan*\n85\n", ""},
		{"links in the plain text", multipart("alternative", plainHead+"Zie site<https://x.example/12345>", htmlHead+"Zie <a href=x>site</a>"), "Zie site<https://x.example/12345>\n", ""},
		{"other numbers", multipart("alternative", plainHead+"nummer 90", htmlHead+"nummer 60"), "nummer 90\n", "nummer 60\n"},
		{"other words", multipart("alternative", plainHead+"Dag", htmlHead+"Dag Jan"), "Dag\n", "Dag Jan\n"},
		{"empty plain text", multipart("alternative", plainHead+" \n", htmlHead+"Dag"), "Dag\n", ""},
		{"only HTML", multipart("alternative", htmlHead+"Dag"), "Dag\n", ""},
		{"plain text that excuses itself", multipart("alternative", plainHead+"Your reader cannot show HTML.", htmlHead+"Dag, hier is mijn hele bericht."), "Dag, hier is mijn hele bericht.\n", "Your reader cannot show HTML.\n"},
		{"plain text in another language that excuses itself", multipart("alternative", plainHead+"Votre logiciel de messagerie n'affiche pas ce message.", htmlHead+"Dag, hier is mijn hele bericht, en het is nu wel lang genoeg."), "Dag, hier is mijn hele bericht, en het is nu wel lang genoeg.\n", "Votre logiciel de messagerie n'affiche pas ce message.\n"},
		{"plain text of a picture", multipart("alternative", plainHead+"[cid:image001.png@01]\n--", htmlHead+"<img src=x>Dag, hier is mijn hele bericht, en het is nu wel lang genoeg."), "Dag, hier is mijn hele bericht, en het is nu wel lang genoeg.\n", "[cid:image001.png@01]\n--\n"},
		{"HTML in related", multipart("alternative", plainHead+"Dag", "Content-Type: multipart/related; boundary=C\n\n"+entity("C", htmlHead+"Dag")), "Dag\n", ""},
		{"alternatives in mixed", multipart("mixed", "Content-Type: multipart/alternative; boundary=C\n\n"+entity("C", plainHead+"nummer 90", htmlHead+"nummer 60"), plainHead+"voettekst"), "nummer 90\n" +
			"voettekst\n", "nummer 60\n" +
			"voettekst\n"},
		{"quotes do not matter", multipart("alternative", plainHead+"Ja\n> oud", htmlHead+"Ja<blockquote>ander</blockquote>"), "Ja\n", ""},
	}
	for _, test := range tests {
		m := Parse(test.raw, Options{})
		if m.Text != test.text || m.AltText != test.alt {
			t.Errorf("%s: text %q, other %q; want %q, %q", test.name, m.Text, m.AltText, test.text, test.alt)
		}
	}
}

func TestParts(t *testing.T) {
	png := "Content-Type: image/png; name=\"a.png\"\n" +
		"Content-Disposition: attachment; filename=\"=?utf-8?Q?=C3=A9.png?=\"\n" +
		"Content-Transfer-Encoding: base64\n\n" +
		"iVBORw0KGgo="
	tests := []struct {
		name        string
		raw         []byte
		text        string
		attachments []Attachment
		problem     string
	}{
		{"text and picture", multipart("mixed", plainHead+"Dag", png), "Dag\n", []Attachment{{"é.png", "image/png", 8}}, ""},
		{"attached text is not read", multipart("mixed", plainHead+"Dag", "Content-Type: text/plain\n"+
			"Content-Disposition: attachment; filename=d.txt\n\n"+
			"85.07"), "Dag\n", []Attachment{{"d.txt", "text/plain", 5}}, ""},
		{"named text is not read either", multipart("mixed", plainHead+"Dag", "Content-Type: text/plain; name=d.txt\n\n"+
			"85.07"), "Dag\n", []Attachment{{"d.txt", "text/plain", 5}}, ""},
		{"name in RFC 2231", multipart("mixed", plainHead+"Dag", "Content-Type: application/pdf\n"+
			"Content-Disposition: attachment; filename*=utf-8''%C3%A9.pdf\n\n"+
			"x"), "Dag\n", []Attachment{{"é.pdf", "application/pdf", 1}}, ""},
		{"quoted-printable size", multipart("mixed", plainHead+"Dag", "Content-Type: text/csv\n"+
			"Content-Transfer-Encoding: quoted-printable\n\n"+
			"a=3Db"), "Dag\n", []Attachment{{"", "text/csv", 3}}, ""},
		{"two texts", multipart("mixed", plainHead+"een", plainHead+"twee"), "een\ntwee\n", nil, ""},
		{"part without header", multipart("mixed", "\nDag"), "Dag\n", nil, ""},
		{"part with a blank line too many", multipart("mixed", "\n"+plainHead+"Dag"), "Dag\n", nil, ""},
		{"part that looks like a header", multipart("mixed", "\n"+
			"From: here\n"+
			"Subject: to there"), "From: here\n" +
			"Subject: to there\n", nil, ""},
		{"last boundary missing", letter("--B\n"+plainHead+"Dag\n", "Content-Type: multipart/mixed; boundary=B"), "Dag\n", nil, ""},
		{"boundary with blanks behind", letter("--B  \n"+plainHead+"Dag\n"+
			"--B--  \n"+
			"epilogue", "Content-Type: multipart/mixed; boundary=B"), "Dag\n", nil, ""},
		{"boundary of a longer name", letter("--B\n"+plainHead+"Dag\n"+
			"--Bx\n"+
			"Jan\n"+
			"--B--", "Content-Type: multipart/mixed; boundary=B"), "Dag\n" +
			"--Bx\n" +
			"Jan\n", nil, ""},
		{"another boundary than declared", letter("--C\n"+plainHead+"Dag\n"+
			"--C--\n", "Content-Type: multipart/mixed; boundary=B"), "Dag\n", nil, "boundary"},
		{"boundary not declared", letter("--C\n"+plainHead+"Dag\n--C--\n", "Content-Type: multipart/mixed"), "Dag\n", nil, "boundary"},
		{"no boundary at all", letter("Dag, nummer 67\n", "Content-Type: multipart/mixed; boundary=B"), "Dag, nummer 67\n", nil, "boundary"},
		{"multipart that is encoded", letter("LS1CCkNvbnRlbnQtVHlwZTogdGV4dC9wbGFpbgoKRGFnCi0tQi0tCg==", "Content-Type: multipart/mixed; boundary=B", "Content-Transfer-Encoding: base64"), "Dag\n", nil, ""},
		{"top level attachment", letter("x", "Content-Type: application/pdf; name=a.pdf"), "", []Attachment{{"a.pdf", "application/pdf", 1}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(test.raw, Options{})
			if m.Text != test.text {
				t.Errorf("text %q, want %q", m.Text, test.text)
			}
			diff(t, "attachments", m.Attachments, test.attachments)
			if test.problem != "" && !hasProblem(m, test.problem) {
				t.Errorf("problems %q do not say %q", m.Problems, test.problem)
			}
			if m.Unreadable {
				t.Error("unreadable")
			}
		})
	}
}

func TestAttachedMessage(t *testing.T) {
	inner := "From: An <an@x.example>\n" +
		"Subject: =?utf-8?Q?oubli=C3=A9?=\n" +
		"Content-Type: text/plain; charset=utf-8\n\n" +
		"Ik ben An, 85.07\n\n" +
		"On 3 Jun 2025 at 10:02 D wrote:\n" +
		"> 67\n"
	m := Parse(multipart("mixed", plainHead+"Zie bijlage.", "Content-Type: message/rfc822\n\n"+inner, "Content-Type: message/rfc822; name=b.eml\n\n"+inner), Options{})
	diff(t, "forwarded", m.Forwarded, &Forwarded{From: Address{Name: "An", Addr: "an@x.example"}, Subject: "oublié", Text: "Ik ben An, 85.07\n"})
	if m.Text != "Zie bijlage.\n" || !strings.Contains(m.Quoted, "67") {
		t.Errorf("text %q, quoted %q", m.Text, m.Quoted)
	}
	if len(m.Attachments) != 1 || m.Attachments[0].Name != "b.eml" {
		t.Errorf("the second message is an attachment: %+v", m.Attachments)
	}
	digest := Parse(letter(entity("B", "\n"+
		"From: an@x.example\n"+
		"Subject: een\n\n"+
		"Dag"), "Content-Type: multipart/digest; boundary=B"), Options{})
	if digest.Forwarded == nil || digest.Forwarded.Text != "Dag\n" {
		t.Errorf("digest: %+v", digest.Forwarded)
	}
}

// deep nests a text in that many levels of multipart.
func deep(levels int) []byte {
	var head, tail strings.Builder
	head.WriteString("From: a@b.example\nSubject: diep\nMIME-Version: 1.0\n")
	for i := range levels {
		fmt.Fprintf(&head, "Content-Type: multipart/mixed; boundary=\"b%d.\"\n\n--b%d.\n", i, i)
	}
	head.WriteString(plainHead + "Dag, nummer 67\n")
	for i := levels - 1; i >= 0; i-- {
		fmt.Fprintf(&tail, "--b%d.--\n", i)
	}
	return crlf(head.String() + tail.String())
}

func TestDepth(t *testing.T) {
	if m := Parse(deep(maxDepth), Options{}); m.Text != "Dag, nummer 67\n" || len(m.Problems) > 0 {
		t.Errorf("%d levels: text %q, problems %q", maxDepth, m.Text, m.Problems)
	}
	if m := Parse(deep(maxDepth+1), Options{}); m.Text != "" || m.Unreadable || !hasProblem(m, "levels") {
		t.Errorf("%d levels: text %q, problems %q", maxDepth+1, m.Text, m.Problems)
	}
}

func TestManyParts(t *testing.T) {
	parts := make([]string, 3*maxParts)
	for i := range parts {
		parts[i] = plainHead + fmt.Sprint(i)
	}
	m := Parse(multipart("mixed", parts...), Options{})
	if n := strings.Count(m.Text, "\n"); n < maxParts-2 || n > maxParts || !hasProblem(m, "too many parts") {
		t.Errorf("%d parts were read, problems %q", n, m.Problems)
	}
}

func TestUnreadable(t *testing.T) {
	rubbish := make([]byte, 3000)
	for i := range rubbish {
		rubbish[i] = byte(i * 7)
	}
	tests := []struct {
		name string
		raw  string
		want bool
	}{
		{"nothing", "", true},
		{"blanks", " \r\n\r\n", true},
		{"rubbish", string(rubbish), true},
		{"words without header", "Ik ben Jan Peeters.", false},
		{"header only", "From: a@b.example\r\n\r\n", false},
		{"subject only", "Subject: adres vergeten\r\n", false},
		{"header and rubbish", "From: a@b.example\r\n\r\n" + string(rubbish), false},
	}
	for _, test := range tests {
		m := Parse([]byte(test.raw), Options{})
		if m.Unreadable != test.want || m.Unreadable && m.Text != "" {
			t.Errorf("%s: unreadable %v, text %q", test.name, m.Unreadable, m.Text)
		}
	}
}
