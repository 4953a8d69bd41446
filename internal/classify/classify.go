// Package classify understands a mail: what it asks for, in which language, and what it claims of its sender. It is pure: text
// in, verdict out, with a reason for each verdict that staff can read. No model, no network, no directory.
package classify

import (
	"slices"
	"time"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Verdict is what a mail was understood to be.
type Verdict struct {
	Kind            ticket.Kind
	Language        ticket.Language // never empty: of what the sender wrote, else the fallback
	Claim           ticket.Claim
	Missing         []ticket.Field // what an identity check lacks; empty for kinds that need none
	OnBehalf        bool           // asked for somebody else: goes to an agent and is never answered automatically
	AutomaticReason string         // short code when Kind is automatic
	Reasons         []Reason       // why, for staff: each with the thing and one sentence, national numbers masked
}

// Reason explains one part of a verdict.
type Reason struct {
	Thing string // kind, language, last_name, first_name, national_number, new_address, on_behalf
	Text  string
	Place string // the line that it rests on, where there is one: `line 3: “Mijn naam is ...”`
}

// Options tell what the mail itself cannot.
type Options struct {
	Today    time.Time       // the day up to which a person can have been born
	Fallback ticket.Language // the desk's language, where the mail is too short to tell
	Answers  ticket.Kind     // the kind of the request that the mail goes on with, where that is known; else empty
	Kind     ticket.Kind     // what the mail asks for, where a person said so; empty: its words decide
}

// Classify understands m. It never fails: what cannot be told stays empty, and a person decides.
func Classify(m *message.Message, opts Options) Verdict {
	r := newReading(m, opts)
	var v Verdict
	var why string
	v.Language, why = language(r, opts.Fallback)
	v.explain("language", why, "")
	spoken := v.Reasons
	if m.Automation != nil {
		return automatic(spoken, v.Language, m.Automation)
	}
	r.passed = r.ownForward()
	news := r.newAddress()
	kind, because := r.kind(news)
	if opts.Kind != "" {
		kind, because = opts.Kind, Reason{Text: "A person said so."}
	}
	v.Kind = kind
	v.explain("kind", because.Text, because.Place)
	if v.OnBehalf, why = r.onBehalf(); v.OnBehalf {
		v.explain("on_behalf", why, "")
	}
	about := v.Kind
	if about == ticket.Other && opts.Answers.NeedsCheck() {
		about = opts.Answers // data alone, in answer to a question
	}
	number := r.findNumber(about, v.OnBehalf)
	if a := r.byWords(v.Kind, v.Language, news, number); a != nil && opts.Kind == "" {
		return automatic(spoken, v.Language, a)
	}
	v.Claim.Number, v.Claim.NumberProblem = number.number, number.problem
	v.explain(string(ticket.NationalNumber), number.why, r.place(number.passage, number.at))
	name, reasons := r.names(number, v.OnBehalf)
	v.Claim.LastName, v.Claim.FirstName = name.last, name.first
	v.Reasons = append(v.Reasons, reasons...)
	if v.Kind == ticket.AddressChanged {
		v.Claim.NewAddress = address.Canonical(news.chosen)
		v.explain(string(ticket.NewAddress), news.why, r.placeOf(news.chosen))
	}
	v.Missing = v.Claim.Missing(v.Kind)
	return v
}

// automatic is the verdict on the mail of a machine: nothing is read from it but its language.
func automatic(reasons []Reason, lang ticket.Language, a *message.Automation) Verdict {
	v := Verdict{Kind: ticket.Automatic, Language: lang, AutomaticReason: a.Code, Reasons: slices.Clip(reasons)}
	v.explain("kind", a.Why, "")
	return v
}

func (v *Verdict) explain(thing, text, place string) {
	if text != "" {
		v.Reasons = append(v.Reasons, Reason{thing, nrn.Redact(text), place})
	}
}
