package store

import (
	"fmt"
	"time"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/ticket"
)

type staffRow struct {
	ID          int64 `gorm:"primaryKey;autoIncrement:false"`
	Name        string
	NameKey     string
	Address     string
	Roles       string
	Language    string
	Disabled    bool
	Password    []byte
	PasswordAt  int64
	TOTP        []byte `gorm:"column:totp"`
	TOTPPending []byte `gorm:"column:totp_pending"`
	TOTPStep    int64  `gorm:"column:totp_step"`
	CreatedAt   int64  `gorm:"autoCreateTime:false"`
	SignedInAt  int64
}

func (staffRow) TableName() string { return "staff" }

// staffPlace binds a sealed value to the account it belongs to.
func staffPlace(column string, id int64) string { return fmt.Sprintf("staff.%s/%d", column, id) }

func (r staffRow) account() ticket.Account {
	return ticket.Account{
		ID: r.ID, Name: r.Name, Address: r.Address, Roles: split[ticket.Role](r.Roles), Language: ticket.Language(r.Language), Disabled: r.Disabled,
		HasPassword: r.Password != nil, HasTOTP: r.TOTP != nil, CreatedAt: fromMillis(r.CreatedAt), SignedInAt: fromMillis(r.SignedInAt),
	}
}

// InsertStaff adds an account without a password, and assigns its id. nameKey is the name as it is compared.
func (tx *Tx) InsertStaff(a *ticket.Account, nameKey string) (err error) {
	if a.ID, err = tx.nextID("staff"); err != nil {
		return err
	}
	a.CreatedAt = tx.now
	return tx.db.Create(&staffRow{
		ID: a.ID, Name: a.Name, NameKey: nameKey, Address: a.Address, Roles: join(a.Roles), Language: string(a.Language), Disabled: a.Disabled,
		CreatedAt: millis(tx.now),
	}).Error
}

// UpdateStaff writes name, address, roles, language, and whether the account is disabled.
func (tx *Tx) UpdateStaff(a ticket.Account, nameKey string) error {
	return tx.changeStaff(a.ID, map[string]any{
		"name": a.Name, "name_key": nameKey, "address": a.Address, "roles": join(a.Roles), "language": string(a.Language), "disabled": a.Disabled,
	})
}

func (tx *Tx) changeStaff(id int64, columns map[string]any) error {
	done := tx.db.Model(&staffRow{}).Where("id = ?", id).Updates(columns)
	return one(done, func() error { return ticket.Refuse("account: %w", ticket.ErrNotFound) })
}

// StaffByID returns an account, or ticket.ErrNotFound.
func (tx *Tx) StaffByID(id int64) (ticket.Account, error) {
	r, err := tx.takeStaff(tx.db.Where("id = ?", id))
	return r.account(), err
}

// StaffByLogin returns the account with this name, as it is compared, or this address; or ticket.ErrNotFound.
func (tx *Tx) StaffByLogin(nameKey, address string) (ticket.Account, error) {
	r, err := tx.takeStaff(tx.db.Where("name_key = ? OR address = ?", nameKey, address).Order("id"))
	return r.account(), err
}

// AllStaff lists the accounts in the order in which they were added.
func (tx *Tx) AllStaff() ([]ticket.Account, error) {
	var rows []staffRow
	err := tx.db.Order("id").Find(&rows).Error
	return convert(rows, staffRow.account), err
}

func (tx *Tx) takeStaff(q *gorm.DB) (staffRow, error) {
	var rows []staffRow
	if err := q.Limit(1).Find(&rows).Error; err != nil {
		return staffRow{}, err
	}
	if len(rows) == 0 {
		return staffRow{}, ticket.Refuse("account: %w", ticket.ErrNotFound)
	}
	return rows[0], nil
}

// StaffSecrets opens what proves who somebody is, or returns ticket.ErrNotFound.
func (tx *Tx) StaffSecrets(id int64) (ticket.Secrets, error) {
	r, err := tx.takeStaff(tx.db.Where("id = ?", id))
	if err != nil {
		return ticket.Secrets{}, err
	}
	s := ticket.Secrets{PasswordAt: fromMillis(r.PasswordAt), TOTPStep: r.TOTPStep}
	for _, c := range []struct {
		column string
		sealed []byte
		to     *string
	}{{"password", r.Password, &s.Password}, {"totp", r.TOTP, &s.TOTP}, {"totp_pending", r.TOTPPending, &s.Pending}} {
		if c.sealed == nil {
			continue
		}
		plain, err := tx.keys.open(staffPlace(c.column, id), c.sealed)
		if err != nil {
			return ticket.Secrets{}, err
		}
		*c.to = string(plain)
	}
	return s, nil
}

// sealedOrNull seals a secret of an account; an empty one is null.
func (tx *Tx) sealedOrNull(column string, id int64, secret string) any {
	if secret == "" {
		return nil
	}
	return tx.keys.seal(staffPlace(column, id), []byte(secret))
}

// SetStaffPassword stores a PHC string; an empty one takes the password away.
func (tx *Tx) SetStaffPassword(id int64, phc string) error {
	return tx.changeStaff(id, map[string]any{"password": tx.sealedOrNull("password", id, phc), "password_at": millis(tx.now)})
}

// SetStaffTOTP stores the secret of the second factor, and one that waits to be confirmed; empty ones are taken away. step is the last
// one whose code was taken.
func (tx *Tx) SetStaffTOTP(id int64, secret, pending string, step int64) error {
	return tx.changeStaff(id, map[string]any{
		"totp": tx.sealedOrNull("totp", id, secret), "totp_pending": tx.sealedOrNull("totp_pending", id, pending), "totp_step": step,
	})
}

// UseTOTPStep marks a step as used, and reports false when it, or a later one, was used before.
func (tx *Tx) UseTOTPStep(id, step int64) (bool, error) {
	done := tx.db.Model(&staffRow{}).Where("id = ? AND totp_step < ?", id, step).Update("totp_step", step)
	return done.RowsAffected > 0, done.Error
}

// StaffSignedIn notes that somebody signed in now.
func (tx *Tx) StaffSignedIn(id int64) error {
	return tx.changeStaff(id, map[string]any{"signed_in_at": millis(tx.now)})
}

type linkRow struct {
	Hash      []byte `gorm:"primaryKey"`
	StaffID   int64
	Mailed    bool
	CreatedAt int64 `gorm:"autoCreateTime:false"`
	ExpiresAt int64
	UsedAt    int64
}

func (linkRow) TableName() string { return "staff_links" }

// linksKept is how long used and expired links are remembered.
const linksKept = 30 * 24 * time.Hour

// InsertStaffLink files the hash of a link with which the password of an account can be chosen until expires.
func (tx *Tx) InsertStaffLink(hash []byte, id int64, mailed bool, expires time.Time) error {
	if err := tx.db.Where("created_at < ?", millis(tx.now.Add(-linksKept))).Delete(&linkRow{}).Error; err != nil {
		return err
	}
	return tx.db.Create(&linkRow{Hash: hash, StaffID: id, Mailed: mailed, CreatedAt: millis(tx.now), ExpiresAt: millis(expires)}).Error
}

// StaffLink returns the account of a link that still counts, or ticket.ErrNotFound.
func (tx *Tx) StaffLink(hash []byte) (int64, error) {
	var rows []linkRow
	err := tx.db.Where("hash = ? AND used_at = 0 AND expires_at > ?", hash, millis(tx.now)).Limit(1).Find(&rows).Error
	if err != nil {
		return 0, err
	}
	if len(rows) == 0 {
		return 0, ticket.Refuse("link: %w", ticket.ErrNotFound)
	}
	return rows[0].StaffID, nil
}

// UseStaffLinks ends every link of an account.
func (tx *Tx) UseStaffLinks(id int64) error {
	return tx.db.Model(&linkRow{}).Where("staff_id = ? AND used_at = 0", id).Update("used_at", millis(tx.now)).Error
}

// CountStaffLinks counts the links that were mailed for an account since a moment.
func (tx *Tx) CountStaffLinks(id int64, since time.Time) (n int64, err error) {
	return n, tx.db.Model(&linkRow{}).Where("staff_id = ? AND mailed = 1 AND created_at > ?", id, millis(since)).Count(&n).Error
}

type deviceRow struct {
	Hash      []byte `gorm:"primaryKey"`
	StaffID   int64
	CreatedAt int64 `gorm:"autoCreateTime:false"`
	ExpiresAt int64
}

func (deviceRow) TableName() string { return "staff_devices" }

// maxDevices is how many browsers of one person are known; the oldest is forgotten.
const maxDevices = 20

// InsertStaffDevice files the hash of the cookie of a browser in which somebody signed in.
func (tx *Tx) InsertStaffDevice(hash []byte, id int64, expires time.Time) error {
	err := tx.db.Exec(`DELETE FROM staff_devices WHERE staff_id = ? AND (expires_at <= ? OR hash NOT IN
		(SELECT hash FROM staff_devices WHERE staff_id = ? ORDER BY created_at DESC, hash LIMIT ?))`, id, millis(tx.now), id, maxDevices-1).Error
	if err != nil {
		return err
	}
	return tx.db.Create(&deviceRow{Hash: hash, StaffID: id, CreatedAt: millis(tx.now), ExpiresAt: millis(expires)}).Error
}

// StaffDevice reports whether the hash is that of a cookie of this account.
func (tx *Tx) StaffDevice(hash []byte, id int64) (bool, error) {
	var n int64
	err := tx.db.Model(&deviceRow{}).Where("hash = ? AND staff_id = ? AND expires_at > ?", hash, id, millis(tx.now)).Count(&n).Error
	return n > 0, err
}

// EndStaffDevices forgets the browsers of an account.
func (tx *Tx) EndStaffDevices(id int64) error {
	return tx.db.Where("staff_id = ?", id).Delete(&deviceRow{}).Error
}
