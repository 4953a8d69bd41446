package web

import (
	"bytes"
	"io"
	"mime/multipart"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

// counted counts what is read of a body.
type counted struct {
	io.Reader
	n int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += n
	return n, err
}

// Nobody fills memory or disk without a sign-in: with a file in a request that takes none, whatever its method is.
func TestABodyIsBounded(t *testing.T) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, err := w.CreateFormFile("next", "big")
	if err != nil {
		t.Fatal(err)
	}
	part.Write(make([]byte, 8*maxForm))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	inHouse(t, func(t *testing.T, h *house) {
		for _, line := range []string{"GET /sign-in", "GET /live", "POST /sign-in", "POST /sign-in/forgotten", "POST /language", "POST /import"} {
			method, path, _ := strings.Cut(line, " ")
			body := &counted{Reader: bytes.NewReader(b.Bytes())}
			r := h.visitor().request(method, path, body, w.FormDataContentType())
			r.Header.Set("Content-Type", w.FormDataContentType())
			h.visitor().send(r)
			if body.n > 2*maxForm {
				t.Errorf("%s reads %d octets from nobody", line, body.n)
			}
		}
	})
}

// Who looks at what is forgotten when nobody asks for it any more.
func TestLooksAreForgotten(t *testing.T) {
	b := newBulletin(nil, quiet())
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	for i := range 100 {
		b.connect(ticket.MakeRef(2026, int64(i+1)), "Eva")()
	}
	if len(b.looking) != 0 {
		t.Errorf("%d looks are kept after their pages were left", len(b.looking))
	}
	for i := range 100 {
		b.look(ticket.MakeRef(2026, int64(i+1)), "Eva", now)
	}
	b.look("SD-2026-000500", "Eva", now.Add(lookLife+time.Second))
	if len(b.looking) != 1 {
		t.Errorf("%d looks are kept after their time", len(b.looking))
	}
}
