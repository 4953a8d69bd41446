package staff

import (
	"bytes"
	"context"
	"crypto/subtle"
	"encoding/base32"
	"errors"
	"fmt"
	"image/png"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// The second factor is a code of RFC 6238 with the parameters that every authenticator app knows: SHA-1, six digits, 30 seconds. The
// clock of a telephone may be one step off.
const (
	stepSeconds = 30
	stepsOff    = 1
)

// stepOf finds the step whose code this is. The library would accept a code as often as it comes, so the step is handed out, for the
// database to take once.
func (s *Staff) stepOf(secret, code string) (step int64, ok bool) {
	code = strings.ReplaceAll(code, " ", "")
	if secret == "" || len(code) != otp.DigitsSix.Length() {
		return 0, false
	}
	now := s.Clock().Unix() / stepSeconds
	for n := now - stepsOff; n <= now+stepsOff; n++ {
		want, err := totp.GenerateCode(secret, time.Unix(n*stepSeconds, 0).UTC())
		if err == nil && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			step, ok = n, true
		}
	}
	return step, ok
}

// EnrolTOTP makes the secret of a second factor and returns it as the otpauth URL that an authenticator app reads. It counts once
// ConfirmTOTP has seen a code of it; a factor that was there before counts until then.
func (s *Staff) EnrolTOTP(ctx context.Context, id int64) (url string, err error) {
	err = s.Write(ctx, func(tx Tx) error {
		a, err := enabled(tx, id)
		if err != nil {
			return err
		}
		key, err := totp.Generate(totp.GenerateOpts{Issuer: s.Issuer, AccountName: a.Address, SecretSize: 20, Rand: s.Random})
		if err != nil {
			return fmt.Errorf("make a second factor: %w", err)
		}
		now, err := tx.StaffSecrets(id)
		if err != nil {
			return err
		}
		url = key.URL()
		return tx.SetStaffTOTP(id, now.TOTP, key.Secret(), now.TOTPStep)
	})
	return url, err
}

// TOTPCode draws an otpauth URL as a QR code, a PNG of so many pixels each way.
func TOTPCode(url string, pixels int) ([]byte, error) {
	key, err := otp.NewKeyFromURL(url)
	if err != nil {
		return nil, errors.New("draw a QR code: this is no otpauth URL") // it holds a secret: not shown
	}
	img, err := key.Image(pixels, pixels)
	if err != nil {
		return nil, fmt.Errorf("draw a QR code: %w", err)
	}
	var b bytes.Buffer
	err = png.Encode(&b, img)
	return b.Bytes(), err
}

// ConfirmTOTP makes the factor of EnrolTOTP count, once a code proves that the app has it. proof is that of the Admission which needs it, as
// for CheckCode; empty where somebody is signed in already.
func (s *Staff) ConfirmTOTP(ctx context.Context, id int64, proof, code string) error {
	account := fmt.Sprint("account ", id)
	t, err := s.throttle.begin(ctx, by{byCode, "confirm " + account})
	if err != nil {
		return err
	}
	err = s.Write(ctx, func(tx Tx) error {
		a, err := enabled(tx, id)
		if err != nil {
			return err
		}
		now, err := tx.StaffSecrets(id)
		if err != nil {
			return err
		}
		if proof != "" {
			if err := stillProved(now, proof); err != nil {
				return err
			}
		}
		step, ok := s.stepOf(now.Pending, code)
		if !ok {
			return ErrRefused
		}
		if err := tx.SetStaffTOTP(id, now.Pending, "", step); err != nil {
			return err
		}
		return event(tx, a.Name, ticket.EventTOTPOn, "%s has a second factor now.", a.Name)
	})
	if err == nil {
		t.succeeded()
	}
	return err
}

// RemoveTOTP takes the second factor away, unless it is demanded of everyone: then an admin resets the account.
func (s *Staff) RemoveTOTP(ctx context.Context, by string, id int64) error {
	return s.act(ctx, by, id, func(tx Tx, a Account, by string) error {
		demanded, err := tx.Rule(ticket.CodeForEveryone)
		if err != nil {
			return err
		}
		switch {
		case demanded:
			return ErrDemanded
		case !a.HasTOTP:
			return ticket.Refuse("%s has no second factor: %w", a.Name, ticket.ErrNotAllowed)
		}
		if err := tx.SetStaffTOTP(id, "", "", 0); err != nil {
			return err
		}
		return event(tx, by, ticket.EventTOTPOff, "The second factor of %s was taken away.", a.Name)
	})
}

// TOTPDemanded reports whether everyone must have a second factor.
func (s *Staff) TOTPDemanded(ctx context.Context) (on bool, err error) {
	err = s.Read(ctx, func(tx Tx) error {
		on, err = tx.Rule(ticket.CodeForEveryone)
		return err
	})
	return on, err
}

// DemandTOTP demands a second factor of everyone, or no longer. Who has none is asked for it at the next sign-in.
func (s *Staff) DemandTOTP(ctx context.Context, by string, on bool) error {
	by, err := person(by)
	if err != nil {
		return err
	}
	what := ticket.Say("no longer demanded of everyone")
	if on {
		what = ticket.Say("demanded of everyone from now on")
	}
	return s.Write(ctx, func(tx Tx) error {
		if err := tx.SetRule(ticket.CodeForEveryone, on); err != nil {
			return err
		}
		return event(tx, by, ticket.EventTOTPDemanded, "A second factor is %s.", what)
	})
}

// PendingTOTP returns the otpauth URL of a factor that EnrolTOTP made and nobody confirmed yet, or ticket.ErrNotFound.
func (s *Staff) PendingTOTP(ctx context.Context, id int64) (string, error) {
	a, secrets, err := s.secretsOf(ctx, id)
	if err != nil {
		return "", err
	}
	if secrets.Pending == "" {
		return "", ticket.ErrNotFound
	}
	secret, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secrets.Pending)
	if err != nil {
		return "", errors.New("the second factor that waits cannot be read: begin anew") // it holds a secret: not shown
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: s.Issuer, AccountName: a.Address, Secret: secret})
	if err != nil {
		return "", fmt.Errorf("make a second factor: %w", err)
	}
	return key.URL(), nil
}
