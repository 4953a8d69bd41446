package web

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// R7: a search tells whether a number is somebody's, so it is no way around the limit and the event of a number that is shown.
func TestR7SearchesByNumberAreFewAndWritten(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Otto", ticket.Auditor)
		v := h.signedIn("Otto")
		for i := range seeksPerHour {
			path := []string{"/members", "/search"}[i%2]
			v.post(path, url.Values{"q": {numberAn}}).statusIs(http.StatusOK)
		}
		v.post("/members", url.Values{"q": {numberAn}}).statusIs(http.StatusTooManyRequests)
		v.post("/search", url.Values{"q": {numberAn}}).statusIs(http.StatusTooManyRequests)
		v.post("/members", url.Values{"q": {"Peeters"}}).statusIs(http.StatusOK)
		time.Sleep(time.Hour)
		v.signIn("Otto")
		v.post("/members", url.Values{"q": {numberAn}}).statusIs(http.StatusOK).says("Peeters")

		list, err := h.staff.History(t.Context(), 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, e := range list {
			if e.Name == ticket.EventSought && e.Actor == "Otto" {
				n++
			}
		}
		if n != seeksPerHour+1 {
			t.Errorf("%d searches are in the history, want %d", n, seeksPerHour+1)
		}
	})
}
