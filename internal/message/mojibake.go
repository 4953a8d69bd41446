package message

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadings are the charsets that gateways take UTF-8 for before they encode it once more.
var misreadings = []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh, charmap.CodePage850}

// leads are what the first octets of the UTF-8 of our letters and marks become in misreadings; a text without any is sound.
const leads = "ÃÂâÅ√¬‚├┬Ô"

// undouble repairs a text whose UTF-8 was taken for another charset and encoded once more ("oubliÃ©e"), also where that was done
// twice. It has to show throughout: where other accented letters stand beside one damaged one, that may be meant.
func undouble(s string) (repaired string, yes bool) {
	for range 3 {
		if plainASCII(s) || !strings.ContainsAny(s, leads) {
			return s, yes
		}
		better := ""
		for _, cm := range misreadings {
			if better = undoubleFrom(s, cm); better != "" {
				break
			}
		}
		if better == "" {
			return s, yes
		}
		s, yes = better, true
	}
	return s, yes
}

// undoubleFrom undoes one reading as cm, "" when s does not show it.
func undoubleFrom(s string, cm *charmap.Charmap) string {
	var out strings.Builder
	damaged, sound := 0, 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			end := i + 1
			for end < len(s) && s[end] < utf8.RuneSelf {
				end++
			}
			out.WriteString(s[i:end])
			i = end
			continue
		}
		if c, size := misread(s[i:], cm); size > 0 {
			out.WriteRune(c)
			damaged++
			i += size
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(c) {
			sound++
		}
		out.WriteString(s[i : i+size])
		i += size
	}
	if damaged == 0 || damaged < 2*sound {
		return ""
	}
	return out.String()
}

// misread reads one character whose octets stand at the start of s as characters of cm; size 0 when none does. Only letters and
// marks that our languages use count.
func misread(s string, cm *charmap.Charmap) (c rune, size int) {
	var octets [utf8.UTFMax]byte
	for n := range octets {
		r, width := utf8.DecodeRuneInString(s[size:])
		if width == 0 {
			return 0, 0
		}
		octet, ok := octetOf(r, cm)
		if !ok || octet < utf8.RuneSelf || n == 0 && octet < 0xC2 {
			return 0, 0
		}
		octets[n] = octet
		size += width
		if !utf8.FullRune(octets[:n+1]) {
			continue
		}
		c, width = utf8.DecodeRune(octets[:n+1])
		if width == 1 || !usualBehindDamage(c) {
			return 0, 0
		}
		return c, size
	}
	return 0, 0
}

func octetOf(r rune, cm *charmap.Charmap) (byte, bool) {
	if r < 0xA0 && cm == charmap.Windows1252 { // the five octets that it leaves undefined, and all of ISO-8859-1
		return byte(r), true
	}
	return cm.EncodeRune(r)
}

// usualBehindDamage tells the characters that are worth a repair: those of Latin 1, ligatures, quotes, dashes, the euro, invisible ones
// and pictures.
func usualBehindDamage(c rune) bool {
	return c >= 0xA0 && c <= 0x17F || c >= 0x2000 && c <= 0x203A || c == '€' || c == '™' || c == 0xFEFF || c >= 0x1F300 || c == 'Ã' || c == 'â'
}
