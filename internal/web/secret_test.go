package web

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// spellings of the number of An, as people write it.
func spellings() []string {
	return []string{
		numberAn, "11021480191", "110214 801 91", "11/02/14-801.91", "11 02 14 801 91", "11.02.14 – 801.91", "1102 1480 191", "11-02-14-801-91",
		"１１０２１４８０１９１", "11.02.14-801.\u00a091", "RRN11021480191x", "rijksregisternummer: 11021480192",
	}
}

func encodedWord(s string) string {
	return "=?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte(s)) + "?="
}

// numberedMails hold a national number wherever a mail can hold one.
func numberedMails() (out []letter) {
	for _, n := range spellings() {
		word := encodedWord("An " + n)
		out = append(out,
			letter{from: "An Peeters <an@home.example>", subject: encodedWord("e-mailadres vergeten " + n), body: forgotten().body},
			letter{from: word + " <an@home.example>", subject: "e-mailadres vergeten", body: "Beste,\n\nNaam: Peeters " + n + "\nVoornaam: An\nRijksregisternummer: " + n + "\n\nAn\n"},
			letter{from: "An Peeters <an@home.example>", subject: "e-mailadres vergeten", header: []string{"Reply-To: " + word + " <reply" + strings.Trim(n, " ") + "@home.example>"},
				body: forgotten().body + "\nOp ma schreef desk@example.org:\n> mijn nummer is " + n + "\n> tot dan\n"},
			letter{from: "An Peeters <an@home.example>", subject: "e-mailadres vergeten", header: []string{"Content-Type: multipart/mixed; boundary=b"},
				body: "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-8\n\nZie de andere versie.\n" +
					"--c\nContent-Type: text/html; charset=utf-8\n\n<p>Naam: Peeters<br>Voornaam: An<br>Nummer: " + n + " <a href=\"x" + n + "\" title=\"" + n + "\">hier</a></p>\n--c--\n" +
					"--b\nContent-Type: application/pdf; name=\"" + word + ".pdf\"\nContent-Disposition: attachment; filename=\"" + word + ".pdf\"\n\nx\n" +
					"--b\nContent-Type: message/rfc822\n\nFrom: " + word + " <x@home.example>\nSubject: " + word + "\n\nMijn nummer is " + n + "\n--b--\n"},
			letter{from: "Dora <dora@home.example>", subject: "Vraag " + encodedWord(n), body: "Hallo,\n\nKent u " + n + "?\n\nDora\n"},
		)
	}
	return append(out,
		letter{from: "An Peeters <11021480191@home.example>", subject: "e-mailadres vergeten", body: forgotten().body},
		letter{from: "An Peeters <an.11.02.14-801.91@home.example>", subject: "e-mailadres gewijzigd", body: "Naam: Peeters\nVoornaam: An\nRijksregisternummer: " +
			numberAn + "\nMijn nieuw e-mailadres: an11021480191@new.example\n"},
	)
}

// tour looks at everything that a ticket shows.
func (v *visitor) tour(ref ticket.Ref) {
	v.h.t.Helper()
	for _, tab := range ticket.Tabs() {
		v.get("/?tab=" + string(tab)).statusIs(http.StatusOK)
	}
	v.get("/tickets/" + string(ref)).statusIs(http.StatusOK)
	v.get("/members").statusIs(http.StatusOK)
	v.get("/members/1").statusIs(http.StatusOK)
	v.get("/overview").statusIs(http.StatusOK)
}

// R7: wherever a member writes a national number, no page, header or line of the log shows it. Each answer is looked at by isSafe, the
// log when the house is closed.
func TestR7NoAnswerTellsANationalNumber(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		h.hire("Aude", ticket.Auditor)
		eva, aude := h.signedIn("Eva"), h.signedIn("Aude")
		var refs []ticket.Ref
		for _, l := range numberedMails() {
			if ref := h.receive(l); !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
		h.deliver(ticket.AttemptRefused, "550 5.1.1 <11021480191@home.example>: 11.02.14-801.91 is no user here")
		for i, ref := range refs {
			eva.get("/tickets/" + string(ref)).statusIs(http.StatusOK)
			if i%10 == 0 {
				eva.tour(ref)
				aude.tour(ref)
			}
		}
		stream := eva.open("/live?ref=" + string(refs[0]))
		defer stream.close()
		if len(refs) < 10 {
			t.Errorf("%d tickets: the mails were not read as requests", len(refs))
		}
	})
}

// R7: the number is shown in the answer to the one who asks for it, with an event, and in no other.
func TestR7OnlyRevealShowsTheNumber(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		ref := h.receive(forgotten())
		v := h.signedIn("Eva")
		path := "/tickets/" + string(ref)
		for _, what := range []string{"claim", "member"} {
			a := v.post(path+"/reveal", url.Values{"what": {what}}).statusIs(http.StatusOK)
			if n := strings.Count(a.words(), numberAn); n != 1 {
				t.Errorf("the number of the %s is shown %d times", what, n)
			}
			if got := a.header.Get("Refresh"); got != "60; url="+path {
				t.Errorf("without script the page stays: Refresh %q", got)
			}
			a.doc = nil
			a.runsNothing(func(what string, args ...any) { t.Errorf(what, args...) })
		}
		v.post("/members/1/reveal", nil).statusIs(http.StatusOK).says(numberAn)
		if got := strings.Count(strings.Join(h.events(ref), " "), ticket.EventRevealed); got != 2 {
			t.Errorf("%d events of two numbers shown", got)
		}
		of, err := h.staff.History(t.Context(), 0, 1)
		if err != nil || of[0].Name != ticket.EventRevealed || of[0].Actor != "Eva" {
			t.Errorf("%+v, %v", of, err)
		}
		v.get(path).statusIs(http.StatusOK)
		a := v.post(path+"/reveal", url.Values{"what": {"everything"}}).statusIs(http.StatusUnprocessableEntity)
		if found := numberIn(a.words()); found != "" {
			t.Errorf("a wrong question reveals %s", found)
		}
	})
}

// R7: an auditor has no way to the number; the event is there only where it was shown.
func TestR7AnAuditorRevealsNothing(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Aude", ticket.Auditor, ticket.Admin)
		ref := h.receive(withFile())
		v := h.signedIn("Aude")
		path := "/tickets/" + string(ref)
		page := v.get(path).statusIs(http.StatusOK)
		for _, f := range page.forms() {
			if strings.HasPrefix(f.action, path) {
				t.Errorf("an auditor is shown the form %s", f.action)
			}
		}
		before := h.database()
		mail := h.show(ref).Mails[0].ID
		for _, end := range []string{path + "/reveal", "/members/1/reveal", path + "/mails/" + itoa(mail), path + "/mails/" + itoa(mail) + "/files/0"} {
			a := v.post(end, url.Values{"what": {"claim"}}).statusIs(http.StatusForbidden)
			if found := numberIn(string(a.body)); found != "" {
				t.Errorf("%s tells %s", end, found)
			}
		}
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("an event without a reading:\n%s", diff)
		}
	})
}

// R7: a number that is typed where it does not belong is neither kept nor shown again.
func TestR7ANumberInTheWrongFieldIsNotShown(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Agent, ticket.Admin)
		ref := h.receive(forgotten())
		v := h.signedIn("Chief")
		page := v.get("/tickets/" + string(ref))
		for _, n := range []string{numberAn, "mijn nummer is " + numberBart + "."} {
			v.submit(page, "/note", url.Values{"text": {n}})
			v.submit(page, "/ask", url.Values{"text": {n}, "seen": {"99"}})
			v.submit(page, "/correct", url.Values{"last_name": {n}, "first_name": {n}, "new_address": {n}})
			v.submit(page, "/reject", url.Values{"why": {string(ticket.OtherReason)}, "reason": {n}, "check": {"99"}})
			v.submit(page, "/merge", url.Values{"into": {n}})
			v.submit(page, "/close", url.Values{"reason": {n}, "seen": {"99"}})
			v.post("/staff", url.Values{"name": {n}, "address": {n}, "role": {"agent"}})
			v.post("/sign-in", url.Values{"name": {n}, "password": {n}, "next": {"/?q=" + n}})
			v.post("/sign-in/forgotten", url.Values{"name": {n}})
			v.get("/tickets/" + url.PathEscape(n))
		}
		v.submit(page, "/close", url.Values{"reason": {numberAn}})
		v.get("/tickets/" + string(ref)).says("11.02.14-***.**")
		v.get("/staff").statusIs(http.StatusOK)
		if found := numberIn(h.database()); found != "" {
			t.Errorf("the database has it in the open: %s", found)
		}
	})
}

// R7: what one person can carry away in an hour is bounded.
func TestR7RevealsAreBounded(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		ref := h.receive(forgotten())
		v := h.signedIn("Eva")
		for range 30 {
			v.post("/members/1/reveal", nil).statusIs(http.StatusOK)
		}
		for _, path := range []string{"/members/1/reveal", "/tickets/" + string(ref) + "/reveal"} {
			a := v.post(path, url.Values{"what": {"claim"}}).statusIs(http.StatusUnprocessableEntity).says("30 national numbers in the last hour")
			if found := numberIn(a.words()); found != "" {
				t.Errorf("%s tells %s all the same", path, found)
			}
		}
	})
}

// R7: a number that is searched for finds its tickets and members, and stands in no URL, page or log.
func TestR7ASearchForANumberLeavesNoTrace(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		ref := h.receive(forgotten())
		v := h.signedIn("Eva")
		for _, n := range spellings()[:8] {
			a := v.post("/search", url.Values{"q": {" " + n}})
			if a.status != http.StatusOK || !strings.Contains(a.words(), string(ref)) || !strings.Contains(a.words(), "11.02.14-***.**") {
				t.Errorf("%q does not find %s: %d to %q, %s", n, ref, a.status, a.header.Get("Location"), shorten(a.words()))
			}
			if a := v.post("/members", url.Values{"q": {n}}).statusIs(http.StatusOK); !strings.Contains(a.words(), "Peeters An") {
				t.Errorf("%q does not find its member", n)
			}
			v.post("/tickets/"+string(ref)+"/member", url.Values{"q": {n}}).statusIs(http.StatusOK)
		}
		for _, n := range []string{"An Peeters " + numberAn, "11.02.14-801.92", numberAn + " " + numberBart} {
			if a := v.post("/search", url.Values{"q": {n}}); a.header.Get("Location") != "" {
				t.Errorf("%q is sent on to %s", n, a.header.Get("Location"))
			}
		}
		a := v.send(v.request(http.MethodGet, "/?tab=&q="+url.QueryEscape(numberAn), nil, "")).statusIs(http.StatusBadRequest)
		if strings.Contains(a.words(), "11.02") {
			t.Errorf("a number in a URL is repeated: %s", a.words())
		}
	})
}
