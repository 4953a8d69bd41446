package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// contexts are the types whose values are words, with the context of their keys.
var contexts = map[string]string{
	"Kind": "kind", "Status": "status", "CheckStatus": "check", "DeliveryStatus": "delivery", "AttemptResult": "attempt", "Verdict": "verdict",
	"Language": "language", "Occasion": "occasion", "Outcome": "outcome", "NumberProblem": "number", "Role": "role", "Tab": "tab", "Field": "field",
	"Event": "event", "RejectReason": "reason",
}

// codeKeys lists the keys of all words that stand for a code.
func codeKeys(t *testing.T) (keys []string) {
	t.Helper()
	codes := codesOf(t, contexts)
	for name, context := range contexts {
		if len(codes[name]) < 3 {
			t.Errorf("found only %d values of %s", len(codes[name]), name)
		}
		for _, code := range codes[name] {
			if name == "Field" {
				code = strings.ReplaceAll(code, "_", " ")
			}
			if name == "RejectReason" { // a sentence, which is its own key
				keys = append(keys, code)
				continue
			}
			if code != "" {
				keys = append(keys, code+"|"+context)
			}
		}
	}
	for _, action := range []string{"failed", "delayed", "delivered", "relayed", "expanded", "unknown"} { // RFC 3464 section 2.3.3
		keys = append(keys, action+"|action")
	}
	return keys
}

// codesOf reads the values of the constants of some types of package ticket; those that begin with Event have none of their own.
func codesOf(t *testing.T, types map[string]string) map[string][]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "ticket", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string][]string{}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			name := "Event"
			if of, typed := spec.Type.(*ast.Ident); typed {
				name = of.Name
			} else if !strings.HasPrefix(spec.Names[0].Name, name) {
				return true
			}
			if lit, isText := spec.Values[0].(*ast.BasicLit); isText && types[name] != "" {
				code, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				codes[name] = append(codes[name], code)
			}
			return true
		})
	}
	return codes
}
