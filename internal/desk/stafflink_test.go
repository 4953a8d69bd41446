package desk_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

// mustQueueLink queues a link for one of the staff and returns its delivery, handed to the outbox.
func (w *world) mustQueueLink(to string) ticket.Delivery {
	w.t.Helper()
	err := w.store.Write(w.t.Context(), func(tx *store.Tx) error {
		return w.QueueStaffLink(tx, to, ticket.French, reply.StaffLink{Name: "Eva Peeters", Link: "https://desk.example.org/link/abc", Hours: 1})
	})
	if err != nil {
		w.t.Fatal(err)
	}
	due, err := w.Claim(w.t.Context(), 10, time.Hour)
	if err != nil || len(due) != 1 {
		w.t.Fatalf("%d due, %v", len(due), err)
	}
	return due[0]
}

// eventsOfNone are the lines of the history that are about no ticket, the newest first.
func (w *world) eventsOfNone() (names []string) {
	w.t.Helper()
	var all []ticket.Event
	err := w.store.Read(w.t.Context(), func(tx *store.Tx) (err error) {
		all, err = tx.EventsOfNone(0, 100)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range all {
		if strings.Contains(e.Text, "/link/") {
			w.t.Errorf("the history tells the link: %s", e.Text)
		}
		names = append(names, e.Name)
	}
	return names
}

func TestALinkForStaffIsSentWithoutATicket(t *testing.T) {
	w := newWorld(t)
	d := w.mustQueueLink("eva@example.org")
	for _, want := range []string{"Auto-Submitted: auto-generated\r\n", "Content-Language: fr\r\n", "To: <eva@example.org>\r\n"} {
		if !bytes.Contains(d.Raw, []byte(want)) {
			t.Errorf("no %q in\n%s", want, d.Raw)
		}
	}
	if d.TicketID != 0 || d.Occasion != ticket.StaffLink {
		t.Errorf("%+v", d)
	}
	err := w.Finish(t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: 1, Result: ticket.AttemptDeferred, Text: "try later"}, w.now)
	if err != nil {
		t.Fatal(err)
	}
	w.deliver()
	if got := w.eventsOfNone(); !slices.Equal(got[:2], []string{ticket.EventSent, ticket.EventAttempted}) {
		t.Errorf("history %q", got)
	}
	if len(w.all()) != 0 {
		t.Error("a mail to staff opened a ticket")
	}
}

func TestALinkForStaffIsNoAutomaticAnswer(t *testing.T) {
	w := newWorld(t, func(o *desk.Options) { o.AnswersPerDay, o.AnswersPerHour = 1, 1 })
	w.mustQueueLink("an@home.example")
	w.receive(incomplete())
	wantSent(t, w, "data_missing to an@home.example")
}

func TestALinkForStaffThatFailsIsInTheHistory(t *testing.T) {
	w := newWorld(t)
	d := w.mustQueueLink("eva@example.org")
	err := w.Finish(t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: 1, Result: ticket.AttemptRefused, Code: 550, Text: "no such user"}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if got := w.eventsOfNone(); got[0] != ticket.EventFailed {
		t.Errorf("history %q", got)
	}
	if !strings.Contains(w.log.String(), "a mail to one of the staff did not arrive") {
		t.Errorf("log: %s", w.log)
	}
}

func TestABouncedOrAnsweredLinkForStaff(t *testing.T) {
	w := newWorld(t)
	d := w.mustQueueLink("eva@example.org")
	err := w.Finish(t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: 1, Result: ticket.AttemptSent, Code: 250}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Receive(t.Context(), "m", 1, []desk.Incoming{w.incoming(bounceOf(d, "failed"))}); err != nil {
		t.Fatal(err)
	}
	if got := w.eventsOfNone(); got[0] != ticket.EventBounced {
		t.Errorf("history %q", got)
	}
	w.receive(letter{"Eva <eva@example.org>", "Re: Choisissez votre mot de passe", "Merci\n", []string{"References: <" + d.MessageID + ">"}})
	a := w.account()
	if a.Deliveries[ticket.Bounced] != 1 || !a.Ledger.Balanced() || a.Ledger.Outcomes[ticket.BecameTicket] != 1 {
		t.Errorf("%+v: the bounce belongs to the delivery, and the answer is a mail like any other", a)
	}
}
