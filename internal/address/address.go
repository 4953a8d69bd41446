// Package address brings mail addresses to the one form in which they are compared, shows them to people, and finds those that are
// made to look like another one. It does not ask whether there is such a mailbox.
//
// The form for comparing is lower case, NFC, without white space and characters that are drawn as nothing, the domain in ASCII
// (A-labels, RFC 5890 section 2.3.2.1) without a final dot. The local part of an address may be case-sensitive by RFC 5321 section
// 2.4; that of no provider is, and people write it in any case.
package address

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// maxLength is 64 for the local part, the sign and 255 for the domain, in octets (RFC 5321 section 4.5.3.1).
const maxLength = 320

// domains maps as browsers and mail programs do (UTS 46), without refusing what only a registry forbids.
var domains = idna.New(idna.MapForLookup(), idna.StrictDomainName(false))

// Canonical returns the form in which addresses are compared, "" for what is no address. It takes angle brackets, "mailto:", a
// source route and the quotes of Outlook off.
func Canonical(s string) string {
	local, domain, ok := Split(Written(s))
	if !ok {
		return ""
	}
	if ascii, err := domains.ToASCII(domain); err == nil && ascii != "" {
		domain = ascii
		if !isDomain(domain) {
			return ""
		}
	}
	return local + "@" + domain
}

// isDomain reports whether a domain in ASCII can be written to: letters, digits, hyphens and dots (RFC 5321 section 2.3.5), the
// underscore that some servers have all the same, or the number of a computer in brackets (section 4.1.3). The mapping of UTS 46 can
// leave a space or another sign, since some accents that stand alone are made of one.
func isDomain(ascii string) bool {
	if strings.HasPrefix(ascii, "[") && strings.HasSuffix(ascii, "]") {
		return strings.Trim(ascii[1:len(ascii)-1], literalSigns) == ""
	}
	return strings.Trim(ascii, domainSigns) == "" && strings.Trim(ascii, ".-") == ascii
}

// The characters of a domain and of the number of a computer, in lower case.
const (
	domainSigns  = "abcdefghijklmnopqrstuvwxyz0123456789-._"
	literalSigns = domainSigns + ":"
)

// Written returns an address as it was written, in lower case and without what surrounds it or cannot be seen; "" for what is no
// address. Unlike Canonical it keeps the letters of an international domain.
func Written(s string) string {
	if i := strings.LastIndexByte(s, ':'); i >= 0 && (strings.HasPrefix(strings.TrimSpace(s), "@") || strings.EqualFold(strings.TrimSpace(s[:i]), "mailto")) {
		s = s[i+1:]
	}
	s = strings.Join(strings.Fields(strings.Map(visible, s)), " ")
	s = strings.TrimRight(strings.Trim(norm.NFC.String(strings.ToLower(s)), "<>, "), ".")
	if n := len(s); n > 1 && s[0] == '\'' && s[n-1] == '\'' {
		s = s[1 : n-1]
	}
	local, domain, ok := Split(spaced.Replace(s))
	if !ok || len(s) > maxLength || strings.Contains(local+domain, " ") {
		return ""
	}
	if n := len(local); n > 2 && local[0] == '"' && local[n-1] == '"' {
		// "an.peeters"@example.be is the address without the quotes (RFC 5322 section 3.4.1).
		if plain := local[1 : n-1]; !strings.ContainsAny(plain, "\\\"@()<>[]:;,") {
			local = plain
		}
	} else if strings.ContainsAny(local, "\"()<>[]:;,\\@") {
		return ""
	}
	if strings.ContainsAny(domain, "\"()<>;,\\") || strings.Trim(domain, ".-") != domain {
		return ""
	}
	return local + "@" + domain
}

// spaced takes out the spaces that some write around the @ and the dots of an address.
var spaced = strings.NewReplacer(" @ ", "@", " . ", ".", " @", "@", "@ ", "@", " .", ".", ". ", ".")

// visible drops what a reader does not see; white space stays, as a space.
func visible(c rune) rune {
	switch {
	case unicode.IsSpace(c):
		return ' '
	case Invisible(c), unicode.IsControl(c):
		return -1
	}
	return c
}

// Invisible reports whether a reader sees nothing of c: format characters (direction marks, zero-width, soft hyphen, tags), and
// the letters and marks that are drawn as nothing.
func Invisible(c rune) bool {
	if c < 0xAD {
		return false
	}
	switch c {
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0:
		return true
	}
	return unicode.Is(unicode.Cf, c) || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE0FFF
}

// Split divides an address at its last @.
func Split(s string) (local, domain string, ok bool) {
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 {
		return "", "", false
	}
	return s[:at], s[at+1:], true
}

// Shown returns an address as people read it: with the letters of an international domain, and the ASCII form behind it in
// brackets, because letters can deceive. Most addresses are shown as they are.
func Shown(canonical string) string {
	letters := Letters(canonical)
	if letters == canonical {
		return canonical
	}
	_, domain, _ := Split(canonical)
	return letters + " (" + domain + ")"
}

// Letters returns a canonical address with the letters of an international domain instead of its ASCII form.
func Letters(canonical string) string {
	local, domain, ok := Split(canonical)
	if !ok || !strings.Contains(domain, "xn--") {
		return canonical
	}
	letters, err := domains.ToUnicode(domain)
	if back, failed := domains.ToASCII(letters); err == nil && failed == nil && back == domain {
		domain = letters
	}
	return local + "@" + domain
}
