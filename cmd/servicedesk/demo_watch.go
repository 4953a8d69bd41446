package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/demo"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

// watched is what the transcript has told so far.
type watched struct {
	scenes  []demo.Scene
	next    int // the scene whose mail arrives next
	members []ticket.Member
	mails   map[string]bool // Message-IDs
	letters map[string]bool // Message-IDs and whose mailbox
	trouble map[ticket.Ref]string
	asked   []question // of us, which the member has not answered yet
	brief   bool       // only the beginning of each letter
}

// question is one of ours, with the scene of the member who answers it.
type question struct {
	scene  demo.Scene
	letter demo.Letter
}

func (s *stage) prepare() error {
	members, err := demo.Members(time.Now())
	s.watched = watched{
		scenes: demo.Story(), members: members,
		mails: map[string]bool{}, letters: map[string]bool{}, trouble: map[ticket.Ref]string{},
	}
	return err
}

// How often the transcript looks for what happened in the database alone; what happens at the mail server it is told.
const (
	lookAgain   = 100 * time.Millisecond
	settleAgain = 10 * time.Millisecond // while nobody can do anything but wait
)

// begin lets the mails arrive that open the demo, and waits until the worker has read them, so that there is something to decide.
func (s *stage) begin(ctx context.Context) error {
	var opens int
	for s.scenes, opens = demo.Opening(s.scenes); s.next < opens; s.next++ {
		if err := s.world.Deliver(s.scenes[s.next]); err != nil {
			return err
		}
	}
	return s.settle(ctx, s.unsettled)
}

// interact lets the other mails arrive one after the other, and carries out what is typed, until quit or a signal; or until the end of the
// input, when that is a terminal.
func (s *stage) interact(ctx context.Context, pace time.Duration) error {
	lines := readLines(ctx, s.t.in)
	clock := time.NewTicker(lookAgain)
	defer clock.Stop()
	pace = max(pace, lookAgain)
	arrives := time.NewTimer(pace)
	for {
		changed := s.world.Changed()
		if err := s.look(ctx); err != nil {
			return unlessStopped(ctx, err)
		}
		select {
		case <-ctx.Done():
			return nil
		case err := <-s.done:
			return s.ended(ctx, err)
		case line, ok := <-lines:
			if !ok && isTerminal(s.t.in) || ok && errors.Is(s.command(ctx, line), errQuit) {
				return nil
			}
			if !ok {
				lines = nil // a pipe that ended: the mails go on
			}
		case <-arrives.C:
			if err := s.arrive(); err != nil {
				return err
			}
			arrives.Reset(pace)
		case <-changed:
		case <-clock.C:
		}
	}
}

// ended says why the worker stopped, and leaves done readable for close.
func (s *stage) ended(ctx context.Context, err error) error {
	s.done <- err
	return unlessStopped(ctx, fmt.Errorf("the worker stopped: %w", err))
}

// unlessStopped drops the errors that follow from a signal, with which the demo ends as it should.
func unlessStopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// readLines reads until the end or until ctx is done; the read that is under way then ends with the process.
func readLines(ctx context.Context, in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(in); in.Scan(); {
			select {
			case lines <- in.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines
}

// arrive lets the next mail arrive: that of the next scene, and the members' answers to us after all of them, so that there is somebody
// to wait for meanwhile.
func (s *stage) arrive() error {
	switch {
	case s.next < len(s.scenes):
		s.next++
		return s.world.Deliver(s.scenes[s.next-1])
	case len(s.asked) > 0:
		return s.answer()
	case s.next == len(s.scenes):
		s.next++
		fmt.Fprint(s.t.out, "That was all the mail. Decide on what waits; list shows it, help all commands, quit ends.\n\n")
	}
	return nil
}

func (s *stage) answer() error {
	q := s.asked[0]
	s.asked = s.asked[1:]
	return s.world.Answer(q.scene, q.letter)
}

// look tells what is new: mails that the worker took in, letters that arrived, trouble that staff have to know of.
func (s *stage) look(ctx context.Context) error {
	letters, err := s.world.Letters() // first: whatever caused one of these is to be told before it
	if err != nil {
		return err
	}
	if err := s.lookAtMails(ctx); err != nil {
		return err
	}
	s.lookAtLetters(letters)
	return s.lookAtTrouble(ctx)
}

func (s *stage) lookAtMails(ctx context.Context) error {
	all, err := s.world.Mails()
	if err != nil || len(all) == len(s.mails) {
		return err
	}
	account, err := s.Account(ctx)
	if err != nil {
		return err
	}
	views, err := s.views(ctx)
	if err != nil {
		return err
	}
	for _, m := range all {
		if s.mails[m.MessageID] {
			continue
		}
		v := viewOf(views, m.MessageID)
		if v == nil && account.Ledger.Fetched < int64(len(all)) {
			continue // perhaps not taken in yet
		}
		s.mails[m.MessageID] = true
		s.tellMail(m, v)
	}
	return nil
}

func (s *stage) views(ctx context.Context) (out []desk.View, err error) {
	list, err := s.List(ctx, ticket.Filter{})
	for i := 0; i < len(list) && err == nil; i++ {
		var v desk.View
		v, err = s.Show(ctx, list[i].Ticket.Ref)
		out = append(out, v)
	}
	return out, err
}

// viewOf finds the ticket that a mail became or joined, nil when it did neither.
func viewOf(views []desk.View, messageID string) *desk.View {
	for _, v := range views {
		for _, m := range v.Mails {
			if m.Message.MessageID == messageID {
				return &v
			}
		}
	}
	return nil
}

func (s *stage) lookAtLetters(all []demo.Letter) {
	for _, l := range all {
		key := l.To + " " + l.MessageID
		if s.letters[key] {
			continue
		}
		s.letters[key] = true
		s.tellLetter(l)
		for _, scene := range s.scenes {
			if l.Automatic && scene.Answer != "" && scene.MessageID() == l.InReplyTo {
				s.asked = append(s.asked, question{scene, l})
			}
		}
	}
}

func (s *stage) lookAtTrouble(ctx context.Context) error {
	list, err := s.List(ctx, ticket.Filter{})
	for _, x := range list {
		t := x.Ticket
		if t.Trouble != "" && t.Trouble != s.trouble[t.Ref] {
			fmt.Fprintf(s.t.out, "  TROUBLE   %s: %s\n\n", t.Ref, clean(t.Trouble))
		}
		s.trouble[t.Ref] = t.Trouble
	}
	return err
}

// line prints one aligned line of the transcript.
func (s *stage) line(name, format string, args ...any) {
	fmt.Fprintf(s.t.out, "  %-9s %s\n", name, clean(fmt.Sprintf(format, args...)))
}

// tellMail tells of one mail, what was understood of it, and what it waits for.
func (s *stage) tellMail(m demo.Mail, v *desk.View) {
	r := s.Reader.Read(m.Raw, false)
	fmt.Fprintf(s.t.out, "--- %s\n", s.says(m.MessageID, r))
	s.line("from", "%s", nrn.Redact(r.Sender().Name+" <"+r.Sender().Addr+">"))
	s.line("subject", "%s", nrn.Redact(r.Message.Subject))
	if v == nil {
		s.line("read as", "%s: %s", r.Verdict.Kind, strings.ReplaceAll(r.Verdict.AutomaticReason, "_", " "))
		fmt.Fprintln(s.t.out)
		return
	}
	t := v.Ticket
	bounce := r.Message.Bounce != nil
	s.line("read as", "%s", orWord(bounce, "bounce", string(t.Kind)+", "+string(t.Language)))
	if t.Kind.NeedsCheck() && !bounce {
		s.line("claim", "%s", claimWords(v.Claim, t.Kind))
	}
	s.line("ticket", "%s, %s", t.Ref, t.Status)
	if c := v.Check; c != nil && c.Status == ticket.Waiting {
		s.line("waits", "%s", findingWords(c.Findings))
		s.line("type", "approve %s%s", t.Ref, orWord(ticket.Worst(c.Findings) == ticket.Alarm, " REASON", ""))
	}
	fmt.Fprintln(s.t.out)
}

func (s *stage) says(messageID string, r desk.Reading) string {
	for i, scene := range s.scenes {
		switch messageID {
		case scene.MessageID():
			return fmt.Sprintf("%d. %s", i+1, scene.Says)
		case scene.AnswerID():
			return "The member answers."
		}
	}
	if r.Message.Bounce != nil {
		return "A mail of ours comes back."
	}
	return "A mail from outside the story."
}

func orWord(cond bool, yes, no string) string {
	if cond {
		return yes
	}
	return no
}

func claimWords(c ticket.Claim, k ticket.Kind) string {
	words := []string{strings.TrimSpace(c.FirstName + " " + c.LastName), masked(c)}
	if c.NewAddress != "" {
		words = append(words, "new address "+nrn.Redact(c.NewAddress))
	}
	if missing := c.Missing(k); len(missing) > 0 {
		words = append(words, "missing "+strings.ReplaceAll(joinFields(missing), "_", " "))
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), ", ")
}

// findingWords says in a word how a check looks.
func findingWords(findings []ticket.Finding) string {
	words := map[ticket.Verdict][]string{}
	for _, f := range findings {
		words[f.Verdict] = append(words[f.Verdict], strings.ReplaceAll(f.Name, "_", " "))
	}
	var out []string
	for _, v := range []ticket.Verdict{ticket.Alarm, ticket.Warning} {
		if len(words[v]) > 0 {
			out = append(out, string(v)+": "+strings.Join(words[v], ", "))
		}
	}
	if out == nil {
		return "for approval; nothing speaks against it"
	}
	return "for approval; " + strings.Join(out, "; ")
}

// briefLines is how much of a letter the script shows.
const briefLines = 5

func (s *stage) tellLetter(l demo.Letter) {
	fmt.Fprintf(s.t.out, "  mail to   %s%s\n", shown(l.To), orWord(l.Automatic, "   (automatic)", ""))
	s.line("subject", "%s", l.Subject)
	lines, more := strings.Split(strings.TrimSpace(clean(l.Text)), "\n"), 0
	if s.brief {
		lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
		more = max(0, len(lines)-briefLines)
	}
	for _, text := range lines[:len(lines)-more] {
		fmt.Fprintln(s.t.out, strings.TrimRight("            | "+text, " "))
	}
	if more > 0 {
		fmt.Fprintf(s.t.out, "            | [and %d lines more]\n", more)
	}
	fmt.Fprintln(s.t.out)
}
