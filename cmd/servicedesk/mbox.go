package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// mail is one mail of a file.
type mail struct {
	name      string
	raw       []byte
	truncated bool // it is larger than the limit; the rest was left out
}

// mails reads the mails of files one after the other, each of at most limit octets. read is told of every octet that was read, for
// a bar. The sequence ends with the first error.
func mails(files []mailFile, stdin io.Reader, limit int64, read io.Writer) iter.Seq2[mail, error] {
	return func(yield func(mail, error) bool) {
		for _, f := range files {
			if !f.mails(stdin, limit, read, yield) {
				return
			}
		}
	}
}

func (f mailFile) mails(stdin io.Reader, limit int64, read io.Writer, yield func(mail, error) bool) (more bool) {
	in, _, err := openInput(f.path, stdin)
	if err != nil {
		yield(mail{}, err)
		return false
	}
	defer in.Close()
	n := 0
	for m, err := range splitMbox(io.TeeReader(in, read), limit) {
		if err != nil {
			yield(mail{}, fmt.Errorf("%s: %w", f.path, err))
			return false
		}
		if m.name = f.name; m.ofMbox {
			n++
			m.name = fmt.Sprintf("%s#%d", f.name, n)
		}
		if !yield(m.mail, nil) {
			return false
		}
	}
	return true
}

// boxed is a mail as it was found: in an mbox file, or as the whole of a file.
type boxed struct {
	mail
	ofMbox bool
}

// splitMbox splits an mbox file (RFC 4155) at its postmarks, the lines "From sender date" behind an empty line, and takes back the
// quoting of such lines in a body (mboxrd). What does not begin with a postmark, or has a single one, is one mail. It holds no
// more than one mail in memory.
func splitMbox(r io.Reader, limit int64) iter.Seq2[boxed, error] {
	return func(yield func(boxed, error) bool) {
		s := mboxScan{lines: bufio.NewReaderSize(r, 64<<10), limit: limit}
		mbox := s.atPostmark()
		for first := true; ; first = false {
			m, last, err := s.next(mbox)
			if err == nil || len(m.raw) > 0 {
				if !yield(boxed{m, mbox && !(first && last)}, err) {
					return
				}
			}
			if err != nil && !errors.Is(err, io.EOF) {
				yield(boxed{}, err)
				return
			}
			if last {
				return
			}
		}
	}
}

// mboxScan reads lines and gathers mails.
type mboxScan struct {
	lines *bufio.Reader
	limit int64
}

var fromLine = []byte("From ")

func (s *mboxScan) atPostmark() bool {
	start, _ := s.lines.Peek(len(fromLine))
	return bytes.Equal(start, fromLine)
}

// next gathers one mail up to the next postmark or the end. Long lines come in pieces; only the first piece can be a postmark.
func (s *mboxScan) next(mbox bool) (m mail, last bool, err error) {
	if mbox {
		if _, err := s.lines.ReadBytes('\n'); err != nil { // the postmark of this mail
			return m, true, ignoreEOF(err)
		}
	}
	blank, whole := false, true
	for {
		if mbox && blank && whole {
			if line, _ := s.lines.Peek(maxPostmark); isPostmark(line) {
				return m, false, nil
			}
		}
		line, err := s.lines.ReadSlice('\n')
		if mbox && whole {
			blank = len(bytes.TrimRight(line, "\r\n")) == 0
			line = unquoteFrom(line)
		}
		whole = !errors.Is(err, bufio.ErrBufferFull)
		if room := s.limit - int64(len(m.raw)); int64(len(line)) > room {
			line, m.truncated = line[:room], true
		}
		m.raw = append(m.raw, line...)
		if err != nil && whole {
			return m, true, ignoreEOF(err)
		}
	}
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// maxPostmark is how much of a line is looked at to know a postmark, in octets.
const maxPostmark = 200

// isPostmark reports whether b begins with the line that mbox files put in front of a mail. A body line "From now on ..." has no
// time of day and year in it.
func isPostmark(b []byte) bool {
	if !bytes.HasPrefix(b, fromLine) {
		return false
	}
	line, _, _ := bytes.Cut(b, []byte{'\n'})
	clock, year := false, false
	for _, word := range bytes.Fields(line[len(fromLine):]) {
		clock = clock || len(word) >= 5 && isDigits(word[:2]) && word[2] == ':' && isDigits(word[3:5])
		year = year || len(word) == 4 && isDigits(word)
	}
	return clock && year
}

func isDigits(b []byte) bool {
	return !bytes.ContainsFunc(b, func(c rune) bool { return c < '0' || c > '9' })
}

// unquoteFrom takes one ">" off a line such as ">From " or ">>From ".
func unquoteFrom(line []byte) []byte {
	if quoted := bytes.TrimLeft(line, ">"); len(quoted) < len(line) && bytes.HasPrefix(quoted, fromLine) {
		return line[1:]
	}
	return line
}
