package message

import (
	"strings"
	"testing"
)

func TestTextDecoding(t *testing.T) {
	runBodies(t, []bodyTest{
		{"utf-8", "text/plain; charset=utf-8", "8bit", "oubliée", "oubliée\n", ""},
		{"undeclared utf-8", "text/plain", "8bit", "oubliée", "oubliée\n", ""},
		{"undeclared windows-1252", "text/plain", "8bit", "oubli\xe9e \x80", "oubliée €\n", ""},
		{"windows-1252 as utf-8", "text/plain; charset=utf-8", "8bit", "oubli\xe9e", "oubliée\n", "character set"},
		{"utf-8 as latin1", "text/plain; charset=iso-8859-1", "8bit", "oubliée", "oubliée\n", "character set"},
		{"latin1 with quotes of windows", "text/plain; charset=ISO-8859-1", "8bit", "\x93a\x94 \xe9", "“a” é\n", ""},
		{"iso-8859-15", "text/plain; charset=iso-8859-15", "quoted-printable", "475 =A4", "475 €\n", ""},
		{"utf-16", "text/plain; charset=utf-16le", "base64", "aABpAA==", "hi\n", ""},
		{"cp-850", "text/plain; charset=cp-850", "quoted-printable", "=82", "é\n", ""},
		{"unknown charset", "text/plain; charset=x-none", "quoted-printable", "oubli=E9e", "oubliée\n", "character set"},
		{"unknown encoding", "text/plain", "x-uuencode", "Dag", "Dag\n", "transfer encoding"},
		{"8 bit", "text/plain; charset=utf-8", "8 bit", "oubliée", "oubliée\n", ""},
		{"encoding with comment", "text/plain", "Quoted-Printable (really)", "a=3Db", "a=b\n", ""},
		{"soft breaks", "text/plain", "quoted-printable", "85.07.=\n30-0=  \n33", "85.07.30-033\n", ""},
		{"equals sign that is none", "text/plain", "quoted-printable", "1 =1, a=Zb=", "1 =1, a=Zb\n", ""},
		{"lower-case hex", "text/plain; charset=utf-8", "quoted-printable", "=c3=a9", "é\n", ""},
		{"base64", "text/plain", "base64", "RGFn\nSmFu", "DagJan\n", ""},
		{"base64 without padding", "text/plain", "base64", "RGFnIQ", "Dag!\n", ""},
		{"base64 in pieces", "text/plain", "base64", "RGFnIQ==\nRGFn", "Dag!Dag\n", ""},
		{"base64 with junk", "text/plain", "base64", "RGF!!\nnIQ==", "Dag!\n", "damaged"},
		{"base64 with a footer", "text/plain", "base64", "RGFn\n\n-- \nSent by a list", "Dag\n--\nSent by a list\n", "clear text"},
		{"clear text as base64", "text/plain", "base64", "Dag Jan, tot straks", "Dag Jan, tot straks\n", "clear text"},
		{"malformed type", "text", "7bit", "Dag", "Dag\n", ""},
		{"type without closing quote", "text/plain; charset=\"iso-8859-1", "quoted-printable", "=E9", "é\n", ""},
		{"charset twice", "text/plain; charset=iso-8859-1; charset=utf-8", "quoted-printable", "=E9", "é\n", ""},
		{"HTML as plain text", "text/plain", "7bit", "<html><body><p>Dag</p><p>Jan</p></body></html>", "Dag\n\nJan\n", ""},
	})
}

func TestCleanText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"NUL and bell", "a\x00b\x07c", "abc"},
		{"terminal codes", "\x1b[31mRRN:\x1b[0m 1\x1bc", "RRN: 1c"},
		{"zero width", "85\u200b.07\ufeff.30\u2060-\u00ad033", "85.07.30-033"},
		{"no-break spaces", "85\u00a007\u202f30\u2007033", "85 07 30 033"},
		{"no-break hyphen", "30\u2011033", "30-033"},
		{"other dashes stay", "30 – 033", "30 – 033"},
		{"bidi", "a\u202e321\u202c\u2066b", "a321b"},
		{"line ends", "a\r\nb\rc\u2028d\u0085e\fg", "a\nb\nc\nd\ne\ng"},
		{"C1", "a\u009bb", "ab"},
		{"NFC", "e\u0301", "é"},
		{"invalid", "a\xffb", "a\uFFFDb"},
		{"tag characters", "a\U000e0041b", "ab"},
		{"hangul filler", "a\u3164b", "ab"},
	}
	for _, test := range tests {
		if got := cleanText(test.in); got != test.want {
			t.Errorf("%s: %q became %q, want %q", test.name, test.in, got, test.want)
		}
	}
}

func TestTextProblems(t *testing.T) {
	if m := Parse(letter("a\x00b"), Options{}); m.Text != "ab\n" || !hasProblem(m, "NUL") {
		t.Errorf("%q %q", m.Text, m.Problems)
	}
	if m := Parse(letter("a\u202eb"), Options{}); m.Text != "ab\n" || !hasProblem(m, "direction") {
		t.Errorf("%q %q", m.Text, m.Problems)
	}
	if m := Parse(letter("a"), Options{Truncated: true}); !hasProblem(m, "not fetched") {
		t.Errorf("%q", m.Problems)
	}
}

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{"": "", "\n \n": "", "a": "a\n", "\n\na  \n\n\n\t\nb\n\n": "a\n\nb\n", " a": " a\n"} {
		if got := tidy(in); got != want {
			t.Errorf("tidy(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTextLimit(t *testing.T) {
	m := Parse(letter(strings.Repeat("abcdefghi\n", 300_000)), Options{})
	if len(m.Text) > maxText || len(m.Text) < maxText*9/10 || !hasProblem(m, "too long") {
		t.Errorf("%d characters kept, %q", len(m.Text), m.Problems)
	}
}

func TestFlowed(t *testing.T) {
	tests := []struct{ kind, in, want string }{
		{"format=flowed", "Een lange \nregel.\n\nTweede.", "Een lange regel.\n\nTweede.\n"},
		{"format=flowed; delsp=yes", "78.11.02- \n837.42", "78.11.02-837.42\n"},
		{"format=flowed", "78.11.02- \n837.42", "78.11.02- 837.42\n"},
		{"format=flowed", " >geen citaat", ">geen citaat\n"},
		{"format=flowed", "Groet \n-- \nJan", "Groet\n--\nJan\n"},
		{"format=fixed", "a \nb", "a\nb\n"},
	}
	for _, test := range tests {
		m := Parse(letter(test.in, "Content-Type: text/plain; charset=utf-8; "+test.kind), Options{})
		if m.Text+m.Quoted != test.want {
			t.Errorf("%s %q: got %q, want %q", test.kind, test.in, m.Text+m.Quoted, test.want)
		}
	}
	m := Parse(letter("> een \n> twee\nja", "Content-Type: text/plain; format=flowed"), Options{})
	if m.Text != "ja\n" || m.Quoted != "> een twee\n" {
		t.Errorf("quoted flowed text: own %q, quoted %q", m.Text, m.Quoted)
	}
}
