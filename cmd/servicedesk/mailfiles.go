package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// mailFile is a file that holds mails; the path "-" is standard input, and its size is not known: -1.
type mailFile struct {
	path, name string
	size       int64
}

var errNoMail = errors.New("holds no mail")

// findMailFiles lists the files behind names: themselves, and those of folders and their subfolders, which can be Maildirs, folders
// of .eml files, or folders of mbox files as mail programs keep them.
func findMailFiles(names []string) ([]mailFile, error) {
	var files []mailFile
	for _, name := range names {
		found, err := mailFilesOf(name)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

func mailFilesOf(name string) ([]mailFile, error) {
	if name == "-" {
		return []mailFile{{name, name, -1}}, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []mailFile{{name, filepath.Base(name), info.Size()}}, nil
	}
	var files []mailFile
	err = filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if path != name && !isMailFolder(path) {
				return fs.SkipDir
			}
			return nil
		}
		if !e.Type().IsRegular() || isHousekeeping(e.Name()) {
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		shown, err := filepath.Rel(name, path)
		files = append(files, mailFile{path, filepath.ToSlash(shown), info.Size()})
		return err
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s %w", name, errNoMail)
	}
	return files, err
}

// isMailFolder tells the folders that hold mails from those of a Maildir that hold what is not yet delivered, and from hidden
// ones; the subfolders of a Maildir begin with a dot too (Maildir++).
func isMailFolder(path string) bool {
	base := filepath.Base(path)
	if !strings.HasPrefix(base, ".") {
		return base != "tmp"
	}
	_, err := os.Stat(filepath.Join(path, "cur"))
	return err == nil
}

// isHousekeeping recognises the files that mail servers and programs put beside mails.
func isHousekeeping(name string) bool {
	switch {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "dovecot"), strings.HasSuffix(name, ".msf"):
		return true
	}
	return name == "maildirfolder" || name == "maildirsize" || name == "subscriptions"
}
