package message

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// worst are mails in the shapes that could cost most, each of about size octets.
func worst(size int) map[string]func() []byte {
	const html = "Content-Type: text/html; charset=utf-8"
	lines := func(unit string, fields ...string) func() []byte {
		return func() []byte { return letter(strings.Repeat(unit, size/len(unit)), fields...) }
	}
	field := func(name, unit string) func() []byte {
		return func() []byte { return letter("x", name+": "+strings.Repeat(unit, size/len(unit))) }
	}
	once := func(s string) func() []byte { return func() []byte { return letter(s + strings.Repeat("a", size)) } }
	return map[string]func() []byte{
		"levels":     func() []byte { return deep(size / 90) },
		"parts":      func() []byte { return multipart("mixed", make([]string, size/6)...) },
		"full parts": func() []byte { return multipart("mixed", slicesOf(plainHead+"a", size/60)...) },
		"attached mails": func() []byte {
			return multipart("mixed", slicesOf("Content-Type: message/rfc822\n\nFrom: a@b.example\n\na", size/70)...)
		},
		"mails in mails":   lines("Content-Type: message/rfc822\n\n", "Content-Type: message/rfc822"),
		"false boundaries": lines("--B x\n", "Content-Type: multipart/mixed; boundary=B"),
		"no boundary":      lines("--B x\n", "Content-Type: multipart/mixed"),
		"header lines":     func() []byte { return []byte(strings.Repeat("X-A: b\r\n", size/8) + "\r\nx") },
		"strange lines": func() []byte {
			return []byte("From: a@b.example\r\n" + strings.Repeat("rubbish\r\n", size/9) + "\r\nx")
		},
		"folded lines":     func() []byte { return []byte("Subject: x\r\n" + strings.Repeat(" y\r\n", size/4) + "\r\nx") },
		"blank lines":      func() []byte { return bytes.Repeat([]byte(" \r\n"), size/3) },
		"mbox lines":       func() []byte { return bytes.Repeat([]byte("From x\r\n"), size/8) },
		"one line":         lines("a"),
		"one blank line":   lines(" "),
		"lone CR":          lines("a\r"),
		"line ends":        lines("\n"),
		"NUL":              lines("\x00"),
		"bytes of 1252":    lines("\xe9"),
		"cut letters":      lines("\xc3\xa9\xc3"),
		"encoded twice":    lines("Ã©"),
		"marks":            lines("a\u0301\u0302\u0303"),
		"invisible":        lines("\u200b"),
		"quote marks":      lines(">"),
		"quoted lines":     lines("> a\n"),
		"quote levels":     lines(strings.Repeat(">", 900) + "\n"),
		"flowed":           lines(">>a \n", "Content-Type: text/plain; format=flowed"),
		"attributions":     lines("Op 3 mei 2025 10:02 schreef a@b.example\n"),
		"attribution":      once("Op 3 mei 2025 10:02 schreef "),
		"half marked":      lines("Op 3 mei 2025 10:02 schreef A:\n> b\n"),
		"header blocks":    lines("Van: x\n"),
		"forwards":         lines("---------- Forwarded message ---------\nVan: a@b.example\nDatum: x\n\n", "Subject: Fwd: x"),
		"forwards in text": lines("Van: a@b.example\nDatum: 3 mei 2025 10:02\nOnderwerp: x\n\n", "Subject: Fwd: x"),
		"rules":            lines("----------\n"),
		"banners":          lines("[EXTERN]\n"),
		"armor":            lines("-----BEGIN PGP MESSAGE-----\n"),
		"uuencode":         lines("begin 644 a\n#86)C\n"),
		"colons":           lines("x 10:02:\n"),
		"base64":           lines("QUFB\n", "Content-Transfer-Encoding: base64"),
		"base64 unsaid":    lines("QUFB\n"),
		"quoted-printable": lines("=41", "Content-Transfer-Encoding: quoted-printable"),
		"soft breaks":      lines("=\n", "Content-Transfer-Encoding: quoted-printable"),
		"an attachment": func() []byte {
			return multipart("mixed", plainHead+"a", "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"+strings.Repeat("QUFBQUFB\n", size/9))
		},
		"a boundary in base64": func() []byte {
			return letter(strings.Repeat("QUFBQUFB\n", size/9), "Content-Type: multipart/mixed; boundary=B", "Content-Transfer-Encoding: base64")
		},
		"subject of words": field("Subject", "=?utf-8?Q?=41?= "),
		"words on words":   field("Subject", "=?utf-8?Q?"),
		"addresses":        field("To", "An <an@x.example>, "),
		"senders":          field("From", "an@x.example,"),
		"many From":        func() []byte { return letter("x", strings.TrimSpace(strings.Repeat("From: an@x.example\n", size/20))) },
		"comments":         field("From", "("),
		"quotes":           field("From", "\"<"),
		"references":       field("References", "<a@b> "),
		"parameters":       field("Content-Type", "text/plain; a*0=b; "),
		"unicode":          lines("a\x00", "Content-Type: text/plain; charset=utf-16"),
		"utf-7":            lines("+AOk-", "Content-Type: text/plain; charset=utf-7"),
		"enriched":         lines("<a>", "Content-Type: text/enriched"),
		"entities":         lines("&eacute;", html),
		"long entity":      lines("&amp", html),
		"plain entities":   lines("&eacute;"),
		"div":              lines("<div>", html),
		"open tags":        lines("<", html),
		"blockquote":       lines("<blockquote>a<br>", html),
		"tables":           lines("<table><tr><td>", html),
		"cells":            func() []byte { return letter("<table><tr>"+strings.Repeat("<td>a", size/5), html) },
		"rows":             func() []byte { return letter("<table>"+strings.Repeat("<tr><td>a<td>b", size/14), html) },
		"painted":          lines(`<font color="#fff">a`, html),
		"painted ends": func() []byte {
			return letter(strings.Repeat(`<font color=red>`, 100)+strings.Repeat("</b>", size/4), html)
		},
		"attributes":       func() []byte { return letter("<a "+strings.Repeat("a=1 ", size/4)+">x", html) },
		"a long attribute": func() []byte { return letter(`<a style="`+strings.Repeat("color:red;", size/10)+`">x`, html) },
		"styles":           lines(`<i style="/*/*/*a:b;color:red">a</i>`, html),
		"style sheet": func() []byte {
			return letter("<style>"+strings.Repeat(".a{display:none}", size/16)+"</style>"+strings.Repeat("<i class=b>", size/40), html)
		},
		"comments of HTML": lines("<!--", html),
		"line breaks":      func() []byte { return letter(strings.Repeat("<blockquote>", 60)+strings.Repeat("<br>", size/4), html) },
		"boundary of one":  lines("--a\n", "Content-Type: multipart/mixed; boundary=a"),
		"long boundary":    lines("x--"+strings.Repeat("a", 32), "Content-Type: multipart/mixed; boundary="+strings.Repeat("a", 40)),
		"sender of words":  field("From", "=?a?q?"),
		"angles":           field("From", "<a@b.example>"),
		"colons of groups": func() []byte { return letter("x", "From: a@b"+strings.Repeat(":", size)) },
		"type parameters":  field("Content-Type", "a=\""),
		"authentication": func() []byte {
			return letter("x", "Authentication-Results: mx.institute.example; "+strings.Repeat("(", size))
		},
		"combining marks": func() []byte { return letter("a" + strings.Repeat("\u0301", size/2)) },
		"status groups": func() []byte {
			return letter(entity("B", "Content-Type: message/delivery-status\n\n"+strings.Repeat("A: b\n\n", size/6)), "Content-Type: multipart/report; report-type=delivery-status; boundary=B")
		},
		"bold":         lines("<b>", html),
		"hidden":       lines("<div hidden>", html),
		"style value":  lines(`<i style="`+strings.Repeat("/*", 2000)+`">`, html),
		"alternatives": func() []byte { return multipart("alternative", slicesOf(htmlHead+"<p>a", size/50)...) },
	}
}

func slicesOf(s string, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = s
	}
	return all
}

// cost is what the reading of a mail took.
type cost struct {
	took      time.Duration
	floor     time.Duration // to hash the same octets
	allocated uint64        // octets, in all
}

// measure reads raw once.
func measure(raw []byte) (c cost) {
	start := time.Now()
	sha256.Sum256(raw)
	c.floor = time.Since(start)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start = time.Now()
	Parse(raw, own)
	c.took = time.Since(start)
	runtime.ReadMemStats(&after)
	c.allocated = after.TotalAlloc - before.TotalAlloc
	return c
}

// No mail may hold up the others: up to 25 MB in any shape it is read within 128 MB. BenchmarkWorst says how long that takes.
func TestNoMailTakesMuchMemory(t *testing.T) {
	const most = 128 << 20
	size := 25 << 20
	if testing.Short() {
		size = 2 << 20
	}
	for name, build := range worst(size) {
		raw := build()
		if c := measure(raw); c.allocated > most {
			t.Errorf("%s: %d octets took %d octets of memory", name, len(raw), c.allocated)
		}
	}
}

// BenchmarkWorst reports the time as a multiple of that to hash the same octets, which does not depend on the machine.
func BenchmarkWorst(b *testing.B) {
	for name, build := range worst(4 << 20) {
		raw := build()
		b.Run(fmt.Sprint(name), func(b *testing.B) {
			var sum cost
			for b.Loop() {
				c := measure(raw)
				sum.took, sum.floor, sum.allocated = sum.took+c.took, sum.floor+c.floor, sum.allocated+c.allocated
			}
			b.ReportMetric(float64(sum.took)/float64(sum.floor), "times-hash")
			b.ReportMetric(float64(sum.allocated)/float64(b.N)/float64(len(raw)), "octets/octet")
		})
	}
}
