package mailbox

import (
	"errors"
	"testing"
)

func TestScanner(t *testing.T) {
	for said, want := range map[string]struct {
		bye string
		err error
	}{
		"* BYE Session expired\r\n":                               {bye: "Session expired"},
		"* OK BYE for now\r\n* BYE\r\n":                           {},
		"* 1 FETCH (BODY[] {13}\r\n* BYE a mail\r\n)\r\n":         {},
		"* 1 FETCH (BODY[] {3}\r\nabc)\r\n* BYE now\r\n":          {bye: "now"},
		"* 1 FETCH (BODY[] {0}\r\n)\r\n* BYE now\r\n":             {bye: "now"},
		"* OK {3} is no literal\r\n* BYE now\r\n":                 {bye: "now"},
		"* OK {3\r\n* BYE now\r\n":                                {bye: "now"},
		"* CAPABILITY IMAP4rev1 IDLE\r\n* LIST () NIL INBOX\r\n":  {},
		"* OK [CAPABILITY IMAP4rev1] Dovecot (Debian) ready.\r\n": {},
		"a OK Capability completed (0.001 secs).\r\n":             {},
		"* CAPABILITY (MAP4rev1\r\n":                              {err: errGarbled},
		"a ok [Capability x (\r\n":                                {err: errGarbled},
		"* 1 FETCH (BODY[] {13}\r\nCAPABILITY ()\r\n":             {},
	} {
		var whole, octets scanner
		err := whole.scan([]byte(said))
		for _, c := range []byte(said) { // however it is cut, it means the same
			if e := octets.scan([]byte{c}); e != nil {
				break
			}
		}
		if !errors.Is(err, want.err) || whole.bye != want.bye || octets.bye != want.bye {
			t.Errorf("%q: bye %q and %q, %v", said, whole.bye, octets.bye, err)
		}
	}
}
