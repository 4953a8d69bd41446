package web

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// maxForm bounds what a form may send; a CSV of members has its own bound.
const maxForm = 256 << 10

// request is one request with what is known of its caller.
type request struct {
	*http.Request
	*Console
	w     http.ResponseWriter
	route route
	who   staff.Account // zero: nobody is signed in
	*locale.Speaker
}

// page turns a line of the table into a handler: who calls, may he, and what became of it.
func (c *Console) page(rt route) http.Handler {
	return c.sessions.around(rt, http.HandlerFunc(func(w http.ResponseWriter, hr *http.Request) {
		r := &request{Request: hr, Console: c, w: w, route: rt}
		if !rt.takesFile() {
			hr.Body = http.MaxBytesReader(w, hr.Body, maxForm)
		}
		err := r.enter()
		if err == nil {
			err = r.readForm()
		}
		if err == nil {
			err = rt.serve(r)
		}
		if err != nil {
			r.fail(err)
		}
	}))
}

// enter finds out who calls, in which language, and refuses who may not.
func (r *request) enter() error {
	err := r.identify()
	r.Speaker = locale.For(r.language())
	if err != nil {
		return err
	}
	switch {
	case r.route.Public:
		return nil
	case r.who.ID == 0:
		return errSignIn
	case r.route.May != "" && !r.who.Roles.Can(r.route.May):
		return errNotYours
	}
	return nil
}

// readForm reads a form before anything is done with it: a part of one must not count as the whole. A file has its page to read it.
func (r *request) readForm() error {
	if r.Method != http.MethodPost || r.route.takesFile() {
		return nil
	}
	err := r.ParseForm()
	if err == nil {
		err = r.ParseMultipartForm(maxForm) // as much as a body may have, so that nothing of it gets into a temporary file
	}
	if err == nil || errors.Is(err, http.ErrNotMultipart) {
		return nil
	}
	return unreadable(err)
}

// unreadable is what becomes of a form that is no form; one that is too large says so by itself.
func unreadable(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return problem{Status: http.StatusBadRequest, Title: ticket.Say("That form is incomplete"), Text: ticket.Say("What was sent cannot be read. Nothing was done."), cause: err}
}

// identify loads the account of the session anew for each request: a role taken away counts at once.
func (r *request) identify() error {
	id := staff.AccountID(r.Context())
	if id == 0 {
		return nil
	}
	who, err := r.Staff.Account(r.Context(), id)
	if errors.Is(err, staff.ErrRefused) || errors.Is(err, ticket.ErrNotFound) {
		return r.sessions.destroy(r.Context())
	}
	r.who = who
	return err
}

// language is that of the account, else what was chosen in this browser, else the browser's own.
func (r *request) language() ticket.Language {
	if r.who.Language != "" {
		return r.who.Language
	}
	if c, err := r.Cookie(languageCookie); err == nil {
		if l, err := ticket.ParseLanguage(c.Value); err == nil {
			return locale.Match(string(l), ticket.English)
		}
	}
	return locale.Match(r.Header.Get("Accept-Language"), ticket.English)
}

// show writes a page. It is rendered whole before the first byte goes out, so that an error is never half a page.
func (r *request) show(status int, page string, data framed) error {
	f := data.frame()
	if err := r.fill(f); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := r.pages.render(&b, r.Speaker.Language(), page, data); err != nil {
		return err
	}
	return r.write(status, "text/html; charset=utf-8", b.Bytes())
}

// write sends a whole answer. That its reader did not wait for the end of it is no error: nothing can be said any more.
func (r *request) write(status int, contentType string, content []byte) error {
	r.w.Header().Set("Content-Type", contentType)
	r.w.WriteHeader(status)
	if _, err := r.w.Write(content); err != nil && r.Context().Err() == nil {
		r.Log.Debug("an answer did not reach its reader", "error", err)
	}
	return nil
}

// goTo ends a form: POST, redirect, GET.
func (r *request) goTo(path string) error {
	http.Redirect(r.w, r.Request, path, http.StatusSeeOther)
	return nil
}

// say keeps a sentence for the next page.
func (r *request) say(class, text string) { r.sessions.say(r.Context(), flash{class, text}) }

// local keeps a path only when it leads to this console: a sign-in must not end elsewhere. One in which somebody typed a national
// number is not carried on either (R7).
func local(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\t") ||
		holdsNumber(path) {
		return "/"
	}
	return u.RequestURI()
}

// holdsNumber looks for a national number in a path, also in one that stands escaped in another.
func holdsNumber(path string) bool {
	for range 4 {
		if nrn.Contains(path) {
			return true
		}
		plain, err := url.QueryUnescape(path)
		if err != nil {
			return false
		}
		path = plain
	}
	return false
}
