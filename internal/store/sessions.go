package store

import (
	"fmt"
	"strconv"

	"iec-iab.be/servicedesk/internal/ticket"
)

type sessionRow struct {
	ID        int64 `gorm:"primaryKey;autoIncrement:false"`
	Hash      []byte
	StaffID   *int64
	Data      []byte
	Source    string
	Agent     string
	CreatedAt int64 `gorm:"autoCreateTime:false"`
	SeenAt    int64
	ExpiresAt int64
}

func (sessionRow) TableName() string { return "sessions" }

func sessionPlace(hash []byte) string { return fmt.Sprintf("sessions.data/%x", hash) }

func (r sessionRow) session() ticket.Session {
	return ticket.Session{
		ID: strconv.FormatInt(r.ID, 10), AccountID: orZero(r.StaffID), CreatedAt: fromMillis(r.CreatedAt), SeenAt: fromMillis(r.SeenAt),
		ExpiresAt: fromMillis(r.ExpiresAt), Source: r.Source, Agent: r.Agent,
	}
}

// FindSession returns the session of a token's hash with its data, or ticket.ErrNotFound when there is none or it has expired.
func (tx *Tx) FindSession(hash []byte) (ticket.Session, []byte, error) {
	var rows []sessionRow
	err := tx.db.Where("hash = ? AND expires_at > ?", hash, millis(tx.now)).Limit(1).Find(&rows).Error
	if err != nil {
		return ticket.Session{}, nil, err
	}
	if len(rows) == 0 {
		return ticket.Session{}, nil, ticket.Refuse("session: %w", ticket.ErrNotFound)
	}
	data, err := tx.keys.open(sessionPlace(hash), rows[0].Data)
	return rows[0].session(), data, err
}

// InsertSession files a new session, and takes the expired ones away.
func (tx *Tx) InsertSession(hash []byte, s ticket.Session, data []byte) error {
	if err := tx.db.Where("expires_at <= ?", millis(tx.now)).Delete(&sessionRow{}).Error; err != nil {
		return err
	}
	id, err := tx.nextID("sessions")
	if err != nil {
		return err
	}
	return tx.db.Create(&sessionRow{
		ID: id, Hash: hash, StaffID: idOrNull(s.AccountID), Data: tx.keys.seal(sessionPlace(hash), data), Source: s.Source, Agent: s.Agent,
		CreatedAt: millis(tx.now), SeenAt: millis(tx.now), ExpiresAt: millis(s.ExpiresAt),
	}).Error
}

// UpdateSession writes the account, data, source, agent and expiry of a session, and reports whether there still is one.
func (tx *Tx) UpdateSession(hash []byte, s ticket.Session, data []byte) (bool, error) {
	done := tx.db.Model(&sessionRow{}).Where("hash = ?", hash).Updates(map[string]any{
		"staff_id": idOrNull(s.AccountID), "data": tx.keys.seal(sessionPlace(hash), data), "source": s.Source, "agent": s.Agent,
		"seen_at": millis(tx.now), "expires_at": millis(s.ExpiresAt),
	})
	return done.RowsAffected > 0, done.Error
}

// DeleteSession ends the session of a token's hash, and reports whether there was one.
func (tx *Tx) DeleteSession(hash []byte) (bool, error) {
	done := tx.db.Where("hash = ?", hash).Delete(&sessionRow{})
	return done.RowsAffected > 0, done.Error
}

// SessionsOf lists the sessions of an account that have not expired, the newest first.
func (tx *Tx) SessionsOf(id int64) ([]ticket.Session, error) {
	var rows []sessionRow
	err := tx.db.Where("staff_id = ? AND expires_at > ?", id, millis(tx.now)).Order("id DESC").Find(&rows).Error
	return convert(rows, sessionRow.session), err
}

// EndSession ends one session of an account, or returns ticket.ErrNotFound.
func (tx *Tx) EndSession(id int64, session string) error {
	n, err := strconv.ParseInt(session, 10, 64)
	if err != nil {
		return ticket.Refuse("session: %w", ticket.ErrNotFound)
	}
	return one(tx.db.Where("id = ? AND staff_id = ?", n, id).Delete(&sessionRow{}), func() error {
		return ticket.Refuse("session: %w", ticket.ErrNotFound)
	})
}

// EndSessions ends the sessions of an account but the one with the hash keep, which may be nil, and returns how many there were.
func (tx *Tx) EndSessions(id int64, keep []byte) (int64, error) {
	q := tx.db.Where("staff_id = ?", id)
	if keep != nil {
		q = q.Where("hash <> ?", keep)
	}
	done := q.Delete(&sessionRow{})
	return done.RowsAffected, done.Error
}
