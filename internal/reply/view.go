package reply

import (
	"net/netip"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/ticket"
)

// The views are what templates see, and so a contract with everyone who wrote one: add fields, never rename them. They hold
// strings, flags and structs of those; a test keeps methods, maps and slices out.

type common struct {
	Ref  string
	Desk deskView
}

type deskView struct{ Name, Address, Phone, Website string }

type personView struct{ FirstName, LastName string }

type addressKnownView struct {
	common
	Member       personView
	KnownAddress string
}

type addressChangedView struct {
	common
	Member     personView
	NewAddress string
}

type addressChangedNoticeView struct {
	common
	Member     personView
	OldAddress string
}

type dataMissingView struct {
	common
	Name    personView
	Change  bool // asked to change the address; else asked which one is known
	Missing missingView
	Number  numberView
}

// missingView has NationalNumber only where none was given; a number that cannot be taken is told by numberView.
type missingView struct{ LastName, FirstName, NationalNumber, NewAddress bool }

type numberView struct{ Checksum, Length, Ambiguous bool }

type identityNotConfirmedView struct {
	common
	Name personView
}

type passwordStepsView struct{ common }

type receivedView struct{ common }

// ownWordsView is what a question and an answer offer.
type ownWordsView struct {
	common
	Name personView
	Text string
}

type staffLinkView struct {
	Desk              deskView
	Name, Link, Hours string
	First             bool
}

// Occasion is ticket.AddressKnown.
func (d AddressKnown) Occasion() ticket.Occasion { return ticket.AddressKnown }

// Occasion is ticket.AddressChangedReply.
func (d AddressChanged) Occasion() ticket.Occasion { return ticket.AddressChangedReply }

// Occasion is ticket.AddressChangedNotice.
func (d AddressChangedNotice) Occasion() ticket.Occasion { return ticket.AddressChangedNotice }

// Occasion is ticket.DataMissing.
func (d DataMissing) Occasion() ticket.Occasion { return ticket.DataMissing }

// Occasion is ticket.IdentityNotConfirmed.
func (d IdentityNotConfirmed) Occasion() ticket.Occasion { return ticket.IdentityNotConfirmed }

// Occasion is ticket.PasswordSteps.
func (d PasswordSteps) Occasion() ticket.Occasion { return ticket.PasswordSteps }

// Occasion is ticket.Received.
func (d Received) Occasion() ticket.Occasion { return ticket.Received }

// Occasion is ticket.Question.
func (d Question) Occasion() ticket.Occasion { return ticket.Question }

// Occasion is ticket.Answer.
func (d Answer) Occasion() ticket.Occasion { return ticket.Answer }

// Occasion is ticket.StaffLink.
func (d StaffLink) Occasion() ticket.Occasion { return ticket.StaffLink }

func (d AddressKnown) view(w *words) any {
	return addressKnownView{common: w.common(d.Ref), Member: w.person(d.Member), KnownAddress: w.line(d.KnownAddress)}
}

func (d AddressChanged) view(w *words) any {
	return addressChangedView{common: w.common(d.Ref), Member: w.person(d.Member), NewAddress: w.line(d.NewAddress)}
}

func (d AddressChangedNotice) view(w *words) any {
	return addressChangedNoticeView{common: w.common(d.Ref), Member: w.person(d.Member), OldAddress: w.line(d.OldAddress)}
}

func (d DataMissing) view(w *words) any {
	v := dataMissingView{
		common: w.common(d.Ref),
		Name:   w.claimed(d.Name),
		Change: d.Kind == ticket.AddressChanged,
		Number: numberView{
			Checksum:  d.NumberProblem == ticket.NumberChecksum,
			Length:    d.NumberProblem == ticket.NumberLength,
			Ambiguous: d.NumberProblem == ticket.NumberAmbiguous,
		},
	}
	for _, f := range d.Missing {
		switch f {
		case ticket.LastName:
			v.Missing.LastName = true
		case ticket.FirstName:
			v.Missing.FirstName = true
		case ticket.NationalNumber:
			v.Missing.NationalNumber = v.Number == numberView{}
		case ticket.NewAddress:
			v.Missing.NewAddress = true
		}
	}
	return v
}

func (d IdentityNotConfirmed) view(w *words) any {
	return identityNotConfirmedView{common: w.common(d.Ref), Name: w.claimed(d.Name)}
}

func (d PasswordSteps) view(w *words) any { return passwordStepsView{common: w.common(d.Ref)} }

func (d Received) view(w *words) any { return receivedView{common: w.common(d.Ref)} }

func (d Question) view(w *words) any {
	return ownWordsView{common: w.common(d.Ref), Name: w.claimed(d.Name), Text: w.lines(d.Text)}
}

func (d Answer) view(w *words) any { return Question(d).view(w) }

func (d StaffLink) view(w *words) any {
	v := staffLinkView{Desk: w.ourselves(), Name: w.line(d.Name), Link: w.line(d.Link), First: d.First}
	if d.Hours > 0 {
		v.Hours = w.line(strconv.Itoa(d.Hours))
	}
	return v
}

// subjectView is what the subject of an occasion may name: no member's word belongs in it.
func subjectView(o ticket.Occasion) reflect.Type {
	if o.OfTicket() {
		return reflect.TypeFor[common]()
	}
	return reflect.TypeFor[struct{ Desk deskView }]()
}

// requirements are the fields that a template of an occasion may not leave out: a string must appear in the body, a flag must
// change it. The Ref is required besides, of every subject where there is a ticket.
func requirements(o ticket.Occasion) []string {
	switch o {
	case ticket.AddressKnown:
		return []string{".KnownAddress"}
	case ticket.AddressChangedReply:
		return []string{".NewAddress"}
	case ticket.AddressChangedNotice:
		return []string{".OldAddress"}
	case ticket.DataMissing:
		return []string{".Missing.LastName", ".Missing.FirstName", ".Missing.NationalNumber", ".Missing.NewAddress",
			".Number.Checksum", ".Number.Length", ".Number.Ambiguous"}
	case ticket.Question, ticket.Answer:
		return []string{".Text"}
	case ticket.StaffLink:
		return []string{".Link", ".Hours", ".First"}
	}
	return nil
}

// lacking names the first thing without which d would be a reply that says nothing or finds no ticket; "" when it has all.
func lacking(d Data, ref string) string {
	if ref == "" && d.Occasion().OfTicket() {
		return "Ref"
	}
	switch d := d.(type) {
	case StaffLink:
		if d.Hours <= 0 {
			return "Hours"
		}
		return nameIfEmpty("Link", d.Link)
	case AddressKnown:
		return nameIfEmpty("KnownAddress", d.KnownAddress)
	case AddressChanged:
		return nameIfEmpty("NewAddress", d.NewAddress)
	case AddressChangedNotice:
		return nameIfEmpty("OldAddress", d.OldAddress)
	case DataMissing:
		if len(d.Missing) == 0 && d.NumberProblem == ticket.NumberFine {
			return "Missing"
		}
	case Question:
		return nameIfEmpty("Text", d.Text)
	case Answer:
		return nameIfEmpty("Text", d.Text)
	}
	return ""
}

func nameIfEmpty(name, value string) string {
	if cleanLine(value) == "" {
		return name
	}
	return ""
}

// refOf is the Ref in a view; empty where the occasion has none.
func refOf(view any) string {
	if f := field(reflect.ValueOf(view), ".Ref"); f.IsValid() {
		return f.String()
	}
	return ""
}

// sound reports whether the link can be mailed: nobody on the way may read the secret in it, and none of it may be cut off.
func (d StaffLink) sound() bool {
	u, err := url.Parse(d.Link)
	if err != nil || u.Host == "" || u.User != nil || utf8.RuneCountInString(d.Link) > maxLine || cleanLine(d.Link) != d.Link ||
		strings.Contains(d.Link, " ") {
		return false
	}
	ip, err := netip.ParseAddr(u.Hostname())
	here := u.Hostname() == "localhost" || err == nil && ip.IsLoopback()
	return u.Scheme == "https" || u.Scheme == "http" && here
}
