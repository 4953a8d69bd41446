package store

import (
	"fmt"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

type ticketRow struct {
	ID               int64 `gorm:"primaryKey;autoIncrement:false"`
	Ref              string
	Kind             string
	Status           string
	Language         string
	RequesterName    string
	RequesterAddress string
	Subject          string
	Missing          string
	Questions        int
	Trouble          string
	Contested        string
	Version          int64
	TroubleSaid      string
	ContestedSaid    string
	CreatedAt        int64 `gorm:"autoCreateTime:false"`
	UpdatedAt        int64 `gorm:"autoUpdateTime:false"`
}

func (ticketRow) TableName() string { return "tickets" }

func ticketRowOf(t *ticket.Ticket) ticketRow {
	return ticketRow{
		ID: t.ID, Ref: string(t.Ref), Kind: string(t.Kind), Status: string(t.Status), Language: string(t.Language),
		RequesterName: t.Requester.Name, RequesterAddress: t.Requester.Addr, Subject: t.Subject, Missing: join(t.Missing),
		Questions: t.Questions, Trouble: t.Trouble, Contested: t.Contested, TroubleSaid: saidBeside(t.Trouble, t.TroubleSaid), ContestedSaid: saidBeside(t.Contested, t.ContestedSaid),
		Version: t.Version, CreatedAt: millis(t.CreatedAt), UpdatedAt: millis(t.UpdatedAt),
	}
}

func (r ticketRow) ticket() ticket.Ticket {
	return ticket.Ticket{
		ID: r.ID, Ref: ticket.Ref(r.Ref), Kind: ticket.Kind(r.Kind), Status: ticket.Status(r.Status), Language: ticket.Language(r.Language),
		Requester: ticket.Address{Name: r.RequesterName, Addr: r.RequesterAddress}, Subject: r.Subject, Missing: split[ticket.Field](r.Missing),
		Questions: r.Questions, Trouble: r.Trouble, Contested: r.Contested, TroubleSaid: saidFrom(r.TroubleSaid), ContestedSaid: saidFrom(r.ContestedSaid),
		Version: r.Version, CreatedAt: fromMillis(r.CreatedAt), UpdatedAt: fromMillis(r.UpdatedAt),
	}
}

// InsertTicket opens a ticket and assigns its id, its Ref and its times.
func (tx *Tx) InsertTicket(t *ticket.Ticket) error {
	n, err := tx.nextRef(tx.now.Year())
	if err != nil {
		return fmt.Errorf("next Ref: %w", err)
	}
	t.Ref, t.CreatedAt, t.UpdatedAt, t.Version = ticket.MakeRef(tx.now.Year(), n), tx.now, tx.now, 1
	if t.ID, err = tx.nextID("tickets"); err != nil {
		return err
	}
	row := ticketRowOf(t)
	return tx.db.Create(&row).Error
}

// UpdateTicket writes t, provided that its status and its version in the database are still was and that of t, and counts the version up.
func (tx *Tx) UpdateTicket(t *ticket.Ticket, was ticket.Status) error {
	if t.Status != was && !was.CanBecome(t.Status) {
		return ticket.Refuse("%s from %s to %s: %w", t.Ref, was, t.Status, ticket.ErrNotAllowed)
	}
	t.UpdatedAt = tx.now
	row := ticketRowOf(t)
	row.Version++
	done := tx.db.Model(&ticketRow{}).Where("id = ? AND status = ? AND version = ?", t.ID, string(was), t.Version).
		Select("kind", "status", "language", "requester_name", "requester_address", "subject", "missing", "questions", "trouble", "contested",
			"trouble_said", "contested_said", "version", "updated_at").Updates(&row)
	if err := one(done, func() error { return tx.ticketConflict(t.Ref) }); err != nil {
		return err
	}
	t.Version = row.Version
	return nil
}

func (tx *Tx) ticketConflict(ref ticket.Ref) error {
	now, err := tx.Ticket(ref)
	if err != nil {
		return err
	}
	if err := tx.flush(); err != nil {
		return err
	}
	c := &ticket.Conflict{What: ticket.Say("%s", ref), Now: ticket.Say("%s", now.Status), At: now.UpdatedAt}
	var last eventRow
	if err := tx.db.Where("ticket_id = ?", now.ID).Order("id DESC").Take(&last).Error; err == nil {
		c.By, c.At = last.Actor, fromMillis(last.At)
	}
	return c
}

// Ticket returns the ticket of a Ref, or ticket.ErrNotFound.
func (tx *Tx) Ticket(ref ticket.Ref) (ticket.Ticket, error) {
	return tx.takeTicket(tx.db.Where("ref = ?", string(ref)), string(ref))
}

// TicketByID returns a ticket, or ticket.ErrNotFound.
func (tx *Tx) TicketByID(id int64) (ticket.Ticket, error) {
	return tx.takeTicket(tx.db.Where("id = ?", id), fmt.Sprintf("with id %d", id))
}

func (tx *Tx) takeTicket(q *gorm.DB, name string) (ticket.Ticket, error) {
	var rows []ticketRow
	if err := q.Limit(1).Find(&rows).Error; err != nil {
		return ticket.Ticket{}, err
	}
	if len(rows) == 0 {
		return ticket.Ticket{}, ticket.Refuse("there is no ticket %s: %w", name, ticket.ErrNotFound)
	}
	return rows[0].ticket(), nil
}

// TicketByReference finds the ticket of the newest of the Message-IDs that is one of ours or of a mail that was filed; 0 for none.
func (tx *Tx) TicketByReference(messageIDs []string) (int64, error) {
	for i := len(messageIDs) - 1; i >= 0; i-- {
		var id int64
		err := tx.db.Raw(`SELECT ticket_id FROM deliveries WHERE message_id = ? AND ticket_id IS NOT NULL
			UNION ALL SELECT ticket_id FROM mails WHERE message_id_index IN ? AND ticket_id IS NOT NULL LIMIT 1`,
			messageIDs[i], tx.keys.indexes("message-id", messageIDs[i])).Scan(&id).Error
		if err != nil || id != 0 {
			return id, err
		}
	}
	return 0, nil
}

// UnsolvedTicketsOf lists the Refs of open and pending tickets other than except that ever claimed this number.
func (tx *Tx) UnsolvedTicketsOf(number nrn.Number, except int64) ([]ticket.Ref, error) {
	var refs []ticket.Ref
	err := tx.db.Raw(`SELECT DISTINCT t.ref FROM claims c JOIN tickets t ON t.id = c.ticket_id
		WHERE c.number_index IN ? AND t.id <> ? AND t.status IN ('open', 'pending') ORDER BY t.id LIMIT 5`,
		tx.keys.indexes("number", number.Reveal()), except).Scan(&refs).Error
	return refs, err
}

// UnsolvedTicketsFrom lists the Refs of open and pending tickets other than except of a requester's address, the newest first.
func (tx *Tx) UnsolvedTicketsFrom(address string, except int64) ([]ticket.Ref, error) {
	if address == "" {
		return nil, nil
	}
	var refs []ticket.Ref
	err := tx.db.Raw(`SELECT ref FROM tickets WHERE requester_address = ? AND id <> ? AND status IN ('open', 'pending') ORDER BY id DESC LIMIT 5`,
		address, except).Scan(&refs).Error
	return refs, err
}

// Tickets lists tickets, oldest first.
func (tx *Tx) Tickets(f ticket.Filter) ([]ticket.Ticket, error) {
	q := tx.db.Order("id")
	if len(f.Statuses) > 0 {
		q = q.Where("status IN ?", f.Statuses)
	}
	var rows []ticketRow
	err := q.Find(&rows).Error
	return convert(rows, ticketRow.ticket), err
}
