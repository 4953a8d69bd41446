// Package browser tries the console as staff use it: Chromium, driven over its DevTools protocol, against the program itself, which runs
// the demo with its mail servers on free ports. It is a module of its own, so that nothing else has to download what drives a browser:
//
//	cd internal/web/browser && go test ./...
//
// Without Chromium, or without axe-core (SERVICEDESK_TEST_AXE names its axe.min.js), the tests skip what needs it; they fail instead where
// SERVICEDESK_TEST_REQUIRE lists chromium or axe. SERVICEDESK_TEST_SHOTS names a folder for screenshots.
package browser
