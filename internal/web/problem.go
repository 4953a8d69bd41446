package web

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// problem is an error with the words for the person who sees it; the log has the cause.
type problem struct {
	Status      int
	Title, Text ticket.Said
	cause       error
}

func (p problem) Error() string { return p.Title.String() + ": " + p.Text.String() }
func (p problem) Unwrap() error { return p.cause }

var (
	errSignIn   = errors.New("nobody is signed in")
	errNotYours = problem{Status: http.StatusForbidden, Title: ticket.Say("This is not yours to do"), Text: ticket.Say("Your roles do not include it. An admin can change them.")}
)

// problemPage is the page of an error.
type problemPage struct {
	Frame
	Text, Incident string
	Typed          string // what would be lost
}

// fail turns an error into a page. Who is not signed in signs in first, and comes back.
func (r *request) fail(err error) {
	if errors.Is(err, errSignIn) {
		r.askToSignIn()
		return
	}
	p := explain(err)
	page := &problemPage{Frame: Frame{Title: r.Say(p.Title)}, Text: r.Say(p.Text)}
	if p.Status >= http.StatusInternalServerError {
		page.Incident = rand.Text()[:10]
		r.Log.Error("a page failed", "method", r.Method, "route", r.route.Pattern, "incident", page.Incident, "error", err)
	}
	if err := r.show(p.Status, "problem", page); err != nil {
		r.Log.Error("not even the page of a problem could be shown", "error", err)
		http.Error(r.w, p.Title.String(), p.Status)
	}
}

func (r *request) askToSignIn() {
	if r.Method != http.MethodGet || r.URL.Path == "/live" {
		// What was typed cannot be carried over a sign-in: it is shown to be copied, rather than lost in silence.
		page := &problemPage{Frame: Frame{Title: r.T("You are no longer signed in")}, Text: r.T("Nothing was done. Sign in again.")}
		if !r.route.takesFile() { // of which nobody reads a word before it is known who asks
			page.Typed = nrn.Redact(r.PostFormValue("text"))
		}
		if err := r.show(http.StatusUnauthorized, "problem", page); err != nil {
			r.Log.Error("a page failed", "error", err)
		}
		return
	}
	to := "/sign-in"
	if here := local(r.URL.RequestURI()); here != "/" {
		to += "?next=" + url.QueryEscape(here)
	}
	_ = r.goTo(to)
}

// explain finds the words for an error of the parts below.
func explain(err error) problem {
	var p problem
	var tooLarge *http.MaxBytesError
	var conflict *ticket.Conflict
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, staff.ErrBusy):
		return problem{Status: http.StatusTooManyRequests, Title: ticket.Say("Too many tries"), Text: ticket.Say("Wait a minute, then try again."), cause: err}
	case errors.Is(err, ticket.ErrNotFound):
		return problem{Status: http.StatusNotFound, Title: ticket.Say("There is no such ticket or member"), Text: ticket.Say("The reference may be mistyped. Search for it above."), cause: err}
	case errors.As(err, &conflict):
		return problem{Status: http.StatusConflict, Title: ticket.Say("That did not work"), Text: ticket.SaidOf(err), cause: err}
	case errors.Is(err, ticket.ErrInvalid), errors.Is(err, ticket.ErrNotAllowed):
		return problem{Status: http.StatusUnprocessableEntity, Title: ticket.Say("That did not work"), Text: ticket.SaidOf(err), cause: err}
	case errors.As(err, &tooLarge):
		return problem{Status: http.StatusRequestEntityTooLarge, Title: ticket.Say("That is too much"), Text: ticket.Say("What was sent is larger than this form takes. Nothing was done."), cause: err}
	}
	return problem{Status: http.StatusInternalServerError, Title: ticket.Say("That did not work"), Text: ticket.Say("Nothing was done. Try again; when it stays so, tell an admin."), cause: err}
}

// refusal says a refused step in the language of the reader, and with which status. ok is false for what is no refusal but a fault.
func refusal(s *locale.Speaker, err error) (text string, status int, ok bool) {
	var conflict *ticket.Conflict
	var unfit *staff.Unfit
	switch {
	case errors.As(err, &conflict):
		return s.Error(err), http.StatusConflict, true
	case errors.As(err, &unfit):
		return s.Say(unfit.Said), http.StatusUnprocessableEntity, true
	case errors.Is(err, staff.ErrLastAdmin), errors.Is(err, staff.ErrTaken), errors.Is(err, staff.ErrDemanded):
		return s.Error(err), http.StatusUnprocessableEntity, true
	case errors.Is(err, ticket.ErrReasonNeeded), errors.Is(err, ticket.ErrInvalid), errors.Is(err, ticket.ErrNotAllowed):
		return s.Error(err), http.StatusUnprocessableEntity, true
	}
	return "", 0, false
}
