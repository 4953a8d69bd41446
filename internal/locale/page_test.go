package locale

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheCollectorReadsPages(t *testing.T) {
	var c collector
	err := c.page("queue.html", `{{define "row"}}{{t "Row"}}{{end}}
		<h1 title="{{t "Title %s" .Name}}">{{with .User}}{{.T "Method"}}{{else}}{{$.T "Root"}}{{end}}</h1>
		{{range $i, $t := .Tickets}}{{template "row" (t "Given")}}{{if eq (t "Compared") "x"}}{{"Piped" | t}}{{end}}{{end}}
		{{printf "%s" (t "Nested" (t "Twice") 1)}}{{block "b" .}}{{t "Block"}}{{end}}{{t .Key}}{{/* {{t "Comment"}} */}}`)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, s := range c.found {
		keys = append(keys, s.key)
	}
	slices.Sort(keys)
	want := []string{"Block", "Compared", "Given", "Method", "Nested", "Piped", "Root", "Row", "Title %s", "Twice"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(c.faults) != 1 || !strings.Contains(c.faults[0], ".Key") {
		t.Errorf("a key that is no constant: %v", c.faults)
	}
}

func writeFile(t *testing.T, root, name, text string) {
	t.Helper()
	path := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTheCollectorFindsWhatCannotBeTranslated(t *testing.T) {
	folder := t.TempDir()
	writeFile(t, folder, "internal/desk/x.go", `package desk
const told = "a constant"
func checkAgain(x, y, z int, why string, args ...any) { event(tx, 1, "", "", why, args...) }
func wrapper(why string) { event(tx, 1, "", "", why) }
func f(x string) {
	event(tx, 1, "", "", "literal %s", x)
	d.reopen(tx, t, told)
	d.reopen(tx, t, "of "+told)
	event(tx, 1, "", "", local()+x)
	checkAgain(1, 2, 3, "by another %s", x)
	y := "a variable"
	_ = ticket.Say(y)
	_ = ticket.Refuse("refused: %w", err)
	_ = ticket.Say("half %s", "English")
}`)
	c := collector{}
	if err := c.folder(folder, "internal/desk"); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, s := range c.found {
		keys = append(keys, s.key)
	}
	if diff := cmp.Diff([]string{"literal %s", "a constant", "of a constant", "by another %s", "refused: %s", "half %s"}, keys); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	faults := []string{"wrapper hands a sentence on", "event is no constant", "ticket.Say is no constant", `"English"`}
	if len(c.faults) != len(faults) {
		t.Fatalf("faults: %q", c.faults)
	}
	for i, want := range faults {
		if !strings.Contains(c.faults[i], want) {
			t.Errorf("fault %d does not say %q: %s", i, want, c.faults[i])
		}
	}
}
