package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"iec-iab.be/servicedesk/internal/workshop"
)

type templatesEditCmd struct {
	keyed
	byFlag
	Editor  string `help:"The editor; the file is given to it." env:"VISUAL,EDITOR" default:"vi" placeholder:"PROGRAM"`
	Publish bool   `help:"Publish the draft where it has no errors."`
	Reason  string `help:"Why, for the history; needed to publish." placeholder:"TEXT"`
}

// Run lets somebody write the draft of a template. What was written is saved as a draft, errors and all; where it cannot be, its file stays.
func (c templatesEditCmd) Run(ctx context.Context, t terminal) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	return c.open(ctx, t, func(o *office, p workshop.Page) error {
		folder, err := os.MkdirTemp("", "servicedesk-")
		if err != nil {
			return err
		}
		file := filepath.Join(folder, p.Key.String()+".md")
		seen, after, err := c.write(ctx, t, o, p, by, file)
		if err != nil {
			return fmt.Errorf("%w; what you wrote stands in %s", err, file)
		}
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
		return c.finish(ctx, t, o, p.Key, by, after, seen)
	})
}

// write opens the editor on the draft, or on what goes out where there is none, and saves what changed. seen is the version of the draft
// afterwards, 0 for none.
func (c templatesEditCmd) write(ctx context.Context, t terminal, o *office, p workshop.Page, by, file string) (seen int64, after string, err error) {
	before := p.Published
	if p.Draft != nil {
		before, seen = p.Draft.Source, p.Draft.Version
	}
	if err := os.WriteFile(file, []byte(before), 0o600); err != nil {
		return 0, "", err
	}
	if err := c.edit(ctx, t, file); err != nil {
		return 0, "", err
	}
	written, err := os.ReadFile(file)
	if after = string(written); err != nil || after == before {
		return seen, after, err
	}
	d, err := o.shop.SaveDraft(ctx, by, p.Key, after, seen)
	return d.Version, after, err
}

func (c templatesEditCmd) edit(ctx context.Context, t terminal, file string) error {
	editor := exec.CommandContext(ctx, "sh", "-c", c.Editor+` "$1"`, "sh", file) // an editor may come with words of its own, as in "code --wait"
	editor.Stdin, editor.Stdout, editor.Stderr = t.in, t.out, t.err
	if err := editor.Run(); err != nil {
		return fmt.Errorf("%s: %w: choose another editor with EDITOR", c.Editor, err)
	}
	return nil
}

// finish says what is wrong with the draft, publishes it, or says how to.
func (c templatesEditCmd) finish(ctx context.Context, t terminal, o *office, k workshop.Key, by, source string, seen int64) error {
	if seen == 0 {
		fmt.Fprintln(t.out, "Nothing was changed.")
		return nil
	}
	if printProblems(t.out, "", o.shop.Check(k, source)) {
		fmt.Fprintf(t.out, "The draft is kept with its errors: mend it with 'servicedesk templates edit %s'.\n", k)
		return errSaid
	}
	if !c.Publish {
		fmt.Fprintf(t.out, "The draft is saved and can be published: in the console, or with 'servicedesk templates edit %s --publish --reason TEXT'.\n", k)
		return nil
	}
	v, err := o.shop.Publish(ctx, by, k, seen, c.Reason)
	if err == nil {
		fmt.Fprintf(t.out, "%s: version %d goes out from now on.\n", k, v.Number)
	}
	return err
}
