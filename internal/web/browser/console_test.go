package browser

import (
	"net/http"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// scene is one scenario: a program of its own, and as many people as it asks for.
type scene struct {
	*testing.T
	*program
	browser *chromium
}

// someone opens a window; nobody is signed in there.
func (s *scene) someone() *person {
	s.Helper()
	return s.browser.person(s.T, s.address)
}

// signedIn opens a window and signs in.
func (s *scene) signedIn(a account) *person {
	s.Helper()
	p := s.someone()
	p.signIn(a)
	return p
}

// The console as staff use it, in the program itself.
func TestConsole(t *testing.T) {
	browser := startChromium(t)
	binary := build(t)
	for _, try := range []struct {
		name string
		play func(*scene)
	}{
		{"sign in and out", signInAndOut},
		{"approve by keyboard", approveByKeyboard},
		{"an alarm needs a reason", alarmNeedsAReason},
		{"reject by keyboard", rejectByKeyboard},
		{"ask", ask},
		{"correct a claim", correctAClaim},
		{"two agents on one check", twoAgents},
		{"a session that ended", sessionEnded},
		{"a mail arrives meanwhile", mailArrives},
		{"a hostile mail", hostile},
		{"without script", withoutScript},
		{"a telephone", telephone},
		{"every page for everyone", everyPage},
	} {
		t.Run(try.name, func(t *testing.T) {
			s := &scene{t, startProgram(t, binary), browser}
			s.needPages()
			try.play(s)
		})
	}
}

// needPages skips while the console is not built.
func (s *scene) needPages() {
	s.Helper()
	r, err := http.Get(s.address + "/sign-in")
	if err != nil {
		s.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode == http.StatusNotFound || s.eva.name == "" {
		s.Skip("the console has no pages yet")
	}
}

// mailed waits for a letter in a member's mailbox whose text holds the words, and returns its subject.
func (s *scene) mailed(to, words string) string {
	s.Helper()
	return s.out.wait(s.T, `(?s)  mail to   `+regexp.QuoteMeta(to)+`[^\n]*\n  subject   ([^\n]*)\n(?: {12}\|[^\n]*\n)*? {12}\|[^\n]*`+regexp.QuoteMeta(words))[1]
}

// find returns the address of the ticket whose row in the list holds the words.
func (p *person) find(words string) string {
	p.t.Helper()
	row := `[...document.querySelectorAll('a[href^="/tickets/"]')].find(a => (a.closest("tr, li") ?? a).innerText.includes(` + quote(words) + `))`
	p.until(words+" is in the list", row)
	return evaluate[string](p, row+`.getAttribute("href")`)
}

// openTicket goes to the ticket whose row in the queue holds the words.
func (p *person) openTicket(words string) (path string) {
	p.t.Helper()
	p.open("/")
	path = p.find(words)
	p.open(path)
	return path
}

func signInAndOut(s *scene) {
	p := s.someone()
	p.open("/overview")
	p.awaitPath("/sign-in*")
	p.fill("[name=name]", s.eva.name)
	p.fill("[name=password]", "not my password at all")
	p.turn("sign in wrongly", func() { p.press(kb.Enter) })
	p.await("[name=password]")
	p.await("[role=alert]")
	known := p.text("[role=alert]")
	p.fill("[name=name]", "nobody")
	p.fill("[name=password]", "not my password at all")
	p.turn("sign in as nobody", func() { p.press(kb.Enter) })
	if unknown := p.text("[role=alert]"); known != unknown {
		s.Errorf("a known name is told from an unknown one: %q and %q", known, unknown)
	}
	p.signIn(s.eva)
	p.sees("An Peeters")
	p.turn("sign out", func() { p.click(`form[action="/sign-out"] button`) })
	p.open("/")
	p.awaitPath("/sign-in*")
}

func approveByKeyboard(s *scene) {
	p := s.signedIn(s.eva)
	first := p.find("An Peeters")
	p.press("j")
	p.turn("open the first", func() { p.press(kb.Enter) })
	p.awaitPath(first)
	p.sees("an.peeters@kantoor-peeters.example") // what approving sends
	p.shot("ticket")
	p.press("a")
	p.turn("approve", func() { p.press(kb.Enter) })
	s.mailed("an.peeters@thuis.example", "an.peeters@kantoor-peeters.example")
	p.awaitPath("/tickets/*")
	if p.path() == first {
		s.Error("the next check does not open")
	}
	p.open(first)
	p.sees(s.eva.name)
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
}

func rejectByKeyboard(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("Marc Wouters")
	p.press("r", "1")
	p.turn("reject", func() { p.press(kb.Enter) })
	s.mailed("marc.w@webpost.example", "identiteit niet bevestigen")
	p.open(path)
	p.sees(s.eva.name)
}

func ask(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("Benoît Lambert")
	p.press("q")
	p.await(`form[action$="/ask"] textarea`)
	p.fill(`form[action$="/ask"] textarea`, "Quelle est votre adresse à Liège ?")
	p.turn("ask", func() { p.click(`form[action$="/ask"] button`) })
	s.mailed("benoit.lambert@maison.example", "Quelle est votre adresse à Liège ?")
	p.open("/?tab=pending")
	if found := p.find("Benoît Lambert"); found != path {
		s.Errorf("%s waits instead of %s", found, path)
	}
}

func correctAClaim(s *scene) {
	p := s.signedIn(s.eva)
	p.openTicket("Benoît Lambert")
	before := p.count(".verdict-alarm")
	p.await(`form[action$="/correct"] [name=last_name]`)
	p.fill(`form[action$="/correct"] [name=last_name]`, "Lambrecht")
	p.turn("correct", func() { p.press(kb.Enter) })
	p.sees("Lambrecht")
	if after := p.count(".verdict-alarm"); after <= before {
		s.Errorf("%d alarms, %d before: it was not compared again", after, before)
	}
}

func twoAgents(s *scene) {
	eva, marc := s.signedIn(s.eva), s.signedIn(s.marc)
	path := eva.openTicket("Pieter De Smet")
	marc.open(path)
	eva.sees(s.marc.name) // who else looks at it
	marc.press("a")
	marc.turn("approve", func() { marc.press(kb.Enter) })
	s.mailed("pieter@desmet-accountants.example", "pieter@desmet-accountants.example")
	eva.press("r", "1")
	eva.turn("reject, too late", func() { eva.press(kb.Enter) })
	eva.sees(s.marc.name)
	eva.open(path)
	eva.sees(s.marc.name)
	eva.seesNot("rejected")
}

// The window stays open while the session ends elsewhere; a decision from it has to do nothing.
func sessionEnded(s *scene) {
	p := s.signedIn(s.eva)
	path := p.openTicket("An Peeters")
	q := p.secondWindow()
	q.open("/")
	q.turn("sign out", func() { q.click(`form[action="/sign-out"] button`) })
	p.press("a")
	p.turn("approve", func() { p.press(kb.Enter) })
	p.awaitPath("/sign-in*")
	p.signIn(s.eva)
	if found := p.find("An Peeters"); found != path {
		s.Errorf("%s is to decide instead of %s", found, path)
	}
}

func mailArrives(s *scene) {
	p := s.signedIn(s.eva)
	p.find("An Peeters")
	loads, _ := p.watch.loaded()
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
	if now, _ := p.watch.loaded(); now != loads {
		s.Error("the page was loaded again")
	}
}

func hostile(s *scene) {
	s.receive(s.T, hostileMail)
	s.out.wait(s.T, `<rik@webpost\.example>`)
	p := s.signedIn(s.eva)
	p.openTicket("rik@webpost.example")
	p.sees("<script>alert('subject')</script>")
	p.sees("<script>alert('text')</script>")
	p.seesNot("71.03.14-882.16") // R7
	p.shot("hostile")
	for _, broken := range []string{"main img", "main iframe", "main svg[onload]", "main base", "main form[action^='http']", "main a[href^='javascript']", "[onload]", "[onerror]"} {
		if p.count(broken) > 0 {
			s.Errorf("the mail brought an element into the page: %s", broken)
		}
	}
	p.open("/")
	p.sees("<script>alert('name')</script>")
}

func withoutScript(s *scene) {
	p := s.someone()
	p.withoutScript()
	p.signIn(s.eva)
	p.openTicket("An Peeters")
	p.turn("approve", func() { p.click(`form[action$="/approve"] button`) })
	s.mailed("an.peeters@thuis.example", "an.peeters@kantoor-peeters.example")
}

func telephone(s *scene) {
	p := s.someone()
	p.phone()
	p.signIn(s.eva)
	for _, path := range []string{"/", p.find("An Peeters"), "/overview", "/members"} {
		p.open(path)
		p.shot("phone " + path)
		if wide := evaluate[int](p, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			s.Errorf("%s is %d px too wide", path, wide)
		}
	}
}

// Every page, by day and by night, is held against axe-core.
func everyPage(s *scene) {
	needAxe(s.T)
	p := s.someone()
	p.open("/sign-in")
	p.accessible("/sign-in")
	p.signIn(s.marc)
	good, bad := p.find("An Peeters"), p.find("Marc Wouters")
	for _, mode := range []string{"light", "dark"} {
		p.prefers("prefers-color-scheme", mode)
		for _, path := range []string{"/", "/?tab=pending", "/?tab=solved", good, bad, "/overview", "/members", "/account", "/staff"} {
			p.open(path)
			p.shot(mode + " " + path)
			p.accessible(mode + " " + path)
		}
	}
}
