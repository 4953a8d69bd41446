package reply

import (
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"iec-iab.be/servicedesk/internal/ticket"
)

// skeleton returns the elements and attributes of a page, but line breaks, and its text.
func skeleton(t *testing.T, page string) (tags, text string) {
	t.Helper()
	var tag, words strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return tag.String(), words.String()
		case html.TextToken:
			words.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
			if token := z.Token(); token.Data != "br" {
				tag.WriteString(token.String() + "\n")
			}
		}
	}
}

func TestQuestionKeepsItsLines(t *testing.T) {
	r := mustRender(t, mustLoad(t), ticket.Dutch, Question{Ref: "SD-2026-000001", Text: "Eén.\r\nTwee <b>.\n\n\n\nDrie.\n"})
	if want := "\n\nEén.\nTwee <b>.\n\nDrie.\n\n"; !strings.Contains(r.Text, want) {
		t.Errorf("text part:\n%s", r.Text)
	}
	if want := ">Eén.<br>\nTwee &lt;b&gt;.<br>\n<br>\nDrie.</p>"; !strings.Contains(r.HTML, want) {
		t.Errorf("HTML part:\n%s", r.HTML)
	}
}

// TestClaimedNames is what an automatic mail may repeat of a stranger's words: both names, when both look like names.
func TestClaimedNames(t *testing.T) {
	cases := []struct {
		first, last string
		greeted     bool
	}{
		{"Jan", "Peeters", true}, {"Jean-François", "d'Hondt", true}, {"Øyvind", "Van den Broeck", true},
		{"J.", "St. Jan", true}, {"J.-P.", "O’Neill", true}, {"  Jan ", "Peeters", true},
		{"Jan", "", false}, {"", "Peeters", false}, {"Jan", "evil.example", false},
		{"Visit http://evil.example", "Peeters", false}, {"Jan", "Win 1000 euro", false},
		{"Jan", "a@b", false}, {"Jan", "x/y", false}, {strings.Repeat("x", maxName+1), "Peeters", false}, {"Jan", "<b>", false},
	}
	s := mustLoad(t)
	for _, c := range cases {
		p := Person{FirstName: c.first, LastName: c.last}
		for _, d := range []Data{DataMissing{Ref: "SD-2026-000001", Name: p, Missing: []ticket.Field{ticket.NationalNumber}},
			IdentityNotConfirmed{Ref: "SD-2026-000001", Name: p}, Question{Ref: "SD-2026-000001", Name: p, Text: "?"}} {
			r := mustRender(t, s, ticket.Dutch, d)
			want := "Geachte heer, geachte mevrouw,\n"
			if c.greeted {
				want = "Geachte " + strings.TrimSpace(c.first) + " " + c.last + ",\n"
			}
			if !strings.HasPrefix(r.Text, want) {
				t.Errorf("%q %q in %s: begins %.60q, want %q", c.first, c.last, d.Occasion(), r.Text, want)
			}
		}
	}
}

// TestDataMissingIsTheSameForAll is R5: what is asked follows from the mail alone, and names no directory field.
func TestDataMissingIsTheSameForAll(t *testing.T) {
	allowed := []string{"Ref", "Name", "Kind", "Missing", "NumberProblem"}
	for f := range reflect.TypeFor[DataMissing]().Fields() {
		if !strings.Contains(" "+strings.Join(allowed, " ")+" ", " "+f.Name+" ") {
			t.Errorf("DataMissing.%s: a new field must not tell what the directory holds", f.Name)
		}
	}
}

// TestNoticeDoesNotTellTheNewAddress keeps the new address from whoever reads the old mailbox.
func TestNoticeDoesNotTellTheNewAddress(t *testing.T) {
	for _, name := range Fields(ticket.AddressChangedNotice) {
		if strings.Contains(name, "New") {
			t.Errorf("the notice can show %s", name)
		}
	}
}

// TestNationalNumbersStay is R7 at the way out, for each text that a person can put into a reply.
func TestNationalNumbersStay(t *testing.T) {
	s := mustLoad(t)
	for _, number := range []string{"85073003328", "85.07.30-033.28", "85 07 30 033 28",
		"185073003328", "uw nummer (85.07.30-033.28) klopt", "x85073003328y"} {
		for _, d := range []Data{Question{Ref: "SD-2026-000001", Text: "Is dit juist? " + number},
			AddressKnown{Ref: "SD-2026-000001", KnownAddress: number}} {
			_, err := s.Render(ticket.Dutch, d)
			if !errors.Is(err, ErrNationalNumber) || strings.Contains(err.Error(), "85") {
				t.Errorf("%q in %s: error %v", number, d.Occasion(), err)
			}
		}
	}
	for _, harmless := range []string{"850730033", "+32 2 543 74 90", "85073003327", "BE0123456789",
		"99999999999", "SD-2026-000123"} {
		if _, err := s.Render(ticket.Dutch, Question{Ref: "SD-2026-000001", Text: harmless}); err != nil {
			t.Errorf("%q: %v", harmless, err)
		}
	}
}

func TestIncompleteDataIsNotMailed(t *testing.T) {
	s := mustLoad(t)
	for _, d := range []Data{
		AddressKnown{Ref: "SD-2026-000001"}, AddressChanged{Ref: "SD-2026-000001", NewAddress: " \u200b"},
		AddressChangedNotice{Ref: "SD-2026-000001"},
		DataMissing{Ref: "SD-2026-000001"}, Question{Ref: "SD-2026-000001", Text: "\n\n"}, Received{}, PasswordSteps{},
	} {
		if r, err := s.Render(ticket.Dutch, d); !errors.Is(err, ErrIncomplete) {
			t.Errorf("%#v: error %v, subject %q", d, err, r.Subject)
		}
	}
}

func TestTooLongQuestion(t *testing.T) {
	_, err := mustLoad(t).Render(ticket.Dutch, Question{Ref: "SD-2026-000001", Text: strings.Repeat("lang ", 20000)})
	if !errors.Is(err, ErrTooLong) {
		t.Errorf("error %v", err)
	}
}

func TestFallbackLanguage(t *testing.T) {
	files := house(t)
	delete(files, "received.de.md")
	desk := testDesk()
	desk.Language = ticket.French
	s, err := Load(files, desk)
	if err != nil {
		t.Fatal(err)
	}
	for want, asked := range map[ticket.Language]ticket.Language{ticket.English: ticket.English, ticket.French: ticket.German} {
		if r := mustRender(t, s, asked, Received{Ref: "SD-2026-000001"}); r.Language != want {
			t.Errorf("asked for %s, got %s, want %s", asked, r.Language, want)
		}
	}
}

// TestViewsHoldOnlyWords keeps methods, maps, slices, pointers and interfaces out of what a template can reach.
func TestViewsHoldOnlyWords(t *testing.T) {
	var walk func(reflect.Type)
	walk = func(v reflect.Type) {
		if v.NumMethod() > 0 || reflect.PointerTo(v).NumMethod() > 0 {
			t.Errorf("%v has methods", v)
		}
		switch v.Kind() {
		case reflect.Struct:
			for f := range v.Fields() {
				walk(f.Type)
			}
		case reflect.String, reflect.Bool:
		default:
			t.Errorf("%v is a %v", v, v.Kind())
		}
	}
	for _, o := range ticket.Occasions() {
		walk(reflect.TypeOf(Sample(o, ticket.Dutch).view(&words{})))
	}
}

func TestEverySampleIsOfItsOccasion(t *testing.T) {
	for _, o := range ticket.Occasions() {
		for _, l := range ticket.Languages() {
			if got := Sample(o, l).Occasion(); got != o {
				t.Errorf("sample of %s is of %s", o, got)
			}
		}
	}
	if Sample("nothing", ticket.Dutch) != nil {
		t.Error("a sample of no occasion")
	}
}

func TestDeskProblems(t *testing.T) {
	for want, change := range map[string]func(*Desk){
		"desk.name":    func(d *Desk) { d.Name = " " },
		"desk.address": func(d *Desk) { d.Address = "" },
		"desk.website": func(d *Desk) { d.Website = "www.example.be" },
	} {
		desk := testDesk()
		change(&desk)
		if _, err := Load(house(t), desk); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: error %v", want, err)
		}
	}
}

// TestConcurrentUse is for the race detector.
func TestConcurrentUse(t *testing.T) {
	s := mustLoad(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, o := range ticket.Occasions() {
				if _, err := s.Render(ticket.French, Sample(o, ticket.French)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzRender(f *testing.F) {
	for _, v := range hostile {
		f.Add(v, "Peeters", "Wat is dit?\n"+v)
	}
	s := mustLoad(f)
	f.Fuzz(func(t *testing.T, first, last, text string) {
		for _, d := range []Data{
			AddressKnown{Ref: "SD-2026-000001", Member: Person{first, last}, KnownAddress: text},
			DataMissing{Ref: "SD-2026-000001", Name: Person{first, last}, Missing: []ticket.Field{ticket.LastName}},
			Question{Ref: "SD-2026-000001", Name: Person{first, last}, Text: text},
		} {
			r, err := s.Render(ticket.Dutch, d)
			if errors.Is(err, ErrIncomplete) || errors.Is(err, ErrNationalNumber) || errors.Is(err, ErrTooLong) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			checkHarmless(t, r, d, text, mustRender(t, s, ticket.Dutch, benign(d)))
		}
	})
}

func BenchmarkRender(b *testing.B) {
	s := mustLoad(b)
	d := Sample(ticket.PasswordSteps, ticket.Dutch)
	for b.Loop() {
		if _, err := s.Render(ticket.Dutch, d); err != nil {
			b.Fatal(err)
		}
	}
}
