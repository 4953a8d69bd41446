package ticket

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestSayInEnglish(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 5, 0, 0, time.FixedZone("", 3600))
	for _, c := range []struct {
		what Said
		want string
	}{
		{Said{}, ""},
		{Say("100% sure"), "100% sure"},
		{Say("%s and %d", "Jo 100%", 7), "Jo 100% and 7"},
		{Say("%d of %d, %d", int64(0), 1, int32(2)), "0 of 1, 2"},
		{Say("on %s, at %s", Day(at), Moment(at)), "on 2 March 2026, at 2 March 2026 08:05"},
		{Say("as %s in %s, lacking %s", AddressForgotten, Dutch, NationalNumber), "as address_forgotten in nl, lacking national number"},
		{Say("%s: %s", Ref("SD-2026-000001"), Say("closed by %s.", "Eva").Within()), "SD-2026-000001: closed by Eva"},
		{Say("done.%s", Said{}), "done."},
		{Say("%s", Say("only this")), "only this"},
		{Say("Open|state"), "Open"},
		{Say("lacking %s", List([]Said{Say("%s", LastName), Say("%s", FirstName)})), "lacking last name, first name"},
		{Say("because: %s", fmt.Errorf("show: %w", Refuse("%s is closed: %w", Ref("SD-1"), ErrNotAllowed))), "because: SD-1 is closed: not allowed in this state"},
		{Say("because: %s", errors.New("disk full: 100%")), "because: disk full: 100%"},
		{Word("action", "delayed"), "delayed"},
		{Say("%s: %s", "Eva", Roles{Agent, Auditor}), "Eva: agent,auditor"},
	} {
		if got := c.what.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestASentenceSurvivesItsJSON(t *testing.T) {
	what := Say("%s %d %s %s %s", "text", 0, Day(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)), Say("a phrase of %s.", AddressChanged).Within(), Said{})
	raw, err := json.Marshal(what)
	if err != nil {
		t.Fatal(err)
	}
	var back Said
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(what, back); diff != "" || back.String() != what.String() {
		t.Errorf("%s came back otherwise:\n%s", raw, diff)
	}
}

func TestR7EveryKindOfArgumentIsMasked(t *testing.T) {
	const secret = "85073003328"
	n := int64(85073003328)
	for name, what := range map[string]Said{
		"text":               Say("of %s", secret),
		"text, as written":   Say("of %s", "85.07.30-033.28"),
		"a whole number":     Say("of %d", n),
		"a phrase":           Say("of %s", Say("this: %s", secret)),
		"a phrase in two":    Say("of %s", Say("this: %s", Say("that: %s", secret))),
		"an inner phrase":    Say("of %s", Say("this: %s.", secret).Within()),
		"a list":             Say("of %s", List([]Said{Say("%s", "x"), Say("%s", secret)})),
		"an error":           Say("of %s", errors.New("refused: "+secret)),
		"a refusal":          Say("of %s", Refuse("refused %s: %w", secret, ErrInvalid)),
		"two arguments":      Say("%s%s", "850730", "03328"),
		"text and a number":  Say("%s%d", "850730", 33281),
		"behind our label":   Say("national number %s", "850730033"),
		"a phrase and text":  Say("%s%s", Say("%s", "850730"), "03328"),
		"twice":              Say("%s %s", secret, secret),
		"the text of nobody": Say("%s", secret),
	} {
		masked := what.Redacted()
		raw, err := json.Marshal(masked)
		if err != nil {
			t.Fatal(err)
		}
		for _, shown := range []string{masked.String(), string(raw)} {
			digits := strings.Map(func(r rune) rune {
				if r < '0' || r > '9' {
					return -1
				}
				return r
			}, shown)
			if strings.Contains(digits, secret) || strings.Contains(digits, "850730033") {
				t.Errorf("%s: %s", name, shown)
			}
		}
	}
	if got := Say("of %s", "85.07.30-033.28").Redacted(); got.Format != "of %s" || got.String() != "of 85.07.30-***.**" {
		t.Errorf("more was lost than the number: %+v", got)
	}
	fine := Say("%s of %s, %d, %s", "An", AddressChanged, 12, Day(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)))
	if diff := cmp.Diff(fine, fine.Redacted()); diff != "" {
		t.Errorf("a sentence without a number changed:\n%s", diff)
	}
}

func TestRefuseWrapsWhatStandsInIt(t *testing.T) {
	cause := errors.New("cause")
	err := Refuse("%s: %w because of %w", Ref("SD-1"), ErrInvalid, cause)
	if !errors.Is(err, ErrInvalid) || !errors.Is(err, cause) || errors.Is(err, ErrNotFound) {
		t.Errorf("%v wraps other errors than it says", err)
	}
	if got := err.Error(); got != "SD-1: invalid because of cause" {
		t.Error(got)
	}
}

func TestSaidOfTellsTheOutermostRefusal(t *testing.T) {
	inner := Refuse("inner: %w", ErrNotFound)
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("%w", ErrNotFound), "not found"},
		{fmt.Errorf("outer: %w", inner), "inner: not found"},
		{Refuse("outer: %w", inner), "outer: inner: not found"},
		{errors.Join(nil, inner), "inner: not found"},
		{&Conflict{What: Say("check %d", 3), Now: Say("%s", Approved)}, "check 3 is approved by now: look again before you decide"},
		{&Conflict{What: Say("check %d", 3), Now: Say("%s", Approved), By: "Eva", At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}, "check 3 is approved by now: Eva was first, at 2 January 2026 03:04"},
	} {
		if got := SaidOf(c.err).String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
