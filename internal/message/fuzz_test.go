package message

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/address"
)

// seeds are small mails of every kind that the reader knows.
func seeds() [][]byte {
	return [][]byte{
		letter("Dag\n\nOp 3/6/2025 om 10:02 schreef D:\n> oud\n"),
		letter("<table><tr><th>a<th>b<tr><td>1<td>2</table><blockquote>c</blockquote><p hidden>d", "Content-Type: text/html"),
		letter("een \ntwee", "Content-Type: text/plain; format=flowed; delsp=yes"),
		letter("RGFn!!", "Content-Transfer-Encoding: base64", "Subject: =?utf-8?B?w6k?= =?x?q?=E9?="),
		letter("a=\nb=C3=A9", "Content-Transfer-Encoding: quoted-printable", "From: \"Peeters, Jan\" (x) <jan@x.example>, b@c"),
		multipart("alternative", plainHead+"Dag", htmlHead+"<b>Dag</b>"),
		multipart("mixed", plainHead+"Zie.", "Content-Type: message/rfc822\n\nFrom: an@x.example\n\nDag"),
		dsn("Final-Recipient: rfc822; a@b.example\n"+
			"Action: failed\n"+
			"Status: 5.1.1\n", "Content-Type: text/rfc822-headers\n\n"+
			"Message-ID: <9@x>\n"),
		letter("x", "Authentication-Results: mx.institute.example; spf=pass (a) smtp.mailfrom=\"b c\"@d; dmarc=fail"),
		letter("Van: A <a@b.example>\nVerzonden: ma\nAan: c\n\nDag", "Subject: FW: x"),
		letter("Ik ben afwezig tot maandag.", "Subject: Afwezig: x", "X-Auto-Response-Suppress: All"),
		deep(3),
		[]byte("From x\n\xff\x00rubbish: \n y"),
		letter("Ren\x82e \xc3\xa9 \xc3", "Content-Type: text/plain"),
		letter("oubliÃ©e lâ€™adresse √© ├®", "From: =?utf-8?Q?Ren=C3=83=C2=A9e?= <\"a b\"@c.example>"),
		letter("a+AOk- +2D3eAA-", "Content-Type: text/plain; charset=utf-7"),
		letter(utf16le("Dag Renée"), "Content-Type: text/plain; charset=unicode"),
		letter("a=C3=A9b=\nc=20\n", "Content-Transfer-Encoding: 7bit"),
		letter("begin 644 a\n#86)C\n`\nend\n", "Content-Transfer-Encoding: x-uuencode"),
		letter("Dag\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n\n- a\n-----BEGIN PGP SIGNATURE-----\nA\n-----END PGP SIGNATURE-----\n"),
		letter("[EXTERN]\nLet op: van buiten.\n\n>From x\n>>> D <d@x.example> 3/06/2025 10:02 >>>\na\n"),
		letter("Zie.\n---------- Forwarded message ---------\nVan: mailer-daemon@x.example\nDatum: x 10:02\nOnderwerp: y\n\nVan: A/B/C\nVerzonden: z\nAan: c\n\nDag\n"),
		letter("> 1. uw naam:\nClaes\n\n> voornaam?\n\nEls\n", "Reply-To: еls@claes.example"),
		letter("<body background=x text=y><p style='color:#fff;font-size:0'>a<s>b</s><font color=red>c<table><tr><td><td>ik<td>u<tr><td>n<td>1<td>2<tr><td>m<td>3<td>4</table>", "Content-Type: text/html"),
		letter("<b>a</b> <x@y.example> << &eacute;", "Content-Type: text/enriched"),
		multipart("mixed", plainHead, "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"+winmail(attribute(tnefBody, []byte("Dag")), attribute(tnefMessageProp, properties(property(0x1F, mapiBody, "a\x00"))))),
		letter("--B\nContent-Type: text/plain; name*0*=x'y'%41; name*1=b\n\na\n --B--\n", "Content-Type: text/plain"),
		letter("a\r\rb\r", "Subject: a\nb", "From: 0@xn--0´0-xdc"),
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		before := string(raw)
		m := parse(raw, own) // not Parse, which would hide a panic
		if string(raw) != before {
			t.Error("the mail was written to")
		}
		checkMessage(t, m)
	})
}

// checkMessage checks what holds for every mail.
func checkMessage(t *testing.T, m *Message) {
	t.Helper()
	lines := []string{m.Subject, m.MessageID}
	texts := []string{m.Text, m.AltText, m.Quoted}
	for _, list := range [][]Address{m.From, m.ReplyTo, m.To} {
		for _, a := range list {
			lines = append(lines, a.Name, a.Addr)
			if address.Canonical(a.Addr) != a.Addr {
				t.Errorf("address %q is not canonical: %q", a.Addr, address.Canonical(a.Addr))
			}
			if hasInvisible(a.Addr) || hasInvisible(a.Name) {
				t.Errorf("invisible characters in %+v", a)
			}
		}
	}
	lines = append(append(lines, m.References...), m.Problems...)
	for _, a := range m.Attachments {
		lines = append(lines, a.Name, a.Type)
	}
	if f := m.Forwarded; f != nil {
		lines, texts = append(lines, f.From.Name, f.From.Addr, f.Subject), append(texts, f.Text)
	}
	if b := m.Bounce; b != nil {
		lines = append(lines, b.MessageID, b.Recipient, b.Action, b.Status, b.Diagnostic)
		if m.Automation == nil {
			t.Error("a bounce that is not automatic")
		}
	}
	lines = append(lines, m.Auth.SPF, m.Auth.DKIM, m.Auth.DMARC, m.Auth.DKIMDomain)
	for _, s := range append(lines, texts...) {
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
			t.Errorf("not UTF-8 in NFC: %q", s)
		}
		if i := strings.IndexFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }); i >= 0 {
			t.Errorf("control character in %q", s)
		}
	}
	for _, s := range lines {
		if strings.ContainsAny(s, "\n\t") {
			t.Errorf("more than one line: %q", s)
		}
	}
	for _, s := range texts {
		if s != "" && !strings.HasSuffix(s, "\n") {
			t.Errorf("a text without line end: %q", s)
		}
	}
	if m.Unreadable && m.Text != "" {
		t.Errorf("unreadable, but with text %q", m.Text)
	}
}

func TestEveryMailHolds(t *testing.T) {
	for _, seed := range seeds() {
		for cut := 0; cut <= len(seed); cut += 7 {
			checkMessage(t, parse(seed[:cut], own))
		}
	}
}

func TestParseSurvivesAnything(t *testing.T) {
	for _, raw := range [][]byte{nil, {}, {0}, {'\n'}, {':'}, []byte("\r"), []byte("Content-Type: multipart/mixed; boundary=\"\"\n\n" +
		"--\n" +
		"--\n")} {
		if m := Parse(raw, own); m == nil {
			t.Errorf("Parse(%q) returned nil", raw)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	typical := multipart("alternative", plainHead+"Geachte,\n\n"+
		"Ik ben mijn e-mailadres vergeten.\n"+
		"Naam: Claes\n"+
		"Voornaam: Els\n\n"+
		"Met vriendelijke groeten\n"+
		"Els Claes\n\n"+
		"Op 3/6/2025 om 10:02 schreef Desk <desk@institute.example>:\n"+
		"> Geachte,\n"+
		"> uw naam aub\n",
		htmlHead+"<html><head><style>p.MsoNormal {margin:0cm}</style></head><body>"+strings.Repeat("<p class=MsoNormal>Ik ben mijn <b>e-mailadres</b> vergeten.<o:p></o:p></p>\n", 20)+"</body></html>")
	for name, raw := range map[string][]byte{"simple": letter("Naam: Claes\n" +
		"Voornaam: Els\n"), "alternative": typical, "deep": deep(24)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				Parse(raw, own)
			}
		})
	}
}
