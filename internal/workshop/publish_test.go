package workshop_test

import (
	"slices"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
)

func TestPublishRestoreAndBackToOriginal(t *testing.T) {
	w := newWorld(t)
	one, two := w.publish(known, w.with(known, "Eerste.")), w.publish(known, w.with(known, "Tweede."))
	if p := w.open(known); p.State != workshop.Changed || p.Published != two.Source || p.Draft != nil || p.Last.ID != two.ID || p.Original != w.original(known) {
		t.Errorf("after publishing: %+v", p.Cell)
	}
	three, err := w.Restore(t.Context(), "Marc", known, one.ID, w.cell(known).Newest(), "the older one was better")
	w.must(err)
	if p := w.open(known); p.Published != one.Source || three.Number != 3 {
		t.Errorf("after restoring: version %d, %q", three.Number, p.Published)
	}
	four, err := w.BackToOriginal(t.Context(), "Marc", known, w.cell(known).Newest(), "")
	w.must(err)
	if p := w.open(known); p.State != workshop.Original || p.Published != w.original(known) || !four.Original || !p.Last.Original {
		t.Errorf("back to the original: %+v", p.Cell)
	}
	var numbers []int
	for _, v := range w.open(known).History {
		numbers = append(numbers, v.Number)
	}
	if !slices.Equal(numbers, []int{4, 3, 2, 1}) {
		t.Errorf("the history is %v", numbers)
	}
	want := []string{
		"Eva template_drafted: address_known in nl: a draft was begun.",
		"Eva template_published: address_known in nl: version 1 was published. Reason: clearer",
		"Eva template_drafted: address_known in nl: a draft was begun.",
		"Eva template_published: address_known in nl: version 2 was published. Reason: clearer",
		"Marc template_restored: address_known in nl: version 1 goes out again, as version 3. Reason: the older one was better",
		"Marc template_restored: address_known in nl: the original goes out again, as version 4.",
	}
	if got := w.events(); !slices.Equal(got, want) {
		t.Errorf("the history is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// R8: what a colleague published after the page was shown is not put aside unseen.
func TestR8RestoringSeesWhatIsNewest(t *testing.T) {
	w := newWorld(t)
	one, two := w.publish(known, w.with(known, "Eerste.")), w.publish(known, w.with(known, "Tweede."))
	three := w.publish(known, w.with(known, "Derde."))
	_, err := w.Restore(t.Context(), "Marc", known, one.ID, two.ID, "x")
	wantConflict(t, err, three.By)
	_, err = w.BackToOriginal(t.Context(), "Marc", known, two.ID, "x")
	wantConflict(t, err, three.By)
	if p := w.open(known); p.Published != three.Source || len(p.History) != 3 {
		t.Errorf("%d versions, and out goes %q", len(p.History), p.Published)
	}
}

func TestWhatIsNotPublished(t *testing.T) {
	w := newWorld(t)
	d := w.save("Eva", known, w.with(known, "Eerste."), 0)
	_, err := w.Publish(t.Context(), "Eva", known, d.Version, " \n")
	wantError(t, err, ticket.ErrReasonNeeded, "say why")
	_, err = w.Publish(t.Context(), "", known, d.Version, "x")
	wantError(t, err, ticket.ErrInvalid, "say who you are")
	_, err = w.Publish(t.Context(), "Eva", known, 0, "x")
	wantConflict(t, err, "Eva")
	d = w.save("Eva", known, w.original(known), d.Version)
	_, err = w.Publish(t.Context(), "Eva", known, d.Version, "x")
	wantError(t, err, ticket.ErrNotAllowed, "goes out in these words already")
	_, err = w.BackToOriginal(t.Context(), "Eva", known, w.cell(known).Newest(), "x")
	wantError(t, err, ticket.ErrNotAllowed, "original words already")
	_, err = w.Restore(t.Context(), "Eva", known, 99, w.cell(known).Newest(), "x")
	wantError(t, err, ticket.ErrNotFound, "no such version")
	if n := len(w.open(known).History); n > 0 {
		t.Errorf("%d versions were published", n)
	}
	other := workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.French}
	v := w.publish(other, w.with(other, "Nouveau."))
	_, err = w.Restore(t.Context(), "Eva", known, v.ID, w.cell(known).Newest(), "x")
	wantError(t, err, ticket.ErrNotFound, "no such version")
	_, err = w.Restore(t.Context(), "Eva", other, v.ID, w.cell(other).Newest(), "x")
	wantError(t, err, ticket.ErrNotAllowed, "goes out in these words already")
}

// Reasons and events are kept for ever and shown: a national number in them is masked (R7).
func TestNoNumberIsKeptInTheHistory(t *testing.T) {
	w := newWorld(t)
	digits := strings.NewReplacer(".", "", "-", "").Replace(numberAn)
	w.must(w.SendTest(t.Context(), "Eva", digits+"@example.org", known, w.original(known)))
	v, err := w.Publish(t.Context(), "Eva", known, w.save("Eva", known, w.with(known, "x"), 0).Version, "asked by "+numberAn)
	w.must(err)
	if all := v.Reason + strings.Join(w.events(), "\n"); strings.Contains(all, numberAn) || strings.Contains(all, digits) {
		t.Errorf("kept: %s", all)
	}
}

func TestSecondAdmin(t *testing.T) {
	w := newWorld(t)
	one := w.publish(known, w.with(known, "Alleen."))
	w.must(w.DemandSecondAdmin(t.Context(), "Eva", true))
	if on, err := w.SecondAdmin(t.Context()); !on || err != nil || !w.open(known).SecondAdmin {
		t.Errorf("the rule is on: %v, %v", on, err)
	}
	d := w.save("Eva", known, w.with(known, "Samen."), 0)
	_, err := w.Publish(t.Context(), "Marc", known, d.Version, "x")
	wantError(t, err, ticket.ErrNotAllowed, "propose the draft first")
	_, err = w.Propose(t.Context(), "Eva", known, d.Version, "")
	wantError(t, err, ticket.ErrReasonNeeded, "say why")
	d, err = w.Propose(t.Context(), "Eva", known, d.Version, "clearer")
	w.must(err)
	if !d.Proposed() || !w.open(known).Draft.Proposed() {
		t.Error("the draft does not say that it waits")
	}
	for _, by := range []string{"Eva", " eva "} {
		_, err = w.Publish(t.Context(), by, known, d.Version, "x")
		wantError(t, err, ticket.ErrNotAllowed, "you proposed this draft")
	}
	v, err := w.Publish(t.Context(), "Marc", known, d.Version, "")
	w.must(err)
	if v.By != "Eva" || v.SecondBy != "Marc" || v.Reason != "clearer" {
		t.Errorf("published by %q and %q: %q", v.By, v.SecondBy, v.Reason)
	}
	if got := w.events(); !slices.Contains(got, "Marc template_published: address_known in nl: version 2, proposed by Eva, was published. Reason: clearer") {
		t.Errorf("the history is\n%s", strings.Join(got, "\n"))
	}
	_, err = w.Restore(t.Context(), "Eva", known, one.ID, w.cell(known).Newest(), "what went out before needs no second")
	w.must(err)
	w.must(w.DemandSecondAdmin(t.Context(), "Eva", false))
	w.publish(known, w.with(known, "Weer alleen."))
}

// Whoever changes a proposed draft makes it one that nobody has proposed.
func TestAChangedProposalIsNone(t *testing.T) {
	w := newWorld(t)
	w.must(w.DemandSecondAdmin(t.Context(), "Eva", true))
	d, err := w.Propose(t.Context(), "Eva", known, w.save("Eva", known, w.with(known, "Een."), 0).Version, "x")
	w.must(err)
	d = w.save("Eva", known, w.with(known, "Twee."), d.Version)
	_, err = w.Publish(t.Context(), "Marc", known, d.Version, "x")
	wantError(t, err, ticket.ErrNotAllowed, "propose the draft first")
}

func TestPushIsAllOrNothing(t *testing.T) {
	w := newWorld(t)
	french := workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.French}
	good, bad := w.with(known, "Goed."), strings.Replace(w.original(french), "{{.KnownAddress}}", "", 1)
	_, err := w.Plan(t.Context(), map[workshop.Key]string{known: good, french: bad})
	wantRefused(t, err, 3, ".KnownAddress is missing")
	_, err = w.Push(t.Context(), "Eva", []workshop.Change{{Key: known, After: good}, {Key: french, After: bad}}, "x") // past Plan
	wantRefused(t, err, 3, ".KnownAddress is missing")
	if n := len(w.open(known).History); n > 0 {
		t.Fatalf("half of a push was published: %d versions", n)
	}
	changes, err := w.Plan(t.Context(), map[workshop.Key]string{known: good, french: w.original(french)})
	w.must(err)
	if len(changes) != 1 || changes[0].Key != known || changes[0].Before != w.original(known) {
		t.Errorf("planned: %+v", changes)
	}
	_, err = w.Push(t.Context(), "Eva", changes, "")
	wantError(t, err, ticket.ErrReasonNeeded, "say why")
	w.publish(known, w.with(known, "Tussendoor."))
	_, err = w.Push(t.Context(), "Marc", changes, "x")
	wantConflict(t, err, "Eva")
}

func TestPushProposesUnderTheSecondAdminRule(t *testing.T) {
	w := newWorld(t)
	w.must(w.DemandSecondAdmin(t.Context(), "Eva", true))
	changes, err := w.Plan(t.Context(), map[workshop.Key]string{known: w.with(known, "Goed.")})
	w.must(err)
	versions, err := w.Push(t.Context(), "Eva", changes, "from git")
	w.must(err)
	d := w.open(known).Draft
	if len(versions) > 0 || d == nil || d.ProposedBy != "Eva" || d.Source != changes[0].After {
		t.Fatalf("versions %v, draft %+v", versions, d)
	}
	_, err = w.Push(t.Context(), "Marc", changes, "over the draft of a colleague")
	wantConflict(t, err, "Eva")
	_, err = w.Publish(t.Context(), "Marc", known, d.Version, "")
	w.must(err)
}

// A version that the rules forbid by now does not come back.
func TestWhatIsUnfitIsNotRestored(t *testing.T) {
	w := newWorld(t)
	old := workshop.Version{Key: known, Source: "Subject: [{{.Ref}}] x\n\nx", By: "Eva"}
	w.must(w.Write(t.Context(), func(tx workshop.Tx) error { return tx.InsertTemplateVersion(&old) })) // as an older program did
	w.publish(known, w.with(known, "x"))
	_, err := w.Restore(t.Context(), "Eva", known, old.ID, w.cell(known).Newest(), "x")
	wantRefused(t, err, 3, ".KnownAddress is missing")
}

// Back to the original means the file, also the one that a newer program brings along.
func TestBackToTheOriginalFollowsTheFile(t *testing.T) {
	w := newWorld(t)
	w.publish(known, w.with(known, "Een."))
	v, err := w.BackToOriginal(t.Context(), "Eva", known, w.cell(known).Newest(), "")
	w.must(err)
	files := house(t)
	files[known.String()+".md"].Data = []byte(w.with(known, "Nieuw in het bestand."))
	again := openWorld(t, w.folder, files)
	if !strings.Contains(again.rendered(known).Text, "Nieuw in het bestand.") || again.open(known).State != workshop.Original {
		t.Errorf("what goes out: %s", again.rendered(known).Text)
	}
	w.publish(known, w.with(known, "Twee."))
	four, err := w.Restore(t.Context(), "Eva", known, v.ID, w.cell(known).Newest(), "")
	w.must(err)
	if !four.Original {
		t.Errorf("the original, restored, is %+v", four)
	}
}
