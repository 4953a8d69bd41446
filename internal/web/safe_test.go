package web

import (
	"net/http"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// What every answer carries, written by hand.
const (
	wantPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
		"base-uri 'none'; frame-ancestors 'none'"
	wantSandbox = "sandbox; default-src 'none'"
	wantFrame   = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
	wantFramed  = wantPolicy + "; frame-src 'self'"
)

// isFrame reports whether an answer is the HTML part of a mail, which stands in a frame of the workshop: the only place with styles of its own.
func (a *answer) isFrame() bool {
	return strings.HasPrefix(a.path, "/templates/") && strings.Contains(a.path, "/frame/") && a.status == http.StatusOK
}

// isWorkshop reports whether an answer is the page of one template, the only one with a frame.
func (a *answer) isWorkshop() bool {
	shown := []int{http.StatusOK, http.StatusConflict, http.StatusUnprocessableEntity}
	return strings.HasPrefix(a.path, "/templates/") && !strings.Contains(a.path, "/frame/") && slices.Contains(shown, a.status)
}

// isSafe looks at an answer as every browser of these tests does at every answer that it gets: the headers that protect it, nothing in it
// that could run, and no national number (R7, R10).
func (a *answer) isSafe() {
	a.t.Helper()
	wrong := func(what string, args ...any) {
		a.t.Helper()
		a.t.Errorf("%s (%d): "+what, append([]any{a.what, a.status}, args...)...)
	}
	h := a.header
	download := h.Get("Content-Disposition") != ""
	policy, cache := wantPolicy, "no-store"
	switch {
	case download:
		policy = wantSandbox
	case a.isFrame():
		policy = wantFrame
	case a.isWorkshop():
		policy = wantFramed
	case strings.HasPrefix(a.path, "/static/") && a.status == http.StatusOK:
		cache = "public, max-age=31536000, immutable"
	}
	for name, want := range map[string]string{
		"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": cache,
	} {
		if got := h.Get(name); got != want {
			wrong("%s is %q, want %q", name, got, want)
		}
	}
	if got := h.Values("Content-Security-Policy"); len(got) != 1 {
		wrong("%d policies", len(got))
	}
	cookies := (&http.Response{Header: h}).Cookies()
	if len(cookies) != len(h.Values("Set-Cookie")) {
		wrong("a cookie that nobody can read: %q", h.Values("Set-Cookie"))
	}
	for _, c := range cookies {
		if !strings.HasPrefix(c.Name, "__Host-") || !c.Secure || !c.HttpOnly || c.Path != "/" || c.Domain != "" || c.SameSite != http.SameSiteLaxMode {
			wrong("a loose cookie: %s", c)
		}
	}
	switch {
	case a.isFrame():
		a.isPaper(wrong)
	case a.isHTML():
		a.runsNothing(wrong)
	}
	if !download && !strings.HasSuffix(a.path, "/reveal") {
		a.tellsNoNumber(wrong)
	}
}

// runsNothing wants one script, that of the layout, and no other way into running code.
func (a *answer) runsNothing(wrong func(string, ...any)) {
	a.t.Helper()
	scripts := 0
	for n := range a.elements("") {
		switch n.Data {
		case "script":
			scripts++
			if !strings.HasPrefix(attr(n, "src"), "/static/console.") || text(n) != "" {
				wrong("a foreign script: %s %q", attr(n, "src"), shorten(text(n)))
			}
		case "iframe":
			if sandbox := slices.IndexFunc(n.Attr, func(x html.Attribute) bool { return x.Key == "sandbox" && x.Val == "" }); sandbox < 0 || !a.isWorkshop() {
				wrong("a frame outside of a sandbox: %v", n.Attr)
			}
		case "style", "frame", "object", "embed", "base", "svg", "math", "template":
			wrong("an element <%s>", n.Data)
		case "meta":
			if has(n, "http-equiv") {
				wrong("a meta with http-equiv %s", attr(n, "http-equiv"))
			}
		}
		for _, x := range n.Attr {
			if x.Key == "style" || strings.HasPrefix(x.Key, "on") {
				wrong("an attribute %s=%q of <%s>", x.Key, shorten(x.Val), n.Data)
			}
			if slices.Contains([]string{"href", "src", "action", "formaction", "srcset", "data", "poster"}, x.Key) && !strings.HasPrefix(x.Val, "/") && x.Val != "#main" {
				wrong("%s of <%s> leads off the site: %q", x.Key, n.Data, shorten(x.Val))
			}
		}
	}
	if a.status != http.StatusSeeOther && scripts != 1 {
		wrong("%d scripts", scripts)
	}
}

// isPaper wants an HTML part that does nothing in a mail program either: words, their styles, and links that are written out.
func (a *answer) isPaper(wrong func(string, ...any)) {
	a.t.Helper()
	for n := range a.elements("") {
		switch n.Data {
		case "script", "iframe", "frame", "object", "embed", "base", "svg", "math", "template", "form", "img", "link", "video", "audio":
			wrong("an element <%s>", n.Data)
		}
		for _, x := range n.Attr {
			if strings.HasPrefix(x.Key, "on") || strings.Contains(x.Val, "url(") || strings.Contains(strings.ToLower(x.Val), "javascript:") {
				wrong("an attribute %s=%q of <%s>", x.Key, shorten(x.Val), n.Data)
			}
		}
	}
}

// tellsNoNumber looks for the national numbers of these tests, and most of them, in every spelling.
func (a *answer) tellsNoNumber(wrong func(string, ...any)) {
	a.t.Helper()
	for name, values := range a.header {
		for _, v := range values {
			if found := numberIn(v); found != "" {
				wrong("header %s tells of a national number: %s", name, found)
			}
		}
	}
	if found := numberIn(string(a.body)); found != "" {
		wrong("it tells of a national number: %s", found)
	}
	if !a.isHTML() {
		return
	}
	if found := numberIn(a.words()); found != "" {
		wrong("its words tell of a national number: %s", found)
	}
	for n := range a.elements("") {
		for _, x := range n.Attr {
			if found := numberIn(x.Val); found != "" {
				wrong("%s of <%s> tells of a national number: %s", x.Key, n.Data, found)
			}
		}
	}
}

// tellingDigits is how many digits of a number in a row are more than the birth date, which is shown.
const tellingDigits = 8

// numberIn finds a part of one of the numbers of these tests, with whatever but letters between its digits, and returns what stands there.
func numberIn(text string) string {
	var digits strings.Builder
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case unicode.Is(unicode.Nd, r):
			digits.WriteRune('0' + (r-zeroOf(r))%10)
		case unicode.IsLetter(r), r == '\n', r == '*', r == '<', r == '>', r == '"':
			digits.WriteByte(' ')
		}
	}
	all := digits.String()
	for _, number := range []string{numberAn, numberBart, numberNone} {
		plain := strings.NewReplacer(".", "", "-", "").Replace(number)
		for i := 0; i+tellingDigits <= len(plain); i++ {
			if at := strings.Index(all, plain[i:i+tellingDigits]); at >= 0 {
				return shorten(all[max(0, at-10):min(len(all), at+20)])
			}
		}
	}
	return ""
}

// zeroOf is the zero of the digits that r is one of: they come in tens.
func zeroOf(r rune) rune {
	for z := r; ; z-- {
		if !unicode.Is(unicode.Nd, z-1) || r-z == 9 {
			return z
		}
	}
}

// numberInLog is what the log tells of a number; empty: nothing.
func (h *house) numberInLog() string { return numberIn(h.log.String()) }

// refusal is the sentence that says why a form was not carried out.
func (a *answer) refusal() string {
	a.t.Helper()
	return text(a.element("p", "class", "flash refused"))
}

// element finds the first element with an attribute of a value.
func (a *answer) element(name, key, value string) *html.Node {
	a.t.Helper()
	for n := range a.elements(name) {
		if attr(n, key) == value {
			return n
		}
	}
	a.t.Fatalf("%s (%d) has no <%s %s=%q>: %s", a.what, a.status, name, key, value, shorten(a.words()))
	return nil
}
