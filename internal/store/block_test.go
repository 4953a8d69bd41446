package store

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestBlocksComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.IntRange(0, blockSize-1), 0, 600, rapid.ID).Draw(t, "ids")
		var b, again block
		for _, n := range ids {
			b.add(n)
		}
		data := b.encode()
		if len(data) > blockSize/8 {
			t.Fatalf("%d ids take %d octets", len(ids), len(data))
		}
		if err := again.decode(data); err != nil || again != b {
			t.Fatalf("%d ids came back otherwise: %v", len(ids), err)
		}
		var want []int64
		slices.Sort(ids)
		for _, n := range slices.Backward(ids) {
			want = append(want, 7*blockSize+int64(n))
		}
		if got := b.descending(7); !slices.Equal(got, want) {
			t.Fatalf("descending: %s", cmp.Diff(want, got))
		}
	})
}

func TestABlockThatWasTamperedWithIsRefused(t *testing.T) {
	for name, data := range map[string][]byte{"an odd octet": {1}, "an id too high": {0xff, 0xff}, "too long": make([]byte, 514)} {
		var b block
		if err := b.decode(data); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
