package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// pageRows is how many tickets a page of the queue has.
const pageRows = 50

type queuePage struct {
	Frame
	Filter          desk.QueueFilter
	TabLinks        []tabLink
	Kinds           []choice
	TicketLanguages []choice
	Verdicts        []choice
	Filtered        bool
	Clear           string
	Sought          string
	Rows            []queueRow
	Nobody          string
	First, Next     string
	More            string // where the script finds what is new behind the last row; empty: nothing is appended
}

type tabLink struct {
	Tab     ticket.Tab
	Name    string
	Path    string
	Count   int64
	Current bool
}

// choice is one of a list to choose from.
type choice struct {
	Value, Name, Key string
	Current          bool
}

type queueRow struct {
	Ref           ticket.Ref
	Path          string
	Worst         ticket.Verdict // empty: nothing was compared
	Kind          ticket.Kind
	Name, Address string
	Claimed       string
	Language      ticket.Language
	CreatedAt     time.Time
	What          string
}

func (r *request) showQueue() error {
	f, err := queueFilter(r.URL.Query())
	if err != nil {
		return err
	}
	if _, secret := r.Desk.NumberSearch(f.Search); secret { // also one with a slip in it, as the search box has it
		return errNoFilter
	}
	return r.showQueuePage(f)
}

// search finds tickets. The words come by POST and go into the URL only when they hold no national number (R7).
func (r *request) search() error {
	text := strings.TrimSpace(r.PostFormValue("q"))
	if ref := strings.ToUpper(text); refShape.MatchString(ref) {
		return r.goTo("/tickets/" + ref)
	}
	number, secret := r.Desk.NumberSearch(text)
	if !secret {
		return r.goTo("/?" + url.Values{"tab": {""}, "q": {text}}.Encode())
	}
	if number.IsZero() {
		return r.show(http.StatusUnprocessableEntity, "problem", &problemPage{
			Frame: Frame{Title: r.T("Nothing can be found by this")}, Text: r.T("It looks like a national number of which the check digits do not agree. Check it, or search for other words."),
		})
	}
	if err := r.seek(number); err != nil {
		return err
	}
	return r.showQueuePage(desk.QueueFilter{Number: number, Limit: pageRows})
}

func (r *request) showQueuePage(f desk.QueueFilter) error {
	known, err := r.Desk.Pulse(r.Context()) // before the rest: what happens meanwhile is told twice rather than never
	if err != nil {
		return err
	}
	page, err := r.Desk.Queue(r.Context(), f)
	if err != nil {
		return err
	}
	counts, err := r.Desk.Tabs(r.Context())
	if err != nil {
		return err
	}
	p := &queuePage{
		Frame: Frame{Title: r.Capital(r.Tab(f.Tab)), Query: f.Search}, Filter: f, Nobody: r.T("Nothing waits here."),
		Filtered: f.Kind != "" || f.Language != "" || f.Verdict != "" || f.Search != "", Clear: queuePath(desk.QueueFilter{Tab: cmp.Or(f.Tab, ticket.ToDecide)}),
	}
	for _, t := range ticket.Tabs() {
		p.TabLinks = append(p.TabLinks, tabLink{Tab: t, Name: r.Capital(r.Tab(t)), Path: queuePath(desk.QueueFilter{Tab: t}), Count: counts[t], Current: t == f.Tab})
	}
	r.queueChoices(p)
	for _, row := range page.Rows {
		p.Rows = append(p.Rows, r.queueRow(row))
	}
	if f.After != 0 {
		first := f
		first.After = 0
		p.First = queuePath(first)
	}
	if page.Next != 0 {
		next := f
		next.After = page.Next
		p.Next = queuePath(next)
		p.Nobody = r.T("Nothing so far. There is more to look through: see the next page.")
	}
	if !f.Number.IsZero() {
		p.Next, p.First = "", ""
	}
	r.searchWords(p)
	if r.searching(f) == "" && page.Next == 0 && f.Tab != ticket.Done {
		last := f
		if n := len(page.Rows); n > 0 {
			last.After = page.Rows[n-1].Ticket.ID
		}
		p.More = queuePath(last)
	}
	p.Live = livePath(known, "")
	return r.show(http.StatusOK, "queue", p)
}

// searching is what was searched for, as far as it may be shown.
func (r *request) searching(f desk.QueueFilter) string {
	if !f.Number.IsZero() {
		return f.Number.Masked()
	}
	return f.Search
}

func (r *request) searchWords(p *queuePage) {
	sought := r.searching(p.Filter)
	if sought == "" {
		return
	}
	p.Title = r.T("Search")
	p.Sought = r.T("Tickets with “%s”, newest first. Words of mails are found whole, names and addresses by their beginning.", sought)
	if p.Next == "" {
		p.Nobody = r.T("Nothing was found.")
	}
}

func (r *request) queueChoices(p *queuePage) {
	all := choice{Name: r.T("all")}
	p.Kinds, p.TicketLanguages, p.Verdicts = []choice{all}, []choice{all}, []choice{all}
	p.Kinds = append(p.Kinds, r.kindChoices(p.Filter.Kind)...)
	p.TicketLanguages = append(p.TicketLanguages, r.languageChoices(p.Filter.Language)...)
	for _, v := range []ticket.Verdict{ticket.OK, ticket.Info, ticket.Warning, ticket.Alarm} {
		p.Verdicts = append(p.Verdicts, choice{Value: string(v), Name: r.Verdict(v), Current: v == p.Filter.Verdict})
	}
}

func (r *request) kindChoices(current ticket.Kind) (out []choice) {
	for _, k := range ticketKinds() {
		out = append(out, choice{Value: string(k), Name: r.Kind(k), Current: k == current})
	}
	return out
}

func (r *request) languageChoices(current ticket.Language) (out []choice) {
	for _, l := range ticket.Languages() {
		out = append(out, choice{Value: string(l), Name: r.LanguageName(l), Current: l == current})
	}
	return out
}

func ticketKinds() []ticket.Kind {
	return []ticket.Kind{ticket.AddressForgotten, ticket.AddressChanged, ticket.PasswordForgotten, ticket.Other}
}

func (r *request) queueRow(row desk.QueueRow) queueRow {
	q := queueRow{
		Ref: row.Ticket.Ref, Path: "/tickets/" + string(row.Ticket.Ref), Kind: row.Ticket.Kind, Name: row.Ticket.Requester.Name, Address: nrn.Redact(row.Ticket.Requester.Addr),
		Claimed: strings.TrimSpace(row.Claimed.FirstName + " " + row.Claimed.LastName), Language: row.Ticket.Language, CreatedAt: row.Ticket.CreatedAt,
		What: r.what(row),
	}
	if row.Check != nil {
		q.Worst = row.Worst
	}
	return q
}

// what says in a sentence why a ticket stands where it stands.
func (r *request) what(row desk.QueueRow) string {
	t := row.Ticket
	if text := r.Contested(t); text != "" {
		return text
	}
	if text := r.Trouble(t); text != "" {
		return text
	}
	switch row.Tab {
	case ticket.ToDecide:
		if row.Worst == ticket.OK || row.Worst == ticket.Info {
			return r.T("Nothing speaks against it.")
		}
		return r.Finding(row.WorstFinding)
	case ticket.WaitingFor:
		if len(t.Missing) > 0 {
			return r.T("Missing: %s", r.fieldList(t.Missing))
		}
		return r.T("A question was asked.")
	case ticket.Done:
		return r.Status(t.Status)
	}
	return t.Subject
}

func (r *request) fieldList(fields []ticket.Field) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = r.Field(f)
	}
	return strings.Join(words, ", ")
}

var errNoFilter = problem{
	Status: http.StatusBadRequest, Title: ticket.Say("This is no filter of the queue"), Text: ticket.Say("The address may be mistyped. Go to the queue and filter there."),
}

// queueFilter reads a filter from a URL. What nobody can have chosen is refused, so that a mistyped URL does not look like an empty queue.
func queueFilter(v url.Values) (desk.QueueFilter, error) {
	f := desk.QueueFilter{
		Tab: ticket.Tab(v.Get("tab")), Kind: ticket.Kind(v.Get("kind")), Language: ticket.Language(v.Get("language")), Verdict: ticket.Verdict(v.Get("verdict")),
		Search: strings.TrimSpace(v.Get("q")), Limit: pageRows,
	}
	if f.Tab == "" && f.Search == "" {
		f.Tab = ticket.ToDecide
	}
	after, err := strconv.ParseInt(cmp.Or(v.Get("after"), "0"), 10, 64)
	f.After = after
	known := err == nil && after >= 0 &&
		(f.Tab == "" || slices.Contains(ticket.Tabs(), f.Tab)) && (f.Kind == "" || slices.Contains(ticketKinds(), f.Kind)) &&
		(f.Language == "" || slices.Contains(ticket.Languages(), f.Language)) &&
		slices.Contains([]ticket.Verdict{"", ticket.OK, ticket.Info, ticket.Warning, ticket.Alarm}, f.Verdict) && !nrn.Contains(f.Search)
	if !known {
		return f, errNoFilter
	}
	return f, nil
}

// queuePath is the URL of a filter.
func queuePath(f desk.QueueFilter) string {
	v := url.Values{}
	for key, value := range map[string]string{
		"tab": string(f.Tab), "kind": string(f.Kind), "language": string(f.Language), "verdict": string(f.Verdict), "q": f.Search,
	} {
		if value != "" {
			v.Set(key, value)
		}
	}
	if f.After != 0 {
		v.Set("after", strconv.FormatInt(f.After, 10))
	}
	return "/?" + v.Encode()
}
