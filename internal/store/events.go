package store

import (
	"context"
	"crypto/hmac"
	"fmt"
	"strconv"

	"iec-iab.be/servicedesk/internal/ticket"
)

type eventRow struct {
	ID       int64 `gorm:"primaryKey"`
	TicketID *int64
	At       int64
	Actor    string
	Name     string
	Text     string
	KeyID    uint32
	PrevHash []byte
	Hash     []byte
}

func (eventRow) TableName() string { return "events" }

func (r eventRow) parts() []string {
	return []string{strconv.FormatInt(r.ID, 10), strconv.FormatInt(orZero(r.TicketID), 10), strconv.FormatInt(r.At, 10), r.Actor, r.Name, r.Text}
}

// AddEvent appends a line to the history, chained to the one before it. text holds no secret: that is the caller's promise.
func (tx *Tx) AddEvent(ticketID int64, actor, name, text string) error {
	var last []eventRow
	if err := tx.db.Select("id", "hash").Order("id DESC").Limit(1).Find(&last).Error; err != nil {
		return err
	}
	row := eventRow{ID: 1, TicketID: idOrNull(ticketID), At: millis(tx.now), Actor: actor, Name: name, Text: text, KeyID: tx.keys.current, PrevHash: []byte{}}
	if len(last) > 0 {
		row.ID, row.PrevHash = last[0].ID+1, last[0].Hash
	}
	var err error
	if row.Hash, err = tx.keys.chain(row.KeyID, row.PrevHash, row.parts()...); err != nil {
		return err
	}
	return tx.db.Create(&row).Error
}

func (r eventRow) event() ticket.Event {
	return ticket.Event{
		ID: r.ID, TicketID: orZero(r.TicketID), At: fromMillis(r.At), Actor: r.Actor, Name: r.Name, Text: r.Text, PrevHash: r.PrevHash, Hash: r.Hash,
	}
}

// Events lists the history of a ticket, oldest first.
func (tx *Tx) Events(ticketID int64) ([]ticket.Event, error) {
	var rows []eventRow
	err := tx.db.Where("ticket_id = ?", ticketID).Order("id").Find(&rows).Error
	return convert(rows, eventRow.event), err
}

// VerifyEvents walks the whole history and names the first line that was changed, removed or put in between. It returns how many
// lines agree.
func (s *Store) VerifyEvents(ctx context.Context) (n int64, err error) {
	err = s.Read(ctx, func(tx *Tx) error {
		prev := []byte{}
		for {
			var rows []eventRow
			if err := tx.db.Where("id > ?", n).Order("id").Limit(1000).Find(&rows).Error; err != nil || len(rows) == 0 {
				return err
			}
			for _, r := range rows {
				want, err := tx.keys.chain(r.KeyID, prev, r.parts()...)
				if err != nil {
					return err
				}
				if r.ID != n+1 || !hmac.Equal(r.PrevHash, prev) || !hmac.Equal(r.Hash, want) {
					return fmt.Errorf("the history is broken at event %d: a line was changed or removed outside servicedesk", n+1)
				}
				prev, n = r.Hash, r.ID
			}
		}
	})
	return n, err
}
