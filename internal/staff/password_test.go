package staff

import (
	"errors"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestCheckPassword(t *testing.T) {
	w := newWorld(t)
	const short, long, own, common, odd = "too short", "too long", "your name", "tried first", "cannot be typed"
	for password, want := range map[string]string{
		goodPassword: "", otherPassword: "", "Wij eten vrijdag friet": "", "zon&maan&ster": "", "ÄÖÜäöüßéèàç": short, "ÄÖÜäöüßéèàç€": "",
		"": short, "kort": short, "elf letters": short, "éééééééé": short, strings.Repeat("e\u0301", 11): short,
		strings.Repeat("zes woorden ", 86): long, "woord\x00woord\x00woord": odd, "woord\twoord\twoord": odd, "woorden\xffwoorden": odd,
		// the name is Eva-Maria De Peéters, the address m.depee@example.org
		"mijn PEETERS wachtwoord": own, "xxpeetérsxx12": own, "p e e t e r s is mijn naam": own, "mariamariamaria": own, "hallo m.depee hallo": own,
		"eva heeft drie letters": "", "de trein is te laat": "",
		"passwordpassword": common, "Password12345": common, "WELKOM2026!!": common, "1234567890123": common, "administrator": common, "Unbelievable": common,
		"qwertyuiop[]": common, "azertyuiop123": common, "1qaz2wsx3edc": common, "aaaaaaaaaaaa": common, "abcabcabcabc": common, "welkom welkom": common,
		"zomervakantie2026": common, "wachtwoord123!": common, "motdepasse2026": common, "3edcvfr45tgb": common, "qwerty azerty": common, "poiuytreza12": common,
		"welkom bij ons thuis": "", "dragon7394820174": "",
	} {
		err := w.CheckPassword("Eva-Maria De Peéters", "m.depee@example.org", password)
		var u *Unfit
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", password, err)
		case want != "" && (!errors.As(err, &u) || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want %s", password, err, want)
		case err != nil && !strings.Contains(err.Error(), ":"):
			t.Errorf("%q: the error does not say what to do: %v", password, err)
		case len(password) > 4 && err != nil && strings.Contains(err.Error(), password):
			t.Errorf("the error tells the password: %v", err)
		}
	}
}

// Every line of the list of 12 characters or more is refused, as it stands and in capitals.
func TestCommonPasswordsAreRefused(t *testing.T) {
	w := newWorld(t)
	long := 0
	for word := range commonWords() {
		if len(word) < MinPassword {
			continue
		}
		long++
		for _, p := range []string{word, strings.ToUpper(word)} {
			if err := w.CheckPassword("Xx", "yy@example.org", p); err == nil {
				t.Errorf("%q is taken", p)
			}
		}
	}
	if long < 300 || len(commonWords()) < 8000 {
		t.Errorf("only %d of %d words of the list are long enough to be chosen", long, len(commonWords()))
	}
}

func TestChangePasswordDemandsTheOldOne(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	ctx := t.Context()
	wantErr(t, "a wrong old password", w.ChangePassword(ctx, a.ID, "wrong wrong wrong", otherPassword), ErrRefused)
	w.wantLast(ticket.EventSignInRefused, "Eva Peeters", "the old one is wrong")
	var u *Unfit
	if err := w.ChangePassword(ctx, a.ID, goodPassword, "kort"); !errors.As(err, &u) {
		t.Errorf("a short one: %v", err)
	}
	wantErr(t, "somebody who is not there", w.ChangePassword(ctx, 99, goodPassword, otherPassword), ErrRefused)
	w.waits = nil
	wantErr(t, "the right old one", w.ChangePassword(ctx, a.ID, goodPassword, otherPassword), nil)
	if w.waited() == 0 {
		t.Error("whoever sits at somebody's browser may try old passwords as fast as he can")
	}
	w.wantLast(ticket.EventPasswordSet, "Eva Peeters")
	_, err := w.signIn("Eva Peeters", goodPassword, home, "")
	wantErr(t, "the old one", err, ErrRefused)
	_, err = w.signIn("Eva Peeters", otherPassword, home, "")
	wantErr(t, "the new one", err, nil)
	w.holdsNone(goodPassword, otherPassword, "$argon2id$")
}

// Between the comparison and the record somebody else changes the password: the one who came with the old one does not win.
func TestAPasswordChangedMeanwhileIsNoProof(t *testing.T) {
	w := newWorld(t)
	a := w.eva()
	derive, once := w.hasher.derive, false
	meanwhile := func() {
		w.hasher.derive = func(password, salt []byte, h Hashing, size int) []byte {
			if !once {
				once = true
				err := w.Write(t.Context(), func(tx Tx) error { return tx.SetStaffPassword(a.ID, "$other") })
				if err != nil {
					t.Error(err)
				}
			}
			return derive(password, salt, h, size)
		}
	}
	meanwhile()
	wantErr(t, "a change", w.ChangePassword(t.Context(), a.ID, goodPassword, otherPassword), ErrRefused)
	w = newWorld(t)
	a, derive, once = w.eva(), w.hasher.derive, false
	meanwhile()
	_, err := w.signIn("Eva Peeters", goodPassword, home, "")
	wantErr(t, "a sign-in", err, ErrRefused)
}

func TestConfirmPassword(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	w.hashes.Store(0)
	wantErr(t, "the right one", w.ConfirmPassword(ctx, a.ID, goodPassword), nil)
	for i, want := range []time.Duration{0, 1, 2} {
		w.waits = nil
		wantErr(t, "a wrong one", w.ConfirmPassword(WithVisit(ctx, home, ""), a.ID, otherPassword), ErrRefused)
		w.wantLast(ticket.EventSignInRefused, "Eva Peeters", home, "once more")
		if w.waited() != want*time.Second || w.hashes.Load() != int64(i)+2 {
			t.Errorf("guess %d waits %v, %d hashes", i+1, w.waited(), w.hashes.Load())
		}
	}
	wantErr(t, "somebody who is not there", w.ConfirmPassword(ctx, 99, goodPassword), ErrRefused)
	wantErr(t, "disabling", w.ForceDisable(ctx, "Jan", a.ID), nil)
	wantErr(t, "a disabled account", w.ConfirmPassword(ctx, a.ID, goodPassword), ErrRefused)
}
