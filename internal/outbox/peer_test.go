package outbox

import (
	"bufio"
	"io"
	"net"
	"strings"
	"time"
)

// peer is the server's end of a scripted connection. Everything it does ends quietly once the client has gone.
type peer struct {
	s    *script
	conn net.Conn
	r    *bufio.Reader
	gone bool
}

func newPeer(s *script, c net.Conn) *peer { return &peer{s: s, conn: c, r: bufio.NewReader(c)} }

func (p *peer) close() { _ = p.conn.Close() }

// say writes lines.
func (p *peer) say(lines ...string) {
	if _, err := io.WriteString(p.conn, strings.Join(lines, "\r\n")+"\r\n"); err != nil {
		p.gone = true
	}
}

// hear reads one line.
func (p *peer) hear() string {
	line, err := p.r.ReadString('\n')
	if err != nil {
		p.gone = true
	}
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.heard.WriteString(line)
	return line
}

// greet goes as far as MAIL, offering extensions.
func (p *peer) greet(extensions ...string) {
	p.say("220 mail.example.be ESMTP")
	p.hear()
	lines := []string{"250-mail.example.be"}
	for _, e := range extensions {
		lines = append(lines, "250-"+e)
	}
	p.say(append(lines, "250 8BITMIME")...)
}

// envelope answers MAIL, RCPT and DATA well.
func (p *peer) envelope() {
	p.reply("250 2.1.0 Ok", "250 2.1.5 Ok", "354 go on")
}

// reply answers one line each.
func (p *peer) reply(answers ...string) {
	for _, a := range answers {
		p.hear()
		p.say(a)
	}
}

// message reads up to the final dot, without answering, and counts the message as accepted.
func (p *peer) message() {
	raw := p.text()
	if p.gone {
		return
	}
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.accepted = append(p.s.accepted, raw)
}

func (p *peer) text() []byte {
	var raw []byte
	for {
		line, err := p.r.ReadString('\n')
		switch {
		case err != nil:
			p.gone = true
			return raw
		case line == ".\r\n":
			return raw
		}
		raw = append(raw, strings.TrimPrefix(line, ".")...)
	}
}

// serve takes every message until the client says QUIT.
func (p *peer) serve(extensions ...string) {
	p.greet(extensions...)
	p.mails()
}

func (p *peer) mails() {
	for !p.gone {
		switch line := strings.ToUpper(p.hear()); {
		case strings.HasPrefix(line, "DATA"):
			p.say("354 go on")
			p.message()
			p.say("250 2.0.0 Ok: queued as 4F2A")
		case strings.HasPrefix(line, "QUIT"):
			p.say("221 bye")
			return
		default:
			p.say("250 2.0.0 Ok")
		}
	}
}

// silence says nothing until the client gives up.
func (p *peer) silence() { _, _ = io.Copy(io.Discard, p.r) }

func (p *peer) wait(d time.Duration) { <-time.After(d) }
