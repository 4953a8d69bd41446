package desk

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/ticket"
)

// tellsNothing refuses words that name the known address of a member: that leaves only with an approved check (R3). The requester's own
// is no news to him.
func tellsNothing(tx Tx, t *ticket.Ticket, text string) error {
	named := addressesIn(text)
	delete(named, t.Requester.Addr)
	known, err := tx.MembersByAddresses(slices.Collect(maps.Keys(named)))
	if err == nil && len(known) > 0 {
		return ticket.Refuse("%w: the text names an address that the Institute knows of a member; only an approved check tells it", ticket.ErrNotAllowed)
	}
	return err
}

// maxDomain is how long a domain can be, in octets (RFC 5321 section 4.5.3.1.2).
const maxDomain = 255

// atSign is an at sign, wide or with spaces around it as some write it.
var atSign = regexp.MustCompile(`\s*[@＠﹫]\s*`)

// addressesIn gathers what can be read as an address in a text, whatever it stands in: quotes of any language, a link, a sentence without a space
// behind its full stop.
func addressesIn(text string) map[string]bool {
	found := map[string]bool{}
	visible := strings.Map(func(c rune) rune {
		if address.Invisible(c) {
			return -1
		}
		return c
	}, text)
	parts := atSign.Split(visible, -1)
	for i, after := range parts[1:] {
		if end := strings.IndexFunc(after, notIn(".-_")); end >= 0 {
			after = after[:end]
		}
		for _, local := range []string{strings.Trim(lastWord(parts[i], notInAddress), ".-'"), strings.Trim(lastWord(parts[i], notIn(".-_'+")), ".-_'+")} {
			for domain := after; domain != ""; domain = domain[:max(0, strings.LastIndexByte(domain, '.'))] {
				if len(domain) > maxDomain {
					continue
				}
				if addr := address.Canonical(local + "@" + strings.Trim(domain, ".-_")); addr != "" {
					found[addr] = true
				}
			}
		}
	}
	return found
}

func lastWord(text string, ends func(rune) bool) string {
	words := strings.FieldsFunc(text, ends)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// notInAddress reports whether a character ends an address in a text.
func notInAddress(c rune) bool {
	return unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune("<>()[]{},;:\"“”«»‘’!?|*`", c)
}

// notIn reports whether a character is neither a letter, nor a digit, nor one of the signs.
func notIn(signs string) func(rune) bool {
	return func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsMark(c) && !unicode.IsDigit(c) && !strings.ContainsRune(signs, c)
	}
}
