package config

import (
	"crypto/tls"
	"fmt"
	"os"
	"sync"
	"time"
)

// TLSConfig is how the console protects its connections; nil: it does not, and speaks plain HTTP. A certificate that is renewed in its
// files counts from the next connection on; while what lies there is broken, the last good one does.
func (c Console) TLSConfig() (*tls.Config, error) {
	if c.CertificateFile == "" {
		return nil, nil
	}
	k := &keyPair{certificateFile: c.CertificateFile, keyFile: c.KeyFile}
	if err := k.load(); err != nil {
		return nil, fmt.Errorf("console.certificate_file and console.key_file: %w", err)
	}
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return k.current(), nil },
	}, nil
}

// keyPair is a certificate with its key, as they last lay in their files.
type keyPair struct {
	certificateFile, keyFile string

	mu      sync.Mutex
	pair    *tls.Certificate
	changed time.Time
}

// current loads the files anew when the certificate has changed.
func (k *keyPair) current() *tls.Certificate {
	k.mu.Lock()
	defer k.mu.Unlock()
	if info, err := os.Stat(k.certificateFile); err == nil && !info.ModTime().Equal(k.changed) {
		_ = k.load() // else the last good one goes on
	}
	return k.pair
}

func (k *keyPair) load() error {
	info, err := os.Stat(k.certificateFile)
	if err != nil {
		return err
	}
	pair, err := tls.LoadX509KeyPair(k.certificateFile, k.keyFile)
	if err != nil {
		return err
	}
	k.pair, k.changed = &pair, info.ModTime()
	return nil
}
