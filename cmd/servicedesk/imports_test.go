package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "iec-iab.be/servicedesk/"

// allowed says which packages of ours each package may import: downwards only. cmd may import all of them.
var allowed = map[string][]string{
	"internal/nrn":                {},
	"internal/address":            {},
	"internal/ticket":             {"internal/nrn"},
	"internal/message":            {"internal/address"},
	"internal/config":             {},
	"internal/mailbox":            {},
	"internal/mailserver":         {},
	"internal/mailserver/rigtest": {},
	"templates":                   {},
	"internal/classify":           {"internal/address", "internal/message", "internal/ticket", "internal/nrn"},
	"internal/directory":          {"internal/address", "internal/ticket", "internal/nrn"},
	"internal/reply":              {"internal/ticket", "internal/nrn"},
	"internal/outbox":             {"internal/ticket"},
	"internal/store":              {"internal/ticket", "internal/nrn"},
	"internal/store/storetest":    {"internal/store", "internal/ticket", "internal/nrn"},
	"internal/desk":               {"internal/address", "internal/classify", "internal/directory", "internal/message", "internal/reply", "internal/ticket", "internal/nrn"},
	"internal/locale":             {"internal/ticket"},
	"internal/staff":              {"internal/reply", "internal/ticket", "internal/nrn"},
	"internal/workshop":           {"internal/reply", "internal/ticket", "internal/nrn"},
	"internal/web":                {"internal/desk", "internal/directory", "internal/locale", "internal/reply", "internal/staff", "internal/ticket", "internal/nrn", "internal/workshop", "templates"},
	"internal/demo":               {"internal/mailserver", "internal/directory", "internal/ticket", "internal/nrn"},
}

// only says where a library belongs, and nowhere else.
var only = map[string]string{
	"gorm.io/":                         "internal/store",
	"modernc.org/sqlite":               "internal/store",
	"github.com/emersion/go-imap/":     "internal/mailbox internal/mailserver",
	"github.com/emersion/go-message":   "internal/message internal/mailserver",
	"github.com/wneessen/go-mail":      "internal/outbox internal/reply",
	"github.com/alecthomas/kong":       "cmd/servicedesk",
	"go.yaml.in/yaml/":                 "internal/config",
	"github.com/yuin/goldmark":         "internal/reply",
	"github.com/emersion/go-smtp":      "internal/mailserver",
	"github.com/prometheus/":           "internal/web",
	"github.com/pressly/goose/":        "internal/store",
	"github.com/schollz/progressbar/v": "cmd/servicedesk",
	"golang.org/x/text/language":       "internal/locale",
	"time/tzdata":                      "internal/locale internal/desk",
	"github.com/pquerna/otp":           "internal/staff",
	"github.com/alexedwards/scs/":      "internal/staff internal/web",
	"golang.org/x/crypto/":             "internal/staff",
	"github.com/go-analyze/charts":     "internal/web",
}

// The files are read, because the test cache does not see what 'go list' would answer.
func TestImportsRunDownwards(t *testing.T) {
	root := filepath.Join("..", "..")
	seen := map[string]bool{}
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		seen[folder] = true
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			checkImport(t, path, folder, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range allowed {
		if !seen[folder] {
			t.Errorf("%s is in the table but not in the tree", folder)
		}
	}
}

func checkImport(t *testing.T, path, folder, name string) {
	for prefix, home := range only {
		if strings.HasPrefix(name, prefix) && !slices.Contains(strings.Fields(home), folder) {
			t.Errorf("%s imports %s, which belongs to %s", path, name, home)
		}
	}
	ours, ok := strings.CutPrefix(name, module)
	if !ok || strings.HasPrefix(folder, "cmd/") {
		return
	}
	down, known := allowed[folder]
	if !known {
		t.Errorf("%s is a package that the table of imports does not know: say what it may import", folder)
	} else if !slices.Contains(down, ours) {
		t.Errorf("%s imports %s: not downwards", path, ours)
	}
}
