package demo

import (
	"fmt"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
)

// Verify holds the letters against the story and says what is wrong, one line each; nothing when every letter lies where it should,
// answers the mail that it should, and no other was sent.
func Verify(story []Scene, letters []Letter) (faults []string) {
	var known []string
	for _, s := range story {
		known = append(known, s.Known)
	}
	rest := slices.Clone(letters)
	for _, s := range story {
		for _, want := range s.Letters {
			i := slices.IndexFunc(rest, func(l Letter) bool { return l.To == want.To && l.InReplyTo == s.idOf(want.Thread) })
			if i < 0 {
				faults = append(faults, fmt.Sprintf("%s: no letter to %s %s", s.Name, want.To, s.threadWords(want.Thread)))
				continue
			}
			for _, f := range want.compare(rest[i], known) {
				faults = append(faults, fmt.Sprintf("%s: the letter to %s %s", s.Name, want.To, f))
			}
			rest = slices.Delete(rest, i, i+1)
		}
	}
	for _, l := range rest {
		faults = append(faults, fmt.Sprintf("a letter to %s that the story does not know: %s", l.To, l.Subject))
	}
	return faults
}

func (s Scene) idOf(t Thread) string {
	switch t {
	case ToMail:
		return s.MessageID()
	case ToTheirs:
		return s.AnswerID()
	}
	return ""
}

func (s Scene) threadWords(t Thread) string {
	if t == Starts {
		return "that starts a thread"
	}
	return "that answers " + s.idOf(t)
}

// compare says what is wrong with a letter. known are the addresses of members: none may stand in it that does not belong there (R3).
func (want Expected) compare(l Letter, known []string) (faults []string) {
	if l.Automatic != want.Automatic {
		faults = append(faults, fmt.Sprintf("has Auto-Submitted: %t instead of %t", l.Automatic, want.Automatic))
	}
	for _, words := range want.Holds {
		if !strings.Contains(l.Text, words) || !strings.Contains(l.HTML, words) {
			faults = append(faults, fmt.Sprintf("does not say %q in both of its parts", words))
		}
	}
	for _, addr := range known {
		if strings.Contains(l.Text+l.HTML+l.Subject, addr) && !slices.Contains(want.Holds, addr) {
			faults = append(faults, fmt.Sprintf("tells the address of another member, %s", addr))
		}
	}
	if slices.ContainsFunc([]string{l.Subject, l.Text, l.HTML, l.InReplyTo}, nrn.Contains) {
		faults = append(faults, "holds a national number (R7)")
	}
	return faults
}
