package staff

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestAddSaysWhatIsWrong(t *testing.T) {
	w := newWorld(t)
	good := Account{Name: "Jan Maes", Address: "jan@example.org", Roles: ticket.Roles{ticket.Agent}}
	change := func(f func(a *Account)) Account { a := good; f(&a); return a }
	for name, a := range map[string]Account{
		"no name":          change(func(a *Account) { a.Name = " " }),
		"an address":       change(func(a *Account) { a.Name = "jan@example.org" }),
		"a control sign":   change(func(a *Account) { a.Name = "Jan\x1b[31m" }),
		"nothing to see":   change(func(a *Account) { a.Name = "\u0301\u200d" }),
		"too long":         change(func(a *Account) { a.Name = strings.Repeat("x", 101) }),
		"the program":      change(func(a *Account) { a.Name = "ServiceDesk" }),
		"no address":       change(func(a *Account) { a.Address = "" }),
		"half an address":  change(func(a *Account) { a.Address = "jan" }),
		"two addresses":    change(func(a *Account) { a.Address = "jan@example.org, x@example.org" }),
		"no role":          change(func(a *Account) { a.Roles = nil }),
		"an unknown role":  change(func(a *Account) { a.Roles = ticket.Roles{"boss"} }),
		"another language": change(func(a *Account) { a.Language = "es" }),
	} {
		if _, err := w.Add(t.Context(), "test", a, false); !errors.Is(err, ticket.ErrInvalid) || !strings.Contains(err.Error(), ":") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, by := range []string{"", " ", ticket.Robot} {
		if _, err := w.Add(t.Context(), by, good, false); !errors.Is(err, ticket.ErrInvalid) {
			t.Errorf("by %q: %v", by, err)
		}
	}
	if list, err := w.List(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	var u *Unfit
	if err := w.AddWithPassword(t.Context(), "test", good, "jan"); !errors.As(err, &u) {
		t.Errorf("a bad password: %v", err)
	}
}

func TestNamesAndAddressesAreTakenOnce(t *testing.T) {
	w := newWorld(t)
	w.add("Éva Peeters", "eva@example.org", ticket.Admin)
	for _, a := range []Account{{Name: "EVA  PEETERS", Address: "x@example.org"}, {Name: "Other", Address: " Eva@Example.ORG "}} {
		a.Roles = ticket.Roles{ticket.Agent}
		_, err := w.Add(t.Context(), "test", a, true)
		wantErr(t, "adding "+a.Name, err, ErrTaken)
	}
}

func TestSetRoles(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	w.eva()
	a, token := w.newcomer()
	wantErr(t, "the language", w.SetLanguage(ctx, a.ID, ticket.French), nil)
	wantErr(t, "no language", w.SetLanguage(ctx, a.ID, "xx"), ticket.ErrInvalid)
	wantErr(t, "roles", w.SetRoles(ctx, "Eva Peeters", a.ID, ticket.Roles{ticket.Auditor, ticket.Agent, ticket.Agent}), nil)
	w.wantLast(ticket.EventAccountChanged, "Els New <els@example.org> (agent)", "Els New <els@example.org> (agent,auditor)")
	if _, err := w.OpenLink(ctx, token); err != nil {
		t.Errorf("other roles end the link: %v", err)
	}
	a.Roles, a.Language = ticket.Roles{ticket.Agent, ticket.Auditor}, ticket.French
	if diff := cmp.Diff(a, w.find("Els New")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantErr(t, "nobody", w.SetRoles(ctx, "Eva Peeters", 99, a.Roles), ticket.ErrNotFound)
	wantErr(t, "as nobody", w.SetRoles(ctx, "", a.ID, a.Roles), ticket.ErrInvalid)
	wantErr(t, "no role", w.SetRoles(ctx, "Eva Peeters", a.ID, nil), ticket.ErrInvalid)
}

func TestTheLastAdminStays(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	eva := w.eva()
	jan := w.add("Jan Maes", "jan@example.org", ticket.Agent)
	agent := ticket.Roles{ticket.Agent}
	refuse := func(when string) {
		t.Helper()
		wantErr(t, when+": disabling", w.Disable(ctx, "Jan", eva.ID), ErrLastAdmin)
		wantErr(t, when+": demoting", w.SetRoles(ctx, "Jan", eva.ID, agent), ErrLastAdmin)
	}
	refuse("alone")
	wantErr(t, "promoting", w.SetRoles(ctx, "Eva Peeters", jan.ID, ticket.Roles{ticket.Admin}), nil)
	wantErr(t, "disabling the other", w.Disable(ctx, "Eva Peeters", jan.ID), nil)
	refuse("beside a disabled one")
	wantErr(t, "enabling", w.Enable(ctx, "Eva Peeters", jan.ID), nil)
	w.wantLast(ticket.EventAccountEnabled, "Jan Maes")
	wantErr(t, "enabling twice", w.Enable(ctx, "Eva Peeters", jan.ID), ticket.ErrNotAllowed)
	wantErr(t, "demoting one of two", w.SetRoles(ctx, "Jan", eva.ID, agent), nil)
	wantErr(t, "disabling one who is none", w.Disable(ctx, "Jan", eva.ID), nil)
	wantErr(t, "disabling twice", w.Disable(ctx, "Jan", eva.ID), ticket.ErrNotAllowed)
	wantErr(t, "by force", w.ForceDisable(ctx, "Jan", jan.ID), nil)
	wantErr(t, "nobody", w.Disable(ctx, "Jan", 99), ticket.ErrNotFound)
	wantErr(t, "as nobody", w.Enable(ctx, "", jan.ID), ticket.ErrInvalid)
}

// Two processes disable each other's admin at once: one is left.
func TestTwoProcessesLeaveOneAdmin(t *testing.T) {
	folder := t.TempDir()
	one, two := openWorld(t, folder), openWorld(t, folder)
	a, b := one.eva(), one.add("Jan Maes", "jan@example.org", ticket.Admin)
	errs := make([]error, 2)
	var g sync.WaitGroup
	g.Go(func() { errs[0] = one.Disable(t.Context(), "Eva Peeters", b.ID) })
	g.Go(func() { errs[1] = two.Disable(t.Context(), "Jan Maes", a.ID) })
	g.Wait()
	if (errs[0] == nil) == (errs[1] == nil) || !errors.Is(errors.Join(errs...), ErrLastAdmin) {
		t.Errorf("%v and %v", errs[0], errs[1])
	}
}

// What one process writes, the other one knows at once: accounts, passwords, sessions, used codes.
func TestTwoProcessesShareOneStaff(t *testing.T) {
	folder, ctx := t.TempDir(), t.Context()
	one, two := openWorld(t, folder), openWorld(t, folder)
	a := one.eva()
	in := two.mustSignIn("Eva Peeters", home, "")
	if again := one.mustSignIn("Eva Peeters", home, in.Device); again.Device != "" {
		t.Error("the other process does not know the browser")
	}
	two.session(a.ID, "token")
	if !one.alive("token") {
		t.Error("the other process does not know the session")
	}
	secret := one.enrol(a)
	two.now = one.now
	wantErr(t, "a code", one.checkCode(a, one.code(secret, 0), home), nil)
	wantErr(t, "the same code at the other process", two.checkCode(a, two.code(secret, 0), home), ErrRefused)
	_, err := one.Add(ctx, "Eva", Account{Name: "Els", Address: "els@example.org", Roles: a.Roles}, false)
	wantErr(t, "adding", err, nil)
	_, err = two.Add(ctx, "Eva", Account{Name: "Els", Address: "els2@example.org", Roles: a.Roles}, false)
	wantErr(t, "adding the same name at the other process", err, ErrTaken)
	wantErr(t, "disabling", two.ForceDisable(ctx, "Els", a.ID), nil)
	if one.alive("token") {
		t.Error("the session lives in the other process")
	}
}

func TestReset(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	a := w.eva()
	device := w.mustSignIn("Eva Peeters", home, "").Device
	w.enrol(a)
	w.session(a.ID, "token")
	w.forgot("Eva Peeters")
	url, err := w.Reset(ctx, "Jan Maes", a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(w.events())[len(w.events())-2:]; cmp.Diff([]string{ticket.EventAccountReset, ticket.EventLinkSent}, got) != "" {
		t.Errorf("history %q", got)
	}
	if now := w.find("Eva Peeters"); now.HasPassword || now.HasTOTP || now.Disabled || w.alive("token") {
		t.Errorf("%+v", now)
	}
	_, err = w.signIn("Eva Peeters", goodPassword, home, device)
	wantErr(t, "the password of before", err, ErrRefused)
	_, err = w.OpenLink(ctx, tokenOf(t, w.mails[0].Link))
	wantErr(t, "a link of before", err, ErrLink)
	wantErr(t, "the new link", w.SetPassword(ctx, tokenOf(t, url), otherPassword), nil)
	in, err := w.signIn("Eva Peeters", otherPassword, elsewhere, device)
	if err != nil || in.Device == "" || in.CodeNeeded {
		t.Errorf("the browser of before is still known, or a code is asked for: %+v, %v", in, err)
	}
	wantErr(t, "disabling", w.ForceDisable(ctx, "Jan", a.ID), nil)
	_, err = w.Reset(ctx, "Jan", a.ID)
	wantErr(t, "resetting the disabled", err, ticket.ErrNotAllowed)
	_, err = w.Reset(ctx, "Jan", 99)
	wantErr(t, "resetting nobody", err, ticket.ErrNotFound)
}

func TestHistoryIsPaged(t *testing.T) {
	w := newWorld(t)
	w.eva()
	w.add("Jan Maes", "jan@example.org", ticket.Agent)
	all := w.events()
	page, err := w.History(t.Context(), all[0].ID, 1)
	if err != nil || len(page) != 1 || page[0].ID != all[1].ID {
		t.Errorf("%+v, %v", page, err)
	}
}
