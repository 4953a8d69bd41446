package store

import (
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// AnsweredSince tells of each ticket opened since a moment when it came and when it was answered first. That its mail was received is no
// answer.
func (tx *Tx) AnsweredSince(since time.Time) ([]ticket.Answered, error) {
	var rows []struct {
		Kind       string
		CreatedAt  int64
		MailedAt   int64
		AnsweredAt int64
	}
	err := tx.db.Raw(`SELECT kind, created_at,
		coalesce((SELECT min(nullif(received_at, 0)) FROM mails m WHERE m.ticket_id = t.id), created_at) AS mailed_at,
		coalesce((SELECT created_at FROM deliveries d WHERE d.ticket_id = t.id AND d.occasion <> ? ORDER BY d.id LIMIT 1), 0) AS answered_at
		FROM tickets t WHERE created_at >= ? ORDER BY created_at`, string(ticket.Received), millis(since)).Scan(&rows).Error
	out := make([]ticket.Answered, len(rows))
	for i, r := range rows {
		out[i] = ticket.Answered{
			Kind: ticket.Kind(r.Kind), ReceivedAt: fromMillis(r.CreatedAt), MailedAt: fromMillis(r.MailedAt), AnsweredAt: fromMillis(r.AnsweredAt),
		}
	}
	return out, err
}
