package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

type ticketsCorrectCmd struct {
	oneTicket
	Check      int64   `help:"Only correct beside this check, the one that 'tickets show' printed; refused when another waits by now." placeholder:"N"`
	LastName   *string `help:"The last name; empty takes it out." placeholder:"NAME"`
	FirstName  *string `help:"The first name; empty takes it out." placeholder:"NAME"`
	NewAddress *string `help:"The new address, where a change is asked; empty takes it out." placeholder:"ADDRESS"`
	Number     bool    `help:"Read the national number from standard input: on the command line, others could see it."`
}

// Run corrects; what is not named stays as it is.
func (c ticketsCorrectCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "corrected", func(o *office, ref ticket.Ref, by string) error {
		v, err := o.Show(ctx, ref)
		if err != nil {
			return err
		}
		k := desk.Correction{
			Ref: ref, CheckID: c.Check, By: by,
			LastName: or(c.LastName, v.Claim.LastName), FirstName: or(c.FirstName, v.Claim.FirstName), NewAddress: or(c.NewAddress, v.Claim.NewAddress),
		}
		if c.Number {
			if k.Number, err = readLine(t.in); err != nil {
				return err
			}
		}
		return o.At(v.Ticket.Version).Correct(ctx, k)
	})
}

func or(p *string, other string) string {
	if p == nil {
		return other
	}
	return *p
}

// readLine reads the first line of what is typed or piped in.
func readLine(r io.Reader) (string, error) {
	const enough = 1 << 10
	line, err := bufio.NewReader(io.LimitReader(r, enough)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	if line = strings.TrimSpace(line); line == "" {
		return "", fmt.Errorf("%w: there is no national number on standard input", errUsage)
	}
	return line, nil
}

type ticketsChooseCmd struct {
	oneTicket
	Check  int64  `help:"Only beside this check, the one that 'tickets show' printed; refused when another waits by now." placeholder:"N"`
	Member int64  `help:"The member, as 'members find' numbers them; 0: back to the one of the claimed number." required:"" placeholder:"N"`
	Reason string `help:"Why, for the history." required:"" placeholder:"TEXT"`
}

// Run chooses.
func (c ticketsChooseCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "checked anew", func(o *office, ref ticket.Ref, by string) error {
		return o.ChooseMember(ctx, desk.Choice{Ref: ref, CheckID: c.Check, MemberID: c.Member, By: by, Reason: c.Reason})
	})
}

type ticketsReclassifyCmd struct {
	oneTicket
	Kind     string `help:"address_forgotten, address_changed, password_forgotten or other." placeholder:"KIND"`
	Language string `help:"nl, fr, en or de." placeholder:"LANG"`
}

// Run changes kind and language.
func (c ticketsReclassifyCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "reclassified", func(o *office, ref ticket.Ref, by string) error {
		return o.Reclassify(ctx, desk.Reclassification{Ref: ref, By: by, Kind: ticket.Kind(c.Kind), Language: ticket.Language(c.Language)})
	})
}

type ticketsReopenCmd struct {
	oneTicket
	Reason string `help:"Why, for the history." required:"" placeholder:"TEXT"`
}

// Run opens a ticket again.
func (c ticketsReopenCmd) Run(ctx context.Context, t terminal) error {
	return c.do(ctx, t, "opened again", func(o *office, ref ticket.Ref, by string) error { return o.Reopen(ctx, ref, by, c.Reason) })
}

type ticketsRevealCmd struct {
	oneTicket
	Of string `help:"Whose number: that of the claim, or that of the member beside it." enum:"claim,member" default:"claim"`
}

// Run prints a number in full, and leaves an event.
func (c ticketsRevealCmd) Run(ctx context.Context, t terminal) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	ref := ticket.Ref(strings.ToUpper(c.Ref))
	return withOffice(ctx, c.Config, t, func(o *office) error {
		n, err := o.Reveal(ctx, ref, by, desk.Secret(c.Of))
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(t.out, n.Reveal())
		return err
	})
}
