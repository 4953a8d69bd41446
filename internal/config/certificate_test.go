package config

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// writePair writes a self-signed certificate with its key, dated so that files written within one tick of the clock differ.
func writePair(t *testing.T, c Console, serial int64) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(serial), DNSNames: []string{"desk.example.be"}, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{c.CertificateFile: {Type: "CERTIFICATE", Bytes: der}, c.KeyFile: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	date(t, c, serial)
}

func date(t *testing.T, c Console, n int64) {
	t.Helper()
	when := time.Unix(1_700_000_000+n, 0)
	if err := os.Chtimes(c.CertificateFile, when, when); err != nil {
		t.Fatal(err)
	}
}

func TestConsoleCertificateIsRenewed(t *testing.T) {
	dir := t.TempDir()
	c := Console{CertificateFile: filepath.Join(dir, "a.crt"), KeyFile: filepath.Join(dir, "a.key")}
	if _, err := c.TLSConfig(); err == nil {
		t.Error("a certificate that is not there was taken")
	}
	writePair(t, c, 1)
	conf, err := c.TLSConfig()
	if err != nil {
		t.Fatal(err)
	}
	serial := func() int64 {
		pair, err := conf.GetCertificate(nil)
		if err != nil {
			t.Fatal(err)
		}
		leaf, err := x509.ParseCertificate(pair.Certificate[0])
		if err != nil {
			t.Fatal(err)
		}
		return leaf.SerialNumber.Int64()
	}
	if got := serial(); got != 1 {
		t.Errorf("serial %d", got)
	}
	writePair(t, c, 2)
	if got := serial(); got != 2 {
		t.Errorf("serial %d after the renewal", got)
	}
	if err := os.WriteFile(c.CertificateFile, []byte("half a fi"), 0o600); err != nil {
		t.Fatal(err)
	}
	date(t, c, 3)
	if got := serial(); got != 2 {
		t.Errorf("serial %d while the file is broken", got)
	}
	if conf, err := (Console{}).TLSConfig(); conf != nil || err != nil {
		t.Errorf("%v %v without a certificate", conf, err)
	}
}
