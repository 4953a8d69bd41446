// Package ticket holds the nouns of the servicedesk: tickets, claims, identity checks, findings, decisions, deliveries and
// events, with their states and who acts next. It does no input or output and knows nothing of mail servers or databases.
package ticket

import (
	"fmt"
	"time"

	"iec-iab.be/servicedesk/internal/nrn"
)

// Kind is what a mail asks for.
type Kind string

// A ticket has one of the first four kinds; Automatic belongs to mails only, and never becomes a ticket.
const (
	AddressForgotten  Kind = "address_forgotten"  // which address does the Institute know of me?
	AddressChanged    Kind = "address_changed"    // I want another address
	PasswordForgotten Kind = "password_forgotten" // answered with the steps of the self-service
	Other             Kind = "other"              // for a person to read
	Automatic         Kind = "automatic"          // written by a machine: never answered (RFC 3834)
)

// NeedsCheck reports whether a request of this kind is decided by an identity check.
func (k Kind) NeedsCheck() bool { return k == AddressForgotten || k == AddressChanged }

// Language is one of the four languages that we answer in.
type Language string

// The languages of the reply templates.
const (
	Dutch   Language = "nl"
	French  Language = "fr"
	English Language = "en"
	German  Language = "de"
)

// Languages lists them in the order of the house.
func Languages() []Language { return []Language{Dutch, French, English, German} }

// ParseLanguage accepts the two-letter code of a language that we answer in.
func ParseLanguage(s string) (Language, error) {
	for _, l := range Languages() {
		if string(l) == s {
			return l, nil
		}
	}
	return "", Refuse("language %q: use nl, fr, en or de", s)
}

// Outcome is how a received mail ended (rule R2). Every mail has exactly one.
type Outcome string

// The outcomes of a mail.
const (
	BecameTicket   Outcome = "ticket"
	BecameFollowUp Outcome = "follow_up"
	WasAutomatic   Outcome = "automatic"
	WasBounce      Outcome = "bounce"
	WasIgnored     Outcome = "ignored"
	WasUnreadable  Outcome = "unreadable" // kept, shown to staff as a ticket, read again by a newer version
)

// Outcomes lists every outcome, in the order of reports.
func Outcomes() []Outcome {
	return []Outcome{BecameTicket, BecameFollowUp, WasAutomatic, WasBounce, WasIgnored, WasUnreadable}
}

// Field names one part of a claim.
type Field string

// The parts of a claim that an identity check needs.
const (
	LastName       Field = "last_name"
	FirstName      Field = "first_name"
	NationalNumber Field = "national_number"
	NewAddress     Field = "new_address"
)

// NumberProblem says why a number that was presented is not taken.
type NumberProblem string

// The problems of a presented national number.
const (
	NumberFine      NumberProblem = ""
	NumberChecksum  NumberProblem = "checksum"  // eleven digits that cannot be a number
	NumberLength    NumberProblem = "length"    // not eleven digits
	NumberAmbiguous NumberProblem = "ambiguous" // two different valid numbers, and nothing tells which
)

// Claim is what a mail says of its sender. An empty part was not stated.
type Claim struct {
	LastName      string
	FirstName     string
	Number        nrn.Number
	NumberProblem NumberProblem
	NewAddress    string // address_changed only, lower case
}

// Missing lists what an identity check of this kind still lacks to be decided, in the order in which we ask for it.
func (c Claim) Missing(k Kind) []Field {
	if !k.NeedsCheck() {
		return nil
	}
	var m []Field
	if c.LastName == "" {
		m = append(m, LastName)
	}
	if c.FirstName == "" {
		m = append(m, FirstName)
	}
	if c.Number.IsZero() {
		m = append(m, NationalNumber)
	}
	if k == AddressChanged && c.NewAddress == "" {
		m = append(m, NewAddress)
	}
	return m
}

// Merge returns the claim completed by later facts: what later states replaces what c states.
func (c Claim) Merge(later Claim) Claim {
	if later.LastName != "" {
		c.LastName = later.LastName
	}
	if later.FirstName != "" {
		c.FirstName = later.FirstName
	}
	if !later.Number.IsZero() || later.NumberProblem != NumberFine {
		c.Number, c.NumberProblem = later.Number, later.NumberProblem
	}
	if later.NewAddress != "" {
		c.NewAddress = later.NewAddress
	}
	return c
}

// Replaced lists, as words for staff, what a later claim states otherwise than c. Numbers are never shown.
func (c Claim) Replaced(later Claim) []Said {
	var out []Said
	for _, part := range []struct {
		name        Said
		before, now string
	}{
		{Say("the last name"), c.LastName, later.LastName}, {Say("the first name"), c.FirstName, later.FirstName}, {Say("the new address"), c.NewAddress, later.NewAddress},
	} {
		if part.before != "" && part.now != "" && part.before != part.now {
			out = append(out, Say("%s is now %s, it was %s", part.name, part.now, part.before))
		}
	}
	if !c.Number.IsZero() && !later.Number.IsZero() && c.Number != later.Number {
		out = append(out, Say("the national number is another one"))
	}
	return out
}

// Ref is the public number of a ticket, SD-2026-000123.
type Ref string

// MakeRef composes the Ref of the n-th ticket of a year.
func MakeRef(year int, n int64) Ref { return Ref(fmt.Sprintf("SD-%04d-%06d", year, n)) }

// Address is a mail address with the display name that came with it.
type Address struct {
	Name string // may be empty; members' words, so data and never markup
	Addr string // canonical: lower case
}

// Ticket is one request of one requester.
type Ticket struct {
	ID        int64
	Ref       Ref
	Kind      Kind
	Status    Status
	Language  Language
	Requester Address
	Subject   string // of the first mail, national numbers masked
	Missing   []Field
	Questions int    // automatic questions mailed so far
	Trouble   string // a sentence for staff while an answer failed or bounced, or a stranger wrote; else empty
	Contested string // a sentence while a change that was carried out is contested; only closing the ticket ends it
	Version   int64  // counts the changes of the ticket; an act of a person holds only for the version that he was shown
	CreatedAt time.Time
	UpdatedAt time.Time

	// TroubleSaid and ContestedSaid are the same sentences for readers of other languages; zero where only the English is on record.
	TroubleSaid, ContestedSaid Said
}

// Member is a person in the Directory.
type Member struct {
	ID        int64
	LastName  string
	FirstName string
	Number    nrn.Number
	Address   string // the known address, the user name; empty when the Institute knows none
	Language  Language
	Version   int64 // counts the changes; a decision holds only for the version that it was shown
	UpdatedAt time.Time
}

// AddressChange is one change of a member's known address.
type AddressChange struct {
	MemberID   int64
	CheckID    int64 // 0: an import
	OldAddress string
	NewAddress string
	By         string
	At         time.Time
}

// Filter selects tickets; the zero filter selects all.
type Filter struct {
	Statuses []Status
}
