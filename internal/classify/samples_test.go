package classify

import (
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

var today = time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC)

// The made-up numbers of the samples: serial numbers above 800 or births before 1916. {A} and so on stand for them in the texts.
const (
	numberA = "85.07.30-901.33"
	numberB = "72.02.14-801.14"
	numberC = "05.03.15-901.65"
	numberX = "85.07.30-901.34" // wrong check digits
	numberY = "85.13.30-901.01" // no such month
)

var placeholders = strings.NewReplacer("{A}", numberA, "{B}", numberB, "{C}", numberC, "{X}", numberX, "{Y}", numberY,
	"{A11}", "85073090133", "{B11}", "72021480114", "{A/}", "85/07/30 901/33", "{A_}", "85 07 30 901 33", "{A10}", "8507309013")

// sample is a made-up mail and what a patient reader takes it for.
type sample struct {
	name          string
	from, addr    string // display name and address
	subject, text string
	forwarded     *message.Forwarded
	alt           string

	kind        ticket.Kind
	language    ticket.Language
	last, first string
	number      string // A, B, C, a ticket.NumberProblem, or empty
	address     string
	behalf      bool
}

// Short names for the tables.
const (
	forgot   = ticket.AddressForgotten
	changed  = ticket.AddressChanged
	password = ticket.PasswordForgotten
	other    = ticket.Other
	nl       = ticket.Dutch
	fr       = ticket.French
	en       = ticket.English
	de       = ticket.German
)

func (s sample) message() *message.Message {
	m := &message.Message{Subject: placeholders.Replace(s.subject), Text: placeholders.Replace(s.text), AltText: placeholders.Replace(s.alt),
		To: []message.Address{{Addr: "desk@institute.example"}}}
	if s.addr != "" {
		m.From = []message.Address{{Name: s.from, Addr: s.addr}}
	}
	if s.forwarded != nil {
		f := *s.forwarded
		f.Text = placeholders.Replace(f.Text)
		m.Forwarded = &f
	}
	return m
}

func mustNumber(t testing.TB, s string) nrn.Number {
	t.Helper()
	n, err := nrn.Parse(s, today)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return n
}

// wantNumber returns what the number of a sample stands for.
func (s sample) wantNumber(t testing.TB) (nrn.Number, ticket.NumberProblem) {
	switch s.number {
	case "":
		return nrn.Number{}, ticket.NumberFine
	case "A":
		return mustNumber(t, numberA), ticket.NumberFine
	case "B":
		return mustNumber(t, numberB), ticket.NumberFine
	case "C":
		return mustNumber(t, numberC), ticket.NumberFine
	}
	return nrn.Number{}, ticket.NumberProblem(s.number)
}

func (s sample) check(t *testing.T) {
	t.Helper()
	v := Classify(s.message(), Options{Today: today, Fallback: ticket.Dutch})
	if v.Kind != s.kind {
		t.Errorf("kind %s, want %s", v.Kind, s.kind)
	}
	if v.Language != s.language {
		t.Errorf("language %s, want %s", v.Language, s.language)
	}
	number, problem := s.wantNumber(t)
	if v.Claim.Number != number {
		t.Errorf("number %v, want %v", v.Claim.Number, number)
	}
	if s.kind.NeedsCheck() {
		if v.Claim.LastName != s.last || v.Claim.FirstName != s.first {
			t.Errorf("name %q, %q; want %q, %q", v.Claim.LastName, v.Claim.FirstName, s.last, s.first)
		}
		if v.Claim.NumberProblem != problem {
			t.Errorf("number problem %q, want %q", v.Claim.NumberProblem, problem)
		}
		if v.OnBehalf != s.behalf {
			t.Errorf("on behalf %t, want %t", v.OnBehalf, s.behalf)
		}
	}
	if v.Claim.NewAddress != s.address {
		t.Errorf("new address %q, want %q", v.Claim.NewAddress, s.address)
	}
	if t.Failed() {
		for _, r := range v.Reasons {
			t.Logf("%s: %s", r.Thing, r.Text)
		}
	}
}

func run(t *testing.T, samples []sample) {
	t.Helper()
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) { s.check(t) })
	}
}

// phrasing is one way to ask for something, with what the subject says, apart from any names and numbers. The address is the new one
// that it states.
type phrasing struct{ subject, text, address string }

// runPhrasings checks that each asks for that kind of thing.
func runPhrasings(t *testing.T, kind ticket.Kind, phrasings []phrasing) {
	t.Helper()
	for _, p := range phrasings {
		m := sample{from: "Jonas Verhelst", addr: "jonas@verhelst.example", subject: p.subject, text: p.text}.message()
		v := Classify(m, Options{Today: today})
		if v.Kind != kind || v.Claim.NewAddress != p.address {
			t.Errorf("%q, %q:\n kind %s address %q, want %s %q\n %v", p.subject, p.text, v.Kind, v.Claim.NewAddress, kind, p.address, v.Reasons)
		}
	}
}
