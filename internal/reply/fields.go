package reply

import (
	"reflect"
	"slices"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Field is something that a template of an occasion may name, for the list beside the editor.
type Field struct {
	Name     string // as a template writes it, such as .Member.FirstName
	Meaning  ticket.Said
	Example  string // what the sample says; empty for a flag
	Insert   string // what a click puts into the text
	Flag     bool   // asked for with {{if}}, never shown
	Required bool   // without it the template is refused
	Subject  bool   // may stand in the subject too
}

// FieldsOf lists the fields of an occasion with their meaning and what they say in the preview of a language, in the order of Fields; none for an
// occasion that does not exist.
func FieldsOf(o ticket.Occasion, lang ticket.Language) []Field {
	d := Sample(o, lang)
	if d == nil {
		return nil
	}
	w := &words{desk: sampleDesk()}
	view := reflect.ValueOf(d.view(w))
	required, subject := Required(o), fieldNames(subjectView(o), "")
	var list []Field
	for _, name := range fieldNames(view.Type(), "") {
		f := Field{Name: name, Meaning: meaning(name), Insert: "{{" + name + "}}", Required: slices.Contains(required, name), Subject: slices.Contains(subject, name)}
		if v := field(view, name); v.Kind() == reflect.Bool {
			f.Flag, f.Insert = true, "{{if "+name+"}}…{{end}}"
		} else {
			f.Example = w.replace(v.String())
		}
		list = append(list, f)
	}
	return list
}

// Required lists what a template of an occasion may not leave out: the Ref in the subject where there is a ticket, the other fields in the
// text.
func Required(o ticket.Occasion) []string {
	if o.OfTicket() && Sample(o, ticket.Dutch) != nil {
		return append([]string{".Ref"}, requirements(o)...)
	}
	return requirements(o)
}

func sampleDesk() Desk {
	return Desk{Name: "Servicedesk", Address: "servicedesk@example.be", Phone: "+32 2 000 00 00", Website: "https://www.example.be"}
}

// meaning explains a field to who writes a template.
func meaning(name string) ticket.Said {
	switch name {
	case ".Ref":
		return ticket.Say("The number of the request. It stands between square brackets in the subject, so that answers find their request.")
	case ".Desk.Name":
		return ticket.Say("The name of the desk, as the configuration says: the signature.")
	case ".Desk.Address":
		return ticket.Say("The mail address of the desk, as the configuration says.")
	case ".Desk.Phone":
		return ticket.Say("The telephone number of the desk, as the configuration says. It may be empty: ask for it with {{if .Desk.Phone}}.")
	case ".Desk.Website":
		return ticket.Say("The website of the desk, as the configuration says. It may be empty: ask for it with {{if .Desk.Website}}.")
	case ".Member.FirstName":
		return ticket.Say("The first name of the member, as the Institute knows it.")
	case ".Member.LastName":
		return ticket.Say("The last name of the member, as the Institute knows it.")
	case ".Name.FirstName":
		return ticket.Say("The first name that the requester gave. It is empty where it does not look like a name.")
	case ".Name.LastName":
		return ticket.Say("The last name that the requester gave. It is empty where it does not look like a name: ask for it with {{if .Name.LastName}}.")
	}
	return ownMeaning(name)
}

// ownMeaning explains a field that a single occasion has.
func ownMeaning(name string) ticket.Said {
	switch name {
	case ".KnownAddress":
		return ticket.Say("The mail address that the Institute knows of the member: what this answer is about.")
	case ".NewAddress":
		return ticket.Say("The mail address of the member after the change.")
	case ".OldAddress":
		return ticket.Say("The mail address of the member before the change, where this notice goes to.")
	case ".Change":
		return ticket.Say("Whether the requester wants to change the address; otherwise they want to know it.")
	case ".Missing.LastName":
		return ticket.Say("Whether the last name is missing.")
	case ".Missing.FirstName":
		return ticket.Say("Whether the first name is missing.")
	case ".Missing.NationalNumber":
		return ticket.Say("Whether the national number is missing altogether.")
	case ".Missing.NewAddress":
		return ticket.Say("Whether the new mail address is missing.")
	case ".Number.Checksum":
		return ticket.Say("Whether the check digits of the given national number are wrong: there is a typing error in it.")
	case ".Number.Length":
		return ticket.Say("Whether the given national number has too few or too many digits.")
	case ".Number.Ambiguous":
		return ticket.Say("Whether more than one national number was given.")
	case ".Text":
		return ticket.Say("What the agent writes to the requester.")
	}
	return staffMeaning(name)
}

// staffMeaning explains the fields of mails to staff.
func staffMeaning(name string) ticket.Said {
	switch name {
	case ".Name":
		return ticket.Say("The name of the colleague who gets the link.")
	case ".Link":
		return ticket.Say("The link with which the password is chosen. It is a secret.")
	case ".Hours":
		return ticket.Say("How many hours the link works.")
	case ".First":
		return ticket.Say("Whether the account is new; otherwise the password was forgotten.")
	}
	return ticket.Said{}
}
