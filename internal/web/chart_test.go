package web

import (
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/ticket"
)

// The axis of a picture has its figures as the table below it: whole where they are large, and with a comma in Dutch.
func TestTheAxisOfAPictureIsInFigures(t *testing.T) {
	r := &request{Speaker: locale.For(ticket.Dutch)}
	for most, want := range map[float64]string{4000: ">4000<", 0: ">0,5<"} {
		svg, err := chart{series: []string{"andere"}, days: []string{"26/11", "27/11"}, values: [][]float64{{most, 0}}, figure: r.figure}.svg(false)
		if err != nil || !strings.Contains(string(svg), want) {
			t.Errorf("%v: %v, no %s in %s", most, err, want, svg)
		}
	}
}
