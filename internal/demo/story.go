package demo

import (
	"embed"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

//go:embed samples
var samples embed.FS

// Act is what the agent of the story does about a mail.
type Act string

// What an agent can do.
const (
	Nothing Act = ""
	Approve Act = "approve"
	Reject  Act = "reject"
	Ask     Act = "ask"
)

// Thread says which mail a letter answers.
type Thread string

// A letter starts a thread of its own, or answers a mail of the scene.
const (
	Starts   Thread = ""
	ToMail   Thread = "mail"
	ToTheirs Thread = "answer" // to the member's answer to our question
)

// Expected is a letter that ought to lie in a mailbox.
type Expected struct {
	To        string
	Thread    Thread
	Automatic bool     // no person decided: it must be marked so
	Holds     []string // what its text must hold; no other member's address may be in it
}

// Scene is one mail, what the agent does about it, and what ought to come of it. These are the expectations of the story; the facts
// come from the mailboxes and the desk.
type Scene struct {
	Name   string // of the file in samples
	Says   string // what is special about it
	Raw    []byte // as in the file, lines ending in \n
	DMARC  string // what our mail server says of the sender; empty: pass
	Answer string // what the member answers when we ask what is missing
	Opens  bool   // lies in the mailbox when somebody sits down at the demo

	Act   Act
	Words string // the reason, or the question

	Outcome    ticket.Outcome
	Kind       ticket.Kind
	Language   ticket.Language
	Status     ticket.Status // of the ticket in the end
	Known      string        // the address that the Institute knew of the member of the claimed number
	NewAddress string        // and the one that it knows in the end, where it changes
	Letters    []Expected
	Trouble    ticket.DeliveryStatus // failed or bounced: staff have to be told that the answer did not arrive
}

// From is the address that the mail comes from.
func (s Scene) From() string {
	_, after, _ := strings.Cut(headerLine(s.Raw, "From"), "<")
	addr, _, _ := strings.Cut(after, ">")
	return strings.ToLower(addr)
}

// MessageID is that of the mail, without angle brackets.
func (s Scene) MessageID() string { return messageID(s.Raw) }

// AnswerID is the Message-ID of the answer to our question.
func (s Scene) AnswerID() string { return "answer." + s.MessageID() }

// answerTo writes the member's answer: the words of the story above our quoted question.
func (s Scene) answerTo(q Letter) []byte {
	return []byte("From: " + headerLine(s.Raw, "From") + "\nTo: " + Desk + "\nSubject: Re: " + headerLine(q.Raw, "Subject") +
		"\nMessage-ID: <" + s.AnswerID() + ">\nIn-Reply-To: <" + q.MessageID + ">\nReferences: <" + s.MessageID() + "> <" + q.MessageID + ">\n" +
		"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" +
		s.Answer + "\nServicedesk <" + Desk + "> schreef:\n> " + strings.ReplaceAll(strings.TrimSpace(q.Text), "\n", "\n> ") + "\n")
}

// Story returns the scenes in the order in which their mails arrive.
func Story() []Scene {
	scenes := append(requests(), others()...)
	for i := range scenes {
		s := &scenes[i]
		s.Raw = mustRead(s.Name + ".eml")
		if s.Outcome == "" {
			s.Outcome = ticket.BecameTicket
		}
		if answer, err := samples.ReadFile("samples/" + s.Name + ".answer.txt"); err == nil {
			s.Answer = string(answer)
		}
	}
	return scenes
}

// Opening puts the scenes that open the demo first, keeping the order otherwise, and counts them.
func Opening(story []Scene) (scenes []Scene, opens int) {
	for _, s := range story {
		if s.Opens {
			scenes = slices.Insert(scenes, opens, s)
			opens++
			continue
		}
		scenes = append(scenes, s)
	}
	return scenes, opens
}

func mustRead(name string) []byte {
	raw, err := samples.ReadFile("samples/" + name)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return raw
}
