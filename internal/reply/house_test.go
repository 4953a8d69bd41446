package reply

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// The tests of this file are about what the shipped texts say, in every language.

// eachLanguage renders the sample of an occasion in every language.
func eachLanguage(t *testing.T, o ticket.Occasion, check func(*testing.T, Rendered)) {
	t.Helper()
	s := mustLoad(t)
	for _, l := range ticket.Languages() {
		t.Run(string(o)+"."+string(l), func(t *testing.T) { check(t, mustRender(t, s, l, Sample(o, l))) })
	}
}

// flat is the text part without its line breaks.
func flat(r Rendered) string { return strings.Join(strings.Fields(r.Text), " ") }

func mustHold(t *testing.T, r Rendered, all ...string) {
	t.Helper()
	for _, want := range all {
		if !strings.Contains(flat(r), want) {
			t.Errorf("does not say %q:\n%s", want, r.Text)
		}
	}
}

// TestPasswordSteps compares with the Institute's own guide: seven steps, three fields, six rules, the words on its screens.
func TestPasswordSteps(t *testing.T) {
	spam := map[ticket.Language]string{ticket.Dutch: "ongewenste e-mail", ticket.French: "courrier indésirable",
		ticket.English: "junk mail", ticket.German: "unerwünschte E-Mails"}
	eachLanguage(t, ticket.PasswordSteps, func(t *testing.T, r Rendered) {
		mustHold(t, r, "https://eloket.iec-iab.be", "Can't access your account?", "Password reset", "(!?@&*)", "(a-z)", "(A-Z)", "(0-9)",
			"7 ", "servicedesk@iec-iab.be", "e-mailadres vergeten", spam[r.Language])
		count(t, r, `(?m)^\d\. `, 7)
		count(t, r, `(?m)^- `, 6)
		count(t, r, `(?m)^   - (Old password|New password|Confirm new password)`, 3)
		count(t, r, `Instituut135|u4R562`, 0) // whoever is shown a password uses it
	})
}

func count(t *testing.T, r Rendered, pattern string, want int) {
	t.Helper()
	if got := len(regexp.MustCompile(pattern).FindAllString(r.Text, -1)); got != want {
		t.Errorf("%d matches of %s, want %d:\n%s", got, pattern, want, r.Text)
	}
}

// TestAddressKnown says what the address is for and how to correct it, in the words of the guide.
func TestAddressKnown(t *testing.T) {
	subjects := map[ticket.Language]string{ticket.Dutch: "e-mailadres gewijzigd", ticket.French: "adresse e-mail modifiée",
		ticket.English: "e-mail address changed", ticket.German: "E-Mail-Adresse geändert"}
	eachLanguage(t, ticket.AddressKnown, func(t *testing.T, r Rendered) {
		address := Sample(ticket.AddressKnown, r.Language).(AddressKnown).KnownAddress
		mustHold(t, r, address, subjects[r.Language], "e-mailadres gewijzigd", "servicedesk@iec-iab.be",
			"https://eloket.iec-iab.be", "Can't access your account?")
		if !strings.Contains(r.Text, "\n\n"+address+"\n\n") {
			t.Errorf("the address does not stand on a line of its own:\n%s", r.Text)
		}
	})
}

// TestDataMissingAsksForExactlyThat counts the bullets for every set of missing fields and every trouble with the number.
func TestDataMissingAsksForExactlyThat(t *testing.T) {
	s := mustLoad(t)
	fields := []ticket.Field{ticket.LastName, ticket.FirstName, ticket.NationalNumber, ticket.NewAddress}
	problems := []ticket.NumberProblem{ticket.NumberFine, ticket.NumberChecksum, ticket.NumberLength, ticket.NumberAmbiguous}
	for _, l := range ticket.Languages() {
		texts := map[string]string{}
		for set := 1; set < 1<<len(fields); set++ {
			d := DataMissing{Ref: "SD-2026-000001", Kind: ticket.AddressChanged}
			for i, f := range fields {
				if set&(1<<i) != 0 {
					d.Missing = append(d.Missing, f)
				}
			}
			for _, p := range problems {
				if p != ticket.NumberFine && set&(1<<2) == 0 {
					continue // a number with a problem is a missing number
				}
				d.NumberProblem = p
				r := mustRender(t, s, l, d)
				count(t, r, `(?m)^- `, len(d.Missing))
				what := fmt.Sprint(d.Missing, p)
				if other, ok := texts[r.Text]; ok {
					t.Errorf("%s: %s and %s read the same", l, what, other)
				}
				texts[r.Text] = what
			}
		}
	}
}

// TestIdentityNotConfirmedTellsNothing compares the replies for two different claims: they differ in the greeting alone.
func TestIdentityNotConfirmedTellsNothing(t *testing.T) {
	s := mustLoad(t)
	for _, l := range ticket.Languages() {
		one := mustRender(t, s, l, IdentityNotConfirmed{Ref: "SD-2026-000001", Name: Person{"Jan", "Peeters"}})
		two := mustRender(t, s, l, IdentityNotConfirmed{Ref: "SD-2026-000001", Name: Person{"Emma", "Claes"}})
		_, one.Text, _ = strings.Cut(one.Text, "\n")
		_, two.Text, _ = strings.Cut(two.Text, "\n")
		if diff := cmp.Diff(one.Text, two.Text); diff != "" {
			t.Errorf("%s:\n%s", l, diff)
		}
	}
}

// TestStaffLinkStandsAlone looks at the two kinds of this mail: the link on a line of its own, so that mail programs make one of it.
func TestStaffLinkStandsAlone(t *testing.T) {
	s := mustLoad(t)
	const link = "https://desk.example.be/link/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHI"
	for _, l := range ticket.Languages() {
		first := mustRender(t, s, l, StaffLink{Name: "Eva Peeters", Link: link, Hours: 72, First: true})
		again := mustRender(t, s, l, StaffLink{Name: "Eva Peeters", Link: link, Hours: 1})
		for _, r := range []Rendered{first, again} {
			if !strings.Contains(r.Text, "\n\n"+link+"\n\n") || !strings.Contains(r.HTML, ">"+link+"</p>") || !strings.Contains(r.Text, "Eva Peeters") {
				t.Errorf("%s: no link on a line of its own:\n%s", l, r.Text)
			}
		}
		if first.Text == again.Text || !strings.Contains(first.Text, " 72 ") || !strings.Contains(again.Text, " 1 ") {
			t.Errorf("%s: a first password and a forgotten one read the same, or do not say how long:\n%s", l, first.Text)
		}
	}
}

// TestStaffLinkRefusesWhatCannotBeMailed holds the secret back where it would be read on the way, or would not arrive whole.
func TestStaffLinkRefusesWhatCannotBeMailed(t *testing.T) {
	s := mustLoad(t)
	for link, want := range map[string]error{
		"https://desk.example.be/link/x": nil, "http://127.0.0.1:8080/link/x": nil, "http://[::1]:8080/link/x": nil, "http://localhost/x": nil,
		"http://desk.example.be/link/x": ErrLink, "https:///x": ErrLink, "x": ErrLink, "javascript:alert(1)": ErrLink, "https://a@b.example/x": ErrLink,
		"https://desk.example.be/a b": ErrLink, "https://desk.example.be/" + strings.Repeat("x", 240): ErrLink, "": ErrIncomplete, " ": ErrIncomplete,
		"https://desk.example.be/link/11.02.14-801.91": ErrNationalNumber,
	} {
		_, err := s.Render(ticket.Dutch, StaffLink{Name: "Eva", Link: link, Hours: 1})
		if !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", link, err, want)
		}
		if err != nil && len(link) > 5 && strings.Contains(err.Error(), link) {
			t.Errorf("the error tells the link: %v", err)
		}
	}
	if _, err := s.Render(ticket.Dutch, StaffLink{Name: "Eva", Link: "https://desk.example.be/x"}); !errors.Is(err, ErrIncomplete) {
		t.Errorf("a link for no time: %v", err)
	}
}

// TestEveryReply is what all texts have in common.
func TestEveryReply(t *testing.T) {
	for _, o := range ticket.Occasions() {
		eachLanguage(t, o, func(t *testing.T, r Rendered) {
			if n := utf8.RuneCountInString(r.Subject); n > 78 || strings.HasSuffix(r.Subject, " [SD-2026-000123]") != o.OfTicket() {
				t.Errorf("subject of %d characters: %q", n, r.Subject)
			}
			if !strings.HasSuffix(r.Text,
				"\nServicedesk IEC-IAB\n\n-- \nservicedesk@iec-iab.be\n+32 2 000 00 00\nhttps://www.iec-iab.be\n") {
				t.Errorf("ends with %.200q", r.Text[max(0, len(r.Text)-200):])
			}
			if strings.Contains(r.Text, "\n\n\n") || strings.Contains(r.Text,
				"**") || strings.Contains(r.Text,
				"  ") && o != ticket.PasswordSteps && o != ticket.DataMissing {
				t.Errorf("leftovers of Markdown:\n%s", r.Text)
			}
			checkPage(t, r)
		})
	}
}

// checkPage looks at the HTML part: in the right language, without anything that is fetched or runs, and with one link, the
// footer's. No reply asks to follow a link to sign in.
func checkPage(t *testing.T, r Rendered) {
	t.Helper()
	checkInert(t, r)
	tags, _ := skeleton(t, r.HTML)
	if n := strings.Count(tags, "<a "); n != 1 {
		t.Errorf("%d links:\n%s", n, tags)
	}
}

// checkInert looks for what is fetched, runs, hides or leads away.
func checkInert(t *testing.T, r Rendered) {
	t.Helper()
	tags, _ := skeleton(t, r.HTML)
	if want := fmt.Sprintf(`<html lang="%s">`, r.Language); !strings.Contains(tags, want) {
		t.Errorf("no %s", want)
	}
	for _, banned := range []string{"<img", "<script", "<link", "<iframe", "<form", " src=", "url(",
		"@import", " onclick", "color:", "bgcolor"} {
		if strings.Contains(strings.ReplaceAll(strings.ToLower(tags), "color-scheme", ""), banned) {
			t.Errorf("holds %q", banned)
		}
	}
	for _, a := range regexp.MustCompile(`<a [^>]*>`).FindAllString(tags, -1) {
		if !regexp.MustCompile(`^<a href="(https://(www|eloket)\.iec-iab\.be[/"]|mailto:servicedesk@iec-iab\.be")`).MatchString(a) {
			t.Errorf("leads away: %s", a)
		}
	}
}

// TestFrenchPunctuationStaysWithItsWord looks for lines that begin with the punctuation that French sets off.
func TestFrenchPunctuationStaysWithItsWord(t *testing.T) {
	s := mustLoad(t)
	bound := 0
	for _, o := range ticket.Occasions() {
		r := mustRender(t, s, ticket.French, Sample(o, ticket.French))
		bound += strings.Count(r.Text, "\u00a0")
		if m := regexp.MustCompile(`(?m)^\s*[:;?!»]|«$`).FindString(r.Text); m != "" {
			t.Errorf("%s: a line begins with %q:\n%s", o, m, r.Text)
		}
	}
	if bound == 0 {
		t.Error("nothing was bound")
	}
}

func TestPropose(t *testing.T) {
	fields := Fields(ticket.AddressKnown)
	for wrong, want := range map[string]string{
		".KnownAdress": "did you mean .KnownAddress?", ".knownaddress": "did you mean .KnownAddress?",
		".LastName":  "did you mean .Member.LastName?",
		".Desk.Mail": "did you mean .Desk.Name?", ".Zzzzzzzzz": allFields, "." + strings.Repeat("x", 100): allFields,
	} {
		if got := propose(wrong, fields).String(); got != want {
			t.Errorf("%s: got %q, want %q", wrong, got, want)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "ac", 1},
		{"ac", "abc", 1}, {"kitten", "sitting", 3}} {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: got %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
