package web

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

var refShape = regexp.MustCompile(`^SD-\d{4}-\d{6,9}$`)

// ticketPage is one ticket: left the mail, right the claim beside the member, below it the answer that approving sends.
type ticketPage struct {
	Frame
	view    desk.View
	refused *refused
	revealed

	Ticket            ticket.Ticket
	Looking           string
	Previous, NextRef ticket.Ref
	Notices           []notice
	Related           []ticket.Ref
	Mails             []mailView
	CheckTitle        string
	Claim             []claimLine
	Findings, Fine    []findingLine
	FineTitle         string
	Answers           []letterView
	Obstacle          string
	Refused           string
	History           []historyLine
	Outgoing          []outgoingView

	decideView
}

// refused is a form that was not carried out: what was typed stays.
type refused struct {
	form  string // the last element of its path
	text  string
	typed func(name string) string
}

// revealed is a national number that is shown for a minute.
type revealed struct {
	what   desk.Secret // empty: none
	number nrn.Number
}

type notice struct{ Class, Text string }

type findingLine struct {
	Verdict ticket.Verdict
	Text    string
}

// claimLine is one row of the comparison.
type claimLine struct {
	Name                      string
	Claimed, Known, Link      string
	Verdict                   ticket.Verdict
	Sentences                 []string
	Differs, Number           bool // Number: it is a national number, which is not broken over lines
	RevealClaim, RevealMember *revealLink
}

type revealLink struct{ Path, What, Label, Number, Back string }

type letterView struct {
	To string
	reply.Rendered
}

type historyLine struct {
	At          time.Time
	Actor, Text string
}

func (r *request) ref() ticket.Ref { return ticket.Ref(strings.ToUpper(r.PathValue("ref"))) }

func (r *request) showTicket() error { return r.showTicketPage(http.StatusOK, nil, revealed{}) }

func (r *request) showTicketPage(status int, no *refused, rev revealed) error {
	known, err := r.Desk.Pulse(r.Context())
	if err != nil {
		return err
	}
	v, err := r.Desk.Show(r.Context(), r.ref())
	if err != nil {
		return err
	}
	p := &ticketPage{Frame: Frame{Title: string(v.Ticket.Ref)}, view: v, refused: no, revealed: rev, Ticket: v.Ticket, Related: v.Related}
	if p.Previous, p.NextRef, err = r.Desk.Neighbours(r.Context(), v.Ticket.Ref); err != nil {
		return err
	}
	p.Ticket.Requester.Addr = nrn.Redact(p.Ticket.Requester.Addr) // somebody can have his number as his address
	p.Live = livePath(known, v.Ticket.Ref)
	p.Looking = r.lookingWords(r.live.look(v.Ticket.Ref, r.who.Name, r.Console.Clock()))
	r.fillMails(p)
	r.fillCheck(p)
	r.fillAnswers(p)
	r.fillNotices(p)
	r.fillHistory(p)
	if no != nil {
		p.Refused = no.text
	}
	if r.who.Roles.Can(ticket.MayDecide) {
		if err := r.fillDecide(p); err != nil {
			return err
		}
	}
	return r.show(status, "ticket", p)
}

func (r *request) lookingWords(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return r.T("Also open with %s", strings.Join(names, ", "))
}

func (r *request) fillNotices(p *ticketPage) {
	if text := r.Contested(p.Ticket); text != "" {
		p.Notices = append(p.Notices, notice{"alarm", text})
	}
	if text := r.Trouble(p.Ticket); text != "" {
		p.Notices = append(p.Notices, notice{"alarm", text})
	}
	if len(p.Ticket.Missing) > 0 && p.Ticket.Status != ticket.Solved && p.Ticket.Status != ticket.Closed {
		p.Notices = append(p.Notices, notice{"", r.T("Missing: %s", r.fieldList(p.Ticket.Missing))})
	}
	if c := p.view.Check; c != nil && (c.Status == ticket.Approved || c.Status == ticket.Rejected) {
		text := r.T("Identity check %d: %s by %s, %s.", c.ID, ticket.Say("%s", c.Status), c.DecidedBy, ticket.Moment(c.DecidedAt))
		if c.Reason != "" {
			text += " " + r.reasonWords(c.Reason)
		}
		p.Notices = append(p.Notices, notice{"", text})
	}
}

// reasonWords says the usual part of a reason in the language of the reader, and what follows as its person wrote it.
func (r *request) reasonWords(text string) string {
	for _, usual := range ticket.RejectReasons() {
		if own, ok := strings.CutPrefix(text, string(usual)); ok {
			return r.Reason(string(usual)) + own
		}
	}
	return text
}

// rows are the findings that stand in the table of the comparison, by the row that they belong to.
var rows = map[string][]string{
	"last_name":   {"last_name"},
	"first_name":  {"first_name"},
	"number":      {"number_valid", "number_known", "chosen_member"},
	"address":     {"sender_address", "known_address"},
	"new_address": {"new_address"},
}

func (r *request) fillCheck(p *ticketPage) {
	v := p.view
	if !v.Ticket.Kind.NeedsCheck() {
		return
	}
	p.CheckTitle = r.T("The claim beside the directory")
	var findings []ticket.Finding
	if v.Check != nil {
		p.CheckTitle = r.T("Identity check %d: %s", v.Check.ID, v.Check.Status)
		findings = v.Check.Findings
	}
	left := r.claimLines(p, findings)
	for _, f := range left {
		line := findingLine{Verdict: f.Verdict, Text: r.Finding(f)}
		if f.Verdict == ticket.OK {
			p.Fine = append(p.Fine, line)
		} else {
			p.Findings = append(p.Findings, line)
		}
	}
	p.FineTitle = r.T("What else agrees: %d", len(p.Fine))
}

// claimLines fills the table and returns the findings that have no place in it.
func (r *request) claimLines(p *ticketPage, findings []ticket.Finding) (left []ticket.Finding) {
	v, claim, member := p.view, p.view.Claim, ticket.Member{}
	if v.Check != nil {
		claim = v.Check.Claim
	}
	if v.Member != nil {
		member = *v.Member
	}
	link := ""
	if member.ID != 0 {
		link = fmt.Sprintf("/members/%d", member.ID)
	}
	from := v.Ticket.Requester.Addr
	if v.Check != nil {
		from = v.Check.Recipient
	}
	lines := []struct {
		key  string
		line claimLine
	}{
		{"last_name", claimLine{Name: r.Capital(r.Field(ticket.LastName)), Claimed: claim.LastName, Known: member.LastName, Link: link}},
		{"first_name", claimLine{Name: r.Capital(r.Field(ticket.FirstName)), Claimed: claim.FirstName, Known: member.FirstName, Link: link}},
		{"number", claimLine{Number: true, Name: r.Capital(r.Field(ticket.NationalNumber)), Claimed: claim.Number.Masked(), Known: member.Number.Masked()}},
		{"address", claimLine{Name: r.T("Sender, known address"), Claimed: nrn.Redact(from), Known: nrn.Redact(member.Address)}},
		{"new_address", claimLine{Name: r.Capital(r.Field(ticket.NewAddress)), Claimed: nrn.Redact(claim.NewAddress)}},
	}
	place := map[string]int{}
	for i, l := range lines {
		for _, name := range rows[l.key] {
			place[name] = i
		}
	}
	for _, f := range findings {
		i, here := place[f.Name]
		if !here {
			left = append(left, f)
			continue
		}
		l := &lines[i].line
		if l.Verdict == "" || f.Verdict.Worse(l.Verdict) {
			l.Verdict = f.Verdict
		}
		if f.Verdict != ticket.OK {
			l.Sentences = append(l.Sentences, r.Finding(f))
		}
		l.Differs = l.Differs || f.Verdict == ticket.Alarm || f.Verdict == ticket.Warning
	}
	r.numberLine(p, &lines[2].line, claim, member)
	if v.Ticket.Kind != ticket.AddressChanged {
		lines = lines[:4]
	}
	for _, l := range lines {
		p.Claim = append(p.Claim, l.line)
	}
	return left
}

// numberLine adds to the row of the national number what is wrong with it, and the buttons that show it in full.
func (r *request) numberLine(p *ticketPage, l *claimLine, claim ticket.Claim, member ticket.Member) {
	if claim.NumberProblem != ticket.NumberFine {
		l.Sentences = append(l.Sentences, r.NumberProblem(claim.NumberProblem))
	}
	if !r.who.Roles.Can(ticket.MayDecide) {
		return
	}
	link := func(what desk.Secret, label string) *revealLink {
		path := "/tickets/" + string(p.Ticket.Ref)
		rl := &revealLink{Path: path + "/reveal", What: string(what), Label: label, Back: path}
		if p.what == what {
			rl.Number = spell(p.number)
		}
		return rl
	}
	if !claim.Number.IsZero() {
		l.RevealClaim = link(desk.ClaimNumber, r.T("the claimed national number"))
	}
	if member.ID != 0 {
		l.RevealMember = link(desk.MemberNumber, r.T("the national number of the member"))
	}
}

// spell writes a number as people read it. The caller has written the event that it is shown (R7).
func spell(n nrn.Number) string {
	d := n.Reveal()
	return d[:2] + "." + d[2:4] + "." + d[4:6] + "-" + d[6:9] + "." + d[9:]
}

func (r *request) fillAnswers(p *ticketPage) {
	for _, a := range p.view.Answers {
		p.Answers = append(p.Answers, letterView{nrn.Redact(a.To), a.Rendered})
	}
	switch {
	case !p.view.Obstacle.IsZero():
		p.Obstacle = r.Say(p.view.Obstacle)
	case p.view.MayNotApprove(r.who.Name):
		p.Obstacle = r.T("You set by hand what this check is about: a colleague approves it.")
	}
}

func (r *request) fillHistory(p *ticketPage) {
	for i := len(p.view.Events) - 1; i >= 0; i-- {
		e := p.view.Events[i]
		p.History = append(p.History, historyLine{At: e.At, Actor: e.Actor, Text: r.Event(e)})
	}
	for _, o := range p.view.Outgoing {
		p.Outgoing = append(p.Outgoing, r.outgoing(o))
	}
}

type outgoingView struct {
	Class, State, Occasion, To, Subject, Text string
	At                                        time.Time
	Attempts                                  []attemptView
}

type attemptView struct {
	Number       int
	StartedAt    time.Time
	Result, Said string
}

func (r *request) outgoing(o desk.Outgoing) outgoingView {
	v := outgoingView{State: r.DeliveryStatus(o.Status), Occasion: r.Occasion(o.Occasion), To: nrn.Redact(o.Recipient), At: o.CreatedAt}
	switch o.Status {
	case ticket.Sent:
		v.Class = string(ticket.OK)
	case ticket.Failed, ticket.Bounced:
		v.Class = string(ticket.Alarm)
	}
	v.Subject, v.Text = o.Subject, o.Text
	for _, a := range o.Attempts {
		v.Attempts = append(v.Attempts, attemptView{Number: a.Number, StartedAt: a.StartedAt, Result: r.AttemptResult(a.Result), Said: nrn.Redact(a.Text)})
	}
	return v
}

// reveal shows a national number for a minute. It leaves an event, whether it is looked at or not (R7).
func (r *request) reveal() error {
	what := desk.Secret(r.PostFormValue("what"))
	number, err := r.Desk.Reveal(r.Context(), r.ref(), r.who.Name, what)
	if err != nil {
		return r.notDone("reveal", err)
	}
	// Without script the page goes back to the masked number by itself.
	r.w.Header().Set("Refresh", "60; url=/tickets/"+string(r.ref()))
	return r.showTicketPage(http.StatusOK, nil, revealed{what, number})
}

// notDone shows the ticket as it stands now, with the reason why a form was not carried out and what was typed in it.
func (r *request) notDone(form string, err error) error {
	text, status, ok := refusal(r.Speaker, err)
	if !ok {
		return err
	}
	return r.showTicketPage(status, &refused{form: form, text: text, typed: r.PostFormValue}, revealed{})
}
