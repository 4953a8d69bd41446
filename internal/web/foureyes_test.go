package web

import (
	"net/http"
	"net/url"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Where four eyes are demanded, the page of who corrected a new address says so instead of offering the button, and the colleague's has it.
func TestFourEyesOnThePage(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		eva, marc := h.pair()
		h.hire("Chief", ticket.Admin)
		chief := h.signedIn("Chief")
		staff := chief.get("/staff").says("can approve it too, for a reason")
		chief.follow(chief.submit(staff, "/staff/four-eyes", url.Values{"demand": {"yes"}})).says("From now on a colleague approves").says("a colleague does.")
		ref := h.receive(forgotten())
		path := "/tickets/" + string(ref)
		before := eva.get(path).statusIs(http.StatusOK)
		eva.submit(before, "/correct", url.Values{"number": {numberBart}}).leadsTo(path)
		if page := eva.get(path).says("You set by hand what this check is about: a colleague approves it."); page.hasForm("/approve") {
			t.Error("Eva is offered to approve what she corrected")
		}
		check := marc.get(path).statusIs(http.StatusOK)
		stolen := check.form("/approve").fields
		stolen.Set("reason", "it is fine")
		eva.post(path+"/approve", stolen).statusIs(http.StatusUnprocessableEntity).says("a colleague approves it")
		h.wantSent(ref)
		marc.submit(check, "/approve", url.Values{"reason": {"so it stands in the mail"}}).leadsTo("/")
		chief.follow(chief.submit(chief.get("/staff"), "/staff/four-eyes", nil)).says("whoever set something by hand can approve it too")
	})
}
