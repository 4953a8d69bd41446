package ticket

import (
	"slices"
	"strings"
	"testing"
)

func TestChanges(t *testing.T) {
	an := Claim{LastName: "Peeters", FirstName: "An", Number: number(t, "11021480191"), NewAddress: "an@new.example"}
	other := an
	other.Number = number(t, "12050380373")
	for _, c := range []struct {
		name          string
		before, after Claim
		want          []string
	}{
		{"nothing", an, an, nil},
		{"the problem of a number", an, Claim{"Peeters", "An", an.Number, NumberChecksum, "an@new.example"}, nil},
		{"added", Claim{}, an, []string{"the last name is now Peeters, it was not stated", "the first name is now An, it was not stated",
			"the new address is now an@new.example, it was not stated", "the national number was added"}},
		{"taken out", an, Claim{}, []string{"the last name was taken out, it was Peeters", "the first name was taken out, it was An",
			"the new address was taken out, it was an@new.example", "the national number was taken out"}},
		{"another number", an, other, []string{"the national number is another one"}},
		{"another name", Claim{FirstName: "Jam"}, Claim{FirstName: "Jan"}, []string{"the first name is now Jan, it was Jam"}},
	} {
		var got []string
		for _, said := range c.before.Changes(c.after) {
			got = append(got, said.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if strings.Contains(strings.Join(got, " "), "80") {
			t.Errorf("R7, %s: %q tells a number", c.name, got)
		}
	}
}

func TestRejectReasons(t *testing.T) {
	list := RejectReasons()
	for i, r := range list {
		if !strings.HasSuffix(string(r), ".") || slices.Contains(list[:i], r) {
			t.Errorf("%q is no sentence, or there twice", r)
		}
	}
	if len(list) != 6 || list[len(list)-1] != OtherReason {
		t.Errorf("%q", list)
	}
}
