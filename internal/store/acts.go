package store

import (
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// CorrectClaim files what a ticket claims from now on, as a person put it right, and returns its id.
func (tx *Tx) CorrectClaim(ticketID int64, c ticket.Claim, by string) (int64, error) {
	return tx.insertClaim(ticketID, c, by)
}

// Corrections lists what people put right in the claims of a ticket above a claim's id, oldest first.
func (tx *Tx) Corrections(ticketID, above int64) ([]ticket.Correction, error) {
	var n int64
	err := tx.db.Model(&claimRow{}).Where("ticket_id = ? AND id > ? AND corrected_by <> ''", ticketID, above).Count(&n).Error
	if err != nil || n == 0 {
		return nil, err
	}
	var rows []claimRow
	if err := tx.db.Where("ticket_id = ?", ticketID).Order("id").Find(&rows).Error; err != nil {
		return nil, err
	}
	claims, err := convertAll(rows, tx.claim)
	if err != nil {
		return nil, err
	}
	var out []ticket.Correction
	var before ticket.Claim
	for i, r := range rows {
		if r.ID > above && r.CorrectedBy != "" {
			out = append(out, ticket.Correction{By: r.CorrectedBy, Before: before, After: claims[i]})
		}
		before = claims[i]
	}
	return out, nil
}

// Reveals counts the national numbers that a person was shown in full since a moment.
func (tx *Tx) Reveals(by string, since time.Time) (n int64, err error) {
	if err := tx.flush(); err != nil {
		return 0, err
	}
	return n, tx.db.Raw("SELECT count(*) FROM events WHERE name = 'revealed' AND actor = ? AND at > ?", by, millis(since)).Scan(&n).Error
}
