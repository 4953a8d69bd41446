package message

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpusLabel is what a labelled set of mails says of one of them; other keys are for other packages.
type corpusLabel struct {
	File        string `json:"file"`
	Kind        string `json:"kind"`
	FromAddress string `json:"from_address"`
}

// corpusDir returns the folder of labelled mails (labels.jsonl, mail/*.eml), or skips; it fails where they are required.
func corpusDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("SERVICEDESK_TEST_CORPUS")
	if dir != "" {
		return dir
	}
	if strings.Contains(os.Getenv("SERVICEDESK_TEST_REQUIRE"), "corpus") {
		t.Fatal("SERVICEDESK_TEST_REQUIRE names corpus, but SERVICEDESK_TEST_CORPUS names no folder")
	}
	t.Skip("no labelled mails: set SERVICEDESK_TEST_CORPUS to their folder")
	return ""
}

func TestCorpus(t *testing.T) {
	dir := corpusDir(t)
	labels, err := os.ReadFile(filepath.Join(dir, "labels.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(labels)) {
		var want corpusLabel
		if err := json.Unmarshal([]byte(line), &want); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(dir, "mail", want.File))
		if err != nil {
			t.Fatal(err)
		}
		m := Parse(raw, Options{OwnAddresses: []string{"servicedesk@iec-iab.be"}})
		from := ""
		if len(m.From) > 0 {
			from = m.From[0].Addr
		}
		if from != want.FromAddress {
			t.Errorf("%s: from %q, want %q", want.File, from, want.FromAddress)
		}
		// Machines that only words betray are for package classify.
		if m.Automation != nil && want.Kind != "automatic" {
			t.Errorf("%s: automatic (%v), kind %s", want.File, m.Automation, want.Kind)
		}
		if m.Unreadable {
			t.Errorf("%s: unreadable", want.File)
		}
	}
}
