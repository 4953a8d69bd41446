package ticket

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The whole matrix: who may do what.
func TestPermissions(t *testing.T) {
	want := map[Role]map[Permission]bool{
		Agent:   {MayLook: true, MayDecide: true},
		Admin:   {MayLook: true, MayManage: true},
		Auditor: {MayLook: true},
		"":      {},
		"root":  {},
	}
	for role, can := range want {
		for _, p := range []Permission{MayLook, MayDecide, MayManage, ""} {
			if got := (Roles{role}).Can(p); got != can[p] {
				t.Errorf("%q may %q: %v", role, p, got)
			}
		}
	}
	if r := (Roles{Auditor, Agent}); !r.Can(MayDecide) || r.Can(MayManage) {
		t.Error("several roles do not add up")
	}
}

func TestParseRoles(t *testing.T) {
	got, err := ParseRoles("agent, admin,agent")
	if diff := cmp.Diff(Roles{Agent, Admin}, got); diff != "" || err != nil || got.String() != "agent,admin" {
		t.Error(diff, err)
	}
	for _, bad := range []string{"", "boss", "agent,", "Agent"} {
		if _, err := ParseRoles(bad); !errors.Is(err, ErrInvalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestSaidInEnglish(t *testing.T) {
	s := Said{Format: "Asked %s for %s.", Args: []Arg{{Text: "100%s@example.be"}, {Phrase: &Said{Format: "last name"}}}}
	if got := s.String(); got != "Asked 100%s@example.be for last name." {
		t.Error(got)
	}
	if got := (Said{Format: "100% sure"}).String(); got != "100% sure" {
		t.Error(got)
	}
}
