package store

import (
	"fmt"

	"iec-iab.be/servicedesk/internal/ticket"
)

type mailRow struct {
	ID             int64 `gorm:"primaryKey"`
	TicketID       *int64
	SHA256         []byte `gorm:"column:sha256"`
	Size           int64
	Kept           int64
	Outcome        string
	Reason         string
	MessageIDIndex []byte `gorm:"column:message_id_index"`
	FromAddress    string
	ReceivedAt     int64
	FiledAt        int64
	Raw            []byte
}

func (mailRow) TableName() string { return "mails" }

type locationRow struct {
	Mailbox     string `gorm:"primaryKey"`
	UIDValidity uint32 `gorm:"primaryKey;column:uidvalidity"`
	UID         uint32 `gorm:"primaryKey;column:uid"`
	MailID      int64
	FoundAgain  int
	MovedAt     *int64
}

func (locationRow) TableName() string { return "mail_locations" }

type cursorRow struct {
	Mailbox     string `gorm:"primaryKey"`
	UIDValidity uint32 `gorm:"primaryKey;column:uidvalidity"`
	LastUID     uint32 `gorm:"column:last_uid"`
	Fetched     int64
	UpdatedAt   int64
}

func (cursorRow) TableName() string { return "cursors" }

func rawPlace(sum []byte) string { return fmt.Sprintf("mails.raw/%x", sum) }

// Cursor returns the highest UID of a mailbox that is committed under a UIDVALIDITY, 0 for none.
func (tx *Tx) Cursor(mailbox string, uidValidity uint32) (uint32, error) {
	var rows []cursorRow
	err := tx.db.Where("mailbox = ? AND uidvalidity = ?", mailbox, uidValidity).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return rows[0].LastUID, nil
}

// PassCursor moves the cursor up to uid and counts the mails that were fetched on the way there.
func (tx *Tx) PassCursor(mailbox string, uidValidity, uid uint32, fetched int) error {
	return tx.db.Exec(`INSERT INTO cursors (mailbox, uidvalidity, last_uid, fetched, updated_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (mailbox, uidvalidity) DO UPDATE SET last_uid = max(last_uid, excluded.last_uid),
		fetched = fetched + excluded.fetched, updated_at = excluded.updated_at`, mailbox, uidValidity, uid, fetched, millis(tx.now)).Error
}

// Located reports whether the mail at key is filed.
func (tx *Tx) Located(key ticket.MailKey) (bool, error) {
	var n int64
	err := tx.db.Model(&locationRow{}).Where("mailbox = ? AND uidvalidity = ? AND uid = ?", key.Mailbox, key.UIDValidity, key.UID).Count(&n).Error
	return n > 0, err
}

// MailBySum finds a filed mail with the same bytes, and reports whether it lies elsewhere under the UIDVALIDITY of key too: then key is a second
// copy in the same mailbox; else the mailbox was renumbered and this is the same mail. The id is 0 when there is none.
func (tx *Tx) MailBySum(sum [32]byte, size int64, key ticket.MailKey) (id int64, copied bool, err error) {
	var row struct {
		ID     int64
		Copied bool
	}
	err = tx.db.Raw(`SELECT m.id, EXISTS (SELECT 1 FROM mail_locations l WHERE l.mail_id = m.id AND l.mailbox = ? AND l.uidvalidity = ?) AS copied
		FROM mails m WHERE m.sha256 = ? AND m.size = ? AND m.raw IS NOT NULL ORDER BY m.id LIMIT 1`,
		key.Mailbox, key.UIDValidity, sum[:], size).Scan(&row).Error
	return row.ID, row.Copied, err
}

// InsertMail files a mail with its place, and assigns its id. raw is nil for a second copy of bytes that are kept already.
func (tx *Tx) InsertMail(m *ticket.Mail, key ticket.MailKey, raw []byte) error {
	row := mailRow{
		SHA256: m.SHA256[:], Size: m.Size, Kept: m.Kept, Outcome: string(m.Outcome), Reason: m.Reason,
		FromAddress: m.From, ReceivedAt: millis(m.ReceivedAt), FiledAt: millis(tx.now), TicketID: idOrNull(m.TicketID),
	}
	if m.MessageID != "" {
		row.MessageIDIndex = tx.keys.index("message-id", m.MessageID)
	}
	if raw != nil {
		row.Raw = tx.keys.seal(rawPlace(m.SHA256[:]), raw)
	}
	if err := tx.db.Create(&row).Error; err != nil {
		return err
	}
	m.ID = row.ID
	return tx.insertLocation(key, m.ID, 0)
}

// FoundAgain files another place of a mail that is known already.
func (tx *Tx) FoundAgain(key ticket.MailKey, mailID int64) error {
	return tx.insertLocation(key, mailID, 1)
}

func (tx *Tx) insertLocation(key ticket.MailKey, mailID int64, again int) error {
	return tx.db.Create(&locationRow{Mailbox: key.Mailbox, UIDValidity: key.UIDValidity, UID: key.UID, MailID: mailID, FoundAgain: again}).Error
}

// Mail returns a filed mail and its raw bytes.
func (tx *Tx) Mail(id int64) (ticket.Mail, []byte, error) {
	var row mailRow
	if err := tx.db.Take(&row, "id = ?", id).Error; err != nil {
		return ticket.Mail{}, nil, plain(err)
	}
	m := row.mail()
	if row.Raw == nil {
		return m, nil, nil
	}
	raw, err := tx.keys.open(rawPlace(row.SHA256), row.Raw)
	return m, raw, err
}

// MailsOf lists the mails of a ticket, oldest first, without their bytes.
func (tx *Tx) MailsOf(ticketID int64) ([]ticket.Mail, error) {
	var rows []mailRow
	err := tx.db.Omit("raw").Where("ticket_id = ?", ticketID).Order("id").Find(&rows).Error
	return convert(rows, mailRow.mail), err
}

// UnreadableMails lists the mails that an earlier reading could make nothing of.
func (tx *Tx) UnreadableMails() ([]ticket.Mail, error) {
	var rows []mailRow
	err := tx.db.Omit("raw").Where("outcome = ?", string(ticket.WasUnreadable)).Order("id").Find(&rows).Error
	return convert(rows, mailRow.mail), err
}

func (r mailRow) mail() ticket.Mail {
	m := ticket.Mail{
		ID: r.ID, TicketID: orZero(r.TicketID), Size: r.Size, Kept: r.Kept, Outcome: ticket.Outcome(r.Outcome), Reason: r.Reason,
		From: r.FromAddress, ReceivedAt: fromMillis(r.ReceivedAt),
	}
	copy(m.SHA256[:], r.SHA256)
	return m
}

// ToFile lists the mails under a UIDVALIDITY that became or joined a ticket and still lie in the watched folder.
func (tx *Tx) ToFile(mailbox string, uidValidity uint32) ([]uint32, error) {
	var uids []uint32
	err := tx.db.Raw(`SELECT l.uid FROM mail_locations l JOIN mails m ON m.id = l.mail_id JOIN tickets t ON t.id = m.ticket_id
		WHERE l.mailbox = ? AND l.uidvalidity = ? AND l.moved_at IS NULL AND m.outcome IN ('ticket', 'follow_up') AND t.kind <> 'other' ORDER BY l.uid`,
		mailbox, uidValidity).Scan(&uids).Error
	return uids, err
}

// Filed records that mails were moved into the handled folder.
func (tx *Tx) Filed(mailbox string, uidValidity uint32, uids []uint32) error {
	return tx.db.Model(&locationRow{}).Where("mailbox = ? AND uidvalidity = ? AND uid IN ?", mailbox, uidValidity, uids).
		Update("moved_at", millis(tx.now)).Error
}

// Ledger counts the mails fetched and their outcomes, each from its own source.
func (tx *Tx) Ledger() (ticket.Ledger, error) {
	l := ticket.Ledger{Outcomes: map[ticket.Outcome]int64{}}
	if err := tx.db.Raw("SELECT coalesce(sum(fetched), 0) FROM cursors").Scan(&l.Fetched).Error; err != nil {
		return l, err
	}
	if err := tx.db.Raw("SELECT count(*) FROM mail_locations WHERE found_again = 1").Scan(&l.FoundAgain).Error; err != nil {
		return l, err
	}
	var rows []struct {
		Outcome string
		N       int64
	}
	err := tx.db.Raw("SELECT outcome, count(*) AS n FROM mails GROUP BY outcome").Scan(&rows).Error
	for _, r := range rows {
		l.Outcomes[ticket.Outcome(r.Outcome)] = r.N
	}
	return l, err
}

// ReadAgain gives an unreadable mail the outcome of a later, better reading (compare-and-swap on its being unreadable still).
func (tx *Tx) ReadAgain(mailID int64, outcome ticket.Outcome, reason, from string) error {
	done := tx.db.Model(&mailRow{}).Where("id = ? AND outcome = ?", mailID, string(ticket.WasUnreadable)).
		Updates(map[string]any{"outcome": string(outcome), "reason": reason, "from_address": from})
	return one(done, func() error {
		return fmt.Errorf("mail %d is not unreadable any more: %w", mailID, ticket.ErrNotAllowed)
	})
}
