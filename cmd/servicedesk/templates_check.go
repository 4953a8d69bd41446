package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

type templatesCheckCmd struct {
	templatesFlag
	Paths []string `arg:"" optional:"" name:"path" help:"Folders with templates, or single ones, such as a git hook gets them; without, the templates in use."`
}

// Run checks them all.
func (c templatesCheckCmd) Run(ctx context.Context, t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	if len(c.Paths) > 0 {
		return checkPaths(t, conf, c.Paths)
	}
	problems := reply.Check(templateFiles(conf), replyDesk(conf))
	failed := printProblems(t.out, "", problems)
	more, err := c.checkPublished(ctx, conf, t, failed)
	if err != nil {
		return err
	}
	if failed || more {
		return errSaid
	}
	fmt.Fprintf(t.out, "%d occasions in %d languages: all can be used.\n", len(ticket.Occasions()), len(ticket.Languages()))
	return nil
}

// checkPublished checks what was published, which may have been under the rules of an older program: in place of what fails, the original
// goes out.
func (c templatesCheckCmd) checkPublished(ctx context.Context, conf *config.Config, t terminal, filesFailed bool) (failed bool, err error) {
	published, err := c.published(ctx, conf, t)
	if err != nil || filesFailed {
		return false, err // without sound originals nothing can be tried beside them
	}
	set, err := reply.Load(templateFiles(conf), replyDesk(conf))
	if err != nil {
		return false, err
	}
	for _, k := range ticket.TemplateKeys() {
		if source, there := published[k]; there {
			file := reply.FileName(k.Occasion, k.Language)
			failed = printProblems(t.out, "published ", set.Problems(file, []byte(source))) || failed
		}
	}
	return failed, nil
}

// printProblems prints a line each, with what stands before the file name, and reports whether one is an error.
func printProblems(w io.Writer, before string, problems []reply.Problem) (failed bool) {
	for _, p := range problems {
		fmt.Fprintf(w, "%s %s%s\n", p.Severity, before, p)
		failed = failed || p.Severity == reply.Error
	}
	return failed
}

// checkPaths checks templates that are not in use yet, each folder as if it were templates.folder.
func checkPaths(t terminal, conf *config.Config, paths []string) error {
	failed := false
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		problems, err := checkPath(conf, path, info.IsDir())
		if err != nil {
			return err
		}
		failed = printProblems(t.out, "", problems) || failed
	}
	if failed {
		return errSaid
	}
	fmt.Fprintln(t.out, "All can be used.")
	return nil
}

// checkPath returns the problems of a folder or a file, with its path in them.
func checkPath(conf *config.Config, path string, folder bool) (problems []reply.Problem, err error) {
	if folder {
		problems = reply.Check(shadow{os.DirFS(path), templateFiles(conf)}, replyDesk(conf))
	} else {
		set, err := reply.Load(templateFiles(conf), replyDesk(conf))
		if err != nil {
			return nil, err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		path, problems = filepath.Dir(path), set.Problems(filepath.Base(path), source)
	}
	for i := range problems {
		problems[i].File = filepath.Join(path, problems[i].File)
	}
	return problems, nil
}
