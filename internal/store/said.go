package store

import (
	"encoding/json"

	"iec-iab.be/servicedesk/internal/ticket"
)

// saidJSON is a sentence as a column keeps it: empty where nothing is said.
func saidJSON(s ticket.Said) string {
	if s.IsZero() {
		return ""
	}
	raw, err := json.Marshal(s)
	if err != nil {
		return "" // strings, numbers and times always encode; the English text stands beside it all the same
	}
	return string(raw)
}

// saidBeside is a sentence of which the English text stands beside it; what says otherwise than the text is of an earlier day.
func saidBeside(text string, s ticket.Said) string {
	if text == "" || s.String() != text {
		return ""
	}
	return saidJSON(s)
}

// saidFrom reads a sentence back. One that this version cannot read is none: the English text stands beside it.
func saidFrom(column string) ticket.Said {
	var s ticket.Said
	if column == "" || json.Unmarshal([]byte(column), &s) != nil {
		return ticket.Said{}
	}
	return s
}

// findingRow is a finding as the column of a check keeps it.
type findingRow struct {
	Name    string         `json:"name"`
	Verdict ticket.Verdict `json:"verdict"`
	Text    string         `json:"text"`
	Said    ticket.Said    `json:"said,omitzero"`
}

func findingRowOf(f ticket.Finding) findingRow { return findingRow(f) }

func (r findingRow) finding() ticket.Finding { return ticket.Finding(r) }
