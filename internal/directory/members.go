package directory

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Columns are the columns of members.csv. They may stand in any order and beside others.
func Columns() []string {
	return []string{"last_name", "first_name", "national_number", "email", "language"}
}

// Row is one line of members.csv. ID, Version and UpdatedAt of the member are zero.
type Row struct {
	Line   int // the first line of the file is 1
	Member ticket.Member
}

// LineError says what is wrong with one line, which is refused while the others are kept. It never repeats what stands in the line,
// because that can be a national number, also in the wrong column.
type LineError struct {
	Line   int
	Column string // empty when it is about the whole line
	Reason ticket.Said
}

// Error names the line, the column and the remedy, in English.
func (e *LineError) Error() string { return e.Said().String() }

// Said is the same for staff, in any language.
func (e *LineError) Said() ticket.Said {
	if e.Column == "" {
		return ticket.Say("line %d: %s", e.Line, e.Reason)
	}
	return ticket.Say("line %d, %s: %s", e.Line, e.Column, e.Reason)
}

// maxLine is the longest line that is read, in bytes. A member takes less than 200.
const maxLine = 64 << 10

// ReadMembers reads members.csv line by line. A *LineError refuses one line and reading goes on; any other error, such as a column
// that lacks in the header, is the last thing it yields. today is the day up to which a person can have been born.
func ReadMembers(r io.Reader, today time.Time) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		m := reader{today: today, seen: map[nrn.Number]int{}}
		// One line at a time: a quotation mark that is never closed must not swallow the lines behind it.
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		for lines.Scan() {
			m.line++
			if m.index == nil {
				if err := m.header(lines.Bytes()); err != nil {
					yield(Row{}, err)
					return
				}
				continue
			}
			if len(bytes.TrimSpace(lines.Bytes())) == 0 {
				continue
			}
			if !yield(m.row(lines.Bytes())) {
				return
			}
		}
		if err := m.end(lines.Err()); err != nil {
			yield(Row{}, err)
		}
	}
}

// reader is the state between two lines.
type reader struct {
	today time.Time
	line  int
	index map[string]int     // of each column, once the header was read
	width int                // columns in the header
	seen  map[nrn.Number]int // the line of each number
}

func (m *reader) end(err error) error {
	switch {
	case errors.Is(err, bufio.ErrTooLong):
		return ticket.Refuse("line %d is longer than %d bytes: is this a CSV file?", m.line+1, maxLine)
	case err != nil:
		return fmt.Errorf("reading members after line %d: %w", m.line, err)
	case m.index == nil:
		return ticket.Refuse("the file is empty: its first line must be %s", strings.Join(Columns(), ","))
	}
	return nil
}

func (m *reader) header(line []byte) error {
	if bytes.HasPrefix(line, []byte{0xff, 0xfe}) || bytes.HasPrefix(line, []byte{0xfe, 0xff}) {
		return ticket.Refuse("the file is UTF-16: save it as CSV UTF-8")
	}
	names, err := fields(bytes.TrimPrefix(line, []byte("\ufeff")))
	if err != nil {
		return ticket.Refuse("line 1, the header: %w", err)
	}
	index := make(map[string]int, len(names))
	for i, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := index[name]; twice && slices.Contains(Columns(), name) {
			return ticket.Refuse("line 1, the header: column %s is there twice", name)
		}
		index[name] = i
	}
	for _, name := range Columns() {
		if _, ok := index[name]; ok {
			continue
		}
		if bytes.Contains(line, []byte(";")) {
			return ticket.Refuse("line 1, the header: column %s is missing; the columns are divided by semicolons, save the file with commas", name)
		}
		return ticket.Refuse("line 1, the header: column %s is missing; the first line must be %s", name, strings.Join(Columns(), ","))
	}
	m.index, m.width = index, len(names)
	return nil
}

// fields divides one line. The error does not repeat the line.
func fields(line []byte) ([]string, error) {
	if !utf8.Valid(line) {
		return nil, ticket.Refuse("not UTF-8: save the file as CSV UTF-8")
	}
	c := csv.NewReader(bytes.NewReader(line))
	c.FieldsPerRecord = -1
	names, err := c.Read()
	if err != nil {
		return nil, ticket.Refuse("a quotation mark is out of place or not closed")
	}
	return names, nil
}

func (m *reader) row(line []byte) (Row, error) {
	values, err := fields(line)
	if err != nil {
		return Row{}, m.refuse("", ticket.SaidOf(err))
	}
	if len(values) != m.width {
		return Row{}, m.refuse("", ticket.Say("has %d columns where the header has %d", len(values), m.width))
	}
	get := func(column string) string { return norm.NFC.String(strings.TrimSpace(values[m.index[column]])) }
	member := ticket.Member{LastName: get("last_name"), FirstName: get("first_name")}
	for _, column := range []string{"last_name", "first_name"} {
		if reason := badName(get(column)); !reason.IsZero() {
			return Row{}, m.refuse(column, reason)
		}
	}
	if member.Number, err = nrn.Parse(get("national_number"), m.today); err != nil {
		return Row{}, m.refuse("national_number", numberReason(get("national_number"), err))
	}
	if first, twice := m.seen[member.Number]; twice {
		return Row{}, m.refuse("national_number", ticket.Say("the same number as in line %d", first))
	}
	member.Address = address.Canonical(get("email"))
	if get("email") != "" && !plausible(member.Address) {
		return Row{}, m.refuse("email", ticket.Say("not a mail address; leave it empty when there is none"))
	}
	if member.Language, err = ticket.ParseLanguage(strings.ToLower(get("language"))); err != nil {
		return Row{}, m.refuse("language", ticket.Say("use nl, fr, en or de"))
	}
	m.seen[member.Number] = m.line
	return Row{m.line, member}, nil
}

func (m *reader) refuse(column string, reason ticket.Said) error {
	return &LineError{Line: m.line, Column: column, Reason: reason}
}

// badName says what keeps value from being a name.
func badName(value string) ticket.Said {
	switch {
	case blank(value):
		return ticket.Say("is empty")
	case strings.ContainsFunc(value, unicode.IsControl):
		return ticket.Say("holds a control character")
	case nrn.Contains(value):
		return ticket.Say("holds a national number: is a column out of place?")
	}
	return ticket.Said{}
}

// numberReason explains the commonest fault: spreadsheets drop the zero with which the numbers of 2000 to 2009 begin.
func numberReason(value string, err error) ticket.Said {
	digits := strings.Count(strings.Map(func(c rune) rune {
		if '0' <= c && c <= '9' {
			return '0'
		}
		return ' '
	}, value), "0")
	if errors.Is(err, nrn.ErrLength) && digits == 10 {
		return ticket.Say("%s, this has ten: did a spreadsheet drop a leading zero? Make the column text", err)
	}
	return ticket.SaidOf(err)
}

// plausible reports whether addr has the form of an address that mail can be sent to: one @, something before it, a dotted domain.
func plausible(addr string) bool {
	local, domain, ok := strings.Cut(addr, "@")
	if !ok || local == "" || strings.ContainsAny(addr, ",;<>()[]\"\\ ") || strings.Contains(domain, "@") {
		return false
	}
	labels := strings.Split(domain, ".")
	return len(labels) > 1 && !slices.Contains(labels, "")
}
