package browser

import (
	"strings"

	"github.com/chromedp/chromedp/kb"
)

// find returns the address of the ticket whose row in the list holds the words.
func (p *person) find(words string) string {
	p.t.Helper()
	row := `[...document.querySelectorAll('a[href^="/tickets/"]')].find(a => (a.closest("tr") ?? a).innerText.includes(` + quote(words) + `))`
	p.until(words+" is in the list", row)
	return evaluate[string](p, row+`.getAttribute("href")`)
}

// openTicket goes to the ticket whose row in the queue holds the words, and looks at it for a moment.
func (p *person) openTicket(words string) (path string) {
	p.t.Helper()
	p.open("/")
	path = p.find(words)
	p.open(path)
	p.ready()
	return path
}

// hasDone waits until the history of the ticket that is shown names somebody.
func (p *person) hasDone(path string, who account) {
	p.t.Helper()
	p.open(path)
	p.until(who.name+" is in the history", `document.querySelector(".history").innerText.includes(`+quote(who.name)+`)`)
}

func signInAndOut(s *scene) {
	p := s.someone()
	p.open("/overview")
	p.awaitPath("/sign-in*")
	var told []string
	for _, login := range []string{s.eva.login, "nobody"} {
		p.fill("[name=name]", login)
		p.fill("[name=password]", "not my password at all")
		p.turn("sign in wrongly", func() { p.press(kb.Enter) })
		told = append(told, p.text("[role=alert]"))
	}
	if told[0] != told[1] {
		s.Errorf("a known name is told from an unknown one: %q", told)
	}
	p.fill("[name=name]", s.eva.login)
	p.fill("[name=password]", s.eva.password)
	p.turn("sign in", func() { p.press(kb.Enter) })
	p.awaitPath("/overview") // where one wanted to go
	p.turn("sign out", func() { p.click(`form[action="/sign-out"] button`) })
	p.open("/")
	p.awaitPath("/sign-in*")
}

func approveByKeyboard(s *scene) {
	p := s.signedIn(s.eva)
	first := p.find("An Peeters")
	p.ready()
	p.press("j")
	p.turn("open the first", func() { p.press(kb.Enter) })
	p.awaitPath(first)
	p.sees("an.peeters@kantoor-peeters.example") // what approving sends
	p.shot("ticket")
	for _, needed := range []string{".mail .words", ".claims", ".letter dl", "#approve button"} {
		if hidden := evaluate[bool](p, `(r => r.top < 0 || r.bottom > innerHeight)(document.querySelector(`+quote(needed)+`).getBoundingClientRect())`); hidden {
			s.Errorf("an ordinary case needs scrolling: %s is not on the screen", needed)
		}
	}
	p.ready()
	p.press("a")
	p.turn("approve", func() { p.press(kb.Enter) })
	s.mailed("an.peeters@thuis.example", "an.peeters@kantoor-peeters.example")
	p.awaitPath("/tickets/*")
	if p.path() == first {
		s.Error("the next check does not open")
	}
	p.hasDone(first, s.eva)
}

// Whoever presses the keys once too often does not approve the next check, which was not looked at.
func typedAhead(s *scene) {
	p := s.signedIn(s.eva)
	p.openTicket("An Peeters")
	for range 3 { // a machine under load can be too slow to type ahead
		first := p.path()
		p.press("a")
		p.turn("approve", func() { p.press(kb.Enter) })
		next := p.path()
		p.press("a", kb.Enter)
		early := evaluate[bool](p, `document.body.dataset.keys !== "on"`)
		p.ready()
		if !early {
			p.openTicket("") // the next that waits
			continue
		}
		if p.path() != next || next == first {
			s.Errorf("from %s to %s and %s", first, next, p.path())
		}
		p.open(next)
		p.await("#approve button")
		return
	}
	s.Error("three times the keys came too late to be typed ahead")
}

func alarmNeedsAReason(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("Marc Wouters")
	p.shot("alarm")
	p.press("a", kb.Enter) // the field for the reason first: not approved yet
	p.await("[name=reason]")
	p.awaitPath(path)
	p.press("Known by voice.")
	p.turn("approve", func() { p.press(kb.Enter) })
	s.mailed("marc.w@webpost.example", "hilde.goossens@goossens-cijfers.example")
	p.open(path)
	p.sees("Known by voice.")
}

func rejectByKeyboard(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("Marc Wouters")
	p.press("r", "1")
	p.turn("reject", func() { p.press(kb.Enter) })
	s.mailed("marc.w@webpost.example", "identiteit niet bevestigen")
	p.hasDone(path, s.eva)
}

func ask(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("Benoît Lambert")
	p.press("q", "Quelle est votre adresse à Liège ?")
	p.turn("ask", func() { p.pressCtrl(kb.Enter) })
	s.mailed("benoit.lambert@maison.example", "Quelle est votre adresse à Liège ?")
	p.open("/?tab=pending")
	if found := p.find("Benoît Lambert"); found != path {
		s.Errorf("%s waits instead of %s", found, path)
	}
}

// A mail that needs no check is answered with the key that approves where one waits, and nowhere else.
func answerInOwnWords(s *scene) {
	s.receive(s.T, `Return-Path: <an.peeters@thuis.example>
From: An Peeters <an.peeters@thuis.example>
To: servicedesk@institute.example
Subject: Vraag over de stage
Message-ID: <stage@thuis.example>

Beste, wanneer begint de volgende stageperiode?
`)
	s.out.wait(s.T, `Vraag over de stage`)
	p := s.signedIn(s.eva)
	p.open("/?tab=read")
	path := p.find("An Peeters")
	p.open(path)
	p.ready()
	p.press("a", "Op 1 september.", kb.Enter, "Veel succes!")
	p.shot("an answer in own words")
	p.accessible("an answer in own words")
	p.turn("answer", func() { p.pressCtrl(kb.Enter) })
	s.mailed("an.peeters@thuis.example", "Op 1 september.")
	p.open("/?tab=solved")
	if found := p.find("An Peeters"); found != path {
		s.Errorf("%s is solved instead of %s", found, path)
	}
}

func correctAClaim(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("Benoît Lambert")
	before := p.count(".claims .alarm")
	p.press("m")
	p.fill(`form[action$="/correct"] [name=last_name]`, "Vandenbroucke")
	p.turn("correct", func() { p.press(kb.Enter) })
	p.awaitPath(path)
	if after := p.count(".claims .alarm"); !strings.Contains(p.text(".claims"), "Vandenbroucke") || after <= before {
		s.Errorf("%d alarms, %d before: it was not compared again\n%s", after, before, p.describe())
	}
	p.hasDone(path, s.eva)
}

func twoAgents(s *scene) {
	eva, marc := s.signedIn(s.eva), s.signedIn(s.marc)
	path := eva.openTicket("Pieter De Smet")
	marc.open(path)
	eva.until("who else looks is told", `document.querySelector("#looking").innerText.includes(`+quote(s.marc.name)+`)`)
	marc.ready()
	marc.press("a")
	marc.turn("approve", func() { marc.press(kb.Enter) })
	s.mailed("pieter@desmet-accountants.example", "pieter@desmet-accountants.example")
	eva.until("the decision is told", `document.querySelector("#changed").innerText.includes(`+quote(s.marc.name)+`)`)
	eva.shot("somebody was first")
	eva.press("r", "1")
	eva.turn("reject, too late", func() { eva.press(kb.Enter) })
	eva.until("who was first is told", `[...document.querySelectorAll("main [role=alert]")].some(a => a.innerText.includes(`+quote(s.marc.name)+`))`)
	if text, _ := s.out.now(); strings.Contains(text, "identiteit niet bevestigen") {
		s.Error("the rejection was mailed, too")
	}
	eva.hasDone(path, s.marc)
}

// A window that is left open shows the sign-in page once the session has ended elsewhere; without script, a decision from it does nothing.
func sessionEnded(s *scene) {
	p := s.signedIn(s.eva)
	plain := p.secondWindow()
	plain.withoutScript()
	path := plain.openTicket("An Peeters")
	p.open(path)
	asleep := p.secondWindow() // as a laptop that hears nothing while its lid is closed
	asleep.open(path)
	evaluate[bool](asleep, `dispatchEvent(new Event("pagehide"))`)
	third := p.secondWindow()
	third.open("/")
	third.turn("sign out", func() { third.click(`form[action="/sign-out"] button`) })
	plain.turn("approve", func() { plain.click("#approve button") })
	plain.sees("You are no longer signed in")
	p.awaitPath("/sign-in*")
	asleep.turn("open the lid", func() { evaluate[bool](asleep, `dispatchEvent(new Event("pageshow"))`) })
	asleep.awaitPath("/sign-in*")
	for _, fault := range asleep.faults() {
		if !strings.Contains(fault, "401") { // which is how it learns that it is signed out
			s.Errorf("in the browser: %s", fault)
		}
	}
	p.signIn(s.eva)
	if found := p.find("An Peeters"); found != path {
		s.Errorf("%s is to decide instead of %s", found, path)
	}
}

func mailArrives(s *scene) {
	p := s.signedIn(s.eva)
	p.find("An Peeters")
	order := `[...document.querySelectorAll(".queue tbody tr")].map(r => r.dataset.row).join()`
	before, loads := evaluate[string](p, order), p.watch.count()
	s.receive(s.T, `Return-Path: <an@nieuw.example>
From: An Peeters <an@nieuw.example>
To: servicedesk@institute.example
Subject: e-mailadres vergeten
Message-ID: <new@nieuw.example>

Naam: Peeters
Voornaam: An
Rijksregisternummer: 71.03.14-882.16
`)
	p.sees("an@nieuw.example")
	if after := evaluate[string](p, order); !strings.HasPrefix(after, before+",") || p.watch.count() != loads {
		s.Errorf("the rows moved from %s to %s, or the page was loaded again", before, after)
	}
}

func hostile(s *scene) {
	s.receive(s.T, hostileMail)
	s.out.wait(s.T, `<rik@webpost\.example>`)
	p := s.signedIn(s.eva)
	p.sees("<script>alert('name')</script>")
	p.openTicket("rik@webpost.example")
	p.sees("<script>alert('subject')</script>")
	p.sees("<script>alert('text')</script>")
	p.sees("<img src=x onerror=alert('file')>.html")
	p.seesNot("71.03.14-882.16") // R7
	p.shot("hostile")
	for _, broken := range []string{
		"main img", "main iframe", "main script", "main style", "base", "main svg[onload]", "[onload]", "[onerror]",
		"main form[action^=http]", `main a[href^="javascript" i]`, `a[href*="elsewhere.example"]`,
	} {
		if evaluate[bool](p, `!!document.querySelector(`+quote(broken)+`)`) {
			s.Errorf("the mail brought an element into the page: %s", broken)
		}
	}
}

func withoutScript(s *scene) {
	p := s.someone()
	p.withoutScript()
	p.signIn(s.eva)
	p.openTicket("An Peeters")
	p.turn("approve", func() { p.click("#approve button") })
	s.mailed("an.peeters@thuis.example", "an.peeters@kantoor-peeters.example")
	path := p.openTicket("Marc Wouters")
	p.click("#reject summary")
	p.click("#reject input[type=radio]")
	p.turn("reject", func() { p.click("#reject form button") })
	s.mailed("marc.w@webpost.example", "identiteit niet bevestigen")
	p.hasDone(path, s.eva)
}

// All of a ticket can be reached by Tab, and one sees where one is.
func tabAlone(s *scene) {
	p := s.signedIn(s.eva)
	p.openTicket("An Peeters")
	seen := map[string]bool{}
	for range 80 {
		p.press(kb.Tab)
		at := evaluate[string](p, `(e => e.id || e.closest("[id]")?.id + " " + e.tagName)(document.activeElement)`)
		seen[at] = true
		if at != "undefined BODY" && evaluate[bool](p, `getComputedStyle(document.activeElement).outlineStyle === "none"`) {
			s.Errorf("one does not see that %s has the focus", at)
		}
	}
	for _, needed := range []string{"search", "approve BUTTON", "reject SUMMARY", "ask SUMMARY", "more SUMMARY"} {
		if !seen[needed] {
			s.Errorf("%s cannot be reached: %v", needed, seen)
		}
	}
}

func telephone(s *scene) {
	p := s.someone()
	p.phone()
	p.signIn(s.marc)
	paths := []string{"/", p.find("An Peeters"), p.find("Marc Wouters"), "/overview", "/members", "/members/1", "/import", "/account", "/staff", "/templates", worked}
	for _, language := range []string{"en", "nl", "fr"} {
		if language != "en" {
			p.turn("change language", func() { p.click("[name=language][value=" + language + "]") })
		}
		for _, path := range paths {
			p.open(path)
			p.shot("phone " + language + " " + path)
			// Not innerWidth, which grows with what is too wide.
			if wide := evaluate[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); wide > 0 {
				s.Errorf("%s in %s is %d px too wide", path, language, wide)
			}
		}
	}
}

// Every page, by day and by night, and what opens on it, is held against axe-core.
func everyPage(s *scene) {
	needAxe(s.T)
	p := s.someone()
	for _, path := range []string{"/sign-in", "/sign-in/forgotten"} {
		p.open(path)
		p.accessible(path)
	}
	p.signIn(s.marc)
	good, bad := p.find("An Peeters"), p.find("Marc Wouters")
	for _, mode := range []string{"light", "dark"} {
		p.prefers("prefers-color-scheme", mode)
		for _, path := range []string{
			"/", "/?tab=pending", "/?tab=solved", good, bad, "/overview", "/members", "/members/1", "/import", "/account", "/staff", "/templates",
			worked, worked + "?compare=original", "/no-such-page",
		} {
			p.open(path)
			p.shot(mode + " " + path)
			p.accessible(mode + " " + path)
		}
		p.open(bad)
		p.ready()
		for _, key := range []string{"a", "r", "q", "m", "?"} {
			p.press(kb.Escape, key)
			p.shot(mode + " ticket key " + key)
			p.accessible(mode + " ticket, after the key " + key)
		}
	}
}
