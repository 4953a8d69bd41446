package web

import (
	"io/fs"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
	"iec-iab.be/servicedesk/templates"
)

// known is the template of these tests; nobody changes it.
var known = workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.Dutch}

// with is the original with one more paragraph.
func (h *house) with(words string) string {
	h.t.Helper()
	original, err := fs.ReadFile(templates.FS, known.String()+".md")
	if err != nil {
		h.t.Fatal(err)
	}
	return strings.TrimRight(string(original), "\n") + "\n\n" + words + "\n"
}

// seenDraft is the version of the draft as it stands; 0: there is none.
func (h *house) seenDraft() int64 {
	h.t.Helper()
	p, err := h.shop.Open(h.t.Context(), known)
	if err != nil {
		h.t.Fatal(err)
	}
	if p.Draft == nil {
		return 0
	}
	return p.Draft.Version
}

// draft writes a draft behind the back of the pages.
func (h *house) draft(by, source string) workshop.Draft {
	h.t.Helper()
	d, err := h.shop.SaveDraft(h.t.Context(), by, known, source, h.seenDraft())
	if err != nil {
		h.t.Fatal(err)
	}
	return d
}

// publish writes a draft and publishes it.
func (h *house) publish(by, source string) workshop.Version {
	h.t.Helper()
	v, err := h.shop.Publish(h.t.Context(), by, known, h.draft(by, source).Version, "duidelijker")
	if err != nil {
		h.t.Fatal(err)
	}
	return v
}
