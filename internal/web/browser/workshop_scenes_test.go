package browser

import (
	"context"
	"strings"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// worked is the template that the scene of the workshop changes.
const worked = "/templates/address_known.nl"

// source is what stands in the editor.
func (p *person) source() string {
	p.t.Helper()
	p.await("#source")
	return evaluate[string](p, `document.querySelector("#source").value`)
}

// overtypes selects words in the editor and types others in their place.
func (p *person) overtypes(old, text string) {
	p.t.Helper()
	p.until(old+" is selected", `(e => {
		const at = e.value.indexOf(`+quote(old)+`);
		e.focus();
		e.setSelectionRange(at, at + `+quote(old)+`.length);
		return at >= 0;
	})(document.querySelector("#source"))`)
	p.press(text)
}

// framed returns what can be read in the frame of the mail, once it has come. The frame is a world of its own to the browser, too, which
// the window does not hear: nothing may have gone wrong in it, either.
func (p *person) framed() string {
	p.t.Helper()
	const src = `document.querySelector("iframe.mailframe").src`
	p.until("the frame has its content", `performance.getEntriesByName(`+src+`)[0].responseStatus === 200`)
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	w := newWatch(p.watch.host)
	id := p.frame(ctx, evaluate[string](p, src))
	ctx, leave := chromedp.NewContext(ctx, chromedp.WithTargetID(id), chromedp.WithListener(w.hear), chromedp.WithDetachOnCancel())
	defer leave()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
	if err != nil {
		p.t.Fatalf("the frame: %v", err)
	}
	for _, fault := range w.take() {
		p.t.Errorf("in the frame: %s", fault)
	}
	return text
}

// frame finds the frame that shows an address.
func (p *person) frame(ctx context.Context, address string) target.ID {
	p.t.Helper()
	infos, err := chromedp.Targets(ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, i := range infos {
		if i.Type == "iframe" && i.URL == address {
			return i.TargetID
		}
	}
	p.t.Fatalf("no frame shows %s", address)
	return ""
}

// stays tries to leave a page whose text is not kept: the browser asks, and the person stays.
func (p *person) stays(what, selector string) {
	p.t.Helper()
	before := p.path()
	p.faults()
	p.click(selector)
	asked := ""
	for limit := time.Now().Add(patience); asked == "" && time.Now().Before(limit); asked = strings.Join(p.faults(), "\n") {
		evaluate[string](p, `document.readyState`) // answers once the dialog is closed
	}
	if !strings.HasPrefix(asked, "a dialog: ") || strings.Contains(asked, "\n") {
		p.t.Errorf("%s with a text that is not kept: the browser says %q", what, asked)
	}
	p.awaitPath(before)
}

// A reply template is changed, published and put back, in the browser.
func workshop(s *scene) {
	p := s.signedIn(s.marc)
	p.turn("go to the templates", func() { p.click(`nav a[href="/templates"]`) })
	p.awaitPath("/templates")
	p.accessible("templates")
	p.turn("open a template", func() { p.click(`a[href="` + worked + `"]`) })
	p.awaitPath(worked)
	original := p.source()
	p.framed()
	for _, mode := range []string{"dark", "light"} {
		p.prefers("prefers-color-scheme", mode)
		p.accessible(mode + " template")
	}
	mistype(p)
	changeWords(p)
	keepDraft(p)
	publish(s, p)
	backToOriginal(p)
	if now := p.source(); now != original {
		s.Errorf("the editor holds %q after the original is back", now)
	}
	notHers(s)
}

// mistype types a field that does not exist, is told where it stands and which was meant, and mends it.
func mistype(p *person) {
	p.t.Helper()
	loads := p.watch.count()
	p.sees("Nothing speaks against this text.")
	p.overtypes("{{.Member.FirstName}}", "{{.Membr.FirstName}}")
	p.until("the error is told", `/Membr(.|\n)*\.Member\.FirstName/.test(document.querySelector("#problems .findings").innerText)`)
	p.awaitGone("iframe.mailframe")
	p.shot("workshop error")
	p.accessible("template with an error")
	p.click(`#problems [data-line="3"]`)
	chosen := evaluate[string](p, `(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)`)
	if chosen != "Geachte {{.Membr.FirstName}} {{.Member.LastName}}," {
		p.t.Errorf("the line of the error selects %q", chosen)
	}
	p.press("Geachte {{.Member.FirstName}} {{.Member.LastName}},")
	p.sees("Nothing speaks against this text.")
	if p.watch.count() != loads {
		p.t.Error("the page was loaded again")
	}
}

// changeWords sees the mail change while it is written, and puts a field in with the mouse.
func changeWords(p *person) {
	p.t.Helper()
	loads, frame := p.watch.count(), evaluate[string](p, `document.querySelector("iframe.mailframe").src`)
	p.overtypes("Uw e-mailadres bij het Instituut", "Het adres dat u zocht")
	p.overtypes("Dit is het adres:", "Ziehier, beste ")
	p.click(`[data-insert="{{.Member.FirstName}}"]`)
	p.press(":")
	p.until("the subject of the mail changes", `document.querySelector("#preview .letter").innerText.includes("Het adres dat u zocht")`)
	p.until("the frame is another", `document.querySelector("iframe.mailframe").src !== `+quote(frame))
	p.until("the text part changes", `/Ziehier, beste \p{L}+:/u.test(document.querySelector("#preview pre").textContent)`)
	if text := p.framed(); !strings.Contains(text, "Ziehier, beste ") {
		p.t.Errorf("the frame shows %s", text)
	}
	if p.watch.count() != loads {
		p.t.Error("the page was loaded again")
	}
	p.shot("workshop changed")
}

// keepDraft keeps the draft by keyboard; nobody leaves without it unasked.
func keepDraft(p *person) {
	p.t.Helper()
	text := p.source()
	p.stays("leaving", `a[href="/templates"]`)
	if p.source() != text {
		p.t.Error("the text is lost")
	}
	p.turn("look", func() { p.click(`#editor [value="preview"]`) })
	p.stays("leaving after a look", `a[href="/templates"]`)
	p.press(kb.Escape)
	p.turn("keep the draft", func() { p.pressCtrl("s") })
	p.sees("The draft is kept.")
	if now := p.source(); now != text {
		p.t.Errorf("kept is %q", now)
	}
}

func publish(s *scene, p *person) {
	s.Helper()
	const reason = "Klinkt vriendelijker"
	p.fill("#reason", reason)
	p.overtypes("Ziehier", "Alstublieft")
	p.stays("publishing", `form[action$="/publish"] button`)
	p.overtypes("Alstublieft", "Ziehier")
	p.turn("publish", func() { p.click(`form[action$="/publish"] button`) })
	p.sees("Published: this goes out from now on.")
	p.until("it is in the history", `(v => v.includes(`+quote(reason)+`) && v.includes(`+quote(s.marc.name)+`))(document.querySelector(".version").innerText)`)
	p.turn("compare", func() { p.click(`a[href*="?compare=original"]`) })
	p.until("what changed is marked", `document.querySelector(".diff ins").checkVisibility() && document.querySelector(".diff del").checkVisibility()`)
	p.until("the comparison is on the screen", `(r => r.top >= 0 && r.top < innerHeight / 2)(document.querySelector(".diff").getBoundingClientRect())`)
	p.shot("workshop compared")
	p.accessible("template compared")
	p.overtypes("Ziehier", "Alstublieft")
	p.until("it is compared while it is written", `document.querySelector(".diff").innerText.includes("Alstublieft")`)
	p.overtypes("Alstublieft", "Ziehier")
}

func backToOriginal(p *person) {
	p.t.Helper()
	p.turn("go back", func() { p.click(`form[action$="/original"] button`) })
	p.sees("The original goes out again.")
	p.until("both are in the history", `document.querySelectorAll(".version").length === 2`)
	p.awaitGone(`form[action$="/original"]`)
}

// notHers: an agent neither sees the workshop nor comes into it.
func notHers(s *scene) {
	s.Helper()
	eva := s.signedIn(s.eva)
	if n := eva.count(`a[href^="/templates"]`); n != 0 {
		s.Errorf("%d ways lead an agent to the templates", n)
	}
	for _, path := range []string{"/templates", worked} {
		eva.open(path)
		eva.shot("workshop not hers")
		eva.awaitGone("#source, .matrix")
		eva.sees("This is not yours to do")
	}
}
