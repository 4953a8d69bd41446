package message

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOpenAttachment(t *testing.T) {
	const inner = "From: jan@claes.example\nSubject: binnen\n\nDag\n"
	pdf := "%PDF-1.7\x00\xff\r\nnot text"
	pdfPart := "Content-Type: application/pdf; name=scan.pdf\nContent-Disposition: attachment; filename=scan.pdf\nContent-Transfer-Encoding: base64\n\n" +
		base64.StdEncoding.EncodeToString([]byte(pdf)) + "\n"
	tnef := "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
	title, data, rendering := attribute(tnefTitle, []byte("attest.pdf\x00")), attribute(tnefData, []byte("octets")), attribute(tnefRendering, []byte{0})
	tests := []struct {
		name string
		raw  []byte
		n    int
		file string
		want string
	}{
		{"base64", multipart("mixed", plainHead+"Dag", pdfPart), 0, "scan.pdf", pdf},
		{"quoted-printable", multipart("mixed", plainHead+"Dag",
			"Content-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\nContent-Transfer-Encoding: quoted-printable\n\nRen=C3=A9e;=\n1\n"), 0, "a.csv", "Renée;1\n"},
		{"as it stands", multipart("mixed", plainHead+"Dag", "Content-Type: image/png; name=a.png\n\n\x89PNG\n"), 0, "a.png", "\x89PNG\n"},
		{"damaged base64", multipart("mixed", plainHead+"Dag", "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nQU!FB\n"), 0, "a.png", "AAA"},
		{"the second of two", multipart("mixed", plainHead+"Dag", "Content-Type: image/png; name=a.png\n\nfirst", pdfPart), 1, "scan.pdf", pdf},
		{"uuencode in the text", letter("Dag\n\nbegin 644 a.txt\n#86)C\n`\nend\n"), 0, "a.txt", "abc"},
		{"in a forwarded mail", multipart("mixed", plainHead+"Zie", "Content-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=C\n\n"+entity("C", plainHead+"a", pdfPart)),
			0, "scan.pdf", pdf},
		{"the second forwarded mail", multipart("mixed", plainHead+"Zie", "Content-Type: message/rfc822\n\n"+inner,
			"Content-Type: message/rfc822; name=b.eml\n\n"+inner), 0, "b.eml", inner},
		{"a mail in a forwarded mail", multipart("mixed", plainHead+"Zie", "Content-Type: message/rfc822\n\nFrom: a@b.example\nContent-Type: multipart/mixed; boundary=C\n\n"+
			entity("C", plainHead+"Dit is wat hij schreef:", "Content-Type: message/rfc822\n\n"+inner)), 0, "binnen", inner},
		{"winmail.dat", multipart("mixed", plainHead+"Dag", tnef+winmail(rendering, title, data)), 1, "attest.pdf", "octets"},
		{"winmail.dat with the name behind", multipart("mixed", plainHead+"Dag", tnef+winmail(rendering, data, title)), 1, "attest.pdf", "octets"},
		{"winmail.dat with two files", multipart("mixed", plainHead+"Dag", tnef+winmail(rendering, title, attribute(tnefData, []byte("other")), rendering, data, title)), 2, "attest.pdf", "octets"},
	}
	for _, test := range tests {
		content, a, err := OpenAttachment(test.raw, test.n)
		if err != nil {
			t.Errorf("%s: %v; the mail has %+v", test.name, err, Parse(test.raw, Options{}).Attachments)
			continue
		}
		got, want := strings.ReplaceAll(string(content), "\r\n", "\n"), strings.ReplaceAll(test.want, "\r\n", "\n")
		if diff := cmp.Diff(want, got); diff != "" || a.Name != test.file {
			t.Errorf("%s: %q: %s", test.name, a.Name, diff)
		}
	}
}

func TestOpenAttachmentKeepsOctets(t *testing.T) {
	pdf := []byte("%PDF\r\n\r\r\n\x00\xff\n")
	raw := multipart("mixed", plainHead+"Dag", "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"+base64.StdEncoding.EncodeToString(pdf))
	content, a, err := OpenAttachment(raw, 0)
	if err != nil || !bytes.Equal(content, pdf) || a.Size != int64(len(pdf)) {
		t.Errorf("%q of %+v, %v", content, a, err)
	}
	for i := range raw {
		raw[i] = 0
	}
	if !bytes.Equal(content, pdf) {
		t.Error("the content shares memory with the mail")
	}
}

func TestNoSuchAttachment(t *testing.T) {
	for name, raw := range map[string][]byte{"none": letter("Dag"), "nothing at all": nil, "one": multipart("mixed", plainHead+"Dag", "Content-Type: image/png\n\na")} {
		for _, n := range []int{-1, 1, 1 << 40} {
			if content, _, err := OpenAttachment(raw, n); !errors.Is(err, ErrNoAttachment) || content != nil {
				t.Errorf("%s, %d: %q, %v", name, n, content, err)
			}
		}
	}
}

// FuzzOpenAttachment opens everything that Parse lists, and nothing else.
func FuzzOpenAttachment(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(checkOpens)
}

func checkOpens(t *testing.T, raw []byte) {
	before := string(raw)
	list := parse(raw, own).Attachments
	for i, a := range list {
		content, opened, err := openAttachment(raw, i) // not OpenAttachment, which would hide a panic
		if err != nil || opened != a {
			t.Errorf("attachment %d, %+v, opens as %+v, %v", i, a, opened, err)
		}
		if len(content) > 3*len(raw)+3 {
			t.Errorf("attachment %d has %d octets, the mail %d", i, len(content), len(raw))
		}
	}
	if _, _, err := openAttachment(raw, len(list)); !errors.Is(err, ErrNoAttachment) {
		t.Errorf("one more than there are: %v", err)
	}
	if string(raw) != before {
		t.Error("the mail was written to")
	}
}

func TestEveryMailOpens(t *testing.T) {
	for _, seed := range seeds() {
		for cut := 0; cut <= len(seed); cut += 97 {
			checkOpens(t, seed[:cut])
		}
	}
}
