package web

import (
	"crypto/rand"
	"net/http"
	"sync"

	"iec-iab.be/servicedesk/internal/ticket"
)

// keptPreviews is how many HTML parts are kept for the frames of pages that are open.
const keptPreviews = 64

// previews are the HTML parts that were shown last, for the person who was shown them. A frame asks for its own right behind its page.
type previews struct {
	mu   sync.Mutex
	kept []preview // oldest first
}

type preview struct {
	id      string
	account int64
	html    string
}

func (p *previews) keep(account int64, html string) (id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	id = rand.Text()
	p.kept = append(p.kept, preview{id, account, html})
	if len(p.kept) > keptPreviews {
		p.kept = p.kept[1:]
	}
	return id
}

func (p *previews) find(account int64, id string) (html string, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, x := range p.kept {
		if x.id == id && x.account == account {
			return x.html, true
		}
	}
	return "", false
}

// framePolicy is that of the HTML part of a mail: mail programs need its styles on the elements, and nothing else of it works.
const framePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

// showFrame serves an HTML part for the frame of the workshop, in a world of its own.
func (r *request) showFrame() error {
	html, ok := r.previews.find(r.who.ID, r.PathValue("id"))
	if !ok {
		return ticket.ErrNotFound
	}
	r.w.Header().Set("Content-Security-Policy", framePolicy)
	return r.write(http.StatusOK, "text/html; charset=utf-8", []byte(html))
}
