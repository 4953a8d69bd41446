package reply

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func testEnvelope() Envelope {
	return Envelope{
		From:       ticket.Address{Name: "Servicedesk IEC-IAB", Addr: "servicedesk@iec-iab.be"},
		To:         ticket.Address{Name: "Hélène Lambert", Addr: "helene.lambert@example.be"},
		MessageID:  "abc234@iec-iab.be",
		InReplyTo:  "question@example.be",
		References: []string{"first@example.be", "question@example.be"},
		Date:       time.Date(2026, 11, 22, 10, 30, 0, 0, time.UTC),
	}
}

func testRendered() Rendered {
	return Rendered{Subject: "Votre adresse [SD-2026-000123]", Text: "Bonjour Hélène,\n\nVoilà.\n",
		HTML: "<p>Bonjour Hélène,</p>\n<p>Voilà.</p>\n", Language: ticket.French}
}

func mustCompose(t testing.TB, e Envelope, r Rendered) []byte {
	t.Helper()
	raw, err := Compose(e, r)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// parsed is a composed mail as a stranger's parser reads it.
type parsed struct {
	header mail.Header
	fields []string // "Name: value", decoded
	parts  map[string]string
}

func mustParse(t testing.TB, raw []byte) parsed {
	t.Helper()
	r, err := mail.CreateReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	p := parsed{header: r.Header, parts: map[string]string{}}
	for f := r.Header.Fields(); f.Next(); {
		text, err := f.Text()
		if err != nil {
			t.Fatal(err)
		}
		p.fields = append(p.fields, f.Key()+": "+text)
	}
	for {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return p
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part.Body)
		if err != nil {
			t.Fatal(err)
		}
		p.parts[part.Header.Get("Content-Type")] = string(body)
	}
}

// checkWire looks at what RFC 5322 section 2 asks of the bytes.
func checkWire(t testing.TB, raw []byte) {
	t.Helper()
	if rest := bytes.ReplaceAll(raw, []byte("\r\n"), nil); bytes.ContainsAny(rest, "\r\n") {
		t.Error("a CR or LF stands alone")
	}
	header, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	for line := range bytes.SplitSeq(raw, []byte("\r\n")) {
		if len(line) > 998 {
			t.Errorf("a line has %d octets: %.80s…", len(line), line)
		}
	}
	for line := range bytes.SplitSeq(header, []byte("\r\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			t.Errorf("a header line is blank:\n%s", header)
		}
	}
	for _, b := range raw {
		if b > 126 {
			t.Error("an octet is not ASCII")
			return
		}
	}
}

func TestCompose(t *testing.T) {
	raw := mustCompose(t, testEnvelope(), testRendered())
	checkWire(t, raw)
	p := mustParse(t, raw)
	slices.Sort(p.fields)
	want := []string{
		"Content-Language: fr",
		"Content-Type: multipart/alternative; boundary=" + boundary(testEnvelope(), testRendered()),
		"Date: Sun, 22 Nov 2026 10:30:00 +0000",
		`From: "Servicedesk IEC-IAB" <servicedesk@iec-iab.be>`,
		"In-Reply-To: <question@example.be>",
		"Message-Id: <abc234@iec-iab.be>",
		"Mime-Version: 1.0",
		"References: <first@example.be> <question@example.be>",
		"Subject: Votre adresse [SD-2026-000123]",
		"To: Hélène Lambert <helene.lambert@example.be>",
	}
	if diff := cmp.Diff(want, p.fields); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	wantParts := map[string]string{
		"text/plain; charset=UTF-8": crlf(testRendered().Text),
		"text/html; charset=UTF-8":  crlf(testRendered().HTML),
	}
	if diff := cmp.Diff(wantParts, p.parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	if text, html := bytes.Index(raw, []byte("text/plain")), bytes.Index(raw, []byte("text/html")); text > html {
		t.Error("HTML comes first: the last alternative is the preferred one (RFC 2046 section 5.1.4)")
	}
}

// TestSameArgumentsSameBytes is R9: a reply that is composed again after a crash is the same mail.
func TestSameArgumentsSameBytes(t *testing.T) {
	first := mustCompose(t, testEnvelope(), testRendered())
	if again := mustCompose(t, testEnvelope(), testRendered()); !bytes.Equal(first, again) {
		t.Errorf("differs:\n%s", cmp.Diff(string(first), string(again)))
	}
	other := testRendered()
	other.Text += "x"
	if boundary(testEnvelope(), other) == boundary(testEnvelope(), testRendered()) {
		t.Error("two texts have one boundary")
	}
}

func TestAutomaticMailSaysSo(t *testing.T) {
	e := testEnvelope()
	for _, automatic := range []bool{true, false} {
		e.Automatic = automatic
		h := mustParse(t, mustCompose(t, e, testRendered())).header
		if got := h.Get("Auto-Submitted") == "auto-replied" && h.Get("X-Auto-Response-Suppress") == "All"; got != automatic {
			t.Errorf("automatic %v: Auto-Submitted %q, X-Auto-Response-Suppress %q", automatic,
				h.Get("Auto-Submitted"), h.Get("X-Auto-Response-Suppress"))
		}
	}
}

func TestReferences(t *testing.T) {
	var long []string
	for i := range 40 {
		long = append(long, string(rune('a'+i%26))+strings.Repeat("x", i)+"@example.be")
	}
	cases := map[string]struct {
		references []string
		inReplyTo  string
		want       []string
	}{
		"none":            {nil, "", nil},
		"only a parent":   {nil, "a@b", []string{"a@b"}},
		"parent is added": {[]string{"a@b"}, "c@d", []string{"a@b", "c@d"}},
		"repeats":         {[]string{"a@b", "a@b", "c@d"}, "c@d", []string{"a@b", "c@d"}},
		"what is no id": {
			[]string{"a@b>\r\nBcc: <x@evil.example", "a b@c", "", "@", "<a@b>", "é@b", strings.Repeat("x", 300) + "@b", "ok@b"},
			"no id",
			[]string{"ok@b"},
		},
		"oldest and newest": {long, "last@b", append(append([]string{long[0]}, long[22:]...), "last@b")},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			e := testEnvelope()
			e.References, e.InReplyTo = slices.Grow(slices.Clone(c.references), 1), c.inReplyTo
			raw := mustCompose(t, e, testRendered())
			checkWire(t, raw)
			h := mustParse(t, raw).header
			got, err := h.MsgIDList("References")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("References (-want +got):\n%s", diff)
			}
			if n := len(e.References); e.References[:n+1][n] != "" || !slices.Equal(e.References, c.references) {
				t.Errorf("the caller's slice was changed: %q", e.References[:n+1])
			}
			if len(got) > maxReferences {
				t.Errorf("%d references", len(got))
			}
		})
	}
}

// TestHostileHeaders puts hostile values where strangers' words reach a header: no field is added, none is changed (R10).
func TestHostileHeaders(t *testing.T) {
	clean := mustParse(t, mustCompose(t, testEnvelope(), testRendered()))
	for _, v := range append(slices.Clone(hostile), strings.Repeat(" ", 200)+"x", strings.Repeat("x ", 200),
		"a"+strings.Repeat("\t ", 100)+"b", `Jan "De" \Peeters`, "Peeters, Jan <x@evil.example>") {
		e, r := testEnvelope(), testRendered()
		e.To.Name, e.From.Name, e.InReplyTo, e.References = v, v, v, []string{v}
		r.Subject = v
		raw := mustCompose(t, e, r)
		checkWire(t, raw)
		p := mustParse(t, raw)
		for _, name := range []string{"From", "To", "Subject", "Date", "Message-Id", "Mime-Version", "Content-Type"} {
			if n := len(p.header.Values(name)); n != 1 {
				t.Errorf("%q: %d fields %s", v, n, name)
			}
		}
		if len(p.fields) > len(clean.fields) || p.header.Has("Bcc") {
			t.Errorf("%q: fields %q", v, p.fields)
		}
		checkRecipient(t, p, v)
		want, err := new(mime.WordDecoder).DecodeHeader(cleanLine(v)) // what is an encoded word stays one: it can only be text
		if err != nil {
			t.Fatal(err)
		}
		if subject, err := p.header.Subject(); err != nil || subject != want {
			t.Errorf("subject %q, want %q (%v)", subject, want, err)
		}
	}
}

func checkRecipient(t *testing.T, p parsed, v string) {
	t.Helper()
	for name, want := range map[string]string{"To": "helene.lambert@example.be", "From": "servicedesk@iec-iab.be"} {
		list, err := p.header.AddressList(name)
		if err != nil || len(list) != 1 || list[0].Address != want {
			t.Errorf("%q: %s is %v (%v)", v, name, list, err)
			continue
		}
		if got := list[0].Name; got != cleanLine(got) || len([]rune(got)) > maxDisplayName {
			t.Errorf("%q: the name in %s is %q", v, name, got)
		}
	}
}

func TestComposeRefuses(t *testing.T) {
	for _, addr := range []string{"", "x", "x@", "@x", "a@b, c@d", "a@b>\r\nBcc: <c@d", "Jan <a@b>", "<a@b>",
		"a b@c", "jané@example.be", "a@bé.example", "a@b\x00", "(x)a@b c", strings.Repeat("x",
			250) + "@b.example"} {
		e := testEnvelope()
		e.To.Addr = addr
		if raw, err := Compose(e, testRendered()); err == nil {
			t.Errorf("recipient %q gives\n%s", addr, raw)
		}
		e = testEnvelope()
		e.From.Addr = addr
		if _, err := Compose(e, testRendered()); err == nil {
			t.Errorf("sender %q is taken", addr)
		}
	}
	for _, id := range []string{"", "x", "<a@b>", "a@b\r\nBcc: x", "a b@c"} {
		e := testEnvelope()
		e.MessageID = id
		if _, err := Compose(e, testRendered()); err == nil {
			t.Errorf("Message-ID %q is taken", id)
		}
	}
}

func TestNewMessageID(t *testing.T) {
	random := bytes.NewReader(append(make([]byte, 16), bytes.Repeat([]byte{0xff}, 16)...))
	for _, want := range []string{"aaaaaaaaaaaaaaaaaaaaaaaaaa@iec-iab.be", "7777777777777777777777777q@iec-iab.be"} {
		got, err := NewMessageID("iec-iab.be", random)
		// 128 bits are 25.6 base32 digits: the last one carries three
		if err != nil || len(got) != len(want) || got[:25] != want[:25] || !isMessageID(got) {
			t.Errorf("got %q, want %q (%v)", got, want, err)
		}
	}
	if _, err := NewMessageID("iec-iab.be", random); err == nil {
		t.Error("an exhausted source of randomness is taken")
	}
	if _, err := NewMessageID("a b", bytes.NewReader(make([]byte, 16))); err == nil {
		t.Error("a domain with a space is taken")
	}
}

// TestHouseRepliesOnTheWire composes every reply of the house and reads it back.
func TestHouseRepliesOnTheWire(t *testing.T) {
	s := mustLoad(t)
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			r := mustRender(t, s, l, Sample(o, l))
			raw := mustCompose(t, testEnvelope(), r)
			checkWire(t, raw)
			p := mustParse(t, raw)
			want := map[string]string{"text/plain; charset=UTF-8": crlf(r.Text), "text/html; charset=UTF-8": crlf(r.HTML)}
			if diff := cmp.Diff(want, p.parts); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", o, l, diff)
			}
			decoded, err := new(mime.WordDecoder).DecodeHeader(p.header.Get("Subject"))
			if err != nil || decoded != r.Subject || strings.Contains(decoded, "[SD-2026-000123]") != o.OfTicket() {
				t.Errorf("%s in %s: subject %q, want %q (%v)", o, l, decoded, r.Subject, err)
			}
		}
	}
}

func FuzzCompose(f *testing.F) {
	for _, v := range hostile {
		f.Add(v, v, v, v+"@example.be")
	}
	f.Fuzz(func(t *testing.T, subject, name, id, addr string) {
		e, r := testEnvelope(), testRendered()
		r.Subject, r.Text, r.HTML = subject, cleanLines(name), cleanLines(id)
		e.To, e.InReplyTo, e.References = ticket.Address{Name: name, Addr: addr}, id, []string{subject, id}
		raw, err := Compose(e, r)
		if err != nil {
			return // an address that cannot be mailed to
		}
		checkWire(t, raw)
		if p := mustParse(t,
			raw); len(p.header.Values("To")) != 1 || len(p.header.Values("Subject")) != 1 || p.header.Has("Bcc") {
			t.Errorf("fields %q", p.fields)
		}
	})
}
