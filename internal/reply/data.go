package reply

import "iec-iab.be/servicedesk/internal/ticket"

// Data is what an occasion tells a template. Each occasion has a type of its own, so that a template can name only what belongs
// to its occasion. The interface is sealed: the types of this package are all there are.
type Data interface {
	// Occasion names the template.
	Occasion() ticket.Occasion
	// view returns the struct that the template sees: strings, flags and structs of those, without methods. Its strings are
	// placeholders from w: the template never holds a member's words (R10).
	view(w *words) any
}

// Person is a name as a template uses it.
type Person struct {
	FirstName string
	LastName  string
}

// AddressKnown answers address_forgotten. It tells the known address, so only an approved check may lead to it (R3).
type AddressKnown struct {
	Ref          ticket.Ref
	Member       Person
	KnownAddress string // from the directory
}

// AddressChanged answers address_changed, after the directory was changed.
type AddressChanged struct {
	Ref        ticket.Ref
	Member     Person
	NewAddress string // what the directory holds now
}

// AddressChangedNotice tells the old address that it is no longer the known one. It has no field for the new address: whoever
// reads the old mailbox by now need not learn it.
type AddressChangedNotice struct {
	Ref        ticket.Ref
	Member     Person
	OldAddress string // where this notice goes to
}

// DataMissing asks for what an identity check lacks. It holds nothing of the directory, so it is the same for a number that the
// Institute knows and one that it does not (R5).
type DataMissing struct {
	Ref           ticket.Ref
	Name          Person // as claimed; left out of the greeting when it does not look like a name
	Kind          ticket.Kind
	Missing       []ticket.Field
	NumberProblem ticket.NumberProblem // says why NationalNumber is among the missing though a number was given
}

// IdentityNotConfirmed tells that a check was rejected, and nothing of what the directory holds.
type IdentityNotConfirmed struct {
	Ref  ticket.Ref
	Name Person // as claimed, never as in the directory
}

// PasswordSteps answers password_forgotten with the self-service.
type PasswordSteps struct {
	Ref ticket.Ref
}

// Received acknowledges a mail. It repeats nothing of it, so that nobody can have us mail his words to others.
type Received struct {
	Ref ticket.Ref
}

// Question carries an agent's own words, to which the requester is to reply.
type Question struct {
	Ref  ticket.Ref
	Name Person // as claimed; may be empty
	Text string // keeps its line breaks
}

// Answer carries an agent's own words, which solve the ticket.
type Answer struct {
	Ref  ticket.Ref
	Name Person // as claimed; may be empty
	Text string // keeps its line breaks
}

// StaffLink brings one of the staff the link with which a password is chosen. It belongs to no ticket.
type StaffLink struct {
	Name  string
	Link  string // https, or http to this machine
	Hours int    // how long the link can be used
	First bool   // the account is new; else the password was forgotten
}
