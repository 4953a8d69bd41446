package main

import (
	"strings"
	"testing"
)

// with runs a command that reads standard input.
func (h *house) with(stdin string, args ...string) string {
	h.t.Helper()
	status, out, errs := program(h.t.Context(), stdin, append(args, "--config", h.folder+"/config.yaml")...)
	if status != exitOK {
		h.t.Fatalf("%q: %d %s%s", args, status, out, errs)
	}
	return out
}

func TestTicketsAreActedOnFromTheCommandLine(t *testing.T) {
	h := newHouse(t)
	h.runs()
	h.must("members", "import", h.write("members.csv", "last_name,first_name,national_number,email,language\nPeeters,An,11.02.14-801.91,an.old@iec-iab.be,nl\n"+
		"Maes,Bart,12.05.03-803.73,bart@iec-iab.be,fr\n"))
	h.deliver("An Peeters <an@iec-iab.be>", "e-mailadres vergeten", "Naam: Peeters\nVoornaam: Jozefien\nRijksregisternummer: 12.05.03-803.73\n")
	h.waitFor(ref(1), "tickets", "list", "--json")
	if out := h.must("members", "find", "bart"); !strings.Contains(out, "fr    2") {
		t.Errorf("no id to choose by:\n%s", out)
	}
	if out := h.must("tickets", "correct", ref(1), "--first-name", "An", "--as", "Eva"); !strings.Contains(out, "corrected; the ticket is open") {
		t.Errorf("%s", out)
	}
	if out := h.with("11021480191\n", "tickets", "correct", ref(1), "--number", "--as", "Eva"); strings.Contains(out, "11021480191") {
		t.Errorf("%s", out)
	}
	show := h.must("tickets", "show", ref(1))
	for _, words := range []string{"corrected by Eva: the first name is now An, it was Jozefien", "the national number is another one", "The first name agrees.", "11.02.14-***.**"} {
		if !strings.Contains(show, words) {
			t.Errorf("show lacks %q:\n%s", words, show)
		}
	}
	h.must("tickets", "choose", ref(1), "--member", "2", "--reason", "by voice", "--as", "Eva")
	if show = h.must("tickets", "show", ref(1)); !strings.Contains(show, "Eva chose this member by hand") {
		t.Errorf("%s", show)
	}
	h.must("tickets", "choose", ref(1), "--member", "0", "--reason", "a mistake", "--as", "Eva")
	h.must("tickets", "reclassify", ref(1), "--language", "fr", "--as", "Eva")
	if out := h.must("tickets", "reveal", ref(1), "--as", "Eva"); out != "11021480191\n" {
		t.Errorf("%q", out)
	}
	if out := h.must("tickets", "reveal", ref(1), "--of", "member", "--as", "Eva"); out != "11021480191\n" {
		t.Errorf("%q", out)
	}
	if show = h.must("tickets", "show", ref(1)); strings.Count(show, "was shown to Eva") != 2 {
		t.Errorf("%s", show)
	}
	h.must("tickets", "reclassify", ref(1), "--kind", "other", "--as", "Eva")
	h.refuses(t)
}

func (h *house) refuses(t *testing.T) {
	t.Helper()
	for _, c := range []struct {
		want   string
		status int
		args   []string
	}{
		{"is open already", exitFailed, []string{"reopen", ref(1), "--reason", "x"}},
		{"which makes no claim", exitFailed, []string{"correct", ref(1), "--first-name", "Ann"}},
		{"no identity check that waits", exitFailed, []string{"choose", ref(1), "--member", "2", "--reason", "x"}},
		{"is other in fr already", exitFailed, []string{"reclassify", ref(1), "--kind", "other"}},
		{"no national number on standard input", exitUsage, []string{"correct", ref(1), "--number"}},
		{"--of", exitUsage, []string{"reveal", ref(1), "--of", "both"}},
	} {
		status, out, errs := program(t.Context(), "\n", append(append([]string{"tickets"}, c.args...), "--as", "Eva", "--config", h.folder+"/config.yaml")...)
		if status != c.status || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%q: %d, %q; want %q", c.args, status, out+errs, c.want)
		}
	}
}
