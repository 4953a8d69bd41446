package message

import "testing"

func TestAuthenticationResults(t *testing.T) {
	none := Authentication{}
	tests := []struct {
		name, value string
		want        Authentication
	}{
		{"all pass", "mx.institute.example; spf=pass smtp.mailfrom=claes.example; dkim=pass header.d=Claes.example header.s=s1; dmarc=pass header.from=claes.example",
			Authentication{"pass", "pass", "pass", "claes.example", true}},
		{"capitals, folding, comments, version", "MX.Institute.Example (ours) 1;\r\n" +
			"\tSPF = Pass (sender IP is 192.0.2.1)\r\n" +
			" smtp.mailfrom=x@claes.example; dmarc (p=none) = FAIL header.from=claes.example;",
			Authentication{SPF: "pass", DMARC: "fail", Known: true}},
		{"method version, reason", `mx.institute.example; dkim/1=fail reason="bad; dmarc=pass" header.i=@claes.example`, Authentication{DKIM: "fail", Known: true}},
		{"identity instead of domain", "mx.institute.example; dkim=pass header.i=@claes.example header.b=AbC/+=", Authentication{DKIM: "pass", DKIMDomain: "claes.example", Known: true}},
		{"one passing signature of two", "mx.institute.example; dkim=fail header.d=a.example; dkim=pass header.d=b.example; dkim=neutral header.d=c.example", Authentication{DKIM: "pass", DKIMDomain: "b.example", Known: true}},
		{"SPF judged twice", "mx.institute.example; spf=pass smtp.helo=x; spf=fail smtp.mailfrom=y", Authentication{SPF: "fail", Known: true}},
		{"of Exchange", "mx.institute.example; spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=x.example; dmarc=pass action=none header.from=x.example;compauth=pass reason=100", Authentication{SPF: "pass", DMARC: "pass", Known: true}},
		{"nothing checked", "mx.institute.example; none", Authentication{Known: true}},
		{"no result", "mx.institute.example", Authentication{Known: true}},

		{"another server", "mx.mallory.test; dmarc=pass", none},
		{"our name with more behind", "mx.institute.example.mallory.test; dmarc=pass", none},
		{"our name in a comment", "mx.mallory.test (mx.institute.example); dmarc=pass", none},
		{"no server", "; dmarc=pass", none},
		{"forged in a comment", "mx.institute.example; spf=pass (a; dmarc=pass header.from=bank.example) smtp.mailfrom=x", Authentication{SPF: "pass", Known: true}},
		{"forged in a nested comment", `mx.institute.example; spf=fail (a (b) \) ; dmarc=pass header.from=bank.example) smtp.mailfrom=x`, Authentication{SPF: "fail", Known: true}},
		{"forged in a quoted address", `mx.institute.example; spf=pass smtp.mailfrom="a; dmarc=pass header.from=bank.example"@x.example`, Authentication{SPF: "pass", Known: true}},
		{"forged with a quoted pair", `mx.institute.example; spf=pass smtp.mailfrom="a\"; dmarc=pass header.from=bank.example"`, Authentication{SPF: "pass", Known: true}},
		{"judged twice", "mx.institute.example; dmarc=pass header.from=bank.example; dmarc=fail header.from=x.example", none},
		{"judged twice the same", "mx.institute.example; dmarc=pass; dmarc=pass", none},
		{"property stated twice", "mx.institute.example; dmarc=pass header.from=a.example header.from=b.example", none},
		{"quote never closed", `mx.institute.example; dmarc=pass; spf=pass smtp.mailfrom="a`, none},
		{"comment never closed", "mx.institute.example; dmarc=pass (a; spf=pass", none},
		{"comment closed twice", "mx.institute.example; dmarc=pass a) header.from=x", none},
		{"no result behind the method", "mx.institute.example; dmarc=", none},
		{"rubbish", "mx.institute.example; dmarc=pass; ???", none},
		{"version that is not 1", "mx.institute.example 2; dmarc=pass", none},
		{"no semicolon", "mx.institute.example dmarc=pass", none},
		{"empty", "", none},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter("x", "Authentication-Results: "+test.value), own)
			diff(t, "authentication", m.Auth, test.want)
		})
	}
}

func TestOnlyTheTopmostFieldCounts(t *testing.T) {
	ours, theirs := "Authentication-Results: mx.institute.example; dmarc=fail", "Authentication-Results: mx.institute.example; dmarc=pass"
	if got := Parse(letter("x", ours, theirs), own).Auth.DMARC; got != "fail" {
		t.Errorf("DMARC %q, want that of the topmost field", got)
	}
	if got := Parse(letter("x", "Authentication-Results: mx.other.example; dmarc=pass", theirs), own).Auth; got.Known {
		t.Errorf("a field below another server's counted: %+v", got)
	}
	if got := Parse(letter("x", theirs), Options{}).Auth; got.Known {
		t.Errorf("a field counted though no server is configured: %+v", got)
	}
}
