package demo

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/classify"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

func read(raw []byte) (*message.Message, classify.Verdict) {
	m := message.Parse(crlf(raw), message.Options{OwnAddresses: []string{Desk}, AuthservID: mx})
	return m, classify.Classify(m, classify.Options{Today: today, Fallback: ticket.Dutch})
}

func mustMember(t *testing.T, address string) ticket.Member {
	t.Helper()
	for _, m := range mustMembers(t) {
		if m.Address == address {
			return m
		}
	}
	t.Fatalf("no member has the address %s", address)
	return ticket.Member{}
}

func TestSamplesReadAsTheyShould(t *testing.T) {
	claimed := map[string]ticket.Claim{ // where it is not that of the member; without the number
		"11-stranger-nl": {LastName: "Wouters", FirstName: "Marc"},
		"15-slip-en":     {LastName: "Van den Berghe", FirstName: "Natalie"},
	}
	for _, s := range Story() {
		t.Run(s.Name, func(t *testing.T) {
			m, v := read(s.Raw)
			if v.Kind != s.Kind || v.Language != s.Language {
				t.Errorf("read as %s, %s; want %s, %s", v.Kind, v.Language, s.Kind, s.Language)
			}
			if (v.Kind == ticket.Automatic) != (s.Outcome == ticket.WasAutomatic) || m.Unreadable || v.OnBehalf {
				t.Errorf("automatic by %q, unreadable %t, on behalf %t", v.AutomaticReason, m.Unreadable, v.OnBehalf)
			}
			if len(m.From) != 1 || m.From[0].Addr != s.From() {
				t.Errorf("from %v, want %s", m.From, s.From())
			}
			if !s.Kind.NeedsCheck() {
				return
			}
			claim := v.Claim
			if s.Answer != "" {
				_, again := read(s.answerTo(Letter{MessageID: "q@institute.example", Raw: []byte("Subject: Nog gegevens nodig [SD-2026-000006]\n\n"), Text: "Geachte,\n"}))
				if want := []ticket.Field{ticket.NationalNumber}; len(v.Missing) != 1 || v.Missing[0] != want[0] {
					t.Errorf("missing %v, want %v", v.Missing, want)
				}
				claim = claim.Merge(again.Claim)
			}
			member := mustMember(t, s.Known)
			want := ticket.Claim{LastName: member.LastName, FirstName: member.FirstName}
			if c, ok := claimed[s.Name]; ok {
				want = c
			}
			want.Number = member.Number
			if strings.Contains(string(s.Raw), "ieuw e-mailadres:") || strings.Contains(string(s.Raw), "Nouvelle adresse") {
				want.NewAddress = s.NewAddress
			}
			if claim != want {
				t.Errorf("claim %+v, want %+v", claim, want)
			}
		})
	}
}

func TestBrokenSampleIsBroken(t *testing.T) {
	for _, s := range Story() {
		if s.Name != "10-broken-fr" {
			continue
		}
		m, _ := read(s.Raw)
		if strings.ToValidUTF8(string(s.Raw), "") == string(s.Raw) || len(m.Problems) == 0 {
			t.Errorf("it is whole; problems: %v", m.Problems)
		}
		if m.From[0].Name != "Françoise Noël" || m.Subject != "Adresse e-mail oubliée" {
			t.Errorf("read as %q, %q", m.From[0].Name, m.Subject)
		}
		return
	}
	t.Error("there is no broken sample")
}
