package config

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestReadSecret(t *testing.T) {
	tests := []struct{ name, content, want, problem string }{
		{"plain", "hunter2", "hunter2", ""},
		{"newline", "hunter2\n", "hunter2", ""},
		{"Windows", "\ufeffhunter2\r\n", "hunter2", ""},
		{"spaces count", "  hunter 2 \n", "  hunter 2 ", ""},
		{"two newlines", "hunter2\n\n", "", "several lines"},
		{"two lines", "hunter2\nhunter3\n", "", "several lines"},
		{"zero octet", "hunter\x002", "", "several lines"},
		{"empty", "", "", "is empty"},
		{"blank", " \r\n", "", "is empty"},
		{"huge", strings.Repeat("x", maxSecret+1), "", "larger than 16 KiB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "secret")
			if err := os.WriteFile(path, []byte(tt.content), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, read := range []func() (string, error){Mailbox{PasswordFile: path}.ReadSecret, SMTP{PasswordFile: path}.ReadSecret} {
				got, err := read()
				if got != tt.want || (err == nil) != (tt.problem == "") {
					t.Fatalf("%q, %v", got, err)
				}
				if err != nil && (!strings.Contains(err.Error(), tt.problem) || strings.Contains(err.Error(), "hunter")) {
					t.Errorf("error: %v", err)
				}
			}
		})
	}
}

func TestSecretIsReadAnew(t *testing.T) {
	c, err := Load(write(t, smallest, nil))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := c.Mailbox.ReadSecret(); got != "one" {
		t.Fatalf("first %q", got)
	}
	if err := os.WriteFile(c.Mailbox.PasswordFile, []byte("other\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, _ := c.Mailbox.ReadSecret(); got != "other" {
		t.Errorf("then %q", got)
	}
}

func TestNoSMTPSecret(t *testing.T) {
	if got, err := (SMTP{}).ReadSecret(); got != "" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestFilesThatAreNamed(t *testing.T) {
	full := strings.Replace(smallest, "console:", "templates: {folder: texts}\nconsole:", 1)
	full = strings.Replace(full, "tls: starttls,", "tls: starttls, ca_file: ca.pem,", 1)
	tests := []struct {
		name  string
		spoil func(dir string) error
		want  string
	}{
		{"all there", func(string) error { return nil }, ""},
		{"no password", func(dir string) error { return os.Remove(dir + "/imap.password") },
			"mailbox.password_file (line 3): the file that it names cannot be opened: no such file"},
		{"a folder", func(dir string) error {
			os.Remove(dir + "/smtp.password")
			return os.Mkdir(dir+"/smtp.password", 0o700)
		},
			"smtp.password_file (line 4): it names a folder"},
		{"no templates", func(dir string) error { return os.Remove(dir + "/texts") }, "templates.folder (line 6): "},
		{"no certificate", func(dir string) error { return os.WriteFile(dir+"/ca.pem", []byte("x"), 0o600) },
			"holds no certificate in PEM"},
		{"no certificate file", func(dir string) error { return os.Remove(dir + "/ca.pem") }, "ca.pem cannot be read: no such file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, full, map[string]string{"ca.pem": certificate(t)})
			dir := filepath.Dir(path)
			if err := os.Mkdir(dir+"/texts", 0o700); err != nil {
				t.Fatal(err)
			}
			if err := tt.spoil(dir); err != nil {
				t.Fatal(err)
			}
			_, err := Load(path)
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestFolderOfTheDatabase(t *testing.T) {
	_, err := Load(write(t, strings.Replace(smallest, "path: ", "path: data/", 1), nil))
	if err == nil || !strings.Contains(err.Error(), "database.path (line 5): the folder ") {
		t.Errorf("error: %v", err)
	}
}

func TestWarnings(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"port of the other kind", "port: 993, tls: implicit", "port: 993, tls: starttls", "tls: implicit belongs to it"},
		{"port of the other kind, SMTP", "port: 587, tls: starttls", "port: 587, tls: implicit", "tls: starttls belongs to it"},
		{"console open", "listen: 127.0.0.1:8080", "listen: ':8080', plain_http: true", "proxy with TLS"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := Load(write(t, strings.Replace(smallest, tt.old, tt.new, 1), nil))
			if err != nil {
				t.Fatal(err)
			}
			if w := c.Warnings(); len(w) != 1 || !strings.Contains(w[0], tt.want) {
				t.Errorf("warnings %q", w)
			}
		})
	}
}

func TestWarnsOfReadableSecrets(t *testing.T) {
	path := write(t, smallest, map[string]string{"servicedesk.key": "k"})
	for _, name := range []string{"imap.password", "servicedesk.key"} {
		if err := os.Chmod(filepath.Join(filepath.Dir(path), name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	w := strings.Join(c.Warnings(), "\n")
	if len(c.Warnings()) != 2 || !strings.Contains(w, "mailbox.password_file: every user") || !strings.Contains(w, "database.key_file: every user") {
		t.Errorf("warnings %q", c.Warnings())
	}
}

func TestTLSConfig(t *testing.T) {
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, []byte(certificate(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	plain, err := Mailbox{Host: "mail.example.be."}.TLSConfig()
	if err != nil || plain.ServerName != "mail.example.be" || plain.RootCAs != nil || plain.InsecureSkipVerify {
		t.Errorf("without ca_file: %+v, %v", plain, err)
	}
	own, err := SMTP{Host: "mail.example.be", CAFile: ca}.TLSConfig()
	if err != nil || own.RootCAs == nil {
		t.Fatalf("with ca_file: %v", err)
	}
	block, _ := pem.Decode([]byte(certificate(t)))
	other, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Verify(x509.VerifyOptions{Roots: own.RootCAs}); err == nil {
		t.Error("a certificate of another authority passes")
	}
	if _, err := (SMTP{CAFile: ca + "x"}).TLSConfig(); err == nil || !strings.Contains(err.Error(), "smtp.ca_file: ") {
		t.Errorf("missing file: %v", err)
	}
}

// certificate makes an authority of its own, in PEM.
func certificate(t *testing.T) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "mail.example.be"}, IsCA: true,
		BasicConstraintsValid: true, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}
