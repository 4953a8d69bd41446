package desk_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/store/storetest"
	"iec-iab.be/servicedesk/internal/ticket"
)

// enrol imports members with these names and addresses, and indexes them.
func (w *world) enrol(people ...[3]string) {
	w.t.Helper()
	var list []ticket.Member
	for n, p := range people {
		list = append(list, ticket.Member{LastName: p[0], FirstName: p[1], Address: p[2], Number: storetest.Number(n), Language: ticket.Dutch})
	}
	if _, err := w.ImportMembers(w.t.Context(), "test", list); err != nil {
		w.t.Fatal(err)
	}
	if _, err := w.IndexWords(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) searchMembers(text string, after int64, limit int) (names []string, next int64) {
	w.t.Helper()
	page, err := w.SearchMembers(w.t.Context(), text, after, limit)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, m := range page.Members {
		names = append(names, m.LastName+" "+m.FirstName)
	}
	return names, page.Next
}

func TestMembersAreFoundByNameAddressAndNumber(t *testing.T) {
	w := newWorld(t)
	w.enrol([3]string{"Van den Broeck", "Joséphine", "j.vdb@kantoor.example"}, [3]string{"Vandenbroeck", "Jan", ""}, [3]string{"Müller", "Max", "max@home.example"},
		[3]string{"Ben Ali", "Jan", "ali@home.example"})
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{"Ben Ali Jan", "Maes Bart", "Müller Max", "Peeters An", "Van den Broeck Joséphine", "Vandenbroeck Jan"}},
		{"vandenbroeck", []string{"Van den Broeck Joséphine", "Vandenbroeck Jan"}},
		{"Van den Broeck", []string{"Van den Broeck Joséphine", "Vandenbroeck Jan"}},
		{"van den bro", []string{"Van den Broeck Joséphine", "Vandenbroeck Jan"}},
		{"VAN DEN BROECK jan", []string{"Vandenbroeck Jan"}},
		{"jan", []string{"Ben Ali Jan", "Vandenbroeck Jan"}},
		{"ben jan", []string{"Ben Ali Jan"}},
		{"josephine", []string{"Van den Broeck Joséphine"}},
		{"mueller", []string{"Müller Max"}},
		{"muller", []string{"Müller Max"}},
		{"max@home", []string{"Müller Max"}},
		{"kant", []string{"Van den Broeck Joséphine"}},
		{"a", []string{"Ben Ali Jan", "Peeters An"}},
		{numberAn, []string{"Peeters An"}},
		{numberNobody, nil},
		{"11.02.14-801.92", nil},
		{"xyzzy", nil},
	} {
		if got, next := w.searchMembers(c.text, 0, 0); !slices.Equal(got, c.want) || next != 0 {
			t.Errorf("%q finds %v and then %d, want %v", c.text, got, next, c.want)
		}
	}
}

func TestMembersArePagedByTheirNames(t *testing.T) {
	w := newWorld(t)
	var people [][3]string
	for n := range 9 {
		people = append(people, [3]string{fmt.Sprintf("Naam%d", 9-n), "Zoë", ""})
	}
	w.enrol(people...)
	for _, text := range []string{"", "zoe", "zo naam"} {
		var all []string
		for after := int64(0); ; {
			names, next := w.searchMembers(text, after, 4)
			all = append(all, names...)
			if after = next; next == 0 {
				break
			}
		}
		all = slices.DeleteFunc(all, func(s string) bool { return s[:4] != "Naam" })
		if len(all) != 9 || !slices.IsSorted(all) || len(slices.Compact(all)) != 9 {
			t.Errorf("%q: the pages show %v", text, all)
		}
	}
}

func TestTheCardOfAMember(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"), other(1))
	w.approve(w.show("SD-2026-000001"), "seen")
	card, err := w.Member(t.Context(), w.member(numberAn).ID)
	if err != nil || card.Member.Address != "an@new.example" || len(card.Changes) != 1 || card.Changes[0].OldAddress != "an.old@example.be" {
		t.Fatalf("%+v, %v", card, err)
	}
	if len(card.Tickets) != 1 || card.Tickets[0].Ticket.Ref != "SD-2026-000001" || card.Tickets[0].Tab != ticket.Done {
		t.Errorf("%+v", card.Tickets)
	}
	if _, err := w.Member(t.Context(), 999); !errors.Is(err, ticket.ErrNotFound) {
		t.Errorf("nobody's card: %v", err)
	}
}

func TestAPreviewTellsWhatAnImportWouldDo(t *testing.T) {
	w := newWorld(t)
	an, bart := w.member(numberAn), w.member(numberBart)
	list := []ticket.Member{
		{LastName: "Peeters", FirstName: "Anna", Number: w.number(numberAn), Address: an.Address, Language: ticket.Dutch},
		{LastName: bart.LastName, FirstName: bart.FirstName, Number: bart.Number, Address: bart.Address, Language: bart.Language},
		{LastName: "Nieuw", FirstName: "Nina", Number: storetest.Number(1), Address: "nina@example.be", Language: ticket.Dutch},
		{LastName: "Nieuw", FirstName: "Nora", Number: storetest.Number(2), Address: "nina@example.be", Language: ticket.Dutch},
		{LastName: "Nieuw", FirstName: "Niels", Number: storetest.Number(3), Language: ticket.Dutch},
	}
	p, err := w.PreviewImport(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	if p.Added != 3 || p.Same != 1 || len(p.Changed) != 1 || p.Changed[0].Before.FirstName != "An" || p.Changed[0].After.FirstName != "Anna" || p.Changed[0].After.ID != an.ID {
		t.Errorf("%+v", p)
	}
	if len(p.Shared) != 1 || p.Shared[0].Address != "nina@example.be" || len(p.Shared[0].Members) != 2 {
		t.Errorf("shared: %+v", p.Shared)
	}
	if diff := cmp.Diff(an, w.member(numberAn)); diff != "" || w.account().Members != 2 {
		t.Errorf("the preview changed something:\n%s", diff)
	}
	got, err := w.ImportMembers(t.Context(), "test", list)
	if want := (desk.ImportResult{Added: p.Added, Changed: len(p.Changed), Same: p.Same}); err != nil || got != want {
		t.Errorf("the import did %+v (%v), the preview said %+v", got, err, want)
	}
}

func TestAPreviewKnowsWhoKeepsAnAddress(t *testing.T) {
	w := newWorld(t)
	taker := ticket.Member{LastName: "Nieuw", FirstName: "Nina", Number: storetest.Number(1), Address: "bart@example.be", Language: ticket.Dutch}
	p, err := w.PreviewImport(t.Context(), []ticket.Member{taker})
	if err != nil || len(p.Shared) != 1 || len(p.Shared[0].Members) != 2 || p.Shared[0].Members[1].FirstName != "Bart" {
		t.Errorf("beside a member that is not in the list: %+v, %v", p.Shared, err)
	}
	gives := w.member(numberBart)
	gives.Address = "elsewhere@example.be"
	if p, err = w.PreviewImport(t.Context(), []ticket.Member{taker, gives}); err != nil || len(p.Shared) != 0 {
		t.Errorf("an address that changes hands within the list is shared by nobody: %+v, %v", p.Shared, err)
	}
	none := slices.Repeat([]ticket.Member{{LastName: "X", FirstName: "Y", Language: ticket.Dutch}}, 2)
	none[0].Number, none[1].Number = storetest.Number(4), storetest.Number(5)
	if p, err = w.PreviewImport(t.Context(), none); err != nil || len(p.Shared) != 0 {
		t.Errorf("no address is shared by nobody: %+v, %v", p.Shared, err)
	}
}

func TestNumbersOfTheBenchmarkAreAllDifferent(t *testing.T) {
	seen := map[nrn.Number]bool{}
	for n := range 100_000 {
		seen[storetest.Number(n)] = true
	}
	if len(seen) != 100_000 {
		t.Errorf("%d numbers", len(seen))
	}
}

// R8: what an import would change is as it was shown, or nothing is imported.
func TestR8AnImportChangesWhatWasShown(t *testing.T) {
	for name, number := range map[string]string{"as it is": numberAn, "changed": numberBart} {
		w := newWorld(t)
		list := []ticket.Member{w.member(numberAn), w.member(numberBart)}
		list[1].Address = "bart.of.the.file@example.be"
		shown, err := w.PreviewImport(t.Context(), list)
		if err != nil || shown.Same != 1 || len(shown.Changed) != 1 {
			t.Fatalf("%+v, %v", shown, err)
		}
		approved := w.member(number)
		approved.Address = "approved@example.be"
		if _, err := w.ImportMembers(t.Context(), "Eva", []ticket.Member{approved}); err != nil {
			t.Fatal(err)
		}
		var conflict *ticket.Conflict
		if r, err := w.ImportShown(t.Context(), "Chief", list, shown); !errors.As(err, &conflict) {
			t.Errorf("a member shown %s: %+v, %v", name, r, err)
		}
		if got := w.member(number).Address; got != approved.Address {
			t.Errorf("a member shown %s went back to %s", name, got)
		}
		if shown, err = w.PreviewImport(t.Context(), list); err != nil {
			t.Fatal(err)
		}
		if r, err := w.ImportShown(t.Context(), "Chief", list, shown); err != nil || r.Changed != len(shown.Changed) {
			t.Errorf("%+v, %v", r, err)
		}
	}
}
