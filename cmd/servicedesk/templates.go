package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"text/tabwriter"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

type templatesCmd struct {
	List    templatesListCmd    `cmd:"" help:"List the templates and where each comes from."`
	Check   templatesCheckCmd   `cmd:"" help:"Check every template; each fault with its line and a proposal."`
	Show    templatesShowCmd    `cmd:"" help:"Print the source of a template."`
	Preview templatesPreviewCmd `cmd:"" help:"Print the mail that a template makes of sample data."`
}

// templatesFlag finds the templates: those of a configuration, or the built-in ones when there is none.
type templatesFlag struct {
	Config string `help:"The configuration file, for templates.folder and the signature; without it the built-in templates." placeholder:"FILE"`
}

func (c templatesFlag) load() (*config.Config, error) {
	if c.Config != "" {
		return config.Load(c.Config)
	}
	conf := config.Default()
	conf.Desk.Address, conf.Desk.Name = "servicedesk@iec-iab.be", "Servicedesk IEC-IAB"
	return conf, nil
}

// oneTemplate names a template.
type oneTemplate struct {
	templatesFlag
	Occasion string `arg:"" help:"Such as address_known; 'templates list' names them all."`
	Language string `arg:"" help:"nl, fr, en or de."`
}

func (c oneTemplate) parse() (ticket.Occasion, ticket.Language, error) {
	lang, err := ticket.ParseLanguage(c.Language)
	if err != nil {
		return "", "", fmt.Errorf("%w: %w", errUsage, err)
	}
	for _, o := range ticket.Occasions() {
		if string(o) == c.Occasion {
			return o, lang, nil
		}
	}
	return "", "", fmt.Errorf("%w: there is no occasion %q: 'servicedesk templates list' names them", errUsage, c.Occasion)
}

type templatesListCmd struct{ templatesFlag }

// Run lists occasions and languages.
func (c templatesListCmd) Run(t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	tab := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprint(tab, "OCCASION\t")
	for _, l := range ticket.Languages() {
		fmt.Fprintf(tab, "%s\t", l)
	}
	fmt.Fprintln(tab)
	for _, o := range ticket.Occasions() {
		fmt.Fprintf(tab, "%s\t", o)
		for _, l := range ticket.Languages() {
			fmt.Fprintf(tab, "%s\t", origin(conf, reply.FileName(o, l)))
		}
		fmt.Fprintln(tab)
	}
	return tab.Flush()
}

// origin says where a template comes from.
func origin(c *config.Config, file string) string {
	if c.Templates.Folder != "" {
		if _, err := fs.Stat(os.DirFS(c.Templates.Folder), file); err == nil {
			return "own"
		}
	}
	if _, err := fs.Stat(templateFiles(c), file); err != nil {
		return "missing"
	}
	return "built-in"
}

type templatesCheckCmd struct{ templatesFlag }

// Run checks them all.
func (c templatesCheckCmd) Run(t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	failed := false
	for _, p := range reply.Check(templateFiles(conf), replyDesk(conf)) {
		fmt.Fprintf(t.out, "%s %s\n", p.Severity, p)
		failed = failed || p.Severity == reply.Error
	}
	if failed {
		return errSaid
	}
	fmt.Fprintf(t.out, "%d occasions in %d languages: all can be used.\n", len(ticket.Occasions()), len(ticket.Languages()))
	return nil
}

type templatesShowCmd struct{ oneTemplate }

// Run prints a source.
func (c templatesShowCmd) Run(t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	o, lang, err := c.parse()
	if err != nil {
		return err
	}
	src, err := fs.ReadFile(templateFiles(conf), reply.FileName(o, lang))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no template %s", reply.FileName(o, lang))
	}
	if err != nil {
		return err
	}
	_, err = t.out.Write(src)
	return err
}

type templatesPreviewCmd struct {
	oneTemplate
	HTML bool `help:"The HTML part instead of the text." name:"html"`
}

// Run renders a template with sample data.
func (c templatesPreviewCmd) Run(_ context.Context, t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	o, lang, err := c.parse()
	if err != nil {
		return err
	}
	replies, err := loadReplies(conf, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	r, err := replies.Originals().Render(lang, reply.Sample(o, lang))
	if err != nil {
		return err
	}
	if c.HTML {
		fmt.Fprintln(t.out, r.HTML)
		return nil
	}
	fmt.Fprintf(t.out, "Subject: %s\n\n%s", r.Subject, r.Text)
	return nil
}
