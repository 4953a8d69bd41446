package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/locale"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

// pages are the templates, once for each language of the interface, so that a page says its words by itself.
type pages struct {
	byLanguage map[ticket.Language]map[string]*template.Template
	assets     assets
}

// shared are the files whose parts several pages use; every other file is a page.
var shared = []string{"layout.html", "queue.html", "decide.html"}

// pageNames lists the pages.
func pageNames() ([]string, error) {
	files, err := fs.Glob(templates.Console, "console/*.html")
	var names []string
	for _, f := range files {
		if name := strings.TrimSuffix(path.Base(f), ".html"); name != "layout" && name != "decide" {
			names = append(names, name)
		}
	}
	return names, err
}

func loadPages(clock func() time.Time) (*pages, error) {
	a, err := loadAssets()
	if err != nil {
		return nil, err
	}
	names, err := pageNames()
	if err != nil {
		return nil, err
	}
	p := &pages{byLanguage: map[ticket.Language]map[string]*template.Template{}, assets: a}
	for _, l := range locale.Languages() {
		p.byLanguage[l] = map[string]*template.Template{}
		for _, name := range names {
			t, err := loadPage(name, words(locale.For(l), a, clock))
			if err != nil {
				return nil, fmt.Errorf("page %s: %w", name, err)
			}
			p.byLanguage[l][name] = t
		}
	}
	return p, nil
}

// loadPage reads a page behind the files that it shares: its own main takes the place of theirs.
func loadPage(name string, say template.FuncMap) (*template.Template, error) {
	t := template.New(name).Funcs(say).Option("missingkey=error")
	for _, file := range append(append([]string{}, shared...), name+".html") {
		text, err := fs.ReadFile(templates.Console, "console/"+file)
		if err != nil {
			return nil, err
		}
		if t, err = t.Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// words are what a page can say in its language.
func words(s *locale.Speaker, a assets, clock func() time.Time) template.FuncMap {
	return template.FuncMap{
		"t": s.T, "asset": a.path,
		"kind": s.Kind, "status": s.Status, "verdict": s.Verdict, "languagename": s.LanguageName,
		"number": func(n any) string { return s.Number(toInt64(n)) }, "datetime": s.DateTime,
		"ago":      func(t time.Time) string { return s.Ago(clock().Sub(t)) },
		"received": func(t time.Time) string { return s.T("received %s", s.AgoLong(clock().Sub(t))) },
		"iso":      func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
	}
}

func toInt64(n any) int64 {
	switch n := n.(type) {
	case int:
		return int64(n)
	case int64:
		return n
	}
	panic(fmt.Sprintf("number: %T is no whole number", n))
}

func (p *pages) render(w io.Writer, l ticket.Language, page string, data any) error {
	t, ok := p.byLanguage[l][page]
	if !ok {
		return fmt.Errorf("there is no page %q in %q", page, l)
	}
	return t.ExecuteTemplate(w, "layout", data)
}

// assets are the files beside the pages. Their path carries a hash of their content, so that a browser may keep them for ever.
type assets struct {
	paths map[string]string // name to path
	files map[string]asset  // last element of the path to content
}

type asset struct {
	contentType string
	content     []byte
}

func loadAssets() (assets, error) {
	a := assets{paths: map[string]string{}, files: map[string]asset{}}
	for name, contentType := range map[string]string{
		"console.css": "text/css; charset=utf-8", "console.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml",
	} {
		content, err := fs.ReadFile(templates.Console, "console/"+name)
		if err != nil {
			return a, err
		}
		sum := sha256.Sum256(content)
		stem, ext, _ := strings.Cut(name, ".")
		file := stem + "." + hex.EncodeToString(sum[:6]) + "." + ext
		a.paths[name], a.files[file] = "/static/"+file, asset{contentType, content}
	}
	return a, nil
}

// path is where the page finds a file.
func (a assets) path(name string) (string, error) {
	p, ok := a.paths[name]
	if !ok {
		return "", fmt.Errorf("there is no file %q beside the pages", name)
	}
	return p, nil
}

// ServeHTTP serves the files.
func (a assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := a.files[r.PathValue("file")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", f.contentType)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.content))
}
