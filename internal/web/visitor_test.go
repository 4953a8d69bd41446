package web

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// visitor is a browser: it keeps cookies, follows no redirect by itself, and says of each request where it comes from.
type visitor struct {
	h      *house
	client *http.Client
	source string // the address that it connects from
	header http.Header
}

func (h *house) visitor() *visitor {
	h.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	v := &visitor{h: h, source: "192.0.2.7:40000", header: http.Header{"User-Agent": {"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}}}
	v.client = &http.Client{Transport: v, Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return v
}

// RoundTrip hands a request to the console.
func (v *visitor) RoundTrip(r *http.Request) (*http.Response, error) {
	in := r.Clone(r.Context())
	in.RemoteAddr, in.RequestURI, in.Host = v.source, r.URL.RequestURI(), r.URL.Host
	if in.Body == nil {
		in.Body = http.NoBody
	}
	w := httptest.NewRecorder()
	v.h.console.ServeHTTP(w, in)
	return w.Result(), nil
}

// answer is what came back.
type answer struct {
	t      testing.TB
	what   string // the request
	path   string
	status int
	header http.Header
	body   []byte
	doc    *html.Node
}

func (v *visitor) get(path string) *answer {
	v.h.t.Helper()
	return v.send(v.request(http.MethodGet, path, nil, ""))
}

// post sends a form as a page of the console does.
func (v *visitor) post(path string, fields url.Values) *answer {
	v.h.t.Helper()
	return v.send(v.request(http.MethodPost, path, strings.NewReader(fields.Encode()), "application/x-www-form-urlencoded"))
}

func (v *visitor) request(method, path string, body io.Reader, contentType string) *http.Request {
	v.h.t.Helper()
	r, err := http.NewRequestWithContext(v.h.t.Context(), method, publicURL+path, body)
	if err != nil {
		v.h.t.Fatal(err)
	}
	for name, values := range v.header {
		r.Header[name] = values
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if method != http.MethodGet {
		r.Header.Set("Origin", publicURL)
		r.Header.Set("Content-Type", contentType)
	}
	return r
}

func (v *visitor) send(r *http.Request) *answer {
	v.h.t.Helper()
	resp, err := v.client.Do(r)
	if err != nil {
		v.h.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.h.t.Fatal(err)
	}
	a := &answer{t: v.h.t, what: r.Method + " " + r.URL.RequestURI(), path: r.URL.Path, status: resp.StatusCode, header: resp.Header, body: body}
	a.isSafe()
	return a
}

// follow goes where an answer leads.
func (v *visitor) follow(a *answer) *answer {
	v.h.t.Helper()
	to := a.header.Get("Location")
	if to == "" {
		v.h.t.Fatalf("%s leads nowhere (%d): %s", a.what, a.status, shorten(a.words()))
	}
	return v.get(to)
}

// signIn signs somebody in with the password of these tests.
func (v *visitor) signIn(name string) *visitor {
	v.h.t.Helper()
	v.post("/sign-in", url.Values{"name": {name}, "password": {goodPassword}}).leadsTo("/")
	return v
}

// signedIn is a browser in which somebody has signed in.
func (h *house) signedIn(name string) *visitor {
	h.t.Helper()
	return h.visitor().signIn(name)
}

// submit sends a form of a page, found by the end of its action, with what stands in its fields unless it is typed over.
func (v *visitor) submit(page *answer, action string, typed url.Values) *answer {
	v.h.t.Helper()
	f := page.form(action)
	fields := url.Values{}
	for name, values := range f.fields {
		fields[name] = values
	}
	for name, values := range typed {
		fields[name] = values
	}
	return v.post(f.action, fields)
}

// form is a form of a page.
type form struct {
	method, action string
	fields         url.Values // as they stand
}

func (a *answer) form(action string) form {
	a.t.Helper()
	for _, f := range a.forms() {
		if strings.HasSuffix(f.action, action) {
			return f
		}
	}
	a.t.Fatalf("%s (%d) has no form %s: %s", a.what, a.status, action, shorten(a.words()))
	return form{}
}

func (a *answer) hasForm(action string) bool {
	a.t.Helper()
	return slices.ContainsFunc(a.forms(), func(f form) bool { return strings.HasSuffix(f.action, action) })
}

func (a *answer) forms() (out []form) {
	a.t.Helper()
	for n := range a.elements("form") {
		f := form{method: strings.ToUpper(attr(n, "method")), action: attr(n, "action"), fields: url.Values{}}
		for m := range n.Descendants() {
			f.take(m)
		}
		out = append(out, f)
	}
	return out
}

// take adds what a browser would send of a field.
func (f *form) take(n *html.Node) {
	name := attr(n, "name")
	if n.Type != html.ElementNode || name == "" {
		return
	}
	switch n.Data {
	case "input":
		if kind := attr(n, "type"); kind != "radio" && kind != "checkbox" || has(n, "checked") {
			f.fields.Add(name, attr(n, "value"))
		}
	case "textarea":
		f.fields.Add(name, text(n))
	case "select":
		for m := range n.Descendants() {
			if m.Data == "option" && (has(m, "selected") || !f.fields.Has(name)) {
				f.fields.Set(name, attr(m, "value"))
			}
		}
	}
}

// page is the parsed HTML.
func (a *answer) page() *html.Node {
	a.t.Helper()
	if a.doc == nil {
		doc, err := html.Parse(bytes.NewReader(a.body))
		if err != nil {
			a.t.Fatal(err)
		}
		a.doc = doc
	}
	return a.doc
}

func (a *answer) elements(name string) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := range a.page().Descendants() {
			if n.Type == html.ElementNode && (name == "" || n.Data == name) && !yield(n) {
				return
			}
		}
	}
}

// words are what a page says, with one space between.
func (a *answer) words() string {
	a.t.Helper()
	var all []string
	for n := range a.page().Descendants() {
		if n.Type == html.TextNode {
			all = append(all, strings.Fields(n.Data)...)
		}
	}
	return strings.Join(all, " ")
}

// says wants words on a page.
func (a *answer) says(want string) *answer {
	a.t.Helper()
	if !strings.Contains(a.words(), want) {
		a.t.Errorf("%s (%d) does not say %q: %s", a.what, a.status, want, a.words())
	}
	return a
}

func (a *answer) isHTML() bool { return strings.HasPrefix(a.header.Get("Content-Type"), "text/html") }

func text(n *html.Node) string {
	var b strings.Builder
	for m := range n.Descendants() {
		if m.Type == html.TextNode {
			b.WriteString(m.Data)
		}
	}
	return b.String()
}

func attr(n *html.Node, name string) string {
	for _, x := range n.Attr {
		if x.Key == name {
			return x.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(x html.Attribute) bool { return x.Key == name })
}

// upload chooses a file on the page of an import.
func (v *visitor) upload(name, content string) *answer {
	v.h.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, err := w.CreateFormFile("file", name)
	if err != nil {
		v.h.t.Fatal(err)
	}
	io.WriteString(part, content)
	if err := w.Close(); err != nil {
		v.h.t.Fatal(err)
	}
	return v.send(v.request(http.MethodPost, "/import", &b, w.FormDataContentType()))
}
