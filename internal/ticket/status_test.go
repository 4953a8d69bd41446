package ticket

import (
	"fmt"
	"strings"
	"testing"
)

// The whole matrix of each kind of state: rows are from, columns are to. A change of the tables has to be drawn here too.
func TestTransitions(t *testing.T) {
	for _, m := range []struct {
		name, drawn, want string
	}{
		{"ticket", draw([]Status{Open, Pending, Solved, Closed}, Status.CanBecome), `
open     . x x x
pending  x . x x
solved   x x . x
closed   . . . .`},
		{"check", draw([]CheckStatus{Waiting, Approved, Rejected, Superseded}, CheckStatus.CanBecome), `
waiting     . x x x
approved    . . . .
rejected    . . . .
superseded  . . . .`},
		{"delivery", draw([]DeliveryStatus{Queued, Sent, Failed, Bounced}, DeliveryStatus.CanBecome), `
queued   . x x x
sent     . . . x
failed   x . . .
bounced  x . . .`},
	} {
		if m.drawn != m.want {
			t.Errorf("%s:%s\nwant%s", m.name, m.drawn, m.want)
		}
	}
	if Status("lost").CanBecome(Open) || Open.CanBecome("lost") {
		t.Error("an unknown state takes part")
	}
}

func draw[S ~string](all []S, can func(S, S) bool) string {
	width := 0
	for _, s := range all {
		width = max(width, len(s))
	}
	var b strings.Builder
	for _, from := range all {
		fmt.Fprintf(&b, "\n%-*s ", width, string(from))
		for _, to := range all {
			mark := " ."
			if can(from, to) {
				mark = " x"
			}
			b.WriteString(mark)
		}
	}
	return b.String()
}
