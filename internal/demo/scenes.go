package demo

import "iec-iab.be/servicedesk/internal/ticket"

// requests are members who want to know their address, or to change it.
func requests() []Scene {
	return []Scene{
		{
			Name: "01-forgotten-nl", Says: "A member no longer knows which address the Institute has, and gives all that is needed.", Opens: true,
			Kind: ticket.AddressForgotten, Language: ticket.Dutch, Known: "an.peeters@kantoor-peeters.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{{To: "an.peeters@thuis.example", Thread: ToMail, Holds: []string{"an.peeters@kantoor-peeters.example"}}},
		},
		{
			Name: "02-forgotten-fr", Says: "The same in French, in a sentence instead of a list.", Opens: true,
			Kind: ticket.AddressForgotten, Language: ticket.French, Known: "b.lambert@fiduciaire-lambert.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{{To: "benoit.lambert@maison.example", Thread: ToMail, Holds: []string{"b.lambert@fiduciaire-lambert.example"}}},
		},
		{
			Name: "03-changed-nl", Says: "A change of address. The old address is told too, in case it was somebody else.", Opens: true,
			Kind: ticket.AddressChanged, Language: ticket.Dutch,
			Known: "pieter.desmet@oudkantoor.example", NewAddress: "pieter@desmet-accountants.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{
				{To: "pieter@desmet-accountants.example", Thread: ToMail, Holds: []string{"pieter@desmet-accountants.example"}},
				{To: "pieter.desmet@oudkantoor.example", Holds: []string{"pieter.desmet@oudkantoor.example"}},
			},
		},
		{
			Name: "04-changed-fr", Says: "A change that is asked from the address that the Institute knows; the new one is told too.",
			Kind: ticket.AddressChanged, Language: ticket.French,
			Known: "sophie.dumont@cabinet-dumont.example", NewAddress: "sophie@dumont-associes.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{
				{To: "sophie.dumont@cabinet-dumont.example", Thread: ToMail, Holds: []string{"sophie@dumont-associes.example"}},
				{To: "sophie@dumont-associes.example", Holds: []string{"sophie@dumont-associes.example"}},
			},
		},
		{
			Name: "05-proposal-nl", Says: "A change that does not say to what: the sender's address is only proposed.", Opens: true,
			Kind: ticket.AddressChanged, Language: ticket.Dutch,
			Known: "katrien@willems-partners.example", NewAddress: "katrien.willems@nieuwkantoor.example",
			Act: Approve, Words: "Confirmed by telephone.", Status: ticket.Solved,
			Letters: []Expected{
				{To: "katrien.willems@nieuwkantoor.example", Thread: ToMail, Holds: []string{"katrien.willems@nieuwkantoor.example"}},
				{To: "katrien@willems-partners.example", Holds: []string{"katrien@willems-partners.example"}},
			},
		},
		{
			Name: "06-incomplete-nl", Says: "The national number lacks: it is asked for by itself, and the member answers.", Opens: true,
			Kind: ticket.AddressForgotten, Language: ticket.Dutch, Known: "lucas.maes@maes-belastingadvies.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{
				{To: "lucas.maes@postbus.example", Thread: ToMail, Automatic: true, Holds: []string{"rijksregisternummer"}},
				{To: "lucas.maes@postbus.example", Thread: ToTheirs, Holds: []string{"lucas.maes@maes-belastingadvies.example"}},
			},
		},
	}
}

// others are mails that nobody has to check, and those with something wrong.
func others() []Scene {
	return append([]Scene{
		{
			Name: "07-password-fr", Says: "A forgotten password needs no check: the steps are mailed at once.",
			Kind: ticket.PasswordForgotten, Language: ticket.French, Known: "emilie.renard@renard-conseil.example", Status: ticket.Solved,
			Letters: []Expected{{To: "emilie.renard@renard-conseil.example", Thread: ToMail, Automatic: true, Holds: []string{"Password reset"}}},
		},
		{
			Name: "08-other-nl", Says: "Something else: it stays unread in the mailbox, for a person.",
			Kind: ticket.Other, Language: ticket.Dutch, Known: "tom.claes@claes-accountancy.example", Status: ticket.Open,
		},
		{
			Name: "09-out-of-office-nl", Says: "An out-of-office message: automatic mail is never answered.",
			Kind: ticket.Automatic, Language: ticket.Dutch, Outcome: ticket.WasAutomatic, Known: "sara.jacobs@jacobs-audit.example",
		},
		{
			Name: "10-broken-fr", Says: "A mail with a wrong character set and a part that never ends is read all the same.",
			Kind: ticket.AddressForgotten, Language: ticket.French, Known: "francoise.noel@noel-expertise.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{{To: "francoise@noel-famille.example", Thread: ToMail, Holds: []string{"francoise.noel@noel-expertise.example", "Françoise Noël"}}},
		},
		{
			Name: "11-stranger-nl", Says: "A number that belongs to somebody else, from a server that is not the sender's.", DMARC: "fail", Opens: true,
			Kind: ticket.AddressForgotten, Language: ticket.Dutch, Known: "hilde.goossens@goossens-cijfers.example",
			Act: Reject, Words: "The number is another member's.", Status: ticket.Solved,
			Letters: []Expected{{To: "marc.w@webpost.example", Thread: ToMail, Holds: []string{"identiteit niet bevestigen"}}},
		},
	}, odd()...)
}

func odd() []Scene {
	return []Scene{
		{
			Name: "12-html-only-fr", Says: "HTML without a text part, with the data in a table.",
			Kind: ticket.AddressForgotten, Language: ticket.French, Known: "mehdi.elamrani@elamrani-fisc.example",
			Act: Approve, Status: ticket.Solved,
			Letters: []Expected{{To: "mehdi@elamrani.example", Thread: ToMail, Holds: []string{"mehdi.elamrani@elamrani-fisc.example"}}},
		},
		{
			Name: "13-nowhere-de", Says: "What is mailed to this sender comes back: nobody knows the domain.",
			Kind: ticket.AddressForgotten, Language: ticket.German, Known: "j.schmitz@schmitz-steuer.example",
			Act: Approve, Status: ticket.Open, Trouble: ticket.Bounced,
		},
		{
			Name: "14-refused-nl", Says: "What is mailed to this sender is refused at once: there is no such mailbox.",
			Kind: ticket.AddressForgotten, Language: ticket.Dutch, Known: "wim.hermans@hermans-boekhouding.example",
			Act: Approve, Status: ticket.Open, Trouble: ticket.Failed,
		},
		{
			Name: "15-slip-en", Says: "A first name that is nearly right: a reason to ask before deciding.",
			Kind: ticket.AddressForgotten, Language: ticket.English, Known: "nathalie@vandenberghe-tax.example",
			Act: Ask, Words: "Which spelling of your first name is on your identity card?", Status: ticket.Pending,
			Letters: []Expected{{To: "natalie@expat.example", Thread: ToMail, Holds: []string{"Which spelling of your first name"}}},
		},
	}
}
