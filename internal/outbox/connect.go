package outbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail/smtp"
)

// The values of Config.TLS.
const (
	implicitTLS = "implicit"
	startTLS    = "starttls"
	noTLS       = "none"
)

// The names of the steps, in their order.
const (
	stepResolve = "resolve"
	stepConnect = "connect"
	stepTLS     = "tls"
	stepSignIn  = "sign-in"
	stepQueue   = "queue" // not one of Check: the database
	stepSubmit  = "submit"
)

// Step is one thing that has to work before mail can be sent, and how it went.
type Step struct {
	Name   string // resolve, connect, tls, sign-in
	Detail string // what was seen
	Remedy string // what to do; empty when it went well
	Err    error
}

// String is the step in one line for an admin.
func (s Step) String() string {
	if s.Err == nil {
		return clean(s.Name + ": " + s.Detail)
	}
	return clean(s.Name + ": " + describe(s.Err) + "; " + s.Remedy)
}

// checkTimeouts are for a person who waits for the answer.
var checkTimeouts = Timeouts{Connect: 10 * time.Second, Command: 15 * time.Second}

// Check connects and signs in as the Sender would, sends nothing, and tells how each step went. The first that fails is the last.
func Check(ctx context.Context, cfg Config) []Step {
	if cfg.Timeouts == (Timeouts{}) {
		cfg.Timeouts = checkTimeouts
	}
	cfg, err := cfg.complete()
	if err != nil {
		return []Step{{Name: "configuration", Err: err, Remedy: "correct it"}}
	}
	line, steps := open(ctx, cfg)
	if line != nil {
		line.quit()
	}
	return steps
}

// opening is a connection in the making.
type opening struct {
	cfg    Config
	conn   *conn
	client *smtp.Client
	unhook func() bool // no longer listen to the context
	secret string
}

// open returns a session that is ready for MAIL, or none when the last step failed.
func open(ctx context.Context, cfg Config) (*session, []Step) {
	o := &opening{cfg: cfg}
	var steps []Step
	for _, step := range []struct {
		name string
		do   func(context.Context) (string, error)
	}{{stepResolve, o.resolve}, {stepConnect, o.connect}, {stepTLS, o.secure}, {stepSignIn, o.signIn}} {
		if step.name == stepTLS && o.cfg.TLS == implicitTLS {
			continue // connect has done it
		}
		detail, err := step.do(ctx)
		s := Step{Name: step.name, Detail: clean(detail), Err: o.withoutSecret(err)}
		if err != nil {
			if isTLSError(err) {
				s.Name = stepTLS
			}
			s.Remedy = remedy(s.Name, err, cfg)
			o.close()
			return nil, append(steps, s)
		}
		steps = append(steps, s)
	}
	return &session{cfg: cfg, conn: o.conn, client: o.client, unhook: o.unhook}, steps
}

func (o *opening) close() {
	if o.client != nil {
		_ = o.client.Close()
	}
	if o.conn != nil {
		o.unhook()
		_ = o.conn.Close()
	}
}

// resolve looks the name up by itself so that its failure is told apart. Dialling does it once more, and tries each address.
func (o *opening) resolve(ctx context.Context) (string, error) {
	if _, err := netip.ParseAddr(o.cfg.Host); err == nil || o.cfg.Dial != nil {
		return o.cfg.Host, nil
	}
	ctx, cancel := context.WithTimeout(ctx, o.cfg.Timeouts.Connect)
	defer cancel()
	addrs, err := net.DefaultResolver.LookupHost(ctx, o.cfg.Host)
	if err != nil {
		return "", err
	}
	return o.cfg.Host + " is " + strings.Join(addrs, ", "), nil
}

// connect reads the greeting, too; and with implicit TLS it shakes hands before it.
func (o *opening) connect(ctx context.Context) (string, error) {
	addr := net.JoinHostPort(o.cfg.Host, strconv.Itoa(o.cfg.Port))
	dial := o.cfg.Dial
	if dial == nil {
		dial = (&net.Dialer{}).DialContext
	}
	dialCtx, cancel := context.WithTimeout(ctx, o.cfg.Timeouts.Connect)
	defer cancel()
	raw, err := dial(dialCtx, "tcp", addr)
	if err != nil {
		return "", err
	}
	o.conn = &conn{Conn: raw}
	o.unhook = context.AfterFunc(ctx, func() { o.conn.stop(o.cfg.Grace) })
	o.conn.within(o.cfg.Timeouts.Connect + o.cfg.Timeouts.Command)
	detail := "port " + strconv.Itoa(o.cfg.Port) + " answers"
	var stream net.Conn = o.conn
	if o.cfg.TLS == implicitTLS {
		secure := tls.Client(o.conn, o.cfg.TLSConfig)
		o.conn.stage(o.cfg.Timeouts.Connect)
		if err := secure.HandshakeContext(ctx); err != nil {
			return "", &tlsError{err}
		}
		stream, detail = secure, detail+", "+describeTLS(secure.ConnectionState())
	}
	o.conn.stage(o.cfg.Timeouts.Command)
	if o.client, err = smtp.NewClient(stream, o.cfg.Host); err != nil {
		return "", &greetingError{err}
	}
	return detail, o.client.Hello(o.cfg.HelloName)
}

// secure asks for TLS, and goes on without it only where the configuration says so.
func (o *opening) secure(context.Context) (string, error) {
	if o.cfg.TLS == noTLS {
		return "none, as configured", nil
	}
	if ok, _ := o.client.Extension("STARTTLS"); !ok {
		return "", errNoStartTLS
	}
	o.conn.stage(o.cfg.Timeouts.Command)
	if err := o.client.StartTLS(o.cfg.TLSConfig); err != nil {
		return "", &tlsError{err}
	}
	state, _ := o.client.TLSConnectionState()
	return describeTLS(state), nil
}

func (o *opening) signIn(context.Context) (string, error) {
	_, offered := o.client.Extension("AUTH")
	switch {
	case o.cfg.Username == "" && offered != "":
		return "no AUTH, as configured; the server offers " + offered, nil
	case o.cfg.Username == "":
		return "no AUTH, as configured", nil
	}
	var err error
	if o.secret, err = o.cfg.Password(); err != nil {
		return "", &passwordError{err}
	}
	mechanism, auth := o.choose(strings.Fields(strings.ToUpper(offered)))
	if auth == nil {
		return "", &noAuthError{clean(offered)}
	}
	o.conn.stage(o.cfg.Timeouts.Command)
	if err := o.client.Auth(auth); err != nil {
		return "", err
	}
	return "AUTH " + mechanism + " as " + o.cfg.Username, nil
}

// choose prefers the plain mechanisms: inside TLS they are as safe as the others, and every server has them right.
func (o *opening) choose(offered []string) (string, smtp.Auth) {
	user, host, open := o.cfg.Username, o.cfg.Host, o.cfg.TLS == noTLS
	for _, m := range []struct {
		name string
		auth smtp.Auth
	}{
		{"PLAIN", smtp.PlainAuth("", user, o.secret, host, open)},
		{"LOGIN", smtp.LoginAuth(user, o.secret, host, open)},
		{"SCRAM-SHA-256", smtp.ScramSHA256Auth(user, o.secret)},
		{"CRAM-MD5", smtp.CRAMMD5Auth(user, o.secret)},
	} {
		if slices.Contains(offered, m.name) {
			return m.name, m.auth
		}
	}
	return "", nil
}

// withoutSecret drops the words of a server that repeats the password.
func (o *opening) withoutSecret(err error) error {
	if err == nil || !repeats(err.Error(), o.cfg.Username, o.secret) {
		return err
	}
	return errors.New("the server's answer repeats the password, and is left out")
}

func describeTLS(s tls.ConnectionState) string {
	detail := tls.VersionName(s.Version)
	if len(s.PeerCertificates) > 0 {
		detail += fmt.Sprintf(", certificate valid until %s", s.PeerCertificates[0].NotAfter.UTC().Format(time.DateOnly))
	}
	return detail
}
