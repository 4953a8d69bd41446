package reply

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"
	"unicode"

	"iec-iab.be/servicedesk/internal/ticket"
)

// What a template may hold is little on purpose: fields, {{if}} with and, or, not, and comments. Without loops, calls and
// definitions, a template ends, and its output is no longer than its source and its values: there is no budget to exceed.

// grammar checks the parsed text of one template against the fields of its occasion.
type grammar struct {
	file   string
	text   string // what is being parsed
	view   reflect.Type
	fields []string
	found  []Problem
	seen   map[string]int // line of the first use of each field
	depth  int            // how many conditions stand around
}

// maxDepth is how many conditions or parentheses may stand in each other: nobody can read more, and hostile source may have thousands.
const maxDepth = 8

// deeper counts a level, and refuses one too many.
func (g *grammar) deeper(pos parse.Pos) bool {
	if g.depth++; g.depth > maxDepth {
		g.refuse(pos, "the conditions stand too deep in each other: write them side by side")
	}
	return g.depth <= maxDepth
}

func newGrammar(file string, view reflect.Type) *grammar {
	return &grammar{file: file, view: view, fields: fieldNames(view, ""), seen: map[string]int{}}
}

// parseText parses text with the lines of the file that it stands in, and returns nil where it found an error.
func (g *grammar) parseText(text string) *template.Template {
	g.text = text
	tree := parse.New(g.file)
	tree.Mode = parse.SkipFuncCheck // an unknown function is refused below, with a better proposal
	defined := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "", "", defined); err != nil {
		g.syntax(err)
		return nil
	}
	before := len(g.found)
	for name, t := range defined {
		if name != g.file {
			g.refuse(t.Root.Pos, "{{define}} and {{block}} are not for reply templates: write the text out")
		}
	}
	g.list(tree.Root)
	if len(g.found) > before {
		return nil
	}
	t, err := template.New(g.file).Option("missingkey=error").AddParseTree(g.file, tree)
	if err != nil {
		g.syntax(err)
		return nil
	}
	return t
}

// syntax turns "template: FILE:LINE: text" into a problem.
func (g *grammar) syntax(err error) {
	line, text := 1, strings.TrimPrefix(err.Error(), "template: ")
	if rest, ok := strings.CutPrefix(text, g.file+":"); ok {
		if n, err := fmt.Sscanf(rest, "%d:", &line); n == 1 && err == nil {
			_, text, _ = strings.Cut(rest, ": ")
		}
	}
	g.found = append(g.found, wrong(g.file, line, ticket.Say("%s: close every {{ with }} and every {{if}} with {{end}}", text)))
}

func (g *grammar) refuse(pos parse.Pos, format string, args ...any) {
	g.found = append(g.found, wrong(g.file, g.line(pos), ticket.Say(format, args...)))
}

func (g *grammar) line(pos parse.Pos) int {
	return 1 + strings.Count(g.text[:min(int(pos), len(g.text))], "\n")
}

func (g *grammar) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode, *parse.CommentNode:
		case *parse.ActionNode:
			g.action(n)
		case *parse.IfNode:
			g.condition(n.Pipe)
			if g.deeper(n.Pos) {
				g.list(n.List)
			}
			g.depth--
			g.list(n.ElseList)
		default:
			g.refuse(n.Position(), "%s is not for reply templates: use fields and {{if}}…{{else}}…{{end}}", firstWords(n.String()))
		}
	}
}

// action allows {{.Field}} where the field is a text.
func (g *grammar) action(n *parse.ActionNode) {
	field, ok := onlyField(n.Pipe)
	if !ok {
		g.refuse(n.Pos, "%s is not for reply templates: write one field, such as {{.Ref}}", firstWords(n.String()))
		return
	}
	switch t := g.resolve(field); {
	case t == nil:
	case t.Kind() == reflect.Struct:
		g.refuse(field.Pos, "%s has parts: write one of them, such as %s", field, g.partOf(field.String()))
	case t.Kind() == reflect.Bool:
		g.refuse(field.Pos, "%s is a flag, not a text: ask for it with {{if %s}}", field, field)
	}
}

// condition allows {{if .Field}} and and, or, not over fields and parentheses.
func (g *grammar) condition(p *parse.PipeNode) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 {
		g.refuse(p.Pos, "{{if %s}} is not for reply templates: write one field, or and, or, not with fields", firstWords(p.String()))
		return
	}
	args := p.Cmds[0].Args
	if !callable(args) {
		g.refuse(p.Pos, "{{if %s}}: not takes one field, and and or take several", firstWords(p.String()))
		return
	}
	for i, arg := range args {
		switch arg := arg.(type) {
		case *parse.FieldNode:
			if t := g.resolve(arg); t != nil && t.Kind() == reflect.Struct {
				g.refuse(arg.Pos, "%s has parts: ask for one of them, such as %s", arg, g.partOf(arg.String()))
			}
		case *parse.PipeNode:
			if g.deeper(arg.Pos) {
				g.condition(arg)
			}
			g.depth--
		case *parse.IdentifierNode:
			if i != 0 || !slices.Contains([]string{"and", "or", "not"}, arg.Ident) {
				g.refuse(arg.Pos, "%q is not for reply templates: use and, or, not with fields", arg.Ident)
			}
		default:
			g.refuse(arg.Position(), "%s is not for reply templates: use and, or, not with fields", firstWords(arg.String()))
		}
	}
}

// resolve returns the type of a field and notes its use, or refuses it with a proposal.
func (g *grammar) resolve(n *parse.FieldNode) reflect.Type {
	if name := n.String(); g.seen[name] == 0 {
		g.seen[name] = g.line(n.Pos)
	}
	t := g.view
	for _, name := range n.Ident {
		if t.Kind() != reflect.Struct {
			g.refuse(n.Pos, "%s: %s has no parts", n, strings.TrimSuffix(n.String(), "."+name))
			return nil
		}
		f, ok := t.FieldByName(name)
		if !ok || !f.IsExported() {
			g.refuse(n.Pos, "%s is not known here: %s", n, propose(n.String(), g.fields))
			return nil
		}
		t = f.Type
	}
	return t
}

// callable reports whether the first of several arguments is a function, and has what it needs.
func callable(args []parse.Node) bool {
	function, ok := args[0].(*parse.IdentifierNode)
	switch {
	case !ok:
		return len(args) == 1
	case function.Ident == "not":
		return len(args) == 2
	}
	return len(args) > 1
}

func (g *grammar) partOf(field string) string {
	for _, f := range g.fields {
		if strings.HasPrefix(f, field+".") {
			return f
		}
	}
	return field
}

func onlyField(p *parse.PipeNode) (*parse.FieldNode, bool) {
	if p == nil || len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 1 {
		return nil, false
	}
	f, ok := p.Cmds[0].Args[0].(*parse.FieldNode)
	return f, ok
}

// fieldNames lists the leaves of a view, as a template writes them.
func fieldNames(t reflect.Type, prefix string) []string {
	var names []string
	for f := range t.Fields() {
		switch {
		case f.Anonymous:
			names = append(names, fieldNames(f.Type, prefix)...)
		case f.Type.Kind() == reflect.Struct:
			names = append(names, fieldNames(f.Type, prefix+"."+f.Name)...)
		default:
			names = append(names, prefix+"."+f.Name)
		}
	}
	return names
}

// propose names the nearest field, or all of them when none is near.
func propose(wrong string, fields []string) ticket.Said {
	best, distance := "", len(wrong)/2+1
	for _, f := range fields {
		last := f[strings.LastIndex(f, "."):]
		d := min(editDistance(strings.ToLower(wrong), strings.ToLower(f)), 1+editDistance(strings.ToLower(wrong), strings.ToLower(last)))
		if d < distance {
			best, distance = f, d
		}
	}
	if best == "" {
		return ticket.Say("use one of %s", strings.Join(fields, ", "))
	}
	return ticket.Say("did you mean %s?", best)
}

// editDistance is Levenshtein's, over bytes: field names are ASCII, and anything else is far from all of them anyway.
func editDistance(a, b string) int {
	if len(a) > 64 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// firstWords shortens template source for a message.
func firstWords(s string) string {
	s = strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return s
}
