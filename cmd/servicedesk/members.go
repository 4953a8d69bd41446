package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/schollz/progressbar/v3"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/ticket"
)

type membersCmd struct {
	Import membersImportCmd `cmd:"" help:"Add members from a CSV file, and update those whose national number is known."`
	Find   membersFindCmd   `cmd:"" help:"Search in names and addresses."`
}

type membersImportCmd struct {
	configFlag
	byFlag
	File   string `arg:"" help:"last_name,first_name,national_number,email,language in UTF-8, with this header. '-' reads standard input."`
	Strict bool   `help:"Import nothing when any line is wrong."`
}

// importBatch is how many members go into one transaction: the worker and the console wait for no longer than it takes.
const importBatch = 500

// Run imports members. A bad line is named and refused, the others are kept.
func (c membersImportCmd) Run(ctx context.Context, t terminal) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	in, size, err := openInput(c.File, t.in)
	if err != nil {
		return err
	}
	defer in.Close()
	bar := progress(t.err, size, "reading members")
	list, refused, err := readMembers(io.TeeReader(in, bar))
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	bar.Finish()
	for _, line := range refused {
		fmt.Fprintf(t.err, "%s: %v: refused\n", c.File, line)
	}
	if c.Strict && len(refused) > 0 {
		return fmt.Errorf("%s: %d lines are wrong; nothing was imported (--strict)", c.File, len(refused))
	}
	return withOffice(ctx, c.Config, t, func(o *office) error { return c.importAll(ctx, t, o, by, list, len(refused)) })
}

func (c membersImportCmd) importAll(ctx context.Context, t terminal, o *office, by string, list []ticket.Member, refused int) error {
	r, err := importMembers(ctx, o, by, list, progress(t.err, int64(len(list)), "importing"))
	fmt.Fprintf(t.out, "%d added, %d changed, %d as they were, %d refused.\n", r.Added, r.Changed, r.Same, refused)
	if err != nil {
		return err
	}
	if refused > 0 {
		return errSaid
	}
	return nil
}

// importMembers imports in transactions of a size that lets others in between.
func importMembers(ctx context.Context, o *office, by string, list []ticket.Member, bar *progressbar.ProgressBar) (sum desk.ImportResult, err error) {
	for batch := range slices.Chunk(list, importBatch) {
		r, err := o.ImportMembers(ctx, by, batch)
		if err != nil {
			return sum, err
		}
		sum.Added, sum.Changed, sum.Same = sum.Added+r.Added, sum.Changed+r.Changed, sum.Same+r.Same
		bar.Add(len(batch))
	}
	return sum, bar.Finish()
}

func readMembers(r io.Reader) (list []ticket.Member, refused []*directory.LineError, err error) {
	for row, err := range directory.ReadMembers(r, time.Now()) {
		var line *directory.LineError
		switch {
		case errors.As(err, &line):
			refused = append(refused, line)
		case err != nil:
			return nil, nil, err
		default:
			list = append(list, row.Member)
		}
	}
	return list, refused, nil
}

// openInput opens a file, or standard input for "-". The size is -1 when it is not known.
func openInput(name string, stdin io.Reader) (io.ReadCloser, int64, error) {
	if name == "-" {
		return io.NopCloser(stdin), -1, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// progress is a bar on a terminal, and nothing elsewhere. It shows itself only when the work takes a while.
func progress(w io.Writer, total int64, what string) *progressbar.ProgressBar {
	return progressbar.NewOptions64(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(what),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetVisibility(isTerminal(w)))
}

type membersFindCmd struct {
	configFlag
	Text  []string `arg:"" help:"Words in the name or the address."`
	Limit int      `help:"At most so many." default:"50"`
	JSON  bool     `help:"For machines." name:"json"`
}

type memberJSON struct {
	ID        int64           `json:"id"`
	LastName  string          `json:"last_name"`
	FirstName string          `json:"first_name"`
	Number    string          `json:"national_number"` // masked
	Address   *string         `json:"email"`
	Language  ticket.Language `json:"language"`
}

// Run prints the members that are found, their numbers masked.
func (c membersFindCmd) Run(ctx context.Context, t terminal) error {
	return withOffice(ctx, c.Config, t, func(o *office) error {
		found, err := o.FindMembers(ctx, strings.Join(c.Text, " "), c.Limit)
		if err != nil {
			return err
		}
		if c.JSON {
			out := make([]memberJSON, len(found))
			for i, m := range found {
				out[i] = memberJSON{m.ID, m.LastName, m.FirstName, m.Number.Masked(), textOrNull(m.Address), m.Language}
			}
			e := json.NewEncoder(t.out)
			e.SetIndent("", "  ")
			return e.Encode(out)
		}
		printMembers(t.out, found)
		return nil
	})
}

func printMembers(w io.Writer, found []ticket.Member) {
	if len(found) == 0 {
		fmt.Fprintln(w, "No member found.")
		return
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "LAST NAME\tFIRST NAME\tNUMBER\tADDRESS\tLANG\tID")
	for _, m := range found {
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\t%s\t%d\n", clean(m.LastName), clean(m.FirstName), m.Number.Masked(), orDash(shown(m.Address)), m.Language, m.ID)
	}
	tab.Flush()
}
