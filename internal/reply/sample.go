package reply

import (
	"reflect"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Sample returns made-up data of an occasion for previews, nil for an occasion that does not exist.
func Sample(o ticket.Occasion, lang ticket.Language) Data {
	const ref, known, wanted = ticket.Ref("SD-2026-000123"), "jan.peeters@example.be", "jan.peeters@kantoor.example"
	person := samplePerson(lang)
	switch o {
	case ticket.AddressKnown:
		return AddressKnown{Ref: ref, Member: person, KnownAddress: known}
	case ticket.AddressChangedReply:
		return AddressChanged{Ref: ref, Member: person, NewAddress: wanted}
	case ticket.AddressChangedNotice:
		return AddressChangedNotice{Ref: ref, Member: person, OldAddress: known}
	case ticket.DataMissing:
		return DataMissing{Ref: ref, Name: person, Kind: ticket.AddressChanged,
			Missing: []ticket.Field{ticket.NationalNumber, ticket.NewAddress}, NumberProblem: ticket.NumberChecksum}
	case ticket.IdentityNotConfirmed:
		return IdentityNotConfirmed{Ref: ref, Name: person}
	case ticket.PasswordSteps:
		return PasswordSteps{Ref: ref}
	case ticket.Received:
		return Received{Ref: ref}
	case ticket.Question:
		return Question{Ref: ref, Name: person, Text: sampleQuestion(lang)}
	case ticket.StaffLink:
		return StaffLink{Name: person.FirstName + " " + person.LastName, Link: "https://desk.example.be/link/aBcDeFgHiJkLmNoPqRsTuVwXyZ", Hours: 1}
	}
	return nil
}

func samplePerson(lang ticket.Language) Person {
	switch lang {
	case ticket.French:
		return Person{FirstName: "Hélène", LastName: "Lambert"}
	case ticket.English:
		return Person{FirstName: "Emma", LastName: "O'Brien"}
	case ticket.German:
		return Person{FirstName: "Jürgen", LastName: "Großmann"}
	}
	return Person{FirstName: "Jan", LastName: "Peeters"}
}

func sampleQuestion(lang ticket.Language) string {
	switch lang {
	case ticket.French:
		return "Êtes-vous inscrite sous votre nom de jeune fille ?\n\nIndiquez-le-nous, et nous poursuivons."
	case ticket.English:
		return "Are you registered under another last name?\n\nPlease tell us, and we will go on."
	case ticket.German:
		return "Sind Sie unter einem anderen Nachnamen eingetragen?\n\nTeilen Sie uns das mit, dann machen wir weiter."
	}
	return "Bent u ingeschreven onder een andere achternaam?\n\nLaat het ons weten, dan gaan wij verder."
}

// sampleView is the sample as a template sees it.
func sampleView(k key, w *words) any { return Sample(k.occasion, k.language).view(w) }

// Fields lists what the text of an occasion may name, such as .Member.FirstName, in order.
func Fields(o ticket.Occasion) []string {
	d := Sample(o, ticket.Dutch)
	if d == nil {
		return nil
	}
	return fieldNames(reflect.TypeOf(d.view(&words{})), "")
}
