// Package store keeps everything in one SQLite file: mails, tickets, claims, identity checks, members, deliveries and events. It is
// the only package that knows GORM. Secrets are sealed on the way in and opened on the way out (keys.go); states change by
// compare-and-swap; every exported step runs inside a transaction that the caller opens with Write or Read.
package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"time"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	moderncsqlite "modernc.org/sqlite"

	"iec-iab.be/servicedesk/internal/ticket"
)

// Store is an open database. It is safe for concurrent use, also by several processes.
type Store struct {
	path    string
	keys    *Keys
	clock   func() time.Time
	writers *sql.DB // holds one connection: that of writer
	writer  *writer
	readers *sql.DB
	write   *gorm.DB
	read    *gorm.DB
}

// Options tell what to open.
type Options struct {
	Path    string           // the database file; made when absent
	KeyFile string           // see OpenKeys
	Clock   func() time.Time // default time.Now
	Log     *slog.Logger     // default slog.Default()
}

// Open opens or makes the database, brings its schema up to date, and checks that the key file belongs to it.
func Open(ctx context.Context, o Options) (s *Store, err error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	done, err := opening(ctx, o.Path)
	if err != nil {
		return nil, fmt.Errorf("database %s: %w: check database.path and the rights of its folder", o.Path, err)
	}
	defer func() { err = errors.Join(err, done()) }()
	fresh, err := touch(o.Path)
	if err != nil {
		return nil, fmt.Errorf("database %s: %w: check database.path and the rights of its folder", o.Path, err)
	}
	if _, err := os.Stat(o.KeyFile); !fresh && errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("database %s exists but its key file %s does not: restore the key file from its copy", o.Path, o.KeyFile)
	}
	keys, created, err := OpenKeys(o.KeyFile, o.Clock(), func(b []byte) { rand.Read(b) })
	if err != nil {
		return nil, err
	}
	if created {
		o.Log.Warn("a new key file was made: keep a copy of it in a safe place, apart from the database", "file", o.KeyFile)
	}
	s = &Store{path: o.Path, keys: keys, clock: o.Clock}
	if err := s.connect(ctx, o.Log); err != nil {
		return nil, errors.Join(fmt.Errorf("database %s: %w", o.Path, err), s.Close())
	}
	return s, nil
}

// touch makes the file with mode 0600 (SQLite would make it readable for all) and reports whether it was new or still empty.
func touch(path string) (fresh bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	return info.Size() == 0, nil
}

func (s *Store) connect(ctx context.Context, log *slog.Logger) (err error) {
	if s.writers, err = sql.Open("sqlite", dsn(s.path, "_pragma=synchronous(FULL)")); err != nil {
		return err
	}
	if err = migrate(ctx, s.writers); err != nil {
		return err
	}
	if s.readers, err = sql.Open("sqlite", dsn(s.path, "_pragma=query_only(1)")); err != nil {
		return err
	}
	s.readers.SetMaxOpenConns(4)
	if s.writer, err = newWriter(ctx, s.writers); err != nil {
		return err
	}
	if s.write, err = open(s.writer, log); err != nil {
		return err
	}
	if s.read, err = open(s.readers, log); err != nil {
		return err
	}
	return s.checkKeys(ctx)
}

// dsn puts every pragma in the data source name: one given by Exec reaches only one of the pooled connections.
func dsn(path string, more ...string) string {
	u := "file:" + (&url.URL{Path: path}).EscapedPath() +
		"?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(1)&_pragma=secure_delete(1)&_time_format=sqlite"
	for _, m := range more {
		u += "&" + m
	}
	return u
}

func open(db gorm.ConnPool, log *slog.Logger) (*gorm.DB, error) {
	d, ok := sqlite.New(sqlite.Config{Conn: db}).(*sqlite.Dialector)
	if !ok {
		return nil, errors.New("gorm.io/driver/sqlite changed its dialector type")
	}
	return gorm.Open(dialector{d}, &gorm.Config{
		TranslateError:         true,
		SkipDefaultTransaction: true, // ours are explicit
		DisableAutomaticPing:   true,
		Logger:                 faults{log},
	})
}

// dialector translates the errors of the pure Go driver, which gorm.io/driver/sqlite does not know.
type dialector struct{ *sqlite.Dialector }

func (d dialector) Translate(err error) error {
	var e *moderncsqlite.Error
	if errors.As(err, &e) {
		switch e.Code() {
		case 1555, 2067: // SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE
			return errors.Join(gorm.ErrDuplicatedKey, err)
		case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
			return errors.Join(gorm.ErrForeignKeyViolated, err)
		}
	}
	return err
}

// Close closes the database.
func (s *Store) Close() error {
	var errs []error
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
	}
	for _, db := range []*sql.DB{s.readers, s.writers} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Tx is one transaction. Its time stands still: everything that it writes carries the same moment.
type Tx struct {
	db   *gorm.DB
	keys *Keys
	now  time.Time

	pending pending
}

// Now is the moment of the transaction, UTC, in whole milliseconds.
func (tx *Tx) Now() time.Time { return tx.now }

// Write runs f in one transaction that can write. It is committed, durably, when f returns nil, and rolled back otherwise.
func (s *Store) Write(ctx context.Context, f func(*Tx) error) error {
	err := s.writer.transaction(ctx, func() error {
		tx := s.begin(s.write.WithContext(ctx))
		if err := f(tx); err != nil {
			return err
		}
		return tx.flush()
	})
	return s.plain(err)
}

// Read runs f in one transaction that sees one state of the database and cannot write.
func (s *Store) Read(ctx context.Context, f func(*Tx) error) error {
	err := s.read.WithContext(ctx).Transaction(func(t *gorm.DB) error { return f(s.begin(t)) })
	return s.plain(err)
}

func (s *Store) begin(db *gorm.DB) *Tx {
	return &Tx{db: db, keys: s.keys, now: s.clock().UTC().Truncate(time.Millisecond)}
}

// plain keeps GORM's sentinels inside: callers know those of ticket.
func plain(err error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return fmt.Errorf("%w", ticket.ErrNotFound)
	}
	return err
}

// plain names the file beside an error of SQLite itself, and keeps GORM's sentinels inside.
func (s *Store) plain(err error) error {
	var e *moderncsqlite.Error
	if errors.As(err, &e) {
		return fmt.Errorf("database %s: %w", s.path, err)
	}
	return plain(err)
}

// checkKeys proves that the key file opens what this database was sealed with, before anything is written under another key.
func (s *Store) checkKeys(ctx context.Context) error {
	const place, text = "settings.key_proof", "servicedesk"
	return s.Write(ctx, func(tx *Tx) error {
		proof, err := tx.setting("key_proof")
		if errors.Is(err, ticket.ErrNotFound) {
			return tx.setSetting("key_proof", tx.keys.seal(place, []byte(text)))
		}
		if err != nil {
			return err
		}
		_, err = tx.keys.open(place, proof)
		return err
	})
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMilli(n).UTC()
}
