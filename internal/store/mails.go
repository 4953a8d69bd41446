package store

import (
	"encoding/hex"
	"encoding/json"
	"fmt"

	"iec-iab.be/servicedesk/internal/ticket"
)

type mailRow struct {
	ID             int64 `gorm:"primaryKey;autoIncrement:false"`
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

// FindMails tells what is known of mails in a mailbox, in their order.
func (tx *Tx) FindMails(mailbox string, uidValidity uint32, traces []ticket.Trace) ([]ticket.Found, error) {
	if err := tx.flush(); err != nil || len(traces) == 0 {
		return nil, err
	}
	filed, err := tx.filedUIDs(mailbox, uidValidity, traces)
	if err != nil {
		return nil, err
	}
	known, err := tx.mailsBySum(mailbox, uidValidity, traces)
	if err != nil {
		return nil, err
	}
	found := make([]ticket.Found, len(traces))
	for i, t := range traces {
		found[i] = known[ticket.Trace{SHA256: t.SHA256, Size: t.Size}]
		found[i].Filed = filed[t.UID]
	}
	return found, nil
}

func (tx *Tx) filedUIDs(mailbox string, uidValidity uint32, traces []ticket.Trace) (map[uint32]bool, error) {
	low, high := traces[0].UID, traces[0].UID
	for _, t := range traces {
		low, high = min(low, t.UID), max(high, t.UID)
	}
	var uids []uint32
	err := tx.db.Raw("SELECT uid FROM mail_locations WHERE mailbox = ? AND uidvalidity = ? AND uid BETWEEN ? AND ?", mailbox, uidValidity, low, high).Scan(&uids).Error
	filed := make(map[uint32]bool, len(uids))
	for _, uid := range uids {
		filed[uid] = true
	}
	return filed, err
}

// mailsBySum finds the mails with these bytes. The sums travel as one parameter, so that it is one statement whatever their number.
func (tx *Tx) mailsBySum(mailbox string, uidValidity uint32, traces []ticket.Trace) (map[ticket.Trace]ticket.Found, error) {
	sums := make([]string, len(traces))
	for i, t := range traces {
		sums[i] = hex.EncodeToString(t.SHA256[:])
	}
	list, err := json.Marshal(sums)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		ID     int64
		SHA256 []byte `gorm:"column:sha256"`
		Size   int64
		Copied bool
	}
	err = tx.db.Raw(`SELECT m.id, m.sha256, m.size, EXISTS (SELECT 1 FROM mail_locations l WHERE l.mail_id = m.id AND l.mailbox = ? AND l.uidvalidity = ?) AS copied
		FROM mails m WHERE m.sha256 IN (SELECT unhex(value) FROM json_each(?)) AND m.raw IS NOT NULL ORDER BY m.id DESC`,
		mailbox, uidValidity, string(list)).Scan(&rows).Error
	known := make(map[ticket.Trace]ticket.Found, len(rows))
	for _, r := range rows { // the oldest comes last, and stays
		known[ticket.Trace{SHA256: [32]byte(r.SHA256), Size: r.Size}] = ticket.Found{MailID: r.ID, Copied: r.Copied}
	}
	return known, err
}

// InsertMail files a mail with its place, and assigns its id. raw is nil for a second copy of bytes that are kept already.
func (tx *Tx) InsertMail(m *ticket.Mail, key ticket.MailKey, raw []byte) error {
	id, err := tx.nextID("mails")
	if err != nil {
		return err
	}
	row := mailRow{
		ID: id, SHA256: m.SHA256[:], Size: m.Size, Kept: m.Kept, Outcome: string(m.Outcome), Reason: m.Reason,
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
	tx.pending.locations = append(tx.pending.locations,
		locationRow{Mailbox: key.Mailbox, UIDValidity: key.UIDValidity, UID: key.UID, MailID: mailID, FoundAgain: again})
	return nil
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
	if err := tx.flush(); err != nil {
		return nil, err
	}
	var uids []uint32
	err := tx.db.Raw(`SELECT l.uid FROM mail_locations l JOIN mails m ON m.id = l.mail_id JOIN tickets t ON t.id = m.ticket_id
		WHERE l.mailbox = ? AND l.uidvalidity = ? AND l.moved_at IS NULL AND m.outcome IN ('ticket', 'follow_up') AND t.kind <> 'other' ORDER BY l.uid`,
		mailbox, uidValidity).Scan(&uids).Error
	return uids, err
}

// Filed records that mails were moved into the handled folder.
func (tx *Tx) Filed(mailbox string, uidValidity uint32, uids []uint32) error {
	if err := tx.flush(); err != nil {
		return err
	}
	return tx.db.Model(&locationRow{}).Where("mailbox = ? AND uidvalidity = ? AND uid IN ?", mailbox, uidValidity, uids).
		Update("moved_at", millis(tx.now)).Error
}

// Ledger counts the mails fetched and their outcomes, each from its own source.
func (tx *Tx) Ledger() (ticket.Ledger, error) {
	if err := tx.flush(); err != nil {
		return ticket.Ledger{}, err
	}
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

// MoveMails gives the mails of one ticket to another; the one that opened the first becomes a follow-up of the second.
func (tx *Tx) MoveMails(from, into int64) error {
	if err := tx.flush(); err != nil {
		return err
	}
	return tx.db.Exec(`UPDATE mails SET ticket_id = ?, outcome = CASE outcome WHEN ? THEN ? ELSE outcome END WHERE ticket_id = ?`,
		into, string(ticket.BecameTicket), string(ticket.BecameFollowUp), from).Error
}

// ReadAgain gives an unreadable mail the outcome of a later, better reading (compare-and-swap on its being unreadable still).
func (tx *Tx) ReadAgain(mailID int64, outcome ticket.Outcome, reason, from string, ticketID int64) error {
	done := tx.db.Model(&mailRow{}).Where("id = ? AND outcome = ?", mailID, string(ticket.WasUnreadable)).
		Updates(map[string]any{"outcome": string(outcome), "reason": reason, "from_address": from, "ticket_id": idOrNull(ticketID)})
	return one(done, func() error {
		return ticket.Refuse("mail %d is not unreadable any more: %w", mailID, ticket.ErrNotAllowed)
	})
}
