package reply

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"iec-iab.be/servicedesk/internal/ticket"
)

// newParser knows the Markdown that a mail needs: paragraphs, headings, lists, emphasis and links. What it does not know, such as
// HTML, code or tables, is text, and shown as it stands.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)
}

func newHTMLRenderer() renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(html.NewRenderer(), 1000)))
}

// document is the parsed body of one reply, in which the values stand beside the Markdown, not in it.
type document struct {
	root   ast.Node
	source []byte
}

// parseDocument parses Markdown with placeholders and puts the values in.
func parseDocument(p parser.Parser, source string, w *words) (document, error) {
	d := document{source: []byte(source)}
	d.root = p.Parse(text.NewReader(d.source))
	var found []ast.Node // collected first: nodes are replaced, which a walk does not survive
	err := ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			found = append(found, n)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return document{}, err
	}
	for _, n := range found {
		switch n := n.(type) {
		case *ast.Text:
			d.putValues(n, w)
		case *ast.Link:
			n.Destination = []byte(w.replace(string(n.Destination)))
			err = w.desk.allows(string(n.Destination))
			if len(n.Title) > 0 {
				err = ticket.Refuse("the link to %s has a title, which few mail programs show: leave it out", string(n.Destination))
			}
		case *ast.AutoLink:
			err = w.desk.allows(destination(n, d.source))
		case *ast.Image:
			err = ticket.Refuse("the picture %s is not for mails: leave out the ! in front of its [", string(n.Destination))
		}
		if err != nil {
			return document{}, err
		}
	}
	return d, nil
}

// putValues splits a text at its placeholders and sets the values between as nodes that are escaped and never parsed.
func (d document) putValues(n *ast.Text, w *words) {
	segment, parent := n.Segment, n.Parent()
	start := segment.Start
	for i, r := range string(segment.Value(d.source)) {
		value, ok := w.value(r)
		if !ok {
			continue
		}
		at := segment.Start + i
		if at > start {
			parent.InsertBefore(parent, n, ast.NewTextSegment(text.NewSegment(start, at)))
		}
		for j, line := range strings.Split(value, "\n") {
			if j > 0 {
				br := ast.NewText()
				br.SetHardLineBreak(true)
				parent.InsertBefore(parent, n, br)
			}
			s := ast.NewString([]byte(line))
			s.SetRaw(true) // escaped for HTML, without reading backslashes and entities
			parent.InsertBefore(parent, n, s)
		}
		start = at + len(string(r))
	}
	n.Segment = text.NewSegment(start, segment.Stop) // keeps the line break that follows it
}

// html renders the document for the body of a page.
func (d document) html(r renderer.Renderer) (string, error) {
	if err := ast.Walk(d.root, setStyle); err != nil {
		return "", fmt.Errorf("render Markdown: %w", err)
	}
	var b bytes.Buffer
	if err := r.Render(&b, d.source, d.root); err != nil {
		return "", fmt.Errorf("render Markdown: %w", err)
	}
	return b.String(), nil
}

// setStyle writes the style of a block into its element.
func setStyle(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if style := styleOf(n); entering && style != "" {
		n.SetAttributeString("style", []byte(style))
	}
	return ast.WalkContinue, nil
}

func styleOf(n ast.Node) string {
	switch n.Kind() {
	case ast.KindParagraph:
		return "margin: 0 0 1em;"
	case ast.KindHeading:
		return "margin: 1.5em 0 0.5em; font-size: 1.1em; line-height: 1.3;"
	case ast.KindListItem:
		return "margin: 0 0 0.4em;"
	case ast.KindList:
		if n.Parent().Kind() == ast.KindListItem {
			return "margin: 0.4em 0 0; padding: 0 0 0 1.6em;"
		}
		return "margin: 0 0 1em; padding: 0 0 0 1.6em;"
	}
	return ""
}

// destination returns where an autolink leads.
func destination(n *ast.AutoLink, source []byte) string {
	to := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(to, "mailto:") {
		return "mailto:" + to
	}
	return to
}

// institutesHosts are those of the Institute's own guide and pages: the sign-in page first.
func institutesHosts() []string { return []string{"eloket.iec-iab.be", "www.iec-iab.be"} }

// allows says why a link may not stand in a reply, or nil: members learn that our mails lead to the Institute and nowhere else.
func (d Desk) allows(link string) error {
	if address, ok := strings.CutPrefix(link, "mailto:"); ok {
		if strings.EqualFold(address, d.Address) {
			return nil
		}
		return ticket.Refuse("the link to %s leads elsewhere than to the desk: write {{.Desk.Address}}", address)
	}
	u, err := url.Parse(link)
	if err != nil {
		return ticket.Refuse("the link %q cannot be read: write https:// and a host", link)
	}
	if d.allowsHost(u.Host) && u.Scheme == "https" && u.User == nil {
		return nil
	}
	return ticket.Refuse("the link %q is not allowed: use %s, {{.Desk.Website}} or mailto:{{.Desk.Address}}",
		link, "https://"+strings.Join(d.hosts(), ", https://"))
}

// hosts are those that links may lead to, besides the desk's own website.
func (d Desk) hosts() []string {
	if len(d.AllowedHosts) > 0 {
		return d.AllowedHosts
	}
	return institutesHosts()
}

func (d Desk) allowsHost(host string) bool {
	host = strings.ToLower(host)
	return host != "" && (host == strings.ToLower(d.websiteHost()) || slices.Contains(d.hosts(), host))
}

func (d Desk) websiteHost() string {
	u, err := url.Parse(d.Website)
	if err != nil {
		return ""
	}
	return u.Host
}
