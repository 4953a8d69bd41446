package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// faults logs statements that fail, without their values: those are members' data (R7). GORM's own logger composes the text of every
// statement, logged or not, which the intake of mails feels.
type faults struct{ log *slog.Logger }

var (
	_ logger.Interface  = faults{}
	_ gorm.ParamsFilter = faults{}
)

// LogMode implements logger.Interface.
func (f faults) LogMode(logger.LogLevel) logger.Interface { return f }

// Info implements logger.Interface.
func (f faults) Info(context.Context, string, ...any) {}

// Warn implements logger.Interface.
func (f faults) Warn(ctx context.Context, format string, args ...any) {
	f.log.WarnContext(ctx, "database: "+fmt.Sprintf(format, args...))
}

// Error implements logger.Interface.
func (f faults) Error(ctx context.Context, format string, args ...any) {
	f.log.ErrorContext(ctx, "database: "+fmt.Sprintf(format, args...))
}

// Trace implements logger.Interface.
func (f faults) Trace(ctx context.Context, begin time.Time, statement func() (string, int64), err error) {
	if err == nil || errors.Is(err, gorm.ErrRecordNotFound) || errors.Is(err, context.Canceled) {
		return
	}
	sql, _ := statement()
	f.log.ErrorContext(ctx, "database: a statement failed", "error", err, "sql", sql, "took", time.Since(begin))
}

// ParamsFilter implements gorm.ParamsFilter: the text of a statement keeps its question marks.
func (f faults) ParamsFilter(_ context.Context, sql string, _ ...any) (string, []any) {
	return sql, nil
}
