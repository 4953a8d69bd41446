package outbox

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode"

	"iec-iab.be/servicedesk/internal/ticket"
)

// recordTries is how often a result is offered to the queue: a database that is busy for a moment must not cost a second mail.
const recordTries = 4

// pass is one look at the queue, and the connection that its messages share.
type pass struct {
	s      *Sender
	line   *session  // nil: none open
	resume time.Time // when to try again after a step that fails for every delivery
}

// tick sends everything that is due now. One delivery's failure does not stop the next; only a connection that cannot be made does.
func (s *Sender) tick(ctx context.Context) {
	p := &pass{s: s}
	defer p.end()
	for ctx.Err() == nil {
		limit := s.limit()
		if limit == 0 {
			return
		}
		expires := s.cfg.Now().Add(s.cfg.Lease)
		batch, err := s.q.Claim(ctx, limit, s.cfg.Lease)
		if err != nil {
			if ctx.Err() == nil {
				s.trouble(Step{Name: stepQueue, Err: err, Remedy: "see whether the database can be written"})
			}
			return
		}
		s.works(stepQueue)
		if len(batch) == 0 || !p.batch(ctx, batch, expires) {
			return
		}
	}
}

// batch reports whether it is worth claiming more.
func (p *pass) batch(ctx context.Context, batch []ticket.Delivery, expires time.Time) bool {
	need := p.s.cfg.Timeouts.message()
	for i, d := range batch {
		now := p.s.cfg.Now()
		if ctx.Err() != nil {
			return p.giveBack(ctx, batch[i:], "not tried: the servicedesk was stopped", now)
		}
		if i > 0 && now.Add(need).After(expires) { // another sender could take it while we do
			return p.giveBack(ctx, batch[i:], "not tried: the mail server is slow", now)
		}
		step, err := p.deliver(ctx, d, now)
		if err != nil {
			p.s.trouble(Step{Name: stepQueue, Err: err, Remedy: "see whether the database can be written; the same bytes go out again"})
			return false // it cannot be told either that the others were not tried: their lease ends
		}
		if step != nil {
			return p.giveBack(ctx, batch[i+1:], "not tried: "+step.String(), p.resume)
		}
	}
	return true
}

// giveBack ends the attempts of deliveries that were not tried; it always returns false.
func (p *pass) giveBack(ctx context.Context, rest []ticket.Delivery, why string, retryAt time.Time) bool {
	for _, d := range rest {
		out := outcome{result: ticket.AttemptDeferred, text: clean(why)}
		if err := p.record(ctx, d, p.s.cfg.Now(), out, retryAt); err != nil {
			p.s.log.Warn("an attempt cannot be recorded", "delivery", d.ID, "error", clean(err.Error()))
		}
	}
	return false
}

// deliver tries one delivery and records the result. A step is what keeps every delivery from being sent; an error is the queue's.
func (p *pass) deliver(ctx context.Context, d ticket.Delivery, started time.Time) (*Step, error) {
	out, step := p.try(ctx, d)
	if step != nil {
		p.resume = p.s.trouble(*step)
	}
	now := p.s.cfg.Now()
	retryAt := time.Time{}
	switch {
	case out.result == ticket.AttemptSent || out.result == ticket.AttemptRefused:
	case out.halted && out.result == ticket.AttemptDeferred:
		out.text, retryAt = "not sent: the servicedesk was stopped", now
	default:
		out, retryAt = p.later(d, out, step, now)
	}
	return step, p.record(ctx, d, started, out, retryAt)
}

// later says when a delivery is tried again, or that it is given up.
func (p *pass) later(d ticket.Delivery, out outcome, step *Step, now time.Time) (outcome, time.Time) {
	last := queuedAt(d).Add(p.s.cfg.GiveUpAfter)
	if !now.Before(last) {
		out.result = ticket.AttemptAbandoned
		out.text = clean("given up after " + p.s.cfg.GiveUpAfter.String() + ": " + out.text)
		return out, time.Time{}
	}
	at := now.Add(p.s.spread(nth(delays[:], d.Attempts)))
	if step != nil { // not its own fault: it waits as long as all do
		at = p.resume
	}
	if at.After(last) {
		at = last // one more try before it is given up
	}
	return out, at
}

// try sends over the open connection or a new one. A server may have closed the open one in the meantime: that is no failure of the
// message, and it goes over a new one at once.
func (p *pass) try(ctx context.Context, d ticket.Delivery) (outcome, *Step) {
	if why := unsendable(d); why != "" {
		return outcome{result: ticket.AttemptRefused, text: why}, nil
	}
	for {
		if step := p.connect(ctx); step != nil {
			if ctx.Err() != nil {
				return outcome{result: ticket.AttemptDeferred, halted: true}, nil
			}
			return outcome{result: ticket.AttemptDeferred, text: step.String(), code: codeOf(step.Err)}, step
		}
		out := p.line.send(d)
		if out.broken {
			p.drop()
		}
		if out.stale && ctx.Err() == nil {
			continue // a new connection is never stale: this ends
		}
		if out.ours {
			return out, &Step{Name: stepSubmit, Err: errors.New(out.text), Remedy: remedySubmit}
		}
		if out.code != 0 { // the server spoke of this message
			p.s.works(stepSubmit)
		}
		return out, nil
	}
}

const remedySubmit = "the server wants a sign-in: see smtp.username and smtp.password_file"

func (p *pass) connect(ctx context.Context) *Step {
	if p.line != nil {
		return nil
	}
	line, steps := open(ctx, p.s.cfg)
	last := steps[len(steps)-1]
	if line == nil {
		return &last
	}
	p.line = line
	for _, step := range []string{stepResolve, stepConnect, stepTLS, stepSignIn} {
		p.s.works(step)
	}
	return nil
}

func (p *pass) drop() {
	p.line.close()
	p.line = nil
}

func (p *pass) end() {
	if p.line != nil {
		p.line.quit()
	}
}

// record hands the result to the queue, also when the context has ended: a mail that went out and is not recorded goes out twice.
func (p *pass) record(ctx context.Context, d ticket.Delivery, started time.Time, out outcome, retryAt time.Time) error {
	a := ticket.Attempt{DeliveryID: d.ID, Number: d.Attempts, Result: out.result, Code: out.code, Text: out.text, StartedAt: started,
		EndedAt: p.s.cfg.Now()}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
	defer cancel()
	err := p.s.q.Finish(ctx, a, retryAt)
	for i := 1; err != nil && i < recordTries; i++ {
		wait(ctx, time.Duration(i)*250*time.Millisecond)
		err = p.s.q.Finish(ctx, a, retryAt)
	}
	p.s.count(out.result)
	p.s.log.Log(ctx, levelOf(out.result), "delivery tried", "delivery", d.ID, "ticket", d.TicketID, "attempt", d.Attempts,
		"result", out.result, "code", out.code, "text", out.text)
	return err
}

func wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// unsendable finds what could not even be said in SMTP; it is refused without a connection.
func unsendable(d ticket.Delivery) string {
	switch {
	case !isPath(d.Recipient) || d.Recipient == "":
		return "the recipient is not a mail address"
	case !isPath(d.Sender):
		return "the sender is not a mail address"
	case len(d.Raw) == 0:
		return "the stored message is empty"
	}
	return ""
}

// isPath keeps what would end or extend a command out of it (RFC 5321 section 4.1.2). The empty path is a sender.
func isPath(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	odd := func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) || r == '<' || r == '>' }
	return s == "" || ok && local != "" && domain != "" && !strings.ContainsFunc(s, odd)
}

// queuedAt is from when the patience counts: an agent who sends again begins anew.
func queuedAt(d ticket.Delivery) time.Time {
	if d.QueuedAt.IsZero() {
		return d.CreatedAt
	}
	return d.QueuedAt
}
