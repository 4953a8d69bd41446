package store

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

type memberRow struct {
	ID          int64 `gorm:"primaryKey;autoIncrement:false"`
	LastName    string
	FirstName   string
	Number      []byte
	NumberIndex []byte
	Address     string
	Language    string
	Version     int64
	UpdatedAt   int64 `gorm:"autoUpdateTime:false"`
}

func (memberRow) TableName() string { return "members" }

type changeRow struct {
	ID         int64 `gorm:"primaryKey;autoIncrement:false"`
	MemberID   int64
	CheckID    *int64
	OldAddress string
	NewAddress string
	By         string
	At         int64
}

func (changeRow) TableName() string { return "address_changes" }

// numberPlace binds a member's sealed number to the blind index beside it.
func numberPlace(index []byte) string { return fmt.Sprintf("members.number/%x", index) }

func (tx *Tx) member(r memberRow) (ticket.Member, error) {
	number, err := tx.openNumber(numberPlace(r.NumberIndex), r.Number)
	return ticket.Member{
		ID: r.ID, LastName: r.LastName, FirstName: r.FirstName, Number: number, Address: r.Address,
		Language: ticket.Language(r.Language), Version: r.Version, UpdatedAt: fromMillis(r.UpdatedAt),
	}, err
}

func (tx *Tx) takeMember(q *gorm.DB) (ticket.Member, error) {
	var rows []memberRow
	if err := q.Limit(1).Find(&rows).Error; err != nil {
		return ticket.Member{}, err
	}
	if len(rows) == 0 {
		return ticket.Member{}, ticket.Refuse("member: %w", ticket.ErrNotFound)
	}
	return tx.member(rows[0])
}

// MemberByNumber finds the member with a national number through the blind index, or returns ticket.ErrNotFound.
func (tx *Tx) MemberByNumber(n nrn.Number) (ticket.Member, error) {
	return tx.takeMember(tx.db.Where("number_index IN ?", tx.keys.indexes("number", n.Reveal())))
}

// MemberByID returns a member, or ticket.ErrNotFound.
func (tx *Tx) MemberByID(id int64) (ticket.Member, error) {
	return tx.takeMember(tx.db.Where("id = ?", id))
}

// MemberNames returns the names of members, first name first, by id.
func (tx *Tx) MemberNames(ids []int64) (map[int64]string, error) {
	names := map[int64]string{}
	for some := range slices.Chunk(ids, maxParameters) {
		var rows []memberRow
		if err := tx.db.Select("id", "last_name", "first_name").Where("id IN ?", some).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			names[r.ID] = r.FirstName + " " + r.LastName
		}
	}
	return names, nil
}

// MembersByAddress lists the members with a known address; an address should be of one, but an import may say otherwise.
func (tx *Tx) MembersByAddress(address string) ([]ticket.Member, error) {
	var rows []memberRow
	if err := tx.db.Where("address = ? AND address <> ''", address).Order("id").Find(&rows).Error; err != nil {
		return nil, err
	}
	return convertAll(rows, tx.member)
}

// FindMembers searches in names and addresses for all words of text, at most limit members.
func (tx *Tx) FindMembers(words []string, limit int) ([]ticket.Member, error) {
	q := tx.db.Order("last_name, first_name, id").Limit(limit)
	for _, w := range words {
		q = q.Where("instr(lower(last_name || ' ' || first_name || ' ' || address), lower(?)) > 0", w)
	}
	var rows []memberRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	return convertAll(rows, tx.member)
}

// CountMembers counts the members.
func (tx *Tx) CountMembers() (n int64, err error) {
	return n, tx.db.Model(&memberRow{}).Count(&n).Error
}

// InsertMember adds a member and assigns the id.
func (tx *Tx) InsertMember(m *ticket.Member) error {
	index := tx.keys.index("number", m.Number.Reveal())
	id, err := tx.nextID("members")
	if err != nil {
		return err
	}
	row := memberRow{
		ID: id, LastName: m.LastName, FirstName: m.FirstName, Number: tx.keys.seal(numberPlace(index), []byte(m.Number.Reveal())), NumberIndex: index,
		Address: m.Address, Language: string(m.Language), Version: 1, UpdatedAt: millis(tx.now),
	}
	if err := tx.db.Create(&row).Error; err != nil {
		return err
	}
	m.ID, m.Version, m.UpdatedAt = row.ID, row.Version, tx.now
	return nil
}

// UpdateMember writes the names, address and language of m, provided that its version is still the one in m. A changed address
// leaves a line in the history of addresses.
func (tx *Tx) UpdateMember(m *ticket.Member, by string, checkID int64) error {
	old, err := tx.MemberByID(m.ID)
	if err != nil {
		return err
	}
	done := tx.db.Model(&memberRow{}).Where("id = ? AND version = ?", m.ID, m.Version).Updates(map[string]any{
		"last_name": m.LastName, "first_name": m.FirstName, "address": m.Address, "language": string(m.Language),
		"version": m.Version + 1, "updated_at": millis(tx.now),
	})
	err = one(done, func() error {
		return &ticket.Conflict{What: ticket.Say("member %s %s", old.LastName, old.FirstName), Now: ticket.Say("changed"), At: old.UpdatedAt}
	})
	if err != nil {
		return err
	}
	m.Version, m.UpdatedAt = m.Version+1, tx.now
	if old.Address == m.Address {
		return nil
	}
	id, err := tx.nextID("address_changes")
	if err != nil {
		return err
	}
	return tx.db.Create(&changeRow{
		ID: id, MemberID: m.ID, CheckID: idOrNull(checkID), OldAddress: old.Address, NewAddress: m.Address, By: by, At: millis(tx.now),
	}).Error
}

// AddressChanges lists the changes of a member's address, newest first.
func (tx *Tx) AddressChanges(memberID int64) ([]ticket.AddressChange, error) {
	var rows []changeRow
	err := tx.db.Where("member_id = ?", memberID).Order("id DESC").Find(&rows).Error
	return convert(rows, func(r changeRow) ticket.AddressChange {
		return ticket.AddressChange{
			MemberID: r.MemberID, CheckID: orZero(r.CheckID), OldAddress: r.OldAddress, NewAddress: r.NewAddress, By: r.By, At: fromMillis(r.At),
		}
	}), err
}
