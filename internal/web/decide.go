package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// decideView is what an agent can do on a ticket. Each form carries what was shown: the check, the digest of the answer, the version of
// the ticket. Whoever decides on something else by now is told so, and nothing happens (R8).
type decideView struct {
	page                                     *ticketPage
	CheckID, SeenAt                          int64
	Shown                                    string
	CanApprove, NeedsReason                  bool
	CanReject, CanAsk, CanAnswer             bool
	CanCorrect, CanChoose, CanReclassify     bool
	CanSteps, CanAskData                     bool
	CanMerge, CanResend, CanReopen, CanClose bool
	IsChange                                 bool
	Reasons, Kinds, TicketLanguages          []choice
	Questions                                []string
	MemberQuery                              string
	previews                                 desk.Previews
}

// Act is where a form is sent.
func (d *decideView) Act(form string) string {
	return "/tickets/" + string(d.page.Ticket.Ref) + "/" + form
}

// IsOpen reports whether the part of a form that was refused stands open.
func (d *decideView) IsOpen(part string) bool {
	if d.page.refused == nil {
		return false
	}
	switch form := d.page.refused.form; form {
	case "approve", "reveal", "raw", "file":
		return false
	case "reject", "ask", "answer":
		return form == part
	}
	return part == "more"
}

// Form is what stands in a field: what was typed when the form was refused, else what is known.
func (d *decideView) Form(form, field string) string {
	if no := d.page.refused; no != nil && no.form == form {
		return nrn.Redact(no.typed(field)) // a number that was typed into the wrong field is not shown again (R7)
	}
	if form != "correct" {
		return ""
	}
	claim := d.page.view.Claim
	return nrn.Redact(map[string]string{"last_name": claim.LastName, "first_name": claim.FirstName, "new_address": claim.NewAddress}[field])
}

// Unsent is what was typed into a form that the ticket, as it stands by now, does not offer any more.
func (d *decideView) Unsent() string {
	no := d.page.refused
	if no == nil {
		return ""
	}
	switch {
	case no.form == "ask" && !d.CanAsk, no.form == "answer" && !d.CanAnswer:
		return nrn.Redact(no.typed("text"))
	case no.form == "approve" && !d.CanApprove, no.form == "reject" && !d.CanReject, no.form == "close" && !d.CanClose, no.form == "reopen" && !d.CanReopen:
		return nrn.Redact(no.typed("reason"))
	}
	return ""
}

// Preview is the mail that a form sends; nil when it cannot be written.
func (d *decideView) Preview(form string) *letterView {
	l := map[string]*desk.Letter{"reject": d.previews.Reject, "ask-for-data": d.previews.AskForData, "password-steps": d.previews.PasswordSteps}[form]
	if l == nil {
		return nil
	}
	return &letterView{nrn.Redact(l.To), l.Rendered}
}

func (r *request) fillDecide(p *ticketPage) (err error) {
	v, t := p.view, p.Ticket
	d := &p.decideView
	d.page, d.SeenAt, d.Shown = p, t.Version, v.Shown
	waiting := v.Check != nil && v.Check.Status == ticket.Waiting
	if waiting {
		d.CheckID = v.Check.ID
		d.CanApprove = v.Obstacle.IsZero() && !v.MayNotApprove(r.who.Name)
		d.NeedsReason = ticket.Worst(v.Check.Findings) == ticket.Alarm
	}
	inWork := t.Status == ticket.Open || t.Status == ticket.Pending
	d.IsChange = t.Kind == ticket.AddressChanged
	d.CanAsk = inWork && t.Requester.Addr != ""
	d.CanAnswer = d.CanAsk && !waiting
	d.CanCorrect = inWork && t.Kind.NeedsCheck()
	d.CanChoose = waiting
	d.CanReclassify, d.CanMerge = inWork, inWork
	d.CanReopen = t.Status == ticket.Solved || t.Status == ticket.Pending
	d.CanClose = t.Status.CanBecome(ticket.Closed)
	for _, o := range v.Outgoing {
		d.CanResend = d.CanResend || o.Status.CanBecome(ticket.Queued)
	}
	d.Kinds, d.TicketLanguages = r.kindChoices(t.Kind), r.languageChoices(t.Language)
	d.Questions = r.Replies.Questions(t.Language)
	for i, reason := range ticket.RejectReasons() {
		d.Reasons = append(d.Reasons, choice{Value: string(reason), Name: r.Reason(string(reason)), Key: strconv.Itoa(i + 1), Current: d.Form("reject", "why") == string(reason)})
	}
	if d.previews, err = r.Desk.Previews(r.Context(), t.Ref); err != nil {
		return err
	}
	d.CanReject, d.CanAskData, d.CanSteps = d.previews.Reject != nil, d.previews.AskForData != nil, d.previews.PasswordSteps != nil
	return nil
}

// at is the desk as the form saw the ticket.
func (r *request) at() *desk.Desk { return r.Desk.At(r.shownNumber("seen")) }

// shownNumber is the version or the check that a page put into its form. 0 would not be compared with anything, so it counts as unknown.
func (r *request) shownNumber(name string) int64 {
	if n := r.formNumber(name); n > 0 {
		return n
	}
	return -1
}

func (r *request) formNumber(name string) int64 {
	n, err := strconv.ParseInt(r.PostFormValue(name), 10, 64)
	if err != nil {
		return -1 // no version or check: what was shown is unknown, so nothing is decided
	}
	return n
}

func (r *request) decision(reason string) desk.Decision {
	return desk.Decision{Ref: r.ref(), CheckID: r.shownNumber("check"), Shown: r.PostFormValue("shown"), By: r.who.Name, Reason: strings.TrimSpace(reason)}
}

func (r *request) approve() error {
	if r.PostFormValue("shown") == "" {
		return problem{Status: http.StatusBadRequest, Title: ticket.Say("That form is incomplete"), Text: ticket.Say("Nothing was changed. Open the ticket anew.")}
	}
	if err := r.Desk.Approve(r.Context(), r.decision(r.PostFormValue("reason"))); err != nil {
		return r.notDone("approve", err)
	}
	return r.decided(r.T("%s is approved. The answer goes out.", string(r.ref())))
}

func (r *request) reject() error {
	reason := strings.TrimSpace(r.PostFormValue("reason"))
	if why := r.PostFormValue("why"); why != string(ticket.OtherReason) || reason == "" {
		reason = strings.TrimSpace(why + " " + reason)
	}
	if reason == "" { // the page asks for one, and a colleague will
		return problem{Status: http.StatusBadRequest, Title: ticket.Say("That form is incomplete"), Text: ticket.Say("Nothing was changed. Open the ticket anew.")}
	}
	if err := r.at().Reject(r.Context(), r.decision(reason)); err != nil {
		return r.notDone("reject", err)
	}
	return r.decided(r.T("%s is rejected. The requester is told that the identity could not be confirmed.", string(r.ref())))
}

// decided opens the next check that waits.
func (r *request) decided(said string) error {
	r.say("", said)
	next, err := r.Desk.NextToDecide(r.Context(), r.ref())
	switch {
	case errors.Is(err, ticket.ErrNotFound):
		r.say("info", r.T("That was the last one: nothing waits for a decision."))
	case err != nil: // the decision stands all the same
		r.Log.Error("the next check could not be found", "error", err)
	default:
		return r.goTo("/tickets/" + string(next))
	}
	return r.goTo("/")
}

// act carries out a form and shows the ticket again.
func (r *request) act(form, done string, step func(d *desk.Desk) error) error {
	if err := step(r.at()); err != nil {
		return r.notDone(form, err)
	}
	r.say("", r.T(done))
	return r.goTo("/tickets/" + string(r.ref()))
}

func (r *request) ask() error {
	if err := r.at().Ask(r.Context(), r.ref(), r.who.Name, r.PostFormValue("text")); err != nil {
		return r.notDone("ask", err)
	}
	return r.decided(r.T("The question for %s goes out. The ticket waits for the requester.", string(r.ref())))
}

func (r *request) answer() error {
	if err := r.at().Answer(r.Context(), r.ref(), r.who.Name, r.PostFormValue("text")); err != nil {
		return r.notDone("answer", err)
	}
	return r.decided(r.T("%s is solved. Your answer goes out.", string(r.ref())))
}

func (r *request) askForData() error {
	return r.act("ask-for-data", "The requester is asked for what is missing.", func(d *desk.Desk) error {
		return d.AskForData(r.Context(), r.ref(), r.who.Name)
	})
}

func (r *request) sendPasswordSteps() error {
	return r.act("password-steps", "The steps of the self-service go out.", func(d *desk.Desk) error {
		return d.SendPasswordSteps(r.Context(), r.ref(), r.who.Name)
	})
}

// note needs nothing that was shown: it changes nothing, and two notes do not collide.
func (r *request) note() error {
	if err := r.Desk.Note(r.Context(), r.ref(), r.who.Name, r.PostFormValue("text")); err != nil {
		return r.notDone("note", err)
	}
	r.say("", r.T("The note is added."))
	return r.goTo("/tickets/" + string(r.ref()))
}

func (r *request) correct() error {
	return r.act("correct", "The claim is corrected and compared again.", func(d *desk.Desk) error {
		return d.Correct(r.Context(), desk.Correction{
			Ref: r.ref(), CheckID: r.formNumber("check"), By: r.who.Name, LastName: r.PostFormValue("last_name"), FirstName: r.PostFormValue("first_name"),
			NewAddress: r.PostFormValue("new_address"), Number: r.PostFormValue("number"),
		})
	})
}

func (r *request) chooseMember() error {
	return r.act("choose", "The claim is compared with the member that you chose.", func(d *desk.Desk) error {
		return d.ChooseMember(r.Context(), desk.Choice{
			Ref: r.ref(), CheckID: r.shownNumber("check"), MemberID: r.formNumber("member"), By: r.who.Name, Reason: r.PostFormValue("reason"),
		})
	})
}

func (r *request) reclassify() error {
	return r.act("reclassify", "Kind and language are as you chose.", func(d *desk.Desk) error {
		return d.Reclassify(r.Context(), desk.Reclassification{
			Ref: r.ref(), By: r.who.Name, Kind: ticket.Kind(r.PostFormValue("kind")), Language: ticket.Language(r.PostFormValue("language")),
		})
	})
}

func (r *request) merge() error {
	into := ticket.Ref(strings.ToUpper(strings.TrimSpace(r.PostFormValue("into"))))
	if err := r.at().Merge(r.Context(), r.ref(), into, r.who.Name); err != nil {
		return r.notDone("merge", err)
	}
	r.say("", r.T("The mails of %s are here now.", string(r.ref())))
	return r.goTo("/tickets/" + string(into))
}

func (r *request) reopen() error {
	return r.act("reopen", "The ticket is open again.", func(d *desk.Desk) error {
		return d.Reopen(r.Context(), r.ref(), r.who.Name, r.PostFormValue("reason"))
	})
}

func (r *request) closeTicket() error {
	return r.act("close", "The ticket is closed.", func(d *desk.Desk) error {
		return d.Close(r.Context(), r.ref(), r.who.Name, r.PostFormValue("reason"))
	})
}

func (r *request) resend() error {
	return r.act("resend", "What failed goes out again.", func(d *desk.Desk) error {
		_, err := d.SendAgain(r.Context(), r.ref(), r.who.Name)
		return err
	})
}
