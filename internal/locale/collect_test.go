package locale

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"
	"unicode"

	"iec-iab.be/servicedesk/internal/ticket"
)

// formatOf says at which argument each function takes a sentence of ours, wherever it is called in the folder; "*" is every folder.
var formatOf = map[string]map[string]int{
	"*":                 {"ticket.Say": 0, "ticket.Refuse": 0, "T": 0},
	"internal/ticket":   {"Say": 0, "Refuse": 0, "errors.New": 0},
	"internal/nrn":      {"errors.New": 0},
	"internal/desk":     {"event": 4, "find": 2, "supersede": 2, "reopen": 2, "checkAgain": 3, "trouble": 3},
	"internal/staff":    {"event": 3, "unfit": 0},
	"internal/workshop": {"event": 3},
	"internal/message":  {"note.add": 0, "note.suspect": 0},
	"internal/locale":   {"count": 2},
	"internal/reply":    {"refuse": 1},
	"internal/web":      {"act": 1, "accountStep": 0, "staffStep": 1, "templateStep": 0},
}

// whole are those that take a sentence as it is: what else they take is not said in it.
var whole = []string{"count", "act", "accountStep", "staffStep", "templateStep"}

// elsewhere are those whose sentences are collected where they are made.
var elsewhere = []string{"internal/desk.problem"}

// spoken are the folders whose sentences staff read in the console; those of mailbox, outbox and config are for who runs it.
var spoken = []string{
	"internal/nrn", "internal/ticket", "internal/desk", "internal/store", "internal/directory", "internal/message", "internal/reply", "internal/staff", "internal/workshop", "internal/locale", "internal/web", "cmd/servicedesk",
}

// heldElsewhere are expressions whose sentences are collected where they are written: problems, parts and roles of the console, the usual
// reasons of ticket.
var heldElsewhere = map[string][]string{
	"internal/web": {"p.Title", "p.Text", "p.Name", "roleWords[role]", "string(reason)", "err.Error()"},
}

// sentence is one key with the place where it was found.
type sentence struct {
	key, place string
	args       int // that the call passes; -1 where that cannot be counted
}

// collector gathers the sentences of a tree of sources.
type collector struct {
	found  []sentence
	faults []string
}

func collect(t *testing.T, root string) collector {
	t.Helper()
	var c collector
	for _, folder := range spoken {
		if err := c.folder(root, folder); err != nil {
			t.Fatal(err)
		}
	}
	pages, err := filepath.Glob(filepath.Join(root, "templates", "console", "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range pages {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.page(filepath.Base(path), string(text)); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// folder reads the Go files of one package.
func (c *collector) folder(root, folder string) error {
	paths, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil {
		return err
	}
	source := &source{collector: c, folder: folder, fset: token.NewFileSet(), consts: map[string]string{}}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(source.fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	for _, f := range files {
		source.constants(f)
	}
	for _, f := range files {
		source.file(f)
	}
	return nil
}

// source is one package that is read.
type source struct {
	*collector
	folder string
	fset   *token.FileSet
	consts map[string]string
	within string     // the function that encloses what is read
	params [][]string // of the functions that enclose what is read
}

func (s *source) constants(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for i, v := range spec.Values {
				if text, ok := s.text(v); ok {
					s.consts[spec.Names[i].Name] = text
				}
			}
		}
		return true
	})
}

func (s *source) file(f *ast.File) {
	for _, d := range f.Decls {
		fn, isFunc := d.(*ast.FuncDecl)
		s.within, s.params = "", nil
		if isFunc {
			s.within, s.params = fn.Name.Name, [][]string{names(fn.Type)}
		}
		ast.Inspect(d, s.node)
	}
}

func (s *source) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		s.params = append(s.params, names(n.Type))
	case *ast.CallExpr:
		s.call(n)
	case *ast.KeyValueExpr:
		s.problems(n)
	case *ast.CompositeLit:
		s.literal(n)
	case *ast.ValueSpec:
		if n.Names[0].Name == "roleWords" {
			s.fields(n.Values[0].(*ast.CompositeLit))
		}
	}
	return true
}

// call takes the sentence of a call, where it has one.
func (s *source) call(n *ast.CallExpr) {
	s.unsaid(n)
	name, at := s.speaker(n.Fun)
	if name == "" || at >= len(n.Args) {
		return
	}
	place := s.fset.Position(n.Pos()).String()
	key, isText := s.text(n.Args[at])
	switch {
	case isText:
		args := len(n.Args) - at - 1
		if n.Ellipsis.IsValid() || slices.Contains(whole, name) {
			args = -1
		}
		s.found = append(s.found, sentence{strings.ReplaceAll(key, "%w", "%s"), place, args})
		s.words(name, n.Args[at+1:])
	case !s.handedOn(n.Args[at]) && !slices.Contains(heldElsewhere[s.folder], types.ExprString(n.Args[at])):
		s.faults = append(s.faults, fmt.Sprintf("%s: the sentence of %s is no constant, so it cannot be translated", place, name))
	case !s.known(s.within):
		s.faults = append(s.faults, fmt.Sprintf("%s: %s hands a sentence on: name it in formatOf, so that its callers are read", place, s.within))
	}
}

// unsaid finds an error for staff that is English only: one that fmt.Errorf makes of a sentinel of ticket.
func (s *source) unsaid(n *ast.CallExpr) {
	fun, ok := n.Fun.(*ast.SelectorExpr)
	if !ok || fun.Sel.Name != "Errorf" || s.folder == "cmd/servicedesk" { // who calls a command reads English
		return
	}
	for _, a := range n.Args {
		own := s.folder == "internal/ticket" && strings.HasPrefix(types.ExprString(a), "Err")
		if !own && !strings.HasPrefix(types.ExprString(a), "ticket.Err") {
			continue
		}
		if format, _ := s.text(n.Args[0]); !neutral(strings.ReplaceAll(format, "%w", "")) { // it adds words
			s.faults = append(s.faults, s.fset.Position(n.Pos()).String()+": this refusal would stay English: make it with ticket.Refuse")
		}
	}
}

// words finds English words that stand in a sentence without being one.
func (s *source) words(name string, args []ast.Expr) {
	for _, a := range args {
		if text, ok := s.text(a); ok && strings.ContainsFunc(text, unicode.IsLetter) {
			s.faults = append(s.faults, fmt.Sprintf("%s: %q in the sentence of %s would stay English: give ticket.Say(%[2]q)", s.fset.Position(a.Pos()), text, name))
		}
	}
}

// literal takes the sentences of a problem, or the name of a part.
func (s *source) literal(n *ast.CompositeLit) {
	if of := types.ExprString(n.Type); of == "problem" || of == "web.Part" || of == "Part" {
		s.fields(n)
	}
}

// fields takes the strings of a literal.
func (s *source) fields(n *ast.CompositeLit) {
	for _, e := range n.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if text, isText := s.text(kv.Value); isText && strings.ContainsFunc(text, unicode.IsLetter) {
				s.found = append(s.found, sentence{text, s.fset.Position(kv.Pos()).String(), 0})
			}
		}
	}
}

// problems takes the sentences of a literal list of Problems.
func (s *source) problems(n *ast.KeyValueExpr) {
	list, isList := n.Value.(*ast.CompositeLit)
	if key, ok := n.Key.(*ast.Ident); !ok || !isList || key.Name != "Problems" || s.folder != "internal/message" {
		return
	}
	for _, e := range list.Elts {
		if text, ok := s.text(e); ok {
			s.found = append(s.found, sentence{text, s.fset.Position(e.Pos()).String(), 0})
		}
	}
}

// handedOn reports whether an expression is a parameter: the sentence was collected from the caller.
func (s *source) handedOn(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && slices.ContainsFunc(s.params, func(p []string) bool { return slices.Contains(p, id.Name) })
}

// known reports whether the sentences of a function are collected where it is called.
func (s *source) known(name string) bool {
	for _, folder := range []string{s.folder, "*"} {
		if _, ok := formatOf[folder][name]; ok {
			return true
		}
	}
	return slices.Contains(elsewhere, s.folder+"."+name)
}

// text is the value of a literal, a constant of the package, or a sum of those.
func (s *source) text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		text, ok := s.consts[e.Name]
		return text, ok && !s.handedOn(e)
	case *ast.BinaryExpr:
		left, ok := s.text(e.X)
		right, also := s.text(e.Y)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}

// speaker returns the name of a function that takes a sentence, and at which argument. A function may be named with its package.
func (s *source) speaker(e ast.Expr) (name string, at int) {
	var candidates []string
	switch e := e.(type) {
	case *ast.Ident:
		candidates = []string{e.Name}
	case *ast.SelectorExpr:
		candidates = []string{e.Sel.Name}
		switch x := e.X.(type) {
		case *ast.Ident:
			candidates = append(candidates, x.Name+"."+e.Sel.Name)
		case *ast.SelectorExpr:
			candidates = append(candidates, x.Sel.Name+"."+e.Sel.Name)
		}
	}
	for _, name := range candidates {
		for _, folder := range []string{s.folder, "*"} {
			if at, ok := formatOf[folder][name]; ok {
				return name, at
			}
		}
	}
	return "", 0
}

func names(f *ast.FuncType) (all []string) {
	for _, p := range f.Params.List {
		for _, n := range p.Names {
			all = append(all, n.Name)
		}
	}
	return all
}

// page takes the sentences of a template: {{t "key" …}}, {{.T "key" …}} and {{"key" | t}}, also within other pipelines.
func (c *collector) page(name, text string) error {
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "", "", set); err != nil {
		return err
	}
	for _, t := range set {
		if t.Root != nil {
			c.nodes(name, t.Root)
		}
	}
	return nil
}

// nodes walks a template.
func (c *collector) nodes(page string, n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, inner := range n.Nodes {
			c.nodes(page, inner)
		}
	case *parse.ActionNode:
		c.pipe(page, n.Pipe)
	case *parse.TemplateNode:
		c.pipe(page, n.Pipe)
	case *parse.IfNode:
		c.branch(page, n.BranchNode)
	case *parse.RangeNode:
		c.branch(page, n.BranchNode)
	case *parse.WithNode:
		c.branch(page, n.BranchNode)
	}
}

func (c *collector) branch(page string, b parse.BranchNode) {
	c.pipe(page, b.Pipe)
	c.nodes(page, b.List)
	c.nodes(page, b.ElseList)
}

func (c *collector) pipe(page string, p *parse.PipeNode) {
	if p == nil {
		return
	}
	for i, cmd := range p.Cmds {
		for _, a := range cmd.Args {
			if inner, ok := a.(*parse.PipeNode); ok {
				c.pipe(page, inner)
			}
		}
		if !speaks(cmd.Args[0]) {
			continue
		}
		switch {
		case len(cmd.Args) > 1:
			c.keyOf(page, cmd.Args[1], len(cmd.Args)-2)
		case i > 0:
			c.keyOf(page, p.Cmds[i-1].Args[0], 0)
		}
	}
}

// keyOf takes the key that a template gives.
func (c *collector) keyOf(page string, n parse.Node, args int) {
	if key, ok := n.(*parse.StringNode); ok {
		c.found = append(c.found, sentence{key.Text, page, args})
		return
	}
	c.faults = append(c.faults, fmt.Sprintf("%s: the key of {{t %s}} is no constant, so it cannot be translated", page, n))
}

// speaks reports whether a command begins with the function t or a method T.
func speaks(n parse.Node) bool {
	switch n := n.(type) {
	case *parse.IdentifierNode:
		return n.Ident == "t"
	case *parse.FieldNode:
		return n.Ident[len(n.Ident)-1] == "T"
	case *parse.VariableNode:
		return n.Ident[len(n.Ident)-1] == "T"
	}
	return false
}

// neutral reports whether a format holds no words.
func neutral(key string) bool {
	return strings.Trim(verb.ReplaceAllString(key, ""), " ,.:;()") == ""
}

func TestEverySentenceIsTranslated(t *testing.T) {
	c := collect(t, filepath.Join("..", ".."))
	for _, fault := range c.faults {
		t.Error(fault)
	}
	if len(c.found) < 200 {
		t.Errorf("only %d sentences were found: the collector has lost its way", len(c.found))
	}
	used := map[string]bool{}
	for _, s := range c.found {
		used[s.key] = true
		if n := len(verbs(s.key)); s.args >= 0 && n != s.args {
			t.Errorf("%s: %q takes %d arguments and gets %d", s.place, s.key, n, s.args)
		}
		for _, l := range []ticket.Language{ticket.Dutch, ticket.French} {
			if !neutral(s.key) && !For(l).Has(s.key) {
				t.Errorf("%s: %s.json lacks %q", s.place, l, s.key)
			}
		}
	}
	codes := map[string]bool{}
	for _, key := range codeKeys(t) {
		codes[key] = true
	}
	for _, l := range Languages() {
		for key := range For(l).words {
			if !used[key] && !codes[key] {
				t.Errorf("%s.json has %q, which nobody says", l, key)
			}
		}
	}
}
