package workshop_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
)

// The next answer is written with what was published, and an approval of the old words is refused (R8).
func TestTheNextAnswerIsInThePublishedWords(t *testing.T) {
	w := newWorld(t)
	before := w.request("e-mailadres vergeten")
	w.publish(known, w.with(known, "Tot binnenkort."))
	decision := desk.Decision{Ref: before.Ticket.Ref, CheckID: before.Check.ID, By: "Eva", Shown: before.Shown}
	wantConflict(t, w.desk.Approve(t.Context(), decision), "")
	after := w.show()
	if after.Shown == before.Shown || !strings.Contains(after.Answers[0].Text, "Tot binnenkort.") {
		t.Fatalf("the answer that is shown: %s", after.Answers[0].Text)
	}
	decision.Shown = after.Shown
	w.must(w.desk.Approve(t.Context(), decision))
	if sent := w.show().Outgoing; len(sent) != 1 || !strings.Contains(sent[0].Text, "Tot binnenkort.") {
		t.Errorf("sent: %+v", sent)
	}
}

// Command line and worker are two processes: what one publishes, the other one sends.
func TestAnotherProcessPublishes(t *testing.T) {
	w := newWorld(t)
	before := w.request("e-mailadres vergeten")
	other := openWorld(t, w.folder, w.files)
	v := other.publish(known, other.with(known, "Van elders."))
	err := w.desk.Approve(t.Context(), desk.Decision{Ref: before.Ticket.Ref, By: "Eva", Shown: before.Shown})
	wantConflict(t, err, "")
	if text := w.show().Answers[0].Text; !strings.Contains(text, "Van elders.") {
		t.Errorf("the worker shows %s", text)
	}
	if p := w.open(known); p.Published != v.Source || p.State != workshop.Changed {
		t.Errorf("the page shows %+v", p.Cell)
	}
	_, err = other.BackToOriginal(t.Context(), "Marc", known, w.cell(known).Newest(), "")
	w.must(err)
	if v := w.show(); v.Shown != before.Shown {
		t.Error("back to the original, the answer is another one")
	}
}

// A language without a template falls back to that of the desk, and the ticket says so; once there is one, it goes out.
func TestAMissingLanguageFallsBack(t *testing.T) {
	english := workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.English}
	files := house(t)
	source := string(files[english.String()+".md"].Data)
	delete(files, english.String()+".md")
	w := openWorld(t, t.TempDir(), files)
	if c := w.cell(english); c.State != workshop.Missing || c.Behind {
		t.Errorf("the cell is %+v", c)
	}
	if p := w.open(english); p.Published != "" || p.Original != "" || len(p.Problems) > 0 {
		t.Errorf("the page is %+v", p)
	}
	v := w.request("e-mail address forgotten")
	w.must(w.desk.Reclassify(t.Context(), desk.Reclassification{Ref: v.Ticket.Ref, By: "Eva", Language: ticket.English}))
	if v = w.show(); v.Answers[0].Language != ticket.Dutch {
		t.Fatalf("the answer is in %s", v.Answers[0].Language)
	}
	w.must(w.desk.Approve(t.Context(), desk.Decision{Ref: v.Ticket.Ref, By: "Eva", Shown: v.Shown}))
	told := slices.ContainsFunc(w.show().Events, func(e ticket.Event) bool {
		return e.Text == "There is no reply template of address_known in en: it is written in nl."
	})
	if !told || w.show().Outgoing[0].Language != ticket.Dutch {
		t.Errorf("the ticket does not say so: %+v", w.show().Events)
	}
	w.publish(english, source)
	if c := w.cell(english); c.State != workshop.Changed {
		t.Errorf("published, the cell is %+v", c)
	}
	if r := w.rendered(english); r.Language != ticket.English {
		t.Errorf("published, it is written in %s", r.Language)
	}
	_, err := w.BackToOriginal(t.Context(), "Eva", english, w.cell(english).Newest(), "")
	w.must(err)
	if c := w.cell(english); c.State != workshop.Missing {
		t.Errorf("back to an original that is not there, the cell is %+v", c)
	}
}

// rendered is the sample as it goes out now.
func (w *world) rendered(k workshop.Key) (r reply.Rendered) {
	w.t.Helper()
	w.must(w.Read(w.t.Context(), func(tx workshop.Tx) error {
		set, err := w.Replies.Of(tx)
		if err != nil {
			return err
		}
		r, err = set.Render(k.Language, reply.Sample(k.Occasion, k.Language))
		return err
	}))
	return r
}

// A newer program may have stricter rules than the one that published. Mail goes out all the same, in the original words; the log, the
// matrix and the page say so, and a restart is no trouble.
func TestWhatNoLongerPassesFallsBackToTheOriginal(t *testing.T) {
	w := newWorld(t)
	broken := strings.Replace(w.original(known), "{{.KnownAddress}}", "", 1)
	w.must(w.Write(t.Context(), func(tx workshop.Tx) error { // as an older program, without this rule, has published it
		return tx.InsertTemplateVersion(&workshop.Version{Key: known, Source: broken, By: "Eva", Reason: "x"})
	}))
	other := workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.French}
	w.publish(other, w.with(other, "À bientôt."))
	again := openWorld(t, w.folder, w.files)
	for _, w := range []*world{w, again} {
		if got, want := w.rendered(known).Text, openWorld(t, t.TempDir(), w.files).rendered(known).Text; got != want {
			t.Errorf("what goes out: %s", got)
		}
		if !strings.Contains(w.rendered(other).Text, "À bientôt.") {
			t.Error("the fault of one template keeps another one back")
		}
		if p := w.open(known); !p.Unfit || p.State != workshop.Original || len(p.Problems) == 0 || p.Published != w.original(known) {
			t.Errorf("the page says %+v, %v", p.Cell, p.Problems)
		}
		if log := w.log.String(); strings.Count(log, "breaks the rules of this program") == 0 || !strings.Contains(log, "template=address_known.nl") {
			t.Errorf("the log says %q", log)
		}
	}
	v := w.publish(known, w.with(known, "Beter."))
	if c := w.cell(known); c.Unfit || c.State != workshop.Changed || c.Last.ID != v.ID {
		t.Errorf("mended: %+v", c)
	}
}

func TestMatrix(t *testing.T) {
	w := newWorld(t)
	cells, err := w.Matrix(t.Context())
	w.must(err)
	if want := len(ticket.Occasions()) * len(ticket.Languages()); len(cells) != want {
		t.Fatalf("%d cells, want %d", len(cells), want)
	}
	for _, c := range cells {
		if c.State != workshop.Original || c.Behind || c.Unfit || c.Draft != nil || c.Last != nil {
			t.Errorf("nothing was changed, and the cell is %+v", c)
		}
	}
	french := workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.French}
	german := workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.German}
	elsewhere := workshop.Key{Occasion: ticket.Received, Language: ticket.French}
	w.publish(known, w.with(known, "Een."))
	w.behind(map[workshop.Key]bool{known: false, french: true, german: true, elsewhere: false})
	w.now = w.now.Add(time.Hour)
	w.publish(french, w.with(french, "Un."))
	w.behind(map[workshop.Key]bool{known: true, french: false, german: true})
	w.now = w.now.Add(time.Hour)
	w.publish(known, w.with(known, "Eén."))
	w.behind(map[workshop.Key]bool{known: false, french: true, german: true})
	for _, k := range []workshop.Key{known, french} {
		w.now = w.now.Add(time.Hour)
		_, err := w.BackToOriginal(t.Context(), "Eva", k, w.cell(k).Newest(), "")
		w.must(err)
	}
	w.behind(map[workshop.Key]bool{known: false, french: false, german: false}) // all are original again
	w.save("Eva", french, "x", 0)
	if c := w.cell(french); c.Draft == nil || c.Draft.By != "Eva" {
		t.Errorf("the draft is not in the matrix: %+v", c)
	}
}

func (w *world) behind(want map[workshop.Key]bool) {
	w.t.Helper()
	got := map[workshop.Key]bool{}
	for k := range want {
		got[k] = w.cell(k).Behind
	}
	if !maps.Equal(got, want) {
		w.t.Errorf("behind: %v, want %v", got, want)
	}
}

func TestPreview(t *testing.T) {
	w := newWorld(t)
	r, problems, err := w.Preview(known, w.with(known, "Tot gauw."), nil)
	w.must(err)
	if len(problems) > 0 || !strings.Contains(r.Text, "jan.peeters@example.be") || !strings.Contains(r.Text, "Tot gauw.") || !strings.Contains(r.HTML, "Tot gauw.") {
		t.Errorf("problems %v, %s", problems, r.Text)
	}
	r, problems, err = w.Preview(known, "Subject: x\n\nx", nil)
	if err != nil || len(problems) == 0 || r.Text != "" {
		t.Errorf("a broken source: %v, %v, %q", err, problems, r.Text)
	}
	data := reply.AddressKnown{Ref: "SD-2026-000007", Member: reply.Person{FirstName: "{{.X}}", LastName: "*_Jan_*"}, KnownAddress: "x@example.be"}
	r, _, err = w.Preview(known, w.original(known), data)
	if err != nil || !strings.Contains(r.Text, "{{.X}}") {
		t.Errorf("%v: %s", err, r.Text)
	}
}

// Every occasion that the ticket has something for can be seen on it, and nothing is queued.
func TestPreviewOnARealTicket(t *testing.T) {
	w := newWorld(t)
	v := w.request("e-mailadres vergeten")
	shows := map[ticket.Occasion]string{
		ticket.AddressKnown: "an.old@example.be", ticket.AddressChangedNotice: "An", ticket.IdentityNotConfirmed: "An Peeters",
		ticket.PasswordSteps: string(v.Ticket.Ref), ticket.Received: string(v.Ticket.Ref), ticket.Question: "andere achternaam",
		ticket.Answer: "persoonlijk dossier",
	}
	for _, o := range ticket.Occasions() {
		k := workshop.Key{Occasion: o, Language: ticket.Dutch}
		r, _, err := w.PreviewTicket(t.Context(), k, w.original(k), v.Ticket.Ref)
		want, possible := shows[o]
		switch {
		case !possible:
			wantError(t, err, ticket.ErrNotAllowed, "")
		case err != nil || !strings.Contains(r.Subject, string(v.Ticket.Ref)) || !strings.Contains(r.Subject+r.Text, want):
			t.Errorf("%s: %v: %s, want %q in\n%s", o, err, r.Subject, want, r.Text)
		}
	}
	if sent := w.show().Outgoing; len(sent) > 0 {
		t.Errorf("a preview was queued: %+v", sent)
	}
	_, _, err := w.PreviewTicket(t.Context(), known, w.original(known), "SD-2026-999999")
	wantError(t, err, ticket.ErrNotFound, "")
}

// The preview as a real mail: marked, generated, of no ticket and of no member, and no automatic answer.
func TestSendTest(t *testing.T) {
	w := newWorld(t)
	for lang, mark := range map[ticket.Language]string{ticket.Dutch: "TEST – ", ticket.French: "ESSAI – ", ticket.English: "TEST – ", ticket.German: "TEST – "} {
		for _, o := range ticket.Occasions() {
			k := workshop.Key{Occasion: o, Language: lang}
			w.must(w.SendTest(t.Context(), "Eva", "eva@example.org", k, w.original(k)))
			due, err := w.desk.Claim(t.Context(), 10, time.Hour)
			w.must(err)
			if len(due) != 1 {
				t.Fatalf("%d mails are due", len(due))
			}
			d, m := due[0], message.Parse(due[0].Raw, message.Options{})
			if d.TicketID != 0 || d.Occasion != ticket.TemplateTest || d.Recipient != "eva@example.org" || !strings.HasPrefix(m.Subject, mark) {
				t.Errorf("%s: %q to %s, ticket %d, as %s", k, m.Subject, d.Recipient, d.TicketID, d.Occasion)
			}
			if strings.Contains(string(d.Raw), "SD-2026-") || !strings.Contains(string(d.Raw), "Auto-Submitted: auto-generated") {
				t.Errorf("%s carries the Ref of a ticket, or is not marked as generated", k)
			}
			w.must(w.desk.Finish(t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: d.Attempts, Result: ticket.AttemptSent}, time.Time{}))
		}
	}
	w.must(w.desk.Read(t.Context(), func(tx desk.Tx) error {
		n, err := tx.CountAutomatic("eva@example.org", w.now.Add(-time.Hour))
		if n > 0 {
			t.Errorf("%d tests count as automatic answers", n)
		}
		return err
	}))
	if want := len(ticket.Occasions()) * len(ticket.Languages()); w.queued != want || len(w.events()) != want {
		t.Errorf("the outbox was woken %d times, %d events, want %d", w.queued, len(w.events()), want)
	}
	err := w.SendTest(t.Context(), "Eva", "eva@example.org", known, "Subject: x\n\nx")
	wantRefused(t, err, 3, ".KnownAddress is missing")
	err = w.SendTest(t.Context(), "Eva", "eva", known, w.original(known))
	wantError(t, err, ticket.ErrInvalid, "not an address that can be mailed")
	if due, err := w.desk.Claim(t.Context(), 10, time.Hour); len(due) > 0 || err != nil {
		t.Errorf("a refused test is due: %v, %v", due, err)
	}
}

// A test that comes back opens no ticket: there is none.
func TestATestThatFailsIsLogged(t *testing.T) {
	w := newWorld(t)
	w.must(w.SendTest(t.Context(), "Eva", "eva@example.org", known, w.original(known)))
	due, err := w.desk.Claim(t.Context(), 10, time.Hour)
	w.must(err)
	w.must(w.desk.Finish(t.Context(), ticket.Attempt{DeliveryID: due[0].ID, Number: 1, Result: ticket.AttemptRefused, Code: 550, Text: "no"}, time.Time{}))
	if !strings.Contains(w.log.String(), "occasion=template_test") {
		t.Errorf("the log says %q", w.log.String())
	}
}
