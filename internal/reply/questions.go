package reply

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// longestQuestion is how much of a ready question can be read at a glance, in characters.
const longestQuestion = 300

// Questions are the ready questions of staff in a language, for Question.Text; those of the desk's own language where this one has none.
// They may be empty.
func (s *Set) Questions(lang ticket.Language) []string {
	list, ok := s.questions[lang]
	if !ok {
		list = s.questions[s.desk.Language]
	}
	return slices.Clone(list)
}

// QuestionsFile is the name of the file with the ready questions in a language: one a paragraph.
func QuestionsFile(lang ticket.Language) string { return fmt.Sprintf("questions.%s.txt", lang) }

// loadQuestions reads the ready questions. A language without a file has none of its own.
func (s *Set) loadQuestions(fsys fs.FS) (problems []Problem) {
	for _, lang := range ticket.Languages() {
		file := QuestionsFile(lang)
		source, err := fs.ReadFile(fsys, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			problems = append(problems, unreadable(file, err))
			continue
		}
		list, found := readQuestions(file, source)
		s.questions[lang], problems = list, append(problems, found...)
	}
	return problems
}

// readQuestions splits a file into its paragraphs, each as one line.
func readQuestions(file string, source []byte) (list []string, problems []Problem) {
	text, problems := readSource(file, source)
	if problems != nil {
		return nil, problems
	}
	line := 1
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		question := strings.Join(strings.Fields(paragraph), " ")
		switch {
		case question == "":
		case nrn.Contains(question):
			problems = append(problems, nationalNumber(file, line))
		case utf8.RuneCountInString(question) > longestQuestion:
			problems = append(problems, wrong(file, line, ticket.Say("is longer than %d characters: shorten it", longestQuestion)))
		default:
			list = append(list, question)
		}
		line += strings.Count(paragraph, "\n") + 2
	}
	return list, problems
}
