package outbox

import (
	"errors"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"github.com/wneessen/go-mail/smtp"

	"iec-iab.be/servicedesk/internal/ticket"
)

// blockSize is what is written under one deadline.
const blockSize = 32 << 10

// session is one connection that is signed in. After an outcome that is broken it is of no use.
type session struct {
	cfg    Config
	conn   *conn
	client *smtp.Client
	unhook func() bool
	used   bool // a message went over it: the server may have closed it since
	dirty  bool // a message was begun and not taken: RSET comes first
}

// outcome is what one try came to.
type outcome struct {
	result ticket.AttemptResult
	code   int
	text   string
	broken bool // the connection is of no use
	stale  bool // and it was so before this message began: it may begin again on a new one
	ours   bool // a fault of the configuration: it concerns every message
	halted bool // we were told to stop
}

// send hands one message over. What is not known after the final dot stays unknown: it is never taken for a refusal.
func (s *session) send(d ticket.Delivery) outcome {
	t := s.cfg.Timeouts
	s.conn.within(3*t.Command + t.Data + t.upload())
	if s.dirty {
		s.conn.stage(t.Command)
		if s.client.Reset() != nil { // it says nothing of the message before, nor of this one
			return outcome{result: ticket.AttemptDeferred, text: "RSET failed", broken: true, stale: true}
		}
	}
	if out, ok := s.envelope(d); !ok {
		return out
	}
	s.conn.handOver(true)
	defer s.conn.handOver(false)
	s.conn.stage(t.Data)
	w, err := s.client.Data()
	if err != nil {
		return s.failed("DATA", err)
	}
	if err := s.upload(w.Write, d.Raw); err != nil {
		return s.failed("message", err)
	}
	s.conn.within(t.FinalDot)
	s.conn.stage(t.FinalDot)
	err = w.Close()
	if err == nil {
		s.dirty = false
		return outcome{result: ticket.AttemptSent, code: 250, text: clean(saidBy(w))}
	}
	return s.afterDot(err)
}

func saidBy(w any) string {
	if d, ok := w.(*smtp.DataCloser); ok {
		return d.ServerResponse()
	}
	return ""
}

// envelope says who and to whom.
func (s *session) envelope(d ticket.Delivery) (outcome, bool) {
	wide := needsUTF8(d)
	if ok, _ := s.client.Extension("SMTPUTF8"); wide && !ok {
		return outcome{result: ticket.AttemptRefused,
			text: "our mail server takes no addresses with letters outside ASCII (it lacks SMTPUTF8, RFC 6531)"}, false
	}
	s.client.SkipSMTPUTF8(!wide)
	reused := s.used
	s.used, s.dirty = true, true
	s.conn.stage(s.cfg.Timeouts.Command)
	if err := s.client.Mail("<" + d.Sender + ">"); err != nil {
		out := s.failed("MAIL FROM", err)
		out.stale = reused && out.broken && !out.halted
		return out, false
	}
	s.conn.stage(s.cfg.Timeouts.Command)
	if err := s.client.Rcpt("<" + d.Recipient + ">"); err != nil {
		return s.failed("RCPT TO", err), false
	}
	return outcome{}, true
}

// upload flushes what it writes, so that a line that breaks here is known to have broken before the final dot.
func (s *session) upload(write func([]byte) (int, error), raw []byte) error {
	for len(raw) > 0 {
		n := min(len(raw), blockSize)
		s.conn.stage(s.cfg.Timeouts.Block)
		if _, err := write(raw[:n]); err != nil {
			return err
		}
		if err := s.client.Text.W.Flush(); err != nil {
			return err
		}
		raw = raw[n:]
	}
	return nil
}

// failed judges an error before the final dot: nobody has taken the message.
func (s *session) failed(command string, err error) outcome {
	out := outcome{result: ticket.AttemptDeferred, text: clean(command + ": " + describe(err)), broken: true}
	var reply *textproto.Error
	if !errors.As(err, &reply) {
		out.halted = s.conn.isStopped()
		return out
	}
	out.code, out.text = reply.Code, clean(command+": "+reply.Msg)
	out.broken = reply.Code == 421
	out.ours = wantsSignIn(reply.Code)
	if reply.Code/100 == 5 && !out.ours {
		out.result = ticket.AttemptRefused
	}
	return out
}

// wantsSignIn knows the codes that speak of us, and not of the message (RFC 4954 section 6).
func wantsSignIn(code int) bool { return code == 530 || code == 534 || code == 535 || code == 538 }

// afterDot judges an error of the last answer.
func (s *session) afterDot(err error) outcome {
	var reply *textproto.Error
	if !errors.As(err, &reply) {
		return outcome{result: ticket.AttemptUnknown, broken: true, halted: s.conn.isStopped(),
			text: clean("after the final dot: " + describe(err) + "; it may have arrived")}
	}
	out := outcome{code: reply.Code, text: clean("message: " + reply.Msg), broken: reply.Code == 421}
	switch reply.Code / 100 {
	case 2: // RFC 5321 section 4.3.2: the first digit decides
		out.result = ticket.AttemptSent
	case 5:
		out.result = ticket.AttemptRefused
	case 4:
		out.result = ticket.AttemptDeferred
	default:
		out.result, out.broken = ticket.AttemptUnknown, true
	}
	return out
}

// quit ends a session. Whether the server hears it says nothing of the messages.
func (s *session) quit() {
	s.conn.stage(s.cfg.Timeouts.Connect)
	_ = s.client.Quit()
	s.close()
}

func (s *session) close() {
	s.unhook()
	_ = s.client.Close()
	_ = s.conn.Close()
}

// needsUTF8 tells whether SMTPUTF8 has to be asked for (RFC 6531): where it is not needed it could only make a next server refuse.
func needsUTF8(d ticket.Delivery) bool {
	header, _, _ := strings.Cut(string(d.Raw), "\r\n\r\n")
	for _, s := range []string{d.Sender, d.Recipient, header} {
		for i := range len(s) {
			if s[i] >= utf8.RuneSelf {
				return true
			}
		}
	}
	return false
}
