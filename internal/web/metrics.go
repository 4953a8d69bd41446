package web

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// The figures. All of them are read from the database when they are asked for, so they survive a restart. None holds a name, an
// address or a number (R7).
var (
	fetched    = prometheus.NewDesc("servicedesk_mails_fetched_total", "Mails fetched from the mailbox.", nil, nil)
	foundAgain = prometheus.NewDesc("servicedesk_mails_found_again_total", "Fetched mails that were known already, after the mailbox was renumbered.", nil, nil)
	outcomes   = prometheus.NewDesc("servicedesk_mails_outcome_total", "Mails by outcome; together with those found again they are the fetched ones.", []string{"outcome"}, nil)
	balanced   = prometheus.NewDesc("servicedesk_mails_balanced", "1 while every fetched mail has an outcome (R2), else 0.", nil, nil)
	deliveries = prometheus.NewDesc("servicedesk_deliveries", "Outgoing messages by status.", []string{"status"}, nil)
	well       = prometheus.NewDesc("servicedesk_part_well", "1 while a part of the worker does its work, else 0.", []string{"part"}, nil)
)

// Accounts tells how mails and deliveries stand; *desk.Desk does.
type Accounts interface {
	Account(ctx context.Context) (desk.Account, error)
}

type collector struct {
	Desk  Accounts
	Parts func() []Part
	Log   *slog.Logger
}

// Describe implements prometheus.Collector.
func (c *collector) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{fetched, foundAgain, outcomes, balanced, deliveries, well} {
		ch <- d
	}
}

// Collect implements prometheus.Collector.
func (c *collector) Collect(ch chan<- prometheus.Metric) {
	for _, p := range c.Parts() {
		ch <- prometheus.MustNewConstMetric(well, prometheus.GaugeValue, oneIf(p.Well), p.Name)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	a, err := c.Desk.Account(ctx)
	if err != nil {
		c.Log.Error("the figures cannot be read", "error", err)
		ch <- prometheus.NewInvalidMetric(fetched, err)
		return
	}
	ch <- prometheus.MustNewConstMetric(fetched, prometheus.CounterValue, float64(a.Ledger.Fetched))
	ch <- prometheus.MustNewConstMetric(foundAgain, prometheus.CounterValue, float64(a.Ledger.FoundAgain))
	ch <- prometheus.MustNewConstMetric(balanced, prometheus.GaugeValue, oneIf(a.Ledger.Balanced()))
	for _, o := range ticket.Outcomes() {
		ch <- prometheus.MustNewConstMetric(outcomes, prometheus.CounterValue, float64(a.Ledger.Outcomes[o]), string(o))
	}
	for _, s := range []ticket.DeliveryStatus{ticket.Queued, ticket.Sent, ticket.Failed, ticket.Bounced} {
		ch <- prometheus.MustNewConstMetric(deliveries, prometheus.GaugeValue, float64(a.Deliveries[s]), string(s))
	}
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
