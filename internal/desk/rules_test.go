package desk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

// brokenTx fails where a test wants it to.
type brokenTx struct {
	desk.Tx
	insertTicket func(*ticket.Ticket) error
	passCursor   func() error
	looked       *int
}

func (b brokenTx) InsertTicket(t *ticket.Ticket) error {
	if b.insertTicket != nil {
		if err := b.insertTicket(t); err != nil {
			return err
		}
	}
	return b.Tx.InsertTicket(t)
}

func (b brokenTx) PassCursor(mailbox string, uidValidity, uid uint32, fetched int) error {
	if b.passCursor != nil {
		if err := b.passCursor(); err != nil {
			return err
		}
	}
	return b.Tx.PassCursor(mailbox, uidValidity, uid, fetched)
}

func (b brokenTx) MemberByNumber(n nrn.Number) (ticket.Member, error) {
	if b.looked != nil {
		*b.looked++
	}
	return b.Tx.MemberByNumber(n)
}

func TestR1NoMailIsLost(t *testing.T) {
	w := newWorld(t)
	boom := errors.New("disk full")
	broken := true
	w.wrap = func(tx desk.Tx) desk.Tx {
		return brokenTx{Tx: tx, passCursor: func() error {
			if broken {
				return boom
			}
			return nil
		}}
	}
	raw := forgotten().raw()
	batch := []desk.Incoming{w.incoming(raw)}
	if err := w.Receive(t.Context(), "m", 1, batch); !errors.Is(err, boom) {
		t.Fatalf("got %v: a mail that is not committed must not be reported as received", err)
	}
	if uid, err := w.Cursor(t.Context(), "m", 1); uid != 0 || err != nil {
		t.Fatalf("the cursor passed to %d, %v, and the mail is not filed", uid, err)
	}
	if len(w.all()) != 0 {
		t.Fatal("half a mail was filed")
	}
	broken = false
	for range 2 { // the mailbox may hand the same mail over again after a crash
		if err := w.Receive(t.Context(), "m", 1, batch); err != nil {
			t.Fatal(err)
		}
	}
	if uid, err := w.Cursor(t.Context(), "m", 1); uid != 1 || err != nil {
		t.Errorf("cursor %d, %v", uid, err)
	}
	v := w.last()
	if len(w.all()) != 1 || len(v.Mails) != 1 {
		t.Fatalf("%d tickets, %d mails, want one of each", len(w.all()), len(v.Mails))
	}
	err := w.store.Read(t.Context(), func(tx *store.Tx) error {
		_, kept, err := tx.Mail(v.Mails[0].ID)
		if !bytes.Equal(kept, raw) {
			t.Error("the bytes that are kept are not those that came")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestR1OneBadMailNeverStopsTheNext(t *testing.T) {
	w := newWorld(t)
	w.wrap = func(tx desk.Tx) desk.Tx {
		return brokenTx{Tx: tx, insertTicket: func(k *ticket.Ticket) error {
			if strings.Contains(k.Subject, "poison") && k.Kind != ticket.Other {
				return errors.New("cannot be filed")
			}
			return nil
		}}
	}
	poison := forgotten()
	poison.subject += " poison"
	other := changed("an@new.example")
	w.receive(forgotten(), poison, other)
	var outcomes []string
	for _, s := range w.all() {
		for _, m := range w.show(s.Ticket.Ref).Mails {
			outcomes = append(outcomes, string(m.Mail.Outcome))
		}
	}
	if got := strings.Join(outcomes, " "); got != "ticket unreadable ticket" {
		t.Errorf("outcomes: %s", got)
	}
	if a := w.account(); !a.Ledger.Balanced() || a.Ledger.Fetched != 3 {
		t.Errorf("%+v", a.Ledger)
	}
	if got := w.all()[1].Ticket; got.Status != ticket.Open {
		t.Errorf("the bad mail is %s: staff do not see it", got.Status)
	}
}

func TestR1ARenumberedMailboxMakesNoSecondTicket(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten(), incomplete())
	again := []desk.Incoming{{UID: 7, Size: int64(len(incomplete().raw())), Raw: incomplete().raw()}, {UID: 8, Size: int64(len(forgotten().raw())), Raw: forgotten().raw()}}
	if err := w.Receive(t.Context(), "m", 2, again); err != nil {
		t.Fatal(err)
	}
	a := w.account()
	if len(w.all()) != 2 || a.Ledger.FoundAgain != 2 || a.Ledger.Fetched != 4 || !a.Ledger.Balanced() {
		t.Errorf("%d tickets, %+v", len(w.all()), a.Ledger)
	}
	if uid, _ := w.Cursor(t.Context(), "m", 2); uid != 8 {
		t.Errorf("cursor %d", uid)
	}
}

func TestR2EveryMailHasOneOutcome(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	w.deliver()
	id := w.sent()[0].MessageID
	auto := letter{"vacation@example.be", "Afwezig", "Ik ben afwezig.\n", []string{"Auto-Submitted: auto-replied"}}
	followUp := letter{"An Peeters <an@home.example>", "RE: antwoord", "Hartelijk dank!\n", []string{"In-Reply-To: <" + id + ">"}}
	raw := bounceOf(w.sent()[0], "failed")
	w.receive(auto, auto, followUp, letter{})
	for _, m := range [][]byte{raw, {0, 1, 2, 0xff}, {}} {
		if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(m)}); err != nil {
			t.Fatal(err)
		}
	}
	l := w.account().Ledger
	want := map[ticket.Outcome]int64{
		ticket.BecameTicket: 1, ticket.BecameFollowUp: 1, ticket.WasAutomatic: 1, ticket.WasIgnored: 1, ticket.WasBounce: 1,
	}
	for outcome, n := range want {
		if l.Outcomes[outcome] < n {
			t.Errorf("%s: %d, want at least %d", outcome, l.Outcomes[outcome], n)
		}
	}
	if l.Outcomes[ticket.WasUnreadable] == 0 {
		t.Error("the empty mail has no outcome of its own")
	}
	if l.Fetched != 8 || !l.Balanced() {
		t.Errorf("the sum does not add up: %+v", l)
	}
}

// Whatever comes in, nothing that tells anything about a member goes out before a person approved.
func TestR3ApprovalIsTheGate(t *testing.T) {
	w := newWorld(t)
	stranger := forgotten()
	stranger.from = "Eve <eve@evil.example>"
	stranger.header = nil
	fromKnown := forgotten()
	fromKnown.from, fromKnown.header = "an.old@example.be", nil
	w.receive(forgotten(), changed("an@new.example"), incomplete(), stranger, fromKnown,
		letter{"An Peeters <an@home.example>", "wachtwoord vergeten", "Ik ben mijn wachtwoord vergeten.\n", nil})
	for _, d := range w.sent() {
		if d.Occasion.Tells() || bytes.Contains(d.Raw, []byte("an.old@example.be")) {
			t.Errorf("%s to %s left without an approval", d.Occasion, d.Recipient)
		}
	}
	first := w.show(w.all()[0].Ticket.Ref)
	w.approve(first, "")
	told := w.show(first.Ticket.Ref).Outgoing
	if len(told) != 1 || told[0].CheckID != first.Check.ID || !bytes.Contains(told[0].Raw, []byte("an.old@example.be")) {
		t.Errorf("the approved answer: %+v", occasions(w.sent()))
	}
	rejected := w.all()[3].Ticket.Ref
	if err := w.Reject(t.Context(), desk.Decision{Ref: rejected, By: "Eva"}); err != nil {
		t.Fatal(err)
	}
	for _, o := range w.show(rejected).Outgoing {
		if bytes.Contains(o.Raw, []byte("an.old")) || o.Occasion != ticket.IdentityNotConfirmed {
			t.Errorf("a rejection tells: %s", o.Raw)
		}
	}
}

func TestR4TheAnswerGoesToFromAndNowhereElse(t *testing.T) {
	w := newWorld(t)
	l := forgotten()
	l.header = append(l.header, "Reply-To: an@evil.example", "Sender: an@other.example")
	w.receive(l)
	v := w.last()
	if f := finding(t, v, "reply_to"); f.Verdict != ticket.Warning || !strings.Contains(f.Text, "an@evil.example") {
		t.Errorf("%+v", f)
	}
	if len(v.Answers) != 1 || v.Answers[0].To != "an@home.example" {
		t.Errorf("the decision shows another recipient: %+v", v.Answers)
	}
	w.approve(v, "")
	wantSent(t, w, "address_known to an@home.example")
}

func TestR4AnotherAddressInheritsNothing(t *testing.T) {
	w := newWorld(t)
	w.receive(changed("an@new.example"))
	before := w.last()
	w.receive(letter{"Eve <eve@evil.example>", "RE: [" + string(before.Ticket.Ref) + "] e-mailadres gewijzigd", "Mijn nieuw e-mailadres: eve@evil.example\nRijksregisternummer: " + numberBart + "\n", nil})
	after := w.show(before.Ticket.Ref)
	if len(w.all()) != 1 || len(after.Mails) != 2 {
		t.Fatalf("%d tickets, %d mails", len(w.all()), len(after.Mails))
	}
	if after.Check.ID == before.Check.ID || after.Check.Status != ticket.Waiting {
		t.Error("the check was not reopened")
	}
	if after.Claim != before.Claim || after.Check.NewAddress != "an@new.example" || after.Check.Recipient != "an@home.example" {
		t.Errorf("the other address changed the request: %+v", after.Check)
	}
	if f := finding(t, after, "another_sender"); f.Verdict != ticket.Alarm {
		t.Errorf("%+v", f)
	}
	var conflict *ticket.Conflict
	err := w.Approve(t.Context(), desk.Decision{Ref: before.Ticket.Ref, CheckID: before.Check.ID, By: "Eva"})
	if !errors.As(err, &conflict) {
		t.Errorf("the check that was shown before could still be approved: %v", err)
	}
	if err := w.Approve(t.Context(), desk.Decision{Ref: before.Ticket.Ref, By: "Eva"}); !errors.Is(err, ticket.ErrNotAllowed) {
		t.Errorf("approved by who may have looked at the check before: %v", err)
	}
	if err := w.Approve(t.Context(), desk.Decision{Ref: before.Ticket.Ref, CheckID: after.Check.ID, By: "Eva"}); !errors.Is(err, ticket.ErrReasonNeeded) {
		t.Errorf("approved in spite of the alarm, without a reason: %v", err)
	}
}

// A request for missing data is the same for a number that the Institute knows and one that it does not.
func TestR5NothingAutomaticDependsOnTheDirectory(t *testing.T) {
	var bodies []string
	for _, number := range []string{numberAn, numberNobody} {
		looked := 0
		w := newWorld(t)
		w.wrap = func(tx desk.Tx) desk.Tx { return brokenTx{Tx: tx, looked: &looked} }
		l := letter{"x@home.example", "e-mailadres vergeten", "Mijn rijksregisternummer is " + number + "\n", nil}
		w.receive(l)
		sent := w.sent()
		if len(sent) != 1 || sent[0].Occasion != ticket.DataMissing {
			t.Fatalf("queued: %q", occasions(sent))
		}
		if looked != 0 {
			t.Errorf("the directory was asked %d times on the way to an automatic answer", looked)
		}
		bodies = append(bodies, neutral(string(sent[0].Raw)))
	}
	if bodies[0] != bodies[1] {
		t.Errorf("the two answers differ:\n%s\n---\n%s", bodies[0], bodies[1])
	}
}

var chosen = regexp.MustCompile(`(?im)^Message-ID: .*$|boundary="?[^"\s]+"?|^--\S+$`)

// neutral takes out of a mail what is random.
func neutral(raw string) string {
	return chosen.ReplaceAllString(strings.ReplaceAll(raw, "\r\n", "\n"), "")
}

func TestR6AutomaticMailIsNeverAnswered(t *testing.T) {
	w := newWorld(t)
	header := func(lines ...string) letter {
		l := incomplete()
		l.header = lines
		return l
	}
	own := incomplete()
	own.from = "Servicedesk <DESK@example.org>"
	several := incomplete()
	several.from = "an@home.example, eve@evil.example"
	nobody := incomplete()
	nobody.from = ""
	away := incomplete() // only its words tell
	away.subject, away.body = "Re: e-mailadres vergeten", "Dit is een automatisch antwoord. Ik ben met verlof; mijn nieuwe e-mailadres is an@new.example.\n"
	w.receive(header("Auto-Submitted: auto-generated (cron)"), header("Precedence: bulk"), header("List-Id: <x.example>"),
		header("Return-Path: <>"), own, away, several, nobody)
	wantSent(t, w)
	if n := w.account().Ledger.Outcomes[ticket.WasAutomatic]; n != 6 {
		t.Errorf("%d of 6 were recognised as automatic", n)
	}
	for _, s := range w.all() {
		if s.Ticket.Status != ticket.Open {
			t.Errorf("%s, which nobody answered, is %s: no agent would see it", s.Ticket.Ref, s.Ticket.Status)
		}
	}
}

func TestR6AFewAutomaticAnswersADay(t *testing.T) {
	w := newWorld(t)
	for i := range 5 {
		l := incomplete()
		l.body += fmt.Sprint(i)
		w.receive(l)
	}
	if n := len(w.sent()); n != 3 {
		t.Errorf("%d automatic answers in a day, want 3", n)
	}
	if s := w.all()[4].Ticket.Status; s != ticket.Open {
		t.Errorf("the fifth is %s: no agent would see it", s)
	}
	w.now = w.now.Add(25 * time.Hour)
	l := incomplete()
	l.body += "next day"
	w.receive(l)
	if n := len(w.sent()); n != 4 {
		t.Errorf("%d after a day, want 4", n)
	}
}

func TestR7TheNumberIsASecret(t *testing.T) {
	w := newWorld(t)
	l := forgotten()
	l.subject += " " + numberAn
	l.from = `"An Peeters ` + numberAn + `" <an@home.example>`
	l.header = []string{"Message-ID: <11021480191@home.example>", "References: <x." + numberAn + "@home.example>"}
	w.receive(l)
	v := w.last()
	if err := w.Ask(t.Context(), v.Ticket.Ref, "Eva", "Is "+numberAn+" uw nummer?"); !errors.Is(err, ticket.ErrInvalid) {
		t.Errorf("a question with a national number in it: %v", err)
	}
	if err := w.Note(t.Context(), v.Ticket.Ref, "Eva", "called about "+numberAn); err != nil {
		t.Fatal(err)
	}
	w.approve(w.last(), "seen "+numberAn)
	w.deliver()
	var shown bytes.Buffer
	v = w.last()
	fmt.Fprintf(&shown, "%+v %+v %+v %+v %s", v.Ticket, v.Check.Findings, v.Events, v.Claim, w.log)
	for _, d := range w.sent() {
		shown.Write(d.Raw)
	}
	files, err := os.ReadDir(w.folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(w.folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		shown.Write(data)
	}
	for _, secret := range []string{numberAn, "11021480191", "801.91"} {
		if i := bytes.Index(shown.Bytes(), []byte(secret)); i >= 0 {
			t.Errorf("%s is readable: …%q…", secret, shown.Bytes()[max(0, i-60):i+20])
		}
	}
	if v.Claim.Number.Reveal() != "11021480191" {
		t.Error("the number itself got lost")
	}
}

func TestR8TheFirstDecisionWins(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	var mu sync.Mutex
	var wg sync.WaitGroup
	var winners []string
	for i := range 20 {
		wg.Go(func() {
			by := fmt.Sprintf("agent %d", i)
			err := w.Approve(context.Background(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: by})
			mu.Lock()
			defer mu.Unlock()
			var c *ticket.Conflict
			if err == nil {
				winners = append(winners, by)
			} else if !errors.As(err, &c) || !strings.HasPrefix(c.By, "agent ") {
				t.Errorf("%s learned %v, not who was first", by, err)
			}
		})
	}
	wg.Wait()
	if len(winners) != 1 || w.last().Check.DecidedBy != winners[0] {
		t.Errorf("winners: %v; on record: %s", winners, w.last().Check.DecidedBy)
	}
	wantSent(t, w, "address_known to an@home.example")
}

func TestR8ADecisionOnAStaleDirectoryIsNotTaken(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	v := w.last()
	m := w.member(numberAn)
	m.Address = "an.import@example.be"
	if _, err := w.ImportMembers(t.Context(), "Eva", []ticket.Member{m}); err != nil {
		t.Fatal(err)
	}
	err := w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, CheckID: v.Check.ID, By: "Eva"})
	var c *ticket.Conflict
	if !errors.As(err, &c) {
		t.Fatalf("approved what nobody was shown: %v", err)
	}
	wantSent(t, w)
	again := w.last()
	if again.Check.ID == v.Check.ID || again.Check.Status != ticket.Waiting || !strings.Contains(again.Answers[0].Text, "an.import@example.be") {
		t.Errorf("no new check waits: %+v", again.Check)
	}
	if f := finding(t, again, "recent_change"); f.Verdict != ticket.Warning {
		t.Errorf("%+v", f)
	}
}

func TestR9AReplyIsWrittenOnce(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	claim := func() []ticket.Delivery {
		due, err := w.Claim(t.Context(), 10, time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		return due
	}
	first := claim()
	if len(first) != 1 || len(claim()) != 0 {
		t.Fatal("a leased message was handed out twice")
	}
	w.now = w.now.Add(61 * time.Minute) // the program was killed between hand-over and record; a new one comes
	second := claim()
	if len(second) != 1 || !bytes.Equal(first[0].Raw, second[0].Raw) || first[0].MessageID != second[0].MessageID {
		t.Fatal("after a crash the message is another one, or none")
	}
	if second[0].Attempts != 2 {
		t.Errorf("attempt %d, want 2", second[0].Attempts)
	}
	m := message.Parse(second[0].Raw, message.Options{})
	if m.MessageID != first[0].MessageID {
		t.Errorf("the Message-ID in the header is %s, on record %s", m.MessageID, first[0].MessageID)
	}
	v := w.last()
	if got := v.Outgoing[0].Attempts[0].Result; got != ticket.AttemptUnknown {
		t.Errorf("the first attempt is %s", got)
	}
	told := false
	for _, e := range v.Events {
		told = told || e.Name == ticket.EventAttempted && strings.Contains(e.Text, "once more")
	}
	if !told {
		t.Error("the history does not say that the message goes out once more")
	}
}

func TestR10MembersWordsAreData(t *testing.T) {
	for _, name := range []string{"{{.KnownAddress}}", "<b>Peeters</b>", "*_Jan_*", "[x](https://evil.example)", "x' OR 1=1 --", "%s%d%n"} {
		w := newWorld(t)
		w.receive(letter{"An <an@home.example>", "e-mailadres vergeten", "Naam: " + name + "\nVoornaam: An\n", nil})
		for _, d := range w.sent() {
			m := message.Parse(d.Raw, message.Options{})
			if strings.Contains(string(d.Raw), "an.old@example.be") || strings.Contains(string(d.Raw), "<b>Peeters") || strings.Contains(string(d.Raw), `href="https://evil`) {
				t.Errorf("%s was evaluated:\n%s", name, d.Raw)
			}
			if len(m.From) != 1 || m.From[0].Addr != "desk@example.org" {
				t.Errorf("%s: From is %v", name, m.From)
			}
		}
		if len(w.sent()) != 1 {
			t.Errorf("%s: %q", name, occasions(w.sent()))
		}
	}
}

func TestR11MailForPeopleStaysWhereItLies(t *testing.T) {
	w := newWorld(t)
	w.receive(letter{"Jan <jan@home.example>", "Vraag over mijn stage", "Wanneer begint de volgende stageperiode?\n", nil}, forgotten(),
		letter{"list@example.be", "Nieuws", "Ons nieuws\n", []string{"List-Id: <news.example>", "Precedence: list"}}, incomplete())
	uids, err := w.ToFile(t.Context(), "m", 1)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(uids) != "[2 4]" {
		t.Errorf("to be moved: %v, want [2 4]: only what became a ticket of ours", uids)
	}
	if err := w.Filed(t.Context(), "m", 1, uids); err != nil {
		t.Fatal(err)
	}
	if uids, err := w.ToFile(t.Context(), "m", 1); len(uids) != 0 || err != nil {
		t.Errorf("after filing: %v, %v", uids, err)
	}
}

// A From address and a guessed Ref are no proof: what an earlier decision rested on is not inherited by a later mail.
func TestR4ASolvedTicketLendsItsIdentityToNobody(t *testing.T) {
	for name, decide := range map[string]func(*world){
		"approved": func(w *world) { w.approve(w.last(), "") },
		"rejected": func(w *world) {
			if err := w.Reject(w.t.Context(), desk.Decision{Ref: w.last().Ticket.Ref, By: "Eva"}); err != nil {
				w.t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.receive(forgotten())
			decide(w)
			w.now = w.now.Add(40 * 24 * time.Hour)
			w.receive(letter{"An Peeters <an@home.example>", "e-mailadres gewijzigd " + string(w.last().Ticket.Ref), "Mijn nieuw e-mailadres is evil@evil.example\n", nil})
			v := w.last()
			if v.Check != nil && v.Check.Status == ticket.Waiting {
				t.Errorf("a check waits on a claim that nobody stated: %+v", v.Check.Findings)
			}
			if !v.Claim.Number.IsZero() {
				t.Error("the number of the earlier request was inherited")
			}
			w.receive(letter{"An Peeters <an@home.example>", "e-mailadres gewijzigd " + string(v.Ticket.Ref), changed("evil@evil.example").body, nil})
			v = w.last()
			if f := finding(t, v, "last_decision"); name == "rejected" && f.Verdict != ticket.Alarm {
				t.Errorf("%+v", f)
			}
		})
	}
}

// Nor does it after anything else opened the ticket again: the decision counts, not the status.
func TestR4ADecidedClaimIsNotInheritedThroughThanks(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	ref := string(w.last().Ticket.Ref)
	w.receive(letter{"An Peeters <an@home.example>", "RE: [" + ref + "]", "Hartelijk dank!\n", nil})
	if s := w.last().Ticket.Status; s != ticket.Open {
		t.Fatalf("%s", s)
	}
	w.receive(letter{"An Peeters <an@home.example>", "e-mailadres gewijzigd " + ref, "Mijn nieuw e-mailadres is evil@evil.example\n", nil})
	v := w.last()
	if len(w.all()) != 1 || v.Check.Status == ticket.Waiting || !v.Claim.Number.IsZero() {
		t.Fatalf("the approved claim was inherited: %+v", v.Check)
	}
	// What is asked for then joins what was stated since the decision, and nothing older.
	w.receive(letter{"An Peeters <an@home.example>", "RE: [" + ref + "]", "Mijn rijksregisternummer is " + numberAn + "\n", nil})
	if v = w.last(); v.Check.Status != ticket.Waiting || v.Check.NewAddress != "evil@evil.example" || finding(t, v, "earlier_mail").Verdict != ticket.Warning {
		t.Errorf("%+v", v.Check)
	}
}

// The claim may come from several mails, and one of them may be forged: the worst of them decides.
func TestR4AForgedFirstMailIsNotGreenedByAnHonestAnswer(t *testing.T) {
	w := newWorld(t, func(o *desk.Options) { o.Reader.AuthservID = "mx.example.org" })
	forged := letter{"An Peeters <an.old@example.be>", "e-mailadres gewijzigd", "Mijn nieuw e-mailadres is evil@evil.example\n\nAn Peeters\n",
		[]string{"Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=example.be"}}
	w.receive(forged)
	wantSent(t, w) // nothing to who may be somebody else's victim (R6)
	honest := letter{"An Peeters <an.old@example.be>", "RE: [" + string(w.last().Ticket.Ref) + "]", "Mijn rijksregisternummer is " + numberAn + "\n",
		[]string{"Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.be; dmarc=pass header.from=example.be"}}
	w.now = w.now.Add(time.Hour)
	w.receive(honest)
	v := w.last()
	if v.Check == nil || ticket.Worst(v.Check.Findings) != ticket.Alarm {
		t.Fatalf("%+v", v.Check)
	}
	for _, name := range []string{"earlier_mail", "sender_authentication"} {
		if f := finding(t, v, name); f.Verdict.Worse(ticket.Alarm) || f.Verdict == ticket.OK {
			t.Errorf("%+v", f)
		}
	}
	if err := w.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, By: "Eva"}); !errors.Is(err, ticket.ErrReasonNeeded) {
		t.Errorf("%v", err)
	}
}

func TestR6VariantsOfAnAddressCountAsOne(t *testing.T) {
	w := newWorld(t)
	for i := range 10 {
		l := incomplete()
		l.from = fmt.Sprintf("An Peeters <an+%d@home.example>", i)
		w.receive(l)
	}
	if n := len(w.sent()); n != 3 {
		t.Errorf("%d answers to one mailbox, want 3", n)
	}
	w = newWorld(t, func(o *desk.Options) { o.AnswersPerHour = 5 })
	for i := range 10 {
		l := incomplete()
		l.from = fmt.Sprintf("An Peeters <an%d@home.example>", i)
		w.receive(l)
	}
	if n := len(w.sent()); n != 5 {
		t.Errorf("%d answers in an hour, want 5", n)
	}
}

// Addresses that cannot be mailed are a person's business, and no reason to stop.
func TestR1AddressesThatCannotBeMailed(t *testing.T) {
	w := newWorld(t)
	for _, from := range []string{"an..peeters@example.be", "m\u00fcller@example.be", ".a@example.be", "a.@example.be", "a@b..be", strings.Repeat("x", 300) + "@example.be"} {
		l := incomplete()
		l.from = from
		w.receive(l)
		if v := w.last(); v.Mails[0].Mail.Outcome != ticket.BecameTicket || v.Ticket.Status != ticket.Open {
			t.Errorf("%q: %s, %+v", from, v.Mails[0].Mail.Outcome, v.Ticket)
		}
	}
	wantSent(t, w)
	if err := w.Start(t.Context()); err != nil {
		t.Errorf("the worker does not start again: %v", err)
	}
}

// A mail on which the program breaks down, at every start, stops neither the start nor the next mail.
func TestR1APanicIsOneMailsMatter(t *testing.T) {
	w := newWorld(t)
	w.wrap = func(tx desk.Tx) desk.Tx {
		return brokenTx{Tx: tx, insertTicket: func(k *ticket.Ticket) error {
			if k.Kind != ticket.Other {
				panic("at work on " + numberAn)
			}
			return nil
		}}
	}
	w.receive(forgotten(), letter{"Jan <jan@home.example>", "Stage", "Wanneer begint de stage?\n", nil})
	if a := w.account(); a.Ledger.Outcomes[ticket.WasUnreadable] != 1 || a.Ledger.Outcomes[ticket.BecameTicket] != 1 || !a.Ledger.Balanced() {
		t.Errorf("%+v", a.Ledger)
	}
	if strings.Contains(w.log.String(), "801.91") {
		t.Errorf("the log repeats what was read: %s", w.log)
	}
	if err := w.Start(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestR7WhatMailServersSayIsMasked(t *testing.T) {
	w := newWorld(t)
	w.receive(forgotten())
	w.approve(w.last(), "")
	due, err := w.Claim(t.Context(), 1, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	err = w.Finish(t.Context(), ticket.Attempt{DeliveryID: due[0].ID, Number: 1, Result: ticket.AttemptRefused, Code: 550, Text: "5.1.1 " + numberAn + " unknown"}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	v := w.last()
	if shown := fmt.Sprintf("%+v", v.Ticket) + fmt.Sprintf("%+v", v.Outgoing) + fmt.Sprintf("%+v", v.Events); strings.Contains(shown, numberAn) {
		t.Errorf("%s", shown)
	}
}
