// Package templates embeds the reply templates of the house: one file an occasion and language, OCCASION.LANGUAGE.md, mail.html, the
// layout of the HTML part, and questions.LANGUAGE.txt, the questions that staff choose from; and the pages of the console with their
// stylesheet and script.
package templates

import "embed"

// FS holds the files of the replies. What may stand in them, package reply says and checks.
//
//go:embed *.md mail.html questions.*.txt
var FS embed.FS

// Console holds the pages of the console, which package web fills.
//
//go:embed console
var Console embed.FS
