package classify

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/message"
	"iec-iab.be/servicedesk/internal/ticket"
)

// BenchmarkReading reads each mail of testdata/mails, and of the corpus where there is one, from its octets to the verdict. It reports
// the median and the 99th percentile of the time a mail, also as multiples of a floor measured in the same run: the time to hash one
// MiB. The slowest mail is named.
func BenchmarkReading(b *testing.B) {
	folders := []string{filepath.Join("testdata", "mails")}
	if corpus := os.Getenv("SERVICEDESK_TEST_CORPUS"); corpus != "" {
		folders = append(folders, corpus)
	}
	for _, folder := range folders {
		b.Run(filepath.Base(folder), func(b *testing.B) { benchmarkFolder(b, folder) })
	}
}

// timed is a mail with the least time that its reading took.
type timed struct {
	file string
	took time.Duration
}

func benchmarkFolder(b *testing.B, folder string) {
	files, err := filepath.Glob(filepath.Join(folder, "mail", "*.eml"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no mails in %s: %v", folder, err)
	}
	raws, times := make([][]byte, len(files)), make([]timed, len(files))
	for i, file := range files {
		if raws[i], err = os.ReadFile(file); err != nil {
			b.Fatal(err)
		}
		times[i] = timed{filepath.Base(file), time.Hour}
	}
	floor, mib := time.Hour, make([]byte, 1<<20)
	for b.Loop() {
		for i, raw := range raws {
			start := time.Now()
			m := message.Parse(raw, message.Options{OwnAddresses: []string{"servicedesk@iec-iab.be"}})
			Classify(m, Options{Today: today, Fallback: ticket.Dutch})
			times[i].took = min(times[i].took, time.Since(start))
		}
		start := time.Now()
		sha256.Sum256(mib)
		floor = min(floor, time.Since(start))
	}
	slices.SortFunc(times, func(x, y timed) int { return int(x.took - y.took) })
	median, high, slowest := times[len(times)/2], times[(len(times)*99-1)/100], times[len(times)-1]
	b.ReportMetric(float64(median.took.Microseconds()), "median-µs")
	b.ReportMetric(float64(high.took.Microseconds()), "p99-µs")
	b.ReportMetric(float64(median.took)/float64(floor), "median/floor")
	b.ReportMetric(float64(high.took)/float64(floor), "p99/floor")
	b.Logf("%d mails; the slowest is %s: %v, %.1f times the floor", len(times), slowest.file, slowest.took, float64(slowest.took)/float64(floor))
}
