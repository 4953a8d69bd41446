package message

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// isTNEF recognises the part in which Outlook wraps what only Outlook knows ([MS-OXTNEF]).
func isTNEF(p part) bool {
	return p.mediaType == "application/ms-tnef" || p.mediaType == "application/vnd.ms-tnef" || strings.EqualFold(p.fileName, "winmail.dat")
}

// tnef lists the part and the files in it, and keeps the text in it for a mail that has no other.
func (w *walker) tnef(p part) content {
	const most = 12 << 20
	w.attach(p)
	data := decodeTransfer(p.header.first("content-transfer-encoding"), p.body[:min(len(p.body), most)], w.note)
	t := tnefScan{}
	t.scan(data)
	for _, f := range t.files {
		w.addAttachment(Attachment{Name: f.name, Type: "application/octet-stream", Size: int64(len(f.data))}, func() []byte { return f.data })
	}
	if w.wrapped == "" && len(t.body) > 0 && w.budget > 0 {
		body := part{body: t.body, mediaType: "text/plain"}
		if t.html {
			body.mediaType = "text/html"
		}
		w.wrapped = w.text(body).text
	}
	return content{}
}

// tnefScan collects what a reader would be shown of a TNEF stream.
type tnefScan struct {
	body  []byte
	html  bool
	files []tnefFile
	data  []byte // of the file that is read, while its name is not known
	named bool   // the file that is read is the last of files
}

// tnefFile is a file in a TNEF stream.
type tnefFile struct {
	name string
	data []byte
}

// Attributes of section 2.1.3.3 and MAPI properties of [MS-OXPROPS].
const (
	tnefSignature   = 0x223E9F78
	tnefBody        = 0x0002800C
	tnefTitle       = 0x00018010
	tnefData        = 0x0006800F
	tnefRendering   = 0x00069002 // opens the attributes of a file
	tnefMessageProp = 0x00069003
	mapiBody        = 0x1000
	mapiHTML        = 0x1013
	maxTNEF         = 2000 // attributes, properties or values
)

// scan reads the attributes: level, identifier, length, data, checksum.
func (t *tnefScan) scan(b []byte) {
	if len(b) < 6 || binary.LittleEndian.Uint32(b) != tnefSignature {
		return
	}
	b = b[6:]
	for range maxTNEF {
		if len(b) < 9 {
			return
		}
		id, size := binary.LittleEndian.Uint32(b[1:]), int64(binary.LittleEndian.Uint32(b[5:]))
		b = b[9:]
		data := b[:min(int64(len(b)), size)]
		t.attribute(id, data)
		b = b[min(int64(len(b)), size+2):]
	}
}

func (t *tnefScan) attribute(id uint32, data []byte) {
	switch id {
	case tnefBody:
		t.take(bytes.TrimRight(data, "\x00"), false)
	case tnefTitle:
		if name := cleanLine(decodeUndeclared(bytes.TrimRight(data, "\x00"))); name != "" && len(t.files) < maxAttachments {
			t.files = append(t.files, tnefFile{name, t.data})
			t.data, t.named = nil, true
		}
	case tnefRendering:
		t.data, t.named = nil, false
	case tnefData:
		if t.named {
			t.files[len(t.files)-1].data = data
		} else {
			t.data = data
		}
	case tnefMessageProp:
		t.properties(data)
	}
}

// take keeps the first body that says something; plain text wins, as in a mail of several alternatives.
func (t *tnefScan) take(body []byte, html bool) {
	if len(bytes.Trim(body, " \r\n\t\x00")) > 0 && (len(t.body) == 0 || t.html && !html) {
		t.body, t.html = body, html
	}
}

// properties reads a list of MAPI properties (section 2.1.3.4).
func (t *tnefScan) properties(b []byte) {
	s := octetScan{rest: b}
	for range min(s.long(), maxTNEF) {
		kind, id := s.short(), s.short()
		if id >= 0x8000 {
			s.skipName()
		}
		values := t.values(&s, kind)
		if s.failed {
			return
		}
		switch {
		case len(values) == 0:
		case id == mapiBody && kind == 0x1F:
			t.take([]byte(decode16(values[0], false)), false)
		case id == mapiBody:
			t.take(bytes.TrimRight(values[0], "\x00"), false)
		case id == mapiHTML:
			t.take(values[0], true)
		}
	}
}

// values reads the values of a property of that type; those of fixed size are skipped.
func (t *tnefScan) values(s *octetScan, kind uint16) (values [][]byte) {
	count := 1
	fixed := map[uint16]int{2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}[kind&^0x1000]
	if kind&0x1000 != 0 || fixed == 0 {
		count = min(s.long(), maxTNEF)
	}
	for range count {
		if s.failed {
			return nil
		}
		if fixed > 0 {
			s.take(fixed)
			continue
		}
		size := s.long()
		values = append(values, s.take(size))
		s.take((4 - size&3) & 3)
	}
	return values
}

// octetScan reads numbers of least octet first from the left; failed tells that the octets ran out.
type octetScan struct {
	rest   []byte
	failed bool
}

func (s *octetScan) take(n int) []byte {
	if n < 0 || n > len(s.rest) {
		s.failed, s.rest = true, nil
		return nil
	}
	out := s.rest[:n]
	s.rest = s.rest[n:]
	return out
}

func (s *octetScan) short() uint16 {
	if b := s.take(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (s *octetScan) long() int {
	if b := s.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

// skipName skips the name of a named property: a GUID, then a number or a string.
func (s *octetScan) skipName() {
	s.take(16)
	if s.long() == 0 {
		s.take(4)
		return
	}
	size := s.long()
	s.take(size)
	s.take((4 - size&3) & 3)
}
