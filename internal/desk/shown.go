package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"iec-iab.be/servicedesk/internal/ticket"
)

// digest names what a person was shown before he decided: the check, what it found about which version of the member, and every letter that
// approving would send. A directory, a language, a reply template or a setting that changed gives another one (R8).
func digest(c *ticket.Check, answers []Letter) string {
	type letter struct{ To, Subject, Text string }
	shown := struct {
		Check, Member, Version int64
		Recipient, NewAddress  string
		Findings               []ticket.Finding
		Letters                []letter
	}{c.ID, c.MemberID, c.MemberVersion, c.Recipient, c.NewAddress, c.Findings, nil}
	for _, a := range answers {
		shown.Letters = append(shown.Letters, letter{a.To, a.Subject, a.Text})
	}
	data, err := json.Marshal(shown)
	if err != nil {
		panic(err) // strings and numbers only: a programming error
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// sameAsShown refuses to send other letters, or to decide on other findings, than a person was shown.
func (d *Desk) sameAsShown(tx Tx, t *ticket.Ticket, c *ticket.Check, letters []letter, shown string) error {
	if shown == "" {
		return nil
	}
	answers, err := d.write(tx, letters)
	if err != nil {
		return ticket.Refuse("%w: %w", ticket.ErrNotAllowed, err)
	}
	if digest(c, answers) != shown {
		return &ticket.Conflict{What: checkWords(t, c), Now: ticket.Say("answered in other words")}
	}
	return nil
}
