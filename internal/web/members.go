package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// pageMembers is how many members a page has.
const pageMembers = 50

// membersPage is the directory, and the same list when a member is chosen for a check.
type membersPage struct {
	Frame
	Intro, SearchPath, MemberQuery, Nobody, Back string
	Next                                         int64
	Members                                      []ticket.Member
	Choosing                                     bool
	ChoosePath                                   string
	CheckID, SeenAt                              int64
}

func (r *request) showMembers() error { return r.listMembers(&membersPage{}, "", 0) }

// searchMembers takes the words by POST: they can be a national number, which must stand in no URL (R7).
func (r *request) searchMembers() error {
	return r.listMembers(&membersPage{}, strings.TrimSpace(r.PostFormValue("q")), max(r.formNumber("after"), 0))
}

func (r *request) listMembers(p *membersPage, text string, after int64) error {
	p.Title, p.SearchPath, p.Nobody = r.T("Members"), "/members", r.T("No member is found.")
	return r.fillMembers(p, text, after)
}

func (r *request) fillMembers(p *membersPage, text string, after int64) error {
	number, secret := r.Desk.NumberSearch(text)
	if !number.IsZero() {
		if err := r.seek(number); err != nil {
			return err
		}
	}
	found, err := r.Desk.SearchMembers(r.Context(), text, after, pageMembers)
	if err != nil {
		return err
	}
	if secret {
		text = "" // it is not shown again, not even to who typed it (R7)
	}
	for i := range found.Members {
		found.Members[i].Address = nrn.Redact(found.Members[i].Address) // somebody can have his number as his address
	}
	p.Members, p.Next, p.MemberQuery = found.Members, found.Next, text
	return r.show(http.StatusOK, "members", p)
}

// findMember lists members to lay the claim of a ticket beside.
func (r *request) findMember() error {
	ref := r.ref()
	v, err := r.Desk.Show(r.Context(), ref)
	if err != nil {
		return err
	}
	p := &membersPage{
		Frame: Frame{Title: r.T("Another member for %s", string(ref)), Section: "tickets"}, SearchPath: "/tickets/" + string(ref) + "/member",
		Choosing: true, ChoosePath: "/tickets/" + string(ref) + "/choose", SeenAt: v.Ticket.Version, Back: "/tickets/" + string(ref),
		Nobody: r.T("No member is found."),
		Intro:  r.T("The claim is laid beside the member that you choose. Approving then needs a reason, for the claimed number is not theirs."),
	}
	if v.Check == nil || v.Check.Status != ticket.Waiting {
		return problem{Status: http.StatusConflict, Title: ticket.Say("No check waits on this ticket"), Text: ticket.Say("A member can be chosen while an identity check waits for a decision.")}
	}
	p.CheckID = v.Check.ID
	text := strings.TrimSpace(r.PostFormValue("q"))
	if text == "" {
		text = v.Check.Claim.LastName
	}
	return r.fillMembers(p, text, max(r.formNumber("after"), 0))
}

type memberPage struct {
	Frame
	Member  ticket.Member
	Changes []ticket.AddressChange
	Rows    []queueRow
	Reveal  *revealLink
}

func (r *request) memberID() (int64, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, errors.Join(ticket.ErrNotFound, err)
	}
	return id, nil
}

func (r *request) showMember() error { return r.showMemberPage("") }

func (r *request) showMemberPage(number string) error {
	id, err := r.memberID()
	if err != nil {
		return err
	}
	card, err := r.Desk.Member(r.Context(), id)
	if err != nil {
		return err
	}
	p := &memberPage{Frame: Frame{Title: card.Member.FirstName + " " + card.Member.LastName}, Member: card.Member, Changes: card.Changes}
	p.Member.Address = nrn.Redact(p.Member.Address)
	for i, c := range p.Changes {
		p.Changes[i].OldAddress, p.Changes[i].NewAddress = nrn.Redact(c.OldAddress), nrn.Redact(c.NewAddress)
	}
	for _, row := range card.Tickets {
		p.Rows = append(p.Rows, r.queueRow(row))
	}
	if r.who.Roles.Can(ticket.MayDecide) {
		path := fmt.Sprintf("/members/%d", id)
		p.Reveal = &revealLink{Path: path + "/reveal", Label: r.T("the national number of the member"), Number: number, Back: path}
	}
	return r.show(http.StatusOK, "member", p)
}

func (r *request) revealMember() error {
	id, err := r.memberID()
	if err != nil {
		return err
	}
	number, err := r.Desk.RevealMember(r.Context(), id, r.who.Name)
	if text, status, ok := refusal(r.Speaker, err); ok {
		return problem{Status: status, Title: ticket.Say("The number is not shown"), Text: ticket.Say("%s", text), cause: err}
	}
	if err != nil {
		return err
	}
	r.w.Header().Set("Refresh", fmt.Sprintf("60; url=/members/%d", id))
	return r.showMemberPage(spell(number))
}
