package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// The database keeps versions as they are, whatever code comes later.
func TestTemplateVersionsAreAppendOnly(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	k := ticket.TemplateKey{Occasion: ticket.AddressKnown, Language: ticket.Dutch}
	var want []ticket.TemplateVersion
	b.write(t, func(tx *Tx) error {
		for i, v := range []ticket.TemplateVersion{
			{Key: k, Source: "Subject: é\r\n\r\nx", By: "Eva", Reason: "why"},
			{Key: ticket.TemplateKey{Occasion: ticket.AddressKnown, Language: ticket.French}, Source: "y", By: "Eva", SecondBy: "Marc"},
			{Key: k, By: "Marc", Original: true},
		} {
			if err := tx.InsertTemplateVersion(&v); err != nil {
				return err
			}
			if v.ID != int64(i+1) || v.Number != 1+i/2 || !v.At.Equal(tx.Now()) {
				t.Errorf("version %+v", v)
			}
			want = append(want, v)
		}
		return nil
	})
	b.write(t, func(tx *Tx) error {
		newest, err := tx.NewestTemplates()
		if diff := cmp.Diff(want[1:], newest); diff != "" || err != nil {
			t.Errorf("%v, the newest (-want +got):\n%s", err, diff)
		}
		all, err := tx.TemplateVersions(k)
		if diff := cmp.Diff([]ticket.TemplateVersion{want[2], want[0]}, all); diff != "" || err != nil {
			t.Errorf("%v, all of one key (-want +got):\n%s", err, diff)
		}
		last, err := tx.LastTemplateVersion()
		if last != 3 {
			t.Errorf("the last one is %d", last)
		}
		return err
	})
	for _, statement := range []string{"UPDATE template_versions SET source = 'y'", "DELETE FROM template_versions"} {
		if _, err := b.writers.Exec(statement); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// A test of a template belongs to no ticket, as a link for staff does; everything else still must.
func TestWhatBelongsToNoTicket(t *testing.T) {
	b := mustOpen(t, t.TempDir())
	for _, o := range append(ticket.Occasions(), ticket.TemplateTest) {
		err := b.Write(t.Context(), func(tx *Tx) error {
			return tx.InsertDelivery(&ticket.Delivery{Occasion: o, MessageID: string(o), Recipient: "eva@example.be", Raw: []byte("x")})
		})
		if (err == nil) == o.OfTicket() {
			t.Errorf("%s of no ticket: %v", o, err)
		}
	}
}
