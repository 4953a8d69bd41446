package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFile bounds what is read: a configuration is a page or two.
const maxFile = 1 << 20

// Load reads a configuration file and the files that it names. The error lists everything that is wrong (see Error).
func Load(path string) (*Config, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("configuration %s: %w", path, err)
	}
	f, err := os.Open(abs)
	if err != nil {
		return nil, fmt.Errorf("configuration: %w; give its name with --config", err)
	}
	defer f.Close()
	c, problems := parse(f, filepath.Dir(abs))
	if c != nil {
		problems = append(problems, c.checkFiles()...)
		c.warnings = append(c.warnings, c.warnValues()...)
	}
	if err := asError(path, problems); err != nil {
		return nil, err
	}
	return c, nil
}

// Parse reads a configuration whose relative paths start in dir. It looks at no other file; Load does.
func Parse(r io.Reader, dir string) (*Config, error) {
	c, problems := parse(r, dir)
	if err := asError("", problems); err != nil {
		return nil, err
	}
	return c, nil
}

// parse returns no Config when the text cannot be read as YAML at all.
func parse(r io.Reader, dir string) (*Config, []Problem) {
	root, p := readYAML(r)
	if p != nil {
		return nil, []Problem{*p}
	}
	d := newDecoder()
	c := Default()
	d.section(root, reflect.ValueOf(c).Elem(), "")
	c.lines = d.lines
	c.defaultPorts()
	c.resolve(dir)
	for _, p := range c.problems() {
		if !d.explained(p.What) {
			d.problems = append(d.problems, p)
		}
	}
	return c, d.problems
}

// resolve makes paths absolute, and addresses canonical.
func (c *Config) resolve(dir string) {
	for _, p := range []*string{&c.Mailbox.CAFile, &c.Mailbox.PasswordFile, &c.SMTP.CAFile, &c.SMTP.PasswordFile,
		&c.Database.Path, &c.Database.KeyFile, &c.Console.CertificateFile, &c.Console.KeyFile, &c.Templates.Folder} {
		if *p != "" && !filepath.IsAbs(*p) {
			*p = filepath.Join(dir, *p)
		}
	}
	c.Desk.Address = strings.ToLower(c.Desk.Address)
	for i, a := range c.Desk.OwnAddresses {
		c.Desk.OwnAddresses[i] = strings.ToLower(a)
	}
}

// readYAML returns the top of the only document.
func readYAML(r io.Reader) (*yaml.Node, *Problem) {
	text, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, &Problem{Text: err.Error()}
	}
	if len(text) > maxFile {
		return nil, &Problem{Text: "larger than 1 MiB: this is not a configuration of the servicedesk"}
	}
	dec := yaml.NewDecoder(strings.NewReader(string(text)))
	var doc, second yaml.Node
	err = dec.Decode(&doc)
	if errors.Is(err, io.EOF) || err == nil && isNull(doc.Content[0]) {
		return nil, &Problem{Text: "the file is empty: start from config.example.yaml"}
	}
	if err != nil {
		return nil, syntaxProblem(err)
	}
	if err := dec.Decode(&second); err == nil {
		return nil, &Problem{Line: second.Line, Text: "a second document starts here: remove the line --- and what follows"}
	} else if !errors.Is(err, io.EOF) {
		return nil, syntaxProblem(err)
	}
	return doc.Content[0], nil
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxProblem rewrites what the YAML library says. Only its own words pass, no text of the file: it may hold a secret.
func syntaxProblem(err error) *Problem {
	m := yamlLine.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if m == nil {
		return &Problem{Text: "not readable as YAML"}
	}
	line, _ := strconv.Atoi(m[1])
	switch what := m[2]; {
	case strings.Contains(what, "anchor"):
		return &Problem{Line: line, Text: "a value that begins with * has to stand in quotes"}
	case strings.Contains(what, "UTF-8") || strings.Contains(what, "control characters"):
		return &Problem{Line: line, Text: "not UTF-8 text: save the file as UTF-8"}
	case strings.Contains(what, "cannot start any token"):
		return &Problem{Line: line, Text: "a tab, or a character that has to stand in quotes: indent with spaces"}
	default:
		return &Problem{Line: line, Text: "not YAML: " + what + "; look there, and one line up, for the indentation, a missing space " +
			"after a colon, or quotes"}
	}
}
