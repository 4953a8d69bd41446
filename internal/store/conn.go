package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"gorm.io/gorm"
)

// writer is the one connection that writes. It keeps every statement that it ever prepared: inside a transaction GORM's own cache
// prepares each statement anew at each use, and preparing costs more than inserting.
type writer struct {
	mu    sync.Mutex // one transaction at a time; SQLite has one writer, and a queue in Go is fairer than a busy loop
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
}

var _ gorm.ConnPool = (*writer)(nil)

// maxStmts bounds the cache. The statements of this program are some dozens; lists of changing length make more.
const maxStmts = 500

func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	return &writer{conn: conn, stmts: map[string]*sql.Stmt{}}, err
}

// Close gives the connection back.
func (w *writer) Close() error {
	errs := []error{w.forget()}
	return errors.Join(append(errs, w.conn.Close())...)
}

func (w *writer) forget() error {
	var errs []error
	for _, s := range w.stmts {
		errs = append(errs, s.Close())
	}
	clear(w.stmts)
	return errors.Join(errs...)
}

// transaction runs f between BEGIN IMMEDIATE and COMMIT, or ROLLBACK when f fails or panics. What ctx cancels is rolled back; a COMMIT that
// has begun is not interrupted.
func (w *writer) transaction(ctx context.Context, f func() error) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	// A BEGIN that is interrupted may have begun all the same, so neither end of the transaction can be cancelled; busy_timeout bounds both.
	whole := context.WithoutCancel(ctx)
	if _, err := w.ExecContext(whole, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	end := "ROLLBACK"
	defer func() {
		if _, endErr := w.ExecContext(whole, end); endErr != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", end, endErr), w.abandon(whole, end))
		}
	}()
	if err := f(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	end = "COMMIT"
	return nil
}

// abandon leaves no transaction open behind a COMMIT that failed.
func (w *writer) abandon(ctx context.Context, end string) error {
	if end == "ROLLBACK" {
		return nil // SQLite has rolled back by itself, or the connection is gone
	}
	_, err := w.ExecContext(ctx, "ROLLBACK")
	return err
}

func (w *writer) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := w.stmts[query]; ok {
		return s, nil
	}
	if len(w.stmts) >= maxStmts {
		if err := w.forget(); err != nil {
			return nil, err
		}
	}
	s, err := w.conn.PrepareContext(ctx, query)
	if err == nil {
		w.stmts[query] = s
	}
	return s, err
}

// PrepareContext implements gorm.ConnPool.
func (w *writer) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	return w.conn.PrepareContext(ctx, query)
}

// ExecContext implements gorm.ConnPool.
func (w *writer) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := w.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext implements gorm.ConnPool.
func (w *writer) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := w.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext implements gorm.ConnPool.
func (w *writer) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := w.stmt(ctx, query)
	if err != nil {
		return w.conn.QueryRowContext(ctx, query, args...) // which says what is wrong
	}
	return s.QueryRowContext(ctx, args...)
}
