package mailserver

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
)

// account is one mailbox owner. Everything below it is guarded by Server.mu, but for the trackers, which have a lock of their own.
type account struct {
	address  string
	password string // empty: cannot sign in
	folders  map[string]*folder
}

type folder struct {
	name        string
	uidValidity uint32
	uidNext     imap.UID
	messages    []*mail
	tracker     *imapserver.MailboxTracker
}

type mail struct {
	uid   imap.UID
	raw   []byte // never changed
	at    time.Time
	flags []imap.Flag // replaced, never changed in place
}

// account returns the account of an address, and makes it at the first call; s.mu is held, or nobody else knows s yet.
func (s *Server) account(address string) *account {
	address = strings.ToLower(address)
	if a := s.accounts[address]; a != nil {
		return a
	}
	a := &account{address: address, password: s.opt.Password, folders: map[string]*folder{}}
	s.accounts[address] = a
	for _, name := range append([]string{Inbox}, s.opt.Folders...) {
		s.addFolder(a, name)
	}
	return a
}

// addFolder makes an empty folder. Its UIDVALIDITY grows with the clock, as RFC 9051 section 2.3.1.1 advises; s.mu is held.
func (s *Server) addFolder(a *account, name string) *folder {
	validity := uint32(s.started.Unix())
	for _, f := range a.folders {
		validity = max(validity, f.uidValidity+1)
	}
	f := &folder{name: name, uidValidity: validity, uidNext: 1, tracker: imapserver.NewMailboxTracker(0)}
	a.folders[canonical(name)] = f
	return f
}

// canonical makes INBOX the only name without case (RFC 9051 section 5.1).
func canonical(name string) string {
	if strings.EqualFold(name, Inbox) {
		return Inbox
	}
	return name
}

func (s *Server) append(f *folder, raw []byte, at time.Time, flags []imap.Flag) imap.UID {
	m := &mail{uid: f.uidNext, raw: slices.Clone(raw), at: at, flags: flags}
	f.uidNext++
	f.messages = append(f.messages, m)
	f.tracker.QueueNumMessages(uint32(len(f.messages)))
	s.announce()
	return m.uid
}

// remove takes out the messages for which gone says true; s.mu is held.
func (s *Server) remove(f *folder, gone func(*mail) bool) {
	for i := len(f.messages) - 1; i >= 0; i-- {
		if gone(f.messages[i]) {
			f.messages = slices.Delete(f.messages, i, i+1)
			f.tracker.QueueExpunge(uint32(i) + 1)
		}
	}
	s.announce()
}

// Deliver puts a message into the INBOX of an address, byte for byte; the mailbox is made when it is the first.
func (s *Server) Deliver(to string, raw []byte) error {
	return s.DeliverAt(to, raw, s.opt.Now())
}

// DeliverAt is Deliver with a time of arrival (INTERNALDATE).
func (s *Server) DeliverAt(to string, raw []byte, at time.Time) error {
	if !strings.Contains(to, "@") {
		return fmt.Errorf("mail server: %q is no address", to)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errors.New("mail server: closed")
	}
	s.append(s.account(to).folders[Inbox], raw, at, nil)
	return nil
}

// Message is one stored message, as a person at the mailbox would see it.
type Message struct {
	UID   uint32
	Raw   []byte
	Flags []string // \Seen, \Deleted, keywords; sorted
	At    time.Time
}

// Messages returns the raw messages in the INBOX of user, oldest first; none for an address that never got mail.
func (s *Server) Messages(user string) ([][]byte, error) {
	list, err := s.Folder(user, Inbox)
	if err != nil {
		return nil, err
	}
	var raw [][]byte
	for _, m := range list {
		raw = append(raw, m.Raw)
	}
	return raw, nil
}

// Folder returns what lies in a folder of user, oldest first.
func (s *Server) Folder(user, name string) ([]Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.accounts[strings.ToLower(user)]
	if a == nil {
		return nil, nil // no mail yet, no mailbox yet
	}
	f := a.folders[canonical(name)]
	if f == nil {
		return nil, fmt.Errorf("mail server: %s has no folder %q", user, name)
	}
	var list []Message
	for _, m := range f.messages {
		list = append(list, m.public())
	}
	return list, nil
}

func (m *mail) public() Message {
	out := Message{UID: uint32(m.uid), Raw: slices.Clone(m.raw), At: m.at}
	for _, flag := range m.flags {
		out.Flags = append(out.Flags, string(flag))
	}
	slices.Sort(out.Flags)
	return out
}

// SetFlags replaces the flags of one message in the INBOX of user, as another mail program of that person would.
func (s *Server) SetFlags(user string, uid uint32, flags ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.account(user).folders[Inbox]
	i := slices.IndexFunc(f.messages, func(m *mail) bool { return uint32(m.uid) == uid })
	if i < 0 {
		return fmt.Errorf("mail server: %s has no message with UID %d", user, uid)
	}
	f.messages[i].store(&imap.StoreFlags{Op: imap.StoreFlagsSet, Flags: toFlags(flags)})
	f.tracker.QueueMessageFlags(uint32(i)+1, imap.UID(uid), f.messages[i].flags, nil)
	s.announce()
	return nil
}

func toFlags(names []string) []imap.Flag {
	var flags []imap.Flag
	for _, name := range names {
		flags = append(flags, imap.Flag(name))
	}
	return flags
}

// Remove expunges one message from the INBOX of user, as another mail program of that person would.
func (s *Server) Remove(user string, uid uint32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.remove(s.account(user).folders[Inbox], func(m *mail) bool { return uint32(m.uid) == uid })
}

// CreateFolder makes a folder in the mailbox of user.
func (s *Server) CreateFolder(user, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.account(user); a.folders[canonical(name)] == nil {
		s.addFolder(a, name)
	}
}

// SetPassword changes the password of user, from the next sign-in on.
func (s *Server) SetPassword(user, password string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.account(user).password = password
}

// Renumber gives a folder a new UIDVALIDITY and UIDs from 1, as after a restore from backup, and ends the IMAP connections.
func (s *Server) Renumber(user, name string) error {
	s.mu.Lock()
	a := s.account(user)
	old := a.folders[canonical(name)]
	if old == nil {
		s.mu.Unlock()
		return fmt.Errorf("mail server: %s has no folder %q", user, name)
	}
	f := s.addFolder(a, name)
	for _, m := range old.messages {
		s.append(f, m.raw, m.at, m.flags)
	}
	s.mu.Unlock()
	s.DropIMAP() // a selected mailbox must not change its UIDVALIDITY under the client
	return nil
}

// UIDValidity returns the UIDVALIDITY of a folder, 0 when there is none.
func (s *Server) UIDValidity(user, name string) uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.account(user).folders[canonical(name)]; f != nil {
		return f.uidValidity
	}
	return 0
}
