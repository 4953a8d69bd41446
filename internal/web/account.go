package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

type accountPage struct {
	Frame
	Refused      string
	RoleNames    []string
	TOTPDemanded bool
	Sessions     []sessionLine
}

type sessionLine struct {
	ticket.Session
	Browser string
	This    bool
}

func (r *request) showAccount() error { return r.showAccountPage(http.StatusOK, "") }

func (r *request) showAccountPage(status int, refused string) error {
	p := &accountPage{Frame: Frame{Title: r.T("My account")}, Refused: refused}
	for _, role := range r.who.Roles {
		p.RoleNames = append(p.RoleNames, r.Role(role))
	}
	var err error
	if p.TOTPDemanded, err = r.Staff.TOTPDemanded(r.Context()); err != nil {
		return err
	}
	list, err := r.Staff.ListSessions(r.Context(), r.who.ID)
	if err != nil {
		return err
	}
	this, err := r.Staff.SessionID(r.Context())
	if err != nil {
		return err
	}
	for _, s := range list {
		p.Sessions = append(p.Sessions, sessionLine{Session: s, Browser: browserWords(s.Agent), This: s.ID == this})
	}
	return r.show(status, "account", p)
}

// accountStep runs one form of the account page, and says a refusal beside it.
func (r *request) accountStep(done string, step func() error) error {
	err := step()
	switch {
	case err == nil:
		r.say("", r.T(done))
		return r.goTo("/account")
	case errors.Is(err, staff.ErrRefused):
		return r.showAccountPage(http.StatusUnprocessableEntity, r.T("That is not your present password."))
	}
	if text, status, ok := refusal(r.Speaker, err); ok {
		return r.showAccountPage(status, text)
	}
	return err
}

func (r *request) changePassword() error {
	return r.accountStep("The password is changed. Other browsers are signed out.", func() error {
		return r.Staff.ChangePassword(r.Context(), r.who.ID, r.PostFormValue("old"), r.PostFormValue("new"))
	})
}

func (r *request) removeTOTP() error {
	return r.accountStep("Signing in no longer asks for a code.", func() error {
		if err := r.Staff.ConfirmPassword(r.Context(), r.who.ID, r.PostFormValue("password")); err != nil {
			return err
		}
		return r.Staff.RemoveTOTP(r.Context(), r.who.Name, r.who.ID)
	})
}

func (r *request) endOtherSessions() error {
	return r.accountStep("All other browsers are signed out.", func() error {
		return r.Staff.EndOtherSessions(r.Context(), r.who.ID, r.sessions.Token(r.Context()))
	})
}

func (r *request) endSession() error {
	return r.accountStep("That browser is signed out.", func() error {
		return r.Staff.EndSession(r.Context(), r.who.ID, r.PathValue("id"))
	})
}

type totpPage struct {
	Frame
	Path, Key, Refused string
	Demanded           bool
}

// enrolTOTP is for who has no second factor yet: one that is on is turned off with the password first, or a browser left alone would do to
// put another in its place.
func (r *request) enrolTOTP() error {
	if r.who.HasTOTP {
		return r.showAccountPage(http.StatusUnprocessableEntity, r.T("On: signing in asks for a code."))
	}
	if _, err := r.Staff.EnrolTOTP(r.Context(), r.who.ID); err != nil {
		return err
	}
	return r.goTo("/account/totp")
}

func (r *request) showTOTP() error { return r.showKey(r.who.ID, "/account/totp", http.StatusOK, "") }
func (r *request) showQR() error   { return r.showKeyImage(r.who.ID) }

func (r *request) confirmTOTP() error {
	if r.who.HasTOTP {
		return r.showAccountPage(http.StatusUnprocessableEntity, r.T("On: signing in asks for a code."))
	}
	return r.confirmKey(r.who.ID, "", "/account/totp", func() error {
		r.say("", r.T("From now on signing in asks for a code."))
		return r.goTo("/account")
	})
}

// Who has to set up a second factor before the sign-in is whole does it with the same page, on the half of a session.
func (r *request) showForcedTOTP() error {
	id, _ := r.half(keyEnrol)
	if id == 0 {
		return r.goTo("/sign-in")
	}
	return r.showKey(id, "/sign-in/totp", http.StatusOK, "")
}

func (r *request) forcedQR() error {
	id, _ := r.half(keyEnrol)
	if id == 0 {
		return r.goTo("/sign-in")
	}
	return r.showKeyImage(id)
}

func (r *request) confirmForcedTOTP() error {
	id, proof := r.half(keyEnrol)
	if id == 0 {
		return r.goTo("/sign-in")
	}
	return r.confirmKey(id, proof, "/sign-in/totp", func() error {
		after, err := r.sessions.admit(r.Context(), id)
		if err != nil {
			return err
		}
		return r.goTo(after)
	})
}

func (r *request) showKey(account int64, path string, status int, refused string) error {
	text, err := r.Staff.PendingTOTP(r.Context(), account)
	if err != nil {
		return err
	}
	key, err := url.Parse(text)
	if err != nil {
		return errors.New("the key of an authenticator cannot be read") // it holds a secret: not shown
	}
	return r.show(status, "totp", &totpPage{
		Frame: Frame{Title: r.T("Code of an authenticator")}, Path: path, Key: key.Query().Get("secret"), Refused: refused, Demanded: path == "/sign-in/totp",
	})
}

func (r *request) showKeyImage(account int64) error {
	url, err := r.Staff.PendingTOTP(r.Context(), account)
	if err != nil {
		return err
	}
	code, err := staff.TOTPCode(url, 192)
	if err != nil {
		return err
	}
	return r.write(http.StatusOK, "image/png", code)
}

func (r *request) confirmKey(account int64, proof, path string, then func() error) error {
	err := r.Staff.ConfirmTOTP(r.Context(), account, proof, r.PostFormValue("code"))
	if errors.Is(err, staff.ErrRefused) || errors.Is(err, ticket.ErrInvalid) {
		return r.showKey(account, path, http.StatusUnprocessableEntity, r.T("That code does not fit. Look at the clock of the telephone, and try the next one."))
	}
	if err != nil {
		return err
	}
	return then()
}

// browserWords names a browser and its system from what it calls itself; the whole of it tells people nothing.
func browserWords(agent string) string {
	find := func(words ...string) string {
		for i := 0; i < len(words); i += 2 {
			if strings.Contains(agent, words[i]) {
				return words[i+1]
			}
		}
		return ""
	}
	name := find("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari")
	system := find("Windows", "Windows", "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Mac OS X", "macOS", "Linux", "Linux")
	switch {
	case name == "":
		return agent
	case system == "":
		return name
	}
	return name + ", " + system
}
