package locale

import (
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/ticket"
)

func TestDaysAreThoseOfBrussels(t *testing.T) {
	summer := time.Date(2026, 6, 30, 22, 30, 5, 0, time.UTC) // half past midnight of the first of July in Brussels
	winter := time.Date(2026, 11, 27, 16, 4, 5, 0, time.UTC)
	nl, fr, en := For(ticket.Dutch), For(ticket.French), For(ticket.English)
	for _, c := range []struct{ what, got, want string }{
		{"date", nl.Date(summer), "01/07/2026"},
		{"date in English", en.Date(winter), "27/11/2026"},
		{"date and time", fr.DateTime(winter), "27/11/2026 17:04"},
		{"no time", nl.Date(time.Time{}) + nl.DateTime(time.Time{}), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestAgo(t *testing.T) {
	for _, c := range []struct {
		d                          time.Duration
		nl, fr, en, nlLong, frLong string
	}{
		{-time.Hour, "0 s", "0 s", "0 s", "zonet", "à l'instant"},
		{0, "0 s", "0 s", "0 s", "zonet", "à l'instant"},
		{time.Second, "1 s", "1 s", "1 s", "1 seconde geleden", "il y a 1 seconde"},
		{12 * time.Second, "12 s", "12 s", "12 s", "12 seconden geleden", "il y a 12 secondes"},
		{time.Minute, "1 min", "1 min", "1 min", "1 minuut geleden", "il y a 1 minute"},
		{5*time.Minute + 59*time.Second, "5 min", "5 min", "5 min", "5 minuten geleden", "il y a 5 minutes"},
		{time.Hour, "1 u", "1 h", "1 h", "1 uur geleden", "il y a 1 heure"},
		{47*time.Hour + 59*time.Minute, "47 u", "47 h", "47 h", "47 uur geleden", "il y a 47 heures"},
		{48 * time.Hour, "2 d.", "2 j", "2 d", "2 dagen geleden", "il y a 2 jours"},
	} {
		nl, fr, en := For(ticket.Dutch), For(ticket.French), For(ticket.English)
		if nl.Ago(c.d) != c.nl || fr.Ago(c.d) != c.fr || en.Ago(c.d) != c.en {
			t.Errorf("%s: %q %q %q, want %q %q %q", c.d, nl.Ago(c.d), fr.Ago(c.d), en.Ago(c.d), c.nl, c.fr, c.en)
		}
		if nl.AgoLong(c.d) != c.nlLong || fr.AgoLong(c.d) != c.frLong {
			t.Errorf("%s: %q %q, want %q %q", c.d, nl.AgoLong(c.d), fr.AgoLong(c.d), c.nlLong, c.frLong)
		}
	}
	if got := For(ticket.English).AgoLong(time.Hour); got != "1 hour ago" {
		t.Errorf("an hour in English: %q", got)
	}
}

func TestNumbersAndSizes(t *testing.T) {
	nl, fr, en := For(ticket.Dutch), For(ticket.French), For(ticket.English)
	for _, c := range []struct {
		n          int64
		nl, fr, en string
	}{
		{0, "0", "0", "0"},
		{999, "999", "999", "999"},
		{1234, "1.234", "1\u202f234", "1,234"},
		{-1234567, "-1.234.567", "-1\u202f234\u202f567", "-1,234,567"},
		{-12, "-12", "-12", "-12"},
	} {
		if nl.Number(c.n) != c.nl || fr.Number(c.n) != c.fr || en.Number(c.n) != c.en {
			t.Errorf("%d: %q %q %q", c.n, nl.Number(c.n), fr.Number(c.n), en.Number(c.n))
		}
	}
	for _, c := range []struct {
		octets     int64
		nl, fr, en string
	}{
		{512, "512 bytes", "512 octets", "512 bytes"},
		{1000, "1 kB", "1 ko", "1 kB"},
		{3449, "3,4 kB", "3,4 ko", "3.4 kB"},
		{9960, "10 kB", "10 ko", "10 kB"},
		{999_600, "1 MB", "1 Mo", "1 MB"},
		{26_214_400, "26 MB", "26 Mo", "26 MB"},
		{2_500_000_000_000, "2.500 GB", "2\u202f500 Go", "2,500 GB"},
	} {
		if nl.Size(c.octets) != c.nl || fr.Size(c.octets) != c.fr || en.Size(c.octets) != c.en {
			t.Errorf("%d octets: %q %q %q", c.octets, nl.Size(c.octets), fr.Size(c.octets), en.Size(c.octets))
		}
	}
}
