package browser

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// lacks skips the test, or fails it where SERVICEDESK_TEST_REQUIRE lists what is lacking.
func lacks(t testing.TB, what, why string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("SERVICEDESK_TEST_REQUIRE"), ","), what) {
		t.Fatalf("SERVICEDESK_TEST_REQUIRE demands %s, but %s", what, why)
	}
	t.Skipf("no %s here: %s", what, why)
}

func needChromium(t testing.TB) (path string) {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		lacks(t, "chromium", "there is no program of that name (Debian: apt-get install chromium)")
	}
	return path
}

// needAxe returns axe-core, the source.
func needAxe(t testing.TB) string {
	t.Helper()
	path := os.Getenv("SERVICEDESK_TEST_AXE")
	if path == "" {
		lacks(t, "axe", "SERVICEDESK_TEST_AXE does not name its axe.min.js (npm install axe-core)")
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}
