package ticket

import (
	"strings"
	"time"
)

// TemplateKey is what there is one reply template of.
type TemplateKey struct {
	Occasion Occasion
	Language Language
}

// String is the form that ParseTemplateKey reads: address_known.nl.
func (k TemplateKey) String() string { return string(k.Occasion) + "." + string(k.Language) }

// TemplateKeys lists them all, by occasion, in the order of reports.
func TemplateKeys() []TemplateKey {
	var keys []TemplateKey
	for _, o := range Occasions() {
		for _, l := range Languages() {
			keys = append(keys, TemplateKey{o, l})
		}
	}
	return keys
}

// ParseTemplateKey reads OCCASION.LANGUAGE, or the name of its file, OCCASION.LANGUAGE.md.
func ParseTemplateKey(s string) (TemplateKey, error) {
	name := strings.TrimSuffix(s, ".md")
	for _, k := range TemplateKeys() {
		if k.String() == name {
			return k, nil
		}
	}
	return TemplateKey{}, Refuse("%w: %q names no reply template: write OCCASION.LANGUAGE, such as address_known.nl", ErrInvalid, s)
}

// TemplateVersion is a reply template as it was published once. Versions are never changed; the newest one of a key goes out.
type TemplateVersion struct {
	ID       int64 // grows with every version of any key
	Key      TemplateKey
	Number   int // 1 is the first of its key
	Source   string
	By       string // who published it; with the second-admin rule, who proposed it
	SecondBy string // who published what By had proposed; empty without the rule
	Reason   string
	At       time.Time
	Original bool // back to the factory setting: the file goes out, and Source is what it held then
}

// TemplateDraft is what somebody writes and has not published yet. There is one for a key.
type TemplateDraft struct {
	Key        TemplateKey
	Source     string
	By         string // who saved it last
	At         time.Time
	Version    int64 // another one after every save, also after a draft that was thrown away (R8)
	Base       int64 // the id of the version that it began from; 0: the original
	ProposedBy string
	Reason     string // of the proposal
}

// Proposed reports whether the draft waits for a second admin.
func (d TemplateDraft) Proposed() bool { return d.ProposedBy != "" }

// Overtaken is the conflict of who was shown another draft of the key (R8); one without a version is there no more.
func (d TemplateDraft) Overtaken(now time.Time) *Conflict {
	what := Say("the draft of %s in %s", d.Key.Occasion, d.Key.Language)
	if d.Version == 0 {
		return &Conflict{What: what, Now: Say("published or thrown away"), At: now}
	}
	return &Conflict{What: what, Now: Say("saved in other words"), By: d.By, At: d.At}
}
