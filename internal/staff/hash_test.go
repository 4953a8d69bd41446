package staff

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
)

func cheapHasher() *hasher { return newHasher(Hashing{Memory: 8, Time: 1, Threads: 1}, rand.Reader) }

func mustMatch(t *testing.T, h *hasher, stored, password string) (ok, stale bool) {
	t.Helper()
	ok, stale, err := h.matches(t.Context(), stored, password)
	if err != nil {
		t.Fatal(err)
	}
	return ok, stale
}

func TestHashes(t *testing.T) {
	h := cheapHasher()
	stored, err := h.hash(t.Context(), "caf\u00e9 noir et sucre")
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := h.hash(t.Context(), "caf\u00e9 noir et sucre"); again == stored {
		t.Error("two hashes of one password are the same: the salt is not random")
	}
	for password, want := range map[string]bool{
		"caf\u00e9 noir et sucre": true, "cafe\u0301 noir et sucre": true, // as another keyboard sends it
		"cafe noir et sucre": false, "": false, "caf\u00e9 noir et sucre ": false,
	} {
		if ok, stale := mustMatch(t, h, stored, password); ok != want || stale {
			t.Errorf("%q: %v, stale %v", password, ok, stale)
		}
	}
	h.costs.Time = 2
	if ok, stale := mustMatch(t, h, stored, "caf\u00e9 noir et sucre"); !ok || !stale {
		t.Errorf("other costs: %v, stale %v", ok, stale)
	}
}

// The string is one of the reference implementation's own tests (P-H-C/phc-winner-argon2, src/test.c).
func TestHashesOfOthersAreRead(t *testing.T) {
	const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if ok, stale := mustMatch(t, cheapHasher(), reference, "password"); !ok || !stale {
		t.Errorf("%v, stale %v", ok, stale)
	}
}

const salt, sum = "c29tZXNhbHQ", "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"

func hostilePHC() []string {
	good := "$argon2id$v=19$m=64,t=2,p=1$" + salt + "$" + sum
	var all []string
	for _, change := range [][2]string{
		{"argon2id", "argon2i"}, {"argon2id", "argon2d"}, {"v=19", "v=16"}, {"v=19", "v=019"}, {"m=64", "m=0"}, {"m=64", "m=7"}, {"m=64", "m=262145"},
		{"m=64", "m=4294967360"}, {"m=64", "m=+64"}, {"m=64", "m=064"}, {"m=64", "m= 64"}, {"m=64", "m=-64"}, {"m=64", "m="}, {"t=2", "t=0"}, {"t=2", "t=17"},
		{"p=1", "p=0"}, {"p=1", "p=9"}, {"p=1", "p=257"}, {"m=64,t=2,p=1", "t=2,m=64,p=1"}, {"m=64,t=2,p=1", "m=64,t=2"}, {"m=64,t=2,p=1", "m=64,t=2,p=1,x=1"},
		{salt, ""}, {salt, "c29t"}, {salt, salt + "=="}, {salt, "c29tZXNhbHR"}, {salt, "****"}, {salt, strings.Repeat("A", 100)}, {sum, ""}, {sum, "CTFh"},
		{sum, sum[:42] + "d"}, {sum, strings.Repeat("A", 100)}, {"$argon2id", "argon2id"}, {sum, sum + "$"}, {sum, sum + "\n"}, {"$v=19", ""},
	} {
		all = append(all, strings.Replace(good, change[0], change[1], 1))
	}
	return append(all, "", "$", "$$$$$", "plain password", strings.Repeat("$", 1000), good+strings.Repeat("A", 1000))
}

func TestPHCRefusesWhatItDidNotWrite(t *testing.T) {
	if p, err := parsePHC("$argon2id$v=19$m=64,t=2,p=1$" + salt + "$" + sum); err != nil || p.Memory != 64 || p.Time != 2 || p.Threads != 1 {
		t.Fatalf("a good string is refused: %v", err)
	}
	for _, s := range hostilePHC() {
		if _, err := parsePHC(s); err == nil {
			t.Errorf("%.100q is taken", s)
		} else if len(s) > 5 && strings.Contains(err.Error(), s) {
			t.Errorf("the error tells the hash: %v", err)
		}
		if _, _, err := cheapHasher().matches(t.Context(), s, "password"); !errors.Is(err, errPHC) {
			t.Errorf("%.100q is compared: %v", s, err)
		}
	}
}

// FuzzPHC: whatever is read is written the same, and has costs that argon2 takes without panic and within the bounds.
func FuzzPHC(f *testing.F) {
	f.Add("$argon2id$v=19$m=19456,t=2,p=1$" + salt + "$" + sum)
	for _, s := range hostilePHC() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parsePHC(s)
		if err != nil {
			return
		}
		if p.String() != s || p.check() != nil || len(p.salt) < 8 || len(p.hash) < 16 {
			t.Errorf("%q is read as %+v", s, p)
		}
		if p.Memory <= 64 && p.Time <= 2 {
			argon2id([]byte("x"), p.salt, p.Hashing, len(p.hash))
		}
	})
}

func TestAtMostTwoHashesAtOnce(t *testing.T) {
	h := cheapHasher()
	started, release := make(chan struct{}, 10), make(chan struct{})
	h.derive = func([]byte, []byte, Hashing, int) []byte {
		started <- struct{}{}
		<-release
		return make([]byte, hashSize)
	}
	done := make(chan error, 5)
	for range 5 {
		go func() {
			_, err := h.hash(context.WithoutCancel(t.Context()), "x")
			done <- err
		}()
	}
	for range hashesAtOnce {
		<-started
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.hash(ctx, "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("a third one does not wait for its turn: %v", err)
	}
	select {
	case <-started:
		t.Error("a third hash runs")
	default:
	}
	close(release)
	for range 5 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkHash(b *testing.B) {
	h := newHasher(DefaultHashing(), rand.Reader)
	for b.Loop() {
		if _, err := h.hash(b.Context(), goodPassword); err != nil {
			b.Fatal(err)
		}
	}
}
