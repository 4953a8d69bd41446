package staff

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestSignIn(t *testing.T) {
	w := newWorld(t)
	a := w.add("Éva  Peeters", "Eva@Example.org", ticket.Agent)
	device := ""
	for _, name := range []string{"Éva Peeters", "eva peeters", " EVA   PEETERS ", "eva@example.org", "EVA@example.org"} {
		in := w.mustSignIn(name, home, device)
		if in.Account.ID != a.ID || in.CodeNeeded || in.EnrolNeeded {
			t.Errorf("%q: %+v", name, in)
		}
		if (in.Device == "") != (device != "") {
			t.Errorf("%q: device cookie %q, the browser had %q", name, in.Device, device)
		}
		if in.Device != "" {
			device = in.Device
		}
		w.wantLast(ticket.EventSignedIn, "Éva Peeters", home)
		if w.last().Actor != "Éva Peeters" {
			t.Errorf("actor %q", w.last().Actor)
		}
		w.now = w.now.Add(time.Minute)
	}
	if now := w.find("eva peeters"); !now.SignedInAt.Equal(w.now.Add(-time.Minute)) || now.Name != "Éva Peeters" {
		t.Errorf("%+v", now)
	}
	wantErr(t, "signing out", w.SignedOut(t.Context(), a.ID), nil)
	w.wantLast(ticket.EventSignedOut, "Éva Peeters")
	w.holdsNone(goodPassword, device)
	c := Credentials{Name: "eva", Password: goodPassword, Device: device}
	if s := fmt.Sprintf("%v %+v %#v %s", c, c, c, Admission{Device: device}); strings.Contains(s, goodPassword) || strings.Contains(s, device) {
		t.Errorf("credentials print themselves: %s", s)
	}
}

// Whatever keeps somebody out, the answer is one error, after one hash, one transaction and one line in the history.
func TestTheAnswerIsTheSameForAllWhoAreRefused(t *testing.T) {
	w := newWorld(t)
	w.eva()
	gone := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	if err := w.Disable(t.Context(), "test", gone.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add(t.Context(), "test", Account{Name: "Els New", Address: "els@example.org", Roles: ticket.Roles{ticket.Agent}}, false); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]Credentials{
		"unknown":      {Name: "Nobody Knows", Password: goodPassword},
		"no name":      {Password: goodPassword},
		"wrong":        {Name: "Eva Peeters", Password: otherPassword},
		"empty":        {Name: "eva@example.org"},
		"too long":     {Name: "Eva Peeters.", Password: strings.Repeat("x", MaxPassword+1)},
		"disabled":     {Name: "Jan Maes", Password: goodPassword},
		"no password":  {Name: "Els New", Password: goodPassword},
		"none, empty":  {Name: "els@example.org"},
		"false device": {Name: "Eva  Peeters", Password: otherPassword, Device: "false"},
	} {
		before, writes := len(w.events()), w.writes
		w.hashes.Store(0)
		_, err := w.signIn(c.Name, c.Password, "203.0.113."+fmt.Sprint(len(name)), c.Device)
		if err != ErrRefused {
			t.Errorf("%s: %v", name, err)
		}
		if n, e, tx := w.hashes.Load(), len(w.events())-before, w.writes-writes; n != 1 || e != 1 || tx != 1 {
			t.Errorf("%s: %d hashes, %d events, %d transactions; want one each", name, n, e, tx)
		}
		w.wantLast(ticket.EventSignInRefused, "203.0.113.")
	}
	w.holdsNone("Nobody Knows", "nobody knows", goodPassword, otherPassword)
}

func TestAHashOfOtherCostsIsMadeAnew(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	before := w.mustSecrets(a.ID).Password
	w.hasher.costs.Time = 2
	w.mustSignIn("Eva Peeters", home, "")
	after := w.mustSecrets(a.ID).Password
	if !strings.Contains(before, "t=1") || !strings.Contains(after, "t=2") {
		t.Errorf("%.40s… became %.40s…", before, after)
	}
	w.mustSignIn("Eva Peeters", home, "")
	if w.mustSecrets(a.ID).Password != after {
		t.Error("a hash of today's costs is made anew too")
	}
}

func (w *world) mustSecrets(id int64) ticket.Secrets {
	w.t.Helper()
	_, s, err := w.secretsOf(w.t.Context(), id)
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// Known or not, a name waits the same after the same failures.
func TestFailuresSlowKnownAndUnknownNamesAlike(t *testing.T) {
	for _, name := range []string{"Eva Peeters", "Nobody"} {
		w := newWorld(t)
		w.eva()
		for i, want := range []time.Duration{0, 1, 2, 4, 8, 15, 15} {
			_, err := w.signIn(name, otherPassword, fmt.Sprintf("203.0.113.%d", i), "") // never twice from one address
			if err != ErrRefused || w.waited() != want*time.Second {
				t.Errorf("%s, try %d: %v after %v, want %v s", name, i+1, err, w.waited(), int(want))
			}
		}
	}
}

func TestASourceThatTriesNamesIsSlowed(t *testing.T) {
	w := newWorld(t)
	w.eva()
	for i := range 6 {
		_, _ = w.signIn(fmt.Sprint("name ", i), otherPassword, elsewhere, "")
	}
	if w.waited() != maxDelay {
		t.Errorf("waits %v", w.waited())
	}
	w.mustSignIn("Eva Peeters", home, "")
	if w.waited() != 0 {
		t.Errorf("somebody elsewhere waits %v for it", w.waited())
	}
}

// An attacker tries Eva's name without end. Her own browser does not feel it; another one lets her in, slowly.
func TestNobodyLocksTheOwnerOut(t *testing.T) {
	w := newWorld(t)
	w.eva()
	device := w.mustSignIn("Eva Peeters", home, "").Device
	for range 30 {
		_, _ = w.signIn("Eva Peeters", otherPassword, elsewhere, "")
	}
	w.mustSignIn("Eva Peeters", home, device)
	if w.waited() != 0 {
		t.Errorf("in her own browser she waits %v", w.waited())
	}
	w.mustSignIn("eva@example.org", "203.0.113.1", "")
	_, _ = w.signIn("Eva Peeters", otherPassword, elsewhere, "")
	w.mustSignIn("Eva Peeters", "203.0.113.1", "")
	if w.waited() != maxDelay {
		t.Errorf("in another browser she waits %v", w.waited())
	}
}

func TestADeviceHasACounterOfItsOwn(t *testing.T) {
	w := newWorld(t)
	w.eva()
	w.add("Jan Maes", "jan@example.org", ticket.Agent)
	device := w.mustSignIn("Eva Peeters", home, "").Device
	for _, want := range []time.Duration{0, 1, 2} {
		if _, err := w.signIn("Eva Peeters", otherPassword, home, device); err != ErrRefused || w.waited() != want*time.Second {
			t.Errorf("a known browser: %v after %v", err, w.waited())
		}
	}
	if _, err := w.signIn("Jan Maes", otherPassword, home, device); err != ErrRefused || w.waited() != 0 {
		t.Errorf("the browser of somebody else: %v after %v", err, w.waited())
	}
	if _, err := w.signIn("Jan Maes", otherPassword, elsewhere, device); err != ErrRefused || w.waited() != time.Second {
		t.Errorf("the browser of somebody else counts as known: %v after %v, want 1 s", err, w.waited())
	}
	in := w.mustSignIn("Jan Maes", "203.0.113.1", device)
	if in.Device == "" || in.Device == device {
		t.Error("the second person at a browser gets no cookie of his own")
	}
	w.now = w.now.Add(DeviceLife)
	if in := w.mustSignIn("Eva Peeters", home, device); in.Device == "" {
		t.Error("after a year the browser is still known")
	}
}

func TestKnownDevicesAreBounded(t *testing.T) {
	w := newWorld(t)
	w.eva()
	first := w.mustSignIn("Eva Peeters", home, "").Device
	for range 20 {
		w.now = w.now.Add(time.Hour)
		w.mustSignIn("Eva Peeters", home, "")
	}
	if in := w.mustSignIn("Eva Peeters", home, first); in.Device == "" {
		t.Error("the oldest of 21 browsers is still known")
	}
}

func TestASignInThatIsGivenUpIsNotCounted(t *testing.T) {
	w := newWorld(t)
	w.eva()
	for range 2 {
		_, _ = w.signIn("Eva Peeters", otherPassword, home, "")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	before := len(w.events())
	if _, err := w.SignIn(ctx, Credentials{Name: "Eva Peeters", Password: otherPassword, Source: home}); err == nil {
		t.Error("a request that is gone gets an answer")
	}
	if len(w.events()) != before {
		t.Error("a request that is gone is in the history")
	}
}

// What somebody types as a name slows nobody but those who type that name.
func TestANameIsNoOtherCounter(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	for _, name := range []string{fmt.Sprint("account ", a.ID), "forgot eva peeters"} {
		for range 3 {
			_, err := w.signIn(name, otherPassword, elsewhere, "")
			wantErr(t, name, err, ErrRefused)
		}
	}
	w.waits = nil
	wantErr(t, "the password of who is signed in", w.ConfirmPassword(ctx, a.ID, goodPassword), nil)
	wantErr(t, "a link", w.ForgotPassword(WithVisit(ctx, home, ""), "Eva Peeters", ticket.Dutch), nil)
	if w.waited() != 0 {
		t.Errorf("others' names make her wait %v", w.waited())
	}
}
