package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// mail is one mail of a file.
type mail struct {
	name string
	raw  []byte
}

// mails reads every mail of files, mbox files, folders and Maildirs; "-" is stdin. It ends with the first error.
func mails(names []string, stdin io.Reader) iter.Seq2[mail, error] {
	return func(yield func(mail, error) bool) {
		for _, name := range names {
			for m, err := range mailsOf(name, stdin) {
				if !yield(m, err) || err != nil {
					return
				}
			}
		}
	}
}

func mailsOf(name string, stdin io.Reader) iter.Seq2[mail, error] {
	return func(yield func(mail, error) bool) {
		files, err := filesOf(name)
		if err != nil {
			yield(mail{}, err)
			return
		}
		for _, f := range files {
			data, err := readInput(f, stdin)
			if err != nil {
				yield(mail{}, err)
				return
			}
			all := splitMbox(data)
			for i, raw := range all {
				m := mail{name: filepath.Base(f), raw: raw}
				if len(all) > 1 {
					m.name = fmt.Sprintf("%s#%d", m.name, i+1)
				}
				if !yield(m, nil) {
					return
				}
			}
		}
	}
}

func readInput(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(name)
}

// filesOf lists the files behind a name: itself, the mails of a Maildir (cur and new), or the files of a folder.
func filesOf(name string) ([]string, error) {
	if name == "-" {
		return []string{name}, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{name}, nil
	}
	folders := []string{name}
	if _, err := os.Stat(filepath.Join(name, "cur")); err == nil {
		folders = []string{filepath.Join(name, "cur"), filepath.Join(name, "new")}
	}
	var files []string
	for _, f := range folders {
		entries, err := os.ReadDir(f)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
				files = append(files, filepath.Join(f, e.Name()))
			}
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s %w", name, errNoMail)
	}
	return files, nil
}

var fromLine = []byte("From ")

// splitMbox splits an mbox file (RFC 4155) at its "From " lines and takes back the quoting of body lines (mboxrd). Anything that does
// not begin with such a line is one mail.
func splitMbox(data []byte) [][]byte {
	if !bytes.HasPrefix(data, fromLine) {
		return [][]byte{data}
	}
	var all [][]byte
	var one []byte
	blank, first := true, true
	for line := range bytes.Lines(data) {
		if blank && bytes.HasPrefix(line, fromLine) {
			if !first {
				all = append(all, one)
			}
			one, first, blank = nil, false, false
			continue
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
		if quoted := bytes.TrimLeft(line, ">"); len(quoted) < len(line) && bytes.HasPrefix(quoted, fromLine) {
			line = line[1:]
		}
		one = append(one, line...)
	}
	return append(all, one)
}
