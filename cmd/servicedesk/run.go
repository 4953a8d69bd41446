package main

import (
	"context"
	"errors"
	"log/slog"

	"iec-iab.be/servicedesk/internal/config"
)

type runCmd struct{ configFlag }

// Run works until a signal ends it. What only an admin can mend (a wrong password, a folder that is not there, a broken template)
// ends it before anything is touched; a server that is down for a while does not.
func (c runCmd) Run(ctx context.Context, t terminal) error {
	conf, err := config.Load(c.Config)
	if err != nil {
		return err
	}
	log := newLog(conf, t.err)
	for _, w := range conf.Warnings() {
		log.Warn(w)
	}
	err = work(ctx, conf, log)
	if ctx.Err() != nil && (err == nil || errors.Is(err, context.Canceled)) {
		log.Info("servicedesk stopped: a signal came")
		return nil
	}
	return err
}

func work(ctx context.Context, conf *config.Config, log *slog.Logger) error {
	if _, err := loadReplies(conf, log); err != nil {
		return err
	}
	if err := tryServers(ctx, conf, log); err != nil {
		return err
	}
	w, err := newWorker(ctx, conf, log)
	if err != nil {
		return err
	}
	log.Info("servicedesk runs", "version", version(), "mailbox", w.mailbox, "database", conf.Database.Path, "console", w.url())
	return errors.Join(w.Run(ctx), w.Close())
}
