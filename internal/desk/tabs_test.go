package desk_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// place says where a ticket stands, by the words of ticket.Tab.
func place(s desk.Summary) ticket.Tab {
	switch t := s.Ticket; {
	case t.Status == ticket.Open && s.Check != nil && s.Check.Status == ticket.Waiting:
		return ticket.ToDecide
	case t.Status != ticket.Closed && (t.Trouble != "" || t.Contested != ""):
		return ticket.InTrouble
	case t.Status == ticket.Pending:
		return ticket.WaitingFor
	case t.Status == ticket.Open:
		return ticket.ToRead
	}
	return ticket.Done
}

// recount compares tabs, counts and worst verdicts, which triggers keep, with what the tickets and their checks say.
func (w *world) recount(what string) {
	w.t.Helper()
	want := map[ticket.Tab]int64{}
	tabs, wantTabs := map[ticket.Ref]string{}, map[ticket.Ref]string{}
	for _, tab := range ticket.Tabs() {
		want[tab] = 0
		for f := (desk.QueueFilter{Tab: tab, Limit: 10}); ; {
			page, err := w.Queue(w.t.Context(), f)
			if err != nil {
				w.t.Fatal(err)
			}
			for _, r := range page.Rows {
				if r.Tab != tab {
					w.t.Errorf("after %s: tab %s shows %s, which stands in %s", what, tab, r.Ticket.Ref, r.Tab)
				}
				tabs[r.Ticket.Ref] += string(r.Tab) + " " + string(w.worst(r.Ticket.ID))
			}
			if f.After = page.Next; page.Next == 0 {
				break
			}
		}
	}
	for _, s := range w.all() {
		want[place(s)]++
		worst := ticket.Verdict("")
		if s.Check != nil {
			worst = ticket.Worst(s.Check.Findings)
		}
		wantTabs[s.Ticket.Ref] = string(place(s)) + " " + string(worst)
	}
	counts, err := w.Tabs(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		w.t.Fatalf("after %s the counts of the tabs are wrong:\n%s", what, diff)
	}
	if diff := cmp.Diff(wantTabs, tabs); diff != "" {
		w.t.Fatalf("after %s tickets stand in the wrong tab:\n%s", what, diff)
	}
}

// worst is the verdict by which the queue filters.
func (w *world) worst(id int64) (v ticket.Verdict) {
	w.t.Helper()
	err := w.Read(w.t.Context(), func(tx desk.Tx) error {
		placed, err := tx.PlacedTickets([]int64{id})
		v = placed[0].Worst
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// Whatever the desk does, every ticket stands in exactly one tab, the right one, and is counted there.
func TestTabsAndCountsAreTrueWhateverHappens(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w := newWorld(t)
			p := player{world: w, r: rand.New(rand.NewPCG(seed, 7))}
			for step := range 60 {
				w.now = w.now.Add(time.Minute)
				name, err := p.move()
				var conflict *ticket.Conflict
				if err != nil && !errors.Is(err, ticket.ErrNotAllowed) && !errors.Is(err, ticket.ErrReasonNeeded) && !errors.As(err, &conflict) {
					t.Fatalf("step %d, %s: %v", step, name, err)
				}
				if step%4 == 3 {
					w.recount(fmt.Sprintf("step %d, %s", step, name))
				}
			}
		})
	}
}

// player does at random what requesters, staff and mail servers do.
type player struct {
	*world
	r *rand.Rand
	n int
}

func (p *player) ref() ticket.Ref {
	all := p.all()
	return all[p.r.IntN(len(all))].Ticket.Ref
}

func (p *player) move() (string, error) {
	ctx := p.t.Context()
	if p.n++; p.n < 6 {
		p.receive(p.letter())
		return "mail", nil
	}
	switch p.r.IntN(13) {
	case 0, 1:
		p.receive(p.letter())
		return "mail", nil
	case 2:
		l := forgotten()
		l.from, l.subject, l.header = p.letter().from, "Re: "+string(p.ref()), nil
		p.receive(l)
		return "follow-up", nil
	case 3, 4:
		return "approve", p.Approve(ctx, desk.Decision{Ref: p.ref(), By: "Eva", Reason: "seen"})
	case 5:
		return "reject", p.Reject(ctx, desk.Decision{Ref: p.ref(), By: "Eva"})
	case 6:
		return "ask", p.Ask(ctx, p.ref(), "Eva", "Which one?")
	case 7:
		return "close", p.Desk.Close(ctx, p.ref(), "Eva", "done")
	case 8:
		return "merge", p.Merge(ctx, p.ref(), p.ref(), "Eva")
	case 9:
		_, err := p.SendAgain(ctx, p.ref(), "Eva")
		return "send again", err
	case 10:
		return "directory", p.rename()
	case 11:
		return "answer", p.Answer(ctx, p.ref(), "Eva", "That one.")
	}
	return "outbox", p.fail()
}

func (p *player) letter() letter {
	n := p.r.IntN(6)
	l := []letter{forgotten(), changed("an@new.example"), incomplete(), other(n), {subject: "wachtwoord vergeten", body: "Ik ben mijn wachtwoord vergeten.\n"}}[p.r.IntN(5)]
	l.from, l.header = fmt.Sprintf("Lid Nummer%d <lid%d@home.example>", n, n), []string{fmt.Sprintf("Message-ID: <%d@home.example>", p.n)}
	return l
}

// rename changes the directory, so that checks are made anew.
func (p *player) rename() error {
	m := p.member(numberAn)
	m.FirstName = []string{"An", "Anna", "Anneke"}[p.r.IntN(3)]
	_, err := p.ImportMembers(p.t.Context(), "test", []ticket.Member{m})
	return err
}

// fail lets the mail server take some of what is due, and refuse the rest.
func (p *player) fail() error {
	due, err := p.Claim(p.t.Context(), 3, time.Hour)
	for _, d := range due {
		result := []ticket.AttemptResult{ticket.AttemptSent, ticket.AttemptRefused}[p.r.IntN(2)]
		if err := p.Finish(p.t.Context(), ticket.Attempt{DeliveryID: d.ID, Number: d.Attempts, Result: result, Code: 550, Text: "no"}, time.Time{}); err != nil {
			return err
		}
	}
	return err
}
