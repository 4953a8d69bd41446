package demo

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

var today = time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC)

func mustMembers(t *testing.T) []ticket.Member {
	t.Helper()
	list, err := Members(today)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func isMadeUp(address string) bool { return strings.HasSuffix(address, ".example") }

func TestMembersAreMadeUp(t *testing.T) {
	list := mustMembers(t)
	if len(list) != 40 {
		t.Errorf("%d members", len(list))
	}
	languages, addresses := map[ticket.Language]int{}, map[string]bool{}
	for _, m := range list {
		languages[m.Language]++
		if serial := m.Number.Reveal()[6:9]; serial < "800" || serial > "998" {
			t.Errorf("%s %s: a real person can have the serial number %s", m.FirstName, m.LastName, serial)
		}
		if m.Address == "" {
			continue
		}
		if !isMadeUp(m.Address) || addresses[m.Address] {
			t.Errorf("%s is not made up, or is there twice", m.Address)
		}
		addresses[m.Address] = true
	}
	if languages[ticket.Dutch] == 0 || languages[ticket.French] == 0 || languages[ticket.German] == 0 {
		t.Errorf("languages: %v", languages)
	}
	if len(addresses) == len(list) {
		t.Error("there should be a member without an address")
	}
}

func TestStoryAgreesWithTheFiles(t *testing.T) {
	files := map[string]bool{}
	err := fs.WalkDir(samples, "samples", func(path string, d fs.DirEntry, err error) error {
		if name, ok := strings.CutSuffix(d.Name(), ".eml"); ok {
			files[name] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	ids, last := map[string]bool{}, ""
	for _, s := range Story() {
		if !files[s.Name] {
			t.Errorf("%s is in the story twice", s.Name)
		}
		delete(files, s.Name)
		if s.Name < last {
			t.Errorf("%s arrives after %s", s.Name, last)
		}
		last = s.Name
		if id := s.MessageID(); ids[id] || !isMadeUp(id) {
			t.Errorf("%s: Message-ID %q", s.Name, id)
		}
		ids[s.MessageID()] = true
		if !isMadeUp(s.From()) || headerLine(s.Raw, "To") != Desk {
			t.Errorf("%s: from %q to %q", s.Name, s.From(), headerLine(s.Raw, "To"))
		}
	}
	for name := range files {
		t.Errorf("%s.eml is not in the story", name)
	}
}

func TestStoryIsAboutMembers(t *testing.T) {
	var known []string
	for _, m := range mustMembers(t) {
		known = append(known, m.Address)
	}
	for _, s := range Story() {
		if !slices.Contains(known, s.Known) {
			t.Errorf("%s: %q is no member's address", s.Name, s.Known)
		}
		if s.NewAddress != "" && slices.Contains(known, s.NewAddress) {
			t.Errorf("%s: %s is known already", s.Name, s.NewAddress)
		}
		for _, l := range s.Letters {
			if l.Thread == ToTheirs && s.Answer == "" {
				t.Errorf("%s: nobody answers", s.Name)
			}
		}
	}
}

// Whoever sits down at the demo finds good checks, a doubtful one, an alarm and somebody who has to be waited for.
func TestOpening(t *testing.T) {
	scenes, opens := Opening(Story())
	var first []string
	for _, s := range scenes[:opens] {
		first = append(first, s.Name)
	}
	want := []string{"01-forgotten-nl", "02-forgotten-fr", "03-changed-nl", "05-proposal-nl", "06-incomplete-nl", "11-stranger-nl"}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Error(diff)
	}
	byName := func(a, b Scene) int { return strings.Compare(a.Name, b.Name) }
	if !slices.IsSortedFunc(scenes[opens:], byName) {
		t.Error("the others come in another order than that of the story")
	}
	slices.SortFunc(scenes, byName)
	if diff := cmp.Diff(Story(), scenes); diff != "" {
		t.Errorf("the story is not complete: %s", diff)
	}
}

// A newcomer should see one of each.
func TestStoryShowsAllKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Story() {
		for _, what := range []string{string(s.Kind), string(s.Language), string(s.Outcome), string(s.Status), string(s.Act), string(s.Trouble)} {
			seen[what] = true
		}
		seen["answer"] = seen["answer"] || s.Answer != ""
	}
	for _, what := range []string{
		"address_forgotten", "address_changed", "password_forgotten", "other", "automatic", "nl", "fr", "en", "de", "ticket",
		"open", "pending", "solved", "approve", "reject", "ask", "failed", "bounced", "answer",
	} {
		if !seen[what] {
			t.Errorf("the story has no %s", what)
		}
	}
}
