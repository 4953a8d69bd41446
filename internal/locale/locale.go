// Package locale says things to staff in Dutch (Flanders), French (Belgium) and English. The English text is the key of the
// catalogues; codes such as a kind or a state are keys with their context behind a '|', and have a word in English too. What a
// catalogue lacks is said in English; the tests see to it that nothing is lacking.
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"iec-iab.be/servicedesk/internal/ticket"
)

//go:embed nl.json fr.json en.json
var files embed.FS

// Languages lists the languages of the console, in the order of the house.
func Languages() []ticket.Language {
	return []ticket.Language{ticket.Dutch, ticket.French, ticket.English}
}

// maxAccept is how long an Accept-Language of a browser can be, in octets; what is longer is not worth the time.
const maxAccept = 1000

// Match chooses the language that a browser asks for (RFC 9110 section 12.5.4); fallback where it asks for none of ours.
func Match(acceptLanguage string, fallback ticket.Language) ticket.Language {
	if len(acceptLanguage) > maxAccept {
		return fallback
	}
	wanted, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(wanted) == 0 {
		return fallback
	}
	ours := make([]language.Tag, 0, len(Languages()))
	for _, l := range Languages() {
		ours = append(ours, language.Make(string(l)))
	}
	_, i, confidence := language.NewMatcher(ours).Match(wanted...)
	if confidence == language.No {
		return fallback
	}
	return Languages()[i]
}

// Speaker says things in one language. It never changes and is safe for concurrent use.
type Speaker struct {
	language ticket.Language
	words    map[string]string
	style    style
}

// speakers reads the catalogues once.
var speakers = sync.OnceValue(func() map[ticket.Language]*Speaker {
	all := map[ticket.Language]*Speaker{}
	for _, l := range Languages() {
		s := &Speaker{language: l, style: styles[l]}
		raw, err := files.ReadFile(string(l) + ".json")
		if err == nil {
			err = json.Unmarshal(raw, &s.words)
		}
		if err != nil {
			panic(fmt.Sprintf("catalogue %s.json: %v", l, err)) // embedded: a fault of the build
		}
		all[l] = s
	}
	return all
})

// For returns the speaker of a language, and the English one for a language that the console does not have.
func For(l ticket.Language) *Speaker {
	if s, ok := speakers()[l]; ok {
		return s
	}
	return speakers()[ticket.English]
}

// Language is what the speaker speaks.
func (s *Speaker) Language() ticket.Language { return s.language }

// Has reports whether the catalogue of this language has a key. English needs none but for codes.
func (s *Speaker) Has(key string) bool {
	_, ok := s.words[key]
	return ok
}

// Sentence is the format of ours in this language, the English itself where the catalogue lacks it.
func (s *Speaker) Sentence(key string) string {
	if said, ok := s.words[key]; ok {
		return said
	}
	return ticket.WithoutContext(key)
}

// T says the key in this language. Arguments are as those of ticket.Say: a typed word such as a kind is said in this language too.
func (s *Speaker) T(key string, args ...any) string { return s.Say(ticket.Say(key, args...)) }

// Say says a sentence.
func (s *Speaker) Say(what ticket.Said) string { return what.In(s) }

// Error says what an error tells staff: a refusal or a conflict in this language, another one in its own words.
func (s *Speaker) Error(err error) string { return s.Say(ticket.SaidOf(err)) }

// Finding says a finding; in English where an older version stored it.
func (s *Speaker) Finding(f ticket.Finding) string { return s.or(f.Said, f.Text) }

// Event says a line of the history; in English where an older version wrote it.
func (s *Speaker) Event(e ticket.Event) string { return s.or(e.Said, e.Text) }

// Trouble says what is wrong with a ticket, and nothing where nothing is.
func (s *Speaker) Trouble(t ticket.Ticket) string { return s.or(t.TroubleSaid, t.Trouble) }

// Contested says who contests the change of a ticket, and nothing where nobody does.
func (s *Speaker) Contested(t ticket.Ticket) string { return s.or(t.ContestedSaid, t.Contested) }

// or says what was said, provided that it is what the text says: the text is what counts.
func (s *Speaker) or(said ticket.Said, text string) string {
	if said.IsZero() || said.String() != text {
		return text
	}
	return s.Say(said)
}

// Kind is the word for a kind, in small letters; see Capital.
func (s *Speaker) Kind(k ticket.Kind) string { return s.T("%s", k) }

// Status is the word for the state of a ticket.
func (s *Speaker) Status(v ticket.Status) string { return s.T("%s", v) }

// Verdict is the one word for a verdict.
func (s *Speaker) Verdict(v ticket.Verdict) string { return s.T("%s", v) }

// Tab is the word for a part of the queue.
func (s *Speaker) Tab(v ticket.Tab) string { return s.T("%s", v) }

// Field is the word for a part of a claim.
func (s *Speaker) Field(f ticket.Field) string { return s.T("%s", f) }

// Role is the word for a role.
func (s *Speaker) Role(r ticket.Role) string { return s.T("%s", r) }

// CheckStatus is the word for the state of an identity check.
func (s *Speaker) CheckStatus(v ticket.CheckStatus) string { return s.T("%s", v) }

// DeliveryStatus is the word for the state of an outgoing message.
func (s *Speaker) DeliveryStatus(v ticket.DeliveryStatus) string { return s.T("%s", v) }

// AttemptResult is the word for what an attempt came to.
func (s *Speaker) AttemptResult(r ticket.AttemptResult) string { return s.T("%s", r) }

// Occasion is the word for the reason of an outgoing message.
func (s *Speaker) Occasion(o ticket.Occasion) string { return s.T("%s", o) }

// Outcome is the word for how a mail ended.
func (s *Speaker) Outcome(o ticket.Outcome) string { return s.T("%s", o) }

// NumberProblem says why a number is not taken; nothing for a number that is fine.
func (s *Speaker) NumberProblem(p ticket.NumberProblem) string {
	if p == ticket.NumberFine {
		return ""
	}
	return s.T("%s", p)
}

// Reason says a usual reason to reject in this language, and any other as a person wrote it.
func (s *Speaker) Reason(text string) string {
	if usual := ticket.RejectReason(text); slices.Contains(ticket.RejectReasons(), usual) {
		return s.T("%s", usual)
	}
	return text
}

// LanguageName is the name of a language.
func (s *Speaker) LanguageName(l ticket.Language) string { return s.T("%s", l) }

// EventName is the word for what happened, one of the names of ticket.
func (s *Speaker) EventName(name string) string { return s.Say(ticket.Word("event", name)) }

// Capital is a text with a capital at its beginning, for where a word stands alone.
func (s *Speaker) Capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
