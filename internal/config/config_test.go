package config

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const smallest = `
desk:     {address: servicedesk@iec-iab.be, name: Servicedesk IEC-IAB, language: nl}
mailbox:  {host: mail.example.be, port: 993, tls: implicit, username: servicedesk@iec-iab.be, password_file: imap.password}   # tls: implicit | starttls | none (loopback only)
smtp:     {host: mail.example.be, port: 587, tls: starttls, username: servicedesk@iec-iab.be, password_file: smtp.password}
database: {path: servicedesk.db, key_file: servicedesk.key}
console:  {listen: 127.0.0.1:8080}
`

func mustParse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse(strings.NewReader(text), "/etc/servicedesk")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSmallestConfiguration(t *testing.T) {
	got := mustParse(t, smallest)
	want := &Config{
		Desk: Desk{Address: "servicedesk@iec-iab.be", Name: "Servicedesk IEC-IAB", Language: "nl", AutomaticAnswersPerDay: 3, AutomaticAnswersPerHour: 300,
			QuestionsPerTicket: 2},
		Mailbox: Mailbox{Host: "mail.example.be", Port: 993, TLS: Implicit, Username: "servicedesk@iec-iab.be",
			PasswordFile: "/etc/servicedesk/imap.password", Folder: "INBOX", PollInterval: 60 * time.Second, MaxMessageSize: 10 << 20},
		SMTP: SMTP{Host: "mail.example.be", Port: 587, TLS: StartTLS, Username: "servicedesk@iec-iab.be",
			PasswordFile: "/etc/servicedesk/smtp.password", GiveUpAfter: 96 * time.Hour},
		Database: Database{Path: "/etc/servicedesk/servicedesk.db", KeyFile: "/etc/servicedesk/servicedesk.key"},
		Console:  Console{Listen: "127.0.0.1:8080"},
		Log:      Log{Level: "info", Format: "auto"},
	}
	if diff := cmp.Diff(want, got, cmp.FilterPath(unexported, cmp.Ignore())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func unexported(p cmp.Path) bool {
	f, ok := p.Last().(cmp.StructField)
	return ok && (f.Name() == "lines" || f.Name() == "warnings")
}

func TestPortFollowsTLS(t *testing.T) {
	tests := []struct {
		mode       TLSMode
		imap, smtp int
	}{{Implicit, 993, 465}, {StartTLS, 143, 587}, {None, 143, 587}}
	for _, tt := range tests {
		text := strings.NewReplacer("port: 993, ", "", "port: 587, ", "", "mail.example.be", "127.0.0.1",
			"tls: implicit, ", "tls: "+string(tt.mode)+", ", "tls: starttls, ", "tls: "+string(tt.mode)+", ").Replace(smallest)
		c := mustParse(t, text)
		if c.Mailbox.Port != tt.imap || c.SMTP.Port != tt.smtp {
			t.Errorf("%s: ports %d and %d, want %d and %d", tt.mode, c.Mailbox.Port, c.SMTP.Port, tt.imap, tt.smtp)
		}
	}
}

func TestAddressesAreCanonical(t *testing.T) {
	c := mustParse(t, strings.Replace(smallest, "language: nl", "own_addresses: [Help@Example.BE]", 1))
	if diff := cmp.Diff([]string{"help@example.be"}, c.Desk.OwnAddresses); diff != "" {
		t.Error(diff)
	}
}

func readExample(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var hidden = regexp.MustCompile(`(?m)^(\s*)#([a-z_]+:)`)

// uncommented sets every key of the example: a line such as `#port: 993` is a key that may be left out.
func uncommented(example string) string { return hidden.ReplaceAllString(example, "$1$2") }

func TestExampleIsTheSmallestConfiguration(t *testing.T) {
	got, want := mustParse(t, readExample(t)), mustParse(t, smallest)
	if diff := cmp.Diff(want, got, cmp.FilterPath(unexported, cmp.Ignore())); diff != "" {
		t.Errorf("(-smallest +example)\n%s", diff)
	}
}

func allKeys() []string {
	var keys []string
	top := reflect.TypeFor[Config]()
	for i := range top.NumField() {
		section := top.Field(i).Tag.Get("yaml")
		if section == "" {
			continue
		}
		for _, key := range fieldsOf(top.Field(i).Type).names {
			keys = append(keys, section+"."+key)
		}
	}
	return keys
}

// Every key of the struct stands in the example; that it holds no other is what parsing it shows.
func TestExampleHasEveryKey(t *testing.T) {
	c := mustParse(t, uncommented(readExample(t)))
	var got []string
	for key := range c.lines {
		if strings.Contains(key, ".") {
			got = append(got, key)
		}
	}
	want := allKeys()
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-struct +example)\n%s", diff)
	}
}

func TestEveryFieldHasAKey(t *testing.T) {
	var check func(typ reflect.Type)
	check = func(typ reflect.Type) {
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.IsExported() && f.Tag.Get("yaml") == "" {
				t.Errorf("%v.%s has no yaml key", typ, f.Name)
			}
			if f.Type.Kind() == reflect.Struct {
				check(f.Type)
			}
		}
	}
	check(reflect.TypeFor[Config]())
}

var defaultWord = regexp.MustCompile(`Default: (\S+)`)

// manual returns the comment above each key of the example.
func manual(example string) map[string]string {
	comments, section, comment := map[string]string{}, "", ""
	for line := range strings.Lines(uncommented(example)) {
		trimmed := strings.TrimSpace(line)
		key, _, isKey := strings.Cut(trimmed, ":")
		switch {
		case strings.HasPrefix(trimmed, "#"):
			comment += trimmed + "\n"
			continue
		case isKey && line[0] != ' ':
			section = key
			comments[section] = comment
		case isKey:
			comments[section+"."+key] = comment
		}
		comment = ""
	}
	return comments
}

// The example says of each key that it is required, or its true default.
func TestExampleStatesTheTrueDefaults(t *testing.T) {
	comments := manual(readExample(t))
	c := Default()
	c.defaultPorts()
	missing := map[string]bool{}
	for _, p := range c.problems() {
		missing[p.What] = strings.HasPrefix(p.Text, "missing")
	}
	top := reflect.ValueOf(c).Elem()
	for _, path := range allKeys() {
		section, key, _ := strings.Cut(path, ".")
		s := top.Field(fieldsOf(top.Type()).index[section])
		field := s.Field(fieldsOf(s.Type()).index[key])
		word := defaultWord.FindStringSubmatch(comments[path])
		switch {
		case missing[path] != strings.Contains(comments[path], "# Required.\n"):
			t.Errorf("%s: required is %v; the example says:\n%s", path, missing[path], comments[path])
		case missing[path]:
		case word == nil:
			t.Errorf("%s: the example states no default", path)
		case !defaultIs(t, field, strings.TrimRight(word[1], ".,")):
			t.Errorf("%s: the default is %v, the example says %s", path, field, word[1])
		}
	}
}

func defaultIs(t *testing.T, field reflect.Value, word string) bool {
	t.Helper()
	if word == "none" {
		return field.IsZero()
	}
	stated := reflect.New(field.Type()).Elem()
	if err := set(stated, word); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(stated.Interface(), field.Interface())
}

func TestEverySectionIsExplained(t *testing.T) {
	for key, comment := range manual(readExample(t)) {
		if len(comment) < len("# Default: x.\n") {
			t.Errorf("%s: the example does not explain it", key)
		}
	}
}

func TestLogLevels(t *testing.T) {
	for word, want := range map[string]string{"debug": "DEBUG", "info": "INFO", "warn": "WARN", "error": "ERROR", "": "INFO"} {
		if got := (Log{Level: word}).Slog().String(); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
}

// write makes a folder with the smallest configuration and what it names, and returns the name of the configuration.
func write(t *testing.T, text string, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{"imap.password": "one\n", "smtp.password": "two\n", "servicedesk.yaml": text}
	for name, content := range files {
		all[name] = content
	}
	for name, content := range all {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "servicedesk.yaml")
}

func TestLoad(t *testing.T) {
	path := write(t, smallest, nil)
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(filepath.Dir(path), "servicedesk.db"); c.Database.Path != want {
		t.Errorf("database %s, want %s", c.Database.Path, want)
	}
	if len(c.Warnings()) > 0 {
		t.Errorf("warnings: %q", c.Warnings())
	}
}

func TestLoadRelativeName(t *testing.T) {
	path := write(t, smallest, nil)
	t.Chdir(filepath.Dir(path))
	c, err := Load("servicedesk.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !filepath.IsAbs(c.Database.Path) {
		t.Errorf("%s is not absolute: it would follow a change of folder", c.Database.Path)
	}
}

func TestLoadMissingFile(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "none.yaml"))
	if err == nil || !strings.Contains(err.Error(), "none.yaml") || !strings.Contains(err.Error(), "--config") {
		t.Errorf("error: %v", err)
	}
}
