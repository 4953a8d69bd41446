package demo

import (
	"slices"
	"strings"
	"testing"
)

// perfect writes the letters that the story expects.
func perfect() (list []Letter) {
	for _, s := range Story() {
		for _, want := range s.Letters {
			text := strings.Join(want.Holds, "\n")
			list = append(list, Letter{
				To: want.To, InReplyTo: s.idOf(want.Thread), Automatic: want.Automatic, Text: text, HTML: "<p>" + text, Subject: "About " + s.Name,
			})
		}
	}
	return list
}

func TestVerifyIsContent(t *testing.T) {
	letters := perfect()
	slices.Reverse(letters) // the order does not count
	if faults := Verify(Story(), letters); len(faults) > 0 {
		t.Error(strings.Join(faults, "\n"))
	}
}

func TestVerifyFindsEachFault(t *testing.T) {
	for what, test := range map[string]struct {
		spoil func([]Letter) []Letter
		want  []string
	}{
		"one is not there": {func(l []Letter) []Letter { return l[1:] }, []string{"no letter to an.peeters@thuis.example that answers 01."}},
		"one too many": {func(l []Letter) []Letter {
			return append(l, Letter{To: "sara.jacobs@jacobs-audit.example", Subject: "Hello"})
		}, []string{"does not know: Hello"}},
		"one goes elsewhere":     {func(l []Letter) []Letter { l[0].To = "x@thuis.example"; return l }, []string{"no letter to an.peeters", "letter to x@thuis.example that"}},
		"one in another thread":  {func(l []Letter) []Letter { l[0].InReplyTo = "x"; return l }, []string{"no letter to an.peeters", "does not know"}},
		"one is called a robot":  {func(l []Letter) []Letter { l[0].Automatic = true; return l }, []string{"has Auto-Submitted: true instead of false"}},
		"a robot is not":         {func(l []Letter) []Letter { robot(l).Automatic = false; return l }, []string{"has Auto-Submitted: false instead of true"}},
		"no address in the text": {func(l []Letter) []Letter { l[0].Text = ""; return l }, []string{`does not say "an.peeters@kantoor-peeters.example"`}},
		"no address in the HTML": {func(l []Letter) []Letter { l[0].HTML = ""; return l }, []string{`does not say "an.peeters@kantoor-peeters.example"`}},
		"another's address":      {func(l []Letter) []Letter { l[0].HTML += "hilde.goossens@goossens-cijfers.example"; return l }, []string{"address of another member"}},
		"a number in the text":   {func(l []Letter) []Letter { l[0].Text += " 71.03.14-882.16"; return l }, []string{"national number (R7)"}},
		"a number in the thread": {func(l []Letter) []Letter { l[2].Subject += " 71031488216"; return l }, []string{"national number (R7)"}},
	} {
		faults := Verify(Story(), test.spoil(perfect()))
		if len(faults) != len(test.want) {
			t.Errorf("%s: %q", what, faults)
			continue
		}
		for i, f := range faults {
			if !strings.Contains(f, test.want[i]) {
				t.Errorf("%s: %q, want %q", what, f, test.want[i])
			}
		}
	}
}

func robot(letters []Letter) *Letter {
	return &letters[slices.IndexFunc(letters, func(l Letter) bool { return l.Automatic })]
}
