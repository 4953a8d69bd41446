package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

const header = "last_name,first_name,national_number,email,language\n"

// membersFile changes An, leaves Bart, adds somebody, and has two lines that are refused.
const membersFile = header +
	"Peeters,Anna," + numberAn + ",an.new@example.be,fr\n" +
	"Maes,Bart," + numberBart + ",bart@example.be,fr\n" +
	"<b>Smets</b>,Cas," + numberNone + ",bart@example.be,nl\n" +
	"Wouters,Ed,11.02.14-801.92,ed@example.be,nl\n" +
	"Claes,Dora\n"

// A file is looked at before it is carried out: the look changes nothing, and what it shows is what then happens.
func TestAnImportIsShownBeforeItHappens(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Admin)
		v := h.signedIn("Chief")
		before := h.database()
		v.get("/import").says("CSV file")
		a := v.upload("leden <2026> "+numberAn+".csv", membersFile)
		page := v.follow(a).statusIs(http.StatusOK)
		for _, says := range []string{
			"leden <2026> **.**.**-***.**.csv", "New members 1", "Changed 1", "As they are 1", "Lines refused 2", "Peeters An first name An Anna", "an.old@example.be an.new@example.be",
			"Dutch French", "line 5", "line 6", "bart@example.be: Bart Maes, Cas <b>Smets</b>",
		} {
			page.says(says)
		}
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("the preview changed something:\n%s", diff)
		}
		done := v.follow(v.submit(page, a.header.Get("Location"), nil).leadsTo("/members"))
		done.says("Members imported: 1 added, 1 changed, 1 as they were.").says("Peeters Anna").says("<b>Smets</b> Cas")
		v.get("/members/1").says("an.old@example.be an.new@example.be Chief")
		v.get(a.header.Get("Location")).statusIs(http.StatusGone)
		v.post(a.header.Get("Location"), nil).statusIs(http.StatusGone)
	})
}

func TestAFileThatIsNoneOfMembers(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Admin)
		v := h.signedIn("Chief")
		before := h.database()
		for _, content := range []string{"", "naam,voornaam\nPeeters,An\n", "\xff\xfe\x00", strings.Repeat("x", 1<<20), "PK\x03\x04"} {
			a := v.upload("members.csv", content).statusIs(http.StatusUnprocessableEntity)
			if got := a.refusal(); len(got) < 30 || len(got) > 1000 {
				t.Errorf("of %q it says %q", shorten(content), shorten(got))
			}
		}
		v.send(v.request(http.MethodPost, "/import", strings.NewReader("no parts"), "multipart/form-data; boundary=b")).statusIs(http.StatusBadRequest)
		v.post("/import", url.Values{"file": {"x"}}).statusIs(http.StatusBadRequest)
		v.send(v.request(http.MethodPost, "/import", strings.NewReader("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"), "multipart/form-data; boundary=b")).
			statusIs(http.StatusUnprocessableEntity).says("Choose a file first.")
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("a bad file changed something:\n%s", diff)
		}
	})
}

// What somebody looked at is his, for half an hour, and the last one only.
func TestAnImportBelongsToWhoLookedAtIt(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Admin)
		h.hire("Other", ticket.Admin)
		chief, other := h.signedIn("Chief"), h.signedIn("Other")
		first := chief.upload("a.csv", membersFile).header.Get("Location")
		before := h.database()
		other.get(first).statusIs(http.StatusGone)
		other.post(first, nil).statusIs(http.StatusGone)
		chief.get("/import/none").statusIs(http.StatusGone)
		second := chief.upload("b.csv", membersFile).header.Get("Location")
		chief.get(first).statusIs(http.StatusGone)
		chief.get(second).statusIs(http.StatusOK)
		time.Sleep(20 * time.Minute)
		chief.get(second).statusIs(http.StatusOK)
		time.Sleep(importLife - 20*time.Minute + time.Second)
		chief.post(second, nil).statusIs(http.StatusGone).says("Nothing was imported")
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("an import that was not there changed something:\n%s", diff)
		}
		if n := len(h.console.imports.kept); n != 0 {
			t.Errorf("%d files are kept in memory (R7)", n)
		}
	})
}

// A large file shows its beginning, and is carried out whole.
func TestALargeImport(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Admin)
		v := h.signedIn("Chief")
		var before, after strings.Builder
		before.WriteString(header)
		after.WriteString(header)
		for n := range 1200 {
			number := validNumber(n)
			fmt.Fprintf(&before, "Naam%d,Voornaam,%s,m%d@example.be,nl\n", n, number, n)
			fmt.Fprintf(&after, "Naam%d,Voornaam,%s,n%d@example.be,nl\n", n, number, n)
		}
		v.post(v.upload("a.csv", before.String()).header.Get("Location"), nil).leadsTo("/members")
		a := v.upload("b.csv", after.String())
		page := v.follow(a).says("And 1000 members more.").says("Changed 1,200")
		v.follow(v.submit(page, a.header.Get("Location"), nil)).says("0 added, 1200 changed")
		list := v.get("/members").statusIs(http.StatusOK)
		next := v.submit(list, "/members", url.Values{"after": {attr(list.element("button", "name", "after"), "value")}}).statusIs(http.StatusOK)
		if text(next.page()) == text(list.page()) {
			t.Error("the second page is the first")
		}
	})
}

// validNumber is the n-th number of men born in 1910.
func validNumber(n int) string {
	nine := 100101001 + n/499*1000 + n%499*2
	return fmt.Sprintf("%09d%02d", nine, 97-nine%97)
}

// The card of a member says what changed and which tickets there were.
func TestTheCardOfAMember(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, _ := h.pair()
		ref := h.receive(changed("bart.new@home.example"))
		eva.submit(eva.get("/tickets/"+string(ref)), "/approve", url.Values{"reason": {"hij belde"}})
		eva.get("/members/2").statusIs(http.StatusOK).says("bart.new@home.example").says(string(ref)).says("bart@example.be bart.new@home.example Eva")
		h.index()
		eva.post("/members", url.Values{"q": {"mae"}}).says("Maes Bart")
		eva.post("/members", url.Values{"q": {"nobody of this name"}}).says("No member is found.")
		eva.post("/members", url.Values{"q": {strings.Repeat("x", 300)}})
		err := h.store.Write(t.Context(), func(tx *store.Tx) error {
			return tx.InsertMember(&ticket.Member{LastName: "Zonder", FirstName: "Adres", Number: h.number(numberNone), Language: ticket.German})
		})
		if err != nil {
			t.Fatal(err)
		}
		eva.get("/members/3").says("none is known").says("German")
	})
}
