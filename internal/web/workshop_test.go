package web

import (
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
	"iec-iab.be/servicedesk/templates"
)

// known is the template of these tests; nobody changes it.
var known = workshop.Key{Occasion: ticket.AddressKnown, Language: ticket.Dutch}

// knownPath is its page.
const knownPath = "/templates/address_known.nl"

// with is the original with one more paragraph.
func (h *house) with(words string) string {
	h.t.Helper()
	original, err := fs.ReadFile(templates.FS, known.String()+".md")
	if err != nil {
		h.t.Fatal(err)
	}
	return strings.TrimRight(string(original), "\n") + "\n\n" + words + "\n"
}

func (h *house) openTemplate() workshop.Page {
	h.t.Helper()
	p, err := h.shop.Open(h.t.Context(), known)
	if err != nil {
		h.t.Fatal(err)
	}
	return p
}

// seenDraft is the version of the draft as it stands; 0: there is none.
func (h *house) seenDraft() int64 {
	h.t.Helper()
	if d := h.openTemplate().Draft; d != nil {
		return d.Version
	}
	return 0
}

// draft writes a draft behind the back of the pages.
func (h *house) draft(by, source string) workshop.Draft {
	h.t.Helper()
	d, err := h.shop.SaveDraft(h.t.Context(), by, known, source, h.seenDraft())
	if err != nil {
		h.t.Fatal(err)
	}
	return d
}

// publish writes a draft and publishes it.
func (h *house) publish(by, source string) workshop.Version {
	h.t.Helper()
	v, err := h.shop.Publish(h.t.Context(), by, known, h.draft(by, source).Version, "duidelijker")
	if err != nil {
		h.t.Fatal(err)
	}
	return v
}

// admins are two, each in a browser.
func (h *house) admins() (ada, bob *visitor) {
	h.t.Helper()
	h.hire("Ada", ticket.Admin)
	h.hire("Bob", ticket.Admin)
	return h.signedIn("Ada"), h.signedIn("Bob")
}

// editor is what stands in the textarea of a template's page.
func (a *answer) editor() string {
	a.t.Helper()
	return a.form(knownPath).fields.Get("source")
}

// save keeps what is typed over a page.
func (v *visitor) save(page *answer, source string) *answer {
	v.h.t.Helper()
	return v.submit(page, knownPath, url.Values{"source": {source}, "do": {"save"}})
}

// look shows what is typed over a page, and saves nothing.
func (v *visitor) look(page *answer, source string) *answer {
	v.h.t.Helper()
	return v.submit(page, knownPath, url.Values{"source": {source}, "do": {"preview"}}).statusIs(http.StatusOK)
}

// frame is the HTML part that a page shows.
func (v *visitor) frame(page *answer) *answer {
	v.h.t.Helper()
	return v.get(attr(page.element("iframe", "class", "mailframe"), "src"))
}

// An error is said with its line and a proposal; what was typed stays, and is kept as a draft that cannot go out.
func TestAnErrorIsSaidWithItsLine(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		broken := strings.Replace(h.with("Tot ziens."), ".Member.FirstName", ".Membr.FirstName", 1)
		before := h.database()
		page := ada.look(ada.get(knownPath), broken)
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("looking at a text did something:\n%s", diff)
		}
		kept := ada.follow(ada.save(page, broken).leadsTo(knownPath))
		for _, a := range []*answer{page, kept} {
			a.says("line 3").says("did you mean .Member.FirstName?").says("There is nothing to show while the text has errors.")
			if got := a.editor(); strings.TrimSpace(got) != strings.TrimSpace(broken) {
				t.Errorf("%s: of what was typed stays %q", a.what, got)
			}
			if a.hasForm("/publish") {
				t.Errorf("%s: a text with an error can be published", a.what)
			}
		}
		kept.says("The draft is kept.").says("draft, not published")
		refused := ada.post(knownPath+"/publish", url.Values{"seen": {itoa(h.seenDraft())}, "reason": {"x"}}).statusIs(http.StatusUnprocessableEntity)
		if refused.refusal() == "" || len(h.openTemplate().History) > 0 {
			t.Errorf("a text with an error is published: %q", refused.refusal())
		}
	})
}

// The mail is shown as it will arrive: its subject, its text, and its HTML in a frame that can do nothing.
func TestTheMailIsShownAsItWillArrive(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		page := ada.look(ada.get(knownPath), h.with("Tot **ziens**."))
		page.says("Nothing speaks against this text.").says("Uw e-mailadres bij het Instituut [SD-2026-000123]").says("Servicedesk <desk@example.org>")
		if got := text(page.element("pre", "class", "words quoted")); !strings.Contains(got, "ziens") {
			t.Errorf("the text part is %s", got)
		}
		frame := ada.frame(page).statusIs(http.StatusOK) // isSafe looks at its policy
		if got := text(frame.element("html", "lang", "nl")); !strings.Contains(got, "Tot ziens.") || !strings.Contains(string(frame.body), "<strong") {
			t.Errorf("the HTML part is %s", frame.body)
		}
	})
}

// What the list of fields gives as an example is what the mail beside it says, in its language.
func TestTheExamplesAreInTheLanguageOfTheTemplate(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		if page := ada.get("/templates/answer.fr").says("Les attestations de formation"); strings.Contains(page.words(), "De attesten") {
			t.Error("a French template is explained with a Dutch answer")
		}
	})
}

// The HTML part is for whom it was shown, for as long as it is among the last.
func TestAFrameIsForWhomItWasShown(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, bob := h.admins()
		page := ada.get(knownPath)
		src := attr(page.element("iframe", "class", "mailframe"), "src")
		bob.get(src).statusIs(http.StatusNotFound)
		bob.get(knownPath + "/frame/none").statusIs(http.StatusNotFound)
		ada.get(src).statusIs(http.StatusOK)
		for range keptPreviews {
			bob.get(knownPath)
		}
		ada.get(src).statusIs(http.StatusNotFound)
	})
}

// What is published is in the history with its reason; the next answer is written with it, and an approval of the old words is refused (R8).
func TestTheNextAnswerIsWhatWasPublished(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		h.hire("Eva", ticket.Agent)
		eva, ref := h.signedIn("Eva"), h.receive(forgotten())
		old := eva.get("/tickets/" + string(ref))
		page := ada.follow(ada.save(ada.get(knownPath), h.with("Tot binnenkort.")))
		ada.submit(page, "/publish", url.Values{"reason": {" "}}).statusIs(http.StatusUnprocessableEntity).says("say why the template is changed")
		done := ada.follow(ada.submit(page, "/publish", url.Values{"reason": {"vriendelijker slot"}}).leadsTo(knownPath))
		done.says("Published: this goes out from now on.").says("version 1").says("newest").says("vriendelijker slot").says("Ada")
		if h.seenDraft() != 0 {
			t.Error("the draft that was published is still there")
		}
		now := eva.submit(old, "/approve", nil).statusIs(http.StatusConflict).says("Tot binnenkort.")
		h.wantSent(ref)
		eva.submit(now, "/approve", nil).leadsTo("/")
		if sent := h.show(ref).Outgoing; len(sent) != 1 || !strings.Contains(sent[0].Text, "Tot binnenkort.") {
			t.Errorf("sent: %+v", sent)
		}
		ada.get("/templates").says("changed").says("behind")
	})
}

// R8: the draft of a colleague is not overwritten, and what was typed over it stays.
func TestR8ADraftOfAColleagueIsNotOverwritten(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, bob := h.admins()
		mine, his := ada.get(knownPath), bob.get(knownPath)
		bob.save(his, h.with("Van Bob.")).leadsTo(knownPath)
		before := h.database()
		a := ada.save(mine, h.with("Van Ada.")).statusIs(http.StatusConflict)
		if !strings.Contains(a.refusal(), "Bob") || !strings.Contains(a.editor(), "Van Ada.") {
			t.Errorf("refused with %q; the editor holds %s", a.refusal(), a.editor())
		}
		a.says("The draft of Bob beside what stands in the editor")
		if text(a.element("del", "", "")) != "Bob" || text(a.element("ins", "", "")) != "Ada" {
			t.Errorf("the draft of the colleague is not shown: %s", a.words())
		}
		for _, form := range []string{"/publish", "/discard"} {
			ada.post(knownPath+form, url.Values{"seen": {"0"}, "reason": {"x"}}).statusIs(http.StatusConflict)
		}
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("the draft of a colleague was touched:\n%s", diff)
		}
		ada.save(a, a.editor()).leadsTo(knownPath) // she has seen both by now
		bob.submit(bob.get(knownPath), "/discard", nil).leadsTo(knownPath)
		ada.save(a, h.with("Van Ada.")).statusIs(http.StatusConflict).says("thrown away")
		bob.save(bob.get(knownPath), h.with("Van Bob."))
		ada.get("/templates").says("draft of Bob")
	})
}

// R8: looking at what one types does not make the draft of a colleague one's own, though nobody has shown it.
func TestR8ALookOverwritesNoDraftLater(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, bob := h.admins()
		mine := ada.get(knownPath)
		bob.save(bob.get(knownPath), h.with("Van Bob.")).leadsTo(knownPath)
		for _, page := range []*answer{
			ada.look(mine, h.with("Van Ada.")),
			ada.post(knownPath+"/test", url.Values{"seen": {"0"}, "source": {h.with("Van Ada.")}}),
		} {
			ada.save(page.statusIs(http.StatusOK), h.with("Van Ada.")).statusIs(http.StatusConflict).says("Bob")
		}
	})
}

// A draft that was begun before the newest version goes on from it only when its writer says so.
func TestADraftThatWasOvertakenIsRebased(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		first := h.publish("Bob", h.with("Eerste."))
		h.publish("Bob", h.with("Tweede."))
		h.draft("Ada", h.with("Derde."))
		if _, err := h.shop.Restore(t.Context(), "Bob", known, first.ID, h.openTemplate().Newest(), "toch"); err != nil {
			t.Fatal(err)
		}
		page := ada.get(knownPath).says("Somebody published another version after this draft was begun.")
		ada.post(knownPath+"/publish", url.Values{"seen": {itoa(h.seenDraft())}, "reason": {"x"}}).statusIs(http.StatusConflict).says("Bob")
		page = ada.follow(ada.submit(page, "/rebase", nil).leadsTo(knownPath)).says("The draft goes on from what is published now.")
		ada.submit(page, "/publish", url.Values{"reason": {"beter"}}).leadsTo(knownPath)
		if got := h.openTemplate().Published; got != h.with("Derde.") {
			t.Errorf("published is %s", got)
		}
	})
}

func TestVersionsAreComparedAndRestored(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		first := h.publish("Bob", h.with("Tot morgen."))
		h.publish("Bob", h.with("Tot gisteren."))
		page := ada.get(knownPath + "?compare=" + itoa(first.ID)).says("Version 1 beside what stands in the editor")
		if text(page.element("del", "", "")) != "morgen" || text(page.element("ins", "", "")) != "gisteren" {
			t.Errorf("the words that differ are not marked: %s", page.words())
		}
		ada.get(knownPath + "?compare=original").says("The original beside what stands in the editor")
		for _, other := range []string{"0", "999", "x", ""} {
			if a := ada.get(knownPath + "?compare=" + other).statusIs(http.StatusOK); strings.Contains(a.words(), "beside what stands") {
				t.Errorf("compared with %q, which is no version", other)
			}
		}
		ada.post(knownPath+"/restore", url.Values{"version": {"999"}}).statusIs(http.StatusNotFound)
		ada.follow(ada.submit(page, "/restore", url.Values{"version": {itoa(first.ID)}}).leadsTo(knownPath)).says("The earlier version goes out again.").says("version 3")
		if got := h.openTemplate().Published; got != first.Source {
			t.Errorf("restored is %s", got)
		}
		done := ada.follow(ada.submit(ada.get(knownPath), "/original", nil).leadsTo(knownPath)).says("The original goes out again.").says("version 4, back to the original")
		if p := h.openTemplate(); p.State != workshop.Original || done.hasForm("/original") {
			t.Errorf("back to the original, the template is %s", p.State)
		}
		ada.post(knownPath+"/original", nil).statusIs(http.StatusUnprocessableEntity)
	})
}

func TestADraftIsThrownAway(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		page := ada.follow(ada.save(ada.get(knownPath), h.with("Weg.")))
		ada.follow(ada.submit(page, "/discard", nil).leadsTo(knownPath)).says("The draft is thrown away.").says("Nothing was published yet: the original goes out.")
		if h.seenDraft() != 0 {
			t.Error("the draft is still there")
		}
	})
}

// With the rule of the second admin, nobody publishes what he proposed; the history names both.
func TestTwoAdminsPublish(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, bob := h.admins()
		rule := ada.get("/templates").says("Every admin publishes alone.")
		rule = ada.follow(ada.submit(rule, "/templates", url.Values{"demand": {"yes"}}).leadsTo("/templates")).says("Whoever writes a text proposes it; another admin publishes it.")
		page := ada.follow(ada.save(ada.get(knownPath), h.with("Samen.")))
		if page.hasForm("/publish") {
			t.Error("one admin alone can publish")
		}
		ada.post(knownPath+"/publish", url.Values{"seen": {itoa(h.seenDraft())}, "reason": {"x"}}).statusIs(http.StatusUnprocessableEntity).says("propose the draft first")
		page = ada.follow(ada.submit(page, "/propose", url.Values{"reason": {"samen beter"}}).leadsTo(knownPath)).says("Proposed: another admin publishes it.").says("proposed by Ada")
		if page.hasForm("/publish") || page.hasForm("/propose") {
			t.Error("who proposed it can publish it, or propose it once more")
		}
		ada.post(knownPath+"/publish", url.Values{"seen": {itoa(h.seenDraft())}, "reason": {"x"}}).statusIs(http.StatusUnprocessableEntity).says("you proposed this draft")
		bob.get("/templates").says("proposed by Ada")
		bob.follow(bob.submit(bob.get(knownPath), "/publish", url.Values{"reason": {"gelezen"}}).leadsTo(knownPath)).says("Ada, Bob")
		ada.submit(rule, "/templates", url.Values{"demand": {"no"}}).leadsTo("/templates")
		if on, err := h.shop.SecondAdmin(t.Context()); on || err != nil {
			t.Errorf("the rule is on: %v, %v", on, err)
		}
	})
}

// A test is a real mail to who asks for it, and says that it is one. What is typed is not saved by it.
func TestATestIsMailedToWhoAsks(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		page := ada.get(knownPath)
		a := ada.post(knownPath+"/test", url.Values{"seen": {"0"}, "source": {h.with("Alleen een proef.")}, "address": {"an@home.example"}, "to": {"an@home.example"}}).statusIs(http.StatusOK)
		a.says("A test is on its way to ada@example.org.")
		if !strings.Contains(a.editor(), "Alleen een proef.") || h.seenDraft() != 0 {
			t.Errorf("the editor holds %s; draft %d", a.editor(), h.seenDraft())
		}
		broken := url.Values{"seen": {"0"}, "source": {"Subject: x\n\n{{.Nothing}}\n"}}
		ada.post(knownPath+"/test", broken).statusIs(http.StatusUnprocessableEntity)
		due, err := h.Claim(t.Context(), 10, time.Hour)
		if err != nil || len(due) != 1 {
			t.Fatalf("%d mails wait, %v", len(due), err)
		}
		if d := due[0]; d.Recipient != "ada@example.org" || d.Occasion != ticket.TemplateTest || d.TicketID != 0 || !strings.Contains(string(d.Raw), "TEST") {
			t.Errorf("%s to %s, ticket %d: %s", d.Occasion, d.Recipient, d.TicketID, d.Raw)
		}
		page.says("Send me this")
	})
}

// On a real ticket the mail is shown as its member would get it, and no national number with it (isSafe looks).
func TestTheMailIsShownOnARealTicket(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		ref := h.receive(forgotten())
		for _, typed := range []string{string(ref), strings.ToLower(string(ref)), "+" + string(ref) + "+"} {
			page := ada.get(knownPath + "?ref=" + typed).statusIs(http.StatusOK).says("an.old@example.be").says(string(ref))
			if frame := ada.frame(page); !strings.Contains(frame.words(), "an.old@example.be") {
				t.Errorf("the HTML part is %s", frame.words())
			}
		}
		h.wantSent(ref)
		for _, none := range []string{"SD-1999-000001", "x", "%3Cb%3E"} {
			if a := ada.get(knownPath + "?ref=" + none).statusIs(http.StatusOK); a.refusal() != "There is no such ticket." {
				t.Errorf("on %s: %q", none, a.refusal())
			}
		}
		other := h.receive(otherMatter())
		if a := ada.get(knownPath + "?ref=" + string(other)).statusIs(http.StatusOK); a.refusal() == "" {
			t.Error("the known address is shown on a ticket that asks for none")
		}
	})
}

// R7: a national number is not kept, not mailed, and not shown again (isSafe looks at each answer).
func TestR7ANumberInTheWorkshopIsNotKept(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		ada.get(knownPath + "?ref=" + url.QueryEscape(numberAn)).statusIs(http.StatusOK)
		page, before := ada.get(knownPath), h.database()
		source := h.with("Uw nummer is " + numberAn + ".")
		ada.save(page, source).statusIs(http.StatusUnprocessableEntity).says("the template holds a national number")
		ada.look(page, source).says("national number")
		ada.post(knownPath+"/test", url.Values{"seen": {"0"}, "source": {source}}).statusIs(http.StatusUnprocessableEntity)
		if diff := h.changedSince(before); diff != "" {
			t.Errorf("a number was kept:\n%s", diff)
		}
	})
}

// What an admin types runs nowhere (isSafe looks at page and frame), fills no field, and is bounded.
func TestAHostileSourceIsHarmless(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		ada, _ := h.admins()
		for _, words := range []string{
			"<script>alert(1)</script>", "</textarea><script>alert(1)</script>", `<img src=x onerror="alert(1)">`, "{{.}}", "{{printf \"%v\" .}}", "{{range 100000000}}x{{end}}",
			"[klik](javascript:alert(1))", "![x](https://elsewhere.example/x.png)", "<style>*{display:none}</style>", "<iframe src=/></iframe>", "{{define \"main\"}}x{{end}}", "{{", strings.Repeat("x", 70<<10),
		} {
			source := h.with(words)
			a := ada.look(ada.get(knownPath), source)
			if got := a.editor(); got != source {
				t.Errorf("of %q stays %q", shorten(words), shorten(got))
			}
			for n := range a.elements("iframe") {
				ada.get(attr(n, "src")).statusIs(http.StatusOK)
			}
			ada.save(a, source)
			if len(h.openTemplate().History) > 0 {
				t.Errorf("%q is published", shorten(words))
			}
			ada.get(knownPath).statusIs(http.StatusOK)
		}
		ada.post(knownPath, url.Values{"source": {strings.Repeat("x", maxForm)}}).statusIs(http.StatusRequestEntityTooLarge)
		for _, path := range []string{"/templates/none.nl", "/templates/address_known", "/templates/address_known.xx", "/templates/..%2Fx", "/templates/address_known.nl/none"} {
			ada.get(path).statusIs(http.StatusNotFound)
		}
	})
}
