package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// printReading prints what was understood of one mail, and why.
func printReading(w io.Writer, name string, r desk.Reading, members matcher, reveal bool) error {
	v := r.Verdict
	fmt.Fprintf(w, "%s: %s, %s\n", clean(name), v.Kind, v.Language)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(what, text string) {
		if text != "" {
			fmt.Fprintf(tab, "  %s\t%s\n", what, clean(text))
		}
	}
	row("from", addressText(address.Shown(r.Sender().Addr), reveal))
	row("subject", nrn.Redact(r.Message.Subject))
	row("outcome", string(r.Outcome()))
	row("automatic", v.AutomaticReason)
	if v.Kind.NeedsCheck() {
		row("last name", v.Claim.LastName)
		row("first name", v.Claim.FirstName)
		row("number", numberText(v.Claim.Number, reveal)+string(v.Claim.NumberProblem))
		row("new address", addressText(address.Shown(v.Claim.NewAddress), reveal))
		row("missing", strings.ReplaceAll(joinFields(v.Missing), "_", " "))
		if members != nil {
			match, _ := members.match(v)
			row("directory", strings.ReplaceAll(match, "_", " "))
		}
	}
	tab.Flush()
	for _, reason := range v.Reasons {
		fmt.Fprintf(w, "  because %s: %s\n", strings.ReplaceAll(reason.Thing, "_", " "), clean(reason.Text))
		if reason.Place != "" {
			fmt.Fprintf(w, "    %s\n", clean(reason.Place))
		}
	}
	for _, p := range r.Message.Problems {
		word := "note"
		if slices.Contains(r.Message.Suspicious, p) {
			word = "warning"
		}
		fmt.Fprintf(w, "  %s: %s\n", word, clean(p))
	}
	_, err := fmt.Fprintln(w)
	return err
}

func joinFields(fields []ticket.Field) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = string(f)
	}
	return strings.Join(words, ", ")
}

// summary counts what was understood of many mails.
type summary struct {
	members matcher
	counts  map[string]map[string]int // heading, value
	took    []time.Duration
	slowest understood
	mails   int
}

// headings are the lines of a summary, in their order.
var headings = []string{"outcome", "kind", "language", "automatic", "missing", "number problem", "directory", "attention"}

func newSummary(members matcher) *summary {
	s := &summary{members: members, counts: map[string]map[string]int{}}
	for _, h := range headings {
		s.counts[h] = map[string]int{}
	}
	return s
}

func (s *summary) add(m understood) {
	s.mails++
	if s.took = append(s.took, m.took); m.took > s.slowest.took {
		s.slowest = understood{mail: mail{name: m.name}, took: m.took}
	}
	v := m.Verdict
	count := func(heading, value string) {
		if value != "" {
			s.counts[heading][strings.ReplaceAll(value, "_", " ")]++
		}
	}
	count("outcome", string(m.Outcome()))
	count("kind", string(v.Kind))
	count("automatic", v.AutomaticReason)
	if v.Kind != ticket.Automatic {
		count("language", string(v.Language))
	}
	for _, f := range v.Missing {
		count("missing", string(f))
	}
	count("number problem", string(v.Claim.NumberProblem))
	if s.members != nil && v.Kind.NeedsCheck() {
		match, _ := s.members.match(v)
		count("directory", match)
	}
	if v.OnBehalf {
		count("attention", "on behalf of somebody else")
	}
	if len(m.Message.Problems) > 0 {
		count("attention", "broken or odd, see its notes")
	}
	if m.truncated {
		count("attention", "above the size limit, read in part")
	}
}

// print tells what all mails together came to, and how long one takes.
func (s *summary) print(w io.Writer) {
	if s.mails == 0 {
		fmt.Fprintln(w, "No mails.")
		return
	}
	fmt.Fprintf(w, "%d mails\n", s.mails)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, h := range headings {
		if len(s.counts[h]) > 0 {
			fmt.Fprintf(tab, "  %s\t%s\n", h, counts(s.counts[h]))
		}
	}
	slices.Sort(s.took)
	fmt.Fprintf(tab, "  time\t%s a mail in the middle, %s at the 99th of 100, %s the slowest (%s)\n", short(s.took[len(s.took)/2]), short(s.took[len(s.took)*99/100]),
		short(s.slowest.took), clean(s.slowest.name))
	tab.Flush()
}

// short writes a duration with two digits that matter.
func short(d time.Duration) string {
	unit := time.Duration(1)
	for d/unit >= 100 {
		unit *= 10
	}
	return d.Round(unit).String()
}

// counts lists what was counted, most first.
func counts(m map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(m), func(a, b string) int {
		return cmp.Or(m[b]-m[a], strings.Compare(a, b))
	})
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = fmt.Sprintf("%s %d", k, m[k])
	}
	return strings.Join(words, ", ")
}
