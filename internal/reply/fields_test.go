package reply

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// TestEveryFieldIsExplained walks the list beside the editor: what it inserts is what the checks take.
func TestEveryFieldIsExplained(t *testing.T) {
	s, files := mustLoad(t), house(t)
	for _, o := range ticket.Occasions() {
		var names []string
		source := string(files[FileName(o, ticket.Dutch)].Data)
		for _, f := range FieldsOf(o, ticket.Dutch) {
			names = append(names, f.Name)
			if f.Meaning.IsZero() || (f.Example == "") != f.Flag || strings.Contains(f.Example, "\uE000") {
				t.Errorf("%s %s means %q, such as %q", o, f.Name, f.Meaning, f.Example)
			}
			if f.Required != slices.Contains(Required(o), f.Name) {
				t.Errorf("%s %s: required %v", o, f.Name, f.Required)
			}
			if problems := s.Problems(FileName(o, ticket.Dutch), []byte(source+f.Insert+"\n")); len(problems) > 0 {
				t.Errorf("%s: %s inserted: %v", o, f.Insert, lines(problems))
			}
			inSubject := s.Problems(FileName(o, ticket.Dutch), []byte(strings.Replace(source, "\n", " "+f.Insert+"\n", 1)))
			if !hasError(inSubject) != f.Subject {
				t.Errorf("%s: %s in the subject: %v, the list says %v", o, f.Insert, lines(inSubject), f.Subject)
			}
		}
		if diff := cmp.Diff(Fields(o), names); diff != "" {
			t.Errorf("%s (-want +got):\n%s", o, diff)
		}
	}
	if FieldsOf("nothing", ticket.Dutch) != nil || Required("nothing") != nil {
		t.Error("fields of no occasion")
	}
}

func TestRequired(t *testing.T) {
	want := map[ticket.Occasion][]string{
		ticket.AddressKnown:         {".Ref", ".KnownAddress"},
		ticket.AddressChangedReply:  {".Ref", ".NewAddress"},
		ticket.AddressChangedNotice: {".Ref", ".OldAddress"},
		ticket.DataMissing: {".Ref", ".Missing.LastName", ".Missing.FirstName", ".Missing.NationalNumber", ".Missing.NewAddress",
			".Number.Checksum", ".Number.Length", ".Number.Ambiguous"},
		ticket.IdentityNotConfirmed: {".Ref"},
		ticket.PasswordSteps:        {".Ref"},
		ticket.Received:             {".Ref"},
		ticket.Question:             {".Ref", ".Text"},
		ticket.Answer:               {".Ref", ".Text"},
		ticket.StaffLink:            {".Link", ".Hours", ".First"},
	}
	got := map[ticket.Occasion][]string{}
	for _, o := range ticket.Occasions() {
		got[o] = Required(o)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("required (-want +got):\n%s", diff)
	}
}
