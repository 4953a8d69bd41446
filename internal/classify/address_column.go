package classify

import "strings"

// maxTable is how many lines above its row the head of a table is looked for.
const maxTable = 6

// blockRole says what the line above a block of fields makes of the addresses in it, as a table of old and new data becomes:
// "nouveau:", and below it "E-mail: ...".
func (r reading) blockRole(i int) (role, bool) {
	const words = 3 // of a line that is a heading
	p := r.text
	line := p.tokens[i].line
	top := line
	for top > 0 && line-top < maxTable && p.lines[top-1].last > p.lines[top-1].first {
		top--
	}
	l := p.lines[top]
	if top == line || l.last-l.first > words || !strings.HasSuffix(strings.TrimSpace(p.lineText(top)), ":") {
		return plain, false
	}
	for _, t := range p.tokens[l.first:l.last] {
		switch {
		case t.is.has(old):
			return asOld, true
		case t.is.has(fresh):
			return asNew, true
		}
	}
	return plain, false
}

// columnRole says what the head of a table makes of an address in a row below it.
func (r reading) columnRole(i int) (role, bool) {
	p := r.text
	line := p.tokens[i].line
	if p.lines[line].end-p.lines[line].start > maxRow {
		return plain, false
	}
	row := cells(p.lineText(line))
	before := p.text[p.lines[line].start:p.tokens[i].start]
	column := strings.Count(before, "|") + strings.Count(before, "\t")
	for head, n := p.before(line), 0; head >= 0 && n < maxTable; head, n = p.before(head), n+1 {
		heads := cells(p.lineText(head))
		if len(heads) < 2 || p.lines[head].end-p.lines[head].start > maxRow {
			break
		}
		if got := roleOfHead(heads, row, column); got != plain {
			return got, true
		}
	}
	return plain, false
}

// roleOfHead says what the head above a column makes of the addresses in it. A row often has a head of its own in front, above which the
// corner of the table is left out.
func roleOfHead(heads, row []string, column int) role {
	if len(row) == len(heads)+1 && !strings.ContainsAny(row[0], "@0123456789") {
		column--
	} else if len(row) != len(heads) {
		return plain
	}
	if column < 0 || column >= len(heads) || strings.Contains(strings.Join(heads, " "), "@") {
		return plain
	}
	is := newPassage(heads[column]).parts
	switch {
	case len(is) > 0 && is[0].is.has(old):
		return asOld
	case len(is) > 0 && is[0].is.has(fresh):
		return asNew
	}
	return plain
}
