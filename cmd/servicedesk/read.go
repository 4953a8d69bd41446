package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/sync/errgroup"

	"iec-iab.be/servicedesk/internal/address"
	"iec-iab.be/servicedesk/internal/classify"
	"iec-iab.be/servicedesk/internal/config"
	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/directory"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

type readCmd struct {
	Files   []string `arg:"" help:"Mails: .eml files, mbox files, folders of them, Maildirs, or '-' for standard input." name:"file"`
	Config  string   `help:"The configuration file, for the desk's own addresses; without it servicedesk@iec-iab.be." placeholder:"FILE"`
	Members string   `help:"Compare with the members of this CSV file." placeholder:"FILE.csv"`
	Reveal  bool     `help:"Print national numbers in full."`
	JSON    bool     `help:"One object a mail, for machines." name:"json"`
	Summary bool     `help:"Only the figures of all mails together."`
}

// readJSON is one object of `read --json`. A missing thing is null.
type readJSON struct {
	File            string          `json:"file"`
	Kind            ticket.Kind     `json:"kind"`
	Language        ticket.Language `json:"language"`
	FromAddress     *string         `json:"from_address"`
	LastName        *string         `json:"last_name"`
	FirstName       *string         `json:"first_name"`
	NationalNumber  *string         `json:"national_number"`
	NewAddress      *string         `json:"new_address"`
	Missing         []ticket.Field  `json:"missing"`
	NumberProblem   *string         `json:"number_problem"`
	AutomaticReason *string         `json:"automatic_reason"`
	Outcome         ticket.Outcome  `json:"outcome"`
}

// matchedJSON is the object with --members.
type matchedJSON struct {
	readJSON
	Match       string  `json:"match"`
	MemberEmail *string `json:"member_email"`
}

// matcher compares a claim with the members of a file.
type matcher map[nrn.Number]ticket.Member

// Run reads and prints; it touches nothing.
func (c readCmd) Run(ctx context.Context, t terminal) error {
	r, limit, err := c.reader()
	if err != nil {
		return err
	}
	members, err := c.matcher(t)
	if err != nil {
		return err
	}
	files, err := findMailFiles(c.Files)
	if err != nil {
		return err
	}
	bar := c.progress(t, files)
	sum := newSummary(members)
	for m, err := range understandAll(ctx, r, mails(files, t.in, limit, bar)) {
		if err != nil {
			return err
		}
		sum.add(m)
		if err := c.print(t.out, m, members); err != nil {
			return err
		}
	}
	bar.Finish()
	if !c.JSON && (c.Summary || sum.mails > 1) {
		sum.print(t.out)
	}
	return ctx.Err()
}

// progress is a bar over the octets of files, shown where the readings themselves do not scroll by.
func (c readCmd) progress(t terminal, files []mailFile) *progressbar.ProgressBar {
	size := int64(0)
	for _, f := range files {
		if f.size < 0 {
			size = -1
			break
		}
		size += f.size
	}
	if isTerminal(t.out) && !c.Summary {
		return progressbar.DefaultBytesSilent(size)
	}
	return progress(t.err, size, "reading mails")
}

func (c readCmd) print(w io.Writer, m understood, members matcher) error {
	switch {
	case c.Summary:
		return nil
	case c.JSON:
		return json.NewEncoder(w).Encode(c.object(m.name, m.Reading, members))
	}
	return printReading(w, m.name, m.Reading, members, c.Reveal)
}

// understood is a mail with what was understood of it, and how long that took.
type understood struct {
	mail
	desk.Reading
	took time.Duration
}

// Mails are understood on all cores, a batch at a time; it ends with so many mails or octets.
const (
	batchMails  = 64
	batchOctets = 32 << 20
)

// understandAll reads mails and yields them in their order. It ends with the first error, or with the context.
func understandAll(ctx context.Context, r desk.Reader, all iter.Seq2[mail, error]) iter.Seq2[understood, error] {
	return func(yield func(understood, error) bool) {
		for batch, err := range inBatches(all) {
			var g errgroup.Group
			g.SetLimit(runtime.GOMAXPROCS(0))
			for i := range batch {
				g.Go(func() error {
					m, start := &batch[i], time.Now()
					m.Reading = r.Read(m.raw, m.truncated)
					m.took = time.Since(start)
					return nil
				})
			}
			if err = errors.Join(g.Wait(), err); ctx.Err() != nil {
				return
			}
			for _, m := range batch {
				if !yield(m, nil) {
					return
				}
			}
			if err != nil {
				yield(understood{}, err)
				return
			}
		}
	}
}

// inBatches gathers mails into batches; an error comes with the mails before it.
func inBatches(all iter.Seq2[mail, error]) iter.Seq2[[]understood, error] {
	return func(yield func([]understood, error) bool) {
		var batch []understood
		octets := 0
		for m, err := range all {
			if err != nil {
				yield(batch, err)
				return
			}
			batch, octets = append(batch, understood{mail: m}), octets+len(m.raw)
			if len(batch) < batchMails && octets < batchOctets {
				continue
			}
			if !yield(batch, nil) {
				return
			}
			batch, octets = nil, 0
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}
}

// reader returns the reader of mails and the size up to which a mail is read, in octets.
func (c readCmd) reader() (desk.Reader, int64, error) {
	if c.Config != "" {
		conf, err := config.Load(c.Config)
		if err != nil {
			return desk.Reader{}, 0, err
		}
		return reader(conf), int64(conf.Mailbox.MaxMessageSize), nil
	}
	conf := config.Default()
	conf.Desk.Address = "servicedesk@iec-iab.be"
	return reader(conf), int64(conf.Mailbox.MaxMessageSize), nil
}

func (c readCmd) matcher(t terminal) (matcher, error) {
	if c.Members == "" {
		return nil, nil
	}
	f, err := os.Open(c.Members)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, refused, err := readMembers(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Members, err)
	}
	for _, line := range refused {
		fmt.Fprintf(t.err, "%s: %v: refused\n", c.Members, line)
	}
	m := matcher{}
	for _, member := range list {
		m[member.Number] = member
	}
	return m, nil
}

func (c readCmd) object(name string, r desk.Reading, members matcher) any {
	v := r.Verdict
	o := readJSON{
		File: name, Kind: v.Kind, Language: v.Language, FromAddress: textOrNull(addressText(r.SentFrom(), c.Reveal)), LastName: textOrNull(v.Claim.LastName),
		FirstName: textOrNull(v.Claim.FirstName), NationalNumber: textOrNull(numberText(v.Claim.Number, c.Reveal)), NewAddress: textOrNull(addressText(address.Letters(v.Claim.NewAddress), c.Reveal)),
		Missing: v.Missing, NumberProblem: textOrNull(string(v.Claim.NumberProblem)), AutomaticReason: textOrNull(v.AutomaticReason), Outcome: r.Outcome(),
	}
	if o.Missing == nil {
		o.Missing = []ticket.Field{}
	}
	if members == nil {
		return o
	}
	match, member := members.match(v)
	return matchedJSON{o, match, textOrNull(member.Address)}
}

// addressText masks an address that is a national number.
func addressText(addr string, reveal bool) string {
	if reveal {
		return addr
	}
	return nrn.Redact(addr)
}

func numberText(n nrn.Number, reveal bool) string {
	switch {
	case n.IsZero():
		return ""
	case reveal:
		return n.Reveal()
	}
	return n.Masked()
}

// match says how a claim compares: match, name_mismatch, unknown_number, or not_checked when the claim is not complete.
func (m matcher) match(v classify.Verdict) (string, ticket.Member) {
	c := v.Claim
	member, known := m[c.Number]
	switch {
	case !v.Kind.NeedsCheck() || c.LastName == "" || c.FirstName == "" || c.Number.IsZero():
		return "not_checked", member
	case !known:
		return "unknown_number", member
	case directory.CompareNames(c.LastName, c.FirstName, member.LastName, member.FirstName).Agrees():
		return "match", member
	}
	return "name_mismatch", member
}
