package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os/user"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

type ticketsCmd struct {
	List    ticketsListCmd    `cmd:"" help:"List tickets: by default those that wait for somebody."`
	Show    ticketsShowCmd    `cmd:"" help:"Show one ticket: the mail, the claim, what agrees and what does not, and the answer that approving sends."`
	Approve ticketsApproveCmd `cmd:"" help:"Approve the identity check: the directory is changed where that was asked, and the answer is mailed."`
	Reject  ticketsRejectCmd  `cmd:"" help:"Reject the identity check: the requester learns that the identity could not be confirmed."`
	Ask     ticketsAskCmd     `cmd:"" help:"Mail the requester a question in your own words."`
	Answer  ticketsAnswerCmd  `cmd:"" help:"Mail the requester an answer in your own words, and solve the ticket."`
	Note    ticketsNoteCmd    `cmd:"" help:"Add a line for staff; it is never mailed."`
	Close   ticketsCloseCmd   `cmd:"" help:"End a ticket without an answer."`
	Merge   ticketsMergeCmd   `cmd:"" help:"Give the mails of a ticket to another one of the same request."`
	Resend  ticketsResendCmd  `cmd:"" help:"Send the failed or bounced messages of a ticket again."`

	Correct    ticketsCorrectCmd    `cmd:"" help:"Put right what reading made of a claim; it is compared again."`
	Choose     ticketsChooseCmd     `cmd:"" help:"Lay the claim beside another member than the one of the claimed number."`
	Reclassify ticketsReclassifyCmd `cmd:"" help:"Change the kind or the language of a ticket; nothing is mailed."`
	Reopen     ticketsReopenCmd     `cmd:"" help:"Open a ticket again that is solved or waits for its requester; nothing is undone."`
	Reveal     ticketsRevealCmd     `cmd:"" help:"Print a national number in full; the history says who was shown it."`
}

// byFlag is who acts.
type byFlag struct {
	As string `help:"Who you are, for the history; by default the name of your account here." placeholder:"NAME"`
}

func (b byFlag) name() (string, error) {
	if b.As != "" {
		return b.As, nil
	}
	u, err := user.Current()
	if err != nil {
		return "", fmt.Errorf("%w: who are you? give --as NAME (%w)", errUsage, err)
	}
	return u.Username, nil
}

// oneTicket are the words of the commands that act on one ticket.
type oneTicket struct {
	configFlag
	byFlag
	Ref string `arg:"" help:"The Ref of the ticket, such as SD-2026-000123."`
}

// do acts on the ticket and prints what came of it.
func (c oneTicket) do(ctx context.Context, t terminal, done string, f func(o *office, ref ticket.Ref, by string) error) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	ref := ticket.Ref(strings.ToUpper(c.Ref))
	return withOffice(ctx, c.Config, t, func(o *office) error {
		if err := f(o, ref, by); err != nil {
			return err
		}
		v, err := o.Show(ctx, ref)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.out, "%s %s; the ticket is %s.\n", ref, done, v.Ticket.Status)
		for _, m := range v.Outgoing {
			if m.Status == ticket.Queued {
				fmt.Fprintf(t.out, "  %s to %s: queued\n", m.Occasion, shown(m.Recipient))
			}
		}
		return nil
	})
}

type ticketsListCmd struct {
	configFlag
	All    bool     `help:"Solved and closed tickets too."`
	Status []string `help:"Only these states: open, pending, solved, closed." enum:"open,pending,solved,closed"`
	JSON   bool     `help:"For machines." name:"json"`
}

// Run lists tickets.
func (c ticketsListCmd) Run(ctx context.Context, t terminal) error {
	f := ticket.Filter{Statuses: []ticket.Status{ticket.Open, ticket.Pending}}
	if c.All {
		f.Statuses = nil
	}
	for i, s := range c.Status {
		if i == 0 {
			f.Statuses = nil
		}
		f.Statuses = append(f.Statuses, ticket.Status(s))
	}
	return withOffice(ctx, c.Config, t, func(o *office) error {
		list, err := o.List(ctx, f)
		if err != nil {
			return err
		}
		if c.JSON {
			return printTicketsJSON(t.out, list)
		}
		printTickets(t.out, list, time.Now())
		return nil
	})
}

// ticketJSON is a ticket of `tickets list --json`.
type ticketJSON struct {
	Ref        ticket.Ref       `json:"ref"`
	Kind       ticket.Kind      `json:"kind"`
	Status     ticket.Status    `json:"status"`
	Language   ticket.Language  `json:"language"`
	Requester  *string          `json:"requester"`
	Member     *string          `json:"member"`
	Check      *string          `json:"check"`
	CheckID    *int64           `json:"check_id"`
	Findings   []ticket.Finding `json:"findings"`
	Missing    []ticket.Field   `json:"missing"`
	Trouble    *string          `json:"trouble"`
	ReceivedAt time.Time        `json:"received_at"`
	UpdatedAt  time.Time        `json:"updated_at"`
}

func printTicketsJSON(w io.Writer, list []desk.Summary) error {
	out := make([]ticketJSON, 0, len(list))
	for _, s := range list {
		j := ticketJSON{
			Ref: s.Ticket.Ref, Kind: s.Ticket.Kind, Status: s.Ticket.Status, Language: s.Ticket.Language, Requester: textOrNull(nrn.Redact(s.Ticket.Requester.Addr)),
			Findings: []ticket.Finding{}, Missing: s.Ticket.Missing, Trouble: textOrNull(cmp.Or(s.Ticket.Contested, s.Ticket.Trouble)), ReceivedAt: s.Ticket.CreatedAt, UpdatedAt: s.Ticket.UpdatedAt,
		}
		if j.Missing == nil {
			j.Missing = []ticket.Field{}
		}
		if c := s.Check; c != nil {
			j.Check, j.CheckID, j.Member, j.Findings = textOrNull(string(c.Status)), &c.ID, textOrNull(s.Member), c.Findings
		}
		out = append(out, j)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func textOrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

type ticketsShowCmd struct {
	configFlag
	Ref string `arg:"" help:"The Ref of the ticket, such as SD-2026-000123."`
}

// Run shows a ticket.
func (c ticketsShowCmd) Run(ctx context.Context, t terminal) error {
	return withOffice(ctx, c.Config, t, func(o *office) error {
		v, err := o.Show(ctx, ticket.Ref(strings.ToUpper(c.Ref)))
		if err != nil {
			return err
		}
		printView(t.out, v)
		return nil
	})
}

// decision are the words of approve and reject.
type decision struct {
	oneTicket
	Check  int64  `help:"Only decide this check, the one that 'tickets show' printed; refused when another waits by now." placeholder:"N"`
	Reason string `help:"Why, for the history; needed to approve in spite of an alarm." placeholder:"TEXT"`
}

func (c decision) words(ref ticket.Ref, by string) desk.Decision {
	return desk.Decision{Ref: ref, CheckID: c.Check, By: by, Reason: c.Reason}
}

type ticketsApproveCmd struct{ decision }

// Run approves.
func (c ticketsApproveCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "approved", func(o *office, ref ticket.Ref, by string) error { return o.Approve(ctx, c.words(ref, by)) })
}

type ticketsRejectCmd struct{ decision }

// Run rejects.
func (c ticketsRejectCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "rejected", func(o *office, ref ticket.Ref, by string) error { return o.Reject(ctx, c.words(ref, by)) })
}

type ticketsAskCmd struct {
	oneTicket
	Text string `arg:"" help:"The question, in the language of the requester; greeting and signature are added."`
}

// Run asks.
func (c ticketsAskCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "asked", func(o *office, ref ticket.Ref, by string) error { return o.Ask(ctx, ref, by, c.Text) })
}

type ticketsAnswerCmd struct {
	oneTicket
	Text string `arg:"" help:"The answer, in the language of the requester; greeting and signature are added."`
}

// Run answers.
func (c ticketsAnswerCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "answered", func(o *office, ref ticket.Ref, by string) error { return o.Answer(ctx, ref, by, c.Text) })
}

type ticketsNoteCmd struct {
	oneTicket
	Text string `arg:"" help:"The note."`
}

// Run notes.
func (c ticketsNoteCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "noted", func(o *office, ref ticket.Ref, by string) error { return o.Note(ctx, ref, by, c.Text) })
}

type ticketsCloseCmd struct {
	oneTicket
	Reason string `help:"Why, for the history." required:"" placeholder:"TEXT"`
}

// Run closes.
func (c ticketsCloseCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "closed", func(o *office, ref ticket.Ref, by string) error { return o.Desk.Close(ctx, ref, by, c.Reason) })
}

type ticketsMergeCmd struct {
	oneTicket
	Into string `help:"The Ref of the ticket that the mails belong to." required:"" placeholder:"REF"`
}

// Run merges.
func (c ticketsMergeCmd) Run(ctx context.Context, t terminal) error {
	into := ticket.Ref(strings.ToUpper(c.Into))
	return c.do(ctx, t, "merged into "+string(into), func(o *office, ref ticket.Ref, by string) error { return o.Merge(ctx, ref, into, by) })
}

type ticketsResendCmd struct{ oneTicket }

// Run sends again.
func (c ticketsResendCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "sent again", func(o *office, ref ticket.Ref, by string) error {
		_, err := o.SendAgain(ctx, ref, by)
		return err
	})
}
