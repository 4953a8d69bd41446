package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
)

// keyed names a template in one word.
type keyed struct {
	configFlag
	Template string `arg:"" help:"OCCASION.LANGUAGE, such as address_known.nl."`
}

// open runs a command on the template.
func (c keyed) open(ctx context.Context, t terminal, f func(o *office, p workshop.Page) error) error {
	k, err := ticket.ParseTemplateKey(c.Template)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	return withOffice(ctx, c.Config, t, func(o *office) error {
		p, err := o.shop.Open(ctx, k)
		if err != nil {
			return err
		}
		return f(o, p)
	})
}

type templatesHistoryCmd struct{ keyed }

// Run lists the versions, the newest first.
func (c templatesHistoryCmd) Run(ctx context.Context, t terminal) error {
	return c.open(ctx, t, func(_ *office, p workshop.Page) error {
		printHistory(t.out, p)
		return nil
	})
}

func printHistory(w io.Writer, p workshop.Page) {
	if d := p.Draft; d != nil {
		fmt.Fprintf(w, "%s writes a draft, saved %s.\n", clean(d.By), d.At.Local().Format("2006-01-02 15:04"))
	}
	if len(p.History) == 0 {
		fmt.Fprintf(w, "%s was never published: the original goes out.\n", p.Key)
		return
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "VERSION\tPUBLISHED\tBY\tREASON")
	for _, v := range p.History {
		by, reason := v.By, v.Reason
		if v.SecondBy != "" {
			by += ", with " + v.SecondBy
		}
		if v.Original {
			reason = "(the original) " + reason
		}
		fmt.Fprintf(tab, "%d\t%s\t%s\t%s\n", v.Number, v.At.Local().Format("2006-01-02 15:04"), clean(by), clean(reason))
	}
	tab.Flush()
	if p.Unfit {
		fmt.Fprintln(w, "The newest version breaks the rules of this program, so the original goes out: 'servicedesk templates check' says why.")
	}
}

type templatesRestoreCmd struct {
	keyed
	byFlag
	Version string `arg:"" help:"The number of the version, as 'templates history' lists it, or the word original."`
	Reason  string `help:"Why, for the history." placeholder:"TEXT"`
}

// Run lets a version go out again.
func (c templatesRestoreCmd) Run(ctx context.Context, t terminal) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	return c.open(ctx, t, func(o *office, p workshop.Page) error {
		v, err := c.restore(ctx, o, p, by)
		if err == nil {
			fmt.Fprintf(t.out, "%s: version %s goes out again, as version %d.\n", v.Key, c.Version, v.Number)
		}
		return err
	})
}

func (c templatesRestoreCmd) restore(ctx context.Context, o *office, p workshop.Page, by string) (workshop.Version, error) {
	if c.Version == "original" {
		return o.shop.BackToOriginal(ctx, by, p.Key, p.Newest(), c.Reason)
	}
	for _, v := range p.History {
		if strconv.Itoa(v.Number) == c.Version {
			return o.shop.Restore(ctx, by, p.Key, v.ID, p.Newest(), c.Reason)
		}
	}
	return workshop.Version{}, fmt.Errorf("%s has no version %q: 'servicedesk templates history %s' lists them", p.Key, c.Version, p.Key)
}
