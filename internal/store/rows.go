package store

import (
	"errors"
	"strings"

	"gorm.io/gorm"
)

// one turns an UPDATE that changed no row into a conflict: a state changes by compare-and-swap (R8).
func one(done *gorm.DB, conflict func() error) error {
	if done.Error != nil {
		return done.Error
	}
	if done.RowsAffected == 0 {
		return conflict()
	}
	return nil
}

// maxParameters is how many values of a list go into one statement; SQLite allows 32,766.
const maxParameters = 500

func idOrNull(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

func orZero(p *int64) int64 {
	if p == nil {
		return 0
	}
	return *p
}

func convert[R, T any](rows []R, f func(R) T) []T {
	out := make([]T, 0, len(rows))
	for _, r := range rows {
		out = append(out, f(r))
	}
	return out
}

// convertAll is convert for rows that have to be opened.
func convertAll[R, T any](rows []R, f func(R) (T, error)) ([]T, error) {
	out := make([]T, 0, len(rows))
	var errs []error
	for _, r := range rows {
		t, err := f(r)
		out, errs = append(out, t), append(errs, err)
	}
	return out, errors.Join(errs...)
}

func join[S ~string](list []S) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ",")
}

func split[S ~string](s string) []S {
	if s == "" {
		return nil
	}
	return convert(strings.Split(s, ","), func(w string) S { return S(w) })
}
