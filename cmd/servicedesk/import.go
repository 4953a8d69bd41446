package main

import (
	"context"
	"slices"

	"github.com/schollz/progressbar/v3"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

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
