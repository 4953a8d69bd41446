package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

type staffPage struct {
	Frame
	Refused, NewName, NewAddress string
	Link                         *staffLink
	Accounts                     []accountLine
	Roles                        []roleChoice
	TOTPDemanded, FourEyes       bool
}

// staffLink is a link that an admin hands over. It is shown once, on the page that answers the form.
type staffLink struct {
	Name, URL string
	Hours     int
}

type accountLine struct {
	staff.Account
	RoleChoices []choice
}

type roleChoice struct {
	choice
	Why string
}

// roleWords say what a role is there for.
func roleWords(role ticket.Role) ticket.Said {
	switch role {
	case ticket.Agent:
		return ticket.Say("decides on identity checks")
	case ticket.Admin:
		return ticket.Say("templates, staff, settings, members")
	}
	return ticket.Say("may only look")
}

func (r *request) showStaff() error { return r.showStaffPage(http.StatusOK, &staffPage{}) }

func (r *request) showStaffPage(status int, p *staffPage) error {
	list, err := r.Staff.List(r.Context())
	if err != nil {
		return err
	}
	p.Title = r.T("Staff")
	for _, a := range list {
		line := accountLine{Account: a}
		for _, role := range ticket.AllRoles() {
			line.RoleChoices = append(line.RoleChoices, choice{Value: string(role), Name: r.Role(role), Current: slices.Contains(a.Roles, role)})
		}
		p.Accounts = append(p.Accounts, line)
	}
	for _, role := range ticket.AllRoles() {
		p.Roles = append(p.Roles, roleChoice{choice{Value: string(role), Name: r.Role(role), Current: role == ticket.Agent}, r.Say(roleWords(role))})
	}
	if p.TOTPDemanded, err = r.Staff.TOTPDemanded(r.Context()); err != nil {
		return err
	}
	if p.FourEyes, err = r.Desk.FourEyes(r.Context()); err != nil {
		return err
	}
	return r.show(status, "staff", p)
}

// staffStep runs one form of the staff page.
func (r *request) staffStep(p *staffPage, done string, step func() error) error {
	err := step()
	if text, status, ok := refusal(r.Speaker, err); ok {
		p.Refused, p.Link = text, nil
		return r.showStaffPage(status, p)
	}
	if err != nil {
		return err
	}
	if p.Link != nil {
		return r.showStaffPage(http.StatusOK, p)
	}
	r.say("", r.T(done))
	return r.goTo("/staff")
}

func (r *request) chosenRoles() (ticket.Roles, error) {
	if len(r.PostForm["role"]) == 0 {
		return nil, nil // package staff says that one is needed
	}
	return ticket.ParseRoles(strings.Join(r.PostForm["role"], ","))
}

func (r *request) addStaff() error {
	name, address := r.PostFormValue("name"), r.PostFormValue("address")
	p := &staffPage{NewName: nrn.Redact(name), NewAddress: nrn.Redact(address)}
	return r.staffStep(p, "", func() error {
		roles, err := r.chosenRoles()
		if err != nil {
			return err
		}
		link, err := r.Staff.Add(r.Context(), r.who.Name, staff.Account{Name: name, Address: address, Roles: roles}, true)
		p.Link = &staffLink{Name: p.NewName, URL: link, Hours: int(staff.LinkLife.Hours())}
		return err
	})
}

func (r *request) resetStaff() error {
	p := &staffPage{}
	return r.staffStep(p, "", func() error {
		a, err := r.staffAccount()
		if err != nil {
			return err
		}
		link, err := r.Staff.Reset(r.Context(), r.who.Name, a.ID)
		p.Link = &staffLink{Name: a.Name, URL: link, Hours: int(staff.LinkLife.Hours())}
		return err
	})
}

// staffAccount is the account that a form is about, disabled ones included.
func (r *request) staffAccount() (staff.Account, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return staff.Account{}, errors.Join(ticket.ErrNotFound, err)
	}
	list, err := r.Staff.List(r.Context())
	if err != nil {
		return staff.Account{}, err
	}
	for _, a := range list {
		if a.ID == id {
			return a, nil
		}
	}
	return staff.Account{}, ticket.ErrNotFound
}

func (r *request) setRoles() error {
	return r.staffStep(&staffPage{}, "The roles are changed.", func() error {
		a, err := r.staffAccount()
		if err != nil {
			return err
		}
		roles, err := r.chosenRoles()
		if err != nil {
			return err
		}
		return r.Staff.SetRoles(r.Context(), r.who.Name, a.ID, roles)
	})
}

func (r *request) disableStaff() error {
	return r.staffStep(&staffPage{}, "The account is disabled, and signed out everywhere.", func() error {
		a, err := r.staffAccount()
		if err != nil {
			return err
		}
		return r.Staff.Disable(r.Context(), r.who.Name, a.ID)
	})
}

func (r *request) enableStaff() error {
	return r.staffStep(&staffPage{}, "The account is enabled.", func() error {
		a, err := r.staffAccount()
		if err != nil {
			return err
		}
		return r.Staff.Enable(r.Context(), r.who.Name, a.ID)
	})
}

func (r *request) demandTOTP() error {
	demand := r.PostFormValue("demand") == "yes"
	step := func() error { return r.Staff.DemandTOTP(r.Context(), r.who.Name, demand) }
	if demand {
		return r.staffStep(&staffPage{}, "From now on everyone needs a code to sign in.", step)
	}
	return r.staffStep(&staffPage{}, "From now on everyone chooses whether signing in asks for a code.", step)
}

func (r *request) demandFourEyes() error {
	demand := r.PostFormValue("demand") == "yes"
	step := func() error { return r.Desk.DemandFourEyes(r.Context(), r.who.Name, demand) }
	if demand {
		return r.staffStep(&staffPage{}, "From now on a colleague approves what somebody set by hand.", step)
	}
	return r.staffStep(&staffPage{}, "From now on whoever set something by hand can approve it too, for a reason.", step)
}
