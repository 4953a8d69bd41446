package desk_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/store/storetest"
	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/templates"
)

// filled is a desk with so many tickets, and as many members, all of them indexed.
func filled(b *testing.B, tickets int) *desk.Desk {
	b.Helper()
	start := time.Now()
	s := storetest.Open(b, tickets, tickets)
	made := time.Now()
	replies, err := reply.Load(templates.FS, reply.Desk{Name: "Servicedesk", Address: "desk@example.org"})
	if err != nil {
		b.Fatal(err)
	}
	d := desk.New(desk.Options{
		Write: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Write(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Read: func(ctx context.Context, f func(desk.Tx) error) error {
			return s.Read(ctx, func(tx *store.Tx) error { return f(tx) })
		},
		Reader:  desk.Reader{OwnAddresses: []string{"desk@example.org"}, Fallback: ticket.Dutch, Clock: storetest.Now},
		Replies: desk.Fixed(replies), Random: rand.Reader, Address: ticket.Address{Name: "Servicedesk", Addr: "desk@example.org"}, Log: slog.New(slog.DiscardHandler),
	})
	if _, err := d.IndexWords(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d tickets: made in %s, indexed in %s", tickets, made.Sub(start).Round(time.Millisecond), time.Since(made).Round(time.Millisecond))
	return d
}

// pages are what staff wait for; each answers with how much it showed, which has to be something where some is set.
func pages() []struct {
	name string
	some bool
	look func(ctx context.Context, d *desk.Desk) (int, error)
} {
	queue := func(f desk.QueueFilter) func(context.Context, *desk.Desk) (int, error) {
		f.Limit = 20 // so many of each are there at 100 tickets too
		return func(ctx context.Context, d *desk.Desk) (int, error) {
			p, err := d.Queue(ctx, f)
			return len(p.Rows), err
		}
	}
	return []struct {
		name string
		some bool
		look func(ctx context.Context, d *desk.Desk) (int, error)
	}{
		{"queue", true, queue(desk.QueueFilter{})},
		{"solved", true, queue(desk.QueueFilter{Tab: ticket.Done})},
		{"filter", true, queue(desk.QueueFilter{Tab: ticket.Done, Kind: ticket.AddressForgotten})},
		{"common_word", true, queue(desk.QueueFilter{Search: storetest.CommonWord})},
		{"common_word_in_tab", true, queue(desk.QueueFilter{Search: storetest.CommonWord, Tab: ticket.ToDecide})},
		{"rare_word", true, queue(desk.QueueFilter{Search: storetest.RareWord})},
		{"name", true, queue(desk.QueueFilter{Search: storetest.CommonName})},
		{"never_together", false, queue(desk.QueueFilter{Search: storetest.EvenWord + " " + storetest.OddWord})},
		{"number", true, queue(desk.QueueFilter{Number: storetest.Number(7)})},
		{"tabs", true, func(ctx context.Context, d *desk.Desk) (int, error) {
			tabs, err := d.Tabs(ctx)
			return len(tabs), err
		}},
		{"pulse", true, func(ctx context.Context, d *desk.Desk) (int, error) {
			p, err := d.Pulse(ctx)
			return int(p.LastEvent), err
		}},
		{"ticket", true, func(ctx context.Context, d *desk.Desk) (int, error) {
			v, err := d.Show(ctx, ticket.MakeRef(2025, 8))
			return len(v.Mails), err
		}},
		{"overview", true, func(ctx context.Context, d *desk.Desk) (int, error) {
			o, err := d.Overview(ctx, 28)
			return len(o.Days), err
		}},
		{"members", true, func(ctx context.Context, d *desk.Desk) (int, error) {
			p, err := d.SearchMembers(ctx, "janss", 0, 3)
			return len(p.Members), err
		}},
	}
}

// BenchmarkPages holds what staff wait for at 100,000 tickets against the same at 100. ratio is the one p99 over the other; the issue
// wants p99 under 25 ms, and a ratio of 2 at most.
func BenchmarkPages(b *testing.B) {
	small, large := filled(b, 100), filled(b, storetest.Many())
	for _, p := range pages() {
		b.Run(p.name, func(b *testing.B) {
			var a, c []time.Duration
			for _, d := range []*desk.Desk{small, large} { // what is looked at often is in memory
				for range 20 {
					once(b, d, p.some, p.look)
				}
			}
			for b.Loop() {
				a = append(a, once(b, small, p.some, p.look))
				c = append(c, once(b, large, p.some, p.look))
			}
			b.ReportMetric(ms(a, 50), "p50-ms-100")
			b.ReportMetric(ms(a, 99), "p99-ms-100")
			b.ReportMetric(ms(c, 50), fmt.Sprintf("p50-ms-%d", storetest.Many()))
			b.ReportMetric(ms(c, 99), fmt.Sprintf("p99-ms-%d", storetest.Many()))
			b.ReportMetric(ms(c, 99)/ms(a, 99), "ratio")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func once(b *testing.B, d *desk.Desk, some bool, look func(context.Context, *desk.Desk) (int, error)) time.Duration {
	b.Helper()
	start := time.Now()
	n, err := look(b.Context(), d)
	took := time.Since(start)
	if err != nil || (n > 0) != some {
		b.Fatalf("%d shown, %v", n, err)
	}
	return took
}

// ms is the smallest time, in milliseconds, within which so many of a hundred lie.
func ms(times []time.Duration, percent int) float64 {
	times = slices.Sorted(slices.Values(times))
	return float64(times[(len(times)*percent+99)/100-1].Microseconds()) / 1000
}
