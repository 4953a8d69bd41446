package web

import (
	"net/http"
	"strings"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Frame is what stands around every page.
type Frame struct {
	Title     string
	Query     string // in the search box
	Live      string // where live updates come from; empty: the page needs none
	Section   string // the first element of the path that the navigation marks; empty: that of the request
	Language  ticket.Language
	SignedIn  bool
	Who       staff.Account
	Pages     []pageLink
	Unwell    []unwell
	Flash     []flash
	Version   string
	Here      string
	Languages []languageLink
	MayDecide bool
	MayManage bool
}

// framed is the data of a page.
type framed interface{ frame() *Frame }

func (f *Frame) frame() *Frame { return f }

type pageLink struct {
	Path, Name, Key string
	Current         bool
}

type languageLink struct {
	Code    ticket.Language
	Name    string
	Current bool
}

// unwell is a part of the worker that cannot do its work, said on every page.
type unwell struct{ Name, Text string }

// flash is a sentence that is shown once, on the next page.
type flash struct{ Class, Text string }

// fill puts into a frame what every page has.
func (r *request) fill(f *Frame) error {
	f.Language, f.Version, f.Here = r.Speaker.Language(), r.Version, local(r.URL.RequestURI())
	if _, secret := r.Desk.NumberSearch(r.URL.Query().Get("q")); secret || r.Method != http.MethodGet {
		f.Here = "/"
	}
	for _, l := range locale.Languages() {
		f.Languages = append(f.Languages, languageLink{Code: l, Name: locale.For(l).LanguageName(l), Current: l == f.Language})
	}
	f.Flash = append(f.Flash, r.sessions.said(r.Context())...)
	f.Who, f.SignedIn = r.who, r.who.ID != 0
	if !f.SignedIn {
		return nil
	}
	f.MayDecide, f.MayManage = r.who.Roles.Can(ticket.MayDecide), r.who.Roles.Can(ticket.MayManage)
	f.Pages = r.links(f.Section)
	for _, p := range r.Parts() {
		if !p.Well {
			f.Unwell = append(f.Unwell, unwell{Name: r.partName(p.Name), Text: r.partWords(p)})
		}
	}
	return nil
}

func (r *request) links(section string) []pageLink {
	if section == "" {
		section, _, _ = strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	}
	links := []pageLink{
		{Path: "/", Name: r.T("Queue"), Key: "q", Current: section == "" || section == "tickets" || section == "search"},
		{Path: "/members", Name: r.T("Members"), Key: "m", Current: section == "members" || section == "import"},
		{Path: "/overview", Name: r.T("Overview"), Key: "o", Current: section == "overview"},
	}
	if r.who.Roles.Can(ticket.MayManage) {
		links = append(links, pageLink{Path: "/templates", Name: r.T("Templates"), Key: "t", Current: section == "templates"},
			pageLink{Path: "/staff", Name: r.T("Staff"), Key: "s", Current: section == "staff"})
	}
	return links
}

// partName names a part of the worker.
func (r *request) partName(name string) string {
	switch name {
	case "mailbox":
		return r.T("Mailbox")
	case "outbox":
		return r.T("Outbox")
	}
	return name
}

// partWords says since when a part does not work, and what its error is.
func (r *request) partWords(p Part) string {
	switch {
	case p.Text == "":
		return r.T("not connected yet")
	case p.Since.IsZero():
		return p.Text
	}
	return r.T("since %s: %s", r.DateTime(p.Since), p.Text)
}
