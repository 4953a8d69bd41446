package store

import (
	"errors"

	"gorm.io/gorm/clause"

	"iec-iab.be/servicedesk/internal/ticket"
)

type settingRow struct {
	Name  string `gorm:"primaryKey"`
	Value []byte
}

func (settingRow) TableName() string { return "settings" }

// setting returns a stored value, or ticket.ErrNotFound.
func (tx *Tx) setting(name string) ([]byte, error) {
	var row settingRow
	if err := tx.db.Where("name = ?", name).Take(&row).Error; err != nil {
		return nil, plain(err)
	}
	return row.Value, nil
}

// setSetting stores a value under a name, replacing an earlier one.
func (tx *Tx) setSetting(name string, value []byte) error {
	return tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&settingRow{name, value}).Error
}

// Rule reports whether something is demanded of the staff.
func (tx *Tx) Rule(r ticket.Rule) (on bool, err error) {
	value, err := tx.setting(string(r))
	if errors.Is(err, ticket.ErrNotFound) {
		return false, nil
	}
	return string(value) == "1", err
}

// SetRule demands something of the staff, or no longer.
func (tx *Tx) SetRule(r ticket.Rule, on bool) error {
	value := "0"
	if on {
		value = "1"
	}
	return tx.setSetting(string(r), []byte(value))
}
