package ticket

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
)

func number(t *testing.T, s string) nrn.Number {
	t.Helper()
	n, err := nrn.Parse(s, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestMissing(t *testing.T) {
	full := Claim{LastName: "Peeters", FirstName: "An", Number: number(t, "11021480191")}
	for _, c := range []struct {
		name  string
		claim Claim
		kind  Kind
		want  []Field
	}{
		{"complete", full, AddressForgotten, nil},
		{"a change without an address", full, AddressChanged, []Field{NewAddress}},
		{"nothing", Claim{}, AddressChanged, []Field{LastName, FirstName, NationalNumber, NewAddress}},
		{"no check is needed", Claim{}, Other, nil},
		{"a number that is not valid", Claim{LastName: "P", FirstName: "A", NumberProblem: NumberChecksum}, AddressForgotten, []Field{NationalNumber}},
	} {
		if got := c.claim.Missing(c.kind); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestMerge(t *testing.T) {
	first := Claim{LastName: "Peeters", NumberProblem: NumberLength}
	got := first.Merge(Claim{FirstName: "An", Number: number(t, "11021480191")})
	if got.LastName != "Peeters" || got.FirstName != "An" || got.Number.IsZero() || got.NumberProblem != NumberFine {
		t.Errorf("completed: %+v", got)
	}
	if again := got.Merge(Claim{}); again != got {
		t.Errorf("a mail without facts changed %+v to %+v", got, again)
	}
	if bad := got.Merge(Claim{NumberProblem: NumberAmbiguous}); !bad.Number.IsZero() {
		t.Error("a later number that is in doubt left the earlier one standing")
	}
}

func TestWorst(t *testing.T) {
	f := func(verdicts ...Verdict) (out []Finding) {
		for _, v := range verdicts {
			out = append(out, Finding{Verdict: v})
		}
		return out
	}
	for _, c := range []struct {
		in   []Finding
		want Verdict
	}{{nil, OK}, {f(OK, Warning, Info), Warning}, {f(Alarm, OK), Alarm}, {f(Alarm, "typo"), "typo"}} {
		if got := Worst(c.in); got != c.want {
			t.Errorf("worst of %v is %s, want %s", c.in, got, c.want)
		}
	}
}

func TestOccasions(t *testing.T) {
	for _, o := range Occasions() {
		if o.Tells() && o.Automatic() {
			t.Errorf("%s tells something about a member, and goes out by itself", o)
		}
	}
}

func TestLanguages(t *testing.T) {
	for _, l := range Languages() {
		if got, err := ParseLanguage(string(l)); err != nil || got != l {
			t.Errorf("%s: %v, %v", l, got, err)
		}
	}
	if _, err := ParseLanguage("NL"); err == nil {
		t.Error("NL was taken: codes are lower case")
	}
}

func TestConflictNamesWhoWasFirst(t *testing.T) {
	err := fmt.Errorf("approve: %w", &Conflict{What: Say("check 3"), Now: Say("approved"), By: "Eva", At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})
	var c *Conflict
	if !errors.As(err, &c) || !strings.Contains(err.Error(), "Eva") || !strings.Contains(err.Error(), "2026-01-02 03:04:05") {
		t.Error(err)
	}
}

func TestRefAndLedger(t *testing.T) {
	if r := MakeRef(2026, 123); r != "SD-2026-000123" {
		t.Error(r)
	}
	l := Ledger{Fetched: 3, FoundAgain: 1, Outcomes: map[Outcome]int64{BecameTicket: 1, WasAutomatic: 1}}
	if !l.Balanced() {
		t.Error("3 = 1 + 1 + 1")
	}
	l.Fetched++
	if l.Balanced() {
		t.Error("a mail without an outcome is not missed")
	}
}
