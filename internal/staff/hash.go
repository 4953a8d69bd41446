package staff

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Hashing is what a password hash costs (argon2id, RFC 9106).
type Hashing struct {
	Memory  uint32 // KiB
	Time    uint32 // passes
	Threads uint8
}

// DefaultHashing is the first choice of the OWASP cheat sheet on password storage: about 25 ms on one core.
func DefaultHashing() Hashing { return Hashing{Memory: 19 * 1024, Time: 2, Threads: 1} }

// The bounds keep a stored hash from taking all memory or time; argon2 itself panics below them.
const (
	maxMemory  = 256 * 1024 // KiB
	maxTime    = 16
	maxThreads = 8
	saltSize   = 16
	hashSize   = 32
)

var errHashing = fmt.Errorf("argon2id: memory must be 8 times the threads to %d KiB, time 1 to %d, threads 1 to %d", maxMemory, maxTime, maxThreads)

func (h Hashing) check() error {
	if h.Threads < 1 || h.Threads > maxThreads || h.Time < 1 || h.Time > maxTime || h.Memory < 8*uint32(h.Threads) || h.Memory > maxMemory {
		return errHashing
	}
	return nil
}

// phc is a stored password hash, in the string format of the Password Hashing Competition:
// $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH, with base64 without padding.
type phc struct {
	Hashing
	salt, hash []byte
}

// String is the one spelling that parsePHC reads.
func (p phc) String() string {
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.Memory, p.Time, p.Threads, b64(p.salt), b64(p.hash))
}

var errPHC = errors.New("a stored password hash cannot be read: reset the account") // it is a secret: not shown

// parsePHC reads what String writes, and nothing else: no other order, spelling or parameters.
func parsePHC(s string) (phc, error) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || len(s) > 300 {
		return phc{}, errPHC
	}
	costs := strings.Split(parts[3], ",")
	if len(costs) != 3 {
		return phc{}, errPHC
	}
	var n [3]uint64
	for i, name := range []string{"m=", "t=", "p="} {
		digits, ok := strings.CutPrefix(costs[i], name)
		var err error
		if n[i], err = strconv.ParseUint(digits, 10, 20); !ok || err != nil {
			return phc{}, errPHC
		}
	}
	p := phc{Hashing: Hashing{Memory: uint32(n[0]), Time: uint32(n[1]), Threads: uint8(min(n[2], maxThreads+1))}}
	var errs [2]error
	p.salt, errs[0] = base64.RawStdEncoding.DecodeString(parts[4])
	p.hash, errs[1] = base64.RawStdEncoding.DecodeString(parts[5])
	sizes := len(p.salt) >= 8 && len(p.salt) <= 64 && len(p.hash) >= 16 && len(p.hash) <= 64
	if errors.Join(errs[0], errs[1], p.check()) != nil || !sizes || p.String() != s {
		return phc{}, errPHC
	}
	return p, nil
}

// hashesAtOnce bounds the memory and the cores that passwords take, whatever comes in.
const hashesAtOnce = 2

// hasher makes and compares password hashes.
type hasher struct {
	costs  Hashing
	random io.Reader
	slots  chan struct{}
	derive func(password, salt []byte, h Hashing, size int) []byte // argon2id; tests count its calls
}

func newHasher(costs Hashing, random io.Reader) *hasher {
	return &hasher{costs: costs, random: random, slots: make(chan struct{}, hashesAtOnce), derive: argon2id}
}

func argon2id(password, salt []byte, h Hashing, size int) []byte {
	return argon2.IDKey(password, salt, h.Time, h.Memory, h.Threads, uint32(size))
}

// run derives a key when it is its turn.
func (h *hasher) run(ctx context.Context, password string, salt []byte, costs Hashing, size int) ([]byte, error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-h.slots }()
	return h.derive([]byte(norm.NFC.String(password)), salt, costs, size), nil
}

// hash makes the PHC string of a password.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(h.random, salt); err != nil {
		return "", fmt.Errorf("hash a password: %w", err)
	}
	sum, err := h.run(ctx, password, salt, h.costs, hashSize)
	return phc{h.costs, salt, sum}.String(), err
}

// matches compares a password with a stored hash. stale reports that the hash was made with other costs than those of today.
func (h *hasher) matches(ctx context.Context, stored, password string) (ok, stale bool, err error) {
	p, err := parsePHC(stored)
	if err != nil {
		return false, false, err
	}
	sum, err := h.run(ctx, password, p.salt, p.Hashing, len(p.hash))
	if err != nil {
		return false, false, err
	}
	return subtle.ConstantTimeCompare(sum, p.hash) == 1, p.Hashing != h.costs, nil
}
