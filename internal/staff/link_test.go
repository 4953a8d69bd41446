package staff

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

// queued are the mails that were really queued.
func (w *world) queued() (out []ticket.Delivery) {
	w.t.Helper()
	err := w.store.Read(w.t.Context(), func(tx *store.Tx) (err error) {
		out, err = tx.DueDeliveries(100)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

func (w *world) forgot(name string) {
	w.t.Helper()
	w.waits = nil
	ctx := WithVisit(w.t.Context(), home, "Firefox")
	if err := w.ForgotPassword(ctx, name, ticket.French); err != nil {
		w.t.Fatal(err)
	}
	w.now = w.now.Add(time.Minute)
}

// newcomer is an account that was given a link, with the token in it.
func (w *world) newcomer() (Account, string) {
	w.t.Helper()
	url, err := w.Add(w.t.Context(), "Eva Peeters", Account{Name: "Els New", Address: "els@example.org", Roles: ticket.Roles{ticket.Agent}}, true)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.find("els@example.org"), tokenOf(w.t, url)
}

func TestAFirstPassword(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a, token := w.newcomer()
	if a.HasPassword {
		t.Error("a newcomer has a password")
	}
	w.wantLast(ticket.EventLinkSent, "Eva Peeters was given", "Els New", "72 hours")
	if len(w.mails) != 0 {
		t.Error("a link that is handed over is mailed too")
	}
	for range 2 { // looking at the page does not use it up
		if who, err := w.OpenLink(ctx, token); err != nil || who.ID != a.ID {
			t.Fatalf("%+v, %v", who, err)
		}
	}
	var u *Unfit
	if err := w.SetPassword(ctx, token, "els is mijn naam"); !errors.As(err, &u) {
		t.Errorf("a bad password: %v", err)
	}
	wantErr(t, "the first use", w.SetPassword(ctx, token, goodPassword), nil)
	w.wantLast(ticket.EventPasswordSet, "Els New")
	wantErr(t, "the second use", w.SetPassword(ctx, token, otherPassword), ErrLink)
	_, err := w.OpenLink(ctx, token)
	wantErr(t, "looking at it again", err, ErrLink)
	w.mustSignIn("Els New", home, "")
	w.holdsNone(token, goodPassword)
}

func TestLinksExpire(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	_, token := w.newcomer()
	w.now = w.now.Add(LinkLife - time.Millisecond)
	_, err := w.OpenLink(ctx, token)
	wantErr(t, "within 72 hours", err, nil)
	w.now = w.now.Add(time.Millisecond)
	_, err = w.OpenLink(ctx, token)
	wantErr(t, "after 72 hours", err, ErrLink)
	wantErr(t, "its use", w.SetPassword(ctx, token, goodPassword), ErrLink)
	w.eva()
	w.forgot("eva@example.org")
	token = tokenOf(t, w.mails[0].Link)
	w.now = w.now.Add(forgottenFor - time.Minute)
	_, err = w.OpenLink(ctx, token)
	wantErr(t, "a forgotten one after an hour", err, ErrLink)
	for _, token := range []string{"", "x", strings.Repeat("A", 43), token + "x"} {
		_, err = w.OpenLink(ctx, token)
		wantErr(t, "what is no link", err, ErrLink)
	}
}

// Two browsers post a password for the same link at once: while the first is being hashed, the second gets through.
func TestALinkIsUsedOnceAlsoAtOnce(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	_, token := w.newcomer()
	derive, inside := w.hasher.derive, false
	w.hasher.derive = func(password, salt []byte, h Hashing, size int) []byte {
		if !inside {
			inside = true
			wantErr(t, "the faster one", w.SetPassword(ctx, token, otherPassword), nil)
		}
		return derive(password, salt, h, size)
	}
	wantErr(t, "the slower one", w.SetPassword(ctx, token, goodPassword), ErrLink)
	_, err := w.signIn("Els New", otherPassword, home, "")
	wantErr(t, "the password of the faster one", err, nil)
}

func TestForgotPassword(t *testing.T) {
	w := newWorld(t)
	w.eva()
	w.forgot("EVA peeters")
	mails := w.queued()
	if len(mails) != 1 || mails[0].Recipient != "eva@example.org" || mails[0].Language != ticket.French || mails[0].TicketID != 0 {
		t.Fatalf("%+v", mails)
	}
	if m := w.mails[0]; m.First || m.Hours != 1 || m.Name != "Eva Peeters" {
		t.Errorf("first %v, %d hours, for %s", m.First, m.Hours, m.Name)
	}
	w.wantLast(ticket.EventLinkSent, "mailed to eva@example.org", "1 hours")
	token := tokenOf(t, w.mails[0].Link)
	wantErr(t, "its use", w.SetPassword(t.Context(), token, otherPassword), nil)
	w.holdsNone(token)
	_, err := w.signIn("Eva Peeters", otherPassword, home, "")
	wantErr(t, "the new password", err, nil)
}

func TestAllLinksAndSessionsEndWithANewPassword(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	w.session(a.ID, "token of a thief")
	w.forgot("Eva Peeters")
	w.forgot("eva@example.org")
	wantErr(t, "the second link", w.SetPassword(ctx, tokenOf(t, w.mails[1].Link), otherPassword), nil)
	wantErr(t, "the first link", w.SetPassword(ctx, tokenOf(t, w.mails[0].Link), goodPassword), ErrLink)
	if w.alive("token of a thief") {
		t.Error("a session outlives the password that it was opened with")
	}
}

// What is asked for an unknown name costs the same: one mail written, one transaction, one line; and nothing leaves.
func TestForgotPasswordTellsNobodyWhoIsKnown(t *testing.T) {
	w := newWorld(t)
	w.eva()
	gone := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	wantErr(t, "disabling", w.Disable(t.Context(), "test", gone.ID), nil)
	for i, name := range []string{"Eva Peeters", "Nobody Knows", "jan@example.org", ""} {
		mails, events, writes, queued := len(w.mails), len(w.events()), w.writes, len(w.queued())
		ctx := WithVisit(t.Context(), fmt.Sprintf("203.0.113.%d", i), "")
		wantErr(t, name, w.ForgotPassword(ctx, name, ticket.Dutch), nil)
		if m, e, tx := len(w.mails)-mails, len(w.events())-events, w.writes-writes; m != 1 || e != 1 || tx != 1 {
			t.Errorf("%q: %d mails written, %d events, %d transactions; want one each", name, m, e, tx)
		}
		if n := len(w.queued()) - queued; (n == 1) != (i == 0) {
			t.Errorf("%q: %d mails queued", name, n)
		}
	}
	w.wantLast(ticket.EventLinkRefused, "203.0.113.3", "no such account")
	w.holdsNone("Nobody Knows", "nobody@example.org")
	for _, m := range w.mails[1:] {
		if _, err := w.OpenLink(t.Context(), tokenOf(t, m.Link)); !errors.Is(err, ErrLink) {
			t.Error("the link of a decoy opens something")
		}
	}
}

func TestAtMostThreeLinksAnHour(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	for range 5 {
		w.forgot("Eva Peeters")
	}
	if n := len(w.queued()); n != linksAnHour {
		t.Errorf("%d mails", n)
	}
	w.wantLast(ticket.EventLinkRefused, "3 links were mailed to Eva Peeters")
	if w.waited() != 8*time.Second {
		t.Errorf("asking again and again is answered after %v", w.waited())
	}
	wantErr(t, "an admin", w.SendLink(t.Context(), "Jan", a.ID, ticket.Dutch), ticket.ErrNotAllowed)
	w.now = w.now.Add(time.Hour)
	w.forgot("Eva Peeters")
	if n := len(w.queued()); n != linksAnHour+1 {
		t.Errorf("%d mails after an hour", n)
	}
}

func TestSendLink(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	if _, err := w.Add(ctx, "Eva", Account{Name: "Els New", Address: "els@example.org", Roles: ticket.Roles{ticket.Agent}, Language: ticket.English}, false); err != nil {
		t.Fatal(err)
	}
	a := w.find("Els New")
	woken := 0
	w.Queued = func() { woken++ }
	wantErr(t, "sending", w.SendLink(ctx, "Eva Peeters", a.ID, ticket.Dutch), nil)
	mails := w.queued()
	if m := w.mails[0]; !m.First || m.Hours != 72 || len(mails) != 1 || mails[0].Language != ticket.English || woken != 1 {
		t.Errorf("first %v, %d hours, woken %d, %+v", m.First, m.Hours, woken, mails)
	}
	wantErr(t, "as nobody", w.SendLink(ctx, "", a.ID, ""), ticket.ErrInvalid)
	wantErr(t, "to nobody", w.SendLink(ctx, "Eva", 99, ""), ticket.ErrNotFound)
	wantErr(t, "disabling", w.Disable(ctx, "Eva", a.ID), nil)
	wantErr(t, "to the disabled", w.SendLink(ctx, "Eva", a.ID, ""), ticket.ErrNotAllowed)
	wantErr(t, "the link of the disabled", w.SetPassword(ctx, tokenOf(t, w.mails[0].Link), goodPassword), ErrLink)
}

// The token and the mail are committed together, or neither.
func TestALinkThatCannotBeMailedIsNotFiled(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	before := len(w.events())
	w.PublicURL = func() string { return "http://desk.example.org" }
	for _, name := range []string{"Eva Peeters", "Nobody"} {
		if err := w.ForgotPassword(ctx, name, ""); err == nil || !strings.Contains(err.Error(), "console.public_url") {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.PublicURL = func() string { return "" }
	if err := w.SendLink(ctx, "Jan", a.ID, ""); err == nil || !strings.Contains(err.Error(), "console.public_url") {
		t.Errorf("without an address of the console: %v", err)
	}
	if len(w.queued()) != 0 || len(w.events()) != before {
		t.Error("something was filed")
	}
	if _, err := w.OpenLink(ctx, w.mails[0].Link[strings.LastIndex(w.mails[0].Link, "/")+1:]); !errors.Is(err, ErrLink) {
		t.Errorf("the link was filed: %v", err)
	}
}

func TestALinkIsNeverTakenForANationalNumber(t *testing.T) {
	w := newWorld(t)
	number, err := base64.RawURLEncoding.DecodeString("11021480191" + strings.Repeat("_", 32))
	if err != nil {
		t.Fatal(err)
	}
	w.Random = strings.NewReader(string(number) + strings.Repeat("\x00", 32))
	token, err := w.newToken()
	if err != nil || token != strings.Repeat("A", 43) {
		t.Errorf("%q, %v", token, err)
	}
	if _, err := w.newToken(); err == nil {
		t.Error("an exhausted source of randomness makes a token")
	}
}
