package store

import (
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// AnsweredSince tells of each ticket opened since a moment when it came and when it was answered first. That its mail was received is no
// answer.
func (tx *Tx) AnsweredSince(since time.Time) ([]ticket.Answered, error) {
	rows, err := tx.db.Raw(`SELECT kind, created_at, coalesce(answered_at, 0),
		coalesce((SELECT min(received_at) FROM mails m WHERE m.ticket_id = t.id AND m.received_at > 0), created_at)
		FROM tickets t WHERE created_at >= ? ORDER BY created_at`, millis(since)).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []ticket.Answered
	for rows.Next() {
		var kind string
		var received, answered, mailed int64
		if err := rows.Scan(&kind, &received, &answered, &mailed); err != nil {
			return nil, err
		}
		out = append(out, ticket.Answered{
			Kind: ticket.Kind(kind), ReceivedAt: fromMillis(received), MailedAt: fromMillis(mailed), AnsweredAt: fromMillis(answered),
		})
	}
	return out, rows.Err()
}
