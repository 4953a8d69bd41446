package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"iec-iab.be/servicedesk/internal/ticket"
	"iec-iab.be/servicedesk/internal/workshop"
)

type templatesPullCmd struct {
	configFlag
	Folder string `arg:"" help:"Where the files go; made when absent."`
	Force  bool   `help:"Also over files that hold something else."`
}

// Run writes the files: all, or none where one would be lost.
func (c templatesPullCmd) Run(ctx context.Context, t terminal) error {
	return withOffice(ctx, c.Config, t, func(o *office) error {
		sources, err := o.shop.Sources(ctx)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(c.Folder, 0o755); err != nil {
			return err
		}
		if lost := others(c.Folder, sources); len(lost) > 0 && !c.Force {
			return fmt.Errorf("%s: nothing was written, for these hold something else than what goes out: %s; push them, or give --force", c.Folder, strings.Join(lost, ", "))
		}
		for k, source := range sources {
			if err := os.WriteFile(filepath.Join(c.Folder, k.String()+".md"), []byte(source), 0o644); err != nil {
				return err
			}
		}
		fmt.Fprintf(t.out, "%d templates were written to %s.\n", len(sources), c.Folder)
		return nil
	})
}

// others are the files of a folder that hold something else than these sources.
func others(folder string, sources map[ticket.TemplateKey]string) (files []string) {
	for _, k := range ticket.TemplateKeys() {
		there, err := os.ReadFile(filepath.Join(folder, k.String()+".md"))
		if source, goesOut := sources[k]; goesOut && !errors.Is(err, fs.ErrNotExist) && string(there) != source {
			files = append(files, k.String()+".md")
		}
	}
	return files
}

type templatesPushCmd struct {
	configFlag
	byFlag
	Folder string `arg:"" help:"The folder with the files, as 'templates pull' writes it; what is not there stays as it is."`
	Reason string `help:"Why, for the history." required:"" placeholder:"TEXT"`
	Yes    bool   `help:"Without asking."`
}

// Run publishes what differs.
func (c templatesPushCmd) Run(ctx context.Context, t terminal) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	sources, err := readTemplates(c.Folder)
	if err != nil {
		return err
	}
	return withOffice(ctx, c.Config, t, func(o *office) error {
		changes, err := o.shop.Plan(ctx, sources)
		if refused := new(workshop.Refused); errors.As(err, &refused) {
			for i := range refused.Problems {
				refused.Problems[i].File = filepath.Join(c.Folder, refused.Problems[i].File)
			}
			printProblems(t.out, "", refused.Problems)
			fmt.Fprintln(t.out, "Nothing was published.")
			return errSaid
		}
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			fmt.Fprintf(t.out, "The %d templates in %s are what goes out: nothing to publish.\n", len(sources), c.Folder)
			return nil
		}
		for _, ch := range changes {
			printDiff(t.out, ch.Key.String()+".md", ch.Before, ch.After)
		}
		if !c.Yes && !agreed(t, fmt.Sprintf("Publish %d template(s)?", len(changes))) {
			return errors.New("nothing was published; give --yes, or answer y")
		}
		versions, err := o.shop.Push(ctx, by, changes, c.Reason)
		if err != nil {
			return err
		}
		printPushed(t.out, changes, versions)
		return nil
	})
}

func printPushed(w io.Writer, changes []workshop.Change, versions []workshop.Version) {
	for _, v := range versions {
		fmt.Fprintf(w, "%s: version %d goes out from now on.\n", v.Key, v.Number)
	}
	if len(versions) == 0 { // the rule of the second admin
		for _, c := range changes {
			fmt.Fprintf(w, "%s: proposed; a second admin publishes it in the console.\n", c.Key)
		}
	}
}

// readTemplates reads the templates of a folder. A name that belongs to no template is refused: it may be a misspelt one.
func readTemplates(folder string) (map[ticket.TemplateKey]string, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s holds no templates: write them there with 'servicedesk templates pull'", folder)
	}
	sources := map[ticket.TemplateKey]string{}
	for _, path := range paths {
		k, err := ticket.ParseTemplateKey(filepath.Base(path))
		if err != nil {
			return nil, fmt.Errorf("%s: %w; nothing was published", path, err)
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		sources[k] = string(source)
	}
	return sources, nil
}

// around is how many lines of context stand around a difference.
const around = 2

// printDiff prints the lines that differ, with some around them.
func printDiff(w io.Writer, name, before, after string) {
	fmt.Fprintf(w, "--- %s\n", name)
	lines := workshop.Compare(before, after)
	near := func(i int) bool {
		for j := max(0, i-around); j <= min(len(lines)-1, i+around); j++ {
			if lines[j].Changed {
				return true
			}
		}
		return false
	}
	for i, l := range lines {
		switch {
		case l.Changed:
			if l.LeftNumber > 0 {
				fmt.Fprintf(w, "%4d - %s\n", l.LeftNumber, clean(textOf(l.Left)))
			}
			if l.RightNumber > 0 {
				fmt.Fprintf(w, "%4d + %s\n", l.RightNumber, clean(textOf(l.Right)))
			}
		case near(i):
			fmt.Fprintf(w, "%4d   %s\n", l.RightNumber, clean(textOf(l.Right)))
		}
	}
}

func textOf(pieces []workshop.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// agreed asks a question that y answers.
func agreed(t terminal, question string) bool {
	fmt.Fprintf(t.out, "%s [y/N] ", question)
	line, _ := bufio.NewReader(t.in).ReadString('\n') // an end of the input is a no
	return strings.EqualFold(strings.TrimSpace(line), "y")
}
