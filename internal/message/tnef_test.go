package message

import (
	"encoding/base64"
	"encoding/binary"
	"testing"
)

func attribute(id uint32, data []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte{1}, id)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
	return append(append(out, data...), 0, 0)
}

// property is one MAPI property of variable size.
func property(kind, id uint16, data string) []byte {
	out := binary.LittleEndian.AppendUint16(nil, kind)
	out = binary.LittleEndian.AppendUint16(out, id)
	out = binary.LittleEndian.AppendUint32(out, 1)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
	out = append(out, data...)
	return append(out, make([]byte, (4-len(data)&3)&3)...)
}

func winmail(attributes ...[]byte) string {
	out := binary.LittleEndian.AppendUint32(nil, tnefSignature)
	out = append(out, 1, 0)
	for _, a := range attributes {
		out = append(out, a...)
	}
	return base64.StdEncoding.EncodeToString(out)
}

func properties(props ...[]byte) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(props)+1))
	out = append(out, 3, 0, 0x17, 0, 1, 0, 0, 0) // a number of fixed size
	for _, p := range props {
		out = append(out, p...)
	}
	return out
}

func TestWinmail(t *testing.T) {
	const head = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
	title := attribute(tnefTitle, []byte("attest.pdf\x00"))
	tests := []struct {
		name, text, data, want string
		files                  int
	}{
		{"beside a text", "Dag", winmail(attribute(tnefBody, []byte("nummer 66\x00")), title), "Dag\n", 2},
		{"body", " ", winmail(attribute(tnefBody, []byte("Dag Ren\xe9e\r\n\x00")), title), "Dag Renée\n", 2},
		{"body as property", "", winmail(attribute(tnefMessageProp, properties(property(0x1E, 0x1009, "LZFu"), property(0x1E, mapiBody, "nummer 67\x00")))), "nummer 67\n", 1},
		{"body in UTF-16", "", winmail(attribute(tnefMessageProp, properties(property(0x1F, mapiBody, utf16le("Renée 67"))))), "Renée 67\n", 1},
		{"HTML", "", winmail(attribute(tnefMessageProp, properties(property(0x102, mapiHTML, "<p>nummer <b>67</b></p>")))), "nummer 67\n", 1},
		{"no TNEF", "", "QUFBQUFBQUFB", "", 1},
		{"cut off", "", winmail(attribute(tnefMessageProp, properties(property(0x1E, mapiBody, "nummer 67"))))[:40], "", 1},
	}
	for _, test := range tests {
		m := Parse(multipart("mixed", plainHead+test.text, head+test.data), Options{})
		if m.Text != test.want || len(m.Attachments) != test.files || m.Attachments[0].Name != "winmail.dat" {
			t.Errorf("%s: text %q, attachments %+v", test.name, m.Text, m.Attachments)
		}
	}
}
