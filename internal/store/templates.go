package store

import (
	"cmp"
	"errors"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/ticket"
)

type templateVersionRow struct {
	ID       int64 `gorm:"primaryKey;autoIncrement:false"`
	Occasion string
	Language string
	Number   int
	Source   string
	ByName   string
	SecondBy string
	Reason   string
	Original bool
	At       int64
}

func (templateVersionRow) TableName() string { return "template_versions" }

func (r templateVersionRow) version() ticket.TemplateVersion {
	return ticket.TemplateVersion{
		ID: r.ID, Key: ticket.TemplateKey{Occasion: ticket.Occasion(r.Occasion), Language: ticket.Language(r.Language)}, Number: r.Number, Source: r.Source,
		By: r.ByName, SecondBy: r.SecondBy, Reason: r.Reason, At: fromMillis(r.At), Original: r.Original,
	}
}

type templateDraftRow struct {
	ID         int64 `gorm:"primaryKey;autoIncrement:false"`
	Occasion   string
	Language   string
	Source     string
	ByName     string
	At         int64
	Base       int64
	ProposedBy string
	Reason     string
}

func (templateDraftRow) TableName() string { return "template_drafts" }

func (r templateDraftRow) draft() ticket.TemplateDraft {
	return ticket.TemplateDraft{
		Key: ticket.TemplateKey{Occasion: ticket.Occasion(r.Occasion), Language: ticket.Language(r.Language)}, Source: r.Source, By: r.ByName,
		At: fromMillis(r.At), Version: r.ID, Base: r.Base, ProposedBy: r.ProposedBy, Reason: r.Reason,
	}
}

// LastTemplateVersion is the id of the newest version of any template, 0 where none was ever published: what goes out is the same as long
// as this is.
func (tx *Tx) LastTemplateVersion() (id int64, err error) {
	return id, tx.db.Raw("SELECT coalesce(max(id), 0) FROM template_versions").Scan(&id).Error
}

// NewestTemplates are the newest version of each key that has one.
func (tx *Tx) NewestTemplates() ([]ticket.TemplateVersion, error) {
	var rows []templateVersionRow
	err := tx.db.Where("id IN (SELECT max(id) FROM template_versions GROUP BY occasion, language)").Order("id").Find(&rows).Error
	return convert(rows, templateVersionRow.version), err
}

// TemplateVersions lists the versions of one key, the newest first.
func (tx *Tx) TemplateVersions(k ticket.TemplateKey) ([]ticket.TemplateVersion, error) {
	var rows []templateVersionRow
	err := ofKey(tx.db, k).Order("number DESC").Find(&rows).Error
	return convert(rows, templateVersionRow.version), err
}

// InsertTemplateVersion publishes a version, and assigns its id, number and time.
func (tx *Tx) InsertTemplateVersion(v *ticket.TemplateVersion) (err error) {
	var last int
	if err := ofKey(tx.db.Model(&templateVersionRow{}), v.Key).Select("coalesce(max(number), 0)").Scan(&last).Error; err != nil {
		return err
	}
	if v.ID, err = tx.nextID("template_versions"); err != nil {
		return err
	}
	v.Number, v.At = last+1, tx.now
	return tx.db.Create(&templateVersionRow{
		ID: v.ID, Occasion: string(v.Key.Occasion), Language: string(v.Key.Language), Number: v.Number, Source: v.Source, ByName: v.By, SecondBy: v.SecondBy,
		Reason: v.Reason, Original: v.Original, At: millis(tx.now),
	}).Error
}

// TemplateDraft returns the draft of a key, or ticket.ErrNotFound.
func (tx *Tx) TemplateDraft(k ticket.TemplateKey) (ticket.TemplateDraft, error) {
	var rows []templateDraftRow
	if err := ofKey(tx.db, k).Limit(1).Find(&rows).Error; err != nil {
		return ticket.TemplateDraft{}, err
	}
	if len(rows) == 0 {
		return ticket.TemplateDraft{}, ticket.Refuse("draft of %s in %s: %w", k.Occasion, k.Language, ticket.ErrNotFound)
	}
	return rows[0].draft(), nil
}

// TemplateDrafts lists the drafts of all keys.
func (tx *Tx) TemplateDrafts() ([]ticket.TemplateDraft, error) {
	var rows []templateDraftRow
	err := tx.db.Order("id").Find(&rows).Error
	return convert(rows, templateDraftRow.draft), err
}

// SaveTemplateDraft stores a draft in place of the one with the version was, 0 for none, and assigns its version and time (R8).
func (tx *Tx) SaveTemplateDraft(d *ticket.TemplateDraft, was int64) (err error) {
	if was != 0 {
		if err := tx.DeleteTemplateDraft(d.Key, was); err != nil {
			return err
		}
	} else if now, err := tx.TemplateDraft(d.Key); !errors.Is(err, ticket.ErrNotFound) {
		return cmp.Or(err, error(now.Overtaken(tx.now)))
	}
	if d.Version, err = tx.nextID("template_drafts"); err != nil {
		return err
	}
	d.At = tx.now
	return tx.db.Create(&templateDraftRow{
		ID: d.Version, Occasion: string(d.Key.Occasion), Language: string(d.Key.Language), Source: d.Source, ByName: d.By, At: millis(tx.now), Base: d.Base,
		ProposedBy: d.ProposedBy, Reason: d.Reason,
	}).Error
}

// DeleteTemplateDraft takes the draft of a key away that has this version (R8).
func (tx *Tx) DeleteTemplateDraft(k ticket.TemplateKey, was int64) error {
	done := ofKey(tx.db, k).Where("id = ?", was).Delete(&templateDraftRow{})
	return one(done, func() error {
		now, err := tx.TemplateDraft(k)
		if err != nil && !errors.Is(err, ticket.ErrNotFound) {
			return err
		}
		now.Key = k
		return now.Overtaken(tx.now)
	})
}

func ofKey(db *gorm.DB, k ticket.TemplateKey) *gorm.DB {
	return db.Where("occasion = ? AND language = ?", string(k.Occasion), string(k.Language))
}
