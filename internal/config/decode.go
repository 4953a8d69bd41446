package config

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// decoder fills the struct from YAML nodes. It walks the nodes itself, rather than the library's Decode, because that
// one passes an empty section, reads 0x10 and 1_0 as numbers, stops at no line for a null, and tells Go types to admins.
type decoder struct {
	lines    map[string]int
	failed   map[string]bool // keys that have their problem already
	guessed  map[string]bool // keys that an unknown one was probably meant to be
	problems []Problem
}

func newDecoder() *decoder {
	return &decoder{lines: map[string]int{}, failed: map[string]bool{}, guessed: map[string]bool{}}
}

// explained reports whether a problem of this key follows from one that is told already: one mistake, one line.
func (d *decoder) explained(key string) bool {
	section, _, _ := strings.Cut(key, ".")
	return d.failed[key] || d.failed[section] || d.lines[key] == 0 && (d.guessed[key] || d.guessed[section] && d.lines[section] == 0)
}

func (d *decoder) fail(what string, line int, format string, args ...any) {
	d.failed[what] = true
	d.problems = append(d.problems, Problem{What: what, Line: line, Text: fmt.Sprintf(format, args...)})
}

// section fills a struct. The root has an empty path.
func (d *decoder) section(n *yaml.Node, v reflect.Value, path string) {
	if n.Kind != yaml.MappingNode {
		d.fail(path, n.Line, "keys with values are wanted here, one a line, indented the same")
		return
	}
	fields := fieldsOf(v.Type())
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], deref(n.Content[i+1])
		name := join(path, key.Value)
		index, known := fields.index[key.Value]
		first := d.lines[name]
		switch {
		case !known:
			advice, guess := advise(key.Value, fields.names, keysElsewhere(path))
			d.guessed[join(path, guess)] = guess != ""
			d.fail("unknown key "+printable(name), key.Line, "%s", advice)
		case first > 0:
			d.fail(name, key.Line, "already set in line %d: remove one of the two", first)
		case isNull(value):
			d.lines[name] = key.Line
			d.fail(name, key.Line, "has no value: give it one, or leave the key out")
		default:
			d.lines[name] = key.Line
			d.value(value, v.Field(index), name)
		}
	}
}

func (d *decoder) value(n *yaml.Node, v reflect.Value, name string) {
	if v.Kind() == reflect.Struct {
		d.section(n, v, name)
		return
	}
	if list, ok := v.Addr().Interface().(*[]string); ok {
		*list = d.list(n, name)
		return
	}
	text, ok := d.scalar(n, name)
	if !ok {
		return
	}
	if err := set(v, text); err != nil {
		d.fail(name, n.Line, "%v", err)
	}
}

func (d *decoder) list(n *yaml.Node, name string) []string {
	if n.Kind != yaml.SequenceNode {
		d.fail(name, n.Line, "a list is wanted here: [one, two], or a dash before each on lines of their own")
		return nil
	}
	var list []string
	for _, item := range n.Content {
		if text, ok := d.scalar(deref(item), name); ok {
			list = append(list, text)
		}
	}
	return list
}

// scalar returns the text of one plain value as it was written: 12.10 stays 12.10.
func (d *decoder) scalar(n *yaml.Node, name string) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		d.fail(name, n.Line, "one value is wanted here, not a list or a section")
	case n.Style&yaml.TaggedStyle != 0:
		d.fail(name, n.Line, "tags (a word that begins with !) are not supported: write the value, in quotes if it begins with !")
	case isNull(n):
		d.fail(name, n.Line, "has no value: give it one, or leave it out")
	case strings.ContainsFunc(n.Value, unicode.IsControl):
		d.fail(name, n.Line, "holds a line break or a control character: write it on one line")
	default:
		return strings.TrimSpace(n.Value), true
	}
	return "", false
}

// set converts the text to the type of the field.
func set(v reflect.Value, text string) error {
	var err error
	switch p := v.Addr().Interface().(type) {
	case *time.Duration:
		*p, err = parseDuration(text)
	case *Size:
		*p, err = ParseSize(text)
	case *bool:
		*p, err = parseBool(text)
	case *int:
		if *p, err = strconv.Atoi(text); err != nil {
			return fmt.Errorf("%.20q is not a whole number", text)
		}
	default:
		v.SetString(text)
	}
	return err
}

func parseBool(s string) (bool, error) {
	switch strings.ToLower(s) {
	case "true", "yes", "on":
		return true, nil
	case "false", "no", "off":
		return false, nil
	}
	return false, fmt.Errorf("%.20q: use true or false", s)
}

func parseDuration(s string) (time.Duration, error) {
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return 0, fmt.Errorf("%.20q has no unit: write 30s, 5m or 12h", s)
	}
	t, err := time.ParseDuration(s)
	if err != nil {
		return 0, fmt.Errorf("%.20q is not a duration: write 30s, 5m or 12h", s)
	}
	return t, nil
}

// fields are the keys of a section, in the order of the struct.
type fields struct {
	names []string
	index map[string]int
}

func fieldsOf(t reflect.Type) fields {
	f := fields{index: map[string]int{}}
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("yaml"); name != "" {
			f.names = append(f.names, name)
			f.index[name] = i
		}
	}
	return f
}

// keysElsewhere says in which other section each key stands; a key of several is named with the first.
func keysElsewhere(path string) map[string]string {
	where := map[string]string{}
	top := reflect.TypeFor[Config]()
	for _, section := range fieldsOf(top).names {
		if section == path {
			continue
		}
		t := top.Field(fieldsOf(top).index[section]).Type
		for _, key := range fieldsOf(t).names {
			if where[key] == "" {
				where[key] = section
			}
		}
	}
	return where
}

func deref(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// printable bounds and cleans a key that is not one of ours.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, s)
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "..."
	}
	return s
}
