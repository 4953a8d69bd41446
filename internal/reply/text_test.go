package reply

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestText(t *testing.T) {
	long := strings.Repeat("lang", 40)
	cases := map[string]struct{ markdown, want string }{
		"paragraphs":     {"Een\ntwee\n\ndrie", "Een twee\n\ndrie\n"},
		"hard breaks":    {"Een\\\ntwee  \ndrie", "Een\ntwee\ndrie\n"},
		"emphasis":       {"**vet** en *schuin* en __vet__", "vet en schuin en vet\n"},
		"bullets":        {"Lijst:\n- een\n- twee", "Lijst:\n\n- een\n- twee\n"},
		"loose list":     {"- een\n\n- twee", "- een\n\n- twee\n"},
		"numbers":        {"3. drie\n4. vier", "3. drie\n4. vier\n"},
		"nested":         {"9. een\n10. twee:\n    - a\n    - b\n11. drie", "9. een\n10. twee:\n    - a\n    - b\n11. drie\n"},
		"heading":        {"# Titel\n\ntekst", "Titel\n\ntekst\n"},
		"link":           {"[de site](https://www.iec-iab.be/x)", "de site (https://www.iec-iab.be/x)\n"},
		"link to itself": {"[www.iec-iab.be](https://www.iec-iab.be)", "www.iec-iab.be\n"},
		"autolink":       {"<https://eloket.iec-iab.be>", "https://eloket.iec-iab.be\n"},
		"mailto":         {"[mail ons](mailto:servicedesk@iec-iab.be)", "mail ons (servicedesk@iec-iab.be)\n"},
		"mail autolink":  {"<servicedesk@iec-iab.be>", "servicedesk@iec-iab.be\n"},
		"escapes":        {`\*geen\* &amp; &lt;lijst&gt; \\`, "*geen* & <lijst> \\\n"},
		"not known":      {"<b>x</b> `code` | a |", "<b>x</b> `code` | a |\n"},
		"long word":      {"a " + long + " b", "a\n" + long + "\nb\n"},
		"no text":        {"", "\n"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			doc, err := parseDocument(newParser(), c.markdown, &words{desk: testDesk()})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, doc.text()); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTextIsNarrow measures the text parts of the house; the sample's addresses and words are all shorter than a line.
func TestTextIsNarrow(t *testing.T) {
	s := mustLoad(t)
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			for line := range strings.Lines(mustRender(t, s, l, Sample(o, l)).Text) {
				if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > columns {
					t.Errorf("%s in %s: %d columns: %s", o, l, n, line)
				}
			}
		}
	}
}

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{
		"  Jan \t Peeters\r\n": "Jan Peeters", "a\u00a0b": "a b", "a\u2028b": "a b", "\x00a\x7f": "a",
		"a\u202eb": "ab", "\u200b": "", "a\xffb": "ab", "e\u0301": "e\u0301",
		strings.Repeat("é", maxLine+1): strings.Repeat("é", maxLine),
	} {
		if got := cleanLine(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCleanLines(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\nd": "a\nb\nc\nd", "\n\n a  b \n\n\n\nc\n\n": "a b\n\nc", "a\u2029b\vc": "a\nb\nc",
		"a\n\u200b\n\u200b\nb": "a\n\nb", "": "",
	} {
		if got := cleanLines(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	r := mustRender(b, mustLoad(b), ticket.Dutch, Sample(ticket.PasswordSteps, ticket.Dutch))
	for b.Loop() {
		if _, err := Compose(testEnvelope(), r); err != nil {
			b.Fatal(err)
		}
	}
}
