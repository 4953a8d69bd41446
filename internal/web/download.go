package web

import (
	"mime"
	"path"
	"strings"
	"unicode"
)

// maxFileName is what common file systems take, in bytes, with room for a number behind it.
const maxFileName = 200

// disposition is the Content-Disposition of a download (RFC 6266). The name came from a stranger: no path, no control or direction
// characters that would hide what it ends in.
func disposition(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": fileName(name)})
}

func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(c rune) rune {
		switch {
		case c == unicode.ReplacementChar || unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || unicode.Is(unicode.Zl, c) || unicode.Is(unicode.Zp, c):
			return -1
		case strings.ContainsRune(`<>:"/\|?*%;`, c):
			return '_'
		}
		return c
	}, strings.ToValidUTF8(name, ""))
	for len(name) > maxFileName {
		r := []rune(name)
		name = string(r[:len(r)-1])
	}
	name = strings.Trim(name, ". ") // behind the cut: some systems take what ends so for another name
	if name == "" {
		return "attachment"
	}
	return name
}
