package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// What an import does is what was shown: a change of address that was approved meanwhile does not go back unseen.
func TestAnImportThatWouldDoOtherThingsIsShownAgain(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		h.hire("Ada", ticket.Admin)
		ref := h.receive(changed("bart.new@example.be"))
		admin := h.signedIn("Ada")
		first := admin.upload("members.csv", "last_name,first_name,national_number,email,language\nMaes,Bart,"+numberBart+",bart@example.be,fr\n")
		preview := admin.follow(first)

		agent := h.signedIn("Eva")
		agent.submit(agent.get("/tickets/"+string(ref)), "/approve", url.Values{"reason": {"I know him"}}).statusIs(http.StatusSeeOther)

		again := admin.submit(preview, first.header.Get("Location"), nil).statusIs(http.StatusSeeOther)
		if again.header.Get("Location") == "/members" {
			t.Fatal("an import went through that was never shown")
		}
		page := admin.follow(again).says("The directory has changed since this was shown.").says("bart.new@example.be")
		admin.submit(page, again.header.Get("Location"), nil).leadsTo("/members")
	})
}

// A rejection of what has changed since is refused, as an approval is (R8).
func TestR8ARejectionIsOfWhatWasShown(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		h.hire("Marc", ticket.Agent)
		ref := h.receive(forgotten())
		eva, marc := h.signedIn("Eva"), h.signedIn("Marc")
		path := "/tickets/" + string(ref)
		page := eva.get(path)
		marc.submit(marc.get(path), "/reclassify", url.Values{"language": {"fr"}}).leadsTo(path)
		eva.submit(page, "/reject", url.Values{"why": {string(ticket.RejectReasons()[0])}}).statusIs(http.StatusConflict).says("Marc")
		if got := h.sent(ref); len(got) != 0 {
			t.Errorf("sent %v", got)
		}
		eva.submit(eva.get(path), "/reject", url.Values{"why": {string(ticket.RejectReasons()[0])}}).statusIs(http.StatusSeeOther)
	})
}

// Who rejects says why, also to a colleague who reads it in a year.
func TestARejectionHasAReason(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		ref := h.receive(forgotten())
		v := h.signedIn("Eva")
		v.submit(v.get("/tickets/"+string(ref)), "/reject", nil).statusIs(http.StatusBadRequest)
		if got := h.sent(ref); len(got) != 0 {
			t.Errorf("sent %v", got)
		}
	})
}

// R7: a number with a slip in it is kept out of the address line as it is out of the search.
func TestR7AFilterTakesNoNumberWithASlip(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		a := h.signedIn("Eva").get("/?q=11021480192").statusIs(http.StatusBadRequest)
		if strings.Contains(string(a.body), "11021480192") {
			t.Error("the page repeats it")
		}
	})
}
