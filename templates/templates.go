// Package templates embeds the reply templates of the house: one file an occasion and language, OCCASION.LANGUAGE.md, and
// mail.html, the layout of the HTML part.
package templates

import "embed"

// FS holds the files. What may stand in them, package reply says and checks.
//
//go:embed *.md mail.html
var FS embed.FS
