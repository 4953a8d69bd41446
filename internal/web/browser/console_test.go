package browser

import (
	"regexp"
	"testing"
)

// scene is one scenario: a program of its own, and as many people as it asks for.
type scene struct {
	*testing.T
	*program
	browser *chromium
}

// someone opens a window; nobody is signed in there.
func (s *scene) someone() *person {
	s.Helper()
	return s.browser.person(s.T, s.address)
}

// signedIn opens a window and signs in.
func (s *scene) signedIn(a account) *person {
	s.Helper()
	p := s.someone()
	p.signIn(a)
	return p
}

// The console as staff use it, in the program itself.
func TestConsole(t *testing.T) {
	browser := startChromium(t)
	binary := build(t)
	for _, try := range []struct {
		name string
		play func(*scene)
	}{
		{"sign in and out", signInAndOut},
		{"approve by keyboard", approveByKeyboard},
		{"keys typed ahead", typedAhead},
		{"an alarm needs a reason", alarmNeedsAReason},
		{"reject by keyboard", rejectByKeyboard},
		{"ask", ask},
		{"answer in own words", answerInOwnWords},
		{"correct a claim", correctAClaim},
		{"two agents on one check", twoAgents},
		{"a session that ended", sessionEnded},
		{"a mail arrives meanwhile", mailArrives},
		{"a hostile mail", hostile},
		{"the workshop", workshop},
		{"without script", withoutScript},
		{"with Tab alone", tabAlone},
		{"a telephone", telephone},
		{"every page for everyone", everyPage},
	} {
		t.Run(try.name, func(t *testing.T) {
			try.play(&scene{t, startProgram(t, binary), browser})
		})
	}
}

// mailed waits for a letter in a member's mailbox whose text holds the words, and returns its subject.
func (s *scene) mailed(to, words string) string {
	s.Helper()
	return s.out.wait(s.T, `(?s)  mail to   `+regexp.QuoteMeta(to)+`[^\n]*\n  subject   ([^\n]*)\n(?: {12}\|[^\n]*\n)*? {12}\|[^\n]*`+regexp.QuoteMeta(words))[1]
}
