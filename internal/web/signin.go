package web

import (
	"errors"
	"net/http"
	"time"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

type signInPage struct {
	Frame
	Name, After, Refused string
}

func (r *request) showSignIn() error {
	if r.who.ID != 0 {
		return r.goTo("/")
	}
	return r.show(http.StatusOK, "signin", &signInPage{Frame: Frame{Title: r.T("Sign in")}, After: local(r.URL.Query().Get("next"))})
}

// signIn answers an unknown name and a wrong password alike. What it costs in time, package staff sees to.
func (r *request) signIn() error {
	device := ""
	if c, err := r.Cookie(deviceCookie); err == nil {
		device = c.Value
	}
	a, err := r.Staff.SignIn(r.Context(), staff.Credentials{
		Name: r.PostFormValue("name"), Password: r.PostFormValue("password"), Source: r.source(r.Request), Device: device,
	})
	if errors.Is(err, staff.ErrRefused) {
		return r.show(http.StatusUnauthorized, "signin", &signInPage{
			Frame: Frame{Title: r.T("Sign in")}, Name: nrn.Redact(r.PostFormValue("name")), After: local(r.PostFormValue("next")),
			Refused: r.T("Name and password do not belong together."),
		})
	}
	if err != nil {
		return err
	}
	r.setCookie(deviceCookie, a.Device, staff.DeviceLife)
	return r.admit(a, local(r.PostFormValue("next")))
}

// admit signs in, or asks for the second factor first.
func (r *request) admit(a staff.Admission, after string) error {
	if !a.CodeNeeded && !a.EnrolNeeded {
		if _, err := r.sessions.admit(r.Context(), a.Account.ID); err != nil {
			return err
		}
		return r.goTo(after)
	}
	// The two halves have names of their own: who must give a code can not set up another authenticator instead.
	key, next := keyHalf, "/sign-in/code"
	if !a.CodeNeeded {
		key, next = keyEnrol, "/sign-in/totp"
		if _, err := r.Staff.EnrolTOTP(r.Context(), a.Account.ID); err != nil {
			return err
		}
	}
	if err := r.sessions.admitHalf(r.Context(), key, a, after, r.Console.Clock()); err != nil {
		return err
	}
	return r.goTo(next)
}

// half is who has given the password already; 0: nobody, or another password or second factor counts by now, and the sign-in starts over.
func (r *request) half(key string) (id int64, proof string) {
	id, proof = r.sessions.half(r.Context(), key, r.Console.Clock())
	if id == 0 || r.Staff.StillProved(r.Context(), id, proof) != nil {
		return 0, ""
	}
	return id, proof
}

func (r *request) showCode() error {
	if id, _ := r.half(keyHalf); id == 0 {
		return r.goTo("/sign-in")
	}
	return r.showCodePage(http.StatusOK, "")
}

func (r *request) showCodePage(status int, refused string) error {
	return r.show(status, "code", &signInPage{Frame: Frame{Title: r.T("Sign in")}, Refused: refused})
}

func (r *request) checkCode() error {
	id, proof := r.half(keyHalf)
	if id == 0 {
		return r.goTo("/sign-in")
	}
	err := r.Staff.CheckCode(r.Context(), id, proof, r.PostFormValue("code"), r.source(r.Request))
	if errors.Is(err, staff.ErrRefused) {
		return r.showCodePage(http.StatusUnauthorized, r.T("That code does not fit, or was used already. Wait for the next one."))
	}
	if err != nil {
		return err
	}
	after, err := r.sessions.admit(r.Context(), id)
	if err != nil {
		return err
	}
	return r.goTo(after)
}

func (r *request) signOut() error {
	if err := r.Staff.SignedOut(r.Context(), r.who.ID); err != nil {
		return err
	}
	if err := r.sessions.destroy(r.Context()); err != nil {
		return err
	}
	return r.goTo("/sign-in")
}

type forgottenPage struct {
	Frame
	Sent bool
}

func (r *request) showForgotten() error {
	return r.show(http.StatusOK, "forgotten", &forgottenPage{Frame: Frame{Title: r.T("I forgot my password")}})
}

func (r *request) forgotten() error {
	if err := r.Staff.ForgotPassword(r.Context(), r.PostFormValue("name"), r.Speaker.Language()); err != nil {
		return err
	}
	return r.show(http.StatusOK, "forgotten", &forgottenPage{Frame: Frame{Title: r.T("I forgot my password")}, Sent: true})
}

type passwordPage struct {
	Frame
	Account, Path, Refused string
}

var errLink = problem{
	Status: http.StatusNotFound, Title: ticket.Say("This link is no longer good"), Text: ticket.Say("It works once, and not for ever. Ask for a new one on the sign-in page."),
}

func (r *request) showLink() error { return r.showLinkPage(http.StatusOK, "") }

func (r *request) showLinkPage(status int, refused string) error {
	a, err := r.Staff.OpenLink(r.Context(), r.PathValue("token"))
	if errors.Is(err, staff.ErrLink) {
		return errLink
	}
	if err != nil {
		return err
	}
	return r.show(status, "password", &passwordPage{Frame: Frame{Title: r.T("A new password")}, Account: a.Name, Path: r.URL.Path, Refused: refused})
}

func (r *request) setPassword() error {
	var unfit *staff.Unfit
	err := r.Staff.SetPassword(r.Context(), r.PathValue("token"), r.PostFormValue("password"))
	switch {
	case errors.Is(err, staff.ErrLink):
		return errLink
	case errors.As(err, &unfit):
		return r.showLinkPage(http.StatusUnprocessableEntity, r.Say(unfit.Said))
	case err != nil:
		return err
	}
	r.say("", r.T("The password is set. Sign in with it."))
	return r.goTo("/sign-in")
}

// setLanguage chooses the language of the interface, for the account or, before signing in, for this browser.
func (r *request) setLanguage() error {
	l := locale.Match(r.PostFormValue("language"), r.Speaker.Language())
	if r.who.ID != 0 {
		if err := r.Staff.SetLanguage(r.Context(), r.who.ID, l); err != nil {
			return err
		}
	}
	r.setCookie(languageCookie, string(l), 365*24*time.Hour)
	return r.goTo(local(r.PostFormValue("back")))
}

func (r *request) setCookie(name, value string, life time.Duration) {
	if value == "" {
		return
	}
	http.SetCookie(r.w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: int(life.Seconds()), HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode,
	})
}
