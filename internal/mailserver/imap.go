package mailserver

import (
	"bytes"
	"crypto/subtle"
	"io"
	"log"
	"slices"
	"strings"
	"sync"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
)

// newIMAP makes the protocol engine. The store is ours rather than the library's own in-memory one: that one answers MOVE with an EXPUNGE of
// message 0, and MOVE or COPY of a vanished UID with a COPYUID that no client can read.
func (s *Server) newIMAP() *imapserver.Server {
	caps := imap.CapSet{imap.CapIMAP4rev1: {}}
	for _, c := range []imap.Cap{imap.CapMove, imap.CapUIDPlus, imap.CapESearch, imap.CapNamespace, imap.CapSpecialUse} {
		if s.has(string(c)) {
			caps[c] = struct{}{}
		}
	}
	return imapserver.New(&imapserver.Options{
		NewSession: func(c *imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			s.count(func(c *Counts) { c.Connections++ })
			return &session{s: s}, nil, nil
		},
		Caps:         caps,
		TLSConfig:    s.opt.TLS,
		InsecureAuth: true, // loopback only
		Logger:       log.New(io.Discard, "", 0),
	})
}

func (s *Server) has(extension string) bool {
	return !slices.ContainsFunc(s.opt.Without, func(w string) bool { return strings.EqualFold(w, extension) })
}

// session is one IMAP connection.
type session struct {
	s       *Server
	account *account
	folder  *folder                    // nil: none selected
	view    *imapserver.SessionTracker // of folder: message numbers as this connection knows them
	leaving sync.Mutex                 // around view: the engine may close a session while its Idle still runs
}

// Close leaves the folder.
func (c *session) Close() error { return c.Unselect() }

// Login signs in.
func (c *session) Login(username, password string) error {
	c.s.mu.Lock()
	a := c.s.accounts[strings.ToLower(username)]
	ok := a != nil && a.password != "" && subtle.ConstantTimeCompare([]byte(a.password), []byte(password)) == 1
	c.s.mu.Unlock()
	if !ok {
		c.s.count(func(n *Counts) { n.Refused++ })
		return imapserver.ErrAuthFailed
	}
	c.s.count(func(n *Counts) { n.Logins++ })
	c.account = a
	return nil
}

func no(code imap.ResponseCode, text string) error {
	return &imap.Error{Type: imap.StatusResponseTypeNo, Code: code, Text: text}
}

func bad(text string) error { return &imap.Error{Type: imap.StatusResponseTypeBad, Text: text} }

// find returns a folder of the account; s.mu is held.
func (c *session) find(name string, code imap.ResponseCode) (*folder, error) {
	if f := c.account.folders[canonical(name)]; f != nil {
		return f, nil
	}
	return nil, no(code, "No such mailbox")
}

// Select opens a folder.
func (c *session) Select(name string, _ *imap.SelectOptions) (*imap.SelectData, error) {
	c.s.command("SELECT")
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	f, err := c.find(name, imap.ResponseCodeNonExistent)
	if err != nil {
		return nil, err
	}
	c.folder, c.view = f, f.tracker.NewSession()
	flags := []imap.Flag{imap.FlagSeen, imap.FlagAnswered, imap.FlagFlagged, imap.FlagDeleted, imap.FlagDraft}
	return &imap.SelectData{
		Flags:          flags,
		PermanentFlags: append(slices.Clone(flags), imap.FlagWildcard),
		NumMessages:    uint32(len(f.messages)),
		UIDNext:        f.uidNext,
		UIDValidity:    f.uidValidity,
	}, nil
}

// Unselect leaves the folder.
func (c *session) Unselect() error {
	c.leaving.Lock()
	defer c.leaving.Unlock()
	if c.view != nil {
		c.view.Close()
	}
	c.folder, c.view = nil, nil
	return nil
}

// Create makes a folder.
func (c *session) Create(name string, _ *imap.CreateOptions) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	name = strings.TrimRight(name, "/")
	if c.account.folders[canonical(name)] != nil {
		return no(imap.ResponseCodeAlreadyExists, "Mailbox already exists")
	}
	c.s.addFolder(c.account, name)
	return nil
}

// Delete removes a folder.
func (c *session) Delete(name string) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if _, err := c.find(name, imap.ResponseCodeNonExistent); err != nil {
		return err
	}
	delete(c.account.folders, canonical(name))
	return nil
}

// Rename gives a folder another name.
func (c *session) Rename(from, to string, _ *imap.RenameOptions) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	f, err := c.find(from, imap.ResponseCodeNonExistent)
	if err != nil {
		return err
	}
	delete(c.account.folders, canonical(from))
	f.name = to
	c.account.folders[canonical(to)] = f
	return nil
}

// Subscribe does nothing: every folder is always listed.
func (c *session) Subscribe(string) error { return nil }

// Unsubscribe does nothing.
func (c *session) Unsubscribe(string) error { return nil }

// Namespace says that the folders have no prefix.
func (c *session) Namespace() (*imap.NamespaceData, error) {
	return &imap.NamespaceData{Personal: []imap.NamespaceDescriptor{{Delim: '/'}}}, nil
}

// List names the folders.
func (c *session) List(w *imapserver.ListWriter, ref string, patterns []string, _ *imap.ListOptions) error {
	if len(patterns) == 0 {
		return w.WriteList(&imap.ListData{Attrs: []imap.MailboxAttr{imap.MailboxAttrNoSelect}, Delim: '/'})
	}
	for _, name := range c.names() {
		if slices.ContainsFunc(patterns, func(p string) bool { return imapserver.MatchList(name, '/', ref, p) }) {
			if err := w.WriteList(&imap.ListData{Mailbox: name, Delim: '/'}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *session) names() []string {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	var names []string
	for name := range c.account.folders {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Status answers STATUS.
func (c *session) Status(name string, opt *imap.StatusOptions) (*imap.StatusData, error) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	f, err := c.find(name, imap.ResponseCodeNonExistent)
	if err != nil {
		return nil, err
	}
	all, unseen, deleted, size := f.totals()
	data := &imap.StatusData{Mailbox: name, UIDNext: f.uidNext, UIDValidity: f.uidValidity}
	if opt.NumMessages {
		data.NumMessages = &all
	}
	if opt.NumUnseen {
		data.NumUnseen = &unseen
	}
	if opt.NumDeleted {
		data.NumDeleted = &deleted
	}
	if opt.Size {
		data.Size = &size
	}
	if opt.NumRecent {
		data.NumRecent = new(uint32)
	}
	return data, nil
}

func (f *folder) totals() (all, unseen, deleted uint32, size int64) {
	for _, m := range f.messages {
		all++
		size += int64(len(m.raw))
		if !m.has(imap.FlagSeen) {
			unseen++
		}
		if m.has(imap.FlagDeleted) {
			deleted++
		}
	}
	return all, unseen, deleted, size
}

// Append stores a message of the client.
func (c *session) Append(name string, r imap.LiteralReader, opt *imap.AppendOptions) (*imap.AppendData, error) {
	var raw bytes.Buffer
	if _, err := raw.ReadFrom(r); err != nil {
		return nil, err
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	f, err := c.find(name, imap.ResponseCodeTryCreate)
	if err != nil {
		return nil, err
	}
	at := opt.Time
	if at.IsZero() {
		at = c.s.opt.Now()
	}
	return &imap.AppendData{UIDValidity: f.uidValidity, UID: c.s.append(f, raw.Bytes(), at, opt.Flags)}, nil
}

// Poll tells what changed since the last command.
func (c *session) Poll(w *imapserver.UpdateWriter, allowExpunge bool) error {
	if c.view == nil {
		return nil
	}
	c.s.command("POLL")
	return c.view.Poll(w, allowExpunge)
}

// Idle tells of changes as they come.
func (c *session) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	c.s.command("IDLE")
	c.leaving.Lock()
	view := c.view
	c.leaving.Unlock()
	if view == nil {
		<-stop
		return nil
	}
	for { // not view.Idle, which says nothing of what came just before it listened, until the next change
		changed := c.s.Changed()
		if err := view.Poll(w, true); err != nil {
			return err
		}
		select {
		case <-changed:
		case <-stop:
			return nil
		}
	}
}
