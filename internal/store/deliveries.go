package store

import (
	"time"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/ticket"
)

type deliveryRow struct {
	ID         int64 `gorm:"primaryKey;autoIncrement:false"`
	TicketID   *int64
	CheckID    *int64
	Occasion   string
	Automatic  int
	Language   string
	Sender     string
	Recipient  string
	AnswerKey  string
	MessageID  string
	Raw        []byte
	Status     string
	Attempts   int
	QueuedAt   int64
	DueAt      int64
	LeaseUntil int64
	LastError  string
	CreatedAt  int64 `gorm:"autoCreateTime:false"`
	UpdatedAt  int64 `gorm:"autoUpdateTime:false"`
}

func (deliveryRow) TableName() string { return "deliveries" }

type attemptRow struct {
	ID         int64 `gorm:"primaryKey;autoIncrement:false"`
	DeliveryID int64
	Number     int
	Result     string
	Code       int
	Text       string
	StartedAt  int64
	EndedAt    *int64
}

func (attemptRow) TableName() string { return "attempts" }

func deliveryPlace(messageID string) string { return "deliveries.raw/" + messageID }

// InsertDelivery queues a message, due at once, and assigns its id. Its bytes are sealed and never change (R9).
func (tx *Tx) InsertDelivery(d *ticket.Delivery) error {
	d.Status, d.QueuedAt, d.DueAt, d.CreatedAt, d.UpdatedAt = ticket.Queued, tx.now, tx.now, tx.now, tx.now
	automatic := 0
	if d.Occasion.Automatic() && !d.ByHand {
		automatic = 1
	}
	var err error
	if d.ID, err = tx.nextID("deliveries"); err != nil {
		return err
	}
	row := deliveryRow{
		ID: d.ID, TicketID: idOrNull(d.TicketID), CheckID: idOrNull(d.CheckID), Occasion: string(d.Occasion), Automatic: automatic, Language: string(d.Language),
		Sender: d.Sender, Recipient: d.Recipient, AnswerKey: ticket.AnswerKey(d.Recipient), MessageID: d.MessageID, Raw: tx.keys.seal(deliveryPlace(d.MessageID), d.Raw),
		Status: string(d.Status), QueuedAt: millis(tx.now), DueAt: millis(tx.now), CreatedAt: millis(tx.now), UpdatedAt: millis(tx.now),
	}
	return tx.db.Create(&row).Error
}

func (tx *Tx) delivery(r deliveryRow) (ticket.Delivery, error) {
	d := ticket.Delivery{
		ID: r.ID, TicketID: orZero(r.TicketID), CheckID: orZero(r.CheckID), Occasion: ticket.Occasion(r.Occasion), Language: ticket.Language(r.Language),
		Sender: r.Sender, Recipient: r.Recipient, MessageID: r.MessageID, Status: ticket.DeliveryStatus(r.Status), Attempts: r.Attempts,
		QueuedAt: fromMillis(r.QueuedAt), DueAt: fromMillis(r.DueAt), CreatedAt: fromMillis(r.CreatedAt), UpdatedAt: fromMillis(r.UpdatedAt), LastError: r.LastError,
	}
	var err error
	d.Raw, err = tx.keys.open(deliveryPlace(r.MessageID), r.Raw)
	return d, err
}

// DeliveriesOf lists the outgoing messages of a ticket, oldest first.
func (tx *Tx) DeliveriesOf(ticketID int64) ([]ticket.Delivery, error) {
	return tx.deliveries(tx.db.Where("ticket_id = ?", ticketID).Order("id"))
}

// DueDeliveries lists up to limit queued messages that are due and leased to nobody, oldest first.
func (tx *Tx) DueDeliveries(limit int) ([]ticket.Delivery, error) {
	return tx.deliveries(tx.db.Where("status = 'queued' AND due_at <= ? AND lease_until <= ?", millis(tx.now), millis(tx.now)).Order("due_at, id").Limit(limit))
}

func (tx *Tx) deliveries(q *gorm.DB) ([]ticket.Delivery, error) {
	var rows []deliveryRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	return convertAll(rows, tx.delivery)
}

// DeliveryByID returns a delivery, or ticket.ErrNotFound.
func (tx *Tx) DeliveryByID(id int64) (ticket.Delivery, error) {
	return tx.takeDelivery(tx.db.Where("id = ?", id))
}

// DeliveryByMessageID returns the delivery with a Message-ID, or ticket.ErrNotFound.
func (tx *Tx) DeliveryByMessageID(id string) (ticket.Delivery, error) {
	return tx.takeDelivery(tx.db.Where("message_id = ?", id))
}

func (tx *Tx) takeDelivery(q *gorm.DB) (ticket.Delivery, error) {
	found, err := tx.deliveries(q.Limit(1))
	if err != nil {
		return ticket.Delivery{}, err
	}
	if len(found) == 0 {
		return ticket.Delivery{}, ticket.Refuse("delivery: %w", ticket.ErrNotFound)
	}
	return found[0], nil
}

// StartAttempt leases a queued delivery and files the attempt that begins now. An attempt that an earlier lease left behind is
// marked as unknown and returned: the program stopped between hand-over and record (R9).
func (tx *Tx) StartAttempt(d *ticket.Delivery, lease time.Duration) (left bool, err error) {
	done := tx.db.Model(&attemptRow{}).Where("delivery_id = ? AND result = ?", d.ID, string(ticket.AttemptStarted)).
		Updates(map[string]any{"result": string(ticket.AttemptUnknown), "text": "the program stopped before it knew", "ended_at": millis(tx.now)})
	if done.Error != nil {
		return false, done.Error
	}
	d.Attempts++
	upd := tx.db.Model(&deliveryRow{}).Where("id = ? AND status = 'queued' AND attempts = ?", d.ID, d.Attempts-1).
		Updates(map[string]any{"attempts": d.Attempts, "lease_until": millis(tx.now.Add(lease)), "updated_at": millis(tx.now)})
	err = one(upd, func() error {
		return &ticket.Conflict{What: ticket.Say("delivery"), Now: ticket.Say("taken by another sender"), At: tx.now}
	})
	if err != nil {
		return false, err
	}
	id, err := tx.nextID("attempts")
	if err != nil {
		return false, err
	}
	return done.RowsAffected > 0, tx.db.Create(&attemptRow{
		ID: id, DeliveryID: d.ID, Number: d.Attempts, Result: string(ticket.AttemptStarted), StartedAt: millis(tx.now),
	}).Error
}

// EndAttempt files what attempt a came to.
func (tx *Tx) EndAttempt(a ticket.Attempt) error {
	done := tx.db.Model(&attemptRow{}).Where("delivery_id = ? AND number = ?", a.DeliveryID, a.Number).
		Updates(map[string]any{"result": string(a.Result), "code": a.Code, "text": a.Text, "ended_at": millis(tx.now)})
	return one(done, func() error {
		return ticket.Refuse("attempt %d of delivery %d: %w", a.Number, a.DeliveryID, ticket.ErrNotFound)
	})
}

// UpdateDelivery moves a delivery from the status was to d.Status, ends its lease, and stores when it is due and what went wrong.
func (tx *Tx) UpdateDelivery(d *ticket.Delivery, was ticket.DeliveryStatus) error {
	if d.Status != was && !was.CanBecome(d.Status) {
		return ticket.Refuse("delivery from %s to %s: %w", was, d.Status, ticket.ErrNotAllowed)
	}
	d.UpdatedAt = tx.now
	done := tx.db.Model(&deliveryRow{}).Where("id = ? AND status = ?", d.ID, string(was)).Updates(map[string]any{
		"status": string(d.Status), "queued_at": millis(d.QueuedAt), "due_at": millis(d.DueAt), "lease_until": 0, "last_error": d.LastError, "updated_at": millis(tx.now),
	})
	return one(done, func() error {
		return &ticket.Conflict{What: ticket.Say("delivery"), Now: ticket.Say("in another state"), At: tx.now}
	})
}

// AttemptsOf lists the attempts of a delivery, first to last.
func (tx *Tx) AttemptsOf(deliveryID int64) ([]ticket.Attempt, error) {
	var rows []attemptRow
	err := tx.db.Where("delivery_id = ?", deliveryID).Order("number").Find(&rows).Error
	return convert(rows, func(r attemptRow) ticket.Attempt {
		return ticket.Attempt{
			ID: r.ID, DeliveryID: r.DeliveryID, Number: r.Number, Result: ticket.AttemptResult(r.Result), Code: r.Code, Text: r.Text,
			StartedAt: fromMillis(r.StartedAt), EndedAt: fromMillis(orZero(r.EndedAt)),
		}
	}), err
}

// CountAutomatic counts the automatic messages queued for an address, in all its variants, since a moment; for the empty address, those
// for everybody (R6).
func (tx *Tx) CountAutomatic(address string, since time.Time) (n int64, err error) {
	q := tx.db.Model(&deliveryRow{}).Where("automatic = 1 AND created_at > ?", millis(since))
	if address != "" {
		q = q.Where("answer_key = ?", ticket.AnswerKey(address))
	}
	return n, q.Count(&n).Error
}

// CountDeliveries counts the outgoing messages by status.
func (tx *Tx) CountDeliveries() (map[ticket.DeliveryStatus]int64, error) {
	var rows []struct {
		Status string
		N      int64
	}
	err := tx.db.Raw("SELECT status, count(*) AS n FROM deliveries GROUP BY status").Scan(&rows).Error
	counts := map[ticket.DeliveryStatus]int64{}
	for _, r := range rows {
		counts[ticket.DeliveryStatus(r.Status)] = r.N
	}
	return counts, err
}

// ReleaseLeases gives back what an earlier worker had claimed when it stopped. Only who holds the lock of the database may call it.
func (tx *Tx) ReleaseLeases() error {
	return tx.db.Model(&deliveryRow{}).Where("status = 'queued' AND lease_until > 0").Update("lease_until", 0).Error
}
