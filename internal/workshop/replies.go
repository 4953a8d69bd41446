package workshop

import (
	"fmt"
	"io/fs"
	"log/slog"
	"sync"

	"iec-iab.be/servicedesk/internal/reply"
	"iec-iab.be/servicedesk/internal/ticket"
)

// Published is how a transaction tells what was published.
type Published interface {
	LastTemplateVersion() (int64, error)
	NewestTemplates() ([]Version, error)
}

// Replies are the reply templates that go out: the originals, each shadowed by its newest published version. It is safe for concurrent
// use, and sees what another process published.
type Replies struct {
	originals *reply.Set
	sources   map[Key]string // of the originals
	log       *slog.Logger

	mu   sync.Mutex
	last mix // the newest that was asked for
}

// mix is what goes out as long as no version is added.
type mix struct {
	version int64 // the id of the newest version of any template
	set     *reply.Set
	unfit   map[Key][]reply.Problem // newest versions that this program refuses: their originals go out
}

// Load reads and checks the originals. Its error holds all problems, one line each.
func Load(originals fs.FS, desk reply.Desk, log *slog.Logger) (*Replies, error) {
	set, err := reply.Load(originals, desk)
	if err != nil {
		return nil, err
	}
	return From(set, originals, log)
}

// From is Load for originals that were read and checked already.
func From(set *reply.Set, originals fs.FS, log *slog.Logger) (*Replies, error) {
	r := &Replies{originals: set, sources: map[Key]string{}, log: log, last: mix{set: set}}
	for _, k := range ticket.TemplateKeys() {
		if !set.Has(k.Occasion, k.Language) {
			continue
		}
		source, err := fs.ReadFile(originals, fileName(k))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", fileName(k), err)
		}
		r.sources[k] = string(source)
	}
	return r, nil
}

// Originals are the factory setting, with the ready questions, which nobody publishes.
func (r *Replies) Originals() *reply.Set { return r.originals }

// Of is the set that goes out in the state that a transaction sees. What was published under older rules and breaks those of this program
// is left out: its original goes out, with a warning in the log. Mail goes out all the same.
func (r *Replies) Of(tx Published) (*reply.Set, error) {
	m, err := r.mixOf(tx)
	return m.set, err
}

func (r *Replies) mixOf(tx Published) (mix, error) {
	version, err := tx.LastTemplateVersion()
	if err != nil {
		return mix{}, fmt.Errorf("which reply templates go out: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if version == r.last.version {
		return r.last, nil
	}
	newest, err := tx.NewestTemplates()
	if err != nil {
		return mix{}, fmt.Errorf("which reply templates go out: %w", err)
	}
	m := r.mixed(version, newest)
	if version > r.last.version { // a transaction that began earlier sees an older state
		r.last = m
	}
	return m, nil
}

func (r *Replies) mixed(version int64, newest []Version) mix {
	m := mix{version: version, set: r.originals, unfit: map[Key][]reply.Problem{}}
	for _, v := range newest {
		if v.Original {
			continue
		}
		with, err := m.set.With(fileName(v.Key), []byte(v.Source))
		if err != nil {
			m.unfit[v.Key] = r.originals.Problems(fileName(v.Key), []byte(v.Source))
			r.log.Warn("a published reply template breaks the rules of this program: its original goes out", "template", v.Key.String(), "version", v.Number, "error", err)
			continue
		}
		m.set = with
	}
	return m
}

func fileName(k Key) string { return reply.FileName(k.Occasion, k.Language) }
