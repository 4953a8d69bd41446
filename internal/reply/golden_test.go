package reply

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

var update = flag.Bool("update", false, "write the golden files")

func testDesk() Desk {
	return Desk{Name: "Servicedesk IEC-IAB", Address: "servicedesk@iec-iab.be", Phone: "+32 2 000 00 00",
		Website: "https://www.iec-iab.be"}
}

func mustLoad(t testing.TB) *Set {
	t.Helper()
	s, err := Load(templates.FS, testDesk())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustRender(t testing.TB, s *Set, lang ticket.Language, d Data) Rendered {
	t.Helper()
	r, err := s.Render(lang, d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestGolden renders every template of the house. Read the files of testdata/golden as the member would, whenever one changes.
func TestGolden(t *testing.T) {
	s := mustLoad(t)
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			r := mustRender(t, s, l, Sample(o, l))
			if r.Language != l {
				t.Errorf("%s in %s is written in %s", o, l, r.Language)
			}
			name := filepath.Join("testdata", "golden", string(o)+"."+string(l))
			compareGolden(t, name+".txt", "Subject: "+r.Subject+"\n\n"+r.Text)
			compareGolden(t, name+".html", r.HTML)
			compareGolden(t, name+".head", goldenHeader(t, o, r))
		}
	}
}

// goldenHeader is the header of the mail as it leaves, decoded where it is coded.
func goldenHeader(t *testing.T, o ticket.Occasion, r Rendered) string {
	t.Helper()
	e := testEnvelope()
	e.Automatic = o.Automatic()
	if o == ticket.StaffLink {
		e.Generated, e.InReplyTo, e.References = true, "", nil
	}
	fields := mustParse(t, mustCompose(t, e, r)).fields
	slices.Sort(fields) // the composer writes some in an order of its own
	return strings.Join(fields, "\n") + "\n"
}

// TestGoldenBareDesk renders what changes where the configuration names neither a telephone nor a website.
func TestGoldenBareDesk(t *testing.T) {
	s, err := Load(templates.FS, Desk{Name: "Servicedesk IEC-IAB", Address: "servicedesk@iec-iab.be"})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []ticket.Occasion{ticket.AddressChangedNotice, ticket.IdentityNotConfirmed} {
		for _, l := range ticket.Languages() {
			r := mustRender(t, s, l, Sample(o, l))
			compareGolden(t, filepath.Join("testdata", "golden", string(o)+"_bare."+string(l)+".txt"), "Subject: "+r.Subject+"\n\n"+r.Text)
			if strings.Contains(r.HTML, "<a ") || strings.Contains(r.Text, "+32") {
				t.Errorf("%s in %s shows what the desk does not have:\n%s", o, l, r.Text)
			}
		}
	}
}

// TestGoldenFirstLink renders the link for a new account, which the sample leaves out.
func TestGoldenFirstLink(t *testing.T) {
	s := mustLoad(t)
	for _, l := range ticket.Languages() {
		d := Sample(ticket.StaffLink, l).(StaffLink)
		d.First, d.Hours = true, 72
		r := mustRender(t, s, l, d)
		compareGolden(t, filepath.Join("testdata", "golden", "staff_link_first."+string(l)+".txt"), "Subject: "+r.Subject+"\n\n"+r.Text)
	}
}

// TestGoldenDataMissing renders what the sample leaves out: everything missing, and each trouble with a number.
func TestGoldenDataMissing(t *testing.T) {
	s := mustLoad(t)
	number := []ticket.Field{ticket.NationalNumber}
	cases := map[string]DataMissing{
		"all": {
			Ref: "SD-2026-000124", Kind: ticket.AddressForgotten,
			Missing: []ticket.Field{ticket.LastName, ticket.FirstName, ticket.NationalNumber},
		},
		"length":    {Ref: "SD-2026-000125", Kind: ticket.AddressForgotten, Missing: number, NumberProblem: ticket.NumberLength},
		"ambiguous": {Ref: "SD-2026-000126", Kind: ticket.AddressForgotten, Missing: number, NumberProblem: ticket.NumberAmbiguous},
	}
	for name, d := range cases {
		for _, l := range ticket.Languages() {
			r := mustRender(t, s, l, d)
			compareGolden(t, filepath.Join("testdata", "golden", "data_missing_"+name+"."+string(l)+".txt"),
				"Subject: "+r.Subject+"\n\n"+r.Text)
		}
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: run go test ./internal/reply -run TestGolden -update, and read what it writes", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
