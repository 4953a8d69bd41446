package reply

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// columns is where the text part is wrapped; RFC 5322 section 2.1.1 advises at most 78.
const columns = 76

// text renders the document as one would type it: wrapped, lists with dashes or numbers, links with their address.
func (d document) text() string {
	return strings.Join(d.blocks(d.root, columns), "\n") + "\n"
}

// blocks returns the lines of the blocks in n, with an empty line between two unless n is an item of a tight list.
func (d document) blocks(n ast.Node, width int) []string {
	var out []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if len(out) > 0 && !(n.Kind() == ast.KindListItem && isTight(n.Parent())) {
			out = append(out, "")
		}
		if list, ok := c.(*ast.List); ok {
			out = append(out, d.list(list, width)...)
		} else {
			out = append(out, wrap(d.inline(c), width)...)
		}
	}
	return out
}

func isTight(n ast.Node) bool {
	list, ok := n.(*ast.List)
	return ok && list.IsTight
}

func (d document) list(l *ast.List, width int) []string {
	var out []string
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "- "
		if l.IsOrdered() {
			mark = fmt.Sprintf("%d. ", number)
			number++
		}
		if len(out) > 0 && !l.IsTight {
			out = append(out, "")
		}
		for i, line := range d.blocks(item, width-len(mark)) {
			switch {
			case i == 0:
				line = mark + line
			case line != "":
				line = strings.Repeat(" ", len(mark)) + line
			}
			out = append(out, line)
		}
	}
	return out
}

// inline returns the text of a block: spaces where its lines were only wrapped, \n where a line must end.
func (d document) inline(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(plain(c.Value(d.source)))
			if c.HardLineBreak() {
				b.WriteByte('\n')
			} else if c.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(d.source))
		case *ast.Link:
			b.WriteString(withDestination(d.inline(c), string(c.Destination)))
		default:
			b.WriteString(d.inline(c))
		}
	}
	return b.String()
}

// withDestination adds where a link leads, unless its text says so.
func withDestination(label, to string) string {
	to = strings.TrimPrefix(to, "mailto:")
	if bare := strings.TrimPrefix(to, "https://"); strings.EqualFold(label, to) || strings.EqualFold(label, bare) {
		return label
	}
	return label + " (" + to + ")"
}

// plain resolves the backslashes and entities of Markdown.
func plain(b []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(b)))
}

// wrap breaks each line at spaces, and only there, so that an address or URL stays whole.
func wrap(s string, width int) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		var current strings.Builder
		used := 0
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' }) {
			n := utf8.RuneCountInString(word)
			switch {
			case used == 0:
			case used+1+n > width:
				out = append(out, current.String())
				current.Reset()
				used = 0
			default:
				current.WriteByte(' ')
				used++
			}
			current.WriteString(word)
			used += n
		}
		out = append(out, current.String())
	}
	return out
}
