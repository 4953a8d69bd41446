package ticket

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
)

// Said is a sentence for staff that can be said in their own language: the English format is the key of the catalogue (package
// locale), and Args are what stands in it. A format is always ours, never a member's words (R10). Behind a '|' it may carry a context
// that is not shown, where one English word has two meanings.
type Said struct {
	Format string `json:"format,omitempty"`
	Args   []Arg  `json:"args,omitempty"`
	Inner  bool   `json:"inner,omitempty"` // stands within another sentence: said without its full stop
}

// Arg is one thing in a sentence: words that are the same in every language (a name, an address, a Ref), a number, a time, or a phrase
// that is said in the language of the reader too.
type Arg struct {
	Text   string    `json:"text,omitempty"`
	Number *int64    `json:"number,omitempty"`
	Time   time.Time `json:"time,omitzero"`
	Day    bool      `json:"day,omitempty"` // of Time only the day is said
	Phrase *Said     `json:"phrase,omitempty"`
}

// Say makes a sentence. An argument can be text, a whole number, one of the typed words of this package, a time as Moment or Day make
// it, another sentence, or an error.
func Say(format string, args ...any) Said {
	s := Said{Format: format}
	for _, a := range args {
		s.Args = append(s.Args, argOf(a))
	}
	if format == "%s" && len(s.Args) == 1 && s.Args[0].Phrase != nil {
		return *s.Args[0].Phrase
	}
	return s
}

// Word is one of the codes of a type, such as a kind or a state, to be said as a word.
func Word(context, code string) Said { return Said{Format: code + "|" + context} }

// Moment is a time in a sentence, to the minute.
func Moment(t time.Time) Arg { return Arg{Time: t} }

// Day is a day in a sentence.
func Day(t time.Time) Arg { return Arg{Time: t, Day: true} }

// List joins sentences or words with commas.
func List(parts []Said) Said { return joined(parts, ", ") }

func joined(parts []Said, by string) Said {
	list := Said{Format: strings.Join(slices.Repeat([]string{"%s"}, len(parts)), by)}
	for i := range parts {
		list.Args = append(list.Args, Arg{Phrase: &parts[i]})
	}
	return list
}

// Within is the sentence as a part of another one.
func (s Said) Within() Said {
	s.Inner = true
	return s
}

// IsZero reports whether nothing is said.
func (s Said) IsZero() bool { return s.Format == "" }

// Tongue is a language: how it says a format of ours, and a time.
type Tongue interface {
	Sentence(format string) string
	Day(t time.Time) string
	Moment(t time.Time) string
}

// In says it in a language.
func (s Said) In(t Tongue) string {
	text := t.Sentence(s.Format)
	if len(s.Args) > 0 {
		args := make([]any, len(s.Args))
		for i, a := range s.Args {
			args[i] = a.in(t)
		}
		text = fmt.Sprintf(text, args...)
	}
	if s.Inner {
		text = strings.TrimSuffix(text, ".")
	}
	return text
}

func (a Arg) in(t Tongue) any {
	switch {
	case a.Phrase != nil:
		return a.Phrase.In(t)
	case a.Number != nil:
		return *a.Number
	case !a.Time.IsZero() && a.Day:
		return t.Day(a.Time)
	case !a.Time.IsZero():
		return t.Moment(a.Time)
	}
	return a.Text
}

// String says it in English.
func (s Said) String() string { return s.In(plain{}) }

// plain is the English of the command line and of the history: the formats as they stand, and codes as they are.
type plain struct{}

func (plain) Sentence(format string) string { return WithoutContext(format) }
func (plain) Day(t time.Time) string        { return t.UTC().Format("2 January 2006") }
func (plain) Moment(t time.Time) string     { return t.UTC().Format("2 January 2006 15:04") }

// WithoutContext is a format as it is shown.
func WithoutContext(format string) string {
	text, _, _ := strings.Cut(format, "|")
	return text
}

// Redacted masks the national numbers in a sentence (R7). Where that takes the whole of it, as for a number whose digits stand in two
// arguments, the masked English sentence is all that is kept.
func (s Said) Redacted() Said {
	whole := nrn.Redact(s.String())
	if masked := s.masked(); masked.String() == whole {
		return masked
	}
	return Say("%s", whole)
}

func (s Said) masked() Said {
	args := make([]Arg, len(s.Args))
	for i, a := range s.Args {
		a.Text = nrn.Redact(a.Text)
		if a.Phrase != nil {
			inner := a.Phrase.masked()
			a.Phrase = &inner
		}
		args[i] = a
	}
	if s.Args != nil {
		s.Args = args
	}
	return s
}

func argOf(a any) Arg {
	switch v := a.(type) {
	case Arg:
		return v
	case Said:
		if v.IsZero() {
			return Arg{}
		}
		return Arg{Phrase: &v}
	case error:
		return argOf(SaidOf(v))
	case RejectReason:
		return Arg{Phrase: &Said{Format: string(v)}}
	case Roles:
		words := make([]Said, len(v))
		for i, r := range v {
			words[i] = Say("%s", r)
		}
		return argOf(joined(words, ",")) // as Roles.String writes them
	}
	if v := reflect.ValueOf(a); v.CanInt() {
		n := v.Int()
		return Arg{Number: &n}
	}
	if context, code := typed(a); context != "" {
		word := Word(context, code)
		return Arg{Phrase: &word}
	}
	return Arg{Text: fmt.Sprint(a)}
}

// typed returns the context and the code of a value of one of our types of words.
func typed(a any) (context, code string) {
	switch v := a.(type) {
	case Kind:
		return "kind", string(v)
	case Status:
		return "status", string(v)
	case CheckStatus:
		return "check", string(v)
	case DeliveryStatus:
		return "delivery", string(v)
	case AttemptResult:
		return "attempt", string(v)
	case Verdict:
		return "verdict", string(v)
	case Language:
		return "language", string(v)
	case Occasion:
		return "occasion", string(v)
	case Outcome:
		return "outcome", string(v)
	case NumberProblem:
		return "number", string(v)
	case Role:
		return "role", string(v)
	case Tab:
		return "tab", string(v)
	case Field:
		return "field", strings.ReplaceAll(string(v), "_", " ")
	}
	return "", ""
}

// SaidOf is what an error says to staff: a refusal or a conflict in any language, another one in its own words.
func SaidOf(err error) Said {
	var refusal *Refusal
	var conflict *Conflict
	switch {
	case errors.As(err, &refusal):
		return refusal.Said
	case errors.As(err, &conflict):
		return conflict.Said()
	}
	for _, e := range []error{ErrNotFound, ErrNotAllowed, ErrReasonNeeded, ErrInvalid, nrn.ErrLength, nrn.ErrChecksum} {
		if errors.Is(err, e) && err.Error() == e.Error() { // the bare error: what wraps it says more
			return Said{Format: e.Error()}
		}
	}
	return Said{Format: "%s", Args: []Arg{{Text: err.Error()}}}
}
