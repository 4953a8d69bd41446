package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// violation is a rule of axe-core that a page breaks.
type violation struct {
	ID     string `json:"id"`
	Impact string `json:"impact"`
	Help   string `json:"help"`
	Nodes  []struct {
		Target  []any  `json:"target"` // selectors
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

func (v violation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s", v.ID, v.Impact, v.Help)
	for _, n := range v.Nodes {
		fmt.Fprintf(&b, "\n\t%v  %s\n\t%s", n.Target, n.HTML, strings.ReplaceAll(n.Summary, "\n", "\n\t"))
	}
	return b.String()
}

// runAxe holds the document against the rules that can be tried by a machine, for WCAG 2.1 A and AA, and those of good practice.
const runAxe = `
axe.run(document, {
	runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]},
	resultTypes: ["violations"],
	preload: false,
}).then(r => JSON.stringify(r.violations))`

// axe returns what axe-core finds on the page as it is now. It runs in a world of its own, so it meets neither the scripts of the page
// nor its content security policy.
func (p *person) axe(source string) (list []violation) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) (string, error) {
		frames, err := cdp.Call(ctx, t, page.GetFrameTree, cdp.Empty{})
		if err != nil {
			return "", err
		}
		world, err := cdp.Call(ctx, t, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: frames.FrameTree.Frame.ID, WorldName: "axe"})
		if err != nil {
			return "", err
		}
		in := func(p *runtime.EvaluateParams) { p.ContextID = world.ExecutionContextID }
		if _, err := chromedp.Evaluate[chromedp.Void](source, in)(ctx, t); err != nil {
			return "", err
		}
		return chromedp.Evaluate[string](runAxe, in, chromedp.EvalAwaitPromise)(ctx, t)
	})
	if err != nil {
		p.t.Fatalf("axe: %v", err)
	}
	if err := json.Unmarshal([]byte(result), &list); err != nil {
		p.t.Fatalf("axe: %v", err)
	}
	return list
}

// accessible fails where axe-core finds something.
func (p *person) accessible(what string) {
	p.t.Helper()
	for _, v := range p.axe(needAxe(p.t)) {
		p.t.Errorf("%s: %s", what, v)
	}
}
