package message

import "strings"

// dropArmor takes off what OpenPGP (RFC 9580 section 7) and its like set around and below a signed text, and leaves out what is encrypted: its
// lines are no words, and digits in them are nobody's number.
func dropArmor(text string, note *problems) string {
	if !strings.Contains(text, "-----BEGIN ") {
		return text
	}
	var b strings.Builder
	signed := false
	endless := map[string]bool{} // kinds of blocks that nothing ends
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		kind, begins := armorLine(line, "-----BEGIN ")
		switch {
		case begins && kind == "PGP SIGNED MESSAGE":
			signed = true
			i = skipArmorFields(lines, i+1) - 1
		case begins:
			if kind == "PGP MESSAGE" {
				note.add("A part of the text is encrypted; it was left out.")
			}
			i = skipArmor(lines, i+1, kind, endless) - 1
		default:
			if signed {
				line = strings.TrimPrefix(line, "- ")
			}
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// armorLine reads "-----BEGIN PGP SIGNATURE-----".
func armorLine(line, begin string) (kind string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimRight(line, " \t"), begin)
	kind, closed := strings.CutSuffix(rest, "-----")
	return kind, ok && closed && len(kind) < 60 && strings.ToUpper(kind) == kind
}

// skipArmorFields returns the line below "Hash: SHA512" and the empty line behind it.
func skipArmorFields(lines []string, i int) int {
	for n := i; n < len(lines) && n < i+10; n++ {
		if strings.TrimSpace(lines[n]) == "" {
			return n + 1
		}
		if name, _, ok := strings.Cut(lines[n], ": "); !ok || strings.Contains(name, " ") {
			break
		}
	}
	return i
}

// skipArmor returns the line behind the end of a block. Where the end is missing, all that is base64 belongs to it.
func skipArmor(lines []string, i int, kind string, endless map[string]bool) int {
	for n := i; n < len(lines) && !endless[kind]; n++ {
		if end, ok := armorLine(lines[n], "-----END "); ok && end == kind {
			return n + 1
		}
	}
	endless[kind] = true
	for ; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if name, _, field := strings.Cut(line, ": "); strings.Contains(line, " ") && !(field && !strings.Contains(name, " ")) {
			break
		}
	}
	return i
}

// dropEncodedFiles takes files in uuencode, which old mailers set into the text, out of it and lists them as attachments.
func (w *walker) dropEncodedFiles(text string) string {
	if !strings.HasPrefix(text, "begin ") && !strings.Contains(text, "\nbegin ") {
		return text
	}
	var b strings.Builder
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		name, ok := beginsUU([]byte(lines[i]))
		if !ok || i+1 >= len(lines) || !isUULine([]byte(lines[i+1])) {
			b.WriteString(lines[i])
			b.WriteByte('\n')
			continue
		}
		size, first := 0, i+1
		for i++; i < len(lines) && strings.TrimSpace(lines[i]) != "end" && (isUULine([]byte(lines[i])) || lines[i] == ""); i++ {
			if lines[i] != "" {
				size += int(lines[i][0]-' ') & 63
			}
		}
		encoded := lines[first:min(i, len(lines))]
		w.addAttachment(Attachment{Name: name, Type: "application/octet-stream", Size: int64(size)}, func() []byte { return joinUU(encoded) })
	}
	return b.String()
}

// joinUU decodes the lines of a file in uuencode.
func joinUU(lines []string) (out []byte) {
	for _, line := range lines {
		out = appendUU(out, []byte(line))
	}
	return out
}
