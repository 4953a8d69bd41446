package classify

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// What the development corpus has to reach: just below what it reached when this was written.
const (
	wantKinds  = 0.99
	wantFields = 0.99
)

// label is one line of labels.jsonl. Null is the empty string.
type label struct {
	File           string   `json:"file"`
	Kind           string   `json:"kind"`
	Language       string   `json:"language"`
	LastName       string   `json:"last_name"`
	FirstName      string   `json:"first_name"`
	NationalNumber string   `json:"national_number"`
	NewAddress     string   `json:"new_address"`
	FromAddress    string   `json:"from_address"`
	Missing        []string `json:"missing"`
	NumberProblem  string   `json:"number_problem"`
	Match          string   `json:"match"`
	MemberEmail    string   `json:"member_email"`
}

// corpusFolder returns the folder named by SERVICEDESK_TEST_CORPUS.
func corpusFolder(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("SERVICEDESK_TEST_CORPUS")
	if folder != "" {
		return folder
	}
	if slices.Contains(strings.Split(os.Getenv("SERVICEDESK_TEST_REQUIRE"), ","), "corpus") {
		t.Fatal("SERVICEDESK_TEST_REQUIRE names corpus: set SERVICEDESK_TEST_CORPUS to its folder")
	}
	t.Skip("no corpus: set SERVICEDESK_TEST_CORPUS to the folder with mail, labels.jsonl and members.csv")
	return ""
}

func readLabels(t testing.TB, folder string) []label {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, "labels.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var labels []label
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var l label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatalf("labels.jsonl line %d: %v", len(labels)+1, err)
		}
		labels = append(labels, l)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return labels
}

func readMembers(t testing.TB, folder string) map[nrn.Number]ticket.Member {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, "members.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	members := map[nrn.Number]ticket.Member{}
	for row, err := range directory.ReadMembers(f, today) {
		if err != nil {
			t.Fatalf("members.csv: %v", err)
		}
		members[row.Member.Number] = row.Member
	}
	return members
}

// predict reads one mail the way the commands do.
func predict(t testing.TB, folder, file string, members map[nrn.Number]ticket.Member) label {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(folder, "mail", file))
	if err != nil {
		t.Fatal(err)
	}
	m := message.Parse(raw, message.Options{OwnAddresses: []string{"servicedesk@iec-iab.be"}})
	v := Classify(m, Options{Today: today, Fallback: ticket.Dutch})
	p := label{File: file, Kind: string(v.Kind), Language: string(v.Language), LastName: v.Claim.LastName, FirstName: v.Claim.FirstName,
		NationalNumber: v.Claim.Number.Reveal(), NewAddress: v.Claim.NewAddress, NumberProblem: string(v.Claim.NumberProblem), Match: "not_checked"}
	for _, f := range v.Missing {
		p.Missing = append(p.Missing, string(f))
	}
	if len(m.From) > 0 {
		p.FromAddress = m.From[0].Addr
	}
	member, known := members[v.Claim.Number]
	p.MemberEmail = member.Address
	switch {
	case !v.Kind.NeedsCheck() || v.Claim.LastName == "" || v.Claim.FirstName == "" || v.Claim.Number.IsZero():
	case !known:
		p.Match = "unknown_number"
	case directory.CompareNames(v.Claim.LastName, v.Claim.FirstName, member.LastName, member.FirstName).Agrees():
		p.Match = "match"
	default:
		p.Match = "name_mismatch"
	}
	return p
}

// scored is one field of a mail with the label and the prediction.
type scored struct{ name, want, got string }

// fields lists what counts for a mail: the language of people's mails, the rest where an identity is checked.
func fields(want, got label) []scored {
	list := []scored{{"from_address", strings.ToLower(want.FromAddress), strings.ToLower(got.FromAddress)}}
	if want.Kind != string(ticket.Automatic) {
		list = append(list, scored{"language", want.Language, got.Language})
	}
	if want.Kind == string(ticket.AddressChanged) {
		list = append(list, scored{"new_address", want.NewAddress, strings.ToLower(got.NewAddress)})
	}
	if !ticket.Kind(want.Kind).NeedsCheck() {
		return list
	}
	slices.Sort(want.Missing)
	slices.Sort(got.Missing)
	return append(list, scored{"last_name", nameKey(want.LastName), nameKey(got.LastName)}, scored{"first_name", nameKey(want.FirstName), nameKey(got.FirstName)},
		scored{"national_number", want.NationalNumber, got.NationalNumber}, scored{"missing", strings.Join(want.Missing, " "), strings.Join(got.Missing, " ")},
		scored{"number_problem", want.NumberProblem, got.NumberProblem}, scored{"match", want.Match, got.Match}, scored{"member_email", want.MemberEmail, got.MemberEmail})
}

// nameKey is the form in which names are compared: NFC, no capitals, one apostrophe.
func nameKey(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "´", "'", "`", "'").Replace(norm.NFC.String(s))
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// score counts what is read rightly in the mails of a folder. A wrong number, an automatic mail that would be answered (R6) and a
// person taken for a machine are errors in any number.
type score struct{ mails, kinds, fields, right int }

func scoreFolder(t *testing.T, folder string) (s score) {
	members := readMembers(t, folder)
	for _, want := range readLabels(t, folder) {
		got := predict(t, folder, want.File, members)
		automatic := string(ticket.Automatic)
		s.mails++
		switch {
		case got.Kind == want.Kind:
			s.kinds++
		case want.Kind == automatic:
			t.Errorf("R6: %s is automatic and would be answered as %s", want.File, got.Kind)
		case got.Kind == automatic:
			t.Errorf("%s is a person and taken for a machine", want.File)
		default:
			t.Logf("%s: kind %s, should be %s", want.File, got.Kind, want.Kind)
		}
		if got.NationalNumber != "" && got.NationalNumber != want.NationalNumber {
			t.Errorf("%s: a wrong number", want.File)
		}
		for _, f := range fields(want, got) {
			s.fields++
			if f.want == f.got {
				s.right++
			} else if f.name == "national_number" {
				t.Logf("%s: national_number differs", want.File)
			} else {
				t.Logf("%s: %s %q, should be %q", want.File, f.name, f.got, f.want)
			}
		}
	}
	if s.mails == 0 {
		t.Error("no mails")
	}
	t.Logf("kinds %d/%d, fields %d/%d", s.kinds, s.mails, s.right, s.fields)
	return s
}

func TestCorpus(t *testing.T) {
	s := scoreFolder(t, corpusFolder(t))
	if float64(s.kinds) < wantKinds*float64(s.mails) {
		t.Errorf("kinds %d/%d, want %.0f %%", s.kinds, s.mails, wantKinds*100)
	}
	if float64(s.right) < wantFields*float64(s.fields) {
		t.Errorf("fields %d/%d, want %.0f %%", s.right, s.fields, wantFields*100)
	}
}

// TestOddMails reads the mails of testdata/mails. "first_version_wrong" in their labels says what the first version misread.
func TestOddMails(t *testing.T) {
	if s := scoreFolder(t, filepath.Join("testdata", "mails")); s.kinds != s.mails || s.right != s.fields {
		t.Errorf("kinds %d/%d, fields %d/%d, want all", s.kinds, s.mails, s.right, s.fields)
	}
}
