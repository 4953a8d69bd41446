package mailserver

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-message/textproto"
)

// numbered is a message with its number as this connection knows it.
type numbered struct {
	*mail
	seq   uint32
	flags []imap.Flag
}

// pick returns the messages of a set; s.mu is held. A message that this connection was not told of yet has no number, and is not picked.
func (c *session) pick(set imap.NumSet) []numbered {
	var picked []numbered
	for i, m := range c.folder.messages {
		seq := c.view.EncodeSeqNum(uint32(i) + 1)
		if seq != 0 && c.contains(set, seq, m.uid) {
			picked = append(picked, numbered{m, seq, m.flags})
		}
	}
	return picked
}

// contains resolves "*": the last message, also in a range that starts behind it (RFC 9051 section 9, seq-range).
func (c *session) contains(set imap.NumSet, seq uint32, uid imap.UID) bool {
	messages := c.folder.messages
	within := func(n, start, stop, last uint32) bool {
		if start == 0 {
			start = last
		}
		if stop == 0 {
			stop = last
		}
		return min(start, stop) <= n && n <= max(start, stop)
	}
	switch set := set.(type) {
	case imap.UIDSet:
		last := uint32(messages[len(messages)-1].uid)
		return slices.ContainsFunc(set, func(r imap.UIDRange) bool { return within(uint32(uid), uint32(r.Start), uint32(r.Stop), last) })
	case imap.SeqSet:
		last := c.view.EncodeSeqNum(uint32(len(messages)))
		return slices.ContainsFunc(set, func(r imap.SeqRange) bool { return within(seq, r.Start, r.Stop, last) })
	}
	return false
}

func (c *session) locked(set imap.NumSet) []numbered {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	return c.pick(set)
}

// Fetch writes messages. Nothing is locked while it writes, so a slow reader holds up nobody else.
func (c *session) Fetch(w *imapserver.FetchWriter, set imap.NumSet, opt *imap.FetchOptions) error {
	c.s.command("FETCH")
	list := c.locked(set)
	if slices.ContainsFunc(opt.BodySection, func(b *imap.FetchItemBodySection) bool { return !b.Peek }) {
		c.mark(list, &imap.StoreFlags{Op: imap.StoreFlagsAdd, Flags: []imap.Flag{imap.FlagSeen}}, nil)
	}
	for _, m := range list {
		if err := m.write(w.CreateMessage(m.seq), opt); err != nil {
			return err
		}
	}
	return nil
}

func (m numbered) write(w *imapserver.FetchResponseWriter, opt *imap.FetchOptions) error {
	w.WriteUID(m.uid)
	if opt.Flags {
		w.WriteFlags(m.flags)
	}
	if opt.InternalDate {
		w.WriteInternalDate(m.at)
	}
	if opt.RFC822Size {
		w.WriteRFC822Size(int64(len(m.raw)))
	}
	if opt.Envelope {
		header, _ := textproto.ReadHeader(bufio.NewReader(bytes.NewReader(m.raw)))
		w.WriteEnvelope(imapserver.ExtractEnvelope(header))
	}
	if opt.BodyStructure != nil {
		w.WriteBodyStructure(imapserver.ExtractBodyStructure(bytes.NewReader(m.raw)))
	}
	for _, section := range opt.BodySection {
		if err := put(w.WriteBodySection, section, m.section(section)); err != nil {
			return err
		}
	}
	return w.Close()
}

func put(open func(*imap.FetchItemBodySection, int64) io.WriteCloser, section *imap.FetchItemBodySection, body []byte) error {
	lit := open(section, int64(len(body)))
	if _, err := lit.Write(body); err != nil {
		return err
	}
	return lit.Close()
}

// section cuts the asked part out of a message. The whole message is handed out byte for byte, however broken it is.
func (m numbered) section(section *imap.FetchItemBodySection) []byte {
	if len(section.Part) > 0 || section.Specifier != imap.PartSpecifierNone {
		return imapserver.ExtractBodySection(bytes.NewReader(m.raw), section)
	}
	body := m.raw
	if p := section.Partial; p != nil {
		from := min(max(p.Offset, 0), int64(len(body)))
		body = body[from:min(from+p.Size, int64(len(body)))]
	}
	return body
}

// Store changes flags.
func (c *session) Store(w *imapserver.FetchWriter, set imap.NumSet, change *imap.StoreFlags, _ *imap.StoreOptions) error {
	c.s.command("STORE")
	c.mark(c.locked(set), change, c.view)
	if change.Silent {
		return nil
	}
	return c.Fetch(w, set, &imap.FetchOptions{Flags: true})
}

// mark changes flags and tells the other connections.
func (c *session) mark(list []numbered, change *imap.StoreFlags, source *imapserver.SessionTracker) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	for _, m := range list {
		m.store(change)
		if i := slices.Index(c.folder.messages, m.mail); i >= 0 {
			c.folder.tracker.QueueMessageFlags(uint32(i)+1, m.uid, m.mail.flags, source)
		}
	}
	c.s.announce()
}

func (m *mail) has(flag imap.Flag) bool {
	return slices.ContainsFunc(m.flags, func(f imap.Flag) bool { return strings.EqualFold(string(f), string(flag)) })
}

func (m *mail) store(change *imap.StoreFlags) {
	var flags []imap.Flag
	if change.Op != imap.StoreFlagsSet {
		flags = slices.DeleteFunc(slices.Clone(m.flags), func(f imap.Flag) bool {
			return slices.ContainsFunc(change.Flags, func(g imap.Flag) bool { return strings.EqualFold(string(f), string(g)) })
		})
	}
	if change.Op != imap.StoreFlagsDel {
		flags = append(flags, change.Flags...)
	}
	m.flags = flags
}

// Expunge removes what is flagged \Deleted: everything, or with UIDPLUS only among uids.
func (c *session) Expunge(_ *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	switch {
	case uids == nil:
		c.s.command("EXPUNGE")
	case !c.s.has(string(imap.CapUIDPlus)):
		return bad("Unknown command")
	default:
		c.s.command("UID EXPUNGE")
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	c.s.remove(c.folder, func(m *mail) bool {
		return m.has(imap.FlagDeleted) && (uids == nil || c.contains(*uids, 0, m.uid))
	})
	return nil
}

// Copy copies messages; those that vanished are left out without a word, as RFC 9051 section 6.4.7 has it for UIDs.
func (c *session) Copy(set imap.NumSet, to string) (*imap.CopyData, error) {
	c.s.command("COPY")
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	data, _, err := c.copy(set, to)
	return data, err
}

// Move moves messages (RFC 6851). The EXPUNGE responses follow when the engine polls, with numbers that this connection knows.
func (c *session) Move(w *imapserver.MoveWriter, set imap.NumSet, to string) error {
	if !c.s.has(string(imap.CapMove)) {
		return bad("Unknown command")
	}
	c.s.command("MOVE")
	c.s.mu.Lock()
	data, moved, err := c.copy(set, to)
	if err == nil {
		c.s.remove(c.folder, func(m *mail) bool { return slices.Contains(moved, m) })
	}
	c.s.mu.Unlock()
	if err != nil || data == nil {
		return err
	}
	return w.WriteCopyData(data)
}

// copy does the work of both; s.mu is held. Without UIDPLUS, or with nothing copied, there is no COPYUID to tell.
func (c *session) copy(set imap.NumSet, to string) (*imap.CopyData, []*mail, error) {
	dest, err := c.find(to, imap.ResponseCodeTryCreate)
	if err != nil {
		return nil, nil, err
	}
	if dest == c.folder {
		return nil, nil, no("", "Source and destination are the same mailbox")
	}
	data := &imap.CopyData{UIDValidity: dest.uidValidity}
	var copied []*mail
	for _, m := range c.pick(set) {
		data.SourceUIDs.AddNum(m.uid)
		data.DestUIDs.AddNum(c.s.append(dest, m.raw, m.at, m.flags))
		copied = append(copied, m.mail)
	}
	if len(copied) == 0 || !c.s.has(string(imap.CapUIDPlus)) {
		data = nil
	}
	return data, copied, nil
}

// Search answers by numbers, flags, dates and sizes, and by text in the raw message; it decodes nothing.
func (c *session) Search(kind imapserver.NumKind, criteria *imap.SearchCriteria, _ *imap.SearchOptions) (*imap.SearchData, error) {
	c.s.command("SEARCH")
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	var found imap.SearchData
	var seqs imap.SeqSet
	var uids imap.UIDSet
	for _, m := range c.pick(imap.SeqSet{{Start: 1}}) {
		if !c.matches(m, criteria) {
			continue
		}
		num := m.seq
		if kind == imapserver.NumKindUID {
			num = uint32(m.uid)
		}
		seqs.AddNum(m.seq)
		uids.AddNum(m.uid)
		found.Max, found.Count = num, found.Count+1
		if found.Count == 1 {
			found.Min = num
		}
	}
	found.All = seqs
	if kind == imapserver.NumKindUID {
		found.All = uids
	}
	return &found, nil
}

func (c *session) matches(m numbered, want *imap.SearchCriteria) bool {
	not := func(ok bool) bool { return !ok }
	return !slices.ContainsFunc([]bool{
		all(want.SeqNum, func(set imap.SeqSet) bool { return c.contains(set, m.seq, m.uid) }),
		all(want.UID, func(set imap.UIDSet) bool { return c.contains(set, m.seq, m.uid) }),
		all(want.Flag, m.has),
		all(want.NotFlag, func(f imap.Flag) bool { return !m.has(f) }),
		all(want.Header, func(h imap.SearchCriteriaHeaderField) bool { return m.header(h.Key, h.Value) }),
		all(append(want.Text, want.Body...), func(t string) bool { return containsFold(m.raw, t) }),
		all(want.Not, func(n imap.SearchCriteria) bool { return !c.matches(m, &n) }),
		all(want.Or, func(or [2]imap.SearchCriteria) bool { return c.matches(m, &or[0]) || c.matches(m, &or[1]) }),
		want.Larger == 0 || int64(len(m.raw)) > want.Larger,
		want.Smaller == 0 || int64(len(m.raw)) < want.Smaller,
		want.Since.IsZero() || !day(m.at).Before(want.Since),
		want.Before.IsZero() || day(m.at).Before(want.Before),
	}, not)
}

func all[T any](list []T, ok func(T) bool) bool {
	return !slices.ContainsFunc(list, func(x T) bool { return !ok(x) })
}

func day(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }

func containsFold(raw []byte, text string) bool {
	return bytes.Contains(bytes.ToLower(raw), []byte(strings.ToLower(text)))
}

func (m *mail) header(key, value string) bool {
	header, _ := textproto.ReadHeader(bufio.NewReader(bytes.NewReader(m.raw)))
	for f := header.FieldsByKey(key); f.Next(); {
		if containsFold([]byte(f.Value()), value) {
			return true
		}
	}
	return false
}
