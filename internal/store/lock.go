package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrRunning says that another worker runs on this database.
var ErrRunning = errors.New("a servicedesk is running on this database already")

// opening lets one process at a time make the database, its key and its schema: on a fresh folder, `run` and `members import` may well be
// started together.
func opening(ctx context.Context, path string) (done func() error, err error) {
	lock := flock.New(path+".open", flock.SetPermissions(0o600))
	if _, err := lock.TryLockContext(ctx, 5*time.Millisecond); err != nil {
		return nil, fmt.Errorf("lock %s.open: %w", path, err)
	}
	return lock.Unlock, nil
}

// Lock makes this process the one worker on the database until unlock is called or the process ends, however it ends.
func Lock(path string) (unlock func() error, err error) {
	name := path + ".lock"
	lock := flock.New(name, flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR))
	taken, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", name, err)
	}
	if !taken {
		pid, _ := os.ReadFile(name) // a hint only: who holds the lock may not have written it yet
		return nil, fmt.Errorf("%w (%s, process %s): stop it first, or use another database.path", ErrRunning, path, strings.TrimSpace(string(pid)))
	}
	if err := os.WriteFile(name, fmt.Appendf(nil, "%d\n", os.Getpid()), 0o600); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return lock.Unlock, nil
}
