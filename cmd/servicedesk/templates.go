package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"text/tabwriter"

	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/store"
	"iec-iab.be/servicedesk/internal/ticket"
)

type templatesCmd struct {
	List    templatesListCmd    `cmd:"" help:"List the templates and where each comes from."`
	Check   templatesCheckCmd   `cmd:"" help:"Check every template, or those of a folder or file; each fault with its line and a proposal."`
	Show    templatesShowCmd    `cmd:"" help:"Print the source of a template."`
	Preview templatesPreviewCmd `cmd:"" help:"Print the mail that a template makes of sample data."`
	Pull    templatesPullCmd    `cmd:"" help:"Write what goes out now into a folder, a file each."`
	Push    templatesPushCmd    `cmd:"" help:"Publish what differs in a folder: checked, shown, a version each; all or none."`
	Edit    templatesEditCmd    `cmd:"" help:"Write the draft of a template in your editor."`
	History templatesHistoryCmd `cmd:"" help:"List the versions of a template."`
	Restore templatesRestoreCmd `cmd:"" help:"Let an older version, or the original, go out again."`
}

// templatesFlag finds the templates: those of a configuration, or the built-in ones when there is none.
type templatesFlag struct {
	Config string `help:"The configuration file, for what was published, templates.folder and the signature; without it the built-in templates." placeholder:"FILE"`
}

func (c templatesFlag) load() (*config.Config, error) {
	if c.Config != "" {
		return config.Load(c.Config)
	}
	conf := config.Default()
	conf.Desk.Address, conf.Desk.Name = "servicedesk@iec-iab.be", "Servicedesk IEC-IAB"
	return conf, nil
}

// published are the sources that were published and go out in place of the files; none without a configuration, or before it has a database.
func (c templatesFlag) published(ctx context.Context, conf *config.Config, t terminal) (map[ticket.TemplateKey]string, error) {
	if _, err := os.Stat(conf.Database.Path); c.Config == "" || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	s, err := store.Open(ctx, store.Options{Path: conf.Database.Path, KeyFile: conf.Database.KeyFile, Log: newLog(conf, t.err)})
	if err != nil {
		return nil, err
	}
	sources := map[ticket.TemplateKey]string{}
	err = s.Read(ctx, func(tx *store.Tx) error {
		newest, err := tx.NewestTemplates()
		for _, v := range newest {
			if !v.Original {
				sources[v.Key] = v.Source
			}
		}
		return err
	})
	return sources, errors.Join(err, s.Close())
}

// oneTemplate names a template.
type oneTemplate struct {
	templatesFlag
	Occasion string `arg:"" help:"Such as address_known; 'templates list' names them all."`
	Language string `arg:"" help:"nl, fr, en or de."`
}

func (c oneTemplate) parse() (ticket.TemplateKey, error) {
	lang, err := ticket.ParseLanguage(c.Language)
	if err != nil {
		return ticket.TemplateKey{}, fmt.Errorf("%w: %w", errUsage, err)
	}
	k, err := ticket.ParseTemplateKey(c.Occasion + "." + string(lang))
	if err != nil {
		return k, fmt.Errorf("%w: there is no occasion %q: 'servicedesk templates list' names them", errUsage, c.Occasion)
	}
	return k, nil
}

type templatesListCmd struct{ templatesFlag }

// Run lists occasions and languages.
func (c templatesListCmd) Run(ctx context.Context, t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	published, err := c.published(ctx, conf, t)
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
			from := origin(conf, reply.FileName(o, l))
			if _, there := published[ticket.TemplateKey{Occasion: o, Language: l}]; there {
				from = "published"
			}
			fmt.Fprintf(tab, "%s\t", from)
		}
		fmt.Fprintln(tab)
	}
	return tab.Flush()
}

// origin says where the original of a template comes from.
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

type templatesShowCmd struct {
	oneTemplate
	Original bool `help:"The original, also where another version was published."`
}

// Run prints a source.
func (c templatesShowCmd) Run(ctx context.Context, t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	k, err := c.parse()
	if err != nil {
		return err
	}
	published, err := c.published(ctx, conf, t)
	if err != nil {
		return err
	}
	file := reply.FileName(k.Occasion, k.Language)
	source, err := fs.ReadFile(templateFiles(conf), file)
	if now, there := published[k]; there && !c.Original {
		source, err = []byte(now), nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no template %s", file)
	}
	if err != nil {
		return err
	}
	_, err = t.out.Write(source)
	return err
}

type templatesPreviewCmd struct {
	oneTemplate
	HTML bool `help:"The HTML part instead of the text." name:"html"`
}

// Run renders a template with sample data.
func (c templatesPreviewCmd) Run(ctx context.Context, t terminal) error {
	conf, err := c.load()
	if err != nil {
		return err
	}
	k, err := c.parse()
	if err != nil {
		return err
	}
	set, err := reply.Load(templateFiles(conf), replyDesk(conf))
	if err != nil {
		return err
	}
	published, err := c.published(ctx, conf, t)
	if err != nil {
		return err
	}
	if source, there := published[k]; there {
		if set, err = set.With(reply.FileName(k.Occasion, k.Language), []byte(source)); err != nil {
			return err
		}
	}
	r, err := set.Render(k.Language, reply.Sample(k.Occasion, k.Language))
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
