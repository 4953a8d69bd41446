package workshop_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
)

// R8: two admins on one draft. Who comes second loses nothing of the first one's words, and learns who was first.
func TestNoDraftIsOverwritten(t *testing.T) {
	w := newWorld(t)
	first := w.save("Eva", known, w.with(known, "Eva."), 0)
	_, err := w.SaveDraft(t.Context(), "Marc", known, w.with(known, "Marc."), 0)
	wantConflict(t, err, "Eva")

	second := w.save("Marc", known, w.with(known, "Marc."), first.Version)
	_, err = w.SaveDraft(t.Context(), "Eva", known, w.with(known, "Eva again."), first.Version)
	wantConflict(t, err, "Marc")
	_, err = w.Publish(t.Context(), "Eva", known, first.Version, "x")
	wantConflict(t, err, "Marc")
	wantConflict(t, w.DiscardDraft(t.Context(), "Eva", known, first.Version), "Marc")
	_, err = w.Propose(t.Context(), "Eva", known, first.Version, "x")
	wantConflict(t, err, "Marc")
	if d := w.open(known).Draft; d == nil || d.Version != second.Version || !strings.Contains(d.Source, "Marc.") {
		t.Errorf("the draft is %+v", d)
	}
}

// No version of a draft comes twice: who still shows the one that was thrown away cannot save over the next.
func TestNoVersionOfADraftComesTwice(t *testing.T) {
	w := newWorld(t)
	old := w.save("Eva", known, w.with(known, "Eva."), 0)
	w.must(w.DiscardDraft(t.Context(), "Eva", known, old.Version))
	_, err := w.SaveDraft(t.Context(), "Eva", known, "x", old.Version)
	wantConflict(t, err, "")
	next := w.save("Marc", known, w.with(known, "Marc."), 0)
	if next.Version == old.Version {
		t.Errorf("both drafts have the version %d", next.Version)
	}
	_, err = w.SaveDraft(t.Context(), "Eva", known, "x", old.Version)
	wantConflict(t, err, "Marc")
}

func TestADraftMayBeBrokenAndIsNotPublished(t *testing.T) {
	w := newWorld(t)
	source := strings.Replace(w.original(known), ".KnownAddress", ".KnownAdress", 1)
	line := 1 + strings.Count(source[:strings.Index(source, ".KnownAdress")], "\n")
	d := w.save("Eva", known, source, 0)
	p := w.open(known)
	if len(p.Problems) == 0 || p.Problems[0].Line != line {
		t.Errorf("the problems are %v, want one in line %d", p.Problems, line)
	}
	if p.Published != w.original(known) || p.State != workshop.Original {
		t.Errorf("a draft changed what goes out: %s", p.State)
	}
	_, err := w.Publish(t.Context(), "Eva", known, d.Version, "x")
	wantRefused(t, err, line, "did you mean .KnownAddress?")
	wantError(t, err, ticket.ErrInvalid, "mend them first")
	_, err = w.Propose(t.Context(), "Eva", known, d.Version, "x")
	wantRefused(t, err, line, "did you mean .KnownAddress?")
	if w.open(known).Draft == nil || len(w.open(known).History) > 0 {
		t.Error("the refused draft is gone, or something was published")
	}
}

func TestWhatNoDraftMayHold(t *testing.T) {
	w := newWorld(t)
	for name, source := range map[string]string{
		"a national number": w.with(known, "Nummer "+numberAn),
		"no UTF-8":          "Subject: \xff\n\nx",
		"a NUL":             "Subject: x\x00\n\nx",
		"too much":          "Subject: x\n\n" + strings.Repeat("x", 20_000),
	} {
		if _, err := w.SaveDraft(t.Context(), "Eva", known, source, 0); !errors.Is(err, ticket.ErrInvalid) || strings.Contains(err.Error(), numberAn) {
			t.Errorf("a draft with %s: %v", name, err)
		}
	}
	for _, k := range []workshop.Key{{}, {Occasion: "weather", Language: "nl"}, {Occasion: ticket.AddressKnown, Language: "xx"}, {Occasion: ticket.TemplateTest, Language: "nl"}} {
		_, err := w.SaveDraft(t.Context(), "Eva", k, "x", 0)
		wantError(t, err, ticket.ErrInvalid, "names no reply template")
		_, err = w.Open(t.Context(), k)
		wantError(t, err, ticket.ErrInvalid, "names no reply template")
	}
	for _, by := range []string{"", " ", ticket.Robot} {
		_, err := w.SaveDraft(t.Context(), by, known, "x", 0)
		wantError(t, err, ticket.ErrInvalid, "say who you are")
	}
}

func TestFormsSendOtherLineEnds(t *testing.T) {
	w := newWorld(t)
	d := w.save("Eva", known, "Subject: x\r\n\r\nx", 0)
	if d.Source != "Subject: x\n\nx" {
		t.Errorf("kept as %q", d.Source)
	}
}

// Not every save is told, only who begins and who goes on with the words of another.
func TestDraftsLeaveEvents(t *testing.T) {
	w := newWorld(t)
	d := w.save("Eva", known, "a", 0)
	d = w.save("Eva", known, "b", d.Version)
	d = w.save("Marc", known, "c", d.Version)
	w.must(w.DiscardDraft(t.Context(), "Eva", known, d.Version))
	want := []string{
		"Eva template_drafted: address_known in nl: a draft was begun.",
		"Marc template_drafted: address_known in nl: the draft of Eva was changed.",
		"Eva template_discarded: address_known in nl: the draft of Marc was thrown away.",
	}
	if got := w.events(); !slices.Equal(got, want) {
		t.Errorf("the history is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	wantConflict(t, w.DiscardDraft(t.Context(), "Eva", known, d.Version), "")
}

// Who writes on a text that was replaced meanwhile has to look at the new one before publishing.
func TestADraftOfAnOlderTextIsNotPublishedUnseen(t *testing.T) {
	w := newWorld(t)
	d := w.save("Eva", known, w.with(known, "Eva."), 0)
	changes, err := w.Plan(t.Context(), map[workshop.Key]string{known: w.with(known, "Marc.")})
	w.must(err)
	_, err = w.Push(t.Context(), "Marc", changes, "urgent")
	w.must(err)
	if !w.open(known).Outdated {
		t.Error("the page does not say that the draft is outdated")
	}
	_, err = w.Publish(t.Context(), "Eva", known, d.Version, "x")
	wantConflict(t, err, "Marc")
	d, err = w.Rebase(t.Context(), "Eva", known, d.Version)
	w.must(err)
	if w.open(known).Outdated {
		t.Error("the draft is outdated still")
	}
	v, err := w.Publish(t.Context(), "Eva", known, d.Version, "x")
	w.must(err)
	if v.Number != 2 || !strings.Contains(w.open(known).Published, "Eva.") {
		t.Errorf("published %+v", v)
	}
}
