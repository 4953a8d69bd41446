package web

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/ticket"
)

// R7: a member can have his number as his address, and a file be named after one.
func TestR7TheDirectoryMasksNumbersInAddresses(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Ada", ticket.Admin)
		v := h.signedIn("Ada")
		number := strings.NewReplacer(".", "", "-", "").Replace(numberAn)
		const header = "last_name,first_name,national_number,email,language\n"
		file := header + "Peeters,An," + numberAn + "," + number + "@example.be,nl\nMaes,Bart," + numberBart + "," + number + "@example.be,fr\n"
		sent := v.upload(number+".csv", file)
		pages := []*answer{v.follow(sent)}
		v.submit(pages[0], sent.header.Get("Location"), nil).leadsTo("/members")
		sent = v.upload("b.csv", strings.ReplaceAll(file, "@example.be", "@example.org"))
		pages = append(pages, v.follow(sent))
		v.submit(pages[1], sent.header.Get("Location"), nil).leadsTo("/members")
		for _, p := range append(pages, v.get("/members"), v.get("/members/1")) {
			if strings.Contains(string(p.body), number) {
				t.Errorf("%s shows the number", p.what)
			}
		}
	})
}
