package web

import (
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

// hostileWords try to be something else than words, wherever they stand.
func hostileWords() []string {
	return []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `{{.Secret}} {{template "layout"}} ${7*7}`, `javascript:alert(1)`,
		`</textarea></title></pre><svg onload=alert(1)>`, "data:text/html,<script>alert(1)</script>", "moc.elpmaxe@\u202enaV \u2066x\u2069", `<!-- <style>*{display:none}</style>`,
		"a\x00b\x07c\u200bd", `&lt;script&gt;alert(1)&lt;/script&gt;`, strings.Repeat("<b>", 2000), "//elsewhere.example", "%3Cscript%3E", "=?utf-8?Q?=3Cscript=3E?=",
	}
}

// hostileMail says the words in every place that a page shows.
func hostileMail(words string) letter {
	return letter{
		from: encodedWord(words) + " <an@home.example>", subject: "e-mailadres vergeten " + encodedWord(words),
		header: []string{"Reply-To: " + encodedWord(words) + " <x@elsewhere.example>", "Content-Type: multipart/mixed; boundary=outer"},
		body: "--outer\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain; charset=utf-8\n\nBeste,\n\n" + words + "\n\nNaam: Peeters\n" +
			"Voornaam: An\nRijksregisternummer: " + numberAn + "\n\nOp maandag schreef desk@example.org:\n> " + words + "\n" +
			"--inner\nContent-Type: text/html; charset=utf-8\n\n<body onload=alert(1)><p>Naam: Peeters</p>" + words + "<script>alert(2)</script></body>\n--inner--\n" +
			"--outer\nContent-Type: text/html; name=\"" + encodedWord(words) + "\"\nContent-Disposition: attachment; filename=\"" + encodedWord(words) + "\"\n\n<script>alert(3)</script>\n" +
			"--outer\nContent-Type: message/rfc822\n\nFrom: " + encodedWord(words) + " <y@elsewhere.example>\nSubject: " + encodedWord(words) + "\n\n" + words + "\n--outer--\n",
	}
}

// R10: a member's words are shown as words. Each page is looked at by isSafe: no script, handler, style or foreign link came to be.
func TestR10WordsOfStrangersAreShownAsWords(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Agent, ticket.Admin)
		v := h.signedIn("Chief")
		for i, words := range hostileWords() {
			l := hostileMail(words)
			l.from = strings.Replace(l.from, "an@home", "an"+itoa(int64(i))+"@home", 1)
			ref := h.receive(l)
			path := "/tickets/" + string(ref)
			page := v.get(path).statusIs(http.StatusOK)
			plain := strings.Map(func(r rune) rune {
				if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
					return -1
				}
				return r
			}, words)
			if visible := strings.Fields(plain)[0]; !strings.Contains(page.words(), visible) {
				t.Errorf("%q is not shown: %s", words, shorten(page.words()))
			}
			for n := range page.elements("") {
				if n.Data == "b" && strings.Contains(words, "<b>") && len(text(n)) == 0 {
					t.Fatal("the page took markup over")
				}
			}
			v.tour(ref)
			v.submit(page, "/note", url.Values{"text": {words}})
			v.submit(page, "/correct", url.Values{"last_name": {words}, "first_name": {words}, "new_address": {words}})
			v.submit(page, "/close", url.Values{"reason": {words}})
			v.get(path).statusIs(http.StatusOK)
		}
	})
}

// R10: what staff, members and browsers call themselves is data too.
func TestR10OtherNamesAreShownAsWords(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Chief", ticket.Agent, ticket.Admin)
		v := h.signedIn("Chief")
		for i, words := range hostileWords() {
			v.header.Set("X-Forwarded-For", strings.ToValidUTF8(strings.Map(printable, words), ""))
			v.post("/sign-in", url.Values{"name": {words}, "password": {words}, "next": {words}})
			v.post("/sign-in/forgotten", url.Values{"name": {words}})
			v.post("/staff", url.Values{"name": {words}, "address": {"x" + itoa(int64(i)) + "@example.org"}, "role": {"agent", words}})
			v.post("/staff", url.Values{"name": {words}, "address": {"x" + itoa(int64(i)) + "@example.org"}, "role": {"agent"}})
			if a := v.post("/search", url.Values{"q": {words}}); a.status == http.StatusSeeOther {
				v.follow(a)
			}
			v.post("/members", url.Values{"q": {words}})
			v.get("/?q=" + url.QueryEscape(words))
			v.get("/" + url.PathEscape(words))
			v.get("/sign-in?next=" + url.QueryEscape(words))
			err := h.store.Write(t.Context(), func(tx *store.Tx) error {
				return tx.InsertMember(&ticket.Member{LastName: words, FirstName: words, Address: words, Number: h.number(validNumber(i)), Language: ticket.Dutch})
			})
			if err != nil {
				t.Fatal(err)
			}
			v.get("/members/" + itoa(int64(3+i))).statusIs(http.StatusOK)
		}
		v.get("/staff").statusIs(http.StatusOK)
		v.get("/members").statusIs(http.StatusOK)
	})
}

func printable(r rune) rune {
	if r < ' ' || r > '~' {
		return -1
	}
	return r
}

// R10: the name of a download is one name, whatever the sender called his file.
func TestR10DownloadsHaveOneName(t *testing.T) {
	inHouse(t, func(t *testing.T, h *house) {
		h.hire("Eva", ticket.Agent)
		v := h.signedIn("Eva")
		names := append(hostileWords(), `../../etc/passwd`, `C:\Windows\x.exe`, "a\r\nSet-Cookie: x=y\r\n\r\n<html>", `a"; filename="b.exe`, "factuur\u202Efdp.exe", "..", "/", "",
			strings.Repeat("é", 400)+".pdf", "a;b=c", "naam met spaties.pdf", "日本.pdf")
		for i, name := range names {
			ref := h.receive(letter{from: "x" + itoa(int64(i)) + "@home.example", subject: "bestand", header: []string{"Content-Type: multipart/mixed; boundary=b"},
				body: "--b\nContent-Type: text/plain\n\nZie bijlage.\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=\"" + encodedWord(name) + "\"\n\n<script>alert(1)</script>\n--b--\n"})
			path := "/tickets/" + string(ref) + "/mails/" + itoa(h.show(ref).Mails[0].ID) + "/files/0"
			a := v.post(path, nil).statusIs(http.StatusOK)
			kind, params, err := mime.ParseMediaType(a.header.Get("Content-Disposition"))
			if err != nil || kind != "attachment" || len(params) != 1 || len(a.header.Values("Content-Disposition")) != 1 {
				t.Errorf("%q: %q, %v", name, a.header.Values("Content-Disposition"), err)
				continue
			}
			wellNamed(t, params["filename"])
			if a.header.Get("Content-Type") != "application/octet-stream" || string(a.body) != "<script>alert(1)</script>" {
				t.Errorf("%q: %v %q", name, a.header, a.body)
			}
		}
	})
}

// wellNamed wants a name that is a name on every system and shows how it ends.
func wellNamed(t *testing.T, name string) {
	t.Helper()
	bad := strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || strings.ContainsRune(`<>:"/\|?*%;`, r)
	})
	if bad || name == "" || len(name) > maxFileName || !utf8.ValidString(name) || strings.Trim(name, ". ") != name {
		t.Errorf("a file is named %q", name)
	}
}

func FuzzFileName(f *testing.F) {
	for _, name := range append(hostileWords(), "..", "a/b", `a\b`, "\xff", strings.Repeat("a.", 200), strings.Repeat("é", 150)+" . .", "a\u2028b") {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		clean := fileName(name)
		wellNamed(t, clean)
		if again := fileName(clean); again != clean {
			t.Errorf("%q becomes %q and then %q", name, clean, again)
		}
		header := disposition(name)
		if strings.ContainsAny(header, "\r\n\x00") {
			t.Errorf("%q breaks out of its header: %q", name, header)
		}
		kind, params, err := mime.ParseMediaType(header)
		if err != nil || kind != "attachment" || params["filename"] != clean {
			t.Errorf("%q is sent as %q: %q, %v, %v", name, header, kind, params, err)
		}
	})
}
