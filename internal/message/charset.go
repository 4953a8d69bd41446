package message

import (
	"bytes"
	"encoding/base64"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-message/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decodeUndeclared makes UTF-8 of bytes that nothing names the charset of: UTF-8 when they are, UTF-16 when every other one is NUL,
// else the best of the single-byte charsets that old Western mailers send.
func decodeUndeclared(b []byte) string {
	if s, ok := decodeWide(b); ok {
		return s
	}
	if utf8.Valid(b) {
		return string(b)
	}
	if s, ok := decodeMixed(b); ok {
		return s
	}
	s, _ := decodeLegacy(b)
	return s
}

// decodeMixed reads UTF-8 in which some bytes are not: a footer in another charset, or a text cut in the middle of a letter. No text
// in a single-byte charset of our languages holds a letter of UTF-8 by chance.
func decodeMixed(b []byte) (s string, ok bool) {
	var out strings.Builder
	for len(b) > 0 {
		c, size := utf8.DecodeRune(b)
		switch {
		case c != utf8.RuneError || size > 1:
			ok = ok || size > 2 || size == 2 && (b[0] == 0xC2 || b[0] == 0xC3 || c == 'œ' || c == 'Œ') // É and » are a letter of UTF-8, too
			out.Write(b[:size])
		case !utf8.FullRune(b) && (len(b) > 1 || b[0] == 0xC3): // the end was cut off
			return out.String(), ok
		default:
			out.WriteRune(charmap.Windows1252.DecodeByte(b[0]))
		}
		b = b[size:]
	}
	return out.String(), ok
}

// usualLetters are what stands beside other letters in Dutch, French, German and English.
const usualLetters = "àâäçéèêëîïôöùûüñßœæáóíÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ’"

// edgeMarks are what stands before or behind a word.
const edgeMarks = "“”‘’«»…–—°€•™©®¿¡"

// decodeLegacy reads a single-byte charset of the West. It is windows-1252 unless that makes no words and that of DOS or of the old
// Macintosh does; western tells that it is windows-1252.
func decodeLegacy(b []byte) (s string, western bool) {
	best := charmap.Windows1252
	if most := legacyScore(best, b); most < 0 {
		for _, other := range []*charmap.Charmap{charmap.CodePage850, charmap.Macintosh} {
			if score := legacyScore(other, b); score > most && score > 0 {
				best, most = other, score
			}
		}
	}
	var out strings.Builder
	out.Grow(len(b) + len(b)/4)
	for _, c := range b {
		out.WriteRune(best.DecodeByte(c))
	}
	return out.String(), best == charmap.Windows1252
}

// legacyScore counts the usual letters within words, less what never stands there.
func legacyScore(cm *charmap.Charmap, b []byte) (score int) {
	const enough = 64 << 10
	b = b[:min(len(b), enough)]
	for i, c := range b {
		if c < 0x80 {
			continue
		}
		before, after := i > 0 && isASCIILetter(b[i-1]), i+1 < len(b) && isASCIILetter(b[i+1])
		if !before && !after {
			continue
		}
		r := cm.DecodeByte(c)
		small := before && b[i-1] >= 'a' || after && b[i+1] >= 'a'
		switch {
		case before != after && strings.ContainsRune(edgeMarks, r): // stands at the edge of a word in any charset
		case !strings.ContainsRune(usualLetters, r), r == '’' && !(before && after), before && small && unicode.IsUpper(r):
			score--
		default:
			score++
		}
	}
	return score
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// decodeWide reads UTF-16 that says so by its byte order mark or by a NUL beside nearly every letter.
func decodeWide(b []byte) (s string, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return decode16(b[2:], false), true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return decode16(b[2:], true), true
	}
	var nul [2]int
	head := b[:min(len(b), 4096)]
	for i, c := range head {
		if c == 0 {
			nul[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 2:
	case nul[1]*10 >= half*7 && nul[0]*20 <= half:
		return decode16(b, false), true
	case nul[0]*10 >= half*7 && nul[1]*20 <= half:
		return decode16(b, true), true
	}
	return "", false
}

// decode16 makes UTF-8 of UTF-16 without a byte order mark.
func decode16(b []byte, bigEndian bool) string {
	var out strings.Builder
	out.Grow(len(b)/2 + len(b)/8)
	unit := func(i int) rune {
		if bigEndian {
			return rune(b[i])<<8 | rune(b[i+1])
		}
		return rune(b[i+1])<<8 | rune(b[i])
	}
	for i := 0; i+1 < len(b); i += 2 {
		c := unit(i)
		if c >= 0xd800 && c < 0xdc00 && i+3 < len(b) {
			if low := unit(i + 2); low >= 0xdc00 && low < 0xe000 {
				c = (c-0xd800)<<10 + (low - 0xdc00) + 0x10000
				i += 2
			}
		}
		out.WriteRune(c) // a half pair becomes U+FFFD
	}
	return out.String()
}

// decode7 undoes UTF-7 (RFC 2152): "+" begins base64 of UTF-16, "-" or anything else ends it.
func decode7(s string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(s, "+")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		end := strings.IndexFunc(rest, func(c rune) bool {
			return !(c < 0x80 && (isASCIILetter(byte(c)) || c >= '0' && c <= '9' || c == '+' || c == '/'))
		})
		if end < 0 {
			end = len(rest)
		}
		octets, err := base64.RawStdEncoding.DecodeString(rest[:end])
		switch {
		case end == 0:
			out.WriteByte('+')
		case err != nil && len(octets) == 0:
			out.WriteString("+" + rest[:end])
		default:
			out.WriteString(decode16(octets, true))
		}
		s = strings.TrimPrefix(rest[end:], "-")
	}
}

// charsetAliases are names that mailers use and the registries do not know, squeezed to letters and digits, with the usual name.
var charsetAliases = map[string]string{
	"utf8mb4": "utf-8", "unicode11utf8": "utf-8", "xunicode20utf8": "utf-8", "utf": "utf-8", "utf8n": "utf-8", "asciius": "us-ascii",
	"ansix341968": "us-ascii", "iso646us": "us-ascii", "cp367": "us-ascii", "ascii": "us-ascii", "usascii": "us-ascii", "utf8": "utf-8",
	"unicode11utf7": "utf-7", "xunicode20utf7": "utf-7", "utf7": "utf-7", "unicode20utf7": "utf-7",
	"latin1": "iso-8859-1", "l1": "iso-8859-1", "88591": "iso-8859-1", "iso88591": "iso-8859-1", "csisolatin1": "iso-8859-1", "iso885911987": "iso-8859-1",
	"isolatin1": "iso-8859-1", "isoir100": "iso-8859-1", "ibm819": "iso-8859-1", "cp819": "iso-8859-1", "latin9": "iso-8859-15", "latin0": "iso-8859-15", "iso885915": "iso-8859-15",
	"885915": "iso-8859-15", "iso885915fdis": "iso-8859-15", "windows1252": "windows-1252", "cp1252": "windows-1252", "win1252": "windows-1252", "xcp1252": "windows-1252",
	"ansi": "windows-1252", "xansi": "windows-1252", "windows": "windows-1252", "mswindows": "windows-1252", "1252": "windows-1252", "windowslatin1": "windows-1252",
	"mac": "macintosh", "macroman": "macintosh", "xmacroman": "macintosh", "applemacintosh": "macintosh", "applemac": "macintosh", "xmac": "macintosh",
	"dos850": "ibm850", "850": "ibm850", "pc850": "ibm850", "cp858": "ibm850", "ibm858": "ibm850", "ibm00858": "ibm850", "pcmultilingual850euro": "ibm850", "oem": "ibm850",
	"dos437": "ibm437", "437": "ibm437", "pc437": "ibm437", "pc8codepage437": "ibm437",
	"unicode": "utf-16", "utf16": "utf-16", "ucs2": "utf-16", "iso10646ucs2": "utf-16", "csunicode": "utf-16", "utf16le": "utf-16le", "unicodelittle": "utf-16le", "utf16be": "utf-16be",
	"unicodefffe": "utf-16be", "utf32": "utf-32", "ucs4": "utf-32", "utf32le": "utf-32", "utf32be": "utf-32", "cp932": "shift_jis", "ms932": "shift_jis",
	"win1250": "windows-1250", "win1251": "windows-1251", "win1253": "windows-1253", "win1254": "windows-1254", "koi8": "koi8-r", "koi8ru": "koi8-u", "cp936": "gbk", "gb2312": "gb18030",
}

// charsetName returns the usual name of a charset, in lower case.
func charsetName(label string) string {
	label = strings.ToLower(strings.Trim(label, " \t\"';"))
	if name := charsetAliases[squeezed(label)]; name != "" {
		return name
	}
	return label
}

// squeezed is what is left of s in lower case without anything but letters and digits.
func squeezed(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			return c
		case c >= 'A' && c <= 'Z':
			return c + 'a' - 'A'
		}
		return -1
	}, s)
}

// multiByte are the charsets in which bytes that are valid UTF-8 can mean something else.
var multiByte = []string{"utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "iso-2022-", "shift_jis", "gb", "big5", "euc-", "hz-", "ks_c"}

// decodeCharset makes UTF-8 of b, and reports whether the label could be believed. Bytes beyond ASCII that are valid UTF-8 are
// UTF-8 whatever single-byte charset is named: no text in those charsets comes out valid by chance.
func decodeCharset(label string, b []byte) (s string, believed bool) {
	name := charsetName(label)
	switch name {
	case "":
		return decodeUndeclared(b), true
	case "utf-8", "us-ascii":
		_, wide := decodeWide(b)
		return decodeUndeclared(b), utf8.Valid(b) && !wide
	case "utf-7":
		return decode7(decodeUndeclared(b)), true
	case "utf-16", "utf-16le", "utf-16be":
		return decodeNamedWide(name, b)
	case "utf-32":
		out, err := utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Bytes(b)
		return string(out), err == nil
	}
	if !slices.ContainsFunc(multiByte, func(m string) bool { return strings.HasPrefix(name, m) }) && !isASCII(b) && utf8.Valid(b) {
		return string(b), false
	}
	switch name {
	case "x-user-defined": // the WHATWG has one of this name that moves letters into the private use area
		return decodeUndeclared(b), false
	case "iso-8859-1", "windows-1252":
		return decodeNamedLegacy(b) // as all readers do (WHATWG Encoding): the C1 controls of ISO-8859-1 are never meant
	case "iso-8859-15", "iso-8859-9":
		if hasC1(b) {
			return decodeNamedLegacy(b)
		}
	}
	return decodeByTable(name, b)
}

// decodeNamedLegacy reads what is called Latin 1, and looks whether it can be.
func decodeNamedLegacy(b []byte) (string, bool) {
	if s, ok := decodeWide(b); ok {
		return s, false
	}
	if s, ok := decodeMixed(b); ok {
		return s, false
	}
	return decodeLegacy(b)
}

// decodeNamedWide reads what is called UTF-16; without any NUL it is not.
func decodeNamedWide(name string, b []byte) (string, bool) {
	if s, ok := decodeWide(b); ok {
		return s, true
	}
	if bytes.IndexByte(b, 0) < 0 && utf8.Valid(b) {
		return string(b), false
	}
	return decode16(b, name == "utf-16be"), true
}

// decodeByTable reads any other charset.
func decodeByTable(name string, b []byte) (string, bool) {
	r, err := charset.Reader(name, bytes.NewReader(b))
	if err != nil && strings.Contains(name, "-") {
		r, err = charset.Reader(strings.ReplaceAll(name, "-", ""), bytes.NewReader(b)) // cp-850
	}
	if err != nil {
		return decodeUndeclared(b), false
	}
	out, err := io.ReadAll(io.LimitReader(r, 4*maxText))
	return string(out), err == nil
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// hasC1 reports whether b has bytes that are control characters in ISO-8859 and letters or quotes in the charsets of Windows.
func hasC1(b []byte) bool {
	return slices.ContainsFunc(b, func(c byte) bool { return c >= 0x80 && c < 0xa0 })
}
