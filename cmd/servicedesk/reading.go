package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// printReading prints what was understood of one mail, and why.
func printReading(w io.Writer, name string, r desk.Reading, members matcher, reveal bool) {
	v := r.Verdict
	fmt.Fprintf(w, "%s: %s, %s\n", clean(name), v.Kind, v.Language)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(what, text string) {
		if text != "" {
			fmt.Fprintf(tab, "  %s\t%s\n", what, clean(text))
		}
	}
	row("from", r.Sender().Addr)
	row("subject", nrn.Redact(r.Message.Subject))
	row("outcome", string(r.Outcome()))
	row("automatic", v.AutomaticReason)
	if v.Kind.NeedsCheck() {
		row("last name", v.Claim.LastName)
		row("first name", v.Claim.FirstName)
		row("number", numberText(v.Claim.Number, reveal)+string(v.Claim.NumberProblem))
		row("new address", v.Claim.NewAddress)
		row("missing", strings.ReplaceAll(joinFields(v.Missing), "_", " "))
		if members != nil {
			match, _ := members.match(v)
			row("directory", strings.ReplaceAll(match, "_", " "))
		}
	}
	tab.Flush()
	for _, reason := range v.Reasons {
		fmt.Fprintf(w, "  because %s: %s\n", strings.ReplaceAll(reason.Thing, "_", " "), clean(reason.Text))
	}
	for _, p := range r.Message.Problems {
		fmt.Fprintf(w, "  note: %s\n", clean(p))
	}
	fmt.Fprintln(w)
}

func joinFields(fields []ticket.Field) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = string(f)
	}
	return strings.Join(words, ", ")
}

// summary counts readings.
type summary struct {
	mails    int
	kinds    map[ticket.Kind]int
	outcomes map[ticket.Outcome]int
	missing  map[ticket.Field]int
}

func newSummary() *summary {
	return &summary{kinds: map[ticket.Kind]int{}, outcomes: map[ticket.Outcome]int{}, missing: map[ticket.Field]int{}}
}

func (s *summary) add(r desk.Reading) {
	s.mails++
	s.kinds[r.Verdict.Kind]++
	s.outcomes[r.Outcome()]++
	for _, f := range r.Verdict.Missing {
		s.missing[f]++
	}
}

func (s *summary) print(w io.Writer) {
	fmt.Fprintf(w, "%d mails. Kinds: %s. Outcomes: %s. Missing: %s.\n", s.mails, counts(s.kinds), counts(s.outcomes), counts(s.missing))
}

// counts lists what was counted, most first.
func counts[K ~string](m map[K]int) string {
	keys := slices.SortedFunc(maps.Keys(m), func(a, b K) int {
		if m[a] != m[b] {
			return m[b] - m[a]
		}
		return strings.Compare(string(a), string(b))
	})
	if len(keys) == 0 {
		return "none"
	}
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = fmt.Sprintf("%s %d", k, m[k])
	}
	return strings.Join(words, ", ")
}
