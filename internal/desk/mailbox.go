package desk

import "context"

// Cursor returns the highest UID of a mailbox that is committed under a UIDVALIDITY, 0 for none.
func (d *Desk) Cursor(ctx context.Context, mailbox string, uidValidity uint32) (uid uint32, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		uid, err = tx.Cursor(mailbox, uidValidity)
		return err
	})
	return uid, err
}

// ToFile lists the mails that became or joined a ticket of ours and still lie in the watched folder. Mail for people (`other`) and
// automatic mail is not among them: it stays where it lies (R11).
func (d *Desk) ToFile(ctx context.Context, mailbox string, uidValidity uint32) (uids []uint32, err error) {
	err = d.Read(ctx, func(tx Tx) error {
		uids, err = tx.ToFile(mailbox, uidValidity)
		return err
	})
	return uids, err
}

// Filed records that mails lie in the handled folder now.
func (d *Desk) Filed(ctx context.Context, mailbox string, uidValidity uint32, uids []uint32) error {
	return d.Write(ctx, func(tx Tx) error { return tx.Filed(mailbox, uidValidity, uids) })
}
