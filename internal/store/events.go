package store

import (
	"context"
	"crypto/hmac"
	"errors"
	"fmt"
	"strconv"

	"iec-iab.be/servicedesk/internal/ticket"
)

type eventRow struct {
	ID       int64 `gorm:"primaryKey;autoIncrement:false"`
	TicketID *int64
	At       int64
	Actor    string
	Name     string
	Text     string
	Said     string
	KeyID    uint32
	PrevHash []byte
	Hash     []byte
}

func (eventRow) TableName() string { return "events" }

func (r eventRow) parts() []string {
	parts := []string{strconv.FormatInt(r.ID, 10), strconv.FormatInt(orZero(r.TicketID), 10), strconv.FormatInt(r.At, 10), r.Actor, r.Name, r.Text}
	if r.Said != "" { // older lines have none, and their hash neither
		parts = append(parts, r.Said)
	}
	return parts
}

// AddEvent appends a line to the history, chained to the one before it. what holds no secret: that is the caller's promise.
func (tx *Tx) AddEvent(ticketID int64, actor, name string, what ticket.Said) error {
	last, err := tx.lastEvent()
	if err != nil {
		return err
	}
	row := eventRow{
		ID: last.ID + 1, TicketID: idOrNull(ticketID), At: millis(tx.now), Actor: actor, Name: name, Text: what.String(), Said: saidJSON(what),
		KeyID: tx.keys.current, PrevHash: last.Hash,
	}
	if row.Hash, err = tx.keys.chain(row.KeyID, row.PrevHash, row.parts()...); err != nil {
		return err
	}
	tx.pending.events = append(tx.pending.events, row)
	tx.pending.last = &row
	return nil
}

// lastEvent is the end of the chain. Nobody else can add to it before this transaction ends.
func (tx *Tx) lastEvent() (*eventRow, error) {
	if tx.pending.last != nil {
		return tx.pending.last, nil
	}
	last := eventRow{Hash: []byte{}}
	var rows []eventRow
	err := tx.db.Select("id", "hash").Order("id DESC").Limit(1).Find(&rows).Error
	if len(rows) > 0 {
		last = rows[0]
	}
	tx.pending.last = &last
	return &last, err
}

func (r eventRow) event() ticket.Event {
	return ticket.Event{
		ID: r.ID, TicketID: orZero(r.TicketID), At: fromMillis(r.At), Actor: r.Actor, Name: r.Name, Text: r.Text, Said: saidFrom(r.Said), PrevHash: r.PrevHash, Hash: r.Hash,
	}
}

// Events lists the history of a ticket, oldest first.
func (tx *Tx) Events(ticketID int64) ([]ticket.Event, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	var rows []eventRow
	err := tx.db.Where("ticket_id = ?", ticketID).Order("id").Find(&rows).Error
	return convert(rows, eventRow.event), err
}

// EventsOfNone lists up to limit lines of the history that are about no ticket, the newest first; those before the line with the id
// before where that is not 0.
func (tx *Tx) EventsOfNone(before int64, limit int) ([]ticket.Event, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	q := tx.db.Where("ticket_id IS NULL").Order("id DESC").Limit(limit)
	if before != 0 {
		q = q.Where("id < ?", before)
	}
	var rows []eventRow
	err := q.Find(&rows).Error
	return convert(rows, eventRow.event), err
}

// headPlace is the end of the history, sealed: without it, nobody would miss lines that are cut off at the end.
const headPlace = "settings.events_head"

func (tx *Tx) sealHead(last eventRow) error {
	return tx.setSetting("events_head", tx.keys.seal(headPlace, fmt.Appendf(nil, "%d %x", last.ID, last.Hash)))
}

// checkHead compares the end that was found with the one that was sealed.
func (tx *Tx) checkHead(id int64, hash []byte) error {
	sealed, err := tx.setting("events_head")
	if errors.Is(err, ticket.ErrNotFound) && id == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the end of the history is not on record: %w", err)
	}
	head, err := tx.keys.open(headPlace, sealed)
	if err == nil && string(head) != fmt.Sprintf("%d %x", id, hash) {
		err = fmt.Errorf("the history is broken behind event %d: lines were cut off outside servicedesk", id)
	}
	return err
}

// VerifyEvents walks the whole history and names the first line that was changed, removed or put in between. It returns how many
// lines agree.
func (s *Store) VerifyEvents(ctx context.Context) (n int64, err error) {
	err = s.Read(ctx, func(tx *Tx) error {
		prev := []byte{}
		for {
			var rows []eventRow
			if err := tx.db.Where("id > ?", n).Order("id").Limit(1000).Find(&rows).Error; err != nil {
				return err
			}
			if len(rows) == 0 {
				return tx.checkHead(n, prev)
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
