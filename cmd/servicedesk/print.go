package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// printTickets prints a list, one line a ticket.
func printTickets(w io.Writer, list []desk.Summary, now time.Time) {
	if len(list) == 0 {
		fmt.Fprintln(w, "No tickets.")
		return
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "REF\tKIND\tSTATUS\tCHECK\tWORST\tLANG\tAGE\tREQUESTER")
	for _, s := range list {
		check, worst := "-", "-"
		if s.Check != nil {
			check, worst = string(s.Check.Status), string(ticket.Worst(s.Check.Findings))
		}
		if s.Ticket.Trouble != "" {
			worst = "trouble"
		}
		if s.Ticket.Contested != "" {
			worst = "contested"
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", s.Ticket.Ref, s.Ticket.Kind, s.Ticket.Status, check, worst, s.Ticket.Language,
			age(now.Sub(s.Ticket.CreatedAt)), orDash(shown(s.Ticket.Requester.Addr)))
	}
	tab.Flush()
}

func age(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%ds", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%dm", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%dh", int(d.Hours()))
	}
	return fmt.Sprintf("%dd", int(d.Hours()/24))
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// clean takes control characters out of members' words: a mail must not move the cursor of who reads it in a terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '�'
		}
		return r
	}, s)
}

// shown masks national numbers too: somebody can have his as his address (R7).
func shown(s string) string { return clean(nrn.Redact(s)) }

// sheet prints the parts of one ticket.
type sheet struct{ io.Writer }

func (s sheet) head(format string, args ...any) { fmt.Fprintf(s, "\n"+format+"\n", args...) }

func (s sheet) text(t string) {
	for line := range strings.Lines(strings.TrimSpace(clean(t))) {
		fmt.Fprintf(s, "  | %s\n", strings.TrimRight(line, "\n"))
	}
}

// printView prints everything of one ticket, in the order in which a person decides.
func printView(w io.Writer, v desk.View) {
	s := sheet{w}
	t := v.Ticket
	fmt.Fprintf(w, "%s  %s  %s  %s\n", t.Ref, t.Kind, t.Status, t.Language)
	fmt.Fprintf(w, "from %s\n", orDash(shown(strings.TrimSpace(t.Requester.Name+" <"+t.Requester.Addr+">"))))
	for _, what := range []string{t.Contested, t.Trouble} {
		if what != "" {
			fmt.Fprintf(w, "TROUBLE: %s\n", clean(what))
		}
	}
	for _, ref := range v.Related {
		fmt.Fprintf(w, "The same address has an unsolved ticket, %s. If they belong together: servicedesk tickets merge %s --into %s\n", ref, t.Ref, ref)
	}
	for _, m := range v.Mails {
		s.mail(m)
	}
	if t.Kind.NeedsCheck() {
		s.claim(v)
	}
	if v.Check != nil {
		s.check(v)
	}
	s.outgoing(v.Outgoing)
	s.head("History")
	for _, e := range v.Events {
		fmt.Fprintf(w, "  %s  %-11s  %s\n", e.At.Local().Format("2006-01-02 15:04:05"), clean(e.Actor), clean(e.Text))
	}
}

func (s sheet) mail(m desk.Received) {
	s.head("Mail of %s from %s: %s", m.ReceivedAt.Local().Format("2006-01-02 15:04"), orDash(shown(m.From)), shown(m.Message.Subject))
	if m.Left {
		fmt.Fprintln(s, "  [not shown: the newest mails of this ticket are]")
	}
	s.text(nrn.Redact(m.Message.Text))
	if m.Message.Quoted != "" {
		fmt.Fprintf(s, "  | [%d lines of quoted text]\n", strings.Count(m.Message.Quoted, "\n"))
	}
	for _, a := range m.Message.Attachments {
		fmt.Fprintf(s, "  attached: %s (%s, %d octets)\n", clean(nrn.Redact(a.Name)), clean(a.Type), a.Size)
	}
}

func (s sheet) claim(v desk.View) {
	s.head("Claim")
	tab := tabwriter.NewWriter(s, 0, 0, 2, ' ', 0)
	row := func(what, claimed, known string) {
		fmt.Fprintf(tab, "  %s\t%s\t%s\n", what, orDash(shown(claimed)), orDash(shown(known)))
	}
	var m ticket.Member
	if v.Member != nil {
		m = *v.Member
	}
	row("", "the mail says", "the directory says")
	row("last name", v.Claim.LastName, m.LastName)
	row("first name", v.Claim.FirstName, m.FirstName)
	row("number", masked(v.Claim), maskedMember(m))
	row("address", v.Claim.NewAddress, m.Address)
	tab.Flush()
}

func masked(c ticket.Claim) string {
	if c.Number.IsZero() {
		return string(c.NumberProblem)
	}
	return c.Number.Masked()
}

func maskedMember(m ticket.Member) string {
	if m.Number.IsZero() {
		return ""
	}
	return m.Number.Masked()
}

func (s sheet) check(v desk.View) {
	c := v.Check
	s.head("Identity check %d: %s", c.ID, c.Status)
	for _, f := range c.Findings {
		fmt.Fprintf(s, "  %-8s %s\n", f.Verdict, clean(f.Text))
	}
	for _, a := range v.Approvals {
		fmt.Fprintf(s, "  %s by %s on %s. %s\n", a.Status, clean(a.By), a.At.Local().Format("2006-01-02 15:04:05"), clean(a.Reason))
	}
	if !v.Obstacle.IsZero() {
		s.head("Cannot be approved as it stands: %s", clean(v.Obstacle.String()))
	}
	if len(v.HandsOn) > 0 {
		s.head("Set by hand, and so to be approved by somebody else than: %s", clean(strings.Join(v.HandsOn, ", ")))
	}
	if c.Status == ticket.Waiting && v.Obstacle.IsZero() {
		s.head("Decide on what you see here: servicedesk tickets approve %s --check %d", v.Ticket.Ref, c.ID)
	}
	for _, a := range v.Answers {
		s.head("Approving mails %s: %s", shown(a.To), clean(a.Subject))
		s.text(a.Text)
	}
}

func (s sheet) outgoing(list []desk.Outgoing) {
	for _, m := range list {
		s.head("%s to %s: %s", m.Occasion, shown(m.Recipient), m.Status)
		for _, a := range m.Attempts {
			fmt.Fprintf(s, "  attempt %d  %s  %s  %s\n", a.Number, a.StartedAt.Local().Format("2006-01-02 15:04:05"), a.Result, clean(a.Text))
		}
	}
}
