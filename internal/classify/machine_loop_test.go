package classify

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

var actions = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// Our own letters, sent on to us by a rule of some mailbox under its own address.
func TestOwnLettersAreLoops(t *testing.T) {
	files, err := fs.Glob(templates.FS, "*.*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no templates: %v", err)
	}
	for _, name := range files {
		raw, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		head, text, _ := strings.Cut(actions.ReplaceAllString(string(raw), ""), "\n\n")
		m := &message.Message{Subject: strings.TrimPrefix(head, "Subject: "), Text: strings.ReplaceAll(text, "**", ""), From: []message.Address{{Addr: "an@peeters.example"}}}
		if v := Classify(m, Options{Today: today, Fallback: ticket.Dutch}); v.Kind != ticket.Automatic {
			t.Errorf("%s comes back as %s: %v", name, v.Kind, v.Reasons)
		}
	}
}
