package web

import (
	"flag"
	"fmt"
	"html/template"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"text/template/parse"

	"iec-iab.be/servicedesk/internal/locale"
)

// rendered is what was executed of the pages in this run.
var rendered = &coverage{seen: map[string]bool{}, known: map[string]bool{}}

// coverage knows every part of every page and which of them were executed: each template in each language, and each branch in any of them.
type coverage struct {
	mu    sync.Mutex
	known map[string]bool
	seen  map[string]bool
}

// watch puts a mark into each list of nodes of the pages of one console. They are not executed yet.
func (c *coverage) watch(p *pages) {
	for l, all := range p.byLanguage {
		for page, t := range all {
			t.Funcs(template.FuncMap{"seen": c.mark})
			for _, part := range t.Templates() {
				if part.Tree == nil || part.Tree.Root == nil {
					continue
				}
				name := part.Name() // a part that several pages share counts once
				if name == "main" {
					c.branches(page, part.Tree, part.Tree.Root)
					c.put(part.Tree.Root, fmt.Sprintf("page %s in %s", page, l))
				} else if name != page { // what stands outside of all parts
					c.branches(name, part.Tree, part.Tree.Root)
				}
			}
		}
	}
}

func (c *coverage) mark(what string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[what] = true
	return false
}

// put sets a mark that shows nothing at the head of a list.
func (c *coverage) put(list *parse.ListNode, what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known[what] = true
	tree, err := parse.Parse("mark", fmt.Sprintf("{{if seen %q}}{{end}}", what), "", "", map[string]any{"seen": c.mark})
	if err != nil {
		panic(err) // a fault of this function
	}
	list.Nodes = append([]parse.Node{tree["mark"].Root.Nodes[0]}, list.Nodes...)
}

// branches marks what hangs from a list, and the list.
func (c *coverage) branches(name string, t *parse.Tree, list *parse.ListNode) {
	if list == nil || len(list.Nodes) == 0 {
		return
	}
	where, _ := t.ErrorContext(list.Nodes[0])
	_, line, _ := strings.Cut(where, ":")
	what := fmt.Sprintf("%s:%s: %s", name, line, shorten(strings.TrimSpace(list.String())))
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			c.branches(name, t, n.List)
			c.branches(name, t, n.ElseList)
		case *parse.RangeNode:
			c.branches(name, t, n.List)
			c.branches(name, t, n.ElseList)
		case *parse.WithNode:
			c.branches(name, t, n.List)
			c.branches(name, t, n.ElseList)
		}
	}
	c.put(list, what)
}

// missed lists what was not executed.
func (c *coverage) missed() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.DeleteFunc(slices.Sorted(maps.Keys(c.known)), func(what string) bool { return c.seen[what] })
}

// TestMain fails a run of all tests that left a part of a page out: what was never executed can be broken.
func TestMain(m *testing.M) {
	status := m.Run()
	whole := flag.Lookup("test.run").Value.String() == "" && flag.Lookup("test.skip").Value.String() == "" && !testing.Short()
	if missed := rendered.missed(); status == 0 && whole && len(missed) > 0 {
		fmt.Printf("FAIL: no test executes these parts of templates/console:\n%s\n", strings.Join(missed, "\n"))
		status = 1
	}
	os.Exit(status)
}

// TestMain watches all there is.
func TestEveryPageIsWatched(t *testing.T) {
	names, err := pageNames()
	if err != nil || len(names) < 10 {
		t.Fatalf("%v, %v", names, err)
	}
	inHouse(t, func(*testing.T, *house) {
		for _, l := range locale.Languages() {
			for _, name := range names {
				if what := fmt.Sprintf("page %s in %s", name, l); !rendered.known[what] {
					t.Errorf("nothing would say that %s is never executed", what)
				}
			}
		}
	})
}
