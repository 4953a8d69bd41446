package store

import (
	"bufio"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Keys seals and finds what the law protects. They live in a file outside the database and its backups: a copy of the database
// alone tells nobody a national number or the text of a mail. Every sealed value begins with the id of its key, so that a new key
// can be added while values under older ones are still read.
type Keys struct {
	path    string
	current uint32
	byID    map[uint32]*key
	ids     []uint32 // newest first
}

type key struct {
	seal  cipher.AEAD
	index []byte // for blind indexes
	chain []byte // for the hashes of events
	words []byte // for the word index
}

const keyFileHead = `# The keys of servicedesk: one line each, ID DATE KEY; the last line seals what is new.
# Without this file the mails and national numbers in the database can never be read again: keep a copy in a safe place, apart
# from the database and its backups. Who has both can read everything.
`

// OpenKeys reads the key file. Where there is none it makes one with a fresh key and mode 0600, and reports created, so that the
// caller can tell the admin to back it up.
func OpenKeys(path string, now time.Time, random func([]byte)) (keys *Keys, created bool, err error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if data, err = makeKeyFile(path, now, random); err != nil {
			return nil, false, fmt.Errorf("key file %s: %w: check database.key_file and the rights of its folder", path, err)
		}
		created = true
	}
	if err != nil {
		return nil, false, fmt.Errorf("key file %s: %w", path, err)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
		return nil, false, fmt.Errorf("key file %s can be read by others (mode %04o): chmod 600 it", path, info.Mode().Perm())
	}
	keys, err = parseKeys(data)
	if err != nil {
		return nil, false, fmt.Errorf("key file %s: %w", path, err)
	}
	keys.path = path
	return keys, created, nil
}

// makeKeyFile writes the file durably before anything is sealed with its key.
func makeKeyFile(path string, now time.Time, random func([]byte)) ([]byte, error) {
	secret := make([]byte, 32)
	random(secret)
	data := []byte(keyFileHead + fmt.Sprintf("1 %s %s\n", now.UTC().Format(time.DateOnly), base64.StdEncoding.EncodeToString(secret)))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, err
	}
	return data, syncFolder(filepath.Dir(path))
}

func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

func parseKeys(data []byte) (*Keys, error) {
	k := &Keys{byID: map[uint32]*key{}}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Fields(line)
		if len(parts) != 3 {
			return nil, fmt.Errorf("line %d: want ID DATE KEY", n)
		}
		id, err := strconv.ParseUint(parts[0], 10, 32)
		if err != nil || id == 0 || k.byID[uint32(id)] != nil {
			return nil, fmt.Errorf("line %d: the id must be a number above 0 that stands only once", n)
		}
		secret, err := base64.StdEncoding.DecodeString(parts[2])
		if err != nil || len(secret) != 32 {
			return nil, fmt.Errorf("line %d: the key must be 32 octets in base64", n)
		}
		made, err := deriveKey(secret)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		k.current = uint32(id)
		k.byID[k.current] = made
		k.ids = append([]uint32{k.current}, k.ids...)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if k.current == 0 {
		return nil, errors.New("holds no key: restore it from its copy")
	}
	return k, nil
}

// deriveKey makes the four keys for four purposes out of one secret (RFC 5869).
func deriveKey(secret []byte) (*key, error) {
	var out [4][]byte
	for i, purpose := range []string{"servicedesk seal v1", "servicedesk index v1", "servicedesk events v1", "servicedesk search v1"} {
		b, err := hkdf.Key(sha256.New, secret, nil, purpose, 32)
		if err != nil {
			return nil, err
		}
		out[i] = b
	}
	block, err := aes.NewCipher(out[0])
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, err
	}
	return &key{seal: aead, index: out[1], chain: out[2], words: out[3]}, nil
}

// seal encrypts plain for one place in the database; place is bound to it, so that a value moved to another row does not open.
func (k *Keys) seal(place string, plain []byte) []byte {
	aead := k.byID[k.current].seal
	out := make([]byte, 4, 4+len(plain)+aead.Overhead())
	binary.BigEndian.PutUint32(out, k.current)
	return aead.Seal(out, nil, plain, []byte(place))
}

// open decrypts what seal made for the same place.
func (k *Keys) open(place string, sealed []byte) ([]byte, error) {
	if len(sealed) < 4 {
		return nil, fmt.Errorf("%s: the sealed value is cut off", place)
	}
	id := binary.BigEndian.Uint32(sealed)
	key := k.byID[id]
	if key == nil {
		return nil, fmt.Errorf("%s is sealed with key %d, which is not in %s: restore that line from the copy of the key file", place, id, k.path)
	}
	plain, err := key.seal.Open(nil, nil, sealed[4:], []byte(place))
	if err != nil {
		return nil, fmt.Errorf("%s does not open with key %d of %s: the database was changed outside servicedesk, or the key file is another one", place, id, k.path)
	}
	return plain, nil
}

// index is the blind index of a value under the current key: a keyed hash. A plain hash would not do: all possible national
// numbers are hashed in seconds.
func (k *Keys) index(label, value string) []byte { return k.indexWith(k.current, label, value) }

// indexes are the blind indexes of a value under every key, the current one first: a value is found whichever key it was filed under.
func (k *Keys) indexes(label, value string) [][]byte {
	out := make([][]byte, 0, len(k.ids))
	for _, id := range k.ids {
		out = append(out, k.indexWith(id, label, value))
	}
	return out
}

func (k *Keys) indexWith(id uint32, label, value string) []byte {
	m := hmac.New(sha256.New, k.byID[id].index)
	m.Write([]byte(label + "\x00" + value))
	return m.Sum(binary.BigEndian.AppendUint32(nil, id))
}

// token is the beginning of the keyed hash of a word, under the key with an id. Eight octets are enough: that two words of one search share
// theirs does not happen by chance.
func (k *Keys) token(id uint32, word string) [8]byte {
	m := hmac.New(sha256.New, k.byID[id].words)
	m.Write([]byte(word))
	return [8]byte(m.Sum(nil))
}

// chain hashes one event after the one before it. It is keyed: who can write the database but has no key cannot rewrite history.
func (k *Keys) chain(id uint32, prev []byte, parts ...string) ([]byte, error) {
	key := k.byID[id]
	if key == nil {
		return nil, fmt.Errorf("event hashed with key %d, which is not in %s", id, k.path)
	}
	m := hmac.New(sha256.New, key.chain)
	m.Write(prev)
	for _, p := range parts {
		m.Write(binary.BigEndian.AppendUint64(nil, uint64(len(p)))) // length first: "ab","c" is not "a","bc"
		m.Write([]byte(p))
	}
	return m.Sum(nil), nil
}
