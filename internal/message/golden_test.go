package message

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the mails of testdata are read as, to be looked at")

// TestGolden reads whole mails as the usual mailers write them; what was read stands beside each as JSON.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in testdata: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := Parse(crlf(strings.ReplaceAll(string(raw), "\r\n", "\n")), own)
		checkMessage(t, m)
		got := readable(t, m)
		wantFile := strings.TrimSuffix(file, ".eml") + ".json"
		if *update {
			if err := os.WriteFile(wantFile, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(wantFile)
		if err != nil {
			t.Fatal(err)
		}
		diff(t, file, strings.Split(got, "\n"), strings.Split(string(want), "\n"))
	}
}

// readable is m as JSON with texts as lists of lines.
func readable(t *testing.T, m *Message) string {
	t.Helper()
	type plain Message
	view := struct {
		*plain
		Text, AltText, Quoted []string
	}{(*plain)(m), lines(m.Text), lines(m.AltText), lines(m.Quoted)}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(view); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func lines(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }
