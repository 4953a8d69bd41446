package message

import "testing"

func TestFileNames(t *testing.T) {
	for disposition, want := range map[string]string{
		`attachment; filename="attest.pdf"`:                                          "attest.pdf",
		`attachment; filename=attest 2025.pdf`:                                       "attest 2025.pdf",
		`attachment; filename*=utf-8''oubli%C3%A9.pdf`:                               "oublié.pdf",
		`attachment; filename*=iso-8859-1'fr'oubli%E9.pdf`:                           "oublié.pdf",
		`attachment; filename*0*=windows-1252''oubli%E9; filename*1="_bis.pdf"`:      "oublié_bis.pdf",
		`attachment; filename*0="at"; filename*1="test"; filename*2=".pdf"`:          "attest.pdf",
		`attachment; filename*0*=x-none''%E9t%E9; filename*1*=%2Epdf; filename*3=no`: "été.pdf",
		`attachment; filename="=?utf-8?Q?=C3=A9t=C3=A9?=.pdf"`:                       "été.pdf",
		`attachment; filename="een` + "\u202e" + `fdp.exe"`:                          "eenfdp.exe",
		`attachment; filename*=`:                                                     "",
	} {
		m := Parse(multipart("mixed", plainHead+"Dag", "Content-Type: application/pdf\nContent-Disposition: "+disposition+"\n\nx"), Options{})
		if len(m.Attachments) != 1 || m.Attachments[0].Name != want {
			t.Errorf("%s: %+v, want %q", disposition, m.Attachments, want)
		}
	}
}
