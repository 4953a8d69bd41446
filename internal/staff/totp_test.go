package staff

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// enrol gives an account a second factor and returns its secret.
func (w *world) enrol(a Account) string {
	w.t.Helper()
	secret := w.mustEnrol(a)
	if err := w.ConfirmTOTP(w.t.Context(), a.ID, "", w.code(secret, 0)); err != nil {
		w.t.Fatal(err)
	}
	w.now = w.now.Add(stepSeconds * time.Second)
	return secret
}

func (w *world) mustEnrol(a Account) string {
	w.t.Helper()
	url, err := w.EnrolTOTP(w.t.Context(), a.ID)
	if err != nil {
		w.t.Fatal(err)
	}
	key, err := otp.NewKeyFromURL(url)
	if err != nil || key.AccountName() != a.Address || key.Issuer() != "Servicedesk" || key.Digits() != otp.DigitsSix || key.Period() != stepSeconds {
		w.t.Fatalf("%v: not what apps read", err)
	}
	return key.Secret()
}

// code is what the app shows so many steps from now.
func (w *world) code(secret string, steps int) string {
	w.t.Helper()
	code, err := totp.GenerateCode(secret, w.now.Add(time.Duration(steps*stepSeconds)*time.Second))
	if err != nil {
		w.t.Fatal(err)
	}
	return code
}

// checkCode gives the code right behind the password.
func (w *world) checkCode(a Account, code, source string) error {
	w.t.Helper()
	return w.CheckCode(w.t.Context(), a.ID, proofOf(w.mustSecrets(a.ID)), code, source)
}

// A code waits for its turn; when the password is changed meanwhile, who proved the old one does not get in.
func TestAProofThatEndsWhileACodeWaitsIsNone(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	meanwhile := func() {
		w.throttle.pause = func(context.Context, time.Duration) error {
			return w.ChangePassword(WithVisit(ctx, home, ""), a.ID, goodPassword, otherPassword)
		}
	}
	secret := w.enrol(a)
	in := w.mustSignIn("Eva Peeters", elsewhere, "")
	wantErr(t, "a wrong code, so that the next one waits", w.CheckCode(ctx, a.ID, in.Proof, "000000", elsewhere), ErrRefused)
	meanwhile()
	wantErr(t, "the code", w.CheckCode(ctx, a.ID, in.Proof, w.code(secret, 0), elsewhere), ErrRefused)

	w = newWorld(t)
	a = w.eva()
	wantErr(t, "demanding a factor", w.DemandTOTP(ctx, "x", true), nil)
	in, secret = w.mustSignIn("Eva Peeters", elsewhere, ""), w.mustEnrol(a)
	wantErr(t, "a wrong code, so that the next one waits", w.ConfirmTOTP(ctx, a.ID, in.Proof, "000000"), ErrRefused)
	meanwhile()
	wantErr(t, "the code", w.ConfirmTOTP(ctx, a.ID, in.Proof, w.code(secret, 0)), ErrRefused)
	if w.find("Eva Peeters").HasTOTP {
		t.Error("a stranger's authenticator counts")
	}
}

func TestACodeCountsOnce(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	secret := w.enrol(a)
	if in := w.mustSignIn("Eva Peeters", home, ""); !in.CodeNeeded || in.EnrolNeeded || !in.Account.HasTOTP {
		t.Fatalf("%+v", in)
	}
	if e := w.last(); e.Name == ticket.EventSignedIn {
		t.Error("signed in before the code")
	}
	before, now := w.code(secret, -1), w.code(secret, 0)
	wantErr(t, "the code of now", w.checkCode(a, now[:3]+" "+now[3:], home), nil)
	w.wantLast(ticket.EventSignedIn, "Eva Peeters", home)
	wantErr(t, "the same code again", w.checkCode(a, now, home), ErrRefused)
	w.wantLast(ticket.EventSignInRefused, "Eva Peeters", "the code is wrong")
	wantErr(t, "an earlier code after a later one", w.checkCode(a, before, home), ErrRefused)
	wantErr(t, "the next code", w.checkCode(a, w.code(secret, 1), home), nil)
	w.now = w.now.Add(10 * time.Minute)
	for steps, want := range map[int]error{-2: ErrRefused, 2: ErrRefused} {
		wantErr(t, fmt.Sprintf("a clock %d steps off", steps), w.checkCode(a, w.code(secret, steps), home), want)
	}
	wantErr(t, "a clock one step late", w.checkCode(a, w.code(secret, -1), home), nil)
	for _, code := range []string{"", "12345", "1234567", "abcdef", "００００００"} {
		wantErr(t, code, w.checkCode(a, code, home), ErrRefused)
	}
	w.holdsNone(secret)
}

// The code that confirms a factor is used up by it.
func TestTheConfirmingCodeDoesNotSignIn(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	secret := w.mustEnrol(a)
	code := w.code(secret, 0)
	wantErr(t, "confirming", w.ConfirmTOTP(t.Context(), a.ID, "", code), nil)
	w.wantLast(ticket.EventTOTPOn, "Eva Peeters")
	wantErr(t, "the same code", w.checkCode(a, code, home), ErrRefused)
}

func TestAFactorCountsOnceConfirmed(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	wantErr(t, "nothing to confirm", w.ConfirmTOTP(t.Context(), a.ID, "", "000000"), ErrRefused)
	wantErr(t, "no factor", w.checkCode(a, "000000", home), ErrRefused)
	w.mustEnrol(a)
	if in := w.mustSignIn("Eva Peeters", home, ""); in.CodeNeeded {
		t.Error("a factor that was never confirmed locks its owner out")
	}
	old := w.enrol(a)
	next := w.mustEnrol(a) // a new telephone
	wantErr(t, "the old one, until the new one is confirmed", w.checkCode(a, w.code(old, 0), home), nil)
	w.now = w.now.Add(time.Minute)
	wantErr(t, "the new one too early", w.checkCode(a, w.code(next, 0), home), ErrRefused)
	wantErr(t, "confirming the new one", w.ConfirmTOTP(t.Context(), a.ID, "", w.code(next, 0)), nil)
	w.now = w.now.Add(time.Minute)
	wantErr(t, "the old one afterwards", w.checkCode(a, w.code(old, 0), home), ErrRefused)
	wantErr(t, "the new one", w.checkCode(a, w.code(next, 0), home), nil)
}

func TestTOTPIsDemanded(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	wantErr(t, "removing none", w.RemoveTOTP(ctx, "Eva", a.ID), ticket.ErrNotAllowed)
	wantErr(t, "demanding as nobody", w.DemandTOTP(ctx, " ", true), ticket.ErrInvalid)
	wantErr(t, "demanding", w.DemandTOTP(ctx, "Eva Peeters", true), nil)
	w.wantLast(ticket.EventTOTPDemanded, "from now on")
	if on, err := w.TOTPDemanded(ctx); !on || err != nil {
		t.Errorf("%v, %v", on, err)
	}
	if in := w.mustSignIn("Eva Peeters", home, ""); !in.EnrolNeeded || in.CodeNeeded {
		t.Errorf("%+v", in)
	}
	w.enrol(a)
	if in := w.mustSignIn("Eva Peeters", home, ""); in.EnrolNeeded || !in.CodeNeeded {
		t.Errorf("%+v", in)
	}
	wantErr(t, "removing", w.RemoveTOTP(ctx, "Eva Peeters", a.ID), ErrDemanded)
	if _, err := w.Reset(ctx, "Jan", a.ID); err != nil || w.find("Eva Peeters").HasTOTP {
		t.Errorf("a reset leaves the second factor: %v", err)
	}
	b := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	w.enrol(b)
	wantErr(t, "demanding no longer", w.DemandTOTP(ctx, "Eva Peeters", false), nil)
	wantErr(t, "removing", w.RemoveTOTP(ctx, "Jan Maes", b.ID), nil)
	w.wantLast(ticket.EventTOTPOff, "Jan Maes")
	if in := w.mustSignIn("Jan Maes", home, ""); in.EnrolNeeded || in.CodeNeeded {
		t.Errorf("%+v", in)
	}
}

// Who has the password and guesses codes is slowed, and after ten from one place stopped; the owner elsewhere is not.
func TestCodesAreThrottled(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	secret := w.enrol(a)
	for i := range maxCodes {
		w.waits = nil
		wantErr(t, "a guess", w.checkCode(a, "00000x", elsewhere), ErrRefused)
		if want := delay(i); w.waited() != want {
			t.Errorf("guess %d waits %v, want %v", i+1, w.waited(), want)
		}
	}
	wantErr(t, "one guess more", w.checkCode(a, w.code(secret, 0), elsewhere), ErrBusy)
	wantErr(t, "the owner", w.checkCode(a, w.code(secret, 0), home), nil)
	w.waits = nil
	for range 3 {
		_ = w.ConfirmTOTP(ctx, a.ID, "", "000000")
	}
	if w.waited() != 3*time.Second {
		t.Errorf("guesses at a new factor wait %v", w.waited())
	}
}

func TestADisabledAccountHasNoCode(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	w.eva()
	b := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	secret := w.enrol(b)
	proof := proofOf(w.mustSecrets(b.ID))
	wantErr(t, "disabling", w.Disable(ctx, "Eva Peeters", b.ID), nil)
	wantErr(t, "its code", w.CheckCode(ctx, b.ID, proof, w.code(secret, 0), home), ErrRefused)
	wantErr(t, "confirming", w.ConfirmTOTP(ctx, b.ID, "", "000000"), ErrRefused)
	_, err := w.EnrolTOTP(ctx, b.ID)
	wantErr(t, "enrolling", err, ErrRefused)
}

func TestTOTPCodeIsDrawn(t *testing.T) {
	w := newWorld(t)
	url, err := w.EnrolTOTP(t.Context(), w.eva().ID)
	if err != nil {
		t.Fatal(err)
	}
	if picture, err := TOTPCode(url, 200); err != nil || !bytes.HasPrefix(picture, []byte("\x89PNG")) {
		t.Errorf("%d bytes, %v", len(picture), err)
	}
	if _, err := TOTPCode("\x00", 200); err == nil {
		t.Error("whatever it is, it is drawn")
	}
	if _, err := TOTPCode(url, 3); err == nil {
		t.Error("three pixels are enough")
	}
}

// The page that asks for the first code can be loaded again: it shows the same factor.
func TestAPendingFactorIsShownAgain(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	_, err := w.PendingTOTP(ctx, a.ID)
	wantErr(t, "before one was made", err, ticket.ErrNotFound)
	url, err := w.EnrolTOTP(ctx, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := w.PendingTOTP(ctx, a.ID); again != url || err != nil {
		t.Errorf("another one: %v", err)
	}
	key, err := otp.NewKeyFromURL(url)
	if err != nil {
		t.Fatal(err)
	}
	wantErr(t, "confirming", w.ConfirmTOTP(ctx, a.ID, "", w.code(key.Secret(), 0)), nil)
	_, err = w.PendingTOTP(ctx, a.ID)
	wantErr(t, "once it counts", err, ticket.ErrNotFound)
	wantErr(t, "disabling", w.ForceDisable(ctx, "Jan", a.ID), nil)
	_, err = w.PendingTOTP(ctx, a.ID)
	wantErr(t, "of a disabled account", err, ErrRefused)
}
