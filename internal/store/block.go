package store

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// blockSize is how many ids share a row of the word index. A word that stands in every ticket of 100,000 has 25 rows then, so words are
// compared block by block at once, and not ticket by ticket.
const blockSize = 4096

// block is a set of ids, each less the first of its block.
type block [blockSize / 64]uint64

func (b *block) add(n int)    { b[n/64] |= 1 << (n % 64) }
func (b *block) remove(n int) { b[n/64] &^= 1 << (n % 64) }

func (b *block) and(o *block) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b *block) or(o *block) {
	for i := range b {
		b[i] |= o[i]
	}
}

func (b *block) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// descending lists the ids of the set, the highest first, as ids of a block's tickets.
func (b *block) descending(number int64) []int64 {
	ids := make([]int64, 0, b.count())
	for i := len(b) - 1; i >= 0; i-- {
		for w := b[i]; w != 0; {
			top := bits.Len64(w) - 1
			ids = append(ids, number*blockSize+int64(i*64+top))
			w &^= 1 << top
		}
	}
	return ids
}

// encode writes few ids as a list of two octets each, and many as one bit each.
func (b *block) encode() []byte {
	n := b.count()
	if 2*n >= blockSize/8 {
		out := make([]byte, 0, blockSize/8)
		for _, w := range b {
			out = binary.BigEndian.AppendUint64(out, w)
		}
		return out
	}
	out := make([]byte, 0, 2*n)
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			out = binary.BigEndian.AppendUint16(out, uint16(i*64+bits.TrailingZeros64(w)))
		}
	}
	return out
}

// decode reads what encode wrote.
func (b *block) decode(data []byte) error {
	*b = block{}
	if len(data) == blockSize/8 {
		for i := range b {
			b[i] = binary.BigEndian.Uint64(data[8*i:])
		}
		return nil
	}
	if len(data)%2 != 0 || len(data) > blockSize/8 {
		return fmt.Errorf("a block of the word index has %d octets: the database was changed outside servicedesk", len(data))
	}
	for ; len(data) > 0; data = data[2:] {
		n := binary.BigEndian.Uint16(data)
		if n >= blockSize {
			return fmt.Errorf("a block of the word index holds %d: the database was changed outside servicedesk", n)
		}
		b.add(int(n))
	}
	return nil
}
