package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

type books struct {
	a   desk.Account
	err error
}

func (b books) Account(context.Context) (desk.Account, error) { return b.a, b.err }

func get(t *testing.T, h http.Handler, path string) (int, string) {
	t.Helper()
	r := httptest.NewRecorder()
	h.ServeHTTP(r, httptest.NewRequest(http.MethodGet, path, nil))
	return r.Code, r.Body.String()
}

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// R2 as a figure: fetched, the outcomes, and whether they agree.
func TestR2IsAMetric(t *testing.T) {
	account := desk.Account{
		Ledger:     ticket.Ledger{Fetched: 4, FoundAgain: 1, Outcomes: map[ticket.Outcome]int64{ticket.BecameTicket: 2, ticket.WasAutomatic: 1}},
		Deliveries: map[ticket.DeliveryStatus]int64{ticket.Failed: 3},
	}
	parts := func() []Part { return []Part{{Name: "mailbox", Well: true}, {Name: "outbox"}} }
	h := metrics(books{a: account}, parts, quiet())
	status, text := get(t, h, "/metrics")
	for _, line := range []string{
		"servicedesk_mails_fetched_total 4", "servicedesk_mails_found_again_total 1", `servicedesk_mails_outcome_total{outcome="ticket"} 2`,
		`servicedesk_mails_outcome_total{outcome="unreadable"} 0`, "servicedesk_mails_balanced 1", `servicedesk_deliveries{status="failed"} 3`,
		`servicedesk_part_well{part="mailbox"} 1`, `servicedesk_part_well{part="outbox"} 0`,
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("no line %q; status %d", line, status)
		}
	}
	account.Ledger.Fetched++
	if _, text := get(t, metrics(books{a: account}, parts, quiet()), "/metrics"); !strings.Contains(text, "servicedesk_mails_balanced 0\n") {
		t.Error("a mail without an outcome is not seen")
	}
}

func TestMetricsSayWhenTheyCannotBeRead(t *testing.T) {
	var log bytes.Buffer
	h := metrics(books{err: errors.New("database is gone")}, func() []Part { return nil }, slog.New(slog.NewTextHandler(&log, nil)))
	if status, _ := get(t, h, "/metrics"); status != http.StatusInternalServerError || !strings.Contains(log.String(), "database is gone") {
		t.Errorf("%d, log %q", status, log.String())
	}
}

func TestHealth(t *testing.T) {
	parts := []Part{{Name: "mailbox", Well: true}, {Name: "outbox", Well: true}}
	h := health(func() []Part { return parts })
	if status, text := get(t, h, "/healthz"); status != http.StatusOK || text != "mailbox: well\noutbox: well\n" {
		t.Errorf("%d %q", status, text)
	}
	parts[0] = Part{Name: "mailbox", Since: time.Date(2026, 3, 1, 9, 14, 0, 0, time.UTC), Text: "cannot sign in"}
	if status, text := get(t, h, "/healthz"); status != http.StatusServiceUnavailable || !strings.Contains(text, "mailbox: since 2026-03-01T09:14:00Z: cannot sign in") {
		t.Errorf("%d %q", status, text)
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- Serve(ctx, l, nil, http.NotFoundHandler(), quiet()) }()
	r, err := http.Get("http://" + l.Addr().String() + "/")
	if err != nil || r.StatusCode != http.StatusNotFound {
		t.Fatalf("%v %v", r, err)
	}
	r.Body.Close()
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// What was sent before the worker stops is carried out, and answered.
func TestServeLetsRequestsInHandEnd(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	slow := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		stop()
		select {
		case <-r.Context().Done():
			http.Error(w, "given up", http.StatusInternalServerError)
		case <-time.After(100 * time.Millisecond):
		}
	})
	ended := make(chan error)
	go func() { ended <- Serve(ctx, l, nil, slow, quiet()) }()
	r, err := http.Get("http://" + l.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusOK {
		t.Errorf("a request in hand ends with %d", r.StatusCode)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
