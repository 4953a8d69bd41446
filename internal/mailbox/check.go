package mailbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// Step is one thing that Check tried.
type Step struct {
	Name   string // "connect"
	Detail string // what was found, or what came of it
	Remedy string // what to do about it; empty when it is well, or when there is nothing to do but wait
	Err    error  // nil: it is well
}

// Check tries a configuration for real, one step after the other, and stops where the next would make no sense. It changes nothing in the
// mailbox.
func Check(ctx context.Context, cfg Config) []Step {
	cfg = cfg.withDefaults()
	if err := cfg.validate(); err != nil {
		return []Step{{Name: "configuration", Detail: err.Error(), Err: err}}
	}
	c := &checker{ctx: ctx, cfg: cfg}
	defer c.close()
	for _, step := range []struct {
		name  string
		try   func() (string, error)
		extra bool // the next step does not need it
	}{
		{"name", c.name, false},
		{"connect", c.connect, false},
		{"TLS", c.secure, false},
		{"sign in", c.signIn, false},
		{"folder", c.folder, false},
		{"handled folder", c.handled, true},
		{"new mail", c.idle, true},
	} {
		detail, err := step.try()
		c.steps = append(c.steps, result(step.name, detail, err))
		if err != nil && !step.extra {
			break
		}
	}
	return c.steps
}

func result(name, detail string, err error) Step {
	var t *Trouble
	if errors.As(err, &t) {
		return Step{Name: name, Detail: t.What, Remedy: t.Remedy, Err: err}
	}
	if err != nil {
		detail = err.Error()
	}
	return Step{Name: name, Detail: detail, Err: err}
}

// checker is one run of Check.
type checker struct {
	ctx     context.Context
	cfg     Config
	steps   []Step
	conn    net.Conn
	session *session
}

func (c *checker) close() {
	if c.session != nil {
		c.session.close()
	} else if c.conn != nil {
		_ = c.conn.Close()
	}
}

func (c *checker) name() (string, error) {
	ctx, cancel := context.WithTimeout(c.ctx, c.cfg.ConnectTimeout)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupHost(ctx, c.cfg.Host)
	if err != nil {
		return "", c.cfg.trouble("resolve", err)
	}
	return c.cfg.Host + " is " + strings.Join(addresses, ", "), nil
}

func (c *checker) connect() (string, error) {
	conn, err := reach(c.ctx, c.cfg)
	if err != nil {
		return "", err
	}
	c.conn = conn
	return fmt.Sprintf("%s port %d answers", c.cfg.Host, c.cfg.Port), nil
}

func (c *checker) secure() (string, error) {
	conn, err := secure(c.ctx, c.cfg, c.conn)
	if err != nil {
		return "", err
	}
	c.conn = conn
	if again, ok := conn.(*greeted); ok {
		conn = again.Conn
	}
	secured, ok := conn.(*tls.Conn)
	if !ok {
		return "none: this is the same machine", nil
	}
	state := secured.ConnectionState()
	until := state.PeerCertificates[0].NotAfter.UTC().Format("2006-01-02")
	return fmt.Sprintf("%s, certificate of %s valid until %s", tls.VersionName(state.Version), c.cfg.Host, until), nil
}

func (c *checker) signIn() (string, error) {
	c.session = newSession(c.ctx, c.cfg, c.conn)
	if err := c.session.greet(); err != nil {
		return "", err
	}
	return "as " + c.cfg.Username, c.session.signIn()
}

func (c *checker) folder() (string, error) {
	if err := c.session.selectFolder(); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s holds %d mails, UIDVALIDITY %d", c.cfg.Folder, c.session.exists, c.session.validity), nil
}

// handled asks for the handled folder, and says how mails would get there.
func (c *checker) handled() (string, error) {
	name := c.cfg.HandledFolder
	if name == "" {
		return "none is configured: handled mails stay in " + c.cfg.Folder, nil
	}
	s := c.session
	err := s.do("look at the folder "+name, chatter, func() error {
		_, err := s.client.Status(name, &imap.StatusOptions{NumMessages: true}).Wait()
		return err
	})
	if err != nil {
		return "", s.filed(err)
	}
	switch {
	case s.caps.Has(imap.CapMove):
		return name + " exists, mails are moved there", nil
	case s.caps.Has(imap.CapUIDPlus):
		return name + " exists; the server has no MOVE, so mails are copied there and then removed", nil
	}
	return name + " exists; the server has neither MOVE nor UIDPLUS, so mails are copied there, and stay here flagged as deleted", nil
}

func (c *checker) idle() (string, error) {
	if c.session.canIdle() {
		return fmt.Sprintf("the server tells at once (IDLE); looked for every %s besides", c.cfg.PollInterval), nil
	}
	return fmt.Sprintf("the server does not tell (no IDLE); looked for every %s", c.cfg.PollInterval), nil
}
