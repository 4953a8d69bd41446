package mailbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-sasl"
)

// session is one connection with the watched folder selected. It is used by one goroutine.
type session struct {
	cfg      Config
	wire     *wire
	client   *imapclient.Client
	caps     imap.CapSet
	validity uint32
	exists   uint32        // mails in the folder when it was selected
	news     chan struct{} // holds one: the server told of a change in the number of mails
	idle     *imapclient.IdleCommand
	noIdle   bool // refused although advertised
	stop     func() bool
}

// open connects, signs in and selects the folder.
func open(ctx context.Context, cfg Config) (*session, error) {
	conn, err := dial(ctx, cfg)
	if err != nil {
		return nil, err
	}
	s := newSession(ctx, cfg, conn)
	for _, step := range []func() error{s.greet, s.signIn, s.selectFolder} {
		if err := step(); err != nil {
			s.close()
			return nil, err
		}
	}
	return s, nil
}

// dial connects, and turns to TLS.
func dial(ctx context.Context, cfg Config) (net.Conn, error) {
	conn, err := reach(ctx, cfg)
	if err != nil {
		return nil, err
	}
	secured, err := secure(ctx, cfg, conn)
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return secured, nil
}

func reach(ctx context.Context, cfg Config) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, cfg.ConnectTimeout)
	defer cancel()
	conn, err := cfg.dial(ctx, "tcp", net.JoinHostPort(cfg.Host, strconv.Itoa(cfg.Port)))
	if err != nil {
		return nil, cfg.trouble("connect", err)
	}
	return conn, nil
}

// secure turns the connection to TLS as the configuration says.
func secure(ctx context.Context, cfg Config, conn net.Conn) (net.Conn, error) {
	if cfg.TLS == NoTLS {
		return conn, nil
	}
	ctx, cancel := context.WithTimeout(ctx, cfg.ConnectTimeout)
	defer cancel()
	defer context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })()
	if cfg.TLS == StartTLS {
		if err := startTLS(conn); err != nil {
			return nil, cfg.startTLSTrouble(err)
		}
	}
	config := &tls.Config{}
	if cfg.TLSConfig != nil {
		config = cfg.TLSConfig.Clone()
	}
	config.MinVersion = max(config.MinVersion, tls.VersionTLS12)
	if config.ServerName == "" {
		config.ServerName = cfg.Host
	}
	secured := tls.Client(conn, config)
	if err := secured.HandshakeContext(ctx); err != nil {
		return nil, cfg.trouble("TLS", err)
	}
	if cfg.TLS == StartTLS {
		return &greeted{Conn: secured, greeting: strings.NewReader("* OK ready\r\n")}, nil
	}
	return secured, nil
}

// greeted says the greeting once more: the real one came before TLS, and go-imap waits for one.
type greeted struct {
	net.Conn
	greeting io.Reader
}

// Read reads the greeting, then the connection.
func (g *greeted) Read(p []byte) (int, error) {
	if n, err := g.greeting.Read(p); err == nil {
		return n, nil
	}
	return g.Conn.Read(p)
}

// errNoSTARTTLS is what a server without STARTTLS says; the rest of the text is the server's.
var errNoSTARTTLS = errors.New("STARTTLS refused")

// startTLS asks for TLS on a fresh connection. It reads byte by byte, so that nothing an attacker slips in behind the OK is read as an
// answer later: it breaks the handshake instead.
func startTLS(conn net.Conn) error {
	greeting, err := readLine(conn)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(strings.ToUpper(greeting), "* OK") { // PREAUTH would skip TLS (RFC 9051 section 7.1.4)
		return fmt.Errorf("%w: the greeting was %q", errNoSTARTTLS, oneLine(greeting))
	}
	if _, err := io.WriteString(conn, "a STARTTLS\r\n"); err != nil {
		return err
	}
	for {
		line, err := readLine(conn)
		if err != nil {
			return err
		}
		if strings.HasPrefix(line, "* ") {
			continue
		}
		if !strings.HasPrefix(strings.ToUpper(line), "A OK") {
			return fmt.Errorf("%w: %s", errNoSTARTTLS, oneLine(strings.TrimPrefix(line, "a ")))
		}
		return nil
	}
}

// readLine reads a line of at most 8,000 octets.
func readLine(r io.Reader) (string, error) {
	var line []byte
	for b := []byte{0}; len(line) < 8000; {
		if _, err := io.ReadFull(r, b); err != nil {
			return "", err
		}
		if b[0] == '\n' {
			return strings.TrimSuffix(string(line), "\r"), nil
		}
		line = append(line, b[0])
	}
	return "", errFlood
}

func (c Config) startTLSTrouble(err error) *Trouble {
	t := c.trouble("STARTTLS", err)
	switch {
	case errors.Is(err, errNoSTARTTLS):
		t.What, t.Remedy = oneLine(err.Error()), "set mailbox.tls to implicit and mailbox.port to 993, or have STARTTLS enabled"
	case errors.Is(err, errFlood):
		t.Remedy = fmt.Sprintf("set mailbox.tls to implicit if port %d expects TLS from the start", c.Port)
	}
	return t
}

func newSession(ctx context.Context, cfg Config, conn net.Conn) *session {
	s := &session{cfg: cfg, news: make(chan struct{}, 1), wire: &wire{Conn: conn, budget: chatter}}
	s.client = imapclient.New(s.wire, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(d *imapclient.UnilateralDataMailbox) {
			if d.NumMessages != nil {
				s.tell()
			}
		},
	}})
	s.stop = context.AfterFunc(ctx, func() { s.wire.end(context.Cause(ctx)) })
	return s
}

func (s *session) tell() {
	select {
	case s.news <- struct{}{}:
	default: // it is known already
	}
}

// close ends the connection, and waits for its reader.
func (s *session) close() {
	s.stop()
	s.wire.end(net.ErrClosed)
	_ = s.client.Close() // says how the connection ended; the wire knows better
}

// do runs one exchange within the deadline, and explains its failure.
func (s *session) do(doing string, budget int64, f func() error) error {
	s.wire.expect(s.cfg.CommandTimeout, s.cfg.CommandTimeout, budget)
	err := f()
	s.wire.rest()
	if err != nil {
		return s.explain(doing, err)
	}
	return nil
}

// explain finds the cause of a failed exchange: when the connection ended, the wire knows more than go-imap.
func (s *session) explain(doing string, err error) error {
	var reply *imap.Error
	if errors.As(err, &reply) {
		return s.cfg.trouble(doing, err)
	}
	cause := s.wire.why()
	switch {
	case cause == nil, errors.Is(cause, net.ErrClosed): // it was go-imap that closed, because it did not understand
		t := s.cfg.trouble(doing, err)
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.What = "the answer of the server was not understood: " + oneLine(noDigits(err.Error()))
		}
		return t
	default:
		t := s.cfg.trouble(doing, cause)
		if bye := s.wire.bye(); bye != "" {
			t.What = "the server ended the connection: " + bye
		}
		return t
	}
}

func (s *session) greet() error {
	s.wire.expect(s.cfg.ConnectTimeout, s.cfg.ConnectTimeout, chatter)
	err := s.client.WaitGreeting()
	s.wire.rest()
	if err != nil {
		return s.explain("greeting", err)
	}
	return s.capabilities()
}

// capabilities asks what the server can do. go-imap would know too, but may wait half a minute on a connection that is gone.
func (s *session) capabilities() error {
	return s.do("capabilities", chatter, func() (err error) {
		s.caps, err = s.client.Capability().Wait()
		if err == nil && len(s.caps) == 0 {
			err = errors.New("the server tells none")
		}
		return err
	})
}

// signIn signs in, and reads the capabilities that hold from then on.
func (s *session) signIn() error {
	if s.client.State() == imap.ConnStateAuthenticated {
		return nil // PREAUTH, inside TLS
	}
	password, err := s.cfg.Password()
	if err != nil {
		t := s.cfg.trouble("sign in", err)
		t.What, t.Remedy = "the password cannot be read: "+oneLine(err.Error()), "check mailbox.password_file"
		return t
	}
	err = s.do("sign in", chatter, func() error { return s.login(password) })
	var t *Trouble
	if errors.As(err, &t) {
		t.What = strings.ReplaceAll(t.What, password, "…") // should a server echo it
		s.cfg.refusal(t)
		return t
	}
	return s.capabilities() // they differ from those before
}

func (s *session) login(password string) error {
	plain := s.caps.Has(imap.AuthCap(sasl.Plain))
	switch {
	case !s.caps.Has(imap.CapLoginDisabled):
		return s.client.Login(s.cfg.Username, password).Wait()
	case plain:
		return s.client.Authenticate(sasl.NewPlainClient("", s.cfg.Username, password))
	}
	return errors.New("the server offers neither LOGIN nor AUTH=PLAIN here")
}

// refusal marks and explains a refused sign-in. UNAVAILABLE (RFC 5530) is no refusal: the server cannot look the account up now.
func (c Config) refusal(t *Trouble) {
	var reply *imap.Error
	if !errors.As(t.Err, &reply) || reply.Code == imap.ResponseCodeUnavailable {
		return
	}
	t.refused = true
	t.What = fmt.Sprintf("%s refuses %s: %s", c.Host, c.Username, oneLine(reply.Text))
	t.Remedy = "check mailbox.username and the password in mailbox.password_file, and that IMAP is allowed for the account"
}

// selectFolder opens the folder for writing, because filing will need it; nothing is changed by that.
func (s *session) selectFolder() error {
	err := s.do("open the folder "+s.cfg.Folder, searchBytes, func() error {
		data, err := s.client.Select(s.cfg.Folder, nil).Wait()
		if err == nil {
			s.validity, s.exists = data.UIDValidity, data.NumMessages
		}
		return err
	})
	var t *Trouble
	if errors.As(err, &t) {
		if reply := (*imap.Error)(nil); errors.As(err, &reply) {
			t.Remedy = "check mailbox.folder: the account must have it, and may read it"
		}
		return t
	}
	if s.validity == 0 {
		t := s.cfg.trouble("open the folder "+s.cfg.Folder, errors.New("the server gives it no UIDVALIDITY"))
		t.Remedy = "mails cannot be told apart without one: choose another folder or server"
		return t
	}
	return nil
}

func (s *session) canIdle() bool { return !s.noIdle && s.caps.Has(imap.CapIdle) }
