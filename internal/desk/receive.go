package desk

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"sync/atomic"
	"time"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Incoming is one mail as the mailbox hands it over.
type Incoming struct {
	UID      uint32
	Size     int64 // octets on the server
	Received time.Time
	Raw      []byte // at most the size limit
	Fault    string // not empty: it could not be fetched, or only in part
}

// intake is one mail on its way in.
type intake struct {
	Incoming
	Reading
	key   ticket.MailKey
	sum   [sha256.Size]byte
	found ticket.Found
	id    int64         // of the filed mail
	read  chan struct{} // closed when Reading is there

	opened bool // it opened its ticket
	again  bool // it is filed already, and was unreadable until now
}

func (in *intake) truncated() bool { return in.Size > int64(len(in.Raw)) }

// cut tells staff that a mail was not read to its end.
func (in *intake) cut() ticket.Said {
	if !in.truncated() {
		return ticket.Said{}
	}
	return ticket.Say(" It is above the size limit: of its %d octets the first %d were read and kept.", in.Size, len(in.Raw))
}

// Receive files a batch of mails in ascending UIDs: their bytes, tickets, checks and automatic answers in one transaction, which
// passes the cursor too (R1). A mail that breaks its transaction is filed alone, as unreadable; the others go on.
func (d *Desk) Receive(ctx context.Context, mailbox string, uidValidity uint32, batch []Incoming) error {
	if len(batch) == 0 {
		return nil
	}
	mails := d.readAll(mailbox, uidValidity, batch)
	if err := d.receive(ctx, mails, d.file); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		for i := range mails {
			// An error here means that not even the plain filing works: the cursor stays, and the mailbox tries again later.
			if err := d.receiveAlone(ctx, mails[i:i+1]); err != nil {
				return err
			}
		}
	}
	d.Queued()
	return nil
}

func (d *Desk) receiveAlone(ctx context.Context, mail []*intake) error {
	err := d.receive(ctx, mail, d.file)
	if err == nil || ctx.Err() != nil {
		return err
	}
	d.Log.Error("a mail could not be filed as what it says; it is kept as unreadable", "uid", mail[0].UID, "error", err)
	mail[0].Incoming.Fault = notFiled
	return d.receive(ctx, mail, d.fileUnreadable)
}

// receive runs file for each mail of a batch in one transaction. Mails are filed while the later ones are still being read.
func (d *Desk) receive(ctx context.Context, mails []*intake, file func(Tx, *intake) error) error {
	return d.Write(ctx, func(tx Tx) error {
		if err := find(tx, mails); err != nil {
			return err
		}
		fresh := 0
		for _, in := range mails {
			<-in.read
			if in.found.Filed {
				continue
			}
			fresh++
			if err := guarded(file, tx, in); err != nil {
				return fmt.Errorf("mail %d of %s: %w", in.UID, in.key.Mailbox, err)
			}
		}
		last := mails[len(mails)-1]
		return tx.PassCursor(last.key.Mailbox, last.key.UIDValidity, last.UID, fresh)
	})
}

// guarded turns a panic into an error: a mail on which this program breaks down is filed as unreadable, and the next one goes on (R1).
func guarded(file func(Tx, *intake) error, tx Tx, in *intake) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the program broke down: %T", p) // not %v: a panic can carry what it was reading
		}
	}()
	return file(tx, in)
}

// find looks up what is known of the mails of a batch. The second of two equal mails in a batch is a copy of the first.
func find(tx Tx, mails []*intake) error {
	traces := make([]ticket.Trace, len(mails))
	for i, in := range mails {
		traces[i] = ticket.Trace{UID: in.UID, SHA256: in.sum, Size: in.Size}
	}
	found, err := tx.FindMails(mails[0].key.Mailbox, mails[0].key.UIDValidity, traces)
	if err != nil {
		return err
	}
	seen := make(map[[sha256.Size]byte]bool, len(mails))
	for i, in := range mails {
		in.found = found[i]
		in.found.Copied = in.found.Copied || seen[in.sum]
		seen[in.sum] = true
	}
	return nil
}

// readAll begins to understand the mails on all cores, outside any transaction, in their order.
func (d *Desk) readAll(mailbox string, uidValidity uint32, batch []Incoming) []*intake {
	all := make([]*intake, len(batch))
	for i, m := range batch {
		all[i] = &intake{
			Incoming: m, key: ticket.MailKey{Mailbox: mailbox, UIDValidity: uidValidity, UID: m.UID}, sum: sha256.Sum256(m.Raw), read: make(chan struct{}),
		}
	}
	var next atomic.Int64
	for range min(len(all), runtime.GOMAXPROCS(0)) {
		go func() {
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				in := all[i]
				in.Reading = d.Reader.Read(in.Raw, in.truncated())
				close(in.read)
			}
		}()
	}
	return all
}

// file gives one mail its outcome.
func (d *Desk) file(tx Tx, in *intake) error {
	if in.Incoming.Fault == "" {
		if in.found.Copied {
			return d.insertMail(tx, in, ticket.WasIgnored, duplicate, 0)
		}
		if in.found.MailID != 0 {
			return tx.FoundAgain(in.key, in.found.MailID)
		}
	}
	switch in.Outcome() {
	case ticket.WasUnreadable:
		return d.fileUnreadable(tx, in)
	case ticket.WasBounce:
		return d.fileBounce(tx, in)
	case ticket.WasAutomatic:
		return d.insertMail(tx, in, ticket.WasAutomatic, in.Verdict.AutomaticReason, 0)
	}
	t, err := d.ticketOf(tx, in)
	if errors.Is(err, ticket.ErrNotFound) {
		return d.openTicket(tx, in)
	}
	if err != nil {
		return err
	}
	return d.followUp(tx, &t, in)
}

// duplicate is the reason of a mail whose bytes lie in the same mailbox already.
const duplicate = "duplicate"

func (d *Desk) insertMail(tx Tx, in *intake, outcome ticket.Outcome, reason string, ticketID int64) error {
	if in.again {
		return tx.ReadAgain(in.id, outcome, reason, in.Sender().Addr, ticketID)
	}
	m := ticket.Mail{
		TicketID: ticketID, SHA256: in.sum, Size: in.Size, Kept: int64(len(in.Raw)), Outcome: outcome, Reason: reason,
		MessageID: in.Message.MessageID, From: in.Sender().Addr, ReceivedAt: in.Received,
	}
	raw := in.Raw
	if reason == duplicate {
		raw = nil // the same bytes are kept already
	} else if raw == nil {
		raw = []byte{}
	}
	err := tx.InsertMail(&m, in.key, raw)
	in.id = m.ID
	return err
}

// fileUnreadable keeps the bytes and shows staff that there is a mail that nobody understood.
func (d *Desk) fileUnreadable(tx Tx, in *intake) error {
	t := d.newTicket(in)
	t.Kind, t.Missing = ticket.Other, nil
	if err := tx.InsertTicket(&t); err != nil {
		return err
	}
	why := in.fault()
	if err := d.insertMail(tx, in, ticket.WasUnreadable, nrn.Redact(why.String()), t.ID); err != nil {
		return err
	}
	return event(tx, t.ID, ticket.Robot, ticket.EventReceived, "A mail that could not be read: %s. It is kept as it came.", why)
}

// notFiled is the fault of a mail on which the filing broke down.
const notFiled = "it could not be filed: see the log at this time"

// fault says why nobody can read a mail.
func (in *intake) fault() ticket.Said {
	switch {
	case in.Incoming.Fault == notFiled:
		return ticket.Say(notFiled)
	case in.Incoming.Fault != "":
		return ticket.Say("%s", in.Incoming.Fault) // what the mailbox says, in English
	case in.Reading.Fault != "":
		return ticket.Say("the reader broke down: %s", in.Reading.Fault)
	}
	return ticket.Say("neither its header nor a text could be found")
}

var refPattern = regexp.MustCompile(`\bSD-\d{4}-\d{6,9}\b`)

// ticketOf finds the ticket that a mail answers: through its References, or the Ref in its subject. A closed ticket takes no more
// mail. Refs follow each other, so anybody can guess one: joining proves nothing, and followUp treats it so.
func (d *Desk) ticketOf(tx Tx, in *intake) (ticket.Ticket, error) {
	id, err := tx.TicketByReference(in.thread()[:len(in.Message.References)])
	if err != nil {
		return ticket.Ticket{}, err
	}
	var t ticket.Ticket
	switch ref := refPattern.FindString(in.Message.Subject); {
	case id != 0:
		t, err = tx.TicketByID(id)
	case ref != "":
		t, err = tx.Ticket(ticket.Ref(ref))
	default:
		return t, ticket.ErrNotFound
	}
	if err == nil && t.Status == ticket.Closed {
		return t, ticket.ErrNotFound
	}
	return t, err
}

func (d *Desk) newTicket(in *intake) ticket.Ticket {
	return ticket.Ticket{
		Kind: in.Verdict.Kind, Status: ticket.Open, Language: in.Verdict.Language, Missing: in.Verdict.Missing,
		Requester: ticket.Address{Name: nrn.Redact(in.Sender().Name), Addr: in.Sender().Addr},
		Subject:   nrn.Redact(in.Message.Subject),
	}
}

// openTicket makes a new ticket of a mail.
func (d *Desk) openTicket(tx Tx, in *intake) error {
	t := d.newTicket(in)
	in.opened = true
	s, err := d.nextStep(tx, &t, in, in.Verdict.Claim)
	if err != nil {
		return err
	}
	t.Status = s.status()
	if err := tx.InsertTicket(&t); err != nil {
		return err
	}
	if err := d.insertMail(tx, in, ticket.BecameTicket, "", t.ID); err != nil {
		return err
	}
	err = event(tx, t.ID, ticket.Robot, ticket.EventReceived, "Mail from %s, understood as %s in %s.%s", orNobody(t.Requester.Addr), t.Kind, t.Language, in.cut())
	if err != nil {
		return err
	}
	if err := d.proposeMerge(tx, &t); err != nil {
		return err
	}
	return d.take(tx, &t, in, in.Verdict.Claim, s)
}

func orNobody(addr string) ticket.Said {
	if addr == "" {
		return ticket.Say("nobody (it has no From)")
	}
	return ticket.Say("%s", address.Shown(addr))
}
