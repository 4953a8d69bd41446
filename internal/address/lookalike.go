package address

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lookAlikes are letters of other alphabets that are drawn like an ASCII letter or nearly so, each beside that letter. The pairs are
// from the table of confusables of Unicode Technical Standard 39, as far as they concern small letters.
var lookAlikes = newLookAlikes(`
	аa ɑa αa ƅb ьb вb сc ϲc ᴄc ԁd ɗd еe ҽe εe ɡg ցg һh հh нh іi ıi ɩi ιi јj ϳj յj кk κk ӏl ⅼl ʟl мm ᴍm пn ոn ηn ɴn оo οo օo σo ᴏo
	рp ρp ԛq զq гr ʀr ѕs ꜱs тt τt ԏt υu սu ʋu цu ᴜu νv ѵv ᴠv ԝw ωw шw ᴡw ɯw хx χx уy γy ყy ᴢz ȷj`)

func newLookAlikes(pairs string) map[rune]rune {
	table := map[rune]rune{}
	for _, pair := range strings.Fields(pairs) {
		runes := []rune(pair)
		table[runes[0]] = runes[1]
	}
	return table
}

// Disguised reports whether an address has letters of another alphabet that make it read as an ASCII one, and what it reads as. An
// address in one other alphabet throughout, or with accents, is an honest one.
func Disguised(canonical string) (reads string, yes bool) {
	plain := plainLetters(Letters(canonical))
	return plain, plain != Letters(canonical) && isPlain(plain)
}

// plainLetters writes the look-alikes of s as the ASCII letters that they resemble.
func plainLetters(s string) string {
	return strings.Map(func(c rune) rune {
		if p, ok := lookAlikes[c]; ok {
			return p
		}
		return c
	}, s)
}

// isPlain reports whether s has only Latin letters, with or without accents.
func isPlain(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) && !unicode.Is(unicode.Latin, c) })
}

// Alike reports whether two different addresses are hard to tell apart for a hurried reader: look-alike letters, 0 for o, 1 for l,
// rn for m, accents, or dots and hyphens more or less.
func Alike(a, b string) bool {
	return a != b && skeleton(a) == skeleton(b)
}

// skeleton is what is left of an address when all is the same that looks alike. Hyphens and dots of the local part are left out.
func skeleton(canonical string) string {
	local, domain, _ := Split(Letters(canonical))
	return strings.NewReplacer(".", "", "-", "", "_", "").Replace(bare(local)) + "@" + strings.ReplaceAll(bare(domain), "-", "")
}

func bare(s string) string {
	s = plainLetters(strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFKD.String(plainLetters(s))))
	return drawnAlike.Replace(s)
}

var drawnAlike = strings.NewReplacer("0", "o", "1", "l", "i", "l", "rn", "m", "vv", "w", "5", "s")
