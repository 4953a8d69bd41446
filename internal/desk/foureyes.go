package desk

import (
	"context"
	"slices"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
)

// FourEyes reports whether what a person changed by hand in a claim needs a colleague's approval.
func (d *Desk) FourEyes(ctx context.Context) (on bool, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		on, err = tx.Rule(ticket.FourEyes)
		return err
	})
	return on, err
}

// DemandFourEyes makes what a person changed by hand in a claim need a colleague's approval, or no longer.
func (d *Desk) DemandFourEyes(ctx context.Context, by string, on bool) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	what := ticket.Say("may be approved by the same person")
	if on {
		what = ticket.Say("needs a colleague's approval from now on")
	}
	return d.Write(ctx, func(tx Tx) error {
		if err := tx.SetRule(ticket.FourEyes, on); err != nil {
			return err
		}
		return event(tx, 0, by, ticket.EventFourEyes, "A number, a new address or a member that was set by hand %s.", what)
	})
}

// handsOn are the people who may not approve a check, because they set by hand what it is about. Nobody, where the rule is not on.
func handsOn(tx Tx, c *ticket.Check) (names []string, err error) {
	if on, err := tx.Rule(ticket.FourEyes); !on || err != nil {
		return nil, err
	}
	if c.ChosenBy != "" {
		names = append(names, c.ChosenBy)
	}
	decided, err := tx.LastDecision(c.TicketID)
	if ignoreMissing(err) != nil {
		return nil, err
	}
	list, err := tx.Corrections(c.TicketID, decided.ClaimID)
	for _, made := range list {
		if weightOfCorrection(made) == ticket.Alarm && !slices.Contains(names, made.By) {
			names = append(names, made.By)
		}
	}
	return names, err
}

// anotherPair refuses an approval by somebody who set by hand what is approved.
func anotherPair(tx Tx, t *ticket.Ticket, c *ticket.Check, by string) error {
	names, err := handsOn(tx, c)
	if err == nil && among(names, by) {
		err = ticket.Refuse("%s: you set by hand what this check is about: %w; a colleague approves it", t.Ref, ticket.ErrNotAllowed)
	}
	return err
}

// MayNotApprove reports whether it is somebody's own hand that the rule of four eyes is about.
func (v *View) MayNotApprove(by string) bool { return among(v.HandsOn, by) }

func among(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}
