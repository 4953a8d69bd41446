package directory

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

var today = time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC)

const head = "last_name,first_name,national_number,email,language\n"

// The numbers are made up: born before 1916 or with a serial number above 800.
const (
	first  = "05031590165"
	second = "85.07.30-901.33"
)

func mustNumber(t testing.TB, s string) nrn.Number {
	t.Helper()
	n, err := nrn.Parse(s, today)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return n
}

// collect reads everything and returns rows and errors as text.
func collect(r io.Reader) (rows []Row, errs []string, fatal error) {
	for row, err := range ReadMembers(r, today) {
		var bad *LineError
		switch {
		case errors.As(err, &bad):
			errs = append(errs, err.Error())
		case err != nil:
			fatal = err
		default:
			rows = append(rows, row)
		}
	}
	return rows, errs, fatal
}

func TestReadMembers(t *testing.T) {
	in := "\ufeff" + head +
		"Peeters,Jan," + first + ", Jan@Peeters.Example ,nl\r\n" +
		"\n" +
		"\"Lefe\u0300vre, dite Le\",Hélène," + second + ",,FR\n"
	rows, errs, fatal := collect(strings.NewReader(in))
	want := []Row{
		{2, ticket.Member{LastName: "Peeters", FirstName: "Jan", Number: mustNumber(t, first), Address: "jan@peeters.example", Language: ticket.Dutch}},
		{4, ticket.Member{LastName: "Lefèvre, dite Le", FirstName: "Hélène", Number: mustNumber(t, second), Language: ticket.French}},
	}
	if diff := cmp.Diff(want, rows); diff != "" || errs != nil || fatal != nil {
		t.Errorf("%s%v %v", diff, errs, fatal)
	}
}

func TestColumnsInAnyOrder(t *testing.T) {
	in := "Language,remarks, EMAIL ,national_number,first_name,last_name\nde,x,,05031590165,Käthe,von der Heyden\n"
	rows, errs, fatal := collect(strings.NewReader(in))
	if len(rows) != 1 || errs != nil || fatal != nil || rows[0].Member.LastName != "von der Heyden" || rows[0].Member.Language != ticket.German {
		t.Errorf("%+v %v %v", rows, errs, fatal)
	}
}

func TestBadLinesAreNamedAndTheRestKept(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"no last name", ",Jan," + first + ",,nl", "line 2, last_name: is empty"},
		{"no letters", "-,Jan," + first + ",,nl", "line 2, last_name: is empty"},
		{"no first name", "Peeters, ," + first + ",,nl", "line 2, first_name: is empty"},
		{"control character", "Pee\x1bters,Jan," + first + ",,nl", "line 2, last_name: holds a control character"},
		{"number in the name", "Peeters " + first + ",Jan,x,,nl", "line 2, last_name: holds a national number: is a column out of place?"},
		{"no number", "Peeters,Jan,,,nl", "line 2, national_number: a national number has eleven digits"},
		{"zero lost", "Peeters,Jan,5031590165,,nl",
			"line 2, national_number: a national number has eleven digits, this has ten: did a spreadsheet drop a leading zero? Make the column text"},
		{"check digits", "Peeters,Jan,05031590166,,nl", "line 2, national_number: the check digits or the birth date cannot be those of a national number"},
		{"address", "Peeters,Jan," + first + ",jan.example,nl", "line 2, email: not a mail address; leave it empty when there is none"},
		{"address with a comma", "Peeters,Jan," + first + ",\"jan@peeters,example\",nl", "line 2, email: not a mail address; leave it empty when there is none"},
		{"two at signs", "Peeters,Jan," + first + ",a@b@c.example,nl", "line 2, email: not a mail address; leave it empty when there is none"},
		{"dots", "Peeters,Jan," + first + ",jan@peeters..example,nl", "line 2, email: not a mail address; leave it empty when there is none"},
		{"language", "Peeters,Jan," + first + ",,es", "line 2, language: use nl, fr, en or de"},
		{"shifted columns", "Peeters,Jan,jan@peeters.example,nl," + first, "line 2, national_number: a national number has eleven digits"},
		{"too few columns", "Peeters,Jan," + first, "line 2: has 3 columns where the header has 5"},
		{"too many columns", "Peeters,Jan," + first + ",,nl,x", "line 2: has 6 columns where the header has 5"},
		{"open quotation mark", "\"Peeters,Jan," + first + ",,nl", "line 2: a quotation mark is out of place or not closed"},
		{"stray quotation mark", "Pee\"ters,Jan," + first + ",,nl", "line 2: a quotation mark is out of place or not closed"},
		{"latin-1", "Lef\xe8vre,Jan," + first + ",,nl", "line 2: not UTF-8: save the file as CSV UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows, errs, fatal := collect(strings.NewReader(head + tt.line + "\nDubois,Marie," + second + ",,fr\n"))
			if diff := cmp.Diff([]string{tt.want}, errs); diff != "" || fatal != nil {
				t.Errorf("%s%v", diff, fatal)
			}
			if len(rows) != 1 || rows[0].Line != 3 || rows[0].Member.LastName != "Dubois" {
				t.Errorf("the next line: %+v", rows)
			}
			if nrn.Contains(strings.Join(errs, "")) {
				t.Errorf("R7: the error shows a number: %s", errs)
			}
		})
	}
}

func TestTheSameNumberTwice(t *testing.T) {
	rows, errs, _ := collect(strings.NewReader(head + "A,Jan," + first + ",,nl\nB,Jan,05.03.15-901.65,,nl\n"))
	if diff := cmp.Diff([]string{"line 3, national_number: the same number as in line 2"}, errs); diff != "" || len(rows) != 1 {
		t.Errorf("%s%+v", diff, rows)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"empty", "", "the file is empty: its first line must be last_name,first_name,national_number,email,language"},
		{"no header", "Peeters,Jan," + first + ",,nl\n",
			"line 1, the header: column last_name is missing; the first line must be last_name,first_name,national_number,email,language"},
		{"one column short", "last_name,first_name,national_number,language\n",
			"line 1, the header: column email is missing; the first line must be last_name,first_name,national_number,email,language"},
		{"semicolons", "last_name;first_name;national_number;email;language\n",
			"line 1, the header: column last_name is missing; the columns are divided by semicolons, save the file with commas"},
		{"twice", "last_name,first_name,national_number,email,language,email\n", "line 1, the header: column email is there twice"},
		{"utf-16", "\xff\xfel\x00a\x00", "the file is UTF-16: save it as CSV UTF-8"},
		{"latin-1 header", "last_name,pr\xe9nom\n", "line 1, the header: not UTF-8: save the file as CSV UTF-8"},
		{"no end of line", head + strings.Repeat("x", maxLine+1), fmt.Sprintf("line 2 is longer than %d bytes: is this a CSV file?", maxLine)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows, errs, fatal := collect(strings.NewReader(tt.in))
			if fatal == nil || fatal.Error() != tt.want || rows != nil || errs != nil {
				t.Errorf("%v %v %v", rows, errs, fatal)
			}
		})
	}
}

func TestBrokenReader(t *testing.T) {
	broken := errors.New("disk gone")
	rows, _, fatal := collect(io.MultiReader(strings.NewReader(head+"A,Jan,"+first+",,nl\n"), iotest.ErrReader(broken)))
	if len(rows) != 1 || !errors.Is(fatal, broken) {
		t.Errorf("%v %v", rows, fatal)
	}
}

func TestStopsWhenTold(t *testing.T) {
	count := 0
	for range ReadMembers(strings.NewReader(head+"A,Jan,"+first+",,nl\nB,Jan,x,,nl\n"), today) {
		count++
		break
	}
	if count != 1 {
		t.Errorf("%d rows after a break", count)
	}
}

func FuzzReadMembers(f *testing.F) {
	f.Add([]byte(head + "Peeters,Jan," + first + ",,nl\n"))
	f.Add([]byte("\ufeff" + head + "\"a\nb\",c," + second + ",x@y.z,fr"))
	f.Add([]byte(strings.ReplaceAll(head, ",", ";")))
	f.Fuzz(func(t *testing.T, data []byte) {
		for row, err := range ReadMembers(strings.NewReader(string(data)), today) {
			if err != nil && nrn.Contains(err.Error()) {
				t.Fatalf("R7: %v", err)
			}
			if err == nil && (row.Member.Number.IsZero() || row.Member.LastName == "" || row.Member.Language == "" || row.Line < 2) {
				t.Fatalf("half a member: %+v", row)
			}
		}
	})
}

// inDutch is a tongue for the test: what matters is that nothing in a refused line is English only.
type inDutch map[string]string

func (d inDutch) Sentence(key string) string { return d[key] }
func (inDutch) Day(time.Time) string         { return "" }
func (inDutch) Moment(time.Time) string      { return "" }

func TestARefusedLineIsSaidInTheLanguageOfTheReader(t *testing.T) {
	nl := inDutch{
		"line %d, %s: %s":                     "regel %d, %s: %s",
		"a national number has eleven digits": "elf cijfers",
		"%s, this has ten: did a spreadsheet drop a leading zero? Make the column text": "%s, dit heeft er tien",
	}
	var got []string
	for _, err := range ReadMembers(strings.NewReader(head+"Peeters,Jan,5031590165,,nl\n"), today) {
		var bad *LineError
		if !errors.As(err, &bad) {
			t.Fatalf("the line is not refused: %v", err)
		}
		got = append(got, bad.Said().In(nl))
	}
	if diff := cmp.Diff([]string{"regel 2, national_number: elf cijfers, dit heeft er tien"}, got); diff != "" {
		t.Error(diff)
	}
}
