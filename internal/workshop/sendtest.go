package workshop

import (
	"context"
	"strings"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// SendTest mails a source, rendered with made-up data, to who tunes it: a real mail through the real outbox, whose subject says that it is a
// test. It counts as no answer, and tells nothing of any member (R3). A source with errors is a *Refused.
func (w *Workshop) SendTest(ctx context.Context, by, to string, k Key, source string) error {
	if err := w.fit(k, source); err != nil {
		return err
	}
	r, _, err := w.Preview(k, source, nil)
	if err != nil {
		return err
	}
	err = w.act(ctx, by, k, func(tx Tx, by string) error {
		if err := w.Mail(tx, to, asTest(r)); err != nil {
			return err
		}
		return event(tx, by, ticket.EventTemplateTested, "%s in %s: a test was mailed to %s.", k.Occasion, k.Language, to)
	})
	if err == nil {
		w.Queued()
	}
	return err
}

// noRef takes the place of the Ref in a test. No ticket has it, so an answer to a test joins none.
const noRef = "SD-0000-000000"

// asTest marks a reply as a test.
func asTest(r reply.Rendered) reply.Rendered {
	mark := "TEST"
	if r.Language == ticket.French {
		mark = "ESSAI"
	}
	r.Subject = mark + " – " + strings.ReplaceAll(r.Subject, sampleRef, noRef)
	r.Text, r.HTML = strings.ReplaceAll(r.Text, sampleRef, noRef), strings.ReplaceAll(r.HTML, sampleRef, noRef)
	return r
}

// sampleRef is the Ref in reply.Sample; a ticket may have it.
const sampleRef = "SD-2026-000123"
