package reply

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// hostile values: whatever a member, a forger or an import may write where a name, an address or a text belongs.
var hostile = []string{
	// templates, of ours and of others
	"{{.KnownAddress}}", "{{.X}}", "{{range 100000000}}x{{end}}", `{{define "a"}}{{end}}`, "{{.Desk}} }}{{", "{{", "}}", "{{/*", "*/}}", "{{- .Ref -}}",
	"{{printf `%s` .}}", "{{template `x`}}", "{{if .Ref}}a{{else}}b{{end}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{7*7}}", "{% for x in y %}", "$(id)", "`id`", "%KnownAddress%",
	// Markdown
	"*_Jan_*", "*_Jan_* **Peeters**", "# Jan", "## Jan", "1. Jan", "- Jan", "+ Jan", "> Jan", "`Jan`", "~~~", "```", "| a | b |", "Jan\\", "\\*Jan\\*", "***", "___", "~~Jan~~", "- [ ] Jan",
	"[x](http://evil.example)", "![x](http://evil.example/p.png)", "<http://evil.example>", "http://evil.example", "www.evil.example",
	"[x]: http://evil.example", "[x][y]", "[^1]", "mailto:x@evil.example", "<x@evil.example>", "](http://evil.example)", "[", "](", "![",
	"[servicedesk@iec-iab.be](mailto:x@evil.example)", "[x](javascript:alert(1))", "  \nJan", "Jan  ", "    Jan", "\tJan", "=====", "-----",
	// HTML
	"<b>", "<b>Jan</b>", "<script>alert(1)</script>", "</p></div></body>", "</title><script>", "<!-- ", "-->", "<![CDATA[x]]>", "<!--[if mso]>", "<![endif]-->",
	"\"><img src=x onerror=alert(1)>", "' onmouseover='x", "<a href=//evil.example>", "<style>*{display:none}</style>", "<svg/onload=alert(1)>", "<base href=//evil.example>",
	"&lt;b&gt;", "&amp;", "&#x3C;", "&#60;b&#62;", "AT&T", "a < b > c", "&nbsp;", "&#xE000;", "&#8238;",
	// URLs
	"javascript:alert(1)", "data:text/html,x", "https://www.iec-iab.be@evil.example/", "//evil.example", "?bcc=x@evil.example", "x@evil.example?bcc=y@evil.example",
	// headers
	"Jan\r\nBcc: x@evil.example", "Jan\nSubject: x", "Jan\r\n\r\nbody", "Jan\rX: y", "Jan\n.\nQUIT", "=?utf-8?Q?Bcc=3A?=", "=?utf-8?B?DQpCY2M6IHg=?=", "Jan;\r\n boundary=x",
	"--\r\nContent-Type: text/html", "Jan, x@evil.example", "\"Jan\" <x@evil.example>", "From Jan", ".",
	// characters
	"Jan\u2028Peeters", "Jan\u2029Peeters", "Jan\u0085Peeters", "Jan\vPeeters\f", "\x00Jan\x07", "Jan\x1b[31m", "Jan\x7f", "Jan\x00", "\u202eJan\u202c", "\u2066Jan\u2069", "\u061cJan",
	"J\u200ban", "J\u00adan", "\uFEFFJan", "\uE000", "\uE001\uE002", "\uF8FF", "Jan \U000F0000", "a\xffb", "\xc0\xaf", "\xed\xa0\x80", "Jan\uFFFE", "e\u0301\u0301\u0301\u0301",
	"Ján Šíp", "李雷", "👩", "👩‍👩‍👧", "عمر", "שלום", "ﬁ", "Ⅳ",
	// length, and other machines
	strings.Repeat("é", 400), strings.Repeat("x", 5000), strings.Repeat("x ", 2500), strings.Repeat("[", 300), strings.Repeat("*a", 500), "   Jan   Peeters   ",
	"%s%d%!(EXTRA)", "' OR '1'='1", "'; DROP TABLE members; --", "${jndi:ldap://x}", "../../etc/passwd", "=cmd|' /C calc'!A0", "\\u003cb\\u003e", "%0D%0ABcc:x",
}

// allData returns data of every occasion with one value in every field that is a text. The link of StaffLink has a test of its own.
func allData(v string) []Data {
	p, ref := Person{FirstName: v, LastName: v}, ticket.Ref(v)
	return []Data{
		AddressKnown{Ref: ref, Member: p, KnownAddress: v},
		AddressChanged{Ref: ref, Member: p, NewAddress: v},
		AddressChangedNotice{Ref: ref, Member: p, OldAddress: v},
		DataMissing{
			Ref: ref, Name: p, Kind: ticket.Kind(v),
			Missing: []ticket.Field{ticket.Field(v), ticket.LastName}, NumberProblem: ticket.NumberProblem(v),
		},
		IdentityNotConfirmed{Ref: ref, Name: p},
		PasswordSteps{Ref: ref},
		Received{Ref: ref},
		Question{Ref: ref, Name: p, Text: v},
		Answer{Ref: ref, Name: p, Text: v},
		StaffLink{Name: v, Link: "https://desk.example.be/link/x", Hours: 1},
	}
}

// TestHostileValuesReachEveryField keeps the table whole when a field is added.
func TestHostileValuesReachEveryField(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range hostile {
		seen[v] = true
	}
	if len(seen) < 100 || len(seen) != len(hostile) {
		t.Errorf("%d different values of %d, want a hundred", len(seen), len(hostile))
	}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch {
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case v.Kind() == reflect.String && v.String() != "hostile" && path != "StaffLink.Link":
			t.Errorf("%s holds no hostile value", path)
		}
	}
	occasions := 0
	for _, d := range allData("hostile") {
		occasions++
		walk(reflect.TypeOf(d).Name(), reflect.ValueOf(d))
	}
	if occasions != len(ticket.Occasions()) {
		t.Errorf("%d occasions, want %d", occasions, len(ticket.Occasions()))
	}
}

// shown is the value that the text part must hold, and how often at least; 0 where its occasion shows only the Ref.
func shown(d Data) (value string, times int) {
	switch d := d.(type) {
	case AddressKnown:
		return withNames(d.KnownAddress, d.Member)
	case AddressChanged:
		return withNames(d.NewAddress, d.Member)
	case AddressChangedNotice:
		return withNames(d.OldAddress, d.Member)
	case Question:
		return cleanLines(d.Text), 1
	case Answer:
		return cleanLines(d.Text), 1
	case StaffLink:
		return cleanLine(d.Name), 1
	}
	return "", 0
}

// withNames counts an address that is both names too.
func withNames(address string, p Person) (string, int) {
	if p.FirstName == address && p.LastName == address {
		return cleanLine(address), 3
	}
	return cleanLine(address), 1
}

// TestValuesAreData is R10: in every template and field, a hostile value is shown as it is, and nothing of it happens.
func TestValuesAreData(t *testing.T) {
	s := mustLoad(t)
	like := map[key]Rendered{}
	for _, d := range allData("Jan") {
		for _, l := range ticket.Languages() {
			like[key{d.Occasion(), l}] = mustRender(t, s, l, benign(d))
		}
	}
	rendered := 0
	for _, v := range hostile {
		for _, d := range allData(v) {
			for _, l := range ticket.Languages() {
				r, err := s.Render(l, d)
				if cleanLine(v) == "" && (errors.Is(err, ErrIncomplete) || err == nil) {
					continue // nothing is left of the value
				}
				if err != nil {
					t.Fatalf("%q in %s: %v", v, d.Occasion(), err)
				}
				rendered++
				checkHarmless(t, r, d, v, like[key{d.Occasion(), l}])
			}
		}
	}
	t.Logf("%d hostile replies", rendered)
}

// benign is d with harmless words, as many lines as the hostile ones.
func benign(d Data) Data {
	for _, b := range allData("Jan") {
		if b.Occasion() == d.Occasion() {
			if m, ok := b.(DataMissing); ok {
				m.Missing = []ticket.Field{ticket.LastName}
				return m
			}
			return b
		}
	}
	return nil
}

func checkHarmless(t *testing.T, r Rendered, d Data, v string, like Rendered) {
	t.Helper()
	want, times := shown(d)
	want = strings.Join(strings.Fields(want), " ")
	if strings.Count(flat(r), want) < times {
		t.Errorf("%q in %s: not %d times in the text part:\n%s", v, d.Occasion(), times, r.Text)
	}
	if strings.ContainsAny(r.Subject, "\r\n") || strings.ContainsAny(r.Text, "\r\x00\x07\x1b\u202e") {
		t.Errorf("%q in %s: control characters left", v, d.Occasion())
	}
	got, gotText := skeleton(t, r.HTML)
	wantTags, _ := skeleton(t, like.HTML)
	if got != wantTags {
		t.Errorf("%q in %s: changes the HTML:\n%s\nwant\n%s", v, d.Occasion(), got, wantTags)
	}
	if strings.Count(strings.Join(strings.Fields(gotText), " "), want) < times {
		t.Errorf("%q in %s: not %d times in the HTML part", v, d.Occasion(), times)
	}
	if got, want := fieldsOnWire(t, r), fieldsOnWire(t, like); got != want {
		t.Errorf("%q in %s: the header has the fields %s, want %s", v, d.Occasion(), got, want)
	}
}

// fieldsOnWire composes a reply and lists the names of its header.
func fieldsOnWire(t *testing.T, r Rendered) string {
	t.Helper()
	header, _, _ := bytes.Cut(mustCompose(t, testEnvelope(), r), []byte("\r\n\r\n"))
	var names []string
	for line := range strings.SplitSeq(string(header), "\r\n") {
		if !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") {
			name, _, _ := strings.Cut(line, ":")
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// TestMembersOfOddNamesGetACorrectMail looks at the mails that the issue names.
func TestMembersOfOddNamesGetACorrectMail(t *testing.T) {
	s := mustLoad(t)
	for name, want := range map[string]struct{ text, html string }{
		"{{.X}}":          {"Geachte {{.X}} Peeters,", ">Geachte {{.X}} Peeters,</p>"},
		"*_Jan_*":         {"Geachte *_Jan_* Peeters,", ">Geachte *_Jan_* Peeters,</p>"},
		"<b>":             {"Geachte <b> Peeters,", ">Geachte &lt;b&gt; Peeters,</p>"},
		"Jan\nPieter":     {"Geachte Jan Pieter Peeters,", ">Geachte Jan Pieter Peeters,</p>"},
		"Jan\r\nBcc: x@y": {"Geachte Jan Bcc: x@y Peeters,", ">Geachte Jan Bcc: x@y Peeters,</p>"},
	} {
		r := mustRender(t, s, ticket.Dutch, AddressKnown{Ref: "SD-2026-000001", Member: Person{FirstName: name, LastName: "Peeters"}, KnownAddress: "a@example.be"})
		if !strings.HasPrefix(r.Text, want.text+"\n") || !strings.Contains(r.HTML, want.html) {
			t.Errorf("%q is greeted %.60q, and %q is not in the HTML part", name, r.Text, want.html)
		}
	}
}
