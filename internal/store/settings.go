package store

import "gorm.io/gorm/clause"

type settingRow struct {
	Name  string `gorm:"primaryKey"`
	Value []byte
}

func (settingRow) TableName() string { return "settings" }

// Setting returns a stored value, or ticket.ErrNotFound.
func (tx *Tx) Setting(name string) ([]byte, error) {
	var row settingRow
	if err := tx.db.Where("name = ?", name).Take(&row).Error; err != nil {
		return nil, plain(err)
	}
	return row.Value, nil
}

// SetSetting stores a value under a name, replacing an earlier one.
func (tx *Tx) SetSetting(name string, value []byte) error {
	return tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&settingRow{name, value}).Error
}
