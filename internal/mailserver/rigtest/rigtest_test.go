package rigtest_test

import (
	"testing"

	"iec-iab.be/servicedesk/internal/mailserver/rigtest"
)

func TestRig(t *testing.T) {
	r := rigtest.Start(t, "imap")
	user := r.Env["USER"]
	r.Folder(user, "Handled")
	r.Inject([][]byte{[]byte("Subject: one\n\nun\n"), []byte("Subject: two\n\ndeux\n")})
	r.Kill("imap")
	r.Up("imap")
	before := r.Dump(user, "--wait", "2")
	if len(before) != 2 || before[0].Subject != "one" || before[1].Text != "deux\r\n" {
		t.Fatalf("%+v", before)
	}
	r.Renumber(user)
	after := r.Dump(user)
	if len(after) != 2 || after[0].UIDValidity == before[0].UIDValidity || r.Port("IMAP_PORT") == 0 {
		t.Errorf("%+v", after)
	}
	if left := r.Dump(user + ":Handled"); left != nil {
		t.Errorf("%+v", left)
	}
}
