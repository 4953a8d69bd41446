package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shop is a house whose reply templates are tuned from the command line.
type shop struct {
	*house
	t *testing.T
}

func newShop(t *testing.T) shop {
	t.Helper()
	return shop{newHouse(t), t}
}

// run runs a command of templates.
func (s shop) run(in string, args ...string) (status int, out string) {
	s.t.Helper()
	status, out, errs := program(s.t.Context(), in, append([]string{"templates"}, append(args, "--config", s.config())...)...)
	return status, out + errs
}

// want runs a command and expects its status and words.
func (s shop) want(status int, words string, args ...string) string {
	s.t.Helper()
	got, out := s.run("", args...)
	if got != status || !strings.Contains(out, words) {
		s.t.Errorf("templates %q: status %d, want %d with %q\n%s", args, got, status, words, out)
	}
	return out
}

func (s shop) folder(name string) string { return filepath.Join(s.house.folder, name) }

func (s shop) read(path ...string) string {
	s.t.Helper()
	data, err := os.ReadFile(s.folder(filepath.Join(path...)))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

// files are all files of a folder with what they hold.
func (s shop) files(name string) map[string]string {
	s.t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(s.folder(name)), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[path] = s.read(name, path)
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// What is pulled, changed, pushed and pulled again comes back byte for byte.
func TestTemplatesPullAndPush(t *testing.T) {
	s := newShop(t)
	s.want(exitOK, "40 templates were written", "pull", s.folder("mine"))
	if files := s.files("mine"); len(files) != 40 {
		t.Fatalf("%d files", len(files))
	}
	s.want(exitOK, "nothing to publish", "push", s.folder("mine"), "--reason", "x")
	changed := strings.ReplaceAll(s.read("mine", "address_known.nl.md"), "\n", "\r\n") + "\r\nTot binnenkort é.\r\n \r\n"
	s.write("mine/address_known.nl.md", changed)
	s.write("mine/received.fr.md", s.read("mine", "received.fr.md")+"\nÀ bientôt.\n")
	out := s.want(exitOK, "address_known.nl: version 1 goes out from now on.", "push", s.folder("mine"), "--as", "Eva", "--reason", "warmer", "--yes")
	for _, want := range []string{"--- address_known.nl.md", "+ Tot binnenkort é.", "--- received.fr.md", "+ À bientôt.", "received.fr: version 1"} {
		if !strings.Contains(out, want) {
			t.Errorf("push does not show %q:\n%s", want, out)
		}
	}
	s.want(exitOK, "40 templates", "pull", s.folder("again"))
	if s.read("again", "address_known.nl.md") != changed {
		t.Errorf("pulled %q, pushed %q", s.read("again", "address_known.nl.md"), changed)
	}
	s.want(exitOK, "nothing to publish", "push", s.folder("again"), "--reason", "x")
	s.want(exitOK, "published", "list")
	s.want(exitOK, "Tot binnenkort", "show", "address_known", "nl")
	s.want(exitOK, "Tot binnenkort", "preview", "address_known", "nl")
	if out := s.want(exitOK, "Subject", "show", "--original", "address_known", "nl"); strings.Contains(out, "Tot binnenkort") {
		t.Errorf("the original is %s", out)
	}
	out = s.want(exitOK, "warmer", "history", "address_known.nl")
	if !strings.Contains(out, "Eva") {
		t.Errorf("the history is %s", out)
	}
}

// One broken file, and nothing is pushed; the problem names the file and its line.
func TestTemplatesPushRefusesAll(t *testing.T) {
	s := newShop(t)
	s.want(exitOK, "", "pull", s.folder("mine"))
	s.write("mine/address_known.nl.md", s.read("mine", "address_known.nl.md")+"\nTot binnenkort.\n")
	s.write("mine/received.fr.md", "Subject: [{{.Ref}}] x\n\nBonjour {{.Membr.FirstName}}\n")
	line := "error " + filepath.Join(s.folder("mine"), "received.fr.md") + ":3: .Membr.FirstName is not known here"
	s.want(exitFailed, line, "push", s.folder("mine"), "--reason", "x", "--yes")
	s.want(exitOK, "never published", "history", "address_known.nl")

	s.write("mine/received.fr.md", "Subject: [{{.Ref}}] x\n\nBonjour\n")
	status, out := s.run("n\n", "push", s.folder("mine"), "--reason", "x")
	if status != exitFailed || !strings.Contains(out, "Publish 2 template(s)? [y/N]") {
		t.Errorf("a no is not heard: %d %s", status, out)
	}
	s.want(exitFailed, "nothing was published", "push", s.folder("mine"), "--reason", "x") // nobody answers
	s.want(exitUsage, "reason", "push", s.folder("mine"), "--yes")
	s.want(exitFailed, "a reason is needed", "push", s.folder("mine"), "--reason", " ", "--yes")
	s.want(exitOK, "never published", "history", "address_known.nl")
	if status, out := s.run("y\n", "push", s.folder("mine"), "--reason", "x"); status != exitOK {
		t.Errorf("a yes is not heard: %d %s", status, out)
	}

	s.write("mine/adress_known.nl.md", "x")
	s.want(exitFailed, "names no reply template", "push", s.folder("mine"), "--reason", "x", "--yes")
	s.want(exitFailed, "holds no templates", "push", s.house.folder, "--reason", "x", "--yes")
}

// What somebody wrote and has not pushed yet is not written over.
func TestTemplatesPullKeepsWhatWasWritten(t *testing.T) {
	s := newShop(t)
	s.write("mine/address_known.nl.md", "mine")
	s.want(exitFailed, "nothing was written, for these hold something else than what goes out: address_known.nl.md", "pull", s.folder("mine"))
	if files := s.files("mine"); len(files) != 1 || files["address_known.nl.md"] != "mine" {
		t.Errorf("the folder holds %q", files)
	}
	s.want(exitOK, "40 templates", "pull", "--force", s.folder("mine"))
	if s.read("mine", "address_known.nl.md") == "mine" {
		t.Error("--force writes nothing")
	}
}

// As a git hook or CI would call it: without a configuration, on a folder or on files.
func TestTemplatesCheckPaths(t *testing.T) {
	s := newShop(t)
	good := s.write("mine/received.nl.md", "Subject: [{{.Ref}}] x\n\nGoed ontvangen.\n")
	bad := s.write("mine/address_known.nl.md", "Subject: [{{.Ref}}] x\n\nBeste\n{{.KnownAdress}}\n")
	for _, c := range []struct {
		paths  []string
		status int
		words  string
	}{
		{[]string{good}, exitOK, "All can be used."},
		{[]string{bad}, exitFailed, "error " + bad + ":4: .KnownAdress is not known here: did you mean .KnownAddress?"},
		{[]string{good, bad}, exitFailed, bad + ":4: "},
		{[]string{filepath.Dir(bad)}, exitFailed, bad + ":4: "},
		{[]string{s.write("mine2/received.nl.md", "Subject: [{{.Ref}}] x\n\nGoed ontvangen.\n")}, exitOK, ""},
		{[]string{s.folder("mine2")}, exitOK, "All can be used."},
		{[]string{s.write("mine3/weather.nl.md", "x")}, exitFailed, "belongs to no occasion"},
		{[]string{s.folder("nowhere")}, exitFailed, "no such file"},
	} {
		status, out, errs := program(t.Context(), "", append([]string{"templates", "check"}, c.paths...)...)
		if status != c.status || !strings.Contains(out+errs, c.words) {
			t.Errorf("check %q: status %d, want %d with %q\n%s%s", c.paths, status, c.status, c.words, out, errs)
		}
	}
}

func TestTemplatesRestore(t *testing.T) {
	s := newShop(t)
	s.want(exitOK, "", "pull", s.folder("mine"))
	original := s.read("mine", "address_known.nl.md")
	for _, words := range []string{"Een.", "Twee."} {
		s.write("mine/address_known.nl.md", original+"\n"+words+"\n")
		s.want(exitOK, "", "push", s.folder("mine"), "--reason", words, "--yes")
	}
	s.want(exitOK, "version 1 goes out again, as version 3", "restore", "address_known.nl", "1", "--as", "Eva", "--reason", "better")
	s.want(exitOK, "Een.", "show", "address_known", "nl")
	s.want(exitOK, "version original goes out again, as version 4", "restore", "address_known.nl", "original")
	if out := s.want(exitOK, "", "show", "address_known", "nl"); out != original {
		t.Errorf("the original is %q", out)
	}
	s.want(exitFailed, `has no version "9"`, "restore", "address_known.nl", "9")
	s.want(exitFailed, "original words already", "restore", "address_known.nl", "original")
	s.want(exitUsage, "names no reply template", "restore", "weather.nl", "1")
	out := s.want(exitOK, "VERSION", "history", "address_known.nl")
	if strings.Count(out, "\n") != 5 || !strings.Contains(out, "(the original)") {
		t.Errorf("the history is\n%s", out)
	}
}

// What was published under other rules is named by check and history, where this program refuses it: here the website of the desk moved.
func TestTemplatesCheckNamesWhatIsUnfit(t *testing.T) {
	s := newShop(t)
	s.want(exitOK, "", "pull", s.folder("mine"))
	s.write("mine/address_known.nl.md", s.read("mine", "address_known.nl.md")+"\n<https://desk.example/>\n")
	s.want(exitFailed, "is not allowed", "push", s.folder("mine"), "--reason", "x", "--yes")
	s.replace("desk: {", "desk: {website: 'https://desk.example', ")
	s.want(exitOK, "version 1", "push", s.folder("mine"), "--reason", "x", "--yes")
	s.want(exitOK, "all can be used", "check")
	s.replace("website: 'https://desk.example', ", "")
	s.want(exitFailed, "error published address_known.nl.md:", "check")
	s.want(exitOK, "so the original goes out", "history", "address_known.nl")
	s.want(exitOK, "40 templates", "pull", s.folder("again"))
	if strings.Contains(s.read("again", "address_known.nl.md"), "desk.example") {
		t.Error("what goes out is the version that is refused")
	}
}

func TestTemplatesEdit(t *testing.T) {
	s := newShop(t)
	editor := func(script string) string { return s.write("editor", "#!/bin/sh\n"+script) }
	run := func(script string, args ...string) (int, string) {
		path := editor(script)
		if err := os.Chmod(path, 0o700); err != nil {
			t.Fatal(err)
		}
		return s.run("", append([]string{"edit", "address_known.nl", "--as", "Eva", "--editor", path}, args...)...)
	}
	steps := []struct {
		script string
		args   []string
		status int
		words  string
	}{
		{"exit 0\n", nil, exitOK, "Nothing was changed."},
		{"exit 3\n", nil, exitFailed, "what you wrote stands in"},
		{`sed -i 's/{{.KnownAddress}}/{{.KnownAdress}}/' "$1"` + "\n", nil, exitFailed, "did you mean .KnownAddress?"},
		{"exit 0\n", []string{"--publish", "--reason", "x"}, exitFailed, "The draft is kept with its errors"},
		{`sed -i 's/{{.KnownAdress}}/{{.KnownAddress}}/' "$1"; echo "Tot gauw." >>"$1"` + "\n", nil, exitOK, "can be published"},
		{"exit 0\n", []string{"--publish"}, exitFailed, "a reason is needed"},
		{"exit 0\n", []string{"--publish", "--reason", "warmer"}, exitOK, "version 1 goes out from now on"},
	}
	for _, c := range steps {
		if status, out := run(c.script, c.args...); status != c.status || !strings.Contains(out, c.words) {
			t.Errorf("%s%q: status %d, want %d with %q\n%s", c.script, c.args, status, c.status, c.words, out)
		}
	}
	s.want(exitOK, "Tot gauw.", "show", "address_known", "nl")
}

// What is not there yet is not made by looking at it.
func TestTemplatesListMakesNoDatabase(t *testing.T) {
	s := newShop(t)
	s.want(exitOK, "built-in", "list")
	if _, err := os.Stat(s.folder("desk.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a database was made: %v", err)
	}
}
