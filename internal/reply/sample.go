package reply

import (
	"reflect"
	"slices"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Sample returns made-up data of an occasion for previews, nil for an occasion that does not exist.
func Sample(o ticket.Occasion, lang ticket.Language) Data {
	const ref = ticket.Ref("SD-2026-000123")
	person, mailbox := samplePerson(lang)
	known, wanted := SampleAddress(lang), mailbox+"@kantoor.example"
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
	case ticket.Answer:
		return Answer{Ref: ref, Name: person, Text: sampleAnswer(lang)}
	case ticket.StaffLink:
		return StaffLink{Name: person.FirstName + " " + person.LastName, Link: "https://desk.example.be/link/aBcDeFgHiJkLmNoPqRsTuVwXyZ", Hours: 1}
	}
	return nil
}

// SampleAddress is where a preview on made-up data would go.
func SampleAddress(lang ticket.Language) string {
	_, mailbox := samplePerson(lang)
	return mailbox + "@example.be"
}

func samplePerson(lang ticket.Language) (p Person, mailbox string) {
	switch lang {
	case ticket.French:
		return Person{FirstName: "Hélène", LastName: "Lambert"}, "helene.lambert"
	case ticket.English:
		return Person{FirstName: "Emma", LastName: "O'Brien"}, "emma.obrien"
	case ticket.German:
		return Person{FirstName: "Jürgen", LastName: "Großmann"}, "juergen.grossmann"
	}
	return Person{FirstName: "Jan", LastName: "Peeters"}, "jan.peeters"
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

func sampleAnswer(lang ticket.Language) string {
	switch lang {
	case ticket.French:
		return "Les attestations de formation se trouvent dans votre dossier personnel, sous « Formations ».\n\nVous pouvez les y télécharger."
	case ticket.English:
		return "The certificates of your courses are in your personal file, under \"Training\".\n\nYou can download them there."
	case ticket.German:
		return "Die Bescheinigungen Ihrer Weiterbildungen finden Sie in Ihrer persönlichen Akte unter „Weiterbildung“.\n\nSie können sie dort herunterladen."
	}
	return "De attesten van uw vormingen staan in uw persoonlijk dossier, onder ‘Vormingen’.\n\nU kunt ze daar downloaden."
}

// typical are the situations that a template is rendered in when it is tried: the sample, and what turns its conditions.
func typical(o ticket.Occasion, lang ticket.Language) []Data {
	sample := Sample(o, lang)
	switch d := sample.(type) {
	case DataMissing:
		all := DataMissing{Ref: d.Ref, Kind: ticket.AddressForgotten, Missing: []ticket.Field{ticket.LastName, ticket.FirstName, ticket.NationalNumber}}
		length, ambiguous := d, all
		length.NumberProblem, ambiguous.NumberProblem = ticket.NumberLength, ticket.NumberAmbiguous
		return []Data{d, all, length, ambiguous}
	case StaffLink:
		first := d
		first.First = true
		return []Data{d, first}
	}
	return append([]Data{sample}, nameless(sample)...)
}

// nameless is the sample without a name, where it has one.
func nameless(sample Data) []Data {
	switch d := sample.(type) {
	case AddressKnown:
		return []Data{AddressKnown{Ref: d.Ref, KnownAddress: d.KnownAddress}}
	case AddressChanged:
		return []Data{AddressChanged{Ref: d.Ref, NewAddress: d.NewAddress}}
	case AddressChangedNotice:
		return []Data{AddressChangedNotice{Ref: d.Ref, OldAddress: d.OldAddress}}
	case IdentityNotConfirmed:
		return []Data{IdentityNotConfirmed{Ref: d.Ref}}
	case Question:
		return []Data{Question{Ref: d.Ref, Text: d.Text}}
	case Answer:
		return []Data{Answer{Ref: d.Ref, Text: d.Text}}
	}
	return nil
}

// situations are all that can make a template of an occasion say something else: for missing data, each set of what is missing.
func situations(o ticket.Occasion, lang ticket.Language) []Data {
	d, ok := Sample(o, lang).(DataMissing)
	if !ok {
		return typical(o, lang)
	}
	var list []Data
	for _, name := range []Person{d.Name, {}} {
		for _, missing := range subsets([]ticket.Field{ticket.LastName, ticket.FirstName, ticket.NationalNumber}) {
			list = append(list, DataMissing{Ref: d.Ref, Name: name, Kind: ticket.AddressForgotten, Missing: missing})
		}
		for _, missing := range subsets([]ticket.Field{ticket.LastName, ticket.FirstName, ticket.NationalNumber, ticket.NewAddress}) {
			list = append(list, DataMissing{Ref: d.Ref, Name: name, Kind: ticket.AddressChanged, Missing: missing})
		}
	}
	for _, each := range slices.Clone(list) {
		each := each.(DataMissing)
		for _, p := range []ticket.NumberProblem{ticket.NumberChecksum, ticket.NumberLength, ticket.NumberAmbiguous} {
			if each.NumberProblem = p; slices.Contains(each.Missing, ticket.NationalNumber) {
				list = append(list, each)
			}
		}
	}
	return list
}

// subsets are all choices of fields but none.
func subsets(of []ticket.Field) [][]ticket.Field {
	var all [][]ticket.Field
	for set := 1; set < 1<<len(of); set++ {
		var some []ticket.Field
		for i, f := range of {
			if set&(1<<i) != 0 {
				some = append(some, f)
			}
		}
		all = append(all, some)
	}
	return all
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
