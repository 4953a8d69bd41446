package desk

import (
	"errors"
	"slices"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// recent is how long a change of address is worth a warning.
const recent = 30 * 24 * time.Hour

// evidence is what a mail shows besides its claim.
type evidence struct {
	Reading
	mailID    int64
	truncated bool
	opened    bool        // this mail opened the ticket: nobody else wrote on it
	stranger  ticket.Said // another address that wrote on this ticket since; its words are in no claim
	earlier   []earlierMail
	decided   ticket.Check // the last decision on this ticket; zero when there was none
	chosen    int64        // the member whom a person laid beside the claim; 0: the one of the number
	chosenBy  string
}

// earlierMail is a mail of the requester before the one that is checked; the claim may come from it.
type earlierMail struct {
	Reading
	at time.Time
}

// anotherSender names the finding that a stranger wrote on the ticket.
const anotherSender = "another_sender"

// comparison is one identity check in the making.
type comparison struct {
	tx     Tx
	check  *ticket.Check
	seen   evidence
	member ticket.Member // zero when unknown
	owner  ticket.Member // of the claimed number: another one than member where a person chose; zero when unknown
}

// queueCheck lays a claim beside the directory and puts the check before staff.
func (d *Desk) queueCheck(tx Tx, t *ticket.Ticket, seen evidence, claim ticket.Claim, claimID int64) error {
	c := &ticket.Check{
		TicketID: t.ID, MailID: seen.mailID, Kind: t.Kind, Claim: claim,
		Recipient: seen.Sender().Addr, // R4: the From address of the mail that is checked, and no other
	}
	if err := d.past(tx, t, &seen); err != nil {
		return err
	}
	if err := compare(tx, c, seen); err != nil {
		return err
	}
	if err := tx.InsertCheck(c, claimID); err != nil {
		return err
	}
	err := event(tx, t.ID, ticket.Robot, ticket.EventChecked, "Identity check %d waits for a decision; worst finding: %s.", c.ID, ticket.Worst(c.Findings))
	if err != nil || !d.Acknowledge || !seen.opened {
		return err
	}
	return d.acknowledge(tx, t, seen)
}

// compare fills in the member and the findings, in the order in which a person looks.
func compare(tx Tx, c *ticket.Check, seen evidence) error {
	k := &comparison{tx: tx, check: c, seen: seen}
	member, err := tx.MemberByNumber(c.Claim.Number)
	if err != nil && !errors.Is(err, ticket.ErrNotFound) {
		return err
	}
	k.owner, c.ChosenBy = member, ""
	if seen.chosenBy != "" && seen.chosen != member.ID {
		if member, err = tx.MemberByID(seen.chosen); err != nil {
			return err
		}
		c.ChosenBy = seen.chosenBy
	}
	k.member, c.MemberID, c.MemberVersion = member, member.ID, member.Version
	c.Findings = nil
	for _, look := range []func() error{
		k.number, k.chosenByHand, k.corrected, k.names, k.knownAddress, k.sender, k.newAddress, k.otherTickets, k.recentChange, k.lastDecision, k.severalMails, k.replacedFacts, k.authentication, k.mail,
	} {
		if err := look(); err != nil {
			return err
		}
	}
	return nil
}

func (k *comparison) find(name string, v ticket.Verdict, format string, args ...any) {
	what := ticket.Say(format, args...).Redacted() // R7
	k.check.Findings = append(k.check.Findings, ticket.Finding{Name: name, Verdict: v, Text: what.String(), Said: what})
}

func (k *comparison) number() error {
	k.find("number_valid", ticket.OK, "The number is well formed and its check digits agree.")
	switch {
	case k.owner.ID == 0:
		k.find("number_known", ticket.Alarm, "No member has this number.")
	case k.owner.ID != k.member.ID:
		k.find("number_known", ticket.Alarm, "The number is that of another member: %s %s.", k.owner.FirstName, k.owner.LastName)
	default:
		k.find("number_known", ticket.OK, "A member has this number: %s %s.", k.owner.FirstName, k.owner.LastName)
	}
	return nil
}

func (k *comparison) names() error {
	if k.member.ID == 0 {
		k.find("last_name", ticket.Info, "There is no member to compare with.")
		k.find("first_name", ticket.Info, "There is no member to compare with.")
		return nil
	}
	claim := k.check.Claim
	n := directory.CompareNames(claim.LastName, claim.FirstName, k.member.LastName, k.member.FirstName)
	k.find("last_name", nameVerdict(n.Last), "%s", n.Last.Said)
	k.find("first_name", nameVerdict(n.First), "%s", n.First.Said)
	return nil
}

// nameVerdict grades a comparison. One slip agrees, but different people differ by one letter too: a person has to look.
func nameVerdict(p directory.PartComparison) ticket.Verdict {
	switch {
	case p.Likeness == directory.Slip:
		return ticket.Warning
	case p.Likeness.Agrees():
		return ticket.OK
	}
	return ticket.Alarm
}

func (k *comparison) knownAddress() error {
	switch known := k.member.Address; {
	case k.member.ID == 0:
	case known == "" && k.check.Kind == ticket.AddressForgotten:
		k.find("known_address", ticket.Alarm, "The Institute knows no address of this member: there is none to mail.")
	case known == "":
		k.find("known_address", ticket.Info, "The Institute knows no address of this member yet.")
	case known == k.check.Recipient:
		k.find("sender_address", ticket.OK, "The mail comes from the known address.")
	case address.Alike(known, k.check.Recipient):
		k.find("sender_address", ticket.Alarm, "The mail comes from %s, which looks like the known address %s and is another one.", address.Shown(k.check.Recipient), address.Shown(known))
	default:
		k.find("sender_address", ticket.Info, "The mail comes from %s, not from the known address.", address.Shown(k.check.Recipient))
	}
	return nil
}

func (k *comparison) sender() error {
	m := k.seen.Message
	if k.check.Recipient == "" {
		k.find("recipient", ticket.Alarm, "The mail has no From address: there is nobody to answer.")
	}
	k.disguised("recipient", ticket.Say("The address of the sender"), k.check.Recipient)
	if len(m.From) > 1 {
		k.find("recipient", ticket.Alarm, "The mail has %d From addresses; the answer would go to the first, %s.", len(m.From), k.check.Recipient)
	}
	for _, r := range m.ReplyTo {
		if r.Addr != k.check.Recipient {
			k.find("reply_to", ticket.Warning, "Reply-To leads elsewhere, to %s; it is not used.", address.Shown(r.Addr))
			break
		}
	}
	if !k.seen.stranger.IsZero() {
		k.find(anotherSender, ticket.Alarm, "%s, another address, wrote on this ticket; its words are not in the claim.", k.seen.stranger)
	}
	if k.seen.Verdict.OnBehalf {
		k.find("on_behalf", ticket.Warning, "The mail seems to be written on somebody else's behalf.")
	}
	return nil
}

// disguised tells of letters of another alphabet that make an address read as an honest one.
func (k *comparison) disguised(finding string, what ticket.Said, addr string) {
	if reads, yes := address.Disguised(addr); yes {
		k.find(finding, ticket.Alarm, "%s has letters of another alphabet: it reads as %s and is %s.", what, reads, address.Shown(addr))
	}
}

func (k *comparison) newAddress() error {
	c := k.check
	if c.Kind != ticket.AddressChanged {
		return nil
	}
	c.NewAddress = c.Claim.NewAddress
	if c.NewAddress == "" {
		c.NewAddress = c.Recipient
		k.find("new_address", ticket.Warning, "The mail states no new address; its From, %s, is only a proposal.", address.Shown(c.NewAddress))
	} else {
		k.find("new_address", ticket.OK, "The mail states the new address: %s.", address.Shown(c.NewAddress))
	}
	if !mailable(c.NewAddress) {
		k.find("new_address", ticket.Alarm, "This is not an address that can be mailed.")
		return nil
	}
	k.disguised("new_address", ticket.Say("The new address"), c.NewAddress)
	if k.member.ID != 0 && address.Alike(k.member.Address, c.NewAddress) {
		k.find("new_address", ticket.Warning, "It differs from the known address %s only in letters that look alike: is it a correction?", address.Shown(k.member.Address))
	}
	if k.member.ID != 0 && c.NewAddress == k.member.Address {
		k.find("new_address", ticket.Alarm, "It is the address that the Institute knows already: nothing would change.")
	}
	taken, err := takenBy(k.tx, c.NewAddress, k.member.ID)
	if taken != "" {
		k.find("new_address", ticket.Alarm, "It is the known address, and so the user name, of another member: %s.", taken)
	}
	return err
}

// takenBy names another member whose user name an address is.
func takenBy(tx Tx, address string, member int64) (string, error) {
	others, err := tx.MembersByAddress(address)
	for _, o := range others {
		if o.ID != member {
			return o.FirstName + " " + o.LastName, err
		}
	}
	return "", err
}

func (k *comparison) otherTickets() error {
	refs, err := k.tx.UnsolvedTicketsOf(k.check.Claim.Number, k.check.TicketID)
	if err != nil || len(refs) == 0 {
		return err
	}
	k.find("other_ticket", ticket.Warning, "Another unsolved ticket claims the same number: %s.", refWords(refs))
	return nil
}

func refWords(refs []ticket.Ref) string {
	words := make([]string, len(refs))
	for i, r := range refs {
		words[i] = string(r)
	}
	return strings.Join(words, ", ")
}

// replacedFacts says what the claim states otherwise than an earlier mail of the requester did.
func (k *comparison) replacedFacts() error {
	for _, m := range k.seen.earlier {
		for _, what := range m.Verdict.Claim.Replaced(k.check.Claim) {
			k.find("replaced", ticket.Warning, "It was stated otherwise in the mail of %s: %s.", ticket.Moment(m.at), what)
		}
	}
	return nil
}

func (k *comparison) recentChange() error {
	if k.member.ID == 0 {
		return nil
	}
	changes, err := k.tx.AddressChanges(k.member.ID)
	if err != nil || len(changes) == 0 {
		return err
	}
	if last := changes[0]; k.tx.Now().Sub(last.At) < recent {
		k.find("recent_change", ticket.Warning, "The known address was changed on %s by %s.", ticket.Day(last.At), last.By)
	}
	return nil
}

// lastDecision tells of a rejection: what failed once does not become true by being said again.
func (k *comparison) lastDecision() error {
	switch c := k.seen.decided; c.Status {
	case ticket.Rejected:
		k.find("last_decision", ticket.Alarm, "A check of this ticket was rejected on %s by %s.", ticket.Day(c.DecidedAt), c.DecidedBy)
	case ticket.Approved:
		k.find("last_decision", ticket.Info, "An earlier check of this ticket was approved on %s by %s.", ticket.Day(c.DecidedAt), c.DecidedBy)
	}
	return nil
}

// severalMails says which parts of the claim the checked mail does not state itself: who wrote the earlier mail may be another person
// who forged the same From address.
func (k *comparison) severalMails() error {
	now := k.seen.Verdict.Claim
	for _, part := range []struct {
		name         ticket.Said
		stated, here bool
	}{
		{ticket.Say("the last name"), k.check.Claim.LastName != "", now.LastName != ""},
		{ticket.Say("the first name"), k.check.Claim.FirstName != "", now.FirstName != ""},
		{ticket.Say("the number"), true, !now.Number.IsZero()},
		{ticket.Say("the new address"), k.check.Claim.NewAddress != "", now.NewAddress != ""},
	} {
		if part.stated && !part.here && len(k.seen.earlier) > 0 {
			k.find("earlier_mail", k.weightOfEarlier(part.name.String()), "The mail that is checked does not state %s; it stands in an earlier mail, of %s.",
				part.name, ticket.Moment(k.seen.earlier[len(k.seen.earlier)-1].at))
		}
	}
	return nil
}

// weightOfEarlier is Warning for what hands an account over, Info for what is only compared.
func (k *comparison) weightOfEarlier(part string) ticket.Verdict {
	if k.check.Kind == ticket.AddressChanged && (part == "the new address" || part == "the number") {
		return ticket.Warning
	}
	return ticket.Info
}

// authentication judges every mail that the claim may come from; the worst decides.
func (k *comparison) authentication() error {
	for _, m := range k.seen.earlier {
		if a := m.Message.Auth; refused(a) {
			k.find("sender_authentication", ticket.Alarm, "Our mail server did not confirm the sender of the earlier mail of %s: %s.",
				ticket.Moment(m.at), authWords(a.DMARC, a.SPF, a.DKIM))
		}
	}
	switch a := k.seen.Message.Auth; {
	case !a.Known:
		k.find("sender_authentication", ticket.Info, "Our mail server says nothing of the sender's authenticity.")
	case a.DMARC == "pass":
		k.find("sender_authentication", ticket.OK, "Our mail server confirms the domain of the sender (DMARC pass).")
	case refused(a):
		k.find("sender_authentication", ticket.Alarm, "Our mail server does not confirm the sender: %s.", authWords(a.DMARC, a.SPF, a.DKIM))
	default:
		k.find("sender_authentication", ticket.Info, "Our mail server could not confirm the sender: %s.", authWords(a.DMARC, a.SPF, a.DKIM))
	}
	return nil
}

// refused reports whether our mail server says that the sender is not who he says.
func refused(a message.Authentication) bool {
	return a.Known && a.DMARC != "pass" && (a.DMARC == "fail" || a.SPF == "fail" || a.DKIM == "fail")
}

func authWords(dmarc, spf, dkim string) ticket.Said {
	var words []string
	for _, r := range []struct{ name, result string }{{"DMARC", dmarc}, {"SPF", spf}, {"DKIM", dkim}} {
		if r.result != "" {
			words = append(words, r.name+" "+r.result)
		}
	}
	if words == nil {
		return ticket.Say("no result")
	}
	return ticket.Say("%s", strings.Join(words, ", "))
}

func (k *comparison) mail() error {
	if k.seen.truncated {
		k.find("size", ticket.Warning, "The mail is above the size limit: only its header and its beginning were read.")
	}
	if k.seen.Message.AltText != "" {
		k.find("alternatives", ticket.Warning, "The text and the HTML version of the mail say different things; one of them may not be meant for you.")
	}
	for _, p := range k.seen.Message.Problems {
		v := ticket.Info
		if slices.Contains(k.seen.Message.Suspicious, p) {
			v = ticket.Warning
		}
		k.find("mail", v, "%s", problem(p))
	}
	return nil
}

// problem is a sentence of package message: each is one of its own, never a word of the mail.
func problem(sentence string) ticket.Said { return ticket.Say(sentence) }
