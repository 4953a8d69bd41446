package storetest

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"iec-iab.be/servicedesk/internal/store"
)

// The names of a database and its key file in a folder of a test.
const (
	database = "desk.db"
	keyFile  = "desk.key"
)

// Empty puts an empty database with its key file into a folder, as store.Open makes them, unless there is one. The schema is built once
// for all tests of a process: with the race detector that costs more than most tests.
func Empty(tb testing.TB, folder string) {
	tb.Helper()
	if _, err := os.Stat(filepath.Join(folder, database)); !errors.Is(err, fs.ErrNotExist) {
		return
	}
	files, err := fresh()
	if err != nil {
		tb.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

// fresh holds the files of an empty database.
var fresh = sync.OnceValues(func() (files map[string][]byte, err error) {
	folder, err := os.MkdirTemp("", "servicedesk-test-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	s, err := store.Open(context.Background(), store.Options{
		Path: filepath.Join(folder, database), KeyFile: filepath.Join(folder, keyFile), Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	files = map[string][]byte{}
	for _, name := range []string{database, keyFile} {
		if files[name], err = os.ReadFile(filepath.Join(folder, name)); err != nil {
			return nil, err
		}
	}
	return files, nil
})
