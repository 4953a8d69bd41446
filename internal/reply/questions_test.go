package reply

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// TestQuestions looks at the ready questions of the house, and mails each.
func TestQuestions(t *testing.T) {
	s := mustLoad(t)
	want := len(s.Questions(ticket.Dutch))
	if want < 6 {
		t.Fatalf("%d questions in Dutch", want)
	}
	seen := map[string]bool{}
	for _, l := range ticket.Languages() {
		list := s.Questions(l)
		if len(list) != want {
			t.Errorf("%s has %d questions, Dutch %d", l, len(list), want)
		}
		for _, q := range list {
			if seen[q] || strings.ContainsAny(q, "\n\r\t{}<>") || !strings.Contains(q, "?") {
				t.Errorf("%s: %q is there twice, more than one line, or no question", l, q)
			}
			seen[q] = true
			r := mustRender(t, s, l, Question{Ref: "SD-2026-000001", Text: q})
			if text := strings.ReplaceAll(strings.Join(strings.Fields(r.Text), " "), "\u00a0", " "); !strings.Contains(text, strings.ReplaceAll(q, "\u00a0", " ")) {
				t.Errorf("%s: %q is mailed as %s", l, q, r.Text)
			}
		}
	}
}

func TestQuestionsCannotBeChangedThroughTheList(t *testing.T) {
	s := mustLoad(t)
	s.Questions(ticket.Dutch)[0] = "changed"
	if s.Questions(ticket.Dutch)[0] == "changed" {
		t.Error("the set changed")
	}
}

func TestQuestionsOfAnotherLanguage(t *testing.T) {
	files := house(t)
	delete(files, QuestionsFile(ticket.German))
	s, err := Load(files, testDesk())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.Questions(testDesk().clean().Language), s.Questions(ticket.German)); diff != "" {
		t.Error(diff)
	}
	for _, l := range ticket.Languages() {
		delete(files, QuestionsFile(l))
	}
	if s, err = Load(files, testDesk()); err != nil || len(s.Questions(ticket.Dutch)) > 0 {
		t.Errorf("without any file: %v, %v", s.Questions(ticket.Dutch), err)
	}
}

func TestQuestionsThatCannotBeUsed(t *testing.T) {
	for name, test := range map[string]struct{ source, want string }{
		"a national number": {"Dag?\n\nIs 11.02.14-801.91 van u?\n", "questions.nl.txt:3: holds a national number"},
		"too long":          {"a?\n\nb\nc?\n\n" + strings.Repeat("x", 301), "questions.nl.txt:6: is longer than 300"},
		"not UTF-8":         {"\xff", "questions.nl.txt:1: is not UTF-8"},
		"invisible":         {"a\n\u202eb?", "questions.nl.txt:2: holds the invisible character"},
	} {
		files := house(t)
		files[QuestionsFile(ticket.Dutch)] = &fstest.MapFile{Data: []byte(test.source)}
		if _, err := Load(files, testDesk()); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	files := house(t)
	files[QuestionsFile(ticket.Dutch)] = &fstest.MapFile{Mode: fs.ModeDir}
	if _, err := Load(files, testDesk()); err == nil || !strings.Contains(err.Error(), "questions.nl.txt:1: cannot be read") {
		t.Errorf("a folder: %v", err)
	}
	crlf := house(t)
	crlf[QuestionsFile(ticket.Dutch)] = &fstest.MapFile{Data: []byte("Een\r\nvraag?\r\n\r\nTwee?\r\n")}
	s, err := Load(crlf, testDesk())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Een vraag?", "Twee?"}, s.Questions(ticket.Dutch)); diff != "" {
		t.Error(diff)
	}
}
