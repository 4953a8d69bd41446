package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

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
	r, err := c.reader()
	if err != nil {
		return err
	}
	members, err := c.matcher(t)
	if err != nil {
		return err
	}
	sum := newSummary()
	for m, err := range mails(c.Files, t.in) {
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		reading := r.Read(m.raw, false)
		sum.add(reading)
		if c.JSON {
			err = json.NewEncoder(t.out).Encode(c.object(m.name, reading, members))
		} else {
			printReading(t.out, m.name, reading, members, c.Reveal)
		}
		if err != nil {
			return err
		}
	}
	if !c.JSON && sum.mails > 1 {
		sum.print(t.out)
	}
	return nil
}

func (c readCmd) reader() (desk.Reader, error) {
	if c.Config != "" {
		conf, err := config.Load(c.Config)
		if err != nil {
			return desk.Reader{}, err
		}
		return reader(conf), nil
	}
	conf := config.Default()
	conf.Desk.Address = "servicedesk@iec-iab.be"
	return reader(conf), nil
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
		File: name, Kind: v.Kind, Language: v.Language, FromAddress: textOrNull(r.Sender().Addr), LastName: textOrNull(v.Claim.LastName),
		FirstName: textOrNull(v.Claim.FirstName), NationalNumber: textOrNull(numberText(v.Claim.Number, c.Reveal)), NewAddress: textOrNull(v.Claim.NewAddress),
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

var errNoMail = errors.New("holds no mail")
