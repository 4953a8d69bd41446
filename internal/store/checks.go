package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

type claimRow struct {
	ID            int64 `gorm:"primaryKey;autoIncrement:false"`
	TicketID      int64
	LastName      string
	FirstName     string
	Number        []byte
	NumberIndex   []byte
	NumberProblem string
	NewAddress    string
	CorrectedBy   string
	CreatedAt     int64 `gorm:"autoCreateTime:false"`
}

func (claimRow) TableName() string { return "claims" }

type checkRow struct {
	ID            int64 `gorm:"primaryKey;autoIncrement:false"`
	TicketID      int64
	ClaimID       int64
	MailID        int64
	Kind          string
	Status        string
	MemberID      *int64
	MemberVersion int64
	ChosenBy      string
	Recipient     string
	NewAddress    string
	Findings      string
	CreatedAt     int64 `gorm:"autoCreateTime:false"`
	DecidedAt     *int64
	DecidedBy     string
	Reason        string
}

func (checkRow) TableName() string { return "checks" }

type approvalRow struct {
	ID      int64 `gorm:"primaryKey;autoIncrement:false"`
	CheckID int64
	Status  string
	By      string
	Reason  string
	At      int64
}

func (approvalRow) TableName() string { return "approvals" }

func claimPlace(ticketID int64) string { return fmt.Sprintf("claims.number/%d", ticketID) }

// InsertClaim files what a ticket claims from now on and returns its id. The number is sealed.
func (tx *Tx) InsertClaim(ticketID int64, c ticket.Claim) (int64, error) {
	return tx.insertClaim(ticketID, c, "")
}

func (tx *Tx) insertClaim(ticketID int64, c ticket.Claim, correctedBy string) (int64, error) {
	id, err := tx.nextID("claims")
	if err != nil {
		return 0, err
	}
	row := claimRow{
		ID: id, TicketID: ticketID, LastName: c.LastName, FirstName: c.FirstName, NumberProblem: string(c.NumberProblem),
		NewAddress: c.NewAddress, CorrectedBy: correctedBy, CreatedAt: millis(tx.now),
	}
	if !c.Number.IsZero() {
		row.Number = tx.keys.seal(claimPlace(ticketID), []byte(c.Number.Reveal()))
		row.NumberIndex = tx.keys.index("number", c.Number.Reveal())
	}
	return id, tx.db.Create(&row).Error
}

// Claim returns the last claim of a ticket and its id; both are zero when it never claimed anything.
func (tx *Tx) Claim(ticketID int64) (ticket.Claim, int64, error) {
	return tx.takeClaim(tx.db.Where("ticket_id = ?", ticketID).Order("id DESC"))
}

func (tx *Tx) takeClaim(q *gorm.DB) (ticket.Claim, int64, error) {
	var rows []claimRow
	if err := q.Limit(1).Find(&rows).Error; err != nil || len(rows) == 0 {
		return ticket.Claim{}, 0, err
	}
	c, err := tx.claim(rows[0])
	return c, rows[0].ID, err
}

func (tx *Tx) claim(r claimRow) (ticket.Claim, error) {
	number, err := tx.openNumber(claimPlace(r.TicketID), r.Number)
	return ticket.Claim{
		LastName: r.LastName, FirstName: r.FirstName, Number: number, NumberProblem: ticket.NumberProblem(r.NumberProblem), NewAddress: r.NewAddress,
	}, err
}

// openNumber opens a sealed national number. It was valid when it was sealed, so the day is of no matter.
func (tx *Tx) openNumber(place string, sealed []byte) (nrn.Number, error) {
	if sealed == nil {
		return nrn.Number{}, nil
	}
	digits, err := tx.keys.open(place, sealed)
	if err != nil {
		return nrn.Number{}, err
	}
	return nrn.Parse(string(digits), tx.now.Add(24*time.Hour))
}

// InsertCheck queues an identity check on the claim with claimID, and assigns its id.
func (tx *Tx) InsertCheck(c *ticket.Check, claimID int64) error {
	findings, err := json.Marshal(convert(c.Findings, findingRowOf))
	if err != nil {
		return err
	}
	if c.ID, err = tx.nextID("checks"); err != nil {
		return err
	}
	c.ClaimID, c.Status, c.CreatedAt = claimID, ticket.Waiting, tx.now
	row := checkRow{
		ID: c.ID, TicketID: c.TicketID, ClaimID: claimID, MailID: c.MailID, Kind: string(c.Kind), Status: string(c.Status), MemberID: idOrNull(c.MemberID),
		MemberVersion: c.MemberVersion, ChosenBy: c.ChosenBy, Recipient: c.Recipient, NewAddress: c.NewAddress, Findings: string(findings), CreatedAt: millis(tx.now),
	}
	return tx.db.Create(&row).Error
}

// LastCheck returns the newest check of a ticket, or ticket.ErrNotFound when it never had one.
func (tx *Tx) LastCheck(ticketID int64) (ticket.Check, error) {
	var rows []checkRow
	if err := tx.db.Where("ticket_id = ?", ticketID).Order("id DESC").Limit(1).Find(&rows).Error; err != nil {
		return ticket.Check{}, err
	}
	if len(rows) == 0 {
		return ticket.Check{}, ticket.Refuse("identity check: %w", ticket.ErrNotFound)
	}
	return tx.check(rows[0])
}

func (tx *Tx) check(r checkRow) (ticket.Check, error) {
	c, err := r.check()
	if err != nil {
		return c, err
	}
	c.Claim, _, err = tx.takeClaim(tx.db.Where("id = ?", r.ClaimID))
	return c, err
}

// check is all of a check but its claim.
func (r checkRow) check() (ticket.Check, error) {
	c := ticket.Check{
		ID: r.ID, TicketID: r.TicketID, MailID: r.MailID, ClaimID: r.ClaimID, Kind: ticket.Kind(r.Kind), Status: ticket.CheckStatus(r.Status),
		MemberID: orZero(r.MemberID), MemberVersion: r.MemberVersion, ChosenBy: r.ChosenBy, Recipient: r.Recipient, NewAddress: r.NewAddress,
		CreatedAt: fromMillis(r.CreatedAt), DecidedAt: fromMillis(orZero(r.DecidedAt)), DecidedBy: r.DecidedBy, Reason: r.Reason,
	}
	var findings []findingRow
	err := json.Unmarshal([]byte(r.Findings), &findings)
	c.Findings = convert(findings, findingRow.finding)
	return c, err
}

// DecideCheck moves a waiting check to its final status, and files the person's approval or rejection. The second to come gets a
// *ticket.Conflict that names the first (R8).
func (tx *Tx) DecideCheck(c *ticket.Check, next ticket.CheckStatus, by, reason string) error {
	if err := tx.endCheck(c, next, by, reason); err != nil {
		return err
	}
	id, err := tx.nextID("approvals")
	if err != nil {
		return err
	}
	return tx.db.Create(&approvalRow{ID: id, CheckID: c.ID, Status: string(next), By: by, Reason: reason, At: millis(tx.now)}).Error
}

// SupersedeCheck ends a waiting check because newer facts arrived.
func (tx *Tx) SupersedeCheck(c *ticket.Check, why string) error {
	return tx.endCheck(c, ticket.Superseded, ticket.Robot, why)
}

func (tx *Tx) endCheck(c *ticket.Check, next ticket.CheckStatus, by, reason string) error {
	done := tx.db.Model(&checkRow{}).Where("id = ? AND status = ?", c.ID, string(ticket.Waiting)).
		Updates(map[string]any{"status": string(next), "decided_at": millis(tx.now), "decided_by": by, "reason": reason})
	err := one(done, func() error { return tx.checkConflict(c.ID) })
	if err != nil {
		return err
	}
	c.Status, c.DecidedAt, c.DecidedBy, c.Reason = next, tx.now, by, reason
	return nil
}

func (tx *Tx) checkConflict(id int64) error {
	var row checkRow
	if err := tx.db.Take(&row, "id = ?", id).Error; err != nil {
		return plain(err)
	}
	return &ticket.Conflict{What: ticket.Say("identity check %d", id), Now: ticket.Say("%s", ticket.CheckStatus(row.Status)), By: row.DecidedBy, At: fromMillis(orZero(row.DecidedAt))}
}

// Approvals lists who said what to a check.
func (tx *Tx) Approvals(checkID int64) ([]ticket.Approval, error) {
	var rows []approvalRow
	err := tx.db.Where("check_id = ?", checkID).Order("id").Find(&rows).Error
	return convert(rows, func(r approvalRow) ticket.Approval {
		return ticket.Approval{CheckID: r.CheckID, Status: ticket.CheckStatus(r.Status), By: r.By, Reason: r.Reason, At: fromMillis(r.At)}
	}), err
}

// LastChecks returns the newest check of each ticket, by ticket, without its claim.
func (tx *Tx) LastChecks(ticketIDs []int64) (map[int64]ticket.Check, error) {
	out := map[int64]ticket.Check{}
	for ids := range slices.Chunk(ticketIDs, maxParameters) {
		var rows []checkRow
		err := tx.db.Where("id IN (SELECT max(id) FROM checks WHERE ticket_id IN ? GROUP BY ticket_id)", ids).Find(&rows).Error
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			c, err := r.check()
			if err != nil {
				return nil, err
			}
			out[c.TicketID] = c
		}
	}
	return out, nil
}

// LastDecision returns the newest check of a ticket that was approved or rejected, without its claim; the zero check when there is none.
func (tx *Tx) LastDecision(ticketID int64) (ticket.Check, error) {
	var rows []checkRow
	err := tx.db.Where("ticket_id = ? AND status IN ('approved', 'rejected')", ticketID).Order("id DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return ticket.Check{}, err
	}
	return rows[0].check()
}

// Superseded reports whether a check of a ticket was ever superseded.
func (tx *Tx) Superseded(ticketID int64) (bool, error) {
	return tx.anyCheck("ticket_id = ? AND status = 'superseded'", ticketID)
}

// ChangedBy reports whether a member's address was changed through a ticket.
func (tx *Tx) ChangedBy(ticketID int64) (bool, error) {
	return tx.anyCheck("ticket_id = ? AND status = 'approved' AND kind = 'address_changed'", ticketID)
}

func (tx *Tx) anyCheck(where string, ticketID int64) (bool, error) {
	var n int64
	err := tx.db.Model(&checkRow{}).Where(where, ticketID).Count(&n).Error
	return n > 0, err
}
